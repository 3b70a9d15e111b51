//! A log on disk as it stood at one moment, for as many readers as there are.

use super::BLOCKS;
use crate::log::chunk::{Chunk, Chunks};
use crate::log::disk::{self, Blocks};
use crate::log::{Head, LogError, Records};
use crate::model::id::Seq;
use crate::model::record::Record;
use std::fs;
use std::ops::Range;
use std::path::Path;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

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
    /// Held by the reader that opens them: they can be open once only, so that the others wait.
    pub(super) opening: Arc<Mutex<()>>,
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
        match self.stored(start..end) {
            Some(chunks) => Box::new(Stored { chunks, block: Vec::new().into_iter(), start, end }.chain(tail)),
            None => Box::new(tail),
        }
    }

    /// Returns the records of the range in chunks.
    pub(super) fn chunks(&self, range: Range<Seq>) -> Chunks<'_> {
        let (start, end) = (range.start, range.end.min(self.head.next()));
        let tail = move || {
            let tail = self.tail.iter().filter(|record| start <= record.seq && record.seq < end);
            Chunk::of(tail.cloned().collect()).map(Ok)
        };
        let stored = self.stored(start..end).into_iter().flatten();
        Box::new(stored.chain(std::iter::once_with(tail).flatten()))
    }

    /// Returns the chunks of the range that lie in blocks, `None` where there are none.
    fn stored(&self, range: Range<Seq>) -> Option<StoredChunks<'_>> {
        let (due, end) = (range.start, range.end.min(self.base.next()));
        (due < end).then_some(StoredChunks { view: self, scan: None, due, end })
    }

    /// Returns the blocks, opened and found to reach as far as was acknowledged.
    pub(super) fn blocks(&self) -> Result<&Blocks, LogError> {
        if let Some(blocks) = self.blocks.get() {
            return Ok(blocks);
        }
        let _opening = self.opening.lock().unwrap_or_else(PoisonError::into_inner);
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

/// What lies in blocks, in order and without gaps.
struct StoredChunks<'log> {
    view: &'log View,
    /// Absent until the blocks are opened.
    scan: Option<disk::Scan<'log>>,
    /// The position that comes next.
    due: Seq,
    end: Seq,
}

impl StoredChunks<'_> {
    fn step(&mut self) -> Result<Chunk, LogError> {
        let gone = |due: Seq| self.view.damaged(format!("record {due} is in none of its blocks"));
        let (scan, begun) = match &mut self.scan {
            Some(scan) => (scan, true),
            none => (none.insert(self.view.blocks()?.scan(self.due)), false),
        };
        let chunk = scan.next().unwrap_or_else(|| Err(gone(self.due)))?;
        let (first, end) = (chunk.first(), chunk.end());
        if first > self.due || end <= self.due || begun && first != self.due {
            return Err(gone(self.due));
        }
        self.due = end;
        Ok(chunk)
    }
}

impl Iterator for StoredChunks<'_> {
    type Item = Result<Chunk, LogError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.due >= self.end {
            return None;
        }
        // Nothing follows what could not be read.
        Some(self.step().inspect_err(|_| self.due = self.end))
    }
}

/// The records that lie in blocks.
struct Stored<'log> {
    chunks: StoredChunks<'log>,
    block: std::vec::IntoIter<Record>,
    start: Seq,
    end: Seq,
}

impl Iterator for Stored<'_> {
    type Item = Result<Record, LogError>;

    fn next(&mut self) -> Option<Self::Item> {
        let end = self.end.min(self.chunks.view.base.next());
        loop {
            while let Some(record) = self.block.next() {
                if record.seq >= end {
                    self.block = Vec::new().into_iter();
                } else if record.seq >= self.start {
                    return Some(Ok(record));
                }
            }
            match self.chunks.next()?.and_then(Chunk::records) {
                Ok(records) => self.block = records.into_iter(),
                Err(error) => {
                    self.chunks.due = self.chunks.end;
                    return Some(Err(error));
                }
            }
        }
    }
}
