//! What changed between two days, or between two states of knowledge, and which event did it.

use super::Subject;
use super::at::{self, At, Standings};
use super::filter::Filter;
use super::timeline::{self, Timeline};
use crate::graph::{Act, Basis, Climate, Knowledge, Position, Projection, Report, Standing};
use crate::model::day::Day;
use crate::model::id::{ActorId, EventId, Topic};
use std::collections::{BTreeMap, BTreeSet};

/// The question.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Diff {
    /// Whom it is about.
    pub subject: Subject,
    /// The day and the state of knowledge to start from.
    pub before: (Day, Knowledge),
    /// The day and the state of knowledge to compare with.
    pub after: (Day, Knowledge),
    /// What to keep.
    pub filter: Filter,
}

/// What changed.
#[derive(Clone, PartialEq, Debug)]
pub struct Changes {
    /// Whom it is about, as asked.
    pub actors: Vec<ActorId>,
    /// The day and the state of knowledge to start from.
    pub before: (Day, Knowledge),
    /// The day and the state of knowledge compared with.
    pub after: (Day, Knowledge),
    /// Relations that stand otherwise.
    pub relations: Vec<RelationChange>,
    /// Positions that are otherwise.
    pub positions: Vec<PositionChange>,
    /// The climate before and after, for two actors.
    pub climate: (Option<Climate>, Option<Climate>),
    /// How many relations and positions stand as they did.
    pub unchanged: (usize, usize),
    /// The words behind the changes, by event.
    pub reports: Vec<Report>,
    /// The acts behind the changes, in the order of what they say.
    pub acts: Vec<Act>,
}

impl Changes {
    /// Returns the acts that did something, each with whatever reports of it are known after.
    pub fn acts_by(&self, by: &[EventId]) -> impl Iterator<Item = &Act> {
        self.acts.iter().filter(|act| act.reports.iter().any(|report| by.contains(&report.event)))
    }

    /// Tells whether nothing changed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.relations.is_empty() && self.positions.is_empty()
    }
}

/// One relation that stands otherwise.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RelationChange {
    /// How it stood; absent = nothing was known.
    pub before: Option<Standing>,
    /// How it stands; absent = nothing is known.
    pub after: Option<Standing>,
    /// The events that did it: those that are behind only one of the two.
    pub by: Vec<EventId>,
}

/// One position that is otherwise.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PositionChange {
    /// What was held.
    pub before: Option<Position>,
    /// What is held.
    pub after: Option<Position>,
    /// The events that did it.
    pub by: Vec<EventId>,
}

/// Answers by comparing two views.
#[must_use]
pub fn answer(projection: &Projection, question: &Diff) -> Changes {
    let side = |(day, knowledge): (Day, Knowledge)| {
        let subject = question.subject.clone();
        at::answer(projection, &At { subject, day, knowledge, filter: question.filter.clone() })
    };
    let (before, after) = (side(question.before), side(question.after));
    let relations = relations(&before, &after);
    let positions = positions(&before, &after);
    let by: BTreeSet<EventId> = relations
        .iter()
        .flat_map(|change| &change.by)
        .chain(positions.iter().flat_map(|change| &change.by))
        .copied()
        .collect();
    let mut reports: Vec<Report> = before.reports.iter().chain(&after.reports).cloned().collect();
    reports.sort_by_key(|report| report.event);
    reports.dedup_by_key(|report| report.event);
    reports.retain(|report| by.contains(&report.event));
    let came = relations.iter().filter(|change| change.after.is_some()).count();
    let taken = positions.iter().filter(|change| change.after.is_some()).count();
    Changes {
        actors: question.subject.actors(),
        before: question.before,
        after: question.after,
        unchanged: (after.relations.len().saturating_sub(came), after.positions.len().saturating_sub(taken)),
        acts: acts(projection, question, &by),
        relations,
        positions,
        climate: (before.climate, after.climate),
        reports,
    }
}

/// The acts that events report: as they are known after, else as they were known before.
fn acts(projection: &Projection, question: &Diff, by: &BTreeSet<EventId>) -> Vec<Act> {
    let is_behind = |act: &Act| act.reports.iter().any(|report| by.contains(&report.event));
    let mut found: Vec<Act> = Vec::new();
    for knowledge in [question.after.1, question.before.1] {
        let (subject, filter) = (question.subject.clone(), Filter::default());
        let all = timeline::answer(projection, &Timeline { subject, from: None, to: None, knowledge, filter }).acts;
        let known: BTreeSet<EventId> = found.iter().flat_map(|act| &act.reports).map(|report| report.event).collect();
        let is_new = |act: &Act| !act.reports.iter().any(|report| known.contains(&report.event));
        found.extend(all.into_iter().filter(|act| is_behind(act) && is_new(act)));
    }
    found.sort_by_key(|act| (act.occurred.order(), act.event));
    found.dedup_by_key(|act| act.event);
    found
}

/// What makes a relation the same one at two moments.
type RelationKey = (usize, String, Option<Topic>, (ActorId, ActorId), Option<ActorId>);

fn relations(before: &Standings, after: &Standings) -> Vec<RelationChange> {
    let key = |standing: &Standing| -> RelationKey {
        let pair = standing.pair.clone();
        (standing.rank(), standing.dimension.to_string(), standing.topic.clone(), pair, standing.via.clone())
    };
    let mut both: BTreeMap<RelationKey, RelationChange> = BTreeMap::new();
    let blank = || RelationChange { before: None, after: None, by: Vec::new() };
    for standing in &before.relations {
        both.entry(key(standing)).or_insert_with(blank).before = Some(standing.clone());
    }
    for standing in &after.relations {
        both.entry(key(standing)).or_insert_with(blank).after = Some(standing.clone());
    }
    both.into_values()
        .filter(|change| match (&change.before, &change.after) {
            (Some(before), Some(after)) => !stands_alike(before, after),
            _ => true,
        })
        .map(|change| {
            let events = |standing: &Option<Standing>| standing.iter().flat_map(Standing::all_events).collect();
            // What implied the state before is the very act that ended it.
            let implied = change.before.as_ref().is_some_and(|before| before.basis == Basis::Implied);
            let before = if implied { Vec::new() } else { events(&change.before) };
            RelationChange { by: only_one(before, events(&change.after)), ..change }
        })
        .collect()
}

/// Tells whether a relation stands the same, whatever evidence came in between.
fn stands_alike(before: &Standing, after: &Standing) -> bool {
    let what = |standing: &Standing| {
        let basis = standing.basis;
        (standing.state.clone(), standing.from.clone(), basis, standing.uncertain, standing.disputed, standing.lapsed)
    };
    // The beginning of an implied state is told relative to the day asked for.
    let implied = before.basis == Basis::Implied;
    let began = |standing: &Standing| standing.since.map(|since| (since.earliest, since.latest));
    what(before) == what(after) && before.stale == after.stale && (implied || began(before) == began(after))
}

fn positions(before: &Standings, after: &Standings) -> Vec<PositionChange> {
    let key = |position: &Position| (position.holder.clone(), position.topic.clone(), position.toward.clone());
    let mut both: BTreeMap<_, PositionChange> = BTreeMap::new();
    let blank = || PositionChange { before: None, after: None, by: Vec::new() };
    for position in &before.positions {
        both.entry(key(position)).or_insert_with(blank).before = Some(position.clone());
    }
    for position in &after.positions {
        both.entry(key(position)).or_insert_with(blank).after = Some(position.clone());
    }
    both.into_values()
        .filter(|change| match (&change.before, &change.after) {
            (Some(before), Some(after)) => (before.stance, before.since) != (after.stance, after.since),
            _ => true,
        })
        .map(|change| {
            let events = |position: &Option<Position>| position.iter().flat_map(|held| held.events.clone()).collect();
            PositionChange { by: only_one(events(&change.before), events(&change.after)), ..change }
        })
        .collect()
}

/// The events that came in; where none did, those that are behind the older state alone.
fn only_one(before: Vec<EventId>, after: Vec<EventId>) -> Vec<EventId> {
    let came: Vec<EventId> = after.iter().filter(|event| !before.contains(event)).copied().collect();
    if came.is_empty() { before.into_iter().filter(|event| !after.contains(event)).collect() } else { came }
}
