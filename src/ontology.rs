//! What the coder and the graph know beforehand: event types, dimensions, topics, actors, frames and
//! words, all from the files of `schema/`.
//!
//! Invariant: an [`Ontology`] is whole and checked; whatever is wrong with files is told at once, with
//! file and line, when it is made of them. The bundled files are checked by a test, and read as far as they are
//! asked for. Reads no file itself and knows no English word.

mod by_word;
pub mod cameo;
pub mod check;
mod coding;
pub mod dimension;
pub mod frames;
pub mod lexicon;
pub(crate) mod raw;
pub mod reference;
pub mod roster;
pub mod topics;
pub mod types;

use crate::model::category::{Cameo, Mode, PloverClass};
use crate::model::id::{Digest, Dimension, EventType, Topic};
use cameo::CodeBook;
use check::{OntologyError, Problem};
use coding::Coding;
use dimension::DimensionRule;
use raw::Sources;
use roster::Roster;
use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};
use topics::{TopicRule, Topics};
use types::{Known, TypeRule};

/// One schema, checked.
#[derive(Debug)]
pub struct Ontology {
    digest: Digest,
    codes: CodeBook,
    topics: Topics,
    dimensions: Vec<DimensionRule>,
    types: BTreeMap<EventType, TypeRule>,
    roster: Roster,
    /// What only coding needs.
    coding: OnceLock<Coding>,
}

/// How far a schema is looked into.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
enum Care {
    /// All of it is read and checked.
    Whole,
    /// What questions need, of files that were checked when the crate was tested.
    Trusting,
}

impl Ontology {
    /// Makes the ontology that is packed into the crate.
    ///
    /// What the coder alone needs is read when it is first asked for; see [`Ontology::ready`].
    ///
    /// # Errors
    /// When the packed files contradict one another, which a test guards.
    pub fn bundled() -> Result<Self, OntologyError> {
        Self::packed(Care::Trusting)
    }

    /// Returns the ontology that is packed into the crate, made once in a process and shared.
    ///
    /// # Errors
    /// As [`Ontology::bundled`].
    pub fn shared() -> Result<Arc<Self>, OntologyError> {
        static SHARED: OnceLock<Result<Arc<Ontology>, OntologyError>> = OnceLock::new();
        SHARED.get_or_init(|| Self::bundled().map(Arc::new)).clone()
    }

    /// Makes the ontology that is packed into the crate, all of it read and checked.
    ///
    /// # Errors
    /// With everything that is wrong with the files.
    pub fn bundled_checked() -> Result<Self, OntologyError> {
        Self::packed(Care::Whole)
    }

    fn packed(care: Care) -> Result<Self, OntologyError> {
        match Sources::bundled() {
            Ok(sources) => Self::read(&sources, care),
            Err(problem) => Err(OntologyError { problems: vec![problem] }),
        }
    }

    /// Makes an ontology of files: names below `schema/`, such as `actors/states.toml`, and texts.
    ///
    /// # Errors
    /// With everything that is wrong with the files.
    pub fn from_files(files: impl IntoIterator<Item = (String, String)>) -> Result<Self, OntologyError> {
        Self::read(&Sources::new(files), Care::Whole)
    }

    fn read(sources: &Sources, care: Care) -> Result<Self, OntologyError> {
        let mut problems: Vec<Problem> = Vec::new();
        let noted = &mut problems;
        let codes = CodeBook::new(sources.read("ontology/cameo.toml", noted), noted);
        let topics = Topics::new(sources.read("ontology/topics", noted), noted);
        let dimensions = dimension::checked(sources.read("ontology/dimensions.toml", noted), &topics, noted);
        let known = Known { codes: &codes, dimensions: &dimensions, topics: &topics };
        let types = types::checked(sources.read("ontology/types/", noted), &known, noted);
        let roster = Roster::new(sources.read("actors/", noted), care, noted);
        let coding = OnceLock::new();
        let mut ontology = Self { digest: sources.digest(), codes, topics, dimensions, types, roster, coding };
        if care == Care::Whole {
            check::across(&ontology, sources, &mut problems);
            ontology.coding = Coding::read(&ontology, sources, &mut problems).into();
        }
        problems.sort();
        if problems.is_empty() { Ok(ontology) } else { Err(OntologyError { problems }) }
    }

    /// Returns the digest over the names and texts of all files.
    #[must_use]
    pub fn digest(&self) -> Digest {
        self.digest
    }

    /// Returns who is known.
    #[must_use]
    pub fn roster(&self) -> &Roster {
        &self.roster
    }

    /// Returns all event types in the order of their names.
    pub fn types(&self) -> impl Iterator<Item = &TypeRule> {
        self.types.values()
    }

    /// Returns the rule of an event type.
    #[must_use]
    pub fn event_type(&self, name: &EventType) -> Option<&TypeRule> {
        self.types.get(name)
    }

    /// Returns all dimensions in the order in which they are shown.
    #[must_use]
    pub fn dimensions(&self) -> &[DimensionRule] {
        &self.dimensions
    }

    /// Returns the rule of a dimension.
    #[must_use]
    pub fn dimension(&self, name: &Dimension) -> Option<&DimensionRule> {
        self.dimensions.iter().find(|rule| rule.name == *name)
    }

    /// Returns the topics and their phrases.
    #[must_use]
    pub fn topics(&self) -> &Topics {
        &self.topics
    }

    /// Returns the rule of a topic.
    #[must_use]
    pub fn topic(&self, name: &Topic) -> Option<&TopicRule> {
        self.topics.get(name)
    }

    /// Returns the CAMEO code book.
    #[must_use]
    pub fn codes(&self) -> &CodeBook {
        &self.codes
    }

    /// Returns the code of an event: its type's, or the frame's finer one, changed by the mode.
    #[must_use]
    pub fn cameo_for(&self, kind: &EventType, refined: Option<Cameo>, mode: Mode) -> Option<Cameo> {
        self.event_type(kind).map(|rule| rule.code(refined, mode))
    }

    /// Returns the PLOVER class of a code to which the mode has been applied; none for statements.
    #[must_use]
    pub fn plover(&self, code: Cameo) -> Option<PloverClass> {
        self.codes.get(code)?.plover
    }

    /// Returns the conflict-cooperation value of a code to which the mode has been applied, -10 to 10.
    #[must_use]
    pub fn score(&self, code: Cameo) -> Option<f64> {
        self.codes.get(code).map(cameo::CodeRule::score)
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
        bundled.ready().unwrap_or_else(|error| panic!("{error}"));
        Ontology::bundled_checked().unwrap_or_else(|error| panic!("{error}"));
    }

    /// What is read late is what is read at once.
    #[test]
    fn the_bundled_schema_says_the_same_however_it_is_read() {
        let (late, whole) = (Ontology::bundled().unwrap(), Ontology::bundled_checked().unwrap());
        assert_eq!(format!("{:?}", late.frames()), format!("{:?}", whole.frames()));
        assert_eq!(format!("{:?}", late.lexicon()), format!("{:?}", whole.lexicon()));
        assert_eq!(format!("{:?}", late.references()), format!("{:?}", whole.references()));
        assert_eq!(format!("{:?}", late.roster()), format!("{:?}", whole.roster()));
    }
}
