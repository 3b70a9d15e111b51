//! Verbs that lose what is theirs: to a name beside an object or to whoever says it all, where they stand in a row, to the time
//! that somebody is given, to a number, or are taken for another part of speech.

use super::{Label, THAT, Tag, Token, child, has_subject, is_infinitive, relabel, retag, set};
use crate::english::words::Lists;

/// Puts right what is wrong with one word.
pub(super) fn repair(tokens: &mut [Token], at: usize, lists: &Lists) {
    if let Some(found) = apposed_as_subject(tokens, at) {
        hang_apposed(tokens, at, &found);
    }
    if let Some(verb) = object_behind_aside(tokens, at, lists) {
        set(tokens, at, Label::Dobj, Some(verb));
    }
    if let Some([main, says]) = said_after(tokens, at, lists) {
        set(tokens, main, Label::Root, None);
        set(tokens, says, Label::Advcl, Some(main));
        set(tokens, at, Label::Ccomp, Some(says));
        for token in tokens.iter_mut().take(says).filter(|token| token.head == Some(at)) {
            token.head = Some(main);
        }
    }
    if let Some(verb) = said_before_mark(tokens, at) {
        set(tokens, at, Label::Ccomp, Some(verb));
    }
    if let Some(told) = gerund_before_aside(tokens, at, lists) {
        set(tokens, at, Label::Csubj, Some(told));
    }
    if let Some([verb, given, leaving]) = time_to_leave(tokens, at, lists) {
        set(tokens, given, Label::Dobj, Some(verb));
        set(tokens, leaving, Label::Xcomp, Some(verb));
    }
    if let Some(found) = particle_before_number(tokens, at, lists) {
        hang_particle(tokens, at, &found);
    }
    if let Some([verb, receiver]) = given_as_deed(tokens, at, lists) {
        set(tokens, at, Label::Dobj, Some(verb));
        retag(tokens, at, Tag::Nn);
        set(tokens, receiver, Label::Dative, Some(verb));
    }
    if let Some(name) = told_of_name(tokens, at) {
        set(tokens, at, Label::Root, None);
        retag(tokens, at, Tag::Vbd);
        set(tokens, name, Label::Nsubj, Some(at));
        for (index, token) in tokens.iter_mut().enumerate().filter(|(_, token)| token.head == Some(name)) {
            token.head = if index > at { Some(at) } else { token.head };
        }
    }
    if let Some((verb, object)) = second_gerund(tokens, at) {
        set(tokens, at, Label::Conj, Some(verb));
        retag(tokens, at, Tag::Vbg);
        set(tokens, object, Label::Dobj, Some(at));
    }
    if is_freeing(tokens, at) {
        set(tokens, at, Label::Xcomp, tokens.get(at).and_then(|token| token.head));
        retag(tokens, at, Tag::Vb);
    }
    if let Some(particle) = particle_before_object(tokens, at, lists) {
        relabel(tokens, particle, Label::Prt);
        retag(tokens, particle, Tag::Rp);
        relabel(tokens, at, Label::Dobj);
    }
    if let Some((verb, object)) = particle_after_object(tokens, at, lists) {
        for (index, token) in tokens.iter_mut().enumerate().filter(|(_, token)| token.head == Some(at)) {
            token.head = Some(if index < at { object } else { verb });
        }
        set(tokens, object, Label::Dobj, Some(verb));
        set(tokens, at, Label::Prt, Some(verb));
        retag(tokens, at, Tag::Rp);
    }
}

/// Returns the verb whose object was taken for another name of what stands between the commas behind it: "signed, with Chile, a
/// pact".
fn object_behind_aside(tokens: &[Token], noun: usize, lists: &Lists) -> Option<usize> {
    let token = tokens.get(noun).filter(|token| token.label == Label::Appos && token.tag.is_noun())?;
    let beside = token.head.filter(|&beside| beside < noun)?;
    let preposition = tokens.get(beside).filter(|beside| beside.label == Label::Pobj)?.head?;
    let verb = tokens.get(preposition).filter(|word| word.label == Label::Prep)?.head?;
    let is_comma = |at: usize| tokens.get(at).is_some_and(|token| token.tag == Tag::Comma);
    let needs = tokens.get(verb).is_some_and(|verb| verb.tag.is_verb() && lists.needs_object.has(&verb.lemma));
    let is_aside = is_comma(verb + 1) && preposition == verb + 2 && needs && child(tokens, verb, Label::Dobj).is_none();
    // What the phrase begins with says that it is one of its own, and no comma closes it.
    let first =
        (beside + 1..=noun).find(|&at| at == noun || tokens.get(at).is_some_and(|word| word.head == Some(noun)))?;
    let opens = tokens.get(first).is_some_and(|word| matches!(word.tag, Tag::Dt | Tag::PrpPoss | Tag::Cd));
    let is_last = !tokens.iter().skip(noun + 1).any(|word| word.head == Some(beside) && word.label == Label::Appos);
    (is_aside && opens && is_last && is_comma(first - 1)).then_some(verb)
}

/// Returns the verb of giving and who is given something that was taken for what he does: "promised them help in training".
fn given_as_deed(tokens: &[Token], at: usize, lists: &Lists) -> Option<[usize; 2]> {
    let deed = tokens.get(at).filter(|token| matches!(token.label, Label::Ccomp | Label::Xcomp))?;
    let verb = deed.head.filter(|&verb| tokens.get(verb).is_some_and(|verb| lists.giving.has(&verb.lemma)))?;
    let receiver = child(tokens, at, Label::Nsubj).filter(|&receiver| verb < receiver && receiver + 1 == at)?;
    let is_bare = matches!(deed.tag, Tag::Vb | Tag::Vbp | Tag::Nn) && child(tokens, at, Label::Aux).is_none();
    let is_pronoun = tokens.get(receiver).is_some_and(|token| token.tag == Tag::Prp);
    (is_bare && is_pronoun && child(tokens, at, Label::Mark).is_none()).then_some([verb, receiver])
}

/// What is wrong where a name beside the object of the first verb was taken for the subject of the second: "expelled the
/// ambassador, Ana Quispe, in May, recalled its own and froze trade".
struct Apposed {
    first: usize,
    object: usize,
    name: usize,
}

/// Finds it for the second verb.
fn apposed_as_subject(tokens: &[Token], second: usize) -> Option<Apposed> {
    let is_past = |at: usize| tokens.get(at).is_some_and(|token| token.tag == Tag::Vbd);
    let is_comma = |at: usize| tokens.get(at).is_some_and(|token| token.tag == Tag::Comma);
    tokens.get(second).filter(|token| token.label == Label::Root && is_past(second))?;
    let first = [Label::Parataxis, Label::Ccomp].into_iter().find_map(|label| child(tokens, second, label))?;
    let name = child(tokens, second, Label::Nsubj).filter(|&name| first < name && name < second && is_past(first))?;
    tokens.get(name).filter(|name| name.tag == Tag::Nnp)?;
    let starts = tokens.iter().position(|token| token.head == Some(name)).unwrap_or(name).min(name);
    let object = starts.checked_sub(2).filter(|_| is_comma(starts - 1) && is_comma(name + 1))?;
    tokens.get(object).filter(|object| object.tag == Tag::Nn && object.head.is_some_and(|head| head != name))?;
    // A comma stands right before the second verb, and what it acts on behind.
    let is_row = second.checked_sub(1).is_some_and(is_comma) && child(tokens, second, Label::Dobj).is_some();
    (is_row && has_subject(tokens, first) && child(tokens, first, Label::Dobj).is_none_or(|at| at == object))
        .then_some(Apposed { first, object, name })
}

/// Puts the two in a row.
fn hang_apposed(tokens: &mut [Token], second: usize, found: &Apposed) {
    let Apposed { first, object, name } = *found;
    set(tokens, first, Label::Root, None);
    set(tokens, second, Label::Conj, Some(first));
    set(tokens, object, Label::Dobj, Some(first));
    set(tokens, name, Label::Appos, Some(object));
    for token in tokens.get_mut(object..second).into_iter().flatten() {
        if token.head == Some(second) && matches!(token.label, Label::Prep | Label::Punct | Label::Npadvmod) {
            token.head = Some(first);
        }
    }
}

/// Returns the first of several verbs without subjects of their own behind which somebody says it all: "expelled the envoy,
/// recalled its own and froze trade, its ministry said".
pub(super) fn first_said(tokens: &[Token], says: usize, lists: &Lists) -> Option<usize> {
    let token = tokens.get(says).filter(|token| token.label == Label::Parataxis && lists.sayings.has(&token.lower))?;
    let last = token.head.filter(|&last| last < says && has_subject(tokens, says))?;
    let mut first = last;
    while let Some(above) = tokens.get(first).filter(|verb| verb.label == Label::Conj && verb.tag.is_verb()) {
        first = above.head.filter(|&above| above < first && !has_subject(tokens, first))?;
    }
    (first != last).then_some(first)
}

/// Returns the main verb and the verb of saying of what is said in a clause that tells after what it was done, where what is
/// said was put on top: "recalled its envoy, a day after its army said it had found a bomb".
fn said_after(tokens: &[Token], said: usize, lists: &Lists) -> Option<[usize; 2]> {
    tokens.get(said).filter(|token| token.label == Label::Root && token.tag.is_verb())?;
    let main = child(tokens, said, Label::Ccomp).filter(|&main| main < said && has_subject(tokens, main))?;
    let says = child(tokens, said, Label::Advcl).filter(|&says| main < says && says < said)?;
    let mark = child(tokens, says, Label::Mark).and_then(|mark| tokens.get(mark))?;
    let subject = child(tokens, said, Label::Nsubj).filter(|&subject| says < subject)?;
    let is_saying = tokens.get(says).is_some_and(|token| lists.sayings.has(&token.lower));
    (is_saying && lists.openers.has(&mark.lower) && has_subject(tokens, says) && subject == says + 1)
        .then_some([main, says])
}

/// Returns the verb before "that" of what is said, where that was hung under a clause behind it which has a mark of its own:
/// "announced that it is leaving, two days after Chile had left".
fn said_before_mark(tokens: &[Token], said: usize) -> Option<usize> {
    tokens.get(said).filter(|token| token.label == Label::Advcl && token.tag.is_verb())?;
    let that = child(tokens, said, Label::Mark)
        .filter(|&that| that < said && tokens.get(that).is_some_and(|that| &*that.lower == THAT))?;
    let behind = tokens.get(said)?.head.filter(|&behind| said < behind)?;
    child(tokens, behind, Label::Mark).filter(|&mark| said < mark)?;
    let verb = tokens.get(behind)?.head.filter(|&verb| verb < that)?;
    (has_subject(tokens, said) && tokens.get(verb).is_some_and(|verb| verb.tag.is_verb())).then_some(verb)
}

/// Returns the verb whose subject a gerund at the head of a sentence is, where whoever says it stands between the two:
/// "Recognising Chile now, he added, would be wrong".
fn gerund_before_aside(tokens: &[Token], gerund: usize, lists: &Lists) -> Option<usize> {
    let token = tokens.get(gerund).filter(|token| token.label == Label::Advcl && token.tag == Tag::Vbg)?;
    let says = token.head.filter(|&says| gerund < says)?;
    tokens.get(says).filter(|says| lists.sayings.has(&says.lower))?;
    let told = child(tokens, says, Label::Ccomp).filter(|&told| says < told && !has_subject(tokens, told))?;
    let helper = child(tokens, told, Label::Aux).and_then(|helper| tokens.get(helper));
    helper.is_some_and(|helper| helper.tag == Tag::Md).then_some(told)
}

/// What is wrong where somebody is given some time to leave, and the leaving was hung under the time.
fn time_to_leave(tokens: &[Token], time: usize, lists: &Lists) -> Option<[usize; 3]> {
    let token = tokens.get(time).filter(|token| token.label == Label::Npadvmod && lists.durations.has(&token.lemma))?;
    let verb = token.head.filter(|&verb| tokens.get(verb).is_some_and(|verb| lists.giving.has(&verb.lemma)))?;
    let given = child(tokens, verb, Label::Dative).filter(|&given| verb < given && given < time)?;
    let leaving = child(tokens, time, Label::Relcl).filter(|&leaving| is_infinitive(tokens, leaving))?;
    child(tokens, verb, Label::Dobj).is_none().then_some([verb, given, leaving])
}

/// What is wrong where a particle before a number was taken for a part of it: "handed over two men wanted for a raid".
struct Particle {
    verb: usize,
    noun: usize,
    /// The participle that tells of the noun, where the noun was taken for its subject.
    told: Option<usize>,
}

/// Finds it for the particle.
fn particle_before_number(tokens: &[Token], at: usize, lists: &Lists) -> Option<Particle> {
    let token = tokens.get(at).filter(|token| token.label == Label::Quantmod)?;
    let verb = at.checked_sub(1).filter(|&verb| tokens.get(verb).is_some_and(|verb| verb.tag.is_verb()))?;
    tokens.get(verb).filter(|verb| lists.is_phrasal(&verb.lemma, &token.lower))?;
    let noun = tokens.get(token.head?)?.head.filter(|&noun| at < noun)?;
    let word = tokens.get(noun)?;
    let is_told = |told: &usize| {
        let told = tokens.get(*told);
        told.is_some_and(|told| told.label == Label::Ccomp && told.head == Some(verb) && told.tag == Tag::Vbd)
    };
    match word.label {
        Label::Dobj if word.head == Some(verb) => Some(Particle { verb, noun, told: None }),
        Label::Nsubj => word.head.filter(is_told).map(|told| Particle { verb, noun, told: Some(told) }),
        _ => None,
    }
}

/// Gives the verb its particle and its object.
fn hang_particle(tokens: &mut [Token], at: usize, found: &Particle) {
    set(tokens, at, Label::Prt, Some(found.verb));
    retag(tokens, at, Tag::Rp);
    set(tokens, found.noun, Label::Dobj, Some(found.verb));
    if let Some(told) = found.told {
        set(tokens, told, Label::Acl, Some(found.noun));
        retag(tokens, told, Tag::Vbn);
    }
}

/// Returns the verb and the object of a particle behind that which was taken for the object: "called its ambassador home".
fn particle_after_object(tokens: &[Token], at: usize, lists: &Lists) -> Option<(usize, usize)> {
    let token = tokens.get(at).filter(|token| token.label == Label::Dobj && token.tag == Tag::Nn)?;
    let verb = token.head.filter(|&verb| tokens.get(verb).is_some_and(|verb| verb.tag.is_verb()))?;
    let object = at.checked_sub(1).filter(|&object| verb < object)?;
    let word = tokens.get(object).filter(|word| word.label == Label::Compound && word.head == Some(at))?;
    let is_noun = matches!(word.tag, Tag::Nn | Tag::Nns | Tag::Nnp);
    (is_noun && lists.is_phrasal(&tokens.get(verb)?.lemma, &token.lower)).then_some((verb, object))
}

/// Returns the particle right behind the verb of an object, where the particle was taken for the object: "called home their
/// envoys".
fn particle_before_object(tokens: &[Token], object: usize, lists: &Lists) -> Option<usize> {
    let verb = tokens.get(object).filter(|token| token.label == Label::Oprd)?.head?;
    child(tokens, object, Label::Poss)?;
    let particle = verb + 1;
    let word = tokens.get(particle).filter(|word| word.label == Label::Dobj && word.tag == Tag::Nn)?;
    (word.head == Some(verb) && lists.is_phrasal(&tokens.get(verb)?.lemma, &word.lower)).then_some(particle)
}

/// Returns the name that was taken for all that a sentence is about, for what it did behind a comma that ends what the name
/// is: "Peru, a close partner of Ghana, established relations with Chile".
fn told_of_name(tokens: &[Token], at: usize) -> Option<usize> {
    let token = tokens.get(at).filter(|token| token.label == Label::Acl && token.tag == Tag::Vbn)?;
    let name = token.head.filter(|&name| name < at)?;
    tokens.get(name).filter(|name| name.label == Label::Root && matches!(name.tag, Tag::Nnp | Tag::Nnps))?;
    tokens.get(at.checked_sub(1)?).filter(|comma| comma.tag == Tag::Comma)?;
    child(tokens, name, Label::Appos).filter(|&apposed| apposed < at)?;
    let is_whole = tokens.last().is_some_and(|last| last.tag == Tag::Stop);
    let is_agent = child(tokens, at, Label::Agent).is_some();
    (is_whole && !is_agent).then(|| child(tokens, at, Label::Dobj)).flatten().map(|_| name)
}

/// Returns the verb before a second one without a subject that was taken for a noun, with what the second acts on: "recalling
/// its envoy and closing its embassy".
fn second_gerund(tokens: &[Token], at: usize) -> Option<(usize, usize)> {
    let token = tokens.get(at).filter(|token| token.label == Label::Conj && token.tag == Tag::Nn)?;
    let first = token.head?;
    let object = tokens.get(first).filter(|object| object.label == Label::Dobj)?;
    let verb = object.head.filter(|&verb| tokens.get(verb).is_some_and(|verb| verb.tag == Tag::Vbg))?;
    // What stands as a preposition and is none.
    let owner = tokens.get(at + 1).filter(|owner| owner.tag == Tag::PrpPoss && owner.label == Label::Poss)?;
    let second = owner.head.filter(|&second| at < second)?;
    let word = tokens.get(second).filter(|word| matches!(word.tag, Tag::Nn | Tag::Nns) && word.label == Label::Prep)?;
    let is_under = word.head == Some(at) || word.head == Some(first);
    (token.lower.ends_with(GERUND) && is_under).then_some((verb, second))
}

/// The ending of what is being done.
const GERUND: &str = "ing";

/// Tells whether a verb that acts on something behind "to" was taken for an adjective: "are to free all prisoners".
fn is_freeing(tokens: &[Token], at: usize) -> bool {
    let token = tokens.get(at).filter(|token| token.label == Label::Acomp && token.tag == Tag::Jj);
    let to = at.checked_sub(1).and_then(|to| tokens.get(to));
    let is_infinitive = to.is_some_and(|to| to.tag == Tag::To && to.head == Some(at));
    token.is_some() && is_infinitive && child(tokens, at, Label::Dobj).is_some()
}
