//! Who is meant, in speech and across sentences: each text with all that it must give.

use crate::frames::{article, told};
use detente::coder;
use detente::english::English;
use detente::ontology::Ontology;

/// Text, and its events in order as "type sides", joined by "; ".
const CASES: &[(&str, &str)] = &[
    // Whoever is told what the speaker's own side does is the one toward whom it is done.
    ("Peru informed Chile that it was withdrawing from the fisheries treaty.", "agreement-withdrawn-from PER > CHL"),
    (
        "Peru's foreign ministry told a visiting Chilean delegation that Lima had suspended the trade talks.",
        "negotiations-suspended PER > CHL",
    ),
    (
        "\"We will reopen the consulate next month,\" Peru's foreign ministry told its Chilean counterpart.",
        "embassy-opened PER > CHL planned",
    ),
    ("Peru was informed by Chile that the fishing accord had been suspended.", "agreement-suspended CHL > PER"),
    ("Peru announced to Chile that it was opening the border.", "movement-eased PER > CHL"),
    ("Peru told Chile that it rejected its claim to the waters.", "rejection-made PER > CHL"),
    // What it says that it will or will not do is asked of nobody.
    ("Peru told Chile that it would not leave the islands.", ""),
    ("Peru told Chile that it must leave the islands.", "demand-made PER > CHL"),
    // The press hears for all; a third side named with the act, and whoever was raided, are told otherwise.
    ("Peru's foreign ministry told Reuters that Lima would recall its ambassador.", ""),
    ("Peru told Chile that it was pulling its troops out of Ghana.", "forces-withdrawn PER > GHA"),
    ("Peru told parliament that Chile had expelled its diplomats.", "accusation-made PER > CHL"),
    ("The Peruvian army informed Chile that its drones had struck a convoy.", "attack-made PER > XXX"),
];

#[test]
fn whoever_is_meant_is_found() {
    let (ontology, english) = (Ontology::bundled().unwrap(), English::bundled());
    let mut wrong = Vec::new();
    for (text, wanted) in CASES {
        let coding = coder::code(&article(text), &ontology, &english);
        let found: Vec<String> = coding.events.iter().map(|event| format!("{} {}", event.kind, told(event))).collect();
        let found = found.join("; ");
        if found != *wanted {
            wrong.push(format!("{text}\n  got  {found}\n  want {wanted}"));
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}
