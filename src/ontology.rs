//! What the coder and the graph know beforehand: event types, dimensions, topics, actors, frames and
//! words, all from the files of `schema/`.
//!
//! Invariant: an [`Ontology`] is whole and checked; whatever is wrong with the files is told at once, with
//! file and line, when it is made. Reads no file itself and knows no English word.

pub mod check;
pub mod frames;
pub(crate) mod raw;

use crate::model::id::Digest;
use check::{OntologyError, Problem};
use frames::Frames;
use raw::Sources;
use raw::frames::FrameFile;

/// One schema, checked.
#[derive(Debug)]
pub struct Ontology {
    digest: Digest,
    frames: Frames,
}

impl Ontology {
    /// Makes the ontology that is packed into the crate.
    ///
    /// # Errors
    /// When the packed files contradict one another, which a test guards.
    pub fn bundled() -> Result<Self, OntologyError> {
        match Sources::bundled() {
            Ok(sources) => Self::read(&sources),
            Err(problem) => Err(OntologyError { problems: vec![problem] }),
        }
    }

    /// Makes an ontology of files: names below `schema/`, such as `actors/states.toml`, and texts.
    ///
    /// # Errors
    /// With everything that is wrong with the files.
    pub fn from_files(files: impl IntoIterator<Item = (String, String)>) -> Result<Self, OntologyError> {
        Self::read(&Sources::new(files))
    }

    fn read(sources: &Sources) -> Result<Self, OntologyError> {
        let mut problems: Vec<Problem> = Vec::new();
        let files = sources.read::<FrameFile>("frames/", &mut problems);
        let frames = frames::compile(&files, &mut problems);
        let ontology = Self { digest: sources.digest(), frames };
        problems.sort();
        if problems.is_empty() { Ok(ontology) } else { Err(OntologyError { problems }) }
    }

    /// Returns the digest over the names and texts of all files.
    #[must_use]
    pub fn digest(&self) -> Digest {
        self.digest
    }

    /// Returns the frames that tell events.
    #[must_use]
    pub fn frames(&self) -> &Frames {
        &self.frames
    }
}

#[cfg(test)]
mod tests {
    use super::Ontology;
    use std::path::{Path, PathBuf};

    fn collect(folder: &Path, paths: &mut Vec<PathBuf>) -> std::io::Result<()> {
        for entry in std::fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() {
                collect(&path, paths)?;
            } else if path.extension().is_some_and(|extension| extension == "toml") {
                paths.push(path);
            }
        }
        Ok(())
    }

    /// The files of the project's `schema/`, by their names below it.
    pub(crate) fn schema_files() -> Vec<(String, String)> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("schema");
        let mut paths = Vec::new();
        collect(&root, &mut paths).unwrap();
        let name = |path: &Path| path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
        paths.iter().map(|path| (name(path), std::fs::read_to_string(path).unwrap())).collect()
    }

    #[test]
    fn the_bundled_schema_is_the_one_in_the_folder_and_sound() {
        let files = Ontology::from_files(schema_files()).unwrap_or_else(|error| panic!("{error}"));
        let bundled = Ontology::bundled().unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(files.digest(), bundled.digest());
    }
}
