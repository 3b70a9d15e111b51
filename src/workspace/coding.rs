//! Articles read and coded on all cores, in order and at bounded memory.
//!
//! Units are taken in rounds of bounded size; a round is shared out among threads and comes back in the
//! order of the units, so that the number of cores shows in the time alone.

use crate::coder::{self, Coding};
use crate::english::English;
use crate::model::article::Article;
use crate::ontology::Ontology;
use crate::text::reader::Unit;
use crate::text::{Given, Refused};
use std::thread;

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

/// Takes the units of the next round; none at the end of the stream.
pub fn round(units: &mut dyn Iterator<Item = Unit>) -> Vec<Unit> {
    let mut round = Vec::new();
    let mut bytes = 0;
    while round.len() < ROUND_UNITS && bytes < ROUND_BYTES {
        let Some(unit) = units.next() else { break };
        bytes += unit.size();
        round.push(unit);
    }
    round
}

impl Desk<'_> {
    /// Reads and codes a round; the outcome of each unit stands at its place.
    ///
    /// Articles that are not `wanted` are read but not coded.
    pub fn code(&self, round: Vec<Unit>, wanted: &(dyn Fn(&Article) -> bool + Sync)) -> Vec<Vec<Coded>> {
        let threads = thread::available_parallelism().map_or(1, usize::from).min(round.len());
        if threads < 2 {
            return round.into_iter().map(|unit| self.unit(unit, wanted)).collect();
        }
        // Neighbors go to different threads, so that long articles side by side are shared.
        let mut shares: Vec<Vec<(usize, Unit)>> = (0..threads).map(|_| Vec::new()).collect();
        for (place, unit) in round.into_iter().enumerate() {
            if let Some(share) = shares.get_mut(place % threads) {
                share.push((place, unit));
            }
        }
        let mut coded: Vec<(usize, Vec<Coded>)> = thread::scope(|scope| {
            let work = |share: Vec<(usize, Unit)>| {
                scope.spawn(move || -> Vec<(usize, Vec<Coded>)> {
                    share.into_iter().map(|(place, unit)| (place, self.unit(unit, wanted))).collect()
                })
            };
            let running: Vec<_> = shares.into_iter().map(work).collect();
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
