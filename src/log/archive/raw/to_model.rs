//! From the mirror back to the model, checking what the types alone do not.

use super::{
    ActorDeclared, Article, ArticleReceived, Body, CoderMark, Confidence, Cow, Evidence, FormError, Participant,
    Precision, RawArticle, RawCoder, RawConfidence, RawEvent, RawEvidence, RawInterval, RawParticipant, RawPrecision,
    RawReading, RawSpan, Reading, model, span,
};
use crate::model::day::Interval;
use crate::model::event::Event;

impl TryFrom<Body<'_>> for model::record::Body {
    type Error = FormError;

    fn try_from(body: Body<'_>) -> Result<Self, FormError> {
        Ok(match body {
            Body::ArticleReceived { article, reading, revises } => Self::ArticleReceived(ArticleReceived {
                article: (*article).try_into()?,
                reading: reading.into(),
                revises,
            }),
            Body::EventRecorded { event } => Self::EventRecorded((*event).try_into()?),
            Body::EventRetracted { event, reason, by } => {
                Self::EventRetracted { event, reason: reason.into_owned(), by: by.into_owned() }
            }
            Body::EventAmended { event, replacement, reason, by } => Self::EventAmended {
                event,
                replacement: Box::new((*replacement).try_into()?),
                reason: reason.into_owned(),
                by: by.into_owned(),
            },
            Body::ArticleRecoded { article, reading, events } => Self::ArticleRecoded {
                article,
                reading: reading.into(),
                events: events.into_iter().map(Event::try_from).collect::<Result<_, _>>()?,
            },
            Body::ActorDeclared { id, name, names, kind, country, sector } => Self::ActorDeclared(ActorDeclared {
                id,
                name: name.into_owned(),
                names: names.into_owned(),
                kind,
                country,
                sector,
            }),
            Body::ActorMerged { from, into, reason } => Self::ActorMerged { from, into, reason: reason.into_owned() },
            Body::ActorSplit { from, into, reason } => Self::ActorSplit { from, into, reason: reason.into_owned() },
        })
    }
}

impl TryFrom<RawArticle<'_>> for Article {
    type Error = FormError;

    fn try_from(raw: RawArticle<'_>) -> Result<Self, FormError> {
        Ok(Self {
            id: raw.id,
            given_id: raw.given_id.map(Cow::into_owned),
            title: raw.title.into_owned(),
            title_in_text: raw.title_in_text.map(|title| title.checked("title_in_text")).transpose()?,
            text: raw.text.into_owned(),
            prose: raw.prose.checked("prose")?,
            published: raw.published,
            source: raw.source.map(Cow::into_owned),
            url: raw.url.map(Cow::into_owned),
            language: raw.language.into_owned(),
            checksum: raw.checksum,
        })
    }
}

impl From<RawReading<'_>> for Reading {
    fn from(raw: RawReading<'_>) -> Self {
        Self { coder: raw.coder.into_owned(), ontology: raw.ontology }
    }
}

impl TryFrom<RawEvent<'_>> for Event {
    type Error = FormError;

    fn try_from(raw: RawEvent<'_>) -> Result<Self, FormError> {
        let side = |side: Vec<RawParticipant<'_>>| {
            side.into_iter().map(Participant::try_from).collect::<Result<Vec<_>, FormError>>()
        };
        let actors = side(raw.actors)?;
        if actors.is_empty() {
            return Err(FormError::Value { what: "actors", found: "[]".to_owned(), expected: "at least one actor" });
        }
        Ok(Self {
            id: raw.id,
            article: raw.article,
            kind: raw.kind,
            cameo: raw.cameo,
            actors,
            recipients: side(raw.recipients)?,
            speaker: raw.speaker.map(Participant::try_from).transpose()?,
            topic: raw.topic,
            occurred: raw.occurred.into(),
            until: raw.until,
            published: raw.published,
            mode: raw.mode,
            aspect: raw.aspect,
            stance: raw.stance,
            evidence: raw.evidence.try_into()?,
            coder: raw.coder.into(),
            confidence: raw.confidence.try_into()?,
        })
    }
}

impl TryFrom<RawParticipant<'_>> for Participant {
    type Error = FormError;

    fn try_from(raw: RawParticipant<'_>) -> Result<Self, FormError> {
        Ok(Self {
            id: raw.id,
            name: raw.name.into_owned(),
            kind: raw.kind,
            country: raw.country,
            sector: raw.sector,
            binds: raw.binds,
            mention: raw.mention.map(|mention| mention.checked("mention")).transpose()?,
        })
    }
}

impl From<RawInterval> for Interval {
    fn from(raw: RawInterval) -> Self {
        let precision = match raw.precision {
            RawPrecision::Day => Precision::Day,
            RawPrecision::Month => Precision::Month,
            RawPrecision::Year => Precision::Year,
            RawPrecision::Range => Precision::Range,
            RawPrecision::Reported => Precision::Reported,
            RawPrecision::Before => Precision::Before,
            RawPrecision::After => Precision::After,
        };
        Self { earliest: raw.earliest, latest: raw.latest, precision }
    }
}

impl RawSpan {
    fn checked(self, what: &'static str) -> Result<span::Span, FormError> {
        if self.start > self.end {
            let found = format!("{}..{}", self.start, self.end);
            return Err(FormError::Value { what, found, expected: "a range that ends at or after its start" });
        }
        Ok(span::Span::new(self.start, self.end))
    }
}

impl TryFrom<RawEvidence<'_>> for Evidence {
    type Error = FormError;

    fn try_from(raw: RawEvidence<'_>) -> Result<Self, FormError> {
        let span = RawSpan { start: raw.start, end: raw.end }.checked("evidence")?;
        Ok(Self { field: raw.field, span, quote: raw.quote.into_owned() })
    }
}

impl From<RawCoder<'_>> for CoderMark {
    fn from(raw: RawCoder<'_>) -> Self {
        Self { name: raw.name.into_owned(), version: raw.version.into_owned(), rule: raw.rule.into_owned() }
    }
}

impl TryFrom<RawConfidence> for Confidence {
    type Error = FormError;

    fn try_from(raw: RawConfidence) -> Result<Self, FormError> {
        let share = match raw {
            RawConfidence::End(end) => f64::from(end),
            RawConfidence::Share(share) => share,
        };
        // Another number that rounds to the same hundredth is refused by the comparison of bytes.
        (0..=100_u8).map(Self::percent).find(|known| (known.share() - share).abs() < 0.005).ok_or_else(|| {
            FormError::Value { what: "confidence", found: share.to_string(), expected: "a number from 0 to 1" }
        })
    }
}
