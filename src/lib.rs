//! detente: how relations between states stood at a date, and the words that say so.
//!
//! ```text
//!  bytes ──read──▶ Article ──▶ Document: sentences, tokens, tags, trees     text, english
//!                                    │
//!              ontology, actors ─────┤
//!                                    ▼
//!              mentions ─▶ speakers ─▶ frames ─▶ events | refusals          coder
//!                                                   │
//!                                               Record (past tense)         model
//!                                                   │ append
//!                                                   ▼
//!                                    Seq 0, Seq 1, Seq 2 …                  log
//!                                                   │ read
//!                                                   ▼
//!                          Projection = fold(apply, empty, records)         graph
//!                                                   │ view(at: Day, knowledge)
//!                                                   ▼
//!                                                View ──▶ Answer            query
//!                                                           │
//!                                                           ▼
//!                                      DOT, SVG, table, JSON, HTML          render
//! ```
//!
//! Left of `append` and right of `read` everything is a pure function of its arguments. Two arguments
//! fix any answer: the date in the world, and the state of knowledge (published on or before,
//! recorded on or before, or log position).
//!
//! Modules stand in reading order, which is the order of dependency: each imports only from those
//! above it, as the table in `tests/it/tidy.rs` says.

pub mod cli;
pub mod coder;
pub mod english;
pub mod evaluate;
pub mod graph;
pub mod log;
pub mod model;
pub mod ontology;
pub mod query;
pub mod render;
pub mod text;
pub mod workspace;
