//! Where things stand in the log: articles and events by id, and which article a url or id last named.
//!
//! Looked up in the index of the log and read from the log itself, so that a store of any size opens at
//! once. Where the index cannot be read, the log is read through instead, and the index is discarded.

use crate::graph::Knowledge;
use crate::log::index::Index;
use crate::log::index::key::{self, Key};
use crate::log::{Log, LogError};
use crate::model::article::Article;
use crate::model::event::Event;
use crate::model::id::{ActorId, ArticleId, EventId, Seq};
use crate::model::record::{Body, Record};
use std::io;

/// What is looked up in a log.
#[derive(Clone, Copy)]
pub struct Shelf<'a> {
    index: &'a Index,
    log: &'a dyn Log,
}

impl<'a> Shelf<'a> {
    pub(super) fn of(index: &'a Index, log: &'a dyn Log) -> Self {
        Self { index, log }
    }

    /// Tells whether the log holds an article.
    ///
    /// # Errors
    /// When the log cannot be read; so for all others.
    pub fn has(&self, article: ArticleId) -> Result<bool, LogError> {
        Ok(self.article(article)?.is_some())
    }

    /// Returns where an article was received.
    ///
    /// # Errors
    /// When the log cannot be read.
    pub fn article(&self, article: ArticleId) -> Result<Option<Seq>, LogError> {
        // Its reception comes before its events.
        for seq in self.seqs(Key::article(article))? {
            if let Some(Body::ArticleReceived(received)) = self.log.get(seq)?.map(|record| record.body)
                && received.article.id == article
            {
                return Ok(Some(seq));
            }
        }
        Ok(None)
    }

    /// Returns the events that the last reading of an article gave.
    ///
    /// # Errors
    /// When the log cannot be read.
    pub fn events_of(&self, id: ArticleId) -> Result<Vec<EventId>, LogError> {
        let mut events = Vec::new();
        for record in self.records(Key::article(id))? {
            match &record.body {
                Body::EventRecorded(event) if event.article == id => events.push(event.id),
                Body::ArticleRecoded { article, events: again, .. } if *article == id => {
                    events = again.iter().map(|event| event.id).collect();
                }
                _ => {}
            }
        }
        Ok(events)
    }

    /// Returns every article in the order in which they were received.
    ///
    /// # Errors
    /// When the log cannot be read.
    pub fn all_articles(&self) -> Result<Vec<(Seq, ArticleId)>, LogError> {
        let mut all = Vec::new();
        for seq in self.seqs(Key::RECEIVED)? {
            if let Some(Body::ArticleReceived(received)) = self.log.get(seq)?.map(|record| record.body) {
                all.push((seq, received.article.id));
            }
        }
        Ok(all)
    }

    /// Returns the older article that another text of the same url or id replaces.
    ///
    /// # Errors
    /// When the log cannot be read.
    pub fn replaced_by(&self, article: &Article) -> Result<Option<ArticleId>, LogError> {
        for name in key::names(article) {
            for seq in self.seqs(Key::name(&name))?.into_iter().rev() {
                if let Some(Body::ArticleReceived(received)) = self.log.get(seq)?.map(|record| record.body)
                    && key::names(&received.article).contains(&name)
                {
                    return Ok((received.article.id != article.id).then_some(received.article.id));
                }
            }
        }
        Ok(None)
    }

    /// Returns where an event stands: the record that brought it.
    ///
    /// # Errors
    /// When the log cannot be read.
    pub fn event(&self, event: EventId) -> Result<Option<Seq>, LogError> {
        let brought = |record: &Record| key::events(record).iter().any(|one| one.id == event);
        let records = self.records(Key::event(event))?;
        Ok(records.iter().rev().find(|record| brought(record)).map(|record| record.seq))
    }

    /// Returns the events whose ids begin so, by id, at most `most` of them.
    ///
    /// # Errors
    /// When the log cannot be read.
    pub fn events_starting(&self, start: &str, most: usize) -> Result<Vec<EventId>, LogError> {
        let (Some(first), Some(last)) = (filled(start, '0'), filled(start, 'f')) else { return Ok(Vec::new()) };
        // An id that was only ever retracted has a key too.
        let seqs = self.found(self.index.between(Key::event(first), Key::event(last), 8 * most), |record| {
            key::events(record).iter().any(|event| event.id.to_string().starts_with(start))
        })?;
        let mut events: Vec<EventId> = self
            .pick(seqs)?
            .iter()
            .flat_map(key::events)
            .map(|event| event.id)
            .filter(|id| id.to_string().starts_with(start))
            .collect();
        events.sort_unstable();
        events.dedup();
        events.truncate(most);
        Ok(events)
    }

    /// Returns the name that events that are known give an actor: of several the one that sorts first.
    ///
    /// # Errors
    /// When the log cannot be read.
    pub fn told(&self, id: &ActorId, knowledge: &Knowledge) -> Result<Option<String>, LogError> {
        let records = self.records(Key::told(id))?;
        let known = |record: &Record, event: &Event| knowledge.holds(event.published, record.seq, record.recorded_at);
        let events =
            records.iter().flat_map(|record| key::events(record).iter().filter(move |event| known(record, event)));
        let voices = events.flat_map(key::voices).filter(|voice| voice.id == *id);
        let first = voices.min_by_key(|voice| (&voice.name, voice.kind, voice.party()));
        Ok(first.map(|voice| voice.name.clone()))
    }

    /// Tells whether an actor is a party of any event.
    ///
    /// # Errors
    /// When the log cannot be read.
    pub fn acts(&self, id: &ActorId) -> Result<bool, LogError> {
        // The first record answers, but where another actor has the same key.
        for seq in self.seqs(Key::party(id))? {
            let record = self.log.get(seq)?;
            let mut sides =
                record.iter().flat_map(key::events).flat_map(|event| event.actors.iter().chain(&event.recipients));
            if sides.any(|participant| participant.party() == id) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Returns the records that a key finds, in order; some may not be of what was meant.
    ///
    /// # Errors
    /// When the log cannot be read.
    pub fn records(&self, key: Key) -> Result<Vec<Record>, LogError> {
        self.pick(self.seqs(key)?)
    }

    /// Returns the positions that a key finds, in order.
    pub(super) fn seqs(&self, key: Key) -> Result<Vec<Seq>, LogError> {
        self.found(self.index.get(key), |record| key::all(record).contains(&key))
    }

    /// Returns what the index alone finds.
    pub(super) fn indexed(&self, key: Key) -> io::Result<Vec<Seq>> {
        self.index.get(key)
    }

    pub(super) fn pick(&self, mut seqs: Vec<Seq>) -> Result<Vec<Record>, LogError> {
        seqs.sort_unstable();
        seqs.dedup();
        self.log.pick(&seqs)
    }

    /// Returns what the index found; where it is damaged, what a scan of the log finds.
    fn found(&self, found: io::Result<Vec<Seq>>, meant: impl Fn(&Record) -> bool) -> Result<Vec<Seq>, LogError> {
        if let Ok(found) = found {
            return Ok(found);
        }
        self.index.discard();
        let mut seqs = Vec::new();
        for record in self.log.all() {
            let record = record?;
            if meant(&record) {
                seqs.push(record.seq);
            }
        }
        Ok(seqs)
    }
}

/// The id that begins so, filled up with a digit.
fn filled(start: &str, digit: char) -> Option<EventId> {
    const FORM: &str = "00000000-0000-0000-0000-000000000000";
    let rest = FORM.get(start.len()..)?.replace('0', &digit.to_string());
    format!("{start}{rest}").parse().ok()
}

/// Tells whether two articles bear the same url, or the same id of one outlet.
pub(super) fn same_name(one: &Article, other: &Article) -> bool {
    let others = key::names(other);
    key::names(one).iter().any(|name| others.contains(name))
}
