//! The whole way from a text to its document.
//!
//! Invariant: the same text gives the same document; any text gives one, in time linear in its length.

use super::analysis::Desk;
use super::lemma::Lemmas;
use super::parser::Search;
use super::quote::Quoted;
use super::tag::{Label, Tag};
use super::token::{self, Piece};
use super::tree::NONE;
use super::weights::{self, Weights};
use super::words::{Lists, plain};
use super::{Dateline, Document, Sentence, Token, dateline, layout, quote, sentence};
use crate::model::span::Span;

/// Bytes that begin where near memory begins to take in bytes.
#[repr(C, align(64))]
struct Aligned<T: ?Sized>(T);

static FILE: &Aligned<[u8]> = &Aligned(*include_bytes!("../../schema/english/weights.bin"));

/// The weights that come with the crate.
pub(super) static WEIGHTS: &[u8] = &FILE.0;

const _: () = assert!(weights::is_sound(WEIGHTS), "schema/english/weights.bin is no weights file of this version");

/// How widely the parser searches: a wider beam takes longer and finds no better trees.
pub const SEARCH: Search = Search { width: 8, margin: 1000 };

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
        // That the file opens was checked when the crate was compiled.
        let weights = Weights::open(WEIGHTS).unwrap_or_default();
        Self { lists: Lists::new(), lemmas: Lemmas::new(), weights }
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
        for (n, (start, end)) in layout::paragraphs(text, &self.lists).into_iter().enumerate() {
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
                sentences.extend(self.sentence(text, &pieces, &quoted, (first, last), paragraph as u32, &mut desk));
            }
        }
        Document::new(sentences, quoted.quotations, found)
    }

    /// Tags and parses one sentence.
    fn sentence(
        &self,
        text: &str,
        all: &[Piece],
        quoted: &Quoted,
        (first, last): (usize, usize),
        paragraph: u32,
        desk: &mut Desk,
    ) -> Option<Sentence> {
        let pieces = all.get(first..last)?;
        let given = (first..last).filter_map(|at| Some((at - first, told(text, all, at, quoted.marks[at])?)));
        let given = given.collect::<Vec<_>>();
        let written = pieces.iter().map(|piece| &text[piece.start..piece.end]).collect::<Vec<_>>();
        let lowers = written.iter().map(|word| plain(word)).collect::<Vec<_>>();
        let (tags, tree) = self.weights.analyze(&written, &lowers, &given, SEARCH, desk);
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
                quotation: quoted.within.get(first + at).copied().flatten(),
            });
        }
        let span = tokens.first()?.span.join(tokens.last()?.span);
        Some(Sentence { span, paragraph, tokens })
    }
}

/// Returns the tag of a mark that the spaces around it tell: apostrophes that quote nothing, hyphens and dashes.
fn told(text: &str, pieces: &[Piece], at: usize, is_quotation_mark: bool) -> Option<Tag> {
    let piece = pieces.get(at)?;
    let next_is_tight = pieces.get(at + 1).is_some_and(|next| next.start == piece.end);
    match &text[piece.start..piece.end] {
        "-" if !piece.spaced && next_is_tight => Some(Tag::Hyph),
        "-" if piece.spaced && !next_is_tight => Some(Tag::Colon),
        "'" | "’" if !is_quotation_mark && !piece.spaced => Some(Tag::Pos),
        _ => None,
    }
}
