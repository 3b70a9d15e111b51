//! Laws of the fold, over generated histories.
//!
//! Each law compares everything that a projection shows: acts, what each did, and on several days every
//! standing, position and climate, as the graph holds them.

use crate::history::{event, records};
use crate::tables::tables;
use detente::graph::chronicle::Chronicle;
use detente::graph::replay::{compare, replay};
use detente::graph::{Basis, Knowledge, Projection, Standing};
use detente::model::day::Day;
use detente::model::event::Event;
use detente::model::id::{ActorId, EventId, Seq};
use detente::model::record::{Body, Record};
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::fmt::Write as _;

const PAIRS: &[&str] = &["RUS>JPN", "JPN>RUS", "JPN+RUS", "USA+JPN>RUS", "EU>RUS", "RUS.MFA>JPN", "RUS>JPN+USA"];
const TYPES: &[&str] = &[
    "negotiations-suspended peace-treaty",
    "negotiations-refused peace-treaty",
    "negotiations-resumed peace-treaty",
    "negotiations-concluded peace-treaty",
    "talks-proposed peace-treaty",
    "talks-held peace-treaty",
    "talks-held",
    "sanctions-imposed sanctions",
    "sanctions-tightened sanctions",
    "sanctions-maintained sanctions",
    "sanctions-lifted sanctions",
    "sanctions-threatened sanctions",
    "ties-downgraded",
    "ties-severed",
    "ties-restored",
    "ambassador-recalled",
    "ambassador-returned",
    "attack-made",
    "ceasefire-made",
    "accusation-made territorial-dispute",
    "statement-made peace-treaty stance=supports",
    "statement-made peace-treaty stance=opposes",
    "agreement-breached trade",
    "meeting-cancelled peace-treaty",
];
const SPEAKERS: &[&str] =
    &["", "", "", "speaker=RUS.MFA", "speaker=JPN.MFA", "speaker=RUS.deputy!", "speaker=USA.STATE"];
const MODES: &[&str] = &["actual", "actual", "actual", "actual", "planned", "negated", "historical"];

fn day(number: i64) -> Day {
    Day::new(2020, 1, 1).expect("a day").plus_days(number)
}

fn one() -> impl Strategy<Value = String> {
    let when = (0..400_i64, 0..40_i64, 0..5_u8, 0..90_i64);
    let what =
        (0..PAIRS.len(), 0..TYPES.len(), 0..SPEAKERS.len(), 0..MODES.len(), 0..8_u8, prop::option::of(0..200_i64));
    (when, what).prop_map(|((first, length, form, later), (pair, kind, speaker, mode, article, until))| {
        let last = day(first + length);
        let occurred = match form {
            0 => format!("{}..{last}", day(first)),
            1 => format!("..{last}"),
            _ => last.to_string(),
        };
        let mut line = format!(
            "{occurred} {} {} {} mode={} article={article} published={} cameo=164",
            PAIRS[pair],
            TYPES[kind],
            SPEAKERS[speaker],
            MODES[mode],
            last.plus_days(if MODES[mode] == "planned" { -later } else { later }),
        );
        if let Some(until) = until {
            let _ = write!(line, " until={}", last.plus_days(until));
        }
        line
    })
}

fn events() -> impl Strategy<Value = Vec<Event>> {
    prop::collection::vec(one(), 1..40).prop_map(|lines| {
        let mut seen = BTreeSet::new();
        (0..).zip(&lines).map(|(number, line)| event(line, number)).filter(|event| seen.insert(event.id)).collect()
    })
}

fn told(events: &[Event]) -> Vec<Record> {
    records(events.iter().cloned().map(Body::EventRecorded))
}

/// Everything that a projection shows under a state of knowledge.
fn shown(projection: &Projection, knowledge: Knowledge) -> String {
    let mut text = String::new();
    let lens = projection.lens(&knowledge);
    for between in lens.everything() {
        let mut acts = between.acts();
        // Where a report stands in the log is the one thing that ingestion decides.
        acts.iter_mut().flat_map(|act| &mut act.reports).for_each(|report| report.seq = Seq(0));
        if !acts.is_empty() {
            let _ = writeln!(text, "{:?}\n{acts:#?}\n{:#?}", between.ends(), between.touches());
        }
    }
    for number in (0..600).step_by(37) {
        let view = projection.view(day(number), &knowledge);
        let relations: Vec<_> = view.relations().collect();
        let positions: Vec<_> = view.positions().collect();
        let climates: Vec<_> = view.climates().collect();
        // What an actor is called and of what kind it is is of the actor: all events tell it, also those that
        // the state of knowledge leaves out.
        let actors: Vec<_> = view.actors().map(|actor| (&actor.id, &actor.party)).collect();
        let _ = writeln!(text, "{} {relations:#?} {positions:#?} {climates:?} {actors:?}", view.at);
    }
    text
}

fn everything(projection: &Projection) -> String {
    shown(projection, Knowledge::default())
}

/// The events of acts that lie wholly after a day; plans are told before their day and stay.
fn after(projection: &Projection, last: Day) -> BTreeSet<EventId> {
    let lens = projection.lens(&Knowledge::default());
    let acts: Vec<_> = lens.everything().iter().flat_map(|between| between.acts()).collect();
    acts.iter()
        .filter(|act| act.mode.as_str() != "planned" && act.occurred.earliest.is_some_and(|first| last < first))
        .flat_map(|act| act.reports.iter().map(|report| report.event))
        .collect()
}

/// The climate of every pair on a day.
fn climates(projection: &Projection, at: Day) -> Vec<String> {
    let lens = projection.lens(&Knowledge::default());
    let pairs = lens.everything();
    pairs.iter().filter_map(|pair| Some(format!("{:?} {:?}", pair.parties()?, pair.climate(at)?))).collect()
}

/// What a standing says of the past; what is pending may be narrowed by later acts.
fn past(standing: &Standing) -> Standing {
    let mut standing = standing.clone();
    standing.uncertain = false;
    standing.pending.clear();
    standing
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_ingestion_does_not_matter(
        (events, shuffled) in events().prop_flat_map(|events| (Just(events.clone()), Just(events).prop_shuffle()))
    ) {
        let (one, other) = (replay(tables(), &told(&events)), replay(tables(), &told(&shuffled)));
        prop_assert_eq!(everything(&one), everything(&other));
    }

    #[test]
    fn replay_equals_incremental_use(events in events()) {
        let history = told(&events);
        let mut live = Projection::empty(tables());
        for record in &history {
            live.apply(record);
            // Asking compiles and keeps; what is kept must not outlive the next record.
            let _ = live.view(day(200), &Knowledge::default());
        }
        let again = replay(tables(), &history);
        prop_assert_eq!(compare(&live, &again), None);
        prop_assert_eq!(everything(&live), everything(&again));
    }

    #[test]
    fn a_retracted_event_leaves_no_trace(events in events(), which in any::<prop::sample::Index>()) {
        let gone = events[which.index(events.len())].id;
        let mut bodies: Vec<Body> = events.iter().cloned().map(Body::EventRecorded).collect();
        bodies.push(Body::EventRetracted { event: gone, reason: "a test".to_owned(), by: "a test".to_owned() });
        let rest: Vec<Event> = events.iter().filter(|event| event.id != gone).cloned().collect();
        let (one, other) = (replay(tables(), &records(bodies)), replay(tables(), &told(&rest)));
        prop_assert_eq!(everything(&one), everything(&other));
    }

    #[test]
    fn a_view_uses_nothing_that_lies_after_its_day(events in events(), number in 0..400_i64) {
        let at = day(number);
        let whole = replay(tables(), &told(&events));
        let later = after(&whole, at);
        let rest: Vec<Event> = events.iter().filter(|event| !later.contains(&event.id)).cloned().collect();
        let before = replay(tables(), &told(&rest));
        // A view shows the climate between those that it shows, and who is shown may be by what is implied.
        prop_assert_eq!(climates(&whole, at), climates(&before, at));
        let (whole, before) = (whole.view(at, &Knowledge::default()), before.view(at, &Knowledge::default()));
        let key = |standing: &Standing| (standing.dimension.clone(), standing.topic.clone(), standing.pair.clone());
        // What is implied rests on later acts, and says so.
        let implied: BTreeSet<_> = whole.relations().chain(before.relations()).filter(|one| one.basis == Basis::Implied).map(key).collect();
        let known = |one: &&Standing| one.state.is_some() && !implied.contains(&key(one));
        let one: Vec<Standing> = whole.relations().filter(known).map(past).collect();
        let other: Vec<Standing> = before.relations().filter(known).map(past).collect();
        prop_assert_eq!(one, other);
        prop_assert_eq!(whole.positions().collect::<Vec<_>>(), before.positions().collect::<Vec<_>>());
    }

    #[test]
    fn a_view_of_what_was_known_uses_nothing_published_later(events in events(), number in 0..500_i64) {
        let known: Vec<Event> = events.iter().filter(|event| event.published <= day(number)).cloned().collect();
        let knowledge = Knowledge { known_by: Some(day(number)), ..Knowledge::default() };
        let whole = replay(tables(), &told(&events));
        prop_assert_eq!(shown(&whole, knowledge), everything(&replay(tables(), &told(&known))));
    }

    #[test]
    fn a_view_behind_a_position_of_the_log_is_the_log_up_to_it(events in events(), which in any::<prop::sample::Index>()) {
        let mut bodies: Vec<Body> = events.iter().cloned().map(Body::EventRecorded).collect();
        let gone = events[which.index(events.len())].id;
        bodies.push(Body::EventRetracted { event: gone, reason: "a test".to_owned(), by: "a test".to_owned() });
        let history = records(bodies);
        let last = which.index(history.len());
        let whole = replay(tables(), &history);
        let part = replay(tables(), &history[..=last]);
        let at_seq = Knowledge { at_seq: Some(Seq(last as u64)), ..Knowledge::default() };
        prop_assert_eq!(shown(&whole, at_seq), everything(&part));
        let recorded = Knowledge { recorded_by: Some(history[last].recorded_at), ..Knowledge::default() };
        prop_assert_eq!(shown(&whole, recorded), everything(&part));
    }

    #[test]
    fn what_was_asked_of_earlier_knowledge_does_not_outlive_the_next_record(
        events in events(),
        which in any::<prop::sample::Index>(),
        number in 0..500_i64,
    ) {
        let [russia, japan]: [ActorId; 2] = ["RUS", "JPN"].map(|id| id.parse().expect("an actor"));
        let reason = || "a test".to_owned();
        let mut bodies: Vec<Body> = events.iter().cloned().map(Body::EventRecorded).collect();
        let gone = bodies.len() / 2;
        bodies.insert(gone, Body::ActorMerged { from: japan.clone(), into: russia.clone(), reason: reason() });
        bodies.insert(gone + 1, Body::ActorSplit { from: japan, into: russia, reason: reason() });
        let event = events[which.index(events.len())].id;
        bodies.push(Body::EventRetracted { event, reason: reason(), by: reason() });
        let history = records(bodies);
        let past = which.index(history.len());
        let states = [
            Knowledge { known_by: Some(day(number)), ..Knowledge::default() },
            Knowledge { at_seq: Some(Seq(past as u64)), ..Knowledge::default() },
            Knowledge { recorded_by: Some(history[past].recorded_at), ..Knowledge::default() },
        ];
        let mut live = Projection::empty(tables());
        for record in &history {
            live.apply(record);
            for knowledge in &states {
                let _ = live.view(day(200), knowledge);
            }
        }
        let again = replay(tables(), &history);
        for knowledge in states {
            let first = shown(&live, knowledge);
            prop_assert_eq!(&first, &shown(&again, knowledge));
            prop_assert_eq!(first, shown(&live, knowledge), "asked again");
        }
    }

    #[test]
    fn ingesting_twice_is_ingesting_once(events in events()) {
        let twice: Vec<Event> = events.iter().chain(&events).cloned().collect();
        prop_assert_eq!(everything(&replay(tables(), &told(&twice))), everything(&replay(tables(), &told(&events))));
    }

    #[test]
    fn a_chronicle_tells_the_states_of_the_pairs(events in events(), published in prop::option::of(0..500_i64)) {
        let projection = replay(tables(), &told(&events));
        let knowledge = Knowledge { known_by: published.map(day), ..Knowledge::default() };
        let lens = projection.lens(&knowledge);
        let chronicle = Chronicle::of(&lens);
        let pairs = lens.everything();
        for day in (-800..700).step_by(13).map(day) {
            let states = chronicle.at(day);
            let told: Vec<_> = states.known().map(|(id, state)| (&id.dimension, &id.topic, &id.pair, state)).collect();
            let standings: Vec<Standing> = pairs.iter().flat_map(|between| between.standings(day)).collect();
            let of_pairs: BTreeSet<_> = standings
                .iter()
                .filter_map(|one| Some((&one.dimension, &one.topic, &one.pair, one.state.as_ref()?)))
                .collect();
            prop_assert_eq!(told.len(), of_pairs.len());
            prop_assert_eq!(told.into_iter().collect::<BTreeSet<_>>(), of_pairs);
        }
    }
}
