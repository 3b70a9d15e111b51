//! One type for each identity, so that an article cannot be taken for an event.
//!
//! Ids are made from content: the same article and the same event have the same id in every store.

use sha2::{Digest as _, Sha256};
use std::borrow::Borrow;
use std::fmt;
use std::marker::PhantomData;
use std::str::FromStr;
use std::sync::Arc;
use thiserror::Error;
use uuid::Uuid;

/// The namespace of detente's name-based (version 5) UUIDs.
const NAMESPACE: Uuid = Uuid::from_u128(0x5b0f_3d4e_9c1a_5f62_8d77_6465_7465_6e74);

/// Why a text is not an id.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum IdError {
    /// Not a UUID.
    #[error("{0:?} is not an id: a UUID such as 6ba7b810-9dad-51d1-80b4-00c04fd430c8 was expected")]
    Uuid(String),
    /// Not a dotted actor id.
    #[error(
        "{0:?} is not an actor id: dot-separated parts of letters, digits and hyphens were expected, such as JPN or RUS.MFA"
    )]
    Actor(String),
    /// Not a lower-case name with hyphens.
    #[error(
        "{0:?} is not a name of this kind: lower-case letters, digits and hyphens were expected, such as peace-treaty"
    )]
    Slug(String),
    /// Not 64 hexadecimal digits.
    #[error("{0:?} is not a digest: 64 hexadecimal digits were expected")]
    Digest(String),
}

macro_rules! uuid_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
        pub struct $name(Uuid);

        impl $name {
            /// Makes the id from the canonical parts of what it names.
            #[must_use]
            pub fn of(parts: &[&str]) -> Self {
                Self(Uuid::new_v5(&NAMESPACE, &canonical(parts)))
            }

            /// Returns the sixteen bytes.
            #[must_use]
            pub fn bytes(self) -> [u8; 16] {
                self.0.into_bytes()
            }

            /// Takes the sixteen bytes back.
            #[must_use]
            pub fn from_bytes(bytes: [u8; 16]) -> Self {
                Self(Uuid::from_bytes(bytes))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = IdError;
            fn from_str(text: &str) -> Result<Self, IdError> {
                Uuid::try_parse(text).map(Self).map_err(|_| IdError::Uuid(text.to_owned()))
            }
        }
    };
}

uuid_id! {
    /// Names one article by what it says and where it came from.
    ArticleId
}
uuid_id! {
    /// Names one event by its article and its content.
    EventId
}

/// Joins parts so that no two lists of parts give the same bytes.
fn canonical(parts: &[&str]) -> Vec<u8> {
    let mut bytes = Vec::new();
    for part in parts {
        bytes.extend_from_slice(&(part.len() as u64).to_be_bytes());
        bytes.extend_from_slice(part.as_bytes());
    }
    bytes
}

macro_rules! text_id {
    ($(#[$doc:meta])* $name:ident, $error:path, $valid:expr) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
        pub struct $name(Arc<str>);

        impl $name {
            /// Returns the text of the id.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(&self.0)
            }
        }

        impl FromStr for $name {
            type Err = IdError;
            fn from_str(text: &str) -> Result<Self, IdError> {
                if Self::is_valid(text) { Ok(Self(text.into())) } else { Err($error(text.to_owned())) }
            }
        }

        impl TextId for $name {
            fn is_valid(text: &str) -> bool {
                let valid: fn(&str) -> bool = $valid;
                valid(text)
            }

            fn text(&self) -> &str {
                &self.0
            }

            fn kept(lent: Lent<'_, Self>) -> Self {
                Self(lent.text.into())
            }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }
    };
}

/// An id that is a text.
pub trait TextId: Sized {
    /// Tells whether a text is an id of this kind.
    fn is_valid(text: &str) -> bool;

    /// Returns the text of the id.
    fn text(&self) -> &str;

    /// Keeps an id that was lent.
    fn kept(lent: Lent<'_, Self>) -> Self;
}

/// An id whose text lies elsewhere: in a block of the log that is being read, or in another id.
///
/// Invariant: the text is a valid id.
pub struct Lent<'a, Id> {
    text: &'a str,
    of: PhantomData<Id>,
}

impl<'a, Id: TextId> Lent<'a, Id> {
    /// Takes a text that is an id of this kind; `None` where it is none.
    #[must_use]
    pub fn read(text: &'a str) -> Option<Self> {
        Id::is_valid(text).then_some(Self { text, of: PhantomData })
    }

    /// Takes a text that was found to be an id of this kind before.
    pub(in crate::model) fn valid(text: &'a str) -> Self {
        Self { text, of: PhantomData }
    }

    /// Lends an id.
    #[must_use]
    pub fn of(id: &'a Id) -> Self {
        Self { text: id.text(), of: PhantomData }
    }

    /// Returns the text of the id.
    #[must_use]
    pub fn as_str(self) -> &'a str {
        self.text
    }

    /// Makes an id to keep.
    #[must_use]
    pub fn keep(self) -> Id {
        Id::kept(self)
    }
}

impl<Id> Clone for Lent<'_, Id> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<Id> Copy for Lent<'_, Id> {}

impl<Id> PartialEq for Lent<'_, Id> {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl<Id> Eq for Lent<'_, Id> {}

impl<Id> fmt::Debug for Lent<'_, Id> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.text.fmt(f)
    }
}

text_id! {
    /// Names an actor: `JPN`, `RUS.MFA`, `EU.COMMISSION`, `JPN.fumio-kishida`.
    ///
    /// The first part is the state or organisation; further upper-case parts are institutions and
    /// sectors, a lower-case last part is a person.
    ActorId, IdError::Actor, is_dotted
}
text_id! {
    /// Names an event type of the ontology: `negotiations-suspended`.
    EventType, IdError::Slug, is_slug
}
text_id! {
    /// Names what an event is about: `peace-treaty`.
    Topic, IdError::Slug, is_slug
}
text_id! {
    /// Names a dimension of relations: `negotiations`.
    Dimension, IdError::Slug, is_slug
}
text_id! {
    /// Names a state of a dimension: `suspended`.
    State, IdError::Slug, is_slug
}

fn is_slug(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

fn is_dotted(text: &str) -> bool {
    // Parts must not be empty: no dot at either end, and none after another.
    let mut before = b'.';
    for byte in text.bytes() {
        if byte == b'.' && before == b'.' || !byte.is_ascii_alphanumeric() && byte != b'-' && byte != b'.' {
            // What is no plain id is looked at letter by letter.
            return text
                .split('.')
                .all(|part| !part.is_empty() && part.chars().all(|letter| letter.is_alphanumeric() || letter == '-'));
        }
        before = byte;
    }
    before != b'.'
}

impl ActorId {
    /// Returns the state or organisation that the id is rooted in.
    #[must_use]
    pub fn root(&self) -> Self {
        match self.0.split_once('.') {
            Some((root, _)) => Self(root.into()),
            None => self.clone(),
        }
    }

    /// Returns the id one level up, `None` at the root.
    #[must_use]
    pub fn parent(&self) -> Option<Self> {
        self.0.rsplit_once('.').map(|(parent, _)| Self(parent.into()))
    }

    /// Tells whether this is a state or organisation itself, not a part of one.
    #[must_use]
    pub fn is_root(&self) -> bool {
        !self.0.contains('.')
    }
}

/// A position in the log: 0, 1, 2, ... without gaps.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Hash, Default)]
pub struct Seq(pub u64);

impl Seq {
    /// Returns the next position.
    #[must_use]
    pub fn next(self) -> Self {
        Self(self.0 + 1)
    }
}

impl fmt::Display for Seq {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// A SHA-256 digest, written as 64 hexadecimal digits.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Digest([u8; 32]);

impl Digest {
    /// Digests the parts one after the other, without separators.
    #[must_use]
    pub fn of(parts: &[&[u8]]) -> Self {
        let mut hasher = Sha256::new();
        for part in parts {
            hasher.update(part);
        }
        Self(hasher.finalize().into())
    }

    /// Returns the bytes.
    #[must_use]
    pub fn bytes(self) -> [u8; 32] {
        self.0
    }

    /// Takes the bytes back.
    #[must_use]
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }
}

/// A digest whose last bytes are not known yet.
#[derive(Clone, Debug)]
pub struct Digesting(Sha256);

impl Digesting {
    /// Begins with the first bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::new_with_prefix(bytes))
    }

    /// Ends with the last bytes.
    #[must_use]
    pub fn end(mut self, bytes: &[u8]) -> Digest {
        self.0.update(bytes);
        Digest(self.0.finalize().into())
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digit = |four: u8| if four < 10 { b'0' + four } else { b'a' + four - 10 };
        let mut text = [0; 64];
        for (pair, byte) in text.chunks_exact_mut(2).zip(self.0) {
            pair.copy_from_slice(&[digit(byte >> 4), digit(byte & 15)]);
        }
        f.write_str(std::str::from_utf8(&text).map_err(|_| fmt::Error)?)
    }
}

impl fmt::Debug for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Digest({self})")
    }
}

impl FromStr for Digest {
    type Err = IdError;
    fn from_str(text: &str) -> Result<Self, IdError> {
        let wrong = || IdError::Digest(text.to_owned());
        if text.len() != 64 || !text.is_ascii() {
            return Err(wrong());
        }
        let mut bytes = [0; 32];
        for (index, byte) in bytes.iter_mut().enumerate() {
            let pair = text.get(2 * index..2 * index + 2).ok_or_else(wrong)?;
            *byte = u8::from_str_radix(pair, 16).map_err(|_| wrong())?;
        }
        Ok(Self(bytes))
    }
}

#[cfg(test)]
mod tests {
    use super::{ActorId, ArticleId, Digest, EventId, IdError, Topic};

    #[test]
    fn ids_depend_on_where_parts_end() {
        assert_ne!(EventId::of(&["ab", "c"]), EventId::of(&["a", "bc"]));
        assert_eq!(ArticleId::of(&["a"]).to_string(), ArticleId::of(&["a"]).to_string());
    }

    #[test]
    fn printed_ids_parse_back() -> Result<(), IdError> {
        let event = EventId::of(&["x"]);
        assert_eq!(event.to_string().parse::<EventId>()?, event);
        let digest = Digest::of(&[b"x"]);
        assert_eq!(digest.to_string().parse::<Digest>()?, digest);
        Ok(())
    }

    #[test]
    fn actor_ids_are_dotted() -> Result<(), IdError> {
        let person: ActorId = "JPN.fumio-kishida".parse()?;
        assert_eq!(person.root().as_str(), "JPN");
        for wrong in ["JPN..MFA", "", ".", ".JPN", "JPN.", "JPN MFA", "Côte.", "..é"] {
            assert!(wrong.parse::<ActorId>().is_err(), "{wrong:?}");
        }
        for right in ["JPN", "JPN.MFA", "CIV.Côte-d", "a-b.c"] {
            assert!(right.parse::<ActorId>().is_ok(), "{right:?}");
        }
        assert!("Peace treaty".parse::<Topic>().is_err());
        Ok(())
    }
}
