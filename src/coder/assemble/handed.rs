//! Sides that another noun or verb of the same sentence hands on: what a pronoun for a thing stands for, and the act
//! that is done to what this one made.

use super::{Scene, absent};
use crate::coder::clause::{self, Arguments};
use crate::coder::mention::{Form, Mention};
use crate::coder::side::Role;
use crate::coder::{context, frame};
use crate::english::tag::Label;
use crate::model::event::{Event, Participant};
use crate::ontology::frames::{Frame, Slot};
use crate::ontology::reference::PronounKind;
use crate::ontology::types::{Sides, TypeRule};

impl<'a> Scene<'a> {
    /// Returns who stands in the phrase of the noun that a pronoun for a thing means: "the relations between Peru and
    /// Chile, which severed them".
    pub(super) fn of_antecedent(&self, frame: &Frame, fits: &dyn Fn(&Mention) -> bool) -> Vec<&'a Mention> {
        let (sentence, arguments) = (self.sentence, &self.hit.arguments);
        let pronoun = |&&head: &&usize| frame::points_back(sentence, head, self.cast.frames);
        let Some(&pronoun) = arguments.object.iter().find(pronoun) else { return Vec::new() };
        let is_meant = |&index: &usize| {
            sentence.token(index).is_some_and(clause::is_noun)
                && frame::is_one_of(sentence, index, &frame.object, self.cast.frames)
        };
        let Some(noun) = (0..pronoun).rev().find(is_meant) else { return Vec::new() };
        let around = Arguments { object: vec![noun], ..Arguments::default() };
        self.cast.side(Role::Recipient, &[Slot::Object], self.hit.trigger, &around, fits)
    }

    /// Returns on whom what a pronoun means lies: as its clause says, else as the noun says that it stands for.
    pub(super) fn laid_on(&self, frame: &Frame, fits: &dyn Fn(&Mention) -> bool) -> Vec<&'a Mention> {
        let onto = &self.cast.frames.shared().onto;
        let is_onto = |slot: &&Slot| matches!(slot, Slot::Prep(word) if onto.contains(word));
        let slots: Vec<Slot> = frame.recipient.iter().filter(is_onto).cloned().collect();
        if slots.is_empty() {
            return Vec::new();
        }
        let told = self.cast.side(Role::Recipient, &slots, self.hit.trigger, &self.hit.arguments, fits);
        if told.is_empty() { self.of_antecedent(frame, fits) } else { told }
    }

    /// Returns those who do together what a relative clause tells on of, but for those who act in the clause: "Peru and
    /// Chile resumed the talks that Peru had suspended".
    pub(super) fn across_noun(&self, rule: &TypeRule, actors: &[Participant]) -> Vec<Participant> {
        let token = self.sentence.token(self.hit.trigger).filter(|token| token.label == Label::Relcl);
        let told = token.and_then(|token| self.told_above(token.head?, rule));
        told.map(|event| absent::others(event, actors)).unwrap_or_default()
    }

    /// Returns the act of the same sentence that is done to what this one made, where the words leave out who made it:
    /// "Peru terminated a pact signed with Chile", "lifted a ban imposed in 2019".
    pub(super) fn done_to_it(&self, rule: &TypeRule) -> Option<&'a Event> {
        let arguments = &self.hit.arguments;
        let token = self.sentence.token(self.hit.trigger)?;
        let is_left_out = arguments.subject.is_empty() && matches!(token.label, Label::Acl | Label::Relcl);
        let is_told = rule.sides == Sides::Joint || !rule.spoken && self.is_dated();
        let noun = token.head.filter(|_| is_left_out && is_told)?;
        self.told_above(noun, rule)
    }

    /// Returns what a noun, or a word above it in the tree, has told of the dimension of a type.
    fn told_above(&self, noun: usize, rule: &TypeRule) -> Option<&'a Event> {
        let above = std::iter::once(noun).chain(self.sentence.ancestors(noun)).collect::<Vec<_>>();
        let drafts = self.here.iter().rev().filter(|draft| above.contains(&draft.trigger));
        drafts.map(|draft| &draft.event).find(|event| self.is_of_dimension(event, rule))
    }

    /// Tells whether an event moves the dimension that a type moves.
    pub(super) fn is_of_dimension(&self, event: &Event, rule: &TypeRule) -> bool {
        rule.dimension().is_some() && self.rule(&event.kind).and_then(TypeRule::dimension) == rule.dimension()
    }

    /// Returns who last did something bad to those of the own side whom a pronoun of what is asked for means: "Peru arrested
    /// a Chilean officer. Chile demanded that he be freed".
    pub(super) fn holders(&self, actors: &[Participant]) -> Vec<Participant> {
        let arguments = &self.hit.arguments;
        let asked: Vec<usize> = arguments
            .object
            .iter()
            .chain(&arguments.complement)
            .copied()
            .chain(arguments.preps.iter().map(|&(_, noun)| noun))
            .collect();
        let is_own = |party: &Participant| context::holds(actors, party);
        // "That he be freed", "her release"; not "that it pay".
        let is_patient = |&index: &usize| {
            let token = self.sentence.token(index);
            token.is_some_and(|token| {
                let kind = self.desk.ontology.references().pronoun(&token.lower);
                kind.is_some_and(|kind| kind != PronounKind::OwnSide)
                    && matches!(token.label, Label::Poss | Label::NsubjPass)
            })
        };
        // An officer or a journalist without a name is nobody whom a pronoun for a person would find.
        let is_meant = |&index: &usize| {
            let named = self.cast.mentions.iter().find(|mention| mention.covers(index));
            named.is_none_or(|mention| mention.form == Form::Pronoun && mention.parties.iter().all(is_own))
        };
        let mut below = asked.iter().flat_map(|&head| self.sentence.subtree(head));
        if !below.any(|index| is_patient(&index) && is_meant(&index)) {
            return Vec::new();
        }
        let is_bad = |event: &Event| self.desk.ontology.score(event.cameo).is_some_and(|score| score < 0.0);
        let suffers = |event: &Event| event.recipients.iter().any(is_own) && !event.actors.iter().any(is_own);
        // Only what was told last: whatever came between may be meant as well.
        let last = self.earlier.iter().rev().find(|event| !event.recipients.is_empty());
        let found = last.filter(|event| is_bad(event) && suffers(event));
        found.map(|event| context::unnamed(&event.actors)).unwrap_or_default()
    }
}
