//! `schema/ontology/`: event types, dimensions, topics and CAMEO codes as they are written.

use serde::Deserialize;

/// `ontology/types/*.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct TypesFile {
    #[serde(rename = "type", default)]
    pub(crate) types: Vec<Type>,
}

/// One event type.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Type {
    #[serde(rename = "@line", default)]
    pub(crate) line: u32,
    pub(crate) name: String,
    pub(crate) says: String,
    pub(crate) cameo: String,
    #[serde(default)]
    pub(crate) codes: Vec<String>,
    pub(crate) planned: Option<String>,
    pub(crate) refused: Option<String>,
    #[serde(default)]
    pub(crate) effects: Vec<Effect>,
    pub(crate) presupposes: Option<String>,
    pub(crate) opposite: Option<String>,
    pub(crate) topic: Option<String>,
    pub(crate) stance: Option<String>,
    pub(crate) recipient: Recipient,
    pub(crate) home: Option<String>,
    #[serde(default)]
    pub(crate) performative: bool,
    #[serde(default)]
    pub(crate) joint: bool,
    #[serde(default)]
    pub(crate) soft: bool,
    #[serde(default)]
    pub(crate) outcome: bool,
    #[serde(default)]
    pub(crate) spoken: bool,
    pub(crate) says_of_organisation: Option<String>,
    #[serde(default)]
    pub(crate) pair: bool,
    #[serde(default)]
    pub(crate) own_voice: bool,
    #[serde(default)]
    pub(crate) cancels: Vec<String>,
    pub(crate) undone: Option<String>,
}

/// What an event type does to a dimension.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Effect {
    pub(crate) dimension: String,
    pub(crate) state: String,
    #[serde(default)]
    pub(crate) does: Does,
    #[serde(default)]
    pub(crate) when: When,
    #[serde(default)]
    pub(crate) of: Vec<String>,
    #[serde(default)]
    pub(crate) not_of: Vec<String>,
}

#[derive(Deserialize, Clone, Copy, Default)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Does {
    #[default]
    Change,
    Confirm,
}

#[derive(Deserialize, Clone, Copy, Default)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum When {
    #[default]
    Always,
    Topic,
    TopicOrStart,
    DisputedTopic,
    ForceTopic,
}

#[derive(Deserialize, Clone, Copy)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Recipient {
    Needed,
    Wanted,
    None,
}

/// `ontology/dimensions.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct DimensionsFile {
    pub(crate) dimension: Vec<Dimension>,
}

/// One dimension.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Dimension {
    #[serde(rename = "@line", default)]
    pub(crate) line: u32,
    pub(crate) name: String,
    pub(crate) title: String,
    pub(crate) mutual: bool,
    #[serde(default)]
    pub(crate) directed_topics: Vec<String>,
    #[serde(default)]
    pub(crate) mutual_states: Vec<String>,
    #[serde(default)]
    pub(crate) per_topic: bool,
    #[serde(default)]
    pub(crate) of_members: bool,
    #[serde(default)]
    pub(crate) spells: bool,
    pub(crate) shelf_life: Option<u32>,
    pub(crate) states: Vec<State>,
}

/// One state of a dimension.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct State {
    pub(crate) name: String,
    pub(crate) says: String,
    pub(crate) sign: i8,
    #[serde(rename = "final", default)]
    pub(crate) last: bool,
    #[serde(default)]
    pub(crate) threat: bool,
    #[serde(default)]
    pub(crate) suffices: bool,
    #[serde(default)]
    pub(crate) replaces: Vec<String>,
    #[serde(default)]
    pub(crate) within: Vec<String>,
    #[serde(default)]
    pub(crate) not_after: Vec<String>,
    #[serde(default)]
    pub(crate) only_after: Vec<String>,
}

/// `ontology/topics*.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct TopicsFile {
    pub(crate) topic: Vec<Topic>,
}

/// One topic.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Topic {
    #[serde(rename = "@line", default)]
    pub(crate) line: u32,
    pub(crate) name: String,
    pub(crate) title: String,
    #[serde(default)]
    pub(crate) aim: Option<String>,
    pub(crate) phrases: Vec<String>,
    #[serde(default)]
    pub(crate) dimensions: Vec<String>,
    #[serde(default)]
    pub(crate) disputes: bool,
    #[serde(default)]
    pub(crate) force: bool,
    #[serde(default)]
    pub(crate) general: bool,
    #[serde(default)]
    pub(crate) family: Option<String>,
}

/// `ontology/cameo.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct CameoFile {
    pub(crate) goldstein_source: String,
    pub(crate) plover_source: String,
    pub(crate) codes: Vec<Code>,
}

/// One CAMEO code.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Code {
    #[serde(rename = "@line", default)]
    pub(crate) line: u32,
    pub(crate) code: String,
    #[serde(default)]
    pub(crate) name: String,
    pub(crate) goldstein: Option<f64>,
    pub(crate) plover: Option<String>,
    pub(crate) mode: Option<String>,
    pub(crate) context: Option<String>,
}
