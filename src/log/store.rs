//! A log in a folder: durable when an append returns.
//!
//! ```text
//! detente.db/
//!   lock       held while a process has the store open
//!   head       where the log ends, and its last records: the commit point (see `journal`)
//!   blocks/    all before, in sled
//!   spare-?    the last blocks again, for when those rot (see `spare`)
//!   index/     where to look for what, made from the rest (see [`super::index`])
//!   log.ndjson the same as text, where a mirror was asked for (see [`mirror`])
//! ```
//!
//! A small append goes to the file `head`, one write and one sync. When enough records have gathered
//! there they move to blocks, many to a block; a large append goes to blocks at once, and then the new
//! head to `head`. Blocks past the head were never acknowledged, and are removed before the next write.
//!
//! The blocks are opened when they are first needed: where the log ends is known without them.
//!
//! A second process is refused, also for reading. sled keeps no old versions for others: it moves pages within its
//! file while it writes, so that a reader beside it could meet any mixture, and damage could not be told from
//! a page that has just moved. What may be read beside a writer are [`DiskLog::peek`], the mirror, which
//! only grows, and a backup; within the process, a [`View`] is open to any number of readers.

use super::chunk::Chunks;
use super::disk;
use super::share::shared;
use super::{Head, Log, LogError, Records, chain, folder, wire};
use crate::model::id::Seq;
use crate::model::record::Record;
use journal::Journal;
use mirror::Mirror;
use spare::Spare;
use std::fs::{File, TryLockError};
use std::ops::Range;
use std::path::Path;
use std::sync::{Arc, Mutex, OnceLock};
use view::View;

mod journal;
pub mod mirror;
pub mod salvage;
mod spare;
pub mod view;

/// When the file `head` holds more bytes of records, or more records, they move to blocks.
const TAIL_BYTES: usize = 128 << 10;
const TAIL_RECORDS: usize = 256;

/// How many records are encoded by one processor at a time.
const CHUNK: usize = 2048;

/// A log in a folder of its own, held by this process.
pub struct DiskLog {
    view: View,
    tail_bytes: usize,
    journal: Journal,
    /// Whether a write failed, so that what is on disk is not known.
    closed: bool,
    mirror: Option<Mirror>,
    spare: Spare,
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
        let mut log = Self::with(store, lock, journal, contents.base, contents.tail);
        if store.join(mirror::NAME).exists() {
            log.keep_mirror()?;
        }
        Ok(log)
    }

    fn with(store: &Path, lock: File, journal: Journal, base: Head, tail: Vec<Record>) -> Self {
        let view = View {
            store: store.into(),
            head: tail.last().map_or(base, Head::after),
            base,
            tail: Arc::new(tail),
            blocks: Arc::new(OnceLock::new()),
            opening: Arc::new(Mutex::new(())),
        };
        let spare = Spare::of(store);
        Self { view, tail_bytes: 0, journal, closed: false, mirror: None, spare, _lock: lock }
    }

    /// Opens the blocks now, where they have not been opened yet: for who has time before the first question.
    pub fn prepare(&self) {
        // Whoever reads them meets what is wrong with them, and tells it.
        let _opened = self.view.blocks().is_ok();
    }

    /// Returns the log as it stands now, for readers that go on while records are appended.
    #[must_use]
    pub fn view(&self) -> View {
        self.view.clone()
    }

    /// Keeps a copy of the log as text beside the store from now on, and brings it up to the head.
    ///
    /// An append that reached the log but not the copy fails too; opened again, the log holds it, and so does the copy.
    ///
    /// # Errors
    /// When the copy is not one of this log, or holds more than it, or cannot be written.
    pub fn keep_mirror(&mut self) -> Result<(), LogError> {
        self.mirror = Some(Mirror::open(&self.view)?);
        Ok(())
    }

    /// Returns the folder.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.view.store
    }

    fn encode(&self, records: &[Record], limit: usize) -> Result<Vec<wire::Block>, LogError> {
        // A batch that fits the tail is one block; a larger one is shared out.
        let blocks = shared(records, CHUNK, |records| wire::encode(records, limit));
        blocks
            .map(|blocks| blocks.into_iter().flatten().collect())
            .map_err(|error| self.view.damaged(error.to_string()))
    }

    /// Appends a few records to the file `head`.
    fn append_to_tail(&mut self, block: &wire::Block, records: &[Record]) -> Result<(), LogError> {
        self.journal.append(block)?;
        Arc::make_mut(&mut self.view.tail).extend_from_slice(records);
        self.tail_bytes += block.bytes.len();
        Ok(())
    }

    /// Moves the tail, and `records` after it, to blocks.
    fn append_to_blocks(&mut self, records: &[Record]) -> Result<(), LogError> {
        let joined;
        let all = if self.view.tail.is_empty() {
            records
        } else {
            joined = [&self.view.tail, records].concat();
            &joined
        };
        let Some(last) = all.last() else { return Ok(()) };
        let encoded = self.encode(all, disk::PART)?;
        self.spare.keep(&encoded)?;
        self.journal.touch();
        self.view.blocks()?.write(&encoded)?;
        let base = Head::after(last);
        self.journal.rebase(&base)?;
        self.view.base = base;
        self.view.tail = Arc::default();
        self.tail_bytes = 0;
        Ok(())
    }

    fn write(&mut self, records: &[Record]) -> Result<(), LogError> {
        if self.view.tail.len() + records.len() <= TAIL_RECORDS
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
            return Err(LogError::Closed { store: self.view.store.to_path_buf() });
        }
        let mut head = self.view.head;
        for record in records {
            chain::check_link(&head, record)?;
            head = Head::after(record);
        }
        if records.is_empty() {
            return Ok(());
        }
        // Nothing is added to a log that has lost something.
        self.view.blocks()?;
        // Where the file `head` is as it was, nothing has happened; else only opening anew can tell.
        self.closed = true;
        let written = self.write(records);
        self.closed = written.is_err() && !self.journal.untouched();
        written?;
        self.view.head = head;
        match &mut self.mirror {
            Some(mirror) => {
                let kept = mirror.append(records);
                // What came next would leave a gap; opened again, the mirror is brought up to the head first.
                self.closed = kept.is_err();
                kept
            }
            None => Ok(()),
        }
    }

    fn read(&self, range: Range<Seq>) -> Records<'_> {
        self.view.read(range)
    }

    fn chunks(&self, range: Range<Seq>) -> Chunks<'_> {
        self.view.chunks(range)
    }

    fn head(&self) -> Head {
        self.view.head
    }

    fn folder(&self) -> Option<&Path> {
        Some(&self.view.store)
    }
}

/// Takes the lock of a store, which the system gives back when the process ends in whatever way.
///
/// A program that another thread starts just now holds what this process held, for the moment until it runs: so one
/// that is taken is asked for again, for a twentieth of a second.
fn lock(store: &Path) -> Result<File, LogError> {
    const TRIES: u32 = 10;
    let path = store.join("lock");
    let failed = |source| LogError::io(format!("open {}", path.display()), source);
    let file = File::options().create(true).truncate(false).write(true).open(&path).map_err(failed)?;
    for _ in 0..TRIES {
        match file.try_lock() {
            Ok(()) => return Ok(file),
            Err(TryLockError::WouldBlock) => std::thread::sleep(std::time::Duration::from_millis(5)),
            Err(TryLockError::Error(source)) => {
                return Err(LogError::io(format!("lock {}", path.display()), source));
            }
        }
    }
    Err(LogError::Locked { store: store.to_owned() })
}

/// The folder of the blocks in the folder of a store.
const BLOCKS: &str = "blocks";
