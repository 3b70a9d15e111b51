//! How something is kept, taken for another deed: "kept its border with Chile closed"; and what is ordered to be done to it:
//! "ordered its border with Chile closed".

use super::{Label, Tag, Token, child, set};
use crate::english::words::{List, Lists};

/// Hangs what is kept, ordered or told of where it belongs.
pub(super) fn repair(tokens: &mut [Token], clause: usize, lists: &Lists) {
    if let Some((verb, object)) = kept(tokens, clause, lists) {
        hang_state(tokens, clause, verb, object);
    }
    if let Some((verb, object)) = ordered(tokens, clause, lists) {
        hang_order(tokens, clause, verb, object);
    }
    if let Some(object) = told_of_object(tokens, clause, lists) {
        hang_told(tokens, clause, object);
    }
}

/// How many nouns under prepositions may stand between an object and what is to be done to it.
const CHAIN: usize = 3;

/// Returns the verb that keeps something and what it keeps, for the state in which it is kept: a participle after the object
/// of the verb, with no subject and no object of its own.
fn kept(tokens: &[Token], at: usize, lists: &Lists) -> Option<(usize, usize)> {
    under_verb(tokens, at, &lists.keeping, lists)
}

/// Returns the verb that orders something and what is to be done to what, for what is to be done: a participle as above.
fn ordered(tokens: &[Token], at: usize, lists: &Lists) -> Option<(usize, usize)> {
    let is_to_be = child(tokens, at, Label::AuxPass).is_some();
    under_verb(tokens, at, &lists.ordering, lists).filter(|_| !is_to_be).or_else(|| wished(tokens, at, lists))
}

/// Returns the verb that wishes something and what is to be done to what: "wants the duties lifted by May", the last
/// participle behind the object of the verb.
fn wished(tokens: &[Token], at: usize, lists: &Lists) -> Option<(usize, usize)> {
    let token = tokens.get(at).filter(|token| is_participle(token) && token.label == Label::Acl)?;
    let above = |at: usize| tokens.get(at).and_then(|token| token.head);
    // "Wants the duties on its wine lifted": what stands last is no deed to the wine.
    let object = std::iter::successors(token.head, |&noun| above(noun).and_then(above))
        .take(CHAIN)
        .find(|&noun| tokens.get(noun).is_some_and(|token| token.label == Label::Dobj))?;
    let verb = above(object)?;
    let wishes = tokens.get(verb).is_some_and(|token| token.tag.is_verb() && lists.wishing.has(&token.lemma));
    let is_last = |other: &Token| !(is_participle(other) && other.label == Label::Acl);
    (wishes && child(tokens, verb, Label::Xcomp).is_none() && tokens.iter().skip(at + 1).all(is_last))
        .then_some((verb, object))
}

fn under_verb(tokens: &[Token], at: usize, verbs: &List, lists: &Lists) -> Option<(usize, usize)> {
    let is_wanted = |token: &Token| token.tag.is_verb() && verbs.has(&token.lemma);
    let token = tokens.get(at).filter(|token| matches!(token.tag, Tag::Vbd | Tag::Vbn | Tag::Nn | Tag::Jj))?;
    if !lists.kept.has(&token.lower) {
        return None;
    }
    let mut before = tokens.get(..at)?.iter().enumerate().rev();
    // "Ordered its consulates in Arica and Iquique closed": what joins two names ends nothing.
    let is_name = |at: usize| tokens.get(at).is_some_and(|token| token.tag == Tag::Nnp);
    let joins = |at: usize| at > 0 && is_name(at - 1) && is_name(at + 1);
    let ends = |at: usize, token: &Token| match token.tag {
        Tag::Cc => !joins(at),
        tag => matches!(tag, Tag::Comma | Tag::Colon | Tag::Stop) || is_finite(token),
    };
    let (verb, _) = before.find(|&(at, token)| is_wanted(token) || ends(at, token))?;
    if !is_wanted(tokens.get(verb)?) || child(tokens, at, Label::Dobj).is_some() {
        return None;
    }
    let under = |label: Label, head: usize| child(tokens, head, label).filter(|&below| verb < below && below < at);
    // A headline may take the state for what is kept: "keeps border shut".
    let noun = if token.label == Label::Dobj { under(Label::Compound, at) } else { None };
    let object =
        under(Label::Dobj, verb).or_else(|| under(Label::Nsubj, at)).filter(|&object| object != at).or(noun)?;
    Some((verb, object))
}

/// Returns what a verb before a comma is done to, for a state behind the comma that says since when or until when it has been so:
/// "reopened its border with Chile, closed since 2019".
fn told_of_object(tokens: &[Token], at: usize, lists: &Lists) -> Option<usize> {
    let token = tokens.get(at).filter(|token| matches!(token.tag, Tag::Vbd | Tag::Vbn | Tag::Nn | Tag::Jj))?;
    let comma = at.checked_sub(1).filter(|&comma| tokens.get(comma).is_some_and(|word| word.tag == Tag::Comma))?;
    tokens.get(at + 1).filter(|word| word.label == Label::Prep && lists.subordinating.has(&word.lower))?;
    let is_free = [Label::Nsubj, Label::Dobj, Label::Aux, Label::AuxPass, Label::Agent];
    let stands = matches!(token.label, Label::Conj | Label::Appos | Label::Acl | Label::Advcl | Label::Advmod);
    if !stands || !lists.kept.has(&token.lower) || is_free.iter().any(|&label| child(tokens, at, label).is_some()) {
        return None;
    }
    let verb = (0..comma).rev().find(|&verb| tokens.get(verb).is_some_and(|word| word.tag.is_verb()))?;
    let object = child(tokens, verb, Label::Dobj).filter(|&object| verb < object && object < comma)?;
    let is_told = token.label == Label::Acl && token.head == Some(object);
    (child(tokens, verb, Label::AuxPass).is_none() && !is_told).then_some(object)
}

/// Hangs such a state under what it tells of, with the time behind it.
fn hang_told(tokens: &mut [Token], at: usize, object: usize) {
    set(tokens, at, Label::Acl, Some(object));
    super::retag(tokens, at, Tag::Vbn);
    set(tokens, at + 1, Label::Prep, Some(at));
}

/// Hangs what is to be done under the verb that orders it, as an infinitive would be.
fn hang_order(tokens: &mut [Token], at: usize, verb: usize, object: usize) {
    let is_noun = tokens.get(at).is_some_and(|token| token.label == Label::Dobj);
    for (index, token) in tokens.iter_mut().enumerate() {
        if is_noun && index != object && index < at && token.head == Some(at) {
            token.head = Some(object);
        }
    }
    set(tokens, object, Label::Dobj, Some(verb));
    set(tokens, at, Label::Xcomp, Some(verb));
    super::retag(tokens, at, Tag::Vbn);
}

/// Hangs the state in which something is kept under the verb, with what stands beside it.
fn hang_state(tokens: &mut [Token], at: usize, verb: usize, object: usize) {
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

fn is_participle(token: &Token) -> bool {
    matches!(token.tag, Tag::Vbn | Tag::Vbd)
}

fn is_finite(token: &Token) -> bool {
    matches!(token.tag, Tag::Vbz | Tag::Vbp | Tag::Md)
}
