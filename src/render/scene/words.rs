//! The short words of a diagram: labels, remarks and what is shown when pointed at.

use crate::graph::{Basis, Position, Report, Standing};
use crate::model::day::{Interval, Precision};
use crate::render::sentence::Teller;

use super::Origin;

/// How many quotes are shown when pointed at.
const QUOTES: usize = 3;
/// How many letters of a quote.
const LETTERS: usize = 240;

/// Says of a relation what it is and how it stands: three short lines.
pub(super) fn relation(standing: &Standing, teller: &Teller<'_>) -> Vec<String> {
    let mut lines = vec![format!("{}: {}", dimension(standing, teller), state(standing, teller))];
    lines.extend(topic(standing, teller));
    lines.extend(packed(details(standing, teller)));
    lines
}

/// Names the dimension.
pub(super) fn dimension(standing: &Standing, teller: &Teller<'_>) -> String {
    let rule = teller.ontology.dimension(&standing.dimension);
    rule.map_or_else(|| standing.dimension.to_string(), |rule| rule.title.clone())
}

/// Names the topic, where that says more than the dimension.
pub(super) fn topic(standing: &Standing, teller: &Teller<'_>) -> Option<String> {
    let topic = standing.topic.as_ref().map(|topic| teller.topic(topic));
    topic.filter(|topic| *topic != dimension(standing, teller))
}

/// Names the state.
pub(super) fn state(standing: &Standing, teller: &Teller<'_>) -> String {
    let Some(state) = &standing.state else { return "unknown".to_owned() };
    let rule = teller.ontology.dimension(&standing.dimension).and_then(|rule| rule.state(state));
    rule.map_or_else(|| state.to_string(), |rule| rule.says.clone())
}

/// Says since when, until when, on what it rests and how many report it.
pub(super) fn details(standing: &Standing, teller: &Teller<'_>) -> Vec<String> {
    let mut when: Vec<String> = standing.since.iter().map(since).collect();
    when.extend(standing.until.map(|until| format!("until {until}")));
    when.extend(remarks(standing, teller));
    if standing.events.len() > 1 {
        when.push(format!("{} reports", standing.events.len()));
    }
    when
}

pub(super) fn remarks(standing: &Standing, teller: &Teller<'_>) -> Vec<String> {
    let mut remarks = Vec::new();
    match standing.basis {
        Basis::Implied | Basis::Planned | Basis::Confirmed => remarks.push(standing.basis.as_str().to_owned()),
        Basis::Reported | Basis::Unknown => {}
    }
    let flags = [(standing.disputed, "disputed"), (standing.stale, "stale"), (standing.lapsed, "lapsed")];
    remarks.extend(flags.iter().filter(|(is_so, _)| *is_so).map(|(_, word)| (*word).to_owned()));
    remarks.extend(standing.pending.iter().map(|pending| format!("perhaps {}", pending.state)));
    remarks.extend(standing.standing_threats.iter().map(|threat| format!("also {}", threat.state)));
    remarks.extend(standing.via.as_ref().map(|via| format!("through {}", (teller.name)(via))));
    remarks
}

/// Says of a position what is held, toward whom and since when.
pub(super) fn position(position: &Position, teller: &Teller<'_>) -> Vec<String> {
    let topic = teller.object(position).map_or_else(String::new, |object| format!(" {object}"));
    view(&format!("{}{topic}", position.stance), position, teller)
}

/// Says of a position what is given of the view, toward whom and since when.
pub(super) fn view(said: &str, position: &Position, teller: &Teller<'_>) -> Vec<String> {
    let mut lines = folded(said);
    lines.extend(position.toward.as_ref().map(|toward| format!("toward {}", (teller.name)(toward))));
    let held = Interval { earliest: position.since.0, latest: position.since.1, precision: Precision::Range };
    lines.push(since(&held));
    lines
}

/// Says since when in few words.
pub(super) fn since(since: &Interval) -> String {
    match (since.earliest, since.latest) {
        (Some(a), Some(b)) if a != b && since.precision == Precision::Range => format!("since {a} to {b}"),
        (Some(_), Some(_)) => format!("since {since}"),
        (None, Some(b)) => format!("since {b} or before"),
        (Some(a), None) => format!("since {a} or later"),
        (None, None) => "since an unknown day".to_owned(),
    }
}

/// How many letters a line of a label has.
const WIDTH: usize = 34;

/// Joins parts by commas into as few lines as have room.
pub(super) fn packed(parts: Vec<String>) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for part in parts {
        match lines.last_mut() {
            Some(line) if line.chars().count() + part.chars().count() + 2 <= WIDTH => *line += &format!(", {part}"),
            _ => lines.push(part),
        }
    }
    lines
}

/// Breaks text between words so that lines are short.
pub(super) fn folded(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + word.chars().count() < 28 => *line += &format!(" {word}"),
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// Returns the words behind something, with who said them and where.
pub(super) fn quotes(reports: &[(&Report, Origin)]) -> String {
    let mut lines: Vec<String> = reports.iter().take(QUOTES).map(|(report, origin)| quote(report, origin)).collect();
    if reports.len() > QUOTES {
        lines.push(format!("and {} more", reports.len() - QUOTES));
    }
    lines.join("\n")
}

/// Returns the words of a report, with who said them and where.
pub(in crate::render) fn quote(report: &Report, origin: &Origin) -> String {
    let words = report.quote.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut short: String = words.chars().take(LETTERS).collect();
    if short.len() < words.len() {
        short.push('…');
    }
    let speaker = report.speaker_name.as_ref().map_or_else(String::new, |name| format!("{name}, "));
    format!("“{short}” ({speaker}{}, {})", origin.name, report.published)
}
