//! The log read through in order, sheet by sheet, by as many threads as keep the processors busy.

use super::Workspace;
use crate::log::LogError;
use crate::model::id::Seq;
use crate::model::sheet::{Quotes, Sheet};
use std::collections::BTreeMap;
use std::ops::Range;
use std::panic::{self, AssertUnwindSafe};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

/// How many records go onto a sheet: so many that the blocks at its ends, which two sheets read, count for little, and
/// so few that a sheet stays near the processor.
const STRETCH: u64 = 2048;

/// How many chunks make a sheet where one thread does all: a thousand events or two.
const BATCH: usize = 64;

/// How many threads there are at most: one that takes what is read, and as many readers as it can follow.
const THREADS: usize = 4;

/// How many sheets there are beside the one that each thread works on.
const AHEAD: usize = 2;

/// What the threads share: what is to be read, and what was.
struct Desk {
    papers: Mutex<Papers>,
    /// Told when a sheet is free or done, and when nobody wants any more.
    changed: Condvar,
}

struct Papers {
    /// What was not handed out yet, stretch by stretch.
    rest: Range<Seq>,
    /// The number of the stretch that is handed out next.
    next: u64,
    /// Sheets that are free; no stretch is begun before there is one, so that nobody reads far ahead.
    free: Vec<Sheet>,
    /// What came of stretches that are not taken yet.
    done: BTreeMap<u64, Outcome>,
    /// Whether what is read is still wanted.
    wanted: bool,
}

/// A stretch of the log, its number, and the sheet that it goes onto.
type Stretch = (u64, Range<Seq>, Sheet);

/// What came of a stretch: the sheet, the error, or the panic that is to go on where it is waited for.
type Outcome = thread::Result<Result<Sheet, LogError>>;

impl Workspace {
    /// Lends every record of a range in order.
    ///
    /// Where there are several processors, each of a few threads fetches, checks, unpacks and reads stretches of the
    /// log from end to end: bytes that one thread unpacked and another one read would go through memory twice. This
    /// thread takes what they read, and reads as they do while nothing is there to take: so there are no more threads
    /// than processors, and where those have other work too, none waits for one that is not let on.
    pub(super) fn each(&self, range: Range<Seq>, quotes: Quotes, take: impl FnMut(&Sheet)) -> Result<(), LogError> {
        let n_stretches = range.end.0.saturating_sub(range.start.0).div_ceil(STRETCH);
        let n_threads = thread::available_parallelism().map_or(1, usize::from).min(THREADS);
        if n_threads < 2 || n_stretches < 2 {
            return self.each_alone(&range, quotes, take);
        }
        self.each_shared(range, quotes, n_threads, take)
    }

    /// [`Workspace::each`] by this thread.
    fn each_alone(&self, range: &Range<Seq>, quotes: Quotes, mut take: impl FnMut(&Sheet)) -> Result<(), LogError> {
        let (mut chunks, mut sheet) = (self.log.chunks(range.clone()).peekable(), Sheet::with(quotes));
        while chunks.peek().is_some() {
            sheet.clear();
            chunks.by_ref().take(BATCH).try_for_each(|chunk| chunk?.read(range, &mut sheet))?;
            take(&sheet);
        }
        Ok(())
    }

    /// [`Workspace::each`] with so many threads, this one among them.
    fn each_shared(
        &self,
        range: Range<Seq>,
        quotes: Quotes,
        n_threads: usize,
        mut take: impl FnMut(&Sheet),
    ) -> Result<(), LogError> {
        let free = (0..n_threads + AHEAD).map(|_| Sheet::with(quotes)).collect();
        let papers = Papers { rest: range, next: 0, free, done: BTreeMap::new(), wanted: true };
        let desk = Desk { papers: Mutex::new(papers), changed: Condvar::new() };
        thread::scope(|scope| {
            // When this ends in whatever way, nobody waits for a sheet any more.
            let _ending = Ending(&desk);
            for _ in 1..n_threads {
                scope.spawn(|| {
                    while let Some(stretch) = desk.stretch() {
                        desk.put(stretch.0, self.read_stretch(stretch));
                    }
                });
            }
            let mut due = 0;
            while let Some(found) = desk.due(due) {
                match found {
                    Due::Read(stretch) => desk.put(stretch.0, self.read_stretch(stretch)),
                    Due::Take(outcome) => {
                        let sheet = outcome.unwrap_or_else(|panic| panic::resume_unwind(panic))?;
                        take(&sheet);
                        desk.give_back(sheet);
                        due += 1;
                    }
                }
            }
            Ok(())
        })
    }

    /// Puts the records of a stretch on its sheet, in place of what stands there.
    fn read_stretch(&self, (_, range, mut sheet): Stretch) -> Outcome {
        // A panic is a defect; it goes on where the sheet is waited for.
        panic::catch_unwind(AssertUnwindSafe(|| {
            sheet.clear();
            self.log.chunks(range.clone()).try_for_each(|chunk| chunk?.read(&range, &mut sheet))?;
            Ok(sheet)
        }))
    }
}

/// What the thread that takes the sheets does next.
enum Due {
    /// It takes what came of the stretch that is due.
    Take(Outcome),
    /// It reads a stretch itself.
    Read(Stretch),
}

impl Desk {
    /// Hands out the next stretch, once there is a sheet for it; `None` where nothing more is to be read.
    fn stretch(&self) -> Option<Stretch> {
        let mut papers = self.papers();
        loop {
            if !papers.wanted || papers.rest.is_empty() {
                return None;
            }
            if let Some(stretch) = papers.stretch() {
                return Some(stretch);
            }
            papers = self.wait(papers);
        }
    }

    /// Returns what came of a stretch, or another one that can be read until that is there; `None` where there is no
    /// such stretch.
    fn due(&self, number: u64) -> Option<Due> {
        let mut papers = self.papers();
        loop {
            if let Some(outcome) = papers.done.remove(&number) {
                return Some(Due::Take(outcome));
            }
            if let Some(stretch) = papers.stretch() {
                return Some(Due::Read(stretch));
            }
            if papers.rest.is_empty() && number >= papers.next {
                return None;
            }
            // Some thread has this stretch, and its sheet with it.
            papers = self.wait(papers);
        }
    }

    fn put(&self, number: u64, outcome: Outcome) {
        self.papers().done.insert(number, outcome);
        self.changed.notify_all();
    }

    fn give_back(&self, sheet: Sheet) {
        self.papers().free.push(sheet);
        self.changed.notify_all();
    }

    fn papers(&self) -> MutexGuard<'_, Papers> {
        self.papers.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn wait<'a>(&self, papers: MutexGuard<'a, Papers>) -> MutexGuard<'a, Papers> {
        self.changed.wait(papers).unwrap_or_else(PoisonError::into_inner)
    }
}

impl Papers {
    /// The next stretch; `None` where there is none, or no sheet for it.
    fn stretch(&mut self) -> Option<Stretch> {
        if self.rest.is_empty() {
            return None;
        }
        let sheet = self.free.pop()?;
        let start = self.rest.start;
        let end = Seq(start.0.saturating_add(STRETCH)).min(self.rest.end);
        self.rest.start = end;
        let number = self.next;
        self.next += 1;
        Some((number, start..end, sheet))
    }
}

/// Ends the readers when it goes.
struct Ending<'d>(&'d Desk);

impl Drop for Ending<'_> {
    fn drop(&mut self) {
        self.0.papers().wanted = false;
        self.0.changed.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use super::STRETCH;
    use crate::log::memory::MemoryLog;
    use crate::log::{Head, Log, LogError, Records};
    use crate::model::day::Instant;
    use crate::model::id::{EventId, Seq};
    use crate::model::record::{Body, Record};
    use crate::model::sheet::{Quotes, Sheet};
    use crate::ontology::Ontology;
    use crate::workspace::Workspace;
    use std::ops::Range;
    use std::panic::{self, AssertUnwindSafe};
    use std::path::PathBuf;

    const N_RECORDS: u64 = 5 * STRETCH / 2;

    /// A log that cannot be read at one position.
    struct Broken {
        whole: MemoryLog,
        at: u64,
        panics: bool,
    }

    impl Log for Broken {
        fn adopt(&mut self, records: &[Record]) -> Result<(), LogError> {
            self.whole.adopt(records)
        }

        fn read(&self, range: Range<Seq>) -> Records<'_> {
            Box::new(self.whole.read(range).map(|record| match record {
                Ok(record) if record.seq.0 == self.at => {
                    assert!(!self.panics, "a defect");
                    Err(LogError::Missing { store: PathBuf::from("here") })
                }
                record => record,
            }))
        }

        fn head(&self) -> Head {
            self.whole.head()
        }
    }

    fn workspace(at: u64, panics: bool) -> Workspace {
        let mut whole = MemoryLog::new();
        let body = |number: u64| Body::EventRetracted {
            event: EventId::of(&[&number.to_string()]),
            reason: "wrong".to_owned(),
            by: "somebody".to_owned(),
        };
        whole.append(Instant::from_micros(0), (0..N_RECORDS).map(body).collect()).unwrap();
        // The index reads all of a log that has no folder, so that the log breaks only afterwards.
        let mut workspace = Workspace::over(Box::new(whole.clone()), Ontology::shared().unwrap()).unwrap();
        workspace.log = Box::new(Broken { whole, at, panics });
        workspace
    }

    /// The positions that were lent by so many threads that share a desk, or without one where there are none; and
    /// whether all could be read.
    fn lent(workspace: &Workspace, range: Range<u64>, n_threads: usize) -> (Vec<u64>, bool) {
        let (mut seqs, range) = (Vec::new(), Seq(range.start)..Seq(range.end));
        let take = |sheet: &Sheet| seqs.extend(sheet.entries().iter().map(|entry| entry.seq.0));
        let read = match n_threads {
            0 => workspace.each_alone(&range, Quotes::Kept, take),
            n => workspace.each_shared(range, Quotes::Kept, n, take),
        };
        (seqs, read.is_ok())
    }

    #[test]
    fn every_record_is_lent_once_and_in_order_by_any_number_of_threads() {
        let workspace = workspace(u64::MAX, false);
        for range in [0..N_RECORDS, 7..N_RECORDS - 3, STRETCH - 1..STRETCH + 1, 3..3, 0..0] {
            for n_threads in [0, 1, 2, 3, 8] {
                let expected = (range.clone().collect(), true);
                assert_eq!(lent(&workspace, range.clone(), n_threads), expected, "{n_threads} threads");
            }
        }
    }

    #[test]
    fn nothing_is_lent_after_what_could_not_be_read() {
        let at = STRETCH + 5;
        let workspace = workspace(at, false);
        for n_threads in [0, 1, 2, 3, 8] {
            let (seqs, whole) = lent(&workspace, 0..N_RECORDS, n_threads);
            assert!(!whole && seqs.len() as u64 <= at, "{n_threads} threads lent {}", seqs.len());
            assert!(seqs.iter().copied().eq(0..seqs.len() as u64));
        }
    }

    #[test]
    fn a_panic_of_a_reader_is_no_end_of_the_log() {
        let workspace = workspace(STRETCH + 5, true);
        for n_threads in [1, 2, 3] {
            let ended = panic::catch_unwind(AssertUnwindSafe(|| lent(&workspace, 0..N_RECORDS, n_threads)));
            assert!(ended.is_err(), "{n_threads} threads");
        }
    }

    #[test]
    fn a_panic_of_who_takes_the_records_ends_the_readers() {
        let workspace = workspace(u64::MAX, false);
        let take = |_: &Sheet| panic!("a defect");
        let range = Seq(0)..Seq(N_RECORDS);
        let read = || workspace.each_shared(range, Quotes::Kept, 2, take);
        assert!(panic::catch_unwind(AssertUnwindSafe(read)).is_err());
    }
}
