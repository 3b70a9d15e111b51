//! Where boxes and lines go, without Graphviz.
//!
//! The only file that names the layout library: drawing sees sizes go in and places come out.

mod card;
mod pack;
mod strand;

use card::Card;
use dagre::graph::{Graph, GraphOptions};
use dagre::layout::types::LabelPos;
use dagre::{EdgeLabel, LayoutOptions, NodeLabel, RankDir};
use std::collections::{BTreeMap, BTreeSet};
use strand::{Route, Strand};
use thiserror::Error;

/// Something that got no place.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum LayoutError {
    /// A box.
    #[error("box {0} got no place")]
    Box(usize),
    /// A group.
    #[error("group {0} got no place")]
    Group(usize),
    /// A line.
    #[error("line {0} got no course")]
    Line(usize),
}

/// What is to be laid out.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Outline {
    /// Width and height of each box, and the group it lies in; the first box of a group is its head.
    pub boxes: Vec<(f64, f64, usize)>,
    /// The number of groups; each has a box.
    pub n_groups: usize,
    /// The first and the second box of each line, and the width and height of the text beside it.
    pub lines: Vec<(usize, usize, f64, f64)>,
}

/// A rectangle by its middle.
#[derive(Copy, Clone, PartialEq, Debug)]
pub struct Rect {
    /// The middle.
    pub center: (f64, f64),
    /// The width.
    pub width: f64,
    /// The height.
    pub height: f64,
}

impl Rect {
    fn from_corner((x, y): (f64, f64), (width, height): (f64, f64)) -> Self {
        Self { center: (x + width / 2.0, y + height / 2.0), width, height }
    }

    fn moved(self, (x, y): (f64, f64)) -> Self {
        Self { center: (self.center.0 + x, self.center.1 + y), ..self }
    }

    #[cfg(test)]
    fn overlaps(&self, other: &Self) -> bool {
        (self.center.0 - other.center.0).abs() * 2.0 < self.width + other.width
            && (self.center.1 - other.center.1).abs() * 2.0 < self.height + other.height
    }
}

/// The course of a line.
#[derive(Clone, PartialEq, Debug)]
pub struct Course {
    /// The points that it passes, from the first box to the second; none where nothing is to be drawn.
    pub points: Vec<(f64, f64)>,
    /// The middle of the text.
    pub label: (f64, f64),
}

/// Where everything goes.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Plan {
    /// The boxes, in their order.
    pub boxes: Vec<Rect>,
    /// The groups, in their order.
    pub groups: Vec<Rect>,
    /// The lines, in their order.
    pub lines: Vec<Course>,
}

/// Gives places.
pub trait Layout {
    /// Returns where everything goes.
    ///
    /// # Errors
    ///
    /// Where something got no place.
    fn plan(&self, outline: &Outline) -> Result<Plan, LayoutError>;
}

/// The room that the end of a line takes on the side of a card.
const PORT: f64 = 12.0;

/// Lines run from left to right through layers of cards; parts that no line joins lie beside each other.
#[derive(Copy, Clone, Debug, Default)]
pub struct Layered;

impl Layout for Layered {
    fn plan(&self, outline: &Outline) -> Result<Plan, LayoutError> {
        let group_of = |place: usize| outline.boxes.get(place).map(|one| one.2);
        let strands = strand::strands(outline, &group_of);
        let cards = cards(outline, &strands);
        let mut frames: BTreeMap<usize, Rect> = BTreeMap::new();
        let mut routes: BTreeMap<usize, Route> = BTreeMap::new();
        let parts: Vec<Part> = parts(outline.n_groups, &strands)
            .into_iter()
            .map(|groups| Part::layered(&groups, &cards, &strands))
            .collect::<Result<_, _>>()?;
        let sizes: Vec<(f64, f64)> = parts.iter().map(|part| part.size).collect();
        for (part, corner) in parts.into_iter().zip(pack::pack(&sizes)) {
            let moved = |(x, y): (f64, f64)| (x + corner.0, y + corner.1);
            frames.extend(part.frames.into_iter().map(|(group, rect)| (group, rect.moved(corner))));
            routes.extend(part.routes.into_iter().map(|(number, route)| {
                let along = |points: Vec<(f64, f64)>| points.into_iter().map(moved).collect();
                let (before, after) = (along(route.before), along(route.after));
                (number, Route { before, middle: moved(route.middle), after })
            }));
        }
        finished(outline, &strands, &cards, &frames, &routes)
    }
}

/// Returns the boxes of each group as one card, tall enough for the lines that meet it.
fn cards(outline: &Outline, strands: &[Strand]) -> Vec<Card> {
    let mut inside: Vec<Vec<usize>> = vec![Vec::new(); outline.n_groups];
    for (place, one) in outline.boxes.iter().enumerate() {
        inside.get_mut(one.2).into_iter().for_each(|boxes| boxes.push(place));
    }
    let cards = inside.iter().enumerate().map(|(group, boxes)| {
        let ends = |at: fn(&Strand) -> usize| {
            strands
                .iter()
                .filter(|strand| at(strand) == group)
                .flat_map(|strand| &strand.lines)
                .map(|_| 1.0)
                .sum::<f64>()
        };
        let n_ends = ends(|strand| strand.from).max(ends(|strand| strand.to));
        Card::of(boxes, outline, (n_ends + 1.0) * PORT)
    });
    cards.collect()
}

/// Returns the groups that lines join, over any number of others, in the order of their first.
fn parts(n_groups: usize, strands: &[Strand]) -> Vec<Vec<usize>> {
    let mut joined: Vec<Vec<usize>> = vec![Vec::new(); n_groups];
    for strand in strands {
        joined.get_mut(strand.from).into_iter().for_each(|next| next.push(strand.to));
        joined.get_mut(strand.to).into_iter().for_each(|next| next.push(strand.from));
    }
    let (mut seen, mut parts) = (BTreeSet::new(), Vec::new());
    for group in 0..n_groups {
        if !seen.insert(group) {
            continue;
        }
        let (mut part, mut open) = (vec![group], vec![group]);
        while let Some(group) = open.pop() {
            let next: Vec<usize> =
                joined.get(group).into_iter().flatten().copied().filter(|next| seen.insert(*next)).collect();
            part.extend(&next);
            open.extend(next);
        }
        part.sort_unstable();
        parts.push(part);
    }
    parts
}

/// A part of a picture from its own upper left corner.
struct Part {
    size: (f64, f64),
    frames: BTreeMap<usize, Rect>,
    routes: BTreeMap<usize, Route>,
}

impl Part {
    fn layered(groups: &[usize], cards: &[Card], strands: &[Strand]) -> Result<Self, LayoutError> {
        let mut graph = Graph::<NodeLabel, EdgeLabel>::with_options(GraphOptions {
            directed: true,
            multigraph: true,
            compound: false,
        });
        for &group in groups {
            let card = cards.get(group).ok_or(LayoutError::Group(group))?;
            let (width, height) = (card.width, card.height);
            graph.set_node(group.to_string(), Some(NodeLabel { width, height, ..NodeLabel::default() }));
        }
        let inside: Vec<(usize, &Strand)> =
            strands.iter().enumerate().filter(|(_, strand)| groups.contains(&strand.from)).collect();
        for (number, strand) in &inside {
            let (width, height) = (strand.width, strand.height);
            let label = EdgeLabel { width, height, labelpos: LabelPos::Center, ..EdgeLabel::default() };
            let ends = (strand.from.to_string(), strand.to.to_string());
            graph.set_edge(ends.0, ends.1, Some(label), Some(&number.to_string()));
        }
        let options = LayoutOptions {
            rankdir: RankDir::LR,
            nodesep: 18.0,
            edgesep: 12.0,
            ranksep: 96.0,
            ..LayoutOptions::default()
        };
        dagre::layout(&mut graph, Some(options));

        let mut frames = BTreeMap::new();
        for &group in groups {
            let node = graph.node(&group.to_string()).ok_or(LayoutError::Group(group))?;
            let center = node.x.zip(node.y).ok_or(LayoutError::Group(group))?;
            frames.insert(group, Rect { center, width: node.width, height: node.height });
        }
        let mut routes = BTreeMap::new();
        let mut columns: Vec<(f64, f64)> = frames.values().map(|rect| (rect.center.0, rect.width)).collect();
        for (number, strand) in &inside {
            let ends = (strand.from.to_string(), strand.to.to_string());
            let wrong = LayoutError::Line(*number);
            let edge = graph.edge(&ends.0, &ends.1, Some(&number.to_string())).ok_or(wrong.clone())?;
            let points: Vec<(f64, f64)> = edge.points.iter().map(|point| (point.x, point.y)).collect();
            let middle = edge.x.zip(edge.y).or_else(|| points.get(points.len() / 2).copied()).ok_or(wrong)?;
            columns.push((middle.0, strand.width));
            routes.insert(*number, (points, middle));
        }
        let routes = routes.into_iter().map(|(number, (points, middle))| (number, routed(&points, middle, &columns)));
        let mut part = Self { size: (0.0, 0.0), frames, routes: routes.collect() };
        part.fit(&inside);
        Ok(part)
    }

    /// Moves everything to the corner, and takes its size.
    fn fit(&mut self, inside: &[(usize, &Strand)]) {
        let texts = inside.iter().filter_map(|(number, strand)| {
            let center = self.routes.get(number)?.middle;
            Some(Rect { center, width: strand.width, height: strand.height })
        });
        let points = self.routes.values().flat_map(|route| route.before.iter().chain(&route.after));
        let points = points.map(|&center| Rect { center, width: 0.0, height: 12.0 });
        let (mut low, mut high) = ((f64::INFINITY, f64::INFINITY), (f64::NEG_INFINITY, f64::NEG_INFINITY));
        for rect in self.frames.values().copied().chain(texts).chain(points) {
            low = (low.0.min(rect.center.0 - rect.width / 2.0), low.1.min(rect.center.1 - rect.height / 2.0));
            high = (high.0.max(rect.center.0 + rect.width / 2.0), high.1.max(rect.center.1 + rect.height / 2.0));
        }
        self.size = (high.0 - low.0, high.1 - low.1);
        let moved = |(x, y): (f64, f64)| (x - low.0, y - low.1);
        self.frames.values_mut().for_each(|rect| rect.center = moved(rect.center));
        for route in self.routes.values_mut() {
            route.middle = moved(route.middle);
            route.before.iter_mut().chain(&mut route.after).for_each(|point| *point = moved(*point));
        }
    }
}

/// Returns the route through the points of a layered layout: level within each column that it passes, so
/// that it cuts no card there.
fn routed(points: &[(f64, f64)], middle: (f64, f64), columns: &[(f64, f64)]) -> Route {
    let inner = points.get(1..points.len().saturating_sub(1)).unwrap_or_default();
    let at_text = inner.iter().position(|point| (point.0 - middle.0).abs() < 1.0);
    let mut route = Route { before: Vec::new(), middle, after: Vec::new() };
    for (number, &(x, y)) in inner.iter().enumerate() {
        if Some(number) == at_text {
            continue;
        }
        let wide = columns.iter().filter(|column| (column.0 - x).abs() < 1.0).map(|column| column.1);
        let half = wide.fold(0.0, f64::max) / 2.0;
        let is_back = points.first().zip(points.last()).is_some_and(|(first, last)| last.0 < first.0);
        let half = if is_back { -half } else { half };
        let side = if at_text.is_none_or(|text| number < text) { &mut route.before } else { &mut route.after };
        side.extend([(x - half, y), (x + half, y)]);
    }
    route
}

/// Puts the boxes into their cards and the lines into their strands.
fn finished(
    outline: &Outline,
    strands: &[Strand],
    cards: &[Card],
    frames: &BTreeMap<usize, Rect>,
    routes: &BTreeMap<usize, Route>,
) -> Result<Plan, LayoutError> {
    let placed = cards.iter().enumerate().filter_map(|(group, card)| Some(card.placed(frames.get(&group)?)));
    let boxes: BTreeMap<usize, Rect> = placed.flatten().collect();
    let with_routes: Vec<(&Strand, &Route)> =
        strands.iter().enumerate().filter_map(|(number, strand)| Some((strand, routes.get(&number)?))).collect();
    let mut courses = strand::courses(&with_routes, outline, frames);
    let mut heads = BTreeMap::new();
    for (place, one) in outline.boxes.iter().enumerate() {
        heads.entry(one.2).or_insert(place);
    }
    for (number, &(from, to, _, _)) in outline.lines.iter().enumerate() {
        if let (Some(one), Some(other), false) = (boxes.get(&from), boxes.get(&to), courses.contains_key(&number)) {
            let is_head = |place: usize| heads.values().any(|&head| head == place);
            courses.insert(number, card::course(is_head(from) || is_head(to), one, other));
        }
    }
    let all = |n: usize| 0..n;
    Ok(Plan {
        boxes: all(outline.boxes.len())
            .map(|place| boxes.get(&place).copied().ok_or(LayoutError::Box(place)))
            .collect::<Result<_, _>>()?,
        groups: all(outline.n_groups)
            .map(|group| frames.get(&group).copied().ok_or(LayoutError::Group(group)))
            .collect::<Result<_, _>>()?,
        lines: all(outline.lines.len())
            .map(|number| courses.remove(&number).ok_or(LayoutError::Line(number)))
            .collect::<Result<_, _>>()?,
    })
}
