//! Proper names and agents that the roster does not know: kept as actors of no state, never guessed.

use super::{Form, Mention};
use crate::english::Sentence;
use crate::english::tag::{Label, Tag};
use crate::model::category::{ActorKind, Sector};
use crate::model::event::Participant;
use crate::model::id::ActorId;

/// The root of actors that count for no known state.
const NOWHERE: &str = "XXX";

/// Tells whether the root of an id is that of actors of no known state.
pub(super) fn is_nowhere(root: &ActorId) -> bool {
    root.as_str() == NOWHERE
}

/// Returns how many tokens a run of proper nouns has that begins here and reads as one name.
pub(super) fn name_length(sentence: &Sentence, at: usize) -> Option<usize> {
    let is_proper = |index: usize| {
        sentence
            .token(index)
            .is_some_and(|token| matches!(token.tag, Tag::Nnp | Tag::Nnps) && starts_upper(&token.text))
    };
    let mut length = 0;
    while is_proper(at + length) {
        length += 1;
        // "Jean-Marc", "Myung-bak": no space about the hyphen.
        while is_joined(sentence, at + length) {
            length += 2;
        }
    }
    (length > 0).then_some(length)
}

/// Tells whether a hyphen at a token joins the words beside it.
fn is_joined(sentence: &Sentence, hyphen: usize) -> bool {
    let beside = |from: Option<usize>, to: usize| {
        let before = from.and_then(|from| sentence.token(from));
        before.zip(sentence.token(to)).is_some_and(|(before, after)| before.span.end() == after.span.start())
    };
    sentence.token(hyphen).is_some_and(|token| matches!(&*token.text, "-" | "\u{2010}" | "\u{2011}"))
        && beside(hyphen.checked_sub(1), hyphen)
        && beside(Some(hyphen), hyphen + 1)
        && sentence.token(hyphen + 1).is_some_and(|token| matches!(token.tag, Tag::Nnp | Tag::Nnps | Tag::Nn))
}

fn starts_upper(text: &str) -> bool {
    text.chars().next().is_some_and(char::is_uppercase)
}

/// Makes a person whom only the text names, of the state of a title, or of none.
pub(super) fn person(name: &str, owner: Option<&ActorId>, sector: Option<Sector>, binds: bool) -> Option<Participant> {
    let root = owner.map_or(NOWHERE.to_owned(), |owner| owner.root().to_string());
    let id: ActorId = format!("{root}.{}", slug(name)?).parse().ok()?;
    Some(Participant {
        id,
        name: name.to_owned(),
        kind: ActorKind::Person,
        country: owner.map(ActorId::root),
        sector,
        binds,
        mention: None,
    })
}

/// Makes an actor of a name of which nothing else is known; one word alone is too little.
pub(super) fn named(name: &str, length: usize) -> Option<Participant> {
    if length < 2 {
        return None;
    }
    let id: ActorId = format!("{NOWHERE}.{}", slug(name)?).parse().ok()?;
    Some(Participant {
        id,
        name: name.to_owned(),
        kind: ActorKind::Person,
        country: None,
        sector: None,
        binds: false,
        mention: None,
    })
}

/// Makes an actor of a sector of no known state: "gunmen".
pub(super) fn sector(sector: Sector, noun: &str) -> Option<Participant> {
    let id: ActorId = format!("{NOWHERE}.{sector}").parse().ok()?;
    Some(Participant {
        id,
        name: noun.to_owned(),
        kind: ActorKind::Group,
        country: None,
        sector: Some(sector),
        binds: false,
        mention: None,
    })
}

/// Makes the part of a state that a sector is, where the roster has no organ for it.
pub(super) fn part_of(owner: Participant, sector: Sector) -> Option<Participant> {
    let id: ActorId = format!("{}.{sector}", owner.id).parse().ok()?;
    Some(Participant {
        id,
        name: format!("{} ({sector})", owner.name),
        kind: if owner.kind == ActorKind::Group { ActorKind::Group } else { ActorKind::Institution },
        country: owner.country,
        sector: Some(sector),
        binds: false,
        mention: None,
    })
}

/// Returns the sector of a people.
pub(super) fn civilians() -> Option<Sector> {
    "CVL".parse().ok()
}

fn slug(name: &str) -> Option<String> {
    let parts: Vec<String> =
        name.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).map(str::to_lowercase).collect();
    (!parts.is_empty()).then(|| parts.join("-"))
}

/// Gives an unknown name the state and office of the title in apposition to it: "X, the Peruvian foreign minister".
pub(super) fn take_states_from_appositions(sentence: &Sentence, mentions: &mut [Mention]) {
    let titles: Vec<(usize, Participant)> = mentions
        .iter()
        .filter(|mention| matches!(mention.form, Form::Title | Form::Agent | Form::Name) && mention.parties.len() == 1)
        .filter_map(|mention| Some((mention.head, mention.parties.first()?.clone())))
        .filter(|(_, party)| party.country.is_some())
        .collect();
    for mention in mentions.iter_mut().filter(|mention| mention.form == Form::Unknown) {
        let apposed = |head: usize| {
            sentence.token(head).is_some_and(|token| {
                token.label == Label::Appos && token.head.is_some_and(|above| mention.tokens.contains(&above))
            }) || sentence
                .token(mention.head)
                .is_some_and(|token| token.label == Label::Appos && token.head == Some(head))
        };
        let Some((_, title)) = titles.iter().find(|(head, _)| apposed(*head)) else { continue };
        let Some(country) = title.country.clone() else { continue };
        if let Some(party) = mention.parties.first_mut() {
            let named = person(&party.name, Some(&country), title.sector, title.binds);
            if let Some(named) = named {
                *party = Participant { mention: party.mention, ..named };
                mention.form = Form::Title;
                mention.how = format!("in apposition to {}", title.name);
            }
        }
    }
}
