//! The log as text beside the store, so that it outlives the store.
//!
//! The file holds the lines of [`crate::log::archive`] and grows with each append. It is brought up to
//! the head when the store is opened; where the store has lost what the mirror still holds, it says so.

use super::view::View;
use crate::log::archive::form;
use crate::log::{LogError, folder};
use crate::model::id::Seq;
use crate::model::record::Record;
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::PathBuf;

/// The name of the file in the folder of a store.
pub const NAME: &str = "log.ndjson";

/// How many records are written at once when the mirror is brought up to the head.
const BATCH: usize = 4096;

/// The open file.
#[derive(Debug)]
pub(super) struct Mirror {
    path: PathBuf,
    file: File,
    length: u64,
}

impl Mirror {
    /// Opens the mirror of the log, creates it where there is none, and brings it up to the head.
    pub(super) fn open(view: &View) -> Result<Self, LogError> {
        let path = view.store.join(NAME);
        let fresh = !path.exists();
        let doing = format!("open {}", path.display());
        let file = File::options()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(&path)
            .map_err(|source| LogError::io(doing, source))?;
        if fresh {
            folder::sync(&view.store)?;
        }
        let mut mirror = Self { path, file, length: 0 };
        let last = mirror.last()?;
        let next = match &last {
            None => Seq(0),
            Some(last) => {
                let held = view.read(last.seq..last.seq.next()).next().transpose()?;
                match held {
                    Some(held) if held.hash == last.hash => last.seq.next(),
                    Some(_) => return Err(view.damaged(format!("record {} is not that of {NAME}", last.seq))),
                    None => {
                        return Err(view.damaged(format!(
                            "it holds {} records, but {NAME} beside it holds {}",
                            view.head.count,
                            last.seq.next()
                        )));
                    }
                }
            }
        };
        let mut batch = Vec::with_capacity(BATCH);
        for record in view.read(next..view.head.next()) {
            batch.push(record?);
            if batch.len() == BATCH {
                mirror.append(&batch)?;
                batch.clear();
            }
        }
        mirror.append(&batch)?;
        Ok(mirror)
    }

    /// Appends records that the log has acknowledged, durably.
    pub(super) fn append(&mut self, records: &[Record]) -> Result<(), LogError> {
        if records.is_empty() {
            return Ok(());
        }
        let mut bytes = Vec::new();
        for record in records {
            form::write_line(record, &mut bytes);
            bytes.push(b'\n');
        }
        self.file
            .seek(SeekFrom::Start(self.length))
            .and_then(|_| self.file.write_all(&bytes))
            .and_then(|()| self.file.sync_data())
            .map_err(|source| LogError::io(format!("write {}", self.path.display()), source))?;
        self.length += bytes.len() as u64;
        Ok(())
    }

    /// Reads the last whole line, and drops what follows it.
    fn last(&mut self) -> Result<Option<Record>, LogError> {
        let end = self.file.seek(SeekFrom::End(0)).map_err(|source| self.failed(source))?;
        let mut step = 1 << 16;
        loop {
            let from = end.saturating_sub(step);
            let mut bytes = Vec::new();
            self.file
                .seek(SeekFrom::Start(from))
                .and_then(|_| self.file.read_to_end(&mut bytes))
                .map_err(|source| self.failed(source))?;
            let whole = bytes.iter().rposition(|byte| *byte == b'\n');
            let lines = whole.and_then(|whole| bytes.get(..whole)).unwrap_or_default();
            let start = lines.iter().rposition(|byte| *byte == b'\n').map(|before| before + 1);
            if whole.is_some() && start.is_none() && from > 0 || whole.is_none() && from > 0 {
                step *= 4;
                continue;
            }
            self.length = whole.map_or(0, |whole| from + whole as u64 + 1);
            self.file.set_len(self.length).map_err(|source| self.failed(source))?;
            if whole.is_none() {
                return Ok(None);
            }
            let line = lines.get(start.unwrap_or(0)..).unwrap_or_default();
            return std::str::from_utf8(line)
                .ok()
                .and_then(|line| form::parse_line(line).ok())
                .map(Some)
                .ok_or_else(|| self.failed(io::Error::new(io::ErrorKind::InvalidData, "its last line is no record")));
        }
    }

    fn failed(&self, source: io::Error) -> LogError {
        LogError::io(format!("read {}", self.path.display()), source)
    }
}
