//! Days and months that were taken for the first part of a name.

use super::super::Token;
use super::super::tag::{Label, Tag};
use super::super::words::Lists;
use super::{MAX_STEPS, child, hang, has_subject, nearest_above, retag, set};

/// Puts right what days were taken for.
pub(super) fn repair(tokens: &mut [Token], at: usize, lists: &Lists) {
    if let Some(found) = before_name(tokens, at, lists) {
        take_out(tokens, &found);
    }
    if let Some(verb) = within_relative(tokens, at, lists) {
        hang(tokens, at, verb);
    }
    if let Some(month) = named_again(tokens, at, lists) {
        set(tokens, at, Label::Appos, Some(month));
    }
    if let Some((time, verb)) = of_time(tokens, at, lists) {
        set(tokens, at, Label::Nsubj, Some(verb));
        set(tokens, time, Label::Npadvmod, Some(verb));
    }
    if let Some((before, verb)) = behind_noun(tokens, at, lists) {
        hang_behind(tokens, at, before, verb);
    }
    if let Some(noun) = determined(tokens, at, lists) {
        hang(tokens, at, noun);
    }
    if let Some(found) = before_row(tokens, at, lists) {
        split_row(tokens, at, &found);
    }
    if let Some(verb) = after_aside(tokens, at, lists) {
        hang(tokens, at, verb);
    }
    if let Some(noun) = before_length(tokens, at) {
        hang(tokens, at, noun);
    }
}

/// Returns the time and the verb of a relative clause whose first word was taken for a part of the time: "Peru, which last week
/// suspended imports".
fn of_time(tokens: &[Token], which: usize, lists: &Lists) -> Option<(usize, usize)> {
    let token = tokens.get(which).filter(|token| token.tag == Tag::Wdt && token.label == Label::Det)?;
    let time = token.head.filter(|&time| time == which + 2)?;
    let noun = tokens.get(time).filter(|noun| lists.spans.has(&noun.lemma))?;
    let is_past = |at: &usize| tokens.get(*at).is_some_and(|verb| matches!(verb.tag, Tag::Vbd | Tag::Vbz));
    let verb = noun.head.filter(|verb| *verb > time && is_past(verb))?;
    let has_other = tokens
        .iter()
        .enumerate()
        .any(|(at, below)| below.head == Some(verb) && below.label == Label::Nsubj && at != time);
    (!has_other).then_some((time, verb))
}

/// Returns the noun right before a preposition that was hung under the length of time behind a comma: "restored ties with
/// Chile, more than two years after it had cut them".
fn before_length(tokens: &[Token], preposition: usize) -> Option<usize> {
    let token = tokens.get(preposition).filter(|token| token.label == Label::Prep && token.tag == Tag::In)?;
    let time = token.head.filter(|&time| time > preposition)?;
    tokens.get(time).filter(|time| time.label == Label::Npadvmod)?;
    tokens.get(preposition..time)?.iter().find(|word| word.tag == Tag::Comma)?;
    let is_noun = |word: &Token| word.tag.is_noun();
    preposition.checked_sub(1).filter(|&noun| tokens.get(noun).is_some_and(is_noun))
}

/// Returns the noun before a weekday that was taken for the end of its phrase, and the verb that the day belongs to: "cut ties
/// with Chile Monday", "put the pact on hold Monday, officials said", "gave Chile tanks Monday".
fn behind_noun(tokens: &[Token], day: usize, lists: &Lists) -> Option<(usize, usize)> {
    let token = tokens.get(day).filter(|token| token.tag == Tag::Nnp && lists.weekdays.has(&token.lower))?;
    tokens.get(day + 1).filter(|next| matches!(next.tag, Tag::Stop | Tag::Comma))?;
    let before = day.checked_sub(1)?;
    let noun = tokens.get(before)?;
    let is_part = noun.head == Some(day) && matches!(noun.label, Label::Compound | Label::Amod | Label::Nmod);
    let takes = matches!(token.label, Label::Pobj | Label::Dobj | Label::Conj | Label::Appos | Label::Npadvmod);
    let is_noun = matches!(noun.tag, Tag::Nn | Tag::Nns | Tag::Nnp | Tag::Nnps | Tag::Vb);
    let is_given = token.label == Label::Dobj && noun.label == Label::Dative && noun.head == token.head;
    if !(is_noun && takes && is_part || is_given) {
        return None;
    }
    let verb = nearest_above(tokens, token.head?, |tag| matches!(tag, Tag::Vbd | Tag::Vbz | Tag::Vbp))?;
    Some((before, verb))
}

/// Returns the subject that an article or a number behind a day belongs to, which was hung under the day: "on May 3 the two
/// Andean allies met".
fn determined(tokens: &[Token], at: usize, lists: &Lists) -> Option<usize> {
    let token = tokens.get(at).filter(|token| matches!(token.label, Label::Det | Label::Nummod))?;
    let day = token.head.filter(|&day| day < at)?;
    let is_day = |day: &Token| lists.weekdays.has(&day.lower) || lists.months.has(&day.text.to_lowercase());
    tokens.get(day).filter(|day| is_day(day))?;
    let before = tokens.get(at.checked_sub(1)?)?;
    // "On May 3": the day's own number; "the two" behind it is not.
    let is_own = token.tag == Tag::Cd && before.tag != Tag::Dt;
    if is_own || !matches!(token.tag, Tag::Dt | Tag::Cd) {
        return None;
    }
    let rest = tokens.get(at + 1..)?;
    let is_part = |word: &Token| {
        matches!(word.label, Label::Compound | Label::Amod | Label::Nmod)
            || word.tag == Tag::Cd && word.head == Some(day)
    };
    let noun = at + 1 + rest.iter().take_while(|word| is_part(word)).count();
    let is_subject = |word: &Token| matches!(word.label, Label::Nsubj | Label::NsubjPass) && word.head > Some(noun);
    tokens.get(noun).filter(|word| is_subject(word)).map(|_| noun)
}

/// The first of a row of subjects that a day was taken for a part of: "on that day Peru, Chile and Ghana signed".
struct Row {
    /// The first of them.
    first: usize,
    /// The preposition of the day.
    preposition: usize,
    /// What the second stands as, and under what.
    second: usize,
    verb: usize,
}

/// Returns the row of subjects whose first was hung under the preposition of the day before it.
fn before_row(tokens: &[Token], day: usize, lists: &Lists) -> Option<Row> {
    let token = tokens.get(day).filter(|token| token.label == Label::Compound && token.tag == Tag::Nn)?;
    let first = token.head.filter(|&first| first == day + 1 && lists.times_of_day.has(&token.lemma))?;
    let name = tokens.get(first).filter(|name| name.label == Label::Pobj && name.tag == Tag::Nnp)?;
    tokens.get(day.checked_sub(1)?).filter(|word| word.tag == Tag::Dt && word.head == Some(first))?;
    let preposition = name.head?;
    let verb = tokens.get(preposition)?.head.filter(|&verb| verb > first)?;
    let second = child(tokens, verb, Label::Nsubj).filter(|&second| second > first)?;
    let is_link = |word: &Token| word.tag == Tag::Comma || word.head == Some(second) && word.label != Label::Punct;
    let is_next = tokens.get(first + 1).is_some_and(|word| word.tag == Tag::Comma);
    let between = tokens.get(first + 1..second)?;
    let is_row = is_next && between.iter().all(is_link) && child(tokens, second, Label::Conj).is_some();
    is_row.then_some(Row { first, preposition, second, verb })
}

/// Gives the day back to its preposition, and the first of the row to the verb.
fn split_row(tokens: &mut [Token], day: usize, row: &Row) {
    for at in row.preposition + 1..day {
        if tokens.get(at).is_some_and(|word| word.head == Some(row.first)) {
            hang(tokens, at, day);
        }
    }
    set(tokens, day, Label::Pobj, Some(row.preposition));
    set(tokens, row.first, Label::Nsubj, Some(row.verb));
    set(tokens, row.second, Label::Conj, Some(row.first));
}

/// Returns the verb of the subordinate clause that a time at the end belongs to, behind another name of somebody in it: "said it
/// was leaving, after Chile expelled its envoy, Ana Rao, this week".
fn after_aside(tokens: &[Token], time: usize, lists: &Lists) -> Option<usize> {
    let token = tokens.get(time).filter(|token| token.label == Label::Npadvmod && lists.spans.has(&token.lemma))?;
    let main = token.head.filter(|&main| main < time)?;
    let start = tokens.iter().take(time).rposition(|word| word.tag == Tag::Comma)?;
    let is_whole = tokens.get(start + 1..time)?.iter().all(|word| word.head == Some(time));
    let name = tokens.get(..start)?.iter().rposition(|word| word.label == Label::Appos)?;
    let closes = tokens.get(name + 1..start)?.is_empty();
    let clause = nearest_above(tokens, tokens.get(name)?.head?, Tag::is_verb)?;
    let is_past = tokens.get(clause).is_some_and(|verb| verb.tag == Tag::Vbd && verb.label == Label::Advcl);
    let opens = child(tokens, clause, Label::Mark)?;
    (is_whole && closes && is_past && main < opens).then_some(clause)
}

/// Gives the place of the day to the noun, and the day to the verb.
fn hang_behind(tokens: &mut [Token], day: usize, noun: usize, verb: usize) {
    let Some((label, head)) = tokens.get(day).map(|token| (token.label, token.head)) else { return };
    for at in 0..noun {
        if tokens.get(at).is_some_and(|token| token.head == Some(day)) {
            hang(tokens, at, noun);
        }
    }
    let label = if label == Label::Npadvmod { Label::Dobj } else { label };
    set(tokens, noun, label, head);
    if tokens.get(noun).is_some_and(|token| token.tag == Tag::Vb) {
        retag(tokens, noun, Tag::Nn);
    }
    set(tokens, day, Label::Npadvmod, Some(verb));
}

/// A day or a month that is no part of the name behind it.
struct Day {
    /// The word for the day.
    day: usize,
    /// The preposition before it.
    preposition: Option<usize>,
    /// The adjective between them: "in late March".
    part: Option<usize>,
    /// The noun that the name belongs to, with its label.
    noun: (usize, Label),
    /// What the noun stands under.
    clause: usize,
    /// What the day stands under.
    above: usize,
}

/// Returns a day that was taken for the first part of what is named behind it: "summoned on Monday Chile's ambassador", "said
/// Monday Peru had left", "last September Peru and Chile met", "in late March Azerbaijan opened".
fn before_name(tokens: &[Token], day: usize, lists: &Lists) -> Option<Day> {
    let token = tokens.get(day).filter(|token| token.label == Label::Compound)?;
    let is_weekday = lists.weekdays.has(&token.lower);
    let before = day.checked_sub(1).and_then(|before| Some((before, tokens.get(before)?)));
    let preposition = before.filter(|(_, word)| word.tag == Tag::In).map(|(at, _)| at);
    let counted = before.filter(|(_, word)| word.head == Some(day) && word.label == Label::Amod);
    // "In late March": the adjective may pass for what stands under the preposition.
    let part = before.filter(|(at, word)| {
        word.tag == Tag::Jj && word.label == Label::Pobj && word.head.is_some_and(|above| above + 1 == *at)
    });
    let is_month = (counted.is_some() || part.is_some()) && lists.months.has(&token.text.to_lowercase());
    let preposition = preposition.or_else(|| part?.1.head);
    if !is_weekday && !is_month {
        return None;
    }
    let name = token.head.filter(|&name| name > day)?;
    // Hung under the adjective: "announced on Friday new tariffs".
    let noun =
        tokens.get(name).filter(|word| word.tag == Tag::Jj && word.label != Label::Pobj).and_then(|word| word.head);
    let name = noun.filter(|&noun| noun > name).unwrap_or(name);
    let is_name = |at: usize| tokens.get(at).is_some_and(|word| matches!(word.tag, Tag::Nnp | Tag::Nnps));
    // "Announced on Friday new tariffs of 5 percent".
    let is_bare =
        |at: usize| tokens.get(at).is_some_and(|word| matches!(word.tag, Tag::Jj | Tag::Nn) && word.head == Some(name));
    let is_plural = tokens.get(name)?.tag == Tag::Nns && (day + 1..name).all(is_bare);
    if !(is_name(name) && is_name(day + 1) || is_plural && preposition.is_some() || is_people(tokens, day + 1)) {
        return None;
    }
    let noun = top(tokens, name);
    let (label, clause) = (tokens.get(noun)?.label, tokens.get(noun)?.head?);
    if Some(clause) == preposition {
        return under_preposition(tokens, day, noun, clause);
    }
    let is_subject = matches!(label, Label::Nsubj | Label::NsubjPass);
    if !is_subject || clause < noun {
        return None;
    }
    // "Said on Monday Chile's troops had crossed", "said Monday Chile had".
    let said = tokens.get(clause).filter(|clause| clause.label == Label::Ccomp).and_then(|clause| clause.head);
    let said = said.filter(|&said| said < day);
    match preposition {
        Some(_) if part.is_some() => {}
        Some(at) => tokens.get(at).filter(|word| word.label == Label::Mark && word.head == Some(clause)).map(|_| ())?,
        None if counted.is_none() && said.is_none_or(|said| said + 1 != day) => return None,
        None => {}
    }
    let part = part.map(|(at, _)| at);
    Some(Day { day, preposition, part, noun: (noun, label), clause, above: said.unwrap_or(clause) })
}

/// Returns the verb of a relative clause for the preposition of a day at its end that was hung under the verb behind, of which
/// the clause tells the subject: "the tariffs that Peru imposed on Chile on Monday will remain".
fn within_relative(tokens: &[Token], at: usize, lists: &Lists) -> Option<usize> {
    let token = tokens.get(at).filter(|token| token.label == Label::Prep)?;
    let main = token.head.filter(|&main| main > at)?;
    let day = tokens.get(child(tokens, at, Label::Pobj)?)?;
    let is_day = lists.weekdays.has(&day.lower) || lists.months.has(&day.text.to_lowercase());
    let is_subject =
        |word: &Token| word.head == Some(main) && matches!(word.label, Label::Nsubj | Label::NsubjPass) && is_day;
    let subject = tokens.iter().take(at).position(is_subject)?;
    let verb = child(tokens, subject, Label::Relcl).filter(|&verb| verb < at)?;
    // "The tariffs that Peru imposed, on Monday remained".
    let between = tokens.get(verb..at)?;
    (!between.iter().any(|word| word.tag == Tag::Comma)).then_some(verb)
}

/// Returns the month of a date that a noun behind a comma stands for: "on April 2, 1982, the day on which Peru left".
fn named_again(tokens: &[Token], noun: usize, lists: &Lists) -> Option<usize> {
    let token = tokens.get(noun).filter(|token| token.label == Label::Npadvmod)?;
    child(tokens, noun, Label::Relcl)?;
    let article = tokens.get(noun.checked_sub(1)?).filter(|article| article.head == Some(noun))?;
    let comma = tokens.get(noun.checked_sub(2)?).filter(|comma| comma.tag == Tag::Comma && article.tag == Tag::Dt)?;
    let month = (0..noun).rev().take(MAX_STEPS).find(|&at| {
        tokens.get(at).is_some_and(|word| word.label == Label::Pobj && lists.months.has(&word.text.to_lowercase()))
    })?;
    let between = tokens.get(month + 1..noun - 2)?;
    let is_date = between.iter().all(|word| word.head == Some(month) && word.tag != Tag::Cc);
    (is_date && comma.head != Some(month) && token.head < Some(month)).then_some(month)
}

/// Returns the noun that was hung under the preposition of a day: whoever acts before a later verb, what is done behind an
/// earlier one.
fn under_preposition(tokens: &[Token], day: usize, noun: usize, preposition: usize) -> Option<Day> {
    let mut clause = tokens.get(preposition)?.head?;
    if tokens.get(clause)?.label == Label::Advmod {
        clause = tokens.get(clause)?.head?;
    }
    tokens.get(clause).filter(|clause| clause.tag.is_verb())?;
    let label = if clause > noun { Label::Nsubj } else { Label::Dobj };
    let is_free = match label {
        Label::Nsubj => !has_subject(tokens, clause),
        _ => [Label::Dobj, Label::Ccomp, Label::Xcomp].iter().all(|&label| child(tokens, clause, label).is_none()),
    };
    let above = tokens.get(preposition)?.head?;
    is_free.then_some(Day { day, preposition: Some(preposition), part: None, noun: (noun, label), clause, above })
}

/// Takes the day out of the name.
fn take_out(tokens: &mut [Token], found: &Day) {
    set(tokens, found.noun.0, found.noun.1, Some(found.clause));
    if let Some(part) = found.part {
        set(tokens, part, Label::Amod, Some(found.day));
    }
    match found.preposition {
        Some(preposition) => {
            set(tokens, preposition, Label::Prep, Some(found.above));
            set(tokens, found.day, Label::Pobj, Some(preposition));
        }
        None => set(tokens, found.day, Label::Npadvmod, Some(found.above)),
    }
}

/// Tells whether an adjective of a people begins what is named: "on Tuesday Chilean Foreign Minister Juan Soto".
fn is_people(tokens: &[Token], at: usize) -> bool {
    let is_capital = |word: &Token| word.text.starts_with(char::is_uppercase);
    tokens.get(at).is_some_and(|word| word.tag == Tag::Jj && word.label == Label::Amod && is_capital(word))
}

/// Returns the noun that a name stands before.
fn top(tokens: &[Token], name: usize) -> usize {
    let mut at = name;
    for _ in 0..MAX_STEPS {
        let token = tokens.get(at).filter(|token| matches!(token.label, Label::Poss | Label::Compound | Label::Nmod));
        let Some(head) = token.and_then(|token| token.head).filter(|&head| head > at) else { break };
        at = head;
    }
    at
}
