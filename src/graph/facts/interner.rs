//! Numbers for values that recur, and for the words of a sheet once they were looked up.

use super::{NONE, VoiceIx};
use crate::model::id::{Lent, TextId};
use crate::model::quick::{Places, key_of};
use crate::model::sheet::Sheet;
use std::hash::Hash;

/// Values with a number each, in order of first sight.
#[derive(Clone, Debug)]
pub(crate) struct Interner<T> {
    places: Places,
    values: Vec<T>,
}

impl<T> Default for Interner<T> {
    fn default() -> Self {
        Self { places: Places::default(), values: Vec::new() }
    }
}

impl<T: Hash + Eq + Clone> Interner<T> {
    pub(crate) fn number(&mut self, value: &T) -> u32 {
        let key = key_of(value);
        self.find_under(key, value).unwrap_or_else(|| self.put(key, value.clone()))
    }

    /// The number of an id that is kept only where it is new.
    pub(crate) fn number_of(&mut self, lent: Lent<'_, T>) -> u32
    where
        T: TextId,
    {
        // The hash of an id is that of its text.
        let key = key_of(lent.as_str());
        let is_it = |number: u32| self.values.get(number as usize).is_some_and(|known| known.text() == lent.as_str());
        self.places.find(key, is_it).unwrap_or_else(|| self.put(key, lent.keep()))
    }

    pub(crate) fn find(&self, value: &T) -> Option<u32> {
        self.find_under(key_of(value), value)
    }

    fn find_under(&self, key: u32, value: &T) -> Option<u32> {
        self.places.find(key, |number| self.values.get(number as usize) == Some(value))
    }

    fn put(&mut self, key: u32, value: T) -> u32 {
        let number = self.len();
        self.places.put(key, number, None);
        self.values.push(value);
        number
    }

    /// How many values there are; their numbers are below.
    pub(crate) fn len(&self) -> u32 {
        u32::try_from(self.values.len()).unwrap_or(NONE)
    }

    pub(crate) fn get(&self, number: u32) -> Option<&T> {
        self.values.get(number as usize)
    }
}

/// The numbers that the words and voices of a sheet have here, as far as they were looked up.
pub(super) struct Numbers<'s> {
    pub(super) sheet: &'s Sheet,
    pub(super) kinds: Vec<u32>,
    pub(super) topics: Vec<u32>,
    pub(super) voices: Vec<VoiceIx>,
}

impl<'s> Numbers<'s> {
    pub(super) fn of(sheet: &'s Sheet) -> Self {
        let none = |n: usize| vec![NONE; n];
        Self { sheet, kinds: none(sheet.n_words()), topics: none(sheet.n_words()), voices: none(sheet.n_voices()) }
    }
}

/// Returns what stands in a list, once it was looked up.
pub(super) fn looked_up(list: &mut [u32], at: usize, look_up: impl FnOnce() -> u32) -> u32 {
    match list.get_mut(at) {
        Some(number) if *number == NONE => {
            *number = look_up();
            *number
        }
        Some(number) => *number,
        None => NONE,
    }
}
