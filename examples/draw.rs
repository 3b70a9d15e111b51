//! Draws events at random, the same ones every time, for a reader to judge.
//!
//! `cargo run --release --example draw -- SEED N FILE.jsonl...` codes the articles and prints the N events
//! whose ids, hashed with the seed before them, come first: another coder that gives the same event draws it
//! again. One event a line, columns parted by tabs; the words stand last. What was judged in this way, and
//! how, is in `tests/coding/JUDGED.tsv`.

use detente::coder;
use detente::english::English;
use detente::model::event::Participant;
use detente::model::id::Digest;
use detente::ontology::Ontology;
use detente::text::Given;
use detente::text::reader::{Form, units};
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufReader, Write};

fn side(side: &[Participant]) -> String {
    side.iter().map(|party| party.id.as_str()).collect::<Vec<_>>().join("+")
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut args = std::env::args().skip(1);
    let usage = "SEED N FILE.jsonl... were expected";
    let (seed, most) = (args.next().ok_or(usage)?, args.next().ok_or(usage)?.parse()?);
    let (ontology, english) = (Ontology::bundled()?, English::bundled());
    let mut drawn: BTreeMap<Digest, String> = BTreeMap::new();
    for path in args {
        for unit in units(Form::Lines, BufReader::new(File::open(&path)?)) {
            // What cannot be read gives no events to draw from.
            for article in unit.articles(Given { published: None }).into_iter().flatten() {
                let name = article.given_id.clone().unwrap_or_else(|| article.id.to_string());
                for event in coder::code(&article, &ontology, &english).events {
                    let quote = event.evidence.quote.split_whitespace().collect::<Vec<_>>().join(" ");
                    let (actors, recipients) = (side(&event.actors), side(&event.recipients));
                    let (id, kind, occurred, mode) = (event.id, &event.kind, event.occurred, event.mode);
                    let line = format!("{name}\t{id}\t{kind}\t{actors}\t{recipients}\t{occurred}\t{mode}\t{quote}");
                    drawn.insert(Digest::of(&[seed.as_bytes(), id.to_string().as_bytes()]), line);
                }
            }
        }
    }
    let mut out = io::stdout().lock();
    for line in drawn.values().take(most) {
        writeln!(out, "{line}")?;
    }
    Ok(())
}
