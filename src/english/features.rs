//! The features of the parser: what of a state decides the next step, and what of an arc decides its label.
//!
//! What the features look at has a key of its own, so that features need not be made where the answer is remembered.
//! Invariant: the order and the numbers of the templates are part of the weights file.

mod arc;

pub(crate) use arc::{Arc, N_ARC};

use super::hash::feature as f;
use super::parser::State;
use super::tree::{Line, NONE};

/// Returns a set of labels as a value of a feature.
#[inline(always)]
fn set(labels: u64) -> u32 {
    (labels as u32).wrapping_mul(0x9e37_79b1) ^ ((labels >> 32) as u32).wrapping_mul(0x85eb_ca77)
}

/// Returns a distance in words, coarse above 4.
#[inline(always)]
fn distance(from: u16, to: u16) -> u32 {
    if from == NONE || to == NONE {
        return 0;
    }
    match from.abs_diff(to) {
        n @ 0..=4 => u32::from(n) + 1,
        5..=6 => 6,
        7..=10 => 7,
        11..=20 => 8,
        _ => 9,
    }
}

/// A word in its role, `NONE` allowed.
#[derive(Copy, Clone)]
struct View {
    at: u16,
    w: u32,
    t: u32,
    label: u32,
}

#[inline(always)]
fn view(line: &Line, state: &State, at: u16) -> View {
    let n = usize::from(at);
    match (line.words.get(n), line.tags.get(n), state.nodes.get(n)) {
        (Some(&w), Some(&t), Some(node)) => View { at, w, t: u32::from(t), label: u32::from(node.label) },
        _ => View { at: NONE, w: 7, t: 63, label: 63 },
    }
}

/// The dependents of a word, as features see them.
#[derive(Copy, Clone)]
struct Family {
    left: [u16; 2],
    right: [u16; 2],
    n_left: u32,
    n_right: u32,
    left_labels: u32,
    right_labels: u32,
}

#[inline(always)]
fn family(state: &State, at: u16) -> Family {
    match state.nodes.get(usize::from(at)) {
        Some(node) => Family {
            left: node.left,
            right: node.right,
            n_left: u32::from(node.n_left.min(4)),
            n_right: u32::from(node.n_right.min(4)),
            left_labels: set(node.left_labels),
            right_labels: set(node.right_labels),
        },
        None => Family { left: [NONE; 2], right: [NONE; 2], n_left: 7, n_right: 7, left_labels: 1, right_labels: 1 },
    }
}

/// Returns how many breaks (commas, dashes, brackets) lie between two words, at most 3.
#[inline(always)]
fn breaks(line: &Line, from: u16, to: u16) -> u32 {
    match (line.breaks.get(usize::from(from)), line.breaks.get(usize::from(to))) {
        (Some(&a), Some(&b)) => u32::from(a.abs_diff(b).min(3)),
        _ => 4,
    }
}

#[inline(always)]
fn mark(line: &Line, at: u16) -> u32 {
    line.marks.get(usize::from(at)).map_or(31, |&mark| u32::from(mark))
}

/// Mixes words into a key: keys differ where any word does, but for chance in 64 bits.
#[inline(always)]
fn key(words: impl IntoIterator<Item = u64>) -> u64 {
    words.into_iter().fold(0x9e37_79b9_7f4a_7c15, |key, word| {
        let mixed = (key ^ word).wrapping_mul(0xff51_afd7_ed55_8ccd);
        mixed ^ mixed >> 32
    })
}

#[inline(always)]
fn four(places: [u16; 4]) -> u64 {
    places.iter().rev().fold(0, |word, &place| word << 16 | u64::from(place))
}

#[inline(always)]
fn two(low: u32, high: u32) -> u64 {
    u64::from(low) | u64::from(high) << 32
}

/// The number of features of a state.
pub(crate) const N_STATE: usize = 101;

/// What the features of a state look at.
pub(crate) struct Outlook<'a> {
    line: &'a Line,
    state: &'a State,
    /// The three topmost words of the stack.
    stack: [u16; 3],
    next: u16,
    /// The topmost verb below the top of the stack.
    verb: u16,
    /// The dependents of the two topmost words and of the next word.
    families: [Family; 3],
}

impl<'a> Outlook<'a> {
    #[inline]
    pub(crate) fn of(line: &'a Line, state: &'a State) -> Self {
        let depth = state.stack.len();
        let on_stack = |n: usize| depth.checked_sub(n + 1).map_or(NONE, |at| state.stack[at]);
        let (s0, s1, next) = (on_stack(0), on_stack(1), state.next);
        let verb = state.stack.iter().rev().skip(1).copied().find(|&at| line.is_verb(at)).unwrap_or(NONE);
        let families = [family(state, s0), family(state, s1), family(state, next)];
        Self { line, state, stack: [s0, s1, on_stack(2)], next, verb, families }
    }

    /// Returns a number that is the same only where all features are, but for chance in 64 bits.
    #[inline]
    pub(crate) fn key(&self) -> u64 {
        let ([s0, s1, s2], [f0, f1, fb]) = (self.stack, &self.families);
        let counts = f0.n_left | f0.n_right << 3 | f1.n_left << 6 | f1.n_right << 9;
        key([
            four([s0, s1, s2, self.next]),
            four([f0.left[0], f0.left[1], f0.right[0], f0.right[1]]),
            four([f1.left[0], f1.right[0], f1.right[1], fb.left[0]]),
            four([fb.left[1], self.verb, counts as u16, 0]),
            two(f0.left_labels, f0.right_labels),
            two(f1.left_labels, f1.right_labels),
            two(fb.left_labels, 0),
        ])
    }

    /// Returns the features.
    pub(crate) fn features(&self) -> [u64; N_STATE] {
        let Self { line, state, .. } = *self;
        let ahead = |n: u16| self.next.saturating_add(n);
        let see = |at: u16| view(line, state, at);
        let [s0, s1, s2] = self.stack.map(see);
        let (b0, b1, b2) = (see(ahead(0)), see(ahead(1)), see(ahead(2)));
        let b3 = see(ahead(3));
        let [f0, f1, fb] = &self.families;
        let (s0l, s0r, s0r2) = (see(f0.left[0]), see(f0.right[0]), see(f0.right[1]));
        let s0l2 = see(f0.left[1]);
        let (s1l, s1r, s1r2) = (see(f1.left[0]), see(f1.right[0]), see(f1.right[1]));
        let (b0l, b0l2) = (see(fb.left[0]), see(fb.left[1]));
        let d0 = distance(s0.at, b0.at);
        let d1 = distance(s1.at, s0.at);
        let k0 = breaks(line, s0.at, b0.at);
        let k1 = breaks(line, s1.at, s0.at);
        let m0 = mark(line, self.next);
        let m1 = mark(line, self.next.saturating_add(1));
        let ms = mark(line, s0.at);
        let verb = see(self.verb);
        let coming = line.next_verb(ahead(0));
        let coming_later = line.next_verb(ahead(1));
        let (near, after) = (see(self.next.wrapping_sub(1)), see(s0.at.saturating_add(1)));
        let pair = |a: View, b: View| a.t | b.t << 8;
        let triple = |a: View, b: View, c: View| a.t | b.t << 8 | c.t << 16;
        [
            // One word.
            f(1, s0.w, 0, 0),
            f(2, s0.t, 0, 0),
            f(3, s0.w, s0.t, 0),
            f(4, s1.w, 0, 0),
            f(5, s1.w, s1.t, 0),
            f(6, s2.w, s2.t, 0),
            f(7, b0.w, 0, 0),
            f(8, b0.t, 0, 0),
            f(9, b0.w, b0.t, 0),
            f(10, b1.w, 0, 0),
            f(11, b1.w, b1.t, 0),
            f(12, b2.w, b2.t, 0),
            f(13, b3.t, b2.t, 0),
            // Two words.
            f(14, s0.w, b0.w, 0),
            f(15, s0.w, s0.t, b0.t),
            f(16, s0.t, b0.w, b0.t),
            f(17, s0.t, b0.t, 0),
            f(18, s1.w, s0.w, 0),
            f(19, s1.w, s1.t, s0.t),
            f(20, s1.t, s0.w, s0.t),
            f(21, s1.t, s0.t, 0),
            f(22, s1.w, b0.w, 0),
            f(23, s1.t, b0.t, 0),
            f(24, s1.t, b0.w, b0.t),
            f(25, s1.w, s1.t, b0.t),
            f(26, b0.t, b1.t, 0),
            f(27, b0.w, b1.t, 0),
            f(28, b0.t, b1.w, 0),
            f(29, b0.w, b1.w, 0),
            f(30, s0.w, b1.w, b0.t),
            // Three words.
            f(31, triple(b0, b1, b2), 0, 0),
            f(32, triple(s0, b0, b1), 0, 0),
            f(33, pair(b0, b1), s0.w, 0),
            f(34, pair(s0, b1), b0.w, 0),
            f(35, pair(s0, b0), b1.w, 0),
            f(36, triple(s1, s0, b0), 0, 0),
            f(37, pair(s0, b0), s1.w, 0),
            f(38, pair(s1, b0), s0.w, 0),
            f(39, pair(s1, s0), b0.w, 0),
            f(40, triple(s2, s1, s0), 0, 0),
            f(41, triple(s2, s1, s0), b0.t, 0),
            f(42, triple(s1, s0, b0), b1.t, 0),
            f(43, triple(s0, b0, b1), b2.t, 0),
            f(44, s1.w, s0.w, b0.t),
            f(45, s1.w, b0.w, s0.t),
            f(46, s0.w, b0.w, s1.t),
            f(47, s1.w, s0.w, b0.w),
            f(48, s1.w, pair(s0, b0), b1.w),
            // Dependents.
            f(49, triple(s0, s0l, b0), 0, 0),
            f(50, triple(s0, s0r, b0), 0, 0),
            f(51, triple(s0, b0, b0l), 0, 0),
            f(52, triple(s1, s1r, s0), 0, 0),
            f(53, triple(s1, s1l, s0), 0, 0),
            f(54, triple(s1, s0, s0l), 0, 0),
            f(55, triple(s1, s0, s0r), 0, 0),
            f(56, pair(s1, s1r), s0.w, 0),
            f(57, pair(s1, s0), s0r.w, 0),
            f(58, pair(s0, b0), s0r.w, 0),
            f(59, pair(s0, b0), s0l.w, 0),
            f(60, pair(s0, b0), b0l.w, 0),
            f(61, pair(s1, s0), s0l.w, 0),
            f(62, s1.w, s0.w, s0r.w),
            f(63, triple(s0, s0r, s0r2), b0.t, 0),
            f(64, triple(s0, s0l, s0l2), s1.t, 0),
            f(65, triple(s1, s1r, s1r2), s0.t, 0),
            f(66, triple(b0, b0l, b0l2), s0.t, 0),
            f(67, s1.w, s1r.w, s0.w),
            // Sets of labels and numbers of dependents.
            f(68, f0.left_labels, s0.t, b0.t),
            f(69, f0.right_labels, s0.t, b0.t),
            f(70, f0.left_labels, f0.right_labels, pair(s0, b0)),
            f(71, f1.right_labels, s1.t, s0.t),
            f(72, f1.right_labels, s1.w, s0.t),
            f(73, f1.left_labels, f1.right_labels, pair(s1, s0)),
            f(74, fb.left_labels, s0.t, b0.t),
            f(75, fb.left_labels, b0.w, s0.t),
            f(76, f0.left_labels, s0.w, b0.t),
            f(77, f0.right_labels, s0.w, b0.t),
            f(78, f0.n_left | f0.n_right << 4, s0.w, b0.t),
            f(79, f1.n_right | f1.n_left << 4, s1.w, s0.t),
            f(80, f0.right_labels, f0.left_labels, triple(s1, s0, b0)),
            // Distances.
            f(81, d0, s0.t, b0.t),
            f(82, d0, s0.w, b0.t),
            f(83, d1, s1.t, s0.t),
            f(84, d1, s1.w, s0.t),
            f(85, d0 | d1 << 8, triple(s1, s0, b0), 0),
            // Punctuation.
            f(86, k0 | m0 << 8, s0.t, b0.t),
            f(87, k1 | ms << 8, s1.t, s0.t),
            f(88, m0 | k1 << 8 | k0 << 16, triple(s1, s0, b0), 0),
            f(89, m0 | m1 << 8, pair(b0, b1), s0.t),
            f(90, m0, b0.w, s0.t),
            f(91, m0 | k0 << 8, s0.w, b0.t),
            f(92, m0 | ms << 8, f0.left_labels, pair(s0, b0)),
            // Further away: verbs below and ahead, neighbors in the text.
            f(93, s2.w, s1.t, s0.t),
            f(94, coming, s0.t, b0.t),
            f(95, coming_later, pair(s1, s0), b0.t),
            f(96, verb.w, s0.t, b0.t),
            f(97, verb.w, b0.w, s0.t),
            f(98, verb.t | m0 << 8, pair(s1, s0), b0.t),
            f(99, near.w, b0.t, s0.t),
            f(100, after.t | near.t << 8, s0.t, b0.t),
            f(201, coming | m0 << 16, s0.w, b0.t),
        ]
    }
}
