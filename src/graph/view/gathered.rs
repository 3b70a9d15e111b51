//! The graph of everything on a day, gathered from the graphs of shares of all pairs.
//!
//! What it holds grows with the relations that stand on the day and the words that they rest on, not with the log;
//! where few of the relations are shown, the words of the others need not be held either.

use super::{ActorNode, Parts, View, events};
use crate::graph::lens::Between;
use crate::graph::reading::Report;
use crate::graph::rules::{Rules, Term};
use crate::graph::{Knowledge, Projection};
use crate::model::category::ActorKind;
use crate::model::day::Day;
use crate::model::id::{ActorId, EventId};
use std::collections::{BTreeMap, BTreeSet};

/// What was gathered.
pub struct Gathered {
    at: Day,
    knowledge: Knowledge,
    parts: Parts,
    /// Whether the words are gathered too.
    tells: bool,
    reports: BTreeMap<EventId, Report>,
    named: Named,
}

/// What actors are called.
#[derive(Default)]
struct Named {
    /// How events describe each actor: of several descriptions the one that sorts first.
    told: BTreeMap<ActorId, (String, ActorKind, ActorId)>,
    declared: BTreeMap<ActorId, String>,
}

impl Gathered {
    /// Gathers nothing yet.
    #[must_use]
    pub fn new(at: Day, knowledge: &Knowledge) -> Self {
        Self {
            at,
            knowledge: *knowledge,
            parts: Parts::default(),
            tells: true,
            reports: BTreeMap::new(),
            named: Named::default(),
        }
    }

    /// Leaves the words out, which are asked for when it is known what is shown.
    #[must_use]
    pub fn without_words(self) -> Self {
        Self { tells: false, ..self }
    }

    /// Takes in the pairs of a graph that are wanted; each pair must be wanted of one graph only.
    pub fn take(&mut self, projection: &Projection, wanted: &dyn Fn(&Between<'_>) -> bool) {
        let lens = projection.lens(&self.knowledge);
        let (standings, positions) = (self.parts.standings.len(), self.parts.positions.len());
        lens.each(&mut |between| {
            if wanted(between) {
                self.parts.take(between, self.at, None);
            }
        });
        if self.tells {
            let standings = self.parts.standings.iter().skip(standings);
            let events = events(standings, self.parts.positions.iter().skip(positions)).into_iter();
            self.reports.extend(events.filter_map(|event| Some((event, lens.report(event)?))));
        }
        for (id, voice) in projection.facts.all_named(&self.knowledge) {
            let told = (voice.name.clone(), voice.kind, voice.party.clone());
            match self.named.told.get_mut(id) {
                Some(first) if *first <= told => {}
                Some(first) => *first = told,
                None => drop(self.named.told.insert(id.clone(), told)),
            }
        }
        let declared = projection.facts.all_declared(&self.knowledge);
        self.named.declared.extend(declared.map(|(id, name)| (id.clone(), name.to_owned())));
    }

    /// Returns the graph.
    #[must_use]
    pub fn view(self, rules: &Rules) -> View {
        self.named(rules).0
    }

    /// Returns the graph with the words behind some of its events: of those that `shown` picks from the graph without
    /// words, what `tell` says.
    ///
    /// # Errors
    /// As `tell`.
    pub fn view_telling<E>(
        self,
        rules: &Rules,
        shown: impl FnOnce(&View) -> BTreeSet<EventId>,
        tell: impl FnOnce(BTreeSet<EventId>) -> Result<BTreeMap<EventId, Report>, E>,
    ) -> Result<View, E> {
        let (view, named) = self.named(rules);
        let reports = tell(shown(&view))?;
        let (at, knowledge) = (view.at, view.knowledge);
        Ok(view.apart().graph(at, knowledge, reports, terms(rules, at), |id| Some(named.node(id, rules))))
    }

    fn named(self, rules: &Rules) -> (View, Named) {
        let Self { at, knowledge, parts, reports, named, .. } = self;
        let view = parts.graph(at, knowledge, reports, terms(rules, at), |id| Some(named.node(id, rules)));
        (view, named)
    }
}

/// The terms of office that hold on a day.
fn terms(rules: &Rules, at: Day) -> Vec<Term> {
    rules.terms.iter().filter(|term| term.holds(at)).cloned().collect()
}

impl Named {
    fn node(&self, id: &ActorId, rules: &Rules) -> ActorNode {
        let told = self.told.get(id);
        let declared = self.declared.get(id).or_else(|| rules.actors.get(id));
        let name = declared.or_else(|| told.map(|(name, ..)| name));
        ActorNode {
            id: id.clone(),
            name: name.cloned().unwrap_or_else(|| id.to_string()),
            kind: told.map(|(_, kind, _)| *kind),
            party: told.map_or_else(|| id.root(), |(.., party)| party.clone()),
        }
    }
}
