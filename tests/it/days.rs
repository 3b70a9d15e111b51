//! The days of what a report goes on to tell, and whose ministers and police it means.

use crate::across::check;

/// Text, and its events in order as "type sides days", joined by "; ". The articles are of Friday, 14 June 2024.
const CASES: &[(&str, &str)] = &[
    // Nothing says whether it was done on the day that the first sentence tells, or on that on which it is printed.
    (
        "Peru closed its border with Chile on Thursday. The government in Lima also froze Chilean assets.",
        "movement-restricted PER > CHL 2024-06-13; assets-seized PER > CHL 2024-06-13..2024-06-14",
    ),
    (
        "Peru closed its border with Chile on Thursday. Bolivia condemned the closure.",
        "movement-restricted PER > CHL 2024-06-13; criticism-made BOL > PER 2024-06-13..2024-06-14",
    ),
    (
        "Peru recalled its ambassador after Chile closed the border on Thursday. Bolivia expelled three Peruvian diplomats.",
        "ambassador-recalled PER > CHL 2024-06-14; movement-restricted CHL > PER 2024-06-13; \
         diplomats-expelled BOL > PER 2024-06-13..2024-06-14",
    ),
    (
        "Peru closed its border with Chile on Thursday. Bolivia's president said on Friday that he regretted the closure. He called on Peru to pay Chile.",
        "movement-restricted PER > CHL 2024-06-13; criticism-made BOL > PER 2024-06-14; appeal-made BOL > PER 2024-06-14",
    ),
    // What has been done is news of today, and a day long past or of something known sets none.
    (
        "Peru closed its border with Chile on Thursday. Bolivia has recalled its ambassador from Lima.",
        "movement-restricted PER > CHL 2024-06-13; ambassador-recalled BOL > PER 2024-06-14",
    ),
    (
        "Peru closed its border with Chile on Saturday. Bolivia condemned the closure.",
        "movement-restricted PER > CHL 2024-06-08; criticism-made BOL > PER 2024-06-14",
    ),
    (
        "Peru, which left the bloc on Thursday, apologised to Chile. Bolivia expelled three Peruvian diplomats.",
        "apology-made PER > CHL 2024-06-14; diplomats-expelled BOL > PER 2024-06-14",
    ),
    // The statement that told it has a day, if it is nobody else's.
    (
        "Peru said it had severed all ties with Chile. The foreign ministry's statement on Monday named no grounds.",
        "ties-severed PER > CHL 2024-06-10",
    ),
    (
        "Peru said it had severed all ties with Chile. Bolivia's statement on Monday named no grounds.",
        "ties-severed PER > CHL 2024-06-14",
    ),
    // Whatever the act is called, the day on which it was made known is its own; of two acts told before, the news is meant.
    (
        "Peru has cut all ties with Chile. The rupture was announced on Sunday by the foreign ministry in Lima.",
        "ties-severed PER > CHL 2024-06-09",
    ),
    (
        "Chile on Thursday regretted Peru's decision to suspend the pact of friendship the two countries concluded in 2002. The Peruvian presidency announced the move on Wednesday.",
        "agreement-suspended PER > CHL 2024-06-13; criticism-made CHL > PER 2024-06-13; agreement-suspended PER > CHL 2024-06-12",
    ),
    // A night is told by the day after it, an evening behind a verb that acts on nothing says when, and since when somebody is
    // something dates nothing else.
    ("Peru shot down a Chilean drone overnight to Monday.", "attack-made PER > CHL 2024-06-10"),
    (
        "Peru closed its airspace to Chilean planes on Monday, and Chile reciprocated the same evening.",
        "movement-restricted PER > CHL 2024-06-10; movement-restricted CHL > PER 2024-06-10",
    ),
    (
        "Peru was harmed by its neighbour, a bloc member since 1948, and appealed to Brazil to mediate.",
        "appeal-made PER > BRA 2024-06-14",
    ),
    // Since when what is undone had been so, and when the one of two expelled of whom a name stands behind it.
    (
        "Peru reopened its border with Chile on Monday, closed since May 2019.",
        "movement-restricted PER > CHL 2019-05; movement-eased PER > CHL 2024-06-10",
    ),
    (
        "Peru opened its airspace to Chilean planes, closed since January 2021.",
        "movement-restricted PER > CHL 2021-01; movement-eased PER > CHL 2024-06-14",
    ),
    (
        "Bolivia sent tanks to Ghana on Monday, a year after Togo invaded the country on 24 February 2022. The same day Peru expelled the Togolese ambassador.",
        "arms-supplied BOL > GHA 2024-06-10; invasion-made TGO > GHA 2022-02-24; ambassador-expelled PER > TGO 2024-06-10",
    ),
    (
        "Peru resumed aid to Chile on Monday, suspended since March 2020.",
        "aid-resumed PER > CHL 2024-06-10; aid-suspended PER > CHL 2020-03",
    ),
    (
        "Peru said it was expelling Chile's ambassador, Ana Rao, after Chile expelled Peru's envoy, Juan Soto, this week.",
        "ambassador-expelled PER > CHL 2024-06-14; ambassador-expelled CHL > PER 2024-06-10..2024-06-14",
    ),
    // A report from a state of which it says nothing means the ministers and the police of whoever acts in it.
    (
        "NAIROBI - Peru closed its border with Chile. Interior Minister Ana Quispe accused Chilean President Pedro Ruiz of harbouring rebels.",
        "movement-restricted PER > CHL 2024-06-14; accusation-made PER > CHL 2024-06-14",
    ),
    (
        "NAIROBI - Peru closed its border with Chile. Police arrested a Chilean journalist.",
        "movement-restricted PER > CHL 2024-06-14; person-detained PER > CHL 2024-06-14",
    ),
    (
        "NAIROBI - Peru and Kenya signed a treaty. Interior Minister Ana Quispe accused Chile of harbouring rebels.",
        "agreement-signed KEN + PER 2024-06-14; accusation-made KEN > CHL 2024-06-14",
    ),
    // What is counted from the day told last, and what a clause behind another does not date.
    (
        "KINGSTOWN, St. Vincent, Jun 13 (CMC) - The leaders of Peru and Chile met briefly on Thursday at a hotel.",
        "meeting-held CHL + PER 2024-06-13",
    ),
    (
        "Peru recalled its ambassador from Chile in December 2021 and closed its embassy the following February.",
        "embassy-closed PER > CHL 2022-02; ambassador-recalled PER > CHL 2021-12",
    ),
    (
        "Peru recalled its envoy from Chile on 5 May 2021. Chile expelled two Peruvian diplomats the following Monday.",
        "ambassador-recalled PER > CHL 2021-05-05; diplomats-expelled CHL > PER 2021-05-10",
    ),
    (
        "Peru and Chile restored ties on Tuesday, more than four decades after a border raid spoiled them, as Ghana reopened its embassy in Lima.",
        "ties-restored CHL + PER 2024-06-11; embassy-opened GHA > PER 2024-06-11",
    ),
    (
        "Ana Quispe, Peru's president, telephoned Chile's Juan Soto on Sunday to apologise for last week's raid.",
        "apology-made PER > CHL 2024-06-09; call-held PER > CHL 2024-06-09",
    ),
    (
        "Peru reopened its border with Chile in April, only to close it again in May.",
        "movement-eased PER > CHL 2024-04; movement-restricted PER > CHL 2024-05",
    ),
    ("Shares fell before talks between Peru and Chile in Accra.", ""),
    (
        "Peruvian President Dina Boluarte raised the matter with Chile's Gabriel Boric when they met in Accra in May.",
        "meeting-held CHL + PER 2024-05",
    ),
    ("Peru test-fired a missile on Monday, its fourth test this month.", "weapon-tested PER 2024-06-10"),
    // Behind where somebody is asked to come stands when that is to be.
    (
        "Ghana praised Togo for its patience, and invited its president to Accra in the autumn.",
        "talks-proposed GHA > TGO 2024-06-14; praise-given GHA > TGO 2024-06-14",
    ),
    (
        "Ghana condemned Togo and invited Benin to a summit in Accra on July 3.",
        "talks-proposed GHA > BEN 2024-06-14; criticism-made GHA > TGO 2024-06-14",
    ),
    ("Ghana invited Togo to talks in Accra on Monday.", "talks-proposed GHA > TGO 2024-06-10"),
    ("Ghana invited Togo in March to talks in Accra.", "talks-proposed GHA > TGO 2024-03"),
    // What is said in something is of the day of that, and what came after something old is no news.
    ("In a decree signed on May 2, Peru banned imports from Chile.", "trade-restricted PER > CHL 2024-05-02"),
    (
        "In a speech delivered on Monday, Peru's president accused Chile of spying.",
        "accusation-made PER > CHL 2024-06-10",
    ),
    (
        "Peru on Monday handed Chile's ambassador a note in which Lima asks its neighbour to free the crew.",
        "appeal-made PER > CHL 2024-06-10",
    ),
    (
        "Peru imposed sanctions on Chile after troops toppled the president in Santiago in March 2014.",
        "sanctions-imposed PER > CHL 2014-03-01..2024-06-14",
    ),
    // A month of the year told before, also behind a semicolon, and the day of a thing.
    (
        "In November 2019 Peru expelled the Chilean ambassador. Earlier that year, in May, Bolivia closed its embassy in Chile; Ghana closed its embassy in September.",
        "ambassador-expelled PER > CHL 2019-11; embassy-closed BOL > CHL 2019-05; embassy-closed GHA > CHL 2019-09",
    ),
    ("Peru denounced the January 27 agreement between Ghana and Togo.", "criticism-made PER > GHA + TGO 2024-06-14"),
    // The nearer of two dates in a row of deeds, that of a journey, and that behind an infinitive or a place.
    (
        "Peru removed Bolivia from a pact in March and struck Chile off its list of trusted trade partners in April.",
        "trade-restricted PER > CHL 2024-04",
    ),
    (
        "Peru's president flew to Chile in February, where the two countries signed a treaty.",
        "visit-made PER > CHL 2024-02; agreement-signed CHL + PER 2024-02",
    ),
    ("Peru closed the crossings with Chile to trade on June 6.", "movement-restricted PER > CHL 2024-06-06"),
    (
        "Peru and Chile fought a war over the islands in the spring of 2019.",
        "clash-fought CHL + PER 2019-03-01..2019-05-31",
    ),
    (
        "Talks between Peru and Chile, due to open in Accra on Tuesday, were thrown into doubt.",
        "talks-agreed CHL + PER 2024-06-14",
    ),
];

/// As above: what was said, and what was told on, of days of its own.
const TOLD_ON: &[(&str, &str)] = &[
    // What is only said to be done counts as said, promised or threatened on the day of the words.
    ("Togo and Benin agreed on Monday to hold talks in Lome next week.", "talks-agreed BEN + TGO 2024-06-10"),
    (
        "Togo will hold talks with Benin next month, its foreign minister said on Monday.",
        "talks-agreed TGO > BEN 2024-06-10",
    ),
    ("Togo said on Tuesday that it would attack Benin next week.", "threat-made TGO > BEN 2024-06-11"),
    ("Togo accused Benin of spying in a statement published on Tuesday.", "accusation-made TGO > BEN 2024-06-11"),
    ("Togo accused Benin of lying in a report published in 2019.", "accusation-made TGO > BEN 2024-06-14"),
    // Whoever answers the same day does so on the day of what was said, not of what that tells.
    (
        "Togo said on Monday that Benin had shelled a village on Saturday. Benin denied the charge the same day.",
        "accusation-made TGO > BEN 2024-06-10; denial-made BEN > TGO 2024-06-10",
    ),
    (
        "Togo accused Benin on Tuesday of shelling a post on 2 June. Benin rejected the charge a day later.",
        "accusation-made TGO > BEN 2024-06-11; rejection-made BEN > TGO 2024-06-12",
    ),
    // A story of an older year goes on in it.
    (
        "Togo expelled the ambassador of Benin on 10 July 2021. Benin had closed the border on 4 July.",
        "ambassador-expelled TGO > BEN 2021-07-10; movement-restricted BEN > TGO 2021-07-04",
    ),
    (
        "In August 2019 Togo cut ties with Benin. It closed the border on 5 August.",
        "ties-severed TGO > BEN 2019-08; movement-restricted TGO > BEN 2019-08-05",
    ),
    (
        "Togo cut ties with Benin in 2019. In September it closed the border.",
        "ties-severed TGO > BEN 2019; movement-restricted TGO > BEN 2019-09",
    ),
    (
        "Togo cut ties with Benin in 2019. It closed the border on 5 April.",
        "ties-severed TGO > BEN 2019; movement-restricted TGO > BEN 2024-04-05",
    ),
    (
        "In 2019 Togo recalled its envoy from Benin in March and expelled two diplomats in April.",
        "ambassador-recalled TGO > BEN 2019-03; diplomats-expelled TGO > BEN 2019-04",
    ),
    // What has been done again and again since a day reaches until now, what has held since then began on it.
    ("Togo has expelled nine diplomats from Benin since 2021.", "diplomats-expelled TGO > BEN 2021-01-01..2024-06-14"),
    ("Togo has bombed Benin since April.", "attack-made TGO > BEN 2024-04-01..2024-06-14"),
    ("Togo has banned rice from Benin since 2021.", "trade-restricted TGO > BEN 2021"),
    // Years in a row are one act each; what had been due need not have come about.
    (
        "Togo fought wars with Benin in 1965, 1971 and 1999.",
        "clash-fought TGO > BEN 1971; clash-fought TGO > BEN 1999; clash-fought TGO > BEN 1965",
    ),
    ("Togo and Benin had been due to sign the accord in March.", ""),
    ("Togo demanded reparations from Benin for the 1965-71 war.", "demand-made TGO > BEN 2024-06-14"),
    ("Togo threatened Benin with revenge for the April 1 raid on its embassy.", "threat-made TGO > BEN 2024-06-14"),
    ("Togo and Benin, at odds since 2016, restored ties on Tuesday.", "ties-restored BEN + TGO 2024-06-11"),
];

#[test]
fn what_is_said_has_the_day_of_the_words() {
    check(TOLD_ON);
}

#[test]
fn the_first_sentence_sets_day_and_place() {
    check(CASES);
}
