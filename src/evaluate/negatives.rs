//! Sentences in which nobody saw a political event: how many were coded all the same.

use super::gold::Sentence;
use super::{Miss, counts, share};
use crate::model::event::Event;

/// What was counted.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Negatives {
    /// The sentences.
    pub n_sentences: usize,
    /// Those that gave an event.
    pub misses: Vec<Miss>,
}

impl Negatives {
    /// Counts one sentence.
    pub fn take(&mut self, sentence: &Sentence, events: &[Event]) {
        self.n_sentences += 1;
        let types: Vec<&str> = events.iter().filter(|event| counts(event)).map(|event| event.kind.as_str()).collect();
        if !types.is_empty() {
            self.misses.push(Miss {
                id: sentence.id.clone(),
                wanted: "nothing".to_owned(),
                given: types.join(", "),
                text: sentence.text.clone(),
            });
        }
    }

    /// Returns the share of sentences that gave an event.
    #[must_use]
    pub fn coded(&self) -> f64 {
        share(self.misses.len(), self.n_sentences)
    }
}
