//! What somebody calls a thing, taken for another part of it: "called the ban \"political revenge\"", "called the duties imposed
//! by Peru an affront".

use super::{Label, Tag, Token, child, has_subject, nearest_above, retag, set};
use crate::english::words::Lists;

/// Makes it what the thing is called.
pub(super) fn repair(tokens: &mut [Token], at: usize, lists: &Lists) {
    if let Some((verb, thing)) = in_quotation(tokens, at, lists) {
        for token in tokens.iter_mut().take(thing).skip(verb + 1).filter(|token| token.head == Some(at)) {
            token.head = Some(thing);
        }
        set(tokens, thing, Label::Dobj, Some(verb));
        set(tokens, at, Label::Oprd, Some(verb));
    }
    if let Some((verb, adjective, thing)) = judged_before(tokens, at, lists) {
        set(tokens, adjective, Label::Pobj, Some(at));
        set(tokens, thing, Label::Dobj, Some(verb));
    }
    if let Some(verb) = behind_doer(tokens, at, lists) {
        set(tokens, at, Label::Oprd, Some(verb));
    }
    if let Some(verb) = under_name(tokens, at, lists) {
        set(tokens, at, Label::Oprd, Some(verb));
    }
    if let Some((verb, name)) = behind_place(tokens, at, lists) {
        let preposition = tokens.get(at).and_then(|word| word.head);
        set(tokens, name, Label::Pobj, preposition);
        set(tokens, at, Label::Oprd, Some(verb));
    }
    if let Some((verb, thing)) = before_verdict(tokens, at, lists) {
        for token in tokens.iter_mut().take(thing).skip(verb + 1).filter(|token| token.head == Some(at)) {
            token.head = Some(thing);
        }
        set(tokens, thing, Label::Dobj, Some(verb));
        set(tokens, at, Label::Oprd, Some(verb));
    }
    if let Some((verb, thing)) = thing_as_verb(tokens, at, lists) {
        set(tokens, thing, Label::Dobj, Some(verb));
        set(tokens, at, Label::Oprd, Some(verb));
        retag(tokens, thing, Tag::Nns);
    }
    if let Some(verb) = called_so(tokens, at, lists) {
        set(tokens, at, Label::Oprd, Some(verb));
    }
    if let Some(thing) = place_of_called(tokens, at, lists) {
        set(tokens, at, Label::Prep, Some(thing));
    }
    if let Some((verb, thing, above)) = said_to_be(tokens, at, lists) {
        tokens.iter_mut().filter(|token| token.head == Some(at)).for_each(|token| token.head = Some(verb));
        let is_verb = tokens.get(above).is_some_and(|above| above.tag.is_verb());
        set(tokens, verb, if is_verb { Label::Ccomp } else { Label::Pcomp }, Some(above));
        set(tokens, thing, Label::Oprd, Some(verb));
        set(tokens, at, Label::Aux, Some(verb));
    }
    if let Some(verb) = beside_what(tokens, at) {
        set(tokens, at, Label::Conj, Some(verb));
    }
    if let Some((what, above, label)) = under_what(tokens, at, lists) {
        set(tokens, what, Label::Dobj, Some(at));
        set(tokens, at, label, Some(above));
    }
}

/// Returns the verb that a past form without a subject goes on from, where it was hung beside what somebody calls a thing:
/// "condemned what it called a crime and demanded that Peru leave".
fn beside_what(tokens: &[Token], at: usize) -> Option<usize> {
    let token = tokens.get(at).filter(|token| token.label == Label::Conj && token.tag == Tag::Vbd)?;
    let calls = token.head.filter(|&calls| has_what(tokens, calls) && has_subject(tokens, calls))?;
    let is_named = child(tokens, calls, Label::Oprd).is_some_and(|name| name < at) && !has_subject(tokens, at);
    let verb = nearest_above(tokens, tokens.get(calls).filter(|_| is_named)?.head?, |tag| tag == Tag::Vbd)?;
    (verb < calls).then_some(verb)
}

/// Returns the verb of saying, what it says a thing is and the word above, for the verb between the two: "bombed what it said
/// were camps".
fn said_to_be(tokens: &[Token], at: usize, lists: &Lists) -> Option<(usize, usize, usize)> {
    let token = tokens.get(at).filter(|token| token.tag.is_verb() && !has_subject(tokens, at))?;
    let verb = at.checked_sub(1)?;
    let says = tokens.get(verb).filter(|says| lists.sayings.has(&says.lower) && has_what(tokens, verb))?;
    let above = match (token.label, says.label) {
        (Label::Ccomp, _) if token.head == Some(verb) => says.head,
        (_, Label::Csubj) if says.head == Some(at) => token.head,
        _ => None,
    };
    let thing = child(tokens, at, Label::Attr).filter(|&thing| at < thing)?;
    above.filter(|&above| above < verb).map(|above| (verb, thing, above))
}

/// Returns "what", the word over it and the label under that, for a verb that gives a name and was hung under "what" as if it
/// told of it: "struck what it called camps".
fn under_what(tokens: &[Token], at: usize, lists: &Lists) -> Option<(usize, usize, Label)> {
    let token = tokens.get(at).filter(|token| token.label == Label::Relcl && is_naming(tokens, at, lists))?;
    let what = token.head.filter(|&what| what < at)?;
    let word = tokens.get(what).filter(|word| word.tag == Tag::Wp)?;
    let label = match word.label {
        Label::Dobj => Label::Ccomp,
        Label::Pobj => Label::Pcomp,
        _ => return None,
    };
    Some((what, word.head?, label))
}

/// Returns the verb of calling for what "what" is called, where that was hung under the preposition before "what": "because of what
/// it called Peruvian violations".
fn called_so(tokens: &[Token], at: usize, lists: &Lists) -> Option<usize> {
    let preposition = tokens.get(at).filter(|noun| noun.label == Label::Pobj)?.head?;
    let verb = child(tokens, preposition, Label::Pcomp).filter(|&verb| verb < at && is_naming(tokens, verb, lists))?;
    (has_what(tokens, verb) && is_bare(tokens, verb)).then_some(verb)
}

/// Returns what somebody calls a thing, for a preposition right behind it that says where the thing is: "struck what it called
/// camps in Peru".
fn place_of_called(tokens: &[Token], at: usize, lists: &Lists) -> Option<usize> {
    let token = tokens.get(at).filter(|token| token.label == Label::Prep)?;
    let verb = token.head.filter(|&verb| is_naming(tokens, verb, lists))?;
    let thing = at.checked_sub(1).filter(|&thing| {
        tokens.get(thing).is_some_and(|thing| thing.label == Label::Dobj && thing.head == Some(verb))
    })?;
    let place = child(tokens, at, Label::Pobj).and_then(|place| tokens.get(place))?;
    let is_name = place.tag == Tag::Nnp && !lists.months.has(&place.lower) && !lists.weekdays.has(&place.lower);
    // "In Peru's northern province".
    let is_of_name = tokens.iter().any(|whose| {
        whose.tag == Tag::Nnp && whose.label == Label::Poss && whose.head == child(tokens, at, Label::Pobj)
    });
    (has_what(tokens, verb) && (is_name || is_of_name)).then_some(thing)
}

/// Returns the verb and the thing right before the quotation that tells what it is called.
fn in_quotation(tokens: &[Token], at: usize, lists: &Lists) -> Option<(usize, usize)> {
    let token = tokens.get(at).filter(|token| token.label == Label::Dobj && token.quotation.is_some())?;
    let verb = token.head.filter(|&verb| is_naming(tokens, verb, lists))?;
    let opens = (verb..at).rev().find(|&mark| tokens.get(mark).is_some_and(|mark| mark.tag == Tag::OpenQuote))?;
    let thing = opens.checked_sub(1).filter(|&thing| verb < thing)?;
    let is_noun = |token: &&Token| matches!(token.tag, Tag::Nn | Tag::Nns | Tag::Nnp);
    tokens.get(thing).filter(is_noun).filter(|thing| thing.head == Some(at)).map(|_| (verb, thing))
}

/// Returns the verb above a thing that somebody named did, where what it is called was hung under what was done: nothing that
/// is done by somebody acts on anything.
fn behind_doer(tokens: &[Token], at: usize, lists: &Lists) -> Option<usize> {
    let done = tokens.get(at).filter(|token| token.label == Label::Dobj)?.head?;
    let told = tokens.get(done).filter(|told| told.label == Label::Acl && told.tag == Tag::Vbn)?;
    child(tokens, done, Label::Agent).filter(|&by| by < at)?;
    let thing = tokens.get(told.head?).filter(|thing| thing.label == Label::Dobj)?;
    thing.head.filter(|&verb| is_naming(tokens, verb, lists) && child(tokens, verb, Label::Oprd).is_none())
}

/// Returns the verb above a thing, where what it is called was hung under the name behind the thing: "called the raid by Peru a
/// provocation".
fn under_name(tokens: &[Token], at: usize, lists: &Lists) -> Option<usize> {
    let token = tokens.get(at).filter(|token| matches!(token.label, Label::Dobj | Label::Appos | Label::Attr))?;
    let name = token.head.filter(|&name| name < at)?;
    tokens.get(name).filter(|name| name.label == Label::Pobj && !name.tag.is_verb())?;
    let verb = nearest_above(tokens, name, Tag::is_verb).filter(|&verb| is_naming(tokens, verb, lists))?;
    let article = child(tokens, at, Label::Det).and_then(|article| tokens.get(article))?;
    let is_apart = tokens.get(verb..at)?.iter().any(|token| token.tag == Tag::Comma);
    let thing = child(tokens, verb, Label::Dobj).filter(|&thing| verb < thing && thing < name)?;
    (lists.indefinite.has(&article.lower) && !is_apart && is_bare(tokens, verb) && thing < at).then_some(verb)
}

/// Returns the verb and the name before an adjective that tells what somebody calls a thing, where the adjective was taken for the
/// end of the name: "called its plan for Northern Peru "unacceptable"".
fn behind_place(tokens: &[Token], at: usize, lists: &Lists) -> Option<(usize, usize)> {
    tokens.get(at).filter(|word| word.label == Label::Pobj && word.tag == Tag::Jj)?;
    let before = at.checked_sub(1)?;
    let is_quoted = tokens.get(before).is_some_and(|mark| mark.tag == Tag::OpenQuote);
    let name = before.checked_sub(usize::from(is_quoted))?;
    let is_part = |word: &&Token| word.head == Some(at) && matches!(word.tag, Tag::Nnp | Tag::Nn | Tag::Nns);
    tokens.get(name).filter(is_part)?;
    let verb = nearest_above(tokens, at, Tag::is_verb).filter(|&verb| is_naming(tokens, verb, lists))?;
    let thing = child(tokens, verb, Label::Dobj).filter(|&thing| verb < thing && thing < name)?;
    (is_bare(tokens, verb) && verb < thing).then_some((verb, name))
}

/// Returns the verb and the thing before a word without an article that tells what the thing is called, where the two were
/// taken for one name: "called the appointment interference in its affairs".
fn before_verdict(tokens: &[Token], at: usize, lists: &Lists) -> Option<(usize, usize)> {
    let token = tokens.get(at).filter(|token| token.label == Label::Dobj && lists.verdicts.has(&token.lemma))?;
    let verb = token.head.filter(|&verb| verb < at && is_naming(tokens, verb, lists) && is_bare(tokens, verb))?;
    let thing = at.checked_sub(1).filter(|&thing| verb + 1 < thing)?;
    let is_part = |word: &&Token| word.head == Some(at) && matches!(word.label, Label::Compound | Label::Nmod);
    tokens.get(thing).filter(is_part).filter(|thing| matches!(thing.tag, Tag::Nn | Tag::Nns)).map(|_| (verb, thing))
}

/// Returns the verb and the thing behind it that was taken for a verb: "called the Peruvian drills a provocation".
fn thing_as_verb(tokens: &[Token], at: usize, lists: &Lists) -> Option<(usize, usize)> {
    let thing = tokens.get(at).filter(|token| token.label == Label::Dobj)?.head.filter(|&thing| thing < at)?;
    let taken = tokens.get(thing).filter(|token| token.tag == Tag::Vbz)?;
    let verb = taken.head.filter(|&verb| verb < thing && is_naming(tokens, verb, lists) && is_bare(tokens, verb))?;
    child(tokens, thing, Label::Det).filter(|&article| verb < article && article < thing).map(|_| (verb, thing))
}

/// Tells whether nothing is said yet of what somebody calls a thing.
fn is_bare(tokens: &[Token], verb: usize) -> bool {
    child(tokens, verb, Label::Oprd).is_none()
}

/// Returns the verb, the adjective and the thing, where the thing stands behind what it is said to be and was hung with it:
/// "rejected as baseless Chilean claims", "dismissed as groundless Peru's claim", "dismissed as false and absurd a claim".
fn judged_before(tokens: &[Token], at: usize, lists: &Lists) -> Option<(usize, usize, usize)> {
    let token = tokens.get(at).filter(|token| token.label == Label::Prep && lists.predicating.has(&token.lower))?;
    let verb = token.head.filter(|&verb| verb + 1 == at && child(tokens, verb, Label::Dobj).is_none())?;
    let judges = |verb: &&Token| verb.tag.is_verb() && lists.describing.has(&verb.lemma);
    tokens.get(verb).filter(judges)?;
    let is_done_to = [Label::AuxPass, Label::NsubjPass].iter().any(|&label| child(tokens, verb, label).is_some());
    let adjective = at + 1;
    let thing = child(tokens, at, Label::Pobj).filter(|&thing| thing > adjective + 1 && !is_done_to)?;
    let word = tokens.get(adjective).filter(|word| word.tag == Tag::Jj && word.label == Label::Amod)?;
    // "Rejected as false Chilean claims": another word stands between it and the noun, else "as rich countries" is one thing.
    let below =
        word.head.filter(|&head| head == thing || tokens.get(head).is_some_and(|whose| whose.head == Some(thing)))?;
    let begins = |word: &Token| word.text.starts_with(char::is_uppercase) || begins_thing(word);
    // "As false and absurd": of a row of adjectives.
    let is_of_row = |word: &&Token| word.tag == Tag::Cc || word.tag == Tag::Jj && word.label == Label::Conj;
    let n_row = tokens.get(adjective + 1..thing)?.iter().take_while(is_of_row).count();
    let goes_on = tokens.get(adjective + 1 + n_row).is_some_and(begins);
    (goes_on && below > adjective).then_some((verb, adjective, thing))
}

/// Tells whether a word stands first before a noun and behind no adjective: "a", "its".
fn begins_thing(word: &Token) -> bool {
    matches!(word.tag, Tag::Dt | Tag::PrpPoss)
}

fn is_naming(tokens: &[Token], verb: usize, lists: &Lists) -> bool {
    tokens.get(verb).is_some_and(|verb| verb.tag.is_verb() && lists.naming.has(&verb.lemma))
}

/// Tells whether "what" stands before a verb and under it.
fn has_what(tokens: &[Token], verb: usize) -> bool {
    tokens.iter().take(verb).any(|what| what.tag == Tag::Wp && what.head == Some(verb))
}
