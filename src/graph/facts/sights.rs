//! When and where actors were described in one way or another.

use crate::model::day::{Day, Instant};
use crate::model::id::Seq;

/// Where an actor was described so.
#[derive(Copy, Clone, Debug)]
pub(crate) struct Sight {
    pub(crate) published: Day,
    pub(crate) seq: Seq,
    pub(crate) recorded_at: Instant,
}

/// When a voice was first seen.
#[derive(Clone, Debug, Default)]
pub(super) struct Sights {
    /// The sights that no other precedes both in publication and in the log.
    pub(super) first: Vec<Sight>,
    /// The first day of publication among them, and the last position.
    ends: Option<(Day, Seq)>,
}

impl Sights {
    pub(super) fn add(&mut self, sight: Sight) {
        // Hardly any sight of a log that is read in order is a first one.
        if self.ends.is_some_and(|(day, seq)| day <= sight.published && seq <= sight.seq) {
            return;
        }
        // Positions and instants grow together.
        if !self.first.iter().any(|first| first.published <= sight.published && first.seq <= sight.seq) {
            self.first.push(sight);
            let ends = (sight.published, sight.seq);
            self.ends = Some(self.ends.map_or(ends, |(day, seq)| (day.min(ends.0), seq.max(ends.1))));
        }
    }
}
