//! Why something that looked like an event was not coded: a closed list.

use crate::model::category::{Field, UnknownWord};
use crate::model::span::Span;
use std::fmt;
use std::str::FromStr;

/// A reason from the closed list.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
pub enum Reason {
    /// Nobody was found who acted.
    NoActorResolved,
    /// The type needs a recipient and none was found.
    NoRecipientResolved,
    /// Actor and recipient are one.
    SameParty,
    /// Neither side is a political actor.
    NoPoliticalActor,
    /// It only depends on an if, or is only wished for.
    NotActual,
    /// It is what one threatens, demands or denies; another event says so.
    OnlySaid,
    /// What one side alleges of another, without naming itself.
    AllegedOnly,
    /// Another event of the sentence says the same.
    SaidTwice,
    /// Its date lies after publication and no plan is told.
    DateAfterPublication,
    /// A sentence that no frame fits.
    NoFrame,
    /// A sentence that names nobody.
    NoActorNamed,
}

impl Reason {
    /// Every reason, in the order of the list.
    pub const ALL: &[Self] = &[
        Self::NoActorResolved,
        Self::NoRecipientResolved,
        Self::SameParty,
        Self::NoPoliticalActor,
        Self::NotActual,
        Self::OnlySaid,
        Self::AllegedOnly,
        Self::SaidTwice,
        Self::DateAfterPublication,
        Self::NoFrame,
        Self::NoActorNamed,
    ];

    /// Returns the outward word.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NoActorResolved => "no-actor-resolved",
            Self::NoRecipientResolved => "no-recipient-resolved",
            Self::SameParty => "same-party",
            Self::NoPoliticalActor => "no-political-actor",
            Self::NotActual => "not-actual",
            Self::OnlySaid => "only-said",
            Self::AllegedOnly => "alleged-only",
            Self::SaidTwice => "said-twice",
            Self::DateAfterPublication => "date-after-publication",
            Self::NoFrame => "no-frame",
            Self::NoActorNamed => "no-actor-named",
        }
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for Reason {
    type Err = UnknownWord;
    fn from_str(text: &str) -> Result<Self, UnknownWord> {
        Self::ALL.iter().copied().find(|reason| reason.as_str() == text).ok_or_else(|| UnknownWord {
            list: "reason of a refusal",
            found: text.to_owned(),
            expected: Self::ALL.iter().map(|reason| reason.as_str()).collect::<Vec<_>>().join(", "),
        })
    }
}

/// Words that looked like an event and were not coded.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Refusal {
    /// The field that the span points into.
    pub field: Field,
    /// The words.
    pub span: Span,
    /// Why.
    pub reason: Reason,
    /// The frame, and what was found.
    pub detail: String,
}
