//! Words of ordinary clauses that the treebanks, full of captions and fragments, make the parser misread.
//!
//! Each rule looks at one word, those above it and word lists, and hangs it elsewhere.

use super::{MAX_STEPS, Token, has_subject, nearest_above, set};
use crate::english::tag::{Label, Tag};
use crate::english::words::Lists;

/// Puts one word right, where it is of a kind that goes wrong.
pub(super) fn repair(tokens: &mut [Token], at: usize, lists: &Lists) {
    if let Some(token) = tokens.get_mut(at).filter(|token| token.label == Label::Aux && token.tag == Tag::In) {
        token.tag = Tag::To;
    }
    if let Some(verb) = described(tokens, at, lists) {
        set(tokens, at, Label::Prep, Some(verb));
        for token in tokens.iter_mut().filter(|token| token.head == Some(at) && token.label == Label::Amod) {
            token.label = Label::Pobj;
        }
    }
    if let Some(verb) = patient_that_acts(tokens, at) {
        set(tokens, at, Label::Nsubj, Some(verb));
        if let Some(token) = tokens.get_mut(verb) {
            token.tag = Tag::Vbd;
        }
    }
    if let Some((verb, object)) = particle(tokens, at, lists) {
        set(tokens, at, Label::Prt, Some(verb));
        set(tokens, object, Label::Dobj, Some(verb));
        if let Some(token) = tokens.get_mut(at) {
            token.tag = Tag::Rp;
        }
    }
    // "Called up reservists": nothing else is acted on.
    if let Some(token) =
        tokens.get(at).filter(|token| token.label == Label::Oprd && matches!(token.tag, Tag::Nn | Tag::Nns))
        && let Some(verb) = token.head
        && child(tokens, verb, Label::Prt).is_some()
        && child(tokens, verb, Label::Dobj).or(child(tokens, verb, Label::NsubjPass)).is_none()
    {
        set(tokens, at, Label::Dobj, Some(verb));
    }
    if let Some((subject, Top { label, head })) = done_by_noun(tokens, at, lists) {
        let mark = tokens.get(subject).and_then(|token| token.head).filter(|_| label == Label::Advcl);
        set(tokens, subject, Label::Nsubj, Some(at));
        set(tokens, at, label, head);
        if let Some(mark) = mark {
            set(tokens, mark, Label::Mark, Some(at));
            // "Two days after drones crossed": the time tells when of the verb above.
            for token in tokens.iter_mut().filter(|token| token.head == Some(mark)) {
                token.head = Some(at);
            }
        } else {
            for token in tokens.iter_mut().filter(|token| token.head == Some(subject) && token.label == Label::Punct) {
                token.head = Some(at);
            }
        }
        if let Some(token) = tokens.get_mut(at) {
            token.tag = Tag::Vbd;
        }
    }
    if let Some((label, head)) = of_object(tokens, at, lists)
        .or_else(|| of_noun(tokens, at, lists))
        .or_else(|| by_whom(tokens, at, lists))
        .or_else(|| after_duration(tokens, at))
    {
        set(tokens, at, label, Some(head));
    }
    if let Some((verb, receiver, label)) = given(tokens, at, lists) {
        // "Gave the envoy two days to leave": he is acted on, for a time.
        let is_time = tokens.get(at).is_some_and(|time| lists.durations.has(&time.lemma));
        set(tokens, receiver, if is_time { Label::Dobj } else { label }, Some(verb));
        let named = if label == Label::Dative { Label::Dobj } else { Label::Oprd };
        set(tokens, at, if is_time { Label::Npadvmod } else { named }, Some(verb));
    }
    if let Some(verb) = doer_as_time(tokens, at) {
        set(tokens, at, Label::Nsubj, Some(verb));
        if let Some(token) = tokens.get_mut(verb) {
            token.tag = Tag::Vbd;
        }
    }
    // "Holds Chile responsible".
    if let Some(token) = tokens.get(at).filter(|token| token.label == Label::Amod)
        && let Some(verb) =
            token.head.filter(|&verb| verb < at && tokens.get(verb).is_some_and(|verb| verb.tag.is_verb()))
        && child(tokens, verb, Label::Dobj).is_some_and(|object| object < at)
    {
        set(tokens, at, Label::Oprd, Some(verb));
    }
    if let Some((that, noun)) = told_of(tokens, at, lists) {
        set(tokens, at, Label::Relcl, Some(noun));
        set(tokens, that, Label::Dobj, Some(at));
        if let Some(token) = tokens.get_mut(that) {
            token.tag = Tag::Wdt;
        }
    }
}

/// Returns the first word with a label under another.
fn child(tokens: &[Token], head: usize, label: Label) -> Option<usize> {
    tokens.iter().position(|token| token.head == Some(head) && token.label == label)
}

/// Returns the verb and the object of a particle that was taken for a preposition: "called off the meeting".
fn particle(tokens: &[Token], at: usize, lists: &Lists) -> Option<(usize, usize)> {
    let token = tokens.get(at).filter(|token| matches!(token.label, Label::Prep | Label::Prt))?;
    let verb = at.checked_sub(1).filter(|&verb| token.head == Some(verb))?;
    let is_phrase = token.label == Label::Prt || lists.is_phrasal(&tokens.get(verb)?.lemma, &token.lower);
    let object = child(tokens, at, Label::Pobj).filter(|&object| is_phrase && object > at)?;
    child(tokens, verb, Label::Dobj).is_none().then_some((verb, object))
}

/// Returns the verb that says what its object is "as", where that was hung under the object: "described the raid as brutal".
fn described(tokens: &[Token], at: usize, lists: &Lists) -> Option<usize> {
    let token = tokens.get(at).filter(|token| token.label == Label::Prep && lists.predicating.has(&token.lower))?;
    let above = tokens.get(token.head.filter(|&above| above < at)?)?;
    let verb = if above.tag.is_verb() { token.head? } else { above.head.filter(|_| above.label == Label::Dobj)? };
    tokens.get(verb).filter(|verb| lists.describing.has(&verb.lemma)).map(|_| verb)
}

/// Returns the verb that a subject of no passive does, where it has an object: "Peru test-launched a missile".
fn patient_that_acts(tokens: &[Token], at: usize) -> Option<usize> {
    let token = tokens.get(at).filter(|token| token.label == Label::NsubjPass)?;
    let verb = token.head.filter(|&verb| at < verb && child(tokens, verb, Label::Dobj).is_some())?;
    let helped = [Label::Aux, Label::AuxPass, Label::Agent].iter().any(|&label| child(tokens, verb, label).is_some());
    (!helped && tokens.get(verb)?.label == Label::Root).then_some(verb)
}

/// How a verb hangs that was taken for a participle.
struct Top {
    label: Label,
    head: Option<usize>,
}

/// Returns who does what was taken for a participle of theirs, and how the verb hangs: "A delegation left for Lima.", "two
/// days after drones crossed the border".
fn done_by_noun(tokens: &[Token], at: usize, lists: &Lists) -> Option<(usize, Top)> {
    let token = tokens.get(at).filter(|token| token.label == Label::Acl && matches!(token.tag, Tag::Vbn | Tag::Vbd))?;
    let subject = token.head.filter(|&subject| subject < at && lists.intransitive.has(&token.lemma))?;
    let has = |label: Label| child(tokens, at, label).is_some();
    // "Goods applied by Peru", "those left behind".
    if has(Label::Agent) || has(Label::Aux) || has(Label::AuxPass) || has(Label::Prt) {
        return None;
    }
    let noun = tokens.get(subject)?;
    match noun.label {
        Label::Root => {
            let is_sentence = tokens.last().is_some_and(|last| last.tag == Tag::Stop);
            let is_finite = |token: &Token| matches!(token.tag, Tag::Vbz | Tag::Vbp | Tag::Md);
            let other =
                tokens.iter().any(|token| token.head == Some(subject) && token.tag.is_verb() && is_finite(token));
            (is_sentence && !other).then_some((subject, Top { label: Label::Root, head: None }))
        }
        Label::Pobj => {
            let mark = noun.head?;
            let preposition = tokens.get(mark).filter(|mark| mark.label == Label::Prep)?;
            let opens = lists.subordinating.has(&preposition.lower);
            let above = preposition.head.filter(|_| opens)?;
            Some((subject, Top { label: Label::Advcl, head: Some(above) }))
        }
        _ => None,
    }
}

/// Returns the verb that an infinitive completes which was hung under its object: "told the envoy to leave".
fn of_object(tokens: &[Token], at: usize, lists: &Lists) -> Option<(Label, usize)> {
    let token = tokens.get(at).filter(|token| token.label == Label::Relcl && token.tag == Tag::Vb)?;
    let object = tokens.get(token.head?)?;
    let verb = object.head.filter(|_| matches!(object.label, Label::Dobj | Label::NsubjPass))?;
    let asks = tokens.get(verb).is_some_and(|verb| lists.object_infinitive.has(&verb.lemma));
    (asks && is_infinitive(tokens, at) && !has_subject(tokens, at)).then_some((Label::Xcomp, verb))
}

fn is_infinitive(tokens: &[Token], at: usize) -> bool {
    child(tokens, at, Label::Aux).and_then(|aux| tokens.get(aux)).is_some_and(|aux| aux.tag == Tag::To)
}

/// Returns the noun that an infinitive right behind it says, where it was hung under the verb: "filed an application to
/// join".
fn of_noun(tokens: &[Token], at: usize, lists: &Lists) -> Option<(Label, usize)> {
    let token = tokens.get(at).filter(|token| matches!(token.label, Label::Advcl | Label::Xcomp))?;
    let to = child(tokens, at, Label::Aux).filter(|&to| to < at && is_infinitive(tokens, at))?;
    let noun = to.checked_sub(1)?;
    let object = tokens.get(noun)?;
    // "Is under pressure to leave".
    let above = match object.label {
        Label::Dobj if token.label == Label::Advcl => object.head,
        Label::Pobj => tokens.get(object.head?)?.head,
        _ => None,
    };
    if above != token.head || token.tag != Tag::Vb {
        return None;
    }
    lists.noun_infinitive.has(&object.lemma).then_some((Label::Acl, noun))
}

/// Returns the noun whose deed a doer was hung under the name behind it: "the suspension of talks with Chile by Peru".
fn by_whom(tokens: &[Token], at: usize, lists: &Lists) -> Option<(Label, usize)> {
    let token = tokens.get(at).filter(|token| token.label == Label::Prep && lists.agents.has(&token.lower))?;
    let is_name = |noun: &Token| matches!(noun.tag, Tag::Nnp | Tag::Nnps);
    let mut noun = token.head.filter(|&noun| tokens.get(noun).is_some_and(is_name))?;
    for _ in 0..MAX_STEPS {
        let above = tokens.get(noun).filter(|noun| noun.label == Label::Pobj)?.head?;
        noun = tokens.get(above).filter(|above| above.label == Label::Prep)?.head?;
        let of = tokens.get(noun)?;
        if of.label != Label::Pobj && !is_name(of) {
            return matches!(of.tag, Tag::Nn | Tag::Nns).then_some((Label::Prep, noun));
        }
    }
    None
}

/// Returns, of the second of two things that a verb does something to, the verb, the first and what it is: who is given it
/// ("gave Peru a week"), or whom the verb calls so ("named Peru a member").
fn given(tokens: &[Token], at: usize, lists: &Lists) -> Option<(usize, usize, Label)> {
    let token = tokens.get(at).filter(|token| matches!(token.label, Label::Dobj | Label::Npadvmod | Label::Appos))?;
    let is_noun = |token: &Token| matches!(token.tag, Tag::Nn | Tag::Nns | Tag::Nnp | Tag::Nnps);
    let above = token.head.filter(|&above| above < at && is_noun(token))?;
    let is_verb = tokens.get(above)?.tag.is_verb();
    let (verb, receiver) = if is_verb {
        (above, child(tokens, above, Label::Dobj).filter(|&receiver| above < receiver && receiver < at)?)
    } else {
        (tokens.get(above).filter(|noun| noun.label == Label::Dobj)?.head?, above)
    };
    let lemma = &tokens.get(verb)?.lemma;
    let label = match (lists.giving.has(lemma), lists.naming.has(lemma)) {
        (true, _) => Label::Dative,
        (_, true) if is_verb && token.label == Label::Dobj => Label::Dobj,
        _ => return None,
    };
    let is_apart = |token: &Token| matches!(token.tag, Tag::Comma | Tag::In | Tag::Cc);
    let between = tokens.get(receiver + 1..at)?;
    (!between.iter().any(is_apart) && is_noun(tokens.get(receiver)?)).then_some((verb, receiver, label))
}

/// Returns the verb whose subject was taken for a time, and it for a participle: "Peru brokered a truce".
fn doer_as_time(tokens: &[Token], at: usize) -> Option<usize> {
    let token = tokens.get(at).filter(|token| token.label == Label::Npadvmod && token.tag == Tag::Nnp)?;
    let verb = token.head.filter(|&verb| verb == at + 1 && child(tokens, verb, Label::Dobj).is_some())?;
    let above = tokens.get(verb).filter(|above| above.label == Label::Root && above.tag == Tag::Vbn)?;
    let helps =
        [Label::Aux, Label::AuxPass, Label::NsubjPass].iter().any(|&label| child(tokens, verb, label).is_some());
    (above.head.is_none() && !helps && !has_subject(tokens, verb)).then_some(verb)
}

/// Returns the verb whose object was hung under the time before it: "suspended for 60 days the tariffs".
fn after_duration(tokens: &[Token], at: usize) -> Option<(Label, usize)> {
    let token = tokens.get(at).filter(|token| matches!(token.label, Label::Dobj | Label::Appos))?;
    let time = tokens.get(token.head.filter(|&time| time < at)?).filter(|time| time.label == Label::Pobj)?;
    let preposition = tokens.get(time.head?).filter(|preposition| preposition.label == Label::Prep)?;
    let verb = preposition.head.filter(|&verb| token.label == Label::Dobj && verb < at)?;
    let is_bare = child(tokens, verb, Label::Dobj).is_none() && tokens.get(verb)?.tag.is_verb();
    is_bare.then_some((Label::Dobj, verb))
}

/// Returns the "that" of what was taken for something said, and the noun that it tells of: "lifted a ban that it had
/// imposed".
fn told_of(tokens: &[Token], at: usize, lists: &Lists) -> Option<(usize, usize)> {
    let token = tokens.get(at).filter(|token| token.label == Label::Ccomp && lists.needs_object.has(&token.lemma))?;
    let verb = token.head.filter(|&verb| verb < at)?;
    let takes = [Label::Dobj, Label::NsubjPass, Label::Ccomp, Label::Xcomp];
    if takes.iter().any(|&label| child(tokens, at, label).is_some()) {
        return None;
    }
    let that =
        child(tokens, at, Label::Mark).filter(|&that| tokens.get(that).is_some_and(|that| that.tag == Tag::In))?;
    let noun = child(tokens, verb, Label::Dobj).filter(|&noun| verb < noun && noun < that)?;
    let is_saying = tokens.get(verb).is_some_and(|verb| lists.sayings.has(&verb.lower));
    (!is_saying && has_subject(tokens, at)).then_some((that, noun))
}

/// Returns the verb of saying that a finite verb is coordinated with, where it was hung beside what is going on: "said that
/// Chile was arming, and accused it".
pub(super) fn beside_saying(tokens: &[Token], at: usize) -> Option<usize> {
    let token = tokens.get(at).filter(|token| token.label == Label::Conj && token.tag == Tag::Vbd)?;
    let going_on = tokens.get(token.head?).filter(|head| head.tag == Tag::Vbg && head.label == Label::Ccomp)?;
    if has_subject(tokens, at) { None } else { nearest_above(tokens, going_on.head?, |tag| tag == Tag::Vbd) }
}
