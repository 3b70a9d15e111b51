//! What is read from a compiled pair on a day, with names instead of numbers.
//!
//! Everything comes in an order that depends on contents alone.

use super::climate::Climate;
use super::facts::{ActorIx, Fact, NONE};
use super::history::{Basis, Course, Giver, Outcome, Standstill, Step, UNKNOWN};
use super::lens::{Between, Lens};
use super::pair::{Direction, Relation};
use super::position;
use super::rules::DimensionRule;
use crate::model::category::{Aspect, Cameo, Field, Mode, Stance};
use crate::model::day::{Day, Interval, Precision};
use crate::model::event::Confidence;
use crate::model::id::{ActorId, ArticleId, Dimension, EventId, EventType, Seq, State, Topic};
use crate::model::span::Span;

/// How one relation stands on a day (MODEL section 3).
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Standing {
    /// Which side of relations.
    pub dimension: Dimension,
    /// What about.
    pub topic: Option<Topic>,
    /// The state; absent = unknown.
    pub state: Option<State>,
    /// The two parties; of a directed relation the holder first, else in the order of ids.
    pub pair: (ActorId, ActorId),
    /// The side that acted; absent where the act was joint or the state is implied.
    pub from: Option<ActorId>,
    /// The other side; absent with `from`.
    pub to: Option<ActorId>,
    /// Whether both sides share the relation.
    pub mutual: bool,
    /// Each side's own last move, in the order of ids; empty for directed relations.
    pub sides: Vec<(ActorId, Option<State>)>,
    /// When the state began.
    pub since: Option<Interval>,
    /// When it is said to end.
    pub until: Option<Day>,
    /// The latest evidence on or before the day.
    pub last_confirmed: Option<Day>,
    /// On what it rests.
    pub basis: Basis,
    /// The organisation whose relation it is, in an answer for a member.
    pub via: Option<ActorId>,
    /// Whether a change may have happened by the day.
    pub uncertain: bool,
    /// Those changes.
    pub pending: Vec<Pending>,
    /// Whether the sides tell different things.
    pub disputed: bool,
    /// What each tells.
    pub claims: Vec<ClaimAt>,
    /// Whether the latest evidence is older than the shelf life.
    pub stale: bool,
    /// Whether the state's end has passed with no later evidence.
    pub lapsed: bool,
    /// Threats beside the state.
    pub standing_threats: Vec<Pending>,
    /// The events behind the state.
    pub events: Vec<EventId>,
    /// Where the dimension stands in the ontology, for sorting.
    pub(crate) rank: usize,
    /// How good the state is among those of its dimension: 0 worst, 1 best.
    pub(crate) level: Option<(u8, u8)>,
}

impl Standing {
    /// Returns where the state stands among those of its dimension, worst 0, and how many there are.
    #[must_use]
    pub fn level(&self) -> Option<(u8, u8)> {
        self.level
    }

    /// Returns where the dimension stands in the ontology.
    #[must_use]
    pub fn rank(&self) -> usize {
        self.rank
    }

    /// Returns every event that the standing rests on or names.
    pub fn all_events(&self) -> impl Iterator<Item = EventId> + '_ {
        let claims = self.claims.iter().flat_map(|claim| &claim.events);
        let beside = self.pending.iter().chain(&self.standing_threats).flat_map(|pending| &pending.events);
        self.events.iter().chain(claims).chain(beside).copied()
    }

    /// Returns the key by which standings are listed.
    pub(crate) fn order(&self) -> impl Ord + '_ {
        (self.rank, self.dimension.as_str(), self.topic.as_ref(), &self.pair, self.via.as_ref())
    }
}

/// A change that may have happened, or a threat that stands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Pending {
    /// The state that it would bring.
    pub state: State,
    /// When it may have happened.
    pub occurred: Interval,
    /// The events that say so.
    pub events: Vec<EventId>,
}

/// What somebody says the state is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ClaimAt {
    /// Whose word; absent = the outlet's own voice.
    pub side: Option<ActorId>,
    /// The state.
    pub state: State,
    /// The events that say so.
    pub events: Vec<EventId>,
}

/// Who holds what view of what, toward whom.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Position {
    /// The holder: a state or organisation, or a person who binds neither.
    pub holder: ActorId,
    /// What about; absent where no topic was named.
    pub topic: Option<Topic>,
    /// Toward whom.
    pub toward: Option<ActorId>,
    /// Who said so last; absent where the outlet did.
    pub speaker: Option<ActorId>,
    /// The view.
    pub stance: Stance,
    /// Since when, as its earliest and latest day.
    pub since: (Option<Day>, Option<Day>),
    /// The latest evidence on or before the day.
    pub last_confirmed: Day,
    /// The events behind it.
    pub events: Vec<EventId>,
}

/// One report of an act: the words and where they stand.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Report {
    /// The event.
    pub event: EventId,
    /// The record that holds it.
    pub seq: Seq,
    /// The article.
    pub article: ArticleId,
    /// When the article was published.
    pub published: Day,
    /// Who said so; absent = the outlet's own voice.
    pub speaker: Option<ActorId>,
    /// The name of who said so.
    pub speaker_name: Option<String>,
    /// The days that this report gives.
    pub occurred: Interval,
    /// The field of the article.
    pub field: Field,
    /// The bytes of the field.
    pub span: Span,
    /// The words.
    pub quote: String,
    /// How sure the coder was.
    pub confidence: Confidence,
}

/// One act with the reports of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Act {
    /// The event that stands for it: the first published.
    pub event: EventId,
    /// What was done.
    pub kind: EventType,
    /// The parties that acted.
    pub actors: Vec<ActorId>,
    /// The parties toward whom.
    pub recipients: Vec<ActorId>,
    /// What about.
    pub topic: Option<Topic>,
    /// When, as all reports together say.
    pub occurred: Interval,
    /// When it is said to end.
    pub until: Option<Day>,
    /// How it stands to the world.
    pub mode: Mode,
    /// Where in its course it is.
    pub aspect: Option<Aspect>,
    /// What a statement says.
    pub stance: Option<Stance>,
    /// The CAMEO code.
    pub cameo: Cameo,
    /// Its Goldstein score in tenths.
    pub score_tenths: i16,
    /// The organisation that acted, in an answer for a member.
    pub via: Option<ActorId>,
    /// The reports, the first published first.
    pub reports: Vec<Report>,
}

/// What an act did to one relation.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Effect {
    /// It moved the state.
    Moved,
    /// It confirmed the state.
    Reaffirmed,
    /// It stands beside the state as a threat.
    Threatened,
    /// It did not move the state.
    Still(Standstill),
}

/// One act and one relation that it speaks of.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Touch {
    /// The day from which it counts.
    pub day: Day,
    /// The event that stands for the act.
    pub event: EventId,
    /// The events of all reports.
    pub events: Vec<EventId>,
    /// The dimension.
    pub dimension: Dimension,
    /// The topic.
    pub topic: Option<Topic>,
    /// The two parties, the holder first where the relation is directed.
    pub pair: (ActorId, ActorId),
    /// Whether both sides share the relation.
    pub mutual: bool,
    /// The state before, absent = unknown.
    pub before: Option<State>,
    /// The state after; for an act that did not move it, the one that it speaks of.
    pub after: Option<State>,
    /// What it did.
    pub effect: Effect,
    /// The act's place among those of the pair.
    pub(crate) place: u32,
}

/// An act that contradicts what is recorded.
pub type Anomaly = Touch;

impl Lens<'_> {
    fn named(&self, actor: ActorIx) -> Option<ActorId> {
        self.id(actor).cloned()
    }

    fn topic(&self, topic: u32) -> Option<Topic> {
        self.projection.facts.topics.get(topic).cloned()
    }

    /// Returns the report that an event is, none where the log has no such event in this state of knowledge.
    #[must_use]
    pub fn report(&self, event: EventId) -> Option<Report> {
        let facts = &self.projection.facts;
        facts.find(event).map(|row| facts.fact(row)).map(|fact| self.report_of(fact))
    }

    pub(crate) fn report_of(&self, fact: &Fact) -> Report {
        let facts = &self.projection.facts;
        let speaker = facts.voice_at(fact.speaker);
        Report {
            event: fact.id,
            seq: fact.born,
            article: facts.articles.get(fact.article).copied().unwrap_or_else(|| ArticleId::of(&[])),
            published: fact.published,
            speaker: speaker.map(|voice| voice.id.clone()),
            speaker_name: speaker.map(|voice| voice.name.clone()),
            occurred: fact.occurred,
            field: fact.field,
            span: fact.span,
            quote: facts.quote(fact).to_owned(),
            confidence: fact.confidence,
        }
    }
}

impl Between<'_> {
    /// Returns the two parties in the order of their ids.
    #[must_use]
    pub fn parties(&self) -> Option<(&ActorId, &ActorId)> {
        Some((self.lens.id(self.ends[0])?, self.lens.id(self.ends[1])?))
    }

    /// Returns the two parties, or the one where what is here concerns nobody else.
    #[must_use]
    pub fn ends(&self) -> (Option<&ActorId>, Option<&ActorId>) {
        (self.lens.id(self.ends[0]), self.lens.id(self.ends[1]))
    }

    /// Returns how every relation of the two stands on a day, where anything is known of it.
    #[must_use]
    pub fn standings(&self, day: Day) -> Vec<Standing> {
        let mut standings: Vec<Standing> =
            self.pair.relations.iter().filter_map(|relation| self.standing(relation, day)).collect();
        standings.sort_by(|one, other| one.order().cmp(&other.order()));
        standings
    }

    /// Returns how many relations of the two are known on a day, without writing them out.
    #[must_use]
    pub fn n_known(&self, day: Day) -> usize {
        let known = |relation: &&Relation| {
            relation.course(day).is_some_and(|course| {
                course.step(day).is_some_and(|step| step.state != UNKNOWN) || course.window(day).is_some()
            })
        };
        self.pair.relations.iter().filter(known).count()
    }

    /// Returns the climate between the two on a day, none where no act lies on or before it.
    #[must_use]
    pub fn climate(&self, day: Day) -> Option<Climate> {
        self.pair.weather.at(day)
    }

    /// Returns the positions that either holds toward the other on a day.
    #[must_use]
    pub fn positions(&self, day: Day) -> Vec<Position> {
        let mut positions: Vec<Position> =
            self.pair.positions.iter().filter_map(|(key, views)| self.position(*key, views, day)).collect();
        positions.sort();
        positions
    }

    fn position(&self, key: position::Key, views: &position::Views, day: Day) -> Option<Position> {
        let held = views.at(day)?;
        let facts = &self.lens.projection.facts;
        let fact = facts.fact(held.speaker?);
        // The speaker, else the person or institution that acted; a state speaks for itself.
        let own = facts.actor_voices(fact).iter().find_map(|&voice| {
            let (id, party) = facts.voice_actor(voice);
            let holds = [id, party].iter().any(|&actor| self.lens.canon().of(actor) == key.holder);
            (holds && id != party).then(|| facts.voice_at(voice)).flatten()
        });
        let speaker = facts.voice_at(fact.speaker).or(own).map(|voice| voice.id.clone());
        let trail = views.trail.get(held.trail.0 as usize..held.trail.1 as usize).unwrap_or_default();
        Some(Position {
            holder: self.lens.named(key.holder)?,
            topic: self.lens.topic(key.topic),
            toward: self.lens.named(key.toward),
            speaker,
            stance: held.stance,
            since: (held.since.earliest, held.since.latest),
            last_confirmed: held.day,
            events: self.events(trail),
        })
    }

    fn standing(&self, relation: &Relation, day: Day) -> Option<Standing> {
        let course = relation.course(day)?;
        let rule = self.lens.projection.rules.dimensions.get(relation.key.dimension)?;
        let step = course.step(day);
        let mut standing = self.blank(relation, rule, step)?;
        let state = match (course.window(day), step) {
            (Some(window), _) => {
                standing.since = Some(Interval {
                    earliest: window.bound,
                    latest: Some(day),
                    precision: if window.bound.is_some() { Precision::Range } else { Precision::Before },
                });
                standing.basis = Basis::Implied;
                standing.events = self.events(&[window.act]);
                if relation.key.direction == Direction::Mutual {
                    (standing.from, standing.to) = (None, None);
                }
                window.state
            }
            (None, Some(step)) => {
                self.stood(&mut standing, rule, course, step, day);
                step.state
            }
            (None, None) => UNKNOWN,
        };
        standing.state = rule.states.get(state as usize).cloned();
        standing.level = standing
            .state
            .is_some()
            .then(|| u8::try_from(rule.states.len().saturating_sub(1)).map(|best| (state, best)).ok())
            .flatten();
        for wide in course.pending(day, state) {
            let Some(state) = rule.states.get(wide.state as usize) else { continue };
            let events = self.events(&[wide.act]);
            standing.pending.push(Pending { state: state.clone(), occurred: wide.occurred, events });
        }
        standing.uncertain = !standing.pending.is_empty();
        let says_something = standing.state.is_some()
            || standing.uncertain
            || !standing.claims.is_empty()
            || !standing.standing_threats.is_empty();
        says_something.then_some(standing)
    }

    /// A standing with its key and nothing known.
    fn blank(&self, relation: &Relation, rule: &DimensionRule, step: Option<&Step>) -> Option<Standing> {
        let (first, second) = (self.lens.named(self.ends[0])?, self.lens.named(self.ends[1])?);
        let mutual = relation.key.direction == Direction::Mutual;
        let state_of = |number: usize| {
            step.and_then(|step| step.sides.get(number)).and_then(|side| rule.states.get(side.state as usize)).cloned()
        };
        let pair = match relation.key.direction {
            Direction::SecondToFirst => (second.clone(), first.clone()),
            Direction::Mutual | Direction::FirstToSecond => (first.clone(), second.clone()),
        };
        let ends = (!mutual).then(|| pair.clone());
        Some(Standing {
            dimension: rule.name.clone(),
            topic: self.lens.topic(relation.key.topic),
            state: None,
            from: ends.as_ref().map(|(from, _)| from.clone()),
            to: ends.map(|(_, to)| to),
            pair,
            mutual,
            sides: if mutual { vec![(first, state_of(0)), (second, state_of(1))] } else { Vec::new() },
            since: None,
            until: None,
            last_confirmed: None,
            basis: Basis::Unknown,
            via: None,
            uncertain: false,
            pending: Vec::new(),
            disputed: false,
            claims: Vec::new(),
            stale: false,
            lapsed: false,
            standing_threats: Vec::new(),
            events: Vec::new(),
            rank: relation.key.dimension,
            level: None,
        })
    }

    /// Fills in what a step says on a day at or after it.
    fn stood(&self, standing: &mut Standing, rule: &DimensionRule, course: &Course, step: &Step, day: Day) {
        if step.state != UNKNOWN {
            standing.since = Some(step.since);
            standing.events = self.events(&course.evidence(step));
            let confirmed = step.holders().map(|side| side.confirmed).max();
            standing.last_confirmed = confirmed;
            standing.until = step.holders().filter_map(|side| side.until).max();
            standing.lapsed =
                standing.until.is_some_and(|until| until < day && confirmed.is_none_or(|last| last <= until));
            let age = confirmed.map_or(0, |last| day.days_since(last));
            standing.stale = rule.shelf_life.is_some_and(|days| age > i64::from(days));
            // The surest of those who hold it.
            standing.basis = step.holders().map(|side| side.basis).min().unwrap_or(Basis::Unknown);
        }
        if standing.mutual {
            let (first, second) = (standing.pair.0.clone(), standing.pair.1.clone());
            (standing.from, standing.to) = match step.giver {
                _ if step.state == UNKNOWN => (None, None),
                Giver::First => (Some(first), Some(second)),
                Giver::Second => (Some(second), Some(first)),
                Giver::Joint => (None, None),
            };
        }
        standing.disputed = step.disputed;
        standing.claims = self.claims(rule, course, step);
        let reach = rule.reach();
        let threats = course.threats.get(step.threats.0 as usize..step.threats.1 as usize).unwrap_or_default();
        for (_, act) in threats.iter().filter(|(told, _)| day.days_since(*told) <= reach) {
            let occurred = self.pair.folded.act(*act).occurred;
            let Some(state) = self.threatened(rule) else { continue };
            standing.standing_threats.push(Pending { state, occurred, events: self.events(&[*act]) });
        }
    }

    /// The state that a threat in this dimension speaks of.
    fn threatened(&self, rule: &DimensionRule) -> Option<State> {
        rule.threat.and_then(|state| rule.states.get(state as usize)).cloned()
    }

    fn claims(&self, rule: &DimensionRule, course: &Course, step: &Step) -> Vec<ClaimAt> {
        let mut claims: Vec<ClaimAt> = Vec::new();
        for claim in course.claims.get(step.claims.0 as usize..step.claims.1 as usize).unwrap_or_default() {
            let Some(state) = rule.states.get(claim.state as usize) else { continue };
            let side = claim.party.and_then(|party| self.lens.named(party));
            let events = self.events(&[claim.act]);
            match claims.iter_mut().find(|known| known.side == side && known.state == *state) {
                Some(known) => known.events.extend(events),
                None => claims.push(ClaimAt { side, state: state.clone(), events }),
            }
        }
        claims
    }

    /// The events of acts, act by act, the first published of each first.
    fn events(&self, acts: &[u32]) -> Vec<EventId> {
        acts.iter().flat_map(|&act| self.reports_of(act)).map(|fact| fact.id).collect()
    }

    fn reports_of(&self, act: u32) -> Vec<&Fact> {
        let (facts, folded) = (&self.lens.projection.facts, &self.pair.folded);
        let mut reports: Vec<&Fact> = folded.reports(folded.act(act)).iter().map(|&row| facts.fact(row)).collect();
        reports.sort_unstable_by_key(|fact| (fact.published, fact.field, fact.span, fact.id));
        reports
    }

    /// Returns the acts between the two in the order of what they say.
    #[must_use]
    pub fn acts(&self) -> Vec<Act> {
        let between = |number: usize| self.ends[1] == NONE || self.pair.givers.get(number).is_some_and(Option::is_some);
        (0..self.pair.folded.acts.len())
            .filter(|&number| between(number))
            .filter_map(|number| self.act(u32::try_from(number).ok()?))
            .collect()
    }

    fn act(&self, number: u32) -> Option<Act> {
        let facts = &self.lens.projection.facts;
        let act = self.pair.folded.act(number);
        let first = facts.fact(act.first);
        let named = |voices: &[u32]| {
            let parties = super::facts::parties(facts, self.lens.canon(), voices);
            let mut ids: Vec<ActorId> = parties.into_iter().filter_map(|party| self.lens.named(party)).collect();
            ids.sort_unstable();
            ids
        };
        Some(Act {
            event: act.id,
            kind: facts.kinds.get(act.kind)?.clone(),
            actors: named(facts.actor_voices(first)),
            recipients: named(facts.recipient_voices(first)),
            topic: self.lens.topic(act.topic),
            occurred: act.occurred,
            until: act.until,
            mode: act.mode,
            aspect: first.aspect,
            stance: act.stance,
            cameo: first.cameo,
            score_tenths: self.lens.projection.rules.score(first.cameo),
            via: None,
            reports: self.reports_of(number).into_iter().map(|fact| self.lens.report_of(fact)).collect(),
        })
    }

    /// Returns what each act did to each relation of the two, in the order of days.
    #[must_use]
    pub fn touches(&self) -> Vec<Touch> {
        let mut touches: Vec<Touch> =
            self.pair.relations.iter().flat_map(|relation| self.touches_of(relation)).collect();
        touches.sort_by(|one, other| {
            let key = |touch: &Touch| (touch.day, touch.place);
            key(one).cmp(&key(other)).then_with(|| {
                (&one.dimension, &one.topic, &one.pair).cmp(&(&other.dimension, &other.topic, &other.pair))
            })
        });
        touches
    }

    fn touches_of(&self, relation: &Relation) -> Vec<Touch> {
        let rules = &self.lens.projection.rules;
        let (Some(rule), Some(course)) = (rules.dimensions.get(relation.key.dimension), relation.last()) else {
            return Vec::new();
        };
        let Some(blank) = self.blank(relation, rule, None) else { return Vec::new() };
        let state = |number: u8| rule.states.get(number as usize).cloned();
        let touch = |&(act, outcome): &(u32, Outcome)| {
            let folded = self.pair.folded.act(act);
            let (effect, before, after) = match outcome {
                Outcome::Moved(before, after) => (Effect::Moved, before, after),
                Outcome::Reaffirmed(held) => (Effect::Reaffirmed, held, held),
                Outcome::Threatened => (Effect::Threatened, UNKNOWN, rule.threat.unwrap_or(UNKNOWN)),
                Outcome::Still(why, before, told) => (Effect::Still(why), before, told),
            };
            Some(Touch {
                day: folded.occurred.latest?,
                event: folded.id,
                events: self.events(&[act]),
                dimension: rule.name.clone(),
                topic: blank.topic.clone(),
                pair: blank.pair.clone(),
                mutual: blank.mutual,
                before: state(before),
                after: state(after),
                effect,
                place: act,
            })
        };
        course.outcomes.iter().filter_map(touch).collect()
    }

    /// Returns the acts that contradict what is recorded.
    #[must_use]
    pub fn anomalies(&self) -> Vec<Anomaly> {
        let contradicts = |touch: &Touch| touch.effect == Effect::Still(Standstill::Contradiction);
        self.touches().into_iter().filter(contradicts).collect()
    }
}
