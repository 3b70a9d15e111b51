//! `detente restore`: a backup back into an empty store.

use super::Shell;
use super::args::RestoreArgs;
use super::failure::{Answer, Failure};
use crate::workspace::WorkspaceError;

pub(super) fn run(args: &RestoreArgs, shell: &mut Shell<'_>) -> Result<Answer, Failure> {
    let held = shell.open_or_make()?.log().head().count;
    if held > 0 {
        let hint = "restore into another folder with --store DIR";
        return Err(Failure::from(WorkspaceError::NotEmpty(held)).hint(hint));
    }
    super::import::from_file("restored", &args.file, shell)
}
