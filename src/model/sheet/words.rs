//! Texts with a number each, looked at once: whether they are ids, codes or sectors.
//!
//! Invariant: a number is that of one text; a [`Slug`] is the number of a slug, a [`Dotted`] that of an actor id.

use crate::model::category::{Cameo, Sector};
use crate::model::id::{ActorId, EventType, TextId as _};
use crate::model::quick::{Quick, Table};
use std::hash::Hasher as _;

/// Stands for no text.
const NONE: u32 = u32::MAX;

/// The number of a text.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct Word(u32);

/// The number of the name of an event type or a topic.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct Slug(u32);

/// The number of an actor id.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct Dotted(u32);

/// One text and what it can stand for.
#[derive(Clone, Debug)]
struct Known {
    start: u32,
    end: u32,
    slug: bool,
    dotted: bool,
    cameo: Option<Cameo>,
    sector: Option<Sector>,
    /// The text before with the same hash, or [`NONE`].
    alike: u32,
}

/// Texts with a number each.
#[derive(Clone, Debug, Default)]
pub(super) struct Words {
    all: String,
    known: Vec<Known>,
    /// The last text of each hash.
    by_hash: Table<u64, u32>,
}

impl Word {
    /// Returns the number.
    #[must_use]
    pub fn number(self) -> usize {
        self.0 as usize
    }
}

impl Slug {
    /// Returns the number of the text.
    #[must_use]
    pub fn word(self) -> Word {
        Word(self.0)
    }
}

impl Dotted {
    /// Returns the number of the text.
    #[must_use]
    pub fn word(self) -> Word {
        Word(self.0)
    }
}

impl Words {
    /// The number of a text; `None` where the bytes are none.
    pub(super) fn number(&mut self, bytes: &[u8]) -> Option<Word> {
        let mut hash = Quick::default();
        hash.write(bytes);
        let hash = hash.finish();
        let last = self.by_hash.get(&hash).copied().unwrap_or(NONE);
        let mut number = last;
        while let Some(known) = self.known.get(number as usize) {
            // Bytes that are those of a text are that text.
            if self.all.as_bytes().get(known.start as usize..known.end as usize).is_some_and(|text| same(text, bytes)) {
                return Some(Word(number));
            }
            number = known.alike;
        }
        let text = std::str::from_utf8(bytes).ok()?;
        let number = u32::try_from(self.known.len()).ok()?;
        let start = u32::try_from(self.all.len()).ok()?;
        let end = u32::try_from(self.all.len() + text.len()).ok()?;
        self.known.push(Known {
            start,
            end,
            slug: EventType::is_valid(text),
            dotted: ActorId::is_valid(text),
            cameo: text.parse().ok(),
            sector: text.parse().ok(),
            alike: last,
        });
        self.all.push_str(text);
        self.by_hash.insert(hash, number);
        Some(Word(number))
    }

    pub(super) fn text(&self, word: Word) -> &str {
        self.known(word).and_then(|known| self.all.get(known.start as usize..known.end as usize)).unwrap_or_default()
    }

    pub(super) fn slug(&self, word: Word) -> Option<Slug> {
        self.known(word)?.slug.then_some(Slug(word.0))
    }

    pub(super) fn dotted(&self, word: Word) -> Option<Dotted> {
        self.known(word)?.dotted.then_some(Dotted(word.0))
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
        self.known.get(word.0 as usize)
    }
}

/// Tells whether texts are the same; they are short, so that eight bytes at a time are quicker than a call.
fn same(one: &[u8], other: &[u8]) -> bool {
    let ((words, rest), (other_words, other_rest)) = (one.as_chunks::<8>(), other.as_chunks::<8>());
    one.len() == other.len()
        && words.iter().zip(other_words).all(|(one, other)| u64::from_le_bytes(*one) == u64::from_le_bytes(*other))
        && rest.iter().zip(other_rest).all(|(one, other)| one == other)
}
