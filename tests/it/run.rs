//! The command line run in this process: arguments in, stdout, stderr and exit code out.

use detente::cli::{self, Env};
use detente::model::day::Instant;
use std::ffi::OsString;
use std::path::Path;

/// What a run printed and how it ended.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) code: u8,
    pub(crate) out: String,
    pub(crate) err: String,
}

/// Runs `detente` on a store.
pub(crate) fn run(store: &Path, args: &[&str]) -> Ran {
    run_with(store, args, b"")
}

/// Runs `detente` on a store with something to read on stdin.
pub(crate) fn run_with(store: &Path, args: &[&str], input: &[u8]) -> Ran {
    run_on(store, args, input, (false, false))
}

/// Runs `detente` on a terminal, with colors or without.
pub(crate) fn run_seen(store: &Path, args: &[&str], color: bool) -> Ran {
    run_on(store, args, b"", (true, color))
}

fn run_on(store: &Path, args: &[&str], mut input: &[u8], (terminal, color): (bool, bool)) -> Ran {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let mut env = Env {
        out: &mut out,
        err: &mut err,
        input: &mut input,
        // 2024-06-01, so that "today" does not move.
        now: || Instant::from_micros(1_717_200_000_000_000),
        color,
        progress: false,
        terminal,
    };
    let store = store.as_os_str().to_owned();
    let all = [OsString::from("detente"), OsString::from("--store"), store];
    let outcome = cli::run(all.into_iter().chain(args.iter().map(OsString::from)), &mut env);
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("output is UTF-8");
    Ran { code: outcome.0, out: text(out), err: text(err) }
}

/// Returns a path of the project as text.
pub(crate) fn project(path: &str) -> String {
    format!("{}/{path}", env!("CARGO_MANIFEST_DIR"))
}
