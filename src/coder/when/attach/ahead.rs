//! The days of what is still to come, and the day on which something ends.

use super::super::resolve::{from_day, moved};
use super::super::{Relation, Time};
use super::{Base, Finder, Kind};
use crate::coder::mode::Tense;
use crate::model::day::{Day, Interval};
use crate::ontology::lexicon::time::Unit;

impl Finder<'_> {
    /// Returns the days that a relation to an expression leaves, for what is to come.
    pub(super) fn effective(&self, time: &Time) -> Option<Interval> {
        let published = self.told.published;
        if let (Relation::Within, Some(length)) = (time.relation, time.length) {
            return Interval::range(published, moved(published, length.most, length.unit, true)).ok();
        }
        let ahead = time.ahead.filter(|ahead| !self.is_nearer_past(time, ahead))?;
        match time.relation {
            Relation::At | Relation::From | Relation::Since => Some(from_day(&ahead, published).unwrap_or(ahead)),
            Relation::By | Relation::Within => Interval::range(published, ahead.latest?).ok(),
            Relation::Before => Interval::range(published, ahead.earliest?.plus_days(-1)).ok(),
            Relation::After => Some(Interval::after(ahead.latest?)),
            Relation::Until | Relation::For | Relation::Apart | Relation::Earlier => None,
        }
    }

    /// Tells whether a day without a year is nearer to publication in the past, for what was agreed or decided in the
    /// past: "agreed to restore ties on July 30".
    pub(super) fn is_nearer_past(&self, time: &Time, ahead: &Interval) -> bool {
        let published = self.told.published;
        let tense = self.told.reading.tense;
        let back = time.past.and_then(|past| past.latest).filter(|day| *day <= published);
        let (Some(back), Some(next)) = (back, ahead.earliest.filter(|day| *day > published)) else { return false };
        matches!(tense, Tense::Past) && published.days_since(back) * 2 < next.days_since(published)
    }

    /// Returns the day on which the text says that it ends.
    pub(super) fn until(&self, bases: &[Base], occurred: &Interval) -> Option<Day> {
        let own = |base: &Base| matches!(base.kind, Kind::Same | Kind::Governor);
        let ends = |time: &Time, base: &Base| own(base) && (time.relation == Relation::Until || time.until.is_some());
        if let Some((index, _)) = self.nearest(bases, ends) {
            let time = self.times.get(index)?;
            let end = time.until.or_else(|| time.ahead.and_then(|ahead| ahead.latest))?;
            return occurred.earliest.is_none_or(|first| first <= end).then_some(end);
        }
        // "For six months" from a known day; not "for another six months", nor "has for six months".
        let lasts = |time: &Time, base: &Base| own(base) && time.relation == Relation::For;
        let (index, _) = self.nearest(bases, lasts)?;
        let length = self.times.get(index)?.length.filter(|length| !length.further && length.least == length.most)?;
        let perfect = matches!(self.told.reading.tense, Tense::PresentPerfect | Tense::PastPerfect);
        let long = matches!(length.unit, Unit::Week | Unit::Month | Unit::Quarter | Unit::Year);
        let first = occurred.earliest.filter(|first| Some(*first) == occurred.latest && long && !perfect)?;
        Some(moved(first, length.most, length.unit, true))
    }
}
