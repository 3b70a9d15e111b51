//! Acts that an agreement lays down: "the accord obliges Peru to leave", "under the deal, Peru must leave".
//!
//! They are still to be done, and by whoever is bound to do them; what is only proposed binds nobody.

use super::modifier::is_verb;
use crate::english::tag::{Label, Tag};
use crate::english::{Sentence, Token};
use crate::ontology::lexicon::mode::{ModeWords, Particle};

/// Tells whether what a verb says is what an agreement says, as its subject or as what it is said under.
pub(super) fn lays_down(sentence: &Sentence, verb: usize, words: &ModeWords) -> bool {
    let is_under = |(preposition, below): (usize, &Token)| {
        matches!(below.label, Label::Prep | Label::Agent)
            && words.is(&below.lower, Particle::UnderPact)
            && sentence.children(preposition).any(|(noun, _)| is_pact(sentence, noun, words))
    };
    sentence.children(verb).any(is_under) || speaks(sentence, verb, words)
}

/// Tells whether an agreement is what says it: "the accord requires", "an accord that requires", "an accord requiring".
fn speaks(sentence: &Sentence, verb: usize, words: &ModeWords) -> bool {
    let Some(token) = sentence.token(verb).filter(|token| is_verb(token)) else { return false };
    let mut subjects = sentence.children(verb).filter(|(_, below)| below.label == Label::Nsubj);
    let subject = subjects.next().filter(|(_, below)| !matches!(below.tag, Tag::Wdt | Tag::Wp));
    let above = token.head.filter(|_| {
        let told = matches!(token.label, Label::Relcl | Label::Acl) && token.tag != Tag::Vbn;
        told || token.label == Label::Conj
    });
    match (subject, above) {
        (Some((subject, _)), _) => is_pact(sentence, subject, words),
        (None, Some(above)) if token.label == Label::Conj => speaks(sentence, above, words),
        (None, Some(noun)) => is_pact(sentence, noun, words),
        (None, None) => false,
    }
}

/// Tells whether a noun names an agreement that has been made, or what it says: "the terms of the treaty".
fn is_pact(sentence: &Sentence, noun: usize, words: &ModeWords) -> bool {
    let Some(token) = sentence.token(noun).filter(|token| token.tag.is_noun()) else { return false };
    let lemma = token.lemma.to_lowercase();
    let is_open = |(_, below): (usize, &Token)| words.is(&below.lower, Particle::Unmade);
    if words.is(&lemma, Particle::Pact) {
        return !sentence.children(noun).any(is_open);
    }
    words.is(&lemma, Particle::PactPart)
        && sentence.children(noun).filter(|(_, below)| below.label == Label::Prep).any(|(preposition, _)| {
            let whole = sentence.children(preposition).find(|(_, below)| below.label == Label::Pobj);
            whole.is_some_and(|(whole, _)| is_pact(sentence, whole, words))
        })
}
