//! Numbers and words for two that stand for those whom they count: "the two met", "imposed sanctions on both".

use super::Resolver;
use crate::english::Token;
use crate::english::tag::{Label, Tag};

impl Resolver<'_> {
    /// Tells whether a number stands for those whom it counts; not what it is a part of: "one of the two".
    pub(super) fn is_count(&self, number: &Token) -> bool {
        let is_alone = number.tag == Tag::Dt && self.is_alone();
        match number.label {
            _ if !matches!(number.tag, Tag::Cd | Tag::Dt) => false,
            Label::Nsubj | Label::NsubjPass => true,
            // "Imposed sanctions on both": of two, and nothing else is counted. Not "on both banks".
            Label::Dobj | Label::Dative | Label::Pobj if number.tag == Tag::Dt => is_alone,
            Label::Dobj => self.determiner().is_some(),
            Label::Pobj => {
                let preposition = number.head.and_then(|above| self.sentence.token(above));
                let is_part =
                    preposition.is_some_and(|word| self.ontology.references().is_owner_preposition(&word.lower));
                !is_part && self.determiner().is_some()
            }
            _ => false,
        }
    }

    /// Tells whether nothing stands behind the token that it may count: "on both", not "on both Peru and Chile".
    fn is_alone(&self) -> bool {
        let next = self.sentence.token(self.token + 1);
        let is_part = |token: &Token| {
            matches!(token.tag, Tag::Nn | Tag::Nns | Tag::Nnp | Tag::Nnps | Tag::Jj | Tag::Dt | Tag::PrpPoss | Tag::Cd)
        };
        !next.is_some_and(is_part) && self.sentence.children(self.token).next().is_none()
    }
}
