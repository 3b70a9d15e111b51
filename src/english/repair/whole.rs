//! Names that end with a noun of their own, and nouns before an amount, taken for two things.

use super::{Label, Tag, Token, child, set};
use crate::english::words::Lists;

/// How many words may stand between a verb of giving and the end of the name behind it.
const LONGEST_NAME: usize = 4;
/// The preposition within such a name.
const OF: &str = "of";

/// Makes a name one thing, and whoever is given an amount a thing apart.
pub(super) fn repair(tokens: &mut [Token], at: usize, lists: &Lists) {
    if let Some((first, preposition)) = ends_name(tokens, at, lists) {
        hang_name(tokens, at, first, preposition);
    }
    if let Some(first) = bound(tokens, at) {
        take_over(tokens, at, first, |_| true);
    }
    if let Some(noun) = of_two(tokens, at) {
        set(tokens, at, Label::Compound, Some(noun));
    }
    if let Some(first) = after_noun(tokens, at) {
        take_over(tokens, at, first, |below| below < first);
    }
    if let Some((verb, start)) = given_sum(tokens, at, lists) {
        (start..at).for_each(|word| set(tokens, word, part(tokens, word), Some(at)));
        set(tokens, at, Label::Dative, Some(verb));
    }
}

/// Returns the noun right behind another that tells with it of two, where the first was taken for a third: "the Peruvian and
/// Chilean coast guards".
fn of_two(tokens: &[Token], at: usize) -> Option<usize> {
    let token = tokens.get(at).filter(|token| token.tag == Tag::Nn && token.label == Label::Conj)?;
    let first = tokens.get(token.head.filter(|&first| first < at)?)?;
    let is_of_both = |word: &Token| word.tag == Tag::Jj && word.label == Label::Conj && word.head == token.head;
    tokens.get(at.checked_sub(1)?).filter(|word| is_of_both(word) && first.tag == Tag::Jj)?;
    let noun = first.head.filter(|&noun| noun == at + 1)?;
    tokens.get(noun).filter(|noun| matches!(noun.tag, Tag::Nn | Tag::Nns)).map(|_| noun)
}

/// Returns the noun right before a noun that was taken for a preposition: "the Pacific island state of Tuvalu".
fn after_noun(tokens: &[Token], at: usize) -> Option<usize> {
    let token = tokens.get(at).filter(|token| token.tag == Tag::Nn && token.label == Label::Prep)?;
    let first = at.checked_sub(1).filter(|&first| token.head == Some(first))?;
    tokens.get(first).filter(|noun| noun.tag == Tag::Nn).map(|_| first)
}

/// The label of a word before the end of a name.
fn part(tokens: &[Token], word: usize) -> Label {
    match tokens.get(word).map(|word| word.tag) {
        Some(Tag::Dt) => Label::Det,
        Some(Tag::Jj) => Label::Amod,
        _ => Label::Compound,
    }
}

/// Returns the first noun of a name and the preposition within it, for the noun that the name ends with and that was hung
/// under the preposition or beside it: "the Horn of Africa states agreed", "the Security of Military Information Agreement".
fn ends_name(tokens: &[Token], at: usize, lists: &Lists) -> Option<(usize, usize)> {
    let token = tokens.get(at)?;
    let before = tokens.get(at.checked_sub(1)?)?;
    // "The Government of National Accord" is no accord.
    let is_thing = || token.label == Label::Appos && lists.things.has(&token.text.to_lowercase());
    let is_end = token.tag == Tag::Nns || is_name(token) && is_thing();
    let above = token.head.filter(|&above| is_end && above < at)?;
    let (first, preposition) = match token.label {
        Label::Pobj => (tokens.get(above)?.head?, above),
        Label::Appos => (above, child(tokens, above, Label::Prep).filter(|&of| above < of && of < at)?),
        _ => return None,
    };
    tokens.get(preposition).filter(|of| &*of.lower == OF && first + 1 == preposition)?;
    tokens.get(first).filter(|first| is_name(first))?;
    // Nothing but names stands within it.
    let inside = tokens.get(preposition + 1..at)?;
    let is_whole = inside.iter().all(|word| is_name(word) || word.label == Label::Compound && word.head == Some(at));
    (is_whole && (is_name(before) || token.label == Label::Appos)).then_some((first, preposition))
}

/// Makes the last noun of a name its head.
fn hang_name(tokens: &mut [Token], at: usize, first: usize, preposition: usize) {
    if child(tokens, preposition, Label::Pobj).is_none_or(|under| under == at) {
        set(tokens, at - 1, Label::Pobj, Some(preposition));
    }
    take_over(tokens, at, first, |below| below != preposition);
}

/// Puts a noun in the place of one before it that it is named with, together with those of its words that move.
fn take_over(tokens: &mut [Token], at: usize, first: usize, moves: impl Fn(usize) -> bool) {
    let Some((label, head)) = tokens.get(first).map(|first| (first.label, first.head)) else { return };
    let is_moved = |index: usize, token: &Token| token.head == Some(first) && index != at && moves(index);
    for (_, token) in tokens.iter_mut().enumerate().filter(|(index, token)| is_moved(*index, token)) {
        token.head = Some(at);
    }
    set(tokens, first, Label::Compound, Some(at));
    set(tokens, at, label, head);
}

/// Returns the first of two nouns that a hyphen binds, where the second was taken for another name of it: "a cease-fire".
fn bound(tokens: &[Token], at: usize) -> Option<usize> {
    let token = tokens.get(at).filter(|token| token.tag == Tag::Nn && token.label == Label::Appos)?;
    let first = at.checked_sub(2).filter(|&first| token.head == Some(first))?;
    let is_bound = tokens.get(at - 1).is_some_and(|hyphen| hyphen.tag == Tag::Hyph);
    tokens.get(first).filter(|first| is_bound && first.tag == Tag::Nn).map(|_| first)
}

/// Returns the verb of giving before a name with an article that was taken for a part of the amount after it, and where the
/// name begins: "promised the Maldives 20 million dollars", "lent the kingdom $5 million".
fn given_sum(tokens: &[Token], at: usize, lists: &Lists) -> Option<(usize, usize)> {
    let token = tokens.get(at).filter(|token| is_name(token) || token.tag == Tag::Nn)?;
    let is_amount = |next: &Token| matches!(next.tag, Tag::Cd | Tag::Dollar) && token.head != Some(at + 1);
    tokens.get(at + 1).filter(|next| is_amount(next) || next.tag == Tag::Cd)?;
    let is_part = |word: &Token| is_name(word) || matches!(word.tag, Tag::Dt | Tag::Jj | Tag::Nn);
    let verb = (at.saturating_sub(LONGEST_NAME)..at).rev().find(|&word| !tokens.get(word).is_some_and(is_part))?;
    tokens.get(verb).filter(|verb| verb.tag.is_verb() && lists.giving.has(&verb.lemma))?;
    tokens.get(verb + 1).filter(|article| article.tag == Tag::Dt && verb + 1 < at)?;
    let amount = child(tokens, verb, Label::Dobj).filter(|&amount| amount > at)?;
    let is_before = token.head.is_some_and(|head| head > at && head <= amount) || token.label == Label::Conj;
    is_before.then_some((verb, verb + 1))
}

fn is_name(token: &Token) -> bool {
    matches!(token.tag, Tag::Nnp | Tag::Nnps)
}
