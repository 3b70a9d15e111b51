//! What the log can say. Every body is a fact in the past tense and is never edited.

use super::article::Article;
use super::category::{ActorKind, Sector};
use super::day::Instant;
use super::event::Event;
use super::id::{ActorId, ArticleId, Digest, EventId, Seq};

/// One entry of the log.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Record {
    /// The position in the log, without gaps.
    pub seq: Seq,
    /// When the log learnt it.
    pub recorded_at: Instant,
    /// The hash of the record before; zeros at the start.
    pub prev: Digest,
    /// SHA-256 over `prev` and the record's canonical JSON.
    pub hash: Digest,
    /// What it says.
    pub body: Body,
}

/// What a record says.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Body {
    /// An article entered the log.
    ArticleReceived(ArticleReceived),
    /// An event was coded.
    EventRecorded(Event),
    /// An event counts no more.
    EventRetracted {
        /// The event.
        event: EventId,
        /// Why.
        reason: String,
        /// Who said so.
        by: String,
    },
    /// An event is replaced by another.
    EventAmended {
        /// The event that counts no more.
        event: EventId,
        /// The event that counts instead; it keeps the publication date.
        replacement: Box<Event>,
        /// Why.
        reason: String,
        /// Who said so.
        by: String,
    },
    /// A newer coder or ontology read the article again: these events replace those it had.
    ArticleRecoded {
        /// The article.
        article: ArticleId,
        /// What read it.
        reading: Reading,
        /// The events that count from now on.
        events: Vec<Event>,
    },
    /// A user added an actor, or names to one.
    ActorDeclared(ActorDeclared),
    /// A user found two actors to be one.
    ActorMerged {
        /// The id that counts no more.
        from: ActorId,
        /// The id that stands for both.
        into: ActorId,
        /// Why.
        reason: String,
    },
    /// A user undid a merger.
    ActorSplit {
        /// The id that counts again.
        from: ActorId,
        /// The id that had stood for both.
        into: ActorId,
        /// Why.
        reason: String,
    },
}

/// What read an article.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Reading {
    /// The version of the coder.
    pub coder: String,
    /// The digest of ontology, actors and frames.
    pub ontology: Digest,
}

/// An article that entered the log.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ArticleReceived {
    /// The article.
    pub article: Article,
    /// What read it.
    pub reading: Reading,
    /// The older article that it replaces: the same url or given id with other words.
    pub revises: Option<ArticleId>,
}

/// An actor that a user declared.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ActorDeclared {
    /// The id.
    pub id: ActorId,
    /// The name to show.
    pub name: String,
    /// Further names.
    pub names: Vec<String>,
    /// What kind of actor it is.
    pub kind: ActorKind,
    /// The state or organisation that it counts for.
    pub country: Option<ActorId>,
    /// The sector.
    pub sector: Option<Sector>,
}
