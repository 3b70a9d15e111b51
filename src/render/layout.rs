//! Where boxes and lines go, without Graphviz.
//!
//! The only file that names the layout library: drawing sees sizes go in and places come out.

mod compact;
mod ports;

use dagre::graph::{Graph, GraphOptions};
use dagre::layout::types::LabelPos;
use dagre::{EdgeLabel, LayoutOptions, NodeLabel, RankDir};
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
    /// Width and height of each box, and the group it lies in.
    pub boxes: Vec<(f64, f64, Option<usize>)>,
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

/// The course of a line.
#[derive(Clone, PartialEq, Debug)]
pub struct Course {
    /// The points that it passes, from the first box to the second.
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

/// Lines run from left to right through layers.
#[derive(Copy, Clone, Debug, Default)]
pub struct Layered;

impl Layout for Layered {
    fn plan(&self, outline: &Outline) -> Result<Plan, LayoutError> {
        let mut graph = Graph::<NodeLabel, EdgeLabel>::with_options(GraphOptions {
            directed: true,
            multigraph: true,
            compound: true,
        });
        for group in 0..outline.n_groups {
            graph.set_node(group_name(group), Some(NodeLabel::default()));
        }
        for (number, &(width, height, group)) in outline.boxes.iter().enumerate() {
            let name = box_name(number);
            graph.set_node(name.clone(), Some(NodeLabel { width, height, ..NodeLabel::default() }));
            if let Some(group) = group {
                graph.set_parent(&name, Some(&group_name(group)));
            }
        }
        for (number, &(from, to, width, height)) in outline.lines.iter().enumerate() {
            let label = EdgeLabel { width, height, labelpos: LabelPos::Center, ..EdgeLabel::default() };
            graph.set_edge(box_name(from), box_name(to), Some(label), Some(&number.to_string()));
        }
        let options = LayoutOptions {
            rankdir: RankDir::LR,
            nodesep: 18.0,
            edgesep: 12.0,
            ranksep: 44.0,
            ..LayoutOptions::default()
        };
        dagre::layout(&mut graph, Some(options));

        let rect = |name: &str| {
            let node = graph.node(name)?;
            Some(Rect { center: (node.x?, node.y?), width: node.width, height: node.height })
        };
        let boxes = (0..outline.boxes.len()).map(|number| rect(&box_name(number)).ok_or(LayoutError::Box(number)));
        let groups = (0..outline.n_groups).map(|number| rect(&group_name(number)).ok_or(LayoutError::Group(number)));
        let lines = outline.lines.iter().enumerate().map(|(number, &(from, to, _, _))| {
            let edge = graph.edge(&box_name(from), &box_name(to), Some(&number.to_string()));
            let points: Vec<(f64, f64)> =
                edge.map(|edge| edge.points.iter().map(|point| (point.x, point.y)).collect()).unwrap_or_default();
            let middle = points.get(points.len() / 2).copied().ok_or(LayoutError::Line(number))?;
            let label = edge.and_then(|edge| Some((edge.x?, edge.y?))).unwrap_or(middle);
            Ok(Course { points, label })
        });
        let mut plan = Plan {
            boxes: boxes.collect::<Result<_, _>>()?,
            groups: groups.collect::<Result<_, _>>()?,
            lines: lines.collect::<Result<_, _>>()?,
        };
        compact::draw_together(outline, &mut plan);
        ports::spread(outline, &mut plan);
        Ok(plan)
    }
}

fn box_name(number: usize) -> String {
    format!("box {number}")
}

fn group_name(number: usize) -> String {
    format!("group {number}")
}
