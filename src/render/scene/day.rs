//! What a picture of a day shows: how every relation stands and who holds what.

use super::build::{Builder, Colors, Content, Held, Told, counted};
use super::select::{Frame, LeftOut};
use super::{Origin, Scene, words};
use crate::graph::view::View;
use crate::graph::{Basis, Knowledge, Position, Standing};
use crate::model::id::{ActorId, ArticleId};
use crate::render::sentence::{self, Teller};
use std::collections::BTreeSet;

pub(super) fn scene(
    view: &View,
    frame: &Frame,
    left_out: LeftOut,
    teller: &Teller<'_>,
    origin: &dyn Fn(ArticleId) -> Origin,
) -> Scene {
    let mut content = Content {
        title: title(view, frame, teller),
        remarks: remarks(view, frame, left_out, teller),
        middle: middle(frame),
        relations: view.relations().map(|standing| told(standing, teller)).collect(),
        positions: view.positions().map(|position| held(position, teller)).collect(),
        ..Content::default()
    };
    content.take(view);
    Builder::new(content, Colors::State, teller, origin).scene()
}

/// Returns who was asked for.
fn middle(frame: &Frame) -> Option<ActorId> {
    match (&frame.around, frame.among.as_slice()) {
        (Some(center), _) => Some(center.clone()),
        (None, [one]) => Some(one.clone()),
        (None, _) => None,
    }
}

impl<'a> Content<'a> {
    /// Takes in the actors of a view, whom they represent, and the words behind it.
    pub(super) fn take(&mut self, view: &'a View) {
        self.actors.extend(view.actors().map(|actor| (&actor.id, actor)));
        self.representations.extend(
            view.representations().map(|(person, of, term)| (person, of, term.map(|term| term.title.as_str()))),
        );
        self.reports.extend(view.reports().map(|report| (report.event, report)));
    }
}

fn told<'a>(standing: &'a Standing, teller: &Teller<'_>) -> Told<'a> {
    Told {
        standing,
        text: words::relation(standing, teller),
        sign: teller.sign(standing),
        weak: is_weak(standing),
        n_reports: standing.events.len(),
        key: None,
        events: standing.all_events().collect(),
    }
}

fn held<'a>(position: &'a Position, teller: &Teller<'_>) -> Held<'a> {
    Held { position, text: words::position(position, teller), key: None, events: position.events.clone() }
}

/// Tells whether a state is less than a fact of the day.
fn is_weak(standing: &Standing) -> bool {
    matches!(standing.basis, Basis::Implied | Basis::Planned | Basis::Unknown) || standing.stale || standing.lapsed
}

fn title(view: &View, frame: &Frame, teller: &Teller<'_>) -> String {
    let named = |ids: &[ActorId]| sentence::list(&ids.iter().map(teller.name).collect::<Vec<_>>());
    let parties: BTreeSet<ActorId> = view.actors().map(|actor| actor.party.clone()).collect();
    let who = match (&frame.around, frame.among.as_slice()) {
        (Some(center), _) => format!("Relations around {}", (teller.name)(center)),
        (None, []) if parties.len() == 2 => named(&parties.into_iter().collect::<Vec<_>>()),
        (None, []) => "Relations".to_owned(),
        (None, among) => named(among),
    };
    let mut title = format!("{who} on {}{}", view.at, known(&view.knowledge));
    title.extend(frame.stamp.map(|seq| format!(" (log at record {seq})")));
    title
}

/// Says from which state of knowledge a picture is drawn, where it is not all of it.
pub(super) fn known(knowledge: &Knowledge) -> String {
    let mut said = String::new();
    said.extend(knowledge.known_by.map(|day| format!(", as known by {day}")));
    said.extend(knowledge.recorded_by.map(|time| format!(", as recorded by {time}")));
    said.extend(knowledge.at_seq.map(|seq| format!(", as of record {seq}")));
    said
}

fn remarks(view: &View, frame: &Frame, left_out: LeftOut, teller: &Teller<'_>) -> Vec<String> {
    let mut remarks = Vec::new();
    let mut climates = view.climates();
    if let (Some((_, _, climate)), None) = (climates.next(), climates.next()) {
        remarks.push(teller.climate(climate));
    }
    if view.relations().next().is_none() && view.positions().next().is_none() {
        remarks.push("Nothing is known.".to_owned());
    }
    let only = frame.dimension.as_ref().map(|dimension| {
        let rule = teller.ontology.dimension(dimension);
        rule.map_or_else(|| dimension.to_string(), |rule| rule.title.clone())
    });
    remarks.extend(only.map(|title| format!("Only {title}.")));
    if frame.min_evidence > 1 {
        remarks.push(format!("Only what has at least {} reports.", frame.min_evidence));
    }
    remarks.extend(for_want_of_room(left_out));
    remarks
}

/// Says what had no room.
pub(super) fn for_want_of_room(left_out: LeftOut) -> Option<String> {
    let parts = [counted(left_out.relations, "relation"), counted(left_out.positions, "position")];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    let said = || format!("Left out for want of room, having the fewest reports: {}.", sentence::list(&parts));
    (!parts.is_empty()).then(said)
}
