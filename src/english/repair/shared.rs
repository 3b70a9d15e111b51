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
