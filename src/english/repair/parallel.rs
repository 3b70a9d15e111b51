//! A second one who is to do something beside the first: "urged Peru to free the crew and Chile to lift its embargo".
//!
//! The parser takes the second name for one more object of the first infinitive and hangs the second infinitive below it.

use super::{Label, Tag, Token, hang, relabel, set};

/// Puts the second infinitive beside the first, with whoever is to do it as its subject.
pub(super) fn repair(tokens: &mut [Token], clause: usize) {
    if let Some((name, first)) = second_asked(tokens, clause) {
        set(tokens, clause, Label::Conj, Some(first));
        relabel(tokens, name, Label::Nsubj);
        hang(tokens, name, clause);
    }
}

/// Returns who is to do what an infinitive tells, with the infinitive before it.
fn second_asked(tokens: &[Token], clause: usize) -> Option<(usize, usize)> {
    let token = tokens.get(clause).filter(|token| token.label == Label::Advcl && token.tag == Tag::Vb)?;
    let to = clause.checked_sub(1).filter(|&to| tokens.get(to).is_some_and(|to| to.tag == Tag::To))?;
    let first = token.head.filter(|&first| first < clause)?;
    let asked = tokens.get(first).filter(|asked| asked.tag == Tag::Vb)?;
    if !matches!(asked.label, Label::Xcomp | Label::Ccomp | Label::Conj) {
        return None;
    }
    let name = to.checked_sub(1)?;
    let word = tokens.get(name).filter(|word| word.tag == Tag::Nnp && word.label == Label::Conj)?;
    let object = word.head.filter(|&object| object > first)?;
    let before = tokens.get(object)?;
    // "Troops from Peru and Chile to keep the peace" may be of both; nobody is named twice beside himself.
    let is_other = matches!(before.tag, Tag::Nn | Tag::Nns) || before.lower == word.lower;
    (is_other && matches!(before.label, Label::Dobj | Label::Pobj)).then_some((name, first))
}
