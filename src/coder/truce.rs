//! Fighting that an article tells of beside the truce that ended it: "agreed to a truce on Monday after days of fighting, in
//! which jets bombed the port".
//!
//! What a relative clause tells without a date of its own is open up to publication, so that it could have come after the
//! truce that is the news; it came before. Looks at one article.

use super::Passage;
use super::assemble::Draft;
use crate::english::tag::Label;
use crate::model::category::Mode;
use crate::model::day::{Day, Interval};
use crate::model::event::Event;
use crate::model::id::{ActorId, Dimension};
use crate::ontology::Ontology;
use crate::ontology::types::EffectKind;

/// How old a truce is at the most, in days, that is the news.
const NEWS: i64 = 7;

/// A truce with those between whom it is.
struct Truce {
    dimension: Dimension,
    between: Vec<ActorId>,
    day: Day,
}

/// Puts fighting without a date that a relative clause tells before the truce of the same sides that is the news.
pub(super) fn bind(drafts: &mut [(usize, Draft)], text: &Passage<'_>, ontology: &Ontology) {
    let truce = |event: &Event| {
        let (dimension, is_truce) = moved(event, ontology)?;
        let day = event.occurred.earliest.filter(|day| event.published.days_since(*day) <= NEWS)?;
        let between = event.acting().into_iter().chain(event.receiving()).cloned().collect();
        is_truce.then_some(Truce { dimension, between, day })
    };
    let truces: Vec<Truce> = drafts.iter().filter_map(|(_, draft)| truce(&draft.event)).collect();
    for (number, draft) in drafts {
        let event = &draft.event;
        let Some((dimension, false)) = moved(event, ontology) else { continue };
        let is_within = |truce: &&Truce| {
            let holds = |parties: Vec<&ActorId>| parties.iter().any(|party| truce.between.contains(party));
            let is_later = event.occurred.latest.is_some_and(|last| last >= truce.day);
            truce.dimension == dimension && is_later && holds(event.acting()) && holds(event.receiving())
        };
        let is_open = event.occurred.earliest.is_none() && is_told_of_noun(text, *number, draft.trigger);
        let Some(truce) = truces.iter().filter(|_| is_open).find(is_within) else { continue };
        draft.event.occurred = Interval::before(truce.day.plus_days(-1));
        draft.event.id = draft.event.identify();
        draft.why.push("date: before the truce that ended it".to_owned());
    }
}

/// Tells whether a relative clause tells an act.
fn is_told_of_noun(text: &Passage<'_>, number: usize, trigger: usize) -> bool {
    text.document.sentences().get(number).is_some_and(|sentence| {
        let mut up = std::iter::once(trigger).chain(sentence.ancestors(trigger));
        up.any(|index| sentence.token(index).is_some_and(|token| token.label == Label::Relcl))
    })
}

/// Returns the dimension that an act moves in which a truce is a state of both, and whether it moves it to such a state.
fn moved(event: &Event, ontology: &Ontology) -> Option<(Dimension, bool)> {
    let rule = ontology.event_type(&event.kind).filter(|_| event.mode == Mode::Actual)?;
    rule.effects.iter().filter(|effect| effect.force == EffectKind::Change).find_map(|effect| {
        let dimension = ontology.dimension(&effect.dimension)?;
        let state = dimension.states.iter().find(|state| state.name == effect.state)?;
        let is_truce = state.both_ways && state.sign > 0;
        let is_fighting = state.sign < 0 && !state.threat && dimension.states.iter().any(|other| other.both_ways);
        (is_truce || is_fighting).then(|| (dimension.name.clone(), is_truce))
    })
}
