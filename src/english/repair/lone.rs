//! Verbs in a row of one subject: what parts them, a name beside an object or whoever says it all, was taken for a part of one
//! of them.

use super::{Label, Tag, Token, child, has_subject, set};
use crate::english::words::Lists;

/// What is wrong where a name beside the object of the first verb was taken for the subject of the second: "expelled the
/// ambassador, Ana Quispe, in May, recalled its own and froze trade".
pub(super) struct Apposed {
    first: usize,
    object: usize,
    name: usize,
}

/// Finds it for the second verb.
pub(super) fn apposed_as_subject(tokens: &[Token], second: usize) -> Option<Apposed> {
    let is_past = |at: usize| tokens.get(at).is_some_and(|token| token.tag == Tag::Vbd);
    let is_comma = |at: usize| tokens.get(at).is_some_and(|token| token.tag == Tag::Comma);
    tokens.get(second).filter(|token| token.label == Label::Root && is_past(second))?;
    let first = [Label::Parataxis, Label::Ccomp].into_iter().find_map(|label| child(tokens, second, label))?;
    let name = child(tokens, second, Label::Nsubj).filter(|&name| first < name && name < second && is_past(first))?;
    tokens.get(name).filter(|name| name.tag == Tag::Nnp)?;
    let starts = tokens.iter().position(|token| token.head == Some(name)).unwrap_or(name).min(name);
    let object = starts.checked_sub(2).filter(|_| is_comma(starts - 1) && is_comma(name + 1))?;
    tokens.get(object).filter(|object| object.tag == Tag::Nn && object.head.is_some_and(|head| head != name))?;
    // A comma stands right before the second verb, and what it acts on behind.
    let is_row = second.checked_sub(1).is_some_and(is_comma) && child(tokens, second, Label::Dobj).is_some();
    (is_row && has_subject(tokens, first) && child(tokens, first, Label::Dobj).is_none_or(|at| at == object))
        .then_some(Apposed { first, object, name })
}

/// Puts the two in a row.
pub(super) fn hang_apposed(tokens: &mut [Token], second: usize, found: &Apposed) {
    let Apposed { first, object, name } = *found;
    set(tokens, first, Label::Root, None);
    set(tokens, second, Label::Conj, Some(first));
    set(tokens, object, Label::Dobj, Some(first));
    set(tokens, name, Label::Appos, Some(object));
    for token in tokens.get_mut(object..second).into_iter().flatten() {
        if token.head == Some(second) && matches!(token.label, Label::Prep | Label::Punct | Label::Npadvmod) {
            token.head = Some(first);
        }
    }
}

/// Returns the first of several verbs without subjects of their own behind which somebody says it all: "expelled the envoy,
/// recalled its own and froze trade, its ministry said".
pub(super) fn first_said(tokens: &[Token], says: usize, lists: &Lists) -> Option<usize> {
    let token = tokens.get(says).filter(|token| token.label == Label::Parataxis && lists.sayings.has(&token.lower))?;
    let last = token.head.filter(|&last| last < says && has_subject(tokens, says))?;
    let mut first = last;
    while let Some(above) = tokens.get(first).filter(|verb| verb.label == Label::Conj && verb.tag.is_verb()) {
        first = above.head.filter(|&above| above < first && !has_subject(tokens, first))?;
    }
    (first != last).then_some(first)
}
