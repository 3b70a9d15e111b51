//! Whose something is that is told to be somebody's own or that another answers, and who is no thing.

use super::{Antecedent, NEAR, Resolver, agrees, is_group, is_named};
use crate::coder::clause;
use crate::coder::frame::lemma_of;
use crate::coder::mention::{Form, Mention};
use crate::english::tag::{Label, Tag};
use crate::english::{Sentence, Token};
use crate::model::category::ActorKind;
use crate::model::event::Participant;
use crate::ontology::lexicon::mode::Particle;
use crate::ontology::reference::{DescriptionKind, PronounKind};

impl Resolver<'_> {
    /// Tells whether the pronoun is for somebody, in a clause that is joined to another by a "that" of its own.
    pub(super) fn is_also_said(&self, clause: usize) -> bool {
        let kind = self.ontology.references().pronoun(&self.word(self.token).to_lowercase());
        matches!(kind, Some(PronounKind::Man | PronounKind::Woman))
            && self.sentence.token(clause).is_some_and(|token| token.label == Label::Conj && token.tag.is_verb())
            && self.sentence.child(clause, Label::Mark).is_some()
    }

    /// Returns whom a clause tells of that begins with what is theirs: "Chile, whose troops left Peru".
    pub(super) fn whose(&self) -> Option<Antecedent> {
        let mut above = self.sentence.ancestors(self.token).filter_map(|index| self.sentence.token(index));
        let told = above.find(|token| token.label == Label::Relcl)?.head?;
        let of = self.mentions.get(self.number)?.iter().find(|mention| mention.covers(told))?;
        Some(Antecedent::of(of, "of whom the clause tells".to_owned(), NEAR))
    }

    /// Returns who acts in what somebody without a name of his own says behind it: "Peru has asked for talks over duties that
    /// Chile imposed, the ministry said".
    pub(super) fn acting_in_said<'m>(&self, speaker: &Token, here: &'m [Mention]) -> Option<&'m Mention> {
        let says = speaker.head.filter(|_| clause::is_noun(speaker) && speaker.label == Label::Nsubj)?;
        let said = self.sentence.child(says, Label::Ccomp).filter(|&said| said < self.token)?;
        let is_of_others = self.is_of_others(says, said);
        let acting = clause::subject(self.sentence, said, 0);
        here.iter().filter(|_| !is_of_others).find(|mention| self.is_one_of(mention, &acting))
    }

    /// Leaves out the side of whoever speaks in quotation marks, who would say "we" of it: "\"They do not comply,\" Peru's
    /// minister said".
    pub(super) fn without_own_side(&self, mut found: Antecedent) -> Antecedent {
        let speaker = self.speakers.speaker_mention(self.number, self.token, self.mentions);
        let own = speaker.filter(|_| self.is_quoted(self.token)).and_then(|speaker| speaker.parties.first());
        if let Some(own) = own.and_then(|own| own.country.as_ref()) {
            let is_other = |party: &Participant| party.country.as_ref() != Some(own);
            if found.parties.iter().any(is_other) {
                found.parties.retain(is_other);
            }
        }
        found
    }

    /// Tells whether a mention is of somebody in an office whose name is not told, for "he" and "she": "the Peruvian leader said
    /// he would leave".
    pub(super) fn is_one_in_office(&self, kind: PronounKind, mention: &Mention) -> bool {
        let [party] = mention.parties.as_slice() else { return false };
        let Some(sentence) = self.document.sentences().get(mention.sentence) else { return false };
        // "The captain, an ambassador for a Peruvian firm, said he": the captain.
        let is_one = sentence.token(mention.head).is_some_and(|noun| noun.tag == Tag::Nn && noun.label != Label::Appos);
        let lemma = lemma_of(sentence, mention.head).filter(|_| is_one && party.kind == ActorKind::Institution);
        let is_person = |noun: &str| {
            let kinds = self.ontology.references().descriptions(noun);
            kinds.iter().any(|one| one.kind == DescriptionKind::Person)
        };
        matches!(kind, PronounKind::Man | PronounKind::Woman)
            && matches!(mention.form, Form::Agent | Form::Title | Form::Description)
            && lemma.is_some_and(|noun| is_person(&noun))
    }

    /// Tells whether a token stands in quotation marks.
    pub(super) fn is_quoted(&self, index: usize) -> bool {
        self.sentence.token(index).is_some_and(|token| token.quotation.is_some())
    }

    /// Returns whoever is meant where the words around say so.
    pub(super) fn told_whose(&self, word: &Token, kind: PronounKind) -> Option<Antecedent> {
        let answered = || self.of_answered(word, kind);
        self.of_subject(word, kind)
            .or_else(|| self.of_content(word, kind))
            .or_else(|| self.of_speaking_agent(word, kind))
            .or_else(|| self.of_two_before(word, kind))
            .or_else(answered)
    }

    /// Returns the two or more who act together before it, for what is theirs where one alone acts here: "Peru and Chile agreed.
    /// Ghana hosted their leaders".
    fn of_two_before(&self, word: &Token, kind: PronounKind) -> Option<Antecedent> {
        let own = self.own_clause();
        let here =
            self.mentions.get(self.number).filter(|_| kind == PronounKind::Several && word.tag == Tag::PrpPoss)?;
        let doer = here.iter().find(|mention| self.is_one_of(mention, &own))?;
        let is_one = |token: &Token| !matches!(token.tag, Tag::Nns | Tag::Nnps);
        let alone = self.coordinated(doer).len() == 1 && self.sentence.token(doer.head).is_some_and(is_one);
        let before = (self.number.saturating_sub(1)..=self.number).rev().filter(|_| alone);
        before.into_iter().find_map(|number| {
            let (sentence, there) = (self.document.sentences().get(number)?, self.mentions.get(number)?);
            let acts = |mention: &&Mention| {
                let is_subject = sentence.token(mention.head).is_some_and(|token| token.label == Label::Nsubj);
                is_subject && is_named(mention) && (number < self.number || mention.head < self.token)
            };
            let together = |mention: &Mention| {
                let parties = self.coordinated(mention);
                let is_doer = |party: &Participant| doer.parties.iter().any(|one| one.country == party.country);
                (parties.len() > 1 && !parties.iter().any(is_doer)).then_some(parties)
            };
            let parties = there.iter().filter(acts).find_map(together)?;
            Some(Antecedent { parties, how: "those who act together before it".to_owned(), confidence: NEAR })
        })
    }

    /// Returns who acts in the main clause, for who acts in the clause before it, where the sentence before tells of no other who
    /// may be meant: "two years after it cut ties with Chile, Peru reopened its embassy".
    pub(super) fn of_main_clause(
        &self,
        word: &Token,
        kind: PronounKind,
        fits: &dyn Fn(&Mention) -> bool,
    ) -> Option<Antecedent> {
        if let Some(couple) = self.couple_above(word, kind) {
            return Some(couple);
        }
        let is_subject = |label: Label| matches!(label, Label::Nsubj | Label::NsubjPass);
        let clause = word.head.filter(|_| word.tag == Tag::Prp && is_subject(word.label))?;
        let is_apart = |token: &&Token| match token.label {
            Label::Advcl => true,
            // "Hours after she left, Quispe said": taken for what is said.
            Label::Ccomp => self.sentence.child(clause, Label::Mark).is_some(),
            _ => false,
        };
        let main = self.sentence.token(clause).filter(is_apart)?.head?;
        let &[acting] = clause::subject(self.sentence, main, 0).as_slice() else { return None };
        let here = self.mentions.get(self.number).filter(|_| clause < acting)?;
        // "Peru left. After it did so, Chile retaliated": whoever answers did not do it.
        let answers = self.sentence.token(main).is_some_and(|verb| {
            let words = &self.ontology.lexicon().mode;
            words.is(&verb.lemma, Particle::Reacting)
        });
        let subject = here.iter().find(|mention| mention.covers(acting)).filter(|_| !answers)?;
        let found = self.coordinated(subject);
        let is_other = |mention: &&Mention| {
            let there = self.document.sentences().get(mention.sentence);
            let acts = there.and_then(|there| there.token(mention.head)).is_some_and(|token| is_subject(token.label));
            let same = |party: &Participant| found.iter().any(|one| one.country == party.country);
            acts && fits(mention) && !mention.parties.iter().any(same)
        };
        let before = self.number.checked_sub(1).and_then(|before| self.mentions.get(before));
        let is_open = before.is_none_or(|before| !before.iter().any(|mention| is_other(&mention)));
        let is_earlier = |mention: &Mention| mention.head < self.token && is_named(mention) && fits(mention);
        let counts = (kind == PronounKind::Several) == (found.len() > 1);
        let is_meant = is_named(subject) && fits(subject) && counts && is_open && !here.iter().any(is_earlier);
        let how = "who acts in the clause behind".to_owned();
        is_meant.then_some(Antecedent { parties: found, how, confidence: NEAR.min(subject.confidence) })
    }

    /// Returns the firm or body without a name that says of itself what "it" does: "a Peruvian insurer said it had left".
    fn of_speaking_agent(&self, word: &Token, kind: PronounKind) -> Option<Antecedent> {
        let clause = word.head.filter(|_| kind == PronounKind::Thing && word.label == Label::Nsubj)?;
        let says = self.sentence.token(clause).filter(|clause| clause.label == Label::Ccomp)?.head?;
        let [speaker] = *clause::subject(self.sentence, says, 0) else { return None };
        self.sentence.token(speaker).filter(|noun| noun.tag == Tag::Nn && speaker < self.token)?;
        let mut here = self.mentions.get(self.number)?.iter();
        let of = here.find(|mention| mention.head == speaker && mention.form == Form::Agent)?;
        let is_body = |party: &Participant| party.country.is_some() && party.kind != ActorKind::Person;
        matches!(of.parties.as_slice(), [only] if is_body(only))
            .then(|| Antecedent::of(of, "whoever says so of itself".to_owned(), NEAR))
    }

    /// Returns whose that is of which a clause with "that" tells the content, for who acts in it: "regretted Peru's announcement
    /// that it was leaving".
    fn of_content(&self, word: &Token, kind: PronounKind) -> Option<Antecedent> {
        let clause = word.head.filter(|_| kind == PronounKind::Thing && word.label == Label::Nsubj)?;
        let told = self.sentence.token(clause).filter(|token| matches!(token.label, Label::Acl | Label::Relcl))?.head?;
        self.sentence.child(clause, Label::Mark).filter(|&mark| mark == told + 1)?;
        let owner = self.sentence.child(told, Label::Poss)?;
        let here = self.mentions.get(self.number)?;
        let of = here.iter().find(|mention| mention.covers(owner) && agrees(kind, mention, self.ontology))?;
        Some(Antecedent::of(of, "whose that is which the clause tells".to_owned(), NEAR))
    }

    /// Returns whoever acts in the clause, for what is told to be the own: "ordered his own ambassador to return".
    fn of_subject(&self, word: &Token, kind: PronounKind) -> Option<Antecedent> {
        let next = self.sentence.token(self.token + 1).filter(|_| word.tag == Tag::PrpPoss)?;
        if !self.ontology.references().is_own(&next.lower) {
            return None;
        }
        let subjects = self.own_clause();
        let here = self.mentions.get(self.number)?;
        let acts = |mention: &&Mention| self.is_one_of(mention, &subjects) && agrees(kind, mention, self.ontology);
        Some(Antecedent::of(here.iter().find(acts)?, "whoever acts, as it is the own".to_owned(), NEAR))
    }

    /// Returns the state whose office somebody holds who says something, for who acts in that, else the best antecedent.
    pub(super) fn office_or_antecedent(
        &self,
        word: &Token,
        kind: PronounKind,
        several: bool,
        fits: &dyn Fn(&Mention) -> bool,
    ) -> Option<Antecedent> {
        self.of_office(word, kind, fits).or_else(|| self.antecedent(several, fits))
    }

    /// Returns the state whose office somebody holds who says what the pronoun acts in, where it may be nobody else: "Peru's
    /// foreign minister said its sanctions would stay", "said it would leave".
    fn of_office(&self, word: &Token, kind: PronounKind, fits: &dyn Fn(&Mention) -> bool) -> Option<Antecedent> {
        let here = self.mentions.get(self.number).filter(|_| kind == PronounKind::Thing)?;
        let token = |index: usize| self.sentence.token(index);
        let acting = if word.tag == Tag::PrpPoss { token(word.head?)? } else { word };
        let acts = matches!(acting.label, Label::Nsubj | Label::NsubjPass);
        let said =
            acting.head.filter(|_| acts).filter(|&said| token(said).is_some_and(|said| said.label == Label::Ccomp));
        let verb = token(said?)?.head;
        let before = || here.iter().filter(|mention| mention.head < self.token);
        let says = |mention: &&Mention| {
            let is_office = |head: &Token| mention.form == Form::Title && matches!(head.tag, Tag::Nn | Tag::Nns);
            let head = token(mention.head).filter(|head| is_office(head) || self.holds_office(mention));
            head.is_some_and(|head| head.label == Label::Nsubj && head.head == verb)
        };
        if before().any(|mention| fits(mention) && is_named(mention)) {
            return None;
        }
        let state = before().find(says)?.parties.first()?.country.clone()?;
        let parties = vec![self.ontology.roster().participant(&state, self.day)?];
        Some(Antecedent { parties, how: "the state of the office named before".to_owned(), confidence: NEAR })
    }

    /// Returns toward whom something is done, for what it answers: "cut ties with Peru over the raid it made", "over its raid".
    fn of_answered(&self, word: &Token, kind: PronounKind) -> Option<Antecedent> {
        let noun = self.told_of(word).filter(|_| kind == PronounKind::Thing)?;
        let verb = self.answers(noun)?;
        let subjects = clause::subject(self.sentence, verb, 0);
        let here = self.mentions.get(self.number)?;
        let country = |mention: &Mention| mention.parties.first().and_then(|party| party.country.clone());
        let doer = here.iter().find(|mention| self.is_one_of(mention, &subjects)).and_then(country);
        // "Is criticized by Peru over its raid", "faces criticism from Peru over its raid": its own.
        if clause::is_passive(self.sentence, verb) {
            return None;
        }
        let object = self.sentence.child(verb, Label::Dobj).and_then(|object| lemma_of(self.sentence, object));
        let meets = object.is_some_and(|object| self.ontology.lexicon().mode.is(&object, Particle::Reacting));
        let is_from = |mention: &Mention| {
            let above = self.sentence.token(mention.head).and_then(|token| self.sentence.token(token.head?));
            above.is_some_and(|above| self.ontology.references().is_origin_preposition(&above.lower))
        };
        let is_another = |mention: &&Mention| {
            mention.head > verb
                && !(meets && is_from(mention))
                && mention.head < noun
                && is_named(mention)
                && self.sentence.is_within(mention.head, verb)
                && country(mention).is_some_and(|other| Some(other) != doer)
        };
        let toward = here.iter().rev().find(is_another)?;
        let how = "toward whom that is done which answers it".to_owned();
        if agrees(kind, toward, self.ontology) {
            return Some(Antecedent::of(toward, how, NEAR));
        }
        // "Expelled two Peruvian diplomats over the raid it made": Peru.
        let parties = vec![self.ontology.roster().participant(&country(toward)?, self.day)?];
        Some(Antecedent { parties, how, confidence: NEAR })
    }

    /// Returns the noun whose owner a pronoun names, or of which a clause tells where the pronoun acts.
    fn told_of(&self, word: &Token) -> Option<usize> {
        if word.tag == Tag::PrpPoss {
            // "Over its jailed citizens" may be said of those of either.
            return word.head.filter(|&noun| !is_group(self.sentence, noun, self.ontology));
        }
        let verbs = self.sentence.ancestors(self.token).filter(|_| word.label == Label::Nsubj);
        let mut verbs = verbs.filter_map(|verb| self.sentence.token(verb));
        verbs
            .find(|verb| !matches!(verb.label, Label::Conj | Label::Xcomp))
            .filter(|verb| verb.label == Label::Relcl)?
            .head
    }

    /// Returns the verb that tells how somebody answers what a noun names: "over", "in response to", "in protest at" it.
    fn answers(&self, noun: usize) -> Option<usize> {
        let words = &self.ontology.lexicon().mode;
        let (mut is_answer, mut is_under) = (false, false);
        for above in self.sentence.ancestors(noun) {
            let token = self.sentence.token(above)?;
            if clause::is_verb(token) {
                // "Regretted the decision, which it called hasty": not by whoever decided.
                return (is_answer || is_under && words.is(&token.lemma, Particle::Reacting)).then_some(above);
            }
            is_under |= token.label == Label::Prep;
            is_answer |= words.is(&token.lower, Particle::ReactedTo)
                || clause::is_noun(token) && words.is(&token.lemma, Particle::Reacting);
            // "In protest at the treatment of its citizens".
            if clause::is_noun(token) && !is_answer {
                return None;
            }
        }
        None
    }

    /// Tells whether a mention is of a person whose name stands behind the office: "trade minister Ana Quispe".
    pub(super) fn holds_office(&self, mention: &Mention) -> bool {
        let Some(sentence) = self.document.sentences().get(mention.sentence) else { return false };
        let is_office = |at: usize| {
            let lemma = lemma_of(sentence, at).filter(|_| at != mention.head);
            lemma.is_some_and(|lemma| self.ontology.references().is_office(&lemma))
        };
        let is_person = |party: &Participant| party.kind == ActorKind::Person && party.country.is_some();
        mention.parties.iter().all(is_person) && mention.tokens.clone().any(is_office)
    }

    /// Tells whether a mention is of somebody in an office, whom "it" does not stand for: "told the ambassador to leave after it".
    pub(super) fn is_official(&self, mention: &Mention) -> bool {
        let sentence = self.document.sentences().get(mention.sentence);
        let lemma = sentence.and_then(|sentence| lemma_of(sentence, mention.head));
        lemma.is_some_and(|lemma| self.ontology.references().is_office(&lemma))
    }

    /// Returns whoever acts in a sentence, first in its main clause; where a pronoun stands for several, those who are several first:
    /// "Peru says Chilean troops fired first. They shelled a village".
    pub(super) fn acting_among<'m>(
        &self,
        fitting: &[&'m Mention],
        sentence: &Sentence,
        several: bool,
    ) -> Option<&'m Mention> {
        let acts = |mention: &Mention| {
            sentence.token(mention.head).is_some_and(|token| matches!(token.label, Label::Nsubj | Label::NsubjPass))
        };
        let acting = || fitting.iter().copied().filter(|mention| acts(mention));
        let main = || acting().filter(|mention| self.is_of_main_clause(sentence, mention));
        let are_many = |mention: &&Mention| self.are_several(mention) || self.coordinated(mention).len() > 1;
        let many = if several { main().find(are_many).or_else(|| acting().find(are_many)) } else { None };
        many.or_else(|| main().next()).or_else(|| acting().next())
    }
}
