//! The article that the project began from, where it lies beside the project: what must be answered from it.

use crate::run::{project, run};
use serde_json::Value;
use std::path::Path;

/// The answer on a day, none where the article is not there.
fn ask(args: &[&str]) -> Option<Value> {
    let seed = project("../shared/seed/tass-2024-01-31.txt");
    if !Path::new(&seed).exists() {
        println!("skipped: {seed} is not there");
        return None;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let db = folder.path().join("db");
    let ran = run(&db, &["ingest", &seed, "--published", "2024-01-31"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let ran = run(&db, args);
    assert_eq!(ran.code, 0, "{}", ran.err);
    Some(serde_json::from_str(&ran.out).expect("JSON"))
}

fn relation<'a>(answer: &'a Value, dimension: &str) -> Option<&'a Value> {
    answer["relations"].as_array()?.iter().find(|relation| relation["dimension"] == dimension)
}

#[test]
fn talks_were_under_way_and_then_suspended() {
    let Some(before) = ask(&["at", "2022-03-01", "Russia", "Japan", "--json"]) else { return };
    let talks = relation(&before, "negotiations").expect("negotiations");
    assert_eq!(
        (&talks["topic"], &talks["state"], &talks["basis"]),
        (&"peace-treaty".into(), &"under-way".into(), &"implied".into())
    );
    let Some(after) = ask(&["at", "2022-04-01", "Russia", "Japan", "--json"]) else { return };
    let talks = relation(&after, "negotiations").expect("negotiations");
    assert_eq!((&talks["state"], &talks["from"]), (&"suspended".into(), &"RUS".into()));
    assert_eq!(talks["since"]["earliest"], "2022-03-21");
}

#[test]
fn in_2024_they_still_were_and_sanctions_in_force() {
    let Some(answer) = ask(&["at", "2024-02-01", "Russia", "Japan", "--json"]) else { return };
    let talks = relation(&answer, "negotiations").expect("negotiations");
    assert_eq!((&talks["state"], &talks["last_confirmed"]), (&"suspended".into(), &"2024-01-31".into()));
    assert_eq!(talks["since"]["latest"], "2022-03-21");
    let sanctions = relation(&answer, "sanctions").expect("sanctions");
    assert_eq!((&sanctions["state"], &sanctions["basis"]), (&"in-force".into(), &"confirmed".into()));
    assert_eq!((&sanctions["from"], &sanctions["since"]["earliest"]), (&"JPN".into(), &Value::Null));
    assert!(relation(&answer, "force").is_none(), "a treaty that is wished for is no peace: {answer}");
    let holds = |holder: &str, stance: &str, topic: &str| {
        let positions = answer["positions"].as_array().expect("positions");
        positions.iter().any(|one| one["holder"] == holder && one["stance"] == stance && one["topic"] == topic)
    };
    assert!(holds("RUS", "refuses", "peace-treaty"), "{answer}");
    assert!(holds("JPN", "supports", "peace-treaty"), "{answer}");
    assert!(holds("JPN", "supports", "territorial-dispute"), "{answer}");
}

#[test]
fn before_it_was_published_nothing_was_known() {
    let Some(answer) = ask(&["at", "2024-02-01", "Russia", "Japan", "--known-by", "2023-12-31", "--json"]) else {
        return;
    };
    assert_eq!(answer["relations"], Value::Array(Vec::new()));
    assert_eq!(answer["positions"], Value::Array(Vec::new()));
}

#[test]
fn every_row_that_must_come_out_does() {
    let seed = project("../shared/seed/tass-2024-01-31.txt");
    if !Path::new(&seed).exists() {
        println!("skipped: {seed} is not there");
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let ran = run(&folder.path().join("db"), &["extract", &seed, "--published", "2024-01-31", "--json"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let coded: Value = serde_json::from_str(&ran.out).expect("JSON");
    let events = coded["events"].as_array().expect("events");
    // Type, who acts, toward whom, what about, from when to when, and how often at least.
    let (day, earlier) = (Some("2024-01-31"), Some("2022-03-21"));
    let rows = [
        ("negotiations-refused", "RUS", "JPN", "peace-treaty", day, day, 2),
        ("statement-made", "JPN", "RUS", "territorial-dispute", None, day, 1),
        ("statement-made", "JPN", "RUS", "peace-treaty", None, day, 1),
        ("sanctions-maintained", "JPN", "RUS", "sanctions", None, day, 1),
        ("statement-made", "RUS", "JPN", "retaliatory-measures", earlier, earlier, 1),
        ("negotiations-suspended", "RUS", "JPN", "peace-treaty", earlier, earlier, 1),
        ("threat-made", "RUS", "JPN", "countermeasures", day, day, 1),
        ("accusation-made", "RUS", "JPN", "unfriendly-course", day, day, 1),
        ("accusation-made", "RUS", "JPN", "military-activity", day, day, 1),
    ];
    let counts_for = |side: &Value, country: &str| {
        side.as_array().is_some_and(|side| side.iter().any(|party| party["country"] == country))
    };
    for (kind, actor, recipient, topic, earliest, latest, least) in rows {
        let found = events.iter().filter(|event| {
            event["type"] == kind
                && counts_for(&event["actors"], actor)
                && counts_for(&event["recipients"], recipient)
                && event["topic"] == topic
                && event["mode"] == "actual"
                && event["occurred"]["earliest"].as_str() == earliest
                && event["occurred"]["latest"].as_str() == latest
        });
        let n_found = found.count();
        assert!(n_found >= least, "{kind} on {topic}: {n_found} of {least} in {events:#?}");
    }
    let kinds: Vec<&str> = events.iter().filter_map(|event| event["type"].as_str()).collect();
    assert!(!kinds.contains(&"forces-mobilised"), "what one side alleges of the other is no act: {kinds:?}");
    let refuses = |event: &&Value| event["type"] == "negotiations-refused" && counts_for(&event["actors"], "JPN");
    assert!(!events.iter().any(|event| refuses(&event)), "Japan refuses nothing");
}
