//! Dates of acts, sentence by sentence.

use super::{Dates, Told, occurred, times};
use crate::coder::mode;
use crate::english::English;
use crate::model::day::{Day, Interval};
use crate::ontology::lexicon;
use std::fmt::Write as _;

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn shown(interval: Option<Interval>) -> String {
    interval.map_or_else(|| "-".to_owned(), |interval| interval.to_string())
}

/// Published (a Wednesday unless said otherwise), words, expected `relation past / ahead` of each expression.
const EXPRESSIONS: &[(&str, &str, &str)] = &[
    ("2024-05-15", "It signed on March 21, 2022.", "At 2022-03-21/2022-03-21"),
    ("2024-05-15", "It signed on 21 March 2022.", "At 2022-03-21/2022-03-21"),
    ("2024-05-15", "It signed on the 21st of March, 2022.", "At 2022-03-21/2022-03-21"),
    ("2024-05-15", "It signed on 2022-03-21.", "At 2022-03-21/2022-03-21"),
    ("2024-05-15", "It signed on Monday, March 21, 2022.", "At 2022-03-21/2022-03-21"),
    ("2024-05-15", "It signed on Jan. 6.", "At 2024-01-06/2025-01-06"),
    ("2024-05-15", "It signed on 6 January.", "At 2024-01-06/2025-01-06"),
    (
        "2024-05-15",
        "It met on Monday and had called the night before.",
        "At 2024-05-13/2024-05-20; At 2024-05-12/2024-05-12",
    ),
    ("2024-05-15", "It left in February 2023 and returned in April.", "At 2023-02/2023-02; At 2023-04/2023-04"),
    ("2024-05-15", "It struck on New Year's Day.", "At 2024-01-01/2025-01-01"),
    ("2024-05-15", "It struck on Christmas Eve 1994.", "At 1994-12-24/1994-12-24"),
    ("2024-05-15", "It struck on Christmas Day last year.", "At 2023-12-25/2023-12-25"),
    ("2024-05-15", "It signed on June 6.", "At 2023-06-06/2024-06-06"),
    ("2024-05-15", "It signed in March 2022.", "At 2022-03/2022-03"),
    ("2024-05-15", "It signed in March.", "At 2024-03/2025-03"),
    ("2024-05-15", "Theresa May expelled the envoy.", ""),
    ("2024-05-15", "It signed in May.", "At 2024-05-01..2024-05-15/2024-05"),
    ("2024-05-15", "It signed in 2014.", "At 2014/2014"),
    ("2024-05-15", "It signed in the 1990s.", "At 1990-01-01..1999-12-31/1990-01-01..1999-12-31"),
    ("2024-05-15", "It signed on Monday.", "At 2024-05-13/2024-05-20"),
    ("2024-05-15", "It signed on Wednesday.", "At 2024-05-15/2024-05-15"),
    ("2024-05-15", "It signed last Friday.", "At 2024-05-10/2024-05-10"),
    ("2024-05-15", "It will sign next Friday.", "At 2024-05-17/2024-05-17"),
    ("2024-05-15", "It signed late on Tuesday evening.", "At 2024-05-14/2024-05-21"),
    ("2024-05-15", "It signed earlier on Monday.", "At 2024-05-13/2024-05-13"),
    ("2024-05-15", "It signed last week.", "At 2024-05-06..2024-05-12/2024-05-06..2024-05-12"),
    ("2024-05-15", "It signed on Tuesday of last week.", "At 2024-05-07/2024-05-07"),
    ("2024-05-15", "It signed in the summer of last year.", "At 2023-06-01..2023-08-31/2023-06-01..2023-08-31"),
    ("2024-05-15", "It met on May 6 and 7.", "At 2024-05-06..2024-05-07/2025-05-06..2025-05-07"),
    ("2024-05-15", "On May 6 and 10 ships left.", "At 2024-05-06/2025-05-06"),
    (
        "2024-05-15",
        "It left in the spring of 2021 and returned in the autumn.",
        "At 2021-03-01..2021-05-31/2021-03-01..2021-05-31; At 2021-09-01..2021-11-30/2021-09-01..2021-11-30",
    ),
    ("2024-05-15", "It fought in 1965, 1971 and 1999.", "At 1965/1965; At 1971/1971; At 1999/1999"),
    ("2024-05-15", "It will close by the end of the month.", "By 2024-05-01..2024-05-15/2024-05"),
    ("2024-05-15", "In 2014 it seized the port in March.", "At 2014/2014; At 2014-03/2014-03"),
    ("2024-05-15", "It signed last month.", "At 2024-04/2024-04"),
    ("2024-05-15", "It signed last year.", "At 2023/2023"),
    ("2024-05-15", "It signed this year.", "At 2024-01-01..2024-05-15/2024"),
    ("2024-05-15", "It signed earlier this week.", "At 2024-05-13..2024-05-14/2024-05-13..2024-05-14"),
    ("2024-05-15", "It signed earlier this month.", "At 2024-05-01..2024-05-14/2024-05-01..2024-05-14"),
    ("2024-05-15", "It will sign later this year.", "At 2024-05-15/2024-05-15..2024-12-31"),
    ("2024-05-15", "It signed yesterday.", "At 2024-05-14/2024-05-14"),
    ("2024-05-15", "It struck overnight to Monday.", "At 2024-05-13/2024-05-20"),
    ("2024-05-15", "It struck overnight.", "At 2024-05-14..2024-05-15/2024-05-14..2024-05-15"),
    ("2024-05-15", "It signed two weeks ago.", "At 2024-04-28..2024-05-04/2024-04-28..2024-05-04"),
    ("2024-05-15", "It signed three days ago.", "At 2024-05-12/2024-05-12"),
    ("2024-05-15", "It signed a year ago.", "At 2022-11-13..2023-11-14/2022-11-13..2023-11-14"),
    ("2024-05-15", "It met on May 3 and signed two days later.", "At 2024-05-03/2025-05-03; At 2024-05-05/2024-05-05"),
    ("2024-05-15", "It has been closed since 2014.", "Since 2014/2014"),
    ("2024-05-15", "It was extended until July 31, 2024.", "Until 2024-07-31/2024-07-31"),
    ("2024-05-15", "It will sign by the end of June.", "By 2023-06/2024-06"),
    ("2024-05-15", "It was extended for another six months.", "For -/-"),
    ("2024-05-15", "It applies from February 2022.", "From 2022-02/2022-02"),
    ("2024-05-15", "It fought between 2015 and 2018.", "At 2015-01-01..2018-12-31/2015-01-01..2018-12-31"),
    ("2024-05-15", "It signed in early 2019.", "At 2019-01-01..2019-04-30/2019-01-01..2019-04-30"),
    ("2024-05-15", "It signed in mid-2019.", "At 2019-05-01..2019-09-01/2019-05-01..2019-09-01"),
    ("2024-05-15", "It signed in late March.", "At 2024-03-21..2024-03-31/2025-03-21..2025-03-31"),
    ("2024-05-15", "It will sign next month.", "At 2024-06/2024-06"),
    ("2024-05-15", "It will sign within two months.", "Within -/-"),
    ("2024-05-15", "They met at the September summit.", "At 2023-09/2024-09"),
    ("2024-05-15", "The 2015 nuclear deal collapsed.", "At 2015/2015"),
    ("2024-05-15", "It signed on 5 April this year.", "At 2024-04-05/2024-04-05"),
    ("2024-05-15", "It signed on April 5 last year.", "At 2023-04-05/2023-04-05"),
    ("2024-05-15", "It signed in March last year.", "At 2023-03/2023-03"),
    ("2024-05-15", "It signed in the summer of 2020.", "At 2020-06-01..2020-08-31/2020-06-01..2020-08-31"),
    ("2024-05-15", "It signed over the past three months.", "At 2024-02-15..2024-05-15/2024-02-15..2024-05-15"),
    ("2024-05-15", "It signed in the past.", "Earlier ..2024-05-15/..2024-05-15"),
    ("2024-05-15", "Earlier, it signed.", "Earlier ..2024-05-15/..2024-05-15"),
    ("2024-05-15", "It met on March 3-5, 2021.", "At 2021-03-03..2021-03-05/2021-03-03..2021-03-05"),
    ("2024-05-15", "It met from 3 to 5 March.", "From 2024-03-03..2024-03-05/2025-03-03..2025-03-05"),
    ("2024-05-15", "It fought from 2015 until 2018.", "From 2015/2015"),
    ("2024-05-15", "It may march on 2000 troops.", ""),
    ("2024-05-15", "It sent 1990 soldiers for May.", "At 2024-05-01..2024-05-15/2024-05"),
    (
        "2024-05-15",
        "They met in November 2019 and again a month later.",
        "At 2019-11/2019-11; At 2019-12-01..2019-12-31/2019-12-01..2019-12-31",
    ),
    ("2024-05-15", "The following day it closed the border.", ""),
    (
        "2024-05-15",
        "It signed on May 1. Hours after the meeting, it closed the border.",
        "At 2024-05-01/2025-05-01; At 2024-05-01..2024-05-02/2024-05-01..2024-05-02",
    ),
    (
        "2024-05-15",
        "It signed on May 1. The following day it closed the border.",
        "At 2024-05-01/2025-05-01; At 2024-05-02/2024-05-02",
    ),
    (
        "2024-05-15",
        "It said its envoy would return on Tuesday. Chile will send its own the same day.",
        "At 2024-05-14/2024-05-21; At 2024-05-14/2024-05-21",
    ),
    ("2024-05-15", "It has traded for decades.", "For -/-"),
    ("2024-05-15", "It signed in March 2022, leaving the next month.", "At 2022-03/2022-03; At 2022-04/2022-04"),
    ("2024-05-15", "It will send an envoy for the first time in 23 years.", ""),
    (
        "2024-05-15",
        "It will send an envoy for the first time since 2009. In November of that year it left.",
        "At 2009-11/2009-11",
    ),
    ("2024-05-15", "It will leave in two years.", "Within -/-"),
    ("2024-05-15", "It will leave in the next month.", "At 2024-05-15/2024-05-15..2024-06-15"),
    // What is said looks back; "that evening" is that of what is told.
    (
        "2019-08-22",
        "Peru left on Tuesday. It said that Chile had caused it when it closed the port on 2 May. It met Chile that evening.",
        "At 2019-08-20/2019-08-27; At 2019-05-02/2020-05-02; At 2019-08-20/2019-08-20",
    ),
    // Told after an older date: "that" and a month, and a day that carries the story on.
    (
        "2024-05-15",
        "Peru left in July 2010. Chile closed the port that August. Both met that September.",
        "At 2010-07/2010-07; At 2010-08/2010-08; At 2010-09/2010-09",
    ),
    (
        "2024-05-15",
        "Peru left on May 28, 2010. Chile followed on June 3.",
        "At 2010-05-28/2010-05-28; At 2010-06-03/2010-06-03",
    ),
    (
        "2024-05-15",
        "Peru left on May 1, 2010. Chile followed on May 10.",
        "At 2010-05-01/2010-05-01; At 2024-05-10/2025-05-10",
    ),
    // The month that follows in the sentence is of that year, in another sentence it may be of any.
    (
        "2024-07-15",
        "On April 6, 2023, Peru left, and Chile followed in May.",
        "At 2023-04-06/2023-04-06; At 2023-05/2023-05",
    ),
    (
        "2024-07-15",
        "Peru left in April 2022. Chile followed on October 23. Both met in December.",
        "At 2022-04/2022-04; At 2023-10-23/2024-10-23; At 2023-12/2024-12",
    ),
    (
        "2024-05-15",
        "Peru left on May 3. Chile had left the day before.",
        "At 2024-05-03/2025-05-03; At 2024-05-02/2024-05-02",
    ),
    ("2024-05-15", "Peru gave aid in the last financial year.", "At 2023-05-15..2024-05-15/2023-05-15..2024-05-15"),
    ("2024-05-15", "Peru left the pact last autumn.", "At 2023-09-01..2023-11-30/2023-09-01..2023-11-30"),
];

#[test]
fn expressions_become_days() {
    let (lexicon, english) = (lexicon::shipped(), English::bundled());
    let mut wrong = String::new();
    for (published, text, want) in EXPRESSIONS {
        let document = english.read(text);
        let found = super::of_document(&document, day(published), &lexicon.time);
        let got: Vec<String> = found
            .iter()
            .flatten()
            .map(|time| format!("{:?} {}/{}", time.relation, shown(time.past), shown(time.ahead)))
            .collect();
        if got.join("; ") != *want {
            let _ = writeln!(wrong, "{text}\n   got {}\n  want {want}", got.join("; "));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// Published, sentence, word of the act, whether it is performed by declaring it, expected day and end.
const ACTS: &[(&str, &str, &str, bool, &str)] = &[
    ("2024-05-15", "Ghana expelled three diplomats on Monday.", "expelled", false, "2024-05-13"),
    ("2024-05-15", "Ghana on Monday expelled three diplomats.", "expelled", false, "2024-05-13"),
    ("2024-05-15", "Ghana expelled three diplomats.", "expelled", false, "2024-05-15 reported"),
    ("2024-05-15", "Ghana had expelled three diplomats.", "expelled", false, "..2024-05-15"),
    ("2024-05-15", "Ghana said it had expelled three diplomats.", "expelled", false, "2024-05-15 reported"),
    (
        "2024-05-15",
        "The ministry said on Tuesday that it had expelled three diplomats.",
        "expelled",
        false,
        "2024-05-14",
    ),
    ("2024-05-15", "Ghana had said that it had expelled three diplomats.", "expelled", false, "..2024-05-15"),
    (
        "2024-05-15",
        "Ghana severed ties with Peru in January 2016 after protesters stormed its embassy.",
        "severed",
        false,
        "2016-01",
    ),
    (
        "2024-05-15",
        "Ghana severed ties with Peru in January 2016 after protesters stormed its embassy.",
        "stormed",
        false,
        "2016-01-01..2016-01-31",
    ),
    (
        "2024-05-15",
        "Ghana and Peru signed a truce on Monday in talks brokered by Chile.",
        "brokered",
        false,
        "2024-05-13",
    ),
    (
        "2024-05-15",
        "Ghana and Peru signed a truce on Monday after talks brokered by Chile.",
        "brokered",
        false,
        "2024-05-12..2024-05-13",
    ),
    ("2024-05-15", "Peru, which left the bloc in 2019, signed the treaty on Tuesday.", "signed", false, "2024-05-14"),
    ("2024-05-15", "Peru, which left the bloc in 2019, signed the treaty on Tuesday.", "left", false, "2019"),
    (
        "2024-05-15",
        "Ghana recalled its envoy in March and expelled a diplomat on Monday.",
        "recalled",
        false,
        "2024-03",
    ),
    (
        "2024-05-15",
        "Ghana recalled its envoy in March and expelled a diplomat on Monday.",
        "expelled",
        false,
        "2024-05-13",
    ),
    (
        "2024-05-15",
        "Ghana recalled its envoy, closed the border and expelled a diplomat on Monday.",
        "recalled",
        false,
        "2024-05-13",
    ),
    (
        "2024-05-15",
        "Ghana closed the port and said it would expel a diplomat on Monday.",
        "closed",
        false,
        "2024-05-15 reported",
    ),
    (
        "2024-05-15",
        "After the seizure of a ship in April, Ghana agreed to talks.",
        "agreed",
        false,
        "2024-05-15 reported",
    ),
    ("2024-05-15", "After the seizure of a ship on Tuesday, Ghana agreed to talks.", "agreed", false, "2024-05-14"),
    ("2024-05-15", "After the seizure of a ship in 2012, Ghana cut ties with Peru.", "cut", false, "2012"),
    ("2024-05-15", "The pact signed by Ghana and Peru has failed.", "signed", false, "..2024-05-15"),
    ("2024-05-15", "A pact signed by Ghana and Peru has failed.", "signed", false, "2024-05-15 reported"),
    ("2024-05-15", "Ghana did not recognise Peru until May 1991.", "recognise", false, "1991-05"),
    (
        "2024-05-15",
        "Ghana left a pact signed in 2018, a day after Peru suspended its aid.",
        "suspended",
        false,
        "2024-05-14",
    ),
    ("2024-05-15", "Ghana has twice accused Peru of spying.", "accused", false, "..2024-05-15"),
    ("2024-05-15", "Ghana will lift the tariffs from Saturday.", "lift", true, "2024-05-18 planned"),
    ("2024-05-15", "Ghana agreed on Tuesday to restore relations with Peru.", "restore", true, "2024-05-14"),
    (
        "2024-05-15",
        "Ghana agreed on Tuesday to restore relations with Peru within two months.",
        "restore",
        true,
        "2024-05-14",
    ),
    ("2024-05-15", "Ghana will suspend the treaty.", "suspend", true, "2024-05-15 reported"),
    (
        "2024-05-15",
        "Ghana has halted all trade with Peru, the ministry said on Tuesday.",
        "halted",
        false,
        "2024-05-14",
    ),
    (
        "2024-05-15",
        "The ministry said on Tuesday that Ghana expelled the envoy on May 2.",
        "expelled",
        false,
        "2024-05-02",
    ),
    ("2024-05-15", "The ministry said on Tuesday that Ghana expelled the envoy on May 2.", "said", false, "2024-05-14"),
    (
        "2024-05-15",
        "The bloc extended the sanctions for another six months, until July 31, 2024.",
        "extended",
        false,
        "2024-05-15 reported until 2024-07-31",
    ),
    ("2024-05-15", "The row began in July 2018, when Ghana imposed tariffs on Peru.", "imposed", false, "2018-07"),
    ("2024-05-15", "Peru applied to join the bloc on May 18, 2022.", "applied", false, "2022-05-18"),
    (
        "2024-05-15",
        "Peru scrapped the accord on Tuesday, a day after Ghana suspended part of it.",
        "suspended",
        false,
        "2024-05-13",
    ),
    (
        "2024-05-15",
        "Peru summoned the envoy on May 3, two days before Ghana expelled the consul.",
        "expelled",
        false,
        "2024-05-05",
    ),
    (
        "2024-05-15",
        "Ghana decided to restore the ties, a step that will take effect on July 21.",
        "restore",
        true,
        "2024-07-21 planned",
    ),
    ("2024-05-15", "The leaders met on the sidelines of the September summit.", "met", false, "2023-09"),
    ("2024-05-15", "The leaders will meet on Friday.", "meet", false, "2024-05-17"),
    ("2024-05-15", "The leaders plan to meet next month.", "meet", false, "2024-06"),
    ("2024-05-15", "Earlier, the leaders signed the accord.", "signed", false, "..2024-05-15"),
    ("2024-05-15", "The measures were expanded from February 2022.", "expanded", false, "2022-02"),
    ("2024-05-15", "The leaders held talks in Lima on Monday.", "talks", false, "2024-05-13"),
    ("2024-05-15", "Peru has supplied arms to Ghana for decades.", "supplied", false, "..2024-05-15"),
    ("2024-05-15", "Peru criticized the 2015 nuclear deal.", "criticized", false, "2024-05-15 reported"),
    ("2024-05-15", "The ministers signed the accord during the 2019 summit.", "signed", false, "2019"),
    (
        "2024-05-15",
        "Peru plans to withdraw its troops by the end of June.",
        "withdraw",
        false,
        "2024-05-15..2024-06-30",
    ),
    ("2024-05-15", "Ghana imposed the embargo before 2010.", "imposed", false, "..2009-12-31"),
    // What came before something with a day came shortly before it, unless it is put back as it was.
    (
        "2024-05-15",
        "Ghana recalled its envoy on Monday, after Peru shelled the port.",
        "shelled",
        false,
        "2024-05-12..2024-05-13",
    ),
    (
        "2024-05-15",
        "In March 2019 Ghana left the pact after Peru seized the port.",
        "seized",
        false,
        "2019-03-01..2019-03-31",
    ),
    ("2024-05-15", "Ghana restored ties on Monday after Peru severed them.", "severed", false, "..2024-05-13"),
    ("2024-05-15", "Ghana left the pact on Monday, after Peru had seized the port.", "seized", false, "..2024-05-13"),
    ("2024-05-15", "As Peru recalled its envoy on Monday, Ghana closed the border.", "closed", false, "2024-05-13"),
    ("2024-05-15", "While Peru recalled its envoy on Monday, Ghana is silent.", "is", false, "2024-05-15 reported"),
    ("2024-05-15", "Ghana cut ties on May 2, 1982, the day Peru invaded the island.", "invaded", false, "1982-05-02"),
    (
        "2024-05-15",
        "Ghana, which signed a 2018 pact, closed the port a day after Peru seized the ship.",
        "seized",
        false,
        "2024-05-14",
    ),
    ("2024-05-15", "The ministers will meet in Lima to discuss the border on Oct 25.", "meet", false, "2024-10-25"),
    ("2024-05-15", "Peru has repeatedly blamed Ghana.", "blamed", false, "..2024-05-15"),
    ("2024-05-15", "Peru repeatedly blamed Ghana on Monday.", "blamed", false, "2024-05-13"),
    ("2024-05-15", "Peru will cut the tariffs with immediate effect.", "cut", false, "2024-05-15 reported"),
    ("2024-05-15", "The dispute began when Peru seized the ship.", "seized", false, "..2024-05-15"),
    ("2024-05-15", "Ten soldiers died when Peru shelled the port.", "shelled", false, "2024-05-15 reported"),
    ("2024-05-15", "Peru, which has closed the port, blamed Ghana.", "closed", false, "..2024-05-15"),
    ("2024-05-15", "The border has been closed since 1994, when Chile sealed it.", "sealed", false, "1994"),
    ("2024-05-15", "Ghana expelled two diplomats accused of spying on Monday.", "expelled", false, "2024-05-13"),
    ("2024-05-15", "Ghana opened an office bearing its name on Monday.", "opened", false, "2024-05-13"),
    ("2024-05-15", "Ghana freed a sailor arrested in 2022 on Monday.", "freed", false, "2024-05-13"),
    ("2024-05-15", "Ghana will leave the pact in 30 days.", "leave", true, "2024-05-15..2024-06-14 planned"),
    ("2024-05-15", "Ghana decided to leave the pact last week.", "leave", true, "2024-05-06..2024-05-12"),
    ("2024-05-15", "Ghana is closing the port from Monday.", "closing", false, "2024-05-20 planned"),
    ("2024-05-15", "Ghana condemned the raid and on Monday left.", "condemned", false, "2024-05-15 reported"),
    ("2024-05-15", "Ghana denied shelling the port in January.", "denied", false, "2024-05-15 reported"),
    ("2024-05-15", "Monday's raid by Peru killed ten sailors.", "killed", false, "2024-05-13"),
    ("2024-05-15", "Ghana blamed Peru on the eve of the vote on Monday.", "blamed", false, "2024-05-12"),
    ("2024-05-15", "Ghana arrested two men who were freed on Monday.", "arrested", false, "2024-05-15 reported"),
    (
        "2024-05-15",
        "Ghana lifted a freeze on permits for exports to the kingdom in April 2020, having changed a contract.",
        "lifted",
        false,
        "2020-04",
    ),
    (
        "2024-05-15",
        "The order came less than a week after Ghana announced, on May 6, that it was restoring ties.",
        "restoring",
        true,
        "2024-05-06",
    ),
    (
        "2024-05-15",
        "Marines stormed a beach on Monday in the largest drill that Peru has held.",
        "held",
        false,
        "2024-05-15 reported",
    ),
    (
        "2024-05-15",
        "Ghana imposed sanctions in February 2002, days after Peru had expelled an observer.",
        "expelled",
        false,
        "2002-01-20..2002-02-26",
    ),
];

#[test]
fn dates_go_to_their_acts() {
    let (lexicon, english) = (lexicon::shipped(), English::bundled());
    let mut wrong = String::new();
    for (published, text, act, performative, want) in ACTS {
        let document = english.read(text);
        let sentence = &document.sentences()[0];
        let trigger = sentence.tokens.iter().position(|token| &*token.text == *act).unwrap();
        let reading = mode::read(sentence, trigger, &lexicon.mode, *performative);
        let times = times(sentence, day(published), Dates::default(), &lexicon.time);
        let told = Told {
            published: day(published),
            reading: &reading,
            setting: None,
            counted: None,
            made_known: None,
            occasion: None,
            since_lead: None,
            lexicon: &lexicon,
        };
        let dating = occurred(sentence, trigger, &times, &told);
        let mut got = dating.occurred.to_string();
        if dating.occurred == Interval::reported(day(published)) {
            got.push_str(" reported");
        }
        if dating.planned {
            got.push_str(" planned");
        }
        if let Some(until) = dating.until {
            let _ = write!(got, " until {until}");
        }
        if got != *want {
            let _ = writeln!(wrong, "{text} [{act}]\n   got {got} ({})\n  want {want} {:?}", dating.why, reading.why);
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}
