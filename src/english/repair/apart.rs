//! Verbs that commas or a clause part from their subject, and were hung elsewhere: "after General Ana Quispe, his deputy,
//! visited Lima", "Ana Quispe, whose office mediated", "said the veto was a mistake and urged Chile to lift it".

use super::{Label, MAX_STEPS, THAT, Tag, Token, child, hang, has_subject, relabel, retag, set};
use crate::english::words::Lists;

/// Gives a clause behind a word for when it was its subject.
pub(super) fn repair_behind_mark(tokens: &mut [Token], verb: usize, lists: &Lists) {
    if let Some(found) = subject_under_preposition(tokens, verb, lists) {
        hang_subject(tokens, verb, found);
    }
    if let Some(found) = clause_over_main(tokens, verb, lists) {
        hang_clause_behind(tokens, verb, found);
    }
}

/// Returns the preposition and the noun under it that are the first word and the subject of a clause after a comma: "came
/// after General Ana Quispe, his deputy, visited Lima".
fn subject_under_preposition(tokens: &[Token], verb: usize, lists: &Lists) -> Option<(usize, usize)> {
    // "Had met".
    let helper = child(tokens, verb, Label::Aux).filter(|&helper| helper < verb);
    let is_finite = |token: &&Token| match token.tag {
        Tag::Vbd | Tag::Vbz | Tag::Vbp => true,
        tag => tag == Tag::Vbn && helper.is_some(),
    };
    let token = tokens.get(verb).filter(is_finite)?;
    if !matches!(token.label, Label::Advcl | Label::Conj | Label::Ccomp | Label::Dep) || has_subject(tokens, verb) {
        return None;
    }
    let above = token.head.filter(|&above| above < verb)?;
    let first = helper.unwrap_or(verb);
    tokens.get(first.checked_sub(1)?).filter(|before| before.tag == Tag::Comma)?;
    let is_first = |&at: &usize| {
        tokens.get(at).is_some_and(|word| {
            word.head == Some(above) && word.label == Label::Prep && lists.subordinating.has(&word.lower)
        })
    };
    let preposition = (above + 1..verb).rev().find(is_first)?;
    let noun = child(tokens, preposition, Label::Pobj).filter(|&noun| noun > preposition && noun < verb)?;
    // What stands between the commas tells who it is; no word joins the verb to the one above.
    let is_name = tokens.get(noun).is_some_and(|noun| matches!(noun.tag, Tag::Nnp | Tag::Nn | Tag::Nns));
    let tells = |token: &Token| token.label == Label::Appos && is_around(tokens, token.head, noun);
    let joins = |token: &Token| token.head == Some(above) && token.label == Label::Cc;
    let between = tokens.get(noun + 1..verb)?;
    let is_aside = between.iter().any(|token| token.tag == Tag::Comma) && between.iter().any(tells);
    (is_name && is_aside && !between.iter().any(joins)).then_some((preposition, noun))
}

/// Returns the object of a verb that was taken for who acts in the clause of time behind it, with the word that opens the clause
/// and who does act: "recalled its envoy from Lima after a diplomat voiced support".
pub(super) fn object_as_subject(tokens: &[Token], clause: usize, lists: &Lists) -> Option<[usize; 4]> {
    let token = tokens.get(clause).filter(|token| token.label == Label::Ccomp && token.tag == Tag::Vbd)?;
    let verb = token.head.filter(|&verb| verb < clause)?;
    let acts = tokens.get(verb).filter(|verb| lists.needs_object.has(&verb.lemma))?;
    if child(tokens, verb, Label::Dobj).is_some() || !acts.tag.is_verb() {
        return None;
    }
    let object = child(tokens, clause, Label::Nsubj).filter(|&object| verb < object && object < clause)?;
    let is_own = |word: &Token| word.head == Some(object);
    let follows = tokens.get(verb + 1..object)?.iter().all(is_own);
    let is_opener = |&at: &usize| {
        tokens.get(at).is_some_and(|word| word.label == Label::Prep && lists.subordinating.has(&word.lower))
    };
    let opens = (object + 1..clause).rev().find(is_opener).filter(|_| follows)?;
    let subject = child(tokens, opens, Label::Pobj).filter(|&subject| opens < subject && subject < clause)?;
    Some([verb, object, opens, subject])
}

/// Makes them what they are.
pub(super) fn hang_object_and_clause(tokens: &mut [Token], clause: usize, [verb, object, opens, subject]: [usize; 4]) {
    set(tokens, object, Label::Dobj, Some(verb));
    hang(tokens, clause, verb);
    hang_subject(tokens, clause, (opens, subject));
}

/// Makes them what they are.
fn hang_subject(tokens: &mut [Token], verb: usize, (preposition, noun): (usize, usize)) {
    let is_name = |at: &usize| {
        let name = tokens.get(*at).filter(|name| name.label == Label::Appos);
        name.is_some_and(|name| is_around(tokens, name.head, noun))
    };
    let names: Vec<usize> = (noun + 1..verb).filter(is_name).collect();
    names.into_iter().for_each(|name| hang(tokens, name, noun));
    set(tokens, preposition, Label::Mark, Some(verb));
    set(tokens, noun, Label::Nsubj, Some(verb));
    relabel(tokens, verb, Label::Advcl);
}

/// Tells whether a word is a noun, or stands under a preposition of it: "an envoy of Peru".
fn is_around(tokens: &[Token], at: Option<usize>, noun: usize) -> bool {
    let above = |at: usize| tokens.get(at).filter(|word| word.label == Label::Pobj).and_then(|word| word.head);
    let over = at.and_then(above).and_then(|over| tokens.get(over));
    at == Some(noun) || over.is_some_and(|over| over.head == Some(noun))
}

/// Returns the first verb, the word that opens a clause, the noun behind it and a name, where the verb behind the name was taken
/// for what says all that stands before it: "left hours after an envoy, Ana Quispe, had accused it".
fn clause_over_main(tokens: &[Token], verb: usize, lists: &Lists) -> Option<[usize; 4]> {
    let token = tokens.get(verb).filter(|token| token.tag.is_verb() && token.label == Label::Root)?;
    let main = child(tokens, verb, Label::Ccomp).filter(|&main| main < verb && has_subject(tokens, main))?;
    let name = child(tokens, verb, Label::Nsubj).filter(|&name| main < name && name < verb)?;
    tokens.get(name).filter(|name| name.tag == Tag::Nnp)?;
    let is_comma = |at: usize| tokens.get(at).is_some_and(|token| token.tag == Tag::Comma);
    let first = child(tokens, verb, Label::Aux).unwrap_or(verb);
    let is_finite = first < verb || matches!(token.tag, Tag::Vbd | Tag::Vbz | Tag::Vbp);
    let closes = first.checked_sub(1).filter(|&closes| is_finite && closes == name + 1 && is_comma(closes))?;
    let opens = (main..closes - 1).rev().find(|&at| is_comma(at))?;
    let is_part = |word: &Token| word.tag == Tag::Nnp;
    tokens.get(opens + 1..=name)?.iter().all(is_part).then_some(())?;
    let is_mark = |&at: &usize| {
        tokens.get(at).is_some_and(|word| word.label == Label::Prep && lists.subordinating.has(&word.lower))
    };
    let preposition = (main + 1..opens).rev().find(is_mark)?;
    let noun = child(tokens, preposition, Label::Pobj).filter(|&noun| noun < opens)?;
    tokens.get(noun).is_some_and(|noun| noun.tag == Tag::Nn).then_some([main, preposition, noun, name])
}

/// Makes it the verb of the clause.
fn hang_clause_behind(tokens: &mut [Token], verb: usize, [main, mark, noun, name]: [usize; 4]) {
    set(tokens, main, Label::Root, None);
    set(tokens, verb, Label::Advcl, Some(main));
    set(tokens, mark, Label::Mark, Some(verb));
    set(tokens, noun, Label::Nsubj, Some(verb));
    set(tokens, name, Label::Appos, Some(noun));
}

/// Returns the noun after "whose" and the name before it, for a verb that was joined to the main one: "Ana Quispe, whose
/// office, with Chile's, mediated".
pub(super) fn whose(tokens: &[Token], verb: usize) -> Option<(usize, usize)> {
    let token = tokens.get(verb).filter(|token| matches!(token.tag, Tag::Vbd | Tag::Vbz | Tag::Vbp))?;
    let is_joined = matches!(token.label, Label::Conj | Label::Advcl) && !has_subject(tokens, verb);
    held_by_name(tokens, verb).filter(|_| is_joined)
}

/// Returns the same where what opens the clause before was taken for the opening of this one, with that and what stands under
/// it: "agreed after days of talks in Ghana, whose leader, Ana Quispe, brought them together".
pub(super) fn whose_behind(tokens: &[Token], verb: usize) -> Option<[usize; 4]> {
    tokens.get(verb).filter(|token| matches!(token.tag, Tag::Vbd | Tag::Vbz) && token.label == Label::Advcl)?;
    let (mark, subject) = (child(tokens, verb, Label::Mark)?, child(tokens, verb, Label::Nsubj)?);
    let (noun, name) = held_by_name(tokens, verb).filter(|&(noun, _)| mark < subject && subject < noun)?;
    Some([mark, subject, noun, name])
}

/// Returns the noun that the last "whose" before a verb stands with, and the name before it.
fn held_by_name(tokens: &[Token], verb: usize) -> Option<(usize, usize)> {
    let whose = (0..verb).rev().find(|&at| tokens.get(at).is_some_and(|word| word.tag == Tag::WpPoss))?;
    let noun = tokens.get(whose)?.head.filter(|noun| (whose + 1..verb).contains(noun))?;
    let held = tokens.get(noun).filter(|noun| noun.label == Label::Appos)?;
    let name = held.head.filter(|&name| name < whose)?;
    let is_clause = |token: &Token| token.tag == Tag::Cc || token.tag.is_verb();
    (!tokens.get(noun + 1..verb)?.iter().any(is_clause)).then_some((noun, name))
}

/// Returns the verb before a clause of "whose" and the noun that the clause tells of, where the noun was hung in the clause:
/// "the veto angered Peru, whose ministry summoned the envoy".
pub(super) fn whose_of_object(tokens: &[Token], clause: usize) -> Option<(usize, usize)> {
    let token = tokens.get(clause).filter(|token| token.tag.is_verb())?;
    let held = child(tokens, clause, Label::Nsubj).filter(|&held| held < clause)?;
    let is_whose = |&at: &usize| tokens.get(at).is_some_and(|word| word.tag == Tag::WpPoss && word.head == Some(held));
    let whose = (0..held).rev().find(is_whose)?;
    let noun = whose.checked_sub(2)?;
    tokens.get(noun + 1).filter(|comma| comma.tag == Tag::Comma)?;
    let is_noun = |word: &&Token| word.tag.is_noun();
    tokens.get(noun).filter(is_noun).filter(|word| word.head == Some(clause) || word.head == Some(held))?;
    let verb = match token.label {
        Label::Root => child(tokens, clause, Label::Ccomp),
        Label::Ccomp => token.head,
        _ => None,
    };
    let verb = verb.filter(|&verb| verb < noun && child(tokens, verb, Label::Dobj).is_none())?;
    tokens.get(verb).filter(|verb| verb.tag.is_verb()).map(|_| (verb, noun))
}

/// Makes the clause one that tells of what the verb before it acts on.
pub(super) fn hang_whose_of_object(tokens: &mut [Token], clause: usize, (verb, noun): (usize, usize)) {
    if tokens.get(clause).is_some_and(|token| token.label == Label::Root) {
        set(tokens, verb, Label::Root, None);
        for token in tokens.iter_mut().filter(|token| token.head == Some(clause) && token.label == Label::Punct) {
            token.head = Some(verb);
        }
    }
    set(tokens, noun, Label::Dobj, Some(verb));
    set(tokens, clause, Label::Relcl, Some(noun));
}

/// Returns the noun after "whose" that something is done to, for the name behind it that was taken for its own: "Peru, whose
/// envoy Chile expelled".
pub(super) fn whose_object(tokens: &[Token], name: usize) -> Option<(usize, usize)> {
    let token = tokens.get(name).filter(|token| token.tag == Tag::Nnp && token.label == Label::Appos)?;
    let noun = token.head.filter(|&noun| noun + 1 == name)?;
    let verb = tokens.get(noun).filter(|noun| noun.label == Label::Nsubj)?.head.filter(|&verb| verb == name + 1)?;
    let whose = child(tokens, noun, Label::Poss).and_then(|whose| tokens.get(whose))?;
    let is_done = tokens.get(verb).is_some_and(|verb| matches!(verb.tag, Tag::Vbd | Tag::Vbn));
    let is_open = is_done && whose.tag == Tag::WpPoss && child(tokens, verb, Label::Dobj).is_none();
    is_open.then_some((noun, verb))
}

/// Returns the verb of saying that a further verb of saying is joined to, where it was joined to what is said: "said the
/// veto was a mistake and urged Chile to lift it".
pub(super) fn beside_said(tokens: &[Token], verb: usize, lists: &Lists) -> Option<usize> {
    let token = tokens.get(verb).filter(|token| token.label == Label::Conj && token.tag == Tag::Vbd)?;
    let speaks = |token: &Token| lists.sayings.has(&token.lower) || is_speech(token, lists);
    let content = token.head.filter(|&content| content < verb)?;
    let said = tokens.get(content).filter(|said| said.label == Label::Ccomp && !speaks(said))?;
    let above = said.head.filter(|&above| above < content && has_subject(tokens, above))?;
    let is_above = tokens.get(above).is_some_and(|above| above.tag == Tag::Vbd && lists.sayings.has(&above.lower));
    // "Said its army had fired and warned Chile": whoever did the one may have done the other.
    let subject = child(tokens, content, Label::Nsubj).and_then(|subject| tokens.get(subject))?;
    let is_thing = matches!(subject.tag, Tag::Nn | Tag::Nns) && &*said.lemma == "be";
    (is_above && is_thing && speaks(token) && !has_subject(tokens, verb)).then_some(above)
}

/// Returns the verb of saying that a participle of speech is joined to, where it was hung under what is said of a thing: "said the
/// port was closed, accusing Chile of spying".
pub(super) fn participle_beside_said(tokens: &[Token], participle: usize, lists: &Lists) -> Option<usize> {
    let token = tokens.get(participle).filter(|token| token.tag == Tag::Vbg)?;
    let above = token.head.filter(|&above| above < participle)?;
    let content = match token.label {
        Label::Advcl => above,
        // "Said the ports were targets, accusing".
        Label::Acl => tokens.get(above).filter(|noun| noun.label == Label::Attr)?.head?,
        _ => return None,
    };
    tokens.get(participle.checked_sub(1)?).filter(|comma| comma.tag == Tag::Comma)?;
    let said = tokens.get(content).filter(|said| said.label == Label::Ccomp)?;
    let above = said.head.filter(|&above| above < content && has_subject(tokens, above))?;
    let is_above = tokens.get(above).is_some_and(|above| lists.sayings.has(&above.lower));
    // Whatever is something, or has something done to it, says nothing meanwhile.
    let is_passive = child(tokens, content, Label::NsubjPass).is_some();
    let subject = child(tokens, content, Label::Nsubj).and_then(|subject| tokens.get(subject));
    let is_thing = &*said.lemma == "be" && subject.is_some_and(|word| matches!(word.tag, Tag::Nn | Tag::Nns));
    let speaks = is_speech(token, lists) || lists.reproaching.has(&token.lemma);
    (is_above && speaks && (is_passive || is_thing)).then_some(above)
}

/// Tells whether somebody who does what a verb means speaks to others or of them.
fn is_speech(token: &Token, lists: &Lists) -> bool {
    lists.telling.has(&token.lemma) || lists.charges.has(&token.lemma) || lists.object_infinitive.has(&token.lemma)
}

/// Returns the verb above a clause with what stands before the comma and the word that open it: "reopened the port in 2022,
/// when the two were at peace".
pub(super) fn before_opener(tokens: &[Token], clause: usize) -> Option<(usize, Vec<usize>)> {
    let token = tokens.get(clause).filter(|token| token.label == Label::Advcl && token.tag.is_verb())?;
    let above = token.head.filter(|&above| above < clause)?;
    let opens = |token: &Token| token.head == Some(clause) && (token.tag == Tag::Wrb || token.label == Label::Mark);
    let opener = (above + 1..clause).find(|&at| tokens.get(at).is_some_and(opens))?;
    let comma = opener.checked_sub(1).filter(|&comma| tokens.get(comma).is_some_and(|it| it.tag == Tag::Comma))?;
    let is_out =
        |&at: &usize| tokens.get(at).is_some_and(|token| token.head == Some(clause) && token.label == Label::Prep);
    let out: Vec<usize> = (above + 1..comma).filter(is_out).collect();
    (!out.is_empty()).then_some((above, out))
}

/// Returns the noun that a clause with "that" as its subject tells of, where a day stands between them: "signed an order
/// Friday that bans wine".
pub(super) fn told_of_object(tokens: &[Token], clause: usize) -> Option<usize> {
    let token = tokens.get(clause).filter(|token| token.label == Label::Ccomp && token.tag.is_verb())?;
    let subject = child(tokens, clause, Label::Nsubj).filter(|&subject| subject < clause)?;
    tokens.get(subject).filter(|subject| subject.tag == Tag::Wdt)?;
    let verb = token.head.filter(|&verb| verb < subject)?;
    let object = child(tokens, verb, Label::Dobj).filter(|&object| verb < object && object < subject)?;
    tokens.get(object).filter(|object| matches!(object.tag, Tag::Nn | Tag::Nns)).map(|_| object)
}

/// Returns the verb that a word for two acts in, where it was hung under the adverb between: "Both later met the premier".
pub(super) fn both(tokens: &[Token], at: usize) -> Option<usize> {
    let token = tokens.get(at).filter(|token| token.tag == Tag::Dt && token.label == Label::Advmod)?;
    let adverb = tokens.get(token.head.filter(|&adverb| adverb == at + 1)?)?;
    let verb = adverb.head.filter(|&verb| verb > at + 1 && !has_subject(tokens, verb))?;
    let is_finite = tokens.get(verb).is_some_and(|verb| matches!(verb.tag, Tag::Vbd | Tag::Vbz | Tag::Vbp));
    (adverb.label == Label::Advmod && is_finite).then_some(verb)
}

/// Returns the noun before the preposition of a doer that was hung under an active verb or its object: "freed the crew after mediation by
/// Peru".
pub(super) fn deed_before_doer(tokens: &[Token], at: usize, lists: &Lists) -> Option<usize> {
    let token = tokens.get(at).filter(|token| token.label == Label::Prep && lists.doers.has(&token.lower))?;
    let above = token.head.filter(|&above| child(tokens, above, Label::AuxPass).is_none())?;
    let is_name = |doer: &Token| matches!(doer.tag, Tag::Nnp | Tag::Nnps) && !is_date(doer, lists);
    child(tokens, at, Label::Pobj).and_then(|doer| tokens.get(doer)).filter(|doer| is_name(doer))?;
    let noun = at.checked_sub(1)?;
    let deed = tokens.get(noun).filter(|deed| deed.tag == Tag::Nn && deed.label == Label::Pobj)?;
    let is_finite = |verb: &Token| matches!(verb.tag, Tag::Vbd | Tag::Vbz | Tag::Vbp | Tag::Vb);
    let acts = tokens.get(above).is_some_and(|above| is_finite(above) || above.label == Label::Dobj);
    (acts && deed.head.is_some_and(|preposition| above < preposition)).then_some(noun)
}

/// Returns the bare noun before a preposition that was hung under the verb, where the same stands under the object already:
/// "closed its border with Peru in solidarity with Chile".
pub(super) fn after_bare_noun(tokens: &[Token], at: usize) -> Option<usize> {
    let token = tokens.get(at).filter(|token| token.label == Label::Prep)?;
    let verb = token.head.filter(|&verb| tokens.get(verb).is_some_and(|verb| verb.tag.is_verb()))?;
    let noun = at.checked_sub(1)?;
    let bare = tokens.get(noun).filter(|bare| bare.tag == Tag::Nn && bare.label == Label::Pobj)?;
    let is_bare = bare.head.is_some_and(|preposition| preposition + 1 == noun && preposition > verb);
    let object = child(tokens, verb, Label::Dobj).filter(|&object| object < noun)?;
    let again = |other: &Token| other.head == Some(object) && other.label == Label::Prep && other.lower == token.lower;
    (is_bare && tokens.get(object..noun)?.iter().any(again)).then_some(noun)
}

fn is_date(token: &Token, lists: &Lists) -> bool {
    lists.weekdays.has(&token.lower) || lists.months.has(&token.lower)
}

/// Returns the verb, the preposition and the name of a place, where the particle of the verb was taken for what the name
/// stands before: "called its envoy in Chile home".
pub(super) fn particle_after_place(tokens: &[Token], at: usize, lists: &Lists) -> Option<[usize; 3]> {
    let token = tokens.get(at).filter(|token| token.label == Label::Pobj && token.tag == Tag::Nn)?;
    let place = at.checked_sub(1).filter(|&place| {
        let is_part = |word: &Token| word.head == Some(at) && word.label == Label::Compound && word.tag == Tag::Nnp;
        tokens.get(place).is_some_and(is_part)
    })?;
    let preposition = token.head.filter(|&preposition| preposition < place)?;
    let above = tokens.get(preposition)?.head?;
    let is_object = tokens.get(above).is_some_and(|above| above.label == Label::Dobj);
    let verb = if is_object { tokens.get(above)?.head? } else { above };
    let lemma = &tokens.get(verb).filter(|verb| verb.tag.is_verb())?.lemma;
    lists.is_phrasal(lemma, &token.lower).then_some([verb, preposition, place])
}

/// Returns the verb that a particle behind an aside makes another, where it was hung within the aside: "handed the banker, wanted for
/// fraud, over to Peru", "called its envoy, Ana Quispe, home".
pub(super) fn particle_after_aside(tokens: &[Token], at: usize, lists: &Lists) -> Option<usize> {
    let token = tokens.get(at).filter(|token| matches!(token.tag, Tag::In | Tag::Rp | Tag::Rb | Tag::Nn))?;
    tokens.get(at.checked_sub(1)?).filter(|comma| comma.tag == Tag::Comma)?;
    let aside = token.head.filter(|&aside| aside < at)?;
    let above = std::iter::successors(Some(aside), |&at| tokens.get(at).and_then(|token| token.head)).take(MAX_STEPS);
    let object = above.clone().find_map(|at| child(tokens, at, Label::Dobj).filter(|&object| object < aside))?;
    let verb = tokens.get(object)?.head.filter(|&verb| verb < object)?;
    let opens = |word: &Token| word.tag == Tag::Comma;
    tokens.get(object + 1..at - 1)?.iter().find(|word| opens(word))?;
    // "Called its envoy, home": a noun alone, with nothing that tells of it.
    let is_alone = |below: &Token| below.head == Some(at) && below.label != Label::Prep && below.tag != Tag::Comma;
    let is_noun = token.tag == Tag::Nn && !tokens.iter().any(is_alone);
    let leads = is_noun || tokens.get(object + 1).is_some_and(opens) && tokens.get(at + 1)?.tag == Tag::In;
    (leads && lists.is_phrasal(&tokens.get(verb)?.lemma, &token.lower)).then_some(verb)
}

/// Tells whether the particle of a verb was taken for what somebody is called, or for what is: "was called home", "called home
/// the envoy".
pub(super) fn is_bare_particle(tokens: &[Token], at: usize, lists: &Lists) -> bool {
    let is_called = |verb: usize| child(tokens, verb, Label::Oprd).is_some_and(|called| called > at);
    let word = tokens.get(at).filter(|word| word.tag == Tag::Nn).filter(|word| match word.label {
        Label::Oprd => true,
        Label::Dobj => word.head.is_some_and(is_called) && !tokens.iter().any(|below| below.head == Some(at)),
        _ => false,
    });
    let verb = word.and_then(|word| word.head).filter(|verb| verb + 1 == at);
    let verb = verb.and_then(|verb| tokens.get(verb));
    word.zip(verb).is_some_and(|(word, verb)| lists.is_phrasal(&verb.lemma, &word.lower))
}

/// Makes them what they are.
pub(super) fn hang_particle(tokens: &mut [Token], at: usize, [verb, preposition, place]: [usize; 3]) {
    let is_below = |token: &Token| token.head == Some(at);
    let moved: Vec<usize> = (0..tokens.len()).filter(|&below| tokens.get(below).is_some_and(is_below)).collect();
    for below in moved {
        hang(tokens, below, if below < at { place } else { verb });
    }
    set(tokens, place, Label::Pobj, Some(preposition));
    set(tokens, at, Label::Advmod, Some(verb));
    retag(tokens, at, Tag::Rb);
}

/// Hangs a clause under the name that "whose" tells of.
pub(super) fn hang_whose(tokens: &mut [Token], verb: usize, (noun, name): (usize, usize)) {
    set(tokens, noun, Label::Nsubj, Some(verb));
    set(tokens, verb, Label::Relcl, Some(name));
    // What stands between them belongs to the clause.
    let main: Vec<usize> = (noun + 1..verb)
        .filter(|&at| tokens.get(at).is_some_and(|token| token.head.is_some_and(|head| head < noun)))
        .collect();
    main.into_iter().for_each(|at| hang(tokens, at, verb));
}

/// Returns the state of the subject that a time in an aside tells of, where it was hung under the verb behind: "Ana Quispe, in
/// office since 2023, condemned it".
pub(super) fn time_of_aside(tokens: &[Token], at: usize) -> Option<usize> {
    let token = tokens.get(at).filter(|token| token.label == Label::Prep)?;
    let verb = token.head.filter(|&verb| at < verb)?;
    let subject = child(tokens, verb, Label::Nsubj).filter(|&subject| subject < at)?;
    let is_comma = |at: usize| tokens.get(at).is_some_and(|token| token.tag == Tag::Comma);
    // The bare noun before it says what the subject is; "on Monday in Lima" does not.
    let state = at.checked_sub(1)?;
    tokens.get(state).filter(|state| state.tag == Tag::Nn && state.label == Label::Pobj)?;
    let first = state.checked_sub(1).filter(|&first| child(tokens, first, Label::Pobj) == Some(state))?;
    let is_aside = first.checked_sub(1).is_some_and(|comma| subject < comma && is_comma(comma));
    let under = child(tokens, at, Label::Pobj)?;
    (is_aside && is_comma(under + 1) && under + 2 == verb).then_some(state)
}

/// Returns the noun right before a participle that was taken for what is told of it, where it may act in a clause without
/// "that": nothing else is done, and by nobody else.
fn doer_before(tokens: &[Token], clause: usize) -> Option<(usize, &Token)> {
    let token =
        tokens.get(clause).filter(|token| token.label == Label::Acl && matches!(token.tag, Tag::Vbn | Tag::Vbd))?;
    let is_open = [Label::Dobj, Label::Agent].iter().all(|&label| child(tokens, clause, label).is_none());
    let doer = clause.checked_sub(1)?;
    let is_apposed = tokens.get(doer).is_some_and(|noun| noun.label == Label::Appos && noun.head == token.head);
    let is_told = is_open && (is_apposed || token.head == Some(doer));
    let may_act = |noun: &&Token| matches!(noun.tag, Tag::Nns | Tag::Nn | Tag::Nnp | Tag::Cd);
    tokens.get(doer).filter(|noun| is_told && may_act(noun)).map(|noun| (doer, noun))
}

/// Returns the object that a clause without "that" tells of, and whoever acts in the clause, taken for another object: "revoked
/// an accord the two had signed", "the accord the two countries signed", "under a truce the two armies signed", "the embargo
/// Lima imposed".
pub(super) fn told_without_that(tokens: &[Token], clause: usize, lists: &Lists) -> Option<(usize, usize)> {
    let (doer, noun) = doer_before(tokens, clause)?;
    let start = (0..doer).find(|&at| tokens.get(at).is_some_and(|below| below.head == Some(doer))).unwrap_or(doer);
    let object = start.checked_sub(1)?;
    let thing = tokens.get(object).filter(|thing| matches!(thing.label, Label::Dobj | Label::Pobj))?;
    let verb = thing.head.filter(|&verb| {
        tokens.get(verb).is_some_and(|verb| !lists.giving.has(&verb.lemma) && !lists.naming.has(&verb.lemma))
    })?;
    // "Cut ties, the envoys said": nothing parts them. "A treaty of friendship the two signed".
    let is_of_object = |thing: usize| {
        tokens.get(thing).is_some_and(|thing| thing.label == Label::Dobj && thing.head == noun.head)
            && noun.head < Some(thing)
    };
    let is_under = |preposition: &Token| {
        preposition.label == Label::Prep
            && (preposition.head == noun.head || preposition.head.is_some_and(is_of_object))
    };
    let is_beside = match noun.label {
        // "Returned under a truce the two armies signed": nobody returns armies so.
        Label::Dobj if thing.label == Label::Pobj => tokens.get(verb).is_some_and(is_under) && noun.head < Some(verb),
        Label::Dobj | Label::Pobj if noun.head == Some(verb) => noun.label == thing.label && verb < object,
        Label::Dobj | Label::Appos => noun.head == Some(object),
        _ => false,
    };
    let is_definite = tokens.get(start).is_some_and(|article| article.tag == Tag::Dt);
    // "The embargo Lima imposed": no state is imposed.
    let deed = &tokens.get(clause)?.lemma;
    let is_thing = thing.tag == Tag::Nn || thing.tag == Tag::Nns;
    let is_name = noun.tag == Tag::Nnp && is_thing && (lists.done_to_things.has(deed) || lists.imposing.has(deed));
    (is_beside && (is_definite && noun.tag != Tag::Nnp || is_name)).then_some((object, doer))
}

/// Returns the second object of an infinitive that acts in a clause without "that" about the first, and whoever the infinitive is
/// hung under, taken for the one who acts: "regretted its decision to suspend a treaty of friendship the two concluded".
pub(super) fn told_of_first_object(tokens: &[Token], clause: usize) -> Option<(usize, usize, usize)> {
    let token = tokens.get(clause).filter(|token| token.label == Label::Ccomp && token.tag == Tag::Vbd)?;
    let above = token.head.filter(|&above| above < clause && child(tokens, above, Label::Dobj).is_none())?;
    let subject = child(tokens, clause, Label::Nsubj).filter(|&subject| above < subject)?;
    let doer = clause.checked_sub(1).filter(|&doer| subject < doer && child(tokens, clause, Label::Dobj).is_none())?;
    let second = tokens.get(doer).filter(|noun| noun.label == Label::Dobj && noun.tag != Tag::Nnp)?;
    let verb =
        second.head.filter(|&verb| subject < verb && tokens.get(verb).is_some_and(|verb| verb.tag == Tag::Vb))?;
    tokens.get(verb).filter(|verb| verb.label == Label::Acl && verb.head == Some(subject))?;
    let first = child(tokens, verb, Label::Dobj).filter(|&first| first < doer)?;
    let is_parted = tokens.get(first..doer)?.iter().any(|word| matches!(word.tag, Tag::Comma | Tag::Cc));
    let is_definite = tokens.get(first..doer)?.iter().any(|word| word.tag == Tag::Dt && word.head == Some(doer));
    (!is_parted && is_definite).then_some((above, subject, first))
}

/// Makes a clause one about the first object of an infinitive, and gives the verb above what it acts on.
pub(super) fn hang_told(tokens: &mut [Token], clause: usize, (above, subject, first): (usize, usize, usize)) {
    set(tokens, subject, Label::Dobj, Some(above));
    set(tokens, clause, Label::Relcl, Some(first));
    set(tokens, clause - 1, Label::Nsubj, Some(clause));
    for token in tokens.iter_mut().filter(|token| token.head == Some(clause)) {
        if token.label == Label::Conj || token.label == Label::Cc {
            token.head = Some(above);
        }
    }
}

/// Returns the preposition before a place, with the place, where a clause without "that" tells of the place and the preposition
/// was hung under whoever acts in the clause: "the first of its kind in a country the alliance bombed".
pub(super) fn place_told_of(tokens: &[Token], clause: usize) -> Option<(usize, usize, usize)> {
    let (doer, noun) = doer_before(tokens, clause).filter(|(_, noun)| !matches!(noun.tag, Tag::Nnp | Tag::Cd))?;
    let over = child(tokens, doer, Label::Prep).filter(|&over| over < doer)?;
    let place = child(tokens, over, Label::Pobj).filter(|&place| place > over)?;
    let article = tokens.get(place + 1).filter(|article| article.tag == Tag::Dt && article.head == Some(doer));
    let is_free = noun.head.is_some_and(|head| head < over);
    (article.is_some() && is_free).then_some((over, place, doer))
}

/// Returns the verb and the last word of a clause for the object that the clause tells of, where that was taken for a time of
/// the adverb at its end: "suspended the tariffs it had imposed two days earlier".
pub(super) fn told_as_time(tokens: &[Token], object: usize) -> Option<(usize, usize, usize)> {
    let noun = tokens.get(object).filter(|noun| noun.label == Label::Npadvmod && noun.tag == Tag::Nns)?;
    let adverb = noun.head.filter(|&adverb| adverb > object)?;
    let verb = tokens.get(adverb).filter(|adverb| adverb.label == Label::Advmod)?.head?;
    let clause = child(tokens, object, Label::Relcl).filter(|&clause| object < clause && clause < adverb)?;
    (verb < object && child(tokens, verb, Label::Dobj).is_none()).then_some((verb, clause, adverb))
}

/// Returns the clause in the past perfect that tells of an object, for the adverb at its end: "suspended the duties it had
/// imposed two days earlier".
pub(super) fn end_of_told(tokens: &[Token], adverb: usize) -> Option<usize> {
    let token = tokens.get(adverb).filter(|token| token.label == Label::Advmod && token.tag == Tag::Rbr)?;
    child(tokens, adverb, Label::Npadvmod).filter(|&length| length < adverb)?;
    let verb = token.head.filter(|&verb| verb < adverb)?;
    let clause = child(tokens, child(tokens, verb, Label::Dobj)?, Label::Relcl)?;
    let has = child(tokens, clause, Label::Aux).and_then(|aux| tokens.get(aux));
    let is_perfect = has.is_some_and(|has| has.tag == Tag::Vbd);
    (is_perfect && verb < clause && clause < adverb).then_some(clause)
}

/// Returns the name of things with a number in it before a noun, both taken for objects of one verb: "sent two Su-25 planes".
pub(super) fn name_before(tokens: &[Token], thing: usize) -> Option<usize> {
    let noun = tokens.get(thing).filter(|noun| noun.label == Label::Dobj)?;
    let is_between = |word: &Token| word.head == Some(thing) && matches!(word.label, Label::Compound | Label::Amod);
    let at_name = (0..thing).rev().find(|&at| !tokens.get(at).is_some_and(is_between))?;
    let is_name = |name: &Token| {
        let is_beside = noun.head == Some(at_name) || name.head == noun.head;
        is_beside
            && matches!(name.label, Label::Dobj | Label::Dative)
            && name.tag != Tag::Cd
            && name.text.contains(|c: char| c.is_ascii_digit())
    };
    tokens.get(at_name).is_some_and(is_name).then_some(at_name)
}

/// Returns the infinitive that a further one is coordinated with, where that was taken for a part of its object: "to reopen
/// embassies and resume flights".
pub(super) fn further_infinitive(tokens: &[Token], at: usize) -> Option<(usize, usize)> {
    let token = tokens.get(at).filter(|token| token.tag == Tag::Vb && token.label == Label::Compound)?;
    let object = token.head.filter(|&object| object == at + 1)?;
    let noun = tokens.get(object).filter(|noun| noun.label == Label::Conj)?.head?;
    tokens.get(at.checked_sub(1)?).filter(|before| before.tag == Tag::Cc)?;
    let first = tokens.get(noun).filter(|first| first.label == Label::Dobj)?.head?;
    tokens.get(first).filter(|first| first.tag == Tag::Vb).map(|_| (first, object))
}

/// Returns the "that" and the first of those who did what a clause tells of a thing, where the names beside them parted it from
/// the thing: "an accord that Ana Quispe and her counterpart, Juan Soto, signed".
pub(super) fn done_by_list(tokens: &[Token], clause: usize, lists: &Lists) -> Option<(usize, usize)> {
    let is_done = |token: &&Token| {
        token.label == Label::Acl
            && matches!(token.tag, Tag::Vbn | Tag::Vbd)
            && lists.done_to_things.has(&token.lemma)
            && [Label::Dobj, Label::AuxPass, Label::Agent].iter().all(|&label| child(tokens, clause, label).is_none())
    };
    tokens.get(clause).filter(is_done)?;
    tokens.get(clause.checked_sub(1)?).filter(|before| before.tag == Tag::Comma)?;
    let opens = |&at: &usize| {
        tokens.get(at).is_some_and(|word| &*word.lower == THAT && matches!(word.label, Label::Dep | Label::Mark))
            && tokens.get(at.wrapping_sub(1)).is_some_and(|thing| lists.things.has(&thing.lemma))
    };
    let that = (1..clause).rev().find(opens)?;
    let is_finite = |word: &Token| matches!(word.tag, Tag::Vbd | Tag::Vbz | Tag::Vbp | Tag::Md);
    if tokens.get(that + 1..clause)?.iter().any(is_finite) {
        return None;
    }
    let is_under = |&at: &usize| {
        tokens.get(at).is_some_and(|word| {
            word.head == Some(that) && matches!(word.tag, Tag::Nn | Tag::Nns | Tag::Nnp | Tag::Nnps | Tag::Prp)
        })
    };
    let doer = child(tokens, clause, Label::Nsubj).or_else(|| (that + 1..clause).find(is_under))?;
    Some((that, doer))
}

/// Makes what they did a clause that tells of the thing.
pub(super) fn hang_done(tokens: &mut [Token], clause: usize, that: usize, doer: usize) {
    set(tokens, clause, Label::Relcl, that.checked_sub(1));
    set(tokens, that, Label::Dobj, Some(clause));
    retag(tokens, that, Tag::Wdt);
    set(tokens, doer, Label::Nsubj, Some(clause));
    retag(tokens, clause, Tag::Vbd);
}
