//! Toward whom an act is done that tells only on what grounds, or of whose relations it is told.
//!
//! "Ghana expelled two envoys, accusing Togo of spying", "relations with Togo broke down when Ghana expelled two envoys".

use super::Scene;
use super::absent::{self, FORCE};
use crate::coder::located::mission;
use crate::coder::mention::{self, Form, Mention};
use crate::coder::mode::Tense;
use crate::coder::side::Role;
use crate::coder::{clause, context, frame, mode};
use crate::english::Sentence;
use crate::english::tag::{Label, Tag};
use crate::model::category::{ActorKind, Mode};
use crate::model::event::{Event, Participant};
use crate::model::id::ActorId;
use crate::ontology::frames::{Frame, Slot};
use crate::ontology::lexicon::mode::{Class, Part, Particle};
use crate::ontology::types::TypeRule;

impl Scene<'_> {
    /// Returns the only other state that the grounds of a hostile act name, where no third stands in its words: "recalled its
    /// envoy, saying Togo had fired on its ships", "over what it called Togolese spying".
    pub(super) fn blamed(&self, frame: &Frame, rule: &TypeRule, actors: &[Participant]) -> Option<Participant> {
        if rule.spoken || self.is_denial(frame) || !rule.pair || !self.is_hostile(frame, rule) {
            return None;
        }
        let grounds = self.grounds();
        let states = self.other_states(actors, &|mention| {
            // "Fired a missile over Togo": there it flew.
            let is_under = |ground: usize| clause::objects(self.sentence, ground).any(|noun| mention.covers(noun));
            let is_in = |&ground: &usize| self.sentence.is_within(mention.head, ground) && !is_under(ground);
            // "Over the killing of Togolese".
            grounds.iter().any(is_in) && self.suffered(mention).is_none()
        });
        self.only_of(states, actors, true)
    }

    /// Returns those of whom the clause above tells what came to them by an act of force: "two Peruvians were killed when the army
    /// of Chile opened fire".
    pub(super) fn harmed_above(
        &self,
        rule: &TypeRule,
        actors: &[Participant],
        fits: &dyn Fn(&Mention) -> bool,
    ) -> Vec<&Mention> {
        let is_force = self.desk.ontology.score(rule.cameo).is_some_and(|score| score <= FORCE);
        let clause = self.sentence.token(self.hit.trigger).filter(|token| is_force && token.label == Label::Advcl);
        let suffering = &self.desk.ontology.frames().shared().suffering;
        let suffers = |verb: &usize| frame::lemma_of(self.sentence, *verb).is_some_and(|it| suffering.contains(&*it));
        let Some(verb) = clause.and_then(|clause| clause.head).filter(suffers) else { return Vec::new() };
        let around = clause::of_verb(self.sentence, verb);
        let slots = [if around.passive { Slot::Object } else { Slot::Subject }];
        let is_other = |mention: &Mention| {
            let root = |party: &Participant| actors.iter().all(|actor| actor.id.root() != party.id.root());
            mention.parties.iter().all(root) && fits(mention)
        };
        self.cast.side(Role::Recipient, &slots, verb, &around, &is_other)
    }

    /// Returns with whom those who act have the relations of which the clause above, or the sentence before, tells: "relations
    /// between Ghana and Togo are tense. In March Ghana expelled two envoys".
    pub(super) fn of_relations(&self, frame: &Frame, rule: &TypeRule, actors: &[Participant]) -> Option<Participant> {
        if rule.spoken || self.is_denial(frame) {
            return None;
        }
        let here = self.other_states(actors, &|mention| self.has_dealings(self.sentence, mention));
        self.only_of(here, actors, true).or_else(|| {
            let before = self.number.checked_sub(1)?;
            let sentence = self.passage.document.sentences().get(before)?;
            let there = self.passage.mentions_of(before);
            let is_own = |mention: &&Mention| mention.parties.iter().any(|party| context::holds(actors, party));
            // "Relations between Togo and Benin": not those of whoever acts.
            there.iter().find(is_own)?;
            let named = there.iter().filter(|mention| self.has_dealings(sentence, mention));
            self.only_of(self.others_among(named, actors), actors, false)
        })
    }

    /// Returns the one side that the actors of a hostile deed acted toward last, or that was hostile to them last, where no
    /// third one stands in the words of the act: "Peru accused Chile of spying. It recalled its ambassador", "Chile expelled
    /// Peru's envoy. The Peruvian government closed its embassy".
    pub(super) fn acted_on_before(&self, rule: &TypeRule, actors: &[Participant]) -> Option<Participant> {
        let score = |code| self.desk.ontology.score(code);
        let own = score(rule.code(None, Mode::Actual)).filter(|&score| score < 0.0 && !rule.spoken)?;
        let is_of =
            |sides: &[&ActorId]| !actors.is_empty() && actors.iter().all(|actor| sides.contains(&actor.party()));
        // Who fires on whom is told with whom it hits; refugees and rebels answer nobody.
        let shared = self.desk.ontology.frames().shared();
        let is_for_state = |party: &Participant| party.id.is_root() || shared.speaks_for_state(party.sector);
        let answers = |event: &Event| {
            own > FORCE
                && actors.iter().all(is_for_state)
                && event.mode == Mode::Actual
                && event.receiving().len() == 1
                && score(event.cameo).is_some_and(|score| score < 0.0)
        };
        let side = |event: &&Event| -> Option<Vec<Participant>> {
            if is_of(&event.acting()) {
                Some(event.recipients.clone())
            } else {
                (is_of(&event.receiving()) && answers(event)).then(|| event.actors.clone())
            }
        };
        let mut told = self.earlier.iter().rev().filter_map(|event| Some((event, side(event)?)));
        let (_, sides) = told.next().filter(|(event, _)| context::is_news(event))?;
        let [other] = sides.as_slice() else { return None };
        let is_free = !context::holds(actors, other) && !mention::is_nowhere(&other.id.root());
        let other = self.desk.ontology.roster().participant(other.party(), self.desk.article.published)?;
        let sides: Vec<Participant> = actors.iter().chain([&other]).cloned().collect();
        (is_free && !self.names_third(&sides, true)).then_some(other)
    }

    /// Returns with whom those who speak for a state dealt last in an article, for what is said to whomever one deals with: "Peru
    /// and Chile signed a pact. President Ana Quispe thanked her guest". The words of the act may name no third.
    pub(super) fn dealt_with(&self, frame: &Frame, actors: &[Participant]) -> Option<Participant> {
        let (shared, words) = (self.desk.ontology.frames().shared(), &self.desk.ontology.lexicon().mode);
        let speaks_for_state =
            |party: &Participant| party.id.is_root() || party.binds || shared.speaks_for_state(party.sector);
        let is_done = || mode::read(self.sentence, self.hit.trigger, words, false).mode == Mode::Actual;
        if !shared.addressed.contains(&frame.kind)
            || self.desk.article.title.is_empty()
            || !actors.iter().all(speaks_for_state)
            || !is_done()
        {
            return None;
        }
        let takes_part = |event: &Event| {
            let sides = [event.acting(), event.receiving()].concat();
            !actors.is_empty() && actors.iter().all(|actor| sides.contains(&actor.party()))
        };
        let mut told = self.earlier.iter().rev().filter(|event| context::is_news(event) && takes_part(event));
        let last = told.next()?;
        let mut others: Vec<Participant> = Vec::new();
        for party in absent::others(last, actors) {
            let whole = self.desk.ontology.roster().participant(party.party(), self.desk.article.published)?;
            if !context::holds(&others, &whole) && !mention::is_nowhere(&whole.id.root()) {
                others.push(whole);
            }
        }
        self.only_of(others, actors, true)
    }

    /// Returns the other side that the article is about, for what a passive without a doer says was done to one: "Peru cut ties
    /// with Chile. The border was shut to Chilean drivers". Who shoots at whom is told.
    pub(super) fn across_passive(&self, frame: &Frame) -> Option<Participant> {
        let (shared, arguments) = (self.desk.ontology.frames().shared(), &self.hit.arguments);
        let is_left_out = arguments.passive && arguments.subject.is_empty();
        let tense = || mode::tense_of(self.sentence, self.hit.trigger, &self.desk.ontology.lexicon().mode);
        if !is_left_out || frame.joint || !shared.done_to_one.contains(&frame.kind) || tense() == Tense::PastPerfect {
            return None;
        }
        // "Closed to Chileans": what only points to somebody needs to know who acts.
        let is_named = |mention: &Mention| !matches!(mention.form, Form::Description | Form::Pronoun | Form::Located);
        let toward = self.cast.side(Role::Recipient, &frame.recipient, self.hit.trigger, arguments, &is_named);
        let states = self.others_among(toward.into_iter(), &[]);
        let [only] = states.as_slice() else { return None };
        self.other_of_pair(std::slice::from_ref(only))
    }

    /// Returns the only two states of the clause in which a pact stands that a participle without a doer tells of: "under a deal
    /// struck in May 1998, Peru and Chile share the river".
    pub(super) fn sides_of_clause(&self, frame: &Frame) -> Vec<Participant> {
        let token = |index: usize| self.sentence.token(index);
        let told = token(self.hit.trigger).filter(|told| told.label == Label::Acl && told.tag == Tag::Vbn);
        let pact = told.filter(|_| frame.joint).and_then(|told| told.head);
        let Some(pact) = pact.filter(|&pact| token(pact).is_some_and(|noun| noun.label == Label::Pobj)) else {
            return Vec::new();
        };
        let verb = self.sentence.ancestors(pact).find(|&above| token(above).is_some_and(clause::is_verb));
        let Some(verb) = verb else { return Vec::new() };
        let shared = self.desk.ontology.frames().shared();
        let is_of_clause = |mention: &&Mention| {
            let acts_for_itself = mention.parties.iter().any(|party| shared.is_private(party.sector));
            let is_there = self.sentence.is_within(mention.head, verb);
            is_there && !self.sentence.is_within(mention.head, pact) && !acts_for_itself
        };
        let sides = self.others_among(self.cast.mentions.iter().filter(is_of_clause), &[]);
        let are_states = sides.len() == 2 && sides.iter().all(|side| side.kind == ActorKind::State);
        if are_states { sides } else { Vec::new() }
    }

    /// Returns the two who did something together last, just before, for a pact told of again that a passive without a doer says
    /// was made: "Peru and Chile held talks. The accord was signed in Lima".
    pub(super) fn makers_before(&self, frame: &Frame) -> Vec<Participant> {
        let arguments = &self.hit.arguments;
        let is_left_out = arguments.passive && arguments.subject.is_empty();
        let words = &self.desk.ontology.lexicon().mode;
        let is_pact = |noun: usize| self.sentence.token(noun).is_some_and(|noun| words.is(&noun.lemma, Particle::Pact));
        let is_again = arguments.object.iter().any(|&object| self.has_definite_article(object) && is_pact(object));
        let is_before = |event: &&&Event| {
            self.sentence_of(event).is_some_and(|there| there < self.number && there + 2 >= self.number)
        };
        if !frame.joint || !is_left_out || !is_again {
            return Vec::new();
        }
        let before = self.earlier.iter().rev().find(is_before);
        let sides = before.map(|event| event.actors.clone()).unwrap_or_default();
        let states: Vec<Participant> = sides.into_iter().map(|side| self.state(side)).collect();
        let are_two = matches!(states.as_slice(), [one, other] if one.id != other.id);
        let are_states = states.iter().all(|state| state.kind == ActorKind::State);
        if are_two && are_states && !self.names_third(&states, false) { states } else { Vec::new() }
    }

    /// Returns the state to which an envoy is posted whom a passive without a doer tells of: "the Chilean ambassador in Lima was
    /// summoned".
    pub(super) fn where_posted(&self, frame: &Frame) -> Option<Participant> {
        let arguments = &self.hit.arguments;
        if !arguments.passive || !arguments.subject.is_empty() || frame.joint {
            return None;
        }
        let ontology = self.desk.ontology;
        let here = |&object: &usize| self.cast.at(object);
        // A mission closes otherwise: "Peru's embassy in Mali was closed".
        let is_envoy = |mention: &&Mention| mission::is_envoy(self.sentence, mention, ontology);
        let envoys: Vec<&Mention> = arguments.object.iter().flat_map(here).filter(is_envoy).collect();
        let [envoy] = envoys.as_slice() else { return None };
        let place = self.cast.place(arguments, &|word| self.is_toward_place(word))?;
        let state = place.parties.first().and_then(|party| party.country.clone())?;
        let is_own = envoy.parties.iter().any(|party| party.country.as_ref() == Some(&state));
        if is_own { None } else { ontology.roster().participant(&state, self.desk.article.published) }
    }

    /// Tells whether it denies something, which answers whoever charges: "protested its innocence over the bombing in Togo".
    fn is_denial(&self, frame: &Frame) -> bool {
        self.desk.ontology.frames().shared().denials.contains(&frame.kind)
    }

    /// Returns the words under which the grounds of the act stand.
    fn grounds(&self) -> Vec<usize> {
        let (sentence, shared) = (self.sentence, self.desk.ontology.frames().shared());
        // "Lodged a protest over": the grounds stand under the verb or under what it carries.
        let verbs = [Some(self.hit.trigger), self.hit.arguments.carrier];
        let heads = verbs.into_iter().flatten().chain(self.hit.arguments.object.iter().copied());
        let mut found = Vec::new();
        for (index, below) in heads.flat_map(|head| sentence.children(head)) {
            let is_ground = match below.label {
                Label::Advcl => {
                    below.tag == Tag::Vbg && sentence.child(index, Label::Nsubj).is_none() && self.says(index)
                }
                // "In response to a raid".
                Label::Prep => {
                    let under = sentence.child(index, Label::Pobj);
                    std::iter::once(index)
                        .chain(under)
                        .any(|at| sentence.token(at).is_some_and(|word| shared.grounds.contains(&*word.lower)))
                }
                _ => false,
            };
            if is_ground {
                found.push(index);
            }
        }
        found
    }

    /// Tells whether a verb says something or lays a charge.
    fn says(&self, verb: usize) -> bool {
        let lemma = frame::lemma_of(self.sentence, verb).unwrap_or_default();
        let mut governors = self.desk.ontology.lexicon().mode.governors(&lemma, Part::Verb);
        governors.any(|(governor, _)| matches!(governor.class, Class::Speech | Class::Accusation))
    }

    /// Tells whether somebody has dealings with another: "relations between Ghana and Togo", "its dispute with Togo".
    fn has_dealings(&self, sentence: &Sentence, mention: &Mention) -> bool {
        let shared = self.desk.ontology.frames().shared();
        let above = |at: usize| sentence.token(at).and_then(|token| token.head);
        let first = clause::first_of_row(sentence, mention.head);
        let is_side = clause::preposition_over(sentence, first).is_some_and(|word| shared.dealing_with.contains(word));
        let noun = above(first).and_then(above).filter(|_| is_side);
        noun.and_then(|noun| frame::lemma_of(sentence, noun)).is_some_and(|noun| shared.dealings.contains(&*noun))
    }

    /// Returns the states of some mentions of the sentence that are none of those who act.
    fn other_states(&self, actors: &[Participant], fits: &dyn Fn(&Mention) -> bool) -> Vec<Participant> {
        self.others_among(self.cast.mentions.iter().filter(|mention| fits(mention)), actors)
    }

    fn others_among<'m>(&self, named: impl Iterator<Item = &'m Mention>, actors: &[Participant]) -> Vec<Participant> {
        let mut states: Vec<Participant> = Vec::new();
        let known = named.filter(|mention| !matches!(mention.form, Form::Place | Form::Unknown | Form::Bystander));
        for party in known.flat_map(|mention| &mention.parties) {
            let state = self.state(party.clone());
            let is_own = actors.iter().any(|actor| actor.party() == state.party());
            if !is_own && !mention::is_nowhere(&state.id.root()) && !context::holds(&states, &state) {
                states.push(state);
            }
        }
        context::unnamed(&states)
    }

    /// Returns the only one of some states, where the clause of the act names no third.
    fn only_of(&self, states: Vec<Participant>, actors: &[Participant], with_places: bool) -> Option<Participant> {
        let [only] = states.as_slice() else { return None };
        let sides = [actors, states.as_slice()].concat();
        (!actors.is_empty() && !self.names_third(&sides, with_places)).then(|| only.clone())
    }
}
