//! Pairs as they were known at other times, kept while somebody asks for them.
//!
//! What is known of a pair is the list of its rows that count, and few states of knowledge differ in it: one
//! version serves all that do not. Versions lie on shelves; a shelf that is full forgets what was not asked
//! for since it was full the last time, so that memory does not grow with the questions. Nobody waits for a
//! shelf: a reader that finds it taken compiles the version itself, as it would if nothing were kept.

use super::facts::{ActorIx, FactIx};
use super::pair::Pair;
use crate::model::quick::{Table, key_of};
use std::sync::{Arc, Mutex};

/// How many shelves there are: readers of different pairs seldom meet at one.
const SHELVES: usize = 16;

/// How many rows the versions of a shelf may rest on before it forgets. A row takes 0.4 KB compiled, so that all
/// shelves with what they had before are 0.1 GB.
const ROWS: usize = 1 << 13;

/// A pair by its ends.
type Ends = [ActorIx; 2];

/// The versions of all pairs of an index.
#[derive(Debug, Default)]
pub(crate) struct Versions {
    shelves: [Mutex<Shelf>; SHELVES],
}

#[derive(Debug, Default)]
struct Shelf {
    /// What was asked for since the shelf was full the last time.
    asked: Table<Ends, Vec<Version>>,
    /// What was asked for before.
    before: Table<Ends, Vec<Version>>,
    /// On how many rows the versions of `asked` rest.
    n_rows: usize,
}

/// A pair compiled from some of its rows.
#[derive(Debug)]
struct Version {
    rows: Box<[FactIx]>,
    pair: Arc<Pair>,
}

impl Versions {
    /// Returns a pair as it is by these rows, in their order, compiled now where that is not at hand.
    pub(crate) fn of(&self, ends: Ends, rows: Vec<FactIx>, compile: impl FnOnce(Vec<FactIx>) -> Pair) -> Arc<Pair> {
        let shelf = self.shelves.get(number(ends));
        let kept = shelf.and_then(|shelf| shelf.try_lock().ok()?.find(ends, &rows));
        kept.unwrap_or_else(|| {
            let named = rows.clone().into_boxed_slice();
            let pair = Arc::new(compile(rows));
            if let Some(mut shelf) = shelf.and_then(|shelf| shelf.try_lock().ok()) {
                shelf.put(ends, Version { rows: named, pair: Arc::clone(&pair) });
            }
            pair
        })
    }

    /// Forgets the versions of a pair.
    pub(crate) fn forget(&mut self, ends: Ends) {
        if let Some(Ok(shelf)) = self.shelves.get_mut(number(ends)).map(Mutex::get_mut) {
            shelf.before.remove(&ends);
            let gone = shelf.asked.remove(&ends).unwrap_or_default();
            shelf.n_rows -= gone.iter().map(|version| version.rows.len()).sum::<usize>();
        }
    }
}

impl Shelf {
    fn find(&mut self, ends: Ends, rows: &[FactIx]) -> Option<Arc<Pair>> {
        let is_it = |version: &Version| *version.rows == *rows;
        if let Some(version) = self.asked.get(&ends).and_then(|versions| versions.iter().find(|one| is_it(one))) {
            return Some(Arc::clone(&version.pair));
        }
        let versions = self.before.get_mut(&ends)?;
        let version = versions.swap_remove(versions.iter().position(is_it)?);
        let pair = Arc::clone(&version.pair);
        self.put(ends, version);
        Some(pair)
    }

    fn put(&mut self, ends: Ends, version: Version) {
        if self.n_rows + version.rows.len() > ROWS {
            self.before = std::mem::take(&mut self.asked);
            self.n_rows = 0;
        }
        self.n_rows += version.rows.len();
        self.asked.entry(ends).or_default().push(version);
    }
}

/// The number of the shelf of a pair.
fn number(ends: Ends) -> usize {
    key_of(&ends) as usize % SHELVES
}

#[cfg(test)]
mod tests {
    use super::{ROWS, SHELVES, Versions};
    use crate::graph::facts::FactIx;
    use crate::graph::pair::Pair;
    use std::cell::Cell;
    use std::sync::Arc;

    /// Asks for a version and tells whether it was compiled for that.
    fn compiles(versions: &Versions, ends: [u32; 2], rows: impl IntoIterator<Item = FactIx>) -> bool {
        let compiled = Cell::new(false);
        versions.of(ends, rows.into_iter().collect(), |_| {
            compiled.set(true);
            Pair::default()
        });
        compiled.get()
    }

    #[test]
    fn a_version_serves_whoever_counts_the_same_rows() {
        let mut versions = Versions::default();
        assert!(compiles(&versions, [1, 2], [3, 5]));
        assert!(!compiles(&versions, [1, 2], [3, 5]));
        assert!(compiles(&versions, [1, 2], [3, 6]), "other rows");
        assert!(compiles(&versions, [1, 2], [3]), "fewer rows");
        assert!(compiles(&versions, [1, 4], [3, 5]), "another pair");
        versions.forget([1, 2]);
        assert!(compiles(&versions, [1, 2], [3, 5]), "what was forgotten is made anew");
        assert!(!compiles(&versions, [1, 4], [3, 5]), "and nothing else was");
    }

    #[test]
    fn a_full_shelf_forgets_what_was_not_asked_for_since() {
        let versions = Versions::default();
        let often = || compiles(&versions, [1, 2], 0..10);
        assert!(often());
        let mut n_made = 0;
        for size in 1..400 {
            n_made += usize::from(compiles(&versions, [1, 2], 20..20 + size));
            assert!(!often(), "asked for all the time, but gone after {size}");
        }
        assert_eq!(n_made, 399);
        assert!(compiles(&versions, [1, 2], 20..21), "the first of them is gone");
        let kept: usize = versions.shelves.iter().filter_map(|shelf| Some(shelf.lock().ok()?.n_rows)).sum();
        assert!(kept <= SHELVES * ROWS, "{kept} rows");
    }

    #[test]
    fn a_reader_that_meets_another_at_the_shelf_does_not_wait() {
        let versions = Versions::default();
        assert!(compiles(&versions, [1, 2], [3]));
        let held: Vec<_> = versions.shelves.iter().map(|shelf| shelf.lock()).collect();
        let pair = versions.of([1, 2], vec![3], |_| Pair::default());
        drop(held);
        assert_eq!(Arc::strong_count(&pair), 1, "made for this reader alone");
        assert!(!compiles(&versions, [1, 2], [3]), "what was on the shelf stays there");
    }
}
