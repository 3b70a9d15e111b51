//! Everything between two parties, compiled: acts, relations, positions, climate.
//!
//! Made from the rows of that pair alone, when first asked for, and kept until a record touches the
//! pair. A plan that a later report denies, postpones or cancels is left out from the day of that report
//! on: before it, the plan stood (rule 6). Only then a relation has more than one course.

use super::climate::Weather;
use super::facts::{ActorIx, Canon, FactIx, Facts, NONE};
use super::folding::{self, Act, Folded};
use super::history::{Course, Giver, Outcome, Standstill};
use super::position::{self, Views};
use super::rules::{Rules, TypeRule};
use super::standing::{self, Move};
use crate::model::category::{ActorKind, Mode};
use crate::model::day::Day;
use std::collections::BTreeMap;

/// Which relation of a pair: directed ones have a course for each direction.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) struct Key {
    pub(crate) dimension: usize,
    pub(crate) direction: Direction,
    pub(crate) topic: u32,
}

/// Who holds a relation toward whom.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Direction {
    Mutual,
    FirstToSecond,
    SecondToFirst,
}

/// One relation of a pair.
#[derive(Clone, Debug)]
pub(crate) struct Relation {
    pub(crate) key: Key,
    /// Courses by the day from which they are to be read; the first from the beginning.
    pub(crate) courses: Vec<(Option<Day>, Course)>,
}

impl Relation {
    pub(crate) fn course(&self, day: Day) -> Option<&Course> {
        self.courses.iter().rev().find(|(from, _)| from.is_none_or(|from| from <= day)).map(|(_, course)| course)
    }

    /// The course that takes in every report.
    pub(crate) fn last(&self) -> Option<&Course> {
        self.courses.last().map(|(_, course)| course)
    }
}

/// Everything between two parties.
#[derive(Clone, Debug, Default)]
pub(crate) struct Pair {
    pub(crate) folded: Folded,
    /// In which direction each act runs.
    pub(crate) givers: Vec<Option<Giver>>,
    pub(crate) relations: Vec<Relation>,
    pub(crate) positions: BTreeMap<position::Key, Views>,
    pub(crate) weather: Weather,
}

/// Compiles a pair from the rows that count.
pub(crate) fn compile(facts: &Facts, canon: &Canon, rules: &Rules, ends: [ActorIx; 2], rows: Vec<FactIx>) -> Pair {
    let folded = folding::fold(facts, canon, rules, rows);
    let type_rules: Vec<Option<&TypeRule>> =
        folded.acts.iter().map(|act| facts.kinds.get(act.kind).and_then(|kind| rules.types.get(kind))).collect();
    let givers: Vec<Option<Giver>> = folded
        .acts
        .iter()
        .zip(&type_rules)
        .map(|(act, rule)| giver(facts, canon, act, ends, rule.is_some_and(|rule| rule.joint)))
        .collect();
    let mut moves: BTreeMap<Key, Vec<Move<'_>>> = BTreeMap::new();
    for (number, ((act, giver), rule)) in folded.acts.iter().zip(&givers).zip(&type_rules).enumerate() {
        if let (Some(giver), Some(rule)) = (giver, rule) {
            collect(facts, rules, act, u32::try_from(number).unwrap_or(NONE), *giver, rule, &mut moves);
        }
    }
    let voids = voids(facts, &folded, &type_rules);
    let relations = moves
        .into_iter()
        .filter_map(|(key, moves)| {
            let courses = courses(rules, facts, &folded, ends, key, &moves, &voids)?;
            Some(Relation { key, courses })
        })
        .collect();
    let inside = |one: ActorIx, other: ActorIx| ends.contains(&one) && ends.contains(&other);
    let positions = position::compile(facts, canon, rules, &folded, inside);
    let weather = Weather::compile(facts, rules, &folded);
    Pair { folded, givers, relations, positions, weather }
}

/// Compiles the rows of one actor that concern no other.
pub(crate) fn compile_alone(facts: &Facts, canon: &Canon, rules: &Rules, actor: ActorIx, rows: Vec<FactIx>) -> Pair {
    let folded = folding::fold(facts, canon, rules, rows);
    let positions = position::compile(facts, canon, rules, &folded, |one, other| one == actor && other == NONE);
    Pair { folded, positions, ..Pair::default() }
}

/// Who gives an act between two, none where it is not between them.
fn giver(facts: &Facts, canon: &Canon, act: &Act, [first, second]: [ActorIx; 2], joint: bool) -> Option<Giver> {
    let fact = facts.fact(act.first);
    let has = |voices: &[u32], end: ActorIx| voices.iter().any(|&voice| canon.of(facts.voice_actor(voice).1) == end);
    let (actors, recipients) = (facts.actor_voices(fact), facts.recipient_voices(fact));
    let (acts_first, acts_second) = (has(actors, first), has(actors, second));
    if recipients.is_empty() {
        return (acts_first && acts_second).then_some(Giver::Joint);
    }
    let forward = acts_first && has(recipients, second);
    let back = acts_second && has(recipients, first);
    match (forward, back) {
        (true, true) => Some(Giver::Joint),
        (true, false) | (false, true) if joint => Some(Giver::Joint),
        (true, false) => Some(Giver::First),
        (false, true) => Some(Giver::Second),
        (false, false) => None,
    }
}

/// Puts what an act does to each relation into the lists of moves.
fn collect<'a>(
    facts: &Facts,
    rules: &Rules,
    act: &Act,
    number: u32,
    giver: Giver,
    rule: &'a TypeRule,
    moves: &mut BTreeMap<Key, Vec<Move<'a>>>,
) {
    let topic = facts.topics.get(act.topic).or(rule.topic.as_ref());
    let first = facts.fact(act.first);
    let (cameo, aspect) = (first.cameo, first.aspect);
    for effect in rule.effects.iter().filter(|effect| effect.concerns(topic, cameo, aspect)) {
        let Some(dimension) = rules.dimensions.get(effect.dimension) else { continue };
        // A topic that names no relation of the dimension gives way to the type's own.
        let named = topic.filter(|topic| rules.names(topic, effect.dimension)).or(rule.topic.as_ref());
        let key_topic = if dimension.per_topic { named.and_then(|topic| facts.topics.find(topic)) } else { None };
        let key_topic = key_topic.unwrap_or(NONE);
        let mut put = |direction, giver| {
            let key = Key { dimension: effect.dimension, direction, topic: key_topic };
            moves.entry(key).or_default().push(Move { act: number, giver, effect, own_voice: rule.own_voice });
        };
        if !dimension.is_directed(topic) {
            put(Direction::Mutual, giver);
            continue;
        }
        let giver = match (dimension.of_members, organisations(facts, act)) {
            // A state that keeps another out moves no membership of the two in each other.
            (true, [false, false]) => continue,
            (true, [true, false]) => giver.turned(),
            _ => giver,
        };
        // The holder of a directed relation is its first side, whichever end of the pair that is.
        let both = dimension.both_ways.contains(&effect.state) || giver == Giver::Joint;
        if both || giver == Giver::First {
            put(Direction::FirstToSecond, Giver::First);
        }
        if both || giver == Giver::Second {
            put(Direction::SecondToFirst, Giver::First);
        }
    }
}

/// Tells whether those who act and those toward whom they act are organisations.
fn organisations(facts: &Facts, act: &Act) -> [bool; 2] {
    let fact = facts.fact(act.first);
    let is_one = |&voice: &u32| facts.voice_at(voice).is_some_and(|voice| voice.kind == ActorKind::Organisation);
    [facts.actor_voices(fact), facts.recipient_voices(fact)].map(|voices| voices.iter().any(is_one))
}

/// The day on which each plan was denied, postponed or cancelled.
fn voids(facts: &Facts, folded: &Folded, rules: &[Option<&TypeRule>]) -> BTreeMap<u32, Day> {
    let mut voids = BTreeMap::new();
    let plans = folded.acts.iter().enumerate().filter(|(_, act)| act.mode == Mode::Planned);
    for (number, plan) in plans {
        let kind = facts.kinds.get(plan.kind);
        let days = folded.acts.iter().zip(rules).filter_map(|(other, rule)| {
            let told_later = after(facts, plan, other);
            let same_topic = other.topic == plan.topic || other.topic == NONE;
            if !told_later || !same_topic || !same_parties(facts, plan, other) {
                return None;
            }
            let denied = other.mode == Mode::Negated && other.kind == plan.kind;
            let cancelled = other.mode == Mode::Actual
                && rule.is_some_and(|rule| kind.is_some_and(|kind| rule.cancels.contains(kind)));
            // A new date for the same act, told before the old one had come.
            let postponed = other.mode == Mode::Planned
                && other.kind == plan.kind
                && other.occurred.latest > plan.occurred.latest
                && !other.occurred.overlaps(&plan.occurred)
                && plan.occurred.latest.is_some_and(|latest| other.published.0 <= latest);
            match (denied || cancelled, postponed) {
                (true, _) => other.occurred.latest,
                (_, true) => Some(other.published.0),
                _ => None,
            }
        });
        if let Some(day) = days.min() {
            voids.insert(u32::try_from(number).unwrap_or(NONE), day);
        }
    }
    voids
}

/// Tells whether `other` was told after `plan`: on a later day, or further down in the same article.
fn after(facts: &Facts, plan: &Act, other: &Act) -> bool {
    let (one, two) = (facts.fact(plan.first), facts.fact(other.first));
    let further_down = two.article == one.article && two.span.start() > one.span.start();
    two.published > one.published || two.published == one.published && further_down
}

fn same_parties(facts: &Facts, one: &Act, other: &Act) -> bool {
    let parties = |act: &Act| {
        let fact = facts.fact(act.first);
        let mut parties: Vec<ActorIx> = facts
            .actor_voices(fact)
            .iter()
            .chain(facts.recipient_voices(fact))
            .map(|&voice| facts.voice_actor(voice).1)
            .collect();
        parties.sort_unstable();
        parties.dedup();
        parties
    };
    parties(one) == parties(other)
}

/// The courses of one relation: one, and one more from each day on which a plan of it was voided.
fn courses(
    rules: &Rules,
    facts: &Facts,
    folded: &Folded,
    ends: [ActorIx; 2],
    key: Key,
    moves: &[Move<'_>],
    voids: &BTreeMap<u32, Day>,
) -> Option<Vec<(Option<Day>, Course)>> {
    let dimension = rules.dimensions.get(key.dimension)?;
    let mut days: Vec<Option<Day>> = vec![None];
    for m in moves {
        if let Some(&void) = voids.get(&m.act)
            && folded.act(m.act).occurred.latest.is_some_and(|latest| latest < void)
        {
            days.push(Some(void));
        }
    }
    days.sort_unstable();
    days.dedup();
    let courses = days.into_iter().map(|from| {
        let stands = |m: &&Move<'_>| match (voids.get(&m.act), folded.act(m.act).occurred.latest) {
            (None, _) => true,
            (Some(void), Some(latest)) => latest < *void && from.is_none_or(|from| from < *void),
            (Some(_), None) => false,
        };
        let standing: Vec<Move<'_>> = moves.iter().filter(stands).copied().collect();
        let mut course = standing::course(dimension, facts, folded, ends, &standing);
        for m in moves.iter().filter(|m| !stands(m)) {
            let still = Outcome::Still(Standstill::Voided, super::history::UNKNOWN, m.effect.state);
            course.outcomes.push((m.act, still));
        }
        course.outcomes.sort_by_key(|(act, _)| *act);
        (from, course)
    });
    Some(courses.collect())
}
