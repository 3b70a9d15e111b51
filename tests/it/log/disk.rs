//! A log in a folder and its twin in memory say the same.

use super::generate::{Events, article, instant};
use super::records;
use detente::log::chain::Checker;
use detente::log::copy::{copy, verify};
use detente::log::memory::MemoryLog;
use detente::log::store::DiskLog;
use detente::log::{Log, LogError, archive};
use detente::model::id::Seq;

/// Appends batches of the given sizes to both, opening the one on disk anew after each `reopen`.
fn both(sizes: &[usize], reopen: usize) -> Result<(), LogError> {
    let folder = tempfile::tempdir().expect("a folder");
    let mut twin = MemoryLog::new();
    let mut log = DiskLog::open(folder.path())?;
    let mut events = Events::new(7);
    for (index, size) in sizes.iter().enumerate() {
        let bodies = events.bodies(*size);
        let at = instant(index as i64);
        assert_eq!(log.append(at, bodies.clone())?, twin.append(at, bodies)?);
        assert_eq!(log.head(), twin.head());
        assert_eq!(DiskLog::peek(folder.path())?, twin.head());
        if index % reopen == reopen - 1 {
            drop(log);
            log = DiskLog::open_existing(folder.path())?;
            assert_eq!(log.head(), twin.head());
        }
    }
    assert_eq!(records(&log)?, twin.records());
    let mut checker = Checker::default();
    for record in twin.records() {
        checker.check(record)?;
    }
    let n = twin.head().count;
    for (from, to) in [(0, 1), (1, 17), (n / 2, n / 2 + 40), (n.saturating_sub(3), n + 5), (n, n + 1), (n + 3, n)] {
        let read: Vec<_> = log.read(Seq(from)..Seq(to)).collect::<Result<_, _>>()?;
        let want: Vec<_> = twin.read(Seq(from)..Seq(to)).collect::<Result<_, _>>()?;
        assert_eq!(read, want, "{from}..{to}");
    }
    for seq in [0, n / 3, n.saturating_sub(1), n] {
        assert_eq!(log.get(Seq(seq))?, twin.get(Seq(seq))?);
    }
    Ok(())
}

#[test]
fn an_empty_store_is_empty() -> Result<(), LogError> {
    both(&[], 1)
}

#[test]
fn one_by_one() -> Result<(), LogError> {
    both(&[1; 600], 97)
}

#[test]
fn many_small_appends_come_to_lie_in_few_blocks() -> Result<(), LogError> {
    let folder = tempfile::tempdir().expect("a folder");
    let mut log = DiskLog::open(folder.path())?;
    let mut events = Events::new(3);
    for n in [1; 900] {
        log.append(instant(0), events.bodies(n))?;
    }
    let held = log.chunks(Seq(0)..log.head().next()).count();
    let mut twin = DiskLog::open(&folder.path().join("at-once"))?;
    twin.append(instant(0), Events::new(3).bodies(900))?;
    let at_once = twin.chunks(Seq(0)..twin.head().next()).count();
    assert!(held <= at_once + at_once / 4 + 1, "{held} blocks, {at_once} where all came at once");
    Ok(())
}

#[test]
fn small_and_large_batches() -> Result<(), LogError> {
    both(&[1, 11, 300, 2, 0, 5000, 1, 255, 40, 100, 100, 100, 100], 1)
}

#[test]
fn an_article_of_20_megabytes() -> Result<(), LogError> {
    let folder = tempfile::tempdir().expect("a folder");
    let bodies = vec![article(1, 300), article(2, 20 << 20), article(3, 9_000)];
    let mut log = DiskLog::open(folder.path())?;
    let written = log.append(instant(0), bodies)?;
    drop(log);
    let log = DiskLog::open(folder.path())?;
    assert_eq!(records(&log)?, written);
    assert_eq!(log.get(Seq(1))?.as_ref(), written.get(1));
    let unsynced = std::fs::read_dir(folder.path().join("blocks/blobs")).expect("a folder").count();
    assert_eq!(unsynced, 0, "sled never syncs what lies in blobs");
    Ok(())
}

#[test]
fn the_clock_may_go_backwards() -> Result<(), LogError> {
    let folder = tempfile::tempdir().expect("a folder");
    let mut log = DiskLog::open(folder.path())?;
    let mut events = Events::new(1);
    log.append(instant(100), events.bodies(2))?;
    drop(log);
    let mut log = DiskLog::open(folder.path())?;
    let late = log.append(instant(50), events.bodies(1))?;
    assert_eq!(late.first().map(|record| record.recorded_at), Some(instant(100)));
    let later = log.append(instant(101), events.bodies(1))?;
    assert_eq!(later.first().map(|record| record.recorded_at), Some(instant(101)));
    Ok(())
}

#[test]
fn records_must_continue_the_chain() -> Result<(), LogError> {
    let folder = tempfile::tempdir().expect("a folder");
    let mut log = DiskLog::open(folder.path())?;
    let mut other = MemoryLog::new();
    let sealed = other.append(instant(0), Events::new(1).bodies(3))?;
    let refused = log.adopt(&sealed[1..]).expect_err("a gap").to_string();
    assert_eq!(refused, "record 1 stands where record 0 was expected");
    log.adopt(&sealed)?;
    assert_eq!(log.head(), other.head());
    Ok(())
}

#[test]
fn a_view_stays_as_it_was() -> Result<(), LogError> {
    let folder = tempfile::tempdir().expect("a folder");
    let mut log = DiskLog::open(folder.path())?;
    let mut events = Events::new(4);
    let mut written = log.append(instant(0), events.bodies(900))?;
    written.extend(log.append(instant(1), events.bodies(20))?);
    let view = log.view();
    std::thread::scope(|threads| -> Result<(), LogError> {
        let readers: Vec<_> = (0..3)
            .map(|_| {
                threads.spawn(|| {
                    for _ in 0..20 {
                        let read: Vec<_> =
                            view.read(Seq(0)..view.head().next()).collect::<Result<_, _>>().expect("records");
                        assert!(read == written);
                    }
                })
            })
            .collect();
        for n in [1, 300, 5, 700, 1] {
            log.append(instant(2), events.bodies(n))?;
        }
        readers.into_iter().for_each(|reader| reader.join().expect("a reader"));
        Ok(())
    })?;
    assert_eq!((view.head().count, log.head().count), (920, 920 + 1007));
    Ok(())
}

#[test]
fn a_backup_is_one_moment_of_a_log_that_grows() -> Result<(), LogError> {
    let folder = tempfile::tempdir().expect("a folder");
    let mut log = DiskLog::open(folder.path())?;
    let mut events = Events::new(12);
    log.append(instant(0), events.bodies(1_500))?;
    let view = log.view();
    let backup = std::thread::scope(|threads| -> Result<Vec<u8>, LogError> {
        let writer = threads.spawn(|| {
            let mut lines = Vec::new();
            archive::export(view.read(Seq(0)..view.head().next()), &mut lines).expect("lines");
            lines
        });
        for n in [1, 400, 1, 700] {
            log.append(instant(1), events.bodies(n))?;
        }
        Ok(writer.join().expect("a backup"))
    })?;
    let mut restored = MemoryLog::new();
    archive::import(backup.as_slice(), &mut restored).expect("a log");
    assert_eq!((restored.head(), log.head().count), (view.head(), 2_602));
    assert!(restored.records() == &records(&log)?[..1_500]);
    Ok(())
}

#[test]
fn several_may_be_the_first_to_read() -> Result<(), LogError> {
    let folder = tempfile::tempdir().expect("a folder");
    let written = DiskLog::open(folder.path())?.append(instant(0), Events::new(6).bodies(900))?;
    let log = DiskLog::open_existing(folder.path())?;
    let view = log.view();
    std::thread::scope(|threads| {
        let readers: Vec<_> = (0..4)
            .map(|_| threads.spawn(|| view.read(Seq(0)..view.head().next()).filter(Result::is_ok).count()))
            .collect();
        let read = readers.into_iter().map(|reader| reader.join().expect("a reader"));
        assert_eq!(read.collect::<Vec<_>>(), [written.len(); 4]);
    });
    Ok(())
}

#[test]
fn a_backup_grows_with_the_log_and_gives_it_back() -> Result<(), LogError> {
    let (ours, theirs) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
    let mut log = DiskLog::open(ours.path())?;
    let mut events = Events::new(4);
    for n in [400, 7] {
        log.append(instant(n as i64), events.bodies(n))?;
        let mut backup = DiskLog::open(theirs.path())?;
        assert_eq!(copy(&log, &mut backup)?, n as u64);
        assert_eq!(records(&backup)?, records(&log)?);
    }
    let verified = verify(&log);
    assert_eq!(verified.whole, log.head());
    assert!(verified.damage.is_none());
    let mut other = MemoryLog::new();
    other.append(instant(0), Events::new(9).bodies(2))?;
    assert!(copy(&log, &mut other).is_err(), "a log of another history is no backup");
    Ok(())
}
