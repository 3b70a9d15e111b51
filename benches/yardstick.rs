//! SQLite on the same events, as a yardstick: a table with an index on pairs, every transaction synced.
//!
//! Built with `--features yardsticks` only, because compiling SQLite takes longer than everything else.

use detente::log::wire;
use detente::model::day::Day;
use detente::model::event::Event;
use detente::model::record::{Body, Record};
use rusqlite::{Connection, params};
use std::path::Path;
use std::time::Instant;

/// A database of events.
pub(crate) struct Table(Connection);

impl Table {
    /// Opens a database and makes it where there is none.
    pub(crate) fn open(path: &Path) -> Self {
        let connection = Connection::open(path).expect("a database");
        connection
            .execute_batch(
                "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
                 CREATE TABLE IF NOT EXISTS event (
                     seq INTEGER PRIMARY KEY, one TEXT, other TEXT, kind TEXT, topic TEXT,
                     latest INTEGER, published INTEGER, body BLOB);
                 CREATE INDEX IF NOT EXISTS pair ON event (one, other, latest);",
            )
            .expect("a table");
        Self(connection)
    }

    /// Appends records as one transaction.
    pub(crate) fn append(&mut self, records: &[Record]) {
        let transaction = self.0.transaction().expect("a transaction");
        {
            let mut insert = transaction
                .prepare_cached("INSERT INTO event VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")
                .expect("a statement");
            for record in records {
                let Body::EventRecorded(event) = &record.body else { continue };
                let body = wire::encode_alone(record).expect("bytes");
                let (one, other) = pair(event);
                let latest = event.occurred.latest.map(Day::number);
                let topic = event.topic.as_ref().map(|topic| topic.as_str());
                insert
                    .execute(params![
                        record.seq.0 as i64,
                        one,
                        other,
                        event.kind.as_str(),
                        topic,
                        latest,
                        event.published.number(),
                        body
                    ])
                    .expect("inserted");
            }
        }
        transaction.commit().expect("committed");
    }

    /// Reads and decodes every record in order; returns how many.
    pub(crate) fn scan(&self) -> usize {
        let mut select = self.0.prepare("SELECT body FROM event ORDER BY seq").expect("a statement");
        let mut rows = select.query([]).expect("rows");
        let mut count = 0;
        while let Some(row) = rows.next().expect("a row") {
            let body: Vec<u8> = row.get(0).expect("bytes");
            count += wire::decode(&body).expect("a record").len();
        }
        count
    }

    /// Finds the last event of each kind and topic of a pair on a day; returns how many.
    pub(crate) fn dyad(&self, one: &str, other: &str, day: Day) -> usize {
        let mut select = self
            .0
            .prepare_cached(
                "SELECT kind, topic, max(latest) FROM event
                 WHERE one = ?1 AND other = ?2 AND latest <= ?3 GROUP BY kind, topic",
            )
            .expect("a statement");
        let rows = select.query_map(params![one, other, day.number()], |row| row.get::<_, String>(0)).expect("rows");
        rows.map(|row| row.expect("a row")).count()
    }

    /// Finds the last event of each pair, kind and topic on a day; returns how many.
    pub(crate) fn whole(&self, day: Day) -> usize {
        let mut select = self
            .0
            .prepare_cached(
                "SELECT one, other, kind, topic, max(latest) FROM event WHERE latest <= ?1
                 GROUP BY one, other, kind, topic",
            )
            .expect("a statement");
        let rows = select.query_map(params![day.number()], |row| row.get::<_, String>(0)).expect("rows");
        rows.map(|row| row.expect("a row")).count()
    }
}

/// Appends batches and returns events a second.
pub(crate) fn append(path: &Path, batches: &[Vec<Record>]) -> f64 {
    let mut table = Table::open(path);
    let start = Instant::now();
    batches.iter().for_each(|batch| table.append(batch));
    batches.iter().map(Vec::len).sum::<usize>() as f64 / start.elapsed().as_secs_f64()
}

fn pair(event: &Event) -> (&str, &str) {
    let one = event.actors.first().map_or("", |one| one.party().as_str());
    let other = event.recipients.first().map_or("", |one| one.party().as_str());
    if one < other { (one, other) } else { (other, one) }
}
