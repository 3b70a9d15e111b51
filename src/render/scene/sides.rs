//! On which side of a picture each party stands, and how far out.
//!
//! The party with the most ties has the middle, so that a large picture grows on both sides instead of to
//! one; lines run from left to right. Two parties stand in the order of their ids, whoever acted.

use std::collections::{BTreeMap, BTreeSet};

/// How much a tie to one side weighs against a side that is fuller by one line.
const AFFINITY: i64 = 3;

/// The ties between parties: who is joined with whom by how many lines.
#[derive(Default)]
pub(super) struct Ties {
    of: BTreeMap<usize, BTreeMap<usize, i64>>,
}

impl Ties {
    /// Adds a line between two parties; within one there is no side to choose.
    pub(super) fn add(&mut self, one: usize, other: usize) {
        if one != other {
            *self.of.entry(one).or_default().entry(other).or_default() += 1;
            *self.of.entry(other).or_default().entry(one).or_default() += 1;
        }
    }

    /// Returns the column of every party that has a tie: less is farther left, the middle is 0.
    pub(super) fn columns(&self, middle: Option<usize>) -> BTreeMap<usize, i64> {
        let mut columns = BTreeMap::new();
        let mut left: BTreeSet<usize> = self.of.keys().copied().collect();
        while let Some(&first) = left.first() {
            let part = self.reached(first, &left);
            left.retain(|party| !part.contains(party));
            let hub = middle.filter(|party| part.contains(party)).unwrap_or_else(|| self.hub(first, &part));
            self.spread(hub, &mut columns);
        }
        columns
    }

    /// Returns those whom lines join with one, over any number of others.
    fn reached(&self, first: usize, among: &BTreeSet<usize>) -> BTreeSet<usize> {
        let (mut reached, mut open) = (BTreeSet::from([first]), vec![first]);
        while let Some(party) = open.pop() {
            open.extend(self.next_to(party).filter(|next| among.contains(next) && reached.insert(*next)));
        }
        reached
    }

    fn next_to(&self, party: usize) -> impl Iterator<Item = usize> {
        self.of.get(&party).into_iter().flat_map(BTreeMap::keys).copied()
    }

    fn n_lines(&self, party: usize) -> i64 {
        self.of.get(&party).into_iter().flat_map(BTreeMap::values).sum()
    }

    /// Returns who is joined with the most others, then by the most lines; the first among equals.
    fn hub(&self, first: usize, part: &BTreeSet<usize>) -> usize {
        let weight = |party: usize| (self.next_to(party).count(), self.n_lines(party));
        part.iter().fold(first, |hub, &party| if weight(party) > weight(hub) { party } else { hub })
    }

    /// Puts whoever is joined with the hub to its right or left, and the others beyond them.
    fn spread(&self, hub: usize, columns: &mut BTreeMap<usize, i64>) {
        columns.insert(hub, 0);
        let mut near: Vec<usize> = self.next_to(hub).collect();
        near.sort_by_key(|&party| (-self.n_lines(party), party));
        let mut load = [0_i64; 2];
        for party in near {
            let joined = |side: i64| -> i64 {
                let on_it =
                    self.of.get(&party).into_iter().flatten().filter(|(next, _)| columns.get(next) == Some(&side));
                on_it.map(|(_, n)| n).sum()
            };
            let [right, left] = load;
            let pull = AFFINITY * (joined(1) - joined(-1)) + left - right;
            // The first goes where its id says, so that two parties stand in that order.
            let is_right = if right == 0 && left == 0 { party > hub } else { pull >= 0 };
            let side = if is_right { 1 } else { -1 };
            load[usize::from(!is_right)] += self.of.get(&hub).and_then(|ties| ties.get(&party)).copied().unwrap_or(1);
            columns.insert(party, side);
        }
        let mut open: Vec<usize> = self.next_to(hub).collect();
        while !open.is_empty() {
            let mut farther = Vec::new();
            for party in open {
                let column = columns.get(&party).copied().unwrap_or(0);
                for next in self.next_to(party) {
                    if let std::collections::btree_map::Entry::Vacant(place) = columns.entry(next) {
                        place.insert(column + column.signum());
                        farther.push(next);
                    }
                }
            }
            open = farther;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Ties;

    fn columns(ties: &[(usize, usize)], middle: Option<usize>) -> Vec<(usize, i64)> {
        let mut all = Ties::default();
        ties.iter().for_each(|&(one, other)| all.add(one, other));
        all.columns(middle).into_iter().collect()
    }

    #[test]
    fn two_stand_in_the_order_of_their_ids() {
        assert_eq!(columns(&[(4, 2)], None), [(2, 0), (4, 1)]);
        assert_eq!(columns(&[(2, 4)], Some(4)), [(2, -1), (4, 0)]);
    }

    #[test]
    fn those_around_a_hub_stand_on_both_sides() {
        let star = [(3, 0), (3, 1), (3, 2), (3, 4), (3, 5), (3, 6)];
        let of = |side| columns(&star, None).into_iter().filter(|&(_, column)| column == side).count();
        assert_eq!((of(-1), of(0), of(1)), (3, 1, 3));
    }

    #[test]
    fn who_is_joined_stands_on_the_same_side_and_who_is_farther_stands_beyond() {
        // 1 and 2 are joined, and 5 hangs on 1.
        let found = columns(&[(0, 1), (0, 2), (0, 3), (0, 4), (1, 2), (1, 5)], None);
        let column = |party: usize| found.iter().find(|one| one.0 == party).map_or(0, |one| one.1);
        assert_eq!(column(1), column(2));
        assert_eq!(column(5), 2 * column(1));
        assert_eq!((column(3), column(4)), (-column(1), -column(1)));
    }
}
