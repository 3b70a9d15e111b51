//! Whose part an agent without a name is: of the name before it, or of whoever the tree puts beside it.

use super::{Form, Mention, unknown};
use crate::coder::clause;
use crate::coder::frame::lemma_of;
use crate::english::tag::Label;
use crate::english::{Sentence, Token};
use crate::model::category::{ActorKind, Sector};
use crate::model::day::Day;
use crate::model::event::Participant;
use crate::model::id::ActorId;
use crate::ontology::Ontology;
use crate::ontology::reference::{DescriptionKind, References};
use crate::ontology::roster::Roster;

/// How sure a state taken from the tree is, 0 to 100.
const FROM_TREE: u8 = 75;
/// The sector of organisations.
const ORGANISATION: &str = "IGO";

/// What a name may mean, as far as it names an actor.
#[derive(Clone, Debug)]
pub(super) enum Sense {
    Actor(ActorId),
    Adjective(ActorId),
    Nationals(ActorId),
    Seat(ActorId),
    Place(ActorId),
    Family(ActorId),
    People(Vec<ActorId>),
}

/// Returns the owners that a name may be before an organ, title or agent noun.
pub(super) fn of_senses(senses: &[Sense]) -> Option<Vec<ActorId>> {
    senses.iter().find_map(|sense| match sense {
        Sense::Adjective(id) | Sense::Seat(id) | Sense::Nationals(id) => Some(vec![id.clone()]),
        Sense::Actor(id) if !id.as_str().contains(|c: char| c.is_lowercase()) => Some(vec![id.clone()]),
        Sense::People(states) => Some(states.iter().take(1).cloned().collect()),
        Sense::Actor(_) | Sense::Place(_) | Sense::Family(_) => None,
    })
}

/// Returns the part of an owner that a noun for agents names; a group is one with its fighters, and an organisation is the bloc
/// that it is called: "the ECOWAS bloc".
pub(crate) fn part_of(roster: &Roster, owner: &ActorId, sector: Sector, day: Day) -> Option<Participant> {
    let is = |wanted: ActorKind| roster.actor(owner).is_some_and(|entry| entry.kind == wanted);
    if is(ActorKind::Group) {
        return roster.participant(owner, day);
    }
    let is_called_so = sector.as_str() == ORGANISATION && is(ActorKind::Organisation);
    let whole = || roster.participant(owner, day).filter(|_| is_called_so);
    let part = roster.organ_by_suffix(owner, sector.as_str(), day).or_else(whole);
    part.or_else(|| unknown::part_of(roster.participant(owner, day)?, sector))
}

/// Gives agents of no known state the state of whoever they belong to: "the president's army", "forces loyal to
/// the former premier", "rebels from the north of Peru", "the government and its allies in Peru".
pub(crate) fn take_states(sentence: &Sentence, mentions: &mut [Mention], ontology: &Ontology, day: Day) {
    let found: Vec<(usize, Vec<Participant>, String)> = mentions
        .iter()
        .enumerate()
        .filter(|(_, mention)| is_nobodys(mention))
        .filter_map(|(index, mention)| {
            let owner = owner_of(sentence, mention, mentions, ontology)?;
            let sector = mention.parties.first()?.sector?;
            if ontology.references().is_placeless(sector.as_str()) {
                return None;
            }
            // "ministers from Peru, Chile and Bolivia": of all of them.
            let others = mentions.iter().filter(|other| follows(sentence, owner, other));
            let parties: Vec<Participant> = std::iter::once(owner)
                .chain(others)
                .flat_map(|owner| &owner.parties)
                .filter_map(|party| {
                    let id = if party.kind == ActorKind::Group { &party.id } else { party.country.as_ref()? };
                    let part = part_of(ontology.roster(), id, sector, day)?;
                    Some(Participant { mention: Some(mention.span), ..part })
                })
                .collect();
            (!parties.is_empty()).then(|| (index, parties, format!("{sector} of {}", owner.how)))
        })
        .collect();
    for (index, parties, how) in found {
        if let Some(mention) = mentions.get_mut(index) {
            mention.parties = parties;
            mention.how = how;
            mention.confidence = mention.confidence.max(FROM_TREE);
            if mention.form == Form::Located {
                mention.form = Form::Agent;
            }
        }
    }
}

/// Tells whether a mention is coordinated with another under one preposition, after it.
fn follows(sentence: &Sentence, first: &Mention, other: &Mention) -> bool {
    let under = sentence.token(first.head).is_some_and(|token| token.label == Label::Pobj);
    let mut at = other.head;
    while let Some(token) = sentence.token(at).filter(|token| under && token.label == Label::Conj) {
        let Some(head) = token.head.filter(|head| *head < at) else { return false };
        if first.covers(head) {
            return true;
        }
        at = head;
    }
    false
}

/// Tells whether a mention is of agents of no known state.
fn is_nobodys(mention: &Mention) -> bool {
    matches!(mention.form, Form::Agent | Form::Bystander | Form::Located)
        && mention.parties.iter().all(|party| party.country.is_none() && party.kind == ActorKind::Group)
        && mention.parties.iter().all(|party| !party.id.is_root())
}

/// Tells whether a noun is a description of two sides, who need not be of where they are: "the two governments in Lima".
pub(super) fn is_of_two(sentence: &Sentence, noun: usize, ontology: &Ontology) -> bool {
    let below = |label: Label| sentence.children(noun).filter(move |(_, below)| below.label == label);
    let Some(lemma) = lemma_of(sentence, noun).filter(|_| below(Label::Det).next().is_some()) else { return false };
    let pairs = || ontology.references().descriptions(&lemma).iter().filter(|one| one.kind == DescriptionKind::Pair);
    below(Label::Nummod)
        .any(|(_, number)| pairs().any(|one| one.determiners.iter().any(|word| **word == *number.lower)))
}

/// Returns the words under which stands who sent what a participle tells of: "by" of "missiles fired by Peru".
pub(crate) fn senders<'s>(
    sentence: &'s Sentence,
    participle: usize,
    references: &'s References,
) -> impl Iterator<Item = usize> + 's {
    let is_launch = |told: &&Token| told.label == Label::Acl && references.is_launch(&told.lower);
    let told = sentence.token(participle).filter(is_launch);
    let links = told.into_iter().flat_map(move |_| sentence.children(participle));
    let sends = |link: &Token| {
        link.label == Label::Agent || link.label == Label::Prep && references.is_origin_preposition(&link.lower)
    };
    links.filter(move |(_, link)| sends(link)).map(|(link, _)| link)
}

/// Tells whether a pronoun is for several of whom none acts on the agents that are theirs: "Ghana hosted their leaders".
fn is_of_others(sentence: &Sentence, agent: &Mention, pronoun: &Mention, mentions: &[Mention]) -> bool {
    let verb = sentence.ancestors(agent.head).find(|&above| sentence.token(above).is_some_and(clause::is_verb));
    let acting = verb.map(|verb| clause::subject(sentence, verb, 0)).unwrap_or_default();
    let doers: Vec<&Mention> =
        mentions.iter().filter(|mention| acting.iter().any(|&head| mention.covers(head))).collect();
    let is_theirs = |party: &Participant| pronoun.parties.iter().any(|one| one.country == party.country);
    let apart = doers.iter().all(|doer| !doer.parties.iter().any(is_theirs));
    pronoun.parties.len() > 1 && !doers.is_empty() && apart
}

/// Returns the mention that the tree puts beside an agent as whoever it belongs to.
fn owner_of<'m>(
    sentence: &Sentence,
    agent: &Mention,
    mentions: &'m [Mention],
    ontology: &Ontology,
) -> Option<&'m Mention> {
    let references = ontology.references();
    let counts = |mention: &&Mention| {
        mention.form != Form::Unknown
            && (mention.form != Form::Pronoun || is_of_others(sentence, agent, mention, mentions))
            && mention.parties.iter().any(|party| party.country.is_some() || party.kind == ActorKind::Group)
            && !is_nobodys(mention)
    };
    let at = |index: usize| mentions.iter().find(|mention| mention.covers(index)).filter(counts);
    let under = |preposition: usize| {
        sentence.children(preposition).filter(|(_, below)| below.label == Label::Pobj).find_map(|(index, _)| {
            at(index).or_else(|| {
                sentence
                    .children(index)
                    .filter(|(_, below)| matches!(below.label, Label::Poss | Label::Amod | Label::Compound))
                    .find_map(|(before, _)| at(before))
            })
        })
    };
    let beside = |(index, below): (usize, &Token)| match below.label {
        Label::Poss | Label::Amod | Label::Compound | Label::Nmod if index < agent.head && !agent.covers(index) => {
            at(index)
        }
        Label::Prep
            if references.is_owner_preposition(&below.lower)
                || references.is_origin_preposition(&below.lower)
                || references.is_location_preposition(&below.lower) && !is_of_two(sentence, agent.head, ontology) =>
        {
            under(index)
        }
        Label::Amod | Label::Acl | Label::Relcl if references.is_allegiance(&below.lower) => {
            sentence.children(index).filter(|(_, link)| link.label == Label::Prep).find_map(|(link, _)| under(link))
        }
        Label::Acl => senders(sentence, index, references).find_map(under),
        _ => None,
    };
    // "Peruvian helicopters and tanks": the second shares the owner of the first.
    let shared = || {
        let token = sentence.token(agent.head).filter(|token| token.label == Label::Conj)?;
        let is_part = |first: &&Mention| {
            matches!(first.form, Form::Agent | Form::Name) && first.parties.iter().all(|party| party.sector.is_some())
        };
        at(token.head?).filter(|first| is_part(first) && first.span.start() < agent.span.start())
    };
    sentence.children(agent.head).find_map(beside).or_else(shared)
}
