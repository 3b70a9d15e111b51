//! The hash chain: each record's hash covers what it says and the hash of the record before.
//!
//! `hash` is SHA-256 over the record's canonical JSON (see [`super::archive`]), in which `prev` stands
//! as one of the keys. The chain outlives the binary encoding: it can be recomputed from an archive with
//! `sed` and `sha256sum`.

use super::archive::form;
use super::share::shared;
use super::{Head, LogError};
use crate::model::day::Instant;
use crate::model::id::{Digest, Digesting, Seq};
use crate::model::record::{Body, Record};
use std::convert::Infallible;
use thiserror::Error;

/// How a sequence of records breaks the chain.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ChainError {
    /// A position is missing or comes twice.
    #[error("record {found} stands where record {expected} was expected")]
    Position {
        /// The position that was due.
        expected: Seq,
        /// The position that came.
        found: Seq,
    },
    /// The record follows another one.
    #[error("record {seq} follows a record with hash {found}, but the one before has {expected}")]
    Link {
        /// The record.
        seq: Seq,
        /// The hash of the record before.
        expected: Digest,
        /// What the record says that hash is.
        found: Digest,
    },
    /// The record is not the one that was hashed.
    #[error("record {seq} says its hash is {found}, but it is {expected}")]
    Hash {
        /// The record.
        seq: Seq,
        /// The hash of what it says.
        expected: Digest,
        /// The hash that stands in it.
        found: Digest,
    },
    /// The record was learnt before the one before it.
    #[error("record {seq} was recorded at {found}, before the record before it ({expected})")]
    Clock {
        /// The record.
        seq: Seq,
        /// The earliest instant that fits.
        expected: Instant,
        /// The instant that stands in it.
        found: Instant,
    },
}

/// How many records are prepared by one processor at a time.
const CHUNK: usize = 256;

/// Seals bodies into records that continue a log at its head.
///
/// Only the last bytes of what is hashed depend on the record before, so all else is done on all
/// processors.
#[must_use]
pub fn seal(head: &Head, at: Instant, bodies: Vec<Body>) -> Vec<Record> {
    let recorded_at = head.recorded_at.map_or(at, |last| last.max(at));
    let (prev, hash) = (Digest::default(), Digest::default());
    let mut records: Vec<Record> =
        (head.count..).zip(bodies).map(|(seq, body)| Record { seq: Seq(seq), recorded_at, prev, hash, body }).collect();
    let Ok(begun) = shared(&records, CHUNK, |records| {
        let mut buffer = Vec::new();
        let begun = records.iter().map(|record| begin(record, &mut buffer)).collect::<Vec<_>>();
        Ok::<_, Infallible>(begun)
    });
    let mut prev = head.hash;
    let mut end = Vec::new();
    for (record, begun) in records.iter_mut().zip(begun.into_iter().flatten()) {
        end.clear();
        form::write_prev(&prev, &mut end);
        record.prev = prev;
        record.hash = begun.end(&end);
        prev = record.hash;
    }
    records
}

/// Digests the canonical form up to the hash of the record before, which stands at its end.
fn begin(record: &Record, buffer: &mut Vec<u8>) -> Digesting {
    buffer.clear();
    form::write_before_prev(record, buffer);
    Digesting::of(buffer)
}

/// Computes the hash of what a record says; `buffer` is scratch space.
fn digest(record: &Record, buffer: &mut Vec<u8>) -> Digest {
    buffer.clear();
    form::write_canonical(record, buffer);
    Digest::of(&[buffer])
}

/// Checks records one after the other against the chain.
#[derive(Debug, Clone, Default)]
pub struct Checker {
    head: Head,
    buffer: Vec<u8>,
}

impl Checker {
    /// Starts after `head`.
    #[must_use]
    pub fn after(head: Head) -> Self {
        Self { head, buffer: Vec::new() }
    }

    /// Returns where the checked records end.
    #[must_use]
    pub fn head(&self) -> Head {
        self.head
    }

    /// Checks that the record continues the chain and is the one that was hashed.
    ///
    /// # Errors
    /// When it does not or is not; the record is then not counted.
    pub fn check(&mut self, record: &Record) -> Result<(), LogError> {
        check_link(&self.head, record)?;
        let expected = digest(record, &mut self.buffer);
        if record.hash != expected {
            return Err(ChainError::Hash { seq: record.seq, expected, found: record.hash }.into());
        }
        self.head = Head::after(record);
        Ok(())
    }
}

/// Checks that a record's position, link and instant continue the chain, without hashing it.
///
/// # Errors
/// When one of them does not.
pub fn check_link(head: &Head, record: &Record) -> Result<(), ChainError> {
    if record.seq != head.next() {
        return Err(ChainError::Position { expected: head.next(), found: record.seq });
    }
    if record.prev != head.hash {
        return Err(ChainError::Link { seq: record.seq, expected: head.hash, found: record.prev });
    }
    if let Some(last) = head.recorded_at
        && record.recorded_at < last
    {
        return Err(ChainError::Clock { seq: record.seq, expected: last, found: record.recorded_at });
    }
    Ok(())
}
