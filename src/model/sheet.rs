//! Records of a log in brief, many on one sheet: what the graph needs of them, each word looked at once.
//!
//! What reads a long log spends most of its time on names, ids and words that recur in every event. On a sheet
//! each has a number, whoever takes part is described once, and all that differs in every event lies in few long
//! lists; so a sheet can be made by one thread while another one folds the sheet before. Sheets are made of
//! [`Record`](super::record::Record)s, or of blocks of the log as they were stored; both must read the same, which `tests/it/log/laws.rs`
//! tries.

mod of_record;
mod show;
mod words;

pub use words::{Dotted, Slug, Word};

use super::category::{ActorKind, Aspect, Cameo, Field, Mode, Sector, Stance};
use super::day::{Day, Instant, Interval};
use super::event::{Confidence, Participant};
use super::id::{ActorId, ArticleId, EventId, EventType, Lent, Seq, Topic};
use super::span::Span;
use words::Words;

/// Stands for no voice.
const NONE: u32 = u32::MAX;

/// How many words or voices are kept at most for the records that come next on the same sheet.
const REMEMBERED: usize = 1 << 12;

/// Records in brief, in their order.
#[derive(Clone, Default)]
pub struct Sheet {
    entries: Vec<Entry>,
    words: Words,
    voices: Vec<VoiceKey>,
    /// For each voice the one before of the same actor, and for each word the last voice of the actor of this id.
    alike: Vec<u32>,
    last_of: Vec<u32>,
    /// The voices of all events.
    sides: Vec<u32>,
    kept: Quotes,
    /// The quotations of all events.
    quotes: String,
}

/// What becomes of the quotations of events: of what is read, they are the longest part.
#[derive(Copy, Clone, PartialEq, Eq, Debug, Default)]
pub enum Quotes {
    /// They stand on the sheet.
    #[default]
    Kept,
    /// They are left out, for who shows no words; each is empty.
    LeftOut,
}

/// One record, in brief.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The position in the log.
    pub seq: Seq,
    /// When the log learnt it.
    pub recorded_at: Instant,
    /// What it says.
    pub said: Said,
}

/// What a record says, in brief.
#[derive(Clone, Debug)]
pub enum Said {
    /// An article entered the log.
    Received {
        /// The article.
        article: ArticleId,
        /// The older article that it replaces.
        revises: Option<ArticleId>,
    },
    /// An event was coded.
    Recorded(Told),
    /// An event counts no more.
    Retracted {
        /// The event.
        event: EventId,
    },
    /// An event is replaced by another.
    Amended {
        /// The event that counts no more.
        event: EventId,
        /// The event that counts instead.
        replacement: Box<Told>,
    },
    /// An article was read again.
    Recoded {
        /// The article.
        article: ArticleId,
        /// The events that count from now on.
        events: Vec<Told>,
    },
    /// A user added an actor.
    Declared {
        /// The id.
        id: Dotted,
        /// The name to show.
        name: Word,
    },
    /// A user found two actors to be one.
    Merged {
        /// The id that counts no more.
        from: Dotted,
        /// The id that stands for both.
        into: Dotted,
    },
    /// A user undid a merger.
    Split {
        /// The id that counts again.
        from: Dotted,
    },
}

/// An event, in brief.
#[derive(Clone, Debug)]
pub struct Told {
    /// Its id.
    pub id: EventId,
    /// The article that says so.
    pub article: ArticleId,
    /// The type.
    pub kind: Slug,
    /// The CAMEO code.
    pub cameo: Cameo,
    /// Who acted, and toward whom.
    pub sides: Sides,
    /// Who said so: the number of a voice.
    pub speaker: Option<u32>,
    /// What it is about.
    pub topic: Option<Slug>,
    /// When it happened.
    pub occurred: Interval,
    /// When the text says it ends.
    pub until: Option<Day>,
    /// The article's publication date.
    pub published: Day,
    /// How it stands to the world.
    pub mode: Mode,
    /// Where in its course it is.
    pub aspect: Option<Aspect>,
    /// What a statement says of its topic.
    pub stance: Option<Stance>,
    /// The field that the words stand in.
    pub field: Field,
    /// Where in it.
    pub span: Span,
    /// The words.
    pub quote: Quote,
    /// How sure the coder is.
    pub confidence: Confidence,
}

/// Where the voices of an event stand on its sheet: those who acted, then those toward whom.
#[derive(Copy, Clone, Debug)]
pub struct Sides {
    /// Where those who acted begin.
    pub start: u32,
    /// Where those toward whom they acted begin.
    pub middle: u32,
    /// Where they end.
    pub end: u32,
}

/// Where a quotation stands on its sheet; the default is one without words.
#[derive(Copy, Clone, Debug, Default)]
pub struct Quote {
    start: u32,
    end: u32,
}

/// One party of an event, by the numbers of its words.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct VoiceKey {
    /// The actor.
    pub id: Dotted,
    /// The name to show.
    pub name: Word,
    /// What kind of actor it is.
    pub kind: ActorKind,
    /// What it counts for: [`Participant::party`].
    pub party: Dotted,
    /// The CAMEO sector.
    pub sector: Option<Sector>,
    /// Whether its word binds.
    pub binds: bool,
}

/// One party of an event without the words that named it.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct Voice<'a> {
    /// The actor.
    pub id: Lent<'a, ActorId>,
    /// The name to show.
    pub name: &'a str,
    /// What kind of actor it is.
    pub kind: ActorKind,
    /// What it counts for: [`Participant::party`].
    pub party: Lent<'a, ActorId>,
    /// The CAMEO sector.
    pub sector: Option<Sector>,
    /// Whether its word binds.
    pub binds: bool,
}

impl<'a> From<&'a Participant> for Voice<'a> {
    fn from(participant: &'a Participant) -> Self {
        let Participant { id, name, kind, country: _, sector, binds, mention: _ } = participant;
        let party = Lent::of(participant.party());
        Self { id: Lent::of(id), name, kind: *kind, party, sector: *sector, binds: *binds }
    }
}

impl Sides {
    /// Returns how many acted.
    #[must_use]
    pub fn n_actors(&self) -> usize {
        self.middle.saturating_sub(self.start) as usize
    }

    /// Returns toward how many.
    #[must_use]
    pub fn n_recipients(&self) -> usize {
        self.end.saturating_sub(self.middle) as usize
    }
}

impl Entry {
    /// Returns the events that the record tells.
    pub fn told(&self) -> impl Iterator<Item = &Told> {
        match &self.said {
            Said::Recorded(told) => std::slice::from_ref(told).iter(),
            Said::Amended { replacement, .. } => std::slice::from_ref(&**replacement).iter(),
            Said::Recoded { events, .. } => events.iter(),
            _ => [].iter(),
        }
    }
}

/// What stands on a sheet.
impl Sheet {
    /// Returns the records in their order.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Returns a text.
    #[must_use]
    pub fn text(&self, word: Word) -> &str {
        self.words.text(word)
    }

    /// Returns the type of an event.
    #[must_use]
    pub fn kind(&self, told: &Told) -> Lent<'_, EventType> {
        Lent::valid(self.text(told.kind.word()))
    }

    /// Returns what an event is about.
    #[must_use]
    pub fn topic(&self, told: &Told) -> Option<Lent<'_, Topic>> {
        told.topic.map(|topic| Lent::valid(self.text(topic.word())))
    }

    /// Returns an actor id.
    #[must_use]
    pub fn actor(&self, id: Dotted) -> Lent<'_, ActorId> {
        Lent::valid(self.text(id.word()))
    }

    /// Returns a voice.
    #[must_use]
    pub fn voice(&self, number: u32) -> Option<Voice<'_>> {
        let VoiceKey { id, name, kind, party, sector, binds } = *self.voices.get(number as usize)?;
        Some(Voice { id: self.actor(id), name: self.text(name), kind, party: self.actor(party), sector, binds })
    }

    /// Returns the numbers of the voices of an event: who acted, then toward whom.
    #[must_use]
    pub fn sides(&self, told: &Told) -> &[u32] {
        self.sides.get(told.sides.start as usize..told.sides.end as usize).unwrap_or_default()
    }

    /// Returns the words of an event.
    #[must_use]
    pub fn quote(&self, told: &Told) -> &str {
        self.quotes.get(told.quote.start as usize..told.quote.end as usize).unwrap_or_default()
    }

    /// Returns whether quotations stand on the sheet.
    #[must_use]
    pub fn quotes_kept(&self) -> Quotes {
        self.kept
    }

    /// Returns how many different words there are; their numbers are below.
    #[must_use]
    pub fn n_words(&self) -> usize {
        self.words.len()
    }

    /// Returns how many different voices there are; their numbers are below.
    #[must_use]
    pub fn n_voices(&self) -> usize {
        self.voices.len()
    }
}

/// What goes onto a sheet, piece by piece: the words before what they describe, the entry last.
impl Sheet {
    /// Returns an empty sheet.
    #[must_use]
    pub fn with(kept: Quotes) -> Self {
        Self { kept, ..Self::default() }
    }

    /// Gives a text its number; `None` where the bytes are no text.
    pub fn put_word(&mut self, bytes: &[u8]) -> Option<Word> {
        self.words.number(bytes)
    }

    /// Takes a word for a CAMEO code, which it may not be.
    #[must_use]
    pub fn cameo(&self, word: Word) -> Option<Cameo> {
        self.words.cameo(word)
    }

    /// Takes a word for a sector, which it may not be.
    #[must_use]
    pub fn sector(&self, word: Word) -> Option<Sector> {
        self.words.sector(word)
    }

    /// Gives a voice its number; mostly it is the last one of its actor.
    #[inline]
    pub fn put_voice(&mut self, voice: VoiceKey) -> u32 {
        let last = self.last_of.get(voice.id.word().number()).copied().unwrap_or(NONE);
        match self.voices.get(last as usize) {
            Some(known) if *known == voice => last,
            _ => self.put_other_voice(voice, last),
        }
    }

    /// Gives a voice its number, which is not the last one of its actor.
    fn put_other_voice(&mut self, voice: VoiceKey, last: u32) -> u32 {
        // An actor has few voices on one sheet.
        let mut number = last;
        while let Some(known) = self.voices.get(number as usize) {
            if *known == voice {
                return number;
            }
            number = self.alike.get(number as usize).copied().unwrap_or(NONE);
        }
        let number = u32::try_from(self.voices.len()).unwrap_or(NONE);
        self.voices.push(voice);
        self.alike.push(last);
        let actor = voice.id.word().number();
        if self.last_of.len() <= actor {
            self.last_of.resize(self.words.len(), NONE);
        }
        if let Some(last) = self.last_of.get_mut(actor) {
            *last = number;
        }
        number
    }

    /// Takes in a voice of the next event.
    pub fn put_side(&mut self, voice: u32) {
        self.sides.push(voice);
    }

    /// Returns how many voices of events there are on the sheet.
    #[must_use]
    pub fn n_sides(&self) -> u32 {
        u32::try_from(self.sides.len()).unwrap_or(NONE)
    }

    /// Takes in a quotation; `None` where the bytes are no text.
    pub fn put_quote(&mut self, bytes: &[u8]) -> Option<Quote> {
        let quote = std::str::from_utf8(bytes).ok()?;
        let start = u32::try_from(self.quotes.len()).ok()?;
        if self.kept == Quotes::Kept {
            self.quotes.push_str(quote);
        }
        Some(Quote { start, end: u32::try_from(self.quotes.len()).ok()? })
    }

    /// Takes in a record, whose words, voices and quotations stand on the sheet.
    pub fn put(&mut self, entry: Entry) {
        self.entries.push(entry);
    }

    /// Leaves the sheet empty, with the room that it has; words and voices keep their numbers while they are few.
    pub fn clear(&mut self) {
        self.entries.clear();
        // Most of what recurs within a sheet recurs on the next one.
        if self.words.len() > REMEMBERED || self.voices.len() > REMEMBERED {
            self.words.clear();
            self.voices.clear();
            self.alike.clear();
            self.last_of.clear();
        }
        self.sides.clear();
        self.quotes.clear();
    }
}
