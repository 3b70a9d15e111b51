//! Logs written by releases, opened for ever: a change that cannot read one must not be made.
//!
//! `tests/logs/vN/` holds a store and its text. A version's files are written once, by this test with
//! `DETENTE_WRITE_FIXTURE=1` where there are none, and never again.

use super::generate::{Events, article, instant};
use super::{copy_folder, records};
use detente::log::archive::{self, form};
use detente::log::memory::MemoryLog;
use detente::log::store::DiskLog;
use detente::log::{Log, LogError};
use detente::model::category::ActorKind;
use detente::model::record::{ActorDeclared, Body, Reading};
use sha2::{Digest as _, Sha256};
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

const V1: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/logs/v1");
/// The same log with its blocks compressed.
const V2: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/logs/v2");
/// The same log with its blocks in two parts.
const V3: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/logs/v3");

/// Writes a log with every kind of body, in blocks and in the file `head`.
fn write(folder: &Path) -> Result<(), LogError> {
    let mut log = DiskLog::open(&folder.join("store"))?;
    let mut events = Events::new(2024);
    let first = events.event();
    let actor = |id: &str| id.parse().expect("an actor");
    log.append(instant(0), vec![article(1, 700)])?;
    log.append(instant(1), events.bodies(300))?;
    log.append(
        instant(2),
        vec![
            article(2, 20_000),
            Body::EventRecorded(first.clone()),
            Body::EventRetracted {
                event: first.id,
                reason: "read \"wrongly\"\n".to_owned(),
                by: "a reader".to_owned(),
            },
            Body::EventAmended {
                event: first.id,
                replacement: Box::new(events.event()),
                reason: "Кто действовал".to_owned(),
                by: "a reader".to_owned(),
            },
            Body::ArticleRecoded {
                article: first.article,
                reading: Reading { coder: "0.2.0".to_owned(), ontology: detente::model::id::Digest::of(&[b"new"]) },
                events: vec![events.event(), events.event()],
            },
            Body::ActorDeclared(ActorDeclared {
                id: actor("XNL.MFA"),
                name: "Foreign Ministry of Newland".to_owned(),
                names: vec!["Newland's diplomats".to_owned(), "the Néw Ministry".to_owned()],
                kind: ActorKind::Institution,
                country: Some(actor("XNL")),
                sector: Some("GOV".parse().expect("a sector")),
            }),
            Body::ActorMerged { from: actor("XNL"), into: actor("XOL"), reason: "one state".to_owned() },
            Body::ActorSplit { from: actor("XNL"), into: actor("XOL"), reason: "two states".to_owned() },
        ],
    )?;
    log.append(instant(3), events.bodies(1))?;
    let mut text = Vec::new();
    archive::export(log.all(), &mut text).expect("text");
    fs::write(folder.join("log.ndjson"), text).expect("written");
    drop(log);
    for name in ["lock", "spare-0"] {
        fs::remove_file(folder.join("store").join(name)).expect("removed");
    }
    Ok(())
}

#[test]
fn the_log_of_version_1_opens() -> Result<(), LogError> {
    opens(Path::new(V1))
}

#[test]
fn the_logs_of_later_versions_open_and_say_the_same() -> Result<(), LogError> {
    let text = |folder: &str| fs::read_to_string(Path::new(folder).join("log.ndjson")).expect("the text of the log");
    for later in [V2, V3] {
        opens(Path::new(later))?;
        assert_eq!(text(V1), text(later), "{later}");
    }
    Ok(())
}

fn opens(folder: &Path) -> Result<(), LogError> {
    if std::env::var_os("DETENTE_WRITE_FIXTURE").is_some() && !folder.exists() {
        fs::create_dir_all(folder).expect("a folder");
        write(folder)?;
    }
    let copy = tempfile::tempdir().expect("a folder");
    copy_folder(&folder.join("store"), copy.path());
    let mut log = DiskLog::open_existing(copy.path())?;
    let text = fs::read_to_string(folder.join("log.ndjson")).expect("the text of the log");
    let mut written = Vec::new();
    archive::export(log.all(), &mut written).expect("text");
    assert!(String::from_utf8(written).expect("UTF-8") == text, "the log reads otherwise than it was written");
    let mut twin = MemoryLog::new();
    archive::import(text.as_bytes(), &mut twin).expect("an archive");
    assert_eq!(records(&log)?, twin.records());
    // It can be written to, and gives the same again.
    log.append(instant(10), Events::new(1).bodies(400))?;
    assert_eq!(records(&log)?.get(..twin.records().len()), Some(twin.records()));
    Ok(())
}

#[test]
fn the_chain_can_be_recomputed_from_the_text_alone() {
    let text = fs::read_to_string(Path::new(V1).join("log.ndjson")).expect("the text of the log");
    let mut before = "0".repeat(64);
    for (seq, line) in text.lines().enumerate() {
        let (hashed, hash) = line.rsplit_once(",\"hash\":\"").expect("a hash");
        let hash = hash.strip_suffix("\"}").expect("the end");
        assert!(hashed.starts_with(&format!("{{\"seq\":{seq},")), "{line}");
        assert!(hashed.ends_with(&format!(",\"prev\":\"{before}\"")), "{line}");
        let found: String = Sha256::digest(format!("{hashed}}}")).iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(found, hash);
        assert_eq!(form::line_hash(line).expect("a hash").to_string(), hash);
        before = hash.to_owned();
    }
}

/// The words of the documentation, run as they stand there.
#[test]
fn the_shell_gives_the_same_hash() {
    let script = r#"head -n1 log.ndjson | sed 's/,"hash":"[0-9a-f]*"}$/}/' | tr -d '\n' | sha256sum"#;
    assert!(include_str!("../../../src/log/archive.rs").contains(script), "the documentation has another script");
    let run = Command::new("sh").arg("-c").arg(script).current_dir(V1).stderr(Stdio::null()).output();
    let said = run.map(|run| String::from_utf8_lossy(&run.stdout).into_owned()).unwrap_or_default();
    let Some(found) = said.split_whitespace().next().filter(|found| found.len() == 64) else {
        println!("skipped: no shell with sed and sha256sum");
        return;
    };
    let text = fs::read_to_string(Path::new(V1).join("log.ndjson")).expect("the text of the log");
    let line = text.lines().next().expect("a line");
    assert_eq!(found, form::parse_line(line).expect("a record").hash.to_string());
}
