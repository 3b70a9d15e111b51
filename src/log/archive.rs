//! The log as text: one record a line, out and in again with the same bytes and hashes.
//!
//! # The canonical form
//!
//! A line is one JSON object with the keys, always in this order and always all of them,
//!
//! ```text
//! {"seq":0,"recorded_at":"2024-01-31T12:00:00.000000Z","schema":1,"body":{"kind":"…",…},"prev":"…","hash":"…"}
//! ```
//!
//! in UTF-8, without white space between tokens, closed by one line feed. What is absent is `null`.
//! The keys of `body` stand as in [`raw`]. Numbers are integers, but for `confidence`, which has at most
//! two decimals and no trailing zeros (`0`, `0.85`, `0.9`, `1`). In strings only `"`, `\` and the control
//! characters below U+0020 are escaped: `\"`, `\\`, `\b`, `\f`, `\n`, `\r`, `\t`, else `\u00xx` in lower
//! case. Instants are UTC with six decimals; days are `YYYY-MM-DD`.
//!
//! `hash` is the SHA-256 of the line without its last key, so that
//!
//! ```text
//! head -n1 log.ndjson | sed 's/,"hash":"[0-9a-f]*"}$/}/' | tr -d '\n' | sha256sum
//! ```
//!
//! gives the hash of the first record, and so for each; `prev` is the hash of the line before, zeros in
//! the first. A key that a later version adds is written only in records with that version's `schema`.

use super::{Log, LogError, chain};
use crate::model::id::Seq;
use crate::model::record::Record;
use std::io::{self, BufRead, Write};
use thiserror::Error;

pub mod form;
pub mod raw;
mod shown;
mod writer;

/// How many records are appended at once when an archive is read.
const BATCH: usize = 4096;

/// Why a record has no canonical form, or a line is none.
#[derive(Debug, Error)]
pub enum FormError {
    /// Not JSON of the form.
    #[error(transparent)]
    Json(#[from] serde_json::Error),
    /// Not UTF-8.
    #[error("not UTF-8")]
    Utf8(#[from] std::str::Utf8Error),
    /// A number out of its range.
    #[error("{what} is {found}, but {expected} was expected")]
    Value {
        /// Which key.
        what: &'static str,
        /// What stands there.
        found: String,
        /// What may stand there.
        expected: &'static str,
    },
    /// A later version wrote the line.
    #[error("the record has schema {found}, and this version reads up to {known}")]
    Newer {
        /// The version found.
        found: u32,
        /// The last version known here.
        known: u32,
    },
    /// JSON that says the same, but in other bytes.
    #[error("the record is not in canonical form from byte {byte} on; its hash would not be that of its bytes")]
    NotCanonical {
        /// The first byte that differs.
        byte: usize,
    },
    /// A line without a hash.
    #[error("the line does not end with a hash")]
    NoHash,
}

/// Why an archive could not be written or read.
#[derive(Debug, Error)]
pub enum ArchiveError {
    /// A line is wrong.
    #[error("line {line} of the archive is no record of this log")]
    Line {
        /// The line, from 1.
        line: u64,
        /// What is wrong with it.
        #[source]
        source: FormError,
    },
    /// A line breaks the chain.
    #[error("line {line} of the archive breaks the chain")]
    Chain {
        /// The line, from 1.
        line: u64,
        /// How.
        #[source]
        source: chain::ChainError,
    },
    /// The log holds another record at the position.
    #[error("line {line} of the archive is record {seq}, but the log holds another record there")]
    Different {
        /// The line, from 1.
        line: u64,
        /// The position.
        seq: Seq,
    },
    /// The archive could not be read.
    #[error("cannot read the archive at line {line}")]
    Read {
        /// The line, from 1.
        line: u64,
        /// The system's answer.
        #[source]
        source: io::Error,
    },
    /// The archive could not be written.
    #[error("cannot write the archive")]
    Write(#[source] io::Error),
    /// The log could not be used.
    #[error(transparent)]
    Log(#[from] LogError),
}

/// What an import did.
#[derive(Copy, Clone, PartialEq, Eq, Debug, Default)]
pub struct Imported {
    /// Records that were appended.
    pub added: u64,
    /// Records that the log held already.
    pub present: u64,
}

/// Writes the records as lines and returns how many there were.
///
/// # Errors
/// When a record cannot be read, or a line not written.
pub fn export(
    records: impl Iterator<Item = Result<Record, LogError>>,
    mut out: impl Write,
) -> Result<u64, ArchiveError> {
    let mut line = Vec::new();
    let mut count = 0;
    for record in records {
        let record = record?;
        line.clear();
        form::write_line(&record, &mut line);
        line.push(b'\n');
        out.write_all(&line).map_err(ArchiveError::Write)?;
        count += 1;
    }
    out.flush().map_err(ArchiveError::Write)?;
    Ok(count)
}

/// Appends the records of an archive to a log that holds none of them, or the first of them.
///
/// Lines are checked before they are appended, some thousands at a time, so that a wrong line stops the
/// import with all before it in the log; the same archive, put right, then goes on from there.
///
/// # Errors
/// When a line is no record in canonical form, breaks the chain, or differs from what the log holds.
pub fn import(mut input: impl BufRead, log: &mut impl Log) -> Result<Imported, ArchiveError> {
    let mut checker = chain::Checker::default();
    let mut done = Imported::default();
    let mut batch = Vec::with_capacity(BATCH);
    let held = log.head().count;
    let mut text = String::new();
    for line in 1.. {
        text.clear();
        let read = input.read_line(&mut text).map_err(|source| ArchiveError::Read { line, source });
        let next = read.and_then(|n| if n == 0 { Ok(None) } else { check(&text, line, &mut checker).map(Some) });
        let record = match next {
            Ok(Some(record)) => record,
            stop => {
                log.adopt(&batch)?;
                done.added += batch.len() as u64;
                return stop.map(|_| done);
            }
        };
        if record.seq.0 < held {
            if log.get(record.seq)?.is_none_or(|present| present.hash != record.hash) {
                return Err(ArchiveError::Different { line, seq: record.seq });
            }
            done.present += 1;
            continue;
        }
        batch.push(record);
        if batch.len() == BATCH {
            log.adopt(&batch)?;
            done.added += batch.len() as u64;
            batch.clear();
        }
    }
    Ok(done)
}

/// Reads one line and checks that it continues the chain.
fn check(text: &str, line: u64, checker: &mut chain::Checker) -> Result<Record, ArchiveError> {
    let text = text.strip_suffix('\n').unwrap_or(text);
    let record = form::parse_line(text).map_err(|source| ArchiveError::Line { line, source })?;
    checker.check(&record).map_err(|error| match error {
        LogError::Chain(source) => ArchiveError::Chain { line, source },
        other => ArchiveError::Log(other),
    })?;
    Ok(record)
}
