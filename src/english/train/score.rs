//! How well weights do on a treebank: tags, heads, labels, and the pairs of subject and object of one active verb.
//!
//! Three differences between Universal Dependencies and our scheme are no errors. That scheme heads names by their first word
//! and ours by their last, so a word counts as right where it stands in the same name as the right one. Who is told that
//! something is so is an indirect object there and an object here. "Made him angry" has an object there and a clause with a
//! subject here.

use std::fmt;

use super::Sentence;
use crate::english::analysis::Desk;
use crate::english::parser::Search;
use crate::english::retag::Corrections;
use crate::english::tag::{Label, Tag};
use crate::english::tree::NONE;
use crate::english::weights::Weights;
use crate::english::words::plain;

/// Counts over a treebank.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq)]
pub struct Score {
    /// Tokens.
    pub n_tokens: usize,
    /// Tokens with the right tag.
    pub tags: usize,
    /// Words that are no punctuation.
    pub n_words: usize,
    /// Of those, words with the right head; only against our own scheme.
    pub heads: usize,
    /// Of those, words with the right label as well; only against our own scheme.
    pub labels: usize,
    /// Pairs of subject and object in the treebank.
    pub pairs_gold: usize,
    /// Pairs found.
    pub pairs_found: usize,
    /// Found pairs that are in the treebank.
    pub found_right: usize,
    /// Pairs of the treebank that were found.
    pub gold_right: usize,
}

impl Score {
    /// Returns which share of the pairs found is right.
    #[must_use]
    pub fn precision(&self) -> f64 {
        self.found_right as f64 / self.pairs_found.max(1) as f64
    }

    /// Returns which share of the pairs of the treebank is found.
    #[must_use]
    pub fn recall(&self) -> f64 {
        self.gold_right as f64 / self.pairs_gold.max(1) as f64
    }

    /// Adds the counts of another treebank.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self {
            n_tokens: self.n_tokens + other.n_tokens,
            tags: self.tags + other.tags,
            n_words: self.n_words + other.n_words,
            heads: self.heads + other.heads,
            labels: self.labels + other.labels,
            pairs_gold: self.pairs_gold + other.pairs_gold,
            pairs_found: self.pairs_found + other.pairs_found,
            found_right: self.found_right + other.found_right,
            gold_right: self.gold_right + other.gold_right,
        }
    }
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let percent = |part: usize, whole: usize| 100.0 * part as f64 / whole.max(1) as f64;
        write!(f, "tags {:.2}", percent(self.tags, self.n_tokens))?;
        if self.heads > 0 {
            let (heads, labels) = (percent(self.heads, self.n_words), percent(self.labels, self.n_words));
            write!(f, ", heads {heads:.2}, labels {labels:.2}")?;
        }
        let (precision, recall) = (100.0 * self.precision(), 100.0 * self.recall());
        write!(f, ", pairs {precision:.1} / {recall:.1} of {}", self.pairs_gold)
    }
}

/// Scores weights against trees of our own scheme; nothing where the bytes are no weights.
#[must_use]
pub fn against_clear(weights: &[u8], sentences: &[Sentence], search: Search) -> Option<Score> {
    score(weights, sentences, search, |sentence, ours, score| {
        for at in (0..sentence.forms.len()).filter(|&at| sentence.labels[at] != Label::Punct) {
            score.n_words += 1;
            let head = sentence.heads[at] == ours.heads[at];
            score.heads += usize::from(head);
            score.labels += usize::from(head && sentence.labels[at] == ours.labels[at]);
        }
        let gold = pairs(&sentence.heads, &sentence.labels, Label::Nsubj, Label::Dobj);
        let raised = Pairs::new();
        Gold { pairs: gold, also: raised.clone(), raised, same: |_: &Sentence, gold, found| gold == found }
    })
}

/// Scores weights against trees of Universal Dependencies; nothing where the bytes are no weights.
#[must_use]
pub fn against_universal(weights: &[u8], sentences: &[Sentence], search: Search) -> Option<Score> {
    score(weights, sentences, search, |sentence, ours, _| {
        let names = sentence.names.iter().map(String::as_str).collect::<Vec<_>>();
        Gold {
            pairs: pairs(&sentence.heads, &names, "nsubj", "obj"),
            also: pairs(&sentence.heads, &names, "nsubj", "iobj"),
            raised: raised(ours),
            same: same_name,
        }
    })
}

struct Ours {
    heads: Vec<Option<usize>>,
    labels: Vec<Label>,
}

type Pairs = Vec<(usize, usize)>;

/// What a treebank says of a sentence.
struct Gold<Same> {
    /// Subjects and objects.
    pairs: Pairs,
    /// Pairs that may be found but need not be.
    also: Pairs,
    /// Pairs that our tree says in other words.
    raised: Pairs,
    /// Whether two words are the same for this treebank.
    same: Same,
}

fn score<Same: Fn(&Sentence, usize, usize) -> bool>(
    weights: &[u8],
    sentences: &[Sentence],
    search: Search,
    gold: impl Fn(&Sentence, &Ours, &mut Score) -> Gold<Same>,
) -> Option<Score> {
    let weights = Weights::open(weights)?;
    let (corrections, mut desk) = (Corrections::new(), Desk::default());
    let mut score = Score::default();
    for sentence in sentences {
        let written = sentence.forms.iter().map(String::as_str).collect::<Vec<_>>();
        let lowers = written.iter().map(|word| plain(word)).collect::<Vec<_>>();
        let (tags, tree) = weights.analyze(&written, &lowers, &[], &corrections, search, &mut desk);
        score.n_tokens += tags.len();
        score.tags += tags.iter().zip(&sentence.tags).filter(|(ours, gold)| Tag::at(**ours) == Some(**gold)).count();
        let ours = Ours {
            heads: tree.heads.iter().map(|&head| Some(usize::from(head)).filter(|_| head != NONE)).collect(),
            labels: tree.labels.iter().map(|&label| Label::at(label).unwrap_or(Label::Dep)).collect(),
        };
        let gold = gold(sentence, &ours, &mut score);
        let found = pairs(&ours.heads, &ours.labels, Label::Nsubj, Label::Dobj);
        let matches =
            |a: &(usize, usize), b: &(usize, usize)| (gold.same)(sentence, a.0, b.0) && (gold.same)(sentence, a.1, b.1);
        let is_right = |found: &(usize, usize)| gold.pairs.iter().chain(&gold.also).any(|gold| matches(gold, found));
        let is_found = |wanted: &(usize, usize)| found.iter().chain(&gold.raised).any(|found| matches(wanted, found));
        score.pairs_gold += gold.pairs.len();
        score.pairs_found += found.len();
        score.found_right += found.iter().filter(|found| is_right(found)).count();
        score.gold_right += gold.pairs.iter().filter(|gold| is_found(gold)).count();
    }
    Some(score)
}

/// Returns subject and object of every verb that has both.
fn pairs<L: PartialEq>(heads: &[Option<usize>], labels: &[L], subject: L, object: L) -> Pairs {
    let having =
        |label: &L| heads.iter().zip(labels).enumerate().filter(move |(_, (_, at))| *at == label).collect::<Vec<_>>();
    let (subjects, objects) = (having(&subject), having(&object));
    let mut pairs = Vec::new();
    for (from, (head, _)) in subjects.iter().filter(|(_, (head, _))| head.is_some()) {
        pairs.extend(objects.iter().filter(|(_, (other, _))| other == head).map(|(to, _)| (*from, *to)));
    }
    pairs
}

/// Returns subjects with the subject of a clause under the same verb.
fn raised(ours: &Ours) -> Pairs {
    let mut raised = Pairs::new();
    for (from, head) in ours.heads.iter().enumerate().filter(|(at, _)| ours.labels[*at] == Label::Nsubj) {
        let clauses = (0..ours.heads.len()).filter(|&at| ours.heads[at] == *head && ours.labels[at] == Label::Ccomp);
        for clause in clauses {
            let subjects =
                (0..ours.heads.len()).filter(|&at| ours.heads[at] == Some(clause) && ours.labels[at] == Label::Nsubj);
            raised.extend(subjects.map(|to| (from, to)));
        }
    }
    raised
}

/// Relations inside a name or a number.
const WITHIN_NAME: [&str; 8] = ["flat", "compound", "fixed", "goeswith", "nmod:desc", "flat:name", "nummod", "appos"];

/// Tells whether `found` stands in the name that `gold` heads.
fn same_name(sentence: &Sentence, gold: usize, found: usize) -> bool {
    let mut at = found;
    for _ in 0..8 {
        if at == gold {
            return true;
        }
        match sentence.heads.get(at).copied().flatten() {
            Some(head) if WITHIN_NAME.contains(&sentence.names[at].as_str()) => at = head,
            _ => return false,
        }
    }
    false
}
