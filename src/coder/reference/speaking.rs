//! Whose a ministry or mission without an owner is: of whoever blames another, of the state that the report comes from, of
//! the envoy told of before.

use super::{FAR_REACH, REACH, Resolver, is_named};
use crate::coder::clause;
use crate::coder::located::mission;
use crate::coder::mention::{Form, Mention};
use crate::english::Token;
use crate::english::tag::Label;
use crate::model::event::Participant;
use crate::model::id::ActorId;
use crate::ontology::lexicon::mode::Auxiliary;
use crate::ontology::lexicon::speech::SpeechManner;

impl Resolver<'_> {
    /// Tells whether what is said by a verb says what others must do, or holds something against them, so that whoever acts
    /// in it does not say it: "Peru must leave, the ministry said", "Peru had attacked it, the ministry complained".
    pub(super) fn is_of_others(&self, says: usize, said: usize) -> bool {
        let is_asked = self.sentence.children(said).any(|(_, below)| {
            below.label == Label::Aux
                && self.ontology.lexicon().mode.auxiliary(&below.lower, &below.lemma) == Some(Auxiliary::Obligation)
        });
        let complains = |verb: &Token| {
            let mut manners = self.ontology.lexicon().speech.verbs(&verb.lemma).iter().map(|verb| verb.manner);
            manners.any(|manner| matches!(manner, SpeechManner::Claim | SpeechManner::Judge))
        };
        is_asked || self.sentence.token(says).is_some_and(complains)
    }

    /// Returns the states that act in what a noun says of others.
    pub(super) fn blamed_in_said(&self) -> Vec<ActorId> {
        let speaker = self.sentence.token(self.token).filter(|token| token.label == Label::Nsubj);
        let Some(says) = speaker.and_then(|speaker| speaker.head) else { return Vec::new() };
        let said = self.sentence.child(says, Label::Ccomp).filter(|&said| said < self.token);
        let Some(said) = said.filter(|&said| self.is_of_others(says, said)) else { return Vec::new() };
        let acting = clause::subject(self.sentence, said, 0);
        let here = self.mentions.get(self.number).into_iter().flatten();
        let acting = here.filter(|mention| self.is_one_of(mention, &acting));
        acting.flat_map(|mention| &mention.parties).filter_map(|party| party.country.clone()).collect()
    }

    /// Returns the state for which a pronoun stands that acts in what a noun says, or has what is acted on there: "It has recalled
    /// its own envoy from Accra, the ministry said".
    pub(super) fn said_of_itself(&self) -> Option<Vec<Participant>> {
        let speaker = self.sentence.token(self.token).filter(|speaker| speaker.label == Label::Nsubj)?;
        let says = speaker.head?;
        let said = self.sentence.child(says, Label::Ccomp).filter(|&said| said < self.token)?;
        if self.is_of_others(says, said) {
            return None;
        }
        let subject = [Label::Nsubj, Label::NsubjPass].iter().find_map(|&label| self.sentence.child(said, label))?;
        let pronoun = self.sentence.child(subject, Label::Poss).unwrap_or(subject);
        let here = self.mentions.get(self.number)?;
        let meant = here.iter().find(|mention| mention.head == pronoun && mention.form == Form::Pronoun)?;
        let [party] = meant.parties.as_slice() else { return None };
        Some(vec![self.ontology.roster().participant(party.country.as_ref()?, self.day)?])
    }

    /// Returns the state that the report comes from, where the text tells of it and it is none of some.
    pub(super) fn home_of_report(&self, others: &[ActorId]) -> Option<Vec<Participant>> {
        let home = self.home.filter(|home| !others.contains(home))?;
        let tells_of = |mention: &Mention| {
            mention.form != Form::Place && mention.parties.iter().any(|party| party.country.as_ref() == Some(home))
        };
        self.mentions.iter().flatten().find(|mention| tells_of(mention))?;
        Some(vec![self.ontology.roster().participant(home, self.day)?])
    }

    /// Returns the state whose body of that name the text told of last, where it is acted on by others: "froze assets of Peru's
    /// central bank. Chile imposed sanctions on the central bank".
    pub(super) fn body_told(&self, noun: &str) -> Option<Vec<Participant>> {
        let acts = |token: &Token| matches!(token.label, Label::Nsubj | Label::NsubjPass | Label::Poss);
        self.sentence.token(self.token).filter(|token| !acts(token))?;
        let words = self.phrase();
        let roster = self.ontology.roster();
        let acting = self.own_clause();
        let here = self.mentions.get(self.number)?;
        let acting: Vec<&ActorId> = here
            .iter()
            .filter(|mention| self.is_one_of(mention, &acting))
            .flat_map(|mention| &mention.parties)
            .filter_map(|party| party.country.as_ref())
            .collect();
        let earlier = self.mentions.get(self.number.saturating_sub(REACH)..self.number)?.iter().rev().flatten();
        let mut parties = earlier.flat_map(|mention| &mention.parties);
        let party = parties.find(|party| {
            let state = party.country.as_ref().filter(|state| !acting.is_empty() && !acting.contains(state));
            state
                .and_then(|state| roster.organ(state, &words, noun, self.day))
                .is_some_and(|organ| organ.id == party.id)
        })?;
        Some(vec![roster.participant(party.country.as_ref()?, self.day)?])
    }

    /// Returns the state of the only body of that name that the sentences before tell of, for one that acts: "accused Peru's army of
    /// torture. The army denied it".
    pub(super) fn only_body_told(&self, noun: &str) -> Option<Vec<Participant>> {
        let acts = |token: &&Token| matches!(token.label, Label::Nsubj | Label::NsubjPass);
        // "The police", not "the diplomats".
        let is_one = |token: &&Token| !self.is_plural() || token.lower == token.lemma;
        self.sentence.token(self.token).filter(acts).filter(is_one)?;
        let (words, roster) = (self.phrase(), self.ontology.roster());
        let is_it = |party: &&Participant| {
            let organ = party.country.as_ref().and_then(|state| roster.organ(state, &words, noun, self.day));
            organ.is_some_and(|organ| organ.id == party.id)
        };
        let earlier = self.mentions.get(self.number.saturating_sub(REACH)..self.number)?.iter().flatten();
        let told = earlier.filter(|mention| is_named(mention)).flat_map(|mention| &mention.parties).filter(is_it);
        let mut states: Vec<&ActorId> = told.filter_map(|party| party.country.as_ref()).collect();
        states.dedup();
        let [state] = states.as_slice() else { return None };
        Some(vec![roster.participant(state, self.day)?])
    }

    /// Returns the state of the body told of last with the noun that stands before whoever speaks for it: "Peru's foreign ministry
    /// protested ... a ministry spokesman said".
    pub(super) fn body_spoken_for(&self) -> Option<Vec<Participant>> {
        let before = |(index, below): &(usize, &Token)| *index < self.token && below.label == Label::Compound;
        let mut bodies = self.sentence.children(self.token).filter(before);
        let (body, noun) = bodies.next().filter(|_| bodies.next().is_none())?;
        if body + 1 != self.token || self.sentence.child(self.token, Label::Poss).is_some() {
            return None;
        }
        (self.number.saturating_sub(FAR_REACH)..self.number).rev().find_map(|number| {
            let (sentence, there) = (self.document.sentences().get(number)?, self.mentions.get(number)?);
            let bears = |mention: &&Mention| {
                let last = mention.tokens.end.checked_sub(1).and_then(|last| sentence.token(last));
                mention.tokens.len() > 1 && last.is_some_and(|last| last.lower == noun.lower)
            };
            let [party] = there.iter().rev().find(bears)?.parties.as_slice() else { return None };
            Some(vec![self.ontology.roster().participant(party.country.as_ref()?, self.day)?])
        })
    }

    /// Returns the state of the mission or envoy told of last, for a noun that is that of a mission: "summoned the Peruvian
    /// ambassador. The embassy said".
    pub(super) fn mission_told(&self, noun: &str) -> Option<Vec<Participant>> {
        let below = |label: Label| self.sentence.child(self.token, label).is_some();
        // "Embassy staff had broken its laws": the embassy acts by its staff.
        let token = |index: usize| self.sentence.token(index);
        let over = token(self.token).filter(|token| token.label == Label::Compound).and_then(|token| token.head);
        token(over.unwrap_or(self.token)).filter(|token| token.label == Label::Nsubj)?;
        if below(Label::Prep) || below(Label::Poss) {
            return None;
        }
        let words = self.phrase();
        let is_envoys = |number: usize, mention: &Mention| {
            let sentence = self.document.sentences().get(number);
            sentence.is_some_and(|sentence| mission::is_envoy(sentence, mention, self.ontology))
                || mention.parties.iter().any(|party| mission::is_mission(party, self.ontology))
        };
        (self.number.saturating_sub(REACH)..self.number).rev().find_map(|number| {
            let found = self.mentions.get(number)?.iter().rev().find(|mention| is_envoys(number, mention))?;
            let [party] = found.parties.as_slice() else { return None };
            let organ = self.ontology.roster().organ(party.country.as_ref()?, &words, noun, self.day)?;
            mission::is_mission(&organ, self.ontology).then(|| found.parties.clone())
        })
    }
}
