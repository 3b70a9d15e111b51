//! Who takes part in an act: those whom its words name, else those whom the words around it tell.
//!
//! For each side the sources stand in the order in which they are asked; the first that knows somebody wins.

use super::kinds::{allows, are_own_bodies, is_army, is_one, is_same, is_whole, names, parties};
use super::{Refused, Scene, absent};
use crate::coder::context::{self, Context};
use crate::coder::located::mission;
use crate::coder::mention::{self, Form, Mention};
use crate::coder::refusal::Reason;
use crate::coder::side::Role;
use crate::coder::{frame, located, pair, reference};
use crate::english::Token;
use crate::english::tag::{Label, Tag};
use crate::model::category::{ActorKind, Mode, PloverClass};
use crate::model::event::Participant;
use crate::model::id::ActorId;
use crate::ontology::frames::{EchoRule, Frame, Slot};
use crate::ontology::types::{RecipientRule, TypeRule};

/// One side of an act.
pub(super) struct Side {
    parties: Vec<Participant>,
    /// Whether one of them is known to count for a state, an organisation or a group.
    is_known: bool,
    confidence: u8,
}

impl Side {
    fn of(mentions: &[&Mention], role: &str, why: &mut Vec<String>) -> Self {
        // "The president and his wife": whoever only stands by leaves the side to those who count for somebody.
        let counts = |mention: &&&Mention| mention.parties.iter().any(|party| party.country.is_some());
        let stands_by = |mention: &&Mention| mention.form == Form::Bystander && !counts(&mention);
        let mut mentions = mentions.to_vec();
        if mentions.iter().any(|mention| counts(&mention)) {
            mentions.retain(|mention| !stands_by(mention));
        }
        let mentions = mentions.as_slice();
        why.extend(mentions.iter().map(|mention| format!("{role} {}: {}", names(mention), mention.how)));
        let is_known = |mention: &&&Mention| {
            mention.form != Form::Unknown
                && mention.confidence > located::CONFIDENCE
                && mention.parties.iter().any(|party| party.country.is_some() || is_whole(party))
        };
        Self {
            parties: parties(mentions),
            is_known: mentions.iter().any(|mention| is_known(&mention)),
            confidence: mentions.iter().map(|mention| mention.confidence).min().unwrap_or(100),
        }
    }

    /// A single party that is known.
    fn one(party: Participant, confidence: u8) -> Self {
        Self { parties: vec![party], is_known: true, confidence }
    }

    fn from_context(parties: Vec<Participant>, role: &str, why: &mut Vec<String>) -> Self {
        why.extend(parties.iter().map(|party| format!("{role} {}: of the event told before", party.id)));
        Self { is_known: !parties.is_empty(), parties, confidence: context::CONFIDENCE }
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
        let refuse = |reason: Reason, what: &str| (reason, format!("{}: {what}", frame.name));
        let (trigger, seen) = (self.hit.trigger, self.hit.arguments_of(frame));
        let arguments = &*seen;
        let speaker = self.passage.speaker_at(self.number, trigger);
        // "It took effect": a pronoun for a thing that the frame is about acts as little as the thing.
        let is_about = |mention: &Mention| {
            frame.joint
                && !frame.subject.is_empty()
                && arguments.subject.contains(&mention.head)
                && frame::pronoun_at(self.sentence, mention.head, self.cast.frames).is_some()
        };
        let may_act = |mention: &Mention| match mention.form {
            Form::Place => false,
            Form::Pronoun if is_about(mention) => false,
            // "A truce was agreed after mediation by Peru": whoever brings two together is none of them.
            _ if frame.joint
                && !arguments.subject.contains(&mention.head)
                && reference::goes_between(self.sentence, mention, self.desk.ontology.references()) =>
            {
                false
            }
            Form::Bystander => frame.political || !frame.actor_sectors.is_empty(),
            _ => true,
        };
        let mut named: Vec<&Mention> = self.cast.side(Role::Actor, &frame.actor, trigger, arguments, &may_act);
        let is_somebody = !named.is_empty() && !frame.actor_sectors.is_empty();
        named.retain(|mention| allows(&frame.actor_kinds, &frame.actor_sectors, mention));
        // "The president ordered the firm to end its business": who acts is told, and is no court.
        if is_somebody && named.is_empty() {
            return Err(refuse(Reason::NoActorResolved, "whoever acts is of another kind"));
        }
        // "Said that the accusations against it were absurd": nobody alleges what is bad of the own side.
        if let Some(speaker) = speaker.as_ref().filter(|_| frame.claim) {
            named.retain(|mention| mention.parties.iter().any(|party| party.party() != speaker.party()));
        }
        let mut why: Vec<String> = Vec::new();
        let context = Context { earlier: self.earlier, ontology: self.desk.ontology };
        let mut actors = Side::of(&named, "actor", &mut why);
        let mut says_so = false;
        // "Said the talks with Peru had collapsed": its own.
        if let Some(party) = self.beside_partners(frame, &named, &actors.parties, speaker.as_ref()) {
            why.push(format!("actor {}: takes part in what is told", party.id));
            actors.parties.push(party);
        }
        // "They were restored in 2019": with whom, the event says that told of them.
        let points_back = self.points_back(frame);
        // "Lifted the sanctions imposed on Peru": what tells of a noun is not done by whom the sentence before told of.
        let tells_of_noun = self.sentence.token(trigger).is_some_and(|token| token.label == Label::Acl);
        if actors.parties.is_empty() {
            let found = self.sides_of_thing(frame, true);
            why.extend(found.iter().map(|party| format!("actor {}: a side of the thing told", party.id)));
            actors = Side { is_known: !found.is_empty(), parties: found, confidence: 100 };
        }
        if actors.parties.is_empty() && points_back {
            let found = self.sides_of_thing(frame, false);
            why.extend(found.iter().map(|party| format!("actor {}: a side of the thing told before", party.id)));
            actors = Side { is_known: !found.is_empty(), parties: found, confidence: context::CONFIDENCE };
        }
        if actors.parties.is_empty() && (points_back || frame.actor.contains(&Slot::Context) && !tells_of_noun) {
            let found = context.actors(frame, rule, speaker.as_ref());
            actors = Side::from_context(found, "actor", &mut why);
        }
        if actors.parties.is_empty() && frame.actor.contains(&Slot::Guests) {
            actors = Side::from_context(self.guests(&[]), "actor", &mut why);
        }
        if actors.parties.is_empty() && frame.actor.contains(&Slot::Foes) {
            actors = Side::from_context(self.foes(frame, rule), "actor", &mut why);
        }
        if let Some(speaker) = speaker.as_ref().filter(|_| frame.actor.contains(&Slot::Speaker))
            && actors.parties.is_empty()
        {
            why.push(format!("actor {}: says so", speaker.id));
            actors = Side::one(speaker.clone(), 100);
            says_so = true;
        }
        if actors.parties.is_empty()
            && let Some(speaker) = speaker.as_ref().filter(|one| one.binds && self.is_said_beside(rule))
        {
            why.push(format!("actor {}: says so", speaker.id));
            actors = Side::one(speaker.clone(), context::CONFIDENCE);
        }
        let to_it = if actors.parties.is_empty() { self.done_to_it(rule) } else { None };
        if let Some(event) = to_it {
            actors = Side::from_context(context::unnamed(&event.actors), "actor", &mut why);
        }
        let of_noun = if actors.parties.is_empty() { self.told_of_noun(rule) } else { None };
        if let Some(event) = of_noun {
            actors = Side::from_context(context::unnamed(&event.actors), "actor", &mut why);
        }
        // "Said that the expulsion was regrettable": whose, the event says that told of it.
        if actors.parties.is_empty()
            && frame.claim
            && let Some(speaker) = &speaker
            && let Some(event) = self.told_act(&arguments.subject, std::slice::from_ref(speaker))
        {
            actors = Side::from_context(context::unnamed(&event.actors), "actor", &mut why);
        }
        if actors.parties.is_empty() {
            let found = self.sides_of_thing(frame, false);
            why.extend(found.iter().map(|party| format!("actor {}: a side of the thing told before", party.id)));
            actors = Side { is_known: !found.is_empty(), parties: found, confidence: context::CONFIDENCE };
        }
        if actors.parties.is_empty() && rule.pair {
            let found = self.makers_of_thing(frame);
            why.extend(found.iter().map(|party| format!("actor {}: made the thing told", party.id)));
            actors = Side { is_known: !found.is_empty(), parties: found, confidence: context::CONFIDENCE };
        }
        if actors.parties.is_empty()
            && let Some(event) = self.told_in_text(frame, &[])
        {
            actors = Side::from_context(context::unnamed(&event.actors), "actor", &mut why);
        }
        if actors.parties.is_empty() && rule.pair {
            let (found, reason) = self.of_pair(frame);
            why.extend(found.iter().map(|side| format!("actor {}: {reason}", side.id)));
            actors = Side { is_known: !found.is_empty(), parties: found, confidence: pair::CONFIDENCE };
        }
        if actors.parties.is_empty()
            && let Some(speaker) = speaker.clone().filter(|one| one.binds && self.is_announced(frame, rule, one))
        {
            why.push(format!("actor {}: announces what is done", speaker.id));
            actors = Side::one(speaker, context::CONFIDENCE);
        }
        let unnamed: Vec<Mention> = if actors.parties.is_empty() { self.unnamed_actors(frame) } else { Vec::new() };
        if !unnamed.is_empty() {
            named.extend(&unnamed);
            actors = Side::of(&named, "actor", &mut why);
        }
        if actors.parties.is_empty() && frame.actor.contains(&Slot::Told) {
            let doers = self.doer_to(frame).into_iter().map(|party| self.state(party)).collect();
            actors = Side::from_context(doers, "actor", &mut why);
        }
        if actors.parties.is_empty() {
            return Err(refuse(Reason::NoActorResolved, "nobody was found who acts"));
        }
        // "Whose operations have been suspended": no state suspends a member.
        let is_of_kind = |party: &Participant| frame.actor_kinds.contains(&party.kind);
        if named.is_empty() && !frame.actor_kinds.is_empty() && !actors.parties.iter().any(is_of_kind) {
            return Err(refuse(Reason::NoActorResolved, "whoever acts is of another kind"));
        }
        // A conference, a treaty or a prize of its own name does nothing.
        let is_stranger = |mention: &&Mention| {
            let is_nobody = |party: &Participant| party.sector.is_none() && !party.binds;
            mention.form == Form::Unknown && mention.parties.iter().all(is_nobody)
        };
        if !actors.is_known && !named.is_empty() && named.iter().all(is_stranger) {
            return Err(refuse(Reason::NoActorResolved, "whoever acts is only a name"));
        }
        let references = self.desk.ontology.references();
        // "Held talks in Geneva": where it was done together takes no part in it.
        let is_where = |mention: &Mention| {
            let place = frame.joint.then(|| self.cast.preposition(mention)).flatten();
            place.is_some_and(|word| {
                references.is_place_preposition(word) && !frame.recipient.contains(&Slot::Prep(word.to_owned()))
            })
        };
        // What a pronoun for a thing stands for is acted on, not toward.
        let is_thing =
            |mention: &Mention| points_back && mention.form != Form::Name && arguments.object.contains(&mention.head);
        // "Is providing maps to Peru, a newspaper said": whoever only says so takes no part.
        let says = speaker.as_ref().and_then(|speaker| speaker.mention);
        // Those of the state where it is told do nothing to that state.
        let is_guessed = |mention: &Mention| {
            let same = |party: &Participant| {
                party.kind == ActorKind::State && actors.parties.iter().any(|actor| actor.country == party.country)
            };
            actors.confidence <= located::CONFIDENCE && mention.parties.iter().any(same)
        };
        // "Ana Quispe, a Peruvian official, welcomed it": what she is, is nobody else.
        let is_apposed = |mention: &Mention| {
            let beside = self.sentence.token(mention.head).filter(|token| token.label == Label::Appos);
            let above = beside.and_then(|token| token.head);
            above.is_some_and(|above| named.iter().any(|actor| actor.tokens.contains(&above)))
        };
        // "Warned that it would deploy its air force": nobody speaks to what is theirs.
        let is_theirs = |mention: &Mention| {
            let its = |(_, below): (usize, &Token)| below.label == Label::Poss && below.tag == Tag::PrpPoss;
            let same = |party: &Participant| context::holds(&actors.parties, party);
            rule.spoken && mention.parties.iter().all(same) && self.sentence.children(mention.head).any(its)
        };
        let is_meeting =
            || self.desk.ontology.plover(rule.code(frame.cameo, Mode::Actual)) == Some(PloverClass::Consult);
        // "Discussed Peru's relations with Chile": what is spoken of is no partner.
        let is_topic = |mention: &Mention| {
            is_meeting() && (self.is_spoken_of(mention, named.len() > 1) || self.is_talked_of(frame, mention))
        };
        // "Peru summoned the ambassador in Lima": no envoy of Peru.
        let is_own_envoy = |mention: &Mention| {
            let same = |party: &Participant| context::holds(&actors.parties, party);
            let is_envoys = frame.recipient.contains(&Slot::Told) && !frame.recipient.contains(&Slot::Context);
            is_envoys && mention.parties.iter().all(same)
        };
        // "Vowed never to send troops to Peru": what one will do with one's own is said to the other.
        let class = self.desk.ontology.plover(rule.code(frame.cameo, Mode::Actual));
        let announces = matches!(class, Some(PloverClass::Agree | PloverClass::Threaten));
        let is_means = |mention: &Mention| {
            let below = |&clause: &usize| self.sentence.is_within(mention.head, clause);
            announces
                && mention.form != Form::Name
                && mention.parties.iter().all(|party| party.kind != ActorKind::Person)
                && arguments.complement.iter().any(below)
                && !arguments.object.contains(&mention.head)
                && mention.parties.iter().all(|party| {
                    let same = |actor: &Participant| actor.country.is_some() && actor.country == party.country;
                    context::holds(&actors.parties, party) || actors.parties.iter().any(same)
                })
        };
        let is_between = |mention: &Mention| {
            let goes_between = || reference::goes_between(self.sentence, mention, self.desk.ontology.references());
            frame.joint && (self.is_across_border(mention, class) || goes_between())
        };
        let is_harmed = |mention: &Mention| rule.spoken && self.is_harmed(mention);
        // "Peru and Chile agreed to pull back their troops", "Peru completed the withdrawal of its soldiers": their own.
        let is_own_side = |mention: &Mention| {
            let root = |party: &Participant| actors.parties.iter().any(|actor| actor.id.root() == party.id.root());
            let acts_itself = actors.parties.iter().all(|actor| actor.kind == ActorKind::State);
            let is_own_army = acts_itself && mention.parties.iter().all(is_army);
            (frame.joint && actors.parties.len() > 1 || is_own_army) && mention.parties.iter().all(root)
        };
        // "Sanctioned Ana Quispe, a judge": nobody does that to the own people, of whom an unknown name is only guessed to be.
        let is_own_by_guess = |mention: &Mention| {
            let same = |party: &Participant| context::holds(&actors.parties, party);
            self.desk.pair.is_some() && rule.pair && mention.form == Form::Unknown && mention.parties.iter().all(same)
        };
        let is_other = |mention: &Mention| {
            !is_own_by_guess(mention)
                && !is_own_side(mention)
                && !is_harmed(mention)
                && allows(&frame.recipient_kinds, &[], mention)
                && !is_means(mention)
                && !is_theirs(mention)
                && says != Some(mention.span)
                && !is_where(mention)
                && !is_between(mention)
                && !is_topic(mention)
                && !is_thing(mention)
                && !named.iter().any(|actor| is_same(actor, mention))
                && !is_guessed(mention)
                && !is_apposed(mention)
                && !is_own_envoy(mention)
                && !mention.parties.iter().any(|party| actors.parties.iter().any(|actor| actor.id == party.id))
        };
        let mutual = actors.parties.len() > 1 && self.is_mutual();
        let together = mutual || actors.parties.len() > 1 && frame.joint;
        // Who does it together does it to each other, and to others only where the first slot names them; to nobody else
        // where it is "each other's diplomats".
        let slots = match frame.recipient.as_slice() {
            _ if mutual => &[],
            slots if together => slots.get(..1).unwrap_or_default(),
            slots => slots,
        };
        // "scrambled jets to intercept bombers of Chile": those of nobody are meant only where no other is.
        let is_somebodys = |mention: &Mention| {
            is_other(mention)
                && (mention.form != Form::Located || mention.parties.iter().any(|party| party.country.is_some()))
        };
        let looks_around = !together && (rule.spoken || frame.recipient.contains(&Slot::Context));
        let told = if looks_around { self.told_act(&arguments.object, &actors.parties) } else { None };
        let mut recipients = match (of_noun, told) {
            (Some(event), _) => Side::from_context(context::unnamed(&event.recipients), "recipient", &mut why),
            (None, Some(event)) => Side::from_context(context::unnamed(&event.actors), "recipient", &mut why),
            (None, None) => {
                // "Sanctions on Peru, after they were imposed over a bombing in Chile": on whom they lie, not over what.
                let meant = if points_back && !together { self.laid_on(frame, &is_somebodys) } else { Vec::new() };
                let side = || self.cast.side(Role::Recipient, slots, trigger, arguments, &is_somebodys);
                let recipients = if meant.is_empty() { side() } else { meant };
                Side::of(&recipients, "recipient", &mut why)
            }
        };
        // "Closed the border with the support of its parliament": what is done between states is not done to one's own.
        let is_own = rule.pair && are_own_bodies(&recipients.parties, &actors.parties);
        // "Its embassy in Peru would be closed": ordered to close by nobody.
        if is_own && recipients.parties.iter().all(|party| mission::is_mission(party, self.desk.ontology)) {
            return Err(refuse(Reason::SameParty, "it is done to one's own"));
        }
        if is_own && self.desk.pair.is_some() {
            recipients.parties.clear();
        }
        if recipients.parties.is_empty() && !together {
            recipients = Side::of(&self.agreed_with(slots, &is_somebodys), "recipient", &mut why);
        }
        if recipients.parties.is_empty() && points_back && !together {
            recipients = Side::of(&self.of_antecedent(frame, &is_somebodys), "recipient", &mut why);
        }
        if let Some(event) = to_it.filter(|_| recipients.parties.is_empty() && !together) {
            recipients = Side::from_context(context::unnamed(&event.recipients), "recipient", &mut why);
        }
        let looks_back = points_back && !together && rule.pair;
        if recipients.parties.is_empty() && !together && (rule.pair || frame.recipient.contains(&Slot::Context)) {
            let found = self.across_in_thing(frame, rule, &actors.parties);
            let kinds = &frame.recipient_kinds;
            let fits = kinds.is_empty() || found.iter().all(|party| kinds.contains(&party.kind));
            why.extend(found.iter().map(|party| format!("recipient {}: a side of the thing told", party.id)));
            recipients = Side {
                is_known: !found.is_empty(),
                parties: if fits { found } else { Vec::new() },
                confidence: context::CONFIDENCE,
            };
        }
        let asks = || {
            let code = rule.code(frame.cameo, Mode::Actual);
            self.desk.ontology.plover(code) == Some(PloverClass::Request)
        };
        if recipients.parties.is_empty() && rule.spoken && !together && asks() {
            let found = self.holders(&actors.parties);
            recipients = Side::from_context(found, "recipient", &mut why);
        }
        if recipients.parties.is_empty() && !together && rule.spoken {
            recipients = Side::of(&self.whose_claim(&actors.parties), "recipient", &mut why);
        }
        if recipients.parties.is_empty() && !together {
            recipients = Side::of(&self.addressee(frame, rule, &actors.parties), "recipient", &mut why);
        }
        // "Refused to dismantle its missiles until Peru left": toward whoever is to act.
        if !together && recipients.parties.iter().all(|party| mention::is_nowhere(&party.id.root())) {
            let awaited = self.awaited(frame, rule, &actors.parties);
            if !awaited.is_empty() {
                recipients = Side::of(&awaited, "recipient", &mut why);
            }
        }
        // "Suspended work with the alliance and recalled its envoy": from the alliance.
        let is_joined = self.sentence.token(trigger).is_some_and(|token| token.label == Label::Conj);
        if recipients.parties.is_empty()
            && !together
            && rule.pair
            && is_joined
            && let Some(event) = self.joined(frame, &actors.parties)
        {
            recipients = Side::from_context(context::unnamed(&event.recipients), "recipient", &mut why);
        }
        // "Peru had recalled its envoy": answers nothing that was told before it.
        if recipients.parties.is_empty()
            && !together
            && rule.pair
            && let Some(other) = self.other_of_earlier(&actors.parties)
        {
            why.push(format!("recipient {}: the other side that the article is about", other.id));
            recipients = Side::one(other.clone(), pair::CONFIDENCE);
        }
        if recipients.parties.is_empty() && (looks_back || frame.recipient.contains(&Slot::Context)) {
            let mut found = context.recipients(rule, &actors.parties);
            // "Arrested two smugglers and closed the border": toward none of whom nobody knows the state.
            found.retain(|party| !rule.pair || !mention::is_nowhere(&party.id.root()));
            recipients = Side::from_context(self.wholes(rule, found), "recipient", &mut why);
        }
        let is_nobodys = |party: &Participant| mention::is_nowhere(&party.id.root());
        if frame.recipient.contains(&Slot::Told) && !together && recipients.parties.iter().all(is_nobodys) {
            let mut found = self.named_before(&actors.parties);
            if found.is_empty() {
                found = self.doer_before(frame, rule, &actors.parties);
            }
            if !found.is_empty() {
                recipients = Side::from_context(found, "recipient", &mut why);
            }
        }
        if recipients.parties.is_empty() && frame.recipient.contains(&Slot::Guests) {
            recipients = Side::from_context(self.guests(&actors.parties), "recipient", &mut why);
        }
        // Who did what somebody suffered is not told: "denounced the attack on civilians".
        let is_of_harm = || self.cast.mentions.iter().any(is_harmed);
        let is_of_pair = rule.pair || frame.recipient.contains(&Slot::Pair);
        if recipients.parties.is_empty() && !together && is_of_pair && !is_of_harm() {
            recipients = Side::from_context(self.of_told_thing(rule, &actors.parties), "recipient", &mut why);
        }
        if recipients.parties.is_empty()
            && !together
            && let Some(event) = self.told_in_text(frame, &actors.parties)
        {
            recipients = Side::from_context(absent::others(event, &actors.parties), "recipient", &mut why);
        }
        if recipients.parties.is_empty()
            && !together
            && is_of_pair
            && let Some(event) = self.joined(frame, &actors.parties)
        {
            recipients = Side::from_context(context::unnamed(&event.recipients), "recipient", &mut why);
        }
        if !together && (rule.pair || !recipients.parties.is_empty()) && recipients.parties.iter().all(is_nobodys) {
            let found = self.toward_same(&actors.parties);
            if !found.is_empty() {
                recipients = Side::from_context(found, "recipient", &mut why);
            }
        }
        if recipients.parties.is_empty() {
            let bare = self.cast.side(Role::Recipient, slots, trigger, arguments, &is_other);
            recipients = Side::of(&bare, "recipient", &mut why);
        }
        if recipients.parties.is_empty() && !together {
            recipients = Side::from_context(self.across_noun(rule, &actors.parties), "recipient", &mut why);
        }
        if recipients.parties.is_empty() && !together && self.is_toward_somebody(frame, rule) {
            recipients = Side::of(&self.owner_above(slots, &actors.parties), "recipient", &mut why);
        }
        if recipients.parties.is_empty() && !together {
            recipients = Side::of(&self.provoker(frame, rule, &actors.parties), "recipient", &mut why);
            recipients.parties = self.wholes(rule, recipients.parties);
        }
        if recipients.parties.is_empty() && !together && is_of_pair {
            let kinds = &frame.recipient_kinds;
            let fits = |other: &Participant| kinds.is_empty() || kinds.contains(&other.kind);
            let of_pair = self.other_of_pair(&actors.parties).filter(|_| !self.speaks_of_own(rule, &actors.parties));
            let of_pair = of_pair.filter(fits).map(|other| (other, "the other side that the article is about"));
            let found = of_pair.or_else(|| {
                let before = self.acted_on_before(rule, &actors.parties).filter(fits);
                before.map(|other| (other, "the side acted toward before"))
            });
            if let Some((other, how)) = found {
                why.push(format!("recipient {}: {how}", other.id));
                recipients = Side::one(other, pair::CONFIDENCE);
            }
        }
        if recipients.parties.is_empty() && !together && rule.pair {
            recipients = Side::from_context(self.toward_as_others(frame, &actors.parties), "recipient", &mut why);
        }
        if recipients.parties.is_empty()
            && frame.recipient.contains(&Slot::Host)
            && let Some(host) = self.host(&actors.parties)
        {
            why.push(format!("recipient {}: the report comes from there", host.id));
            recipients = Side::one(host, context::CONFIDENCE);
        }
        if recipients.parties.is_empty() && !together {
            let found = self.in_row(frame, rule, &actors.parties);
            recipients = Side::from_context(found, "recipient", &mut why);
        }
        if recipients.parties.is_empty() && !together {
            let strangers = self.strangers(&frame.recipient);
            // One word alone is as often a treaty or a ship.
            let strangers: Vec<&Mention> =
                strangers.iter().filter(|mention| is_other(mention) && mention.tokens.len() > 1).collect();
            recipients = Side::of(&strangers, "recipient", &mut why);
        }
        // "Chile's president said the sanctions on Chile would stay": whoever says so does not do it.
        let is_own = |party: &Participant| context::holds(&actors.parties, party);
        if says_so && !recipients.parties.is_empty() && recipients.parties.iter().all(is_own) {
            return Err(refuse(Reason::NoActorResolved, "whoever says so is the one toward whom it is done"));
        }
        if let Some(other) = self.instead(frame, rule, &actors.parties, &recipients.parties).filter(|_| !together) {
            why.push(format!("recipient {}: the other side that the article is about", other.id));
            recipients = Side::one(other, pair::CONFIDENCE);
        }
        // "The French and British leaders met with him": somebody else took part, and who is not told.
        if recipients.parties.is_empty() && together && self.names_stranger(&frame.recipient) {
            return Err(refuse(Reason::NoRecipientResolved, "whoever else took part is only a pronoun"));
        }
        if let Some(side) = self.official_of_place(&actors.parties, &recipients.parties) {
            why.push(format!("actor {}: an official of where the report comes from", side.id));
            actors = Side::one(side, located::CONFIDENCE);
        }
        if let Some(side) = self.official_beside(frame, &actors.parties) {
            why.push(format!("actor {}: the office of the other side that the article is about", side.id));
            actors.parties.retain(|party| !mention::is_nowhere(&party.id.root()));
            actors.parties.push(side);
        }
        // "Ordered its ministry to trade with Chile": among several the own side takes no part.
        let root = |party: &Participant| party.country.as_ref().map(ActorId::root);
        let is_home = |party: &Participant| {
            (party.kind == ActorKind::State || party.binds)
                && party.kind != ActorKind::Organisation
                && actors.parties.iter().all(|actor| root(actor).is_some() && root(actor) == root(party))
        };
        if recipients.parties.iter().any(|party| root(party).is_some() && !is_home(party)) {
            recipients.parties.retain(|party| !is_home(party));
        }
        let accused = frame.claim_type.is_some()
            && speaker
                .as_ref()
                .is_some_and(|speaker| actors.parties.iter().all(|actor| actor.party() != speaker.party()));
        let is_open = recipients.parties.is_empty() && !together && !accused && !self.is_of_each(rule, &named);
        if is_open && frame.needs_recipient {
            return Err(refuse(Reason::NoRecipientResolved, "nobody was found toward whom it was done"));
        }
        // "Ghana and Togo voiced concern": several who do something to nobody told do not do it to each other.
        let are_several = actors.parties.len() > 1 && frame.echo == EchoRule::None;
        if is_open && are_several && self.is_toward_somebody(frame, rule) {
            return Err(refuse(Reason::NoRecipientResolved, "several did it, and toward whom is not told"));
        }
        // What takes two says nothing of relations where one is told of: "opened the meeting".
        if frame.joint
            && is_meeting()
            && recipients.parties.is_empty()
            && matches!(actors.parties.as_slice(), [only] if is_one(only))
        {
            return Err(refuse(Reason::NoRecipientResolved, "whoever else took part is not told"));
        }
        let political = &self.desk.ontology.frames().shared().political;
        let by_sector = |party: &Participant| party.sector.is_some_and(|sector| political.contains(&sector));
        let is_political = frame.political || actors.parties.iter().any(by_sector);
        if !actors.is_known && !recipients.is_known && !is_political {
            return Err(refuse(
                Reason::NoPoliticalActor,
                "neither side is known to act for a state, organisation or group",
            ));
        }
        // A person who speaks for nobody and to nobody moves no relation.
        let is_lone = |party: &Participant| party.kind == ActorKind::Person && !party.binds;
        if rule.spoken && recipients.parties.is_empty() && actors.parties.iter().all(is_lone) {
            return Err(refuse(Reason::NoPoliticalActor, "somebody who speaks for nobody speaks to nobody"));
        }
        // What firms agree among themselves or with nobody known is business.
        let shared = self.desk.ontology.frames().shared();
        let is_private = |party: &Participant| shared.is_private(party.sector);
        let is_public = |party: &Participant| party.country.is_some() && !is_private(party);
        if actors.parties.iter().all(is_private) && !recipients.parties.iter().any(is_public) {
            return Err(refuse(Reason::NoPoliticalActor, "firms act, toward no state, organisation or group"));
        }
        let confidence = actors.confidence.min(recipients.confidence);
        let named = actors.is_known;
        Ok(Parts { actors: actors.parties, recipients: recipients.parties, speaker, named, confidence, why })
    }
}
