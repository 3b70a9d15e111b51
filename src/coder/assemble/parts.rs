//! Who takes part in an act: those whom its words name, else those whom the words around it tell.
//!
//! For each side the sources stand in the order in which they are asked, in [`acting`] and in [`toward`]; the first that
//! knows somebody wins.

mod acting;
mod other;
mod toward;

use super::kinds::{is_one, is_whole, names, parties};
use super::{Refused, Scene};
use crate::coder::clause::Arguments;
use crate::coder::context;
use crate::coder::mention::{self, Form, Mention};
use crate::coder::refusal::Reason;
use crate::coder::{frame, located, pair};
use crate::model::category::{ActorKind, Mode, PloverClass};
use crate::model::event::Participant;
use crate::model::id::ActorId;
use crate::ontology::frames::{EchoRule, Frame};
use crate::ontology::types::{RecipientRule, TypeRule};
use acting::Origin;
use other::Others;
use toward::Toward;

/// One side of an act.
struct Side {
    parties: Vec<Participant>,
    /// Whether one of them is known to count for a state, an organisation or a group.
    is_known: bool,
    confidence: u8,
    /// How each of them was found.
    why: Vec<String>,
}

impl Side {
    fn nobody() -> Self {
        Self { parties: Vec::new(), is_known: false, confidence: 100, why: Vec::new() }
    }

    /// Those whom mentions name.
    fn of(mentions: &[&Mention], role: &str) -> Self {
        // "The president and his wife": whoever only stands by leaves the side to those who count for somebody.
        let counts = |mention: &&&Mention| mention.parties.iter().any(|party| party.country.is_some());
        let stands_by = |mention: &&Mention| mention.form == Form::Bystander && !counts(&mention);
        let mut mentions = mentions.to_vec();
        if mentions.iter().any(|mention| counts(&mention)) {
            mentions.retain(|mention| !stands_by(mention));
        }
        let mentions = mentions.as_slice();
        let is_known = |mention: &&&Mention| {
            mention.form != Form::Unknown
                && mention.confidence > located::CONFIDENCE
                && mention.parties.iter().any(|party| party.country.is_some() || is_whole(party))
        };
        Self {
            parties: parties(mentions),
            is_known: mentions.iter().any(|mention| is_known(&mention)),
            confidence: mentions.iter().map(|mention| mention.confidence).min().unwrap_or(100),
            why: mentions.iter().map(|mention| format!("{role} {}: {}", names(mention), mention.how)).collect(),
        }
    }

    /// Those whom no words of the act name, known all the same.
    fn told(parties: impl IntoIterator<Item = Participant>, role: &str, how: &str, confidence: u8) -> Self {
        let parties: Vec<Participant> = parties.into_iter().collect();
        let why = parties.iter().map(|party| format!("{role} {}: {how}", party.id)).collect();
        Self { is_known: !parties.is_empty(), parties, confidence, why }
    }

    /// Those of an event told before.
    fn of_event(parties: Vec<Participant>, role: &str) -> Self {
        Self::told(parties, role, "of the event told before", context::CONFIDENCE)
    }

    /// Returns another side, where there is somebody on it, and else this one.
    fn or(self, other: Self) -> Self {
        if other.parties.is_empty() { self } else { Self { why: [self.why, other.why].concat(), ..other } }
    }
}

/// An act of which the sides are looked for.
#[derive(Copy, Clone)]
struct Act<'a> {
    scene: &'a Scene<'a>,
    frame: &'a Frame,
    rule: &'a TypeRule,
    /// What the act is done to, with and for, as the frame looks at it.
    arguments: &'a Arguments,
    speaker: Option<&'a Participant>,
    class: Option<PloverClass>,
    /// Whether a pronoun stands for what the frame is about.
    points_back: bool,
}

impl Act<'_> {
    fn refuse(&self, reason: Reason, what: &str) -> Refused {
        (reason, format!("{}: {what}", self.frame.name))
    }

    fn is_meeting(&self) -> bool {
        self.class == Some(PloverClass::Consult)
    }

    /// Tells why two sides say nothing of relations; `is_open` where somebody is missed toward whom it is done.
    fn unfit(&self, actors: &Side, recipients: &Side, is_open: bool) -> Option<(Reason, &'static str)> {
        let (frame, shared) = (self.frame, self.scene.desk.ontology.frames().shared());
        let are_known = actors.is_known || recipients.is_known;
        let (actors, recipients) = (actors.parties.as_slice(), recipients.parties.as_slice());
        let is_accused = |speaker: &Participant| actors.iter().all(|actor| actor.party() != speaker.party());
        let is_open = is_open && !(frame.claim_type.is_some() && self.speaker.is_some_and(is_accused));
        if is_open && frame.needs_recipient {
            return Some((Reason::NoRecipientResolved, "nobody was found toward whom it was done"));
        }
        // "Ghana and Togo voiced concern": several who do something to nobody told do not do it to each other.
        let are_several = actors.len() > 1 && frame.echo == EchoRule::None;
        if is_open && are_several && self.scene.is_toward_somebody(frame, self.rule) {
            return Some((Reason::NoRecipientResolved, "several did it, and toward whom is not told"));
        }
        // What takes two says nothing of relations where one is told of: "opened the meeting".
        let is_of_two = frame.joint && self.is_meeting();
        if is_of_two && recipients.is_empty() && matches!(actors, [only] if is_one(only)) {
            return Some((Reason::NoRecipientResolved, "whoever else took part is not told"));
        }
        let by_sector = |party: &Participant| party.sector.is_some_and(|sector| shared.political.contains(&sector));
        if !are_known && !frame.political && !actors.iter().any(by_sector) {
            return Some((Reason::NoPoliticalActor, "neither side is known to act for a state, organisation or group"));
        }
        // A person who speaks for nobody and to nobody moves no relation.
        let is_lone = |party: &Participant| party.kind == ActorKind::Person && !party.binds;
        if self.rule.spoken && recipients.is_empty() && actors.iter().all(is_lone) {
            return Some((Reason::NoPoliticalActor, "somebody who speaks for nobody speaks to nobody"));
        }
        // What firms agree among themselves or with nobody known is business.
        let is_private = |party: &Participant| shared.is_private(party.sector);
        let is_public = |party: &Participant| party.country.is_some() && !is_private(party);
        if actors.iter().all(is_private) && !recipients.iter().any(is_public) {
            return Some((Reason::NoPoliticalActor, "firms act, toward no state, organisation or group"));
        }
        None
    }
}

/// Who takes part in an act.
pub(super) struct Parts {
    pub(super) actors: Vec<Participant>,
    pub(super) recipients: Vec<Participant>,
    pub(super) speaker: Option<Participant>,
    /// Whether the words name one of those who act.
    pub(super) named: bool,
    pub(super) confidence: u8,
    pub(super) why: Vec<String>,
}

impl Scene<'_> {
    /// Tells whether a pronoun stands for what the frame is about.
    pub(super) fn points_back(&self, frame: &Frame) -> bool {
        let arguments = &self.hit.arguments;
        let is_pronoun = |index: &usize| frame::pronoun_at(self.sentence, *index, self.cast.frames).is_some();
        !frame.object.is_empty() && arguments.object.iter().any(is_pronoun)
            || !frame.subject.is_empty() && arguments.subject.iter().any(is_pronoun)
    }

    /// Tells whether an act is mostly toward somebody.
    pub(super) fn is_toward_somebody(&self, frame: &Frame, rule: &TypeRule) -> bool {
        rule.pair || frame.needs_recipient || rule.recipient != RecipientRule::None
    }

    /// Finds who acts, toward whom, and who says so.
    pub(super) fn parts(&self, frame: &Frame, rule: &TypeRule) -> Result<Parts, Refused> {
        let seen = self.hit.arguments_of(frame);
        let speaker = self.passage.speaker_at(self.number, self.hit.trigger);
        let act = Act {
            scene: self,
            frame,
            rule,
            arguments: &seen,
            speaker: speaker.as_ref(),
            class: self.desk.ontology.plover(rule.code(frame.cameo, Mode::Actual)),
            points_back: self.points_back(frame),
        };
        let acting = act.acting()?;
        let mut actors = acting.side;
        let named: Vec<&Mention> = acting.named.iter().map(AsRef::as_ref).collect();
        let mutual = actors.parties.len() > 1 && self.is_mutual();
        let together = mutual || actors.parties.len() > 1 && frame.joint;
        // Who does it together does it to each other, and to others only where the first slot names them; to nobody else
        // where it is "each other's diplomats".
        let slots = match frame.recipient.as_slice() {
            _ if mutual => &[],
            slots if together => slots.get(..1).unwrap_or_default(),
            slots => slots,
        };
        let others = Others { act, actors: &actors.parties, named: &named, confidence: actors.confidence };
        let of_each = self.is_of_each(rule, &named);
        let by_both = together || of_each;
        let toward =
            Toward { act, actors: &actors.parties, origin: acting.origin, others: &others, together: by_both, slots };
        let mut recipients = toward.side()?;
        // "Chile's president said the sanctions on Chile would stay": whoever says so does not do it.
        let is_own = |party: &Participant| context::holds(&actors.parties, party);
        let says_so = acting.origin == Origin::Speech;
        if says_so && !recipients.parties.is_empty() && recipients.parties.iter().all(is_own) {
            return Err(act.refuse(Reason::NoActorResolved, "whoever says so is the one toward whom it is done"));
        }
        let instead = self.instead(frame, rule, &actors.parties, &recipients.parties).filter(|_| !together);
        recipients = recipients.or(Side::told(instead, toward::ROLE, pair::HOW, pair::CONFIDENCE));
        // "The French and British leaders met with him": somebody else took part, and who is not told.
        if recipients.parties.is_empty() && together && self.names_stranger(&frame.recipient) {
            return Err(act.refuse(Reason::NoRecipientResolved, "whoever else took part is only a pronoun"));
        }
        if recipients.parties.is_empty() && together && !mutual && others.are_of_other_kind(slots) {
            return Err(act.refuse(Reason::NoRecipientResolved, "whoever else took part is of another kind"));
        }
        let official = self.official_of_place(&actors.parties, &recipients.parties);
        let how = "an official of where the report comes from";
        actors = actors.or(Side::told(official, acting::ROLE, how, located::CONFIDENCE));
        let both = self.whose_officials(frame, &actors.parties);
        let together = together || !both.is_empty();
        actors = actors.or(Side::told(both, acting::ROLE, "officials of the two told of before", context::CONFIDENCE));
        if let Some(side) = self.official_beside(frame, &actors.parties) {
            actors.why.push(format!("{} {}: the office of {}", acting::ROLE, side.id, pair::HOW));
            actors.parties.retain(|party| !mention::is_nowhere(&party.id.root()));
            actors.parties.push(side);
        }
        leave_out_home(&mut recipients.parties, &actors.parties);
        let is_open = recipients.parties.is_empty() && !together && !of_each;
        if let Some((reason, what)) = act.unfit(&actors, &recipients, is_open) {
            return Err(act.refuse(reason, what));
        }
        Ok(Parts {
            confidence: actors.confidence.min(recipients.confidence),
            named: actors.is_known,
            why: [actors.why, recipients.why].concat(),
            actors: actors.parties,
            recipients: recipients.parties,
            speaker,
        })
    }
}

/// Leaves out those of the own side where others are named: "ordered its ministry to trade with Chile".
fn leave_out_home(recipients: &mut Vec<Participant>, actors: &[Participant]) {
    let root = |party: &Participant| party.country.as_ref().map(ActorId::root);
    let is_home = |party: &Participant| {
        (party.kind == ActorKind::State || party.binds)
            && party.kind != ActorKind::Organisation
            && actors.iter().all(|actor| root(actor).is_some() && root(actor) == root(party))
    };
    if recipients.iter().any(|party| root(party).is_some() && !is_home(party)) {
        recipients.retain(|party| !is_home(party));
    }
}
