//! Acts of one side told in a row, of which one alone says toward whom: "recalled its envoy, closed the border and barred
//! flights from Peru".

use super::{Draft, Scene};
use crate::coder::{clause, context, frame};
use crate::english::tag::{Label, Tag};
use crate::english::{Sentence, Token};
use crate::model::category::{Mode, PloverClass, Stance};
use crate::model::event::Participant;
use crate::ontology::frames::Frame;
use crate::ontology::types::TypeRule;

/// How many steps up the tree are taken at the most.
const MAX_STEPS: usize = 8;

impl Scene<'_> {
    /// Returns the nearest act of the same side in the row of this one that is toward one other side and as good or as bad
    /// for it; only once all else of the sentence has been told.
    pub(super) fn in_row(&self, frame: &Frame, rule: &TypeRule, actors: &[Participant]) -> Vec<Participant> {
        let ontology = self.desk.ontology;
        let is_bad = |code| ontology.score(code).map(|score| score < 0.0);
        let own = is_bad(rule.code(frame.cameo, Mode::Actual));
        // What is said or done with anybody, as a call or an arrest, is toward whoever is named for it; but what is called bad
        // is whose whoever says so reproaches beside it: "called the step illegal and threatened Peru".
        let is_of_step = || rule.pair && rule.spoken && own == Some(true) && self.speaks_of_step();
        // "Met Quispe in Lima and pledged more trucks": what is given is for whoever is met, called, visited or thanked.
        let class = |rule: &TypeRule| ontology.plover(rule.code(None, Mode::Actual));
        let is_gift = class(rule) == Some(PloverClass::Aid) || !rule.spoken && rule.stance == Some(Stance::Offers);
        let is_of_row = is_gift || self.is_last && (is_of_two(rule) || is_of_step());
        if !is_of_row || own.is_none() {
            return Vec::new();
        }
        let fits_rule = |other: &TypeRule| {
            is_of_two(other)
                || rule.spoken && other.pair
                || is_gift && (other.spoken || class(other) == Some(PloverClass::Consult))
        };
        let first = first_of(self.sentence, verb_of(self.sentence, self.hit.trigger));
        let fits = |draft: &&Draft| {
            let event = &draft.event;
            let is_one = event.receiving().len() == 1;
            let is_other = event.recipients.iter().all(|party| !context::holds(actors, party));
            let is_same = actors.iter().all(|actor| context::holds(&event.actors, actor));
            is_one
                && is_other
                && is_same
                && event.mode != Mode::Negated
                && is_bad(event.cameo) == own
                && self.rule(&event.kind).is_some_and(fits_rule)
                && first_of(self.sentence, verb_of(self.sentence, draft.trigger)) == first
        };
        let nearest = self.here.iter().filter(fits).min_by_key(|draft| draft.trigger.abs_diff(self.hit.trigger));
        let toward = nearest.into_iter().flat_map(|draft| draft.event.receiving());
        let (roster, day) = (ontology.roster(), self.desk.article.published);
        toward.filter_map(|side| roster.participant(&side.root(), day)).collect()
    }
}

impl Scene<'_> {
    /// Tells whether somebody speaks of what another is known to have done, and names nobody there: "called the step illegal".
    fn speaks_of_step(&self) -> bool {
        let objects = &self.hit.arguments.object;
        let is_proxy =
            |&object: &usize| frame::lemma_of(self.sentence, object).is_some_and(|it| self.cast.frames.is_proxy(&it));
        !objects.is_empty() && objects.iter().all(|object| is_proxy(object) && self.points_to_thing(*object, &[]))
    }
}

/// Tells whether acts of a type are of one side toward another, beyond words.
fn is_of_two(rule: &TypeRule) -> bool {
    rule.pair && !rule.spoken
}

/// Tells whether a word stands in a row of verbs, or under one that does, or has a clause that tells when or why.
pub(super) fn stands_in_one(sentence: &Sentence, trigger: usize) -> bool {
    let verb = verb_of(sentence, trigger);
    // "Shut the port after it accused Togo": what the clause tells comes after it.
    let is_joined = |index: usize, below: &Token| {
        goes_on(sentence, index) || below.label == Label::Advcl && sentence.child(index, Label::Mark).is_some()
    };
    first_of(sentence, verb) != verb || sentence.children(verb).any(|(index, below)| is_joined(index, below))
}

/// Returns the verb that a noun stands under as what it carries, or the word itself.
fn verb_of(sentence: &Sentence, trigger: usize) -> usize {
    let token = sentence.token(trigger).filter(|token| clause::is_noun(token) && token.label == Label::Dobj);
    token.and_then(|token| token.head).unwrap_or(trigger)
}

/// Returns the first verb of the row that a verb stands in: "responded by suspending a treaty, closing the border".
fn first_of(sentence: &Sentence, verb: usize) -> usize {
    let mut at = verb;
    for _ in 0..MAX_STEPS {
        let Some(token) = sentence.token(at) else { break };
        let above = match token.label {
            Label::Pcomp => token.head.and_then(|preposition| sentence.token(preposition)?.head),
            _ => token.head,
        };
        match above.filter(|&above| goes_on(sentence, at) && sentence.token(above).is_some_and(clause::is_verb)) {
            Some(above) => at = above,
            None => break,
        }
    }
    at
}

/// Tells whether a verb goes on with what the one above tells, of the same side.
fn goes_on(sentence: &Sentence, verb: usize) -> bool {
    let Some(token) = sentence.token(verb).filter(|token| clause::is_verb(token)) else { return false };
    let has = |labels: &[Label]| sentence.children(verb).any(|(_, below)| labels.contains(&below.label));
    let is_bare = !has(&[Label::Nsubj, Label::NsubjPass, Label::Mark]);
    match token.label {
        Label::Conj => is_bare,
        Label::Advcl | Label::Pcomp => is_bare && token.tag == Tag::Vbg,
        _ => false,
    }
}
