//! The outward JSON: one type for each document and line that a command prints.
//!
//! Invariant: names and shapes are those of INTERFACES; the JSON Schemas in `schema/json/` are made from
//! these types, and a test fails where the two differ. Inner types never derive `Serialize`.

pub mod answer;
pub mod evaluate;
pub mod event;
pub mod graph;
pub mod history;
pub mod ontology;
pub mod store;

use schemars::{Schema, schema_for};
use serde::Serialize;
use std::io::{self, Write};

/// Writes one JSON document or line, closed by a line feed.
///
/// # Errors
/// When it cannot be written.
pub fn line(out: &mut dyn Write, value: &impl Serialize) -> io::Result<()> {
    serde_json::to_writer(&mut *out, value).map_err(io::Error::from)?;
    out.write_all(b"\n")
}

/// Returns the JSON Schema of every document and line, by the name of its file in `schema/json/`.
#[must_use]
pub fn schemas() -> Vec<(&'static str, Schema)> {
    vec![
        ("act", schema_for!(history::ActJson)),
        ("actor", schema_for!(store::KnownActorJson)),
        ("at", schema_for!(answer::AtJson)),
        ("diff", schema_for!(answer::DiffJson)),
        ("done", schema_for!(store::DoneJson)),
        ("evaluate", schema_for!(evaluate::EvaluateJson)),
        ("event", schema_for!(event::EventJson)),
        ("explain", schema_for!(history::ExplainJson)),
        ("extract", schema_for!(event::Extract)),
        ("graph", schema_for!(graph::GraphJson)),
        ("ingest", schema_for!(store::IngestJson)),
        ("lint", schema_for!(ontology::LintJson)),
        ("ontology", schema_for!(ontology::OntologyJson)),
        ("positions", schema_for!(answer::PositionsJson)),
        ("step", schema_for!(history::StepJson)),
        ("verify", schema_for!(store::VerifyJson)),
    ]
}
