//! What somebody says, and who says it when: sayings between, around and behind what is said, what stands between quotation marks,
//! and what is told of it, denied by it or only made possible.

use crate::across::check;
use crate::frames::{article, told};
use detente::coder;
use detente::english::English;
use detente::model::article::Article;
use detente::ontology::Ontology;

/// Text, and its events in order as "type sides days", joined by "; ".
const CASES: &[(&str, &str)] = &[
    // A day right behind the verb of saying, and a clause that tells how long after it was said.
    (
        "Peru is willing to talk, its first vice foreign minister said Wednesday, a day after Chilean President Gabriel Boric scrapped a meeting with leader Dina Boluarte.",
        "commitment-made PER 2024-06-12; meeting-cancelled CHL > PER 2024-06-11",
    ),
    (
        "Peru will respond if Chile raises tariffs, President Dina Boluarte said on Wednesday, hours after Chile threatened a duty on Peruvian goods.",
        "sanctions-threatened CHL > PER 2024-06-11..2024-06-12",
    ),
    (
        "Peru has terminated its defence agreement with Chile, the government said late on Wednesday, hours after Chilean Foreign Minister Juan Soto held talks in Lima.",
        "agreement-terminated PER > CHL 2024-06-12",
    ),
    // What stands in quotation marks before "told" is said, not ordered.
    (
        "\"I demand an explanation from Chile,\" Peru's president told reporters in Lima.",
        "demand-made PER > CHL 2024-06-14",
    ),
    // Whoever calls something so says so, and whoever is refused something may make that known.
    (
        "Peru called in Chile's ambassador over what it described as Chilean support for the rebels.",
        "accusation-made PER > CHL 2024-06-14; protest-lodged PER > CHL 2024-06-14",
    ),
    (
        "Peru recalled its envoy to Chile over what it called Chilean violations of its airspace.",
        "accusation-made PER > CHL 2024-06-14; ambassador-recalled PER > CHL 2024-06-14",
    ),
    (
        "Peru has turned down Chile's claim for damages, the foreign ministry in Santiago disclosed on Tuesday.",
        "rejection-made PER > CHL 2024-06-11",
    ),
    // What is written to somebody is asked of him, and a perfect stands beside the verb above.
    ("Peru wrote to Chile demanding an apology.", "demand-made PER > CHL 2024-06-14"),
    (
        "Peru's prime minister told parliament he regretted the distress caused but has refused to apologise to Chile.",
        "rejection-made PER > CHL 2024-06-14",
    ),
    (
        "Chile will not cut ties with Ghana even though Accra has thrown out its ambassador, President Gabriel Boric told reporters.",
        "ties-severed CHL > GHA negated 2024-06-14; ambassador-expelled GHA > CHL 2024-06-14",
    ),
    // Whoever says it stands between what is said.
    (
        "Peruvian President Dina Boluarte quit talks with Chile. Santiago was intimidating Peruvian fishermen, she alleged, and had put out a new map.",
        "negotiations-collapsed PER > CHL 2024-06-14; accusation-made PER > CHL 2024-06-14",
    ),
    // Who says it without a name is of whom it tells first, and of another where it says what somebody must do.
    (
        "Peru has requested consultations with Chile at the World Trade Organization over the 50 percent tariffs that Santiago imposed on its goods, the Foreign Ministry said.",
        "statement-made PER > CHL + WTO 2024-06-14; legal-action-brought PER > CHL 2024-06-14",
    ),
    (
        "Peru downgraded its relations with Chile, the Foreign Ministry said. \"The Chilean government must bear the consequences,\" the ministry said. \"We urge the Chilean side to correct its mistakes.\"",
        "ties-downgraded PER > CHL 2024-06-14; demand-made PER > CHL 2024-06-14; appeal-made PER > CHL 2024-06-14",
    ),
    // Whose an announcement is acts in what it tells.
    (
        "Chile said it regretted Peru's announcement that it was breaking off diplomatic relations.",
        "criticism-made CHL > PER 2024-06-14; ties-severed PER > CHL ..2024-06-14",
    ),
    // An adjective at the end of a quotation is no part of the name behind.
    (
        "Chile bombed a Peruvian port. \"These attacks are cruel,\" Peruvian Prime Minister Ana Quispe said.",
        "attack-made CHL > PER 2024-06-14; criticism-made PER > CHL 2024-06-14",
    ),
    // What is answered was so long before, not the answer; what one is accused of has its own year.
    (
        "Peru has decided to downgrade relations with Chile, its ministry said Wednesday, in response to the opening of an office in Santiago three days earlier.",
        "ties-downgraded PER > CHL 2024-06-12",
    ),
    ("Peru accused Chile's army of a part in the 2014 explosion of a depot.", "accusation-made PER > CHL 2024-06-14"),
    ("By Thursday Peru was accusing Chile of breaking the truce.", "accusation-made PER > CHL 2024-06-13"),
    // Whoever rejects a report says that it is not so.
    (
        "Peru rejected media reports that it had agreed to establish diplomatic relations with Chile.",
        "denial-made PER 2024-06-14",
    ),
    // What the way is cleared for is not done.
    (
        "Peru's parliament ratified an accord with Chile, clearing the way for Chile to join NATO.",
        "agreement-ratified PER > CHL 2024-06-14",
    ),
    // Talks that will not take place are called off, and not refused as well.
    (
        "Peru said late on Wednesday that talks with Chile, due to open in Lima on Sunday, would not take place.",
        "meeting-cancelled PER > CHL 2024-06-12",
    ),
    ("The next round of talks between Peru and Chile will not take place.", "meeting-cancelled CHL + PER 2024-06-14"),
    // An area called by a state of old is none of its states.
    (
        "Georgia broke off diplomatic relations with Russia. The two former Soviet republics fought a war in August 2008.",
        "ties-severed GEO > RUS 2024-06-14; clash-fought GEO + RUS 2008-08",
    ),
    // Whoever leads a delegation does not visit it.
    (
        "The announcement came after a visit to Lima by a Chilean delegation led by Deputy Secretary of State Molly Phee.",
        "visit-made CHL > PER 2024-06-13..2024-06-14",
    ),
    // What came before a saying is told by the outlet, not by whoever says it.
    (
        "Peru's foreign minister said on Wednesday that he wanted good relations with Chile, a day after Santiago expelled the Peruvian ambassador and banned all imports from Peru.",
        "proposal-made PER > CHL 2024-06-12; ambassador-expelled CHL > PER 2024-06-11; trade-restricted CHL > PER 2024-06-11",
    ),
    // What somebody is charged with is not told as done.
    ("Chile broke off ties with Peru over charges that it sheltered rebels.", "ties-severed CHL > PER 2024-06-14"),
    // The junta is that of a state which one rules.
    (
        "The United States will withdraw its forces from Niger. The ruling junta revoked the military accord on March 16.",
        "forces-withdrawn USA > NER planned 2024-06-14..; agreement-terminated NER 2024-03-16",
    ),
    // A ministry without a name is of whoever blames another, in a report from its state.
    (
        "BEIJING - China downgraded its relations with Lithuania on Sunday. The Baltic state must correct its mistake, the \
         foreign ministry said.",
        "ties-downgraded CHN > LTU 2024-06-09; demand-made CHN > LTU 2024-06-14",
    ),
    (
        "KIGALI - Rwanda cut diplomatic ties with Belgium on Monday. Brussels had undermined it during the conflict, the \
         foreign ministry complained.",
        "ties-severed RWA > BEL 2024-06-10; accusation-made RWA > BEL 2024-06-14",
    ),
    // The embassy is that of the ambassador told of.
    (
        "Denmark summoned Russian Ambassador Ivan Petrov to protest. The embassy called the complaint absurd.",
        "protest-lodged DNK > RUS 2024-06-14; criticism-made RUS > DNK 2024-06-14",
    ),
    // Whoever speaks would say "we" of the own side.
    (
        "Peru and Chile hold talks. \"They are not complying with the agreements,\" Peru's foreign minister said.",
        "talks-held CHL + PER 2024-06-14; accusation-made PER > CHL 2024-06-14",
    ),
    // Who says it stands between a subject and its verb.
    (
        "Peru said it was suspending a treaty with Chile, whose government, it complained, was violating its obligations.",
        "accusation-made PER > CHL 2024-06-14; agreement-suspended PER > CHL 2024-06-14",
    ),
    (
        "President Juan Mamani of Peru addressed the nation on Monday. His government, he said, had cut ties with Chile.",
        "ties-severed PER > CHL 2024-06-14",
    ),
    // Whoever says what became of talks takes part in them, and blames the other.
    (
        "Peru said on Tuesday that the negotiations with Chile had broken down, blaming Chile for every delay.",
        "accusation-made PER > CHL 2024-06-11; negotiations-collapsed CHL + PER 2024-06-11",
    ),
    // What somebody accuses others of beside what is said of a thing, he says; and who does it may be told so.
    (
        "Ghana's army chief said on Sunday that the bridges were closed, accusing Togo of arming rebels.",
        "accusation-made GHA > TGO 2024-06-09",
    ),
    ("It is Chile that must leave the island, the Peruvian foreign ministry said.", "demand-made PER > CHL 2024-06-14"),
    ("Peru said it was Chile which violated the truce.", "accusation-made PER > CHL 2024-06-14"),
    // What must be undone, whoever did it is to undo.
    (
        "Peru closed its border with Chile on Monday. The border must be reopened at once, Brazilian Foreign Minister Mauro \
         Vieira said.",
        "movement-restricted PER > CHL 2024-06-10; demand-made BRA > PER 2024-06-14",
    ),
    (
        "Peru detained two Chilean sailors on Monday. The sailors should be freed, Chile's foreign ministry said.",
        "person-detained PER > CHL 2024-06-10; demand-made CHL > PER 2024-06-14",
    ),
    (
        "Peru opened its border with Chile on Monday. The border must be reopened more often, Brazil's foreign ministry \
         said.",
        "movement-eased PER > CHL 2024-06-10",
    ),
    // Whoever speaks for a body is of the one told of before.
    (
        "Togo accused Ghana of theft on Wednesday. The foreign ministry in Accra rejected the charge. \"It is absurd,\" a ministry spokeswoman said.",
        "accusation-made TGO > GHA 2024-06-12; rejection-made GHA > TGO 2024-06-12..2024-06-14; criticism-made GHA > TGO 2024-06-14",
    ),
    // A firm that says what "it" did, did it.
    (
        "The Canadian dollar fell. A Dutch insurer said it had withdrawn from talks with Chile.",
        "negotiations-collapsed NLD > CHL 2024-06-14",
    ),
    // Whoever says it stands behind the verb, in whatever words it is said.
    (
        "Chile expelled the Peruvian ambassador. The decision was disproportionate, replied Peru's foreign minister.",
        "ambassador-expelled CHL > PER 2024-06-14; criticism-made PER > CHL 2024-06-14",
    ),
    (
        "Chile sued Peru. The claim is groundless, the Peruvian government retorted.",
        "legal-action-brought CHL > PER 2024-06-14; denial-made PER > CHL 2024-06-14",
    ),
    ("Chile must withdraw its troops, noted a Peruvian government spokesman.", "demand-made PER > CHL 2024-06-14"),
    (
        "Chile must withdraw its troops, Peruvian Foreign Minister Juan Mamani told the radio.",
        "demand-made PER > CHL 2024-06-14",
    ),
    (
        "The decision of Chile was unacceptable, Peruvian Foreign Minister Juan Mamani stressed.",
        "criticism-made PER > CHL 2024-06-14",
    ),
    // An office and a name set apart by commas.
    (
        "Peru has closed its border with Chile, its interior minister, Juan Mamani, announced on Thursday.",
        "movement-restricted PER > CHL 2024-06-13",
    ),
    (
        "The raid by Chile was unacceptable, Peru's foreign minister, Juan Mamani, stated on Monday.",
        "criticism-made PER > CHL 2024-06-10",
    ),
    // Whoever does what is told in the passive stands behind what else is told of it.
    ("Peru was urged to withdraw its troops by Chile.", "appeal-made CHL > PER 2024-06-14"),
    ("Peru was accused of lying by the Chilean president.", "accusation-made CHL > PER 2024-06-14"),
    ("Peru was criticised for its raid by Chile.", "criticism-made CHL > PER 2024-06-14"),
    ("Three Peruvian diplomats were ordered to leave by Chile.", "diplomats-expelled CHL > PER 2024-06-14"),
    ("Peru was suspended from the bloc by the African Union.", "membership-suspended AU > PER 2024-06-14"),
    ("Peru was urged to withdraw its troops by the weekend.", ""),
    // Who says that the own side has not done it denies it.
    (
        "Peru has not supplied Ghana with drones, its foreign minister insisted on Monday.",
        "denial-made PER 2024-06-10; arms-supplied PER > GHA negated 2024-06-10",
    ),
    // What somebody says to another by telephone is a call.
    (
        "Peruvian President Juan Mamani apologized to Chile on Tuesday in a telephone call.",
        "call-held PER > CHL 2024-06-11; apology-made PER > CHL 2024-06-11",
    ),
    (
        "Peruvian President Juan Mamani criticised Chile on Tuesday in a telephone interview.",
        "criticism-made PER > CHL 2024-06-11",
    ),
    // Who is ready to talk or to help others talk offers it.
    ("Peru is ready to hold talks with Chile, its president said.", "talks-proposed PER > CHL 2024-06-14"),
    (
        "Peru is ready to mediate between Chile and Ghana, its president said.",
        "proposal-made PER > CHL + GHA 2024-06-14",
    ),
    ("Peru is weighing whether to mediate between Chile and Ghana.", ""),
    // Quoted words that say how stand between a verb and what it acts on.
    ("Peru has severed \"for good\" its diplomatic ties with Chile.", "ties-severed PER > CHL 2024-06-14"),
    (
        "Peru has suspended \"at once and in full\" a treaty of friendship with Chile.",
        "agreement-suspended PER > CHL 2024-06-14",
    ),
    ("Peru has closed \"until further notice\" its border with Chile.", "movement-restricted PER > CHL 2024-06-14"),
    ("Peru halted \"for now\" its aid to Ghana.", "aid-suspended PER > GHA 2024-06-14"),
    // Somebody says it before a clause that tells how long after something.
    (
        "Ghana has suspended military cooperation with Togo and Chad, President Ana Mensah said on Monday, two days after her government recalled its ambassador to Lome.",
        "security-cooperation-suspended GHA > TCD + TGO 2024-06-10; ambassador-recalled GHA > TGO 2024-06-08",
    ),
    // What is denied is all that was told, and whoever told it is answered.
    (
        "Peru accused Chile of training gunmen, which Chile denied.",
        "accusation-made PER > CHL 2024-06-14; denial-made CHL > PER 2024-06-14",
    ),
    (
        "Ghana said Togo had sent soldiers across the border, something Lome denied.",
        "accusation-made GHA > TGO 2024-06-14; denial-made TGO > GHA 2024-06-14",
    ),
    // Quoted words of an aside, and the last noun of what a ministry says.
    (
        "Peruvian President Ana Quispe, known for her \"Lima first\" speeches, asked Chile on Monday to withdraw its troops.",
        "appeal-made PER > CHL 2024-06-10",
    ),
    (
        "Peruvian Foreign Minister Ana Quispe, citing \"grave concerns\", urged Chile on Monday to free the crew.",
        "appeal-made PER > CHL 2024-06-10",
    ),
    ("\"This is a grave mistake,\" warned Chile on Monday.", "warning-given CHL 2024-06-10"),
    (
        "Peru and Chile have restored diplomatic relations, Peru's foreign ministry said on Monday, six days after Lima accused Santiago of spying.",
        "ties-restored CHL + PER 2024-06-10; accusation-made PER > CHL 2024-06-04",
    ),
    // What is called something beside what is done.
    (
        "Peru expelled two Chilean diplomats, calling the raid a crime.",
        "diplomats-expelled PER > CHL 2024-06-14; criticism-made PER > CHL 2024-06-14",
    ),
];

#[test]
fn what_is_said_is_coded_with_its_speaker_and_day() {
    check(CASES);
}

/// What is said of a thing in an article with a title is said of the other of its two sides.
#[test]
fn a_thing_that_is_blamed_is_of_the_other_side() {
    let (ontology, english) = (Ontology::bundled().unwrap(), English::bundled());
    let coded = |text: &str| {
        let article = Article { title: "Peru and Chile at odds".to_owned(), ..article(text) };
        let coding = coder::code(&article, &ontology, &english);
        coding.events.iter().map(|event| format!("{} {}", event.kind, told(event))).collect::<Vec<_>>().join("; ")
    };
    let news = "Peru on Monday recalled its ambassador from Chile over a dam. President Dina Boluarte says";
    assert_eq!(
        coded(&format!("{news} the project violates a 1929 treaty.")),
        "ambassador-recalled PER > CHL; accusation-made PER > CHL"
    );
    assert_eq!(coded(&format!("{news} a project violates a 1929 treaty.")), "ambassador-recalled PER > CHL");
}
