//! Pairs of different actors, with and without direction.

use super::id::ActorId;

/// Two different actors, the first acting toward the second.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
pub struct DirectedDyad {
    from: ActorId,
    to: ActorId,
}

impl DirectedDyad {
    /// Makes the pair, `None` where both ends are one actor.
    #[must_use]
    pub fn new(from: ActorId, to: ActorId) -> Option<Self> {
        (from != to).then_some(Self { from, to })
    }

    /// Returns who acts.
    #[must_use]
    pub fn from(&self) -> &ActorId {
        &self.from
    }

    /// Returns toward whom.
    #[must_use]
    pub fn to(&self) -> &ActorId {
        &self.to
    }

    /// Returns the pair without its direction.
    #[must_use]
    pub fn undirected(&self) -> Dyad {
        if self.from < self.to {
            Dyad { first: self.from.clone(), second: self.to.clone() }
        } else {
            Dyad { first: self.to.clone(), second: self.from.clone() }
        }
    }
}

/// Two different actors in the order of their ids.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
pub struct Dyad {
    first: ActorId,
    second: ActorId,
}

impl Dyad {
    /// Makes the pair in either order, `None` where both ends are one actor.
    #[must_use]
    pub fn new(one: ActorId, other: ActorId) -> Option<Self> {
        DirectedDyad::new(one, other).map(|pair| pair.undirected())
    }

    /// Returns the actor whose id sorts first.
    #[must_use]
    pub fn first(&self) -> &ActorId {
        &self.first
    }

    /// Returns the actor whose id sorts second.
    #[must_use]
    pub fn second(&self) -> &ActorId {
        &self.second
    }

    /// Tells whether `actor` is one of the two.
    #[must_use]
    pub fn has(&self, actor: &ActorId) -> bool {
        self.first == *actor || self.second == *actor
    }

    /// Returns the other end, `None` where `actor` is neither.
    #[must_use]
    pub fn other(&self, actor: &ActorId) -> Option<&ActorId> {
        match (self.first == *actor, self.second == *actor) {
            (true, _) => Some(&self.second),
            (_, true) => Some(&self.first),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{DirectedDyad, Dyad};
    use crate::model::id::{ActorId, IdError};

    #[test]
    fn ends_differ_and_sort() -> Result<(), IdError> {
        let (a, b): (ActorId, ActorId) = ("JPN".parse()?, "RUS".parse()?);
        assert_eq!(Dyad::new(a.clone(), a.clone()), None);
        assert_eq!(Dyad::new(b.clone(), a.clone()), Dyad::new(a.clone(), b.clone()));
        let directed = DirectedDyad::new(b.clone(), a.clone());
        assert_eq!(directed.as_ref().map(|pair| pair.from().clone()), Some(b.clone()));
        assert_eq!(directed.and_then(|pair| pair.undirected().other(&b).cloned()), Some(a));
        Ok(())
    }
}
