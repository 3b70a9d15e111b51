//! An arc about to be drawn, and what decides its label.

use super::{Family, breaks, distance, f, family, four, key, mark, two, view};
use crate::english::parser::State;
use crate::english::tree::{Line, NONE};

/// The number of features of an arc.
pub(crate) const N_ARC: usize = 36;

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
}

impl<'a> Arc<'a> {
    #[inline]
    pub(crate) fn of(line: &'a Line, state: &'a State, head: u16, dependent: u16) -> Self {
        let (above, below) = (family(state, head), family(state, dependent));
        let sibling = if dependent < head { above.left[0] } else { above.right[0] };
        Self { line, state, head, dependent, above, below, sibling }
    }

    /// Returns a number that is the same only where all features are, but for chance in 64 bits.
    #[inline]
    pub(crate) fn key(&self) -> u64 {
        let (above, below) = (&self.above, &self.below);
        let label = |at: u16| self.state.nodes.get(usize::from(at)).map_or(0, |node| u16::from(node.label));
        key([
            four([self.head, self.dependent, self.state.next, self.sibling]),
            four([below.left[0], below.left[1], below.right[0], label(self.sibling)]),
            four([label(below.left[0]), label(below.right[0]), 0, 0]),
            two(above.left_labels, above.right_labels),
            two(below.left_labels, below.right_labels),
        ])
    }

    /// Returns the features.
    pub(crate) fn features(&self) -> [u64; N_ARC] {
        let Self { line, state, head, dependent, .. } = *self;
        let see = |at: u16| view(line, state, at);
        let (h, d, fh, fd) = (see(head), see(dependent), &self.above, &self.below);
        let left = u32::from(dependent < head);
        let (dl, dr) = (see(fd.left[0]), see(fd.right[0]));
        let dl2 = see(fd.left[1]);
        let before = see(dependent.checked_sub(1).unwrap_or(NONE));
        let after = see(dependent.saturating_add(1));
        let next = see(state.next);
        let sibling = see(self.sibling);
        let (same_labels, other_labels) =
            if left == 1 { (fh.left_labels, fh.right_labels) } else { (fh.right_labels, fh.left_labels) };
        let far = distance(head, dependent) | left << 8;
        let k = breaks(line, head, dependent) | mark(line, dependent) << 8;
        let t = h.t | d.t << 8 | left << 16;
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
            f(114, dl.w, t, 0),
            f(115, dl.t, t, dl.label),
            f(116, dr.w, t, 0),
            f(117, dr.t, t, dr.label),
            f(118, dl2.w, dl.w, t),
            f(119, fd.left_labels, t, 0),
            f(120, fd.right_labels, t, 0),
            f(121, fd.left_labels, d.w, left),
            f(122, fh.left_labels, t, 0),
            f(123, fh.right_labels, t, 0),
            f(124, fh.left_labels, h.w, left),
            f(125, same_labels, other_labels, t),
            f(126, sibling.label, sibling.t, t),
            f(127, sibling.label, h.w, t),
            f(128, sibling.w, h.w, d.t),
            f(129, k, t, 0),
            f(130, k, d.w, h.t),
            f(131, next.w, t, 0),
            f(132, next.t, h.w, d.t),
            f(133, same_labels, h.w, t),
            f(134, fd.left_labels, fd.right_labels, t),
            f(135, fh.left_labels, d.w, t),
            f(136, fh.left_labels, fd.left_labels, t),
        ]
    }
}
