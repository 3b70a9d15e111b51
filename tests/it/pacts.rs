//! What becomes of what two have made, what stands in a row with other acts, and what is only promised.

use crate::mechanisms::give_all;

/// Text, and its events in order as "type sides", joined by "; ".
const CASES: &[(&str, &str)] = &[
    // What becomes of a thing of two befalls both, wherever its sides are told.
    ("A pact that binds Peru and Chile took effect on Monday.", "agreement-entered-into-force CHL + PER"),
    ("A treaty linking Peru, Chile and Bolivia lapsed on Monday.", "agreement-expired BOL + CHL + PER"),
    (
        "Peru and Chile signed a truce on Monday. It took effect on Tuesday.",
        "ceasefire-made CHL + PER; ceasefire-made CHL + PER",
    ),
    (
        "Peru and Chile signed a truce in May. Rain fell. Traders came. Shops opened. The truce broke down on Monday.",
        "ceasefire-made CHL + PER; agreement-terminated CHL + PER",
    ),
    ("The truce brokered by Ghana collapsed.", "mediation-made GHA"),
    (
        "The embargo on Peru, imposed by Ghana in 2011, expired on Monday.",
        "sanctions-lifted GHA > PER; sanctions-imposed GHA > PER",
    ),
    (
        "The embargo on Peru, which Ghana imposed in 2011, expired on Monday.",
        "sanctions-lifted GHA > PER; sanctions-imposed GHA > PER",
    ),
    // What an agreement lays down is planned by whoever it binds.
    ("The accord commits Peru to withdraw its troops from Chile.", "forces-withdrawn PER > CHL planned"),
    ("Under the deal, Peru must withdraw its troops from Chile.", "forces-withdrawn PER > CHL planned"),
    ("A draft accord commits Peru to withdraw its troops from Chile.", ""),
    (
        "The deal binds Peru to withdraw its troops from Chile and Chile to lift its embargo on Peru.",
        "forces-withdrawn PER > CHL planned; sanctions-lifted CHL > PER planned",
    ),
    // What stands in a row is toward those whom only one act of it names, where they are as bad or as good.
    (
        "Peru recalled its ambassador, closed the border and expelled Chilean diplomats.",
        "diplomats-expelled PER > CHL; movement-restricted PER > CHL; ambassador-recalled PER > CHL",
    ),
    (
        "Peru answered by leaving a trade pact with Chile, closing the border and expelling Chilean diplomats.",
        "movement-restricted PER > CHL; diplomats-expelled PER > CHL; agreement-withdrawn-from PER > CHL",
    ),
    ("Peru closed its border and held talks with Chile.", "talks-held PER > CHL"),
    ("Peru closed its border and sent an ambassador to Chile.", "ambassador-returned PER > CHL"),
    ("Peru arrested two smugglers and closed the border.", "person-detained PER > XXX"),
    // Whoever promises to leave something undone promises, and whoever vows not to yield refuses.
    (
        "Peru promised not to let gunmen cross from its soil into Chile.",
        "concession-made PER > CHL negated; commitment-made PER",
    ),
    ("Peru vowed not to accept the verdict of Chile.", "rejection-made PER > CHL"),
    ("Peru vowed never to send troops to Chile.", "commitment-made PER > CHL; forces-mobilised PER > CHL negated"),
    // One round that ends does not end the talks.
    ("The third round of talks between Peru and Chile ended on Monday.", "talks-held CHL + PER"),
    ("The talks between Peru and Chile ended without a deal.", "negotiations-collapsed CHL + PER"),
    ("Peru closed all but one of its border crossings with Chile.", "movement-restricted PER > CHL"),
    // A warrant holds nobody yet.
    ("Peru issued an arrest warrant for a Chilean minister.", "legal-action-brought PER > CHL"),
];

#[test]
fn pacts_rows_and_promises_give_all_that_they_tell_and_no_more() {
    give_all(CASES);
}
