//! Questions about the whole log, answered share by share, so that memory does not grow with the log.
//!
//! A log of up to `SHARE` records is one share and read once; a longer one is read once for each share, which is
//! cheap beside what a graph of all of it would take.

use super::{Workspace, WorkspaceError, room};
use crate::graph::replay::touches::Touches;
use crate::graph::replay::{self, Difference};
use crate::graph::share::{Share, Ties};
use crate::graph::view::View;
use crate::graph::view::gathered::Gathered;
use crate::graph::{Between, Knowledge, Projection, Touch};
use crate::model::day::Day;
use crate::model::id::{EventId, Seq};
use crate::model::sheet::{Entry, Quotes, Sheet};
use std::collections::BTreeSet;
use std::ops::Range;

/// How many records make a share: two graphs of twice as many, with all their pairs, took 1.4 GB.
const SHARE: u64 = 1 << 18;

/// How many records make a share where pair after pair is looked at and nothing of it is kept.
const WALK: u64 = 1 << 21;

/// What a check of the graph against the log found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Checked {
    /// How many different events the log tells.
    pub events: usize,
    /// Where the graph first differs.
    pub difference: Option<Difference>,
}

impl Workspace {
    /// Compares the graph that grows with the log, and is asked while it does, with one folded at once.
    ///
    /// # Errors
    /// When the log cannot be read.
    pub fn check_graph(&self) -> Result<Checked, WorkspaceError> {
        self.check_shares(SHARE)
    }

    /// [`Workspace::check_graph`] with so many records to a share.
    ///
    /// # Errors
    /// When the log cannot be read.
    pub fn check_shares(&self, size: u64) -> Result<Checked, WorkspaceError> {
        let range = self.up_to(None);
        let mut ids = Vec::new();
        let told = |sheet: &Sheet| ids.extend(sheet.entries().iter().flat_map(Entry::told).map(|event| event.id));
        let ties = self.ties(&range, told)?;
        ids.sort_unstable();
        ids.dedup();
        let mut checked = Checked { events: ids.len(), difference: None };
        drop(ids);
        let middle = Seq(range.end.0 / 2);
        for share in ties.shares(range.end.0.div_ceil(size.max(1))) {
            let [mut grown, mut folded] = [(); 2].map(|()| Projection::empty(self.rules.clone()));
            for half in [range.start..middle, middle..range.end] {
                // What is compiled now must be forgotten where a later record touches it.
                drop(grown.lens(&Knowledge::default()).everything());
                self.each(half, Quotes::Kept, |sheet| {
                    grown.take_share(sheet, &share);
                    folded.take_share(sheet, &share);
                })?;
            }
            checked.difference = replay::compare_share(&grown, &folded, &share);
            if checked.difference.is_some() {
                break;
            }
        }
        Ok(checked)
    }

    /// Returns the graph on a day.
    ///
    /// # Errors
    /// When the log cannot be read.
    pub fn view(&self, at: Day, knowledge: &Knowledge) -> Result<View, WorkspaceError> {
        self.view_in_shares(at, knowledge, WALK)
    }

    /// [`Workspace::view`] with so many records to a share.
    ///
    /// # Errors
    /// When the log cannot be read.
    pub fn view_in_shares(&self, at: Day, knowledge: &Knowledge, size: u64) -> Result<View, WorkspaceError> {
        let mut gathered = Gathered::new(at, knowledge);
        self.each_share(None, size, Quotes::Kept, &mut |projection, share| {
            gathered.take(projection, &|between| share.holds(between));
        })?;
        Ok(gathered.view(&self.rules))
    }

    /// Returns the graph on a day with the words behind the events that `shown` picks from it, for who shows few of
    /// its relations: the words of a log that is more than one share are read only then.
    ///
    /// # Errors
    /// When the log cannot be read.
    pub fn view_telling(
        &self,
        at: Day,
        knowledge: &Knowledge,
        shown: impl FnOnce(&View) -> BTreeSet<EventId>,
    ) -> Result<View, WorkspaceError> {
        self.view_telling_in_shares(at, knowledge, shown, WALK)
    }

    /// [`Workspace::view_telling`] with so many records to a share.
    ///
    /// # Errors
    /// When the log cannot be read.
    pub fn view_telling_in_shares(
        &self,
        at: Day,
        knowledge: &Knowledge,
        shown: impl FnOnce(&View) -> BTreeSet<EventId>,
        size: u64,
    ) -> Result<View, WorkspaceError> {
        if self.log.head().count <= size {
            return self.view_in_shares(at, knowledge, size);
        }
        let mut gathered = Gathered::new(at, knowledge).without_words();
        self.each_share(None, size, Quotes::LeftOut, &mut |projection, share| {
            gathered.take(projection, &|between| share.holds(between));
        })?;
        gathered.view_telling(&self.rules, shown, |events| {
            let part = self.only_events(&events)?;
            let lens = part.lens(knowledge);
            Ok(events.into_iter().filter_map(|event| Some((event, lens.report(event)?))).collect())
        })
    }

    /// Counts the changes of state up to a position and a day.
    ///
    /// # Errors
    /// When the log cannot be read.
    pub fn count_steps(&self, until: Option<Seq>, day: Option<Day>) -> Result<usize, WorkspaceError> {
        let mut n_steps = 0;
        self.each_step(until, day, &mut |_| n_steps += 1)?;
        Ok(n_steps)
    }

    /// Returns the changes of state up to a position and a day, as they fell.
    ///
    /// # Errors
    /// When the log cannot be read.
    pub fn steps(&self, until: Option<Seq>, day: Option<Day>) -> Result<Touches, WorkspaceError> {
        let mut steps = Touches::default();
        self.each_step(until, day, &mut |step| steps.add(&step))?;
        steps.sort_steps();
        Ok(steps)
    }

    /// Returns every act that contradicts what is recorded, by day.
    ///
    /// # Errors
    /// When the log cannot be read.
    pub fn anomalies(&self) -> Result<Touches, WorkspaceError> {
        let mut anomalies = Touches::default();
        self.each_pair(None, &mut |between| between.anomalies().iter().for_each(|touch| anomalies.add(touch)))?;
        anomalies.sort_anomalies();
        Ok(anomalies)
    }

    fn each_step(
        &self,
        until: Option<Seq>,
        day: Option<Day>,
        look: &mut dyn FnMut(Touch),
    ) -> Result<(), WorkspaceError> {
        self.each_pair(until, &mut |between| {
            replay::steps_of(between).filter(|step| day.is_none_or(|day| step.day <= day)).for_each(&mut *look);
        })
    }

    /// Shows every pair as it stands in the log up to a position, in no order and without words.
    fn each_pair(&self, until: Option<Seq>, look: &mut dyn FnMut(&Between<'_>)) -> Result<(), WorkspaceError> {
        let knowledge = Knowledge { at_seq: until, ..Knowledge::default() };
        self.each_share(until, WALK, Quotes::LeftOut, &mut |projection, share| {
            projection.lens(&knowledge).each(&mut |between| {
                if share.holds(between) {
                    look(between);
                }
            });
        })
    }

    /// Shows the graph of one share after the other, of so many records each.
    ///
    /// # Errors
    /// When the log cannot be read.
    pub fn each_share(
        &self,
        until: Option<Seq>,
        size: u64,
        quotes: Quotes,
        look: &mut dyn FnMut(&Projection, &Share<'_>),
    ) -> Result<(), WorkspaceError> {
        let range = self.up_to(until);
        let n_shares = range.end.0.div_ceil(size.max(1));
        let ties = if n_shares > 1 { self.ties(&range, |_| ())? } else { Ties::default() };
        for share in ties.shares(n_shares) {
            let mut projection = Projection::empty(self.rules.clone());
            projection.reserve(room(range.end.0 / n_shares.max(1)));
            self.each(range.clone(), quotes, |sheet| projection.take_share(sheet, &share))?;
            look(&projection, &share);
        }
        Ok(())
    }

    fn ties(&self, range: &Range<Seq>, mut beside: impl FnMut(&Sheet)) -> Result<Ties, WorkspaceError> {
        let mut ties = Ties::default();
        self.each(range.clone(), Quotes::LeftOut, |sheet| {
            ties.take(sheet);
            beside(sheet);
        })?;
        Ok(ties)
    }

    /// The positions up to one, itself included.
    pub(super) fn up_to(&self, until: Option<Seq>) -> Range<Seq> {
        let end = self.log.head().next();
        Seq(0)..until.map_or(end, Seq::next).min(end)
    }
}
