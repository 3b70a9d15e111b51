//! Days of the world, intervals of them, and instants of the log.
//!
//! Two clocks, two types: a [`Day`] says when something happened or was told, an [`Instant`] when the
//! log learnt it. They are never compared. Never reads the clock.

use chrono::{DateTime, Datelike, Days, Months, NaiveDate, SecondsFormat, Utc};
use std::fmt;
use std::str::FromStr;
use thiserror::Error;

/// Why a text is not a date.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum DayError {
    /// Not a date of a known form.
    #[error("{0:?} is not a date: 2022-04-01, 2022-04, 2022 or \"March 21, 2022\" was expected")]
    Form(String),
    /// Not an instant.
    #[error("{0:?} is not a time: an RFC 3339 instant such as 2024-01-31T12:00:00Z, or a date, was expected")]
    Instant(String),
    /// Ends the wrong way round.
    #[error("the interval ends on {latest} before it begins on {earliest}")]
    Order {
        /// The first day given.
        earliest: Day,
        /// The last day given.
        latest: Day,
    },
}

/// A civil day, without a time zone.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
pub struct Day(NaiveDate);

impl Day {
    /// Makes the day, `None` where the calendar has no such day.
    #[must_use]
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(year, month, day).map(Self)
    }

    /// Returns the day that is `days` later, or earlier where negative; stops at the calendar's ends.
    #[must_use]
    pub fn plus_days(self, days: i64) -> Self {
        let step = Days::new(days.unsigned_abs());
        let moved = if days < 0 { self.0.checked_sub_days(step) } else { self.0.checked_add_days(step) };
        Self(moved.unwrap_or(if days < 0 { NaiveDate::MIN } else { NaiveDate::MAX }))
    }

    /// Returns the same day of the month `months` later, or the last day of a shorter month.
    #[must_use]
    pub fn plus_months(self, months: i32) -> Self {
        let step = Months::new(months.unsigned_abs());
        let moved = if months < 0 { self.0.checked_sub_months(step) } else { self.0.checked_add_months(step) };
        Self(moved.unwrap_or(if months < 0 { NaiveDate::MIN } else { NaiveDate::MAX }))
    }

    /// Returns the number of days from `earlier` to this day.
    #[must_use]
    pub fn days_since(self, earlier: Self) -> i64 {
        self.0.signed_duration_since(earlier.0).num_days()
    }

    /// Returns the year.
    #[must_use]
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// Returns the month, 1 to 12.
    #[must_use]
    pub fn month(self) -> u32 {
        self.0.month()
    }

    /// Returns the day of the month, 1 to 31.
    #[must_use]
    pub fn day(self) -> u32 {
        self.0.day()
    }

    /// Returns the day of the week, Monday 0 to Sunday 6.
    #[must_use]
    pub fn weekday(self) -> u32 {
        self.0.weekday().num_days_from_monday()
    }

    /// Returns the number of days since 1 January of the year 1, for compact encodings.
    #[must_use]
    pub fn number(self) -> i32 {
        self.0.num_days_from_ce()
    }

    /// Takes [`Day::number`] back.
    #[must_use]
    pub fn from_number(number: i32) -> Option<Self> {
        NaiveDate::from_num_days_from_ce_opt(number).map(Self)
    }

    /// Reads a date as people type it; a month or a year alone stands for its last day.
    ///
    /// # Errors
    /// When the text is none of the forms that the message names.
    pub fn parse_query(text: &str) -> Result<Self, DayError> {
        if let Some(day) = parse_full(text) {
            return Ok(day);
        }
        Interval::parse_iso(text).and_then(|interval| interval.latest).ok_or_else(|| DayError::Form(text.to_owned()))
    }
}

/// Reads a full date in ISO form or with an English month name in either order.
fn parse_full(text: &str) -> Option<Day> {
    let text = text.trim();
    ["%Y-%m-%d", "%B %d, %Y", "%d %B %Y", "%b %d, %Y", "%d %b %Y"]
        .iter()
        .find_map(|form| NaiveDate::parse_from_str(text, form).ok())
        .filter(|date| (1000..=9999).contains(&date.year()))
        .map(Day)
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // A date shows itself so; a format would be read anew each time.
        f.pad(&self.0.to_string())
    }
}

impl FromStr for Day {
    type Err = DayError;
    fn from_str(text: &str) -> Result<Self, DayError> {
        NaiveDate::parse_from_str(text, "%Y-%m-%d").map(Self).map_err(|_| DayError::Form(text.to_owned()))
    }
}

/// How exactly an interval is known.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
pub enum Precision {
    /// One day that the text names.
    Day,
    /// A calendar month.
    Month,
    /// A calendar year.
    Year,
    /// Any other stretch of days.
    Range,
    /// The publication day, for an undated act told as news.
    Reported,
    /// Open below: on or before `latest`.
    Before,
    /// Open above: on or after `earliest`.
    After,
}

/// Days from `earliest` to `latest`, both included; an absent end is open.
#[derive(Copy, Clone, PartialEq, Eq, Debug, Hash)]
pub struct Interval {
    /// The first day on which it may have happened; absent = open below.
    pub earliest: Option<Day>,
    /// The last day on which it may have happened; absent = open above.
    pub latest: Option<Day>,
    /// How exactly it is known.
    pub precision: Precision,
}

impl Interval {
    /// Returns one day.
    #[must_use]
    pub fn day(day: Day) -> Self {
        Self { earliest: Some(day), latest: Some(day), precision: Precision::Day }
    }

    /// Returns the publication day of something told as news without a date.
    #[must_use]
    pub fn reported(day: Day) -> Self {
        Self { precision: Precision::Reported, ..Self::day(day) }
    }

    /// Returns all days on or before `day`.
    #[must_use]
    pub fn before(day: Day) -> Self {
        Self { earliest: None, latest: Some(day), precision: Precision::Before }
    }

    /// Returns all days on or after `day`.
    #[must_use]
    pub fn after(day: Day) -> Self {
        Self { earliest: Some(day), latest: None, precision: Precision::After }
    }

    /// Returns a calendar month, `None` where there is no such month.
    #[must_use]
    pub fn month(year: i32, month: u32) -> Option<Self> {
        let first = Day::new(year, month, 1)?;
        let last = first.plus_months(1).plus_days(-1);
        Some(Self { earliest: Some(first), latest: Some(last), precision: Precision::Month })
    }

    /// Returns a calendar year.
    #[must_use]
    pub fn year(year: i32) -> Option<Self> {
        let (first, last) = (Day::new(year, 1, 1)?, Day::new(year, 12, 31)?);
        Some(Self { earliest: Some(first), latest: Some(last), precision: Precision::Year })
    }

    /// Returns a stretch of days.
    ///
    /// # Errors
    /// When `latest` lies before `earliest`.
    pub fn range(earliest: Day, latest: Day) -> Result<Self, DayError> {
        if latest < earliest {
            return Err(DayError::Order { earliest, latest });
        }
        let precision = if earliest == latest { Precision::Day } else { Precision::Range };
        Ok(Self { earliest: Some(earliest), latest: Some(latest), precision })
    }

    /// Reads `2022-04-01`, `2022-04` or `2022`.
    #[must_use]
    pub fn parse_iso(text: &str) -> Option<Self> {
        let digits = |part: &str, len| part.len() == len && part.bytes().all(|b| b.is_ascii_digit());
        let parts: Vec<&str> = text.trim().split('-').collect();
        match parts.as_slice() {
            [year] if digits(year, 4) => Self::year(year.parse().ok()?),
            [year, month] if digits(year, 4) && digits(month, 2) => {
                Self::month(year.parse().ok()?, month.parse().ok()?)
            }
            [year, month, day] if digits(year, 4) && digits(month, 2) && digits(day, 2) => {
                Day::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).map(Self::day)
            }
            _ => None,
        }
    }

    /// Tells whether `day` may be the day.
    #[must_use]
    pub fn contains(&self, day: Day) -> bool {
        self.earliest.is_none_or(|first| first <= day) && self.latest.is_none_or(|last| day <= last)
    }

    /// Tells whether the two share a day.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        self.intersection(other).is_some()
    }

    /// Returns the days that both hold, `None` where there are none; precision is that of the narrower.
    #[must_use]
    pub fn intersection(&self, other: &Self) -> Option<Self> {
        let earliest = self.earliest.max(other.earliest);
        let latest = match (self.latest, other.latest) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        };
        if let (Some(first), Some(last)) = (earliest, latest)
            && last < first
        {
            return None;
        }
        let narrower = |one: &Self| one.earliest == earliest && one.latest == latest;
        let precision = if narrower(self) {
            self.precision
        } else if narrower(other) {
            other.precision
        } else {
            Precision::Range
        };
        Some(Self { earliest, latest, precision })
    }

    /// Returns the key that orders intervals: by latest (open last), then earliest (open first).
    #[must_use]
    pub fn order(&self) -> (i32, i32) {
        (self.latest.map_or(i32::MAX, Day::number), self.earliest.map_or(i32::MIN, Day::number))
    }
}

impl fmt::Display for Interval {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.earliest, self.latest) {
            (Some(a), Some(b)) if a == b => a.fmt(f),
            (Some(a), Some(_)) if self.precision == Precision::Month => write!(f, "{:04}-{:02}", a.year(), a.month()),
            (Some(a), Some(_)) if self.precision == Precision::Year => write!(f, "{:04}", a.year()),
            (Some(a), Some(b)) => write!(f, "{a}..{b}"),
            (None, Some(b)) => write!(f, "..{b}"),
            (Some(a), None) => write!(f, "{a}.."),
            (None, None) => f.write_str(".."),
        }
    }
}

/// A UTC instant, to the microsecond: when the log learnt something.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
pub struct Instant(i64);

impl Instant {
    /// Makes an instant from microseconds since 1970-01-01T00:00:00Z.
    #[must_use]
    pub fn from_micros(micros: i64) -> Self {
        Self(micros)
    }

    /// Returns microseconds since 1970-01-01T00:00:00Z.
    #[must_use]
    pub fn micros(self) -> i64 {
        self.0
    }

    /// Returns the UTC day of the instant.
    #[must_use]
    pub fn day(self) -> Option<Day> {
        DateTime::from_timestamp_micros(self.0).map(|time| Day(time.date_naive()))
    }

    /// Reads an RFC 3339 instant; a date alone stands for its last microsecond.
    ///
    /// # Errors
    /// When the text is neither.
    pub fn parse_query(text: &str) -> Result<Self, DayError> {
        if let Ok(time) = text.parse() {
            return Ok(time);
        }
        Day::parse_query(text)
            .ok()
            .and_then(|day| day.0.succ_opt())
            .and_then(|next| next.and_hms_opt(0, 0, 0))
            .map(|midnight| Self(midnight.and_utc().timestamp_micros() - 1))
            .ok_or_else(|| DayError::Instant(text.to_owned()))
    }
}

impl fmt::Display for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match DateTime::from_timestamp_micros(self.0) {
            Some(time) => f.write_str(&time.to_rfc3339_opts(SecondsFormat::Micros, true)),
            None => write!(f, "{}us", self.0),
        }
    }
}

impl FromStr for Instant {
    type Err = DayError;
    fn from_str(text: &str) -> Result<Self, DayError> {
        DateTime::parse_from_rfc3339(text)
            .map(|time| Self(time.with_timezone(&Utc).timestamp_micros()))
            .map_err(|_| DayError::Instant(text.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::{Day, DayError, Instant, Interval, Precision};

    #[test]
    fn people_type_dates_in_several_forms() -> Result<(), DayError> {
        for (text, want) in [
            ("2022-04-01", "2022-04-01"),
            ("2022-04", "2022-04-30"),
            ("2024-02", "2024-02-29"),
            ("2022", "2022-12-31"),
            ("March 21, 2022", "2022-03-21"),
            ("21 March 2022", "2022-03-21"),
        ] {
            assert_eq!(Day::parse_query(text)?.to_string(), want, "{text}");
        }
        for text in ["", "2022-13", "31.01.2024", "2023-02-29", "soon", "22-01-01"] {
            assert!(Day::parse_query(text).is_err(), "{text}");
        }
        Ok(())
    }

    #[test]
    fn intervals_intersect_with_open_ends() -> Result<(), DayError> {
        let may: Interval = Interval::parse_iso("2022-05").ok_or(DayError::Form(String::new()))?;
        let before = Interval::before("2022-05-10".parse()?);
        let both = may.intersection(&before).map(|both| both.to_string());
        assert_eq!(both.as_deref(), Some("2022-05-01..2022-05-10"));
        assert!(!may.overlaps(&Interval::after("2022-06-01".parse()?)));
        assert_eq!(may.intersection(&may).map(|both| both.precision), Some(Precision::Month));
        assert_eq!(may.to_string(), "2022-05");
        Ok(())
    }

    #[test]
    fn an_instant_prints_and_parses() -> Result<(), DayError> {
        let text = "2024-01-31T12:00:00.000001Z";
        assert_eq!(text.parse::<Instant>()?.to_string(), text);
        assert_eq!(Instant::parse_query("2024-01-31")?.to_string(), "2024-01-31T23:59:59.999999Z");
        Ok(())
    }
}
