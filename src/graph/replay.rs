//! The fold seen step by step, and two folds compared.

pub mod touches;

use super::reading::Effect;
use super::rules::Rules;
use super::share::Share;
use super::{Between, Knowledge, Projection, Touch};
use crate::model::record::Record;
use std::sync::Arc;

/// Folds records into a projection.
#[must_use]
pub fn replay<'a>(rules: Arc<Rules>, records: impl IntoIterator<Item = &'a Record>) -> Projection {
    let mut projection = Projection::empty(rules);
    for record in records {
        projection.apply(record);
    }
    projection
}

/// Returns every change of a state as it fell, over all pairs, by day.
#[must_use]
pub fn steps(projection: &Projection, knowledge: &Knowledge) -> Vec<Touch> {
    let mut steps = Vec::new();
    projection.lens(knowledge).each(&mut |between| steps.extend(steps_of(between)));
    sort_steps(&mut steps);
    steps
}

/// Puts changes of states into the order in which they fell.
pub fn sort_steps(steps: &mut [Touch]) {
    fn key(touch: &Touch) -> impl Ord {
        (touch.day, &touch.pair, &touch.dimension, &touch.topic, touch.place)
    }
    steps.sort_by(|one, other| key(one).cmp(&key(other)));
}

/// Puts acts that contradict what is recorded into the order of their days.
pub fn sort_anomalies(anomalies: &mut [Touch]) {
    fn key(touch: &Touch) -> impl Ord {
        (touch.day, &touch.pair, &touch.dimension, touch.event)
    }
    anomalies.sort_by(|one, other| key(one).cmp(&key(other)));
}

/// Returns every change of a state of a pair.
pub fn steps_of(between: &Between<'_>) -> impl Iterator<Item = Touch> + use<> {
    let changed = |touch: &Touch| touch.effect == Effect::Moved && touch.before != touch.after;
    between.touches().into_iter().filter(changed)
}

/// Where two projections of one log first differ.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Difference {
    /// What differs.
    pub what: String,
    /// What one holds.
    pub one: String,
    /// What the other holds.
    pub other: String,
}

/// Compares two projections pair by pair: acts, and what each did to each relation.
#[must_use]
pub fn compare(one: &Projection, other: &Projection) -> Option<Difference> {
    compare_where(one, other, &|_| true)
}

/// Compares two projections of a share of all pairs.
#[must_use]
pub fn compare_share(one: &Projection, other: &Projection, share: &Share<'_>) -> Option<Difference> {
    compare_where(one, other, &|between| share.holds(between))
}

fn compare_where(one: &Projection, other: &Projection, wanted: &dyn Fn(&Between<'_>) -> bool) -> Option<Difference> {
    let differs = |what: &str, one: String, other: String| Some(Difference { what: what.to_owned(), one, other });
    if one.head() != other.head() {
        let head =
            |projection: &Projection| projection.head().map_or_else(|| "nothing".to_owned(), |seq| seq.to_string());
        return differs("the last record", head(one), head(other));
    }
    let everything = Knowledge::default();
    let (one, other) = (one.lens(&everything), other.lens(&everything));
    let [mine, theirs] = [&one, &other].map(|lens| {
        let mut pairs = lens.everything();
        pairs.retain(wanted);
        pairs
    });
    if mine.len() != theirs.len() {
        return differs("the number of pairs", mine.len().to_string(), theirs.len().to_string());
    }
    for (mine, theirs) in mine.iter().zip(&theirs) {
        let name = format!("{:?}", mine.ends());
        if mine.ends() != theirs.ends() {
            return differs("the pairs", name, format!("{:?}", theirs.ends()));
        }
        if mine.acts() != theirs.acts() {
            return differs(
                &format!("the acts of {name}"),
                mine.acts().len().to_string(),
                theirs.acts().len().to_string(),
            );
        }
        let (my_touches, their_touches) = (mine.touches(), theirs.touches());
        if let Some((mine, theirs)) = my_touches.iter().zip(&their_touches).find(|(mine, theirs)| mine != theirs) {
            return differs(&format!("the relations of {name}"), format!("{mine:?}"), format!("{theirs:?}"));
        }
    }
    None
}
