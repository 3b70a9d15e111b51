//! Verbs beside a passive that share its subject or do not: "was summoned and handed a note", "said the talks had been halted
//! and expelled two envoys".

use super::{Label, Tag, Token, child, hang, has_subject, retag, set};
use crate::english::words::Lists;

/// The ending of regular forms that are past tense and participle.
const PAST: &str = "ed";

/// Puts right what was hung beside a passive.
pub(super) fn repair(tokens: &mut [Token], at: usize, lists: &Lists) {
    if is_done_to_same(tokens, at, lists) {
        retag(tokens, at, Tag::Vbn);
    }
    if let Some((passive, says)) = beside_saying(tokens, at, lists) {
        let is_behind = |index: usize, token: &Token| token.head == Some(passive) && index > at;
        let moved: Vec<usize> = tokens
            .iter()
            .enumerate()
            .filter(|(index, token)| is_behind(*index, token))
            .map(|(index, _)| index)
            .collect();
        moved.into_iter().for_each(|index| hang(tokens, index, at));
        set(tokens, at, Label::Conj, Some(says));
    }
    if let Some((done, verb)) = beside_done(tokens, at, lists) {
        set(tokens, at, Label::Conj, Some(verb));
        if let Some(noun) = child(tokens, done, Label::Nsubj) {
            set(tokens, noun, Label::Dobj, Some(verb));
            set(tokens, done, Label::Acl, Some(noun));
            retag(tokens, done, Tag::Vbn);
        }
    }
}

/// Returns the participle behind what a verb acts on that a perfect without a subject was hung beside, with the verb: "deplored the
/// damage done but has refused to pay".
fn beside_done(tokens: &[Token], at: usize, lists: &Lists) -> Option<(usize, usize)> {
    let token = tokens.get(at).filter(|token| token.label == Label::Conj && token.tag == Tag::Vbn)?;
    let is_finite = |helper: &Token| matches!(helper.tag, Tag::Vbz | Tag::Vbp | Tag::Vbd);
    child(tokens, at, Label::Aux).and_then(|helper| tokens.get(helper)).filter(|helper| is_finite(helper))?;
    let done = token.head.filter(|&done| done < at && !has_subject(tokens, at))?;
    let participle = tokens.get(done).filter(|done| matches!(done.tag, Tag::Vbn | Tag::Vbd))?;
    let others = [Label::Aux, Label::AuxPass, Label::Dobj, Label::Mark, Label::Prep];
    let is_bare = others.iter().all(|&label| child(tokens, done, label).is_none());
    let above = tokens.get(participle.head.filter(|&above| above < done && is_bare)?)?;
    let verb = match participle.label {
        Label::Acl if above.label == Label::Dobj => above.head?,
        // The noun was taken for whoever does it.
        Label::Ccomp if !lists.sayings.has(&above.lower) => participle.head?,
        _ => return None,
    };
    tokens.get(verb).filter(|verb| is_finite(verb) && is_behind_thing(tokens, done)).map(|_| (done, verb))
}

/// Tells whether a thing and nobody by name stands right before a participle.
fn is_behind_thing(tokens: &[Token], done: usize) -> bool {
    done.checked_sub(1).and_then(|noun| tokens.get(noun)).is_some_and(|noun| matches!(noun.tag, Tag::Nn | Tag::Nns))
}

/// Returns the passive that a past form without a subject is coordinated with, where the form acts on something.
fn passive_before(tokens: &[Token], at: usize) -> Option<usize> {
    let token = tokens.get(at).filter(|token| token.label == Label::Conj && token.tag == Tag::Vbd)?;
    let passive = token.head.filter(|&passive| passive < at && !has_subject(tokens, at))?;
    child(tokens, passive, Label::AuxPass)?;
    child(tokens, at, Label::Dobj).filter(|&object| object > at)?;
    tokens.get(passive).filter(|verb| verb.tag == Tag::Vbn).map(|_| passive)
}

/// Tells whether something is given to whoever something else is done to as well: "was summoned and handed a note".
fn is_done_to_same(tokens: &[Token], at: usize, lists: &Lists) -> bool {
    let gives = |verb: &Token| lists.giving.has(&verb.lemma) && verb.lower.ends_with(PAST);
    passive_before(tokens, at).is_some()
        && tokens.get(at).is_some_and(gives)
        && child(tokens, at, Label::Dative).is_none()
}

/// Returns the passive and the verb that says it, for what whoever says so did: nobody to whom it is done acts on another
/// beside it. "Said the talks had been halted and expelled two envoys".
fn beside_saying(tokens: &[Token], at: usize, lists: &Lists) -> Option<(usize, usize)> {
    let passive = passive_before(tokens, at).filter(|_| !is_done_to_same(tokens, at, lists))?;
    let says = tokens.get(passive).filter(|verb| verb.label == Label::Ccomp)?.head.filter(|&says| says < passive)?;
    let verb = tokens.get(says).filter(|verb| verb.tag == Tag::Vbd && lists.sayings.has(&verb.lower))?;
    let is_open = tokens.get(says..passive)?.iter().all(|word| word.tag != Tag::OpenQuote);
    (is_open && has_subject(tokens, says) && verb.head != Some(at)).then_some((passive, says))
}
