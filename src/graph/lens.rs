//! The projection under one state of knowledge.
//!
//! With everything known, compiled pairs are kept and shared. Any other state of knowledge compiles the
//! pairs that are asked for from the rows that count in it, and keeps nothing.

use super::facts::{ActorIx, Canon, NONE};
use super::index::{Cell, Index, each_pair};
use super::pair::{self, Pair};
use super::{Knowledge, Projection};
use crate::model::id::{ActorId, EventId};
use std::ops::Deref;

/// The projection under one state of knowledge.
#[derive(Debug)]
pub struct Lens<'a> {
    pub(crate) projection: &'a Projection,
    pub(crate) knowledge: Knowledge,
    /// Where a merger of actors is left out, the dyads differ.
    other: Option<(Canon, Index)>,
}

/// Everything between two parties, under one state of knowledge.
#[derive(Debug)]
pub struct Between<'a> {
    pub(crate) lens: &'a Lens<'a>,
    pub(crate) ends: [ActorIx; 2],
    pub(crate) pair: Compiled<'a>,
}

/// A compiled pair, kept or made for one question.
#[derive(Debug)]
pub(crate) enum Compiled<'a> {
    Kept(&'a Pair),
    Made(Box<Pair>),
}

impl Deref for Compiled<'_> {
    type Target = Pair;
    fn deref(&self) -> &Pair {
        match self {
            Self::Kept(pair) => pair,
            Self::Made(pair) => pair,
        }
    }
}

impl<'a> Lens<'a> {
    pub(crate) fn of(projection: &'a Projection, knowledge: &Knowledge) -> Self {
        let other = projection.facts.other_actors(knowledge).then(|| {
            let canon = projection.facts.canon(knowledge);
            let index = Index::of(&projection.facts, &canon);
            (canon, index)
        });
        Self { projection, knowledge: *knowledge, other }
    }

    pub(crate) fn canon(&self) -> &Canon {
        self.other.as_ref().map_or(&self.projection.canon, |(canon, _)| canon)
    }

    fn index(&self) -> &Index {
        self.other.as_ref().map_or(&self.projection.index, |(_, index)| index)
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
            look(&Between { lens: self, ends: cell.ends, pair: Compiled::Made(Box::new(self.compile(cell))) });
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
        let pair = if self.knowledge.is_everything() {
            Compiled::Kept(self.index().compiled(cell, || self.compile(cell)))
        } else {
            Compiled::Made(Box::new(self.compile(cell)))
        };
        Between { lens: self, ends: cell.ends, pair }
    }

    fn compile(&self, cell: &Cell) -> Pair {
        let (facts, rules) = (&self.projection.facts, &self.projection.rules);
        let mut rows = self.index().rows(cell);
        rows.retain(|&row| facts.counts(facts.fact(row), &self.knowledge));
        if cell.ends[1] == NONE {
            pair::compile_alone(facts, self.canon(), rules, cell.ends[0], rows)
        } else {
            pair::compile(facts, self.canon(), rules, cell.ends, rows)
        }
    }
}
