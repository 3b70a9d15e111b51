//! `evaluate`: counts worked out by hand on gold of our own, and the same numbers as the scripts beside the
//! project where these are.

use crate::run::{Ran, project, run};
use serde_json::Value;
use std::path::Path;
use std::process::Command;

fn evaluate(args: &[&str]) -> (Ran, Value) {
    let folder = tempfile::tempdir().expect("a folder");
    let all: Vec<&str> = ["evaluate", "--json"].into_iter().chain(args.iter().copied()).collect();
    let ran = run(&folder.path().join("db"), &all);
    assert!(!folder.path().join("db").exists(), "no store is touched");
    let document = serde_json::from_str(&ran.out).unwrap_or(Value::Null);
    (ran, document)
}

/// Three numbers of a document.
fn three(value: &Value, keys: [&str; 3]) -> [u64; 3] {
    keys.map(|key| value[key].as_u64().unwrap_or_else(|| panic!("{key} of {value}")))
}

#[test]
fn scores_are_those_worked_out_by_hand() {
    let (ran, found) = evaluate(&[&project("tests/gold/own.jsonl"), "--misses", "9"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    // Of four triples three come out: both ways of the talks and the expulsion.
    assert_eq!(three(&found["pairs"]["triples"], ["expected", "produced", "matched"]), [4, 3, 3]);
    assert_eq!(three(&found["pairs"]["countries"], ["expected", "produced", "matched"]), [4, 3, 3]);
    assert_eq!(found["pairs"]["misses"][0]["id"], "p3");
    // The same sentence under two classes: one is right, and the mean is over fifteen.
    assert_eq!(three(&found["classes"], ["sentences", "right", "right"]), [2, 1, 1]);
    let macro_f1 = found["classes"]["macro_f1"].as_f64().expect("a number");
    assert!((macro_f1 - (2.0 / 3.0) / 15.0).abs() < 1e-9, "{macro_f1}");
    let taken = &found["classes"]["confusion"][1];
    assert_eq!((&taken["wanted"], &taken["given"]), (&"YIELD".into(), &"SANCTION".into()));
    assert_eq!(three(&found["negatives"], ["sentences", "coded", "coded"]), [1, 0, 0]);
    let articles = &found["articles"];
    assert_eq!(three(articles, ["articles", "expected", "found"]), [1, 2, 1]);
    assert_eq!(three(articles, ["states", "right", "right"]), [2, 1, 1]);
    assert_eq!(articles["forbidden"], Value::Array(Vec::new()));
    assert_eq!(articles["misses"].as_array().map(Vec::len), Some(2), "{articles}");
}

#[test]
fn parts_make_up_the_whole() {
    let gold = project("tests/gold/own.jsonl");
    let sentences = |args: &[&str]| {
        let (_, found) = evaluate(&[&[gold.as_str()], args].concat());
        ["pairs", "classes"].map(|form| found[form]["sentences"].as_u64().unwrap_or(0)).iter().sum::<u64>()
    };
    let whole = sentences(&[]);
    let held_out = sentences(&["--holdout", "1/2"]);
    assert_eq!(held_out + sentences(&["--without", "1/2"]), whole);
    assert_eq!(held_out + sentences(&["--holdout", "2/2"]), whole);
    assert!(held_out > 0 && held_out < whole, "{held_out} of {whole}");
}

#[test]
fn what_is_no_gold_is_refused_by_file_and_line() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("gold.jsonl");
    std::fs::write(&path, "\n{\"phrase\":\"Peru\"}\n").expect("a file");
    let (ran, _) = evaluate(&[path.to_str().expect("a path")]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("gold.jsonl:2: is no row of gold"), "{}", ran.err);
    assert!(ran.err.contains("Hint: detente evaluate --help"), "{}", ran.err);
    let (ran, _) = evaluate(&[&project("tests/gold/own.jsonl"), "--holdout", "3/2"]);
    assert_eq!(ran.code, 2);
}

/// Runs a script beside the project; none where it or Python is not there.
fn script(name: &str, args: &[&str]) -> Option<String> {
    let path = project(&format!("../shared/gold/{name}"));
    let python = Command::new("python3").arg("--version").output();
    if !Path::new(&path).exists() || python.is_err() {
        println!("skipped: {path} or python3 is not there");
        return None;
    }
    let ran = Command::new("python3").arg(&path).arg(env!("CARGO_BIN_EXE_detente")).args(args).output();
    let ran = ran.expect("python3 runs");
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    Some(String::from_utf8_lossy(&ran.stdout).into_owned())
}

#[test]
fn numbers_are_those_of_the_scripts() {
    let Some(told) = script("score.py", &[]) else { return };
    let files =
        ["gsr_dev.jsonl", "plv_train.jsonl", "newsroom.jsonl"].map(|file| project(&format!("../shared/gold/{file}")));
    let (ran, found) = evaluate(&files.each_ref().map(String::as_str));
    assert_eq!(ran.code, 0, "{}", ran.err);
    let [expected, produced, matched] = three(&found["pairs"]["triples"], ["expected", "produced", "matched"]);
    let both = found["pairs"]["countries"]["f1"].as_f64().expect("a number");
    let number = |value: &Value| value.as_f64().expect("a number");
    let (macro_f1, accuracy) = (number(&found["classes"]["macro_f1"]), number(&found["classes"]["accuracy"]));
    let (coded, all) = (&found["negatives"]["coded"], &found["negatives"]["sentences"]);
    for line in [
        format!("gsr triples: expected {expected} produced {produced} matched {matched} "),
        format!("pair-only F1 {both:.3}"),
        format!("macro F1 {macro_f1:.3} accuracy {accuracy:.3}"),
        format!("negatives: {coded} of {all} sentences"),
    ] {
        assert!(told.contains(&line), "{line:?} is not in\n{told}");
    }
    let by_class = found["classes"]["by_class"].as_array().expect("classes");
    for class in by_class {
        let line = format!("{} {:.2}", class["class"].as_str().expect("a name"), number(&class["f1"]));
        assert!(told.contains(&line), "{line:?} is not in\n{told}");
    }
}

#[test]
fn articles_are_counted_as_by_the_script() {
    let Some(told) = script("check_articles.py", &[]) else { return };
    let files =
        ["articles_dev.jsonl", "articles_dev_expect.jsonl"].map(|file| project(&format!("../shared/gold/{file}")));
    let (ran, found) = evaluate(&files.each_ref().map(String::as_str));
    assert_eq!(ran.code, 0, "{}", ran.err);
    let articles = &found["articles"];
    let n_forbidden = articles["forbidden"].as_array().map_or(0, Vec::len);
    let line = format!(
        "articles: events {}/{}, forbidden {n_forbidden}, extra events an article {:.2}, states {}/{}",
        articles["found"],
        articles["expected"],
        articles["extra_each"].as_f64().expect("a number"),
        articles["right"],
        articles["states"],
    );
    assert!(told.contains(&line), "{line:?} is not\n{told}");
}
