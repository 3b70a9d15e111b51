//! People told of again by a noun alone: "four Peruvian officers ... Chile detained the servicemen".

use super::is_nobodys;
use crate::coder::mention::{Form, Mention};
use crate::english::tag::{Label, Tag};
use crate::english::{Document, Sentence, Token};
use crate::model::category::ActorKind;
use crate::model::event::Participant;
use crate::ontology::Ontology;

/// How many sentences back they may have been told of.
const FAR: usize = 6;
/// How sure it is, 0 to 100.
const CONFIDENCE: u8 = 70;

/// Gives people on whom somebody acts, and of whom a noun with "the" says nothing else, the state of those of their kind whom
/// the text told of last; "the men" may be anybody.
pub(super) fn tell(document: &Document, mentions: &mut [Vec<Mention>], ontology: &Ontology) {
    for number in 0..mentions.len() {
        let Some(sentence) = document.sentences().get(number) else { continue };
        for index in 0..mentions.get(number).map_or(0, Vec::len) {
            let found = mentions
                .get(number)
                .and_then(|there| there.get(index))
                .filter(|mention| is_nobodys(mention) && is_told_alone(sentence, mention, mentions, ontology))
                .and_then(|mention| before(document, mentions, mention, ontology));
            if let (Some(party), Some(mention)) =
                (found, mentions.get_mut(number).and_then(|there| there.get_mut(index)))
            {
                mention.how = format!("{} told of before", party.name);
                mention.parties = vec![Participant { mention: Some(mention.span), ..party }];
                (mention.form, mention.confidence) = (Form::Agent, CONFIDENCE);
            }
        }
    }
}

/// Tells whether somebody is acted on, and only a noun in the plural with "the" says who it is; a day is often hung under it.
fn is_told_alone(sentence: &Sentence, mention: &Mention, mentions: &[Vec<Mention>], ontology: &Ontology) -> bool {
    let Some(token) = sentence.token(mention.head) else { return false };
    let is_acted_on = matches!(token.label, Label::Dobj | Label::NsubjPass) && token.tag == Tag::Nns;
    let names = |at: usize| mentions.get(mention.sentence).is_some_and(|there| there.iter().any(|one| one.covers(at)));
    let is_day = |at: usize| {
        sentence.child(at, Label::Pobj).is_some_and(|under| {
            let is_one = sentence.token(under).is_some_and(|token| matches!(token.tag, Tag::Nnp | Tag::Cd));
            is_one && !names(under)
        })
    };
    let says = |(at, below): &(usize, &Token)| match below.label {
        Label::Punct => false,
        Label::Prep => !is_day(*at),
        _ => true,
    };
    let mut below = sentence.children(mention.head).filter(says);
    let words = &ontology.lexicon().topic;
    let is_definite = |word: &Token| word.label == Label::Det && words.is_definite(&word.lower);
    is_acted_on && below.next().is_some_and(|(_, word)| is_definite(word)) && below.next().is_none()
}

/// Returns those of a state and of the kind of a mention whom the text told of last before it.
fn before(document: &Document, mentions: &[Vec<Mention>], told: &Mention, ontology: &Ontology) -> Option<Participant> {
    let sector = told.parties.first()?.sector?;
    // "Peruvian police arrested the men": not the police.
    let is_plural = |mention: &&Mention| {
        let sentence = document.sentences().get(mention.sentence);
        let token = sentence.and_then(|sentence| sentence.token(mention.head));
        let acts = |label: Label| label == Label::Nsubj && mention.sentence == told.sentence;
        token.is_some_and(|token| matches!(token.tag, Tag::Nns | Tag::Nnps) && !acts(token.label))
    };
    let first = told.sentence.saturating_sub(FAR);
    let earlier = mentions.get(first..=told.sentence)?.iter().flatten().rev();
    let is_people = |form: Form| matches!(form, Form::Agent | Form::Title | Form::Bystander);
    let is_before = |mention: &&Mention| mention.span.end() <= told.span.start() && is_people(mention.form);
    let kin = |mention: &Mention| {
        let [party] = mention.parties.as_slice() else { return None };
        let is_known = party.country.is_some() && party.kind != ActorKind::Person;
        let is_one =
            party.sector == Some(sector) || ontology.references().is_anybody(sector.as_str()) && party.sector.is_some();
        (is_known && is_one).then(|| party.clone())
    };
    earlier.filter(is_before).filter(is_plural).find_map(kin)
}
