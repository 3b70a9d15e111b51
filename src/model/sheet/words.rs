//! Texts with a number each, looked at once: whether they are ids, codes or sectors.
//!
//! Invariant: a number is that of one text; a [`Slug`] is the number of a slug, a [`Dotted`] that of an actor id.

use crate::model::category::{Cameo, Sector};
use crate::model::id::{ActorId, EventType, TextId as _};
use crate::model::quick::{Places, Quick, last_of};
use std::hash::Hasher as _;

/// Stands for no text.
const NONE: u32 = u32::MAX;

/// Set in a [`Word`] that is a slug.
const SLUG: u32 = 1 << 31;

/// Set in a [`Word`] that is an actor id.
const DOTTED: u32 = 1 << 30;

/// The number of a text, and what it can stand for: who reads events asks that of each word.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct Word(u32);

/// The number of the name of an event type or a topic.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct Slug(Word);

/// The number of an actor id.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct Dotted(Word);

/// One text and what it can stand for.
#[derive(Clone, Debug)]
struct Known {
    start: u32,
    end: u32,
    /// Its last bytes: short texts of one length that have them in common are the same.
    last: u64,
    word: Word,
    /// The number of the text that came after it the last time, or [`NONE`].
    next: u32,
    cameo: Option<Cameo>,
    sector: Option<Sector>,
}

/// Texts with a number each.
#[derive(Clone, Debug, Default)]
pub(super) struct Words {
    all: String,
    known: Vec<Known>,
    by_hash: Places,
    /// The number of the text that came last.
    before: usize,
}

impl Word {
    /// Returns the number.
    #[must_use]
    pub fn number(self) -> usize {
        (self.0 & !(SLUG | DOTTED)) as usize
    }

    /// Takes the word for the name of an event type or a topic, which it may not be.
    #[must_use]
    pub fn slug(self) -> Option<Slug> {
        (self.0 & SLUG != 0).then_some(Slug(self))
    }

    /// Takes the word for an actor id, which it may not be.
    #[must_use]
    pub fn dotted(self) -> Option<Dotted> {
        (self.0 & DOTTED != 0).then_some(Dotted(self))
    }
}

impl Slug {
    /// Returns the number of the text.
    #[must_use]
    pub fn word(self) -> Word {
        self.0
    }
}

impl Dotted {
    /// Returns the number of the text.
    #[must_use]
    pub fn word(self) -> Word {
        self.0
    }
}

impl Words {
    /// The number of a text; `None` where the bytes are none.
    ///
    /// Mostly it follows the same text as the last time, as a name does the id of who bears it.
    pub(super) fn number(&mut self, bytes: &[u8]) -> Option<Word> {
        let last = last_of(bytes);
        let next = self.known.get(self.before).map_or(NONE, |before| before.next);
        let word = match self.known.get(next as usize) {
            Some(known) if self.is(known, bytes, last) => known.word,
            _ => self.looked_up(bytes, last)?,
        };
        self.before = word.number();
        Some(word)
    }

    /// Finds a text by its hash, or takes it in.
    fn looked_up(&mut self, bytes: &[u8], last: u64) -> Option<Word> {
        let mut hash = Quick::default();
        hash.write(bytes);
        let hash = hash.key();
        let is_it = |number| self.known.get(number as usize).is_some_and(|known| self.is(known, bytes, last));
        let number = match self.by_hash.find(hash, is_it) {
            Some(number) => number,
            None => self.take(bytes, hash)?,
        };
        if let Some(before) = self.known.get_mut(self.before) {
            before.next = number;
        }
        self.known.get(number as usize).map(|known| known.word)
    }

    fn take(&mut self, bytes: &[u8], hash: u32) -> Option<u32> {
        let text = std::str::from_utf8(bytes).ok()?;
        let number = u32::try_from(self.known.len()).ok().filter(|number| number & (SLUG | DOTTED) == 0)?;
        let start = u32::try_from(self.all.len()).ok()?;
        let end = u32::try_from(self.all.len() + text.len()).ok()?;
        let slug = if EventType::is_valid(text) { SLUG } else { 0 };
        let dotted = if ActorId::is_valid(text) { DOTTED } else { 0 };
        self.known.push(Known {
            start,
            end,
            last: last_of(bytes),
            word: Word(number | slug | dotted),
            next: NONE,
            cameo: text.parse().ok(),
            sector: text.parse().ok(),
        });
        self.all.push_str(text);
        self.by_hash.put(hash, number, None);
        Some(number)
    }

    /// Tells whether bytes, which end in `last`, are those of a text, and so that text.
    fn is(&self, known: &Known, bytes: &[u8], last: u64) -> bool {
        known.last == last
            && (known.end - known.start) as usize == bytes.len()
            && (bytes.len() <= size_of_val(&last)
                || self.all.as_bytes().get(known.start as usize..known.end as usize) == Some(bytes))
    }

    pub(super) fn text(&self, word: Word) -> &str {
        self.known(word).and_then(|known| self.all.get(known.start as usize..known.end as usize)).unwrap_or_default()
    }

    pub(super) fn cameo(&self, word: Word) -> Option<Cameo> {
        self.known(word)?.cameo
    }

    pub(super) fn sector(&self, word: Word) -> Option<Sector> {
        self.known(word)?.sector
    }

    pub(super) fn len(&self) -> usize {
        self.known.len()
    }

    pub(super) fn clear(&mut self) {
        self.all.clear();
        self.known.clear();
        self.by_hash.clear();
    }

    fn known(&self, word: Word) -> Option<&Known> {
        self.known.get(word.number())
    }
}

#[cfg(test)]
mod tests {
    use super::Words;
    use crate::model::id::{ActorId, EventType, TextId as _};

    #[test]
    fn a_text_has_one_number_whatever_came_before() {
        let long = "the ministry of foreign affairs of the land";
        let texts: Vec<&str> =
            (0..20).map(|length| &long[..length]).chain(["", "a", "ba", "bb", "abba", "abbb"]).collect();
        let mut words = Words::default();
        let mut number = |text: &str| words.number(text.as_bytes()).map(|word| word.number());
        // After each text comes each other one, so that what came next the last time is mostly wrong.
        for one in &texts {
            for other in &texts {
                let before = [one, other].map(|text| number(text));
                assert_eq!(before, [one, other].map(|text| number(text)), "{one:?}, {other:?}");
                assert_eq!(before[0] == before[1], one == other, "{one:?}, {other:?}");
            }
        }
        assert_eq!(words.len(), 25);
        for text in ["DEU", "DEU.MFA", "talks-held", "Land 7"] {
            let word = words.number(text.as_bytes()).expect("a text");
            assert_eq!(words.text(word), text);
            assert_eq!(word.slug().map(|slug| slug.word()), EventType::is_valid(text).then_some(word), "{text}");
            assert_eq!(word.dotted().map(|id| id.word()), ActorId::is_valid(text).then_some(word), "{text}");
        }
        words.clear();
        assert_eq!(words.number(b"abba").map(|word| word.number()), Some(0));
        assert_eq!(words.number(b"\xff"), None);
    }
}
