//! The vocabulary that everything else speaks.
//!
//! | word | meaning | after |
//! | --- | --- | --- |
//! | article | one report as received, with its publication date | |
//! | event | what an article says happened, was said or was decided | PLOVER "event" |
//! | actor, recipient | who acted, toward whom; lists, expanded to dyads only in the projection | PLOVER |
//! | party | the state or organisation that an actor counts for | CAMEO country code |
//! | mode, aspect, stance | how an act stands to the world, where in its course, what a statement says | |
//! | topic | what it is about, normalized | PLOVER context |
//! | record | one entry of the log, a fact in the past tense | |
//! | dimension, state | a side of relations, and how it stands | |
//!
//! Never reads the clock, a file or the environment.

pub mod article;
pub mod category;
pub mod day;
pub mod dyad;
pub mod event;
pub mod id;
pub(crate) mod quick;
pub mod record;
pub mod sheet;
pub mod span;
