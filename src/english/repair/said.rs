//! Who says it at the end, taken for a part of what is said: "closed its border with Chile, Foreign Minister Ana Quispe said".

use super::{Label, MAX_STEPS, Tag, Token, child, hang, has_subject, is_infinitive, misread, retag, set};
use crate::english::words::Lists;

/// What is wrong where a name and a verb of saying were hung under the noun before the comma.
pub(super) struct Said {
    /// The verb on top so far, which is what is said.
    content: usize,
    /// The noun before the comma.
    noun: usize,
    /// The name of whoever says it.
    name: usize,
}

/// Finds it for a verb that stands right after a name.
pub(super) fn at_end(tokens: &[Token], verb: usize, lists: &Lists) -> Option<Said> {
    let token = tokens.get(verb).filter(|token| matches!(token.tag, Tag::Vbd | Tag::Vbn))?;
    if !lists.sayings.has(&token.lower)
        || !(matches!(token.label, Label::Acl | Label::Relcl | Label::Conj | Label::Pcomp | Label::Root)
            || preposition_as_mark(tokens, verb).is_some())
    {
        return None;
    }
    let last = verb.checked_sub(1)?;
    tokens.get(last).filter(|last| matches!(last.tag, Tag::Nnp | Tag::Nn | Tag::Nns))?;
    let comma = (0..last).rev().find(|&at| tokens.get(at).is_some_and(|token| token.tag == Tag::Comma))?;
    let is_name = |token: &Token| {
        let is_part = matches!(token.tag, Tag::Nnp | Tag::Nnps | Tag::Nn | Tag::Jj | Tag::Dt | Tag::PrpPoss | Tag::Pos);
        is_part || token.tag == Tag::Hyph
    };
    // "The foreign ministry in Lima said": whoever says it stands before the place.
    let is_place = |&at: &usize| tokens.get(at).is_some_and(|word| word.tag == Tag::In && word.label == Label::Prep);
    let is_named =
        |&at: &usize| tokens.get(at + 1..verb).is_some_and(|place| place.iter().all(|word| word.tag == Tag::Nnp));
    let place = (comma + 2..last).find(is_place).filter(is_named);
    let is_part = |(at, word): (usize, &Token)| is_name(word) || place == Some(comma + 1 + at);
    if !tokens.get(comma + 1..verb)?.iter().enumerate().all(is_part) {
        return None;
    }
    let name = place.map_or(last, |place| place - 1);
    let noun = comma.checked_sub(1)?;
    tokens.get(noun).filter(|noun| matches!(noun.tag, Tag::Nnp | Tag::Nnps | Tag::Nn | Tag::Nns | Tag::Cd))?;
    // "Wrote to Chile, Minister Ana Quispe said": nothing but the time or the audience of what is said follows, also told by
    // a clause ("hours after Peru did").
    let is_clause = |token: &Token| matches!(token.tag, Tag::Vbd | Tag::Vbz | Tag::Vbp | Tag::Md);
    let is_of_time = |at: usize| {
        let above = std::iter::successors(Some(at), |&at| tokens.get(at).and_then(|token| token.head)).take(MAX_STEPS);
        let mut clauses = above.filter(|&at| tokens.get(at).is_some_and(|token| token.label == Label::Advcl));
        clauses.any(|clause| {
            let mark = child(tokens, clause, Label::Mark).and_then(|mark| tokens.get(mark));
            clause > verb && mark.is_some_and(|mark| lists.subordinating.has(&mark.lower))
        })
    };
    let mut behind = tokens.iter().enumerate().skip(verb + 1);
    // "A day after the kingdom signed a pact", with the signing taken for what is told of the kingdom.
    let is_done_before =
        |at: usize| misread::done_by_noun(tokens, at, lists).is_some_and(|(_, clause)| clause.is_some());
    if behind.any(|(at, token)| is_clause(token) && !is_of_time(at) && !is_done_before(at)) {
        return None;
    }
    // It may be on top already: "in Chile, minister Jean-Paul Quispe said" with half of the name under "in".
    let is_lost = |&at: &usize| {
        let head = tokens.get(at).filter(|word| word.tag.is_verb()).and_then(|word| word.head);
        head.is_some_and(|head| (comma..verb).contains(&head)) && has_subject(tokens, at)
    };
    let top = match token.label {
        // "Must withdraw its troops, Foreign Minister Ana Quispe told the radio" with what is said under the name.
        Label::Root => child(tokens, verb, Label::Ccomp).or_else(|| (0..comma).find(is_lost)),
        _ => tokens.iter().position(|token| token.label == Label::Root),
    };
    let content = top.filter(|&content| content < comma)?;
    let is_finite = tokens.get(content).is_some_and(|token| token.tag.is_verb()) && has_subject(tokens, content);
    // Somebody else says it already: "said it met Chile's minister, Ana Quispe told".
    let under_noun = tokens.get(comma + 1..=verb)?.iter().any(|token| token.head.is_some_and(|head| head <= noun));
    (is_finite && (under_noun || is_lost(&content))).then_some(Said { content, noun, name })
}

/// Returns the verb that somebody says something beside, where what is said was hung under what is to be done: "ordered the
/// envoys to leave, accusing Chile of spying", "said it would leave, accusing Chile".
pub(super) fn beside_order(tokens: &[Token], clause: usize, lists: &Lists) -> Option<usize> {
    let token = tokens.get(clause).filter(|token| token.label == Label::Advcl && token.tag == Tag::Vbg)?;
    let is_apart =
        clause.checked_sub(1).and_then(|before| tokens.get(before)).is_some_and(|word| word.tag == Tag::Comma);
    let deed = token.head.filter(|&deed| deed < clause && is_apart && lists.reproaching.has(&token.lemma))?;
    let above = tokens.get(deed)?.head?;
    let is_form = |at: usize, wanted: &[Tag]| tokens.get(at).is_some_and(|token| wanted.contains(&token.tag));
    let has_helper = |at: usize| child(tokens, at, Label::Aux).is_some();
    let is_finite = |at: usize| is_form(at, &[Tag::Vbd, Tag::Vbz]) || is_form(at, &[Tag::Vbn]) && has_helper(at);
    let is_ordered = child(tokens, above, Label::Dobj).is_some_and(|object| object < deed);
    let is_to_come = match tokens.get(deed)?.label {
        Label::Xcomp => is_infinitive(tokens, deed) && is_ordered,
        // "Demanded that Chile leave", "said it would leave".
        Label::Ccomp => {
            let is_asked = is_form(deed, &[Tag::Vb]) && !has_helper(deed) && child(tokens, deed, Label::Mark).is_some();
            is_asked || child(tokens, deed, Label::Aux).is_some_and(|aux| is_form(aux, &[Tag::Md]))
        }
        _ => false,
    };
    (is_to_come && is_finite(above)).then_some(above)
}

/// Returns the verb of whoever reproaches somebody, where that was hung under its object: "expelled two envoys, accusing them of
/// spying".
pub(super) fn beside_acted_on(tokens: &[Token], clause: usize, lists: &Lists) -> Option<usize> {
    let token = tokens.get(clause).filter(|token| token.label == Label::Acl && token.tag == Tag::Vbg)?;
    let comma = clause.checked_sub(1).and_then(|before| tokens.get(before)).map(|before| before.tag);
    let object = tokens.get(token.head?).filter(|object| object.label == Label::Dobj)?;
    object.head.filter(|_| comma == Some(Tag::Comma) && lists.reproaching.has(&token.lemma))
}

/// Returns the main verb that what somebody holds against another is joined to, where it was joined to what had been done in
/// what is said: "denied that the jet had crossed the border and accused Chile of lying".
pub(super) fn beside_denial(tokens: &[Token], clause: usize, lists: &Lists) -> Option<usize> {
    let token = tokens.get(clause).filter(|token| token.label == Label::Conj && lists.reproaching.has(&token.lemma))?;
    let said = token
        .head
        .filter(|&said| matches!(token.tag, Tag::Vbd | Tag::Vbn) && !has_subject(tokens, clause) && said < clause)?;
    let main = tokens.get(said).filter(|said| said.label == Label::Ccomp && said.tag == Tag::Vbn)?.head?;
    tokens.get(main).is_some_and(|main| main.tag == Tag::Vbd).then_some(main)
}

/// Returns the preposition that was taken for the word that opens a clause of a verb of saying.
fn preposition_as_mark(tokens: &[Token], verb: usize) -> Option<usize> {
    tokens.get(verb).filter(|token| token.label == Label::Advcl)?;
    child(tokens, verb, Label::Mark).filter(|&mark| {
        let comes_before_name =
            |token: &Token| matches!(token.tag, Tag::Nnp | Tag::Nnps) && token.label == Label::Compound;
        tokens.get(mark + 1).is_some_and(comes_before_name)
            && tokens.get(mark + 2).is_some_and(|token| token.tag == Tag::Comma)
    })
}

/// Returns the verb that is said where whoever says it stands at the end, with what of it was hung under the verb of saying:
/// "weakened as it headed north, a day after it hit Peru, forecasters said".
pub(super) fn strays(tokens: &[Token], verb: usize, lists: &Lists) -> Option<(usize, Vec<usize>)> {
    let token = tokens.get(verb).filter(|token| token.label == Label::Root)?;
    let subject = child(tokens, verb, Label::Nsubj).filter(|_| lists.sayings.has(&token.lower))?;
    let content =
        child(tokens, verb, Label::Ccomp).filter(|&content| content < subject && has_subject(tokens, content))?;
    let comma = (content..subject).rev().find(|&at| tokens.get(at).is_some_and(|token| token.tag == Tag::Comma))?;
    // Nothing but the name stands between the comma and the verb.
    let is_within = |token: &Token| token.head.is_some_and(|head| (comma + 1..=verb).contains(&head));
    if !tokens.get(comma + 1..verb)?.iter().all(is_within) {
        return None;
    }
    let is_stray = |&at: &usize| {
        tokens
            .get(at)
            .is_some_and(|token| token.head == Some(verb) && matches!(token.label, Label::Advcl | Label::Prep))
    };
    let strays: Vec<usize> = (content + 1..comma).filter(is_stray).collect();
    (!strays.is_empty()).then_some((content, strays))
}

/// Returns the noun that was taken for a second subject of a verb of saying, and the verb before whose object it is: "has cut
/// ties with Chile, Foreign Minister Ana Quispe said".
pub(super) fn object_before_name(tokens: &[Token], says: usize, lists: &Lists) -> Option<(usize, usize)> {
    tokens.get(says).filter(|token| lists.sayings.has(&token.lower))?;
    let is_subject = |token: &Token| token.head == Some(says) && token.label == Label::Nsubj;
    let mut subjects = (0..says).filter(|&at| tokens.get(at).is_some_and(is_subject));
    let (noun, name) = (subjects.next()?, subjects.next()?);
    tokens.get(noun..name)?.iter().find(|token| token.tag == Tag::Comma)?;
    // "Will not leave though Chile has expelled its envoy, the minister said": that of the clause right before.
    let content = (0..noun).rev().find(|&at| is_said(tokens, says, at))?;
    let lacks = |label: Label| child(tokens, content, label).is_none();
    (lacks(Label::Dobj) && lacks(Label::AuxPass)).then_some((noun, content))
}

/// Returns the verb of what is said that a clause with a word of its own before it belongs to, where that was hung under the verb of
/// saying behind both: "will stay though Chile has left, the minister said".
pub(super) fn beside_content(tokens: &[Token], clause: usize) -> Option<usize> {
    let token = tokens.get(clause).filter(|token| token.label == Label::Ccomp)?;
    let says = token.head.filter(|&says| clause < says)?;
    let mark = child(tokens, clause, Label::Mark).and_then(|mark| tokens.get(mark))?;
    (0..clause).find(|&at| is_said(tokens, says, at)).filter(|_| &*mark.lower != super::THAT)
}

/// Tells whether a clause with a subject of its own is what a verb of saying says.
fn is_said(tokens: &[Token], says: usize, clause: usize) -> bool {
    let is_under = |token: &Token| token.head == Some(says) && token.label == Label::Ccomp;
    tokens.get(clause).is_some_and(is_under) && has_subject(tokens, clause)
}

/// What is wrong where a name set apart by commas stands between an office and the verb of saying.
pub(super) struct Apposed {
    content: usize,
    office: usize,
    name: usize,
}

/// Finds it: "closed its border with Chile, its foreign minister, Ana Quispe, announced".
pub(super) fn apposed_at_end(tokens: &[Token], says: usize, lists: &Lists) -> Option<Apposed> {
    let verb = tokens.get(says).filter(|verb| verb.tag == Tag::Vbd && lists.sayings.has(&verb.lower))?;
    let is_comma = |at: usize| tokens.get(at).is_some_and(|token| token.tag == Tag::Comma);
    let name = says.checked_sub(2).filter(|_| is_comma(says - 1))?;
    let inner = (0..name).rev().find(|&at| is_comma(at))?;
    let outer = (0..inner).rev().find(|&at| is_comma(at))?;
    let is_name = |token: &Token| matches!(token.tag, Tag::Nnp | Tag::Hyph);
    let is_of_office = |token: &Token| {
        matches!(token.tag, Tag::Nnp | Tag::Nn | Tag::Jj | Tag::Dt | Tag::PrpPoss | Tag::Pos | Tag::Hyph)
    };
    let office = inner.checked_sub(1).filter(|&office| office > outer)?;
    let are_whole = tokens.get(inner + 1..=name)?.iter().all(is_name)
        && tokens.get(outer + 1..=office)?.iter().all(is_of_office)
        && tokens.get(office)?.tag == Tag::Nn;
    let is_lost = has_subject(tokens, says) || !are_whole;
    let content = match verb.label {
        Label::Root => child(tokens, says, Label::Ccomp),
        _ => tokens.iter().position(|token| token.label == Label::Root),
    };
    let content = content.filter(|&content| content < outer && !is_lost && has_subject(tokens, content))?;
    Some(Apposed { content, office, name })
}

/// Puts the verb of saying on top, with the office as its subject.
pub(super) fn hang_apposed(tokens: &mut [Token], says: usize, found: &Apposed) {
    let Apposed { content, office, name } = *found;
    let first = (0..office).rev().find(|&at| tokens.get(at).is_some_and(|token| token.tag == Tag::Comma)).unwrap_or(0);
    // What stood before the name was taken for a part of it: "with Chile, its minister, Ana Quispe".
    let held = (first + 1..=name).find_map(|at| {
        let token = tokens.get(at)?;
        token.head.filter(|&head| head < first).map(|head| (head, token.label))
    });
    let before = first.checked_sub(1);
    let is_lost = |at: usize| tokens.get(at).and_then(|token| token.head).is_some_and(|head| head > first);
    if let (Some(before), Some((head, label))) = (before.filter(|&before| is_lost(before)), held) {
        set(tokens, before, label, Some(head));
    }
    for at in first + 1..name {
        let (top, token) = (if at < office { office } else { name }, tokens.get(at));
        let is_out =
            token.is_some_and(|token| token.head.is_none_or(|head| head <= first || head > top || head == name));
        if at != office && is_out && token.is_some_and(|token| token.tag != Tag::Comma) {
            set(tokens, at, Label::Compound, Some(top));
        }
    }
    set(tokens, name, Label::Appos, Some(office));
    set(tokens, office, Label::Nsubj, Some(says));
    set(tokens, says, Label::Root, None);
    set(tokens, content, Label::Ccomp, Some(says));
}

/// Puts the verb of saying on top.
pub(super) fn hang_said(tokens: &mut [Token], verb: usize, said: &Said) {
    let Said { content, noun, name } = *said;
    let after = noun + 1;
    // The word of the name that was hung under what stands before it gives its place to the noun.
    let held = (after..=name).find_map(|at| {
        let token = tokens.get(at)?;
        token.head.filter(|&head| head < after).map(|head| (head, token.label))
    });
    // "Its border with Chile, Foreign Minister Ana Quispe said" with "with" before the clause.
    let mark = preposition_as_mark(tokens, verb).filter(|&mark| mark < noun);
    if let Some(mark) = mark {
        let before = mark.checked_sub(1).filter(|&at| tokens.get(at).is_some_and(|token| token.label == Label::Dobj));
        set(tokens, mark, Label::Prep, before.or(Some(content)));
    }
    // "With Chile, Minister Ana Quispe said" under "with".
    let above = tokens.get(verb).filter(|token| token.label == Label::Pcomp).and_then(|token| token.head);
    let held = held.or(above.or(mark).map(|head| (head, Label::Pobj)));
    let is_lost = tokens.get(noun).and_then(|token| token.head).is_some_and(|head| head > noun);
    if let Some((head, label)) = held.filter(|&(head, _)| is_lost && head != noun) {
        set(tokens, noun, label, Some(head));
    }
    for at in 0..noun {
        if tokens.get(at).and_then(|token| token.head).is_some_and(|head| (after..=name).contains(&head)) {
            hang(tokens, at, noun);
        }
    }
    for at in after..name {
        let Some(token) = tokens.get(at) else { continue };
        let is_out = token.head.is_none_or(|head| head < after || head > name);
        if is_out && token.label != Label::Punct {
            set(tokens, at, Label::Compound, Some(name));
        }
    }
    set(tokens, name, Label::Nsubj, Some(verb));
    set(tokens, verb, Label::Root, None);
    retag(tokens, verb, Tag::Vbd);
    set(tokens, content, Label::Ccomp, Some(verb));
    for token in tokens.iter_mut().skip(noun).filter(|token| token.label == Label::Punct) {
        token.head = Some(verb);
    }
}
