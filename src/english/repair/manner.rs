//! In what spirit something is done, and with whom: "out of solidarity with Peru" is with Peru only in spirit.
//!
//! What a verb acts on behind an aside between commas that says how, when or for how long, taken for a clause of its own or for
//! another name of what stands in the aside: "lifted, as of Monday, its export curbs on Peru". Likewise behind a bare noun that says
//! how: "suspended with immediate effect its treaty".

use super::{Label, Tag, Token, child, has_subject, retag, set};
use crate::english::words::Lists;

/// Makes what stands behind such an aside what the verb before it acts on.
pub(super) fn repair(tokens: &mut [Token], at: usize, lists: &Lists) {
    if let Some((verb, thing)) = behind_aside(tokens, at, lists) {
        hang(tokens, at, verb, thing);
    }
    if let Some(verb) = where_to(tokens, at) {
        set(tokens, at, Label::Advmod, Some(verb));
    }
    if let Some(spirit) = spirit_before(tokens, at, lists) {
        set(tokens, at, Label::Prep, Some(spirit));
    }
}

/// Returns the verb above a noun for an adverb right behind the noun that tells where from and to it is brought: "called its
/// envoy home from Peru".
fn where_to(tokens: &[Token], adverb: usize) -> Option<usize> {
    let token = tokens.get(adverb).filter(|token| token.label == Label::Advmod && token.tag == Tag::Rb)?;
    let noun = token.head.filter(|&noun| noun + 1 == adverb)?;
    child(tokens, adverb, Label::Prep).filter(|&from| from == adverb + 1)?;
    let above = tokens.get(noun).filter(|noun| noun.label == Label::Dobj)?.head?;
    tokens.get(above).is_some_and(|above| above.tag.is_verb()).then_some(above)
}

/// Returns the noun for a spirit right before the preposition of whoever it is shared with, where both hang under one verb.
fn spirit_before(tokens: &[Token], preposition: usize, lists: &Lists) -> Option<usize> {
    let token = tokens.get(preposition).filter(|token| token.label == Label::Prep && token.tag == Tag::In)?;
    let before = preposition.checked_sub(1)?;
    let noun = tokens.get(before).filter(|noun| noun.label == Label::Pobj && lists.spirits.has(&noun.lemma))?;
    let above = token.head.and_then(|head| tokens.get(head))?;
    (noun.head? < before && above.tag.is_verb()).then_some(before)
}

/// Tells whether what was taken for whoever did it is only how it was done: "spoke by telephone".
pub(super) fn is_means(tokens: &[Token], verb: usize) -> bool {
    let by = child(tokens, verb, Label::Agent);
    let noun = by.and_then(|by| child(tokens, by, Label::Pobj));
    let is_bare =
        |noun: usize| [Label::Det, Label::Poss, Label::Amod].iter().all(|&label| child(tokens, noun, label).is_none());
    noun.is_some_and(|noun| tokens.get(noun).is_some_and(|token| token.tag == Tag::Nn) && is_bare(noun))
}

/// Returns the verb and the last noun of the thing, for the word that says whose it is.
fn behind_aside(tokens: &[Token], owner: usize, lists: &Lists) -> Option<(usize, usize)> {
    tokens.get(owner).filter(|token| token.tag == Tag::PrpPoss)?;
    let is_comma = |at: &usize| tokens.get(*at).is_some_and(|token| token.tag == Tag::Comma);
    let between_commas = || {
        let closes = owner.checked_sub(1).filter(is_comma)?;
        let opens = (0..closes).rev().find(is_comma)?;
        tokens.get(opens + 1).filter(|token| token.tag == Tag::In)?;
        opens.checked_sub(1)
    };
    let verb = between_commas().or_else(|| before_manner(tokens, owner))?;
    takes_object(tokens, verb, lists).then_some(())?;
    let thing = last_noun(tokens, owner)?;
    let (token, above) = (tokens.get(thing)?, tokens.get(verb)?);
    let is_free = match token.label {
        Label::Ccomp => token.head == Some(verb),
        Label::Root => above.head == Some(thing) && above.label == Label::Ccomp,
        Label::Nsubj | Label::NsubjPass => false,
        _ => child(tokens, verb, Label::Ccomp).is_none(),
    };
    is_free.then_some((verb, thing))
}

/// Returns the word before a preposition and its noun that stand right before a word without commas about them: "suspended with
/// immediate effect its treaty".
fn before_manner(tokens: &[Token], owner: usize) -> Option<usize> {
    let noun = owner.checked_sub(1)?;
    let token = tokens.get(noun).filter(|noun| noun.label == Label::Pobj && noun.tag == Tag::Nn)?;
    let verb = token.head?.checked_sub(1)?;
    let is_bare = |at: usize| tokens.get(at).is_some_and(|word| matches!(word.tag, Tag::Jj | Tag::Nn));
    (verb + 2..noun).all(is_bare).then_some(verb)
}

/// Tells whether a finite verb with a subject lacks what it acts on.
fn takes_object(tokens: &[Token], verb: usize, lists: &Lists) -> bool {
    let lacks = |label: Label| child(tokens, verb, label).is_none();
    let is_finite = |token: &Token| match token.tag {
        Tag::Vbd | Tag::Vbz | Tag::Vbp => true,
        Tag::Vbn | Tag::Vb => !lacks(Label::Aux),
        _ => false,
    };
    let is_bare = [Label::Dobj, Label::NsubjPass, Label::AuxPass].into_iter().all(lacks);
    let acts = |token: &Token| is_finite(token) && lists.needs_object.has(&token.lemma);
    is_bare && has_subject(tokens, verb) && tokens.get(verb).is_some_and(acts)
}

/// Returns the last of the nouns behind a word that says whose they are, also one that was taken for what the one before it
/// does: "its travel bans".
fn last_noun(tokens: &[Token], owner: usize) -> Option<usize> {
    let is_part = |token: &Token| {
        matches!(token.tag, Tag::Jj | Tag::Nn | Tag::Nns | Tag::Nnp | Tag::Nnps | Tag::Vbn | Tag::Vbg | Tag::Hyph)
    };
    let end = owner + 1 + tokens.get(owner + 1..)?.iter().take_while(|token| is_part(token)).count();
    let has = |label: Label| child(tokens, end, label);
    let is_taken = tokens.get(end).is_some_and(|token| matches!(token.tag, Tag::Vbz | Tag::Vbp));
    let is_done = end > owner + 1 && has(Label::Nsubj) == Some(end - 1);
    if is_taken && is_done && has(Label::Dobj).is_none() && has(Label::Aux).is_none() {
        return Some(end);
    }
    let is_noun = |at: &usize| tokens.get(*at).is_some_and(|token| matches!(token.tag, Tag::Nn | Tag::Nns));
    Some(end - 1).filter(|&last| last > owner).filter(is_noun)
}

/// Makes the noun the object of the verb, with the words before it under it.
fn hang(tokens: &mut [Token], owner: usize, verb: usize, thing: usize) {
    for (at, token) in tokens.iter_mut().enumerate() {
        let is_within = (owner..thing).contains(&at);
        let is_under = token.head.is_some_and(|head| (owner..=thing).contains(&head));
        if is_within && (!is_under || token.label == Label::Nsubj) {
            (token.label, token.head) = (Label::Compound, Some(thing));
        } else if at < owner && at != verb && is_under {
            token.head = Some(verb);
        }
    }
    set(tokens, owner, Label::Poss, Some(thing));
    if tokens.get(verb).is_some_and(|token| token.head == Some(thing)) {
        set(tokens, verb, Label::Root, None);
    }
    set(tokens, thing, Label::Dobj, Some(verb));
    if tokens.get(thing).is_some_and(|token| token.tag.is_verb()) {
        retag(tokens, thing, Tag::Nns);
    }
}
