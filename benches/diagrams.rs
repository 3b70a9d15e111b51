//! Drawing: views of 30 and of 200 actors, from the projection to the text of the picture.
//!
//! Prints the time of one drawing of each, which must stay under 100 ms and 2 s, then what criterion takes.
//! `cargo bench --bench diagrams -- --test` runs everything once.
#![allow(clippy::expect_used, clippy::print_stdout, missing_docs, reason = "a bench says what is wrong by failing")]

use criterion::{BenchmarkId, Criterion, criterion_group};
use detente::graph::rules::Rules;
use detente::graph::{Knowledge, Projection, replay::replay};
use detente::model::category::{ActorKind, Field, Mode};
use detente::model::day::{Day, Instant, Interval};
use detente::model::event::{CoderMark, Confidence, Event, Evidence, Participant};
use detente::model::id::{ActorId, ArticleId, Digest, EventId, Seq};
use detente::model::record::{Body, Record};
use detente::model::span::Span;
use detente::ontology::Ontology;
use detente::render::scene::{Frame, Origin, Scene};
use detente::render::sentence::Teller;
use detente::render::{dot, svg};
use std::hint::black_box;
use std::sync::Arc;

// As in the command.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Actors, relations drawn, and the most that a drawing may take in milliseconds.
const VIEWS: [(usize, usize, u128); 2] = [(30, 40, 100), (200, 260, 2_000)];

const KINDS: &[&str] =
    &["negotiations-suspended", "sanctions-imposed", "ties-severed", "agreement-signed", "sanctions-lifted"];

fn main() {
    if !std::env::args().any(|arg| arg == "--test" || arg == "--list") {
        for (n_actors, n_relations, most) in VIEWS {
            let store = Store::new(n_actors, n_relations);
            let start = std::time::Instant::now();
            let (boxes, letters) = store.draw();
            let took = start.elapsed().as_millis();
            println!("{boxes} boxes, {n_relations} relations: {took} ms of at most {most}, {letters} bytes");
            // Without optimization the limit says nothing.
            assert!(cfg!(debug_assertions) || took < most, "{took} ms are too many");
        }
    }
    drawings();
    Criterion::default().configure_from_args().final_summary();
}

/// A store in which every actor has a relation.
struct Store {
    projection: Projection,
    ontology: Ontology,
    n_relations: usize,
}

impl Store {
    fn new(n_actors: usize, n_relations: usize) -> Self {
        let ontology = Ontology::bundled().expect("the bundled ontology");
        let ids: Vec<ActorId> = (0..n_actors).map(id).collect();
        let events = (0..n_relations).map(|number| {
            let one = &ids[number % n_actors];
            // Neighbors, and beyond them ever farther ones: no two relations are of the same pair.
            let other = &ids[(number + 1 + 7 * (number / n_actors)) % n_actors];
            event(number, one, other)
        });
        let records = (0..).zip(events).map(|(seq, event)| Record {
            seq: Seq(seq),
            recorded_at: Instant::from_micros(0),
            prev: Digest::default(),
            hash: Digest::default(),
            body: Body::EventRecorded(event),
        });
        let records: Vec<Record> = records.collect();
        let projection = replay(Arc::new(Rules::of(&ontology)), &records);
        Self { projection, ontology, n_relations }
    }

    /// Draws as DOT and as SVG; returns how many boxes there are and how long the texts.
    fn draw(&self) -> (usize, usize) {
        let view = self.projection.view("2024-01-01".parse::<Day>().expect("a day"), &Knowledge::default());
        let frame = Frame { most: self.n_relations, ..Frame::among(Vec::new()) };
        let name = |id: &ActorId| format!("Republic of {id}");
        let teller = Teller { ontology: &self.ontology, name: &name };
        let scene = Scene::of(&view, &frame, &teller, &|_: ArticleId| Origin::default());
        let (dot, svg) = (dot::write(&scene), svg::write(&scene).expect("a picture"));
        (scene.boxes.len(), dot.len() + svg.len())
    }
}

fn id(number: usize) -> ActorId {
    let letter = |place: usize| char::from(b'A' + u8::try_from(place % 26).expect("a letter"));
    let id = format!("{}{}{}", letter(number / 26), letter(number), letter(number / 676 + 3));
    id.parse().expect("an id")
}

fn event(number: usize, one: &ActorId, other: &ActorId) -> Event {
    let side = |id: &ActorId| Participant {
        name: id.to_string(),
        country: Some(id.clone()),
        kind: ActorKind::State,
        sector: None,
        binds: true,
        mention: None,
        id: id.clone(),
    };
    let first: Day = "2023-01-01".parse().expect("a day");
    let day = first.plus_days(i64::try_from(number).expect("a small number"));
    let mut event = Event {
        id: EventId::of(&[]),
        article: ArticleId::of(&[&number.to_string()]),
        kind: KINDS[number % KINDS.len()].parse().expect("a type"),
        cameo: "010".parse().expect("a code"),
        actors: vec![side(one)],
        recipients: vec![side(other)],
        speaker: None,
        topic: None,
        published: day,
        occurred: Interval::day(day),
        until: None,
        mode: Mode::Actual,
        aspect: None,
        stance: None,
        evidence: Evidence {
            field: Field::Text,
            span: Span::new(0, 50),
            quote: format!("report {number} of one toward another"),
        },
        coder: CoderMark { name: "bench".to_owned(), version: "0".to_owned(), rule: "none".to_owned() },
        confidence: Confidence::percent(90),
    };
    event.id = event.identify();
    event
}

fn diagrams(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("draw");
    group.sample_size(10);
    for (n_actors, n_relations, _) in VIEWS {
        let store = Store::new(n_actors, n_relations);
        group.bench_function(BenchmarkId::from_parameter(n_actors), |bencher| bencher.iter(|| black_box(store.draw())));
    }
    group.finish();
}

criterion_group!(drawings, diagrams);
