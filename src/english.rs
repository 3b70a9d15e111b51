//! From text to sentences, tokens, tags, lemmas and dependency trees.
//!
//! Knows no ontology and no actor. Invariant: the span of a token is the bytes it was read from, tokens
//! stand in the order of the text and do not overlap, and heads point to tokens of the same sentence.

mod analysis;
mod aside;
mod dateline;
mod features;
mod hash;
mod layout;
mod lemma;
mod parser;
mod quote;
mod reader;
mod repair;
mod retag;
mod sentence;
pub mod tag;
mod tagger;
#[cfg(test)]
mod tests;
mod token;
pub mod train;
mod tree;
mod weights;
mod words;

pub use parser::Search;
pub use reader::{English, SEARCH};

use crate::model::span::Span;
use tag::{Label, Tag};

/// A text that was read: its sentences in order, its quotations and its dateline.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Document {
    sentences: Vec<Sentence>,
    quotations: Vec<Quotation>,
    dateline: Option<Dateline>,
}

/// A sentence with its tree.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sentence {
    /// From the first byte of its first token to the last byte of its last.
    pub span: Span,
    /// The paragraph it stands in, counted from 0.
    pub paragraph: u32,
    /// The tokens; never empty.
    pub tokens: Vec<Token>,
    /// The tokens that depend on others, in the order of their heads; `below` holds where those of each head begin.
    dependents: Vec<usize>,
    below: Vec<usize>,
}

/// A word, number or mark.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Token {
    /// Its bytes in the text.
    pub span: Span,
    /// The word as written.
    pub text: Box<str>,
    /// The word in lower case.
    pub lower: Box<str>,
    /// The form that a dictionary lists, in lower case but for proper nouns.
    pub lemma: Box<str>,
    /// The part of speech.
    pub tag: Tag,
    /// The head as an index into the sentence's tokens; absent at the root.
    pub head: Option<usize>,
    /// How it depends on its head.
    pub label: Label,
    /// The innermost quotation that it stands in, an index into [`Document::quotations`].
    pub quotation: Option<usize>,
}

/// Words between quotation marks; a quotation may run over sentences and paragraphs.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Quotation {
    /// The bytes between the marks.
    pub span: Span,
    /// The mark that opens it.
    pub open: Span,
    /// The mark that closes it; absent where the text ends first.
    pub close: Option<Span>,
}

/// The head of an agency report: `MOSCOW, January 31. /TASS/.`
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Dateline {
    /// All of it; none of its words is a token of a sentence.
    pub span: Span,
    /// The place.
    pub place: Option<Span>,
    /// The date, with or without a year.
    pub date: Option<Span>,
    /// The agency.
    pub agency: Option<Span>,
}

impl Document {
    /// Makes a document of its parts.
    #[must_use]
    pub fn new(sentences: Vec<Sentence>, quotations: Vec<Quotation>, dateline: Option<Dateline>) -> Self {
        Self { sentences, quotations, dateline }
    }

    /// Returns the sentences in order.
    #[must_use]
    pub fn sentences(&self) -> &[Sentence] {
        &self.sentences
    }

    /// Returns the quotations in the order in which they open.
    #[must_use]
    pub fn quotations(&self) -> &[Quotation] {
        &self.quotations
    }

    /// Returns the dateline, if the text has one.
    #[must_use]
    pub fn dateline(&self) -> Option<&Dateline> {
        self.dateline.as_ref()
    }
}

impl Sentence {
    /// Makes a sentence of its tokens.
    #[must_use]
    pub fn new(span: Span, paragraph: u32, tokens: Vec<Token>) -> Self {
        let head_of = |index: usize| tokens.get(index).and_then(|token| token.head);
        let mut dependents: Vec<usize> = (0..tokens.len()).filter(|&index| head_of(index).is_some()).collect();
        dependents.sort_by_key(|&index| head_of(index));
        let begin = |head: usize| dependents.partition_point(|&index| head_of(index) < Some(head));
        let below = (0..=tokens.len()).map(begin).collect();
        Self { span, paragraph, tokens, dependents, below }
    }

    /// Returns the token at an index.
    #[must_use]
    pub fn token(&self, index: usize) -> Option<&Token> {
        self.tokens.get(index)
    }

    /// Returns the tokens that depend on a token, in order.
    pub fn children(&self, head: usize) -> impl Iterator<Item = (usize, &Token)> + '_ {
        let begin = self.below.get(head).copied().unwrap_or_default();
        let end = self.below.get(head + 1).copied().unwrap_or_default();
        let below = self.dependents.get(begin..end).unwrap_or_default();
        below.iter().filter_map(|&index| Some((index, self.tokens.get(index)?)))
    }

    /// Returns the first token that depends on a token by a label.
    #[must_use]
    pub fn child(&self, head: usize, label: Label) -> Option<usize> {
        self.children(head).find(|(_, token)| token.label == label).map(|(index, _)| index)
    }

    /// Returns a token and everything below it, in order.
    #[must_use]
    pub fn subtree(&self, top: usize) -> Vec<usize> {
        let mut within: Vec<usize> = vec![top];
        let mut next = 0;
        while let Some(&head) = within.get(next) {
            within.extend(self.children(head).map(|(index, _)| index).filter(|index| *index != top));
            next += 1;
        }
        within.sort_unstable();
        within.dedup();
        within
    }

    /// Returns the heads above a token, the nearest first.
    pub fn ancestors(&self, index: usize) -> impl Iterator<Item = usize> + '_ {
        let mut left = self.tokens.len();
        let mut at = index;
        std::iter::from_fn(move || {
            let head = self.tokens.get(at)?.head?;
            left = left.checked_sub(1)?;
            at = head;
            Some(head)
        })
    }

    /// Tells whether `below` is `top` or depends on it, directly or not.
    #[must_use]
    pub fn is_within(&self, below: usize, top: usize) -> bool {
        below == top || self.ancestors(below).any(|head| head == top)
    }
}
