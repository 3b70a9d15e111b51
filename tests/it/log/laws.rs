//! Laws of the encodings: what goes in comes out, and no bytes make a decoder panic.

use detente::log::archive::form;
use detente::log::memory::MemoryLog;
use detente::log::{Log, wire};
use detente::model::article::Article;
use detente::model::category::{ActorKind, Aspect, Field, Mode, Stance};
use detente::model::day::{Day, Instant, Interval, Precision};
use detente::model::event::{CoderMark, Confidence, Event, Evidence, Participant};
use detente::model::id::{ArticleId, Digest, EventId};
use detente::model::record::{ActorDeclared, ArticleReceived, Body, Reading};
use detente::model::sheet::{Quotes, Sheet};
use detente::model::span::Span;
use proptest::prelude::*;
use proptest::sample::select;

fn parsed<T: std::fmt::Debug + std::str::FromStr<Err: std::fmt::Debug>>(
    form: &str,
) -> impl Strategy<Value = T> + use<T> {
    proptest::string::string_regex(form).expect("a form").prop_map(|text| text.parse().expect("a value"))
}

fn actor() -> impl Strategy<Value = detente::model::id::ActorId> {
    parsed("[A-Z]{2,4}(\\.[A-Za-z-]{1,9}){0,2}")
}

fn span() -> impl Strategy<Value = Span> {
    any::<(u32, u32)>().prop_map(|(start, end)| Span::new(start, end))
}

fn day() -> impl Strategy<Value = Day> {
    (1..3_000_000)
        .prop_map(|number| Day::from_number(number).expect("a day"))
        .prop_filter("four digits", |day| day.year() <= 9999)
}

fn digest() -> impl Strategy<Value = Digest> {
    any::<[u8; 32]>().prop_map(Digest::from_bytes)
}

fn participant() -> impl Strategy<Value = Participant> {
    let parts = (
        actor(),
        any::<String>(),
        select(ActorKind::ALL),
        proptest::option::of(actor()),
        proptest::option::of(parsed("[A-Z]{3}")),
        any::<bool>(),
        proptest::option::of(span()),
    );
    parts.prop_map(|(id, name, kind, country, sector, binds, mention)| Participant {
        id,
        name,
        kind,
        country,
        sector,
        binds,
        mention,
    })
}

fn precision() -> impl Strategy<Value = Precision> {
    use Precision::{After, Before, Month, Range, Reported, Year};
    select(vec![Precision::Day, Month, Year, Range, Reported, Before, After])
}

fn event() -> impl Strategy<Value = Event> {
    use proptest::collection::vec;
    use proptest::option::of;
    let who = (vec(participant(), 1..3), vec(participant(), 0..3), of(participant()));
    let what =
        (parsed("[a-z-]{1,20}"), parsed("[0-9]{2,4}"), of(parsed("[a-z-]{1,20}")), any::<([u8; 16], [u8; 16])>());
    let when = (of(day()), of(day()), precision(), of(day()), day());
    let how = (select(Mode::ALL), of(select(Aspect::ALL)), of(select(Stance::ALL)), select(Field::ALL), span());
    let by = (any::<(String, String, String, String)>(), 0..=100_u8);
    (who, what, when, how, by).prop_map(|(who, what, when, how, by)| Event {
        id: EventId::from_bytes(what.3.0),
        article: ArticleId::from_bytes(what.3.1),
        kind: what.0,
        cameo: what.1,
        actors: who.0,
        recipients: who.1,
        speaker: who.2,
        topic: what.2,
        occurred: Interval { earliest: when.0, latest: when.1, precision: when.2 },
        until: when.3,
        published: when.4,
        mode: how.0,
        aspect: how.1,
        stance: how.2,
        evidence: Evidence { field: how.3, span: how.4, quote: by.0.0 },
        coder: CoderMark { name: by.0.1, version: by.0.2, rule: by.0.3 },
        confidence: Confidence::percent(by.1),
    })
}

fn article() -> impl Strategy<Value = ArticleReceived> {
    use proptest::option::of;
    let parts = (
        any::<([u8; 16], String, String, String)>(),
        (of(any::<String>()), of(any::<String>()), of(any::<String>())),
        (of(span()), span(), day(), digest(), digest()),
        (any::<String>(), of(any::<[u8; 16]>())),
    );
    parts.prop_map(|((id, title, text, language), given, (title_in_text, prose, published, sum, ontology), by)| {
        ArticleReceived {
            article: Article {
                id: ArticleId::from_bytes(id),
                given_id: given.0,
                title,
                title_in_text,
                text,
                prose,
                published,
                source: given.1,
                url: given.2,
                language,
                checksum: sum,
            },
            reading: Reading { coder: by.0, ontology },
            revises: by.1.map(ArticleId::from_bytes),
        }
    })
}

fn body() -> impl Strategy<Value = Body> {
    use proptest::collection::vec;
    let id = || any::<[u8; 16]>().prop_map(EventId::from_bytes);
    let text = any::<String>;
    prop_oneof![
        article().prop_map(Body::ArticleReceived),
        event().prop_map(Body::EventRecorded),
        (id(), text(), text()).prop_map(|(event, reason, by)| Body::EventRetracted { event, reason, by }),
        (id(), event(), text(), text()).prop_map(|(event, new, reason, by)| Body::EventAmended {
            event,
            replacement: Box::new(new),
            reason,
            by
        }),
        (any::<[u8; 16]>(), text(), digest(), vec(event(), 0..3)).prop_map(|(article, coder, ontology, events)| {
            Body::ArticleRecoded {
                article: ArticleId::from_bytes(article),
                reading: Reading { coder, ontology },
                events,
            }
        }),
        (participant(), vec(text(), 0..3)).prop_map(|(who, names)| Body::ActorDeclared(ActorDeclared {
            id: who.id,
            name: who.name,
            names,
            kind: who.kind,
            country: who.country,
            sector: who.sector,
        })),
        (actor(), actor(), text()).prop_map(|(from, into, reason)| Body::ActorMerged { from, into, reason }),
        (actor(), actor(), text()).prop_map(|(from, into, reason)| Body::ActorSplit { from, into, reason }),
    ]
}

fn instant() -> impl Strategy<Value = Instant> {
    (0..4_000_000_000_000_000_i64).prop_map(Instant::from_micros)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_records_come_back_from_the_wire_and_from_text(
        batches in proptest::collection::vec((instant(), proptest::collection::vec(body(), 0..6)), 0..4),
        limit in 0..3_000_usize,
    ) {
        let mut log = MemoryLog::new();
        for (at, bodies) in batches {
            log.append(at, bodies).expect("appended");
        }
        let mut read = Vec::new();
        for block in wire::encode(log.records(), limit).expect("blocks") {
            read.extend(wire::decode(&block.bytes).expect("records"));
        }
        prop_assert_eq!(&read, log.records());
        for record in log.records() {
            let line = form::line(record);
            prop_assert!(!line.contains('\n'));
            prop_assert_eq!(&form::parse_line(&line).expect("a record"), record);
            prop_assert_eq!(form::line_hash(&line).expect("a hash"), record.hash);
        }
    }

    #[test]
    fn a_block_lends_what_its_records_say(
        bodies in proptest::collection::vec(body(), 0..12), limit in 0..9_000_usize,
    ) {
        let mut log = MemoryLog::new();
        log.append(Instant::from_micros(1), bodies).expect("appended");
        let mut records = log.records().iter();
        for block in wire::encode(log.records(), limit).expect("blocks") {
            let block = wire::unpack(&block.bytes).expect("a block");
            let decoded = block.records().expect("records");
            prop_assert_eq!(Some(block.first()), decoded.first().map(|record| record.seq));
            prop_assert_eq!(Some(block.end()), decoded.last().map(|record| record.seq.next()));
            let stored: Vec<_> = records.by_ref().take(decoded.len()).collect();
            for quotes in [Quotes::Kept, Quotes::LeftOut] {
                let [mut sheet, mut expected] = [(); 2].map(|()| Sheet::with(quotes));
                block.read(&(block.first()..block.end()), &mut sheet).expect("a sheet");
                stored.iter().for_each(|record| expected.put_record(record));
                prop_assert_eq!(format!("{sheet:?}"), format!("{expected:?}"));
            }
        }
        prop_assert_eq!(records.next(), None);
    }

    #[test]
    fn a_changed_block_is_lent_just_where_it_is_decoded(
        body in body(), changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..3),
    ) {
        let mut log = MemoryLog::new();
        log.append(Instant::from_micros(1), vec![body]).expect("appended");
        let mut bytes = wire::encode_alone(&log.records()[0]).expect("bytes");
        for (at, to) in changes {
            let at = at.index(bytes.len());
            bytes[at] = to;
        }
        let Ok(block) = wire::unpack(&bytes) else {
            prop_assert!(wire::decode(&bytes).is_err());
            return Ok(());
        };
        let mut sheet = Sheet::default();
        let read = block.read(&(block.first()..block.end()), &mut sheet);
        match (block.records(), read) {
            (Ok(records), Ok(())) => {
                prop_assert_eq!(format!("{sheet:?}"), format!("{:?}", Sheet::of(&records)));
            }
            (Err(one), Err(other)) => prop_assert_eq!(one.to_string(), other.to_string()),
            (decoded, read) => prop_assert!(false, "decoded {decoded:?}, lent {read:?}"),
        }
    }

    #[test]
    fn a_changed_block_in_two_parts_is_lent_with_its_words_just_where_it_is_decoded(
        bodies in proptest::collection::vec(body(), 8..12), at in any::<prop::sample::Index>(), to in any::<u8>(),
    ) {
        let mut log = MemoryLog::new();
        log.append(Instant::from_micros(1), bodies).expect("appended");
        for mut block in wire::encode(log.records(), usize::MAX).expect("blocks") {
            let at = at.index(block.bytes.len());
            block.bytes[at] = to;
            let Ok(block) = wire::unpack(&block.bytes) else { return Ok(()) };
            let [mut sheet, mut brief] = [Quotes::Kept, Quotes::LeftOut].map(Sheet::with);
            let range = block.first()..block.end();
            let (read, read_in_brief) = (block.read(&range, &mut sheet), block.read(&range, &mut brief));
            match block.records() {
                Ok(records) => {
                    prop_assert!(read.is_ok() && read_in_brief.is_ok());
                    prop_assert_eq!(format!("{sheet:?}"), format!("{:?}", Sheet::of(&records)));
                    prop_assert_eq!(brief.entries().len(), sheet.entries().len());
                }
                Err(error) => prop_assert_eq!(read.map_err(|error| error.to_string()), Err(error.to_string())),
            }
        }
    }

    #[test]
    fn no_bytes_make_the_decoder_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400), version in 0..4_u8) {
        let versioned = [&[version][..], &bytes].concat();
        prop_assert!(wire::decode(&versioned).is_err() || version == 1);
    }

    #[test]
    fn no_change_of_a_block_makes_the_decoder_panic(
        body in body(), at in any::<prop::sample::Index>(), to in any::<u8>()
    ) {
        let mut log = MemoryLog::new();
        log.append(Instant::from_micros(0), vec![body]).expect("appended");
        for mut block in wire::encode(log.records(), 0).expect("blocks") {
            let at = at.index(block.bytes.len());
            block.bytes[at] = to;
            // Either is right; what was changed may be the words of a quotation.
            drop(wire::decode(&block.bytes));
        }
    }

    #[test]
    fn no_line_makes_the_reader_panic(line in any::<String>()) {
        prop_assert!(form::parse_line(&line).is_err());
    }
}
