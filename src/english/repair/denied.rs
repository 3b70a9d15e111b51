//! What somebody denies of all that was just told, hung under the last noun of it: "accused Chile of arming rebels, which Chile
//! denied".

use super::{Label, Tag, Token, child, set};
use crate::english::words::Lists;

/// What stands for all that was told.
const SOMETHING: &str = "something";

/// Makes the denial a clause beside what is denied.
pub(super) fn repair(tokens: &mut [Token], at: usize, lists: &Lists) {
    if let Some(verb) = of_clause(tokens, at, lists) {
        set(tokens, at, Label::Conj, Some(verb));
    }
    if let Some((something, verb)) = of_something(tokens, at, lists) {
        set(tokens, something, Label::Npadvmod, Some(verb));
    }
}

/// Returns the verb of the sentence for a denial behind a comma that was hung under a noun which is no charge itself.
fn of_clause(tokens: &[Token], at: usize, lists: &Lists) -> Option<usize> {
    let noun = denied_noun(tokens, at, lists)?;
    let which = child(tokens, at, Label::Dobj).filter(|&which| noun < which && which < at)?;
    let is_which = tokens.get(which).is_some_and(|word| word.tag == Tag::Wdt);
    let is_apart = tokens.get(which.checked_sub(1)?).is_some_and(|token| token.tag == Tag::Comma);
    let word = tokens.get(noun)?;
    let is_charge = lists.content_nouns.has(&word.lemma) || lists.letters.has(&word.lemma);
    finite_above(tokens, noun).filter(|_| is_which && is_apart && !is_charge)
}

/// Returns "something" that was taken for a part of the clause before it, with the verb of that: "said Chile had armed rebels,
/// something Chile denied".
fn of_something(tokens: &[Token], at: usize, lists: &Lists) -> Option<(usize, usize)> {
    let noun = denied_noun(tokens, at, lists)?;
    let word = tokens.get(noun).filter(|noun| &*noun.lower == SOMETHING && noun.label != Label::Npadvmod)?;
    let is_apart = tokens.get(noun.checked_sub(1)?).is_some_and(|token| token.tag == Tag::Comma);
    let verb = finite_above(tokens, word.head.filter(|&above| above < noun)?)?;
    is_apart.then_some((noun, verb))
}

/// Returns the noun under which a denial of somebody's own stands.
fn denied_noun(tokens: &[Token], at: usize, lists: &Lists) -> Option<usize> {
    let token = tokens.get(at).filter(|token| token.label == Label::Relcl && lists.denying.has(&token.lemma))?;
    child(tokens, at, Label::Nsubj).filter(|&who| who < at)?;
    token.head.filter(|&noun| noun < at)
}

/// Returns the verb on top of the sentence that a word stands under.
fn finite_above(tokens: &[Token], at: usize) -> Option<usize> {
    let above = |at: &usize| tokens.get(*at).and_then(|token| token.head);
    let top = std::iter::successors(Some(at), above).take(super::MAX_STEPS).find(|&up| {
        tokens.get(up).is_some_and(|token| token.tag.is_verb() && matches!(token.label, Label::Root | Label::Conj))
    })?;
    (top < at || tokens.get(at).is_some_and(|token| token.tag.is_verb())).then_some(top)
}
