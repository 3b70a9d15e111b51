//! Actors by what people type: ids and names, and the nearest names where there is none.

use super::{Meaning, OrganRule, Roster};
use crate::model::category::ActorKind;
use crate::model::id::ActorId;

/// How many names are offered where none fits.
const OFFERED: usize = 5;

/// What a query found.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Found {
    /// One actor.
    One(ActorId),
    /// Several actors, by their ids.
    Several(Vec<ActorId>),
    /// None; [`Roster::nearest`] has what was perhaps meant.
    None,
}

impl Roster {
    /// Returns the words for the people of states, in lower case: "chilean", "chileans".
    pub(crate) fn nationals(&self) -> impl Iterator<Item = String> {
        self.names.of(|meaning| matches!(meaning, Meaning::Nationals(_)))
    }

    /// Returns the organs that every state has.
    pub fn organ_rules(&self) -> impl Iterator<Item = &OrganRule> {
        self.organs.iter()
    }

    /// Finds an actor by id, name, nationality, capital or family name; case does not matter where the
    /// case as written finds nobody.
    ///
    /// Where a name fits several, one that exists today wins over a former one, and a state over the rest.
    #[must_use]
    pub fn find(&self, query: &str) -> Found {
        let query = query.split_whitespace().collect::<Vec<_>>().join(" ");
        for text in [query.clone(), query.to_uppercase()] {
            if let Ok(id) = text.parse::<ActorId>()
                && (self.actor(&id).is_some() || self.organ_of_state(&id).is_some())
            {
                return Found::One(id);
            }
        }
        let mut found: Vec<(u8, usize)> = Vec::new();
        for meaning in self.names.named(&query) {
            match meaning {
                Meaning::Actor(index) => found.push((0, index)),
                Meaning::Adjective(index) | Meaning::Nationals(index) | Meaning::Seat(index) => found.push((1, index)),
                Meaning::FamilyName(index) => found.push((2, index)),
                _ => {}
            }
        }
        let best = found.iter().map(|(rank, _)| *rank).min();
        let mut indexes: Vec<usize> =
            found.into_iter().filter(|(rank, _)| Some(*rank) == best).map(|(_, index)| index).collect();
        indexes.sort_unstable();
        indexes.dedup();
        self.prefer(&mut indexes, |roster, index| roster.entry(index).is_some_and(|entry| entry.days.to.is_none()));
        self.prefer(&mut indexes, |roster, index| {
            roster.entry(index).is_some_and(|entry| entry.kind == ActorKind::State)
        });
        let mut ids: Vec<ActorId> =
            indexes.into_iter().filter_map(|index| self.entry(index)).map(|entry| entry.id.clone()).collect();
        ids.sort();
        match (ids.pop(), ids.is_empty()) {
            (Some(id), true) => Found::One(id),
            (Some(id), false) => {
                ids.push(id);
                Found::Several(ids)
            }
            (None, _) => self.organ_named(&query).map_or(Found::None, Found::One),
        }
    }

    /// Keeps those that fit where some do.
    fn prefer(&self, indexes: &mut Vec<usize>, fits: impl Fn(&Self, usize) -> bool) {
        if indexes.iter().any(|index| fits(self, *index)) {
            indexes.retain(|index| fits(self, *index));
        }
    }

    /// Reads "Iraqi rebels" or "Russian Foreign Ministry".
    fn organ_named(&self, query: &str) -> Option<ActorId> {
        let lower = query.to_lowercase();
        self.iter().filter(|entry| entry.kind == ActorKind::State).find_map(|state| {
            let adjective = state.adjective.as_deref()?.to_lowercase();
            let rest = lower.strip_prefix(&adjective)?.strip_prefix(' ')?;
            let rule = self.organs.iter().find(|rule| rule.names.iter().any(|name| name == rest))?;
            format!("{}.{}", state.id, rule.suffix).parse().ok()
        })
    }

    /// Returns the names that are most like what was typed, the nearest first.
    ///
    /// Compares with every name.
    #[must_use]
    pub fn nearest(&self, query: &str) -> Vec<String> {
        let wanted: Vec<char> = query.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase().chars().collect();
        let limit = 1 + wanted.len() / 3;
        let mut near: Vec<(usize, &str)> = Vec::new();
        for entry in self.iter() {
            for name in std::iter::once(&entry.name).chain(&entry.names).map(String::as_str).chain([entry.id.as_str()])
            {
                let given: Vec<char> = name.to_lowercase().chars().collect();
                if given.len().abs_diff(wanted.len()) <= limit {
                    let distance = distance(&wanted, &given);
                    if distance <= limit {
                        near.push((distance, name));
                    }
                }
            }
        }
        near.sort_unstable();
        near.dedup_by_key(|(_, name)| *name);
        near.into_iter().take(OFFERED).map(|(_, name)| name.to_owned()).collect()
    }
}

/// Counts the letters to add, drop, change or swap with the next.
fn distance(one: &[char], other: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (i, a) in one.iter().enumerate() {
        let mut next = vec![i + 1];
        for (j, b) in other.iter().enumerate() {
            let at = |row: &[usize], index: usize| row.get(index).copied().unwrap_or(usize::MAX / 2);
            let changed = at(&row, j) + usize::from(a != b);
            let mut best = changed.min(at(&row, j + 1) + 1).min(at(&next, j) + 1);
            let swapped = i > 0 && j > 0 && one.get(i - 1) == Some(b) && other.get(j - 1) == Some(a);
            if swapped {
                best = best.min(at(&before, j - 1) + 1);
            }
            next.push(best);
        }
        before = std::mem::replace(&mut row, next);
    }
    row.last().copied().unwrap_or_default()
}
