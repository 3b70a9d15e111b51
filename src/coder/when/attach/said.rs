//! The days on which acts are told by somebody.

use super::super::resolve::capped;
use super::super::{Relation, Time};
use super::{Base, Finder, Kind};
use crate::coder::mode::{self, Tense};
use crate::english::tag::Label;
use crate::model::day::Interval;

impl Finder<'_> {
    /// Returns when it was said: the date of the verb of saying.
    pub(super) fn said(&self, bases: &[Base]) -> Option<(Interval, Option<usize>)> {
        let base = bases.iter().find(|base| base.kind == Kind::Said)?;
        let dates = |time: &Time, of: &Base| {
            of.kind == Kind::Said
                && matches!(time.relation, Relation::At | Relation::Earlier)
                && !self.stands_in_content(time, base.token)
        };
        let found = self.nearest(bases, dates).filter(|(_, base)| base.kind == Kind::Said);
        if let Some((index, _)) = found {
            let past = self.times.get(index)?.past?;
            return Some((capped(&past, self.told.published)?, Some(index)));
        }
        let tense = mode::tense_of(self.sentence, base.token, &self.told.lexicon.mode);
        (tense == Tense::PastPerfect).then(|| (Interval::before(self.told.published), None))
    }

    /// Tells whether an expression hung on a verb of saying stands within what is said: "said Peru on Monday
    /// had expelled" cannot be told apart, but what stands between the content's words is its own.
    fn stands_in_content(&self, time: &Time, verb: usize) -> bool {
        let Some(content) = self.sentence.child(verb, Label::Ccomp) else { return false };
        let within = self.sentence.subtree(content);
        match (within.first(), within.last()) {
            (Some(&first), Some(&last)) => (first..=last).contains(&time.head) && !(first..=last).contains(&verb),
            _ => false,
        }
    }
}
