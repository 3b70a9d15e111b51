//! All states of a page as data for its script: every line of markup once, a state as a list of lines.
//!
//! States of neighboring days share most of their lines.

use super::Page;
use crate::model::day::Day;
use serde::Serialize;
use std::collections::BTreeMap;

/// The data of the script; its names are those that the script reads.
#[derive(Serialize)]
pub(super) struct Pack {
    stops: Vec<Text>,
    said: Vec<String>,
    places: Vec<f64>,
    known: Vec<Option<Text>>,
    by: Vec<String>,
    lines: Vec<String>,
    panels: Vec<Vec<usize>>,
    plan: Vec<Vec<usize>>,
    charts: Vec<Vec<usize>>,
    shown: (usize, usize),
}

/// A day as the script compares it: as text.
type Text = String;

impl Pack {
    pub(super) fn of(page: &Page) -> Self {
        let mut lines = Lines::default();
        let mut panels: BTreeMap<Vec<usize>, usize> = BTreeMap::new();
        let mut plan = Vec::new();
        for stops in &page.panels {
            let mut row = Vec::new();
            for panel in stops {
                let next = panels.len();
                row.push(*panels.entry(lines.of(&panel.html())).or_insert(next));
            }
            plan.push(row);
        }
        let charts = page.charts.iter().map(|chart| lines.of(chart)).collect();
        let mut numbered: Vec<(usize, Vec<usize>)> =
            panels.into_iter().map(|(panel, number)| (number, panel)).collect();
        numbered.sort_unstable();
        Self {
            stops: page.stops.iter().map(|stop| stop.day.to_string()).collect(),
            said: page.stops.iter().map(|stop| stop.said.clone()).collect(),
            places: page.places.clone(),
            known: page.known.iter().map(|day| day.map(|day| day.to_string())).collect(),
            by: page.known.iter().map(|day| by(*day)).collect(),
            lines: lines.all,
            panels: numbered.into_iter().map(|(_, panel)| panel).collect(),
            plan,
            charts,
            shown: page.shown,
        }
    }

    /// Says which days a stop stands for.
    pub(super) fn said(&self, stop: usize) -> &str {
        self.said.get(stop).map_or("", String::as_str)
    }

    /// Says which state of knowledge answers.
    pub(super) fn by(&self, known: usize) -> &str {
        self.by.get(known).map_or("", String::as_str)
    }

    /// Writes the data so that nothing in it ends the script.
    pub(super) fn json(&self) -> serde_json::Result<String> {
        Ok(serde_json::to_string(self)?.replace("</", "<\\/").replace("<!--", "\\u003c!--"))
    }
}

/// Lines, each once.
#[derive(Default)]
struct Lines {
    all: Vec<String>,
    numbers: BTreeMap<String, usize>,
}

impl Lines {
    fn of(&mut self, text: &str) -> Vec<usize> {
        text.split('\n')
            .map(|line| {
                if let Some(&number) = self.numbers.get(line) {
                    return number;
                }
                let number = self.all.len();
                self.all.push(line.to_owned());
                self.numbers.insert(line.to_owned(), number);
                number
            })
            .collect()
    }
}

fn by(day: Option<Day>) -> String {
    day.map_or_else(|| ", as far as the log knows".to_owned(), |day| format!(", as known by {day}"))
}
