//! Clauses that say what somebody is told and were hung under whoever is told: "told the envoy of Peru that it had left".

use super::{Label, MAX_STEPS, THAT, Tag, Token, child, has_subject};
use crate::english::words::Lists;

/// Returns the verb that tells what a clause says, with the word that begins the clause, where it was hung otherwise.
pub(super) fn told(tokens: &[Token], clause: usize, lists: &Lists) -> Option<(usize, Option<usize>)> {
    let token = tokens.get(clause)?;
    let label = token.label;
    if !matches!(label, Label::Relcl | Label::Acl | Label::Advcl | Label::Ccomp | Label::Conj)
        || !has_subject(tokens, clause)
    {
        return None;
    }
    let verb = telling_above(tokens, token.head?, lists).filter(|&verb| verb < clause)?;
    let told = [Label::Dobj, Label::NsubjPass, Label::Dative].iter().find_map(|&label| child(tokens, verb, label))?;
    let says = |below: &Token| below.head == Some(verb) && matches!(below.label, Label::Ccomp | Label::Xcomp);
    let says_more = tokens.iter().enumerate().any(|(index, below)| index != clause && says(below));
    let is_that = |at: &usize| tokens.get(*at).is_some_and(|word| word.head == Some(clause) && &*word.lower == THAT);
    let that = (told + 1..clause).find(is_that);
    // What stands before "that" and is its subject leaves nothing open: "the envoy that left".
    let is_own = that.is_none_or(|that| {
        tokens.get(that).is_some_and(|word| {
            !matches!(word.label, Label::Nsubj | Label::NsubjPass) || has_second(tokens, clause, that)
        })
    });
    if says_more || !is_own {
        return None;
    }
    match that {
        // "So that", "now that": another word begins the clause with it.
        Some(that) => {
            let before = tokens.get(that.checked_sub(1)?)?;
            let is_other = before.head == Some(clause) || before.head == Some(that);
            let is_right = label == Label::Ccomp && token.head == Some(verb) && tokens.get(that)?.label == Label::Mark;
            (!is_other && !is_right).then_some((verb, Some(that)))
        }
        // Without it the clause tells of whoever is told where it leaves something open.
        None => (label == Label::Relcl && is_whole(tokens, clause)).then_some((verb, None)),
    }
}

/// Returns the verb of saying, the time right behind it and the "that" after that, for a clause that was taken to tell of the
/// time: "announced the same night that it was severing ties".
pub(super) fn said_at_time(tokens: &[Token], clause: usize, lists: &Lists) -> Option<[usize; 3]> {
    let time = tokens.get(clause).filter(|token| token.label == Label::Relcl)?.head?;
    let noun = tokens.get(time).filter(|noun| matches!(noun.label, Label::Dobj | Label::Npadvmod))?;
    let verb = noun.head.filter(|&verb| verb < time && lists.times_of_day.has(&noun.lemma))?;
    tokens.get(verb).filter(|verb| lists.sayings.has(&verb.lower))?;
    let that = time + 1;
    let opens = tokens.get(that).is_some_and(|word| &*word.lower == THAT && word.head == Some(clause));
    (opens && has_second(tokens, clause, that)).then_some([verb, time, that])
}

/// Returns the main verb, and the noun after a comma that a clause with a subject of its own tells of, where that clause was
/// put on top: "Peru accused Chile of sheltering rebels, a charge Chile rejected".
pub(super) fn of_apposed(tokens: &[Token], root: usize, lists: &Lists) -> Option<(usize, usize)> {
    tokens.get(root).filter(|token| token.label == Label::Root)?;
    let main = child(tokens, root, Label::Ccomp).filter(|&main| main < root && has_subject(tokens, main))?;
    // "Recalled its envoy on May 22, the day Peru left": a time told with an article is no time of its own.
    let is_time = |at: usize| {
        let is_article = |token: &Token| token.head == Some(at) && token.tag == Tag::Dt;
        tokens.get(at).is_some_and(|token| token.label == Label::Npadvmod) && tokens.iter().take(at).any(is_article)
    };
    let is_subject = |&at: &usize| {
        let below = tokens.get(at).filter(|token| token.head == Some(root));
        below.is_some_and(|token| token.label == Label::Nsubj || is_time(at))
    };
    let mut subjects = (main..root).filter(is_subject);
    let first = subjects.next()?;
    // "A decision Ana Quispe announced": the noun may pass for a part of the name behind it.
    let is_part = |&at: &usize| {
        let part = tokens.get(at).filter(|token| token.head == Some(first) && token.label == Label::Compound);
        let before = at.checked_sub(1).and_then(|before| tokens.get(before));
        part.is_some_and(|token| token.tag == Tag::Nn) && before.is_some_and(|word| lists.indefinite.has(&word.lower))
    };
    let within = (main..first).find(is_part).map(|noun| (noun, first));
    let (noun, subject) = within.or_else(|| Some((first, subjects.next()?)))?;
    let is_common = tokens.get(noun).is_some_and(|noun| matches!(noun.tag, Tag::Nn | Tag::Nns));
    let is_of = |at: usize, head: usize| tokens.get(at).is_some_and(|token| token.head == Some(head));
    let is_phrase = (noun + 1..subject).all(|at| is_of(at, subject));
    let start = (0..noun).rev().take_while(|&at| is_of(at, noun)).last().unwrap_or(noun);
    let is_apart = start.checked_sub(1).and_then(|at| tokens.get(at)).is_some_and(|token| token.tag == Tag::Comma);
    (is_common && is_phrase && is_apart && main < start).then_some((main, noun))
}

/// Returns the verb of telling above a word, along what its object is made of.
fn telling_above(tokens: &[Token], from: usize, lists: &Lists) -> Option<usize> {
    let mut at = from;
    for _ in 0..MAX_STEPS {
        let token = tokens.get(at)?;
        if token.tag.is_verb() {
            return lists.telling.has(&token.lemma).then_some(at);
        }
        let is_part = matches!(
            token.label,
            Label::Dobj | Label::Dative | Label::Pobj | Label::Prep | Label::Conj | Label::Appos | Label::NsubjPass
        );
        at = token.head.filter(|_| is_part)?;
    }
    None
}

/// Tells whether a clause has a subject beside a word.
fn has_second(tokens: &[Token], clause: usize, word: usize) -> bool {
    let is_subject = |token: &Token| matches!(token.label, Label::Nsubj | Label::NsubjPass | Label::Expl);
    tokens.iter().enumerate().any(|(index, token)| index != word && token.head == Some(clause) && is_subject(token))
}

/// Tells whether a clause leaves nothing open: its verb has a subject and an object of its own, or stands in the passive.
fn is_whole(tokens: &[Token], clause: usize) -> bool {
    let own = |label: Label| {
        let is_own = |token: &Token| !matches!(token.tag, Tag::Wdt | Tag::Wp | Tag::Wrb);
        tokens.iter().any(|token| token.head == Some(clause) && token.label == label && is_own(token))
    };
    own(Label::NsubjPass) && own(Label::AuxPass) || own(Label::Nsubj) && own(Label::Dobj)
}
