//! What happened, in order: folded acts with the words that say so.

use super::Subject;
use super::filter::Filter;
use crate::graph::{Act, Between, Knowledge, Lens, Projection};
use crate::model::day::Day;
use crate::model::id::ActorId;

/// The question.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Timeline {
    /// Whom it is about.
    pub subject: Subject,
    /// The first day; absent = from the beginning.
    pub from: Option<Day>,
    /// The last day; absent = to the end.
    pub to: Option<Day>,
    /// What was known.
    pub knowledge: Knowledge,
    /// What to keep; a dimension keeps the acts that speak of a relation of it.
    pub filter: Filter,
}

/// What happened.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Acts {
    /// Whom it is about, as asked.
    pub actors: Vec<ActorId>,
    /// The first day asked for.
    pub from: Option<Day>,
    /// The last day asked for.
    pub to: Option<Day>,
    /// What was known.
    pub knowledge: Knowledge,
    /// The acts, in the order of what they say.
    pub acts: Vec<Act>,
}

/// Answers with every act that may have happened in the days asked for.
#[must_use]
pub fn answer(projection: &Projection, question: &Timeline) -> Acts {
    let lens = projection.lens(&question.knowledge);
    let mut acts = Vec::new();
    match &question.subject {
        Subject::One(actor) => {
            lens.all_of(actor).iter().for_each(|between| take(between, question, None, &mut acts));
        }
        Subject::Two(one, other) => {
            if let Some(between) = lens.between(one, other) {
                take(&between, question, None, &mut acts);
            }
            for (member, counterpart) in [(one, other), (other, one)] {
                through_organisations(&lens, member, counterpart, question, &mut acts);
            }
        }
    }
    acts.sort_by(|one, other| order(one).cmp(&order(other)));
    // An act of several parties lies between several pairs.
    acts.dedup_by(|one, other| one.event == other.event && one.via == other.via);
    Acts {
        actors: question.subject.actors(),
        from: question.from,
        to: question.to,
        knowledge: question.knowledge,
        acts,
    }
}

fn take(between: &Between<'_>, question: &Timeline, via: Option<&ActorId>, acts: &mut Vec<Act>) {
    let of_dimension: Option<Vec<_>> = question.filter.dimension.as_ref().map(|dimension| {
        let touches = between.touches();
        touches.iter().filter(|touch| touch.dimension == *dimension).map(|touch| touch.event).collect()
    });
    let kept = between.acts().into_iter().filter(|act| {
        within(act, question)
            && question.filter.takes(act)
            && of_dimension.as_ref().is_none_or(|events| events.contains(&act.event))
    });
    acts.extend(kept.map(|act| Act { via: via.cloned(), ..act }));
}

/// The acts of organisations that a party was a member of on the day of the act.
fn through_organisations(
    lens: &Lens<'_>,
    member: &ActorId,
    counterpart: &ActorId,
    question: &Timeline,
    acts: &mut Vec<Act>,
) {
    for organisation in lens.organisations_ever(member) {
        if organisation == *counterpart {
            continue;
        }
        let Some(between) = lens.between(&organisation, counterpart) else { continue };
        let mut found = Vec::new();
        take(&between, question, Some(&organisation), &mut found);
        found.retain(|act| {
            let day = act.occurred.latest.or(act.occurred.earliest);
            day.is_some_and(|day| lens.organisations(member, day).contains(&organisation))
        });
        acts.append(&mut found);
    }
}

fn within(act: &Act, question: &Timeline) -> bool {
    question.from.is_none_or(|from| act.occurred.latest.is_none_or(|latest| from <= latest))
        && question.to.is_none_or(|to| match (act.occurred.earliest, act.occurred.latest) {
            (Some(earliest), _) => earliest <= to,
            (None, latest) => latest.is_none_or(|latest| latest <= to),
        })
}

fn order(act: &Act) -> impl Ord + '_ {
    let first = act.reports.first();
    (
        act.occurred.order(),
        first.map(|report| (report.published, report.field, report.span)),
        act.event,
        act.via.as_ref(),
    )
}
