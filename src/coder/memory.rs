//! The topics that an article has named, and what words that only point back stand for.
//!
//! "The document" between two sides who were told to talk about a peace treaty is the peace treaty, so
//! that one treaty is one topic. "The accord" is what was called an accord before, rather than what was named last.
//! Invariant: a topic is recalled only for the same two sides, and only after it was named. Forgets everything at the end of
//! the article.

use super::assemble::Draft;
use crate::english::tag::{Label, Tag};
use crate::english::{Sentence, Token};
use crate::model::id::{ActorId, Dimension, Topic};
use crate::ontology::Ontology;
use crate::ontology::types::TypeRule;
use std::collections::BTreeSet;

/// The topics named so far.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Memory {
    named: Vec<Named>,
}

/// A topic, the sides that it was named between, and the nouns of what was about it: "accord".
#[derive(Clone, PartialEq, Eq, Debug)]
struct Named {
    topic: Topic,
    sides: Vec<ActorId>,
    nouns: Vec<Box<str>>,
}

impl Memory {
    /// Remembers that a topic was named between these parties, with these nouns for what was about it.
    pub fn note<'n>(&mut self, topic: &Topic, parties: &[ActorId], nouns: impl IntoIterator<Item = &'n str>) {
        let mut sides = parties.to_vec();
        sides.sort_unstable();
        sides.dedup();
        let nouns = nouns.into_iter().map(Box::from).collect();
        self.named.push(Named { topic: topic.clone(), sides, nouns });
    }

    /// Gives a draft the topic that its words point back at, where it names none or only a general one,
    /// and remembers the topic that it names.
    pub(super) fn settle(&mut self, sentence: &Sentence, draft: &mut Draft, ontology: &Ontology) {
        let event = &mut draft.event;
        let parties: Vec<ActorId> =
            event.actors.iter().chain(&event.recipients).map(|party| party.party().clone()).collect();
        let is_general = |topic: &Topic| is_general(topic, ontology);
        let mut tokens = sentence.subtree(draft.trigger);
        tokens.extend(told_of(sentence, draft.trigger));
        if event.topic.as_ref().is_none_or(is_general) {
            let about = ontology.event_type(&event.kind).and_then(TypeRule::dimension);
            let recalled = self.recall(sentence, &tokens, &parties, about, ontology);
            // A general topic of its own gives way to a special one only.
            let says_more = |topic: &Topic| event.topic.is_none() || !is_general(topic);
            if let Some((topic, why)) = recalled.filter(|(topic, _)| says_more(topic)) {
                event.topic = Some(topic);
                event.id = event.identify();
                draft.why.push(format!("topic: {why}"));
            }
        }
        if let Some(topic) = &event.topic {
            let words = &ontology.lexicon().topic;
            let noun =
                |&index: &usize| sentence.token(index).filter(|token| is_common(token)).map(|token| &*token.lemma);
            let nouns = tokens.iter().filter_map(noun).filter(|noun| !words.stands_for(noun).is_empty());
            self.note(topic, &parties, nouns);
        }
    }

    /// Returns the topic that the words at some tokens point back at, and why.
    ///
    /// `about` is the dimension of the act, which its topic must admit.
    #[must_use]
    pub fn recall(
        &self,
        sentence: &Sentence,
        tokens: &[usize],
        parties: &[ActorId],
        about: Option<&Dimension>,
        ontology: &Ontology,
    ) -> Option<(Topic, String)> {
        let words = &ontology.lexicon().topic;
        let mut best: Option<(usize, Topic, String)> = None;
        for &index in tokens {
            let Some(token) = sentence.token(index).filter(|token| is_common(token)) else { continue };
            let told = is_told(sentence, index, ontology);
            for kind in words.stands_for(&token.lemma) {
                let fitting = self.fitting(kind, &token.lemma, parties, about, ontology);
                let n_topics = fitting.iter().map(|named| &named.topic).collect::<BTreeSet<_>>().len();
                let bare = n_topics == 1
                    && !fitting.iter().any(|named| is_general(&named.topic, ontology))
                    && words.binds_bare(kind)
                    && !has_own_topic(sentence, index);
                // "The accord" is what was called so, else what was named last.
                let is_called_so = |named: &&&Named| named.nouns.iter().any(|noun| **noun == *token.lemma);
                let meant = fitting.iter().rev().find(is_called_so).or_else(|| fitting.last());
                let Some(topic) = meant.filter(|_| told || bare).map(|named| &named.topic) else { continue };
                // The noun that fewest topics fit says most: "the dialogue on a fundamental document".
                if best.as_ref().is_none_or(|(least, ..)| n_topics < *least) {
                    let why = format!("{:?} stands for {topic}, named before", &*token.text);
                    best = Some((n_topics, topic.clone(), why));
                }
            }
        }
        best.map(|(_, topic, why)| (topic, why))
    }

    /// Returns the topics of a dimension named between the same sides, in the order in which they were named; only
    /// those that are mostly of that dimension where there are such, and general ones only where there are no others.
    fn fitting(
        &self,
        kind: &Dimension,
        noun: &str,
        parties: &[ActorId],
        about: Option<&Dimension>,
        ontology: &Ontology,
    ) -> Vec<&Named> {
        let same_sides = |sides: &[ActorId]| {
            let shared = parties.iter().filter(|party| sides.contains(party)).count();
            shared >= 2 || shared == 1 && (parties.len() == 1 || sides.len() == 1)
        };
        let admits = |named: &Named| {
            ontology.topic(&named.topic).is_some_and(|rule| {
                let holds = |dimension: &Dimension| rule.dimensions.contains(dimension);
                // A general topic tells of what moves its own kind of relation only, or of what was called so: "promised to sign
                // the document" is on no trade.
                let is_called_so = || about.is_some() && named.nouns.iter().any(|called| **called == *noun);
                let fits = !rule.general || about == Some(kind) || is_called_so();
                fits && holds(kind) && about.is_none_or(|about| rule.dimensions.is_empty() || holds(about))
            })
        };
        let mut fitting: Vec<&Named> =
            self.named.iter().filter(|named| same_sides(&named.sides) && admits(named)).collect();
        let is_special = |named: &Named| !is_general(&named.topic, ontology);
        if fitting.iter().any(|named| is_special(named)) {
            fitting.retain(|named| is_special(named));
        }
        // "The negotiations" are those on the treaty rather than on sanctions, which are mostly not negotiated.
        let is_typical =
            |topic: &Topic| ontology.topic(topic).is_some_and(|rule| rule.dimensions.first() == Some(kind));
        if fitting.iter().any(|named| is_typical(&named.topic)) {
            fitting.retain(|named| is_typical(&named.topic));
        }
        fitting
    }
}

/// Returns the noun that an act is told of which does not stand below its verb: "the pact, signed in 2010, was extended", "the
/// pact was signed in 2010 and extended", "signed the pact in 2010 and extended it".
fn told_of(sentence: &Sentence, trigger: usize) -> Option<usize> {
    let verb = sentence.token(trigger)?;
    let is_passive = verb.tag == Tag::Vbn;
    match verb.label {
        Label::Acl if is_passive => verb.head,
        Label::Conj if is_passive && sentence.child(trigger, Label::NsubjPass).is_none() => {
            sentence.child(verb.head?, Label::NsubjPass)
        }
        Label::Conj => {
            let object = sentence.child(trigger, Label::Dobj).and_then(|object| sentence.token(object))?;
            sentence.child(verb.head?, Label::Dobj).filter(|_| object.tag == Tag::Prp)
        }
        _ => None,
    }
}

/// Tells whether a topic gives way to a more special one.
fn is_general(topic: &Topic, ontology: &Ontology) -> bool {
    ontology.topic(topic).is_some_and(|rule| rule.general)
}

/// Tells whether the words before a noun say that it was told before.
fn is_told(sentence: &Sentence, noun: usize, ontology: &Ontology) -> bool {
    let words = &ontology.lexicon().topic;
    sentence.children(noun).any(|(index, below)| {
        index < noun
            && match below.label {
                Label::Det | Label::Poss | Label::Predet => words.is_definite(&below.lower),
                Label::Amod | Label::Compound => words.is_emphatic(&below.lower),
                _ => false,
            }
    })
}

fn is_common(token: &Token) -> bool {
    matches!(token.tag, Tag::Nn | Tag::Nns)
}

/// Tells whether a noun says itself what it is about: "fisheries talks", "talks on grain"; not "with Peru".
fn has_own_topic(sentence: &Sentence, noun: usize) -> bool {
    let names_side = |preposition: usize| {
        let under = sentence.child(preposition, Label::Pobj).and_then(|index| sentence.token(index));
        under.is_some_and(|under| matches!(under.tag, Tag::Nnp | Tag::Nnps | Tag::Prp))
    };
    sentence.children(noun).any(|(index, below)| match below.label {
        Label::Compound => is_common(below),
        Label::Prep => !names_side(index),
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use super::Memory;
    use crate::english::English;
    use crate::model::id::{ActorId, Topic};
    use crate::ontology::Ontology;

    fn recalled(text: &str, parties: &[&str]) -> Option<String> {
        let ontology = Ontology::bundled().unwrap();
        let ids = |names: &[&str]| names.iter().map(|name| name.parse::<ActorId>().unwrap()).collect::<Vec<_>>();
        let mut memory = Memory::default();
        memory.note(&"peace-treaty".parse::<Topic>().unwrap(), &ids(&["PER", "GHA"]), []);
        let document = English::bundled().read(text);
        let sentence = &document.sentences()[0];
        let tokens: Vec<usize> = (0..sentence.tokens.len()).collect();
        memory.recall(sentence, &tokens, &ids(parties), None, &ontology).map(|(topic, _)| topic.to_string())
    }

    #[test]
    fn a_noun_that_points_back_is_the_topic_named_before() {
        for text in [
            "Ghana suspended the dialogue with Peru.",
            "Ghana refused to sign the document.",
            "Ghana sees no point in discussing a fundamental document with Peru.",
            "Negotiations with Peru were suspended.",
        ] {
            assert_eq!(recalled(text, &["GHA", "PER"]).as_deref(), Some("peace-treaty"), "{text}");
        }
    }

    #[test]
    fn talks_are_on_what_is_mostly_negotiated() {
        let ontology = Ontology::bundled().unwrap();
        let ids = ["PER", "GHA"].map(|name| name.parse::<ActorId>().unwrap());
        let mut memory = Memory::default();
        for topic in ["peace-treaty", "sanctions"] {
            memory.note(&topic.parse::<Topic>().unwrap(), &ids, []);
        }
        let document = English::bundled().read("Ghana suspended the negotiations with Peru.");
        let sentence = &document.sentences()[0];
        let tokens: Vec<usize> = (0..sentence.tokens.len()).collect();
        let found = memory.recall(sentence, &tokens, &ids, None, &ontology);
        assert_eq!(found.map(|(topic, _)| topic.to_string()).as_deref(), Some("peace-treaty"));
    }

    #[test]
    fn another_pair_a_new_agreement_and_other_talks_are_not() {
        assert_eq!(recalled("Ghana suspended the dialogue with Chile.", &["GHA", "CHL"]), None);
        assert_eq!(recalled("Ghana signed an agreement with Peru.", &["GHA", "PER"]), None);
        assert_eq!(recalled("Talks on fisheries between Ghana and Peru began.", &["GHA", "PER"]), None);
    }

    #[test]
    fn what_was_called_so_is_meant_rather_than_what_was_named_last() {
        let ontology = Ontology::bundled().unwrap();
        let ids = ["PER", "GHA"].map(|name| name.parse::<ActorId>().unwrap());
        let mut memory = Memory::default();
        memory.note(&"peace-process".parse::<Topic>().unwrap(), &ids, ["accord"]);
        memory.note(&"prisoner-exchange".parse::<Topic>().unwrap(), &ids, []);
        let recalled = |text: &str| {
            let document = English::bundled().read(text);
            let sentence = &document.sentences()[0];
            let tokens: Vec<usize> = (0..sentence.tokens.len()).collect();
            memory.recall(sentence, &tokens, &ids, None, &ontology).map(|(topic, _)| topic.to_string())
        };
        assert_eq!(recalled("The two countries signed the accord in May.").as_deref(), Some("peace-process"));
        assert_eq!(recalled("The two countries signed the deal in May.").as_deref(), Some("prisoner-exchange"));
    }
}
