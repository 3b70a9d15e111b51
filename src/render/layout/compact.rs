//! Draws the boxes of a group together where long lines of others have pulled them apart.
//!
//! Only boxes move whose lines all end inside the group, and only up and down within its frame, so that
//! nothing comes to lie on what is outside.

use super::{Outline, Plan, Rect};
use std::collections::{BTreeMap, BTreeSet};

/// Between the boxes of a column.
const GAP: f64 = 14.0;
/// Between boxes and the frame.
const EDGE: f64 = 16.0;
/// A frame of so many times the height that it needs is drawn together.
const LOOSE: f64 = 1.6;

/// Draws together the groups that are too high.
pub(super) fn draw_together(outline: &Outline, plan: &mut Plan) {
    let group_of = |place: usize| outline.boxes.get(place).and_then(|one| one.2);
    let mut fixed: BTreeSet<usize> = BTreeSet::new();
    for &(from, to, _, _) in &outline.lines {
        if group_of(from) != group_of(to) {
            fixed.extend([from, to]);
        }
    }
    for group in 0..outline.n_groups {
        let inside: Vec<usize> = (0..outline.boxes.len()).filter(|&place| group_of(place) == Some(group)).collect();
        if inside.len() > 1 {
            draw(group, &inside, &fixed, plan);
        }
    }
    for (&(from, to, _, _), course) in outline.lines.iter().zip(&mut plan.lines) {
        let (Some(start), Some(end)) = (plan.boxes.get(from), plan.boxes.get(to)) else { continue };
        if group_of(from).is_some() && group_of(from) == group_of(to) {
            course.points = vec![start.center, end.center];
        }
    }
}

fn draw(group: usize, inside: &[usize], fixed: &BTreeSet<usize>, plan: &mut Plan) {
    let mut columns: BTreeMap<i64, Vec<usize>> = BTreeMap::new();
    for &place in inside {
        if let Some(rect) = plan.boxes.get(place) {
            columns.entry(column(rect)).or_default().push(place);
        }
    }
    let height = |place: &usize, plan: &Plan| plan.boxes.get(*place).map_or(0.0, |rect| rect.height);
    let needs = |places: &[usize], plan: &Plan| places.iter().map(|place| height(place, plan) + GAP).sum::<f64>() - GAP;
    let needed = columns.values().map(|places| needs(places, plan)).fold(0.0, f64::max) + 2.0 * EDGE;
    let Some(frame) = plan.groups.get(group).copied() else { return };
    if frame.height < needed * LOOSE {
        return;
    }
    let anchors: Vec<f64> = inside
        .iter()
        .filter(|place| fixed.contains(place))
        .filter_map(|&place| plan.boxes.get(place))
        .map(|rect| rect.center.1)
        .collect();
    let anchor = if anchors.is_empty() {
        frame.center.1
    } else {
        anchors.iter().sum::<f64>() / anchors.iter().map(|_| 1.0).sum::<f64>()
    };
    let (top, bottom) = (frame.center.1 - frame.height / 2.0, frame.center.1 + frame.height / 2.0);
    for mut places in columns.into_values() {
        if places.iter().any(|place| fixed.contains(place)) {
            continue;
        }
        let y = |place: &usize| plan.boxes.get(*place).map_or(0.0, |rect| rect.center.1);
        places.sort_by(|one, other| y(one).total_cmp(&y(other)).then(one.cmp(other)));
        let room = needs(&places, plan);
        let mut next = (anchor - room / 2.0).min(bottom - EDGE - room).max(top + EDGE);
        for place in places {
            if let Some(rect) = plan.boxes.get_mut(place) {
                rect.center.1 = next + rect.height / 2.0;
                next += rect.height + GAP;
            }
        }
    }
    let rects: Vec<Rect> = inside.iter().filter_map(|&place| plan.boxes.get(place)).copied().collect();
    let high = rects.iter().map(|rect| rect.center.1 - rect.height / 2.0).fold(f64::INFINITY, f64::min) - EDGE;
    let low = rects.iter().map(|rect| rect.center.1 + rect.height / 2.0).fold(f64::NEG_INFINITY, f64::max) + EDGE;
    if let Some(frame) = plan.groups.get_mut(group) {
        (frame.center.1, frame.height) = (f64::midpoint(high, low), low - high);
    }
}

#[expect(clippy::cast_possible_truncation, reason = "places are small")]
fn column(rect: &Rect) -> i64 {
    rect.center.0.round() as i64
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
}
