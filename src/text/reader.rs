//! The forms that articles come in, and how a stream of bytes is cut into units of work.
//!
//! Invariant: NDJSON is read line by line, so that memory does not grow with the file; every other form
//! is one unit, read whole up to a limit. Units are independent and may be read on any thread.

pub mod feed;
pub mod html;
pub mod json;
pub mod plain;

use super::article::Draft;
use super::{Given, MAX_ARTICLE, MAX_FILE, Refused, TextError, encoding};
use crate::model::article::Article;
use std::fmt;
use std::io::{BufRead, Read};

/// A form that articles come in.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Form {
    /// Plain text, with or without a head of `Key: value` lines.
    Plain,
    /// A web page.
    Html,
    /// One JSON object, or an array of them.
    Json,
    /// One JSON object a line.
    Lines,
    /// RSS or Atom.
    Feed,
}

impl Form {
    /// Every extension that is read, with its form.
    pub const EXTENSIONS: &[(&str, Self)] = &[
        ("txt", Self::Plain),
        ("md", Self::Plain),
        ("html", Self::Html),
        ("htm", Self::Html),
        ("json", Self::Json),
        ("jsonl", Self::Lines),
        ("ndjson", Self::Lines),
        ("xml", Self::Feed),
        ("rss", Self::Feed),
        ("atom", Self::Feed),
    ];

    /// Returns the form of a file extension, `None` where it is not one of [`Form::EXTENSIONS`].
    #[must_use]
    pub fn of_extension(extension: &str) -> Option<Self> {
        let extension = extension.to_ascii_lowercase();
        Self::EXTENSIONS.iter().find(|(known, _)| *known == extension).map(|&(_, form)| form)
    }

    /// Tells the form of a stream without a name by its first bytes.
    #[must_use]
    pub fn of_start(bytes: &[u8]) -> Self {
        let text =
            String::from_utf8_lossy(bytes.get(..512).unwrap_or(bytes)).trim_start_matches('\u{feff}').to_lowercase();
        let text = text.trim_start();
        let is_feed = ["<?xml", "<rss", "<feed", "<rdf"].iter().any(|start| text.starts_with(start));
        match text.chars().next() {
            Some('{') => Self::Lines,
            Some('[') => Self::Json,
            Some('<') if is_feed => Self::Feed,
            Some('<') => Self::Html,
            _ => Self::Plain,
        }
    }

    fn most_bytes(self) -> usize {
        match self {
            Self::Plain | Self::Lines => MAX_ARTICLE,
            Self::Html | Self::Json | Self::Feed => MAX_FILE,
        }
    }
}

impl fmt::Display for Form {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Plain => "plain text",
            Self::Html => "HTML",
            Self::Json => "JSON",
            Self::Lines => "NDJSON",
            Self::Feed => "a feed",
        })
    }
}

/// Bytes that can be read without those before and after: a whole file, or one line of NDJSON.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Unit {
    form: Form,
    line: u64,
    bytes: Result<Vec<u8>, TextError>,
}

impl Unit {
    /// Makes a unit of a whole text.
    #[must_use]
    pub fn whole(form: Form, text: &str) -> Self {
        Self { form, line: 1, bytes: Ok(text.as_bytes().to_vec()) }
    }

    /// Returns how many bytes it holds.
    #[must_use]
    pub fn size(&self) -> usize {
        self.bytes.as_ref().map_or(0, Vec::len)
    }

    /// Reads the articles of the unit, in order, good and bad.
    #[must_use]
    pub fn articles(self, given: Given) -> Vec<Result<Article, Refused>> {
        let line = self.line;
        let text = match self.bytes.map(encoding::decode) {
            Ok(Ok(text)) => text,
            Ok(Err((at, why))) => return vec![Err(Refused::at(line + at - 1, why))],
            Err(why) => return vec![Err(Refused::at(line, why))],
        };
        if text.trim_start_matches('\u{feff}').trim().is_empty() {
            return vec![Err(Refused::at(line, TextError::Empty))];
        }
        let drafts: Vec<Result<Draft, Refused>> = match self.form {
            Form::Plain => vec![plain::read(text)],
            Form::Html => vec![html::read(&text)],
            Form::Json => json::read(&text),
            Form::Lines => vec![json::line(&text, line)],
            Form::Feed => feed::read(&text),
        };
        drafts.into_iter().map(|draft| draft.and_then(|draft| draft.check(given))).collect()
    }
}

/// Cuts a stream into units.
///
/// Blank lines of NDJSON are no units. After a failure to read, the stream ends.
#[must_use]
pub fn units<R: BufRead>(form: Form, input: R) -> Units<R> {
    Units { form, input, line: 0, ended: false }
}

/// The units of a stream, made by [`units`].
#[derive(Debug)]
pub struct Units<R> {
    form: Form,
    input: R,
    line: u64,
    ended: bool,
}

impl<R: BufRead> Iterator for Units<R> {
    type Item = Unit;

    fn next(&mut self) -> Option<Unit> {
        while !self.ended {
            let (bytes, is_line) = match self.form {
                Form::Lines => (self.next_line(), true),
                _ => (self.whole(), false),
            };
            self.line += 1;
            match bytes {
                Ok(None) => self.ended = true,
                Ok(Some(bytes)) if is_line && bytes.iter().all(u8::is_ascii_whitespace) => {}
                Ok(Some(bytes)) => return Some(Unit { form: self.form, line: self.line, bytes: Ok(bytes) }),
                Err(why) => return Some(Unit { form: self.form, line: self.line, bytes: Err(why) }),
            }
        }
        None
    }
}

impl<R: BufRead> Units<R> {
    fn whole(&mut self) -> Result<Option<Vec<u8>>, TextError> {
        self.ended = true;
        let limit = self.form.most_bytes();
        let mut bytes = Vec::new();
        let most = u64::try_from(limit).unwrap_or(u64::MAX).saturating_add(1);
        self.input
            .by_ref()
            .take(most)
            .read_to_end(&mut bytes)
            .map_err(|error| TextError::Unreadable(error.to_string()))?;
        let of = if limit == MAX_ARTICLE { "in one article" } else { "in one file" };
        if bytes.len() > limit { Err(TextError::TooLong { of, limit }) } else { Ok(Some(bytes)) }
    }

    /// Reads one line; of a line that is too long the rest is passed over without being kept.
    fn next_line(&mut self) -> Result<Option<Vec<u8>>, TextError> {
        let limit = self.form.most_bytes();
        let mut bytes: Vec<u8> = Vec::new();
        let mut too_long = false;
        loop {
            let buffer = self.input.fill_buf().map_err(|error| {
                self.ended = true;
                TextError::Unreadable(error.to_string())
            })?;
            if buffer.is_empty() {
                self.ended = true;
                break;
            }
            let newline = buffer.iter().position(|&byte| byte == b'\n');
            let piece = buffer.get(..newline.unwrap_or(buffer.len())).unwrap_or_default();
            too_long |= bytes.len() + piece.len() > limit;
            if !too_long {
                bytes.extend_from_slice(piece);
            }
            let used = newline.map_or(buffer.len(), |at| at + 1);
            self.input.consume(used);
            if newline.is_some() {
                break;
            }
        }
        match too_long {
            true => Err(TextError::TooLong { of: "in one line", limit }),
            false if bytes.is_empty() && self.ended => Ok(None),
            false => Ok(Some(bytes)),
        }
    }
}

#[cfg(test)]
mod tests;
