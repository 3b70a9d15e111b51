//! Blocks of version 1 read in brief: what the graph needs of each record, lent from the bytes.
//!
//! The same bytes as [`super::decode`] reads, field by field, with the numbers as bincode writes them; whatever that
//! refuses is refused here, and nothing else, which `tests/it/log/laws.rs` tries with blocks whole and damaged. Of a
//! block in two parts ([`super::parts`]) the far one is looked at only where it is given.

use super::code::Code;
use super::cursor::Cursor;
use crate::model::category::{ActorKind, Sector};
use crate::model::day::{Day, Instant, Interval};
use crate::model::event::{Confidence, party_of};
use crate::model::id::{ArticleId, EventId, Seq};
use crate::model::sheet::{Dotted, Entry, Said, Sheet, Sides, Slug, Told, VoiceKey, Word};
use std::ops::Range;

/// Where the fields of the far part lie.
pub(super) enum Far<'a> {
    /// Between those of the near part: the block was not parted.
    Between,
    /// By themselves.
    Apart(Cursor<'a>),
    /// Nowhere: who reads does not need them.
    LeftOut,
}

/// Puts the records of a block that lie in a range on a sheet; `None` where the bytes are no block, once those
/// before the fault were put there.
pub(super) fn read(near: &[u8], far: Far<'_>, range: &Range<Seq>, sheet: &mut Sheet) -> Option<()> {
    let (mut cursor, mut far) = (Cursor::of(near), far);
    let (first, count) = (cursor.wide()?, cursor.number()?);
    let mut recorded_at = cursor.wide_signed()?;
    far.read(&mut cursor, Cursor::bytes::<32>)?;
    let words = cursor.several(|cursor| sheet.put_word(cursor.raw()?))?;
    let articles = cursor.several(|cursor| cursor.bytes().map(ArticleId::from_bytes))?;
    let mut reader = Reader { cursor, far, words, articles, day: None, sheet };
    for index in 0..u64::from(count) {
        recorded_at = recorded_at.saturating_add_unsigned(reader.cursor.wide()?);
        reader.far(Cursor::bytes::<32>)?;
        let (seq, recorded_at) = (Seq(first.saturating_add(index)), Instant::from_micros(recorded_at));
        let said = reader.said()?;
        if range.contains(&seq) {
            reader.sheet.put(Entry { seq, recorded_at, said });
        }
    }
    reader.is_at_end().then_some(())
}

/// Returns the position of the first record of a block and how many there are.
pub(super) fn extent(near: &[u8]) -> Option<(Seq, u32)> {
    let mut cursor = Cursor::of(near);
    Some((Seq(cursor.wide()?), cursor.number()?))
}

impl<'a> Far<'a> {
    /// Reads a field of the far part; one of the two options is that it is left out.
    fn read<T>(&mut self, near: &mut Cursor<'a>, read: impl FnOnce(&mut Cursor<'a>) -> Option<T>) -> Option<Option<T>> {
        match self {
            Self::Between => read(near).map(Some),
            Self::Apart(far) => read(far).map(Some),
            Self::LeftOut => Some(None),
        }
    }
}

struct Reader<'a> {
    cursor: Cursor<'a>,
    far: Far<'a>,
    /// The words of the block, by their numbers on the sheet.
    words: Vec<Word>,
    articles: Vec<ArticleId>,
    /// The day of publication of the event before, behind its number.
    day: Option<(i32, Day)>,
    sheet: &'a mut Sheet,
}

impl<'a> Reader<'a> {
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
        let quote = self.far(Cursor::raw)?.unwrap_or_default();
        let quote = self.sheet.put_quote(quote)?;
        for _ in 0..3 {
            self.far_word()?;
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
        self.far(|far| far.option(Cursor::span))?;
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
        let id = ArticleId::from_bytes(self.cursor.bytes()?);
        self.far(|far| {
            far.option(Cursor::text)?;
            far.text()?;
            far.option(Cursor::span)?;
            far.text()?;
            far.span()?;
            Day::from_number(far.signed()?)?;
            far.option(Cursor::text)?;
            far.option(Cursor::text)?;
            far.text()?;
            far.bytes::<32>()
        })?;
        Some(id)
    }

    /// Passes over what read an article.
    fn reading(&mut self) -> Option<()> {
        self.far_word()?;
        self.far(Cursor::bytes::<32>).map(drop)
    }

    /// Passes over texts that say why and who.
    fn reasons<const N: usize>(&mut self) -> Option<()> {
        (0..N).try_for_each(|_| self.far(Cursor::text).map(drop))
    }

    /// Passes over a word that stands in the far part.
    fn far_word(&mut self) -> Option<()> {
        let number = self.far(Cursor::number)?;
        number.is_none_or(|number| self.words.len() > number as usize).then_some(())
    }

    fn far<T>(&mut self, read: impl FnOnce(&mut Cursor<'a>) -> Option<T>) -> Option<Option<T>> {
        self.far.read(&mut self.cursor, read)
    }

    fn is_at_end(&self) -> bool {
        let far_ends = match &self.far {
            Far::Apart(far) => far.rest().is_empty(),
            Far::Between | Far::LeftOut => true,
        };
        far_ends && self.cursor.rest().is_empty()
    }

    fn word(&mut self) -> Option<Word> {
        self.words.get(self.cursor.number()? as usize).copied()
    }

    fn slug(&mut self) -> Option<Slug> {
        self.word()?.slug()
    }

    fn actor(&mut self) -> Option<Dotted> {
        self.word()?.dotted()
    }
}
