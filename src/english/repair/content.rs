//! Clauses that tell the content of a noun and were taken for relative ones: "renewed its demand that Peru free the crew".

use super::{Label, MAX_STEPS, Tag, Token};
use crate::english::words::Lists;

/// Returns the "that" of a clause under a noun whose content it tells, with the verb that the noun stands under.
///
/// What a relative clause leaves open is told here: the verb has an object of its own, or is no form that its subject would
/// have beside it in the present.
pub(super) fn content(tokens: &[Token], clause: usize, lists: &Lists) -> Option<(usize, usize)> {
    let token = tokens.get(clause).filter(|token| token.label == Label::Relcl)?;
    let above = token.head?;
    let noun = tokens.get(above).filter(|noun| lists.content_nouns.has(&noun.lemma))?;
    let below = |label: Label| {
        tokens.iter().enumerate().filter(move |(_, token)| token.head == Some(clause) && token.label == label)
    };
    let (that, _) = below(Label::Dobj).find(|(index, token)| token.tag == Tag::Wdt && *index < clause)?;
    let (_, subject) = below(Label::Nsubj).find(|(index, _)| that < *index && *index < clause)?;
    let has_object = below(Label::Dobj).any(|(index, _)| index > clause);
    let is_one = matches!(subject.tag, Tag::Nnp | Tag::Nn);
    let is_base = matches!(token.tag, Tag::Vb | Tag::Vbp) && token.lower == token.lemma;
    if !(has_object || is_one && is_base) {
        return None;
    }
    let mut at = noun.head?;
    for _ in 0..MAX_STEPS {
        let token = tokens.get(at)?;
        if token.tag.is_verb() {
            return Some((that, at));
        }
        at = token.head?;
    }
    None
}
