//! Sides that the words of an act leave out: the same act in the text, the verb it is coordinated with, the
//! pair that the article is about, and those whom only a place or an unknown name tells.

use super::Scene;
use super::kinds::{allows, parties};
use crate::coder::context::Context;
use crate::coder::mention::{self, Form, Mention};
use crate::coder::mode::{self, Tense};
use crate::coder::side::Role;
use crate::coder::thing::Pointer;
use crate::coder::{clause, context, frame, reference};
use crate::english::Token;
use crate::english::tag::{Label, Tag};
use crate::model::category::{ActorKind, Mode};
use crate::model::event::{Event, Participant};
use crate::model::id::EventType;
use crate::ontology::frames::{Frame, PrepRule, Slot, Words};
use crate::ontology::lexicon::time::{ClauseTime, Sense};
use crate::ontology::reference::DescriptionKind;
use crate::ontology::types::TypeRule;

/// How many events back a noun may point.
const FAR: usize = 100;
/// The score from which down an act is one of force.
pub(super) const FORCE: f64 = -8.0;

impl Scene<'_> {
    /// Returns those who act where no mention does: a name that nothing else reads, or those who act in the place
    /// where it happened.
    pub(super) fn unnamed_actors(&self, frame: &Frame) -> Vec<Mention> {
        let arguments = &self.hit.arguments;
        // Who uses force is known by more than a name.
        let code = self.rule(&frame.kind).map(|rule| rule.code(frame.cameo, Mode::Actual));
        let is_forceful = code.and_then(|code| self.desk.ontology.score(code)).is_some_and(|score| score <= FORCE);
        let mut found = if is_forceful { Vec::new() } else { self.strangers(&frame.actor) };
        found.retain(|mention| allows(&frame.actor_kinds, &frame.actor_sectors, mention));
        let is_named = |head: &usize| {
            let is_pronoun = self.sentence.token(*head).is_some_and(|token| !clause::is_noun(token));
            is_pronoun || self.cast.mentions.iter().any(|mention| mention.covers(*head))
        };
        if let Some(sector) = frame.of_place.filter(|_| found.is_empty())
            && !arguments.subject.iter().any(is_named)
        {
            let references = self.desk.ontology.references();
            let place = self.cast.place(arguments, &|word| references.is_place_preposition(word));
            let day = self.desk.article.published;
            found.extend(place.and_then(|place| mention::of_place(place, sector, self.desk.ontology, day)));
        }
        found
    }

    /// Tells whether a pronoun that stands for nobody known is in some slots.
    pub(super) fn names_stranger(&self, slots: &[Slot]) -> bool {
        self.cast.heads(slots, &self.hit.arguments).into_iter().any(|head| {
            let is_pronoun = self.sentence.token(head).is_some_and(|token| token.tag == Tag::Prp);
            is_pronoun && !self.cast.mentions.iter().any(|mention| mention.covers(head))
        })
    }

    /// Returns the names in some slots that nothing else reads.
    pub(super) fn strangers(&self, slots: &[Slot]) -> Vec<Mention> {
        let time = &self.desk.ontology.lexicon().time;
        let heads = self.cast.heads(slots, &self.hit.arguments).into_iter();
        heads
            .filter(|&head| !self.cast.mentions.iter().any(|mention| mention.covers(head)))
            // "Withdrew from the New Lome Treaty" is toward nobody of that name.
            .filter(|&head| {
                let last = self.sentence.token(head);
                !last.is_some_and(|last| mention::names_nobody(self.desk.ontology, last))
            })
            .find_map(|head| mention::stranger(self.number, self.sentence, head, time))
            .into_iter()
            .collect()
    }

    /// Returns the same act as the text tells it, for a headline that leaves a side of it out.
    pub(super) fn told_in_text(&self, frame: &Frame, actors: &[Participant]) -> Option<&Event> {
        let variants = &frame.variants;
        let kinds = [Some(&frame.kind), variants.refused.as_ref(), variants.agreed.as_ref(), variants.planned.as_ref()];
        let is_same = |event: &&Event| {
            let both = [event.acting(), if frame.joint { event.receiving() } else { Vec::new() }].concat();
            kinds.contains(&Some(&event.kind)) && actors.iter().all(|actor| both.contains(&actor.party()))
        };
        self.text.iter().map(|(_, draft)| &draft.event).find(is_same)
    }

    /// Tells whether somebody of none of these sides says it as well: "Peruvian officials and US witnesses said".
    pub(super) fn is_said_by_others(&self, sides: &[Participant]) -> bool {
        let is_third = |party: &Participant| sides.iter().all(|side| side.party() != party.party());
        self.speaking().any(is_third)
    }

    /// Returns whoever says it, with those of other countries who say it as well: "Peru and Ghana told the council".
    pub(super) fn speaking_with(&self, speaker: &Participant) -> Vec<Participant> {
        let mut all = vec![speaker.clone()];
        for party in self.speaking() {
            if all.iter().all(|one| one.party() != party.party()) {
                all.push(party.clone());
            }
        }
        all
    }

    /// Returns those of known countries who say it.
    fn speaking(&self) -> impl Iterator<Item = &Participant> {
        let said = self.passage.speakers.innermost(self.number, self.hit.trigger);
        let said = said.filter(|said| said.sentence == self.number);
        let beside = said.map(|said| self.cast.at(said.speaker)).unwrap_or_default();
        beside.into_iter().flat_map(|mention| &mention.parties).filter(|party| party.country.is_some())
    }

    /// Tells whether the report itself, outside of quotation marks, tells the act as what came before or after what is said:
    /// "said it is leaving the pact, a day after Peru suspended it".
    pub(super) fn is_told_beside(&self) -> bool {
        let time = &self.desk.ontology.lexicon().time;
        let parts = |word: &str| {
            let mut senses = time.senses(word).iter();
            senses.any(|sense| matches!(sense, Sense::Clause(ClauseTime::BeforeMain | ClauseTime::AfterMain)))
        };
        let token = |index: usize| self.sentence.token(index);
        let trigger = self.hit.trigger;
        token(trigger).is_some_and(|word| word.quotation.is_none())
            && token(trigger).is_some_and(|word| matches!(word.label, Label::Advcl | Label::Relcl))
            && self.sentence.child(trigger, Label::Mark).and_then(token).is_some_and(|mark| parts(&mark.lower))
    }

    /// Tells whether the act falls on what belongs to whoever tells it, where nobody else is named: "opened fire on its
    /// positions, the ministry said".
    pub(super) fn is_on_own_things(&self, rule: &TypeRule, speaker: &Participant) -> bool {
        // "Fired a missile off its coast, Peru's army said of Chile": Chile's.
        let is_own = |owner: usize| {
            let mut meant = self.cast.mentions.iter().filter(|mention| mention.covers(owner));
            meant.all(|mention| mention.parties.iter().any(|party| party.party() == speaker.party()))
        };
        let arguments = &self.hit.arguments;
        let under = arguments.preps.iter().map(|(_, under)| under);
        arguments.object.iter().filter(|_| rule.pair).chain(under).any(|&noun| {
            let mut below = self.sentence.children(noun);
            below.any(|(at, below)| below.label == Label::Poss && below.tag == Tag::PrpPoss && is_own(at))
        })
    }

    /// Tells whether those who act do it to each other: "accused each other".
    pub(super) fn is_mutual(&self) -> bool {
        let references = self.desk.ontology.references();
        // "The tariffs that they had put on each other's goods": also below it.
        let holds = |&object: &usize| {
            let tokens = self.sentence.subtree(object).into_iter().filter_map(|index| self.sentence.token(index));
            let words: Vec<&str> = tokens.filter(|token| token.tag != Tag::Comma).map(|token| &*token.lower).collect();
            words.windows(2).any(|two| references.is_reciprocal(&two.join(" ")))
        };
        self.hit.arguments.object.iter().any(holds)
    }

    /// Tells whether two who are told of as two do it with what is theirs, so that each does it to the other: "both countries
    /// recalled their ambassadors", "the two leaders reopened the border".
    pub(super) fn is_of_each(&self, rule: &TypeRule, actors: &[&Mention]) -> bool {
        let [only] = actors else { return false };
        let are_two = matches!(only.form, Form::Description | Form::Pronoun) && only.parties.len() == 2;
        let is_own = |&object: &usize| clause::is_of_pronoun(self.sentence, object);
        let borders = &self.desk.ontology.frames().shared().borders;
        let is_border =
            |&noun: &usize| frame::lemma_of(self.sentence, noun).is_some_and(|lemma| borders.contains(&*lemma));
        let arguments = &self.hit.arguments;
        let under = arguments.preps.iter().map(|(_, under)| under);
        // Who closed what is shared to whom is told with who did it.
        let is_good = self.desk.ontology.score(rule.code(None, Mode::Actual)).is_some_and(|score| score > 0.0);
        let on_border = || rule.pair && is_good && arguments.object.iter().chain(under).any(is_border);
        are_two && !rule.spoken && (arguments.object.iter().any(is_own) || on_border())
    }

    /// Returns the act that a noun with an article stands for, told before by others: "condemned the invasion".
    pub(super) fn told_act(&self, heads: &[usize], actors: &[Participant]) -> Option<&Event> {
        let frames = self.desk.ontology.frames();
        let is_definite = |noun: usize| {
            self.sentence.children(noun).any(|(_, below)| below.tag == Tag::Dt && below.label == Label::Det)
        };
        heads.iter().filter(|&&noun| is_definite(noun)).find_map(|&noun| {
            let lemma = frame::lemma_of(self.sentence, noun)?;
            let kinds: Vec<_> = frames.of_noun(&lemma).iter().filter_map(|id| Some(&frames.frame(*id)?.kind)).collect();
            let is_told = |event: &&Event| {
                event.mode == Mode::Actual
                    && kinds.contains(&&event.kind)
                    && !actors.iter().any(|actor| event.acting().contains(&actor.party()))
            };
            if self.names_somebody(noun) {
                None
            } else if kinds.is_empty() {
                self.deed_toward(&lemma, actors)
            } else {
                self.before.iter().rev().take(FAR).map(|(_, draft)| &draft.event).find(is_told)
            }
        })
    }

    /// Returns what others did to some actors last, rather than said of them, for a noun that stands for any deed: "Ghana halted
    /// aid to Peru, which Chile accuses of theft. Lima condemned the decision".
    fn deed_toward(&self, lemma: &str, actors: &[Participant]) -> Option<&Event> {
        let spoken = |kind: &EventType| self.rule(kind).is_some_and(|rule| rule.spoken);
        let mut frames = self.hit.frames.iter().filter_map(|id| self.desk.ontology.frames().frame(*id));
        if !self.desk.ontology.lexicon().topic.is_deed(lemma) || !frames.any(|frame| spoken(&frame.kind)) {
            return None;
        }
        let shared = self.desk.ontology.frames().shared();
        let is_deed = |event: &&&Event| {
            event.mode == Mode::Actual
                && event.occurred.earliest.is_some()
                && !spoken(&event.kind)
                && !shared.mediations.contains(&event.kind)
                && actors.iter().any(|actor| event.receiving().contains(&actor.party()))
                && !actors.iter().any(|actor| event.acting().contains(&actor.party()))
        };
        self.earlier.iter().rev().find(is_deed).copied()
    }

    /// Returns with whom the actors had what a definite noun points back to, however far the text told of it: "Ghana
    /// resumed the talks".
    pub(super) fn of_told_thing(&self, rule: &TypeRule, actors: &[Participant]) -> Vec<Participant> {
        let points_back = |&noun: &usize| self.has_definite_article(noun) && !self.names_somebody(noun);
        if !self.hit.arguments.object.iter().any(points_back) {
            return Vec::new();
        }
        let earlier: Vec<&Event> = self.before.iter().map(|(_, draft)| &draft.event).collect();
        Context { earlier: &earlier, ontology: self.desk.ontology }.partners(rule, actors)
    }

    /// Returns who is across from the actors in the thing that a noun of the act points to, though no event told of it:
    /// "The embargo on Peru has failed. Ghana lifted the embargo".
    pub(super) fn across_in_thing(&self, frame: &Frame, rule: &TypeRule, actors: &[Participant]) -> Vec<Participant> {
        let (sentence, frames) = (self.sentence, self.cast.frames);
        let arguments = self.hit.arguments_of(frame);
        let fits = |words: &Words, noun: usize| !words.is_empty() && frame::is_one_of(sentence, noun, words, frames);
        let objects = arguments.object.iter().filter(|_| !frame.object.is_empty());
        let subjects = arguments.subject.iter().filter(|&&noun| fits(&frame.subject, noun));
        let under = arguments.preps.iter().filter(|&&(preposition, noun)| {
            let is_its =
                |rule: &&PrepRule| sentence.token(preposition).is_some_and(|word| *word.lower == *rule.preposition);
            frame.preps.iter().filter(is_its).any(|rule| fits(&rule.words, noun))
        });
        let heads: Vec<usize> = objects.chain(subjects).copied().chain(under.map(|&(_, noun)| noun)).collect();
        let things = self.passage.things(self.desk.ontology);
        let across = |number: usize, sentence, noun| {
            let from_outside = rule.dimension().is_none();
            things.across(Pointer { sentence, number, noun, from_outside }, actors, self.desk.ontology)
        };
        for head in heads {
            let found = match frame::pronoun_at(sentence, head, frames) {
                // "Them" and "part of it": the noun that the frame is about, told before.
                Some(pronoun) => {
                    let sentences = self.passage.document.sentences();
                    let before = sentences.get(..self.number).unwrap_or_default();
                    let meant = frame::antecedent(sentence, before, pronoun, &frame.object, frames);
                    meant.and_then(|(back, noun)| {
                        let number = self.number.checked_sub(back)?;
                        Some(across(number, sentences.get(number)?, noun))
                    })
                }
                None => {
                    let is_container = frame::lemma_of(sentence, head).is_some_and(|lemma| frames.is_container(&lemma));
                    let inside = frame::held(sentence, head).filter(|_| is_container);
                    let mut nouns =
                        std::iter::once(head).chain(inside).filter(|&noun| self.points_to_thing(noun, actors));
                    nouns.find_map(|noun| Some(across(self.number, sentence, noun)).filter(|found| !found.is_empty()))
                }
            };
            if let Some(found) = found.filter(|found| !found.is_empty()) {
                return found;
            }
        }
        Vec::new()
    }

    /// Returns whose the thing is that is acted on, where the words leave out who acts: "The embargo was lifted".
    pub(super) fn makers_of_thing(&self, frame: &Frame) -> Vec<Participant> {
        let arguments = &self.hit.arguments;
        let is_left_out = arguments.passive && arguments.subject.is_empty() && !frame.object.is_empty();
        let nouns = match (is_left_out, frame.subject.is_empty()) {
            (true, _) => &arguments.object,
            // "The embargo expired".
            (false, false) => &arguments.subject,
            (false, true) => return Vec::new(),
        };
        let (things, ontology) = (self.passage.things(self.desk.ontology), self.desk.ontology);
        let pointer =
            |&noun: &usize| Pointer { sentence: self.sentence, number: self.number, noun, from_outside: false };
        let told = nouns.iter().filter(|&&noun| is_left_out || self.is_about(frame, noun)).map(|noun| {
            let found = things.own_makers(pointer(noun));
            if found.is_empty() && self.points_to_thing(*noun, &[]) {
                things.makers(pointer(noun), ontology)
            } else {
                found
            }
        });
        told.into_iter().find(|found| !found.is_empty()).unwrap_or_default()
    }

    /// Returns the sides of the thing of several that stands as what a joint act is about: told with it ("a pact that binds
    /// Peru and Chile took effect"), or where it points back also further up ("signed a truce. The truce collapsed").
    pub(super) fn sides_of_thing(&self, frame: &Frame, is_own: bool) -> Vec<Participant> {
        let (sentence, frames) = (self.sentence, self.cast.frames);
        let arguments = &self.hit.arguments;
        let is_left_out = arguments.passive && arguments.subject.is_empty() && !frame.object.is_empty();
        let (nouns, words) = match (frame.joint, frame.subject.is_empty()) {
            (true, false) => (&arguments.subject, &frame.subject),
            (true, true) if is_left_out => (&arguments.object, &frame.object),
            _ => return Vec::new(),
        };
        let things = self.passage.things(self.desk.ontology);
        let pointer = |number, sentence, noun| Pointer { sentence, number, noun, from_outside: false };
        let sides = |&noun: &usize| match frame::pronoun_at(sentence, noun, frames) {
            Some(pronoun) if !is_own => {
                let sentences = self.passage.document.sentences();
                let before = sentences.get(..self.number).unwrap_or_default();
                let (back, noun) = frame::antecedent(sentence, before, pronoun, words, frames)?;
                let number = self.number.checked_sub(back)?;
                Some(things.sides(pointer(number, sentences.get(number)?, noun), self.desk.ontology))
            }
            None if is_own => Some(things.own_sides(pointer(self.number, sentence, noun))),
            None if frame::is_one_of(sentence, noun, words, frames) && self.is_told_elsewhere(noun) => {
                Some(things.sides(pointer(self.number, sentence, noun), self.desk.ontology))
            }
            _ => None,
        };
        nouns.iter().filter_map(sides).find(|sides| !sides.is_empty()).unwrap_or_default()
    }

    /// Tells whether a noun is what a frame is about.
    fn is_about(&self, frame: &Frame, noun: usize) -> bool {
        frame::is_one_of(self.sentence, noun, &frame.subject, self.cast.frames)
    }

    /// Tells whether a word before a noun says that it is one told of: "the talks", "that move"; an owner does not.
    pub(super) fn has_definite_article(&self, noun: usize) -> bool {
        let words = &self.desk.ontology.lexicon().topic;
        let mut below = self.sentence.children(noun);
        below.any(|(_, below)| below.label == Label::Det && words.is_definite(&below.lower))
    }

    /// Tells whether a noun means one told elsewhere.
    pub(super) fn is_told_elsewhere(&self, noun: usize) -> bool {
        let words = &self.desk.ontology.lexicon().topic;
        self.sentence
            .children(noun)
            .any(|(_, below)| matches!(below.label, Label::Det | Label::Poss) && words.is_definite(&below.lower))
    }

    /// Tells whether a noun means one told elsewhere, and names nobody but those who act.
    pub(super) fn points_to_thing(&self, noun: usize, actors: &[Participant]) -> bool {
        let is_name = self.sentence.token(noun).is_some_and(|token| token.tag == Tag::Nnp);
        let lemma = frame::lemma_of(self.sentence, noun).unwrap_or_default();
        let is_bare = self.desk.ontology.references().things(&lemma).iter().any(|kind| kind.bare);
        let is_other = |party: &Participant| !context::holds(actors, party) && !mention::is_nowhere(&party.id.root());
        let names_other =
            |mention: &Mention| self.sentence.is_within(mention.head, noun) && mention.parties.iter().any(is_other);
        (is_name || is_bare || self.is_told_elsewhere(noun)) && !self.cast.mentions.iter().any(names_other)
    }

    /// Tells whether what stands under a noun names somebody.
    fn names_somebody(&self, noun: usize) -> bool {
        self.cast.mentions.iter().any(|mention| self.sentence.is_within(mention.head, noun))
    }

    /// Returns toward whom the same verb tells another act of the same side: "ordered the expulsion of three Chilean envoys
    /// and the closure of the consulate".
    pub(super) fn toward_same(&self, actors: &[Participant]) -> Vec<Participant> {
        let of_verb = self.here.iter().filter(|draft| draft.trigger == self.hit.trigger).map(|draft| &draft.event);
        let mut own = of_verb.filter(|event| actors.iter().all(|actor| event.acting().contains(&actor.party())));
        own.find(|event| !event.recipients.is_empty())
            .map(|event| context::unnamed(&event.recipients))
            .unwrap_or_default()
    }

    /// Returns what the verb that this one is coordinated with tells of the same side, the same act of another, or what
    /// harms as this does: "imposed sanctions on Peru and threatened to use force", "Chile pledged tanks to Peru, and Bolivia
    /// will send 31", "Chile halted its gas to Peru, and Bolivia recalled its envoy".
    pub(super) fn joined(&self, frame: &Frame, actors: &[Participant]) -> Option<&Event> {
        let mut above = vec![self.hit.trigger];
        while let Some(head) = above
            .last()
            .and_then(|&at| self.sentence.token(at))
            .filter(|token| matches!(token.label, Label::Conj | Label::Advcl | Label::Ccomp | Label::Relcl))
            .and_then(|token| token.head)
        {
            above.push(head);
        }
        let is_beside = |token: &Token| token.label == Label::Conj;
        let is_bad = |code| self.desk.ontology.score(code).is_some_and(|score| score < 0.0);
        let is_hostile = self.rule(&frame.kind).is_some_and(|rule| self.is_hostile(frame, rule));
        let same = |event: &Event| {
            let acting = event.acting();
            let is_same = event.kind == frame.kind
                || actors.iter().all(|actor| acting.contains(&actor.party()))
                || is_hostile && is_bad(event.cameo) && self.sentence.token(self.hit.trigger).is_some_and(is_beside);
            // "Arrested two smugglers and closed the border": nobody knows whose they are.
            let is_other =
                |party: &Participant| !context::holds(actors, party) && !mention::is_nowhere(&party.id.root());
            let takes = event.recipients.iter().all(is_other);
            !event.recipients.is_empty() && is_same && takes
        };
        let drafts = self.here.iter().rev().filter(|draft| {
            above.iter().skip(1).any(|&verb| {
                draft.trigger == verb
                    || self.sentence.token(draft.trigger).is_some_and(|token| token.head == Some(verb))
            })
        });
        drafts.map(|draft| &draft.event).find(|event| same(event))
    }

    /// Returns those of the pair that the article is about who act, both together or the other one's official, and why.
    pub(super) fn of_pair(&self, frame: &Frame) -> (Vec<Participant>, &'static str) {
        match self.both_of_pair(frame) {
            Some(both) => (both.to_vec(), "one of the two that the article is about"),
            None => {
                let official = self.official_of_pair(frame);
                (official.into_iter().collect(), "an official of the other side that the article is about")
            }
        }
    }

    /// Returns who acted last against those whom it is done to, else against whom they did, where a passive tells no doer:
    /// "Peru cut ties with Chile. Chilean diplomats were given a week to leave".
    pub(super) fn doer_to(&self, frame: &Frame) -> Vec<Participant> {
        let arguments = &self.hit.arguments;
        let all = |_: &Mention| true;
        let toward = parties(&self.cast.side(Role::Recipient, &frame.recipient, self.hit.trigger, arguments, &all));
        if toward.is_empty() || arguments.passive && !arguments.subject.is_empty() {
            return Vec::new();
        }
        let are_they = |others: &[Participant]| {
            toward.iter().all(|party| others.iter().any(|other| other.party() == party.party()))
        };
        let is_hostile = |event: &&&Event| self.desk.ontology.score(event.cameo).is_some_and(|score| score < 0.0);
        let acts = self.earlier.iter().rev().filter(is_hostile);
        acts.clone()
            .find(|event| are_they(&event.recipients) && !are_they(&event.actors))
            .map(|event| context::unnamed(&event.actors))
            .or_else(|| {
                acts.clone().find(|event| are_they(&event.actors)).map(|event| context::unnamed(&event.recipients))
            })
            .unwrap_or_default()
    }

    /// Returns the side that an official without a name speaks for, where the words name the other one:
    /// "a senior official warned Caracas".
    fn official_of_pair(&self, frame: &Frame) -> Option<Participant> {
        let is_office = |index: usize| self.is_office(index);
        // "A senior official", "First Vice Foreign Minister Kim Hong-kyun".
        let is_official = |&subject: &usize| {
            let titles = self
                .sentence
                .children(subject)
                .filter(|(index, below)| *index < subject && matches!(below.label, Label::Compound | Label::Nmod));
            is_office(subject) || titles.map(|(index, _)| index).any(is_office)
        };
        let arguments = &self.hit.arguments;
        arguments.subject.iter().find(|subject| is_official(subject))?;
        let all = |_: &Mention| true;
        let toward = self.cast.side(Role::Recipient, &frame.recipient, self.hit.trigger, arguments, &all);
        self.desk.pair?.other(&parties(&toward)).cloned()
    }

    /// Returns the official of the state that the report comes from, where those who act are an official of no known state
    /// and toward the other of the two sides: "a senior official accused Lima".
    pub(super) fn official_of_place(&self, actors: &[Participant], recipients: &[Participant]) -> Option<Participant> {
        let is_nobodys = |party: &Participant| mention::is_nowhere(&party.id.root());
        let sector = actors.first().filter(|_| actors.iter().all(is_nobodys))?.sector?;
        self.hit.arguments.subject.iter().find(|&&subject| self.is_office(subject))?;
        let side = self.desk.pair?.other(recipients)?;
        let place = self.passage.place.as_ref().filter(|place| side.country.as_ref() == Some(place))?;
        mention::part_of(self.desk.ontology.roster(), place, sector, self.desk.article.published)
    }

    /// Returns the other side that the article is about, where an office of no known state does something together with
    /// one: "The president and the Peruvian minister discussed trade".
    pub(super) fn official_beside(&self, frame: &Frame, actors: &[Participant]) -> Option<Participant> {
        let is_nobodys = |party: &&Participant| mention::is_nowhere(&party.id.root());
        let (offices, known): (Vec<&Participant>, Vec<&Participant>) = actors.iter().partition(is_nobodys);
        let is_office = |party: &&Participant| party.kind != ActorKind::Person;
        let subjects = &self.hit.arguments.subject;
        if !frame.joint || offices.len() != 1 || !offices.iter().all(is_office) || known.is_empty() {
            return None;
        }
        subjects.iter().find(|&&subject| self.is_office(subject))?;
        let known: Vec<Participant> = known.into_iter().cloned().collect();
        self.desk.pair?.other(&known).cloned()
    }

    /// Tells whether somebody is only named by what is talked about: "discussed Peru's relations with Chile", "the two
    /// discussed relations with Chile".
    pub(super) fn is_spoken_of(&self, mention: &Mention, several: bool) -> bool {
        let token = |index: usize| self.sentence.token(index);
        let at = clause::first_of_row(self.sentence, mention.head);
        let preposition = token(at).filter(|word| word.label == Label::Pobj).and_then(|word| word.head);
        let Some(noun) = preposition.and_then(|preposition| preposition.checked_sub(1)) else { return false };
        let is_shared = |lemma: &str| self.desk.ontology.references().is_shared(lemma);
        let is_owned = self.sentence.children(noun).any(|(index, below)| {
            matches!(below.label, Label::Poss | Label::Amod | Label::Compound)
                && self.cast.mentions.iter().any(|owner| owner.covers(index))
        });
        frame::lemma_of(self.sentence, noun).is_some_and(|lemma| is_shared(&lemma)) && (several || is_owned)
    }

    /// Tells whether a noun names somebody in office.
    pub(super) fn is_office(&self, index: usize) -> bool {
        let lemma = frame::lemma_of(self.sentence, index).unwrap_or_default();
        let kinds = [DescriptionKind::Person, DescriptionKind::Government, DescriptionKind::Ministry];
        self.desk.ontology.references().descriptions(&lemma).iter().any(|one| kinds.contains(&one.kind))
    }

    /// Returns both sides that the article is about, for what is done together and told without those who do it:
    /// "diplomatic relations were restored on Monday".
    fn both_of_pair(&self, frame: &Frame) -> Option<&[Participant]> {
        let arguments = &self.hit.arguments;
        // "The treaty entered into force": what is acted on stands as the subject.
        let is_about_subject = !frame.subject.is_empty();
        let is_passive = arguments.passive && arguments.subject.is_empty();
        // "Once a treaty had been signed" says when, not that it was.
        let tense = mode::tense_of(self.sentence, self.hit.trigger, &self.desk.ontology.lexicon().mode);
        let is_clause = self.sentence.token(self.hit.trigger).is_some_and(|token| token.label == Label::Advcl);
        let says_when = is_clause || tense == Tense::PastPerfect;
        let is_left_out = !says_when && (is_passive || is_about_subject) && arguments.carrier.is_none();
        // Ties severed or talks broken off are told with who did it; what is good for both may go without.
        let code = self.rule(&frame.kind).map(|rule| rule.code(frame.cameo, Mode::Actual));
        let is_good = code.and_then(|code| self.desk.ontology.score(code)).is_some_and(|score| score > 0.0);
        let pair = self.desk.pair.filter(|_| frame.joint && is_left_out && is_good)?;
        (!self.names_third(pair.both(), false)).then_some(pair.both().as_slice())
    }

    /// Returns the other side that the article is about, where no third one stands in the words of the act.
    pub(super) fn other_of_pair(&self, actors: &[Participant]) -> Option<Participant> {
        let other = self.desk.pair?.other(actors)?;
        let sides: Vec<Participant> = actors.iter().chain([other]).cloned().collect();
        (!self.names_third(&sides, false)).then(|| other.clone())
    }

    /// Tells whether what is said is said of the own side: "citizens criticised their government's response".
    pub(super) fn speaks_of_own(&self, rule: &TypeRule, actors: &[Participant]) -> bool {
        let is_own = |party: &Participant| actors.iter().any(|actor| actor.id.root() == party.id.root());
        let objects = &self.hit.arguments.object;
        let is_there = |mention: &Mention| objects.iter().any(|&object| self.sentence.is_within(mention.head, object));
        rule.spoken && self.cast.mentions.iter().any(|mention| is_there(mention) && mention.parties.iter().all(is_own))
    }

    /// Returns the state where the report comes from, where it is none of those who act: "arrived on a state visit".
    pub(super) fn host(&self, actors: &[Participant]) -> Option<Participant> {
        let place = self.passage.place.as_ref()?;
        let is_own = |actor: &Participant| actor.country.as_ref() == Some(place);
        if actors.iter().any(is_own) {
            return self.other_of_pair(actors);
        }
        self.desk.ontology.roster().participant(place, self.desk.article.published)
    }

    /// Tells whether the clause of the act names somebody of none of these sides, or a place of none where places count.
    pub(super) fn names_third(&self, sides: &[Participant], with_places: bool) -> bool {
        let span = self.passage.clause_span(self.sentence, self.hit.trigger);
        // "After newspapers wrote of it": guessed to be of a side, they are no third.
        let is_of = |side: &Participant, party: &Participant| {
            side.party() == party.party() || party.country.is_some() && *side.party() == party.id.root()
        };
        let is_third = |party: &Participant| sides.iter().all(|side| !is_of(side, party));
        self.cast.mentions.iter().any(|mention| {
            // "A tribunal", "the two heads of government": whoever is of no known state is no side.
            let is_nobodys = |party: &Participant| mention::is_nowhere(&party.id.root());
            span.contains(mention.span)
                && (with_places || mention.form != Form::Place)
                && mention.form != Form::Bystander
                && mention.parties.iter().any(|party| is_third(party) && !is_nobodys(party))
                && !reference::goes_between(self.sentence, mention, self.desk.ontology.references())
        })
    }
}

/// Returns the parties of an event that are none of these.
pub(super) fn others(event: &Event, these: &[Participant]) -> Vec<Participant> {
    let all = [context::unnamed(&event.actors), context::unnamed(&event.recipients)].concat();
    all.into_iter().filter(|party| !context::holds(these, party)).collect()
}
