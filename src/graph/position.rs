//! Who holds what view of what, toward whom, over time.
//!
//! A position is a state's where the actor or the speaker can bind it; the view of anybody else is that
//! person's own and stands under the person's id. A newer stance supersedes the older, the same again
//! reaffirms. The speaker shown is the one of the latest evidence.

use super::facts::{ActorIx, Canon, FactIx, Facts, NONE};
use super::folding::{Act, Folded, Word};
use super::rules::Rules;
use crate::model::category::{ActorKind, Mode, Stance};
use crate::model::day::{Day, Interval};
use std::collections::BTreeMap;

/// Whose view of what, toward whom; none is [`NONE`].
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) struct Key {
    pub(crate) holder: ActorIx,
    pub(crate) topic: u32,
    pub(crate) toward: ActorIx,
}

/// One view from a day on.
#[derive(Clone, Debug)]
pub(crate) struct Held {
    pub(crate) day: Day,
    pub(crate) stance: Stance,
    pub(crate) since: Interval,
    pub(crate) speaker: Option<FactIx>,
    /// The acts behind it, in the course's trail.
    pub(crate) trail: (u32, u32),
}

/// One view over time.
#[derive(Clone, Debug, Default)]
pub(crate) struct Views {
    pub(crate) held: Vec<Held>,
    pub(crate) trail: Vec<u32>,
}

impl Views {
    pub(crate) fn at(&self, day: Day) -> Option<&Held> {
        let after = self.held.partition_point(|held| held.day <= day);
        self.held.get(after.checked_sub(1)?)
    }
}

/// Compiles the positions that acts give, for those whose holder `wanted` accepts with its counterpart.
pub(crate) fn compile(
    facts: &Facts,
    canon: &Canon,
    rules: &Rules,
    folded: &Folded,
    wanted: impl Fn(ActorIx, ActorIx) -> bool,
) -> BTreeMap<Key, Views> {
    let mut positions: BTreeMap<Key, Views> = BTreeMap::new();
    for (number, act) in folded.acts.iter().enumerate() {
        let number = u32::try_from(number).unwrap_or(NONE);
        let (Mode::Actual, Some(day)) = (act.mode, act.occurred.latest) else { continue };
        let rule = facts.kinds.get(act.kind).and_then(|kind| rules.types.get(kind));
        let Some(stance) = act.stance.or(rule.and_then(|rule| rule.stance)) else { continue };
        let own_topic = rule.and_then(|rule| rule.topic.as_ref()).and_then(|topic| facts.topics.find(topic));
        let topic = if act.topic == NONE { own_topic.unwrap_or(NONE) } else { act.topic };
        for (holder, toward) in holders(facts, canon, act, &wanted) {
            let views = positions.entry(Key { holder, topic, toward }).or_default();
            views.add(number, act, day, stance);
        }
    }
    positions
}

impl Views {
    fn add(&mut self, number: u32, act: &Act, day: Day, stance: Stance) {
        let before = self.held.last();
        let end = u32::try_from(self.trail.len()).unwrap_or(NONE);
        self.trail.push(number);
        let (since, start) = match before {
            Some(held) if held.stance == stance => (held.since, held.trail.0),
            Some(held) if act.occurred.earliest.is_none() => {
                (Interval { earliest: held.since.latest.or(Some(held.day)), ..act.occurred }, end)
            }
            _ => (act.occurred, end),
        };
        let held = Held { day, stance, since, speaker: Some(act.first), trail: (start, end.saturating_add(1)) };
        match self.held.last_mut() {
            Some(last) if last.day == day => *last = held,
            _ => self.held.push(held),
        }
    }
}

/// Who holds the view that an act shows, and toward whom.
fn holders(
    facts: &Facts,
    canon: &Canon,
    act: &Act,
    wanted: &impl Fn(ActorIx, ActorIx) -> bool,
) -> Vec<(ActorIx, ActorIx)> {
    let fact = facts.fact(act.first);
    let speaker = facts.voice_at(fact.speaker);
    if matches!(act.word, Word::Other(_) | Word::Ruling(_)) {
        return Vec::new();
    }
    let mut pairs = Vec::new();
    let recipients = facts.recipient_voices(fact);
    for &actor in facts.actor_voices(fact) {
        let Some(voice) = facts.voice_at(actor) else { continue };
        let (id, party) = facts.voice_actor(actor);
        let (id, party) = (canon.of(id), canon.of(party));
        let whole = matches!(voice.kind, ActorKind::State | ActorKind::Organisation);
        let binds = match speaker {
            Some(speaker) => speaker.binds,
            None => whole || voice.binds,
        };
        let unbound_holder = match speaker {
            Some(_) if whole => canon.of(facts.voice_actor(fact.speaker).0),
            _ => id,
        };
        let holder = if binds { party } else { unbound_holder };
        if recipients.is_empty() && wanted(party, NONE) {
            pairs.push((holder, NONE));
        }
        for &recipient in recipients {
            let toward = canon.of(facts.voice_actor(recipient).1);
            if toward != party && wanted(party, toward) {
                pairs.push((holder, toward));
            }
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}
