//! Descriptions that the actors list for one of them: "the Jewish state", "the alliance".

use super::{Antecedent, FAR, FAR_REACH, Label, NEAR, REACH, Resolver, Tag, is_named};
use crate::coder::clause;
use crate::coder::mention::{Form, Mention};
use crate::model::event::Participant;
use crate::model::id::ActorId;
use crate::ontology::reference::{Description, DescriptionKind};

/// The article that begins a description.
const ARTICLE: &str = "the";
/// How many words a description has at the most.
const LONGEST: usize = 5;

impl Resolver<'_> {
    /// Tells whether the words stand with the noun that its description asks for.
    pub(super) fn stands_with(&self, description: &Description) -> bool {
        (description.of.is_empty() || self.stands_over(&description.of))
            && (description.beside.is_empty() || self.stands_beside(&description.beside))
            && (!description.area || self.area().is_some())
    }

    /// Tells whether one of some adjectives stands before the noun: "the warring parties".
    fn stands_beside(&self, adjectives: &[String]) -> bool {
        let mut before = self.sentence.children(self.token).filter(|(index, _)| *index < self.token);
        before.any(|(_, below)| adjectives.iter().any(|one| *one == *below.lower))
    }

    /// Tells whether the noun that the token heads only holds others: "a pair of jets".
    pub(super) fn holds_others(&self) -> bool {
        let references = self.ontology.references();
        let mut below = self.sentence.children(self.token);
        below.any(|(_, below)| below.label == Label::Prep && references.is_owner_preposition(&below.lower))
    }

    /// Tells whether one of some nouns stands under a preposition of the noun: "head of state".
    fn stands_over(&self, nouns: &[String]) -> bool {
        let prepositions = self.sentence.children(self.token).filter(|(_, below)| below.label == Label::Prep);
        let mut under = prepositions.flat_map(|(preposition, _)| clause::objects(self.sentence, preposition));
        under.any(|noun| self.sentence.token(noun).is_some_and(|token| nouns.iter().any(|one| *one == *token.lower)))
    }

    /// Returns the state that a phrase before the token describes, where the article named it before.
    pub(super) fn described_as(&self) -> Option<Mention> {
        let described = |start| self.described_before(start).or_else(|| self.several_described(start));
        let (start, found) = self.phrase_start().and_then(described).or_else(|| self.leaders_of_body())?;
        self.mention(start..self.token + 1, Form::Description, found)
    }

    /// Returns whoever said something last in a document of that name, where it goes on to speak: "said in a statement.
    /// The statement demanded".
    pub(super) fn issuer(&self, noun: &str) -> Option<Antecedent> {
        self.sentence.token(self.token).filter(|token| token.label == Label::Nsubj)?;
        (self.number.saturating_sub(REACH)..self.number).rev().find_map(|number| {
            let (sentence, there) = (self.document.sentences().get(number)?, self.mentions.get(number)?);
            if !sentence.tokens.iter().any(|token| &*token.lemma == noun) {
                return None;
            }
            let said = self.speakers.all().iter().rev().filter(|said| said.sentence == number);
            let mut speakers = said.filter_map(|said| there.iter().find(|mention| mention.covers(said.speaker)));
            let found = speakers.find(|mention| is_named(mention))?;
            Some(Antecedent::of(found, format!("issued the {noun}"), NEAR))
        })
    }

    /// Returns where the phrase begins that the noun ends, with its article.
    fn phrase_start(&self) -> Option<usize> {
        let token = |index: usize| self.sentence.token(index);
        let from = self.token.saturating_sub(LONGEST);
        let start = (from..self.token).rev().find(|&index| token(index).is_some_and(|word| &*word.lower == ARTICLE))?;
        let is_part = |index: usize| {
            token(index).is_some_and(|word| {
                let before = matches!(word.label, Label::Amod | Label::Compound | Label::Nummod | Label::Punct);
                before || word.head.is_some_and(|head| head < self.token && head > start)
            })
        };
        // "The Jewish state minister": the noun ends the phrase.
        let goes_on = token(self.token).is_some_and(|word| word.label == Label::Compound);
        (!goes_on && (start + 1..self.token).all(is_part)).then_some(start)
    }

    /// Returns those named together in a sentence before each of whom the words describe: "the two breakaway regions".
    fn several_described(&self, start: usize) -> Option<(usize, Antecedent)> {
        let noun = self.sentence.token(self.token).filter(|noun| noun.tag == Tag::Nns)?;
        let words = self.sentence.tokens.get(start..self.token)?.iter();
        let words = words.filter(|word| word.label != Label::Nummod).map(|word| &*word.lower);
        let phrase = words.chain([&*noun.lemma]).collect::<Vec<_>>().join(" ");
        let meant: Vec<&ActorId> = self.ontology.roster().described(&phrase).map(|entry| &entry.id).collect();
        let (number, parties) = (0..self.number).rev().take(FAR_REACH).find_map(|number| {
            let mut parties: Vec<Participant> = Vec::new();
            for party in self.mentions.get(number)?.iter().filter(|one| is_named(one)).flat_map(|one| &one.parties) {
                if meant.contains(&&party.id) && parties.iter().all(|one| one.id != party.id) {
                    parties.push(party.clone());
                }
            }
            (parties.len() > 1).then_some((number, parties))
        })?;
        let how = format!("{phrase:?} describes each of those named {} sentences before", self.number - number);
        Some((start, Antecedent { parties, how, confidence: FAR }))
    }

    /// Returns the organisation of the area whose leaders meet, where the article names it: "West African leaders lifted the
    /// sanctions".
    fn leaders_of_body(&self) -> Option<(usize, Antecedent)> {
        let noun = self.sentence.token(self.token).filter(|noun| noun.tag == Tag::Nns)?;
        let is_before = |index: usize| {
            let word = self.sentence.token(index);
            word.is_some_and(|word| {
                matches!(word.label, Label::Amod | Label::Compound) && word.head == Some(self.token)
            })
        };
        let start = (0..self.token).rev().take_while(|&index| is_before(index)).last()?;
        let mut phrase: Vec<&str> =
            self.sentence.tokens.get(start..self.token)?.iter().map(|word| &*word.lower).collect();
        phrase.push(&noun.lower);
        let meant: Vec<&ActorId> = self.ontology.roster().described(&phrase.join(" ")).map(|entry| &entry.id).collect();
        let named = self.mentions.iter().flatten().filter(|mention| is_named(mention));
        let party = named.flat_map(|mention| &mention.parties).find(|party| meant.contains(&&party.id))?;
        let how = format!("{:?} are those of {}, which the article names", phrase.join(" "), party.id);
        Some((
            start,
            Antecedent { parties: vec![Participant { mention: None, ..party.clone() }], how, confidence: NEAR },
        ))
    }

    /// Returns the actor named before that the words before and with the noun describe, with the place of the article.
    fn described_before(&self, start: usize) -> Option<(usize, Antecedent)> {
        let words = self.sentence.tokens.get(start..=self.token)?;
        let phrase = words.iter().fold(String::new(), |mut phrase, word| {
            if !phrase.is_empty() && !phrase.ends_with('-') && &*word.lower != "-" {
                phrase.push(' ');
            }
            phrase.push_str(&word.lower);
            phrase
        });
        let meant: Vec<&ActorId> = self.ontology.roster().described(&phrase).map(|entry| &entry.id).collect();
        if meant.is_empty() {
            return None;
        }
        let is_it = |party: &&Participant| meant.contains(&&party.id);
        let own = self.own_clause();
        (self.number.saturating_sub(FAR_REACH)..=self.number).rev().find_map(|number| {
            let there = self.mentions.get(number)?.iter().rev();
            let mut before = there.filter(|mention| {
                let here = number == self.number;
                let acts = here && own.iter().any(|&subject| mention.covers(subject));
                is_named(mention) && !acts && (!here || mention.head < self.token)
            });
            let (party, mention) =
                before.find_map(|mention| Some((mention.parties.iter().find(is_it)?.clone(), mention)))?;
            let how = format!("{phrase:?} describes {}, which was named before", party.id);
            Some((start, Antecedent { parties: vec![party], how, confidence: NEAR.min(mention.confidence) }))
        })
    }
}

/// Tells whether a description stands for people or bodies of a state rather than for the state.
pub(super) fn names_part(kind: DescriptionKind) -> bool {
    matches!(
        kind,
        DescriptionKind::Couple | DescriptionKind::Person | DescriptionKind::Government | DescriptionKind::Ministry
    )
}
