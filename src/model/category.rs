//! The closed lists that an event is described with: class, mode, aspect, stance, kind of actor.

use std::fmt;
use std::str::FromStr;
use thiserror::Error;

/// A word that is not of the closed list it was read for.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{found:?} is not a {list}; one of {expected} was expected")]
pub struct UnknownWord {
    /// What the list holds.
    pub list: &'static str,
    /// The word.
    pub found: String,
    /// The words of the list.
    pub expected: String,
}

macro_rules! closed_list {
    ($(#[$doc:meta])* $name:ident, $list:literal, { $($(#[$variant_doc:meta])* $variant:ident = $text:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
        pub enum $name { $($(#[$variant_doc])* $variant),+ }

        impl $name {
            /// Every word of the list, in its order.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// Returns the outward word.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text),+ }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl FromStr for $name {
            type Err = UnknownWord;
            fn from_str(text: &str) -> Result<Self, UnknownWord> {
                Self::ALL.iter().copied().find(|word| word.as_str() == text).ok_or_else(|| UnknownWord {
                    list: $list,
                    found: text.to_owned(),
                    expected: Self::ALL.iter().map(|word| word.as_str()).collect::<Vec<_>>().join(", "),
                })
            }
        }
    };
}

closed_list! {
    /// A class of the PLOVER ontology (Open Event Data Alliance).
    PloverClass, "PLOVER class", {
        /// Plan or promise to cooperate.
        Agree = "AGREE",
        /// Meet and talk.
        Consult = "CONSULT",
        /// Support in words or by diplomatic standing.
        Support = "SUPPORT",
        /// Cooperate in deeds.
        Cooperate = "COOPERATE",
        /// Give aid.
        Aid = "AID",
        /// Give way to a demand.
        Concede = "CONCEDE",
        /// Withdraw forces.
        Retreat = "RETREAT",
        /// Appeal or demand.
        Request = "REQUEST",
        /// Criticise, accuse, investigate.
        Accuse = "ACCUSE",
        /// Refuse.
        Reject = "REJECT",
        /// Threaten or warn.
        Threaten = "THREATEN",
        /// Demonstrate against.
        Protest = "PROTEST",
        /// Reduce relations.
        Sanction = "SANCTION",
        /// Show or raise force.
        Mobilize = "MOBILIZE",
        /// Coerce short of attack.
        Coerce = "COERCE",
        /// Use violence.
        Assault = "ASSAULT",
    }
}

closed_list! {
    /// How an act stands to the world (MODEL, "Modes").
    Mode, "mode", {
        /// It happened, or is performed by saying it.
        Actual = "actual",
        /// It is intended or promised.
        Planned = "planned",
        /// It depends on an if.
        Conditional = "conditional",
        /// It did not happen, or was refused.
        Negated = "negated",
        /// It is background that no date places.
        Historical = "historical",
    }
}

closed_list! {
    /// Where in its course an act is.
    Aspect, "aspect", {
        /// It begins.
        Start = "start",
        /// It goes on.
        Continue = "continue",
        /// It begins again.
        Resume = "resume",
        /// It ends.
        Stop = "stop",
    }
}

closed_list! {
    /// What a statement says of its topic.
    Stance, "stance", {
        /// For it.
        Supports = "supports",
        /// Against it.
        Opposes = "opposes",
        /// Wants it of the other.
        Demands = "demands",
        /// Will not do it.
        Refuses = "refuses",
        /// Is ready to give it.
        Offers = "offers",
        /// Agrees to it.
        Accepts = "accepts",
        /// Warns of it.
        Warns = "warns",
        /// Is sorry for it.
        Regrets = "regrets",
        /// Takes no side.
        Neutral = "neutral",
    }
}

impl Stance {
    /// Tells whether whoever takes it wants something about the topic to come about.
    #[must_use]
    pub fn is_for(self) -> bool {
        matches!(self, Self::Supports | Self::Demands | Self::Offers | Self::Accepts)
    }

    /// Tells whether its word takes the topic as it is, as "opposes" does and "warns" does not.
    #[must_use]
    pub fn takes_object(self) -> bool {
        !matches!(self, Self::Warns | Self::Neutral)
    }
}

closed_list! {
    /// What kind of actor it is.
    ActorKind, "kind of actor", {
        /// A state, or a territory with a code of its own.
        State = "state",
        /// A part of a state: ministry, army, parliament, or a sector of society.
        Institution = "institution",
        /// An international or other organisation.
        Organisation = "organisation",
        /// An armed or political group that counts for no state.
        Group = "group",
        /// A person.
        Person = "person",
    }
}

closed_list! {
    /// Which field of an article a span points into.
    Field, "field", {
        /// The title, where it is no part of the text.
        Title = "title",
        /// The text.
        Text = "text",
    }
}

/// A CAMEO event code: two to four digits, the first two its root.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cameo {
    digits: [u8; 4],
    len: u8,
}

impl Cameo {
    /// Returns the digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.digits.get(..self.len as usize).and_then(|digits| std::str::from_utf8(digits).ok()).unwrap_or_default()
    }

    /// Returns the two digits of the root category.
    #[must_use]
    pub fn root(&self) -> &str {
        self.as_str().get(..2).unwrap_or_default()
    }
}

impl FromStr for Cameo {
    type Err = UnknownWord;
    fn from_str(text: &str) -> Result<Self, UnknownWord> {
        let mut digits = [0; 4];
        if !(2..=4).contains(&text.len()) || !text.bytes().all(|b| b.is_ascii_digit()) {
            return Err(UnknownWord {
                list: "CAMEO code",
                found: text.to_owned(),
                expected: "two to four digits".to_owned(),
            });
        }
        for (to, from) in digits.iter_mut().zip(text.bytes()) {
            *to = from;
        }
        Ok(Self { digits, len: u8::try_from(text.len()).unwrap_or(4) })
    }
}

impl fmt::Display for Cameo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for Cameo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Cameo({})", self.as_str())
    }
}

/// A CAMEO or PLOVER sector code of three upper-case letters: `GOV`, `MIL`, `LEG`, `REB`.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Sector([u8; 3]);

impl Sector {
    /// Returns the letters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl FromStr for Sector {
    type Err = UnknownWord;
    fn from_str(text: &str) -> Result<Self, UnknownWord> {
        match text.as_bytes() {
            &[a, b, c] if text.bytes().all(|b| b.is_ascii_uppercase()) => Ok(Self([a, b, c])),
            _ => Err(UnknownWord {
                list: "sector",
                found: text.to_owned(),
                expected: "three upper-case letters such as GOV".to_owned(),
            }),
        }
    }
}

impl fmt::Display for Sector {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for Sector {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Sector({})", self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::{Cameo, Mode, Sector, UnknownWord};

    #[test]
    fn words_print_and_parse() -> Result<(), UnknownWord> {
        for mode in Mode::ALL {
            assert_eq!(mode.as_str().parse::<Mode>()?, *mode);
        }
        let error = "maybe".parse::<Mode>().err().map(|error| error.to_string());
        assert_eq!(
            error.as_deref(),
            Some("\"maybe\" is not a mode; one of actual, planned, conditional, negated, historical was expected")
        );
        assert_eq!("0871".parse::<Cameo>()?.root(), "08");
        assert!("8".parse::<Cameo>().is_err());
        assert_eq!("GOV".parse::<Sector>()?.as_str(), "GOV");
        Ok(())
    }
}
