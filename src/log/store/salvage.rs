//! What is left of a damaged store, brought into a new one.
//!
//! Does not open the blocks as a store: looks for frames in their files, so that it works where nothing
//! else does. A block counts when its checksum and its encoding are whole; where several stand for the
//! same records, the one that the later blocks link to.

use super::{BLOCKS, DiskLog, journal, lock, mirror, spare};
use crate::log::frame::{Frame, Kind, MAGIC};
use crate::log::{Head, Log, LogError, chain, disk, wire};
use crate::model::id::{Digest, Seq};
use crate::model::record::Record;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom};
use std::ops::Range;
use std::path::{Path, PathBuf};

/// How much of a file is looked through at once.
const WINDOW: usize = 8 << 20;

/// How many records are appended at once.
const BATCH: usize = 4096;

/// What was brought over, and what is gone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recovery {
    /// How many records the new store holds.
    pub kept: u64,
    /// How many of them only the mirror still held.
    pub from_mirror: u64,
    /// The positions, in the damaged store, of the records that are gone.
    pub gone: Vec<Range<Seq>>,
    /// Whether the damaged store still says where it ended; if not, more may be gone after the last.
    pub end_known: bool,
    /// The first position, in the damaged store, from which on records have new positions and hashes,
    /// because some before it are gone.
    pub moved_from: Option<Seq>,
}

/// Brings every intact record of `damaged` into a new store at `fresh`.
///
/// # Errors
/// When `fresh` holds records already, another process holds one of the two, or the system refuses.
pub fn recover(damaged: &Path, fresh: &Path) -> Result<Recovery, LogError> {
    if !damaged.is_dir() {
        return Err(LogError::Missing { store: damaged.to_owned() });
    }
    let _lock = lock(damaged)?;
    let mut into = DiskLog::open(fresh)?;
    if into.head().count > 0 {
        let seq = into.head().next();
        return Err(chain::ChainError::Position { expected: seq, found: Seq(0) }.into());
    }
    let known = journal::read(damaged).ok().flatten();
    let end = known.as_ref().map(|contents| contents.tail.last().map_or(contents.base, Head::after));
    let mut finds = Finds::default();
    finds.look_through(&damaged.join(BLOCKS).join("db"))?;
    finds.look_through(&damaged.join(journal::NAME))?;
    for name in spare::NAMES {
        finds.look_through(&damaged.join(name))?;
    }
    finds.join_parts();
    let chosen = finds.choose(end.map(|end| end.hash));
    let mut out = Output {
        into: &mut into,
        mirror: Lines::open(&damaged.join(mirror::NAME))?,
        batch: Vec::new(),
        due: Seq(0),
        recovery: Recovery { kept: 0, from_mirror: 0, gone: Vec::new(), end_known: end.is_some(), moved_from: None },
    };
    for find in chosen {
        let records = find.place.read().ok().and_then(|bytes| wire::decode(&bytes).ok()).unwrap_or_default();
        for record in records {
            if end.is_none_or(|end| record.seq < end.next()) {
                out.put(record)?;
            }
        }
    }
    out.finish(end)
}

/// Where the bytes of a block lie.
#[derive(Debug, Clone)]
struct Place {
    path: PathBuf,
    parts: Vec<Range<u64>>,
}

impl Place {
    fn read(&self) -> io::Result<Vec<u8>> {
        let mut file = File::open(&self.path)?;
        let mut bytes = Vec::new();
        for part in &self.parts {
            file.seek(SeekFrom::Start(part.start))?;
            (&mut file).take(part.end - part.start).read_to_end(&mut bytes)?;
        }
        Ok(bytes)
    }
}

/// A block that was found whole.
#[derive(Debug, Clone)]
struct Find {
    first: Seq,
    last: Seq,
    prev: Digest,
    place: Place,
}

#[derive(Default)]
struct Finds {
    /// By the hash of the last record.
    whole: BTreeMap<Digest, Find>,
    /// Parts of long blocks: by first record and number of parts, then by part.
    parts: BTreeMap<(PathBuf, u64, u32), BTreeMap<u32, Range<u64>>>,
}

impl Finds {
    fn look_through(&mut self, path: &Path) -> Result<(), LogError> {
        let failed = |source| LogError::io(format!("read {}", path.display()), source);
        let mut file = match File::open(path) {
            Ok(file) => file,
            Err(source) if source.kind() == io::ErrorKind::NotFound => return Ok(()),
            Err(source) => return Err(failed(source)),
        };
        let (mut window, mut start) = (Vec::new(), 0_u64);
        loop {
            let read = (&mut file).take(WINDOW as u64).read_to_end(&mut window).map_err(failed)?;
            let ended = read < WINDOW;
            // A frame of a block is no longer than a value, one of the file `head` lies in one window.
            let safe = if ended { window.len() } else { window.len().saturating_sub(disk::VALUE) };
            let mut at = 0;
            while let Some(found) = window.get(at..safe).and_then(find_magic) {
                at += found;
                at += match Frame::read(window.get(at..).unwrap_or_default()) {
                    Ok((frame, length)) => {
                        let from = start + (at + length - frame.bytes.len()) as u64;
                        self.note(&frame, path, from..from + frame.bytes.len() as u64);
                        length
                    }
                    Err(_) => 1,
                };
            }
            if ended {
                return Ok(());
            }
            let rest = at.max(safe);
            window.drain(..rest.min(window.len()));
            start += rest as u64;
        }
    }

    fn note(&mut self, frame: &Frame<'_>, path: &Path, range: Range<u64>) {
        if frame.kind != Kind::Block {
            return;
        }
        if frame.parts == 1 {
            self.note_block(frame.bytes, Place { path: path.to_owned(), parts: vec![range] });
        } else {
            let parts = self.parts.entry((path.to_owned(), frame.first, frame.parts)).or_default();
            parts.insert(frame.part, range);
        }
    }

    fn note_block(&mut self, bytes: &[u8], place: Place) {
        let Ok(records) = wire::decode(bytes) else { return };
        if let (Some(first), Some(last)) = (records.first(), records.last()) {
            self.whole.insert(last.hash, Find { first: first.seq, last: last.seq, prev: first.prev, place });
        }
    }

    /// Joins the parts of long blocks that are all there.
    fn join_parts(&mut self) {
        for ((path, _, n_parts), parts) in std::mem::take(&mut self.parts) {
            if parts.len() as u64 == u64::from(n_parts) {
                let place = Place { path, parts: parts.into_values().collect() };
                if let Ok(bytes) = place.read() {
                    self.note_block(&bytes, place);
                }
            }
        }
    }

    /// Chooses blocks from the end back, by the links between them; where a link leads nowhere, the last
    /// block before.
    fn choose(mut self, end: Option<Digest>) -> Vec<Find> {
        let mut by_last: BTreeMap<(Seq, Digest), ()> =
            self.whole.iter().map(|(hash, find)| ((find.last, *hash), ())).collect();
        let mut need = end;
        let mut below = None::<Seq>;
        let mut chosen = Vec::new();
        loop {
            let linked = need.and_then(|need| self.whole.remove(&need));
            let find = match linked {
                Some(find) => find,
                None => {
                    let next = by_last.range(..(below.unwrap_or(Seq(u64::MAX)), Digest::default())).next_back();
                    let Some((last, hash)) = next.map(|(key, ())| *key) else { break };
                    by_last.remove(&(last, hash));
                    match self.whole.remove(&hash) {
                        Some(find) => find,
                        None => continue,
                    }
                }
            };
            need = Some(find.prev);
            below = Some(find.first);
            chosen.push(find);
        }
        chosen.reverse();
        chosen
    }
}

fn find_magic(bytes: &[u8]) -> Option<usize> {
    bytes.windows(MAGIC.len()).position(|window| window == MAGIC)
}

/// Puts records into the new store, in order, and keeps account.
struct Output<'a> {
    into: &'a mut DiskLog,
    mirror: Lines,
    batch: Vec<Record>,
    /// The position, in the damaged store, that comes next.
    due: Seq,
    recovery: Recovery,
}

impl Output<'_> {
    fn put(&mut self, record: Record) -> Result<(), LogError> {
        if record.seq < self.due {
            return Ok(());
        }
        self.fill(record.seq)?;
        self.push(record)
    }

    /// Takes what comes before `until` from the mirror, and counts the rest as gone.
    fn fill(&mut self, until: Seq) -> Result<(), LogError> {
        while self.due < until {
            match self.mirror.get(self.due) {
                Some(record) if record.seq < until => self.push_from_mirror(record)?,
                later => {
                    self.mirror.next = later;
                    self.lose(until);
                }
            }
        }
        Ok(())
    }

    fn lose(&mut self, until: Seq) {
        self.recovery.gone.push(self.due..until);
        self.due = until;
    }

    fn push(&mut self, record: Record) -> Result<(), LogError> {
        if !self.recovery.gone.is_empty() && self.recovery.moved_from.is_none() {
            self.recovery.moved_from = Some(record.seq);
        }
        self.due = record.seq.next();
        self.batch.push(record);
        if self.batch.len() == BATCH { self.flush() } else { Ok(()) }
    }

    fn flush(&mut self) -> Result<(), LogError> {
        let mut head = self.into.head();
        let mut records = Vec::with_capacity(self.batch.len());
        for record in self.batch.drain(..) {
            if chain::check_link(&head, &record).is_ok() {
                head = Head::after(&record);
                records.push(record);
            } else {
                for sealed in chain::seal(&head, record.recorded_at, vec![record.body]) {
                    head = Head::after(&sealed);
                    records.push(sealed);
                }
            }
        }
        self.into.adopt(&records)
    }

    fn finish(mut self, end: Option<Head>) -> Result<Recovery, LogError> {
        match end {
            Some(end) => self.fill(end.next())?,
            None => {
                while let Some(record) = self.mirror.get(self.due) {
                    self.push_from_mirror(record)?;
                }
            }
        }
        self.flush()?;
        self.recovery.kept = self.into.head().count;
        Ok(self.recovery)
    }

    fn push_from_mirror(&mut self, record: Record) -> Result<(), LogError> {
        self.recovery.from_mirror += 1;
        if record.seq > self.due {
            self.lose(record.seq);
        }
        self.push(record)
    }
}

/// The lines of a mirror, read once, in order.
struct Lines {
    input: Option<BufReader<File>>,
    next: Option<Record>,
}

impl Lines {
    fn open(path: &Path) -> Result<Self, LogError> {
        let input = match File::open(path) {
            Ok(file) => Some(BufReader::new(file)),
            Err(source) if source.kind() == io::ErrorKind::NotFound => None,
            Err(source) => return Err(LogError::io(format!("read {}", path.display()), source)),
        };
        Ok(Self { input, next: None })
    }

    /// Returns the first record at `from` or later; lines that are no records, or not the ones that were hashed,
    /// are passed over.
    fn get(&mut self, from: Seq) -> Option<Record> {
        loop {
            if let Some(record) = self.next.take_if(|record| record.seq >= from) {
                return Some(record);
            }
            let mut line = Vec::new();
            let read = self.input.as_mut()?.read_until(b'\n', &mut line).ok()?;
            if read == 0 {
                return None;
            }
            let text = std::str::from_utf8(&line).ok().map(|line| line.trim_end_matches('\n'));
            self.next = text.and_then(mirror::read_line);
        }
    }
}
