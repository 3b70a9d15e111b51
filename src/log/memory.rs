//! A log in memory: the twin of the one on disk, for tests, examples and one-shot runs.

use super::{Head, Log, LogError, Records, chain};
use crate::model::id::Seq;
use crate::model::record::Record;
use std::ops::Range;

/// A log that ends with the process.
#[derive(Debug, Clone, Default)]
pub struct MemoryLog {
    records: Vec<Record>,
}

impl MemoryLog {
    /// Makes an empty log.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Returns the records in order.
    #[must_use]
    pub fn records(&self) -> &[Record] {
        &self.records
    }
}

impl Log for MemoryLog {
    fn adopt(&mut self, records: &[Record]) -> Result<(), LogError> {
        let mut head = self.head();
        for record in records {
            chain::check_link(&head, record)?;
            head = Head::after(record);
        }
        self.records.extend_from_slice(records);
        Ok(())
    }

    fn read(&self, range: Range<Seq>) -> Records<'_> {
        let place = |seq: Seq| usize::try_from(seq.0).unwrap_or(usize::MAX).min(self.records.len());
        let (start, end) = (place(range.start), place(range.end));
        Box::new(self.records.get(start..end).unwrap_or_default().iter().cloned().map(Ok))
    }

    fn head(&self) -> Head {
        self.records.last().map_or_else(Head::default, Head::after)
    }
}
