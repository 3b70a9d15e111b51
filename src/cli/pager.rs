//! Long answers on a terminal go through a pager: the one of `DETENTE_PAGER` or `PAGER`, else less.
//!
//! An empty name or `cat` turns it off; where the pager cannot be started the answer is printed as it is.

use super::Shell;
use super::failure::{Failure, Kind};
use crate::render::table::{folded, width};
use std::io::{self, Write};
use std::process::{Child, Command, Stdio};

/// An answer of so many lines fits a terminal as it is.
const SHORT: usize = 24;

impl Shell<'_> {
    /// Prints an answer, through a pager where somebody reads it on a terminal and it is long.
    pub(super) fn show(&mut self, text: &str) -> io::Result<()> {
        let folded = width().filter(|_| self.terminal).map(|width| folded(text, width));
        let text = folded.as_deref().unwrap_or(text);
        if !self.terminal || text.lines().count() <= SHORT {
            return self.print(text);
        }
        self.out.flush()?;
        match named().and_then(|name| start(&name)) {
            Some(pager) => feed(pager, text),
            None => self.print(text),
        }
    }

    /// Prints an answer of any length piece by piece, through a pager where somebody reads it on a terminal.
    ///
    /// # Errors
    /// Those of a piece that cannot be made, and of the stream.
    pub(super) fn stream(&mut self, pieces: &mut dyn Iterator<Item = Result<String, Failure>>) -> Result<(), Failure> {
        self.out.flush()?;
        let Some(mut pager) = self.terminal.then(named).flatten().and_then(|name| start(&name)) else {
            for piece in pieces {
                self.print(&piece?)?;
            }
            return Ok(());
        };
        let mut input = pager.stdin.take();
        let mut end = Ok(());
        for piece in pieces {
            let written = match (piece, &mut input) {
                (Ok(piece), Some(input)) => input.write_all(piece.as_bytes()).map_err(Failure::from),
                (piece, _) => piece.map(|_| ()),
            };
            if written.is_err() {
                end = written;
                break;
            }
        }
        drop(input);
        pager.wait()?;
        // Whoever leaves the pager before the end has read enough.
        end.or_else(|failure| if failure.kind == Kind::Closed { Ok(()) } else { Err(failure) })
    }
}

/// Returns the command of the pager, none where there shall be none.
fn named() -> Option<String> {
    let name = std::env::var("DETENTE_PAGER").or_else(|_| std::env::var("PAGER"));
    let name = name.unwrap_or_else(|_| "less".to_owned());
    (!matches!(name.trim(), "" | "cat")).then_some(name)
}

fn start(name: &str) -> Option<Child> {
    let mut words = name.split_whitespace();
    let mut command = Command::new(words.next()?);
    command.args(words).stdin(Stdio::piped());
    if std::env::var_os("LESS").is_none() {
        // Ends at once where all fits, keeps colors, and leaves what was shown on the terminal.
        command.env("LESS", "FRX");
    }
    // A pager that is not installed is no reason to fail.
    command.spawn().ok()
}

/// Hands the text over; whoever leaves the pager before the end has read enough.
fn feed(mut pager: Child, text: &str) -> io::Result<()> {
    let written = pager.stdin.take().map_or(Ok(()), |mut input| input.write_all(text.as_bytes()));
    pager.wait()?;
    match written {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::{feed, start};

    #[test]
    fn whoever_leaves_the_pager_has_read_enough() {
        let text = "a long line\n".repeat(100_000);
        let pager = start("true").unwrap();
        assert!(feed(pager, &text).is_ok());
    }

    #[test]
    fn a_pager_that_is_not_installed_is_none() {
        assert!(start("no-such-pager-anywhere").is_none());
    }
}
