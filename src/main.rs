//! The `detente` command.

use detente::cli::{self, Env};
use detente::model::day::Instant;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    if cli::completions::answer(std::env::args_os()) {
        return ExitCode::SUCCESS;
    }
    let stdout = io::stdout();
    let color = anstream::AutoStream::choice(&stdout) != anstream::ColorChoice::Never;
    let terminal = stdout.is_terminal();
    let mut out = BufWriter::new(stdout.lock());
    let mut err = io::stderr();
    let progress = err.is_terminal();
    let mut input = io::stdin().lock();
    let mut env = Env { out: &mut out, err: &mut err, input: &mut input, now, color, progress, terminal };
    let outcome = cli::run(std::env::args_os(), &mut env);
    // The run has flushed; where the reader is gone there is nothing left to write.
    let _ = out.flush();
    ExitCode::from(outcome.0)
}

fn now() -> Instant {
    // A clock before 1970 shows 1970; the log never goes backwards anyway.
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Instant::from_micros(i64::try_from(since.as_micros()).unwrap_or(i64::MAX))
}
