//! From bytes to checked articles: encoding, form, date, language.
//!
//! Knows no grammar and no ontology; asks no clock and opens no file. Every refusal names the line and
//! what was found; the file is the caller's to name.

pub mod article;
pub mod date;
pub mod encoding;
pub mod language;
pub mod reader;

use crate::model::day::Day;
use thiserror::Error;

/// The largest article, in bytes of text: longer ones are refused, not cut.
pub const MAX_ARTICLE: usize = 4 << 20;

/// The largest file that holds one document of many articles (a feed, a JSON array), in bytes.
pub const MAX_FILE: usize = 64 << 20;

/// Why bytes are no article.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum TextError {
    /// Nothing but white space.
    #[error("is empty: an article was expected")]
    Empty,
    /// More than [`MAX_ARTICLE`] or [`MAX_FILE`].
    #[error("has more than {} MiB {of}, the most that is read", limit >> 20)]
    TooLong {
        /// What was measured: `in one article`, `in one line`, `in one file`.
        of: &'static str,
        /// The limit in bytes.
        limit: usize,
    },
    /// Zero bytes or many control characters.
    #[error("is binary: UTF-8 text was expected")]
    Binary,
    /// UTF-16, by its byte order mark or its zero bytes.
    #[error("is UTF-16: UTF-8 was expected")]
    Utf16,
    /// Bytes that are not UTF-8.
    #[error("is not UTF-8: byte 0x{byte:02X} in column {column} begins no character (often Latin-1 or Windows-1252)")]
    NotUtf8 {
        /// The byte.
        byte: u8,
        /// Its column in the line, counted in bytes from 1.
        column: usize,
    },
    /// Text that is not JSON.
    #[error("is not whole JSON: {0}")]
    Json(String),
    /// JSON of another shape.
    #[error("{field}: {found} where {expected} was expected")]
    Shape {
        /// The field, or `the line`, `the file`.
        field: &'static str,
        /// What stands there.
        found: String,
        /// What should.
        expected: &'static str,
    },
    /// A key that the head of a plain text does not know.
    #[error("unknown key {0:?} in the head: Title, Published, Source, Url, Language or Id was expected")]
    HeadKey(String),
    /// A page in which no article was found.
    #[error("holds no readable article: {0}")]
    Page(String),
    /// XML that is no feed.
    #[error("is no RSS or Atom feed: {0}")]
    Feed(String),
    /// A feed entry that only links elsewhere.
    #[error("the feed entry carries no text, only a link")]
    NoContent,
    /// A date that is not a full date.
    #[error("published: {0:?} is not a full date: a form such as 2024-01-31 was expected")]
    Date(String),
    /// No publication date, and none can be read off.
    #[error("has no publication date: {0}")]
    Undated(Undated),
    /// Words or letters that are not English.
    #[error("is not in English: {0}")]
    Language(language::Foreign),
    /// The bytes could not be read.
    #[error("cannot be read: {0}")]
    Unreadable(String),
}

/// Why no publication date could be read off.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Undated {
    /// The dateline has a day but no year.
    #[error("its dateline, {0:?}, has no year")]
    NoYear(String),
    /// There is no dateline with a date.
    #[error("it gives none, and no dateline holds one")]
    NoDateline,
}

/// An article that was not taken, with the place in its file.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("line {line}: {why}")]
pub struct Refused {
    /// The line, counted from 1, on which the trouble lies.
    pub line: u64,
    /// The id that the source gave, where it could be read.
    pub id: Option<String>,
    /// Why.
    pub why: TextError,
}

impl Refused {
    /// Makes a refusal without an id.
    #[must_use]
    pub fn at(line: u64, why: TextError) -> Self {
        Self { line, id: None, why }
    }
}

/// What the reader is told beside the bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Given {
    /// The publication date of articles that carry none.
    pub published: Option<Day>,
}
