//! Mirror of `schema/lexicon/reference.toml`.

use serde::Deserialize;

/// The file.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct ReferenceFile {
    pub(crate) pronoun: Vec<RawPronoun>,
    pub(crate) description: Vec<RawDescription>,
    pub(crate) place: RawPrepositions,
    pub(crate) site: RawWords,
    pub(crate) owner: RawPrepositions,
    pub(crate) location: RawPrepositions,
    pub(crate) origin: RawPrepositions,
    pub(crate) partner: RawPrepositions,
    pub(crate) allegiance: RawWords,
    pub(crate) launched: RawWords,
    pub(crate) reflexive: RawWords,
    #[serde(default)]
    pub(crate) own: RawWords,
    pub(crate) reciprocal: RawPhrases,
    pub(crate) before_name: RawWords,
    #[serde(default)]
    pub(crate) nobody: RawWords,
    #[serde(default)]
    pub(crate) direction: RawWords,
    #[serde(default)]
    pub(crate) family_first: RawWords,
    pub(crate) half: Vec<RawHalf>,
    pub(crate) area: Vec<RawArea>,
    pub(crate) thing: Vec<RawThings>,
    pub(crate) thing_side: RawPrepositions,
    pub(crate) thing_owner: RawPrepositions,
    pub(crate) go_between: RawWords,
    pub(crate) shared: RawWords,
    pub(crate) counterpart: RawWords,
    pub(crate) office: RawWords,
    pub(crate) having: RawWords,
    pub(crate) making: RawWords,
    /// Verbs whose subject is a side of the thing of several under a preposition of theirs.
    pub(crate) taking_part: RawWords,
    pub(crate) binding: RawWords,
    pub(crate) choice: RawWords,
    pub(crate) summoning: RawWords,
    /// Verbs for what is done to a country that is not that of whoever does it.
    pub(crate) abroad: RawWords,
    /// Nouns for what rules a state: no organisation has one.
    pub(crate) governing: RawWords,
    /// Prepositions for those who are others than whoever acts.
    pub(crate) apart: RawPrepositions,
    /// Nouns for the state of whoever has one.
    pub(crate) homeland: RawWords,
    pub(crate) forum: RawWords,
    pub(crate) placeless: RawWords,
    /// Nouns for how large something is.
    #[serde(default)]
    pub(crate) extent: RawWords,
    #[serde(default)]
    pub(crate) anybody: RawWords,
    pub(crate) private: RawWords,
    /// Prepositions before whoever ruled when it was.
    pub(crate) rule: RawPrepositions,
    pub(crate) opposed: Vec<RawOpposed>,
}

/// What is done only to things of another.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct RawOpposed {
    #[serde(rename = "@line")]
    pub(crate) line: u32,
    pub(crate) verbs: Vec<String>,
    pub(crate) nouns: Vec<String>,
}

/// Nouns for things of one kind.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct RawThings {
    #[serde(rename = "@line")]
    pub(crate) line: u32,
    pub(crate) nouns: Vec<String>,
    pub(crate) joint: bool,
    pub(crate) bare: bool,
}

/// A part of the world with the states in it.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct RawArea {
    #[serde(rename = "@line")]
    pub(crate) line: u32,
    pub(crate) names: Vec<String>,
    pub(crate) states: Vec<String>,
}

/// A word for one of two halves.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct RawHalf {
    #[serde(rename = "@line")]
    pub(crate) line: u32,
    pub(crate) word: String,
    pub(crate) of: String,
    pub(crate) beside: String,
}

/// A list of words.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct RawWords {
    pub(crate) words: Vec<String>,
}

/// A list of phrases.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct RawPhrases {
    pub(crate) phrases: Vec<String>,
}

/// A list of prepositions.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct RawPrepositions {
    pub(crate) prepositions: Vec<String>,
}

/// Pronouns of one kind.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct RawPronoun {
    #[serde(rename = "@line")]
    pub(crate) line: u32,
    pub(crate) stands_for: String,
    pub(crate) words: Vec<String>,
}

/// Descriptions of one kind.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct RawDescription {
    #[serde(rename = "@line")]
    pub(crate) line: u32,
    pub(crate) stands_for: String,
    pub(crate) determiners: Vec<String>,
    pub(crate) nouns: Vec<String>,
    pub(crate) plural: bool,
    pub(crate) of: Vec<String>,
    pub(crate) beside: Vec<String>,
    pub(crate) area: bool,
    pub(crate) count: Option<usize>,
}
