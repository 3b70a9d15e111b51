//! An arc about to be drawn, and what decides its label.
//!
//! The features stand in groups by what they look at.

use super::{Family, View, breaks, distance, f, family, four, key, mark, two, view};
use crate::english::parser::{Memory, Model, State};
use crate::english::tagger::choose;
use crate::english::tree::{Line, NONE};

/// The numbers of features in the groups.
const ENDS: usize = 15;
const ABOVE: usize = 9;
const BELOW: usize = 9;
const REST: usize = 3;

/// What the features of an arc look at.
pub(crate) struct Arc<'a> {
    line: &'a Line,
    state: &'a State,
    head: u16,
    dependent: u16,
    /// The dependents of either end.
    above: Family,
    below: Family,
    /// The outermost dependent of the head on the same side.
    sibling: u16,
    /// The ends.
    h: View,
    d: View,
    /// Whether the head stands to the right.
    left: u32,
    /// The tags of both ends, and the side.
    t: u32,
}

/// What the model said earlier in the sentence of whole arcs; parts of arcs recur too seldom to be remembered.
#[derive(Clone, Debug, Default)]
pub(crate) struct Labels {
    whole: Memory<u8>,
}

impl Labels {
    /// Forgets all, for the next sentence.
    pub(crate) fn clear(&mut self) {
        self.whole.clear();
    }
}

impl<'a> Arc<'a> {
    #[inline]
    pub(crate) fn of(line: &'a Line, state: &'a State, head: u16, dependent: u16) -> Self {
        let (above, below) = (family(state, head), family(state, dependent));
        let sibling = if dependent < head { above.left[0] } else { above.right[0] };
        let (h, d) = (view(line, state, head), view(line, state, dependent));
        let left = u32::from(dependent < head);
        let t = h.t | d.t << 8 | left << 16;
        Self { line, state, head, dependent, above, below, sibling, h, d, left, t }
    }

    /// Returns the best of several labels; the model is asked only for what is not remembered.
    #[inline]
    pub(crate) fn label(&self, model: &impl Model, labels: &mut Labels, candidates: u64) -> u8 {
        let sums = || {
            let mut sums = [0; 64];
            model.weigh(&self.ends(), &mut sums);
            model.weigh(&self.above(), &mut sums);
            model.weigh(&self.below(), &mut sums);
            model.weigh(&self.rest(), &mut sums);
            sums
        };
        *labels.whole.recall(self.key(), || choose(candidates, &sums()))
    }

    fn label_of(&self, at: u16) -> u16 {
        self.state.nodes.get(usize::from(at)).map_or(0, |node| u16::from(node.label))
    }

    /// Returns a number that is the same only where all features are, but for chance in 64 bits.
    #[inline]
    fn key(&self) -> u64 {
        let (above, below) = (&self.above, &self.below);
        key([
            four([self.head, self.dependent, self.state.next, self.sibling]),
            four([below.left[0], below.left[1], below.right[0], self.label_of(self.sibling)]),
            four([self.label_of(below.left[0]), self.label_of(below.right[0]), 0, 0]),
            two(above.left_labels, above.right_labels),
            two(below.left_labels, below.right_labels),
        ])
    }

    /// Returns all features.
    pub(crate) fn features(&self) -> Vec<u64> {
        self.ends().into_iter().chain(self.above()).chain(self.below()).chain(self.rest()).collect()
    }

    #[inline(always)]
    fn see(&self, at: u16) -> View {
        view(self.line, self.state, at)
    }

    /// Returns the sets of labels on the side of the dependent and on the other.
    #[inline(always)]
    fn sides(&self) -> (u32, u32) {
        let above = &self.above;
        if self.left == 1 { (above.left_labels, above.right_labels) } else { (above.right_labels, above.left_labels) }
    }

    /// The two ends and the words beside the dependent.
    #[inline]
    fn ends(&self) -> [u64; ENDS] {
        let Self { line, head, dependent, h, d, left, t, .. } = *self;
        let before = self.see(dependent.checked_sub(1).unwrap_or(NONE));
        let after = self.see(dependent.saturating_add(1));
        let far = distance(head, dependent) | left << 8;
        let k = breaks(line, head, dependent) | mark(line, dependent) << 8;
        [
            f(101, h.w, h.t, left),
            f(102, d.w, d.t, left),
            f(103, t, 0, 0),
            f(104, h.w, t, 0),
            f(105, d.w, t, 0),
            f(106, h.w, d.w, left),
            f(107, far, t, 0),
            f(108, far, d.w, h.t),
            f(109, far, h.w, d.t),
            f(110, before.w, t, 0),
            f(111, before.t, t, 0),
            f(112, after.w, t, 0),
            f(113, after.t, t, before.t),
            f(129, k, t, 0),
            f(130, k, d.w, h.t),
        ]
    }

    /// The dependents of the head.
    #[inline]
    fn above(&self) -> [u64; ABOVE] {
        let Self { h, d, left, t, above: fh, .. } = self;
        let (left, t) = (*left, *t);
        let sibling = self.see(self.sibling);
        let (same_labels, other_labels) = self.sides();
        [
            f(122, fh.left_labels, t, 0),
            f(123, fh.right_labels, t, 0),
            f(124, fh.left_labels, h.w, left),
            f(125, same_labels, other_labels, t),
            f(126, sibling.label, sibling.t, t),
            f(127, sibling.label, h.w, t),
            f(128, sibling.w, h.w, d.t),
            f(133, same_labels, h.w, t),
            f(135, fh.left_labels, d.w, t),
        ]
    }

    /// The dependents of the dependent.
    #[inline]
    fn below(&self) -> [u64; BELOW] {
        let Self { d, left, t, below: fd, .. } = self;
        let (left, t) = (*left, *t);
        let (dl, dr, dl2) = (self.see(fd.left[0]), self.see(fd.right[0]), self.see(fd.left[1]));
        [
            f(114, dl.w, t, 0),
            f(115, dl.t, t, dl.label),
            f(116, dr.w, t, 0),
            f(117, dr.t, t, dr.label),
            f(118, dl2.w, dl.w, t),
            f(119, fd.left_labels, t, 0),
            f(120, fd.right_labels, t, 0),
            f(121, fd.left_labels, d.w, left),
            f(134, fd.left_labels, fd.right_labels, t),
        ]
    }

    /// The next word, and the dependents of both ends.
    #[inline]
    fn rest(&self) -> [u64; REST] {
        let Self { h, d, t, above: fh, below: fd, .. } = self;
        let t = *t;
        let next = self.see(self.state.next);
        [f(131, next.w, t, 0), f(132, next.t, h.w, d.t), f(136, fh.left_labels, fd.left_labels, t)]
    }
}
