//! A date that was read is read the same when it was printed.
#![no_main]

use detente::model::day::{Day, Instant, Interval};
use detente::text::date;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Ok(day) = Day::parse_query(text) {
        assert_eq!(Day::parse_query(&day.to_string()), Ok(day));
    }
    if let Some(day) = date::full(text) {
        assert_eq!(day.to_string().parse(), Ok(day));
    }
    if let Some(interval) = Interval::parse_iso(text) {
        assert!(interval.earliest <= interval.latest, "{interval:?}");
    }
    // What it finds is of no interest here, but that it ends.
    let _ = (date::dateline(text), Instant::parse_query(text));
});
