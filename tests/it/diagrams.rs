//! Diagrams: a small one whole, the same bytes in whatever order events came, and any text in any place.

use crate::history::{events, records};
use crate::tables::tables;
use detente::graph::Knowledge;
use detente::graph::replay::replay;
use detente::model::id::{ActorId, ArticleId};
use detente::model::record::Body;
use detente::ontology::Ontology;
use detente::render::scene::{Frame, Key, Origin, Scene, Shape, Tie};
use detente::render::sentence::Teller;
use detente::render::timeline::{self, Chart};
use detente::render::{dot, svg};
use expect_test::expect;
use proptest::prelude::*;
use quick_xml::Reader;
use quick_xml::events::Event as Xml;
use std::sync::OnceLock;

pub(crate) const HISTORY: &str = "
    2022-03-21 RUS>JPN negotiations-suspended peace-treaty speaker=RUS.MFA article=a
    2022-04-05 JPN>RUS sanctions-imposed article=b
    2023-01-10 JPN>RUS demand-made peace-treaty stance=demands speaker=JPN.Tanaka article=c
    2023-02-01 JPN>KOR agreement-signed trade article=d
    2023-02-03 JPN>KOR sanctions-threatened speaker=JPN.MOF article=e
";

fn scene(history: &str, reversed: bool, at: &str, frame: &Frame, origin: &Origin) -> Scene {
    let mut told = events(history);
    if reversed {
        told.reverse();
    }
    let projection = replay(tables(), &records(told.into_iter().map(Body::EventRecorded)));
    let view = projection.view(at.parse().expect("a day"), &Knowledge::default());
    Scene::of(&view, frame, &Teller { ontology: ontology(), name: &name }, &|_: ArticleId| origin.clone())
}

pub(crate) fn name(id: &ActorId) -> String {
    ontology().roster().actor(id).map_or_else(|| id.to_string(), |entry| entry.name.clone())
}

/// The bundled ontology, read once for all tests.
pub(crate) fn ontology() -> &'static Ontology {
    static ONTOLOGY: OnceLock<Ontology> = OnceLock::new();
    ONTOLOGY.get_or_init(|| Ontology::bundled().expect("the bundled ontology"))
}

fn all() -> Frame {
    Frame::among(Vec::new())
}

pub(crate) fn paper() -> Origin {
    Origin { name: "The \"Daily\" <Wire>".to_owned(), url: Some("https://example.org/a?b=1&c=2".to_owned()) }
}

#[test]
fn a_small_diagram_whole() {
    let pair = Frame { around: Some("RUS".parse().expect("an id")), ..all() };
    expect![[r##"
        digraph relations {
          graph [rankdir=LR, ranksep=0.7, nodesep=0.25, fontname="Helvetica,Arial,sans-serif", fontsize=11, labelloc=t, labeljust=l, newrank=true, bgcolor="#FFFFFF"];
          node [fontname="Helvetica,Arial,sans-serif", fontsize=10, fontcolor="#222222", color="#767676", margin="0.12,0.06"];
          edge [fontname="Helvetica,Arial,sans-serif", fontsize=9, fontcolor="#222222", color="#767676"];
          label=<<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="2"><TR><TD ALIGN="LEFT"><FONT POINT-SIZE="16" COLOR="#222222">Relations around Russia on 2023-03-01</FONT></TD></TR><TR><TD ALIGN="LEFT"><FONT POINT-SIZE="10" COLOR="#767676">Climate: neutral (score 0.0 from 3 events).</FONT></TD></TR><TR><TD ALIGN="LEFT"><FONT COLOR="#D55E00">━━┫</FONT> <FONT POINT-SIZE="9">bad state (bar at the end)</FONT>&#160;&#160;&#160; <FONT COLOR="#9AA5B1">■</FONT> <FONT POINT-SIZE="9">state or organisation</FONT>&#160;&#160;&#160; <FONT COLOR="#222222">□</FONT> <FONT POINT-SIZE="9">institution</FONT>&#160;&#160;&#160; <FONT COLOR="#222222">▢</FONT> <FONT POINT-SIZE="9">person</FONT>&#160;&#160;&#160; </TD></TR><TR><TD ALIGN="LEFT"><FONT COLOR="#D9CB3F">■</FONT> <FONT POINT-SIZE="9">position</FONT>&#160;&#160;&#160; </TD></TR></TABLE>>;
          tooltip="Relations around Russia on 2023-03-01";
          subgraph "cluster_JPN" {
            label="";
            style="rounded,filled";
            fillcolor="#F4F6F8";
            color="#9AA5B1";
            margin=10;
            tooltip="Japan";
            "JPN" [shape=box, style="filled", fillcolor="#DCE6F0", label="Japan", fontsize=13, tooltip="Japan (JPN)"];
            "JPN.Tanaka" [shape=box, style="rounded,filled", fillcolor="#FFFFFF", label="JPN.Tanaka", tooltip="JPN.Tanaka (JPN.Tanaka)"];
            "position 1" [shape=note, style="filled", fillcolor="#FBF7D0", label="demands the peace treaty\ntoward Russia\nsince 2023-01-10", fontsize=9, tooltip="“2023-01-10 JPN>RUS demand-made peace-treaty stance=demands speaker=JPN.Tanaka article=c” (JPN.Tanaka, The \"Daily\" <Wire>, 2023-01-10)", URL="https://example.org/a?b=1&amp;c=2"];
          }
          subgraph "cluster_RUS" {
            label="";
            style="rounded,filled";
            fillcolor="#F4F6F8";
            color="#9AA5B1";
            margin=10;
            tooltip="Russia";
            "RUS" [shape=box, style="filled", fillcolor="#DCE6F0", label="Russia", fontsize=13, tooltip="Russia (RUS)"];
            "RUS.MFA" [shape=box, style="filled", fillcolor="#FFFFFF", label="Russian Foreign Ministry", tooltip="Russian Foreign Ministry (RUS.MFA)"];
            "position 2" [shape=note, style="filled", fillcolor="#FBF7D0", label="refuses the peace treaty\ntoward Japan\nsince 2022-03-21", fontsize=9, tooltip="“2022-03-21 RUS>JPN negotiations-suspended peace-treaty speaker=RUS.MFA article=a” (RUS.MFA, The \"Daily\" <Wire>, 2022-03-21)", URL="https://example.org/a?b=1&amp;c=2"];
          }
          "JPN" -> "RUS" [label="negotiations: suspended\nthe peace treaty\nsince 2022-03-21", color="#D55E00", penwidth=1.3, dir=back, arrowtail=tee, labeltooltip="“2022-03-21 RUS>JPN negotiations-suspended peace-treaty speaker=RUS.MFA article=a” (RUS.MFA, The \"Daily\" <Wire>, 2022-03-21)", tooltip="“2022-03-21 RUS>JPN negotiations-suspended peace-treaty speaker=RUS.MFA article=a” (RUS.MFA, The \"Daily\" <Wire>, 2022-03-21)", URL="https://example.org/a?b=1&amp;c=2"];
          "JPN" -> "RUS" [label="sanctions: in force\nsince 2022-04-05", color="#D55E00", penwidth=1.3, dir=forward, arrowhead=tee, labeltooltip="“2022-04-05 JPN>RUS sanctions-imposed article=b” (The \"Daily\" <Wire>, 2022-04-05)", tooltip="“2022-04-05 JPN>RUS sanctions-imposed article=b” (The \"Daily\" <Wire>, 2022-04-05)", URL="https://example.org/a?b=1&amp;c=2"];
          "JPN.Tanaka" -> "JPN" [dir=none, penwidth=0.8];
          "RUS" -> "RUS.MFA" [dir=none, penwidth=0.8];
          "position 1" -> "JPN.Tanaka" [dir=none, style=dotted];
          "RUS.MFA" -> "position 2" [dir=none, style=dotted];
        }
    "##]].assert_eq(&dot::write(&scene(HISTORY, false, "2023-03-01", &pair, &paper())));
}

#[test]
fn the_order_of_ingestion_changes_no_byte() {
    let drawn = |reversed| {
        let scene = scene(HISTORY, reversed, "2023-03-01", &all(), &paper());
        (dot::write(&scene), svg::write(&scene).expect("a picture"))
    };
    assert_eq!(drawn(false), drawn(true));
}

#[test]
fn a_picture_is_xml_with_words_and_links() {
    let picture = svg::write(&scene(HISTORY, false, "2023-03-01", &all(), &paper())).expect("a picture");
    let n_links = xml(&picture).iter().filter(|name| *name == "a").count();
    assert!(n_links >= 4, "{n_links} links in {picture}");
}

#[test]
fn a_timeline_shows_states_from_day_to_day() {
    let (bars, picture) = timeline(false);
    expect![[r#"
        negotiations, the peace treaty: under way 2022-02-04 2022-03-20 weak=true open=(true, false)
        negotiations, the peace treaty: suspended 2022-03-21 2022-05-20 weak=false open=(false, true)
        sanctions, Japan – Russia: in force 2022-04-05 2022-05-20 weak=false open=(false, true)
    "#]]
    .assert_eq(&bars);
    xml(&picture);
    assert_eq!(timeline(true).1, picture);
}

/// The bars of a timeline, one a line, and the timeline as a picture.
fn timeline(reversed: bool) -> (String, String) {
    let mut told = events(HISTORY);
    if reversed {
        told.reverse();
    }
    let projection = replay(tables(), &records(told.into_iter().map(Body::EventRecorded)));
    let lens = projection.lens(&Knowledge::default());
    let id = |text: &str| text.parse::<ActorId>().expect("an id");
    let pairs: Vec<_> = lens.between(&id("JPN"), &id("RUS")).into_iter().collect();
    let teller = Teller { ontology: ontology(), name: &name };
    let report = |event| lens.report(event).map(|report| (report, paper()));
    let chart = Chart::of(&pairs, "Japan and Russia".to_owned(), (None, None), &teller, &report).expect("lanes");
    let mut bars = String::new();
    for lane in &chart.lanes {
        for bar in &lane.bars {
            let (first, last) = bar.days;
            bars += &format!(
                "{}: {} {first} {last} weak={} open={:?}\n",
                lane.name.join(", "),
                bar.text,
                bar.weak,
                bar.open
            );
        }
    }
    (bars, timeline::write(&chart))
}

/// Returns the names of the elements, all of which must be closed.
pub(crate) fn xml(picture: &str) -> Vec<String> {
    let mut reader = Reader::from_str(picture);
    let (mut names, mut depth) = (Vec::new(), 0_usize);
    loop {
        match reader.read_event().expect("XML") {
            Xml::Start(start) => {
                start.attributes().for_each(|attribute| drop(attribute.expect("an attribute")));
                names.push(start.name().as_ref().to_owned());
                depth += 1;
            }
            Xml::End(_) => depth -= 1,
            Xml::Eof => break,
            _ => {}
        }
    }
    assert_eq!(depth, 0, "an element is open at the end");
    names
}

#[test]
fn what_has_no_room_is_counted() {
    let narrow = Frame { most: 1, ..all() };
    let scene = scene(HISTORY, false, "2023-03-01", &narrow, &paper());
    assert_eq!(scene.lines.iter().filter(|line| matches!(line.tie, Tie::Relation { .. })).count(), 1);
    assert!(scene.remarks.iter().any(|remark| remark.starts_with("Left out")), "{:?}", scene.remarks);
}

/// What the sides tell differently is a double line in both forms, and the legend says so.
#[test]
fn what_is_disputed_is_doubled() {
    let told = "2023-05-03 ARM+AZE negotiations-resumed borders speaker=ARM.MFA
                2023-05-03 ARM+AZE negotiations-collapsed borders speaker=AZE.MFA published=2023-05-04";
    let scene = scene(told, false, "2023-05-04", &all(), &paper());
    assert!(scene.legend.contains(&Key::Disputed), "{:?}", scene.legend);
    let text = dot::write(&scene);
    assert!(text.contains("color=\"#D55E00:#FFFFFF:#D55E00\""), "{text}");
    let picture = svg::write(&scene).expect("a picture");
    // A wide line, and a narrower one of the color of paper on it.
    assert_eq!(picture.matches("stroke=\"#FFFFFF\" stroke-width=\"2.0\"").count(), 1, "{picture}");
}

#[test]
fn speakers_and_positions_are_shown() {
    let scene = scene(HISTORY, false, "2023-03-01", &all(), &paper());
    let of = |shape| scene.boxes.iter().filter(|card| card.shape == shape).map(|card| card.id.as_str()).collect();
    let people: Vec<&str> = of(Shape::Person);
    let positions: Vec<&str> = of(Shape::Position);
    assert_eq!((people, positions.is_empty()), (vec!["JPN.Tanaka"], false));
}

#[test]
fn a_day_before_everything_shows_nothing() {
    let scene = scene(HISTORY, false, "2001-01-01", &all(), &paper());
    assert!(scene.lines.is_empty() && scene.remarks == ["Nothing is known."], "{scene:?}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// What is written as a string of DOT is one string, and reads as the text.
    #[test]
    fn any_text_can_be_quoted(text in any::<String>()) {
        let quoted = dot::quoted(&text);
        let inner = quoted.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).expect("quotes around it");
        let mut read = String::new();
        let mut letters = inner.chars();
        while let Some(letter) = letters.next() {
            prop_assert!(letter != '"' && !letter.is_control(), "{quoted}");
            match (letter, letters.as_str()) {
                ('\\', _) => match letters.next() {
                    Some('n') => read.push('\n'),
                    Some(escaped @ ('"' | '\\')) => read.push(escaped),
                    other => prop_assert!(false, "{other:?} in {quoted}"),
                },
                ('&', rest) if rest.starts_with("amp;") => {
                    read.push('&');
                    letters = rest.get(4..).expect("the rest").chars();
                }
                _ => read.push(letter),
            }
        }
        let plain = |letter: char| match letter {
            '\n' => '\n',
            letter if letter.is_control() || matches!(letter, '\u{FFFE}' | '\u{FFFF}') => ' ',
            letter => letter,
        };
        prop_assert_eq!(read, text.chars().map(plain).collect::<String>());
    }

    /// Whatever names and quotes hold, a picture is XML.
    #[test]
    fn any_text_can_be_drawn(text in any::<String>(), tip in any::<String>()) {
        let mut scene = scene(HISTORY, false, "2023-03-01", &all(), &paper());
        scene.title.clone_from(&text);
        for card in &mut scene.boxes {
            card.text = vec![text.clone()];
            card.tip.clone_from(&tip);
        }
        for line in &mut scene.lines {
            line.link = Some(format!("https://example.org/{tip}"));
        }
        xml(&svg::write(&scene).expect("a picture"));
    }
}
