//! Agents of no known state, placed by where the sentence or the report is set.
//!
//! "CASABLANCA - Police arrested a journalist": the police of Morocco. Such a side says where, and is never what
//! makes an act political; a state named in passing never owns an agent.

mod again;
pub(super) mod mission;

use super::clause;
use super::frame::lemma_of;
use super::mention::{self, Form, Mention, part_of};
use super::reference::{Own, set_apart};
use crate::english::tag::{Label, Tag};
use crate::english::{Document, Sentence};
use crate::model::category::{ActorKind, Sector};
use crate::model::day::Day;
use crate::model::event::Participant;
use crate::model::id::ActorId;
use crate::ontology::Ontology;
use crate::ontology::roster::Meaning;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// How sure it is, 0 to 100.
pub(super) const CONFIDENCE: u8 = 55;
/// How many sentences are set where the dateline says; the rest may tell of anywhere.
const LEAD: usize = 2;

/// Gives agents without a state that of the one place that their sentence names, in the lead else that of the
/// dateline, else that of the only state spoken of.
pub(crate) fn locate(document: &Document, text: &str, mentions: &mut [Vec<Mention>], ontology: &Ontology, day: Day) {
    for (sentence, there) in document.sentences().iter().zip(mentions.iter_mut()) {
        mention::take_states(sentence, there, ontology, day);
    }
    again::tell(document, mentions, ontology);
    let dateline = dateline(document, text, ontology);
    mission::tell(document, mentions, ontology, dateline.as_ref());
    // A report from a state that it speaks of gives its ministers without more words: "the foreign minister, Ana Quispe".
    let speaks_of = |state: &ActorId| {
        let parties = mentions.iter().flatten().filter(|mention| mention.form != Form::Place);
        parties.flat_map(|mention| &mention.parties).any(|party| party.country.as_ref() == Some(state))
    };
    // One from a state of which it says nothing tells of whoever acts in its lead: "NAIROBI - Peru closed its border".
    let acting = lead_actor(document, mentions).filter(|_| dateline.as_ref().is_some_and(|state| !speaks_of(state)));
    let after_lead = acting.or_else(|| dateline.clone());
    let home = dateline.clone().filter(speaks_of);
    let home_after = after_lead.clone().filter(speaks_of);
    let pair = lead_pair(mentions);
    let mut known_as: BTreeMap<ActorId, Participant> = BTreeMap::new();
    let places: Vec<Place> = (0..mentions.len()).map(|number| place(document, mentions, number, ontology)).collect();
    for (number, there) in mentions.iter_mut().enumerate() {
        let sentence = document.sentences().get(number);
        let (stage, home) = if number == 0 { (&dateline, &home) } else { (&after_lead, &home_after) };
        let state = match places.get(number) {
            Some(Place::One(state)) => Some(state),
            Some(Place::None) if number < LEAD && !has_organs_abroad(there, stage.as_ref()) => stage.as_ref(),
            Some(Place::None | Place::Several) | None => None,
        };
        if let Some(sentence) = sentence {
            take_government(sentence, there, ontology, day);
        }
        let only = if state.is_none() { sentence.and_then(|sentence| only_state(sentence, there)) } else { None };
        let acts = |mention: &Mention| {
            let label = document.sentences().get(number).and_then(|there| there.token(mention.head)).map(|t| t.label);
            matches!(label, Some(Label::Nsubj | Label::NsubjPass))
        };
        // The only state spoken of is that of those who act; what they act on may be anybody's.
        let only_actors = state.is_none();
        let state = state.or(only.as_ref());
        for index in 0..there.len() {
            let Some(placed) = there.get(index).and_then(|mention| {
                let sentence = sentence.filter(|_| mention.form == Form::Unknown)?;
                let party = mention.parties.first()?;
                let sector = party.sector.or_else(|| office_beside(sentence, mention, ontology))?;
                let party = Participant { sector: Some(sector), ..party.clone() };
                let mut acts_on = acting_on(sentence, mention, there, ontology);
                acts_on.extend(of_counterpart(sentence, mention, there, ontology));
                let apart = set_apart(sentence, mention.head, Own::Goal, there, ontology.references());
                acts_on.extend(apart.iter().cloned());
                // What somebody denies is mostly said of others.
                acts_on.extend(told_of(sentence, mention, there, ontology, false));
                let is_free = |state: &ActorId| !acts_on.contains(state);
                let known = owner_behind(sentence, mention, there, ontology)
                    .or_else(|| place_behind(sentence, mention, there, ontology))
                    .or_else(|| reported_by(sentence, mention, there))
                    .or_else(|| fronted(sentence, there, ontology))
                    .or_else(|| {
                        let other = of_counterpart(sentence, mention, there, ontology).or_else(|| match &*apart {
                            [other] if party.binds => Some(other.clone()),
                            _ => None,
                        })?;
                        let (one, two) = pair.as_ref()?;
                        [(one, two), (two, one)]
                            .into_iter()
                            .find(|(_, state)| **state == other)
                            .map(|(it, _)| it.clone())
                    })
                    .or_else(|| home.clone().filter(is_free))
                    .or_else(|| told_of(sentence, mention, there, ontology, true));
                if let Some(state) = known {
                    return mention::placed(&party, &state);
                }
                // A guess of where an official is binds no state.
                let party = Participant { binds: false, ..party };
                mention::placed(&party, state.filter(|state| is_free(state))?)
            }) else {
                continue;
            };
            if let Some(mention) = there.get_mut(index) {
                mention.confidence = mention.confidence.min(CONFIDENCE);
                let before = mention.parties.splice(..1, [placed.clone()]).next();
                if let Some(before) = before {
                    // What is known of somebody says more than a guess, and of two alike the first.
                    let known = known_as.entry(before.id).or_insert_with(|| placed.clone());
                    if placed.binds && !known.binds {
                        *known = placed;
                    }
                }
            }
        }
        let Some(state) = state else { continue };
        let is_beside = |mention: &Mention| sentence.is_some_and(|sentence| is_of_other(sentence, mention));
        for mention in there
            .iter_mut()
            .filter(|mention| is_nobodys(mention) && (!only_actors || acts(mention)) && !is_beside(mention))
        {
            let sector = mention.parties.first().and_then(|party| party.sector);
            let Some(sector) = sector.filter(|one| !ontology.references().is_placeless(one.as_str())) else { continue };
            let Some(part) = part_of(ontology.roster(), state, sector, day) else { continue };
            // A guess of where they are moves no relation of that state: they stay a group of their own.
            let part = Participant { kind: ActorKind::Group, binds: false, mention: Some(mention.span), ..part };
            mention.parties = vec![part];
            if mention.form == Form::Agent {
                mention.form = Form::Located;
            }
            mention.how = format!("{sector} of the state where it is told");
            mention.confidence = CONFIDENCE;
        }
    }
    // "Spokesman Juan Soto said. He accused": he is of the same state.
    for party in mentions.iter_mut().flatten().flat_map(|mention| &mut mention.parties) {
        if let Some(known) = known_as.get(&party.id) {
            *party = Participant { mention: party.mention, ..known.clone() };
        }
    }
}

/// Gives those who have to do with their own state the one of the government that they are named beside: "Peru's government and
/// the opposition resumed talks in Lima".
fn take_government(sentence: &Sentence, there: &mut [Mention], ontology: &Ontology, day: Day) {
    let kin = &ontology.frames().shared().kin;
    for index in 0..there.len() {
        let found = there.get(index).filter(|mention| is_nobodys(mention)).and_then(|mention| {
            let sector = mention.parties.first()?.sector.filter(|sector| kin.contains(sector))?;
            let head = sentence.token(mention.head).filter(|token| token.label == Label::Conj)?.head?;
            let beside = there.iter().find(|other| other.covers(head))?.parties.first()?;
            let government = ontology.roster().government_sector();
            let state = beside.country.clone().filter(|_| beside.sector.is_some() && beside.sector == government)?;
            part_of(ontology.roster(), &state, sector, day)
        });
        if let (Some(part), Some(mention)) = (found, there.get_mut(index)) {
            mention.parties = vec![Participant { mention: Some(mention.span), ..part }];
            mention.how = "of the state of the government named beside".to_owned();
        }
    }
}

/// Tells whether somebody is named by whom he is beside, and is of no state told: "Peru and its allies".
fn is_of_other(sentence: &Sentence, mention: &Mention) -> bool {
    let is_conjunct = sentence.token(mention.head).is_some_and(|token| token.label == Label::Conj);
    is_conjunct && clause::is_of_pronoun(sentence, mention.head)
}

/// Returns the state that stands as its owner behind a name: "President Ana Quispe of Peru".
fn owner_behind(sentence: &Sentence, mention: &Mention, there: &[Mention], ontology: &Ontology) -> Option<ActorId> {
    let end = mention.tokens.end;
    let preposition = sentence.token(end)?;
    let owner = there.iter().find(|other| other.tokens.start == end + 1 && other.form != Form::Unknown)?;
    let is_owner = ontology.references().is_owner_preposition(&preposition.lower);
    owner.parties.first().filter(|party| is_owner && party.kind == ActorKind::State).map(|party| party.id.clone())
}

/// Returns the state of the place where somebody speaks: "Foreign Minister Ana Quispe, in Lima, rejected it".
fn place_behind(sentence: &Sentence, mention: &Mention, there: &[Mention], ontology: &Ontology) -> Option<ActorId> {
    let tag = |index: usize| sentence.token(index).map(|token| token.tag);
    let preposition = mention.tokens.end + 1;
    let is_place = |word: &str| ontology.references().is_location_preposition(word);
    sentence.token(preposition).filter(|token| is_place(&token.lower))?;
    let place = there.iter().find(|other| other.tokens.start == preposition + 1)?;
    let is_aside = tag(mention.tokens.end) == Some(Tag::Comma) && tag(place.tokens.end) == Some(Tag::Comma);
    place.parties.first().filter(|party| is_aside && party.kind == ActorKind::State).map(|party| party.id.clone())
}

/// Returns the state of the place that opens a sentence: "In Lima, Foreign Minister Ana Quispe rejected it", "in the Peruvian
/// capital".
fn fronted(sentence: &Sentence, there: &[Mention], ontology: &Ontology) -> Option<ActorId> {
    sentence.token(0).filter(|word| ontology.references().is_location_preposition(&word.lower))?;
    let is_site = |noun: usize| lemma_of(sentence, noun).is_some_and(|noun| ontology.references().is_site(&noun));
    let is_place = |mention: &&Mention| match mention.form {
        Form::Place => mention.tokens.start == 1,
        Form::Adjective => mention.tokens.start == 2 && is_site(mention.tokens.end),
        _ => false,
    };
    let place = there.iter().find(is_place)?;
    place.parties.first().filter(|party| party.kind == ActorKind::State).map(|party| party.id.clone())
}

/// Returns the sector of the office that stands beside a name: "Ana Quispe, deputy minister for trade, accused", "the
/// customs chief, Ana Quispe, accused".
fn office_beside(sentence: &Sentence, mention: &Mention, ontology: &Ontology) -> Option<Sector> {
    let after = sentence.child(mention.head, Label::Appos).filter(|index| !mention.covers(*index));
    let head = sentence.token(mention.head)?;
    let noun = after.or_else(|| head.head.filter(|_| head.label == Label::Appos))?;
    let lemma = lemma_of(sentence, noun).filter(|lemma| ontology.references().is_office(lemma))?;
    Some(ontology.roster().bare_agent(&lemma, std::iter::empty())?.sector)
}

/// Returns the states of those who act on what is of a mention: "Peru accused the government of President Ana Quispe", who
/// is of another state.
fn acting_on(sentence: &Sentence, mention: &Mention, there: &[Mention], ontology: &Ontology) -> Vec<ActorId> {
    let above = sentence.token(mention.head).filter(|token| token.label == Label::Pobj).and_then(|token| token.head);
    let owns = above.and_then(|above| sentence.token(above));
    if !owns.is_some_and(|word| ontology.references().is_owner_preposition(&word.lower)) {
        return Vec::new();
    }
    let subjects = subjects_over(sentence, mention);
    if subjects.iter().any(|&subject| mention.covers(subject) || sentence.is_within(mention.head, subject)) {
        return Vec::new();
    }
    states_at(there, &subjects)
}

/// Returns the subjects of the verb above a mention.
fn subjects_over(sentence: &Sentence, mention: &Mention) -> Vec<usize> {
    let verb = sentence.ancestors(mention.head).find(|&index| sentence.token(index).is_some_and(clause::is_verb));
    verb.map(|verb| clause::subject(sentence, verb, 0)).unwrap_or_default()
}

/// Returns the states of those who are named at some tokens.
fn states_at(there: &[Mention], tokens: &[usize]) -> Vec<ActorId> {
    let named = there.iter().filter(|mention| tokens.iter().any(|&token| mention.covers(token)));
    named.flat_map(|mention| &mention.parties).filter_map(|party| party.country.as_ref().map(ActorId::root)).collect()
}

/// Returns the one state that the subject of the first sentence stands for: "Peru closed its border with Chile".
fn lead_actor(document: &Document, mentions: &[Vec<Mention>]) -> Option<ActorId> {
    let (sentence, there) = (document.sentences().first()?, mentions.first()?);
    let root = sentence.tokens.iter().position(|token| token.label == Label::Root)?;
    let subjects = clause::subject(sentence, root, 0).into_iter();
    let subjects: Vec<usize> = subjects.flat_map(|subject| clause::with_conjuncts(sentence, subject)).collect();
    let named = |mention: &&Mention| matches!(mention.form, Form::Name | Form::Title | Form::Metonym);
    let acting = there.iter().filter(named).filter(|mention| subjects.iter().any(|&subject| mention.covers(subject)));
    let states = acting.flat_map(|mention| &mention.parties);
    let states: BTreeSet<ActorId> = states.filter_map(|party| party.country.as_ref().map(ActorId::root)).collect();
    let mut states = states.into_iter();
    let found = states.next()?;
    states.next().is_none().then_some(found)
}

/// Returns the two states that act together first in the text: an official and his counterpart of one of them are mostly of
/// these: "Peru and Chile restored ties. Foreign Minister Ana Quispe and her Chilean counterpart".
fn lead_pair(mentions: &[Vec<Mention>]) -> Option<(ActorId, ActorId)> {
    let named = |mention: &&Mention| matches!(mention.form, Form::Name | Form::Adjective | Form::Title | Form::Metonym);
    let states = mentions.first()?.iter().filter(named).flat_map(|mention| &mention.parties);
    let states: BTreeSet<ActorId> = states.filter_map(|party| party.country.as_ref().map(ActorId::root)).collect();
    let mut states = states.into_iter();
    let found = (states.next()?, states.next()?);
    states.next().is_none().then_some(found)
}

/// Returns the state of somebody's counterpart, of which he is not: "Foreign Minister Ana Quispe met her Chilean counterpart".
fn of_counterpart(sentence: &Sentence, mention: &Mention, there: &[Mention], ontology: &Ontology) -> Option<ActorId> {
    let is_counterpart =
        |noun: usize| lemma_of(sentence, noun).is_some_and(|lemma| ontology.references().is_counterpart(&lemma));
    let noun = (mention.tokens.end..sentence.tokens.len()).find(|&noun| is_counterpart(noun))?;
    let is_whose = |other: &&Mention| {
        let stands_under = sentence.token(other.head).is_some_and(|token| token.head == Some(noun));
        other.form != Form::Pronoun && (other.covers(noun) || stands_under)
    };
    let whose = there.iter().find(is_whose)?;
    whose.parties.first()?.country.as_ref().map(ActorId::root)
}

/// Returns the state of the body that says what somebody did: "The Peruvian ministry said Vice Minister Ana Quispe summoned".
fn reported_by(sentence: &Sentence, mention: &Mention, there: &[Mention]) -> Option<ActorId> {
    let acting = sentence.token(mention.head).filter(|token| token.label == Label::Nsubj)?;
    let said = sentence.token(acting.head?).filter(|token| token.label == Label::Ccomp)?;
    let speakers = clause::subject(sentence, said.head?, 0);
    // "The ministry" is of whoever was meant before, which tells little.
    let named = there.iter().filter(|other| other.form != Form::Description);
    let mut bodies = named.filter(|other| speakers.iter().any(|&speaker| other.covers(speaker)));
    bodies.find_map(|other| {
        let body = other.parties.first().filter(|party| party.kind == ActorKind::Institution)?;
        body.country.clone()
    })
}

/// Returns the state whose acts an official tells, where he says that they are true or denies them as asked for: "Foreign
/// Minister Ana Quispe said Peru had closed its embassy", "denied that Chile had paid her".
fn told_of(
    sentence: &Sentence,
    mention: &Mention,
    there: &[Mention],
    ontology: &Ontology,
    asserts: bool,
) -> Option<ActorId> {
    let speaker = sentence.token(mention.head).filter(|token| token.label == Label::Nsubj)?;
    let words = &ontology.lexicon().speech;
    let verb = sentence.token(speaker.head?)?;
    let said = sentence.child(speaker.head?, Label::Ccomp)?;
    if words.verbs(&verb.lemma).iter().all(|verb| words.asserts(verb.manner)) != asserts {
        return None;
    }
    let acting = clause::subject(sentence, said, 0);
    let mut named = there.iter().filter(|other| acting.iter().any(|&subject| other.covers(subject)));
    named.find_map(|other| other.parties.first()?.country.as_ref().map(ActorId::root))
}

/// Tells whether a sentence speaks of the army or police of another state than that of the dateline.
fn has_organs_abroad(there: &[Mention], dateline: Option<&ActorId>) -> bool {
    let is_organ = |party: &Participant| party.sector.is_some() && party.kind == ActorKind::Institution;
    there
        .iter()
        .flat_map(|mention| &mention.parties)
        .any(|party| is_organ(party) && party.country.as_ref().is_some_and(|country| Some(country) != dateline))
}

/// Returns the agents that a noun names where neither a name nor a reference covers it: "police", "the court".
pub(crate) fn bare(sentence: &Sentence, number: usize, index: usize, ontology: &Ontology) -> Option<Mention> {
    sentence.token(index).filter(|token| clause::is_noun(token) && token.label != Label::Compound)?;
    // "its schools", "the chancellor's administration" are of whoever owns them, nobody else.
    if sentence.child(index, Label::Poss).is_some() {
        return None;
    }
    let before: Vec<Cow<'_, str>> = (0..index).rev().take(3).filter_map(|at| lemma_of(sentence, at)).collect();
    let noun = ontology.roster().bare_agent(&lemma_of(sentence, index)?, before.iter().map(AsRef::as_ref))?;
    let may_act = noun.acts && !ontology.frames().shared().is_private(Some(noun.sector));
    if may_act { mention::nobody(number, sentence, index, noun.sector) } else { None }
}

/// The states whose places a sentence names.
enum Place {
    None,
    One(ActorId),
    Several,
}

fn place(document: &Document, mentions: &[Vec<Mention>], number: usize, ontology: &Ontology) -> Place {
    let (Some(sentence), Some(there)) = (document.sentences().get(number), mentions.get(number)) else {
        return Place::None;
    };
    let mut states: Vec<&ActorId> = Vec::new();
    let references = ontology.references();
    let is_where = |noun: usize| {
        clause::preposition_over(sentence, noun)
            .is_some_and(|word| references.is_place_preposition(word) || references.is_origin_preposition(word))
    };
    // "Marched through the Peruvian capital".
    let is_site = |mention: &Mention| {
        let noun = sentence.token(mention.head).and_then(|token| token.head);
        let is_one = |&noun: &usize| lemma_of(sentence, noun).is_some_and(|noun| references.is_site(&noun));
        mention.form == Form::Adjective && noun.filter(is_one).is_some_and(is_where)
    };
    for mention in there {
        let is_place = match mention.form {
            Form::Place => true,
            // "Protested against Peru", "suspended a pact with Peru after gunmen attacked": no place.
            Form::Name => is_where(mention.head),
            _ => is_site(mention),
        };
        for party in mention.parties.iter().filter(|party| is_place && party.kind == ActorKind::State) {
            if let Some(country) = &party.country
                && !states.contains(&country)
            {
                states.push(country);
            }
        }
    }
    match states.as_slice() {
        [] => Place::None,
        [one] => Place::One((*one).clone()),
        _ => Place::Several,
    }
}

/// Returns the one state that a sentence speaks of, where it speaks of no other.
fn only_state(sentence: &Sentence, there: &[Mention]) -> Option<ActorId> {
    let mut states: Vec<&ActorId> = Vec::new();
    // Nationality is told of those who are abroad: it says nothing of where they are.
    let is_object = |mention: &Mention| sentence.token(mention.head).is_some_and(|token| token.label == Label::Dobj);
    let says_where = |mention: &&Mention| {
        !matches!(mention.form, Form::Agent | Form::Adjective | Form::Bystander) && !is_object(mention)
    };
    if !there.iter().filter(says_where).any(|mention| mention.parties.iter().any(|party| party.country.is_some())) {
        return None;
    }
    for party in there.iter().flat_map(|mention| &mention.parties) {
        if let Some(country) = &party.country
            && !states.contains(&country)
        {
            states.push(country);
        }
    }
    match states.as_slice() {
        [one] => Some((*one).clone()),
        _ => None,
    }
}

/// Returns the state of the place that the report comes from.
pub(crate) fn dateline(document: &Document, text: &str, ontology: &Ontology) -> Option<ActorId> {
    let place = document.dateline()?.place?.slice(text)?;
    let roster = ontology.roster();
    place.split(',').rev().find_map(|name| {
        roster.names().named(name.trim()).into_iter().find_map(|meaning| match meaning {
            Meaning::Seat(index) | Meaning::Place(index) | Meaning::Actor(index) => {
                let entry = roster.entry(index)?;
                let state = entry.country.clone()?;
                roster.actor(&state).is_some_and(|entry| entry.kind == ActorKind::State).then_some(state)
            }
            _ => None,
        })
    })
}

/// Tells whether a mention is of agents of no known state.
fn is_nobodys(mention: &Mention) -> bool {
    matches!(mention.form, Form::Agent | Form::Bystander | Form::Located)
        && mention.parties.iter().all(|party| party.country.is_none() && !party.id.is_root())
}
