//! Blocks of version 1 read in brief: what the graph needs of each record, lent from the bytes.
//!
//! The same bytes as [`super::decode`] reads, field by field, with the numbers as bincode writes them; whatever that
//! refuses is refused here, and nothing else, which `tests/it/log/laws.rs` tries with blocks whole and damaged.

use super::code::Code;
use crate::model::category::{ActorKind, Sector};
use crate::model::day::{Day, Instant, Interval};
use crate::model::event::{Confidence, party_of};
use crate::model::id::{ArticleId, EventId, Seq};
use crate::model::sheet::{Dotted, Entry, Said, Sheet, Sides, Slug, Told, VoiceKey, Word};
use crate::model::span::Span;
use std::ops::Range;

/// Puts the records of a block that lie in a range on a sheet; `None` where the bytes are no block, once those
/// before the fault were put there.
pub(super) fn read(bytes: &[u8], range: &Range<Seq>, sheet: &mut Sheet) -> Option<()> {
    let mut cursor = Cursor { rest: bytes };
    let (first, count) = (cursor.wide()?, cursor.number()?);
    let mut recorded_at = unfolded(cursor.wide()?);
    cursor.bytes::<32>()?;
    let words = cursor.several(|cursor| sheet.put_word(cursor.raw()?))?;
    let articles = cursor.several(|cursor| cursor.bytes().map(ArticleId::from_bytes))?;
    let mut reader = Reader { cursor, words, articles, day: None, sheet };
    for index in 0..u64::from(count) {
        recorded_at = recorded_at.saturating_add_unsigned(reader.cursor.wide()?);
        reader.cursor.bytes::<32>()?;
        let (seq, recorded_at) = (Seq(first.saturating_add(index)), Instant::from_micros(recorded_at));
        let said = reader.said()?;
        if range.contains(&seq) {
            reader.sheet.put(Entry { seq, recorded_at, said });
        }
    }
    reader.cursor.rest.is_empty().then_some(())
}

/// Returns the position of the first record of a block and how many there are.
pub(super) fn extent(bytes: &[u8]) -> Option<(Seq, u32)> {
    let mut cursor = Cursor { rest: bytes };
    Some((Seq(cursor.wide()?), cursor.number()?))
}

struct Reader<'a> {
    cursor: Cursor<'a>,
    /// The words of the block, by their numbers on the sheet.
    words: Vec<Word>,
    articles: Vec<ArticleId>,
    /// The day of publication of the event before, behind its number.
    day: Option<(i32, Day)>,
    sheet: &'a mut Sheet,
}

impl Reader<'_> {
    fn said(&mut self) -> Option<Said> {
        Some(match self.cursor.number()? {
            0 => {
                let article = self.received()?;
                self.reading()?;
                Said::Received { article, revises: self.cursor.option(Cursor::bytes)?.map(ArticleId::from_bytes) }
            }
            1 => Said::Recorded(self.told()?),
            2 => {
                let event = EventId::from_bytes(self.cursor.bytes()?);
                self.reasons::<2>()?;
                Said::Retracted { event }
            }
            3 => {
                let event = EventId::from_bytes(self.cursor.bytes()?);
                let replacement = Box::new(self.told()?);
                self.reasons::<2>()?;
                Said::Amended { event, replacement }
            }
            4 => {
                let article = ArticleId::from_bytes(self.cursor.bytes()?);
                self.reading()?;
                let n_events = self.cursor.length()?;
                let mut events = Vec::new();
                for _ in 0..n_events {
                    events.push(self.told()?);
                }
                Said::Recoded { article, events }
            }
            5 => {
                let id = self.actor()?;
                let name = self.sheet.put_word(self.cursor.raw()?)?;
                self.cursor.several(Cursor::text)?;
                ActorKind::of(self.cursor.byte()?)?;
                if self.cursor.is_some()? {
                    self.actor()?;
                }
                self.sector()?;
                Said::Declared { id, name }
            }
            6 => {
                let (from, into) = (self.actor()?, self.actor()?);
                self.reasons::<1>()?;
                Said::Merged { from, into }
            }
            7 => {
                let from = self.actor()?;
                self.actor()?;
                self.reasons::<1>()?;
                Said::Split { from }
            }
            _ => return None,
        })
    }

    fn told(&mut self) -> Option<Told> {
        let id = EventId::from_bytes(self.cursor.bytes()?);
        let article = *self.articles.get(self.cursor.number()? as usize)?;
        let kind = self.slug()?;
        let code = self.word()?;
        let cameo = self.sheet.cameo(code)?;
        let start = self.sheet.n_sides();
        self.side()?;
        let middle = self.sheet.n_sides();
        self.side()?;
        let sides = Sides { start, middle, end: self.sheet.n_sides() };
        let speaker = if self.cursor.is_some()? { Some(self.voice()?) } else { None };
        let topic = if self.cursor.is_some()? { Some(self.slug()?) } else { None };
        let number = self.cursor.signed()?;
        let published = self.published(number)?;
        let earliest = self.day_before(published, number)?;
        let latest = self.day_before(published, number)?;
        let precision = Code::of(self.cursor.byte()?)?;
        let until = self.day_before(published, number)?;
        let mode = Code::of(self.cursor.byte()?)?;
        let (aspect, stance) = (self.code()?, self.code()?);
        let field = Code::of(self.cursor.byte()?)?;
        let span = self.cursor.span()?;
        let quote = self.sheet.put_quote(self.cursor.raw()?)?;
        for _ in 0..3 {
            self.word()?;
        }
        let confidence = self.cursor.byte().filter(|hundredths| *hundredths <= 100).map(Confidence::percent)?;
        let occurred = Interval { earliest, latest, precision };
        Some(Told {
            id,
            article,
            kind,
            cameo,
            sides,
            speaker,
            topic,
            occurred,
            until,
            published,
            mode,
            aspect,
            stance,
            field,
            span,
            quote,
            confidence,
        })
    }

    fn side(&mut self) -> Option<()> {
        for _ in 0..self.cursor.length()? {
            let voice = self.voice()?;
            self.sheet.put_side(voice);
        }
        Some(())
    }

    fn voice(&mut self) -> Option<u32> {
        let (id, name) = (self.actor()?, self.word()?);
        let kind_and_binds = self.cursor.byte()?;
        let kind = ActorKind::of(kind_and_binds / 2)?;
        let country = if self.cursor.is_some()? { Some(self.actor()?) } else { None };
        let sector = self.sector()?;
        self.cursor.option(Cursor::span)?;
        let (party, binds) = (party_of(kind, id, country), kind_and_binds % 2 == 1);
        Some(self.sheet.put_voice(VoiceKey { id, name, kind, party, sector, binds }))
    }

    /// Returns the day of a number; mostly it is that of the event before, whose article told both.
    fn published(&mut self, number: i32) -> Option<Day> {
        if self.day.is_none_or(|(last, _)| last != number) {
            self.day = Day::from_number(number).map(|day| (number, day));
        }
        self.day.map(|(_, day)| day)
    }

    /// Returns the day so many days before another of this number; one of the two options is that none stands there.
    fn day_before(&mut self, day: Day, number: i32) -> Option<Option<Day>> {
        if !self.cursor.is_some()? {
            return Some(None);
        }
        match self.cursor.signed()? {
            0 => Some(Some(day)),
            days => Day::from_number(number.checked_sub(days)?).map(Some),
        }
    }

    fn code<T: Code>(&mut self) -> Option<Option<T>> {
        if self.cursor.is_some()? { T::of(self.cursor.byte()?).map(Some) } else { Some(None) }
    }

    fn sector(&mut self) -> Option<Option<Sector>> {
        if !self.cursor.is_some()? {
            return Some(None);
        }
        let letters = self.word()?;
        self.sheet.sector(letters).map(Some)
    }

    /// Passes over an article and returns its id.
    fn received(&mut self) -> Option<ArticleId> {
        let cursor = &mut self.cursor;
        let id = ArticleId::from_bytes(cursor.bytes()?);
        cursor.option(Cursor::text)?;
        cursor.text()?;
        cursor.option(Cursor::span)?;
        cursor.text()?;
        cursor.span()?;
        Day::from_number(cursor.signed()?)?;
        cursor.option(Cursor::text)?;
        cursor.option(Cursor::text)?;
        cursor.text()?;
        cursor.bytes::<32>()?;
        Some(id)
    }

    /// Passes over what read an article.
    fn reading(&mut self) -> Option<()> {
        self.word()?;
        self.cursor.bytes::<32>().map(drop)
    }

    /// Passes over texts that say why and who.
    fn reasons<const N: usize>(&mut self) -> Option<()> {
        (0..N).try_for_each(|_| self.cursor.text().map(drop))
    }

    fn word(&mut self) -> Option<Word> {
        self.words.get(self.cursor.number()? as usize).copied()
    }

    fn slug(&mut self) -> Option<Slug> {
        let word = self.word()?;
        self.sheet.slug(word)
    }

    fn actor(&mut self) -> Option<Dotted> {
        let word = self.word()?;
        self.sheet.dotted(word)
    }
}

/// Goes through bytes as bincode wrote them: numbers below 251 in one byte, others behind a byte that says how many.
struct Cursor<'a> {
    rest: &'a [u8],
}

impl<'a> Cursor<'a> {
    fn byte(&mut self) -> Option<u8> {
        let (byte, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(*byte)
    }

    fn bytes<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (bytes, rest) = self.rest.split_first_chunk()?;
        self.rest = rest;
        Some(*bytes)
    }

    /// Reads a number of 32 bits.
    fn number(&mut self) -> Option<u32> {
        Some(match self.byte()? {
            251 => u32::from(u16::from_le_bytes(self.bytes()?)),
            252 => u32::from_le_bytes(self.bytes()?),
            253.. => return None,
            byte => u32::from(byte),
        })
    }

    /// Reads a number of 64 bits.
    fn wide(&mut self) -> Option<u64> {
        if self.rest.first() != Some(&253) {
            return self.number().map(u64::from);
        }
        self.byte()?;
        self.bytes().map(u64::from_le_bytes)
    }

    /// Reads a signed number of 32 bits: the sign stands last.
    fn signed(&mut self) -> Option<i32> {
        let number = self.number()?;
        Some((number >> 1).cast_signed() ^ -(number & 1).cast_signed())
    }

    fn length(&mut self) -> Option<usize> {
        usize::try_from(self.wide()?).ok()
    }

    fn text(&mut self) -> Option<&'a str> {
        std::str::from_utf8(self.raw()?).ok()
    }

    /// Returns the bytes of a text.
    fn raw(&mut self) -> Option<&'a [u8]> {
        let length = self.length()?;
        let (text, rest) = self.rest.split_at_checked(length)?;
        self.rest = rest;
        Some(text)
    }

    fn span(&mut self) -> Option<Span> {
        let (start, length) = (self.number()?, self.number()?);
        Some(Span::new(start, start.checked_add(length)?))
    }

    fn is_some(&mut self) -> Option<bool> {
        match self.byte()? {
            0 => Some(false),
            1 => Some(true),
            _ => None,
        }
    }

    fn option<T>(&mut self, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<Option<T>> {
        if self.is_some()? { read(self).map(Some) } else { Some(None) }
    }

    fn several<T>(&mut self, mut read: impl FnMut(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let length = self.length()?;
        // What a damaged length promises is not believed.
        let mut several = Vec::with_capacity(length.min(self.rest.len()));
        for _ in 0..length {
            several.push(read(self)?);
        }
        Some(several)
    }
}

/// Takes back how bincode folds a signed number.
fn unfolded(number: u64) -> i64 {
    (number >> 1).cast_signed() ^ -(number & 1).cast_signed()
}
