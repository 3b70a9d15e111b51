//! Who did the same, told with the verb before whoever did it: "Peru recalled its envoy, as did Ghana and Togo".

use super::{Label, Tag, Token, set};
use crate::english::words::Lists;

/// What whoever did the same is told with.
struct Likewise {
    /// The verb that tells what was done.
    done: usize,
    doer: usize,
    /// Clauses of the first doer that were hung under the second.
    clauses: Vec<usize>,
}

/// Makes whoever did the same the subject of a clause of its own.
pub(super) fn repair(tokens: &mut [Token], at: usize, lists: &Lists) {
    let Some(found) = likewise(tokens, at, lists) else { return };
    set(tokens, found.doer, Label::Nsubj, Some(at));
    set(tokens, at - 1, Label::Advmod, Some(at));
    set(tokens, at, Label::Advcl, Some(found.done));
    for clause in found.clauses {
        set(tokens, clause, Label::Advcl, Some(found.done));
    }
}

/// Returns who did as others did, for the verb behind "as".
fn likewise(tokens: &[Token], at: usize, lists: &Lists) -> Option<Likewise> {
    let before = at.checked_sub(1).and_then(|before| tokens.get(before))?;
    let word = tokens.get(at).filter(|word| matches!(word.tag, Tag::Vbd | Tag::Vbz | Tag::Vbp))?;
    let is_told = || lists.likewise.iter().any(|(first, second)| **first == *before.lower && **second == *word.lower);
    let first = tokens.get(at + 1).filter(|next| is_name_part(next) && is_told())?;
    let mut doer = at + 1;
    let mut above = first.head;
    // Up to the head of the name: of "Saudi Arabia", Arabia.
    while let Some(next) = above.filter(|&next| next > doer && tokens.get(next).is_some_and(is_name_part)) {
        doer = next;
        above = tokens.get(next).and_then(|token| token.head);
    }
    tokens.get(doer).filter(|doer| doer.tag.is_noun())?;
    let is_deed = |deed: &usize| {
        tokens.get(*deed).is_some_and(|deed| {
            matches!(deed.tag, Tag::Vbd | Tag::Vbz | Tag::Vbp | Tag::Vbn)
                && matches!(deed.label, Label::Root | Label::Conj | Label::Ccomp | Label::Relcl | Label::Advcl)
        })
    };
    let done = (0..at).rev().find(is_deed)?;
    let is_gerund = |token: &Token| token.tag == Tag::Vbg && token.head == Some(at) && token.label == Label::Advcl;
    let clauses = (doer + 1..tokens.len()).filter(|&below| tokens.get(below).is_some_and(is_gerund)).collect();
    Some(Likewise { done, doer, clauses })
}

fn is_name_part(token: &Token) -> bool {
    matches!(token.tag, Tag::Nn | Tag::Nns | Tag::Nnp | Tag::Nnps | Tag::Dt | Tag::PrpPoss | Tag::Jj | Tag::Cd)
}
