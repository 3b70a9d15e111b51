//! Descriptions that stand for several states named together: "the two countries", "the four states".

use super::{Antecedent, FAR, Mention, Resolver, is_named};
use crate::coder::clause;
use crate::coder::frame::lemma_of;
use crate::coder::mention::Form;
use crate::english::tag::{Label, Tag};
use crate::english::{Sentence, Token};
use crate::model::category::{ActorKind, Sector};
use crate::model::event::Participant;
use crate::model::id::ActorId;
use crate::ontology::lexicon::time::{RelationWord, Sense};
use crate::ontology::reference::{DescriptionKind, PronounKind, References};
use std::collections::BTreeSet;

/// So many states make a list.
const LISTED: usize = 3;

impl Resolver<'_> {
    /// Tells whether the noun that the token heads stands under a pronoun for one owner: "its two allies".
    pub(super) fn is_of_one_owner(&self) -> bool {
        let owner = self.sentence.child(self.token, Label::Poss).and_then(|owner| self.sentence.token(owner));
        let kind = owner.and_then(|owner| self.ontology.references().pronoun(&owner.lower));
        matches!(kind, Some(PronounKind::Thing | PronounKind::Man | PronounKind::Woman))
    }

    /// Tells whether a mention names a state, and nobody with it.
    pub(super) fn is_one_state(&self, mention: &Mention) -> bool {
        matches!(self.coordinated(mention).as_slice(), [only] if only.kind == ActorKind::State)
    }

    /// Returns the two states that the article speaks of: a pair named together, else the last two named; for
    /// "the two leaders" the states of people first, and of no place where something is, while there are others.
    pub(super) fn pair(&self, noun: &str) -> Option<Antecedent> {
        let kinds = self.ontology.references().descriptions(noun);
        let are_people = kinds.iter().any(|one| one.kind == DescriptionKind::Person);
        let of_people = if are_people { self.couple() } else { None };
        // "The two countries" are no organisation.
        let is_state = |kind| matches!(kind, DescriptionKind::Country | DescriptionKind::Neighbor);
        let are_states = kinds.iter().any(|one| is_state(one.kind));
        let of_states = || {
            are_states
                .then(|| self.pair_of(&|mention| self.is_of_states(mention) && !self.is_location(mention)))
                .flatten()
        };
        let of_area = self.pair_of_area();
        if of_area.is_some() || self.area().is_some() && !self.is_counted() {
            return of_area;
        }
        let are_next = kinds.iter().any(|one| one.kind == DescriptionKind::Neighbor && one.beside.is_empty());
        let bordering = if are_next { self.bordering() } else { None };
        bordering
            .or_else(|| self.two_here())
            .or(of_people)
            .or_else(of_states)
            .or_else(|| self.pair_of(&|mention| !self.is_location(mention)))
            .or_else(|| self.pair_of(&|_| true))
            .or_else(|| self.with_place())
    }

    /// Returns the only state that is named before, and that of the only place: "reopened its embassy in Lima. The two
    /// countries".
    fn with_place(&self) -> Option<Antecedent> {
        let before = |number: usize, mention: &Mention| number < self.number || mention.head < self.token;
        let told = (0..=self.number).filter_map(|number| self.mentions.get(number).map(|there| (number, there)));
        let told: Vec<&Mention> = told
            .flat_map(|(number, there)| there.iter().filter(move |mention| before(number, mention)))
            .filter(|mention| self.is_of_states(mention) && !self.is_of_territory(mention))
            .collect();
        let states = self.countries(told.iter().copied().filter(|mention| is_named(mention)));
        let [state] = states.as_slice() else { return None };
        // Where it does something; "the council met in Lima" is elsewhere.
        let acts_there = |place: &&Mention| {
            let mut before = told.iter().filter(|other| other.sentence == place.sentence && other.head < place.head);
            place.form == Form::Place && before.any(|other| is_named(other))
        };
        let places = self.countries(told.iter().copied().filter(acts_there));
        match places.iter().filter(|place| *place != state).collect::<Vec<_>>().as_slice() {
            [place] => self.two(&[state.clone(), (*place).clone()], "the only state named, and that of the only place"),
            _ => None,
        }
    }

    /// Tells whether a mention is of states or their people, not of organisations, nor of armed groups at home in a state.
    pub(super) fn is_of_states(&self, mention: &Mention) -> bool {
        let roster = self.ontology.roster();
        let is_state = |party: &Participant| {
            let root = party.country.as_ref().filter(|country| **country == party.id.root());
            root.and_then(|root| roster.actor(root)).is_some_and(|entry| entry.kind == ActorKind::State)
        };
        mention.parties.iter().all(is_state)
    }

    /// Tells whether a mention is one of a territory of another state: "the two countries fought over the Falklands".
    fn is_of_territory(&self, mention: &Mention) -> bool {
        let roster = self.ontology.roster();
        let root = |party: &Participant| party.country.as_ref().and_then(|country| roster.actor(country));
        mention.parties.iter().all(|party| root(party).is_some_and(|entry| entry.territory))
    }

    /// Returns the states of the two people told of: "the ministers".
    pub(super) fn couple(&self) -> Option<Antecedent> {
        self.pair_of(&|mention| {
            let is_person = |party: &Participant| party.kind == ActorKind::Person;
            (mention.parties.iter().all(is_person) || self.is_counterpart(mention)) && self.is_of_states(mention)
        })
    }

    /// Returns the states of the two people of whom alone the sentence before tells: "Quispe met the Chilean president. They".
    pub(super) fn couple_before(&self) -> Option<Antecedent> {
        let before = self.mentions.get(self.number.checked_sub(1)?)?;
        let people =
            before.iter().filter(|mention| mention.parties.iter().all(|party| party.kind == ActorKind::Person));
        let states = self.countries(people.filter(|mention| is_named(mention)));
        (states.len() == 2).then(|| self.two(&states, "the two people of the sentence before"))?
    }

    /// Tells whether a mention is of bodies that are no side of relations between states: "wrote on Facebook".
    pub(super) fn is_private(&self, mention: &Mention) -> bool {
        let is_private = |sector: &Sector| self.ontology.references().is_private(sector.as_str());
        mention
            .parties
            .iter()
            .all(|party| party.kind != ActorKind::State && party.sector.as_ref().is_some_and(is_private))
    }

    /// Tells whether but one of those joined is meant: "Peru or Chile".
    fn is_one_of_two(&self, mention: &Mention) -> bool {
        let there = self.document.sentences().get(mention.sentence);
        there.is_some_and(|there| {
            let first = there.token(mention.head).filter(|token| token.label == Label::Conj);
            let names = [Some(mention.head), first.and_then(|token| token.head)].into_iter().flatten();
            let mut links = names.flat_map(|name| there.children(name)).filter(|(_, below)| below.label == Label::Cc);
            links.any(|(_, link)| self.ontology.references().is_choice(&link.lower))
        })
    }

    /// Tells whether a mention says whose a counterpart is: "his Chilean counterpart".
    fn is_counterpart(&self, mention: &Mention) -> bool {
        let there = self.document.sentences().get(mention.sentence);
        let noun = there.and_then(|there| lemma_of(there, there.token(mention.head)?.head?));
        noun.is_some_and(|noun| self.ontology.references().is_counterpart(&noun))
    }

    /// Tells whether a mention only says where something is: "crashed in Peru".
    pub(super) fn is_location(&self, mention: &Mention) -> bool {
        let there = self.document.sentences().get(mention.sentence);
        there.is_some_and(|there| self.is_at_place(there, mention.head))
    }

    /// Tells whether a noun stands under a preposition of place.
    fn is_at_place(&self, there: &Sentence, noun: usize) -> bool {
        let references = self.ontology.references();
        clause::preposition_over(there, noun).is_some_and(|word| references.is_place_preposition(word))
    }

    /// Tells whether a mention only says of which place something is: "crashed near the Peruvian border".
    pub(super) fn tells_of_place(&self, mention: &Mention) -> bool {
        let Some(there) = self.document.sentences().get(mention.sentence) else { return false };
        let is_state = mention.parties.iter().all(|party| party.kind == ActorKind::State);
        let before = |token: &&Token| matches!(token.label, Label::Amod | Label::Poss | Label::Compound | Label::Nmod);
        let noun = there.token(mention.head).filter(before).and_then(|token| token.head);
        is_state && noun.is_some_and(|noun| self.is_at_place(there, noun))
    }

    /// Returns the two last named of those who may be meant. Whoever acts on the two is neither of them.
    pub(super) fn pair_of(&self, may_be: &dyn Fn(&Mention) -> bool) -> Option<Antecedent> {
        let mut acting = self.acting_on();
        let acts = |mention: &&Mention| self.is_one_of(mention, &acting);
        let here: Vec<&Mention> = self.mentions.get(self.number)?.iter().filter(acts).collect();
        let mut own: Vec<ActorId> = self.countries(here.iter().copied());
        // "Peru and Chile restored ties, with each side's envoy arriving": two that act are the two themselves.
        let together = here.iter().flat_map(|mention| self.coordinated(mention)).filter_map(|party| party.country);
        if together.collect::<BTreeSet<ActorId>>().len() > 1 {
            acting.clear();
            own.clear();
        }
        let is_free = |mention: &&Mention| {
            is_named(mention)
                && may_be(mention)
                && !self.brings_together(mention)
                && !self.is_one_of_two(mention)
                && !self.is_of_forum(mention)
                && !self.is_only_addressed(mention)
                && !self.is_told_of_others(mention)
                && !self.is_private(mention)
                && !self.is_of_territory(mention)
                && !self.is_of_thing(mention)
                && !self.is_one_of(mention, &acting)
        };
        let mut seen: Vec<ActorId> = Vec::new();
        for number in (0..=self.number).rev() {
            let there = self.mentions.get(number)?;
            let is_before = |mention: &&Mention| number < self.number || mention.head < self.token;
            let named: Vec<&Mention> = there.iter().filter(is_before).filter(is_free).collect();
            let together = named.iter().find_map(|mention| {
                let parties = self.coordinated(mention);
                let states: Vec<ActorId> = parties.iter().filter_map(|party| party.country.clone()).collect();
                let distinct = states.first() != states.get(1) && states.iter().all(|state| !own.contains(state));
                (states.len() == 2 && distinct).then_some((mention, states))
            });
            if let Some((mention, states)) = together {
                // A paragraph of its own goes on with the two of the article rather than with those named last.
                let is_apart = number + 1 < self.number || self.is_of_other_paragraph(number);
                let is_aside = is_apart || self.tells_of_earlier() || self.only_helps(mention);
                if let Some(most) = is_aside.then(|| self.told_of_more(&states)).flatten() {
                    return self.two(&most, "the two that the text tells of most");
                }
                return self.two(&states, "the two named together");
            }
            for country in self.countries(named.iter().rev().copied()) {
                if !seen.contains(&country) && !own.contains(&country) {
                    seen.push(country);
                }
            }
            if seen.len() >= 2 {
                if let Some(most) = self.of_earlier(seen.get(..2).unwrap_or_default()) {
                    return self.two(&most, "the two that the text tells of most");
                }
                // "Peru expelled the Ghanaian envoy over Chile. The two countries": those named together before.
                if let Some(states) = self.together_before(number, &seen) {
                    return self.two(&states, "the two named together before");
                }
                // "Peru suspended a pact with Ghana over Chile's help for Togo": whoever acts, and toward whom.
                if let Some(states) = self.acting_and_next(number, &named) {
                    return self.two(&states, "whoever acts in the sentence before, and the next named");
                }
                seen.truncate(2);
                // "Peru and Chile fought. The accord was drawn up by Ghana, Togo and Mali": a paragraph of its own goes on with the two
                // of the article.
                if let Some(most) = self.of_article(number, &seen) {
                    return self.two(&most, "the two that the text tells of most");
                }
                if let Some(states) = self.of_lead(number, &seen) {
                    return self.two(&states, "the two that the text begins with");
                }
                // "Ghana mediated. The sides agreed": of the two last named only one is of the two told of together.
                if let Some(states) = self.first_together(&seen) {
                    return self.two(&states, "the two that the text begins with");
                }
                return self.two(&seen, "the two last named");
            }
        }
        None
    }

    /// Returns whoever acts in a sentence before that names three states or more, and the state that it names next.
    fn acting_and_next(&self, number: usize, named: &[&Mention]) -> Option<[ActorId; 2]> {
        let sentence = self.document.sentences().get(number).filter(|_| number < self.number)?;
        let acts = |mention: &&&Mention| sentence.token(mention.head).is_some_and(|token| token.label == Label::Nsubj);
        // The place that the report comes from may stand first.
        match self.countries(named.iter().skip_while(|mention| !acts(mention)).copied()).as_slice() {
            [first, second, _, ..] => Some([first.clone(), second.clone()]),
            _ => None,
        }
    }

    /// Returns the two states that the text tells of most, where those last named are neither of them and of another paragraph.
    fn of_article(&self, number: usize, seen: &[ActorId]) -> Option<Vec<ActorId>> {
        let most = self.is_of_other_paragraph(number).then(|| self.told_of_more(seen)).flatten()?;
        most.iter().all(|state| !seen.contains(state)).then_some(most)
    }

    /// Tells whether a sentence stands in another paragraph.
    fn is_of_other_paragraph(&self, number: usize) -> bool {
        let paragraph = self.document.sentences().get(number).map(|there| there.paragraph);
        paragraph != Some(self.sentence.paragraph)
    }

    /// Returns the only two states that the sentence names before the token, as far as they may be meant: no court before
    /// which two sides meet.
    fn two_here(&self) -> Option<Antecedent> {
        let acting = self.acting_on();
        let is_known =
            |mention: &Mention| is_named(mention) || mention.form == Form::Pronoun && mention.parties.len() == 1;
        let may_be = |mention: &&Mention| {
            mention.head < self.token
                && is_known(mention)
                && !self.is_location(mention)
                && !self.brings_together(mention)
                && !self.is_of_forum(mention)
                && !self.is_of_thing(mention)
                && !acting.iter().any(|&token| mention.covers(token))
        };
        let states = self.countries(self.mentions.get(self.number)?.iter().filter(may_be));
        (states.len() == 2).then(|| self.two(&states, "the only two of the sentence"))?
    }

    /// Tells whether a mention is of those by whom something is done in an aside: "Ghana, backed by Peru and Chile, refused".
    fn only_helps(&self, mention: &Mention) -> bool {
        let Some(sentence) = self.document.sentences().get(mention.sentence) else { return false };
        let mut at = mention.head;
        while let Some(token) = sentence.token(at) {
            match (token.label, token.head) {
                (Label::Conj, Some(head)) => at = head,
                (Label::Pobj, Some(head)) => {
                    let above = sentence.token(head).filter(|token| token.label == Label::Agent);
                    let verb = above.and_then(|token| token.head).and_then(|verb| sentence.token(verb));
                    return verb.is_some_and(|verb| matches!(verb.label, Label::Acl | Label::Advcl));
                }
                _ => return false,
            }
        }
        false
    }

    /// Returns the two states that more sentences up to this one name than any other, each in more than any of some others.
    pub(super) fn told_of_more(&self, than: &[ActorId]) -> Option<Vec<ActorId>> {
        let mut counts = self.counts();
        let of = |state: &ActorId| counts.iter().find(|(one, _)| one == state).map_or(0, |(_, count)| *count);
        let rare = than.iter().map(of).max();
        counts
            .sort_by(|(one, one_count), (other, other_count)| other_count.cmp(one_count).then_with(|| one.cmp(other)));
        let count = |at: usize| counts.get(at).map_or(0, |(_, count)| *count);
        // Those named in as many sentences as a third one are not the two.
        let are_two = count(1) > 1 && count(1) > count(2) && rare < Some(count(1));
        are_two.then(|| counts.into_iter().take(2).map(|(state, _)| state).collect())
    }

    /// Counts the sentences up to this one that name a state, for each.
    fn counts(&self) -> Vec<(ActorId, usize)> {
        let mut counts: Vec<(ActorId, usize)> = Vec::new();
        for there in self.mentions.get(..=self.number).unwrap_or_default() {
            for state in self.countries(there.iter().filter(|mention| is_named(mention))) {
                match counts.iter_mut().find(|(one, _)| *one == state) {
                    Some((_, count)) => *count += 1,
                    None => counts.push((state, 1)),
                }
            }
        }
        counts
    }

    /// Tells whether a mention of the text brings others together.
    pub(super) fn brings_together(&self, mention: &Mention) -> bool {
        let sentence = self.document.sentences().get(mention.sentence);
        sentence.is_some_and(|sentence| goes_between(sentence, mention, self.ontology.references()))
    }

    /// Returns the two states that act together first in the text, where one of two others is among them and the two others
    /// are nowhere named together.
    fn first_together(&self, seen: &[ActorId]) -> Option<Vec<ActorId>> {
        let pairs = self.mentions.get(..self.number)?.iter().flatten().filter_map(|mention| {
            let sentence = self.document.sentences().get(mention.sentence)?;
            sentence.token(mention.head).filter(|token| matches!(token.label, Label::Nsubj | Label::NsubjPass))?;
            let states: Vec<ActorId> =
                self.coordinated(mention).iter().filter_map(|party| party.country.clone()).collect();
            (states.len() == 2 && states.first() != states.get(1)).then_some(states)
        });
        let pairs: Vec<Vec<ActorId>> = pairs.collect();
        let holds = |pair: &Vec<ActorId>| seen.iter().filter(|state| pair.contains(state)).count();
        if pairs.iter().any(|pair| holds(pair) == 2) {
            return None;
        }
        pairs.into_iter().next().filter(|pair| holds(pair) == 1)
    }

    /// Returns two of some states that a sentence further up names together.
    fn together_before(&self, number: usize, of: &[ActorId]) -> Option<Vec<ActorId>> {
        if of.len() < 3 {
            return None;
        }
        (0..number).rev().filter_map(|number| self.mentions.get(number)).flatten().find_map(|mention| {
            let parties = self.coordinated(mention);
            let states: Vec<ActorId> = parties.iter().filter_map(|party| party.country.clone()).collect();
            let are_two = states.len() == 2 && states.first() != states.get(1);
            (are_two && is_named(mention) && states.iter().all(|state| of.contains(state))).then_some(states)
        })
    }

    pub(super) fn two(&self, states: &[ActorId], how: &str) -> Option<Antecedent> {
        let mut parties: Vec<Participant> =
            states.iter().filter_map(|state| self.ontology.roster().participant(state, self.day)).collect();
        parties.sort_by(|one, other| one.id.cmp(&other.id));
        (parties.len() == 2).then(|| Antecedent { parties, how: how.to_owned(), confidence: FAR })
    }

    /// Returns the states that mentions count for, in their order, each once.
    pub(super) fn countries<'m>(&self, mentions: impl Iterator<Item = &'m Mention>) -> Vec<ActorId> {
        let mut all: Vec<ActorId> = Vec::new();
        for country in mentions.flat_map(|mention| &mention.parties).filter_map(|party| party.country.as_ref()) {
            if !all.contains(country) {
                all.push(country.clone());
            }
        }
        all
    }

    /// Returns the heads of who acts in the clause, where the token is not among them.
    fn acting_on(&self) -> Vec<usize> {
        let verb =
            self.sentence.ancestors(self.token).find(|&above| self.sentence.token(above).is_some_and(clause::is_verb));
        let subjects = verb.map(|verb| clause::subject(self.sentence, verb, 0)).unwrap_or_default();
        let holds = |&subject: &usize| self.sentence.is_within(self.token, subject);
        if subjects.iter().any(holds) || self.is_of_earlier() { Vec::new() } else { subjects }
    }

    /// Tells whether the two did something together that is told as the time of another's act: "filed a case after clashes
    /// between the two armies".
    fn is_of_earlier(&self) -> bool {
        let preposition = |noun: usize| {
            let over = self.sentence.token(noun).filter(|token| token.label == Label::Pobj)?.head?;
            Some((self.sentence.token(over)?, self.sentence.token(over)?.head?))
        };
        let senses = |word: &Token| self.ontology.lexicon().time.senses(&word.lower);
        let is_between = |word: &Token| senses(word).contains(&Sense::Relation(RelationWord::Between));
        let outer = preposition(self.token).filter(|(word, _)| is_between(word));
        let time = outer.and_then(|(_, deed)| preposition(deed));
        time.is_some_and(|(word, _)| senses(word).iter().any(|sense| matches!(sense, Sense::Clause(_))))
    }

    /// Returns so many states named together, the last named first.
    pub(super) fn group(&self, count: usize) -> Option<Antecedent> {
        for number in (0..=self.number).rev() {
            let there = self.mentions.get(number)?;
            let is_before = |mention: &&Mention| number < self.number || mention.head < self.token;
            for mention in there.iter().filter(is_before).filter(|mention| is_named(mention)) {
                let mut states: Vec<ActorId> = Vec::new();
                for country in self.coordinated(mention).into_iter().filter_map(|party| party.country) {
                    if !states.contains(&country) {
                        states.push(country);
                    }
                }
                if states.len() == count {
                    let day = self.day;
                    let parties: Vec<Participant> =
                        states.iter().filter_map(|state| self.ontology.roster().participant(state, day)).collect();
                    // "Mediation by the United Nations, Peru and Chile. The three countries": no three states.
                    if parties.iter().any(|party| party.kind != ActorKind::State) {
                        continue;
                    }
                    let how = format!("the {count} named together");
                    return Some(Antecedent { parties, how, confidence: FAR });
                }
            }
        }
        self.group_of_sentence(count)
    }

    /// Returns whom several that act here acted on together in the sentence before: "after Peru, Chile and Ghana cut ties
    /// with Cuba. The three accused it".
    pub(super) fn acted_on_by_all(&self, doers: &[&Mention], fits: &dyn Fn(&Mention) -> bool) -> Option<Antecedent> {
        let [doer] = doers else { return None };
        let number = self.number.checked_sub(1).filter(|_| doer.parties.len() > 1)?;
        let (there, mentions) = (self.document.sentences().get(number)?, self.mentions.get(number)?);
        let are_the_same = |parties: &[Participant]| {
            parties.len() == doer.parties.len()
                && parties.iter().all(|party| doer.parties.iter().any(|other| other.id == party.id))
        };
        let found = mentions.iter().find(|mention| {
            let verb = there.ancestors(mention.head).find(|&above| there.token(above).is_some_and(clause::is_verb));
            let subjects = verb.map(|verb| clause::subject(there, verb, 0)).unwrap_or_default();
            let acts = |other: &&Mention| subjects.iter().any(|&subject| other.covers(subject));
            fits(mention) && mentions.iter().filter(acts).any(|other| are_the_same(&self.coordinated(other)))
        })?;
        Some(Antecedent::of(found, "whom they acted on before".to_owned(), FAR))
    }

    /// Returns three states or more that the sentence, the next or the one before lists together, none of them coordinated
    /// with the noun: "Iran and world powers", after or before "Peru, Chile and Ghana".
    pub(super) fn listed(&self) -> Option<Antecedent> {
        let above = self.sentence.token(self.token).filter(|token| token.label == Label::Conj);
        let above = above.and_then(|token| token.head).unwrap_or(self.token);
        let with = self.mentions.get(self.number)?.iter().filter(|mention| mention.covers(above));
        let beside: Vec<ActorId> =
            with.flat_map(|mention| self.coordinated(mention)).filter_map(|party| party.country).collect();
        let numbers = [Some(self.number), self.number.checked_add(1), self.number.checked_sub(1)];
        numbers.into_iter().flatten().filter_map(|number| self.mentions.get(number)).flatten().find_map(|mention| {
            let parties = self.coordinated(mention);
            let mut states: Vec<Participant> = Vec::new();
            for party in
                parties.into_iter().filter(|party| party.kind == ActorKind::State && !beside.contains(&party.id))
            {
                if !states.contains(&party) {
                    states.push(party);
                }
            }
            let how = "the states listed beside".to_owned();
            (states.len() >= LISTED).then_some(Antecedent { parties: states, how, confidence: FAR })
        })
    }

    /// Returns the parties of a mention and of those coordinated with it in its sentence.
    pub(super) fn coordinated(&self, mention: &Mention) -> Vec<Participant> {
        let mut parties: Vec<Participant> = Vec::new();
        let add = |other: &Mention, parties: &mut Vec<Participant>| {
            for party in &other.parties {
                if !parties.iter().any(|known| known.id == party.id) {
                    parties.push(party.clone());
                }
            }
        };
        let (Some(sentence), Some(there)) =
            (self.document.sentences().get(mention.sentence), self.mentions.get(mention.sentence))
        else {
            return mention.parties.clone();
        };
        let is_below = |other: &Mention| {
            let mut at = other.head;
            while let Some(head) =
                sentence.token(at).filter(|token| token.label == Label::Conj).and_then(|token| token.head)
            {
                if mention.covers(head) {
                    return true;
                }
                at = head;
            }
            false
        };
        add(mention, &mut parties);
        there.iter().filter(|other| is_below(other)).for_each(|other| add(other, &mut parties));
        // The parser loses some members of a list; the words between them still say that it is one.
        self.run(mention).iter().for_each(|other| add(other, &mut parties));
        parties
    }

    /// Returns the mentions that stand in one list with a mention: only commas, articles and a conjunction
    /// between them.
    fn run(&self, mention: &Mention) -> &[Mention] {
        let (Some(sentence), Some(there)) =
            (self.document.sentences().get(mention.sentence), self.mentions.get(mention.sentence))
        else {
            return &[];
        };
        let Some(own) = there.iter().position(|other| std::ptr::eq(other, mention)) else { return &[] };
        let between = |one: &Mention, other: &Mention| sentence.tokens.get(one.tokens.end..other.tokens.start);
        let joins = |pair: &[Mention]| match pair {
            [one, other] => between(one, other).is_some_and(|words| {
                !words.is_empty() && words.iter().all(|word| matches!(word.tag, Tag::Comma | Tag::Cc | Tag::Dt))
            }),
            _ => false,
        };
        let (mut first, mut last) = (own, own);
        while first > 0 && there.get(first - 1..=first).is_some_and(joins) {
            first -= 1;
        }
        while there.get(last..=last + 1).is_some_and(joins) {
            last += 1;
        }
        let list = there.get(first..=last).unwrap_or_default();
        let ends = list.first().zip(list.last());
        let has_conjunction = ends
            .and_then(|(one, other)| between(one, other))
            .is_some_and(|words| words.iter().any(|word| word.tag == Tag::Cc));
        if has_conjunction { list } else { &[] }
    }
}

/// Tells whether a mention, or whoever it is coordinated with, brings others together: "mediated by Peru", "Peru hosted
/// the talks", "with the help of Peru".
pub(crate) fn goes_between(sentence: &Sentence, mention: &Mention, references: &References) -> bool {
    let is_one = |index: usize| lemma_of(sentence, index).is_some_and(|lemma| references.is_go_between(&lemma));
    // "A Peruvian-brokered truce".
    let brokers = sentence.token(mention.tokens.end).is_some_and(|next| next.tag == Tag::Hyph)
        && sentence.token(mention.tokens.end + 1).is_some_and(|by| references.is_go_between(&by.lower));
    if brokers {
        return true;
    }
    let mut at = mention.head;
    while let Some(token) = sentence.token(at) {
        let Some(head) = token.head else { return false };
        match token.label {
            // "Signed it with U.S. backing".
            Label::Poss | Label::Compound | Label::Amod if is_one(head) => return true,
            Label::Conj | Label::Poss | Label::Compound | Label::Amod | Label::Appos => at = head,
            Label::Nsubj => {
                // "Ghana was the guarantor".
                let is_it = sentence.child(head, Label::Attr).is_some_and(is_one);
                return is_it || is_one(head) && !clause::is_passive(sentence, head);
            }
            // "Mediated by Peru", "the help of Peru"; those whom one mediates between are the two.
            Label::Pobj => {
                let preposition = sentence.token(head);
                let above = preposition.and_then(|word| word.head).filter(|&above| is_one(above));
                let is_agent = preposition.is_some_and(|word| word.label == Label::Agent);
                let is_owner = preposition.is_some_and(|word| {
                    references.is_owner_preposition(&word.lower) || references.is_thing_owner(&word.lower)
                });
                return above
                    .is_some_and(|above| is_agent || is_owner && sentence.token(above).is_some_and(clause::is_noun));
            }
            _ => return false,
        }
    }
    false
}
