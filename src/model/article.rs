//! One article as it was received.

use super::day::Day;
use super::id::{ArticleId, Digest};
use super::span::Span;

/// An article: its words exactly as given, and where they came from.
///
/// Spans of evidence point into `text` (or into `title` where `title_in_text` is absent).
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Article {
    /// Made from the content by [`Article::identify`].
    pub id: ArticleId,
    /// The id that the source gave, if any.
    pub given_id: Option<String>,
    /// The title; empty where there is none.
    pub title: String,
    /// Where the title stands in `text`, for plain text whose first line is the title.
    pub title_in_text: Option<Span>,
    /// The text, the whole file for plain text.
    pub text: String,
    /// The part of `text` to code: all but a head of `Key: value` lines.
    pub prose: Span,
    /// The publication date.
    pub published: Day,
    /// The outlet.
    pub source: Option<String>,
    /// Where it can be read.
    pub url: Option<String>,
    /// The language as a two-letter code.
    pub language: String,
    /// SHA-256 over everything given.
    pub checksum: Digest,
}

impl Article {
    /// Returns the checksum of what was given, whatever the file it came in.
    #[must_use]
    pub fn digest(&self) -> Digest {
        let published = self.published.to_string();
        let absent_or =
            |field: &Option<String>| field.clone().map_or_else(|| "0".to_owned(), |value| format!("1{value}"));
        let fields = [
            self.title.clone(),
            self.text.clone(),
            published,
            absent_or(&self.given_id),
            absent_or(&self.source),
            absent_or(&self.url),
        ];
        let lengths = fields.each_ref().map(|field| (field.len() as u64).to_be_bytes());
        let parts: Vec<&[u8]> =
            lengths.iter().zip(&fields).flat_map(|(length, field)| [&length[..], field.as_bytes()]).collect();
        Digest::of(&parts)
    }

    /// Returns the id that the checksum gives.
    #[must_use]
    pub fn identify(&self) -> ArticleId {
        ArticleId::of(&["article", &self.digest().to_string()])
    }
}
