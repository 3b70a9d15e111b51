//! Infinitives: what completes a verb or an adjective, and what tells of a noun.

use super::{child, hang, has_subject, is_infinitive, relabel, retag, set};
use crate::english::Token;
use crate::english::tag::{Label, Tag};
use crate::english::words::Lists;

/// Makes an infinitive complete the verb above it.
pub(super) fn complete(tokens: &mut [Token], clause: usize, lists: &Lists) {
    if is_completing(tokens, clause, lists) {
        relabel(tokens, clause, Label::Xcomp);
    }
    if is_carried_out(tokens, clause, lists) {
        relabel(tokens, clause, Label::Advcl);
    }
    if is_done_before(tokens, clause) {
        relabel(tokens, clause, Label::Xcomp);
    }
}

/// Tells whether the subject of the verb above does what an infinitive behind its object says: "used the speech to urge".
fn is_carried_out(tokens: &[Token], clause: usize, lists: &Lists) -> bool {
    let Some(token) = tokens.get(clause).filter(|token| token.label == Label::Xcomp) else { return false };
    let verb = token.head.filter(|&verb| tokens.get(verb).is_some_and(|verb| lists.carrying.has(&verb.lemma)));
    let object = verb.and_then(|verb| child(tokens, verb, Label::Dobj));
    is_infinitive(tokens, clause) && object.is_some_and(|object| object < clause)
}

/// Tells whether what was done before completes the verb right before it: "denied having sent arms".
fn is_done_before(tokens: &[Token], clause: usize) -> bool {
    let Some(token) = tokens.get(clause).filter(|token| token.label == Label::Advcl && token.tag == Tag::Vbn) else {
        return false;
    };
    let helper = tokens.iter().position(|below| below.head == Some(clause) && below.label == Label::Aux);
    let is_having = |helper: usize| tokens.get(helper).is_some_and(|helper| helper.tag == Tag::Vbg);
    let has_object = token.head.is_some_and(|verb| child(tokens, verb, Label::Dobj).is_some());
    helper.is_some_and(|helper| is_having(helper) && token.head.is_some_and(|verb| verb + 1 == helper)) && !has_object
}

/// Returns the infinitive in which a relative pronoun is acted on that was hung under the verb the infinitive completes: "the
/// treaty that Peru refused to sign".
pub(super) fn over_pronoun(tokens: &[Token], pronoun: usize, lists: &Lists) -> Option<usize> {
    let token = tokens.get(pronoun).filter(|token| token.tag == Tag::Wdt && token.label == Label::Dobj)?;
    let verb = token.head.filter(|&verb| pronoun < verb && has_subject(tokens, verb))?;
    let above = tokens.get(verb).filter(|above| lists.with_infinitive.has(&above.lemma))?;
    let deed = child(tokens, verb, Label::Xcomp).filter(|&deed| verb < deed && is_infinitive(tokens, deed))?;
    // "The troops that Peru wants to leave": who is to leave.
    let is_wished = lists.wishing.has(&above.lemma) && lists.intransitive.has(&tokens.get(deed)?.lemma);
    (!is_wished && child(tokens, deed, Label::Dobj).is_none()).then_some(deed)
}

/// Hangs an infinitive under the noun or the adjective that it belongs to.
pub(super) fn hang_under(tokens: &mut [Token], clause: usize, lists: &Lists) {
    if let Some(noun) = of_noun_before(tokens, clause, lists) {
        set(tokens, clause, Label::Acl, Some(noun));
    }
    if let Some(verb) = of_telling(tokens, clause, lists) {
        set(tokens, clause, Label::Xcomp, Some(verb));
    }
    if let Some(noun) = of_predicate(tokens, clause) {
        set(tokens, clause, Label::Relcl, Some(noun));
    }
    if let Some(adjective) = of_adjective(tokens, clause) {
        hang(tokens, clause, adjective);
    }
}

/// Returns the object that an infinitive tells the content of, where a preposition of the verb stands between: "gave the order on
/// Monday to reopen the border".
fn of_noun_before(tokens: &[Token], clause: usize, lists: &Lists) -> Option<usize> {
    let is_free = |token: &&Token| matches!(token.label, Label::Advcl | Label::Xcomp) && token.tag == Tag::Vb;
    let token = tokens.get(clause).filter(is_free)?;
    let to = clause.checked_sub(1).filter(|&to| tokens.get(to).is_some_and(|to| to.head == Some(clause)))?;
    let verb = token.head?;
    let noun = child(tokens, verb, Label::Dobj).filter(|&noun| verb < noun && noun < to)?;
    let between = tokens.get(noun + 1..to).filter(|between| !between.is_empty())?;
    let opens = between.first()?.label == Label::Prep;
    let is_plain = |word: &Token| !word.tag.is_verb() && !matches!(word.tag, Tag::Comma | Tag::Cc | Tag::Wdt);
    let is_told = tokens.get(noun).is_some_and(|noun| lists.noun_infinitive.has(&noun.lemma));
    (opens && is_told && between.iter().all(is_plain)).then_some(noun)
}

/// Returns the verb that tells somebody to do what an infinitive says, which was hung under whoever is told: "told Peru's envoy to
/// leave Lima".
fn of_telling(tokens: &[Token], clause: usize, lists: &Lists) -> Option<usize> {
    let told = tokens.get(clause).filter(|token| token.label == Label::Acl && is_infinitive(tokens, clause))?.head?;
    let word = tokens.get(told).filter(|told| told.label == Label::Dobj && !lists.noun_infinitive.has(&told.lemma))?;
    let tells = |lemma: &str| lists.told_to.has(lemma) || lists.telling.has(lemma);
    let verb = word.head.filter(|&verb| tokens.get(verb).is_some_and(|verb| tells(&verb.lemma)))?;
    let is_next = told + 2 == clause && child(tokens, verb, Label::Xcomp).is_none();
    is_next.then_some(verb)
}

/// Returns the noun that an infinitive tells of, where it hangs under the verb as its purpose: "became the second country in
/// the region to leave".
fn of_predicate(tokens: &[Token], clause: usize) -> Option<usize> {
    let is_free = |token: &&Token| matches!(token.label, Label::Advcl | Label::Xcomp) && token.tag == Tag::Vb;
    let token = tokens.get(clause).filter(is_free)?;
    let to = clause.checked_sub(1).and_then(|before| tokens.get(before)).filter(|before| before.tag == Tag::To)?;
    let child = |label: Label| tokens.iter().position(|below| below.head == token.head && below.label == label);
    let noun = child(Label::Attr).filter(|&noun| noun < clause && to.head == Some(clause))?;
    // "Was the second state to leave": which one it was.
    let is_one = || {
        let mut below = tokens.iter().filter(|below| below.head == Some(noun));
        noun + 2 == clause && below.any(|below| below.label == Label::Amod)
    };
    match token.label {
        Label::Xcomp => is_one().then_some(noun),
        _ => child(Label::Xcomp).is_none().then_some(noun),
    }
}

/// Returns the adjective that an infinitive right behind it completes: "is unwilling to hold talks".
fn of_adjective(tokens: &[Token], clause: usize) -> Option<usize> {
    let token = tokens.get(clause).filter(|token| token.label == Label::Xcomp && token.tag == Tag::Vb)?;
    tokens.get(clause.checked_sub(1)?).filter(|to| to.tag == Tag::To && to.head == Some(clause))?;
    let before = clause.checked_sub(2)?;
    let adjective = tokens.get(before).filter(|word| word.tag == Tag::Jj && word.label == Label::Acomp)?;
    (adjective.head == token.head).then_some(before)
}

/// Tells whether an infinitive that hangs as a purpose completes the verb above.
fn is_completing(tokens: &[Token], clause: usize, lists: &Lists) -> bool {
    let Some(token) = tokens.get(clause).filter(|token| token.label == Label::Advcl) else { return false };
    let Some((head, verb)) = token.head.and_then(|head| Some((head, tokens.get(head)?))) else { return false };
    let below = |head: usize| tokens.iter().filter(move |token| token.head == Some(head));
    // "Ruled out sending troops": straight after the particle.
    let particle = clause.checked_sub(1).and_then(|before| tokens.get(before));
    if token.tag == Tag::Vbg && particle.is_some_and(|token| token.label == Label::Prt && token.head == Some(head)) {
        return true;
    }
    if token.tag != Tag::Vb {
        return false;
    }
    let has = |labels: &[Label]| below(head).any(|token| labels.contains(&token.label));
    // "Went on to attack Chile": with its particle.
    let takes = |verb: &str| lists.with_infinitive.has(verb);
    let with_particle = || {
        let particle = below(head).find(|token| token.label == Label::Prt);
        particle.is_some_and(|on| takes(&format!("{} {}", verb.lemma, on.lower)))
    };
    let completes = (takes(&verb.lemma) || with_particle()) && !has(&[Label::Dobj, Label::NsubjPass])
        || lists.object_infinitive.has(&verb.lemma) && has(&[Label::Dobj, Label::NsubjPass]);
    is_infinitive(tokens, clause) && completes && !has(&[Label::Xcomp, Label::Ccomp]) && head < clause
}

/// Makes whoever is told to do something, by nobody named, the one to whom it is done: "Peru told to withdraw troops".
pub(super) fn told_to(tokens: &mut [Token], verb: usize, lists: &Lists) {
    let Some(told) = is_told_to(tokens, verb, lists) else { return };
    retag(tokens, verb, Tag::Vbn);
    relabel(tokens, told, Label::NsubjPass);
}

/// Returns the subject of a verb in the past that needs somebody who is told, where nobody is and the infinitive follows at
/// once.
fn is_told_to(tokens: &[Token], verb: usize, lists: &Lists) -> Option<usize> {
    let token = tokens.get(verb).filter(|token| token.tag == Tag::Vbd && lists.told_to.has(&token.lemma))?;
    let to = tokens.get(verb + 1).filter(|to| to.tag == Tag::To)?;
    let deed = tokens.get(to.head?).filter(|deed| deed.head == Some(verb))?;
    let is_free = [Label::Dobj, Label::Ccomp, Label::Aux].iter().all(|&label| child(tokens, verb, label).is_none());
    let is_main = matches!(token.label, Label::Root | Label::Conj);
    let completes = matches!(deed.label, Label::Xcomp | Label::Advcl);
    child(tokens, verb, Label::Nsubj).filter(|&told| told < verb && is_free && is_main && completes)
}
