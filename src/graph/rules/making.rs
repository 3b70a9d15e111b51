//! The tables made from the ontology.
//!
//! A presupposed state is also taken as given where the recorded one holds it, or lies on the way from it
//! to the new one: ties that were downgraded need not have been whole the day before they were severed.
//! States that are mere intentions (sign 0), and good ones where the presupposed one is good (talks
//! agreed on, before talks that were suspended), are no such way.

use super::{DimensionRule, EffectRule, Force, Rules, TypeRule};
use crate::model::id::{Dimension, State};
use crate::ontology::Ontology;
use crate::ontology::dimension::{Apart, DimensionRule as Given, Ends, Rank};
use crate::ontology::types::{Condition, EffectKind, Sides, TypeRule as GivenType, Voice};

impl Rules {
    /// Makes the tables of an ontology.
    #[must_use]
    pub fn of(ontology: &Ontology) -> Self {
        let dimensions = ontology.dimensions().iter().map(dimension).collect();
        let mut rules = Self { dimensions, ..Self::default() };
        for topic in ontology.topics().iter() {
            let dimensions = topic.dimensions.iter().filter_map(|name| place(ontology, name)).collect();
            rules.topics.insert(topic.name.clone(), dimensions);
        }
        for given in ontology.types() {
            rules.types.insert(given.name.clone(), event_type(ontology, given));
        }
        rules.scores = ontology.codes().iter().map(|(code, rule)| (code, rule.tenths())).collect();
        rules
    }
}

fn place(ontology: &Ontology, name: &Dimension) -> Option<usize> {
    ontology.dimensions().iter().position(|rule| rule.name == *name)
}

fn index(given: &Given, state: &State) -> Option<u8> {
    given.badness(state).and_then(|place| u8::try_from(place).ok())
}

fn dimension(given: &Given) -> DimensionRule {
    let states = || given.states.iter().filter_map(|rule| Some((rule, index(given, &rule.name)?)));
    let all = |names: &[State]| -> Vec<u8> { names.iter().filter_map(|name| index(given, name)).collect() };
    let threat = states().find(|(rule, _)| rule.threat);
    DimensionRule {
        name: given.name.clone(),
        states: given.states.iter().map(|rule| rule.name.clone()).collect(),
        mutual: given.ends == Ends::Mutual,
        directed_topics: given.directed_topics.clone(),
        of_members: given.of_members,
        per_topic: given.topics == Apart::ByTopic,
        shelf_life: given.shelf_life,
        spells: given.spells,
        finals: states().filter(|(rule, _)| rule.rank == Rank::Final).map(|(_, state)| state).collect(),
        contradictions: states()
            .flat_map(|(rule, to)| all(&rule.not_after).into_iter().map(move |from| (from, to)))
            .collect(),
        within: states().flat_map(|(rule, held)| all(&rule.within).into_iter().map(move |by| (held, by))).collect(),
        only_after: states()
            .filter(|(rule, _)| !rule.only_after.is_empty())
            .map(|(rule, state)| (state, all(&rule.only_after)))
            .collect(),
        both_ways: states().filter(|(rule, _)| rule.both_ways).map(|(_, state)| state).collect(),
        threat: threat.map(|(_, state)| state),
        threat_replaces: threat.map(|(rule, _)| all(&rule.replaces)).unwrap_or_default(),
    }
}

fn event_type(ontology: &Ontology, given: &GivenType) -> TypeRule {
    TypeRule {
        effects: effects(ontology, given),
        joint: given.sides == Sides::Joint,
        topic: given.topic.clone(),
        stance: given.stance,
        own_voice: given.voice == Voice::OutletOrCourt,
        cancels: given.cancels.clone(),
    }
}

fn effects(ontology: &Ontology, given: &GivenType) -> Vec<EffectRule> {
    let effect = |effect: &crate::ontology::types::Effect| {
        let rule = ontology.dimension(&effect.dimension)?;
        let state = index(rule, &effect.state)?;
        let flagged = |flag: fn(&crate::ontology::topics::TopicRule) -> bool| {
            let topics = ontology.topics().iter().filter(|topic| flag(topic));
            Some(topics.map(|topic| topic.name.clone()).collect())
        };
        let on = match effect.condition {
            Condition::Always | Condition::AnyTopic | Condition::TopicOrStart => None,
            Condition::DisputedTopic => flagged(|topic| topic.disputes),
            Condition::ForceTopic => flagged(|topic| topic.force),
        };
        let topics = match (on, effect.of.is_empty()) {
            (on, true) => on,
            (None, false) => Some(effect.of.clone()),
            (Some(on), false) => Some(effect.of.iter().filter(|topic| on.contains(topic)).cloned().collect()),
        };
        let presupposed = given.presupposes.as_ref().and_then(|state| index(rule, state));
        Some(EffectRule {
            dimension: place(ontology, &effect.dimension)?,
            state,
            force: force(rule, effect.force, presupposed, state),
            lately: presupposed.map(|presupposed| recent_states(rule, presupposed)).unwrap_or_default(),
            presupposes: presupposed.map(|presupposed| given_states(rule, presupposed, state)).unwrap_or_default(),
            negated: given.opposite.as_ref().and_then(|state| index(rule, state)),
            needs_topic: effect.condition != Condition::Always,
            or_start: effect.condition == Condition::TopicOrStart,
            topics,
            not_topics: effect.not_of.clone(),
            code: (effect.condition == Condition::ForceTopic).then(|| FORCE_CODE.to_owned()),
        })
    };
    given.effects.iter().filter_map(effect).collect()
}

/// Codes for threats of force begin so (CAMEO 138).
const FORCE_CODE: &str = "138";

fn force(rule: &Given, kind: EffectKind, presupposed: Option<u8>, state: u8) -> Force {
    let at = |place: u8| rule.states.get(place as usize);
    let passing = presupposed.and_then(at).is_some_and(|held| held.rank == Rank::Intermediate);
    let has_better = at(state).is_some_and(|state| !state.within.is_empty());
    match kind {
        EffectKind::Confirm => Force::Confirm,
        EffectKind::Change if at(state).is_some_and(|state| state.threat) => Force::Threat,
        // What was left for a while is returned to as it was.
        EffectKind::Change if passing && has_better => Force::Restore,
        EffectKind::Change => Force::Change,
    }
}

/// The bad states that are enough, while they are recent, for what presupposes a good one: an ambassador is recalled weeks
/// after the other side expelled its own.
fn recent_states(rule: &Given, presupposed: u8) -> Vec<u8> {
    let is_good = rule.states.get(presupposed as usize).is_some_and(|held| held.sign > 0);
    let enough = rule.states.iter().enumerate().filter(|(_, state)| is_good && state.suffices && state.sign < 0);
    enough.filter_map(|(place, _)| u8::try_from(place).ok()).collect()
}

/// The states under which the presupposed one need not be implied; itself first.
fn given_states(rule: &Given, presupposed: u8, target: u8) -> Vec<u8> {
    let mut states = vec![presupposed];
    let Some(held) = rule.states.get(presupposed as usize) else { return states };
    states.extend(held.within.iter().filter_map(|name| index(rule, name)));
    // A bad state need not have been left for a lesser one before it was left: ties that were downgraded, before an
    // ambassador came back. And what was signed may be terminated without word of its entry into force.
    for (place, state) in rule.states.iter().enumerate() {
        let is_worse = state.sign < 0 && held.sign < 0 && !state.threat && place < presupposed as usize;
        let suffices = state.suffices && state.within.contains(&held.name);
        if is_worse || suffices {
            states.extend(u8::try_from(place).ok().filter(|place| !states.contains(place)));
        }
    }
    let (low, high) = (presupposed.min(target), presupposed.max(target));
    for place in low.saturating_add(1)..high {
        let on_the_way = rule
            .states
            .get(place as usize)
            .is_some_and(|state| state.sign != 0 && !state.threat && !(state.sign > 0 && held.sign > 0));
        if on_the_way && !states.contains(&place) {
            states.push(place);
        }
    }
    states
}
