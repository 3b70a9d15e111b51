//! What only the coder asks for: the frames that tell events, and the words that it reads the rest from.
//!
//! A question about the log needs none of it, so that the bundled files of this part are read when they are first
//! asked for. Those of a schema of one's own are read at once, so that what is wrong is told at once.

use super::check::{OntologyError, Problem};
use super::frames::{self, Frames};
use super::lexicon::Lexicon;
use super::raw::Sources;
use super::raw::frames::FrameFile;
use super::reference::References;
use super::{Ontology, check};

/// Frames and words.
#[derive(Debug)]
pub(super) struct Coding {
    pub(super) frames: Frames,
    pub(super) lexicon: Lexicon,
    pub(super) references: References,
    /// What is wrong with the bundled files: nothing, as a test sees to.
    problems: Vec<Problem>,
}

impl Coding {
    /// Reads this part of a schema whose other part has been read.
    pub(super) fn read(ontology: &Ontology, sources: &Sources, problems: &mut Vec<Problem>) -> Self {
        // Types of a file that could not be read are missing: what frames name is then not to blame.
        let is_sound = problems.is_empty();
        let nationals: Vec<String> = ontology.roster().nationals().collect();
        let n_before = problems.len();
        let files = sources.read::<FrameFile>("frames/", problems);
        // Nor are the frames to blame for the classes of a file that could not be read.
        let are_read = problems.len() == n_before;
        let frames = frames::compile(if are_read { &files } else { &[] }, &nationals, problems);
        let lexicon = Lexicon::compile(sources, problems);
        let references = References::checked(&sources.read("lexicon/reference.toml", problems), problems);
        if is_sound {
            check::frames(ontology, &frames, problems);
        }
        Self { frames, lexicon, references, problems: Vec::new() }
    }
}

impl Ontology {
    /// Reads what the coder needs now, where it has not been read yet.
    ///
    /// # Errors
    /// When the bundled files contradict one another, which a test guards.
    pub fn ready(&self) -> Result<(), OntologyError> {
        match self.coding().problems.as_slice() {
            [] => Ok(()),
            problems => Err(OntologyError { problems: problems.to_vec() }),
        }
    }

    /// Returns the part that the coder needs.
    pub(super) fn coding(&self) -> &Coding {
        self.coding.get_or_init(|| {
            let mut problems = Vec::new();
            let sources = Sources::bundled().unwrap_or_else(|problem| {
                problems.push(problem);
                Sources::new([])
            });
            let coding = Coding::read(self, &sources, &mut problems);
            Coding { problems, ..coding }
        })
    }

    /// Returns the frames that tell events.
    #[must_use]
    pub fn frames(&self) -> &Frames {
        &self.coding().frames
    }

    /// Returns the words that the coder reads time, mode and speech from.
    #[must_use]
    pub fn lexicon(&self) -> &Lexicon {
        &self.coding().lexicon
    }

    /// Returns the words that stand for actors named elsewhere.
    #[must_use]
    pub fn references(&self) -> &References {
        &self.coding().references
    }
}
