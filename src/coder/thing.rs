//! The things that an article names together with their sides, and who is across from a side in one of them.
//!
//! "The embargo on Peru has failed. ... Ghana lifted the embargo": toward Peru, though no event told of it. Knows
//! sanctions, tariffs, blockades, treaties, talks and borders by their nouns, which are data. Invariant: a noun that
//! names a side of its own is never asked for another.

use super::clause;
use super::context::holds;
use super::frame::lemma_of;
use super::mention::{self, Form, Mention};
use crate::english::tag::{Label, Tag};
use crate::english::{Document, Sentence, Token};
use crate::model::day::Day;
use crate::model::event::Participant;
use crate::ontology::Ontology;
use crate::ontology::reference::ThingKind;
use std::borrow::Cow;

/// So many sentences away a thing may be told with another noun, or only after it.
const NEAR: usize = 4;

/// A noun for a thing, with the sides that its phrase and its verb tell.
#[derive(Clone, Debug)]
struct Thing {
    sentence: usize,
    noun: usize,
    lemma: String,
    kinds: Vec<ThingKind>,
    /// The words before the noun where it is a part of a name: "New Lome" of "New Lome Treaty".
    name: Vec<String>,
    /// Whose it is.
    makers: Vec<Participant>,
    /// Those it is with or on.
    others: Vec<Participant>,
}

/// The things of a text, in order.
#[derive(Clone, Debug, Default)]
pub(crate) struct Things {
    told: Vec<Thing>,
}

/// A noun that points back.
#[derive(Copy, Clone)]
pub(crate) struct Pointer<'a> {
    pub(crate) sentence: &'a Sentence,
    pub(crate) number: usize,
    pub(crate) noun: usize,
    /// Whether those who act stand outside: a mediator is no side of the truce.
    pub(crate) from_outside: bool,
}

impl Things {
    /// Finds the things of a text that some side is told with.
    pub(crate) fn of(document: &Document, mentions: &[Vec<Mention>], ontology: &Ontology, day: Day) -> Self {
        let mut told = Vec::new();
        let mut last = None;
        for ((number, sentence), there) in document.sentences().iter().enumerate().zip(mentions) {
            let reader = Reader { sentence, last, there, ontology, day };
            told.extend((0..sentence.tokens.len()).filter_map(|noun| reader.thing(number, noun)));
            last = Some(sentence);
        }
        Self { told }
    }

    /// Returns who is across from some actors in the thing that a noun points to: the nearest told before it with the same
    /// noun, else with a noun of the same kind, else of several sides just after it.
    pub(crate) fn across(&self, from: Pointer<'_>, actors: &[Participant], ontology: &Ontology) -> Vec<Participant> {
        let Some((lemma, kinds)) = meaning(from, ontology) else { return Vec::new() };
        // What bears a name is the same wherever it is told: "suspended the New Lome Treaty ... Peru had signed the treaty".
        let name = name_before(from.sentence, from.noun);
        let same_name = |thing: &&Thing| name.is_empty() || thing.name.is_empty() || thing.name == name;
        let of_kind = |thing: &Thing| thing.kinds.iter().any(|kind| kinds.contains(kind));
        let before = self.before(from, &lemma, kinds).filter(same_name);
        let is_later = |thing: &&Thing| {
            let is_near = thing.is_near(from);
            !thing.is_before(from) && (is_near || !name.is_empty() && thing.lemma == lemma)
        };
        let after =
            self.told.iter().filter(is_later).filter(same_name).filter(|thing| of_kind(thing) && thing.is_joint());
        let after = after.filter(|thing| thing.has(actors) || thing.lemma == lemma && thing.is_near(from));
        let found: Vec<&Thing> = before.chain(after).collect();
        let across = |thing: &&Thing| thing.across(actors, from.from_outside);
        let Some(first) = found.iter().find(|thing| across(thing).is_some()) else { return Vec::new() };
        // "Closed its border with Peru after a raid near the Bolivian frontier. It had sealed the crossings in 2015": its own.
        let is_own = |thing: &&&Thing| {
            thing.is_joint()
                && thing.has(actors)
                && (thing.lemma == lemma) == (first.lemma == lemma)
                && across(thing).is_some()
        };
        found.iter().find(is_own).or(Some(first)).and_then(across).unwrap_or_default()
    }

    /// Returns whose the thing is that a noun points back to, with those it lies on, where one side made it: "Peru's embargo
    /// on Chile was harsh. The embargo was lifted".
    pub(crate) fn makers(&self, from: Pointer<'_>, ontology: &Ontology) -> Vec<Participant> {
        let Some((lemma, kinds)) = meaning(from, ontology) else { return Vec::new() };
        let mut told = self.before(from, &lemma, kinds).filter(|thing| !thing.is_joint() && !thing.others.is_empty());
        told.next().map(|thing| thing.makers.clone()).unwrap_or_default()
    }

    /// Returns the sides of the thing of several that a noun names, told with it: "a pact that binds Peru and Chile".
    pub(crate) fn own_sides(&self, from: Pointer<'_>) -> Vec<Participant> {
        self.named_by(from)
            .filter(|thing| thing.is_joint())
            .map(Thing::sides)
            .filter(|sides| sides.len() > 1)
            .unwrap_or_default()
    }

    /// Returns whose the thing of one maker is that a noun names, told with it: "the embargo on Peru, imposed by Chile".
    pub(crate) fn own_makers(&self, from: Pointer<'_>) -> Vec<Participant> {
        self.named_by(from)
            .filter(|thing| !thing.is_joint() && !thing.others.is_empty())
            .map(|thing| thing.makers.clone())
            .unwrap_or_default()
    }

    /// Returns the sides of the thing of several that a noun points back to, those told with it among them: "Peru and Chile
    /// signed a truce. The truce collapsed".
    pub(crate) fn sides(&self, from: Pointer<'_>, ontology: &Ontology) -> Vec<Participant> {
        let Some((lemma, kinds)) = meaning(from, ontology) else { return Vec::new() };
        let named = self.named_by(from).map(Thing::sides).unwrap_or_default();
        let name = name_before(from.sentence, from.noun);
        let is_same = |thing: &&Thing| name.is_empty() || thing.name.is_empty() || thing.name == name;
        let mut told = self.before(from, &lemma, kinds).filter(|thing| thing.is_joint()).filter(is_same);
        let fits = |sides: &Vec<Participant>| sides.len() > 1 && named.iter().all(|side| holds(sides, side));
        told.find_map(|thing| Some(thing.sides()).filter(fits)).unwrap_or_default()
    }

    /// Returns the thing that a noun itself names.
    fn named_by(&self, from: Pointer<'_>) -> Option<&Thing> {
        self.told.iter().find(|thing| (thing.sentence, thing.noun) == (from.number, from.noun))
    }

    /// Returns the things told before a noun with the same noun, then those with another of its kind, the last first.
    fn before<'a>(
        &'a self,
        from: Pointer<'a>,
        lemma: &'a str,
        kinds: &'a [ThingKind],
    ) -> impl Iterator<Item = &'a Thing> {
        let before = move || self.told.iter().rev().filter(move |thing| thing.is_before(from));
        let of_kind = move |thing: &Thing| thing.kinds.iter().any(|kind| kinds.contains(kind));
        let same_noun = before().filter(move |thing| thing.lemma == lemma);
        same_noun.chain(before().filter(move |thing| thing.is_near(from) && thing.lemma != lemma && of_kind(thing)))
    }
}

/// Returns the lemma of a noun that points to a thing, with the kinds of things that it names.
fn meaning<'a>(from: Pointer<'a>, ontology: &'a Ontology) -> Option<(Cow<'a, str>, &'a [ThingKind])> {
    let lemma = lemma_of(from.sentence, from.noun)?;
    let kinds = ontology.references().things(&lemma);
    (!kinds.is_empty()).then_some((lemma, kinds))
}

impl Thing {
    fn is_before(&self, from: Pointer<'_>) -> bool {
        (self.sentence, self.noun) <= (from.number, from.noun)
    }

    fn is_near(&self, from: Pointer<'_>) -> bool {
        self.sentence.abs_diff(from.number) <= NEAR
    }

    fn is_joint(&self) -> bool {
        self.kinds.iter().all(|kind| kind.joint)
    }

    /// Returns all its sides, each once.
    fn sides(&self) -> Vec<Participant> {
        let mut sides = self.makers.clone();
        let others = self.others.iter().filter(|side| !holds(&self.makers, side));
        sides.extend(others.cloned());
        sides
    }

    /// Tells whether some actors are among the sides.
    fn has(&self, actors: &[Participant]) -> bool {
        actors.iter().all(|actor| holds(&self.makers, actor) || holds(&self.others, actor))
    }

    /// Returns the sides across from some actors; none where they are no side of what is of two others, but for those who
    /// act on it from outside.
    fn across(&self, actors: &[Participant], from_outside: bool) -> Option<Vec<Participant>> {
        let rest = |parties: &[Participant]| -> Vec<Participant> {
            parties.iter().filter(|party| !holds(actors, party)).cloned().collect()
        };
        let is_of = |parties: &[Participant]| actors.iter().any(|actor| holds(parties, actor));
        let found = if self.is_joint() {
            let all = [rest(&self.makers), rest(&self.others)].concat();
            let is_side = is_of(&self.makers) || is_of(&self.others);
            let fits = if from_outside { !is_side && all.len() > 1 } else { is_side || all.len() == 1 };
            if fits { all } else { Vec::new() }
        } else if is_of(&self.others) {
            rest(&self.makers)
        } else if self.makers.is_empty() || is_of(&self.makers) {
            rest(&self.others)
        } else {
            Vec::new()
        };
        (!found.is_empty()).then_some(found)
    }
}

/// A sentence and whom it names.
struct Reader<'a> {
    sentence: &'a Sentence,
    last: Option<&'a Sentence>,
    there: &'a [Mention],
    ontology: &'a Ontology,
    day: Day,
}

impl Reader<'_> {
    /// Returns the thing that a noun or a pronoun means, where it has sides.
    fn thing(&self, number: usize, noun: usize) -> Option<Thing> {
        let token = self.sentence.token(noun)?;
        let (there, meant) = match token.tag {
            Tag::Prp if matches!(token.label, Label::Dobj | Label::NsubjPass) => self.antecedent(noun)?,
            _ if clause::is_noun(token) => (self.sentence, noun),
            _ => return None,
        };
        let lemma = lemma_of(there, meant)?;
        let kinds = self.ontology.references().things(&lemma);
        if kinds.is_empty() {
            return None;
        }
        let mut thing = Thing {
            sentence: number,
            noun,
            lemma: lemma.into_owned(),
            kinds: kinds.to_vec(),
            name: name_before(there, meant),
            makers: Vec::new(),
            others: Vec::new(),
        };
        self.take_phrase(noun, &mut thing);
        if thing.is_joint() {
            self.take_clause(noun, &mut thing);
        } else if thing.makers.is_empty() {
            self.take_owner(noun, &mut thing);
        }
        (!thing.makers.is_empty() || !thing.others.is_empty()).then_some(thing)
    }

    /// Returns the noun for a thing of several sides that a pronoun stands for: the last before it in its sentence, else
    /// in the sentence before.
    fn antecedent(&self, pronoun: usize) -> Option<(&Sentence, usize)> {
        let shared = self.ontology.frames().shared();
        let word = self.sentence.token(pronoun).filter(|token| shared.things.contains(&*token.lower))?;
        let several = shared.several_things.contains(&*word.lower);
        let here = (0..pronoun).rev().map(|noun| (self.sentence, noun));
        let last = self.last.into_iter().flat_map(|last| (0..last.tokens.len()).rev().map(move |noun| (last, noun)));
        here.chain(last).find(|&(there, noun)| {
            let is_meant = |token: &Token| {
                clause::is_noun(token)
                    && token.label != Label::Compound
                    && several == matches!(token.tag, Tag::Nns | Tag::Nnps)
                    && lemma_of(there, noun).is_some_and(|lemma| self.ontology.references().is_joint_thing(&lemma))
            };
            there.token(noun).is_some_and(is_meant)
        })
    }

    /// Adds the sides that stand in the phrase of a noun: "Peru's pact with Chile", "tariffs imposed by Peru on Chile".
    fn take_phrase(&self, noun: usize, thing: &mut Thing) {
        for (index, below) in self.sentence.children(noun) {
            match below.label {
                Label::Poss | Label::Amod | Label::Compound | Label::Nmod if index < noun => {
                    self.add(index, &mut thing.makers);
                }
                Label::Prep | Label::Agent => self.take_preposition(index, thing),
                Label::Acl if below.tag == Tag::Vbn && !self.is_brought_about(index) => {
                    let prepositions = self.sentence.children(index);
                    for (preposition, _) in
                        prepositions.filter(|(_, below)| matches!(below.label, Label::Prep | Label::Agent))
                    {
                        self.take_preposition(preposition, thing);
                    }
                }
                Label::Acl | Label::Relcl if thing.is_joint() => self.take_told(index, thing),
                _ => {}
            }
        }
        if !thing.is_joint() && thing.makers.is_empty() {
            self.take_maker(noun, thing);
        }
    }

    /// Adds who a clause says to have made a thing, also where it is hung below the side that the thing lies on: "the embargo
    /// on Peru, imposed by Chile".
    fn take_maker(&self, noun: usize, thing: &mut Thing) {
        let references = self.ontology.references();
        let prepositions = self.sentence.children(noun).filter(|(_, below)| below.label == Label::Prep);
        let sides = prepositions.flat_map(|(preposition, _)| clause::objects(self.sentence, preposition));
        for (told, token) in std::iter::once(noun).chain(sides).flat_map(|head| self.sentence.children(head)) {
            let is_clause = matches!(token.label, Label::Acl | Label::Relcl);
            if !is_clause || !lemma_of(self.sentence, told).is_some_and(|lemma| references.is_having(&lemma)) {
                continue;
            }
            for (index, below) in self.sentence.children(told) {
                match below.label {
                    Label::Agent => self.take_preposition(index, thing),
                    Label::Nsubj if clause::is_noun(below) => self.add(index, &mut thing.makers),
                    _ => {}
                }
            }
        }
    }

    /// Tells whether a verb says who brought a thing about between others: "a truce brokered by Peru".
    fn is_brought_about(&self, verb: usize) -> bool {
        lemma_of(self.sentence, verb).is_some_and(|lemma| self.ontology.references().is_go_between(&lemma))
    }

    /// Adds the sides that a clause about a thing of several tells: those who made it ("the truce that Peru and Chile agreed")
    /// and those whom it binds ("a pact that links Peru and Chile").
    fn take_told(&self, verb: usize, thing: &mut Thing) {
        let references = self.ontology.references();
        let Some(lemma) = lemma_of(self.sentence, verb) else { return };
        let wanted = if references.is_making(&lemma) {
            Label::Nsubj
        } else if references.is_binding(&lemma) {
            Label::Dobj
        } else {
            return self.take_two(verb, thing);
        };
        for (index, below) in self.sentence.children(verb) {
            if below.label == wanted && clause::is_noun(below) {
                self.add(index, &mut thing.makers);
            } else if matches!(below.label, Label::Prep | Label::Agent) {
                self.take_preposition(index, thing);
            }
        }
    }

    /// Adds the two states that a clause about a thing of several names, where nobody else is told with it: "a pact allowing
    /// Peruvian and Chilean troops to train together".
    fn take_two(&self, clause: usize, thing: &mut Thing) {
        let token = |index: usize| self.sentence.token(index);
        let is_its_own =
            self.sentence.child(clause, Label::Nsubj).and_then(token).is_none_or(|doer| doer.tag == Tag::Wdt);
        if !is_its_own || !thing.makers.is_empty() || !thing.others.is_empty() {
            return;
        }
        let below = self.sentence.subtree(clause);
        let mut named = Vec::new();
        for head in below {
            self.add_at(head, &mut named);
        }
        if let [_, _] = named.as_slice() {
            thing.makers = named;
        }
    }

    /// Adds those who act on a thing of several sides, or on their part in it, with whom they do: "Peru has a pact with Chile",
    /// "Peru suspended its participation in the pact with Chile".
    fn take_clause(&self, noun: usize, thing: &mut Thing) {
        let Some(token) = self.own_part(noun).or_else(|| self.sentence.token(noun)) else { return };
        if token.label == Label::Pobj && thing.makers.is_empty() {
            self.take_part(token, thing);
        }
        let is_acted_on = matches!(token.label, Label::Dobj | Label::NsubjPass);
        let verb = token.head.filter(|&head| is_acted_on && self.sentence.token(head).is_some_and(clause::is_verb));
        let Some(verb) = verb.filter(|_| thing.makers.len() + thing.others.len() < 2) else { return };
        for (index, below) in self.sentence.children(verb) {
            // "The truce was brokered by Peru": whoever brought it about is no side.
            let is_side = below.label == Label::Prep || below.label == Label::Agent && !self.is_brought_about(verb);
            if is_side && index > noun {
                self.take_preposition(index, thing);
            }
        }
        // Whoever only calls for it is no side: "called on both to respect the truce".
        let subject = self.sentence.child(verb, Label::Nsubj).or_else(|| self.agreeing(verb));
        let subject = subject.filter(|_| token.label == Label::Dobj);
        if let Some(subject) = subject.filter(|_| thing.makers.is_empty()) {
            self.add(subject, &mut thing.makers);
        }
    }

    /// Adds whoever joins or leaves a thing of several sides: "withdrew from a truce with Chile", "pulled out of the pact".
    fn take_part(&self, noun: &Token, thing: &mut Thing) {
        let token = |index: usize| self.sentence.token(index);
        let mut over = noun.head;
        // "Out of the pact": one preposition under the other.
        while let Some(above) = over.and_then(token).filter(|word| word.label == Label::Prep) {
            over = above.head;
        }
        let takes = |verb: &usize| {
            token(*verb).is_some_and(clause::is_verb)
                && lemma_of(self.sentence, *verb).is_some_and(|lemma| self.ontology.references().is_taking_part(&lemma))
        };
        let subjects = over.filter(takes).map(|verb| clause::subject(self.sentence, verb, 0)).unwrap_or_default();
        subjects.into_iter().for_each(|subject| self.add(subject, &mut thing.makers));
    }

    /// Returns the object of a verb that is somebody's own part in a thing.
    fn own_part(&self, noun: usize) -> Option<&Token> {
        let preposition = self.sentence.token(noun).filter(|token| token.label == Label::Pobj)?.head?;
        let part = self.sentence.token(preposition)?.head?;
        let is_own = self.sentence.children(part).any(|(_, below)| below.tag == Tag::PrpPoss);
        self.sentence.token(part).filter(|part| is_own && part.label == Label::Dobj)
    }

    /// Returns who acts in an infinitive whose verb above has the same subject: "Peru and Chile agreed to resume talks".
    fn agreeing(&self, verb: usize) -> Option<usize> {
        let infinitive = self.sentence.token(verb).filter(|token| token.label == Label::Xcomp)?;
        let above = infinitive.head.filter(|&above| self.sentence.child(above, Label::Dobj).is_none())?;
        self.sentence.child(above, Label::Nsubj).filter(|_| !self.is_brought_about(verb))
    }

    /// Adds who has the thing: "Peru has had an embargo on Chile".
    fn take_owner(&self, noun: usize, thing: &mut Thing) {
        let Some(token) = self.sentence.token(noun).filter(|token| token.label == Label::Dobj) else { return };
        let references = self.ontology.references();
        let has = |verb: &usize| lemma_of(self.sentence, *verb).is_some_and(|lemma| references.is_having(&lemma));
        let Some(verb) = token.head.filter(has) else { return };
        for subject in clause::subject(self.sentence, verb, 0) {
            self.add(subject, &mut thing.makers);
        }
    }

    fn take_preposition(&self, preposition: usize, thing: &mut Thing) {
        let references = self.ontology.references();
        let Some(word) = self.sentence.token(preposition) else { return };
        // "The embargo of Peru on Chile": what stands under "of" alone may be either.
        let lies =
            |other: &Token| references.is_thing_side(&other.lower) && !references.is_owner_preposition(&other.lower);
        let is_of = || references.is_owner_preposition(&word.lower) && !thing.is_joint();
        let lies_elsewhere = || {
            let mut beside = word.head.into_iter().flat_map(|head| self.sentence.children(head));
            beside.any(|(_, other)| other.label == Label::Prep && lies(other))
        };
        let makes = word.label == Label::Agent || references.is_thing_owner(&word.lower);
        let to = if makes || is_of() && lies_elsewhere() {
            &mut thing.makers
        } else if references.is_thing_side(&word.lower) {
            &mut thing.others
        } else {
            return;
        };
        let mut objects: Vec<usize> = clause::objects(self.sentence, preposition).collect();
        while let Some(object) = objects.pop() {
            self.add(object, to);
        }
    }

    /// Adds the sides named at a noun, by words before it, and by those coordinated with either.
    fn add(&self, noun: usize, to: &mut Vec<Participant>) {
        let mut heads = vec![noun];
        let mut at = 0;
        while let Some(&head) = heads.get(at) {
            at += 1;
            let named = self.add_at(head, to);
            let below = self.sentence.children(head).filter(|(_, below)| match below.label {
                Label::Conj => true,
                Label::Poss | Label::Amod | Label::Compound | Label::Nmod => !named,
                _ => false,
            });
            heads.extend(below.map(|(index, _)| index));
        }
    }

    /// Adds the sides named at a word, and tells whether there are some.
    fn add_at(&self, word: usize, to: &mut Vec<Participant>) -> bool {
        let roster = self.ontology.roster();
        let named = self.there.iter().find(|mention| mention.covers(word) && is_side(mention));
        for party in named.iter().flat_map(|mention| &mention.parties) {
            let root = party.party().root();
            if !mention::is_nowhere(&root)
                && let Some(side) = roster.participant(&root, self.day)
                && !holds(to, &side)
            {
                to.push(side);
            }
        }
        named.is_some()
    }
}

/// Returns the words before a noun that is a part of a name.
fn name_before(sentence: &Sentence, noun: usize) -> Vec<String> {
    let is_proper = |index: &usize| sentence.token(*index).is_some_and(|token| token.tag == Tag::Nnp);
    if !is_proper(&noun) {
        return Vec::new();
    }
    let before = (0..noun).rev().take_while(is_proper);
    before.filter_map(|index| sentence.token(index)).map(|token| token.lower.to_string()).collect()
}

fn is_side(mention: &Mention) -> bool {
    !matches!(mention.form, Form::Place | Form::Unknown | Form::Located)
}
