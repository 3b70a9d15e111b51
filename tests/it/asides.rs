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
