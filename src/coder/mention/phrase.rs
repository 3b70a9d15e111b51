//! One phrase that names actors: owner, organ, title or agent noun, person.

mod behind;
mod longer;
mod title;

use super::owner::Sense;
use super::{Form, Memory, Mention, head_of, is_before_noun, owner, span_of, unknown};
use crate::english::tag::{Label, Tag};
use crate::english::{Sentence, Token};
use crate::model::category::{ActorKind, Sector};
use crate::model::day::Day;
use crate::model::event::Participant;
use crate::model::id::ActorId;
use crate::ontology::Ontology;
use crate::ontology::lexicon::time::TimeWords;
use crate::ontology::reference::{Description, DescriptionKind};
use crate::ontology::roster::{ELITES, Meaning, OrganRule, Roster, Units, Writing};
use std::ops::Range;
use title::Title;

/// How many adjectives and numbers may stand between an owner and its noun.
const FILLERS: usize = 3;

/// How sure each kind of phrase is, 0 to 100.
const SURE: u8 = 100;
const LIKELY: u8 = 90;
const WEAK: u8 = 75;
const LOOSE: u8 = 60;

/// What was read at a token.
pub(super) enum Read {
    /// A mention.
    Mention(Mention),
    /// Words that look like an actor and are none: a sea, a region, an event.
    Hidden(usize),
}

/// What a noun phrase says that its owner's part is.
struct Core {
    end: usize,
    form: Form,
    parties: Vec<Participant>,
    how: String,
}

pub(super) struct Reader<'a> {
    number: usize,
    sentence: &'a Sentence,
    ontology: &'a Ontology,
    roster: &'a Roster,
    day: Day,
    memory: &'a mut Memory,
    lemmas: Vec<std::borrow::Cow<'a, str>>,
    /// For each token the end of the longest name that begins there, and what it may mean.
    found: Vec<Option<(usize, Vec<Meaning>)>>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(
        number: usize,
        sentence: &'a Sentence,
        ontology: &'a Ontology,
        day: Day,
        memory: &'a mut Memory,
    ) -> Self {
        let words: Vec<&str> = sentence.tokens.iter().map(|token| &*token.text).collect();
        let lemmas = (0..sentence.tokens.len()).filter_map(|at| super::super::frame::lemma_of(sentence, at)).collect();
        let units = Units::new(words.iter().copied());
        let lower = |word: &&str| word.chars().any(char::is_lowercase);
        let writing = if words.iter().any(lower) { Writing::Mixed } else { Writing::Capitals };
        let roster = ontology.roster();
        let found = (0..words.len()).map(|at| roster.names().longest(&units, at, writing)).collect();
        Self { number, sentence, ontology, roster, day, memory, lemmas, found }
    }

    /// Reads the phrase that begins at a token, if one does.
    pub(super) fn read(&mut self, at: usize) -> Option<Read> {
        if unknown::is_before_name(self.sentence, self.ontology, at) {
            return Some(Read::Hidden(at + 1));
        }
        if let Some((end, senses)) = self.names(at) {
            if senses.is_empty() {
                return Some(Read::Hidden(end));
            }
            if senses.iter().all(|sense| matches!(sense, Sense::People(states) if states.is_empty())) {
                return Some(self.of_several(at, end).map_or(Read::Hidden(end), Read::Mention));
            }
            if unknown::is_no_side(self.sentence, self.ontology, at..end) || self.is_of_members(at, end) {
                return Some(Read::Hidden(end));
            }
            if let Some(mention) = self.owned(at, end, &senses).or_else(|| self.named(at, end, &senses)) {
                return Some(Read::Mention(mention));
            }
        }
        let of_leader = self.of_leader(at, at + 1);
        if let Some(mention) = of_leader.or_else(|| self.ownerless(at)).or_else(|| self.remembered(at)) {
            return Some(Read::Mention(mention));
        }
        // An office without its state is for the resolver of references, not a name of its own.
        match (self.organ(at), self.title(at)) {
            (Some((end, _)), _) => Some(Read::Hidden(end)),
            (None, Some(title)) => Some(Read::Hidden(title.end)),
            (None, None) => self.unknown(at),
        }
    }

    /// Tells whether a name of several states stands before a noun for one of them that is not named: "the EU country".
    fn is_of_members(&self, at: usize, end: usize) -> bool {
        let name = self.sentence.tokens.get(at..end).unwrap_or_default();
        let words: Vec<&str> = name.iter().map(|token| &*token.text).collect();
        let references = self.ontology.references();
        let is_country = |lemma: &str| {
            references.descriptions(lemma).iter().any(|description| description.kind == DescriptionKind::Country)
        };
        let is_name = |next: &Token| matches!(next.tag, Tag::Nnp | Tag::Nnps);
        self.token(end).is_some_and(|noun| noun.tag == Tag::Nn)
            && !self.token(end + 1).is_some_and(is_name)
            && self.lemmas.get(end).is_some_and(|lemma| is_country(lemma))
            && references.is_area(&words)
    }

    fn token(&self, at: usize) -> Option<&'a Token> {
        self.sentence.token(at)
    }

    fn time(&self) -> &'a TimeWords {
        &self.ontology.lexicon().time
    }

    fn meanings(&self, at: usize) -> Option<(usize, &[Meaning])> {
        self.found.get(at)?.as_ref().map(|(end, meanings)| (*end, meanings.as_slice()))
    }

    /// Returns the end of the name at a token and the actors it may mean; none where it only hides.
    fn names(&self, at: usize) -> Option<(usize, Vec<Sense>)> {
        let (end, meanings) = self.meanings(at)?;
        // A pronoun at the head of a sentence is no family name.
        if self.token(at).is_some_and(|token| token.tag == Tag::Prp) || self.is_counted(at, end) {
            return None;
        }
        let id = |index: usize| self.roster.entry(index).map(|entry| entry.id.clone());
        let is_month = unknown::names_month(self.sentence, self.time(), at);
        let sense = |meaning: &Meaning| match *meaning {
            Meaning::Actor(index) => id(index).map(Sense::Actor),
            Meaning::Adjective(index) => id(index).map(Sense::Adjective),
            Meaning::Nationals(index) => id(index).map(Sense::Nationals),
            Meaning::Seat(index) => id(index).map(Sense::Seat),
            Meaning::Place(index) => id(index).map(Sense::Place),
            Meaning::FamilyName(index) => id(index).filter(|_| !is_month).map(Sense::Family),
            Meaning::People(index) => self.roster.people(index).map(|people| Sense::People(people.states.clone())),
            Meaning::Title(_) | Meaning::Titles(_) | Meaning::Prefix(_) | Meaning::Organ(_) | Meaning::Region(_) => {
                None
            }
        };
        let mut senses: Vec<Sense> = meanings.iter().filter_map(sense).collect();
        // "Belgrade" is the seat of Yugoslavia while there is one.
        senses.sort_by_key(|sense| !self.is_seat_for_a_time(sense));
        let hides = meanings.iter().any(|meaning| matches!(meaning, Meaning::Region(_)));
        (!senses.is_empty() || hides).then_some((end, senses))
    }

    /// Tells whether a capital is that of a state that came to an end and stands on the day.
    fn is_seat_for_a_time(&self, sense: &Sense) -> bool {
        let Sense::Seat(id) = sense else { return false };
        self.roster.actor(id).is_some_and(|entry| entry.days.to.is_some() && entry.days.contains(self.day))
    }

    fn organ(&self, at: usize) -> Option<(usize, &'a OrganRule)> {
        let (end, meanings) = self.meanings(at)?;
        let index = meanings.iter().find_map(|meaning| match meaning {
            Meaning::Organ(index) => Some(*index),
            _ => None,
        })?;
        Some((end, self.roster.organ_rule(index)?))
    }

    /// Returns the part of a state or organisation that a title or organ stands for.
    fn part(&self, owner: &ActorId, suffix: &str) -> Option<Participant> {
        self.roster.organ_by_suffix(owner, suffix, self.day).or_else(|| self.roster.participant(owner, self.day))
    }

    fn mention(
        &self,
        tokens: Range<usize>,
        form: Form,
        parties: Vec<Participant>,
        how: String,
        confidence: u8,
    ) -> Option<Mention> {
        let span = span_of(self.sentence, &tokens);
        let head = head_of(self.sentence, &tokens);
        let parties: Vec<Participant> =
            parties.into_iter().map(|party| Participant { mention: Some(span), ..party }).collect();
        (!parties.is_empty()).then_some(Mention {
            sentence: self.number,
            head,
            tokens,
            span,
            form,
            parties,
            how,
            confidence,
        })
    }

    /// An owner with what is its: "Japanese Prime Minister Fumio Kishida", "Israel's army", "six Indian diplomats".
    fn owned(&mut self, at: usize, end: usize, senses: &[Sense]) -> Option<Mention> {
        let Some(mut owners) = owner::of_senses(senses) else { return self.of_leader(at, end) };
        // "Shut its Lima embassy": where it is; "Lima's embassy" and "the Peruvian embassy" say whose.
        let is_seat = senses.iter().all(|sense| matches!(sense, Sense::Seat(_) | Sense::Place(_)));
        if is_seat && self.organ(end).is_some_and(|(_, organ)| organ.abroad) {
            return None;
        }
        let mut next = end;
        // "Japanese and Russian foreign ministers"; "a camp in Syria, Turkish officials said" is no list.
        // "In New Zealand, Turkish officials said" neither.
        let is_adjective = senses.iter().any(|sense| matches!(sense, Sense::Adjective(_)))
            && !senses.iter().any(|sense| matches!(sense, Sense::Actor(_)));
        while is_adjective || self.token(next).is_none_or(|token| token.tag != Tag::Comma) {
            let Some((after, more)) = self.coordinated(next) else { break };
            next = after;
            owners.extend(more);
        }
        if self.token(next).is_some_and(|token| token.tag == Tag::Pos) {
            next += 1;
        }
        let core = self.core_after_fillers(next, &owners, self.is_out(at))?;
        self.mention(at..core.end, core.form, core.parties, core.how, LIKELY)
    }

    /// Whoever is of a people of several states: "West African leaders" are of no one of them, wherever they meet.
    fn of_several(&mut self, at: usize, end: usize) -> Option<Mention> {
        let agent = self.ownerless(end);
        let (end, parties) = match (agent, self.title(end)) {
            (Some(agent), _) => (agent.tokens.end, agent.parties),
            (None, Some(title)) => (title.end, vec![unknown::sector(title.rule.sector, &self.token(end)?.lower)?]),
            (None, None) => return None,
        };
        let parties = parties.into_iter().map(|party| Participant { sector: None, ..party }).collect();
        self.mention(at..end, Form::Unknown, parties, "of a people of several states".to_owned(), LOOSE)
    }

    /// The government of somebody whom the text has introduced: "the Quispe administration".
    fn of_leader(&self, at: usize, end: usize) -> Option<Mention> {
        self.token(at).filter(|token| token.tag == Tag::Nnp)?;
        let governs = |one: &Description| one.kind == DescriptionKind::Government;
        let lemma = self.lemmas.get(end)?;
        if !self.is_noun(end) || !self.ontology.references().descriptions(lemma).iter().any(governs) {
            return None;
        }
        let state = self.memory.person(&self.text(at..end))?.country.clone()?.root();
        let government = owner::part_of(self.roster, &state, self.roster.government_sector()?, self.day)?;
        self.mention(at..end + 1, Form::Agent, vec![government], "the government of a leader".to_owned(), LIKELY)
    }

    fn coordinated(&self, at: usize) -> Option<(usize, Vec<ActorId>)> {
        let link = self.token(at).filter(|token| matches!(token.tag, Tag::Cc | Tag::Comma | Tag::Hyph))?;
        let (end, senses) = self.names(at + 1)?;
        let adjective = senses.iter().find_map(|sense| match sense {
            Sense::Adjective(id) => Some(id.clone()),
            _ => None,
        })?;
        // A name after a comma begins a phrase of its own; an adjective may share the noun.
        (link.tag != Tag::Comma || is_before_noun(self.sentence, at + 1)).then(|| (end, vec![adjective]))
    }

    fn core_after_fillers(&mut self, from: usize, owners: &[ActorId], out: bool) -> Option<Core> {
        for at in from..=from + FILLERS {
            if let Some(core) = self.core(at, owners, out) {
                return Some(core);
            }
            let token = self.token(at)?;
            let fills = matches!(
                token.tag,
                Tag::Jj | Tag::Jjr | Tag::Jjs | Tag::Cd | Tag::Vbn | Tag::Vbg | Tag::Hyph | Tag::Rb
            );
            // "Peru suspended military ties" is no suspended one.
            let is_before = token.tag != Tag::Vbd && self.is_prefix(at);
            if !fills && !is_before {
                return None;
            }
            // "Peru-backed rebels" are nobody's, "Peruvian-led forces" are Peru's.
            let is_participle = |token: &Token| matches!(token.tag, Tag::Vbn | Tag::Vbd);
            if token.tag == Tag::Hyph
                && let Some(second) = self.token(at + 1).filter(|second| is_participle(second))
                && !self.ontology.frames().shared().agency.contains(&*second.lower)
            {
                return None;
            }
        }
        None
    }

    /// An organ, title or agent noun, and the person that follows.
    fn core(&mut self, at: usize, owners: &[ActorId], out: bool) -> Option<Core> {
        let organ = self.organ(at);
        if let Some(title) = self.title(organ.map_or(at, |(end, _)| end)) {
            let left = out || title.out;
            let title = Title { held: title.held && !left, binds: title.binds && !left, out: left, ..title };
            return self.office(&title, organ.map(|(_, organ)| organ), owners);
        }
        if let Some((end, organ)) = organ {
            let parties = owners.iter().filter_map(|owner| self.part(owner, &organ.suffix)).collect();
            return Some(Core { end, form: Form::Name, parties, how: format!("organ {} of its owner", organ.suffix) });
        }
        let (end, sector, _) = self.agent(at)?;
        let parties = owners.iter().filter_map(|owner| owner::part_of(self.roster, owner, sector, self.day)).collect();
        Some(Core { end, form: Form::Agent, parties, how: format!("{sector} of its owner") })
    }

    /// A noun for agents without a name, alone or with the nouns before it: "armored vehicles", "soldiers".
    fn agent(&self, at: usize) -> Option<(usize, Sector, bool)> {
        let mut last = at;
        while self.token(last).is_some_and(|token| token.label == Label::Compound && token.head == Some(last + 1)) {
            last += 1;
        }
        let token = self.token(last).filter(|token| token.tag.is_noun())?;
        if token.label == Label::Compound {
            return None;
        }
        let before = (at..last).rev().filter_map(|index| self.lemmas.get(index)).map(AsRef::as_ref);
        let noun = self.roster.agent(self.lemmas.get(last)?, before)?;
        Some((last + 1, noun.sector, noun.acts))
    }

    /// Someone in an office of `owners`: a named person, the holder on the day, or the organ itself.
    fn office(&mut self, title: &Title<'_>, organ: Option<&OrganRule>, owners: &[ActorId]) -> Option<Core> {
        let suffix = organ.map_or(title.rule.organ.as_str(), |organ| organ.suffix.as_str());
        let form = Form::Title;
        if let Some((end, person)) = self.person(title, suffix, owners.first()) {
            let how = format!("{} by name and title", title.rule.title);
            return Some(Core { end, form, parties: vec![person], how });
        }
        // "The former minister, Ana Quispe, met": not whoever is minister now.
        if title.out {
            let after = self.token(title.end).filter(|token| token.tag == Tag::Comma).map(|_| title.end + 1);
            let named = after.map(|end| Title { end, ..*title });
            if let Some((end, person)) = named.and_then(|named| self.person(&named, suffix, owners.first())) {
                let how = format!("{} once, by name", title.rule.title);
                return Some(Core { end, form, parties: vec![person], how });
            }
            let elites = |owner| owner::part_of(self.roster, owner, ELITES.parse().ok()?, self.day);
            let parties = owners.iter().filter_map(elites).collect();
            return Some(Core { end: title.end, form, parties, how: format!("{} no more", title.rule.title) });
        }
        let mut parties = Vec::new();
        for owner in owners {
            let one = title.held && organ.is_none() && (!title.plural || owners.len() > 1);
            let holder = if one { self.roster.holder_of_title(title.rule, owner, self.day) } else { None };
            let holder = holder.and_then(|entry| self.roster.participant(&entry.id, self.day));
            let organ =
                || self.part(owner, suffix).map(|part| Participant { binds: part.binds && title.binds, ..part });
            parties.extend(holder.or_else(organ));
        }
        Some(Core { end: title.end, form, parties, how: format!("{} on the day", title.rule.title) })
    }

    /// The person named right after a title.
    fn person(&mut self, title: &Title<'_>, suffix: &str, owner: Option<&ActorId>) -> Option<(usize, Participant)> {
        // "Emir Sheikh Tamim": what stands before a name is no part of it.
        let at = title.end + usize::from(unknown::is_before_name(self.sentence, self.ontology, title.end));
        if let Some((end, senses)) = self.names(at).filter(|(end, _)| !self.goes_on(*end)) {
            let known = senses.iter().find_map(|sense| match sense {
                Sense::Actor(id) | Sense::Family(id) => self.roster.participant(id, self.day).filter(|party| {
                    let root = party.country.clone();
                    party.kind == ActorKind::Person && owner.is_none_or(|owner| root.as_ref() == Some(&owner.root()))
                }),
                _ => None,
            });
            if let Some(person) = known {
                let person = Participant { binds: person.binds || (title.binds && title.held), ..person };
                self.introduce(&self.text(at..end), &person);
                return Some((end, person));
            }
        }
        let length = unknown::name_length(self.sentence, at, self.time())?;
        let name = self.text(at..at + length);
        if let Some(known) = self.memory.person(name.rsplit(' ').next().unwrap_or(&name)) {
            return Some((at + length, known.clone()));
        }
        let owner = owner?;
        let part = self.part(owner, suffix);
        let sector = part.as_ref().and_then(|part| part.sector).or(Some(title.rule.sector));
        let person = unknown::person(&name, Some(owner), sector, title.binds && title.held)?;
        self.introduce(&name, &person);
        Some((at + length, person))
    }

    fn introduce(&mut self, name: &str, person: &Participant) {
        let state = person.country.as_ref().map(ActorId::root);
        let is_first = state.is_some_and(|state| self.ontology.references().puts_family_first(&state));
        self.memory.introduce(name, person, is_first);
    }

    /// Tells whether a proper name that ends before a token goes on with it: "Juan Carlos" of "Juan Carlos Lopez", "Jean" of
    /// "Jean-Claude".
    fn goes_on(&self, end: usize) -> bool {
        if unknown::is_joined(self.sentence, end) {
            return true;
        }
        let last = end.checked_sub(1).and_then(|last| self.token(last));
        last.is_some_and(|token| token.label == Label::Compound && token.head.is_some_and(|head| head >= end))
            && self.token(end).is_some_and(|token| token.tag == Tag::Nnp)
    }

    /// Returns the words of tokens, with spaces only where the text has some.
    fn text(&self, tokens: Range<usize>) -> String {
        let mut text = String::new();
        let mut end = None;
        for token in self.sentence.tokens.get(tokens).unwrap_or_default() {
            if end.is_some_and(|end| end < token.span.start()) {
                text.push(' ');
            }
            text.push_str(&token.text);
            end = Some(token.span.end());
        }
        text
    }

    /// A name by itself: a state, an organisation, a person, an adjective, a capital, a place.
    fn named(&mut self, at: usize, end: usize, senses: &[Sense]) -> Option<Mention> {
        let tokens = at..end;
        let head = head_of(self.sentence, &tokens);
        if self.is_part_of_other_name(&tokens, senses) {
            return None;
        }
        for sense in senses {
            let party = |id: &ActorId| self.roster.participant(id, self.day);
            let found = match sense {
                Sense::Actor(id) => {
                    let party = party(id)?;
                    if party.kind == ActorKind::Person {
                        self.introduce(&self.text(tokens.clone()), &party);
                    }
                    let before = is_before_noun(self.sentence, head) && party.kind != ActorKind::Person;
                    let form = if before { Form::Adjective } else { Form::Name };
                    self.mention(tokens.clone(), form, vec![party], "by name".to_owned(), SURE)
                }
                Sense::Adjective(id) if is_before_noun(self.sentence, head) || !self.is_noun(head) => {
                    self.mention(tokens.clone(), Form::Adjective, vec![party(id)?], "by adjective".to_owned(), LIKELY)
                }
                Sense::Adjective(_) => None,
                // "His Thai and Cambodian counterparts": what the second stands before, the first does.
                Sense::Nationals(id) if self.is_beside_adjective(end) => {
                    self.mention(tokens.clone(), Form::Adjective, vec![party(id)?], "by adjective".to_owned(), LIKELY)
                }
                Sense::Nationals(id) => {
                    let (people, form) = (self.civilians(id)?, self.as_nationals(senses, head));
                    self.mention(tokens.clone(), form, vec![people], "its people".to_owned(), LIKELY)
                }
                Sense::People(states) => {
                    let people = self.civilians(states.first()?)?;
                    self.mention(tokens.clone(), Form::Agent, vec![people], "a people of that state".to_owned(), LOOSE)
                }
                Sense::Seat(id) => {
                    let acts = self.acts(head);
                    let (form, how) = if acts {
                        (Form::Metonym, "capital or seat that acts")
                    } else {
                        (Form::Place, "a place in it")
                    };
                    let sector = if acts { self.roster.government_sector() } else { None };
                    let party = party(id).map(|party| Participant { sector: party.sector.or(sector), ..party })?;
                    self.mention(tokens.clone(), form, vec![party], how.to_owned(), WEAK)
                }
                Sense::Family(_) => {
                    let introduced = self.memory.person(&self.text(tokens.clone())).cloned();
                    let confidence = if introduced.is_some() { LIKELY } else { WEAK };
                    let family = senses.iter().filter_map(|sense| match sense {
                        Sense::Family(id) => Some(id),
                        _ => None,
                    });
                    let person = introduced.or_else(|| party(&self.roster.most_prominent(family, self.day)?.id))?;
                    self.mention(tokens.clone(), Form::Name, vec![person], "by family name".to_owned(), confidence)
                }
                Sense::Place(id) => {
                    self.mention(tokens.clone(), Form::Place, vec![party(id)?], "a place in it".to_owned(), LOOSE)
                }
            };
            if found.is_some() {
                return found;
            }
        }
        None
    }

    fn civilians(&self, state: &ActorId) -> Option<Participant> {
        owner::part_of(self.roster, state, unknown::civilians()?, self.day)
    }

    fn is_noun(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| matches!(token.tag, Tag::Nnp | Tag::Nnps | Tag::Nn | Tag::Nns))
    }

    /// Tells whether a word before the name of a state names a part of it: "Northern Peru".
    fn is_direction(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| self.ontology.references().is_direction(&token.lower))
    }

    /// Tells whether a proper noun begins neither a title nor an organ nor a known name.
    fn is_noun_only(&self, at: usize) -> bool {
        self.title(at).is_none() && self.organ(at).is_none() && self.names(at).is_none()
    }

    /// An organ, title or agent without an owner before it: a named person, an owner behind "of", or nobody's.
    fn ownerless(&mut self, at: usize) -> Option<Mention> {
        let token = self.token(at)?;
        if !matches!(token.tag, Tag::Nn | Tag::Nns | Tag::Nnp | Tag::Nnps | Tag::Jj | Tag::Vbg | Tag::Rb) {
            return None;
        }
        let organ = self.organ(at);
        if let Some(title) = self.title(organ.map_or(at, |(end, _)| end)) {
            let suffix = organ.map_or(title.rule.organ.as_str(), |(_, organ)| organ.suffix.as_str());
            if let Some((end, person)) = self.person(&title, suffix, None) {
                return self.mention(at..end, Form::Title, vec![person], format!("{} by name", title.rule.title), SURE);
            }
            if let Some((after, owners)) = self.owners_behind(title.end, title.plural) {
                let title = Title { end: after, ..title };
                let core = self.office(&title, organ.map(|(_, organ)| organ), &owners)?;
                return self.mention(at..core.end, Form::Title, core.parties, core.how, LIKELY);
            }
            let length = unknown::name_length(self.sentence, title.end, self.time())?;
            let tokens = at..title.end + length;
            let name = self.text(title.end..tokens.end);
            let person = unknown::person(&name, None, Some(title.rule.sector), title.binds && title.held)?;
            self.introduce(&name, &person);
            return self.mention(tokens, Form::Unknown, vec![person], "a title of no known state".to_owned(), LOOSE);
        }
        if let Some((end, organ)) = organ {
            let of_place = || if organ.abroad { None } else { self.located_behind(end) };
            let (after, owners) = self.owners_behind(end, self.is_plural(end)).or_else(of_place)?;
            let parties = owners.iter().filter_map(|owner| self.part(owner, &organ.suffix)).collect();
            return self.mention(
                at..after,
                Form::Name,
                parties,
                format!("organ {} of its owner", organ.suffix),
                LIKELY,
            );
        }
        let (end, sector, acts) = self.agent(at)?;
        let is_placeless = self.ontology.references().is_placeless(sector.as_str());
        let of_place = || if is_placeless { None } else { self.located_behind(end) };
        if let Some((after, owners)) = self.owners_behind(end, self.is_plural(end)).or_else(of_place) {
            let parties =
                owners.iter().filter_map(|owner| owner::part_of(self.roster, owner, sector, self.day)).collect();
            return self.mention(at..after, Form::Agent, parties, format!("{sector} of its owner"), LIKELY);
        }
        let nobody = unknown::sector(sector, &token.lower)?;
        let form = if acts { Form::Agent } else { Form::Bystander };
        self.mention(at..end, form, vec![nobody], "of no known state".to_owned(), LOOSE)
    }

    /// A family name that the article has introduced.
    fn remembered(&self, at: usize) -> Option<Mention> {
        let token = self.token(at).filter(|token| token.tag == Tag::Nnp)?;
        let person = self.memory.person(&token.text)?.clone();
        let form = if person.country.is_some() { Form::Name } else { Form::Unknown };
        self.mention(at..at + 1, form, vec![person], "named before".to_owned(), LIKELY)
    }

    /// A proper name that the roster does not know.
    fn unknown(&mut self, at: usize) -> Option<Read> {
        let length = unknown::name_length(self.sentence, at, self.time())?;
        // "Young Peruvians": an adjective at the head of a sentence is in capitals for that only.
        let is_people = |sense: &Sense| matches!(sense, Sense::Nationals(_) | Sense::Adjective(_));
        let people = |index: usize| self.names(index).is_some_and(|(_, senses)| senses.iter().any(is_people));
        if at == 0 && (1..length).any(people) {
            return None;
        }
        // "Acting Thai Prime Minister": how the office is held is no part of a name.
        let is_before_title = |end: usize| self.is_prefix(at) && self.title(end).is_some();
        if self.names(at + 1).is_some_and(|(end, _)| self.is_direction(at) || is_before_title(end)) {
            return Some(Read::Hidden(at + 1));
        }
        // "The New Lome Treaty", "the Alpaca Education Centre".
        let end = at + length;
        if length > 1 && unknown::names_nobody(self.ontology, self.token(end - 1)?) {
            return Some(Read::Hidden(end));
        }
        // "Regional Integration Secretary Ana Quispe": the office within a run of names.
        let references = self.ontology.references();
        let office = (at..end - 1).rev().find(|&at| self.lemmas.get(at).is_some_and(|it| references.is_office(it)));
        if let Some((office, lemma)) = office.and_then(|at| Some((at, self.lemmas.get(at)?)))
            && let Some(noun) = self.roster.bare_agent(lemma, std::iter::empty())
        {
            let name = self.text(office + 1..end);
            let person = unknown::person(&name, None, Some(noun.sector), false)?;
            self.introduce(&name, &person);
            let how = "an office of no known state".to_owned();
            return self.mention(at..end, Form::Unknown, vec![person], how, LOOSE).map(Read::Mention);
        }
        let name = self.text(at..end);
        let nobody = unknown::of_name(&name, at, length, &self.lemmas, self.roster)?;
        self.introduce(&name, &nobody);
        let how = "a name that is not in the roster".to_owned();
        self.mention(at..end, Form::Unknown, vec![nobody], how, LOOSE).map(Read::Mention)
    }
}
