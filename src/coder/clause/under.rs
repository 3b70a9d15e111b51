//! What stands under prepositions: their nouns, and the prepositions nested there.

use super::{Arguments, OF, is_infinitive, named_by};
use crate::english::tag::{Label, Tag};
use crate::english::{Sentence, Token};

/// The word for none.
const NO: &str = "no";
/// What ends prepositions of several words: "in response to".
const OF_PHRASES: &[&str] = &["to"];
/// Prepositions of whoever has a part in a thing.
const SHARING: [&str; 2] = ["with", "between"];

/// Adds a preposition with what stands under it, and the prepositions nested there.
pub(super) fn collect_preps(sentence: &Sentence, preposition: usize, found: &mut Arguments) {
    found.preps.extend(objects(sentence, preposition).map(|object| (preposition, object)));
    // "According to Chile", "owing to rain": the two are one word, and what stands under it takes no part.
    let is_true =
        sentence.token(preposition).is_some_and(|token| matches!(token.tag, Tag::In | Tag::To | Tag::Rp | Tag::Rb));
    for (index, token) in sentence.children(preposition) {
        match token.label {
            Label::Prep if !is_true => {}
            Label::Prep => found.preps.extend(objects(sentence, index).map(|object| (index, object))),
            Label::Pcomp => found.complement.push(index),
            _ => {}
        }
    }
    let is_of = |index: usize| sentence.token(index).is_some_and(|token| *token.lower == *OF);
    let under: Vec<usize> = objects(sentence, preposition).collect();
    for object in under {
        // "In response to Chile", "in addition to": a bare noun between two prepositions is a part of them.
        let is_bare = sentence.token(object).is_some_and(|token| token.tag == Tag::Nn)
            && sentence.children(object).all(|(_, below)| below.label == Label::Prep);
        for (index, token) in sentence.children(object) {
            let is_part = is_bare && OF_PHRASES.contains(&&*token.lower);
            if token.label == Label::Prep && !is_part {
                found.preps.extend(objects(sentence, index).map(|object| (index, object)));
                // "Instruments of ratification of the treaty with Peru".
                let deeper = objects(sentence, index).filter(|_| is_of(index) && is_of(preposition));
                let below = deeper.flat_map(|noun| sentence.children(noun));
                let shares = |token: &Token| token.label == Label::Prep && SHARING.contains(&&*token.lower);
                let below = below.filter(|(_, token)| shares(token)).map(|(index, _)| index);
                found.preps.extend(below.flat_map(|index| objects(sentence, index).map(move |object| (index, object))));
            }
        }
    }
}

/// Returns the prepositions of a noun, each with the head of what stands under it.
pub(super) fn below_noun(sentence: &Sentence, noun: usize) -> Vec<(usize, usize)> {
    let mut found = Arguments::default();
    for (index, _) in sentence.children(noun).filter(|(_, token)| token.label == Label::Prep) {
        collect_preps(sentence, index, &mut found);
    }
    found.preps
}

/// Returns the nouns directly under a preposition; "at what it called bases" has the bases under it.
pub fn objects(sentence: &Sentence, preposition: usize) -> impl Iterator<Item = usize> + '_ {
    sentence.children(preposition).filter_map(|(index, token)| match token.label {
        Label::Pobj => Some(index),
        Label::Pcomp => named_by(sentence, index),
        _ => None,
    })
}

/// Returns the first of those that stand in a row with a word before it: of "Peru and Chile", Peru.
#[must_use]
pub fn first_of_row(sentence: &Sentence, at: usize) -> usize {
    let mut first = at;
    while let Some(before) =
        sentence.token(first).filter(|token| token.label == Label::Conj).and_then(|token| token.head)
    {
        first = before;
    }
    first
}

/// Returns the preposition that a noun stands under, in lower case.
#[must_use]
pub fn preposition_over(sentence: &Sentence, noun: usize) -> Option<&str> {
    let noun = sentence.token(noun).filter(|token| token.label == Label::Pobj)?;
    sentence.token(noun.head?).map(|preposition| &*preposition.lower)
}

/// Tells whether a participle without a helper says what is to be done to the object of the verb above it.
pub(super) fn is_done_to_object(sentence: &Sentence, verb: usize, head: usize) -> bool {
    let is_bare = sentence.children(verb).all(|(_, below)| !matches!(below.label, Label::Aux | Label::AuxPass));
    let is_done = sentence.token(verb).is_some_and(|token| token.tag == Tag::Vbn);
    is_done && is_bare && sentence.child(head, Label::Dobj).is_some_and(|object| object < verb)
}

/// Tells whether nouns are told to be none: "wasted no time in leaving".
pub(super) fn is_none(sentence: &Sentence, nouns: &[usize]) -> bool {
    let is_none = |&noun: &usize| sentence.children(noun).any(|(_, below)| below.tag == Tag::Dt && &*below.lower == NO);
    nouns.iter().any(is_none)
}

/// Returns the infinitives under a verb that tell what is done for or by it: "sent a carrier to deter Chile".
pub fn purposes(sentence: &Sentence, verb: usize) -> impl Iterator<Item = usize> {
    let may_be = |label| matches!(label, Label::Advcl | Label::Xcomp);
    let below = sentence.children(verb).filter(move |(_, below)| may_be(below.label));
    below.map(|(clause, _)| clause).filter(|&clause| is_infinitive(sentence, clause))
}
