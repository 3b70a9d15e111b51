//! A store opened: ontology, log and graph together, and what can be done with them.
//!
//! The only module beside `log` that touches the file system. Never prints and never reads the clock.

pub mod sources;
