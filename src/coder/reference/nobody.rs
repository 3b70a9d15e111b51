//! Pronouns for things that are nobody: "the storm headed north after it hit Peru".

use super::Resolver;
use crate::coder::clause;
use crate::coder::mention::{Form, Mention};
use crate::english::tag::{Label, Tag};
use crate::english::{Sentence, Token};

impl Resolver<'_> {
    /// Tells whether a single thing acts in the clause above that of the token, or in the sentence before one that it opens,
    /// and is nobody: "the storm", "Typhoon Ana".
    pub(super) fn is_told_of_thing(&self, word: &Token) -> bool {
        if word.label == Label::Dobj {
            return self.is_thing_of_row(word);
        }
        if word.label != Label::Nsubj {
            return false;
        }
        let verbs = self
            .sentence
            .ancestors(self.token)
            .filter(|&index| self.sentence.token(index).is_some_and(clause::is_verb));
        // "Weakened as it headed north, a day after it hit Peru": what the other pronoun stands for.
        let word = |index: usize| self.sentence.token(index).map(|token| &token.lower);
        let is_own = |&subject: &usize| word(subject) == word(self.token);
        let mut subjects = verbs.skip(1).map(|verb| clause::subject(self.sentence, verb, 0));
        if let Some(subjects) = subjects.find(|subjects| !subjects.iter().any(is_own)) {
            return self.is_thing(self.number, self.sentence, &subjects, &[Tag::Nn, Tag::Nnp]);
        }
        let Some(before) = self.number.checked_sub(1).filter(|_| self.token == 0) else { return false };
        let Some(sentence) = self.document.sentences().get(before) else { return false };
        let root = sentence.tokens.iter().position(|token| token.label == Label::Root);
        let subjects = root.map(|verb| clause::subject(sentence, verb, 0)).unwrap_or_default();
        self.is_thing(before, sentence, &subjects, &[Tag::Nnp])
    }

    /// Tells whether what another does something to in the clause before is meant: "Peru condemned the raid, and Ghana called it
    /// a crime".
    fn is_thing_of_row(&self, word: &Token) -> bool {
        let token = |index: usize| self.sentence.token(index);
        let clause = word.head.and_then(token).filter(|clause| matches!(clause.label, Label::Conj | Label::Advcl));
        let has_own = word.head.is_some_and(|verb| self.sentence.child(verb, Label::Nsubj).is_some());
        let first = clause.and_then(|clause| clause.head).filter(|_| has_own);
        let Some(object) = first.and_then(|first| self.sentence.child(first, Label::Dobj)) else { return false };
        let is_noun = token(object).is_some_and(|noun| matches!(noun.tag, Tag::Nn | Tag::Nns));
        let is_somebody = |mention: &Mention| mention.covers(object) && mention.form != Form::Adjective;
        is_noun && !self.mentions.get(self.number).is_some_and(|there| there.iter().any(is_somebody))
    }

    /// Tells whether one subject of some tags is nobody.
    fn is_thing(&self, number: usize, sentence: &Sentence, subjects: &[usize], tags: &[Tag]) -> bool {
        let Some(there) = self.mentions.get(number) else { return false };
        let is_nobody = |&subject: &usize| {
            let is_name = sentence.token(subject).is_some_and(|token| tags.contains(&token.tag));
            // A name that is nobody's may be that of a storm or a ship.
            let is_somebody = |mention: &Mention| {
                mention.form != Form::Unknown
                    || mention.parties.iter().any(|party| party.sector.is_some())
                    || self.holds_office(mention)
            };
            // "The Peruvian chip maker Asmel": a name that is nobody's is not the state that only describes it.
            let is_proper = sentence.token(subject).is_some_and(|token| token.tag == Tag::Nnp);
            let only_describes =
                |mention: &Mention| is_proper && mention.form == Form::Adjective && !mention.covers(subject);
            let named = |mention: &Mention| {
                is_somebody(mention) && sentence.is_within(mention.head, subject) && !only_describes(mention)
            };
            is_name && !there.iter().any(named)
        };
        subjects.len() == 1 && subjects.iter().all(is_nobody)
    }
}
