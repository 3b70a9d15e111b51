//! How relations stood on a day.

use super::Subject;
use super::filter::Filter;
use crate::graph::view::View;
use crate::graph::{Climate, Knowledge, Position, Projection, Report, Standing};
use crate::model::day::Day;
use crate::model::id::ActorId;

/// The question.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct At {
    /// Whom it is about.
    pub subject: Subject,
    /// The day.
    pub day: Day,
    /// What was known.
    pub knowledge: Knowledge,
    /// What to keep.
    pub filter: Filter,
}

/// How things stood.
#[derive(Clone, PartialEq, Debug)]
pub struct Standings {
    /// The day.
    pub at: Day,
    /// What was known.
    pub knowledge: Knowledge,
    /// Whom it is about, as asked.
    pub actors: Vec<ActorId>,
    /// Every relation of which anything is known.
    pub relations: Vec<Standing>,
    /// Every position that is held.
    pub positions: Vec<Position>,
    /// The climate between two.
    pub climate: Option<Climate>,
    /// The words behind all of it, by event.
    pub reports: Vec<Report>,
}

impl Standings {
    /// Tells whether nothing is known.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.relations.is_empty() && self.positions.is_empty()
    }
}

/// Answers from the graph on the day.
#[must_use]
pub fn answer(projection: &Projection, question: &At) -> Standings {
    let lens = projection.lens(&question.knowledge);
    let view = View::of(&lens, question.day, &question.subject.scope());
    of_view(&view, question)
}

/// Answers from a view of the question's day, subject and knowledge.
#[must_use]
pub fn of_view(view: &View, question: &At) -> Standings {
    let relations: Vec<Standing> =
        view.relations().filter(|standing| question.filter.keeps(standing)).cloned().collect();
    let positions: Vec<Position> =
        view.positions().filter(|position| question.filter.holds(position)).cloned().collect();
    let climate = match &question.subject {
        Subject::One(_) => None,
        Subject::Two(one, other) => view
            .climates()
            .find(|(first, second, _)| [(one, other), (other, one)].contains(&(*first, *second)))
            .map(|(_, _, climate)| climate),
    };
    let mut behind: Vec<_> = relations
        .iter()
        .flat_map(Standing::all_events)
        .chain(positions.iter().flat_map(|position| position.events.iter().copied()))
        .collect();
    behind.sort_unstable();
    behind.dedup();
    let reports = behind.into_iter().filter_map(|event| view.report(event)).cloned().collect();
    Standings {
        at: question.day,
        knowledge: question.knowledge,
        actors: question.subject.actors(),
        relations,
        positions,
        climate,
        reports,
    }
}
