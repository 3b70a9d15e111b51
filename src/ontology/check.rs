//! What is wrong with a schema: every problem across its files at once, with file and line.

use super::Ontology;
use super::frames::Frames;
use std::fmt;
use thiserror::Error;

/// One thing that is wrong with a schema file.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Problem {
    /// The file's name below `schema/`.
    pub file: String,
    /// The line of the entry, counted from 1; absent for a problem of the file as a whole.
    pub line: Option<usize>,
    /// What is wrong: the thing, the value found, what was expected.
    pub what: String,
}

/// A schema that cannot be used.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
#[error("{} in the schema{}", count(problems), listed(problems))]
pub struct OntologyError {
    /// All that is wrong, by file and line.
    pub problems: Vec<Problem>,
}

impl Problem {
    /// Makes a problem of a file as a whole.
    pub(crate) fn of_file(file: &str, what: String) -> Self {
        Self { file: file.to_owned(), line: None, what }
    }

    /// Makes a problem of the entry at a line; line 0 = unknown.
    pub(crate) fn at(file: &str, line: u32, what: String) -> Self {
        Self { file: file.to_owned(), line: (line > 0).then_some(line as usize), what }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "schema/{}, line {line}: {}", self.file, self.what),
            None => write!(f, "schema/{}: {}", self.file, self.what),
        }
    }
}

/// Collects the problems of one entry.
pub(crate) struct Note<'a> {
    file: &'a str,
    line: u32,
    problems: &'a mut Vec<Problem>,
}

impl<'a> Note<'a> {
    /// Begins the notes on the entry at a line of a file; line 0 = unknown.
    pub(crate) fn new(file: &'a str, line: u32, problems: &'a mut Vec<Problem>) -> Self {
        Self { file, line, problems }
    }

    /// Notes a problem.
    pub(crate) fn say(&mut self, what: String) {
        self.problems.push(Problem::at(self.file, self.line, what));
    }

    /// Notes a problem in the place of a value.
    pub(crate) fn none<T>(&mut self, what: String) -> Option<T> {
        self.say(what);
        None
    }

    /// Reads a word of a checked kind, or notes why it is none.
    pub(crate) fn parse<T: std::str::FromStr<Err: fmt::Display>>(&mut self, text: &str) -> Option<T> {
        match text.parse() {
            Ok(value) => Some(value),
            Err(error) => self.none(error.to_string()),
        }
    }
}

fn count(problems: &[Problem]) -> String {
    match problems.len() {
        1 => "1 problem".to_owned(),
        n => format!("{n} problems"),
    }
}

fn listed(problems: &[Problem]) -> String {
    problems.iter().map(|problem| format!("\n  {problem}")).collect()
}

/// The places of `schema/` that something reads.
const PLACES: &[&str] = &["actors/", "english/", "frames/", "lexicon/", "ontology/"];

/// Checks what no file can check alone.
pub(super) fn across(ontology: &Ontology, sources: &super::raw::Sources, problems: &mut Vec<Problem>) {
    for name in sources.names().filter(|name| !PLACES.iter().any(|place| name.starts_with(place))) {
        let what = format!("nothing reads this file; one of {} was expected", PLACES.join(", "));
        problems.push(Problem::of_file(name, what));
    }
    for topic in ontology.topics().iter() {
        for dimension in topic.dimensions.iter().filter(|name| ontology.dimension(name).is_none()) {
            let what = format!("dimension {dimension} of topic {} is not in ontology/dimensions.toml", topic.name);
            problems.push(Problem::of_file("ontology/topics.toml", what));
        }
    }
    types(ontology, problems);
}

/// Checks what event types say of each other.
fn types(ontology: &Ontology, problems: &mut Vec<Problem>) {
    for rule in ontology.types() {
        for kind in rule.cancels.iter().chain(&rule.undone).filter(|kind| ontology.event_type(kind).is_none()) {
            let what = format!("{:?}, which {} names, is not an event type", kind.as_str(), rule.name);
            problems.push(Problem::of_file("ontology/types", what));
        }
    }
}

/// Checks what frames say of the rest of the schema.
pub(super) fn frames(ontology: &Ontology, frames: &Frames, problems: &mut Vec<Problem>) {
    for frame in frames.all() {
        let what = |what: String| Problem::of_file("frames", format!("frame {:?}: {what}", frame.name));
        let variants = &frame.variants;
        let others = [
            &variants.refused,
            &variants.stopped,
            &variants.resumed,
            &variants.continued,
            &variants.planned,
            &variants.agreed,
            &frame.claim_type,
        ];
        for kind in [&frame.kind].into_iter().chain(others.into_iter().flatten()) {
            if ontology.event_type(kind).is_none() {
                problems.push(what(format!("{:?} is not an event type", kind.as_str())));
            }
        }
        if let (Some(code), Some(rule)) = (frame.cameo, ontology.event_type(&frame.kind))
            && !rule.admits(code)
        {
            problems.push(what(format!("code {code} is not one that {} admits", frame.kind)));
        }
        if let Some(topic) = frame.topic.as_ref().filter(|topic| ontology.topic(topic).is_none()) {
            problems.push(what(format!("{:?} is not a topic", topic.as_str())));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::ontology::Ontology;
    use expect_test::{Expect, expect};

    /// Checks what is told of the files, the rest of the schema being empty.
    fn check(files: &[(&str, &str)], expected: &Expect) {
        check_under("schema/actors", files, expected);
    }

    fn check_under(folder: &str, files: &[(&str, &str)], expected: &Expect) {
        let files = files.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned()));
        let told = Ontology::from_files(files).err().map_or_else(String::new, |error| error.to_string());
        // An empty schema lacks what the crate itself needs; only what is wrong with these files counts.
        let lines: Vec<&str> = told.lines().map(str::trim).filter(|line| line.starts_with(folder)).collect();
        expected.assert_eq(&lines.join("\n"));
    }

    #[test]
    fn all_problems_are_told_at_once_with_their_lines() {
        let states = "[[state]]\nid = \"AAA\"\nname = \"Aland\"\nneighbours = [\"BBB\"]\n\n[[state]]\nid = \"AAA\"\nname = \"Again\"\n";
        let people = "[[person]]\nid = \"AAA.jo-doe\"\nname = \"Jo Doe\"\ngender = \"x\"\nterms = [\n  { role = \"leader\", title = \"leader\", of = \"CCC\", from = \"20\" },\n]\n";
        check(
            &[
                ("actors/states.toml", states),
                ("actors/people/a.toml", people),
                ("actors/b.toml", "[[satte]]\nid = \"X\"\n"),
            ],
            &expect![[r#"
                  schema/actors/b.toml, line 1: unknown field `satte`, expected one of `state`, `organisation`, `organ`, `title`, `prefix`, `institution`, `agent`, `people_group`, `group`, `region`, `person`
                  schema/actors/people/a.toml, line 1: "20" is not a date: 2022-04-01, 2022-04 or 2022 was expected
                  schema/actors/people/a.toml, line 1: a term of AAA.jo-doe is of CCC, who is no actor
                  schema/actors/people/a.toml, line 1: gender "x" of AAA.jo-doe is not f or m
                  schema/actors/states.toml, line 1: AAA names BBB, who is no actor
                  schema/actors/states.toml, line 6: actor AAA is given twice, also in actors/states.toml, line 1"#]],
        );
    }

    #[test]
    fn a_frame_file_that_cannot_be_read_is_blamed_alone() {
        let frame = "[[frame]]\nname = \"leave\"\ntype = \"x\"\nverbs = [\"leave\"]\nobject = [\"@pact\"]\n";
        check_under(
            "schema/frames",
            &[("frames/a.toml", frame), ("frames/classes.toml", "[class]\npact = { words = [\"pact\"], wrods = 1 }\n")],
            &expect!["schema/frames/classes.toml, line 2: unknown field `wrods`, expected `words` or `nationals`"],
        );
    }
}
