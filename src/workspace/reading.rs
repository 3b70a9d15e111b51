//! The log read through in order, sheet by sheet, by as many threads as keep the processors busy.

use super::Workspace;
use crate::log::LogError;
use crate::model::id::Seq;
use crate::model::sheet::{Quotes, Sheet};
use std::collections::BTreeMap;
use std::ops::Range;
use std::panic::{self, AssertUnwindSafe};
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Mutex, PoisonError};
use std::thread;

/// How many records go onto a sheet: so many that the blocks at its ends, which two sheets read, count for little, and
/// so few that a sheet stays near the processor.
const STRETCH: u64 = 2048;

/// How many chunks make a sheet where one thread does all: a thousand events or two.
const BATCH: usize = 64;

/// How many threads read at most: as many as the one that takes what they read can follow.
const READERS: usize = 3;

/// How many sheets there are beside the one that each thread works on.
const AHEAD: usize = 2;

/// Stretches of a range, handed out one by one, each with the sheet that it goes onto.
struct Stretches {
    rest: Range<Seq>,
    number: u64,
    /// Sheets that are free; no stretch is begun before there is one, so that nobody reads far ahead.
    free: Receiver<Sheet>,
}

/// What came of a stretch: its number, and the sheet, the error, or the panic that is to go on where it is waited for.
type Done = (u64, thread::Result<Result<Sheet, LogError>>);

impl Workspace {
    /// Lends every record of a range in order.
    ///
    /// Where there are several processors, each of a few threads fetches, checks, unpacks and reads stretches of the
    /// log from end to end, and this one takes what they read: bytes that one thread unpacked and another one read
    /// would go through memory twice.
    pub(super) fn each(&self, range: Range<Seq>, quotes: Quotes, take: impl FnMut(&Sheet)) -> Result<(), LogError> {
        let n_stretches = range.end.0.saturating_sub(range.start.0).div_ceil(STRETCH);
        let n_threads = thread::available_parallelism().map_or(1, usize::from).min(READERS);
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

    /// [`Workspace::each`] with so many threads that read.
    fn each_shared(
        &self,
        range: Range<Seq>,
        quotes: Quotes,
        n_threads: usize,
        mut take: impl FnMut(&Sheet),
    ) -> Result<(), LogError> {
        let (give_back, free) = mpsc::channel();
        for _ in 0..n_threads + AHEAD {
            // The receiver is at hand.
            let _given = give_back.send(Sheet::with(quotes));
        }
        let stretches = Mutex::new(Stretches { rest: range, number: 0, free });
        thread::scope(|scope| {
            let (send, done) = mpsc::channel();
            // Gone when this ends in whatever way, so that nobody waits for a sheet any more.
            let give_back = give_back;
            for _ in 0..n_threads {
                let (send, stretches) = (send.clone(), &stretches);
                scope.spawn(move || self.read_stretches(stretches, &send));
            }
            drop(send);
            let (mut early, mut due) = (BTreeMap::new(), 0);
            for (number, outcome) in done {
                early.insert(number, outcome);
                while let Some(outcome) = early.remove(&due) {
                    let sheet = outcome.unwrap_or_else(|panic| panic::resume_unwind(panic))?;
                    take(&sheet);
                    due += 1;
                    // Where all has been read, nobody needs the room.
                    let _ended = give_back.send(sheet);
                }
            }
            Ok(())
        })
    }

    /// Reads stretch after stretch, until there are no more or nobody wants them.
    fn read_stretches(&self, stretches: &Mutex<Stretches>, send: &Sender<Done>) {
        loop {
            let next = stretches.lock().unwrap_or_else(PoisonError::into_inner).next();
            let Some((number, stretch, mut sheet)) = next else { return };
            // A panic is a defect; it goes on where the sheet is waited for.
            let read = || self.read_stretch(&stretch, &mut sheet);
            let outcome = panic::catch_unwind(AssertUnwindSafe(read)).map(|read| read.map(|()| sheet));
            if send.send((number, outcome)).is_err() {
                return;
            }
        }
    }

    /// Puts the records of a stretch on a sheet, in place of what stands there.
    fn read_stretch(&self, stretch: &Range<Seq>, sheet: &mut Sheet) -> Result<(), LogError> {
        sheet.clear();
        self.log.chunks(stretch.clone()).try_for_each(|chunk| chunk?.read(stretch, sheet))
    }
}

impl Stretches {
    fn next(&mut self) -> Option<(u64, Range<Seq>, Sheet)> {
        // Whoever has the first stretch that is not done has its sheet too, so that this comes to an end.
        let sheet = self.free.recv().ok()?;
        let start = self.rest.start;
        let end = Seq(start.0.saturating_add(STRETCH)).min(self.rest.end);
        self.rest.start = end;
        let number = self.number;
        self.number += 1;
        (start < end).then_some((number, start..end, sheet))
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

    /// The positions that were lent by so many threads, and whether all could be read.
    fn lent(workspace: &Workspace, range: Range<u64>, n_threads: usize) -> (Vec<u64>, bool) {
        let (mut seqs, range) = (Vec::new(), Seq(range.start)..Seq(range.end));
        let take = |sheet: &Sheet| seqs.extend(sheet.entries().iter().map(|entry| entry.seq.0));
        let read = match n_threads {
            1 => workspace.each_alone(&range, Quotes::Kept, take),
            n => workspace.each_shared(range, Quotes::Kept, n, take),
        };
        (seqs, read.is_ok())
    }

    #[test]
    fn every_record_is_lent_once_and_in_order_by_any_number_of_threads() {
        let workspace = workspace(u64::MAX, false);
        for range in [0..N_RECORDS, 7..N_RECORDS - 3, STRETCH - 1..STRETCH + 1, 3..3, 0..0] {
            for n_threads in [1, 2, 3, 8] {
                let expected = (range.clone().collect(), true);
                assert_eq!(lent(&workspace, range.clone(), n_threads), expected, "{n_threads} threads");
            }
        }
    }

    #[test]
    fn nothing_is_lent_after_what_could_not_be_read() {
        let at = STRETCH + 5;
        let workspace = workspace(at, false);
        for n_threads in [1, 2, 3, 8] {
            let (seqs, whole) = lent(&workspace, 0..N_RECORDS, n_threads);
            assert!(!whole && seqs.len() as u64 <= at, "{n_threads} threads lent {}", seqs.len());
            assert!(seqs.iter().copied().eq(0..seqs.len() as u64));
        }
    }

    #[test]
    fn a_panic_of_a_reader_is_no_end_of_the_log() {
        let workspace = workspace(STRETCH + 5, true);
        for n_threads in [2, 3] {
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
