//! What goes wrong, and what is said about it: the words, the hint, the exit code.

use crate::run::run;
use expect_test::{Expect, expect};
use std::fs;
use tempfile::TempDir;

fn folder() -> TempDir {
    tempfile::tempdir().expect("a folder")
}

/// Runs in a fresh folder and compares code and stderr; the folder's name is written DIR.
fn check(files: &[(&str, &[u8])], args: &[&str], want: Expect) {
    let folder = folder();
    let root = folder.path().to_str().expect("a path").to_owned();
    for (name, bytes) in files {
        fs::write(folder.path().join(name), bytes).expect("a file");
    }
    let args: Vec<String> = args.iter().map(|arg| arg.replace("DIR", &root)).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let ran = run(&folder.path().join("db"), &args);
    want.assert_eq(&format!("exit {}\n{}", ran.code, ran.err.replace(&root, "DIR")));
}

#[test]
fn an_article_without_a_year_says_what_to_type() {
    let article = b"Envoy recalled\n\nANKARA, March 3. /OWN/. Turkey recalled its ambassador to Israel.\n";
    check(
        &[("a.txt", article)],
        &["ingest", "DIR/a.txt"],
        expect![[r#"
            exit 2
            Error: DIR/a.txt:1: has no publication date: its dateline, "March 3", has no year
            Hint: detente ingest DIR/a.txt --published 2024-01-31
        "#]],
    );
}

#[test]
fn a_mixed_folder_names_what_is_not_good() {
    let long = "a".repeat(5 << 20);
    check(
        &[
            ("binary.txt", b"\x7fELF\0\0\0\0\0"),
            ("empty.txt", b""),
            ("good.json", br#"{"text":"Japan expelled eight Russian diplomats.","published":"2022-04-08"}"#),
            ("latin.txt", b"Envoy recalled\n\nT\xfcrkiye recalled its envoy.\n"),
            (
                "lines.jsonl",
                b"{\"text\":\"Japan expelled eight Russian diplomats.\",\"published\":\"2022-04-08\"}\n{\"text\":\"Jap",
            ),
            ("long.txt", long.as_bytes()),
            ("photo.jpg", b"x"),
            ("russian.txt", "Япония выслала восемь российских дипломатов.".as_bytes()),
        ],
        &["ingest", "DIR", "--published", "2024-01-31"],
        expect![[r#"
            exit 2
            Error: DIR/binary.txt:1: is binary: UTF-8 text was expected
            Error: DIR/empty.txt:1: is empty: an article was expected
            Error: DIR/latin.txt:3: is not UTF-8: byte 0xFC in column 2 begins no character (often Latin-1 or Windows-1252)
            Error: DIR/lines.jsonl:2: is not whole JSON: EOF while parsing a string in column 12
            Error: DIR/long.txt:1: has more than 4 MiB in one article, the most that is read
            Error: DIR/photo.jpg has the extension "jpg": one of txt, md, html, htm, json, jsonl, ndjson, xml, rss, atom was expected
            Error: DIR/russian.txt:1: is not in English: 100 of 100 letters are not Latin, such as 'Я'
            Hint: iconv -f WINDOWS-1252 -t UTF-8 DIR/latin.txt > FILE
            Hint: split DIR/long.txt into one file or line for each article
            Hint: turn DIR/binary.txt into text first; detente reads txt, md, html, json, jsonl and xml
        "#]],
    );
}

#[test]
fn what_is_not_there_is_said_with_the_way_on() {
    check(
        &[],
        &["ingest", "DIR/no.txt"],
        expect![[r#"
        exit 2
        Error: DIR/no.txt cannot be read: No such file or directory (os error 2)
    "#]],
    );
    check(
        &[],
        &["at", "2024", "Japan", "Russia"],
        expect![[r#"
        exit 3
        Error: there is no store at DIR/db
        Hint: detente ingest FILE makes a store; --store DIR or DETENTE_STORE names another one
    "#]],
    );
    check(
        &[],
        &["ontology", "show", "negotiation"],
        expect![[r#"
        exit 2
        Error: "negotiation" is neither an event type nor a dimension
        Hint: detente ontology show negotiations
    "#]],
    );
    check(
        &[("bad.toml", b"[[dimension]]\nnam = \"x\"\n")],
        &["ontology", "lint", "--schema", "DIR/none"],
        expect![[r#"
        exit 2
        Error: the schema in DIR/none cannot be read
        Caused by: No such file or directory (os error 2)
    "#]],
    );
    check(
        &[("dimensions.toml", b"[[dimension]]\nnam = \"x\"\n")],
        &["extract", "-", "--schema", "DIR"],
        expect![[r#"
            exit 2
            Error: 5 problems in the schema
              schema/dimensions.toml: nothing reads this file; one of actors/, english/, frames/, lexicon/, ontology/ was expected
              schema/lexicon/mode.toml: the file is missing
              schema/lexicon/speech.toml: the file is missing
              schema/lexicon/time.toml: the file is missing
              schema/lexicon/topic.toml: the file is missing
            Hint: detente ontology lint --schema DIR
        "#]],
    );
}

#[test]
fn names_that_are_not_known_are_told_with_the_nearest() {
    let folder = folder();
    let db = folder.path().join("db");
    let file = folder.path().join("a.json");
    fs::write(&file, r#"{"text":"Japan expelled eight Russian diplomats.","published":"2022-04-08"}"#).expect("a file");
    assert_eq!(run(&db, &["ingest", file.to_str().expect("a path")]).code, 0);
    let said = |args: &[&str]| {
        let ran = run(&db, args);
        format!("exit {}\n{}", ran.code, ran.err)
    };
    let germany = said(&["at", "2024", "GRMANY", "Japan"]);
    assert!(germany.starts_with("exit 2\nError: no actor is known as \"GRMANY\"\nHint: did you mean "), "{germany}");
    assert!(germany.contains("Germany"), "{germany}");
    expect![[r#"
        exit 2
        Error: "Japan" and "Tokyo" are both Japan: two actors were expected
    "#]]
    .assert_eq(&said(&["at", "2024", "Japan", "Tokyo"]));
    expect![[r#"
        exit 2
        Error: "xyz" is not the id of an event: at least four of its digits were expected
        Hint: detente timeline ACTOR ACTOR --json shows ids
    "#]]
    .assert_eq(&said(&["explain", "xyz"]));
    expect![[r#"
        exit 2
        Error: no event of the log has an id that begins with 00000000
    "#]]
    .assert_eq(&said(&["explain", "00000000"]));
}

#[test]
fn dates_are_checked_where_they_are_typed() {
    check(
        &[],
        &["at", "31.01.2024", "Japan", "Russia"],
        expect![[r#"
        exit 2
        error: invalid value '31.01.2024' for '<DATE>': "31.01.2024" is not a date: 2022-04-01, 2022-04, 2022 or "March 21, 2022" was expected

        For more information, try '--help'.
    "#]],
    );
    check(
        &[],
        &["ingest", "x.txt", "--published", "2024-01"],
        expect![[r#"
        exit 2
        error: invalid value '2024-01' for '--published <DATE>': "2024-01" is not a date: 2022-04-01, 2022-04, 2022 or "March 21, 2022" was expected

        For more information, try '--help'.
    "#]],
    );
}

#[test]
fn a_store_that_is_held_or_is_no_store_exits_with_3() {
    let folder = folder();
    let db = folder.path().join("db");
    let held = detente::workspace::Workspace::open(&db).expect("a store");
    let ran = run(&db, &["at", "2024", "Japan", "Russia"]);
    assert_eq!(ran.code, 3, "{}", ran.err);
    assert!(ran.err.contains("in use by another process"), "{}", ran.err);
    drop(held);
    assert_eq!(run(&db, &["at", "2024", "Japan", "Russia"]).code, 0);
}

#[test]
fn what_is_asked_wrongly_is_not_answered_with_nothing() {
    let sample = || {
        let text = "Published: 2022-04-08\nTitle: Envoys\n\nJapan expelled eight Russian diplomats on Friday.\n";
        let folder = folder();
        fs::write(folder.path().join("a.txt"), text).expect("a file");
        let db = folder.path().join("db");
        assert_eq!(run(&db, &["ingest", folder.path().join("a.txt").to_str().expect("a path")]).code, 0);
        (folder, db)
    };
    let (_folder, db) = sample();
    let cases: &[(&[&str], &str)] = &[
        (
            &["positions", "Japan", "--on", "peace-traty"],
            "Error: peace-traty is not a topic\nHint: did you mean peace-treaty?\n",
        ),
        (
            &["at", "2023", "Japan", "--topic", "peace-traty"],
            "Error: peace-traty is not a topic\nHint: did you mean peace-treaty?\n",
        ),
        (
            &["at", "2023", "Japan", "--topic", "xyzzy"],
            "Error: xyzzy is not a topic\nHint: detente at DATE ACTOR names the topics of its relations\n",
        ),
        (
            &["timeline", "Japan", "--from", "2023", "--to", "2022"],
            "Error: 2022-12-31 lies before 2023-01-01: the earlier day belongs to --from\n",
        ),
    ];
    for (args, want) in cases {
        let ran = run(&db, args);
        assert_eq!((ran.code, ran.err.as_str()), (2, *want), "{args:?}");
    }
}
