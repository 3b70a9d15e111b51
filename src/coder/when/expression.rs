//! What an expression of time says, before it is known when it was said.

use crate::ontology::lexicon::time::Unit;

/// Which one of a row, seen from publication.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub(crate) enum Side {
    /// Not said: the nearest on the side that the tense points to.
    Open,
    /// The one before.
    Back,
    /// The one that publication falls in.
    Here,
    /// The one after.
    Ahead,
}

/// How many of a unit.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub(crate) struct Length {
    /// At least.
    pub least: u32,
    /// At the most.
    pub most: u32,
    /// Of what.
    pub unit: Unit,
    /// Whether it comes on top of something already running.
    pub further: bool,
}

/// An expression of time.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Expression {
    /// A day of a month.
    Day { year: Option<i32>, month: u32, day: u32 },
    /// A month.
    Month { year: Option<i32>, month: u32, side: Side },
    /// A year.
    Year(i32),
    /// Ten years.
    Decade(i32),
    /// A day of the week.
    Weekday { number: u32, side: Side },
    /// Some months.
    Season { year: Option<i32>, first: u32, last: u32, side: Side },
    /// A week, month, year.
    Stretch { unit: Unit, side: Side },
    /// "The past three months", "the next two weeks".
    Rolling { length: Length, ahead: bool },
    /// "Two weeks ago", "in two weeks".
    Away { length: Length, ahead: bool },
    /// "Three days earlier", "hours later".
    Shift { length: Length, ahead: bool },
    /// Days counted from publication.
    Days { from: i64, to: i64 },
    /// "The 15th".
    DayOfMonth(u32),
    /// "The same day", "the following month".
    Told { unit: Unit, side: Side },
    /// "The following February", "the next Monday": the first one behind the date told last, or the last one before it.
    Next { inner: Box<Expression>, ahead: bool },
    /// A part of a stretch, in hundredths.
    Part { from: u32, to: u32, whole: Box<Expression> },
    /// The part of a stretch before publication, or before the date told last where the stretch is told by that.
    Sooner(Box<Expression>),
    /// The part of a stretch after publication, or after the date told last.
    Later(Box<Expression>),
    /// "March last year", "Monday this week".
    Within { inner: Box<Expression>, outer: Box<Expression> },
    /// From one to the other.
    Range(Box<Expression>, Box<Expression>),
    /// How long.
    Long(Length),
    /// Before publication.
    Earlier,
    /// At the date told last.
    Then,
}

impl Expression {
    /// Returns the year that it names.
    pub(crate) fn year(&self) -> Option<i32> {
        match self {
            Self::Day { year, .. } | Self::Month { year, .. } | Self::Season { year, .. } => *year,
            Self::Year(year) => Some(*year),
            Self::Part { whole, .. } => whole.year(),
            Self::Range(first, _) => first.year(),
            _ => None,
        }
    }

    /// Gives it a year where it names none but could.
    pub(crate) fn with_year(self, given: i32) -> Self {
        match self {
            Self::Day { year: None, month, day } => Self::Day { year: Some(given), month, day },
            Self::Month { year: None, month, side: Side::Open } => {
                Self::Month { year: Some(given), month, side: Side::Open }
            }
            Self::Season { year: None, first, last, side: Side::Open } => {
                Self::Season { year: Some(given), first, last, side: Side::Open }
            }
            Self::Part { from, to, whole } => Self::Part { from, to, whole: Box::new(whole.with_year(given)) },
            other => other,
        }
    }
}
