//! How a relation stands: the thirteen rules of MODEL section 3 and the guards, as one fold over acts.
//!
//! Acts come in the order of what they say (rule 1). Where the model leaves a choice, a careful
//! historian's was taken:
//!
//! - A speaker moves a state only by words about the own side's acts; of the other side's acts they are
//!   an allegation, kept as a claim. For acts that take both sides either side's speaker will do.
//! - The pair's state is the worse of the two; `from` is the side that gave it. Where both hold it, it is
//!   the one whose move brought the pair there.
//! - A change with an open lower end implies nothing before it, since no day can be said to lie before
//!   it; a confirmation does, since the state held on either side of it.
//! - A final state told again is the same act where the days can agree, else an anomaly.
//! - Disputes are between moves of the same side told by speakers of different sides. A state stays
//!   disputed until the next change outside the dispute.
//! - Only changes, not confirmations, bound an open lower end (rule 3).

use super::facts::{Facts, NONE};
use super::folding::{Act, Folded, Word};
use super::history::{Basis, Claim, Course, Giver, Outcome, Side, Standstill, Step, UNKNOWN, Wide, Window};
use super::rules::{DimensionRule, EffectRule, Force};
use crate::model::category::Mode;
use crate::model::day::{Day, Interval, Precision};

/// One act as it concerns one relation.
#[derive(Copy, Clone, Debug)]
pub(crate) struct Move<'a> {
    pub(crate) act: u32,
    pub(crate) giver: Giver,
    pub(crate) effect: &'a EffectRule,
    /// Whether only the outlet's voice or a ruling establishes it.
    pub(crate) own_voice: bool,
}

/// Compiles the history of one relation from its moves, in order.
pub(crate) fn course(
    rule: &DimensionRule,
    facts: &Facts,
    folded: &Folded,
    parties: [u32; 2],
    moves: &[Move<'_>],
) -> Course {
    let mut fold =
        Fold { rule, folded, parties, course: Course::default(), now: None, recent: Vec::new(), changed: None };
    let outranked = outranked(rule, facts, folded, moves);
    for (place, m) in moves.iter().enumerate() {
        let outcome = fold.take(m, outranked.get(place).copied().unwrap_or(false));
        if let Some(outcome) = outcome {
            fold.course.outcomes.push((m.act, outcome));
        }
    }
    fold.course
}

/// Marks the intermediate moves that follow a final one of the same article and day (rule 1).
fn outranked(rule: &DimensionRule, facts: &Facts, folded: &Folded, moves: &[Move<'_>]) -> Vec<bool> {
    let mut marks = vec![false; moves.len()];
    let is_final = |m: &Move<'_>| {
        m.effect.force == Force::Change
            && rule.finals.contains(&m.effect.state)
            && folded.act(m.act).mode != Mode::Negated
            && may_move(folded.act(m.act).word, m.own_voice)
    };
    for (place, m) in moves.iter().enumerate() {
        if is_final(m) {
            let act = folded.act(m.act);
            for (later, other) in moves.iter().enumerate().skip(place + 1) {
                let other_act = folded.act(other.act);
                if other_act.occurred.latest != act.occurred.latest {
                    break;
                }
                let shared = folded.reports(act).iter().any(|&one| {
                    let article = facts.fact(one).article;
                    folded.reports(other_act).iter().any(|&two| facts.fact(two).article == article)
                });
                if let Some(mark) = marks.get_mut(later)
                    && shared
                    && !is_final(other)
                {
                    *mark = true;
                }
            }
        }
    }
    marks
}

fn may_move(word: Word, own_voice: bool) -> bool {
    match word {
        Word::Outlet => true,
        Word::Ruling(_) => own_voice,
        Word::Side(_) => !own_voice,
        Word::Other(_) | Word::Unbound(_) => false,
    }
}

/// A move that later ones may contradict.
struct Recent {
    occurred: Interval,
    state: u8,
    giver: Giver,
    word: Word,
    act: u32,
    moved: bool,
}

struct Fold<'a> {
    rule: &'a DimensionRule,
    folded: &'a Folded,
    parties: [u32; 2],
    course: Course,
    now: Option<Step>,
    recent: Vec<Recent>,
    /// The last day of the last change.
    changed: Option<Day>,
}

impl<'a> Fold<'a> {
    fn take(&mut self, m: &Move<'_>, outranked: bool) -> Option<Outcome> {
        let folded = self.folded;
        let act = folded.act(m.act);
        let day = act.occurred.latest?;
        let target = match act.mode {
            Mode::Actual => m.effect.state,
            // An undated plan carries its publication day and moves nothing (rule 6).
            Mode::Planned if act.occurred.precision != Precision::Reported && m.effect.force != Force::Threat => {
                m.effect.state
            }
            Mode::Negated => m.effect.negated?,
            Mode::Planned | Mode::Conditional | Mode::Historical => return None,
        };
        if act.mode != Mode::Negated && self.is_over(m, day, target) {
            self.now = None;
        }
        let state = self.state();
        if outranked {
            return Some(Outcome::Still(Standstill::Outranked, state, target));
        }
        if !may_move(act.word, m.own_voice) {
            self.claim(m, act, day, target);
            return Some(Outcome::Still(Standstill::Claim, state, target));
        }
        if act.mode == Mode::Negated {
            return Some(self.confirm(m, act, day, target));
        }
        match m.effect.force {
            Force::Confirm => Some(self.confirm(m, act, day, target)),
            Force::Threat => Some(self.threaten(m, act, day, target)),
            Force::Restore => {
                let target = self.restored(m, target);
                Some(self.change(m, act, day, target))
            }
            Force::Change => Some(self.change(m, act, day, target)),
        }
    }

    /// Tells whether a state that comes again has been stale for so long that it begins anew: another war, another truce.
    fn is_over(&self, m: &Move<'_>, day: Day, target: u8) -> bool {
        let life = self.rule.shelf_life.filter(|_| self.rule.spells && m.effect.force == Force::Change);
        let is_past = |last: Day| life.is_some_and(|life| last.plus_days(i64::from(life)) < day);
        self.state() == target && self.last_record().is_some_and(is_past)
    }

    fn state(&self) -> u8 {
        self.now.map_or(UNKNOWN, |now| now.state)
    }

    /// The recorded state that a move by `giver` starts from.
    fn own_state(&self, giver: Giver) -> u8 {
        match (&self.now, giver) {
            (None, _) => UNKNOWN,
            (Some(now), Giver::First) => now.sides[0].state,
            (Some(now), Giver::Second) => now.sides[1].state,
            (Some(now), Giver::Joint) => now.state,
        }
    }

    /// What a return restores: the state before, where the plain one holds in it.
    fn restored(&self, m: &Move<'_>, plain: u8) -> u8 {
        let Some(now) = &self.now else { return plain };
        let best = m.giver.sides().filter_map(|side| now.sides.get(side)).map(|side| {
            let left = m.effect.presupposes.first() == Some(&side.state);
            let back = left && side.before != UNKNOWN && self.rule.holds_within(plain, side.before);
            if back { side.before } else { plain }
        });
        best.max().unwrap_or(plain)
    }

    fn change(&mut self, m: &Move<'_>, act: &Act, day: Day, target: u8) -> Outcome {
        let folded = self.folded;
        let (state, own) = (self.state(), self.own_state(m.giver));
        let anew = state == target && self.is_anew(m, act, day, target);
        if own == target && !anew {
            let same_act = self.now.is_some_and(|now| {
                m.giver.sides().filter_map(|side| now.sides.get(side)).any(|side| side.since.overlaps(&act.occurred))
            });
            if self.rule.contradictions.contains(&(own, target)) && !same_act {
                return Outcome::Still(Standstill::Contradiction, own, target);
            }
            self.remember(m, act, target, true);
            self.reaffirm(m, act, day);
            return Outcome::Reaffirmed(state);
        }
        if own != UNKNOWN && !anew && self.rule.holds_within(target, own) {
            self.remember(m, act, own, true);
            self.reaffirm(m, act, day);
            return Outcome::Reaffirmed(state);
        }
        if state != UNKNOWN && state != target && self.rule.holds_within(target, state) {
            self.reaffirm_pair(m, act, day);
            return Outcome::Reaffirmed(state);
        }
        if state != UNKNOWN && state != target && !self.rule.may_follow(target, state) {
            return Outcome::Still(Standstill::Guarded, state, target);
        }
        if self.rule.contradictions.contains(&(own, target)) {
            return Outcome::Still(Standstill::Contradiction, own, target);
        }
        let occurred = self.bounded(&act.occurred);
        let disputed = self.disputes(m, act, target);
        if disputed {
            let led = self.outlet_among(m, act, target);
            self.record_dispute(m, act, target);
            if let (true, Some((number, giver, told))) = (act.word != Word::Outlet, led) {
                // A side's word may have moved the state since the outlet's.
                let leading = folded.act(number);
                if state != told {
                    let again = Move { act: number, giver, ..*m };
                    self.set(&again, leading, day, told, leading.occurred, Basis::Reported);
                }
                self.remember(m, act, target, false);
                self.push(day);
                return Outcome::Still(Standstill::Claim, state, target);
            }
        }
        if anew || act.occurred.earliest.is_some() && state != target {
            self.imply(m, day, &m.effect.presupposes);
        }
        if act.occurred.earliest != act.occurred.latest {
            self.course.wide.push(Wide { occurred, state: target, act: m.act });
        }
        let basis = if act.mode == Mode::Planned { Basis::Planned } else { Basis::Reported };
        if anew {
            self.now = None;
        }
        self.set(m, act, day, target, occurred, basis);
        if !disputed {
            self.clear_beside();
        }
        self.remember(m, act, target, true);
        self.changed = Some(day);
        self.push(day);
        Outcome::Moved(state, self.state())
    }

    fn confirm(&mut self, m: &Move<'_>, act: &Act, day: Day, target: u8) -> Outcome {
        let (state, own) = (self.state(), self.own_state(m.giver));
        let agrees = |held: u8| self.rule.holds_within(target, held);
        // Not done: whatever else is recorded stays. Who has suspended a membership and has not left has still suspended it.
        let is_denied = act.mode == Mode::Negated
            && own != m.effect.state
            && self.rule.threat != Some(own)
            && state != m.effect.state;
        if own != UNKNOWN && (agrees(own) || is_denied) {
            self.remember(m, act, own, true);
            self.reaffirm(m, act, day);
            return Outcome::Reaffirmed(state);
        }
        if state != UNKNOWN && agrees(state) {
            self.reaffirm_pair(m, act, day);
            return Outcome::Reaffirmed(state);
        }
        let since = self.bounded(&Interval { earliest: None, latest: Some(day), precision: Precision::Before });
        let disputed = self.disputes(m, act, target);
        if disputed {
            self.record_dispute(m, act, target);
        }
        self.imply(m, day, &[target]);
        self.set(m, act, day, target, since, Basis::Confirmed);
        if !disputed {
            self.clear_beside();
        }
        self.remember(m, act, target, true);
        self.changed = Some(day);
        self.push(day);
        Outcome::Moved(state, self.state())
    }

    fn threaten(&mut self, m: &Move<'_>, act: &Act, day: Day, target: u8) -> Outcome {
        let own = self.own_state(m.giver);
        if own == UNKNOWN || own == target || self.rule.threat_replaces.contains(&own) {
            return self.change(m, act, day, target);
        }
        if let Some(now) = &mut self.now {
            // The threats that stand are a run at the end of the list: a change starts a new run.
            self.course.threats.push((day, m.act));
            now.threats.1 = len(&self.course.threats);
        }
        self.push(day);
        Outcome::Threatened
    }

    /// Sets the giver's sides and finds the state of the pair again.
    fn set(&mut self, m: &Move<'_>, act: &Act, day: Day, target: u8, since: Interval, basis: Basis) {
        let mut now = self.now.unwrap_or_else(|| blank(day));
        let (old_state, old_giver) = (now.state, now.giver);
        for number in m.giver.sides() {
            let (Some(side), Some(trail)) = (now.sides.get_mut(number), self.course.trails.get_mut(number)) else {
                continue;
            };
            let start = len(trail);
            trail.push(m.act);
            let before = if side.state == target { side.before } else { side.state };
            *side = Side {
                state: target,
                since,
                confirmed: day,
                basis,
                until: act.until,
                before,
                trail: (start, start.saturating_add(1)),
            };
        }
        now.state = now.sides.iter().map(|side| side.state).min().unwrap_or(UNKNOWN);
        let holds = |giver: Giver| giver.sides().all(|n| now.sides.get(n).is_some_and(|side| side.state == now.state));
        if now.state == old_state && old_state != UNKNOWN && holds(old_giver) {
            // The other side, or this one again, holds the pair where it was.
        } else if holds(m.giver) {
            now.giver = m.giver;
            now.since = since;
        } else {
            let holder = if now.sides[0].state == now.state { 0 } else { 1 };
            now.giver = if holder == 0 { Giver::First } else { Giver::Second };
            now.since = now.sides[holder].since;
        }
        self.now = Some(now);
    }

    /// The giver says again what its side's state is; a joint act brings in a side that had not moved.
    fn reaffirm(&mut self, m: &Move<'_>, act: &Act, day: Day) {
        let Some(mut now) = self.now else { return };
        for number in m.giver.sides() {
            if let (Some(side), Some(trail)) = (now.sides.get_mut(number), self.course.trails.get(number))
                && side.state == UNKNOWN
            {
                let end = len(trail);
                let basis = if act.mode == Mode::Planned { Basis::Planned } else { Basis::Reported };
                *side = Side {
                    state: now.state,
                    since: act.occurred,
                    confirmed: day,
                    basis,
                    until: act.until,
                    trail: (end, end),
                    ..*side
                };
            }
            self.support(&mut now, number, m, act, day);
        }
        self.now = Some(now);
        self.push(day);
    }

    /// The act confirms the state of the pair, whoever gave it.
    fn reaffirm_pair(&mut self, m: &Move<'_>, act: &Act, day: Day) {
        let Some(mut now) = self.now else { return };
        for number in 0..2 {
            if now.sides.get(number).is_some_and(|side| side.state == now.state) {
                self.support(&mut now, number, m, act, day);
            }
        }
        self.remember(m, act, now.state, true);
        self.now = Some(now);
        self.push(day);
    }

    fn support(&mut self, now: &mut Step, number: usize, m: &Move<'_>, act: &Act, day: Day) {
        let (Some(side), Some(trail)) = (now.sides.get_mut(number), self.course.trails.get_mut(number)) else { return };
        if side.state == UNKNOWN {
            return;
        }
        trail.push(m.act);
        side.trail.1 = len(trail);
        side.confirmed = side.confirmed.max(day);
        // A dated report of an act that had only been announced, on a day that fits.
        if act.mode == Mode::Actual && side.basis == Basis::Planned && m.effect.force != Force::Confirm {
            side.basis = Basis::Reported;
        }
        match (act.until, side.until) {
            (Some(until), _) => side.until = Some(until),
            (None, Some(until)) if day > until => side.until = None,
            _ => {}
        }
    }

    fn claim(&mut self, m: &Move<'_>, act: &Act, day: Day, target: u8) {
        if self.now.is_none() {
            self.now = Some(blank(day));
        }
        let of_a_side = act.word.party().is_some_and(|party| self.parties.contains(&party));
        if matches!(act.word, Word::Other(_)) && of_a_side && self.disputes(m, act, target) {
            self.record_dispute(m, act, target);
        } else {
            self.add_claim(Claim { party: act.word.party(), state: target, act: m.act });
        }
        self.remember(m, act, target, false);
        self.push(day);
    }

    /// Tells whether a speaker of another side told something else of the same side and days (rule 11).
    fn disputes(&self, m: &Move<'_>, act: &Act, target: u8) -> bool {
        let Some(party) = act.word.party().filter(|party| self.parties.contains(party)) else { return false };
        let other_side = |other: u32| other != party && self.parties.contains(&other);
        self.conflicts(m, act, target).any(|recent| recent.word.party().is_some_and(other_side))
    }

    fn conflicts<'s>(&'s self, m: &'s Move<'_>, act: &'s Act, target: u8) -> impl Iterator<Item = &'s Recent> {
        self.recent.iter().filter(move |recent| {
            recent.state != target
                && recent.giver.shares(m.giver)
                && !matches!(recent.word, Word::Unbound(_))
                && really_overlap(&recent.occurred, &act.occurred)
        })
    }

    /// The last move that the outlet tells in its own voice and that this one contradicts.
    fn outlet_among(&self, m: &Move<'_>, act: &Act, target: u8) -> Option<(u32, Giver, u8)> {
        let leading = self.conflicts(m, act, target).filter(|recent| recent.moved && recent.word == Word::Outlet);
        leading.last().map(|recent| (recent.act, recent.giver, recent.state))
    }

    fn record_dispute(&mut self, m: &Move<'_>, act: &Act, target: u8) {
        let others: Vec<Claim> = self
            .conflicts(m, act, target)
            .map(|recent| Claim { party: recent.word.party(), state: recent.state, act: recent.act })
            .collect();
        if self.now.is_some_and(|now| !now.disputed)
            && let Some(now) = &mut self.now
        {
            now.disputed = true;
            let end = len(&self.course.claims);
            now.claims = (end, end);
        }
        for claim in others {
            self.add_claim(claim);
        }
        self.add_claim(Claim { party: act.word.party(), state: target, act: m.act });
    }

    fn add_claim(&mut self, claim: Claim) {
        let Some(now) = &mut self.now else { return };
        let standing = self.course.claims.get(now.claims.0 as usize..).unwrap_or_default();
        if !standing.contains(&claim) {
            self.course.claims.push(claim);
        }
        now.claims.1 = len(&self.course.claims);
    }

    /// A change outside a dispute ends what stood beside the old state.
    fn clear_beside(&mut self) {
        let (claims, threats) = (len(&self.course.claims), len(&self.course.threats));
        if let Some(now) = &mut self.now {
            now.disputed = false;
            now.claims = (claims, claims);
            now.threats = (threats, threats);
        }
    }

    fn remember(&mut self, m: &Move<'_>, act: &Act, state: u8, moved: bool) {
        // What ended before this act began cannot overlap later ones, which end later still, unless
        // they reach back: those are long intervals, and the last few moves are enough for them.
        if self.recent.len() >= 16 {
            self.recent.remove(0);
        }
        self.recent.push(Recent { occurred: act.occurred, state, giver: m.giver, word: act.word, act: m.act, moved });
    }

    /// Gives the state before the move, where nothing of it is recorded (rule 5).
    fn imply(&mut self, m: &Move<'_>, day: Day, presupposed: &[u8]) {
        let Some(&implied) = presupposed.first() else { return };
        let state = self.state();
        if state != UNKNOWN && presupposed.contains(&state) {
            return;
        }
        let bound = self.last_record().map(|last| last.plus_days(1));
        let reach = day.plus_days(-self.rule.reach());
        if m.effect.lately.contains(&state) && bound.is_some_and(|bound| bound > reach) {
            return;
        }
        let first = bound.map_or(reach, |bound| bound.max(reach));
        let last = day.plus_days(-1);
        if first <= last {
            self.course.windows.push(Window { first, last, state: implied, act: m.act, bound });
        }
    }

    /// Tells whether an act brings back the state that the last record tells of, which is too old to be of the same act: "restored
    /// ties" long after ties were established. What the act presupposes held in between (rule 5).
    fn is_anew(&self, m: &Move<'_>, act: &Act, day: Day, target: u8) -> bool {
        let presupposes = !m.effect.presupposes.is_empty() && !m.effect.presupposes.contains(&target);
        let is_old = self.last_record().is_some_and(|last| day.days_since(last) > self.rule.reach());
        presupposes && is_old && act.mode == Mode::Actual && act.occurred.earliest.is_some()
    }

    /// The day of the latest record that holds.
    fn last_record(&self) -> Option<Day> {
        self.now.and_then(|now| now.sides.iter().filter(|side| side.state != UNKNOWN).map(|side| side.confirmed).max())
    }

    /// Lets an open lower end reach back only to the previous change (rule 3).
    fn bounded(&self, occurred: &Interval) -> Interval {
        match (occurred.earliest, self.changed) {
            (None, Some(changed)) if occurred.latest.is_some_and(|latest| changed <= latest) => {
                Interval { earliest: Some(changed), latest: occurred.latest, precision: Precision::Range }
            }
            _ => *occurred,
        }
    }

    /// Writes down how the relation stands from `day` on.
    fn push(&mut self, day: Day) {
        let Some(now) = &mut self.now else { return };
        now.day = day;
        let step = *now;
        match self.course.steps.last_mut() {
            Some(last) if last.day == day => *last = step,
            _ => self.course.steps.push(step),
        }
    }
}

/// Tells whether two acts share a day, an open lower end counting as the latest day alone.
fn really_overlap(one: &Interval, other: &Interval) -> bool {
    let closed = |interval: &Interval| Interval { earliest: interval.earliest.or(interval.latest), ..*interval };
    closed(one).overlaps(&closed(other))
}

fn blank(day: Day) -> Step {
    let side = Side {
        state: UNKNOWN,
        since: Interval::before(day),
        confirmed: day,
        basis: Basis::Unknown,
        until: None,
        before: UNKNOWN,
        trail: (0, 0),
    };
    Step {
        day,
        state: UNKNOWN,
        giver: Giver::Joint,
        since: Interval::before(day),
        sides: [side; 2],
        disputed: false,
        claims: (0, 0),
        threats: (0, 0),
    }
}

fn len<T>(list: &[T]) -> u32 {
    u32::try_from(list.len()).unwrap_or(NONE)
}
