//! The bundled sample: the articles of `examples/articles/`, in the order of their dates.

use super::coding::Desk;
use super::ingest::Ingested;
use super::{Workspace, WorkspaceError};
use crate::model::day::Instant;
use crate::text::Given;
use crate::text::reader::{Form, Unit};

/// Names and texts of the sample articles.
pub const ARTICLES: &[(&str, &str)] = &[
    ("2015-07-20-havana.txt", include_str!("../../examples/articles/2015-07-20-havana.txt")),
    ("2016-01-03-riyadh.txt", include_str!("../../examples/articles/2016-01-03-riyadh.txt")),
    ("2018-11-14-singapore.txt", include_str!("../../examples/articles/2018-11-14-singapore.txt")),
    ("2022-03-21-moscow.txt", include_str!("../../examples/articles/2022-03-21-moscow.txt")),
    ("2022-04-08-tokyo.txt", include_str!("../../examples/articles/2022-04-08-tokyo.txt")),
    ("2022-06-08-tokyo.txt", include_str!("../../examples/articles/2022-06-08-tokyo.txt")),
    ("2022-08-17-jerusalem.txt", include_str!("../../examples/articles/2022-08-17-jerusalem.txt")),
    ("2023-06-06-riyadh.txt", include_str!("../../examples/articles/2023-06-06-riyadh.txt")),
    ("2023-09-21-new-delhi.txt", include_str!("../../examples/articles/2023-09-21-new-delhi.txt")),
    ("2024-01-31-moscow.txt", include_str!("../../examples/articles/2024-01-31-moscow.txt")),
    ("2024-03-07-washington.txt", include_str!("../../examples/articles/2024-03-07-washington.txt")),
    ("2024-03-28-beijing.txt", include_str!("../../examples/articles/2024-03-28-beijing.txt")),
    ("2024-06-04-seoul.txt", include_str!("../../examples/articles/2024-06-04-seoul.txt")),
    ("2025-03-04-tokyo.txt", include_str!("../../examples/articles/2025-03-04-tokyo.txt")),
    ("2025-08-08-washington.txt", include_str!("../../examples/articles/2025-08-08-washington.txt")),
];

/// The two that the demo asks about.
pub const ACTORS: (&str, &str) = ("RUS", "JPN");

/// The day that the demo asks about.
pub const DAY: &str = "2024-02-01";

/// What the demo read.
#[derive(Debug, Copy, Clone, PartialEq, Eq)]
pub struct Sample {
    /// How many articles.
    pub articles: usize,
    /// How many events they gave.
    pub events: usize,
}

/// Ingests the sample.
///
/// # Errors
/// When the log cannot be used.
pub fn ingest(workspace: &mut Workspace, at: Instant) -> Result<Sample, WorkspaceError> {
    let units: Vec<Unit> = ARTICLES.iter().map(|(_, text)| Unit::whole(Form::Plain, text)).collect();
    let desk = Desk { ontology: workspace.ontology(), english: workspace.english()?, given: Given { published: None } };
    let coded = desk.code(units, &|_| true).into_iter().flatten().collect();
    let mut sample = Sample { articles: 0, events: 0 };
    for ingested in workspace.ingest(at, coded)? {
        if let Ingested::Recorded { events, .. } = ingested {
            sample.articles += 1;
            sample.events += events.len();
        }
    }
    Ok(sample)
}
