//! Topics: what events are about, and the phrases that name them.

use super::by_word::ByWord;
use super::check::{Note, Problem};
use super::raw::meaning::TopicsFile;
use crate::model::id::{Dimension, Topic};
use std::collections::BTreeMap;

/// All topics.
#[derive(Debug, Default)]
pub struct Topics {
    rules: BTreeMap<Topic, TopicRule>,
    by_first: ByWord<Vec<(Vec<String>, Topic)>>,
}

/// One topic.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TopicRule {
    /// Its name.
    pub name: Topic,
    /// What it is called in a sentence: "the peace treaty".
    pub title: String,
    /// What whoever is for something about it wants, where the title does not say it: "a resolution of the
    /// territorial dispute".
    pub aim: Option<String>,
    /// The phrases that name it: sequences of lemmas in lower case.
    pub phrases: Vec<Vec<String>>,
    /// The dimensions whose relations it names; empty = any.
    pub dimensions: Vec<Dimension>,
    /// Whether to accuse about it, or to protest, opens a dispute.
    pub disputes: bool,
    /// Whether it is about the use of force.
    pub force: bool,
    /// Whether it gives way to a more special topic in the same words.
    pub general: bool,
    /// The topics of one family stand for each other where a curb is lifted.
    pub family: Option<String>,
}

impl Topics {
    pub(super) fn new(files: Vec<(&str, TopicsFile)>, problems: &mut Vec<Problem>) -> Self {
        let mut topics = Self::default();
        for (file, content) in files {
            for raw in content.topic {
                let mut note = Note::new(file, raw.line, problems);
                let Some(name) = note.parse::<Topic>(&raw.name) else { continue };
                let dimensions = raw.dimensions.iter().filter_map(|text| note.parse(text)).collect();
                let phrases: Vec<Vec<String>> = raw
                    .phrases
                    .iter()
                    .map(|phrase| phrase.split_whitespace().map(str::to_lowercase).collect())
                    .collect();
                for phrase in &phrases {
                    topics.index(phrase, &name, &mut note);
                }
                let rule = TopicRule {
                    name: name.clone(),
                    title: raw.title,
                    aim: raw.aim,
                    phrases,
                    dimensions,
                    disputes: raw.disputes,
                    force: raw.force,
                    general: raw.general,
                    family: raw.family,
                };
                if topics.rules.insert(name, rule).is_some() {
                    note.say(format!("topic {:?} is given twice", raw.name));
                }
            }
        }
        for phrases in topics.by_first.values_mut() {
            phrases.sort_by(|(a, _), (b, _)| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
        }
        topics
    }

    fn index(&mut self, phrase: &[String], name: &Topic, note: &mut Note<'_>) {
        let Some(first) = phrase.first() else {
            return note.say(format!("topic {:?} has an empty phrase", name.as_str()));
        };
        match self.by_first.list(first).iter().find(|(other, _)| other == phrase) {
            Some((_, other)) => {
                note.say(format!("the phrase {:?} names both {other} and {name}", phrase.join(" ")));
            }
            None => self.by_first.push(first, (phrase.to_vec(), name.clone())),
        }
    }

    /// Returns the rule of a topic.
    #[must_use]
    pub fn get(&self, name: &Topic) -> Option<&TopicRule> {
        self.rules.get(name)
    }

    /// Returns all topics in the order of their names.
    pub fn iter(&self) -> impl Iterator<Item = &TopicRule> {
        self.rules.values()
    }

    /// Returns the topic whose longest phrase stands at the beginning of `lemmas`, which are in lower case,
    /// and how many of them it takes.
    #[must_use]
    pub fn at(&self, lemmas: &[&str]) -> Option<(&TopicRule, usize)> {
        let phrases = self.by_first.list(lemmas.first()?);
        let stands = |phrase: &[String]| {
            phrase.len() <= lemmas.len() && phrase.iter().zip(lemmas).all(|(word, lemma)| word == lemma)
        };
        let (phrase, name) = phrases.iter().find(|(phrase, _)| stands(phrase))?;
        Some((self.rules.get(name)?, phrase.len()))
    }

    /// Returns the topic that an entry of the schema names.
    pub(super) fn named(&self, text: &str, note: &mut Note<'_>) -> Option<Topic> {
        let topic = note.parse::<Topic>(text)?;
        if self.rules.contains_key(&topic) { Some(topic) } else { note.none(format!("{text:?} is not a topic")) }
    }
}
