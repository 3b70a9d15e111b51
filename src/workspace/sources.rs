//! From paths as typed to streams of articles: files, folders with all below them, stdin.
//!
//! Order is that of the arguments; within a folder that of the names, so that a run can be repeated.

use crate::text::reader::Form;
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader};
use std::path::{Path, PathBuf};
use thiserror::Error;

/// One stream of articles.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// The path as it was typed, or `-`.
    pub label: String,
    place: Place,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Place {
    Stdin,
    File(PathBuf),
}

/// Why a path gives no articles.
#[derive(Debug, Error)]
pub enum SourceError {
    /// Nothing is there, or it may not be read.
    #[error("{label} cannot be read")]
    Unreadable {
        /// The path as typed.
        label: String,
        /// The system's answer.
        #[source]
        source: io::Error,
    },
    /// A file of a form that is not known.
    #[error("{label} has the extension {found:?}: one of {expected} was expected")]
    Extension {
        /// The path as typed.
        label: String,
        /// Its extension.
        found: String,
        /// Those that are read.
        expected: String,
    },
    /// A folder without articles.
    #[error("{label} holds no files")]
    NoFiles {
        /// The path as typed.
        label: String,
    },
}

/// Finds the streams behind the paths, good and bad, in order; a store inside a folder is none of them.
#[must_use]
pub fn find(paths: &[PathBuf], store: &Path) -> Vec<Result<Source, SourceError>> {
    let mut found = Vec::new();
    // Where the store is not there yet it cannot be met either.
    let store = fs::canonicalize(store).ok();
    for path in paths {
        if path.as_os_str() == "-" {
            found.push(Ok(Source { label: "-".to_owned(), place: Place::Stdin }));
        } else if path.is_dir() {
            let before = found.len();
            folder(path, store.as_deref(), &mut found);
            if found.len() == before {
                found.push(Err(SourceError::NoFiles { label: path.display().to_string() }));
            }
        } else {
            found.push(file(path));
        }
    }
    found
}

/// Takes every file below a folder but hidden ones and those of the store.
fn folder(folder: &Path, store: Option<&Path>, found: &mut Vec<Result<Source, SourceError>>) {
    let entries = fs::read_dir(folder).and_then(|entries| entries.collect::<io::Result<Vec<_>>>());
    let entries = match entries {
        Ok(entries) => entries,
        Err(source) => {
            found.push(Err(SourceError::Unreadable { label: folder.display().to_string(), source }));
            return;
        }
    };
    let mut paths: Vec<PathBuf> = entries.into_iter().map(|entry| entry.path()).collect();
    paths.sort();
    for path in paths {
        let hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
        match path.is_dir() {
            _ if hidden => {}
            true if store.is_some() && fs::canonicalize(&path).ok().as_deref() == store => {}
            true => self::folder(&path, store, found),
            false => found.push(file(&path)),
        }
    }
}

fn file(path: &Path) -> Result<Source, SourceError> {
    let label = path.display().to_string();
    if let Some(extension) = path.extension().map(|extension| extension.to_string_lossy().into_owned())
        && Form::of_extension(&extension).is_none()
    {
        let expected = Form::EXTENSIONS.iter().map(|(known, _)| *known).collect::<Vec<_>>().join(", ");
        return Err(SourceError::Extension { label, found: extension, expected });
    }
    Ok(Source { label, place: Place::File(path.to_owned()) })
}

impl Source {
    /// Opens the stream and tells its form: by the extension, else by its first bytes.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn open<'a>(&self, stdin: &'a mut dyn BufRead) -> Result<(Form, Box<dyn BufRead + 'a>), SourceError> {
        let refuse = |source| SourceError::Unreadable { label: self.label.clone(), source };
        let (known, mut stream): (_, Box<dyn BufRead + 'a>) = match &self.place {
            Place::Stdin => (None, Box::new(stdin)),
            Place::File(path) => {
                let extension = path.extension().map(|extension| extension.to_string_lossy());
                let form = extension.and_then(|extension| Form::of_extension(&extension));
                (form, Box::new(BufReader::with_capacity(1 << 16, File::open(path).map_err(refuse)?)))
            }
        };
        let form = match known {
            Some(form) => form,
            None => Form::of_start(stream.fill_buf().map_err(refuse)?),
        };
        Ok((form, stream))
    }
}

/// Reads the schema files below a folder, by their names in it.
///
/// # Errors
/// When the folder or a file cannot be read.
pub fn schema(root: &Path) -> io::Result<Vec<(String, String)>> {
    let mut files = Vec::new();
    let mut open = vec![root.to_owned()];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(&folder)? {
            let path = entry?.path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|extension| extension == "toml") {
                let name = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().replace('\\', "/");
                files.push((name, fs::read_to_string(&path)?));
            }
        }
    }
    files.sort();
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::find;
    use std::fs;
    use std::path::PathBuf;

    #[test]
    fn folders_are_walked_in_the_order_of_names() -> std::io::Result<()> {
        let folder = tempfile::tempdir()?;
        fs::create_dir(folder.path().join("b"))?;
        fs::create_dir(folder.path().join("store"))?;
        for name in ["c.txt", "b/z.json", "b/a.html", ".hidden", "picture.png", "store/head"] {
            fs::write(folder.path().join(name), "")?;
        }
        let root = folder.path().display().to_string();
        let found: Vec<String> = find(&[folder.path().to_owned(), PathBuf::from("-")], &folder.path().join("store"))
            .into_iter()
            .map(|source| source.map_or_else(|error| error.to_string(), |source| source.label).replace(&root, "DIR"))
            .collect();
        assert_eq!(
            found,
            [
                "DIR/b/a.html",
                "DIR/b/z.json",
                "DIR/c.txt",
                "DIR/picture.png has the extension \"png\": one of txt, md, html, htm, json, jsonl, ndjson, xml, rss, atom was expected",
                "-",
            ]
        );
        Ok(())
    }
}
