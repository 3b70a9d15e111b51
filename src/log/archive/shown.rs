//! The text of a value without the machinery of formatting: a log writes ten of them for each event.
//!
//! Invariant: the text is the one that the value prints, and needs no escaping in JSON.

use crate::model::category::{ActorKind, Aspect, Cameo, Field, Mode, Sector, Stance};
use crate::model::day::{Day, Instant};
use crate::model::id::{ActorId, ArticleId, Digest, EventId, EventType, Topic};

/// A value that has a text.
pub(super) trait Shown {
    /// Calls `with` with the text.
    fn shown<R>(&self, with: impl FnOnce(&str) -> R) -> R;
}

macro_rules! as_str {
    ($($name:ty),+) => {
        $(impl Shown for $name {
            fn shown<R>(&self, with: impl FnOnce(&str) -> R) -> R {
                with(self.as_str())
            }
        })+
    };
}

as_str!(ActorId, EventType, Topic, ActorKind, Aspect, Cameo, Field, Mode, Sector, Stance);

impl Shown for Digest {
    fn shown<R>(&self, with: impl FnOnce(&str) -> R) -> R {
        let mut text = Text::<64>::new();
        self.bytes().iter().for_each(|byte| text.hex(*byte));
        with(text.as_str())
    }
}

macro_rules! uuid {
    ($($name:ty),+) => {
        $(impl Shown for $name {
            fn shown<R>(&self, with: impl FnOnce(&str) -> R) -> R {
                let mut text = Text::<36>::new();
                for (index, byte) in self.bytes().iter().enumerate() {
                    if matches!(index, 4 | 6 | 8 | 10) {
                        text.byte(b'-');
                    }
                    text.hex(*byte);
                }
                with(text.as_str())
            }
        })+
    };
}

uuid!(ArticleId, EventId);

impl Shown for Day {
    fn shown<R>(&self, with: impl FnOnce(&str) -> R) -> R {
        match u32::try_from(self.year()) {
            Ok(year) if year <= 9999 => {
                let mut text = Text::<10>::new();
                text.date(year, self.month(), self.day());
                with(text.as_str())
            }
            _ => with(&self.to_string()),
        }
    }
}

impl Shown for Instant {
    fn shown<R>(&self, with: impl FnOnce(&str) -> R) -> R {
        let year = self.day().and_then(|day| Some((day, u32::try_from(day.year()).ok()?)));
        match year {
            Some((day, year)) if year <= 9999 => {
                // What is left of the day is less than 24 hours, so each number fits.
                let micros = self.micros().rem_euclid(86_400_000_000);
                let part = |by: i64, below: i64| u32::try_from(micros / by % below).unwrap_or(0);
                let mut text = Text::<27>::new();
                text.date(year, day.month(), day.day());
                for (before, number) in [(b'T', part(3_600_000_000, 24)), (b':', part(60_000_000, 60))] {
                    text.byte(before);
                    text.digits::<2>(number);
                }
                text.byte(b':');
                text.digits::<2>(part(1_000_000, 60));
                text.byte(b'.');
                text.digits::<6>(part(1, 1_000_000));
                text.byte(b'Z');
                with(text.as_str())
            }
            _ => with(&self.to_string()),
        }
    }
}

/// Up to `N` bytes of ASCII.
struct Text<const N: usize> {
    bytes: [u8; N],
    length: usize,
}

impl<const N: usize> Text<N> {
    fn new() -> Self {
        Self { bytes: [b'0'; N], length: 0 }
    }

    fn byte(&mut self, byte: u8) {
        if let Some(slot) = self.bytes.get_mut(self.length) {
            *slot = byte;
            self.length += 1;
        }
    }

    fn hex(&mut self, byte: u8) {
        let digit = |four: u8| if four < 10 { b'0' + four } else { b'a' + four - 10 };
        self.byte(digit(byte >> 4));
        self.byte(digit(byte & 15));
    }

    fn digits<const D: usize>(&mut self, number: u32) {
        let mut left = number;
        let mut digits = [b'0'; D];
        for digit in digits.iter_mut().rev() {
            *digit = b'0' + (left % 10) as u8;
            left /= 10;
        }
        digits.iter().for_each(|digit| self.byte(*digit));
    }

    fn date(&mut self, year: u32, month: u32, day: u32) {
        self.digits::<4>(year);
        self.byte(b'-');
        self.digits::<2>(month);
        self.byte(b'-');
        self.digits::<2>(day);
    }

    fn as_str(&self) -> &str {
        self.bytes.get(..self.length).and_then(|bytes| std::str::from_utf8(bytes).ok()).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::Shown;
    use crate::model::day::{Day, DayError, Instant};
    use crate::model::id::{ActorId, ArticleId, Digest, IdError};
    use std::fmt::Display;

    fn check(value: &(impl Shown + Display)) {
        value.shown(|text| assert_eq!(text, value.to_string()));
    }

    #[test]
    fn the_text_is_the_one_that_is_printed() -> Result<(), DayError> {
        for day in ["2024-02-29", "0001-01-01", "9999-12-31"] {
            check(&day.parse::<Day>()?);
        }
        check(&Day::from_number(9_000_000).ok_or(DayError::Form(String::new()))?);
        for instant in ["2024-01-31T12:34:56.789012Z", "1969-12-31T23:59:59.999999Z", "2000-01-01T00:00:00Z"] {
            check(&instant.parse::<Instant>()?);
        }
        check(&Instant::from_micros(i64::MAX));
        Ok(())
    }

    #[test]
    fn ids_too() -> Result<(), IdError> {
        check(&"RUS.MFA".parse::<ActorId>()?);
        check(&ArticleId::of(&["x"]));
        check(&Digest::of(&[b"x"]));
        Ok(())
    }
}
