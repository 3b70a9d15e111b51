//! What a tree says that no sentence means, put right.
//!
//! A clause with two subjects, one of them "that", is no relative clause: the word begins what the verb above says
//! ("demanded the same day that Peru withdraw"). Under a verb that an infinitive completes, an infinitive is no purpose
//! where nothing else completes the verb ("threatened on Tuesday to halt"). A subordinate clause is not on top.
//! Who says it stands after the verb that follows a quotation. Whoever is named "along with" a subject is a subject.

mod agent;
mod apart;
mod between;
mod called;
mod cleft;
mod content;
mod day;
mod denied;
mod fronted;
mod further;
mod given;
mod infinitive;
mod kept;
mod likewise;
mod lone;
mod manner;
mod meanwhile;
mod misread;
mod nested;
mod parallel;
mod quoted;
mod row;
mod said;
mod shared;
mod spoken;
mod tangle;
mod told;
mod top;
mod whole;

use super::Token;
use super::tag::{Label, Tag};
use super::words::Lists;

/// The word that begins a clause of what is told.
const THAT: &str = "that";

/// How many steps up the tree are taken at the most.
const MAX_STEPS: usize = 8;

/// Puts right what is known to go wrong.
pub(super) fn repair(tokens: &mut [Token], lists: &Lists) {
    tangle::repair(tokens, lists, put_right);
}

/// Puts right what is wrong with one word.
fn put_right(tokens: &mut [Token], clause: usize, lists: &Lists) {
    if let Some(said) = said::at_end(tokens, clause, lists) {
        said::hang_said(tokens, clause, &said);
    }
    if let Some(found) = said::apposed_at_end(tokens, clause, lists) {
        said::hang_apposed(tokens, clause, &found);
    }
    if let Some((noun, content)) = said::object_before_name(tokens, clause, lists) {
        set(tokens, noun, Label::Dobj, Some(content));
    }
    if let Some(content) = said::beside_content(tokens, clause) {
        set(tokens, clause, Label::Advcl, Some(content));
    }
    if let Some((content, strays)) = said::strays(tokens, clause, lists) {
        strays.into_iter().for_each(|stray| hang(tokens, stray, content));
    }
    spoken::repair(tokens, clause, lists);
    if let Some(found) = apart::whose(tokens, clause) {
        apart::hang_whose(tokens, clause, found);
    }
    if let Some([mark, subject, noun, name]) = apart::whose_behind(tokens, clause) {
        let above = tokens.get(clause).and_then(|token| token.head);
        set(tokens, mark, Label::Prep, above);
        set(tokens, subject, Label::Pobj, Some(mark));
        apart::hang_whose(tokens, clause, (noun, name));
    }
    if let Some(found) = apart::whose_of_object(tokens, clause) {
        apart::hang_whose_of_object(tokens, clause, found);
    }
    if let Some((noun, verb)) = apart::whose_object(tokens, clause) {
        set(tokens, noun, Label::Dobj, Some(verb));
        set(tokens, clause, Label::Nsubj, Some(verb));
        retag(tokens, verb, Tag::Vbd);
    }
    apart::repair_behind_mark(tokens, clause, lists);
    if let Some(found) = apart::object_as_subject(tokens, clause, lists) {
        apart::hang_object_and_clause(tokens, clause, found);
    }
    if let Some(noun) = apart::told_of_object(tokens, clause) {
        set(tokens, clause, Label::Relcl, Some(noun));
    }
    if let Some((verb, out)) = apart::before_opener(tokens, clause) {
        out.into_iter().for_each(|at| hang(tokens, at, verb));
    }
    if let Some(verb) = apart::both(tokens, clause) {
        set(tokens, clause, Label::Nsubj, Some(verb));
    }
    let after = || apart::after_bare_noun(tokens, clause);
    if let Some(noun) = apart::deed_before_doer(tokens, clause, lists).or_else(after) {
        hang(tokens, clause, noun);
    }
    if let Some(state) = apart::time_of_aside(tokens, clause) {
        hang(tokens, clause, state);
    }
    if let Some((object, doer)) = apart::told_without_that(tokens, clause, lists) {
        set(tokens, clause, Label::Relcl, Some(object));
        set(tokens, doer, Label::Nsubj, Some(clause));
        retag(tokens, clause, Tag::Vbd);
    }
    if let Some(found) = apart::told_of_first_object(tokens, clause) {
        apart::hang_told(tokens, clause, found);
    }
    if let Some((over, place, doer)) = apart::place_told_of(tokens, clause) {
        let above = tokens.get(doer).and_then(|doer| doer.head);
        set(tokens, over, Label::Prep, above);
        set(tokens, clause, Label::Relcl, Some(place));
        set(tokens, doer, Label::Nsubj, Some(clause));
        retag(tokens, clause, Tag::Vbd);
    }
    if let Some((verb, told, adverb)) = apart::told_as_time(tokens, clause) {
        set(tokens, clause, Label::Dobj, Some(verb));
        set(tokens, adverb, Label::Advmod, Some(told));
    }
    if let Some(told) = apart::end_of_told(tokens, clause) {
        hang(tokens, clause, told);
    }
    if let Some((first, object)) = apart::further_infinitive(tokens, clause) {
        set(tokens, clause, Label::Conj, Some(first));
        set(tokens, object, Label::Dobj, Some(clause));
    }
    if let Some((that, doer)) = apart::done_by_list(tokens, clause, lists) {
        apart::hang_done(tokens, clause, that, doer);
    }
    if let Some(found) = apart::particle_after_place(tokens, clause, lists) {
        apart::hang_particle(tokens, clause, found);
    }
    if let Some(verb) = apart::particle_after_aside(tokens, clause, lists) {
        set(tokens, clause, Label::Prt, Some(verb));
        retag(tokens, clause, Tag::Rp);
    }
    if let Some(verb) = apart::beside_said(tokens, clause, lists) {
        hang(tokens, clause, verb);
    }
    if let Some(verb) = apart::participle_beside_said(tokens, clause, lists) {
        set(tokens, clause, Label::Advcl, Some(verb));
    }
    if let Some(found) = row::first_of_two(tokens, clause) {
        row::hang_first(tokens, clause, found);
    }
    misread::repair(tokens, clause, lists);
    called::repair(tokens, clause, lists);
    cleft::repair(tokens, clause);
    fronted::repair(tokens, clause, lists);
    if let Some(name) = apart::name_before(tokens, clause) {
        let verb = tokens.get(name).and_then(|name| name.head);
        set(tokens, clause, Label::Dobj, verb);
        set(tokens, name, Label::Compound, Some(clause));
    }
    parallel::repair(tokens, clause, lists);
    if let Some(verb) = row::name_that_acts(tokens, clause) {
        set(tokens, clause, Label::Nsubj, Some(verb));
        retag(tokens, clause, Tag::Nnp);
        if tokens.get(verb).is_some_and(|verb| verb.tag == Tag::Vbp) {
            retag(tokens, verb, Tag::Vbd);
        }
    }
    if let Some(found) = row::subject_after_noun(tokens, clause, lists) {
        row::hang_subject(tokens, clause, found);
    }
    if let Some(found) = row::verb_before_object(tokens, clause) {
        row::hang_clause(tokens, clause, found);
    }
    if let Some(verb) = row::given_sum(tokens, clause, lists) {
        set(tokens, clause, Label::Dative, Some(verb));
    }
    if let Some(verb) = row::before_length(tokens, clause, lists) {
        set(tokens, clause, Label::Dobj, Some(verb));
    }
    if let Some(found) = row::object_before_day(tokens, clause, lists) {
        row::hang_object(tokens, clause, found);
    }
    if let Some(first) = row::named_before(tokens, clause) {
        set(tokens, clause, Label::Conj, Some(first));
    }
    if let Some(found) = row::actors_behind_place(tokens, clause) {
        row::hang_actors(tokens, clause, found);
    }
    day::repair(tokens, clause, lists);
    between::repair(tokens, clause, lists);
    whole::repair(tokens, clause, lists);
    shared::repair(tokens, clause, lists);
    agent::repair(tokens, clause, lists);
    if let Some(noun) = row::behind_day(tokens, clause, lists) {
        hang(tokens, clause, noun);
    }
    lone::repair(tokens, clause, lists);
    manner::repair(tokens, clause, lists);
    if let Some(verb) = lone::first_said(tokens, clause, lists).or_else(|| said::beside_order(tokens, clause, lists)) {
        hang(tokens, clause, verb);
    }
    if let Some(verb) = said::beside_acted_on(tokens, clause, lists) {
        set(tokens, clause, Label::Advcl, Some(verb));
    }
    if let Some(verb) = said::beside_denial(tokens, clause, lists) {
        hang(tokens, clause, verb);
        retag(tokens, clause, Tag::Vbd);
    }
    if let Some((above, mark)) = row::behind_length(tokens, clause, lists) {
        set(tokens, mark - 1, Label::Npadvmod, Some(above));
        set(tokens, clause, Label::Advcl, Some(above));
        set(tokens, mark, Label::Mark, Some(clause));
        retag(tokens, mark, Tag::In);
    }
    if let Some(found) = row::counted_after(tokens, clause, lists) {
        row::hang_after(tokens, clause, found);
    }
    if let Some((first, link)) = row::first_clause(tokens, clause) {
        row::part(tokens, clause, first, link);
    }
    kept::repair(tokens, clause, lists);
    if let Some(head) = further::above(tokens, clause, lists) {
        hang(tokens, clause, head);
    }
    infinitive::complete(tokens, clause, lists);
    if let Some(deed) = infinitive::over_pronoun(tokens, clause, lists) {
        hang(tokens, clause, deed);
    }
    if let Some((subject, verb)) = subject_of_aside(tokens, clause) {
        hang(tokens, subject, verb);
    }
    infinitive::hang_under(tokens, clause, lists);
    if let Some(verb) = beside_infinitive(tokens, clause)
        .or_else(|| beside_main(tokens, clause))
        .or_else(|| beside_subordinate(tokens, clause))
        .or_else(|| row::beside_saying(tokens, clause))
    {
        hang(tokens, clause, verb);
    }
    if let Some(first) = first_of_row(tokens, clause) {
        set(tokens, clause, Label::Conj, Some(first));
    }
    if let Some(verb) = before_that(tokens, clause) {
        hang(tokens, clause, verb);
    }
    spoken::turn_around(tokens, clause, lists);
    join_companions(tokens, clause, lists);
    take_pronoun(tokens, clause);
    // "Has recalled its envoy and given his deputy a week": no preposition.
    if under_given(tokens, clause) {
        relabel(tokens, clause, Label::Dobj);
    }
    if let Some(noun) = told_of(tokens, clause) {
        set(tokens, clause, Label::Acl, Some(noun));
    }
    if is_past_on_top(tokens, clause) {
        retag(tokens, clause, Tag::Vbd);
    }
    // "A pact concluded with Chile": what tells of a noun without a subject is no finite verb.
    if is_participle(tokens, clause) {
        retag(tokens, clause, Tag::Vbn);
    }
    if let Some(verb) = object_of_preposition(tokens, clause) {
        set(tokens, clause, Label::Dobj, Some(verb));
    }
    parallel::join_deed(tokens, clause, lists);
    top::repair(tokens, clause, lists);
    quoted::repair(tokens, clause);
    given::repair(tokens, clause, lists);
    denied::repair(tokens, clause, lists);
    likewise::repair(tokens, clause, lists);
    infinitive::told_to(tokens, clause, lists);
    meanwhile::repair(tokens, clause, lists);
    nested::repair(tokens, clause, lists);
    if let Some((main, noun)) = told::of_apposed(tokens, clause, lists) {
        let is_above = |token: &Token| token.head == Some(clause);
        let moved: Vec<usize> = (0..noun).filter(|&at| tokens.get(at).is_some_and(is_above)).collect();
        moved.into_iter().for_each(|at| hang(tokens, at, main));
        set(tokens, main, Label::Root, None);
        set(tokens, noun, Label::Npadvmod, Some(main));
        set(tokens, clause, Label::Relcl, Some(noun));
    }
    if let Some((that, verb)) = said_under_noun(tokens, clause) {
        relabel(tokens, that, Label::Mark);
        retag(tokens, that, Tag::In);
        set(tokens, clause, Label::Ccomp, Some(verb));
    }
    if let Some(that) = content::relative_object(tokens, clause, lists) {
        relabel(tokens, clause, Label::Relcl);
        relabel(tokens, that, Label::Dobj);
        retag(tokens, that, Tag::Wdt);
        if tokens.get(clause).is_some_and(|token| token.tag == Tag::Vbn) && child(tokens, clause, Label::Aux).is_none()
        {
            retag(tokens, clause, Tag::Vbd);
        }
    }
    if let Some(verb) = content::beside_noun(tokens, clause, lists) {
        set(tokens, clause, Label::Advcl, Some(verb));
    }
    spoken::hang_beside_said(tokens, clause, lists);
    if let Some([verb, time, that]) = told::said_at_time(tokens, clause, lists) {
        set(tokens, clause, Label::Ccomp, Some(verb));
        set(tokens, that, Label::Mark, Some(clause));
        retag(tokens, that, Tag::In);
        relabel(tokens, time, Label::Npadvmod);
    }
    if let Some((verb, that)) = told::told(tokens, clause, lists) {
        set(tokens, clause, Label::Ccomp, Some(verb));
        if let Some(that) = that {
            set(tokens, that, Label::Mark, Some(clause));
            retag(tokens, that, Tag::In);
        }
    }
    if let Some((that, noun)) = content::content(tokens, clause, lists) {
        relabel(tokens, that, Label::Mark);
        retag(tokens, that, Tag::In);
        set(tokens, clause, Label::Acl, Some(noun));
        if tokens.get(clause).is_some_and(|token| token.tag == Tag::Vbp && token.lower == token.lemma) {
            retag(tokens, clause, Tag::Vb);
        }
    }
}

fn set(tokens: &mut [Token], at: usize, label: Label, head: Option<usize>) {
    if let Some(token) = tokens.get_mut(at) {
        (token.label, token.head) = (label, head);
    }
}

fn hang(tokens: &mut [Token], at: usize, head: usize) {
    if let Some(token) = tokens.get_mut(at) {
        token.head = Some(head);
    }
}

fn relabel(tokens: &mut [Token], at: usize, label: Label) {
    if let Some(token) = tokens.get_mut(at) {
        token.label = label;
    }
}

fn retag(tokens: &mut [Token], at: usize, tag: Tag) {
    if let Some(token) = tokens.get_mut(at) {
        token.tag = tag;
    }
}

/// Returns the first word with a label under another.
fn child(tokens: &[Token], head: usize, label: Label) -> Option<usize> {
    tokens.iter().position(|token| token.head == Some(head) && token.label == label)
}

/// Tells whether a verb stands in the infinitive with "to".
fn is_infinitive(tokens: &[Token], verb: usize) -> bool {
    tokens.iter().any(|token| token.head == Some(verb) && token.label == Label::Aux && token.tag == Tag::To)
}

/// Returns the subject that was hung under what stands aside before its verb, with that verb: "Peru, anxious to please,
/// left".
fn subject_of_aside(tokens: &[Token], clause: usize) -> Option<(usize, usize)> {
    let token = tokens.get(clause).filter(|token| token.label == Label::Advcl)?;
    let verb = token.head.filter(|&verb| verb > clause && matches!(token.tag, Tag::Jj | Tag::Vbn | Tag::Vbg))?;
    let is_finite = matches!(tokens.get(verb)?.tag, Tag::Vbd | Tag::Vbz | Tag::Vbp);
    let is_subject = |token: &Token| matches!(token.label, Label::Nsubj | Label::NsubjPass | Label::Expl);
    let below = |head: usize| tokens.iter().position(|token| token.head == Some(head) && is_subject(token));
    let subject = below(clause).filter(|&subject| subject < clause && is_finite && below(verb).is_none())?;
    let is_apart = tokens.get(subject..clause)?.iter().any(|token| token.tag == Tag::Comma);
    is_apart.then_some((subject, verb))
}

/// Returns the finite verb that a finite verb is coordinated with, where it was hung beside an infinitive or what is going on
/// under it: "told Peru to close its port, and accused Chile", "said that Chile was arming, and accused it".
fn beside_infinitive(tokens: &[Token], clause: usize) -> Option<usize> {
    let token = tokens.get(clause).filter(|token| token.label == Label::Conj)?;
    let below = tokens.get(token.head?)?;
    let above: &[Tag] = match (below.tag, below.label, token.tag) {
        (Tag::Vb, _, Tag::Vbd | Tag::Vbz) => &[Tag::Vbd, Tag::Vbz, Tag::Vbn],
        (Tag::Vbg, Label::Ccomp, Tag::Vbd) => &[Tag::Vbd],
        _ => return None,
    };
    if has_subject(tokens, clause) { None } else { nearest_above(tokens, below.head?, |tag| above.contains(&tag)) }
}

/// Tells whether a verb on top with nothing but a subject before it was taken for a participle: "Peru protested to Chile's envoy,
/// who was called in, and closed its border".
fn is_past_on_top(tokens: &[Token], verb: usize) -> bool {
    let is_on_top = tokens.get(verb).is_some_and(|token| token.label == Label::Root && token.tag == Tag::Vbn);
    let helps = |token: &Token| token.head == Some(verb) && matches!(token.label, Label::Aux | Label::AuxPass);
    is_on_top && child(tokens, verb, Label::Nsubj).is_some_and(|subject| subject < verb) && !tokens.iter().any(helps)
}

/// Tells whether a clause has a subject of its own.
fn has_subject(tokens: &[Token], clause: usize) -> bool {
    let is_subject = |token: &Token| matches!(token.label, Label::Nsubj | Label::NsubjPass);
    tokens.iter().any(|token| token.head == Some(clause) && is_subject(token))
}

/// Returns the first token with a wanted tag on the way up the tree from one, itself included.
fn nearest_above(tokens: &[Token], from: usize, is_wanted: impl Fn(Tag) -> bool) -> Option<usize> {
    let mut at = from;
    for _ in 0..MAX_STEPS {
        let token = tokens.get(at)?;
        if is_wanted(token.tag) {
            return Some(at);
        }
        at = token.head?;
    }
    None
}

/// Returns the verb that a verb after a comma and "and" is coordinated with, where it was hung under a relative or
/// subordinate clause before it: "regretted the step, which it called unfriendly, and recalled its envoy".
fn beside_main(tokens: &[Token], clause: usize) -> Option<usize> {
    let token = tokens.get(clause).filter(|token| token.label == Label::Conj)?;
    // "Protested a week after Peru closed its port, and has asked for talks": nor does a past form share its helper.
    let is_perfect = || token.tag == Tag::Vbn && child(tokens, clause, Label::Aux).is_some();
    token.head.and_then(|head| tokens.get(head)).filter(|_| token.tag == Tag::Vbd || is_perfect())?;
    let below = tokens.get(token.head?).filter(|head| matches!(head.label, Label::Relcl | Label::Advcl))?;
    let (top, is_comma) = (below.head?, |at: usize| tokens.get(at).is_some_and(|token| token.tag == Tag::Comma));
    let link = link_before(tokens, token.head?, clause)?;
    // Without a comma before it the clause is no aside: "after Peru fell, Chile rose, and fell".
    let opens = below.label == Label::Relcl || (top..token.head?).any(is_comma);
    if !is_comma(link.checked_sub(1)?) || !opens || has_subject(tokens, clause) {
        return None;
    }
    nearest_above(tokens, top, |tag| matches!(tag, Tag::Vbd | Tag::Vbz | Tag::Vbp))
}

/// Returns the verb of the subordinate clause that a past form belongs to which was hung beside a perfect: "has left the pact
/// after Peru closed the port and seized a ship".
fn beside_subordinate(tokens: &[Token], clause: usize) -> Option<usize> {
    let token = tokens.get(clause).filter(|token| token.label == Label::Conj && token.tag == Tag::Vbd)?;
    let top = token.head.filter(|&top| tokens.get(top).is_some_and(|top| top.tag != Tag::Vbd && top.tag.is_verb()))?;
    let link = link_before(tokens, top, clause)?;
    if has_subject(tokens, clause) || tokens.get(link.checked_sub(1)?)?.tag == Tag::Comma {
        return None;
    }
    let is_past = |&at: &usize| {
        tokens.get(at).is_some_and(|it| it.head == Some(top) && it.label == Label::Advcl && it.tag == Tag::Vbd)
    };
    (top..link).rev().find(is_past).filter(|&at| has_subject(tokens, at))
}

/// Returns the verb that a time before "that" belongs to, where it was hung under what is said: "told parliament that day
/// that Peru".
fn before_that(tokens: &[Token], time: usize) -> Option<usize> {
    let token = tokens.get(time).filter(|token| token.label == Label::Npadvmod)?;
    let (clause, next) = (token.head.filter(|&clause| clause > time)?, tokens.get(time + 1)?);
    let opens = next.label == Label::Mark && next.head == Some(clause) && next.tag == Tag::In;
    let above = tokens.get(clause).filter(|clause| clause.label == Label::Ccomp)?.head?;
    (opens && above < time).then_some(above)
}

/// Returns the last "and" or "but" between two tokens.
fn link_before(tokens: &[Token], from: usize, to: usize) -> Option<usize> {
    (from..to).rev().find(|&at| tokens.get(at).is_some_and(|token| token.tag == Tag::Cc))
}

/// Returns the first of a row of subjects whose second was taken for another name of the first: "Peru, Chile and Ghana left".
fn first_of_row(tokens: &[Token], second: usize) -> Option<usize> {
    let token = tokens.get(second).filter(|token| token.label == Label::Appos)?;
    let first = token.head.filter(|&first| first < second)?;
    let subject = tokens.get(first).filter(|token| matches!(token.label, Label::Nsubj | Label::NsubjPass))?;
    let verb = subject.head.filter(|&verb| verb > second)?;
    let last = (second..verb).rev().find(|&at| {
        tokens.get(at).is_some_and(|below| below.label == Label::Conj && below.head.is_some_and(|head| head >= second))
    })?;
    // What is another name of it ends with a comma.
    let is_open = tokens.get(last..verb)?.iter().all(|token| token.tag != Tag::Comma);
    let is_name = |at: usize| tokens.get(at).is_some_and(|token| matches!(token.tag, Tag::Nnp | Tag::Nnps));
    (is_open && is_name(first) && is_name(second) && is_name(last)).then_some(first)
}

/// Puts those who stand beside a subject on its side: "Peru, along with Chile and Ghana, left the pact".
fn join_companions(tokens: &mut [Token], preposition: usize, lists: &Lists) {
    let Some(holds) = parallel::over_companions(tokens, preposition, lists) else { return };
    let objects =
        tokens.iter().enumerate().filter(|(_, token)| token.head == Some(holds) && token.label == Label::Pobj);
    let objects: Vec<usize> = objects.map(|(index, _)| index).collect();
    let Some(last) = preposition.checked_sub(1) else { return };
    let last =
        if tokens.get(last).is_some_and(|token| token.tag == Tag::Comma) { last.saturating_sub(1) } else { last };
    let is_subject = |token: &Token| matches!(token.label, Label::Nsubj | Label::NsubjPass);
    // The subject ends right before the words.
    let mut at = Some(last);
    for _ in 0..MAX_STEPS {
        let Some((index, token)) = at.and_then(|index| Some((index, tokens.get(index)?))) else { return };
        let after = |verb: usize| objects.iter().all(|object| *object < verb);
        if is_subject(token) && token.head.is_some_and(|verb| verb > preposition && after(verb)) {
            for object in objects {
                if let Some(token) = tokens.get_mut(object) {
                    (token.head, token.label) = (Some(index), Label::Conj);
                }
            }
            return;
        }
        at = token.head;
    }
}

/// Makes the pronoun that a verb alone has beside it what it acts on: "which had cut ties in 2009, restored them".
fn take_pronoun(tokens: &mut [Token], pronoun: usize) {
    let Some(token) = tokens.get(pronoun).filter(|token| token.label == Label::Dative && token.tag == Tag::Prp) else {
        return;
    };
    let Some(verb) = token.head.filter(|&verb| verb < pronoun) else { return };
    let takes = |token: &Token| matches!(token.label, Label::Dobj | Label::Ccomp | Label::Xcomp | Label::NsubjPass);
    if !tokens.iter().any(|token| token.head == Some(verb) && takes(token))
        && let Some(token) = tokens.get_mut(pronoun)
    {
        token.label = Label::Dobj;
    }
}

/// Tells whether a noun hangs as under a preposition below a participle that is coordinated with another.
fn under_given(tokens: &[Token], noun: usize) -> bool {
    let Some(token) = tokens.get(noun).filter(|token| token.label == Label::Pobj) else { return false };
    let verb = token.head.and_then(|head| tokens.get(head));
    verb.is_some_and(|verb| {
        let other = verb.head.and_then(|head| tokens.get(head));
        verb.tag == Tag::Vbn && verb.label == Label::Conj && other.is_some_and(|other| other.tag == Tag::Vbn)
    })
}

/// Returns the noun right before a past form that has nobody who does it and was hung above: "mourned the crew of the plane
/// shot down over Peru".
fn told_of(tokens: &[Token], clause: usize) -> Option<usize> {
    let token = tokens.get(clause).filter(|token| token.label == Label::Advcl && token.tag == Tag::Vbd)?;
    let noun = clause.checked_sub(1).filter(|noun| token.head.is_some_and(|verb| verb < *noun))?;
    let is_noun = tokens.get(noun).is_some_and(|noun| noun.tag.is_noun());
    let is_finite = |below: &Token| matches!(below.label, Label::Nsubj | Label::NsubjPass | Label::Mark | Label::Aux);
    let has_finite = || tokens.iter().any(|below| below.head == Some(clause) && is_finite(below));
    (is_noun && !has_finite()).then_some(noun)
}

/// Tells whether a word that tells of the noun before it was taken for a finite verb.
fn is_participle(tokens: &[Token], clause: usize) -> bool {
    let Some(token) = tokens.get(clause).filter(|token| token.label == Label::Acl && token.tag == Tag::Vbd) else {
        return false;
    };
    let of_finite = |token: &Token| matches!(token.label, Label::Nsubj | Label::NsubjPass | Label::Aux | Label::Dobj);
    let follows = token.head.is_some_and(|noun| noun < clause);
    follows && !tokens.iter().any(|token| token.head == Some(clause) && of_finite(token))
}

/// Returns the verb whose object was hung as a subject under a later preposition of it: "lifted at once the ban that it
/// had imposed in May, days after the talks".
fn object_of_preposition(tokens: &[Token], noun: usize) -> Option<usize> {
    let token = tokens.get(noun).filter(|token| matches!(token.label, Label::Nsubj | Label::NsubjPass))?;
    let preposition = token.head.filter(|&head| head > noun)?;
    let under = tokens.get(preposition).filter(|token| token.tag == Tag::In && token.label == Label::Prep)?;
    let verb = under.head.filter(|&verb| verb < noun && tokens.get(verb).is_some_and(|token| token.tag.is_verb()))?;
    let is_object = |token: &Token| matches!(token.label, Label::Dobj | Label::Ccomp | Label::Xcomp);
    (!tokens.iter().any(|token| token.head == Some(verb) && is_object(token))).then_some(verb)
}

/// Tells whether a word is a mark of quotation.
fn is_mark(token: &Token) -> bool {
    matches!(token.tag, Tag::CloseQuote | Tag::OpenQuote)
}

/// Returns the "that" of a clause under a noun that is what a verb above says, with that verb.
fn said_under_noun(tokens: &[Token], clause: usize) -> Option<(usize, usize)> {
    let noun = tokens.get(clause).filter(|token| token.label == Label::Relcl)?.head?;
    let mut subjects = tokens
        .iter()
        .enumerate()
        .filter(|(_, token)| token.head == Some(clause) && matches!(token.label, Label::Nsubj | Label::NsubjPass));
    let (that, first) = subjects.next()?;
    subjects.next().filter(|_| first.tag == Tag::Wdt)?;
    nearest_above(tokens, noun, Tag::is_verb).map(|verb| (that, verb))
}
