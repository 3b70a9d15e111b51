//! Numbers for values that recur, and for the words of a sheet once they were looked up.

use super::{NONE, VoiceIx};
use crate::model::id::{Lent, TextId};
use crate::model::quick::Table;
use crate::model::sheet::Sheet;
use std::borrow::Borrow;
use std::hash::Hash;

/// Values with a number each, in order of first sight.
#[derive(Clone, Debug)]
pub(crate) struct Interner<T> {
    numbers: Table<T, u32>,
    values: Vec<T>,
}

impl<T> Default for Interner<T> {
    fn default() -> Self {
        Self { numbers: Default::default(), values: Vec::new() }
    }
}

impl<T: Hash + Eq + Clone> Interner<T> {
    pub(crate) fn number(&mut self, value: &T) -> u32 {
        if let Some(&number) = self.numbers.get(value) {
            return number;
        }
        let number = u32::try_from(self.values.len()).unwrap_or(NONE);
        self.numbers.insert(value.clone(), number);
        self.values.push(value.clone());
        number
    }

    /// The number of an id that is kept only where it is new.
    pub(crate) fn number_of(&mut self, lent: Lent<'_, T>) -> u32
    where
        T: TextId + Borrow<str>,
    {
        match self.numbers.get(lent.as_str()) {
            Some(&number) => number,
            None => self.number(&lent.keep()),
        }
    }

    pub(crate) fn find(&self, value: &T) -> Option<u32> {
        self.numbers.get(value).copied()
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
