//! Bytes of version 1 gone through field by field.

use crate::model::span::Span;

/// Goes through bytes as bincode wrote them: numbers below 251 in one byte, others behind a byte that says how many.
///
/// What reads one field is inlined, so that where the next one begins need not be in memory.
#[derive(Clone)]
pub(super) struct Cursor<'a> {
    /// An iterator and no slice: to pass over a byte, one number is changed and not two.
    rest: std::slice::Iter<'a, u8>,
}

impl<'a> Cursor<'a> {
    pub(super) fn of(bytes: &'a [u8]) -> Self {
        Self { rest: bytes.iter() }
    }

    /// Returns the bytes that were not gone through yet.
    pub(super) fn rest(&self) -> &'a [u8] {
        self.rest.as_slice()
    }

    #[inline(always)]
    pub(super) fn byte(&mut self) -> Option<u8> {
        self.rest.next().copied()
    }

    #[inline(always)]
    pub(super) fn bytes<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (bytes, rest) = self.rest().split_first_chunk()?;
        self.rest = rest.iter();
        Some(*bytes)
    }

    /// Reads a number of 32 bits.
    #[inline(always)]
    pub(super) fn number(&mut self) -> Option<u32> {
        match self.byte()? {
            byte @ ..251 => Some(u32::from(byte)),
            251 => self.bytes().map(|bytes| u32::from(u16::from_le_bytes(bytes))),
            252 => self.bytes().map(u32::from_le_bytes),
            253.. => None,
        }
    }

    /// Reads a number of 64 bits.
    #[inline(always)]
    pub(super) fn wide(&mut self) -> Option<u64> {
        match self.byte()? {
            byte @ ..251 => Some(u64::from(byte)),
            251 => self.bytes().map(|bytes| u64::from(u16::from_le_bytes(bytes))),
            252 => self.bytes().map(|bytes| u64::from(u32::from_le_bytes(bytes))),
            253 => self.bytes().map(u64::from_le_bytes),
            254.. => None,
        }
    }

    /// Reads a signed number of 32 bits: the sign stands last.
    #[inline(always)]
    pub(super) fn signed(&mut self) -> Option<i32> {
        let number = self.number()?;
        Some((number >> 1).cast_signed() ^ -(number & 1).cast_signed())
    }

    /// Reads a signed number of 64 bits.
    pub(super) fn wide_signed(&mut self) -> Option<i64> {
        let number = self.wide()?;
        Some((number >> 1).cast_signed() ^ -(number & 1).cast_signed())
    }

    #[inline(always)]
    pub(super) fn length(&mut self) -> Option<usize> {
        usize::try_from(self.wide()?).ok()
    }

    pub(super) fn text(&mut self) -> Option<&'a str> {
        std::str::from_utf8(self.raw()?).ok()
    }

    /// Returns the bytes of a text.
    pub(super) fn raw(&mut self) -> Option<&'a [u8]> {
        let length = self.length()?;
        let (text, rest) = self.rest().split_at_checked(length)?;
        self.rest = rest.iter();
        Some(text)
    }

    #[inline(always)]
    pub(super) fn span(&mut self) -> Option<Span> {
        let (start, length) = (self.number()?, self.number()?);
        Some(Span::new(start, start.checked_add(length)?))
    }

    #[inline(always)]
    pub(super) fn is_some(&mut self) -> Option<bool> {
        match self.byte()? {
            0 => Some(false),
            1 => Some(true),
            _ => None,
        }
    }

    pub(super) fn option<T>(&mut self, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<Option<T>> {
        if self.is_some()? { read(self).map(Some) } else { Some(None) }
    }

    /// Passes over a list.
    pub(super) fn each(&mut self, mut pass: impl FnMut(&mut Self) -> Option<()>) -> Option<()> {
        (0..self.length()?).try_for_each(|_| pass(self))
    }

    pub(super) fn several<T>(&mut self, mut read: impl FnMut(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let length = self.length()?;
        // What a damaged length promises is not believed.
        let mut several = Vec::with_capacity(length.min(self.rest().len()));
        for _ in 0..length {
            several.push(read(self)?);
        }
        Some(several)
    }
}
