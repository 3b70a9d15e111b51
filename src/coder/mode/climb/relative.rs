//! The way up from an act in a relative clause, in one that tells what a decision does, or instead of which another was done.

use super::{Climber, Scope};
use crate::coder::clause;
use crate::coder::mode::modifier::is_verb;
use crate::coder::mode::{Tense, counts};
use crate::english::Token;
use crate::english::tag::{Label, Tag};
use crate::model::category::Mode;
use crate::ontology::lexicon::mode::{Auxiliary, Class, Part, Particle, Role};

impl Climber<'_> {
    /// Returns the verb that takes back a decision, for what the decision does: "rescinded an order expelling two envoys".
    pub(super) fn taken_back(&self, at: usize, noun: usize) -> Option<usize> {
        self.sentence.token(at).filter(|token| token.tag == Tag::Vbg)?;
        let decision = self.sentence.token(noun)?;
        let verb = decision.head.filter(|_| matches!(decision.label, Label::Dobj | Label::NsubjPass))?;
        let mut kinds = self.words.governors(&decision.lemma, Part::Noun);
        kinds.find(|(governor, _)| governor.class == Class::Decision)?;
        let above = self.lookup(verb, self.sentence.token(verb)?, Role::Object, None)?;
        (above.class == Class::Cancellation).then_some(verb)
    }

    /// Returns the verb that carries out what a noun promises, threatens or plans, or takes a chance: "made good on its threat to
    /// leave".
    pub(super) fn fulfilled(&self, noun: usize) -> Option<usize> {
        let told = self.sentence.token(noun)?;
        let above = told.head?;
        let verb = match told.label {
            Label::Dobj | Label::NsubjPass => above,
            Label::Pobj => self.sentence.token(above)?.head?,
            _ => return None,
        };
        let role = self.words.governors(&told.lemma, Part::Noun).find_map(|(governor, _)| match governor.class {
            Class::Promise | Class::Threat | Class::Intention | Class::Decision => Some(Role::Fulfilled),
            Class::Possibility | Class::Permission => Some(Role::Taken),
            _ => None,
        })?;
        self.lookup(verb, self.sentence.token(verb)?, role, None).map(|_| verb)
    }

    /// What was promised or threatened, where a verb says that it is done.
    pub(super) fn come_about(&mut self, verb: usize) -> Option<usize> {
        self.link(verb, Class::Accomplishment, false, "tells that it came about");
        self.governed(verb, Role::Object, None)
    }

    /// The promise or threat itself, of which a verb says that it was kept or not: it had been made before.
    pub(super) fn told_before(&mut self, verb: usize) -> Option<usize> {
        self.reading.background = true;
        self.verb(verb, Scope::Tense);
        Some(verb)
    }

    /// Tells whether what an infinitive says is done by the verb above it: behind its object ("used the speech to urge"), or
    /// right behind it ("stepped in to mediate").
    pub(super) fn is_begun(&self, at: usize, head: usize) -> bool {
        let token = |index: usize| self.sentence.token(index);
        let Some(verb) = token(head).filter(|verb| matches!(verb.tag, Tag::Vbd | Tag::Vbn)) else { return false };
        let mut kinds = self.words.governors(&verb.lemma, Part::Verb);
        let begins = kinds.any(|(kind, second)| {
            kind.roles.contains(&Role::Begun) && second.is_none_or(|second| self.has_second(head, second))
        });
        if !begins || self.sentence.child(head, Label::Dobj).is_some() {
            return begins;
        }
        // "Moved to Lima to sign the pact": not there yet.
        let before = self.sentence.child(at, Label::Aux).and_then(|to| to.checked_sub(1));
        let is_part = |before: usize| before == head || token(before).is_some_and(|word| word.head == Some(head));
        before.is_some_and(is_part) && self.sentence.children(head).all(|(_, below)| below.label != Label::Prep)
    }

    /// Tells whether an infinitive says what came of an act: "opened the border in May, only to close it again in June".
    pub(super) fn came_of(&self, at: usize) -> bool {
        let Some(to) = self.sentence.child(at, Label::Aux).filter(|_| clause::is_infinitive(self.sentence, at)) else {
            return false;
        };
        let only = to.checked_sub(1).and_then(|only| self.sentence.token(only));
        let comma = to.checked_sub(2).and_then(|comma| self.sentence.token(comma));
        only.is_some_and(|only| only.tag == Tag::Rb && self.words.is(&only.lower, Particle::First))
            && comma.is_some_and(|comma| comma.tag == Tag::Comma)
    }

    /// Tells whether an act is that of a bill that nobody has passed: "introduced legislation to impose sanctions".
    pub(super) fn is_of_bill(&self, at: usize, noun: usize) -> bool {
        let token = |index: usize| self.sentence.token(index);
        let is = |index: usize, particle| token(index).is_some_and(|word| self.words.is(&word.lemma, particle));
        let is_told = token(at).is_some_and(|deed| deed.tag == Tag::Vbg) || clause::is_infinitive(self.sentence, at);
        let above =
            std::iter::once(noun).chain(self.sentence.ancestors(noun)).find(|&above| token(above).is_some_and(is_verb));
        is_told && is(noun, Particle::Bill) && !above.is_some_and(|verb| is(verb, Particle::Enacting))
    }

    /// Returns the adjective beside a copula that governs what is said under it: "it was untrue that Peru had armed them".
    pub(super) fn judged(&self, copula: usize) -> Option<usize> {
        let adjective = self.sentence.child(copula, Label::Acomp)?;
        let word = self.sentence.token(adjective)?;
        self.lookup(adjective, word, Role::That, None).map(|_| adjective)
    }

    /// Returns the copula that says of its subject that it is among the first to do something: "was among the first to
    /// recognise Peru".
    pub(super) fn among_first(&self, at: usize, copula: usize) -> Option<usize> {
        let token = |index: usize| self.sentence.token(index);
        let be = token(copula)?;
        let is_state = self.words.auxiliary(&be.lower, &be.lemma) == Some(Auxiliary::Be);
        let mut below = self.sentence.children(copula).filter(|(_, below)| below.label == Label::Prep);
        let is_first = |preposition: usize| {
            let under = self.sentence.child(preposition, Label::Pobj);
            under.is_some_and(|under| {
                under < at && token(under).is_some_and(|word| self.words.is(&word.lower, Particle::First))
            })
        };
        let found = is_state && clause::is_infinitive(self.sentence, at) && below.any(|(index, _)| is_first(index));
        found.then_some(copula)
    }

    /// Tells whether something else was done than what a verb names: "held talks rather than recall its envoy", "instead of
    /// leaving, Peru".
    pub(super) fn is_rather(&self, at: usize) -> bool {
        let link = at.checked_sub(1).and_then(|link| self.sentence.token(link)).filter(|link| link.tag == Tag::In);
        let Some(before) = at.checked_sub(2).filter(|_| link.is_some()) else { return false };
        // "As far as expelling them".
        let is_far = self.sentence.child(before, Label::Advmod).is_some();
        let negates = |word: &Token| self.words.is(&word.lower, Particle::NegativePreposition);
        !is_far && self.sentence.token(before).is_some_and(negates)
    }

    /// Tells whether a relative clause tells in the present what somebody does with its noun: "the drills that Peru holds".
    fn is_habit(&self, at: usize, noun: usize) -> bool {
        let token = |index: usize| self.sentence.token(index);
        let subject = self.sentence.child(at, Label::Nsubj).and_then(token);
        let is_other = subject.is_some_and(|subject| !matches!(subject.tag, Tag::Wdt | Tag::Wp) && noun < at);
        // "The message to them that Peru stands ready": with something of its own it leaves nothing open.
        let is_closed = self.sentence.children(at).any(|(index, below)| {
            index > at && matches!(below.label, Label::Dobj | Label::Acomp | Label::Attr | Label::Xcomp | Label::Ccomp)
        });
        // "A charge that Peru denies": what sums up the sentence is news.
        let sums_up = token(noun).is_some_and(|noun| noun.label == Label::Appos);
        is_other
            && !is_closed
            && !sums_up
            && !self.is_said_in(at)
            && token(at).is_some_and(|verb| matches!(verb.tag, Tag::Vbz | Tag::Vbp))
    }

    /// Returns what says of the act that a noun names, behind it, that it is still to come: "talks between Peru and Chile, due to
    /// open on Tuesday, were in doubt".
    pub(super) fn to_come(&self, noun: usize) -> Option<usize> {
        let is_schedule = |at: usize, word: &Token| {
            let roles = [Role::Subject, Role::Infinitive].into_iter();
            let mut found = roles.filter_map(|role| self.lookup(at, word, role, None));
            found.any(|governor| governor.class == Class::Schedule && governor.gives == Mode::Planned)
        };
        let says = |below: &Token| match below.label {
            Label::Amod | Label::Prep | Label::Advmod => true,
            Label::Acl => below.tag == Tag::Vbn,
            _ => false,
        };
        let mut behind = self.sentence.children(noun).filter(|(at, below)| *at > noun && says(below));
        behind.find(|&(at, below)| is_schedule(at, below)).map(|(at, _)| at)
    }

    /// Tells whether a relative clause tells what somebody says in something: "sent a note in which it calls on Peru to leave".
    fn is_said_in(&self, at: usize) -> bool {
        let under = self.sentence.children(at).filter(|&(index, below)| index < at && below.label == Label::Prep);
        let mut under = under.filter_map(|(preposition, _)| self.sentence.child(preposition, Label::Pobj));
        let is_which = under.any(|noun| self.sentence.token(noun).is_some_and(|noun| noun.tag == Tag::Wdt));
        let says = |class: Class| matches!(class, Class::Speech | Class::Call | Class::Accusation | Class::Threat);
        let verb = self.sentence.token(at).filter(|_| is_which);
        let mut governors = verb.into_iter().flat_map(|verb| self.words.governors(&verb.lemma, Part::Verb));
        governors.any(|(governor, _)| says(governor.class))
    }

    /// A relative clause tells of a noun; of what a verb above says, only its infinitive after "the first".
    pub(super) fn relative_clause(&mut self, at: usize, noun: usize) -> Option<usize> {
        let is = |index: usize, particle| {
            self.sentence.token(index).is_some_and(|token| self.words.is(&token.lower, particle))
        };
        let before = |particle| {
            let mut children = self.sentence.children(noun).map(|(index, _)| index);
            children.find(|&index| index < noun && is(index, particle))
        };
        if let Some(any) = Some(noun).filter(|&noun| is(noun, Particle::Any)).or_else(|| before(Particle::Any)) {
            self.link(any, Class::Condition, false, "leaves open whether anybody does it");
            self.give(Mode::Conditional);
            return None;
        }
        if self.is_habit(at, noun) {
            self.link(at, Class::Habit, false, "tells in the present what is done with a thing");
            self.give(Mode::Historical);
            return None;
        }
        // "Spoke of demands that Peru leave": what the noun is about, though the parser takes it for a relative clause.
        if self.sentence.child(at, Label::Mark) == Some(noun + 1) {
            let found = self.lookup(noun, self.sentence.token(noun)?, Role::That, None);
            if found.is_some_and(|found| found.class == Class::Call) {
                return self.governed(noun, Role::That, None);
            }
        }
        if !clause::is_infinitive(self.sentence, at) {
            return None;
        }
        let Some(copula) = clause::predicate_of(self.sentence, noun) else {
            // "Cleared the way for Peru to join the bloc".
            let is_open = self.lookup(noun, self.sentence.token(noun)?, Role::Infinitive, None).is_some();
            return if is_open { self.governed(noun, Role::Infinitive, None) } else { None };
        };
        let mut children = self.sentence.children(noun);
        // "Was the first to recognise Peru".
        let is_first = is(noun, Particle::First);
        if !is_first && !children.any(|(index, below)| index < noun && counts(below, self.words)) {
            self.link(noun, Class::Possibility, false, "is only what it might be for");
            self.give(Mode::Conditional);
            return None;
        }
        self.verb(copula, Scope::Whole);
        // "Was the first to recognise it" is known of old; "became the first" is news.
        let is_state = self
            .sentence
            .token(copula)
            .is_some_and(|token| self.words.auxiliary(&token.lower, &token.lemma) == Some(Auxiliary::Be));
        self.reading.background |= is_state && self.reading.tense == Tense::Past;
        Some(copula)
    }
}
