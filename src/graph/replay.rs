//! The fold seen step by step, and two folds compared.

use super::reading::Effect;
use super::rules::Rules;
use super::{Knowledge, Projection, Touch};
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
    let lens = projection.lens(knowledge);
    let mut steps: Vec<Touch> = lens
        .everything()
        .iter()
        .flat_map(super::Between::touches)
        .filter(|touch| touch.effect == Effect::Moved && touch.before != touch.after)
        .collect();
    steps.sort_by(|one, other| {
        let key = |touch: &Touch| (touch.day, touch.pair.clone(), touch.dimension.clone(), touch.topic.clone());
        (key(one), one.place).cmp(&(key(other), other.place))
    });
    steps
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
    let differs = |what: &str, one: String, other: String| Some(Difference { what: what.to_owned(), one, other });
    if one.head() != other.head() {
        let head =
            |projection: &Projection| projection.head().map_or_else(|| "nothing".to_owned(), |seq| seq.to_string());
        return differs("the last record", head(one), head(other));
    }
    let everything = Knowledge::default();
    let (one, other) = (one.lens(&everything), other.lens(&everything));
    let (mine, theirs) = (one.everything(), other.everything());
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
