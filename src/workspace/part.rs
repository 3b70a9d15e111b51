//! The part of the graph that a question is about, without the rest.
//!
//! What becomes of an event depends on the records that name it, its article, or an event that it amends,
//! and on nothing else. So the records of a pair, and those, found through the index, give the same
//! answers about the pair as the whole log does; a question costs what it asks for, whatever the size of
//! the log.
//!
//! Law, tried in `tests/it/log/part.rs`: every answer from a part is the one from the whole.

use super::shelf::Shelf;
use super::{Workspace, WorkspaceError};
use crate::graph::view::Scope;
use crate::graph::{Knowledge, Projection};
use crate::log::LogError;
use crate::log::index::key::{self, Key};
use crate::model::event::Event;
use crate::model::id::{ActorId, ArticleId, EventId, Seq};
use crate::model::record::{Body, Record};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Deref;
use std::sync::{Arc, MutexGuard, PoisonError};

/// Where a part would hold more than one record in so many, the whole is as quick.
const SHARE: u64 = 3;

/// So many records are always taken alone.
const FEW: usize = 4096;

/// The graph as far as a question needs it.
#[derive(Debug)]
pub enum Part<'a> {
    /// All of it.
    Whole(&'a Projection),
    /// What was asked for.
    Some(Arc<Projection>),
}

impl Deref for Part<'_> {
    type Target = Projection;
    fn deref(&self) -> &Projection {
        match self {
            Self::Whole(projection) => projection,
            Self::Some(projection) => projection,
        }
    }
}

/// Actors that stand for each other, or did.
type Circle = BTreeSet<ActorId>;

/// Which events are wanted.
#[derive(Debug, Default)]
struct Wanted {
    /// Events between one of these and one of those.
    pairs: Vec<(Circle, Circle)>,
    /// All events of these.
    whole: Vec<Circle>,
}

impl Workspace {
    /// Returns the graph as far as questions of this scope need it.
    ///
    /// # Errors
    /// When the log cannot be read.
    pub fn about(&self, scope: &Scope) -> Result<Part<'_>, WorkspaceError> {
        if let Some(whole) = self.whole.get() {
            return Ok(Part::Whole(whole));
        }
        if let Some((_, part)) = self.parts().as_ref().filter(|(asked, _)| asked == scope) {
            return Ok(Part::Some(part.clone()));
        }
        let part = self.read(scope)?;
        if let Part::Some(part) = &part {
            *self.parts() = Some((scope.clone(), part.clone()));
        }
        Ok(part)
    }

    /// Returns the part that was asked for last, with what it is about.
    pub(super) fn parts(&self) -> MutexGuard<'_, Option<(Scope, Arc<Projection>)>> {
        // Whoever panicked left a whole part or none.
        self.last.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn read(&self, scope: &Scope) -> Result<Part<'_>, WorkspaceError> {
        let mergers = self.mergers()?;
        let circle = |actor: &ActorId| circle(&mergers, actor);
        // Membership is looked up under an empty graph: it is of the ontology.
        let empty = Projection::empty(self.rules.clone());
        let organisations = |actor: &ActorId| -> Circle {
            let of = empty.lens(&Knowledge::default()).organisations_ever(actor);
            of.iter().flat_map(circle).collect()
        };
        let wanted = match scope {
            Scope::Everything => return Ok(Part::Whole(self.projection()?)),
            Scope::Actor(actor) => {
                let mut all = circle(actor);
                all.extend(organisations(actor));
                Wanted { whole: vec![all], ..Wanted::default() }
            }
            Scope::Pair(one, other) => {
                let (mut with, through) = (circle(one), organisations(other));
                let pairs = vec![(circle(one), through), {
                    with.extend(organisations(one));
                    (with, circle(other))
                }];
                Wanted { pairs, ..Wanted::default() }
            }
        };
        self.part(&wanted, &BTreeSet::new())
    }

    /// Returns the graph as far as it concerns what an event does.
    ///
    /// # Errors
    /// When the log cannot be read.
    pub fn about_event(&self, event: &Event) -> Result<Part<'_>, WorkspaceError> {
        let mergers = self.mergers()?;
        let parties = |side: &[crate::model::event::Participant]| -> Vec<Circle> {
            side.iter().map(|one| circle(&mergers, one.party())).collect()
        };
        let (actors, recipients) = (parties(&event.actors), parties(&event.recipients));
        let others = if recipients.is_empty() { &actors } else { &recipients };
        let mut wanted = Wanted::default();
        for one in &actors {
            for other in others {
                // An act toward none but itself concerns the actor alone.
                let alone = others.iter().all(|other| !other.is_disjoint(one));
                if alone {
                    wanted.whole.push(one.clone());
                } else {
                    wanted.pairs.push((one.clone(), other.clone()));
                }
            }
        }
        self.part(&wanted, &BTreeSet::from([event.id]))
    }

    /// Returns the graph of some events, to tell whether they count and what their reports are.
    pub(super) fn only_events(&self, events: &BTreeSet<EventId>) -> Result<Part<'_>, WorkspaceError> {
        self.part(&Wanted::default(), events)
    }

    fn part(&self, wanted: &Wanted, events: &BTreeSet<EventId>) -> Result<Part<'_>, WorkspaceError> {
        if let Some(whole) = self.whole.get() {
            return Ok(Part::Whole(whole));
        }
        let shelf = self.shelf();
        let seqs = wanted.seqs(&shelf)?;
        if seqs.len() > FEW && seqs.len() as u64 * SHARE > self.log.head().count {
            return Ok(Part::Whole(self.projection()?));
        }
        let mut gathered =
            Gathered { shelf, records: BTreeMap::new(), events: BTreeSet::new(), ended: BTreeSet::new() };
        gathered.add(shelf.seqs(Key::MERGERS)?)?;
        gathered.add(shelf.seqs(Key::DECLARED)?)?;
        gathered.add(seqs)?;
        let meant = |event: &&Event| wanted.takes(event);
        let named: Vec<EventId> = gathered.records.values().flat_map(key::events).filter(meant).map(|e| e.id).collect();
        for id in named.into_iter().chain(events.iter().copied()) {
            gathered.close(id)?;
        }
        Ok(Part::Some(Arc::new(gathered.fold(self, wanted)?)))
    }

    /// Returns who was ever merged into whom.
    fn mergers(&self) -> Result<Vec<(ActorId, ActorId)>, LogError> {
        let records = self.shelf().records(Key::MERGERS)?.into_iter();
        Ok(records
            .filter_map(|record| match record.body {
                Body::ActorMerged { from, into, .. } => Some((from, into)),
                _ => None,
            })
            .collect())
    }
}

/// Returns everybody who may stand for an actor under some state of knowledge.
fn circle(mergers: &[(ActorId, ActorId)], actor: &ActorId) -> Circle {
    let mut circle = Circle::from([actor.clone()]);
    loop {
        let before = circle.len();
        for (from, into) in mergers {
            if circle.contains(from) || circle.contains(into) {
                circle.extend([from.clone(), into.clone()]);
            }
        }
        if circle.len() == before {
            return circle;
        }
    }
}

impl Wanted {
    /// Returns the positions of the records that hold what is wanted, and perhaps of some others.
    fn seqs(&self, shelf: &Shelf<'_>) -> Result<Vec<Seq>, LogError> {
        let of = |circle: &Circle| -> Result<Vec<Seq>, LogError> {
            let mut seqs = Vec::new();
            for actor in circle {
                seqs.extend(shelf.seqs(Key::party(actor))?);
            }
            if circle.len() > 1 {
                seqs.sort_unstable();
                seqs.dedup();
            }
            Ok(seqs)
        };
        let mut seqs = Vec::new();
        for circle in &self.whole {
            seqs.append(&mut of(circle)?);
        }
        for (one, other) in self.pairs.iter().filter(|(one, other)| !one.is_empty() && !other.is_empty()) {
            let (one, other) = (of(one)?, of(other)?);
            let mut later = other.as_slice();
            seqs.extend(one.into_iter().filter(|seq| {
                later = later.get(later.partition_point(|other| other < seq)..).unwrap_or_default();
                later.first() == Some(seq)
            }));
        }
        seqs.sort_unstable();
        seqs.dedup();
        Ok(seqs)
    }

    fn takes(&self, event: &Event) -> bool {
        let any = |circle: &Circle| {
            event.actors.iter().chain(&event.recipients).any(|participant| circle.contains(participant.party()))
        };
        self.whole.iter().any(any) || self.pairs.iter().any(|(one, other)| any(one) && any(other))
    }

    fn actors(&self) -> impl Iterator<Item = &ActorId> {
        self.pairs.iter().flat_map(|(one, other)| one.iter().chain(other)).chain(self.whole.iter().flatten())
    }
}

/// The records of a part, as they are found.
struct Gathered<'a> {
    shelf: Shelf<'a>,
    records: BTreeMap<Seq, Record>,
    events: BTreeSet<EventId>,
    /// Articles whose revisions and readings anew are among the records.
    ended: BTreeSet<ArticleId>,
}

impl Gathered<'_> {
    fn add(&mut self, mut seqs: Vec<Seq>) -> Result<(), LogError> {
        seqs.retain(|seq| !self.records.contains_key(seq));
        let records = self.shelf.pick(seqs)?;
        self.records.extend(records.into_iter().map(|record| (record.seq, record)));
        Ok(())
    }

    /// Takes in every record on which it depends what becomes of an event.
    fn close(&mut self, event: EventId) -> Result<(), LogError> {
        let mut open = vec![event];
        while let Some(id) = open.pop() {
            if !self.events.insert(id) {
                continue;
            }
            let seqs = self.shelf.seqs(Key::event(id))?;
            self.add(seqs.clone())?;
            let mut articles = BTreeSet::new();
            for record in seqs.iter().filter_map(|seq| self.records.get(seq)) {
                articles.extend(key::events(record).iter().filter(|event| event.id == id).map(|event| event.article));
                // The day of publication is that of the event that it replaces.
                if let Body::EventAmended { event, replacement, .. } = &record.body
                    && replacement.id == id
                {
                    open.push(*event);
                }
            }
            for article in articles {
                if self.ended.insert(article) {
                    let seqs = self.shelf.seqs(Key::end_of(article))?;
                    self.add(seqs)?;
                }
            }
        }
        Ok(())
    }

    fn fold(self, workspace: &Workspace, wanted: &Wanted) -> Result<Projection, LogError> {
        let head = workspace.log.head().count.checked_sub(1).map(Seq);
        let mut named: BTreeSet<ActorId> = wanted.actors().cloned().collect();
        for event in self.records.values().flat_map(key::events).filter(|event| self.events.contains(&event.id)) {
            for voice in key::voices(event) {
                named.insert(voice.party().clone());
                named.extend(std::iter::successors(Some(voice.id.clone()), ActorId::parent));
            }
        }
        let mut projection = Projection::of_events(workspace.rules.clone(), self.events, head);
        for record in self.records.values() {
            projection.apply(record);
        }
        for id in named {
            let records = self.shelf.records(Key::told(&id))?;
            for record in &records {
                for event in key::events(record) {
                    for voice in key::voices(event).filter(|voice| voice.id == id) {
                        projection.introduce(voice, event.published, record.seq, record.recorded_at);
                    }
                }
            }
        }
        Ok(projection)
    }
}
