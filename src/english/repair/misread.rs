//! Words of ordinary clauses that the treebanks, full of captions and fragments, make the parser misread.
//!
//! Each rule looks at one word, those above it and word lists, and hangs it elsewhere.

use super::{Token, agent, apart, child, content, has_subject, is_infinitive, manner, relabel, retag, set};
use crate::english::tag::{Label, Tag};
use crate::english::words::Lists;

/// Puts one word right, where it is of a kind that goes wrong.
pub(super) fn repair(tokens: &mut [Token], at: usize, lists: &Lists) {
    if is_named_deed(tokens, at) {
        relabel(tokens, at, Label::Nsubj);
        retag(tokens, at, Tag::Nn);
    }
    if let Some(subject) = only_verb(tokens, at) {
        set(tokens, subject, Label::Nsubj, Some(at));
        set(tokens, at, Label::Root, None);
        retag(tokens, at, Tag::Vbd);
        for token in tokens.iter_mut().filter(|token| token.head == Some(subject) && token.label == Label::Punct) {
            token.head = Some(at);
        }
    }
    if tokens.get(at).is_some_and(|token| token.label == Label::Aux && token.tag == Tag::In) {
        retag(tokens, at, Tag::To);
    }
    if is_told_of_object(tokens, at) {
        relabel(tokens, at, Label::Oprd);
    }
    if apart::is_bare_particle(tokens, at, lists) {
        relabel(tokens, at, Label::Prt);
        retag(tokens, at, Tag::Rp);
    }
    if let Some(noun) = content::told_of_reason(tokens, at, lists) {
        set(tokens, at, Label::Relcl, Some(noun));
    }
    if content::is_circumstance(tokens, at, lists) {
        relabel(tokens, at, Label::Advcl);
    }
    if let Some(doer) = content::doer_of_adjective(tokens, at) {
        relabel(tokens, doer, Label::Nsubj);
        retag(tokens, at, Tag::Vb);
    }
    // "Decided to free four soldiers": an adjective acts on nothing.
    let is_adjective = tokens.get(at).is_some_and(|token| token.tag == Tag::Jj && token.label == Label::Xcomp);
    if is_adjective && is_infinitive(tokens, at) && child(tokens, at, Label::Dobj).is_some() {
        retag(tokens, at, Tag::Vb);
    }
    if let Some(noun) = article_as_doer(tokens, at) {
        let (label, head) = tokens.get(at).map_or((Label::Dep, None), |article| (article.label, article.head));
        set(tokens, noun, label, head);
        set(tokens, at, Label::Det, Some(noun));
    }
    if let Some((verb, noun)) = thing_as_clause(tokens, at) {
        set(tokens, noun, Label::Dobj, Some(verb));
        retag(tokens, noun, Tag::Nn);
        set(tokens, at, Label::Det, Some(noun));
        retag(tokens, at, Tag::Dt);
        for token in tokens.iter_mut().filter(|token| token.head == Some(noun) && token.label == Label::Acomp) {
            (token.label, token.head) = (Label::Oprd, Some(verb));
        }
    }
    if let Some(month) = month_as_doer(tokens, at, lists) {
        relabel(tokens, at, Label::Prep);
        set(tokens, month, Label::Pobj, Some(at));
    }
    if let Some(verb) = described(tokens, at, lists) {
        set(tokens, at, Label::Prep, Some(verb));
        for token in tokens.iter_mut().filter(|token| token.head == Some(at) && token.label == Label::Amod) {
            token.label = Label::Pobj;
        }
    }
    if let Some(verb) = suffered(tokens, at) {
        set(tokens, at, Label::NsubjPass, Some(verb));
    }
    if let Some(verb) = patient_that_acts(tokens, at) {
        set(tokens, at, Label::Nsubj, Some(verb));
        retag(tokens, verb, Tag::Vbd);
    }
    if let Some((verb, object)) = particle(tokens, at, lists) {
        set(tokens, at, Label::Prt, Some(verb));
        set(tokens, object, Label::Dobj, Some(verb));
        retag(tokens, at, Tag::Rp);
    }
    if is_object_of_particle(tokens, at) || is_own_object(tokens, at) {
        relabel(tokens, at, Label::Dobj);
    }
    if is_relative(tokens, at) {
        relabel(tokens, at, Label::Relcl);
    }
    if let Some((subject, clause)) = done_by_noun(tokens, at, lists) {
        let end = tokens.get(at).map_or(0, |token| token.span.end());
        set(tokens, subject, Label::Nsubj, Some(at));
        retag(tokens, at, Tag::Vbd);
        child(tokens, at, Label::Agent).into_iter().for_each(|by| relabel(tokens, by, Label::Prep));
        let moved: &dyn Fn(&Token) -> bool = match clause {
            Some((mark, above)) => {
                set(tokens, at, Label::Advcl, Some(above));
                set(tokens, mark, Label::Mark, Some(at));
                // "Two days after drones crossed": the time tells when of the verb above. "After shells fired by rebels landed,
                // killing two": what comes of it.
                let is_sent = tokens.get(subject + 1).is_some_and(|word| word.label == Label::Acl);
                &move |token: &Token| {
                    let is_result = token.tag == Tag::Vbg && token.label == Label::Advcl && token.head == Some(above);
                    token.head == Some(mark) || is_sent && is_result && token.span.start() > end
                }
            }
            None => {
                set(tokens, at, Label::Root, None);
                &move |token| token.head == Some(subject) && token.label == Label::Punct
            }
        };
        tokens.iter_mut().filter(|token| moved(token)).for_each(|token| token.head = Some(at));
    }
    if let Some((noun, verb)) = object_as_verb(tokens, at, lists) {
        set(tokens, at, Label::Dobj, Some(verb));
        retag(tokens, at, Tag::Nn);
        relabel(tokens, noun, Label::Compound);
    }
    if let Some((label, head)) = of_object(tokens, at, lists)
        .or_else(|| of_noun(tokens, at, lists))
        .or_else(|| agent::of_deed(tokens, at, lists))
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
    if let Some(verb) = doer_as_time(tokens, at).or_else(|| doer_before_time(tokens, at, lists)) {
        set(tokens, at, Label::Nsubj, Some(verb));
        retag(tokens, verb, Tag::Vbd);
    }
    if let Some(verb) = summed_up(tokens, at, lists) {
        set(tokens, at, Label::Appos, Some(verb));
    }
    if let Some((verb, object)) = named_as_clause(tokens, at, lists) {
        set(tokens, at, Label::Oprd, Some(verb));
        set(tokens, object, Label::Dobj, Some(verb));
    }
    // "Called the move deeply unfortunate".
    if let Some(verb) = named_so(tokens, at, lists) {
        let object = tokens.get(at).and_then(|token| token.head);
        set(tokens, at, Label::Oprd, Some(verb));
        object.into_iter().for_each(|object| relabel(tokens, object, Label::Dobj));
    }
    if is_called_for(tokens, at, lists) {
        relabel(tokens, at, Label::Dobj);
    }
    if let Some((verb, object)) = held_so(tokens, at, lists) {
        set(tokens, at, Label::Oprd, Some(verb));
        set(tokens, object, Label::Dobj, Some(verb));
    }
    // "Holds Chile responsible".
    if let Some(token) = tokens.get(at).filter(|token| token.label == Label::Amod)
        && let Some(verb) =
            token.head.filter(|&verb| verb < at && tokens.get(verb).is_some_and(|verb| verb.tag.is_verb()))
        && child(tokens, verb, Label::Dobj).is_some_and(|object| object < at)
    {
        set(tokens, at, Label::Oprd, Some(verb));
    }
    if let Some(verb) = after_manner(tokens, at, lists) {
        set(tokens, at, Label::Dobj, Some(verb));
    }
    if is_finite_after_opener(tokens, at) {
        retag(tokens, at, Tag::Vbd);
    }
    if let Some((that, noun)) = told_of(tokens, at, lists) {
        set(tokens, at, Label::Relcl, Some(noun));
        set(tokens, that, Label::Dobj, Some(at));
        retag(tokens, that, Tag::Wdt);
        child(tokens, at, Label::NsubjPass).into_iter().for_each(|doer| relabel(tokens, doer, Label::Nsubj));
    }
}

/// Tells whether what is somebody's own was taken for what the verb makes of it: "called home its own envoy".
fn is_own_object(tokens: &[Token], at: usize) -> bool {
    let noun = tokens.get(at).filter(|token| token.label == Label::Oprd && matches!(token.tag, Tag::Nn | Tag::Nns));
    let owner = child(tokens, at, Label::Poss).and_then(|owner| tokens.get(owner));
    let acts = |verb: usize| {
        let lacks = |label: Label| child(tokens, verb, label).is_none();
        let before = owner.is_some_and(|owner| owner.tag == Tag::PrpPoss);
        before && [Label::Dobj, Label::NsubjPass, Label::AuxPass, Label::Ccomp].into_iter().all(lacks)
    };
    noun.and_then(|noun| noun.head).is_some_and(acts)
}

/// Tells whether a clause that "in which" begins was taken for another name of a day: "sent a letter on Monday in which".
fn is_relative(tokens: &[Token], at: usize) -> bool {
    let clause = tokens.get(at).filter(|token| token.label == Label::Appos && token.tag.is_verb());
    let preposition = child(tokens, at, Label::Prep).filter(|&below| clause.is_some() && below < at);
    let relative = preposition.and_then(|below| child(tokens, below, Label::Pobj)).and_then(|it| tokens.get(it));
    relative.is_some_and(|relative| relative.tag == Tag::Wdt)
}

/// Returns the name behind an article that was taken for whoever acts: "The Gambia and Senegal held a drill".
fn article_as_doer(tokens: &[Token], at: usize) -> Option<usize> {
    let article = tokens.get(at).filter(|token| token.tag == Tag::Dt)?;
    let acts = matches!(article.label, Label::Nsubj | Label::NsubjPass);
    let noun = tokens.get(at + 1).filter(|noun| acts && noun.label == Label::Preconj)?;
    matches!(noun.tag, Tag::Nnp | Tag::Nnps | Tag::Nns).then_some(at + 1)
}

/// Returns the verb and the noun after a determiner that was taken for whoever does what the noun names: "called that move
/// unjustified".
fn thing_as_clause(tokens: &[Token], at: usize) -> Option<(usize, usize)> {
    let token = tokens.get(at).filter(|token| token.label == Label::Nsubj && token.tag == Tag::In)?;
    let noun = token.head.filter(|&noun| noun == at + 1)?;
    // One thing that acts has another form: "that moves".
    let clause = tokens.get(noun).filter(|clause| clause.tag == Tag::Vbp && clause.label == Label::Ccomp)?;
    let verb = at.checked_sub(1).filter(|&verb| clause.head == Some(verb))?;
    child(tokens, noun, Label::Acomp).map(|_| (verb, noun))
}

/// Tells whether a form that nothing is done to stands for a deed that acts: "fighting over the town broke out".
fn is_named_deed(tokens: &[Token], at: usize) -> bool {
    let Some(token) = tokens.get(at).filter(|token| token.tag == Tag::Vbg && token.label == Label::Csubj) else {
        return false;
    };
    let is_free = |below: &Token| below.head == Some(at) && !matches!(below.label, Label::Prep | Label::Punct);
    let verb = token.head.and_then(|verb| tokens.get(verb));
    verb.is_some_and(|verb| verb.tag == Tag::Vbd) && !tokens.iter().any(is_free)
}

/// The ending of regular forms that are past tense and participle.
const PAST: &str = "ed";

/// Returns the noun on top of a sentence without a finite verb, where the last participle under it is what it did: "a treaty
/// between Peru and Chile on fishing entered into force on Monday".
fn only_verb(tokens: &[Token], at: usize) -> Option<usize> {
    let token = tokens.get(at).filter(|token| token.tag == Tag::Vbn && token.label == Label::Acl)?;
    let is_finite = |token: &Token| matches!(token.tag, Tag::Vbd | Tag::Vbz | Tag::Vbp | Tag::Md);
    let is_later = |token: &Token| token.tag == Tag::Vbn && token.label == Label::Acl;
    // "A photo of the president taken in May": a form that is no past tense.
    if !token.lower.ends_with(PAST) {
        return None;
    }
    let is_comma = at.checked_sub(1).and_then(|before| tokens.get(before)).is_none_or(|word| word.tag == Tag::Comma);
    let is_whole = tokens.last().is_some_and(|last| last.tag == Tag::Stop);
    let after = tokens.get(at + 1..)?;
    let root = tokens.iter().position(|token| token.label == Label::Root).filter(|&root| root < at)?;
    tokens.get(root).filter(|root| matches!(root.tag, Tag::Nn | Tag::Nns))?;
    // Alone it tells of the noun right before it: "the treaty signed on Monday".
    let is_near = token.head.is_none_or(|head| head == root || head + 1 != at);
    let is_passive = after.iter().any(|below| below.head == Some(at) && below.label == Label::Agent);
    let is_only = is_whole && !is_comma && !is_passive && !is_near;
    (is_only && !after.iter().any(is_later) && !tokens.iter().any(is_finite)).then_some(root)
}

/// Returns the verb that says of its object what it is, for an adjective or a noun that was hung under the object before it:
/// "designated Peru's Free Guard Corps a terrorist group". The object may pass for what is said: "called the move “unjust”".
fn named_so(tokens: &[Token], at: usize, lists: &Lists) -> Option<usize> {
    let is_said = |token: &&Token| {
        let is_noun = matches!(token.tag, Tag::Nn | Tag::Nns);
        // "Declared the dispute settled".
        let is_state = token.label == Label::Acl && lists.kept.has(&token.lower);
        token.label == Label::Amod && token.tag == Tag::Jj || token.label == Label::Dobj && is_noun || is_state
    };
    let said = tokens.get(at).filter(is_said)?;
    let object = tokens.get(said.head.filter(|&noun| noun < at)?)?;
    let names = |verb: &Token| {
        lists.naming.has(&verb.lemma) || said.tag == Tag::Jj && verb.tag.is_verb() && lists.keeping.has(&verb.lemma)
    };
    let verb = object.head.filter(|&verb| tokens.get(verb).is_some_and(names))?;
    let is_alone = object.label == Label::Oprd && verb < at && child(tokens, verb, Label::Dobj).is_none();
    (object.label == Label::Dobj || is_alone).then_some(verb)
}

/// Tells whether what somebody calls together was taken for what something is called, where nothing else is acted on: "dissolved the
/// house and called a vote".
fn is_called_for(tokens: &[Token], at: usize, lists: &Lists) -> bool {
    let noun = tokens.get(at).filter(|noun| noun.label == Label::Oprd && matches!(noun.tag, Tag::Nn | Tag::Nns));
    let Some(verb) = noun.and_then(|noun| noun.head).filter(|&verb| verb < at) else { return false };
    let is_active = tokens.get(verb).is_some_and(|word| {
        let is_past =
            matches!(word.tag, Tag::Vbd | Tag::Vbz | Tag::Vbp) && matches!(word.label, Label::Root | Label::Conj);
        is_past && lists.naming.has(&word.lemma)
    });
    let others = [Label::Dobj, Label::AuxPass, Label::NsubjPass, Label::Dative, Label::Ccomp];
    is_active && others.iter().all(|&label| child(tokens, verb, label).is_none())
}

/// Returns the verb and its object for the adjective behind them that says how somebody is named or held, where it was taken for an
/// adverb, or the object for a part of it: "held Peru responsible".
fn held_so(tokens: &[Token], at: usize, lists: &Lists) -> Option<(usize, usize)> {
    let word = tokens.get(at).filter(|word| word.tag == Tag::Jj)?;
    let names = |verb: &Token| verb.tag.is_verb() && (lists.naming.has(&verb.lemma) || lists.keeping.has(&verb.lemma));
    let verb = word.head.filter(|&verb| verb < at && tokens.get(verb).is_some_and(names))?;
    let object = child(tokens, verb, Label::Dobj).filter(|&object| object < at);
    let name = child(tokens, at, Label::Compound).filter(|&name| name + 1 == at && verb < name);
    let found = match word.label {
        Label::Advmod => object.filter(|&object| object + 1 == at || child(tokens, object, Label::Prep).is_some()),
        Label::Oprd if object.is_none() => name,
        _ => None,
    };
    found.map(|object| (verb, object))
}

/// Returns the verb of a sentence that a noun behind it sums up, where that was hung within what is said: "Peru said Chile
/// had left the pact, a claim Chile denied".
fn summed_up(tokens: &[Token], at: usize, lists: &Lists) -> Option<usize> {
    let noun = tokens.get(at).filter(|token| lists.content_nouns.has(&token.lemma))?;
    if !matches!(noun.label, Label::Appos | Label::Npadvmod | Label::Dobj) {
        return None;
    }
    let from = at.saturating_sub(2);
    let follows_comma = tokens.get(from..at)?.iter().any(|token| token.tag == Tag::Comma);
    let root = tokens.iter().position(|token| token.label == Label::Root && token.tag.is_verb())?;
    let is_within = noun.head != Some(root) && root < at && has_subject(tokens, root);
    let clause = child(tokens, at, Label::Relcl).filter(|&clause| clause > at && has_subject(tokens, clause))?;
    let leaves_open = child(tokens, clause, Label::Dobj).is_none_or(|object| object < clause);
    (follows_comma && is_within && leaves_open).then_some(root)
}

/// Returns the verb that says of somebody what he is, with him, for an adjective or participle taken for a clause of his:
/// "declared the envoy undesirable", "declared their quarrel ended".
fn named_as_clause(tokens: &[Token], at: usize, lists: &Lists) -> Option<(usize, usize)> {
    let is_state = |token: &&Token| token.tag == Tag::Jj || lists.kept.has(&token.lower);
    let adjective = tokens.get(at).filter(|token| token.label == Label::Ccomp).filter(is_state)?;
    let verb = adjective.head.filter(|&verb| tokens.get(verb).is_some_and(|verb| lists.naming.has(&verb.lemma)))?;
    let object = child(tokens, at, Label::Nsubj).filter(|&object| verb < object && object < at)?;
    let bare = tokens.iter().all(|token| token.head != Some(at) || !matches!(token.label, Label::Aux | Label::Mark));
    (bare && child(tokens, at, Label::Dobj).is_none()).then_some((verb, object))
}

/// Returns the month behind a preposition that was taken for whoever acts: "left the pact, and in August asked a court".
fn month_as_doer(tokens: &[Token], at: usize, lists: &Lists) -> Option<usize> {
    let mark = tokens.get(at).filter(|token| token.label == Label::Mark && token.tag == Tag::In)?;
    let is_month = |month: &&Token| {
        month.label == Label::Nsubj && month.head == mark.head && lists.months.has(&month.text.to_lowercase())
    };
    tokens.get(at + 1).filter(is_month).map(|_| at + 1)
}

/// Returns the verb and the object of a particle that was taken for a preposition: "called off the meeting".
fn particle(tokens: &[Token], at: usize, lists: &Lists) -> Option<(usize, usize)> {
    let token = tokens.get(at).filter(|token| matches!(token.label, Label::Prep | Label::Prt))?;
    let verb = at.checked_sub(1).filter(|&verb| token.head == Some(verb))?;
    let is_phrase = token.label == Label::Prt || lists.is_phrasal(&tokens.get(verb)?.lemma, &token.lower);
    let object = child(tokens, at, Label::Pobj).filter(|&object| is_phrase && object > at)?;
    child(tokens, verb, Label::Dobj).is_none().then_some((verb, object))
}

/// Tells whether an adjective right behind the object of a verb says what that is held to be, where it was taken for a clause:
/// "held the government of Peru responsible".
fn is_told_of_object(tokens: &[Token], at: usize) -> bool {
    let word = tokens.get(at).filter(|word| word.label == Label::Advcl && word.tag == Tag::Jj);
    let is_noun = |word: &Token| word.tag.is_noun();
    let follows = at.checked_sub(1).and_then(|before| tokens.get(before)).is_some_and(is_noun);
    let of_clause = |label: Label| matches!(label, Label::Mark | Label::Nsubj | Label::Aux | Label::Advmod);
    let is_clause = tokens.iter().any(|below| below.head == Some(at) && of_clause(below.label));
    let object = word.and_then(|word| child(tokens, word.head?, Label::Dobj));
    follows && !is_clause && object.is_some_and(|object| object < at)
}

/// Tells whether a noun after a particle is what is acted on, where nothing else is: "called up reservists".
fn is_object_of_particle(tokens: &[Token], at: usize) -> bool {
    let noun = tokens.get(at).filter(|noun| noun.label == Label::Oprd && matches!(noun.tag, Tag::Nn | Tag::Nns));
    noun.and_then(|noun| noun.head).is_some_and(|verb| {
        let has = |label: Label| child(tokens, verb, label).is_some();
        has(Label::Prt) && !has(Label::Dobj) && !has(Label::NsubjPass)
    })
}

/// Returns the verb that says what its object is "as", where that was hung under the object: "described the raid as brutal".
fn described(tokens: &[Token], at: usize, lists: &Lists) -> Option<usize> {
    let token = tokens.get(at).filter(|token| token.label == Label::Prep && lists.predicating.has(&token.lower))?;
    let above = tokens.get(token.head.filter(|&above| above < at)?)?;
    let verb = if above.tag.is_verb() { token.head? } else { above.head.filter(|_| above.label == Label::Dobj)? };
    tokens.get(verb).filter(|verb| lists.describing.has(&verb.lemma)).map(|_| verb)
}

/// Returns the passive with a doer whose subject was taken for whoever acts, or was hung on its helper: "it was no longer bound
/// by the accord", "no beef will be let into Peru".
fn suffered(tokens: &[Token], at: usize) -> Option<usize> {
    let above = tokens.get(at).filter(|token| token.label == Label::Nsubj)?.head?;
    let helper = tokens.get(above)?;
    let verb = if helper.label == Label::AuxPass { helper.head? } else { above };
    let has = |label: Label| child(tokens, verb, label).is_some();
    let is_passive = has(Label::AuxPass) && (has(Label::Agent) || verb == above && !has(Label::Dobj));
    (is_passive && at < verb && child(tokens, verb, Label::NsubjPass).is_none()).then_some(verb)
}

/// Returns the verb that a subject of no passive does, where it has an object: "Peru test-launched a missile".
fn patient_that_acts(tokens: &[Token], at: usize) -> Option<usize> {
    let token = tokens.get(at).filter(|token| token.label == Label::NsubjPass)?;
    let verb = token.head.filter(|&verb| at < verb && child(tokens, verb, Label::Dobj).is_some())?;
    let helped = [Label::Aux, Label::AuxPass, Label::Agent].iter().any(|&label| child(tokens, verb, label).is_some());
    (!helped && tokens.get(verb)?.label == Label::Root).then_some(verb)
}

/// Returns who does what was taken for a participle of theirs, and where the verb is not on top, what opens its clause and
/// what is above: "A delegation left for Lima.", "two days after drones crossed the border", "a day after the kingdom signed a
/// pact", "after shells fired by rebels landed".
pub(super) fn done_by_noun(tokens: &[Token], at: usize, lists: &Lists) -> Option<(usize, Option<(usize, usize)>)> {
    let token = tokens.get(at).filter(|token| token.label == Label::Acl && matches!(token.tag, Tag::Vbn | Tag::Vbd))?;
    let has = |label: Label| child(tokens, at, label).is_some();
    let is_intransitive = lists.intransitive.has(&token.lemma);
    let acts = || {
        child(tokens, at, Label::Dobj).is_some_and(|object| object > at)
            && (token.tag == Tag::Vbd || !lists.giving.has(&token.lemma))
    };
    let subject = token.head.filter(|&subject| subject < at && (is_intransitive || acts()))?;
    let subject = sent_by(tokens, subject).unwrap_or(subject);
    // "Goods applied by Peru", "those left behind".
    let is_agent = has(Label::Agent) && !(is_intransitive && manner::is_means(tokens, at));
    if is_agent || has(Label::Aux) || has(Label::AuxPass) || has(Label::Prt) {
        return None;
    }
    let noun = tokens.get(subject)?;
    match noun.label {
        Label::Root if is_intransitive => {
            let is_sentence = tokens.last().is_some_and(|last| last.tag == Tag::Stop);
            let is_finite = |token: &Token| matches!(token.tag, Tag::Vbz | Tag::Vbp);
            let other = tokens.iter().any(|token| token.head == Some(subject) && is_finite(token));
            (is_sentence && !other).then_some((subject, None))
        }
        Label::Pobj => {
            let mark = noun.head?;
            let preposition = tokens.get(mark).filter(|mark| mark.label == Label::Prep)?;
            let opens = lists.subordinating.has(&preposition.lower);
            let above = preposition.head.filter(|_| opens)?;
            Some((subject, Some((mark, above))))
        }
        _ => None,
    }
}

/// Returns the noun of which a participle tells that somebody did it: "shells" of "shells fired by rebels".
fn sent_by(tokens: &[Token], doer: usize) -> Option<usize> {
    let by = tokens.get(doer).filter(|doer| doer.label == Label::Pobj)?.head?;
    let done = tokens.get(by).filter(|by| by.label == Label::Agent)?.head?;
    tokens.get(done).filter(|done| done.label == Label::Acl)?.head
}

/// Returns the verb that an infinitive completes which was hung under its object: "told the envoy to leave".
fn of_object(tokens: &[Token], at: usize, lists: &Lists) -> Option<(Label, usize)> {
    let token = tokens.get(at).filter(|token| token.label == Label::Relcl && token.tag == Tag::Vb)?;
    let object = tokens.get(token.head?)?;
    let verb = object.head.filter(|_| matches!(object.label, Label::Dobj | Label::NsubjPass))?;
    let asks = tokens.get(verb).is_some_and(|verb| lists.object_infinitive.has(&verb.lemma));
    (asks && is_infinitive(tokens, at) && !has_subject(tokens, at)).then_some((Label::Xcomp, verb))
}

/// Returns the noun that an infinitive right behind it says, where it was hung under the verb: "filed an application to
/// join".
fn of_noun(tokens: &[Token], at: usize, lists: &Lists) -> Option<(Label, usize)> {
    let token = tokens.get(at).filter(|token| matches!(token.label, Label::Advcl | Label::Xcomp))?;
    let to = child(tokens, at, Label::Aux).filter(|&to| to < at && is_infinitive(tokens, at))?;
    let noun = to.checked_sub(1)?;
    let object = tokens.get(noun)?;
    // "Told the group to leave".
    let is_asked = |object: &Token| {
        let verb = object.head.and_then(|verb| tokens.get(verb));
        verb.is_some_and(|verb| lists.object_infinitive.has(&verb.lemma))
    };
    // "Is under pressure to leave".
    let above = match object.label {
        Label::Dobj if token.label == Label::Advcl || !is_asked(object) => object.head,
        Label::Pobj => tokens.get(object.head?)?.head,
        _ => None,
    };
    if above != token.head || token.tag != Tag::Vb {
        return None;
    }
    lists.noun_infinitive.has(&object.lemma).then_some((Label::Acl, noun))
}

/// Returns, of the second of two things that a verb does something to, the verb, the first and what it is: who is given it
/// ("gave Peru a week"), or whom the verb calls so ("named Peru a member").
fn given(tokens: &[Token], at: usize, lists: &Lists) -> Option<(usize, usize, Label)> {
    let token = tokens.get(at).filter(|token| matches!(token.label, Label::Dobj | Label::Npadvmod | Label::Appos))?;
    let is_noun = |token: &Token| token.tag.is_noun();
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
    let verb = token.head.filter(|&verb| at < verb)?;
    // "Peru, a neighbour of Chile, brokered a truce".
    let is_comma = |token: &Token| token.tag == Tag::Comma;
    let between = tokens.get(at + 1..verb)?;
    let is_next = between.is_empty() || between.first().is_some_and(is_comma) && between.last().is_some_and(is_comma);
    (is_next && is_lone_participle(tokens, verb)).then_some(verb)
}

/// Returns the verb whose subject was taken for a part of the time behind it: "Peru yesterday granted Chile a loan".
fn doer_before_time(tokens: &[Token], at: usize, lists: &Lists) -> Option<usize> {
    let token = tokens.get(at).filter(|token| token.label == Label::Compound && token.tag == Tag::Nnp)?;
    if lists.weekdays.has(&token.lower) || lists.months.has(&token.lower) {
        return None;
    }
    let time = token.head.filter(|&time| time == at + 1)?;
    let above = tokens.get(time).filter(|time| time.label == Label::Npadvmod && time.tag == Tag::Nn)?;
    let verb = above.head.filter(|&verb| verb == time + 1)?;
    let is_past = tokens.get(verb).is_some_and(|verb| verb.tag == Tag::Vbd && verb.label == Label::Root);
    (is_past && !has_subject(tokens, verb) || is_lone_participle(tokens, verb)).then_some(verb)
}

/// Tells whether a participle stands on top with an object and no subject or helper.
fn is_lone_participle(tokens: &[Token], verb: usize) -> bool {
    let acts = child(tokens, verb, Label::Dobj).is_some();
    let is_top = tokens.get(verb).is_some_and(|above| above.label == Label::Root && above.tag == Tag::Vbn);
    let helps =
        [Label::Aux, Label::AuxPass, Label::NsubjPass].iter().any(|&label| child(tokens, verb, label).is_some());
    acts && is_top && !helps && !has_subject(tokens, verb)
}

/// Returns the noun before what was taken for a verb of which it is the subject, with the verb above that has no object of
/// its own: "lawmakers ratify minerals deal".
fn object_as_verb(tokens: &[Token], at: usize, lists: &Lists) -> Option<(usize, usize)> {
    let token =
        tokens.get(at).filter(|token| token.label == Label::Ccomp && matches!(token.tag, Tag::Vbp | Tag::Vb))?;
    let noun = at.checked_sub(1).filter(|&noun| {
        tokens.get(noun).is_some_and(|word| word.label == Label::Nsubj && word.head == Some(at) && word.tag == Tag::Nns)
    })?;
    let verb = token.head.filter(|&verb| verb < noun)?;
    let above = tokens.get(verb).filter(|above| lists.needs_object.has(&above.lemma))?;
    let is_bare = [Label::Dobj, Label::NsubjPass].iter().all(|&label| child(tokens, verb, label).is_none());
    let has_more = [Label::Aux, Label::Mark, Label::Dobj, Label::Xcomp, Label::Ccomp];
    let stands_alone = has_more.iter().all(|&label| child(tokens, at, label).is_none());
    (is_bare && stands_alone && above.tag.is_verb()).then_some((noun, verb))
}

/// Returns the verb whose object was hung under the time before it: "suspended for 60 days the tariffs".
fn after_duration(tokens: &[Token], at: usize) -> Option<(Label, usize)> {
    let token = tokens.get(at).filter(|token| token.label == Label::Dobj)?;
    let time = tokens.get(token.head.filter(|&time| time < at)?).filter(|time| time.label == Label::Pobj)?;
    let preposition = tokens.get(time.head?).filter(|preposition| preposition.label == Label::Prep)?;
    let verb = preposition.head.filter(|&verb| verb < at)?;
    let is_bare = child(tokens, verb, Label::Dobj).is_none() && tokens.get(verb)?.tag.is_verb();
    is_bare.then_some((Label::Dobj, verb))
}

/// Returns the verb whose object was taken for another name of the noun before it: "revoked with immediate effect an accord".
fn after_manner(tokens: &[Token], at: usize, lists: &Lists) -> Option<usize> {
    let token =
        tokens.get(at).filter(|token| token.label == Label::Appos && matches!(token.tag, Tag::Nn | Tag::Nns))?;
    let noun = token.head.filter(|&noun| tokens.get(noun).is_some_and(|noun| noun.label == Label::Pobj))?;
    let starts = tokens.get(noun + 1).is_some_and(|word| word.head == Some(at) && word.label == Label::Det);
    let preposition = tokens.get(noun)?.head.filter(|_| starts && noun < at)?;
    let verb = tokens.get(preposition)?.head.filter(|&verb| verb < preposition)?;
    let is_bare =
        [Label::Dobj, Label::NsubjPass, Label::AuxPass].iter().all(|&label| child(tokens, verb, label).is_none());
    tokens.get(verb).filter(|verb| is_bare && lists.needs_object.has(&verb.lemma)).map(|_| verb)
}

/// Returns the "that" of what was taken for something said, and the noun that it tells of: "lifted a ban that it had
/// imposed".
fn told_of(tokens: &[Token], at: usize, lists: &Lists) -> Option<(usize, usize)> {
    let token = tokens.get(at).filter(|token| token.label == Label::Ccomp && lists.needs_object.has(&token.lemma))?;
    let verb = token.head.filter(|&verb| verb < at)?;
    let takes = [Label::Dobj, Label::AuxPass, Label::Ccomp, Label::Xcomp];
    if takes.iter().any(|&label| child(tokens, at, label).is_some()) {
        return None;
    }
    let that =
        child(tokens, at, Label::Mark).filter(|&that| tokens.get(that).is_some_and(|that| that.tag == Tag::In))?;
    let noun = child(tokens, verb, Label::Dobj).filter(|&noun| verb < noun && noun < that)?;
    let is_saying = tokens.get(verb).is_some_and(|verb| lists.sayings.has(&verb.lower));
    (!is_saying && has_subject(tokens, at)).then_some((that, noun))
}

/// Tells whether a participle with a subject and no helper is what a clause of time says: "when the ministry called on Peru".
fn is_finite_after_opener(tokens: &[Token], clause: usize) -> bool {
    let is_clause = tokens.get(clause).is_some_and(|token| token.label == Label::Advcl && token.tag == Tag::Vbn);
    let has = |label: Label| child(tokens, clause, label);
    let opens = |at: usize| tokens.get(at).is_some_and(|word| word.tag == Tag::Wrb);
    let is_opened = has(Label::Advmod).is_some_and(opens) && has(Label::Nsubj).is_some();
    is_clause && is_opened && has(Label::Aux).is_none() && has(Label::AuxPass).is_none()
}
