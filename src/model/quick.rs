//! A hash for keys of the projection's own making: ids, numbers and short texts.
//!
//! The tables are looked up only and never listed, so that the order of what is in them cannot reach an
//! answer. An article could be written so that many keys meet in one place; that costs time and no more.

mod places;

pub(crate) use places::Places;

use std::hash::{BuildHasherDefault, Hash, Hasher};

/// A table that is looked up only.
#[expect(clippy::disallowed_types, reason = "looked up only, never listed")]
pub(crate) type Table<K, V> = std::collections::HashMap<K, V, BuildHasherDefault<Quick>>;

/// The key of a value for [`Places`].
pub(crate) fn key_of(value: &(impl Hash + ?Sized)) -> u32 {
    let mut hash = Quick::default();
    value.hash(&mut hash);
    hash.key()
}

/// Mixes eight bytes at a time (multiply and fold).
#[derive(Clone, Default)]
pub(crate) struct Quick(u64);

const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;

impl Quick {
    fn mix(&mut self, word: u64) {
        let wide = u128::from(self.0 ^ word ^ FACTOR) * u128::from(FACTOR.rotate_left(31) | 1);
        // Both halves of the product.
        self.0 = (wide as u64) ^ ((wide >> 64) as u64);
    }

    /// The upper half: the lower bits of a product say little.
    pub(crate) fn key(&self) -> u32 {
        (self.0 >> 32) as u32
    }
}

impl Hasher for Quick {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        let (words, rest) = bytes.as_chunks::<8>();
        words.iter().for_each(|word| self.mix(u64::from_le_bytes(*word)));
        if !rest.is_empty() {
            self.mix(last_of(bytes) ^ (rest.len() as u64) << 56);
        }
    }

    fn write_u8(&mut self, number: u8) {
        self.mix(number.into());
    }

    fn write_u32(&mut self, number: u32) {
        self.mix(number.into());
    }

    fn write_u64(&mut self, number: u64) {
        self.mix(number);
    }

    fn write_usize(&mut self, number: usize) {
        self.mix(number as u64);
    }
}

/// The last eight bytes, or all where there are fewer, some of them twice: what is read in one go needs no loop.
pub(crate) fn last_of(bytes: &[u8]) -> u64 {
    if let Some(last) = bytes.last_chunk() {
        return u64::from_le_bytes(*last);
    }
    if let (Some(first), Some(last)) = (bytes.first_chunk(), bytes.last_chunk()) {
        return u64::from(u32::from_le_bytes(*first)) << 32 | u64::from(u32::from_le_bytes(*last));
    }
    let at = |at: usize| u64::from(bytes.get(at).copied().unwrap_or_default());
    at(0) << 16 | at(bytes.len() / 2) << 8 | at(bytes.len().saturating_sub(1))
}
