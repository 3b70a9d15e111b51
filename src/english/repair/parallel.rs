//! A second one who is to do something beside the first: "urged Peru to free the crew and Chile to lift its embargo".
//!
//! The parser takes the second name for one more object of the first infinitive and hangs the second infinitive below it.
//! Where "all but one of" something is acted on, it loses what there is one of; whoever is named at the end as in company
//! of the subject it hangs under the verb.

use super::{Label, Lists, Tag, Token, child, hang, relabel, retag, set};

/// How a verb ends that tells what somebody is accused of.
const GERUND: &str = "ing";

/// Puts the second infinitive beside the first, with whoever is to do it as its subject.
pub(super) fn repair(tokens: &mut [Token], clause: usize, lists: &Lists) {
    if let Some(first) = further_charge(tokens, clause, lists) {
        set(tokens, clause, Label::Conj, Some(first));
    }
    if let Some((verb, preposition, first)) = second_charge(tokens, clause, lists) {
        hang(tokens, preposition, verb);
        set(tokens, clause, Label::Conj, Some(first));
        relabel(tokens, first, Label::Pcomp);
        retag(tokens, first, Tag::Vbg);
    }
    if let Some((object, preposition, verb)) = second_accused(tokens, clause, lists) {
        set(tokens, clause, Label::Conj, Some(object));
        hang(tokens, preposition, verb);
    }
    if let Some((name, first)) = second_asked(tokens, clause) {
        set(tokens, clause, Label::Conj, Some(first));
        relabel(tokens, name, Label::Nsubj);
        hang(tokens, name, clause);
    }
    let beside = in_company(tokens, clause, lists).or_else(|| fronted_company(tokens, clause, lists));
    if let Some((subject, companion)) = beside {
        set(tokens, companion, Label::Conj, Some(subject));
    }
    if let Some((object, thing)) = second_thing(tokens, clause) {
        let verb = tokens.get(clause).and_then(|token| token.head);
        for token in tokens.iter_mut().filter(|token| token.head == Some(clause)) {
            match token.label {
                Label::Prep | Label::Dative => (token.label, token.head) = (Label::Prep, Some(thing)),
                Label::Punct | Label::Npadvmod | Label::Advcl => token.head = verb,
                _ => token.head = Some(thing),
            }
        }
        set(tokens, thing, Label::Conj, Some(object));
        set(tokens, clause, Label::Compound, Some(thing));
        retag(tokens, clause, Tag::Nn);
    }
    if let Some((first, shared)) = shared_name(tokens, clause) {
        hang(tokens, shared, first);
    }
    if let Some(infinitive) = left_undone(tokens, clause) {
        hang(tokens, clause, infinitive);
    }
    if let Some((counter, number)) = counted_out(tokens, clause) {
        let above = tokens.get(counter).map(|token| (token.label, token.head));
        if let Some((label, head)) = above {
            set(tokens, number, label, head);
            set(tokens, counter, Label::Det, Some(number));
            set(tokens, clause, Label::Cc, Some(counter));
        }
    }
}

/// Returns the object of a verb in the past and a second one whose first word was taken for a verb beside it: "froze loans and
/// grant aid".
fn second_thing(tokens: &[Token], at: usize) -> Option<(usize, usize)> {
    let token = tokens.get(at).filter(|token| token.label == Label::Conj && matches!(token.tag, Tag::Vb | Tag::Vbp))?;
    let verb = token.head.filter(|&verb| tokens.get(verb).is_some_and(|verb| verb.tag == Tag::Vbd))?;
    tokens.get(at.checked_sub(1)?).filter(|link| link.label == Label::Cc && link.head == Some(verb))?;
    let thing = tokens.get(at + 1).filter(|thing| thing.label == Label::Dobj && thing.head == Some(at))?;
    let is_beside = |(below, token): (usize, &Token)| {
        // What a comma parts from it tells of the verb: "a day after".
        let is_apart = matches!(token.label, Label::Punct | Label::Npadvmod | Label::Advcl);
        token.head != Some(at) || below == at + 1 || matches!(token.label, Label::Prep | Label::Dative) || is_apart
    };
    let is_bare = tokens.iter().enumerate().all(is_beside);
    let object = child(tokens, verb, Label::Dobj).filter(|&object| object < at)?;
    (matches!(thing.tag, Tag::Nn | Tag::Nns) && is_bare).then_some((object, at + 1))
}

/// Returns the first of two prepositions that share a name, with the name: "flights to and from Chile".
fn shared_name(tokens: &[Token], second: usize) -> Option<(usize, usize)> {
    let token = tokens.get(second).filter(|token| token.label == Label::Conj && token.tag == Tag::In)?;
    let first = token.head.filter(|&first| first + 2 == second && child(tokens, first, Label::Pobj).is_none())?;
    tokens.get(first).filter(|first| first.label == Label::Prep)?;
    child(tokens, second, Label::Pobj).map(|shared| (first, shared))
}

/// Returns the word over those in company of somebody, for the first of the words that say so.
pub(super) fn over_companions(tokens: &[Token], preposition: usize, lists: &Lists) -> Option<usize> {
    let word = tokens.get(preposition).filter(|token| matches!(token.tag, Tag::In | Tag::Rb | Tag::Vbn))?;
    // "Along with", "together with": which of the two hangs under the other tells nothing.
    let next = tokens.get(preposition + 1).filter(|next| next.tag == Tag::In);
    let beside = next.filter(|next| next.head == Some(preposition) || word.head == Some(preposition + 1));
    let holds = if beside.is_some() { preposition + 1 } else { preposition };
    lists.is_companion(&word.lower, beside.map(|next| &*next.lower)).then_some(holds)
}

/// Returns the subject of a clause and whoever is named beside it at the end: "Peru left the pact on Monday, together with Chile
/// and Ghana".
fn in_company(tokens: &[Token], preposition: usize, lists: &Lists) -> Option<(usize, usize)> {
    tokens.get(preposition.checked_sub(1)?).filter(|before| before.tag == Tag::Comma)?;
    let holds = over_companions(tokens, preposition, lists)?;
    let companion = child(tokens, holds, Label::Pobj).filter(|&companion| companion == holds + 1)?;
    tokens.get(companion).filter(|name| matches!(name.tag, Tag::Nnp | Tag::Nnps))?;
    let above = |at: usize| tokens.get(at).and_then(|token| token.head);
    let verb = above(holds).filter(|&verb| verb != preposition).or_else(|| above(preposition))?;
    let is_name =
        |subject: &usize| tokens.get(*subject).is_some_and(|subject| matches!(subject.tag, Tag::Nnp | Tag::Nnps));
    let subject = child(tokens, verb, Label::Nsubj).filter(is_name).filter(|&subject| subject < preposition)?;
    Some((subject, companion))
}

/// Returns the subject of a clause and whoever is named beside it at the head of the sentence: "Together with Chile, Peru left".
fn fronted_company(tokens: &[Token], preposition: usize, lists: &Lists) -> Option<(usize, usize)> {
    let holds = over_companions(tokens, preposition, lists).filter(|_| preposition == 0)?;
    let is_name = |at: usize| tokens.get(at).is_some_and(|name| matches!(name.tag, Tag::Nnp | Tag::Nnps));
    let mut commas = (holds + 1..tokens.len()).filter(|&at| tokens.get(at).is_some_and(|word| word.tag == Tag::Comma));
    let subject = commas.next()?;
    let acts = |at: &usize| tokens.get(*at).is_some_and(|word| matches!(word.label, Label::Nsubj | Label::NsubjPass));
    let subject = (subject + 1..tokens.len()).find(acts).filter(|&subject| is_name(subject))?;
    let companion = (holds + 1..subject).find(|&at| tokens.get(at).is_some_and(|word| word.label == Label::Pobj))?;
    is_name(companion).then_some((subject, companion))
}

/// Returns whoever joins another in what a participle tells, with the other: "Peru joined Chile in condemning the raid".
fn joined(tokens: &[Token], deed: usize, lists: &Lists) -> Option<(usize, usize)> {
    let token = tokens.get(deed).filter(|token| token.tag == Tag::Vbg && token.label == Label::Pcomp)?;
    let link = tokens.get(token.head?).filter(|link| link.label == Label::Prep)?;
    let verb = link.head.filter(|&verb| tokens.get(verb).is_some_and(|verb| lists.joining_in.has(&verb.lemma)))?;
    let object = child(tokens, verb, Label::Dobj).filter(|&object| verb < object && object < deed)?;
    tokens.get(object).filter(|name| matches!(name.tag, Tag::Nnp | Tag::Nnps))?;
    Some((child(tokens, verb, Label::Nsubj)?, object))
}

/// Returns the infinitive that a negation stands right before: "vowed never to send troops" vowed all the same.
fn left_undone(tokens: &[Token], negation: usize) -> Option<usize> {
    let token = tokens.get(negation).filter(|token| token.label == Label::Neg)?;
    let to = tokens.get(negation + 1).filter(|to| to.tag == Tag::To && to.label == Label::Aux)?;
    let above = tokens.get(to.head?)?;
    (token.head? < negation && above.head == token.head && above.label == Label::Xcomp).then_some(to.head?)
}

/// Returns what a preposition stands under and the number after it, where what it counts out is only told by that: "all but
/// one of its crossings".
fn counted_out(tokens: &[Token], preposition: usize) -> Option<(usize, usize)> {
    let token = tokens.get(preposition).filter(|token| token.label == Label::Prep && token.tag == Tag::In)?;
    let (counter, number) = (preposition.checked_sub(1)?, preposition + 1);
    let word = tokens.get(counter).filter(|word| word.tag == Tag::Dt)?;
    let is_beside = token.head == Some(counter) || token.head == word.head;
    let after = tokens.get(number).filter(|after| after.tag == Tag::Cd && after.label == Label::Pobj)?;
    let holds = |below: &Token| below.head == Some(number) && below.label == Label::Prep;
    let stands = matches!(word.label, Label::Dobj | Label::Nsubj | Label::NsubjPass | Label::Pobj);
    (stands && is_beside && after.head == Some(preposition) && tokens.iter().any(holds)).then_some((counter, number))
}

/// Returns the first of what somebody is accused of, for one more of the row: "accused Peru of shelling villages, blocking
/// aid and arming rebels".
fn further_charge(tokens: &[Token], clause: usize, lists: &Lists) -> Option<usize> {
    let token = tokens.get(clause).filter(|token| token.label == Label::Advcl && token.tag == Tag::Vbg)?;
    let verb = token.head.filter(|&verb| verb < clause)?;
    tokens.get(verb).filter(|verb| lists.charges.has(&verb.lemma))?;
    clause.checked_sub(1).and_then(|before| tokens.get(before)).filter(|before| before.tag == Tag::Comma)?;
    let goes_on = tokens.get(clause..)?.windows(2).any(|two| match two {
        [and, next] => and.tag == Tag::Cc && next.lower.ends_with(GERUND),
        _ => false,
    });
    let is_charge =
        |index: &usize| tokens.get(*index).is_some_and(|charge| charge.label == Label::Pcomp && charge.tag == Tag::Vbg);
    (verb..clause).find(is_charge).filter(|_| goes_on)
}

/// Returns the verb of an accuser, with the preposition before the first of two charges and the charge, which was taken for a
/// noun, where the second was taken for what the accuser does: "accusing Peru of hosting and training rebels".
fn second_charge(tokens: &[Token], clause: usize, lists: &Lists) -> Option<(usize, usize, usize)> {
    let token = tokens.get(clause).filter(|token| token.label == Label::Conj && token.tag == Tag::Vbg)?;
    let verb = token.head.filter(|&verb| verb < clause)?;
    tokens.get(verb).filter(|verb| lists.charges.has(&verb.lemma))?;
    tokens.get(clause.checked_sub(1)?).filter(|link| link.tag == Tag::Cc)?;
    let first = clause.checked_sub(2).filter(|&first| first > verb)?;
    let charge = tokens.get(first).filter(|charge| charge.label == Label::Pobj && charge.lower.ends_with(GERUND))?;
    let preposition = charge.head.filter(|&preposition| preposition > verb)?;
    Some((verb, preposition, first))
}

/// Returns the first of two who are blamed, each for something else, with the preposition behind the second and the verb, where the
/// second was joined to what the first is blamed for: "accused Peru of spying and Chile of arming rebels".
fn second_accused(tokens: &[Token], name: usize, lists: &Lists) -> Option<(usize, usize, usize)> {
    let is_name = |token: &&Token| matches!(token.tag, Tag::Nnp | Tag::Nnps);
    let token = tokens.get(name).filter(|token| token.label == Label::Conj).filter(is_name)?;
    let second = tokens.get(name + 1).filter(|link| link.tag == Tag::In)?;
    let mut at = token.head?;
    for _ in 0..super::MAX_STEPS {
        let word = tokens.get(at)?;
        let above = word.head.filter(|&above| above < at)?;
        if word.label == Label::Prep && word.lower == second.lower {
            let verb = tokens.get(above)?;
            let blames = lists.charges.has(&verb.lemma) || lists.reproaching.has(&verb.lemma);
            let object = child(tokens, above, Label::Dobj).filter(|&object| object < at && blames)?;
            return tokens.get(object).filter(is_name).map(|_| (object, name + 1, above));
        }
        at = above;
    }
    None
}

/// Returns who is to do what an infinitive tells, with the infinitive before it.
fn second_asked(tokens: &[Token], clause: usize) -> Option<(usize, usize)> {
    let token = tokens.get(clause).filter(|token| token.label == Label::Advcl && token.tag == Tag::Vb)?;
    let to = clause.checked_sub(1).filter(|&to| tokens.get(to).is_some_and(|to| to.tag == Tag::To))?;
    let first = token.head.filter(|&first| first < clause)?;
    let asked = tokens.get(first).filter(|asked| asked.tag == Tag::Vb)?;
    if !matches!(asked.label, Label::Xcomp | Label::Ccomp | Label::Conj) {
        return None;
    }
    let name = to.checked_sub(1)?;
    let word = tokens.get(name).filter(|word| word.tag == Tag::Nnp && word.label == Label::Conj)?;
    let object = word.head.filter(|&object| object > first)?;
    let before = tokens.get(object)?;
    // "Troops from Peru and Chile to keep the peace" may be of both; nobody is named twice beside himself.
    let is_other = matches!(before.tag, Tag::Nn | Tag::Nns) || before.lower == word.lower;
    (is_other && matches!(before.label, Label::Dobj | Label::Pobj)).then_some((name, first))
}

/// Makes the subject of a verb, and whoever it joins, do what a participle under "in" tells: "joined Peru in imposing sanctions".
pub(super) fn join_deed(tokens: &mut [Token], clause: usize, lists: &Lists) {
    let beside = joined(tokens, clause, lists);
    if let Some(verb) = joined_by(tokens, clause, lists) {
        set(tokens, clause, Label::Advcl, Some(verb));
    }
    if let Some((subject, companion)) = beside {
        set(tokens, companion, Label::Conj, Some(subject));
    }
}

/// Returns the verb whose subject does what a participle under "in" tells.
fn joined_by(tokens: &[Token], clause: usize, lists: &Lists) -> Option<usize> {
    let token = tokens.get(clause).filter(|token| token.label == Label::Pcomp && token.tag == Tag::Vbg)?;
    let verb = tokens.get(token.head?)?.head?;
    tokens.get(verb).filter(|verb| lists.joining.has(&verb.lemma)).map(|_| verb)
}
