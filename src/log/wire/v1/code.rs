//! The numbers of closed lists in version 1; a number is never given to another word.

use crate::model::category::{ActorKind, Aspect, Field, Mode, Stance};
use crate::model::day::Precision;

/// A word of a closed list that has a number.
pub(super) trait Code: Sized {
    /// Returns the number.
    fn code(self) -> u8;
    /// Returns the word of a number, `None` where there is none.
    fn of(code: u8) -> Option<Self>;
}

macro_rules! codes {
    ($name:ident { $($word:ident = $code:literal),+ $(,)? }) => {
        impl Code for $name {
            fn code(self) -> u8 {
                match self { $(Self::$word => $code),+ }
            }
            fn of(code: u8) -> Option<Self> {
                match code { $($code => Some(Self::$word),)+ _ => None }
            }
        }
    };
}

codes!(Mode { Actual = 0, Planned = 1, Conditional = 2, Negated = 3, Historical = 4 });
codes!(Aspect { Start = 0, Continue = 1, Resume = 2, Stop = 3 });
codes!(Stance {
    Supports = 0,
    Opposes = 1,
    Demands = 2,
    Refuses = 3,
    Offers = 4,
    Accepts = 5,
    Warns = 6,
    Regrets = 7,
    Neutral = 8,
});
codes!(ActorKind { State = 0, Institution = 1, Organisation = 2, Group = 3, Person = 4 });
codes!(Field { Title = 0, Text = 1 });
codes!(Precision { Day = 0, Month = 1, Year = 2, Range = 3, Reported = 4, Before = 5, After = 6 });
