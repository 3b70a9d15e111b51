//! The graph of everything on a day, gathered from the graphs of shares of all pairs.
//!
//! What it holds grows with the relations that stand on the day and the words that they rest on, not with the log.

use super::{ActorNode, Parts, View};
use crate::graph::lens::Between;
use crate::graph::reading::{Report, Standing};
use crate::graph::rules::Rules;
use crate::graph::{Knowledge, Projection};
use crate::model::category::ActorKind;
use crate::model::day::Day;
use crate::model::id::{ActorId, EventId};
use std::collections::BTreeMap;

/// What was gathered.
pub struct Gathered {
    at: Day,
    knowledge: Knowledge,
    parts: Parts,
    reports: BTreeMap<EventId, Report>,
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
            reports: BTreeMap::new(),
            told: BTreeMap::new(),
            declared: BTreeMap::new(),
        }
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
        let standings = self.parts.standings.iter().skip(standings).flat_map(Standing::all_events);
        let positions = self.parts.positions.iter().skip(positions).flat_map(|p| p.events.iter().copied());
        let reports = standings.chain(positions).filter_map(|event| Some((event, lens.report(event)?)));
        self.reports.extend(reports);
        for (id, voice) in projection.facts.all_named(&self.knowledge) {
            let told = (voice.name.clone(), voice.kind, voice.party.clone());
            match self.told.get_mut(id) {
                Some(first) if *first <= told => {}
                Some(first) => *first = told,
                None => drop(self.told.insert(id.clone(), told)),
            }
        }
        let declared = projection.facts.all_declared(&self.knowledge);
        self.declared.extend(declared.map(|(id, name)| (id.clone(), name.to_owned())));
    }

    /// Returns the graph.
    #[must_use]
    pub fn view(self, rules: &Rules) -> View {
        let Self { at, knowledge, parts, reports, told, declared } = self;
        let node = |id: &ActorId| {
            let told = told.get(id);
            let name = declared.get(id).or_else(|| rules.actors.get(id)).or_else(|| told.map(|(name, ..)| name));
            Some(ActorNode {
                id: id.clone(),
                name: name.cloned().unwrap_or_else(|| id.to_string()),
                kind: told.map(|(_, kind, _)| *kind),
                party: told.map_or_else(|| id.root(), |(.., party)| party.clone()),
            })
        };
        let terms = rules.terms.iter().filter(|term| term.holds(at)).cloned().collect();
        parts.graph(at, knowledge, reports, terms, node)
    }
}
