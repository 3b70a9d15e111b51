//! The days of acts that no date of their own places.

use super::super::Relation;
use super::super::Time;
use super::super::resolve::capped;
use super::{Base, Finder, Found, Kind, clause_head};
use crate::coder::mode::{self, Tense};
use crate::english::tag::Label;
use crate::model::day::Interval;

impl Finder<'_> {
    /// What no date of its own places.
    pub(super) fn undated(&self, bases: &[Base], said: Option<(Interval, Option<usize>)>) -> Found {
        let published = self.told.published;
        if let Some(apart) = self.apart() {
            return apart;
        }
        let around = bases.iter().find(|base| matches!(base.kind, Kind::BeforeMain | Kind::AfterMain));
        if let Some(around) = around {
            let dates = |time: &Time, base: &Base| {
                base.kind == around.kind && matches!(time.relation, Relation::At | Relation::From)
            };
            let found = self.nearest(bases, dates).filter(|(_, base)| base.kind == around.kind);
            let main = found.and_then(|(index, _)| Some((index, capped(&self.times.get(index)?.past?, published)?)));
            let index = main.map(|(index, _)| index);
            let main = main.map(|(_, interval)| interval);
            if around.kind == Kind::BeforeMain {
                let latest = main.and_then(|main| main.latest).unwrap_or(published);
                return (Interval::before(latest), false, index, "told as having come before".to_owned());
            }
            let after = main.and_then(|main| Interval::range(main.earliest?, published).ok());
            if let Some(after) = after {
                return (after, false, index, "told as having come after".to_owned());
            }
        }
        let latest = said.and_then(|(said, _)| said.latest).unwrap_or(published);
        let reading = self.told.reading;
        // "Said on Monday that it had expelled": the tense is that of what is reported as news.
        if reading.tense == Tense::PastPerfect && !self.is_reported(bases) {
            return (Interval::before(latest), false, None, "told in the past perfect, as background".to_owned());
        }
        if reading.background {
            return (Interval::before(latest), false, None, "taken for known, not told as news".to_owned());
        }
        if self.is_relative() && reading.tense == Tense::Past {
            return (Interval::before(latest), false, None, "told in a relative clause, as background".to_owned());
        }
        if let Some((said, index)) = said {
            return (said, false, index, "the day on which it was said".to_owned());
        }
        let setting = self.told.setting.filter(|_| reading.tense == Tense::Past);
        if let Some(date) = setting.filter(|setting| setting.same_subject).map(|setting| setting.date) {
            return (date, false, None, "told on of the same subject".to_owned());
        }
        if setting.is_some() {
            return (Interval::before(published), false, None, "told on from an older date".to_owned());
        }
        (Interval::reported(published), false, None, "told as news".to_owned())
    }

    /// Tells whether somebody said it in the plain past, so that the past perfect is only that of report.
    fn is_reported(&self, bases: &[Base]) -> bool {
        let said = bases.iter().filter(|base| base.kind == Kind::Said);
        let tenses = said.map(|base| mode::tense_of(self.sentence, base.token, &self.told.lexicon.mode));
        tenses.into_iter().next() == Some(Tense::Past)
    }

    fn is_relative(&self) -> bool {
        let mut clause = clause_head(self.sentence, self.trigger);
        while let Some(token) = clause.and_then(|index| self.sentence.token(index)) {
            match token.label {
                Label::Conj => clause = token.head,
                label => return label == Label::Relcl,
            }
        }
        false
    }
}
