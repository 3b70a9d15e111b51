//! Words under which nobody did it: what is only alleged, what an accident or the weather did, what a work shows,
//! what is foreseen by those who watch, and what is said to be untrue.

use super::Scene;
use crate::coder::clause;
use crate::english::tag::{Label, Tag};

impl Scene<'_> {
    /// Tells whether an adjective leaves open whether the act that a noun names is done: "its alleged support".
    pub(super) fn is_in_doubt(&self) -> bool {
        let doubts = &self.desk.ontology.frames().shared().doubts;
        let trigger = self.hit.trigger;
        self.sentence.token(trigger).is_some_and(clause::is_noun)
            && self.sentence.children(trigger).any(|(_, below)| {
                matches!(below.label, Label::Amod | Label::Nmod | Label::Compound) && doubts.contains(&*below.lower)
            })
    }

    /// Tells whether a participle says what an accident did: "a plane crashed, killing its crew".
    pub(super) fn is_of_accident(&self) -> bool {
        let token = |index: usize| self.sentence.token(index);
        let trigger = self.hit.trigger;
        let verb = token(trigger).filter(|word| word.tag == Tag::Vbg && word.label == Label::Advcl);
        let above = verb.and_then(|word| word.head);
        let accidents = &self.desk.ontology.frames().shared().accidents;
        above.is_some_and(|above| {
            token(above).is_some_and(|word| accidents.contains(&*word.lemma))
                && self.sentence.child(above, Label::Dobj).is_none()
        })
    }
}
