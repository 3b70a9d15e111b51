//! Training of the tagger: lexicon and averaged perceptron.

use std::collections::BTreeMap;

use super::store::Fan;
use super::{Example, order};
use crate::english::tag::Tag;
use crate::english::tagger;
use crate::english::weights::{self, Fans};

/// A word this frequent takes no tag but those it was seen with.
const FREQUENT: usize = 12;
/// A tag of a frequent word counts from this share on.
const SHARE: usize = 400;

/// Returns the section of the lexicon.
pub(crate) fn lexicon(examples: &[Example]) -> Vec<u8> {
    let mut seen = BTreeMap::<u32, BTreeMap<u8, usize>>::new();
    for example in examples {
        for (word, &tag) in example.words.iter().zip(&example.gold_tags) {
            *seen.entry(word.lower).or_default().entry(tag).or_default() += 1;
        }
    }
    let mut open = [0_usize; Tag::ALL.len()];
    let mut entries = Vec::new();
    for (word, tags) in &seen {
        let n = tags.values().sum::<usize>();
        if n < FREQUENT {
            for (&tag, &count) in tags {
                open[usize::from(tag)] += count;
            }
            continue;
        }
        let set = tags
            .iter()
            .filter(|&(_, &count)| count * SHARE >= n && (count > 1 || n < 100))
            .fold(0_u64, |set, (&tag, _)| set | 1 << tag);
        entries.extend(word.to_le_bytes());
        entries.extend(set.to_le_bytes());
    }
    let n_open = open.iter().sum::<usize>();
    let open = open.iter().enumerate().filter(|&(_, &n)| n * 3000 > n_open).fold(0_u64, |set, (tag, _)| set | 1 << tag);
    [&open.to_le_bytes()[..], &entries].concat()
}

/// Trains on the chosen examples and returns the packed table.
pub(crate) fn train(
    examples: &[Example],
    chosen: impl Fn(usize) -> bool,
    open: u64,
    rounds: usize,
    n_buckets: usize,
    report: &mut dyn FnMut(&str),
) -> Vec<u8> {
    let mut store = Fan::new();
    let mut clock = 0_i64;
    for round in 0..rounds {
        let (mut n_words, mut n_wrong) = (0_usize, 0_usize);
        for n in order(examples.len(), round).into_iter().filter(|&n| chosen(n)) {
            let example = &examples[n];
            clock += 1;
            let (mut one_back, mut two_back) = (63, 63);
            for (at, &gold) in example.gold_tags.iter().enumerate() {
                let candidates = tagger::candidates(&example.words[at], open);
                n_words += 1;
                let best;
                if candidates.is_power_of_two() {
                    best = candidates.trailing_zeros() as u8;
                    n_wrong += usize::from(best != gold);
                } else {
                    let features = tagger::features(&example.words, at, one_back, two_back, example.headline);
                    best = tagger::choose(candidates, &store.sum(&features, candidates));
                    n_wrong += usize::from(best != gold);
                    if best != gold && candidates >> gold & 1 == 1 {
                        for feature in features {
                            store.update(feature, gold, 1, clock);
                            store.update(feature, best, -1, clock);
                        }
                    }
                }
                (two_back, one_back) = (one_back, u32::from(best));
            }
        }
        report(&format!("tags: round {round}, {n_wrong} of {n_words} wrong, {} weights", store.len()));
    }
    weights::pack_fans(&store.averages(clock), n_buckets)
}

/// Tags one example with a packed table.
pub(crate) fn run(example: &Example, open: u64, fans: &[u8]) -> Vec<u8> {
    let fans = Fans::over(fans);
    tagger::tag(&example.words, example.headline, open, |features| fans.sum(features))
}

/// Says how many tags agree.
pub(crate) fn compare(examples: &[Example], tags: &[Vec<u8>]) -> String {
    let pairs = || examples.iter().zip(tags).flat_map(|(example, tags)| example.gold_tags.iter().zip(tags));
    let n_right = pairs().filter(|(gold, tag)| gold == tag).count();
    format!("tags on the other half: {:.2} percent right", 100.0 * n_right as f64 / pairs().count().max(1) as f64)
}
