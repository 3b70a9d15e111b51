//! `detente completions`: the script that asks this program what could follow, and its answers.
//!
//! The script calls the program with `COMPLETE` set to the name of the shell. Names of actors are those of the
//! bundled roster: a store is not opened for a keystroke.

use super::Shell;
use super::args::{Cli, CompletionsArgs};
use super::failure::{Answer, Failure};
use crate::ontology::Ontology;
use clap::CommandFactory;
use clap_complete::CompleteEnv;
use clap_complete::engine::CompletionCandidate;
use clap_complete::env::Shells;
use std::ffi::{OsStr, OsString};

/// The variable that says which shell asks.
const VARIABLE: &str = "COMPLETE";
/// How many actors are offered.
const MOST: usize = 40;

pub(super) fn run(args: &CompletionsArgs, shell: &mut Shell<'_>) -> Result<Answer, Failure> {
    let shells = Shells::builtins();
    let name = args.shell.to_string();
    let completer =
        shells.completer(&name).ok_or_else(|| Failure::input(format!("there are no completions for {name}")))?;
    let mut script = Vec::new();
    completer.write_registration(VARIABLE, "detente", "detente", "detente", &mut script)?;
    shell.out.write_all(&script)?;
    Ok(Answer::Done)
}

/// Answers a shell that asks what could follow; returns whether one asked.
#[must_use]
pub fn answer(args: impl IntoIterator<Item = OsString>) -> bool {
    // What a shell cannot be told about it need not know.
    CompleteEnv::with_factory(Cli::command).var(VARIABLE).try_complete(args, None).unwrap_or(true)
}

/// Returns what could stand at a place of a command line.
///
/// # Errors
///
/// Where the place lies beyond the line.
pub fn candidates(line: Vec<OsString>, place: usize) -> std::io::Result<Vec<String>> {
    let found = clap_complete::engine::complete(&mut Cli::command(), line, place, None)?;
    Ok(found.iter().map(|one| one.get_value().to_string_lossy().into_owned()).collect())
}

/// Returns the actors whose name or id begins as typed: by name where that is one word, else by id.
pub(super) fn actors(typed: &OsStr) -> Vec<CompletionCandidate> {
    let Ok(ontology) = Ontology::bundled() else { return Vec::new() };
    let typed = typed.to_string_lossy().to_lowercase();
    let begins = |text: &str| text.to_lowercase().starts_with(&typed);
    let mut found: Vec<(bool, String, String)> = Vec::new();
    for entry in ontology.roster().iter() {
        let id = entry.id.to_string();
        let is_word = entry.name.chars().all(|letter| letter.is_alphanumeric() || letter == '-');
        if begins(&entry.name) || begins(&id) {
            let by_name = is_word && begins(&entry.name);
            let (value, help) = if by_name { (entry.name.clone(), id) } else { (id, entry.name.clone()) };
            found.push((!entry.id.is_root(), value, help));
        }
    }
    found.sort();
    found.truncate(MOST);
    found.into_iter().map(|(_, value, help)| CompletionCandidate::new(value).help(Some(help.into()))).collect()
}
