//! The verb that a sentence is about, hung under a clause that only says when, or beside the helper that is its own.

use super::{Label, Tag, Token, child, has_subject, set};
use crate::english::words::Lists;

/// The verb that helps what is going on.
const BE: &str = "be";

/// Puts the verb that a sentence is about on top.
pub(super) fn repair(tokens: &mut [Token], at: usize, lists: &Lists) {
    if let Some(main) = below_subordinate(tokens, at).or_else(|| said_below(tokens, at, lists)) {
        set(tokens, main, Label::Root, None);
        set(tokens, at, Label::Advcl, Some(main));
    }
    if let Some(going) = going_on(tokens, at) {
        hang_going(tokens, at, going);
    }
}

/// Returns the clause that stands before a subordinate one and was hung under it: "Peru has left the pact, two months
/// after Chile announced it" with the announcement on top.
fn below_subordinate(tokens: &[Token], root: usize) -> Option<usize> {
    tokens.get(root).filter(|token| token.label == Label::Root)?;
    let (mark, main) = (child(tokens, root, Label::Mark)?, child(tokens, root, Label::Ccomp)?);
    (main < mark && mark < root).then_some(main)
}

/// Returns the verb of saying that stands before a subordinate clause and was hung under it: "Peru has left the pact, the
/// minister said on Monday, two days after Chile recalled its envoy" with the recall on top.
fn said_below(tokens: &[Token], root: usize, lists: &Lists) -> Option<usize> {
    tokens.get(root).filter(|token| token.label == Label::Root)?;
    let mark = child(tokens, root, Label::Mark).filter(|&mark| mark < root)?;
    let is_said = |at: &usize| {
        tokens.get(*at).is_some_and(|token| {
            token.head == Some(root) && token.label == Label::Advcl && lists.sayings.has(&token.lower)
        })
    };
    let says = (0..mark).find(is_said)?;
    let is_apart = tokens.get(says..mark)?.iter().any(|token| token.tag == Tag::Comma);
    (is_apart && has_subject(tokens, says) && child(tokens, says, Label::Ccomp).is_some()).then_some(says)
}

/// Returns what is going on, where it was hung as a clause of its own beside "is" with nothing but adverbs between: "is no
/// longer supplying arms to Peru".
fn going_on(tokens: &[Token], be: usize) -> Option<usize> {
    let token = tokens.get(be).filter(|token| &*token.lemma == BE && token.label != Label::Aux)?;
    let is_finite = matches!(token.tag, Tag::Vbd | Tag::Vbz | Tag::Vbp);
    let over = tokens.get(be + 1..)?.iter().position(|token| !matches!(token.tag, Tag::Rb | Tag::Rbr))? + be + 1;
    let going = tokens.get(over).filter(|_| is_finite && over > be + 1 && has_subject(tokens, be))?;
    let is_clause = going.tag == Tag::Vbg && matches!(going.label, Label::Advcl | Label::Xcomp | Label::Ccomp);
    (is_clause && going.head == Some(be)).then_some(over)
}

/// Makes "is" the helper of what is going on.
fn hang_going(tokens: &mut [Token], be: usize, going: usize) {
    let Some((label, head)) = tokens.get(be).map(|token| (token.label, token.head)) else { return };
    for token in tokens.iter_mut().filter(|token| token.head == Some(be)) {
        token.head = Some(going);
    }
    set(tokens, going, label, head);
    set(tokens, be, Label::Aux, Some(going));
}
