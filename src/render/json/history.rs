//! What happened: acts of `timeline`, steps of `replay`, what an event did for `explain`.

use super::answer::PositionJson;
use super::event::{EventJson, OccurredJson};
use crate::graph::{Act, Effect, Report, Standstill, Touch};
use schemars::JsonSchema;
use serde::Serialize;

/// One act, a line of `timeline --json`: one event with every report of it.
#[derive(Serialize, JsonSchema, Debug, Clone, PartialEq)]
pub struct ActJson {
    /// The event that stands for the act: the first published.
    pub event: String,
    /// The event type.
    #[serde(rename = "type")]
    pub kind: String,
    /// The parties that acted.
    pub actors: Vec<String>,
    /// The parties toward whom.
    pub recipients: Vec<String>,
    /// What about.
    pub topic: Option<String>,
    /// When, as all reports together say.
    pub occurred: OccurredJson,
    /// When it is said to end.
    pub until: Option<String>,
    /// How it stands to the world.
    pub mode: String,
    /// What a statement says.
    pub stance: Option<String>,
    /// The CAMEO code.
    pub cameo: String,
    /// The Goldstein score.
    pub score: f64,
    /// The organisation that acted, in an answer for a member.
    pub via: Option<String>,
    /// The reports, the first published first.
    pub reports: Vec<ReportJson>,
}

/// One report of an act.
#[derive(Serialize, JsonSchema, Debug, Clone, PartialEq)]
pub struct ReportJson {
    /// The event.
    pub event: String,
    /// The record that holds it.
    pub seq: u64,
    /// The article.
    pub article: String,
    /// When that was published.
    pub published: String,
    /// Who said so; null = the outlet's own voice.
    pub speaker: Option<String>,
    /// title or text.
    pub field: String,
    /// The first byte.
    pub start: u32,
    /// The byte after the last.
    pub end: u32,
    /// The words.
    pub quote: String,
    /// How sure the coder was.
    pub confidence: f64,
}

/// What an act did to one relation; a line of `replay --step --json`.
#[derive(Serialize, JsonSchema, Debug, Clone, PartialEq, Eq)]
pub struct StepJson {
    /// The day from which it counts.
    pub day: String,
    /// The event that stands for the act.
    pub event: String,
    /// The dimension.
    pub dimension: String,
    /// The topic.
    pub topic: Option<String>,
    /// The two parties, the holder first where the relation is directed.
    pub pair: [String; 2],
    /// The state before; null = unknown.
    pub before: Option<String>,
    /// The state after.
    pub after: Option<String>,
    /// moved, reaffirmed, threatened, contradiction, claim, guarded, outranked or voided.
    pub effect: String,
}

/// The document of `explain --json`.
#[derive(Serialize, JsonSchema, Debug, Clone, PartialEq)]
pub struct ExplainJson {
    /// The event as it was coded.
    pub event: EventJson,
    /// Whether it counts.
    pub counts: bool,
    /// The record that holds it.
    pub seq: u64,
    /// The article: its id, title, outlet, url and date.
    pub article: ArticleJson,
    /// The sentence that it was read from; null where today's coder does not give the event.
    pub sentence: Option<String>,
    /// The tree of the sentence, a line a token: number, word, lemma, tag, label, head.
    pub tree: Vec<String>,
    /// How each part was resolved.
    pub why: Vec<String>,
    /// Every report of the same act.
    pub reports: Vec<ReportJson>,
    /// What the act did to relations.
    pub effects: Vec<StepJson>,
    /// The positions that rest on it.
    pub positions: Vec<PositionJson>,
}

/// Where an event was read.
#[derive(Serialize, JsonSchema, Debug, Clone, PartialEq, Eq)]
pub struct ArticleJson {
    /// The article's id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// When it was published.
    pub published: String,
    /// The outlet.
    pub source: Option<String>,
    /// Where it can be read.
    pub url: Option<String>,
}

impl ActJson {
    /// Shows an act.
    #[must_use]
    pub fn of(act: &Act) -> Self {
        Self {
            event: act.event.to_string(),
            kind: act.kind.to_string(),
            actors: act.actors.iter().map(ToString::to_string).collect(),
            recipients: act.recipients.iter().map(ToString::to_string).collect(),
            topic: act.topic.as_ref().map(ToString::to_string),
            occurred: OccurredJson::of(&act.occurred),
            until: act.until.map(|day| day.to_string()),
            mode: act.mode.to_string(),
            stance: act.stance.map(|stance| stance.to_string()),
            cameo: act.cameo.to_string(),
            score: f64::from(act.score_tenths) / 10.0,
            via: act.via.as_ref().map(ToString::to_string),
            reports: act.reports.iter().map(ReportJson::of).collect(),
        }
    }
}

impl ReportJson {
    /// Shows a report.
    #[must_use]
    pub fn of(report: &Report) -> Self {
        Self {
            event: report.event.to_string(),
            seq: report.seq.0,
            article: report.article.to_string(),
            published: report.published.to_string(),
            speaker: report.speaker.as_ref().map(ToString::to_string),
            field: report.field.to_string(),
            start: report.span.start(),
            end: report.span.end(),
            quote: report.quote.clone(),
            confidence: report.confidence.share(),
        }
    }
}

impl StepJson {
    /// Shows what an act did.
    #[must_use]
    pub fn of(touch: &Touch) -> Self {
        Self {
            day: touch.day.to_string(),
            event: touch.event.to_string(),
            dimension: touch.dimension.to_string(),
            topic: touch.topic.as_ref().map(ToString::to_string),
            pair: [touch.pair.0.to_string(), touch.pair.1.to_string()],
            before: touch.before.as_ref().map(ToString::to_string),
            after: touch.after.as_ref().map(ToString::to_string),
            effect: effect(touch.effect).to_owned(),
        }
    }
}

/// Returns the outward word for what an act did.
#[must_use]
pub fn effect(effect: Effect) -> &'static str {
    match effect {
        Effect::Moved => "moved",
        Effect::Reaffirmed => "reaffirmed",
        Effect::Threatened => "threatened",
        Effect::Still(Standstill::Contradiction) => "contradiction",
        Effect::Still(Standstill::Claim) => "claim",
        Effect::Still(Standstill::Guarded) => "guarded",
        Effect::Still(Standstill::Outranked) => "outranked",
        Effect::Still(Standstill::Voided) => "voided",
    }
}
