//! From one log to another: backup and restore.

use super::chain::Checker;
use super::{Head, Log, LogError};
use crate::model::id::Seq;

/// How many records are appended at once.
const BATCH: usize = 4096;

/// Appends to `copy` what `log` holds beyond it, and returns how many records that were.
///
/// A backup is a copy into a store of its own, which costs only what is new the next time; to restore is
/// to copy a backup into an empty store. Each record is checked against the chain on the way.
///
/// # Errors
/// When `copy` holds anything that `log` does not, or one of them cannot be used.
pub fn copy(log: &impl Log, copy: &mut impl Log) -> Result<u64, LogError> {
    let start = copy.head();
    if let Some(last) = start.count.checked_sub(1) {
        let (ours, theirs) = (log.get(Seq(last))?, copy.get(Seq(last))?);
        if let (Some(theirs), ours) = (theirs, ours)
            && ours.as_ref() != Some(&theirs)
        {
            let expected = ours.map(|ours| ours.hash).unwrap_or_default();
            return Err(super::chain::ChainError::Hash { seq: Seq(last), expected, found: theirs.hash }.into());
        }
    }
    let mut checker = Checker::after(start);
    let mut batch = Vec::with_capacity(BATCH);
    for record in log.read(start.next()..log.head().next()) {
        let record = record?;
        checker.check(&record)?;
        batch.push(record);
        if batch.len() == BATCH {
            copy.adopt(&batch)?;
            batch.clear();
        }
    }
    copy.adopt(&batch)?;
    Ok(copy.head().count - start.count)
}

/// What a check of a whole log found.
#[derive(Debug)]
pub struct Verification {
    /// Where the records end that were found whole.
    pub whole: Head,
    /// What stands after them, where they do not reach the head.
    pub damage: Option<LogError>,
}

/// Reads every record and checks position, instant, link and hash.
#[must_use]
pub fn verify(log: &impl Log) -> Verification {
    let mut checker = Checker::default();
    let damage = log.all().find_map(|record| record.and_then(|record| checker.check(&record)).err());
    let whole = checker.head();
    let damage = damage.or_else(|| {
        (whole != log.head())
            .then(|| super::chain::ChainError::Position { expected: whole.next(), found: log.head().next() }.into())
    });
    Verification { whole, damage }
}
