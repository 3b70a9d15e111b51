//! Where lines meet boxes: those of one side stand below each other, in the order in which they arrive.
//!
//! Layered layouts aim every line at the middle of a box, where arrows then cover each other.

use super::{Outline, Plan, Rect};
use std::collections::BTreeMap;

/// An end of a line: the height from which it comes, its line, whether it is the first end.
type End = (f64, usize, bool);

/// How far from a box a line is level.
const LEVEL: f64 = 16.0;

/// Moves the ends of lines apart along the sides of boxes.
pub(super) fn spread(outline: &Outline, plan: &mut Plan) {
    let mut sides: BTreeMap<(usize, bool), Vec<End>> = BTreeMap::new();
    for (number, (&(from, to, _, _), course)) in outline.lines.iter().zip(&plan.lines).enumerate() {
        let ends = [(from, course.points.get(1), true), (to, course.points.iter().rev().nth(1), false)];
        for (place, next, is_first) in ends {
            if let (Some(rect), Some(&(x, y))) = (plan.boxes.get(place), next) {
                sides.entry((place, x >= rect.center.0)).or_default().push((y, number, is_first));
            }
        }
    }
    for ((place, is_right), mut ends) in sides {
        let Some(rect) = plan.boxes.get(place).copied() else { continue };
        ends.sort_by(|one, other| one.0.total_cmp(&other.0).then(one.1.cmp(&other.1)));
        for (end, y) in ends.iter().zip(heights(&rect, ends.len())) {
            let x = rect.center.0 + if is_right { rect.width / 2.0 } else { -rect.width / 2.0 };
            let course = plan.lines.get_mut(end.1).map(|course| &mut course.points);
            let Some(points) = course else { continue };
            // A line leaves and arrives level, so that its arrow points at the box.
            let level = (x + if is_right { LEVEL } else { -LEVEL }, y);
            if end.2 {
                points.splice(..1, [(x, y), level]);
            } else {
                points.pop();
                points.extend([level, (x, y)]);
            }
        }
    }
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
    use super::super::{Course, Outline, Plan, Rect};
    use super::spread;

    #[test]
    fn lines_meet_a_side_below_each_other() {
        let rect = |x: f64| Rect { center: (x, 0.0), width: 20.0, height: 30.0 };
        let course = |y: f64| Course { points: vec![(10.0, 0.0), (50.0, y), (90.0, 0.0)], label: (50.0, y) };
        let outline = Outline {
            boxes: vec![(20.0, 30.0, None); 2],
            n_groups: 0,
            lines: vec![(0, 1, 0.0, 0.0), (0, 1, 0.0, 0.0)],
        };
        let mut plan =
            Plan { boxes: vec![rect(0.0), rect(100.0)], groups: Vec::new(), lines: vec![course(20.0), course(-20.0)] };
        spread(&outline, &mut plan);
        let ends = |number: usize| plan.lines[number].points.clone();
        assert_eq!(ends(0), [(10.0, 5.0), (26.0, 5.0), (50.0, 20.0), (74.0, 5.0), (90.0, 5.0)]);
        assert_eq!(ends(1), [(10.0, -5.0), (26.0, -5.0), (50.0, -20.0), (74.0, -5.0), (90.0, -5.0)]);
    }
}
