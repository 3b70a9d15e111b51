//! The log as text: same bytes, same hashes, and a chain that anyone can recompute.

use super::generate::{Events, article, instant};
use super::records;
use detente::log::Log;
use detente::log::archive::{self, ArchiveError};
use detente::log::memory::MemoryLog;

fn sample() -> Result<MemoryLog, ArchiveError> {
    let mut log = MemoryLog::new();
    log.append(instant(0), vec![article(5, 400)])?;
    log.append(instant(1), Events::new(3).bodies(30))?;
    Ok(log)
}

fn exported(log: &impl Log) -> Result<String, ArchiveError> {
    let mut out = Vec::new();
    archive::export(log.all(), &mut out)?;
    Ok(String::from_utf8(out).expect("UTF-8"))
}

fn told(error: &ArchiveError) -> String {
    let cause = std::error::Error::source(error).map(|cause| format!(": {cause}")).unwrap_or_default();
    format!("{error}{cause}")
}

#[test]
fn out_and_in_again_is_the_same() -> Result<(), ArchiveError> {
    let log = sample()?;
    let text = exported(&log)?;
    let mut copy = MemoryLog::new();
    let done = archive::import(text.as_bytes(), &mut copy)?;
    assert_eq!((done.added, done.present), (31, 0));
    assert_eq!(records(&copy)?, records(&log)?);
    assert_eq!(exported(&copy)?, text);
    let again = archive::import(text.as_bytes(), &mut copy)?;
    assert_eq!((again.added, again.present), (0, 31));
    Ok(())
}

#[test]
fn a_wrong_line_is_named() -> Result<(), ArchiveError> {
    let text = exported(&sample()?)?;
    let lines: Vec<&str> = text.lines().collect();
    let import = |lines: &[String]| {
        let mut log = MemoryLog::new();
        let error = archive::import(lines.join("\n").as_bytes(), &mut log).expect_err("a wrong line");
        (told(&error), log.head().count)
    };
    let with = |index: usize, change: &dyn Fn(&str) -> String| {
        let mut lines: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
        lines[index] = change(&lines[index]);
        lines
    };
    let (message, held) = import(&with(4, &|line| {
        line.replacen("negotiations-", "negotiation-", 1)
            .replace("accusation", "acusation")
            .replace("sanctions-", "sanction-")
            .replace("meeting", "meetings")
            .replace("statement", "statements")
            .replace("agreement", "agreements")
    }));
    assert!(message.starts_with("line 5 of the archive breaks the chain: record 4 says its hash is"), "{message}");
    assert_eq!(held, 4);
    let (message, _) = import(&with(7, &|line| line.replacen(':', ": ", 1)));
    assert_eq!(
        message,
        "line 8 of the archive is no record of this log: the record is not in canonical form from byte 7 on; its \
         hash would not be that of its bytes"
    );
    let (message, _) = import(&with(2, &|line| line.replacen("\"schema\":1", "\"schema\":9", 1)));
    assert_eq!(
        message,
        "line 3 of the archive is no record of this log: the record has schema 9, and this version reads up to 1"
    );
    let (message, _) = import(&with(2, &|line| line[..40].to_owned()));
    assert!(message.starts_with("line 3 of the archive is no record of this log: EOF while parsing"), "{message}");
    let mut gap: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
    gap.remove(10);
    let (message, _) = import(&gap);
    assert_eq!(message, "line 11 of the archive breaks the chain: record 11 stands where record 10 was expected");
    Ok(())
}

#[test]
fn another_history_is_refused() -> Result<(), ArchiveError> {
    let text = exported(&sample()?)?;
    let mut log = MemoryLog::new();
    log.append(instant(0), vec![article(6, 400)])?;
    let error = archive::import(text.as_bytes(), &mut log).expect_err("another history");
    assert_eq!(error.to_string(), "line 1 of the archive is record 0, but the log holds another record there");
    Ok(())
}
