//! A log in a folder: durable when an append returns.
//!
//! ```text
//! detente.db/
//!   lock       held while a process has the store open
//!   head       where the log ends, and its last records: the commit point (see `journal`)
//!   blocks/    all before, in sled
//! ```
//!
//! A small append goes to the file `head`, one write and one sync. When enough records have gathered
//! there they move to blocks, many to a block; a large append goes to blocks at once, and then the new
//! head to `head`. Blocks past the head were never acknowledged, and are removed before the next write.
//!
//! The blocks are opened when they are first needed: where the log ends is known without them.

use super::disk::{self, Blocks};
use super::{Head, Log, LogError, Records, chain, folder, wire};
use crate::model::id::Seq;
use crate::model::record::Record;
use journal::Journal;
use std::cell::OnceCell;
use std::fs::{File, TryLockError};
use std::ops::Range;
use std::path::{Path, PathBuf};

mod journal;

/// When the file `head` holds more bytes of records, or more records, they move to blocks.
const TAIL_BYTES: usize = 128 << 10;
const TAIL_RECORDS: usize = 256;

/// A log in a folder of its own, held by this process.
pub struct DiskLog {
    store: PathBuf,
    /// Where the log ends.
    head: Head,
    /// Where its blocks end.
    base: Head,
    /// The records that are not in blocks.
    tail: Vec<Record>,
    tail_bytes: usize,
    journal: Journal,
    blocks: OnceCell<Blocks>,
    /// Whether a write failed, so that what is on disk is not known.
    closed: bool,
    /// Held until all else is closed.
    _lock: File,
}

impl DiskLog {
    /// Opens the store, and creates it where there is none.
    ///
    /// # Errors
    /// When another process holds it, when it is damaged or of a later format, or the system refuses.
    pub fn open(store: &Path) -> Result<Self, LogError> {
        folder::create(store)?;
        let lock = lock(store)?;
        match journal::read(store)? {
            Some(contents) => Self::resume(store, lock, contents),
            None if store.join(BLOCKS).exists() => Err(LogError::Damaged {
                store: store.to_owned(),
                damage: "the file head is missing, so nothing says where the log ends".to_owned(),
            }),
            None => {
                let head = Head::default();
                let journal = Journal::create(store, &head)?;
                Ok(Self::with(store, lock, journal, head, Vec::new()))
            }
        }
    }

    /// Opens the store where there is one.
    ///
    /// # Errors
    /// As [`DiskLog::open`]; also where there is none.
    pub fn open_existing(store: &Path) -> Result<Self, LogError> {
        if store.join(journal::NAME).exists() || store.join(BLOCKS).exists() {
            return Self::open(store);
        }
        Err(LogError::Missing { store: store.to_owned() })
    }

    /// Returns where the log of a store ends without opening it, also while another process holds it.
    ///
    /// # Errors
    /// When there is no store, or its file `head` is damaged.
    pub fn peek(store: &Path) -> Result<Head, LogError> {
        let contents = journal::read(store)?.ok_or_else(|| LogError::Missing { store: store.to_owned() })?;
        Ok(contents.tail.last().map_or(contents.base, Head::after))
    }

    fn resume(store: &Path, lock: File, contents: journal::Contents) -> Result<Self, LogError> {
        let journal = Journal::resume(store, &contents)?;
        Ok(Self::with(store, lock, journal, contents.base, contents.tail))
    }

    fn with(store: &Path, lock: File, journal: Journal, base: Head, tail: Vec<Record>) -> Self {
        let head = tail.last().map_or(base, Head::after);
        Self {
            store: store.to_owned(),
            head,
            base,
            tail,
            tail_bytes: 0,
            journal,
            blocks: OnceCell::new(),
            closed: false,
            _lock: lock,
        }
    }

    /// Returns the folder.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.store
    }

    /// Returns the blocks, opened and found to reach as far as was acknowledged.
    fn blocks(&self) -> Result<&Blocks, LogError> {
        if let Some(blocks) = self.blocks.get() {
            return Ok(blocks);
        }
        let blocks = Blocks::open(&self.store, self.store.join(BLOCKS))?;
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

    fn damaged(&self, damage: String) -> LogError {
        LogError::Damaged { store: self.store.clone(), damage }
    }

    fn encode(&self, records: &[Record], limit: usize) -> Result<Vec<wire::Block>, LogError> {
        wire::encode(records, limit).map_err(|error| self.damaged(error.to_string()))
    }

    /// Appends a few records to the file `head`.
    fn append_to_tail(&mut self, block: &wire::Block, records: &[Record]) -> Result<(), LogError> {
        self.journal.append(block)?;
        self.tail.extend_from_slice(records);
        self.tail_bytes += block.bytes.len();
        Ok(())
    }

    /// Moves the tail, and `records` after it, to blocks.
    fn append_to_blocks(&mut self, records: &[Record]) -> Result<(), LogError> {
        let joined;
        let all = if self.tail.is_empty() {
            records
        } else {
            joined = [&self.tail, records].concat();
            &joined
        };
        let Some(last) = all.last() else { return Ok(()) };
        let encoded = self.encode(all, disk::PART)?;
        self.journal.touch();
        self.blocks()?.write(&encoded)?;
        let base = Head::after(last);
        self.journal.rebase(&base)?;
        self.base = base;
        self.tail.clear();
        self.tail_bytes = 0;
        Ok(())
    }

    fn write(&mut self, records: &[Record]) -> Result<(), LogError> {
        if self.tail.len() + records.len() <= TAIL_RECORDS
            && let [block] = self.encode(records, usize::MAX)?.as_slice()
            && self.tail_bytes + block.bytes.len() <= TAIL_BYTES
        {
            return self.append_to_tail(block, records);
        }
        self.append_to_blocks(records)
    }
}

impl Log for DiskLog {
    fn adopt(&mut self, records: &[Record]) -> Result<(), LogError> {
        if self.closed {
            return Err(LogError::Closed { store: self.store.clone() });
        }
        let mut head = self.head;
        for record in records {
            chain::check_link(&head, record)?;
            head = Head::after(record);
        }
        if records.is_empty() {
            return Ok(());
        }
        // Nothing is added to a log that has lost something.
        self.blocks()?;
        // Where the file `head` is as it was, nothing has happened; else only opening anew can tell.
        self.closed = true;
        let written = self.write(records);
        self.closed = written.is_err() && !self.journal.untouched();
        written?;
        self.head = head;
        Ok(())
    }

    fn read(&self, range: Range<Seq>) -> Records<'_> {
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
            Stored { log: self, scan: blocks.scan(start), block: Vec::new().into_iter(), due: None, start, end };
        Box::new(stored.chain(tail))
    }

    fn head(&self) -> Head {
        self.head
    }
}

/// Takes the lock of a store, which the system gives back when the process ends in whatever way.
fn lock(store: &Path) -> Result<File, LogError> {
    let path = store.join("lock");
    let failed = |source| LogError::io(format!("open {}", path.display()), source);
    let file = File::options().create(true).truncate(false).write(true).open(&path).map_err(failed)?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(LogError::Locked { store: store.to_owned() }),
        Err(TryLockError::Error(source)) => Err(LogError::io(format!("lock {}", path.display()), source)),
    }
}

/// The folder of the blocks in the folder of a store.
const BLOCKS: &str = "blocks";

/// The records that lie in blocks, in order and without gaps.
struct Stored<'log> {
    log: &'log DiskLog,
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
        let end = self.end.min(self.log.base.next());
        if self.due.is_some_and(|due| due >= end) {
            return None;
        }
        let due = self.due.unwrap_or(self.start);
        let gone = |log: &DiskLog| log.damaged(format!("record {due} is in none of its blocks"));
        let records = match self.scan.next() {
            None => return Some(Err(gone(self.log))),
            Some(Err(error)) => return Some(Err(error)),
            Some(Ok(records)) => records,
        };
        let (Some(first), Some(last)) = (records.first().map(|one| one.seq), records.last().map(|one| one.seq)) else {
            return Some(Err(gone(self.log)));
        };
        if first > due || last < due || self.due.is_some_and(|due| first != due) {
            return Some(Err(gone(self.log)));
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
                if record.seq >= self.end || record.seq >= self.log.base.next() {
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
