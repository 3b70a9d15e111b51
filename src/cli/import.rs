//! `detente import`: a log written by `export`, with the same bytes and hashes.

use super::Shell;
use super::args::ImportArgs;
use super::failure::{Answer, Failure};
use crate::log::archive::Imported;
use crate::log::store::DiskLog;
use crate::render::json::{self, store::DoneJson};
use crate::workspace::Workspace;
use std::fs::File;
use std::io::BufReader;
use std::path::Path;

pub(super) fn run(args: &ImportArgs, shell: &mut Shell<'_>) -> Result<Answer, Failure> {
    if args.file.as_os_str() == "-" {
        let input = shell.input.take().ok_or_else(|| Failure::input("stdin was read before"))?;
        let imported = Workspace::import(&shell.store, input)?;
        tell("imported", imported, shell)?;
    } else {
        from_file("imported", &args.file, shell)?;
    }
    if args.mirror {
        DiskLog::open_existing(&shell.store)?.keep_mirror()?;
    }
    Ok(Answer::Done)
}

/// Imports a file into the store.
pub(super) fn from_file(done: &str, file: &Path, shell: &mut Shell<'_>) -> Result<Answer, Failure> {
    let opened = File::open(file)
        .map_err(|error| Failure::input(format!("{} cannot be read", file.display())).because(&error))?;
    let imported = Workspace::import(&shell.store, BufReader::new(opened))?;
    tell(done, imported, shell)
}

fn tell(done: &str, imported: Imported, shell: &mut Shell<'_>) -> Result<Answer, Failure> {
    if shell.json {
        let records = Some(imported.added);
        json::line(shell.out, &DoneJson { done: done.to_owned(), records, ..DoneJson::default() })?;
    } else {
        let present =
            if imported.present == 0 { String::new() } else { format!(", {} were there already", imported.present) };
        shell.print(&format!("Records {done}: {}{present}.\n", imported.added))?;
    }
    Ok(Answer::Done)
}
