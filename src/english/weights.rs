//! The weights file: tables that are indexed where they lie and never parsed.
//!
//! Layout, all numbers little-endian: the magic word, then for each section its length in bytes as `u32`, then the
//! sections one after another. A table is an array of buckets; an entry is found by its bucket (the upper half of the
//! hash) and a fingerprint of eight bits (the lowest, never 0), so a feature that was pruned is mostly absent and rarely
//! mistaken for another. The change of a layout changes the magic word.
//!
//! Invariant: reading allocates nothing and never fails on a file that passed `Weights::open`.

use super::tag::{Label, Tag};

const MAGIC: &[u8; 8] = b"detente2";
const SECTIONS: usize = 5;
/// The bytes of a bucket of rows: four rows of a fingerprint and three weights.
const BUCKET: usize = 16;
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
        let mut start = MAGIC.len() + 4 * SECTIONS;
        let mut sections = [&bytes[..0]; SECTIONS];
        for (n, section) in sections.iter_mut().enumerate() {
            let length = u32_at(bytes, MAGIC.len() + 4 * n)? as usize;
            *section = bytes.get(start..start.checked_add(length)?)?;
            start += length;
        }
        let [lexicon, tags, labels, pairs, steps] = sections;
        Some(Self {
            lexicon: Lexicon { bytes: lexicon },
            tags: Fans { bytes: tags },
            labels: Fans { bytes: labels },
            pairs: Masks { bytes: pairs },
            steps: Rows { bytes: steps },
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
        length += u32::from_le_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]]) as usize;
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
        bytes.extend(section);
    }
    bytes
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    let four = bytes.get(at..at + 4)?;
    Some(u32::from_le_bytes([four[0], four[1], four[2], four[3]]))
}

/// Returns the bucket of a hash among `n_buckets`.
#[inline(always)]
fn bucket(hash: u64, n_buckets: usize) -> usize {
    (((hash >> 32) * n_buckets as u64) >> 32) as usize
}

/// Returns the fingerprint of a hash, 1 to 255.
#[inline(always)]
fn fingerprint(hash: u64) -> u8 {
    (hash as u8).max(1)
}

/// The bytes of a bucket of fans: three arrays of `SPOKES` fingerprints, classes and weights, and a byte left over.
const FAN: usize = 64;
const SPOKES: usize = 21;

/// A table from a feature to the few classes that it speaks for or against; all of them stand in one bucket.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Fans<'a> {
    bytes: &'a [u8],
}

impl<'a> Fans<'a> {
    pub(crate) fn over(bytes: &'a [u8]) -> Self {
        Self { bytes }
    }

    /// Adds the weights of a feature to the sums of its classes.
    #[inline(always)]
    pub(crate) fn add(&self, feature: u64, sums: &mut [i32; 64]) {
        let at = bucket(feature, self.bytes.len() / FAN) * FAN;
        let Some(bucket) = self.bytes.get(at..at + FAN) else { return };
        let wanted = u64::from(fingerprint(feature)).wrapping_mul(0x0101_0101_0101_0101);
        for (word, eight) in bucket[..24].chunks_exact(8).enumerate() {
            let Ok(eight) = <[u8; 8]>::try_from(eight) else { return };
            // The high bit of every byte that equals the fingerprint.
            let differs = u64::from_le_bytes(eight) ^ wanted;
            let low = !(((differs & 0x7f7f_7f7f_7f7f_7f7f) + 0x7f7f_7f7f_7f7f_7f7f) | differs | 0x7f7f_7f7f_7f7f_7f7f);
            let mut equal = if word == 2 { low & 0x0000_00ff_ffff_ffff } else { low };
            while equal != 0 {
                let spoke = word * 8 + (equal.trailing_zeros() / 8) as usize;
                equal &= equal - 1;
                sums[usize::from(bucket[SPOKES + spoke] & 63)] += i32::from(bucket[2 * SPOKES + spoke] as i8);
            }
        }
    }
}

/// Packs weights, given as feature, class and weight in order of importance, into fans of `size` bytes.
pub(crate) fn pack_fans(entries: &[(u64, u8, i8)], size: usize) -> Vec<u8> {
    let n_buckets = size / FAN;
    let mut bytes = vec![0_u8; n_buckets * FAN];
    for &(feature, class, weight) in entries {
        let at = bucket(feature, n_buckets) * FAN;
        let bucket = &mut bytes[at..at + FAN];
        if let Some(spoke) = bucket[..SPOKES].iter().position(|&taken| taken == 0) {
            bucket[spoke] = fingerprint(feature);
            bucket[SPOKES + spoke] = class;
            bucket[2 * SPOKES + spoke] = weight as u8;
        }
    }
    bytes
}

/// A table from a feature to its weights for the three transitions.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Rows<'a> {
    bytes: &'a [u8],
}

impl Rows<'_> {
    /// Adds the weights of a feature to the sums.
    #[inline(always)]
    pub(crate) fn add(&self, hash: u64, sums: &mut [i32; 3]) {
        let at = bucket(hash, self.bytes.len() / BUCKET) * BUCKET;
        let wanted = u32::from(fingerprint(hash));
        let mut found = 0_u32;
        if let Some(bucket) = self.bytes.get(at..at + BUCKET) {
            for row in bucket.chunks_exact(4) {
                let row = u32::from_le_bytes([row[0], row[1], row[2], row[3]]);
                found |= row & u32::from(row & 0xff == wanted).wrapping_neg();
            }
        }
        let [_, shift, left, right] = found.to_le_bytes();
        sums[0] += i32::from(shift as i8);
        sums[1] += i32::from(left as i8);
        sums[2] += i32::from(right as i8);
    }
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

/// Packs rows of weights, given in order of importance, into a table of `size` bytes; where a bucket is full the later entry
/// is dropped.
pub(crate) fn pack_rows(entries: &[(u64, [i8; 3])], size: usize) -> Vec<u8> {
    let n_buckets = size / BUCKET;
    let mut bytes = vec![0_u8; n_buckets * BUCKET];
    for (hash, weights) in entries {
        let at = bucket(*hash, n_buckets) * BUCKET;
        let wanted = fingerprint(*hash);
        for row in bytes[at..at + BUCKET].chunks_exact_mut(4) {
            if row[0] == wanted {
                break;
            }
            if row[0] == 0 {
                let [shift, left, right] = weights.map(|weight| weight as u8);
                row.copy_from_slice(&[wanted, shift, left, right]);
                break;
            }
        }
    }
    bytes
}
