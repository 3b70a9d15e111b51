//! The words that the coder reads time, mode and speech from, checked.
//!
//! Invariant: all words are in lower case, and every number is one that the calendar has. Knows no
//! sentence and no tree: what the words mean together is the coder's concern.

pub mod mode;
pub mod speech;
pub mod time;
pub mod topic;

use super::check::Problem;
use super::raw::Sources;
use mode::ModeWords;
use speech::SpeechWords;
use time::TimeWords;
use topic::TopicWords;

/// The file that time words are in.
const TIME: &str = "lexicon/time.toml";
/// The file that mode words are in.
const MODE: &str = "lexicon/mode.toml";
/// The file that speech words are in.
const SPEECH: &str = "lexicon/speech.toml";
/// The file that words for topics are in.
const TOPIC: &str = "lexicon/topic.toml";

/// The words of the coder.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Lexicon {
    /// Words that place an act in time.
    pub time: TimeWords,
    /// Words that say how an act stands to the world.
    pub mode: ModeWords,
    /// Words that say who says what.
    pub speech: SpeechWords,
    /// Words that point back at a topic named before.
    pub topic: TopicWords,
}

impl Lexicon {
    /// Reads the files of words; without one of them there are no words of its kind, and a problem says so.
    pub(crate) fn compile(sources: &Sources, problems: &mut Vec<Problem>) -> Self {
        let time = present(TIME, problems, |problems| sources.read(TIME, problems))
            .map(|raw| TimeWords::check(&raw, problems));
        let mode = present(MODE, problems, |problems| sources.read(MODE, problems))
            .map(|raw| ModeWords::check(&raw, problems));
        let speech = present(SPEECH, problems, |problems| sources.read(SPEECH, problems))
            .map(|raw| SpeechWords::check(&raw, problems));
        let topic = present(TOPIC, problems, |problems| sources.read(TOPIC, problems))
            .map(|raw| TopicWords::check(&raw, problems));
        Self {
            time: time.unwrap_or_default(),
            mode: mode.unwrap_or_default(),
            speech: speech.unwrap_or_default(),
            topic: topic.unwrap_or_default(),
        }
    }
}

/// Returns what was read of a file, or tells that there is no such file.
fn present<'a, T>(
    file: &str,
    problems: &mut Vec<Problem>,
    read: impl FnOnce(&mut Vec<Problem>) -> Vec<(&'a str, T)>,
) -> Option<T> {
    let before = problems.len();
    let raw = read(problems).pop().map(|(_, raw)| raw);
    if raw.is_none() && problems.len() == before {
        problems.push(Problem::of_file(file, "the file is missing".to_owned()));
    }
    raw
}

/// The lexicon of the schema, for tests of the modules that use it.
#[cfg(test)]
pub(crate) fn shipped() -> Lexicon {
    let mut problems = Vec::new();
    let lexicon = match Sources::bundled() {
        Ok(sources) => Lexicon::compile(&sources, &mut problems),
        Err(problem) => panic!("{problem}"),
    };
    assert!(problems.is_empty(), "{}", problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"));
    lexicon
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_files_of_words_are_sound() {
        let lexicon = super::shipped();
        assert!(!lexicon.mode.examples().is_empty());
    }
}
