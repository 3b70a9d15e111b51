//! How an act stands to the world: denied, planned, threatened, begun, asked for, or done.
//!
//! Starts at the word of the act and climbs the tree through the words that govern it; each may change the
//! mode (MODEL, "Modes"). The words are the lexicon's; the way up is here. Knows neither frames nor actors.

mod climb;
mod modifier;
mod pact;

use crate::english::tag::Tag;
use crate::english::{Sentence, Token};
use crate::model::category::{Aspect, Mode};
use crate::ontology::lexicon::mode::{Class, ModeWords, Particle};

/// Tells whether a word before a noun says that what it tells of is done or was done: "the first to leave", "the 100th state to".
pub(crate) fn counts(word: &Token, words: &ModeWords) -> bool {
    let is_number = word.tag == Tag::Jj && word.lower.starts_with(|c: char| c.is_ascii_digit());
    is_number || words.is(&word.lower, Particle::First)
}

/// The tense that an act is told in.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Tense {
    /// "had accused".
    PastPerfect,
    /// "accused".
    Past,
    /// "has accused".
    PresentPerfect,
    /// "accuses", also of headlines.
    Present,
    /// "will accuse".
    Future,
    /// "said it would accuse".
    FutureInPast,
    /// None of its own nor of a word above it.
    Absent,
}

/// A word that governs the act.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct Link {
    /// The word.
    pub token: usize,
    /// What it does; where it is negated, what that comes to.
    pub class: Class,
    /// Whether it is negated.
    pub negated: bool,
}

/// How an act stands to the world, and why.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Reading {
    /// The mode.
    pub mode: Mode,
    /// The aspect.
    pub aspect: Option<Aspect>,
    /// The tense of the act, or of the nearest word above that has one.
    pub tense: Tense,
    /// What governs the act, the nearest first.
    pub governors: Vec<Link>,
    /// Whether it is announced by a word that performs what is performed by declaring it.
    pub announced: bool,
    /// Whether it is taken for known rather than told.
    pub background: bool,
    /// The reasons, the nearest first.
    pub why: Vec<String>,
}

impl Reading {
    /// Returns the nearest governor of a class.
    #[must_use]
    pub fn governor(&self, class: Class) -> Option<&Link> {
        self.governors.iter().find(|link| link.class == class)
    }

    /// Returns the classes of the governors, the nearest first.
    pub fn classes(&self) -> impl Iterator<Item = Class> + '_ {
        self.governors.iter().map(|link| link.class)
    }
}

/// Reads how the act of a word stands to the world.
///
/// `performative` tells whether an act of this type is performed by declaring it: then an announced plan
/// of it is actual.
#[must_use]
pub fn read(sentence: &Sentence, trigger: usize, words: &ModeWords, performative: bool) -> Reading {
    let mut reading = climb::climb(sentence, trigger, words);
    // "Had been due to sign it in March": whether it came to that is not told.
    let was_due = || reading.governor(Class::Schedule).is_some() && reading.tense == Tense::PastPerfect;
    if reading.mode == Mode::Planned && was_due() {
        reading.mode = Mode::Conditional;
        reading.why.push("had been planned, and may not have come about".to_owned());
    }
    if performative && reading.mode == Mode::Planned && reading.announced {
        reading.mode = Mode::Actual;
        reading.why.push("performed by declaring it".to_owned());
    }
    reading
}

/// Returns the tense of a verb by its form and auxiliaries.
#[must_use]
pub fn tense_of(sentence: &Sentence, verb: usize, words: &ModeWords) -> Tense {
    modifier::tense(sentence, verb, words)
}

#[cfg(test)]
mod tests;
