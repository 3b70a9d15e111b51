//! Sentences with one class and two marked spans: macro F1 over the classes, accuracy, what is taken for what.
//!
//! Of several events the one counts whose actor and recipient overlap the marked words best, else the
//! first; no event is no class.

use super::gold::Sentence;
use super::{CLASSES, Counts, Miss, class, counts, folded, share};
use crate::model::event::{Event, Participant};
use crate::ontology::Ontology;
use std::collections::BTreeMap;

/// What no event is called.
pub const NOTHING: &str = "nothing";

/// What was counted.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Classes {
    /// The sentences.
    pub n_sentences: usize,
    /// For each pair of wanted and given class how often it came.
    pub confusion: BTreeMap<(String, String), usize>,
    /// Sentences with another class or none.
    pub misses: Vec<Miss>,
}

impl Classes {
    /// Counts one sentence.
    pub fn take(
        &mut self,
        sentence: &Sentence,
        spans: (&str, &str),
        plover: &str,
        events: &[Event],
        ontology: &Ontology,
    ) {
        let (source, target) = (place(&sentence.text, spans.0), place(&sentence.text, spans.1));
        let nearness = |event: &Event| 2 * overlap(&event.actors, source) + overlap(&event.recipients, target);
        let mut best: Option<(usize, &str)> = None;
        for event in events.iter().filter(|event| counts(event)) {
            let Some(class) = class(event, ontology) else { continue };
            let near = nearness(event);
            if best.is_none_or(|(nearest, _)| near > nearest) {
                best = Some((near, folded(class.as_str())));
            }
        }
        let given = best.map_or(NOTHING, |(_, class)| class);
        let wanted = folded(plover);
        self.n_sentences += 1;
        *self.confusion.entry((wanted.to_owned(), given.to_owned())).or_default() += 1;
        if wanted != given {
            self.misses.push(Miss {
                id: sentence.id.clone(),
                wanted: wanted.to_owned(),
                given: given.to_owned(),
                text: sentence.text.clone(),
            });
        }
    }

    /// Returns the counts of one class.
    #[must_use]
    pub fn counts(&self, class: &str) -> Counts {
        let mut counts = Counts::default();
        for ((wanted, given), n) in &self.confusion {
            counts.expected += if wanted == class { *n } else { 0 };
            counts.produced += if given == class { *n } else { 0 };
            counts.matched += if wanted == class && given == class { *n } else { 0 };
        }
        counts
    }

    /// Returns the mean of the F1 of all classes, those without a sentence included.
    #[must_use]
    pub fn macro_f1(&self) -> f64 {
        let sum: f64 = CLASSES.iter().map(|class| self.counts(class).f1()).sum();
        sum / f64::from(u32::try_from(CLASSES.len()).unwrap_or(1))
    }

    /// Returns how many sentences have their class.
    #[must_use]
    pub fn right(&self) -> usize {
        self.confusion.iter().filter(|((wanted, given), _)| wanted == given).map(|(_, n)| n).sum()
    }

    /// Returns the share of sentences that have their class.
    #[must_use]
    pub fn accuracy(&self) -> f64 {
        share(self.right(), self.n_sentences)
    }
}

/// Returns the bytes of the first place where the words stand.
fn place(text: &str, words: &str) -> Option<(usize, usize)> {
    text.find(words).map(|start| (start, start + words.len()))
}

/// Returns 1 where a side was named by words of the place.
fn overlap(side: &[Participant], place: Option<(usize, usize)>) -> usize {
    let Some((start, end)) = place else { return 0 };
    let meets = |party: &Participant| {
        party.mention.is_some_and(|span| (span.start() as usize) < end && (span.end() as usize) > start)
    };
    usize::from(side.iter().any(meets))
}
