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
