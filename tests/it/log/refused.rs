//! A system that refuses: a sync that fails, a disk that is full, a folder that only lets itself be read.
//!
//! `strace` answers one call of a process that appends with an error, and lets all others through: a disk that
//! says so once and forgets it.

use super::kill::{check, durable, said_under};
use super::{generate, records, trials};
use detente::log::archive::form;
use detente::log::store::{DiskLog, mirror};
use detente::log::{Log, LogError};
use std::fs;
use std::path::Path;
use std::process::Command;

/// What a child said whose calls were refused.
struct Told {
    /// The last head that it was told is durable.
    durable: Option<(u64, String)>,
    /// What it met first.
    error: Option<String>,
    /// What it met when it tried again.
    then: Option<String>,
}

/// Runs the child for so many batches, and refuses `calls` on the files of the store as `how` says.
///
/// `None` where strace cannot be run.
fn refuse(store: &Path, files: &[&str], calls: &str, how: &str, batches: usize) -> Option<Told> {
    let mut command = Command::new("strace");
    command.args(["-f", "-qq", "-o", "/dev/null", "-e", "signal=none"]);
    for file in files {
        command.arg("-P").arg(store.join(file));
    }
    command.arg("-e").arg(format!("trace={calls}")).arg("-e").arg(format!("inject={calls}:{how}"));
    let mirror = files.contains(&mirror::NAME);
    let Some(said) = said_under(command, store, batches, mirror) else {
        assert!(std::env::var_os("CI").is_none(), "strace cannot be run here");
        println!("skipped: strace cannot be run here");
        return None;
    };
    let first = |start: &str| said.iter().find_map(|line| line.strip_prefix(start)).map(str::to_owned);
    let durable = said.iter().filter_map(|line| durable(line)).next_back();
    Some(Told { durable, error: first("> error "), then: first("> then ") })
}

/// The files that hold what was acknowledged, and the folders whose entries are synced.
const FILES: &[&str] = &["", "head", "head.new", "blocks", "blocks/db", "blocks/conf", "blocks/blobs"];

fn store() -> (tempfile::TempDir, std::path::PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let store = folder.path().canonicalize().expect("a path").join("store");
    (folder, store)
}

#[test]
fn a_sync_that_fails_is_never_taken_for_one_that_did_not() -> Result<(), LogError> {
    let mut refused = 0;
    for when in 1..=trials(12, 60) {
        let (_folder, store) = store();
        let how = format!("error=EIO:when={when}");
        let Some(told) = refuse(&store, FILES, "fsync,fdatasync", &how, 40) else { return Ok(()) };
        let Some(error) = told.error else { continue };
        refused += 1;
        println!("sync {when}: {error}, then {:?}", told.then);
        assert!(error.starts_with("Io"), "sync {when}: {error}");
        assert!(error.contains("Input/output error"), "sync {when}: {error}");
        // The system forgets a failure that it has told, so that the next sync says nothing of it.
        if let Some(then) = told.then {
            assert!(then.contains("takes no more records after a failed write; open it again"), "{then}");
        }
        check(&store, told.durable.as_ref())?;
        // Opened again it takes records.
        DiskLog::open(&store)?.append(generate::instant(1), generate::Events::new(3).bodies(2))?;
    }
    assert!(refused > 8, "only {refused} syncs were refused");
    Ok(())
}

#[test]
fn a_full_disk_costs_nothing_that_was_acknowledged() -> Result<(), LogError> {
    let mut refused = 0;
    for when in 1..=trials(12, 60) {
        let (_folder, store) = store();
        let how = format!("error=ENOSPC:when={when}");
        let Some(told) = refuse(&store, FILES, "write,pwrite64", &how, 40) else { return Ok(()) };
        let Some(error) = told.error else { continue };
        refused += 1;
        println!("write {when}: {error}, then {:?}", told.then);
        assert!(error.starts_with("Full") && error.contains("no room left to "), "write {when}: {error}");
        check(&store, told.durable.as_ref())?;
    }
    assert!(refused > 8, "only {refused} writes were refused");
    Ok(())
}

#[test]
fn a_disk_that_can_only_be_read_is_told_and_left_as_it_is() -> Result<(), LogError> {
    let (_folder, store) = store();
    let written = DiskLog::open(&store)?.append(generate::instant(0), generate::Events::new(3).bodies(700))?;
    let calls = "openat";
    let Some(told) = refuse(&store, &["lock"], calls, "error=EROFS", 40) else { return Ok(()) };
    assert_eq!(told.durable, None);
    let error = told.error.expect("an error");
    assert!(error.starts_with("Io"), "{error}");
    let said = format!("cannot open {}: Read-only file system (os error 30)", store.join("lock").display());
    assert!(error.ends_with(&said), "{error}");
    assert_eq!(records(&DiskLog::open(&store)?)?, written);
    Ok(())
}

#[test]
fn a_mirror_that_met_a_full_disk_has_no_gap() -> Result<(), LogError> {
    for when in [1, 2, 7] {
        let (_folder, store) = store();
        let how = format!("error=ENOSPC:when={when}");
        let Some(told) = refuse(&store, &[mirror::NAME], "write", &how, 40) else { return Ok(()) };
        let error = told.error.expect("an error");
        assert!(error.ends_with("log.ndjson: No space left on device (os error 28)"), "{error}");
        assert!(told.then.is_some_and(|then| then.contains("open it again")), "write {when}: the mirror has a gap");
        check(&store, told.durable.as_ref())?;
        let log = DiskLog::open(&store)?;
        let lines = fs::read_to_string(store.join(mirror::NAME)).expect("a mirror");
        let expected: String = records(&log)?.iter().map(|record| form::line(record) + "\n").collect();
        assert!(lines == expected, "write {when}: the mirror is not the log");
    }
    Ok(())
}
