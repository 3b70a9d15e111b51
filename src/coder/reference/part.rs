//! Descriptions that stand for people and bodies of a state: "the chancellor", "the council", "its ministry".

use super::{Antecedent, FAR, FAR_REACH, NEAR, REACH, Resolver, is_group, is_named, is_of_any};
use crate::coder::clause;
use crate::coder::frame::{held, lemma_of};
use crate::coder::mention::{Form, Mention};
use crate::english::tag::{Label, Tag};
use crate::english::{Sentence, Token};
use crate::model::category::{ActorKind, Sector};
use crate::model::event::Participant;
use crate::model::id::ActorId;
use crate::ontology::reference::{DescriptionKind, PronounKind};

/// So many named together are named in passing.
const SEVERAL: usize = 3;

impl Resolver<'_> {
    /// Tells whether a possessor is another than whoever acts on what it has: "Peru blocked its accession".
    pub(super) fn is_of_another(&self, word: &Token) -> bool {
        let Some(noun) = word.head.filter(|_| word.tag == Tag::PrpPoss) else { return false };
        let object = self.sentence.token(noun).filter(|noun| matches!(noun.label, Label::Dobj | Label::Dative));
        let Some(verb) = object.and_then(|object| object.head) else { return false };
        // "Ordered its diplomats to leave Peru": its own.
        let leaves = |clause: usize| self.sentence.child(clause, Label::Dobj).is_some();
        let is_sent_out = self.sentence.child(verb, Label::Xcomp).is_some_and(leaves);
        let lemmas = lemma_of(self.sentence, noun).zip(self.sentence.token(verb).map(|verb| &verb.lemma));
        !is_sent_out && lemmas.is_some_and(|(noun, verb)| self.ontology.references().is_of_another(verb, &noun))
    }

    /// Returns those whom the verb of a pronoun that acts names as acted on: "it accused Peru" is said of another.
    pub(super) fn named_beside(&self) -> Vec<&Mention> {
        let acts = self.sentence.token(self.token).filter(|token| token.label == Label::Nsubj);
        let (Some(verb), Some(here)) = (acts.and_then(|token| token.head), self.mentions.get(self.number)) else {
            return Vec::new();
        };
        let objects = self.sentence.children(verb).filter(|(_, below)| below.label == Label::Dobj);
        let heads: Vec<usize> = objects.map(|(index, _)| index).chain(held(self.sentence, verb)).collect();
        let is_beside = |mention: &&Mention| match mention.form {
            // "He thanked Peru's president": another than he.
            Form::Name | Form::Title => heads.contains(&mention.head),
            Form::Adjective => self.is_of_object(mention.head, verb),
            _ => false,
        };
        here.iter().filter(is_beside).collect()
    }

    /// Tells whether an adjective says whose that is which a verb's object is of: "banned imports of Chilean wine".
    fn is_of_object(&self, adjective: usize, verb: usize) -> bool {
        let above = |index: usize| self.sentence.token(index).and_then(|token| token.head);
        let noun =
            above(adjective).filter(|&noun| self.sentence.token(noun).is_some_and(|noun| noun.label == Label::Pobj));
        let object = noun.and_then(above).and_then(above);
        object.is_some_and(|object| {
            self.sentence.token(object).is_some_and(|token| token.label == Label::Dobj && token.head == Some(verb))
        })
    }

    /// Tells whether a mention is the subject of a main clause of a sentence before; one who only says something is meant by
    /// nobody but one who says something more: "Chile broke the pact, Peru's ministry said. It warned".
    pub(super) fn is_of_main_clause(&self, sentence: &Sentence, mention: &Mention) -> bool {
        let mut verb = sentence.token(mention.head).and_then(|token| token.head);
        let token = |index: Option<usize>| index.and_then(|index| sentence.token(index));
        while let Some(joined) = token(verb).filter(|token| token.label == Label::Conj) {
            verb = joined.head;
        }
        let speaks = |number: usize, covers: &dyn Fn(usize) -> bool| {
            self.speakers.all().iter().any(|said| said.sentence == number && covers(said.speaker))
        };
        let is_speaker = speaks(mention.sentence, &|speaker| mention.covers(speaker));
        let goes_on = || speaks(self.number, &|speaker| speaker == self.token);
        token(verb).is_some_and(|verb| verb.label == Label::Root) && (!is_speaker || goes_on())
    }

    /// Tells whether a possessor has what no organisation has: "the bloc suspended Peru after its government".
    pub(super) fn is_of_ruled(&self, word: &Token) -> bool {
        let noun = word.head.filter(|_| word.tag == Tag::PrpPoss).and_then(|noun| lemma_of(self.sentence, noun));
        noun.is_some_and(|noun| self.ontology.references().is_governing(&noun))
    }

    /// Returns the states of those whose countries a possessor names: "said his country had left".
    pub(super) fn of_homeland(&self, word: &Token, found: Antecedent) -> Antecedent {
        let noun = word.head.filter(|_| word.tag == Tag::PrpPoss).and_then(|noun| lemma_of(self.sentence, noun));
        if !noun.is_some_and(|noun| self.ontology.references().is_homeland(&noun)) {
            return found;
        }
        let state = |party: Participant| match party.kind {
            ActorKind::Person => self.ontology.roster().participant(party.party(), self.day).unwrap_or(party),
            _ => party,
        };
        Antecedent { parties: found.parties.into_iter().map(state).collect(), ..found }
    }

    /// Tells whether the noun that the token heads belongs to somebody named after it, or to several named before; what
    /// acts may be told by where it comes from: "troops from the two countries clashed".
    pub(super) fn belongs_to_named(&self) -> bool {
        let Some(here) = self.mentions.get(self.number) else { return false };
        let references = self.ontology.references();
        let acts = self.sentence.token(self.token).is_some_and(|token| token.label == Label::Nsubj);
        let is_owner =
            |word: &str| references.is_owner_preposition(word) || acts && references.is_origin_preposition(word);
        let prepositions = self.sentence.children(self.token);
        let prepositions = prepositions
            .filter(|(index, below)| *index > self.token && below.label == Label::Prep && is_owner(&below.lower));
        prepositions.flat_map(|(preposition, _)| clause::objects(self.sentence, preposition)).any(|owner| {
            let is_named = here.iter().any(|mention| mention.covers(owner) && mention.form != Form::Unknown);
            is_named || is_group(self.sentence, owner, self.ontology)
        })
    }

    /// Returns the person in office whom the description names beside it: "the then foreign minister, Ana Quispe,".
    pub(super) fn named_beside_title(&self) -> Option<Antecedent> {
        let is_person = |party: &Participant| party.kind == ActorKind::Person && party.country.is_some();
        self.named_as(is_person, "named beside the title")
    }

    /// Returns the body that stands beside the description as its name: "the rebel group Hezbollah".
    pub(super) fn apposed_body(&self) -> Option<Antecedent> {
        let is_body = |party: &Participant| matches!(party.kind, ActorKind::Organisation | ActorKind::Group);
        self.named_as(is_body, "named beside it")
    }

    /// Returns whoever stands beside the description as its name, where all of them fit.
    fn named_as(&self, fits: impl Fn(&Participant) -> bool, how: &str) -> Option<Antecedent> {
        let is_name = |mention: &&Mention| mention.form == Form::Name && mention.parties.iter().all(&fits);
        let named = self.beside(|label| label == Label::Appos).find(is_name)?;
        Some(Antecedent::of(named, how.to_owned(), NEAR))
    }

    /// Returns the person whom a title without a name means, else the office of the state that it is of.
    pub(super) fn person(&self, title: &str) -> Option<Antecedent> {
        let last_named = || {
            let (own, apart) = (self.own_clause(), self.set_apart());
            let is_person = |party: &Participant| party.kind == ActorKind::Person;
            let is_other = |mention: &Mention| self.is_one_of(mention, &own) || is_of_any(mention, &apart);
            self.antecedent(false, &|mention| mention.parties.iter().any(is_person) && !is_other(mention))
        };
        self.named_beside_title()
            .or_else(|| self.titled(title))
            .or_else(|| self.introduced_as(title))
            .or_else(last_named)
            .or_else(|| self.part_of_state(title))
    }

    /// Returns the person last named with a title: "the chancellor" after "Chancellor Ana Quispe".
    pub(super) fn titled(&self, title: &str) -> Option<Antecedent> {
        let own = self.own_clause();
        for back in 0..=REACH {
            let number = self.number.checked_sub(back)?;
            let (sentence, there) = (self.document.sentences().get(number)?, self.mentions.get(number)?);
            let is_before = |mention: &Mention| back > 0 || mention.head < self.token;
            let is_own = |mention: &Mention| back == 0 && own.iter().any(|&subject| mention.covers(subject));
            let bears_title = |mention: &Mention| {
                let beside = sentence.children(mention.head).filter(|(_, below)| below.label == Label::Compound);
                let words = mention.tokens.clone().chain(beside.map(|(index, _)| index));
                words
                    .filter(|index| *index != mention.head)
                    .any(|index| sentence.token(index).is_some_and(|word| word.lemma.to_lowercase() == title))
            };
            let found = there.iter().rev().filter(|mention| is_before(mention) && !is_own(mention)).find(|mention| {
                mention.parties.iter().all(|party| party.kind == ActorKind::Person) && bears_title(mention)
            });
            if let Some(mention) = found {
                return Some(Antecedent::of(mention, format!("last named as {title}"), FAR));
            }
        }
        None
    }

    /// Returns whoever was last introduced with a noun: "the official" after "a Peruvian defence official".
    pub(super) fn introduced_as(&self, noun: &str) -> Option<Antecedent> {
        let own = self.own_clause();
        let are_several = self.sentence.token(self.token)?.tag == Tag::Nns;
        (self.number.saturating_sub(REACH)..=self.number).rev().find_map(|number| {
            let (sentence, there) = (self.document.sentences().get(number)?, self.mentions.get(number)?);
            let is_before = |mention: &Mention| number < self.number || mention.head < self.token;
            let is_own = |mention: &Mention| number == self.number && own.iter().any(|&at| mention.covers(at));
            let is_one = |at: usize| {
                sentence.token(at).is_some_and(|token| (token.tag == Tag::Nns) == are_several && clause::is_noun(token))
                    && lemma_of(sentence, at).is_some_and(|lemma| lemma == noun)
            };
            // "A Peruvian defence ministry official": the ministry stands before its official, which may pass for an adjective.
            let bears = |mention: &Mention| {
                let before = sentence.token(mention.head).filter(|token| token.label == Label::Compound);
                let last = mention.tokens.end.checked_sub(1).and_then(|last| sentence.token(last));
                is_one(mention.head)
                    || before.and_then(|token| token.head).is_some_and(is_one)
                    || last.is_some_and(|last| last.tag == Tag::Jj && *last.lower == *noun)
            };
            // Also one of no known state: the next official who is known is another.
            let is_known = |mention: &Mention| {
                (are_several || mention.parties.len() == 1)
                    && !matches!(mention.form, Form::Place | Form::Adjective | Form::Pronoun | Form::Unknown)
            };
            let fits =
                |mention: &&Mention| is_before(mention) && !is_own(mention) && bears(mention) && is_known(mention);
            let found = there.iter().rev().find(fits)?;
            Some(Antecedent::of(found, format!("last introduced as {noun}"), FAR))
        })
    }

    /// Returns the body last named with a noun: "the council" after "the Security Council". An owner, or the capital that
    /// opens the sentence, tells more.
    pub(super) fn named_so(&self, noun: &str) -> Option<Antecedent> {
        if self.sentence.child(self.token, Label::Poss).is_some() || self.opening_place().is_some() {
            return None;
        }
        (self.number.saturating_sub(FAR_REACH)..=self.number).rev().find_map(|number| {
            let (sentence, there) = (self.document.sentences().get(number)?, self.mentions.get(number)?);
            let bears = |mention: &Mention| {
                let last = mention.tokens.end.checked_sub(1).and_then(|last| sentence.token(last));
                let is_it = last.is_some_and(|last| last.tag == Tag::Nnp && last.lower.as_ref() == noun);
                is_it && mention.tokens.len() > 1
            };
            let is_before = |mention: &Mention| number < self.number || mention.head < self.token;
            let is_body = |mention: &Mention| mention.form == Form::Name && is_before(mention);
            let found = there.iter().rev().find(|mention| is_body(mention) && bears(mention))?;
            Some(Antecedent::of(found, format!("last named with the word {noun:?}"), FAR))
        })
    }

    /// Returns the organisation whose officials were named last: "the bloc" after "the EU trade chief".
    pub(super) fn body_of_part(&self) -> Option<Antecedent> {
        let roster = self.ontology.roster();
        (self.number.saturating_sub(REACH)..=self.number).rev().find_map(|number| {
            let before = |mention: &&Mention| number < self.number || mention.head < self.token;
            let parties = self.mentions.get(number)?.iter().rev().filter(before).flat_map(|mention| &mention.parties);
            let roots = parties.map(|party| party.party().root());
            let body = roots.filter_map(|root| roster.participant(&root, self.day));
            let found = body.into_iter().find(|party| party.kind == ActorKind::Organisation)?;
            Some(Antecedent { parties: vec![found], how: "whose officials were named".to_owned(), confidence: FAR })
        })
    }

    /// Returns the organisation of states that acts in the sentence before one in which its leaders act, of whom nothing else
    /// is said: "leaders also threatened" after "the European Union imposed".
    pub(super) fn bloc_told(&self) -> Option<Antecedent> {
        let word = self.sentence.token(self.token)?;
        let is_bare = self.sentence.children(self.token).all(|(_, below)| below.label == Label::Det);
        let number = self.number.checked_sub(1).filter(|_| is_bare && word.label == Label::Nsubj)?;
        let (sentence, there) = (self.document.sentences().get(number)?, self.mentions.get(number)?);
        let is_subject = |mention: &&Mention| {
            let label = sentence.token(mention.head).map(|token| token.label);
            label == Some(Label::Nsubj) && self.is_of_main_clause(sentence, mention)
        };
        let found = there.iter().find(is_subject)?;
        let [party] = found.parties.as_slice() else { return None };
        let mut members = self.ontology.roster().members(&party.id, self.day);
        members.next()?;
        Some(Antecedent::of(found, "the organisation that acts before".to_owned(), FAR))
    }

    /// Returns the ministry or government of the state that its owner, or the sentence, names.
    pub(super) fn part_of_state(&self, noun: &str) -> Option<Antecedent> {
        // "Its embassy staff": the owner stands with the noun that the embassy stands before.
        let compound = self.sentence.token(self.token).filter(|token| token.label == Label::Compound);
        let of_whole = || compound.and_then(|token| self.sentence.child(token.head?, Label::Poss));
        let owner = self.sentence.child(self.token, Label::Poss).or_else(of_whole);
        let of_owner = owner.and_then(|owner| {
            self.mentions
                .get(self.number)?
                .iter()
                .find(|mention| mention.covers(owner))
                .map(|mention| mention.parties.clone())
        });
        let (parties, how) = match of_owner {
            Some(parties) => (parties, "its owner".to_owned()),
            None if let Some(state) = self.beside_part() => (state, "those it is told with".to_owned()),
            None if let Some(state) = self.of_described() => (state, "the country whose it is".to_owned()),
            None if let Some(side) = self.own_side_in_quotation() => (side.parties, side.how),
            None if let Some(state) = self.state_of_rebels(noun) => (state, "the armed group that speaks".to_owned()),
            None if let Some(own) = self.said_of_itself() => (own, "what it tells of itself".to_owned()),
            None if let Some(state) = self.body_told(noun) => (state, "the one told of before".to_owned()),
            None if let Some(body) = self.body_spoken_for() => (body, "the body told of before".to_owned()),
            None if let Some(envoy) = self.mission_told(noun) => (envoy, "the envoy told of before".to_owned()),
            None if let Some(place) = self.opening_place() => (place, "the capital that opens the sentence".to_owned()),
            None if let Some(place) = self.speaking_place(noun) => (place, "the place where it speaks".to_owned()),
            None if let Some(place) = self.place_of_deed(noun) => (place, "the place where it acts".to_owned()),
            None if let Some(state) = self.only_body_told(noun) => (state, "the one told of before".to_owned()),
            None => {
                let stated = |mention: &Mention| {
                    mention.parties.iter().any(|party| {
                        matches!(party.kind, ActorKind::State | ActorKind::Institution | ActorKind::Person)
                    })
                };
                // "Cut ties after police raided the embassy in Lima, the ministry said": that of those who cut ties.
                let local = &self.ontology.frames().shared().local;
                let is_local = |party: &Participant| party.sector.as_ref().is_some_and(|sector| local.contains(sector));
                let blamed = self.blamed_in_said();
                let home = if blamed.is_empty() { None } else { self.home_of_report(&blamed) };
                let others = [self.called_here(), self.named_by_speaker(), self.set_apart(), blamed].concat();
                let is_caller = |mention: &Mention| {
                    let is_apart = || others.iter().any(|state| is_of(mention, state));
                    // "The Peruvian-brokered truce broke down as the army": whoever brought others together is none of them.
                    stated(mention) && !is_apart() && !self.brings_together(mention)
                };
                let is_abroad = |mention: &Mention| is_caller(mention) && !mention.parties.iter().all(is_local);
                // "The United States will leave Niger. The ruling junta": that of the one of the two that a junta rules.
                let of_ruled = self.ontology.references().area(&[noun]).and_then(|ruled| {
                    let is_ruled = |party: &Participant| party.country.as_ref().is_some_and(|it| ruled.contains(it));
                    self.antecedent(false, &|mention| is_abroad(mention) && mention.parties.iter().any(is_ruled))
                });
                if let Some(home) = home {
                    (home, "the report's place, which holds it against the other".to_owned())
                } else {
                    let found = of_ruled.or_else(|| self.antecedent(false, &is_abroad));
                    let found = found.or_else(|| self.antecedent(false, &is_caller))?;
                    (found.parties, found.how)
                }
            }
        };
        let words = self.phrase();
        let organs: Vec<Participant> = parties
            .iter()
            .filter_map(|party| party.country.as_ref())
            .filter_map(|country| self.ontology.roster().organ(country, &words, noun, self.day))
            .collect();
        (!organs.is_empty()).then_some(Antecedent {
            parties: organs,
            how: format!("of the state of {how}"),
            confidence: FAR,
        })
    }

    /// Returns the state of whoever people without an article are told with, where something is done to them all: "expelled Chile's
    /// ambassador and ten other embassy staff".
    fn beside_part(&self) -> Option<Vec<Participant>> {
        // "Embassy staff": the last noun stands in the row.
        let of_whole = self.sentence.token(self.token).filter(|token| token.label == Label::Compound);
        let noun = of_whole.and_then(|token| token.head).unwrap_or(self.token);
        let in_row = self.sentence.token(noun).filter(|token| token.label == Label::Conj)?;
        let first = in_row.head.filter(|_| self.sentence.child(noun, Label::Det).is_none())?;
        let label = self.sentence.token(first)?.label;
        let with = self.mentions.get(self.number)?.iter().find(|mention| mention.covers(first))?;
        let [party] = with.parties.as_slice() else { return None };
        let is_part = matches!(party.kind, ActorKind::Institution | ActorKind::Person) && party.country.is_some();
        let is_done_to = matches!(label, Label::Dobj | Label::Pobj | Label::NsubjPass);
        let state = self.ontology.roster().participant(party.country.as_ref()?, self.day)?;
        (is_part && is_done_to).then(|| vec![state])
    }

    /// Returns the state that a description under the noun means: "the government of the island nation".
    fn of_described(&self) -> Option<Vec<Participant>> {
        let references = self.ontology.references();
        let owners =
            self.sentence.children(self.token).filter(|(_, below)| references.is_owner_preposition(&below.lower));
        let mut nouns = owners.flat_map(|(of, _)| clause::objects(self.sentence, of));
        let is_country = |noun: &usize| {
            lemma_of(self.sentence, *noun).is_some_and(|lemma| {
                references.descriptions(&lemma).iter().any(|one| one.kind == DescriptionKind::Country)
            })
        };
        let token = nouns.find(is_country)?;
        let Self { document, mentions, speakers, ontology, day, home, number, sentence, .. } = *self;
        let there = Resolver { document, mentions, speakers, ontology, day, home, number, sentence, token };
        there.resolve().map(|found| found.parties)
    }

    /// Returns the state in which an armed group that speaks of "the government" is at home: "the rebels say the government must
    /// lift its ban".
    fn state_of_rebels(&self, noun: &str) -> Option<Vec<Participant>> {
        let kinds = self.ontology.references().descriptions(noun);
        kinds.iter().find(|one| one.kind == DescriptionKind::Government)?;
        let speaker = self.speakers.speaker_mention(self.number, self.token, self.mentions)?;
        let [rebels] = speaker.parties.as_slice() else { return None };
        let state = rebels.country.as_ref().filter(|_| rebels.kind == ActorKind::Group)?;
        self.ontology
            .roster()
            .participant(state, self.day)
            .filter(|state| state.kind == ActorKind::State)
            .map(|one| vec![one])
    }

    /// Returns the state of the capital that opens the sentence: "In Lima, the ministry".
    fn opening_place(&self) -> Option<Vec<Participant>> {
        let opens = |mention: &&Mention| mention.form == Form::Place && mention.tokens.start == 1;
        let place = self.mentions.get(self.number)?.iter().find(opens)?;
        let located =
            self.sentence.token(0).is_some_and(|word| self.ontology.references().is_location_preposition(&word.lower));
        located.then(|| place.parties.clone())
    }

    /// Returns the state of the place where a ministry says something: it does not travel. "The ministry said in Lima".
    fn speaking_place(&self, noun: &str) -> Option<Vec<Participant>> {
        let references = self.ontology.references();
        if !references.descriptions(noun).iter().any(|one| one.kind == DescriptionKind::Ministry) {
            return None;
        }
        let verb = self.sentence.token(self.token).filter(|token| token.label == Label::Nsubj)?.head?;
        let beside = self.sentence.children(verb).filter(|(index, below)| {
            *index > self.token && below.label == Label::Prep && references.is_location_preposition(&below.lower)
        });
        let mut under = beside.flat_map(|(preposition, _)| clause::objects(self.sentence, preposition));
        let here = self.mentions.get(self.number)?;
        let is_place = |mention: &&Mention, at: usize| mention.form == Form::Place && mention.covers(at);
        under
            .find_map(|at| here.iter().find(|one| is_place(one, at)))
            .filter(|_| self.speaks())
            .map(|one| one.parties.clone())
    }

    /// Tells whether the noun is who says something.
    fn speaks(&self) -> bool {
        self.speakers.all().iter().any(|said| (said.sentence, said.speaker) == (self.number, self.token))
    }

    /// Returns the state of the place where a body acts that acts at home alone: "after police stormed the embassy in Lima".
    fn place_of_deed(&self, noun: &str) -> Option<Vec<Participant>> {
        let references = self.ontology.references();
        let verb = self.sentence.token(self.token).filter(|token| token.label == Label::Nsubj)?.head?;
        let object = self.sentence.child(verb, Label::Dobj)?;
        let here = self.mentions.get(self.number)?;
        let located = |(index, below): (usize, &Token)| {
            let is_located = below.label == Label::Prep && references.is_location_preposition(&below.lower);
            is_located.then(|| clause::objects(self.sentence, index)).into_iter().flatten().next()
        };
        let place = self.sentence.children(object).chain(self.sentence.children(verb)).find_map(located)?;
        let place = here.iter().find(|mention| mention.form == Form::Place && mention.covers(place))?;
        let state = place.parties.first()?.country.as_ref()?;
        let body = self.ontology.roster().organ(state, &self.phrase(), noun, self.day)?;
        let is_local = |sector: &Sector| self.ontology.frames().shared().local.contains(sector);
        body.sector.as_ref().is_some_and(is_local).then(|| place.parties.clone())
    }

    /// Returns the states of those who are made to come where the noun is, or whom it calls in: "the Chilean envoy was summoned to
    /// the ministry", "the ministry called in Chile's envoy".
    fn called_here(&self) -> Vec<ActorId> {
        let token = |index: usize| self.sentence.token(index);
        let place = |noun: &Token| noun.head.and_then(|preposition| token(preposition)?.head);
        let verb = token(self.token).and_then(|noun| match noun.label {
            Label::Pobj => place(noun),
            Label::Nsubj => noun.head,
            _ => None,
        });
        let verb = verb.filter(|&verb| {
            lemma_of(self.sentence, verb).is_some_and(|verb| self.ontology.references().is_summoning(&verb))
        });
        let called = |(index, below): (usize, &Token)| match below.label {
            Label::NsubjPass | Label::Dobj => Some(index),
            // "Called in Chile's envoy", with the particle taken for a preposition.
            Label::Prep => {
                self.sentence.child(index, Label::Pobj).filter(|_| verb.is_some_and(|verb| verb + 1 == index))
            }
            _ => None,
        };
        let called = verb.into_iter().flat_map(|verb| self.sentence.children(verb)).find_map(called);
        let here = self.mentions.get(self.number).into_iter().flatten();
        let is_called = |mention: &&Mention, called: usize| {
            let above = token(mention.head).filter(|word| word.label == Label::Poss).and_then(|word| word.head);
            mention.covers(called) || above == Some(called)
        };
        let named =
            called.into_iter().flat_map(|called| here.clone().filter(move |mention| is_called(mention, called)));
        countries(named)
    }

    /// Returns the states that whoever speaks of "us" names, where the noun is who speaks: "\"We summoned the Chilean envoy,\" the
    /// ministry said".
    fn named_by_speaker(&self) -> Vec<ActorId> {
        let tokens = &self.sentence.tokens;
        let is_us = |token: &Token| self.ontology.references().pronoun(&token.lower) == Some(PronounKind::OwnSide);
        let quoted = tokens.iter().find(|token| token.quotation.is_some() && is_us(token)).filter(|_| self.speaks());
        let Some(quotation) = quoted.and_then(|token| token.quotation) else { return Vec::new() };
        let is_said = |mention: &&Mention| {
            self.sentence.token(mention.head).is_some_and(|head| head.quotation == Some(quotation))
        };
        let here = self.mentions.get(self.number).into_iter().flatten().filter(is_said);
        countries(here)
    }

    /// Returns the lower-case words of the noun with those before it, without its determiner.
    pub(super) fn phrase(&self) -> String {
        let mut words: Vec<&str> = self
            .sentence
            .children(self.token)
            .filter(|(index, below)| *index < self.token && matches!(below.label, Label::Compound | Label::Amod))
            .map(|(_, below)| &*below.lower)
            .collect();
        words.extend(self.sentence.token(self.token).map(|token| &*token.lower));
        words.join(" ")
    }

    /// Returns the one of the states named before that borders on the owner, or where no owner stands by it on whoever acts on
    /// it: "accused the southern neighbor of".
    pub(super) fn neighbor(&self) -> Option<Antecedent> {
        let here = self.mentions.get(self.number)?;
        let of = |owner: usize| here.iter().find(|mention| mention.covers(owner));
        // "Ana Quispe spoke of a breach by its neighbour": no body that was named before borders on anybody.
        let is_state = |owner: &&Mention| !are_bodies(owner);
        let owner = self.sentence.child(self.token, Label::Poss).and_then(of).filter(is_state);
        let owner = owner.or_else(|| self.own_clause().into_iter().find_map(of))?;
        let country = owner.parties.first()?.country.clone()?;
        // A land that broke away is no neighbor to speak of.
        let is_next =
            |other: &ActorId| other.root() != country.root() && self.ontology.roster().are_neighbors(&country, other);
        let borders =
            |mention: &Mention| mention.parties.iter().any(|party| party.country.as_ref().is_some_and(is_next));
        let is_meant = |mention: &&Mention| is_named(mention) && borders(mention);
        // Whoever is named only behind it is meant where nobody is before: "cut ties with its neighbour after Algiers had".
        let behind = here.iter().find(|mention| mention.head > self.token && is_meant(mention));
        // "Peru and Chile met in the presence of Bolivia's president. Peru accused its neighbour": the one it was named with.
        let with_it = |mention: &&Mention| {
            let beside = self.coordinated(mention);
            let holds =
                |fits: &dyn Fn(&ActorId) -> bool| beside.iter().filter_map(|one| one.country.as_ref()).any(fits);
            is_meant(mention) && holds(&|state| *state == country)
        };
        // "Peru, where people of Ghanaian descent live, met its neighbour": an adjective of what is told beside.
        let is_aside = |mention: &Mention| {
            let is_relative = |at: &usize| self.sentence.token(*at).is_some_and(|word| word.label == Label::Relcl);
            let clause = self.sentence.ancestors(mention.head).find(is_relative);
            mention.form == Form::Adjective && clause.is_some_and(|clause| !self.sentence.is_within(self.token, clause))
        };
        let is_first = |mention: &Mention| mention.head < self.token && !is_aside(mention);
        let is_here = here.iter().any(|mention| is_first(mention) && is_meant(&mention));
        let earlier = (0..self.number).rev().take(REACH).filter(|_| !is_here);
        let together = earlier.filter_map(|number| self.mentions.get(number)).flatten().find(with_it);
        // "Flights to Chile, Brazil and Ghana": whoever is named in passing among others is meant where nobody else is.
        let is_alone = |mention: &&Mention| {
            let beside = self.coordinated(mention);
            beside.len() < SEVERAL || beside.iter().any(|one| one.country.as_ref() == Some(&country))
        };
        let near = |is_wanted: &dyn Fn(&&Mention) -> bool| {
            (0..=self.number).rev().take(REACH).find_map(|number| {
                let there = self.mentions.get(number)?;
                let is_before = |mention: &&Mention| number < self.number || is_first(mention);
                there.iter().rev().filter(is_before).find(|mention| is_meant(mention) && is_wanted(mention))
            })
        };
        let before = near(&is_alone).or_else(|| near(&|_| true));
        // Named long before, where no other neighbor is.
        let long_before = || {
            let state = |mention: &Mention| mention.parties.first().and_then(|party| party.country.clone());
            let mut told = self.mentions.get(..self.number)?.iter().flatten().filter(is_meant);
            let last = told.next_back()?;
            told.all(|other| state(other) == state(last)).then_some(last)
        };
        let found = together.or(before).or(behind).or_else(long_before)?;
        // Named by its embassy or its president, it is the state that is a neighbor.
        let states = found.parties.iter().filter_map(|party| party.country.as_ref());
        // "Peru shut its border with Chile. Its neighbour had accused Lima": nobody accuses himself, so the two are the other way round.
        let acts = self.sentence.token(self.token).is_some_and(|token| token.label == Label::Nsubj);
        let is_acted_on = |state: &ActorId| {
            let is_it = |mention: &&Mention| mention.parties.iter().any(|party| party.country.as_ref() == Some(state));
            let mut after = here.iter().filter(|mention| mention.head > self.token && is_named(mention));
            acts && after.any(|mention| is_it(&mention) && self.is_object_of_own(mention.head))
        };
        let states = states.filter(|state| is_next(state));
        let states = states.map(|state| if is_acted_on(state) { &country } else { state });
        let parties: Vec<Participant> =
            states.filter_map(|state| self.ontology.roster().participant(state, self.day)).collect();
        (!parties.is_empty()).then(|| Antecedent { parties, how: format!("borders on {country}"), confidence: FAR })
    }

    /// Tells whether the verb whose subject the token is acts on a noun.
    fn is_object_of_own(&self, noun: usize) -> bool {
        let own = self.sentence.token(self.token).and_then(|token| token.head);
        let object = self.sentence.token(noun).filter(|object| matches!(object.label, Label::Dobj | Label::Dative));
        own.is_some() && object.and_then(|object| object.head) == own
    }

    /// Returns the two told of last that border on each other, where others were named since: "accused Chile. Ghana left. The two
    /// neighbors".
    pub(super) fn bordering(&self) -> Option<Antecedent> {
        let told = self.mentions.get(..=self.number)?.iter().flatten();
        let states = self.countries(told.filter(|mention| is_named(mention) && self.is_of_states(mention)));
        let roster = self.ontology.roster();
        let is_next = |one: &ActorId| states.iter().any(|other| one != other && roster.are_neighbors(one, other));
        let found = self.pair_of(&|mention| {
            self.is_of_states(mention) && mention.parties.iter().filter_map(|party| party.country.as_ref()).any(is_next)
        })?;
        match found.parties.as_slice() {
            [one, other] if roster.are_neighbors(&one.id, &other.id) => Some(found),
            _ => None,
        }
    }
}

/// Tells whether a mention is of organisations alone.
pub(super) fn are_bodies(mention: &Mention) -> bool {
    mention.parties.iter().all(|party| party.kind == ActorKind::Organisation)
}

/// Returns the states of those whom some mentions name.
fn countries<'m>(mentions: impl Iterator<Item = &'m Mention>) -> Vec<ActorId> {
    mentions.flat_map(|mention| &mention.parties).filter_map(|party| party.country.clone()).collect()
}

/// Tells whether a mention is of somebody of a state.
fn is_of(mention: &Mention, state: &ActorId) -> bool {
    mention.parties.iter().any(|party| party.country.as_ref() == Some(state))
}
