//! From what is to be shown to boxes, lines and a legend; the same for a day and for a difference.

use super::sides::Ties;
use super::{Arrow, Card, Group, Key, Line, Origin, Scene, Shape, Tie, words};
use crate::graph::view::ActorNode;
use crate::graph::{Position, Report, Standing};
use crate::model::category::ActorKind;
use crate::model::id::{ActorId, ArticleId, EventId};
use crate::render::palette::{self, Sign};
use crate::render::sentence::Teller;
use std::collections::{BTreeMap, BTreeSet};

/// What a picture shows, before it has boxes.
#[derive(Default)]
pub(super) struct Content<'a> {
    pub(super) title: String,
    pub(super) remarks: Vec<String>,
    /// Who shall stand in the middle.
    pub(super) middle: Option<ActorId>,
    pub(super) actors: BTreeMap<&'a ActorId, &'a ActorNode>,
    /// Who represents whom, with the title of the office where it is known.
    pub(super) representations: BTreeSet<(&'a ActorId, &'a ActorId, Option<&'a str>)>,
    pub(super) relations: Vec<Told<'a>>,
    pub(super) positions: Vec<Held<'a>>,
    /// The words behind events.
    pub(super) reports: BTreeMap<EventId, &'a Report>,
}

/// A relation and what is said of it.
pub(super) struct Told<'a> {
    pub(super) standing: &'a Standing,
    pub(super) text: Vec<String>,
    pub(super) sign: Sign,
    pub(super) weak: bool,
    pub(super) n_reports: usize,
    pub(super) key: Option<Key>,
    /// The events whose words are shown when pointed at.
    pub(super) events: Vec<EventId>,
}

/// A position and what is said of it.
pub(super) struct Held<'a> {
    pub(super) position: &'a Position,
    pub(super) text: Vec<String>,
    pub(super) key: Option<Key>,
    pub(super) events: Vec<EventId>,
}

/// What the colors of a picture tell.
#[derive(Copy, Clone, PartialEq, Eq)]
pub(super) enum Colors {
    /// How things stand.
    State,
    /// Whether they became better or worse.
    Trend,
}

pub(super) struct Builder<'a> {
    content: Content<'a>,
    colors: Colors,
    teller: &'a Teller<'a>,
    origin: &'a dyn Fn(ArticleId) -> Origin,
    groups: Vec<Group>,
    group_of: BTreeMap<ActorId, usize>,
    /// How far to the left or right each group stands; people of one on the right are drawn after it.
    columns: BTreeMap<usize, i64>,
    boxes: Vec<Card>,
    places: BTreeMap<ActorId, usize>,
    lines: Vec<Line>,
}

impl<'a> Builder<'a> {
    pub(super) fn new(
        content: Content<'a>,
        colors: Colors,
        teller: &'a Teller<'a>,
        origin: &'a dyn Fn(ArticleId) -> Origin,
    ) -> Self {
        Self {
            content,
            colors,
            teller,
            origin,
            groups: Vec::new(),
            group_of: BTreeMap::new(),
            columns: BTreeMap::new(),
            boxes: Vec::new(),
            places: BTreeMap::new(),
            lines: Vec::new(),
        }
    }

    pub(super) fn scene(mut self) -> Scene {
        self.group();
        self.place();
        self.relate();
        self.represent();
        self.hold();
        let legend = self.legend();
        Scene {
            title: self.content.title,
            remarks: self.content.remarks,
            groups: self.groups,
            boxes: self.boxes,
            lines: self.lines,
            legend,
        }
    }

    fn name(&self, id: &ActorId) -> String {
        (self.teller.name)(id)
    }

    /// Makes a group of every party, and finds out on which side it stands.
    fn group(&mut self) {
        let parties: BTreeSet<ActorId> = self.content.actors.values().map(|actor| actor.party.clone()).collect();
        for (index, party) in parties.into_iter().enumerate() {
            self.groups.push(Group { id: party.to_string(), name: self.name(&party) });
            self.group_of.insert(party, index);
        }
        let mut ties = Ties::default();
        for told in &self.content.relations {
            let (one, other) = (&told.standing.pair.0, &told.standing.pair.1);
            if let (Some(&one), Some(&other)) = (self.group_of.get(one), self.group_of.get(other)) {
                ties.add(one, other);
            }
        }
        let middle = self.content.middle.as_ref().and_then(|middle| self.group_of.get(middle)).copied();
        self.columns = ties.columns(middle);
    }

    fn place(&mut self) {
        let mut actors: Vec<(usize, Shape, &ActorNode)> = self
            .content
            .actors
            .values()
            .filter_map(|actor| Some((*self.group_of.get(&actor.party)?, shape(actor), *actor)))
            .collect();
        actors.sort_by(|one, other| (one.0, one.1, &one.2.id).cmp(&(other.0, other.1, &other.2.id)));
        for (group, shape, actor) in actors {
            let mut text = words::folded(&self.name(&actor.id));
            let terms = self.content.representations.iter().filter(|(person, _, _)| **person == actor.id);
            let titles: BTreeSet<&str> = terms.filter_map(|(_, _, title)| *title).collect();
            titles.into_iter().for_each(|title| text.extend(words::folded(title)));
            let tip = format!("{} ({})", self.name(&actor.id), actor.id);
            self.places.insert(actor.id.clone(), self.boxes.len());
            self.boxes.push(Card { id: actor.id.to_string(), shape, group, text, tip, link: None });
        }
    }

    fn relate(&mut self) {
        let mut lines = Vec::new();
        for told in &self.content.relations {
            let standing = told.standing;
            let (first, second) = self.left_first(standing);
            let (Some(&from), Some(&to)) = (self.places.get(first), self.places.get(second)) else { continue };
            let acted = standing.from.as_ref().or((!standing.mutual).then_some(&standing.pair.0));
            let arrow = match acted {
                None => Arrow::Both,
                Some(acted) if acted == first => Arrow::Forward,
                Some(_) => Arrow::Back,
            };
            let (sign, weak, n_reports) = (told.sign, told.weak, told.n_reports);
            let tie = Tie::Relation { sign, weak, disputed: standing.disputed, arrow, n_reports };
            let (tip, link) = self.words(&told.events);
            lines.push(Line { from, to, tie, text: told.text.clone(), tip, link });
        }
        self.lines = lines;
    }

    /// Returns the parties of a relation from left to right, those of one column in the order of their ids.
    fn left_first<'s>(&self, standing: &'s Standing) -> (&'s ActorId, &'s ActorId) {
        let (one, other) = (&standing.pair.0, &standing.pair.1);
        let column = |id: &ActorId| self.group_of.get(id).and_then(|group| self.columns.get(group)).copied();
        if (column(one), one) <= (column(other), other) { (one, other) } else { (other, one) }
    }

    fn represent(&mut self) {
        let ties: BTreeSet<(&ActorId, &ActorId)> =
            self.content.representations.iter().map(|(person, of, _)| (*person, *of)).collect();
        for (person, of) in ties {
            if let (Some(&person), Some(&of)) = (self.places.get(person), self.places.get(of)) {
                self.ordered(person, of, Tie::Represents);
            }
        }
    }

    fn hold(&mut self) {
        let joined: BTreeSet<(usize, usize)> = self.lines.iter().map(|line| (line.from, line.to)).collect();
        let related: BTreeSet<usize> = joined.iter().flat_map(|&(from, to)| [from, to]).collect();
        let held = std::mem::take(&mut self.content.positions);
        for (number, held) in held.iter().enumerate() {
            let position = held.position;
            let Some(&holder) = self.places.get(&position.holder) else { continue };
            let Some(group) = self.boxes.get(holder).map(|card| card.group) else { continue };
            let (tip, link) = self.words(&held.events);
            let place = self.boxes.len();
            let id = format!("position {}", number + 1);
            // A speaker stands between the state and what it is heard to want.
            let speaker = position.speaker.as_ref().and_then(|speaker| self.places.get(speaker)).copied();
            let inside = speaker.filter(|&speaker| self.boxes.get(speaker).is_some_and(|card| card.group == group));
            let mut text = held.text.clone();
            let absent = position.speaker.as_ref().filter(|_| inside.is_none());
            text.extend(absent.map(|speaker| format!("said by {}", self.name(speaker))));
            self.boxes.push(Card { id, shape: Shape::Position, group, text, tip, link });
            self.ordered(place, inside.unwrap_or(holder), Tie::Holds);
            // Where a relation joins the two already, or both have others, the text says enough: in a large
            // picture such lines pull groups apart.
            let toward = position.toward.as_ref().and_then(|toward| self.places.get(toward)).copied();
            let both_related =
                |toward| self.groups.len() > FEW && related.contains(&toward) && self.is_related(&related, group);
            if let Some(toward) =
                toward.filter(|&toward| !self.are_joined(&joined, holder, toward) && !both_related(toward))
            {
                self.ordered(place, toward, Tie::Toward { arrow: Arrow::Forward });
            }
        }
        self.content.positions = held;
    }

    /// Tells whether some box of a group has a relation.
    fn is_related(&self, related: &BTreeSet<usize>, group: usize) -> bool {
        related.iter().any(|&place| self.boxes.get(place).is_some_and(|card| card.group == group))
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
        let column = group.and_then(|group| self.columns.get(&group)).copied().unwrap_or(-1);
        // People of the middle stand where no other party does.
        let is_second = column > 0 || column == 0 && !self.columns.values().any(|&other| other > 0);
        let (from, to, tie) = match tie {
            Tie::Toward { .. } if is_second => (to, from, Tie::Toward { arrow: Arrow::Back }),
            tie if is_second => (to, from, tie),
            tie => (from, to, tie),
        };
        self.lines.push(Line { from, to, tie, text: Vec::new(), tip: String::new(), link: None });
    }

    /// Returns the words behind events, the latest first, and where the first of them can be read.
    fn words(&self, events: &[EventId]) -> (String, Option<String>) {
        let events: BTreeSet<EventId> = events.iter().copied().collect();
        let mut reports: Vec<&Report> =
            events.into_iter().filter_map(|event| self.content.reports.get(&event)).copied().collect();
        reports.sort_by(|one, other| {
            (other.published, one.article, one.span.start()).cmp(&(one.published, other.article, other.span.start()))
        });
        let with_origin: Vec<(&Report, Origin)> =
            reports.into_iter().map(|report| (report, (self.origin)(report.article))).collect();
        let link = with_origin.iter().find_map(|(_, origin)| origin.url.clone());
        (words::quotes(&with_origin), link)
    }

    fn legend(&self) -> Vec<Key> {
        let mut keys = BTreeSet::new();
        let mut widths = BTreeSet::new();
        for line in &self.lines {
            if let Tie::Relation { sign, weak, disputed, n_reports, .. } = line.tie {
                match self.colors {
                    Colors::State => {
                        keys.insert(Key::Sign(sign));
                        keys.extend(weak.then_some(Key::Weak));
                    }
                    Colors::Trend => {
                        keys.insert(Key::Trend(sign));
                    }
                }
                keys.extend(disputed.then_some(Key::Disputed));
                widths.insert(palette::width_tenths(n_reports));
            }
        }
        keys.extend(self.content.relations.iter().filter_map(|told| told.key));
        keys.extend(self.content.positions.iter().filter_map(|held| held.key));
        keys.extend((widths.len() > 1).then_some(Key::Width));
        keys.extend(self.boxes.iter().map(|card| Key::Shape(card.shape)));
        keys.into_iter().collect()
    }
}

/// In a picture of so few parties there is room for lines from positions to whom they are toward.
const FEW: usize = 3;

fn shape(actor: &ActorNode) -> Shape {
    match actor.kind {
        Some(ActorKind::Person) => Shape::Person,
        Some(ActorKind::Institution) => Shape::Institution,
        Some(ActorKind::State | ActorKind::Organisation | ActorKind::Group) => Shape::Party,
        None if actor.id == actor.party => Shape::Party,
        None => Shape::Institution,
    }
}

/// Returns "1 relation", "3 relations", none for none.
pub(super) fn counted(n: usize, what: &str) -> Option<String> {
    match n {
        0 => None,
        1 => Some(format!("1 {what}")),
        n => Some(format!("{n} {what}s")),
    }
}
