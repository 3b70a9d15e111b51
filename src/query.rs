//! Questions and answers, both plain data.
//!
//! An answer is read from a [`crate::graph::view::View`] or from the acts behind it, and holds no number
//! that depends on the order of ingestion. Whether it becomes a sentence, a table or JSON is no concern
//! of this module.

pub mod at;
pub mod change;
pub mod days;
pub mod explain;
pub mod filter;
pub mod positions;
pub mod timeline;

use crate::graph::view::Scope;
use crate::model::id::ActorId;

/// Whom a question is about.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Subject {
    /// One actor and everybody that it has to do with.
    One(ActorId),
    /// Two actors and what lies between them.
    Two(ActorId, ActorId),
}

impl Subject {
    /// Returns the actors in the order in which they were asked for.
    #[must_use]
    pub fn actors(&self) -> Vec<ActorId> {
        match self {
            Self::One(actor) => vec![actor.clone()],
            Self::Two(one, other) => vec![one.clone(), other.clone()],
        }
    }

    /// Returns the part of the graph that the question is about.
    #[must_use]
    pub fn scope(&self) -> Scope {
        match self {
            Self::One(actor) => Scope::Actor(actor.clone()),
            Self::Two(one, other) => Scope::Pair(one.clone(), other.clone()),
        }
    }
}
