//! Corrections: retract, amend, read again. Each is a record of its own; nothing is ever edited.

use super::{Workspace, WorkspaceError};
use crate::coder;
use crate::graph::Knowledge;
use crate::log::index::key::Key;
use crate::model::day::{Instant, Interval};
use crate::model::event::{CoderMark, Event, Participant};
use crate::model::id::{ActorId, ArticleId, EventId, EventType, Seq, Topic};
use crate::model::record::{ActorDeclared, Body, Record};
use std::collections::BTreeSet;

/// What is put right in an event; absent and empty fields stay as they are.
#[derive(Debug, Clone, Default)]
pub struct Correction {
    /// The right type.
    pub kind: Option<EventType>,
    /// Who acted.
    pub actors: Vec<Participant>,
    /// Toward whom.
    pub recipients: Vec<Participant>,
    /// What it is about.
    pub topic: Option<Topic>,
    /// When it happened.
    pub occurred: Option<Interval>,
}

/// What reading an article again gave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recoded {
    /// The article.
    pub article: ArticleId,
    /// The record; absent where the events are the same as before.
    pub seq: Option<Seq>,
    /// How many events it has now.
    pub events: usize,
    /// How many events it had.
    pub before: usize,
}

impl Workspace {
    /// Records that an event counts no more, and where.
    ///
    /// # Errors
    /// When it counts no more already, or the log cannot be used.
    pub fn retract(&mut self, at: Instant, event: EventId, reason: &str, by: &str) -> Result<Seq, WorkspaceError> {
        self.must_count(event)?;
        let (reason, by) = (reason.to_owned(), by.to_owned());
        self.append_one(at, Body::EventRetracted { event, reason, by })
    }

    /// Records that an event is replaced by a corrected one, and returns that.
    ///
    /// # Errors
    /// When it counts no more already, the type is unknown, or the log cannot be used.
    pub fn amend(
        &mut self,
        at: Instant,
        event: EventId,
        correction: Correction,
        reason: &str,
        by: &str,
    ) -> Result<Event, WorkspaceError> {
        self.must_count(event)?;
        let mut replacement = self.event(event)?;
        if let Some(kind) = correction.kind {
            let code = self.ontology().cameo_for(&kind, None, replacement.mode);
            replacement.cameo = code.ok_or_else(|| WorkspaceError::NoType(kind.to_string()))?;
            replacement.kind = kind;
        }
        if !correction.actors.is_empty() {
            replacement.actors = correction.actors;
        }
        if !correction.recipients.is_empty() {
            replacement.recipients = correction.recipients;
        }
        replacement.topic = correction.topic.or(replacement.topic);
        replacement.occurred = correction.occurred.unwrap_or(replacement.occurred);
        replacement.coder =
            CoderMark { name: by.to_owned(), version: coder::VERSION.to_owned(), rule: format!("amends {event}") };
        // The id of an event does not depend on its date, but an amendment is another event in any case.
        let content = replacement.identify().to_string();
        replacement.id = EventId::of(&["amended", &event.to_string(), &content, &replacement.occurred.to_string()]);
        let (reason, by) = (reason.to_owned(), by.to_owned());
        let body = Body::EventAmended { event, replacement: Box::new(replacement.clone()), reason, by };
        self.append_one(at, body)?;
        Ok(replacement)
    }

    /// Reads a stored article again; its events are replaced where the reading differs.
    ///
    /// # Errors
    /// When the log has no such article or cannot be used.
    pub fn recode(&mut self, at: Instant, article: ArticleId) -> Result<Recoded, WorkspaceError> {
        let stored = self.article(article)?;
        let before: Result<Vec<Event>, _> = self.shelf().events_of(article)?.iter().map(|id| self.event(*id)).collect();
        let before = before?;
        let events = coder::code(&stored, self.ontology(), self.english()?).events;
        let mut recoded = Recoded { article, seq: None, events: events.len(), before: before.len() };
        if events != before {
            let reading = self.reading();
            recoded.seq = Some(self.append_one(at, Body::ArticleRecoded { article, reading, events })?);
        }
        Ok(recoded)
    }

    /// Records that a user added an actor, or names to one.
    ///
    /// # Errors
    /// When the log cannot be used.
    pub fn declare_actor(&mut self, at: Instant, actor: ActorDeclared) -> Result<Seq, WorkspaceError> {
        self.append_one(at, Body::ActorDeclared(actor))
    }

    /// Returns into whom an actor is merged as the log stands, none where it counts for itself.
    ///
    /// # Errors
    /// When the log cannot be read.
    pub fn merged_into(&self, actor: &ActorId) -> Result<Option<ActorId>, WorkspaceError> {
        let mut merged = None;
        for record in self.shelf().records(Key::MERGERS)? {
            match record.body {
                Body::ActorMerged { from, into, .. } if from == *actor => merged = Some(into),
                Body::ActorSplit { from, .. } if from == *actor => merged = None,
                _ => {}
            }
        }
        Ok(merged)
    }

    /// Returns the records that withdrew an event: what retracted, amended or replaced it, in their order.
    ///
    /// # Errors
    /// When the log cannot be read.
    pub fn withdrawals(&self, event: &Event) -> Result<Vec<Record>, WorkspaceError> {
        let of_event = self.shelf().records(Key::event(event.id))?.into_iter().filter(|record| {
            matches!(&record.body,
                Body::EventRetracted { event: withdrawn, .. } | Body::EventAmended { event: withdrawn, .. }
                    if *withdrawn == event.id)
        });
        let of_article =
            self.shelf().records(Key::end_of(event.article))?.into_iter().filter(|record| match &record.body {
                Body::ArticleRecoded { events, .. } => events.iter().all(|kept| kept.id != event.id),
                Body::ArticleReceived(received) => received.revises == Some(event.article),
                _ => false,
            });
        let mut records: Vec<Record> = of_event.chain(of_article).collect();
        records.sort_by_key(|record| record.seq);
        Ok(records)
    }

    /// Appends one body and returns where it stands.
    ///
    /// # Errors
    /// When the log cannot be used.
    pub fn append_one(&mut self, at: Instant, body: Body) -> Result<Seq, WorkspaceError> {
        let next = self.log().head().next();
        let records = self.append(at, vec![body])?;
        Ok(records.first().map_or(next, |record| record.seq))
    }

    fn must_count(&self, event: EventId) -> Result<(), WorkspaceError> {
        if self.shelf().event(event)?.is_none() {
            return Err(WorkspaceError::NoEvent(event.to_string()));
        }
        let counts = self.only_events(&BTreeSet::from([event]))?.lens(&Knowledge::default()).counts(event);
        if counts { Ok(()) } else { Err(WorkspaceError::CountsNoMore(event)) }
    }
}
