//! The ontology as `ontology show` and `ontology lint` print it.

use crate::ontology::Ontology;
use crate::ontology::dimension::{DimensionRule, Ends};
use crate::ontology::types::{EffectKind, TypeRule};
use schemars::JsonSchema;
use serde::Serialize;

/// The document of `ontology show --json`.
#[derive(Serialize, JsonSchema, Debug, Clone, PartialEq)]
pub struct OntologyJson {
    /// The digest over the schema files.
    pub digest: String,
    /// The event types, by name.
    pub types: Vec<TypeJson>,
    /// The dimensions, in the order in which they are shown.
    pub dimensions: Vec<DimensionJson>,
}

/// One event type.
#[derive(Serialize, JsonSchema, Debug, Clone, PartialEq)]
pub struct TypeJson {
    /// Its name.
    #[serde(rename = "type")]
    pub name: String,
    /// Its CAMEO code, where it is actual.
    pub cameo: String,
    /// The PLOVER class of that code.
    pub plover: Option<String>,
    /// The Goldstein score of that code.
    pub score: Option<f64>,
    /// What it does to relations.
    pub effects: Vec<EffectJson>,
    /// The state that must have held before.
    pub presupposes: Option<String>,
}

/// What an event type does to one dimension.
#[derive(Serialize, JsonSchema, Debug, Clone, PartialEq, Eq)]
pub struct EffectJson {
    /// The dimension.
    pub dimension: String,
    /// The state.
    pub state: String,
    /// Whether it only confirms that the state holds.
    pub confirms: bool,
}

/// One dimension.
#[derive(Serialize, JsonSchema, Debug, Clone, PartialEq, Eq)]
pub struct DimensionJson {
    /// Its name.
    pub dimension: String,
    /// Its states, worst first.
    pub states: Vec<String>,
    /// Whether both sides share the relation.
    pub mutual: bool,
    /// For how many days after its last evidence a state is believed; null = for ever.
    pub shelf_life: Option<u32>,
}

/// The document of `ontology lint --json`.
#[derive(Serialize, JsonSchema, Debug, Clone, PartialEq, Eq)]
pub struct LintJson {
    /// All problems, with file and line.
    pub problems: Vec<String>,
}

impl TypeJson {
    /// Shows an event type.
    #[must_use]
    pub fn of(rule: &TypeRule, ontology: &Ontology) -> Self {
        let effect = |effect: &crate::ontology::types::Effect| EffectJson {
            dimension: effect.dimension.to_string(),
            state: effect.state.to_string(),
            confirms: effect.force == EffectKind::Confirm,
        };
        Self {
            name: rule.name.to_string(),
            cameo: rule.cameo.to_string(),
            plover: ontology.plover(rule.cameo).map(|class| class.to_string()),
            score: ontology.score(rule.cameo),
            effects: rule.effects.iter().map(effect).collect(),
            presupposes: rule.presupposes.as_ref().map(ToString::to_string),
        }
    }
}

impl DimensionJson {
    /// Shows a dimension.
    #[must_use]
    pub fn of(rule: &DimensionRule) -> Self {
        Self {
            dimension: rule.name.to_string(),
            states: rule.states.iter().map(|state| state.name.to_string()).collect(),
            mutual: rule.ends == Ends::Mutual,
            shelf_life: rule.shelf_life,
        }
    }
}
