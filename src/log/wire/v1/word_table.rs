//! The words of one block, each once, in the order in which they came up.

#![expect(clippy::disallowed_types, reason = "looked up only; the order that is written is that of the list beside it")]

use super::Word;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// Gives each different word a number.
#[derive(Default)]
pub(super) struct WordTable<'a> {
    numbers: HashMap<&'a str, Word, BuildHasherDefault<Fnv>>,
    words: Vec<&'a str>,
    articles: Vec<[u8; 16]>,
    size: usize,
}

/// A state of the table to go back to.
pub(super) struct Mark {
    words: usize,
    articles: usize,
    size: usize,
}

impl<'a> WordTable<'a> {
    /// Returns the number of the word.
    pub(super) fn word(&mut self, word: &'a str) -> Word {
        let next = Word::try_from(self.words.len()).unwrap_or(Word::MAX);
        let number = *self.numbers.entry(word).or_insert(next);
        if number == next {
            self.words.push(word);
            self.size += word.len() + if word.len() < 251 { 1 } else { 5 };
        }
        number
    }

    /// Returns the number of the article.
    pub(super) fn article(&mut self, id: [u8; 16]) -> u32 {
        let found = self.articles.iter().rposition(|known| *known == id);
        let place = found.unwrap_or_else(|| {
            self.articles.push(id);
            self.size += 16;
            self.articles.len() - 1
        });
        u32::try_from(place).unwrap_or(u32::MAX)
    }

    /// Returns the bytes that the tables take.
    pub(super) fn size(&self) -> usize {
        self.size
    }

    pub(super) fn words(&self) -> Vec<&'a str> {
        self.words.clone()
    }

    pub(super) fn articles(&self) -> Vec<[u8; 16]> {
        self.articles.clone()
    }

    pub(super) fn mark(&self) -> Mark {
        Mark { words: self.words.len(), articles: self.articles.len(), size: self.size }
    }

    /// Forgets what came after the mark.
    pub(super) fn back_to(&mut self, mark: Mark) {
        for word in self.words.drain(mark.words..) {
            self.numbers.remove(word);
        }
        self.articles.truncate(mark.articles);
        self.size = mark.size;
    }
}

/// The Fowler-Noll-Vo hash (1a): short keys, no attacker, no allocation.
struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Fnv {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}
