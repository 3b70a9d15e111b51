//! Pictures of generated stores: Graphviz takes every one without a word, and every SVG is XML.
//!
//! `DETENTE_STORES` says how many stores (8 unless told); `.ci/run` asks for 1,000. Names and sources hold
//! whatever text can hold: quotes, entities, control letters, other scripts.

use crate::diagrams::{ontology, xml};
use crate::history::{events, records};
use crate::tables::tables;
use detente::graph::view::View;
use detente::graph::{Knowledge, Projection, replay::replay};
use detente::model::day::Day;
use detente::model::id::{ActorId, ArticleId};
use detente::model::record::Body;
use detente::query::Subject;
use detente::query::change::{self, Diff};
use detente::query::filter::Filter;
use detente::render::scene::{Frame, Origin, RELATIONS, Scene};
use detente::render::sentence::Teller;
use detente::render::timeline::{self, Chart};
use detente::render::{dot, svg};
use std::fs;
use std::process::Command;

/// Numbers from a seed (an LCG by Knuth): the same for the same seed.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from((self.0 >> 33) % u64::try_from(n).expect("a small number")).expect("a small number")
    }

    fn one<'a>(&mut self, list: &[&'a str]) -> &'a str {
        list[self.below(list.len())]
    }
}

const ACTORS: &[&str] = &[
    "JPN",
    "RUS",
    "FRA",
    "DEU",
    "ITA",
    "ESP",
    "POL",
    "UKR",
    "TUR",
    "IRN",
    "IRQ",
    "ISR",
    "EGY",
    "IND",
    "PAK",
    "CHN",
    "VNM",
    "AUS",
    "CAN",
    "MEX",
    "BRA",
    "ARG",
    "NOR",
    "SWE",
    "EU",
    "NATO",
    "HEZ",
    "RUS.MFA",
    "JPN.Tanaka",
    "USA.GOV",
];
const TYPES: &[&str] = &[
    "negotiations-suspended peace-treaty",
    "negotiations-resumed peace-treaty",
    "sanctions-imposed",
    "sanctions-lifted",
    "sanctions-threatened",
    "ties-severed",
    "ties-restored",
    "ambassador-recalled",
    "agreement-signed trade",
    "agreement-terminated trade",
    "demand-made territorial-dispute stance=demands",
    "criticism-made stance=opposes",
    "attack-made",
    "ceasefire-agreed",
    "recognition-granted",
    "mode=planned",
];
const TEXTS: &[&str] = &[
    "plain",
    "\"quoted\" <b>&amp; back\\slash\\n",
    "日本国外務省の報道官",
    "روسيا واليابان",
    "a\u{0}\u{7}\u{1b}[31m",
    "]]> --> {|record|} \\N \\G",
    "🕊️ e\u{301}\u{200d}\u{2028}",
    "two\nlines\r\n\tand more",
    "",
];

fn history(numbers: &mut Numbers) -> String {
    let mut told = String::new();
    for number in 0..1 + numbers.below(60) {
        let (one, other) = (numbers.one(ACTORS), numbers.one(ACTORS));
        if one.split('.').next() == other.split('.').next() {
            continue;
        }
        let (year, month, day) = (2018 + numbers.below(7), 1 + numbers.below(12), 1 + numbers.below(28));
        let when = match numbers.below(6) {
            0 => format!("{year}-{month:02}"),
            1 => format!("..{year}-{month:02}-{day:02}"),
            _ => format!("{year}-{month:02}-{day:02}"),
        };
        let kind = match numbers.one(TYPES) {
            "mode=planned" => "sanctions-imposed mode=planned",
            kind => kind,
        };
        let joint = numbers.below(8) == 0;
        let parties = if joint { format!("{one}+{other}") } else { format!("{one}>{other}") };
        told += &format!("{when} {parties} {kind} article={number}\n");
    }
    told
}

/// Every picture of a store, as DOT and as SVG.
fn pictures(seed: u64) -> (Vec<String>, Vec<String>) {
    let mut numbers = Numbers(seed);
    let told = events(&history(&mut numbers));
    let projection = replay(tables(), &records(told.into_iter().map(Body::EventRecorded)));
    let salt = numbers.below(TEXTS.len());
    let name = |id: &ActorId| format!("{id} {}", TEXTS[(id.as_str().len() + salt) % TEXTS.len()]);
    let teller = Teller { ontology: ontology(), name: &name };
    let origin = |_: ArticleId| Origin {
        name: TEXTS[(salt + 1) % TEXTS.len()].to_owned(),
        url: Some(format!("https://example.org/{}", TEXTS[(salt + 2) % TEXTS.len()])),
    };
    let all = Knowledge::default();
    let (early, late): (Day, Day) = ("2021-01-01".parse().expect("a day"), "2024-06-01".parse().expect("a day"));
    let whole = Frame::among(Vec::new());
    let around = Frame { around: Some("JPN".parse().expect("an id")), ..Frame::among(Vec::new()) };
    let mut scenes: Vec<Scene> =
        [whole, around].iter().map(|frame| Scene::of(&projection.view(late, &all), frame, &teller, &origin)).collect();
    let subject = Subject::One("JPN".parse().expect("an id"));
    scenes.push(difference(&projection, &subject, (early, late), &teller, &origin));
    let mut drawn: Vec<String> = scenes.iter().map(|scene| svg::write(scene).expect("a picture")).collect();
    let lens = projection.lens(&all);
    let report = |event| lens.report(event).map(|report| (report, origin(ArticleId::of(&[]))));
    let lanes = Chart::of(
        &lens.all_of(&"JPN".parse().expect("an id")),
        name(&"JPN".parse().expect("an id")),
        (None, None),
        &teller,
        &report,
    );
    drawn.extend(lanes.as_ref().map(timeline::write));
    (scenes.iter().map(dot::write).collect(), drawn)
}

fn difference(
    projection: &Projection,
    subject: &Subject,
    (early, late): (Day, Day),
    teller: &Teller<'_>,
    origin: &dyn Fn(ArticleId) -> Origin,
) -> Scene {
    let all = Knowledge::default();
    let question =
        Diff { subject: subject.clone(), before: (early, all), after: (late, all), filter: Filter::default() };
    let changes = change::answer(projection, &question);
    let view = |day| View::of(&projection.lens(&all), day, &subject.scope());
    Scene::of_changes(&changes, (&view(early), &view(late)), RELATIONS, teller, origin)
}

/// Reads a picture as XML and says which one is none.
fn check(picture: &str, name: &str) {
    let read = std::panic::catch_unwind(|| xml(picture).len());
    assert!(read.is_ok_and(|n| n > 0), "{name}: {picture}");
}

/// How many DOT files go to one run of Graphviz.
const AT_ONCE: usize = 60;

#[test]
fn graphviz_takes_every_diagram_and_every_svg_is_xml() {
    let n_stores: u64 = std::env::var("DETENTE_STORES").ok().map_or(8, |n| n.parse().expect("a number"));
    let with_dot = Command::new("dot").arg("-V").output().is_ok();
    assert!(with_dot || std::env::var_os("CI").is_none(), "graphviz is not installed");
    if !with_dot {
        println!("skipped in part: graphviz is not installed");
    }
    let folder = tempfile::tempdir().expect("a folder");
    let mut files = Vec::new();
    let mut n_drawn = 0;
    for seed in 0..n_stores {
        let (dots, svgs) = pictures(seed);
        n_drawn += svgs.len();
        for picture in &svgs {
            check(picture, &format!("the SVG of seed {seed}"));
        }
        for (number, text) in dots.into_iter().enumerate() {
            let file = folder.path().join(format!("{seed}-{number}.dot"));
            fs::write(&file, text).expect("a file");
            files.push(file);
        }
    }
    assert!(n_drawn >= files.len());
    for files in files.chunks(AT_ONCE).filter(|_| with_dot) {
        let run = Command::new("dot").args(["-Tsvg", "-O"]).args(files).output().expect("dot runs");
        let said = String::from_utf8_lossy(&run.stderr);
        assert!(run.status.success() && said.is_empty(), "{said} in {}", files[0].display());
        for file in files {
            let svg = fs::read_to_string(file.with_extension("dot.svg")).expect("a picture");
            check(&svg[svg.find("<svg").expect("an element")..], &file.display().to_string());
        }
    }
}
