//! Descriptions that stand for one state: "the country", "the Andean nation".

use super::{Antecedent, FAR, FAR_REACH, Mention, NEAR, Resolver, is_named};
use crate::english::tag::Label;
use crate::model::category::ActorKind;
use crate::model::id::ActorId;

impl Resolver<'_> {
    /// Returns the state that a description means: one of the area that it names, and none that acts on it in its
    /// own clause. What is acted on stands for another that is acted on before it in the sentence, where there is one.
    pub(super) fn country(&self) -> Option<Antecedent> {
        let area = self.area();
        let own = self.own_clause();
        let fits = |mention: &Mention| {
            let is_there = |state: &ActorId| area.is_none_or(|states| states.contains(state));
            mention.parties.iter().any(|party| party.kind == ActorKind::State && is_there(&party.id))
                && !own.iter().any(|&subject| self.is_of_subject(mention, subject))
        };
        let beside = if own.is_empty() { None } else { self.acted_on(&fits) };
        let spoken_of = || if own.is_empty() { None } else { self.most_named(&fits) };
        beside.or_else(spoken_of).or_else(|| self.antecedent(false, &fits))
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

    /// Returns the states of the area that words before the noun name: "the West African nation".
    fn area(&self) -> Option<&[ActorId]> {
        let tokens = self.sentence.tokens.get(..self.token)?;
        let words: Vec<&str> = tokens.iter().map(|token| &*token.text).collect();
        self.ontology.references().area(&words)
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
