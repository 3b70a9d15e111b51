//! Architecture as a test: who imports whom, heads, sizes, doors, and what must not stand in the project.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Which modules a module may import. Changing this table is the review of an architecture change.
const MAY_USE: &[(&str, &[&str])] = &[
    ("model", &[]),
    ("ontology", &["model"]),
    ("text", &["model"]),
    ("english", &["model", "text"]),
    ("coder", &["model", "ontology", "text", "english"]),
    ("log", &["model"]),
    ("graph", &["model", "ontology"]),
    ("query", &["model", "ontology", "graph"]),
    ("evaluate", &["model", "ontology", "graph"]),
    ("render", &["model", "ontology", "graph", "query", "evaluate"]),
    ("workspace", &["model", "ontology", "text", "english", "coder", "log", "graph", "query", "render"]),
    (
        "cli",
        &["model", "ontology", "text", "english", "coder", "log", "graph", "query", "evaluate", "render", "workspace"],
    ),
];

/// Which files may name an external crate, for those that have one door.
const DOORS: &[(&str, &[&str])] = &[
    ("bincode", &["src/log/wire/", "src/log/wire.rs"]),
    ("chrono", &["src/model/day.rs"]),
    ("clap", &["src/cli"]),
    ("clap_complete", &["src/cli"]),
    ("clap_mangen", &["src/cli"]),
    ("comfy_table", &["src/render/table.rs"]),
    ("dagre", &["src/render/layout.rs"]),
    ("dom_smoothie", &["src/text/reader/"]),
    ("feed_rs", &["src/text/reader/"]),
    ("indicatif", &["src/cli"]),
    ("lz4_flex", &["src/log/wire/", "src/log/wire.rs"]),
    ("petgraph", &["src/graph/view.rs"]),
    ("quick_xml", &["src/render/svg/page.rs"]),
    ("schemars", &["src/render/json"]),
    ("sha2", &["src/model/id.rs"]),
    ("sled", &["src/log/disk.rs"]),
    ("toml", &["src/ontology/raw"]),
    ("uuid", &["src/model/id.rs"]),
];

/// A file of more lines has probably taken on a second concept.
const MOST_LINES: usize = 600;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every file below a folder, sorted, with its path from the project's root.
fn files(folder: &str) -> Vec<(String, PathBuf)> {
    let mut found = Vec::new();
    let mut open = vec![root().join(folder)];
    while let Some(folder) = open.pop() {
        let Ok(entries) = fs::read_dir(&folder) else { continue };
        for entry in entries {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                open.push(path);
            } else {
                let name = path.strip_prefix(root()).expect("below the root").to_string_lossy().replace('\\', "/");
                found.push((name, path));
            }
        }
    }
    found.sort();
    found
}

fn rust(folder: &str) -> Vec<(String, String)> {
    let is_rust = |name: &str| Path::new(name).extension().is_some_and(|extension| extension == "rs");
    let found = files(folder).into_iter().filter(|(name, _)| is_rust(name));
    found.map(|(name, path)| (name, fs::read_to_string(path).expect("UTF-8"))).collect()
}

/// The module of a file: `src/text/reader.rs` is of `text`; `lib` and `main` are of none.
fn module(name: &str) -> Option<&str> {
    let rest = name.strip_prefix("src/")?;
    let module = rest.split(['/', '.']).next()?;
    (module != "lib" && module != "main").then_some(module)
}

/// Every name that follows `crate::`, braces included, outside of comments and doc links.
fn imports(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let code: Vec<&str> = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
    let code = code.join("\n");
    for (at, path) in code.match_indices("crate::") {
        if code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == '$') {
            continue;
        }
        let rest = &code[at + path.len()..];
        let names = match rest.strip_prefix('{') {
            Some(group) => group.split('}').next().unwrap_or_default().split(',').collect(),
            None => vec![rest],
        };
        for name in names {
            let name: String = name.trim().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            if !name.is_empty() {
                found.push(name);
            }
        }
    }
    found
}

#[test]
fn modules_import_only_downwards() {
    let table: BTreeMap<&str, &[&str]> = MAY_USE.iter().copied().collect();
    let mut wrong = Vec::new();
    for (name, text) in rust("src") {
        let Some(own) = module(&name) else { continue };
        let Some(allowed) = table.get(own) else {
            wrong.push(format!("{name}: module {own} is not in the table"));
            continue;
        };
        for used in imports(&text) {
            if used != own && !allowed.contains(&used.as_str()) && (table.contains_key(used.as_str())) {
                wrong.push(format!("{name} imports {used}, which {own} may not"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_import_reader_sees_every_form() {
    let text = "use crate::{model::id, log};\nlet x = crate::graph::view();\n//! [`crate::cli`]\n$crate::text";
    assert_eq!(imports(text), ["model", "log", "graph"]);
}

#[test]
fn crates_with_one_door_are_named_nowhere_else() {
    let mut wrong = Vec::new();
    for (name, text) in rust("src") {
        for (external, doors) in DOORS {
            let named = text.lines().filter(|line| !line.trim_start().starts_with("//")).any(|line| {
                line.match_indices(&format!("{external}::"))
                    .any(|(at, _)| !line[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':'))
                    || line.trim_start().starts_with(&format!("use {external};"))
            });
            if named && !doors.iter().any(|door| name.starts_with(door)) {
                wrong.push(format!("{name} names {external}, whose door is {}", doors.join(", ")));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_file_says_what_it_holds_and_is_short() {
    let mut wrong = Vec::new();
    for folder in ["src", "tests/it", "examples", "benches"] {
        for (name, text) in rust(folder) {
            if !text.starts_with("//! ") {
                wrong.push(format!("{name} does not begin with //!"));
            }
            if text.lines().count() > MOST_LINES {
                wrong.push(format!("{name} has {} lines", text.lines().count()));
            }
            if Path::new(&name).ends_with("mod.rs") {
                wrong.push(format!("{name}: foo.rs beside foo/ was expected"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn nothing_unfinished_is_left_in_the_library() {
    // Written in two parts, so that this file does not find itself.
    let words = [("todo", "!("), ("unimplemented", "!("), ("dbg", "!("), ("#[ign", "ore")];
    let mut wrong = Vec::new();
    for folder in ["src", "tests/it", "examples"] {
        for (name, text) in rust(folder) {
            for (one, two) in words {
                if text.contains(&format!("{one}{two}")) {
                    wrong.push(format!("{name} has {one}{two}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_path_of_a_machine_stands_in_the_project() {
    let homes = [("/ro", "ot/"), ("/ho", "me/"), ("/wo", "rk/"), ("/Us", "ers/")];
    let mut wrong = Vec::new();
    for folder in ["src", "schema", "examples", "tests", "benches", ".ci"] {
        for (name, path) in files(folder) {
            let Ok(text) = fs::read_to_string(path) else { continue };
            for (one, two) in homes {
                let home = format!("{one}{two}");
                let starts = |at: usize| at == 0 || text[..at].ends_with([' ', '"', '\'', '=', '(', '\n', '`']);
                if text.match_indices(&home).any(|(at, _)| starts(at)) {
                    wrong.push(format!("{name} holds {home}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_top_level_holds_what_was_agreed() {
    let agreed = [
        "Cargo.toml",
        "Cargo.lock",
        "src",
        "schema",
        "tests",
        "examples",
        "benches",
        "fuzz",
        "README.md",
        "CHANGELOG.md",
        "build.rs",
        "NOTICE",
        "target",
        "detente.db",
    ];
    for entry in fs::read_dir(root()).expect("the project") {
        let name = entry.expect("an entry").file_name().to_string_lossy().into_owned();
        let known = agreed.contains(&name.as_str()) || name.starts_with('.') || name.starts_with("LICENSE-");
        assert!(known, "{name} is not of the agreed layout");
    }
}
