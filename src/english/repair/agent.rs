//! Whoever does what is told in the passive, hung under what else is told of it: "was designated a terrorist group by Peru",
//! "was threatened with sanctions by Peru".

use super::{Label, MAX_STEPS, Tag, Token, child, set};
use crate::english::words::Lists;

/// The preposition under which stands what somebody is threatened or charged with.
const WITH: &str = "with";

/// Makes it whoever acts.
pub(super) fn repair(tokens: &mut [Token], at: usize, lists: &Lists) {
    if let Some(verb) = passive_above(tokens, at, lists) {
        set(tokens, at, Label::Agent, Some(verb));
    }
}

/// Returns the verb in the passive whose object, or whose noun under "with", a "by" behind it was hung under.
fn passive_above(tokens: &[Token], by: usize, lists: &Lists) -> Option<usize> {
    let token = tokens.get(by).filter(|token| token.label == Label::Prep && lists.doers.has(&token.lower))?;
    let doer = tokens.get(child(tokens, by, Label::Pobj)?)?;
    let is_time = lists.weekdays.has(&doer.lower) || lists.months.has(&doer.text.to_lowercase());
    if is_time || !matches!(doer.tag, Tag::Nn | Tag::Nns | Tag::Nnp | Tag::Nnps) {
        return None;
    }
    let noun = tokens.get(token.head.filter(|&noun| noun < by && noun + MAX_STEPS > by)?)?;
    let verb = match noun.label {
        Label::Dobj => noun.head,
        Label::Pobj => tokens.get(noun.head?).filter(|over| *over.lower == *WITH)?.head,
        _ => None,
    };
    let is_passive = |&verb: &usize| {
        child(tokens, verb, Label::AuxPass).is_some()
            && child(tokens, verb, Label::Agent).is_none()
            && tokens.get(verb).is_some_and(|verb| verb.tag == Tag::Vbn)
    };
    verb.filter(|&verb| verb < by).filter(is_passive)
}
