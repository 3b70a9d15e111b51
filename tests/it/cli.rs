//! Commands against a store: what they say, what they leave behind, and how they end.

use crate::run::{Ran, project, run, run_seen, run_with};
use serde_json::Value;
use tempfile::TempDir;

fn store() -> TempDir {
    tempfile::tempdir().expect("a folder")
}

fn json(ran: &Ran) -> Value {
    assert_eq!(ran.code, 0, "{}", ran.err);
    serde_json::from_str(&ran.out).expect("stdout is one JSON document")
}

fn lines(ran: &Ran) -> Vec<Value> {
    ran.out.lines().map(|line| serde_json::from_str(line).expect("every line is JSON")).collect()
}

const SUSPENDED: &str = "Title: Talks suspended\nPublished: 2022-03-21\nSource: Own Wire\n\nMOSCOW, March 21 (Own Wire) - \
     Russia suspended negotiations on a peace treaty with Japan on Monday, the Russian Foreign Ministry said.\n";

/// A store with one article, and the folder that holds both.
fn with_article() -> (TempDir, std::path::PathBuf) {
    let folder = store();
    let file = folder.path().join("a.txt");
    std::fs::write(&file, SUSPENDED).expect("a file");
    let db = folder.path().join("db");
    let ran = run(&db, &["ingest", file.to_str().expect("a path")]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    (folder, db)
}

#[test]
fn an_article_becomes_an_answer_with_its_words() {
    let (_folder, db) = with_article();
    let at = json(&run(&db, &["at", "2022-04-01", "Russia", "Japan", "--json"]));
    let relation = &at["relations"][0];
    assert_eq!(relation["dimension"], "negotiations");
    assert_eq!(relation["topic"], "peace-treaty");
    assert_eq!(relation["state"], "suspended");
    assert_eq!(relation["from"], "RUS");
    assert_eq!(relation["since"]["earliest"], "2022-03-21");
    let event = relation["events"][0].as_str().expect("an event");
    let explained = json(&run(&db, &["explain", &event[..8], "--json"]));
    assert_eq!(explained["event"]["type"], "negotiations-suspended");
    let quote = explained["event"]["evidence"]["quote"].as_str().expect("a quote");
    let (start, end) = (&explained["event"]["evidence"]["start"], &explained["event"]["evidence"]["end"]);
    let range = usize::try_from(start.as_u64().expect("a start")).expect("small")
        ..usize::try_from(end.as_u64().expect("an end")).expect("small");
    assert_eq!(&SUSPENDED[range], quote);
    assert!(explained["why"].as_array().is_some_and(|why| !why.is_empty()), "{explained}");
    let text = run(&db, &["at", "2022-04-01", "Tokyo", "RUS"]).out;
    assert!(text.contains("Negotiations on the peace treaty: suspended by Russia since 2022-03-21."), "{text}");
}

#[test]
fn what_was_not_known_is_not_told() {
    let (_folder, db) = with_article();
    let ran = run(&db, &["at", "2022-04-01", "Russia", "Japan", "--known-by", "2022-03-20"]);
    assert_eq!(ran.out, "The log holds nothing on Russia and Japan at 2022-04-01, as known by 2022-03-20.\n");
    assert_eq!(ran.code, 0);
    let strict = run(&db, &["at", "2022-04-01", "Russia", "Japan", "--known-by", "2022-03-20", "--strict"]);
    assert_eq!(strict.code, 1);
}

#[test]
fn ingesting_twice_adds_nothing() {
    let (folder, db) = with_article();
    let file = folder.path().join("a.txt");
    let before = run(&db, &["export"]).out;
    let again = run(&db, &["ingest", file.to_str().expect("a path"), "--json"]);
    assert_eq!(lines(&again)[0]["status"], "seen");
    assert_eq!(run(&db, &["export"]).out, before);
    assert_eq!(run(&db, &["verify"]).code, 0);
}

#[test]
fn another_text_of_the_same_id_replaces_the_first() {
    let folder = store();
    let db = folder.path().join("db");
    let article = |text: &str| {
        format!("{{\"id\":\"x\",\"source\":\"Own Wire\",\"published\":\"2022-04-08\",\"text\":\"{text}\"}}\n")
    };
    let first = article("Japan expelled eight Russian diplomats on Friday.");
    let second = article("Japan praised Russia on Friday.");
    for text in [&first, &second] {
        let ran = run_with(&db, &["ingest", "-"], text.as_bytes());
        assert_eq!(ran.code, 0, "{}", ran.err);
    }
    let kinds: Vec<Value> = lines(&run(&db, &["timeline", "Japan", "Russia", "--json"]));
    assert!(kinds.iter().all(|act| act["type"] != "diplomats-expelled"), "{kinds:?}");
    assert!(run(&db, &["log"]).out.contains("replaces"), "the log says so");
}

#[test]
fn a_retracted_event_leaves_the_answer_and_stays_in_the_log() {
    let (_folder, db) = with_article();
    let at = json(&run(&db, &["at", "2022-04-01", "Russia", "Japan", "--json"]));
    let event = at["relations"][0]["events"][0].as_str().expect("an event").to_owned();
    let ran = run(&db, &["retract", &event, "--because", "a test", "--by", "us"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let at = json(&run(&db, &["at", "2022-04-01", "Russia", "Japan", "--json"]));
    assert!(at["relations"].as_array().expect("relations").iter().all(|one| one["state"] != "suspended"));
    assert!(run(&db, &["log"]).out.contains(&format!("event {event} retracted by us: a test")));
    let twice = run(&db, &["retract", &event, "--because", "again"]);
    assert_eq!(twice.code, 2);
    assert!(twice.err.contains("counts no more"), "{}", twice.err);
    assert_eq!(run(&db, &["verify"]).code, 0);
}

#[test]
fn an_amended_event_takes_the_place_of_the_first() {
    let (_folder, db) = with_article();
    let at = json(&run(&db, &["at", "2022-04-01", "Russia", "Japan", "--json"]));
    let event = at["relations"][0]["events"][0].as_str().expect("an event").to_owned();
    let args = ["amend", &event, "--because", "a slip", "--occurred", "2022-03-20", "--by", "us"];
    let ran = run(&db, &args);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let at = json(&run(&db, &["at", "2022-04-01", "Russia", "Japan", "--json"]));
    assert_eq!(at["relations"][0]["since"]["latest"], "2022-03-20");
    assert_eq!(run(&db, &["replay", "--check"]).code, 0);
    let nothing = run(&db, &["amend", &event, "--because", "nothing given"]);
    assert_eq!(nothing.code, 2);
}

#[test]
fn an_export_imports_with_the_same_bytes() {
    let (folder, db) = with_article();
    let exported = run(&db, &["export"]).out;
    let copy = folder.path().join("copy");
    let ran = run_with(&copy, &["import"], exported.as_bytes());
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert_eq!(run(&copy, &["export"]).out, exported);
    assert_eq!(run(&db, &["log", "--json"]).out, exported);
    let broken = exported.replacen("Talks", "talks", 1);
    let ran = run_with(&folder.path().join("broken"), &["import"], broken.as_bytes());
    assert_eq!(ran.code, 2, "{}", ran.err);
    assert!(ran.err.contains("line 1 of the archive"), "{}", ran.err);
}

#[test]
fn a_backup_restores_into_an_empty_store_only() {
    let (folder, db) = with_article();
    let file = folder.path().join("backup.ndjson");
    let file = file.to_str().expect("a path");
    assert_eq!(run(&db, &["backup", file]).code, 0);
    assert_eq!(run(&db, &["backup", file]).code, 2, "a backup is never overwritten");
    assert_eq!(run(&db, &["restore", file]).code, 2);
    let fresh = folder.path().join("fresh");
    assert_eq!(run(&fresh, &["restore", file]).code, 0);
    assert_eq!(run(&fresh, &["export"]).out, run(&db, &["export"]).out);
}

#[test]
fn extract_gives_a_line_for_a_line_in_order() {
    let folder = store();
    let mut input = String::new();
    for n in 0..600 {
        input += &format!(
            "{{\"id\":\"s{n}\",\"text\":\"Japan expelled {n} Russian diplomats.\",\"published\":\"2022-04-08\"}}\n"
        );
    }
    input += "{\"id\":\"bad\",\"text\":\"Japan expelled diplomats.\"}\n";
    let ran = run_with(&folder.path().join("db"), &["extract", "-", "--json"], input.as_bytes());
    let ids: Vec<Value> = lines(&ran).iter().map(|line| line["id"].clone()).collect();
    let expected: Vec<Value> = (0..600).map(|n| Value::from(format!("s{n}"))).chain([Value::from("bad")]).collect();
    assert_eq!(ids, expected);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("-:601: has no publication date"), "{}", ran.err);
    assert!(!folder.path().join("db").exists(), "extract touches no store");
}

#[test]
fn the_demo_answers_on_its_sample() {
    let folder = store();
    let ran = run(&folder.path().join("db"), &["demo"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.out.contains("Read 15 articles of the sample"), "{}", ran.out);
    let said = "Negotiations on the peace treaty: suspended by Russia since 2022-03-21, last confirmed 2024-01-31.";
    assert!(ran.out.contains(said), "{}", ran.out);
    let written = |name: &str| {
        let path = ran.out.split_whitespace().find(|word| word.ends_with(name)).expect("a path");
        let text = std::fs::read_to_string(path).expect("a file");
        std::fs::remove_file(path).expect("a file");
        (text, std::path::Path::new(path).parent().expect("a folder").to_owned())
    };
    let (diagram, _) = written("/diagram.svg");
    crate::diagrams::xml(&diagram);
    assert!(diagram.contains("negotiations: suspended"), "{diagram}");
    let (page, pictures) = written("/report.html");
    assert!(page.contains("suspended by Russia since 2022-03-21"), "{page}");
    std::fs::remove_dir(pictures).expect("nothing else lies in the folder");
    assert!(!folder.path().join("db").exists(), "the demo touches no store");
}

#[test]
fn declared_actors_are_found_and_listed() {
    let (_folder, db) = with_article();
    let add =
        ["actors", "add", "JPN.example-envoy", "--name", "Example Envoy", "--also", "E. Envoy", "--country", "JPN"];
    let ran = run(&db, &add);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(run(&db, &["actors", "e. envoy"]).out.contains("JPN.example-envoy"));
    let at = run(&db, &["at", "2022-04-01", "Example Envoy", "Russia"]);
    assert_eq!(at.code, 0, "{}", at.err);
    assert!(at.err.contains("relations of Example Envoy are those of Japan"), "{}", at.err);
}

/// Actors are merged and split by any of their names, and every answer follows.
#[test]
fn merging_and_splitting_show_in_every_answer() {
    let (_folder, db) = with_article();
    let said = |args: &[&str]| {
        let ran = run(&db, args);
        assert_eq!(ran.code, 0, "{args:?}: {}", ran.err);
        ran.out
    };
    let refused = |args: &[&str], why: &str| {
        let ran = run(&db, args);
        assert_eq!(ran.code, 2, "{args:?}: {}", ran.out);
        assert!(ran.err.contains(why), "{args:?}: {}", ran.err);
    };
    said(&["actors", "add", "FRE", "--name", "Freedonia", "--kind", "state"]);
    refused(
        &["actors", "split", "Japan", "Freedonia", "--because", "x"],
        "Japan (JPN) is not merged into Freedonia (FRE)",
    );
    refused(&["actors", "merge", "Japan", "Atlantis", "--because", "x"], "no actor is known as \"Atlantis\"");
    refused(&["actors", "merge", "Japan", "JPN", "--because", "x"], "Japan (JPN) is one actor: two were expected");
    let merged = said(&["actors", "merge", "Japan", "Freedonia", "--because", "a test"]);
    assert!(merged.starts_with("Merged Japan (JPN) into Freedonia (FRE) (record "), "{merged}");
    let at = said(&["at", "2022-04-01", "Russia"]);
    assert!(at.contains("Freedonia") && !at.contains("Japan"), "{at}");
    assert!(said(&["graph", "Russia", "--at", "2022-04-01"]).contains("\"FRE\""));
    let event = said(&["timeline", "Freedonia", "--json"]);
    let event: Value = serde_json::from_str(event.lines().next().expect("an act")).expect("JSON");
    let explained = said(&["explain", event["event"].as_str().expect("an id")]);
    assert!(explained.contains("Japan (JPN)"), "the event says what the article said: {explained}");
    let split = said(&["actors", "split", "JPN", "FRE", "--because", "a test"]);
    assert!(split.starts_with("Split Japan (JPN) from Freedonia (FRE) (record "), "{split}");
    let at = said(&["at", "2022-04-01", "Russia"]);
    assert!(at.contains("Japan") && !at.contains("Freedonia"), "{at}");
    refused(&["actors", "split", "JPN", "FRE", "--because", "x"], "is not merged into");
}

#[test]
fn explain_says_what_withdrew_an_event() {
    let (_folder, db) = with_article();
    let ids = || -> Vec<String> {
        let acts = run(&db, &["timeline", "Russia", "Japan", "--json"]).out;
        let acts = acts.lines().map(|line| serde_json::from_str::<Value>(line).expect("JSON"));
        acts.map(|act| act["event"].as_str().expect("an id").to_owned()).collect()
    };
    let first = ids().first().expect("an event").clone();
    let amended = run(&db, &["amend", &first, "--because", "wrong day", "--occurred", "2022-03-20", "--by", "me"]);
    assert_eq!(amended.code, 0, "{}", amended.err);
    let told = run(&db, &["explain", &first]).out;
    assert!(told.contains(&format!("event {first} amended by me (wrong day)")), "{told}");
    let next = ids().into_iter().find(|id| amended.out.contains(id.as_str())).expect("the replacement");
    assert_eq!(run(&db, &["retract", &next, "--because", "never was", "--by", "me"]).code, 0);
    let told = run(&db, &["explain", &next]).out;
    assert!(told.contains(&format!("event {next} retracted by me: never was")), "{told}");
}

#[test]
fn a_timeline_begins_with_the_first_day_of_a_year() {
    let (_folder, db) = with_article();
    let whole = run(&db, &["timeline", "Russia", "Japan", "--from", "2022", "--to", "2022"]).out;
    assert!(whole.contains("2022-03-21"), "{whole}");
    let none = run(&db, &["timeline", "Russia", "Japan", "--from", "2023-02", "--to", "2023"]).out;
    assert_eq!(none, "The log holds no event on Russia and Japan from 2023-02-01 to 2023-12-31.\n");
}

#[test]
fn a_terminal_shows_states_in_color_unless_told_otherwise() {
    let (_folder, db) = with_article();
    let args = ["at", "2022-04-01", "Russia", "Japan", "--dimension", "negotiations"];
    let colored = run_seen(&db, &args, true).out;
    assert!(colored.contains(": \u{1b}[33msuspended\u{1b}[0m by Russia"), "{colored}");
    assert!(!run_seen(&db, &args, false).out.contains('\u{1b}'));
    assert!(colored.contains("2022-03-21 (11 days ago)"), "{colored}");
}

#[test]
fn help_manual_and_completions_name_every_command() {
    let folder = store();
    let db = folder.path().join("db");
    let help = run(&db, &["--help"]);
    assert_eq!(help.code, 0);
    let manual = run(&db, &["man"]).out;
    let script = run(&db, &["completions", "bash"]).out;
    assert!(script.contains("COMPLETE=\"bash\"") && script.contains("detente"), "{script}");
    let offered = |line: &[&str]| {
        let words: Vec<_> = line.iter().map(Into::into).collect();
        detente::cli::completions::candidates(words, line.len() - 1).expect("a place of the line")
    };
    let commands = offered(&["detente", ""]);
    for command in ["ingest", "extract", "at", "timeline", "diff", "positions", "graph", "log", "replay", "explain"] {
        assert!(help.out.contains(&format!("  {command} ")), "{}", help.out);
        assert!(manual.contains(command) && commands.iter().any(|offered| offered == command), "{command}");
    }
    let actors = offered(&["detente", "at", "2024-02-01", "jap"]);
    assert!(actors.contains(&"Japan".to_owned()) && !actors.contains(&"Russia".to_owned()), "{actors:?}");
    // A name of several words would fall apart in a shell: the id stands for it.
    let actors = offered(&["detente", "graph", "--around", "united st"]);
    assert!(actors.contains(&"USA".to_owned()), "{actors:?}");
}

#[test]
fn the_sample_articles_are_read_from_their_folder() {
    let folder = store();
    let ran = run(&folder.path().join("db"), &["ingest", &project("examples/articles"), "--json"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let found = lines(&ran);
    assert_eq!(found.len(), 15);
    assert!(found.iter().all(|line| line["status"] == "recorded"), "{found:?}");
    assert!(found.iter().all(|line| line["events"].as_u64() > Some(0)), "{found:?}");
}

#[test]
fn a_report_is_one_page_without_network() {
    let (folder, db) = with_article();
    let page = folder.path().join("page.html");
    let ran = run(&db, &["report", "Russia", "Japan", "--at", "2022-04-01", "-o", page.to_str().expect("a path")]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let html = std::fs::read_to_string(page).expect("a page");
    assert!(html.contains("suspended by Russia since 2022-03-21"), "{html}");
    assert!(html.contains("Russia suspended negotiations on a peace treaty with Japan"), "{html}");
    assert!(!html.contains("src=") && !html.contains("<link") && !html.contains("url(http"), "{html}");
    assert!(html.contains("default-src 'none'"), "{html}");
}

#[test]
fn the_help_is_what_was_reviewed() {
    let folder = store();
    let help = run(&folder.path().join("db"), &["--help"]).out;
    let file = project("tests/cli/help.txt");
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        std::fs::write(&file, &help).expect("a file");
    }
    // Lines break where the terminal ends; the words are what is compared.
    let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(words(&help), words(&std::fs::read_to_string(file).unwrap_or_default()), "run with UPDATE_EXPECT=1");
}
