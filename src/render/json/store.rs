//! What commands that change or check a store print.

use schemars::JsonSchema;
use serde::Serialize;

/// One line of `ingest --json`: what became of an article.
#[derive(Serialize, JsonSchema, Debug, Clone, PartialEq, Eq)]
pub struct IngestJson {
    /// The article's id; null where it was refused.
    pub article: Option<String>,
    /// The record of the article; null where there is none.
    pub seq: Option<u64>,
    /// How many events were recorded with it.
    pub events: usize,
    /// recorded, seen or refused.
    pub status: String,
    /// Why it was refused, with its file and line.
    pub reason: Option<String>,
    /// With --coverage: every sentence of a recorded article that gave no event, in order, and why.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub coverage: Option<Vec<super::event::UncoveredJson>>,
}

/// The document of `verify --json`.
#[derive(Serialize, JsonSchema, Debug, Clone, PartialEq, Eq)]
pub struct VerifyJson {
    /// Whether nothing is wrong.
    pub sound: bool,
    /// How many records were read.
    pub records: u64,
    /// How many articles they hold.
    pub articles: usize,
    /// How many events they hold.
    pub events: usize,
    /// What is wrong, in the order of the log: the first hundred or so.
    pub problems: Vec<String>,
    /// How many more problems there are.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub more_problems: Option<u64>,
    /// With --history: events that contradict the state they met.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub anomalies: Option<Vec<super::history::StepJson>>,
}

/// One actor, a line of `actors --json`.
#[derive(Serialize, JsonSchema, Debug, Clone, PartialEq, Eq)]
pub struct KnownActorJson {
    /// The id.
    pub id: String,
    /// The name to show.
    pub name: String,
    /// state, institution, organisation, group or person.
    pub kind: String,
    /// Further names.
    pub names: Vec<String>,
}

/// The document of commands that append or copy: what was done, in numbers.
#[derive(Serialize, JsonSchema, Debug, Clone, PartialEq, Eq, Default)]
pub struct DoneJson {
    /// What was done: retracted, amended, recoded, declared, merged, split, exported, imported, ...
    pub done: String,
    /// The record that says so, where there is one.
    pub seq: Option<u64>,
    /// The event that counts from now on, where there is one.
    pub event: Option<String>,
    /// The article, where there is one.
    pub article: Option<String>,
    /// How many records were read or written, where that is the answer.
    pub records: Option<u64>,
}
