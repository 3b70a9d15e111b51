//! The same report in every form gives the same events, and every quote is found where it is said to be.

use crate::run::{Ran, run};
use serde_json::Value;
use std::fs;

const REPORT: &str = "Japan expelled eight Russian diplomats on Friday in answer to the war in Ukraine. \
     They have until the end of the month to leave the country with their families and all of their belongings.";

fn extract(name: &str, text: &str) -> (u8, Vec<Value>) {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join(name);
    fs::write(&file, text).expect("a file");
    let Ran { code, out, err } = run(&folder.path().join("db"), &["extract", file.to_str().expect("a path"), "--json"]);
    assert!(code == 0, "{name}: {err}");
    (code, out.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect())
}

#[test]
fn every_form_gives_the_same_events() {
    let object = format!("{{\"text\":{REPORT:?},\"published\":\"2022-04-08\"}}");
    let forms = [
        ("a.txt", format!("Title: Of the day\nPublished: 2022-04-08\n\n{REPORT}\n")),
        ("a.json", object.clone()),
        ("a.jsonl", format!("{object}\n")),
        (
            "a.html",
            format!(
                "<html lang=\"en\"><head><title>Of the day</title><meta property=\"article:published_time\" content=\"2022-04-08\"></head><body><article><p>{REPORT}</p></article></body></html>"
            ),
        ),
        (
            "a.xml",
            format!(
                "<rss version=\"2.0\"><channel><title>Own Wire</title><item><title>Of the day</title><guid>1</guid><pubDate>Fri, 08 Apr 2022 10:00:00 GMT</pubDate><description>{REPORT}</description></item></channel></rss>"
            ),
        ),
    ];
    for (name, text) in forms {
        let (_, lines) = extract(name, &text);
        let events = lines[0]["events"].as_array().expect("events");
        let expelled = events.iter().find(|event| event["type"] == "diplomats-expelled");
        let expelled = expelled.unwrap_or_else(|| panic!("{name}: {events:?}"));
        assert_eq!(expelled["occurred"]["latest"], "2022-04-08", "{name}");
        assert_eq!(expelled["actors"][0]["country"], "JPN", "{name}");
        assert_eq!(expelled["recipients"][0]["country"], "RUS", "{name}");
        assert_eq!(expelled["plover"], "SANCTION", "{name}");
    }
}

#[test]
fn plain_text_is_quoted_by_its_own_bytes() {
    let text = format!("\u{feff}Title: Of the day\nPublished: 2022-04-08\n\n“{REPORT}” – Tōkyō\n");
    let (_, lines) = extract("a.txt", &text);
    let events = lines[0]["events"].as_array().expect("events");
    assert!(!events.is_empty());
    for event in events {
        let at = |key: &str| usize::try_from(event["evidence"][key].as_u64().expect("a number")).expect("small");
        assert_eq!(event["evidence"]["quote"], text[at("start")..at("end")], "{event}");
    }
}
