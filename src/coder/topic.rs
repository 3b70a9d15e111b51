//! What an event is about: phrases of the ontology's topics in the arguments of the trigger.
//!
//! A topic counts where the type's dimension may be about it; the special goes before the general, the
//! object before what stands under prepositions, those before the rest of the clause.

use super::clause::{self, Arguments};
use super::frame::lemma_of;
use crate::english::Sentence;
use crate::model::id::Topic;
use crate::ontology::Ontology;
use crate::ontology::dimension::Apart;
use crate::ontology::topics::TopicRule;
use crate::ontology::types::TypeRule;
use std::borrow::Cow;

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
    // "Ordered the expulsion of envoys and the closure of a consulate": each is about what is its own.
    let is_own = |&token: &usize| {
        let above = |noun: &usize| arguments.object.contains(noun) || arguments.beside.contains(noun);
        let nearest = std::iter::once(token).chain(sentence.ancestors(token)).find(above);
        nearest.is_none_or(|nearest| arguments.object.contains(&nearest))
    };
    let mut objects = nouns(&arguments.object);
    if !arguments.beside.is_empty() {
        objects.retain(is_own);
    }
    places.push(objects);
    if sentence.token(trigger).is_some_and(clause::is_noun) {
        places.push(sentence.subtree(trigger));
    }
    places.push(arguments.preps.iter().flat_map(|&(_, under)| sentence.subtree(under)).collect());
    places.push(nouns(&arguments.complement));
    // "Designated Peru a state sponsor of terrorism": what it is made, where nothing else tells.
    first(sentence, &places, rule, ontology).or_else(|| {
        let made = || first(sentence, &[nouns(&arguments.attribute)], rule, ontology);
        rule.dimension().and_then(|_| made())
    })
}

/// Returns the topic that the subject of a verb names, for a frame that asks for a thing there and a type whose relations
/// topics part: "a fishing treaty entered into force".
#[must_use]
pub fn of_subject(sentence: &Sentence, subject: &[usize], rule: &TypeRule, ontology: &Ontology) -> Option<Topic> {
    let dimension = rule.dimension().and_then(|dimension| ontology.dimension(dimension));
    dimension.filter(|dimension| dimension.topics == Apart::ByTopic)?;
    let place = subject.iter().flat_map(|&head| sentence.subtree(head)).collect();
    first(sentence, &[place], rule, ontology)
}

/// Returns the first special topic that a type admits in some places, else the first general one.
fn first(sentence: &Sentence, places: &[Vec<usize>], rule: &TypeRule, ontology: &Ontology) -> Option<Topic> {
    let moves = |topic: &TopicRule| rule.effects.iter().any(|effect| topic.dimensions.contains(&effect.dimension));
    let admitted = |topic: &TopicRule| rule.effects.is_empty() || topic.dimensions.is_empty() || moves(topic);
    let found = places.iter().flat_map(|tokens| named(sentence, tokens, ontology));
    let found: Vec<&TopicRule> = found.filter(|topic| admitted(topic)).collect();
    let special = found.iter().find(|topic| !topic.general);
    special.or(found.first()).map(|topic| topic.name.clone())
}

/// Returns the topics that the words at some tokens name, in order.
fn named<'a>(sentence: &Sentence, tokens: &[usize], ontology: &'a Ontology) -> Vec<&'a TopicRule> {
    let mut tokens = tokens.to_vec();
    tokens.sort_unstable();
    tokens.dedup();
    let mut found = Vec::new();
    // Words that stand side by side.
    for run in tokens.chunk_by(|one, next| one + 1 == *next) {
        let lemmas: Vec<Cow<'_, str>> = run.iter().filter_map(|&index| lemma_of(sentence, index)).collect();
        let lemmas: Vec<&str> = lemmas.iter().map(AsRef::as_ref).collect();
        let mut left = lemmas.as_slice();
        while !left.is_empty() {
            let topic = ontology.topics().at(left);
            found.extend(topic.map(|(topic, _)| topic));
            left = left.get(topic.map_or(1, |(_, length)| length.max(1))..).unwrap_or_default();
        }
    }
    found
}
