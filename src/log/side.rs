//! Files beside the log that can be made again from it: snapshots of what it was folded to.
//!
//! Each says what it was made from (the log's head and the ontology's digest) and by which version of its
//! maker, and has a checksum. One that is missing, damaged or of another version is simply not there:
//! whoever asks makes it again. Nothing here is ever the only copy of anything.

use super::frame::Reader;
use super::{Head, LogError, folder};
use crate::model::day::Instant;
use crate::model::id::Digest;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

const TITLE: &[u8; 13] = b"detente side\n";

/// What a side file was made from.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct Tie {
    /// The version of whoever makes and reads the bytes.
    pub version: u32,
    /// Where the log ended.
    pub log: Head,
    /// The ontology that the log was read with.
    pub ontology: Digest,
}

/// Writes a side file of the store, in place of the one of that name.
///
/// # Errors
/// When the system refuses.
pub fn save(store: &Path, name: &str, tie: &Tie, bytes: &[u8]) -> Result<(), LogError> {
    let at = tie.log.recorded_at.map(Instant::micros);
    let head = [
        &TITLE[..],
        &tie.version.to_be_bytes(),
        &tie.log.count.to_be_bytes(),
        &tie.log.hash.bytes(),
        &[u8::from(at.is_some())],
        &at.unwrap_or_default().to_be_bytes(),
        &tie.ontology.bytes(),
        &(bytes.len() as u64).to_be_bytes(),
        &crc32fast::hash(bytes).to_be_bytes(),
    ]
    .concat();
    folder::create(&store.join(FOLDER))?;
    folder::replace(&place(store, name), &[&head[..], &crc32fast::hash(&head).to_be_bytes(), bytes].concat())
}

/// Reads a side file of the store; `None` where there is none of this version that is whole.
///
/// # Errors
/// When the system refuses.
pub fn load(store: &Path, name: &str, version: u32) -> Result<Option<(Tie, Vec<u8>)>, LogError> {
    let path = place(store, name);
    match fs::read(&path) {
        Ok(mut bytes) => Ok(parse(&bytes, version).map(|(tie, start)| {
            bytes.drain(..start);
            (tie, bytes)
        })),
        Err(source) if source.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(source) => Err(LogError::io(format!("read {}", path.display()), source)),
    }
}

const FOLDER: &str = "side";

fn place(store: &Path, name: &str) -> PathBuf {
    store.join(FOLDER).join(format!("{name}.side"))
}

/// Reads the head; returns it with where the bytes start.
fn parse(bytes: &[u8], version: u32) -> Option<(Tie, usize)> {
    let mut reader = Reader(bytes);
    let title: [u8; 13] = reader.take()?;
    let found = u32::from_be_bytes(reader.take()?);
    if &title != TITLE || found != version {
        return None;
    }
    let count = u64::from_be_bytes(reader.take()?);
    let hash = Digest::from_bytes(reader.take()?);
    let [has_instant] = reader.take()?;
    let micros = i64::from_be_bytes(reader.take()?);
    let ontology = Digest::from_bytes(reader.take()?);
    let length = u64::from_be_bytes(reader.take()?);
    let crc = u32::from_be_bytes(reader.take()?);
    let head = bytes.len() - reader.0.len();
    let head_crc = u32::from_be_bytes(reader.take()?);
    let whole = crc32fast::hash(bytes.get(..head)?) == head_crc
        && reader.0.len() as u64 == length
        && crc32fast::hash(reader.0) == crc;
    let recorded_at = (has_instant == 1).then(|| Instant::from_micros(micros));
    whole.then(|| (Tie { version, log: Head { count, hash, recorded_at }, ontology }, bytes.len() - reader.0.len()))
}
