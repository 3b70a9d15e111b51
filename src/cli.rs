//! The command line: [`run`] takes arguments and an [`Env`], prints, and returns an exit code.
//!
//! The only module that asks the clock, and only through [`Env::now`]. Results go to `out`, everything
//! else to `err`; a failure is printed once, here.

mod actors;
mod amend;
pub mod args;
mod at;
mod backup;
pub mod completions;
mod demo;
mod diff;
mod evaluate;
mod explain;
mod export;
mod extract;
pub mod failure;
mod graph;
mod import;
mod ingest;
mod log;
mod man;
mod near;
mod ontology;
mod open;
mod pager;
mod positions;
mod reading;
mod recode;
mod recover;
mod replay;
mod report;
mod restore;
mod retract;
mod timeline;
mod verify;

use crate::model::day::{Day, Instant};
use crate::render::table::Room;
use args::{Cli, Command, DayArg};
use clap::Parser;
use failure::{Answer, Failure, Kind};
use near::nearest;
use std::ffi::OsString;
use std::io::{self, BufRead, Write};
use std::path::PathBuf;

/// What surrounds a run: streams, clock, and what the terminal can show.
pub struct Env<'a> {
    /// Where results go.
    pub out: &'a mut dyn Write,
    /// Where everything else goes.
    pub err: &'a mut dyn Write,
    /// What `-` reads.
    pub input: &'a mut dyn BufRead,
    /// The clock.
    pub now: fn() -> Instant,
    /// Whether results may be colored.
    pub color: bool,
    /// Whether progress may be drawn on `err`.
    pub progress: bool,
    /// Whether results go to a terminal, so that tables must fit it.
    pub terminal: bool,
}

/// How a run ended: the exit code.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Outcome(pub u8);

/// Runs one command.
///
/// Codes: 0 done; 1 the answer is "no" or "none"; 2 wrong usage or input; 3 the store cannot be used.
pub fn run(args: impl IntoIterator<Item = OsString>, env: &mut Env<'_>) -> Outcome {
    let cli = match Cli::try_parse_from(args) {
        Ok(cli) => cli,
        Err(error) => return usage(&error, env),
    };
    let mut shell = Shell {
        out: &mut *env.out,
        err: &mut *env.err,
        input: Some(&mut *env.input),
        now: env.now,
        progress: env.progress,
        terminal: env.terminal,
        color: env.color && env.terminal,
        json: cli.json,
        store: cli.store,
        schema: cli.schema,
    };
    let answer = dispatch(cli.command, &mut shell).and_then(|answer| {
        shell.out.flush()?;
        Ok(answer)
    });
    match answer {
        Ok(answer) => Outcome(answer.code()),
        Err(failure) => {
            let results = if failure.kind == Kind::Closed { Ok(()) } else { env.out.flush() };
            if failure.kind != Kind::Closed && results.is_ok() {
                // Where stderr is closed too, only the code is left to tell.
                let _ = env.err.write_all(failure.text().as_bytes());
            }
            Outcome(failure.code())
        }
    }
}

/// Prints help and version on `out`, mistakes of usage on `err`.
fn usage(error: &clap::Error, env: &mut Env<'_>) -> Outcome {
    let text = error.render();
    let styled = if env.color { text.ansi().to_string() } else { text.to_string() };
    let stream: &mut dyn Write = if error.use_stderr() { env.err } else { env.out };
    // Nobody is left to tell where the stream is closed.
    let _ = stream.write_all(styled.as_bytes()).and_then(|()| stream.flush());
    Outcome(if error.use_stderr() { 2 } else { 0 })
}

/// What a command works with.
struct Shell<'a> {
    out: &'a mut dyn Write,
    err: &'a mut dyn Write,
    /// Absent once a command has taken it.
    input: Option<&'a mut dyn BufRead>,
    now: fn() -> Instant,
    progress: bool,
    terminal: bool,
    /// Whether answers are colored: on a terminal that is not told otherwise.
    color: bool,
    json: bool,
    store: PathBuf,
    /// A schema to use instead of the bundled one.
    schema: Option<PathBuf>,
}

impl Shell<'_> {
    /// Prints text on `out`.
    fn print(&mut self, text: &str) -> io::Result<()> {
        self.out.write_all(text.as_bytes())
    }

    /// Prints a line on `err`; where nobody reads it, results still matter.
    fn note(&mut self, text: &str) {
        let _ = writeln!(self.err, "{text}");
    }

    /// Returns what room a table has.
    fn room(&self) -> Room {
        if self.terminal { Room::Terminal } else { Room::Unbounded }
    }

    /// Returns the instant of the clock.
    fn instant(&self) -> Instant {
        (self.now)()
    }

    /// Returns the day of the clock, UTC.
    fn today(&self) -> Result<Day, Failure> {
        self.instant().day().ok_or_else(|| Failure::input("the clock shows no day of the calendar"))
    }

    /// Returns the day that an argument names.
    fn day(&self, day: DayArg) -> Result<Day, Failure> {
        Ok(day.on(self.today()?))
    }
}

fn dispatch(command: Command, shell: &mut Shell<'_>) -> Result<Answer, Failure> {
    match command {
        Command::Ingest(args) => ingest::run(&args, shell),
        Command::Extract(args) => extract::run(&args, shell),
        Command::At(args) => at::run(&args, shell),
        Command::Timeline(args) => timeline::run(&args, shell),
        Command::Diff(args) => diff::run(&args, shell),
        Command::Positions(args) => positions::run(&args, shell),
        Command::Log(args) => log::run(&args, shell),
        Command::Replay(args) => replay::run(&args, shell),
        Command::Explain(args) => explain::run(&args, shell),
        Command::Retract(args) => retract::run(&args, shell),
        Command::Amend(args) => amend::run(&args, shell),
        Command::Recode(args) => recode::run(&args, shell),
        Command::Actors(args) => actors::run(&args, shell),
        Command::Ontology(args) => ontology::run(&args, shell),
        Command::Verify(args) => verify::run(&args, shell),
        Command::Recover(args) => recover::run(&args, shell),
        Command::Backup(args) => backup::run(&args, shell),
        Command::Restore(args) => restore::run(&args, shell),
        Command::Export(args) => export::run(&args, shell),
        Command::Import(args) => import::run(&args, shell),
        Command::Demo => demo::run(shell),
        Command::Completions(args) => completions::run(&args, shell),
        Command::Man => man::run(shell),
        Command::Graph(args) => graph::run(&args, shell),
        Command::Report(args) => report::run(&args, shell),
        Command::Evaluate(args) => evaluate::run(&args, shell),
    }
}
