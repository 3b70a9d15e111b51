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
        "Ghana has cut ties with Haiti, the foreign ministry said on Saturday night, two days after the Caribbean island resumed relations with Peru.",
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
    // An adjective before a name is no part of it, nor a noun what "which" does.
    (
        "Landlocked Bolivia, which ships most of its tin through Arica, expelled Chile's ambassador on Monday.",
        "ambassador-expelled BOL > CHL 2024-06-10",
    ),
];

#[test]
fn asides_bodies_and_days_are_taken_for_what_they_are() {
    check(CASES);
}
