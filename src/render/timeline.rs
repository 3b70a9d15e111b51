//! Relations over time, one lane each: bars for states, marks for events.
//!
//! What is drawn is what `at` answers on each day. An end that nothing dates is drawn as a point, not as a
//! border. The days shown follow from the events and the arguments alone.

mod draw;

use super::palette::Sign;
use super::scene::Origin;
use super::sentence::Teller;
use crate::graph::{Basis, Between, Effect, Report, Standing, Touch};
use crate::model::day::Day;
use crate::model::id::{ActorId, ArticleId, Dimension, EventId, State, Topic};
use std::collections::{BTreeMap, BTreeSet};

pub use draw::{place, write};

/// Relations over time.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Chart {
    /// Between whom.
    pub title: String,
    /// The first and the last day shown.
    pub days: (Day, Day),
    /// The relations.
    pub lanes: Vec<Lane>,
    /// A day to mark.
    pub now: Option<Day>,
}

/// One relation over time.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Lane {
    /// What the relation is, in short lines.
    pub name: Vec<String>,
    /// Its states, in order.
    pub bars: Vec<Bar>,
    /// The events that speak of it, in order.
    pub marks: Vec<Mark>,
}

/// A state from a day to a day.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Bar {
    /// The first and the last day.
    pub days: (Day, Day),
    /// The state in words.
    pub text: String,
    /// Whether that is good or bad.
    pub sign: Sign,
    /// Whether it is implied, planned, stale or lapsed.
    pub weak: bool,
    /// Whether nothing dates its start, and its end.
    pub open: (bool, bool),
}

/// An event.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Mark {
    /// The day from which it counts.
    pub day: Day,
    /// Whether it moved the relation.
    pub moved: bool,
    /// The words that say so.
    pub tip: String,
    /// Where they can be read.
    pub link: Option<String>,
}

/// What one lane shows: dimension, topic, parties.
type Relation = (usize, Dimension, Option<Topic>, (ActorId, ActorId));

/// What a bar shows: how a relation stands, without what changes with every report.
type Look = (Option<State>, bool, bool);

/// After so many days a look is taken anew; a change in between is then searched for to the day.
const STEP: i64 = 10;

impl Chart {
    /// Returns the relations of some pairs over time, none where nothing is known of them in those days.
    #[must_use]
    pub fn of(
        pairs: &[Between<'_>],
        title: String,
        (from, to): (Option<Day>, Option<Day>),
        teller: &Teller<'_>,
        report: &dyn Fn(EventId) -> Option<(Report, Origin)>,
    ) -> Option<Self> {
        let touches: Vec<Touch> = pairs.iter().flat_map(Between::touches).collect();
        let first = touches.iter().map(|touch| touch.day).min()?;
        let last = touches.iter().map(|touch| touch.day).max()?;
        let margin = (last.days_since(first) / 12).max(45);
        let days = (from.unwrap_or_else(|| first.plus_days(-margin)), to.unwrap_or_else(|| last.plus_days(margin)));
        if days.1 <= days.0 {
            return None;
        }
        let mut looks: BTreeMap<Relation, Vec<(Day, Look)>> = BTreeMap::new();
        for between in pairs {
            follow(between, days, &touches, &mut looks);
        }
        let lanes = looks.into_iter().map(|(relation, looks)| {
            let marks = touches.iter().filter(|touch| speaks_of(touch, &relation));
            let marks = marks.filter(|touch| days.0 <= touch.day && touch.day <= days.1);
            Lane {
                name: name(&relation, pairs.len() > 1, teller),
                bars: bars(&relation, &looks, days, teller),
                marks: marks.map(|touch| mark(touch, report)).collect(),
            }
        });
        Some(Self { title, days, lanes: lanes.filter(|lane| !lane.bars.is_empty()).collect(), now: None })
    }
}

/// Returns the articles behind the events of some pairs.
#[must_use]
pub fn articles(pairs: &[Between<'_>]) -> BTreeSet<ArticleId> {
    let acts = pairs.iter().flat_map(Between::acts);
    acts.flat_map(|act| act.reports).map(|report| report.article).collect()
}

/// Finds the days on which the looks of a pair's relations change.
fn follow(
    between: &Between<'_>,
    (first, last): (Day, Day),
    touches: &[Touch],
    looks: &mut BTreeMap<Relation, Vec<(Day, Look)>>,
) {
    let mut days: BTreeSet<Day> =
        touches.iter().map(|touch| touch.day).filter(|day| first < *day && *day < last).collect();
    let mut day = first;
    while day < last {
        days.insert(day);
        day = day.plus_days(STEP);
    }
    days.insert(last);
    let mut before: Option<(Day, BTreeMap<Relation, Look>)> = None;
    for day in days {
        let now = all_looks(between, day);
        if let Some((earlier, then)) = &before {
            changes((*earlier, then), (day, &now), between, looks);
        } else {
            now.iter()
                .for_each(|(relation, look)| looks.entry(relation.clone()).or_default().push((day, look.clone())));
        }
        before = Some((day, now));
    }
}

/// Searches for the day of each change between two days.
fn changes(
    (mut from, then): (Day, &BTreeMap<Relation, Look>),
    (to, now): (Day, &BTreeMap<Relation, Look>),
    between: &Between<'_>,
    looks: &mut BTreeMap<Relation, Vec<(Day, Look)>>,
) {
    let mut then = then.clone();
    while then != *now {
        let (mut low, mut high) = (from, to);
        let mut found = now.clone();
        while high.days_since(low) > 1 {
            let middle = low.plus_days(high.days_since(low) / 2);
            let looks = all_looks(between, middle);
            if looks == then {
                low = middle;
            } else {
                high = middle;
                found = looks;
            }
        }
        for relation in then.keys().chain(found.keys()).collect::<BTreeSet<_>>() {
            if then.get(relation) != found.get(relation) {
                let look = found.get(relation).cloned().unwrap_or((None, true, false));
                looks.entry(relation.clone()).or_default().push((high, look));
            }
        }
        (from, then) = (high, found);
    }
}

fn all_looks(between: &Between<'_>, day: Day) -> BTreeMap<Relation, Look> {
    let look = |standing: Standing| {
        let weak = matches!(standing.basis, Basis::Implied | Basis::Planned) || standing.stale || standing.lapsed;
        let dated = standing.since.is_some_and(|since| since.earliest.is_some());
        let relation = (standing.rank(), standing.dimension, standing.topic, standing.pair);
        (relation, (standing.state, weak, dated))
    };
    between.standings(day).into_iter().map(look).collect()
}

fn speaks_of(touch: &Touch, relation: &Relation) -> bool {
    touch.dimension == relation.1 && touch.topic == relation.2 && touch.pair == relation.3
}

fn name((_, dimension, topic, pair): &Relation, with_pair: bool, teller: &Teller<'_>) -> Vec<String> {
    let rule = teller.ontology.dimension(dimension);
    let title = rule.map_or_else(|| dimension.to_string(), |rule| rule.title.clone());
    let mut lines = vec![title.clone()];
    lines.extend(topic.as_ref().map(|topic| teller.topic(topic)).filter(|topic| *topic != title));
    if with_pair || rule.is_some_and(|rule| rule.is_directed(topic.as_ref())) {
        lines.push(format!("{} – {}", (teller.name)(&pair.0), (teller.name)(&pair.1)));
    }
    lines
}

fn bars(relation: &Relation, looks: &[(Day, Look)], days: (Day, Day), teller: &Teller<'_>) -> Vec<Bar> {
    let rule = teller.ontology.dimension(&relation.1);
    let mut bars = Vec::new();
    for (number, (day, (state, weak, dated))) in looks.iter().enumerate() {
        let Some(state) = state else { continue };
        let words = rule.and_then(|rule| rule.state(state));
        let next = looks.get(number + 1).map(|(day, _)| day.plus_days(-1));
        let follows = number.checked_sub(1).and_then(|last| looks.get(last)).is_some_and(|(_, look)| look.0.is_some());
        bars.push(Bar {
            days: (*day, next.unwrap_or(days.1)),
            text: words.map_or_else(|| state.to_string(), |words| words.says.clone()),
            sign: words.map_or(Sign::Neither, |words| Sign::of(words.sign)),
            weak: *weak,
            open: (!follows && (!dated || *day == days.0), next.is_none()),
        });
    }
    bars
}

fn mark(touch: &Touch, report: &dyn Fn(EventId) -> Option<(Report, Origin)>) -> Mark {
    let found = report(touch.event);
    let tip = found.as_ref().map_or_else(String::new, |(report, origin)| super::scene::quote(report, origin));
    let moved = touch.effect == Effect::Moved;
    Mark { day: touch.day, moved, tip, link: found.and_then(|(_, origin)| origin.url) }
}
