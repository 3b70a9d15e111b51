//! How every relation stood on every day, for questions about all of them at once.
//!
//! A [`Chronicle`] is the list of all changes of state in the order of days, with the states of all
//! relations written out after every so many. A day is answered from the last list before it and the few
//! changes that follow: the cost is that of copying one byte for each relation, whatever the number of
//! events. What a state rests on is asked of the pair, through a [`Lens`].
//!
//! Law, tried in `tests/it/laws.rs`: on every day the states are those of the pairs.

use super::history::UNKNOWN;
use super::lens::{Between, Lens};
use super::pair::{Direction, Relation};
use crate::model::day::Day;
use crate::model::id::{ActorId, Dimension, State, Topic};

/// The states of all relations on all days, in one state of knowledge.
#[derive(Debug)]
pub struct Chronicle {
    relations: Vec<RelationId>,
    /// The states of each dimension by number.
    states: Vec<Vec<State>>,
    changes: Vec<Change>,
    /// The states of all relations after the first so many changes.
    written: Vec<(usize, Vec<u8>)>,
}

/// Names one relation.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct RelationId {
    rank: usize,
    /// Which side of relations.
    pub dimension: Dimension,
    /// What about.
    pub topic: Option<Topic>,
    /// The two parties; of a directed relation the holder first, else in the order of ids.
    pub pair: (ActorId, ActorId),
}

/// From a day on a relation is in another state.
#[derive(Copy, Clone, Debug)]
struct Change {
    day: Day,
    relation: u32,
    state: u8,
}

/// The states of all relations on a day.
#[derive(Debug)]
pub struct States<'a> {
    chronicle: &'a Chronicle,
    states: Vec<u8>,
}

impl Chronicle {
    /// Reads the changes of all pairs.
    #[must_use]
    pub fn of(lens: &Lens<'_>) -> Self {
        let dimensions = &lens.projection.rules().dimensions;
        let mut found: Vec<(RelationId, Vec<(Day, u8)>)> = Vec::new();
        for between in lens.everything() {
            let named = |relation: &Relation| Some((between.relation_id(relation)?, changes(relation)));
            found.extend(between.pair.relations.iter().filter_map(named));
        }
        found.sort_by(|(one, _), (other, _)| one.cmp(other));
        let mut relations = Vec::with_capacity(found.len());
        let mut changes = Vec::new();
        for (number, (id, of_one)) in (0_u32..).zip(found) {
            relations.push(id);
            changes.extend(of_one.into_iter().map(|(day, state)| Change { day, relation: number, state }));
        }
        changes.sort_by_key(|change| (change.day, change.relation));
        let states = dimensions.iter().map(|rule| rule.states.clone()).collect();
        let mut chronicle = Self { relations, states, changes, written: Vec::new() };
        chronicle.write_out();
        chronicle
    }

    /// Writes the states out so often that to read on from a list costs no more than to copy it.
    fn write_out(&mut self) {
        let often = (self.relations.len() / 8).max(1024);
        let mut now = vec![UNKNOWN; self.relations.len()];
        let mut written = Vec::with_capacity(self.changes.len() / often + 1);
        for (number, change) in self.changes.iter().enumerate() {
            if number % often == 0 {
                written.push((number, now.clone()));
            }
            set(&mut now, change);
        }
        self.written = written;
    }

    /// Returns the states of all relations on a day.
    #[must_use]
    pub fn at(&self, day: Day) -> States<'_> {
        let end = self.changes.partition_point(|change| change.day <= day);
        let after = self.written.partition_point(|(number, _)| *number <= end);
        let last = after.checked_sub(1).and_then(|last| self.written.get(last));
        let (start, mut states) = last.cloned().unwrap_or_else(|| (0, vec![UNKNOWN; self.relations.len()]));
        self.changes.get(start..end).unwrap_or_default().iter().for_each(|change| set(&mut states, change));
        States { chronicle: self, states }
    }

    /// Returns how many relations there are, known on some day.
    #[must_use]
    pub fn n_relations(&self) -> usize {
        self.relations.len()
    }

    /// Returns every day on which anything changed, in order.
    pub fn days(&self) -> impl Iterator<Item = Day> + '_ {
        self.changes.chunk_by(|one, other| one.day == other.day).filter_map(|run| run.first().map(|one| one.day))
    }
}

impl States<'_> {
    /// Returns every relation whose state is known, in the order of dimensions, topics and parties.
    pub fn known(&self) -> impl Iterator<Item = (&RelationId, &State)> {
        let named = self.chronicle.relations.iter().zip(&self.states).filter(|(_, state)| **state != UNKNOWN);
        named.filter_map(|(id, &state)| Some((id, self.chronicle.states.get(id.rank)?.get(state as usize)?)))
    }

    /// Returns how many relations are known.
    #[must_use]
    pub fn n_known(&self) -> usize {
        self.states.iter().filter(|state| **state != UNKNOWN).count()
    }
}

fn set(states: &mut [u8], change: &Change) {
    if let Some(state) = states.get_mut(change.relation as usize) {
        *state = change.state;
    }
}

/// Lists on which days a relation comes into another state.
fn changes(relation: &Relation) -> Vec<(Day, u8)> {
    let mut days: Vec<Day> = Vec::new();
    for (from, course) in &relation.courses {
        days.extend(from);
        days.extend(course.steps.iter().map(|step| step.day));
        days.extend(course.windows.iter().flat_map(|window| [window.first, window.last.plus_days(1)]));
    }
    days.sort_unstable();
    days.dedup();
    let mut state = UNKNOWN;
    let at = |day| relation.state(day);
    days.into_iter()
        .filter_map(|day| (at(day) != std::mem::replace(&mut state, at(day))).then_some((day, state)))
        .collect()
}

impl Relation {
    /// The state on a day, as a standing gives it.
    fn state(&self, day: Day) -> u8 {
        self.course(day).map_or(UNKNOWN, |course| match (course.window(day), course.step(day)) {
            (Some(window), _) => window.state,
            (None, Some(step)) => step.state,
            (None, None) => UNKNOWN,
        })
    }
}

impl Between<'_> {
    fn relation_id(&self, relation: &Relation) -> Option<RelationId> {
        let rank = relation.key.dimension;
        let (first, second) = (self.lens.id(self.ends[0])?.clone(), self.lens.id(self.ends[1])?.clone());
        Some(RelationId {
            rank,
            dimension: self.lens.projection.rules().dimensions.get(rank)?.name.clone(),
            topic: self.lens.projection.facts.topics.get(relation.key.topic).cloned(),
            pair: match relation.key.direction {
                Direction::SecondToFirst => (second, first),
                Direction::Mutual | Direction::FirstToSecond => (first, second),
            },
        })
    }
}
