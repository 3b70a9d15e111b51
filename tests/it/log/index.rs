//! What a scan of the log finds, the index finds; and what is wrong with its files costs time alone.

use super::generate::{Events, Numbers, article, instant};
use super::{copy_folder, trials};
use detente::log::index::key::{self, Key};
use detente::log::index::{self, Index};
use detente::log::memory::MemoryLog;
use detente::log::store::DiskLog;
use detente::log::{Log, LogError};
use detente::model::id::Seq;
use detente::model::record::Record;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Everything that must be found, from the records themselves.
fn expected(log: &dyn Log) -> BTreeMap<Key, Vec<Seq>> {
    let mut keys: BTreeMap<Key, Vec<Seq>> = BTreeMap::new();
    for record in log.all() {
        let record = record.expect("a record");
        for key in key::lasting(&record) {
            keys.entry(key).or_default().push(record.seq);
        }
    }
    keys
}

/// Checks that the index finds everything, and each way in which an actor is described.
fn check(index: &Index, log: &dyn Log) {
    assert_eq!(index.head().count, log.head().count);
    for (key, seqs) in expected(log) {
        let found = index.get(key).expect("a whole index");
        assert_eq!(found, seqs, "{key:?}");
    }
    let records: Vec<Record> = log.all().collect::<Result<_, _>>().expect("records");
    for event in records.iter().flat_map(key::events) {
        for voice in key::voices(event) {
            let told = log.pick(&index.get(Key::told(&voice.id)).expect("a whole index")).expect("records");
            let again = told.iter().flat_map(key::events).flat_map(key::voices);
            let alike = again.filter(|other| (&other.id, &other.name) == (&voice.id, &voice.name));
            assert!(alike.count() > 0, "{} is described nowhere", voice.name);
        }
    }
}

fn files(store: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(store.join(index::FOLDER)) else { return Vec::new() };
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    files.sort();
    files
}

/// Makes a store of batches of these sizes, whose index was saved after each.
fn store(seed: u64, sizes: &[usize]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let mut events = Events::new(seed);
    for (number, size) in sizes.iter().enumerate() {
        let mut log = DiskLog::open(folder.path()).expect("a store");
        let mut bodies = events.bodies(*size);
        bodies.push(article(number as u64, 300));
        let mut index = Index::open(&log).expect("an index");
        let records = log.append(instant(number as i64), bodies).expect("appended");
        records.iter().for_each(|record| index.add(record));
        check(&index, &log);
    }
    folder
}

#[test]
fn every_record_is_found_by_everything_in_it() -> Result<(), LogError> {
    let folder = store(1, &[3, 700, 40, 2_500, 600, 1, 600, 600]);
    let saved = files(folder.path());
    assert!((1..=3).contains(&saved.len()), "files of like size are merged: {saved:?}");
    let log = DiskLog::open(folder.path())?;
    check(&Index::open(&log)?, &log);
    // Made from nothing it finds the same.
    fs::remove_dir_all(folder.path().join(index::FOLDER)).expect("removed");
    check(&Index::open(&log)?, &log);
    assert_eq!(files(folder.path()).len(), 1);
    Ok(())
}

#[test]
fn a_log_in_memory_is_indexed_too() -> Result<(), LogError> {
    let mut log = MemoryLog::new();
    log.append(instant(0), Events::new(3).bodies(2_000))?;
    check(&Index::open(&log)?, &log);
    Ok(())
}

#[test]
fn an_index_of_another_log_is_made_again() -> Result<(), LogError> {
    let (one, other, shorter) = (store(1, &[900, 600]), store(2, &[900, 600]), store(1, &[900]));
    for strange in [&other, &shorter, &one] {
        for from in [&one, &other] {
            let copy = tempfile::tempdir().expect("a folder");
            copy_folder(strange.path(), copy.path());
            if copy.path().join(index::FOLDER).exists() {
                fs::remove_dir_all(copy.path().join(index::FOLDER)).expect("removed");
            }
            copy_folder(&from.path().join(index::FOLDER), &copy.path().join(index::FOLDER));
            let log = DiskLog::open(copy.path())?;
            check(&Index::open(&log)?, &log);
        }
    }
    Ok(())
}

#[test]
fn a_damaged_file_is_noticed() -> Result<(), LogError> {
    let folder = store(5, &[900, 700]);
    let log = DiskLog::open(folder.path())?;
    let keys = expected(&log);
    let mut numbers = Numbers::new(8);
    let saved = files(folder.path());
    let mut noticed = 0;
    let n = trials(60, 1_000);
    for trial in 0..n {
        let copy = tempfile::tempdir().expect("a folder");
        copy_folder(&folder.path().join(index::FOLDER), &copy.path().join(index::FOLDER));
        let name = saved[numbers.below(saved.len() as u64) as usize].file_name().expect("a name").to_owned();
        let path = copy.path().join(index::FOLDER).join(name);
        let mut bytes = fs::read(&path).expect("a file");
        let at = numbers.below(bytes.len() as u64) as usize;
        if trial % 4 == 0 {
            bytes.truncate(at);
        } else {
            bytes[at] ^= 1 << numbers.below(8);
        }
        fs::write(&path, bytes).expect("written");
        let index = Index::open_in(Some(copy.path().join(index::FOLDER)), &log)?;
        let mut errors = 0;
        for (key, seqs) in &keys {
            match index.get(*key) {
                Ok(found) => assert_eq!(&found, seqs, "byte {at} of {}", path.display()),
                Err(_) => errors += 1,
            }
        }
        noticed += usize::from(errors > 0);
    }
    assert!(noticed > n / 3, "only {noticed} of {n}: the test does not reach what it should");
    Ok(())
}

#[test]
fn what_a_merger_left_behind_is_passed_over() -> Result<(), LogError> {
    let folder = store(6, &[3_000]);
    let kept = files(folder.path());
    let copies: Vec<Vec<u8>> = kept.iter().map(|path| fs::read(path).expect("a file")).collect();
    let mut log = DiskLog::open(folder.path())?;
    let mut index = Index::open(&log)?;
    log.append(instant(9), Events::new(7).bodies(2_000))?.iter().for_each(|record| index.add(record));
    drop(index);
    // As if the process had ended before it removed what it had merged.
    for (path, bytes) in kept.iter().zip(copies) {
        fs::write(path, bytes).expect("written");
    }
    check(&Index::open(&log)?, &log);
    assert_eq!(files(folder.path()).len(), 1);
    Ok(())
}
