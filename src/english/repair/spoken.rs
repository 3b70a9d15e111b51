//! What stands around a verb of saying and was hung otherwise: the time behind it, what is said around it, whoever says it to
//! whom.

use super::{Label, Tag, Token, child, has_subject, is_mark, relabel, set};
use crate::english::words::Lists;

/// Puts right what is wrong with one word.
pub(super) fn repair(tokens: &mut [Token], at: usize, lists: &Lists) {
    if let Some((says, day)) = time_as_content(tokens, at, lists) {
        relabel(tokens, at, Label::Advcl);
        if let Some(day) = day {
            set(tokens, day, Label::Npadvmod, Some(says));
        }
    }
    if let Some(content) = said_around(tokens, at, lists) {
        relabel(tokens, content, Label::Ccomp);
    }
    if let Some((speaker, content)) = speaker_behind(tokens, at, lists) {
        set(tokens, speaker, Label::Nsubj, Some(at));
        if tokens.get(content).is_some_and(|content| content.label == Label::Root) {
            set(tokens, at, Label::Root, None);
            set(tokens, content, Label::Ccomp, Some(at));
        }
    }
    if let Some(copula) = predicate_before_name(tokens, at) {
        set(tokens, at, Label::Acomp, Some(copula));
    }
    if let Some(speaker) = speaker_in_quotation(tokens, at, lists) {
        set(tokens, speaker, Label::Nsubj, Some(at));
    }
    if is_said_beside(tokens, at, lists) {
        relabel(tokens, at, Label::Parataxis);
    }
    if let Some(noun) = name_in_aside(tokens, at, lists) {
        set(tokens, at, Label::Appos, Some(noun));
        let time = child(tokens, at, Label::Appos).filter(|&time| at < time);
        if let Some(time) = time.filter(|&time| is_length(tokens, time, lists)) {
            let giver = tokens.get(noun).and_then(|noun| noun.head);
            set(tokens, time, Label::Npadvmod, giver);
        }
    }
    if let Some(first) = first_before_said(tokens, at, lists) {
        set(tokens, at, Label::Conj, Some(first));
    }
    if let Some([content, teller, told]) = told_by(tokens, at, lists) {
        set(tokens, teller, Label::Nsubj, Some(at));
        set(tokens, told, Label::Dobj, Some(at));
        set(tokens, content, Label::Ccomp, Some(at));
    }
}

/// Hangs a clause that tells how long after another act something was said under the verb of saying.
pub(super) fn hang_beside_said(tokens: &mut [Token], at: usize, lists: &Lists) {
    if let Some((says, length)) = beside_said(tokens, at, lists) {
        set(tokens, at, Label::Advcl, Some(says));
        set(tokens, length, Label::Npadvmod, Some(at));
    }
}

/// Gives a verb of saying after what is said the speaker that follows it, and what is said its last noun back: "\"We condemn
/// Peru,\" said a spokesperson".
pub(super) fn turn_around(tokens: &mut [Token], verb: usize, lists: &Lists) {
    if !tokens.get(verb).is_some_and(|token| lists.sayings.has(&token.lower)) {
        return;
    }
    let Some(quoted) = child(tokens, verb, Label::Nsubj) else { return };
    let clause = child(tokens, verb, Label::Ccomp).filter(|&clause| clause < quoted);
    let is_closed = |from: usize, to: usize| tokens.get(from..to).unwrap_or_default().iter().any(is_mark);
    // "\"We condemn Peru,\" a spokesperson said": no other name of Peru.
    let beside = child(tokens, quoted, Label::Appos).filter(|&speaker| quoted < speaker && speaker < verb);
    if let Some(speaker) = beside {
        let is_of = |clause: usize| is_closed(quoted + 1, speaker) || is_last_of(tokens, clause, quoted, speaker, verb);
        if clause.is_some_and(is_of) {
            set(tokens, quoted, Label::Dobj, clause);
            set(tokens, speaker, Label::Nsubj, Some(verb));
        }
        return;
    }
    let Some(speaker) = child(tokens, verb, Label::Dobj) else { return };
    // "Ana Quispe, elected on a \"Peru first\" platform, urged Chile": whoever stands outside the marks says it.
    let is_quoted = tokens.get(quoted).is_some_and(|quoted| quoted.quotation.is_some());
    if speaker >= verb && is_quoted && is_closed(quoted + 1, verb) {
        set(tokens, quoted, Label::Dobj, clause.or(Some(verb)));
        relabel(tokens, speaker, Label::Nsubj);
    }
}

/// Tells whether a noun before a comma is what a clause that has no object acts on, with nothing but the speaker between the
/// comma and the verb of saying: "Peru and Chile have restored relations, Peru's ministry said".
fn is_last_of(tokens: &[Token], clause: usize, noun: usize, speaker: usize, says: usize) -> bool {
    let has_comma =
        |from: usize, to: usize| tokens.get(from..to).unwrap_or_default().iter().any(|token| token.tag == Tag::Comma);
    let is_free = has_subject(tokens, clause) && child(tokens, clause, Label::Dobj).is_none();
    is_free && !has_comma(clause, noun) && has_comma(noun, speaker) && !has_comma(speaker, says)
}

/// Returns the verb of saying that a clause of time stands under which was taken for what is said, with the day right behind
/// the verb that was taken for a subject: "said Friday, a day after Chile left".
fn time_as_content(tokens: &[Token], clause: usize, lists: &Lists) -> Option<(usize, Option<usize>)> {
    let says = tokens.get(clause).filter(|token| token.label == Label::Ccomp && token.tag.is_verb())?.head?;
    let mark = child(tokens, clause, Label::Mark).filter(|&mark| says < mark && mark < clause)?;
    tokens.get(mark).filter(|mark| lists.subordinating.has(&mark.lower))?;
    tokens.get(says).filter(|says| lists.sayings.has(&says.lower))?;
    let is_subject = |token: &Token| token.head == Some(clause) && token.label == Label::Nsubj;
    tokens.get(mark..clause)?.iter().find(|token| is_subject(token))?;
    let day = says + 1;
    let is_day = |token: &&Token| is_subject(token) && lists.weekdays.has(&token.lower);
    Some((says, tokens.get(day).filter(is_day).map(|_| day)))
}

/// Returns the verb of saying that a clause behind a comma stands beside which tells how long after another act something was
/// said, where it was hung with what is said, with the length: "said that he wanted good ties, a day after Chile expelled
/// his envoy".
fn beside_said(tokens: &[Token], clause: usize, lists: &Lists) -> Option<(usize, usize)> {
    let token = tokens.get(clause).filter(|token| token.label == Label::Advcl && token.tag == Tag::Vbd)?;
    let content = token.head.filter(|&content| content < clause)?;
    let said = tokens.get(content).filter(|said| said.label == Label::Ccomp)?;
    let says = said.head.filter(|&says| says < content)?;
    tokens.get(says).filter(|says| lists.sayings.has(&says.lower))?;
    let mark = child(tokens, clause, Label::Mark).filter(|&mark| content < mark && mark < clause)?;
    tokens.get(mark).filter(|mark| lists.subordinating.has(&mark.lower))?;
    let length = mark.checked_sub(1)?;
    tokens.get(length).filter(|word| lists.durations.has(&word.lemma))?;
    comma_before(tokens, length)?;
    // "Said that it had restored ties, five months after it cut them": told of the restoring.
    let is_earlier = |token: &Token| token.head == Some(content) && token.label == Label::Aux && token.tag == Tag::Vbd;
    (!tokens.iter().any(is_earlier)).then_some((says, length))
}

/// Returns the main verb of what is said around whoever says it, where it was taken for a clause of time: "Peru was arming
/// rebels, she alleged, and had shelled the port".
fn said_around(tokens: &[Token], says: usize, lists: &Lists) -> Option<usize> {
    tokens.get(says).filter(|says| lists.sayings.has(&says.lower) && matches!(says.tag, Tag::Vbd | Tag::Vbz))?;
    let subject = child(tokens, says, Label::Nsubj).filter(|&subject| subject + 1 == says)?;
    let is_comma = |at: usize| tokens.get(at).is_some_and(|token| token.tag == Tag::Comma);
    tokens.get(subject).filter(|subject| subject.tag == Tag::Prp)?;
    let comma = subject.checked_sub(1).filter(|&comma| is_comma(comma) && is_comma(says + 1))?;
    let content = child(tokens, says, Label::Advcl).filter(|&content| content < comma)?;
    let is_finite = matches!(tokens.get(content)?.tag, Tag::Vbd | Tag::Vbz | Tag::Vbp)
        || child(tokens, content, Label::Aux).is_some_and(|aux| tokens.get(aux).is_some_and(|aux| aux.tag != Tag::To));
    (is_finite && has_subject(tokens, content) && child(tokens, content, Label::Mark).is_none()).then_some(content)
}

/// Returns whoever says a quotation and was taken for a part of it: "\"I urge Chile to stop,\" Peru's president said".
fn speaker_in_quotation(tokens: &[Token], says: usize, lists: &Lists) -> Option<usize> {
    tokens.get(says).filter(|says| lists.sayings.has(&says.lower) && says.quotation.is_none())?;
    let speaker = says.checked_sub(1).filter(|_| !has_subject(tokens, says))?;
    let noun = tokens.get(speaker).filter(|noun| matches!(noun.tag, Tag::Nn | Tag::Nns | Tag::Nnp))?;
    let above = tokens.get(noun.head.filter(|&above| above < speaker)?)?;
    (noun.quotation.is_none() && above.quotation.is_some()).then_some(speaker)
}

/// Tells whether a verb of saying with a speaker of its own right behind a comma was taken for a further act: "has left the pact,
/// the government said late on Monday, hours after talks".
fn is_said_beside(tokens: &[Token], says: usize, lists: &Lists) -> bool {
    let Some(verb) = tokens.get(says).filter(|verb| verb.label == Label::Conj && lists.sayings.has(&verb.lower)) else {
        return false;
    };
    let speaker = child(tokens, says, Label::Nsubj).filter(|&speaker| speaker + 1 == says);
    let (Some(speaker), Some(content)) = (speaker, verb.head.filter(|&content| content < says)) else { return false };
    let comma = comma_before(tokens, speaker);
    let is_said = |&said: &usize| time_as_content(tokens, said, lists).is_none();
    let says_what = child(tokens, says, Label::Ccomp).filter(is_said).or_else(|| child(tokens, says, Label::Dobj));
    comma.is_some_and(|comma| content < comma) && has_subject(tokens, content) && says_what.is_none()
}

/// Returns whoever stands behind the verb of saying and was taken for its object, with what is said before it: "the claim was
/// groundless, replied Peru's minister".
fn speaker_behind(tokens: &[Token], says: usize, lists: &Lists) -> Option<(usize, usize)> {
    let verb = tokens.get(says).filter(|verb| verb.tag == Tag::Vbd && lists.sayings.has(&verb.lower))?;
    let before = tokens.get(says.checked_sub(1)?)?;
    let is_apart = before.tag == Tag::Comma || before.tag == Tag::CloseQuote;
    let speaker = child(tokens, says, Label::Dobj).filter(|&speaker| speaker > says && is_apart)?;
    // "Had not, as of Monday, announced plans": several without a name are what is told.
    let is_name = is_named(tokens, speaker) || matches!(tokens.get(speaker)?.tag, Tag::Nn | Tag::Prp);
    // "Cut ties, announced sanctions and closed its border".
    let goes_on = tokens.iter().any(|token| token.head == Some(says) && matches!(token.label, Label::Conj | Label::Cc));
    let content = match verb.label {
        Label::Root => child(tokens, says, Label::Ccomp),
        Label::Conj if is_named(tokens, speaker) => {
            verb.head.filter(|&top| tokens.get(top).is_some_and(|top| top.label == Label::Root))
        }
        _ => None,
    };
    let content = content.filter(|&content| content < says && is_name && !goes_on)?;
    (has_subject(tokens, content) && !has_subject(tokens, says)).then_some((speaker, content))
}

/// Tells whether the phrase of a noun holds a name: "a Peruvian spokesman", not "any plans".
fn is_named(tokens: &[Token], noun: usize) -> bool {
    let is_capital = |token: &Token| token.text.starts_with(char::is_uppercase);
    tokens.iter().enumerate().any(|(at, token)| (at == noun || token.head == Some(noun)) && is_capital(token))
}

/// Returns the verb that an adjective at the end of what is said completes, where it was taken for a part of the name behind:
/// "\"These raids are cruel,\" Chilean Prime Minister Ana Quispe said", "the raid was cruel, Minister Ana Quispe said".
fn predicate_before_name(tokens: &[Token], at: usize) -> Option<usize> {
    let token = tokens.get(at).filter(|token| token.tag == Tag::Jj && token.label == Label::Amod)?;
    let name = tokens.get(token.head.filter(|&name| at < name)?)?;
    let copula = at.checked_sub(1)?;
    let verb = tokens.get(copula).filter(|verb| matches!(verb.tag, Tag::Vbz | Tag::Vbp | Tag::Vbd))?;
    let is_quoted = token.quotation.is_some() && verb.quotation == token.quotation && name.quotation.is_none();
    let is_said = verb.label == Label::Ccomp && verb.head.is_some_and(|says| says > at);
    let is_apart = is_quoted || is_said && tokens.get(at + 1).is_some_and(|comma| comma.tag == Tag::Comma);
    (is_apart && child(tokens, copula, Label::Acomp).is_none() && has_subject(tokens, copula)).then_some(copula)
}

/// Returns what is said before a verb of telling, whoever tells it and who is told, where the first was taken for a part of what
/// is said and the second for who tells: "the envoys will leave, the ministry told Ambassador Ana Quispe".
fn told_by(tokens: &[Token], tells: usize, lists: &Lists) -> Option<[usize; 3]> {
    let verb = tokens.get(tells).filter(|verb| verb.tag == Tag::Vbd && lists.telling.has(&verb.lemma))?;
    let told = child(tokens, tells, Label::Nsubj).filter(|&told| tells < told)?;
    let content = child(tokens, tells, Label::Ccomp).filter(|&content| content < tells && verb.label == Label::Root)?;
    let teller = tells.checked_sub(1)?;
    let word = tokens.get(teller).filter(|word| matches!(word.tag, Tag::Nnp | Tag::Nn | Tag::Nns))?;
    let is_lost = word.head.is_some_and(|head| head < teller);
    let comma = (0..teller).rev().find(|&at| tokens.get(at).is_some_and(|token| token.tag == Tag::Comma))?;
    let is_within = |token: &Token| token.head.is_some_and(|head| (comma + 1..=teller).contains(&head));
    let is_name = tokens.get(comma + 1..teller)?.iter().all(is_within);
    (is_lost && is_name && content < comma && has_subject(tokens, content)).then_some([content, teller, told])
}

/// Returns the comma right before a noun with what stands before it under it.
fn comma_before(tokens: &[Token], noun: usize) -> Option<usize> {
    let first = tokens.iter().position(|token| token.head == Some(noun)).unwrap_or(noun).min(noun);
    let comma = first.checked_sub(1)?;
    tokens.get(comma).filter(|token| token.tag == Tag::Comma).map(|_| comma)
}

/// Returns the noun right before a name between commas that was taken for who says it, where another one does: "gave the envoy,
/// Ana Quispe, a week to leave, the agency reported".
fn name_in_aside(tokens: &[Token], name: usize, lists: &Lists) -> Option<usize> {
    let token = tokens.get(name).filter(|token| token.label == Label::Nsubj && token.tag == Tag::Nnp)?;
    let says = token.head.filter(|&says| name < says)?;
    tokens.get(says).filter(|says| lists.sayings.has(&says.lower))?;
    let is_subject = |other: &Token| other.label == Label::Nsubj && other.head == Some(says);
    tokens.get(name + 1..says)?.iter().find(|other| is_subject(other))?;
    let is_comma = |at: usize| tokens.get(at).is_some_and(|token| token.tag == Tag::Comma);
    let is_part = |at: &usize| tokens.get(*at).is_some_and(|part| part.tag == Tag::Nnp && part.head == Some(name));
    let first = (0..name).rev().take_while(is_part).last().unwrap_or(name);
    let comma = first.checked_sub(1).filter(|&comma| is_comma(comma) && is_comma(name + 1))?;
    let noun = comma.checked_sub(1)?;
    let is_acted_on = |noun: &&Token| matches!(noun.label, Label::Dobj | Label::Dative) && noun.tag == Tag::Nn;
    tokens.get(noun).filter(is_acted_on).map(|_| noun)
}

/// Tells whether a noun is for a length of time.
fn is_length(tokens: &[Token], noun: usize, lists: &Lists) -> bool {
    tokens.get(noun).is_some_and(|noun| lists.durations.has(&noun.lemma))
}

/// Returns the verb of what is said, for a further one of it that was hung beside the verb of saying behind both: "expelled the
/// envoy and recalled its own, the agency reported".
fn first_before_said(tokens: &[Token], at: usize, lists: &Lists) -> Option<usize> {
    let token = tokens.get(at).filter(|token| token.label == Label::Conj && token.tag.is_verb())?;
    let says = token.head.filter(|&says| at < says)?;
    tokens.get(says).filter(|says| lists.sayings.has(&says.lower))?;
    let content = child(tokens, says, Label::Ccomp).filter(|&content| content < at)?;
    (!has_subject(tokens, at)).then_some(content)
}
