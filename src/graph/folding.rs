//! Reports of the same act become one act with several pieces of evidence (rule 12).
//!
//! Two reports are of the same act when type, parties, topic, mode and stance agree and the days on
//! which it may have happened do: taken by (latest, earliest, id), a report joins the act before it
//! while some day fits all of them and their latest days lie within thirty days of each other. The span
//! is measured between latest days, so that two reports "in 2016" are one act although a year is long,
//! and an undated mention years later is not.
//!
//! Parties, not persons, make acts the same: "the ministry suspended" and "Russia suspended" are one.
//! Each report stays a row of its own; only counting and showing see the act.

use super::facts::{ActorIx, Canon, Fact, FactIx, Facts, NONE, parties};
use super::rules::Rules;
use crate::model::category::{Mode, Stance};
use crate::model::day::{Day, Interval};
use crate::model::id::EventId;
use std::cmp::Ordering;
use std::ops::Range;

/// How many days apart the latest days of reports of one act may lie.
const SPAN_DAYS: i64 = 30;
/// The sector of courts.
const COURT: &str = "JUD";

/// Whose word an act rests on, strongest first.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub(crate) enum Word {
    /// The outlet reports it in its own voice.
    Outlet,
    /// A ruling by a court.
    Ruling(ActorIx),
    /// Somebody who can bind the side that acted.
    Side(ActorIx),
    /// Somebody who can bind another party: an allegation.
    Other(ActorIx),
    /// Somebody who can bind nobody.
    Unbound(ActorIx),
}

impl Word {
    /// Where it stands among words; interned numbers do not decide.
    fn rank(self) -> u8 {
        match self {
            Self::Outlet => 0,
            Self::Ruling(_) => 1,
            Self::Side(_) => 2,
            Self::Other(_) => 3,
            Self::Unbound(_) => 4,
        }
    }

    /// The party whose speaker it is, none for the outlet.
    pub(crate) fn party(self) -> Option<ActorIx> {
        match self {
            Self::Outlet => None,
            Self::Ruling(party) | Self::Side(party) | Self::Other(party) | Self::Unbound(party) => Some(party),
        }
    }
}

/// One act in the world and the reports of it.
#[derive(Clone, Debug)]
pub(crate) struct Act {
    /// Its reports, in [`Folded::rows`].
    pub(crate) reports: Range<u32>,
    /// The report that stands for it: the first published.
    pub(crate) first: FactIx,
    pub(crate) id: EventId,
    pub(crate) kind: u32,
    pub(crate) topic: u32,
    pub(crate) mode: Mode,
    pub(crate) stance: Option<Stance>,
    pub(crate) occurred: Interval,
    pub(crate) until: Option<Day>,
    /// When it was first and last reported.
    pub(crate) published: (Day, Day),
    pub(crate) word: Word,
}

/// Acts in the order of what they say.
#[derive(Clone, Debug, Default)]
pub(crate) struct Folded {
    pub(crate) rows: Vec<FactIx>,
    pub(crate) acts: Vec<Act>,
}

impl Folded {
    pub(crate) fn reports(&self, act: &Act) -> &[FactIx] {
        self.rows.get(act.reports.start as usize..act.reports.end as usize).unwrap_or_default()
    }

    #[expect(clippy::indexing_slicing, reason = "numbers of acts are made only by the fold that made the list")]
    pub(crate) fn act(&self, act: u32) -> &Act {
        &self.acts[act as usize]
    }
}

/// What reports of one act have in common.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    kind: u32,
    topic: u32,
    mode: Mode,
    stance: Option<Stance>,
    parties: Parties,
}

/// The parties of both sides; without a list of its own where one acts toward one.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Parties {
    Pair(ActorIx, ActorIx),
    Many(Vec<ActorIx>, Vec<ActorIx>),
}

/// Folds rows that count into acts.
pub(crate) fn fold(facts: &Facts, canon: &Canon, rules: &Rules, rows: Vec<FactIx>) -> Folded {
    let mut keyed: Vec<(Key, FactIx)> = rows.iter().map(|&row| (key(facts, canon, facts.fact(row)), row)).collect();
    keyed.sort_unstable_by(|(one_key, one), (other_key, other)| {
        one_key.cmp(other_key).then_with(|| by_days(facts.fact(*one), facts.fact(*other)))
    });
    let mut acts: Vec<Act> = Vec::new();
    let mut open: Option<(usize, Day)> = None;
    for (place, (key, row)) in keyed.iter().enumerate() {
        let fact = facts.fact(*row);
        let same = place > 0 && keyed.get(place - 1).is_some_and(|(before, _)| before == key);
        let joined = match (open, acts.last_mut()) {
            (Some((_, first)), Some(act)) if same => join(facts, canon, rules, act, fact, *row, first),
            _ => false,
        };
        if !joined {
            open = fact.occurred.latest.map(|latest| (place, latest));
            acts.push(alone(facts, canon, rules, fact, *row, place));
        }
    }
    let rows = keyed.into_iter().map(|(_, row)| row).collect();
    acts.sort_unstable_by(|one, other| order(facts, one, other));
    Folded { rows, acts }
}

fn key(facts: &Facts, canon: &Canon, fact: &Fact) -> Key {
    let parties = match (facts.actor_voices(fact), facts.recipient_voices(fact)) {
        (&[actor], &[recipient]) => {
            Parties::Pair(canon.of(facts.voice_actor(actor).1), canon.of(facts.voice_actor(recipient).1))
        }
        (actors, recipients) => Parties::Many(parties(facts, canon, actors), parties(facts, canon, recipients)),
    };
    Key { kind: fact.kind, topic: fact.topic, mode: fact.mode, stance: fact.stance, parties }
}

fn by_days(one: &Fact, other: &Fact) -> Ordering {
    (one.occurred.order(), one.id).cmp(&(other.occurred.order(), other.id))
}

fn alone(facts: &Facts, canon: &Canon, rules: &Rules, fact: &Fact, row: FactIx, place: usize) -> Act {
    let start = u32::try_from(place).unwrap_or(NONE);
    Act {
        reports: start..start.saturating_add(1),
        first: row,
        id: fact.id,
        kind: fact.kind,
        topic: fact.topic,
        mode: fact.mode,
        stance: fact.stance,
        occurred: fact.occurred,
        until: fact.until,
        published: (fact.published, fact.published),
        word: word(facts, canon, rules, fact),
    }
}

fn join(
    facts: &Facts,
    canon: &Canon,
    rules: &Rules,
    act: &mut Act,
    fact: &Fact,
    row: FactIx,
    first_latest: Day,
) -> bool {
    let Some(latest) = fact.occurred.latest else { return false };
    if latest.days_since(first_latest) > SPAN_DAYS {
        return false;
    }
    let Some(common) = act.occurred.intersection(&fact.occurred) else { return false };
    act.occurred = common;
    act.reports.end = act.reports.end.saturating_add(1);
    let first = facts.fact(act.first);
    if (fact.published, fact.field, fact.span, fact.id) < (first.published, first.field, first.span, first.id) {
        act.first = row;
        act.id = fact.id;
    }
    // The end that the latest report gives is the one that counts.
    if fact.until.is_some() && (act.until.is_none() || fact.published >= act.published.1) {
        act.until = fact.until;
    }
    act.published = (act.published.0.min(fact.published), act.published.1.max(fact.published));
    let word = word(facts, canon, rules, fact);
    if word.rank() < act.word.rank() {
        act.word = word;
    }
    true
}

fn word(facts: &Facts, canon: &Canon, rules: &Rules, fact: &Fact) -> Word {
    let Some(speaker) = facts.voice_at(fact.speaker) else { return Word::Outlet };
    let party = canon.of(facts.voice_actor(fact.speaker).1);
    if !speaker.binds {
        return Word::Unbound(party);
    }
    let among = |voices: &[u32]| voices.iter().any(|&voice| canon.of(facts.voice_actor(voice).1) == party);
    let joint = facts.kinds.get(fact.kind).and_then(|kind| rules.types.get(kind)).is_some_and(|rule| rule.joint);
    if among(facts.actor_voices(fact)) || joint && among(facts.recipient_voices(fact)) {
        Word::Side(party)
    } else if speaker.sector.is_some_and(|sector| sector.as_str() == COURT) {
        Word::Ruling(party)
    } else {
        Word::Other(party)
    }
}

/// Orders acts by what they say (rule 1); interned numbers never decide.
fn order(facts: &Facts, one: &Act, other: &Act) -> Ordering {
    let key = |act: &Act| {
        let first = facts.fact(act.first);
        (act.occurred.order(), act.published.0, first.field, first.span.start(), act.id)
    };
    key(one).cmp(&key(other))
}
