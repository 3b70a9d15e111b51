//! The events of the log as the projection keeps them: small rows with interned names.
//!
//! Invariant: a row is never removed; it has a first record and, once it counts no more, a last one, so
//! that the same store answers for every state of knowledge. Order of rows is order of ingestion and
//! must never reach an answer: whoever lists rows sorts them by what they say.

mod canon;
mod interner;
mod sights;

pub(crate) use canon::Canon;
pub(crate) use interner::Interner;
pub(crate) use sights::Sight;

use super::Knowledge;
use super::rules::Rules;
use crate::model::category::{ActorKind, Aspect, Cameo, Field, Mode, Sector, Stance};
use crate::model::day::{Day, Instant, Interval};
use crate::model::event::{Confidence, Participant};
use crate::model::id::{ActorId, ArticleId, EventId, EventType, Seq, Topic};
use crate::model::quick::{Places, key_of};
use crate::model::sheet::{self, Entry, Said, Sheet, Told};
use crate::model::span::Span;
use interner::{Numbers, looked_up};
use sights::Sights;
use std::collections::{BTreeMap, BTreeSet};

/// Position of a row.
pub(crate) type FactIx = u32;
/// Number of an interned actor id.
pub(crate) type ActorIx = u32;
/// Number of an interned participant.
pub(crate) type VoiceIx = u32;

/// Stands for "none" among interned numbers.
pub(crate) const NONE: u32 = u32::MAX;

/// For so many records at a time it is looked at where their events will be looked for: what was brought near the
/// processor is to be near still when it is used.
const NEAR: usize = 256;

/// Who took part in or spoke of an event, without the words that named it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Voice {
    pub(crate) id: ActorId,
    pub(crate) name: String,
    pub(crate) kind: ActorKind,
    pub(crate) party: ActorId,
    pub(crate) sector: Option<Sector>,
    pub(crate) binds: bool,
}

impl Voice {
    /// Tells whether this is the voice that is lent.
    fn is(&self, lent: &sheet::Voice<'_>) -> bool {
        (self.id.as_str(), self.name.as_str(), self.kind) == (lent.id.as_str(), lent.name, lent.kind)
            && (self.party.as_str(), self.sector, self.binds) == (lent.party.as_str(), lent.sector, lent.binds)
    }
}

/// One event of the log.
#[derive(Clone, Debug)]
pub(crate) struct Fact {
    pub(crate) id: EventId,
    pub(crate) article: u32,
    pub(crate) kind: u32,
    sides: u32,
    n_actors: u16,
    n_recipients: u16,
    pub(crate) speaker: VoiceIx,
    pub(crate) topic: u32,
    pub(crate) occurred: Interval,
    pub(crate) until: Option<Day>,
    pub(crate) published: Day,
    pub(crate) cameo: Cameo,
    pub(crate) mode: Mode,
    pub(crate) aspect: Option<Aspect>,
    pub(crate) stance: Option<Stance>,
    pub(crate) confidence: Confidence,
    pub(crate) field: Field,
    pub(crate) span: Span,
    quote: u64,
    quote_len: u32,
    /// Entered by hand as an amendment: a later reading of the article leaves it alone.
    corrected: bool,
    /// The row before of the same article.
    before: FactIx,
    pub(crate) born: Seq,
    /// The record after which it counts no more, or [`ALIVE`].
    died: Seq,
}

/// Stands for no record: half the room of an `Option`.
const ALIVE: Seq = Seq(u64::MAX);

impl Fact {
    /// The record after which it counts no more.
    fn died(&self) -> Option<Seq> {
        (self.died != ALIVE).then_some(self.died)
    }
}

/// A merger of actors, or its end.
#[derive(Clone, Debug)]
struct Merger {
    seq: Seq,
    from: ActorIx,
    into: Option<ActorIx>,
}

/// All rows.
#[derive(Clone, Debug, Default)]
pub(crate) struct Facts {
    pub(crate) actors: Interner<ActorId>,
    pub(crate) topics: Interner<Topic>,
    pub(crate) kinds: Interner<EventType>,
    pub(crate) articles: Interner<ArticleId>,
    voices: Vec<Voice>,
    by_voice: Places,
    /// The interned id and party of each voice.
    voice_actors: Vec<(ActorIx, ActorIx)>,
    /// When each voice was seen.
    sights: Vec<Sights>,
    /// The voices of each actor.
    voices_of: BTreeMap<ActorIx, Vec<VoiceIx>>,
    rows: Vec<Fact>,
    sides: Vec<VoiceIx>,
    quotes: String,
    /// The last row of each event, by how its id begins.
    by_id: Places,
    n_events: usize,
    /// The last row of each article.
    by_article: Vec<FactIx>,
    /// Articles that a newer one revised, with the record that said so.
    revised: BTreeMap<u32, Seq>,
    /// Events that a user withdrew or replaced, with the record that said so.
    withdrawn: BTreeMap<EventId, Seq>,
    /// When records were recorded: the first of each run of one instant.
    instants: Vec<(Seq, Instant)>,
    head: Option<Seq>,
    /// The events to take in, where not all are wanted.
    only: Option<BTreeSet<EventId>>,
    mergers: Vec<Merger>,
    declared: BTreeMap<ActorId, (Seq, String)>,
}

/// What records did beside adding rows.
#[derive(Debug, Default)]
pub(crate) struct Changes {
    /// Rows that count no more.
    pub(crate) rows: Vec<FactIx>,
    /// Whether actors were merged or split: every index has to be made anew.
    pub(crate) actors: bool,
}

impl Facts {
    /// No rows; the topics that types have by themselves are known.
    pub(crate) fn empty(rules: &Rules) -> Self {
        let mut facts = Self::default();
        for topic in rules.types.values().filter_map(|rule| rule.topic.as_ref()) {
            facts.topics.number(topic);
        }
        facts
    }

    /// Leaves out every event but these.
    pub(crate) fn limit(&mut self, only: BTreeSet<EventId>) {
        self.only = Some(only);
    }

    /// Says that nothing that is wanted stands between the last record taken in and this one.
    pub(crate) fn reach(&mut self, head: Option<Seq>) {
        self.head = head.max(self.head);
    }

    /// Takes in how a record describes a participant, whatever becomes of its event.
    pub(crate) fn introduce(&mut self, participant: &Participant, sight: Sight) {
        let voice = self.voice(&participant.into());
        self.see(voice, sight);
    }

    /// Makes room for so many more rows.
    pub(crate) fn reserve(&mut self, n_rows: usize) {
        self.rows.reserve(n_rows);
        // Most are of one who acts toward one.
        self.sides.reserve(n_rows.saturating_mul(2));
        self.by_id.reserve(n_rows);
    }

    /// Takes in the records of a sheet, of their events those that are wanted.
    pub(crate) fn take(&mut self, sheet: &Sheet, wanted: &dyn Fn(&Told) -> bool, changes: &mut Changes) {
        let mut numbers = Numbers::of(sheet);
        for entries in sheet.entries().chunks(NEAR) {
            let told = entries.iter().flat_map(Entry::told);
            self.by_id.approach(told.map(|event| start_of(event.id)));
            for entry in entries {
                self.apply(&mut numbers, entry, wanted, changes);
            }
        }
    }

    fn apply(
        &mut self,
        numbers: &mut Numbers<'_>,
        entry: &Entry,
        wanted: &dyn Fn(&Told) -> bool,
        changes: &mut Changes,
    ) {
        if self.instants.last().is_none_or(|(_, instant)| *instant != entry.recorded_at) {
            self.instants.push((entry.seq, entry.recorded_at));
        }
        self.head = self.head.max(Some(entry.seq));
        let sheet = numbers.sheet;
        match &entry.said {
            Said::Recorded(event) if wanted(event) => self.add(numbers, event, event.published, entry, false),
            Said::Recorded(_) => {}
            Said::Received { article, revises } => {
                self.articles.number(article);
                if let Some(older) = revises {
                    changes.rows.extend(self.revise(older, entry.seq));
                }
            }
            Said::Retracted { event } => changes.rows.extend(self.withdraw(*event, entry.seq)),
            Said::Amended { event, replacement } => {
                let published = self.find(*event).map_or(replacement.published, |old| self.fact(old).published);
                changes.rows.extend(self.withdraw(*event, entry.seq));
                // Amending an event to its own id revives it with other contents.
                self.withdrawn.remove(&replacement.id);
                self.add(numbers, replacement, published, entry, true);
            }
            Said::Recoded { article, events } => {
                changes.rows.extend(self.end(article, entry.seq));
                for event in events.iter().filter(|event| wanted(event)) {
                    self.add(numbers, event, event.published, entry, false);
                }
            }
            Said::Declared { id, name } => {
                let (id, name) = (sheet.actor(*id).keep(), sheet.text(*name));
                self.declared.entry(id).or_insert_with(|| (entry.seq, name.to_owned()));
            }
            Said::Merged { from, into } => {
                let [from, into] = [from, into].map(|id| self.actors.number_of(sheet.actor(*id)));
                self.mergers.push(Merger { seq: entry.seq, from, into: Some(into) });
                changes.actors = true;
            }
            Said::Split { from } => {
                let from = self.actors.number_of(sheet.actor(*from));
                self.mergers.push(Merger { seq: entry.seq, from, into: None });
                changes.actors = true;
            }
        }
    }

    fn add(&mut self, numbers: &mut Numbers<'_>, event: &Told, published: Day, entry: &Entry, corrected: bool) {
        if self.only.as_ref().is_some_and(|only| !only.contains(&event.id)) {
            return;
        }
        let sheet = numbers.sheet;
        // How it describes those who take part counts whatever becomes of the event.
        let sight = Sight { published: event.published, seq: entry.seq, recorded_at: entry.recorded_at };
        let sides = self.sides.len();
        for &number in sheet.sides(event) {
            let voice = self.seen(numbers, number, sight);
            self.sides.push(voice);
        }
        let speaker = event.speaker.map_or(NONE, |number| self.seen(numbers, number, sight));
        let known = self.find(event.id);
        let counts = known.is_some_and(|row| self.fact(row).died().is_none());
        if counts || self.withdrawn.contains_key(&event.id) && !corrected {
            self.sides.truncate(sides);
            return;
        }
        let article = self.article(&event.article);
        let sides = u32::try_from(sides).unwrap_or(NONE);
        let row = u32::try_from(self.rows.len()).unwrap_or(NONE);
        let kind =
            looked_up(&mut numbers.kinds, event.kind.word().number(), || self.kinds.number_of(sheet.kind(event)));
        let topic = event.topic.map_or(NONE, |topic| {
            let look_up = || sheet.topic(event).map_or(NONE, |text| self.topics.number_of(text));
            looked_up(&mut numbers.topics, topic.word().number(), look_up)
        });
        let before = self.by_article.get(article as usize).copied().unwrap_or(NONE);
        self.by_id.put(start_of(event.id), row, known);
        self.n_events += usize::from(known.is_none());
        let quote = sheet.quote(event);
        self.rows.push(Fact {
            id: event.id,
            article,
            kind,
            sides,
            n_actors: u16::try_from(event.sides.n_actors()).unwrap_or(u16::MAX),
            n_recipients: u16::try_from(event.sides.n_recipients()).unwrap_or(u16::MAX),
            speaker,
            topic,
            occurred: event.occurred,
            until: event.until,
            published,
            cameo: event.cameo,
            mode: event.mode,
            aspect: event.aspect,
            stance: event.stance,
            confidence: event.confidence,
            field: event.field,
            span: event.span,
            quote: self.quotes.len() as u64,
            quote_len: u32::try_from(quote.len()).unwrap_or(0),
            corrected,
            before,
            born: entry.seq,
            died: self.revised.get(&article).copied().filter(|_| !corrected).unwrap_or(ALIVE),
        });
        self.quotes.push_str(quote);
        if let Some(last) = self.by_article.get_mut(article as usize) {
            *last = row;
        } else {
            self.by_article.resize(article as usize, NONE);
            self.by_article.push(row);
        }
    }

    /// The number of a voice of a sheet, that a record describes.
    fn seen(&mut self, numbers: &mut Numbers<'_>, number: u32, sight: Sight) -> VoiceIx {
        let sheet = numbers.sheet;
        let voice = looked_up(&mut numbers.voices, number as usize, || {
            sheet.voice(number).map_or(NONE, |lent| self.voice(&lent))
        });
        self.see(voice, sight);
        voice
    }

    /// The number of an article; most events are of the article of the event before.
    fn article(&mut self, id: &ArticleId) -> u32 {
        match self.rows.last() {
            Some(last) if self.articles.get(last.article) == Some(id) => last.article,
            _ => self.articles.number(id),
        }
    }

    /// The rows of an article in their order.
    fn rows_of(&self, article: u32) -> Vec<FactIx> {
        let last = self.by_article.get(article as usize).copied();
        let row_before = |row: &FactIx| self.rows.get(*row as usize).map(|fact| fact.before);
        let backwards = std::iter::successors(last, row_before).take_while(|row| *row != NONE);
        let mut rows: Vec<FactIx> = backwards.collect();
        rows.reverse();
        rows
    }

    fn voice(&mut self, lent: &sheet::Voice<'_>) -> VoiceIx {
        let sheet::Voice { id, name, kind, party, sector, binds } = lent;
        let key = key_of(&(id.as_str(), name, kind, party.as_str(), sector, binds));
        let is_it = |number: VoiceIx| self.voice_at(number).is_some_and(|voice| voice.is(lent));
        if let Some(number) = self.by_voice.find(key, is_it) {
            return number;
        }
        let number = u32::try_from(self.voices.len()).unwrap_or(NONE);
        self.by_voice.put(key, number, None);
        let pair = (self.actors.number_of(*id), self.actors.number_of(*party));
        let (id, party) = (id.keep(), party.keep());
        self.voices.push(Voice { id, name: (*name).to_owned(), kind: *kind, party, sector: *sector, binds: *binds });
        self.sights.push(Sights::default());
        self.voice_actors.push(pair);
        self.voices_of.entry(pair.0).or_default().push(number);
        number
    }

    fn see(&mut self, voice: VoiceIx, sight: Sight) {
        if let Some(sights) = self.sights.get_mut(voice as usize) {
            sights.add(sight);
        }
    }

    fn withdraw(&mut self, event: EventId, seq: Seq) -> Option<FactIx> {
        self.withdrawn.entry(event).or_insert(seq);
        let row = self.find(event)?;
        self.kill(row, seq);
        Some(row)
    }

    fn kill(&mut self, row: FactIx, seq: Seq) {
        if let Some(fact) = self.rows.get_mut(row as usize) {
            fact.died = fact.died.min(seq);
        }
    }

    fn revise(&mut self, older: &ArticleId, seq: Seq) -> Vec<FactIx> {
        let older = self.articles.number(older);
        self.revised.entry(older).or_insert(seq);
        let rows = self.rows_of(older);
        rows.iter().for_each(|&row| self.kill(row, seq));
        rows
    }

    /// Ends the rows of an article that is read again, but those that were entered by hand.
    fn end(&mut self, article: &ArticleId, seq: Seq) -> Vec<FactIx> {
        let article = self.articles.number(article);
        let mut ended = self.rows_of(article);
        ended.retain(|&row| !self.fact(row).corrected && self.fact(row).died().is_none());
        ended.iter().for_each(|&row| self.kill(row, seq));
        ended
    }

    #[expect(clippy::indexing_slicing, reason = "rows are never removed and numbers are given only here")]
    pub(crate) fn fact(&self, row: FactIx) -> &Fact {
        &self.rows[row as usize]
    }

    pub(crate) fn len(&self) -> FactIx {
        u32::try_from(self.rows.len()).unwrap_or(NONE)
    }

    /// How many different events there are.
    pub(crate) fn n_events(&self) -> usize {
        self.n_events
    }

    pub(crate) fn find(&self, event: EventId) -> Option<FactIx> {
        self.by_id.find(start_of(event), |row| self.fact(row).id == event)
    }

    pub(crate) fn head(&self) -> Option<Seq> {
        self.head
    }

    pub(crate) fn quote(&self, fact: &Fact) -> &str {
        let start = usize::try_from(fact.quote).unwrap_or(usize::MAX);
        self.quotes.get(start..start.saturating_add(fact.quote_len as usize)).unwrap_or_default()
    }

    pub(crate) fn voice_at(&self, voice: VoiceIx) -> Option<&Voice> {
        self.voices.get(voice as usize)
    }

    /// The interned id and party of a voice.
    pub(crate) fn voice_actor(&self, voice: VoiceIx) -> (ActorIx, ActorIx) {
        self.voice_actors.get(voice as usize).copied().unwrap_or((NONE, NONE))
    }

    /// How events that are known describe an actor; of several descriptions the one that sorts first.
    pub(crate) fn voice_named(&self, id: &ActorId, knowledge: &Knowledge) -> Option<&Voice> {
        self.voice_of(self.actors.find(id)?, knowledge)
    }

    /// Every actor that events that are known describe, and how, in no order that may be shown.
    pub(crate) fn all_named(&self, knowledge: &Knowledge) -> impl Iterator<Item = (&ActorId, &Voice)> {
        let actors = self.voices_of.keys();
        actors.filter_map(|&actor| Some((self.actors.get(actor)?, self.voice_of(actor, knowledge)?)))
    }

    fn voice_of(&self, actor: ActorIx, knowledge: &Knowledge) -> Option<&Voice> {
        let seen = |voice: &&VoiceIx| {
            let sights = self.sights.get(**voice as usize).map(|sights| sights.first.as_slice()).unwrap_or_default();
            sights.iter().any(|sight| knowledge.holds(sight.published, sight.seq, sight.recorded_at))
        };
        let voices = self.voices_of.get(&actor)?.iter().filter(seen);
        let voices = voices.filter_map(|voice| self.voices.get(*voice as usize));
        voices.min_by_key(|voice| (&voice.name, voice.kind, &voice.party))
    }

    pub(crate) fn actor_voices(&self, fact: &Fact) -> &[VoiceIx] {
        let start = fact.sides as usize;
        self.sides.get(start..start + fact.n_actors as usize).unwrap_or_default()
    }

    pub(crate) fn recipient_voices(&self, fact: &Fact) -> &[VoiceIx] {
        let start = fact.sides as usize + fact.n_actors as usize;
        self.sides.get(start..start + fact.n_recipients as usize).unwrap_or_default()
    }

    /// Tells whether the row is part of a state of knowledge.
    pub(crate) fn counts(&self, fact: &Fact, knowledge: &Knowledge) -> bool {
        knowledge.known_by.is_none_or(|day| fact.published <= day)
            && self.learnt(fact.born, knowledge)
            && !fact.died().is_some_and(|died| self.learnt(died, knowledge))
    }

    fn learnt(&self, seq: Seq, knowledge: &Knowledge) -> bool {
        knowledge.at_seq.is_none_or(|last| seq <= last)
            && knowledge.recorded_by.is_none_or(|last| self.instant(seq).is_none_or(|instant| instant <= last))
    }

    fn instant(&self, seq: Seq) -> Option<Instant> {
        let after = self.instants.partition_point(|(first, _)| *first <= seq);
        self.instants.get(after.checked_sub(1)?).map(|(_, instant)| *instant)
    }

    /// The canonical number of every actor under a state of knowledge.
    pub(crate) fn canon(&self, knowledge: &Knowledge) -> Canon {
        let mut into: BTreeMap<ActorIx, ActorIx> = BTreeMap::new();
        for merger in self.mergers.iter().filter(|merger| self.learnt(merger.seq, knowledge)) {
            match merger.into {
                Some(target) => into.insert(merger.from, target),
                None => into.remove(&merger.from),
            };
        }
        Canon { into }
    }

    /// Tells whether the state of knowledge leaves out a merger, so that dyads differ from today's.
    pub(crate) fn other_actors(&self, knowledge: &Knowledge) -> bool {
        self.mergers.iter().any(|merger| !self.learnt(merger.seq, knowledge))
    }

    /// Every name that a user gave.
    pub(crate) fn all_declared(&self, knowledge: &Knowledge) -> impl Iterator<Item = (&ActorId, &str)> {
        let known = self.declared.iter().filter(|(_, (seq, _))| self.learnt(*seq, knowledge));
        known.map(|(id, (_, name))| (id, name.as_str()))
    }

    /// The name to show: a user's, the roster's, else the one that events carry.
    pub(crate) fn name_of(&self, id: &ActorId, rules: &Rules, knowledge: &Knowledge) -> Option<String> {
        let declared = self.declared.get(id).filter(|(seq, _)| self.learnt(*seq, knowledge));
        declared.map(|(_, name)| name.clone()).or_else(|| rules.actors.get(id).cloned())
    }
}

/// How an id begins.
fn start_of(event: EventId) -> u32 {
    let [a, b, c, d, ..] = event.bytes();
    u32::from_le_bytes([a, b, c, d])
}

/// The parties of one side, each once.
pub(crate) fn parties(facts: &Facts, canon: &Canon, voices: &[u32]) -> Vec<ActorIx> {
    let mut parties: Vec<ActorIx> = voices.iter().map(|&voice| canon.of(facts.voice_actor(voice).1)).collect();
    parties.sort_unstable();
    parties.dedup();
    parties
}
