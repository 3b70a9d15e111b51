//! Where things stand in the log: articles and events by id, and which article a url or id last named.
//!
//! A fold over records like the graph, and as cheap to make again.

use crate::model::article::Article;
use crate::model::id::{ActorId, ArticleId, EventId, Seq};
use crate::model::record::{ActorDeclared, Body, Reading, Record};
use std::collections::BTreeMap;
use std::ops::Bound;

/// The index of a log.
#[derive(Debug, Default)]
pub struct Shelf {
    articles: BTreeMap<ArticleId, OnShelf>,
    /// The newest article by what a source calls it: its url, or its id with the outlet.
    names: BTreeMap<String, ArticleId>,
    events: BTreeMap<EventId, Seq>,
    /// Actors that users declared, by id.
    declared: BTreeMap<ActorId, ActorDeclared>,
}

/// What the shelf holds of an article.
#[derive(Debug, Clone)]
struct OnShelf {
    seq: Seq,
    reading: Reading,
    events: Vec<EventId>,
}

impl Shelf {
    /// Takes in the next record.
    pub fn apply(&mut self, record: &Record) {
        match &record.body {
            Body::ArticleReceived(received) => {
                let reading = received.reading.clone();
                let on_shelf = OnShelf { seq: record.seq, reading, events: Vec::new() };
                self.articles.insert(received.article.id, on_shelf);
                for name in names(&received.article) {
                    self.names.insert(name, received.article.id);
                }
            }
            Body::EventRecorded(event) => {
                self.events.insert(event.id, record.seq);
                if let Some(article) = self.articles.get_mut(&event.article) {
                    article.events.push(event.id);
                }
            }
            Body::EventAmended { replacement, .. } => {
                self.events.insert(replacement.id, record.seq);
            }
            Body::ArticleRecoded { article, reading, events } => {
                self.events.extend(events.iter().map(|event| (event.id, record.seq)));
                if let Some(on_shelf) = self.articles.get_mut(article) {
                    on_shelf.reading = reading.clone();
                    on_shelf.events = events.iter().map(|event| event.id).collect();
                }
            }
            Body::ActorDeclared(declared) => {
                self.declared.insert(declared.id.clone(), declared.clone());
            }
            Body::EventRetracted { .. } | Body::ActorMerged { .. } | Body::ActorSplit { .. } => {}
        }
    }

    /// Tells whether the log holds an article.
    #[must_use]
    pub fn has(&self, article: ArticleId) -> bool {
        self.articles.contains_key(&article)
    }

    /// Returns where an article was received.
    #[must_use]
    pub fn article(&self, article: ArticleId) -> Option<Seq> {
        self.articles.get(&article).map(|on_shelf| on_shelf.seq)
    }

    /// Returns what read an article last.
    #[must_use]
    pub fn reading(&self, article: ArticleId) -> Option<&Reading> {
        self.articles.get(&article).map(|on_shelf| &on_shelf.reading)
    }

    /// Returns the events that the last reading of an article gave.
    #[must_use]
    pub fn events_of(&self, article: ArticleId) -> &[EventId] {
        self.articles.get(&article).map_or(&[], |on_shelf| &on_shelf.events)
    }

    /// Returns every article in the order in which they were received.
    #[must_use]
    pub fn all_articles(&self) -> Vec<(Seq, ArticleId)> {
        let mut all: Vec<_> = self.articles.iter().map(|(id, on_shelf)| (on_shelf.seq, *id)).collect();
        all.sort_unstable();
        all
    }

    /// Returns the older article that another text of the same url or id replaces.
    #[must_use]
    pub fn replaced_by(&self, article: &Article) -> Option<ArticleId> {
        names(article).iter().find_map(|name| self.names.get(name)).copied().filter(|older| *older != article.id)
    }

    /// Returns where an event stands: the record that brought it.
    #[must_use]
    pub fn event(&self, event: EventId) -> Option<Seq> {
        self.events.get(&event).copied()
    }

    /// Returns the events whose ids begin so, at most `most` of them.
    #[must_use]
    pub fn events_starting(&self, start: &str, most: usize) -> Vec<EventId> {
        let low = floor(start);
        let from = low.map_or(Bound::Unbounded, Bound::Included);
        let range = self.events.range((from, Bound::Unbounded));
        range.map(|(id, _)| *id).take_while(|id| id.to_string().starts_with(start)).take(most).collect()
    }

    /// Returns how many articles and events the log holds.
    #[must_use]
    pub fn counts(&self) -> (usize, usize) {
        (self.articles.len(), self.events.len())
    }

    /// Returns the actors that users declared, by id.
    pub fn declared(&self) -> impl Iterator<Item = &ActorDeclared> {
        self.declared.values()
    }
}

/// The first id that begins so: the start filled up with zeros.
fn floor(start: &str) -> Option<EventId> {
    const ZERO: &str = "00000000-0000-0000-0000-000000000000";
    let rest = ZERO.get(start.len()..)?;
    format!("{start}{rest}").parse().ok()
}

fn names(article: &Article) -> Vec<String> {
    let url = article.url.as_ref().map(|url| format!("url {url}"));
    let source = article.source.as_deref().unwrap_or_default();
    let id = article.given_id.as_ref().map(|id| format!("id {source} {id}"));
    url.into_iter().chain(id).collect()
}

/// Tells whether two articles bear the same url, or the same id of one outlet.
pub(super) fn same_name(one: &Article, other: &Article) -> bool {
    let others = names(other);
    names(one).iter().any(|name| others.contains(name))
}
