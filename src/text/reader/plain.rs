//! Plain text: an optional head of `Key: value` lines, a title, the report.
//!
//! Invariant: the article's text is the file as given, byte for byte; title and prose are parts of it.

use crate::model::span::Span;
use crate::text::article::Draft;
use crate::text::{Refused, TextError};

/// A first line of more bytes is no title but the report itself.
const LONGEST_TITLE: usize = 300;

/// Reads one file.
///
/// # Errors
/// When its head holds a key that is not known.
pub fn read(text: String) -> Result<Draft, Refused> {
    let mut draft = Draft { line: 1, ..Draft::default() };
    let start = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    draft.prose_start = head(&text, start, &mut draft)?;
    if draft.title_in_text.is_none() {
        draft.title_in_text = first_line(&text, draft.prose_start);
    }
    draft.title = draft.title_in_text.and_then(|span| span.slice(&text)).unwrap_or_default().to_owned();
    draft.text = text;
    Ok(draft)
}

/// Reads the head into the draft and returns where the report begins.
///
/// A head is one or more lines of known keys, closed by a blank line; the title may stand before them without its key.
/// Anything else is the report.
fn head(text: &str, start: usize, draft: &mut Draft) -> Result<usize, Refused> {
    let mut found = Draft::default();
    let mut unknown = None;
    let mut title: Option<Span> = None;
    let mut at = start;
    for (number, line) in (1..).zip(text.get(start..).unwrap_or_default().split_inclusive('\n')) {
        let begin = at;
        at += line.len();
        if line.trim().is_empty() {
            // A first line by itself is the title of a report without a head.
            if number == 1 || number == 2 && title.is_some() {
                return Ok(start);
            }
            if let Some((line, key)) = unknown {
                return Err(Refused::at(line, TextError::HeadKey(key)));
            }
            // Beside a title of its own, a first line without a key is a line of the report, and none is left out of it.
            if title.is_some() && found.title_in_text.is_some() {
                return Ok(start);
            }
            let title_in_text = found.title_in_text.or(title);
            *draft = Draft { line: draft.line, title_in_text, ..found };
            return Ok(at);
        }
        let pair = line.split_once(':').map(|(key, value)| {
            let value_at = begin + key.len() + 1 + (value.len() - value.trim_start().len());
            (key.trim(), value.trim(), value_at)
        });
        if let Some((key, value, value_at)) = pair
            && take(&mut found, key, value, value_at)
        {
            continue;
        }
        if number == 1 && line.len() <= LONGEST_TITLE {
            let indent = line.len() - line.trim_start().len();
            title = Span::of(begin + indent..begin + indent + line.trim().len());
            continue;
        }
        // A report may have a colon in its title; a head begins with a known key.
        let key = pair.map(|(key, ..)| key).filter(|key| number > 1 && title.is_none() && !key.contains(' '));
        let Some(key) = key else { return Ok(start) };
        unknown.get_or_insert((number, key.to_owned()));
    }
    Ok(start)
}

/// Takes one line of the head; false where the key is not known.
fn take(draft: &mut Draft, key: &str, value: &str, value_at: usize) -> bool {
    let text = || (!value.is_empty()).then(|| value.to_owned());
    match key.to_ascii_lowercase().as_str() {
        "title" => draft.title_in_text = Span::of(value_at..value_at + value.len()).filter(|span| !span.is_empty()),
        "published" => draft.published = text(),
        "source" => draft.source = text(),
        "url" => draft.url = text(),
        "language" => draft.language = text(),
        "id" => draft.given_id = text(),
        _ => return false,
    }
    true
}

/// Returns the first line that is not blank, if something follows it and it is short enough for a title.
fn first_line(text: &str, start: usize) -> Option<Span> {
    let report = text.get(start..)?;
    let line = report.trim_start();
    let begin = start + (report.len() - line.len());
    let (line, rest) = line.split_once('\n')?;
    let line = line.trim_end();
    (line.len() <= LONGEST_TITLE && !rest.trim().is_empty()).then(|| Span::of(begin..begin + line.len())).flatten()
}
