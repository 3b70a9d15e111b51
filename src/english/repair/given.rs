//! Who is given something, taken for a part of it, and the time that somebody is given for something, hung apart from it.

use super::{Label, Tag, Token, child, is_infinitive, set};
use crate::english::words::Lists;

/// The preposition of whoever is given something that stands before.
const TO: &str = "to";

/// Tells apart who is given something, and what.
pub(super) fn repair(tokens: &mut [Token], at: usize, lists: &Lists) {
    if let Some(verb) = named_before_thing(tokens, at, lists) {
        set(tokens, at, Label::Dative, Some(verb));
    }
    if let Some((verb, receiver)) = time_given(tokens, at, lists) {
        set(tokens, receiver, Label::Dobj, Some(verb));
        set(tokens, at, Label::Npadvmod, Some(verb));
        if let Some(deed) = child(tokens, at, Label::Relcl).or_else(|| infinitive_behind(tokens, at)) {
            set(tokens, deed, Label::Xcomp, Some(verb));
        }
    }
}

/// Returns the verb of granting right before a name that was taken for the first part of what somebody is granted: "granted
/// Peru observer status". Not "granted UN observers access", "granted Chinook helicopters to Peru".
fn named_before_thing(tokens: &[Token], at: usize, lists: &Lists) -> Option<usize> {
    let is_name = |token: &Token| token.tag == Tag::Nnp && token.text.chars().skip(1).any(char::is_lowercase);
    let token = tokens.get(at).filter(|token| token.label == Label::Compound && is_name(token))?;
    let thing = token.head.filter(|&thing| at + 1 < thing)?;
    let verb = tokens.get(thing).filter(|thing| thing.label == Label::Dobj)?.head?;
    tokens.get(verb).filter(|verb| verb.tag.is_verb() && lists.granting.has(&verb.lemma))?;
    let is_common = |token: &Token| matches!(token.tag, Tag::Nn | Tag::Nns | Tag::Hyph);
    let is_thing = tokens.get(at + 1..=thing)?.iter().all(is_common);
    // "New Zealand" is one name.
    let is_first = |token: &Token| token.head == Some(thing) && token.label == Label::Compound && is_name(token);
    let is_next = verb + 1 == at && !tokens.get(at + 1..thing)?.iter().any(is_first);
    let is_to = |token: &Token| {
        (token.head == Some(verb) || token.head == Some(thing)) && token.label == Label::Prep && &*token.lower == TO
    };
    (is_next && is_thing && !tokens.iter().any(is_to)).then_some(verb)
}

/// Returns the verb of giving and who is given a time, where an infinitive says for what:
/// "gave Peru 60 days to pay", "gave the men who had seized the port a week to leave".
fn time_given(tokens: &[Token], time: usize, lists: &Lists) -> Option<(usize, usize)> {
    let token = tokens.get(time).filter(|token| token.label == Label::Npadvmod && lists.durations.has(&token.lemma))?;
    let counts = |below: &Token| below.head == Some(time) && matches!(below.label, Label::Nummod | Label::Det);
    tokens.iter().find(|below| counts(below))?;
    let above = token.head.filter(|&above| above < time)?;
    let verb = match tokens.get(above)? {
        told if told.label == Label::Relcl => tokens.get(told.head?)?.head?,
        _ => above,
    };
    tokens.get(verb).filter(|verb| verb.tag.is_verb() && lists.giving.has(&verb.lemma))?;
    let given = |label: Label| child(tokens, verb, label).filter(|&given| verb < given && given < time);
    let receiver = match (given(Label::Dative), given(Label::Dobj)) {
        (Some(receiver), None) | (None, Some(receiver)) => receiver,
        _ => return None,
    };
    let is_for = child(tokens, time, Label::Relcl).is_some_and(|deed| is_infinitive(tokens, deed));
    (is_for || infinitive_behind(tokens, time).is_some()).then_some((verb, receiver))
}

/// Returns the infinitive that begins right behind a token, but for a day between.
fn infinitive_behind(tokens: &[Token], at: usize) -> Option<usize> {
    let of_day = |token: &&Token| matches!(token.tag, Tag::In | Tag::Nnp | Tag::Cd);
    let n_words = tokens.get(at + 1..)?.iter().take_while(of_day).count();
    let to = tokens.get(at + 1 + n_words).filter(|to| to.tag == Tag::To)?;
    to.head.filter(|&deed| tokens.get(deed).is_some_and(|deed| deed.tag == Tag::Vb))
}
