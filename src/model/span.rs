//! Byte ranges into one field of an article.
//!
//! Invariant: `start <= end`. Whether the ends fall on character boundaries can only be seen beside
//! the text, so [`Span::slice`] checks it there.

use std::fmt;

/// A half-open byte range `start..end` into the text (or the title) of one article.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Hash, Default)]
pub struct Span {
    start: u32,
    end: u32,
}

impl Span {
    /// Makes a span; ends given the wrong way round make an empty span at the smaller one.
    #[must_use]
    pub fn new(start: u32, end: u32) -> Self {
        if start <= end { Self { start, end } } else { Self { start: end, end } }
    }

    /// Makes a span of `usize` offsets, `None` where they do not fit 32 bits.
    #[must_use]
    pub fn of(range: std::ops::Range<usize>) -> Option<Self> {
        Some(Self::new(u32::try_from(range.start).ok()?, u32::try_from(range.end).ok()?))
    }

    /// Returns the first byte.
    #[must_use]
    pub fn start(self) -> u32 {
        self.start
    }

    /// Returns the byte after the last.
    #[must_use]
    pub fn end(self) -> u32 {
        self.end
    }

    /// Returns the length in bytes.
    #[must_use]
    pub fn len(self) -> u32 {
        self.end - self.start
    }

    /// Tells whether the span holds no byte.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Returns the words of the span, `None` outside the text or within a character.
    #[must_use]
    pub fn slice(self, text: &str) -> Option<&str> {
        text.get(self.start as usize..self.end as usize)
    }

    /// Returns the smallest span that holds both.
    #[must_use]
    pub fn join(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// Tells whether every byte of `other` lies in this span.
    #[must_use]
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Tells whether the two share a byte.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Returns the span moved towards the end by `by` bytes.
    #[must_use]
    pub fn shifted(self, by: u32) -> Self {
        Self { start: self.start.saturating_add(by), end: self.end.saturating_add(by) }
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}

#[cfg(test)]
mod tests {
    use super::Span;

    #[test]
    fn a_span_slices_only_on_character_boundaries() {
        let text = "Türkiye";
        assert_eq!(Span::new(0, 3).slice(text), Some("Tü"));
        assert_eq!(Span::new(0, 2).slice(text), None);
        assert_eq!(Span::new(3, 99).slice(text), None);
    }

    #[test]
    fn spans_join_and_overlap_half_open() {
        let (a, b) = (Span::new(2, 5), Span::new(5, 7));
        assert!(!a.overlaps(b));
        assert_eq!(a.join(b), Span::new(2, 7));
        assert!(a.join(b).contains(b));
        assert_eq!(Span::new(5, 2), Span::new(2, 2));
    }
}
