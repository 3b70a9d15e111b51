//! Whose a thing is, by the words before its noun and under its prepositions: "Chilean duties", "talks between Peru and Chile".

use super::{Cast, add};
use crate::coder::clause;
use crate::coder::frame::lemma_of;
use crate::coder::mention::Mention;
use crate::english::Token;
use crate::english::tag::{Label, Tag};
use crate::model::category::ActorKind;

impl<'a> Cast<'a> {
    /// Returns those named by possessors, adjectives and nouns before a noun.
    pub(super) fn modifiers(&self, noun: usize) -> Vec<&'a Mention> {
        let mut found = Vec::new();
        for (index, below) in self.sentence.children(noun) {
            // "A British-owned ship": the parser takes the first part for an adverb.
            let is_first_part = below.label == Label::Advmod && matches!(below.tag, Tag::Jj | Tag::Nnp | Tag::Nnps);
            let stands_before = [Label::Poss, Label::Amod, Label::Compound, Label::Nmod, Label::Npadvmod];
            if is_first_part || stands_before.contains(&below.label) {
                add(&mut found, self.at(index));
                if !found.is_empty() {
                    add(&mut found, self.bound_before(index));
                }
                // "a Saudi-led strike": who leads it.
                let leads = || self.frames.shared().agency.contains(&*below.lower);
                if found.is_empty() && (below.label != Label::Amod || leads()) {
                    add(&mut found, self.modifiers(index));
                }
            }
        }
        // "Lebanon's Hezbollah movement": the group, wherever it is at home.
        let is_group = |mention: &&Mention| mention.parties.iter().any(|party| party.kind == ActorKind::Group);
        let owns =
            |mention: &Mention| self.sentence.token(mention.head).is_some_and(|token| token.label == Label::Poss);
        if found.iter().any(is_group) {
            found.retain(|mention| is_group(mention) || !owns(mention));
        }
        found
    }

    /// Returns the first of two that a hyphen binds before a noun: "Greek-Turkish talks".
    pub(super) fn bound_before(&self, second: usize) -> Vec<&'a Mention> {
        let token = |at: usize| self.sentence.token(at);
        let hyphen = second.checked_sub(1).filter(|&at| token(at).is_some_and(|mark| mark.tag == Tag::Hyph));
        let first = hyphen.and_then(|hyphen| hyphen.checked_sub(1));
        let is_bound = |first: &usize| token(*first).is_some_and(|first| first.head == Some(second));
        first.filter(is_bound).map(|first| self.at(first)).unwrap_or_default()
    }

    pub(super) fn under_prepositions(&self, noun: usize) -> Vec<&'a Mention> {
        self.under_some(noun, &|_| true)
    }

    /// Returns who is named under the first preposition of a noun that is wanted and holds somebody.
    pub(super) fn under_some(&self, noun: usize, is_wanted: &dyn Fn(&Token) -> bool) -> Vec<&'a Mention> {
        let shared = self.frames.shared();
        let is_held = || lemma_of(self.sentence, noun).is_some_and(|lemma| shared.gatherings.contains(&*lemma));
        for (preposition, below) in self.sentence.children(noun) {
            if below.label == Label::Prep && is_wanted(below) {
                // "Walked out of talks in Lima": that is only where they are held.
                let is_where = *below.lower == *clause::IN_PLACE && is_held();
                for object in clause::objects(self.sentence, preposition) {
                    let mut found = self.within(object);
                    found.retain(|mention| {
                        !is_where || mention.parties.iter().all(|party| party.kind != ActorKind::State)
                    });
                    if !found.is_empty() {
                        return found;
                    }
                }
            }
        }
        Vec::new()
    }
}
