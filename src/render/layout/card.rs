//! The boxes of one group as one card: the first box is its head, below it stand the others.
//!
//! Layered layouts know no groups: they draw the boxes of one far apart and lead lines of others through them.
//! A card is one box to them. Within it each box has those that hang on it to its right.

use super::{Course, Outline, Rect};
use std::collections::{BTreeMap, BTreeSet};

/// Between the boxes of a card.
const GAP: f64 = 10.0;
/// Between a box and those that hang on it.
const STEP: f64 = 26.0;
/// Between boxes and the frame.
const EDGE: f64 = 10.0;
/// A card is made so wide before boxes go below each other.
const WIDE: f64 = 330.0;

/// One group, its size, and where its boxes lie from its upper left corner.
#[derive(Clone, Default)]
pub(super) struct Card {
    pub(super) width: f64,
    pub(super) height: f64,
    boxes: BTreeMap<usize, Rect>,
}

/// A box with those that hang on it.
struct Twig {
    width: f64,
    height: f64,
    boxes: BTreeMap<usize, Rect>,
}

impl Card {
    /// Arranges the boxes of a group, the head first; `n_ends` lines meet the fuller side of it.
    pub(super) fn of(inside: &[usize], outline: &Outline, n_ends: f64) -> Self {
        let size = |place: usize| outline.boxes.get(place).map_or((0.0, 0.0), |one| (one.0, one.1));
        let Some((&head, others)) = inside.split_first() else { return Self::default() };
        let (head_width, head_height) = size(head);
        let (mut boxes, mut width, mut y) = (BTreeMap::new(), head_width, head_height);
        if !others.is_empty() {
            let twigs = twigs(head, others, outline);
            let wide = twigs.iter().map(|twig| twig.width).fold(WIDE.min(head_width), f64::max).max(WIDE);
            for row in rows(twigs, wide) {
                let tall = row.iter().map(|twig| twig.height).fold(0.0, f64::max);
                y += GAP;
                let mut x = 0.0;
                for twig in row {
                    x += if x > 0.0 { GAP } else { 0.0 };
                    let shift = (x, y + (tall - twig.height) / 2.0);
                    boxes.extend(twig.boxes.into_iter().map(|(place, rect)| (place, rect.moved(shift))));
                    x += twig.width;
                }
                width = width.max(x);
                y += tall;
            }
        }
        let edge = if others.is_empty() { 0.0 } else { EDGE };
        let shift = (edge, edge);
        let mut boxes: BTreeMap<usize, Rect> =
            boxes.into_iter().map(|(place, rect)| (place, rect.moved(shift))).collect();
        let height = (y + 2.0 * edge).max(n_ends);
        // The head is as wide as the card; one that is alone is as tall, too.
        let head_height = if others.is_empty() { height } else { head_height };
        boxes.insert(head, Rect::from_corner(shift, (width, head_height)));
        Self { width: width + 2.0 * edge, height, boxes }
    }

    /// Returns where the boxes lie when the card lies in `frame`.
    pub(super) fn placed(&self, frame: &Rect) -> impl Iterator<Item = (usize, Rect)> {
        let corner = (frame.center.0 - self.width / 2.0, frame.center.1 - self.height / 2.0);
        self.boxes.iter().map(move |(&place, rect)| (place, rect.moved(corner)))
    }
}

/// Returns the course of a line between two boxes of a card; that to the head needs none.
pub(super) fn course(head: bool, one: &Rect, other: &Rect) -> Course {
    let (left, right) = if one.center.0 <= other.center.0 { (one, other) } else { (other, one) };
    let (start, end) = (left.center.0 + left.width / 2.0, right.center.0 - right.width / 2.0);
    let middle = f64::midpoint(start, end);
    let points = vec![(start, left.center.1), (middle, left.center.1), (middle, right.center.1), (end, right.center.1)];
    Course { points: if head { Vec::new() } else { points }, label: (middle, one.center.1) }
}

/// Returns the boxes that hang on the head, each with what hangs on it.
fn twigs(head: usize, others: &[usize], outline: &Outline) -> Vec<Twig> {
    let mut joined: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    let inside: BTreeSet<usize> = others.iter().copied().collect();
    for &(from, to, _, _) in &outline.lines {
        for (one, other) in [(from, to), (to, from)] {
            if (inside.contains(&one) || one == head) && inside.contains(&other) {
                joined.entry(one).or_default().push(other);
            }
        }
    }
    // Those that hang on nothing hang on the head.
    let mut open: BTreeSet<usize> = inside;
    let mut twigs = Vec::new();
    let near: BTreeSet<usize> = joined.get(&head).into_iter().flatten().copied().collect();
    near.iter().for_each(|place| {
        open.remove(place);
    });
    for place in near {
        twigs.push(twig(place, &joined, &mut open, outline));
    }
    while let Some(place) = open.pop_first() {
        twigs.push(twig(place, &joined, &mut open, outline));
    }
    twigs
}

fn twig(place: usize, joined: &BTreeMap<usize, Vec<usize>>, open: &mut BTreeSet<usize>, outline: &Outline) -> Twig {
    let (width, height) = outline.boxes.get(place).map_or((0.0, 0.0), |one| (one.0, one.1));
    let next: BTreeSet<usize> = joined.get(&place).into_iter().flatten().copied().collect();
    let hanging: Vec<usize> = next.into_iter().filter(|next| open.remove(next)).collect();
    let (mut boxes, mut y, mut wide) = (BTreeMap::new(), 0.0, 0.0_f64);
    for one in hanging {
        let twig = twig(one, joined, open, outline);
        y += if y > 0.0 { GAP } else { 0.0 };
        boxes.extend(twig.boxes.into_iter().map(|(place, rect)| (place, rect.moved((width + STEP, y)))));
        y += twig.height;
        wide = wide.max(twig.width + STEP);
    }
    let tall = height.max(y);
    let lower = (tall - y) / 2.0;
    boxes.values_mut().for_each(|rect: &mut Rect| rect.center.1 += lower);
    boxes.insert(place, Rect { center: (width / 2.0, tall / 2.0), width, height });
    Twig { width: width + wide, height: tall, boxes }
}

/// Puts twigs beside each other as long as they have room, in their order.
fn rows(twigs: Vec<Twig>, wide: f64) -> Vec<Vec<Twig>> {
    let mut rows: Vec<(f64, Vec<Twig>)> = Vec::new();
    for twig in twigs {
        match rows.last_mut() {
            Some((used, row)) if *used + GAP + twig.width <= wide => {
                *used += GAP + twig.width;
                row.push(twig);
            }
            _ => rows.push((twig.width, vec![twig])),
        }
    }
    rows.into_iter().map(|(_, row)| row).collect()
}

#[cfg(test)]
mod tests {
    use super::super::Outline;
    use super::Card;

    #[test]
    fn what_hangs_on_a_box_stands_beside_it_and_all_within_the_card() {
        // A state, a speaker with two notes, and a note of the state itself.
        let outline = Outline {
            boxes: vec![(60.0, 20.0, 0); 5],
            n_groups: 1,
            lines: vec![(0, 1, 0.0, 0.0), (1, 2, 0.0, 0.0), (1, 3, 0.0, 0.0), (0, 4, 0.0, 0.0)],
        };
        let card = Card::of(&[0, 1, 2, 3, 4], &outline, 0.0);
        let boxes = &card.boxes;
        assert_eq!(boxes.len(), 5);
        assert!(boxes[&2].center.0 > boxes[&1].center.0 && boxes[&3].center.0 > boxes[&1].center.0);
        assert!(boxes[&1].center.1 > boxes[&2].center.1 && boxes[&1].center.1 < boxes[&3].center.1);
        for (place, one) in boxes {
            assert!(one.center.0 - one.width / 2.0 >= 0.0 && one.center.0 + one.width / 2.0 <= card.width);
            assert!(one.center.1 - one.height / 2.0 >= 0.0 && one.center.1 + one.height / 2.0 <= card.height);
            for (other_place, other) in boxes {
                assert!(place == other_place || !one.overlaps(other), "{place} lies on {other_place}");
            }
        }
    }

    #[test]
    fn a_box_alone_is_the_card() {
        let outline = Outline { boxes: vec![(60.0, 20.0, 0)], n_groups: 1, lines: Vec::new() };
        let card = Card::of(&[0], &outline, 48.0);
        assert_eq!((card.width, card.height), (60.0, 48.0));
        assert_eq!(card.boxes[&0].height, 48.0);
    }
}
