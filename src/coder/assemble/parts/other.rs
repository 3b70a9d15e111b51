//! Which mentions may be those toward whom an act is done: no other part of it, nobody of those who act.

use super::Act;
use crate::coder::assemble::kinds::{allows, is_army, is_same};
use crate::coder::mention::{Form, Mention};
use crate::coder::side::Role;
use crate::coder::{clause, context, located, reference};
use crate::english::tag::Label;
use crate::model::category::{ActorKind, PloverClass};
use crate::model::event::Participant;
use crate::ontology::frames::Slot;
use crate::ontology::lexicon::speech::{Cue, SpeechManner};

/// What is known of those who act, for telling the others.
pub(super) struct Others<'a> {
    pub(super) act: Act<'a>,
    pub(super) actors: &'a [Participant],
    /// The mentions that name them.
    pub(super) named: &'a [&'a Mention],
    /// How sure they are, 0 to 100.
    pub(super) confidence: u8,
}

impl Others<'_> {
    /// Tells whether a mention may be one of those toward whom it is done.
    pub(super) fn fits(&self, mention: &Mention) -> bool {
        let is_one = |party: &Participant| self.actors.iter().any(|actor| actor.id == party.id);
        allows(&self.act.frame.recipient_kinds, &[], mention)
            && !mention.parties.iter().any(is_one)
            && !self.named.iter().any(|actor| is_same(actor, mention))
            && !self.is_own_by_guess(mention)
            && !self.is_own_side(mention)
            && !self.is_harmed(mention)
            && !self.is_means(mention)
            && !self.is_theirs(mention)
            && !self.only_says(mention)
            && !self.is_audience(mention)
            && !self.is_where(mention)
            && !self.is_whence(mention)
            && !self.is_between(mention)
            && !self.is_topic(mention)
            && !self.is_thing(mention)
            && !self.is_of_place(mention)
            && !self.is_apposed(mention)
            && !self.is_own_envoy(mention)
    }

    /// Tells whether the slots name another state that the frame does not take: "Peru and Chile held talks with Ghana" tells
    /// of more than two.
    pub(super) fn are_of_other_kind(&self, slots: &[Slot]) -> bool {
        let (cast, trigger) = (self.act.scene.cast, self.act.scene.hit.trigger);
        let is_apart = |party: &Participant| {
            party.country.is_some() && self.actors.iter().all(|actor| actor.country != party.country)
        };
        let is_other = |mention: &Mention| {
            !allows(&self.act.frame.recipient_kinds, &[], mention) && mention.parties.iter().all(is_apart)
        };
        !cast.side(Role::Recipient, slots, trigger, self.act.arguments, &is_other).is_empty()
    }

    /// As [`Self::fits`], and of a known side: "scrambled jets to intercept bombers of Chile", where those of nobody are meant
    /// only where no other is.
    pub(super) fn fits_somebody(&self, mention: &Mention) -> bool {
        self.fits(mention)
            && (mention.form != Form::Located || mention.parties.iter().any(|party| party.country.is_some()))
    }

    /// Tells whether somebody suffered what is spoken of.
    pub(super) fn is_harmed(&self, mention: &Mention) -> bool {
        self.act.rule.spoken && self.act.scene.is_harmed(mention)
    }

    /// "Sanctioned Ana Quispe, a judge": nobody does that to the own people, of whom an unknown name is only guessed to be.
    fn is_own_by_guess(&self, mention: &Mention) -> bool {
        self.act.scene.desk.pair.is_some()
            && self.act.rule.pair
            && mention.form == Form::Unknown
            && self.are_actors(mention)
    }

    /// "Peru and Chile agreed to pull back their troops", "Peru completed the withdrawal of its soldiers": their own.
    fn is_own_side(&self, mention: &Mention) -> bool {
        let root = |party: &Participant| self.actors.iter().any(|actor| actor.id.root() == party.id.root());
        let acts_itself = self.actors.iter().all(|actor| actor.kind == ActorKind::State);
        let is_own_army = acts_itself && mention.parties.iter().all(is_army);
        (self.act.frame.joint && self.actors.len() > 1 || is_own_army) && mention.parties.iter().all(root)
    }

    /// "Vowed never to send troops to Peru": what one will do with one's own is said to the other.
    fn is_means(&self, mention: &Mention) -> bool {
        let arguments = self.act.arguments;
        let below = |&clause: &usize| self.act.scene.sentence.is_within(mention.head, clause);
        matches!(self.act.class, Some(PloverClass::Agree | PloverClass::Threaten))
            && mention.form != Form::Name
            && mention.parties.iter().all(|party| party.kind != ActorKind::Person)
            && arguments.complement.iter().any(below)
            && !arguments.object.contains(&mention.head)
            && mention.parties.iter().all(|party| {
                let same = |actor: &Participant| actor.country.is_some() && actor.country == party.country;
                context::holds(self.actors, party) || self.actors.iter().any(same)
            })
    }

    /// "Warned that it would deploy its air force": nobody speaks to what is theirs.
    fn is_theirs(&self, mention: &Mention) -> bool {
        let is_their_own = || clause::is_of_pronoun(self.act.scene.sentence, mention.head);
        self.act.rule.spoken && self.are_actors(mention) && is_their_own()
    }

    /// "Is providing maps to Peru, a newspaper said": whoever only says so takes no part.
    fn only_says(&self, mention: &Mention) -> bool {
        self.act.speaker.and_then(|speaker| speaker.mention).is_some_and(|span| span == mention.span)
    }

    /// "Told the radio that Peru must leave": whoever only spreads it is not spoken to.
    fn is_audience(&self, mention: &Mention) -> bool {
        let (scene, object) = (self.act.scene, &self.act.arguments.object);
        let spreads = |sector| scene.desk.ontology.frames().shared().reporters.contains(&sector);
        let is_telling = |lemma: &str| scene.desk.ontology.lexicon().speech.is(lemma, Cue::Telling);
        self.act.rule.spoken
            && scene.sentence.token(scene.hit.trigger).is_some_and(|verb| is_telling(&verb.lemma))
            && object.iter().any(|&noun| mention.covers(noun))
            && mention.parties.iter().all(|party| party.sector.is_some_and(spreads))
    }

    /// "Held talks in Geneva": where it was done together takes no part in it.
    fn is_where(&self, mention: &Mention) -> bool {
        let frame = self.act.frame;
        let place = frame.joint.then(|| self.act.scene.cast.preposition(mention)).flatten();
        place.is_some_and(|word| {
            self.act.scene.desk.ontology.references().is_place_preposition(word)
                && !frame.recipient.contains(&Slot::Prep(word.to_owned()))
        })
    }

    /// "The president announced the duty from Geneva": whence somebody speaks is not whom it hits.
    fn is_whence(&self, mention: &Mention) -> bool {
        let (scene, ontology) = (self.act.scene, self.act.scene.desk.ontology);
        let announces = |lemma: &str| {
            ontology.lexicon().speech.verbs(lemma).iter().any(|verb| verb.manner == SpeechManner::Announce)
        };
        let is_origin = |word: &str| ontology.references().is_origin_preposition(word);
        mention.form == Form::Place
            && self.actors.iter().all(|actor| actor.kind == ActorKind::Person)
            && scene.sentence.token(scene.hit.trigger).is_some_and(|verb| announces(&verb.lemma))
            && scene.cast.preposition(mention).is_some_and(is_origin)
            && scene.is_hostile(self.act.frame, self.act.rule)
    }

    /// Whoever brings two together, or whose border lies between them, is none of them.
    fn is_between(&self, mention: &Mention) -> bool {
        let scene = self.act.scene;
        let goes_between = || reference::goes_between(scene.sentence, mention, scene.desk.ontology.references());
        self.act.frame.joint && (scene.is_across_border(mention, self.act.class) || goes_between())
    }

    /// "Discussed Peru's relations with Chile": what is spoken of is no partner.
    fn is_topic(&self, mention: &Mention) -> bool {
        let scene = self.act.scene;
        self.act.is_meeting()
            && (scene.is_spoken_of(mention, self.named.len() > 1) || scene.is_talked_of(self.act.frame, mention))
    }

    /// What a pronoun for a thing stands for is acted on, not toward.
    fn is_thing(&self, mention: &Mention) -> bool {
        self.act.points_back
            && mention.form != Form::Name
            && self.act.arguments.object.contains(&mention.head)
            && !self.is_of_people(mention)
    }

    /// Those of the state where it is told do nothing to that state.
    fn is_of_place(&self, mention: &Mention) -> bool {
        let same = |party: &Participant| {
            party.kind == ActorKind::State && self.actors.iter().any(|actor| actor.country == party.country)
        };
        self.confidence <= located::CONFIDENCE && mention.parties.iter().any(same)
    }

    /// "Ana Quispe, a Peruvian official, welcomed it": what she is, is nobody else.
    fn is_apposed(&self, mention: &Mention) -> bool {
        let beside = self.act.scene.sentence.token(mention.head).filter(|token| token.label == Label::Appos);
        let above = beside.and_then(|token| token.head);
        above.is_some_and(|above| self.named.iter().any(|actor| actor.tokens.contains(&above)))
    }

    /// "Peru summoned the ambassador in Lima": no envoy of Peru.
    fn is_own_envoy(&self, mention: &Mention) -> bool {
        let slots = &self.act.frame.recipient;
        slots.contains(&Slot::Told) && !slots.contains(&Slot::Context) && self.are_actors(mention)
    }

    /// Tells whether a mention names but those who act.
    fn are_actors(&self, mention: &Mention) -> bool {
        mention.parties.iter().all(|party| context::holds(self.actors, party))
    }

    /// Tells whether a pronoun stands for envoys or others who act for a state: "the Chilean envoy spoke. Peru expelled her"; whoever
    /// has a name was told of apart, and a government is no thing done away with.
    fn is_of_people(&self, mention: &Mention) -> bool {
        let government = self.act.scene.desk.ontology.roster().government_sector();
        let is_person = |party: &Participant| {
            party.kind != ActorKind::Person && party.sector.is_some() && party.sector != government
        };
        mention.form == Form::Pronoun && mention.parties.iter().all(is_person)
    }
}
