//! The weights file: tables that are indexed where they lie and never parsed.
//!
//! Layout, all numbers little-endian: the magic word, then for each section its length in bytes as `u32`, then the
//! sections one after another, each from a multiple of [`ALIGNMENT`] on. The change of a layout changes the magic word.
//!
//! Invariant: reading allocates nothing and never fails on a file that passed `Weights::open`.

mod table;

pub(crate) use table::{Fans, Rows, pack_fans, pack_rows};

use super::tag::{Label, Tag};

const MAGIC: &[u8; 8] = b"detente3";
const SECTIONS: usize = 5;
/// What the places of sections are multiples of: the bytes that near memory takes in at once.
const ALIGNMENT: usize = 64;
const ALL_LABELS: u64 = (1 << Label::ALL.len()) - 1;

/// The bundled tables, borrowed from the file.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Weights<'a> {
    /// Words that were seen often, each with the set of tags it was seen with.
    pub(crate) lexicon: Lexicon<'a>,
    /// Tag weights by feature and tag.
    pub(crate) tags: Fans<'a>,
    /// Label weights by feature and label.
    pub(crate) labels: Fans<'a>,
    /// The labels possible for a pair of tags and a direction.
    pub(crate) pairs: Masks<'a>,
    /// Transition weights by feature.
    pub(crate) steps: Rows<'a>,
}

impl<'a> Weights<'a> {
    /// Opens a weights file, or says that it is none.
    pub(crate) fn open(bytes: &'a [u8]) -> Option<Self> {
        let head = bytes.get(..MAGIC.len())?;
        if head != MAGIC {
            return None;
        }
        let mut end = MAGIC.len() + 4 * SECTIONS;
        let mut sections = [&bytes[..0]; SECTIONS];
        for (n, section) in sections.iter_mut().enumerate() {
            let start = end.next_multiple_of(ALIGNMENT);
            end = start.checked_add(u32_at(bytes, MAGIC.len() + 4 * n)? as usize)?;
            *section = bytes.get(start..end)?;
        }
        let [lexicon, tags, labels, pairs, steps] = sections;
        Some(Self {
            lexicon: Lexicon { bytes: lexicon },
            tags: Fans::over(tags),
            labels: Fans::over(labels),
            pairs: Masks { bytes: pairs },
            steps: Rows::over(steps),
        })
    }
}

impl Weights<'_> {
    /// Returns the place of a pair of tags in the table of possible labels.
    pub(crate) fn pair(head: u8, dependent: u8, left: bool) -> usize {
        (usize::from(head) * Tag::ALL.len() + usize::from(dependent)) * 2 + usize::from(left)
    }
}

/// Tells whether bytes have the magic word and the length that their head gives; can be asked while compiling.
pub(crate) const fn is_sound(bytes: &[u8]) -> bool {
    let mut length = MAGIC.len() + 4 * SECTIONS;
    if bytes.len() < length {
        return false;
    }
    let mut at = 0;
    while at < MAGIC.len() {
        if bytes[at] != MAGIC[at] {
            return false;
        }
        at += 1;
    }
    let mut section = 0;
    while section < SECTIONS {
        let at = MAGIC.len() + 4 * section;
        length = length.next_multiple_of(ALIGNMENT)
            + u32::from_le_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]]) as usize;
        section += 1;
    }
    bytes.len() == length
}

/// Writes a weights file from its sections in order.
pub(crate) fn assemble(sections: [&[u8]; SECTIONS]) -> Vec<u8> {
    let mut bytes = MAGIC.to_vec();
    for section in sections {
        bytes.extend((section.len() as u32).to_le_bytes());
    }
    for section in sections {
        bytes.resize(bytes.len().next_multiple_of(ALIGNMENT), 0);
        bytes.extend(section);
    }
    bytes
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    let four = bytes.get(at..at + 4)?;
    Some(u32::from_le_bytes([four[0], four[1], four[2], four[3]]))
}

/// A set of labels for each pair of tags and each direction.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Masks<'a> {
    bytes: &'a [u8],
}

impl<'a> Masks<'a> {
    pub(crate) fn over(bytes: &'a [u8]) -> Self {
        Self { bytes }
    }

    /// Returns the labels seen for a pair, all where it was never seen.
    #[inline(always)]
    pub(crate) fn get(&self, pair: usize) -> u64 {
        let mask = u64_at(self.bytes, pair * 8).unwrap_or(0);
        if mask == 0 { ALL_LABELS } else { mask }
    }
}

fn u64_at(bytes: &[u8], at: usize) -> Option<u64> {
    let lower = u32_at(bytes, at)?;
    let upper = u32_at(bytes, at + 4)?;
    Some(u64::from(lower) | u64::from(upper) << 32)
}

/// Words with the tags they were seen with: sorted entries of a hash and a set.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Lexicon<'a> {
    bytes: &'a [u8],
}

impl<'a> Lexicon<'a> {
    const ENTRY: usize = 12;

    pub(crate) fn over(bytes: &'a [u8]) -> Self {
        Self { bytes }
    }

    /// Returns the set of tags of words that are not in the lexicon; it stands before the entries.
    pub(crate) fn open(&self) -> u64 {
        u64_at(self.bytes, 0).unwrap_or(0)
    }

    /// Returns the set of tags of a word, empty where it was not seen often enough.
    pub(crate) fn get(&self, word: u32) -> u64 {
        let entries = self.bytes.get(8..).unwrap_or(&[]);
        let (mut low, mut high) = (0, entries.len() / Self::ENTRY);
        while low < high {
            let middle = low.midpoint(high);
            match u32_at(entries, middle * Self::ENTRY).unwrap_or(0).cmp(&word) {
                std::cmp::Ordering::Less => low = middle + 1,
                std::cmp::Ordering::Greater => high = middle,
                std::cmp::Ordering::Equal => return u64_at(entries, middle * Self::ENTRY + 4).unwrap_or(0),
            }
        }
        0
    }
}
