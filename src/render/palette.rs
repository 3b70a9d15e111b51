//! Colors and strokes of diagrams, the same in every format.
//!
//! The colors are those of Okabe and Ito, which color-blind readers tell apart; the form of the arrow says
//! the same once more, so that a diagram printed in gray loses nothing.

/// Whether a state is good or bad for those between whom it holds.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Sign {
    /// Bad.
    Bad,
    /// Neither, or unknown.
    Neither,
    /// Good.
    Good,
}

impl Sign {
    /// Reads the sign that the ontology gives a state.
    #[must_use]
    pub fn of(sign: i8) -> Self {
        match sign {
            ..0 => Self::Bad,
            0 => Self::Neither,
            _ => Self::Good,
        }
    }

    /// Returns the color of lines.
    #[must_use]
    pub fn color(self) -> &'static str {
        match self {
            Self::Bad => "#D55E00",
            Self::Neither => "#6B6B6B",
            Self::Good => "#0072B2",
        }
    }

    /// Returns what gives letters on a terminal the nearest color; none for what is neither.
    #[must_use]
    pub fn escape(self) -> Option<&'static str> {
        match self {
            Self::Bad => Some("\u{1b}[33m"),
            Self::Neither => None,
            Self::Good => Some("\u{1b}[36m"),
        }
    }

    /// Returns what the color means.
    #[must_use]
    pub fn meaning(self) -> &'static str {
        match self {
            Self::Bad => "bad state (bar at the end)",
            Self::Neither => "neither good nor bad (open arrow)",
            Self::Good => "good state (filled arrow)",
        }
    }
}

/// Ends a color on a terminal.
pub const PLAIN: &str = "\u{1b}[0m";
/// Text.
pub const INK: &str = "#222222";
/// Text of less weight, and lines that are no relations.
pub const FAINT: &str = "#767676";
/// Behind everything.
pub const PAPER: &str = "#FFFFFF";
/// Behind a state with its people.
pub const GROUP: &str = "#F4F6F8";
/// Around a state.
pub const GROUP_EDGE: &str = "#9AA5B1";
/// Behind a state's name.
pub const PARTY: &str = "#DCE6F0";
/// Behind an institution or a person.
pub const MEMBER: &str = "#FFFFFF";
/// Behind a position: a pale form of the palette's yellow.
pub const NOTE: &str = "#FBF7D0";

/// Returns the width of a line for a number of reports, in tenths of a point.
#[must_use]
pub fn width_tenths(n_reports: usize) -> u32 {
    match n_reports {
        0 | 1 => 13,
        2 => 20,
        3 | 4 => 28,
        _ => 38,
    }
}
