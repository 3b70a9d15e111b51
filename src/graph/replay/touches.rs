//! What many acts did, in little room until all of it is there to be put in order.
//!
//! A list over all pairs comes in the order of days, so that all of it has to be held before the first line can be
//! told: sixty bytes each, where a [`Touch`] with its names takes several hundred.

use crate::graph::facts::{Interner, NONE};
use crate::graph::reading::{Effect, Touch};
use crate::model::day::Day;
use crate::model::id::{ActorId, Dimension, EventId, State, Topic};
use std::hash::Hash;

/// What acts did; comes out as it went in.
#[derive(Debug, Default)]
pub struct Touches {
    packed: Vec<Packed>,
    actors: Interner<ActorId>,
    dimensions: Interner<Dimension>,
    topics: Interner<Topic>,
    states: Interner<State>,
    /// The reports of acts that have several, act after act.
    reports: Vec<EventId>,
}

/// A [`Touch`] by the numbers of its names, [`NONE`] where it has none.
#[derive(Clone, Debug)]
struct Packed {
    day: Day,
    pair: (u32, u32),
    dimension: u32,
    topic: u32,
    before: u32,
    after: u32,
    place: u32,
    /// Where its reports begin and how many there are; none where the event is the only one.
    reports: (u32, u32),
    event: EventId,
    effect: Effect,
    mutual: bool,
}

impl Touches {
    /// Takes one in.
    pub fn add(&mut self, touch: &Touch) {
        let Touch { day, event, events, dimension, topic, pair, mutual, before, after, effect, place } = touch;
        let mut state = |state: &Option<State>| state.as_ref().map_or(NONE, |state| self.states.number(state));
        let (before, after) = (state(before), state(after));
        let number = |n: usize| u32::try_from(n).unwrap_or(NONE);
        let reports = if events.as_slice() == [*event] {
            (0, 0)
        } else {
            let start = self.reports.len();
            self.reports.extend_from_slice(events);
            (number(start), number(events.len()))
        };
        self.packed.push(Packed {
            day: *day,
            pair: (self.actors.number(&pair.0), self.actors.number(&pair.1)),
            dimension: self.dimensions.number(dimension),
            topic: topic.as_ref().map_or(NONE, |topic| self.topics.number(topic)),
            before,
            after,
            place: *place,
            reports,
            event: *event,
            effect: *effect,
            mutual: *mutual,
        });
    }

    /// Returns how many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.packed.len()
    }

    /// Tells whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.packed.is_empty()
    }

    /// Puts them into the order of [`sort_steps`](super::sort_steps).
    pub fn sort_steps(&mut self) {
        let (actors, dimensions) = (ranks(&self.actors), ranks(&self.dimensions));
        let topics = ranks(&self.topics);
        // What has no topic has no rank, and comes first.
        let rank = |ranks: &[u32], number: u32| ranks.get(number as usize).copied();
        self.packed.sort_by_key(|touch| {
            let pair = (rank(&actors, touch.pair.0), rank(&actors, touch.pair.1));
            (touch.day, pair, rank(&dimensions, touch.dimension), rank(&topics, touch.topic), touch.place)
        });
    }

    /// Puts them into the order of [`sort_anomalies`](super::sort_anomalies).
    pub fn sort_anomalies(&mut self) {
        let (actors, dimensions) = (ranks(&self.actors), ranks(&self.dimensions));
        let rank = |ranks: &[u32], number: u32| ranks.get(number as usize).copied();
        self.packed.sort_by_key(|touch| {
            let pair = (rank(&actors, touch.pair.0), rank(&actors, touch.pair.1));
            (touch.day, pair, rank(&dimensions, touch.dimension), touch.event)
        });
    }

    /// Returns them one after the other, with their names.
    pub fn iter(&self) -> impl Iterator<Item = Touch> {
        self.packed.iter().filter_map(|packed| self.unpacked(packed))
    }

    /// None only where there are more names than numbers.
    fn unpacked(&self, packed: &Packed) -> Option<Touch> {
        let Packed { day, pair, dimension, topic, before, after, place, reports, event, effect, mutual } = packed;
        let state = |number: u32| self.states.get(number).cloned();
        let (start, n_reports) = (reports.0 as usize, reports.1 as usize);
        let events = if n_reports == 0 { vec![*event] } else { self.reports.get(start..start + n_reports)?.to_vec() };
        Some(Touch {
            day: *day,
            event: *event,
            events,
            dimension: self.dimensions.get(*dimension)?.clone(),
            topic: self.topics.get(*topic).cloned(),
            pair: (self.actors.get(pair.0)?.clone(), self.actors.get(pair.1)?.clone()),
            mutual: *mutual,
            before: state(*before),
            after: state(*after),
            effect: *effect,
            place: *place,
        })
    }
}

/// Where each numbered value stands among all.
fn ranks<T: Hash + Eq + Clone + Ord>(values: &Interner<T>) -> Vec<u32> {
    let mut numbers: Vec<u32> = (0..values.len()).collect();
    numbers.sort_by_key(|number| values.get(*number));
    let mut ranks = vec![NONE; numbers.len()];
    for (rank, number) in (0..).zip(numbers) {
        if let Some(place) = ranks.get_mut(number as usize) {
            *place = rank;
        }
    }
    ranks
}
