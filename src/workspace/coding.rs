//! Articles read and coded on all cores, in order and at bounded memory.
//!
//! Units are taken in rounds of bounded size, whatever the number of sources they come from; the threads of a
//! round take one unit after another, and what came of them stands in the order of the units, so that the
//! number of cores shows in the time alone.

use crate::coder::{self, Coding};
use crate::english::English;
use crate::model::article::Article;
use crate::ontology::Ontology;
use crate::text::reader::Unit;
use crate::text::{Given, Refused};
use std::sync::{Mutex, PoisonError};
use std::{iter, thread};

/// The most units in a round.
const ROUND_UNITS: usize = 256;
/// The most bytes in a round, but for a single larger unit.
const ROUND_BYTES: usize = 4 << 20;

/// What reads and codes: the same for all articles of a run.
#[derive(Debug)]
pub struct Desk<'a> {
    /// What is known beforehand.
    pub ontology: &'a Ontology,
    /// The reader of English.
    pub english: &'a English,
    /// What is given beside the bytes.
    pub given: Given,
}

/// What came of one article.
#[derive(Debug)]
pub enum Coded {
    /// It was read and coded.
    Article(Box<Article>, Coding),
    /// It was read, and not wanted.
    Passed(Box<Article>),
    /// It was refused.
    Refused(Refused),
}

/// Units that are coded together, each with the label of its source.
#[derive(Debug)]
pub struct Round<L> {
    labels: Vec<L>,
    units: Vec<Unit>,
    bytes: usize,
}

impl<L> Default for Round<L> {
    fn default() -> Self {
        Self { labels: Vec::new(), units: Vec::new(), bytes: 0 }
    }
}

impl<L> Round<L> {
    /// Adds a unit.
    pub fn push(&mut self, label: L, unit: Unit) {
        self.bytes += unit.size();
        self.labels.push(label);
        self.units.push(unit);
    }

    /// Tells whether it is as large as a round gets.
    #[must_use]
    pub fn is_full(&self) -> bool {
        self.units.len() >= ROUND_UNITS || self.bytes >= ROUND_BYTES
    }

    /// Returns the number of units.
    #[must_use]
    pub fn len(&self) -> usize {
        self.units.len()
    }

    /// Tells whether there is no unit.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.units.is_empty()
    }
}

impl Desk<'_> {
    /// Reads and codes a round; each outcome stands with the label of its unit, in the order of the units.
    ///
    /// Articles that are not `wanted` are read but not coded.
    pub fn round<L: Clone>(&self, round: Round<L>, wanted: &(dyn Fn(&Article) -> bool + Sync)) -> Vec<(L, Coded)> {
        let coded = self.code(round.units, wanted);
        let labeled = round.labels.into_iter().zip(coded);
        labeled.flat_map(|(label, coded)| coded.into_iter().map(move |one| (label.clone(), one))).collect()
    }

    /// Reads and codes units; what came of each stands at its place.
    ///
    /// Articles that are not `wanted` are read but not coded.
    pub fn code(&self, units: Vec<Unit>, wanted: &(dyn Fn(&Article) -> bool + Sync)) -> Vec<Vec<Coded>> {
        let threads = thread::available_parallelism().map_or(1, usize::from).min(units.len());
        if threads < 2 {
            return units.into_iter().map(|unit| self.unit(unit, wanted)).collect();
        }
        // Whoever is done takes the next, so that no thread waits for one with longer articles.
        let left = Mutex::new(units.into_iter().enumerate());
        let next = || left.lock().unwrap_or_else(PoisonError::into_inner).next();
        let work = || -> Vec<(usize, Vec<Coded>)> {
            iter::from_fn(next).map(|(place, unit)| (place, self.unit(unit, wanted))).collect()
        };
        let mut coded: Vec<(usize, Vec<Coded>)> = thread::scope(|scope| {
            let running: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
            let join = |thread: thread::ScopedJoinHandle<'_, Vec<(usize, Vec<Coded>)>>| match thread.join() {
                Ok(coded) => coded,
                // A panic of the coder is a defect; it is not to look like an empty answer.
                Err(panic) => std::panic::resume_unwind(panic),
            };
            running.into_iter().flat_map(join).collect()
        });
        coded.sort_by_key(|(place, _)| *place);
        coded.into_iter().map(|(_, coded)| coded).collect()
    }

    fn unit(&self, unit: Unit, wanted: &(dyn Fn(&Article) -> bool + Sync)) -> Vec<Coded> {
        let articles = unit.articles(self.given).into_iter();
        articles
            .map(|article| match article {
                Err(refused) => Coded::Refused(refused),
                Ok(article) if !wanted(&article) => Coded::Passed(Box::new(article)),
                Ok(article) => {
                    let coding = coder::code(&article, self.ontology, self.english);
                    Coded::Article(Box::new(article), coding)
                }
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{Coded, Desk, ROUND_UNITS, Round};
    use crate::english::English;
    use crate::ontology::Ontology;
    use crate::text::Given;
    use crate::text::reader::{Form, Unit};

    #[test]
    fn outcomes_stand_in_the_order_of_the_units_whoever_codes_them() {
        let (ontology, english) = (Ontology::bundled().unwrap(), English::bundled());
        let given = Given { published: Some("2024-05-06".parse().unwrap()) };
        let desk = Desk { ontology: &ontology, english: &english, given };
        // Long and short ones in turn, so that a thread that is done early meets a unit that is not its neighbor's.
        let text = |n: usize| format!("Kenya recalled {n} diplomats from Somalia.\n\n").repeat(1 + n % 7);
        let mut round = Round::default();
        (0..40).for_each(|n| round.push(n, Unit::whole(Form::Plain, &text(n))));
        let coded = desk.round(round, &|article| !article.text.contains(" 13 "));
        assert_eq!(coded.len(), 40);
        for (place, (label, coded)) in coded.into_iter().enumerate() {
            assert_eq!(label, place);
            let (article, events) = match coded {
                Coded::Article(article, coding) => (article, coding.events.len()),
                Coded::Passed(article) => (article, 0),
                Coded::Refused(refused) => panic!("{refused:?}"),
            };
            assert_eq!(article.text, text(place));
            assert_eq!(events > 0, place != 13, "{}", article.text);
        }
    }

    #[test]
    fn a_round_is_full_by_its_units_or_by_its_bytes() {
        let unit = |size: usize| Unit::whole(Form::Plain, &"x".repeat(size));
        let mut many = Round::default();
        (0..ROUND_UNITS).for_each(|n| {
            assert!(!many.is_full());
            many.push(n, unit(1));
        });
        assert!(many.is_full());
        let mut large = Round::default();
        large.push(0, unit(3 << 20));
        assert!(!large.is_full() && large.len() == 1);
        large.push(1, unit(1 << 20));
        assert!(large.is_full() && !large.is_empty());
    }
}
