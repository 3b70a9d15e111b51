//! Files of a store: writing them so that they are there after a power cut.

use super::LogError;
use std::fs::{self, File};
use std::io::Write;
use std::path::Path;

/// Makes the entries of a folder durable: files that were created, renamed or removed.
pub(super) fn sync(folder: &Path) -> Result<(), LogError> {
    // A folder can be opened as a file, and synced, on Unix only; elsewhere the system does so itself.
    if cfg!(unix) {
        File::open(folder)
            .and_then(|handle| handle.sync_all())
            .map_err(|source| LogError::io(format!("sync the folder {}", folder.display()), source))?;
    }
    Ok(())
}

/// Replaces a file as a whole: after a power cut either the old or the new bytes are there.
pub(super) fn replace(path: &Path, bytes: &[u8]) -> Result<(), LogError> {
    let fresh = path.with_extension("new");
    let failed = |source| LogError::io(format!("write {}", path.display()), source);
    File::create(&fresh)
        .and_then(|mut file| file.write_all(bytes).and_then(|()| file.sync_all()))
        .and_then(|()| fs::rename(&fresh, path))
        .map_err(failed)?;
    path.parent().map_or(Ok(()), sync)
}

/// Creates a folder and the ones above it, durably.
pub(super) fn create(path: &Path) -> Result<(), LogError> {
    if path.is_dir() {
        return Ok(());
    }
    let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    create(parent)?;
    match fs::create_dir(path) {
        Err(source) if source.kind() != std::io::ErrorKind::AlreadyExists => {
            Err(LogError::io(format!("create the folder {}", path.display()), source))
        }
        _ => sync(parent),
    }
}
