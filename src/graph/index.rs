//! Which rows concern which pair, so that a question about two touches only their rows.
//!
//! Compiled pairs are kept until a record touches them. Readers share a projection without locks: the
//! first to ask for a pair compiles it, and every reader would compile the same.

use super::facts::{ActorIx, Canon, Fact, FactIx, Facts, NONE, parties};
use super::pair::Pair;
use super::versions::Versions;
use crate::model::quick::Table;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};

/// One pair, the actor whose id sorts first in front.
#[derive(Debug)]
pub(crate) struct Cell {
    pub(crate) ends: [ActorIx; 2],
    compiled: OnceLock<Box<Pair>>,
}

/// A row between two, and the link before of the same pair.
///
/// Links of all pairs lie in one list: a list for each pair would be a place far off in memory for each row.
#[derive(Copy, Clone, Debug)]
struct Link {
    row: FactIx,
    before: u32,
}

/// What is looked for of a pair for each row that concerns it, and so lies together.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
struct Place {
    /// The number of the cell, [`NONE`] where there is none.
    cell: u32,
    /// The last link to a row, [`NONE`] before the first one.
    last: u32,
}

/// The places of pairs by their ends, the lesser number in front.
///
/// Actors have numbers in the order in which they come up, so that those of most events are low: two of them find
/// their place in a list that stays near the processor, without a hash.
#[derive(Debug, Default)]
struct Ends {
    /// For all pairs of the first [`LISTED`] actors, by the higher number, then by the lower one; an actor alone has
    /// the place of its pair with itself.
    listed: Vec<Place>,
    /// All others.
    hashed: Table<(ActorIx, ActorIx), Place>,
}

/// The place of a pair that has no cell.
const FREE: Place = Place { cell: NONE, last: NONE };

/// How many actors have their pairs in a list, of 4 MB at most.
const LISTED: ActorIx = 1 << 10;

impl Ends {
    fn get(&self, one: ActorIx, other: ActorIx) -> Option<Place> {
        let place = match listed_at(one, other) {
            Some(at) => self.listed.get(at),
            None => self.hashed.get(&(one, other)),
        };
        place.copied().filter(|place| place.cell != NONE)
    }

    /// The place of a pair, which may have been free till now.
    #[expect(clippy::indexing_slicing, reason = "the list is made as long as it has to be")]
    fn place(&mut self, one: ActorIx, other: ActorIx) -> &mut Place {
        let Some(at) = listed_at(one, other) else { return self.hashed.entry((one, other)).or_insert(FREE) };
        if self.listed.len() <= at {
            self.listed.resize(at + 1, FREE);
        }
        &mut self.listed[at]
    }
}

/// Where a pair of the first actors, or one of them alone, is listed; `None` for others, and for equal ends, which are no
/// pair.
fn listed_at(one: ActorIx, other: ActorIx) -> Option<usize> {
    let high = if other == NONE { one } else { other };
    let listed = high < LISTED && one != other;
    listed.then_some(high as usize * (high as usize + 1) / 2 + one as usize)
}

/// All pairs and all rows that concern one actor alone.
#[derive(Debug, Default)]
pub(crate) struct Index {
    pub(crate) cells: Vec<Cell>,
    /// Whether any pair may have been compiled.
    asked: AtomicBool,
    links: Vec<Link>,
    /// How many rows there are links to.
    n_rows: FactIx,
    by_ends: Ends,
    of_actor: Vec<Vec<u32>>,
    versions: Versions,
}

impl Index {
    /// Makes the index of all rows.
    pub(crate) fn of(facts: &Facts, canon: &Canon) -> Self {
        let mut index = Self::default();
        index.extend(facts, canon);
        index
    }

    /// Takes in the rows that came to be since.
    pub(crate) fn extend(&mut self, facts: &Facts, canon: &Canon) {
        for row in self.n_rows..facts.len() {
            each_pair(facts, canon, facts.fact(row), |one, other| {
                let next = u32::try_from(self.links.len()).unwrap_or(NONE);
                let place = self.place_of(facts, one, other);
                let (cell, before) = (place.cell, std::mem::replace(&mut place.last, next));
                self.links.push(Link { row, before });
                // While nobody asks, the cells themselves need not be looked at.
                if *self.asked.get_mut() {
                    self.forget_cell(cell);
                }
            });
        }
        self.n_rows = facts.len();
    }

    /// Forgets what was compiled from a row.
    pub(crate) fn forget(&mut self, facts: &Facts, canon: &Canon, row: FactIx) {
        each_pair(facts, canon, facts.fact(row), |one, other| {
            let cell = self.place_of(facts, one, other).cell;
            self.forget_cell(cell);
        });
    }

    fn forget_cell(&mut self, cell: u32) {
        if let Some(cell) = self.cells.get_mut(cell as usize) {
            cell.compiled.take();
            self.versions.forget(cell.ends);
        }
    }

    /// Makes room for so many more rows.
    pub(crate) fn reserve(&mut self, n_rows: usize) {
        self.links.reserve(n_rows);
    }

    /// The rows of a cell in their order.
    pub(crate) fn rows(&self, cell: &Cell) -> Vec<FactIx> {
        let link = |at: u32| self.links.get(at as usize);
        let [one, other] = cell.ends;
        let last = self.by_ends.get(one.min(other), one.max(other)).and_then(|place| link(place.last));
        let backwards = std::iter::successors(last, |later| link(later.before));
        let mut rows: Vec<FactIx> = backwards.map(|link| link.row).collect();
        rows.reverse();
        rows
    }

    /// What was compiled of a cell, or is compiled now.
    pub(crate) fn compiled<'c>(&self, cell: &'c Cell, compile: impl FnOnce() -> Pair) -> &'c Pair {
        self.asked.store(true, Ordering::Relaxed);
        cell.compiled.get_or_init(|| Box::new(compile()))
    }

    /// A pair as it is by some of its rows.
    pub(crate) fn version(
        &self,
        cell: &Cell,
        rows: Vec<FactIx>,
        compile: impl FnOnce(Vec<FactIx>) -> Pair,
    ) -> Arc<Pair> {
        self.asked.store(true, Ordering::Relaxed);
        self.versions.of(cell.ends, rows, compile)
    }

    /// The place of two, whose cell is made where there is none.
    fn place_of(&mut self, facts: &Facts, one: ActorIx, other: ActorIx) -> &mut Place {
        let place = self.by_ends.place(one.min(other), one.max(other));
        if place.cell == NONE {
            place.cell = u32::try_from(self.cells.len()).unwrap_or(NONE);
            // The order of ids, not of numbers, says which end is the first; an actor alone comes first.
            let in_order = other == NONE || facts.actors.get(one) <= facts.actors.get(other) && one != NONE;
            let ends = if in_order { [one, other] } else { [other, one] };
            self.cells.push(Cell { ends, compiled: OnceLock::new() });
            for end in ends.into_iter().filter(|&end| end != NONE) {
                let needed = end as usize + 1;
                if self.of_actor.len() < needed {
                    self.of_actor.resize_with(needed, Vec::new);
                }
                if let Some(cells) = self.of_actor.get_mut(end as usize) {
                    cells.push(place.cell);
                }
            }
        }
        place
    }

    /// The cell of two actors, or of one with [`NONE`].
    pub(crate) fn cell(&self, one: ActorIx, other: ActorIx) -> Option<&Cell> {
        let place = self.by_ends.get(one.min(other), one.max(other))?;
        self.cells.get(place.cell as usize)
    }

    /// The cells of an actor, in no order that may be shown.
    pub(crate) fn cells_of(&self, actor: ActorIx) -> impl Iterator<Item = &Cell> {
        let numbers = self.of_actor.get(actor as usize).map(Vec::as_slice).unwrap_or_default();
        numbers.iter().filter_map(|&number| self.cells.get(number as usize))
    }
}

/// Calls `put` with every pair that a row concerns; with [`NONE`] for an actor whose act concerns nobody else.
pub(crate) fn each_pair(facts: &Facts, canon: &Canon, fact: &Fact, mut put: impl FnMut(ActorIx, ActorIx)) {
    if let (&[actor], &[recipient]) = (facts.actor_voices(fact), facts.recipient_voices(fact)) {
        let (one, other) = (canon.of(facts.voice_actor(actor).1), canon.of(facts.voice_actor(recipient).1));
        put(one, if one == other { NONE } else { other });
        return;
    }
    let actors = parties(facts, canon, facts.actor_voices(fact));
    let recipients = parties(facts, canon, facts.recipient_voices(fact));
    let mut pairs = Vec::new();
    let others = if recipients.is_empty() { &actors } else { &recipients };
    for &one in &actors {
        let before = pairs.len();
        pairs.extend(others.iter().filter(|&&other| other != one).map(|&other| (one.min(other), one.max(other))));
        if pairs.len() == before {
            pairs.push((one, NONE));
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs.into_iter().for_each(|(one, other)| put(one, other));
}

#[cfg(test)]
mod tests {
    use super::{Ends, LISTED, NONE, Place};

    #[test]
    fn a_cell_is_found_by_its_ends_and_by_no_others() {
        // Actors whose pairs are listed, whose pairs are not, and both in one pair.
        let actors = [0, 1, 2, 7, LISTED - 1, LISTED, LISTED + 5];
        let pairs = || actors.iter().flat_map(|&one| actors.iter().map(move |&other| (one, other)));
        let mut wanted: Vec<_> = pairs().filter(|(one, other)| one < other).collect();
        wanted.extend(actors.map(|actor| (actor, NONE)));
        let mut ends = Ends::default();
        for (cell, &(one, other)) in (0..).zip(&wanted) {
            assert_eq!(ends.get(one, other), None, "{one}, {other}");
            *ends.place(one, other) = Place { cell, last: cell + 1 };
        }
        for (cell, &(one, other)) in (0..).zip(&wanted) {
            assert_eq!(ends.get(one, other), Some(Place { cell, last: cell + 1 }), "{one}, {other}");
        }
        for actor in actors {
            assert_eq!(ends.get(actor, actor), None, "{actor} is no pair");
        }
    }
}
