//! Answers of `at`, `positions` and `diff`.

use crate::graph::{ClaimAt, Climate, Pending, Position, Standing};
use crate::model::day::{Day, Interval};
use crate::model::id::EventId;
use crate::query::at::Standings;
use crate::query::change::{Changes, PositionChange, RelationChange};
use crate::query::positions::Held;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// The document of `at --json`.
#[derive(Serialize, JsonSchema, Debug, Clone, PartialEq)]
pub struct AtJson {
    /// The day asked for.
    pub at: String,
    /// Only what was published on or before this day was used.
    pub known_by: Option<String>,
    /// Only what was recorded at this time or before was used.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recorded_by: Option<String>,
    /// Only records up to this position were used.
    pub at_seq: Option<u64>,
    /// The actors asked for.
    pub actors: Vec<String>,
    /// Every relation of which anything is known.
    pub relations: Vec<RelationJson>,
    /// Every position that is held.
    pub positions: Vec<PositionJson>,
    /// The climate between two; null for one actor, or where no event lies between the two.
    pub climate: Option<ClimateJson>,
}

/// How one relation stands.
#[derive(Serialize, JsonSchema, Debug, Clone, PartialEq, Eq)]
pub struct RelationJson {
    /// The dimension.
    pub dimension: String,
    /// The topic.
    pub topic: Option<String>,
    /// The state, or "unknown".
    pub state: String,
    /// The side that acted; null where the act was joint or the state is only implied.
    pub from: Option<String>,
    /// The other side.
    pub to: Option<String>,
    /// The two parties: of a directed relation the holder first, else by their ids.
    pub pair: [String; 2],
    /// Whether both sides share the relation.
    pub mutual: bool,
    /// Each side's own last move; empty for directed relations.
    pub sides: BTreeMap<String, Option<String>>,
    /// When the state began.
    pub since: SinceJson,
    /// When it is said to end.
    pub until: Option<String>,
    /// The latest evidence on or before the day.
    pub last_confirmed: Option<String>,
    /// reported, confirmed, implied, planned or unknown.
    pub basis: String,
    /// The organisation whose relation it is, in an answer for a member.
    pub via: Option<String>,
    /// Whether a change may have happened by the day.
    pub uncertain: bool,
    /// Those changes.
    pub pending: Vec<PendingJson>,
    /// Whether the sides tell different things.
    pub disputed: bool,
    /// What each tells.
    pub claims: Vec<ClaimJson>,
    /// Whether the latest evidence is older than the dimension's shelf life.
    pub stale: bool,
    /// Whether the state's end has passed with no later evidence.
    pub lapsed: bool,
    /// Threats beside the state.
    pub standing_threats: Vec<PendingJson>,
    /// The events behind the state.
    pub events: Vec<String>,
}

/// Days from first to last, both included; null = open.
#[derive(Serialize, JsonSchema, Debug, Clone, PartialEq, Eq, Default)]
pub struct SinceJson {
    /// The first day.
    pub earliest: Option<String>,
    /// The last day.
    pub latest: Option<String>,
}

/// A change that may have happened, or a threat.
#[derive(Serialize, JsonSchema, Debug, Clone, PartialEq, Eq)]
pub struct PendingJson {
    /// The state that it would bring.
    pub state: String,
    /// When it may have happened.
    pub occurred: SinceJson,
    /// The events that say so.
    pub events: Vec<String>,
}

/// What somebody says the state is.
#[derive(Serialize, JsonSchema, Debug, Clone, PartialEq, Eq)]
pub struct ClaimJson {
    /// Whose word; null = the outlet's own voice.
    pub side: Option<String>,
    /// The state.
    pub state: String,
    /// The events that say so.
    pub events: Vec<String>,
}

/// One position.
#[derive(Serialize, JsonSchema, Debug, Clone, PartialEq, Eq)]
pub struct PositionJson {
    /// Who holds it.
    pub holder: String,
    /// Who said so last; null = the outlet.
    pub speaker: Option<String>,
    /// What about.
    pub topic: Option<String>,
    /// Toward whom.
    pub toward: Option<String>,
    /// The stance.
    pub stance: String,
    /// Since when.
    pub since: SinceJson,
    /// The latest evidence on or before the day.
    pub last_confirmed: String,
    /// The events behind it.
    pub events: Vec<String>,
}

/// The climate between two.
#[derive(Serialize, JsonSchema, Debug, Clone, PartialEq)]
pub struct ClimateJson {
    /// The weighted sum of scores.
    pub score: f64,
    /// hostile, strained, cool, neutral, warm or friendly.
    pub band: String,
    /// How many acts are behind it.
    pub events: u32,
}

/// The document of `positions --json`.
#[derive(Serialize, JsonSchema, Debug, Clone, PartialEq, Eq)]
pub struct PositionsJson {
    /// The day asked for.
    pub at: String,
    /// Only what was published on or before this day was used.
    pub known_by: Option<String>,
    /// Whose positions.
    pub holder: String,
    /// The positions.
    pub positions: Vec<PositionJson>,
}

/// The document of `diff --json`.
#[derive(Serialize, JsonSchema, Debug, Clone, PartialEq)]
pub struct DiffJson {
    /// The earlier day.
    pub before: String,
    /// The later day.
    pub after: String,
    /// Only what was published on or before this day was used for the earlier state.
    pub known_by_before: Option<String>,
    /// The same for the later state.
    pub known_by_after: Option<String>,
    /// The actors asked for.
    pub actors: Vec<String>,
    /// Relations that stand otherwise.
    pub relations: Vec<RelationChangeJson>,
    /// Positions that are otherwise.
    pub positions: Vec<PositionChangeJson>,
}

/// One relation that stands otherwise.
#[derive(Serialize, JsonSchema, Debug, Clone, PartialEq, Eq)]
pub struct RelationChangeJson {
    /// How it stood; null = nothing was known.
    pub before: Option<RelationJson>,
    /// How it stands; null = nothing is known.
    pub after: Option<RelationJson>,
    /// The events that did it.
    pub by: Vec<String>,
}

/// One position that is otherwise.
#[derive(Serialize, JsonSchema, Debug, Clone, PartialEq, Eq)]
pub struct PositionChangeJson {
    /// What was held.
    pub before: Option<PositionJson>,
    /// What is held.
    pub after: Option<PositionJson>,
    /// The events that did it.
    pub by: Vec<String>,
}

fn ids(events: &[EventId]) -> Vec<String> {
    events.iter().map(ToString::to_string).collect()
}

fn text<T: ToString>(value: Option<T>) -> Option<String> {
    value.map(|value| value.to_string())
}

impl AtJson {
    /// Shows an answer.
    #[must_use]
    pub fn of(answer: &Standings) -> Self {
        Self {
            at: answer.at.to_string(),
            known_by: text(answer.knowledge.known_by),
            recorded_by: text(answer.knowledge.recorded_by),
            at_seq: answer.knowledge.at_seq.map(|seq| seq.0),
            actors: answer.actors.iter().map(ToString::to_string).collect(),
            relations: answer.relations.iter().map(RelationJson::of).collect(),
            positions: answer.positions.iter().map(PositionJson::of).collect(),
            climate: answer.climate.map(ClimateJson::of),
        }
    }
}

impl RelationJson {
    /// Shows how a relation stands.
    #[must_use]
    pub fn of(standing: &Standing) -> Self {
        Self {
            dimension: standing.dimension.to_string(),
            topic: text(standing.topic.as_ref()),
            state: standing.state.as_ref().map_or_else(|| "unknown".to_owned(), ToString::to_string),
            from: text(standing.from.as_ref()),
            to: text(standing.to.as_ref()),
            pair: [standing.pair.0.to_string(), standing.pair.1.to_string()],
            mutual: standing.mutual,
            sides: standing.sides.iter().map(|(side, state)| (side.to_string(), text(state.as_ref()))).collect(),
            since: standing.since.as_ref().map(SinceJson::of).unwrap_or_default(),
            until: text(standing.until),
            last_confirmed: text(standing.last_confirmed),
            basis: standing.basis.as_str().to_owned(),
            via: text(standing.via.as_ref()),
            uncertain: standing.uncertain,
            pending: standing.pending.iter().map(PendingJson::of).collect(),
            disputed: standing.disputed,
            claims: standing.claims.iter().map(ClaimJson::of).collect(),
            stale: standing.stale,
            lapsed: standing.lapsed,
            standing_threats: standing.standing_threats.iter().map(PendingJson::of).collect(),
            events: ids(&standing.events),
        }
    }
}

impl SinceJson {
    fn of(interval: &Interval) -> Self {
        Self::between(interval.earliest, interval.latest)
    }

    fn between(earliest: Option<Day>, latest: Option<Day>) -> Self {
        Self { earliest: text(earliest), latest: text(latest) }
    }
}

impl PendingJson {
    fn of(pending: &Pending) -> Self {
        Self {
            state: pending.state.to_string(),
            occurred: SinceJson::of(&pending.occurred),
            events: ids(&pending.events),
        }
    }
}

impl ClaimJson {
    fn of(claim: &ClaimAt) -> Self {
        Self { side: text(claim.side.as_ref()), state: claim.state.to_string(), events: ids(&claim.events) }
    }
}

impl PositionJson {
    /// Shows a position.
    #[must_use]
    pub fn of(position: &Position) -> Self {
        Self {
            holder: position.holder.to_string(),
            speaker: text(position.speaker.as_ref()),
            topic: text(position.topic.as_ref()),
            toward: text(position.toward.as_ref()),
            stance: position.stance.to_string(),
            since: SinceJson::between(position.since.0, position.since.1),
            last_confirmed: position.last_confirmed.to_string(),
            events: ids(&position.events),
        }
    }
}

impl ClimateJson {
    /// Shows a climate.
    #[must_use]
    pub fn of(climate: Climate) -> Self {
        Self { score: climate.score(), band: climate.band().to_owned(), events: climate.n_events }
    }
}

impl PositionsJson {
    /// Shows an answer.
    #[must_use]
    pub fn of(held: &Held) -> Self {
        Self {
            at: held.at.to_string(),
            known_by: text(held.knowledge.known_by),
            holder: held.holder.to_string(),
            positions: held.positions.iter().map(PositionJson::of).collect(),
        }
    }
}

impl DiffJson {
    /// Shows an answer.
    #[must_use]
    pub fn of(changes: &Changes) -> Self {
        let relation = |change: &RelationChange| RelationChangeJson {
            before: change.before.as_ref().map(RelationJson::of),
            after: change.after.as_ref().map(RelationJson::of),
            by: ids(&change.by),
        };
        let position = |change: &PositionChange| PositionChangeJson {
            before: change.before.as_ref().map(PositionJson::of),
            after: change.after.as_ref().map(PositionJson::of),
            by: ids(&change.by),
        };
        Self {
            before: changes.before.0.to_string(),
            after: changes.after.0.to_string(),
            known_by_before: text(changes.before.1.known_by),
            known_by_after: text(changes.after.1.known_by),
            actors: changes.actors.iter().map(ToString::to_string).collect(),
            relations: changes.relations.iter().map(relation).collect(),
            positions: changes.positions.iter().map(position).collect(),
        }
    }
}
