//! Copies of the blocks that were written last, for when they rot.
//!
//! What sled wrote last is what it wipes when it opens and finds damage there (see `disk`), up to a page
//! of values. So the last blocks stand in a file of their own too, where `salvage` looks for them. The two
//! files take turns: when one is long enough, the other is begun anew, and one page at least is always
//! there. They are not synced, since they are no help against a power cut and need not be.

use crate::log::{LogError, disk, wire};
use std::fs::File;
use std::io::{Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

/// The names of the files in the folder of a store.
pub(super) const NAMES: [&str; 2] = ["spare-0", "spare-1"];

/// When one is longer than this, the other follows.
const LONG: u64 = 512 << 10;

/// How many values of a batch are kept: twice what a page holds.
const VALUES: usize = 34;

/// The files; the one that is written to is open.
#[derive(Debug)]
pub(super) struct Spare {
    paths: [PathBuf; 2],
    open: Option<(PathBuf, File)>,
}

impl Spare {
    pub(super) fn of(store: &Path) -> Self {
        Self { paths: NAMES.map(|name| store.join(name)), open: None }
    }

    /// Keeps the last of the blocks that are written next.
    pub(super) fn keep(&mut self, blocks: &[wire::Block]) -> Result<(), LogError> {
        let mut values = Vec::new();
        for block in blocks.iter().rev() {
            values.extend(disk::values(block)?.into_iter().rev().map(|(_, value)| value));
            if values.len() >= VALUES {
                break;
            }
        }
        values.truncate(VALUES);
        let bytes: Vec<u8> = values.into_iter().rev().flatten().collect();
        let (path, mut file) = match self.open.take() {
            Some(open) => open,
            None => self.reopen()?,
        };
        let length = file
            .seek(SeekFrom::End(0))
            .and_then(|length| file.write_all(&bytes).map(|()| length + bytes.len() as u64))
            .map_err(|source| LogError::io(format!("write {}", path.display()), source))?;
        self.open = (length <= LONG).then_some((path, file));
        Ok(())
    }

    /// Opens the file that is not long; where both are, the one written first is begun anew.
    fn reopen(&self) -> Result<(PathBuf, File), LogError> {
        let [one, other] = &self.paths;
        let about = |path: &PathBuf| path.metadata().ok();
        let is_long = |path: &PathBuf| about(path).is_some_and(|about| about.len() > LONG);
        let changed = |path: &PathBuf| about(path).and_then(|about| about.modified().ok());
        let second = is_long(one) && (!is_long(other) || changed(other) < changed(one));
        let path = if second { other } else { one };
        let file = File::options()
            .create(true)
            .write(true)
            .truncate(is_long(path))
            .open(path)
            .map_err(|source| LogError::io(format!("open {}", path.display()), source))?;
        Ok((path.clone(), file))
    }
}
