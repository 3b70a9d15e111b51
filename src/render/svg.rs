//! A diagram as SVG, drawn by us: it needs no Graphviz.
//!
//! What lies behind a line is its `<title>`, which browsers show when pointed at; where an article has an
//! address, a click leads there. Letter widths are estimated: labels have room to spare.

mod marks;
pub(in crate::render) mod page;

use super::layout::{Course, Layered, Layout, LayoutError, Outline, Plan, Rect};
use super::palette;
use super::scene::{Card, Line, Scene, Shape, Tie};
use page::{Page, Strong, label_width, text_height, text_width};
use thiserror::Error;

/// A diagram that cannot be drawn.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum SvgError {
    /// The layout left something out.
    #[error("the diagram cannot be laid out")]
    Layout(#[from] LayoutError),
}

/// Size of letters in points.
const PARTY: f64 = 14.0;
const MEMBER: f64 = 11.0;
const SMALL: f64 = 10.0;
/// Between the picture and its edge.
const MARGIN: f64 = 16.0;

/// Writes a diagram as SVG.
///
/// # Errors
///
/// Where the layout leaves something out.
pub fn write(scene: &Scene) -> Result<String, SvgError> {
    write_with(scene, &Layered)
}

/// Writes a diagram as SVG with places from `layout`.
///
/// # Errors
///
/// Where the layout leaves something out.
pub fn write_with(scene: &Scene, layout: &dyn Layout) -> Result<String, SvgError> {
    let plan = layout.plan(&outline(scene))?;
    let head = marks::heading(scene);
    let (left, top, right, bottom) = bounds(scene, &plan);
    let shift = (MARGIN - left, MARGIN + head.height - top);
    let width = (right - left + 2.0 * MARGIN).max(head.width + 2.0 * MARGIN);
    let height = bottom - top + head.height + 2.0 * MARGIN;
    let mut page = Page::new(width, height, &scene.title);
    page.raw(marks::ARROWS);
    page.raw(&head.svg);
    page.open_group(shift);
    for (group, rect) in framed(scene, &plan) {
        page.tipped(&scene.groups.get(group).map_or_else(String::new, |group| group.name.clone()), None, |page| {
            page.rect(rect, 10.0, palette::GROUP, palette::GROUP_EDGE);
        });
    }
    for (line, course) in scene.lines.iter().zip(&plan.lines) {
        // The label has the link; twice would be once too often for who goes from link to link.
        let link = line.link.as_deref().filter(|_| line.text.is_empty());
        page.tipped(&line.tip, link, |page| draw_line(page, line, course));
    }
    for (card, rect) in scene.boxes.iter().zip(&plan.boxes) {
        page.tipped(&card.tip, card.link.as_deref(), |page| draw_card(page, card, rect));
    }
    // Labels lie above all lines: a line of another relation never crosses them out.
    for (line, course) in scene.lines.iter().zip(&plan.lines) {
        if !line.text.is_empty() {
            page.tipped(&line.tip, line.link.as_deref(), |page| page.label(&line.text, course.label, SMALL));
        }
    }
    page.close_group();
    Ok(page.finish())
}

fn size(shape: Shape) -> f64 {
    match shape {
        Shape::Party => PARTY,
        Shape::Institution | Shape::Person => MEMBER,
        Shape::Position => SMALL,
    }
}

fn outline(scene: &Scene) -> Outline {
    let room = |text: &[String], size: f64| (text_width(text, size), text_height(text, size));
    let boxes = scene.boxes.iter().map(|card| {
        let (width, height) = room(&card.text, size(card.shape));
        (width + 18.0, height + 12.0, card.group)
    });
    let lines = scene.lines.iter().map(|line| match line.text.as_slice() {
        [] => (line.from, line.to, 0.0, 0.0),
        text => {
            let (width, height) = (label_width(text, SMALL), text_height(text, SMALL));
            (line.from, line.to, width + 8.0, height + 6.0)
        }
    });
    Outline { boxes: boxes.collect(), n_groups: scene.groups.len(), lines: lines.collect() }
}

/// Returns the groups that have more than one box, with their frames.
fn framed<'a>(scene: &'a Scene, plan: &'a Plan) -> impl Iterator<Item = (usize, &'a Rect)> {
    plan.groups.iter().enumerate().filter(|(group, _)| scene.inside(*group).count() > 1)
}

/// Returns what everything drawn lies within: left, top, right, bottom.
fn bounds(scene: &Scene, plan: &Plan) -> (f64, f64, f64, f64) {
    let mut bounds = (0.0_f64, 0.0_f64, 0.0_f64, 0.0_f64);
    let mut take = |x: f64, y: f64, width: f64, height: f64| {
        bounds.0 = bounds.0.min(x - width / 2.0);
        bounds.1 = bounds.1.min(y - height / 2.0);
        bounds.2 = bounds.2.max(x + width / 2.0);
        bounds.3 = bounds.3.max(y + height / 2.0);
    };
    for rect in plan.boxes.iter().chain(framed(scene, plan).map(|(_, rect)| rect)) {
        take(rect.center.0, rect.center.1, rect.width, rect.height);
    }
    for (line, course) in scene.lines.iter().zip(&plan.lines) {
        take(course.label.0, course.label.1, label_width(&line.text, SMALL), text_height(&line.text, SMALL));
        course.points.iter().for_each(|&(x, y)| take(x, y, 0.0, 0.0));
    }
    bounds
}

fn draw_card(page: &mut Page, card: &Card, rect: &Rect) {
    match card.shape {
        Shape::Party => page.rect(rect, 2.0, palette::PARTY, palette::GROUP_EDGE),
        Shape::Institution => page.rect(rect, 0.0, palette::MEMBER, palette::FAINT),
        Shape::Person => page.rect(rect, 9.0, palette::MEMBER, palette::FAINT),
        Shape::Position => page.note(rect),
    }
    let strong = if card.shape == Shape::Party { Strong::All } else { Strong::None };
    page.text(&card.text, rect.center, size(card.shape), strong);
}

fn draw_line(page: &mut Page, line: &Line, course: &Course) {
    match line.tie {
        Tie::Relation { sign, weak, disputed, arrow, n_reports } => {
            let width = f64::from(palette::width_tenths(n_reports)) / 10.0;
            let stroke = marks::Stroke { color: sign.color(), width, dashed: weak, dotted: false };
            if disputed {
                page.path(&course.points, &marks::Stroke { width: width + 3.0, ..stroke }, "");
                let inner = marks::Stroke { color: palette::PAPER, width: 2.0, ..stroke };
                page.path(&course.points, &inner, "");
                page.path(&course.points, &marks::Stroke { width: 0.0, ..stroke }, &marks::ends(sign, arrow));
            } else {
                page.path(&course.points, &stroke, &marks::ends(sign, arrow));
            }
        }
        Tie::Represents => page.path(&course.points, &marks::Stroke::faint(false), ""),
        Tie::Holds => page.path(&course.points, &marks::Stroke::faint(true), ""),
        Tie::Toward { arrow } => page.path(&course.points, &marks::Stroke::faint(true), &marks::toward(arrow)),
    }
}
