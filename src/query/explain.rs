//! What one event says and what it did: to which relations, to which positions, with which other reports.
//!
//! The sentence, the parse and the rule are in the log's record, not here.

use crate::graph::replay;
use crate::graph::{Act, Knowledge, Position, Projection, Report, Touch};
use crate::model::id::EventId;

/// What an event did.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Explanation {
    /// The words and where they stand.
    pub report: Report,
    /// Whether it counts in this state of knowledge.
    pub counts: bool,
    /// The act that it reports, with all reports of it; absent where it counts no more.
    pub act: Option<Act>,
    /// What the act did to each relation.
    pub touches: Vec<Touch>,
    /// The positions that rest on it on the day from which it counts.
    pub positions: Vec<Position>,
}

/// Explains an event, none where the log does not hold it.
#[must_use]
pub fn answer(projection: &Projection, event: EventId, knowledge: &Knowledge) -> Option<Explanation> {
    let lens = projection.lens(knowledge);
    let report = lens.report(event)?;
    let mut explanation =
        Explanation { report, counts: lens.counts(event), act: None, touches: Vec::new(), positions: Vec::new() };
    for between in lens.concerned(event) {
        let act = between.acts().into_iter().find(|act| act.reports.iter().any(|report| report.event == event));
        let Some(act) = act else { continue };
        explanation.touches.extend(between.touches().into_iter().filter(|touch| touch.events.contains(&event)));
        if let Some(day) = act.occurred.latest {
            explanation
                .positions
                .extend(between.positions(day).into_iter().filter(|position| position.events.contains(&event)));
        }
        explanation.act.get_or_insert(act);
    }
    Some(explanation)
}

/// Returns every act that contradicts what is recorded, over all pairs, by day.
#[must_use]
pub fn anomalies(projection: &Projection, knowledge: &Knowledge) -> Vec<Touch> {
    let mut anomalies = Vec::new();
    projection.lens(knowledge).each(&mut |between| anomalies.extend(between.anomalies()));
    replay::sort_anomalies(&mut anomalies);
    anomalies
}
