//! `detente backup`: a copy of the log that outlives the store, synced before the command returns.

use super::Shell;
use super::args::BackupArgs;
use super::failure::{Answer, Failure};
use crate::render::json::{self, store::DoneJson};

pub(super) fn run(args: &BackupArgs, shell: &mut Shell<'_>) -> Result<Answer, Failure> {
    if args.file.exists() {
        return Err(Failure::input(format!("{} is there already: a new file was expected", args.file.display())));
    }
    let workspace = shell.open()?;
    let records = workspace.export_to(&args.file)?;
    if shell.json {
        let done = DoneJson { done: "backed up".to_owned(), records: Some(records), ..DoneJson::default() };
        json::line(shell.out, &done)?;
    } else {
        shell.print(&format!("Backed up {records} records to {}.\n", args.file.display()))?;
    }
    Ok(Answer::Done)
}
