//! What reports leave out or tell with another verb: whoever did as others did, what a thing is called, who did what a passive
//! tells.

use crate::across::check;
use crate::frames::{article, told};
use detente::coder;
use detente::english::English;
use detente::model::article::Article;
use detente::ontology::Ontology;

/// Text, and its events in order as "type sides days", joined by "; ". The articles are of the day that `article` gives.
const CASES: &[(&str, &str)] = &[
    (
        "Peru struck what it called rebel hideouts in Chile's Arica province with drones on June 6.",
        "attack-made PER > CHL 2024-06-06",
    ),
    ("Peru bombed what it said were rebel camps in Chile on June 6.", "attack-made PER > CHL 2024-06-06"),
    (
        "Chilean officials said Juan Rojas had been arrested by Peruvian police on landing in Lima in March 2019.",
        "person-detained PER > XXX 2019-03",
    ),
    ("Chile, announcing the measure on Monday, accused Peru of spying.", "accusation-made CHL > PER 2024-06-10"),
    (
        "\"It is a lie,\" said Chilean Foreign Minister Juan Soto, who dismissed Peru's charges as groundless.",
        "denial-made CHL > PER 2024-06-14",
    ),
    (
        "Peru's ambassador to Chile returned to his post. The two kingdoms had withdrawn their ambassadors in May 2009.",
        "ambassador-returned PER > CHL 2024-06-14; ambassador-recalled CHL + PER 2009-05",
    ),
    (
        "European trade commissioner Anna Weil warned Peru of tariffs on Tuesday.",
        "sanctions-threatened EU > PER 2024-06-11",
    ),
    (
        "European climate chief Anna Weil threatened Peru with carbon levies on Tuesday.",
        "sanctions-threatened EU > PER 2024-06-11",
    ),
    (
        "Peru severed relations with Chile in June 2017, as did Bolivia and Ghana.",
        "ties-severed PER > CHL 2017-06; ties-severed BOL + GHA > CHL 2017-06",
    ),
    (
        "Peru recalled its ambassador from Chile in March, as did Ghana, saying the vote was a sham.",
        "criticism-made PER > CHL 2024-03; ambassador-recalled PER > CHL 2024-03; ambassador-recalled GHA > CHL 2024-03",
    ),
    (
        "Peru and Chile held talks in Quito on Monday, with Ecuador's foreign minister acting as mediator.",
        "mediation-made ECU > CHL + PER 2024-06-10; talks-held CHL + PER 2024-06-10",
    ),
    (
        "Peru on Monday restored loans to the Chilean government, which it had suspended in 2016.",
        "aid-resumed PER > CHL 2024-06-10; aid-suspended PER > CHL 2016",
    ),
    (
        "The African Union lifted sanctions on Niger. Niger announced on May 28 its withdrawal from the 55-nation community.",
        "sanctions-lifted AU > NER 2024-06-14; membership-withdrawn-from NER > AU 2024-05-28",
    ),
    (
        "NATO took in Finland. Ukraine, which had applied for membership in September 2022, still waits.",
        "membership-sought UKR > NATO 2022-09",
    ),
    (
        "Peru and Chile clashed in June 2008. Under Omani mediation they concluded a fishing pact in March 2010.",
        "clash-fought CHL + PER 2008-06; agreement-signed CHL + PER 2010-03; mediation-made OMN > CHL + PER 2010-03",
    ),
    ("Peru and Chile share the river under a deal struck in May 1998.", "agreement-signed CHL + PER 1998-05"),
    ("Peru has slapped anti-dumping duties on Chilean steel.", "trade-restricted PER > CHL 2024-06-14"),
    ("Peru urged to reopen its border with Chile.", ""),
    // What two met to take up again has been taken up, and what they talk of may be "the process".
    (
        "Peruvian and Chilean envoys sat down in Lima on Monday to resume talks on fishing.",
        "negotiations-resumed CHL + PER 2024-06-10; meeting-held CHL + PER 2024-06-10",
    ),
    (
        "Peru and Chile resumed talks on Monday, four years after dialogue broke down in May 2020.",
        "negotiations-resumed CHL + PER 2024-06-10; negotiations-collapsed CHL + PER 2020-05",
    ),
    // A day takes none of those who act, nor what an aside tells the verb.
    (
        "On that day Peru, the United States and Chile signed a defence pact.",
        "agreement-signed CHL + PER + USA 2024-06-14; security-cooperation-started CHL + PER + USA 2024-06-14",
    ),
    ("Peru, then led by a junta, severed relations with Chile in May 2009.", "ties-severed PER > CHL 2009-05"),
    (
        "The pact, which Peru and Chile signed in May 2019 to share what they know of smugglers, lapsed.",
        "agreement-expired CHL + PER 2024-06-14; agreement-signed CHL + PER 2019-05",
    ),
    (
        "Peru ordered Chilean consulates in Lima and Tacna shut on Monday.",
        "mission-closure-ordered PER > CHL 2024-06-14",
    ),
    // To whom an envoy is sent, whose neighbour somebody is, and where what somebody carries goes.
    ("Peru's ambassador in Quito apologised on Monday for the raid.", "apology-made PER > ECU 2024-06-10"),
    ("Bolivia, Peru's landlocked neighbour, donated fuel on Monday.", "aid-provided BOL > PER 2024-06-10"),
    ("Trucks carrying food from Peru crossed into Bolivia on Monday.", "aid-provided PER > BOL 2024-06-10"),
    // An article behind a day is of the noun behind it; of two others named last the two of the lead are meant.
    (
        "Peru and Chile signed a pact on Monday. On May 3 the two Andean allies held joint naval drills.",
        "agreement-signed CHL + PER 2024-06-10; joint-exercise-held CHL + PER 2024-05-03",
    ),
    (
        "Bolivia expelled Peru's envoy on Friday over arms. Peru denies having armed Ghana.\n\nThe two states set up diplomatic relations in January 1922.",
        "ambassador-expelled BOL > PER 2024-06-14; denial-made PER > BOL 2024-06-14; ties-established BOL + PER 1922-01",
    ),
    (
        "Peru took Chile to court on Monday. A treaty on water rights, signed by the two in May 1997, named no islands.",
        "legal-action-brought PER > CHL 2024-06-10; agreement-signed CHL + PER 1997-05",
    ),
    // In what spirit something is done is toward nobody.
    ("Peru closed its border on Monday out of solidarity with Bolivia.", ""),
    (
        "Bolivian drivers will be denied entry to Peru, the Peruvian justice ministry said on Thursday.",
        "movement-restricted PER > BOL planned 2024-06-14..",
    ),
];

#[test]
fn what_is_told_otherwise_is_told() {
    check(CASES);
}

/// In an article about two, what is done to one of them by nobody named is done by the other.
#[test]
fn what_a_passive_tells_is_done_by_the_other_of_two() {
    let (ontology, english) = (Ontology::bundled().unwrap(), English::bundled());
    let last = |text: &str, title: &str| {
        let coding = coder::code(&Article { title: title.to_owned(), ..article(text) }, &ontology, &english);
        coding.events.iter().filter(|event| event.kind.as_str() == "movement-restricted").map(told).collect::<Vec<_>>()
    };
    let lead = "Ghana cut ties with Togo on Monday.";
    let title = "Ghana cuts ties with Togo";
    assert_eq!(last(&format!("{lead} The border was shut to Togolese drivers."), title), ["GHA > TGO"]);
    assert_eq!(last(&format!("{lead} Togolese citizens were barred from entry."), title), ["GHA > TGO"]);
    assert!(last("The border was shut to Togolese drivers.", "").is_empty());
}

/// What stands at another place than its verb or noun, and what is only begun, denied, drafted or asked for.
const PLACED: &[(&str, &str)] = &[
    (
        "Peru, which last week suspended imports of Chilean maize, lodged a protest with Bolivia.",
        "protest-lodged PER > BOL 2024-06-14; trade-restricted PER > CHL 2024-06-03..2024-06-09",
    ),
    (
        "The talks followed a visit to Accra last Saturday by General Ana Quispe, wife of the Peruvian president, who met Ghana's minister.",
        "visit-made XXX > GHA 2024-06-08; meeting-held XXX > GHA 2024-06-13..2024-06-14",
    ),
    (
        "Ghana and Togo trained together. The drill follows a pact that the two defence chiefs signed on March 2.",
        "joint-exercise-held GHA + TGO 2024-06-14; agreement-signed GHA + TGO 2024-03-02",
    ),
    ("Peru said Chilean lorries were now barred from entering.", "movement-restricted PER > CHL 2024-06-14"),
    ("Peru has since recalled its ambassador to Chile.", "ambassador-recalled PER > CHL 2024-06-14"),
    ("During Juan Soto's visit to Accra, Peru and Chile signed a memorandum.", "agreement-signed CHL + PER 2024-06-14"),
    ("Peru was the first to recognise Chile.", "recognition-granted PER > CHL ..2024-06-14"),
    ("Peru was among the first to expel Chilean diplomats.", "diplomats-expelled PER > CHL ..2024-06-14"),
    ("Peru's president used her address to urge Chile to free its sailors.", "appeal-made PER > CHL 2024-06-14"),
    ("Peru took the opportunity to sever ties with Chile.", "ties-severed PER > CHL 2024-06-14"),
    ("Peru used to supply arms to Chile.", "arms-supplied PER > CHL historical ..2024-06-14"),
    (
        "Peru denied having sent arms to Chile.",
        "denial-made PER > CHL 2024-06-14; arms-supplied PER > CHL negated 2024-06-14",
    ),
    ("Peru and Chile extended for 20 years their treaty of friendship.", "agreement-extended CHL + PER 2024-06-14"),
    ("Retreating Peruvian troops shelled a Chilean town.", "attack-made PER > CHL 2024-06-14"),
    ("Peru arrested Chilean academic Ana Rojas in 2019.", "person-detained PER > CHL 2019"),
    ("Peru was told to shut its consulate in Chile.", ""),
    ("Peru wasted no time in expelling the Chilean ambassador.", "ambassador-expelled PER > CHL 2024-06-14"),
    (
        "Peru and Chile held talks on the river. The accord was signed in Accra on Monday.",
        "talks-held CHL + PER 2024-06-14; agreement-signed CHL + PER 2024-06-10",
    ),
    ("Peru went ahead and severed ties with Chile.", "ties-severed PER > CHL 2024-06-14"),
    ("Chile's ambassador in Lima was called in over the drone.", "protest-lodged PER > CHL 2024-06-14"),
    (
        "The embassy in Lima denied that Chile had plotted to kill dissidents.",
        "denial-made PER > CHL 2024-06-14; attack-made CHL > PER negated 2024-06-14",
    ),
    ("Ghana's embassy in Lima was opened on Friday by the foreign minister.", "embassy-opened GHA > PER 2024-06-14"),
    (
        "Talks between Peru and Chile, suspended since 2021, have restarted.",
        "negotiations-resumed CHL + PER 2024-06-14",
    ),
    (
        "The Peruvian foreign minister called on Chilean President Gabriel Boric in Santiago.",
        "meeting-held PER > CHL 2024-06-14",
    ),
    ("Gabriel Boric was received by his Peruvian counterpart.", "visit-hosted PER > CHL 2024-06-14"),
    (
        "The Swedish foreign minister, on a visit to Accra, said talks were constructive.",
        "visit-made SWE > GHA 2024-06-14",
    ),
    ("Peruvian-Chilean talks were held on Monday.", "talks-held CHL + PER 2024-06-10"),
    ("Peruvian lawmakers introduced legislation to impose sanctions on Chile.", ""),
    ("Peruvian lawmakers passed a bill imposing sanctions on Chile.", "sanctions-imposed PER > CHL 2024-06-14"),
    ("Peru tipped off Chile about a plot to bomb a plane.", "intelligence-shared PER > CHL 2024-06-14"),
    ("Ghana stepped in to mediate between Peru and Chile.", "mediation-made GHA > CHL + PER 2024-06-14"),
    ("Peru halted the flow of oil through a Chilean-built pipeline.", ""),
    // What is judged twice is one deed, and whose a measure is stands before it.
    (
        "Chile struck a Bolivian camp on Monday. Peru condemned the strike, and Ghana called it barbaric.",
        "attack-made CHL > BOL 2024-06-10; criticism-made PER > CHL 2024-06-14; criticism-made GHA > CHL 2024-06-14",
    ),
    ("Peru was hit with Chilean sanctions in May.", "sanctions-imposed CHL > PER 2024-05"),
    // With whom several agree, and whom a place that opens a sentence, or one with a name that describes, leaves out.
    (
        "Peru and Bolivia have agreed with Chile to restore diplomatic relations.",
        "ties-restored BOL + PER > CHL 2024-06-14",
    ),
    (
        "Chile halted aid to Peru. In the Peruvian capital, Finance Minister Juan Soto apologised to Chile.",
        "aid-suspended CHL > PER 2024-06-14; apology-made PER > CHL 2024-06-14",
    ),
    (
        "In New Zealand, Ghanaian Foreign Minister Ana Mensah accused Chile of spying.",
        "accusation-made GHA > CHL 2024-06-14",
    ),
    // "Leaders" are those of the organisation that acts before, and of no state.
    (
        "The African Union lifted its sanctions on Mali. Leaders also threatened Niger with sanctions.",
        "sanctions-lifted AU > MLI 2024-06-14; sanctions-threatened AU > NER 2024-06-14",
    ),
    // Whoever is on a visit makes it, whatever else is told, and an object behind an aside is the verb's.
    (
        "Chilean Foreign Minister Ana Soto, on a two-day visit to Lima, accused Ghana of spying.",
        "visit-made CHL > PER 2024-06-14; accusation-made CHL > GHA 2024-06-14",
    ),
    (
        "Gabriel Boric, on a visit to Peru, signed a treaty.",
        "agreement-signed CHL 2024-06-14; visit-made CHL > PER 2024-06-14",
    ),
    ("Peru signed, with Chile, a pact on trade.", "agreement-signed PER > CHL 2024-06-14"),
    ("Peru reopened, by video link, a pair of border crossings with Chile.", "movement-eased PER > CHL 2024-06-14"),
    // What only tells how large something is takes no part.
    ("Chile claims a desert the size of Ghana. Peru threatened to annex it.", "threat-made PER > CHL 2024-06-14"),
];

#[test]
fn what_stands_elsewhere_belongs_to_its_verb() {
    check(PLACED);
}

/// What relative clauses, participles and second verbs say of somebody named beside them.
const BESIDE: &[(&str, &str)] = &[
    (
        "Peru reopened its embassy in Quito, which it had closed in 2014.",
        "embassy-opened PER > ECU 2024-06-14; embassy-closed PER > ECU 2014",
    ),
    (
        "Peru restored ties with Chile, which it had severed in 2016.",
        "ties-restored PER > CHL 2024-06-14; ties-severed PER > CHL 2016",
    ),
    (
        "Peru reopened its embassy in Quito, closed in 2014.",
        "embassy-opened PER > ECU 2024-06-14; embassy-closed PER > ECU 2014",
    ),
    ("Together with Ghana, Peru imposed sanctions on Chile.", "sanctions-imposed GHA + PER > CHL 2024-06-14"),
    ("Along with Togo, Ghana closed its border with Chad.", "movement-restricted GHA + TGO > TCD 2024-06-14"),
    ("Peru joined Ghana in condemning the Chilean raid.", "criticism-made GHA + PER > CHL 2024-06-14"),
    ("Ghana joined Togo in recalling its envoy from Chile.", "ambassador-recalled GHA + TGO > CHL 2024-06-14"),
    ("Peru accused Chile of sheltering rebels and Ghana of arming them.", "accusation-made PER > CHL + GHA 2024-06-14"),
    (
        "\"This is a shameful act,\" Boric said of Peru's decision to halt gas.",
        "trade-restricted PER > CHL 2024-06-14; criticism-made CHL > PER 2024-06-14",
    ),
    (
        "Chile's trade minister Ana Quispe said it had recalled its envoy to Peru.",
        "ambassador-recalled CHL > PER 2024-06-14",
    ),
    (
        "Chile bombed a Peruvian port. Ghana reaffirmed its commitment to its ally.",
        "attack-made CHL > PER 2024-06-14; support-expressed GHA > PER 2024-06-14",
    ),
    (
        "Chile bombed Peru. Ghana sent aid to its ally.",
        "attack-made CHL > PER 2024-06-14; aid-provided GHA > PER 2024-06-14",
    ),
    ("Peru told Quito its patience was running out.", "warning-given PER > ECU 2024-06-14"),
    ("Peru told Chile's ambassador to leave Lima.", "ambassador-expelled PER > CHL 2024-06-14"),
    ("Peru told Chile's ambassador to go by June 27.", "ambassador-expelled PER > CHL 2024-06-14"),
    ("Peru withdrew from Chile in May 2000.", "forces-withdrawn PER > CHL 2000-05"),
    (
        "Peru accuses Chile of spying, a charge that Chile denies.",
        "accusation-made PER > CHL 2024-06-14; denial-made CHL > PER 2024-06-14",
    ),
    (
        "Ghana accuses Togo of arming the rebels, a charge Lome denies.",
        "accusation-made GHA > TGO 2024-06-14; denial-made TGO > GHA 2024-06-14",
    ),
    (
        "Ghana, which Togo accuses of backing rebels, denied the charge.",
        "accusation-made TGO > GHA historical ..2024-06-14; denial-made GHA > TGO 2024-06-14",
    ),
    (
        "Peru deplores and firmly opposes the Chilean visit to Togo.",
        "criticism-made PER > CHL 2024-06-14; rejection-made PER > CHL 2024-06-14",
    ),
    (
        "Peru expelled Chile's ambassador and cut ties with Ghana.",
        "ambassador-expelled PER > CHL 2024-06-14; ties-severed PER > GHA 2024-06-14",
    ),
    (
        "Boric met Boluarte in Lima and pledged more weapons.",
        "meeting-held CHL > PER 2024-06-14; aid-pledged CHL > PER 2024-06-14",
    ),
    (
        "Togo thanked Ghana and pledged patrol boats.",
        "praise-given TGO > GHA 2024-06-14; aid-pledged TGO > GHA 2024-06-14",
    ),
    ("Peru threatened to deport Chilean miners.", "threat-made PER > CHL 2024-06-14"),
    ("Peru vowed to boycott Chilean goods.", "trade-restricted PER > CHL planned 2024-06-14.."),
    ("The talks between Peru and Chile did not yield a deal.", "talks-held CHL + PER 2024-06-14"),
    (
        "Peru shut its border with Chile. Its larger neighbour had accused Lima of spying.",
        "movement-restricted PER > CHL 2024-06-14; accusation-made CHL > PER ..2024-06-14",
    ),
];

#[test]
fn what_is_told_beside_is_told_of_whoever_it_is_of() {
    check(BESIDE);
}
