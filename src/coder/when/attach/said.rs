//! The days on which acts are told by somebody.

use super::super::resolve::capped;
use super::super::{Relation, Time};
use super::{Base, Finder, Kind, OLD, path, steps_up};
use crate::coder::mode::{self, Tense};
use crate::english::Document;
use crate::english::tag::{Label, Tag};
use crate::model::day::Interval;
use crate::ontology::lexicon::mode::{Class, ModeWords, Part, Particle};
use crate::ontology::lexicon::time::ClauseTime;

/// Returns the days on which the sentence behind another says that what this told was made known: "Peru has left the pact. The
/// announcement came on Monday".
#[must_use]
pub fn made_known(document: &Document, times: &[Vec<Time>], index: usize, words: &ModeWords) -> Option<Interval> {
    let (next, times) = (document.sentences().get(index + 1)?, times.get(index + 1)?);
    let (root, verb) = next.tokens.iter().enumerate().find(|(_, token)| token.label == Label::Root)?;
    let is_past = matches!(verb.tag, Tag::Vbd | Tag::Vbn);
    let subject = next
        .tokens
        .iter()
        .enumerate()
        .find(|(_, token)| token.head == Some(root) && matches!(token.label, Label::Nsubj | Label::NsubjPass));
    let (subject, _) = subject.filter(|(_, noun)| is_past && words.is(&noun.lemma, Particle::Announcement))?;
    // "The decision of the court came on Monday": not what was told.
    let is_bare = next.children(subject).all(|(_, below)| below.label == Label::Det);
    // "The ministry's statement on Monday named no grounds".
    let is_own = next.children(subject).all(|(at, below)| match below.label {
        Label::Det | Label::Amod | Label::Compound => below.tag != Tag::Nnp,
        Label::Poss => below.tag == Tag::Nn,
        _ => at > subject,
    });
    let is_made = words.is(&verb.lemma, Particle::Announcing) && is_bare;
    let dates = |time: &&Time| {
        let is_behind = time.tokens.start == subject + 1 && is_own;
        time.relation == Relation::At && (is_behind || is_made && path(next, time, root).is_some())
    };
    times.iter().find(dates)?.past
}

impl Finder<'_> {
    /// Returns when it was said: the date of the verb of saying.
    pub(super) fn said(&self, bases: &[Base]) -> Option<(Interval, Option<usize>)> {
        let base = bases.iter().find(|base| base.kind == Kind::Said)?;
        let dates = |time: &Time, of: &Base| {
            of.kind == Kind::Said
                && matches!(time.relation, Relation::At | Relation::Earlier)
                && !self.stands_in_content(time, base.token)
        };
        let found = self.nearest(bases, dates).filter(|(_, base)| base.kind == Kind::Said);
        if let Some((index, _)) = found {
            let past = self.times.get(index)?.past?;
            return Some((capped(&past, self.told.published)?, Some(index)));
        }
        let tense = mode::tense_of(self.sentence, base.token, &self.told.lexicon.mode);
        (tense == Tense::PastPerfect).then(|| (Interval::before(self.told.published), None))
    }

    /// Returns the participles that tell when what somebody says in it was made known: "accused Chile of spying in a statement
    /// published on Monday".
    pub(super) fn documents(&self, bases: &[Base]) -> Vec<Base> {
        let token = |index: usize| self.sentence.token(index);
        let document = |participle: usize| {
            let noun = token(participle).filter(|token| token.label == Label::Acl && token.tag == Tag::Vbn)?.head?;
            let preposition = token(noun).filter(|token| token.label == Label::Pobj)?.head?;
            let speaks = self.told.lexicon.speech.noun(&token(noun)?.lemma).is_some();
            (speaks && self.clause_time(preposition) == Some(ClauseTime::WithMain)).then_some((participle, preposition))
        };
        let participles = (0..self.sentence.tokens.len()).filter_map(document).collect::<Vec<_>>();
        // "Accused it of lying in a report published in 2019": the report lied.
        let is_late = |participle: usize| {
            let of = |time: &&Time| path(self.sentence, time, participle).is_some();
            self.times.iter().filter(of).any(|time| !time.is_older(self.told.published, OLD))
        };
        let spoken = bases.iter().filter(|base| matches!(base.kind, Kind::Same | Kind::Said));
        let of_base = |base: &Base| {
            let under = |&(participle, preposition): &(usize, usize)| {
                let above = token(preposition).and_then(|token| token.head);
                // "Accused it of spying in a statement": the parser hangs it under the spying.
                let gerund = above.filter(|&above| token(above).is_some_and(|above| above.label == Label::Pcomp));
                let over = gerund.and_then(|gerund| token(token(gerund)?.head?)?.head);
                let reaches = |from: usize| from == base.token || steps_up(self.sentence, from, base.token).is_some();
                above.is_some_and(reaches) || is_late(participle) && over.is_some_and(|over| over == base.token)
            };
            let (cost, kind) = (base.cost + 3, base.kind);
            let told = participles.iter().filter(|one| under(one));
            told.map(|&(token, _)| Base { token, cost, kind }).collect::<Vec<_>>()
        };
        spoken.flat_map(of_base).collect()
    }

    /// Tells whether a noun says what a clause tells: "its announcement that it had left".
    pub(super) fn is_said_by_noun(&self, clause: usize, noun: usize) -> bool {
        let mut governors = self
            .sentence
            .token(noun)
            .into_iter()
            .flat_map(|noun| self.told.lexicon.mode.governors(&noun.lemma, Part::Noun));
        self.sentence.child(clause, Label::Mark).is_some()
            && governors.any(|(governor, _)| governor.class == Class::Speech)
    }

    /// Tells whether an expression hung on a verb of saying stands within what is said: "said Peru on Monday
    /// had expelled" cannot be told apart, but what stands between the content's words is its own.
    fn stands_in_content(&self, time: &Time, verb: usize) -> bool {
        let Some(content) = self.sentence.child(verb, Label::Ccomp) else { return false };
        let within = self.sentence.subtree(content);
        match (within.first(), within.last()) {
            (Some(&first), Some(&last)) => (first..=last).contains(&time.head) && !(first..=last).contains(&verb),
            _ => false,
        }
    }
}
