//! `detente retract`: an event counts no more.

use super::Shell;
use super::args::RetractArgs;
use super::failure::{Answer, Failure};
use super::open;
use crate::render::json::{self, store::DoneJson};

pub(super) fn run(args: &RetractArgs, shell: &mut Shell<'_>) -> Result<Answer, Failure> {
    let mut workspace = shell.open()?;
    let event = open::event(&workspace, &args.event)?;
    let seq = workspace.retract(shell.instant(), event, &args.because, &args.by)?;
    if shell.json {
        let done = DoneJson { done: "retracted".to_owned(), seq: Some(seq.0), ..DoneJson::default() };
        json::line(shell.out, &DoneJson { event: Some(event.to_string()), ..done })?;
    } else {
        shell.print(&format!("Retracted event {event} (record {seq}); it stays in the log.\n"))?;
    }
    Ok(Answer::Done)
}
