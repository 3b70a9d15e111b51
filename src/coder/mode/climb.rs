//! The way up from an act through the words that govern it.

mod adverbial;
mod relative;

use super::modifier::{self, is_verb, negative_noun};
use super::{Link, Reading, Tense, pact};
use crate::coder::clause;
use crate::english::tag::{Label, Tag};
use crate::english::{Sentence, Token};
use crate::model::category::Mode;
use crate::ontology::lexicon::mode::{Auxiliary, Class, Governor, ModeWords, Part, Particle, Role};

/// How many steps are taken at the most.
const MAX_STEPS: usize = 16;

pub(super) fn climb(sentence: &Sentence, trigger: usize, words: &ModeWords) -> Reading {
    let mut climber = Climber {
        sentence,
        trigger,
        words,
        reading: Reading {
            mode: Mode::Actual,
            aspect: None,
            tense: Tense::Absent,
            governors: Vec::new(),
            announced: false,
            background: false,
            why: Vec::new(),
        },
        spent: Vec::new(),
    };
    if sentence.token(trigger).is_some_and(is_verb) {
        climber.verb(trigger, Scope::Whole);
    } else if let Some(negation) = negative_noun(sentence, trigger, words) {
        climber.spent.push(negation);
        climber.negate(negation);
    } else if let Some(due) = climber.to_come(trigger) {
        climber.link(due, Class::Schedule, false, "tells that it is to be");
        climber.plan();
    }
    let mut at = trigger;
    for _ in 0..MAX_STEPS {
        match climber.step(at) {
            Some(above) => at = above,
            None => break,
        }
    }
    climber.reading
}

/// What of a verb's modifiers counts for the act.
#[derive(Copy, Clone, PartialEq, Eq)]
enum Scope {
    /// All of them.
    Whole,
    /// All but its negation, which has been counted or touches something else.
    WithoutNegation,
    /// Its tense only.
    Tense,
}

struct Climber<'a> {
    sentence: &'a Sentence,
    trigger: usize,
    words: &'a ModeWords,
    reading: Reading,
    /// Tokens that negated something already.
    spent: Vec<usize>,
}

impl Climber<'_> {
    /// Goes one word up; `None` at the top of what governs the act.
    fn step(&mut self, at: usize) -> Option<usize> {
        let token = self.sentence.token(at)?;
        let head = token.head?;
        let above = self.sentence.token(head)?;
        match token.label {
            Label::Conj | Label::Advcl | Label::Pcomp if self.is_rather(at) => {
                self.give(Mode::Negated);
                None
            }
            // A coordinated word stands where the first one stands.
            Label::Conj => Some(self.participle_between(head, at).unwrap_or(head)),
            Label::Appos => Some(head),
            Label::Attr | Label::Acomp | Label::Oprd => {
                self.verb(head, Scope::Whole);
                Some(head)
            }
            Label::Relcl => self.relative_clause(at, head),
            Label::Parataxis | Label::Root | Label::Meta | Label::Poss | Label::Intj => None,
            Label::Advcl => self.adverbial_clause(at, head),
            Label::Dobj | Label::Pobj
                if at == self.trigger
                    && let Some(verb) = self.fulfilled(at) =>
            {
                self.told_before(verb)
            }
            Label::Pcomp | Label::Pobj => {
                let governor = above.head?;
                self.under_preposition(at, head, governor)
            }
            Label::Acl if self.is_of_bill(at, head) => {
                self.link(head, Class::Proposal, false, "is only a bill");
                self.give(Mode::Conditional);
                None
            }
            Label::Acl if let Some(verb) = self.taken_back(at, head) => self.governed(verb, Role::Object, None),
            Label::Acl if let Some(verb) = self.fulfilled(head) => self.come_about(verb),
            Label::Ccomp if let Some(judgment) = self.judged(head) => self.governed(judgment, Role::That, None),
            Label::Xcomp if let Some(copula) = self.among_first(at, head) => {
                self.verb(copula, Scope::Whole);
                self.reading.background |= self.reading.tense == Tense::Past;
                Some(copula)
            }
            Label::Xcomp | Label::Ccomp | Label::Acl | Label::Csubj | Label::CsubjPass => {
                let role = self.clause_role(at, token)?;
                self.governed(head, role, None)
            }
            Label::Dobj if at != self.trigger && modifier::is_reacted_to(self.sentence, at, head, self.words) => {
                self.link(head, Class::Judgment, false, "governs it");
                self.reading.background = true;
                None
            }
            Label::Dobj | Label::NsubjPass | Label::Dative => self.governed(head, Role::Object, None),
            Label::Nsubj if modifier::is_to_be_done(self.sentence, head, self.words) => {
                self.link(head, Class::Future, false, "tells that it is to be");
                self.plan();
                Some(head)
            }
            Label::Nsubj => self.governed(self.predicate_of(head).unwrap_or(head), Role::Subject, None),
            Label::Compound | Label::Amod | Label::Nmod => self.governed(head, Role::Prep, None),
            _ => Some(head),
        }
    }

    /// Returns what a copula says of its subject, where that governs the subject: "talks are impossible", "the visit is off".
    fn predicate_of(&self, copula: usize) -> Option<usize> {
        let verb = self.sentence.token(copula)?;
        let is_bare = self.words.is(&verb.lemma, Particle::Light) && self.sentence.child(copula, Label::Dobj).is_none();
        let says = |label| match label {
            Label::Acomp | Label::Attr => true,
            Label::Advmod | Label::Prt => is_bare,
            _ => false,
        };
        let predicates = self.sentence.children(copula).filter(|(_, below)| says(below.label));
        predicates
            .filter(|(index, below)| self.lookup(*index, below, Role::Subject, None).is_some())
            .map(|(index, _)| index)
            .next()
    }

    /// Returns the participle that a participle is coordinated with, where the parser hung it under a finite
    /// verb further up: "stands by resolving the dispute and signing a treaty".
    fn participle_between(&self, head: usize, at: usize) -> Option<usize> {
        let bare = |index: usize, token: &Token| {
            token.tag == Tag::Vbg
                && self.sentence.children(index).all(|(_, below)| !matches!(below.label, Label::Aux | Label::AuxPass))
        };
        let is_finite = |token: &Token| is_verb(token) && token.tag != Tag::Vbg;
        if !self.sentence.token(head).is_some_and(is_finite) || !bare(at, self.sentence.token(at)?) {
            return None;
        }
        let governed = |token: &Token| matches!(token.label, Label::Pcomp | Label::Xcomp | Label::Conj);
        (head + 1..at)
            .rev()
            .find(|&index| self.sentence.token(index).is_some_and(|token| bare(index, token) && governed(token)))
    }

    /// Returns how a clause stands under the word above it; `None` for participles that only describe it.
    fn clause_role(&self, at: usize, token: &Token) -> Option<Role> {
        let infinitive = clause::is_infinitive(self.sentence, at);
        let auxiliary = self.sentence.children(at).any(|(_, below)| matches!(below.label, Label::Aux | Label::AuxPass));
        match token.tag {
            _ if infinitive => Some(Role::Infinitive),
            Tag::Vbg if !auxiliary && token.label == Label::Acl => None,
            Tag::Vbg if !auxiliary => Some(Role::Gerund),
            Tag::Vbn if !auxiliary && token.label == Label::Acl => None,
            // "Denied having sent arms".
            Tag::Vbn
                if self.sentence.children(at).any(|(_, below)| below.label == Label::Aux && below.tag == Tag::Vbg) =>
            {
                Some(Role::Gerund)
            }
            // "Helped restore", "made them withdraw", "could see troops withdraw".
            Tag::Vb | Tag::Vbp
                if !auxiliary
                    && self.sentence.child(at, Label::Mark).is_none()
                    && (token.tag == Tag::Vb
                        || self.takes_infinitive(token) && !clause::is_quoted(self.sentence, at)) =>
            {
                Some(Role::Infinitive)
            }
            _ => Some(Role::That),
        }
    }

    /// Tells whether the verb above a clause is one that an infinitive stands under.
    fn takes_infinitive(&self, clause: &Token) -> bool {
        clause.head.is_some_and(|above| {
            let verb = self.sentence.token(above).filter(|verb| is_verb(verb));
            verb.is_some_and(|verb| self.lookup(above, verb, Role::Infinitive, None).is_some())
        })
    }

    fn under_preposition(&mut self, at: usize, preposition: usize, governor: usize) -> Option<usize> {
        let word = self.sentence.token(preposition)?;
        let beside = word.head.and_then(|head| self.sentence.token(head));
        let negates = |token: &Token| self.words.is(&token.lower, Particle::NegativePreposition);
        // "So far as to".
        let is_far = |adverb: usize| self.sentence.child(adverb, Label::Advmod).is_some();
        if negates(word) || word.label == Label::Prep && beside.is_some_and(negates) && !word.head.is_some_and(is_far) {
            self.negate(preposition);
            return None;
        }
        // "Talks, due to open on Sunday, are off": as of an adjective.
        if clause::is_infinitive(self.sentence, at) {
            let mut kinds = self.words.governors(&word.lower, Part::Adjective);
            if kinds.any(|(kind, _)| kind.roles.contains(&Role::Infinitive)) {
                self.link(preposition, Class::Possibility, false, "is only due");
                self.give(Mode::Conditional);
                return None;
            }
        }
        // "Instead of talks": two prepositions, one under the other.
        if beside.is_some_and(|above| matches!(above.tag, Tag::In | Tag::To) && above.label == Label::Prep) {
            return self.under_preposition(at, governor, beside.and_then(|above| above.head)?);
        }
        let role = if self.sentence.token(at).is_some_and(is_verb) { Role::Gerund } else { Role::Prep };
        let lemma = word.lower.clone();
        let head = self.sentence.token(governor)?;
        // "Agreed to a truce, with Ghana mediating": somebody else does it meanwhile.
        let is_meanwhile = preposition > governor && self.words.is(&lemma, Particle::Meanwhile);
        if is_meanwhile && role == Role::Gerund && self.sentence.child(at, Label::Nsubj).is_some() {
            self.verb(governor, Scope::Tense);
            return None;
        }
        // "In a call with the envoy, Peru urged restraint": what stands before a verb is no part of what it governs.
        if is_verb(head) && preposition < governor && self.words.is(&lemma, Particle::Link) {
            self.verb(governor, Scope::Tense);
            return None;
        }
        if self.lookup(governor, head, role, Some(&lemma)).is_none() && !self.words.is(&lemma, Particle::Link) {
            // What an act is set against is known, not told: "after the invasion", "despite signing".
            let by_it = self.words.is(&lemma, Particle::Means);
            // "Shares fell before talks between": nobody says that they were held.
            if role == Role::Prep && at == self.trigger && self.words.is(&lemma, Particle::Demanded) {
                self.link(preposition, Class::Condition, false, "is still to come");
                self.give(Mode::Conditional);
                return None;
            }
            self.reading.background |= !by_it;
            if is_verb(head) {
                self.verb(governor, if by_it { Scope::WithoutNegation } else { Scope::Tense });
            }
            return by_it.then_some(governor);
        }
        self.noun_before(preposition, governor, &lemma);
        self.governed(governor, role, Some(&lemma))
    }

    /// Applies a noun that asks for the preposition after it, where the parser hung that under the verb:
    /// "adheres to the course towards signing".
    fn noun_before(&mut self, preposition: usize, governor: usize, lemma: &str) {
        // "A step yet toward ending the war".
        let is_adverb = |at: &usize| self.sentence.token(*at).is_some_and(|token| token.tag == Tag::Rb);
        let before = (0..preposition).rev().find(|at| !is_adverb(at));
        let Some(before) = before.filter(|before| *before != governor) else { return };
        let Some(noun) = self.sentence.token(before).filter(|token| token.tag.is_noun()) else { return };
        let asks = self.words.governors(&noun.lemma, Part::Noun).find(|(_, second)| *second == Some(lemma));
        if let Some((known, _)) = asks {
            let known = known.clone();
            self.apply(before, &known);
        }
    }

    /// Applies the word above where the lexicon knows what it does to an act in this role.
    fn governed(&mut self, above: usize, role: Role, preposition: Option<&str>) -> Option<usize> {
        let token = self.sentence.token(above)?;
        let known = self.lookup(above, token, role, preposition).cloned();
        match known {
            Some(governor) => self.apply(above, &governor),
            None if is_verb(token) => {
                let scope = match role {
                    Role::Subject if self.has_full_object(above) => Scope::WithoutNegation,
                    Role::Object | Role::Subject | Role::Infinitive | Role::Gerund if preposition.is_none() => {
                        Scope::Whole
                    }
                    Role::That => Scope::Tense,
                    _ => Scope::WithoutNegation,
                };
                self.verb(above, scope);
            }
            None => {}
        }
        Some(above)
    }

    /// Tells whether a verb acts on something told in full, so that its subject is there whether or not it does: "the warning did not
    /// deter Peru"; not "the talks did not take place".
    fn has_full_object(&self, verb: usize) -> bool {
        let object = self.sentence.child(verb, Label::Dobj).filter(|&object| verb < object);
        let is_full = |object: usize| {
            let begins = |(_, below): (usize, &Token)| matches!(below.label, Label::Det | Label::Poss);
            let is_name = |token: &Token| matches!(token.tag, Tag::Nnp | Tag::Nnps);
            self.sentence.token(object).is_some_and(is_name) || self.sentence.children(object).any(begins)
        };
        object.is_some_and(is_full) && !clause::is_passive(self.sentence, verb)
    }

    fn lookup(&self, above: usize, token: &Token, role: Role, preposition: Option<&str>) -> Option<&Governor> {
        let lemma = token.lemma.to_lowercase();
        let linked = preposition.is_none_or(|word| self.words.is(word, Particle::Link));
        let stands = |governor: &Governor, second: Option<&str>| match second {
            Some(second) if preposition == Some(second) => matches!(role, Role::Gerund | Role::Prep),
            Some(second) => linked && governor.roles.contains(&role) && self.has_second(above, second),
            None => linked && governor.roles.contains(&role),
        };
        // "Insisted that Peru leave" asks for it, "insisted that Peru had left" says so.
        let is_asked = |governor: &Governor| {
            governor.class != Class::Call || role != Role::That || !self.states(above) || {
                let mut others = self.words.governors(&lemma, Part::Verb);
                !others.any(|(other, _)| other.class == Class::Speech)
            }
        };
        let fits = |governor: &Governor, second: Option<&str>| {
            stands(governor, second)
                && is_asked(governor)
                && (!governor.of_pact || pact::lays_down(self.sentence, above, self.words))
        };
        let parts: &[Part] = if token.tag.is_noun() {
            &[Part::Noun]
        } else if matches!(token.tag, Tag::Vbn | Tag::Vbg) {
            &[Part::Verb, Part::Adjective]
        } else if is_verb(token) {
            &[Part::Verb]
        } else {
            &[Part::Adjective]
        };
        let by_lemma = parts
            .iter()
            .find_map(|part| self.words.governors(&lemma, *part).find(|(governor, second)| fits(governor, *second)));
        // Participles stand in the lexicon as adjectives under their own form: "committed", "prepared".
        let by_form =
            || self.words.governors(&token.lower, Part::Adjective).find(|(governor, second)| fits(governor, *second));
        let found = by_lemma.or_else(|| parts.contains(&Part::Adjective).then(by_form).flatten());
        found.map(|(governor, _)| governor)
    }

    /// Tells whether what is said under a verb is told as a fact: "that it had left", not "that it leave".
    fn states(&self, above: usize) -> bool {
        let is_finite = |token: &Token| matches!(token.tag, Tag::Vbd | Tag::Vbz | Tag::Vbp);
        let clause = self.sentence.child(above, Label::Ccomp);
        clause.is_some_and(|clause| {
            let mut helps = self.sentence.children(clause);
            self.sentence.token(clause).is_some_and(|verb| matches!(verb.tag, Tag::Vbd | Tag::Vbz))
                || helps.any(|(_, below)| matches!(below.label, Label::Aux | Label::AuxPass) && is_finite(below))
        })
    }

    /// Tells whether a verb has a particle or preposition, or the next word is the one asked for.
    fn has_second(&self, above: usize, second: &str) -> bool {
        self.sentence.children(above).any(|(_, below)| {
            &*below.lower == second && matches!(below.label, Label::Prt | Label::Prep | Label::Advmod | Label::Dative)
        }) || self.sentence.token(above + 1).is_some_and(|next| &*next.lower == second)
    }

    fn apply(&mut self, above: usize, governor: &Governor) {
        let negation = self.negation_of(above).filter(|token| !self.spent.contains(token));
        self.spent.extend(negation);
        let (class, gives) = match (negation, governor.negated) {
            (None, _) => (governor.class, governor.gives),
            (Some(_), Some(negated)) => negated,
            (Some(_), None) => (governor.class, Mode::Negated),
        };
        let aspect = if negation.is_some() && governor.negated_aspect.is_some() {
            governor.negated_aspect
        } else {
            governor.aspect
        };
        self.link(above, class, negation.is_some(), "governs it");
        self.reading.aspect = self.reading.aspect.or(aspect);
        self.reading.background |= governor.background;
        if gives == Mode::Planned && self.reading.mode == Mode::Actual {
            self.reading.announced = governor.announces;
        } else if gives == Mode::Planned {
            self.reading.announced &= governor.announces;
        }
        self.give(gives);
        if self.sentence.token(above).is_some_and(is_verb) {
            let is_speech = matches!(class, Class::Speech | Class::Belief);
            self.verb(above, if is_speech { Scope::Tense } else { Scope::WithoutNegation });
        }
    }

    /// Returns what negates a governor: a verb's negation, a noun's determiner, or the verb that carries it.
    fn negation_of(&self, above: usize) -> Option<usize> {
        let token = self.sentence.token(above)?;
        if is_verb(token) {
            let modifiers = modifier::of_verb(self.sentence, above, self.words);
            return modifiers.negation.or_else(|| {
                modifiers.adverbs.iter().find(|(_, mode, _)| *mode == Some(Mode::Negated)).map(|(token, ..)| *token)
            });
        }
        let own = negative_noun(self.sentence, above, self.words).or_else(|| {
            let negation = |(_, below): &(usize, &Token)| below.label == Label::Neg;
            self.sentence.children(above).find(negation).map(|(index, _)| index)
        });
        let carrier = token.head.filter(|head| {
            self.sentence.token(*head).is_some_and(|verb| {
                is_verb(verb)
                    && self.words.is(&verb.lemma, Particle::Light)
                    && matches!(token.label, Label::Dobj | Label::Attr | Label::Acomp | Label::Oprd | Label::NsubjPass)
            })
        });
        own.or_else(|| modifier::of_verb(self.sentence, carrier?, self.words).negation)
    }

    /// Counts what modifies a verb.
    fn verb(&mut self, verb: usize, scope: Scope) {
        if self.reading.tense == Tense::Absent {
            self.reading.tense = modifier::tense(self.sentence, verb, self.words);
        }
        if scope == Scope::Tense {
            return;
        }
        let modifiers = modifier::of_verb(self.sentence, verb, self.words);
        let negation = modifiers.negation.filter(|token| scope == Scope::Whole && !self.spent.contains(token));
        self.spent.extend(negation);
        match modifiers.modal {
            Some((modal, token)) => self.modal(verb, modal, token, negation),
            None => {
                if let Some(negation) = negation {
                    self.negate(negation);
                }
            }
        }
        if modifiers.waits && self.reading.mode == Mode::Planned {
            self.reading.announced = false;
            self.reading.why.push("comes about only after something else has".to_owned());
        }
        if modifiers.headline_future {
            self.link(verb, Class::Future, false, "stands as an infinitive at the head of the sentence");
            self.plan();
        }
        // "Accuses it often", "has accused it repeatedly"; what is told of a past day keeps that.
        self.reading.background |= modifiers.background
            && matches!(modifier::tense(self.sentence, verb, self.words), Tense::Present | Tense::PresentPerfect);
        if modifiers.at_once && self.reading.mode == Mode::Planned && self.reading.announced {
            self.reading.mode = Mode::Actual;
            self.reading.why.push("holds at once".to_owned());
        }
        for (token, mode, aspect) in modifiers.adverbs {
            self.reading.aspect = self.reading.aspect.or(aspect);
            if let Some(mode) = mode.filter(|mode| *mode != Mode::Negated || scope == Scope::Whole) {
                self.link(token, Class::Adverb, false, "qualifies it");
                self.give(mode);
            }
        }
        if let Some(mark) = modifiers.condition.filter(|&mark| !self.is_told_as_done(verb, mark)) {
            self.link(mark, Class::Condition, false, "makes it depend on a condition");
            self.give(Mode::Conditional);
        }
        if let Some(mark) = modifiers.question {
            self.link(mark, Class::Question, false, "makes it a question");
            self.give(Mode::Conditional);
        }
    }

    /// Tells whether the act itself is told in the simple past, so that what it depends on is what was spoken of: "threatened
    /// Peru with sanctions unless it left".
    fn is_told_as_done(&self, verb: usize, mark: usize) -> bool {
        let is_past = self.sentence.token(verb).is_some_and(|token| token.tag == Tag::Vbd);
        let helps = |label: Label| self.sentence.child(verb, label).is_some();
        let is_behind = mark > verb && self.sentence.token(mark).is_some_and(|mark| mark.head != Some(verb));
        verb == self.trigger && is_past && is_behind && !helps(Label::Aux) && !helps(Label::AuxPass)
    }

    fn modal(&mut self, verb: usize, modal: Auxiliary, token: usize, negation: Option<usize>) {
        let told_in_past = || self.is_told_in_past(verb);
        match (modal, negation) {
            (Auxiliary::Future, None) => {
                self.link(token, Class::Future, false, "tells it of the future");
                self.plan();
            }
            (Auxiliary::Conditional, None) if told_in_past() => {
                self.link(token, Class::Future, false, "tells it of a future seen from the past");
                self.plan();
            }
            (Auxiliary::Future, Some(_)) => {
                self.link(token, Class::Refusal, true, "tells that it will not be");
                self.give(Mode::Negated);
            }
            (Auxiliary::Conditional, Some(_)) if told_in_past() => {
                self.link(token, Class::Refusal, true, "tells that it would not be");
                self.give(Mode::Negated);
            }
            (Auxiliary::Ability, Some(_)) => {
                self.link(token, Class::Failure, true, "tells that it cannot be");
                self.give(Mode::Negated);
            }
            (Auxiliary::Obligation, None) if pact::lays_down(self.sentence, verb, self.words) => {
                self.link(token, Class::Promise, false, "tells what an agreement lays down");
                self.give(Mode::Planned);
            }
            (Auxiliary::Obligation, negation) => {
                self.link(token, Class::Obligation, negation.is_some(), "tells what ought to be");
                self.give(Mode::Conditional);
            }
            (_, negation) => {
                self.link(token, Class::Possibility, negation.is_some(), "tells what may be");
                self.give(Mode::Conditional);
            }
        }
    }

    /// Tells whether a verb stands in what was said or decided in the past: "said it would".
    fn is_told_in_past(&self, verb: usize) -> bool {
        std::iter::once(verb).chain(self.sentence.ancestors(verb)).take(6).any(|index| {
            let Some(token) = self.sentence.token(index) else { return false };
            let Some(head) = token.head.filter(|_| matches!(token.label, Label::Ccomp | Label::Acl)) else {
                return false;
            };
            // "Reacted by announcing that it would": as the verb above tells.
            let above = clause::above_gerund(self.sentence, head);
            // "Gave notice that it would": as the verb that carries the noun.
            let noun = self.sentence.token(head).filter(|noun| noun.label == Label::Dobj);
            let carrier = noun.and_then(|noun| noun.head);
            std::iter::once(head).chain(above).chain(carrier).any(|verb| {
                matches!(
                    modifier::tense(self.sentence, verb, self.words),
                    Tense::Past | Tense::PastPerfect | Tense::PresentPerfect
                )
            })
        })
    }

    fn plan(&mut self) {
        if self.reading.mode == Mode::Actual {
            self.reading.announced = true;
        }
        self.give(Mode::Planned);
    }

    fn negate(&mut self, token: usize) {
        self.link(token, Class::Negation, true, "negates it");
        self.give(Mode::Negated);
    }

    fn link(&mut self, token: usize, class: Class, negated: bool, what: &str) {
        let word = self.sentence.token(token).map_or("", |token| &*token.text);
        let not = if negated && class != Class::Negation { ", negated" } else { "" };
        self.reading.why.push(format!("{word:?} ({}{not}) {what}", class.as_str()));
        self.reading.governors.push(Link { token, class, negated });
    }

    /// Puts the mode that an outer word gives over the one that the inner words gave.
    fn give(&mut self, outer: Mode) {
        let inner = self.reading.mode;
        self.reading.mode = match (outer, inner) {
            (Mode::Actual, inner) => inner,
            (outer, Mode::Actual | Mode::Historical) => outer,
            (Mode::Conditional, _) | (_, Mode::Conditional) => Mode::Conditional,
            // "The decision to impose tariffs was lawful": what is done by deciding it, too.
            (Mode::Historical, Mode::Planned) if self.reading.announced => Mode::Historical,
            (Mode::Historical, inner) => inner,
            (Mode::Planned, inner) => inner,
            // What is not denied, or not refused to be left undone, is not told as done.
            (Mode::Negated, Mode::Negated) => Mode::Conditional,
            (Mode::Negated, _) => Mode::Negated,
        };
    }
}
