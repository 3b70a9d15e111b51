//! Version 1 of the encoding: a head, a table of words, and records that refer to it.
//!
//! Names, ids and categories recur within a block, so each stands once in its table. What differs in
//! every record (hash, id, quotation) stands in the record.

use super::{LIMIT, WireError};
use crate::model::id::{Digest, Seq};
use crate::model::record::Record;
use crate::model::sheet::Sheet;
use bincode::{BorrowDecode, Encode, config};
use cursor::Cursor;
use sheet::{Apart, Between, LeftOut};
use std::ops::Range;
use to_model::Words;
use word_table::WordTable;

mod code;
mod cursor;
mod from_model;
mod parts;
mod sheet;
mod to_model;
mod word_table;

const CONFIG: config::Configuration<config::LittleEndian, config::Varint, config::Limit<LIMIT>> =
    config::standard().with_limit::<LIMIT>();

/// What stands before the records.
#[derive(Encode, BorrowDecode)]
struct HeadV1<'a> {
    first: u64,
    count: u32,
    recorded_at: i64,
    prev: [u8; 32],
    words: Vec<&'a str>,
    articles: Vec<[u8; 16]>,
}

/// A word of the table.
type Word = u32;

#[derive(Encode, BorrowDecode)]
struct RecordV1<'a> {
    /// Microseconds after the record before.
    later: u64,
    hash: [u8; 32],
    body: BodyV1<'a>,
}

#[derive(Encode, BorrowDecode)]
enum BodyV1<'a> {
    ArticleReceived {
        article: Box<ArticleV1<'a>>,
        reading: ReadingV1,
        revises: Option<[u8; 16]>,
    },
    EventRecorded(EventV1<'a>),
    EventRetracted {
        event: [u8; 16],
        reason: &'a str,
        by: &'a str,
    },
    EventAmended {
        event: [u8; 16],
        replacement: EventV1<'a>,
        reason: &'a str,
        by: &'a str,
    },
    ArticleRecoded {
        article: [u8; 16],
        reading: ReadingV1,
        events: Vec<EventV1<'a>>,
    },
    ActorDeclared {
        id: Word,
        name: &'a str,
        names: Vec<&'a str>,
        kind: u8,
        country: Option<Word>,
        sector: Option<Word>,
    },
    ActorMerged {
        from: Word,
        into: Word,
        reason: &'a str,
    },
    ActorSplit {
        from: Word,
        into: Word,
        reason: &'a str,
    },
}

#[derive(Encode, BorrowDecode)]
struct ArticleV1<'a> {
    id: [u8; 16],
    given_id: Option<&'a str>,
    title: &'a str,
    title_in_text: Option<SpanV1>,
    text: &'a str,
    prose: SpanV1,
    published: i32,
    source: Option<&'a str>,
    url: Option<&'a str>,
    language: &'a str,
    checksum: [u8; 32],
}

#[derive(Encode, BorrowDecode)]
struct ReadingV1 {
    coder: Word,
    ontology: [u8; 32],
}

#[derive(Encode, BorrowDecode)]
struct EventV1<'a> {
    id: [u8; 16],
    /// Into the table of articles.
    article: u32,
    kind: Word,
    cameo: Word,
    actors: Vec<ParticipantV1>,
    recipients: Vec<ParticipantV1>,
    speaker: Option<ParticipantV1>,
    topic: Option<Word>,
    published: i32,
    /// Days before publication; negative where after it.
    earliest: Option<i32>,
    latest: Option<i32>,
    precision: u8,
    until: Option<i32>,
    mode: u8,
    aspect: Option<u8>,
    stance: Option<u8>,
    field: u8,
    span: SpanV1,
    quote: &'a str,
    coder: [Word; 3],
    confidence: u8,
}

#[derive(Encode, BorrowDecode)]
struct ParticipantV1 {
    id: Word,
    name: Word,
    /// Twice the code of the kind, and one more where its word binds.
    kind_and_binds: u8,
    country: Option<Word>,
    sector: Option<Word>,
    mention: Option<SpanV1>,
}

#[derive(Encode, BorrowDecode)]
struct SpanV1 {
    start: u32,
    len: u32,
}

/// Encodes the first of the records as one block of at most `limit` bytes, but at least one record; returns it
/// with their number.
pub(super) fn encode(records: &[Record], limit: usize) -> Result<(Vec<u8>, usize), WireError> {
    let Some(first) = records.first() else { return Err(WireError::Empty) };
    let mut scratch = Vec::with_capacity(limit.min(64 << 10));
    let mut table = WordTable::default();
    let mut last_at = first.recorded_at;
    let mut count = 0;
    for record in records {
        let (before, words_before) = (scratch.len(), table.mark());
        let record_v1 = RecordV1 {
            later: record.recorded_at.micros().abs_diff(last_at.micros()),
            hash: record.hash.bytes(),
            body: from_model::body(&record.body, &mut table),
        };
        bincode::encode_into_std_write(&record_v1, &mut scratch, CONFIG)?;
        if count > 0 && scratch.len() + table.size() + HEAD_SIZE > limit {
            scratch.truncate(before);
            table.back_to(words_before);
            break;
        }
        last_at = record.recorded_at;
        count += 1;
    }
    let head = HeadV1 {
        first: first.seq.0,
        count,
        recorded_at: first.recorded_at.micros(),
        prev: first.prev.bytes(),
        words: table.words(),
        articles: table.articles(),
    };
    let mut bytes = Vec::with_capacity(1 + HEAD_SIZE + table.size() + scratch.len());
    bytes.push(1);
    bincode::encode_into_std_write(&head, &mut bytes, CONFIG)?;
    bytes.extend_from_slice(&scratch);
    Ok((bytes, count as usize))
}

/// The most that the head of a block takes beside its tables.
const HEAD_SIZE: usize = 80;

/// Returns the position of the first record and how many there are, from what follows the version byte, or from the
/// near part of it.
pub(super) fn extent(near: &[u8]) -> Option<(Seq, u32)> {
    sheet::extent(near)
}

/// Puts the records of a range from what follows the version byte on a sheet.
pub(super) fn read(bytes: &[u8], range: &Range<Seq>, sheet: &mut Sheet) -> Option<()> {
    sheet::read(bytes, Between, range, sheet)
}

/// Puts the records of a range from the two parts of a block on a sheet, or from the near part alone: without
/// quotations.
pub(super) fn read_parts(near: &[u8], far: Option<&[u8]>, range: &Range<Seq>, sheet: &mut Sheet) -> Option<()> {
    match far {
        Some(far) => sheet::read(near, Apart(Cursor::of(far)), range, sheet),
        None => sheet::read(near, LeftOut, range, sheet),
    }
}

/// Parts what follows the version byte into near and far; `None` where it is no block.
pub(super) fn part(bytes: &[u8]) -> Option<(Vec<u8>, Vec<u8>)> {
    parts::part(bytes)
}

/// Puts the near and the far part together; `None` where they do not fit.
pub(super) fn join(near: &[u8], far: &[u8]) -> Option<Vec<u8>> {
    parts::join(near, far)
}

/// Decodes what follows the version byte.
pub(super) fn decode(bytes: &[u8]) -> Result<Vec<Record>, WireError> {
    let (head, mut at): (HeadV1<'_>, usize) = bincode::borrow_decode_from_slice(bytes, CONFIG)?;
    let mut records = Vec::with_capacity((head.count as usize).min(bytes.len()));
    let mut words = Words::new(head.words, head.articles);
    let mut prev = Digest::from_bytes(head.prev);
    let mut recorded_at = head.recorded_at;
    for index in 0..u64::from(head.count) {
        let rest = bytes.get(at..).unwrap_or_default();
        let (record, read): (RecordV1<'_>, usize) = bincode::borrow_decode_from_slice(rest, CONFIG)?;
        at += read;
        recorded_at = recorded_at.saturating_add_unsigned(record.later);
        let seq = Seq(head.first.saturating_add(index));
        words.seq = seq;
        let hash = Digest::from_bytes(record.hash);
        let body = words.body(record.body)?;
        records.push(Record {
            seq,
            recorded_at: crate::model::day::Instant::from_micros(recorded_at),
            prev,
            hash,
            body,
        });
        prev = hash;
    }
    match bytes.len() - at {
        0 => Ok(records),
        trailing => Err(WireError::Trailing(trailing)),
    }
}
