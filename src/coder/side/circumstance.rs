//! Those whom a clause names without a part in what it tells: in its circumstances, as helpers, by what is talked about.

use super::Cast;
use crate::coder::clause::{self, Arguments};
use crate::coder::frame::lemma_of;
use crate::coder::mention::{Form, Mention};
use crate::english::tag::Tag;

impl Cast<'_> {
    /// Returns the arguments without the prepositions that stand below a circumstance, and those prepositions alone; none where
    /// there is nothing to tell apart.
    pub(super) fn circumstances(&self, arguments: &Arguments, trigger: usize) -> Option<(Arguments, Arguments)> {
        let above = |at: usize| self.sentence.token(at).and_then(|token| token.head);
        let is_nested = |&(preposition, _): &(usize, usize)| {
            let tells_around = |&noun: &usize| {
                let outer = clause::preposition_over(self.sentence, noun);
                outer.is_some_and(|word| self.frames.shared().circumstances.contains(word))
            };
            above(preposition).filter(tells_around).and_then(above).and_then(above) == Some(trigger)
        };
        let (nested, direct): (Vec<_>, Vec<_>) = arguments.preps.iter().copied().partition(is_nested);
        let split = |preps, rest: Arguments| Arguments { preps, ..rest };
        (!nested.is_empty()).then(|| (split(direct, arguments.clone()), split(nested, Arguments::default())))
    }

    /// Tells whether somebody only lends a hand: "with the backing of Chile".
    pub(super) fn is_helper(&self, mention: &Mention) -> bool {
        let above = |at: usize| self.sentence.token(at).and_then(|token| token.head);
        let own = above(mention.head);
        // "Chile's backing", "the backing of Chile".
        let nouns = [own, own.and_then(above)];
        nouns.into_iter().flatten().any(|noun| {
            let word = clause::preposition_over(self.sentence, noun).zip(lemma_of(self.sentence, noun));
            word.is_some_and(|(word, noun)| self.frames.shared().helps.contains(&format!("{word} {noun}")))
        })
    }

    /// Tells whether somebody is only named by what is talked about: "the Cypriot problem".
    pub(super) fn is_talked_about(&self, mention: &Mention) -> bool {
        let noun = || self.sentence.token(mention.head).and_then(|token| lemma_of(self.sentence, token.head?));
        mention.form == Form::Adjective && noun().is_some_and(|noun| self.frames.shared().issues.contains(&*noun))
    }

    /// Tells whether somebody below a noun is only named by what those who meet talk about: "months of talks on Peru's dam".
    pub(super) fn is_matter(&self, mention: &Mention, noun: usize) -> bool {
        let above = self.sentence.ancestors(mention.head).take_while(|&at| at != noun);
        above.filter_map(|at| self.sentence.token(at)).any(|word| self.frames.shared().about.contains(&*word.lower))
    }

    /// Tells whether somebody only brings others together: "UN-brokered talks".
    pub(super) fn is_broker(&self, mention: &Mention) -> bool {
        let at = |place: usize| self.sentence.token(mention.tokens.end + place);
        let shared = self.frames.shared();
        at(0).is_some_and(|mark| mark.tag == Tag::Hyph)
            && at(1).is_some_and(|word| shared.brokering.contains(&*word.lower))
    }
}
