//! The log: every fact in the order in which it was learnt, never edited.
//!
//! A [`Log`] takes [`Body`]s, seals them into [`Record`]s (position, instant, hash chain) and gives them
//! back in order. [`memory::MemoryLog`] keeps them in memory, [`store::DiskLog`] in a folder.
//!
//! Invariants: positions have no gaps; each record names the hash of the one before; `recorded_at`
//! never goes backwards, even where the clock does; an append is whole or absent, and durable when it
//! returns.
//!
//! Knows neither the coder nor the graph, and never reads the clock.

use crate::model::day::Instant;
use crate::model::id::{Digest, Seq};
use crate::model::record::{Body, Record};
use chunk::{Chunk, Chunks};
use std::io;
use std::ops::Range;
use std::path::{Path, PathBuf};
use thiserror::Error;

pub mod archive;
pub mod chain;
pub mod chunk;
pub mod copy;
mod disk;
mod folder;
mod frame;
pub mod index;
pub mod memory;
mod share;
pub mod store;
pub mod wire;

/// Where a log ends.
#[derive(Copy, Clone, PartialEq, Eq, Debug, Default)]
pub struct Head {
    /// How many records there are; the position of the next one.
    pub count: u64,
    /// The hash of the last record; zeros where there is none.
    pub hash: Digest,
    /// The instant of the last record.
    pub recorded_at: Option<Instant>,
}

impl Head {
    /// Returns the position that the next record gets.
    #[must_use]
    pub fn next(&self) -> Seq {
        Seq(self.count)
    }

    /// Returns the head after `record`.
    #[must_use]
    pub fn after(record: &Record) -> Self {
        Self { count: record.seq.0 + 1, hash: record.hash, recorded_at: Some(record.recorded_at) }
    }
}

/// Records in order, or the error that stops them.
pub type Records<'log> = Box<dyn Iterator<Item = Result<Record, LogError>> + 'log>;

/// An append-only sequence of records.
pub trait Log: Send + Sync {
    /// Appends the bodies as one batch, learnt at `at`, and returns them as sealed records.
    ///
    /// The batch is whole or absent, and durable when the call returns. Where the clock has gone
    /// backwards, the last record's instant is taken instead of `at`.
    ///
    /// # Errors
    /// When nothing was acknowledged: the store is full, cannot be written, or is damaged.
    fn append(&mut self, at: Instant, bodies: Vec<Body>) -> Result<Vec<Record>, LogError> {
        let records = chain::seal(&self.head(), at, bodies);
        self.adopt(&records)?;
        Ok(records)
    }

    /// Appends records that were sealed before, as one batch: the way in for archives and backups.
    ///
    /// # Errors
    /// As [`Log::append`]; also where the records do not continue the chain at its head. Whether each
    /// hash is that of its record is not checked here but by [`chain::Checker`].
    fn adopt(&mut self, records: &[Record]) -> Result<(), LogError>;

    /// Returns the records of the range in order; positions past the head are ignored.
    fn read(&self, range: Range<Seq>) -> Records<'_>;

    /// Returns the records of the range in chunks, for who reads many; the first and the last chunk may hold others
    /// beside.
    fn chunks(&self, range: Range<Seq>) -> Chunks<'_> {
        const BATCH: usize = 1024;
        let mut records = self.read(range);
        Box::new(std::iter::from_fn(move || {
            records.by_ref().take(BATCH).collect::<Result<Vec<_>, _>>().map(Chunk::of).transpose()
        }))
    }

    /// Returns where the log ends.
    fn head(&self) -> Head;

    /// Returns the folder in which files may be put beside the log; none where it has none.
    fn folder(&self) -> Option<&Path> {
        None
    }

    /// Returns all records in order.
    fn all(&self) -> Records<'_> {
        self.read(Seq(0)..self.head().next())
    }

    /// Returns one record, `None` past the head.
    ///
    /// # Errors
    /// When the store cannot be read there.
    fn get(&self, seq: Seq) -> Result<Option<Record>, LogError> {
        self.read(seq..seq.next()).next().transpose()
    }

    /// Returns the records at the positions, which are in order; positions past the head are ignored.
    ///
    /// # Errors
    /// When the store cannot be read there.
    fn pick(&self, seqs: &[Seq]) -> Result<Vec<Record>, LogError> {
        let mut picked = Vec::with_capacity(seqs.len());
        for near in seqs.chunk_by(|one, other| other.0.saturating_sub(one.0) <= NEAR) {
            let (Some(first), Some(last)) = (near.first(), near.last()) else { continue };
            for record in self.read(*first..last.next()) {
                let record = record?;
                if near.binary_search(&record.seq).is_ok() {
                    picked.push(record);
                }
            }
        }
        Ok(picked)
    }
}

/// Records that stand no further apart than this are read in one go: they often lie in one block.
const NEAR: u64 = 16;

/// Why a log could not be used.
#[derive(Debug, Error)]
pub enum LogError {
    /// There is no store at the path.
    #[error("there is no store at {}", store.display())]
    Missing {
        /// The folder.
        store: PathBuf,
    },
    /// Another process holds the store.
    #[error("the store {} is in use by another process", store.display())]
    Locked {
        /// The folder.
        store: PathBuf,
    },
    /// Something that was written is not as it was written.
    #[error("the store {} is damaged: {damage}", store.display())]
    Damaged {
        /// The folder.
        store: PathBuf,
        /// What is wrong, and in which records.
        damage: String,
    },
    /// A later version of detente wrote the store.
    #[error("the store {} has format {found}, and this version reads up to {known}", store.display())]
    Newer {
        /// The folder.
        store: PathBuf,
        /// The version found.
        found: u32,
        /// The last version known here.
        known: u32,
    },
    /// The disk has no room, or a limit on file sizes was met; nothing of the batch was acknowledged.
    #[error("no room left to {doing}")]
    Full {
        /// What was being done.
        doing: String,
        /// The system's answer.
        #[source]
        source: io::Error,
    },
    /// The system refused.
    #[error("cannot {doing}")]
    Io {
        /// What was being done.
        doing: String,
        /// The system's answer.
        #[source]
        source: io::Error,
    },
    /// An earlier write of this log failed, so that what is on disk is not known.
    #[error("the store {} takes no more records after a failed write; open it again", store.display())]
    Closed {
        /// The folder.
        store: PathBuf,
    },
    /// Records do not continue the chain.
    #[error(transparent)]
    Chain(#[from] chain::ChainError),
}

impl LogError {
    /// Makes the error of a failed system call: [`LogError::Full`] where there was no room.
    #[must_use]
    pub fn io(doing: impl Into<String>, source: io::Error) -> Self {
        let doing = doing.into();
        match source.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => {
                Self::Full { doing, source }
            }
            _ => Self::Io { doing, source },
        }
    }
}
