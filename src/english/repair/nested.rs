//! Clauses that were hung under the last word before them and belong to what stands in front of that: "two years after a row
//! soured them, as the president visited", "Okello, son of the president, who met".

use super::{Label, MAX_STEPS, THAT, Tag, Token, child, further, hang, retag, set};
use crate::english::words::Lists;

/// The word that begins what happens meanwhile.
const AS: &str = "as";

/// Hangs a clause where it belongs.
pub(super) fn repair(tokens: &mut [Token], at: usize, lists: &Lists) {
    if let Some(verb) = behind_length(tokens, at, lists) {
        set(tokens, at, Label::Dobj, Some(verb));
    }
    if let Some((doers, verb)) = relative_with_doers(tokens, at) {
        let above = tokens.get(at).and_then(|token| token.head);
        set(tokens, verb, Label::Relcl, above);
        retag(tokens, verb, Tag::Vbd);
        set(tokens, at, Label::Dobj, Some(verb));
        retag(tokens, at, Tag::Wdt);
        set(tokens, doers, Label::Nsubj, Some(verb));
    }
    if let Some(noun) = done_before(tokens, at, lists) {
        set(tokens, at, Label::Acl, Some(noun));
        retag(tokens, at, Tag::Vbn);
        if let Some(thing) = further::above(tokens, at, lists) {
            hang(tokens, at, thing);
        }
    }
    if let Some(above) =
        beside_circumstance(tokens, at).or_else(|| told_of_apposed(tokens, at)).or_else(|| by_whom(tokens, at, lists))
    {
        hang(tokens, at, above);
    }
}

/// Returns the noun that a participle behind a comma tells of, which was taken for a further deed: "reopened its embassy in Lima,
/// closed in 2012".
fn done_before(tokens: &[Token], at: usize, lists: &Lists) -> Option<usize> {
    let is_deed = |token: &&Token| matches!(token.label, Label::Advcl | Label::Conj) && token.tag == Tag::Vbd;
    let token = tokens.get(at).filter(is_deed).filter(|token| lists.done_to_things.has(&token.lemma))?;
    let noun = at.checked_sub(2)?;
    tokens.get(at - 1).filter(|comma| comma.tag == Tag::Comma)?;
    tokens.get(at + 1).filter(|next| next.tag == Tag::In)?;
    let is_alone = |label: Label| child(tokens, at, label).is_none();
    let is_bare = [Label::Dobj, Label::Nsubj, Label::NsubjPass, Label::Aux].into_iter().all(is_alone);
    let is_noun = tokens.get(noun).is_some_and(|noun| noun.tag.is_noun());
    (is_bare && is_noun && token.head.is_some_and(|verb| verb < noun)).then_some(noun)
}

/// Returns those who act in a relative clause and its verb, where the verb was taken for a participle that tells of them: "a pact
/// that the two ministers signed", "a pact which both chiefs of staff signed".
fn relative_with_doers(tokens: &[Token], at: usize) -> Option<(usize, usize)> {
    let token = tokens.get(at)?;
    let taken = match (token.label, token.tag) {
        (Label::Prep, Tag::In) if &*token.lower == THAT => Label::Pobj,
        (Label::Relcl, Tag::Wdt) => Label::Nsubj,
        _ => return None,
    };
    let is_noun = |token: &Token| token.tag.is_noun();
    let noun = tokens.get(token.head?).filter(|noun| is_noun(noun) && token.head < Some(at))?;
    let doers = child(tokens, at, taken).filter(|&doers| doers > at && tokens.get(doers).is_some_and(is_noun))?;
    let verb = child(tokens, doers, Label::Acl).filter(|&verb| verb > doers)?;
    let is_open = child(tokens, verb, Label::Dobj).is_none() && child(tokens, verb, Label::Agent).is_none();
    (is_open && noun.label != Label::Root && tokens.get(verb)?.tag == Tag::Vbn).then_some((doers, verb))
}

/// Returns the verb whose object, with a word of its own before it, was hung beside the length under a preposition: "extended for
/// 20 years their pact".
fn behind_length(tokens: &[Token], at: usize, lists: &Lists) -> Option<usize> {
    let token = tokens.get(at).filter(|token| token.label == Label::Pobj)?;
    let preposition = token.head.filter(|&preposition| preposition < at)?;
    let length = child(tokens, preposition, Label::Pobj).filter(|&length| length < at)?;
    let is_length =
        tokens.get(length).is_some_and(|noun| lists.durations.has(&noun.lemma) || lists.spans.has(&noun.lemma));
    let next = tokens.get(length + 1)?;
    let begins = next.head == Some(at) && matches!(next.tag, Tag::Dt | Tag::PrpPoss);
    let verb = tokens.get(preposition)?.head.filter(|&verb| verb < preposition)?;
    let takes = matches!(tokens.get(verb)?.tag, Tag::Vbd | Tag::Vbz | Tag::Vbn | Tag::Vb | Tag::Vbp);
    (is_length && begins && takes && child(tokens, verb, Label::Dobj).is_none()).then_some(verb)
}

/// Returns the verb above a clause of time between commas under which what happened meanwhile was hung: "restored ties, a year
/// after a raid soured them, as their presidents met".
fn beside_circumstance(tokens: &[Token], at: usize) -> Option<usize> {
    let token = tokens.get(at).filter(|token| token.label == Label::Advcl)?;
    let between = token.head.filter(|&between| between < at)?;
    let is_clause = tokens.get(between).filter(|clause| clause.label == Label::Advcl)?;
    let mark =
        child(tokens, at, Label::Mark).filter(|&mark| tokens.get(mark).is_some_and(|word| &*word.lower == AS))?;
    let first = child(tokens, between, Label::Mark).filter(|&mark| mark < between)?;
    let start = (0..first).find(|&word| is_below(tokens, word, between)).unwrap_or(first);
    let is_comma = |at: Option<usize>| at.and_then(|at| tokens.get(at)).is_some_and(|word| word.tag == Tag::Comma);
    let above = is_clause.head.filter(|&above| above < start)?;
    (is_comma(start.checked_sub(1)) && is_comma(mark.checked_sub(1))).then_some(above)
}

/// Returns the person whom a clause behind what he is tells of: "Okello, brother of the Kenyan president, who met".
fn told_of_apposed(tokens: &[Token], at: usize) -> Option<usize> {
    let token = tokens.get(at).filter(|token| token.label == Label::Relcl)?;
    let who = child(tokens, at, Label::Nsubj).filter(|&who| tokens.get(who).is_some_and(|who| who.tag == Tag::Wp))?;
    tokens.get(who.checked_sub(1)?).filter(|comma| comma.tag == Tag::Comma)?;
    let noun = token.head.filter(|&noun| noun < who)?;
    // "Okello, an adviser to Museveni, who met": whoever is named last may be meant.
    tokens.get(noun).filter(|noun| noun.tag == Tag::Nn)?;
    let mut up = noun;
    for _ in 0..MAX_STEPS {
        let here = tokens.get(up)?;
        let above = here.head.filter(|&above| above < up)?;
        if here.label == Label::Appos && up != noun {
            return tokens.get(above).filter(|name| matches!(name.tag, Tag::Nnp)).map(|_| above);
        }
        if !matches!(here.label, Label::Pobj | Label::Prep | Label::Poss) {
            return None;
        }
        up = above;
    }
    None
}

/// Returns the act whose doer stands behind the day of it, where "by" was hung under the verb: "followed a visit last week by
/// Quispe".
fn by_whom(tokens: &[Token], by: usize, lists: &Lists) -> Option<usize> {
    let token = tokens.get(by).filter(|token| token.label == Label::Prep && lists.doers.has(&token.lower))?;
    let doer = tokens.get(child(tokens, by, Label::Pobj)?)?;
    let verb = token.head.filter(|&verb| verb < by)?;
    let is_active = child(tokens, verb, Label::AuxPass).is_none();
    let time = tokens.get(by.checked_sub(1)?)?;
    let is_time = |word: &Token| lists.spans.has(&word.lemma) || lists.weekdays.has(&word.lower);
    let is_day = time.label == Label::Npadvmod && time.head == Some(verb) && is_time(time);
    let is_person = doer.tag == Tag::Nnp && !is_time(doer);
    let deed = child(tokens, verb, Label::Dobj).filter(|&deed| deed > verb && deed < by)?;
    (is_active && is_day && is_person).then_some(deed)
}

/// Tells whether a word stands under another.
fn is_below(tokens: &[Token], at: usize, above: usize) -> bool {
    let mut here = at;
    for _ in 0..MAX_STEPS {
        match tokens.get(here).and_then(|token| token.head) {
            Some(head) if head == above => return true,
            Some(head) => here = head,
            None => return false,
        }
    }
    false
}
