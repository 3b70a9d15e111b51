//! The check of a whole log: chain, order, evidence, references, index; and of the graph against a fresh replay.

mod ids;

use super::{Workspace, WorkspaceError, room};
use crate::graph::replay::{self, Difference};
use crate::log::chain::Checker;
use crate::log::index::key::{self, Key};
use crate::model::article::Article;
use crate::model::category::Field;
use crate::model::event::Event;
use crate::model::id::{ArticleId, EventId, Seq};
use crate::model::record::{Body, Record};
use ids::Ids;
use std::collections::{BTreeMap, VecDeque};

/// How many articles are kept at hand; events follow their article, so that few are read again.
const AT_HAND: usize = 256;

/// How many problems are told one by one.
const TOLD: usize = 100;

/// How many records the index is asked about at once.
const ROUND: usize = 1 << 17;

/// What a check found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Verified {
    /// How many records were read.
    pub records: u64,
    /// How many articles they hold.
    pub articles: usize,
    /// How many events they hold.
    pub events: usize,
    /// What is wrong, in the order of the log: the first that were found.
    pub problems: Vec<String>,
    /// How many more were found.
    pub more: u64,
}

/// What is known of the log up to the record that is looked at.
struct Check<'a> {
    workspace: &'a Workspace,
    found: Verified,
    chain: Checker,
    articles: BTreeMap<ArticleId, Seq>,
    at_hand: VecDeque<Article>,
    events: Ids,
    /// What the index must find.
    keys: BTreeMap<Key, Vec<Seq>>,
}

impl Workspace {
    /// Checks the log record by record, and the index against it.
    ///
    /// Reads the whole log; keeps the ids of all articles and events while it runs: some twenty bytes an event.
    ///
    /// # Errors
    /// When the log stops being readable before anything can be said.
    pub fn verify(&self) -> Result<Verified, WorkspaceError> {
        let mut check = Check {
            workspace: self,
            found: Verified::default(),
            chain: Checker::default(),
            articles: BTreeMap::new(),
            at_hand: VecDeque::new(),
            events: Ids::with_room(room(self.log().head().count)),
            keys: BTreeMap::new(),
        };
        for record in self.log().all() {
            match record {
                Ok(record) => check.record(&record),
                Err(error) => {
                    check.found.problems.push(format!("record {}: {error}", check.found.records));
                    break;
                }
            }
        }
        check.indexed();
        let mut found = check.found;
        found.events = check.events.len();
        found.articles = check.articles.len();
        let expected = self.log().head().count;
        if found.records != expected {
            found.problems.push(format!("the log ends after {} records, {expected} were expected", found.records));
        }
        Ok(found)
    }

    /// [`Workspace::verify`], and where the log is whole the graph against a replay: the one that was folded and asked
    /// before in this process, or else one that grows with the log and is asked while it does.
    ///
    /// # Errors
    /// When the log stops being readable.
    pub fn verify_with_graph(&self) -> Result<Verified, WorkspaceError> {
        let mut found = self.verify()?;
        if found.records == self.log().head().count {
            let difference = match self.whole.get() {
                Some(whole) => replay::compare(whole, &self.replay(None)?),
                None => self.check_graph()?.difference,
            };
            found.problems.extend(difference.map(|Difference { what, one, other }| {
                format!("the graph differs from a replay in {what}: {one}, replayed {other}")
            }));
        }
        Ok(found)
    }
}

impl Check<'_> {
    fn record(&mut self, record: &Record) {
        if let Err(error) = self.chain.check(record) {
            self.problem(record.seq, error.to_string());
        }
        self.found.records += 1;
        for key in key::lasting(record) {
            self.keys.entry(key).or_default().push(record.seq);
        }
        if self.found.records.is_multiple_of(ROUND as u64) {
            self.indexed();
        }
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
                self.articles.insert(article.id, record.seq);
                self.keep(article.clone());
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
        let words = self.article(event.article).map(|article| {
            let field = if evidence.field == Field::Title { &article.title } else { &article.text };
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

    /// Returns an article that came before, read again where it is not at hand.
    fn article(&mut self, id: ArticleId) -> Option<&Article> {
        if !self.at_hand.iter().any(|article| article.id == id) {
            let seq = *self.articles.get(&id)?;
            // A record that cannot be read is told when its turn comes, or was told before.
            match self.workspace.log().get(seq).ok().flatten()?.body {
                Body::ArticleReceived(received) => self.keep(received.article),
                _ => return None,
            }
        }
        self.at_hand.iter().find(|article| article.id == id)
    }

    fn keep(&mut self, article: Article) {
        self.at_hand.push_front(article);
        self.at_hand.truncate(AT_HAND);
    }

    /// Compares what the index finds with what was read since the last time.
    fn indexed(&mut self) {
        let shelf = self.workspace.shelf();
        for (key, expected) in std::mem::take(&mut self.keys) {
            let missing = match shelf.indexed(key) {
                Ok(found) => expected.iter().find(|seq| found.binary_search(seq).is_err()).copied(),
                Err(error) => {
                    self.found.problems.push(format!("the index cannot be read: {error}"));
                    return;
                }
            };
            if let Some(seq) = missing {
                self.problem(seq, "the index does not find it; deleting the folder index makes it anew".to_owned());
            }
        }
    }

    fn known(&mut self, seq: Seq, event: EventId) {
        if !self.events.contains(event) {
            self.problem(seq, format!("event {event} did not come before"));
        }
    }

    fn problem(&mut self, seq: Seq, what: String) {
        if self.found.problems.len() < TOLD {
            self.found.problems.push(format!("record {seq}: {what}"));
        } else {
            self.found.more += 1;
        }
    }
}
