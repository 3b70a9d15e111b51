//! Where numbers stand, by how their keys begin or by the hashes of them.
//!
//! Each event of a log is looked for once, mostly in vain, and then put into a table too large for what is near
//! the processor: what counts is how many places in memory that touches. Here it is one, of eight bytes; a
//! general table keeps what it compares first apart from the rest, and has two. The keys themselves stand where the
//! numbers point to.

use std::hint::black_box;

/// Of how many places one is in use at most: five of eight, so that what is looked for is near.
const USED: (usize, usize) = (5, 8);

/// Numbers, each under 32 bits of its key; probed from the place that these give, place after place, up to a free one.
#[derive(Clone, Debug)]
pub(crate) struct Places {
    /// A power of two of places: the bits of the key in the upper half and what follows the number in the lower one, or
    /// zero where nothing stands.
    places: Vec<u64>,
    n_used: usize,
}

impl Default for Places {
    fn default() -> Self {
        Self { places: vec![0; 16], n_used: 0 }
    }
}

impl Places {
    /// Makes room for so many more numbers.
    pub(crate) fn reserve(&mut self, n_more: usize) {
        let needed = self.n_used.saturating_add(n_more).saturating_mul(USED.1) / USED.0 + 1;
        if needed > self.places.len() {
            self.grow(needed.next_power_of_two());
        }
    }

    /// Looks at where keys will be looked for, for all at once: where each is waited for alone, that is a sixth of
    /// the time of a replay.
    pub(crate) fn approach(&self, keys: impl Iterator<Item = u32>) {
        let place = |key| self.places.get(self.first_place(key)).copied().unwrap_or_default();
        // What stands there counts for nothing; that it was near the processor does.
        black_box(keys.fold(0, |seen, key| seen | place(key)));
    }

    /// Finds the number under a key that `is_it`.
    pub(crate) fn find(&self, key: u32, is_it: impl Fn(u32) -> bool) -> Option<u32> {
        let mut place = self.first_place(key);
        // Some places are free.
        while let Some((found, number)) = self.places.get(place).copied().and_then(held) {
            if found == key && is_it(number) {
                return Some(number);
            }
            place = self.place_after(place);
        }
        None
    }

    /// Puts a number in, in place of the one that was found for the same.
    pub(crate) fn put(&mut self, key: u32, number: u32, before: Option<u32>) {
        if before.is_none() {
            self.reserve(1);
            self.n_used += 1;
        }
        self.put_over(before.map_or(0, |before| entry(key, before)), key, number);
    }

    /// Puts a number into the first of its places where that entry stands.
    fn put_over(&mut self, wanted: u64, key: u32, number: u32) {
        let mut place = self.first_place(key);
        while let Some(found) = self.places.get_mut(place) {
            if *found == wanted {
                *found = entry(key, number);
                return;
            }
            place = self.place_after(place);
        }
    }

    /// Leaves all places free.
    pub(crate) fn clear(&mut self) {
        self.places.fill(0);
        self.n_used = 0;
    }

    fn first_place(&self, key: u32) -> usize {
        // The upper bits of the product: a key need not be random.
        let mixed = u64::from(key).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        usize::try_from(mixed >> 32).unwrap_or(usize::MAX) & (self.places.len() - 1)
    }

    /// The place that is looked at next.
    fn place_after(&self, place: usize) -> usize {
        (place + 1) & (self.places.len() - 1)
    }

    fn grow(&mut self, n_places: usize) {
        let old = std::mem::replace(&mut self.places, vec![0; n_places]);
        old.into_iter().filter_map(held).for_each(|(key, number)| self.put_over(0, key, number));
    }
}

fn entry(key: u32, number: u32) -> u64 {
    u64::from(key) << 32 | u64::from(number.saturating_add(1))
}

fn held(entry: u64) -> Option<(u32, u32)> {
    let number = (entry & u64::from(u32::MAX)) as u32;
    Some(((entry >> 32) as u32, number.checked_sub(1)?))
}

#[cfg(test)]
mod tests {
    use super::Places;

    /// Keys of which many are the same.
    fn key(number: u32) -> u32 {
        (number % 800) << 20
    }

    #[test]
    fn every_number_is_found_and_nothing_else() {
        let mut places = Places::default();
        for number in 0..3_000 {
            assert_eq!(places.find(key(number), |found| found == number), None, "{number}");
            places.put(key(number), number, None);
        }
        for number in 0..3_000 {
            assert_eq!(places.find(key(number), |found| found == number), Some(number));
        }
        assert_eq!(places.find(key(3_000), |found| found == 3_000), None);
        places.clear();
        assert_eq!(places.find(key(0), |_| true), None);
        places.put(key(0), 7, None);
        assert_eq!(places.find(key(0), |_| true), Some(7));
    }

    #[test]
    fn in_place_of_another_the_last_number_is_found() {
        let mut places = Places::default();
        let ids = [8, 16, 8];
        places.put(key(8), 0, None);
        places.put(key(16), 1, None);
        places.put(key(8), 2, Some(0));
        assert_eq!(places.find(key(8), |row| ids[row as usize] == 8), Some(2));
        assert_eq!(places.find(key(16), |row| ids[row as usize] == 16), Some(1));
        assert_eq!(places.n_used, 2);
    }
}
