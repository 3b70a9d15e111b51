//! Who acts: whom the words of the act name, else whom the words around it tell.

use super::{Act, Side};
use crate::coder::assemble::Refused;
use crate::coder::assemble::kinds::allows;
use crate::coder::clause;
use crate::coder::context::{self, Context, holds};
use crate::coder::frame;
use crate::coder::mention::{self, Form, Mention};
use crate::coder::refusal::Reason;
use crate::coder::side::Role;
use crate::coder::{pair, reference};
use crate::english::tag::Label;
use crate::model::event::{Event, Participant};
use crate::ontology::frames::Slot;
use std::borrow::Cow;

/// The name of the side in explanations.
pub(super) const ROLE: &str = "actor";

/// Those who act.
pub(super) struct Acting<'a> {
    pub(super) side: Side,
    /// The mentions that name them.
    pub(super) named: Vec<Cow<'a, Mention>>,
    pub(super) origin: Origin<'a>,
}

/// Where those who act were found, as far as it matters for whom they act toward.
#[derive(Copy, Clone, PartialEq)]
pub(super) enum Origin<'a> {
    /// In the words of the act, or in others that tell no more.
    Words,
    /// They say that it is done.
    Speech,
    /// In the event that a thing was done to: "the embassy, closed in 2012".
    ToIt(&'a Event),
    /// In the event that the noun over the act tells of.
    OfNoun(&'a Event),
}

/// A side, and where it was found.
struct Found<'a> {
    side: Side,
    origin: Origin<'a>,
}

impl From<Side> for Found<'_> {
    fn from(side: Side) -> Self {
        Self { side, origin: Origin::Words }
    }
}

impl<'a> Act<'a> {
    /// Finds those who act.
    pub(super) fn acting(&self) -> Result<Acting<'a>, Refused> {
        let mut named = self.named_actors()?;
        // "Was summoned to the foreign ministry", whose nobody says.
        if self.frame.actor.contains(&Slot::Host) {
            named.retain(|one| !one.is_of_nowhere());
        }
        let mut side = Side::of(&named, ROLE);
        let mut origin = Origin::Words;
        // "Said the talks with Peru had collapsed": its own.
        if let Some(party) = self.scene.beside_partners(self.frame, &named, &side.parties, self.speaker) {
            side.why.push(format!("{ROLE} {}: takes part in what is told", party.id));
            side.parties.push(party);
        }
        let mut named: Vec<Cow<'a, Mention>> = named.into_iter().map(Cow::Borrowed).collect();
        if side.parties.is_empty()
            && let Some(found) = self.actors_around()
        {
            (side, origin) = (found.side, found.origin);
        }
        if side.parties.is_empty() {
            let unnamed = self.scene.unnamed_actors(self.frame);
            side = Side::of(&unnamed.iter().collect::<Vec<_>>(), ROLE);
            named.extend(unnamed.into_iter().map(Cow::Owned));
        }
        if side.parties.is_empty() && self.frame.actor.contains(&Slot::Told) {
            let doers = self.scene.doer_to(self.frame).into_iter().map(|party| self.scene.state(party)).collect();
            side = Side::of_event(doers, ROLE);
        }
        if side.parties.is_empty() {
            return Err(self.refuse(Reason::NoActorResolved, "nobody was found who acts"));
        }
        // "Whose operations have been suspended": no state suspends a member.
        let is_of_kind = |party: &Participant| self.frame.actor_kinds.contains(&party.kind);
        if named.is_empty() && !self.frame.actor_kinds.is_empty() && !side.parties.iter().any(is_of_kind) {
            return Err(self.refuse(Reason::NoActorResolved, "whoever acts is of another kind"));
        }
        // A conference, a treaty or a prize of its own name does nothing.
        let is_stranger = |mention: &Cow<'_, Mention>| {
            let is_nobody = |party: &Participant| party.sector.is_none() && !party.binds;
            mention.form == Form::Unknown && mention.parties.iter().all(is_nobody)
        };
        if !side.is_known && !named.is_empty() && named.iter().all(is_stranger) {
            return Err(self.refuse(Reason::NoActorResolved, "whoever acts is only a name"));
        }
        Ok(Acting { side, named, origin })
    }

    /// Returns those whom the words of the act name as acting.
    fn named_actors(&self) -> Result<Vec<&'a Mention>, Refused> {
        let (scene, frame) = (self.scene, self.frame);
        let may_act = |mention: &Mention| self.may_act(mention);
        let mut named = scene.cast.side(Role::Actor, &frame.actor, scene.hit.trigger, self.arguments, &may_act);
        // "Denmark's embassy in Tunis was opened by the foreign minister": of the state whose embassy it is.
        let are_located = !named.is_empty() && named.iter().all(|mention| mention.form == Form::Located);
        if are_located && frame.actor.contains(&Slot::Owner) {
            let owners = scene.cast.side(Role::Actor, &[Slot::Owner], scene.hit.trigger, self.arguments, &may_act);
            named = if owners.is_empty() { named } else { owners };
        }
        let is_somebody = !named.is_empty() && !frame.actor_sectors.is_empty();
        named.retain(|mention| allows(&frame.actor_kinds, &frame.actor_sectors, mention));
        // "The president ordered the firm to end its business": who acts is told, and is no court.
        if is_somebody && named.is_empty() {
            return Err(self.refuse(Reason::NoActorResolved, "whoever acts is of another kind"));
        }
        // "Said that the accusations against it were absurd": nobody alleges what is bad of the own side.
        if let Some(speaker) = self.speaker.filter(|_| frame.claim) {
            named.retain(|mention| mention.parties.iter().any(|party| party.party() != speaker.party()));
        }
        Ok(named)
    }

    /// Tells whether a mention in a slot of those who act may act.
    fn may_act(&self, mention: &Mention) -> bool {
        let (scene, frame, subjects) = (self.scene, self.frame, &self.arguments.subject);
        let needs_it = frame.actor.contains(&Slot::Complement) && frame.recipient.first() == Some(&Slot::Subject);
        // "It took effect": a pronoun for a thing that the frame is about acts as little as the thing.
        let is_about = || {
            frame.joint
                && !frame.subject.is_empty()
                && subjects.contains(&mention.head)
                && frame::pronoun_at(scene.sentence, mention.head, scene.cast.frames).is_some()
        };
        // "A truce was agreed after mediation by Peru": whoever brings two together is none of them.
        let goes_between = || {
            frame.joint
                && !subjects.contains(&mention.head)
                && reference::goes_between(scene.sentence, mention, scene.desk.ontology.references())
        };
        match mention.form {
            Form::Place => false,
            // "Chileans will need a visa to enter Peru": those who need it do not demand it.
            _ if needs_it && subjects.contains(&mention.head) => false,
            Form::Pronoun if is_about() => false,
            _ if goes_between() => false,
            Form::Bystander => frame.political || !frame.actor_sectors.is_empty(),
            _ => true,
        }
    }

    /// Returns the first who act by the words around the act.
    fn actors_around(&self) -> Option<Found<'a>> {
        let sources: [fn(&Self) -> Found<'a>; 25] = [
            Self::of_senders,
            Self::of_own_thing,
            Self::of_thing_meant,
            Self::of_release,
            Self::of_holder,
            Self::of_events_before,
            Self::of_guests,
            Self::of_foes,
            Self::of_measures,
            Self::of_speech,
            Self::of_speaker_beside,
            Self::of_act_to_it,
            Self::of_noun_above,
            Self::of_act_spoken_of,
            Self::of_thing_before,
            Self::of_makers,
            Self::of_text,
            Self::of_pair,
            Self::of_announcing,
            Self::of_accused,
            Self::of_passive,
            Self::of_clause,
            Self::of_makers_before,
            Self::of_post,
            Self::of_host,
        ];
        sources.into_iter().map(|source| source(self)).find(|found| !found.side.parties.is_empty())
    }

    /// "Rockets fired by Peru landed": whoever fired them.
    fn of_senders(&self) -> Found<'a> {
        let (sentence, references) = (self.scene.sentence, self.scene.desk.ontology.references());
        let things = self.arguments.subject.iter().filter(|_| !self.frame.subject.is_empty());
        let sent = things.flat_map(|&thing| sentence.children(thing));
        let links = sent.flat_map(|(participle, _)| mention::senders(sentence, participle, references));
        let heads = links.flat_map(|link| clause::objects(sentence, link));
        let found: Vec<_> = heads.flat_map(|head| self.scene.cast.at(head)).collect();
        Side::of(&found, ROLE).into()
    }

    fn of_own_thing(&self) -> Found<'a> {
        Side::told(self.scene.sides_of_thing(self.frame, true), ROLE, "a side of the thing told", 100).into()
    }

    /// "They were restored in 2019": with whom, the event says that told of them.
    fn of_thing_meant(&self) -> Found<'a> {
        if self.points_back { self.of_thing_before() } else { Side::nobody().into() }
    }

    /// "They had been arrested in May": by whoever let them go.
    fn of_release(&self) -> Found<'a> {
        Side::of_event(self.scene.released_by(self.frame), ROLE).into()
    }

    fn of_holder(&self) -> Found<'a> {
        Side::told(self.scene.holder_of(self.frame), ROLE, "holds those who are let go", 100).into()
    }

    fn of_thing_before(&self) -> Found<'a> {
        let found = self.scene.sides_of_thing(self.frame, false);
        Side::told(found, ROLE, "a side of the thing told before", context::CONFIDENCE).into()
    }

    fn of_events_before(&self) -> Found<'a> {
        let scene = self.scene;
        // "Lifted the sanctions imposed on Peru": what tells of a noun is not done by whom the sentence before told of.
        let tells_of_noun = scene.sentence.token(scene.hit.trigger).is_some_and(|token| token.label == Label::Acl);
        if !self.points_back && (tells_of_noun || !self.frame.actor.contains(&Slot::Context)) {
            return Side::nobody().into();
        }
        let context = Context { earlier: scene.earlier, ontology: scene.desk.ontology };
        Side::of_event(context.actors(self.frame, self.rule, self.speaker), ROLE).into()
    }

    fn of_guests(&self) -> Found<'a> {
        let asks = self.frame.actor.contains(&Slot::Guests);
        let found = if asks { self.scene.guests(&[]) } else { Vec::new() };
        Side::of_event(found, ROLE).into()
    }

    fn of_foes(&self) -> Found<'a> {
        let asks = self.frame.actor.contains(&Slot::Foes);
        let found = if asks { self.scene.foes(self.frame, self.rule) } else { Vec::new() };
        Side::of_event(found, ROLE).into()
    }

    fn of_measures(&self) -> Found<'a> {
        Side::told(self.scene.takers_of_measures(), ROLE, "took the measures", context::CONFIDENCE).into()
    }

    fn of_speech(&self) -> Found<'a> {
        let speaker = self.speaker.filter(|_| self.frame.actor.contains(&Slot::Speaker));
        Found { side: Side::told(speaker.cloned(), ROLE, "says so", 100), origin: Origin::Speech }
    }

    /// "Peru's envoy was summoned to the ministry": the state where the report comes from, where that is one of the two that the
    /// article is about.
    fn of_host(&self) -> Found<'a> {
        let asks = self.frame.actor.contains(&Slot::Host);
        let is_told_of = |host: &Participant| self.scene.desk.pair.is_some_and(|pair| holds(pair.both(), host));
        let host = if asks { self.scene.host(&[]).filter(is_told_of) } else { None };
        Side::told(host, ROLE, "the report comes from there", context::CONFIDENCE).into()
    }

    fn of_speaker_beside(&self) -> Found<'a> {
        let speaker = self.speaker.filter(|one| one.binds && self.scene.is_said_beside(self.rule));
        Side::told(speaker.cloned(), ROLE, "says so", context::CONFIDENCE).into()
    }

    fn of_act_to_it(&self) -> Found<'a> {
        Self::of_acting(self.scene.done_to_it(self.rule), Origin::ToIt)
    }

    fn of_noun_above(&self) -> Found<'a> {
        Self::of_acting(self.scene.told_of_noun(self.rule), Origin::OfNoun)
    }

    /// "Said that the expulsion was regrettable": whose, the event says that told of it.
    fn of_act_spoken_of(&self) -> Found<'a> {
        let speaker = self.speaker.filter(|_| self.frame.claim);
        let told =
            speaker.and_then(|speaker| self.scene.told_act(&self.arguments.subject, std::slice::from_ref(speaker)));
        Self::of_acting(told, |_| Origin::Words)
    }

    fn of_makers(&self) -> Found<'a> {
        let found = if self.rule.pair { self.scene.makers_of_thing(self.frame) } else { Vec::new() };
        Side::told(found, ROLE, "made the thing told", context::CONFIDENCE).into()
    }

    fn of_text(&self) -> Found<'a> {
        Self::of_acting(self.scene.told_in_text(self.frame, &[]), |_| Origin::Words)
    }

    fn of_pair(&self) -> Found<'a> {
        if !self.rule.pair {
            return Side::nobody().into();
        }
        let (found, how) = self.scene.of_pair(self.frame);
        Side::told(found, ROLE, how, pair::CONFIDENCE).into()
    }

    fn of_passive(&self) -> Found<'a> {
        Side::told(self.scene.across_passive(self.frame), ROLE, pair::HOW, pair::CONFIDENCE).into()
    }

    fn of_clause(&self) -> Found<'a> {
        let both = self.scene.sides_of_clause(self.frame);
        Side::told(both, ROLE, "the two of the clause that the pact stands in", context::CONFIDENCE).into()
    }

    fn of_makers_before(&self) -> Found<'a> {
        Side::told(self.scene.makers_before(self.frame), ROLE, "did something together before", context::CONFIDENCE)
            .into()
    }

    fn of_post(&self) -> Found<'a> {
        let asks = self.frame.actor.contains(&Slot::Host) || self.rule.pair && !self.frame.actor.contains(&Slot::Owner);
        let found = if asks { self.scene.where_posted(self.frame) } else { None };
        Side::told(found, ROLE, "the envoy is posted there", context::CONFIDENCE).into()
    }

    fn of_announcing(&self) -> Found<'a> {
        let announces = |one: &&Participant| one.binds && self.scene.is_announced(self.frame, self.rule, one);
        let speaker = self.speaker.filter(announces);
        Side::told(speaker.cloned(), ROLE, "announces what is done", context::CONFIDENCE).into()
    }

    /// "Recalled its envoy from Chile over a dam. Its president says the project violates a treaty": the other side of the article
    /// is blamed for what is only a thing.
    fn of_accused(&self) -> Found<'a> {
        let scene = self.scene;
        let accuses = self.frame.claim_type.is_some() && self.frame.subject.is_empty();
        let Some(speaker) = self.speaker.filter(|one| accuses && one.binds) else { return Side::nobody().into() };
        let names =
            |subject: usize| scene.cast.mentions.iter().any(|mention| scene.sentence.is_within(mention.head, subject));
        let is_thing = |&subject: &usize| scene.has_definite_article(subject) && !names(subject);
        let are_things = !self.arguments.subject.is_empty() && self.arguments.subject.iter().all(is_thing);
        let other = if are_things { scene.other_of_pair(std::slice::from_ref(speaker)) } else { None };
        Side::told(other, ROLE, pair::HOW, pair::CONFIDENCE).into()
    }

    /// Those who act in an event told before.
    fn of_acting(event: Option<&'a Event>, origin: fn(&'a Event) -> Origin<'a>) -> Found<'a> {
        match event {
            Some(event) => Found { side: Side::of_event(context::unnamed(&event.actors), ROLE), origin: origin(event) },
            None => Side::nobody().into(),
        }
    }
}
