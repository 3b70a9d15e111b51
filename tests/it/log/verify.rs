//! What is wrong with a log as a whole is named, record by record.

use super::generate::{Events, article, instant};
use detente::log::store::DiskLog;
use detente::log::{Head, Log, LogError, chain};
use detente::model::id::{ArticleId, Digest, EventId};
use detente::model::record::{Body, Reading, Record};
use detente::model::span::Span;
use detente::workspace::Workspace;
use std::path::Path;

/// An article that counts, and an event whose words stand in it.
fn sound(events: &mut Events) -> [Body; 2] {
    let received = article(1, 600);
    let Body::ArticleReceived(about) = &received else { panic!("no article") };
    let mut event = events.event();
    event.article = about.article.id;
    event.evidence.span = Span::new(10, 50);
    event.evidence.quote = event.evidence.span.slice(&about.article.text).expect("words").to_owned();
    event.id = event.identify();
    [received, Body::EventRecorded(event)]
}

fn problems(store: &Path) -> Result<Vec<String>, Box<dyn std::error::Error>> {
    Ok(Workspace::open_existing(store)?.verify()?.problems)
}

/// Appends `body` after a sound article and event, and checks what is said of it.
fn check(body: impl FnOnce(&Body, &Body) -> Body, said: &str) -> Result<(), Box<dyn std::error::Error>> {
    let folder = tempfile::tempdir()?;
    let mut log = DiskLog::open(folder.path())?;
    let mut events = Events::new(8);
    let [received, event] = sound(&mut events);
    let third = body(&received, &event);
    log.append(instant(0), vec![received, event])?;
    drop(log);
    assert_eq!(problems(folder.path())?, Vec::<String>::new());
    DiskLog::open(folder.path())?.append(instant(1), vec![third])?;
    let found = problems(folder.path())?;
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].starts_with("record 2: ") && found[0].ends_with(said), "{found:?}");
    Ok(())
}

#[test]
fn words_that_the_article_does_not_have_are_named() -> Result<(), Box<dyn std::error::Error>> {
    check(
        |_, event| {
            let Body::EventRecorded(event) = event else { panic!("no event") };
            let mut moved = event.clone();
            moved.evidence.span = Span::new(11, 51);
            moved.id = moved.identify();
            Body::EventRecorded(moved)
        },
        "is not at bytes 11..51 of its article",
    )
}

#[test]
fn an_article_that_is_not_what_its_checksum_says_is_named() -> Result<(), Box<dyn std::error::Error>> {
    let other = |change: fn(&mut detente::model::record::ArticleReceived)| {
        move |_: &Body, _: &Body| {
            let Body::ArticleReceived(mut received) = article(2, 500) else { panic!("no article") };
            change(&mut received);
            Body::ArticleReceived(received)
        }
    };
    check(other(|received| received.article.text.push('.')), "has another checksum than it says")?;
    check(
        other(|received| received.revises = Some(ArticleId::of(&["never seen"]))),
        &format!("revises {}, which did not come before", ArticleId::of(&["never seen"])),
    )
}

#[test]
fn what_is_said_of_something_unknown_is_named() -> Result<(), Box<dyn std::error::Error>> {
    let (reason, by) = ("wrong".to_owned(), "a reader".to_owned());
    let unknown = EventId::of(&["never recorded"]);
    check(
        |_, _| Body::EventRetracted { event: unknown, reason: reason.clone(), by: by.clone() },
        &format!("event {unknown} did not come before"),
    )?;
    check(
        |_, event| {
            let Body::EventRecorded(event) = event else { panic!("no event") };
            let replacement = Box::new(event.clone());
            Body::EventAmended { event: unknown, replacement, reason: reason.clone(), by: by.clone() }
        },
        &format!("event {unknown} did not come before"),
    )?;
    check(
        |_, _| Body::ArticleRecoded {
            article: ArticleId::of(&["never seen"]),
            reading: Reading { coder: "0.2.0".to_owned(), ontology: Digest::default() },
            events: Vec::new(),
        },
        "was recoded before it was received",
    )
}

/// Seals bodies and changes one record afterwards, as who writes into the files of a store could.
fn forged(store: &Path, change: impl FnOnce(&mut [Record])) -> Result<(), LogError> {
    let mut records = chain::seal(&Head::default(), instant(0), sound(&mut Events::new(8)).into());
    records.extend(chain::seal(&Head::after(&records[1]), instant(1), vec![article(2, 100)]));
    change(&mut records);
    DiskLog::open(store)?.adopt(&records)
}

#[test]
fn a_record_that_is_not_the_one_that_was_hashed_is_named() -> Result<(), Box<dyn std::error::Error>> {
    let folder = tempfile::tempdir()?;
    forged(folder.path(), |records| {
        if let Body::EventRecorded(event) = &mut records[1].body {
            event.published = event.published.plus_days(1);
        }
    })?;
    let found = problems(folder.path())?;
    assert!(found[0].starts_with("record 1: record 1 says its hash is "), "{found:?}");
    Ok(())
}

#[test]
fn what_does_not_continue_the_chain_is_not_taken() {
    let folder = tempfile::tempdir().expect("a folder");
    let refused = |change: fn(&mut [Record])| forged(folder.path(), change).expect_err("refused").to_string();
    let said = refused(|records| records[1].prev = Digest::of(&[b"another"]));
    assert!(said.starts_with("record 1 follows a record with hash "), "{said}");
    let said = refused(|records| records[2].recorded_at = instant(-1));
    assert!(said.starts_with("record 2 was recorded at ") && said.contains("before the record before it"), "{said}");
    let said = refused(|records| records.swap(1, 2));
    assert_eq!(said, "record 2 stands where record 1 was expected");
    assert_eq!(DiskLog::peek(folder.path()).expect("a head"), Head::default());
}
