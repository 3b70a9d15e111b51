//! Small histories in one line an event, and records made of them.
//!
//! ```text
//! 2022-03-21 RUS>JPN negotiations-suspended peace-treaty speaker=RUS.MFA published=2022-03-22 article=a
//! ```
//! The date is a day, a month, a year, `A..B`, `..B` or `A..`. `SAU+IRN` without `>` is a joint act. A topic is
//! a bare word. Further words: `speaker=` (with `!` after it one who binds nobody), `published=`, `article=`,
//! `mode=`, `aspect=`, `until=`, `stance=`, `cameo=`, `reported` for a publication day taken for want of a date.

use detente::model::category::{ActorKind, Field, Mode};
use detente::model::day::{Day, Instant, Interval, Precision};
use detente::model::event::{CoderMark, Confidence, Event, Evidence, Participant};
use detente::model::id::{ActorId, ArticleId, Digest, EventId, Seq};
use detente::model::record::{Body, Record};
use detente::model::span::Span;

/// The event of a line; its place in the article is `number`.
pub(crate) fn event(line: &str, number: u32) -> Event {
    let mut words = line.split_whitespace();
    let occurred = interval(words.next().expect("a date"));
    let parties = words.next().expect("parties");
    let (actors, recipients) = parties.split_once('>').unwrap_or((parties, ""));
    let side =
        |text: &str| -> Vec<Participant> { text.split('+').filter(|id| !id.is_empty()).map(participant).collect() };
    let mut event = Event {
        id: EventId::of(&[]),
        article: ArticleId::of(&[line]),
        kind: words.next().expect("a type").parse().expect("a type"),
        cameo: "010".parse().expect("a code"),
        actors: side(actors),
        recipients: side(recipients),
        speaker: None,
        topic: None,
        published: occurred.latest.or(occurred.earliest).expect("an end"),
        occurred,
        until: None,
        mode: Mode::Actual,
        aspect: None,
        stance: None,
        evidence: Evidence {
            field: Field::Text,
            span: Span::new(100 * number, 100 * number + 50),
            quote: line.to_owned(),
        },
        coder: CoderMark { name: "test".to_owned(), version: "0".to_owned(), rule: "line".to_owned() },
        confidence: Confidence::percent(90),
    };
    for word in words {
        match word.split_once('=') {
            Some(("speaker", id)) => event.speaker = Some(participant(id)),
            Some(("published", day)) => event.published = day.parse().expect("a day"),
            Some(("article", name)) => event.article = ArticleId::of(&["named", name]),
            Some(("mode", mode)) => event.mode = mode.parse().expect("a mode"),
            Some(("until", day)) => event.until = Some(day.parse().expect("a day")),
            Some(("aspect", aspect)) => event.aspect = Some(aspect.parse().expect("an aspect")),
            Some(("stance", stance)) => event.stance = Some(stance.parse().expect("a stance")),
            Some(("cameo", code)) => event.cameo = code.parse().expect("a code"),
            Some(_) => panic!("{word} in {line}"),
            None if word == "reported" => event.occurred.precision = Precision::Reported,
            None => event.topic = Some(word.parse().expect("a topic")),
        }
    }
    event.id = event.identify();
    event
}

fn participant(id: &str) -> Participant {
    let (id, binds) = id.strip_suffix('!').map_or((id, true), |id| (id, false));
    let id: ActorId = id.parse().expect("an actor");
    let last = id.as_str().rsplit('.').next().unwrap_or_default();
    let kind = match id.as_str() {
        "HEZ" => ActorKind::Group,
        "EU" | "NATO" | "CSTO" => ActorKind::Organisation,
        _ if id.is_root() => ActorKind::State,
        _ if last.chars().any(char::is_lowercase) => ActorKind::Person,
        _ => ActorKind::Institution,
    };
    Participant { name: id.to_string(), country: Some(id.root()), kind, sector: None, binds, mention: None, id }
}

fn interval(text: &str) -> Interval {
    let day = |text: &str| -> Day { text.parse().unwrap_or_else(|_| panic!("{text} is no day")) };
    match text.split_once("..") {
        Some(("", last)) => Interval::before(day(last)),
        Some((first, "")) => Interval::after(day(first)),
        Some((first, last)) => Interval::range(day(first), day(last)).expect("ends in order"),
        None => Interval::parse_iso(text).unwrap_or_else(|| panic!("{text} is no date")),
    }
}

/// Records of bodies, from position 0 on, an hour apart.
pub(crate) fn records(bodies: impl IntoIterator<Item = Body>) -> Vec<Record> {
    (0..)
        .zip(bodies)
        .map(|(seq, body)| Record {
            seq: Seq(seq),
            recorded_at: Instant::from_micros(i64::try_from(seq).expect("a small log") * 3_600_000_000),
            prev: Digest::default(),
            hash: Digest::default(),
            body,
        })
        .collect()
}

/// The events of a text, one a line.
pub(crate) fn events(text: &str) -> Vec<Event> {
    (0..)
        .zip(text.lines().map(str::trim).filter(|line| !line.is_empty()))
        .map(|(number, line)| event(line, number))
        .collect()
}

/// Records of the events of a text.
pub(crate) fn told(text: &str) -> Vec<Record> {
    records(events(text).into_iter().map(Body::EventRecorded))
}
