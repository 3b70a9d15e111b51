//! What an article tells of one side alone: no event between sides.
//!
//! A bare sentence is coded for all that it tells. An article, which has a headline, is read for what it
//! tells between states, organisations and groups: what a state does to its own people, and what is done
//! toward nobody in an article that names one side only, is refused, and what firms do; in a report of sport also
//! what no office does, in one of the arts all where nobody in office is named.

pub(super) mod own;

use super::assemble::Draft;
use super::refusal::{Reason, Refusal};
use super::{Passage, mention};
use crate::model::category::{ActorKind, Mode, PloverClass};
use crate::model::event::{Event, Participant};
use crate::model::id::ActorId;
use crate::ontology::Ontology;
use crate::ontology::types::RecipientRule;

/// The sector of courts.
const COURT: &str = "JUD";
/// The sectors of people who act for nobody else: private people, those of a faith, those who teach and study.
const PRIVATE: [&str; 3] = ["CVL", "REL", SCHOLARS];
/// The sector of those who teach and study.
const SCHOLARS: &str = "EDU";
/// The score from which down an act does harm, and is no bargain: "protesters burned a firm's office".
const HARM: f64 = -6.0;

/// What an article as a whole tells of.
#[derive(Copy, Clone)]
pub(super) struct Setting {
    /// Whether it names two sides or more.
    pub(super) is_abroad: bool,
    /// Whether it tells of sport.
    pub(super) is_of_sport: bool,
    /// Whether it tells of films, books, music and the like.
    pub(super) is_of_arts: bool,
    /// Whether it tells of trade, weather and the like.
    pub(super) is_of_daily_life: bool,
}

/// Returns the drafts that tell of more than one side, with a refusal for each of the others.
pub(super) fn abroad(
    passage: &Passage<'_>,
    drafts: Vec<(usize, Draft)>,
    setting: Setting,
    ontology: &Ontology,
    refusals: &mut Vec<Refusal>,
) -> Vec<(usize, Draft)> {
    passage.sifted(drafts, refusals, |_, draft| {
        let event = &draft.event;
        let mut sides: Vec<ActorId> = event.actors.iter().chain(&event.recipients).filter_map(side).collect();
        sides.sort_unstable();
        sides.dedup();
        let is_alone = event.recipients.iter().all(|party| side(party).is_none());
        let needed = ontology.event_type(&event.kind).is_some_and(|rule| rule.recipient == RecipientRule::Needed);
        let is_unknown = event.actors.iter().all(|party| side(party).is_none());
        match (is_alone, sides.len()) {
            _ if setting.is_of_sport && !event.actors.iter().any(holds_office) && !is_of_states(event, ontology) => {
                Some((Reason::NoPoliticalActor, "the article tells of sport"))
            }
            _ if setting.is_of_arts => Some((Reason::NoPoliticalActor, "the article tells of works")),
            _ if setting.is_of_daily_life => {
                Some((Reason::NoPoliticalActor, "the article tells of daily life, and nobody acts for a state"))
            }
            _ if acts_for_itself(event, ontology) => Some((Reason::NoPoliticalActor, "a firm acts, and no state")),
            _ if is_bargain(event, ontology) => Some((Reason::NoPoliticalActor, "firms or private people")),
            _ if are_scholars(event) => Some((Reason::NoPoliticalActor, "those who only study it act")),
            _ if is_case(event, ontology) => Some((Reason::NoPoliticalActor, "a court and private people or firms")),
            _ if is_unknown => Some((Reason::NoPoliticalActor, "whoever acts is of no known side")),
            (false, ..=1) => Some((Reason::SameParty, "a state and its own people")),
            // "Mali and Niger withdrew their envoys over the downing of a Malian drone".
            (false, _) if is_among_own(event) => Some((Reason::SameParty, "one of those who act and its own people")),
            (true, ..=1) if !event.recipients.is_empty() && !suffers(event, ontology) => {
                Some((Reason::NoRecipientResolved, "whoever it is done to is of no known side"))
            }
            (true, ..=1) if needed && !(setting.is_abroad && says_in_office(event, ontology)) => {
                Some((Reason::NoRecipientResolved, "nobody of another side takes part"))
            }
            (true, ..=1) if !setting.is_abroad => {
                Some((Reason::NoRecipientResolved, "the article names one side only"))
            }
            _ => None,
        }
    })
}

/// Tells whether but states and those who speak for one say or threaten it, toward whoever may be meant: "Moscow warned that it
/// would answer", "Lima threatened to close the strait".
fn says_in_office(event: &Event, ontology: &Ontology) -> bool {
    let shared = ontology.frames().shared();
    let is_office = |party: &Participant| party.binds && shared.speaks_for_state(party.sector);
    let is_said = ontology.event_type(&event.kind).is_some_and(|rule| rule.spoken);
    let is_body = |party: &Participant| party.kind != ActorKind::Person;
    let is_threat = shared.threat.as_ref() == Some(&event.kind) && event.mode == Mode::Actual;
    (is_said || is_threat && event.actors.iter().all(is_body))
        && event.recipients.is_empty()
        && event.actors.iter().all(is_office)
}

/// Tells whether no team does it, whatever the article tells of: "recalled its ambassador after a match".
fn is_of_states(event: &Event, ontology: &Ontology) -> bool {
    ontology.frames().shared().of_states.contains(&event.kind)
}

/// Tells whether but firms act: "an airline suspended its flights", "shareholders urged the two sides to talk".
pub(super) fn acts_for_itself(event: &Event, ontology: &Ontology) -> bool {
    let shared = ontology.frames().shared();
    !event.actors.is_empty() && event.actors.iter().all(|party| shared.is_private(party.sector))
}

/// Tells whether private people or firms deal with each other, and nobody uses force: "the Peruvian player cut ties with the
/// Chilean carmaker".
fn is_bargain(event: &Event, ontology: &Ontology) -> bool {
    let shared = ontology.frames().shared();
    let is_private = |party: &Participant| {
        let is_own = party.sector.is_some_and(|sector| PRIVATE.contains(&sector.as_str()));
        shared.is_private(party.sector) || is_own && !party.binds
    };
    let all = || event.actors.iter().chain(&event.recipients);
    let is_forceful = ontology.score(event.cameo).is_some_and(|score| score <= HARM);
    !event.actors.is_empty() && !event.recipients.is_empty() && !is_forceful && all().all(is_private)
}

/// Tells whether but analysts and scholars act: "analysts attacked the board".
fn are_scholars(event: &Event) -> bool {
    let is_scholar = |party: &Participant| !party.binds && party.sector.is_some_and(|one| one.as_str() == SCHOLARS);
    !event.actors.is_empty() && event.actors.iter().all(is_scholar)
}

/// Tells whether a court deals with firms, or lets private people go: "a jury ordered the rival to pay", "quashed the
/// conviction of Ana Rojas".
fn is_case(event: &Event, ontology: &Ontology) -> bool {
    let shared = ontology.frames().shared();
    let is_court = |party: &Participant| party.sector.is_some_and(|sector| sector.as_str() == COURT);
    let is_firm = |party: &Participant| shared.is_private(party.sector);
    let is_nobody = |party: &Participant| party.kind == ActorKind::Person && party.sector.is_none();
    let is_lenient = ontology.score(event.cameo).is_some_and(|score| score > 0.0);
    !event.actors.is_empty()
        && event.actors.iter().all(is_court)
        && !event.recipients.is_empty()
        && event.recipients.iter().all(|party| is_firm(party) || is_lenient && is_nobody(party))
}

/// Tells whether all toward whom something is done are of those who do it.
fn is_among_own(event: &Event) -> bool {
    let acting: Vec<ActorId> = event.actors.iter().filter_map(side).collect();
    event.recipients.iter().all(|party| side(party).is_some_and(|side| acting.contains(&side)))
}

/// Tells whether something is done to a person or a body of power, not only said to them or together with them: "arrested
/// Ana Quispe", "detained the prime minister".
fn suffers(event: &Event, ontology: &Ontology) -> bool {
    let Some(rule) = ontology.event_type(&event.kind) else { return false };
    let is_talk = rule.spoken || ontology.plover(rule.cameo) == Some(PloverClass::Consult);
    let political = &ontology.frames().shared().political;
    let is_of_power = |party: &Participant| party.sector.is_some_and(|sector| political.contains(&sector));
    !is_talk && event.recipients.iter().any(|party| party.kind == ActorKind::Person || is_of_power(party))
}

/// Tells whether a party acts for an office or an institution, as in a report of sport only these do.
fn holds_office(party: &Participant) -> bool {
    party.binds && matches!(party.kind, ActorKind::Person | ActorKind::Institution | ActorKind::Organisation)
}

/// Returns the state, organisation or group that a party belongs to; none for those of nobody known.
fn side(party: &Participant) -> Option<ActorId> {
    // A territory with a code of its own is a side of its own.
    if party.kind == ActorKind::State {
        return Some(party.id.clone());
    }
    let is_body = matches!(party.kind, ActorKind::Organisation | ActorKind::Group);
    let own = is_body.then(|| party.id.root()).filter(|root| !mention::is_nowhere(root));
    // A party of a country is at home there, whoever it counts for.
    own.or_else(|| party.country.as_ref().map(ActorId::root))
}
