//! The serde mirror of a record, which is read from text: its keys, their names and their order.
//!
//! The order of the fields here is the order of the keys in the canonical form, which `writer` writes. Changing a name or an
//! order breaks every chain; a new key needs a new `schema`.

use super::FormError;
use crate::model;
use crate::model::article::Article;
use crate::model::category::{ActorKind, Aspect, Cameo, Field, Mode, Sector, Stance};
use crate::model::day::{Day, Instant, Precision};
use crate::model::event::{CoderMark, Confidence, Evidence, Participant};
use crate::model::id::{ActorId, ArticleId, Digest, EventId, EventType, Topic};
use crate::model::record::{ActorDeclared, ArticleReceived, Reading};
use crate::model::span;
use serde::Deserialize;
use std::borrow::Cow;

mod text;

/// A record with its hash.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Sealed<'a> {
    pub(super) seq: u64,
    #[serde(with = "text")]
    pub(super) recorded_at: Instant,
    pub(super) schema: u32,
    pub(super) body: Body<'a>,
    #[serde(with = "text")]
    pub(super) prev: Digest,
    #[serde(with = "text")]
    pub(super) hash: Digest,
}

/// What a record says.
#[derive(Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields)]
pub(super) enum Body<'a> {
    ArticleReceived {
        article: Box<RawArticle<'a>>,
        reading: RawReading<'a>,
        #[serde(with = "text::option")]
        revises: Option<ArticleId>,
    },
    EventRecorded {
        event: Box<RawEvent<'a>>,
    },
    EventRetracted {
        #[serde(with = "text")]
        event: EventId,
        reason: Cow<'a, str>,
        by: Cow<'a, str>,
    },
    EventAmended {
        #[serde(with = "text")]
        event: EventId,
        replacement: Box<RawEvent<'a>>,
        reason: Cow<'a, str>,
        by: Cow<'a, str>,
    },
    ArticleRecoded {
        #[serde(with = "text")]
        article: ArticleId,
        reading: RawReading<'a>,
        events: Vec<RawEvent<'a>>,
    },
    ActorDeclared {
        #[serde(with = "text")]
        id: ActorId,
        name: Cow<'a, str>,
        names: Cow<'a, [String]>,
        #[serde(rename = "actor_kind", with = "text")]
        kind: ActorKind,
        #[serde(with = "text::option")]
        country: Option<ActorId>,
        #[serde(with = "text::option")]
        sector: Option<Sector>,
    },
    ActorMerged {
        #[serde(with = "text")]
        from: ActorId,
        #[serde(with = "text")]
        into: ActorId,
        reason: Cow<'a, str>,
    },
    ActorSplit {
        #[serde(with = "text")]
        from: ActorId,
        #[serde(with = "text")]
        into: ActorId,
        reason: Cow<'a, str>,
    },
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawArticle<'a> {
    #[serde(with = "text")]
    id: ArticleId,
    given_id: Option<Cow<'a, str>>,
    title: Cow<'a, str>,
    title_in_text: Option<RawSpan>,
    text: Cow<'a, str>,
    prose: RawSpan,
    #[serde(with = "text")]
    published: Day,
    source: Option<Cow<'a, str>>,
    url: Option<Cow<'a, str>>,
    language: Cow<'a, str>,
    #[serde(with = "text")]
    checksum: Digest,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawReading<'a> {
    coder: Cow<'a, str>,
    #[serde(with = "text")]
    ontology: Digest,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawEvent<'a> {
    #[serde(with = "text")]
    id: EventId,
    #[serde(with = "text")]
    article: ArticleId,
    #[serde(rename = "type", with = "text")]
    kind: EventType,
    #[serde(with = "text")]
    cameo: Cameo,
    actors: Vec<RawParticipant<'a>>,
    recipients: Vec<RawParticipant<'a>>,
    speaker: Option<RawParticipant<'a>>,
    #[serde(with = "text::option")]
    topic: Option<Topic>,
    occurred: RawInterval,
    #[serde(with = "text::option")]
    until: Option<Day>,
    #[serde(with = "text")]
    published: Day,
    #[serde(with = "text")]
    mode: Mode,
    #[serde(with = "text::option")]
    aspect: Option<Aspect>,
    #[serde(with = "text::option")]
    stance: Option<Stance>,
    evidence: RawEvidence<'a>,
    coder: RawCoder<'a>,
    confidence: RawConfidence,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawParticipant<'a> {
    #[serde(with = "text")]
    id: ActorId,
    name: Cow<'a, str>,
    #[serde(with = "text")]
    kind: ActorKind,
    #[serde(with = "text::option")]
    country: Option<ActorId>,
    #[serde(with = "text::option")]
    sector: Option<Sector>,
    binds: bool,
    mention: Option<RawSpan>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawInterval {
    #[serde(with = "text::option")]
    earliest: Option<Day>,
    #[serde(with = "text::option")]
    latest: Option<Day>,
    precision: RawPrecision,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
enum RawPrecision {
    Day,
    Month,
    Year,
    Range,
    Reported,
    Before,
    After,
}

#[derive(Copy, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawSpan {
    start: u32,
    end: u32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawEvidence<'a> {
    #[serde(with = "text")]
    field: Field,
    start: u32,
    end: u32,
    quote: Cow<'a, str>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawCoder<'a> {
    name: Cow<'a, str>,
    version: Cow<'a, str>,
    rule: Cow<'a, str>,
}

/// A confidence: the ends as integers, what lies between with one or two decimals.
#[derive(Deserialize)]
#[serde(untagged)]
enum RawConfidence {
    End(u8),
    Share(f64),
}

mod to_model;
