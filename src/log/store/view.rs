//! A log on disk as it stood at one moment, for as many readers as there are.

use super::BLOCKS;
use crate::log::disk::{self, Blocks};
use crate::log::{Head, LogError, Records};
use crate::model::id::Seq;
use crate::model::record::Record;
use std::fs;
use std::ops::Range;
use std::path::Path;
use std::sync::{Arc, OnceLock};

/// What a log held when it was taken; appends that come later do not show.
///
/// Reading takes no lock, and a view may go to another thread.
#[derive(Clone)]
pub struct View {
    pub(super) store: Arc<Path>,
    /// Where the log ends.
    pub(super) head: Head,
    /// Where its blocks end.
    pub(super) base: Head,
    /// The records that are not in blocks.
    pub(super) tail: Arc<Vec<Record>>,
    /// Opened when first needed.
    pub(super) blocks: Arc<OnceLock<Blocks>>,
}

impl View {
    /// Returns where the view ends.
    #[must_use]
    pub fn head(&self) -> Head {
        self.head
    }

    /// Returns the records of the range in order; positions past the head are ignored.
    pub fn read(&self, range: Range<Seq>) -> Records<'_> {
        let (start, end) = (range.start, range.end.min(self.head.next()));
        let wanted = move |record: &Record| start <= record.seq && record.seq < end;
        let tail = self.tail.iter().filter(move |record| wanted(record)).cloned().map(Ok);
        if start >= self.base.next() {
            return Box::new(tail);
        }
        let blocks = match self.blocks() {
            Ok(blocks) => blocks,
            Err(error) => return Box::new(std::iter::once(Err(error))),
        };
        let stored =
            Stored { view: self, scan: blocks.scan(start), block: Vec::new().into_iter(), due: None, start, end };
        Box::new(stored.chain(tail))
    }

    /// Returns the blocks, opened and found to reach as far as was acknowledged.
    pub(super) fn blocks(&self) -> Result<&Blocks, LogError> {
        if let Some(blocks) = self.blocks.get() {
            return Ok(blocks);
        }
        let folder = self.store.join(BLOCKS);
        let blocks = match Blocks::open(&self.store, folder.clone()) {
            // The power failed while they were made: nothing that lies in them was acknowledged.
            Err(LogError::Damaged { .. }) if self.base.count == 0 => {
                fs::remove_dir_all(&folder)
                    .map_err(|source| LogError::io(format!("remove {}", folder.display()), source))?;
                Blocks::open(&self.store, folder)?
            }
            opened => opened?,
        };
        self.check_end(&blocks)?;
        Ok(self.blocks.get_or_init(|| blocks))
    }

    /// Compares the end of the blocks with the head that was acknowledged.
    fn check_end(&self, blocks: &Blocks) -> Result<(), LogError> {
        let mut last = blocks.last()?;
        if last.last().is_some_and(|record| record.seq.0 >= self.base.count) {
            blocks.remove_from(self.base.next())?;
            last = blocks.last()?;
        }
        let end = last.last().map_or_else(Head::default, Head::after);
        if end.count != self.base.count {
            return Err(self
                .damaged(format!("its blocks hold {} records, but {} were acknowledged", end.count, self.base.count)));
        }
        if end.hash != self.base.hash {
            return Err(self.damaged(format!(
                "the last of its {} records in blocks has hash {}, but {} was acknowledged",
                end.count, end.hash, self.base.hash
            )));
        }
        Ok(())
    }

    pub(super) fn damaged(&self, damage: String) -> LogError {
        LogError::Damaged { store: self.store.to_path_buf(), damage }
    }
}

/// The records that lie in blocks, in order and without gaps.
struct Stored<'log> {
    view: &'log View,
    scan: disk::Scan<'log>,
    block: std::vec::IntoIter<Record>,
    /// The position that comes next, once the first block is read.
    due: Option<Seq>,
    start: Seq,
    end: Seq,
}

impl Stored<'_> {
    /// Takes the next block, `None` where all is read.
    fn refill(&mut self) -> Option<Result<(), LogError>> {
        let end = self.end.min(self.view.base.next());
        if self.due.is_some_and(|due| due >= end) {
            return None;
        }
        let due = self.due.unwrap_or(self.start);
        let gone = |view: &View| view.damaged(format!("record {due} is in none of its blocks"));
        let records = match self.scan.next() {
            None => return Some(Err(gone(self.view))),
            Some(Err(error)) => return Some(Err(error)),
            Some(Ok(records)) => records,
        };
        let (Some(first), Some(last)) = (records.first().map(|one| one.seq), records.last().map(|one| one.seq)) else {
            return Some(Err(gone(self.view)));
        };
        if first > due || last < due || self.due.is_some_and(|due| first != due) {
            return Some(Err(gone(self.view)));
        }
        self.due = Some(last.next());
        self.block = records.into_iter();
        Some(Ok(()))
    }
}

impl Iterator for Stored<'_> {
    type Item = Result<Record, LogError>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            while let Some(record) = self.block.next() {
                if record.seq >= self.end || record.seq >= self.view.base.next() {
                    self.block = Vec::new().into_iter();
                    self.due = Some(self.end);
                    return None;
                }
                if record.seq >= self.start {
                    return Some(Ok(record));
                }
            }
            match self.refill() {
                None => return None,
                Some(Ok(())) => {}
                Some(Err(error)) => {
                    self.due = Some(self.end);
                    return Some(Err(error));
                }
            }
        }
    }
}
