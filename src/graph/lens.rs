//! The projection under one state of knowledge.
//!
//! With everything known, compiled pairs are kept and shared. Any other state of knowledge has a pair from the
//! rows that count in it: where all of them do it is the same pair, else a version of it (see [`super::versions`]).

use super::facts::{ActorIx, Canon, FactIx, NONE};
use super::index::{Cell, Index, each_pair};
use super::pair::{self, Pair};
use super::{Knowledge, Projection};
use crate::model::id::{ActorId, EventId};
use std::ops::Deref;
use std::sync::Arc;

/// The projection under one state of knowledge.
#[derive(Debug)]
pub struct Lens<'a> {
    pub(crate) projection: &'a Projection,
    pub(crate) knowledge: Knowledge,
    /// Where a merger of actors is left out, the dyads differ.
    other: Option<Arc<Others>>,
}

/// The dyads where some merger of actors is left out.
#[derive(Debug)]
pub(crate) struct Others {
    pub(crate) canon: Canon,
    index: Index,
}

/// Everything between two parties, under one state of knowledge.
#[derive(Debug)]
pub struct Between<'a> {
    pub(crate) lens: &'a Lens<'a>,
    pub(crate) ends: [ActorIx; 2],
    pub(crate) pair: Compiled<'a>,
}

/// A compiled pair: kept with its index, or a version that others may ask for too.
#[derive(Debug)]
pub(crate) enum Compiled<'a> {
    Kept(&'a Pair),
    Version(Arc<Pair>),
}

impl Deref for Compiled<'_> {
    type Target = Pair;
    fn deref(&self) -> &Pair {
        match self {
            Self::Kept(pair) => pair,
            Self::Version(pair) => pair,
        }
    }
}

impl<'a> Lens<'a> {
    pub(crate) fn of(projection: &'a Projection, knowledge: &Knowledge) -> Self {
        let other = projection.facts.other_actors(knowledge).then(|| projection.others(knowledge));
        Self { projection, knowledge: *knowledge, other }
    }

    pub(crate) fn canon(&self) -> &Canon {
        self.other.as_ref().map_or(&self.projection.canon, |other| &other.canon)
    }

    fn index(&self) -> &Index {
        self.other.as_ref().map_or(&self.projection.index, |other| &other.index)
    }

    /// The number of an actor, of the one that stands for it where it was merged.
    pub(crate) fn number(&self, actor: &ActorId) -> Option<ActorIx> {
        self.projection.facts.actors.find(actor).map(|number| self.canon().of(number))
    }

    /// The id of a numbered actor.
    pub(crate) fn id(&self, actor: ActorIx) -> Option<&ActorId> {
        self.projection.facts.actors.get(actor)
    }

    /// Returns everything between two, none where the log holds nothing of them.
    #[must_use]
    pub fn between(&self, one: &ActorId, other: &ActorId) -> Option<Between<'_>> {
        let (one, other) = (self.number(one)?, self.number(other)?);
        self.index().cell(one, other).map(|cell| self.compiled(cell))
    }

    /// Returns what concerns one actor and nobody else.
    #[must_use]
    pub fn alone(&self, actor: &ActorId) -> Option<Between<'_>> {
        self.index().cell(self.number(actor)?, NONE).map(|cell| self.compiled(cell))
    }

    /// Returns everything between an actor and each other, by the other's id; what concerns it alone last.
    #[must_use]
    pub fn all_of(&self, actor: &ActorId) -> Vec<Between<'_>> {
        let Some(number) = self.number(actor) else { return Vec::new() };
        self.sorted(self.index().cells_of(number).collect())
    }

    /// Returns everything between all pairs, by their ids.
    #[must_use]
    pub fn everything(&self) -> Vec<Between<'_>> {
        self.sorted(self.index().cells.iter().collect())
    }

    /// Shows everything between all pairs, by their ids, pair by pair: what is worked out for one is not kept for the
    /// next question, so that memory does not grow with what was shown.
    pub fn each(&self, look: &mut dyn FnMut(&Between<'_>)) {
        for cell in self.in_order(self.index().cells.iter().collect()) {
            let pair = Arc::new(self.compile(cell, self.rows(cell).0));
            look(&Between { lens: self, ends: cell.ends, pair: Compiled::Version(pair) });
        }
    }

    /// Tells whether an event counts in this state of knowledge.
    #[must_use]
    pub fn counts(&self, event: EventId) -> bool {
        let facts = &self.projection.facts;
        facts.find(event).is_some_and(|row| facts.counts(facts.fact(row), &self.knowledge))
    }

    /// Returns everything between the pairs that an event concerns.
    #[must_use]
    pub fn concerned(&self, event: EventId) -> Vec<Between<'_>> {
        let facts = &self.projection.facts;
        let mut cells = Vec::new();
        if let Some(row) = facts.find(event) {
            each_pair(facts, self.canon(), facts.fact(row), |one, other| cells.extend(self.index().cell(one, other)));
        }
        self.sorted(cells)
    }

    fn sorted<'s>(&'s self, cells: Vec<&'s Cell>) -> Vec<Between<'s>> {
        self.in_order(cells).into_iter().map(|cell| self.compiled(cell)).collect()
    }

    fn in_order<'c>(&self, mut cells: Vec<&'c Cell>) -> Vec<&'c Cell> {
        cells.sort_by_key(|cell| (cell.ends[1] == NONE, cell.ends.map(|end| self.id(end))));
        cells
    }

    fn compiled<'s>(&'s self, cell: &'s Cell) -> Between<'s> {
        let (index, compile) = (self.index(), |rows| self.compile(cell, rows));
        let pair = if self.knowledge.is_everything() {
            Compiled::Kept(index.compiled(cell, || compile(self.rows(cell).0)))
        } else {
            match self.rows(cell) {
                (rows, true) => Compiled::Kept(index.compiled(cell, || compile(rows))),
                (rows, false) => Compiled::Version(index.version(cell, rows, compile)),
            }
        };
        Between { lens: self, ends: cell.ends, pair }
    }

    /// The rows of a cell that count, and whether all of those do that count with everything known.
    fn rows(&self, cell: &Cell) -> (Vec<FactIx>, bool) {
        let facts = &self.projection.facts;
        let mut rows = self.index().rows(cell);
        let mut all = true;
        rows.retain(|&row| {
            let fact = facts.fact(row);
            let counts = facts.counts(fact, &self.knowledge);
            all &= counts == facts.counts(fact, &Knowledge::default());
            counts
        });
        (rows, all)
    }

    fn compile(&self, cell: &Cell, rows: Vec<FactIx>) -> Pair {
        let (facts, rules) = (&self.projection.facts, &self.projection.rules);
        if cell.ends[1] == NONE {
            pair::compile_alone(facts, self.canon(), rules, cell.ends[0], rows)
        } else {
            pair::compile(facts, self.canon(), rules, cell.ends, rows)
        }
    }
}

impl Others {
    /// Makes the dyads of a projection under a state of knowledge.
    pub(crate) fn of(projection: &Projection, canon: Canon) -> Self {
        let index = Index::of(&projection.facts, &canon);
        Self { canon, index }
    }
}
