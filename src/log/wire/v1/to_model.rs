//! From version 1 to the model, refusing what the model does not know.

use super::code::Code;
use super::{ArticleV1, BodyV1, EventV1, ParticipantV1, ReadingV1, SpanV1, WireError, Word};
use crate::model::article::Article;
use crate::model::day::{Day, Interval};
use crate::model::event::{CoderMark, Confidence, Event, Evidence, Participant};
use crate::model::id::{ActorId, ArticleId, Digest, EventId, EventType, Seq, Topic};
use crate::model::record::{ActorDeclared, ArticleReceived, Body, Reading};
use crate::model::span::Span;
use std::fmt::Display;
use std::str::FromStr;

/// The words of a block, with what they were parsed to so far.
pub(super) struct Words<'a> {
    /// The record that is being read, for messages.
    pub(super) seq: Seq,
    words: Vec<&'a str>,
    articles: Vec<[u8; 16]>,
    actors: Vec<Option<ActorId>>,
    kinds: Vec<Option<EventType>>,
    topics: Vec<Option<Topic>>,
}

impl<'a> Words<'a> {
    pub(super) fn new(words: Vec<&'a str>, articles: Vec<[u8; 16]>) -> Self {
        let n_words = words.len();
        Self {
            seq: Seq(0),
            words,
            articles,
            actors: vec![None; n_words],
            kinds: vec![None; n_words],
            topics: vec![None; n_words],
        }
    }

    pub(super) fn body(&mut self, body: BodyV1<'_>) -> Result<Body, WireError> {
        Ok(match body {
            BodyV1::ArticleReceived { article, reading, revises } => Body::ArticleReceived(ArticleReceived {
                article: self.article(&article)?,
                reading: self.reading(&reading)?,
                revises: revises.map(ArticleId::from_bytes),
            }),
            BodyV1::EventRecorded(event) => Body::EventRecorded(self.event(event)?),
            BodyV1::EventRetracted { event, reason, by } => {
                Body::EventRetracted { event: EventId::from_bytes(event), reason: reason.to_owned(), by: by.to_owned() }
            }
            BodyV1::EventAmended { event, replacement, reason, by } => Body::EventAmended {
                event: EventId::from_bytes(event),
                replacement: Box::new(self.event(replacement)?),
                reason: reason.to_owned(),
                by: by.to_owned(),
            },
            BodyV1::ArticleRecoded { article, reading, events } => Body::ArticleRecoded {
                article: ArticleId::from_bytes(article),
                reading: self.reading(&reading)?,
                events: events.into_iter().map(|event| self.event(event)).collect::<Result<_, _>>()?,
            },
            BodyV1::ActorDeclared { id, name, names, kind, country, sector } => Body::ActorDeclared(ActorDeclared {
                id: self.actor(id)?,
                name: name.to_owned(),
                names: names.into_iter().map(str::to_owned).collect(),
                kind: self.code("kind", kind)?,
                country: country.map(|country| self.actor(country)).transpose()?,
                sector: sector.map(|sector| self.parse("sector", sector)).transpose()?,
            }),
            BodyV1::ActorMerged { from, into, reason } => {
                Body::ActorMerged { from: self.actor(from)?, into: self.actor(into)?, reason: reason.to_owned() }
            }
            BodyV1::ActorSplit { from, into, reason } => {
                Body::ActorSplit { from: self.actor(from)?, into: self.actor(into)?, reason: reason.to_owned() }
            }
        })
    }

    fn article(&self, article: &ArticleV1<'_>) -> Result<Article, WireError> {
        Ok(Article {
            id: ArticleId::from_bytes(article.id),
            given_id: article.given_id.map(str::to_owned),
            title: article.title.to_owned(),
            title_in_text: article.title_in_text.as_ref().map(|span| self.span(span)).transpose()?,
            text: article.text.to_owned(),
            prose: self.span(&article.prose)?,
            published: self.day("published", Some(article.published))?,
            source: article.source.map(str::to_owned),
            url: article.url.map(str::to_owned),
            language: article.language.to_owned(),
            checksum: Digest::from_bytes(article.checksum),
        })
    }

    fn reading(&self, reading: &ReadingV1) -> Result<Reading, WireError> {
        Ok(Reading { coder: self.word(reading.coder)?.to_owned(), ontology: Digest::from_bytes(reading.ontology) })
    }

    fn event(&mut self, event: EventV1<'_>) -> Result<Event, WireError> {
        let before =
            |days: Option<i32>, what| days.map(|days| self.day(what, event.published.checked_sub(days))).transpose();
        let occurred = Interval {
            earliest: before(event.earliest, "earliest")?,
            latest: before(event.latest, "latest")?,
            precision: self.code("precision", event.precision)?,
        };
        let until = before(event.until, "until")?;
        let [name, version, rule] = event.coder;
        Ok(Event {
            id: EventId::from_bytes(event.id),
            article: self
                .articles
                .get(event.article as usize)
                .copied()
                .map(ArticleId::from_bytes)
                .ok_or_else(|| self.wrong("article", event.article))?,
            kind: self.event_type(event.kind)?,
            cameo: self.parse("cameo", event.cameo)?,
            actors: self.side(event.actors)?,
            recipients: self.side(event.recipients)?,
            speaker: event.speaker.map(|speaker| self.participant(&speaker)).transpose()?,
            topic: event.topic.map(|topic| self.topic(topic)).transpose()?,
            occurred,
            until,
            published: self.day("published", Some(event.published))?,
            mode: self.code("mode", event.mode)?,
            aspect: event.aspect.map(|aspect| self.code("aspect", aspect)).transpose()?,
            stance: event.stance.map(|stance| self.code("stance", stance)).transpose()?,
            evidence: Evidence {
                field: self.code("field", event.field)?,
                span: self.span(&event.span)?,
                quote: event.quote.to_owned(),
            },
            coder: CoderMark {
                name: self.word(name)?.to_owned(),
                version: self.word(version)?.to_owned(),
                rule: self.word(rule)?.to_owned(),
            },
            confidence: if event.confidence <= 100 {
                Confidence::percent(event.confidence)
            } else {
                return Err(self.wrong("confidence", event.confidence));
            },
        })
    }

    fn side(&mut self, side: Vec<ParticipantV1>) -> Result<Vec<Participant>, WireError> {
        side.iter().map(|participant| self.participant(participant)).collect()
    }

    fn participant(&mut self, participant: &ParticipantV1) -> Result<Participant, WireError> {
        Ok(Participant {
            id: self.actor(participant.id)?,
            name: self.word(participant.name)?.to_owned(),
            kind: self.code("kind", participant.kind_and_binds / 2)?,
            country: participant.country.map(|country| self.actor(country)).transpose()?,
            sector: participant.sector.map(|sector| self.parse("sector", sector)).transpose()?,
            binds: participant.kind_and_binds % 2 == 1,
            mention: participant.mention.as_ref().map(|span| self.span(span)).transpose()?,
        })
    }

    fn actor(&mut self, word: Word) -> Result<ActorId, WireError> {
        if let Some(Some(known)) = self.actors.get(word as usize) {
            return Ok(known.clone());
        }
        let actor: ActorId = self.parse("actor", word)?;
        if let Some(slot) = self.actors.get_mut(word as usize) {
            *slot = Some(actor.clone());
        }
        Ok(actor)
    }

    fn event_type(&mut self, word: Word) -> Result<EventType, WireError> {
        if let Some(Some(known)) = self.kinds.get(word as usize) {
            return Ok(known.clone());
        }
        let kind: EventType = self.parse("type", word)?;
        if let Some(slot) = self.kinds.get_mut(word as usize) {
            *slot = Some(kind.clone());
        }
        Ok(kind)
    }

    fn topic(&mut self, word: Word) -> Result<Topic, WireError> {
        if let Some(Some(known)) = self.topics.get(word as usize) {
            return Ok(known.clone());
        }
        let topic: Topic = self.parse("topic", word)?;
        if let Some(slot) = self.topics.get_mut(word as usize) {
            *slot = Some(topic.clone());
        }
        Ok(topic)
    }

    fn word(&self, word: Word) -> Result<&'a str, WireError> {
        self.words.get(word as usize).copied().ok_or_else(|| self.wrong("word", word))
    }

    fn parse<T: FromStr>(&self, what: &'static str, word: Word) -> Result<T, WireError> {
        let text = self.word(word)?;
        text.parse().map_err(|_| self.wrong(what, format!("{text:?}")))
    }

    fn code<T: Code>(&self, what: &'static str, code: u8) -> Result<T, WireError> {
        T::of(code).ok_or_else(|| self.wrong(what, code))
    }

    fn day(&self, what: &'static str, number: Option<i32>) -> Result<Day, WireError> {
        number.and_then(Day::from_number).ok_or_else(|| self.wrong(what, format!("{number:?}")))
    }

    fn span(&self, span: &SpanV1) -> Result<Span, WireError> {
        let end = span.start.checked_add(span.len).ok_or_else(|| self.wrong("span", span.len))?;
        Ok(Span::new(span.start, end))
    }

    fn wrong(&self, what: &'static str, found: impl Display) -> WireError {
        WireError::Value { what, seq: self.seq, found: found.to_string() }
    }
}
