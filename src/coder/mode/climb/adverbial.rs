//! The way up from an act in an adverbial clause: a purpose, what is done with the main verb, what somebody waits for.

use super::{Climber, Scope};
use crate::coder::clause;
use crate::coder::mode::Tense;
use crate::coder::mode::modifier::{self, is_verb};
use crate::english::Token;
use crate::english::tag::{Label, Tag};
use crate::model::category::Mode;
use crate::ontology::lexicon::mode::{Class, Particle, Role};

impl Climber<'_> {
    /// An adverbial clause: a participle shares the main verb's mode, an infinitive is what it is for.
    pub(super) fn adverbial_clause(&mut self, at: usize, head: usize) -> Option<usize> {
        let token = self.sentence.token(at)?;
        let child = |wanted: Label| self.sentence.child(at, wanted);
        let infinitive = clause::is_infinitive(self.sentence, at);
        if infinitive && let Some(noun) = self.asked_by_noun(at, head) {
            return self.governed(noun, Role::Infinitive, None);
        }
        // "Called on Peru to leave" with the infinitive as the purpose of calling.
        let asks = |verb: &Token| {
            let governor = self.lookup(head, verb, Role::Infinitive, None);
            governor.is_some_and(|governor| governor.class == Class::Call || governor.of_pact)
        };
        let has_other = self.sentence.child(head, Label::Dobj).is_some();
        if infinitive && at > head && !has_other && self.sentence.token(head).is_some_and(asks) {
            return self.governed(head, Role::Infinitive, None);
        }
        if infinitive && at > head && self.is_begun(at, head) {
            self.link(head, Class::Accomplishment, false, "tells that it came about");
            self.verb(head, Scope::WithoutNegation);
            return Some(head);
        }
        if self.came_of(at) {
            self.verb(head, Scope::WithoutNegation);
            return Some(head);
        }
        if infinitive {
            self.link(at, Class::Purpose, false, "is what another act is for");
            self.give(Mode::Planned);
            self.reading.announced = false;
            return None;
        }
        // "While demanding", "when meeting": such a mark tells only that both go together.
        let means =
            |mark: usize| self.sentence.token(mark).is_some_and(|mark| self.words.is(&mark.lower, Particle::Means));
        if let Some(mark) = self.awaits(at, head) {
            self.link(mark, Class::Condition, false, "makes it what something waits for");
            // What is alleged goes on all the same.
            if !self.sentence.token(mark).is_some_and(|mark| self.words.is(&mark.lower, Particle::Ongoing)) {
                self.give(Mode::Conditional);
            }
            return None;
        }
        let participle = matches!(token.tag, Tag::Vbg | Tag::Vbn) && child(Label::Mark).is_none_or(means);
        if participle && child(Label::Nsubj).is_none() && self.sentence.token(head).is_some_and(is_verb) {
            self.verb(head, Scope::WithoutNegation);
            return Some(head);
        }
        None
    }

    /// Returns the mark of a clause that tells what the clause above waits for: "will stay closed until Peru pays".
    fn awaits(&self, at: usize, head: usize) -> Option<usize> {
        // "Will lift it as soon as Peru pays": the clause hangs on the adverb.
        let adverb = self.sentence.token(head).filter(|token| token.label == Label::Advmod && !is_verb(token));
        let (head, is_at_once) = adverb.and_then(|adverb| adverb.head).map_or((head, false), |verb| (verb, true));
        let is = |index: usize, particle| {
            self.sentence.token(index).is_some_and(|token| self.words.is(&token.lower, particle))
        };
        let mut marks = self
            .sentence
            .children(at)
            .filter(|&(index, below)| index < at && matches!(below.label, Label::Mark | Label::Advmod));
        let (mark, _) = marks.find(|&(index, _)| is(index, Particle::Awaited) || is(index, Particle::Pending))?;
        let is_present =
            matches!(modifier::tense(self.sentence, at, self.words), Tense::Present | Tense::PresentPerfect);
        let is_to_come = clause::is_infinitive(self.sentence, head)
            || modifier::of_verb(self.sentence, head, self.words).modal.is_some();
        // "Ruled out a truce before Peru leaves": the present is still to come.
        let awaited = is(mark, Particle::Awaited) || is(mark, Particle::Demanded);
        let is_due = is(mark, Particle::Awaited) || is_at_once || is_present;
        (is_to_come && is_due || awaited && is_present).then_some(mark)
    }

    /// Returns the noun that an infinitive after it tells the content of, where who is asked stands between: "renewed its call
    /// for Peru to leave".
    fn asked_by_noun(&self, at: usize, verb: usize) -> Option<usize> {
        let noun = self.sentence.child(verb, Label::Dobj).filter(|&noun| verb < noun && noun < at)?;
        let asked = self.sentence.children(noun).any(|(index, below)| index > noun && below.label == Label::Prep);
        let word = self.sentence.token(noun).filter(|_| asked)?;
        self.lookup(noun, word, Role::Infinitive, None).filter(|governor| governor.class == Class::Call).map(|_| noun)
    }
}
