//! Each rule and each guard of MODEL section 3: small histories and how they stand on several dates.
//!
//! A case is the events, a line `--`, and on each further line a date, a relation and how it must stand:
//! `2022-04-01 RUS-JPN negotiations[peace-treaty] suspended from RUS since 2022-03-21 reported`. A line
//! `2022-03-01 RUS-JPN nothing` wants no relation at all. Options before the colon of a case: `known-by=D`.

use crate::history::told;
use crate::tables::tables;
use detente::graph::replay::replay;
use detente::graph::{Basis, Knowledge, Standing};
use detente::model::day::{Day, Interval};
use std::fmt::Write as _;

/// How a standing is written in a case.
pub(crate) fn written(standing: &Standing) -> String {
    let mut text = standing.dimension.to_string();
    if let Some(topic) = &standing.topic {
        let _ = write!(text, "[{topic}]");
    }
    let state = standing.state.as_ref().map_or("unknown", |state| state.as_str());
    let _ = write!(text, " {state}");
    if let Some(from) = &standing.from {
        let _ = write!(text, " from {from}");
    }
    if let Some(since) = &standing.since {
        let _ = write!(text, " since {}", Interval { ..*since });
    }
    if standing.basis != Basis::Unknown {
        let _ = write!(text, " {}", standing.basis.as_str());
    }
    if let Some(last) =
        standing.last_confirmed.filter(|&last| standing.since.and_then(|since| since.latest) != Some(last))
    {
        let _ = write!(text, " confirmed {last}");
    }
    if let Some(until) = standing.until {
        let _ = write!(text, " until {until}");
    }
    for (flag, set) in [("lapsed", standing.lapsed), ("stale", standing.stale), ("disputed", standing.disputed)] {
        if set {
            let _ = write!(text, " {flag}");
        }
    }
    for pending in &standing.pending {
        let _ = write!(text, " pending {} {}", pending.state, pending.occurred);
    }
    for claim in &standing.claims {
        let side = claim.side.as_ref().map_or("outlet", |side| side.as_str());
        let _ = write!(text, " claim {side} {}", claim.state);
    }
    for threat in &standing.standing_threats {
        let _ = write!(text, " threat {}", threat.occurred);
    }
    text
}

/// Folds the events of a case and compares every date.
pub(crate) fn check(case: &str) {
    let (history, wanted) = case.split_once("--").expect("a line -- between events and dates");
    let projection = replay(tables(), &told(history));
    let mut found = String::new();
    let mut expected = String::new();
    for line in wanted.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let mut words = line.split_whitespace();
        let at: Day = words.next().and_then(|day| day.parse().ok()).expect("a date");
        let mut pair = words.next().expect("a pair");
        let mut knowledge = Knowledge::default();
        if let Some(day) = pair.strip_prefix("known-by=") {
            knowledge.known_by = day.parse().ok();
            pair = words.next().expect("a pair");
        }
        let want: Vec<&str> = words.collect();
        let (one, other) = pair.split_once('-').expect("a pair");
        let lens = projection.lens(&knowledge);
        let between = lens.between(&one.parse().expect("an id"), &other.parse().expect("an id"));
        let standings = between.map(|between| between.standings(at)).unwrap_or_default();
        let written: Vec<String> = standings.iter().map(written).collect();
        let _ = writeln!(expected, "{at} {pair} {}", want.join(" "));
        let _ = writeln!(
            found,
            "{at} {pair} {}",
            if written.is_empty() { "nothing".to_owned() } else { written.join(" & ") }
        );
    }
    pretty(&expected, &found, history);
}

fn pretty(expected: &str, found: &str, history: &str) {
    assert!(expected == found, "\n{history}\nexpected\n{expected}\nfound\n{found}");
}

#[test]
fn the_seed() {
    check(
        "2024-01-31 RUS>JPN negotiations-refused peace-treaty speaker=RUS.MFA article=s
         ..2024-01-31 JPN>RUS statement-made territorial-dispute speaker=JPN.fumio-kishida article=s stance=supports published=2024-01-31
         ..2024-01-31 JPN>RUS statement-made peace-treaty speaker=JPN.fumio-kishida article=s stance=supports published=2024-01-31
         ..2024-01-31 JPN>RUS sanctions-maintained sanctions speaker=JPN.fumio-kishida article=s published=2024-01-31
         2022-03-21 RUS>JPN statement-made retaliatory-measures speaker=RUS.MFA article=s published=2024-01-31
         2022-03-21 RUS>JPN negotiations-suspended peace-treaty speaker=RUS.MFA article=s published=2024-01-31
         2024-01-31 RUS>JPN threat-made countermeasures speaker=RUS.maria-zakharova article=s
         2024-01-31 RUS>JPN accusation-made unfriendly-course speaker=RUS.maria-zakharova article=s
         2024-01-31 RUS>JPN accusation-made military-activity speaker=RUS.maria-zakharova article=s
         2024-01-31 RUS>JPN negotiations-refused peace-treaty speaker=RUS.maria-zakharova article=s
         --
         2022-03-01 RUS-JPN negotiations[peace-treaty] under-way since ..2022-03-01 implied
         2022-04-01 RUS-JPN negotiations[peace-treaty] suspended from RUS since 2022-03-21 reported
         2024-02-01 RUS-JPN negotiations[peace-treaty] suspended from RUS since 2022-03-21 reported confirmed 2024-01-31 \
         & sanctions[sanctions] in-force from JPN since ..2024-01-31 confirmed
         2024-02-01 known-by=2023-12-31 RUS-JPN nothing",
    );
}

/// Rule 1: by latest, then earliest, publication, place, id; a final state outranks others of its article and day.
#[test]
fn acts_stand_in_the_order_of_what_they_say() {
    check(
        "2020-05-02 USA>IRN sanctions-lifted sanctions published=2020-06-01
         2020-05-01 USA>IRN sanctions-imposed sanctions published=2020-07-01
         --
         2020-05-01 IRN-USA sanctions[sanctions] in-force from USA since 2020-05-01 reported
         2020-05-02 IRN-USA sanctions[sanctions] lifted from USA since 2020-05-02 reported",
    );
    // The same day: the later publication has the last word.
    check(
        "2020-05-01 USA>IRN sanctions-tightened sanctions published=2020-05-03
         2020-05-01 USA>IRN sanctions-eased sanctions published=2020-05-02
         --
         2020-05-01 IRN-USA sanctions[sanctions] tightened from USA since 2020-05-01 reported",
    );
    // One article, one day: the final state wins, although the words of the other stand further down.
    check(
        "2020-05-01 USA>IRN sanctions-lifted sanctions article=a
         2020-05-01 USA>IRN sanctions-eased sanctions article=a
         --
         2020-05-01 IRN-USA sanctions[sanctions] lifted from USA since 2020-05-01 reported",
    );
    // In two articles it does not.
    check(
        "2020-05-01 IND>PAK negotiations-collapsed trade article=a
         2020-05-01 IND>PAK talks-proposed trade article=b published=2020-05-02
         --
         2020-05-01 IND-PAK negotiations[trade] proposed from IND since 2020-05-01 reported",
    );
}

/// Rule 2: the last change on or before the day; one whose interval holds the day is pending.
#[test]
fn a_change_that_may_have_happened_is_pending() {
    check(
        "2016-01 SAU>IRN ties-severed
         --
         2015-12-31 IRN-SAU diplomatic-ties established since ..2015-12-31 implied
         2016-01-10 IRN-SAU diplomatic-ties established since ..2016-01-10 implied pending severed 2016-01
         2016-01-31 IRN-SAU diplomatic-ties severed from SAU since 2016-01 reported
         2020-01-01 IRN-SAU diplomatic-ties severed from SAU since 2016-01 reported",
    );
}

/// Rule 3: an open lower end reaches back only to the previous change.
#[test]
fn an_open_beginning_is_bounded_by_the_change_before() {
    check(
        "2019-03-01 CHN+JPN talks-held trade
         ..2020-02-01 CHN>JPN negotiations-suspended trade published=2020-02-01
         --
         2019-04-01 CHN-JPN negotiations[trade] under-way since 2019-03-01 reported pending suspended 2019-03-01..2020-02-01
         2020-02-01 CHN-JPN negotiations[trade] suspended from CHN since 2019-03-01..2020-02-01 reported",
    );
}

/// Rule 4: reported, confirmed, implied, planned.
#[test]
fn a_state_says_on_what_it_rests() {
    check(
        "2023-03-01 JPN>RUS sanctions-maintained sanctions
         2024-06-01 AUS>CHN sanctions-lifted tariffs mode=planned published=2024-03-01
         --
         2023-03-01 JPN-RUS sanctions[sanctions] in-force from JPN since ..2023-03-01 confirmed
         2024-05-31 AUS-CHN sanctions[tariffs] in-force from AUS since ..2024-05-31 implied
         2024-06-01 AUS-CHN sanctions[tariffs] lifted from AUS since 2024-06-01 planned",
    );
    // What was announced and then reported as done rests on the report.
    check(
        "2024-06-01 AUS>CHN sanctions-lifted tariffs mode=planned published=2024-03-01
         2024-06-01 AUS>CHN sanctions-lifted tariffs published=2024-06-02
         --
         2024-06-02 AUS-CHN sanctions[tariffs] lifted from AUS since 2024-06-01 reported",
    );
}

/// Rule 5: what held before, from the day after the last other record, at most a shelf life back.
#[test]
fn an_act_implies_what_held_before() {
    check(
        "2022-03-21 RUS>JPN negotiations-suspended peace-treaty
         --
         2021-03-20 JPN-RUS nothing
         2021-03-21 JPN-RUS negotiations[peace-treaty] under-way since ..2021-03-21 implied
         2022-03-20 JPN-RUS negotiations[peace-treaty] under-way since ..2022-03-20 implied
         2022-03-21 JPN-RUS negotiations[peace-treaty] suspended from RUS since 2022-03-21 reported",
    );
    check(
        "2021-12-01 RUS>JPN talks-proposed peace-treaty
         2022-03-21 RUS>JPN negotiations-suspended peace-treaty
         --
         2021-12-01 JPN-RUS negotiations[peace-treaty] proposed from RUS since 2021-12-01 reported
         2021-12-02 JPN-RUS negotiations[peace-treaty] under-way since 2021-12-02 implied
         2022-01-31 JPN-RUS negotiations[peace-treaty] under-way since 2021-12-02..2022-01-31 implied",
    );
    // No shelf life: two years. A state on the way needs no implied one.
    check(
        "2018-05-01 COL>VEN ambassador-recalled
         2019-02-23 VEN>COL ties-severed
         --
         2016-04-30 COL-VEN nothing
         2016-05-01 COL-VEN diplomatic-ties established since ..2016-05-01 implied
         2018-06-01 COL-VEN diplomatic-ties envoy-recalled from COL since 2018-05-01 reported
         2019-02-22 COL-VEN diplomatic-ties envoy-recalled from COL since 2018-05-01 reported
         2019-02-23 COL-VEN diplomatic-ties severed from VEN since 2019-02-23 reported",
    );
    // What is brought back long after the last record was not there in between; shortly after it, the same is told again.
    check(
        "2002-07-21 NRU>CHN ties-established
         2024-01-24 NRU>CHN ties-restored
         2024-02-24 NRU>CHN ties-restored
         --
         2010-01-01 CHN-NRU diplomatic-ties established since 2002-07-21 reported
         2023-06-01 CHN-NRU diplomatic-ties severed since 2002-07-22..2023-06-01 implied
         2024-02-20 CHN-NRU diplomatic-ties established since 2024-01-24 reported
         2024-03-01 CHN-NRU diplomatic-ties established since 2024-01-24 reported confirmed 2024-02-24",
    );
    // An act on an unknown day implies nothing: no day is known to lie before it.
    check(
        "..2022-03-21 RUS>JPN negotiations-suspended peace-treaty published=2022-03-21
         --
         2022-01-01 JPN-RUS negotiations[peace-treaty] unknown pending suspended ..2022-03-21",
    );
    // A confirmation on an unknown day does: the state held on either side of it.
    check(
        "..2024-01-31 JPN>RUS sanctions-maintained sanctions published=2024-01-31
         --
         2022-08-08 JPN-RUS nothing
         2022-08-09 JPN-RUS sanctions[sanctions] in-force from JPN since ..2022-08-09 implied
         2024-01-30 JPN-RUS sanctions[sanctions] in-force from JPN since ..2024-01-30 implied
         2024-01-31 JPN-RUS sanctions[sanctions] in-force from JPN since ..2024-01-31 confirmed",
    );
}

/// Rule 6: plans take effect at the end of their interval, unless denied, postponed or cancelled.
#[test]
fn plans_take_effect_unless_they_are_voided() {
    check(
        "2024-06-01..2024-06-30 MLI>FRA agreement-suspended military-base mode=planned published=2024-05-01
         --
         2024-05-15 FRA-MLI agreement[military-base] in-force since ..2024-05-15 implied
         2024-06-30 FRA-MLI agreement[military-base] suspended from MLI since 2024-06-01..2024-06-30 planned",
    );
    // Without a date a plan moves nothing, whether open or with its publication day.
    check(
        "2024-05-01.. MLI>FRA ties-severed mode=planned published=2024-05-01
         2024-05-02 MLI>FRA ties-severed mode=planned reported
         --
         2030-01-01 FRA-MLI nothing",
    );
    // Denied before its day: it never takes effect. Denied after it: it stood until then.
    check(
        "2024-06-01 MLI>FRA ties-downgraded mode=planned published=2024-05-01
         2024-05-20 MLI>FRA ties-downgraded mode=negated published=2024-05-20
         --
         2024-06-01 FRA-MLI nothing",
    );
    check(
        "2024-06-01 MLI>FRA ties-downgraded mode=planned published=2024-05-01
         2024-06-10 MLI>FRA ties-downgraded mode=negated published=2024-06-10
         --
         2024-06-05 FRA-MLI diplomatic-ties downgraded from MLI since 2024-06-01 planned
         2024-06-10 FRA-MLI nothing",
    );
    // Postponed: the new date counts.
    check(
        "2024-06-01 AUS>CHN sanctions-lifted tariffs mode=planned published=2024-03-01
         2024-09-01 AUS>CHN sanctions-lifted tariffs mode=planned published=2024-05-01
         --
         2024-07-01 AUS-CHN sanctions[tariffs] in-force from AUS since ..2024-07-01 implied
         2024-09-01 AUS-CHN sanctions[tariffs] lifted from AUS since 2024-09-01 planned",
    );
    // Cancelled by an act of another type.
    check(
        "2024-06-01 IND>PAK talks-held kashmir mode=planned published=2024-05-01
         2024-05-25 IND>PAK meeting-cancelled kashmir
         --
         2024-06-02 IND-PAK nothing",
    );
}

/// Rule 7: a threat replaces only unknown, lifted, withdrawn, peace; else it stands beside the state.
#[test]
fn threats_stand_beside_most_states() {
    check(
        "2020-01-01 USA>TUR sanctions-threatened sanctions
         2020-03-01 USA>TUR sanctions-imposed sanctions
         2020-05-01 USA>TUR sanctions-threatened sanctions
         2020-08-01 USA>TUR sanctions-lifted sanctions
         2020-09-01 USA>TUR sanctions-threatened sanctions
         --
         2020-02-01 TUR-USA sanctions[sanctions] threatened from USA since 2020-01-01 reported
         2020-04-01 TUR-USA sanctions[sanctions] in-force from USA since 2020-03-01 reported
         2020-06-01 TUR-USA sanctions[sanctions] in-force from USA since 2020-03-01 reported threat 2020-05-01
         2020-08-01 TUR-USA sanctions[sanctions] lifted from USA since 2020-08-01 reported
         2020-09-01 TUR-USA sanctions[sanctions] threatened from USA since 2020-09-01 reported",
    );
}

/// Rule 8: a negated act confirms the opposite state where the ontology says so.
#[test]
fn a_negated_act_confirms_its_opposite() {
    check(
        "2023-05-01 JPN>RUS sanctions-lifted sanctions mode=negated
         --
         2023-04-30 JPN-RUS sanctions[sanctions] in-force from JPN since ..2023-04-30 implied
         2023-05-01 JPN-RUS sanctions[sanctions] in-force from JPN since ..2023-05-01 confirmed",
    );
    check(
        "2022-02-25 JPN>RUS sanctions-imposed sanctions
         2023-05-01 JPN>RUS sanctions-lifted sanctions mode=negated
         --
         2023-05-01 JPN-RUS sanctions[sanctions] in-force from JPN since 2022-02-25 reported confirmed 2023-05-01",
    );
}

/// Rule 5: what was worse than the presupposed state, or enough for it, is left as recorded.
#[test]
fn a_recorded_state_is_not_lessened_by_what_a_later_act_presupposes() {
    check(
        "2017-06-06 JOR>QAT ties-downgraded
         2019-07-16 JOR>QAT ambassador-returned
         --
         2018-03-01 JOR-QAT diplomatic-ties downgraded from JOR since 2017-06-06 reported
         2019-07-16 JOR-QAT diplomatic-ties established from JOR since 2019-07-16 reported",
    );
    check(
        "2016-11-23 KOR+JPN agreement-signed
         2019-08-22 KOR>JPN agreement-terminated
         --
         2018-03-01 JPN-KOR agreement signed since 2016-11-23 reported
         2019-08-22 JPN-KOR agreement terminated from KOR since 2019-08-22 reported",
    );
}

/// Rule 5: an ambassador recalled soon after ties were downgraded does not say that they had been mended.
#[test]
fn ties_that_were_just_downgraded_are_ties() {
    check(
        "2023-08-25 NER>FRA ambassador-expelled
         2023-09-24 FRA>NER ambassador-recalled
         --
         2023-09-10 FRA-NER diplomatic-ties downgraded from NER since 2023-08-25 reported",
    );
    check(
        "1995-08-25 NER>FRA ambassador-expelled
         2023-09-24 FRA>NER ambassador-recalled
         --
         2023-09-10 FRA-NER diplomatic-ties established since 1995-08-26..2023-09-10 implied",
    );
}

/// Another war is another spell; sanctions that are imposed again go on.
#[test]
fn a_stale_use_of_force_that_comes_again_begins_anew() {
    check(
        "1994-05-12 ARM+AZE ceasefire-made
         2020-11-10 ARM+AZE ceasefire-made
         --
         1994-05-12 ARM-AZE force ceasefire from ARM since 1994-05-12 reported & force ceasefire from AZE since 1994-05-12 reported
         2020-11-10 ARM-AZE force ceasefire from ARM since 2020-11-10 reported & force ceasefire from AZE since 2020-11-10 reported",
    );
    check(
        "2014-07-31 EU>RUS sanctions-imposed sanctions
         2022-02-25 EU>RUS sanctions-imposed sanctions
         --
         2022-02-25 EU-RUS sanctions[sanctions] in-force from EU since 2014-07-31 reported confirmed 2022-02-25",
    );
}

/// Rule 8: what is denied leaves what else is recorded.
#[test]
fn what_was_not_done_leaves_a_lesser_state() {
    check(
        "2024-02-23 ARM>CSTO membership-suspended
         2024-06-20 ARM>CSTO membership-withdrawn-from mode=negated
         --
         2024-06-20 ARM-CSTO membership suspended from ARM since 2024-02-23 reported confirmed 2024-06-20",
    );
    check(
        "2023-02-21 RUS>USA agreement-suspended arms-control
         2024-01-18 RUS>USA agreement-withdrawn-from arms-control mode=negated
         --
         2024-01-18 RUS-USA agreement[arms-control] suspended from RUS since 2023-02-21 reported confirmed 2024-01-18",
    );
}

/// Negotiations that begin are under way whatever they are about; talks without a topic are only a meeting.
#[test]
fn talks_that_begin_are_under_way() {
    check(
        "2022-11-03 GBR+MUS talks-held aspect=start
         --
         2022-11-03 GBR-MUS negotiations under-way since 2022-11-03 reported",
    );
    check(
        "2022-11-03 GBR+MUS talks-held
         --
         2022-11-03 GBR-MUS nothing",
    );
}

/// Rule 9: after its end a state with no later evidence is lapsed.
#[test]
fn a_state_lapses_after_its_end() {
    check(
        "2014-07-31 EU>RUS sanctions-imposed sanctions until=2015-07-31
         2015-06-22 EU>RUS sanctions-maintained sanctions until=2016-01-31
         --
         2015-07-31 EU-RUS sanctions[sanctions] in-force from EU since 2014-07-31 reported confirmed 2015-06-22 until 2016-01-31
         2016-01-31 EU-RUS sanctions[sanctions] in-force from EU since 2014-07-31 reported confirmed 2015-06-22 until 2016-01-31
         2016-02-01 EU-RUS sanctions[sanctions] in-force from EU since 2014-07-31 reported confirmed 2015-06-22 until 2016-01-31 lapsed",
    );
    // Later evidence that names no end: it is no longer said to end.
    check(
        "2014-07-31 EU>RUS sanctions-imposed sanctions until=2015-07-31
         2015-09-01 EU>RUS sanctions-maintained sanctions
         --
         2015-08-15 EU-RUS sanctions[sanctions] in-force from EU since 2014-07-31 reported until 2015-07-31 lapsed
         2015-09-01 EU-RUS sanctions[sanctions] in-force from EU since 2014-07-31 reported confirmed 2015-09-01",
    );
}

/// Rule 10: past the shelf life a state is stale, not dropped; no evidence is no answer.
#[test]
fn a_state_grows_stale() {
    check(
        "2020-01-01 USA>IRN sanctions-imposed sanctions
         --
         2019-12-31 IRN-USA nothing
         2021-06-24 IRN-USA sanctions[sanctions] in-force from USA since 2020-01-01 reported
         2021-06-25 IRN-USA sanctions[sanctions] in-force from USA since 2020-01-01 reported stale
         2035-01-01 IRN-USA sanctions[sanctions] in-force from USA since 2020-01-01 reported stale",
    );
}

/// Rule 11: overlapping changes to different states told by different sides are disputed.
#[test]
fn sides_that_tell_different_things_dispute() {
    check(
        "2023-05-03 ARM+AZE negotiations-resumed borders speaker=ARM.MFA
         2023-05-03 ARM+AZE negotiations-collapsed borders speaker=AZE.MFA published=2023-05-04
         --
         2023-05-04 ARM-AZE negotiations[borders] collapsed since 2023-05-03 reported disputed claim ARM under-way claim AZE collapsed",
    );
    // The outlet's own voice leads.
    check(
        "2023-05-03 ARM+AZE negotiations-resumed borders
         2023-05-03 ARM+AZE negotiations-resumed borders speaker=ARM.MFA published=2023-05-04
         2023-05-03 ARM+AZE negotiations-concluded borders speaker=ARM.MFA published=2023-05-05
         2023-05-03 ARM+AZE negotiations-collapsed borders speaker=AZE.MFA published=2023-05-06
         --
         2023-05-06 ARM-AZE negotiations[borders] under-way since 2023-05-03 reported disputed claim outlet under-way claim ARM concluded claim AZE collapsed",
    );
}

/// Rule 12: reports of the same act are one, while a day fits them all within thirty days.
#[test]
fn reports_of_the_same_act_fold() {
    check(
        "2016-01 SAU>IRN ties-severed published=2016-02-01
         2016-01-03 SAU.MFA>IRN ties-severed published=2016-01-03
         2016-01-02..2016-01-10 SAU>IRN ties-severed published=2019-01-01
         --
         2016-01-02 IRN-SAU diplomatic-ties established since ..2016-01-02 implied
         2016-01-03 IRN-SAU diplomatic-ties severed from SAU since 2016-01-03 reported",
    );
}

/// Rule 13: no topic is a key of its own.
#[test]
fn no_topic_is_a_topic_of_its_own() {
    check(
        "2020-01-01 IND+PAK talks-held kashmir
         2020-02-01 IND>PAK negotiations-suspended
         --
         2020-02-01 IND-PAK negotiations suspended from IND since 2020-02-01 reported \
         & negotiations[kashmir] under-way since 2020-01-01 reported",
    );
}

/// A scrapped pact on defence ends the cooperation that it stood for; one on fish does not.
#[test]
fn a_scrapped_pact_on_defence_ends_the_cooperation() {
    check(
        "1995-12-18 AUS+IDN security-cooperation-started alliance
         1999-09-16 IDN>AUS agreement-terminated alliance
         1999-09-16 IDN>AUS agreement-terminated fisheries
         --
         1999-10-01 AUS-IDN agreement[alliance] terminated from IDN since 1999-09-16 reported \
         & agreement[fisheries] terminated from IDN since 1999-09-16 reported \
         & security-cooperation[alliance] ended from IDN since 1999-09-16 reported",
    );
}
