//! `detente completions`: the completion script of a shell.

use super::Shell;
use super::args::{Cli, CompletionsArgs};
use super::failure::{Answer, Failure};
use clap::CommandFactory;

pub(super) fn run(args: &CompletionsArgs, shell: &mut Shell<'_>) -> Result<Answer, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "detente", &mut script);
    shell.out.write_all(&script)?;
    Ok(Answer::Done)
}
