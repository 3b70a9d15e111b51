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

fn count(problems: &[Problem]) -> String {
    match problems.len() {
        1 => "1 problem".to_owned(),
        n => format!("{n} problems"),
    }
}

fn listed(problems: &[Problem]) -> String {
    problems.iter().map(|problem| format!("\n  {problem}")).collect()
}
