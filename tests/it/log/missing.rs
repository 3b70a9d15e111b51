//! Events whose articles the log does not hold: commands answer, and say that the words are not there.

use super::generate::{Events, instant};
use crate::run::run;
use detente::log::Log as _;
use detente::log::store::DiskLog;
use serde_json::Value;

const N_EVENTS: usize = 250;

#[test]
fn problems_are_counted_and_the_first_are_told() -> Result<(), Box<dyn std::error::Error>> {
    let folder = tempfile::tempdir()?;
    let mut log = DiskLog::open(folder.path())?;
    let bodies = Events::new(3).bodies(N_EVENTS);
    log.append(instant(0), bodies)?;
    drop(log);

    let text = run(folder.path(), &["verify"]);
    assert_eq!(text.code, 1, "{}", text.err);
    assert_eq!(text.out.lines().filter(|line| line.contains("did not come before")).count(), 100);
    assert!(text.out.contains("\nand 150 more problems\nThe log is damaged: 250 records"), "{}", text.out);
    let document: Value = serde_json::from_str(&run(folder.path(), &["verify", "--json"]).out)?;
    assert_eq!(document["problems"].as_array().map(Vec::len), Some(100));
    assert_eq!(document["more_problems"], 150);
    Ok(())
}

#[test]
fn pictures_name_what_is_missing() -> Result<(), Box<dyn std::error::Error>> {
    let folder = tempfile::tempdir()?;
    let mut log = DiskLog::open(folder.path())?;
    let mut events = Events::new(3);
    log.append(instant(0), events.bodies(N_EVENTS))?;
    let event = events.event();
    drop(log);
    for format in ["dot", "svg", "json"] {
        let drawn = run(folder.path(), &["graph", "--at", "2024-06-01", "--format", format]);
        assert_eq!(drawn.code, 0, "{format}: {}", drawn.err);
        assert_eq!(drawn.out.contains("the log holds no article"), format != "json", "{format}: {}", drawn.out);
    }
    let (one, other) = (event.actors[0].party().as_str(), event.recipients[0].party().as_str());
    for args in [["at", "2024-06-01"], ["timeline", "--strict"]] {
        let told = run(folder.path(), &[&args[..], &[one, other]].concat());
        assert!(told.code < 2, "{args:?}: {}", told.err);
    }
    let checked = run(folder.path(), &["replay", "--check"]);
    assert_eq!(checked.out, format!("The graph equals the replay of {N_EVENTS} records.\n"), "{}", checked.err);
    Ok(())
}
