//! Two runs of entries become one, in the order of keys.

use super::segment::Entry;
use std::io;
use std::iter::Peekable;

/// Entries of two runs in order; where both have a key, the positions of the older stand first.
pub(super) struct Merged<A: Iterator, B: Iterator> {
    older: Peekable<A>,
    newer: Peekable<B>,
}

impl<A, B> Merged<A, B>
where
    A: Iterator<Item = io::Result<Entry>>,
    B: Iterator<Item = io::Result<Entry>>,
{
    pub(super) fn of(older: A, newer: B) -> Self {
        Self { older: older.peekable(), newer: newer.peekable() }
    }
}

impl<A, B> Iterator for Merged<A, B>
where
    A: Iterator<Item = io::Result<Entry>>,
    B: Iterator<Item = io::Result<Entry>>,
{
    type Item = io::Result<Entry>;

    fn next(&mut self) -> Option<Self::Item> {
        let (older, newer) = match (self.older.peek(), self.newer.peek()) {
            (Some(Ok((older, _))), Some(Ok((newer, _)))) => (older, newer),
            (None, _) | (_, Some(Err(_))) => return self.newer.next(),
            (Some(_), _) => return self.older.next(),
        };
        if older < newer {
            return self.older.next();
        }
        if newer < older {
            return self.newer.next();
        }
        match (self.older.next()?, self.newer.next()?) {
            (Ok((key, mut list)), Ok((_, more))) => {
                list.extend(more);
                Some(Ok((key, list)))
            }
            (Err(error), _) | (_, Err(error)) => Some(Err(error)),
        }
    }
}
