//! The files of schema/lexicon as they are written: words that place, modify and attribute.

use serde::Deserialize;
use std::collections::BTreeMap;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawTime {
    pub(crate) month: Vec<Calendar>,
    pub(crate) weekday: Vec<Calendar>,
    pub(crate) season: Vec<Season>,
    pub(crate) feast: Vec<Feast>,
    pub(crate) number: Vec<Number>,
    pub(crate) unnumbered: Bounds,
    pub(crate) ordinal: Vec<Ordinal>,
    pub(crate) ordinal_endings: Vec<String>,
    pub(crate) decade_endings: Vec<String>,
    pub(crate) unit: Vec<Unit>,
    pub(crate) deictic: Vec<Deictic>,
    pub(crate) day_part: Vec<String>,
    pub(crate) part: Vec<Part>,
    pub(crate) sooner: Vec<String>,
    pub(crate) later: Vec<String>,
    pub(crate) back: Vec<String>,
    pub(crate) here: Vec<String>,
    pub(crate) ahead: Vec<String>,
    pub(crate) told_back: Vec<String>,
    pub(crate) told_here: Vec<String>,
    pub(crate) told_ahead: Vec<String>,
    #[serde(default)]
    pub(crate) kind_of_year: Vec<String>,
    pub(crate) ago: Vec<String>,
    pub(crate) shift_back: Vec<String>,
    pub(crate) shift_ahead: Vec<String>,
    pub(crate) filler: Vec<String>,
    pub(crate) further: Vec<String>,
    pub(crate) fewer: Vec<String>,
    pub(crate) above: Vec<String>,
    pub(crate) deed: Vec<String>,
    pub(crate) record: Vec<String>,
    pub(crate) article: Vec<String>,
    pub(crate) of: Vec<String>,
    pub(crate) and: Vec<String>,
    pub(crate) to: Vec<String>,
    pub(crate) hyphen: Vec<String>,
    pub(crate) comma: Vec<String>,
    pub(crate) relation: BTreeMap<String, Vec<String>>,
    pub(crate) adverbial: Adverbial,
    pub(crate) occasion: Occasion,
    pub(crate) cause: Cause,
    pub(crate) origin: Origin,
    pub(crate) effect: Effect,
    pub(crate) clause: Clause,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Calendar {
    #[serde(rename = "@line", default)]
    pub(crate) line: u32,
    pub(crate) number: u32,
    pub(crate) names: Vec<String>,
    pub(crate) short: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Season {
    #[serde(rename = "@line", default)]
    pub(crate) line: u32,
    pub(crate) first: u32,
    pub(crate) last: u32,
    pub(crate) names: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Feast {
    #[serde(rename = "@line", default)]
    pub(crate) line: u32,
    pub(crate) month: u32,
    pub(crate) day: u32,
    pub(crate) names: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Number {
    #[serde(rename = "@line", default)]
    pub(crate) line: u32,
    pub(crate) least: u32,
    pub(crate) most: u32,
    pub(crate) words: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Bounds {
    pub(crate) least: u32,
    pub(crate) most: u32,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Ordinal {
    #[serde(rename = "@line", default)]
    pub(crate) line: u32,
    pub(crate) number: u32,
    pub(crate) words: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Unit {
    #[serde(rename = "@line", default)]
    pub(crate) line: u32,
    pub(crate) unit: String,
    pub(crate) times: u32,
    pub(crate) words: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Deictic {
    #[serde(rename = "@line", default)]
    pub(crate) line: u32,
    pub(crate) from: i64,
    pub(crate) to: i64,
    pub(crate) words: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Part {
    #[serde(rename = "@line", default)]
    pub(crate) line: u32,
    pub(crate) from: u32,
    pub(crate) to: u32,
    pub(crate) words: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Adverbial {
    pub(crate) earlier: Vec<String>,
    pub(crate) then: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Occasion {
    pub(crate) prepositions: Vec<String>,
    pub(crate) nouns: Vec<String>,
    pub(crate) eves: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Cause {
    pub(crate) prepositions: Vec<String>,
    pub(crate) ends: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Origin {
    pub(crate) nouns: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Effect {
    pub(crate) verbs: Vec<String>,
    pub(crate) nouns: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Clause {
    pub(crate) before_main: Vec<String>,
    pub(crate) after_main: Vec<String>,
    pub(crate) with_main: Vec<String>,
    pub(crate) moment: Vec<String>,
    pub(crate) opening: Vec<String>,
    pub(crate) happening: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawMode {
    pub(crate) governor: Vec<Governor>,
    pub(crate) negation: Negation,
    pub(crate) auxiliary: Auxiliary,
    pub(crate) link: Link,
    pub(crate) relative: Relative,
    pub(crate) reacting: Reacting,
    pub(crate) pact: Pact,
    pub(crate) bill: Bill,
    pub(crate) announcing: Announcing,
    pub(crate) condition: Condition,
    pub(crate) adverb: Vec<Adverb>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Governor {
    #[serde(rename = "@line", default)]
    pub(crate) line: u32,
    pub(crate) class: String,
    pub(crate) gives: String,
    pub(crate) negated_class: Option<String>,
    pub(crate) negated_gives: Option<String>,
    pub(crate) negated_aspect: Option<String>,
    pub(crate) aspect: Option<String>,
    #[serde(default)]
    pub(crate) announces: bool,
    #[serde(default)]
    pub(crate) background: bool,
    #[serde(default)]
    pub(crate) of_pact: bool,
    pub(crate) roles: Vec<String>,
    #[serde(default)]
    pub(crate) verbs: Vec<String>,
    #[serde(default)]
    pub(crate) nouns: Vec<String>,
    #[serde(default)]
    pub(crate) adjectives: Vec<String>,
    #[serde(default)]
    pub(crate) example: Vec<ModeExample>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ModeExample {
    pub(crate) text: String,
    pub(crate) act: String,
    pub(crate) mode: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Announcing {
    pub(crate) nouns: Vec<String>,
    pub(crate) verbs: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Pact {
    pub(crate) nouns: Vec<String>,
    pub(crate) parts: Vec<String>,
    pub(crate) under: Vec<String>,
    pub(crate) unmade: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Negation {
    pub(crate) words: Vec<String>,
    pub(crate) determiners: Vec<String>,
    pub(crate) prepositions: Vec<String>,
    pub(crate) not_negation: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Auxiliary {
    pub(crate) future: Vec<String>,
    pub(crate) conditional: Vec<String>,
    pub(crate) possibility: Vec<String>,
    pub(crate) ability: Vec<String>,
    pub(crate) obligation: Vec<String>,
    pub(crate) perfect: Vec<String>,
    pub(crate) be: Vec<String>,
    pub(crate) supportive: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Link {
    pub(crate) prepositions: Vec<String>,
    pub(crate) means: Vec<String>,
    pub(crate) light: Vec<String>,
    pub(crate) meanwhile: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Relative {
    pub(crate) first: Vec<String>,
    pub(crate) any: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Bill {
    pub(crate) nouns: Vec<String>,
    pub(crate) enacting: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Reacting {
    pub(crate) words: Vec<String>,
    pub(crate) about: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Condition {
    pub(crate) marks: Vec<String>,
    pub(crate) concessive: Vec<String>,
    pub(crate) question_marks: Vec<String>,
    pub(crate) awaited: Vec<String>,
    pub(crate) demanded: Vec<String>,
    pub(crate) staying: Vec<String>,
    pub(crate) undoing: Vec<String>,
    pub(crate) pending: Vec<String>,
    pub(crate) preceding: Vec<String>,
    pub(crate) ongoing: Vec<String>,
    pub(crate) purpose: Vec<String>,
    pub(crate) question: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Adverb {
    #[serde(rename = "@line", default)]
    pub(crate) line: u32,
    #[serde(default)]
    pub(crate) background: bool,
    #[serde(default)]
    pub(crate) at_once: bool,
    pub(crate) aspect: Option<String>,
    pub(crate) gives: Option<String>,
    pub(crate) words: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawSpeech {
    pub(crate) manner: Vec<Manner>,
    pub(crate) source: Source,
    pub(crate) quotation: Quotation,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Manner {
    #[serde(rename = "@line", default)]
    pub(crate) line: u32,
    pub(crate) manner: String,
    pub(crate) asserts: bool,
    #[serde(default)]
    pub(crate) verbs: Vec<String>,
    #[serde(default)]
    pub(crate) quoting: Vec<String>,
    #[serde(default)]
    pub(crate) accusing: Vec<String>,
    #[serde(default)]
    pub(crate) nouns: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Source {
    pub(crate) prepositions: Vec<String>,
    pub(crate) words_of: Vec<String>,
    pub(crate) words_of_prepositions: Vec<String>,
    pub(crate) findings: Vec<String>,
    pub(crate) citing: Vec<String>,
    pub(crate) addressee: Vec<String>,
    pub(crate) telling: Vec<String>,
    pub(crate) documents: Vec<String>,
    pub(crate) issuers: Vec<String>,
    pub(crate) posts: Vec<String>,
    pub(crate) transparent: Vec<String>,
    pub(crate) headline_marks: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Quotation {
    pub(crate) colons: Vec<String>,
    pub(crate) commas: Vec<String>,
    pub(crate) shortest: usize,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawTopic {
    pub(crate) stands_for: BTreeMap<String, Vec<String>>,
    pub(crate) reference: Reference,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Reference {
    pub(crate) definite: Vec<String>,
    pub(crate) emphatic: Vec<String>,
    pub(crate) bare: Vec<String>,
    pub(crate) deeds: Vec<String>,
}
