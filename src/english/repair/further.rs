//! What stands behind a noun and was hung at the wrong one of two words: the name right before it, or the verb.

use super::{Label, Tag, Token, child};
use crate::english::words::Lists;

/// Returns where a word belongs that was hung elsewhere.
pub(super) fn above(tokens: &[Token], at: usize, lists: &Lists) -> Option<usize> {
    of_thing(tokens, at, lists)
        .or_else(|| of_thing_beyond(tokens, at, lists))
        .or_else(|| of_thing_on(tokens, at, lists))
        .or_else(|| of_rule(tokens, at, lists))
        .or_else(|| of_letter(tokens, at, lists))
        .or_else(|| of_proceedings(tokens, at, lists))
        .or_else(|| imposed(tokens, at, lists))
        .or_else(|| after_aside(tokens, at, lists))
        .or_else(|| of_deed(tokens, at, lists))
        .or_else(|| of_charge(tokens, at, lists))
        .or_else(|| beyond_worth(tokens, at))
        .or_else(|| charging(tokens, at, lists))
        .or_else(|| way_of_object(tokens, at))
        .or_else(|| in_open_clause(tokens, at, lists))
}

/// Returns the verb that a noun behind its object says the way of, where it was hung under the object: "called its envoy home".
fn way_of_object(tokens: &[Token], at: usize) -> Option<usize> {
    let token = tokens.get(at).filter(|token| token.tag == Tag::Nn && token.label == Label::Advmod)?;
    let object = token.head.filter(|&object| object < at)?;
    tokens.get(object).filter(|object| object.label == Label::Dobj)?.head
}

/// Returns the thing that a relative clause tells of which was hung under the name that stands with it: "a treaty with Peru,
/// which the two had signed in May". Nobody signs a state.
fn of_thing(tokens: &[Token], at: usize, lists: &Lists) -> Option<usize> {
    let is_told = |token: &&Token| matches!(token.label, Label::Relcl | Label::Acl);
    let token = tokens.get(at).filter(is_told).filter(|token| lists.done_to_things.has(&token.lemma))?;
    let name = token.head.filter(|&name| name < at && tokens.get(name).is_some_and(is_name))?;
    let is_pronoun = |below: usize| tokens.get(below).is_some_and(|below| matches!(below.tag, Tag::Wdt | Tag::Wp));
    // "Its treaty with Peru, signed in 2012".
    let is_done = token.label == Label::Acl && token.tag == Tag::Vbn && child(tokens, at, Label::Dobj).is_none();
    let told = || [Label::Dobj, Label::NsubjPass].iter().find_map(|&label| child(tokens, at, label));
    if !is_done && !told().is_some_and(is_pronoun) {
        return None;
    }
    let preposition = tokens.get(name).filter(|name| name.label == Label::Pobj)?.head?;
    let above = tokens.get(preposition).filter(|preposition| preposition.label == Label::Prep)?.head?;
    let is_noun = |at: usize| tokens.get(at).is_some_and(|word| matches!(word.tag, Tag::Nn | Tag::Nns));
    // "Has quit its treaty with Peru": the name may pass for a part of the verb.
    let object = || child(tokens, above, Label::Dobj).filter(|&object| object + 1 == preposition && is_noun(object));
    if is_noun(above) { thing_over(tokens, above, lists).or(Some(above)) } else { object() }
}

/// Returns the thing that a relative clause with a subject tells of which was hung under what that is about, or under
/// another before it: "the treaty of friendship, which the two signed", "the accord on the fishermen that the two reached",
/// "quit the pact over the curbs that Peru imposed". What is itself such a thing is meant where it stands right before the
/// clause.
fn of_thing_beyond(tokens: &[Token], at: usize, lists: &Lists) -> Option<usize> {
    let token = tokens.get(at).filter(|token| token.label == Label::Relcl)?;
    let is_done = lists.done_to_things.has(&token.lemma) || lists.imposing.has(&token.lemma);
    let opener = child(tokens, at, Label::Dobj).filter(|&opener| is_done && opener < at)?;
    tokens.get(opener).filter(|opener| opener.tag == Tag::Wdt)?;
    let noun = token.head.filter(|&noun| noun < opener)?;
    let last = opener.checked_sub(1).filter(|&last| last != noun);
    let nearer = last.filter(|&last| tokens.get(last).is_some_and(|word| is_thing(word, lists)));
    nearer.or_else(|| thing_over(tokens, noun, lists).filter(|&thing| thing != noun))
}

/// Returns the thing that a participle behind a comma tells of which was hung under what the thing is about: "a treaty on water
/// rights, signed in May". Nobody signs rights.
fn of_thing_on(tokens: &[Token], at: usize, lists: &Lists) -> Option<usize> {
    let is_told = |token: &&Token| token.label == Label::Acl && token.tag == Tag::Vbn;
    let token = tokens.get(at).filter(is_told).filter(|token| lists.done_to_things.has(&token.lemma))?;
    tokens
        .get(at.checked_sub(1)?)
        .filter(|comma| comma.tag == Tag::Comma && child(tokens, at, Label::Dobj).is_none())?;
    let topic = token.head.filter(|&topic| topic < at)?;
    let word = tokens.get(topic).filter(|word| matches!(word.tag, Tag::Nn | Tag::Nns) && !is_thing(word, lists))?;
    thing_over(tokens, topic, lists).filter(|_| word.label == Label::Pobj)
}

/// Tells whether a word is a noun for what can be signed, issued, imposed or lifted.
fn is_thing(word: &Token, lists: &Lists) -> bool {
    matches!(word.tag, Tag::Nn | Tag::Nns) && lists.things.has(&word.lemma)
}

/// Returns the thing that a noun is, or is told of: "treaty" for the last of "a treaty of friendship and partnership".
fn thing_over(tokens: &[Token], noun: usize, lists: &Lists) -> Option<usize> {
    let mut at = noun;
    for _ in 0..super::MAX_STEPS {
        let word = tokens.get(at)?;
        if is_thing(word, lists) {
            return Some(at);
        }
        let is_under = matches!(word.label, Label::Pobj | Label::Prep | Label::Conj);
        at = word.head.filter(|&head| is_under && head < at)?;
    }
    None
}

/// Returns the rule that forbids something by a relative clause which was hung under the name that the rule is about: "repealed a
/// law on trade with Peru, which had barred firms from".
fn of_rule(tokens: &[Token], at: usize, lists: &Lists) -> Option<usize> {
    let token = tokens.get(at).filter(|token| token.label == Label::Relcl && lists.barring.has(&token.lemma))?;
    let which = child(tokens, at, Label::Nsubj)?;
    tokens.get(which).filter(|which| which.tag == Tag::Wdt)?;
    let mut above = token.head.filter(|&name| name < which && tokens.get(name).is_some_and(is_name))?;
    for _ in 0..super::MAX_STEPS {
        let word = tokens.get(above)?;
        if lists.rules.has(&word.lemma) && matches!(word.tag, Tag::Nn | Tag::Nns) {
            return Some(above);
        }
        let is_under = matches!(word.label, Label::Pobj | Label::Prep | Label::Pcomp | Label::Dobj);
        let head = word.head.filter(|&head| is_under && head < above)?;
        // "A decree on Friday on boycotting Peru": hung under the verb.
        let object = child(tokens, head, Label::Dobj).filter(|&object| word.label == Label::Prep && object < above);
        above = object.unwrap_or(head);
    }
    None
}

/// Returns the letter that a participle tells of which was hung under whoever it went to: "sent a letter to Peru's president
/// apologising for the raid".
fn of_letter(tokens: &[Token], at: usize, lists: &Lists) -> Option<usize> {
    let told = tokens.get(at).filter(|token| token.label == Label::Acl && token.tag == Tag::Vbg)?;
    let preposition = tokens.get(told.head?).filter(|to| to.label == Label::Pobj && told.head < Some(at))?.head?;
    let above = tokens.get(preposition)?.head?;
    let is_letter = |noun: usize| tokens.get(noun).is_some_and(|noun| lists.letters.has(&noun.lemma));
    let object = || child(tokens, above, Label::Dobj).filter(|&object| object < preposition);
    if is_letter(above) { Some(above) } else { object().filter(|&object| is_letter(object)) }
}

/// Returns the talks that a participle behind a comma tells of which was hung under what they are about: "talks on the border,
/// broken off by Peru in May", and the measure that was laid on something: "sanctions on a bank, imposed in 2010".
fn of_proceedings(tokens: &[Token], at: usize, lists: &Lists) -> Option<usize> {
    // "Talks on a pact, which Peru suspended".
    let which =
        || child(tokens, at, Label::Dobj).filter(|&which| tokens.get(which).is_some_and(|it| it.tag == Tag::Wdt));
    let (told, first) = match tokens.get(at)? {
        told if told.label == Label::Acl && told.tag == Tag::Vbn => (told, at),
        told if told.label == Label::Relcl && told.tag.is_verb() => (told, which()?),
        _ => return None,
    };
    let is_apart = tokens.get(first.wrapping_sub(1)).is_some_and(|token| token.tag == Tag::Comma);
    let topic = told.head.filter(|&topic| topic < at)?;
    let preposition = tokens.get(topic).filter(|topic| topic.label == Label::Pobj)?.head?;
    let over = tokens.get(preposition).filter(|preposition| preposition.label == Label::Prep)?.head?;
    // "Resumed aid to Peru, which it had suspended": what stands right before may hang under the verb.
    let right_before = || child(tokens, over, Label::Dobj).filter(|&object| object + 1 == preposition);
    let noun = if tokens.get(over)?.tag.is_verb() { right_before()? } else { over };
    let above = tokens.get(noun).filter(|noun| matches!(noun.tag, Tag::Nn | Tag::Nns))?;
    let may_halt = lists.proceedings.has(&above.lemma) || lists.halted.has(&above.lemma);
    let is_halted = may_halt && lists.halting.has(&told.lemma);
    // "A ban on flights imposed in 2010": no flights are.
    let is_measure = is_thing(above, lists) && !tokens.get(topic).is_some_and(|topic| is_thing(topic, lists));
    let is_imposed = told.label == Label::Acl && lists.imposing.has(&told.lemma);
    (is_apart && (is_halted || is_imposed) || is_measure && is_imposed).then_some(noun)
}

/// Returns the measure that a relative clause tells of which was hung under what it is laid on: "has not lifted its embargo on
/// Peruvian fish and wine, which it imposed in 2006".
fn imposed(tokens: &[Token], at: usize, lists: &Lists) -> Option<usize> {
    let token = tokens.get(at).filter(|token| token.label == Label::Relcl && lists.imposing.has(&token.lemma))?;
    let thing = child(tokens, at, Label::Dobj).and_then(|thing| tokens.get(thing))?;
    let mut above = token.head.filter(|&above| above < at && thing.tag == Tag::Wdt)?;
    for _ in 0..super::MAX_STEPS {
        let word = tokens.get(above)?;
        let is_under = matches!(word.label, Label::Pobj | Label::Prep | Label::Conj | Label::Compound | Label::Nmod);
        if word.tag.is_verb() {
            above = child(tokens, above, Label::Dobj)?;
            break;
        }
        if !is_under {
            break;
        }
        above = word.head?;
    }
    let is_measure = |word: &Token| {
        matches!(word.label, Label::Dobj | Label::Nsubj | Label::NsubjPass | Label::Attr)
            && matches!(word.tag, Tag::Nn | Tag::Nns)
    };
    tokens.get(above).filter(|word| above < at && is_measure(word)).map(|_| above)
}

/// Returns the verb that a day tells of which was hung under an aside before it: "left the treaty, signed in 1960, on April 23".
fn after_aside(tokens: &[Token], at: usize, lists: &Lists) -> Option<usize> {
    let token = tokens.get(at).filter(|token| token.label == Label::Prep)?;
    let day = child(tokens, at, Label::Pobj).and_then(|day| tokens.get(day))?;
    let is_comma = |token: &Token| token.tag == Tag::Comma;
    let aside = token.head.filter(|&aside| aside < at && lists.months.has(&day.lower))?;
    let told = tokens.get(aside).filter(|told| told.label == Label::Acl && told.tag == Tag::Vbn)?;
    let encloses =
        tokens.get(at.checked_sub(1)?).is_some_and(is_comma) && tokens.get(aside.checked_sub(1)?).is_some_and(is_comma);
    let object = tokens.get(told.head.filter(|_| encloses)?).filter(|noun| noun.label == Label::Dobj)?;
    object.head.filter(|&verb| verb < aside)
}

/// Returns the deed that a time tells of which was hung under a verb in the present perfect, for which no time that is over
/// can be told: "has apologised for the arrest of two fishermen last week".
fn of_deed(tokens: &[Token], at: usize, lists: &Lists) -> Option<usize> {
    let token = tokens.get(at).filter(|token| token.label == Label::Npadvmod && lists.spans.has(&token.lemma))?;
    let verb = token.head.filter(|&verb| verb < at)?;
    let is_perfect = |below: &Token| {
        below.head == Some(verb) && below.label == Label::Aux && matches!(below.tag, Tag::Vbz | Tag::Vbp)
    };
    let is_participle = tokens.get(verb).is_some_and(|verb| verb.tag == Tag::Vbn);
    if !is_participle || !tokens.iter().any(is_perfect) {
        return None;
    }
    // Its words begin right behind those of the last preposition of the verb.
    let (preposition, _) = tokens
        .iter()
        .enumerate()
        .rev()
        .find(|(index, token)| *index < at && token.head == Some(verb) && token.label == Label::Prep)?;
    let is_reason = tokens.get(preposition).is_some_and(|token| lists.reasons.has(&token.lower));
    let is_between = |token: &Token| token.head == Some(verb);
    let is_next = !tokens.get(preposition + 1..at)?.iter().any(is_between);
    child(tokens, preposition, Label::Pobj).filter(|_| is_reason && is_next)
}

/// Returns the deed right before a time that was hung under what somebody reproaches with it, where that stands beside what he
/// does: "closed the port on Monday, accusing Peru of a raid last month".
fn of_charge(tokens: &[Token], at: usize, lists: &Lists) -> Option<usize> {
    let token = tokens.get(at).filter(|token| token.label == Label::Npadvmod && lists.spans.has(&token.lemma))?;
    let verb = tokens.get(token.head.filter(|&verb| verb < at)?)?;
    let is_charge = verb.label == Label::Advcl && verb.tag == Tag::Vbg && lists.reproaching.has(&verb.lemma);
    let first = tokens.iter().position(|below| below.head == Some(at)).unwrap_or(at).min(at);
    let deed = first.checked_sub(1).filter(|_| is_charge)?;
    tokens.get(deed).filter(|deed| matches!(deed.tag, Tag::Nn | Tag::Nns)).map(|_| deed)
}

/// Returns the verb whose recipient was hung under what a thing is worth: "pledged radars worth two million to Peru".
fn beyond_worth(tokens: &[Token], at: usize) -> Option<usize> {
    let token = tokens.get(at).filter(|token| token.label == Label::Prep)?;
    let worth = tokens.get(token.head.filter(|&worth| worth < at)?)?;
    let thing = tokens.get(worth.head.filter(|_| worth.label == Label::Amod && worth.tag == Tag::Jj)?)?;
    // What tells of a noun behind it and has an amount below.
    let has_amount = tokens.iter().any(|below| below.head == token.head && below.label == Label::Npadvmod);
    thing.head.filter(|_| has_amount && thing.label == Label::Dobj)
}

/// Returns the verb that a preposition before a participle belongs to, where it was hung under the verb's object: "accused
/// its neighbour of arming rebels", "the builders of the canal of breaching a treaty".
fn charging(tokens: &[Token], preposition: usize, lists: &Lists) -> Option<usize> {
    let token = tokens.get(preposition).filter(|token| token.label == Label::Prep)?;
    let mut object = tokens.get(token.head?)?;
    for _ in 0..super::MAX_STEPS {
        if !matches!(object.label, Label::Pobj | Label::Prep) {
            break;
        }
        object = tokens.get(object.head?)?;
    }
    let object = Some(object).filter(|object| object.label == Label::Dobj)?;
    let verb = object.head.filter(|&verb| tokens.get(verb).is_some_and(|verb| lists.charges.has(&verb.lemma)))?;
    let tells = |below: &Token| below.head == Some(preposition) && below.label == Label::Pcomp;
    tokens.iter().any(tells).then_some(verb)
}

/// Returns the verb of a relative clause behind a comma for the time within it that was hung above it, where no comma closes the
/// clause before the time: "left Peru, whose police had held a pilot two days earlier on charges of spying".
fn in_open_clause(tokens: &[Token], at: usize, lists: &Lists) -> Option<usize> {
    let token = tokens.get(at)?;
    let counted = |time: usize| {
        tokens.get(time).is_some_and(|time| lists.spans.has(&time.lemma) || lists.durations.has(&time.lemma))
    };
    let is_time = match token.label {
        Label::Npadvmod => counted(at),
        Label::Advmod => child(tokens, at, Label::Npadvmod).is_some_and(counted),
        _ => false,
    };
    let above = token.head.filter(|&above| is_time && above < at)?;
    let is_clause =
        |&clause: &usize| tokens.get(clause).is_some_and(|clause| clause.label == Label::Relcl && clause.tag.is_verb());
    let clause = (above..at).rev().find(is_clause)?;
    let opener = child(tokens, clause, Label::Nsubj).or_else(|| child(tokens, clause, Label::NsubjPass))?;
    let first = (opener.saturating_sub(1)..=opener)
        .find(|&first| tokens.get(first).is_some_and(|word| matches!(word.tag, Tag::Wdt | Tag::Wp | Tag::WpPoss)))?;
    let is_comma = |token: &Token| token.tag == Tag::Comma;
    let is_apart = tokens.get(first.checked_sub(1)?).is_some_and(is_comma);
    let is_open = !tokens.get(first..at)?.iter().any(is_comma);
    let is_below = std::iter::successors(Some(clause), |&up| tokens.get(up).and_then(|word| word.head))
        .take(super::MAX_STEPS)
        .any(|up| up == above);
    (is_apart && is_open && is_below).then_some(clause)
}

fn is_name(token: &Token) -> bool {
    matches!(token.tag, Tag::Nnp | Tag::Nnps)
}
