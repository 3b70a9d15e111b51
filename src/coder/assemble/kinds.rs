//! Of what kind those are that mentions name, and whether two name the same.

use crate::coder::mention::Mention;
use crate::model::category::{ActorKind, Sector};
use crate::model::event::Participant;
use crate::ontology::roster::GOVERNMENT;

/// The sector of its forces.
const FORCES: &str = "MIL";

/// Tells whether some party of a mention is of a kind and of a sector; where none are given, any is.
pub(super) fn allows(kinds: &[ActorKind], sectors: &[Sector], mention: &Mention) -> bool {
    mention.parties.iter().any(|party| {
        (kinds.is_empty() || kinds.contains(&party.kind) || kinds.contains(&ActorKind::State) && is_government(party))
            && (sectors.is_empty() || party.sector.is_some_and(|sector| sectors.contains(&sector)))
    })
}

/// Tells whether a party is the government of a state, which acts as the state.
fn is_government(party: &Participant) -> bool {
    party.kind == ActorKind::Institution
        && party.id.as_str().split_once('.').is_some_and(|(_, organ)| organ == GOVERNMENT)
}

/// Tells whether a party is the forces of somebody.
pub(super) fn is_army(party: &Participant) -> bool {
    party.sector.is_some_and(|sector| sector.as_str() == FORCES)
}

/// Tells whether a party is one side, not several under one name: a bloc meets within itself.
pub(super) fn is_one(party: &Participant) -> bool {
    !matches!(party.kind, ActorKind::Organisation)
}

/// Tells whether a party is an organisation or group of its own name, not some of a sector.
pub(super) fn is_whole(party: &Participant) -> bool {
    matches!(party.kind, ActorKind::Organisation | ActorKind::Group) && party.id.is_root()
}

/// Tells whether two mentions name the same actor.
pub(super) fn is_same(one: &Mention, other: &Mention) -> bool {
    std::ptr::eq(one, other)
        || one.parties.iter().any(|party| {
            other.parties.iter().any(|second| {
                party.id == second.id
                    || (party.kind == ActorKind::State && second.country.as_ref() == Some(&party.id) && second.binds)
                    || (second.kind == ActorKind::State && party.country.as_ref() == Some(&second.id) && party.binds)
            })
        })
}

/// Returns the parties of some mentions, each once.
pub(super) fn parties(mentions: &[&Mention]) -> Vec<Participant> {
    let mut all: Vec<Participant> = Vec::new();
    for party in mentions.iter().flat_map(|mention| &mention.parties) {
        if !all.iter().any(|other| other.id == party.id) {
            all.push(party.clone());
        }
    }
    all
}

/// Returns the ids of whom a mention names.
pub(super) fn names(mention: &Mention) -> String {
    mention.parties.iter().map(|party| party.id.as_str()).collect::<Vec<_>>().join(" ")
}

/// Tells whether some parties are but bodies of the states that act, or of those for whom actors speak.
pub(super) fn are_own_bodies(parties: &[Participant], actors: &[Participant]) -> bool {
    let is_own = |party: &Participant| {
        party.kind == ActorKind::Institution && actors.iter().any(|actor| actor.country == party.country)
    };
    let act_for_states = actors.iter().all(|actor| actor.kind == ActorKind::State || actor.binds);
    act_for_states && !parties.is_empty() && parties.iter().all(is_own)
}
