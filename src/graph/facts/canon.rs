//! Which actors stand for which.

use super::ActorIx;
use std::collections::BTreeMap;

/// Which actors stand for which, after mergers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Canon {
    pub(super) into: BTreeMap<ActorIx, ActorIx>,
}

impl Canon {
    pub(crate) fn of(&self, actor: ActorIx) -> ActorIx {
        if self.into.is_empty() {
            return actor;
        }
        let mut current = actor;
        // A ring of mergers cannot be entered by hand, but a log may hold anything: stop after one round.
        for _ in 0..=self.into.len() {
            match self.into.get(&current) {
                Some(&next) if next != actor => current = next,
                _ => break,
            }
        }
        current
    }
}
