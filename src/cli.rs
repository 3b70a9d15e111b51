//! The command line: [`run`] takes arguments and an [`Env`], prints, and returns an exit code.
//!
//! The only module that asks the clock, and only through [`Env::now`]. Results go to `out`, everything
//! else to `err`; a failure is printed once, here.

pub mod args;
mod completions;
pub mod failure;
mod man;
mod near;
mod ontology;

use crate::model::day::{Day, Instant};
use crate::ontology::Ontology;
use crate::render::table::Room;
use args::{Cli, Command};
use clap::Parser;
use failure::{Answer, Failure, Kind};
use near::nearest;
use std::ffi::OsString;
use std::io::{self, BufRead, Write};

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
    let mut shell = Shell { env, json: cli.json, store: cli.store };
    let answer = dispatch(cli.command, &mut shell).and_then(|answer| {
        shell.env.out.flush()?;
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
struct Shell<'a, 'b> {
    env: &'a mut Env<'b>,
    json: bool,
    store: std::path::PathBuf,
}

impl Shell<'_, '_> {
    /// Prints text on `out`.
    fn print(&mut self, text: &str) -> io::Result<()> {
        self.env.out.write_all(text.as_bytes())
    }

    /// Prints a line on `err`; where nobody reads it, results still matter.
    fn note(&mut self, text: &str) {
        let _ = writeln!(self.env.err, "{text}");
    }

    /// Returns what room a table has.
    fn room(&self) -> Room {
        if self.env.terminal { Room::Terminal } else { Room::Unbounded }
    }

    /// Returns the day of the clock, UTC.
    fn today(&self) -> Result<Day, Failure> {
        (self.env.now)().day().ok_or_else(|| Failure::input("the clock shows no day of the calendar"))
    }
}

fn dispatch(command: Command, shell: &mut Shell<'_, '_>) -> Result<Answer, Failure> {
    match command {
        Command::Completions(args) => completions::run(&args, shell),
        Command::Man => man::run(shell),
        Command::Ontology(args) => ontology::run(&args, shell),
        _ => Err(Failure::input("this command is not there yet")),
    }
}

/// Returns the bundled ontology; that it is sound is tested.
fn bundled() -> Result<Ontology, Failure> {
    Ontology::bundled().map_err(|error| Failure::input("the bundled schema is not sound").because(&error))
}
