//! The two sides that an article is about.
//!
//! "It apologized for the raid in 2013": toward whom, neither the words nor the sentence before say, but
//! the article is about Peru and Ghana. Only types that the ontology flags `pair` are completed so, only
//! where the actor is one of the two, and never where a third side stands in the words.

use super::frame::lemma_of;
use super::mention::{Form, Mention};
use super::{Passage, mention};
use crate::english::Sentence;
use crate::english::tag::{Label, Tag};
use crate::model::category::ActorKind;
use crate::model::event::Participant;
use crate::model::id::ActorId;
use crate::ontology::Ontology;
use std::collections::{BTreeMap, BTreeSet};

/// So many different words of play make an article one of sport.
const WORDS_OF_SPORT: usize = 4;
/// So many different words of the arts make an article one of works.
const WORDS_OF_ARTS: usize = 4;
/// So many different words of trade, weather and the like make an article one of daily life.
const WORDS_OF_DAILY_LIFE: usize = 5;
/// So many words of play where it gives a score.
const WORDS_BESIDE_SCORE: usize = 1;
/// How sure a side is that only the article gives, 0 to 100.
pub(super) const CONFIDENCE: u8 = 60;
/// How such a side was found.
pub(super) const HOW: &str = "the other side that the article is about";
/// What a sentence of the headline, of the lead and of the rest counts.
const WEIGHTS: [u32; 3] = [3, 2, 1];
/// What a side must count to be one of the two.
const LEAST: u32 = 3;

/// The two sides, each as the state, organisation or group itself.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Pair {
    sides: [Participant; 2],
}

impl Pair {
    /// Returns the two sides that the sentences name most; none where a third is named as often.
    pub(super) fn of(text: &Passage<'_>, title: Option<&Passage<'_>>, ontology: &Ontology) -> Option<Self> {
        let day = text.day;
        let mut counts: BTreeMap<ActorId, u32> = BTreeMap::new();
        let mut leading: Vec<ActorId> = Vec::new();
        let titles = title.into_iter().flat_map(|title| title.named_by_sentence()).map(|named| (WEIGHTS[0], named));
        let sentences = text.named_by_sentence().enumerate();
        let sentences = sentences.map(|(number, named)| (WEIGHTS[if number == 0 { 1 } else { 2 }], named));
        for (weight, named) in titles.chain(sentences) {
            for party in named {
                if weight > WEIGHTS[2] && !leading.contains(&party) {
                    leading.push(party.clone());
                }
                *counts.entry(party).or_default() += weight;
            }
        }
        let mut ranked: Vec<(u32, ActorId)> = counts.into_iter().map(|(party, count)| (count, party)).collect();
        ranked.sort_by(|(one, first), (other, second)| other.cmp(one).then_with(|| first.cmp(second)));
        let (first, second) = (ranked.first()?, ranked.get(1)?);
        let third = ranked.get(2).map_or(0, |(count, _)| *count);
        // "Recalled its envoy, accusing Peru of spying": the only two of an article need no more.
        let are_only_two = third == 0 && title.is_some() && second.0 >= WEIGHTS[1];
        if second.0 < LEAST && !are_only_two || second.0 <= third || !leading.contains(&second.1) {
            return None;
        }
        let side = |id: &ActorId| ontology.roster().participant(id, day);
        Some(Self { sides: [side(&first.1)?, side(&second.1)?] })
    }

    /// Returns both sides.
    pub(super) fn both(&self) -> &[Participant; 2] {
        &self.sides
    }

    /// Returns the other side for actors that are all one of the two.
    pub(super) fn other(&self, actors: &[Participant]) -> Option<&Participant> {
        let [first, second] = &self.sides;
        let all = |side: &Participant| !actors.is_empty() && actors.iter().all(|actor| actor.party() == side.party());
        if all(first) {
            Some(second)
        } else if all(second) {
            Some(first)
        } else {
            None
        }
    }
}

/// Tells whether an article names two sides or more.
pub(super) fn is_abroad(text: &Passage<'_>, title: Option<&Passage<'_>>) -> bool {
    let all = title.into_iter().flat_map(Passage::named_by_sentence).chain(text.named_by_sentence());
    let sides: BTreeSet<ActorId> =
        all.flatten().map(|party| party.root()).filter(|root| !mention::is_nowhere(root)).collect();
    sides.len() > 1
}

/// Tells whether an article tells of sport.
pub(super) fn is_of_sport(text: &Passage<'_>, title: Option<&Passage<'_>>, ontology: &Ontology) -> bool {
    let mut sentences = title.into_iter().chain([text]).flat_map(|passage| passage.document.sentences());
    let n_needed = if sentences.any(has_score) { WORDS_BESIDE_SCORE } else { WORDS_OF_SPORT };
    n_words_of(&ontology.frames().shared().sport, text, title) >= n_needed
}

/// Tells whether an article tells of films, books, music and the like, and of nobody in office: not "the president opened the
/// exhibition".
pub(super) fn is_of_arts(text: &Passage<'_>, title: Option<&Passage<'_>>, ontology: &Ontology) -> bool {
    let mut mentions = title.into_iter().chain([text]).flat_map(|passage| passage.mentions.iter().flatten());
    !mentions.any(|mention| mention.parties.iter().any(|party| party.kind == ActorKind::Person && party.binds))
        && n_words_of(&ontology.frames().shared().arts, text, title) >= WORDS_OF_ARTS
}

/// Tells whether an article tells of trade, weather and the like, where no state acts and nobody who acts for one is named: "a
/// truce in the dairy war collapsed when a supermarket suspended purchases from a producer".
pub(super) fn is_of_daily_life(text: &Passage<'_>, title: Option<&Passage<'_>>, ontology: &Ontology) -> bool {
    let shared = ontology.frames().shared();
    let is_official = |party: &Participant| match party.kind {
        ActorKind::Person => party.binds,
        ActorKind::Institution | ActorKind::Organisation => shared.speaks_for_state(party.sector),
        ActorKind::State | ActorKind::Group => false,
    };
    let acts = |passage: &Passage<'_>, mention: &Mention| {
        let sentence = passage.document.sentences().get(mention.sentence);
        let token = sentence.and_then(|sentence| sentence.token(mention.head));
        !matches!(mention.form, Form::Place | Form::Adjective | Form::Pronoun | Form::Description)
            && token.is_some_and(|token| matches!(token.label, Label::Nsubj | Label::NsubjPass))
            && mention.parties.iter().any(|party| party.kind == ActorKind::State)
    };
    let is_political = |passage: &Passage<'_>| {
        let mut mentions = passage.mentions.iter().flatten();
        mentions.any(|mention| {
            let is_named = mention.form != Form::Description;
            is_named && mention.parties.iter().any(is_official) || acts(passage, mention)
        })
    };
    !title.into_iter().chain([text]).any(is_political) && n_words_of(&shared.daily, text, title) >= WORDS_OF_DAILY_LIFE
}

/// Returns how many different ones of some words an article has.
fn n_words_of(words: &BTreeSet<String>, text: &Passage<'_>, title: Option<&Passage<'_>>) -> usize {
    let sentences = title.into_iter().chain([text]).flat_map(|passage| passage.document.sentences());
    let lemmas = sentences.flat_map(|sentence| (0..sentence.tokens.len()).filter_map(|at| lemma_of(sentence, at)));
    let small = lemmas.map(|lemma| lemma.to_lowercase());
    small.filter(|lemma| words.contains(lemma)).collect::<BTreeSet<_>>().len()
}

/// Tells whether a sentence tells by how much one side beat another: "beat Uruguay 2-1".
fn has_score(sentence: &Sentence) -> bool {
    let is_score = |text: &str| {
        let bytes = text.as_bytes();
        matches!(bytes, [one, b'-', other] if one.is_ascii_digit() && other.is_ascii_digit())
    };
    sentence.tokens.windows(2).any(|pair| match pair {
        [before, score] => before.tag == Tag::Nnp && is_score(&score.text),
        _ => false,
    })
}

impl Passage<'_> {
    /// Returns for each sentence the states, organisations and groups that it names as acting, each once.
    fn named_by_sentence(&self) -> impl Iterator<Item = Vec<ActorId>> + '_ {
        self.mentions.iter().map(|mentions| {
            let named = mentions
                .iter()
                .filter(|mention| !matches!(mention.form, Form::Place | Form::Unknown | Form::Bystander));
            let parties = named.flat_map(|mention| &mention.parties).map(|party| party.party().clone());
            let mut parties: Vec<ActorId> = parties.collect();
            parties.sort_unstable();
            parties.dedup();
            parties
        })
    }
}
