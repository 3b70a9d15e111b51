//! What an event is about: phrases of the ontology's topics in the arguments of the trigger.
//!
//! A topic counts where the type's dimension may be about it; the special goes before the general, the
//! object before what stands under prepositions, those before the rest of the clause.

use super::clause::{self, Arguments};
use crate::english::Sentence;
use crate::model::id::Topic;
use crate::ontology::Ontology;
use crate::ontology::topics::TopicRule;
use crate::ontology::types::TypeRule;

/// Returns the topic of what a word tells.
#[must_use]
pub fn of(
    sentence: &Sentence,
    trigger: usize,
    arguments: &Arguments,
    rule: &TypeRule,
    ontology: &Ontology,
) -> Option<Topic> {
    let mut places: Vec<Vec<usize>> = Vec::new();
    let nouns = |heads: &[usize]| heads.iter().flat_map(|&head| sentence.subtree(head)).collect::<Vec<usize>>();
    places.push(nouns(&arguments.object));
    if sentence.token(trigger).is_some_and(clause::is_noun) {
        places.push(sentence.subtree(trigger));
    }
    places.push(arguments.preps.iter().flat_map(|&(_, under)| sentence.subtree(under)).collect());
    places.push(nouns(&arguments.complement));
    let admitted = |topic: &TopicRule| match rule.dimension() {
        Some(dimension) => topic.dimensions.is_empty() || topic.dimensions.contains(dimension),
        None => true,
    };
    let found: Vec<&TopicRule> =
        places.iter().flat_map(|tokens| named(sentence, tokens, ontology)).filter(|topic| admitted(topic)).collect();
    let special = found.iter().find(|topic| !topic.general);
    special.or(found.first()).map(|topic| topic.name.clone())
}

/// Returns the topics that the words at some tokens name, in order.
fn named<'a>(sentence: &Sentence, tokens: &[usize], ontology: &'a Ontology) -> Vec<&'a TopicRule> {
    let mut tokens = tokens.to_vec();
    tokens.sort_unstable();
    tokens.dedup();
    let lemmas: Vec<(usize, String)> = tokens
        .iter()
        .filter_map(|&index| sentence.token(index).map(|token| (index, token.lemma.to_lowercase())))
        .collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < lemmas.len() {
        let run: Vec<&str> = lemmas
            .iter()
            .skip(at)
            .enumerate()
            .take_while(|(step, (index, _))| lemmas.get(at).is_some_and(|(first, _)| first + step == *index))
            .map(|(_, (_, lemma))| lemma.as_str())
            .collect();
        match ontology.topics().at(&run) {
            Some((topic, length)) => {
                found.push(topic);
                at += length.max(1);
            }
            None => at += 1,
        }
    }
    found
}
