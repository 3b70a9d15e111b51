//! Codes single sentences, without any store, and prints what was understood and what was refused.
//!
//! Run it with `cargo run --example sentences`.

use detente::coder;
use detente::english::English;
use detente::ontology::Ontology;
use detente::text::Given;
use detente::text::reader::{Form, Unit};
use std::error::Error;

const SENTENCES: [&str; 3] = [
    "Australia lifted its sanctions on Zimbabwe on Monday.",
    "Kenya and Somalia agreed to restore diplomatic ties.",
    "The weather in Paris was fine.",
];

#[expect(clippy::print_stdout, reason = "it is there to be read")]
fn main() -> Result<(), Box<dyn Error>> {
    let (ontology, english) = (Ontology::bundled()?, English::bundled());
    let given = Given { published: Some("2024-05-06".parse()?) };
    for sentence in SENTENCES {
        println!("{sentence}");
        for article in Unit::whole(Form::Plain, sentence).articles(given) {
            let coding = coder::code(&article?, &ontology, &english);
            for event in coding.events {
                let side = |side: &[detente::model::event::Participant]| {
                    side.iter().map(|one| one.id.to_string()).collect::<Vec<_>>().join(" ")
                };
                println!(
                    "    {} {}: {} -> {}",
                    event.occurred,
                    event.kind,
                    side(&event.actors),
                    side(&event.recipients)
                );
            }
            for refusal in coding.refusals {
                println!("    refused: {} ({})", refusal.reason, refusal.detail);
            }
        }
    }
    Ok(())
}
