//! What is known of words, found by the word in time that does not depend on how many there are.
//!
//! Most words that are looked up are absent, and a few bytes tell so. Keeps the order in which words were added, so that
//! the same words give the same bytes. Never forgets a word.

/// Values by word.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct ByWord<V> {
    entries: Vec<(Box<str>, V)>,
    /// A power of two of them, at most half of them taken; none where there is no word.
    slots: Vec<Slot>,
}

/// Where a word may stand.
#[derive(Copy, Clone, PartialEq, Eq, Debug, Default)]
struct Slot {
    hash: u32,
    /// The number of the entry, counted from 1; 0 where the slot is free.
    entry: u32,
}

impl<V> Default for ByWord<V> {
    fn default() -> Self {
        Self { entries: Vec::new(), slots: Vec::new() }
    }
}

impl<V> ByWord<V> {
    /// Returns what is known of a word.
    #[inline]
    pub(crate) fn get(&self, word: &str) -> Option<&V> {
        let number = self.find(word, hash_of(word)).ok()?;
        self.entries.get(number).map(|(_, value)| value)
    }

    /// Tells whether no word is known.
    pub(crate) fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Sets what is known of a word; what was known before is lost.
    pub(crate) fn insert(&mut self, word: &str, value: V) {
        let hash = hash_of(word);
        let number = self.find(word, hash).ok();
        match number.and_then(|number| self.entries.get_mut(number)) {
            Some((_, known)) => *known = value,
            None => self.add(word, hash, value),
        }
    }

    /// Returns the values in the order in which their words were added.
    pub(crate) fn values_mut(&mut self) -> impl Iterator<Item = &mut V> {
        self.entries.iter_mut().map(|(_, value)| value)
    }

    /// Returns the number of the entry of a word, or the free slot where it would stand.
    #[inline]
    fn find(&self, word: &str, hash: u32) -> Result<usize, usize> {
        let mask = self.slots.len().wrapping_sub(1);
        let mut at = hash as usize & mask;
        while let Some(slot) = self.slots.get(at).filter(|slot| slot.entry > 0) {
            let number = slot.entry as usize - 1;
            if slot.hash == hash && self.entries.get(number).is_some_and(|(known, _)| **known == *word) {
                return Ok(number);
            }
            at = (at + 1) & mask;
        }
        Err(at)
    }

    fn add(&mut self, word: &str, hash: u32, value: V) {
        self.entries.push((word.into(), value));
        let entry = u32::try_from(self.entries.len()).unwrap_or(u32::MAX);
        if self.entries.len() * 2 > self.slots.len() {
            let size = (self.entries.len() * 4).next_power_of_two();
            let taken = std::mem::replace(&mut self.slots, vec![Slot::default(); size]);
            taken.into_iter().filter(|slot| slot.entry > 0).for_each(|slot| self.take(slot));
        }
        self.take(Slot { hash, entry });
    }

    /// Puts a slot in the first free place for it.
    fn take(&mut self, slot: Slot) {
        let mask = self.slots.len().wrapping_sub(1);
        let mut at = slot.hash as usize & mask;
        while self.slots.get(at).is_some_and(|other| other.entry > 0) {
            at = (at + 1) & mask;
        }
        if let Some(free) = self.slots.get_mut(at) {
            *free = slot;
        }
    }
}

impl<V: Default> ByWord<V> {
    /// Returns what is known of a word, for change; nothing yet where it is new.
    pub(crate) fn at(&mut self, word: &str) -> Option<&mut V> {
        let hash = hash_of(word);
        let number = self.find(word, hash).unwrap_or_else(|_| {
            self.add(word, hash, V::default());
            self.entries.len() - 1
        });
        self.entries.get_mut(number).map(|(_, value)| value)
    }
}

impl<T> ByWord<Vec<T>> {
    /// Adds to the list of a word.
    pub(crate) fn push(&mut self, word: &str, item: T) {
        if let Some(list) = self.at(word) {
            list.push(item);
        }
    }

    /// Returns the list of a word, empty where it has none.
    #[inline]
    pub(crate) fn list(&self, word: &str) -> &[T] {
        self.get(word).map_or(&[], Vec::as_slice)
    }
}

/// Hashes a word (FNV-1a, mixed).
#[inline]
fn hash_of(word: &str) -> u32 {
    let hash = word.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    hash ^ hash >> 15
}

#[cfg(test)]
mod tests {
    use super::ByWord;

    #[test]
    fn words_are_found_and_others_are_not() {
        let mut known: ByWord<Vec<usize>> = ByWord::default();
        assert_eq!(known.get(""), None);
        for n in 0..1000 {
            known.push(&format!("word{}", n % 300), n);
        }
        for n in 0..300 {
            let want: Vec<usize> = (n..1000).step_by(300).collect();
            assert_eq!(known.list(&format!("word{n}")), want);
            assert!(known.list(&format!("Word{n}")).is_empty());
        }
    }

    #[test]
    fn what_is_set_last_is_known() {
        let mut known = ByWord::default();
        known.insert("talks", 1);
        known.insert("ties", 2);
        known.insert("talks", 3);
        assert_eq!((known.get("talks"), known.get("ties"), known.get("tie")), (Some(&3), Some(&2), None));
        assert_eq!(known.values_mut().map(|value| *value).collect::<Vec<_>>(), [3, 2]);
    }
}
