//! Packs `schema/**/*.toml` into the crate as JSON, so that a start parses no TOML.
//!
//! A file that is not TOML fails the build, naming file and line. Adding a file needs no change here.

// Each side uses a part of what they share.
#[allow(dead_code)]
#[path = "src/ontology/raw/pack.rs"]
mod pack;

use sha2::{Digest as _, Sha256};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs, io};

fn main() -> ExitCode {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=src/ontology/raw/pack.rs");
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            println!("cargo::error={message}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), String> {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR").map_err(|error| error.to_string())?).join("schema");
    let out = PathBuf::from(env::var("OUT_DIR").map_err(|error| error.to_string())?);
    let mut paths = Vec::new();
    if root.is_dir() {
        collect(&root, &mut paths).map_err(|error| format!("{}: {error}", root.display()))?;
    }
    let mut files = Vec::new();
    for path in paths {
        let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        let name: Vec<String> = path
            .strip_prefix(&root)
            .map_err(|error| error.to_string())?
            .components()
            .map(|part| part.as_os_str().to_string_lossy().into_owned())
            .collect();
        files.push((name.join("/"), text));
    }
    files.sort();

    let mut digest = Sha256::new();
    let mut list = String::from("&[\n");
    for (index, (name, text)) in files.iter().enumerate() {
        let json = pack::read(text).map_err(|fault| format!("schema/{name}, line {}: {}", fault.line, fault.what))?;
        let packed = out.join(format!("schema-{index}.json"));
        fs::write(&packed, json.to_string()).map_err(|error| format!("{}: {error}", packed.display()))?;
        list.push_str(&format!("    ({name:?}, include_str!({:?})),\n", packed.display().to_string()));
        pack::feed(name, text, &mut |bytes| digest.update(bytes));
    }
    list.push(']');
    let write = |file: &str, text: &str| fs::write(out.join(file), text).map_err(|error| format!("{file}: {error}"));
    write("schema.rs", &list)?;
    write("schema-digest.txt", &hexadecimal(&digest.finalize()))
}

/// Collects the TOML files below a folder, and asks to be run again when a folder or file changes.
fn collect(folder: &Path, paths: &mut Vec<PathBuf>) -> io::Result<()> {
    println!("cargo::rerun-if-changed={}", folder.display());
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, paths)?;
        } else if path.extension().is_some_and(|extension| extension == "toml") {
            println!("cargo::rerun-if-changed={}", path.display());
            paths.push(path);
        }
    }
    Ok(())
}

/// Writes bytes as hexadecimal digits.
fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut digits, byte| {
        let _ = write!(digits, "{byte:02x}");
        digits
    })
}
