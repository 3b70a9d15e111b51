//! Whoever is told of an act that is toward nobody else: "informed Chile that it was leaving the treaty".

use super::Scene;
use super::absent::FORCE;
use super::kinds::parties;
use crate::coder::clause::{self, Arguments};
use crate::coder::context;
use crate::coder::frame::lemma_of;
use crate::coder::located::mission;
use crate::coder::mention::{self, Form, Mention};
use crate::coder::side::Role;
use crate::english::tag::{Label, Tag};
use crate::model::category::{ActorKind, Mode, PloverClass, Sector, Stance};
use crate::model::event::Participant;
use crate::ontology::frames::{Frame, Slot};
use crate::ontology::lexicon::speech::Cue;
use crate::ontology::reference::DescriptionKind;
use crate::ontology::types::TypeRule;

/// Tells whether somebody is of the state of one of some parties.
fn is_of(parties: &[Participant], one: &Participant) -> bool {
    one.country.is_some() && parties.iter().any(|party| party.country == one.country)
}

impl Scene<'_> {
    /// Returns who says what a noun behind it sums up, which the actors answer: "Peru accused Chile of spying, a charge Chile
    /// denied".
    pub(super) fn whose_claim(&self, actors: &[Participant]) -> Vec<&Mention> {
        let token = |index: usize| self.sentence.token(index);
        let noun = token(self.hit.trigger).filter(|token| token.label == Label::Relcl).and_then(|token| token.head);
        let summed = noun.and_then(token).filter(|noun| noun.label == Label::Appos);
        let verb = summed.and_then(|noun| noun.head).filter(|&verb| token(verb).is_some_and(clause::is_verb));
        let Some(verb) = verb else { return Vec::new() };
        let subjects = clause::subject(self.sentence, verb, 0);
        let is_other = |party: &Participant| !context::holds(actors, party) && !mention::is_nowhere(&party.id.root());
        let mentions = self.cast.mentions.iter();
        mentions
            .filter(|mention| subjects.iter().any(|&subject| mention.covers(subject)))
            .filter(|mention| mention.parties.iter().all(is_other))
            .collect()
    }

    /// Returns whoever the side that acts tells of it itself, where no third side stands in the words of the act.
    pub(super) fn addressee(&self, frame: &Frame, rule: &TypeRule, actors: &[Participant]) -> Vec<&Mention> {
        let told = self.told(frame, rule, actors).unwrap_or_default();
        if !told.is_empty() {
            return told;
        }
        let written = self.written_to(rule, actors);
        if written.is_empty() { self.visited_there(frame, rule, actors).into_iter().collect() } else { written }
    }

    /// Returns where the envoy who acts is posted, else whose neighbour the doer is said to be: "the Peruvian ambassador in Quito
    /// apologised", "Chile, Peru's southern neighbour, donated fuel".
    pub(super) fn beside_doer(&self, actors: &[Participant]) -> Vec<&Mention> {
        let (sentence, ontology) = (self.sentence, self.desk.ontology);
        let subjects = &self.hit.arguments.subject;
        let is_other = |mention: &&Mention| {
            let is_known = |party: &Participant| party.country.is_some() && !mention::is_nowhere(&party.id.root());
            mention.parties.iter().all(|party| is_known(party) && !is_of(actors, party))
        };
        let named = |noun: usize| self.cast.mentions.iter().filter(move |mention| mention.covers(noun));
        let is_envoy = |&&subject: &&usize| named(subject).any(|one| mission::is_envoy(sentence, one, ontology));
        let posts = subjects.iter().filter(is_envoy).flat_map(|&envoy| sentence.children(envoy));
        let posts = posts.filter(|(_, below)| below.label == Label::Prep && clause::is_place(&below.lower));
        let posts = posts.flat_map(|(preposition, _)| clause::objects(sentence, preposition));
        let found: Vec<&Mention> = posts.flat_map(named).filter(is_other).collect();
        if !found.is_empty() {
            return found;
        }
        let is_neighbour = |noun: usize| {
            let kinds = lemma_of(sentence, noun).map(|lemma| ontology.references().descriptions(&lemma));
            kinds.is_some_and(|kinds| kinds.iter().any(|one| one.kind == DescriptionKind::Neighbor))
        };
        let names = subjects.iter().flat_map(|&subject| sentence.children(subject));
        let names = names.filter(|&(noun, below)| below.label == Label::Appos && is_neighbour(noun));
        let owners = names.filter_map(|(noun, _)| sentence.child(noun, Label::Poss));
        owners.flat_map(named).filter(is_other).collect()
    }

    /// Tells whether a preposition says where something is or goes: neither whence nor whose.
    pub(super) fn is_toward_place(&self, word: &str) -> bool {
        let references = self.desk.ontology.references();
        clause::is_place(word) && !references.is_origin_preposition(word) && !references.is_owner_preposition(word)
    }

    /// Returns where the doer goes of whom a participle tells what he carries: "planes carrying food landed in Chile".
    pub(super) fn where_it_goes(&self, actors: &[Participant]) -> Vec<&Mention> {
        let sentence = self.sentence;
        let carries = sentence.token(self.hit.trigger).filter(|word| word.label == Label::Acl && word.tag == Tag::Vbg);
        let doer = carries.and_then(|word| sentence.token(word.head?)).filter(|doer| doer.label == Label::Nsubj);
        let Some(verb) = doer.and_then(|doer| doer.head) else { return Vec::new() };
        let going = clause::of_verb(sentence, verb);
        let is_to = |&&(preposition, _): &&(usize, usize)| {
            sentence.token(preposition).is_some_and(|word| self.is_toward_place(&word.lower))
        };
        let places = going.preps.iter().filter(is_to).map(|&(_, place)| place);
        let is_other = |party: &Participant| party.country.is_some() && !is_of(actors, party);
        let named = |place: usize| self.cast.mentions.iter().filter(move |mention| mention.covers(place));
        places.flat_map(named).filter(|mention| mention.parties.iter().all(is_other)).collect()
    }

    /// Returns to whom something is sent or written that says what a participle tells: "wrote to Chile demanding an apology".
    fn written_to(&self, rule: &TypeRule, actors: &[Participant]) -> Vec<&Mention> {
        let words = &self.desk.ontology.lexicon().speech;
        let told = self.sentence.token(self.hit.trigger).filter(|word| word.tag == Tag::Vbg && rule.spoken);
        let Some(verb) = told.filter(|word| word.label == Label::Advcl).and_then(|word| word.head) else {
            return Vec::new();
        };
        let links = self.sentence.children(verb).filter(|(at, below)| {
            matches!(below.label, Label::Prep | Label::Dative) && *at > verb && words.is(&below.lower, Cue::Addressee)
        });
        let heads = links.flat_map(|(link, _)| clause::objects(self.sentence, link));
        let is_other = |party: &Participant| !context::holds(actors, party) && !mention::is_nowhere(&party.id.root());
        heads.flat_map(|head| self.cast.at(head)).filter(|mention| mention.parties.iter().all(is_other)).collect()
    }

    /// Returns the other side that the article is about, where the words only lead to those of no known state whose freedom is
    /// asked for, or back to the official who speaks: "demanded the release of jailed activists", "Peru's minister regretted the
    /// government's decision".
    pub(super) fn instead(
        &self,
        frame: &Frame,
        rule: &TypeRule,
        actors: &[Participant],
        found: &[Participant],
    ) -> Option<Participant> {
        let shared = self.desk.ontology.frames().shared();
        // Soldiers are, neither officials nor parties.
        let government = self.desk.ontology.roster().government_sector();
        let is_held = |sector: &Sector| {
            !shared.political.contains(sector) || shared.crowd.contains(sector) && Some(sector) != government.as_ref()
        };
        let is_kept = |party: &Participant| {
            let is_nobody = mention::is_nowhere(&party.id.root()) || !party.binds && is_of(actors, party);
            is_nobody && party.sector.is_some_and(|sector| is_held(&sector))
        };
        let asks = self.desk.ontology.plover(rule.code(frame.cameo, Mode::Actual)) == Some(PloverClass::Request);
        let is_official = |party: &Participant| party.binds && shared.speaks_for_state(party.sector);
        let is_own = |party: &Participant| context::holds(actors, party);
        let opposes = frame.stance == Some(Stance::Opposes) && actors.iter().all(is_official);
        let is_meant = asks && found.iter().all(is_kept) || opposes && found.iter().all(is_own);
        self.other_of_pair(actors).filter(|_| !found.is_empty() && is_meant)
    }

    /// Returns the state of the place that a clause tells of in which the act stands: "flew to Lima, where she promised aid".
    fn visited_there(&self, frame: &Frame, rule: &TypeRule, actors: &[Participant]) -> Option<&Mention> {
        let score = self.desk.ontology.score(rule.code(frame.cameo, Mode::Actual));
        if !self.is_toward_somebody(frame, rule) || score.is_none_or(|score| score < 0.0) {
            return None;
        }
        let token = |index: usize| self.sentence.token(index);
        let up = std::iter::once(self.hit.trigger).chain(self.sentence.ancestors(self.hit.trigger));
        let mut clauses = up.filter_map(|index| token(index).map(|token| (index, token)));
        let (clause, told) = clauses.find(|(_, token)| token.label == Label::Relcl)?;
        let mut below = self.sentence.children(clause);
        below.find(|(_, word)| word.label == Label::Advmod && word.tag == Tag::Wrb)?;
        // "Ghana, where the opposition promised aid": nobody has gone there.
        let there =
            told.head.filter(|&head| token(head).is_some_and(|at| matches!(at.label, Label::Pobj | Label::Dobj)))?;
        // "The Peruvian capital": of Peru.
        let says_whose = |mention: &&Mention| {
            mention.form == Form::Adjective && token(mention.head).is_some_and(|word| word.head == Some(there))
        };
        let mentions = || self.cast.mentions.iter();
        let place = mentions().find(|mention| mention.covers(there)).or_else(|| mentions().find(says_whose))?;
        let is_other = |party: &Participant| {
            party.country.is_some()
                && actors.iter().all(|actor| actor.country != party.country)
                && (frame.recipient_kinds.is_empty() || frame.recipient_kinds.contains(&party.kind))
        };
        place.parties.iter().all(is_other).then_some(place)
    }

    fn told(&self, frame: &Frame, rule: &TypeRule, actors: &[Participant]) -> Option<Vec<&Mention>> {
        // Whoever hears of a raid is not whom it hit.
        let score = self.desk.ontology.score(rule.code(frame.cameo, Mode::Actual));
        let is_force = score.is_some_and(|score| score <= FORCE);
        // Whoever is threatened or asked for something hears it.
        let class = self.desk.ontology.plover(rule.code(frame.cameo, Mode::Actual));
        let is_aimed = matches!(class, Some(PloverClass::Threaten | PloverClass::Request))
            || frame.recipient.contains(&Slot::Told);
        let is_of_other = !is_aimed && self.is_of_somebody_else(frame, rule);
        if is_force || !self.is_toward_somebody(frame, rule) || is_of_other {
            return None;
        }
        let said = self.passage.speakers.innermost(self.number, self.hit.trigger)?;
        let told = said.addressee.filter(|_| said.sentence == self.number)?;
        let speaker = self.passage.speaker_at(self.number, self.hit.trigger)?;
        let reporters = &self.desk.ontology.frames().shared().reporters;
        // A bloc or the press is told for all to hear.
        let is_side = |party: &Participant| {
            party.country.is_some()
                && party.party() != speaker.party()
                && party.kind != ActorKind::Organisation
                && !party.sector.is_some_and(|sector| reporters.contains(&sector))
                && (frame.recipient_kinds.is_empty() || frame.recipient_kinds.contains(&ActorKind::State))
        };
        let is_told = |mention: &Mention| {
            !matches!(mention.form, Form::Place | Form::Bystander | Form::Unknown)
                && mention.parties.iter().all(is_side)
        };
        let heads = Arguments { object: vec![told], ..Arguments::default() };
        let found = self.cast.side(Role::Recipient, &[Slot::Object], said.verb, &heads, &is_told);
        let is_own = |party: &Participant| party.party() == speaker.party();
        let sides = [actors, parties(&found).as_slice()].concat();
        (actors.iter().all(is_own) && !self.names_third(&sides, true)).then_some(found)
    }

    /// Tells whether what is said is a judgement on what others may have done: whoever hears it has done it only where its
    /// owner is told with a pronoun ("rejected its claim").
    fn is_of_somebody_else(&self, frame: &Frame, rule: &TypeRule) -> bool {
        let score = self.desk.ontology.score(rule.code(frame.cameo, Mode::Actual));
        let arguments = &self.hit.arguments;
        let things = || arguments.object.iter().chain(arguments.preps.iter().map(|(_, under)| under));
        let is_owned = |&thing: &usize| clause::is_of_pronoun(self.sentence, thing);
        rule.spoken && score.is_some_and(|score| score < 0.0) && !things().any(is_owned)
    }
}
