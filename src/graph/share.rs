//! One of several shares of all pairs, for whoever cannot hold the graph of all of them at once.
//!
//! An event belongs to the share of every pair that it concerns, so that a projection of a share answers for the
//! pairs that the share holds as the whole one does. Which share a pair is in depends on its two ids alone, once
//! actors that were ever merged are taken for one.

use super::lens::Between;
use crate::model::id::{ActorId, EventId};
use crate::model::quick::Quick;
use crate::model::sheet::{Entry, Said, Sheet, Told};
use std::collections::{BTreeMap, BTreeSet};
use std::hash::{Hash, Hasher as _};

/// What has to be known of a log before it can be shared out.
#[derive(Clone, Debug, Default)]
pub struct Ties {
    /// For each actor that was ever merged, the one that stands for its circle.
    circles: BTreeMap<ActorId, ActorId>,
    /// Events that were amended: their replacements have their days of publication.
    amended: BTreeSet<EventId>,
}

/// One of several shares.
#[derive(Clone, Debug)]
pub struct Share<'t> {
    ties: &'t Ties,
    number: u64,
    of: u64,
}

impl Ties {
    /// Takes in what the records of a sheet tie together.
    pub fn take(&mut self, sheet: &Sheet) {
        sheet.entries().iter().for_each(|entry| self.take_entry(sheet, entry));
    }

    fn take_entry(&mut self, sheet: &Sheet, entry: &Entry) {
        match &entry.said {
            Said::Amended { event, .. } => {
                self.amended.insert(*event);
            }
            Said::Merged { from, into } => {
                let [from, into] = [from, into].map(|id| sheet.actor(*id).keep());
                let stands = |actor: &ActorId| self.circles.get(actor).unwrap_or(actor).clone();
                // Whoever stood for one of the circles stands for both from now on.
                let (before, now) = (stands(&from), stands(&into));
                for other in self.circles.values_mut().filter(|other| **other == before) {
                    *other = now.clone();
                }
                self.circles.extend([(from, now.clone()), (into, now)]);
            }
            _ => {}
        }
    }

    fn stands_for<'a>(&'a self, actor: &'a str) -> &'a str {
        self.circles.get(actor).map_or(actor, ActorId::as_str)
    }

    /// Shares all pairs out.
    pub fn shares(&self, of: u64) -> impl Iterator<Item = Share<'_>> {
        (0..of.max(1)).map(move |number| Share { ties: self, number, of })
    }
}

impl Share<'_> {
    /// Tells whether an event concerns a pair of this share, or is needed by one that does.
    #[must_use]
    pub fn takes(&self, sheet: &Sheet, event: &Told) -> bool {
        if self.of < 2 || self.ties.amended.contains(&event.id) {
            return true;
        }
        let sides = sheet.sides(event);
        let (actors, recipients) = sides.split_at(event.sides.n_actors().min(sides.len()));
        let others = if recipients.is_empty() { actors } else { recipients };
        let party = |voice: &u32| sheet.voice(*voice).map_or("", |voice| voice.party.as_str());
        // An act toward none but itself is of the pair of the actor with itself.
        actors.iter().map(party).any(|one| self.has(one, one) || others.iter().any(|other| self.has(one, party(other))))
    }

    /// Tells whether a pair is of this share.
    #[must_use]
    pub fn holds(&self, between: &Between<'_>) -> bool {
        match between.ends() {
            (Some(one), Some(other)) => self.has(one.as_str(), other.as_str()),
            (Some(one), None) | (None, Some(one)) => self.has(one.as_str(), one.as_str()),
            (None, None) => self.number == 0,
        }
    }

    fn has(&self, one: &str, other: &str) -> bool {
        let (one, other) = (self.ties.stands_for(one), self.ties.stands_for(other));
        let mut hash = Quick::default();
        (one.min(other), one.max(other)).hash(&mut hash);
        // The upper half: the lower bits of a product say little.
        (hash.finish() >> 32) % self.of.max(1) == self.number
    }
}
