//! Trains the weights file from treebanks in the CoNLL format.
//!
//! Invariant: the same sentences in the same order give the same bytes. Reads no file and no clock: the example
//! `train_parser` does. Life cycle: tags on halves (so that the parser learns from tags as wrong as it will meet), tags on
//! all, labels, transitions, then the tables are pruned, trained a last time and packed.

mod conll;
mod label;
mod score;
mod step;
mod store;
mod tag;
mod universal;

pub use conll::{Sentence, read};
pub use score::{Score, against_clear, against_universal};
pub use universal::correct;

use super::tag::{Label, Tag};
use super::tagger::Word;
use super::tree::{self, Line};
use super::weights;
use super::words::plain;

/// How long to train and how much to keep.
#[derive(Clone, Debug)]
pub struct Plan {
    /// Rounds over the sentences for tags.
    pub tag_rounds: usize,
    /// Rounds for labels.
    pub label_rounds: usize,
    /// Rounds for transitions with every feature.
    pub step_rounds: usize,
    /// Rounds for transitions with the features that are kept.
    pub last_rounds: usize,
    /// Width of the beam while training.
    pub beam: usize,
    /// Buckets of the tables of tags, labels and transitions.
    pub buckets: [usize; 3],
}

impl Default for Plan {
    fn default() -> Self {
        Self {
            tag_rounds: 4,
            label_rounds: 2,
            step_rounds: 3,
            last_rounds: 2,
            beam: 6,
            buckets: [1 << 15, 1 << 15, 7 << 16],
        }
    }
}

/// A sentence as the trainer uses it.
pub(crate) struct Example {
    words: Vec<Word>,
    forms: Vec<String>,
    headline: bool,
    gold_tags: Vec<u8>,
    heads: Vec<Option<usize>>,
    labels: Vec<u8>,
}

/// A line with its projective tree.
pub(crate) struct Bracketed {
    pub(crate) line: Line,
    pub(crate) heads: Vec<u16>,
    pub(crate) labels: Vec<u8>,
}

/// Returns the weights file trained from the sentences; `report` is told of the progress.
pub fn train(sentences: &[Sentence], plan: &Plan, report: &mut dyn FnMut(&str)) -> Vec<u8> {
    let mut examples = sentences.iter().map(Example::new).collect::<Vec<_>>();
    let lexicon = tag::lexicon(&examples);
    for example in &mut examples {
        example.headline = super::tagger::prepare(&mut example.words, &weights::Lexicon::over(&lexicon));
    }
    let open = weights::Lexicon::over(&lexicon).open();
    report(&format!("{} sentences, {} bytes of lexicon", examples.len(), lexicon.len()));

    let mut tags = vec![Vec::new(); examples.len()];
    for half in 0..2 {
        let of = |n: &usize| n % 2 == half;
        let fans = tag::train(&examples, |n| of(&n), open, plan.tag_rounds.min(3), plan.buckets[0], report);
        for n in (0..examples.len()).filter(|n| !of(n)) {
            tags[n] = tag::run(&examples[n], open, &fans);
        }
    }
    report(&tag::compare(&examples, &tags));
    let tag_fans = tag::train(&examples, |_| true, open, plan.tag_rounds, plan.buckets[0], report);

    let lines = examples.iter().zip(&tags).filter_map(|(example, tags)| example.bracket(tags)).collect::<Vec<_>>();
    drop(examples);
    report(&format!("{} trees", lines.len()));
    let pairs = label::pairs(&lines);
    let label_fans = label::train(&lines, &pairs, plan.label_rounds, plan.buckets[1], report);
    let rows = step::train(&lines, &pairs, &label_fans, plan, report);
    weights::assemble([&lexicon, &tag_fans, &label_fans, &pairs, &rows])
}

impl Example {
    fn new(sentence: &Sentence) -> Self {
        let words = sentence.forms.iter().map(|form| Word::new(form, &plain(form))).collect();
        Self {
            words,
            forms: sentence.forms.clone(),
            headline: false,
            gold_tags: sentence.tags.iter().map(|tag| tag.index()).collect(),
            heads: sentence.heads.clone(),
            labels: sentence.labels.iter().map(|label| label.index()).collect(),
        }
    }

    /// Takes the punctuation out; nothing where no word is left or the tree has a cycle.
    fn bracket(&self, tags: &[u8]) -> Option<Bracketed> {
        let kinds =
            self.forms.iter().zip(&self.gold_tags).map(|(form, &tag)| tree::kind(form, tag)).collect::<Vec<_>>();
        let mut line = Line::default();
        line.fill(self.words.iter().map(|word| word.lower), tags, &kinds);
        if line.len() < 2 {
            return None;
        }
        let mut index = vec![tree::NONE; self.forms.len()];
        for (n, &place) in line.places.iter().enumerate() {
            index[usize::from(place)] = n as u16;
        }
        let mut heads = Vec::new();
        let mut labels = Vec::new();
        for &place in &line.places {
            let mut head = self.heads[usize::from(place)];
            let mut n_steps = 0;
            while let Some(at) = head.filter(|&at| index[at] == tree::NONE) {
                head = self.heads[at];
                n_steps += 1;
                if n_steps > self.forms.len() {
                    return None;
                }
            }
            heads.push(head.map_or(tree::NONE, |at| index[at]));
            labels.push(self.labels[usize::from(place)]);
        }
        // Several words under a punctuation mark that was the root: the first leads.
        let root = heads.iter().position(|&head| head == tree::NONE)?;
        for n in root + 1..heads.len() {
            if heads[n] == tree::NONE {
                heads[n] = root as u16;
                if labels[n] == Label::Root.index() {
                    labels[n] = Label::Dep.index();
                }
            }
        }
        labels[root] = Label::Root.index();
        step::projectivize(&mut heads)?;
        Some(Bracketed { line, heads, labels })
    }
}

/// Shuffles the numbers below `n`, always in the same way for the same round.
pub(crate) fn order(n: usize, round: usize) -> Vec<usize> {
    let mut numbers = (0..n).collect::<Vec<_>>();
    let mut state = 0x9e37_79b9_7f4a_7c15_u64 ^ (round as u64 + 1).wrapping_mul(0xd1b5_4a32_d192_ed03);
    for last in (1..n).rev() {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        numbers.swap(last, (state % (last as u64 + 1)) as usize);
    }
    numbers
}

/// The number of tags, for tables of pairs.
pub(crate) const N_TAGS: usize = Tag::ALL.len();
