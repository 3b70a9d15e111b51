//! What stands behind a noun and says whose it is: "of Japan", "in Lima"; and beside a name.

use super::super::owner::{self, Sense};
use super::{ActorId, ActorKind, Form, Label, Reader, Tag};

impl Reader<'_> {
    /// "of Japan", "for the United Nations": the owners and the end of the phrase; for several people also "of Serbia
    /// and Kosovo".
    pub(super) fn owners_behind(&self, at: usize, plural: bool) -> Option<(usize, Vec<ActorId>)> {
        let preposition = self.token(at)?;
        if !self.ontology.references().is_owner_preposition(&preposition.lower) {
            return None;
        }
        let start = if self.token(at + 1)?.tag == Tag::Dt { at + 2 } else { at + 1 };
        let (mut end, first) = self.owner(start)?;
        let mut owners = vec![first];
        while plural && let Some((after, next)) = self.next_owner(end) {
            owners.push(next);
            end = after;
        }
        Some((end, owners))
    }

    /// Tells whether a capital acts for its government where it stands.
    pub(super) fn acts(&self, head: usize) -> bool {
        let Some(token) = self.token(head) else { return false };
        match token.label {
            Label::Nsubj | Label::NsubjPass | Label::Poss | Label::Dobj | Label::Dative => true,
            Label::Conj => token.head.is_some_and(|above| self.acts(above)),
            Label::Pobj => {
                let preposition = token.head.and_then(|above| self.token(above));
                preposition
                    .is_some_and(|preposition| !self.ontology.references().is_place_preposition(&preposition.lower))
            }
            // "The Lima-born cook", "Lima-based rebels": where from.
            Label::Npadvmod if token.head.and_then(|of| self.token(of)).is_some_and(|of| of.label == Label::Amod) => {
                false
            }
            Label::Compound | Label::Amod | Label::Nmod => false,
            _ => true,
        }
    }

    /// Returns how people of a state told by a noun of their own stand: one alone acts for nobody.
    pub(super) fn as_nationals(&self, senses: &[Sense], head: usize) -> Form {
        let is_one = self
            .token(head)
            .is_some_and(|token| matches!(token.tag, Tag::Nn | Tag::Nnp) && !token.lower.ends_with('s'));
        // "The Swiss", "the Japanese": the adjective, as often of all of them.
        let is_adjective = senses.iter().any(|sense| matches!(sense, Sense::Adjective(_)));
        if is_one && !is_adjective { Form::Bystander } else { Form::Agent }
    }

    /// Tells whether a phrase ends with a noun in the plural.
    pub(super) fn is_plural(&self, end: usize) -> bool {
        end.checked_sub(1).and_then(|last| self.token(last)).is_some_and(|last| last.tag == Tag::Nns)
    }

    /// Returns the end of a name and the state or organisation that it names.
    fn owner(&self, at: usize) -> Option<(usize, ActorId)> {
        let (end, senses) = self.names(at)?;
        let owner = senses.into_iter().find_map(|sense| match sense {
            Sense::Actor(id) if id.is_root() || !id.as_str().contains(|c: char| c.is_lowercase()) => Some(id),
            // "The government of Ana Quispe": of whose state she is.
            Sense::Actor(id) | Sense::Family(id) => {
                let person = self.roster.participant(&id, self.day)?;
                person.country.filter(|_| person.kind == ActorKind::Person)
            }
            _ => None,
        })?;
        Some((end, owner))
    }

    /// Returns the owner after "and", or after a comma where an "and" follows: "of Peru, Chile and Ghana".
    fn next_owner(&self, end: usize) -> Option<(usize, ActorId)> {
        let tag = |at: usize| self.token(at).map(|token| token.tag);
        let (after, owner) = match tag(end)? {
            Tag::Cc => self.owner(end + 1)?,
            Tag::Comma => {
                let (after, owner) = self.owner(end + 1)?;
                self.next_owner(after)?;
                (after, owner)
            }
            _ => return None,
        };
        // "of Peru and Chile's president" is no list of owners, nor is "of Peru and Chile left".
        let goes_on = tag(after).is_some_and(|tag| tag == Tag::Pos || tag == Tag::Nnp);
        let own_verb = self.token(end + 1).is_some_and(|token| token.label == Label::Nsubj);
        (!goes_on && !own_verb).then_some((after, owner))
    }

    /// "in Lima", "in northern Peru": the state of the place, for an organ or agent without another owner.
    pub(super) fn located_behind(&self, at: usize) -> Option<(usize, Vec<ActorId>)> {
        let preposition = self.token(at)?;
        if !self.ontology.references().is_location_preposition(&preposition.lower) {
            return None;
        }
        if owner::is_of_two(self.sentence, at.checked_sub(1)?, self.ontology) {
            return None;
        }
        let start = (at + 1..at + 4).find(|&index| self.names(index).is_some())?;
        let between = (at + 1..start).all(|index| {
            self.token(index).is_some_and(|token| matches!(token.tag, Tag::Dt | Tag::Jj | Tag::Nn | Tag::Nnp))
        });
        let (end, senses) = self.names(start).filter(|_| between)?;
        let owner = senses.iter().find_map(|sense| match sense {
            Sense::Place(id) | Sense::Seat(id) => Some(id.root()),
            Sense::Actor(id) if id.is_root() => Some(id.clone()),
            _ => None,
        })?;
        Some((end, vec![owner]))
    }

    /// Tells whether "and" and an adjective of another people before a noun follow: "Thai and Cambodian counterparts".
    pub(super) fn is_beside_adjective(&self, end: usize) -> bool {
        let is_and = self.token(end).is_some_and(|token| token.tag == Tag::Cc);
        let Some((after, senses)) = self.names(end + 1).filter(|_| is_and) else { return false };
        let is_adjective = senses.iter().any(|sense| matches!(sense, Sense::Adjective(_)));
        is_adjective && self.token(after).is_some_and(|token| matches!(token.tag, Tag::Nn | Tag::Nns))
    }
}
