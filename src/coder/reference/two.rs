//! Two sides that the sentence of a description itself names: beside it ("the two sides, Peru and Chile,") or with what they
//! share ("the presidents discussed cooperation between Peru and Chile"); the host of a guest, and the two whose people act.

use super::{Antecedent, FAR, Mention, NEAR, REACH, Resolver, is_named};
use crate::coder::clause;
use crate::coder::frame::lemma_of;
use crate::coder::mention::Form;
use crate::english::Token;
use crate::english::tag::{Label, Tag};
use crate::model::category::ActorKind;
use crate::model::event::Participant;
use crate::model::id::ActorId;
use crate::ontology::reference::PronounKind;
use std::collections::BTreeSet;

/// How many digits a year has.
const YEAR: usize = 4;

impl Resolver<'_> {
    /// Returns those whom a pronoun for several means that nobody fits: the two people of the sentence before, or the two whose
    /// people act.
    pub(super) fn couple_or_pair(&self, word: &Token) -> Option<Antecedent> {
        if word.label == Label::Nsubj { self.couple_before() } else { self.owners_of_people(word) }
    }

    /// Returns the states of the two people whom the main clause names, for who acts together in the clause behind it: "Quispe
    /// raised it with Chile's Ana Rojas when they met".
    pub(super) fn couple_above(&self, word: &Token, kind: PronounKind) -> Option<Antecedent> {
        let is_couple = kind == PronounKind::Several && word.tag == Tag::Prp && word.label == Label::Nsubj;
        let clause = word.head.filter(|_| is_couple)?;
        let main = self.sentence.token(clause).filter(|clause| clause.label == Label::Advcl)?.head?;
        let &[acting] = clause::subject(self.sentence, main, 0).as_slice() else { return None };
        let are_people = |mention: &&Mention| {
            mention.head < self.token
                && is_named(mention)
                && mention.parties.len() == 1
                && mention.parties.iter().all(|party| party.kind == ActorKind::Person)
        };
        let people: Vec<&Mention> = self.mentions.get(self.number)?.iter().filter(are_people).collect();
        let acts = people.iter().any(|person| person.covers(acting));
        let states = self.countries(people.into_iter());
        (acts && states.len() == 2).then(|| self.two(&states, "the two people of the main clause"))?
    }

    /// Tells whether a mention only says who owns, made or leads a thing: "a Peruvian-owned rig" is no side; nor are the states of
    /// two names that nobody knows those who "the two" are: "Peruvian brewer Andina and its Chilean rival Pampa".
    pub(super) fn is_of_thing(&self, mention: &Mention) -> bool {
        let Some(there) = self.document.sentences().get(mention.sentence) else { return false };
        let over = |token: &Token| token.head.and_then(|head| there.token(head));
        let above = there.token(mention.head).and_then(over);
        let is_named = |word: &Token| {
            let name = if word.label == Label::Compound { over(word) } else { Some(word) };
            name.is_some_and(|name| name.tag == Tag::Nnp)
        };
        let is_bare = self.sentence.token(self.token).is_some_and(|token| token.tag == Tag::Cd);
        let is_state = mention.parties.iter().all(|party| party.kind == ActorKind::State);
        above.is_some_and(|word| match word.tag {
            Tag::Vbn => word.label == Label::Amod && word.head.is_some_and(|noun| noun > mention.head),
            _ => is_bare && is_state && mention.form == Form::Adjective && is_named(word),
        }) || is_bare && self.is_private(mention)
    }

    /// Returns the two states whose people act, where a pronoun for several was taken for one of them: "Peru accused Chile. Their
    /// troops clashed".
    pub(super) fn both(&self, word: &Token, found: Antecedent) -> Antecedent {
        let lone = match found.parties.as_slice() {
            [only] if only.kind == ActorKind::State => only.id.clone(),
            _ => return found,
        };
        let pair = self.owners_of_people(word);
        pair.filter(|pair| pair.parties.iter().any(|party| party.id == lone)).unwrap_or(found)
    }

    /// Returns the two that the text speaks of for the pronoun that opens a sentence before people who act: "Their soldiers
    /// exchanged fire".
    fn owners_of_people(&self, word: &Token) -> Option<Antecedent> {
        let noun = word.head.filter(|_| word.tag == Tag::PrpPoss && self.token == 0)?;
        let acts = self.sentence.token(noun).is_some_and(|noun| noun.label == Label::Nsubj && noun.tag == Tag::Nns);
        self.pair(&lemma_of(self.sentence, noun).filter(|_| acts)?)
    }

    /// Returns so many states where a sentence before names no other: "Egypt said that talks with Ethiopia and Sudan had failed".
    pub(super) fn group_of_sentence(&self, count: usize) -> Option<Antecedent> {
        (0..self.number).rev().find_map(|number| {
            let named = self.mentions.get(number)?.iter().filter(|mention| is_named(mention));
            let states = self.countries(named.filter(|mention| !matches!(mention.form, Form::Place | Form::Adjective)));
            let distinct: BTreeSet<&ActorId> = states.iter().collect();
            let day = self.day;
            let parties: Vec<Participant> =
                distinct.into_iter().filter_map(|state| self.ontology.roster().participant(state, day)).collect();
            let are_states = parties.iter().all(|party| party.kind == ActorKind::State);
            let how = format!("the {count} that a sentence before names");
            (parties.len() == count && are_states).then_some(Antecedent { parties, how, confidence: FAR })
        })
    }

    /// Tells whether the sentence tells what went before the news: it names a year, or its verb stands in the past perfect.
    pub(super) fn tells_of_earlier(&self) -> bool {
        let is_year = |token: &Token| {
            token.tag == Tag::Cd && token.text.len() == YEAR && token.text.bytes().all(|byte| byte.is_ascii_digit())
        };
        let verb = self.sentence.token(self.token).and_then(|token| token.head);
        let is_perfect = verb.is_some_and(|verb| {
            let is_past = |(_, below): (usize, &Token)| below.label == Label::Aux && below.tag == Tag::Vbd;
            self.sentence.token(verb).is_some_and(|verb| verb.tag == Tag::Vbn)
                && self.sentence.children(verb).any(is_past)
        });
        is_perfect || self.sentence.tokens.iter().any(is_year)
    }

    /// Returns the two that the text tells of most, for what went before, where of the two last named one is none of them:
    /// "Ghana cut ties with Togo, and Mali said it stood by Ghana. The two countries had restored relations in 2014".
    pub(super) fn of_earlier(&self, seen: &[ActorId]) -> Option<Vec<ActorId>> {
        let most = self.told_of_more(&[]).filter(|_| self.tells_of_earlier())?;
        // No state where rebels are at home, or where something is.
        let acts = |state: &ActorId| {
            let mut all = self.mentions.iter().flatten().filter(|mention| mention.form != Form::Place);
            all.any(|mention| {
                let is_it = |party: &Participant| party.kind == ActorKind::State && party.id == *state;
                mention.parties.iter().any(is_it) && !self.is_location(mention)
            })
        };
        (most.iter().any(|state| !seen.contains(state)) && most.iter().all(acts)).then_some(most)
    }

    /// Returns the two of the sentence that the text begins with, for what went before, where one of two others last named is
    /// only spoken of there: "Peru expelled Chile's envoy. Chile denies having armed Ghana. The two countries opened ties in 1992".
    pub(super) fn of_lead(&self, number: usize, seen: &[ActorId]) -> Option<Vec<ActorId>> {
        let lead = self.mentions.first().filter(|_| self.tells_of_earlier() && number > 0)?;
        let told = lead.iter().filter(|mention| is_named(mention) && !self.is_location(mention));
        let lead = self.countries(told.filter(|mention| self.is_of_states(mention)));
        let sentence = self.document.sentences().get(number)?;
        let acts = |state: &ActorId| {
            let mut there = self.mentions.get(number).into_iter().flatten().filter(|mention| {
                let label = sentence.token(mention.head).map(|token| token.label);
                matches!(label, Some(Label::Nsubj | Label::NsubjPass | Label::Poss))
            });
            there.any(|mention| mention.parties.iter().any(|party| party.country.as_ref() == Some(state)))
        };
        let mut others = seen.iter().filter(|state| !lead.contains(state));
        let other = others.next().filter(|_| others.next().is_none())?;
        (lead.len() == 2 && !acts(other)).then_some(lead)
    }

    /// Tells whether a mention is of an organisation that others turn to, and that does nothing in the text: "filed a complaint
    /// with the World Trade Organization".
    pub(super) fn is_only_addressed(&self, mention: &Mention) -> bool {
        let [body] = mention.parties.as_slice() else { return false };
        let label = |mention: &Mention| {
            let sentence = self.document.sentences().get(mention.sentence);
            sentence.and_then(|sentence| sentence.token(mention.head)).map(|token| token.label)
        };
        let acts = |other: &Mention| {
            label(other) != Some(Label::Pobj) && other.parties.iter().any(|party| party.id.root() == body.id.root())
        };
        body.kind == ActorKind::Organisation
            && label(mention) == Some(Label::Pobj)
            && !self.mentions.iter().flatten().any(acts)
    }

    /// Tells whether a mention is only of whoever is told what two others do or did: "told Ghana that it was leaving a pact with
    /// Chile".
    pub(super) fn is_told_of_others(&self, mention: &Mention) -> bool {
        let mut said = self.speakers.all().iter().filter(|said| said.sentence == mention.sentence);
        let is_told = said.any(|said| said.addressee.is_some_and(|told| mention.covers(told)));
        let Some(there) = self.mentions.get(mention.sentence).filter(|_| is_told) else { return false };
        let others = there.iter().filter(|other| is_named(other) && other.head != mention.head);
        self.countries(others).len() > 1
    }

    /// Returns the two that stand beside the description as other names for it.
    pub(super) fn apposed(&self) -> Option<Antecedent> {
        // "The two sides, Peru and Chile,": the parser takes some for others of a list.
        let is_apart = self.sentence.token(self.token + 1).is_some_and(|next| next.tag == Tag::Comma);
        let is_name = |label: Label| label == Label::Appos || label == Label::Conj && is_apart;
        self.beside(is_name).find_map(|mention| {
            let parties = self.coordinated(mention);
            let states: Vec<ActorId> = parties.into_iter().filter_map(|party| party.country).collect();
            (states.len() == 2 && states.first() != states.get(1))
                .then(|| self.two(&states, "the two named beside it"))?
        })
    }

    /// Returns the mentions that stand under the token as other names for it, by the label of their words.
    pub(super) fn beside(&self, is_name: impl Fn(Label) -> bool) -> impl Iterator<Item = &Mention> {
        let here = self.mentions.get(self.number).map_or(&[][..], Vec::as_slice);
        let below = self.sentence.children(self.token).filter(move |(_, below)| is_name(below.label));
        below.filter_map(|(index, _)| here.iter().find(|mention| mention.covers(index)))
    }

    /// Returns the states that stand beside a description in the plural as their names: "its neighbours Peru and Chile".
    pub(super) fn named_beside_them(&self) -> Option<Antecedent> {
        let parties = self.coordinated(self.beside(|label| label == Label::Appos).next()?);
        let are_states = parties.len() > 1 && parties.iter().all(|party| party.kind == ActorKind::State);
        let how = "the states named beside it".to_owned();
        are_states.then_some(Antecedent { parties, how, confidence: NEAR })
    }

    /// Returns the two between whom is what those who act in the sentence speak of, where both are of its phrase alone.
    pub(super) fn sharing(&self) -> Option<Antecedent> {
        self.sentence.token(self.token).filter(|token| matches!(token.label, Label::Nsubj | Label::NsubjPass))?;
        let here = self.mentions.get(self.number)?;
        let references = self.ontology.references();
        let is_shared = |&noun: &usize| {
            self.sentence.token(noun).is_some_and(clause::is_noun)
                && lemma_of(self.sentence, noun).is_some_and(|lemma| references.is_shared(&lemma))
        };
        let nouns = (self.token + 1..self.sentence.tokens.len()).filter(is_shared);
        nouns.into_iter().find_map(|noun| {
            let is_of_it = |mention: &&Mention| {
                self.sentence.is_within(mention.head, noun) && !matches!(mention.form, Form::Place | Form::Pronoun)
            };
            let states = self.countries(here.iter().filter(is_of_it));
            (states.len() == 2).then(|| self.two(&states, "the two who share what is spoken of"))?
        })
    }

    /// Returns the other of two states named together last of which one is the owner, else of the two that the text tells of
    /// most: "Peru and Chile freed prisoners. Peru also backed its rival's bid".
    pub(super) fn rival(&self) -> Option<Antecedent> {
        let owner = self.sentence.child(self.token, Label::Poss)?;
        let here = self.mentions.get(self.number)?;
        let own = here.iter().find(|mention| mention.covers(owner))?.parties.first()?.country.clone()?;
        let other_of = |states: Vec<ActorId>| match states.as_slice() {
            [one, other] if *one == own => Some(other.clone()),
            [other, one] if *one == own => Some(other.clone()),
            _ => None,
        };
        let named_with = |mention: &Mention| {
            let beside = self.coordinated(mention);
            other_of(beside.into_iter().filter_map(|party| party.country).collect())
        };
        let earlier = (0..self.number).rev().take(REACH).filter_map(|number| self.mentions.get(number));
        let together = earlier.flat_map(|there| there.iter().filter(|mention| is_named(mention))).find_map(named_with);
        let rival = together.or_else(|| other_of(self.told_of_more(&[])?))?;
        let party = self.ontology.roster().participant(&rival, self.day).filter(|it| it.kind == ActorKind::State)?;
        Some(Antecedent { parties: vec![party], how: format!("at odds with {own}"), confidence: FAR })
    }

    /// Returns the state of the last place that the owner of a host was at, or of whoever else was told of there.
    pub(super) fn host(&self) -> Option<Antecedent> {
        let owner = self.sentence.child(self.token, Label::Poss)?;
        let here = self.mentions.get(self.number)?;
        let guest = here.iter().find(|mention| mention.covers(owner))?.parties.first()?.country.clone()?;
        let state = |mention: &Mention| mention.parties.first().and_then(|party| party.country.clone());
        let is_other = |mention: &&Mention| {
            let may_be = is_named(mention) || mention.form == Form::Place;
            may_be && state(mention).is_some_and(|state| state != guest)
        };
        (self.number.saturating_sub(REACH)..=self.number).rev().find_map(|number| {
            let before = |mention: &&Mention| number < self.number || mention.head < self.token;
            let there: Vec<&Mention> = self.mentions.get(number)?.iter().filter(before).filter(is_other).collect();
            let is_where = |mention: &&&Mention| mention.form == Form::Place || self.is_location(mention);
            let found = there.iter().find(is_where).or_else(|| there.last())?;
            let host = state(found).and_then(|state| self.ontology.roster().participant(&state, self.day))?;
            let parties: Vec<Participant> = vec![host];
            Some(Antecedent { parties, how: format!("received {guest}"), confidence: FAR })
        })
    }
}
