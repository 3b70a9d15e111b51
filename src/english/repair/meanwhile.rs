//! What somebody does meanwhile, told after "with": "held talks, with Peru's minister, Ana Quispe, acting as mediator".

use super::{Label, Tag, Token, child, retag, set};
use crate::english::words::Lists;

/// Makes what was hung elsewhere a clause under the preposition, whose subject is whoever stands under it.
pub(super) fn repair(tokens: &mut [Token], at: usize, lists: &Lists) {
    let Some((preposition, doer)) = apart(tokens, at, lists).or_else(|| as_one_name(tokens, at, lists)) else {
        return;
    };
    for token in tokens.iter_mut().take(doer).skip(preposition + 1).filter(|token| token.head == Some(at)) {
        token.head = Some(doer);
    }
    retag(tokens, at, Tag::Vbg);
    set(tokens, doer, Label::Nsubj, Some(at));
    set(tokens, at, Label::Pcomp, Some(preposition));
}

/// Returns the preposition and whoever stands under it, for what was hung under the verb of the sentence.
fn apart(tokens: &[Token], at: usize, lists: &Lists) -> Option<(usize, usize)> {
    let token = tokens.get(at).filter(|token| token.tag == Tag::Vbg && lists.serving.has(&token.lemma))?;
    let is_clause = matches!(token.label, Label::Advcl | Label::Acl | Label::Xcomp | Label::Pcomp);
    let preposition = opened(tokens, at, lists).filter(|_| is_clause)?;
    child(tokens, preposition, Label::Pobj)
        .filter(|&doer| preposition < doer && doer < at)
        .map(|doer| (preposition, doer))
}

/// Returns the preposition and the word before what was taken for the last word of a name: "with its president acting".
fn as_one_name(tokens: &[Token], at: usize, lists: &Lists) -> Option<(usize, usize)> {
    let token = tokens.get(at).filter(|token| token.label == Label::Pobj && lists.serving.has(&token.lower))?;
    let preposition = opened(tokens, at, lists).filter(|&preposition| token.head == Some(preposition))?;
    let doer = at.checked_sub(1).filter(|&doer| doer > preposition)?;
    let is_part = |word: &Token| word.head == Some(at) && matches!(word.label, Label::Compound | Label::Poss);
    tokens.get(doer).filter(|word| is_part(word)).map(|_| (preposition, doer))
}

/// Returns the preposition behind a comma that opens what is done meanwhile.
fn opened(tokens: &[Token], at: usize, lists: &Lists) -> Option<usize> {
    let is_opener = |&before: &usize| {
        tokens.get(before).is_some_and(|word| word.label == Label::Prep && lists.meanwhile.has(&word.lower))
    };
    let preposition = (1..at).rev().find(is_opener)?;
    tokens.get(preposition - 1).filter(|comma| comma.tag == Tag::Comma).map(|_| preposition)
}
