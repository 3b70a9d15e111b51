//! Whole articles: the events that must come out, those that must not, and how relations must stand.
//!
//! An expected event is found where an event of the article has one of its types, is not negated, has
//! the sides asked for (in either order where mutual), and is dated inside: it overlaps the days asked for and is
//! at most two days wider, or is open below where more than a month was asked for.

use super::gold::{Codes, EventRow, Expected, StateRow};
use super::{Miss, share};
use crate::graph::Standing;
use crate::model::category::Mode;
use crate::model::day::{Day, Interval};
use crate::model::event::{Event, Participant};
use std::collections::BTreeSet;

/// Types that are mere words: not counted where they come unasked.
const SOFT: &[&str] = &[
    "statement-made",
    "joint-statement-made",
    "support-expressed",
    "praise-given",
    "criticism-made",
    "appeal-made",
    "denial-made",
    "rejection-made",
];
/// How many days wider than asked for a date may be.
const SLACK: i64 = 2;
/// Beyond how many days an open beginning is inside.
const LONG: i64 = 31;

/// What was counted.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Articles {
    /// The articles.
    pub n_articles: usize,
    /// Events that must come out.
    pub n_expected: usize,
    /// Those that did.
    pub n_found: usize,
    /// Events that came unasked, mere words apart.
    pub n_extra: usize,
    /// States that must hold.
    pub n_states: usize,
    /// Those that do.
    pub n_right: usize,
    /// Events that must not come out and did.
    pub forbidden: Vec<Miss>,
    /// Events that came unasked.
    pub extra: Vec<Miss>,
    /// Events that are missing, and states that are others.
    pub misses: Vec<Miss>,
}

impl Articles {
    /// Counts one article; `standings` says how the two of a row stood on its day, none where it cannot be asked.
    pub fn take(
        &mut self,
        expected: &Expected,
        events: &[Event],
        standings: &mut dyn FnMut(&StateRow) -> Option<Vec<Standing>>,
    ) {
        self.n_articles += 1;
        for row in &expected.events {
            self.n_expected += 1;
            if events.iter().any(|event| meets(event, row)) {
                self.n_found += 1;
            } else {
                self.misses.push(missing(expected, row, events));
            }
        }
        let actual = || events.iter().filter(|event| event.mode == Mode::Actual);
        for event in actual().filter(|event| is_one(&expected.forbidden, &[event.kind.as_str()])) {
            self.forbidden.push(unasked(expected, event));
        }
        let mut seen = BTreeSet::new();
        for event in actual() {
            let kind = event.kind.as_str();
            let asked = expected.events.iter().any(|row| row.types.iter().any(|one| one == kind));
            if !asked && !SOFT.contains(&kind) && seen.insert((kind, ids(&event.actors), ids(&event.recipients))) {
                self.n_extra += 1;
                self.extra.push(unasked(expected, event));
            }
        }
        for row in &expected.states {
            self.n_states += 1;
            let relations: Vec<Standing> = standings(row).unwrap_or_default();
            let relations: Vec<&Standing> = relations.iter().filter(|standing| is_of(standing, row)).collect();
            if holds(&relations, row) {
                self.n_right += 1;
            } else {
                self.misses.push(other_state(expected, row, &relations));
            }
        }
    }

    /// Returns the share of expected events that came out.
    #[must_use]
    pub fn found(&self) -> f64 {
        share(self.n_found, self.n_expected)
    }

    /// Returns how many events came unasked for each article.
    #[must_use]
    pub fn extra_each(&self) -> f64 {
        share(self.n_extra, self.n_articles)
    }

    /// Returns the share of states that hold.
    #[must_use]
    pub fn right(&self) -> f64 {
        share(self.n_right, self.n_states)
    }
}

fn ids(side: &[Participant]) -> Vec<&str> {
    side.iter().map(|party| party.id.as_str()).collect()
}

fn is_one(codes: &Codes, found: &[&str]) -> bool {
    match codes {
        Codes::Some(codes) => codes.iter().any(|code| found.contains(&code.as_str())),
        Codes::Word(word) => word == "any",
    }
}

fn meets(event: &Event, row: &EventRow) -> bool {
    if event.mode == Mode::Negated
        || !row.types.iter().any(|kind| kind == event.kind.as_str())
        || !is_dated(&event.occurred, row.occurred.as_ref())
    {
        return false;
    }
    let (actors, recipients) = (names(&[&event.actors]), names(&[&event.recipients]));
    if row.mutual {
        let both = names(&[&event.actors, &event.recipients]);
        return side_is(&row.actors, &both) && side_is(&row.recipients, &both);
    }
    side_is(&row.actors, &actors) && side_is(&row.recipients, &recipients)
}

/// Returns every code under which the parties may be asked for: their own, their root and their state's.
fn names(sides: &[&[Participant]]) -> Vec<String> {
    let of = |party: &Participant| {
        let country = party.country.as_ref().map(ToString::to_string);
        country.into_iter().chain([party.id.to_string(), party.id.root().to_string()])
    };
    sides.iter().copied().flatten().flat_map(of).collect()
}

fn side_is(codes: &Codes, names: &[String]) -> bool {
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    is_one(codes, &names)
}

fn is_dated(occurred: &Interval, wanted: Option<&(String, String)>) -> bool {
    let Some((first, last)) = wanted else { return true };
    let (Ok(first), Ok(last)) = (first.parse::<Day>(), last.parse::<Day>()) else { return false };
    let asked = last.days_since(first);
    match (occurred.earliest, occurred.latest) {
        (_, None) => false,
        (None, Some(latest)) => asked > LONG && (first..=last).contains(&latest),
        (Some(earliest), Some(latest)) => {
            earliest <= last && latest >= first && latest.days_since(earliest) <= asked + SLACK
        }
    }
}

fn is_of(standing: &Standing, row: &StateRow) -> bool {
    let topic = standing.topic.as_ref().map_or("", |topic| topic.as_str());
    standing.via.is_none()
        && standing.dimension.as_str() == row.dimension
        && row.topic.as_deref().is_none_or(|wanted| topic.contains(wanted))
}

fn holds(relations: &[&Standing], row: &StateRow) -> bool {
    let in_state = |standing: &&Standing| {
        standing.state.as_ref().is_some_and(|state| row.states.iter().any(|wanted| wanted == state.as_str()))
    };
    let is_from = |standing: &&Standing| standing.from.as_ref().map(|from| from.as_str()) == row.from.as_deref();
    let is_since = |standing: &&Standing| standing.since.is_some_and(|since| is_dated(&since, row.since.as_ref()));
    !relations.is_empty()
        && relations.iter().all(in_state)
        && (row.from.is_none() || relations.iter().any(is_from))
        && (row.since.is_none() || relations.iter().any(is_since))
}

fn told(event: &Event) -> String {
    let sides = |side: &[Participant]| ids(side).join(" + ");
    format!(
        "{} {} > {} on {} ({})",
        event.kind,
        sides(&event.actors),
        sides(&event.recipients),
        event.occurred,
        event.mode
    )
}

fn missing(expected: &Expected, row: &EventRow, events: &[Event]) -> Miss {
    let codes = |codes: &Codes| match codes {
        Codes::Some(codes) => codes.join("/"),
        Codes::Word(word) => word.clone(),
    };
    let when = row.occurred.as_ref().map_or_else(|| "any day".to_owned(), |(first, last)| format!("{first}..{last}"));
    let near = events.iter().filter(|event| row.types.iter().any(|kind| kind == event.kind.as_str()));
    let near: Vec<String> = near.map(told).collect();
    Miss {
        id: expected.article.clone(),
        wanted: format!("{} {} > {} on {when}", row.types.join("/"), codes(&row.actors), codes(&row.recipients)),
        given: if near.is_empty() { "no event of the type".to_owned() } else { near.join("; ") },
        text: String::new(),
    }
}

fn unasked(expected: &Expected, event: &Event) -> Miss {
    Miss {
        id: expected.article.clone(),
        wanted: "nothing".to_owned(),
        given: told(event),
        text: event.evidence.quote.clone(),
    }
}

fn other_state(expected: &Expected, row: &StateRow, relations: &[&Standing]) -> Miss {
    let found = |standing: &&Standing| {
        let state = standing.state.as_ref().map_or("unknown", |state| state.as_str());
        let from = standing.from.as_ref().map_or_else(String::new, |from| format!(" from {from}"));
        let since = standing.since.map_or_else(String::new, |since| format!(" since {since}"));
        format!("{state}{from}{since}")
    };
    let given: Vec<String> = relations.iter().map(found).collect();
    Miss {
        id: expected.article.clone(),
        wanted: format!("{} {} and {} at {}: {}", row.dimension, row.a, row.b, row.at, row.states.join("/")),
        given: if given.is_empty() { "unknown".to_owned() } else { given.join(", ") },
        text: String::new(),
    }
}
