//! `schema/actors/`: states, organisations, organs, titles, agents, groups, regions and people as written.

use serde::Deserialize;

/// Any file below `actors/`; each holds some of these arrays.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct ActorsFile {
    pub(crate) state: Vec<State>,
    pub(crate) organisation: Vec<Organisation>,
    pub(crate) organ: Vec<Organ>,
    pub(crate) title: Vec<Title>,
    pub(crate) prefix: Vec<Prefix>,
    pub(crate) institution: Vec<Institution>,
    pub(crate) agent: Vec<Agent>,
    pub(crate) people_group: Vec<PeopleGroup>,
    pub(crate) group: Vec<Group>,
    pub(crate) region: Vec<Region>,
    pub(crate) person: Vec<Person>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct State {
    #[serde(rename = "@line")]
    pub(crate) line: u32,
    pub(crate) id: String,
    pub(crate) kind: Option<String>,
    pub(crate) name: String,
    pub(crate) official: Vec<String>,
    pub(crate) names: Vec<String>,
    pub(crate) adjectives: Vec<String>,
    pub(crate) people: Vec<String>,
    pub(crate) capitals: Vec<String>,
    pub(crate) places: Vec<String>,
    pub(crate) sides: Vec<String>,
    pub(crate) descriptions: Vec<String>,
    pub(crate) from: Option<String>,
    pub(crate) to: Option<String>,
    pub(crate) successor: Option<String>,
    pub(crate) ambiguous: bool,
    pub(crate) neighbours: Vec<String>,
    pub(crate) source: Option<String>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Organisation {
    #[serde(rename = "@line")]
    pub(crate) line: u32,
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) names: Vec<String>,
    pub(crate) adjectives: Vec<String>,
    pub(crate) parent: Option<String>,
    pub(crate) sector: Option<String>,
    pub(crate) seats: Vec<String>,
    pub(crate) descriptions: Vec<String>,
    pub(crate) from: Option<String>,
    pub(crate) to: Option<String>,
    pub(crate) members: Vec<Member>,
    pub(crate) source: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Member {
    pub(crate) id: String,
    pub(crate) from: Option<String>,
    pub(crate) to: Option<String>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Organ {
    #[serde(rename = "@line")]
    pub(crate) line: u32,
    pub(crate) suffix: String,
    pub(crate) sector: String,
    pub(crate) binds: bool,
    #[serde(default)]
    pub(crate) apart: bool,
    #[serde(default)]
    pub(crate) abroad: bool,
    pub(crate) name: String,
    pub(crate) names: Vec<String>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Title {
    #[serde(rename = "@line")]
    pub(crate) line: u32,
    pub(crate) title: String,
    pub(crate) plural: Option<String>,
    pub(crate) role: String,
    pub(crate) organ: String,
    pub(crate) sector: String,
    pub(crate) binds: bool,
    pub(crate) several: bool,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Prefix {
    #[serde(rename = "@line")]
    pub(crate) line: u32,
    pub(crate) prefix: String,
    pub(crate) binds: Option<bool>,
    pub(crate) status: Option<String>,
    pub(crate) deputy: bool,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Institution {
    #[serde(rename = "@line")]
    pub(crate) line: u32,
    pub(crate) id: String,
    pub(crate) of: String,
    pub(crate) organ: Option<String>,
    pub(crate) name: Option<String>,
    pub(crate) names: Vec<String>,
    pub(crate) sector: Option<String>,
    pub(crate) binds: Option<bool>,
    pub(crate) from: Option<String>,
    pub(crate) to: Option<String>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Agent {
    #[serde(rename = "@line")]
    pub(crate) line: u32,
    pub(crate) sector: String,
    pub(crate) acts: bool,
    /// Whether it counts only where it refers to nobody named before.
    #[serde(default)]
    pub(crate) late: bool,
    pub(crate) nouns: Vec<String>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct PeopleGroup {
    #[serde(rename = "@line")]
    pub(crate) line: u32,
    pub(crate) name: String,
    pub(crate) adjectives: Vec<String>,
    pub(crate) people: Vec<String>,
    pub(crate) states: Vec<String>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Group {
    #[serde(rename = "@line")]
    pub(crate) line: u32,
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) names: Vec<String>,
    pub(crate) adjectives: Vec<String>,
    pub(crate) home: Option<String>,
    pub(crate) sector: Option<String>,
    pub(crate) descriptions: Vec<String>,
    pub(crate) from: Option<String>,
    pub(crate) to: Option<String>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Region {
    #[serde(rename = "@line")]
    pub(crate) line: u32,
    pub(crate) kind: String,
    pub(crate) names: Vec<String>,
    pub(crate) states: Vec<String>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Person {
    #[serde(rename = "@line")]
    pub(crate) line: u32,
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) names: Vec<String>,
    pub(crate) short: Vec<String>,
    pub(crate) gender: Option<String>,
    pub(crate) terms: Vec<Term>,
    pub(crate) source: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Term {
    pub(crate) role: String,
    pub(crate) title: String,
    pub(crate) of: String,
    pub(crate) from: String,
    pub(crate) to: Option<String>,
    #[serde(default)]
    pub(crate) shared: bool,
}
