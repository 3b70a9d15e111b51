//! Events and refusals as `extract`, `timeline`, `explain` and the log show them.

use crate::model::category::Field;
use crate::model::day::{Interval, Precision};
use crate::model::event::{Event, Participant};
use crate::model::span::Span;
use crate::ontology::Ontology;
use schemars::JsonSchema;
use serde::Serialize;

/// One line of `extract --json`: an article or sentence and what came of it.
#[derive(Serialize, JsonSchema, Debug, Clone, PartialEq)]
pub struct Extract {
    /// The id that the source gave, else the article's own; null where the line could not be read.
    pub id: Option<String>,
    /// The events, in the order of their words.
    pub events: Vec<EventJson>,
    /// Words that looked like an event and were not coded.
    pub refusals: Vec<RefusalJson>,
    /// With --coverage: every sentence that gave no event, in order, and why.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub coverage: Option<Vec<UncoveredJson>>,
    /// Why the whole line was refused, with its file and line; absent where it was read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub refused: Option<String>,
}

/// One event.
#[derive(Serialize, JsonSchema, Debug, Clone, PartialEq)]
pub struct EventJson {
    /// The event's id, a UUID made from its content.
    pub id: String,
    /// The event type of the ontology.
    #[serde(rename = "type")]
    pub kind: String,
    /// The PLOVER class; null for plain statements.
    pub plover: Option<String>,
    /// The CAMEO code, mode applied.
    pub cameo: String,
    /// The Goldstein score of the code, -10 to 10.
    pub score: Option<f64>,
    /// Who acted.
    pub actors: Vec<ActorJson>,
    /// Toward whom.
    pub recipients: Vec<ActorJson>,
    /// Who said so; null = the outlet's own voice.
    pub speaker: Option<ActorJson>,
    /// What it is about.
    pub topic: Option<String>,
    /// What a statement says of its topic.
    pub stance: Option<String>,
    /// How it stands to the world: actual, planned, conditional, negated, historical.
    pub mode: String,
    /// Where in its course it is: start, continue, resume, stop.
    pub aspect: Option<String>,
    /// When it happened.
    pub occurred: OccurredJson,
    /// When the text says it ends.
    pub until: Option<String>,
    /// The words.
    pub evidence: EvidenceJson,
    /// How sure the coder is, 0 to 1.
    pub confidence: f64,
    /// The rule that fired.
    pub rule: String,
}

/// One side of an event.
#[derive(Serialize, JsonSchema, Debug, Clone, PartialEq, Eq)]
pub struct ActorJson {
    /// The dotted id.
    pub id: String,
    /// The name to show.
    pub name: String,
    /// state, institution, organisation, group or person.
    pub kind: String,
    /// The state or organisation that it counts for.
    pub country: Option<String>,
    /// The CAMEO sector.
    pub sector: Option<String>,
    /// The words that named it; null for an implied side.
    pub mention: Option<RangeJson>,
}

/// A range of bytes in the field of the evidence.
#[derive(Serialize, JsonSchema, Debug, Copy, Clone, PartialEq, Eq)]
pub struct RangeJson {
    /// The first byte.
    pub start: u32,
    /// The byte after the last.
    pub end: u32,
}

/// When something happened, both ends included.
#[derive(Serialize, JsonSchema, Debug, Clone, PartialEq, Eq)]
pub struct OccurredJson {
    /// The first day on which it may have happened; null = open.
    pub earliest: Option<String>,
    /// The last day on which it may have happened; null = open.
    pub latest: Option<String>,
    /// day, month, year, range, reported, before or after.
    pub precision: String,
}

/// The words of an article that say so.
#[derive(Serialize, JsonSchema, Debug, Clone, PartialEq, Eq)]
pub struct EvidenceJson {
    /// title or text.
    pub field: String,
    /// The first byte.
    pub start: u32,
    /// The byte after the last.
    pub end: u32,
    /// Those bytes.
    pub quote: String,
}

/// Words that looked like an event and were not coded.
#[derive(Serialize, JsonSchema, Debug, Clone, PartialEq, Eq)]
pub struct RefusalJson {
    /// title or text.
    pub field: String,
    /// The first byte.
    pub start: u32,
    /// The byte after the last.
    pub end: u32,
    /// A reason of the closed list.
    pub reason: String,
    /// What was found.
    pub detail: String,
}

/// A sentence that gave no event.
#[derive(Serialize, JsonSchema, Debug, Clone, PartialEq, Eq)]
pub struct UncoveredJson {
    /// title or text.
    pub field: String,
    /// The first byte.
    pub start: u32,
    /// The byte after the last.
    pub end: u32,
    /// Those bytes.
    pub quote: String,
    /// Why, at least one; where nothing in it looked like an event, the whole sentence is given:
    /// no-actor-named or no-frame.
    pub reasons: Vec<RefusalJson>,
}

impl EventJson {
    /// Shows an event; class and score come from the ontology's code book.
    #[must_use]
    pub fn of(event: &Event, ontology: &Ontology) -> Self {
        Self {
            id: event.id.to_string(),
            kind: event.kind.to_string(),
            plover: ontology.plover(event.cameo).map(|class| class.to_string()),
            cameo: event.cameo.to_string(),
            score: ontology.score(event.cameo),
            actors: event.actors.iter().map(ActorJson::of).collect(),
            recipients: event.recipients.iter().map(ActorJson::of).collect(),
            speaker: event.speaker.as_ref().map(ActorJson::of),
            topic: event.topic.as_ref().map(ToString::to_string),
            stance: event.stance.map(|stance| stance.to_string()),
            mode: event.mode.to_string(),
            aspect: event.aspect.map(|aspect| aspect.to_string()),
            occurred: OccurredJson::of(&event.occurred),
            until: event.until.map(|day| day.to_string()),
            evidence: EvidenceJson {
                field: event.evidence.field.to_string(),
                start: event.evidence.span.start(),
                end: event.evidence.span.end(),
                quote: event.evidence.quote.clone(),
            },
            confidence: event.confidence.share(),
            rule: event.coder.rule.clone(),
        }
    }
}

impl ActorJson {
    /// Shows one side of an event.
    #[must_use]
    pub fn of(participant: &Participant) -> Self {
        Self {
            id: participant.id.to_string(),
            name: participant.name.clone(),
            kind: participant.kind.to_string(),
            country: participant.country.as_ref().map(ToString::to_string),
            sector: participant.sector.map(|sector| sector.to_string()),
            mention: participant.mention.map(RangeJson::of),
        }
    }
}

impl RangeJson {
    fn of(span: Span) -> Self {
        Self { start: span.start(), end: span.end() }
    }
}

impl OccurredJson {
    /// Shows an interval.
    #[must_use]
    pub fn of(interval: &Interval) -> Self {
        Self {
            earliest: interval.earliest.map(|day| day.to_string()),
            latest: interval.latest.map(|day| day.to_string()),
            precision: precision(interval.precision).to_owned(),
        }
    }
}

impl RefusalJson {
    /// Shows a refusal.
    #[must_use]
    pub fn of(field: Field, span: Span, reason: &str, detail: &str) -> Self {
        Self {
            field: field.to_string(),
            start: span.start(),
            end: span.end(),
            reason: reason.to_owned(),
            detail: detail.to_owned(),
        }
    }
}

/// Returns the outward word of a precision.
#[must_use]
pub fn precision(precision: Precision) -> &'static str {
    match precision {
        Precision::Day => "day",
        Precision::Month => "month",
        Precision::Year => "year",
        Precision::Range => "range",
        Precision::Reported => "reported",
        Precision::Before => "before",
        Precision::After => "after",
    }
}
