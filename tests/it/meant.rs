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
    // What is refused until another acts is refused to that one, and demanded of it.
    (
        "Peru will not reopen the border until Chile withdraws its troops.",
        "rejection-made PER > CHL; demand-made PER > CHL",
    ),
    (
        "Peru said it would not send back its ambassador unless Chile pays compensation.",
        "rejection-made PER > CHL; demand-made PER > CHL",
    ),
    (
        "Peru has refused to dismantle its missiles until Chile ends the drills.",
        "rejection-made PER > CHL; demand-made PER > CHL",
    ),
    (
        "Peru ruled out a ceasefire before Chile releases the hostages.",
        "rejection-made PER > CHL; demand-made PER > CHL",
    ),
    (
        "Peru rejected the border plan unless Chile leaves the islands.",
        "rejection-made PER > CHL; demand-made PER > CHL",
    ),
    (
        "Peru said it would not hold talks with Ghana unless Chile cancels the port deal.",
        "negotiations-refused PER > GHA; demand-made PER > CHL",
    ),
    ("Peru said there would be no peace deal until Chile changes its constitution.", "demand-made PER > CHL"),
    // What was not done before another acted was demanded of nobody, and what will be done unless it objects is for others.
    ("Peru did not reopen the border until Chile paid compensation.", "movement-eased PER > CHL negated"),
    ("Peru will send aid to Ghana unless Chile objects.", "aid-pledged PER > GHA"),
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
