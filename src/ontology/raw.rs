//! The schema files as they are written: a mirror in serde, unknown keys refused.
//!
//! Only this file and those below it name serde, JSON or TOML. A folder of `schema/` is read by asking
//! [`Sources::read`] for the type of its files; every entry of a top-level array may take its line from
//! the key `@line` (`#[serde(rename = "@line", default)] line: u32`).

pub(crate) mod actors;
pub(crate) mod frames;
pub(crate) mod lexicon;
pub(crate) mod meaning;
pub(crate) mod pack;
pub(crate) mod reference;

use super::check::Problem;
use crate::model::id::Digest;
use serde::de::DeserializeOwned;

/// The bundled files, by name, as JSON.
static BUNDLED: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/schema.rs"));
/// The digest of the bundled files, as hexadecimal digits.
static BUNDLED_DIGEST: &str = include_str!(concat!(env!("OUT_DIR"), "/schema-digest.txt"));

/// All files of a schema, by name, in the order of their names.
pub(crate) struct Sources {
    files: Vec<Source>,
    digest: Digest,
}

struct Source {
    name: String,
    body: Body,
}

enum Body {
    /// Checked and turned into JSON when the crate was built.
    Packed(&'static str),
    /// As it was written.
    Toml(String),
}

impl Sources {
    /// Takes the files that were packed into the crate.
    pub(crate) fn bundled() -> Result<Self, Problem> {
        let digest = BUNDLED_DIGEST.parse().map_err(|error| Problem::of_file("schema", format!("{error}")))?;
        let source =
            |(name, json): &(&str, &'static str)| Source { name: (*name).to_owned(), body: Body::Packed(json) };
        Ok(Self { files: BUNDLED.iter().map(source).collect(), digest })
    }

    /// Takes files by their names below `schema/`, such as `actors/states.toml`, and their texts.
    pub(crate) fn new(files: impl IntoIterator<Item = (String, String)>) -> Self {
        let mut files: Vec<(String, String)> = files.into_iter().collect();
        files.sort();
        let mut bytes = Vec::new();
        for (name, text) in &files {
            pack::feed(name, text, &mut |part| bytes.extend_from_slice(part));
        }
        let digest = Digest::of(&[&bytes]);
        let files = files.into_iter().map(|(name, text)| Source { name, body: Body::Toml(text) }).collect();
        Self { files, digest }
    }

    /// Returns the digest over all texts in the order of their names.
    pub(crate) fn digest(&self) -> Digest {
        self.digest
    }

    /// Returns the names of the files.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.files.iter().map(|file| file.name.as_str())
    }

    /// Reads every file whose name begins with `place`: a file, or a folder with its slash.
    ///
    /// A file that cannot be read is left out and told to `problems`.
    pub(crate) fn read<T: DeserializeOwned>(&self, place: &str, problems: &mut Vec<Problem>) -> Vec<(&str, T)> {
        let mut read = Vec::new();
        for file in self.files.iter().filter(|file| file.name.starts_with(place)) {
            match file.body.read() {
                Ok(value) => read.push((file.name.as_str(), value)),
                Err((line, what)) => problems.push(Problem { file: file.name.clone(), line, what }),
            }
        }
        read
    }
}

impl Body {
    fn read<T: DeserializeOwned>(&self) -> Result<T, (Option<usize>, String)> {
        match self {
            Self::Packed(json) => serde_json::from_str(json).map_err(|error| (None, error.to_string())),
            Self::Toml(text) => {
                // Read as TOML first, whose errors know their line; JSON then brings the lines of entries.
                if let Err(error) = toml::from_str::<T>(text) {
                    let line = error.span().map(|span| pack::line_of(text, span.start));
                    return Err((line, error.message().to_owned()));
                }
                let value = pack::read(text).map_err(|fault| (Some(fault.line), fault.what))?;
                serde_json::from_value(value).map_err(|error| (None, error.to_string()))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Sources;
    use serde::Deserialize;

    #[derive(Deserialize, Debug)]
    #[serde(deny_unknown_fields)]
    struct File {
        thing: Vec<Thing>,
    }

    #[derive(Deserialize, Debug)]
    #[serde(deny_unknown_fields)]
    struct Thing {
        id: String,
        #[serde(rename = "@line", default)]
        line: u32,
    }

    fn sources(text: &str) -> Sources {
        Sources::new([("a.toml".to_owned(), text.to_owned())])
    }

    #[test]
    fn entries_know_their_lines() {
        let sources = sources("\n[[thing]]\nid = \"x\"\n\n[[thing]]\nid = \"y\"\n");
        let mut problems = Vec::new();
        let read: Vec<(&str, File)> = sources.read("a.toml", &mut problems);
        assert!(problems.is_empty(), "{problems:?}");
        let lines: Vec<(&str, u32)> =
            read.iter().flat_map(|(_, file)| &file.thing).map(|thing| (thing.id.as_str(), thing.line)).collect();
        assert_eq!(lines, [("x", 2), ("y", 5)]);
    }

    #[test]
    fn an_unknown_key_is_told_with_its_line() {
        let sources = sources("[[thing]]\nid = \"x\"\ncolor = \"red\"\n");
        let mut problems = Vec::new();
        assert!(sources.read::<File>("a.toml", &mut problems).is_empty());
        let told: Vec<String> = problems.iter().map(ToString::to_string).collect();
        assert_eq!(told.len(), 1);
        assert!(
            told.iter().all(|problem| problem.starts_with("schema/a.toml, line 3: unknown field `color`")),
            "{told:?}"
        );
    }

    #[test]
    fn the_digest_depends_on_names_and_texts_but_not_on_their_order() {
        let pair = |name: &str, text: &str| (name.to_owned(), text.to_owned());
        let one = Sources::new([pair("a.toml", "x = 1"), pair("b.toml", "y = 1")]);
        let other = Sources::new([pair("b.toml", "y = 1"), pair("a.toml", "x = 1")]);
        assert_eq!(one.digest(), other.digest());
        assert_ne!(one.digest(), Sources::new([pair("a.toml", "x = 1"), pair("b.toml", "y = 2")]).digest());
    }
}
