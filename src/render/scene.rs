//! What a diagram shows, before any format: boxes, lines between them, a title and a legend.
//!
//! Everything is in an order that depends on contents alone. A line is written from the party that stands
//! farther left, whoever acted, so that layouts put a party on the same side whatever its relations say.

mod build;
mod day;
mod select;
mod sides;
mod turn;
mod words;

pub use select::{Frame, LeftOut, RELATIONS, select};
pub(in crate::render) use words::quote;

use super::palette::Sign;
use super::sentence::Teller;
use crate::graph::view::View;
use crate::model::id::ArticleId;
use crate::query::change::Changes;

/// A picture of relations on a day.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Scene {
    /// Who and when.
    pub title: String,
    /// Lines below the title: the climate of a pair, what was left out.
    pub remarks: Vec<String>,
    /// States and organisations with those inside them.
    pub groups: Vec<Group>,
    /// Boxes, those of one group together.
    pub boxes: Vec<Card>,
    /// Lines between boxes.
    pub lines: Vec<Line>,
    /// What the signs mean that occur.
    pub legend: Vec<Key>,
}

/// A state or organisation and the boxes inside it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Group {
    /// The id of the actor.
    pub id: String,
    /// Its name.
    pub name: String,
}

/// What a box stands for.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Shape {
    /// A state or organisation.
    Party,
    /// A part of one.
    Institution,
    /// A person.
    Person,
    /// What somebody wants or refuses.
    Position,
}

/// A box.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Card {
    /// What the box is called in the file.
    pub id: String,
    /// What it stands for.
    pub shape: Shape,
    /// The group it lies in.
    pub group: usize,
    /// The text, the first line the heaviest.
    pub text: Vec<String>,
    /// What is shown when pointed at.
    pub tip: String,
    /// Where a click leads.
    pub link: Option<String>,
}

/// What a line says.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Tie {
    /// How a relation stands.
    Relation {
        /// Whether that is good or bad.
        sign: Sign,
        /// Whether it is implied, planned, stale or lapsed.
        weak: bool,
        /// Whether the sides tell different things.
        disputed: bool,
        /// Which ends have an arrow.
        arrow: Arrow,
        /// How many reports are behind it.
        n_reports: usize,
    },
    /// Somebody and whom he speaks for.
    Represents,
    /// Somebody and the position held.
    Holds,
    /// The position at the one end is toward the actor at the other.
    Toward {
        /// Where the actor is.
        arrow: Arrow,
    },
}

/// At which ends of a line an arrow stands.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Arrow {
    /// At the second: the first acted.
    Forward,
    /// At the first: the second acted.
    Back,
    /// At both.
    Both,
}

/// A line between two boxes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Line {
    /// The first box, as an index.
    pub from: usize,
    /// The second.
    pub to: usize,
    /// What it says.
    pub tie: Tie,
    /// The text beside it.
    pub text: Vec<String>,
    /// What is shown when pointed at.
    pub tip: String,
    /// Where a click leads.
    pub link: Option<String>,
}

/// An entry of the legend.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Key {
    /// A color.
    Sign(Sign),
    /// A color, in a picture of a difference.
    Trend(Sign),
    /// A dashed line.
    Weak,
    /// A plus before the text.
    New,
    /// A minus before the text of a dashed line.
    Gone,
    /// A double line.
    Disputed,
    /// Lines of different width.
    Width,
    /// A box of this shape.
    Shape(Shape),
}

impl Key {
    /// Returns what it means.
    #[must_use]
    pub fn meaning(self) -> &'static str {
        match self {
            Self::Sign(sign) => sign.meaning(),
            Self::Trend(Sign::Bad) => "for the worse (bar at the end)",
            Self::Trend(Sign::Neither) => "neither better nor worse (open arrow)",
            Self::Trend(Sign::Good) => "for the better (filled arrow)",
            Self::New => "not known before",
            Self::Gone => "dashed: known before, not after",
            Self::Weak => "dashed: implied, planned, stale or lapsed",
            Self::Disputed => "double: disputed",
            Self::Width => "wider: more reports",
            Self::Shape(Shape::Party) => "state or organisation",
            Self::Shape(Shape::Institution) => "institution",
            Self::Shape(Shape::Person) => "person",
            Self::Shape(Shape::Position) => "position",
        }
    }
}

/// Where the words of an article can be found again.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Origin {
    /// The outlet or the title.
    pub name: String,
    /// Where it can be read.
    pub url: Option<String>,
}

impl Scene {
    /// Returns what a diagram of a view shows.
    #[must_use]
    pub fn of(view: &View, frame: &Frame, teller: &Teller<'_>, origin: &dyn Fn(ArticleId) -> Origin) -> Self {
        let (view, left_out) = select(view, frame);
        day::scene(&view, frame, left_out, teller, origin)
    }

    /// Returns what a diagram of a difference shows: what is new, gone or otherwise, and which act did it.
    ///
    /// The views are those of the two moments; `most` is how many relations have room.
    #[must_use]
    pub fn of_changes(
        changes: &Changes,
        views: (&View, &View),
        most: usize,
        teller: &Teller<'_>,
        origin: &dyn Fn(ArticleId) -> Origin,
    ) -> Self {
        turn::scene(changes, views, most, teller, origin)
    }

    /// Returns the boxes of a group with their indices.
    pub fn inside(&self, group: usize) -> impl Iterator<Item = (usize, &Card)> {
        self.boxes.iter().enumerate().filter(move |(_, card)| card.group == group)
    }
}
