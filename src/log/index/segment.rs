//! One file of the index: keys in order, each with the positions of its records.
//!
//! ```text
//! pages: key 9 bytes, number of positions, the positions as differences (varints) | …
//! directory: for each page its first key, where it begins, its length and CRC-32
//! foot: heads of the log before and after, where the directory lies, CRC-32s, "detente idx1\n"
//! ```
//!
//! A page is read whole and checked; the directory stays in memory. Written once, never changed. All
//! numbers but varints are big-endian.

use super::key::{Key, LENGTH};
use crate::log::Head;
use crate::log::frame::Reader;
use crate::model::id::Digest;
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

/// A page is closed when it has this many bytes.
const PAGE: usize = 4096;

const MAGIC: &[u8; 13] = b"detente idx1\n";
const FOOT: usize = 2 * 40 + 8 + 4 + 4 + 4 + MAGIC.len();
const PLACE: usize = LENGTH + 8 + 4 + 4;

/// A key with the positions of its records, in order.
pub(super) type Entry = (Key, Vec<u64>);

/// An open file.
#[derive(Debug)]
pub(super) struct Segment {
    pub(super) path: PathBuf,
    pub(super) from: Head,
    pub(super) to: Head,
    file: File,
    places: Vec<Place>,
}

#[derive(Debug, Clone)]
struct Place {
    first: Key,
    at: u64,
    length: u32,
    crc: u32,
}

impl Segment {
    /// Opens a file, `None` where it is not a whole one.
    pub(super) fn open(path: &Path) -> io::Result<Option<Self>> {
        let file = File::open(path)?;
        let length = file.metadata()?.len();
        let Some(foot_at) = length.checked_sub(FOOT as u64) else { return Ok(None) };
        let mut foot = vec![0; FOOT];
        read_at(&file, &mut foot, foot_at)?;
        let Some((from, to, directory_at, directory_crc)) = parse_foot(&foot) else { return Ok(None) };
        let Some(directory_length) = foot_at.checked_sub(directory_at) else { return Ok(None) };
        let Ok(directory_length) = usize::try_from(directory_length) else { return Ok(None) };
        let mut directory = vec![0; directory_length];
        read_at(&file, &mut directory, directory_at)?;
        if crc32fast::hash(&directory) != directory_crc {
            return Ok(None);
        }
        let places = directory.chunks_exact(PLACE).map(parse_place).collect::<Option<Vec<_>>>();
        Ok(places.map(|places| Self { path: path.to_owned(), from, to, file, places }))
    }

    /// Returns the positions of the records of a key.
    pub(super) fn get(&self, key: Key) -> io::Result<Vec<u64>> {
        let after = self.places.partition_point(|place| place.first <= key);
        let Some(place) = after.checked_sub(1).and_then(|place| self.places.get(place)) else { return Ok(Vec::new()) };
        let page = self.page(place)?;
        let mut rest = page.as_slice();
        while let Some((found, list)) = take_entry(&mut rest) {
            if found == key {
                return positions(list).ok_or_else(damaged);
            }
            if found > key {
                break;
            }
        }
        Ok(Vec::new())
    }

    /// Returns every entry from a key on, in order.
    pub(super) fn entries(&self, from: Key) -> Entries<'_> {
        let after = self.places.partition_point(|place| place.first <= from);
        Entries { segment: self, next: after.saturating_sub(1), page: Vec::new(), at: 0, from }
    }

    fn page(&self, place: &Place) -> io::Result<Vec<u8>> {
        let mut page = vec![0; place.length as usize];
        read_at(&self.file, &mut page, place.at)?;
        if crc32fast::hash(&page) == place.crc { Ok(page) } else { Err(damaged()) }
    }
}

/// The entries of a segment, in order.
pub(super) struct Entries<'a> {
    segment: &'a Segment,
    next: usize,
    page: Vec<u8>,
    at: usize,
    from: Key,
}

impl Iterator for Entries<'_> {
    type Item = io::Result<Entry>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let mut rest = self.page.get(self.at..).unwrap_or_default();
            if let Some((key, list)) = take_entry(&mut rest) {
                self.at = self.page.len() - rest.len();
                if key < self.from {
                    continue;
                }
                return Some(positions(list).map(|list| (key, list)).ok_or_else(damaged));
            }
            let place = self.segment.places.get(self.next)?;
            self.next += 1;
            self.at = 0;
            match self.segment.page(place) {
                Ok(page) => self.page = page,
                Err(error) => {
                    self.next = usize::MAX;
                    self.page = Vec::new();
                    return Some(Err(error));
                }
            }
        }
    }
}

/// Writes a file from entries in the order of their keys; it is there under its name only when whole.
pub(super) fn write(
    path: &Path,
    from: &Head,
    to: &Head,
    entries: impl Iterator<Item = io::Result<Entry>>,
) -> io::Result<()> {
    let fresh = path.with_extension("new");
    let mut out = BufWriter::with_capacity(1 << 18, File::create(&fresh)?);
    let (mut places, mut at, mut page, mut first) = (Vec::new(), 0_u64, Vec::with_capacity(2 * PAGE), None);
    let mut close = |page: &mut Vec<u8>, first: &mut Option<Key>, out: &mut BufWriter<File>| -> io::Result<()> {
        let Some(key) = first.take() else { return Ok(()) };
        let length = u32::try_from(page.len()).map_err(|_| damaged())?;
        places.extend_from_slice(&key.0);
        places.extend_from_slice(&at.to_be_bytes());
        places.extend_from_slice(&length.to_be_bytes());
        places.extend_from_slice(&crc32fast::hash(page).to_be_bytes());
        out.write_all(page)?;
        at += page.len() as u64;
        page.clear();
        Ok(())
    };
    for entry in entries {
        let (key, list) = entry?;
        first.get_or_insert(key);
        put_entry(key, &list, &mut page);
        if page.len() >= PAGE {
            close(&mut page, &mut first, &mut out)?;
        }
    }
    close(&mut page, &mut first, &mut out)?;
    out.write_all(&places)?;
    let mut foot = [put_head(from), put_head(to)].concat();
    foot.extend_from_slice(&at.to_be_bytes());
    foot.extend_from_slice(&crc32fast::hash(&places).to_be_bytes());
    foot.extend_from_slice(&[0; 4]);
    foot.extend_from_slice(&crc32fast::hash(&foot).to_be_bytes());
    foot.extend_from_slice(MAGIC);
    out.write_all(&foot)?;
    out.into_inner().map_err(io::IntoInnerError::into_error)?;
    std::fs::rename(&fresh, path)
}

fn put_head(head: &Head) -> Vec<u8> {
    [&head.count.to_be_bytes()[..], &head.hash.bytes()].concat()
}

fn parse_foot(foot: &[u8]) -> Option<(Head, Head, u64, u32)> {
    let mut reader = Reader(foot);
    let mut head = || -> Option<Head> {
        let count = u64::from_be_bytes(reader.take()?);
        Some(Head { count, hash: Digest::from_bytes(reader.take()?), recorded_at: None })
    };
    let (from, to) = (head()?, head()?);
    let directory_at = u64::from_be_bytes(reader.take()?);
    let directory_crc = u32::from_be_bytes(reader.take()?);
    let _spare: [u8; 4] = reader.take()?;
    let checked = foot.len() - reader.0.len();
    let crc = u32::from_be_bytes(reader.take()?);
    let whole = reader.0 == MAGIC && crc == crc32fast::hash(foot.get(..checked)?);
    whole.then_some((from, to, directory_at, directory_crc))
}

fn parse_place(bytes: &[u8]) -> Option<Place> {
    let mut reader = Reader(bytes);
    Some(Place {
        first: Key(reader.take()?),
        at: u64::from_be_bytes(reader.take()?),
        length: u32::from_be_bytes(reader.take()?),
        crc: u32::from_be_bytes(reader.take()?),
    })
}

fn put_entry(key: Key, list: &[u64], page: &mut Vec<u8>) {
    let mut packed = Vec::with_capacity(2 * list.len());
    let mut before = 0;
    for position in list {
        put_varint(position - before, &mut packed);
        before = *position;
    }
    page.extend_from_slice(&key.0);
    put_varint(packed.len() as u64, page);
    page.extend_from_slice(&packed);
}

/// Takes the next entry off the front; its positions are not looked at.
fn take_entry<'a>(rest: &mut &'a [u8]) -> Option<(Key, &'a [u8])> {
    let mut reader = Reader(rest);
    let key = Key(reader.take()?);
    let length = usize::try_from(take_varint(&mut reader.0)?).ok()?;
    let (list, after) = reader.0.split_at_checked(length)?;
    *rest = after;
    Some((key, list))
}

fn positions(mut list: &[u8]) -> Option<Vec<u64>> {
    let mut positions = Vec::with_capacity(list.len());
    let mut position = 0_u64;
    while !list.is_empty() {
        position = position.checked_add(take_varint(&mut list)?)?;
        positions.push(position);
    }
    Some(positions)
}

fn put_varint(mut number: u64, out: &mut Vec<u8>) {
    while number >= 0x80 {
        // The low seven bits, and a mark that more follow.
        out.push(number.to_le_bytes()[0] | 0x80);
        number >>= 7;
    }
    out.push(number.to_le_bytes()[0]);
}

fn take_varint(rest: &mut &[u8]) -> Option<u64> {
    let mut number = 0_u64;
    for shift in (0..64).step_by(7) {
        let (byte, after) = rest.split_first()?;
        *rest = after;
        number |= u64::from(byte & 0x7f) << shift;
        if byte & 0x80 == 0 {
            return Some(number);
        }
    }
    None
}

fn damaged() -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, "a page of the index is not as it was written")
}

#[cfg(unix)]
fn read_at(file: &File, bytes: &mut [u8], at: u64) -> io::Result<()> {
    std::os::unix::fs::FileExt::read_exact_at(file, bytes, at)
}

#[cfg(windows)]
fn read_at(file: &File, mut bytes: &mut [u8], mut at: u64) -> io::Result<()> {
    while !bytes.is_empty() {
        let read = std::os::windows::fs::FileExt::seek_read(file, bytes, at)?;
        if read == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        bytes = bytes.get_mut(read..).unwrap_or_default();
        at += read as u64;
    }
    Ok(())
}
