//! Reads two reports into a log that is kept in memory and asks how relations stood on three days.
//!
//! Run it with `cargo run --example relations`.

use detente::graph::Knowledge;
use detente::model::day::{Day, Instant};
use detente::query::Subject;
use detente::query::at::{self, At};
use detente::query::filter::Filter;
use detente::render::sentence::Teller;
use detente::text::Given;
use detente::text::reader::{Form, Unit};
use detente::workspace::Workspace;
use detente::workspace::coding::Desk;
use std::error::Error;

const REPORTS: [&str; 2] =
    [include_str!("articles/2016-01-03-riyadh.txt"), include_str!("articles/2023-06-06-riyadh.txt")];

#[expect(clippy::print_stdout, reason = "it is there to be read")]
fn main() -> Result<(), Box<dyn Error>> {
    let mut workspace = Workspace::in_memory()?;
    let units = REPORTS.map(|text| Unit::whole(Form::Plain, text)).into();
    let given = Given::default();
    let desk = Desk { ontology: workspace.ontology(), english: workspace.english()?, given };
    let coded = desk.code(units, &|_| true).into_iter().flatten().collect();
    workspace.ingest(Instant::from_micros(0), coded)?;

    let subject = Subject::Two("SAU".parse()?, "IRN".parse()?);
    let name = |id: &_| workspace.name(id);
    let teller = Teller { ontology: workspace.ontology(), name: &name };
    for day in ["2015-12-31", "2020-01-01", "2024-01-01"] {
        let day: Day = day.parse()?;
        let subject = subject.clone();
        let question = At { subject, day, knowledge: Knowledge::default(), filter: Filter::default() };
        println!("{day}");
        for standing in at::answer(workspace.projection()?, &question).relations {
            println!("    {}", teller.standing(&standing, false));
        }
    }
    Ok(())
}
