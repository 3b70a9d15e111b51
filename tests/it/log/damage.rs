//! Damaged stores: what is wrong is named, what is whole is salvaged, and nothing is silently missing.

use super::generate::{Events, Numbers, article, instant};
use super::{copy_folder, records, trials};
use crate::run::run;
use detente::log::store::{DiskLog, salvage};
use detente::log::{Log, LogError};
use detente::model::id::Seq;
use detente::model::record::Record;
use std::fs::{self, OpenOptions};
use std::path::{Path, PathBuf};

/// A store with records in many blocks, one of them long, and some in the file `head`.
struct Sample {
    folder: tempfile::TempDir,
    records: Vec<Record>,
}

impl Sample {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let mut log = DiskLog::open(folder.path()).expect("a store");
        let mut events = Events::new(11);
        for n in [900, 1, 30, 1200] {
            log.append(instant(n as i64), events.bodies(n)).expect("appended");
        }
        log.append(instant(2000), vec![article(3, 60_000)]).expect("appended");
        for n in [700, 20, 1, 60] {
            log.append(instant(3000 + n as i64), events.bodies(n)).expect("appended");
        }
        let records = records(&log).expect("records");
        Self { folder, records }
    }

    fn copy(&self) -> tempfile::TempDir {
        let copy = tempfile::tempdir().expect("a folder");
        copy_folder(self.folder.path(), copy.path());
        copy
    }

    /// Opens and reads a copy: all records, or an error.
    fn read(&self, store: &Path) -> Result<Vec<Record>, LogError> {
        let mut log = DiskLog::open_existing(store)?;
        let read = records(&log)?;
        log.append(instant(9000), Events::new(5).bodies(1))?;
        Ok(read)
    }

    /// Checks that a damaged copy tells the truth, and returns what it said.
    fn check(&self, store: &Path, what: &str) -> Option<LogError> {
        match self.read(store) {
            Ok(read) => {
                assert_eq!(read.len(), self.records.len(), "{what}: records are missing without an error");
                assert!(read == self.records, "{what}: records changed without an error");
                None
            }
            Err(error) => Some(error),
        }
    }

    /// Salvages a damaged copy; returns how many records are gone.
    fn recover(&self, store: &Path, what: &str) -> u64 {
        let fresh = tempfile::tempdir().expect("a folder");
        let recovery = salvage::recover(store, fresh.path()).unwrap_or_else(|error| panic!("{what}: {error:?}"));
        let kept = records(&DiskLog::open(fresh.path()).expect("a store")).expect("records");
        assert_eq!(kept.len() as u64, recovery.kept, "{what}");
        let gone = |seq: Seq| recovery.gone.iter().any(|range| range.contains(&seq));
        let whole = self.records.iter().filter(|record| !gone(record.seq));
        let bodies = |records: &[Record]| records.iter().map(|record| record.body.clone()).collect::<Vec<_>>();
        if recovery.end_known {
            let whole: Vec<_> = whole.map(|record| record.body.clone()).collect();
            assert!(bodies(&kept) == whole, "{what}: {recovery:?} does not say what is gone");
        } else {
            let whole: Vec<_> = whole.map(|record| record.body.clone()).take(kept.len()).collect();
            assert!(bodies(&kept) == whole, "{what}: {recovery:?} does not say what is gone");
        }
        self.records.len() as u64 - recovery.kept
    }
}

fn files(store: &Path) -> Vec<PathBuf> {
    let mut files = vec![store.join("head")];
    for entry in fs::read_dir(store.join("blocks")).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_file() {
            files.push(path);
        }
    }
    files.sort();
    files
}

fn change(path: &Path, with: impl FnOnce(&mut Vec<u8>)) {
    let mut bytes = fs::read(path).expect("a file");
    with(&mut bytes);
    fs::write(path, bytes).expect("written");
}

#[test]
fn a_flipped_bit_in_each_file() {
    let sample = Sample::new();
    let mut numbers = Numbers::new(17);
    let (mut found, mut lost, mut most) = (0, 0, 0);
    let n = trials(30, 500);
    for trial in 0..n {
        let copy = sample.copy();
        let files = files(copy.path());
        // Mostly the blocks, sometimes each other file.
        let db = copy.path().join("blocks/db");
        let path = if trial % 3 == 0 { files[numbers.below(files.len() as u64) as usize].clone() } else { db };
        let mut what = String::new();
        change(&path, |bytes| {
            let at = numbers.below(bytes.len() as u64) as usize;
            let bit = numbers.below(8);
            bytes[at] ^= 1 << bit;
            what = format!("bit {bit} of byte {at} of {}", path.display());
        });
        if let Some(error) = sample.check(copy.path(), &what) {
            found += 1;
            assert!(matches!(error, LogError::Damaged { .. } | LogError::Newer { .. }), "{what}: {error:?}");
            let gone = sample.recover(copy.path(), &what);
            // What sled wipes of the page that was written last stands in the spare files too.
            assert!(gone <= 150, "{what}: one bit costs {gone} records");
            most = most.max(gone);
            lost += u64::from(gone > 0);
        }
    }
    println!("{found} of {n} flipped bits met a reader, {lost} cost records, at most {most}");
    assert!(found > n / 15, "only {found} of {n}: the test does not reach what it should");
}

#[test]
fn a_truncated_tail() {
    let sample = Sample::new();
    let mut numbers = Numbers::new(23);
    for trial in 0..trials(12, 200) {
        let copy = sample.copy();
        let path = copy.path().join(["head", "blocks/db"][trial % 2]);
        let length = fs::metadata(&path).expect("a file").len();
        let cut = if trial % 4 < 2 { 1 + numbers.below(600) } else { 1 + numbers.below(length) };
        let left = length - cut.min(length);
        OpenOptions::new().write(true).open(&path).expect("a file").set_len(left).expect("cut");
        let what = format!("{} cut to {left} of {length}", path.display());
        if trial % 2 == 0 {
            let error = sample.check(copy.path(), &what).unwrap_or_else(|| panic!("{what}: nobody noticed"));
            assert!(matches!(error, LogError::Damaged { .. }), "{what}: {error:?}");
            sample.recover(copy.path(), &what);
        } else if let Some(error) = sample.check(copy.path(), &what) {
            assert!(matches!(error, LogError::Damaged { .. }), "{what}: {error:?}");
            sample.recover(copy.path(), &what);
        }
    }
}

#[test]
fn a_missing_file() {
    let sample = Sample::new();
    let blocks = "blocks";
    for (name, said) in [
        ("head", "the file head is missing, so nothing says where the log ends"),
        ("blocks/db", "is damaged: "),
        (blocks, "its blocks hold 0 records, but"),
    ] {
        let copy = sample.copy();
        let path = copy.path().join(name);
        if path.is_dir() { fs::remove_dir_all(&path) } else { fs::remove_file(&path) }.expect("removed");
        let error = sample.check(copy.path(), name).unwrap_or_else(|| panic!("{name}: nobody noticed"));
        assert!(error.to_string().contains(said), "{name}: {error}");
        sample.recover(copy.path(), name);
    }
}

/// Every file of a store, by its path in it.
fn every_file(store: &Path, folder: &Path) -> Vec<PathBuf> {
    let mut all = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        match path.is_dir() {
            true => all.extend(every_file(store, &path)),
            false => all.push(path.strip_prefix(store).expect("it lies in the store").to_owned()),
        }
    }
    all.sort();
    all
}

#[test]
fn any_file_may_be_missing() {
    let sample = Sample::new();
    let all = every_file(sample.folder.path(), sample.folder.path());
    let names: Vec<String> = all.iter().map(|file| file.display().to_string()).collect();
    assert!(["blocks/conf", "blocks/db", "head", "lock", "spare-0"].iter().all(|name| names.contains(&(*name).into())));
    assert!(names.iter().any(|name| name.starts_with("blocks/snap.")), "{names:?}");
    for (file, name) in all.iter().zip(&names) {
        let copy = sample.copy();
        fs::remove_file(copy.path().join(file)).expect("removed");
        let told = sample.check(copy.path(), name);
        // What is made anew, or stands elsewhere too, is missed by nobody.
        let needed = ["head", "blocks/db"].contains(&name.as_str());
        match &told {
            Some(error) => assert!(matches!(error, LogError::Damaged { .. }), "{name}: {error:?}"),
            None => assert!(!needed, "{name}: nobody noticed"),
        }
        let copy = sample.copy();
        fs::remove_file(copy.path().join(file)).expect("removed");
        let gone = sample.recover(copy.path(), name);
        assert!(gone == 0 || needed, "{name}: {gone} records are gone");
    }
}

#[test]
fn what_lies_between_two_blocks_is_missed() {
    let sample = Sample::new();
    let copy = sample.copy();
    // As if sled had lost one value and said nothing of it.
    let tree = sled::open(copy.path().join("blocks")).expect("a tree");
    let key = tree.iter().keys().nth(20).expect("a block").expect("a key");
    tree.remove(&key).expect("removed").expect("a block");
    drop(tree);
    let first = u64::from_be_bytes(*key.first_chunk().expect("a position"));
    let error = sample.check(copy.path(), "a gap").expect("it is noticed");
    assert!(error.to_string().ends_with(&format!("record {first} is in none of its blocks")), "{error}");
    let log = DiskLog::open(copy.path()).expect("a store");
    let rest: Vec<_> = log.read(Seq(first + 200)..log.head().next()).collect::<Result<_, _>>().expect("the rest");
    assert!(rest == sample.records[first as usize + 200..]);
    let before: Vec<_> = log.read(Seq(0)..Seq(first)).collect::<Result<_, _>>().expect("what came before");
    assert!(before == sample.records[..first as usize]);
}

#[test]
fn from_a_shell_damage_ends_with_3_and_the_way_back() {
    let sample = Sample::new();
    let copy = sample.copy();
    // All that is left lies in the file `head`.
    change(&copy.path().join("blocks/db"), |bytes| bytes.fill(0x55));
    fs::remove_file(copy.path().join("spare-0")).expect("removed");
    let fresh = tempfile::tempdir().expect("a folder");
    let into = fresh.path().join("new");
    let into = into.to_str().expect("UTF-8");
    for args in [&["timeline", "AAX"][..], &["at", "2020-01-01", "AAX", "ABX"], &["export"], &["replay", "--check"]] {
        let ran = run(copy.path(), args);
        assert_eq!(ran.code, 3, "{args:?}: {}{}", ran.out, ran.err);
        assert!(ran.err.contains(" is damaged: "), "{args:?}: {}", ran.err);
        assert!(ran.err.ends_with("Hint: detente recover --into DIR saves what is intact\n"), "{args:?}: {}", ran.err);
    }
    let found = run(copy.path(), &["verify"]);
    assert_eq!(found.code, 1, "damage is what verify is asked about: {}{}", found.out, found.err);
    assert!(
        found.out.contains(" is damaged: ") && found.out.contains("\ndetente recover --into DIR "),
        "{}",
        found.out
    );
    let found = run(copy.path(), &["verify", "--json"]);
    assert_eq!(found.code, 1, "{}{}", found.out, found.err);
    assert!(found.out.contains("\"sound\":false"), "{}", found.out);
    let saved = run(copy.path(), &["recover", "--into", into]);
    let kept = DiskLog::peek(Path::new(into)).expect("a head").count;
    assert!(kept >= 81 && kept < sample.records.len() as u64, "{kept}");
    assert_eq!(saved.code, 1, "{}{}", saved.out, saved.err);
    assert!(saved.out.starts_with(&format!("Saved {kept} records into {into}.\nRecords ")), "{}", saved.out);
    assert!(saved.out.contains(" are gone.\n"), "{}", saved.out);
    assert_eq!(run(Path::new(into), &["replay", "--check"]).code, 0);
    assert_eq!(
        run(copy.path(), &["recover", "--into", into]).code,
        3,
        "nothing is put into a store that holds records"
    );
}

#[test]
fn from_a_shell_a_damaged_block_is_what_verify_finds() {
    let sample = Sample::new();
    let copy = sample.copy();
    // The first use makes the index.
    assert_eq!(run(copy.path(), &["log", "--to-seq", "0"]).code, 0);
    let tree = sled::open(copy.path().join("blocks")).expect("a tree");
    let (key, block) = tree.iter().nth(20).expect("a block").expect("a block");
    let mut block = block.to_vec();
    let middle = block.len() / 2;
    block[middle] ^= 1;
    tree.insert(&key, block).expect("written");
    drop(tree);
    let first = u64::from_be_bytes(*key.first_chunk().expect("a position"));
    for args in [&["verify"][..], &["verify", "--log-only"]] {
        let ran = run(copy.path(), args);
        assert_eq!(ran.code, 1, "{args:?}: {}{}", ran.out, ran.err);
        assert!(ran.out.contains(&format!("record {first}: the store ")), "{args:?}: {}", ran.out);
        assert!(ran.out.contains(&format!("The log is damaged: {first} records, ")), "{args:?}: {}", ran.out);
    }
}

#[test]
fn a_changed_line_of_a_mirror_is_not_brought_back() -> Result<(), LogError> {
    let sample = Sample::new();
    let store = sample.folder.path();
    DiskLog::open(store)?.keep_mirror()?;
    fs::remove_dir_all(store.join("blocks")).expect("removed");
    fs::remove_file(store.join("spare-0")).expect("removed");
    // A record as anyone could have written it, but for its hash.
    let changed = |line: &str| line.replacen("\"quote\":\"", "\"quote\":\"not ", 1);
    let lines = fs::read_to_string(store.join("log.ndjson")).expect("a mirror");
    let lines: Vec<String> =
        (0..).zip(lines.lines()).map(|(seq, line)| if seq == 17 { changed(line) } else { line.to_owned() }).collect();
    fs::write(store.join("log.ndjson"), lines.join("\n") + "\n").expect("written");
    let fresh = tempfile::tempdir().expect("a folder");
    let recovery = salvage::recover(store, fresh.path())?;
    assert_eq!((recovery.gone, recovery.moved_from), (vec![Seq(17)..Seq(18)], Some(Seq(18))));
    let kept = records(&DiskLog::open(fresh.path())?)?;
    let bodies = |records: &[Record]| records.iter().map(|record| record.body.clone()).collect::<Vec<_>>();
    assert!(bodies(&kept) == bodies(&[&sample.records[..17], &sample.records[18..]].concat()));
    Ok(())
}

#[test]
fn a_hole_in_the_last_write_of_a_mirror_is_filled() -> Result<(), LogError> {
    let sample = Sample::new();
    let store = sample.folder.path();
    let path = store.join("log.ndjson");
    DiskLog::open(store)?.keep_mirror()?;
    let whole = fs::read(&path).expect("a mirror");
    for (from, to) in [(900_000, 4_096), (60_000, 1), (300, 300), (1, 1), (600_000, 600_000)] {
        let mut holed = whole.clone();
        let start = holed.len() - from;
        holed[start..start + to].fill(0);
        fs::write(&path, holed).expect("written");
        drop(DiskLog::open(store)?);
        assert!(fs::read(&path).expect("a mirror") == whole, "{to} bytes were missing {from} before the end");
    }
    // Where the log cannot be read, nothing is taken from the mirror.
    let mut holed = whole.clone();
    let start = holed.len() - 900_000;
    holed[start..start + 4_096].fill(0);
    fs::write(&path, &holed).expect("written");
    fs::remove_dir_all(store.join("blocks")).expect("removed");
    assert!(DiskLog::open(store).is_err());
    assert!(fs::read(&path).expect("a mirror") == holed);
    fs::write(&path, "notes of somebody\n").expect("written");
    assert!(DiskLog::open(store).is_err());
    assert_eq!(fs::read_to_string(&path).expect("the notes"), "notes of somebody\n");
    Ok(())
}

#[test]
fn an_empty_file_beside_the_store_becomes_a_mirror() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = folder.path().join("store");
    let ingest = |text: &str| {
        let article = folder.path().join("article.txt");
        fs::write(&article, format!("Published: 2022-04-08\nTitle: Envoys\n\n{text}\n")).expect("a file");
        let ran = run(&store, &["ingest", article.to_str().expect("UTF-8")]);
        assert_eq!(ran.code, 0, "{}", ran.err);
    };
    ingest("Japan expelled eight Russian diplomats on Friday.");
    fs::write(store.join("log.ndjson"), "").expect("a file");
    ingest("Poland expelled four Belarusian diplomats on Friday.");
    let mirror = fs::read_to_string(store.join("log.ndjson")).expect("a mirror");
    assert!(mirror.lines().count() >= 4, "{mirror}");
    assert!(mirror == run(&store, &["export"]).out);
}

#[test]
fn a_mirror_is_kept_from_the_command_on_that_asks_for_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let [store, copy] = ["store", "copy"].map(|name| folder.path().join(name));
    let ingest = |text: &str, options: &[&str]| {
        let article = folder.path().join("article.txt");
        fs::write(&article, format!("Published: 2022-04-08\nTitle: Envoys\n\n{text}\n")).expect("a file");
        let ran = run(&store, &[&["ingest", article.to_str().expect("UTF-8")], options].concat());
        assert_eq!(ran.code, 0, "{}", ran.err);
    };
    ingest("Japan expelled eight Russian diplomats on Friday.", &[]);
    assert!(!store.join("log.ndjson").exists());
    ingest("Poland expelled four Belarusian diplomats on Friday.", &["--mirror"]);
    ingest("Chile expelled two Peruvian diplomats on Friday.", &[]);
    let exported = run(&store, &["export"]).out;
    assert!(exported.lines().count() >= 6, "{exported}");
    assert!(fs::read_to_string(store.join("log.ndjson")).expect("a mirror") == exported);
    let archive = folder.path().join("archive.ndjson");
    fs::write(&archive, &exported).expect("a file");
    let imported = run(&copy, &["import", archive.to_str().expect("UTF-8"), "--mirror"]);
    assert_eq!(imported.code, 0, "{}", imported.err);
    assert!(fs::read_to_string(copy.join("log.ndjson")).expect("a mirror") == exported);
}

#[test]
fn a_mirror_gives_everything_back() -> Result<(), LogError> {
    let sample = Sample::new();
    let store = sample.folder.path();
    let mut log = DiskLog::open(store)?;
    log.keep_mirror()?;
    drop(log);
    let mut log = DiskLog::open(store)?;
    log.append(instant(4000), Events::new(99).bodies(3))?;
    drop(log);
    let lines = fs::read_to_string(store.join("log.ndjson")).expect("a mirror");
    assert_eq!(lines.lines().count(), sample.records.len() + 3);
    fs::remove_dir_all(store.join("blocks")).expect("removed");
    fs::remove_file(store.join("spare-0")).expect("removed");
    let fresh = tempfile::tempdir().expect("a folder");
    let recovery = salvage::recover(store, fresh.path())?;
    assert_eq!(recovery.kept, sample.records.len() as u64 + 3);
    assert_eq!((recovery.gone, recovery.moved_from), (Vec::new(), None));
    assert!(recovery.from_mirror > 2000);
    Ok(())
}

#[test]
fn a_store_of_a_later_version_is_left_alone() {
    let sample = Sample::new();
    let copy = sample.copy();
    change(&copy.path().join("head"), |bytes| bytes[15] = 2);
    let error = sample.check(copy.path(), "format 2").expect("an error");
    let said = format!("the store {} has format 2, and this version reads up to 1", copy.path().display());
    assert_eq!(error.to_string(), said);
}

#[test]
fn a_folder_that_cannot_be_written() {
    let folder = tempfile::tempdir().expect("a folder");
    let closed = folder.path().join("closed");
    fs::create_dir(&closed).expect("a folder");
    let mut permissions = fs::metadata(&closed).expect("a folder").permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&closed, permissions).expect("closed");
    if fs::write(closed.join("x"), "x").is_ok() {
        println!("skipped: this user may write anywhere");
        return;
    }
    let error = DiskLog::open(&closed.join("store")).err().expect("an error");
    assert!(matches!(error, LogError::Io { .. }), "{error:?}");
    assert!(error.to_string().starts_with("cannot create the folder"), "{error}");
}
