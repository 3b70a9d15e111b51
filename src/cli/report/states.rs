//! How things stand on every day of change under every state of knowledge that a page has room for.

use crate::cli::failure::Failure;
use crate::cli::graph;
use crate::graph::view::View;
use crate::graph::{Knowledge, Standing};
use crate::model::day::Day;
use crate::model::id::EventId;
use crate::query::Subject;
use crate::query::at::{self, At, Standings};
use crate::query::filter::Filter;
use crate::render::html::{Doubts, Panel, Sentence, Stop};
use crate::render::scene::Frame;
use crate::render::sentence::{self, Teller};
use crate::workspace::Workspace;
use std::collections::{BTreeMap, BTreeSet};

/// How many days of change a slider has.
const STOPS: usize = 60;
/// How many states of knowledge there are to choose from, beside all of it.
const KNOWN: usize = 12;
/// How many bytes of diagrams a page may hold, so that it opens at once and can be sent.
const BYTES: usize = 4_000_000;

/// The days that a page can show.
pub(super) struct Stops {
    /// All, in order.
    pub(super) all: Vec<Stop>,
    /// Which of them was asked for.
    pub(super) asked: usize,
}

impl Stops {
    /// Takes days of change and the day asked for, which is one of them or lies between two.
    pub(super) fn of(changes: &[Day], at: Day) -> Self {
        let changes = thinned(changes, STOPS);
        let days: BTreeSet<Day> = changes.iter().copied().chain([at]).collect();
        let asked = days.iter().position(|day| *day == at).unwrap_or_default();
        let said = |day: Day| {
            let last = changes.iter().find(|next| **next > day).map(|next| next.plus_days(-1));
            match last {
                _ if !changes.contains(&day) => format!("On {day}"),
                Some(last) if last == day => format!("On {day}"),
                Some(last) => format!("From {day} to {last}"),
                None => format!("From {day} on"),
            }
        };
        Self { all: days.iter().map(|day| Stop { day: *day, said: said(*day) }).collect(), asked }
    }
}

/// Keeps the last of each part of a list where it is longer than `most`.
fn thinned(days: &[Day], most: usize) -> Vec<Day> {
    let size = days.len().div_ceil(most.max(1)).max(1);
    days.rchunks(size).filter_map(|part| part.last()).rev().copied().collect()
}

/// How things stand, with a diagram.
#[derive(Clone)]
pub(super) struct State {
    pub(super) standings: Standings,
    diagram: String,
}

/// The states of knowledge, first all of it, and how things stand under each on each day.
type States = (Vec<Option<Day>>, Vec<Vec<State>>);

/// Returns how things stand on every stop, as everything known shows it and as it was known by some of the
/// days on which articles were published.
pub(super) fn all(
    workspace: &Workspace,
    subject: &Subject,
    stops: &Stops,
    published: &BTreeSet<Day>,
    known_by: Option<Day>,
) -> Result<States, Failure> {
    let mut rows = vec![row(workspace, subject, stops, None, &[])?];
    let size: usize = rows.iter().flatten().map(|state| state.diagram.len()).sum();
    let most = (BYTES / size.max(1)).clamp(1, KNOWN);
    let published: Vec<Day> = published.iter().copied().collect();
    let mut by: BTreeSet<Day> = thinned(&published, most).into_iter().collect();
    by.extend(known_by);
    let known: Vec<Option<Day>> = std::iter::once(None).chain(by.into_iter().rev().map(Some)).collect();
    for by in known.iter().skip(1) {
        let more = rows.last().map(Vec::as_slice).unwrap_or_default();
        let row = row(workspace, subject, stops, *by, more)?;
        rows.push(row);
    }
    Ok((known, rows))
}

/// Returns how things stand on every stop; `more` is the same with more knowledge, which often shows no other.
fn row(
    workspace: &Workspace,
    subject: &Subject,
    stops: &Stops,
    known_by: Option<Day>,
    more: &[State],
) -> Result<Vec<State>, Failure> {
    let knowledge = Knowledge { known_by, ..Knowledge::default() };
    let part = workspace.about(&subject.scope())?;
    let lens = part.lens(&knowledge);
    let mut states = Vec::new();
    for (number, stop) in stops.all.iter().enumerate() {
        let view = View::of(&lens, stop.day, &subject.scope());
        let question = At { subject: subject.clone(), day: stop.day, knowledge, filter: Filter::default() };
        let standings = at::of_view(&view, &question);
        let is_same = |other: &&State| {
            other.standings.relations == standings.relations && other.standings.positions == standings.positions
        };
        let diagram = match more.get(number).filter(is_same) {
            Some(other) => other.diagram.clone(),
            None => diagram(workspace, subject, &view)?,
        };
        states.push(State { standings, diagram });
    }
    Ok(states)
}

/// Draws a diagram without what the page around it says: the day, the state of knowledge, the climate.
fn diagram(workspace: &Workspace, subject: &Subject, view: &View) -> Result<String, Failure> {
    let mut scene = graph::scene(workspace, view, &Frame::among(subject.actors()))?;
    let names: Vec<String> = subject.actors().iter().map(|id| workspace.name(id)).collect();
    scene.title = sentence::list(&names);
    scene.remarks.retain(|remark| !remark.starts_with("Climate"));
    graph::drawn(&scene)
}

impl State {
    /// Puts it into words.
    pub(super) fn panel(&self, teller: &Teller<'_>, whole: bool, notes: &BTreeMap<EventId, usize>) -> Panel {
        let numbers = |events: &mut dyn Iterator<Item = EventId>| -> Vec<usize> {
            let numbers: BTreeSet<usize> = events.filter_map(|event| notes.get(&event).copied()).collect();
            numbers.into_iter().collect()
        };
        let relations = self.standings.relations.iter().map(|standing| Sentence {
            text: teller.standing(standing, whole),
            notes: numbers(&mut standing.all_events()),
            sign: Some(teller.sign(standing)),
        });
        let positions = self.standings.positions.iter().map(|position| Sentence {
            text: teller.position(position),
            notes: numbers(&mut position.events.iter().copied()),
            sign: None,
        });
        Panel {
            climate: self.standings.climate.map(|climate| teller.climate(climate)),
            relations: relations.collect(),
            positions: positions.collect(),
            doubts: self.doubts(teller, whole),
            diagram: self.diagram.clone(),
        }
    }

    /// Lists what is disputed, stale, lapsed, uncertain, or not known at all.
    fn doubts(&self, teller: &Teller<'_>, whole: bool) -> Vec<Doubts> {
        type Asks = fn(&Standing) -> bool;
        let kinds: [(&str, Asks); 4] = [
            ("Disputed: the sides tell different things", |standing| standing.disputed),
            ("May have changed: a change is not dated to the day", |standing| standing.uncertain),
            ("Stale: the last evidence is old", |standing| standing.stale),
            ("Lapsed: its end has passed without news", |standing| standing.lapsed),
        ];
        let mut doubts = Vec::new();
        for (kind, asks) in kinds {
            let standings = self.standings.relations.iter().filter(|standing| asks(standing));
            let what: Vec<String> = standings.map(|standing| teller.relation(standing, whole)).collect();
            doubts.extend((!what.is_empty()).then(|| Doubts { kind: kind.to_owned(), what }));
        }
        let on_record: BTreeSet<_> = self.standings.relations.iter().map(|standing| &standing.dimension).collect();
        let unknown: Vec<String> = teller
            .ontology
            .dimensions()
            .iter()
            .filter(|rule| !on_record.contains(&rule.name))
            .map(|rule| rule.title.clone())
            .collect();
        let line = || vec![sentence::list(&unknown)];
        doubts.extend(
            (!unknown.is_empty()).then(|| Doubts { kind: "Unknown: nothing is on record".to_owned(), what: line() }),
        );
        doubts
    }
}

#[cfg(test)]
mod tests {
    use super::{Stops, thinned};
    use crate::model::day::Day;

    fn days(numbers: impl Iterator<Item = i64>) -> Vec<Day> {
        let first: Day = "2020-01-01".parse().unwrap();
        numbers.map(|number| first.plus_days(number)).collect()
    }

    #[test]
    fn a_long_history_is_thinned_and_keeps_its_end() {
        let all = days(0..250);
        let few = thinned(&all, 60);
        assert!(few.len() <= 60 && few.last() == all.last(), "{}", few.len());
        assert_eq!(thinned(&all, 300), all);
    }

    #[test]
    fn the_day_asked_for_is_a_stop_of_its_own() {
        let changes = days([0, 10].into_iter());
        let stops = Stops::of(&changes, "2020-01-05".parse().unwrap());
        let said: Vec<&str> = stops.all.iter().map(|stop| stop.said.as_str()).collect();
        assert_eq!(said, ["From 2020-01-01 to 2020-01-10", "On 2020-01-05", "From 2020-01-11 on"]);
        assert_eq!(stops.asked, 1);
    }
}
