//! From the part of a view that has room to boxes and lines.

use super::select::{Frame, LeftOut};
use super::words;
use super::{Arrow, Card, Group, Key, Line, Origin, Scene, Shape, Tie};
use crate::graph::view::{ActorNode, View};
use crate::graph::{Basis, Report, Standing};
use crate::model::category::ActorKind;
use crate::model::id::{ActorId, ArticleId, EventId};
use crate::render::palette::{self, Sign};
use crate::render::sentence::{self, Teller};
use std::collections::{BTreeMap, BTreeSet};

pub(super) struct Builder<'a> {
    view: &'a View,
    teller: &'a Teller<'a>,
    origin: &'a dyn Fn(ArticleId) -> Origin,
    groups: Vec<Group>,
    group_of: BTreeMap<ActorId, usize>,
    /// Whether a group stands rather at the second end of relations: its people are then drawn after it.
    is_second: Vec<bool>,
    boxes: Vec<Card>,
    places: BTreeMap<ActorId, usize>,
    lines: Vec<Line>,
}

impl<'a> Builder<'a> {
    pub(super) fn new(view: &'a View, teller: &'a Teller<'a>, origin: &'a dyn Fn(ArticleId) -> Origin) -> Self {
        Self {
            view,
            teller,
            origin,
            groups: Vec::new(),
            group_of: BTreeMap::new(),
            is_second: Vec::new(),
            boxes: Vec::new(),
            places: BTreeMap::new(),
            lines: Vec::new(),
        }
    }

    pub(super) fn scene(mut self, frame: &Frame, left_out: LeftOut) -> Scene {
        self.group();
        self.place();
        self.relate();
        self.represent();
        self.hold();
        let (title, remarks) = (self.title(frame), self.remarks(left_out));
        let legend = self.legend();
        Scene { title, remarks, groups: self.groups, boxes: self.boxes, lines: self.lines, legend }
    }

    fn name(&self, id: &ActorId) -> String {
        (self.teller.name)(id)
    }

    /// Makes a group of every party, and finds out on which side of relations it stands.
    fn group(&mut self) {
        let parties: BTreeSet<ActorId> = self.view.actors().map(|actor| actor.party.clone()).collect();
        for (index, party) in parties.into_iter().enumerate() {
            self.groups.push(Group { id: party.to_string(), name: self.name(&party) });
            self.group_of.insert(party, index);
        }
        let mut balance = vec![0_i64; self.groups.len()];
        for standing in self.view.relations() {
            for (id, weight) in [(lesser(standing).0, -1), (lesser(standing).1, 1)] {
                let side = self.group_of.get(id).and_then(|&group| balance.get_mut(group));
                side.into_iter().for_each(|side| *side += weight);
            }
        }
        self.is_second = balance.into_iter().map(|side| side > 0).collect();
    }

    fn place(&mut self) {
        let mut actors: Vec<(usize, Shape, &ActorNode)> = self
            .view
            .actors()
            .filter_map(|actor| Some((*self.group_of.get(&actor.party)?, shape(actor), actor)))
            .collect();
        actors.sort_by(|one, other| (one.0, one.1, &one.2.id).cmp(&(other.0, other.1, &other.2.id)));
        for (group, shape, actor) in actors {
            let mut text = words::folded(&self.name(&actor.id));
            let terms = self.view.representations().filter(|(person, _, _)| **person == actor.id);
            let titles: BTreeSet<&str> =
                terms.filter_map(|(_, _, term)| term.map(|term| term.title.as_str())).collect();
            titles.into_iter().for_each(|title| text.extend(words::folded(title)));
            let tip = format!("{} ({})", self.name(&actor.id), actor.id);
            self.places.insert(actor.id.clone(), self.boxes.len());
            self.boxes.push(Card { id: actor.id.to_string(), shape, group, text, tip, link: None });
        }
    }

    fn relate(&mut self) {
        for standing in self.view.relations() {
            let (first, second) = lesser(standing);
            let (Some(&from), Some(&to)) = (self.places.get(first), self.places.get(second)) else { continue };
            let acted = standing.from.as_ref().or((!standing.mutual).then_some(&standing.pair.0));
            let arrow = match acted {
                None => Arrow::Both,
                Some(acted) if acted == first => Arrow::Forward,
                Some(_) => Arrow::Back,
            };
            let rule = self.teller.ontology.dimension(&standing.dimension);
            let state = standing.state.as_ref().and_then(|state| rule?.state(state));
            let tie = Tie::Relation {
                sign: state.map_or(Sign::Neither, |state| Sign::of(state.sign)),
                weak: matches!(standing.basis, Basis::Implied | Basis::Planned | Basis::Unknown)
                    || standing.stale
                    || standing.lapsed,
                disputed: standing.disputed,
                arrow,
                n_reports: standing.events.len(),
            };
            let (tip, link) = self.words(standing.all_events());
            self.lines.push(Line { from, to, tie, text: words::relation(standing, self.teller), tip, link });
        }
    }

    fn represent(&mut self) {
        for (person, of, _) in self.view.representations() {
            if let (Some(&person), Some(&of)) = (self.places.get(person), self.places.get(of)) {
                self.ordered(person, of, Tie::Represents);
            }
        }
    }

    fn hold(&mut self) {
        let joined: BTreeSet<(usize, usize)> = self.lines.iter().map(|line| (line.from, line.to)).collect();
        for (number, position) in self.view.positions().enumerate() {
            let Some(&holder) = self.places.get(&position.holder) else { continue };
            let Some(group) = self.boxes.get(holder).map(|card| card.group) else { continue };
            let (tip, link) = self.words(position.events.iter().copied());
            let place = self.boxes.len();
            let id = format!("position {}", number + 1);
            // A speaker stands between the state and what it is heard to want.
            let speaker = position.speaker.as_ref().and_then(|speaker| self.places.get(speaker)).copied();
            let inside = speaker.filter(|&speaker| self.boxes.get(speaker).is_some_and(|card| card.group == group));
            let mut text = words::position(position, self.teller);
            let absent = position.speaker.as_ref().filter(|_| inside.is_none());
            text.extend(absent.map(|speaker| format!("said by {}", self.name(speaker))));
            self.boxes.push(Card { id, shape: Shape::Position, group, text, tip, link });
            self.ordered(place, inside.unwrap_or(holder), Tie::Holds);
            // Where a relation joins the two already, the text says enough.
            let toward = position.toward.as_ref().and_then(|toward| self.places.get(toward)).copied();
            if let Some(toward) = toward.filter(|&toward| !self.are_joined(&joined, holder, toward)) {
                self.ordered(place, toward, Tie::Toward { arrow: Arrow::Forward });
            }
        }
    }

    /// Tells whether a relation joins the groups of two boxes.
    fn are_joined(&self, joined: &BTreeSet<(usize, usize)>, one: usize, other: usize) -> bool {
        let group = |place: usize| self.boxes.get(place).map(|card| card.group);
        joined.iter().any(|&(from, to)| {
            let ends = (group(from), group(to));
            ends == (group(one), group(other)) || ends == (group(other), group(one))
        })
    }

    /// Adds a line without text: as given where the first box lies in a group at the first end of
    /// relations, else the other way round.
    fn ordered(&mut self, from: usize, to: usize, tie: Tie) {
        let group = self.boxes.get(from).map(|card| card.group);
        let is_second = group.and_then(|group| self.is_second.get(group)).copied().unwrap_or(false);
        let (from, to, tie) = match tie {
            Tie::Toward { .. } if is_second => (to, from, Tie::Toward { arrow: Arrow::Back }),
            tie if is_second => (to, from, tie),
            tie => (from, to, tie),
        };
        self.lines.push(Line { from, to, tie, text: Vec::new(), tip: String::new(), link: None });
    }

    /// Returns the words behind events, the latest first, and where the first of them can be read.
    fn words(&self, events: impl Iterator<Item = EventId>) -> (String, Option<String>) {
        let events: BTreeSet<EventId> = events.collect();
        let mut reports: Vec<&Report> = events.into_iter().filter_map(|event| self.view.report(event)).collect();
        reports.sort_by(|one, other| {
            (other.published, one.article, one.span.start()).cmp(&(one.published, other.article, other.span.start()))
        });
        let with_origin: Vec<(&Report, Origin)> =
            reports.into_iter().map(|report| (report, (self.origin)(report.article))).collect();
        let link = with_origin.iter().find_map(|(_, origin)| origin.url.clone());
        (words::quotes(&with_origin), link)
    }

    fn title(&self, frame: &Frame) -> String {
        let named = |ids: &[ActorId]| sentence::list(&ids.iter().map(|id| self.name(id)).collect::<Vec<_>>());
        let who = match (&frame.around, frame.among.as_slice(), self.groups.as_slice()) {
            (Some(center), _, _) => format!("Relations around {}", self.name(center)),
            (None, [], [one, other]) => sentence::list(&[one.name.clone(), other.name.clone()]),
            (None, [], _) => "Relations".to_owned(),
            (None, among, _) => named(among),
        };
        let mut title = format!("{who} on {}", self.view.at);
        let knowledge = &self.view.knowledge;
        title.extend(knowledge.known_by.map(|day| format!(", as known by {day}")));
        title.extend(knowledge.recorded_by.map(|time| format!(", as recorded by {time}")));
        title.extend(knowledge.at_seq.map(|seq| format!(", as of record {seq}")));
        title.extend(frame.stamp.map(|seq| format!(" (log at record {seq})")));
        title
    }

    fn remarks(&self, left_out: LeftOut) -> Vec<String> {
        let mut remarks = Vec::new();
        let mut climates = self.view.climates();
        if let (Some((_, _, climate)), None) = (climates.next(), climates.next()) {
            remarks.push(self.teller.climate(climate));
        }
        if self.view.relations().next().is_none() && self.view.positions().next().is_none() {
            remarks.push("Nothing is known.".to_owned());
        }
        let counted = |n: usize, what: &str| match n {
            0 => None,
            1 => Some(format!("1 {what}")),
            n => Some(format!("{n} {what}s")),
        };
        let parts: Vec<String> = [counted(left_out.relations, "relation"), counted(left_out.positions, "position")]
            .into_iter()
            .flatten()
            .collect();
        if !parts.is_empty() {
            remarks.push(format!("Left out for want of room, having the fewest reports: {}.", sentence::list(&parts)));
        }
        remarks
    }

    fn legend(&self) -> Vec<Key> {
        let mut keys = BTreeSet::new();
        let mut widths = BTreeSet::new();
        for line in &self.lines {
            if let Tie::Relation { sign, weak, disputed, n_reports, .. } = line.tie {
                keys.insert(Key::Sign(sign));
                keys.extend(weak.then_some(Key::Weak));
                keys.extend(disputed.then_some(Key::Disputed));
                widths.insert(palette::width_tenths(n_reports));
            }
        }
        keys.extend((widths.len() > 1).then_some(Key::Width));
        keys.extend(self.boxes.iter().map(|card| Key::Shape(card.shape)));
        keys.into_iter().collect()
    }
}

/// Returns the parties of a relation in the order of their ids.
fn lesser(standing: &Standing) -> (&ActorId, &ActorId) {
    let (one, other) = (&standing.pair.0, &standing.pair.1);
    if one <= other { (one, other) } else { (other, one) }
}

fn shape(actor: &ActorNode) -> Shape {
    match actor.kind {
        Some(ActorKind::Person) => Shape::Person,
        Some(ActorKind::Institution) => Shape::Institution,
        Some(ActorKind::State | ActorKind::Organisation | ActorKind::Group) => Shape::Party,
        None if actor.id == actor.party => Shape::Party,
        None => Shape::Institution,
    }
}
