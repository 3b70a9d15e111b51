//! What a verb acts on behind words in quotation marks that say how: "suspended \"with immediate effect\" a treaty with Peru".
//!
//! The parser hangs it under the words in the marks.

use super::{Label, Tag, Token, child, hang, is_mark, set};

/// Gives a verb back what it acts on.
pub(super) fn repair(tokens: &mut [Token], at: usize) {
    let Some((verb, preposition)) = behind_marks(tokens, at) else { return };
    let is_inside = |index: usize, token: &Token| token.head == Some(at) && preposition < index && index < at;
    let quotation = tokens.get(preposition).and_then(|token| token.quotation);
    let last = (preposition..at)
        .rev()
        .find(|&index| tokens.get(index).is_some_and(|token| token.quotation == quotation && is_inside(index, token)));
    if let Some(last) = last {
        set(tokens, last, Label::Pobj, Some(preposition));
    }
    // "Closed \"until further notice\" its border with Peru".
    let is_behind = |(index, token): (usize, &Token)| {
        let head = token.head.filter(|&head| index > at && preposition < head && head < at)?;
        tokens.get(head).filter(|head| quotation.is_some() && head.quotation == quotation).map(|_| index)
    };
    let behind: Vec<usize> = tokens.iter().enumerate().filter_map(is_behind).collect();
    behind.into_iter().for_each(|index| hang(tokens, index, at));
    set(tokens, at, Label::Dobj, Some(verb));
}

/// Returns the verb without an object whose object a noun right behind words in quotation marks is, and the preposition that
/// these begin with: "closed \"until further notice\" its border", "cut \"for good\" its ties".
fn behind_marks(tokens: &[Token], at: usize) -> Option<(usize, usize)> {
    let token = tokens.get(at).filter(|token| token.tag.is_noun())?;
    let above = token.head.filter(|&above| above < at)?;
    let quotation =
        tokens.get(above)?.quotation.filter(|_| tokens.get(above).map(|it| it.quotation) != Some(token.quotation))?;
    let is_quoted = |token: &Token| token.quotation == Some(quotation);
    let preposition = tokens.iter().position(is_quoted)?;
    let first = tokens.get(preposition).filter(|first| first.label == Label::Prep && first.tag == Tag::In)?;
    let verb = first.head.filter(|&verb| verb < preposition)?;
    tokens.get(verb).filter(|verb| verb.tag.is_verb())?;
    // Nothing but what tells of the noun stands between the marks and the noun.
    let mut between = tokens.get(preposition..at)?.iter().filter(|token| !is_quoted(token));
    let is_next = between.all(|token| is_mark(token) || token.head == Some(at));
    let is_closed = tokens.get(preposition..at)?.iter().any(is_mark);
    let is_object = |label: Label| child(tokens, verb, label).is_some();
    let has_object = is_object(Label::Dobj) || is_object(Label::Ccomp) || is_object(Label::Xcomp);
    (is_next && is_closed && !has_object).then_some((verb, preposition))
}
