//! Sides that what others do or say tells: whoever says what was done together, toward whom others did the same.

use super::Scene;
use crate::coder::mention::{self, Form, Mention};
use crate::coder::mode::{self, Tense};
use crate::coder::{clause, context, frame};
use crate::english::Token;
use crate::english::tag::{Label, Tag};
use crate::model::category::{Mode, PloverClass};
use crate::model::event::{Event, Participant};
use crate::model::id::EventType;
use crate::ontology::frames::Frame;
use crate::ontology::reference::PronounKind;
use crate::ontology::types::TypeRule;

impl Scene<'_> {
    /// Tells whether a clause only recalls when it was that something told before was done: "When it was signed, Ghana praised
    /// Peru".
    pub(super) fn is_known_occasion(&self, frame: &Frame, kind: &EventType) -> bool {
        let token = self.sentence.token(self.hit.trigger);
        let is_when = |below: &Token| below.tag == Tag::Wrb && below.label == Label::Advmod;
        let opens = token.is_some_and(|token| token.label == Label::Advcl)
            && self.sentence.children(self.hit.trigger).any(|(_, below)| is_when(below));
        let is_told = |event: &Event| event.kind == *kind && event.mode == Mode::Actual;
        opens
            && self.hit.arguments.passive
            && self.points_back(frame)
            && !self.is_dated()
            && self.before.iter().any(|(_, draft)| is_told(&draft.event))
    }

    /// Returns who let the people go of whom a passive without agent tells that they were taken: "Peru freed two pilots. They
    /// had been arrested in May".
    pub(super) fn released_by(&self, frame: &Frame) -> Vec<Participant> {
        let (shared, arguments) = (self.desk.ontology.frames().shared(), &self.hit.arguments);
        // "Freed two pilots who had been arrested in May".
        let token = |index: usize| self.sentence.token(index);
        let is_relative = token(self.hit.trigger).is_some_and(|token| token.label == Label::Relcl);
        let references = self.desk.ontology.references();
        let is_people = |token: &Token| references.pronoun(&token.lower).is_some_and(|it| it != PronounKind::Thing);
        let is_known =
            |&taken: &usize| is_relative || token(taken).is_some_and(is_people) || self.is_told_elsewhere(taken);
        let is_of_known = arguments.passive && arguments.subject.is_empty() && arguments.object.iter().any(is_known);
        if !is_of_known || !shared.custody.contains(&frame.kind) {
            return Vec::new();
        }
        let told = self.before.iter().map(|(_, draft)| draft).chain(self.here).rev().map(|draft| &draft.event);
        let mut releases = told.filter(|event| event.mode == Mode::Actual && shared.releases.contains(&event.kind));
        releases.next().map(|event| context::unnamed(&event.actors)).unwrap_or_default()
    }

    /// Returns who holds the people that a passive without agent tells to be let go: "two pilots held by Peru since May were
    /// freed".
    pub(super) fn holder_of(&self, frame: &Frame) -> Vec<Participant> {
        let (shared, arguments) = (self.desk.ontology.frames().shared(), &self.hit.arguments);
        if !arguments.passive || !arguments.subject.is_empty() || !shared.releases.contains(&frame.kind) {
            return Vec::new();
        }
        let held = |&taken: &usize| {
            let clause = self.sentence.child(taken, Label::Acl)?;
            let agent = self.sentence.child(clause, Label::Agent)?;
            let mut holders = clause::objects(self.sentence, agent).flat_map(|holder| self.cast.at(holder));
            holders.next().map(|mention| mention.parties.clone())
        };
        arguments.object.iter().find_map(held).unwrap_or_default()
    }

    /// Returns toward whom others did the same before, where the clause names no third: "Peru froze aid to Ghana. Chile halted
    /// five million".
    pub(super) fn toward_as_others(&self, frame: &Frame, actors: &[Participant]) -> Vec<Participant> {
        let is_same = |event: &&Event| {
            event.kind == frame.kind
                && event.mode == Mode::Actual
                && !event.recipients.is_empty()
                && !actors.iter().any(|actor| event.acting().contains(&actor.party()))
                && event
                    .recipients
                    .iter()
                    .all(|party| !context::holds(actors, party) && !mention::is_nowhere(&party.id.root()))
        };
        let Some(last) = self.before.iter().rev().map(|(_, draft)| &draft.event).find(is_same) else {
            return Vec::new();
        };
        let found = context::unnamed(&last.recipients);
        let sides = [actors, found.as_slice()].concat();
        if self.names_third(&sides, true) { Vec::new() } else { found }
    }

    /// Returns whoever says what became of something that is told with only one side of it: "said the talks with Chile had
    /// collapsed", else the other side that the article is about.
    pub(super) fn beside_partners(
        &self,
        frame: &Frame,
        named: &[&Mention],
        actors: &[Participant],
        speaker: Option<&Participant>,
    ) -> Option<Participant> {
        let references = self.desk.ontology.references();
        // "Talks with Peru and Chile": also the second.
        let is_partner = |mention: &&Mention| {
            let first = clause::first_of_row(self.sentence, mention.head);
            let word = clause::preposition_over(self.sentence, first);
            word.is_some_and(|word| references.is_partner_preposition(word))
        };
        // "A truce with rebels fighting": those who fight are told, and with whom is not.
        let arguments = &self.hit.arguments;
        let is_of_act = |mention: &Mention| {
            let is_below =
                |&subject: &usize| !mention.covers(subject) && self.sentence.is_within(mention.head, subject);
            arguments.preps.iter().any(|&(_, under)| mention.covers(under)) || arguments.subject.iter().any(is_below)
        };
        let shared = self.desk.ontology.frames().shared();
        let is_public = |party: &Participant| party.country.is_some() && !shared.is_private(party.sector);
        if !frame.joint
            || named.is_empty()
            || !named.iter().all(|mention| is_partner(mention) || mention.form == Form::Adjective)
            || !named.iter().any(|mention| is_of_act(mention))
            || !actors.iter().all(is_public)
        {
            return None;
        }
        let says = speaker.filter(|speaker| speaker.binds && speaker.country.is_some());
        let takes_part = |party: &Participant| context::holds(actors, party);
        match says {
            Some(speaker) => Some(self.state(speaker.clone())).filter(|state| !takes_part(state)),
            None => self.other_of_pair(actors),
        }
    }

    /// Returns the other side that the article is about where the words tell in the past perfect, said by nobody: what went
    /// before answers nothing that was told before it.
    pub(super) fn other_of_earlier(&self, actors: &[Participant]) -> Option<&Participant> {
        let tense = mode::tense_of(self.sentence, self.hit.trigger, &self.desk.ontology.lexicon().mode);
        let is_said = self.passage.speakers.innermost(self.number, self.hit.trigger).is_some();
        let is_earlier = tense == Tense::PastPerfect && !is_said;
        self.desk.pair.filter(|_| is_earlier)?.other(actors)
    }

    /// Tells whether somebody is only named by what lies between the two, where others meet or work together: "held drills near
    /// the border with Peru".
    pub(super) fn is_across_border(&self, mention: &Mention, class: Option<PloverClass>) -> bool {
        let is_together = matches!(class, Some(PloverClass::Consult | PloverClass::Cooperate));
        let references = self.desk.ontology.references();
        let above = |index: usize| self.sentence.token(index).and_then(|token| token.head);
        let preposition = above(mention.head).filter(|&preposition| {
            self.sentence.token(preposition).is_some_and(|word| references.is_partner_preposition(&word.lower))
        });
        let noun = preposition.and_then(above).filter(|&noun| !self.hit.arguments.object.contains(&noun));
        let noun = noun.filter(|_| is_together).and_then(|noun| frame::lemma_of(self.sentence, noun));
        noun.is_some_and(|noun| references.is_site(&noun))
    }

    /// Tells whether somebody says it beside what he says of a thing: "said the talks had failed, blaming Chile".
    pub(super) fn is_said_beside(&self, rule: &TypeRule) -> bool {
        if !rule.spoken || !self.is_beside() {
            return false;
        }
        let says = self.passage.speakers.innermost(self.number, self.hit.trigger);
        let names_somebody = |subject: usize| self.cast.mentions.iter().any(|mention| mention.covers(subject));
        let above = self.sentence.token(self.hit.trigger).and_then(|token| token.head);
        says.is_some_and(|said| said.sentence == self.number)
            && above.is_some_and(|above| !clause::subject(self.sentence, above, 0).into_iter().any(names_somebody))
    }
}
