//! What the words above an act say that it is not: a promise to leave something undone is no refusal, and one round of talks
//! that ends does not end the talks; and with whom it was agreed.

use super::Scene;
use crate::coder::mention::Mention;
use crate::coder::mode::Reading;
use crate::coder::{clause, frame};
use crate::english::tag::{Label, Tag};
use crate::model::category::{Mode, PloverClass};
use crate::model::event::Event;
use crate::model::id::EventType;
use crate::ontology::frames::{Frame, Slot};
use crate::ontology::lexicon::mode::{Class, Part};

impl Scene<'_> {
    /// Returns those with whom the act was agreed, where the verb of agreeing tells it: "agreed with Peru to restore ties".
    pub(super) fn agreed_with(&self, slots: &[Slot], fits: &dyn Fn(&Mention) -> bool) -> Vec<&Mention> {
        let trigger = self.hit.trigger;
        let token = self.sentence.token(trigger).filter(|token| token.label == Label::Xcomp);
        let Some(above) = token.and_then(|token| token.head) else { return Vec::new() };
        let lemma = frame::lemma_of(self.sentence, above).unwrap_or_default();
        let mut senses = self.desk.ontology.lexicon().mode.governors(&lemma, Part::Verb);
        if !senses.any(|(governor, _)| governor.class == Class::Agreement) {
            return Vec::new();
        }
        let prepositions = self.sentence.children(above).filter(|(index, below)| {
            let is_asked = || slots.iter().any(|slot| matches!(slot, Slot::Prep(word) if **word == *below.lower));
            below.label == Label::Prep && *index < trigger && is_asked()
        });
        let sides = prepositions.flat_map(|(preposition, _)| clause::objects(self.sentence, preposition));
        sides.flat_map(|side| self.cast.at(side)).filter(|mention| fits(mention)).collect()
    }

    /// Returns what a frame needs beside its words and does not have: another type made of it, or something told before.
    pub(super) fn lacks_ground(&self, frame: &Frame, kind: &EventType) -> Option<&'static str> {
        if frame.turned && *kind == frame.kind {
            return Some("tells nothing unless it is stopped, resumed or refused");
        }
        (!frame.after.is_empty() && self.ground(frame).is_none()).then_some("tells nothing of what was not told before")
    }

    /// Returns the last event told before of a type that a frame asks for.
    pub(super) fn ground(&self, frame: &Frame) -> Option<&Event> {
        let before = self.before.iter().map(|(_, draft)| draft).chain(self.here);
        before.map(|draft| &draft.event).rfind(|event| frame.after.contains(&event.kind))
    }

    /// Tells whether an act comes to a refusal only because somebody assures that it will not be done: "promised not to let
    /// rebels cross"; and what is only not threatened is what was promised. Whoever vows not to yield refuses.
    pub(super) fn is_assured_not(&self, kind: &EventType, reading: &Reading) -> bool {
        let shared = self.desk.ontology.frames().shared();
        let assures = |token: usize| {
            frame::lemma_of(self.sentence, token).is_some_and(|lemma| shared.assurances.contains(&*lemma))
        };
        let promise = reading.governors.iter().find(|link| matches!(link.class, Class::Promise | Class::Agreement));
        let is_word = || {
            let code = self.rule(kind).map(|rule| rule.code(None, Mode::Actual));
            let class = code.and_then(|code| self.desk.ontology.plover(code));
            matches!(class, Some(PloverClass::Reject | PloverClass::Threaten))
        };
        reading.mode == Mode::Negated && promise.is_some_and(|link| !link.negated && assures(link.token)) && is_word()
    }

    /// Returns the type that a verb of beginning, going on or ending makes of the frame's; none where what is good for the other
    /// is no longer done: "stopped giving visas".
    pub(super) fn in_its_course(&self, frame: &Frame, reading: &Reading) -> Option<EventType> {
        let variants = &frame.variants;
        let by_course = [
            (Class::Stop, &variants.stopped),
            (Class::Resume, &variants.resumed),
            (Class::Continue, &variants.continued),
        ];
        let is_under = |wanted: Class| reading.classes().any(|class| class == wanted);
        let changed = by_course
            .iter()
            .find(|(class, kind)| kind.is_some() && is_under(*class) && !(*class == Class::Stop && self.is_of_spell()))
            .and_then(|(_, kind)| kind.as_ref());
        let is_ended = reading.governors.first().is_some_and(|link| link.class == Class::Stop && !link.negated)
            && self.sentence.token(self.hit.trigger).is_some_and(|token| token.tag == Tag::Vbg);
        let score = || self.rule(&frame.kind).and_then(|rule| self.score(frame, rule));
        if changed.is_none() && is_ended && score().is_some_and(|score| score > 0.0) {
            return None;
        }
        Some(changed.unwrap_or(&frame.kind).clone())
    }

    /// Tells whether what the noun of an act stands under is one spell of it: "the second round of talks ended".
    pub(super) fn is_of_spell(&self) -> bool {
        let shared = self.desk.ontology.frames().shared();
        let token = self.sentence.token(self.hit.trigger).filter(|token| token.label == Label::Pobj);
        let preposition = token.and_then(|token| self.sentence.token(token.head?));
        let above = preposition.filter(|word| word.label == Label::Prep).and_then(|word| word.head);
        let lemma = above.and_then(|above| frame::lemma_of(self.sentence, above));
        lemma.is_some_and(|lemma| shared.spells.contains(&*lemma))
    }
}
