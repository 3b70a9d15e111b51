//! One relation over time: what changed it, what confirmed it, and what it was on a day.
//!
//! A [`Course`] is the compiled history of one relation: steps in order of the day from which they
//! hold, the windows in which a state is implied, and the changes that may have happened on several
//! days. Reading it on a day is a binary search. It never looks at events again.

use crate::model::day::{Day, Interval};

/// Stands for "no state" among state indices.
pub(crate) const UNKNOWN: u8 = u8::MAX;

/// On what a state rests (rule 4).
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
pub enum Basis {
    /// A dated act.
    Reported,
    /// Known only from a confirmation; its start is unknown.
    Confirmed,
    /// What a later act says held before.
    Implied,
    /// An announced act whose day has come.
    Planned,
    /// No evidence.
    Unknown,
}

impl Basis {
    /// Returns the outward word.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Reported => "reported",
            Self::Confirmed => "confirmed",
            Self::Implied => "implied",
            Self::Planned => "planned",
            Self::Unknown => "unknown",
        }
    }
}

/// Who gave the state of a pair.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub(crate) enum Giver {
    First,
    Second,
    Joint,
}

impl Giver {
    /// The sides it sets, as numbers.
    pub(crate) fn sides(self) -> std::ops::RangeInclusive<usize> {
        match self {
            Self::First => 0..=0,
            Self::Second => 1..=1,
            Self::Joint => 0..=1,
        }
    }

    /// The other side in place of the one.
    pub(crate) fn turned(self) -> Self {
        match self {
            Self::First => Self::Second,
            Self::Second => Self::First,
            Self::Joint => Self::Joint,
        }
    }

    pub(crate) fn shares(self, other: Self) -> bool {
        self == other || self == Self::Joint || other == Self::Joint
    }
}

/// One side's own last move.
#[derive(Copy, Clone, Debug)]
pub(crate) struct Side {
    pub(crate) state: u8,
    pub(crate) since: Interval,
    pub(crate) confirmed: Day,
    pub(crate) basis: Basis,
    pub(crate) until: Option<Day>,
    /// What the side's state was before.
    pub(crate) before: u8,
    /// The acts behind it, in the side's trail.
    pub(crate) trail: (u32, u32),
}

/// How the relation stands from a day on.
#[derive(Copy, Clone, Debug)]
pub(crate) struct Step {
    pub(crate) day: Day,
    pub(crate) state: u8,
    pub(crate) giver: Giver,
    pub(crate) since: Interval,
    pub(crate) sides: [Side; 2],
    pub(crate) disputed: bool,
    /// What is claimed, in the course's claims.
    pub(crate) claims: (u32, u32),
    /// Threats that stand beside the state, in the course's threats.
    pub(crate) threats: (u32, u32),
}

/// Somebody's word on the state that did not (alone) decide it.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub(crate) struct Claim {
    /// Whose word; none for the outlet's.
    pub(crate) party: Option<u32>,
    pub(crate) state: u8,
    pub(crate) act: u32,
}

/// A state that a later act says held before it.
#[derive(Copy, Clone, Debug)]
pub(crate) struct Window {
    pub(crate) first: Day,
    pub(crate) last: Day,
    pub(crate) state: u8,
    pub(crate) act: u32,
    /// The day after the record before, where that bounds the start.
    pub(crate) bound: Option<Day>,
}

/// A change that may have happened on any of several days.
#[derive(Copy, Clone, Debug)]
pub(crate) struct Wide {
    pub(crate) occurred: Interval,
    pub(crate) state: u8,
    pub(crate) act: u32,
}

/// Why an act that speaks of the relation did not move it.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Standstill {
    /// It contradicts the recorded state.
    Contradiction,
    /// Whoever said so cannot bind the side that acted.
    Claim,
    /// The guard of its type does not let it move the recorded state.
    Guarded,
    /// A final act of the same article and day outranks it.
    Outranked,
    /// A later report denies, postpones or cancels the plan.
    Voided,
}

/// What an act did to the relation.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub(crate) enum Outcome {
    /// It moved the state, from and to.
    Moved(u8, u8),
    /// It confirmed the state.
    Reaffirmed(u8),
    /// It threatens beside the state.
    Threatened,
    /// It did nothing, though it speaks of the relation.
    Still(Standstill, u8, u8),
}

/// The history of one relation.
#[derive(Clone, Debug, Default)]
pub(crate) struct Course {
    pub(crate) steps: Vec<Step>,
    pub(crate) trails: [Vec<u32>; 2],
    pub(crate) claims: Vec<Claim>,
    pub(crate) threats: Vec<(Day, u32)>,
    pub(crate) windows: Vec<Window>,
    pub(crate) wide: Vec<Wide>,
    /// Every act of the relation in order, and what it did.
    pub(crate) outcomes: Vec<(u32, Outcome)>,
}

impl Course {
    /// The step that holds on a day.
    pub(crate) fn step(&self, day: Day) -> Option<&Step> {
        let after = self.steps.partition_point(|step| step.day <= day);
        self.steps.get(after.checked_sub(1)?)
    }

    /// The window in which a day lies.
    pub(crate) fn window(&self, day: Day) -> Option<&Window> {
        let place = self.windows.partition_point(|window| window.last < day);
        self.windows.get(place).filter(|window| window.first <= day)
    }

    /// The changes that may or may not have happened by a day, other than to the state that holds.
    pub(crate) fn pending(&self, day: Day, state: u8) -> impl Iterator<Item = &Wide> {
        self.wide.iter().filter(move |wide| {
            wide.state != state && wide.occurred.contains(day) && wide.occurred.latest.is_some_and(|last| day < last)
        })
    }

    /// The acts behind the state of a step.
    pub(crate) fn evidence(&self, step: &Step) -> Vec<u32> {
        let mut acts = Vec::new();
        for (side, trail) in step.sides.iter().zip(&self.trails) {
            if side.state == step.state {
                acts.extend_from_slice(trail.get(side.trail.0 as usize..side.trail.1 as usize).unwrap_or_default());
            }
        }
        acts.sort_unstable();
        acts.dedup();
        acts
    }
}

impl Step {
    /// The sides that hold the state of the pair.
    pub(crate) fn holders(&self) -> impl Iterator<Item = &Side> {
        self.sides.iter().filter(|side| side.state == self.state && side.state != UNKNOWN)
    }
}
