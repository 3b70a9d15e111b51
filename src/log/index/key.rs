//! What a record is found by.
//!
//! A key is a letter and eight bytes: the first half of an id, or a hash of a name. Two things may share a
//! key, so what is found is looked at again: an index may name too many records, never too few.

use crate::model::article::Article;
use crate::model::event::{Event, Participant};
use crate::model::id::{ActorId, ArticleId, EventId};
use crate::model::record::{Body, Record};

/// The bytes of a key.
pub(super) const LENGTH: usize = 9;

/// What records are looked up by.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Key(pub(super) [u8; LENGTH]);

impl Key {
    /// Comes before every other.
    pub(super) const LEAST: Self = Self([0; LENGTH]);
    /// Finds mergers of actors and their ends.
    pub const MERGERS: Self = Self([b'm', 0, 0, 0, 0, 0, 0, 0, 0]);
    /// Finds declarations of actors.
    pub const DECLARED: Self = Self([b'd', 0, 0, 0, 0, 0, 0, 0, 0]);
    /// Finds receptions of articles.
    pub const RECEIVED: Self = Self([b'r', 0, 0, 0, 0, 0, 0, 0, 0]);

    /// Finds what brings, retracts or replaces an event.
    #[must_use]
    pub fn event(id: EventId) -> Self {
        Self::half(b'e', id.bytes())
    }

    /// Finds the reception of an article, its events, and later readings.
    #[must_use]
    pub fn article(id: ArticleId) -> Self {
        Self::half(b'a', id.bytes())
    }

    /// Finds what makes the events of an article count no more: its revision, and later readings.
    #[must_use]
    pub fn end_of(id: ArticleId) -> Self {
        Self::half(b'x', id.bytes())
    }

    /// Finds the events of a party.
    #[must_use]
    pub fn party(id: &ActorId) -> Self {
        Self::hashed(b'p', id.as_str().as_bytes())
    }

    /// Finds the records that first describe an actor in some way.
    #[must_use]
    pub fn told(id: &ActorId) -> Self {
        Self::hashed(b't', id.as_str().as_bytes())
    }

    /// Finds the record that first describes an actor in this way.
    pub(super) fn described(description: u64) -> Self {
        let [a, b, c, d, e, f, g, h] = description.to_be_bytes();
        Self([b'v', a, b, c, d, e, f, g, h])
    }

    /// Finds the articles that a source calls so.
    #[must_use]
    pub fn name(name: &str) -> Self {
        Self::hashed(b'n', name.as_bytes())
    }

    fn half(letter: u8, id: [u8; 16]) -> Self {
        let [a, b, c, d, e, f, g, h, ..] = id;
        Self([letter, a, b, c, d, e, f, g, h])
    }

    fn hashed(letter: u8, bytes: &[u8]) -> Self {
        let [a, b, c, d, e, f, g, h] = hash(&[bytes]).to_be_bytes();
        Self([letter, a, b, c, d, e, f, g, h])
    }
}

/// The Fowler-Noll-Vo hash (1a) over the parts, with their ends, stirred once more at the end.
pub(super) fn hash(parts: &[&[u8]]) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for part in parts {
        for byte in part.iter().chain(&[0xff]) {
            hash = (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    hash = (hash ^ (hash >> 32)).wrapping_mul(0xd6e8_feb8_6659_fd93);
    hash ^ (hash >> 32)
}

/// Calls `put` with everything that a record is found by, but for who is described in it.
pub(super) fn each(record: &Record, mut put: impl FnMut(Key)) {
    let put_event = |event: &Event, put: &mut dyn FnMut(Key)| {
        put(Key::event(event.id));
        put(Key::article(event.article));
        for participant in event.actors.iter().chain(&event.recipients) {
            put(Key::party(participant.party()));
        }
    };
    match &record.body {
        Body::ArticleReceived(received) => {
            put(Key::article(received.article.id));
            put(Key::RECEIVED);
            for name in names(&received.article) {
                put(Key::name(&name));
            }
            if let Some(older) = received.revises {
                put(Key::end_of(older));
            }
        }
        Body::EventRecorded(event) => put_event(event, &mut put),
        Body::EventRetracted { event, .. } => put(Key::event(*event)),
        Body::EventAmended { event, replacement, .. } => {
            put(Key::event(*event));
            put_event(replacement, &mut put);
        }
        Body::ArticleRecoded { article, events, .. } => {
            put(Key::article(*article));
            put(Key::end_of(*article));
            for event in events {
                put_event(event, &mut put);
            }
        }
        Body::ActorDeclared(_) => put(Key::DECLARED),
        Body::ActorMerged { .. } | Body::ActorSplit { .. } => put(Key::MERGERS),
    }
}

/// Returns the hash of how an event describes an actor, and the key of the actor.
pub(super) fn description(voice: &Participant) -> (u64, Key) {
    let party = voice.party();
    let sector = voice.sector.as_ref().map(|sector| sector.as_str()).unwrap_or_default();
    let kind = [voice.kind as u8, u8::from(voice.binds)];
    let parts = [voice.id.as_str(), &voice.name, party.as_str(), sector].map(str::as_bytes);
    let [id, name, party, sector] = parts;
    (hash(&[id, name, party, sector, &kind]), Key::told(&voice.id))
}

/// Returns everything that a record must be found by, but for whom it is the first to describe.
#[must_use]
pub fn lasting(record: &Record) -> Vec<Key> {
    let mut keys = Vec::new();
    each(record, |key| keys.push(key));
    keys.sort_unstable();
    keys.dedup();
    keys
}

/// Returns everything that a record is found by; who is described in it, described before or not.
#[must_use]
pub fn all(record: &Record) -> Vec<Key> {
    let mut keys = lasting(record);
    keys.extend(events(record).iter().flat_map(voices).map(|voice| description(voice).1));
    keys
}

/// Returns every event that a record brings.
pub fn events(record: &Record) -> &[Event] {
    match &record.body {
        Body::EventRecorded(event) => std::slice::from_ref(event),
        Body::EventAmended { replacement, .. } => std::slice::from_ref(replacement),
        Body::ArticleRecoded { events, .. } => events,
        _ => &[],
    }
}

/// Returns everybody who takes part in or speaks of an event.
pub fn voices(event: &Event) -> impl Iterator<Item = &Participant> {
    event.actors.iter().chain(&event.recipients).chain(&event.speaker)
}

/// Returns what a source calls an article: its url, and its id with the outlet.
#[must_use]
pub fn names(article: &Article) -> Vec<String> {
    let url = article.url.as_ref().map(|url| format!("url {url}"));
    let source = article.source.as_deref().unwrap_or_default();
    let id = article.given_id.as_ref().map(|id| format!("id {source} {id}"));
    url.into_iter().chain(id).collect()
}
