//! From a read text to events, and to the reasons why other words are none.
//!
//! Pure: the same article, ontology and language model give the same events.

pub mod clause;
pub mod frame;
pub mod mode;
pub mod refusal;
pub mod when;
