//! The file `head`: where the log ends, and the last records.
//!
//! It is the only commit point. A batch is acknowledged when the frame that says so is synced here:
//! either the records themselves, which wait here until enough have come for whole blocks, or a new head
//! for records that were synced into blocks before. So a store of blocks that opens shorter than it was,
//! even empty and without an error, is found out.
//!
//! ```text
//! "detente log\n" | format u32 | acknowledged length u64 | crc u32 | zeros to 32 bytes, then frames:
//! head (count, hash, instant): what came before lies in blocks
//! block: records that do not
//! ```
//!
//! The acknowledged length is written after each sync without waiting for it. It tells a frame that was
//! cut off later from one that was never finished.

use crate::log::folder;
use crate::log::frame::{Frame, FrameError, Kind, Reader};
use crate::log::{Head, LogError, chain, wire};
use crate::model::day::Instant;
use crate::model::id::Digest;
use crate::model::record::Record;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

/// The name of the file in the folder of a store.
pub(super) const NAME: &str = "head";

/// The format of a store: this file, the frames and where they lie.
pub(super) const FORMAT: u32 = 1;

const TITLE: &[u8; 12] = b"detente log\n";
const START: usize = 32;

/// Past this length the file is begun anew when its records have moved to blocks.
const LONG: u64 = 1 << 20;

/// The open file.
#[derive(Debug)]
pub(super) struct Journal {
    path: PathBuf,
    file: File,
    /// The length up to which all is acknowledged.
    length: u64,
    /// Whether a write was begun that may have left something behind.
    touched: bool,
}

/// What stands in the file.
#[derive(Debug)]
pub(super) struct Contents {
    /// Where the blocks end.
    pub(super) base: Head,
    /// The records after them.
    pub(super) tail: Vec<Record>,
    length: u64,
}

impl Journal {
    /// Writes the file anew, saying that all lies in blocks up to `base`.
    pub(super) fn create(store: &Path, base: &Head) -> Result<Self, LogError> {
        let path = store.join(NAME);
        let mut bytes = Vec::new();
        bytes.extend_from_slice(&[0; START]);
        frame(Kind::Head, base.count, &head_bytes(base), &mut bytes, &path)?;
        let length = bytes.len() as u64;
        if let Some(start) = bytes.get_mut(..START) {
            start.copy_from_slice(&start_bytes(length));
        }
        folder::replace(&path, &bytes)?;
        Self::open(path, length)
    }

    /// Opens the file at the end of what was read, dropping what was never acknowledged.
    pub(super) fn resume(store: &Path, contents: &Contents) -> Result<Self, LogError> {
        let journal = Self::open(store.join(NAME), contents.length)?;
        journal.file.set_len(contents.length).map_err(|source| journal.failed(source))?;
        Ok(journal)
    }

    fn open(path: PathBuf, length: u64) -> Result<Self, LogError> {
        let file = OpenOptions::new()
            .read(true)
            .write(true)
            .open(&path)
            .map_err(|source| LogError::io(format!("open {}", path.display()), source))?;
        Ok(Self { path, file, length, touched: false })
    }

    /// Appends records that are encoded as one block, durably.
    pub(super) fn append(&mut self, block: &wire::Block) -> Result<(), LogError> {
        self.commit(Kind::Block, block.first.0, &block.bytes)
    }

    /// Says, durably, that all lies in blocks up to `base`.
    pub(super) fn rebase(&mut self, base: &Head) -> Result<(), LogError> {
        if self.length > LONG {
            let store = self.path.parent().unwrap_or(Path::new("")).to_owned();
            *self = Self::create(&store, base)?;
            return Ok(());
        }
        self.commit(Kind::Head, base.count, &head_bytes(base))
    }

    /// Tells whether the file is as it was after the last success.
    pub(super) fn untouched(&self) -> bool {
        !self.touched
    }

    /// Says that something was begun which only the next success ends.
    pub(super) fn touch(&mut self) {
        self.touched = true;
    }

    fn commit(&mut self, kind: Kind, first: u64, bytes: &[u8]) -> Result<(), LogError> {
        let mut framed = Vec::with_capacity(bytes.len() + crate::log::frame::HEAD);
        frame(kind, first, bytes, &mut framed, &self.path)?;
        let written = self.file.seek(SeekFrom::Start(self.length)).and_then(|_| self.file.write_all(&framed));
        if let Err(source) = written {
            // Nothing was acknowledged; what was written of it is dropped, here or when next opened.
            if self.file.set_len(self.length).is_err() {
                self.touched = true;
            }
            return Err(self.failed(source));
        }
        self.touched = true;
        self.file.sync_data().map_err(|source| self.failed(source))?;
        self.length += framed.len() as u64;
        let start = start_bytes(self.length);
        self.file
            .seek(SeekFrom::Start(0))
            .and_then(|_| self.file.write_all(&start))
            .map_err(|source| self.failed(source))?;
        self.touched = false;
        Ok(())
    }

    fn failed(&self, source: io::Error) -> LogError {
        LogError::io(format!("write {}", self.path.display()), source)
    }
}

/// Reads the file of a store, `None` where there is none.
pub(super) fn read(store: &Path) -> Result<Option<Contents>, LogError> {
    let path = store.join(NAME);
    let bytes = match fs::read(&path) {
        Ok(bytes) => bytes,
        Err(source) if source.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(source) => return Err(LogError::io(format!("read {}", path.display()), source)),
    };
    parse(&bytes, store).map(Some)
}

fn parse(bytes: &[u8], store: &Path) -> Result<Contents, LogError> {
    let damaged = |damage: String| LogError::Damaged { store: store.to_owned(), damage };
    let acknowledged = read_start(bytes, store)?;
    let mut contents = Contents { base: Head::default(), tail: Vec::new(), length: START as u64 };
    let mut head = None;
    while let Some(rest) = usize::try_from(contents.length).ok().and_then(|at| bytes.get(at..))
        && !rest.is_empty()
    {
        let (frame, length) = match Frame::read(rest) {
            Ok(read) => read,
            Err(FrameError::Short) => break,
            Err(FrameError::Damaged) => {
                let after = head.map_or(0, |head: Head| head.count);
                return Err(damaged(format!(
                    "the file head is not as it was written from byte {} on, which holds the records after {after}",
                    contents.length
                )));
            }
        };
        match frame.kind {
            Kind::Head => {
                let base = read_head(frame.bytes)
                    .ok_or_else(|| damaged("the file head holds no head where one was expected".to_owned()))?;
                contents.base = base;
                contents.tail.clear();
                head = Some(base);
            }
            Kind::Block => {
                let mut end = head.unwrap_or_default();
                let records = wire::decode(frame.bytes).map_err(|error| match error {
                    wire::WireError::Newer { found } => LogError::Newer {
                        store: store.to_owned(),
                        found: u32::from(found),
                        known: u32::from(wire::VERSION),
                    },
                    error => damaged(format!("the records from {} on in the file head: {error}", frame.first)),
                })?;
                for record in &records {
                    chain::check_link(&end, record).map_err(|error| damaged(format!("in the file head, {error}")))?;
                    end = Head::after(record);
                }
                contents.tail.extend(records);
                head = Some(end);
            }
        }
        contents.length += length as u64;
    }
    if head.is_none() {
        return Err(damaged("the file head is empty".to_owned()));
    }
    if contents.length < acknowledged {
        let count = head.unwrap_or_default().count;
        return Err(damaged(format!(
            "the file head was cut off at {} of {acknowledged} bytes; records from {count} on are gone from it",
            bytes.len()
        )));
    }
    Ok(contents)
}

fn start_bytes(length: u64) -> [u8; START] {
    let mut bytes = [0; START];
    let numbers =
        [&FORMAT.to_be_bytes()[..], &length.to_be_bytes(), &crc32fast::hash(&length.to_be_bytes()).to_be_bytes()]
            .concat();
    for (to, from) in bytes.iter_mut().zip(TITLE.iter().chain(&numbers)) {
        *to = *from;
    }
    bytes
}

/// Reads the start of the file: the acknowledged length.
fn read_start(bytes: &[u8], store: &Path) -> Result<u64, LogError> {
    let damaged = || LogError::Damaged {
        store: store.to_owned(),
        damage: "the first bytes of the file head are not as they were written".to_owned(),
    };
    let mut reader = Reader(bytes.get(..START).ok_or_else(damaged)?);
    let title: [u8; 12] = reader.take().ok_or_else(damaged)?;
    let format = u32::from_be_bytes(reader.take().ok_or_else(damaged)?);
    let length: [u8; 8] = reader.take().ok_or_else(damaged)?;
    let crc = u32::from_be_bytes(reader.take().ok_or_else(damaged)?);
    if &title != TITLE || format == 0 {
        return Err(damaged());
    }
    if format > FORMAT {
        return Err(LogError::Newer { store: store.to_owned(), found: format, known: FORMAT });
    }
    if crc != crc32fast::hash(&length) {
        return Err(damaged());
    }
    Ok(u64::from_be_bytes(length))
}

fn head_bytes(head: &Head) -> Vec<u8> {
    let at = head.recorded_at.map(Instant::micros);
    [
        &head.count.to_be_bytes()[..],
        &head.hash.bytes(),
        &[u8::from(at.is_some())],
        &at.unwrap_or_default().to_be_bytes(),
    ]
    .concat()
}

fn read_head(bytes: &[u8]) -> Option<Head> {
    let mut reader = Reader(bytes);
    let count = u64::from_be_bytes(reader.take()?);
    let hash = Digest::from_bytes(reader.take()?);
    let [has_instant] = reader.take()?;
    let micros = i64::from_be_bytes(reader.take()?);
    Some(Head { count, hash, recorded_at: (has_instant == 1).then(|| Instant::from_micros(micros)) })
}

fn frame(kind: Kind, first: u64, bytes: &[u8], out: &mut Vec<u8>, path: &Path) -> Result<(), LogError> {
    Frame { kind, first, part: 0, parts: 1, bytes }.write(out).map_err(|_| {
        LogError::io(
            format!("write {}", path.display()),
            io::Error::new(io::ErrorKind::InvalidInput, format!("a block of {} bytes is too long", bytes.len())),
        )
    })
}
