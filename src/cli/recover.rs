//! `detente recover`: what is intact in a damaged store, saved into a new one.

use super::Shell;
use super::args::RecoverArgs;
use super::failure::{Answer, Failure};
use crate::render::json::{self, store::DoneJson};
use crate::workspace::Workspace;

pub(super) fn run(args: &RecoverArgs, shell: &mut Shell<'_>) -> Result<Answer, Failure> {
    let recovered = Workspace::recover(&shell.store, &args.into)?;
    if shell.json {
        let done = DoneJson { done: "recovered".to_owned(), records: Some(recovered.saved), ..DoneJson::default() };
        json::line(shell.out, &done)?;
    } else {
        let into = args.into.display();
        shell.print(&format!("Saved {} of {} records into {into}.\n", recovered.saved, recovered.expected))?;
        if let Some(stop) = &recovered.stopped {
            shell.print(&format!("Nothing after them could be read: {stop}.\n"))?;
        }
    }
    Ok(if recovered.stopped.is_none() { Answer::Done } else { Answer::No })
}
