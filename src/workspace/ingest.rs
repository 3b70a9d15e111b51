//! Articles into the log: what was seen before, what replaces an older text, what is new.

use super::coding::Coded;
use super::{Workspace, WorkspaceError};
use crate::coder::coverage::Quiet;
use crate::coder::refusal::Refusal;
use crate::model::article::Article;
use crate::model::day::Instant;
use crate::model::event::Event;
use crate::model::id::{ArticleId, Seq};
use crate::model::record::{ArticleReceived, Body};
use crate::text::Refused;

/// What became of one article.
#[derive(Debug)]
pub enum Ingested {
    /// It is in the log, durably.
    Recorded {
        /// The article.
        article: Box<Article>,
        /// Its record.
        seq: Seq,
        /// The article that it replaces.
        revises: Option<ArticleId>,
        /// What it says.
        events: Vec<Event>,
        /// What looked like an event and was not coded.
        refusals: Vec<Refusal>,
        /// The sentences that gave no event.
        quiet: Vec<Quiet>,
    },
    /// The log held it already.
    Seen {
        /// The article.
        article: Box<Article>,
    },
    /// It was refused.
    Refused(Refused),
}

/// An article of a batch, before it is appended.
enum Pending {
    New {
        article: Box<Article>,
        revises: Option<ArticleId>,
        events: Vec<Event>,
        refusals: Vec<Refusal>,
        quiet: Vec<Quiet>,
    },
    Seen(Box<Article>),
    Refused(Refused),
}

impl Workspace {
    /// Appends coded articles as one batch, durable when the call returns.
    ///
    /// # Errors
    /// When nothing of the batch was acknowledged.
    pub fn ingest(&mut self, at: Instant, batch: Vec<Coded>) -> Result<Vec<Ingested>, WorkspaceError> {
        let mut bodies = Vec::new();
        let mut pending: Vec<Pending> = Vec::new();
        for coded in batch {
            let next = self.pending(coded, &pending)?;
            if let Pending::New { article, revises, events, .. } = &next {
                let reading = self.reading();
                let article = article.as_ref().clone();
                bodies.push(Body::ArticleReceived(ArticleReceived { article, reading, revises: *revises }));
                bodies.extend(events.iter().cloned().map(Body::EventRecorded));
            }
            pending.push(next);
        }
        let records = if bodies.is_empty() { Vec::new() } else { self.append(at, bodies)? };
        let mut received = records.iter().filter_map(|record| match &record.body {
            Body::ArticleReceived(_) => Some(record.seq),
            _ => None,
        });
        let mut ingested = Vec::new();
        for pending in pending {
            ingested.push(match pending {
                Pending::Seen(article) => Ingested::Seen { article },
                Pending::Refused(refused) => Ingested::Refused(refused),
                Pending::New { article, revises, events, refusals, quiet } => {
                    let Some(seq) = received.next() else { continue };
                    Ingested::Recorded { article, seq, revises, events, refusals, quiet }
                }
            });
        }
        Ok(ingested)
    }

    /// Decides what an article is, after those before it in the batch.
    fn pending(&self, coded: Coded, before: &[Pending]) -> Result<Pending, WorkspaceError> {
        let (article, coding) = match coded {
            Coded::Refused(refused) => return Ok(Pending::Refused(refused)),
            Coded::Passed(article) => return Ok(Pending::Seen(article)),
            Coded::Article(article, coding) => (article, coding),
        };
        let earlier = || {
            before.iter().rev().filter_map(|pending| match pending {
                Pending::New { article, .. } => Some(article.as_ref()),
                _ => None,
            })
        };
        if self.shelf().has(article.id)? || earlier().any(|older| older.id == article.id) {
            return Ok(Pending::Seen(article));
        }
        let in_batch = earlier().find(|older| super::shelf::same_name(older, &article)).map(|older| older.id);
        let revises = match in_batch {
            Some(older) => Some(older),
            None => self.shelf().replaced_by(&article)?,
        };
        Ok(Pending::New { article, revises, events: coding.events, refusals: coding.refusals, quiet: coding.quiet })
    }
}
