//! Clauses that tell the content of a noun and were hung elsewhere: "renewed its demand that Peru free the crew"; and clauses
//! that were hung under a noun and tell nothing of it.

use super::{Label, THAT, Tag, Token, child, has_subject, nearest_above};
use crate::english::words::Lists;

/// Returns the "that" of a clause that tells the content of a noun, with the noun: one that was taken for a relative clause, or
/// that was hung under the verb of a noun right before it.
pub(super) fn content(tokens: &[Token], clause: usize, lists: &Lists) -> Option<(usize, usize)> {
    match tokens.get(clause)?.label {
        Label::Relcl => of_relative(tokens, clause, lists),
        Label::Ccomp | Label::Advcl => {
            let that = child(tokens, clause, Label::Mark).filter(|&mark| is_that(tokens, mark))?;
            let noun = that.checked_sub(1).filter(|&noun| is_content_noun(tokens, noun, lists))?;
            let word = tokens.get(noun)?;
            // "Over charges that it did"; not "said in a statement that it did".
            let is_reason = || {
                let over = word.head.and_then(|over| tokens.get(over));
                word.label == Label::Pobj && over.is_some_and(|over| lists.reasons.has(&over.lower))
            };
            let is_object = matches!(word.label, Label::Dobj | Label::Attr) || is_reason();
            is_object.then_some((that, noun))
        }
        _ => None,
    }
}

/// Returns the same for a relative clause: what such a one leaves open is told here, so that the verb has an object of its
/// own, or is no form that its subject would have beside it in the present.
fn of_relative(tokens: &[Token], clause: usize, lists: &Lists) -> Option<(usize, usize)> {
    let token = tokens.get(clause)?;
    let noun = token.head.filter(|&noun| is_content_noun(tokens, noun, lists))?;
    let below = |label: Label| {
        tokens.iter().enumerate().filter(move |(_, token)| token.head == Some(clause) && token.label == label)
    };
    let (that, _) = below(Label::Dobj).find(|(index, token)| token.tag == Tag::Wdt && *index < clause)?;
    let (_, subject) = below(Label::Nsubj).find(|(index, _)| that < *index && *index < clause)?;
    let has_object = below(Label::Dobj).any(|(index, _)| index > clause);
    let is_one = matches!(subject.tag, Tag::Nnp | Tag::Nn);
    let is_base = matches!(token.tag, Tag::Vb | Tag::Vbp) && token.lower == token.lemma;
    (has_object || is_one && is_base).then_some((that, noun))
}

/// Returns the verb that a clause with a subject tells of when, why or whether, where it was hung under a noun: "rejected the
/// plan unless Peru leaves".
pub(super) fn beside_noun(tokens: &[Token], clause: usize, lists: &Lists) -> Option<usize> {
    let token =
        tokens.get(clause).filter(|token| matches!(token.label, Label::Acl | Label::Relcl) && token.tag.is_verb())?;
    let mark = child(tokens, clause, Label::Mark).filter(|&mark| mark < clause)?;
    let opens = tokens.get(mark).is_some_and(|mark| lists.openers.has(&mark.lower));
    let verb = nearest_above(tokens, token.head?, Tag::is_verb).filter(|&verb| verb < mark)?;
    (opens && has_subject(tokens, clause)).then_some(verb)
}

/// Returns whoever is to act right before a word taken for an adjective that acts on something: "demanded that Peru free him".
pub(super) fn doer_of_adjective(tokens: &[Token], at: usize) -> Option<usize> {
    tokens.get(at).filter(|token| token.label == Label::Ccomp && token.tag == Tag::Jj)?;
    let mark = child(tokens, at, Label::Mark).filter(|&mark| is_that(tokens, mark))?;
    child(tokens, at, Label::Dobj).filter(|&object| object > at)?;
    let is_doer = |doer: &usize| {
        let name = |token: &Token| token.tag.is_noun() && token.head == Some(at);
        *doer > mark && tokens.get(*doer).is_some_and(name)
    };
    at.checked_sub(1).filter(is_doer)
}

/// Returns what somebody does something over, where a clause about it was hung under the noun before: "recalled its envoy over the
/// tariffs that Peru imposed".
pub(super) fn told_of_reason(tokens: &[Token], clause: usize, lists: &Lists) -> Option<usize> {
    let token = tokens.get(clause).filter(|token| token.label == Label::Relcl)?;
    let is_which = |word: &Token| word.tag == Tag::Wdt && word.head == Some(clause);
    let which = tokens.iter().take(clause).position(is_which)?;
    let noun = which.checked_sub(1).filter(|&noun| token.head != Some(noun))?;
    let over = tokens.get(noun).filter(|noun| noun.label == Label::Pobj)?.head?;
    let is_reason = |over: &Token| over.head == token.head && lists.reasons.has(&over.lower);
    tokens.get(over).is_some_and(is_reason).then_some(noun)
}

/// Tells whether a clause that says when or why something was said was taken for what is said: "'No', she said after the envoy had
/// left".
pub(super) fn is_circumstance(tokens: &[Token], clause: usize, lists: &Lists) -> bool {
    let Some(verb) = tokens.get(clause).filter(|token| token.label == Label::Ccomp).and_then(|token| token.head) else {
        return false;
    };
    let is_other = |(at, token): (usize, &Token)| {
        token.head == Some(verb) && token.label == Label::Ccomp && at < verb && at != clause
    };
    let mark = child(tokens, clause, Label::Mark).filter(|&mark| verb < mark && mark < clause);
    let opens = mark.and_then(|mark| tokens.get(mark)).is_some_and(|mark| lists.subordinating.has(&mark.lower));
    opens && tokens.iter().enumerate().any(is_other)
}

fn is_that(tokens: &[Token], index: usize) -> bool {
    tokens.get(index).is_some_and(|token| &*token.lower == THAT)
}

fn is_content_noun(tokens: &[Token], index: usize, lists: &Lists) -> bool {
    tokens.get(index).is_some_and(|token| lists.content_nouns.has(&token.lemma))
}

/// Returns the "that" of a relative clause that has a subject and no object, where it was taken for the mark of what is said:
/// "the treaty that the two signed".
pub(super) fn relative_object(tokens: &[Token], clause: usize, lists: &Lists) -> Option<usize> {
    let is_told = |noun: usize| tokens.get(noun).is_some_and(|noun| lists.content_nouns.has(&noun.lemma));
    let is_clause = |token: &&Token| match token.label {
        Label::Acl => lists.needs_object.has(&token.lemma) && !token.head.is_some_and(is_told),
        label => label == Label::Relcl,
    };
    let token = tokens.get(clause).filter(|token| token.tag.is_verb()).filter(is_clause)?;
    let is_that =
        |&mark: &usize| token.label == Label::Relcl || tokens.get(mark).is_some_and(|mark| &*mark.lower == THAT);
    let that = child(tokens, clause, Label::Mark).filter(is_that)?;
    let follows = token.head.is_some_and(|noun| noun < that) && that < clause;
    let fills = |below: &Token| {
        below.head == Some(clause)
            && matches!(
                below.label,
                Label::Dobj
                    | Label::Ccomp
                    | Label::Xcomp
                    | Label::AuxPass
                    | Label::NsubjPass
                    | Label::Attr
                    | Label::Acomp
            )
    };
    (follows && has_subject(tokens, clause) && !tokens.iter().any(fills)).then_some(that)
}
