//! The days of what is still to come or is done by announcing it, and the day on which something ends.

use super::super::resolve::{capped, from_day, moved};
use super::super::{Relation, Time};
use super::{Base, Finder, Found, Kind};
use crate::coder::mode::Tense;
use crate::model::day::{Day, Interval};
use crate::ontology::lexicon::time::Unit;

impl Finder<'_> {
    /// What is performed by announcing it: on the day of the announcement, unless the text gives a later one.
    pub(super) fn announced(&self, bases: &[Base], said: Option<(Interval, Option<usize>)>) -> Found {
        let published = self.told.published;
        let is_future = matches!(self.told.reading.tense, Tense::Future | Tense::FutureInPast);
        let own = |time: &Time, base: &Base| match time.relation {
            // "Will resume ties by June"; an order "to leave by Monday" is given today.
            Relation::By => is_future && base.token == self.trigger,
            // "Will leave the pact in 30 days".
            Relation::Within => is_future && base.token == self.trigger && time.length.is_some(),
            Relation::At | Relation::From | Relation::After => {
                base.kind == Kind::Same || base.kind == Kind::Governor && time.head > self.trigger
            }
            _ => false,
        };
        let is_later = |interval: &Interval, time: &Time| {
            let is_term = matches!(time.relation, Relation::By | Relation::Within);
            let first = if is_term { interval.latest } else { interval.earliest };
            first > Some(published)
        };
        let past_governor = !matches!(self.told.reading.tense, Tense::Future | Tense::FutureInPast | Tense::Present);
        if let Some((index, base)) = self.nearest(bases, own)
            && let Some(time) = self.times.get(index)
        {
            let past = time.past.filter(|past| past.latest.is_some_and(|last| last <= published));
            // "Decided to leave the pact last week": what is to come has no day of the past.
            let is_decided = || {
                let is_governed = bases.iter().any(|base| base.kind == Kind::Governor);
                let is_nearer = time.ahead.is_some_and(|ahead| self.is_nearer_past(time, &ahead));
                base.kind == Kind::Same && is_governed && (time.past == time.ahead || is_nearer)
            };
            if past_governor
                && time.relation == Relation::At
                && let Some(past) = past.filter(|_| base.kind == Kind::Governor || is_decided())
            {
                return (past, false, Some(index), self.because(time, "says when it was decided"));
            }
            if let Some(later) = self.effective(time).filter(|interval| is_later(interval, time)) {
                return (later, true, Some(index), self.because(time, "gives a later date on which it takes effect"));
            }
        }
        if let Some(later) = self.effect() {
            return later;
        }
        if let Some((past, index)) = self.announcement(bases)
            && let Some(time) = self.times.get(index)
        {
            return (past, false, Some(index), self.because(time, "says when it was announced"));
        }
        self.undated(bases, said)
    }

    /// Returns the days before the act on which a word that governs it was said.
    pub(super) fn announcement(&self, bases: &[Base]) -> Option<(Interval, usize)> {
        let announces = |time: &Time, base: &Base| {
            base.kind == Kind::Governor
                && time.head < self.trigger
                && matches!(time.relation, Relation::At | Relation::Earlier)
        };
        let (index, _) = self.nearest(bases, announces).filter(|(_, base)| base.kind == Kind::Governor)?;
        Some((capped(&self.times.get(index)?.past?, self.told.published)?, index))
    }

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
