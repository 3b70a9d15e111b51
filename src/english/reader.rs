//! The whole way from a text to its document.
//!
//! Invariant: the same text gives the same document; any text gives one, in time linear in its length.

use super::lemma::Lemmas;
use super::parser::{self, Beam, Model};
use super::tag::{Label, Tag};
use super::tagger::{self, Word};
use super::token::{self, Piece};
use super::tree::{self, Line, NONE};
use super::weights::Weights;
use super::words::{Lists, plain};
use super::{Dateline, Document, Sentence, Token, dateline, layout, quote, sentence};
use crate::model::span::Span;

/// The weights that come with the crate.
static WEIGHTS: &[u8] = include_bytes!("../../schema/english/weights.bin");

/// How many analyses the parser follows at once.
const BEAM: usize = 8;

/// How many paragraphs are searched for a dateline.
const HEAD: usize = 6;

/// The reader of English: word lists and weights.
#[derive(Clone, Debug)]
pub struct English {
    lists: Lists,
    lemmas: Lemmas,
    weights: Weights<'static>,
}

impl English {
    /// Makes a reader with the word lists and weights that come with the crate; takes well under a millisecond.
    #[must_use]
    pub fn bundled() -> Self {
        Self { lists: Lists::new(), lemmas: Lemmas::new(), weights: Weights::open(WEIGHTS).unwrap_or_default() }
    }

    /// Reads a text.
    #[must_use]
    pub fn read(&self, text: &str) -> Document {
        // Spans count in 32 bits: what lies beyond them is not read.
        let mut limit = text.len().min(u32::MAX as usize - 1);
        while !text.is_char_boundary(limit) {
            limit -= 1;
        }
        let text = &text[..limit];
        let mut pieces = Vec::new();
        let mut paragraphs = Vec::new();
        let mut found: Option<Dateline> = None;
        for (n, (start, end)) in layout::paragraphs(text).into_iter().enumerate() {
            let mut from = start;
            if found.is_none() && n < HEAD {
                found = dateline::find(text, start, end, &self.lists);
                from = found.as_ref().map_or(start, |dateline| dateline.span.end() as usize);
            }
            let first = pieces.len();
            token::split(text, from, end, &self.lists, &mut pieces);
            if first < pieces.len() {
                paragraphs.push((first, pieces.len()));
            }
        }
        let quoted = quote::read(text, &pieces, &paragraphs);
        let mut sentences = Vec::new();
        let mut desk = Desk::default();
        let mut ranges = Vec::new();
        for (paragraph, &range) in paragraphs.iter().enumerate() {
            ranges.clear();
            sentence::split(text, &pieces, range, &quoted.marks, &self.lists, &mut ranges);
            for &(first, last) in &ranges {
                let within = quoted.within.get(first..last).unwrap_or(&[]);
                sentences.extend(self.sentence(text, &pieces[first..last], within, paragraph as u32, &mut desk));
            }
        }
        Document::new(sentences, quoted.quotations, found)
    }

    /// Tags and parses one sentence.
    fn sentence(
        &self,
        text: &str,
        pieces: &[Piece],
        within: &[Option<usize>],
        paragraph: u32,
        desk: &mut Desk,
    ) -> Option<Sentence> {
        let written = pieces.iter().map(|piece| &text[piece.start..piece.end]).collect::<Vec<_>>();
        let lowers = written.iter().map(|word| plain(word)).collect::<Vec<_>>();
        let (tags, tree) = self.analyze(&written, &lowers, desk);
        let mut tokens = Vec::with_capacity(pieces.len());
        for (at, piece) in pieces.iter().enumerate() {
            let tag = tags.get(at).and_then(|&tag| Tag::at(tag))?;
            let head = tree.heads.get(at).copied().filter(|&head| head != NONE).map(usize::from);
            tokens.push(Token {
                span: Span::of(piece.start..piece.end)?,
                text: written[at].into(),
                lower: lowers[at].as_str().into(),
                lemma: self.lemmas.lemma(written[at], &lowers[at], tag, &self.weights.lexicon).into(),
                tag,
                head,
                label: tree.labels.get(at).and_then(|&label| Label::at(label))?,
                quotation: within.get(at).copied().flatten(),
            });
        }
        let span = tokens.first()?.span.join(tokens.last()?.span);
        Some(Sentence { span, paragraph, tokens })
    }

    /// Returns the tags and the tree of a tokenized sentence.
    pub(crate) fn analyze(&self, written: &[&str], lowers: &[String], desk: &mut Desk) -> (Vec<u8>, tree::Tree) {
        let mut words = written.iter().zip(lowers).map(|(word, lower)| Word::new(word, lower)).collect::<Vec<_>>();
        let tags = tagger::run(&mut words, &self.weights.lexicon, &self.weights.tags);
        let kinds = written.iter().zip(&tags).map(|(word, &tag)| tree::kind(word, tag)).collect::<Vec<_>>();
        desk.line.fill(words.iter().map(|word| word.lower), &tags, &kinds);
        let tree = parser::parse(&desk.line, &self.weights, &mut desk.beam, BEAM, Label::Root.index());
        (tags, tree.with_punctuation(&desk.line, written.len()))
    }
}

/// What is used again from sentence to sentence.
#[derive(Debug, Default)]
pub(crate) struct Desk {
    line: Line,
    beam: Beam,
}

impl Model for Weights<'_> {
    fn score(&self, features: &[u64]) -> [i32; 3] {
        let mut sums = [0; 3];
        for &feature in features {
            self.steps.add(feature, &mut sums);
        }
        sums
    }

    fn label(&self, features: &[u64], candidates: u64) -> u8 {
        tagger::choose(features, candidates, |feature, class| self.labels.get(feature, class))
    }

    fn candidates(&self, head: u8, dependent: u8, left: bool) -> u64 {
        self.pairs.get(Self::pair(head, dependent, left))
    }
}
