//! Sides that a sentence leaves out because the sentence before named them.
//!
//! "India rejected the accusation": whose, the event before says. Looks only a few sentences back and
//! only where a frame asks for it.

use crate::model::category::{ActorKind, Cameo, Mode, PloverClass};
use crate::model::event::{Event, Participant};
use crate::model::id::Topic;
use crate::ontology::Ontology;
use crate::ontology::frames::Frame;
use crate::ontology::types::TypeRule;

/// How many sentences back an event may be told.
pub(super) const REACH: usize = 2;
/// What happened so many days before publication is background.
pub(super) const OLD: i64 = 60;
/// How sure a side from the context is, 0 to 100.
pub(super) const CONFIDENCE: u8 = 65;

/// The events told before.
#[derive(Copy, Clone)]
pub(super) struct Context<'a> {
    pub(super) earlier: &'a [&'a Event],
    pub(super) ontology: &'a Ontology,
}

impl Context<'_> {
    /// Returns who acts where the sentence does not say: for what is alleged, whom the speaker accused
    /// last; else the actors of the last event in the same dimension.
    pub(super) fn actors(&self, frame: &Frame, rule: &TypeRule, speaker: Option<&Participant>) -> Vec<Participant> {
        if frame.claim {
            let Some(speaker) = speaker else { return Vec::new() };
            // "Signed a pact with Ghana. Its premier said the move was illegal": nobody accuses him whom he has signed with.
            let is_bad = |event: &Event| self.ontology.score(event.cameo).is_some_and(|score| score < 0.0);
            let accuses = |event: &&&Event| is_bad(event) && event.acting().contains(&speaker.party());
            let accused = self.earlier.iter().rev().find(accuses);
            return match accused {
                Some(event) => unnamed(&event.recipients),
                // "Said that the move was unacceptable": of whoever moved against the speaker.
                None => {
                    let toward = self.toward(std::slice::from_ref(speaker), &|_| true);
                    toward.map(|event| unnamed(&event.actors)).unwrap_or_default()
                }
            };
        }
        // "Withdrew its envoy in May. He went back in June": of whoever did what the frame asks for before it.
        let is_asked = |event: &&&Event| frame.after.contains(&event.kind);
        let asked = || self.earlier.iter().rev().find(is_asked).copied();
        let told = if frame.after.is_empty() { self.of_dimension(rule) } else { asked() };
        told.map(|event| unnamed(&event.actors)).unwrap_or_default()
    }

    /// Returns toward whom it was done where the sentence does not say: whoever acted toward the actors
    /// last; else the recipients of the last event of the actors in the same dimension.
    pub(super) fn recipients(&self, rule: &TypeRule, actors: &[Participant]) -> Vec<Participant> {
        let is_actor = |parties: &[Participant]| are_among(parties, actors);
        // "Ghana accused Peru of lying. Chile cut its tariffs, and Peru welcomed the decision": nobody welcomes what is bad.
        let is_good = self.ontology.score(rule.cameo).is_some_and(|score| rule.spoken && score > 0.0);
        let is_bad = |event: &Event| self.ontology.score(event.cameo).is_some_and(|score| score < 0.0);
        let welcome = |event: &Event| is_good && !is_bad(event) && is_news(event);
        let answered =
            self.toward(actors, &welcome).or_else(|| self.toward(actors, &|event| !(is_good && is_bad(event))));
        if let Some(event) = answered {
            return unnamed(&event.actors);
        }
        if rule.dimension().is_none() {
            // A mediator, say: all who took part in what was told last.
            // "Ghana cut ties with Peru. Lima accused Chile of bribery. Chile welcomed the move": not whoever held it against Chile.
            // "Quispe, on a visit to Chile, called Peru's move a crime": nor whom the same side only met.
            let is_harsh = self.ontology.score(rule.cameo).is_some_and(|score| rule.spoken && score < 0.0);
            let is_own = |event: &Event| is_actor(&event.actors) && !event.recipients.is_empty() && !is_bad(event);
            let may_be = |event: &&&Event| {
                !(is_harsh && is_own(event) || is_good && is_bad(event) && is_actor(&event.recipients))
            };
            let mut told = self.earlier.iter().rev().filter(may_be);
            let Some(news) = told.clone().find(|event| is_news(event)).or(told.next()) else { return Vec::new() };
            let others = |parties: &[Participant]| -> Vec<Participant> {
                let mut parties = unnamed(parties);
                parties.retain(|party| !is_actor(std::slice::from_ref(party)));
                parties
            };
            let (doers, done_to) = (others(&news.actors), others(&news.recipients));
            // What somebody says of a deed is said of whoever did it: "cut ties with Peru. Ghana condemned the move".
            let is_deed = self.ontology.event_type(&news.kind).is_some_and(|told| !told.spoken);
            let only_doers = rule.spoken && is_deed && !doers.is_empty();
            return if only_doers { doers } else { [doers, done_to].concat() };
        }
        // "Mexico cut ties with Peru. Chile recalled its ambassador": toward the same side, where it is another.
        let own = self.of_dimension(rule).filter(|event| is_actor(&event.actors) || !event.recipients.is_empty());
        let found = own.map(|event| across(event, actors)).unwrap_or_default();
        if found.is_empty() { self.given(rule, actors) } else { found }
    }

    /// Returns to whom some actors gave something last, for what they promised or approved: "sent 18 tanks to Peru. It had
    /// pledged the tanks in May".
    fn given(&self, rule: &TypeRule, actors: &[Participant]) -> Vec<Participant> {
        let is_good = |code: Cameo| self.ontology.score(code).is_some_and(|score| score > 0.0);
        let gives = |event: &&&Event| {
            self.ontology.plover(event.cameo) == Some(PloverClass::Aid)
                && event.mode == Mode::Actual
                && are_among(&event.actors, actors)
                && !event.recipients.is_empty()
        };
        let last = self.earlier.iter().rev().find(gives).filter(|_| is_good(rule.cameo));
        last.map(|event| unnamed(&event.recipients)).unwrap_or_default()
    }

    /// Returns the side across from some actors in the last event in the same dimension that they took part in.
    pub(super) fn partners(&self, rule: &TypeRule, actors: &[Participant]) -> Vec<Participant> {
        let took_part = |event: &Event| are_among(&event.actors, actors) || are_among(&event.recipients, actors);
        let mut told = self.in_dimension(rule).filter(|event| took_part(event));
        told.next().map(|event| across(event, actors)).unwrap_or_default()
    }

    /// Returns the topic of the last event of an actor in the same dimension: "agreed to extend it".
    pub(super) fn topic(&self, rule: &TypeRule, actors: &[Participant]) -> Option<Topic> {
        let acting =
            |event: &&Event| event.acting().iter().any(|side| actors.iter().any(|actor| actor.party() == *side));
        self.of_dimension(rule).filter(acting)?.topic.clone()
    }

    /// Returns who acted last toward some actors.
    pub(super) fn answered(&self, actors: &[Participant]) -> Vec<Participant> {
        self.toward(actors, &|_| true).map(|event| unnamed(&event.actors)).unwrap_or_default()
    }

    /// Returns the last such event in which others acted toward a side.
    fn toward(&self, side: &[Participant], fits: &dyn Fn(&Event) -> bool) -> Option<&Event> {
        // Whoever acts toward several at once, or mediates, is none whom one of them answers.
        let mediations = &self.ontology.frames().shared().mediations;
        let acts_on = |event: &&&Event| {
            event.receiving().len() == 1
                && !mediations.contains(&event.kind)
                && are_among(&event.recipients, side)
                && !are_among(&event.actors, side)
                && fits(event)
        };
        self.earlier.iter().rev().find(acts_on).copied()
    }

    fn of_dimension(&self, rule: &TypeRule) -> Option<&Event> {
        self.in_dimension(rule).next()
    }

    /// Returns the events in the dimension of a type, the last first.
    fn in_dimension(&self, rule: &TypeRule) -> impl Iterator<Item = &Event> {
        let dimension = rule.dimension();
        let same = move |event: &&Event| {
            dimension.is_some() && self.ontology.event_type(&event.kind).and_then(TypeRule::dimension) == dimension
        };
        self.earlier.iter().rev().copied().filter(same).filter(|event| !event.recipients.iter().any(is_guessed))
    }
}

/// Tells whether somebody is only guessed to be of a state: they are a group of their own.
fn is_guessed(party: &Participant) -> bool {
    party.kind == ActorKind::Group && party.country.is_some() && !party.id.is_root()
}

/// Returns the side of an event across from some actors: of what was done together or toward them, those who did it.
fn across(event: &Event, actors: &[Participant]) -> Vec<Participant> {
    let is_actor = |parties: &[Participant]| are_among(parties, actors);
    let recipients = event.recipients.as_slice();
    if recipients.is_empty() || !is_actor(&event.actors) && is_actor(recipients) {
        unnamed(&event.actors).into_iter().filter(|party| !is_actor(std::slice::from_ref(party))).collect()
    } else {
        unnamed(recipients)
    }
}

/// Tells whether one of some parties counts for the same actor as one of others.
fn are_among(parties: &[Participant], others: &[Participant]) -> bool {
    parties.iter().any(|one| others.iter().any(|other| other.party() == one.party()))
}

/// Tells whether an event is told as news rather than as what went before it.
pub(super) fn is_news(event: &Event) -> bool {
    event.occurred.latest.is_none_or(|last| event.published.days_since(last) <= OLD)
}

/// The same parties without words that name them here.
pub(super) fn unnamed(parties: &[Participant]) -> Vec<Participant> {
    parties.iter().cloned().map(|party| Participant { mention: None, ..party }).collect()
}

/// Tells whether one of some parties counts for the same side as another.
pub(super) fn holds(parties: &[Participant], one: &Participant) -> bool {
    parties.iter().any(|party| party.party() == one.party())
}
