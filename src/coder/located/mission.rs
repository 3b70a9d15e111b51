//! Heads of mission whom the text names without their state: they are of the mission told of before, and not of the state
//! that the report comes from, where other states' ambassadors are: "ordered the Peruvian ambassador to leave ...
//! Ambassador Ana Quispe".

use super::{states_at, subjects_over};
use crate::coder::mention::{self, Form, Mention};
use crate::english::{Document, Sentence};
use crate::model::category::ActorKind;
use crate::model::event::Participant;
use crate::model::id::ActorId;
use crate::ontology::Ontology;
use crate::ontology::roster::{Meaning, Roster};
use std::collections::BTreeMap;

/// How sure it is, 0 to 100.
const CONFIDENCE: u8 = 65;

/// Tells whether a mention is of somebody of no known state by the title of a head of mission.
fn is_head(sentence: &Sentence, mention: &Mention, ontology: &Ontology) -> bool {
    mention.form == Form::Unknown && is_envoy(sentence, mention, ontology)
}

/// Tells whether a mention has the title of a head of mission.
pub(in crate::coder) fn is_envoy(sentence: &Sentence, mention: &Mention, ontology: &Ontology) -> bool {
    let words: Vec<&str> =
        mention.tokens.clone().filter_map(|at| sentence.token(at)).map(|token| &*token.lower).collect();
    let mut rest = (0..words.len()).map(|first| &words[first..]);
    rest.any(|rest| (1..=rest.len()).any(|n_words| is_title(ontology.roster(), &rest[..n_words].join(" "))))
}

/// Tells whether some words are the title of those who represent a state abroad.
fn is_title(roster: &Roster, words: &str) -> bool {
    let stands_abroad = |suffix: &str| roster.organ_rules().any(|organ| organ.suffix == suffix && organ.abroad);
    roster.names().named(words).into_iter().any(|meaning| match meaning {
        Meaning::Title(index) => roster.title(index).is_some_and(|title| stands_abroad(&title.organ)),
        _ => false,
    })
}

/// Gives them the state of the mission told of last, be it the mission or its head.
pub(super) fn tell(document: &Document, mentions: &mut [Vec<Mention>], ontology: &Ontology, home: Option<&ActorId>) {
    let mut known: BTreeMap<ActorId, Participant> = BTreeMap::new();
    let mut missions: Vec<ActorId> = Vec::new();
    for (sentence, there) in document.sentences().iter().zip(mentions.iter()) {
        for mention in there {
            missions.extend(mention.parties.iter().filter(|party| is_mission(party, ontology)).map(|it| it.id.root()));
            let party = mention.parties.first().filter(|_| is_head(sentence, mention, ontology));
            let Some(party) = party.filter(|party| !known.contains_key(&party.id)) else { continue };
            let mut subjects = subjects_over(sentence, mention);
            subjects.retain(|&subject| !mention.covers(subject));
            let acting = states_at(there, &subjects);
            let is_other = |state: &&ActorId| Some(*state) != home && !acting.contains(state);
            let state = missions.iter().rev().find(is_other);
            known.extend(state.and_then(|state| Some((party.id.clone(), mention::placed(party, state)?))));
        }
    }
    for mention in mentions.iter_mut().flatten() {
        let [party] = mention.parties.as_mut_slice() else { continue };
        let Some(placed) = known.get(&party.id) else { continue };
        *party = Participant { mention: party.mention, ..placed.clone() };
        mention.how = format!("head of the mission of {} told of before", placed.id.root());
        mention.confidence = CONFIDENCE;
        if mention.form == Form::Unknown {
            mention.form = Form::Title;
        }
    }
}

/// Tells whether somebody is a mission abroad.
pub(in crate::coder) fn is_mission(party: &Participant, ontology: &Ontology) -> bool {
    let suffix = party.id.as_str().rsplit('.').next();
    party.kind == ActorKind::Institution
        && ontology.roster().organ_rules().any(|organ| organ.abroad && Some(organ.suffix.as_str()) == suffix)
}
