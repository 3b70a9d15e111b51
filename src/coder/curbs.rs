//! Curbs that are lifted under another word than they were imposed under.
//!
//! "Imposed export controls in 2019, and lifted the curbs on Monday" is one relation, not one that stays in force beside
//! one that was lifted. Topics of one family stand for each other where only one of them is in force toward the same side;
//! no topic stands for any. Looks at one article.

use super::assemble::Draft;
use crate::model::category::Mode;
use crate::model::event::Event;
use crate::model::id::{ActorId, Dimension, Topic};
use crate::ontology::Ontology;
use crate::ontology::dimension::{Apart, Ends};
use crate::ontology::types::EffectKind;

/// A measure that an article tells of, with those between whom it is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Curb {
    dimension: Dimension,
    topic: Topic,
    by: Vec<ActorId>,
    on: Vec<ActorId>,
    latest: i32,
}

/// Returns the curbs that drafts tell to have been imposed.
pub(crate) fn imposed(drafts: &[(usize, Draft)], ontology: &Ontology) -> Vec<Curb> {
    let events = drafts.iter().map(|(_, draft)| &draft.event).filter(|event| event.mode == Mode::Actual);
    let curb = |event: &Event| {
        let (dimension, is_good) = moved(event, ontology)?;
        let all = |parties: Vec<&ActorId>| parties.into_iter().cloned().collect::<Vec<_>>();
        let topic = event.topic.clone().filter(|_| !is_good)?;
        Some(Curb {
            dimension,
            topic,
            by: all(event.acting()),
            on: all(event.receiving()),
            latest: event.occurred.order().0,
        })
    };
    events.filter_map(curb).collect()
}

/// Gives drafts that lift a curb the topic under which it was imposed.
pub(crate) fn bind(drafts: &mut [(usize, Draft)], curbs: &[Curb], ontology: &Ontology) {
    if curbs.is_empty() {
        return;
    }
    for (_, draft) in drafts {
        let Some(topic) = imposed_as(&draft.event, curbs, ontology) else { continue };
        draft.why.push(format!("topic {topic}: what is lifted was told under it"));
        draft.event.topic = Some(topic);
        draft.event.id = draft.event.identify();
    }
}

/// Returns the one topic under which the curbs were imposed that an event lifts, where it has another.
fn imposed_as(event: &Event, curbs: &[Curb], ontology: &Ontology) -> Option<Topic> {
    let (dimension, is_good) = moved(event, ontology)?;
    if !is_good || event.mode == Mode::Negated {
        return None;
    }
    let (acting, receiving) = (event.acting(), event.receiving());
    let is_between = |curb: &&Curb| {
        let takes = |of: &[ActorId], parties: &[&ActorId]| of.iter().any(|one| parties.contains(&one));
        // What is done together is done by each toward the other.
        let together = receiving.is_empty() && takes(&curb.on, &acting);
        curb.dimension == dimension && takes(&curb.by, &acting) && (takes(&curb.on, &receiving) || together)
    };
    let mut found: Vec<&Topic> = Vec::new();
    for curb in curbs.iter().filter(is_between).filter(|curb| curb.latest <= event.occurred.order().0) {
        if event.topic.as_ref() == Some(&curb.topic) {
            return None;
        }
        if is_family(event.topic.as_ref(), &curb.topic, ontology) && !found.contains(&&curb.topic) {
            found.push(&curb.topic);
        }
    }
    match found.as_slice() {
        [only] => Some((*only).clone()),
        _ => None,
    }
}

/// Tells whether a topic stands for another.
fn is_family(one: Option<&Topic>, other: &Topic, ontology: &Ontology) -> bool {
    let Some(one) = one else { return true };
    let family = |topic: &Topic| ontology.topic(topic).and_then(|rule| rule.family.as_deref());
    family(one).is_some_and(|own| family(other) == Some(own))
}

/// Returns the dimension of measures of one side toward another that an event moves, and whether for the better.
fn moved(event: &Event, ontology: &Ontology) -> Option<(Dimension, bool)> {
    let rule = ontology.event_type(&event.kind)?;
    rule.effects.iter().filter(|effect| effect.force == EffectKind::Change).find_map(|effect| {
        let dimension = ontology.dimension(&effect.dimension)?;
        let is_measure = dimension.ends == Ends::Directed && dimension.topics == Apart::ByTopic;
        let state = dimension.states.iter().find(|state| state.name == effect.state)?;
        let is_moved = is_measure && state.sign != 0 && !state.threat;
        is_moved.then(|| (dimension.name.clone(), state.sign > 0))
    })
}
