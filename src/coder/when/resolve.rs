//! From an expression of time to days, given when it was said and what was told before it.
//!
//! Never invents a day: what a text leaves open stays as wide as it leaves it.

use super::Dates;
use super::expression::{Expression, Length, Side};
use crate::model::day::{Day, Interval, Precision};
use crate::ontology::lexicon::time::Unit;

const DAYS_OF_MONTH: i64 = 31;
/// Days from which hours can be counted on.
const FEW_DAYS: i64 = 3;
/// Within so many days before publication a day is of the news.
const NEWS: i64 = 14;

/// On which side of publication the nearest date is meant.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Direction {
    /// On or before publication.
    Back,
    /// On or after publication.
    Ahead,
}

/// What an expression is read against.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub(crate) struct Anchor {
    /// When the article was published.
    pub published: Day,
    /// The dates told before.
    pub told: Dates,
    /// Where the nearest date is looked for.
    pub direction: Direction,
}

/// Tells whether a date is told closely enough for hours, days or weeks to be counted from it: a month is, a year is not.
pub(super) fn is_near(told: &Interval) -> bool {
    told.earliest.zip(told.latest).is_none_or(|(first, last)| last.days_since(first) < DAYS_OF_MONTH)
}

/// Tells whether a date is one day, so that "the same day" is it.
pub(super) fn is_day(told: &Interval) -> bool {
    told.earliest.is_some() && told.earliest == told.latest
}

/// Tells whether a date is a few days, so that hours can be counted from it.
fn is_some_days(told: &Interval) -> bool {
    told.earliest.zip(told.latest).is_some_and(|(first, last)| last.days_since(first) <= FEW_DAYS)
}

fn is_counted_from_days(unit: Unit) -> bool {
    matches!(unit, Unit::Hour | Unit::Day | Unit::Week | Unit::Weekend)
}

/// Returns the days that hours, days and weeks are counted from. Back from no month of a paragraph before: "lifted the duties on
/// Monday. They dated from July 2019. Two days earlier, Peru" is of the news.
fn counted_from(anchor: &Anchor, ahead: bool) -> Option<Interval> {
    let told = anchor.told;
    let is_of_news = !ahead && told.is_near_above && told.near.is_some_and(|near| !is_some_days(&near));
    told.news.filter(|_| is_of_news).or(told.near)
}

/// Returns the days that an expression names, `None` where it names none.
pub(crate) fn resolve(expression: &Expression, anchor: &Anchor) -> Option<Interval> {
    let published = anchor.published;
    match expression {
        Expression::Day { year: Some(year), month, day } => Day::new(*year, *month, *day).map(Interval::day),
        Expression::Day { year: None, month, day } => nearest_year(anchor, |year| {
            // 29 February comes every four years only.
            Day::new(year, *month, *day).map(Interval::day)
        }),
        Expression::Month { year: Some(year), month, .. } => Interval::month(*year, *month),
        Expression::Month { year: None, month, side } => {
            let of = |year| Interval::month(year, *month);
            sided_year(anchor, *side, of)
        }
        Expression::Year(year) => Interval::year(*year),
        Expression::Decade(year) => years(*year, year + 9),
        Expression::Weekday { number, side } => Some(Interval::day(weekday(anchor, *number, *side))),
        Expression::Season { year: Some(year), first, last, .. } => months(*year, *first, *last),
        Expression::Season { year: None, first, last, side } => {
            sided_year(anchor, *side, |year| months(year, *first, *last))
        }
        Expression::Stretch { unit, side } => stretch(anchor, *unit, *side),
        Expression::Rolling { length, ahead: false } => {
            span(moved(published, length.most, length.unit, false), published)
        }
        Expression::Rolling { length, ahead: true } => {
            span(published, moved(published, length.most, length.unit, true))
        }
        Expression::Away { length, ahead } => away(Interval::day(published), *length, *ahead),
        Expression::Shift { length, ahead } => {
            // "Hours earlier" with nothing told before is seen from publication; "hours later" cannot be.
            let told = if is_counted_from_days(length.unit) { counted_from(anchor, *ahead) } else { anchor.told.last };
            // "Restored ties in November 2020. Hours later Chile": hours are counted from a day.
            let of_day = anchor.told.day.filter(|_| length.unit == Unit::Hour);
            let told = told.filter(|told| of_day.is_none() || is_some_days(told)).or(of_day);
            let base = told.or((!ahead).then(|| Interval::day(published)))?;
            away(base, *length, *ahead)
        }
        Expression::Days { from, to } => span(published.plus_days(*from), published.plus_days(*to)),
        Expression::DayOfMonth(day) => day_of_month(anchor, *day),
        Expression::Told { unit, side } => told(anchor, *unit, *side),
        Expression::Next { inner, ahead } => beyond(inner, anchor.told.last?, *ahead),
        Expression::Part { from, to, whole } => share(&resolve(whole, anchor)?, *from, *to),
        // "Opened the mission on Sunday. The embargo ended on 3 February 1994. They met earlier in the day": of the news.
        Expression::Sooner(whole) | Expression::Later(whole)
            if matches!(**whole, Expression::Told { unit: Unit::Day, .. })
                && anchor.told.last.is_some_and(|last| is_old(&last, anchor.published)) =>
        {
            anchor.told.news.or(Some(Interval::day(anchor.published)))
        }
        Expression::Sooner(whole) | Expression::Later(whole)
            if matches!(**whole, Expression::Told { unit: Unit::Day, .. }) =>
        {
            resolve(whole, anchor)
        }
        Expression::Sooner(whole) if matches!(**whole, Expression::Told { .. }) => {
            span(resolve(whole, anchor)?.earliest?, anchor.told.last?.latest?)
        }
        Expression::Later(whole) if matches!(**whole, Expression::Told { .. }) => {
            span(anchor.told.last?.earliest?, resolve(whole, anchor)?.latest?)
        }
        Expression::Sooner(whole) => {
            let whole = resolve(whole, &Anchor { direction: Direction::Back, ..*anchor })?;
            let (first, last) = (whole.earliest?, whole.latest?);
            if first == last { Some(whole) } else { span(first, last.min(published.plus_days(-1)).max(first)) }
        }
        Expression::Later(whole) => {
            // "Called in the envoy later on Monday", "will do so later in May".
            let whole = resolve(whole, anchor)?;
            let (first, last) = (whole.earliest?, whole.latest?);
            if first == last || last < published { Some(whole) } else { span(first.max(published).min(last), last) }
        }
        Expression::Within { inner, outer } => within(inner, outer, anchor),
        Expression::Range(first, last) => range(first, last, anchor),
        Expression::Long(_) => None,
        Expression::Earlier => Some(Interval::before(published)),
        Expression::Then => anchor.told.last,
    }
}

/// Returns the day that is a length away.
pub(crate) fn moved(day: Day, count: u32, unit: Unit, ahead: bool) -> Day {
    let count = i32::try_from(count).unwrap_or(i32::MAX / 400).min(i32::MAX / 400);
    let signed = if ahead { count } else { -count };
    match unit {
        Unit::Hour => day.plus_days(i64::from(if ahead { (count + 23) / 24 } else { -((count + 23) / 24) })),
        Unit::Day => day.plus_days(i64::from(signed)),
        Unit::Week | Unit::Weekend => day.plus_days(7 * i64::from(signed)),
        Unit::Month => day.plus_months(signed),
        Unit::Quarter => day.plus_months(3 * signed),
        Unit::Year => day.plus_months(12 * signed),
        Unit::Decade => day.plus_months(120 * signed),
    }
}

/// Returns the calendar unit that holds a day.
pub(crate) fn holding(day: Day, unit: Unit) -> Option<Interval> {
    let monday = day.plus_days(-i64::from(day.weekday()));
    match unit {
        Unit::Hour | Unit::Day => Some(Interval::day(day)),
        Unit::Week => span(monday, monday.plus_days(6)),
        Unit::Weekend => span(monday.plus_days(5), monday.plus_days(6)),
        Unit::Month => Interval::month(day.year(), day.month()),
        Unit::Quarter => {
            let first = (day.month() - 1) / 3 * 3 + 1;
            months(day.year(), first, first + 2)
        }
        Unit::Year => Interval::year(day.year()),
        Unit::Decade => years(day.year() - day.year().rem_euclid(10), day.year() - day.year().rem_euclid(10) + 9),
    }
}

fn span(first: Day, last: Day) -> Option<Interval> {
    Interval::range(first, last).ok()
}

fn years(first: i32, last: i32) -> Option<Interval> {
    span(Day::new(first, 1, 1)?, Day::new(last, 12, 31)?)
}

fn months(year: i32, first: u32, last: u32) -> Option<Interval> {
    let end = if last < first { year + 1 } else { year };
    span(Interval::month(year, first)?.earliest?, Interval::month(end, last)?.latest?)
}

/// Returns the date of the year that puts it nearest to publication on the asked side; a stretch that
/// holds publication is nearest.
fn nearest_year(anchor: &Anchor, of: impl Fn(i32) -> Option<Interval>) -> Option<Interval> {
    let published = anchor.published;
    let years: Vec<i32> = match anchor.direction {
        Direction::Back => (0..9).map(|step| published.year() - step).collect(),
        Direction::Ahead => (-1..9).map(|step| published.year() + step).collect(),
    };
    years.into_iter().filter_map(of).find(|interval| match anchor.direction {
        Direction::Back => interval.earliest.is_some_and(|first| first <= published),
        Direction::Ahead => interval.latest.is_some_and(|last| last >= published),
    })
}

/// As [`nearest_year`], for "last March" (over before publication's month) and "next March".
fn sided_year(anchor: &Anchor, side: Side, of: impl Fn(i32) -> Option<Interval>) -> Option<Interval> {
    let year = anchor.published.year();
    match side {
        Side::Open => nearest_year(anchor, of),
        Side::Here => of(year),
        Side::Back => (0..3)
            .filter_map(|step| of(year - step))
            .find(|interval| interval.latest.is_some_and(|last| last < anchor.published)),
        Side::Ahead => (0..3)
            .filter_map(|step| of(year + step))
            .find(|interval| interval.earliest.is_some_and(|first| first > anchor.published)),
    }
}

fn weekday(anchor: &Anchor, number: u32, side: Side) -> Day {
    let published = anchor.published;
    let back = i64::from((published.weekday() + 7 - number) % 7);
    let ahead = i64::from((number + 7 - published.weekday()) % 7);
    match (side, anchor.direction) {
        (Side::Open, Direction::Back) => published.plus_days(-back),
        (Side::Open, Direction::Ahead) => published.plus_days(ahead),
        (Side::Here, _) => published.plus_days(i64::from(number) - i64::from(published.weekday())),
        (Side::Back, _) => published.plus_days(if back == 0 { -7 } else { -back }),
        (Side::Ahead, _) => published.plus_days(if ahead == 0 { 7 } else { ahead }),
    }
}

fn stretch(anchor: &Anchor, unit: Unit, side: Side) -> Option<Interval> {
    let published = anchor.published;
    let side = match (side, anchor.direction) {
        (Side::Open, Direction::Back) if unit == Unit::Weekend => Side::Back,
        _ => side,
    };
    match side {
        Side::Here | Side::Open => holding(published, unit),
        // The weekend before a Sunday is the one it belongs to.
        Side::Back if unit == Unit::Weekend => {
            let here = holding(published, unit)?;
            if here.earliest? < published { Some(here) } else { holding(published.plus_days(-7), unit) }
        }
        Side::Back => holding(moved(published, 1, unit, false), unit),
        Side::Ahead => holding(moved(published, 1, unit, true), unit),
    }
}

/// Returns the days a length away from others: a day for days, half a unit to either side for longer ones.
pub(crate) fn away(base: Interval, length: Length, ahead: bool) -> Option<Interval> {
    let (first, last) = (base.earliest.or(base.latest)?, base.latest.or(base.earliest)?);
    let (nearest, furthest) = if ahead {
        (moved(first, length.least, length.unit, true), moved(last, length.most, length.unit, true))
    } else {
        (moved(last, length.least, length.unit, false), moved(first, length.most, length.unit, false))
    };
    let (low, high) = if ahead { (nearest, furthest) } else { (furthest, nearest) };
    let slack = match length.unit {
        Unit::Hour => return if ahead { span(first, high) } else { span(low, last) },
        Unit::Day => 0,
        Unit::Week | Unit::Weekend => 3,
        // "In May 2022, three months after": in February.
        Unit::Month if are_ends(first, last, Interval::month(first.year(), first.month())) => {
            return span(low, Interval::month(high.year(), high.month())?.latest?);
        }
        Unit::Month => 15,
        // "In 2014, and a year later".
        Unit::Year if are_ends(first, last, Interval::year(first.year())) => {
            return span(low, Interval::year(high.year())?.latest?);
        }
        Unit::Quarter => 45,
        Unit::Year => 183,
        Unit::Decade => 1826,
    };
    let slack = if length.least == length.most { slack } else { 0 };
    span(low.plus_days(-slack), high.plus_days(slack))
}

/// Tells whether two days are the first and last of a month or year.
fn are_ends(first: Day, last: Day, of: Option<Interval>) -> bool {
    of.is_some_and(|of| (of.earliest, of.latest) == (Some(first), Some(last)))
}

fn day_of_month(anchor: &Anchor, day: u32) -> Option<Interval> {
    let published = anchor.published;
    let first = Day::new(published.year(), published.month(), 1)?;
    let mut steps = (0..3).map(|step| if anchor.direction == Direction::Back { -step } else { step });
    steps.find_map(|step| {
        let month = first.plus_months(step);
        let found = Day::new(month.year(), month.month(), day)?;
        let fits = match anchor.direction {
            Direction::Back => found <= published,
            Direction::Ahead => found >= published,
        };
        fits.then(|| Interval::day(found))
    })
}

fn told(anchor: &Anchor, unit: Unit, side: Side) -> Option<Interval> {
    let of_main = anchor.told.main.filter(|_| side == Side::Here && unit == Unit::Day);
    let seen = of_main.or_else(|| anchor.told.seen(anchor.direction));
    // "Ana Quispe, who took office in May 2010, left the pact in December that year".
    let seen = anchor.told.aside.filter(|_| side == Side::Here && unit == Unit::Year).or(seen);
    // "Pardoned him on 31 August over a killing in 2004. Chile recalled its envoy the same day".
    // "In May, when Peru struck. Chile answered the next day": that is no day of another month.
    let is_same = |_: &Interval| side == Side::Here || anchor.told.is_day_last;
    let days = seen.filter(is_day).or(anchor.told.day.filter(is_same));
    let days = days.filter(|_| matches!(unit, Unit::Day | Unit::Hour));
    let base = match (days.or(seen), side) {
        (Some(base), _) => base,
        (None, Side::Back) => Interval::day(anchor.published),
        (None, _) => return None,
    };
    let day = base.earliest.or(base.latest)?;
    match side {
        Side::Back => holding(moved(day, 1, unit, false), unit),
        Side::Ahead => holding(moved(base.latest.unwrap_or(day), 1, unit, true), unit),
        Side::Here | Side::Open if matches!(unit, Unit::Day | Unit::Hour) => Some(base),
        Side::Here | Side::Open => holding(day, unit),
    }
}

/// Returns the first month or weekday behind some days, or the last one before them.
fn beyond(named: &Expression, told: Interval, ahead: bool) -> Option<Interval> {
    let (first, last) = (told.earliest.or(told.latest)?, told.latest.or(told.earliest)?);
    match named {
        Expression::Month { month, .. } if ahead => {
            let year = last.year() + i32::from(*month <= last.month());
            Interval::month(year, *month)
        }
        Expression::Month { month, .. } => {
            let year = first.year() - i32::from(*month >= first.month());
            Interval::month(year, *month)
        }
        Expression::Weekday { number, .. } if ahead => {
            let steps = i64::from((number + 6 - last.weekday()) % 7) + 1;
            Some(Interval::day(last.plus_days(steps)))
        }
        Expression::Weekday { number, .. } => {
            let steps = i64::from((first.weekday() + 6 - number) % 7) + 1;
            Some(Interval::day(first.plus_days(-steps)))
        }
        _ => None,
    }
}

/// Tells whether days ended long before publication.
fn is_old(days: &Interval, published: Day) -> bool {
    days.latest.is_some_and(|last| published.days_since(last) > NEWS)
}

/// Tells whether days are those of the news: a day shortly before publication.
pub(super) fn is_of_news(days: &Interval, published: Day) -> bool {
    is_day(days) && !is_old(days, published)
}

/// Returns the hundredths `from` to `to` of an interval.
fn share(whole: &Interval, from: u32, to: u32) -> Option<Interval> {
    let (first, last) = (whole.earliest?, whole.latest?);
    let days = last.days_since(first) + 1;
    let start = days * i64::from(from) / 100;
    let end = (days * i64::from(to) / 100 - 1).max(start);
    span(first.plus_days(start), first.plus_days(end))
}

fn within(inner: &Expression, outer: &Expression, anchor: &Anchor) -> Option<Interval> {
    let outer = resolve(outer, anchor)?;
    let first = outer.earliest?;
    match inner {
        Expression::Weekday { number, .. } => {
            Some(Interval::day(first.plus_days(i64::from(*number) - i64::from(first.weekday()))))
        }
        other => resolve(&other.clone().with_year(first.year()), anchor),
    }
}

/// Returns the days from the start of one expression to the end of another; a first one that comes out
/// later belongs to the year (or week) before.
fn range(first: &Expression, last: &Expression, anchor: &Anchor) -> Option<Interval> {
    let first = match last.year() {
        Some(year) if first.year().is_none() => first.clone().with_year(year),
        _ => first.clone(),
    };
    let last = match first.year() {
        Some(year) if last.year().is_none() => last.clone().with_year(year),
        _ => last.clone(),
    };
    let (low, high) = (resolve(&first, anchor)?, resolve(&last, anchor)?);
    let (start, end) = (low.earliest?, high.latest?);
    if start <= end {
        return span(start, end);
    }
    let start = match first {
        Expression::Weekday { .. } => start.plus_days(-7),
        _ if anchor.direction == Direction::Ahead => return span(start, end.plus_months(12)),
        _ => start.plus_months(-12),
    };
    span(start, end)
}

/// Returns an interval without the days after `day`, `None` where none are left.
pub(crate) fn capped(interval: &Interval, day: Day) -> Option<Interval> {
    match (interval.earliest, interval.latest) {
        (Some(first), _) if first > day => None,
        (_, Some(last)) if last <= day => Some(*interval),
        (Some(first), _) => span(first, day),
        (None, _) => Some(Interval { earliest: None, latest: Some(day), precision: Precision::Before }),
    }
}

/// Returns an interval without the days before `day`, `None` where none are left.
pub(crate) fn from_day(interval: &Interval, day: Day) -> Option<Interval> {
    match (interval.earliest, interval.latest) {
        (_, Some(last)) if last < day => None,
        (Some(first), _) if first >= day => Some(*interval),
        (_, Some(last)) => span(day, last),
        (_, None) => Some(Interval::after(day)),
    }
}
