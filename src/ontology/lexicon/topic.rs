//! Words that point back at a topic named before.

use super::TOPIC as FILE;
use crate::model::id::Dimension;
use crate::ontology::check::Problem;
use crate::ontology::raw::lexicon::RawTopic;
use std::collections::{BTreeMap, BTreeSet};

/// Words that point back at a topic named before.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct TopicWords {
    stands_for: BTreeMap<Box<str>, Vec<Dimension>>,
    definite: BTreeSet<Box<str>>,
    emphatic: BTreeSet<Box<str>>,
    deeds: BTreeSet<Box<str>>,
    bare: Vec<Dimension>,
}

impl TopicWords {
    /// Returns the dimensions whose topics a noun may stand for.
    #[must_use]
    pub fn stands_for(&self, lemma: &str) -> &[Dimension] {
        self.stands_for.get(lemma).map_or(&[], Vec::as_slice)
    }

    /// Tells whether a noun with this word before it is one that was told.
    #[must_use]
    pub fn is_definite(&self, word: &str) -> bool {
        self.definite.contains(word)
    }

    /// Tells whether a noun with this word beside it is one that was told, though told of as if new.
    #[must_use]
    pub fn is_emphatic(&self, word: &str) -> bool {
        self.emphatic.contains(word)
    }

    /// Tells whether a noun stands for whatever was done last: "the step".
    #[must_use]
    pub fn is_deed(&self, lemma: &str) -> bool {
        self.deeds.contains(lemma)
    }

    /// Tells whether a noun alone is enough for topics of a dimension.
    #[must_use]
    pub fn binds_bare(&self, dimension: &Dimension) -> bool {
        self.bare.contains(dimension)
    }

    pub(crate) fn check(raw: &RawTopic, problems: &mut Vec<Problem>) -> Self {
        let mut checked = Self::default();
        for (name, words) in &raw.stands_for {
            if let Some(dimension) = dimension(name, problems) {
                for word in words {
                    checked.stands_for.entry(word.as_str().into()).or_default().push(dimension.clone());
                }
            }
        }
        checked.bare = raw.reference.bare.iter().filter_map(|name| dimension(name, problems)).collect();
        checked.definite = raw.reference.definite.iter().map(|word| word.as_str().into()).collect();
        checked.deeds = raw.reference.deeds.iter().map(|word| word.as_str().into()).collect();
        checked.emphatic = raw.reference.emphatic.iter().map(|word| word.as_str().into()).collect();
        checked
    }
}

fn dimension(name: &str, problems: &mut Vec<Problem>) -> Option<Dimension> {
    match name.parse() {
        Ok(dimension) => Some(dimension),
        Err(error) => {
            problems.push(Problem::of_file(FILE, format!("{error}")));
            None
        }
    }
}
