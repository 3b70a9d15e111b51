//! Subjects and objects that were hung under what stands right before them: "to seal the truce the leaders, in Lima, signed",
//! "signed an accord dividing up the river", "gave the two remaining envoys a week".

use super::{Label, Tag, Token, child, hang, has_subject, is_infinitive, retag, set};
use crate::english::words::Lists;

/// The ending of a form in which something goes on.
const GERUND: &str = "ing";

/// Gives them back to their verbs.
pub(super) fn repair(tokens: &mut [Token], at: usize, lists: &Lists) {
    if let Some((number, noun)) = before_counted(tokens, at, lists) {
        let (label, head) = tokens.get(number).map_or((Label::Dep, None), |number| (number.label, number.head));
        for below in 0..tokens.len() {
            let above = tokens.get(below).and_then(|token| token.head);
            if above == Some(number) {
                hang(tokens, below, noun);
            } else if let Some(head) = head.filter(|_| above == Some(at) && below > noun) {
                hang(tokens, below, head);
            }
        }
        set(tokens, noun, label, head);
        set(tokens, number, Label::Nummod, Some(noun));
        set(tokens, at, Label::Amod, Some(noun));
    }
    if let Some((purpose, verb)) = behind_purpose(tokens, at) {
        let is_behind = |token: &Token| token.head == Some(purpose);
        let moved: Vec<usize> = (at + 1..verb).filter(|&below| tokens.get(below).is_some_and(is_behind)).collect();
        moved.into_iter().for_each(|below| hang(tokens, below, verb));
        set(tokens, at, Label::Nsubj, Some(verb));
    }
    if let Some(found) = behind_object(tokens, at) {
        hang_behind(tokens, at, &found);
    }
}

/// Returns the number and the noun around a participle that was taken for what those counted do: "the two remaining envoys".
fn before_counted(tokens: &[Token], participle: usize, lists: &Lists) -> Option<(usize, usize)> {
    let token = tokens.get(participle).filter(|token| token.tag == Tag::Vbg && lists.intransitive.has(&token.lemma))?;
    let number = participle.checked_sub(1)?;
    tokens.get(number).filter(|number| number.tag == Tag::Cd && matches!(token.label, Label::Advcl | Label::Acl))?;
    child(tokens, number, Label::Det)?;
    let noun = child(tokens, participle, Label::Dobj).filter(|&noun| noun > participle)?;
    let is_between = |word: &Token| word.head == Some(noun);
    let is_next = tokens.get(participle + 1..noun)?.iter().all(is_between);
    (is_next && tokens.get(noun)?.tag == Tag::Nns).then_some((number, noun))
}

/// Returns the infinitive before the main clause under whose object the subject was hung, and the main verb.
fn behind_purpose(tokens: &[Token], subject: usize) -> Option<(usize, usize)> {
    let token = tokens.get(subject).filter(|token| token.label == Label::Appos)?;
    let object = token.head.filter(|&object| child(tokens, subject, Label::Det) == Some(object + 1))?;
    let purpose = tokens.get(object).filter(|object| object.label == Label::Dobj)?.head?;
    let verb = tokens.get(purpose).filter(|purpose| purpose.label == Label::Advcl)?.head?;
    let is_finite = matches!(tokens.get(verb)?.tag, Tag::Vbd | Tag::Vbz | Tag::Vbp);
    let is_bare = is_finite && !has_subject(tokens, verb) && subject < verb;
    (is_bare && is_infinitive(tokens, purpose)).then_some((purpose, verb))
}

/// What an object does that was taken for a part of a noun behind it.
struct Deed {
    verb: usize,
    object: usize,
    particle: usize,
    acted_on: usize,
}

/// Finds it for a form in which something goes on before a particle: "signed an accord dividing up the river".
fn behind_object(tokens: &[Token], deed: usize) -> Option<Deed> {
    let token = tokens.get(deed).filter(|token| token.label == Label::Dobj && token.tag == Tag::Nn)?;
    let verb = token.head.filter(|&verb| verb < deed && token.lower.ends_with(GERUND))?;
    let is_of = |word: &Token, label: Label, head: usize| word.label == label && word.head == Some(head);
    let object = deed.checked_sub(1)?;
    let particle = deed + 1;
    let is_object = tokens.get(object).is_some_and(|word| is_of(word, Label::Compound, deed));
    let is_led = child(tokens, deed, Label::Det).is_some_and(|word| word < object);
    let is_particle = tokens.get(particle).is_some_and(|word| is_of(word, Label::Prt, verb));
    let behind = tokens.iter().skip(particle + 1).position(|word| is_of(word, Label::Dobj, verb))?;
    (is_object && is_led && is_particle).then_some(Deed { verb, object, particle, acted_on: particle + 1 + behind })
}

fn hang_behind(tokens: &mut [Token], deed: usize, found: &Deed) {
    for token in tokens.iter_mut().take(found.object).filter(|token| token.head == Some(deed)) {
        token.head = Some(found.object);
    }
    set(tokens, found.object, Label::Dobj, Some(found.verb));
    set(tokens, deed, Label::Acl, Some(found.object));
    retag(tokens, deed, Tag::Vbg);
    hang(tokens, found.particle, deed);
    hang(tokens, found.acted_on, deed);
}
