//! Training of the transitions: a beam, and at the worst moment of each sentence an update toward the gold tree.

use super::store::{Store, scale, to_byte};
use super::{Bracketed, Plan, order};
use crate::english::features::{Labels, Outlook};
use crate::english::parser::{Beam, Model, Search, State, Step, n_steps};
use crate::english::tree::{Line, NONE};
use crate::english::weights::{self, Fans, Masks, Weights};

/// Returns the steps that draw a projective tree, arcs as early as possible.
pub(crate) fn oracle(heads: &[u16]) -> Vec<Step> {
    let n = heads.len();
    let mut open = vec![0_u16; n];
    for &head in heads.iter().filter(|head| **head != NONE) {
        open[usize::from(head)] += 1;
    }
    let mut stack = Vec::<u16>::new();
    let mut next = 0_u16;
    let mut steps = Vec::with_capacity(2 * n);
    while steps.len() < n_steps(n) {
        if let Some(&top) = stack.last()
            && open[usize::from(top)] == 0
        {
            let head = heads[usize::from(top)];
            let below = stack.len().checked_sub(2).map_or(NONE, |at| stack[at]);
            if head != NONE && (usize::from(next) < n && head == next || head == below) {
                steps.push(if head == next { Step::Left } else { Step::Right });
                open[usize::from(head)] -= 1;
                stack.pop();
                continue;
            }
        }
        if usize::from(next) >= n {
            break;
        }
        stack.push(next);
        next += 1;
        steps.push(Step::Shift);
    }
    steps
}

/// Lifts arcs that cross others until none do; nothing where the heads are no tree.
pub(crate) fn projectivize(heads: &mut [u16]) -> Option<()> {
    for start in 0..heads.len() {
        let mut at = heads[start];
        let mut n_steps = 0;
        while at != NONE {
            at = heads[usize::from(at)];
            n_steps += 1;
            if n_steps > heads.len() {
                return None;
            }
        }
    }
    let under = |heads: &[u16], mut word: u16, head: u16| {
        while word != NONE && word != head {
            word = heads[usize::from(word)];
        }
        word == head
    };
    for _ in 0..heads.len() * 4 {
        // The shortest crossing arc is lifted first.
        let mut worst = None;
        for (n, &head) in heads.iter().enumerate().filter(|(_, head)| **head != NONE) {
            let (low, high) = (n.min(usize::from(head)), n.max(usize::from(head)));
            let crosses = (low + 1..high).any(|between| !under(heads, between as u16, head));
            if crosses && worst.is_none_or(|(length, _)| high - low < length) {
                worst = Some((high - low, n));
            }
        }
        let Some((_, n)) = worst else { return Some(()) };
        let above = heads[usize::from(heads[n])];
        if above == NONE {
            return None;
        }
        heads[n] = above;
    }
    None
}

/// The model in training: exact transitions, packed labels.
struct Trainee<'a> {
    store: Store<3>,
    labels: Fans<'a>,
    pairs: Masks<'a>,
}

impl Model for Trainee<'_> {
    fn score<const N: usize>(&self, features: &[u64; N]) -> [i32; 3] {
        let mut sums = [0; 3];
        for &feature in features {
            if let Some(row) = self.store.get(feature) {
                for (sum, weight) in sums.iter_mut().zip(row) {
                    *sum += weight;
                }
            }
        }
        sums
    }

    fn weigh<const N: usize>(&self, features: &[u64; N], sums: &mut [i32; 64]) {
        self.labels.add(features, sums);
    }

    fn candidates(&self, head: u8, dependent: u8, left: bool) -> u64 {
        self.pairs.get(Weights::pair(head, dependent, left))
    }
}

impl Trainee<'_> {
    /// Replays steps and adds to the weights of those from `from` on.
    fn reward(&mut self, line: &Line, steps: &[Step], from: usize, by: i32, clock: i64, replay: &mut Replay) {
        let Replay { state, labels } = replay;
        state.start(line.len());
        labels.clear();
        for (n, &step) in steps.iter().enumerate() {
            if n >= from {
                for feature in Outlook::of(line, state).features() {
                    self.store.update(feature, step as usize, by, clock);
                }
            }
            state.take(step, line, &*self, labels);
        }
    }
}

/// A state to take known steps in.
#[derive(Default)]
struct Replay {
    state: State,
    labels: Labels,
}

/// Trains on all lines and returns the packed table.
pub(crate) fn train(
    lines: &[Bracketed],
    pairs: &[u8],
    labels: &[u8],
    plan: &Plan,
    report: &mut dyn FnMut(&str),
) -> Vec<u8> {
    let n_buckets = plan.buckets[2];
    let mut model = Trainee { store: Store::new(), labels: Fans::over(labels), pairs: Masks::over(pairs) };
    let mut clock = 0_i64;
    let n_kept = n_buckets * 4 * 9 / 10;
    for round in 0..plan.step_rounds + plan.last_rounds {
        if round == plan.step_rounds {
            let rows = model.store.averages(clock);
            report(&format!("steps: {} features of {}", n_kept.min(rows.len()), model.store.len()));
            model.store.keep(&rows, n_kept);
            clock = 0;
        }
        let n_wrong = run(&mut model, lines, round, plan.beam, &mut clock);
        report(&format!("steps: round {round}, {n_wrong} sentences wrong, {} features", model.store.len()));
    }
    let mut rows = model.store.averages(clock);
    rows.truncate(n_kept);
    let scale = scale(rows.iter().flat_map(|(_, row)| *row));
    let bytes = rows.iter().map(|(key, row)| (*key, row.map(|weight| to_byte(weight, scale)))).collect::<Vec<_>>();
    weights::pack_rows(&bytes, n_buckets)
}

/// One round over all lines; returns in how many of them an update was made.
fn run(model: &mut Trainee<'_>, lines: &[Bracketed], round: usize, width: usize, clock: &mut i64) -> usize {
    let mut beam = Beam::default();
    let (mut gold, mut replay) = (State::default(), Replay::default());
    let mut n_wrong = 0;
    for n in order(lines.len(), round) {
        let Bracketed { line, heads, .. } = &lines[n];
        *clock += 1;
        let steps = oracle(heads);
        gold.start(line.len());
        beam.start(line.len());
        let mut worst = (-1_i64, 0_usize, Vec::new());
        let mut lost = false;
        for (at, &step) in steps.iter().enumerate() {
            gold.score += i64::from(Outlook::of(line, &gold).score(&*model, &mut beam.scores)[step as usize]);
            gold.take(step, line, &*model, &mut beam.labels);
            beam.advance(line, &*model, Search { width, margin: i64::MAX });
            let Some(best) = beam.states.first() else { break };
            lost = lost || beam.states.iter().all(|state| state.steps != gold.steps);
            let last = at + 1 == steps.len();
            let violation = best.score - gold.score;
            if (lost || last && best.steps != gold.steps) && violation >= worst.0 {
                worst = (violation, at + 1, best.steps.clone());
            }
        }
        let (_, length, wrong) = worst;
        if length == 0 {
            continue;
        }
        n_wrong += 1;
        let same = wrong.iter().zip(&steps).take_while(|(a, b)| a == b).count();
        model.reward(line, &steps[..length], same, 1, *clock, &mut replay);
        model.reward(line, &wrong, same, -1, *clock, &mut replay);
    }
    n_wrong
}
