//! The days that a report sets for what it goes on to tell.

use super::super::{Relation, Time};
use super::clause_head;
use crate::english::tag::Label;
use crate::english::{Document, Sentence};
use crate::model::day::{Day, Interval};

/// How many days before publication a sentence may tell of, for the rest to be of the same occasion.
const RECENT: i64 = 2;

/// Returns the days of what a sentence tells as news without a day of its own, where one before tells of a day just before
/// publication: "Peru on Sunday closed its border. It also froze funds" is of Sunday or of the day on which it was
/// printed, and nothing in the text says of which.
#[must_use]
pub fn since_lead(document: &Document, times: &[Vec<Time>], index: usize, published: Day) -> Option<Interval> {
    let before = document.sentences().iter().zip(times).take(index).rev();
    let day = before.filter_map(|(sentence, told)| day_of(sentence, told, published)).next()?;
    (day < published).then(|| Interval::range(day, published).ok())?
}

/// Returns the one recent day that the main clause of a sentence is of.
fn day_of(sentence: &Sentence, told: &[Time], published: Day) -> Option<Day> {
    let is_recent = |days: &Interval| {
        days.earliest == days.latest && days.latest.is_some_and(|day| (0..=RECENT).contains(&published.days_since(day)))
    };
    let of_main =
        told.iter().filter(|time| time.relation == Relation::At && !time.record && is_of_main(sentence, time));
    let mut days = of_main.filter_map(|time| time.past.filter(is_recent)?.latest);
    let day = days.next()?;
    days.all(|other| other == day).then_some(day)
}

/// Tells whether an expression stands in the main clause, in what that says or goes on with, or in what it came after.
fn is_of_main(sentence: &Sentence, time: &Time) -> bool {
    let is_main =
        |label: Label| matches!(label, Label::Root | Label::Ccomp | Label::Conj | Label::Parataxis | Label::Advcl);
    let clause = clause_head(sentence, time.head).and_then(|verb| sentence.token(verb));
    clause.is_some_and(|verb| is_main(verb.label))
}
