//! Training of the labels of arcs, on gold trees taken apart into their steps.

use super::store::Fan;
use super::{Bracketed, N_TAGS, order, step};
use crate::english::features::Arc;
use crate::english::parser::{State, Step};
use crate::english::tagger::choose;
use crate::english::tree::NONE;
use crate::english::weights::{self, Masks, Weights};

/// Returns the table of the labels seen for each pair of tags and direction.
pub(crate) fn pairs(lines: &[Bracketed]) -> Vec<u8> {
    let mut counts = vec![[0_u32; 64]; N_TAGS * N_TAGS * 2];
    for example in lines {
        for (n, &head) in example.heads.iter().enumerate().filter(|(_, head)| **head != NONE) {
            let tags = &example.line.tags;
            let at = Weights::pair(tags[usize::from(head)], tags[n], n < usize::from(head));
            counts[at][usize::from(example.labels[n])] += 1;
        }
    }
    let mut bytes = Vec::new();
    for counts in counts {
        let total = counts.iter().sum::<u32>();
        let set = counts
            .iter()
            .enumerate()
            .filter(|&(_, &n)| n > 0 && n * 2000 >= total)
            .fold(0_u64, |set, (label, _)| set | 1 << label);
        bytes.extend(set.to_le_bytes());
    }
    bytes
}

/// Trains on all lines and returns the packed table.
pub(crate) fn train(
    lines: &[Bracketed],
    pairs: &[u8],
    rounds: usize,
    n_buckets: usize,
    report: &mut dyn FnMut(&str),
) -> Vec<u8> {
    let masks = Masks::over(pairs);
    let mut store = Fan::new();
    let mut state = State::default();
    let mut clock = 0_i64;
    for round in 0..rounds {
        let (mut n_arcs, mut n_wrong) = (0_usize, 0_usize);
        for n in order(lines.len(), round) {
            let Bracketed { line, heads, labels } = &lines[n];
            clock += 1;
            state.start(line.len());
            for step in step::oracle(heads) {
                let top = state.stack.last().copied().unwrap_or(NONE);
                let head = match step {
                    Step::Shift => {
                        state.take_labeled(step, 0);
                        continue;
                    }
                    Step::Left => state.next,
                    Step::Right => state.stack[state.stack.len() - 2],
                };
                let gold = labels[usize::from(top)];
                let tags = &line.tags;
                let candidates =
                    masks.get(Weights::pair(tags[usize::from(head)], tags[usize::from(top)], step == Step::Left));
                n_arcs += 1;
                let mut best = candidates.trailing_zeros() as u8;
                if !candidates.is_power_of_two() {
                    let features = Arc::of(line, &state, head, top).features();
                    best = choose(candidates, &store.sum(&features, candidates));
                    if best != gold {
                        for feature in features {
                            store.update(feature, gold, 1, clock);
                            store.update(feature, best, -1, clock);
                        }
                    }
                }
                n_wrong += usize::from(best != gold);
                state.take_labeled(step, gold);
            }
        }
        report(&format!("labels: round {round}, {n_wrong} of {n_arcs} wrong, {} weights", store.len()));
    }
    weights::pack_fans(&store.averages(clock), n_buckets)
}
