//! Which rows concern which pair, so that a question about two touches only their rows.
//!
//! Compiled pairs are kept until a record touches them. Readers share a projection without locks: the
//! first to ask for a pair compiles it, and every reader would compile the same.

use super::facts::{ActorIx, Canon, Fact, FactIx, Facts, NONE, parties};
use super::pair::Pair;
use super::quick::Table;
use std::sync::OnceLock;

/// One pair, the actor whose id sorts first in front.
#[derive(Debug)]
pub(crate) struct Cell {
    pub(crate) ends: [ActorIx; 2],
    /// The last link to a row between the two.
    last: u32,
    pub(crate) compiled: OnceLock<Box<Pair>>,
}

/// A row between two, and the link before of the same pair.
///
/// Links of all pairs lie in one list: a list for each pair would be a place far off in memory for each row.
#[derive(Copy, Clone, Debug)]
struct Link {
    row: FactIx,
    before: u32,
}

/// All pairs and all rows that concern one actor alone.
#[derive(Debug, Default)]
pub(crate) struct Index {
    pub(crate) cells: Vec<Cell>,
    links: Vec<Link>,
    /// How many rows there are links to.
    n_rows: FactIx,
    by_ends: Table<(ActorIx, ActorIx), u32>,
    of_actor: Vec<Vec<u32>>,
}

impl Index {
    /// Makes the index of all rows.
    pub(crate) fn of(facts: &Facts, canon: &Canon) -> Self {
        let mut index = Self::default();
        for row in 0..facts.len() {
            index.touch(facts, canon, row);
        }
        index
    }

    /// Takes a row in, or forgets what was compiled from it.
    pub(crate) fn touch(&mut self, facts: &Facts, canon: &Canon, row: FactIx) {
        let new = row >= self.n_rows;
        each_pair(facts, canon, facts.fact(row), |one, other| {
            let next = u32::try_from(self.links.len()).unwrap_or(NONE);
            let cell = self.cell_mut(facts, one, other);
            cell.compiled.take();
            if new {
                let before = std::mem::replace(&mut cell.last, next);
                self.links.push(Link { row, before });
            }
        });
        self.n_rows = self.n_rows.max(row.saturating_add(1));
    }

    /// Makes room for so many more rows.
    pub(crate) fn reserve(&mut self, n_rows: usize) {
        self.links.reserve(n_rows);
    }

    /// The rows of a cell in their order.
    pub(crate) fn rows(&self, cell: &Cell) -> Vec<FactIx> {
        let link = |at: u32| self.links.get(at as usize);
        let backwards = std::iter::successors(link(cell.last), |later| link(later.before));
        let mut rows: Vec<FactIx> = backwards.map(|link| link.row).collect();
        rows.reverse();
        rows
    }

    fn cell_mut(&mut self, facts: &Facts, one: ActorIx, other: ActorIx) -> &mut Cell {
        let numbers = (one.min(other), one.max(other));
        let next = u32::try_from(self.cells.len()).unwrap_or(NONE);
        let number = *self.by_ends.entry(numbers).or_insert(next);
        if number == next {
            // The order of ids, not of numbers, says which end is the first; an actor alone comes first.
            let in_order = other == NONE || facts.actors.get(one) <= facts.actors.get(other) && one != NONE;
            let ends = if in_order { [one, other] } else { [other, one] };
            self.cells.push(Cell { ends, last: NONE, compiled: OnceLock::new() });
            for end in ends.into_iter().filter(|&end| end != NONE) {
                let needed = end as usize + 1;
                if self.of_actor.len() < needed {
                    self.of_actor.resize_with(needed, Vec::new);
                }
                if let Some(cells) = self.of_actor.get_mut(end as usize) {
                    cells.push(number);
                }
            }
        }
        #[expect(clippy::indexing_slicing, reason = "numbers of cells are made only here, and cells stay")]
        &mut self.cells[number as usize]
    }

    /// The cell of two actors, or of one with [`NONE`].
    pub(crate) fn cell(&self, one: ActorIx, other: ActorIx) -> Option<&Cell> {
        let number = *self.by_ends.get(&(one.min(other), one.max(other)))?;
        self.cells.get(number as usize)
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
