//! The document of `graph --format json`.

use super::answer::{ClimateJson, PositionJson, RelationJson};
use crate::graph::view::View;
use crate::model::id::ActorId;
use crate::render::scene::LeftOut;
use schemars::JsonSchema;
use serde::Serialize;

/// The document of `graph --format json`: nodes and edges.
#[derive(Serialize, JsonSchema, Debug, Clone, PartialEq)]
pub struct GraphJson {
    /// The day asked for.
    pub at: String,
    /// Only what was published on or before this day was used.
    pub known_by: Option<String>,
    /// Only what was recorded at this time or before was used.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recorded_by: Option<String>,
    /// Only records up to this position were used.
    pub at_seq: Option<u64>,
    /// The actors, by id.
    pub actors: Vec<GraphActorJson>,
    /// Who represents whom.
    pub represents: Vec<RepresentsJson>,
    /// How relations stand.
    pub relations: Vec<RelationJson>,
    /// Who holds what toward whom.
    pub positions: Vec<PositionJson>,
    /// The climate of each pair.
    pub climates: Vec<PairClimateJson>,
    /// What a diagram has no room for.
    pub left_out: LeftOutJson,
}

/// An actor in a graph.
#[derive(Serialize, JsonSchema, Debug, Clone, PartialEq, Eq)]
pub struct GraphActorJson {
    /// The id.
    pub id: String,
    /// The name to show.
    pub name: String,
    /// state, institution, organisation, group or person; null = no event says.
    pub kind: Option<String>,
    /// The state or organisation that it counts for.
    pub party: String,
}

/// Somebody and whom he represents.
#[derive(Serialize, JsonSchema, Debug, Clone, PartialEq, Eq)]
pub struct RepresentsJson {
    /// The person or institution.
    pub from: String,
    /// The institution or state.
    pub to: String,
    /// The office, where it is known.
    pub title: Option<String>,
}

/// The climate of a pair.
#[derive(Serialize, JsonSchema, Debug, Clone, PartialEq)]
pub struct PairClimateJson {
    /// The two, by their ids.
    pub pair: [String; 2],
    /// The climate.
    #[serde(flatten)]
    pub climate: ClimateJson,
}

/// How much was left out.
#[derive(Serialize, JsonSchema, Debug, Clone, PartialEq, Eq)]
pub struct LeftOutJson {
    /// Relations.
    pub relations: usize,
    /// Positions.
    pub positions: usize,
}

impl GraphJson {
    /// Shows a view; `name` gives the name to show for an actor.
    #[must_use]
    pub fn of(view: &View, left_out: LeftOut, name: &dyn Fn(&ActorId) -> String) -> Self {
        let knowledge = &view.knowledge;
        let actors = view.actors().map(|actor| GraphActorJson {
            id: actor.id.to_string(),
            name: name(&actor.id),
            kind: actor.kind.map(|kind| kind.to_string()),
            party: actor.party.to_string(),
        });
        let represents = view.representations().map(|(from, to, term)| RepresentsJson {
            from: from.to_string(),
            to: to.to_string(),
            title: term.map(|term| term.title.clone()),
        });
        let climates = view.climates().map(|(one, other, climate)| PairClimateJson {
            pair: [one.to_string(), other.to_string()],
            climate: ClimateJson::of(climate),
        });
        Self {
            at: view.at.to_string(),
            known_by: knowledge.known_by.map(|day| day.to_string()),
            recorded_by: knowledge.recorded_by.map(|time| time.to_string()),
            at_seq: knowledge.at_seq.map(|seq| seq.0),
            actors: actors.collect(),
            represents: represents.collect(),
            relations: view.relations().map(RelationJson::of).collect(),
            positions: view.positions().map(PositionJson::of).collect(),
            climates: climates.collect(),
            left_out: LeftOutJson { relations: left_out.relations, positions: left_out.positions },
        }
    }
}
