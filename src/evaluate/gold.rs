//! Gold as JSON lines: five forms, told apart by their keys.
//!
//! ```text
//! pairs      {"id","text","events":[{"source":"PERGOV","target":"CHL","plover":"CONSULT"}]}
//! class      {"id","text","source":"words","target":"words","plover":"CONSULT"}
//! negatives  {"id","text","relevant_votes":0,"events":[]}
//! article    {"id","text","published","title"?}
//! expected   {"article","events":[{"types","actors","recipients","occurred","mutual"}],"forbidden","states"}
//! ```
//!
//! Sentences may carry a `date`; those without are read as of 2015-06-15. Codes of pairs are those of a
//! country with its sector behind it, or `IGO`. Further keys are passed over.

use serde::Deserialize;
use serde_json::Value;
use std::io::{self, BufRead};
use thiserror::Error;

/// The day on which a sentence without a date is read.
pub const UNDATED: &str = "2015-06-15";

/// A sentence.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize)]
pub struct Sentence {
    /// The row.
    pub id: String,
    /// The words.
    pub text: String,
    /// The day of publication.
    pub date: Option<String>,
}

/// One event of a sentence with pairs.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize)]
pub struct PairEvent {
    /// Who acted: country and sector, or an organisation.
    pub source: Option<String>,
    /// Toward whom.
    pub target: Option<String>,
    /// The class.
    pub plover: String,
}

/// What is expected of one event of an article.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize)]
pub struct EventRow {
    /// The types of which it must be one.
    pub types: Vec<String>,
    /// Who acts.
    pub actors: Codes,
    /// Toward whom.
    pub recipients: Codes,
    /// First and last day; absent = any.
    pub occurred: Option<(String, String)>,
    /// Whether the sides may change places.
    #[serde(default)]
    pub mutual: bool,
}

/// Codes of actors or types of which one is asked for.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize)]
#[serde(untagged)]
pub enum Codes {
    /// One of these.
    Some(Vec<String>),
    /// The word `any`.
    Word(String),
}

/// How a relation must stand on a day.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize)]
pub struct StateRow {
    /// The day.
    pub at: String,
    /// One actor.
    pub a: String,
    /// The other.
    pub b: String,
    /// The dimension.
    pub dimension: String,
    /// The states of which it must be in one.
    pub states: Vec<String>,
    /// The side that gave it; absent = any.
    #[serde(default)]
    pub from: Option<String>,
    /// A part of the topic; absent = any.
    #[serde(default)]
    pub topic: Option<String>,
    /// First and last day of its beginning; absent = any.
    #[serde(default)]
    pub since: Option<(String, String)>,
}

/// What is expected of an article.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize)]
pub struct Expected {
    /// The id of the article.
    pub article: String,
    /// The events that must come out.
    pub events: Vec<EventRow>,
    /// The types that must not.
    pub forbidden: Codes,
    /// How relations must stand.
    #[serde(default)]
    pub states: Vec<StateRow>,
}

/// One row.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Row {
    /// A sentence with classes and pairs of countries.
    Pairs(Sentence, Vec<PairEvent>),
    /// A sentence with one class and two marked spans.
    Class {
        /// The sentence.
        sentence: Sentence,
        /// The words that name who acts.
        source: String,
        /// The words that name toward whom.
        target: String,
        /// The class.
        plover: String,
    },
    /// A sentence that several have read: none of its readers, or some, saw an event.
    Seen {
        /// The sentence.
        sentence: Sentence,
        /// Whether nobody saw one.
        is_negative: bool,
    },
    /// A whole article, as it stands in the file.
    Article(String, String),
    /// What is expected of an article.
    Expected(Expected),
}

impl Row {
    /// Returns the id that decides in which part the row is.
    #[must_use]
    pub fn id(&self) -> &str {
        match self {
            Self::Pairs(sentence, _) | Self::Class { sentence, .. } | Self::Seen { sentence, .. } => &sentence.id,
            Self::Article(id, _) => id,
            Self::Expected(expected) => &expected.article,
        }
    }
}

/// Why a file is no gold.
#[derive(Debug, Error)]
pub enum GoldError {
    /// It cannot be read.
    #[error("{label} cannot be read")]
    Unreadable {
        /// The file.
        label: String,
        /// The system's answer.
        #[source]
        source: io::Error,
    },
    /// A line is of no known form.
    #[error("{label}:{line}: {what}")]
    Row {
        /// The file.
        label: String,
        /// The line, from 1.
        line: usize,
        /// What is wrong with it.
        what: String,
    },
}

/// Reads rows; blank lines are passed over.
///
/// # Errors
/// At the first line that is of no known form: a score over half a file would be no score.
pub fn read(label: &str, input: impl BufRead) -> Result<Vec<Row>, GoldError> {
    let mut rows = Vec::new();
    for (number, line) in input.lines().enumerate() {
        let line = line.map_err(|source| GoldError::Unreadable { label: label.to_owned(), source })?;
        let line = line.trim_start_matches('\u{feff}').trim();
        if line.is_empty() {
            continue;
        }
        let wrong = |what: String| GoldError::Row { label: label.to_owned(), line: number + 1, what };
        rows.push(row(line).map_err(wrong)?);
    }
    Ok(rows)
}

fn row(line: &str) -> Result<Row, String> {
    let value: Value = serde_json::from_str(line).map_err(|error| format!("is not JSON: {error}"))?;
    let has = |key: &str| value.get(key).is_some();
    if has("article") && has("events") {
        return Ok(Row::Expected(form(&value)?));
    }
    if has("text") && has("events") {
        let events: Vec<Value> = field(&value, "events")?;
        let sentence: Sentence = form(&value)?;
        if has("relevant_votes") {
            let votes: u64 = field(&value, "relevant_votes")?;
            return Ok(Row::Seen { sentence, is_negative: votes == 0 && events.is_empty() });
        }
        return Ok(Row::Pairs(sentence, field(&value, "events")?));
    }
    if has("text") && has("plover") {
        let (source, target, plover) = (field(&value, "source")?, field(&value, "target")?, field(&value, "plover")?);
        return Ok(Row::Class { sentence: form(&value)?, source, target, plover });
    }
    if has("text") && has("published") {
        return Ok(Row::Article(field(&value, "id")?, line.to_owned()));
    }
    Err("is no row of gold: text with events, text with source, target and plover, text with published, \
         or article with events was expected"
        .to_owned())
}

fn form<T: for<'a> Deserialize<'a>>(value: &Value) -> Result<T, String> {
    T::deserialize(value).map_err(|error| error.to_string())
}

fn field<T: for<'a> Deserialize<'a>>(value: &Value, key: &str) -> Result<T, String> {
    let value = value.get(key).ok_or_else(|| format!("has no {key}"))?;
    T::deserialize(value).map_err(|error| format!("{key}: {error}"))
}

#[cfg(test)]
mod tests {
    use super::{GoldError, Row, read};

    #[test]
    fn forms_are_told_apart() -> Result<(), GoldError> {
        let text = r#"
{"id":"a","text":"Peru met Chile.","events":[{"source":"PERGOV","target":"CHL","plover":"CONSULT"}]}
{"id":"b","text":"Peru met Chile.","source":"Peru","target":"Chile","plover":"CONSULT","quad":1}

{"id":"c","text":"It rained.","relevant_votes":0,"events":[],"annotators":3}
{"id":"d","text":"Lima, May 1","published":"2024-05-01"}
{"article":"d","events":[],"forbidden":"any"}
"#;
        let rows = read("gold.jsonl", text.as_bytes())?;
        let forms: Vec<&str> = rows
            .iter()
            .map(|row| match row {
                Row::Pairs(..) => "pairs",
                Row::Class { .. } => "class",
                Row::Seen { is_negative: true, .. } => "negative",
                Row::Seen { .. } => "seen",
                Row::Article(..) => "article",
                Row::Expected(_) => "expected",
            })
            .collect();
        assert_eq!(forms, ["pairs", "class", "negative", "article", "expected"]);
        Ok(())
    }

    #[test]
    fn what_is_no_gold_is_named_by_line() {
        let error = read("gold.jsonl", "\n{\"text\":1,\"events\":[]}\n".as_bytes()).unwrap_err();
        assert_eq!(error.to_string(), "gold.jsonl:2: invalid type: integer `1`, expected a string");
        let error = read("gold.jsonl", "{\"phrase\":\"Peru\"}".as_bytes()).unwrap_err();
        assert!(error.to_string().starts_with("gold.jsonl:1: is no row of gold"), "{error}");
    }
}
