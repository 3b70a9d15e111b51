//! `detente export`: the whole log as NDJSON.

use super::Shell;
use super::args::ExportArgs;
use super::failure::{Answer, Failure};
use crate::render::json::{self, store::DoneJson};

pub(super) fn run(args: &ExportArgs, shell: &mut Shell<'_>) -> Result<Answer, Failure> {
    let workspace = shell.open()?;
    if args.file.as_os_str() == "-" {
        workspace.export(&mut *shell.out)?;
        return Ok(Answer::Done);
    }
    let records = workspace.export_to(&args.file)?;
    if shell.json {
        let done = DoneJson { done: "exported".to_owned(), records: Some(records), ..DoneJson::default() };
        json::line(shell.out, &done)?;
    } else {
        shell.print(&format!("Exported {records} records to {}.\n", args.file.display()))?;
    }
    Ok(Answer::Done)
}
