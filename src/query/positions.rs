//! Who holds what view, toward whom, since when.

use super::Subject;
use super::filter::Filter;
use crate::graph::view::View;
use crate::graph::{Knowledge, Position, Projection, Report};
use crate::model::day::Day;
use crate::model::id::{ActorId, Topic};

/// The question.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Positions {
    /// Whose positions: the actor's own, and those of persons and institutions below it.
    pub holder: ActorId,
    /// Toward whom only.
    pub toward: Option<ActorId>,
    /// The day.
    pub day: Day,
    /// On this topic only.
    pub topic: Option<Topic>,
    /// What was known.
    pub knowledge: Knowledge,
}

/// Who holds what.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Held {
    /// The day.
    pub at: Day,
    /// What was known.
    pub knowledge: Knowledge,
    /// Whose positions.
    pub holder: ActorId,
    /// The positions, by holder and topic.
    pub positions: Vec<Position>,
    /// The words behind them, by event.
    pub reports: Vec<Report>,
}

/// Answers from the graph on the day.
#[must_use]
pub fn answer(projection: &Projection, question: &Positions) -> Held {
    let lens = projection.lens(&question.knowledge);
    let view = View::of(&lens, question.day, &Subject::One(question.holder.clone()).scope());
    let filter = Filter { dimension: None, topic: question.topic.clone() };
    let own = |position: &Position| {
        std::iter::successors(Some(position.holder.clone()), ActorId::parent).any(|id| id == question.holder)
    };
    let faces =
        |position: &Position| question.toward.as_ref().is_none_or(|toward| position.toward.as_ref() == Some(toward));
    let positions: Vec<Position> = view
        .positions()
        .filter(|position| filter.holds(position) && own(position) && faces(position))
        .cloned()
        .collect();
    let mut behind: Vec<_> = positions.iter().flat_map(|position| position.events.iter().copied()).collect();
    behind.sort_unstable();
    behind.dedup();
    Held {
        at: question.day,
        knowledge: question.knowledge,
        holder: question.holder.clone(),
        positions,
        reports: behind.into_iter().filter_map(|event| view.report(event)).cloned().collect(),
    }
}
