//! The year of a day or month that goes on with what was told of an older year.

use super::expression::{Expression, Side};
use super::resolve::{Anchor, Direction, is_day, resolve};
use super::{DAYS_OF_NEWS, Dates, Time, attach, is_told};
use crate::english::tag::{Label, Tag};
use crate::english::{Sentence, Token};
use crate::model::day::{Day, Interval};

/// Days counted from another of which one can be meant, at the most.
const DAYS_COUNTED: i64 = 62;
/// The days of a month, at the most.
const DAYS_OF_MONTH: i64 = 31;
/// The days of a season, at the most.
const DAYS_OF_SEASON: i64 = 92;
/// A story of an older year goes on for so long.
const DAYS_OF_STORY: i64 = 62;
/// A month named without its year is one of so many days before publication.
const DAYS_OF_HALF: i64 = 183;

/// Returns the year of a day or month that carries on what was told of an older year: "fighting broke out on 14 September
/// 2022. The two agreed a truce on 16 September". A day of the last month before publication is news.
pub(super) fn year_of_story(expression: &Expression, published: Day, told: Dates) -> Option<i32> {
    if !matches!(
        expression,
        Expression::Day { year: None, .. } | Expression::Month { year: None, side: Side::Open, .. }
    ) {
        return None;
    }
    let (first, last) =
        told.last.and_then(|told| told.earliest.zip(told.latest)).filter(|(first, last)| first == last)?;
    let anchor = Anchor { published, told, direction: Direction::Back };
    let in_year = |year: i32| resolve(&expression.clone().with_year(year), &anchor);
    let found = [last.year(), last.year() + 1].into_iter().filter_map(in_year);
    let found = found.into_iter().find(|found| found.latest.is_some_and(|day| day >= first))?.earliest?;
    let nearest = resolve(expression, &anchor)?;
    let is_old = nearest.earliest? > found && published.days_since(nearest.latest?) > DAYS_OF_NEWS;
    (is_old && found.days_since(last) <= DAYS_OF_STORY).then(|| found.year())
}

/// Returns the year of a day whose month the sentence has just told with its year: "in October 2006, after the test
/// of October 9".
pub(super) fn same_month(expression: &Expression, before: &Time) -> Option<i32> {
    let Expression::Day { year: None, month, .. } = expression else { return None };
    let (first, last) = before.past.filter(|_| is_told(before)).and_then(|past| past.earliest.zip(past.latest))?;
    let is_there = (first.year(), first.month()) == (last.year(), last.month()) && first.month() == *month;
    is_there.then(|| first.year())
}

/// Returns the year of a month or season told behind another of an older year in the sentence: "expelled four envoys in April
/// that year; Chile responded in May", "left in the spring of 2021 and returned in the autumn".
pub(super) fn same_year(expression: &Expression, before: &Time) -> Option<i32> {
    same_year_as(expression, before.past.filter(|_| is_told(before))?)
}

/// As [`same_year`], behind a stretch told before.
pub(super) fn same_year_as(expression: &Expression, before: Interval) -> Option<i32> {
    let (begins, longest) = match expression {
        Expression::Month { year: None, month, side: Side::Open } => (*month, DAYS_OF_MONTH),
        Expression::Season { year: None, first, side: Side::Open, .. } => (*first, DAYS_OF_SEASON),
        _ => return None,
    };
    let (first, last) = before.earliest.zip(before.latest)?;
    let is_stretch = first < last && first.year() == last.year() && last.days_since(first) < longest;
    let is_whole = first.day() == 1 && (longest > DAYS_OF_MONTH || first.month() == last.month());
    (is_stretch && is_whole && last.month() < begins).then(|| first.year())
}

/// Returns the year of a day or month that is among those counted from what was told before: "left on 4 May 2021, and a month
/// later, on 6 June".
pub(super) fn year_counted(expression: &Expression, before: &Time) -> Option<i32> {
    let (first, last) = before.past.filter(|_| is_told(before)).and_then(|past| past.earliest.zip(past.latest))?;
    let of = |year: i32| match expression {
        Expression::Day { year: None, month, day } => Day::new(year, *month, *day).map(Interval::day),
        Expression::Month { year: None, month, side: Side::Open } => Interval::month(year, *month),
        _ => None,
    };
    let is_counted = first < last && last.days_since(first) <= DAYS_COUNTED;
    let meets = |found: &Interval| found.earliest <= Some(last) && found.latest >= Some(first);
    let mut years = [first.year(), last.year()].into_iter().filter(|_| is_counted);
    years.find(|&year| of(year).is_some_and(|found| meets(&found)))
}

/// Where an expression stands.
pub(super) struct Place<'a> {
    pub(super) sentence: &'a Sentence,
    /// Its first token.
    pub(super) at: usize,
    pub(super) published: Day,
    pub(super) told: Dates,
}

impl Place<'_> {
    /// Returns the year of a day that came shortly before one told before: "expelled the envoy on 10 July 2022. Peru had closed
    /// the border on 4 July".
    pub(super) fn year_before(&self, expression: &Expression) -> Option<i32> {
        matches!(expression, Expression::Day { year: None, .. }).then_some(())?;
        let day = self.told.last.filter(is_day)?.latest?;
        let found = self.in_years(expression, [day.year(), day.year() - 1], |found| {
            (0..=DAYS_OF_STORY).contains(&day.days_since(found))
        })?;
        (self.is_before() && self.is_older(expression, found, DAYS_OF_NEWS)).then(|| found.year())
    }

    /// Returns the year of what lies in the month told last, or in the year told last where the sentence tells on of the same
    /// subject: "in June 2017 Peru cut ties with Chile. It closed the border on 5 June".
    pub(super) fn year_around(&self, expression: &Expression) -> Option<i32> {
        let (first, last) = self.told.last.and_then(|told| told.earliest.zip(told.latest))?;
        let is = |whole: Option<Interval>| {
            whole.is_some_and(|whole| (whole.earliest, whole.latest) == (Some(first), Some(last)))
        };
        let is_day = matches!(expression, Expression::Day { year: None, .. });
        let is_month = matches!(expression, Expression::Month { year: None, side: Side::Open, .. });
        let of_month = is_day && is(Interval::month(first.year(), first.month()));
        let of_year = (is_day || is_month && self.at == 0) && is(Interval::year(first.year())) && self.goes_on();
        if !of_month && !of_year {
            return None;
        }
        let found = self.in_years(expression, [first.year(); 2], |found| (first..=last).contains(&found))?;
        let least = if of_month { DAYS_OF_NEWS } else { DAYS_OF_HALF };
        self.is_older(expression, found, least).then(|| found.year())
    }

    /// Returns the year that stands beside a day or month at the same verb: "in 2014 Peru seized the port in March".
    pub(super) fn year_beside(&self, expression: &Expression, before: &Time) -> Option<i32> {
        if !matches!(
            expression,
            Expression::Day { year: None, .. } | Expression::Month { year: None, side: Side::Open, .. }
        ) {
            return None;
        }
        let year = before.past.filter(|_| is_told(before))?;
        let whole = Interval::year(year.earliest?.year())?;
        let verb = self.sentence.ancestors(self.at).find(|&above| self.is_verb(above))?;
        let is_beside = (whole.earliest, whole.latest) == (year.earliest, year.latest)
            && before.tokens.start < verb
            && verb < self.at
            && attach::is_of(self.sentence, before, verb);
        is_beside.then(|| whole.earliest.map(|first| first.year())).flatten()
    }

    /// Returns the first day of what an expression names in the first of two years in which that fits.
    fn in_years(&self, expression: &Expression, years: [i32; 2], fits: impl Fn(Day) -> bool) -> Option<Day> {
        let anchor = Anchor { published: self.published, told: self.told, direction: Direction::Back };
        let first = |year: i32| resolve(&expression.clone().with_year(year), &anchor)?.earliest;
        years.into_iter().filter_map(first).find(|day| fits(*day))
    }

    /// Tells whether what an expression would name otherwise lies behind some day and long before publication.
    fn is_older(&self, expression: &Expression, found: Day, days: i64) -> bool {
        let anchor = Anchor { published: self.published, told: self.told, direction: Direction::Back };
        let nearest = resolve(expression, &anchor).and_then(|nearest| nearest.earliest.zip(nearest.latest));
        nearest.is_some_and(|(first, last)| first > found && self.published.days_since(last) > days)
    }

    fn is_verb(&self, at: usize) -> bool {
        self.sentence.token(at).is_some_and(|token| token.tag.is_verb())
    }

    /// Tells whether the verb over it stands in the past perfect.
    fn is_before(&self) -> bool {
        let verb = self.sentence.ancestors(self.at).find(|&above| self.is_verb(above));
        let helps = |(_, below): (usize, &Token)| below.label == Label::Aux && below.tag == Tag::Vbd;
        verb.is_some_and(|verb| {
            self.sentence.token(verb).is_some_and(|verb| verb.tag == Tag::Vbn)
                && self.sentence.children(verb).any(helps)
        })
    }

    /// Tells whether the sentence tells in the plain past of somebody named before: "in June it closed the border".
    fn goes_on(&self) -> bool {
        let root = self.sentence.tokens.iter().position(|token| token.label == Label::Root);
        let subject = root.and_then(|root| self.sentence.child(root, Label::Nsubj));
        let is =
            |at: Option<usize>, tag: Tag| at.and_then(|at| self.sentence.token(at)).is_some_and(|at| at.tag == tag);
        is(root, Tag::Vbd) && is(subject, Tag::Prp)
    }
}
