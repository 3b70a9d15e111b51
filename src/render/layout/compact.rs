//! Puts the boxes of a group in order where long lines of others have pulled them apart.
//!
//! Layered layouts know no groups within which order matters: notes of one speaker lie between those of
//! another, or far from both. Only boxes move whose lines all end inside the group, and only up and down within
//! its frame; where one would come to lie on the text of a line, the group stays as it was.

use super::{Outline, Plan, Rect};
use std::collections::{BTreeMap, BTreeSet};

/// Between the boxes of a column.
const GAP: f64 = 14.0;
/// Between boxes and the frame.
const EDGE: f64 = 16.0;
/// A frame of so many times the height that it needs is drawn together.
const LOOSE: f64 = 1.6;

/// Puts the boxes of every group in order.
pub(super) fn draw_together(outline: &Outline, plan: &mut Plan) {
    let group_of = |place: usize| outline.boxes.get(place).and_then(|one| one.2);
    let mut fixed: BTreeSet<usize> = BTreeSet::new();
    let mut inner: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for &(from, to, _, _) in &outline.lines {
        if group_of(from) == group_of(to) {
            inner.entry(from).or_default().push(to);
            inner.entry(to).or_default().push(from);
        } else {
            fixed.extend([from, to]);
        }
    }
    let texts: Vec<Rect> = outline
        .lines
        .iter()
        .zip(&plan.lines)
        .filter(|(line, _)| line.2 > 0.0)
        .map(|(line, course)| Rect { center: course.label, width: line.2, height: line.3 })
        .collect();
    for group in 0..outline.n_groups {
        let inside: Vec<usize> = (0..outline.boxes.len()).filter(|&place| group_of(place) == Some(group)).collect();
        if let (true, Some(frame)) = (inside.len() > 1, plan.groups.get(group).copied()) {
            let moved = Group { frame, inside: &inside, fixed: &fixed, inner: &inner }.moved(plan);
            put(group, &inside, moved, &texts, plan);
        }
    }
    for (&(from, to, _, _), course) in outline.lines.iter().zip(&mut plan.lines) {
        let (Some(start), Some(end)) = (plan.boxes.get(from), plan.boxes.get(to)) else { continue };
        if group_of(from).is_some() && group_of(from) == group_of(to) {
            course.points = vec![start.center, end.center];
        }
    }
}

/// Takes over new places unless a box would lie on the text of a line, and fits the frame.
fn put(group: usize, inside: &[usize], moved: BTreeMap<usize, Rect>, texts: &[Rect], plan: &mut Plan) {
    if moved.values().any(|rect| texts.iter().any(|text| overlaps(rect, text))) {
        return;
    }
    for (place, rect) in moved {
        plan.boxes.get_mut(place).into_iter().for_each(|old| *old = rect);
    }
    let rects = || inside.iter().filter_map(|&place| plan.boxes.get(place));
    let high = rects().map(|rect| rect.center.1 - rect.height / 2.0).fold(f64::INFINITY, f64::min) - EDGE;
    let low = rects().map(|rect| rect.center.1 + rect.height / 2.0).fold(f64::NEG_INFINITY, f64::max) + EDGE;
    if let Some(frame) = plan.groups.get_mut(group) {
        (frame.center.1, frame.height) = (f64::midpoint(high, low), low - high);
    }
}

fn overlaps(one: &Rect, other: &Rect) -> bool {
    (one.center.0 - other.center.0).abs() * 2.0 < one.width + other.width
        && (one.center.1 - other.center.1).abs() * 2.0 < one.height + other.height
}

/// One group as the layout left it.
struct Group<'a> {
    frame: Rect,
    inside: &'a [usize],
    /// Boxes with lines that leave their group.
    fixed: &'a BTreeSet<usize>,
    /// The boxes of the same group that lines join with each.
    inner: &'a BTreeMap<usize, Vec<usize>>,
}

impl Group<'_> {
    /// Returns new places of the boxes that may move.
    fn moved(&self, plan: &Plan) -> BTreeMap<usize, Rect> {
        let mut now: BTreeMap<usize, Rect> =
            self.inside.iter().filter_map(|&place| Some((place, *plan.boxes.get(place)?))).collect();
        let anchors: Vec<Rect> = self.fixed.iter().filter_map(|place| now.get(place)).copied().collect();
        let anchor = mean(anchors.iter().map(|rect| rect.center)).unwrap_or(self.frame.center);
        let mut columns: BTreeMap<i64, Vec<usize>> = BTreeMap::new();
        for (&place, rect) in &now {
            columns.entry(whole(rect.center.0)).or_default().push(place);
        }
        let needed = columns.values().map(|places| stacked(places, &now)).fold(0.0, f64::max) + 2.0 * EDGE;
        let is_loose = self.frame.height > needed * LOOSE;
        let mut columns: Vec<(i64, Vec<usize>)> = columns.into_iter().collect();
        // From the state outward, so that those farther out follow those nearer.
        columns.sort_by_key(|(x, _)| (x - whole(anchor.0)).abs());
        for (_, mut places) in columns {
            if places.iter().any(|place| self.fixed.contains(place)) {
                continue;
            }
            places.sort_by(|one, other| {
                let order = |place: &usize| (self.height_of_neighbors(*place, anchor.0, &now), y(*place, &now));
                let (one_order, other_order) = (order(one), order(other));
                one_order.0.total_cmp(&other_order.0).then(one_order.1.total_cmp(&other_order.1)).then(one.cmp(other))
            });
            self.stack(&places, is_loose.then_some(anchor.1), &mut now);
        }
        now.retain(|place, _| !self.fixed.contains(place));
        now
    }

    /// The mean height of the boxes that lie nearer to the state.
    fn height_of_neighbors(&self, place: usize, x: f64, now: &BTreeMap<usize, Rect>) -> f64 {
        let own = now.get(&place).map_or(0.0, |rect| (rect.center.0 - x).abs());
        let neighbors = self.inner.get(&place).into_iter().flatten().filter_map(|neighbor| now.get(neighbor));
        let nearer = neighbors.filter(|rect| (rect.center.0 - x).abs() < own).map(|rect| rect.center);
        mean(nearer).map_or(0.0, |center| center.1)
    }

    /// Puts boxes below each other: close around a height, or over the room that they had.
    fn stack(&self, places: &[usize], around: Option<f64>, now: &mut BTreeMap<usize, Rect>) {
        let spans: Vec<(f64, f64)> = places
            .iter()
            .filter_map(|place| now.get(place))
            .map(|rect| (rect.center.1 - rect.height / 2.0, rect.center.1 + rect.height / 2.0))
            .collect();
        let top = spans.iter().map(|span| span.0).fold(f64::INFINITY, f64::min);
        let bottom = spans.iter().map(|span| span.1).fold(f64::NEG_INFINITY, f64::max);
        let room = stacked(places, now);
        let (high, low) =
            (self.frame.center.1 - self.frame.height / 2.0, self.frame.center.1 + self.frame.height / 2.0);
        let n_gaps = places.iter().skip(1).map(|_| 1.0).sum::<f64>();
        let (mut next, gap) = match around {
            Some(center) => ((center - room / 2.0).min(low - EDGE - room).max(high + EDGE), GAP),
            None => (top, if n_gaps > 0.0 { GAP + (bottom - top - room) / n_gaps } else { GAP }),
        };
        for place in places {
            if let Some(rect) = now.get_mut(place) {
                rect.center.1 = next + rect.height / 2.0;
                next += rect.height + gap;
            }
        }
    }
}

/// The height of boxes that stand close below each other.
fn stacked(places: &[usize], now: &BTreeMap<usize, Rect>) -> f64 {
    places.iter().filter_map(|place| now.get(place)).map(|rect| rect.height + GAP).sum::<f64>() - GAP
}

fn y(place: usize, now: &BTreeMap<usize, Rect>) -> f64 {
    now.get(&place).map_or(0.0, |rect| rect.center.1)
}

fn mean(points: impl Iterator<Item = (f64, f64)>) -> Option<(f64, f64)> {
    let (x, y, n) = points.fold((0.0, 0.0, 0.0), |(x, y, n), point| (x + point.0, y + point.1, n + 1.0));
    (n > 0.0).then(|| (x / n, y / n))
}

#[expect(clippy::cast_possible_truncation, reason = "places are small")]
fn whole(x: f64) -> i64 {
    x.round() as i64
}

#[cfg(test)]
mod tests {
    use super::super::{Course, Outline, Plan, Rect};
    use super::draw_together;

    #[test]
    fn a_far_note_comes_near_and_the_frame_follows() {
        let rect = |x: f64, y: f64| Rect { center: (x, y), width: 20.0, height: 20.0 };
        let outline = Outline {
            boxes: vec![(20.0, 20.0, Some(0)), (20.0, 20.0, Some(0)), (20.0, 20.0, Some(1))],
            n_groups: 2,
            lines: vec![(0, 1, 0.0, 0.0), (0, 2, 0.0, 0.0)],
        };
        let course = |x: f64, y: f64| Course { points: vec![(0.0, 0.0), (x, y)], label: (0.0, 0.0) };
        let frame = |x: f64, y: f64, height: f64| Rect { center: (x, y), width: 90.0, height };
        let mut plan = Plan {
            boxes: vec![rect(0.0, 0.0), rect(60.0, 300.0), rect(-90.0, 0.0)],
            groups: vec![frame(30.0, 150.0, 400.0), frame(-90.0, 0.0, 40.0)],
            lines: vec![course(60.0, 300.0), course(-90.0, 0.0)],
        };
        draw_together(&outline, &mut plan);
        assert_eq!(plan.boxes[1].center, (60.0, 0.0));
        assert_eq!((plan.groups[0].center.1, plan.groups[0].height), (0.0, 52.0));
        assert_eq!(plan.lines[0].points, [(0.0, 0.0), (60.0, 0.0)]);
        assert_eq!(plan.boxes[2], rect(-90.0, 0.0));
    }

    /// A state at 0, two speakers beside it, and their notes in an order that crosses lines.
    fn crossing() -> (Outline, Plan) {
        let rect = |x: f64, y: f64| Rect { center: (x, y), width: 20.0, height: 20.0 };
        let outline = Outline {
            boxes: vec![(20.0, 20.0, Some(0)); 5],
            n_groups: 1,
            lines: vec![(0, 1, 0.0, 0.0), (0, 2, 0.0, 0.0), (1, 3, 0.0, 0.0), (2, 4, 0.0, 0.0)],
        };
        let course = || Course { points: vec![(0.0, 0.0), (1.0, 0.0)], label: (0.0, 0.0) };
        let plan = Plan {
            boxes: vec![rect(0.0, 0.0), rect(60.0, -20.0), rect(60.0, 20.0), rect(120.0, 30.0), rect(120.0, -30.0)],
            groups: vec![Rect { center: (60.0, 0.0), width: 160.0, height: 112.0 }],
            lines: vec![course(), course(), course(), course()],
        };
        (outline, plan)
    }

    #[test]
    fn notes_follow_the_order_of_those_who_said_so() {
        let (outline, mut plan) = crossing();
        draw_together(&outline, &mut plan);
        let heights: Vec<f64> = plan.boxes.iter().map(|rect| rect.center.1).collect();
        assert_eq!(heights, [0.0, -20.0, 20.0, -30.0, 30.0]);
    }

    #[test]
    fn no_box_comes_to_lie_on_the_text_of_a_line() {
        let (mut outline, mut plan) = crossing();
        // A line of others whose text lies where a note would go.
        outline.boxes.extend([(20.0, 20.0, None), (20.0, 20.0, None)]);
        outline.lines.push((5, 6, 30.0, 4.0));
        plan.boxes.extend([Rect { center: (0.0, 200.0), width: 20.0, height: 20.0 }; 2]);
        plan.boxes[3].center.1 = 90.0;
        plan.groups[0].height = 500.0;
        plan.lines.push(Course { points: vec![(0.0, 200.0); 2], label: (120.0, 18.0) });
        let before = plan.boxes.clone();
        draw_together(&outline, &mut plan);
        assert_eq!(plan.boxes, before);
    }
}
