//! States that the clause of whoever acts sets apart: nobody who "severed ties with Chile" is Chile.

use super::{Antecedent, FAR, REACH, Resolver};
use crate::coder::clause;
use crate::coder::located::mission;
use crate::coder::mention::{Form, Mention};
use crate::english::Sentence;
use crate::english::tag::{Label, Tag};
use crate::model::category::ActorKind;
use crate::model::event::Participant;
use crate::model::id::ActorId;
use crate::ontology::reference::{DescriptionKind, PronounKind, References};

/// Which states named in a clause may still be those of whoever acts in it.
#[derive(Copy, Clone, PartialEq, Eq)]
pub(crate) enum Own {
    /// None of them.
    None,
    /// One to which somebody goes: "returned to Chile".
    Goal,
    /// Also one that somebody acts on: "withdrew Chile from the pact".
    GoalOrObject,
}

/// Returns the states that the clause in which a noun acts names as acted on or as partners.
pub(crate) fn set_apart(
    sentence: &Sentence,
    noun: usize,
    own: Own,
    here: &[Mention],
    references: &References,
) -> Vec<ActorId> {
    let token = |index: usize| sentence.token(index);
    let acts = token(noun).filter(|noun| matches!(noun.label, Label::Nsubj | Label::NsubjPass));
    let Some(verb) = acts.and_then(|noun| noun.head) else { return Vec::new() };
    let is_apart = |index: usize| token(index).is_some_and(|word| references.sets_apart(&word.lower));
    let mut found: Vec<usize> = Vec::new();
    let mut open = vec![verb];
    while let Some(at) = open.pop() {
        let is_verb = at == verb || token(at).is_some_and(|word| matches!(word.label, Label::Conj | Label::Xcomp));
        let is_verb = is_verb && token(at).is_some_and(clause::is_verb);
        for (index, below) in sentence.children(at).filter(|(index, _)| *index > noun) {
            let goes_on = match below.label {
                Label::Dobj | Label::Dative | Label::Pobj => true,
                Label::Prep => is_apart(index) && !(is_verb && own != Own::None),
                // "Recalled its envoy and cut ties with Chile": whoever does the one does the other.
                Label::Conj => sentence.child(index, Label::Nsubj).is_none(),
                // "Invited the singer to visit Chile": he may be of Chile.
                Label::Xcomp => sentence.child(at, Label::Dobj).is_none(),
                // "Urged Chile to pay".
                Label::Nsubj => at != verb && clause::is_infinitive(sentence, at),
                Label::Ccomp => clause::is_infinitive(sentence, index),
                _ => false,
            };
            if goes_on {
                open.push(index);
            }
            if goes_on && !(is_verb && own == Own::GoalOrObject) {
                found.push(index);
            }
        }
    }
    states_named(here, &|mention| found.contains(&mention.head))
}

/// Returns the states that some mentions name: "the Afghan government said it would free Taliban prisoners" names no other, since
/// those are of the own state.
fn states_named(here: &[Mention], fits: &dyn Fn(&Mention) -> bool) -> Vec<ActorId> {
    let named = here.iter().filter(|mention| matches!(mention.form, Form::Name | Form::Metonym) && fits(mention));
    let states = named.flat_map(|mention| &mention.parties).filter(|party| party.kind == ActorKind::State);
    states.map(|party| party.id.clone()).collect()
}

impl Resolver<'_> {
    /// Returns the states of none of which are those for whom the token, or the noun of a possessor, stands as acting.
    pub(super) fn set_apart(&self) -> Vec<ActorId> {
        let (Some(word), Some(here)) = (self.sentence.token(self.token), self.mentions.get(self.number)) else {
            return Vec::new();
        };
        let noun = word.head.filter(|_| word.tag == Tag::PrpPoss).unwrap_or(self.token);
        let references = self.ontology.references();
        let is_his = matches!(references.pronoun(&word.lower), Some(PronounKind::Man | PronounKind::Woman));
        let is_person =
            |lemma: &str| references.descriptions(lemma).iter().any(|one| one.kind == DescriptionKind::Person);
        let own = if is_his || is_person(&word.lemma) { Own::GoalOrObject } else { Own::None };
        set_apart(self.sentence, noun, own, here, references)
    }

    /// Returns the states that the token does not stand for, since the words behind it name them in what it acts in: "the country
    /// said Chile had left". In quotation marks anybody may be named.
    pub(super) fn named_after(&self) -> Vec<ActorId> {
        let token = |index: usize| self.sentence.token(index);
        let acts = token(self.token).filter(|noun| matches!(noun.label, Label::Nsubj | Label::NsubjPass));
        let Some(verb) = acts.and_then(|noun| noun.head) else { return Vec::new() };
        // "It left and Chile protested", "it will pay after Peru promised to leave Chile alone".
        let is_joined = |index: usize| {
            let mut above = std::iter::once(index).chain(self.sentence.ancestors(index)).take_while(|&at| at != verb);
            above.any(|at| match token(at).map(|token| token.label) {
                Some(Label::Advcl | Label::Pcomp) => true,
                Some(Label::Conj) => self.sentence.child(at, Label::Nsubj).is_some(),
                _ => false,
            })
        };
        let here = self.mentions.get(self.number).map_or(&[][..], Vec::as_slice);
        states_named(here, &|mention| {
            mention.head > self.token
                && self.sentence.is_within(mention.head, verb)
                && !self.is_quoted(mention.head)
                && !is_joined(mention.head)
        })
    }

    /// Returns the states of missions that stand for whoever acts on those set apart: "Chile expelled Peru's ambassador. It imposed
    /// sanctions on Chile".
    pub(super) fn of_mission(&self, found: Antecedent, apart: &[ActorId]) -> Antecedent {
        let roster = self.ontology.roster();
        let state = |party: Participant| match mission::is_mission(&party, self.ontology) && !apart.is_empty() {
            true => roster.participant(&party.id.root(), self.day).unwrap_or(party),
            false => party,
        };
        Antecedent { parties: found.parties.into_iter().map(state).collect(), ..found }
    }

    /// Returns the only state but those set apart that the sentences before tell of, be it by its people: "Chile expelled Peru's
    /// ambassador. The country severed ties with Chile".
    pub(super) fn only_other(&self, apart: &[ActorId]) -> Option<Antecedent> {
        let before = self.mentions.get(self.number.saturating_sub(REACH)..self.number)?.iter().flatten();
        let mut states = self.countries(before.filter(|_| !apart.is_empty()));
        states.retain(|state| !apart.contains(state));
        let [state] = states.as_slice() else { return None };
        let party = self.ontology.roster().participant(state, self.day)?;
        let how = "the only other state that the text tells of".to_owned();
        (party.kind == ActorKind::State).then(|| Antecedent { parties: vec![party], how, confidence: FAR })
    }
}

/// Tells whether a mention is of one of some states.
pub(super) fn is_of_any(mention: &Mention, states: &[ActorId]) -> bool {
    mention.parties.iter().any(|party| party.country.as_ref().is_some_and(|state| states.contains(state)))
}
