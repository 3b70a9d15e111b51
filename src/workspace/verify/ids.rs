//! Many ids in little room: sixteen bytes each, and a quarter more for being found.

use crate::model::id::EventId;

/// A set of ids, looked up only.
#[derive(Clone, Debug, Default)]
pub(super) struct Ids {
    /// Where nothing stands, zero does; probed from the place that an id gives, place after place, up to a free one.
    places: Vec<u128>,
    n_used: usize,
    /// Whether the id that is all zeros is one of them.
    zero: bool,
}

impl Ids {
    /// Makes a set with room for so many ids; more make it grow.
    pub(super) fn with_room(n_ids: usize) -> Self {
        let mut ids = Self::default();
        ids.grow(n_ids.saturating_add(n_ids / 4));
        ids
    }

    /// Puts an id in.
    pub(super) fn insert(&mut self, id: EventId) {
        let id = u128::from_le_bytes(id.bytes());
        if id == 0 {
            self.zero = true;
        } else if self.put(id) && self.n_used >= self.places.len() / 5 * 4 {
            self.grow(self.places.len() / 2 * 3);
        }
    }

    /// Tells whether an id was put in.
    pub(super) fn contains(&self, id: EventId) -> bool {
        let id = u128::from_le_bytes(id.bytes());
        if id == 0 { self.zero } else { self.probe(id).and_then(|place| self.places.get(place)) == Some(&id) }
    }

    /// Returns how many there are.
    pub(super) fn len(&self) -> usize {
        self.n_used + usize::from(self.zero)
    }

    fn grow(&mut self, n_places: usize) {
        let old = std::mem::replace(&mut self.places, vec![0; n_places.max(64)]);
        self.n_used = 0;
        old.into_iter().filter(|id| *id != 0).for_each(|id| {
            self.put(id);
        });
    }

    /// Puts an id in where it is not there yet, and tells whether that was so.
    fn put(&mut self, id: u128) -> bool {
        let Some(place) = self.probe(id).and_then(|place| self.places.get_mut(place)) else { return false };
        let is_new = *place == 0;
        *place = id;
        self.n_used += usize::from(is_new);
        is_new
    }

    /// Finds the place where an id stands, or the free one where it would.
    fn probe(&self, id: u128) -> Option<usize> {
        // The upper half of a product with the number of places is below that number.
        let mixed = ((id as u64) ^ (id >> 64) as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let first = (u128::from(mixed) * self.places.len() as u128) >> 64;
        let first = usize::try_from(first).ok()?;
        let from_first = self.places.iter().enumerate().skip(first).chain(self.places.iter().enumerate().take(first));
        from_first.into_iter().find(|(_, found)| **found == 0 || **found == id).map(|(place, _)| place)
    }
}

#[cfg(test)]
mod tests {
    use super::Ids;
    use crate::model::id::EventId;

    #[test]
    fn what_was_put_in_is_found_once_and_nothing_else() {
        let id = |number: u64| {
            let mut bytes = [0; 16];
            bytes[..8].copy_from_slice(&(number / 3).to_le_bytes());
            bytes[8..].copy_from_slice(&(number % 3).to_le_bytes());
            EventId::from_bytes(bytes)
        };
        for room in [0, 100, 10_000] {
            let mut ids = Ids::with_room(room);
            for number in (0..2_000).chain(500..600) {
                ids.insert(id(number));
            }
            assert_eq!(ids.len(), 2_000);
            assert!((0..2_000).all(|number| ids.contains(id(number))));
            assert!((2_000..4_000).all(|number| !ids.contains(id(number))));
        }
    }
}
