//! A store opened: ontology, log and graph together, and what can be done with them.
//!
//! The only module beside `log` that touches the file system. Never prints and never reads the clock:
//! whoever appends says when.
//!
//! Nothing is folded before it is asked for: a question about one or two actors reads their records
//! alone (see [`part`]), and only what concerns everybody folds the whole log.
//!
//! Invariant: graph and shelf are the fold of the log. What is not in the log yet is in neither.

pub mod coding;
pub mod correct;
pub mod demo;
pub mod ingest;
pub mod part;
mod reading;
pub mod shelf;
pub mod sources;
pub mod verify;
pub mod whole;

use crate::coder;
use crate::english::English;
use crate::graph::rules::Rules;
use crate::graph::view::Scope;
use crate::graph::{Knowledge, Projection};
use crate::log::archive::{self, ArchiveError, Imported};
use crate::log::index::Index;
use crate::log::index::key::Key;
use crate::log::memory::MemoryLog;
use crate::log::store::DiskLog;
use crate::log::store::salvage::{self, Recovery};
use crate::log::{Log, LogError};
use crate::model::article::Article;
use crate::model::day::{Day, Instant};
use crate::model::event::Event;
use crate::model::id::{ActorId, ArticleId, EventId, Seq};
use crate::model::record::{ActorDeclared, Body, Reading, Record};
use crate::model::sheet::Quotes;
use crate::ontology::Ontology;
use crate::ontology::check::OntologyError;
use shelf::Shelf;
use std::collections::BTreeMap;
use std::fmt;
use std::fs::File;
use std::io::{self, BufRead, BufWriter, Write};
use std::path::Path;
use std::sync::{Arc, Mutex, OnceLock};
use thiserror::Error;

/// For how many events room is made at once: more would ask for memory that may not be needed.
const MOST_ROOM: usize = 1 << 24;

/// Returns for how many events room is made, where there are so many records.
fn room(n_records: u64) -> usize {
    usize::try_from(n_records).unwrap_or(usize::MAX).min(MOST_ROOM)
}

/// Why a workspace could not do what was asked.
#[derive(Debug, Error)]
pub enum WorkspaceError {
    /// The log could not be used.
    #[error(transparent)]
    Log(#[from] LogError),
    /// An archive could not be written or read.
    #[error(transparent)]
    Archive(#[from] ArchiveError),
    /// The schema is not sound.
    #[error(transparent)]
    Ontology(#[from] OntologyError),
    /// No event has the id.
    #[error("no event of the log has an id that begins with {0}")]
    NoEvent(String),
    /// Several events have ids that begin so.
    #[error("{count} or more events have ids that begin with {start}: {}", list.join(", "))]
    ManyEvents {
        /// What was typed.
        start: String,
        /// How many were found at least.
        count: usize,
        /// The first of them.
        list: Vec<String>,
    },
    /// No article has the id.
    #[error("the log holds no article {0}")]
    NoArticle(ArticleId),
    /// The event counts no more already.
    #[error("event {0} counts no more: it was retracted, amended or replaced before")]
    CountsNoMore(EventId),
    /// The ontology has no such event type.
    #[error("{0} is not an event type of the ontology")]
    NoType(String),
    /// Import and restore need an empty store.
    #[error("the store holds {0} records already: an empty one was expected")]
    NotEmpty(u64),
    /// A file could not be used.
    #[error("{what}")]
    File {
        /// Which, and for what.
        what: String,
        /// The system's answer.
        #[source]
        source: io::Error,
    },
}

/// A store opened.
pub struct Workspace {
    ontology: Arc<Ontology>,
    rules: Arc<Rules>,
    /// Loaded when something is first coded.
    english: OnceLock<English>,
    /// Stands before the log, so that it is closed while the store is still held.
    index: Index,
    log: Box<dyn Log>,
    /// Actors that users declared, by id, with where and when.
    declared: BTreeMap<ActorId, (Seq, Instant, ActorDeclared)>,
    /// Under which actors are named.
    knowledge: Knowledge,
    /// Folded when first asked for.
    whole: OnceLock<Projection>,
    /// The part that was asked for last.
    last: Mutex<Option<(Scope, Arc<Projection>)>>,
}

impl fmt::Debug for Workspace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Workspace").field("head", &self.log.head()).finish_non_exhaustive()
    }
}

impl Workspace {
    /// Opens the store in a folder and makes it where there is none.
    ///
    /// # Errors
    /// When the store is held by another process, damaged or newer, or the schema is not sound.
    pub fn open(store: &Path) -> Result<Self, WorkspaceError> {
        Self::over(Box::new(DiskLog::open(store)?), Ontology::shared()?)
    }

    /// Opens the store in a folder, which must be there.
    ///
    /// # Errors
    /// As [`Workspace::open`]; also where there is no store.
    pub fn open_existing(store: &Path) -> Result<Self, WorkspaceError> {
        Self::over(Box::new(DiskLog::open_existing(store)?), Ontology::shared()?)
    }

    /// Makes a workspace whose log is kept in memory and gone with it.
    ///
    /// # Errors
    /// When the schema is not sound.
    pub fn in_memory() -> Result<Self, WorkspaceError> {
        Self::over(Box::new(MemoryLog::new()), Ontology::shared()?)
    }

    /// Makes a workspace of a log and of what is known beforehand; nothing is folded yet.
    ///
    /// # Errors
    /// When the log cannot be read.
    pub fn over(log: Box<dyn Log>, ontology: impl Into<Arc<Ontology>>) -> Result<Self, WorkspaceError> {
        let ontology = ontology.into();
        let rules = Arc::new(Rules::of(&ontology));
        let index = Index::open(log.as_ref())?;
        let declared = Shelf::of(&index, log.as_ref()).records(Key::DECLARED)?;
        let mut workspace = Self {
            ontology,
            rules,
            english: OnceLock::new(),
            log,
            index,
            declared: BTreeMap::new(),
            knowledge: Knowledge::default(),
            whole: OnceLock::new(),
            last: Mutex::new(None),
        };
        declared.iter().for_each(|record| workspace.declare(record));
        Ok(workspace)
    }

    fn declare(&mut self, record: &Record) {
        if let Body::ActorDeclared(declared) = &record.body {
            self.declared.insert(declared.id.clone(), (record.seq, record.recorded_at, declared.clone()));
        }
    }

    /// Names actors from now on as they were named in a state of knowledge.
    #[must_use]
    pub fn naming(self, knowledge: Knowledge) -> Self {
        Self { knowledge, ..self }
    }

    fn declaration(&self, id: &ActorId) -> Option<&ActorDeclared> {
        let known = self.declared.get(id).filter(|(seq, at, _)| self.knowledge.had(*seq, *at));
        known.map(|(_, _, declared)| declared)
    }

    /// Returns what is known beforehand.
    #[must_use]
    pub fn ontology(&self) -> &Ontology {
        &self.ontology
    }

    /// Returns the reader of English, when the ontology is ready to code too.
    ///
    /// # Errors
    /// When the schema is not sound.
    pub fn english(&self) -> Result<&English, WorkspaceError> {
        self.ontology.ready()?;
        Ok(self.english.get_or_init(English::bundled))
    }

    /// Returns the log.
    #[must_use]
    pub fn log(&self) -> &dyn Log {
        self.log.as_ref()
    }

    /// Returns the graph of the whole log, folded when first asked for.
    ///
    /// # Errors
    /// When the log cannot be read.
    pub fn projection(&self) -> Result<&Projection, WorkspaceError> {
        if let Some(whole) = self.whole.get() {
            return Ok(whole);
        }
        let folded = self.replay(None)?;
        Ok(self.whole.get_or_init(|| folded))
    }

    /// Returns what is looked up in the log.
    #[must_use]
    pub fn shelf(&self) -> Shelf<'_> {
        Shelf::of(&self.index, self.log.as_ref())
    }

    /// Returns the actors that users declared, by id.
    pub fn declared(&self) -> impl Iterator<Item = &ActorDeclared> {
        self.declared.values().map(|(_, _, declared)| declared)
    }

    /// Returns the name to show for an actor.
    #[must_use]
    pub fn name(&self, id: &ActorId) -> String {
        let declared = self.declaration(id).map(|declared| declared.name.clone());
        let day = Day::from_number(0);
        // Where the log cannot be read, whoever reads the records says so; an id is a name too.
        let told = || self.shelf().told(id, &self.knowledge).ok().flatten();
        declared
            .or_else(|| self.ontology.roster().actor(id).map(|entry| entry.name.clone()))
            .or_else(told)
            .filter(|name| name != id.as_str())
            .or_else(|| day.and_then(|day| self.ontology.roster().participant(id, day)).map(|organ| organ.name))
            .unwrap_or_else(|| id.to_string())
    }

    /// Tells whether the log has anything of an actor that no name is known for.
    ///
    /// # Errors
    /// When the log cannot be read.
    pub fn knows(&self, id: &ActorId) -> Result<bool, WorkspaceError> {
        Ok(self.shelf().acts(id)?)
    }

    /// Returns the state or organisation that an actor counts for; itself where it counts for none.
    #[must_use]
    pub fn party(&self, id: &ActorId) -> ActorId {
        if let Some(country) = self.declaration(id).and_then(|declared| declared.country.clone()) {
            return country;
        }
        self.ontology.roster().party_of(id).map_or_else(|| id.clone(), |entry| entry.id.clone())
    }

    /// Returns what reads articles now.
    #[must_use]
    pub fn reading(&self) -> Reading {
        Reading { coder: coder::VERSION.to_owned(), ontology: self.ontology.digest() }
    }

    /// Appends bodies as one batch and takes them into the graph and the index.
    ///
    /// # Errors
    /// When nothing was acknowledged.
    pub fn append(&mut self, at: Instant, bodies: Vec<Body>) -> Result<Vec<Record>, WorkspaceError> {
        let records = self.log.append(at, bodies)?;
        *self.parts() = None;
        for record in &records {
            if let Some(whole) = self.whole.get_mut() {
                whole.apply(record);
            }
            self.index.add(record);
            self.declare(record);
        }
        Ok(records)
    }

    /// Finds the event that an id, or the start of one, names.
    ///
    /// # Errors
    /// When none or several do.
    pub fn find_event(&self, start: &str) -> Result<EventId, WorkspaceError> {
        const MOST: usize = 5;
        let found = self.shelf().events_starting(start, MOST)?;
        match found.as_slice() {
            [] => Err(WorkspaceError::NoEvent(start.to_owned())),
            [one] => Ok(*one),
            several => Err(WorkspaceError::ManyEvents {
                start: start.to_owned(),
                count: several.len(),
                list: several.iter().map(ToString::to_string).collect(),
            }),
        }
    }

    /// Returns an event as the log holds it.
    ///
    /// # Errors
    /// When the log has no such event or cannot be read.
    pub fn event(&self, id: EventId) -> Result<Event, WorkspaceError> {
        let none = || WorkspaceError::NoEvent(id.to_string());
        let seq = self.shelf().event(id)?.ok_or_else(none)?;
        let record = self.log.get(seq)?.ok_or_else(none)?;
        match record.body {
            Body::EventRecorded(event) => Some(event),
            Body::EventAmended { replacement, .. } => Some(*replacement),
            Body::ArticleRecoded { events, .. } => events.into_iter().find(|event| event.id == id),
            _ => None,
        }
        .ok_or_else(none)
    }

    /// Returns an article as the log holds it.
    ///
    /// # Errors
    /// When the log has no such article or cannot be read.
    pub fn article(&self, id: ArticleId) -> Result<Article, WorkspaceError> {
        let seq = self.shelf().article(id)?.ok_or(WorkspaceError::NoArticle(id))?;
        match self.log.get(seq)?.map(|record| record.body) {
            Some(Body::ArticleReceived(received)) => Ok(received.article),
            _ => Err(WorkspaceError::NoArticle(id)),
        }
    }

    /// Writes the whole log as NDJSON and returns how many records that were.
    ///
    /// # Errors
    /// When the log cannot be read or the archive not be written.
    pub fn export(&self, out: impl Write) -> Result<u64, WorkspaceError> {
        Ok(archive::export(self.log.all(), out)?)
    }

    /// Reads an archive into an empty store, or goes on with an import that was broken off.
    ///
    /// # Errors
    /// When the archive is not the continuation of what the store holds, or the store cannot be used.
    pub fn import(store: &Path, input: impl BufRead) -> Result<Imported, WorkspaceError> {
        let mut log = DiskLog::open(store)?;
        Ok(archive::import(input, &mut log)?)
    }

    /// Writes the whole log into a file, synced when the call returns.
    ///
    /// # Errors
    /// When the log cannot be read or the file not be written.
    pub fn export_to(&self, path: &Path) -> Result<u64, WorkspaceError> {
        let failed = |source| WorkspaceError::File { what: format!("{} cannot be written", path.display()), source };
        let file = File::create(path).map_err(failed)?;
        let mut out = BufWriter::new(&file);
        let records = self.export(&mut out)?;
        out.flush().map_err(failed)?;
        drop(out);
        file.sync_all().map_err(failed)?;
        Ok(records)
    }

    /// Folds the log anew, up to a position or all of it.
    ///
    /// # Errors
    /// When the log cannot be read.
    pub fn replay(&self, until: Option<Seq>) -> Result<Projection, WorkspaceError> {
        let range = self.up_to(until);
        let mut projection = Projection::empty(self.rules.clone());
        projection.reserve(room(range.end.0));
        self.each(range, Quotes::Kept, |sheet| projection.take(sheet))?;
        Ok(projection)
    }

    /// Brings every intact record of a damaged store into a new one.
    ///
    /// # Errors
    /// When the new store holds records already, another process holds one of the two, or the system refuses.
    pub fn recover(damaged: &Path, into: &Path) -> Result<Recovery, WorkspaceError> {
        Ok(salvage::recover(damaged, into)?)
    }
}
