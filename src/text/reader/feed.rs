//! RSS and Atom: one article an entry that carries its text.

use super::html;
use crate::text::article::Draft;
use crate::text::{Refused, TextError, date};
use feed_rs::model::{Entry, Feed};
use feed_rs::parser;

/// Reads one feed.
#[must_use]
pub fn read(text: &str) -> Vec<Result<Draft, Refused>> {
    // The day is the one that the publisher wrote, whatever its time zone.
    let reader = parser::Builder::new()
        .timestamp_parser(|text| date::full(text).and_then(|day| format!("{day}T12:00:00Z").parse().ok()))
        .build();
    let feed = match reader.parse(text.trim_start_matches('\u{feff}').trim_start().as_bytes()) {
        Ok(feed) => feed,
        Err(error) => return vec![Err(Refused::at(1, TextError::Feed(error.to_string())))],
    };
    if feed.entries.is_empty() {
        return vec![Err(Refused::at(1, TextError::Feed("it has no entry".to_owned())))];
    }
    let lines = entry_lines(text);
    let line = |index: usize| lines.get(index).copied().unwrap_or(1);
    feed.entries.iter().enumerate().map(|(index, entry)| draft(&feed, entry, line(index))).collect()
}

fn draft(feed: &Feed, entry: &Entry, line: u64) -> Result<Draft, Refused> {
    let id = Some(entry.id.clone()).filter(|id| !id.is_empty());
    let refuse = |why| Refused { line, id: id.clone(), why };
    let body = entry
        .content
        .as_ref()
        .and_then(|content| content.body.as_deref())
        .or(entry.summary.as_ref().map(|summary| summary.content.as_str()))
        .filter(|body| !body.trim().is_empty())
        .ok_or_else(|| refuse(TextError::NoContent))?;
    let text = html::text_of(body).map_err(&refuse)?;
    if text.is_empty() {
        return Err(refuse(TextError::NoContent));
    }
    let title = entry.title.as_ref().map(|title| html::text_of(&title.content)).transpose().map_err(&refuse)?;
    Ok(Draft {
        line,
        given_id: id.clone(),
        title: title.unwrap_or_default(),
        text,
        published: entry.published.or(entry.updated).map(|time| time.to_rfc3339()),
        source: feed.title.as_ref().map(|title| title.content.trim().to_owned()),
        url: entry.links.first().map(|link| link.href.clone()),
        language: entry.language.clone().or_else(|| feed.language.clone()),
        ..Draft::default()
    })
}

/// Finds the lines on which entries begin.
fn entry_lines(text: &str) -> Vec<u64> {
    let begins = |rest: &str| {
        ["<item", "<entry"].iter().any(|tag| {
            rest.strip_prefix(tag)
                .is_some_and(|rest| rest.starts_with(|c: char| c == '>' || c == '/' || c.is_whitespace()))
        })
    };
    let mut lines = Vec::new();
    for (number, line) in (1..).zip(text.lines()) {
        lines.extend(line.match_indices('<').filter(|(at, _)| line.get(*at..).is_some_and(begins)).map(|_| number));
    }
    lines
}
