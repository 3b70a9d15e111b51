//! A part of the gold, chosen by a hash of the id, so that anyone can hold the same part out.
//!
//! A row is in part K of N where the first eight bytes of the SHA-256 of its id, read as a big-endian
//! number, leave K - 1 when divided by N.

use crate::model::id::Digest;
use std::fmt;
use std::str::FromStr;
use thiserror::Error;

/// Part K of N, counted from 1.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct Part {
    number: u64,
    of: u64,
}

/// Why something is no part.
#[derive(Debug, Error, PartialEq, Eq)]
#[error("{0:?} is no part: two numbers such as 1/3 were expected, the first from 1 to the second")]
pub struct NotAPart(String);

impl Part {
    /// Tells whether a row is in the part.
    #[must_use]
    pub fn holds(&self, id: &str) -> bool {
        let bytes = Digest::of(&[id.as_bytes()]).bytes();
        let number = bytes.iter().take(8).fold(0_u64, |number, byte| (number << 8) | u64::from(*byte));
        number % self.of == self.number - 1
    }
}

impl FromStr for Part {
    type Err = NotAPart;
    fn from_str(text: &str) -> Result<Self, NotAPart> {
        let wrong = || NotAPart(text.to_owned());
        let (number, of) = text.split_once('/').ok_or_else(wrong)?;
        let number: u64 = number.trim().parse().map_err(|_| wrong())?;
        let of: u64 = of.trim().parse().map_err(|_| wrong())?;
        if (1..=of).contains(&number) { Ok(Self { number, of }) } else { Err(wrong()) }
    }
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.number, self.of)
    }
}

#[cfg(test)]
mod tests {
    use super::{NotAPart, Part};

    #[test]
    fn every_row_is_in_one_part_and_stays_there() -> Result<(), NotAPart> {
        let parts = ["1/3".parse::<Part>()?, "2/3".parse()?, "3/3".parse()?];
        let mut sizes = [0; 3];
        for id in 0..300 {
            let id = format!("row-{id}");
            let held: Vec<usize> = (0..3).filter(|&part| parts[part].holds(&id)).collect();
            assert_eq!(held.len(), 1, "{id}");
            sizes[held[0]] += 1;
        }
        assert!(sizes.iter().all(|size| (70..=130).contains(size)), "{sizes:?}");
        // Worked out by hand: the digest of "a" begins with ca978112ca1bbdca, which leaves 1 of 3.
        assert!("2/3".parse::<Part>()?.holds("a"));
        Ok(())
    }

    #[test]
    fn what_is_no_part_is_refused() {
        for text in ["", "1", "0/3", "4/3", "1/0", "a/b", "1/3/5", "-1/3"] {
            assert!(text.parse::<Part>().is_err(), "{text:?}");
        }
    }
}
