//! Names that are only a piece of a longer one: "Michael Jordan", "Chad Smith", "Washington Post".

use super::{Reader, unknown};
use crate::coder::mention::owner::Sense;
use crate::english::Token;
use crate::english::tag::{Label, Tag};
use crate::ontology::reference::DescriptionKind;
use std::ops::Range;

impl Reader<'_> {
    /// Tells whether the states of a name are counted, so that some of them are meant: "the two Gulf states", "the two NATO
    /// allies".
    pub(super) fn is_counted(&self, at: usize, end: usize) -> bool {
        let count = at.checked_sub(1).and_then(|before| self.token(before));
        let states = |index: usize| {
            let descriptions = self.lemmas.get(index).map(|lemma| self.ontology.references().descriptions(lemma));
            self.token(index).is_some_and(|noun| matches!(noun.tag, Tag::Nns | Tag::Nnps))
                && descriptions.is_some_and(|all| all.iter().any(|one| one.kind == DescriptionKind::Country))
        };
        count.is_some_and(|count| count.tag == Tag::Cd) && (end > at + 1 && states(end - 1) || states(end))
    }

    /// Tells whether a name of a state, a place or a family is only a piece of a longer proper name:
    /// "Michael Jordan", "Chad Smith", "Washington Post".
    pub(super) fn is_part_of_other_name(&self, tokens: &Range<usize>, senses: &[Sense]) -> bool {
        let only_full = senses.iter().any(|sense| match sense {
            Sense::Actor(id) => !id.is_root(),
            Sense::Adjective(_) | Sense::Nationals(_) | Sense::People(_) => true,
            _ => false,
        });
        if only_full {
            return false;
        }
        let proper = |index: usize| self.token(index).is_some_and(|token| token.tag == Tag::Nnp);
        // "Cho Chang-rae" is no other Cho, wherever the tree ends the name.
        let is_family = senses.iter().any(|sense| matches!(sense, Sense::Family(_)));
        let capital = |token: &Token| token.text.chars().next().is_some_and(char::is_uppercase);
        let follows = self.token(tokens.end).is_some_and(|next| next.tag == Tag::Nnp || capital(next));
        if is_family && follows && unknown::is_hyphenated(self.sentence, tokens.end + 1) {
            return true;
        }
        // "On May 24" names nobody.
        let is_day = self.token(tokens.end).is_some_and(|next| next.tag == Tag::Cd);
        if is_family && is_day && self.token(tokens.end - 1).is_some_and(|token| unknown::is_month(token, self.time()))
        {
            return true;
        }
        let linked = |from: usize, to: usize| {
            self.token(from).is_some_and(|token| token.head == Some(to) && token.label == Label::Compound)
        };
        let last = tokens.end - 1;
        let after = proper(tokens.end)
            && (linked(last, tokens.end)
                || self.token(last).is_some_and(|token| {
                    token.head > Some(last) && token.label == Label::Compound && proper(tokens.end)
                }));
        let before = tokens.start.checked_sub(1).is_some_and(|before| {
            proper(before)
                && linked(before, last)
                && self.title(before).is_none()
                && self.names(before).is_none()
                && !self.is_direction(before)
                && !unknown::is_before_name(self.sentence, self.ontology, before)
        });
        let is_state = senses.iter().any(|sense| matches!(sense, Sense::Actor(_)));
        let names_more =
            || unknown::name_length(self.sentence, tokens.end, self.time()).is_some() && self.is_noun_only(tokens.end);
        before || (after && (!is_state || names_more()))
    }
}
