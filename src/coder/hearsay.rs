//! What only a newspaper tells, and those said to have done it deny: "the daily reported that Peru had paid rebels. Lima
//! called the story false."
//!
//! What the media report of others is news like any other until one of the sides denies it; then nobody who can know says
//! that it happened. So it is where a third state says what a side says that it did not do. Looks at one article; a bare
//! sentence is left as it is.

use super::Passage;
use super::assemble::Draft;
use super::refusal::{Reason, Refusal};
use crate::model::category::Mode;
use crate::model::day::Day;
use crate::model::event::{Event, Participant};
use crate::model::id::{ActorId, EventType};
use crate::ontology::Ontology;
use std::collections::BTreeSet;

/// Who denies something, and on what day at the latest, where it is told.
pub(super) type Denying = (ActorId, Option<Day>);

/// Returns the parties that deny or reject something in an article.
pub(super) fn denying<'a>(drafts: impl Iterator<Item = &'a (usize, Draft)>, ontology: &Ontology) -> Vec<Denying> {
    let denials = &ontology.frames().shared().denials;
    let denies = |(_, draft): &&(usize, Draft)| draft.event.mode == Mode::Actual && denials.contains(&draft.event.kind);
    let of_event = |event: &'a Event| {
        event.acting().into_iter().map(|party| (party.clone(), event.occurred.latest)).collect::<Vec<_>>()
    };
    drafts.filter(denies).flat_map(|(_, draft)| of_event(&draft.event)).collect()
}

/// Tells whether somebody who denies something does so once an act may have happened: what was refused years before is
/// another thing.
fn may_deny((party, latest): &Denying, event: &Event) -> bool {
    let takes_part = event.acting().contains(&party) || event.receiving().contains(&party);
    takes_part && latest.is_none_or(|day| event.occurred.earliest.is_none_or(|earliest| earliest <= day))
}

/// An act that a side says it did not do: its type, whose states the actors are, and those of all who take part.
type Denied = (EventType, Vec<ActorId>, BTreeSet<ActorId>);

fn roots(parties: &[Participant]) -> Vec<ActorId> {
    parties.iter().map(|party| party.country.as_ref().unwrap_or(&party.id).root()).collect()
}

/// Returns the acts of which a side of theirs says that they were not done.
fn denied_acts(drafts: &[(usize, Draft)]) -> Vec<Denied> {
    let events = drafts.iter().map(|(_, draft)| &draft.event).filter(|event| event.mode == Mode::Negated);
    let by_itself = events.filter(|event| is_said_by_side(event));
    by_itself.map(|event| (event.kind.clone(), roots(&event.actors), sides(event))).collect()
}

/// Returns the states of all who take part in an act, whoever of them does it: "has not spoken to Ana Quispe", "she called him".
fn sides(event: &Event) -> BTreeSet<ActorId> {
    roots(&event.actors).into_iter().chain(roots(&event.recipients)).collect()
}

/// Tells whether a side of an act says it.
fn is_said_by_side(event: &Event) -> bool {
    let Some(speaker) = &event.speaker else { return false };
    let whose = roots(std::slice::from_ref(speaker));
    sides(event).iter().any(|side| whose.contains(side))
}

/// Returns the drafts but those that only the media or a third state tell of somebody who denies something, with a refusal
/// for each of these.
pub(super) fn without_denied(
    passage: &Passage<'_>,
    drafts: Vec<(usize, Draft)>,
    denying: &[Denying],
    ontology: &Ontology,
    refusals: &mut Vec<Refusal>,
) -> Vec<(usize, Draft)> {
    let denied = denied_acts(&drafts);
    passage.sifted(drafts, refusals, |number, draft| {
        let event = &draft.event;
        if event.mode != Mode::Actual {
            return None;
        }
        let is_medias = || is_of_media(passage, number, draft, ontology);
        let is_others = || event.speaker.is_some() && !is_said_by_side(event);
        let is_same = |(kind, actors, parties): &Denied| {
            *kind == event.kind && (*actors == roots(&event.actors) || *parties == sides(event))
        };
        if denied.iter().any(is_same) && (is_others() || is_medias()) {
            return Some((Reason::OnlySaid, "only another tells it, and it is denied"));
        }
        let is_denied = denying.iter().any(|one| may_deny(one, event));
        (is_denied && is_medias()).then_some((Reason::OnlySaid, "only the media tell it, and it is denied"))
    })
}

/// Tells whether those who report say it: "the newspaper reported that", "according to local media".
fn is_of_media(passage: &Passage<'_>, number: usize, draft: &Draft, ontology: &Ontology) -> bool {
    let shared = ontology.frames().shared();
    let Some(said) = passage.speakers.innermost(number, draft.trigger) else { return false };
    let Some(speaker) = passage.document.sentences().get(said.sentence).and_then(|there| there.token(said.speaker))
    else {
        return false;
    };
    let reports = |sector| shared.reporters.contains(&sector);
    let mentions = passage.mentions_of(said.sentence).iter().filter(|mention| mention.covers(said.speaker));
    let mut parties = mentions.flat_map(|mention| &mention.parties);
    parties.any(|party| party.sector.is_some_and(reports)) || shared.media.contains(&*speaker.lemma)
}
