//! The tables of the bundled ontology, made once for all tests.

use detente::graph::rules::Rules;
use detente::ontology::Ontology;
use std::sync::{Arc, OnceLock};

/// The tables of the bundled ontology.
pub(crate) fn tables() -> Arc<Rules> {
    static TABLES: OnceLock<Arc<Rules>> = OnceLock::new();
    let made = || Arc::new(Rules::of(&Ontology::bundled().expect("the bundled ontology is sound")));
    Arc::clone(TABLES.get_or_init(made))
}
