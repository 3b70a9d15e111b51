//! Sides that the clauses around an act tell of: whose its things are, and who provoked it.
//!
//! "Ghana recalled its envoy after soldiers of Togo entered its territory": the territory of Ghana, the envoy in Togo.

use super::Scene;
use crate::coder::frame::lemma_of;
use crate::coder::mention::{self, Form, Mention};
use crate::coder::side::Role;
use crate::coder::{clause, context, mode};
use crate::english::Sentence;
use crate::english::tag::{Label, Tag};
use crate::model::category::{Mode, PloverClass};
use crate::model::event::{Event, Participant};
use crate::ontology::frames::{Frame, Slot};
use crate::ontology::lexicon::mode::Particle;
use crate::ontology::types::{Sides, TypeRule};

impl Scene<'_> {
    /// Tells whether somebody only suffered what is spoken of: "condemned the attack on Peru", "the killing of its envoys".
    pub(super) fn is_harmed(&self, mention: &Mention) -> bool {
        let objects = &self.hit.arguments.object;
        let noun = self.suffered(mention);
        noun.is_some_and(|noun| objects.iter().any(|&object| self.sentence.is_within(noun, object)))
    }

    /// Returns the noun for what somebody suffered, where the words tell of it: "the attack on Peru".
    pub(super) fn suffered(&self, mention: &Mention) -> Option<usize> {
        let harms = &self.desk.ontology.frames().shared().harms;
        // "The attack on its embassy in Peru": in Peru it was done.
        let mut above = self.sentence.ancestors(mention.head).filter_map(|index| self.sentence.token(index));
        let preposition = above.find(|token| token.label == Label::Prep)?;
        let is_harm = |&noun: &usize| {
            let lemma = lemma_of(self.sentence, noun);
            lemma.is_some_and(|lemma| harms.contains(&format!("{lemma} {}", preposition.lower)))
        };
        preposition.head.filter(is_harm)
    }

    /// Returns who acts in the clause above, where what is acted on is said to be the actor's own: the word for the owner
    /// means whoever acts there.
    pub(super) fn owner_above(&self, slots: &[Slot], actors: &[Participant]) -> Vec<&Mention> {
        let is_of_actors = |mention: &&Mention| {
            mention.form == Form::Pronoun
                && self.sentence.token(mention.head).is_some_and(|token| token.tag == Tag::PrpPoss)
                && mention.parties.iter().all(|party| context::holds(actors, party))
        };
        let heads = self.cast.heads(slots, &self.hit.arguments);
        let owned = |mention: &&Mention| heads.iter().any(|&head| self.sentence.is_within(mention.head, head));
        if !self.cast.mentions.iter().filter(is_of_actors).any(|mention| owned(&mention)) {
            return Vec::new();
        }
        let clauses = self.sentence.ancestors(self.hit.trigger);
        let subjects = clauses.flat_map(|clause| clause::subject(self.sentence, clause, 0));
        let is_other = |mention: &&Mention| mention.parties.iter().all(|party| !context::holds(actors, party));
        let acting = |subject: usize| self.cast.mentions.iter().filter(is_other).find(|one| one.covers(subject));
        subjects.filter_map(acting).take(1).collect()
    }

    /// Returns whoever made what is acted on, as a participle of it tells, where the frame looks for whoever it is by: "rejected the
    /// plan put forward by Chile".
    pub(super) fn makers_of_object(&self, frame: &Frame, fits: &dyn Fn(&Mention) -> bool) -> Vec<&Mention> {
        let asks = frame.recipient.iter().any(|slot| matches!(slot, Slot::Prep(word) if word == clause::BY));
        if !asks || self.hit.arguments.passive {
            return Vec::new();
        }
        let objects = self.hit.arguments.object.iter().flat_map(|&object| self.sentence.children(object));
        // "The list, delivered by Chile": that adds what else was done to it.
        let is_part =
            |at: usize| self.sentence.token(at.saturating_sub(1)).is_some_and(|before| before.tag != Tag::Comma);
        let made = objects.filter(|(at, below)| below.label == Label::Acl && below.tag == Tag::Vbn && is_part(*at));
        let agents = made.flat_map(|(made, _)| self.sentence.children(made));
        let agents = agents.filter(|(_, below)| below.label == Label::Agent);
        let makers = agents.flat_map(|(by, _)| clause::objects(self.sentence, by));
        let makers: Vec<usize> = makers.flat_map(|maker| clause::with_conjuncts(self.sentence, maker)).collect();
        // "A report carried by several websites": whose they are, only the place tells.
        let is_known = |mention: &Mention| {
            mention.form != Form::Located && mention.parties.iter().any(|party| !mention::is_nowhere(&party.id.root()))
        };
        let is_maker = |mention: &&Mention| {
            makers.iter().any(|&maker| mention.covers(maker)) && is_known(mention) && fits(mention)
        };
        self.cast.mentions.iter().filter(is_maker).collect()
    }

    /// Returns whoever took the measures of which a sentence says that they are the act: "Chile's answer was the expulsion of two
    /// envoys", "Chile announced steps against Togo. The measures include the expulsion of two envoys".
    pub(super) fn takers_of_measures(&self) -> Vec<Participant> {
        self.measures().map(|measures| self.takers(measures)).unwrap_or_default()
    }

    /// Returns the noun for the measures of which the sentence says that they are the act.
    fn measures(&self) -> Option<usize> {
        let (sentence, shared) = (self.sentence, self.desk.ontology.frames().shared());
        let deed = sentence.token(clause::first_of_row(sentence, self.hit.trigger))?;
        let verb = deed.head.filter(|_| matches!(deed.label, Label::Dobj | Label::Attr))?;
        sentence.token(verb).filter(|verb| shared.comprising.contains(&verb.lemma.to_lowercase()))?;
        let mut subjects = clause::subject(sentence, verb, 0).into_iter();
        subjects.find(|&noun| self.is_measure(sentence, noun))
    }

    fn is_measure(&self, sentence: &Sentence, noun: usize) -> bool {
        let shared = self.desk.ontology.frames().shared();
        lemma_of(sentence, noun).is_some_and(|lemma| shared.measures.contains(&*lemma))
    }

    /// Returns whose measures they are: their owner, who is told with them as their maker, else who announced some just before.
    fn takers(&self, measures: usize) -> Vec<Participant> {
        let is_known = |mention: &&Mention| {
            !matches!(mention.form, Form::Place | Form::Located)
                && mention.parties.iter().all(|party| !mention::is_nowhere(&party.id.root()))
        };
        let takes = |mention: &&Mention| {
            let (sentence, head) = (self.sentence, mention.head);
            // "The measures against Chile": those lie on it.
            let is_owner = clause::preposition_over(sentence, head).is_none_or(|word| word == clause::BY);
            is_owner && sentence.is_within(head, measures)
        };
        if let Some(taker) = self.cast.mentions.iter().filter(is_known).find(takes) {
            return taker.parties.clone();
        }
        let before = self.number.checked_sub(1);
        let before = before.and_then(|number| Some((number, self.passage.document.sentences().get(number)?)));
        let Some((number, told)) = before else { return Vec::new() };
        let root = told.tokens.iter().position(|token| token.label == Label::Root);
        let announced = (0..told.tokens.len()).any(|noun| self.is_measure(told, noun));
        let subjects = root.filter(|_| announced).map(|root| clause::subject(told, root, 0)).unwrap_or_default();
        let mut acting = self.passage.mentions_of(number).iter().filter(is_known);
        let taker = acting.find(|mention| subjects.iter().any(|&subject| mention.covers(subject)));
        taker.map(|taker| taker.parties.clone()).unwrap_or_default()
    }

    /// Returns the act told before on the thing that a participle tells of: "Ghana extended an embargo on Togo. The embargo,
    /// imposed in 2018, stays".
    pub(super) fn told_of_noun(&self, rule: &TypeRule) -> Option<&Event> {
        let token = self.sentence.token(self.hit.trigger).filter(|token| token.label == Label::Acl)?;
        token.head.filter(|&noun| rule.sides != Sides::Joint && self.points_to_thing(noun, &[]))?;
        let same = |event: &&Event| self.is_of_dimension(event, rule) && !event.recipients.is_empty();
        self.before.iter().rev().map(|(_, draft)| &draft.event).find(same)
    }

    /// Returns who is to act in the clause that tells until when something is refused: "will not reopen the border until
    /// Togo pays".
    pub(super) fn awaited(&self, frame: &Frame, rule: &TypeRule, actors: &[Participant]) -> Vec<&Mention> {
        let (sentence, words) = (self.sentence, &self.desk.ontology.lexicon().mode);
        if !self.is_toward_somebody(frame, rule) {
            return Vec::new();
        }
        let is_awaited = |&clause: &usize| {
            let mark = sentence.child(clause, Label::Mark).and_then(|mark| sentence.token(mark));
            mark.is_some_and(|mark| words.is(&mark.lower, Particle::Demanded))
        };
        // "Refused to sign until", "ruled out a truce until".
        let is_within = |&index: &usize| {
            let inside = [Label::Xcomp, Label::Dobj, Label::Prep, Label::Pobj, Label::Pcomp];
            sentence.token(index).is_some_and(|token| inside.contains(&token.label))
        };
        let mut verbs = vec![self.hit.trigger];
        while let Some(above) = verbs.last().filter(|at| is_within(at)).and_then(|&at| sentence.token(at)?.head) {
            verbs.push(above);
        }
        // "Refused to dismantle the base until".
        verbs.extend(&self.hit.arguments.complement);
        let below = verbs.iter().flat_map(|&verb| sentence.children(verb));
        let clauses = below.filter(|(_, below)| below.label == Label::Advcl).map(|(clause, _)| clause);
        let Some(clause) = clauses.into_iter().find(is_awaited) else { return Vec::new() };
        let is_refusal =
            || self.desk.ontology.plover(rule.code(frame.cameo, Mode::Actual)) == Some(PloverClass::Reject);
        if mode::read(sentence, self.hit.trigger, words, false).mode != Mode::Negated && !is_refusal() {
            return Vec::new();
        }
        self.acting_in(clause, actors)
    }

    /// Returns who acts in the clause that tells what a hostile act answers: "recalled its envoy after Togo raided the port".
    pub(super) fn provoker(&self, frame: &Frame, rule: &TypeRule, actors: &[Participant]) -> Vec<&Mention> {
        if !self.is_hostile(frame, rule) || !self.is_toward_somebody(frame, rule) {
            return Vec::new();
        }
        let mut found = self.provocations().into_iter().map(|clause| self.acting_in(clause, actors));
        found.find(|found| !found.is_empty()).unwrap_or_default()
    }

    /// Returns whom those who act reproached with something in the clause that tells what a hostile act answers: "closed the
    /// port after it accused Togo of smuggling"; only once all else of the sentence has been told.
    pub(super) fn reproached(&self, frame: &Frame, rule: &TypeRule, actors: &[Participant]) -> Vec<Participant> {
        if !self.is_last || !rule.pair || !self.is_hostile(frame, rule) {
            return Vec::new();
        }
        let clauses = self.provocations();
        let is_bad = |event: &Event| self.desk.ontology.score(event.cameo).is_some_and(|score| score < 0.0);
        let is_own = |party: &Participant| actors.iter().any(|actor| actor.id.root() == party.id.root());
        let told = self.here.iter().filter(|draft| clauses.contains(&draft.trigger)).map(|draft| &draft.event);
        let mut reproaches = told.filter(|event| {
            event.mode == Mode::Actual
                && is_bad(event)
                && event.actors.iter().all(is_own)
                && !event.recipients.is_empty()
                && !event.recipients.iter().any(|party| is_own(party) || mention::is_nowhere(&party.id.root()))
        });
        let found = reproaches.next().map(|event| context::unnamed(&event.recipients)).unwrap_or_default();
        self.wholes(rule, found)
    }

    /// Returns the verbs of the clauses that tell what an act answers: "recalled its envoy after Togo raided the port".
    fn provocations(&self) -> Vec<usize> {
        let words = &self.desk.ontology.frames().shared().provocations;
        let answers = |clause: &usize| {
            let mark = self.sentence.child(*clause, Label::Mark).and_then(|mark| self.sentence.token(mark));
            mark.is_some_and(|mark| words.contains(&*mark.lower))
        };
        // "Filed a protest after": the clause stands under the verb that carries the noun.
        let verb = self.hit.arguments.carrier.unwrap_or(self.hit.trigger);
        let below = self.sentence.children(verb).filter(|(_, below)| below.label == Label::Advcl);
        below.map(|(clause, _)| clause).filter(answers).collect()
    }

    /// Returns who acts in a clause, where they are known and of none of those sides.
    fn acting_in(&self, clause: usize, actors: &[Participant]) -> Vec<&Mention> {
        let is_other = |mention: &Mention| {
            let is_some = |party: &Participant| {
                let root = party.id.root();
                !mention::is_nowhere(&root) && actors.iter().all(|actor| actor.id.root() != root)
            };
            mention.parties.iter().all(is_some)
        };
        let arguments = clause::of_verb(self.sentence, clause);
        self.cast.side(Role::Actor, &[Slot::Subject], clause, &arguments, &is_other)
    }
}
