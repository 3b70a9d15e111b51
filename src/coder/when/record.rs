//! Expressions of time that only say how long nothing of the kind had happened, or how often it did.

use super::Time;
use super::atom::Atoms;
use super::expression::{Expression, Side};
use crate::coder::clause;
use crate::english::tag::{Label, Tag};
use crate::english::{Sentence, Token};
use crate::ontology::lexicon::time::Sense;

/// Tells whether a clause says what happened then: "for the first time since May, when Peru left" is of the leaving the day
/// all the same.
pub(super) fn is_of_what_was(sentence: &Sentence, time: &Time) -> bool {
    let tells =
        |below: &Token| below.label == Label::Relcl && below.head.is_some_and(|head| time.tokens.contains(&head));
    sentence.tokens.iter().any(tells)
}

/// Tells whether the stretch that publication falls in stands at a noun behind a comma: "fired a missile, its fourth test this
/// month".
pub(super) fn is_of_apposed(sentence: &Sentence, time: &Time, expression: &Expression) -> bool {
    let noun = sentence.token(time.head).and_then(|head| sentence.token(head.head?));
    matches!(expression, Expression::Stretch { side: Side::Here, .. })
        && noun.is_some_and(|noun| noun.label == Label::Appos)
}

/// Tells whether an expression only says how long nothing of the kind had happened: "for the first time since 2019", "the
/// deadliest raid since May", "the first ambassador in 23 years".
pub(super) fn is_of_record(sentence: &Sentence, atoms: &Atoms<'_>, since: usize) -> bool {
    let token = |at: usize| atoms.get(at).and_then(|atom| sentence.token(atom.token));
    let ends = |at: &usize| {
        let parts = |tag: Tag| matches!(tag, Tag::Vbd | Tag::Vbz | Tag::Vbp | Tag::Md | Tag::Comma | Tag::Colon);
        token(*at).is_none_or(|token| parts(token.tag))
    };
    let is_record = |at: usize| {
        atoms.has(at, Sense::Record) || token(at).is_some_and(|token| matches!(token.tag, Tag::Jjs | Tag::Rbs))
    };
    if (0..since).rev().take_while(|at| !ends(at)).any(is_record) {
        return true;
    }
    // "The first time that Peru had left a pact since 2019".
    let at = atoms.get(since).map(|atom| atom.token);
    let clause = at
        .into_iter()
        .flat_map(|at| sentence.ancestors(at))
        .find(|&above| sentence.token(above).is_some_and(clause::heads_a_clause));
    let noun = clause.and_then(|clause| sentence.token(clause)).filter(|clause| clause.label == Label::Relcl);
    let noun = noun.and_then(|clause| clause.head);
    noun.is_some_and(|noun| (0..since).any(|at| token(at).is_some_and(|word| word.head == Some(noun)) && is_record(at)))
}
