//! Descriptions that stand for one state: "the country", "the Andean nation".

use super::{Antecedent, FAR, FAR_REACH, Mention, NEAR, Resolver, is_named, is_of_any};
use crate::coder::clause;
use crate::coder::frame::lemma_of;
use crate::coder::mention::Form;
use crate::english::tag::{Label, Tag};
use crate::model::category::ActorKind;
use crate::model::id::ActorId;
use crate::ontology::reference::DescriptionKind;

impl Resolver<'_> {
    /// Tells whether a noun is only a word for the country that stands under it: "the nation of Peru".
    pub(super) fn is_country_of(&self, noun: usize, mention: &Mention) -> bool {
        let references = self.ontology.references();
        let is_country = |lemma: &str| {
            references.descriptions(lemma).iter().any(|description| description.kind == DescriptionKind::Country)
        };
        let of = self.sentence.token(mention.head).filter(|token| token.label == Label::Pobj).and_then(|of| of.head);
        of.and_then(|of| self.sentence.token(of))
            .is_some_and(|of| of.head == Some(noun) && references.is_owner_preposition(&of.lower))
            && lemma_of(self.sentence, noun).is_some_and(|lemma| is_country(&lemma))
    }

    /// Returns the state that a description means: one of the area that it names, and none that acts on it in its
    /// own clause. What is acted on stands for another that is acted on before it in the sentence, where there is one.
    pub(super) fn country(&self) -> Option<Antecedent> {
        // "Africa's countries" are several.
        let area = self.area();
        if area.is_some() && self.is_plural() {
            return None;
        }
        let own = self.own_clause();
        let other = self.acting_from_elsewhere(&own);
        let acting = self.acting_states(&own);
        let apart = self.named_after();
        let is_there = |state: &ActorId| area.is_none_or(|states| states.contains(state));
        let fits = |mention: &Mention| {
            // "Chile and Ghana did so too. The Andean nation": neither of two that act together.
            mention.parties.iter().any(|party| party.kind == ActorKind::State && is_there(&party.id))
                && !self.is_one_of_several(mention, area)
                && !self.is_own_word(mention)
                && !mention.parties.iter().any(|party| acting.contains(&party.id))
                && !is_of_any(mention, &apart)
                && !own.iter().any(|&subject| self.is_of_subject(mention, subject))
                && !mention.parties.iter().any(|party| other.contains(&party.id))
                && !mention.parties.iter().any(|party| self.is_left(&own, &party.id))
        };
        if area.is_none()
            && let Some(own_side) = self.spoken_of_self()
        {
            return Some(own_side);
        }
        let may_be = |state: &ActorId| area.is_none_or(|states| states.contains(state)) && !acting.contains(state);
        if let Some(ruled) = self.ruled_by(&may_be) {
            return Some(ruled);
        }
        // "The former British colony rejected the charge": of two that were told of, it may be either.
        let is_on_top = self.sentence.ancestors(self.token).nth(1).is_none();
        let is_of_another = |mention: &Mention| self.is_own_word(mention);
        if own.is_empty() && is_on_top && self.mentions.get(self.number)?.iter().any(is_of_another) {
            return None;
        }
        let beside = if own.is_empty() && !self.acts_in_time_clause() { None } else { self.acted_on(&fits) };
        let alone = || if own.is_empty() || area.is_some() { None } else { self.alone_before() };
        let spoken_of = || if own.is_empty() { None } else { self.most_named(&fits) };
        let of_other_clause = || if own.is_empty() || area.is_some() { None } else { self.acting_before(&fits) };
        let found = beside.or_else(of_other_clause).or_else(alone).or_else(spoken_of);
        found
            .or_else(|| self.antecedent(false, &fits))
            .or_else(|| self.of_area(area?, &[acting, apart.clone()].concat()))
            .or_else(|| self.only_other(&apart).filter(|other| other.parties.iter().all(|party| is_there(&party.id))))
    }

    /// Returns the two states of the area that the words before the noun name: "a truce between the Baltic states", "the two
    /// Koreas".
    pub(super) fn pair_of_area(&self) -> Option<Antecedent> {
        let noun = self.sentence.token(self.token)?;
        if let Some(both @ [_, _]) = self.ontology.references().area(&[&*noun.lower]) {
            return self.two(both, "the two of which the word tells");
        }
        let area = self.area()?;
        let is_there = |mention: &Mention| {
            let states = mention.parties.iter().map(|party| party.country.as_ref());
            states.into_iter().all(|state| state.is_some_and(|state| area.contains(state)))
        };
        self.pair_of(&is_there)
    }

    /// Tells whether a mention is a word of the description itself, which is of another: "the former British colony".
    fn is_own_word(&self, mention: &Mention) -> bool {
        let above = self.sentence.token(mention.head).and_then(|word| word.head);
        let is_state = mention.parties.iter().any(|party| party.kind == ActorKind::State);
        is_state
            && mention.form == Form::Adjective
            && mention.sentence == self.number
            && mention.head < self.token
            && above == Some(self.token)
    }

    /// Tells whether a number or "both" stands before the noun.
    pub(super) fn is_counted(&self) -> bool {
        let mut before = self.sentence.children(self.token).filter(|(index, _)| *index < self.token);
        before.any(|(_, below)| below.tag == Tag::Cd || matches!(below.label, Label::Predet | Label::Preconj))
    }

    /// Returns the state of whoever is told to have ruled when the description's state acted: "the Andean nation had cut ties
    /// under President Ana Quispe".
    fn ruled_by(&self, fits: &dyn Fn(&ActorId) -> bool) -> Option<Antecedent> {
        let references = self.ontology.references();
        let rules = |mention: &&Mention| {
            clause::preposition_over(self.sentence, mention.head)
                .is_some_and(|word| references.is_rule_preposition(word))
                && mention.parties.iter().all(|party| party.kind == ActorKind::Person)
        };
        let mut ruling = self.mentions.get(self.number)?.iter().filter(rules);
        let state = ruling.find_map(|mention| mention.parties.first()?.country.as_ref()).filter(|state| fits(state))?;
        let parties = vec![self.ontology.roster().participant(state, self.day)?];
        Some(Antecedent { parties, how: "whoever is told to have ruled it".to_owned(), confidence: NEAR })
    }

    /// Tells whether a mention is one of several states that act together in a sentence before, of which "the Andean nation" is
    /// none.
    fn is_one_of_several(&self, mention: &Mention, area: Option<&[ActorId]>) -> bool {
        let is_one = self.sentence.token(self.token).is_some_and(|noun| noun.tag == Tag::Nn);
        let sentence = self.document.sentences().get(mention.sentence).filter(|_| mention.sentence < self.number);
        let Some(sentence) = sentence.filter(|_| is_one && area.is_some()) else { return false };
        let at = clause::first_of_row(sentence, mention.head);
        let acts = sentence.token(at).is_some_and(|token| matches!(token.label, Label::Nsubj | Label::NsubjPass));
        mention.parties.len() > 1 || acts && (at != mention.head || self.coordinated(mention).len() > 1)
    }

    /// Returns the state of an area whose people alone the text has named: "met the premier of Fiji, and signed with the Pacific
    /// nation".
    fn of_area(&self, area: &[ActorId], acting: &[ActorId]) -> Option<Antecedent> {
        let before = self.mentions.get(..=self.number)?.iter().flatten();
        let before = before.filter(|mention| mention.sentence < self.number || mention.head < self.token);
        let states = before.flat_map(|mention| &mention.parties).filter_map(|party| party.country.as_ref());
        let mut states = states.filter(|state| area.contains(state) && !acting.contains(state));
        let state = states.next_back()?;
        let parties = vec![self.ontology.roster().participant(state, self.day)?];
        Some(Antecedent { parties, how: "the state of the area whose people were named".to_owned(), confidence: FAR })
    }

    /// Tells whether the token acts in a clause under another that says when or why that was done: whoever acts there too would
    /// be "it". "Peru halted aid to Chile after the country tested a rocket".
    fn acts_in_time_clause(&self) -> bool {
        let verb =
            self.sentence.token(self.token).filter(|token| token.label == Label::Nsubj).and_then(|token| token.head);
        let clause = verb.and_then(|verb| self.sentence.token(verb)).filter(|verb| verb.label == Label::Advcl);
        let above = clause.and_then(|clause| clause.head).and_then(|above| self.sentence.token(above));
        let is_marked = verb.is_some_and(|verb| self.sentence.child(verb, Label::Mark).is_some());
        is_marked && above.is_some_and(|above| above.label == Label::Root)
    }

    /// Returns the states that act on what is meant, wherever else they are named: "Washington put the country on the list".
    fn acting_states(&self, own: &[usize]) -> Vec<ActorId> {
        let is_acted_on = self.sentence.token(self.token).is_some_and(|token| {
            token.label == Label::Dobj
                || token.label == Label::Pobj
                    && !clause::preposition_over(self.sentence, self.token).is_some_and(clause::is_place)
        });
        let here = self.mentions.get(self.number).into_iter().flatten();
        let acting = here.filter(|mention| is_acted_on && own.iter().any(|&subject| mention.covers(subject)));
        let states = acting.flat_map(|mention| &mention.parties).filter(|party| party.kind == ActorKind::State);
        states.map(|party| party.id.clone()).collect()
    }

    /// Returns the states of those who act where the description means none of them: whom a pronoun stands for that acts, and
    /// the own state of whoever does what is done abroad: "the Chilean minister visited the country".
    fn acting_from_elsewhere(&self, own: &[usize]) -> Vec<ActorId> {
        let token = |index: usize| self.sentence.token(index);
        let references = self.ontology.references();
        let verb = token(self.token).filter(|word| word.label == Label::Dobj).and_then(|word| word.head);
        let is_abroad =
            verb.and_then(|verb| lemma_of(self.sentence, verb)).is_some_and(|lemma| references.is_done_abroad(&lemma));
        let here = self.mentions.get(self.number).into_iter().flatten();
        // "Her Chilean counterpart Ana Quispe": the adjective and the name are no part of the noun that acts.
        let is_of = |mention: &Mention, subject: usize| {
            mention.covers(subject)
                || token(mention.head).is_some_and(|head| {
                    head.head == Some(subject) && matches!(head.label, Label::Appos | Label::Amod | Label::Compound)
                })
        };
        let acting = here.filter(|mention| {
            let acts = own.iter().any(|&subject| is_of(mention, subject));
            acts && (is_abroad || mention.form == Form::Pronoun)
        });
        acting.flat_map(|mention| &mention.parties).filter_map(|party| party.country.clone()).collect()
    }

    /// Tells whether those who act come from a state, and leave another: "French troops withdrew from the country".
    fn is_left(&self, own: &[usize], state: &ActorId) -> bool {
        let over = clause::preposition_over(self.sentence, self.token);
        if !over.is_some_and(|word| self.ontology.references().is_origin_preposition(word)) {
            return false;
        }
        let here = self.mentions.get(self.number).into_iter().flatten();
        let acting = here.filter(|mention| own.iter().any(|&subject| mention.covers(subject)));
        acting
            .flat_map(|mention| &mention.parties)
            .any(|party| party.kind != ActorKind::State && party.country.as_ref() == Some(state))
    }

    /// Returns the state of whoever says in the sentence what "the country" does, where the sentence names no state before:
    /// "The ministry said the country remained committed".
    fn spoken_of_self(&self) -> Option<Antecedent> {
        let is_subject = |label: Label| matches!(label, Label::Nsubj | Label::NsubjPass);
        self.sentence.token(self.token).filter(|token| is_subject(token.label))?;
        let said = self.speakers.innermost(self.number, self.token).filter(|said| said.sentence == self.number)?;
        let speaker = self.speakers.speaker_mention(self.number, self.token, self.mentions)?;
        let state = |mention: &Mention| mention.parties.first().and_then(|party| party.country.clone());
        let here = self.mentions.get(self.number)?;
        let is_other = |mention: &&Mention| {
            mention.head < self.token
                && mention.head != said.speaker
                && is_named(mention)
                && state(mention) != state(speaker)
        };
        if here.iter().any(|mention| is_other(&mention)) {
            return None;
        }
        let mut side = self.own_side()?;
        side.how = "the state of whoever says so".to_owned();
        Some(side)
    }

    /// Returns the one state whose people or bodies the sentence before tells of, where it is none of those who act here:
    /// "The army toppled President Ana Quispe. Chile pulled its troops out of the country".
    fn alone_before(&self) -> Option<Antecedent> {
        let before = self.mentions.get(self.number.checked_sub(1)?)?;
        let states = self.countries(before.iter().filter(|mention| !matches!(mention.form, Form::Place)));
        let here = self.countries(self.mentions.get(self.number)?.iter());
        let [state] = states.as_slice() else { return None };
        let party = self.ontology.roster().participant(state, self.day)?;
        (party.kind == ActorKind::State && !here.contains(state)).then(|| Antecedent {
            parties: vec![party],
            how: "the only state that the sentence before tells of".to_owned(),
            confidence: FAR,
        })
    }

    /// Returns the only state before the token that acts in another clause of its sentence: "Peru expelled the envoy, and
    /// Chile said it would pull its troops out of the country".
    fn acting_before(&self, fits: &dyn Fn(&Mention) -> bool) -> Option<Antecedent> {
        let acts = |mention: &Mention| {
            let label = self.sentence.token(mention.head).map(|token| token.label);
            matches!(label, Some(Label::Nsubj | Label::NsubjPass))
        };
        let here = self.mentions.get(self.number)?.iter();
        let mut before = here.filter(|mention| mention.head < self.token && is_named(mention) && fits(mention));
        let found = before.next().filter(|found| acts(found) && before.next().is_none())?;
        Some(Antecedent::of(found, "the only other state that acts before it in the sentence".to_owned(), NEAR))
    }

    /// Returns the state that the sentences before name most often.
    fn most_named(&self, fits: &dyn Fn(&Mention) -> bool) -> Option<Antecedent> {
        let mut counts: Vec<(usize, &Mention)> = Vec::new();
        let before = self.mentions.get(self.number.saturating_sub(FAR_REACH)..self.number)?.iter().flatten();
        for mention in before.filter(|mention| mention.parties.len() == 1 && fits(mention)) {
            let same = |(_, other): &&mut (usize, &Mention)| {
                other.parties.first().map(|party| &party.id) == mention.parties.first().map(|party| &party.id)
            };
            match counts.iter_mut().find(same) {
                Some((count, _)) => *count += 1,
                None => counts.push((1, mention)),
            }
        }
        let most = counts.iter().map(|(count, _)| *count).max().filter(|most| *most > 1)?;
        let mut named = counts.iter().filter(|(count, _)| *count == most);
        let (_, found) = named.next().filter(|_| named.next().is_none())?;
        Some(Antecedent::of(found, "the state that the text names most".to_owned(), FAR))
    }

    /// Returns the states of the area that words before the noun name, or of which the noun itself tells: "the West African
    /// nation", "the sultanate".
    pub(super) fn area(&self) -> Option<&[ActorId]> {
        let tokens = self.sentence.tokens.get(..self.token)?;
        let words: Vec<&str> = tokens.iter().map(|token| &*token.text).collect();
        let references = self.ontology.references();
        references.area(&words).or_else(|| references.area(&[&*self.sentence.token(self.token)?.lower]))
    }

    /// Returns the last state named before the token in its sentence that does not act.
    fn acted_on(&self, fits: &dyn Fn(&Mention) -> bool) -> Option<Antecedent> {
        let acts = |mention: &Mention| {
            let label = self.sentence.token(mention.head).map(|token| token.label);
            matches!(label, Some(Label::Nsubj | Label::NsubjPass | Label::Conj | Label::Poss | Label::Amod))
        };
        let here = self.mentions.get(self.number)?;
        let mut before = here.iter().rev().filter(|mention| {
            mention.sentence == self.number && mention.head < self.token && is_named(mention) && !acts(mention)
        });
        let found = before.find(|mention| fits(mention))?;
        Some(Antecedent::of(found, "the state acted on before it in the sentence".to_owned(), NEAR))
    }

    /// Tells whether a mention is that of a subject, or of one coordinated with it.
    fn is_of_subject(&self, mention: &Mention, subject: usize) -> bool {
        let mut at = mention.head;
        while !mention.covers(subject) && at != subject {
            let token = self.sentence.token(at).filter(|token| token.label == Label::Conj);
            match token.and_then(|token| token.head) {
                Some(head) if mention.sentence == self.number => at = head,
                _ => return false,
            }
        }
        mention.sentence == self.number
    }
}
