//! From the tokens of one sentence to tags and a tree.
//!
//! Invariant: as many tags, heads and labels as tokens; exactly one root. Knows neither text nor spans.

use super::hash;
use super::parser::{self, Beam, Model, Search};
use super::retag::Corrections;
use super::tag::{Label, Tag};
use super::tagger::{self, Word};
use super::tree::{self, Line, Tree};
use super::weights::Weights;
use super::words::straight;

/// The word that a comma between the names of a headline stands for.
const AND: &str = "and";

/// What is used again from sentence to sentence.
#[derive(Debug, Default)]
pub(crate) struct Desk {
    words: Vec<Word>,
    line: Line,
    beam: Beam,
}

impl Weights<'_> {
    /// Returns the tags of the words of a sentence; `given` are tags that the text itself tells.
    ///
    /// The commas that stand for "and" are tagged as it is.
    pub(crate) fn tag(
        &self,
        written: &[&str],
        lowers: &[String],
        given: &[(usize, Tag)],
        corrections: &Corrections,
        desk: &mut Desk,
    ) -> Vec<u8> {
        desk.words.clear();
        desk.words.extend(written.iter().zip(lowers).map(|(word, lower)| {
            // The treebanks know short forms better with the straight apostrophe.
            let bare = |word| corrections.prefixed(word).map_or(word, |(_, rest)| rest);
            Word::new(bare(&straight(word)), bare(lower))
        }));
        let fixed = lowers.iter().enumerate().filter_map(|(at, lower)| Some((at, corrections.fixed(lower)?)));
        let given = fixed.chain(given.iter().copied()).collect::<Vec<_>>();
        let mut tags = tagger::run(&mut desk.words, &given, &self.lexicon, &self.tags);
        for comma in corrections.apply(lowers, &mut tags, &self.lexicon) {
            if let (Some(tag), Some(word)) = (tags.get_mut(comma), desk.words.get_mut(comma)) {
                *tag = Tag::Cc.index();
                word.lower = hash::word(AND);
            }
        }
        tags
    }

    /// Returns the tags and the tree of a sentence; `given` are tags that the text itself tells.
    pub(crate) fn analyze(
        &self,
        written: &[&str],
        lowers: &[String],
        given: &[(usize, Tag)],
        corrections: &Corrections,
        search: Search,
        desk: &mut Desk,
    ) -> (Vec<u8>, Tree) {
        let tags = self.tag(written, lowers, given, corrections, desk);
        let kinds = written.iter().zip(&tags).map(|(word, &tag)| tree::kind(word, tag)).collect::<Vec<_>>();
        desk.line.fill(desk.words.iter().map(|word| word.lower), &tags, &kinds);
        let tree = parser::parse(&desk.line, self, &mut desk.beam, search, Label::Root.index());
        let tree = tree.with_punctuation(&desk.line, written.len()).with_subjects(&tags);
        (tags, tree)
    }
}

impl Model for Weights<'_> {
    fn score<const N: usize>(&self, features: &[u64; N]) -> [i32; 3] {
        self.steps.sum(features)
    }

    fn weigh<const N: usize>(&self, features: &[u64; N], sums: &mut [i32; 64]) {
        self.labels.add(features, sums);
    }

    fn candidates(&self, head: u8, dependent: u8, left: bool) -> u64 {
        self.pairs.get(Self::pair(head, dependent, left))
    }
}
