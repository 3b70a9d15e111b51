//! Which mentions fill the slots of a frame: who acts, and toward whom.
//!
//! A slot is looked at in the order that the frame gives; the first that holds somebody wins.

mod circumstance;
mod list;
mod owner;

use super::clause::{self, Arguments};
use super::frame::lemma_of;
use super::mention::{Form, Mention};
use crate::english::tag::{Label, Tag};
use crate::english::{Sentence, Token};
use crate::model::category::ActorKind;
use crate::model::event::Participant;
use crate::ontology::frames::{Frames, Slot};
use std::collections::BTreeSet;

/// How many steps up the tree are taken at the most.
const MAX_STEPS: usize = 6;

/// For which side a slot is looked at.
#[derive(Copy, Clone)]
pub enum Role {
    /// Those who act.
    Actor,
    /// Those toward whom it is done.
    Recipient,
}

/// The mentions of one sentence, as slots look at them.
#[derive(Copy, Clone)]
pub struct Cast<'a> {
    /// The sentence.
    pub sentence: &'a Sentence,
    /// The mentions in it, in order.
    pub mentions: &'a [Mention],
    /// Knows which nouns stand for their owner.
    pub frames: &'a Frames,
}

impl<'a> Cast<'a> {
    /// Returns the nouns that stand in some slots, whether or not they name anybody.
    #[must_use]
    pub fn heads(&self, slots: &[Slot], arguments: &Arguments) -> Vec<usize> {
        let of = |slot: &Slot| match slot {
            Slot::Subject => arguments.subject.clone(),
            Slot::Object => arguments.object.clone(),
            Slot::Indirect => arguments.indirect.clone(),
            Slot::Prep(wanted) => self.under(arguments, &|preposition| preposition == wanted.as_str()),
            Slot::Attribute
            | Slot::Complement
            | Slot::Modifier
            | Slot::Owner
            | Slot::SubjectOwner
            | Slot::Measure
            | Slot::Purpose
            | Slot::Occasion
            | Slot::Offer
            | Slot::Clause
            | Slot::Speaker
            | Slot::Host
            | Slot::Told
            | Slot::Guests
            | Slot::Described
            | Slot::Foes
            | Slot::Pair
            | Slot::Context => Vec::new(),
        };
        slots.iter().flat_map(of).collect()
    }

    /// Returns who is named as the place of an act, by the first preposition of place that holds one: of the act
    /// itself, of the noun that stands as its subject, in the passive of what is acted on, or of what that is to leave.
    #[must_use]
    pub fn place(&self, arguments: &Arguments, is_place: &dyn Fn(&str) -> bool) -> Option<&'a Mention> {
        let of_act = self.under(arguments, is_place);
        let placed = |&noun: &usize| -> Vec<usize> {
            let prepositions = self.sentence.subtree(noun).into_iter().filter(|&index| {
                self.sentence.token(index).is_some_and(|word| word.label == Label::Prep && is_place(&word.lower))
            });
            prepositions.flat_map(|preposition| clause::objects(self.sentence, preposition)).collect()
        };
        let of_subject = arguments.subject.iter().flat_map(placed);
        let patients = arguments.object.iter().filter(|_| arguments.passive);
        let left = arguments.complement.iter().filter(|_| arguments.passive);
        let left = left.flat_map(|&clause| clause::of_verb(self.sentence, clause).object);
        of_act.into_iter().chain(of_subject).chain(patients.flat_map(placed)).chain(left).find_map(|head| {
            let here = self.within(head).into_iter();
            here.filter(|mention| mention.parties.iter().any(|party| party.kind == ActorKind::State))
                .find(|mention| matches!(mention.form, Form::Place | Form::Metonym | Form::Name | Form::Adjective))
        })
    }

    /// Returns the preposition that a mention stands under, where it may name a place: "on the orders of Ana Quispe, whom Soto
    /// met" is nowhere.
    #[must_use]
    pub fn preposition(&self, mention: &Mention) -> Option<&'a str> {
        let is_person =
            mention.form != Form::Unknown && mention.parties.iter().all(|party| party.kind == ActorKind::Person);
        clause::preposition_over(self.sentence, mention.head).filter(|_| !is_person)
    }

    fn under(&self, arguments: &Arguments, is_wanted: &dyn Fn(&str) -> bool) -> Vec<usize> {
        let word = |token: &'a Token| if *token.lower == *clause::WHERE { clause::IN_PLACE } else { &*token.lower };
        let wanted = |index: usize| self.sentence.token(index).is_some_and(|token| is_wanted(word(token)));
        arguments.preps.iter().filter(|(index, _)| wanted(*index)).map(|&(_, under)| under).collect()
    }

    /// Returns those on one side of an act: the first slot that holds somebody who `fits`.
    #[must_use]
    pub fn side(
        &self,
        role: Role,
        slots: &[Slot],
        trigger: usize,
        arguments: &Arguments,
        fits: &dyn Fn(&Mention) -> bool,
    ) -> Vec<&'a Mention> {
        // "Despite an appeal by Chile Peru criticised Ghana": what a circumstance names comes last.
        let apart = if matches!(role, Role::Recipient) { self.circumstances(arguments, trigger) } else { None };
        let direct = apart.as_ref().map_or(arguments, |(direct, _)| direct);
        let passes = std::iter::once(direct).chain(apart.as_ref().map(|(_, nested)| nested));
        for (slot, arguments) in passes.flat_map(|arguments| slots.iter().map(move |slot| (slot, arguments))) {
            for mut group in self.groups(slot, trigger, arguments, role) {
                group.retain(|mention| fits(mention));
                if matches!(role, Role::Recipient) {
                    group.retain(|mention| {
                        !self.is_talked_about(mention) && !self.is_broker(mention) && !self.is_helper(mention)
                    });
                    // Of a name that nobody knows only its place tells that somebody is meant; "a team of experts" is nobody.
                    if is_loose(slot) {
                        let is_nobodys = |mention: &Mention| mention.form == Form::Located && mention.is_of_nowhere();
                        group.retain(|mention| {
                            mention.form != Form::Unknown && !mention.is_of_nobody() && !is_nobodys(mention)
                        });
                    }
                }
                if matches!(slot, Slot::Clause) {
                    group.truncate(1);
                }
                if !group.is_empty() {
                    return group;
                }
            }
        }
        Vec::new()
    }

    /// Returns the groups of mentions that a slot holds, the likeliest first.
    fn groups(&self, slot: &Slot, trigger: usize, arguments: &Arguments, role: Role) -> Vec<Vec<&'a Mention>> {
        let at = |heads: &[usize]| self.ladder(heads, role);
        match slot {
            Slot::Subject => at(&arguments.subject),
            Slot::SubjectOwner => {
                let subjects = || arguments.subject.iter();
                // "The sanctions on Peru": whom they lie on does not own them.
                let owns = |preposition: &Token| !self.frames.shared().onto.contains(&*preposition.lower);
                vec![
                    subjects().flat_map(|&head| self.modifiers(head)).collect(),
                    subjects().flat_map(|&head| self.under_some(head, &owns)).collect(),
                ]
            }
            Slot::Object => at(&arguments.object),
            Slot::Indirect => at(&arguments.indirect),
            Slot::Attribute => at(&arguments.attribute),
            Slot::Prep(wanted) => {
                let under = self.under(arguments, &|preposition| preposition == wanted.as_str());
                let mut groups: Vec<_> = under.into_iter().flat_map(|under| at(&[under])).collect();
                if self.frames.shared().getting.contains(wanted) {
                    groups.push(self.destined(arguments));
                }
                groups
            }
            Slot::Complement => {
                let clauses = arguments.complement.iter().chain(&arguments.of_nouns);
                clauses.flat_map(|&clause| self.in_clause(clause, &at)).collect()
            }
            Slot::Modifier => vec![self.modifiers(trigger)],
            Slot::Described => {
                let noun = self.sentence.token(trigger).and_then(|token| token.head);
                let name = noun.and_then(|noun| self.sentence.child(noun, Label::Appos));
                let at = |place: usize| self.mentions.iter().find(|mention| mention.covers(place));
                vec![noun.and_then(at).or_else(|| name.and_then(at)).into_iter().collect()]
            }
            Slot::Owner => self.owned(arguments).into_iter().map(|head| self.modifiers(head)).collect(),
            Slot::Measure => arguments.preps.iter().map(|&(_, under)| self.modifiers(under)).collect(),
            Slot::Purpose => {
                let clauses = clause::purposes(self.sentence, trigger);
                clauses.flat_map(|clause| at(&clause::of_verb(self.sentence, clause).object)).collect()
            }
            Slot::Occasion => at(&self.on_occasion(trigger)),
            Slot::Offer => {
                let is_noun = |&above: &usize| self.sentence.token(above).is_some_and(clause::is_noun);
                let noun = self.sentence.ancestors(trigger).find(is_noun);
                let is_offer = |&noun: &usize| {
                    lemma_of(self.sentence, noun).is_some_and(|lemma| self.frames.shared().offers.contains(&*lemma))
                };
                noun.filter(is_offer).map(|noun| self.modifiers(noun)).into_iter().collect()
            }
            Slot::Clause => vec![self.anywhere_below(arguments.carrier.unwrap_or(trigger))],
            // Not in this sentence: `assemble` looks at the events before.
            Slot::Speaker | Slot::Host | Slot::Told | Slot::Guests | Slot::Foes | Slot::Context | Slot::Pair => {
                Vec::new()
            }
        }
    }

    /// Returns who does what a noun is the occasion of: "said after a meeting with the envoy", "on the second day of a visit".
    fn on_occasion(&self, noun: usize) -> Vec<usize> {
        let shared = self.frames.shared();
        let above = |index: usize| self.sentence.token(index).and_then(|token| token.head);
        let Some(mut preposition) = above(noun) else { return Vec::new() };
        let is_phase = |noun: &usize| lemma_of(self.sentence, *noun).is_some_and(|noun| shared.phases.contains(&*noun));
        // "At the end of two days of talks": a part of a part.
        let mut is_of_phase = false;
        while let Some(outer) = above(preposition).filter(is_phase).and_then(above) {
            (preposition, is_of_phase) = (outer, true);
        }
        let is_occasion = |token: &Token| shared.occasions.contains(&*token.lower);
        let is_beside_noun = || above(preposition).is_some_and(|noun| self.is_apart(noun, preposition));
        let is_parted = |token: &Token| {
            shared.parted.contains(&*token.lower)
                && self.opens_apart(preposition)
                && above(preposition) > Some(preposition)
        };
        let sets_occasion = |token: &Token| is_occasion(token) || is_parted(token);
        if !is_of_phase && !self.sentence.token(preposition).is_some_and(sets_occasion) && !is_beside_noun() {
            return Vec::new();
        }
        let is_verb = |verb: &usize| self.sentence.token(*verb).is_some_and(clause::is_verb);
        // "The minister, on a visit to Lima, said": of whom it is told.
        if is_beside_noun() {
            return above(preposition).into_iter().collect();
        }
        // "Announced it at a news conference at the start of a visit": the parser hangs the part under what stands before.
        let verb = match above(preposition).filter(is_verb) {
            None if is_of_phase => self.sentence.ancestors(preposition).take(MAX_STEPS).find(is_verb),
            verb => verb,
        };
        let subjects = verb.map(|verb| clause::subject(self.sentence, verb, 0)).unwrap_or_default();
        // "The host and his guest, on a visit, signed": of whom it is told last.
        if self.sentence.token(preposition).is_some_and(is_parted) {
            let all = subjects.iter().flat_map(|&subject| clause::with_conjuncts(self.sentence, subject));
            let nearest = all.filter(|&subject| subject < preposition).max();
            return nearest.map_or(subjects, |subject| vec![subject]);
        }
        subjects
    }

    /// Tells whether a preposition stands behind a comma after a noun: "the minister, on a visit to Lima,".
    fn is_apart(&self, noun: usize, preposition: usize) -> bool {
        let is_noun = self.sentence.token(noun).is_some_and(clause::is_noun);
        is_noun && noun < preposition && self.opens_apart(preposition)
    }

    /// Tells whether a preposition stands behind a comma or opens the sentence.
    fn opens_apart(&self, preposition: usize) -> bool {
        let before = preposition.checked_sub(1).map(|before| self.sentence.token(before));
        before.is_none_or(|before| before.is_some_and(|comma| comma.tag == Tag::Comma))
    }

    /// Returns the nouns that an act is about: what is acted on, what acts, what stands under "of".
    fn owned(&self, arguments: &Arguments) -> Vec<usize> {
        let is_of = |index: usize| self.sentence.token(index).is_some_and(|token| &*token.lower == "of");
        let of = arguments.preps.iter().filter(|(index, _)| is_of(*index)).map(|&(_, under)| under);
        arguments.object.iter().chain(&arguments.subject).copied().chain(of).collect()
    }

    /// Returns who is named at some heads, then in the phrases around them.
    fn ladder(&self, heads: &[usize], role: Role) -> Vec<Vec<&'a Mention>> {
        let all = |find: &dyn Fn(usize) -> Vec<&'a Mention>| {
            let mut found = Vec::new();
            for &head in heads {
                add(&mut found, find(head));
            }
            found
        };
        match role {
            Role::Actor => vec![all(&|head| self.acting(head))],
            // Whoever stands first in a phrase may turn out to be the actor; then the next may be meant.
            Role::Recipient => vec![
                all(&|head| self.within(head)),
                all(&|head| self.modifiers(head)),
                all(&|head| self.under_prepositions(head)),
                all(&|head| self.laid_on(head)),
            ],
        }
    }

    /// Returns the groups of mentions of a clause: who acts in it, on whom, then the others one by one.
    fn in_clause(&self, clause: usize, at: &dyn Fn(&[usize]) -> Vec<Vec<&'a Mention>>) -> Vec<Vec<&'a Mention>> {
        let inner = clause::of_verb(self.sentence, clause);
        let mut groups = [at(&inner.subject), at(&inner.object)].concat();
        groups.extend(inner.preps.iter().flat_map(|&(_, under)| at(&[under])));
        groups.extend(self.anywhere_below(clause).into_iter().map(|mention| vec![mention]));
        groups
    }

    /// Returns who is named by a noun that acts: the noun itself, with those coordinated, or the owner
    /// of a noun that stands for its owner.
    fn acting(&self, head: usize) -> Vec<&'a Mention> {
        let mut found = self.at(head);
        if found.iter().all(|mention| mention.form == Form::Bystander)
            && lemma_of(self.sentence, head).is_some_and(|lemma| self.frames.is_container(&lemma))
        {
            found = self.under_prepositions(head);
            found.retain(|mention| !self.is_matter(mention, head));
        }
        let is_proxy = || lemma_of(self.sentence, head).is_some_and(|lemma| self.frames.is_proxy(&lemma));
        // "Their envoys, Ana Rao and Luis Paz": of those whose envoys they are, where not all of these are known.
        if !found.is_empty() && found.iter().all(|mention| !mention.covers(head)) && is_proxy() {
            let owners: Vec<&Mention> =
                self.modifiers(head).into_iter().filter(|mention| mention.parties.len() > 1).collect();
            let is_named = |party: &Participant| {
                found.iter().any(|mention| mention.parties.iter().any(|named| named.id.root() == party.id.root()))
            };
            if owners.iter().any(|owner| !owner.parties.iter().all(is_named)) {
                return owners;
            }
        }
        if found.is_empty() {
            if is_proxy() {
                found = self.modifiers(head);
                // "Was received by his Peruvian counterpart": whose counterpart it is does nothing.
                if found.iter().any(|mention| mention.form == Form::Adjective) {
                    found.retain(|mention| mention.form != Form::Pronoun);
                }
                if found.is_empty() {
                    // "The lawsuit against Peru", "gunfire in Peru": whom it lies on or where it was did not make it.
                    let makes = |preposition: &Token| {
                        let is_where = *preposition.lower == *clause::IN_PLACE;
                        !is_where && !self.frames.shared().onto.contains(&*preposition.lower)
                    };
                    found = self.under_some(head, &makes);
                }
                // "issued a statement accusing": whoever made the document.
                // "said in a statement, which accused": likewise.
                let held = self.sentence.token(head).and_then(|token| match token.label {
                    Label::Dobj => token.head,
                    Label::Pobj => self.sentence.token(token.head?).and_then(|above| above.head),
                    _ => None,
                });
                let made = held.filter(|&verb| self.sentence.token(verb).is_some_and(clause::is_verb));
                if let Some(verb) = made.filter(|_| found.is_empty()) {
                    let makers = clause::subject(self.sentence, verb, 0).into_iter();
                    found = makers.filter(|&maker| maker != head).flat_map(|maker| self.at(maker)).collect();
                }
            } else {
                // "army bulldozers", "the president's office": what belongs to a body or person acts for it.
                let is_body = |mention: &&Mention| {
                    mention.form != Form::Adjective && mention.parties.iter().any(|party| party.sector.is_some())
                };
                found = self.modifiers(head).into_iter().filter(is_body).collect();
            }
        }
        found
    }

    /// Returns who is named anywhere in the phrase of a noun, the nearest to its head first found wins:
    /// the noun itself, what stands before it, what stands under its prepositions.
    fn within(&self, head: usize) -> Vec<&'a Mention> {
        let found = self.at(head);
        // "A naval base on Peru's coast": whose soldiers these are, the place says.
        if !found.is_empty() {
            let are_nobodys = |mentions: &[&Mention]| mentions.iter().all(|mention| mention.is_of_nowhere());
            let placed = if are_nobodys(&found) { self.under_prepositions(head) } else { Vec::new() };
            return if are_nobodys(&placed) { found } else { placed };
        }
        let before = self.modifiers(head);
        if !before.is_empty() {
            return before;
        }
        let under = self.under_prepositions(head);
        if !under.is_empty() {
            return under;
        }
        let coordinated: Vec<usize> = self.conjuncts(head);
        coordinated.into_iter().map(|index| self.within(index)).find(|found| !found.is_empty()).unwrap_or_default()
    }

    /// Returns the mentions that hold a token or are headed by it, with those coordinated or in apposition.
    #[must_use]
    pub fn at(&self, head: usize) -> Vec<&'a Mention> {
        let mut found: Vec<&'a Mention> = self.mentions.iter().filter(|mention| mention.covers(head)).collect();
        if found.is_empty() {
            found = self
                .sentence
                .children(head)
                .filter(|(_, below)| below.label == Label::Appos)
                .flat_map(|(index, _)| self.mentions.iter().filter(move |mention| mention.covers(index)))
                .collect();
        }
        if !found.is_empty() {
            let mut listed: Vec<&Mention> = found.iter().flat_map(|mention| self.listed_before(mention)).collect();
            listed.extend(found.iter().flat_map(|mention| list::after(self, mention)));
            let shared: Vec<&Mention> = found.iter().flat_map(|mention| self.owners_beside(mention)).collect();
            add(&mut found, listed);
            add(&mut found, shared);
            let mut owners: Vec<&Mention> = Vec::new();
            for index in self.conjuncts(head) {
                let joined = self.at(index);
                // "The Indian army and its Chinese counterpart".
                let is_proxy = || lemma_of(self.sentence, index).is_some_and(|lemma| self.frames.is_proxy(&lemma));
                if joined.is_empty() && is_proxy() {
                    owners.extend(self.modifiers(index));
                }
                add(&mut found, joined);
                // "His Thai and Cambodian counterparts", with the noun hung on the first.
                if found.iter().all(|mention| mention.form == Form::Adjective) {
                    add(&mut found, self.modifiers(index));
                }
            }
            // Those who are named with the noun say more: "his Thai and Cambodian counterparts, Ana and Pim".
            owners.retain(|owner| found.iter().all(|other| !is_of_same(owner, other)));
            add(&mut found, owners);
            let opening = found.iter().filter_map(|mention| self.opening(mention)).collect();
            add(&mut found, opening);
        }
        found
    }

    /// Returns the names that stand before one in a list, however the tree hangs them: "Australia, Britain and Canada".
    fn listed_before(&self, mention: &Mention) -> Vec<&'a Mention> {
        let tag = |index: usize| self.sentence.token(index).map(|token| token.tag);
        let mut found = Vec::new();
        // "US-British strikes".
        let hyphen = mention.tokens.start.checked_sub(1).filter(|&index| tag(index) == Some(Tag::Hyph));
        let is_joined =
            |other: &&Mention| hyphen == Some(other.tokens.end) && other.form != Form::Place && self.is_proper(other);
        found.extend(self.mentions.iter().filter(|_| mention.form != Form::Place).filter(is_joined));
        let is_last = mention.tokens.start.checked_sub(1).is_some_and(|index| tag(index) == Some(Tag::Cc));
        if !is_last && !matches!(tag(mention.tokens.end), Some(Tag::Comma | Tag::Cc)) {
            return found;
        }
        let mut start = mention.tokens.start;
        let mut links: &[Tag] = if is_last { &[Tag::Cc] } else { &[Tag::Comma] };
        loop {
            let article = start.checked_sub(1).filter(|&index| tag(index) == Some(Tag::Dt));
            let is_link = |index: &usize| tag(*index).is_some_and(|tag| links.contains(&tag));
            let comma = article.unwrap_or(start).checked_sub(1).filter(is_link);
            links = &[Tag::Comma];
            let ends = |other: &&Mention| comma == Some(other.tokens.end) && self.is_proper(other);
            // "In Japan, China and Russia met": what stands under a preposition is of no list with what does not.
            let is_apart = |other: &&Mention| {
                let label = |index: usize| self.sentence.token(index).map(|token| token.label);
                label(other.head) != Some(Label::Pobj) || label(mention.head) == Some(Label::Pobj)
            };
            let Some(before) = self.mentions.iter().filter(ends).find(is_apart) else { return found };
            found.push(before);
            start = before.tokens.start;
        }
    }

    /// Returns the names beside the owner of several: "the foreign ministers of Greece and Turkey".
    fn owners_beside(&self, mention: &Mention) -> Vec<&'a Mention> {
        if !self.sentence.token(mention.head).is_some_and(|token| matches!(token.tag, Tag::Nns | Tag::Nnps)) {
            return Vec::new();
        }
        let inside = mention.tokens.clone().filter(|&index| index != mention.head);
        let beside = inside.flat_map(|index| self.conjuncts(index)).filter(|&index| !mention.covers(index));
        beside
            .flat_map(|index| self.mentions.iter().filter(move |other| other.covers(index)))
            .filter(|other| self.is_proper(other))
            .collect()
    }

    /// Returns whoever opens the sentence before "and" and a mention, whatever the parser made of the name:
    /// "Trump and Kim met".
    fn opening(&self, mention: &Mention) -> Option<&'a Mention> {
        let conjunction = mention.tokens.start.checked_sub(1)?;
        self.sentence.token(conjunction).filter(|token| token.tag == Tag::Cc)?;
        let opens = |other: &&Mention| other.tokens.start == 0 && other.tokens.end == conjunction;
        self.mentions.iter().find(opens).filter(|other| !matches!(other.form, Form::Place | Form::Bystander))
    }

    fn is_proper(&self, mention: &Mention) -> bool {
        let is_name =
            |index: usize| self.sentence.token(index).is_some_and(|token| matches!(token.tag, Tag::Nnp | Tag::Nnps));
        matches!(mention.form, Form::Name | Form::Adjective | Form::Metonym | Form::Place) && is_name(mention.head)
    }

    fn conjuncts(&self, head: usize) -> Vec<usize> {
        let below = |noun: usize, label: Label| {
            self.sentence.children(noun).filter(move |(_, below)| below.label == label).map(|(index, _)| index)
        };
        // "The minister, Juan Soto, and his counterpart": joined to the minister, though the parser joins them to the name.
        let is_one = self.sentence.token(head).is_some_and(|token| matches!(token.tag, Tag::Nn | Tag::Nnp));
        let names = below(head, Label::Appos).filter(|_| is_one);
        let is_apart = |&other: &usize| {
            let token = |at: usize| self.sentence.token(at);
            let link = (0..other).rev().find(|&at| token(at).is_some_and(|word| word.label == Label::Cc));
            link.and_then(|at| token(at.checked_sub(1)?)).is_some_and(|before| before.tag == Tag::Comma)
        };
        let joined = names.flat_map(|name| below(name, Label::Conj)).filter(is_apart);
        below(head, Label::Conj).chain(joined).collect()
    }

    /// Returns on whom what is told of a noun says that it lies: "sanctions imposed on Peru", "tariffs it put on Peru".
    fn laid_on(&self, noun: usize) -> Vec<&'a Mention> {
        self.told_under(noun, &|_| true, &self.frames.shared().onto)
    }

    /// Returns for whom a thing that is acted on is told to be: "held back 5 million dollars meant for Peru".
    fn destined(&self, arguments: &Arguments) -> Vec<&'a Mention> {
        let shared = self.frames.shared();
        let is_destined = |token: &Token| shared.destined.contains(&*token.lower);
        let things = arguments.object.iter().chain(arguments.preps.iter().map(|(_, under)| under));
        let found = things.map(|&thing| self.told_under(thing, &is_destined, &shared.getting));
        found.into_iter().find(|found| !found.is_empty()).unwrap_or_default()
    }

    /// Returns who is named under one of some prepositions of a participle or clause that tells of a noun.
    fn told_under(
        &self,
        noun: usize,
        is_wanted: &dyn Fn(&Token) -> bool,
        prepositions: &BTreeSet<String>,
    ) -> Vec<&'a Mention> {
        let tells = |below: &Token| matches!(below.label, Label::Acl | Label::Relcl) && is_wanted(below);
        let told = self.sentence.children(noun).filter(|(_, below)| tells(below));
        told.flat_map(|(clause, _)| self.sentence.children(clause))
            .filter(|(_, below)| below.label == Label::Prep && prepositions.contains(&*below.lower))
            .flat_map(|(preposition, _)| clause::objects(self.sentence, preposition))
            .map(|object| self.within(object))
            .find(|found| !found.is_empty())
            .unwrap_or_default()
    }

    /// Tells whether a clause is opened by a word that sets it against the one above.
    fn is_meanwhile(&self, clause: usize) -> bool {
        let opens = |token: &Token| self.frames.shared().contrasts.contains(&*token.lower);
        self.sentence.child(clause, Label::Mark).and_then(|mark| self.sentence.token(mark)).is_some_and(opens)
    }

    /// Returns who is named in a part of the sentence, but for what a relative clause tells of somebody in it.
    fn anywhere_below(&self, top: usize) -> Vec<&'a Mention> {
        let below = self.sentence.subtree(top);
        // "Lent it money, while Peru left the pact": what another does meanwhile is told apart.
        let is_apart = |index: usize| {
            self.sentence.token(index).is_some_and(|token| match token.label {
                Label::Relcl => true,
                Label::Advcl => {
                    index > top && self.sentence.child(index, Label::Nsubj).is_some() && self.is_meanwhile(index)
                }
                _ => false,
            })
        };
        let label = |index: usize| self.sentence.token(index).map(|token| token.label);
        // "Welcomed the pact and said it would send experts to Geneva": of what else is said, only whoever acts in it.
        let is_said_beside = |inner: usize, clause: usize| {
            let verb = self.sentence.token(clause).and_then(|token| token.head);
            label(clause) == Some(Label::Ccomp)
                && verb.is_some_and(|verb| verb != top && label(verb) == Some(Label::Conj))
                && !matches!(label(inner), Some(Label::Nsubj | Label::NsubjPass))
        };
        let is_aside = |head: usize| {
            let up = || std::iter::once(head).chain(self.sentence.ancestors(head)).take_while(|&index| index != top);
            up().any(is_apart) || up().zip(up().skip(1)).any(|(inner, clause)| is_said_beside(inner, clause))
        };
        self.mentions
            .iter()
            .filter(|mention| below.binary_search(&mention.head).is_ok() && !is_aside(mention.head))
            .filter(|mention| !matches!(mention.form, Form::Place))
            .collect()
    }
}

/// Tells whether a slot holds whatever is named in some part of a sentence.
fn is_loose(slot: &Slot) -> bool {
    matches!(slot, Slot::Clause | Slot::Complement | Slot::Modifier)
}

fn add<'a>(to: &mut Vec<&'a Mention>, from: Vec<&'a Mention>) {
    for mention in from {
        if !to.iter().any(|other| std::ptr::eq(*other, mention)) {
            to.push(mention);
        }
    }
}

/// Tells whether two mentions name somebody of one state.
fn is_of_same(one: &Mention, other: &Mention) -> bool {
    one.parties.iter().any(|party| other.parties.iter().any(|second| second.country == party.country))
}
