//! The graph as a fold over the records of the log, and what it shows on a day.
//!
//! ```text
//! records ─apply─▶ rows ─by pair─▶ acts ─by relation─▶ courses ─on a day─▶ standings ─▶ View (petgraph)
//!          facts        index      folding    standing, history    reading             view
//! ```
//!
//! [`Projection::apply`] takes one record in and cannot fail. Nothing is decided there: which acts are the
//! same, what moves what, and how things stand is worked out for a pair when it is first asked for,
//! in the order of what events say, so that the order of ingestion cannot reach an answer.
//!
//! Laws, tried in `tests/it/laws.rs`: the order of ingestion does not matter; replay equals incremental
//! use; a retracted event leaves no trace; a view at a date uses nothing that lies after it, but for
//! states that are marked as implied; a view of what was known by a day uses nothing published later;
//! ingesting twice is ingesting once.
//!
//! Never reads the clock, the log or a file.

pub mod chronicle;
mod climate;
mod facts;
mod folding;
mod history;
mod index;
mod lens;
mod pair;
mod position;
mod reading;
pub mod replay;
pub mod rules;
pub mod share;
mod standing;
mod versions;
pub mod view;

pub use climate::Climate;
pub use history::{Basis, Standstill};
pub use lens::{Between, Lens};
pub use reading::{Act, Anomaly, ClaimAt, Effect, Pending, Position, Report, Standing, Touch};

use crate::model::day::{Day, Instant};
use crate::model::event::Participant;
use crate::model::id::{EventId, Seq};
use crate::model::record::Record;
use crate::model::sheet::{Sheet, Told};
use facts::{Canon, Changes, Facts, Sight};
use index::Index;
use lens::Others;
use rules::Rules;
use share::Share;
use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};
use view::{Scope, View};

/// A state of knowledge; the default is everything that the log holds.
///
/// Retractions, amendments and readings anew apply under every `known_by`; only `recorded_by` and
/// `at_seq` go back behind them.
#[derive(Copy, Clone, PartialEq, Eq, Debug, Default)]
pub struct Knowledge {
    /// Only what was published on or before the day.
    pub known_by: Option<Day>,
    /// Only what was recorded at the instant or before.
    pub recorded_by: Option<Instant>,
    /// Only records up to this position, itself included.
    pub at_seq: Option<Seq>,
}

impl Knowledge {
    /// Tells whether it holds what a record said that was recorded so, of an article published on a day.
    #[must_use]
    pub fn holds(&self, published: Day, seq: Seq, recorded_at: Instant) -> bool {
        self.known_by.is_none_or(|last| published <= last) && self.had(seq, recorded_at)
    }

    /// Tells whether the log held a record then.
    #[must_use]
    pub fn had(&self, seq: Seq, recorded_at: Instant) -> bool {
        self.at_seq.is_none_or(|last| seq <= last) && self.recorded_by.is_none_or(|last| recorded_at <= last)
    }

    /// Tells whether it leaves nothing out.
    #[must_use]
    pub fn is_everything(&self) -> bool {
        *self == Self::default()
    }
}

/// The graph over all dates and all states of knowledge.
#[derive(Debug)]
pub struct Projection {
    rules: Arc<Rules>,
    facts: Facts,
    canon: Canon,
    index: Index,
    /// The dyads of the states of knowledge that were last asked for, of those that leave out a merger.
    others: Mutex<Vec<Arc<Others>>>,
}

/// How many dyads with other mergers are kept; each is an index of the whole log.
const OTHERS: usize = 2;

impl Projection {
    /// Makes the projection of an empty log.
    #[must_use]
    pub fn empty(rules: Arc<Rules>) -> Self {
        let facts = Facts::empty(&rules);
        Self { rules, facts, canon: Canon::default(), index: Index::default(), others: Mutex::default() }
    }

    /// Makes a projection that takes in these events alone, up to a position in the log.
    ///
    /// It answers as the whole one does about pairs all of whose events are among them, when it was given
    /// every record that names one of the events, its article, or an event that it amends; every merger of
    /// actors; and every declaration.
    #[must_use]
    pub fn of_events(rules: Arc<Rules>, only: BTreeSet<EventId>, head: Option<Seq>) -> Self {
        let mut projection = Self::empty(rules);
        projection.facts.limit(only);
        projection.facts.reach(head);
        projection
    }

    /// Takes in how a record describes somebody, whose events are not wanted: with the day of publication of the
    /// event, and where and when it was recorded.
    pub fn introduce(&mut self, participant: &Participant, published: Day, seq: Seq, recorded_at: Instant) {
        self.facts.introduce(participant, Sight { published, seq, recorded_at });
    }

    /// Makes room for so many more events, where it is known how many will come.
    pub fn reserve(&mut self, n_events: usize) {
        self.facts.reserve(n_events);
        self.index.reserve(n_events);
    }

    /// Takes in the next record.
    pub fn apply(&mut self, record: &Record) {
        self.take(&Sheet::of([record]));
    }

    /// Takes in the next records.
    pub fn take(&mut self, sheet: &Sheet) {
        self.fold(sheet, &|_| true);
    }

    /// Takes in the next records as far as they concern a share of all pairs.
    pub fn take_share(&mut self, sheet: &Sheet, share: &Share<'_>) {
        self.fold(sheet, &|event| share.takes(sheet, event));
    }

    fn fold(&mut self, sheet: &Sheet, wanted: &dyn Fn(&Told) -> bool) {
        let mut changes = Changes::default();
        self.facts.take(sheet, wanted, &mut changes);
        self.others = Mutex::default();
        if changes.actors {
            self.canon = self.facts.canon(&Knowledge::default());
            self.index = Index::of(&self.facts, &self.canon);
            return;
        }
        self.index.extend(&self.facts, &self.canon);
        changes.rows.into_iter().for_each(|row| self.index.forget(&self.facts, &self.canon, row));
    }

    /// The dyads under a state of knowledge that leaves out a merger, which take a pass over all rows where they are
    /// not at hand. Nobody waits for them: a reader that meets another makes its own.
    fn others(&self, knowledge: &Knowledge) -> Arc<Others> {
        let canon = self.facts.canon(knowledge);
        let kept = self.others.try_lock().ok().and_then(|kept| kept.iter().find(|one| one.canon == canon).cloned());
        kept.unwrap_or_else(|| {
            let made = Arc::new(Others::of(self, canon));
            if let Ok(mut kept) = self.others.try_lock() {
                kept.insert(0, Arc::clone(&made));
                kept.truncate(OTHERS);
            }
            made
        })
    }

    /// Returns how many different events were taken in.
    #[must_use]
    pub fn n_events(&self) -> usize {
        self.facts.n_events()
    }

    /// Returns the position of the last record taken in.
    #[must_use]
    pub fn head(&self) -> Option<Seq> {
        self.facts.head()
    }

    /// Returns the tables that the fold follows.
    #[must_use]
    pub fn rules(&self) -> &Rules {
        &self.rules
    }

    /// Returns the projection as it answers under a state of knowledge.
    #[must_use]
    pub fn lens(&self, knowledge: &Knowledge) -> Lens<'_> {
        Lens::of(self, knowledge)
    }

    /// Returns the whole graph on a day.
    #[must_use]
    pub fn view(&self, at: Day, knowledge: &Knowledge) -> View {
        View::of(&self.lens(knowledge), at, &Scope::Everything)
    }
}
