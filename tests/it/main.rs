//! Every integration test, in one binary so that the crate is linked once.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a test says what is wrong by failing"
)]

mod across;
mod asides;
mod at_home;
mod browser;
mod cli;
mod coding;
mod constructions;
mod days;
mod diagrams;
mod differences;
mod errors;
mod evaluate;
mod formats;
mod frames;
mod generated;
mod guards;
mod history;
mod in_passing;
mod laws;
mod left_out;
mod log;
mod meant;
mod mechanisms;
mod pacts;
mod pictures;
mod readme;
mod rules;
mod run;
mod schema;
mod seed;
mod spoken;
mod tables;
mod tidy;
mod undone;

/// Every file beside this one is a module of it: a test that nobody runs is worse than none.
#[test]
fn no_file_is_forgotten() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it");
    let listed = include_str!("main.rs");
    for entry in std::fs::read_dir(folder).expect("the folder of tests") {
        let path = entry.expect("an entry").path();
        let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
        assert!(name == "main" || listed.contains(&format!("\nmod {name};")), "mod {name} is missing in main.rs");
    }
}
