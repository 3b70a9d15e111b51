//! Who says what: attribution by verbs, nouns and "according to", and quotations over several sentences.
//!
//! Every claim belongs to the innermost who holds it. Which words speak is data of the lexicon.

use super::clause;
use super::mention::Mention;
use crate::english::tag::{Label, Tag};
use crate::english::{Document, Sentence, Token};
use crate::ontology::lexicon::speech::{Cue, Holding, SpeechManner, SpeechWords};

/// What somebody is said to say.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Content {
    /// The clause under a token of the attribution's own sentence.
    Clause(usize),
    /// All of the sentence but the clause of the verb that attributes it.
    Around(usize),
    /// A quotation, by its index in the document.
    Quotation(usize),
}

/// One attribution.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Attribution {
    /// The sentence that attributes.
    pub sentence: usize,
    /// The word that speaks: a verb, a noun, or "according".
    pub verb: usize,
    /// The head of the phrase that names who speaks.
    pub speaker: usize,
    /// The heads of those who issued it, where the speaker is a document.
    pub issuers: Vec<usize>,
    /// The head of the phrase that names who is told.
    pub addressee: Option<usize>,
    /// What is said.
    pub content: Content,
    /// How it is said.
    pub manner: SpeechManner,
}

/// All attributions of a document.
///
/// Invariant: those of clauses stand in the order of their sentences, before those of whole quotations that were
/// spread; so what belongs to a sentence or a quotation is found without looking at all of a long article.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Attributions {
    all: Vec<Attribution>,
    /// How many of them stand in the order of their sentences.
    n_in_order: usize,
    /// For each quotation, the places of its attributions.
    of_quotations: Vec<Vec<usize>>,
    /// For each sentence, the quotation of each token.
    quotations: Vec<Vec<Option<usize>>>,
    /// For each sentence, the heads above each token, the nearest first, with the token itself.
    chains: Vec<Vec<Vec<usize>>>,
}

/// Finds who says what in a document.
#[must_use]
pub fn attribute(document: &Document, words: &SpeechWords) -> Attributions {
    let mut all = Vec::new();
    for (number, sentence) in document.sentences().iter().enumerate() {
        for index in 0..sentence.tokens.len() {
            let finder = Finder { number, sentence, words, index };
            all.extend(finder.of_verb());
            all.extend(finder.of_noun());
            all.extend(finder.of_source());
            all.extend(finder.of_naming());
        }
    }
    let mut found = Attributions {
        n_in_order: all.len(),
        of_quotations: vec![Vec::new(); document.quotations().len()],
        all,
        quotations: document
            .sentences()
            .iter()
            .map(|s| s.tokens.iter().map(|token| token.quotation).collect())
            .collect(),
        chains: document.sentences().iter().map(chains).collect(),
    };
    found.spread_over_quotations(document, words);
    for (place, attribution) in found.all.iter().enumerate() {
        if let Content::Quotation(quotation) = attribution.content
            && let Some(places) = found.of_quotations.get_mut(quotation)
        {
            places.push(place);
        }
    }
    found
}

fn chains(sentence: &Sentence) -> Vec<Vec<usize>> {
    (0..sentence.tokens.len()).map(|index| std::iter::once(index).chain(sentence.ancestors(index)).collect()).collect()
}

impl Attributions {
    /// Returns all attributions in the order of the text; those of whole quotations last.
    #[must_use]
    pub fn all(&self) -> &[Attribution] {
        &self.all
    }

    /// Returns the innermost attribution of what stands at a token.
    #[must_use]
    pub fn innermost(&self, sentence: usize, token: usize) -> Option<&Attribution> {
        let chain = self.chains.get(sentence)?.get(token)?;
        let quotation = self.quotations.get(sentence)?.get(token).copied().flatten();
        // The nearer the clause, the further inside; quotations hold clauses.
        let rank = |attribution: &Attribution| match attribution.content {
            Content::Clause(root) if attribution.sentence == sentence => {
                let below_verb = chain.iter().position(|&index| index == attribution.verb);
                let depth = chain.iter().position(|&index| index == root)?;
                (below_verb.is_none_or(|verb| verb > depth)).then_some(depth)
            }
            Content::Around(top) if attribution.sentence == sentence => {
                let outside = !chain.contains(&attribution.verb) && chain.contains(&top);
                outside.then_some(200)
            }
            Content::Quotation(index) => (Some(index) == quotation).then_some(100),
            _ => None,
        };
        let places = quotation.and_then(|quotation| self.of_quotations.get(quotation));
        let of_quotation = places.into_iter().flatten().filter_map(|place| self.all.get(*place));
        let is_whole = |attribution: &&Attribution| matches!(attribution.content, Content::Quotation(_));
        self.of_sentences(sentence, sentence)
            .iter()
            .filter(|attribution| !is_whole(attribution))
            .chain(of_quotation)
            .filter_map(|attribution| Some((rank(attribution)?, attribution)))
            .min_by_key(|(depth, _)| *depth)
            .map(|(_, attribution)| attribution)
    }

    /// Returns the attributions by words of some sentences, the last included; none that was spread.
    fn of_sentences(&self, first: usize, last: usize) -> &[Attribution] {
        let in_order = self.all.get(..self.n_in_order).unwrap_or_default();
        let from = in_order.partition_point(|attribution| attribution.sentence < first);
        let to = in_order.partition_point(|attribution| attribution.sentence <= last);
        in_order.get(from..to).unwrap_or_default()
    }

    /// Returns the mention of whoever says what stands at a token.
    #[must_use]
    pub fn speaker_mention<'m>(
        &self,
        sentence: usize,
        token: usize,
        mentions: &'m [Vec<Mention>],
    ) -> Option<&'m Mention> {
        let attribution = self.innermost(sentence, token)?;
        let there = mentions.get(attribution.sentence)?;
        let named = |index: usize| there.iter().find(|mention| mention.covers(index));
        let is_known = |mention: &&Mention| mention.parties.iter().any(|party| party.country.is_some());
        let issuers = || attribution.issuers.iter().filter_map(|&issuer| named(issuer));
        // "a statement by the ministry", "the ministry's statement": whoever issued the document.
        let speaker = named(attribution.speaker);
        // "a spokesman for the ministry": of whom only the ministry is known.
        speaker.filter(is_known).or_else(|| issuers().find(is_known)).or(speaker).or_else(|| issuers().next())
    }

    /// Gives every quotation its speaker: of a clause inside it that is attributed, else of the sentence
    /// that holds it, else the speaker of the quotation before it in the next sentences.
    fn spread_over_quotations(&mut self, document: &Document, words: &SpeechWords) {
        let mut last: Option<(usize, Attribution)> = None;
        for (quotation, within) in self.tokens_within(document.quotations().len()).into_iter().enumerate() {
            let n_words: usize = within.iter().map(|(_, tokens)| tokens.len()).sum();
            if n_words < words.shortest() {
                continue;
            }
            let (Some((first, _)), Some((end, _))) = (within.first(), within.last()) else { continue };
            let (first, end) = (*first, *end);
            let is_outside = |attribution: &&Attribution| {
                let verb = self.quotations.get(attribution.sentence).and_then(|tokens| tokens.get(attribution.verb));
                !matches!(attribution.content, Content::Quotation(_)) && verb.copied().flatten() != Some(quotation)
            };
            let near = self.of_sentences(first, end);
            let touching = near.iter().filter(is_outside).find(|attribution| {
                let root = match attribution.content {
                    Content::Clause(root) | Content::Around(root) => root,
                    Content::Quotation(_) => return false,
                };
                within.iter().any(|(sentence, tokens)| *sentence == attribution.sentence && tokens.contains(&root))
            });
            let beside = near.iter().find(is_outside);
            let before =
                last.as_ref().filter(|(sentence, _)| first <= sentence + 1).map(|(_, attribution)| attribution);
            if let Some(found) = touching.or(beside).or(before) {
                let spread = Attribution { content: Content::Quotation(quotation), ..found.clone() };
                last = Some((end, spread.clone()));
                self.all.push(spread);
            }
        }
    }

    /// Returns for each quotation the sentences that it runs over, each with the tokens that stand in it.
    fn tokens_within(&self, n_quotations: usize) -> Vec<Vec<(usize, Vec<usize>)>> {
        let mut within: Vec<Vec<(usize, Vec<usize>)>> = vec![Vec::new(); n_quotations];
        for (sentence, tokens) in self.quotations.iter().enumerate() {
            for (token, quotation) in tokens.iter().enumerate() {
                let Some(runs) = quotation.and_then(|quotation| within.get_mut(quotation)) else { continue };
                match runs.last_mut().filter(|(last, _)| *last == sentence) {
                    Some((_, tokens)) => tokens.push(token),
                    None => runs.push((sentence, vec![token])),
                }
            }
        }
        within
    }
}

/// Looks at one token as the word that speaks.
struct Finder<'a> {
    number: usize,
    sentence: &'a Sentence,
    words: &'a SpeechWords,
    index: usize,
}

impl Finder<'_> {
    fn attribution(&self, speaker: usize, content: Content, manner: SpeechManner) -> Attribution {
        let addressee = self.addressee().filter(|index| *index != speaker);
        let owners = self
            .sentence
            .children(speaker)
            .filter(|(_, below)| matches!(below.label, Label::Poss | Label::Compound | Label::Amod | Label::Appos));
        let issuers = owners
            .map(|(index, _)| index)
            .chain(self.under(speaker, Cue::Issuer))
            .chain(self.under(speaker, Cue::Post))
            .collect();
        Attribution { sentence: self.number, verb: self.index, speaker, issuers, addressee, content, manner }
    }

    /// Returns the head of whoever is spoken to: the object, what stands under "to", or in the passive the subject.
    fn addressee(&self) -> Option<usize> {
        let below = || self.sentence.children(self.index);
        let is_noun = |token: &Token| !matches!(token.tag, Tag::In | Tag::To);
        let is_told =
            |token: &Token| matches!(token.label, Label::Dobj | Label::Dative | Label::NsubjPass) && is_noun(token);
        let told = below().find(|(_, below)| self.is_telling() && is_told(below)).map(|(index, _)| index);
        told.or_else(|| {
            let mut words = below().filter(|(_, below)| matches!(below.label, Label::Prep | Label::Dative));
            words.find_map(|(index, word)| {
                let is_to = self.words.is(&word.lower, Cue::Addressee);
                is_to.then(|| clause::objects(self.sentence, index).next()).flatten()
            })
        })
    }

    /// Tells whether the object of the verb is told something.
    fn is_telling(&self) -> bool {
        self.sentence.token(self.index).is_some_and(|token| self.words.is(&token.lemma, Cue::Telling))
    }

    fn of_verb(&self) -> Vec<Attribution> {
        let Some(token) = self.sentence.token(self.index).filter(|token| clause::is_verb(token)) else {
            return Vec::new();
        };
        let second = |wanted: &str| {
            self.sentence.children(self.index).any(|(_, below)| &*below.lower == wanted)
                || self.sentence.token(self.index + 1).is_some_and(|next| &*next.lower == wanted)
        };
        let verb = self.words.verbs(&token.lemma).iter().find(|verb| verb.second.as_deref().is_none_or(second));
        let Some(verb) = verb else { return Vec::new() };
        let Some(speaker) = self.speaker().filter(|&speaker| !self.is_told_finding(speaker)) else { return Vec::new() };
        let said = |(index, below): (usize, &Token)| match (below.label, verb.holding) {
            (Label::Ccomp | Label::Parataxis, Holding::Clause) => Some(index),
            (Label::Ccomp | Label::Parataxis, Holding::Quotation) if below.quotation.is_some() => Some(index),
            (Label::Prep, Holding::Preposition) => self.sentence.child(index, Label::Pcomp),
            _ => None,
        };
        let contents: Vec<usize> = self.sentence.children(self.index).filter_map(said).collect();
        let made = |content: Content| self.attribution(speaker, content, verb.manner);
        if !contents.is_empty() {
            return contents.into_iter().map(|root| made(Content::Clause(root))).collect();
        }
        // ", X said," inside the clause that is said.
        match (token.label, token.head, verb.holding) {
            (Label::Parataxis, Some(head), Holding::Clause | Holding::Quotation) => vec![made(Content::Around(head))],
            _ => self
                .quotation_beside(verb.holding)
                .map(|quotation| vec![made(Content::Quotation(quotation))])
                .unwrap_or_default(),
        }
    }

    /// Returns what somebody says by calling something so: "what it called Peruvian raids", "what he described as Peru's raids".
    fn of_naming(&self) -> Option<Attribution> {
        self.sentence.token(self.index).filter(|token| clause::is_verb(token))?;
        let mut before = self.sentence.children(self.index).filter(|&(index, _)| index < self.index);
        before.find(|(_, below)| below.tag == Tag::Wp && below.label == Label::Dobj)?;
        let named = clause::named_by(self.sentence, self.index)?;
        Some(self.attribution(self.speaker()?, Content::Clause(named), SpeechManner::Claim))
    }

    /// Returns a quotation that stands in the sentence outside the verb, for a verb without a clause.
    fn quotation_beside(&self, holding: Holding) -> Option<usize> {
        let own = self.sentence.token(self.index)?.quotation;
        if holding == Holding::Preposition {
            return None;
        }
        let count =
            |quotation: usize| self.sentence.tokens.iter().filter(|token| token.quotation == Some(quotation)).count();
        self.sentence
            .tokens
            .iter()
            .filter_map(|token| token.quotation)
            .find(|quotation| Some(*quotation) != own && count(*quotation) >= self.words.shortest())
    }

    /// Returns the head of who speaks: the subject, the one quoted, or who stands under "by".
    fn speaker(&self) -> Option<usize> {
        if clause::is_passive(self.sentence, self.index) {
            let agent =
                self.sentence.child(self.index, Label::Agent).and_then(|by| clause::objects(self.sentence, by).next());
            let quoted = || self.sentence.child(self.index, Label::NsubjPass).filter(|_| !self.is_telling());
            return agent.or_else(quoted);
        }
        clause::subject(self.sentence, self.index, 0).first().copied()
    }

    /// Tells whether somebody tells what was found out, by nobody named: "said that an inquiry had shown that Peru did it".
    fn is_told_finding(&self, finding: usize) -> bool {
        let is_name = |(_, below): (usize, &Token)| below.text.starts_with(char::is_uppercase);
        let names_nobody = || {
            self.sentence
                .children(finding)
                .all(|(index, below)| !is_name((index, below)) && !self.sentence.children(index).any(is_name))
        };
        let is_said = || {
            let token = self.sentence.token(self.index).filter(|token| token.label == Label::Ccomp);
            let above = token.and_then(|token| self.sentence.token(token.head?));
            above.is_some_and(|above| !self.words.verbs(&above.lemma).is_empty())
        };
        self.sentence.token(finding).is_some_and(|token| self.words.is(&token.lemma, Cue::Finding))
            && names_nobody()
            && is_said()
    }

    /// A noun that holds a clause: "a statement that", "its claim that".
    fn of_noun(&self) -> Vec<Attribution> {
        let Some(token) = self.sentence.token(self.index).filter(|token| clause::is_noun(token)) else {
            return Vec::new();
        };
        let Some(manner) = self.words.noun(&token.lemma.to_lowercase()) else { return Vec::new() };
        let clause = self.sentence.children(self.index).find(|(index, below)| {
            let that = self.sentence.children(*index).any(|(_, mark)| mark.label == Label::Mark);
            matches!(below.label, Label::Acl | Label::Ccomp) && that
        });
        let Some((root, _)) = clause else { return Vec::new() };
        let issuer = self
            .sentence
            .child(self.index, Label::Poss)
            .or_else(|| self.under(self.index, Cue::Issuer))
            .or_else(|| token.head.and_then(|head| clause::subject(self.sentence, head, 0).first().copied()));
        issuer.map(|speaker| vec![self.attribution(speaker, Content::Clause(root), manner)]).unwrap_or_default()
    }

    /// Returns the noun under the first preposition of a noun that is such a cue.
    fn under(&self, noun: usize, cue: Cue) -> Option<usize> {
        self.sentence
            .children(noun)
            .filter(|(_, below)| below.label == Label::Prep && self.words.is(&below.lower, cue))
            .find_map(|(preposition, _)| clause::objects(self.sentence, preposition).next())
    }

    /// Returns whose words a preposition says that all of the clause is: "in her words", "in the view of Peru".
    fn of_words(&self, preposition: &Token) -> Option<usize> {
        let noun = self.sentence.child(self.index, Label::Pobj)?;
        let is_one = |token: &Token| self.words.is(&token.lemma, Cue::WordsOf);
        self.sentence.token(noun).filter(|token| is_one(token))?;
        let opens = self.words.is(&preposition.lower, Cue::WordsOfPreposition);
        let owner = || self.sentence.child(noun, Label::Poss).or_else(|| self.under(noun, Cue::Issuer));
        opens.then(owner).flatten()
    }

    /// "according to X": all of the clause is what X says.
    fn of_source(&self) -> Vec<Attribution> {
        let Some(token) = self.sentence.token(self.index).filter(|token| token.label == Label::Prep) else {
            return Vec::new();
        };
        if let Some(speaker) = self.of_words(token) {
            return token
                .head
                .map(|head| self.attribution(speaker, Content::Around(head), SpeechManner::Say))
                .into_iter()
                .collect();
        }
        let seconds = self.words.sources(&token.lower);
        let nested =
            self.sentence.children(self.index).find(|(_, below)| seconds.iter().any(|second| **second == *below.lower));
        let preposition = match nested {
            Some((inner, _)) => inner,
            None if self.words.is(&token.lower, Cue::Source) => self.index,
            None => return Vec::new(),
        };
        let Some(object) = clause::objects(self.sentence, preposition).next() else { return Vec::new() };
        let Some(head) = token.head else { return Vec::new() };
        vec![self.attribution(object, Content::Around(head), SpeechManner::Say)]
    }
}
