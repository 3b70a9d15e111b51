//! The features of the parser: what of a state decides the next step, and what of an arc decides its label.
//!
//! What the features look at has a key of its own, so that features need not be made where the answer is remembered.
//! Invariant: the numbers of the templates are part of the weights file.

mod arc;
mod state;

pub(crate) use arc::{Arc, Labels};
pub(crate) use state::{Outlook, Scores};

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

#[cfg(test)]
mod tests {
    use super::{Arc, Labels, Outlook, Scores};
    use crate::english::hash;
    use crate::english::parser::{Model, State, Step, n_steps};
    use crate::english::reader::WEIGHTS;
    use crate::english::tag::Tag;
    use crate::english::tagger::choose;
    use crate::english::tree::{Line, NONE};
    use crate::english::weights::Weights;

    /// Words with tags and, as 1, commas.
    const LINES: [&[(&str, Tag, u8)]; 2] = [
        &[
            ("peru", Tag::Nnp, 0),
            (",", Tag::Comma, 1),
            ("which", Tag::Wdt, 0),
            ("recalled", Tag::Vbd, 0),
            ("its", Tag::PrpPoss, 0),
            ("envoy", Tag::Nn, 0),
            (",", Tag::Comma, 1),
            ("held", Tag::Vbd, 0),
            ("talks", Tag::Nns, 0),
            ("with", Tag::In, 0),
            ("chile", Tag::Nnp, 0),
        ],
        &[("chile", Tag::Nnp, 0), ("signed", Tag::Vbd, 0), ("the", Tag::Dt, 0), ("treaty", Tag::Nn, 0)],
    ];

    #[test]
    fn what_is_remembered_is_what_the_model_says() {
        let weights = Weights::open(WEIGHTS).expect("the weights are in order");
        let (mut scores, mut labels) = (Scores::default(), Labels::default());
        let (mut line, mut state) = (Line::default(), State::default());
        let (mut n_scores, mut n_labels, mut random) = (0, 0, 1_u64);
        for words in LINES {
            scores.clear();
            labels.clear();
            let tags: Vec<u8> = words.iter().map(|(_, tag, _)| tag.index()).collect();
            let kinds: Vec<u8> = words.iter().map(|(.., kind)| *kind).collect();
            line.fill(words.iter().map(|(word, ..)| hash::word(word)), &tags, &kinds);
            for _ in 0..60 {
                state.start(line.len());
                for _ in 0..n_steps(line.len()) {
                    let outlook = Outlook::of(&line, &state);
                    let mut sums = [0; 3];
                    for feature in outlook.features() {
                        let row = weights.score(&[feature]);
                        sums = [sums[0] + row[0], sums[1] + row[1], sums[2] + row[2]];
                    }
                    assert_eq!(outlook.score(&weights, &mut scores), sums);
                    n_scores += usize::from(sums != [0; 3]);
                    random = random.wrapping_mul(0x5851_f42d_4c95_7f2d).wrapping_add(0x1405_7b7e_f767_814f);
                    let steps: Vec<Step> = Step::ALL.into_iter().filter(|step| state.allows(*step)).collect();
                    let step = steps[(random >> 33) as usize % steps.len()];
                    if let Some((head, dependent)) = arc(&state, step) {
                        let (tag, under) = (line.tags[usize::from(head)], line.tags[usize::from(dependent)]);
                        let candidates = weights.candidates(tag, under, step == Step::Left);
                        let arc = Arc::of(&line, &state, head, dependent);
                        let mut sums = [0; 64];
                        arc.features().iter().for_each(|feature| weights.weigh(&[*feature], &mut sums));
                        assert_eq!(arc.label(&weights, &mut labels, candidates), choose(candidates, &sums));
                        n_labels += usize::from(candidates.count_ones() > 1);
                    }
                    state.take(step, &line, &weights, &mut labels);
                }
            }
        }
        assert!(n_scores > 1000 && n_labels > 100, "{n_scores} scores, {n_labels} labels");
    }

    /// Returns head and dependent of the arc that a step draws.
    fn arc(state: &State, step: Step) -> Option<(u16, u16)> {
        let top = state.stack.last().copied().unwrap_or(NONE);
        match step {
            Step::Shift => None,
            Step::Left => Some((state.next, top)),
            Step::Right => Some((state.stack[state.stack.len() - 2], top)),
        }
    }
}
