//! The whole way from a text to its document.
//!
//! Invariant: the same text gives the same document; any text gives one, in time linear in its length.

use super::analysis::Desk;
use super::lemma::Lemmas;
use super::parser::Search;
use super::quote::Quoted;
use super::repair::repair;
use super::retag::Corrections;
use super::tag::{Label, Tag};
use super::token::{self, Piece};
use super::tree::NONE;
use super::weights::{self, Weights};
use super::words::{Lists, plain};
use super::{Dateline, Document, Sentence, Token, dateline, layout, quote, sentence};
use crate::model::span::Span;
use std::cell::RefCell;

thread_local! {
    /// What is used again from text to text: an article may be a single sentence.
    static DESK: RefCell<Desk> = RefCell::default();
}

/// Bytes that begin where near memory begins to take in bytes.
#[repr(C, align(64))]
struct Aligned<T: ?Sized>(T);

static FILE: &Aligned<[u8]> = &Aligned(*include_bytes!("../../schema/english/weights.bin"));

/// The weights that come with the crate.
pub(super) static WEIGHTS: &[u8] = &FILE.0;

const _: () = assert!(weights::is_sound(WEIGHTS), "schema/english/weights.bin is no weights file of this version");

/// How widely the parser searches: a wider beam takes longer and finds no better trees.
pub const SEARCH: Search = Search { width: 8, margin: 800 };

/// How many paragraphs are searched for a dateline.
const HEAD: usize = 6;

/// The reader of English: word lists and weights.
#[derive(Clone, Debug)]
pub struct English {
    lists: Lists,
    lemmas: Lemmas,
    corrections: Corrections,
    weights: Weights<'static>,
}

impl English {
    /// Makes a reader with the word lists and weights that come with the crate; takes well under a millisecond.
    #[must_use]
    pub fn bundled() -> Self {
        // That the file opens was checked when the crate was compiled.
        let weights = Weights::open(WEIGHTS).unwrap_or_default();
        Self { lists: Lists::new(), lemmas: Lemmas::new(), corrections: Corrections::new(), weights }
    }

    /// Reads a text.
    #[must_use]
    pub fn read(&self, text: &str) -> Document {
        let pieced = self.pieces(text);
        let sentences = DESK.with_borrow_mut(|desk| {
            let mut sentences = Vec::with_capacity(pieced.ranges.len());
            for range in &pieced.ranges {
                let parts = self.parts(&pieced, range, desk);
                sentences.extend(parts.iter().filter_map(|range| self.sentence(&pieced, range, desk)));
            }
            sentences
        });
        Document::new(sentences, pieced.quoted.quotations, pieced.dateline)
    }

    /// Returns the tokens of each sentence of a text, without what they are.
    #[must_use]
    pub fn split(&self, text: &str) -> Vec<Vec<Span>> {
        let pieced = self.pieces(text);
        let span = |piece: &Piece| Span::of(piece.start..piece.end);
        pieced.ranges.iter().map(|range| pieced.of(range).iter().filter_map(span).collect()).collect()
    }

    /// Returns the tags of the tokens of each sentence of a text, without its trees: the faster part of reading.
    #[must_use]
    pub fn tags(&self, text: &str) -> Vec<Vec<Tag>> {
        let pieced = self.pieces(text);
        let tags = |range: &Range, desk: &mut Desk| {
            let (written, lowers, given) = pieced.words(range);
            let tags = self.weights.tag(&written, &lowers, &given, &self.corrections, desk);
            tags.into_iter().filter_map(Tag::at).collect()
        };
        DESK.with_borrow_mut(|desk| pieced.ranges.iter().map(|range| tags(range, desk)).collect())
    }

    /// Splits a text into paragraphs, tokens and sentences.
    fn pieces<'t>(&self, text: &'t str) -> Pieced<'t> {
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
        let mut ranges = Vec::new();
        let mut sentences = Vec::new();
        for (paragraph, &range) in paragraphs.iter().enumerate() {
            sentences.clear();
            sentence::split(text, &pieces, range, &quoted.marks, &self.lists, &mut sentences);
            let range = |&(first, last): &(usize, usize)| Range { first, last, paragraph: paragraph as u32 };
            ranges.extend(sentences.iter().map(range));
        }
        Pieced { text, pieces, quoted, ranges, dateline: found }
    }

    /// Returns the parts of a sentence that are sentences of their own: those between semicolons, where each has a
    /// subject and a verb. The parser would hang the later under the earlier.
    fn parts(&self, pieced: &Pieced<'_>, range: &Range, desk: &mut Desk) -> Vec<Range> {
        let pieces = pieced.of(range);
        let is_told = |at: usize| pieced.quoted.within.get(range.first + at).copied().flatten().is_none();
        let is_mark = |at: usize| pieced.text.get(pieces[at].start..pieces[at].end) == Some(";");
        let marks: Vec<usize> = (0..pieces.len()).filter(|&at| is_mark(at) && is_told(at)).collect();
        let mut found = Vec::new();
        let mut first = 0;
        if !marks.is_empty() {
            let (written, lowers, given) = pieced.words(range);
            let tags = self.weights.tag(&written, &lowers, &given, &self.corrections, desk);
            let tags: Vec<Option<Tag>> = tags.into_iter().map(Tag::at).collect();
            for (place, &mark) in marks.iter().enumerate() {
                let end = marks.get(place + 1).copied().unwrap_or(tags.len());
                if is_whole(&tags[first..mark]) && is_whole(&tags[mark + 1..end]) {
                    found.push(range.part(first..mark + 1));
                    first = mark + 1;
                }
            }
        }
        found.push(range.part(first..pieces.len()));
        found
    }

    /// Tags and parses one sentence.
    fn sentence(&self, pieced: &Pieced<'_>, range: &Range, desk: &mut Desk) -> Option<Sentence> {
        let pieces = pieced.of(range);
        let (quoted, &Range { first, paragraph, .. }) = (&pieced.quoted, range);
        let (written, lowers, given) = pieced.words(range);
        let (tags, tree) = self.weights.analyze(&written, &lowers, &given, &self.corrections, SEARCH, desk);
        let mut tokens = Vec::with_capacity(pieces.len());
        for (at, piece) in pieces.iter().enumerate() {
            let tag = tags.get(at).and_then(|&tag| Tag::at(tag))?;
            let head = tree.heads.get(at).copied().filter(|&head| head != NONE).map(usize::from);
            tokens.push(Token {
                span: Span::of(piece.start..piece.end)?,
                text: written[at].into(),
                lower: lowers[at].as_str().into(),
                lemma: self.lemma(written[at], &lowers[at], tag).into(),
                tag,
                head,
                label: self.labelled(&lowers[at], tree.labels.get(at).and_then(|&label| Label::at(label))?),
                quotation: quoted.within.get(first + at).copied().flatten(),
            });
        }
        let read: Vec<Tag> = tokens.iter().map(|token| token.tag).collect();
        repair(&mut tokens, &self.lists);
        for (token, _) in tokens.iter_mut().zip(read).filter(|(token, tag)| token.tag != *tag) {
            token.lemma = self.lemma(&token.text, &token.lower, token.tag).into();
        }
        let span = tokens.first()?.span.join(tokens.last()?.span);
        Some(Sentence::new(span, paragraph, tokens))
    }
}

impl English {
    /// Returns the dictionary form of a word; that of "re-established" is "re-establish".
    fn lemma(&self, written: &str, lower: &str, tag: Tag) -> String {
        let of = |written: &str, lower: &str| self.lemmas.lemma(written, lower, tag, &self.weights.lexicon);
        match self.corrections.prefixed(lower) {
            Some((prefix, rest)) if !matches!(tag, Tag::Nnp | Tag::Nnps) => {
                // "Co-operation" is written in two ways.
                let listed = self.lemmas.listed(lower, tag).map(str::to_owned);
                listed.unwrap_or_else(|| format!("{prefix}-{}", of(rest, rest)))
            }
            _ => of(written, lower),
        }
    }

    /// Returns the label of a word: a day of the week is no object ("decided Tuesday to leave").
    fn labelled(&self, lower: &str, label: Label) -> Label {
        if label == Label::Dobj && self.lists.weekdays.has(lower) { Label::Npadvmod } else { label }
    }
}

/// A text split into tokens and sentences.
struct Pieced<'t> {
    text: &'t str,
    pieces: Vec<Piece>,
    quoted: Quoted,
    /// The sentences.
    ranges: Vec<Range>,
    dateline: Option<Dateline>,
}

/// A sentence as a range of pieces.
struct Range {
    first: usize,
    last: usize,
    paragraph: u32,
}

impl Range {
    /// Returns a part of it, told by places in it.
    fn part(&self, places: std::ops::Range<usize>) -> Self {
        Self { first: self.first + places.start, last: self.first + places.end, paragraph: self.paragraph }
    }
}

/// Tells whether words have a subject before a verb, and begin with no relative.
fn is_whole(tags: &[Option<Tag>]) -> bool {
    let is_subject = |tag: Tag| matches!(tag, Tag::Nn | Tag::Nns | Tag::Nnp | Tag::Nnps | Tag::Prp | Tag::Dt | Tag::Ex);
    let is_finite = |tag: Tag| matches!(tag, Tag::Vbd | Tag::Vbz | Tag::Vbp | Tag::Md);
    let is_relative = |tag: Tag| matches!(tag, Tag::Wdt | Tag::Wp | Tag::WpPoss | Tag::Wrb);
    let verb = tags.iter().position(|tag| tag.is_some_and(is_finite));
    let before = verb.and_then(|verb| tags.get(..verb)).unwrap_or_default();
    before.iter().flatten().any(|&tag| is_subject(tag)) && !before.iter().flatten().take(2).any(|&tag| is_relative(tag))
}

/// The words of a sentence as written and in lower case, and the tags that the text itself tells.
type Words<'t> = (Vec<&'t str>, Vec<String>, Vec<(usize, Tag)>);

impl<'t> Pieced<'t> {
    fn of(&self, range: &Range) -> &[Piece] {
        self.pieces.get(range.first..range.last).unwrap_or_default()
    }

    fn words(&self, range: &Range) -> Words<'t> {
        let told = |at: usize| Some((at - range.first, told(self.text, &self.pieces, at, self.quoted.marks[at])?));
        let written = self.of(range).iter().map(|piece| &self.text[piece.start..piece.end]).collect::<Vec<_>>();
        let lowers = written.iter().map(|word| plain(word)).collect();
        (written, lowers, (range.first..range.last).filter_map(told).collect())
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
