//! People named one after another, each with a title of his own: the tree of so long a row is mostly wrong.

use super::Cast;
use crate::coder::mention::{Form, Mention};
use crate::english::tag::{Label, Tag};
use crate::model::category::ActorKind;
use std::ops::Range;

/// How many words may stand between a comma and a name: "acting", "head of the".
const GAP: usize = 3;

/// Returns the people that follow one in a row that ends with "and", however the tree hangs them: "met Peruvian President
/// Ana Quispe, Chilean President Juan Soto and Ghanaian envoy Kofi Mensah".
pub(super) fn after<'a>(cast: &Cast<'a>, first: &Mention) -> Vec<&'a Mention> {
    let mut row: Vec<&Mention> = Vec::new();
    let (mut end, mut n_links, mut is_closed) = (first.tokens.end, 0, false);
    if !is_person(first) {
        return row;
    }
    while let Some((next, is_last)) = next(cast, end) {
        if !is_beside(cast, first, next) {
            break;
        }
        (end, n_links, is_closed) = (next.tokens.end, n_links + 1, is_last);
        if is_person(next) && next.form != Form::Unknown {
            row.push(next);
        }
    }
    // Two are no row: the second may tell more of the first.
    if n_links < 2 || !is_closed {
        row.clear();
    }
    row
}

/// Returns the mention that a comma or "and" joins to what ends at a token, and whether it is "and".
fn next<'a>(cast: &Cast<'a>, end: usize) -> Option<(&'a Mention, bool)> {
    let tag = |index: usize| cast.sentence.token(index).map(|token| token.tag);
    let is_comma = tag(end) == Some(Tag::Comma);
    let link = end + usize::from(is_comma);
    let is_and = tag(link) == Some(Tag::Cc);
    if !is_comma && !is_and {
        return None;
    }
    let from = link + usize::from(is_and);
    let found = cast.mentions.iter().find(|mention| mention.tokens.start >= from)?;
    let between: Range<usize> = from..found.tokens.start;
    let fills = |index: usize| matches!(tag(index), Some(Tag::Dt | Tag::Jj | Tag::Vbg | Tag::Nn | Tag::In));
    (between.len() <= GAP && between.clone().all(fills)).then_some((found, is_and))
}

/// Tells whether somebody does not act alone in a clause of his own after the first.
fn is_beside(cast: &Cast<'_>, first: &Mention, other: &Mention) -> bool {
    let of = |mention: &Mention| cast.sentence.token(mention.head);
    let acts = of(other).filter(|token| matches!(token.label, Label::Nsubj | Label::NsubjPass));
    acts.is_none_or(|token| of(first).is_some_and(|first| first.head == token.head))
}

fn is_person(mention: &Mention) -> bool {
    mention.parties.iter().any(|party| party.kind == ActorKind::Person)
}
