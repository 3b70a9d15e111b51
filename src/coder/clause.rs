//! Who does what to whom around one word of a tree.
//!
//! Reads the labels of the tree and nothing else: no actor, no ontology, no English word beyond the
//! lemmas of prepositions, which are handed out as they stand. Passives are turned around, subjects are
//! carried into coordinated, relative, participial and infinitive clauses.

mod under;

use under::{below_noun, collect_preps};
pub use under::{first_of_row, objects, preposition_over, purposes};

use crate::english::tag::{Label, Tag};
use crate::english::{Sentence, Token};

/// How far a subject is carried from clause to clause.
const MAX_DEPTH: usize = 8;

/// Prepositions under which the subject of the verb above acts, whatever its object.
const OF_SUBJECT: &[&str] = &["by", "after", "before", "since", "upon", "without", "while", "when"];

/// Prepositions of the places that a relative clause goes on to tell of.
const PLACES: &[&str] = &["in", "at", "near", "to", "into", "around", "of", "from", "across"];

/// What stands for the place that a relative clause tells of.
pub const WHERE: &str = "where";
/// The preposition that it stands for.
pub const IN_PLACE: &str = "in";

/// The preposition under which a name is given: "what it described as bases".
const AS: &str = "as";

/// The preposition before whoever a noun's deed belongs to.
pub(super) const BY: &str = "by";
/// Behind it stands whose something is.
const OF: &str = "of";

/// The arguments of a word; all numbers are tokens of its sentence.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Arguments {
    /// Heads of those who act.
    pub subject: Vec<usize>,
    /// Heads of what is acted on.
    pub object: Vec<usize>,
    /// Heads of what else is acted on in another way: "imposed sanctions and a ban".
    pub beside: Vec<usize>,
    /// Heads of those to whom it is given.
    pub indirect: Vec<usize>,
    /// Each preposition with the head of what stands under it.
    pub preps: Vec<(usize, usize)>,
    /// Each preposition under what acts, with the head of what stands under it: "talks between Peru and Chile began".
    pub under_subject: Vec<(usize, usize)>,
    /// Heads of clauses that complete it.
    pub complement: Vec<usize>,
    /// Heads of clauses that say what a noun of it is: "blocked its bid to join", "renewed a demand that Peru leave".
    pub of_nouns: Vec<usize>,
    /// What the subject is said to be.
    pub attribute: Vec<usize>,
    /// Particle of the verb.
    pub particle: Option<usize>,
    /// The verb that carries a noun, for "hold talks", "lodge a protest".
    pub carrier: Option<usize>,
    /// Whether a passive was turned around.
    pub passive: bool,
}

/// Tells whether a token is a verb form.
pub fn is_verb(token: &Token) -> bool {
    token.tag.is_verb()
}

/// Tells whether a verb stands in the infinitive with "to".
#[must_use]
pub fn is_infinitive(sentence: &Sentence, verb: usize) -> bool {
    sentence.children(verb).any(|(_, below)| below.tag == Tag::To && below.label == Label::Aux)
}

/// Tells whether a clause stands between quotation marks and the word above does not: ""I demand it," she told the house".
#[must_use]
pub fn is_quoted(sentence: &Sentence, clause: usize) -> bool {
    sentence.token(clause).is_some_and(|token| {
        let above = token.head.and_then(|head| sentence.token(head));
        token.quotation.is_some() && above.is_some_and(|above| above.quotation != token.quotation)
    })
}

/// Tells whether a token is a noun.
pub fn is_noun(token: &Token) -> bool {
    token.tag.is_noun()
}

/// Returns the arguments of a verb.
#[must_use]
pub fn of_verb(sentence: &Sentence, verb: usize) -> Arguments {
    let mut found = Arguments { passive: is_passive(sentence, verb), ..Arguments::default() };
    for (index, token) in sentence.children(verb) {
        match token.label {
            Label::Dobj => found.object.push(index),
            Label::NsubjPass | Label::CsubjPass => found.object.push(index),
            Label::Dative if is_preposition(token) => {
                collect_preps(sentence, index, &mut found);
                found.indirect.extend(objects(sentence, index));
            }
            Label::Dative => found.indirect.push(index),
            // "Gave the envoy two days": the time stands beside what is acted on.
            Label::Npadvmod if index > verb && is_noun(token) && sentence.child(verb, Label::Dobj).is_some() => {
                found.attribute.push(index)
            }
            Label::Attr | Label::Acomp | Label::Oprd => found.attribute.push(index),
            Label::Agent => found.subject.extend(objects(sentence, index)),
            Label::Prep => collect_preps(sentence, index, &mut found),
            // "Walked away from talks": what stands under the adverb stands under both.
            Label::Advmod | Label::Prt => {
                for (below, _) in sentence.children(index).filter(|(_, below)| below.label == Label::Prep) {
                    collect_preps(sentence, below, &mut found);
                }
                if token.label == Label::Prt {
                    found.particle = Some(index);
                }
            }
            Label::Ccomp | Label::Xcomp => match named_by(sentence, index) {
                Some(noun) => found.object.push(noun),
                None => found.complement.push(index),
            },
            _ => {}
        }
    }
    // "Were accused of spying and expelled by Peru": they are acted on in both.
    // "Expelled by Peru, the envoys flew home": whoever the main clause is about.
    // "After being expelled by Peru": likewise.
    let is_carried = |token: &Token| match token.label {
        Label::Conj => true,
        Label::Advcl | Label::Pcomp => token.tag == Tag::Vbn,
        _ => false,
    };
    if found.passive && found.object.is_empty() && sentence.token(verb).is_some_and(is_carried) {
        found.object = subject(sentence, verb, 0);
    }
    fill_relative_gap(sentence, verb, &mut found);
    // The parser hangs some prepositions of the verb under its object: "imposed sanctions on Iran", also where the
    // object stands above the clause: "the sanctions on Iran that it imposed".
    for object in found.object.clone() {
        for object in with_conjuncts(sentence, object) {
            for (index, token) in sentence.children(object) {
                if token.label == Label::Prep {
                    collect_preps(sentence, index, &mut found);
                }
            }
        }
    }
    // "Pledged 5 million in aid to Peru": what stands under what is counted.
    let is_sum = |&object: &usize| sentence.token(object).is_some_and(|object| object.tag == Tag::Cd);
    if found.object.iter().any(is_sum) {
        for (_, counted) in found.preps.clone() {
            for (index, _) in sentence.children(counted).filter(|(_, below)| below.label == Label::Prep) {
                collect_preps(sentence, index, &mut found);
            }
        }
    }
    // "Lifted the sanctions that it had imposed on Peru".
    let told_of: Vec<usize> = found
        .object
        .iter()
        .flat_map(|&object| sentence.children(object))
        .filter(|(index, below)| below.label == Label::Relcl && *index > verb && is_verb(below))
        .map(|(index, _)| index)
        .collect();
    for clause in told_of {
        for (index, _) in sentence.children(clause).filter(|(_, below)| below.label == Label::Prep) {
            collect_preps(sentence, index, &mut found);
        }
    }
    // What stands under the verb or its object tells more than what stands under those: "cut ties with Peru in
    // solidarity with Chile".
    let head = |preposition: usize| sentence.token(preposition).and_then(|token| token.head);
    let objects = found.object.clone();
    // What follows the verb tells more than what stands before it: "despite warnings from Peru, came under fire from Chile".
    found.preps.sort_by_key(|&(preposition, _)| {
        let is_direct = head(preposition).is_some_and(|head| head == verb || objects.contains(&head));
        (!is_direct, !is_direct && preposition < verb)
    });
    if !found.passive {
        found.subject = subject(sentence, verb, 0);
        let nouns = found.subject.iter().filter(|&&noun| sentence.token(noun).is_some_and(is_noun));
        found.under_subject = nouns.flat_map(|&noun| below_noun(sentence, noun)).collect();
    }
    let nouns: Vec<usize> = found.object.iter().chain(&found.subject).copied().collect();
    found.of_nouns = nouns.into_iter().flat_map(|noun| contents(sentence, noun)).collect();
    // "ordered six diplomats to leave": those who are to act are what is acted on.
    if found.object.is_empty() && !found.passive {
        let infinitive = found.complement.iter().find(|&&clause| is_infinitive(sentence, clause));
        found.object.extend(infinitive.and_then(|&clause| sentence.child(clause, Label::Nsubj)));
    }
    if found.object.is_empty()
        && let Some(later) = sentence.children(verb).find(|(_, token)| token.label == Label::Conj && is_verb(token))
        && !found.passive
        && sentence.children(verb).all(|(_, token)| !matches!(token.label, Label::Prep | Label::Ccomp | Label::Xcomp))
    {
        found.object.extend(sentence.child(later.0, Label::Dobj));
    }
    found
}

/// Returns the arguments of a noun that names an act; `carriers` tells which verbs only carry it.
pub fn of_noun(sentence: &Sentence, noun: usize, carriers: &dyn Fn(&Token) -> bool) -> Arguments {
    let mut found = Arguments::default();
    for (index, token) in sentence.children(noun) {
        match token.label {
            Label::Poss => found.subject.push(index),
            Label::Prep | Label::Agent => collect_preps(sentence, index, &mut found),
            // "its demand that Chile ease the rules", "a call to release the crew"
            Label::Acl | Label::Ccomp | Label::Relcl if below_is_content(sentence, index) => {
                found.complement.push(index)
            }
            _ => {}
        }
    }
    let Some(head) = sentence.token(noun).and_then(|token| token.head) else { return found };
    let Some((verb, label)) = carrier(sentence, noun, head) else { return found };
    if !sentence.token(verb).is_some_and(carriers) {
        return found;
    }
    let around = of_verb(sentence, verb);
    let under = match label {
        Label::Dobj => !around.passive,
        Label::NsubjPass => around.passive,
        _ => false,
    };
    if under || label == Label::Nsubj {
        found.carrier = Some(verb);
        found.passive = around.passive;
        if label != Label::Nsubj {
            found.subject = around.subject;
        }
        for pair in around.preps {
            if !found.preps.contains(&pair) {
                found.preps.push(pair);
            }
        }
        found.indirect = around.indirect;
    }
    found
}

/// Returns the verb above a gerund, which tells when what the gerund says was said: "reacted by announcing that it would leave".
pub fn above_gerund(sentence: &Sentence, gerund: usize) -> Option<usize> {
    sentence.token(gerund).filter(|token| token.tag == Tag::Vbg)?;
    sentence.ancestors(gerund).find(|&above| sentence.token(above).is_some_and(is_verb))
}

/// Returns the clauses that say what a noun is: "a bid to join", "its demand that Peru leave", "a week to leave".
fn contents(sentence: &Sentence, noun: usize) -> Vec<usize> {
    let is_noun = sentence.token(noun).is_some_and(is_noun);
    let below = sentence.children(noun);
    let below = below.filter(|(_, below)| is_noun && matches!(below.label, Label::Acl | Label::Ccomp | Label::Relcl));
    below.map(|(index, _)| index).filter(|&clause| below_is_content(sentence, clause)).collect()
}

/// Tells whether a clause under a noun is what the noun says: an infinitive, or a clause with a mark.
fn below_is_content(sentence: &Sentence, clause: usize) -> bool {
    is_infinitive(sentence, clause) || sentence.child(clause, Label::Mark).is_some()
}

/// Returns the verb that a noun depends on and how, looking through coordination and "of" chains.
fn carrier(sentence: &Sentence, noun: usize, head: usize) -> Option<(usize, Label)> {
    let token = sentence.token(noun)?;
    let above = sentence.token(head)?;
    match token.label {
        Label::Dobj | Label::NsubjPass | Label::Nsubj if is_verb(above) => Some((head, token.label)),
        Label::Conj => carrier(sentence, head, above.head?),
        // A reduced relative clause turns it around: "talks held in Geneva".
        _ => sentence
            .children(noun)
            .find(|(_, below)| below.label == Label::Acl && below.tag == Tag::Vbn)
            .map(|(index, _)| (index, Label::NsubjPass)),
    }
}

/// Tells whether a verb stands in the passive, also in a reduced relative clause.
#[must_use]
pub fn is_passive(sentence: &Sentence, verb: usize) -> bool {
    let marks = [Label::NsubjPass, Label::AuxPass, Label::CsubjPass, Label::Agent];
    let has = |label: Label| sentence.children(verb).any(|(_, token)| token.label == label);
    // "Was summoned and handed a note": what is given to whoever something else is done to.
    if let Some(first) = given_beside(sentence, verb) {
        return is_passive(sentence, first);
    }
    // A verb with a direct object and no auxiliary of the passive is active, whatever else stands under it.
    if has(Label::Dobj) && !has(Label::AuxPass) {
        return false;
    }
    // "Had spoken by phone": who has done it stands before it, and "by" tells only how.
    if has(Label::Nsubj) && has(Label::Aux) && !has(Label::AuxPass) {
        return false;
    }
    if sentence.children(verb).any(|(_, token)| marks.contains(&token.label)) {
        return true;
    }
    match sentence.token(verb) {
        Some(token) if token.tag == Tag::Vbn && matches!(token.label, Label::Acl | Label::Relcl | Label::Advcl) => {
            // "After Peru threatened to leave": who does it stands before it.
            let own = if token.label == Label::Advcl { Label::Nsubj } else { Label::Aux };
            let own = [Label::Aux, Label::Dobj, own];
            sentence.children(verb).all(|(_, below)| !own.contains(&below.label))
        }
        Some(token) if token.label == Label::Conj && token.tag == Tag::Vbn => {
            let own = sentence.children(verb).any(|(_, t)| matches!(t.label, Label::Nsubj | Label::Aux | Label::Dobj));
            !own && token.head.is_some_and(|head| is_passive(sentence, head))
        }
        _ => false,
    }
}

/// Returns the passive that a participle with an object and nothing else of its own is coordinated with.
fn given_beside(sentence: &Sentence, verb: usize) -> Option<usize> {
    let token = sentence.token(verb).filter(|token| token.label == Label::Conj && token.tag == Tag::Vbn)?;
    let has_own = sentence.children(verb).any(|(_, below)| matches!(below.label, Label::Nsubj | Label::Aux));
    let first = token.head.filter(|_| !has_own && sentence.child(verb, Label::Dobj).is_some())?;
    sentence.child(first, Label::AuxPass).filter(|_| sentence.child(first, Label::Dobj).is_none()).map(|_| first)
}

/// Returns the heads of those who act in a clause, carried over from other clauses where it has none.
pub fn subject(sentence: &Sentence, verb: usize, depth: usize) -> Vec<usize> {
    let Some(token) = sentence.token(verb).filter(|_| depth < MAX_DEPTH) else { return Vec::new() };
    let own: Vec<usize> =
        sentence.children(verb).filter(|(_, below)| below.label == Label::Nsubj).map(|(index, _)| index).collect();
    if let Some(&first) = own.first() {
        return match relative_head(sentence, first, verb) {
            Some(noun) => vec![noun],
            None => own,
        };
    }
    let Some(head) = token.head else { return Vec::new() };
    match token.label {
        Label::Conj | Label::Dep if sentence.token(head).is_some_and(is_verb) => {
            subject_or_patient(sentence, head, depth)
        }
        // "Ordered the consulates shut": they shut nothing.
        Label::Xcomp if under::is_done_to_object(sentence, verb, head) => Vec::new(),
        Label::Xcomp | Label::Ccomp => controller(sentence, head, depth),
        // "\"Breaking off ties is not going to help,\" Peru said": who says it does not do it.
        Label::Advcl if is_quoted(sentence, verb) => Vec::new(),
        Label::Advcl => subject_or_patient(sentence, head, depth),
        Label::Relcl => match predicate_of(sentence, head).filter(|_| is_infinitive(sentence, verb)) {
            Some(copula) => subject(sentence, copula, depth + 1),
            None => Vec::new(),
        },
        Label::Acl => match sentence.token(head) {
            // "troops attacking the town"; but an infinitive belongs to whoever has the plan.
            Some(noun) if is_noun(noun) && token.tag == Tag::Vbg => vec![head],
            Some(_) => owner(sentence, head, depth),
            None => Vec::new(),
        },
        Label::Pcomp => match sentence.token(head).and_then(|preposition| preposition.head) {
            Some(above) if sentence.token(above).is_some_and(is_verb) => {
                let objects: Vec<usize> = sentence.child(above, Label::Dobj).into_iter().collect();
                let patient = if is_passive(sentence, above) { sentence.child(above, Label::NsubjPass) } else { None };
                match (patient, objects.is_empty()) {
                    (Some(patient), _) => vec![patient],
                    (None, false)
                        if !precedes_own_clause(sentence, head, above) && !under::is_none(sentence, &objects) =>
                    {
                        objects
                    }
                    _ => subject(sentence, above, depth + 1),
                }
            }
            Some(above) => owner(sentence, above, depth),
            None => Vec::new(),
        },
        _ => Vec::new(),
    }
}

/// Returns those who do something together with whoever a noun means, or to or with them: whoever is joined to it, else who
/// acts in the clause that it is no subject of.
#[must_use]
pub fn beside(sentence: &Sentence, noun: usize) -> Vec<usize> {
    let joined = sentence.child(noun, Label::Conj);
    let label = |index: usize| sentence.token(index).map(|token| token.label);
    let first = sentence.token(noun).filter(|token| token.label == Label::Conj).and_then(|token| token.head);
    if let Some(other) = joined.or(first) {
        return vec![other];
    }
    let above = sentence.ancestors(noun).find(|&above| sentence.token(above).is_some_and(is_verb));
    let acts = matches!(label(noun), None | Some(Label::Nsubj | Label::NsubjPass));
    above.filter(|_| !acts).map(|verb| subject(sentence, verb, 0)).unwrap_or_default()
}

/// Returns the verb that says of its subject that it is a noun: "became the first country".
#[must_use]
pub fn predicate_of(sentence: &Sentence, noun: usize) -> Option<usize> {
    let token = sentence.token(noun).filter(|token| token.label == Label::Attr)?;
    token.head.filter(|&verb| sentence.token(verb).is_some_and(is_verb))
}

/// Returns the subject of an active clause or the patient of a passive one.
fn subject_or_patient(sentence: &Sentence, verb: usize, depth: usize) -> Vec<usize> {
    match sentence.child(verb, Label::NsubjPass) {
        Some(patient) => vec![patient],
        None => subject(sentence, verb, depth + 1),
    }
}

/// Returns who acts in a clause without subject under a verb: its object where it has one ("urged Iran
/// to release"), else its subject.
fn controller(sentence: &Sentence, verb: usize, depth: usize) -> Vec<usize> {
    // "is ready to withdraw": the subject of the copula acts.
    if let Some(token) = sentence.token(verb)
        && matches!(token.label, Label::Acomp | Label::Attr | Label::Oprd)
        && let Some(copula) = token.head
    {
        return subject(sentence, copula, depth + 1);
    }
    if let Some(patient) = sentence.child(verb, Label::NsubjPass) {
        return vec![patient];
    }
    if let Some(object) = sentence.child(verb, Label::Dobj) {
        // "The pact, which Peru helped to broker": what was brokered helped nobody.
        let is_no_doer = sentence.token(object).is_some_and(|token| matches!(token.tag, Tag::Prp | Tag::Wdt));
        return if is_no_doer { subject(sentence, verb, depth + 1) } else { vec![object] };
    }
    subject(sentence, verb, depth + 1)
}

/// Returns the named one right behind a noun and "of": "the decision of Peru's authorities to leave".
pub(super) fn of_whom(sentence: &Sentence, noun: usize) -> Option<usize> {
    let token = |index: usize| sentence.token(index);
    token(noun + 1).filter(|of| of.label == Label::Prep && of.head == Some(noun) && *of.lower == *OF)?;
    let is_capital = |below: &Token| below.text.starts_with(char::is_uppercase);
    let is_named = |&whose: &usize| {
        let names = |label: Label| matches!(label, Label::Poss | Label::Amod | Label::Compound | Label::Nmod);
        token(whose).is_some_and(|word| matches!(word.tag, Tag::Nnp | Tag::Nnps))
            || sentence.children(whose).any(|(_, below)| names(below.label) && is_capital(below))
    };
    objects(sentence, noun + 1).find(is_named)
}

/// Returns whose plan, decision or refusal a noun is: its possessor, else the subject of its verb.
fn owner(sentence: &Sentence, noun: usize, depth: usize) -> Vec<usize> {
    if let Some(owner) = sentence.child(noun, Label::Poss) {
        return vec![owner];
    }
    // "A decision by Chile to send arms".
    let by = sentence.children(noun).find(|(_, below)| below.label == Label::Prep && *below.lower == *BY);
    if let Some((by, _)) = by {
        return objects(sentence, by).collect();
    }
    if let Some(whose) = of_whom(sentence, noun) {
        return vec![whose];
    }
    let mut at = noun;
    for _ in 0..MAX_DEPTH {
        let Some(token) = sentence.token(at) else { break };
        if is_verb(token) {
            // "The move to cut ties was announced by Chile".
            let agents = sentence.children(at).filter(|(_, below)| below.label == Label::Agent);
            let agents: Vec<usize> = agents.flat_map(|(agent, _)| objects(sentence, agent)).collect();
            return if agents.is_empty() { subject(sentence, at, depth + 1) } else { agents };
        }
        match token.head {
            Some(head) => at = head,
            None => break,
        }
    }
    Vec::new()
}

/// Tells whether the subject of a verb does what stands under a preposition, not its object: the preposition stands
/// before the verb, or tells by what means or when it was done ("closed the port after accusing Peru").
fn precedes_own_clause(sentence: &Sentence, preposition: usize, verb: usize) -> bool {
    let beside = sentence.token(preposition).is_some_and(|token| OF_SUBJECT.contains(&&*token.lemma));
    beside || preposition < verb
}

/// Returns the noun that a relative pronoun stands for.
fn relative_head(sentence: &Sentence, pronoun: usize, verb: usize) -> Option<usize> {
    let token = sentence.token(pronoun)?;
    if !matches!(token.tag, Tag::Wdt | Tag::Wp) {
        return None;
    }
    let clause = std::iter::once(verb)
        .chain(sentence.ancestors(verb))
        .find(|&index| sentence.token(index).is_some_and(|token| token.label == Label::Relcl))?;
    let noun = sentence.token(clause)?.head?;
    Some(one_of(sentence, noun).unwrap_or(noun))
}

/// Returns who is told to be one of several: "Peru was one of four states that cut ties".
fn one_of(sentence: &Sentence, several: usize) -> Option<usize> {
    let preposition = sentence.token(several).filter(|token| token.label == Label::Pobj)?.head?;
    let one = sentence.token(sentence.token(preposition)?.head?)?;
    let verb = one.head.filter(|_| one.tag == Tag::Cd && one.label == Label::Attr)?;
    sentence.child(verb, Label::Nsubj)
}

/// Fills the object that a relative or reduced clause leaves open with the noun it stands under.
fn fill_relative_gap(sentence: &Sentence, verb: usize, found: &mut Arguments) {
    let Some(token) = sentence.token(verb) else { return };
    for object in &mut found.object {
        if let Some(noun) = relative_head(sentence, *object, verb) {
            *object = noun;
        }
    }
    for pair in &mut found.preps {
        if let Some(noun) = relative_head(sentence, pair.1, verb) {
            pair.1 = noun;
        }
    }
    let Some(head) = token.head else { return };
    // "Syria, where Peru carried out strikes": the place that it tells of.
    let place = sentence.children(verb).find(|(_, below)| below.tag == Tag::Wrb && *below.lower == *WHERE);
    let above =
        sentence.token(head).filter(|noun| noun.label == Label::Pobj).and_then(|noun| sentence.token(noun.head?));
    let is_place = token.label == Label::Relcl && above.is_some_and(|word| is_place(&word.lower));
    found.preps.extend(place.filter(|_| is_place).map(|(index, _)| (index, head)));
    let gap = match token.label {
        Label::Acl => found.passive,
        Label::Relcl => {
            !found.passive
                && !is_pronoun_below(sentence, verb)
                && sentence
                    .child(verb, Label::Nsubj)
                    .is_some_and(|subject| relative_head(sentence, subject, verb).is_none())
        }
        _ => false,
    };
    if gap && found.object.is_empty() {
        found.object.push(head);
    }
}

/// Tells whether what completes a verb acts on the relative pronoun before it: "the treaty that Peru refused to sign".
fn is_pronoun_below(sentence: &Sentence, verb: usize) -> bool {
    let deed = sentence.child(verb, Label::Xcomp);
    let object = deed.and_then(|deed| sentence.child(deed, Label::Dobj)).filter(|&object| object < verb);
    object.and_then(|object| sentence.token(object)).is_some_and(|object| object.tag == Tag::Wdt)
}

/// Returns a noun with those coordinated with it.
pub(crate) fn with_conjuncts(sentence: &Sentence, noun: usize) -> Vec<usize> {
    let mut all = vec![noun];
    let mut at = 0;
    while let Some(&noun) = all.get(at) {
        all.extend(sentence.children(noun).filter(|(_, below)| below.label == Label::Conj).map(|(index, _)| index));
        at += 1;
    }
    all
}

/// Returns what a clause only gives a name to: the bases of "what it called militant bases", "what it described as bases".
pub fn named_by(sentence: &Sentence, verb: usize) -> Option<usize> {
    // Not "who visited Lima": there the pronoun acts.
    let is_what = |token: &Token| token.tag == Tag::Wp && !matches!(token.label, Label::Nsubj | Label::NsubjPass);
    let named = |(index, token): (usize, &Token)| {
        let is_object = matches!(token.label, Label::Dobj | Label::Oprd | Label::Attr | Label::Appos);
        (index > verb && is_object && is_noun(token)).then_some(index)
    };
    // Nor "the rebels whom it accuses Peru of arming", which tells of those right before the pronoun.
    let told_of = sentence.token(verb).filter(|token| token.label == Label::Relcl).and_then(|token| token.head);
    let is_whom = |what: usize| told_of.is_some_and(|noun| noun + 1 == what);
    let is_named = |(index, token): &(usize, &Token)| *index < verb && is_what(token) && !is_whom(*index);
    let mut before = sentence.children(verb).filter(is_named);
    let said_as = |(index, token): (usize, &Token)| {
        let is_as = index > verb && token.label == Label::Prep && *token.lower == *AS;
        sentence.child(index, Label::Pobj).filter(|_| is_as)
    };
    before
        .next()
        .and_then(|_| sentence.children(verb).find_map(named).or_else(|| sentence.children(verb).find_map(said_as)))
}

/// Tells whether a preposition says where something is.
#[must_use]
pub fn is_place(preposition: &str) -> bool {
    PLACES.contains(&preposition)
}

/// Tells whether a pronoun says whose a noun is: "its ally".
#[must_use]
pub fn is_of_pronoun(sentence: &Sentence, noun: usize) -> bool {
    sentence.children(noun).any(|(_, below)| below.label == Label::Poss && below.tag == Tag::PrpPoss)
}

fn is_preposition(token: &Token) -> bool {
    matches!(token.tag, Tag::In | Tag::To)
}

/// Tells whether a token heads a clause of its own: a sentence, what is said, a relative or adverbial
/// clause, or a coordinated verb.
#[must_use]
pub fn heads_a_clause(token: &Token) -> bool {
    match token.label {
        Label::Root | Label::Ccomp | Label::Advcl | Label::Relcl | Label::Parataxis => true,
        Label::Conj => is_verb(token),
        _ => false,
    }
}
