//! From the model to its mirror, borrowing every text.

use super::{
    Article, Body, CoderMark, Confidence, Cow, Evidence, Participant, Precision, RawArticle, RawCoder, RawConfidence,
    RawEvent, RawEvidence, RawInterval, RawParticipant, RawPrecision, RawReading, RawSpan, Reading, model, span,
};
use crate::model::day::Interval;
use crate::model::event::Event;

impl<'a> From<&'a model::record::Body> for Body<'a> {
    fn from(body: &'a model::record::Body) -> Self {
        use model::record::Body as From;
        match body {
            From::ArticleReceived(received) => Self::ArticleReceived {
                article: Box::new((&received.article).into()),
                reading: (&received.reading).into(),
                revises: received.revises,
            },
            From::EventRecorded(event) => Self::EventRecorded { event: Box::new(event.into()) },
            From::EventRetracted { event, reason, by } => {
                Self::EventRetracted { event: *event, reason: reason.into(), by: by.into() }
            }
            From::EventAmended { event, replacement, reason, by } => Self::EventAmended {
                event: *event,
                replacement: Box::new(replacement.as_ref().into()),
                reason: reason.into(),
                by: by.into(),
            },
            From::ArticleRecoded { article, reading, events } => Self::ArticleRecoded {
                article: *article,
                reading: reading.into(),
                events: events.iter().map(RawEvent::from).collect(),
            },
            From::ActorDeclared(declared) => Self::ActorDeclared {
                id: declared.id.clone(),
                name: (&declared.name).into(),
                names: Cow::Borrowed(&declared.names),
                kind: declared.kind,
                country: declared.country.clone(),
                sector: declared.sector,
            },
            From::ActorMerged { from, into, reason } => {
                Self::ActorMerged { from: from.clone(), into: into.clone(), reason: reason.into() }
            }
            From::ActorSplit { from, into, reason } => {
                Self::ActorSplit { from: from.clone(), into: into.clone(), reason: reason.into() }
            }
        }
    }
}

impl<'a> From<&'a Article> for RawArticle<'a> {
    fn from(article: &'a Article) -> Self {
        let text = |text: &'a Option<String>| text.as_deref().map(Cow::Borrowed);
        Self {
            id: article.id,
            given_id: text(&article.given_id),
            title: (&article.title).into(),
            title_in_text: article.title_in_text.map(RawSpan::from),
            text: (&article.text).into(),
            prose: article.prose.into(),
            published: article.published,
            source: text(&article.source),
            url: text(&article.url),
            language: (&article.language).into(),
            checksum: article.checksum,
        }
    }
}

impl<'a> From<&'a Reading> for RawReading<'a> {
    fn from(reading: &'a Reading) -> Self {
        Self { coder: (&reading.coder).into(), ontology: reading.ontology }
    }
}

impl<'a> From<&'a Event> for RawEvent<'a> {
    fn from(event: &'a Event) -> Self {
        let side = |side: &'a [Participant]| side.iter().map(RawParticipant::from).collect();
        Self {
            id: event.id,
            article: event.article,
            kind: event.kind.clone(),
            cameo: event.cameo,
            actors: side(&event.actors),
            recipients: side(&event.recipients),
            speaker: event.speaker.as_ref().map(RawParticipant::from),
            topic: event.topic.clone(),
            occurred: (&event.occurred).into(),
            until: event.until,
            published: event.published,
            mode: event.mode,
            aspect: event.aspect,
            stance: event.stance,
            evidence: (&event.evidence).into(),
            coder: (&event.coder).into(),
            confidence: event.confidence.into(),
        }
    }
}

impl<'a> From<&'a Participant> for RawParticipant<'a> {
    fn from(participant: &'a Participant) -> Self {
        Self {
            id: participant.id.clone(),
            name: (&participant.name).into(),
            kind: participant.kind,
            country: participant.country.clone(),
            sector: participant.sector,
            binds: participant.binds,
            mention: participant.mention.map(RawSpan::from),
        }
    }
}

impl From<&Interval> for RawInterval {
    fn from(interval: &Interval) -> Self {
        let precision = match interval.precision {
            Precision::Day => RawPrecision::Day,
            Precision::Month => RawPrecision::Month,
            Precision::Year => RawPrecision::Year,
            Precision::Range => RawPrecision::Range,
            Precision::Reported => RawPrecision::Reported,
            Precision::Before => RawPrecision::Before,
            Precision::After => RawPrecision::After,
        };
        Self { earliest: interval.earliest, latest: interval.latest, precision }
    }
}

impl From<span::Span> for RawSpan {
    fn from(span: span::Span) -> Self {
        Self { start: span.start(), end: span.end() }
    }
}

impl<'a> From<&'a Evidence> for RawEvidence<'a> {
    fn from(evidence: &'a Evidence) -> Self {
        Self {
            field: evidence.field,
            start: evidence.span.start(),
            end: evidence.span.end(),
            quote: (&evidence.quote).into(),
        }
    }
}

impl<'a> From<&'a CoderMark> for RawCoder<'a> {
    fn from(mark: &'a CoderMark) -> Self {
        Self { name: (&mark.name).into(), version: (&mark.version).into(), rule: (&mark.rule).into() }
    }
}

impl From<Confidence> for RawConfidence {
    fn from(confidence: Confidence) -> Self {
        match confidence.hundredths() {
            0 => Self::End(0),
            100 => Self::End(1),
            _ => Self::Share(confidence.share()),
        }
    }
}
