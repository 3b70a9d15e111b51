//! From the model to version 1, borrowing every text.

use super::code::Code;
use super::word_table::WordTable;
use super::{ArticleV1, BodyV1, EventV1, ParticipantV1, ReadingV1, SpanV1};
use crate::model::article::Article;
use crate::model::day::Day;
use crate::model::event::{Event, Participant};
use crate::model::id::{ActorId, Topic};
use crate::model::record::{Body, Reading};
use crate::model::span::Span;

pub(super) fn body<'a>(body: &'a Body, table: &mut WordTable<'a>) -> BodyV1<'a> {
    match body {
        Body::ArticleReceived(received) => BodyV1::ArticleReceived {
            article: Box::new(article(&received.article)),
            reading: reading(&received.reading, table),
            revises: received.revises.map(|id| id.bytes()),
        },
        Body::EventRecorded(recorded) => BodyV1::EventRecorded(event(recorded, table)),
        Body::EventRetracted { event, reason, by } => BodyV1::EventRetracted { event: event.bytes(), reason, by },
        Body::EventAmended { event: old, replacement, reason, by } => {
            BodyV1::EventAmended { event: old.bytes(), replacement: event(replacement, table), reason, by }
        }
        Body::ArticleRecoded { article, reading: by, events } => BodyV1::ArticleRecoded {
            article: article.bytes(),
            reading: reading(by, table),
            events: events.iter().map(|coded| event(coded, table)).collect(),
        },
        Body::ActorDeclared(declared) => BodyV1::ActorDeclared {
            id: table.word(declared.id.as_str()),
            name: &declared.name,
            names: declared.names.iter().map(String::as_str).collect(),
            kind: declared.kind.code(),
            country: declared.country.as_ref().map(|id| table.word(id.as_str())),
            sector: declared.sector.as_ref().map(|sector| table.word(sector.as_str())),
        },
        Body::ActorMerged { from, into, reason } => {
            BodyV1::ActorMerged { from: table.word(from.as_str()), into: table.word(into.as_str()), reason }
        }
        Body::ActorSplit { from, into, reason } => {
            BodyV1::ActorSplit { from: table.word(from.as_str()), into: table.word(into.as_str()), reason }
        }
    }
}

fn article(article: &Article) -> ArticleV1<'_> {
    ArticleV1 {
        id: article.id.bytes(),
        given_id: article.given_id.as_deref(),
        title: &article.title,
        title_in_text: article.title_in_text.map(span),
        text: &article.text,
        prose: span(article.prose),
        published: article.published.number(),
        source: article.source.as_deref(),
        url: article.url.as_deref(),
        language: &article.language,
        checksum: article.checksum.bytes(),
    }
}

fn reading<'a>(reading: &'a Reading, table: &mut WordTable<'a>) -> ReadingV1 {
    ReadingV1 { coder: table.word(&reading.coder), ontology: reading.ontology.bytes() }
}

fn event<'a>(event: &'a Event, table: &mut WordTable<'a>) -> EventV1<'a> {
    let published = event.published.number();
    let before = |day: Option<Day>| day.map(|day| published - day.number());
    EventV1 {
        id: event.id.bytes(),
        article: table.article(event.article.bytes()),
        kind: table.word(event.kind.as_str()),
        cameo: table.word(event.cameo.as_str()),
        actors: side(&event.actors, table),
        recipients: side(&event.recipients, table),
        speaker: event.speaker.as_ref().map(|speaker| participant(speaker, table)),
        topic: event.topic.as_ref().map(Topic::as_str).map(|topic| table.word(topic)),
        published,
        earliest: before(event.occurred.earliest),
        latest: before(event.occurred.latest),
        precision: event.occurred.precision.code(),
        until: before(event.until),
        mode: event.mode.code(),
        aspect: event.aspect.map(Code::code),
        stance: event.stance.map(Code::code),
        field: event.evidence.field.code(),
        span: span(event.evidence.span),
        quote: &event.evidence.quote,
        coder: [&event.coder.name, &event.coder.version, &event.coder.rule].map(|text| table.word(text)),
        confidence: event.confidence.hundredths(),
    }
}

fn side<'a>(side: &'a [Participant], table: &mut WordTable<'a>) -> Vec<ParticipantV1> {
    side.iter().map(|one| participant(one, table)).collect()
}

fn participant<'a>(participant: &'a Participant, table: &mut WordTable<'a>) -> ParticipantV1 {
    ParticipantV1 {
        id: table.word(participant.id.as_str()),
        name: table.word(&participant.name),
        kind_and_binds: 2 * participant.kind.code() + u8::from(participant.binds),
        country: participant.country.as_ref().map(ActorId::as_str).map(|id| table.word(id)),
        sector: participant.sector.as_ref().map(|sector| table.word(sector.as_str())),
        mention: participant.mention.map(span),
    }
}

fn span(span: Span) -> SpanV1 {
    SpanV1 { start: span.start(), len: span.len() }
}
