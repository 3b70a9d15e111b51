//! Toward whom an act is done: those whom the words of the act name, else those whom the words around it tell.

use super::acting::Origin;
use super::other::Others;
use super::{Act, Side};
use crate::coder::assemble::kinds::are_own_bodies;
use crate::coder::assemble::{Refused, absent};
use crate::coder::context::{self, Context};
use crate::coder::located::mission;
use crate::coder::mention::{self, Mention};
use crate::coder::pair;
use crate::coder::refusal::Reason;
use crate::coder::side::Role;
use crate::english::tag::Label;
use crate::model::category::PloverClass;
use crate::model::event::{Event, Participant};
use crate::ontology::frames::Slot;

/// How sure a side is with whom those who act only dealt before, 0 to 100.
const LAST_CONFIDENCE: u8 = 45;
/// The name of the side in explanations.
pub(super) const ROLE: &str = "recipient";

/// An act of which those who act are known.
pub(super) struct Toward<'a> {
    pub(super) act: Act<'a>,
    pub(super) actors: &'a [Participant],
    pub(super) origin: Origin<'a>,
    pub(super) others: &'a Others<'a>,
    /// Whether those who act do it with each other.
    pub(super) together: bool,
    /// The slots of the frame that are looked at.
    pub(super) slots: &'a [Slot],
}

/// When a source is asked.
#[derive(Copy, Clone)]
enum When {
    /// Where nobody was found.
    Nobody,
    /// Where nobody was found and those who act do not do it with each other.
    NobodyAlone,
    /// Where nobody of a known side was found and those who act do not do it with each other.
    NobodyKnownAlone,
}

/// Tells toward whom an act is done, if it can.
type Source<'a> = fn(&Toward<'a>) -> Side;

impl<'a> Toward<'a> {
    /// Finds those toward whom it is done.
    pub(super) fn side(&self) -> Result<Side, Refused> {
        let mut side = self.of_words();
        // "Closed the border with the support of its parliament": what is done between states is not done to one's own.
        let is_own = self.act.rule.pair && are_own_bodies(&side.parties, self.actors);
        // "Its embassy in Peru would be closed": ordered to close by nobody.
        let ontology = self.act.scene.desk.ontology;
        if is_own && side.parties.iter().all(|party| mission::is_mission(party, ontology)) {
            return Err(self.act.refuse(Reason::SameParty, "it is done to one's own"));
        }
        if is_own && self.act.scene.desk.pair.is_some() {
            side = Side { why: side.why, ..Side::nobody() };
        }
        for (when, source) in Self::sources() {
            let is_asked = match when {
                When::Nobody => side.parties.is_empty(),
                When::NobodyAlone => !self.together && side.parties.is_empty(),
                When::NobodyKnownAlone => !self.together && side.parties.iter().all(is_nobodys),
            };
            if is_asked {
                side = side.or(self.without_friends(source(self)));
            }
        }
        Ok(side)
    }

    /// Leaves out whom the words do not name and those who act have just made a friend, where the act harms.
    fn without_friends(&self, mut found: Side) -> Side {
        let scene = self.act.scene;
        // A friend may be criticized or refused something all the same.
        let rule = self.act.rule;
        if !rule.spoken && rule.dimension().is_some() && scene.is_hostile(self.act.frame, rule) {
            found.parties.retain(|party| !scene.is_befriended(rule, self.actors, party));
        }
        found
    }

    /// The sources besides the words of the act, in the order in which they are asked.
    fn sources() -> [(When, Source<'a>); 37] {
        [
            (When::Nobody, Self::of_agreement),
            (When::NobodyAlone, Self::of_antecedent),
            (When::NobodyAlone, Self::of_makers),
            (When::NobodyAlone, Self::of_act_to_it),
            (When::NobodyAlone, Self::of_thing),
            (When::NobodyAlone, Self::of_holders),
            (When::NobodyAlone, Self::of_claim),
            (When::NobodyAlone, Self::of_address),
            (When::NobodyAlone, Self::where_it_goes),
            (When::NobodyKnownAlone, Self::of_awaited),
            (When::NobodyAlone, Self::of_row_before),
            (When::NobodyAlone, Self::of_pair_earlier),
            (When::NobodyAlone, Self::of_friend),
            (When::Nobody, Self::of_events_before),
            (When::NobodyKnownAlone, Self::of_those_told),
            (When::Nobody, Self::of_guests),
            (When::NobodyAlone, Self::of_told_thing),
            (When::NobodyAlone, Self::of_text),
            (When::NobodyAlone, Self::of_club),
            (When::NobodyAlone, Self::of_joined),
            (When::NobodyKnownAlone, Self::of_same_verb),
            (When::Nobody, Self::of_nameless),
            (When::NobodyKnownAlone, Self::of_known_people),
            (When::NobodyAlone, Self::of_noun_above),
            (When::NobodyAlone, Self::of_owner_above),
            (When::NobodyAlone, Self::of_provoker),
            (When::NobodyAlone, Self::of_grounds),
            (When::NobodyAlone, Self::of_harmed_above),
            (When::NobodyKnownAlone, Self::of_reproached),
            (When::NobodyAlone, Self::of_pair),
            (When::NobodyAlone, Self::of_relations),
            (When::NobodyAlone, Self::beside_doer),
            (When::NobodyAlone, Self::of_others_alike),
            (When::Nobody, Self::of_host),
            (When::NobodyAlone, Self::of_row),
            (When::NobodyAlone, Self::of_strangers),
            (When::NobodyKnownAlone, Self::of_dealings),
        ]
    }

    /// Those whom the words of the act name, or the event that they speak of.
    fn of_words(&self) -> Side {
        let (act, scene) = (&self.act, self.act.scene);
        if let Origin::OfNoun(event) = self.origin {
            return of_recipients(event);
        }
        let looks_around = !self.together && (act.rule.spoken || self.asks(&Slot::Context));
        if looks_around && let Some(event) = scene.told_act(&act.arguments.object, self.actors) {
            return Side::of_event(context::unnamed(&event.actors), ROLE);
        }
        let fits = |mention: &Mention| self.others.fits_somebody(mention);
        // "Sanctions on Peru, after they were imposed over a bombing in Chile": on whom they lie, not over what.
        let meant = if act.points_back && !self.together { scene.laid_on(act.frame, &fits) } else { Vec::new() };
        if !meant.is_empty() {
            return Side::of(&meant, ROLE);
        }
        self.in_slots(&fits)
    }

    /// Also those of no known side: "intercepted two bombers".
    fn of_nameless(&self) -> Side {
        self.in_slots(&|mention| self.others.fits(mention))
    }

    fn in_slots(&self, fits: &dyn Fn(&Mention) -> bool) -> Side {
        Side::of(&self.mentions_in_slots(fits), ROLE)
    }

    fn mentions_in_slots(&self, fits: &dyn Fn(&Mention) -> bool) -> Vec<&'a Mention> {
        let (cast, trigger) = (self.act.scene.cast, self.act.scene.hit.trigger);
        cast.side(Role::Recipient, self.slots, trigger, self.act.arguments, fits)
    }

    /// "Released the prisoners": those of the other side that the article is about, of whom the words speak as known.
    fn of_known_people(&self) -> Side {
        let scene = self.act.scene;
        let found = self.mentions_in_slots(&|mention| self.others.fits(mention));
        let are_known = !found.is_empty() && found.iter().all(|mention| scene.has_definite_article(mention.head));
        let other = if self.act.rule.pair && are_known { scene.other_of_pair(self.actors) } else { None };
        Side::told(other, ROLE, pair::HOW, pair::CONFIDENCE)
    }

    fn of_agreement(&self) -> Side {
        // "Peru and Ghana agreed with Chile to restore ties": with whom stands apart from those who act.
        let slots = if self.slots.is_empty() { &[] } else { self.act.frame.recipient.as_slice() };
        Side::of(&self.act.scene.agreed_with(slots, &|mention| self.others.fits_somebody(mention)), ROLE)
    }

    fn of_antecedent(&self) -> Side {
        let found = || self.act.scene.of_antecedent(self.act.frame, &|mention| self.others.fits_somebody(mention));
        if self.act.points_back { Side::of(&found(), ROLE) } else { Side::nobody() }
    }

    fn of_makers(&self) -> Side {
        // "Supported the coup carried out by his guards": that is with them rather than toward them.
        if self.act.class == Some(PloverClass::Support) {
            return Side::nobody();
        }
        Side::of(&self.act.scene.makers_of_object(self.act.frame, &|mention| self.others.fits_somebody(mention)), ROLE)
    }

    fn of_act_to_it(&self) -> Side {
        if let Origin::ToIt(event) = self.origin { of_recipients(event) } else { Side::nobody() }
    }

    fn of_thing(&self) -> Side {
        let (act, kinds) = (&self.act, &self.act.frame.recipient_kinds);
        if !act.rule.pair && !self.asks(&Slot::Context) {
            return Side::nobody();
        }
        let found = act.scene.across_in_thing(act.frame, act.rule, self.actors);
        let fits = kinds.is_empty() || found.iter().all(|party| kinds.contains(&party.kind));
        let found = if fits { found } else { Vec::new() };
        Side::told(found, ROLE, "a side of the thing told", context::CONFIDENCE)
    }

    fn of_holders(&self) -> Side {
        let asks = self.act.rule.spoken && self.act.class == Some(PloverClass::Request);
        Side::of_event(if asks { self.act.scene.holders(self.actors) } else { Vec::new() }, ROLE)
    }

    fn of_claim(&self) -> Side {
        if self.act.rule.spoken { Side::of(&self.act.scene.whose_claim(self.actors), ROLE) } else { Side::nobody() }
    }

    fn of_address(&self) -> Side {
        Side::of(&self.act.scene.addressee(self.act.frame, self.act.rule, self.actors), ROLE)
    }

    /// "Refused to dismantle its missiles until Peru left": toward whoever is to act.
    fn of_awaited(&self) -> Side {
        Side::of(&self.act.scene.awaited(self.act.frame, self.act.rule, self.actors), ROLE)
    }

    /// "Suspended work with the alliance and recalled its envoy": from the alliance.
    fn of_row_before(&self) -> Side {
        let token = self.act.scene.sentence.token(self.act.scene.hit.trigger);
        let is_joined = self.act.rule.pair && token.is_some_and(|token| token.label == Label::Conj);
        if is_joined { self.of_verb_above() } else { Side::nobody() }
    }

    fn of_joined(&self) -> Side {
        if self.is_of_pair() { self.of_verb_above() } else { Side::nobody() }
    }

    fn of_verb_above(&self) -> Side {
        self.act.scene.joined(self.act.frame, self.actors).map_or_else(Side::nobody, of_recipients)
    }

    /// "Peru had recalled its envoy": answers nothing that was told before it.
    fn of_pair_earlier(&self) -> Side {
        let other = self.act.scene.other_of_earlier(self.actors).filter(|_| self.act.rule.pair);
        Side::told(other.cloned(), ROLE, pair::HOW, pair::CONFIDENCE)
    }

    /// "Chile bombed a Peruvian port. Ghana pledged support to its ally": whoever was harmed, and nobody who did the harm.
    fn of_friend(&self) -> Side {
        let scene = self.act.scene;
        let heads = scene.cast.heads(self.slots, self.act.arguments);
        if scene.is_friend(&heads) { Side::of_event(scene.harmed_before(self.actors), ROLE) } else { Side::nobody() }
    }

    fn of_events_before(&self) -> Side {
        let (act, scene) = (&self.act, self.act.scene);
        let looks_back = act.points_back && !self.together && act.rule.pair;
        if !looks_back && !self.asks(&Slot::Context) {
            return Side::nobody();
        }
        let context = Context { earlier: scene.earlier, ontology: scene.desk.ontology };
        let mut found = context.recipients(act.rule, self.actors);
        // "Arrested two smugglers and closed the border": toward none of whom nobody knows the state.
        found.retain(|party| !act.rule.pair || !is_nobodys(party));
        // "Chile's envoy went back. The two had recalled their envoys": each from the other.
        let of_each = self.together && !act.frame.joint;
        found.retain(|party| !of_each || !context::holds(self.actors, party));
        Side::of_event(scene.wholes(act.rule, found), ROLE)
    }

    fn of_those_told(&self) -> Side {
        if !self.asks(&Slot::Told) {
            return Side::nobody();
        }
        let named = Side::of_event(self.act.scene.named_before(self.actors), ROLE);
        let doers = || self.act.scene.doer_before(self.act.frame, self.act.rule, self.actors);
        if named.parties.is_empty() { Side::of_event(doers(), ROLE) } else { named }
    }

    fn of_guests(&self) -> Side {
        let asks = self.asks(&Slot::Guests);
        Side::of_event(if asks { self.act.scene.guests(self.actors) } else { Vec::new() }, ROLE)
    }

    fn of_told_thing(&self) -> Side {
        // Who did what somebody suffered is not told: "denounced the attack on civilians".
        let is_of_harm = || self.act.scene.cast.mentions.iter().any(|mention| self.others.is_harmed(mention));
        if !self.is_of_pair() || is_of_harm() {
            return Side::nobody();
        }
        Side::of_event(self.act.scene.of_told_thing(self.act.rule, self.actors), ROLE)
    }

    fn of_text(&self) -> Side {
        let event = self.act.scene.told_in_text(self.act.frame, self.actors);
        Side::of_event(event.map(|event| absent::others(event, self.actors)).unwrap_or_default(), ROLE)
    }

    fn of_club(&self) -> Side {
        Side::told(
            self.act.scene.club(self.act.rule, self.actors),
            ROLE,
            "the organisation named last",
            context::CONFIDENCE,
        )
    }

    fn of_same_verb(&self) -> Side {
        Side::of_event(self.act.scene.toward_same(self.actors), ROLE)
    }

    fn of_noun_above(&self) -> Side {
        Side::of_event(self.act.scene.across_noun(self.act.rule, self.actors), ROLE)
    }

    fn of_owner_above(&self) -> Side {
        let is_toward = self.act.scene.is_toward_somebody(self.act.frame, self.act.rule);
        if is_toward { Side::of(&self.act.scene.owner_above(self.slots, self.actors), ROLE) } else { Side::nobody() }
    }

    fn of_provoker(&self) -> Side {
        let side = Side::of(&self.act.scene.provoker(self.act.frame, self.act.rule, self.actors), ROLE);
        Side { parties: self.act.scene.wholes(self.act.rule, side.parties), ..side }
    }

    fn of_grounds(&self) -> Side {
        let found =
            self.act.scene.blamed(self.act.frame, self.act.rule, self.actors).filter(|other| self.is_asked(other));
        Side::told(found, ROLE, "the grounds of the act name them", context::CONFIDENCE)
    }

    /// "Two Peruvians were killed when the army of Chile opened fire": those whom it hit.
    fn of_harmed_above(&self) -> Side {
        let fits = |mention: &Mention| self.others.fits_somebody(mention);
        Side::of(&self.act.scene.harmed_above(self.act.rule, self.actors, &fits), ROLE)
    }

    fn of_relations(&self) -> Side {
        let found = if self.is_of_pair() {
            self.act.scene.of_relations(self.act.frame, self.act.rule, self.actors)
        } else {
            None
        };
        Side::told(
            found.filter(|other| self.is_asked(other)),
            ROLE,
            "relations with them are told of",
            pair::CONFIDENCE,
        )
    }

    /// "Planes carrying food landed in Chile": whoever gets what is carried.
    fn where_it_goes(&self) -> Side {
        let scene = self.act.scene;
        if self.act.class != Some(PloverClass::Aid) {
            return Side::nobody();
        }
        let side = Side::of(&scene.where_it_goes(self.actors), ROLE);
        Side { parties: scene.wholes(self.act.rule, side.parties), ..side }
    }

    /// "The Peruvian ambassador in Quito apologised": to whom the envoy is sent.
    fn beside_doer(&self) -> Side {
        let scene = self.act.scene;
        if !scene.is_toward_somebody(self.act.frame, self.act.rule) {
            return Side::nobody();
        }
        let side = Side::of(&scene.beside_doer(self.actors), ROLE);
        Side { parties: scene.wholes(self.act.rule, side.parties), ..side }
    }

    /// Tells whether the frame takes somebody of such a kind.
    fn is_asked(&self, other: &Participant) -> bool {
        let kinds = &self.act.frame.recipient_kinds;
        kinds.is_empty() || kinds.contains(&other.kind)
    }

    fn of_reproached(&self) -> Side {
        Side::of_event(self.act.scene.reproached(self.act.frame, self.act.rule, self.actors), ROLE)
    }

    fn of_pair(&self) -> Side {
        let (act, scene) = (&self.act, self.act.scene);
        if !self.is_of_pair() {
            return Side::nobody();
        }
        let fits = |other: &Participant| self.is_asked(other);
        let other = scene.other_of_pair(self.actors).filter(|_| !scene.speaks_of_own(act.rule, self.actors));
        if let Some(other) = other.filter(fits) {
            return Side::told([other], ROLE, pair::HOW, pair::CONFIDENCE);
        }
        let before = scene.acted_on_before(act.rule, self.actors).filter(fits);
        Side::told(before, ROLE, "the side acted toward before", pair::CONFIDENCE)
    }

    fn of_others_alike(&self) -> Side {
        let asks = self.act.rule.pair;
        let found = if asks { self.act.scene.toward_as_others(self.act.frame, self.actors) } else { Vec::new() };
        Side::of_event(found, ROLE)
    }

    fn of_host(&self) -> Side {
        let host = if self.asks(&Slot::Host) { self.act.scene.host(self.actors) } else { None };
        Side::told(host, ROLE, "the report comes from there", context::CONFIDENCE)
    }

    fn of_row(&self) -> Side {
        Side::of_event(self.act.scene.in_row(self.act.frame, self.act.rule, self.actors), ROLE)
    }

    fn of_dealings(&self) -> Side {
        let found = self.act.scene.dealt_with(self.act.frame, self.actors);
        Side::told(found.filter(|other| self.is_asked(other)), ROLE, "the side dealt with before", LAST_CONFIDENCE)
    }

    fn of_strangers(&self) -> Side {
        let strangers = self.act.scene.strangers(&self.act.frame.recipient);
        // One word alone is as often a treaty or a ship.
        let strangers = strangers.iter().filter(|mention| self.others.fits(mention) && mention.tokens.len() > 1);
        Side::of(&strangers.collect::<Vec<_>>(), ROLE)
    }

    /// Tells whether the act is between two sides that an article may leave out.
    fn is_of_pair(&self) -> bool {
        self.act.rule.pair || self.asks(&Slot::Pair)
    }

    /// Tells whether the frame asks for those whom a slot holds.
    fn asks(&self, slot: &Slot) -> bool {
        self.act.frame.recipient.contains(slot)
    }
}

fn of_recipients(event: &Event) -> Side {
    Side::of_event(context::unnamed(&event.recipients), ROLE)
}

fn is_nobodys(party: &Participant) -> bool {
    mention::is_nowhere(&party.id.root())
}
