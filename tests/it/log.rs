//! The log keeps what it acknowledged, whatever happens to the machine, and says what is damaged.

mod archive;
mod disk;

#[path = "../../benches/generate.rs"]
#[expect(dead_code, unreachable_pub, reason = "the benches use more of it")]
mod generate;

use detente::log::{Log, LogError};
use detente::model::record::Record;

/// Reads a whole log.
fn records(log: &impl Log) -> Result<Vec<Record>, LogError> {
    log.all().collect()
}
