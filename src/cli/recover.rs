//! `detente recover`: what is intact in a damaged store, saved into a new one.

use super::Shell;
use super::args::RecoverArgs;
use super::failure::{Answer, Failure};
use crate::render::json::{self, store::DoneJson};
use crate::workspace::Workspace;

pub(super) fn run(args: &RecoverArgs, shell: &mut Shell<'_>) -> Result<Answer, Failure> {
    let recovery = Workspace::recover(&shell.store, &args.into)?;
    let whole = recovery.gone.is_empty() && recovery.end_known;
    if shell.json {
        let done = DoneJson { done: "recovered".to_owned(), records: Some(recovery.kept), ..DoneJson::default() };
        json::line(shell.out, &done)?;
    } else {
        shell.print(&format!("Saved {} records into {}.\n", recovery.kept, args.into.display()))?;
        if recovery.from_mirror > 0 {
            shell.print(&format!("{} of them were only in the mirror.\n", recovery.from_mirror))?;
        }
        for gone in &recovery.gone {
            let last = gone.end.0.saturating_sub(1);
            shell.print(&format!("Records {} to {last} are gone.\n", gone.start))?;
        }
        if let Some(from) = recovery.moved_from {
            shell.print(&format!("Records from {from} on have new positions and hashes.\n"))?;
        }
        if !recovery.end_known {
            shell.print("Nothing says where the log ended: records after the last may be gone.\n")?;
        }
    }
    Ok(if whole { Answer::Done } else { Answer::No })
}
