//! A record as far as the graph needs it, borrowed from wherever it lies.
//!
//! What reads a long log spends most of its time on copies that nobody keeps: names, ids and words of each event.
//! A [`Brief`] copies nothing. It is lent to whoever takes it, by a [`Record`] or by a block of the log as it was
//! stored; both must lend the same, which `tests/it/log/laws.rs` tries.

use super::category::{ActorKind, Aspect, Cameo, Field, Mode, Sector, Stance};
use super::day::{Day, Instant, Interval};
use super::event::{Confidence, Event, Participant};
use super::id::{ActorId, ArticleId, EventId, EventType, Lent, Seq, Topic};
use super::record::{Body, Record};
use super::span::Span;

/// One entry of the log, in brief.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Brief<'a> {
    /// The position in the log.
    pub seq: Seq,
    /// When the log learnt it.
    pub recorded_at: Instant,
    /// What it says.
    pub said: Said<'a>,
}

/// What a record says, in brief.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Said<'a> {
    /// An article entered the log.
    Received {
        /// The article.
        article: ArticleId,
        /// The older article that it replaces.
        revises: Option<ArticleId>,
    },
    /// An event was coded.
    Recorded(Told<'a>),
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
        replacement: Told<'a>,
    },
    /// An article was read again.
    Recoded {
        /// The article.
        article: ArticleId,
        /// The events that count from now on.
        events: Vec<Told<'a>>,
    },
    /// A user added an actor.
    Declared {
        /// The id.
        id: Lent<'a, ActorId>,
        /// The name to show.
        name: &'a str,
    },
    /// A user found two actors to be one.
    Merged {
        /// The id that counts no more.
        from: Lent<'a, ActorId>,
        /// The id that stands for both.
        into: Lent<'a, ActorId>,
    },
    /// A user undid a merger.
    Split {
        /// The id that counts again.
        from: Lent<'a, ActorId>,
    },
}

/// An event, in brief.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Told<'a> {
    /// Its id.
    pub id: EventId,
    /// The article that says so.
    pub article: ArticleId,
    /// The type.
    pub kind: Lent<'a, EventType>,
    /// The CAMEO code.
    pub cameo: Cameo,
    /// Who acted, then toward whom.
    pub sides: Vec<Voice<'a>>,
    /// How many of them acted.
    pub n_actors: usize,
    /// Who said so.
    pub speaker: Option<Voice<'a>>,
    /// What it is about.
    pub topic: Option<Lent<'a, Topic>>,
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
    pub quote: &'a str,
    /// How sure the coder is.
    pub confidence: Confidence,
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

impl<'a> From<&'a Event> for Told<'a> {
    fn from(event: &'a Event) -> Self {
        Self {
            id: event.id,
            article: event.article,
            kind: Lent::of(&event.kind),
            cameo: event.cameo,
            sides: event.actors.iter().chain(&event.recipients).map(Voice::from).collect(),
            n_actors: event.actors.len(),
            speaker: event.speaker.as_ref().map(Voice::from),
            topic: event.topic.as_ref().map(Lent::of),
            occurred: event.occurred,
            until: event.until,
            published: event.published,
            mode: event.mode,
            aspect: event.aspect,
            stance: event.stance,
            field: event.evidence.field,
            span: event.evidence.span,
            quote: &event.evidence.quote,
            confidence: event.confidence,
        }
    }
}

impl<'a> From<&'a Record> for Brief<'a> {
    fn from(record: &'a Record) -> Self {
        let said = match &record.body {
            Body::ArticleReceived(received) => {
                Said::Received { article: received.article.id, revises: received.revises }
            }
            Body::EventRecorded(event) => Said::Recorded(event.into()),
            Body::EventRetracted { event, .. } => Said::Retracted { event: *event },
            Body::EventAmended { event, replacement, .. } => {
                Said::Amended { event: *event, replacement: Told::from(&**replacement) }
            }
            Body::ArticleRecoded { article, events, .. } => {
                Said::Recoded { article: *article, events: events.iter().map(Told::from).collect() }
            }
            Body::ActorDeclared(declared) => Said::Declared { id: Lent::of(&declared.id), name: &declared.name },
            Body::ActorMerged { from, into, .. } => Said::Merged { from: Lent::of(from), into: Lent::of(into) },
            Body::ActorSplit { from, .. } => Said::Split { from: Lent::of(from) },
        };
        Self { seq: record.seq, recorded_at: record.recorded_at, said }
    }
}
