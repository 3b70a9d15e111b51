//! How well articles and sentences were coded, measured against gold.
//!
//! Gold comes as JSON lines of five forms, in any mixture ([`gold`]): sentences with classes and pairs of
//! countries, sentences with one class and two marked spans, sentences that hold no event, whole articles,
//! and what is expected of those. Nothing here codes, opens a store or prints: who calls codes the texts
//! and says how relations stood. Counts are kept as counts; shares are made when they are asked for.

pub mod articles;
pub mod class;
pub mod gold;
pub mod negatives;
pub mod pairs;
pub mod part;

use crate::model::category::{Mode, PloverClass};
use crate::model::event::Event;
use crate::ontology::Ontology;

/// The classes that are told apart: those of PLOVER, what gives way being one.
pub const CLASSES: &[&str] = &[
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "COOPERATE",
    "AID",
    "YIELD",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
];

/// How many were asked for, how many were given, and how many of those were right.
#[derive(Copy, Clone, PartialEq, Eq, Debug, Default)]
pub struct Counts {
    /// What the gold holds.
    pub expected: usize,
    /// What came out.
    pub produced: usize,
    /// What is in both.
    pub matched: usize,
}

impl Counts {
    /// Returns the share of what came out that is right; 0 where nothing did.
    #[must_use]
    pub fn precision(&self) -> f64 {
        share(self.matched, self.produced)
    }

    /// Returns the share of the gold that came out; 0 where there is none.
    #[must_use]
    pub fn recall(&self) -> f64 {
        share(self.matched, self.expected)
    }

    /// Returns the harmonic mean of the two.
    #[must_use]
    pub fn f1(&self) -> f64 {
        share(2 * self.matched, self.expected + self.produced)
    }
}

/// One row of gold that was not met.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Miss {
    /// The row.
    pub id: String,
    /// What was asked for.
    pub wanted: String,
    /// What came out.
    pub given: String,
    /// The sentence, or the words of an event.
    pub text: String,
}

/// Returns one number as a share of another; 0 of nothing.
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "counts of sentences are small")]
pub fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

/// Returns the name under which a class is counted: conceding and retreating are one.
#[must_use]
pub fn folded(class: &str) -> &str {
    match class {
        "CONCEDE" | "RETREAT" => "YIELD",
        other => other,
    }
}

/// Tells whether an event counts in sentences: what is denied or mere background does not.
fn counts(event: &Event) -> bool {
    !matches!(event.mode, Mode::Negated | Mode::Historical)
}

/// Returns the class of an event's own code.
fn class(event: &Event, ontology: &Ontology) -> Option<PloverClass> {
    ontology.plover(event.cameo)
}

#[cfg(test)]
mod tests {
    use super::Counts;

    #[test]
    fn shares_of_nothing_are_nothing() {
        let none = Counts::default();
        assert!(none.f1().abs() < f64::EPSILON && none.precision().abs() < f64::EPSILON);
        let some = Counts { expected: 4, produced: 2, matched: 1 };
        assert!((some.precision() - 0.5).abs() < 1e-9 && (some.recall() - 0.25).abs() < 1e-9);
        assert!((some.f1() - 1.0 / 3.0).abs() < 1e-9);
    }
}
