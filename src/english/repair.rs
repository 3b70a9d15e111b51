//! What a tree says that no sentence means, put right.
//!
//! A clause with two subjects, one of them "that", is no relative clause: the word begins what the verb above says
//! ("demanded the same day that Peru withdraw"). Under a verb that an infinitive completes, an infinitive is no purpose
//! where nothing else completes the verb ("threatened on Tuesday to halt"). A subordinate clause is not on top.
//! Who says it stands after the verb that follows a quotation.

use super::Token;
use super::tag::{Label, Tag};
use super::words::Lists;

/// How many steps up the tree are taken at the most.
const MAX_STEPS: usize = 8;

/// Puts right what is known to go wrong.
pub(super) fn repair(tokens: &mut [Token], lists: &Lists) {
    for clause in 0..tokens.len() {
        if is_completing(tokens, clause, lists)
            && let Some(token) = tokens.get_mut(clause)
        {
            token.label = Label::Xcomp;
        }
        turn_around(tokens, clause, lists);
        if let Some(main) = below_subordinate(tokens, clause) {
            if let Some(token) = tokens.get_mut(main) {
                (token.label, token.head) = (Label::Root, None);
            }
            if let Some(token) = tokens.get_mut(clause) {
                (token.label, token.head) = (Label::Advcl, Some(main));
            }
        }
        if let Some((that, verb)) = said_under_noun(tokens, clause) {
            if let Some(token) = tokens.get_mut(that) {
                (token.label, token.tag) = (Label::Mark, Tag::In);
            }
            if let Some(token) = tokens.get_mut(clause) {
                (token.label, token.head) = (Label::Ccomp, Some(verb));
            }
        }
    }
}

/// Gives a verb of saying after a quotation the speaker that follows it, and the quotation its last noun back:
/// "\"We condemn Peru,\" said a spokesperson".
fn turn_around(tokens: &mut [Token], verb: usize, lists: &Lists) {
    if !tokens.get(verb).is_some_and(|token| lists.sayings.has(&token.lower)) {
        return;
    }
    let child = |label: Label| tokens.iter().position(|token| token.head == Some(verb) && token.label == label);
    let (Some(quoted), Some(speaker)) = (child(Label::Nsubj), child(Label::Dobj)) else { return };
    let is_mark = |token: &Token| matches!(token.tag, Tag::CloseQuote | Tag::OpenQuote);
    let between = tokens.get(quoted + 1..verb).unwrap_or_default();
    if speaker < verb || !between.iter().any(is_mark) {
        return;
    }
    let clause = child(Label::Ccomp).filter(|&clause| clause < quoted);
    if let Some(token) = tokens.get_mut(quoted) {
        (token.head, token.label) = (clause.or(Some(verb)), Label::Dobj);
    }
    if let Some(token) = tokens.get_mut(speaker) {
        token.label = Label::Nsubj;
    }
}

/// Returns the clause that stands before a subordinate one and was hung under it: "Peru has left the pact, two months
/// after Chile announced it" with the announcement on top.
fn below_subordinate(tokens: &[Token], root: usize) -> Option<usize> {
    tokens.get(root).filter(|token| token.label == Label::Root)?;
    let child = |label: Label| tokens.iter().position(|token| token.head == Some(root) && token.label == label);
    let (mark, main) = (child(Label::Mark)?, child(Label::Ccomp)?);
    (main < mark && mark < root).then_some(main)
}

/// Tells whether an infinitive that hangs as a purpose completes the verb above.
fn is_completing(tokens: &[Token], clause: usize, lists: &Lists) -> bool {
    let Some(token) = tokens.get(clause).filter(|token| token.label == Label::Advcl) else { return false };
    let Some((head, verb)) = token.head.and_then(|head| Some((head, tokens.get(head)?))) else { return false };
    let below = |head: usize| tokens.iter().filter(move |token| token.head == Some(head));
    // "Ruled out sending troops": straight after the particle.
    let particle = clause.checked_sub(1).and_then(|before| tokens.get(before));
    if token.tag == Tag::Vbg && particle.is_some_and(|token| token.label == Label::Prt && token.head == Some(head)) {
        return true;
    }
    if token.tag != Tag::Vb {
        return false;
    }
    let is_infinitive = below(clause).any(|token| token.label == Label::Aux && token.tag == Tag::To);
    let is_complete =
        below(head).any(|token| matches!(token.label, Label::Dobj | Label::Xcomp | Label::Ccomp | Label::NsubjPass));
    is_infinitive && !is_complete && head < clause && lists.with_infinitive.has(&verb.lemma)
}

/// Returns the "that" of a clause under a noun that is what a verb above says, with that verb.
fn said_under_noun(tokens: &[Token], clause: usize) -> Option<(usize, usize)> {
    let noun = tokens.get(clause).filter(|token| token.label == Label::Relcl)?.head?;
    let mut subjects = tokens
        .iter()
        .enumerate()
        .filter(|(_, token)| token.head == Some(clause) && matches!(token.label, Label::Nsubj | Label::NsubjPass));
    let (that, first) = subjects.next()?;
    subjects.next().filter(|_| first.tag == Tag::Wdt)?;
    let mut at = noun;
    for _ in 0..MAX_STEPS {
        let token = tokens.get(at)?;
        if matches!(token.tag, Tag::Vbd | Tag::Vbz | Tag::Vbp | Tag::Vbg | Tag::Vbn | Tag::Vb) {
            return Some((that, at));
        }
        at = token.head?;
    }
    None
}
