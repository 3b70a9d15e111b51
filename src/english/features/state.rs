//! The features of a state: what decides the next step.
//!
//! They stand in groups by the words that they look at. The states of a beam, and those that follow one another, share
//! most of these words, so what a group says is remembered on its own.

use super::{Family, View, breaks, distance, f, family, four, key, mark, two, view};
use crate::english::parser::{Memory, Model, State};
use crate::english::tree::{Line, NONE};

/// The number of groups, and those of the features in each.
const N_GROUPS: usize = 12;
const AHEAD: usize = 10;
const TOP: usize = 3;
const TOP_AND_NEXT: usize = 14;
const SECOND_AND_NEXT: usize = 4;
const TWO: usize = 7;
const TWO_AND_NEXT: usize = 4;
const THREE: usize = 3;
const VERB: usize = 1;
const UNDER_TOP: usize = 10;
const UNDER_TOP_OF_TWO: usize = 6;
const UNDER_SECOND: usize = 6;
const UNDER_NEXT: usize = 5;

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

/// What the model said earlier in the sentence, of whole states and of each group.
#[derive(Clone, Debug, Default)]
pub(crate) struct Scores {
    whole: Memory<[i32; 3]>,
    groups: [Memory<[i32; 3]>; N_GROUPS],
}

impl Scores {
    /// Forgets all, for the next sentence.
    pub(crate) fn clear(&mut self) {
        self.whole.clear();
        self.groups.iter_mut().for_each(Memory::clear);
    }
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

    /// Returns the scores of the three steps; the model is asked only for what is not remembered.
    #[inline]
    pub(crate) fn score(&self, model: &impl Model, scores: &mut Scores) -> [i32; 3] {
        let Scores { whole, groups } = scores;
        *whole.recall(self.key(), || self.score_groups(model, groups))
    }

    fn score_groups(&self, model: &impl Model, groups: &mut [Memory<[i32; 3]>; N_GROUPS]) -> [i32; 3] {
        let ([s0, s1, s2], [f0, f1, fb], next) = (self.stack, &self.families, self.next);
        let [ahead, top, top_and_next, second_and_next, two, two_and_next, three, verb, under @ ..] = groups;
        let [under_top, under_top_of_two, under_second, under_next] = under;
        let labels = [f0, f1].map(|family| super::two(family.left_labels, family.right_labels));
        let counts = [f0, f1].map(|family| (family.n_left | family.n_right << 3) as u16);
        let below_top = [four([f0.left[0], f0.left[1], f0.right[0], f0.right[1]]), labels[0]];
        let below_second = [four([f1.left[0], f1.right[0], f1.right[1], counts[1]]), labels[1]];
        let below_next = [four([fb.left[0], fb.left[1], s0, next]), u64::from(fb.left_labels)];
        let [[a, b], [c, d]] = [below_top, below_second];
        add([
            ahead.recall(four([next, 0, 0, 0]), || model.score(&self.ahead())),
            top.recall(four([s0, 0, 0, 0]), || model.score(&self.top())),
            top_and_next.recall(four([next, s0, 0, 0]), || model.score(&self.top_and_next())),
            second_and_next.recall(four([next, s1, 0, 0]), || model.score(&self.second_and_next())),
            two.recall(four([s0, s1, 0, 0]), || model.score(&self.two())),
            two_and_next.recall(four([next, s0, s1, 0]), || model.score(&self.two_and_next())),
            three.recall(four([next, s0, s1, s2]), || model.score(&self.three())),
            verb.recall(four([next, s0, s1, self.verb]), || model.score(&self.verb())),
            under_top.recall(key([four([next, s0, counts[0], 0]), a, b]), || model.score(&self.under_top())),
            under_top_of_two.recall(key([four([next, s0, s1, 0]), a, b]), || model.score(&self.under_top_of_two())),
            under_second.recall(key([four([s0, s1, 0, 0]), c, d]), || model.score(&self.under_second())),
            under_next.recall(key(below_next), || model.score(&self.under_next())),
        ])
    }

    /// Returns a number that is the same only where all features are, but for chance in 64 bits.
    #[inline]
    fn key(&self) -> u64 {
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

    /// Returns all features.
    pub(crate) fn features(&self) -> impl Iterator<Item = u64> + use<> {
        (self.ahead().into_iter())
            .chain(self.top())
            .chain(self.top_and_next())
            .chain(self.second_and_next())
            .chain(self.two())
            .chain(self.two_and_next())
            .chain(self.three())
            .chain(self.verb())
            .chain(self.under_top())
            .chain(self.under_top_of_two())
            .chain(self.under_second())
            .chain(self.under_next())
    }

    #[inline(always)]
    fn see(&self, at: u16) -> View {
        view(self.line, self.state, at)
    }

    /// Returns the word `n` places after the next.
    #[inline(always)]
    fn coming(&self, n: u16) -> View {
        self.see(self.next.saturating_add(n))
    }

    /// The next words alone.
    #[inline]
    fn ahead(&self) -> [u64; AHEAD] {
        let [b0, b1, b2, b3] = [0, 1, 2, 3].map(|n| self.coming(n));
        [
            f(7, b0.w, 0, 0),
            f(8, b0.t, 0, 0),
            f(9, b0.w, b0.t, 0),
            f(10, b1.w, 0, 0),
            f(11, b1.w, b1.t, 0),
            f(12, b2.w, b2.t, 0),
            f(13, b3.t, b2.t, 0),
            f(26, b0.t, b1.t, 0),
            f(27, b0.w, b1.t, 0),
            f(28, b0.t, b1.w, 0),
        ]
    }

    /// The top of the stack alone.
    #[inline]
    fn top(&self) -> [u64; TOP] {
        let s0 = self.see(self.stack[0]);
        [f(1, s0.w, 0, 0), f(2, s0.t, 0, 0), f(3, s0.w, s0.t, 0)]
    }

    /// The top of the stack and the next words.
    #[inline]
    fn top_and_next(&self) -> [u64; TOP_AND_NEXT] {
        let (line, next) = (self.line, self.next);
        let s0 = self.see(self.stack[0]);
        let [b0, b1, b2] = [0, 1, 2].map(|n| self.coming(n));
        let d0 = distance(s0.at, b0.at);
        let k0 = breaks(line, s0.at, b0.at);
        let (m0, m1) = (mark(line, next), mark(line, next.saturating_add(1)));
        let coming = line.next_verb(next);
        let (near, after) = (self.see(next.wrapping_sub(1)), self.see(s0.at.saturating_add(1)));
        [
            f(14, s0.w, b0.w, 0),
            f(15, s0.w, s0.t, b0.t),
            f(32, triple(s0, b0, b1), 0, 0),
            f(35, pair(s0, b0), b1.w, 0),
            f(43, triple(s0, b0, b1), b2.t, 0),
            f(81, d0, s0.t, b0.t),
            f(82, d0, s0.w, b0.t),
            f(86, k0 | m0 << 8, s0.t, b0.t),
            f(89, m0 | m1 << 8, pair(b0, b1), s0.t),
            f(90, m0, b0.w, s0.t),
            f(91, m0 | k0 << 8, s0.w, b0.t),
            f(99, near.w, b0.t, s0.t),
            f(100, after.t | near.t << 8, s0.t, b0.t),
            f(201, coming | m0 << 16, s0.w, b0.t),
        ]
    }

    /// The second word of the stack and the next word.
    #[inline]
    fn second_and_next(&self) -> [u64; SECOND_AND_NEXT] {
        let (s1, b0) = (self.see(self.stack[1]), self.coming(0));
        [f(22, s1.w, b0.w, 0), f(23, s1.t, b0.t, 0), f(24, s1.t, b0.w, b0.t), f(25, s1.w, s1.t, b0.t)]
    }

    /// The two topmost words.
    #[inline]
    fn two(&self) -> [u64; TWO] {
        let (s0, s1) = (self.see(self.stack[0]), self.see(self.stack[1]));
        let (d1, k1) = (distance(s1.at, s0.at), breaks(self.line, s1.at, s0.at));
        let ms = mark(self.line, s0.at);
        [
            f(4, s1.w, 0, 0),
            f(5, s1.w, s1.t, 0),
            f(18, s1.w, s0.w, 0),
            f(19, s1.w, s1.t, s0.t),
            f(21, s1.t, s0.t, 0),
            f(83, d1, s1.t, s0.t),
            f(87, k1 | ms << 8, s1.t, s0.t),
        ]
    }

    /// The two topmost words and the next words.
    #[inline]
    fn two_and_next(&self) -> [u64; TWO_AND_NEXT] {
        let line = self.line;
        let (s0, s1) = (self.see(self.stack[0]), self.see(self.stack[1]));
        let (b0, b1) = (self.coming(0), self.coming(1));
        let (d0, d1) = (distance(s0.at, b0.at), distance(s1.at, s0.at));
        let (k0, k1) = (breaks(line, s0.at, b0.at), breaks(line, s1.at, s0.at));
        let m0 = mark(line, self.next);
        [
            f(39, pair(s1, s0), b0.w, 0),
            f(48, s1.w, pair(s0, b0), b1.w),
            f(85, d0 | d1 << 8, triple(s1, s0, b0), 0),
            f(88, m0 | k1 << 8 | k0 << 16, triple(s1, s0, b0), 0),
        ]
    }

    /// The three topmost words and the next.
    #[inline]
    fn three(&self) -> [u64; THREE] {
        let [s0, s1, s2] = self.stack.map(|at| self.see(at));
        let b0 = self.coming(0);
        [f(40, triple(s2, s1, s0), 0, 0), f(41, triple(s2, s1, s0), b0.t, 0), f(93, s2.w, s1.t, s0.t)]
    }

    /// The topmost verb further down.
    #[inline]
    fn verb(&self) -> [u64; VERB] {
        let (s0, s1, verb) = (self.see(self.stack[0]), self.see(self.stack[1]), self.see(self.verb));
        let (b0, m0) = (self.coming(0), mark(self.line, self.next));
        [f(98, verb.t | m0 << 8, pair(s1, s0), b0.t)]
    }

    /// The dependents of the top of the stack, before the next word.
    #[inline]
    fn under_top(&self) -> [u64; UNDER_TOP] {
        let f0 = &self.families[0];
        let (s0, b0) = (self.see(self.stack[0]), self.coming(0));
        let (s0l, s0r, s0r2) = (self.see(f0.left[0]), self.see(f0.right[0]), self.see(f0.right[1]));
        let (m0, ms) = (mark(self.line, self.next), mark(self.line, s0.at));
        [
            f(49, triple(s0, s0l, b0), 0, 0),
            f(50, triple(s0, s0r, b0), 0, 0),
            f(58, pair(s0, b0), s0r.w, 0),
            f(59, pair(s0, b0), s0l.w, 0),
            f(63, triple(s0, s0r, s0r2), b0.t, 0),
            f(69, f0.right_labels, s0.t, b0.t),
            f(70, f0.left_labels, f0.right_labels, pair(s0, b0)),
            f(76, f0.left_labels, s0.w, b0.t),
            f(78, f0.n_left | f0.n_right << 4, s0.w, b0.t),
            f(92, m0 | ms << 8, f0.left_labels, pair(s0, b0)),
        ]
    }

    /// The dependents of the top of the stack, after the word below it.
    #[inline]
    fn under_top_of_two(&self) -> [u64; UNDER_TOP_OF_TWO] {
        let f0 = &self.families[0];
        let (s0, s1, b0) = (self.see(self.stack[0]), self.see(self.stack[1]), self.coming(0));
        let (s0l, s0l2, s0r) = (self.see(f0.left[0]), self.see(f0.left[1]), self.see(f0.right[0]));
        [
            f(54, triple(s1, s0, s0l), 0, 0),
            f(55, triple(s1, s0, s0r), 0, 0),
            f(57, pair(s1, s0), s0r.w, 0),
            f(62, s1.w, s0.w, s0r.w),
            f(64, triple(s0, s0l, s0l2), s1.t, 0),
            f(80, f0.right_labels, f0.left_labels, triple(s1, s0, b0)),
        ]
    }

    /// The dependents of the second word of the stack.
    #[inline]
    fn under_second(&self) -> [u64; UNDER_SECOND] {
        let f1 = &self.families[1];
        let (s0, s1) = (self.see(self.stack[0]), self.see(self.stack[1]));
        let (s1l, s1r, s1r2) = (self.see(f1.left[0]), self.see(f1.right[0]), self.see(f1.right[1]));
        [
            f(52, triple(s1, s1r, s0), 0, 0),
            f(53, triple(s1, s1l, s0), 0, 0),
            f(56, pair(s1, s1r), s0.w, 0),
            f(65, triple(s1, s1r, s1r2), s0.t, 0),
            f(71, f1.right_labels, s1.t, s0.t),
            f(73, f1.left_labels, f1.right_labels, pair(s1, s0)),
        ]
    }

    /// The dependents of the next word.
    #[inline]
    fn under_next(&self) -> [u64; UNDER_NEXT] {
        let fb = &self.families[2];
        let (s0, b0) = (self.see(self.stack[0]), self.coming(0));
        let (b0l, b0l2) = (self.see(fb.left[0]), self.see(fb.left[1]));
        [
            f(51, triple(s0, b0, b0l), 0, 0),
            f(60, pair(s0, b0), b0l.w, 0),
            f(66, triple(b0, b0l, b0l2), s0.t, 0),
            f(74, fb.left_labels, s0.t, b0.t),
            f(75, fb.left_labels, b0.w, s0.t),
        ]
    }
}

/// Adds up what the groups say.
#[inline(always)]
fn add<const N: usize>(scores: [&[i32; 3]; N]) -> [i32; 3] {
    scores.iter().fold([0; 3], |sums, scores| [sums[0] + scores[0], sums[1] + scores[1], sums[2] + scores[2]])
}

#[inline(always)]
fn pair(a: View, b: View) -> u32 {
    a.t | b.t << 8
}

#[inline(always)]
fn triple(a: View, b: View, c: View) -> u32 {
    a.t | b.t << 8 | c.t << 16
}
