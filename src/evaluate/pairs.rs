//! Sentences with classes and pairs of countries: precision, recall and F1 over triples.
//!
//! Compound actors are expanded to pairs; a joint act without a recipient counts both ways. Organisations
//! of all kinds are one party, `IGO`. The class is that of the CAMEO root, as the records have it.

use super::gold::PairEvent;
use super::{Counts, Miss, class, counts, folded};
use crate::model::category::{ActorKind, Cameo};
use crate::model::event::{Event, Participant};
use crate::ontology::Ontology;
use std::collections::BTreeSet;

/// Beginnings of codes that stand for organisations.
const ORGANISATIONS: &[&str] = &["IGO", "NGO", "IMG", "UNO", "EUR", "NAT"];
/// What all organisations are counted as.
const ORGANISATION: &str = "IGO";

/// Class, actor, recipient.
type Triple = (String, String, String);

/// What was counted.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Pairs {
    /// The sentences.
    pub n_sentences: usize,
    /// Class, actor and recipient right.
    pub triples: Counts,
    /// Actor and recipient right, whatever the class.
    pub countries: Counts,
    /// Sentences of which something is missing.
    pub misses: Vec<Miss>,
}

impl Pairs {
    /// Counts one sentence.
    pub fn take(&mut self, id: &str, text: &str, gold: &[PairEvent], events: &[Event], ontology: &Ontology) {
        let wanted: BTreeSet<Triple> = gold.iter().filter_map(wanted).collect();
        let given = given(events, ontology);
        self.n_sentences += 1;
        count(&mut self.triples, &wanted, &given);
        count(&mut self.countries, &without_class(&wanted), &without_class(&given));
        if !wanted.is_subset(&given) {
            self.misses.push(Miss {
                id: id.to_owned(),
                wanted: told(&wanted),
                given: told(&given),
                text: text.to_owned(),
            });
        }
    }
}

fn count<T: Ord>(counts: &mut Counts, wanted: &BTreeSet<T>, given: &BTreeSet<T>) {
    counts.expected += wanted.len();
    counts.produced += given.len();
    counts.matched += wanted.intersection(given).count();
}

fn without_class(triples: &BTreeSet<Triple>) -> BTreeSet<(&str, &str)> {
    triples.iter().map(|(_, actor, recipient)| (actor.as_str(), recipient.as_str())).collect()
}

fn told(triples: &BTreeSet<Triple>) -> String {
    if triples.is_empty() {
        return "nothing".to_owned();
    }
    let one = |(class, actor, recipient): &Triple| format!("{class} {actor} > {recipient}");
    triples.iter().map(one).collect::<Vec<_>>().join(", ")
}

fn wanted(event: &PairEvent) -> Option<Triple> {
    let code = |code: &Option<String>| {
        let root: String = code.as_deref()?.chars().take(3).collect();
        (!root.is_empty()).then(|| if ORGANISATIONS.contains(&root.as_str()) { ORGANISATION.to_owned() } else { root })
    };
    Some((folded(&event.plover).to_owned(), code(&event.source)?, code(&event.target)?))
}

fn given(events: &[Event], ontology: &Ontology) -> BTreeSet<Triple> {
    let mut found = BTreeSet::new();
    for event in events.iter().filter(|event| counts(event)) {
        let root: Option<Cameo> = event.cameo.root().parse().ok();
        let Some(class) = root.and_then(|root| ontology.plover(root)).or_else(|| class(event, ontology)) else {
            continue;
        };
        let class = folded(class.as_str());
        let places = |side: &[Participant]| side.iter().map(place).collect::<Vec<_>>();
        let (actors, recipients) = (places(&event.actors), places(&event.recipients));
        let mut add = |actor: &Option<String>, recipient: &Option<String>| {
            if let (Some(actor), Some(recipient)) = (actor, recipient) {
                found.insert((class.to_owned(), actor.clone(), recipient.clone()));
            }
        };
        for (number, actor) in actors.iter().enumerate() {
            if recipients.is_empty() {
                let others = actors.iter().enumerate().filter(|(other, _)| *other != number);
                others.for_each(|(_, other)| add(actor, other));
            }
            recipients.iter().for_each(|recipient| add(actor, recipient));
        }
    }
    found
}

/// Returns the country that a party counts for, as the records write it.
fn place(party: &Participant) -> Option<String> {
    if party.kind == ActorKind::Organisation {
        return Some(ORGANISATION.to_owned());
    }
    let country = party.country.as_ref()?.as_str();
    let is_code = country.len() == 3 && country.bytes().all(|byte| byte.is_ascii_uppercase());
    Some(if is_code { country } else { ORGANISATION }.to_owned())
}
