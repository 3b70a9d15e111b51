//! The log as text beside the store, so that it outlives the store.
//!
//! The file holds the lines of [`crate::log::archive`] and grows with each append. It is begun where an empty file
//! is put in its place, and brought up to the head when the store is opened; where the store has lost what the mirror
//! still holds, it says so.
//!
//! Where the power failed during a write, any part of it may be missing, in the middle too. So no write is longer
//! than a mebibyte, but for a line that is, each is synced before the next, and who opens the file looks through as
//! much at its end: from the first line on that is not as it was written, it is written anew.

use super::view::View;
use crate::log::archive::form;
use crate::log::{Head, LogError, chain, folder};
use crate::model::id::Seq;
use crate::model::record::Record;
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::PathBuf;

/// The name of the file in the folder of a store.
pub const NAME: &str = "log.ndjson";

/// How many records are handed over at once when the mirror is brought up to the head.
const BATCH: usize = 4096;

/// How many bytes are written at once, where no line is longer.
const WRITE: usize = 1 << 20;

/// What the first line begins with.
const FIRST: &[u8] = b"{\"seq\":0,";

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
        // Not before: where the log cannot be read, what is left of the mirror may be all that there is.
        mirror.file.set_len(mirror.length).map_err(|source| mirror.failed(source))?;
        Ok(mirror)
    }

    /// Appends records that the log has acknowledged, durably.
    pub(super) fn append(&mut self, records: &[Record]) -> Result<(), LogError> {
        let (mut bytes, mut line) = (Vec::new(), Vec::new());
        for record in records {
            line.clear();
            form::write_line(record, &mut line);
            line.push(b'\n');
            if !bytes.is_empty() && bytes.len() + line.len() > WRITE {
                self.write(&bytes)?;
                bytes.clear();
            }
            bytes.extend_from_slice(&line);
        }
        if bytes.is_empty() { Ok(()) } else { self.write(&bytes) }
    }

    fn write(&mut self, bytes: &[u8]) -> Result<(), LogError> {
        self.file
            .seek(SeekFrom::Start(self.length))
            .and_then(|_| self.file.write_all(bytes))
            .and_then(|()| self.file.sync_data())
            .map_err(|source| LogError::io(format!("write {}", self.path.display()), source))?;
        self.length += bytes.len() as u64;
        Ok(())
    }

    /// Reads the last line that is as it was written; what is appended next follows it.
    fn last(&mut self) -> Result<Option<Record>, LogError> {
        let end = self.file.seek(SeekFrom::End(0)).map_err(|source| self.failed(source))?;
        let (start, bytes) = self.end(end)?;
        self.length = start;
        let mut last: Option<Record> = None;
        for line in bytes.split_inclusive(|byte| *byte == b'\n') {
            let text = line.strip_suffix(b"\n").and_then(|line| std::str::from_utf8(line).ok());
            let Some(record) = text.and_then(read_line) else { break };
            if last.as_ref().is_some_and(|last| chain::check_link(&Head::after(last), &record).is_err()) {
                break;
            }
            self.length += line.len() as u64;
            last = Some(record);
        }
        // Of the very first write any part may be missing; another file that lies here by mistake is left alone.
        let ours = bytes.first().is_none_or(|byte| *byte == 0) || bytes.starts_with(FIRST) || FIRST.starts_with(&bytes);
        if last.is_none() && (start > 0 || !ours) {
            return Err(self.failed(io::Error::new(io::ErrorKind::InvalidData, "its last lines are no records")));
        }
        Ok(last)
    }

    /// Reads, from the start of a line on, as much of the end of the file as one write can have left, and a line.
    fn end(&mut self, end: u64) -> Result<(u64, Vec<u8>), LogError> {
        let mut step = 2 * WRITE as u64;
        loop {
            let from = end.saturating_sub(step);
            let mut bytes = Vec::new();
            self.file
                .seek(SeekFrom::Start(from))
                .and_then(|_| self.file.read_to_end(&mut bytes))
                .map_err(|source| self.failed(source))?;
            if from == 0 {
                return Ok((0, bytes));
            }
            // A line that is not whole, and one before the last write.
            let late = bytes.len().saturating_sub(WRITE);
            let starts = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'\n').map(|(at, _)| at + 1);
            if let Some(start) = starts.clone().next().filter(|_| starts.take_while(|at| *at < late).count() > 1) {
                return Ok((from + start as u64, bytes.split_off(start)));
            }
            step *= 4;
        }
    }

    fn failed(&self, source: io::Error) -> LogError {
        LogError::io(format!("read {}", self.path.display()), source)
    }
}

/// Reads a line that is a record, and the one that was hashed.
pub(super) fn read_line(line: &str) -> Option<Record> {
    let record = form::parse_line(line).ok()?;
    (form::line_hash(line).ok()? == record.hash).then_some(record)
}
