//! The petgraph graph on a day. The only file that names petgraph.
//!
//! Nodes are actors and positions; edges are `represents` (person to institution to state), `holds`
//! (actor to position), `toward` (position to actor), relations, and the climate of a pair. Answers and
//! diagrams are written from here. Nodes and edges are added in the order of their contents, so that
//! the same events give the same graph whatever the order in which they came.

pub mod gathered;

use super::lens::{Between, Lens};
use super::reading::{Position, Report, Standing};
use super::rules::Term;
use super::{Climate, Knowledge};
use crate::model::category::ActorKind;
use crate::model::day::Day;
use crate::model::id::{ActorId, EventId};
use gathered::Gathered;
use petgraph::Direction;
use petgraph::graph::{DiGraph, NodeIndex};
use petgraph::visit::EdgeRef as _;
use std::collections::{BTreeMap, BTreeSet};

/// Which part of the graph.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Scope {
    /// All of it.
    Everything,
    /// One actor and all that it has to do with, also as a member of organisations.
    Actor(ActorId),
    /// What lies between two, also as members of organisations.
    Pair(ActorId, ActorId),
}

/// A node of the graph.
#[derive(Clone, PartialEq, Debug)]
pub enum Node {
    /// An actor.
    Actor(ActorNode),
    /// A position.
    Position(Position),
}

/// An actor in the graph.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct ActorNode {
    /// The id.
    pub id: ActorId,
    /// The name to show.
    pub name: String,
    /// What kind of actor it is, where an event says so.
    pub kind: Option<ActorKind>,
    /// The state or organisation that it counts for; itself for those.
    pub party: ActorId,
}

/// An edge of the graph.
#[derive(Clone, PartialEq, Debug)]
pub enum Edge {
    /// From a person to an institution, from either to the state.
    Represents(Option<Term>),
    /// From an actor to its position.
    Holds,
    /// From a position to the actor that it is toward.
    Toward,
    /// From the side that acted to the other.
    Relation(Box<Standing>),
    /// Between two, the one whose id sorts first in front.
    Climate(Climate),
}

/// The graph on a day.
#[derive(Clone, Debug)]
pub struct View {
    /// The day.
    pub at: Day,
    /// The state of knowledge.
    pub knowledge: Knowledge,
    graph: DiGraph<Node, Edge>,
    actors: BTreeMap<ActorId, NodeIndex>,
    reports: BTreeMap<EventId, Report>,
}

impl View {
    /// Builds the graph on a day.
    #[must_use]
    pub fn of(lens: &Lens<'_>, at: Day, scope: &Scope) -> Self {
        let mut parts = Parts::default();
        match scope {
            Scope::Everything => {
                let mut gathered = Gathered::new(at, &lens.knowledge);
                gathered.take(lens.projection, &|_| true);
                return gathered.view(lens.projection.rules());
            }
            Scope::Pair(one, other) => parts.pair(lens, at, one, other),
            Scope::Actor(actor) => parts.actor(lens, at, actor),
        }
        parts.build(lens, at)
    }

    /// Returns every actor, by id.
    pub fn actors(&self) -> impl Iterator<Item = &ActorNode> {
        self.actors.values().filter_map(|&node| match self.graph.node_weight(node) {
            Some(Node::Actor(actor)) => Some(actor),
            _ => None,
        })
    }

    /// Returns every relation, in the order of dimensions, topics and parties.
    pub fn relations(&self) -> impl Iterator<Item = &Standing> {
        self.graph.edge_references().filter_map(|edge| match edge.weight() {
            Edge::Relation(standing) => Some(standing.as_ref()),
            _ => None,
        })
    }

    /// Returns every position, by holder and topic.
    pub fn positions(&self) -> impl Iterator<Item = &Position> {
        self.graph.node_weights().filter_map(|node| match node {
            Node::Position(position) => Some(position),
            Node::Actor(_) => None,
        })
    }

    /// Returns the climate of every pair, by ids.
    pub fn climates(&self) -> impl Iterator<Item = (&ActorId, &ActorId, Climate)> {
        self.graph.edge_references().filter_map(|edge| match edge.weight() {
            Edge::Climate(climate) => Some((self.id(edge.source())?, self.id(edge.target())?, *climate)),
            _ => None,
        })
    }

    /// Returns who represents whom, by ids; the term where the office is known.
    pub fn representations(&self) -> impl Iterator<Item = (&ActorId, &ActorId, Option<&Term>)> {
        self.graph.edge_references().filter_map(|edge| match edge.weight() {
            Edge::Represents(term) => Some((self.id(edge.source())?, self.id(edge.target())?, term.as_ref())),
            _ => None,
        })
    }

    /// Returns the actors one edge away from an actor, by id.
    #[must_use]
    pub fn neighbors(&self, actor: &ActorId) -> Vec<&ActorId> {
        let Some(&node) = self.actors.get(actor) else { return Vec::new() };
        let near = [Direction::Outgoing, Direction::Incoming]
            .into_iter()
            .flat_map(|direction| self.graph.neighbors_directed(node, direction));
        let ids: BTreeSet<&ActorId> = near.filter_map(|node| self.id(node)).collect();
        ids.into_iter().collect()
    }

    /// Returns the words behind an event of the view.
    #[must_use]
    pub fn report(&self, event: EventId) -> Option<&Report> {
        self.reports.get(&event)
    }

    /// Returns the words behind every event of the view, by event.
    pub fn reports(&self) -> impl Iterator<Item = &Report> {
        self.reports.values()
    }

    /// Returns every event that its relations and positions rest on or name.
    #[must_use]
    pub fn events(&self) -> BTreeSet<EventId> {
        events(self.relations(), self.positions())
    }

    /// Tells whether the view shows nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.graph.edge_count() == 0 && self.positions().next().is_none()
    }

    /// Returns a copy with only the relations and positions that `keep` and `hold` accept, and the actors
    /// that these need.
    #[must_use]
    pub fn filtered(&self, keep: impl Fn(&Standing) -> bool, hold: impl Fn(&Position) -> bool) -> Self {
        let mut parts = Parts {
            standings: self.relations().filter(|standing| keep(standing)).cloned().collect(),
            positions: self.positions().filter(|position| hold(position)).cloned().collect(),
            ..Parts::default()
        };
        parts.climates = self.climates().map(|(one, other, climate)| (one.clone(), other.clone(), climate)).collect();
        let terms = self.representations().filter_map(|(_, _, term)| term.cloned()).collect();
        let known: BTreeMap<ActorId, ActorNode> =
            self.actors().map(|actor| (actor.id.clone(), actor.clone())).collect();
        let node = |id: &ActorId| known.get(id).cloned();
        let events = events(&parts.standings, &parts.positions);
        let reports = events.iter().filter_map(|event| Some((*event, self.reports.get(event)?.clone()))).collect();
        parts.graph(self.at, self.knowledge, reports, terms, node)
    }

    /// Returns what the view was built from.
    fn apart(self) -> Parts {
        let climates = self.climates().map(|(one, other, climate)| (one.clone(), other.clone(), climate)).collect();
        let (nodes, edges) = self.graph.into_nodes_edges();
        let positions = nodes.into_iter().filter_map(|node| match node.weight {
            Node::Position(position) => Some(position),
            Node::Actor(_) => None,
        });
        let standings = edges.into_iter().filter_map(|edge| match edge.weight {
            Edge::Relation(standing) => Some(*standing),
            _ => None,
        });
        Parts { standings: standings.collect(), positions: positions.collect(), climates }
    }

    fn id(&self, node: NodeIndex) -> Option<&ActorId> {
        match self.graph.node_weight(node)? {
            Node::Actor(actor) => Some(&actor.id),
            Node::Position(_) => None,
        }
    }
}

/// The events that relations and positions rest on or name.
fn events<'a>(
    standings: impl IntoIterator<Item = &'a Standing>,
    positions: impl IntoIterator<Item = &'a Position>,
) -> BTreeSet<EventId> {
    let of_positions = positions.into_iter().flat_map(|position| position.events.iter().copied());
    standings.into_iter().flat_map(Standing::all_events).chain(of_positions).collect()
}

/// What a view is built from.
#[derive(Default)]
struct Parts {
    standings: Vec<Standing>,
    positions: Vec<Position>,
    climates: Vec<(ActorId, ActorId, Climate)>,
}

impl Parts {
    fn take(&mut self, between: &Between<'_>, at: Day, via: Option<&ActorId>) {
        let standings = between.standings(at).into_iter();
        self.standings.extend(standings.map(|standing| Standing { via: via.cloned(), ..standing }));
        self.positions.extend(between.positions(at));
        if let (Some((one, other)), Some(climate), None) = (between.parties(), between.climate(at), via) {
            self.climates.push((one.clone(), other.clone(), climate));
        }
    }

    fn pair(&mut self, lens: &Lens<'_>, at: Day, one: &ActorId, other: &ActorId) {
        if let Some(between) = lens.between(one, other) {
            self.take(&between, at, None);
        }
        for (member, counterpart) in [(one, other), (other, one)] {
            for organisation in lens.organisations(member, at) {
                let Some(between) = lens.between(&organisation, counterpart) else { continue };
                if organisation != *counterpart {
                    self.take(&between, at, Some(&organisation));
                }
            }
        }
    }

    fn actor(&mut self, lens: &Lens<'_>, at: Day, actor: &ActorId) {
        for between in lens.all_of(actor) {
            self.take(&between, at, None);
        }
        for organisation in lens.organisations(actor, at) {
            for between in lens.all_of(&organisation) {
                let with_itself = between.parties().is_none_or(|(one, other)| one == actor || other == actor);
                if !with_itself {
                    self.take(&between, at, Some(&organisation));
                }
            }
        }
    }

    fn build(self, lens: &Lens<'_>, at: Day) -> View {
        let events = events(&self.standings, &self.positions).into_iter();
        let reports = events.filter_map(|event| lens.report(event).map(|report| (event, report))).collect();
        let terms = lens.projection.rules().terms.iter().filter(|term| term.holds(at)).cloned().collect();
        self.graph(at, lens.knowledge, reports, terms, |id| lens.actor_node(id))
    }

    fn graph(
        mut self,
        at: Day,
        knowledge: Knowledge,
        reports: BTreeMap<EventId, Report>,
        terms: Vec<Term>,
        node: impl Fn(&ActorId) -> Option<ActorNode>,
    ) -> View {
        self.standings.sort_by(|one, other| one.order().cmp(&other.order()));
        self.standings.dedup();
        self.positions.sort();
        self.positions.dedup();
        self.climates.sort_by(|one, other| (&one.0, &one.1).cmp(&(&other.0, &other.1)));
        self.climates.dedup();
        let mut view = View { at, knowledge, graph: DiGraph::new(), actors: BTreeMap::new(), reports };
        for id in self.wanted(&view.reports) {
            let weight = node(&id).unwrap_or_else(|| ActorNode {
                name: id.to_string(),
                kind: None,
                party: id.root(),
                id: id.clone(),
            });
            let place = view.graph.add_node(Node::Actor(weight));
            view.actors.insert(id, place);
        }
        view.represent(&terms);
        for standing in self.standings {
            let (from, to) = match (&standing.from, &standing.to) {
                (Some(from), Some(to)) => (from, to),
                _ => (&standing.pair.0, &standing.pair.1),
            };
            if let (Some(&from), Some(&to)) = (view.actors.get(from), view.actors.get(to)) {
                view.graph.add_edge(from, to, Edge::Relation(Box::new(standing)));
            }
        }
        for position in self.positions {
            let (holder, toward) = (view.actors.get(&position.holder).copied(), position.toward.clone());
            let place = view.graph.add_node(Node::Position(position));
            if let Some(holder) = holder {
                view.graph.add_edge(holder, place, Edge::Holds);
            }
            if let Some(&toward) = toward.and_then(|toward| view.actors.get(&toward)) {
                view.graph.add_edge(place, toward, Edge::Toward);
            }
        }
        for (one, other, climate) in self.climates {
            if let (Some(&one), Some(&other)) = (view.actors.get(&one), view.actors.get(&other)) {
                view.graph.add_edge(one, other, Edge::Climate(climate));
            }
        }
        view
    }

    /// Every actor that the parts name, and those above them.
    fn wanted(&self, reports: &BTreeMap<EventId, Report>) -> BTreeSet<ActorId> {
        let mut wanted = BTreeSet::new();
        for standing in &self.standings {
            wanted.extend([standing.pair.0.clone(), standing.pair.1.clone()]);
            wanted.extend(standing.via.clone());
            let speakers = standing.all_events().filter_map(|event| reports.get(&event)?.speaker.clone());
            wanted.extend(speakers);
        }
        for position in &self.positions {
            wanted.insert(position.holder.clone());
            wanted.extend(position.toward.iter().chain(&position.speaker).cloned());
        }
        let above: Vec<ActorId> =
            wanted.iter().flat_map(|id| std::iter::successors(id.parent(), ActorId::parent)).collect();
        wanted.extend(above);
        wanted
    }
}

impl View {
    /// Joins persons to what they represent on the day, and institutions to what they are part of.
    fn represent(&mut self, terms: &[Term]) {
        let places: Vec<(ActorId, NodeIndex)> = self.actors.iter().map(|(id, place)| (id.clone(), *place)).collect();
        for (id, place) in places {
            let mut held: Vec<&Term> = terms.iter().filter(|term| term.person == id).collect();
            held.sort_by(|one, other| (&one.of, &one.title).cmp(&(&other.of, &other.title)));
            let known: Vec<(NodeIndex, &Term)> =
                held.into_iter().filter_map(|term| Some((*self.actors.get(&term.of)?, term))).collect();
            let parent = id.parent().and_then(|parent| self.actors.get(&parent)).copied();
            if let (true, Some(parent)) = (known.is_empty(), parent) {
                self.graph.add_edge(place, parent, Edge::Represents(None));
            }
            for (of, term) in known {
                self.graph.add_edge(place, of, Edge::Represents(Some(term.clone())));
            }
        }
    }
}

impl Lens<'_> {
    /// Returns the organisations that an actor is a member of on a day, by id.
    #[must_use]
    pub fn organisations(&self, member: &ActorId, at: Day) -> Vec<ActorId> {
        let mut organisations: Vec<ActorId> = self
            .projection
            .rules()
            .memberships
            .iter()
            .filter(|membership| membership.member == *member && membership.holds(at))
            .map(|membership| membership.organisation.clone())
            .collect();
        organisations.sort_unstable();
        organisations.dedup();
        organisations
    }

    /// Returns the organisations that an actor was ever a member of, by id.
    #[must_use]
    pub fn organisations_ever(&self, member: &ActorId) -> Vec<ActorId> {
        let memberships = self.projection.rules().memberships.iter();
        let of = memberships.filter(|membership| membership.member == *member);
        let organisations: BTreeSet<ActorId> = of.map(|membership| membership.organisation.clone()).collect();
        organisations.into_iter().collect()
    }

    /// Returns an actor as the graph shows it.
    #[must_use]
    pub fn actor_node(&self, id: &ActorId) -> Option<ActorNode> {
        let facts = &self.projection.facts;
        let told = facts.voice_named(id, &self.knowledge);
        let name = facts
            .name_of(id, self.projection.rules(), &self.knowledge)
            .or_else(|| told.map(|voice| voice.name.clone()));
        Some(ActorNode {
            id: id.clone(),
            name: name.unwrap_or_else(|| id.to_string()),
            kind: told.map(|voice| voice.kind),
            party: told.map_or_else(|| id.root(), |voice| voice.party.clone()),
        })
    }
}
