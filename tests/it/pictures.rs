//! The pictures of the README are what the commands beside them draw. `UPDATE_EXPECT=1` draws them anew.

use crate::diagrams::xml;
use crate::run::{project, run};
use std::fs;
use std::path::Path;

/// Ingests the sample articles in the order of their names, or the other way round.
fn store(folder: &Path, reversed: bool) -> std::path::PathBuf {
    let store = folder.join("db");
    let mut articles: Vec<String> = fs::read_dir(project("examples/articles"))
        .expect("the articles")
        .map(|entry| entry.expect("an entry").path().to_string_lossy().into_owned())
        .collect();
    articles.sort();
    if reversed {
        articles.reverse();
    }
    let mut args = vec!["ingest"];
    args.extend(articles.iter().map(String::as_str));
    let ran = run(&store, &args);
    assert_eq!(ran.code, 0, "{}", ran.err);
    // Articles are recorded in the order in which they are named.
    let first = run(&store, &["log", "--to-seq", "0"]).out;
    assert_eq!(first.contains("2025"), reversed, "{first}");
    store
}

#[test]
fn pictures_are_what_the_commands_beside_them_draw() {
    let (one, other) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
    let (store, turned) = (store(one.path(), false), store(other.path(), true));
    let readme = fs::read_to_string(project("README.md")).expect("the README");
    let commands = readme.lines().filter_map(|line| line.strip_prefix("detente ")?.split_once(" > examples/pictures/"));
    let mut n_pictures = 0;
    for (command, file) in commands {
        let args: Vec<&str> = command.split_whitespace().collect();
        let ran = run(&store, &args);
        assert_eq!(ran.code, 0, "{command}: {}", ran.err);
        assert_eq!(run(&turned, &args).out, ran.out, "{command} depends on the order of ingestion");
        xml(&ran.out);
        let path = project(&format!("examples/pictures/{file}"));
        if std::env::var_os("UPDATE_EXPECT").is_some() {
            fs::write(&path, &ran.out).expect("a file");
        }
        let drawn = fs::read_to_string(&path).unwrap_or_default();
        assert!(drawn == ran.out, "examples/pictures/{file} is out of date: run the tests with UPDATE_EXPECT=1");
        assert!(readme.contains(&format!("](examples/pictures/{file})")), "{file} is not shown");
        n_pictures += 1;
    }
    assert_eq!(n_pictures, 3);
}

/// The page holds no number that depends on the order of ingestion either.
#[test]
fn the_page_is_the_same_in_whatever_order_articles_came() {
    let page = |reversed| {
        let folder = tempfile::tempdir().expect("a folder");
        let store = store(folder.path(), reversed);
        let file = folder.path().join("page.html");
        let ran = run(&store, &["report", "Japan", "--at", "2024-02-01", "-o", file.to_str().expect("a path")]);
        assert_eq!(ran.code, 0, "{}", ran.err);
        fs::read_to_string(file).expect("a page")
    };
    let page_once = page(false);
    assert!(page_once == page(true), "the page depends on the order of ingestion");
    assert!(page_once.len() < 600_000, "{} bytes", page_once.len());
}
