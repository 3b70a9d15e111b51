//! From the tokens of one sentence to tags and a tree.
//!
//! Invariant: as many tags, heads and labels as tokens; exactly one root. Knows neither text nor spans.

use super::aside::{self, Kind};
use super::hash;
use super::parser::{self, Beam, Model, Search};
use super::retag::Corrections;
use super::tag::{Label, Tag};
use super::tagger::{self, Word};
use super::tree::{self, Line, Tree};
use super::weights::Weights;
use super::words::straight;
use std::ops::Range;

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
        let mut tags = self.tag(written, lowers, given, corrections, desk);
        let mut kinds = written.iter().zip(&tags).map(|(word, &tag)| tree::kind(word, tag)).collect::<Vec<_>>();
        let asides = aside::find(lowers, &tags, corrections);
        let mut read = Vec::with_capacity(asides.len());
        for aside in &asides {
            aside::right(&mut tags, aside, lowers, corrections);
            read.push(match aside.kind {
                Kind::Date | Kind::Predicate | Kind::Name => None,
                _ => Some(self.tree(&tags, &kinds, aside.inside(), search, desk)),
            });
        }
        for (at, aside) in asides.iter().flat_map(|aside| aside.range.clone().map(move |at| (at, aside))) {
            kinds[at] = tree::ASIDE;
            // "Had on Sunday recalled".
            if at + 1 == aside.range.end && matches!(aside.kind, Kind::Date | Kind::Phrase) {
                aside::complete(&mut tags, &aside.range, lowers, corrections);
            }
            // "Both of which had stayed apart, applied": a participle there is the verb of the sentence.
            if at + 1 == aside.range.end && matches!(aside.kind, Kind::OfNoun | Kind::Saying | Kind::Apposed) {
                aside::make_finite(&mut tags, at + 1);
            }
        }
        let mut tree = self.tree(&tags, &kinds, 0..tags.len(), search, desk);
        for (aside, read) in asides.iter().zip(read) {
            aside::hang(&mut tree, aside, read, &tags);
        }
        (tags, tree)
    }
}

impl Weights<'_> {
    /// Returns the tree of some of the words of a sentence.
    fn tree(&self, tags: &[u8], kinds: &[u8], range: Range<usize>, search: Search, desk: &mut Desk) -> Tree {
        let (tags, kinds) = (&tags[range.clone()], &kinds[range.clone()]);
        desk.line.fill(desk.words[range].iter().map(|word| word.lower), tags, kinds);
        let tree = parser::parse(&desk.line, self, &mut desk.beam, search, Label::Root.index());
        tree.with_punctuation(&desk.line, tags.len()).with_subjects(tags)
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
