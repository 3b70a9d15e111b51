//! Processes that die, wait for the lock, or run out of room.

use super::generate::{Events, Numbers, instant};
use super::trials;
use detente::log::chain::Checker;
use detente::log::store::DiskLog;
use detente::log::{Log, LogError};
use detente::model::record::Body;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

const STORE: &str = "DETENTE_TEST_STORE";
const BATCHES: &str = "DETENTE_TEST_BATCHES";
const MIRROR: &str = "DETENTE_TEST_MIRROR";

/// Not a test of its own: the process that is killed. It appends until it cannot, and says what is durable.
#[test]
fn child() {
    let Some(store) = std::env::var_os(STORE) else { return };
    let mut log = match DiskLog::open(Path::new(&store)) {
        Ok(log) => log,
        Err(error) => return say(&format!("error {error:?}: {}", told(&error))),
    };
    if std::env::var_os(MIRROR).is_some() {
        log.keep_mirror().expect("a mirror");
    }
    let mut events = Events::new(log.head().count);
    let mut numbers = Numbers::new(log.head().count);
    let batches = std::env::var(BATCHES).ok().and_then(|n| n.parse().ok()).unwrap_or(usize::MAX);
    for batch in 1..=batches {
        let n = [1, 1, 3, 20, 120, 600][numbers.below(6) as usize];
        match log.append(instant(0), events.bodies(n)) {
            Ok(_) => say(&format!("durable {} {}", log.head().count, log.head().hash)),
            Err(error) => {
                say(&format!("error {error:?}: {}", told(&error)));
                return try_again(&mut log, events.bodies(1));
            }
        }
        // Closing a store and opening it again writes too.
        if batches < usize::MAX && batch % 7 == 0 {
            drop(log);
            log = match DiskLog::open(Path::new(&store)) {
                Ok(log) => log,
                Err(error) => return say(&format!("error {error:?}: {}", told(&error))),
            };
        }
    }
}

/// Appends after a failure: what is told durable then must be so as well.
fn try_again(log: &mut DiskLog, bodies: Vec<Body>) {
    match log.append(instant(0), bodies) {
        Ok(_) => say(&format!("durable {} {}", log.head().count, log.head().hash)),
        Err(error) => say(&format!("then {}", told(&error))),
    }
}

/// Runs the child to its end, for so many batches, under another program, and returns what it said; `None` where
/// that cannot be run.
pub(super) fn said_under(mut command: Command, store: &Path, batches: usize, mirror: bool) -> Option<Vec<String>> {
    command.arg(std::env::current_exe().expect("this program"));
    command.args(arguments()).env(STORE, store).env(BATCHES, batches.to_string());
    if mirror {
        command.env(MIRROR, "1");
    }
    let output = command.stderr(Stdio::null()).output().ok()?;
    let said = String::from_utf8(output.stdout).expect("UTF-8");
    output.status.success().then(|| said.lines().filter(|line| line.starts_with("> ")).map(str::to_owned).collect())
}

/// Reads what the child says is durable.
pub(super) fn durable(line: &str) -> Option<(u64, String)> {
    let (count, hash) = line.strip_prefix("> durable ")?.split_once(' ')?;
    Some((count.parse().expect("a number"), hash.to_owned()))
}

/// The arguments with which this program becomes the child.
fn arguments() -> [&'static str; 4] {
    let test = concat!(module_path!(), "::child");
    let test = test.split_once("::").map_or(test, |(_, test)| test);
    ["--exact", test, "--nocapture", "--test-threads=1"]
}

fn say(line: &str) {
    let mut out = std::io::stdout().lock();
    writeln!(out, "\n> {line}").and_then(|()| out.flush()).expect("told");
}

/// What people read of an error.
fn told(error: &dyn std::error::Error) -> String {
    let causes = std::iter::successors(Some(error), |error| error.source());
    causes.map(ToString::to_string).collect::<Vec<_>>().join(": ")
}

fn start(store: &Path, limit: Option<u64>) -> Child {
    let program = std::env::current_exe().expect("this program");
    let mut command = match limit {
        None => Command::new(&program),
        Some(limit) => {
            let mut shell = Command::new("sh");
            shell.arg("-c").arg(format!("ulimit -f {limit}; trap '' XFSZ; exec \"$0\" \"$@\"")).arg(&program);
            shell
        }
    };
    command.args(arguments()).env(STORE, store);
    command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("a process")
}

/// Reads what the child says until it ends or `stop` says so; returns the last durable head and the error.
fn listen(child: &mut Child, mut stop: impl FnMut(u64) -> bool) -> (Option<(u64, String)>, Option<String>) {
    let mut durable = None;
    let mut error = None;
    let mut killed = false;
    let out = child.stdout.take().expect("its output");
    for line in BufReader::new(out).lines() {
        let Ok(line) = line else { break };
        if let Some((count, hash)) = self::durable(&line) {
            durable = Some((count, hash));
            if !killed && stop(count) {
                child.kill().expect("killed");
                killed = true;
            }
        } else if line.starts_with("> error") {
            error = Some(line);
        }
    }
    child.wait().expect("ended");
    (durable, error)
}

/// Opens the store and checks that what was durable is there, and that all is whole.
pub(super) fn check(store: &Path, durable: Option<&(u64, String)>) -> Result<(), LogError> {
    let log = DiskLog::open(store)?;
    let mut checker = Checker::default();
    let mut seen = None;
    for record in log.all() {
        let record = record?;
        checker.check(&record)?;
        if durable.is_some_and(|(count, _)| record.seq.0 + 1 == *count) {
            seen = Some(record.hash.to_string());
        }
    }
    assert_eq!(checker.head(), log.head());
    assert_eq!(seen.as_ref(), durable.map(|(_, hash)| hash), "acknowledged records are gone");
    Ok(())
}

#[test]
fn killed_at_any_moment() -> Result<(), LogError> {
    let folder = tempfile::tempdir().expect("a folder");
    let mut numbers = Numbers::new(5);
    let mut held = 0;
    for trial in 0..trials(8, 200) {
        // From time to time anew, so that the first writes of a store are met too.
        let store = folder.path().join(format!("{}", trial / 5));
        let mut child = start(&store, None);
        let begun = Instant::now();
        let after = Duration::from_millis(numbers.below(120));
        let (durable, error) = listen(&mut child, |_| begun.elapsed() > after);
        assert_eq!(error, None);
        check(&store, durable.as_ref())?;
        held += durable.map_or(0, |(count, _)| count);
    }
    assert!(held > 0, "no child came to write anything");
    Ok(())
}

#[test]
fn a_second_process_is_told() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut child = start(folder.path(), None);
    let mut told = None;
    listen(&mut child, |count| {
        told = told.take().or_else(|| DiskLog::open(folder.path()).err());
        // The head can be read all the same, and is never behind what was acknowledged.
        assert!(DiskLog::peek(folder.path()).expect("a head").count >= count);
        true
    });
    let error = told.expect("the child came to write");
    assert!(matches!(error, LogError::Locked { .. }), "{error:?}");
    assert_eq!(error.to_string(), format!("the store {} is in use by another process", folder.path().display()));
}

#[cfg(unix)]
#[test]
fn no_room_left() -> Result<(), LogError> {
    for limit in [8, 60, 400, 3000, 9000] {
        let folder = tempfile::tempdir().expect("a folder");
        let mut child = start(folder.path(), Some(limit));
        let (durable, error) = listen(&mut child, |_| false);
        let error = error.unwrap_or_else(|| panic!("no error with {limit} blocks"));
        println!("{limit} blocks: {durable:?}, then {error}");
        assert!(error.contains("Full"), "{limit} blocks: {error}");
        let told = error.rsplit_once("}: ").expect("the words").1;
        assert!(told.starts_with("no room left to ") && !told.contains("Os {"), "{limit} blocks: {told}");
        check(folder.path(), durable.as_ref())?;
    }
    Ok(())
}
