//! What is wrong with a schema: every problem across its files at once, with file and line.

use std::fmt;
use thiserror::Error;

/// One thing that is wrong with a schema file.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Problem {
    /// The file's name below `schema/`.
    pub file: String,
    /// The line of the entry, counted from 1; absent for a problem of the file as a whole.
    pub line: Option<usize>,
    /// What is wrong: the thing, the value found, what was expected.
    pub what: String,
}

/// A schema that cannot be used.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
#[error("{} in the schema{}", count(problems), listed(problems))]
pub struct OntologyError {
    /// All that is wrong, by file and line.
    pub problems: Vec<Problem>,
}

impl Problem {
    /// Makes a problem of a file as a whole.
    pub(crate) fn of_file(file: &str, what: String) -> Self {
        Self { file: file.to_owned(), line: None, what }
    }

    /// Makes a problem of the entry at a line; line 0 = unknown.
    pub(crate) fn at(file: &str, line: u32, what: String) -> Self {
        Self { file: file.to_owned(), line: (line > 0).then_some(line as usize), what }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "schema/{}, line {line}: {}", self.file, self.what),
            None => write!(f, "schema/{}: {}", self.file, self.what),
        }
    }
}

/// Collects the problems of one entry.
pub(crate) struct Note<'a> {
    file: &'a str,
    line: u32,
    problems: &'a mut Vec<Problem>,
}

impl<'a> Note<'a> {
    /// Begins the notes on the entry at a line of a file; line 0 = unknown.
    pub(crate) fn new(file: &'a str, line: u32, problems: &'a mut Vec<Problem>) -> Self {
        Self { file, line, problems }
    }

    /// Notes a problem.
    pub(crate) fn say(&mut self, what: String) {
        self.problems.push(Problem::at(self.file, self.line, what));
    }

    /// Notes a problem in the place of a value.
    pub(crate) fn none<T>(&mut self, what: String) -> Option<T> {
        self.say(what);
        None
    }

    /// Reads a word of a checked kind, or notes why it is none.
    pub(crate) fn parse<T: std::str::FromStr<Err: fmt::Display>>(&mut self, text: &str) -> Option<T> {
        match text.parse() {
            Ok(value) => Some(value),
            Err(error) => self.none(error.to_string()),
        }
    }
}

fn count(problems: &[Problem]) -> String {
    match problems.len() {
        1 => "1 problem".to_owned(),
        n => format!("{n} problems"),
    }
}

fn listed(problems: &[Problem]) -> String {
    problems.iter().map(|problem| format!("\n  {problem}")).collect()
}

/// The places of `schema/` that something reads.
const PLACES: &[&str] = &["actors/", "english/", "frames/", "lexicon/", "ontology/"];

/// Checks what no file can check alone.
pub(super) fn across(ontology: &super::Ontology, sources: &super::raw::Sources, problems: &mut Vec<Problem>) {
    for name in sources.names() {
        if !PLACES.iter().any(|place| name.starts_with(place)) {
            problems.push(Problem::of_file(
                name,
                format!("nothing reads this file; one of {} was expected", PLACES.join(", ")),
            ));
        }
    }
    for topic in ontology.topics().iter() {
        for dimension in topic.dimensions.iter().filter(|name| ontology.dimension(name).is_none()) {
            let what = format!("dimension {dimension} of topic {} is not in ontology/dimensions.toml", topic.name);
            problems.push(Problem::of_file("ontology/topics.toml", what));
        }
    }
}
