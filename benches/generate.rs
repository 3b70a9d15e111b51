//! Histories made from a seed: as many events as wanted, the same for the same seed.
//!
//! 200 actors, 36,000 dyads, 20 years, articles of about eight events with a quotation each; an event
//! takes about 420 bytes when encoded alone. The words mean nothing.

use detente::model::article::Article;
use detente::model::category::{ActorKind, Field, Mode, Stance};
use detente::model::day::{Day, Instant, Interval};
use detente::model::event::{CoderMark, Confidence, Event, Evidence, Participant};
use detente::model::id::{ActorId, ArticleId, Digest};
use detente::model::record::{ArticleReceived, Body, Reading};
use detente::model::span::Span;
use std::str::FromStr;

const KINDS: &[(&str, &str)] = &[
    ("negotiations-suspended", "164"),
    ("negotiations-resumed", "046"),
    ("sanctions-imposed", "163"),
    ("sanctions-lifted", "085"),
    ("meeting-held", "040"),
    ("accusation-made", "112"),
    ("statement-made", "010"),
    ("agreement-signed", "057"),
];
const TOPICS: &[&str] = &["peace-treaty", "territorial-dispute", "trade", "fisheries", "sanctions", "visas"];
const WORDS: &[&str] = &[
    "the",
    "ministry",
    "said",
    "that",
    "talks",
    "on",
    "border",
    "would",
    "not",
    "resume",
    "until",
    "both",
    "sides",
    "agree",
    "to",
    "a",
    "new",
    "date",
    "and",
    "sanctions",
    "remain",
    "in",
    "force",
    "while",
    "officials",
    "met",
    "again",
    "capital",
    "after",
    "months",
    "of",
    "silence",
    "trade",
    "envoy",
    "treaty",
    "protest",
];

/// A generator of numbers that need not be good, only the same each time (SplitMix64).
pub struct Numbers(u64);

impl Numbers {
    /// Starts from a seed.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// Returns the next number below `end`.
    pub fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % end.max(1)
    }

    fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.below(from.len() as u64) as usize]
    }
}

/// Makes bodies without end: events only.
pub struct Events {
    numbers: Numbers,
    actors: Vec<Participant>,
    article: ArticleId,
    published: Day,
    in_article: u64,
    at: u32,
}

impl Events {
    /// Starts from a seed.
    pub fn new(seed: u64) -> Self {
        let actors = (0..200).map(actor).collect();
        let first = Day::new(2004, 1, 1).expect("a day");
        let article = ArticleId::of(&["generated", &seed.to_string()]);
        Self { numbers: Numbers::new(seed), actors, article, published: first, in_article: 0, at: 0 }
    }

    /// Makes the next event.
    pub fn event(&mut self) -> Event {
        if self.in_article == 0 {
            self.in_article = 1 + self.numbers.below(15);
            let start = Day::new(2004, 1, 1).expect("a day");
            self.published = start.plus_days(self.numbers.below(20 * 365) as i64);
            self.article = ArticleId::of(&["generated", &self.numbers.below(u64::MAX).to_string()]);
            self.at = 0;
        }
        self.in_article -= 1;
        let numbers = &mut self.numbers;
        let (kind, cameo) = *numbers.pick(KINDS);
        let n_words = 10 + numbers.below(25);
        let quote = (0..n_words).map(|_| *numbers.pick(WORDS)).collect::<Vec<_>>().join(" ");
        let start = self.at + numbers.below(40) as u32;
        self.at = start + quote.len() as u32;
        let one = numbers.below(200) as usize;
        let other = (one + 1 + numbers.below(199) as usize) % 200;
        let named = |index: usize, from: u32| {
            let mut participant = self.actors[index].clone();
            participant.mention = Some(Span::new(from, from + 6));
            participant
        };
        let actors = vec![named(one, start)];
        let recipients = vec![named(other, start + 20)];
        let occurred = match numbers.below(10) {
            0 => Interval::before(self.published),
            1 => Interval::month(self.published.year(), self.published.month()).expect("a month"),
            2..=5 => Interval::reported(self.published),
            _ => Interval::day(self.published.plus_days(-(numbers.below(30) as i64))),
        };
        let mut event = Event {
            id: detente::model::id::EventId::from_bytes([0; 16]),
            article: self.article,
            kind: kind.parse().expect("a type"),
            cameo: cameo.parse().expect("a code"),
            speaker: (numbers.below(3) == 0).then(|| actors[0].clone()),
            actors,
            recipients,
            topic: (numbers.below(3) > 0).then(|| numbers.pick(TOPICS).parse().expect("a topic")),
            occurred,
            until: None,
            published: self.published,
            mode: if numbers.below(8) == 0 { Mode::Planned } else { Mode::Actual },
            aspect: None,
            stance: (numbers.below(4) == 0).then_some(Stance::Refuses),
            evidence: Evidence { field: Field::Text, span: Span::new(start, self.at), quote },
            coder: CoderMark {
                name: "detente".to_owned(),
                version: "0.1.0".to_owned(),
                rule: format!("frame:{kind}/active"),
            },
            confidence: Confidence::percent(50 + numbers.below(50) as u8),
        };
        event.id = event.identify();
        event
    }

    /// Makes the next bodies.
    pub fn bodies(&mut self, n: usize) -> Vec<Body> {
        (0..n).map(|_| Body::EventRecorded(self.event())).collect()
    }
}

fn actor(index: usize) -> Participant {
    let letters = [b'A' + (index / 26) as u8, b'A' + (index % 26) as u8, b'X'];
    let country = ActorId::from_str(std::str::from_utf8(&letters).expect("letters")).expect("an id");
    let ministry = index.is_multiple_of(3);
    let id = if ministry { format!("{country}.MFA").parse().expect("an id") } else { country.clone() };
    Participant {
        id,
        name: if ministry { format!("Foreign Ministry of Land {index}") } else { format!("Land {index}") },
        kind: if ministry { ActorKind::Institution } else { ActorKind::State },
        country: Some(country),
        sector: ministry.then(|| "GOV".parse().expect("a sector")),
        binds: true,
        mention: None,
    }
}

/// Makes an article of `length` bytes.
pub fn article(seed: u64, length: usize) -> Body {
    let mut numbers = Numbers::new(seed);
    let mut text = String::with_capacity(length + 16);
    while text.len() < length {
        text.push_str(numbers.pick::<&str>(WORDS));
        text.push(if numbers.below(12) == 0 { '\n' } else { ' ' });
    }
    text.truncate(length);
    let mut article = Article {
        id: ArticleId::of(&["none"]),
        given_id: Some(format!("generated-{seed}")),
        title: "Talks \"resume\"\tafter é months".to_owned(),
        title_in_text: None,
        prose: Span::of(0..text.len()).expect("a short text"),
        text,
        published: Day::new(2024, 1, 31).expect("a day"),
        source: Some("Generated Wire".to_owned()),
        url: None,
        language: "en".to_owned(),
        checksum: Digest::default(),
    };
    article.checksum = article.digest();
    article.id = article.identify();
    Body::ArticleReceived(ArticleReceived {
        article,
        reading: Reading { coder: "0.1.0".to_owned(), ontology: Digest::of(&[b"ontology"]) },
        revises: None,
    })
}

/// Returns an instant, `seconds` after the start of 2024.
pub fn instant(seconds: i64) -> Instant {
    Instant::from_micros((1_704_067_200 + seconds) * 1_000_000)
}
