//! Where the rows of events stand, by how their ids begin.
//!
//! Each event of a log is looked for once, mostly in vain, and then put here, in tables too large for what is near
//! the processor: what counts is how many places in memory that touches. Here it is one, of eight bytes; a
//! general table keeps what it compares first apart from the rest, and has two. The ids themselves stand in the
//! rows.

use super::{FactIx, NONE};
use crate::model::id::EventId;
use std::hint::black_box;

/// Of how many places one is in use at most: five of eight, so that what is looked for is near.
const USED: (usize, usize) = (5, 8);

/// The rows of events; probed from the place that the beginning of an id gives, place after place, up to a free one.
#[derive(Clone, Debug)]
pub(super) struct Ids {
    /// A power of two of places: the beginning of an id in the upper half and the number after that of its row in the
    /// lower one, or zero where nothing stands.
    places: Vec<u64>,
    n_used: usize,
}

impl Default for Ids {
    fn default() -> Self {
        Self { places: vec![0; 16], n_used: 0 }
    }
}

impl Ids {
    /// Makes room for so many more rows.
    pub(super) fn reserve(&mut self, n_rows: usize) {
        let needed = self.n_used.saturating_add(n_rows).saturating_mul(USED.1) / USED.0 + 1;
        if needed > self.places.len() {
            self.grow(needed.next_power_of_two());
        }
    }

    /// Looks at where events will be looked for, for all at once: where each is waited for alone, that is a sixth of
    /// the time of a replay.
    pub(super) fn approach(&self, events: impl Iterator<Item = EventId>) {
        let place = |event| self.places.get(self.first_place(start_of(event))).copied().unwrap_or_default();
        // What stands there counts for nothing; that it was near the processor does.
        black_box(events.fold(0, |seen, event| seen | place(event)));
    }

    /// Finds the row of an event: the one that `is_it`.
    pub(super) fn find(&self, event: EventId, is_it: impl Fn(FactIx) -> bool) -> Option<FactIx> {
        let start = start_of(event);
        self.probe(start).find_map(|place| match self.places.get(place).copied().and_then(held) {
            Some((found, row)) if found == start && is_it(row) => Some(Some(row)),
            Some(_) => None,
            None => Some(None),
        })?
    }

    /// Puts a row in, in place of the one that was found for the same event.
    pub(super) fn put(&mut self, event: EventId, row: FactIx, before: Option<FactIx>) {
        if before.is_none() {
            self.reserve(1);
            self.n_used += 1;
        }
        let start = start_of(event);
        let wanted = before.map(|before| (start, before));
        let place = self.probe(start).find(|place| self.places.get(*place).copied().and_then(held) == wanted);
        if let Some(place) = place.and_then(|place| self.places.get_mut(place)) {
            *place = entry(start, row);
        }
    }

    /// The places where an event may stand, in the order in which they are looked at.
    fn probe(&self, start: u32) -> impl Iterator<Item = usize> + use<> {
        let (first, mask) = (self.first_place(start), self.places.len() - 1);
        (0..=mask).map(move |step| (first + step) & mask)
    }

    fn first_place(&self, start: u32) -> usize {
        // The upper bits of the product: an id need not be random.
        let mixed = u64::from(start).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        usize::try_from(mixed >> 32).unwrap_or(usize::MAX) & (self.places.len() - 1)
    }

    fn grow(&mut self, n_places: usize) {
        let old = std::mem::replace(&mut self.places, vec![0; n_places]);
        for (start, row) in old.into_iter().filter_map(held) {
            let place = self.probe(start).find(|place| self.places.get(*place) == Some(&0));
            if let Some(place) = place.and_then(|place| self.places.get_mut(place)) {
                *place = entry(start, row);
            }
        }
    }
}

fn entry(start: u32, row: FactIx) -> u64 {
    u64::from(start) << 32 | u64::from(row.saturating_add(1))
}

fn held(entry: u64) -> Option<(u32, FactIx)> {
    let row = (entry & u64::from(NONE)) as u32;
    Some(((entry >> 32) as u32, row.checked_sub(1)?))
}

/// How an id begins.
fn start_of(event: EventId) -> u32 {
    let [a, b, c, d, ..] = event.bytes();
    u32::from_le_bytes([a, b, c, d])
}

#[cfg(test)]
mod tests {
    use super::Ids;
    use crate::model::id::EventId;

    /// Ids of which many begin in the same way.
    fn id(number: u32) -> EventId {
        let [a, b, c, d] = number.to_be_bytes();
        EventId::from_bytes([d % 8, c, 0, 0, a, b, c, d, 0, 0, 0, 0, 0, 0, 0, 0])
    }

    #[test]
    fn every_row_is_found_and_nothing_else() {
        let mut ids = Ids::default();
        let mut rows: Vec<EventId> = Vec::new();
        for number in 0..3_000 {
            assert_eq!(ids.find(id(number), |row| rows[row as usize] == id(number)), None, "{number}");
            ids.put(id(number), number, None);
            rows.push(id(number));
        }
        for number in 0..3_000 {
            assert_eq!(ids.find(id(number), |row| rows[row as usize] == id(number)), Some(number));
        }
        assert_eq!(ids.find(id(3_000), |row| rows[row as usize] == id(3_000)), None);
    }

    #[test]
    fn of_an_event_the_last_row_is_found() {
        let mut ids = Ids::default();
        let rows = [id(8), id(16), id(8)];
        ids.put(id(8), 0, None);
        ids.put(id(16), 1, None);
        ids.put(id(8), 2, Some(0));
        assert_eq!(ids.find(id(8), |row| rows[row as usize] == id(8)), Some(2));
        assert_eq!(ids.find(id(16), |row| rows[row as usize] == id(16)), Some(1));
        assert_eq!(ids.n_used, 2);
    }
}
