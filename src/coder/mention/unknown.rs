//! Proper names and agents that the roster does not know: kept as actors of no state, never guessed.

use super::{Form, Mention};
use crate::coder::frame;
use crate::english::tag::{Label, Tag};
use crate::english::{Sentence, Token};
use crate::model::category::{ActorKind, Sector};
use crate::model::event::Participant;
use crate::model::id::ActorId;
use crate::model::span::Span;
use crate::ontology::Ontology;
use crate::ontology::lexicon::time::{RelationWord, Sense, TimeWords};
use crate::ontology::roster::Roster;
use std::borrow::Cow;
use std::ops::Range;

/// The root of actors that count for no known state.
const NOWHERE: &str = "XXX";
/// How sure a name is of which nothing is known, 0 to 100.
const STRANGER: u8 = 50;
/// Enough words for a name to be somebody's.
const MOST_WORDS: usize = 2;

/// Tells whether the root of an id is that of actors of no known state.
pub(super) fn is_nowhere(root: &ActorId) -> bool {
    root.as_str() == NOWHERE
}

/// Returns how many tokens a run of proper nouns has that begins here and reads as one name; a day or month
/// ends it: "met President Rojas Monday".
pub(super) fn name_length(sentence: &Sentence, at: usize, time: &TimeWords) -> Option<usize> {
    let is_proper = |index: usize| {
        sentence.token(index).is_some_and(|token| {
            // "Abdul-Salam al-Majali", "Ursula von der Leyen": small words within a name are a part of it.
            let is_inside = index > at && {
                let next = sentence.token(index + 1).map(|next| next.tag);
                matches!(next, Some(Tag::Nnp | Tag::Hyph))
            };
            matches!(token.tag, Tag::Nnp | Tag::Nnps)
                && (starts_upper(&token.text) || is_inside)
                && !is_of_calendar(token, time)
        })
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
pub(super) fn is_joined(sentence: &Sentence, hyphen: usize) -> bool {
    is_hyphenated(sentence, hyphen)
        && sentence.token(hyphen + 1).is_some_and(|token| matches!(token.tag, Tag::Nnp | Tag::Nnps | Tag::Nn))
}

/// Tells whether a hyphen stands at a token, without spaces between it and the words beside it.
pub(super) fn is_hyphenated(sentence: &Sentence, hyphen: usize) -> bool {
    let beside = |from: Option<usize>, to: usize| {
        let before = from.and_then(|from| sentence.token(from));
        before.zip(sentence.token(to)).is_some_and(|(before, after)| before.span.end() == after.span.start())
    };
    sentence.token(hyphen).is_some_and(|token| matches!(&*token.text, "-" | "\u{2010}" | "\u{2011}"))
        && beside(hyphen.checked_sub(1), hyphen)
        && beside(Some(hyphen), hyphen + 1)
}

/// Tells whether a token is the name of a month.
pub(super) fn is_month(token: &Token, time: &TimeWords) -> bool {
    time.senses(token.lower.trim_end_matches('.')).iter().any(|sense| matches!(sense, Sense::Month { .. }))
}

/// Tells whether a token is a weekday, or a month that is no name of a person beside other names.
fn is_of_calendar(token: &Token, time: &TimeWords) -> bool {
    time.senses(token.lower.trim_end_matches('.')).iter().any(|sense| match sense {
        Sense::Weekday { short: false, .. } => true,
        // "Dec." is a month as it stands.
        Sense::Month { .. } if token.text.ends_with('.') => true,
        Sense::Month { short: false, .. } => !matches!(token.label, Label::Compound | Label::Nsubj),
        _ => false,
    })
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

/// Makes an actor of a name of tokens `at..at + length`: a body where its last word names one, else a person.
pub(super) fn of_name(
    name: &str,
    at: usize,
    length: usize,
    lemmas: &[Cow<'_, str>],
    roster: &Roster,
) -> Option<Participant> {
    let last = at + length.checked_sub(1)?;
    let before = lemmas.get(at..last)?.iter().rev().map(AsRef::as_ref);
    match lemmas.get(last).and_then(|lemma| roster.agent(lemma, before)).filter(|noun| noun.acts && length > 1) {
        Some(noun) => body(name, noun.sector),
        None => named(name, length),
    }
}

/// Returns an actor of a name or office as one of a state, with what the office binds.
pub(crate) fn placed(party: &Participant, state: &ActorId) -> Option<Participant> {
    let id: ActorId = format!("{state}.{}", slug(&party.name)?).parse().ok()?;
    Some(Participant { id, country: Some(state.root()), ..party.clone() })
}

/// Makes an actor of the name of a body of a sector: "Eastern Port Committee".
fn body(name: &str, sector: Sector) -> Option<Participant> {
    let id: ActorId = format!("{NOWHERE}.{}", slug(name)?).parse().ok()?;
    Some(Participant {
        id,
        name: name.to_owned(),
        kind: ActorKind::Institution,
        country: None,
        sector: Some(sector),
        binds: false,
        mention: None,
    })
}

/// Tells whether a name that ends in a word is nobody's: that of a treaty, a building, an event.
pub(crate) fn names_nobody(ontology: &Ontology, last: &Token) -> bool {
    let references = ontology.references();
    references.is_joint_thing(&last.lemma.to_lowercase()) || references.is_nobody(&last.lower)
}

/// Makes a mention of a proper name of one word or more that heads a phrase and that nothing else reads.
///
/// Only for a side of an act whose other side is known: one word alone is too little to be an actor by itself.
pub(crate) fn stranger(number: usize, sentence: &Sentence, head: usize, time: &TimeWords) -> Option<Mention> {
    let is_proper = |index: usize| {
        sentence
            .token(index)
            .is_some_and(|token| token.tag == Tag::Nnp && starts_upper(&token.text) && !is_of_calendar(token, time))
    };
    if !is_proper(head) {
        return None;
    }
    let start = (0..head).rev().take_while(|&index| is_proper(index)).last().unwrap_or(head);
    let spans = sentence.tokens.get(start..=head)?.iter();
    let span = spans.clone().map(|token| token.span).reduce(Span::join)?;
    let name = spans.map(|token| &*token.text).collect::<Vec<_>>().join(" ");
    let party = named(&name, MOST_WORDS)?;
    Some(Mention {
        sentence: number,
        tokens: start..head + 1,
        head,
        span,
        form: Form::Unknown,
        parties: vec![Participant { mention: Some(span), ..party }],
        how: "a name that is not in the roster".to_owned(),
        confidence: STRANGER,
    })
}

/// Makes a mention of agents of no known state at the noun that names them.
pub(crate) fn nobody(number: usize, sentence: &Sentence, noun: usize, of: Sector) -> Option<Mention> {
    let token = sentence.token(noun)?;
    Some(Mention {
        sentence: number,
        tokens: noun..noun + 1,
        head: noun,
        span: token.span,
        form: Form::Located,
        parties: vec![Participant { mention: Some(token.span), ..sector(of, &token.lower)? }],
        how: "of no known state".to_owned(),
        confidence: STRANGER,
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

/// Gives an unknown name the state behind or before it, and the office that it shares with the name before: "Presidents X of Peru and Y
/// of Chile".
pub(super) fn take_states_beside(sentence: &Sentence, mentions: &mut [Mention], ontology: &Ontology) {
    let references = ontology.references();
    let state_at = |head: usize, mentions: &[Mention]| {
        let state = mentions.iter().find(|mention| mention.head == head && mention.form != Form::Unknown)?;
        let party = state.parties.first().filter(|party| party.kind == ActorKind::State)?;
        party.country.clone()
    };
    let behind = |mention: &Mention, mentions: &[Mention]| {
        let mut below = sentence.children(mention.head);
        let (of, _) =
            below.find(|(_, below)| below.label == Label::Prep && references.is_owner_preposition(&below.lower))?;
        sentence.children(of).find_map(|(index, _)| state_at(index, mentions))
    };
    let shared = |mention: &Mention, mentions: &[Mention]| {
        let first = sentence.token(mention.head).filter(|token| token.label == Label::Conj)?.head?;
        let first = mentions.iter().find(|other| other.covers(first))?.parties.first()?;
        (first.kind == ActorKind::Person).then_some((first.sector, first.binds))
    };
    // "Met Peru's Ana Quispe"; what acts alone may be a firm or a paper: "Peru's El Sol said".
    let before = |mention: &Mention, mentions: &[Mention]| {
        let token = sentence.token(mention.head).filter(|_| mention.tokens.len() >= MOST_WORDS)?;
        let is_joined = sentence.child(mention.head, Label::Conj).is_some();
        let acts_alone = matches!(token.label, Label::Nsubj | Label::NsubjPass) && !is_joined;
        let owner = sentence.child(mention.head, Label::Poss).filter(|_| !acts_alone)?;
        let is_named = mentions.iter().any(|other| other.head == owner && other.form == Form::Name);
        state_at(owner, mentions).filter(|_| is_named)
    };
    for index in 0..mentions.len() {
        let found = mentions.get(index).filter(|mention| mention.form == Form::Unknown).and_then(|mention| {
            let state = behind(mention, mentions).or_else(|| before(mention, mentions))?;
            let party = mention.parties.first().filter(|party| party.kind == ActorKind::Person)?;
            let (sector, binds) = shared(mention, mentions).unwrap_or((party.sector, false));
            Some(Participant { mention: party.mention, ..person(&party.name, Some(&state), sector, binds)? })
        });
        if let (Some(party), Some(mention)) = (found, mentions.get_mut(index)) {
            mention.how = format!("of {} by what stands beside", party.id.root());
            mention.parties = vec![party];
            mention.form = Form::Title;
        }
    }
}

/// Gives an unknown name the state and office of the title in apposition to it: "X, the Peruvian foreign minister".
pub(crate) fn take_states_from_appositions(sentence: &Sentence, mentions: &mut [Mention], ontology: &Ontology) {
    let titles: Vec<(usize, Participant)> = mentions
        .iter()
        .filter(|mention| matches!(mention.form, Form::Title | Form::Agent | Form::Name) && mention.parties.len() == 1)
        .filter_map(|mention| Some((mention.head, mention.parties.first()?.clone())))
        .filter(|(_, party)| party.country.is_some())
        .collect();
    let owners: Vec<(usize, ActorId, bool)> = mentions
        .iter()
        .filter(|mention| matches!(mention.form, Form::Adjective | Form::Name | Form::Pronoun))
        .filter(|mention| mention.parties.len() == 1)
        .filter_map(|mention| {
            let above = sentence.token(mention.head).filter(|token| is_before_its_noun(token))?.head?;
            // "X, its envoy" is in office; "X, her sister" is not.
            let is_office = mention.form == Form::Pronoun;
            let lemma = frame::lemma_of(sentence, above)?;
            if is_office && !ontology.references().is_office(&lemma) {
                return None;
            }
            Some((above, mention.parties.first()?.country.clone()?, is_office))
        })
        .collect();
    for mention in mentions.iter_mut().filter(|mention| mention.form == Form::Unknown) {
        let apposed = |head: usize| {
            sentence.token(head).is_some_and(|token| {
                token.label == Label::Appos && token.head.is_some_and(|above| mention.tokens.contains(&above))
            }) || sentence
                .token(mention.head)
                .is_some_and(|token| token.label == Label::Appos && token.head == Some(head))
                || is_trade_of(sentence, head, mention, ontology)
        };
        // "X, a spokesman for the Peruvian foreign ministry".
        let under = || {
            let beside = sentence.child(mention.head, Label::Appos).filter(|index| !mention.tokens.contains(index))?;
            let office = frame::lemma_of(sentence, beside)?;
            let mut held = frame::held(sentence, beside).filter(|_| ontology.references().is_office(&office));
            held.find_map(|noun| titles.iter().find(|(head, _)| *head == noun))
        };
        let Some((_, title)) = titles.iter().find(|(head, _)| apposed(*head)).or_else(under) else {
            // "X, a Peruvian writer": of that state, in no office.
            let owner =
                owners.iter().find(|(head, ..)| apposed(*head)).map(|(_, owner, is_office)| (owner, *is_office));
            if let (Some((owner, is_office)), Some(party)) = (owner, mention.parties.first_mut())
                && let Some(named) = person(&party.name, Some(owner), party.sector, is_office)
            {
                *party = Participant { mention: party.mention, ..named };
                mention.form = Form::Title;
                mention.how = format!("of {owner} by apposition");
            }
            continue;
        };
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

/// Tells whether a noun right before a full name says what somebody is: "Peruvian businessman Juan Rojas". A single word may
/// be a firm's: "Peruvian coffee maker Roxal".
fn is_trade_of(sentence: &Sentence, noun: usize, mention: &Mention, ontology: &Ontology) -> bool {
    noun + 1 == mention.tokens.start
        && !frame::lemma_of(sentence, noun).is_some_and(|lemma| ontology.frames().is_container(&lemma))
        && mention.tokens.len() > 1
        && sentence.token(noun).is_some_and(|token| {
            token.tag == Tag::Nn
                && token.label == Label::Compound
                && token.head.is_some_and(|head| mention.tokens.contains(&head))
        })
}

fn is_before_its_noun(token: &Token) -> bool {
    matches!(token.label, Label::Amod | Label::Compound | Label::Nmod | Label::Poss)
}

/// Tells whether a name ends that of an area, of whose states one is meant, or only says how large something is: "the former
/// Soviet republic", "the South American country", "a desert the size of Peru".
pub(super) fn is_no_side(sentence: &Sentence, ontology: &Ontology, name: Range<usize>) -> bool {
    let references = ontology.references();
    let before = sentence.tokens.get(..name.end).unwrap_or_default();
    references.ends_area(before.iter().map(|token| &*token.text)) || is_extent(sentence, ontology, &name)
}

/// Tells whether a name stands under "of" for what has some extent: "the size of Peru"; not "the size of Peru's army".
fn is_extent(sentence: &Sentence, ontology: &Ontology, name: &Range<usize>) -> bool {
    let references = ontology.references();
    let of = name.start.checked_sub(1).and_then(|of| sentence.token(of));
    let noun = name.start.checked_sub(2).and_then(|noun| sentence.token(noun));
    let owns = |next: &Token| next.tag == Tag::Pos || next.tag.is_noun();
    of.is_some_and(|of| references.is_owner_preposition(&of.lower))
        && noun.is_some_and(|noun| references.is_extent(&noun.lower))
        && !sentence.token(name.end).is_some_and(owns)
}

/// Tells whether a name is that of the month, by what stands before it: "in May", "last May"; "accused May" is not.
pub(super) fn names_month(sentence: &Sentence, time: &TimeWords, at: usize) -> bool {
    let is_named = |token: &Token| is_month(token, time);
    let before = at.checked_sub(1).and_then(|before| sentence.token(before));
    let senses = before.map(|word| time.senses(&word.lower)).unwrap_or_default();
    let dates = |sense: &Sense| {
        matches!(
            sense,
            Sense::Relation(RelationWord::At | RelationWord::Since) | Sense::Back | Sense::Ahead | Sense::Part { .. }
        )
    };
    // "Pressure on May", "the fall of May", "a letter for May": as often her.
    let is_other = |sense: &Sense| {
        matches!(sense, Sense::Of | Sense::Moment | Sense::Relation(RelationWord::Length | RelationWord::By))
    };
    sentence.token(at).is_some_and(is_named) && senses.iter().any(dates) && !senses.iter().any(is_other)
}

/// Tells whether a word stands before a name without being a part of it: "Mr Quispe".
pub(super) fn is_before_name(sentence: &Sentence, ontology: &Ontology, at: usize) -> bool {
    sentence.token(at).is_some_and(|token| ontology.references().stands_before_names(&token.lower))
        && sentence.token(at + 1).is_some_and(|token| token.tag == Tag::Nnp)
}
