//! Names that mean another where the article speaks of that other: a seat of two, one of two halves.
//!
//! "Brussels" is the European Union where the article does not tell of Belgium; "the South" is South Korea
//! where the North was named. Invariant: a mention that means somebody by its own words is left alone.

use super::span_of;
use crate::coder::mention::{Form, Mention};
use crate::english::tag::{Label, Tag};
use crate::english::{Document, Sentence};
use crate::model::category::ActorKind;
use crate::model::day::Day;
use crate::model::event::Participant;
use crate::model::id::ActorId;
use crate::ontology::Ontology;
use crate::ontology::roster::Meaning;

/// So many times as often as the state the organisation is named whose seat a city is.
const OFTEN: usize = 3;
/// How sure such a name is, 0 to 100.
const LIKELY: u8 = 80;

/// Gives the names of an article that mean another the one they mean.
pub(super) fn settle(document: &Document, mentions: &mut [Vec<Mention>], ontology: &Ontology, day: Day) {
    seats(document, mentions, ontology, day);
    for (number, sentence) in document.sentences().iter().enumerate() {
        for token in 0..sentence.tokens.len() {
            let Some(mention) = half(number, sentence, token, mentions, ontology, day) else { continue };
            if let Some(here) = mentions.get_mut(number) {
                here.retain(|other| !other.covers(token));
                here.push(mention);
                here.sort_by_key(|mention| (mention.tokens.start, mention.tokens.end));
            }
        }
    }
}

/// Gives a seat that acts to the organisation that sits there, where the state is not named or the organisation is far more
/// often: the actors list a seat only where its name is used for the organisation first.
fn seats(document: &Document, mentions: &mut [Vec<Mention>], ontology: &Ontology, day: Day) {
    let roster = ontology.roster();
    let named: Vec<ActorId> = mentions
        .iter()
        .flatten()
        .filter(|mention| !matches!(mention.form, Form::Metonym | Form::Place))
        .flat_map(|mention| &mention.parties)
        .map(|party| party.party().clone())
        .collect();
    for mention in mentions.iter_mut().flatten().filter(|mention| mention.form == Form::Metonym) {
        let [state] = mention.parties.as_slice() else { continue };
        if state.kind != ActorKind::State {
            continue;
        }
        let words = document.sentences().get(mention.sentence).and_then(|told| told.tokens.get(mention.tokens.clone()));
        let name = words.unwrap_or_default().iter().map(|token| &*token.text).collect::<Vec<_>>().join(" ");
        let sits = |meaning: Meaning| match meaning {
            Meaning::Seat(index) => roster.entry(index).filter(|entry| entry.kind == ActorKind::Organisation),
            _ => None,
        };
        let found = roster.names().named(&name).into_iter().filter_map(sits);
        let n_named = |id: &ActorId| named.iter().filter(|other| *other == id).count();
        let found = found.min_by_key(|entry| !named.contains(&entry.id));
        // A text that names the state as well may still be about the organisation.
        let of_state = n_named(&state.id);
        let found = found.filter(|entry| of_state == 0 || n_named(&entry.id) >= OFTEN * of_state);
        if let Some(party) = found.and_then(|entry| roster.participant(&entry.id, day)) {
            mention.how = format!("the seat of {}, told of more than {}", party.id, state.id);
            mention.parties = vec![Participant { mention: Some(mention.span), ..party }];
        }
    }
}

/// Reads a word for one of two halves where the other was named up to the end of its sentence.
fn half(
    number: usize,
    sentence: &Sentence,
    token: usize,
    mentions: &[Vec<Mention>],
    ontology: &Ontology,
    day: Day,
) -> Option<Mention> {
    let stands = |label: Label| {
        matches!(
            label,
            Label::Nsubj | Label::NsubjPass | Label::Dobj | Label::Dative | Label::Pobj | Label::Poss | Label::Conj
        )
    };
    let word = sentence.token(token).filter(|_| is_whole(sentence, token))?;
    let half = ontology.references().half(&word.text)?;
    // "South and North Korea".
    let is_beside = || {
        let other = mentions.get(number)?.iter().find(|mention| mention.tokens.start == token + 2)?;
        let is_and = sentence.token(token + 1).is_some_and(|next| next.tag == Tag::Cc);
        Some(is_and && other.parties.iter().any(|party| party.id == half.beside))
    };
    if !stands(word.label) && is_beside() != Some(true) {
        return None;
    }
    let is_known = |mention: &Mention| mention.covers(token) && mention.form != Form::Unknown;
    if mentions.get(number)?.iter().any(is_known) {
        return None;
    }
    let names = |mention: &Mention| mention.parties.iter().any(|party| party.party() == &half.beside);
    if !mentions.get(..=number)?.iter().flatten().any(names) {
        return None;
    }
    let party = ontology.roster().participant(&half.of, day)?;
    let span = span_of(sentence, &(token..token + 1))?;
    Some(Mention {
        sentence: number,
        tokens: token..token + 1,
        head: token,
        span,
        form: Form::Name,
        parties: vec![Participant { mention: Some(span), ..party }],
        how: format!("the other half beside {}", half.beside),
        confidence: LIKELY,
    })
}

/// Tells whether a word stands for itself and is no part of a longer name: not "South" of "South Sudan".
fn is_whole(sentence: &Sentence, token: usize) -> bool {
    let is_proper = |at: usize| sentence.token(at).is_some_and(|near| matches!(near.tag, Tag::Nnp | Tag::Nnps));
    !is_proper(token + 1) && !token.checked_sub(1).is_some_and(is_proper)
}

#[cfg(test)]
mod tests;
