//! What stands behind a time that parts it from the words it belongs to: "imposed sanctions the same day on Peru", "signed the
//! same day an accord"; and the time at the end of what somebody is accused of.

use super::{Label, MAX_STEPS, Tag, Token, child, hang, nearest_above, relabel, set};
use crate::english::words::Lists;

/// The preposition of what a time is a part of: "the day of the vote".
const OF: &str = "of";
/// What opens a clause that tells of a place.
const WHERE: &str = "where";

/// Puts right what was hung under a time, or a time that was hung too high.
pub(super) fn repair(tokens: &mut [Token], at: usize, lists: &Lists) {
    if let Some((time, verb)) = behind_time(tokens, at, lists) {
        hang(tokens, at, verb);
        set(tokens, time, Label::Npadvmod, Some(verb));
    }
    if let Some((object, verb)) = object_behind(tokens, at, lists) {
        set(tokens, object, Label::Dobj, Some(verb));
        relabel(tokens, at, Label::Npadvmod);
    }
    if let Some(verb) = behind_length(tokens, at, lists) {
        set(tokens, at, Label::Dobj, Some(verb));
    }
    if let Some((time, verb)) = infinitive_behind(tokens, at, lists) {
        set(tokens, at, Label::Xcomp, Some(verb));
        set(tokens, time, Label::Npadvmod, Some(time + 1));
    }
    if let Some(place) = place_before_day(tokens, at, lists) {
        hang(tokens, at, place);
    }
    if let Some(deed) = of_charged_deed(tokens, at, lists).or_else(|| of_told_deed(tokens, at, lists)) {
        hang(tokens, at, deed);
    }
    if let Some(noun) = of_apposed(tokens, at, lists) {
        hang(tokens, at, noun);
    }
    if is_time_of_idle(tokens, at, lists) {
        relabel(tokens, at, Label::Npadvmod);
    }
}

/// Tells whether a word is a noun for a day or a longer time.
fn is_time(word: &Token, lists: &Lists) -> bool {
    matches!(word.tag, Tag::Nn | Tag::Nns)
        && (lists.durations.has(&word.lemma) || lists.spans.has(&word.lemma) || lists.times_of_day.has(&word.lemma))
}

/// Returns the time that a preposition was hung under, with the verb that both belong to: "imposed sanctions the same day on
/// Peru", "recalled its envoy the following week from Chile".
fn behind_time(tokens: &[Token], at: usize, lists: &Lists) -> Option<(usize, usize)> {
    let token = tokens.get(at).filter(|token| token.label == Label::Prep && &*token.lower != OF)?;
    let time = token.head.filter(|&time| time + 1 == at && !lists.openers.has(&token.lower))?;
    let noun = tokens.get(time).filter(|noun| noun.label == Label::Npadvmod && is_time(noun, lists))?;
    // "The day before": what stands before it tells which; "a week on" is a length.
    tokens.iter().find(|below| below.head == Some(time) && matches!(below.label, Label::Det | Label::Amod))?;
    let under = child(tokens, at, Label::Pobj).and_then(|under| tokens.get(under))?;
    if is_time(under, lists) || lists.months.has(&under.lower) || lists.weekdays.has(&under.lower) {
        return None;
    }
    let verb = nearest_above(tokens, noun.head.filter(|&above| above < time)?, Tag::is_verb)?;
    child(tokens, verb, Label::Dobj).filter(|&object| verb < object && object < time)?;
    Some((time, verb))
}

/// Returns what a verb acts on behind a time that was taken for that, with the verb: "signed the same day an accord".
fn object_behind(tokens: &[Token], time: usize, lists: &Lists) -> Option<(usize, usize)> {
    let noun = tokens.get(time).filter(|noun| noun.label == Label::Dobj && is_time(noun, lists))?;
    let verb = noun.head.filter(|&verb| verb < time)?;
    tokens.iter().find(|below| below.head == Some(time) && below.label == Label::Det)?;
    let object = child(tokens, time, Label::Appos).filter(|&object| time < object)?;
    let is_next = tokens.get(time + 1..object)?.iter().all(|word| word.head == Some(object));
    (is_next && tokens.get(time + 1)?.tag != Tag::Comma).then_some((object, verb))
}

/// Returns the verb without an object that acts on a noun which was hung under the time right before it: "kept in place for another
/// year its ban".
fn behind_length(tokens: &[Token], at: usize, lists: &Lists) -> Option<usize> {
    let token = tokens.get(at).filter(|token| matches!(token.tag, Tag::Nn | Tag::Nns))?;
    let time = token.head.filter(|&time| time < at && matches!(token.label, Label::Acl | Label::Appos))?;
    tokens.get(time).filter(|time| time.label == Label::Pobj && is_time(time, lists))?;
    let owner = tokens.get(time + 1).filter(|owner| owner.tag == Tag::PrpPoss || owner.tag == Tag::Dt)?;
    let verb = nearest_above(tokens, time, Tag::is_verb).filter(|&verb| verb < time && owner.head == Some(at))?;
    child(tokens, verb, Label::Dobj).is_none().then_some(verb)
}

/// Returns the time behind the verb that an infinitive completes, with the verb, where the infinitive was hung under the word that
/// counts the time back: "agreed two days earlier to free the crew".
fn infinitive_behind(tokens: &[Token], at: usize, lists: &Lists) -> Option<(usize, usize)> {
    let token = tokens.get(at).filter(|token| token.tag == Tag::Vb && token.label != Label::Conj)?;
    tokens.iter().find(|below| below.head == Some(at) && below.tag == Tag::To)?;
    let counts = token.head.filter(|&counts| counts < at)?;
    let adverb = tokens.get(counts).filter(|word| {
        matches!(word.tag, Tag::Rb | Tag::Rbr | Tag::Jjr) && matches!(word.label, Label::Advmod | Label::Acomp)
    })?;
    let time = counts.checked_sub(1).filter(|&time| tokens.get(time).is_some_and(|noun| is_time(noun, lists)))?;
    let verb = adverb.head.filter(|&verb| verb < time && tokens.get(verb).is_some_and(|verb| verb.tag.is_verb()))?;
    Some((time, verb))
}

/// Returns the place of which a clause tells that was hung under the day behind the place: "arrived in Lima on Friday, where she
/// signed an accord".
fn place_before_day(tokens: &[Token], clause: usize, lists: &Lists) -> Option<usize> {
    let token = tokens.get(clause).filter(|token| token.label == Label::Relcl && token.tag.is_verb())?;
    child(tokens, clause, Label::Advmod).and_then(|at| tokens.get(at)).filter(|word| &*word.lower == WHERE)?;
    let is_day = |day: &Token| lists.weekdays.has(&day.lower) || lists.months.has(&day.text.to_lowercase());
    let day =
        token.head.filter(|&day| tokens.get(day).is_some_and(|word| word.label == Label::Pobj && is_day(word)))?;
    let verb = tokens.get(tokens.get(day)?.head?)?.head?;
    let is_place = |&at: &usize| {
        let under = tokens.get(at).filter(|word| word.label == Label::Pobj && !is_day(word));
        under.and_then(|word| tokens.get(word.head?)).is_some_and(|preposition| preposition.head == Some(verb))
    };
    let gone_to = (verb..day).rev().find(is_place);
    gone_to.or_else(|| child(tokens, verb, Label::Dobj).filter(|&place| verb < place && place < day))
}

/// Returns the deed that somebody is accused of for the time at its end, where that was hung above or beside it: "expelled the
/// envoy after accusing him of meeting rebels last week".
fn of_charged_deed(tokens: &[Token], at: usize, lists: &Lists) -> Option<usize> {
    let token = tokens.get(at)?;
    let is_time = match token.label {
        Label::Npadvmod => is_time(token, lists),
        Label::Prep => child(tokens, at, Label::Pobj)
            .and_then(|day| tokens.get(day))
            .is_some_and(|day| lists.months.has(&day.lower) || lists.weekdays.has(&day.lower)),
        _ => false,
    };
    let above = token.head.filter(|&above| is_time && above < at)?;
    let is_charge = |&charge: &usize| {
        tokens.get(charge).is_some_and(|word| {
            word.tag == Tag::Vbg && word.label == Label::Pcomp && lists.reproaching.has(&word.lemma)
        })
    };
    let charge = (above..at).rev().find(is_charge)?;
    let is_under = std::iter::successors(Some(charge), |&up| tokens.get(up).and_then(|word| word.head))
        .take(MAX_STEPS)
        .any(|up| up == above);
    let deed = child(tokens, child(tokens, charge, Label::Prep)?, Label::Pcomp);
    deed.filter(|&deed| is_under && charge < deed && deed < at)
}

/// Tells whether a preposition is that of a month or a year: "in 2013".
fn is_of_month(tokens: &[Token], at: usize, lists: &Lists) -> bool {
    let is_date = |under: &Token| {
        let is_year = under.tag == Tag::Cd && under.text.len() == 4 && under.text.chars().all(|c| c.is_ascii_digit());
        is_year || under.tag == Tag::Nnp && lists.months.has(&under.text.to_lowercase())
    };
    let is_preposition = tokens.get(at).is_some_and(|token| token.label == Label::Prep);
    is_preposition && child(tokens, at, Label::Pobj).and_then(|under| tokens.get(under)).is_some_and(is_date)
}

/// Returns the deed right before a month or a year that tells of what an infinitive above acts on, where the date was hung under
/// the infinitive: "promised to lift the ban it imposed in 2010".
fn of_told_deed(tokens: &[Token], at: usize, lists: &Lists) -> Option<usize> {
    let deed = at.checked_sub(1).filter(|_| is_of_month(tokens, at, lists))?;
    let told = tokens.get(deed).filter(|deed| deed.tag == Tag::Vbd && deed.label == Label::Relcl)?;
    let above = tokens.get(at)?.head.filter(|&above| told.head.is_some_and(|noun| above < noun))?;
    tokens.get(above).filter(|verb| verb.tag == Tag::Vb).map(|_| deed)
}

/// Returns the noun between commas that says what somebody is since when, where the date was hung elsewhere: "attacked by its
/// neighbour, a member since 2013, and".
fn of_apposed(tokens: &[Token], at: usize, lists: &Lists) -> Option<usize> {
    let noun = at.checked_sub(1).filter(|_| is_of_month(tokens, at, lists))?;
    let apposed =
        tokens.get(noun).filter(|word| word.label == Label::Appos && matches!(word.tag, Tag::Nn | Tag::Nns))?;
    let is_apart = tokens.get(at)?.head != Some(noun);
    let end = child(tokens, at, Label::Pobj).and_then(|date| tokens.get(date + 1));
    let start = tokens.iter().position(|word| word.head == Some(noun))?;
    let follows_comma =
        start.checked_sub(1).and_then(|before| tokens.get(before)).is_some_and(|before| before.tag == Tag::Comma);
    (is_apart && follows_comma && apposed.head < Some(noun) && end.is_some_and(|end| end.tag == Tag::Comma))
        .then_some(noun)
}

/// Tells whether a time right behind a verb that acts on nothing was taken for what it acts on: "retaliated the same evening".
fn is_time_of_idle(tokens: &[Token], at: usize, lists: &Lists) -> bool {
    let time = tokens.get(at).filter(|time| time.label == Label::Dobj && is_time(time, lists));
    let verb = time.and_then(|time| time.head).filter(|&verb| verb < at);
    verb.and_then(|verb| tokens.get(verb)).is_some_and(|verb| lists.intransitive.has(&verb.lemma))
}
