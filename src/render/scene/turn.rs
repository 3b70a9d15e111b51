//! What a picture of a difference shows: what is new, what is gone, what is otherwise, and which act did it.
//!
//! Where nothing happened and a state only grew old, no act is named.

use super::build::{Builder, Colors, Content, Held, Told, counted};
use super::select::LeftOut;
use super::{Key, Origin, Scene, day, words};
use crate::graph::view::View;
use crate::graph::{Act, Basis, Knowledge, Standing};
use crate::model::id::{ActorId, ArticleId, EventId};
use crate::query::change::{Changes, PositionChange, RelationChange};
use crate::render::palette::Sign;
use crate::render::sentence::{self, Teller};
use std::cmp::Reverse;

/// However many relations there are, so many positions have room.
const POSITIONS: usize = 12;
/// How many acts are named beside a line.
const ACTS: usize = 2;
/// How many lines an act has.
const LINES: usize = 3;

pub(super) fn scene(
    changes: &Changes,
    (before, after): (&View, &View),
    most: usize,
    teller: &Teller<'_>,
    origin: &dyn Fn(ArticleId) -> Origin,
) -> Scene {
    let acts = |by: &[EventId]| named(changes.acts_by(by), teller);
    let mut relations: Vec<(&RelationChange, Told<'_>)> =
        changes.relations.iter().filter_map(|change| Some((change, told(change, acts(&change.by), teller)?))).collect();
    // The sorts are stable: among equals the order of the answer decides.
    relations.sort_by_key(|(change, _)| Reverse(change.by.len()));
    let n_relations = relations.len();
    relations.truncate(most);
    let mut positions: Vec<Held<'_>> = changes.positions.iter().filter_map(|change| held(change, teller)).collect();
    positions.sort_by_key(|held| Reverse(held.events.len()));
    let n_positions = positions.len();
    positions.truncate(most.saturating_sub(relations.len()).max(POSITIONS));
    let left_out = LeftOut { relations: n_relations - relations.len(), positions: n_positions - positions.len() };

    let mut content = Content::default();
    let (shown_before, shown_after) = (shown(before, &relations, &positions), shown(after, &relations, &positions));
    content.take(&shown_before);
    content.take(&shown_after);
    content.title = title(changes, teller);
    content.remarks = remarks(changes, left_out, teller);
    content.relations = relations.into_iter().map(|(_, told)| told).collect();
    content.relations.sort_by_key(|told| told.standing.rank());
    content.positions = positions;
    if let [one] = changes.actors.as_slice() {
        content.middle = Some(one.clone());
    }
    Builder::new(content, Colors::Trend, teller, origin).scene()
}

/// Returns the part of a view that has the actors of the changes.
fn shown(view: &View, relations: &[(&RelationChange, Told<'_>)], positions: &[Held<'_>]) -> View {
    let moved = |standing: &Standing| {
        relations.iter().any(|(change, _)| {
            [&change.before, &change.after].into_iter().flatten().any(|side| is_same(side, standing))
        })
    };
    view.filtered(moved, |position| {
        positions.iter().any(|held| held.position.holder == position.holder && held.position.topic == position.topic)
    })
}

fn is_same(one: &Standing, other: &Standing) -> bool {
    one.dimension == other.dimension && one.topic == other.topic && one.pair == other.pair && one.via == other.via
}

fn told<'a>(change: &'a RelationChange, acts: Vec<String>, teller: &Teller<'_>) -> Option<Told<'a>> {
    let standing = change.after.as_ref().or(change.before.as_ref())?;
    let (dimension, state) = (words::dimension(standing, teller), words::state(standing, teller));
    let (first, details, sign, key) = match (&change.before, &change.after) {
        (Some(before), Some(after)) => {
            let was = words::state(before, teller);
            let first = if was == state { state } else { format!("{was} → {state}") };
            (format!("{dimension}: {first}"), differences(before, after, teller), trend(before, after), None)
        }
        (None, Some(after)) => {
            let details = words::details(after, teller);
            (format!("+ {dimension}: {state}"), details, teller.sign(after), Some(Key::New))
        }
        _ => (format!("− {dimension}: {state}"), Vec::new(), Sign::Neither, Some(Key::Gone)),
    };
    let mut text = vec![first];
    text.extend(words::topic(standing, teller));
    text.extend(words::packed(details));
    text.extend(acts);
    let (weak, n_reports) = (key == Some(Key::Gone), change.by.len());
    Some(Told { standing, text, sign, weak, n_reports, key, events: change.by.clone() })
}

/// Says what else is otherwise than the state.
fn differences(before: &Standing, after: &Standing, teller: &Teller<'_>) -> Vec<String> {
    let mut said = Vec::new();
    if before.state == after.state && before.since != after.since && before.basis != Basis::Implied {
        said.extend(after.since.iter().map(words::since));
    }
    let (had, has) = (words::remarks(before, teller), words::remarks(after, teller));
    said.extend(has.iter().filter(|word| !had.contains(word)).map(|word| format!("now {word}")));
    // That a state was implied says nothing of the one that came after it.
    let matters = |word: &String| before.state == after.state || word != Basis::Implied.as_str();
    let gone = had.iter().filter(|word| !has.contains(word) && matters(word));
    said.extend(gone.map(|word| format!("no longer {word}")));
    said
}

/// Tells whether a state is better or worse than another of its dimension.
fn trend(before: &Standing, after: &Standing) -> Sign {
    match (before.level(), after.level()) {
        (Some((was, _)), Some((is, _))) if was < is => Sign::Good,
        (Some((was, _)), Some((is, _))) if was > is => Sign::Bad,
        _ => Sign::Neither,
    }
}

fn held<'a>(change: &'a PositionChange, teller: &Teller<'_>) -> Option<Held<'a>> {
    let position = change.after.as_ref().or(change.before.as_ref())?;
    let topic = teller.object(position).map_or_else(String::new, |object| format!(" {object}"));
    let stance = position.stance;
    let (said, key) = match (&change.before, &change.after) {
        (Some(before), Some(_)) if before.stance != stance => (format!("{} → {stance}{topic}", before.stance), None),
        (Some(_), Some(_)) => (format!("{stance}{topic}"), None),
        (None, Some(_)) => (format!("+ {stance}{topic}"), Some(Key::New)),
        _ => (format!("− {stance}{topic}"), Some(Key::Gone)),
    };
    let text = words::view(&said, position, teller);
    Some(Held { position, text, key, events: change.by.clone() })
}

/// Says which acts did it, in short lines.
fn named<'a>(acts: impl Iterator<Item = &'a Act>, teller: &Teller<'_>) -> Vec<String> {
    let acts: Vec<&Act> = acts.collect();
    let mut lines = Vec::new();
    for act in acts.iter().rev().take(ACTS) {
        let mut said = words::folded(&format!("{}: {}", act.occurred, teller.act(act)));
        if said.len() > LINES {
            said.truncate(LINES);
            said.last_mut().into_iter().for_each(|line| line.push('…'));
        }
        lines.extend(said);
    }
    lines.extend((acts.len() > ACTS).then(|| format!("and {} more", acts.len() - ACTS)));
    lines
}

fn title(changes: &Changes, teller: &Teller<'_>) -> String {
    let names: Vec<String> = changes.actors.iter().map(|id: &ActorId| (teller.name)(id)).collect();
    let (who, (first, known)) = (sentence::list(&names), &changes.before);
    let (second, later) = &changes.after;
    match (first == second, known == later) {
        (true, false) => format!("{who} on {first}{}{}", day::known(known), otherwise(later)),
        (_, true) => format!("{who}, {first} to {second}{}", day::known(known)),
        (false, false) => format!("{who}, {first}{} to {second}{}", day::known(known), day::known(later)),
    }
}

/// Says with which state of knowledge one compares.
fn otherwise(knowledge: &Knowledge) -> String {
    match knowledge {
        Knowledge { known_by: Some(day), recorded_by: None, at_seq: None } => format!(" and by {day}"),
        known if known.is_everything() => " and as known now".to_owned(),
        known => format!(" and{}", day::known(known).trim_start_matches(',')),
    }
}

fn remarks(changes: &Changes, left_out: LeftOut, teller: &Teller<'_>) -> Vec<String> {
    let mut remarks = Vec::new();
    if let (Some(before), Some(after)) = changes.climate
        && before != after
    {
        remarks.push(format!("Before: {}", teller.climate(before)));
        remarks.push(format!("After: {}", teller.climate(after)));
    }
    if changes.is_empty() {
        remarks.push("Nothing changed.".to_owned());
    }
    let same = [counted(changes.unchanged.0, "relation"), counted(changes.unchanged.1, "position")];
    let same: Vec<String> = same.into_iter().flatten().collect();
    if !same.is_empty() {
        remarks.push(format!("Not shown, because unchanged: {}.", sentence::list(&same)));
    }
    remarks.extend(day::for_want_of_room(left_out));
    remarks
}
