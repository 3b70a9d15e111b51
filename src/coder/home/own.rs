//! Sides at home: who in a bare sentence is of the one state that it speaks of.
//!
//! "Peruvian police detained opposition leaders": those of Peru. "Peruvian nurses went on strike": toward their
//! government. Nothing is guessed where the sentence names a second state, and nothing in an article, which is read for
//! what it tells between states (see `home`).

use crate::coder::Passage;
use crate::coder::assemble::Draft;
use crate::coder::mention::{self, Mention};
use crate::model::category::{ActorKind, Sector};
use crate::model::day::Day;
use crate::model::event::{Event, Participant};
use crate::model::id::ActorId;
use crate::ontology::Ontology;

/// Gives those of no known state, and those toward whom it is said to be done, to the state at home.
pub(in crate::coder) fn settle(passage: &Passage<'_>, drafts: &mut [(usize, Draft)], ontology: &Ontology, day: Day) {
    for (number, draft) in drafts {
        let Some(state) = only_state(passage.mentions_of(*number)) else { continue };
        let home = Home { ontology, day, state: &state };
        let sector = draft.home.or_else(|| ontology.event_type(&draft.event.kind).and_then(|rule| rule.home));
        if let Some(why) = home.settle(&mut draft.event, sector) {
            draft.why.push(why);
            draft.event.id = draft.event.identify();
        }
    }
}

/// The state that a sentence speaks of.
struct Home<'a> {
    ontology: &'a Ontology,
    day: Day,
    state: &'a ActorId,
}

impl Home<'_> {
    /// Returns what was settled of an event, if anything.
    fn settle(&self, event: &mut Event, home: Option<Sector>) -> Option<String> {
        let shared = self.ontology.frames().shared();
        let at_home = |party: &Participant| party.sector.is_some_and(|sector| shared.inner.contains(&sector));
        if self.are_own(&event.actors) && are_nobodys(&event.recipients) {
            let is_inner = event.actors.iter().all(at_home);
            // A president who tells his ministry what to do acts toward nobody.
            let is_same = |sector: Sector| event.actors.iter().any(|actor| actor.sector == Some(sector));
            let is_kin = |sector: Sector| {
                !is_same(sector) && (shared.kin.contains(&sector) || is_inner && shared.crowd.contains(&sector))
            };
            if let Some(recipients) = self.owned(&event.recipients, &is_kin) {
                event.recipients = recipients;
                return Some(format!("recipient {}: of the state of those who act", names(&event.recipients)));
            }
        }
        // "Lifted a state of emergency": toward no other state.
        let is_open = event.recipients.is_empty() || are_nobodys(&event.recipients);
        if self.are_own(&event.actors) && is_open && event.actors.len() == 1 {
            let own = mention::part_of(self.ontology.roster(), self.state, home?, self.day)?;
            event.recipients = vec![Participant { binds: false, ..own }];
            return Some(format!("recipient {}: at home", names(&event.recipients)));
        }
        if self.are_own(&event.recipients) && are_nobodys(&event.actors) {
            event.actors = self.owned(&event.actors, &|sector| shared.voices.contains(&sector))?;
            return Some(format!("actor {}: of the state of those acted on", names(&event.actors)));
        }
        // "The minister freed the opposition leader, a Peruvian official said".
        let teller = event.speaker.clone()?;
        if self.are_own(&[teller]) && are_nobodys(&event.actors) && are_nobodys(&event.recipients) {
            let actors = self.owned(&event.actors, &|sector| shared.inner.contains(&sector))?;
            let is_kin = |sector: Sector| shared.kin.contains(&sector) || shared.crowd.contains(&sector);
            event.recipients = self.owned(&event.recipients, &is_kin)?;
            event.actors = actors;
            return Some(format!("actor {}: of the state whose official tells it", names(&event.actors)));
        }
        None
    }

    /// Tells whether all of a side are of the state.
    fn are_own(&self, side: &[Participant]) -> bool {
        let is_own = |party: &Participant| {
            let root = party.country.as_ref().map(ActorId::root);
            party.kind != ActorKind::Organisation && root.as_ref() == Some(self.state)
        };
        !side.is_empty() && side.iter().all(is_own)
    }

    /// Makes those of no known state into those of the state, where all are of sectors that fit.
    fn owned(&self, side: &[Participant], fits: &dyn Fn(Sector) -> bool) -> Option<Vec<Participant>> {
        let own = |party: &Participant| {
            let sector = party.sector.filter(|sector| fits(*sector))?;
            if party.kind == ActorKind::Person {
                return mention::placed(party, self.state);
            }
            let part = mention::part_of(self.ontology.roster(), self.state, sector, self.day)?;
            Some(Participant { kind: ActorKind::Group, binds: false, mention: party.mention, ..part })
        };
        side.iter().map(own).collect()
    }
}

/// Returns the one state that a sentence names, in whatever way; none where it names another side beside it.
fn only_state(mentions: &[Mention]) -> Option<ActorId> {
    let mut states = mentions.iter().flat_map(|mention| &mention.parties).filter_map(state_of);
    let first = states.next()?;
    states.all(|state| state == first).then_some(first)
}

/// Returns the state of a party, or the organisation or group that is of no state.
fn state_of(party: &Participant) -> Option<ActorId> {
    let root = party.id.root();
    let own = || (!mention::is_nowhere(&root)).then(|| root.clone());
    party.country.as_ref().map(ActorId::root).or_else(own)
}

/// Tells whether all of a side are of no known state.
fn are_nobodys(side: &[Participant]) -> bool {
    !side.is_empty() && side.iter().all(|party| party.country.is_none() && mention::is_nowhere(&party.id.root()))
}

fn names(side: &[Participant]) -> String {
    side.iter().map(|party| party.id.as_str()).collect::<Vec<_>>().join(" ")
}
