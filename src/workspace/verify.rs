//! The check of a whole log: chain, order, evidence, references, and the graph against a fresh replay.

use super::{Workspace, WorkspaceError};
use crate::graph::replay;
use crate::log::chain::Checker;
use crate::model::category::Field;
use crate::model::event::Event;
use crate::model::id::{ArticleId, EventId, Seq};
use crate::model::record::{Body, Record};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What a check found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Verified {
    /// How many records were read.
    pub records: u64,
    /// How many articles they hold.
    pub articles: usize,
    /// How many events they hold.
    pub events: usize,
    /// What is wrong, in the order of the log.
    pub problems: Vec<String>,
}

/// What is known of the log up to the record that is looked at.
#[derive(Default)]
struct Check {
    found: Verified,
    chain: Checker,
    /// Title and text of each article.
    articles: BTreeMap<ArticleId, (String, String)>,
    events: BTreeSet<EventId>,
}

impl Workspace {
    /// Checks the log record by record, and the graph against a replay.
    ///
    /// Reads the whole log; keeps the texts of all articles while it runs.
    ///
    /// # Errors
    /// When the log stops being readable before anything can be said.
    pub fn verify(&self) -> Result<Verified, WorkspaceError> {
        let mut check = Check::default();
        let mut fresh = crate::graph::Projection::empty(Arc::new(self.projection().rules().clone()));
        for record in self.log().all() {
            match record {
                Ok(record) => {
                    check.record(&record);
                    fresh.apply(&record);
                }
                Err(error) => {
                    check.found.problems.push(format!("record {}: {error}", check.found.records));
                    break;
                }
            }
        }
        let mut found = check.found;
        found.events = check.events.len();
        found.articles = check.articles.len();
        if found.records != self.log().head().count {
            let expected = self.log().head().count;
            found.problems.push(format!("the log ends after {} records, {expected} were expected", found.records));
        }
        if let Some(difference) = replay::compare(self.projection(), &fresh) {
            let (what, one, other) = (difference.what, difference.one, difference.other);
            found.problems.push(format!("the graph differs from a replay in {what}: {one}, replayed {other}"));
        }
        Ok(found)
    }
}

impl Check {
    fn record(&mut self, record: &Record) {
        if let Err(error) = self.chain.check(record) {
            self.problem(record.seq, error.to_string());
        }
        self.found.records += 1;
        match &record.body {
            Body::ArticleReceived(received) => {
                let article = &received.article;
                if article.digest() != article.checksum {
                    self.problem(record.seq, format!("article {} has another checksum than it says", article.id));
                }
                if let Some(older) = received.revises
                    && !self.articles.contains_key(&older)
                {
                    self.problem(
                        record.seq,
                        format!("article {} revises {older}, which did not come before", article.id),
                    );
                }
                self.articles.insert(article.id, (article.title.clone(), article.text.clone()));
            }
            Body::EventRecorded(event) => self.event(record.seq, event),
            Body::EventAmended { event, replacement, .. } => {
                self.known(record.seq, *event);
                self.event(record.seq, replacement);
            }
            Body::EventRetracted { event, .. } => self.known(record.seq, *event),
            Body::ArticleRecoded { article, events, .. } => {
                if !self.articles.contains_key(article) {
                    self.problem(record.seq, format!("article {article} was recoded before it was received"));
                }
                events.iter().for_each(|event| self.event(record.seq, event));
            }
            Body::ActorDeclared(_) | Body::ActorMerged { .. } | Body::ActorSplit { .. } => {}
        }
    }

    fn event(&mut self, seq: Seq, event: &Event) {
        let evidence = &event.evidence;
        let words = self.articles.get(&event.article).map(|(title, text)| {
            let field = if evidence.field == Field::Title { title } else { text };
            evidence.span.slice(field).map(str::to_owned)
        });
        match words {
            None => self
                .problem(seq, format!("event {} is of article {}, which did not come before", event.id, event.article)),
            Some(words) if words.as_deref() != Some(evidence.quote.as_str()) => {
                self.problem(
                    seq,
                    format!("the quote of event {} is not at bytes {} of its article", event.id, evidence.span),
                );
            }
            Some(_) => {}
        }
        self.events.insert(event.id);
    }

    fn known(&mut self, seq: Seq, event: EventId) {
        if !self.events.contains(&event) {
            self.problem(seq, format!("event {event} did not come before"));
        }
    }

    fn problem(&mut self, seq: Seq, what: String) {
        self.found.problems.push(format!("record {seq}: {what}"));
    }
}
