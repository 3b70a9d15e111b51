//! Verbs taken for adjectives and nouns behind words that a clause follows: "by imposing sanctions", "if the talks fail".

use super::{Line, is_form, is_gerund};
use crate::english::tag::Tag::{Nn, Nns, Vbn};

/// "Responded by imposing sanctions"; not "surrounded by imposing walls".
pub(super) fn is_means(line: &Line<'_>, at: usize) -> bool {
    let is_after = at >= 2 && line.is("means", at - 1) && line.tag(at - 2) != Vbn;
    is_after && is_gerund(line, at) && matches!(line.tag(at + 1), Nn | Nns)
}

/// "If the talks fail": a clause stands behind the word.
pub(super) fn is_of_condition(line: &Line<'_>, at: usize) -> bool {
    let start = line.phrase_start(at - 1).and_then(|start| start.checked_sub(1));
    line.tag(at - 1) == Nns && start.is_some_and(|opener| line.is("condition", opener)) && !is_form(line.tag(at + 1))
}
