//! The outward JSON: one type for each document and line that a command prints.
//!
//! Invariant: names and shapes are those of INTERFACES; the JSON Schemas in `schema/json/` are made from
//! these types, and a test fails where the two differ. Inner types never derive `Serialize`.

pub mod event;
pub mod ontology;

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
