//! Which sentences gave no event, and why: each with at least one reason of the closed list.

use super::refusal::{Reason, Refusal};
use crate::model::category::Field;
use crate::model::id::ActorId;
use crate::model::span::Span;

/// A sentence that gave no event.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Quiet {
    /// The field that the span points into.
    pub field: Field,
    /// The sentence.
    pub span: Span,
    /// Whom it names, in order.
    pub named: Vec<ActorId>,
}

/// A sentence that gave no event, with why.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Uncovered {
    /// The field that the span points into.
    pub field: Field,
    /// The sentence.
    pub span: Span,
    /// Why; never empty.
    pub reasons: Vec<Refusal>,
}

/// Tells of every quiet sentence why: what was refused in it, else that nobody is named or no frame fits.
#[must_use]
pub fn uncovered(quiet: &[Quiet], refusals: &[Refusal]) -> Vec<Uncovered> {
    quiet.iter().map(|sentence| sentence.because(refusals)).collect()
}

/// Returns the refusals that lie in none of the quiet sentences: beside events.
#[must_use]
pub fn beside_events<'a>(quiet: &[Quiet], refusals: &'a [Refusal]) -> Vec<&'a Refusal> {
    refusals.iter().filter(|refusal| !quiet.iter().any(|sentence| sentence.holds(refusal))).collect()
}

impl Quiet {
    fn holds(&self, refusal: &Refusal) -> bool {
        self.field == refusal.field
            && self.span.start() <= refusal.span.start()
            && refusal.span.end() <= self.span.end()
    }

    fn because(&self, refusals: &[Refusal]) -> Uncovered {
        let mut reasons: Vec<Refusal> = refusals.iter().filter(|refusal| self.holds(refusal)).cloned().collect();
        if reasons.is_empty() {
            let (reason, detail) = if self.named.is_empty() {
                (Reason::NoActorNamed, "no words name an actor".to_owned())
            } else {
                let named: Vec<&str> = self.named.iter().map(ActorId::as_str).collect();
                (Reason::NoFrame, format!("names {}", named.join(", ")))
            };
            reasons.push(Refusal { field: self.field, span: self.span, reason, detail });
        }
        Uncovered { field: self.field, span: self.span, reasons }
    }
}
