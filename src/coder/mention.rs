//! The words of a sentence that name actors, resolved on the day of the article.
//!
//! A phrase such as "Israeli Foreign Minister Israel Katz" or "six Indian diplomats" is one mention: its
//! owner (adjective, name or possessor), an organ, title or agent noun, and a person's name, each optional.
//! Who a phrase means is data of the roster; pronouns and descriptions are for `reference`.

#[cfg(test)]
mod coverage;
mod owner;
mod phrase;
mod unknown;

use crate::english::Sentence;
use crate::english::tag::{Label, Tag};
use crate::model::category::{ActorKind, Sector};
use crate::model::day::Day;
use crate::model::event::Participant;
use crate::model::id::ActorId;
use crate::model::span::Span;
use crate::ontology::Ontology;
pub(crate) use owner::{part_of, senders, take_states};
use phrase::{Read, Reader};
use std::collections::BTreeMap;
use std::ops::Range;
pub(crate) use unknown::{names_nobody, nobody, placed, stranger, take_states_from_appositions};

/// How sure it is that those act who act in a place, 0 to 100.
const OF_PLACE: u8 = 55;

/// How words name an actor.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Form {
    /// By its name.
    Name,
    /// By an adjective or noun before a noun that is no actor: "Russian gas".
    Adjective,
    /// By an office: "the Japanese prime minister".
    Title,
    /// By what it is: "Israeli soldiers".
    Agent,
    /// By what they are, where they do not act for anybody: "refugees".
    Bystander,
    /// By what it is, of the state where it is told: "police" in a report from Lima.
    Located,
    /// By its capital or seat, where that acts.
    Metonym,
    /// By a place, where nothing acts.
    Place,
    /// By a pronoun.
    Pronoun,
    /// By a description: "both sides", "the ministry".
    Description,
    /// By a proper name that the roster does not know.
    Unknown,
}

/// Words that name one or more actors.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Mention {
    /// The sentence.
    pub sentence: usize,
    /// Its tokens.
    pub tokens: Range<usize>,
    /// The token that heads them in the tree.
    pub head: usize,
    /// Their bytes.
    pub span: Span,
    /// How they name.
    pub form: Form,
    /// Whom they name; never empty.
    pub parties: Vec<Participant>,
    /// Why these.
    pub how: String,
    /// How sure that is, 0 to 100.
    pub confidence: u8,
}

impl Mention {
    /// Tells whether a token is one of the words.
    #[must_use]
    pub fn covers(&self, token: usize) -> bool {
        self.tokens.contains(&token)
    }

    /// Tells whether all of them are of no known state.
    #[must_use]
    pub(super) fn is_of_nowhere(&self) -> bool {
        self.parties.iter().all(|party| is_nowhere(&party.id.root()))
    }

    /// Tells whether they are an agent of no known state: "the alliance", "the rebels".
    #[must_use]
    pub(super) fn is_of_nobody(&self) -> bool {
        let is_nobody = |party: &Participant| party.kind != ActorKind::Person && is_nowhere(&party.id.root());
        self.form == Form::Agent && self.parties.iter().all(is_nobody)
    }
}

/// Names that an article has introduced, by family name.
#[derive(Clone, Debug, Default)]
pub struct Memory {
    families: BTreeMap<String, Participant>,
}

impl Memory {
    /// Notes a name by its last word, and by its first where that may be the family's.
    fn introduce(&mut self, name: &str, person: &Participant, is_first: bool) {
        let words = || name.split_whitespace();
        let first = words().next().filter(|_| is_first);
        for family in words().last().into_iter().chain(first) {
            self.families.insert(family.to_owned(), person.clone());
        }
    }

    /// Notes of whom no state was known that it is now: "Juan Rojas, a Peruvian writer".
    fn learn(&mut self, person: &Participant) {
        for known in self.families.values_mut() {
            if known.name == person.name && is_nowhere(&known.id.root()) {
                *known = Participant { mention: known.mention, ..person.clone() };
            }
        }
    }

    fn person(&self, family: &str) -> Option<&Participant> {
        self.families.get(family)
    }
}

/// Makes a mention of a place into those of a sector who act there: the police of the state, unknown attackers.
pub(crate) fn of_place(place: &Mention, sector: Sector, ontology: &Ontology, day: Day) -> Option<Mention> {
    let state = place.parties.iter().find_map(|party| party.country.clone())?;
    let part = part_of(ontology.roster(), &state, sector, day)?;
    Some(Mention {
        form: Form::Agent,
        parties: vec![Participant { mention: Some(place.span), ..part }],
        how: format!("nobody is named; {sector} of where it happened"),
        confidence: place.confidence.min(OF_PLACE),
        ..place.clone()
    })
}

/// Finds the mentions of a sentence, in order and without overlap.
#[must_use]
pub fn find(number: usize, sentence: &Sentence, ontology: &Ontology, day: Day, memory: &mut Memory) -> Vec<Mention> {
    let mut reader = Reader::new(number, sentence, ontology, day, memory);
    let mut mentions: Vec<Mention> = Vec::new();
    let mut at = 0;
    while at < sentence.tokens.len() {
        match reader.read(at) {
            Some(Read::Mention(mention)) => {
                at = mention.tokens.end.max(at + 1);
                mentions.push(mention);
            }
            Some(Read::Hidden(end)) => at = end.max(at + 1),
            None => at += 1,
        }
    }
    take_names_behind(sentence, &mut mentions);
    take_states_from_appositions(sentence, &mut mentions, ontology);
    unknown::take_states_beside(sentence, &mut mentions, ontology);
    take_states(sentence, &mut mentions, ontology, day);
    for person in mentions.iter().flat_map(|mention| &mention.parties) {
        if person.kind == ActorKind::Person && !is_nowhere(&person.id.root()) {
            memory.learn(person);
        }
    }
    mentions
}

/// Makes agents that only say what a state named right behind them is into that state: "signed a pact with Peruvian ally Ghana".
fn take_names_behind(sentence: &Sentence, mentions: &mut [Mention]) {
    for at in 1..mentions.len() {
        let Some([agent, name]) = mentions.get_mut(at - 1..=at) else { continue };
        let is_state = name.form == Form::Name && name.parties.iter().all(|party| party.kind == ActorKind::State);
        let token = sentence.token(name.head).filter(|token| token.label == Label::Appos);
        let is_of_it = token.and_then(|token| token.head).is_some_and(|head| agent.tokens.contains(&head));
        // "Its allies Ghana and Togo" are more than the first.
        let is_one = sentence.token(agent.head).is_some_and(|noun| noun.tag == Tag::Nn);
        if agent.form == Form::Agent && is_one && is_state && is_of_it && agent.tokens.end == name.tokens.start {
            (agent.form, agent.parties, agent.how) = (Form::Name, name.parties.clone(), name.how.clone());
        }
    }
}

/// Tells whether the root of an id is that of actors of no known state.
pub(crate) fn is_nowhere(root: &ActorId) -> bool {
    unknown::is_nowhere(root)
}

/// Returns the token of a range that heads it in the tree: the last whose own head lies outside.
fn head_of(sentence: &Sentence, tokens: &Range<usize>) -> usize {
    let outside = |index: &usize| {
        sentence
            .token(*index)
            .is_some_and(|token| token.head.is_none_or(|head| !tokens.contains(&head)) && token.tag != Tag::Pos)
    };
    tokens.clone().rev().find(outside).unwrap_or(tokens.start)
}

fn span_of(sentence: &Sentence, tokens: &Range<usize>) -> Span {
    let spans = sentence.tokens.get(tokens.clone()).unwrap_or_default().iter().map(|token| token.span);
    spans.reduce(Span::join).unwrap_or_default()
}

/// Tells whether a token stands before the noun that it describes.
fn is_before_noun(sentence: &Sentence, index: usize) -> bool {
    sentence.token(index).is_some_and(|token| {
        matches!(token.label, Label::Amod | Label::Compound | Label::Nmod | Label::Npadvmod | Label::Advmod)
            || (token.label == Label::Conj
                && token.head.is_some_and(|head| head < index && is_before_noun(sentence, head)))
    })
}
