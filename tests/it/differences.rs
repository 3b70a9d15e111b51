//! What changed between two moments, as a picture; and the days on which anything changes at all.

use crate::diagrams::{HISTORY, name, ontology, paper, xml};
use crate::history::{events, records};
use crate::tables::tables;
use detente::graph::view::View;
use detente::graph::{Basis, Knowledge, Projection, replay::replay};
use detente::model::day::Day;
use detente::model::id::ArticleId;
use detente::model::record::Body;
use detente::query::at::{self, At};
use detente::query::change::{self, Diff};
use detente::query::filter::Filter;
use detente::query::{Subject, days};
use detente::render::scene::{RELATIONS, Scene, Shape, Tie};
use detente::render::sentence::Teller;
use detente::render::{dot, svg};
use expect_test::{Expect, expect};

fn projection(reversed: bool) -> Projection {
    let mut told = events(HISTORY);
    if reversed {
        told.reverse();
    }
    replay(tables(), &records(told.into_iter().map(Body::EventRecorded)))
}

fn day(text: &str) -> Day {
    text.parse().expect("a day")
}

fn pair() -> Subject {
    Subject::Two("JPN".parse().expect("an id"), "RUS".parse().expect("an id"))
}

fn scene(projection: &Projection, before: (Day, Knowledge), after: (Day, Knowledge)) -> Scene {
    let question = Diff { subject: pair(), before, after, filter: Filter::default() };
    let changes = change::answer(projection, &question);
    let view = |(day, knowledge)| View::of(&projection.lens(&knowledge), day, &pair().scope());
    let teller = Teller { ontology: ontology(), name: &name };
    Scene::of_changes(&changes, (&view(before), &view(after)), RELATIONS, &teller, &|_: ArticleId| paper())
}

fn between(first: &str, second: &str, reversed: bool) -> Scene {
    let all = Knowledge::default();
    scene(&projection(reversed), (day(first), all), (day(second), all))
}

/// Checks the text of a picture: title, remarks, a line each relation with its sign, the positions.
fn check(scene: &Scene, expected: &Expect) {
    let mut text = format!("{}\n", scene.title);
    scene.remarks.iter().for_each(|remark| text += &format!("{remark}\n"));
    for line in &scene.lines {
        if let Tie::Relation { sign, weak, .. } = line.tie {
            text += &format!("{} [{sign:?}, weak={weak}]\n", line.text.join(" / "));
        }
    }
    let positions = scene.boxes.iter().filter(|card| card.shape == Shape::Position);
    positions.for_each(|card| text += &format!("{}\n", card.text.join(" / ")));
    expected.assert_eq(&text);
    xml(&svg::write(scene).expect("a picture"));
}

/// What changed from one day to another, case by case.
#[test]
fn differences_between_two_days() {
    let cases = [
        // What is new, and what became worse.
        (
            ("2022-03-01", "2022-04-10"),
            expect![[r#"
        Japan and Russia, 2022-03-01 to 2022-04-10
        negotiations: under way → suspended / the peace treaty / 2022-03-21: Russia suspended / negotiations with Japan on / the peace treaty [Bad, weak=false]
        + sanctions: in force / since 2022-04-05 / 2022-04-05: Japan imposed / sanctions on Russia [Bad, weak=false]
        + refuses the peace treaty / toward Japan / since 2022-03-21
    "#]],
        ),
        // What is only implied names what implies it.
        (
            ("2020-01-01", "2022-03-01"),
            expect![[r#"
        Japan and Russia, 2020-01-01 to 2022-03-01
        + negotiations: under way / the peace treaty / since 2022-03-01 or before / implied / 2022-03-21: Russia suspended / negotiations with Japan on / the peace treaty [Good, weak=false]
    "#]],
        ),
        // What only grew old names no act.
        (
            ("2023-03-01", "2025-03-01"),
            expect![[r#"
        Japan and Russia, 2023-03-01 to 2025-03-01
        Not shown, because unchanged: 2 positions.
        negotiations: suspended / the peace treaty / now stale [Neither, weak=false]
        sanctions: in force / now stale [Neither, weak=false]
    "#]],
        ),
        // Where nothing changed, that is said.
        (
            ("2022-05-01", "2022-05-02"),
            expect![[r#"
        Japan and Russia, 2022-05-01 to 2022-05-02
        Nothing changed.
        Not shown, because unchanged: 2 relations and 1 position.
    "#]],
        ),
    ];
    for ((first, second), expected) in cases {
        check(&between(first, second, false), &expected);
    }
}

#[test]
fn two_states_of_knowledge_of_one_day_differ() {
    let known = |by: &str| Knowledge { known_by: Some(day(by)), ..Knowledge::default() };
    let at = day("2022-04-30");
    let scene = scene(&projection(false), (at, known("2022-03-31")), (at, known("2022-04-30")));
    check(
        &scene,
        &expect![[r#"
        Japan and Russia on 2022-04-30, as known by 2022-03-31 and by 2022-04-30
        Before: Climate: neutral (score 0.0 from 1 event).
        After: Climate: neutral (score 0.0 from 2 events).
        Not shown, because unchanged: 1 relation and 1 position.
        + sanctions: in force / since 2022-04-05 / 2022-04-05: Japan imposed / sanctions on Russia [Bad, weak=false]
    "#]],
    );
}

#[test]
fn the_order_of_ingestion_changes_no_byte_of_a_difference() {
    let drawn = |reversed| {
        let scene = between("2022-03-01", "2023-03-01", reversed);
        (dot::write(&scene), svg::write(&scene).expect("a picture"))
    };
    assert_eq!(drawn(false), drawn(true));
    assert_eq!(drawn(false), drawn(false));
}

/// The days that are found are those on which the answer of one day differs from that of the day before.
#[test]
fn days_of_change_are_those_that_going_through_all_days_finds() {
    let projection = projection(false);
    for subject in [pair(), Subject::One("JPN".parse().expect("an id"))] {
        let mut before = (Vec::new(), Vec::new());
        let mut expected = Vec::new();
        let mut today = day("2017-01-01");
        while today < day("2029-01-01") {
            let question =
                At { subject: subject.clone(), day: today, knowledge: Knowledge::default(), filter: Filter::default() };
            let mut answer = at::answer(&projection, &question);
            // What is implied begins so many days before the day asked for.
            answer.relations.iter_mut().filter(|one| one.basis == Basis::Implied).for_each(|one| one.since = None);
            let now = (answer.relations, answer.positions);
            if now != before {
                expected.push(today);
                before = now;
            }
            today = today.plus_days(1);
        }
        assert_eq!(days::of_change(&projection, &subject, &Knowledge::default()), expected, "{subject:?}");
        assert!(expected.len() > 5, "{expected:?}");
    }
}
