//! The days on which an answer changes: between two of them relations and positions stand the same.
//!
//! Candidates are read from the acts and from the rules that make a state begin, grow old or end by itself;
//! which of them change something is what [`at::answer`] says. The climate fades by the day and does not count.

use super::Subject;
use super::at::{self, At};
use super::filter::Filter;
use super::timeline::{self, Timeline};
use crate::graph::rules::DimensionRule;
use crate::graph::{Basis, Knowledge, Position, Projection, Standing};
use crate::model::day::Day;
use std::collections::BTreeSet;

/// Returns the days on which something changes for a subject, in order.
#[must_use]
pub fn of_change(projection: &Projection, subject: &Subject, knowledge: &Knowledge) -> Vec<Day> {
    let mut before: (Vec<Standing>, Vec<Position>) = (Vec::new(), Vec::new());
    let mut days = Vec::new();
    for day in candidates(projection, subject, knowledge) {
        let question = At { subject: subject.clone(), day, knowledge: *knowledge, filter: Filter::default() };
        let answer = at::answer(projection, &question);
        let now = (answer.relations.into_iter().map(without_day).collect(), answer.positions);
        if now != before {
            days.push(day);
            before = now;
        }
    }
    days
}

/// The beginning of an implied state is told relative to the day asked for.
fn without_day(standing: Standing) -> Standing {
    if standing.basis == Basis::Implied { Standing { since: None, ..standing } } else { standing }
}

/// The days on which something could change.
fn candidates(projection: &Projection, subject: &Subject, knowledge: &Knowledge) -> BTreeSet<Day> {
    let spans: BTreeSet<i64> = projection.rules().dimensions.iter().map(DimensionRule::reach).collect();
    let question =
        Timeline { subject: subject.clone(), from: None, to: None, knowledge: *knowledge, filter: Filter::default() };
    let mut days = BTreeSet::new();
    for act in timeline::answer(projection, &question).acts {
        let ends = [act.occurred.earliest, act.occurred.latest, act.until];
        // A report that was published later than it happened confirms on the day that it tells of.
        for day in ends.into_iter().flatten().chain(act.reports.iter().flat_map(|report| report.occurred.latest)) {
            days.extend([day, day.plus_days(1)]);
            for span in &spans {
                days.extend([-span - 1, -span, -span + 1, *span, span + 1].map(|shift| day.plus_days(shift)));
            }
        }
    }
    let members = subject.actors();
    for membership in projection.rules().memberships.iter().filter(|one| members.contains(&one.member)) {
        days.extend(membership.from);
        days.extend(membership.to.map(|day| day.plus_days(1)));
    }
    days
}
