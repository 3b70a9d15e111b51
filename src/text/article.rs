//! From what a reader found to a checked [`Article`]: date, language, size, identity.

use super::{Given, MAX_ARTICLE, Refused, TextError, Undated, date, language};
use crate::model::article::Article;
use crate::model::day::Day;
use crate::model::id::{ArticleId, Digest};
use crate::model::span::Span;

/// What a reader found, before any check.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Draft {
    /// The line of the file on which it begins, counted from 1.
    pub line: u64,
    /// The id that the source gave.
    pub given_id: Option<String>,
    /// The title; empty where there is none.
    pub title: String,
    /// Where the title stands in `text`, if it does.
    pub title_in_text: Option<Span>,
    /// The text.
    pub text: String,
    /// Where in `text` the part to code begins.
    pub prose_start: usize,
    /// The publication date as the source wrote it.
    pub published: Option<String>,
    /// The outlet.
    pub source: Option<String>,
    /// Where it can be read.
    pub url: Option<String>,
    /// The language as the source names it.
    pub language: Option<String>,
}

impl Draft {
    /// Checks the draft and makes it an article.
    ///
    /// The date is the source's own, else the full date of a dateline, else the given one.
    ///
    /// # Errors
    /// When it is empty, too long, undated or not in English.
    pub fn check(self, given: Given) -> Result<Article, Refused> {
        let (line, id) = (self.line, self.given_id.clone());
        self.checked(given).map_err(|why| Refused { line, id, why })
    }

    fn checked(self, given: Given) -> Result<Article, TextError> {
        let prose = self.text.get(self.prose_start..).unwrap_or_default();
        if prose.trim().is_empty() {
            return Err(TextError::Empty);
        }
        if self.text.len() > MAX_ARTICLE {
            return Err(TextError::TooLong { of: "in one article", limit: MAX_ARTICLE });
        }
        language::check(self.language.as_deref(), prose).map_err(TextError::Language)?;
        let published = self.dated(prose, given)?;
        let prose = Span::of(self.prose_start..self.text.len())
            .ok_or(TextError::TooLong { of: "in one article", limit: MAX_ARTICLE })?;
        let absent = Digest::from_bytes([0; 32]);
        let mut article = Article {
            id: ArticleId::from_bytes([0; 16]),
            given_id: self.given_id,
            title: self.title,
            title_in_text: self.title_in_text,
            text: self.text,
            prose,
            published,
            source: self.source,
            url: self.url,
            language: language::CODE.to_owned(),
            checksum: absent,
        };
        article.checksum = article.digest();
        article.id = article.identify();
        Ok(article)
    }

    fn dated(&self, prose: &str, given: Given) -> Result<Day, TextError> {
        if let Some(text) = &self.published {
            return date::full(text).ok_or_else(|| TextError::Date(text.clone()));
        }
        match (date::dateline(prose), given.published) {
            (Some(date::Dateline::Full(day)), _) | (_, Some(day)) => Ok(day),
            (Some(date::Dateline::NoYear(words)), None) => Err(TextError::Undated(Undated::NoYear(words))),
            (None, None) => Err(TextError::Undated(Undated::NoDateline)),
        }
    }
}
