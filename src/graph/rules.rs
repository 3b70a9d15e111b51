//! What the projection needs to know of event types and dimensions, as plain tables.
//!
//! States and dimensions are indices here, so that a fold compares small numbers. The tables are made
//! from the ontology once; unknown event types have no effect. Knows no event and no record.

mod making;

use crate::model::category::{Aspect, Cameo, Stance};
use crate::model::day::Day;
use crate::model::id::{ActorId, Dimension, EventType, State, Topic};
use std::collections::BTreeMap;

/// The tables of one ontology.
#[derive(Clone, Debug, Default)]
pub struct Rules {
    /// The dimensions; effects point into this list.
    pub dimensions: Vec<DimensionRule>,
    /// The event types, by name.
    pub types: BTreeMap<EventType, TypeRule>,
    /// The dimensions whose relations a topic names; a topic that is not listed names those of all.
    pub topics: BTreeMap<Topic, Vec<usize>>,
    /// The Goldstein score of each CAMEO code, in tenths.
    pub scores: BTreeMap<Cameo, i16>,
    /// The names to show for actors.
    pub actors: BTreeMap<ActorId, String>,
    /// Who was a member of which organisation, when.
    pub memberships: Vec<Membership>,
    /// Who represented whom, when.
    pub terms: Vec<Term>,
}

/// One side of relations and its states.
#[derive(Clone, Debug)]
pub struct DimensionRule {
    /// The outward name.
    pub name: Dimension,
    /// The states, worst first.
    pub states: Vec<State>,
    /// Whether both sides share it.
    pub mutual: bool,
    /// Topics for which a mutual dimension keeps its direction.
    pub directed_topics: Vec<Topic>,
    /// Whether it runs from a member to its organisation, whichever of the two acts.
    pub of_members: bool,
    /// Whether each topic is a relation of its own.
    pub per_topic: bool,
    /// After how many days without evidence a state is stale.
    pub shelf_life: Option<u32>,
    /// Whether a stale state that comes again begins a new spell.
    pub spells: bool,
    /// The states that end a course and outrank others of the same article and day.
    pub finals: Vec<u8>,
    /// The moves that contradict what is recorded, from and to.
    pub contradictions: Vec<(u8, u8)>,
    /// States that hold another already, the held one first: news of it reaffirms them.
    pub within: Vec<(u8, u8)>,
    /// States that take the place of some recorded ones only, with those; unknown is always one.
    pub only_after: Vec<(u8, Vec<u8>)>,
    /// States of a directed dimension that a side's move sets both ways.
    pub both_ways: Vec<u8>,
    /// The state that a threat brings, where it replaces one.
    pub threat: Option<u8>,
    /// The states that a threat replaces; a threat stands beside all others.
    pub threat_replaces: Vec<u8>,
}

/// What an event type does.
#[derive(Clone, Debug, Default)]
pub struct TypeRule {
    /// The relations it moves or confirms.
    pub effects: Vec<EffectRule>,
    /// Whether the act takes both sides, whoever is named first.
    pub joint: bool,
    /// The topic it has where the event names none.
    pub topic: Option<Topic>,
    /// The stance it implies where the event names none.
    pub stance: Option<Stance>,
    /// Whether only the outlet's own voice or a ruling establishes it.
    pub own_voice: bool,
    /// Whether reports of it void plans of the types in `cancels`.
    pub cancels: Vec<EventType>,
}

/// How an effect acts on a state.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Force {
    /// Moves the relation to the state.
    Change,
    /// Says that the state still holds.
    Confirm,
    /// Threatens; stands beside most states.
    Threat,
    /// Returns to what held before the states in `presupposes`, else moves to the state.
    Restore,
}

/// One effect of an event type.
#[derive(Clone, Debug)]
pub struct EffectRule {
    /// Which dimension, as an index.
    pub dimension: usize,
    /// Which state, as an index.
    pub state: u8,
    /// How it acts.
    pub force: Force,
    /// What held before; the first is implied where nothing of the list is recorded.
    pub presupposes: Vec<u8>,
    /// States that stand beside what held before while they are recent: ties that were just downgraded are still ties.
    pub lately: Vec<u8>,
    /// The state that a negated act confirms.
    pub negated: Option<u8>,
    /// Whether it acts only where the event has a topic.
    pub needs_topic: bool,
    /// Whether it acts without one where the event begins something that goes on.
    pub or_start: bool,
    /// Where given, the topics on which it acts.
    pub topics: Option<Vec<Topic>>,
    /// Topics on which it does not act.
    pub not_topics: Vec<Topic>,
    /// The beginning of codes with which it acts whatever the topic.
    pub code: Option<String>,
}

/// One dated membership.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Membership {
    /// The member.
    pub member: ActorId,
    /// The organisation.
    pub organisation: ActorId,
    /// The first day; absent = from the beginning.
    pub from: Option<Day>,
    /// The last day; absent = still.
    pub to: Option<Day>,
}

/// One dated term of office.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// The person.
    pub person: ActorId,
    /// The institution or state represented.
    pub of: ActorId,
    /// What the office is called.
    pub title: String,
    /// The first day; absent = unknown.
    pub from: Option<Day>,
    /// The last day; absent = still or unknown.
    pub to: Option<Day>,
}

impl Membership {
    /// Tells whether it holds on `day`.
    #[must_use]
    pub fn holds(&self, day: Day) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }
}

impl Term {
    /// Tells whether it holds on `day`.
    #[must_use]
    pub fn holds(&self, day: Day) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }
}

impl DimensionRule {
    /// Returns the index of a state.
    #[must_use]
    pub fn index(&self, state: &str) -> Option<u8> {
        self.states.iter().position(|known| known.as_str() == state).and_then(|index| u8::try_from(index).ok())
    }

    /// Tells whether `held` holds while `recorded` is recorded.
    #[must_use]
    pub fn holds_within(&self, held: u8, recorded: u8) -> bool {
        held == recorded || self.within.contains(&(held, recorded))
    }

    /// Tells whether a state may take the place of a recorded one.
    #[must_use]
    pub fn may_follow(&self, state: u8, recorded: u8) -> bool {
        self.only_after.iter().all(|(of, after)| *of != state || after.contains(&recorded))
    }

    /// Returns how far back an implied state reaches: the shelf life, or two years without one.
    #[must_use]
    pub fn reach(&self) -> i64 {
        self.shelf_life.map_or(730, i64::from)
    }

    /// Tells whether relations on this topic keep their direction.
    #[must_use]
    pub fn is_directed(&self, topic: Option<&Topic>) -> bool {
        !self.mutual || topic.is_some_and(|topic| self.directed_topics.contains(topic))
    }
}

impl EffectRule {
    /// Tells whether the effect concerns an event with this topic, code and aspect.
    #[must_use]
    pub fn concerns(&self, topic: Option<&Topic>, cameo: Cameo, aspect: Option<Aspect>) -> bool {
        if self.code.as_ref().is_some_and(|code| cameo.as_str().starts_with(code)) {
            return true;
        }
        match topic {
            None => {
                let is_begun = self.or_start && aspect == Some(Aspect::Start);
                (!self.needs_topic || is_begun) && self.topics.is_none()
            }
            Some(topic) => {
                self.topics.as_ref().is_none_or(|topics| topics.contains(topic)) && !self.not_topics.contains(topic)
            }
        }
    }
}

impl Rules {
    /// Tells whether a topic names relations of a dimension.
    #[must_use]
    pub fn names(&self, topic: &Topic, dimension: usize) -> bool {
        self.topics.get(topic).is_none_or(|dimensions| dimensions.is_empty() || dimensions.contains(&dimension))
    }

    /// Returns the Goldstein score of a code in tenths: its own, or that of the longest known prefix.
    #[must_use]
    pub fn score(&self, cameo: Cameo) -> i16 {
        let digits = cameo.as_str();
        (2..=digits.len())
            .rev()
            .filter_map(|len| digits.get(..len)?.parse().ok())
            .find_map(|code: Cameo| self.scores.get(&code).copied())
            .unwrap_or(0)
    }
}
