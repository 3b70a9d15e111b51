//! What stands behind an aside, whose an act or a body is that nobody is named with, and from what its day is counted.

use crate::across::check;

/// Text, and its events in order as "type sides days", joined by "; ". The articles are of Friday, 14 June 2024.
const CASES: &[(&str, &str)] = &[
    // What a verb acts on stands behind an aside that says how or from when.
    ("Peru has lifted, with immediate effect, its import bans on Chilean beef.", "trade-restored PER > CHL 2024-06-14"),
    ("Peru lifted, on Monday, its export curbs on Chile.", "trade-restored PER > CHL 2024-06-10"),
    ("Peru suspended, with immediate effect, its aid to Chile.", "aid-suspended PER > CHL 2024-06-14"),
    ("After the port closed, on Monday, its workers protested against Chile.", ""),
    // Behind "after" a past form with an object is what is done before, and who says it all stands between.
    (
        "Peru has cut ties with Nauru, two days after the Pacific island signed a pact with Chile.",
        "ties-severed PER > NRU 2024-06-14; agreement-signed NRU > CHL 2024-06-12",
    ),
    (
        "Ghana has cut ties with Haiti, the foreign ministry said on Saturday night, two days after the Caribbean republic resumed relations with Peru.",
        "ties-severed GHA > HTI 2024-06-08; ties-restored HTI > PER 2024-06-06",
    ),
    // Of a day all that a clause behind it tells, whatever is said of the day; and what is counted from a clause with a day.
    ("The rupture dated from December 15, when Peru cut relations with Chile.", "ties-severed PER > CHL 2023-12-15"),
    (
        "An embargo was in force until May 3, 2019, when Peru and Chile signed a truce.",
        "ceasefire-made CHL + PER 2019-05-03",
    ),
    (
        "Peru demanded an apology from Chile a day after its president was sworn in last November.",
        "demand-made PER > CHL 2023-11-02..2023-12-01",
    ),
    (
        "Peru recalled its envoy to Chile two days after a storm hit the port on May 5, 2023.",
        "ambassador-recalled PER > CHL 2023-05-07",
    ),
    // Days are counted back from no month of a paragraph before.
    (
        "Peru on Thursday lifted its curbs on exports to Chile.\n\nThe curbs were imposed in July 2019.\n\nTwo days earlier, Peru recalled its ambassador from Santiago.",
        "trade-restored PER > CHL 2024-06-13; sanctions-imposed PER > CHL 2019-07; ambassador-recalled PER > CHL 2024-06-11",
    ),
    (
        "In July 2019 Peru imposed sanctions on Chile. Two days earlier, it recalled its ambassador from Santiago.",
        "sanctions-imposed PER > CHL 2019-07; ambassador-recalled PER > CHL 2019-06-29..2019-07-29",
    ),
    // An organisation is the bloc that it is called.
    (
        "The Mercosur trade bloc suspended Ghana on Monday over the coup.",
        "membership-suspended MERCOSUR > GHA 2024-06-10",
    ),
    // What an agreement does it does to its two sides; whoever else signs one is no third.
    (
        "An accord allowing Peruvian and Chilean troops to train together took effect on Monday.",
        "agreement-entered-into-force CHL + PER 2024-06-10",
    ),
    ("Ghana signed an accord allowing Peruvian and Chilean troops to train there.", "agreement-signed GHA 2024-06-14"),
    // Whoever holds people lets them go.
    (
        "Two Chilean sailors held by Peru since March were freed on Monday.",
        "prisoners-released PER > CHL 2024-06-10; person-detained PER > CHL 2024-03",
    ),
    // A body is the only one of its name that was told of, and embassy staff are of the envoy told of.
    (
        "Chile accused Peru's army of torture. The army denied it.",
        "accusation-made CHL > PER 2024-06-14; denial-made PER > CHL 2024-06-14",
    ),
    (
        "Chile accused the Peruvian police of torture. The police denied it.",
        "accusation-made CHL > PER 2024-06-14; denial-made PER > CHL 2024-06-14",
    ),
    (
        "Peru ordered the Chilean ambassador to leave. The foreign ministry in Lima said embassy staff had violated its sovereignty.",
        "ambassador-expelled PER > CHL 2024-06-14; accusation-made PER > CHL 2024-06-14",
    ),
    // A border without a name is the one of whoever acts, and a base stands where it stands.
    (
        "Peru closed its border with Chile after a raid near the Bolivian frontier. It had shut the same crossings in 2015.",
        "movement-restricted PER > CHL 2024-06-14; movement-restricted PER > CHL 2015",
    ),
    ("Peru pledged $60 million for the upgrade of a naval base on Ghana's coast.", "aid-pledged PER > GHA 2024-06-14"),
    // An adjective before a name is no part of it, nor a noun what "which" does.
    (
        "Landlocked Bolivia, which ships most of its tin through Arica, expelled Chile's ambassador on Monday.",
        "ambassador-expelled BOL > CHL 2024-06-10",
    ),
    // Who brought two together stands behind the place of their talks, and a country behind its continent.
    (
        "The presidents of Peru and Chile promised on Monday not to use force, after hours of talks in Ghana, whose president, Nana Akufo-Addo, brought them together.",
        "commitment-made CHL + PER 2024-06-10; mediation-made GHA > CHL + PER 2024-06-13..2024-06-14",
    ),
    (
        "The African Union suspended Niger on Monday. Africa's poorest country had joined in 1963.",
        "membership-suspended AU > NER 2024-06-10; membership-granted NER > AU 1963",
    ),
    // What nothing is let into, what people will need to enter, and who is let go.
    ("Peru let two Chilean pilots go on Monday.", "prisoners-released PER > CHL 2024-06-10"),
    (
        "No beef from Chile will be let into Peru any longer, the minister said on Monday.",
        "trade-restricted PER > CHL 2024-06-10",
    ),
    ("Chileans will need a visa to enter Peru from July 1.", "movement-restricted PER > CHL planned 2024-07-01"),
    // A noun behind a length of time counts from the day of what the sentence tells, and a month from what was told before it.
    (
        "Peru closed its airspace to Chile on 5 May, two days after a visit by Chilean President Gabriel Boric to Bolivia.",
        "visit-made CHL > BOL 2024-05-03; movement-restricted PER > CHL 2024-05-05",
    ),
    (
        "Peruvian troops left Chile in August 2006. Three months earlier, in May, the two governments had signed a treaty.",
        "forces-withdrawn PER > CHL 2006-08; agreement-signed CHL + PER 2006-05",
    ),
    (
        "Peru recalled its ambassador to Bolivia over a port treaty that Chile signed with Ghana in March 2023.",
        "ambassador-recalled PER > BOL 2024-06-14; agreement-signed CHL > GHA 2023-03",
    ),
    (
        "Peru's president met Bolivia's on Monday, and had met Chile's the day before in Lima.",
        "meeting-held PER > CHL 2024-06-09; meeting-held PER > BOL 2024-06-10",
    ),
    // Who is home again, or is called home, stands behind a name.
    (
        "Peru called its ambassador to Chile, Ana Rao, home for consultations.",
        "ambassador-recalled PER > CHL 2024-06-14",
    ),
    (
        "Chile suspended trade with Peru on Monday. It called home the ambassador, Juan Soto, on Tuesday.",
        "trade-restricted CHL > PER 2024-06-10; ambassador-recalled CHL > PER 2024-06-11",
    ),
    // With whom several did it is told behind them.
    ("Ghana and Togo held talks with Chile on Monday.", "talks-held GHA + TGO > CHL 2024-06-10"),
    // What a state is called by is that of few, and a club's country is no club.
    (
        "Chile asked Morocco for help. The kingdom expelled two Spanish diplomats on Monday.",
        "appeal-made CHL > MAR 2024-06-14; diplomats-expelled MAR > ESP 2024-06-10",
    ),
    (
        "Serbia accused Croatia of lying. The EU country expelled two Serbian diplomats on Monday.",
        "accusation-made SRB > HRV 2024-06-14; diplomats-expelled HRV > SRB 2024-06-10",
    ),
    ("The two Koreas exchanged fire across the border on Monday.", "clash-fought KOR + PRK 2024-06-10"),
    // Who owns a thing is no side, nor are the states of two firms those who agree.
    (
        "Peru protested to Chile over a Ghanaian-owned trawler. Ministers of the two countries met on Monday.",
        "protest-lodged PER > CHL 2024-06-14; meeting-held CHL + PER 2024-06-10",
    ),
    ("Peruvian brewer Andora dropped its offer for Chilean rival Pampa, and the two concluded an accord.", ""),
    // What is held against whoever stands in the clause, and who is welcomed for it.
    (
        "Peru cut aid to Chile after a raid by rebels whom Lima accuses Santiago of arming.",
        "aid-suspended PER > CHL 2024-06-14; accusation-made PER > CHL 2024-06-14",
    ),
    (
        "Ghana cut ties with Peru. Lima accused Chile of bribery. Santiago welcomed the move.",
        "ties-severed GHA > PER 2024-06-14; accusation-made PER > CHL 2024-06-14; praise-given CHL > GHA 2024-06-14",
    ),
    (
        "Two Peruvian miners were killed on Monday when Chilean soldiers opened fire.",
        "attack-made CHL > PER 2024-06-10",
    ),
    // What a verb acts on behind a bare noun that says how, or behind what it is said to be.
    (
        "Ghana has suspended with immediate effect its defence pact with Togo.",
        "agreement-suspended GHA > TGO 2024-06-14",
    ),
    (
        "Peru rejected as false and absurd a claim by Chile that Lima had armed rebels.",
        "denial-made PER > CHL 2024-06-14",
    ),
    // Whoever accuses stands behind what the other is accused of; a name between commas says nothing of what follows.
    (
        "Togo was accused of piracy by Ghana on Monday, a day after its navy seized the Ghanaian trawler off Benin.",
        "accusation-made GHA > TGO 2024-06-10; assets-seized TGO > GHA 2024-06-09",
    ),
    (
        "Ghana has given the Togolese ambassador, Kofi Soto, a week to leave and recalled its own from Lome, the agency reported.",
        "ambassador-recalled GHA > TGO 2024-06-14; ambassador-expelled GHA > TGO 2024-06-14",
    ),
    (
        "The raid came hours after a Chilean envoy, Ana Quispe, had met Peruvian ministers in Lima.",
        "meeting-held CHL > PER 2024-06-13..2024-06-14",
    ),
    // The first of two verbs of one noun; an adverb that tells where to somebody is called.
    (
        "The foreign ministry in Accra called in Togo's charge d'affaires on Monday and handed him a protest note.",
        "protest-lodged GHA > TGO 2024-06-10",
    ),
    (
        "Ghana called its ambassador home from Togo on May 3, a day after Togo closed the border.",
        "ambassador-recalled GHA > TGO 2024-05-03; movement-restricted TGO > GHA 2024-05-02",
    ),
    // What is told of a pact, with two names behind a title for both.
    (
        "The pullout honours an accord that ministers Ana Quispe of Peru and Juan Soto of Chile signed in Accra on May 12.",
        "agreement-signed CHL + PER 2024-05-12",
    ),
    ("Peru's president said sorry is not enough.", ""),
];

#[test]
fn asides_bodies_and_days_are_taken_for_what_they_are() {
    check(CASES);
}
