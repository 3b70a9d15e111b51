//! Which part of a view a diagram has room for.

use crate::graph::view::View;
use crate::graph::{Position, Standing};
use crate::model::day::Day;
use crate::model::id::{ActorId, Dimension, Seq};
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// What to show of a view.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Frame {
    /// The actors asked for; of more than two, only what lies between these is shown.
    pub among: Vec<ActorId>,
    /// Only what lies around this actor.
    pub around: Option<ActorId>,
    /// How many relations to go from `around`.
    pub depth: usize,
    /// Only this dimension, without positions.
    pub dimension: Option<Dimension>,
    /// Only relations with so many reports behind them.
    pub min_evidence: usize,
    /// How many relations to show at most.
    pub most: usize,
    /// The position of the log, to be written into the title.
    pub stamp: Option<Seq>,
}

/// How many relations a diagram shows before it becomes a tangle.
pub const RELATIONS: usize = 40;

impl Frame {
    /// Returns what shows everything between some actors, or everything, that there is room for.
    #[must_use]
    pub fn among(among: Vec<ActorId>) -> Self {
        Self { among, around: None, depth: 1, dimension: None, min_evidence: 0, most: RELATIONS, stamp: None }
    }
}

/// However many relations there are, so many positions have room.
const POSITIONS: usize = 8;

/// How much a diagram leaves out for want of room.
#[derive(Copy, Clone, PartialEq, Eq, Debug, Default)]
pub struct LeftOut {
    /// Relations.
    pub relations: usize,
    /// Positions.
    pub positions: usize,
}

/// Returns the part of a view that a frame asks for and has room for, and how much has no room.
#[must_use]
pub fn select(view: &View, frame: &Frame) -> (View, LeftOut) {
    let asked: Vec<&Standing> = view.relations().filter(|standing| frame.asks(standing)).collect();
    let near = frame.around.as_ref().map(|center| reach(&asked, center, frame.depth));
    let inside = |id: &ActorId| near.as_ref().is_none_or(|near| near.contains(id));
    let mut relations: Vec<&Standing> =
        asked.into_iter().filter(|standing| inside(&standing.pair.0) && inside(&standing.pair.1)).collect();
    // The sort is stable: among equals the order of the view decides.
    let is_of = |standing: &Standing, id: &ActorId| standing.pair.0 == *id || standing.pair.1 == *id;
    let is_center = |standing: &Standing| frame.around.as_ref().is_some_and(|center| is_of(standing, center));
    relations.sort_by_key(|standing| {
        (Reverse(is_center(standing)), Reverse(standing.events.len()), Reverse(standing.last_confirmed))
    });
    let n_relations = relations.len();
    relations.truncate(frame.most);

    let mut positions: Vec<&Position> = view
        .positions()
        .filter(|position| frame.dimension.is_none() && frame.holds(position))
        .filter(|position| inside(&position.holder.root()) && position.toward.as_ref().is_none_or(inside))
        .collect();
    positions.sort_by_key(|position| Reverse(weight(position)));
    let n_positions = positions.len();
    positions.truncate(frame.most.saturating_sub(relations.len()).max(POSITIONS));

    let left_out = LeftOut { relations: n_relations - relations.len(), positions: n_positions - positions.len() };
    let shown = view.filtered(|standing| relations.contains(&standing), |position| positions.contains(&position));
    (shown, left_out)
}

fn weight(position: &Position) -> (usize, Day) {
    (position.events.len(), position.last_confirmed)
}

impl Frame {
    fn asks(&self, standing: &Standing) -> bool {
        let is_among = |id: &ActorId| self.among.len() < 3 || self.among.contains(id);
        self.dimension.as_ref().is_none_or(|dimension| *dimension == standing.dimension)
            && standing.events.len() >= self.min_evidence
            && is_among(&standing.pair.0)
            && is_among(&standing.pair.1)
    }

    fn holds(&self, position: &Position) -> bool {
        let is_among = |id: &ActorId| self.among.len() < 3 || self.among.contains(&id.root());
        position.events.len() >= self.min_evidence
            && is_among(&position.holder)
            && position.toward.as_ref().is_none_or(is_among)
    }
}

/// Returns the actors within so many relations of one.
fn reach(relations: &[&Standing], center: &ActorId, depth: usize) -> BTreeSet<ActorId> {
    let mut near = BTreeSet::from([center.clone()]);
    for _ in 0..depth {
        let next: Vec<ActorId> = relations
            .iter()
            .filter(|standing| near.contains(&standing.pair.0) || near.contains(&standing.pair.1))
            .flat_map(|standing| [standing.pair.0.clone(), standing.pair.1.clone()])
            .collect();
        near.extend(next);
    }
    near
}
