//! Which records concern whom: found without reading the log.
//!
//! ```text
//! detente.db/index/
//!   0000000000000000-0000000000100000.idx   the records 0 to 1,048,575
//!   0000000000100000-0000000000112233.idx   those after them
//! ```
//!
//! The index holds nothing that the log does not: it can be deleted at any time, and is made again when it
//! is missing, damaged, of another version, or not of this log. Each file says between which two heads of
//! the log it lies, hashes included, so that files of another log, or of one that was restored otherwise,
//! do not fit. It holds nothing that depends on the ontology.
//!
//! What is appended is kept in memory and written as a file of its own when there is enough of it; files
//! of like size are merged, so that there are few, and each record is written again a few times only.
//!
//! Law, tried in `tests/it/log/index.rs`: what a scan of the log finds, the index finds.

use super::{Head, Log, LogError, folder};
use crate::model::id::Seq;
use crate::model::record::Record;
use key::Key;
use merge::Merged;
use segment::{Entry, Segment};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

pub mod key;
mod merge;
mod segment;

/// The folder of the index in the folder of a store.
pub const FOLDER: &str = "index";

/// Fewer records than this are read again when the store is opened rather than written.
const FEW: u64 = 512;

/// So many records are kept in memory at most.
const MANY: u64 = 1 << 17;

/// A file is merged with the one before where that is less than so many times longer.
const GROWTH: u64 = 4;

/// The index of a log.
#[derive(Debug, Default)]
pub struct Index {
    /// Where files go; absent for a log in memory, and after the files could not be used.
    folder: Option<PathBuf>,
    segments: Vec<Segment>,
    /// What is in no file, and where that begins.
    recent: BTreeMap<Key, Vec<u64>>,
    recent_from: Head,
    to: Head,
    /// Descriptions of actors that are known to be in the index, hashed.
    described: BTreeSet<u64>,
}

impl Index {
    /// Opens the index of a log and brings it up to the head; where the log has no folder it is kept in memory.
    ///
    /// # Errors
    /// When the log cannot be read. Files that cannot be used are made again.
    pub fn open(log: &dyn Log) -> Result<Self, LogError> {
        Self::open_in(log.folder().map(|store| store.join(FOLDER)), log)
    }

    /// Opens the index of a log in a folder of its own.
    ///
    /// # Errors
    /// As [`Index::open`].
    pub fn open_in(folder: Option<PathBuf>, log: &dyn Log) -> Result<Self, LogError> {
        let segments = folder.as_deref().map(chain).unwrap_or_default();
        let to = segments.last().map_or_else(Head::default, |last| last.to);
        let mut index = Self::default();
        (index.folder, index.segments, index.recent_from, index.to) = (folder, segments, to, to);
        if !index.fits(log)? {
            index.forget();
        }
        index.catch_up(log)?;
        Ok(index)
    }

    /// Returns where the index ends.
    #[must_use]
    pub fn head(&self) -> Head {
        self.to
    }

    /// Returns the positions of the records that a key finds, in order; some may not be of what was meant.
    ///
    /// # Errors
    /// When a file is damaged or cannot be read.
    pub fn get(&self, key: Key) -> io::Result<Vec<Seq>> {
        let mut found = Vec::new();
        for segment in &self.segments {
            found.extend(segment.get(key)?.into_iter().map(Seq));
        }
        found.extend(self.recent.get(&key).into_iter().flatten().copied().map(Seq));
        Ok(found)
    }

    /// Returns the positions of the records of the keys from `first` to `last`, of at most `most` keys.
    ///
    /// # Errors
    /// As [`Index::get`].
    pub fn between(&self, first: Key, last: Key, most: usize) -> io::Result<Vec<Seq>> {
        let mut keys: BTreeMap<Key, Vec<u64>> = BTreeMap::new();
        for segment in &self.segments {
            for entry in segment.entries(first).take(most) {
                let (key, list) = entry?;
                if key > last {
                    break;
                }
                keys.entry(key).or_default().extend(list);
            }
        }
        for (key, list) in self.recent.range(first..=last).take(most) {
            keys.entry(*key).or_default().extend(list);
        }
        Ok(keys.into_values().take(most).flatten().map(Seq).collect())
    }

    /// Takes in a record that was appended.
    pub fn add(&mut self, record: &Record) {
        let mut keys = Vec::new();
        self.keys(record, &mut keys);
        for (key, position) in keys {
            self.put(key, position);
        }
        self.to = Head::after(record);
        if self.to.count - self.recent_from.count >= MANY {
            // What cannot be written stays in memory, and is tried again with the next record.
            let _kept = self.write_recent();
        }
    }

    /// Writes what is in memory only, where that is worth a file.
    ///
    /// # Errors
    /// When the system refuses. Nothing is lost by that: it is made again from the log.
    pub fn save(&mut self) -> io::Result<()> {
        if self.to.count - self.recent_from.count >= FEW { self.write_recent() } else { Ok(()) }
    }

    /// Deletes the files, so that the index is made again when the store is next opened.
    pub fn discard(&self) {
        for segment in &self.segments {
            // One that stays is found out again.
            let _gone = fs::remove_file(&segment.path);
        }
    }

    /// Tells whether the files are of this log.
    fn fits(&self, log: &dyn Log) -> Result<bool, LogError> {
        let head = log.head();
        if self.to.count == 0 || self.to.count >= head.count {
            return Ok(self.to.count == 0 || (self.to.count, self.to.hash) == (head.count, head.hash));
        }
        Ok(log.get(self.to.next())?.is_some_and(|next| next.prev == self.to.hash))
    }

    fn forget(&mut self) {
        self.discard();
        self.segments.clear();
        (self.recent_from, self.to) = (Head::default(), Head::default());
    }

    /// Takes in what the log holds beyond the index.
    fn catch_up(&mut self, log: &dyn Log) -> Result<(), LogError> {
        let (start, end) = (self.to.next(), log.head().next());
        let many = end.0.saturating_sub(start.0) >= FEW && self.folder.is_some();
        let mut pairs = Vec::new();
        for record in log.read(start..end) {
            let record = record?;
            if !many {
                self.add(&record);
                continue;
            }
            self.keys(&record, &mut pairs);
            self.to = Head::after(&record);
            if self.to.count - self.recent_from.count >= MANY {
                self.write_pairs(std::mem::take(&mut pairs));
            }
        }
        if !pairs.is_empty() {
            self.write_pairs(pairs);
        }
        Ok(())
    }

    /// Lists what a record is found by, with its position.
    fn keys(&mut self, record: &Record, pairs: &mut Vec<(Key, u64)>) {
        let position = record.seq.0;
        key::each(record, |key| pairs.push((key, position)));
        for voice in key::events(record).iter().flat_map(key::voices) {
            let (described, told) = key::description(voice);
            if self.described.insert(described) {
                // Where the index cannot tell, the description is taken for a new one.
                let seen = Key::described(described);
                if !self.get(seen).is_ok_and(|found| !found.is_empty()) {
                    pairs.extend([(seen, position), (told, position)]);
                }
            }
        }
    }

    fn put(&mut self, key: Key, position: u64) {
        let list = self.recent.entry(key).or_default();
        if list.last() != Some(&position) {
            list.push(position);
        }
    }

    /// Writes what was read in one go; keeps it in memory where that fails.
    fn write_pairs(&mut self, mut pairs: Vec<(Key, u64)>) {
        pairs.sort_unstable();
        pairs.dedup();
        let runs = pairs.chunk_by(|one, other| one.0 == other.0);
        let entry = |run: &[(Key, u64)]| {
            let key = run.first().map_or(Key::RECEIVED, |(key, _)| *key);
            Ok((key, run.iter().map(|(_, position)| *position).collect()))
        };
        if self.recent.is_empty() && self.write_segment(runs.map(entry)).is_ok() {
            return;
        }
        for (key, position) in pairs {
            self.put(key, position);
        }
    }

    fn write_recent(&mut self) -> io::Result<()> {
        if self.folder.is_none() {
            return Ok(());
        }
        let recent = std::mem::take(&mut self.recent);
        let written = self.write_segment(recent.iter().map(|(key, list)| Ok((*key, list.clone()))));
        if written.is_err() {
            self.recent = recent;
        }
        written
    }

    /// Writes entries as the last file, and merges it with those before that are not much longer.
    fn write_segment(&mut self, entries: impl Iterator<Item = io::Result<Entry>>) -> io::Result<()> {
        let Some(store) = self.folder.clone() else { return Err(io::ErrorKind::Unsupported.into()) };
        folder::create(&store).map_err(io::Error::other)?;
        let written = make(&store, &self.recent_from, &self.to, entries)?;
        self.segments.push(written);
        self.recent_from = self.to;
        while let [.., older, newer] = self.segments.as_slice()
            && older.length() < GROWTH * newer.length()
        {
            let entries = Merged::of(older.entries(Key::LEAST), newer.entries(Key::LEAST));
            let merged = make(&store, &older.from, &newer.to, entries)?;
            for merged in self.segments.split_off(self.segments.len() - 2) {
                // A file that stays is passed over for the longer one, and removed when next opened.
                let _gone = fs::remove_file(&merged.path);
            }
            self.segments.push(merged);
        }
        Ok(())
    }
}

impl Segment {
    fn length(&self) -> u64 {
        self.to.count - self.from.count
    }
}

impl Drop for Index {
    fn drop(&mut self) {
        // What could not be written is made again from the log.
        let _kept = self.save();
    }
}

fn make(
    folder: &Path,
    from: &Head,
    to: &Head,
    entries: impl Iterator<Item = io::Result<Entry>>,
) -> io::Result<Segment> {
    let path = folder.join(format!("{:016x}-{:016x}.idx", from.count, to.count));
    segment::write(&path, from, to, entries)?;
    Segment::open(&path)?.ok_or_else(|| io::ErrorKind::InvalidData.into())
}

/// Opens the files that follow one another from the first record on, and removes all others.
fn chain(folder: &Path) -> Vec<Segment> {
    let Ok(listed) = fs::read_dir(folder) else { return Vec::new() };
    let mut paths: Vec<PathBuf> = listed.filter_map(|entry| entry.ok().map(|entry| entry.path())).collect();
    // The longer of two that begin at the same record comes first.
    paths.sort_unstable_by(|one, other| other.cmp(one));
    let mut open: Vec<Segment> = paths.iter().filter_map(|path| Segment::open(path).ok().flatten()).collect();
    let mut segments: Vec<Segment> = Vec::new();
    loop {
        let to = segments.last().map_or_else(Head::default, |last| last.to);
        let next = open.iter().position(|one| (one.from.count, one.from.hash) == (to.count, to.hash));
        let Some(next) = next.map(|next| open.remove(next)).filter(|next| next.to.count > to.count) else { break };
        segments.push(next);
    }
    for path in paths.iter().filter(|path| !segments.iter().any(|segment| segment.path == **path)) {
        // One that stays is passed over again.
        let _gone = fs::remove_file(path);
    }
    segments
}
