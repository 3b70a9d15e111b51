//! Pronouns and descriptions, resolved to actors named earlier, each with the reason kept.
//!
//! A small explicit resolver: antecedents agree in kind, the subject of the clause above is preferred,
//! then the subject of the sentence before, then the nearest. What finds no antecedent stays unresolved.

mod alias;
mod apart;
mod count;
mod country;
mod described;
mod group;
mod nobody;
mod own;
mod part;
mod speaking;
mod two;

use apart::is_of_any;
pub(crate) use apart::{Own, set_apart};
pub(crate) use group::goes_between;

use super::clause;
use super::frame::lemma_of;
use super::located;
use super::mention::{self, Form, Mention};
use super::speaker::Attributions;
use crate::english::tag::{Label, Tag};
use crate::english::{Document, Sentence, Token};
use crate::model::category::ActorKind;
use crate::model::day::Day;
use crate::model::event::Participant;
use crate::model::id::ActorId;
use crate::model::span::Span;
use crate::ontology::Ontology;
use crate::ontology::reference::{DescriptionKind, PronounKind};

/// How many sentences back an antecedent may stand.
const REACH: usize = 4;
/// How many sentences back a body or state may have been named that the text goes on to speak of.
const FAR_REACH: usize = 40;
/// The determiner that an owner stands for.
const OWNED: &str = "its";

/// How sure a resolved reference is, 0 to 100, by kind.
const NEAR: u8 = 85;
const FAR: u8 = 70;

/// Adds the mentions that pronouns and descriptions make; `mentions` holds those of each sentence, `home` is
/// the state that the report comes from.
pub fn resolve(
    document: &Document,
    mentions: &mut [Vec<Mention>],
    speakers: &Attributions,
    ontology: &Ontology,
    day: Day,
    home: Option<&ActorId>,
) {
    alias::settle(document, mentions, ontology, day);
    // Whoever speaks may be a description itself: "we" is looked at once all others are resolved.
    let rounds = [false, true];
    for (own_side, number) in
        rounds.into_iter().flat_map(|own| (0..document.sentences().len()).map(move |number| (own, number)))
    {
        let Some(sentence) = document.sentences().get(number) else { continue };
        for token in 0..sentence.tokens.len() {
            let is_own_side = sentence
                .token(token)
                .is_some_and(|word| ontology.references().pronoun(&word.lower) == Some(PronounKind::OwnSide));
            let here = mentions.get(number).map_or(&[][..], Vec::as_slice);
            let taken = here.iter().find(|mention| mention.covers(token));
            // "The alliance" is some alliance only where the article has named none; "the two men" may be known.
            let is_person = taken.is_some_and(|mention| mention.form == Form::Bystander);
            let is_open = taken.is_none_or(|mention| mention.head == token && (mention.is_of_nobody() || is_person));
            // "The Islamic Republic" is some name only where the article has named no state that is called so.
            let is_name = taken.is_some_and(|mention| {
                let is_stranger = |party: &Participant| mention::is_nowhere(&party.id.root());
                mention.head == token && mention.form == Form::Unknown && mention.parties.iter().all(is_stranger)
            });
            if !is_open && !is_name || is_own_side != own_side {
                continue;
            }
            let resolver = Resolver { document, mentions, speakers, ontology, day, home, number, sentence, token };
            let found = if is_open { resolver.resolve() } else { resolver.described_as() };
            let found = found.or_else(|| {
                let stays = !is_open
                    || own_side
                    || is_person
                    || is_group(sentence, token, ontology) && !resolver.belongs_to_named();
                if stays { None } else { located::bare(sentence, number, token, ontology) }
            });
            if let (Some(found), Some(here)) = (found, mentions.get_mut(number)) {
                let is_of_nobody = found.is_of_nobody() || found.form == Form::Located;
                here.retain(|mention| !mention.covers(token));
                here.push(found);
                // "Officials from Peru and Chile met. They signed": they are both.
                if is_of_nobody {
                    mention::take_states(sentence, here, ontology, day);
                }
            }
        }
        if let Some(here) = mentions.get_mut(number) {
            here.sort_by_key(|mention| (mention.tokens.start, mention.tokens.end));
            mention::take_states(sentence, here, ontology, day);
            // "Ana Ruiz, its trade representative": known once "its" is.
            mention::take_states_from_appositions(sentence, here, ontology);
        }
    }
}

/// Whoever may be meant, and why.
struct Antecedent {
    parties: Vec<Participant>,
    how: String,
    confidence: u8,
}

impl Antecedent {
    /// Whoever a mention means, no surer than the mention itself.
    fn of(mention: &Mention, how: String, confidence: u8) -> Self {
        Self { parties: mention.parties.clone(), how, confidence: confidence.min(mention.confidence) }
    }
}

struct Resolver<'a> {
    document: &'a Document,
    mentions: &'a [Vec<Mention>],
    speakers: &'a Attributions,
    ontology: &'a Ontology,
    day: Day,
    /// The state that the report comes from.
    home: Option<&'a ActorId>,
    number: usize,
    sentence: &'a Sentence,
    token: usize,
}

impl Resolver<'_> {
    fn resolve(&self) -> Option<Mention> {
        let word = self.sentence.token(self.token)?;
        let references = self.ontology.references();
        if matches!(word.tag, Tag::Prp | Tag::PrpPoss) {
            let kind = references.pronoun(&word.lower)?;
            let found = match kind {
                PronounKind::OwnSide => self.own_side()?,
                // "The storm reached Peru after it killed ten in Chile": what acts above is meant, and is nobody.
                PronounKind::Thing if self.is_told_of_thing(word) => return None,
                _ => {
                    let own = self.own_subjects(word);
                    let (acted_on, apart, after) = (self.named_beside(), self.set_apart(), self.named_after());
                    // "Peru and Chile left the bloc. The two accused it": neither of them, wherever named.
                    let here = self.mentions.get(self.number).map_or(&[][..], Vec::as_slice);
                    let acts = |mention: &&Mention| word.tag == Tag::Prp && self.is_one_of(mention, &own);
                    let doers: Vec<&Mention> = here.iter().filter(acts).collect();
                    // "Denied arming them": no single state.
                    let is_object = matches!(word.label, Label::Dobj | Label::Dative | Label::Pobj);
                    let is_them = is_object && kind == PronounKind::Several;
                    let is_lone = |mention: &Mention| is_them && self.is_one_state(mention);
                    // "Turkey and Greece met. They called on Greece": nobody of theirs.
                    let is_them_too = |other: &Mention, mention: &Mention| {
                        let shared = |one: &Participant| other.parties.iter().any(|party| party.id == one.id);
                        kind == PronounKind::Several && self.coordinated(mention).iter().any(shared)
                    };
                    let is_ruled = self.is_of_ruled(word);
                    let is_no_state = |mention: &Mention| is_ruled && part::are_bodies(mention);
                    let fits = |mention: &Mention| {
                        (agrees(kind, mention, self.ontology) || self.is_one_in_office(kind, mention))
                            && !is_no_state(mention)
                            && !is_of_any(mention, &apart)
                            && !mention.parties.iter().any(|party| after.contains(&party.id))
                            && !self.is_one_of(mention, &own)
                            && !doers.iter().any(|doer| is_of_one(doer, mention))
                            && !is_lone(mention)
                            && !acted_on.iter().any(|other| is_of_one(other, mention) || is_them_too(other, mention))
                    };
                    // "Filed a case against Peru at the court, accusing it": not the court.
                    // "Near the Syrian border, saying it had": not Syria.
                    // "EU leaders met after it had invaded": nor the leaders.
                    let is_no_thing = |mention: &Mention| {
                        self.tells_of_place(mention) || self.are_several(mention) || self.is_official(mention)
                    };
                    let is_where = |mention: &Mention| kind == PronounKind::Thing && is_no_thing(mention);
                    let is_party = |mention: &Mention| fits(mention) && !self.is_forum(mention) && !is_where(mention);
                    let several = kind == PronounKind::Several;
                    self.told_whose(word, kind)
                        .or_else(|| self.acted_on_by_all(&doers, &is_party))
                        .or_else(|| if is_object && !several { self.acted_on_first(word, &is_party) } else { None })
                        .or_else(|| self.of_main_clause(word, kind, &is_party))
                        .or_else(|| self.office_or_antecedent(word, kind, several, &is_party))
                        .or_else(|| self.antecedent(several, &fits).map(|found| self.of_mission(found, &apart)))
                        .or_else(|| if kind == PronounKind::Thing { self.only_other(&after) } else { None })
                        .or_else(|| if several { self.couple_or_pair(word) } else { None })
                        .map(|found| if several { self.without_own_side(self.both(word, found)) } else { found })?
                }
            };
            return self.mention(self.token..self.token + 1, Form::Pronoun, self.of_homeland(word, found));
        }
        if word.tag == Tag::WpPoss {
            return self.mention(self.token..self.token + 1, Form::Pronoun, self.whose()?);
        }
        // "The two met", "trade between the two": a number that acts, or on which something is done.
        if !clause::is_noun(word) && !self.is_count(word) {
            return None;
        }
        if let Some(found) = self.described_as() {
            return Some(found);
        }
        let lemma = lemma_of(self.sentence, self.token)?;
        let descriptions = references.descriptions(&lemma);
        // "Its allies Peru and Chile" are these, whatever an ally is elsewhere.
        let beside = if descriptions.is_empty() || word.tag != Tag::Nns { None } else { self.named_beside_them() };
        if let Some(found) = beside {
            return self.mention(self.token..self.token + 1, Form::Description, found);
        }
        let determiner = if descriptions.is_empty() { None } else { self.determiner() };
        for description in descriptions {
            let stands = |wanted: &String| match &determiner {
                Some((_, found)) => found == wanted,
                None => wanted.is_empty(),
            };
            // "The leaders of Peru and Chile", "troops of the two countries": theirs, whoever was told of before.
            if described::names_part(description.kind) && self.belongs_to_named() {
                continue;
            }
            if !self.stands_with(description) {
                continue;
            }
            // "A pair of jets": only so many; "Peru and its two allies" are no pair of the text.
            let is_other = || self.is_of_one_owner() || word.tag == Tag::Nn && self.holds_others();
            if description.kind == DescriptionKind::Pair && is_other() {
                continue;
            }
            if !description.determiners.iter().any(stands)
                || (description.plural && !matches!(word.tag, Tag::Nns | Tag::Nnps))
            {
                continue;
            }
            if let Some(found) = self.described(description.kind, &lemma) {
                let start = determiner.as_ref().map_or(self.token, |(index, _)| *index);
                return self.mention(start..self.token + 1, Form::Description, found);
            }
        }
        None
    }

    /// Tells whether a mention is of several people or things of a side: "Peruvian jets".
    fn are_several(&self, mention: &Mention) -> bool {
        let Some(sentence) = self.document.sentences().get(mention.sentence) else { return false };
        let is_plural = |index: usize| sentence.token(index).is_some_and(|token| token.tag == Tag::Nns);
        is_plural(mention.head) || mention.tokens.end.checked_sub(1).is_some_and(is_plural)
    }

    /// Tells whether a mention that does not act is of a court.
    fn is_forum(&self, mention: &Mention) -> bool {
        let sentence = self.document.sentences().get(mention.sentence);
        let acts = sentence
            .and_then(|there| there.token(mention.head))
            .is_some_and(|token| matches!(token.label, Label::Nsubj | Label::NsubjPass));
        !acts && self.is_of_forum(mention)
    }

    /// Tells whether a mention is of a court of no state.
    fn is_of_forum(&self, mention: &Mention) -> bool {
        let references = self.ontology.references();
        mention.parties.iter().all(|party| {
            party.kind == ActorKind::Organisation
                && party.name.split(' ').any(|word| references.is_forum(&word.to_lowercase()))
        })
    }

    fn mention(&self, tokens: std::ops::Range<usize>, form: Form, found: Antecedent) -> Option<Mention> {
        let span = span_of(self.sentence, &tokens)?;
        let named = |party: Participant| Participant { mention: Some(span), ..party };
        Some(Mention {
            sentence: self.number,
            head: self.token,
            tokens,
            span,
            form,
            parties: found.parties.into_iter().map(named).collect(),
            how: found.how,
            confidence: found.confidence,
        })
    }

    /// Returns the determiner or number before the noun that the token heads.
    fn determiner(&self) -> Option<(usize, String)> {
        let labels = [Label::Det, Label::Poss, Label::Nummod, Label::Predet];
        let mut found: Vec<(usize, String)> = self
            .sentence
            .children(self.token)
            .filter(|(index, below)| *index < self.token && labels.contains(&below.label))
            .map(|(index, below)| (index, below.lower.to_string()))
            .collect();
        // "the two countries": the number says more than the article.
        let number = found.iter().position(|(index, _)| {
            self.sentence.token(*index).is_some_and(|token| matches!(token.label, Label::Nummod))
        });
        // "The North's ministry": an owner stands for "its".
        let owner = found.iter().position(|(index, _)| {
            self.sentence.token(*index).is_some_and(|token| token.label == Label::Poss && token.tag != Tag::PrpPoss)
        });
        let is_named =
            |index: usize| self.mentions.get(self.number).is_some_and(|here| here.iter().any(|one| one.covers(index)));
        // "The world's two largest economies": an owner that is nobody says less than the number.
        let owner = owner.filter(|&at| number.is_none() || found.get(at).is_some_and(|(index, _)| is_named(*index)));
        if let Some((index, _)) = owner.map(|at| found.swap_remove(at)) {
            let named = is_named(index);
            return Some((index, if named { OWNED.to_owned() } else { String::from("'s") }));
        }
        match number {
            Some(at) => Some(found.swap_remove(at)),
            None => found.into_iter().next(),
        }
    }

    /// Returns who cannot be meant by a pronoun because the clause or phrase that it stands in would name them twice: "called
    /// the premier to thank him".
    fn own_subjects(&self, word: &Token) -> Vec<usize> {
        let is_object = word.tag == Tag::Prp && !self.ontology.references().is_reflexive(&word.lower);
        if is_object || self.is_of_another(word) {
            return self.own_clause();
        }
        // "Ana Quispe, its envoy": not that of Ana Quispe.
        let noun = word.head.filter(|_| word.tag == Tag::PrpPoss).and_then(|noun| self.sentence.token(noun));
        noun.filter(|noun| noun.label == Label::Appos).and_then(|noun| noun.head).into_iter().collect()
    }

    /// Returns toward whom the first of two deeds in a row is done, for whom the second acts on: "suspended aid to Peru over
    /// its role in Chile, and urged it to leave".
    fn acted_on_first(&self, word: &Token, fits: &dyn Fn(&Mention) -> bool) -> Option<Antecedent> {
        let verb = |index: usize| self.sentence.token(index).filter(|token| clause::is_verb(token));
        let second = word.head.filter(|&second| verb(second).is_some_and(|token| token.label == Label::Conj))?;
        let first = verb(second)?.head.filter(|&first| verb(first).is_some())?;
        let here = self.mentions.get(self.number)?;
        let object = self.sentence.child(first, Label::Dobj)?;
        let below = |at: usize| super::frame::held(self.sentence, at);
        let mut toward = below(object).chain([object]).chain(below(first)).filter(|&noun| noun < second);
        let named =
            |noun: usize| here.iter().find(|mention| mention.head == noun && is_named(mention) && fits(mention));
        let mention = toward.find_map(named)?;
        Some(Antecedent::of(mention, "toward whom the first was done".to_owned(), NEAR))
    }

    /// Tells whether a mention stands at one of some tokens of the sentence.
    fn is_one_of(&self, mention: &Mention, tokens: &[usize]) -> bool {
        mention.sentence == self.number && tokens.iter().any(|&token| mention.covers(token))
    }

    /// Returns who acts in the clause in which the token stands and does not act itself.
    fn own_clause(&self) -> Vec<usize> {
        let acts = |token: &Token| matches!(token.label, Label::Nsubj | Label::NsubjPass);
        if self.sentence.token(self.token).is_none_or(acts) {
            return Vec::new();
        }
        let verb =
            self.sentence.ancestors(self.token).find(|&index| self.sentence.token(index).is_some_and(clause::is_verb));
        verb.map(|verb| clause::subject(self.sentence, verb, 0)).unwrap_or_default()
    }

    /// Returns the side of the one who speaks here: a person counts for its state.
    fn own_side(&self) -> Option<Antecedent> {
        let speaker = self.speakers.speaker_mention(self.number, self.token, self.mentions)?;
        let parties: Vec<Participant> = speaker
            .parties
            .iter()
            .filter_map(|party| {
                let country = party.country.as_ref()?;
                self.ontology.roster().participant(country, self.day)
            })
            .collect();
        (!parties.is_empty()).then(|| Antecedent {
            parties,
            how: "the side of the speaker".to_owned(),
            confidence: NEAR,
        })
    }

    /// Returns the side of the one who speaks, for what is said in quotation marks: "\"The government urges Peru\"".
    fn own_side_in_quotation(&self) -> Option<Antecedent> {
        self.sentence.token(self.token)?.quotation?;
        self.own_side()
    }

    /// Returns the best antecedent that `fits`; `several` takes those coordinated with it along.
    fn antecedent(&self, several: bool, fits: &dyn Fn(&Mention) -> bool) -> Option<Antecedent> {
        let as_found = |mention: &Mention, how: String, confidence: u8| Antecedent {
            parties: if several { self.coordinated(mention) } else { mention.parties.clone() },
            how,
            confidence: confidence.min(mention.confidence),
        };
        let barred = self.barred();
        let is_barred = |mention: &Mention| barred.iter().any(|&token| mention.covers(token));
        // "With Qatar's mediation they signed": whoever brings them together is none of them.
        let is_between = |found: &Mention| several && found.sentence == self.number && self.brings_together(found);
        let may_be = |mention: &Mention| fits(mention) && !is_barred(mention) && !is_between(mention);
        let here = self.mentions.get(self.number)?;
        // "Peru and Chile agreed, the ministry said, after they met": those who act together before it.
        let before = here.iter().rev().filter(|mention| several && mention.head < self.token && !is_barred(mention));
        let joined = before.clone().find(|mention| {
            let label = self.sentence.token(mention.head).map(|token| token.label);
            label == Some(Label::Nsubj) && self.coordinated(mention).len() > 1
        });
        if let Some(mention) = joined {
            return Some(as_found(mention, "those who act together before it".to_owned(), NEAR));
        }
        // The subject of a clause above, the nearest first.
        let own = self.sentence.token(self.token)?;
        let mut above = self.sentence.ancestors(self.token);
        if matches!(own.label, Label::Nsubj | Label::NsubjPass) {
            above.next();
        }
        let mut below = own.head;
        for clause in above {
            // "Quispe said that the envoy would go and that she was recalling hers": whoever says both.
            if below.replace(clause).is_some_and(|below| self.is_also_said(below)) {
                continue;
            }
            for subject in clause::subject(self.sentence, clause, 0) {
                // "The island nation of Nauru".
                let is_subject = |mention: &&Mention| mention.covers(subject) || self.is_country_of(subject, mention);
                if subject < self.token
                    && let Some(mention) = here.iter().filter(is_subject).find(|mention| may_be(mention))
                {
                    return Some(as_found(mention, format!("the subject of \"{}\"", self.word(clause)), NEAR));
                }
            }
        }
        if let Some(mention) = self.acting_in_said(own, here).filter(|mention| may_be(mention)) {
            return Some(as_found(mention, "who acts in what is said".to_owned(), NEAR));
        }
        // "\"We urge Peru to leave,\" the ministry said" is of another than Peru.
        let is_free = |mention: &Mention| own.quotation.is_some() || !self.is_quoted(mention.head);
        let is_before = |mention: &&Mention| mention.head < self.token && is_named(mention) && is_free(mention);
        let before = || here.iter().rev().filter(is_before).filter(|mention| may_be(mention));
        let is_subject_here = |mention: &&Mention| {
            let label = self.sentence.token(mention.head).map(|token| token.label);
            matches!(label, Some(Label::Nsubj | Label::NsubjPass))
        };
        if let Some(mention) = before().find(is_subject_here) {
            return Some(as_found(mention, "the subject before it in the sentence".to_owned(), NEAR));
        }
        // "Peru's policy on Chile is the same, the ministry said": that of Peru.
        let is_whose = |mention: &&Mention| {
            let token = self.sentence.token(mention.head).filter(|token| token.label == Label::Poss);
            let owned = token.and_then(|token| self.sentence.token(token.head?));
            clause::is_noun(own) && owned.is_some_and(|owned| owned.label == Label::Nsubj)
        };
        if let Some(mention) = before().find(is_whose) {
            return Some(as_found(mention, "whose the subject before it is".to_owned(), NEAR));
        }
        if let Some(mention) = before().next() {
            return Some(as_found(mention, "the nearest before it in the sentence".to_owned(), NEAR));
        }
        for back in 1..=REACH {
            let number = self.number.checked_sub(back)?;
            let (sentence, there) = (self.document.sentences().get(number)?, self.mentions.get(number)?);
            let fitting: Vec<&Mention> = there.iter().filter(|mention| fits(mention)).collect();
            // "A war between the neighbours killed many people. They signed": no people of nowhere.
            let is_known = |mention: &&Mention| !several || mention.parties.iter().any(|party| party.country.is_some());
            let last = || fitting.iter().rev().copied().find(is_known).or_else(|| fitting.last().copied());
            if let Some(mention) = self.acting_among(&fitting, sentence, several).or_else(last) {
                let how = format!("named {back} sentence{} before", if back == 1 { "" } else { "s" });
                return Some(as_found(mention, how, FAR));
            }
        }
        None
    }

    /// Returns the tokens of whoever acts on the pronoun: "accused it" is said of another.
    fn barred(&self) -> Vec<usize> {
        let Some(token) = self.sentence.token(self.token).filter(|token| token.tag == Tag::Prp) else {
            return Vec::new();
        };
        let is_object = matches!(token.label, Label::Dobj | Label::Dative | Label::Pobj);
        let verb =
            self.sentence.ancestors(self.token).find(|&above| self.sentence.token(above).is_some_and(clause::is_verb));
        let is_reflexive = self.ontology.references().is_reflexive(&token.lower);
        let (true, false, Some(verb)) = (is_object, is_reflexive, verb) else { return Vec::new() };
        let mut tokens = clause::subject(self.sentence, verb, 0);
        let mut at = 0;
        while let Some(&token) = tokens.get(at) {
            // "Ana Quispe, a Peruvian official, welcomed it": what she is, is no more meant than she.
            let more = self.sentence.children(token);
            let more = more.filter(|(_, below)| matches!(below.label, Label::Conj | Label::Appos));
            tokens.extend(more.map(|(index, _)| index).collect::<Vec<_>>());
            at += 1;
        }
        tokens
    }

    /// Returns whom a description means.
    fn described(&self, kind: DescriptionKind, noun: &str) -> Option<Antecedent> {
        match kind {
            DescriptionKind::Pair => self.apposed().or_else(|| self.pair(noun)).or_else(|| self.sharing()),
            DescriptionKind::Couple => self.apposed().or_else(|| self.couple()).or_else(|| self.sharing()),
            DescriptionKind::Group(count) => self.group(count),
            DescriptionKind::Listed => self.listed(),
            // "The leaders" are not one of those named before, unless he is of a bloc and they are its leaders.
            DescriptionKind::Person if self.is_plural() => self
                .introduced_as(noun)
                .or_else(|| {
                    self.antecedent(false, &|mention| mention.parties.iter().any(|party| self.is_of_bloc(party)))
                })
                .or_else(|| self.part_of_state(noun)),
            DescriptionKind::Person => self.person(noun),
            DescriptionKind::Country => self.country(),
            DescriptionKind::Organisation => self.apposed_body().or_else(|| self.named_so(noun)).or_else(|| {
                // "World leaders" are no body.
                let is_body = |party: &Participant| {
                    matches!(party.kind, ActorKind::Organisation | ActorKind::Group)
                        && !mention::is_nowhere(&party.id.root())
                };
                self.antecedent(false, &|mention| mention.parties.iter().any(is_body)).or_else(|| self.body_of_part())
            }),
            DescriptionKind::Ministry => self.named_so(noun).or_else(|| self.part_of_state(noun)),
            DescriptionKind::Government => self.part_of_state(noun),
            DescriptionKind::Neighbor => self.neighbor(),
            DescriptionKind::Rival => self.rival(),
            DescriptionKind::Host => self.host(),
            DescriptionKind::Document => self.issuer(noun),
            DescriptionKind::Bloc => self.bloc_told(),
        }
    }

    /// Tells whether somebody is in office in an organisation.
    fn is_of_bloc(&self, party: &Participant) -> bool {
        let root = self.ontology.roster().actor(&party.party().root());
        party.kind == ActorKind::Person && root.is_some_and(|root| root.kind == ActorKind::Organisation)
    }

    fn is_plural(&self) -> bool {
        self.sentence.token(self.token).is_some_and(|token| matches!(token.tag, Tag::Nns | Tag::Nnps))
    }

    fn word(&self, index: usize) -> &str {
        self.sentence.token(index).map_or("", |token| &*token.text)
    }
}

/// Tells whether a noun stands for two or more named before: where nobody was, they are nobody's.
fn is_group(sentence: &Sentence, token: usize, ontology: &Ontology) -> bool {
    let Some(lemma) = lemma_of(sentence, token) else { return false };
    let groups = |kind: DescriptionKind| {
        matches!(kind, DescriptionKind::Pair | DescriptionKind::Couple | DescriptionKind::Group(_))
    };
    let before: Vec<&str> = sentence
        .children(token)
        .filter(|(index, below)| *index < token && matches!(below.label, Label::Det | Label::Nummod | Label::Predet))
        .map(|(_, below)| &*below.lower)
        .collect();
    // "Three opposition leaders" are new; "the two West African neighbours" are not.
    let words: Vec<&str> = sentence.tokens.iter().take(token).map(|word| &*word.text).collect();
    let is_kind = |below: &Token| match below.label {
        Label::Compound => !matches!(below.tag, Tag::Nnp | Tag::Nnps),
        label => label == Label::Amod,
    };
    let is_new =
        sentence.children(token).any(|(_, below)| is_kind(below)) && ontology.references().area(&words).is_none();
    let is_plural = !is_new && sentence.token(token).is_some_and(|word| matches!(word.tag, Tag::Nns | Tag::Nnps));
    let descriptions = ontology.references().descriptions(&lemma).iter();
    let mut groups = descriptions.filter(|one| groups(one.kind));
    is_plural && groups.any(|one| one.determiners.iter().any(|word| before.contains(&word.as_str())))
}

fn is_named(mention: &Mention) -> bool {
    !matches!(mention.form, Form::Pronoun | Form::Place | Form::Unknown | Form::Bystander | Form::Located)
}

/// Tells whether a mention names but those of another.
fn is_of_one(named: &Mention, mention: &Mention) -> bool {
    mention.parties.iter().all(|party| named.parties.iter().any(|other| other.id == party.id))
}

/// Tells whether a mention may be what a pronoun stands for.
fn agrees(kind: PronounKind, mention: &Mention, ontology: &Ontology) -> bool {
    let several = mention.parties.len() > 1;
    !matches!(mention.form, Form::Place | Form::Bystander)
        && mention.parties.iter().any(|party| match kind {
            PronounKind::Man | PronounKind::Woman => {
                party.kind == ActorKind::Person
                    && !several
                    && ontology.roster().is_woman(&party.id).is_none_or(|woman| woman == (kind == PronounKind::Woman))
            }
            PronounKind::Thing => party.kind != ActorKind::Person && !several && mention.form != Form::Agent,
            PronounKind::Several => several || party.kind != ActorKind::Person,
            PronounKind::OwnSide => false,
        })
}

fn span_of(sentence: &Sentence, tokens: &std::ops::Range<usize>) -> Option<Span> {
    let first = sentence.token(tokens.start)?;
    let last = sentence.token(tokens.end.checked_sub(1)?)?;
    Some(first.span.join(last.span))
}
