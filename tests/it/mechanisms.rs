//! What the coder reads across words and sentences, whatever the frame: each text with all that it must give.

use crate::frames::{article, told};
use detente::coder;
use detente::english::English;
use detente::ontology::Ontology;

/// Text, and its events in order as "type sides", joined by "; ".
const CASES: &[(&str, &str)] = &[
    // A pronoun stands for what was told before.
    (
        "Peru cut ties with Chile in January 2009. They were restored in November 2019 by the interim government.",
        "ties-severed PER > CHL; ties-restored PER > CHL",
    ),
    (
        "Peru and Chile signed a fishing agreement in 2022. On May 17, Peru agreed to extend it for two months.",
        "agreement-signed CHL + PER; agreement-extended PER > CHL",
    ),
    ("Peru and Chile had diplomatic relations. Peru severed them in September 2008.", "ties-severed PER > CHL"),
    ("Peru won the match. They celebrated it with Chile.", ""),
    // Past perfect under a verb of speech is news; by itself it is background.
    ("Peru said it had tested a new missile.", "weapon-tested PER"),
    // Hostile acts announced for a case that may come.
    ("Peru said it would impose sanctions on Chile if the law was adopted.", "sanctions-threatened PER > CHL"),
    // Acts that a copula tells of.
    ("Peace talks between Peru and Chile are unlikely.", ""),
    ("Talks between Peru and Chile are impossible.", "negotiations-refused CHL + PER"),
    // Who announces a passive without agent will do it.
    ("Peru said that borders with Chile would be reopened at once.", "movement-eased PER > CHL planned"),
    // Where several do something together, the place takes no part.
    ("Peru and Chile held talks in Ghana.", "talks-held CHL + PER"),
];

#[test]
fn texts_give_all_that_they_tell_and_no_more() {
    let (ontology, english) = (Ontology::bundled().unwrap(), English::bundled());
    let mut wrong = Vec::new();
    for (text, wanted) in CASES {
        let coding = coder::code(&article(text), &ontology, &english);
        let found: Vec<String> = coding.events.iter().map(|event| format!("{} {}", event.kind, told(event))).collect();
        if found.join("; ") != *wanted {
            wrong.push(format!("{text}\n  got  {}\n  want {wanted}", found.join("; ")));
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}
