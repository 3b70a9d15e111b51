//! `detente man`: the manual page, in roff, one page with every command.

use super::Shell;
use super::args::Cli;
use super::failure::{Answer, Failure};
use clap::CommandFactory;

pub(super) fn run(shell: &mut Shell<'_>) -> Result<Answer, Failure> {
    let mut command = Cli::command();
    command.build();
    let mut page = Vec::new();
    clap_mangen::Man::new(command.clone()).render(&mut page)?;
    for sub in command.get_subcommands() {
        let part = clap_mangen::Man::new(sub.clone());
        part.render_name_section(&mut page)?;
        part.render_synopsis_section(&mut page)?;
        part.render_options_section(&mut page)?;
    }
    shell.out.write_all(&page)?;
    Ok(Answer::Done)
}
