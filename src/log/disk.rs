//! Blocks in sled: the only file that names it.
//!
//! sled 0.34.7 has to be handled with care, and is:
//!
//! - `flush` writes but does not sync (sled issue 1452), so the file `db` is synced after it;
//! - the file `conf`, without which it does not open, is never synced, nor are the folders: they are, before
//!   a process first writes;
//! - pages over 128 KiB go to files that are never synced, so no value is longer than [`VALUE`]: a page
//!   holds up to 17 values;
//! - the flusher in the background is off: what is synced is decided here;
//! - damage makes it panic as often as it makes it fail, so every call is guarded;
//! - when it opens, it wipes what follows the first damage since its last snapshot, which it takes only
//!   when it opens; so after writing it is closed, opened and closed, while nothing can have rotted yet;
//! - a snapshot that it was writing when the process or the machine died keeps it from opening ever after,
//!   since it takes the file for a finished one: such files are removed first;
//! - what it keeps in memory it counts in 256 queues, and gives nothing back before a queue has 64 uses: who
//!   reads a large store once, page after page, would come to hold 16,384 pages, two GB; so in a large store each
//!   value that is read is asked for once more;
//! - damage can also make it open empty without an error, so whoever calls compares with the head that
//!   is kept elsewhere.
//!
//! A block longer than a value lies in several parts. Keys are the position of the first record and the
//! number of the part, big-endian; values are [`Frame`]s, so that they can be found in a damaged file.

use super::chunk::Chunk;
use super::frame::{Frame, FrameError, HEAD, Kind};
use super::{LogError, wire};
use crate::model::id::Seq;
use crate::model::record::Record;
use std::cell::Cell;
use std::fs::{self, File};
use std::panic::{self, AssertUnwindSafe};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Once};

/// The most bytes that one value may have.
pub(super) const VALUE: usize = 7 * 1024;

/// The most bytes of records in one part of a block.
pub(super) const PART: usize = VALUE - HEAD;

/// What sled may keep in memory.
const CACHE: u64 = 32 << 20;

/// Up to how many bytes all of a store may come to lie in memory: it is read again at once, and nothing has to go.
const WHOLE: u64 = 384 << 20;

/// The blocks of a store.
pub(super) struct Blocks {
    store: Arc<Path>,
    folder: PathBuf,
    /// Absent only while it is dropped.
    tree: Option<sled::Db>,
    file: File,
    /// Whether there was more when it was opened than may lie in memory.
    large: bool,
    /// Whether blocks were written since it was opened.
    written: AtomicBool,
}

impl Blocks {
    /// Opens the blocks in `folder`, a part of `store`, and creates the folder where there is none.
    pub(super) fn open(store: &Path, folder: PathBuf) -> Result<Self, LogError> {
        remove_unfinished(&folder)?;
        let tree = open_tree(store, &folder)?;
        let doing = |what: &str| format!("{what} {}", folder.join("db").display());
        let file = File::options()
            .read(true)
            .write(true)
            .open(folder.join("db"))
            .map_err(|source| LogError::io(doing("open"), source))?;
        let length = file.metadata().map_err(|source| LogError::io(doing("look at"), source))?.len();
        let large = length > WHOLE;
        Ok(Self { store: store.into(), folder, tree: Some(tree), file, large, written: AtomicBool::new(false) })
    }

    /// Makes durable what sled leaves alone: its configuration, and the entries of its folders.
    fn sync_surroundings(&self) -> Result<(), LogError> {
        let conf = self.folder.join("conf");
        File::options()
            .write(true)
            .open(&conf)
            .and_then(|file| file.sync_all())
            .map_err(|source| LogError::io(format!("sync {}", conf.display()), source))?;
        [self.folder.join("blobs").as_path(), &self.folder, &self.store].into_iter().try_for_each(super::folder::sync)
    }

    /// Writes blocks as one batch and syncs them.
    pub(super) fn write(&self, blocks: &[wire::Block]) -> Result<(), LogError> {
        let mut batch = sled::Batch::default();
        for block in blocks {
            values(block)?.into_iter().for_each(|(key, value)| batch.insert(&key, value));
        }
        if !self.written.swap(true, Ordering::Relaxed) {
            self.sync_surroundings()?;
        }
        self.guard("write blocks", |tree| tree.apply_batch(batch).and_then(|()| tree.flush()))?;
        self.sync()
    }

    fn sync(&self) -> Result<(), LogError> {
        self.file
            .sync_all()
            .map_err(|source| LogError::io(format!("sync {}", self.folder.join("db").display()), source))
    }

    /// Returns the records of the last block, none where there is no block.
    pub(super) fn last(&self) -> Result<Vec<Record>, LogError> {
        let last = self.guard("read the last block", |tree| tree.last())?;
        match last {
            None => Ok(Vec::new()),
            Some((found, _)) => {
                let (first, _) = self.read_key(&found)?;
                self.scan(Seq(first)).next().map_or_else(|| Ok(Vec::new()), |chunk| chunk?.records())
            }
        }
    }

    /// Removes the blocks that begin at `from` or later: what was never acknowledged.
    pub(super) fn remove_from(&self, from: Seq) -> Result<(), LogError> {
        let keys: Vec<sled::IVec> = self.guard("read blocks", |tree| tree.range(key(from.0, 0)..).keys().collect())?;
        let mut batch = sled::Batch::default();
        for key in keys {
            batch.remove(key);
        }
        self.guard("remove blocks", |tree| tree.apply_batch(batch))
    }

    /// Reads block after block, from the one that holds `from`.
    pub(super) fn scan(&self, from: Seq) -> Scan<'_> {
        Scan { blocks: self, next: Next::Find(from) }
    }

    fn guard<T>(&self, doing: &str, work: impl FnOnce(&sled::Db) -> sled::Result<T>) -> Result<T, LogError> {
        match &self.tree {
            Some(tree) => guard(&self.store, doing, || work(tree)),
            None => Err(LogError::Closed { store: self.store.to_path_buf() }),
        }
    }

    fn read_key(&self, bytes: &[u8]) -> Result<(u64, u32), LogError> {
        let parts = bytes.split_first_chunk::<8>().and_then(|(first, part)| Some((*first, part.try_into().ok()?)));
        let (first, part) = parts.ok_or_else(|| self.damage(format!("a block has the key {bytes:?}")))?;
        Ok((u64::from_be_bytes(first), u32::from_be_bytes(part)))
    }

    fn damage(&self, damage: String) -> LogError {
        LogError::Damaged { store: self.store.to_path_buf(), damage }
    }

    /// Decodes the frame of one value, which must be the part that its key says.
    fn frame<'a>(&self, value: &'a [u8], first: u64, part: u32) -> Result<Frame<'a>, LogError> {
        let wrong = |what: String| self.damage(format!("the block of the records from {first} on: {what}"));
        let (frame, _) = Frame::read(value).map_err(|error: FrameError| wrong(error.to_string()))?;
        if (frame.kind, frame.first, frame.part) != (Kind::Block, first, part) {
            return Err(wrong(format!("part {part} was expected, found part {} of {}", frame.part, frame.first)));
        }
        Ok(frame)
    }
}

impl Drop for Blocks {
    fn drop(&mut self) {
        // All that was acknowledged has been synced, so a failure to close loses nothing, and a panic of
        // sled must not become one of ours.
        if let Some(tree) = self.tree.take() {
            let close = |tree: sled::Db| {
                guard(&self.store, "close the blocks", || {
                    drop(tree);
                    Ok(())
                })
            };
            let _closed = close(tree);
            if self.written.load(Ordering::Relaxed) {
                let _closed = open_tree(&self.store, &self.folder).and_then(close);
            }
        }
    }
}

/// Opens the tree. Whoever calls holds the store, so that a lock on the tree is that of a tree of this process
/// which is being closed still: it is waited for.
fn open_tree(store: &Path, folder: &Path) -> Result<sled::Db, LogError> {
    const TRIES: u32 = 500;
    let mut tries = 0;
    loop {
        match guard(store, "open the blocks", || config(folder).open()) {
            Err(LogError::Locked { .. }) if tries < TRIES => {
                tries += 1;
                std::thread::sleep(std::time::Duration::from_millis(10));
            }
            opened => return opened,
        }
    }
}

/// Removes snapshots that sled did not come to finish.
fn remove_unfinished(folder: &Path) -> Result<(), LogError> {
    let failed = |source| LogError::io(format!("look into {}", folder.display()), source);
    let entries = match fs::read_dir(folder) {
        Err(source) if source.kind() == std::io::ErrorKind::NotFound => return Ok(()),
        entries => entries.map_err(failed)?,
    };
    for entry in entries {
        let path = entry.map_err(failed)?.path();
        if path.extension().is_some_and(|extension| extension == "generating") {
            fs::remove_file(&path).map_err(|source| LogError::io(format!("remove {}", path.display()), source))?;
        }
    }
    Ok(())
}

fn config(folder: &Path) -> sled::Config {
    sled::Config::new()
        .path(folder)
        .cache_capacity(CACHE)
        .mode(sled::Mode::HighThroughput)
        .flush_every_ms(None)
        .print_profile_on_drop(false)
}

/// Reads blocks in order; stops after the first that cannot be read.
pub(super) struct Scan<'a> {
    blocks: &'a Blocks,
    next: Next,
}

enum Next {
    /// Find the block that holds the record.
    Find(Seq),
    /// Go on with what follows.
    Follow(Box<sled::Iter>),
    /// Nothing more.
    End,
}

impl Scan<'_> {
    fn step(&mut self, mut iter: sled::Iter) -> Result<Option<Chunk>, LogError> {
        let blocks = self.blocks;
        let mut advance = || {
            blocks.guard("read a block", |tree| {
                let read = iter.next().transpose()?;
                if let (true, Some((key, _))) = (blocks.large, &read) {
                    tree.get(key)?;
                }
                Ok(read)
            })
        };
        let Some((found, value)) = advance()? else { return Ok(None) };
        let (first, part) = blocks.read_key(&found)?;
        if part != 0 {
            return Err(blocks.damage(format!("the block of the records from {first} on begins with part {part}")));
        }
        let frame = blocks.frame(&value, first, 0)?;
        let chunk = if frame.parts == 1 {
            Chunk::unpack(&blocks.store, frame.bytes, Seq(first))?
        } else {
            let mut whole = frame.bytes.to_vec();
            for part in 1..frame.parts {
                let gone = || blocks.damage(format!("the record {first} lacks part {part} of {}", frame.parts));
                let (found, value) = advance()?.ok_or_else(gone)?;
                if blocks.read_key(&found)? != (first, part) {
                    return Err(gone());
                }
                whole.extend_from_slice(blocks.frame(&value, first, part)?.bytes);
            }
            Chunk::unpack(&blocks.store, &whole, Seq(first))?
        };
        self.next = Next::Follow(Box::new(iter));
        Ok(Some(chunk))
    }
}

impl Iterator for Scan<'_> {
    type Item = Result<Chunk, LogError>;

    fn next(&mut self) -> Option<Self::Item> {
        let iter = match std::mem::replace(&mut self.next, Next::End) {
            Next::End => return None,
            Next::Follow(iter) => Ok(*iter),
            Next::Find(seq) => self.blocks.guard("find a block", |tree| {
                let before = tree.range(..=key(seq.0, u32::MAX)).next_back().transpose()?;
                let start = before.and_then(|(key, _)| key.first_chunk::<8>().copied()).unwrap_or_default();
                Ok(tree.range(key(u64::from_be_bytes(start), 0)..))
            }),
        };
        iter.and_then(|iter| self.step(iter)).transpose()
    }
}

/// A value with its key.
pub(super) type Keyed = ([u8; 12], Vec<u8>);

/// Returns the values of a block with their keys: its parts, each in a frame.
pub(super) fn values(block: &wire::Block) -> Result<Vec<Keyed>, LogError> {
    let parts = u32::try_from(block.bytes.chunks(PART).len()).unwrap_or(u32::MAX);
    let framed = (0..parts).zip(block.bytes.chunks(PART)).map(|(part, bytes)| {
        let mut value = Vec::with_capacity(HEAD + bytes.len());
        // A part is far shorter than the length that a frame can hold.
        Frame { kind: Kind::Block, first: block.first.0, part, parts, bytes }
            .write(&mut value)
            .map_err(|error| LogError::io("write a block", std::io::Error::other(error)))?;
        Ok((key(block.first.0, part), value))
    });
    framed.collect()
}

fn key(first: u64, part: u32) -> [u8; 12] {
    let mut key = [0; 12];
    for (to, from) in key.iter_mut().zip(first.to_be_bytes().into_iter().chain(part.to_be_bytes())) {
        *to = from;
    }
    key
}

thread_local! {
    /// Whether this thread is in a call whose panic is caught and told as an error.
    static GUARDED: Cell<bool> = const { Cell::new(false) };
}

/// Runs a call of sled and turns its errors and panics into ours.
fn guard<T>(store: &Path, doing: &str, work: impl FnOnce() -> sled::Result<T>) -> Result<T, LogError> {
    static QUIET: Once = Once::new();
    QUIET.call_once(|| {
        let told = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if !GUARDED.get() {
                told(info);
            }
        }));
    });
    let nested = GUARDED.replace(true);
    let outcome = panic::catch_unwind(AssertUnwindSafe(work));
    GUARDED.set(nested);
    let damaged =
        |what: String| LogError::Damaged { store: store.to_owned(), damage: format!("cannot {doing}: {what}") };
    match outcome {
        Ok(Ok(value)) => Ok(value),
        Ok(Err(sled::Error::Io(source))) if source.to_string().contains("could not acquire lock") => {
            Err(LogError::Locked { store: store.to_owned() })
        }
        Ok(Err(sled::Error::Io(source))) if source.kind() == std::io::ErrorKind::UnexpectedEof => {
            Err(damaged("the file db ends too early".to_owned()))
        }
        Ok(Err(sled::Error::Io(source))) => {
            Err(LogError::io(format!("{doing} of the store {}", store.display()), in_words(source)))
        }
        Ok(Err(sled::Error::Corruption { at, .. })) => Err(damaged(
            at.map_or("a checksum does not fit".to_owned(), |at| format!("a checksum does not fit at {at:?}")),
        )),
        Ok(Err(error)) => Err(damaged(error.to_string())),
        Err(panic) => {
            let said = panic
                .downcast_ref::<String>()
                .map(String::as_str)
                .or_else(|| panic.downcast_ref::<&str>().copied())
                .unwrap_or("it gave no reason");
            let line = said.lines().next().unwrap_or_default();
            Err(damaged(format!("sled gave up ({line})")))
        }
    }
}

/// Returns an error of the system with a message for people: sled passes on the kind and, as the message,
/// what only programmers read.
fn in_words(source: std::io::Error) -> std::io::Error {
    match source.kind() {
        std::io::ErrorKind::Other => source,
        _ if source.raw_os_error().is_some() => source,
        kind => kind.into(),
    }
}
