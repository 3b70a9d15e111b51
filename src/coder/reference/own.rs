//! Whose something is that is told to be somebody's own, and who is no thing.

use super::{Antecedent, NEAR, Resolver, agrees};
use crate::coder::frame::lemma_of;
use crate::coder::mention::Mention;
use crate::english::Token;
use crate::english::tag::Tag;
use crate::ontology::reference::PronounKind;

impl Resolver<'_> {
    /// Returns whoever acts in the clause, for what is told to be the own: "ordered his own ambassador to return".
    pub(super) fn of_subject(&self, word: &Token, kind: PronounKind) -> Option<Antecedent> {
        let next = self.sentence.token(self.token + 1).filter(|_| word.tag == Tag::PrpPoss)?;
        if !self.ontology.references().is_own(&next.lower) {
            return None;
        }
        let subjects = self.own_clause();
        let here = self.mentions.get(self.number)?;
        let acts = |mention: &&Mention| self.is_one_of(mention, &subjects) && agrees(kind, mention, self.ontology);
        Some(Antecedent::of(here.iter().find(acts)?, "whoever acts, as it is the own".to_owned(), NEAR))
    }

    /// Tells whether a mention is of somebody in an office, whom "it" does not stand for: "told the ambassador to leave after it".
    pub(super) fn is_official(&self, mention: &Mention) -> bool {
        let sentence = self.document.sentences().get(mention.sentence);
        let lemma = sentence.and_then(|sentence| lemma_of(sentence, mention.head));
        lemma.is_some_and(|lemma| self.ontology.references().is_office(&lemma))
    }
}
