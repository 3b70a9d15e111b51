//! How many phrases of a list with known actors are resolved; skipped where the list is not beside the project.
//!
//! The list is for measuring only: no entry of the schema is made for a phrase of it.

use super::{Form, Memory, find};
use crate::english::English;
use crate::model::day::Day;
use crate::ontology::Ontology;
use std::path::Path;

/// The share of countries and sectors that must come out, in percent.
const COUNTRIES: usize = 75;
const SECTORS: usize = 50;

#[test]
fn phrases_resolve_to_country_and_sector() {
    let root = std::env::var("CARGO_MANIFEST_DIR").unwrap_or_default();
    let path = Path::new(&root).join("../shared/gold/actors.jsonl");
    let Ok(text) = std::fs::read_to_string(&path) else {
        println!("skipped: {} is not there", path.display());
        return;
    };
    let (english, ontology) = (English::bundled(), Ontology::bundled().unwrap());
    let (mut countries, mut sectors) = ((0, 0), (0, 0));
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        let row: serde_json::Value = serde_json::from_str(line).unwrap();
        let told = |key: &str| row.get(key).and_then(|value| value.as_str()).filter(|text| !text.is_empty());
        let context = told("context").unwrap_or_default();
        let date = context.split('"').find_map(|part| Day::parse_query(part).ok());
        let day = date.unwrap_or_else(|| Day::new(2022, 6, 15).unwrap());
        let phrase = told("phrase").unwrap();
        let document = english.read(phrase);
        let mut memory = Memory::default();
        let mentions: Vec<_> = document
            .sentences()
            .iter()
            .enumerate()
            .flat_map(|(number, sentence)| find(number, sentence, &ontology, day, &mut memory))
            .collect();
        let best = mentions.iter().find(|mention| mention.form != Form::Unknown).or(mentions.first());
        let party = best.and_then(|mention| mention.parties.first());
        let country = party.and_then(|party| party.country.as_ref()).map(|country| country.root().to_string());
        let sector = party.and_then(|party| party.sector).map(|sector| sector.to_string());
        let mut wrong = false;
        let mut count = |tally: &mut (usize, usize), wanted: Option<&str>, given: Option<&str>| {
            if let Some(wanted) = wanted {
                tally.1 += 1;
                if given == Some(wanted) { tally.0 += 1 } else { wrong = true }
            }
        };
        count(&mut countries, told("country"), country.as_deref());
        count(&mut sectors, told("sector"), sector.as_deref());
        if wrong {
            let given = party.map(|party| party.id.to_string());
            println!(
                "{phrase:?} on {day}: {:?} {:?}, given {given:?} {country:?} {sector:?}",
                told("country"),
                told("sector")
            );
        }
    }
    println!("countries {}/{}, sectors {}/{}", countries.0, countries.1, sectors.0, sectors.1);
    assert!(countries.0 * 100 >= countries.1 * COUNTRIES, "countries {}/{}", countries.0, countries.1);
    assert!(sectors.0 * 100 >= sectors.1 * SECTORS, "sectors {}/{}", sectors.0, sectors.1);
}
