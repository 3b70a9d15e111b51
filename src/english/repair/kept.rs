//! How something is kept, taken for another deed: "kept its border with Chile closed".

use super::{Label, Tag, Token, child, set};
use crate::english::words::Lists;

/// Returns the verb that keeps something, what it keeps, and where "with" and others stand that were hung under the state
/// in which it is kept: a participle after the object of the verb, with no subject and no object of its own.
pub(super) fn kept(tokens: &[Token], at: usize, lists: &Lists) -> Option<(usize, usize)> {
    let token = tokens.get(at).filter(|token| matches!(token.tag, Tag::Vbd | Tag::Vbn | Tag::Nn | Tag::Jj))?;
    if !lists.kept.has(&token.lower) {
        return None;
    }
    let mut before = tokens.get(..at)?.iter().enumerate().rev();
    let ends = |token: &Token| matches!(token.tag, Tag::Cc | Tag::Comma | Tag::Colon | Tag::Stop) || is_finite(token);
    let (verb, _) = before.find(|(_, token)| is_keeping(token, lists) || ends(token))?;
    if !is_keeping(tokens.get(verb)?, lists) || child(tokens, at, Label::Dobj).is_some() {
        return None;
    }
    let under = |label: Label, head: usize| child(tokens, head, label).filter(|&below| verb < below && below < at);
    // A headline may take the state for what is kept: "keeps border shut".
    let noun = if token.label == Label::Dobj { under(Label::Compound, at) } else { None };
    let object =
        under(Label::Dobj, verb).or_else(|| under(Label::Nsubj, at)).filter(|&object| object != at).or(noun)?;
    Some((verb, object))
}

/// Hangs the state in which something is kept under the verb, with what stands beside it.
pub(super) fn hang_state(tokens: &mut [Token], at: usize, verb: usize, object: usize) {
    let is_noun = tokens.get(at).is_some_and(|token| token.label == Label::Dobj);
    set(tokens, object, Label::Dobj, Some(verb));
    for (index, token) in tokens.iter_mut().enumerate() {
        let is_other = index != object && token.head == Some(at);
        if is_other && (matches!(token.label, Label::Prep | Label::Advmod | Label::Npadvmod)) {
            token.head = Some(verb);
        } else if is_other && is_noun {
            token.head = Some(object);
        }
    }
    // "Left the crossing with Peru sealed": whoever stands under "with" seals nothing.
    let clause = tokens.get(at).filter(|token| token.label == Label::Pcomp).and_then(|token| token.head);
    if let Some(preposition) = clause
        && let Some(subject) = child(tokens, at, Label::Nsubj).filter(|&subject| subject != object)
    {
        set(tokens, subject, Label::Pobj, Some(preposition));
    }
    set(tokens, at, Label::Oprd, Some(verb));
    super::retag(tokens, at, Tag::Vbn);
}

fn is_keeping(token: &Token, lists: &Lists) -> bool {
    token.tag.is_verb() && lists.keeping.has(&token.lemma)
}

fn is_finite(token: &Token) -> bool {
    matches!(token.tag, Tag::Vbz | Tag::Vbp | Tag::Md)
}
