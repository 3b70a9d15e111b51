//! Blocks of version 1 read in brief: what the graph needs of each record, lent from the bytes.
//!
//! The same bytes as [`super::decode`] reads, field by field, with the numbers as bincode writes them; whatever that
//! refuses is refused here, and nothing else, which `tests/it/log/laws.rs` tries with blocks whole and damaged. Of a
//! block in two parts ([`super::parts`]) the far one is looked at only where it is given.
//!
//! This is most of the work of reading a log, and each field waits for the end of the one before; so where the near part
//! is read is handed down from function to function, to stay in a register, and of each kind of [`Far`] there is a
//! reader of its own.

use super::code::Code;
use super::cursor::Cursor;
use crate::model::category::{ActorKind, Sector};
use crate::model::day::{Day, Instant, Interval};
use crate::model::event::{Confidence, party_of};
use crate::model::id::{ArticleId, EventId, Seq};
use crate::model::sheet::{Dotted, Entry, Quote, Said, Sheet, Sides, Slug, Told, VoiceKey, Word};
use std::ops::Range;

/// Where the fields of the far part lie.
pub(super) trait Far<'a> {
    /// Reads a field of the far part; one of the two options is that it is left out.
    fn read<T>(&mut self, near: &mut Cursor<'a>, read: impl FnOnce(&mut Cursor<'a>) -> Option<T>) -> Option<Option<T>>;

    /// Tells whether nothing follows.
    fn is_at_end(&self) -> bool;
}

/// Between those of the near part: the block was not parted.
pub(super) struct Between;

/// By themselves.
pub(super) struct Apart<'a>(pub(super) Cursor<'a>);

/// Nowhere: who reads does not need them.
pub(super) struct LeftOut;

impl<'a> Far<'a> for Between {
    fn read<T>(&mut self, near: &mut Cursor<'a>, read: impl FnOnce(&mut Cursor<'a>) -> Option<T>) -> Option<Option<T>> {
        read(near).map(Some)
    }

    fn is_at_end(&self) -> bool {
        true
    }
}

impl<'a> Far<'a> for Apart<'a> {
    fn read<T>(&mut self, _: &mut Cursor<'a>, read: impl FnOnce(&mut Cursor<'a>) -> Option<T>) -> Option<Option<T>> {
        read(&mut self.0).map(Some)
    }

    fn is_at_end(&self) -> bool {
        self.0.rest().is_empty()
    }
}

impl<'a> Far<'a> for LeftOut {
    fn read<T>(&mut self, _: &mut Cursor<'a>, _: impl FnOnce(&mut Cursor<'a>) -> Option<T>) -> Option<Option<T>> {
        Some(None)
    }

    fn is_at_end(&self) -> bool {
        true
    }
}

/// Puts the records of a block that lie in a range on a sheet; `None` where the bytes are no block, once those
/// before the fault were put there.
pub(super) fn read<'a>(near: &'a [u8], mut far: impl Far<'a>, range: &Range<Seq>, sheet: &mut Sheet) -> Option<()> {
    let mut near = Cursor::of(near);
    let (first, count) = (near.wide()?, near.number()?);
    let mut recorded_at = near.wide_signed()?;
    far.read(&mut near, Cursor::bytes::<32>)?;
    let words = near.several(|near| sheet.put_word(near.raw()?))?;
    let articles = near.several(|near| near.bytes().map(ArticleId::from_bytes))?;
    let mut reader = Reader { far, words, articles, published: KeptDay::default(), before: KeptDay::default(), sheet };
    for index in 0..u64::from(count) {
        recorded_at = recorded_at.saturating_add_unsigned(near.wide()?);
        reader.far.read(&mut near, Cursor::bytes::<32>)?;
        let (seq, recorded_at) = (Seq(first.saturating_add(index)), Instant::from_micros(recorded_at));
        let said = reader.said(&mut near)?;
        if range.contains(&seq) {
            reader.sheet.put(Entry { seq, recorded_at, said });
        }
    }
    (near.rest().is_empty() && reader.far.is_at_end()).then_some(())
}

/// Returns the position of the first record of a block and how many there are.
pub(super) fn extent(near: &[u8]) -> Option<(Seq, u32)> {
    let mut cursor = Cursor::of(near);
    Some((Seq(cursor.wide()?), cursor.number()?))
}

struct Reader<'s, F> {
    far: F,
    /// The words of the block, by their numbers on the sheet.
    words: Vec<Word>,
    articles: Vec<ArticleId>,
    /// The day on which an event was published; mostly it is that of the event before, whose article told both.
    published: KeptDay,
    /// A day of an event; mostly its first one is its last one.
    before: KeptDay,
    sheet: &'s mut Sheet,
}

/// The day that was asked for last, behind its number.
#[derive(Default)]
struct KeptDay(Option<(i32, Day)>);

impl KeptDay {
    fn of(&mut self, number: i32) -> Option<Day> {
        if self.0.is_none_or(|(last, _)| last != number) {
            self.0 = Day::from_number(number).map(|day| (number, day));
        }
        self.0.map(|(_, day)| day)
    }
}

impl<'a, F: Far<'a>> Reader<'_, F> {
    fn said(&mut self, near: &mut Cursor<'a>) -> Option<Said> {
        Some(match near.number()? {
            0 => {
                let article = self.received(near)?;
                self.reading(near)?;
                Said::Received { article, revises: near.option(Cursor::bytes)?.map(ArticleId::from_bytes) }
            }
            1 => Said::Recorded(self.told(near)?),
            2 => {
                let event = EventId::from_bytes(near.bytes()?);
                self.reasons::<2>(near)?;
                Said::Retracted { event }
            }
            3 => {
                let event = EventId::from_bytes(near.bytes()?);
                let replacement = Box::new(self.told(near)?);
                self.reasons::<2>(near)?;
                Said::Amended { event, replacement }
            }
            4 => {
                let article = ArticleId::from_bytes(near.bytes()?);
                self.reading(near)?;
                let n_events = near.length()?;
                let mut events = Vec::new();
                for _ in 0..n_events {
                    events.push(self.told(near)?);
                }
                Said::Recoded { article, events }
            }
            5 => {
                let id = self.actor(near)?;
                let name = self.sheet.put_word(near.raw()?)?;
                near.several(Cursor::text)?;
                ActorKind::of(near.byte()?)?;
                if near.is_some()? {
                    self.actor(near)?;
                }
                self.sector(near)?;
                Said::Declared { id, name }
            }
            6 => {
                let (from, into) = (self.actor(near)?, self.actor(near)?);
                self.reasons::<1>(near)?;
                Said::Merged { from, into }
            }
            7 => {
                let from = self.actor(near)?;
                self.actor(near)?;
                self.reasons::<1>(near)?;
                Said::Split { from }
            }
            _ => return None,
        })
    }

    fn told(&mut self, at: &mut Cursor<'a>) -> Option<Told> {
        // A copy, which no other function keeps in memory.
        let mut near = at.clone();
        let id = EventId::from_bytes(near.bytes()?);
        let article = *self.articles.get(near.number()? as usize)?;
        let kind = self.slug(&mut near)?;
        let code = self.word(&mut near)?;
        let cameo = self.sheet.cameo(code)?;
        let start = self.sheet.n_sides();
        let mut ends = [start; 2];
        for end in &mut ends {
            for _ in 0..near.length()? {
                let voice = self.voice(&mut near)?;
                self.sheet.put_side(voice);
            }
            *end = self.sheet.n_sides();
        }
        let [middle, end] = ends;
        let speaker = if near.is_some()? { Some(self.voice(&mut near)?) } else { None };
        let topic = if near.is_some()? { Some(self.slug(&mut near)?) } else { None };
        let number = near.signed()?;
        let published = self.published.of(number)?;
        let earliest = self.day_before(&mut near, published, number)?;
        let latest = self.day_before(&mut near, published, number)?;
        let precision = Code::of(near.byte()?)?;
        let until = self.day_before(&mut near, published, number)?;
        let mode = Code::of(near.byte()?)?;
        let (aspect, stance) = (code_of(&mut near)?, code_of(&mut near)?);
        let field = Code::of(near.byte()?)?;
        let span = near.span()?;
        let quote = match self.far.read(&mut near, Cursor::raw)? {
            Some(quote) => self.sheet.put_quote(quote)?,
            None => Quote::default(),
        };
        for _ in 0..3 {
            self.far_word(&mut near)?;
        }
        let confidence = near.byte().filter(|hundredths| *hundredths <= 100).map(Confidence::percent)?;
        *at = near;
        Some(Told {
            id,
            article,
            kind,
            cameo,
            sides: Sides { start, middle, end },
            speaker,
            topic,
            occurred: Interval { earliest, latest, precision },
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

    #[inline(always)]
    fn voice(&mut self, near: &mut Cursor<'a>) -> Option<u32> {
        let (id, name) = (self.actor(near)?, self.word(near)?);
        let kind_and_binds = near.byte()?;
        let kind = ActorKind::of(kind_and_binds / 2)?;
        let country = if near.is_some()? { Some(self.actor(near)?) } else { None };
        let sector = self.sector(near)?;
        self.far.read(near, |far| far.option(Cursor::span))?;
        let (party, binds) = (party_of(kind, id, country), kind_and_binds % 2 == 1);
        Some(self.sheet.put_voice(VoiceKey { id, name, kind, party, sector, binds }))
    }

    /// Returns the day so many days before another of this number; one of the two options is that none stands there.
    #[inline(always)]
    fn day_before(&mut self, near: &mut Cursor<'a>, day: Day, number: i32) -> Option<Option<Day>> {
        if !near.is_some()? {
            return Some(None);
        }
        match near.signed()? {
            0 => Some(Some(day)),
            days => self.before.of(number.checked_sub(days)?).map(Some),
        }
    }

    #[inline(always)]
    fn sector(&mut self, near: &mut Cursor<'a>) -> Option<Option<Sector>> {
        if !near.is_some()? {
            return Some(None);
        }
        let letters = self.word(near)?;
        self.sheet.sector(letters).map(Some)
    }

    /// Passes over an article and returns its id.
    fn received(&mut self, near: &mut Cursor<'a>) -> Option<ArticleId> {
        let id = ArticleId::from_bytes(near.bytes()?);
        self.far.read(near, |far| {
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
    fn reading(&mut self, near: &mut Cursor<'a>) -> Option<()> {
        self.far_word(near)?;
        self.far.read(near, Cursor::bytes::<32>).map(drop)
    }

    /// Passes over texts that say why and who.
    fn reasons<const N: usize>(&mut self, near: &mut Cursor<'a>) -> Option<()> {
        (0..N).try_for_each(|_| self.far.read(near, Cursor::text).map(drop))
    }

    /// Passes over a word that stands in the far part.
    #[inline(always)]
    fn far_word(&mut self, near: &mut Cursor<'a>) -> Option<()> {
        let number = self.far.read(near, Cursor::number)?;
        number.is_none_or(|number| self.words.len() > number as usize).then_some(())
    }

    #[inline(always)]
    fn word(&self, near: &mut Cursor<'a>) -> Option<Word> {
        self.words.get(near.number()? as usize).copied()
    }

    #[inline(always)]
    fn slug(&self, near: &mut Cursor<'a>) -> Option<Slug> {
        self.word(near)?.slug()
    }

    #[inline(always)]
    fn actor(&self, near: &mut Cursor<'a>) -> Option<Dotted> {
        self.word(near)?.dotted()
    }
}

#[inline(always)]
fn code_of<T: Code>(near: &mut Cursor<'_>) -> Option<Option<T>> {
    if near.is_some()? { T::of(near.byte()?).map(Some) } else { Some(None) }
}
