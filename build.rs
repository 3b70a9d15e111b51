//! Packs the schema for the crate.

fn main() {}
