//! Whoever does what is told in the passive, hung under what else is told of it: "was designated a terrorist group by Peru",
//! "was threatened with sanctions by Peru", "was urged to withdraw its troops by Peru", "was accused of lying by Peru", "was accused of piracy by Peru".

use super::{Label, MAX_STEPS, Tag, Token, child, is_infinitive, set};
use crate::english::words::Lists;

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
    if is_time || !doer.tag.is_noun() {
        return None;
    }
    let at = token.head.filter(|&at| at < by && at + MAX_STEPS > by)?;
    let word = tokens.get(at)?;
    let passes = |preposition: usize| tokens.get(preposition).is_some_and(|over| lists.passing.has(&over.lower));
    let is_named =
        || tokens.iter().any(|part| part.head == child(tokens, by, Label::Pobj) && is_name(part)) || is_name(doer);
    let verb = match word.label {
        Label::Dobj if tokens.get(word.head?).is_some_and(|verb| verb.tag == Tag::Vbn) => word.head,
        // "Sanctions were slapped on Peru by Chile": nobody made Peru.
        Label::Pobj if passes(word.head?) || is_name(word) => tokens.get(word.head?)?.head,
        // "Was accused of piracy by Chile": a bare word for what one is charged with is nobody's.
        Label::Pobj if word.tag == Tag::Nn && is_named() && is_charge(tokens, at, lists) => {
            tokens.get(word.head?)?.head
        }
        // "Was criticised for its raid by Chile": nobody else makes one's own raid.
        Label::Pobj if has_own(tokens, at) => tokens.get(word.head?)?.head,
        // "Was urged to withdraw its troops by Chile": under what is to be done or under its object.
        _ if is_named() => {
            let deed = if word.label == Label::Dobj { word.head? } else { at };
            match tokens.get(deed)?.label {
                Label::Xcomp if is_infinitive(tokens, deed) => tokens.get(deed)?.head,
                Label::Pcomp => tokens.get(tokens.get(deed)?.head?)?.head,
                _ => None,
            }
        }
        _ => None,
    };
    let is_passive = |&verb: &usize| {
        child(tokens, verb, Label::AuxPass).is_some()
            && child(tokens, verb, Label::Agent).is_none()
            && tokens.get(verb).is_some_and(|verb| verb.tag == Tag::Vbn)
    };
    verb.filter(|&verb| verb < by).filter(is_passive)
}

/// Tells whether a word is a name or of one: "Chile", "the Chilean president".
fn is_name(token: &Token) -> bool {
    token.text.starts_with(char::is_uppercase)
}

/// Tells whether a noun stands bare behind a preposition right behind a verb, but for one that tells when: not "signed after
/// mediation by Chile".
fn is_charge(tokens: &[Token], noun: usize, lists: &Lists) -> bool {
    let preposition = tokens.get(noun).and_then(|word| word.head).filter(|&preposition| preposition + 1 == noun);
    let over = preposition.and_then(|preposition| tokens.get(preposition));
    over.is_some_and(|over| over.head.map(|verb| verb + 1) == preposition && !lists.subordinating.has(&over.lower))
}

/// Tells whether "its" stands before a noun.
fn has_own(tokens: &[Token], noun: usize) -> bool {
    tokens.iter().any(|token| token.head == Some(noun) && token.tag == Tag::PrpPoss)
}

/// Returns the noun whose deed a doer was hung under the name behind it: "the suspension of talks with Chile by Peru".
pub(super) fn of_deed(tokens: &[Token], at: usize, lists: &Lists) -> Option<(Label, usize)> {
    let token = tokens.get(at).filter(|token| token.label == Label::Prep && lists.agents.has(&token.lower))?;
    let is_name = |noun: &Token| matches!(noun.tag, Tag::Nnp | Tag::Nnps);
    let mut noun = token.head.filter(|&noun| tokens.get(noun).is_some_and(is_name))?;
    for _ in 0..MAX_STEPS {
        let above = tokens.get(noun).filter(|noun| noun.label == Label::Pobj)?.head?;
        noun = tokens.get(above).filter(|above| above.label == Label::Prep)?.head?;
        let of = tokens.get(noun)?;
        if of.label != Label::Pobj && !is_name(of) {
            return matches!(of.tag, Tag::Nn | Tag::Nns).then_some((Label::Prep, noun));
        }
    }
    None
}
