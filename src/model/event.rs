//! One event: who did, said or decided what, toward whom, about what, when, and in which words.
//!
//! Life cycle: the coder assembles an [`Event`] from a sentence, the log records it, the projection
//! folds it. It is never edited; a correction is a record of its own.

use super::category::{ActorKind, Aspect, Cameo, Field, Mode, Sector, Stance};
use super::day::{Day, Interval};
use super::id::{ActorId, ArticleId, EventId, EventType, Topic};
use super::span::Span;
use std::fmt;

/// One party of an event, as resolved on the day of the article.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Participant {
    /// The most specific actor that was resolved: `JPN`, `RUS.MFA`, `JPN.fumio-kishida`.
    pub id: ActorId,
    /// The name to show.
    pub name: String,
    /// What kind of actor it is.
    pub kind: ActorKind,
    /// The state it counts for, or the organisation's code, or none.
    pub country: Option<ActorId>,
    /// The CAMEO sector, where one is known.
    pub sector: Option<Sector>,
    /// Whether its word binds the state on that day (MODEL section 3, Guards).
    pub binds: bool,
    /// The words that named it, in the field of the event's evidence; none for an implied side.
    pub mention: Option<Span>,
}

impl Participant {
    /// Returns the id under which relations are kept: the state or organisation that it counts for,
    /// or its own id for groups and for those who count for nobody.
    #[must_use]
    pub fn party(&self) -> &ActorId {
        party_of(self.kind, &self.id, self.country.as_ref())
    }
}

/// Returns what a participant of a kind counts for, by its id and its country.
pub(crate) fn party_of<Id>(kind: ActorKind, id: Id, country: Option<Id>) -> Id {
    match (country, kind) {
        (_, ActorKind::Group) | (None, _) => id,
        (Some(country), _) => country,
    }
}

/// The words that say so.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Evidence {
    /// The field that the span points into.
    pub field: Field,
    /// The bytes of the field.
    pub span: Span,
    /// Those bytes, always.
    pub quote: String,
}

/// What coded an event.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CoderMark {
    /// `detente`, or who entered it by hand.
    pub name: String,
    /// The coder's version.
    pub version: String,
    /// The rule that fired.
    pub rule: String,
}

/// How sure the coder is, in hundredths, 0 to 100.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
pub struct Confidence(u8);

impl Confidence {
    /// Makes a confidence; more than 100 counts as 100.
    #[must_use]
    pub fn percent(hundredths: u8) -> Self {
        Self(hundredths.min(100))
    }

    /// Returns the hundredths.
    #[must_use]
    pub fn hundredths(self) -> u8 {
        self.0
    }

    /// Returns the share of one.
    #[must_use]
    pub fn share(self) -> f64 {
        f64::from(self.0) / 100.0
    }

    /// Returns this confidence lowered to the given share of itself, in percent.
    #[must_use]
    pub fn scaled(self, percent: u8) -> Self {
        Self(u8::try_from(u16::from(self.0) * u16::from(percent.min(100)) / 100).unwrap_or(self.0))
    }
}

impl fmt::Display for Confidence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.2}", self.share())
    }
}

/// Something that an article says happened, was said or was decided (MODEL section 1).
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Event {
    /// Made from the content by [`Event::identify`].
    pub id: EventId,
    /// The article that says so.
    pub article: ArticleId,
    /// The type, of the ontology.
    pub kind: EventType,
    /// The CAMEO code: the type's own, or a finer one of the frame; the mode has been applied.
    pub cameo: Cameo,
    /// Who acted; at least one.
    pub actors: Vec<Participant>,
    /// Toward whom; empty for some types.
    pub recipients: Vec<Participant>,
    /// Who said so; absent = the outlet's own voice.
    pub speaker: Option<Participant>,
    /// What it is about.
    pub topic: Option<Topic>,
    /// When it happened; both ends included, an absent end open.
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
    /// The words.
    pub evidence: Evidence,
    /// What coded it.
    pub coder: CoderMark,
    /// How sure that is.
    pub confidence: Confidence,
}

impl Event {
    /// Returns the id that the content gives: article, type, actors, recipients, topic and evidence.
    #[must_use]
    pub fn identify(&self) -> EventId {
        let ids = |side: &[Participant]| {
            let mut ids: Vec<&str> = side.iter().map(|participant| participant.id.as_str()).collect();
            ids.sort_unstable();
            ids.join(" ")
        };
        EventId::of(&[
            &self.article.to_string(),
            self.kind.as_str(),
            &ids(&self.actors),
            &ids(&self.recipients),
            self.topic.as_ref().map_or("", Topic::as_str),
            self.evidence.field.as_str(),
            &self.evidence.span.to_string(),
        ])
    }

    /// Returns where in the article the words stand: the title first, then the text.
    #[must_use]
    pub fn place(&self) -> (Field, u32) {
        (self.evidence.field, self.evidence.span.start())
    }

    /// Returns the parties that acted, sorted, each once.
    #[must_use]
    pub fn acting(&self) -> Vec<&ActorId> {
        parties(&self.actors)
    }

    /// Returns the parties toward whom it was done, sorted, each once.
    #[must_use]
    pub fn receiving(&self) -> Vec<&ActorId> {
        parties(&self.recipients)
    }
}

fn parties(side: &[Participant]) -> Vec<&ActorId> {
    let mut parties: Vec<&ActorId> = side.iter().map(Participant::party).collect();
    parties.sort_unstable();
    parties.dedup();
    parties
}
