//! Sides that stand around the words of an act: whoever the sentence before tells of, those who do something together in the
//! same sentence, and those who are only talked about.

use super::Scene;
use super::kinds::parties;
use crate::coder::clause::{self, Arguments};
use crate::coder::context::{self, Context};
use crate::coder::frame::lemma_of;
use crate::coder::mention::{self, Form, Mention};
use crate::coder::mode::{self, Tense};
use crate::coder::side::Role;
use crate::english::tag::{Label, Tag};
use crate::model::category::{ActorKind, Mode, PloverClass};
use crate::model::event::{Event, Participant};
use crate::model::id::ActorId;
use crate::ontology::frames::{Frame, Slot};
use crate::ontology::types::{Performance, Sides, TypeRule};

/// How many steps up the tree are taken at the most.
const MAX_STEPS: usize = 8;
/// What happened no more days before publication is the news.
const DAYS_OF_NEWS: i64 = 31;

impl Scene<'_> {
    /// Returns whoever did something to those who act, else who speaks in the sentence before, else the only other state that
    /// it names: "Peru said Chile had armed rebels. Chile denied it".
    pub(super) fn named_before(&self, actors: &[Participant]) -> Vec<Participant> {
        let spoken_of = self.said_of(actors);
        if !spoken_of.is_empty() {
            return spoken_of;
        }
        let answered = Context { earlier: self.earlier, ontology: self.desk.ontology }.answered(actors);
        let whole = |state: &ActorId| self.desk.ontology.roster().participant(state, self.desk.article.published);
        if !answered.is_empty() {
            // Whoever answers a ship or an officer speaks to its state.
            let states = answered.iter().map(|party| party.country.as_ref().and_then(whole).unwrap_or(party.clone()));
            return states.collect();
        }
        let Some(before) = self.number.checked_sub(1) else { return Vec::new() };
        let there = self.passage.mentions_of(before);
        let is_own = |state: &ActorId| actors.iter().any(|actor| actor.country.as_ref() == Some(state));
        let states = |mention: &Mention| -> Vec<ActorId> {
            let countries = mention.parties.iter().filter_map(|party| party.country.clone());
            countries.filter(|state| !is_own(state)).collect()
        };
        let said = self.passage.speakers.all().iter().filter(|said| said.sentence == before);
        let speakers = said.filter_map(|said| there.iter().find(|mention| mention.covers(said.speaker)));
        let speaking: Vec<ActorId> = speakers.flat_map(states).collect();
        let is_somebody = |mention: &&Mention| !matches!(mention.form, Form::Unknown | Form::Bystander);
        let mut found =
            if speaking.is_empty() { there.iter().filter(is_somebody).flat_map(states).collect() } else { speaking };
        found.sort_unstable();
        found.dedup();
        let [only] = found.as_slice() else { return Vec::new() };
        whole(only).into_iter().filter(|state| state.kind == ActorKind::State).collect()
    }

    /// Returns of whom the speaker says it, where the words of speech name them: "'This is a lie,' Peru's envoy said of Chile's claim".
    fn said_of(&self, actors: &[Participant]) -> Vec<Participant> {
        let said = self.passage.speakers.innermost(self.number, self.hit.trigger);
        let Some(said) = said.filter(|said| said.sentence == self.number) else { return Vec::new() };
        let references = self.desk.ontology.references();
        let is_topic = |word: &str| references.is_owner_preposition(word);
        let links = self.sentence.children(said.verb);
        let links = links.filter(|(_, below)| below.label == Label::Prep && is_topic(&below.lower));
        let heads: Vec<usize> = links.flat_map(|(link, _)| clause::objects(self.sentence, link)).collect();
        let is_other = |party: &Participant| party.country.is_some() && !context::holds(actors, party);
        let fits = |mention: &Mention| mention.form != Form::Bystander && mention.parties.iter().all(is_other);
        let heads = Arguments { object: heads, ..Arguments::default() };
        let found = self.cast.side(Role::Recipient, &[Slot::Object], said.verb, &heads, &fits);
        parties(&found).into_iter().map(|party| self.state(party)).collect()
    }

    /// Returns whoever did, rather than said, something last in the text, for what is threatened because of it: "Ghana joined
    /// the pact. Peru vowed countermeasures".
    pub(super) fn doer_before(&self, frame: &Frame, rule: &TypeRule, actors: &[Participant]) -> Vec<Participant> {
        if !self.is_hostile(frame, rule) {
            return Vec::new();
        }
        let is_deed = |event: &&Event| {
            let spoken = self.rule(&event.kind).is_none_or(|rule| rule.spoken);
            let is_own = |party: &Participant| actors.iter().any(|actor| actor.id.root() == party.id.root());
            event.mode == Mode::Actual && !spoken && !event.actors.is_empty() && !event.actors.iter().any(is_own)
        };
        let last = self.before.iter().rev().map(|(_, draft)| &draft.event).find(is_deed);
        last.map(|event| self.wholes(rule, context::unnamed(&event.actors))).unwrap_or_default()
    }

    /// Tells whether some nouns say that somebody is on good terms with whoever acts: "its ally".
    pub(super) fn is_friend(&self, heads: &[usize]) -> bool {
        let friends = &self.desk.ontology.frames().shared().friends;
        let is_friend = |&noun: &usize| lemma_of(self.sentence, noun).is_some_and(|lemma| friends.contains(&*lemma));
        heads.iter().any(|noun| is_friend(noun) && clause::is_of_pronoun(self.sentence, *noun))
    }

    /// Returns whoever was harmed last by somebody else.
    pub(super) fn harmed_before(&self, actors: &[Participant]) -> Vec<Participant> {
        let is_harm = |event: &&&Event| {
            self.desk.ontology.score(event.cameo).is_some_and(|score| score < 0.0)
                && event.mode == Mode::Actual
                && !event.recipients.is_empty()
                && event.actors.iter().chain(&event.recipients).all(|party| !context::holds(actors, party))
        };
        let told = self.earlier.iter().rev().find(is_harm);
        told.map(|event| context::unnamed(&event.recipients).into_iter().map(|party| self.state(party)).collect())
            .unwrap_or_default()
    }

    /// Returns the two who fought each other last in the text, where the clause names no third; where they fought is told by a
    /// place, where they made a truce need not be theirs.
    pub(super) fn foes(&self, frame: &Frame, rule: &TypeRule) -> Vec<Participant> {
        let dimension = |event: &Event| self.rule(&event.kind).and_then(TypeRule::dimension);
        let mut fought = self.before.iter().rev().map(|(_, draft)| &draft.event).filter(|event| {
            event.mode == Mode::Actual && rule.dimension().is_some() && dimension(event) == rule.dimension()
        });
        let sides = fought.find_map(|event| {
            let mut sides: Vec<Participant> = Vec::new();
            for party in context::unnamed(&[event.actors.as_slice(), event.recipients.as_slice()].concat()) {
                if !context::holds(&sides, &party) {
                    sides.push(party);
                }
            }
            (sides.len() == 2).then_some(sides)
        });
        sides.filter(|sides| !self.names_third(sides, self.is_hostile(frame, rule))).unwrap_or_default()
    }

    /// Returns the two who did something together in the sentence before, where officials of nobody told do what takes two: "Peru
    /// and Chile held talks. Ministers signed a pact".
    pub(super) fn whose_officials(&self, frame: &Frame, actors: &[Participant]) -> Vec<Participant> {
        let token = |index: usize| self.sentence.token(index);
        let are_several = |&subject: &usize| token(subject).is_some_and(|token| token.tag == Tag::Nns);
        let mut subjects = self.hit.arguments.subject.iter().filter(|&&subject| self.is_office(subject));
        let are_nobodys = !actors.is_empty() && actors.iter().all(|party| mention::is_nowhere(&party.id.root()));
        if !frame.joint || !are_nobodys || !subjects.any(are_several) {
            return Vec::new();
        }
        let takes_two = |event: &&&Event| {
            let rule = self.rule(&event.kind);
            let class = rule.and_then(|rule| self.desk.ontology.plover(rule.code(None, Mode::Actual)));
            let is_joint = rule.is_some_and(|rule| rule.sides == Sides::Joint);
            let is_near = self.sentence_of(event).is_some_and(|there| there + 1 >= self.number);
            is_near && event.mode == Mode::Actual && (is_joint || class == Some(PloverClass::Consult))
        };
        let told = self.earlier.iter().rev().find(takes_two);
        let mut sides: Vec<Participant> = Vec::new();
        for party in told.iter().flat_map(|event| event.actors.iter().chain(&event.recipients)) {
            let state = self.state(party.clone());
            if !context::holds(&sides, &state) {
                sides.push(state);
            }
        }
        if sides.len() == 2 && !self.names_third(&sides, false) { sides } else { Vec::new() }
    }

    /// Tells whether those who act have just made a friend of somebody, so that what harms a friend and names nobody is done to
    /// another: "Ghana switched recognition to China and cut ties".
    pub(super) fn is_befriended(&self, rule: &TypeRule, actors: &[Participant], party: &Participant) -> bool {
        let published = self.desk.article.published;
        let dimension = rule.dimension();
        // What one side does to be the friend of another, as recognizing it; a pact of both says nothing of other matters.
        let is_friendly = |event: &Event| {
            let rule = self.rule(&event.kind).filter(|rule| rule.sides != Sides::Joint);
            let rule = rule.filter(|rule| rule.dimension().is_some() && rule.dimension() != dimension);
            let class = rule.and_then(|rule| self.desk.ontology.plover(rule.code(None, Mode::Actual)));
            class == Some(PloverClass::Support)
        };
        let is_news =
            |event: &Event| event.occurred.earliest.is_some_and(|first| published.days_since(first) <= DAYS_OF_NEWS);
        let told = self.before.iter().map(|(_, draft)| draft).chain(self.here).map(|draft| &draft.event);
        let mut made = told.filter(|event| event.mode == Mode::Actual && is_news(event) && is_friendly(event));
        made.any(|event| {
            let is_own = |actor: &Participant| actors.iter().any(|own| own.party() == actor.party());
            event.actors.iter().all(is_own) && event.recipients.iter().any(|other| other.party() == party.party())
        }) && !self.is_dated()
    }

    /// Returns the states of people toward whom only the text around tells what moves a relation: "It imposed an embargo", "cut
    /// ties after protesters of Peru stormed its embassy".
    pub(super) fn wholes(&self, rule: &TypeRule, parties: Vec<Participant>) -> Vec<Participant> {
        let moves = !rule.spoken && rule.dimension().is_some();
        let whole = |party: Participant| {
            let is_part = party.kind == ActorKind::Person || party.country.is_some() && party.sector.is_some();
            if moves && is_part { self.state(party) } else { party }
        };
        parties.into_iter().map(whole).collect()
    }

    /// Tells whether whoever tells of a passive without agent has done it or will: "said the border would be reopened", and
    /// for what is done by declaring it "said six envoys of Peru had been expelled".
    pub(super) fn is_announced(&self, frame: &Frame, rule: &TypeRule, speaker: &Participant) -> bool {
        let arguments = &self.hit.arguments;
        if !arguments.passive || !arguments.subject.is_empty() || !frame.actor.contains(&Slot::Subject) {
            return false;
        }
        let reading = mode::read(self.sentence, self.hit.trigger, &self.desk.ontology.lexicon().mode, false);
        if reading.mode == Mode::Planned && matches!(reading.tense, Tense::Future | Tense::FutureInPast) {
            return true;
        }
        // "Said its envoys had been expelled" is told by whoever suffered it.
        let is_own = |&object: &usize| {
            self.sentence.children(object).any(|(_, below)| below.tag == Tag::PrpPoss)
                || self.cast.mentions.iter().any(|mention| {
                    self.sentence.is_within(mention.head, object)
                        && mention.parties.iter().any(|party| party.party() == speaker.party())
                })
        };
        let is_past = matches!(reading.tense, Tense::Past | Tense::PastPerfect | Tense::PresentPerfect);
        let is_told = is_past && rule.performance == Performance::ByDeclaring
            || (is_past || reading.tense == Tense::Present) && self.is_done_to_other(frame, speaker);
        reading.mode == Mode::Actual && is_told && !arguments.object.iter().any(is_own)
    }

    /// Tells whether a state says what is done to what is of one other, and the clause tells of nobody else: "Peru said Chilean
    /// lorries were barred".
    fn is_done_to_other(&self, frame: &Frame, speaker: &Participant) -> bool {
        if !self.desk.ontology.frames().shared().done_to_one.contains(&frame.kind) {
            return false;
        }
        let objects = &self.hit.arguments.object;
        let is_of_object =
            |mention: &&Mention| objects.iter().any(|&object| self.sentence.is_within(mention.head, object));
        let is_named = |mention: &&Mention| !matches!(mention.form, Form::Pronoun | Form::Description);
        let of_clause = || self.cast.mentions.iter().filter(|it| self.sentence.is_within(it.head, self.hit.trigger));
        let states = || of_clause().filter(is_named).flat_map(|mention| &mention.parties).map(Participant::party);
        let is_one_other = states().next().is_some_and(|one| one != speaker.party() && states().all(|it| it == one));
        is_one_other && of_clause().filter(is_named).any(|mention| is_of_object(&mention))
    }

    /// Tells whether an expression of time stands with the act.
    pub(super) fn is_dated(&self) -> bool {
        self.passage.times_of(self.number).iter().any(|time| self.sentence.is_within(time.head, self.hit.trigger))
    }

    /// Returns whom a party counts for.
    pub(super) fn state(&self, party: Participant) -> Participant {
        self.desk.ontology.roster().participant(party.party(), self.desk.article.published).unwrap_or(party)
    }

    /// Returns those who do something together in the sentence, but for those who act: "agreed to a truce at talks hosted by
    /// Peru".
    pub(super) fn guests(&self, actors: &[Participant]) -> Vec<Participant> {
        let is_other = |party: &Participant| actors.iter().all(|actor| actor.country != party.country);
        let is_joint = |kind| self.rule(kind).is_some_and(|rule| rule.sides == Sides::Joint);
        let is_before = |event: &&&Event| self.sentence_of(event).is_some_and(|there| there + 1 == self.number);
        // "Peru hosted the talks": those that the sentence before told of.
        let told = self.hit.arguments.object.iter().any(|&object| self.has_definite_article(object));
        let before = if told { self.earlier } else { &[] };
        let drafts = self.here.iter().rev().map(|draft| &draft.event);
        let drafts = drafts.chain(before.iter().rev().filter(is_before).copied());
        let drafts = drafts.filter(|event| is_joint(&event.kind));
        let mut together = drafts.map(|event| [event.actors.as_slice(), event.recipients.as_slice()].concat());
        if let Some(sides) = together.find(|sides| sides.len() > 1 && sides.iter().all(is_other)) {
            return context::unnamed(&sides);
        }
        // "The summit hosted by Peru brought together Chile and Ghana".
        let takes_part = |mention: &&Mention| {
            let token = self.sentence.token(mention.head);
            let is_agent = |head: usize| self.sentence.token(head).is_some_and(|above| above.label == Label::Agent);
            let acts = token.is_some_and(|token| match token.label {
                Label::Nsubj | Label::NsubjPass | Label::Dobj => true,
                Label::Pobj => token.head.is_some_and(is_agent),
                _ => false,
            });
            acts && mention.form != Form::Place
        };
        let named = self.cast.mentions.iter().filter(takes_part);
        let sides = named.map(|mention| parties(&self.cast.at(mention.head)));
        sides.into_iter().find(|sides| sides.len() > 1 && sides.iter().all(is_other)).unwrap_or_default()
    }

    /// Tells whether somebody is only named by what those who meet talk about: "held talks on Peru".
    pub(super) fn is_talked_of(&self, frame: &Frame, mention: &Mention) -> bool {
        let about = &self.desk.ontology.frames().shared().about;
        let token = |index: usize| self.sentence.token(index);
        let first = token(mention.head).and_then(|token| token.head);
        let mut at = mention.head;
        for _ in 0..MAX_STEPS {
            let Some(word) = token(at).filter(|_| at != self.hit.trigger) else { return false };
            let Some(head) = word.head else { return false };
            // "Was on a visit to Peru": there the whole stands under the verb.
            let is_of_noun = || Some(at) == first || token(head).is_some_and(clause::is_noun);
            let is_asked = || frame.recipient.contains(&Slot::Prep(word.lower.to_string()));
            if word.label == Label::Prep && about.contains(&*word.lower) && is_of_noun() && !is_asked() {
                return true;
            }
            at = head;
        }
        false
    }

    /// Returns the organisation with members that the text named last, for what is done to join or leave one that the words do not
    /// name: "Turkey let Finland into NATO. Sweden, which applied for membership in May, waits".
    pub(super) fn club(&self, rule: &TypeRule, actors: &[Participant]) -> Option<Participant> {
        let ontology = self.desk.ontology;
        rule.dimension().and_then(|dimension| ontology.dimension(dimension)).filter(|rule| rule.of_members)?;
        let published = self.desk.article.published;
        let club = |mention: &Mention| {
            let [body] = mention.parties.as_slice() else { return None };
            let has_members = || ontology.roster().members(&body.id, published).next().is_some();
            let is_body = body.kind == ActorKind::Organisation && has_members();
            (is_body && !context::holds(actors, body)).then(|| body.clone())
        };
        let here = self.cast.mentions.iter().rev().filter(|mention| mention.head < self.hit.trigger);
        let before = (0..self.number).rev().flat_map(|number| self.passage.mentions_of(number).iter().rev());
        here.chain(before).find_map(club)
    }
}
