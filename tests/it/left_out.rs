//! What reports leave out or tell with another verb: whoever did as others did, what a thing is called, who did what a passive
//! tells.

use crate::across::check;

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
        "Peru on Tuesday resumed aid to the Chilean government, which it had suspended in March 2016.",
        "aid-resumed PER > CHL 2024-06-11",
    ),
    ("Peru has slapped anti-dumping duties on Chilean steel.", "trade-restricted PER > CHL 2024-06-14"),
    ("Peru told to stop migrants or pay.", ""),
];

#[test]
fn what_is_told_otherwise_is_told() {
    check(CASES);
}
