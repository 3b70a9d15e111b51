//! Names that mean another, in articles of two sentences.

use crate::coder::mention::{Memory, find};
use crate::english::English;
use crate::model::day::Day;
use crate::ontology::Ontology;

/// Returns whom the mention of a word means after the aliases were settled.
fn means(text: &str, word: &str) -> Option<String> {
    let (document, ontology) = (English::bundled().read(text), Ontology::bundled().unwrap());
    let day = Day::new(2024, 6, 14).unwrap();
    let mut memory = Memory::default();
    let sentences = document.sentences().iter().enumerate();
    let mut mentions: Vec<_> =
        sentences.map(|(number, sentence)| find(number, sentence, &ontology, day, &mut memory)).collect();
    super::settle(&document, &mut mentions, &ontology, day);
    let named = mentions.iter().flatten().find(|mention| mention.span.slice(text) == Some(word))?;
    named.parties.first().map(|party| party.id.to_string())
}

#[test]
fn a_seat_is_the_organisation_unless_the_article_names_the_state() {
    let union = "The European Union imposed tariffs on Chile. Brussels also threatened Peru.";
    assert_eq!(means(union, "Brussels").as_deref(), Some("EU"));
    let both = "Belgium and the European Union met in May. Brussels threatened Peru.";
    assert_eq!(means(both, "Brussels").as_deref(), Some("BEL"));
    assert_eq!(means("Brussels threatened Peru.", "Brussels").as_deref(), Some("EU"));
}

#[test]
fn a_direction_is_the_other_half_where_one_half_was_named() {
    assert_eq!(means("North Korea fired artillery at the South.", "South").as_deref(), Some("KOR"));
    assert_eq!(means("South Korea resumed talks with the North.", "North").as_deref(), Some("PRK"));
    assert_ne!(means("South Sudan accused the North.", "North").as_deref(), Some("PRK"));
    assert_ne!(means("North Korea sold rockets to the South Pole station.", "South").as_deref(), Some("KOR"));
}
