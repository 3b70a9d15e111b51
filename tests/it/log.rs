//! The log keeps what it acknowledged, whatever happens to the machine, and says what is damaged.

mod archive;
mod damage;
mod disk;
mod fixture;
mod index;
mod kill;
mod laws;
mod missing;
mod part;
mod power;
mod refused;
mod verify;

#[path = "../../benches/generate.rs"]
#[allow(dead_code, unreachable_pub, reason = "shared with the benches")]
mod generate;

use detente::log::{Log, LogError};
use detente::model::record::Record;
use std::path::Path;

/// Reads a whole log.
fn records(log: &impl Log) -> Result<Vec<Record>, LogError> {
    log.all().collect()
}

/// Returns `long` where the long tests were asked for, else `short`.
fn trials(short: usize, long: usize) -> usize {
    if std::env::var_os("DETENTE_LONG_TESTS").is_some() { long } else { short }
}

/// Copies a folder.
fn copy_folder(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder");
    for entry in std::fs::read_dir(from).expect("a folder") {
        let entry = entry.expect("an entry");
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy_folder(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).expect("a copy");
        }
    }
}
