//! Sentences that say who it is that does something, whose clause was hung under the verb: "it is Peru that must leave".

use super::{Label, Tag, Token, child, set};

/// The verb that says who it is.
const BE: &str = "be";

/// Hangs the clause under whoever does it.
pub(super) fn repair(tokens: &mut [Token], clause: usize) {
    if let Some(doer) = doer(tokens, clause) {
        set(tokens, clause, Label::Relcl, Some(doer));
    }
}

/// Returns whoever does what a clause tells that begins right behind: "it was Chile that broke the pact".
fn doer(tokens: &[Token], clause: usize) -> Option<usize> {
    let is_told = |token: &&Token| {
        matches!(token.label, Label::Ccomp | Label::Advcl | Label::Csubj | Label::Relcl) && token.tag.is_verb()
    };
    let be = tokens.get(clause).filter(is_told)?.head.filter(|&be| be < clause)?;
    tokens.get(be).filter(|verb| &*verb.lemma == BE)?;
    let subject = [Label::Nsubj, Label::NsubjPass].into_iter().find_map(|label| child(tokens, clause, label))?;
    tokens.get(subject).filter(|subject| matches!(subject.tag, Tag::Wdt | Tag::Wp))?;
    let it = child(tokens, be, Label::Nsubj).and_then(|it| tokens.get(it))?;
    child(tokens, be, Label::Attr).filter(|&doer| it.tag == Tag::Prp && be < doer && doer + 1 == subject)
}
