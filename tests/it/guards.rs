//! The guards of MODEL section 3, sides, organisations, groups, positions, climate, corrections.

use crate::history::{event, events, records, told};
use crate::rules::check;
use crate::tables::tables;
use detente::graph::replay::replay;
use detente::graph::{Knowledge, Projection};
use detente::model::id::{ActorId, Seq};
use detente::model::record::Body;
use detente::query::{Subject, at, explain, positions};

fn id(text: &str) -> ActorId {
    text.parse().expect("an id")
}

#[test]
fn only_who_binds_the_side_that_acted_moves_it() {
    check(
        "2023-01-01 JPN>RUS sanctions-lifted sanctions speaker=JPN.opposition-leader!
         --
         2023-01-02 JPN-RUS sanctions[sanctions] unknown from JPN claim JPN lifted",
    );
    check(
        "2023-01-01 JPN>RUS sanctions-imposed sanctions speaker=JPN.MFA
         --
         2023-01-02 JPN-RUS sanctions[sanctions] in-force from JPN since 2023-01-01 reported",
    );
    check(
        "2022-02-25 JPN>RUS sanctions-imposed sanctions
         2023-01-01 JPN>RUS sanctions-lifted sanctions speaker=USA.STATE
         --
         2023-01-02 JPN-RUS sanctions[sanctions] in-force from JPN since 2022-02-25 reported claim USA lifted",
    );
}

#[test]
fn what_one_side_alleges_of_the_other_is_not_the_act() {
    check(
        "2023-01-01 RUS>UKR attack-made speaker=UKR.MOD
         --
         2023-01-02 RUS-UKR force unknown from RUS claim UKR hostilities",
    );
    // For acts that take both sides, either side's speaker will do.
    check(
        "2023-01-01 SAU>IRN ties-restored speaker=IRN.MFA
         --
         2023-01-02 IRN-SAU diplomatic-ties established since 2023-01-01 reported",
    );
}

#[test]
fn a_breach_is_for_the_outlet_or_a_ruling() {
    check(
        "2019-02-01 USA>RUS agreement-breached inf-treaty speaker=USA.STATE
         2019-02-01 RUS>USA agreement-breached inf-treaty speaker=USA.STATE
         --
         2019-02-02 RUS-USA agreement[inf-treaty] unknown claim USA breached",
    );
    check(
        "2019-02-01 RUS>USA agreement-breached inf-treaty
         --
         2019-02-02 RUS-USA agreement[inf-treaty] breached from RUS since 2019-02-01 reported",
    );
}

#[test]
fn refusing_what_is_suspended_reaffirms_it() {
    check(
        "2022-03-21 RUS>JPN negotiations-suspended peace-treaty
         2024-01-31 RUS>JPN negotiations-refused peace-treaty
         --
         2023-03-22 JPN-RUS negotiations[peace-treaty] suspended from RUS since 2022-03-21 reported stale
         2024-01-31 JPN-RUS negotiations[peace-treaty] suspended from RUS since 2022-03-21 reported confirmed 2024-01-31",
    );
    // Whichever side had suspended them, and after talks that both had held.
    check(
        "2021-01-01 JPN+RUS talks-held peace-treaty
         2022-03-21 RUS>JPN negotiations-suspended peace-treaty
         2022-04-01 JPN>RUS negotiations-refused peace-treaty
         --
         2022-04-01 JPN-RUS negotiations[peace-treaty] suspended from RUS since 2022-03-21 reported confirmed 2022-04-01",
    );
    // From proposed, agreed and unknown it is a state; from others it is not.
    check(
        "2022-01-01 JPN>RUS talks-proposed peace-treaty
         2022-03-21 RUS>JPN negotiations-refused peace-treaty
         --
         2022-04-01 JPN-RUS negotiations[peace-treaty] refused from RUS since 2022-03-21 reported",
    );
    check(
        "2022-01-01 JPN+RUS talks-held peace-treaty
         2022-03-21 RUS>JPN negotiations-refused peace-treaty
         --
         2022-04-01 JPN-RUS negotiations[peace-treaty] under-way since 2022-01-01 reported",
    );
}

#[test]
fn a_returned_ambassador_restores_what_was_before() {
    check(
        "2013-09-25 USA+VNM ties-upgraded
         2014-05-01 VNM>USA ambassador-recalled
         2014-08-01 VNM>USA ambassador-returned
         --
         2014-01-01 USA-VNM diplomatic-ties upgraded since 2013-09-25 reported
         2014-06-01 USA-VNM diplomatic-ties envoy-recalled from VNM since 2014-05-01 reported
         2014-08-01 USA-VNM diplomatic-ties upgraded from VNM since 2014-08-01 reported",
    );
    check(
        "2018-05-15 TUR>ISR ambassador-recalled
         2022-08-17 TUR>ISR ambassador-returned
         --
         2018-05-14 ISR-TUR diplomatic-ties established since ..2018-05-14 implied
         2019-01-01 ISR-TUR diplomatic-ties envoy-recalled from TUR since 2018-05-15 reported
         2022-08-17 ISR-TUR diplomatic-ties established from TUR since 2022-08-17 reported",
    );
}

#[test]
fn a_final_state_told_again_is_an_anomaly_or_the_same_act() {
    let history = "2020-01-01 USA>SDN sanctions-imposed sanctions
        2020-10-01 USA>SDN sanctions-lifted sanctions
        2021-03-01 USA>SDN sanctions-lifted sanctions";
    check(&format!(
        "{history}
        --
        2021-04-01 SDN-USA sanctions[sanctions] lifted from USA since 2020-10-01 reported"
    ));
    let projection = replay(tables(), &told(history));
    let anomalies = explain::anomalies(&projection, &Knowledge::default());
    let days: Vec<String> = anomalies.iter().map(|anomaly| anomaly.day.to_string()).collect();
    assert_eq!(days, ["2021-03-01"]);
    // An undated mention may be of the same act.
    let projection = replay(
        tables(),
        &told(
            "2020-10-01 USA>SDN sanctions-lifted sanctions\n..2021-03-01 USA>SDN sanctions-lifted sanctions published=2021-03-01",
        ),
    );
    assert!(explain::anomalies(&projection, &Knowledge::default()).is_empty());
}

#[test]
fn the_same_again_reaffirms() {
    check(
        "2022-02-25 JPN>RUS sanctions-imposed sanctions
         2023-02-28 JPN>RUS sanctions-imposed sanctions
         --
         2023-03-01 JPN-RUS sanctions[sanctions] in-force from JPN since 2022-02-25 reported confirmed 2023-02-28",
    );
}

/// Each side keeps its own last move; the pair has the worse; a joint act sets both.
#[test]
fn sides_keep_their_own_moves() {
    check(
        "2016-01 SAU>IRN ties-severed
         2023-03-10 SAU+IRN ties-restored
         --
         2020-01-01 IRN-SAU diplomatic-ties severed from SAU since 2016-01 reported
         2024-01-01 IRN-SAU diplomatic-ties established since 2023-03-10 reported",
    );
    check(
        "2017-06-05 QAT>BHR ambassador-recalled
         2017-06-06 BHR>QAT ties-severed
         2021-01-05 QAT>BHR ambassador-returned
         2021-01-06 BHR+QAT ties-restored
         --
         2017-06-05 BHR-QAT diplomatic-ties envoy-recalled from QAT since 2017-06-05 reported
         2017-06-06 BHR-QAT diplomatic-ties severed from BHR since 2017-06-06 reported
         2021-01-05 BHR-QAT diplomatic-ties severed from BHR since 2017-06-06 reported
         2021-01-06 BHR-QAT diplomatic-ties established since 2021-01-06 reported",
    );
    // Both suspend; one comes back: the other holds the pair where it was, since its own day.
    check(
        "2020-01-01 IND>CHN security-cooperation-suspended exercises
         2020-06-01 CHN>IND security-cooperation-suspended exercises
         2021-01-01 IND>CHN intelligence-shared exercises
         --
         2020-07-01 CHN-IND security-cooperation[exercises] suspended from IND since 2020-01-01 reported confirmed 2020-06-01
         2021-02-01 CHN-IND security-cooperation[exercises] suspended from CHN since 2020-06-01 reported",
    );
}

#[test]
fn a_ceasefire_sets_both_ways() {
    check(
        "2023-10-07 HEZ>ISR attack-made
         2024-11-27 ISR>HEZ ceasefire-made
         --
         2023-10-08 HEZ-ISR force hostilities from HEZ since 2023-10-07 reported
         2024-11-28 HEZ-ISR force ceasefire from HEZ since 2024-11-27 reported & force ceasefire from ISR since 2024-11-27 reported",
    );
}

/// An armed group never counts for a state.
#[test]
fn groups_stand_for_themselves() {
    let projection = replay(tables(), &told("2023-10-07 LBN.hez>ISR attack-made\n2023-10-07 HEZ>ISR attack-made"));
    let lens = projection.lens(&Knowledge::default());
    let day = "2023-10-08".parse().expect("a day");
    let from = |one: &str| lens.between(&id(one), &id("ISR")).map_or(0, |between| between.standings(day).len());
    assert_eq!((from("LBN"), from("HEZ")), (1, 1));
    let group = event("2023-10-07 HEZ>ISR attack-made", 0);
    assert_eq!(group.actors[0].party(), &id("HEZ"));
}

fn positions_of(history: &str, holder: &str, day: &str) -> Vec<String> {
    let projection = replay(tables(), &told(history));
    let question = positions::Positions {
        holder: id(holder),
        toward: None,
        day: day.parse().expect("a day"),
        topic: None,
        knowledge: Knowledge::default(),
    };
    let answer = positions::answer(&projection, &question);
    let line = |held: &detente::graph::Position| {
        let since = held.since.0.map_or_else(String::new, |day| day.to_string());
        format!(
            "{} {} {} on {} since {since} by {} x{}",
            held.holder,
            held.stance,
            held.toward.as_ref().map_or("-", |toward| toward.as_str()),
            held.topic.as_ref().map_or("-", |topic| topic.as_str()),
            held.speaker.as_ref().map_or("-", |speaker| speaker.as_str()),
            held.events.len()
        )
    };
    answer.positions.iter().map(line).collect()
}

#[test]
fn a_newer_stance_supersedes_and_the_same_reaffirms() {
    let history = "2022-03-21 RUS>JPN negotiations-suspended peace-treaty speaker=RUS.MFA
        2023-01-03 RUS>JPN statement-made peace-treaty speaker=RUS.andrei-rudenko stance=refuses
        2024-01-31 RUS.maria-zakharova>JPN statement-made peace-treaty stance=opposes
        2024-01-31 RUS.some-deputy!>JPN statement-made peace-treaty stance=supports
        2024-01-31 RUS>JPN statement-made peace-treaty speaker=JPN.MFA stance=demands";
    assert_eq!(
        positions_of(history, "RUS", "2023-02-01"),
        ["RUS refuses JPN on peace-treaty since 2022-03-21 by RUS.andrei-rudenko x2"]
    );
    assert_eq!(
        positions_of(history, "RUS", "2024-01-31"),
        [
            "RUS opposes JPN on peace-treaty since 2024-01-31 by RUS.maria-zakharova x1",
            "RUS.some-deputy supports JPN on peace-treaty since 2024-01-31 by RUS.some-deputy x1"
        ]
    );
    assert!(positions_of(history, "RUS", "2022-03-20").is_empty());
}

/// INTERFACES' example: two acts, the older eleven days old.
#[test]
fn the_climate_fades() {
    let history = "2022-03-21 RUS>JPN negotiations-suspended peace-treaty cameo=164
        2022-03-21 RUS>JPN statement-made retaliatory-measures cameo=010";
    let projection = replay(tables(), &told(history));
    let lens = projection.lens(&Knowledge::default());
    let between = lens.between(&id("JPN"), &id("RUS")).expect("the pair");
    let at = |day: &str| {
        between.climate(day.parse().expect("a day")).map(|climate| (climate.score(), climate.band(), climate.n_events))
    };
    assert_eq!(at("2022-03-20"), None);
    assert_eq!(at("2022-04-01"), Some((-6.2, "strained", 2)));
    assert_eq!(at("2022-09-17"), Some((-3.3, "cool", 2)));
}

fn relations(projection: &Projection, knowledge: Knowledge, one: &str, other: &str, day: &str) -> Vec<String> {
    let question = at::At {
        subject: Subject::Two(id(one), id(other)),
        day: day.parse().expect("a day"),
        knowledge,
        filter: Default::default(),
    };
    at::answer(projection, &question)
        .relations
        .iter()
        .map(|standing| {
            let via = standing.via.as_ref().map_or_else(String::new, |via| format!(" via {via}"));
            format!("{}{via}", crate::rules::written(standing))
        })
        .collect()
}

#[test]
fn corrections_apply_except_behind_them() {
    let told = events(
        "2022-02-25 JPN>RUS sanctions-imposed sanctions published=2022-02-26
         2022-03-01 JPN>RUS sanctions-tightened sanctions published=2022-03-02
         2022-06-01 JPN>RUS sanctions-imposed embargo published=2022-04-01",
    );
    let (first, second, mistaken) = (told[0].clone(), told[1].clone(), told[2].clone());
    let mut right = mistaken.clone();
    right.occurred = first.occurred;
    right.published = "2030-01-01".parse().expect("a day");
    let history = records([
        Body::EventRecorded(first),
        Body::EventRecorded(second.clone()),
        Body::EventRecorded(mistaken.clone()),
        Body::EventRetracted { event: second.id, reason: "misread".to_owned(), by: "a user".to_owned() },
        Body::EventAmended {
            event: mistaken.id,
            replacement: Box::new(right),
            reason: "wrong day".to_owned(),
            by: "a user".to_owned(),
        },
    ]);
    let projection = replay(tables(), &history);
    let now = Knowledge::default();
    let fixed = [
        "sanctions[embargo] in-force from JPN since 2022-02-25 reported",
        "sanctions[sanctions] in-force from JPN since 2022-02-25 reported",
    ];
    assert_eq!(relations(&projection, now, "JPN", "RUS", "2022-03-15"), fixed);
    // The amended event keeps the publication date of the first.
    let known = Knowledge { known_by: "2022-04-01".parse().ok(), ..now };
    assert_eq!(relations(&projection, known, "JPN", "RUS", "2022-03-15"), fixed);
    let known = Knowledge { known_by: "2022-03-31".parse().ok(), ..now };
    assert_eq!(relations(&projection, known, "JPN", "RUS", "2022-03-15"), fixed[1..]);
    // Behind the corrections only by the log's own clocks.
    let before = ["sanctions[sanctions] tightened from JPN since 2022-03-01 reported"];
    let at_seq = Knowledge { at_seq: Some(Seq(2)), ..now };
    assert_eq!(relations(&projection, at_seq, "JPN", "RUS", "2022-03-15"), before);
    let recorded = Knowledge { recorded_by: Some(history[2].recorded_at), ..now };
    assert_eq!(relations(&projection, recorded, "JPN", "RUS", "2022-03-15"), before);
}

#[test]
fn a_recoded_article_gives_other_events_and_corrections_stay() {
    let told = events(
        "2022-02-25 JPN>RUS sanctions-imposed sanctions article=a
         2022-03-01 JPN>RUS sanctions-tightened sanctions article=a
         2022-04-01 JPN>RUS sanctions-lifted sanctions article=a",
    );
    let (first, withdrawn, wrong) = (told[0].clone(), told[1].clone(), told[2].clone());
    let reading = detente::model::record::Reading { coder: "2".to_owned(), ontology: Default::default() };
    let history = records([
        Body::EventRecorded(first.clone()),
        Body::EventRecorded(withdrawn.clone()),
        Body::EventRecorded(wrong),
        Body::EventRetracted { event: withdrawn.id, reason: "misread".to_owned(), by: "a user".to_owned() },
        Body::ArticleRecoded { article: first.article, reading, events: vec![first, withdrawn] },
    ]);
    let projection = replay(tables(), &history);
    let now = Knowledge::default();
    let in_force = ["sanctions[sanctions] in-force from JPN since 2022-02-25 reported"];
    assert_eq!(relations(&projection, now, "JPN", "RUS", "2022-05-01"), in_force);
    let lifted = ["sanctions[sanctions] lifted from JPN since 2022-04-01 reported"];
    let before = Knowledge { at_seq: Some(Seq(3)), ..now };
    assert_eq!(relations(&projection, before, "JPN", "RUS", "2022-05-01"), lifted);
}

#[test]
fn merged_actors_are_one_until_they_are_split() {
    let told = events("2022-02-25 JPN>XRU sanctions-imposed sanctions");
    let merged = |split: bool| {
        let mut bodies = vec![
            Body::EventRecorded(told[0].clone()),
            Body::ActorMerged { from: id("XRU"), into: id("RUS"), reason: "the same".to_owned() },
        ];
        if split {
            bodies.push(Body::ActorSplit { from: id("XRU"), into: id("RUS"), reason: "not".to_owned() });
        }
        replay(tables(), &records(bodies))
    };
    let now = Knowledge::default();
    let in_force = ["sanctions[sanctions] in-force from JPN since 2022-02-25 reported"];
    assert_eq!(relations(&merged(false), now, "JPN", "RUS", "2022-03-01"), in_force);
    assert_eq!(relations(&merged(false), now, "JPN", "XRU", "2022-03-01"), in_force);
    assert!(relations(&merged(true), now, "JPN", "RUS", "2022-03-01").is_empty());
    let before = Knowledge { at_seq: Some(Seq(0)), ..now };
    assert!(relations(&merged(false), before, "JPN", "RUS", "2022-03-01").is_empty());
    assert_eq!(relations(&merged(false), before, "JPN", "XRU", "2022-03-01"), in_force);
}

#[test]
fn what_was_known_before_a_merger_is_not_taken_for_what_was_known_after_its_end() {
    let told = events("2022-02-25 JPN>XRU sanctions-imposed sanctions\n2022-05-01 JPN>XRU sanctions-lifted sanctions");
    let merged = || Body::ActorMerged { from: id("XRU"), into: id("RUS"), reason: "the same".to_owned() };
    let split = Body::ActorSplit { from: id("XRU"), into: id("RUS"), reason: "not".to_owned() };
    let bodies =
        [Body::EventRecorded(told[0].clone()), merged(), split, Body::EventRecorded(told[1].clone()), merged()];
    let mut projection = Projection::empty(tables());
    for record in records(bodies) {
        projection.apply(&record);
        let before = Knowledge { at_seq: Some(Seq(0)), ..Knowledge::default() };
        let in_force = ["sanctions[sanctions] in-force from JPN since 2022-02-25 reported"];
        assert_eq!(relations(&projection, before, "JPN", "XRU", "2022-06-01"), in_force);
    }
    let between = Knowledge { at_seq: Some(Seq(3)), ..Knowledge::default() };
    let lifted = ["sanctions[sanctions] lifted from JPN since 2022-05-01 reported"];
    assert_eq!(relations(&projection, between, "JPN", "XRU", "2022-06-01"), lifted);
}
