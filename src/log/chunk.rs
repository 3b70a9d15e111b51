//! Some records that follow one another, as they lie in a log: decoded only as far as somebody asks.
//!
//! Who reads a whole log takes it chunk by chunk: one thread can fetch, check and unpack what another one reads.

use super::LogError;
use super::wire::{self, Unpacked, VERSION, WireError};
use crate::model::id::Seq;
use crate::model::record::Record;
use crate::model::sheet::Sheet;
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

/// Records that follow one another, at least one.
#[derive(Debug)]
pub struct Chunk(Held);

#[derive(Debug)]
enum Held {
    /// A block of a store.
    Block { store: Arc<Path>, block: Unpacked },
    /// Records that were never stored, or are decoded already.
    Records(Vec<Record>),
}

/// Chunks in order, or the error that stops them.
pub type Chunks<'log> = Box<dyn Iterator<Item = Result<Chunk, LogError>> + 'log>;

impl Chunk {
    /// Takes records that follow one another; `None` where there are none.
    #[must_use]
    pub fn of(records: Vec<Record>) -> Option<Self> {
        (!records.is_empty()).then_some(Self(Held::Records(records)))
    }

    /// Unpacks a block of a store, which must begin with a position.
    pub(super) fn unpack(store: &Arc<Path>, bytes: &[u8], first: Seq) -> Result<Self, LogError> {
        let block = wire::unpack(bytes).map_err(|error| wrong(store, first, error))?;
        if block.first() != first || block.end() <= first {
            return Err(damage(store, first, "it holds other records"));
        }
        Ok(Self(Held::Block { store: store.clone(), block }))
    }

    /// Returns the position of the first record.
    #[must_use]
    pub fn first(&self) -> Seq {
        match &self.0 {
            Held::Block { block, .. } => block.first(),
            Held::Records(records) => records.first().map_or(Seq(0), |record| record.seq),
        }
    }

    /// Returns the position after the last record.
    #[must_use]
    pub fn end(&self) -> Seq {
        match &self.0 {
            Held::Block { block, .. } => block.end(),
            Held::Records(records) => records.last().map_or(Seq(0), |record| record.seq.next()),
        }
    }

    /// Decodes the records.
    ///
    /// # Errors
    /// When the block is damaged.
    pub fn records(self) -> Result<Vec<Record>, LogError> {
        match self.0 {
            Held::Block { store, block } => block.records().map_err(|error| wrong(&store, block.first(), error)),
            Held::Records(records) => Ok(records),
        }
    }

    /// Puts the records of a range on a sheet, after what stands there.
    ///
    /// # Errors
    /// When the block is damaged, once the records before the damage were put there.
    pub fn read(&self, range: &Range<Seq>, sheet: &mut Sheet) -> Result<(), LogError> {
        match &self.0 {
            Held::Block { store, block } => {
                block.read(range, sheet).map_err(|error| wrong(store, block.first(), error))
            }
            Held::Records(records) => {
                let wanted = records.iter().filter(|record| range.contains(&record.seq));
                wanted.for_each(|record| sheet.put_record(record));
                Ok(())
            }
        }
    }
}

/// Says what is wrong with the block of the records from `first` on.
fn wrong(store: &Path, first: Seq, error: WireError) -> LogError {
    match error {
        WireError::Newer { found } => {
            LogError::Newer { store: store.to_owned(), found: u32::from(found), known: u32::from(VERSION) }
        }
        error => damage(store, first, &error.to_string()),
    }
}

fn damage(store: &Path, first: Seq, what: &str) -> LogError {
    LogError::Damaged { store: store.to_owned(), damage: format!("the block of the records from {first} on: {what}") }
}
