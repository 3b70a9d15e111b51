//! Strands: all lines between two cards, which run together, and the courses of each of them.
//!
//! A layered layout draws many lines between the same two far apart. Here their texts stand below each
//! other as one, and each line fans out to its own text and its own place on the side of a card.

use super::{Course, Outline, Rect};
use std::collections::BTreeMap;

/// How far from a card a line is level.
const LEVEL: f64 = 14.0;
/// Between lines that run side by side.
const BESIDE: f64 = 5.0;
/// The height of a line that has no text.
const BARE: f64 = 10.0;

/// The lines between two groups, in their order.
pub(super) struct Strand {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) lines: Vec<usize>,
    pub(super) width: f64,
    pub(super) height: f64,
}

/// Returns the strands: one for every two groups that have lines, in the order of their first lines.
pub(super) fn strands(outline: &Outline, group_of: &dyn Fn(usize) -> Option<usize>) -> Vec<Strand> {
    let mut strands: Vec<Strand> = Vec::new();
    let mut known: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for (number, &(from, to, width, height)) in outline.lines.iter().enumerate() {
        let (Some(from), Some(to)) = (group_of(from), group_of(to)) else { continue };
        if from == to {
            continue;
        }
        let place = *known.entry((from.min(to), from.max(to))).or_insert(strands.len());
        if place == strands.len() {
            strands.push(Strand { from, to, lines: Vec::new(), width: 0.0, height: 0.0 });
        }
        if let Some(strand) = strands.get_mut(place) {
            strand.lines.push(number);
            strand.width = strand.width.max(width);
            strand.height += height.max(BARE);
        }
    }
    strands
}

/// Where a strand runs: through points, with the middle of its texts.
pub(super) struct Route {
    /// The points between the two cards, from the first; the texts lie between two of them.
    pub(super) before: Vec<(f64, f64)>,
    pub(super) middle: (f64, f64),
    pub(super) after: Vec<(f64, f64)>,
}

/// An end of a line at a card: the side, the height it comes from, its strand's, its place in the strand, the line.
struct End {
    group: usize,
    is_right: bool,
    from: f64,
    place: usize,
    line: usize,
    is_first: bool,
}

/// Returns the course of every line of the strands.
pub(super) fn courses(
    strands: &[(&Strand, &Route)],
    outline: &Outline,
    frames: &BTreeMap<usize, Rect>,
) -> BTreeMap<usize, Course> {
    let mut ends: Vec<End> = Vec::new();
    for (strand, route) in strands {
        let toward = |points: &mut dyn Iterator<Item = &(f64, f64)>| points.next().copied().unwrap_or(route.middle);
        let near = [
            (strand.from, toward(&mut route.before.iter()), true),
            (strand.to, toward(&mut route.after.iter().rev()), false),
        ];
        for (group, point, is_first) in near {
            let Some(frame) = frames.get(&group) else { continue };
            let is_right = point.0 >= frame.center.0;
            ends.extend(strand.lines.iter().enumerate().map(|(place, &line)| End {
                group,
                is_right,
                from: point.1,
                place,
                line,
                is_first,
            }));
        }
    }
    ends.sort_by(|one, other| {
        (one.group, one.is_right)
            .cmp(&(other.group, other.is_right))
            .then(one.from.total_cmp(&other.from))
            .then((one.place, one.line).cmp(&(other.place, other.line)))
    });
    let mut ports: BTreeMap<(usize, bool), (f64, f64)> = BTreeMap::new();
    for side in ends.chunk_by(|one, other| (one.group, one.is_right) == (other.group, other.is_right)) {
        let Some(frame) = side.first().and_then(|end| frames.get(&end.group)) else { continue };
        for (end, y) in side.iter().zip(heights(frame, side.len())) {
            let half = if end.is_right { frame.width / 2.0 } else { -frame.width / 2.0 };
            ports.insert((end.line, end.is_first), (frame.center.0 + half, y));
        }
    }
    let mut courses = BTreeMap::new();
    for (strand, route) in strands {
        let mut top = route.middle.1 - strand.height / 2.0;
        let mut beside = -BESIDE * strand.lines.iter().skip(1).map(|_| 0.5).sum::<f64>();
        for line in &strand.lines {
            let Some(&(_, _, _, height)) = outline.lines.get(*line) else { continue };
            let height = height.max(BARE);
            let y = top + height / 2.0;
            let (Some(&start), Some(&end)) = (ports.get(&(*line, true)), ports.get(&(*line, false))) else { continue };
            let half = strand.width / 2.0;
            let sideways = |points: &[(f64, f64)]| points.iter().map(|&(x, y)| (x, y + beside)).collect::<Vec<_>>();
            let mut points = vec![start, level(start, strand.from, frames)];
            points.extend(sideways(&route.before));
            // The course runs to the right, or back where the layout turned the strand.
            let half = if end.0 >= start.0 { half } else { -half };
            points.extend([(route.middle.0 - half, y), (route.middle.0 + half, y)]);
            points.extend(sideways(&route.after));
            points.extend([level(end, strand.to, frames), end]);
            courses.insert(*line, Course { points, label: (route.middle.0, y) });
            top += height;
            beside += BESIDE;
        }
    }
    courses
}

/// Returns the point up to which a line that meets a card is level, so that its arrow points at it.
fn level(end: (f64, f64), group: usize, frames: &BTreeMap<usize, Rect>) -> (f64, f64) {
    let is_right = frames.get(&group).is_none_or(|frame| end.0 >= frame.center.0);
    (end.0 + if is_right { LEVEL } else { -LEVEL }, end.1)
}

/// Returns heights that divide the side of a box evenly.
fn heights(rect: &Rect, n: usize) -> impl Iterator<Item = f64> {
    let parts = (0..=n).map(|_| 1.0).sum::<f64>();
    let (top, step) = (rect.center.1 - rect.height / 2.0, rect.height / parts);
    (0..n).scan(top, move |y, _| {
        *y += step;
        Some(*y)
    })
}

#[cfg(test)]
mod tests {
    use super::super::{Outline, Rect};
    use super::{Route, courses, strands};
    use std::collections::BTreeMap;

    #[test]
    fn lines_between_two_run_together_each_through_its_own_text() {
        let outline = Outline {
            boxes: vec![(20.0, 30.0, 0), (20.0, 30.0, 1)],
            n_groups: 2,
            lines: vec![(0, 1, 40.0, 20.0), (1, 0, 60.0, 30.0)],
        };
        let found = strands(&outline, &|place| Some(place));
        assert_eq!((found.len(), found[0].width, found[0].height), (1, 60.0, 50.0));
        let rect = |x: f64| Rect { center: (x, 0.0), width: 20.0, height: 30.0 };
        let frames = BTreeMap::from([(0, rect(0.0)), (1, rect(200.0))]);
        let route = Route { before: Vec::new(), middle: (100.0, 0.0), after: Vec::new() };
        let courses = courses(&[(&found[0], &route)], &outline, &frames);
        assert_eq!(courses[&0].label, (100.0, -15.0));
        assert_eq!(courses[&1].label, (100.0, 10.0));
        let points = [(10.0, -5.0), (24.0, -5.0), (70.0, -15.0), (130.0, -15.0), (176.0, -5.0), (190.0, -5.0)];
        assert_eq!(courses[&0].points, points);
        assert!(courses[&0].points.iter().zip(&courses[&1].points).all(|(one, other)| one.1 < other.1));
    }
}
