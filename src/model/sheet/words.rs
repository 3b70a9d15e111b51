//! Texts with a number each, looked at once: whether they are ids, codes or sectors.
//!
//! Invariant: a number is that of one text; a [`Slug`] is the number of a slug, a [`Dotted`] that of an actor id.

use crate::model::category::{Cameo, Sector};
use crate::model::id::{ActorId, EventType, TextId as _};
use crate::model::quick::Quick;
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
    hash: u64,
}

/// Texts with a number each.
#[derive(Clone, Debug, Default)]
pub(super) struct Words {
    all: String,
    known: Vec<Known>,
    /// A power of two of places, half of them free: from the place that its hash gives on, a text is at the first one
    /// that is its own. A general table looks at more before it comes to the text.
    places: Vec<u32>,
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
        for place in probe(hash, self.places.len()) {
            let number = self.places.get(place).copied().unwrap_or(NONE);
            let Some(known) = self.known.get(number as usize) else { break };
            // Bytes that are those of a text are that text.
            let text = || self.all.as_bytes().get(known.start as usize..known.end as usize);
            if known.hash == hash && text().is_some_and(|text| same(text, bytes)) {
                return Some(Word(number));
            }
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
            hash,
        });
        self.all.push_str(text);
        self.put(number, hash);
        Some(Word(number))
    }

    /// Gives the last text a place.
    fn put(&mut self, number: u32, hash: u64) {
        if self.known.len() * 2 > self.places.len() {
            let n_places = (self.known.len() * 4).next_power_of_two();
            self.places.clear();
            self.places.resize(n_places, NONE);
            for (number, known) in (0..).zip(&self.known) {
                occupy(&mut self.places, number, known.hash);
            }
        } else {
            occupy(&mut self.places, number, hash);
        }
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
        self.places.fill(NONE);
    }

    fn known(&self, word: Word) -> Option<&Known> {
        self.known.get(word.0 as usize)
    }
}

/// The places where a text of a hash may stand, in the order in which they are looked at.
fn probe(hash: u64, n_places: usize) -> impl Iterator<Item = usize> + use<> {
    // The upper half: the lower bits of a product say little.
    let (first, mask) = ((hash >> 32) as usize, n_places.wrapping_sub(1));
    (0..n_places).map(move |step| first.wrapping_add(step) & mask)
}

/// Takes the first free place.
fn occupy(places: &mut [u32], number: u32, hash: u64) {
    let free = probe(hash, places.len()).find(|place| places.get(*place) == Some(&NONE));
    if let Some(place) = free.and_then(|place| places.get_mut(place)) {
        *place = number;
    }
}

/// Tells whether texts are the same; they are short, so that a few bytes at a time, some of them twice, are quicker
/// than a call.
fn same(one: &[u8], other: &[u8]) -> bool {
    if one.len() != other.len() {
        return false;
    }
    if let (Some(last), Some(other_last)) = (one.last_chunk::<8>(), other.last_chunk::<8>()) {
        let ((words, _), (other_words, _)) = (one.as_chunks::<8>(), other.as_chunks::<8>());
        return last == other_last && words.iter().zip(other_words).all(|(one, other)| one == other);
    }
    one.iter().zip(other).all(|(one, other)| one == other)
}
