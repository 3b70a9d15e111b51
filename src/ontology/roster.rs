//! Who is known: names and roles to actors, by day.
//!
//! States, organisations, institutions, groups and people are entries; an organ of any state without an entry of its own
//! (`IRQ.REB`, "Iraqi rebels") is made when asked for. Days are inclusive at both ends.

mod compile;
mod names;
mod search;

pub use names::{Case, NameIndex, Units, Writing};
pub use search::Found;

use crate::model::category::{ActorKind, Sector};
use crate::model::day::Day;
use crate::model::event::Participant;
use crate::model::id::ActorId;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

/// The organ that stands for a government, and its sector for one in office.
pub(crate) const GOVERNMENT: &str = "GOV";

/// The sector of those who have left office.
pub(crate) const ELITES: &str = "ELI";

/// All actors, and the words that stand for actors without names.
#[derive(Debug, Default)]
pub struct Roster {
    entries: Vec<Entry>,
    by_id: BTreeMap<ActorId, usize>,
    /// People by whom their terms represent; made when first asked for.
    by_party: OnceLock<BTreeMap<ActorId, Vec<usize>>>,
    /// Actors by the descriptions that may refer to them, in lower case; made when first asked for.
    described: OnceLock<BTreeMap<String, Vec<usize>>>,
    names: NameIndex<Meaning>,
    titles: Vec<TitleRule>,
    prefixes: Vec<PrefixRule>,
    organs: Vec<OrganRule>,
    agents: BTreeMap<String, Vec<AgentNoun>>,
    peoples: Vec<People>,
    regions: Vec<Region>,
}

/// One known actor.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Entry {
    /// Its id.
    pub id: ActorId,
    /// The name to show.
    pub name: String,
    /// What kind of actor it is.
    pub kind: ActorKind,
    /// Whether it is a territory of another state, with a code of its own.
    pub territory: bool,
    /// The state it counts for, the organisation's code, a group's home; absent for people, whose terms say so.
    pub country: Option<ActorId>,
    /// Its sector; absent for states and people.
    pub sector: Option<Sector>,
    /// Whether its word binds its state.
    pub binds: bool,
    /// Whether its name is also a common word, a person or another thing.
    pub ambiguous: bool,
    /// Other names.
    pub names: Vec<String>,
    /// The adjective that stands before nouns: "Russian".
    pub adjective: Option<String>,
    /// Definite descriptions that may refer to it once it has been named.
    pub descriptions: Vec<String>,
    /// Its first and last day, where they decide a reading.
    pub days: Days,
    /// What it became.
    pub successor: Option<ActorId>,
    /// Land borders and close neighbors across the sea.
    pub neighbors: Vec<ActorId>,
    /// Members of an organisation.
    pub members: Vec<Membership>,
    /// Terms of office of a person.
    pub terms: Vec<Term>,
    /// Whether a person is a woman; absent where not said.
    pub woman: Option<bool>,
}

/// A run of days, both inclusive; an absent end is open.
#[derive(Copy, Clone, PartialEq, Eq, Debug, Default)]
pub struct Days {
    /// The first day.
    pub from: Option<Day>,
    /// The last day.
    pub to: Option<Day>,
}

/// A member of an organisation.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Membership {
    /// The member.
    pub id: ActorId,
    /// When.
    pub days: Days,
}

/// A term of office.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Term {
    /// The role: `foreign-minister`.
    pub role: String,
    /// What the office is called: "foreign minister".
    pub title: String,
    /// What it represents: `RUS.MFA`.
    pub of: ActorId,
    /// When.
    pub days: Days,
    /// Whether others hold the office at the same time.
    pub shared: bool,
}

/// How a person stands to office on a day.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Status<'a> {
    /// In office.
    Current(&'a Term),
    /// Out of office; the last term that ended.
    Former(&'a Term),
    /// Not yet in office; the first term to come.
    Future(&'a Term),
    /// No term is known.
    Unknown,
}

/// What a name may mean; numbers are places in the roster's lists.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Meaning {
    /// The actor itself.
    Actor(usize),
    /// The adjective of an actor: "Russian".
    Adjective(usize),
    /// Nationals: "the Russians".
    Nationals(usize),
    /// The seat of a government or organisation.
    Seat(usize),
    /// A place in a state.
    Place(usize),
    /// A person's family name.
    FamilyName(usize),
    /// A title.
    Title(usize),
    /// Several holders of a title.
    Titles(usize),
    /// A word before a title.
    Prefix(usize),
    /// An organ that any state may have.
    Organ(usize),
    /// A people without a state of its own.
    People(usize),
    /// A sea, a region, an event or a thing: it only hides the names within it.
    Region(usize),
}

/// A title: "foreign minister".
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TitleRule {
    /// The title in lower case.
    pub title: String,
    /// The role that it gives.
    pub role: String,
    /// The suffix of the organ that it represents beside a bare state.
    pub organ: String,
    /// The sector.
    pub sector: Sector,
    /// Whether the word of its holder binds the state.
    pub binds: bool,
    /// Whether several hold it at a time, so that the title alone names none of them.
    pub several: bool,
}

/// A word before a title: "former".
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PrefixRule {
    /// The word in lower case.
    pub prefix: String,
    /// Whether the word of the holder binds; absent = as the title says.
    pub binds: Option<bool>,
    /// Whether the office is past or to come.
    pub office: Office,
    /// Whether it makes another office of the title: "deputy".
    pub deputy: bool,
}

/// When an office is held, by the word before the title.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Office {
    /// Now.
    Held,
    /// No longer: "former".
    Left,
    /// Not yet: "incoming".
    ToCome,
    /// At the time told: "then".
    HeldThen,
}

/// An organ that any state may have: `MFA`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OrganRule {
    /// The last part of its id.
    pub suffix: String,
    /// The sector.
    pub sector: Sector,
    /// Whether its word binds the state.
    pub binds: bool,
    /// Whether it is armed and counts for no state: its relations are kept under its own id.
    pub apart: bool,
    /// Whether it stands abroad, so that a place after it is not its owner: "its embassy in Peru".
    pub abroad: bool,
    /// How it is shown, with `{adjective}`.
    pub name: String,
    /// What it is called, in lower case.
    pub names: Vec<String>,
}

/// A noun for an agent without a name: "soldier".
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AgentNoun {
    /// The words before its last, in lower case.
    pub before: Vec<String>,
    /// The sector.
    pub sector: Sector,
    /// Whether it may act.
    pub acts: bool,
    /// Whether it counts only where it refers to nobody named before: "several countries".
    pub late: bool,
}

/// A people without a state of its own: it locates and does not count.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct People {
    /// What it is called.
    pub name: String,
    /// Home states, the likeliest first.
    pub states: Vec<ActorId>,
}

/// A name that looks like an actor and is none.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Region {
    /// `sea`, `land`, `event` or `thing`.
    pub kind: String,
    /// States that share it.
    pub states: Vec<ActorId>,
}

impl Days {
    /// Tells whether a day is one of them.
    #[must_use]
    pub fn contains(&self, day: Day) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }
}

impl Roster {
    /// Returns all entries in the order of their ids.
    pub fn iter(&self) -> impl Iterator<Item = &Entry> {
        self.by_id.values().filter_map(|index| self.entries.get(*index))
    }

    /// Returns an entry by its id; organs without an entry have none.
    #[must_use]
    pub fn actor(&self, id: &ActorId) -> Option<&Entry> {
        self.entries.get(*self.by_id.get(id)?)
    }

    /// Returns the entry that a [`Meaning`] names.
    #[must_use]
    pub fn entry(&self, index: usize) -> Option<&Entry> {
        self.entries.get(index)
    }

    /// Returns the actors that a phrase in lower case may refer to where they were named before: "the jewish state".
    pub fn described(&self, phrase: &str) -> impl Iterator<Item = &Entry> {
        let by_phrase = self.described.get_or_init(|| {
            let mut all: BTreeMap<String, Vec<usize>> = BTreeMap::new();
            for (index, entry) in self.entries.iter().enumerate() {
                for phrase in &entry.descriptions {
                    all.entry(phrase.to_lowercase()).or_default().push(index);
                }
            }
            all
        });
        by_phrase.get(phrase).into_iter().flatten().filter_map(|index| self.entries.get(*index))
    }

    /// Returns the index of names.
    #[must_use]
    pub fn names(&self) -> &NameIndex<Meaning> {
        &self.names
    }

    /// Returns the title at a place of the list.
    #[must_use]
    pub fn title(&self, index: usize) -> Option<&TitleRule> {
        self.titles.get(index)
    }

    /// Returns the prefix at a place of the list.
    #[must_use]
    pub fn prefix(&self, index: usize) -> Option<&PrefixRule> {
        self.prefixes.get(index)
    }

    /// Returns the organ at a place of the list.
    #[must_use]
    pub fn organ_rule(&self, index: usize) -> Option<&OrganRule> {
        self.organs.get(index)
    }

    /// Returns the people at a place of the list.
    #[must_use]
    pub fn people(&self, index: usize) -> Option<&People> {
        self.peoples.get(index)
    }

    /// Returns the region at a place of the list.
    #[must_use]
    pub fn region(&self, index: usize) -> Option<&Region> {
        self.regions.get(index)
    }

    /// Returns the agent that a noun names by its lemma and the words before it, the nearest first.
    pub fn agent<'w>(&self, lemma: &str, before: impl Iterator<Item = &'w str> + Clone) -> Option<&AgentNoun> {
        self.bare_agent(lemma, before).filter(|noun| !noun.late)
    }

    /// Returns the agent that a noun names where it refers to nobody named before.
    pub fn bare_agent<'w>(&self, lemma: &str, before: impl Iterator<Item = &'w str> + Clone) -> Option<&AgentNoun> {
        let nouns = self.agents.get(lemma)?;
        let stands = |noun: &&AgentNoun| {
            let mut given = before.clone();
            noun.before.iter().rev().all(|word| given.next() == Some(word.as_str()))
        };
        nouns.iter().filter(stands).max_by_key(|noun| noun.before.len())
    }

    /// Returns the state or organisation that an id counts for: its nearest state, else the root
    /// organisation or group.
    #[must_use]
    pub fn party_of(&self, id: &ActorId) -> Option<&Entry> {
        let mut above = Some(id.clone());
        while let Some(at) = above {
            if let Some(entry) = self.actor(&at) {
                match entry.kind {
                    ActorKind::State | ActorKind::Group => return Some(entry),
                    ActorKind::Institution => return self.party_of(entry.country.as_ref()?),
                    ActorKind::Organisation => {
                        return entry.country.as_ref().map_or(Some(entry), |root| self.actor(root));
                    }
                    ActorKind::Person => {}
                }
            }
            above = at.parent();
        }
        None
    }

    /// Returns an actor as a party of an event on a day, without a mention; organs of states are made.
    #[must_use]
    pub fn participant(&self, id: &ActorId, day: Day) -> Option<Participant> {
        let Some(entry) = self.actor(id) else { return self.organ_of_state(id) };
        if entry.kind == ActorKind::Person {
            return Some(self.person(entry, day));
        }
        Some(Participant {
            id: entry.id.clone(),
            name: entry.name.clone(),
            kind: entry.kind,
            country: entry.country.clone(),
            sector: entry.sector,
            binds: entry.binds,
            mention: None,
        })
    }

    /// Returns a person as a party of an event on a day: in office with the sector of that office, out of
    /// office among the elites, whose word binds nobody.
    fn person(&self, entry: &Entry, day: Day) -> Participant {
        let status = self.status(entry, day);
        let (of, sector, binds) = match status {
            Status::Current(term) => (&term.of, self.sector_of(&term.of), self.term_binds(term)),
            Status::Former(term) => (&term.of, ELITES.parse().ok(), false),
            Status::Future(term) => (&term.of, None, false),
            Status::Unknown => (&entry.id, None, false),
        };
        let country = self.party_of(of).or_else(|| self.party_of(&entry.id)).map(|party| party.id.clone());
        Participant {
            id: entry.id.clone(),
            name: entry.name.clone(),
            kind: ActorKind::Person,
            country,
            sector,
            binds,
            mention: None,
        }
    }

    fn sector_of(&self, id: &ActorId) -> Option<Sector> {
        match self.actor(id) {
            Some(entry) => entry.sector.or_else(|| GOVERNMENT.parse().ok().filter(|_| entry.kind == ActorKind::State)),
            None => self.organ_of_state(id)?.sector,
        }
    }

    /// Tells whether the word of the holder of a term binds: as its title says, else as its organ says.
    fn term_binds(&self, term: &Term) -> bool {
        match self.titles.iter().find(|title| title.title == term.title) {
            Some(title) => title.binds,
            None => {
                self.actor(&term.of)
                    .map(|entry| entry.binds)
                    .or_else(|| self.organ_of_state(&term.of).map(|organ| organ.binds))
                    == Some(true)
            }
        }
    }

    /// Makes the organ that an id names: a state and the suffix of an organ.
    fn organ_of_state(&self, id: &ActorId) -> Option<Participant> {
        let state = self.actor(&id.parent()?).filter(|entry| entry.kind == ActorKind::State)?;
        let (_, suffix) = id.as_str().rsplit_once('.')?;
        let rule = self.organs.iter().find(|rule| rule.suffix == suffix)?;
        let adjective = state.adjective.as_deref().unwrap_or(&state.name);
        Some(Participant {
            id: id.clone(),
            name: rule.name.replace("{adjective}", adjective),
            kind: if rule.apart { ActorKind::Group } else { ActorKind::Institution },
            country: Some(state.id.clone()),
            sector: Some(rule.sector),
            binds: rule.binds,
            mention: None,
        })
    }

    /// Returns the organ of a state by the suffix of its id.
    #[must_use]
    pub fn organ_by_suffix(&self, state: &ActorId, suffix: &str, day: Day) -> Option<Participant> {
        self.participant(&format!("{state}.{suffix}").parse().ok()?, day)
    }

    /// Returns the organ of a state that words name: the whole phrase, or else its last words, or the noun.
    #[must_use]
    pub fn organ(&self, state: &ActorId, phrase: &str, noun: &str, day: Day) -> Option<Participant> {
        let words: Vec<&str> = phrase.split_whitespace().collect();
        let phrases = (0..words.len()).filter_map(|skip| words.get(skip..)).map(|words| words.join(" "));
        let rule = phrases
            .chain([noun.to_owned()])
            .find_map(|phrase| self.organs.iter().find(|rule| rule.names.contains(&phrase)))?;
        self.organ_by_suffix(state, &rule.suffix, day)
    }

    /// Returns how a person stands to office on a day.
    #[must_use]
    pub fn status<'a>(&self, person: &'a Entry, day: Day) -> Status<'a> {
        let current =
            person.terms.iter().filter(|term| term.days.contains(day)).max_by_key(|term| self.term_binds(term));
        let ended = || {
            person.terms.iter().filter(|term| term.days.to.is_some_and(|to| to < day)).max_by_key(|term| term.days.to)
        };
        let to_come = || person.terms.iter().min_by_key(|term| term.days.from);
        match (current, ended(), to_come()) {
            (Some(term), _, _) => Status::Current(term),
            (None, Some(term), _) => Status::Former(term),
            (None, None, Some(term)) => Status::Future(term),
            (None, None, None) => Status::Unknown,
        }
    }

    fn by_party(&self) -> &BTreeMap<ActorId, Vec<usize>> {
        self.by_party.get_or_init(|| {
            let mut people: BTreeMap<ActorId, Vec<usize>> = BTreeMap::new();
            for (index, entry) in self.entries.iter().enumerate() {
                let parties: BTreeSet<&ActorId> =
                    entry.terms.iter().filter_map(|term| self.party_of(&term.of)).map(|party| &party.id).collect();
                for party in parties {
                    people.entry(party.clone()).or_default().push(index);
                }
            }
            people
        })
    }

    /// Returns those who hold a role for a state or organisation on a day, with the term.
    #[must_use]
    pub fn holders(&self, role: &str, party: &ActorId, day: Day) -> Vec<(&Entry, &Term)> {
        let people = self.by_party().get(party).map_or(&[][..], Vec::as_slice);
        let mut holders = Vec::new();
        for person in people.iter().filter_map(|index| self.entries.get(*index)) {
            for term in person.terms.iter().filter(|term| term.role == role && term.days.contains(day)) {
                if self.party_of(&term.of).is_some_and(|entry| entry.id == *party) {
                    holders.push((person, term));
                }
            }
        }
        holders
    }

    /// Returns the one who holds a role for a state or organisation on a day, where there is just one.
    #[must_use]
    pub fn holder(&self, role: &str, party: &ActorId, day: Day) -> Option<&Entry> {
        one(self.holders(role, party, day).into_iter().map(|(person, _)| person))
    }

    /// Returns the one whose title it is on a day. A title that no term bears word for word is held by the one holder of its
    /// role, unless a deputy's; heads of state must share its last word.
    #[must_use]
    pub fn holder_of_title(&self, title: &TitleRule, party: &ActorId, day: Day) -> Option<&Entry> {
        let bears = |(_, term): &(&Entry, &Term)| term.title == title.title;
        if let Some(person) =
            one(self.holders(&title.role, party, day).into_iter().filter(bears).map(|(person, _)| person))
        {
            return Some(person);
        }
        let last = |text: &str| text.rsplit(' ').next().unwrap_or_default().to_owned();
        let generic = title.role.replace('-', " ") == title.title && !title.several;
        let alone = is_single(&title.role) && title.role != "head-of-state";
        let deputy = self.prefixes.iter().any(|prefix| prefix.deputy && title.title.starts_with(&prefix.prefix));
        let fits = |(_, term): &(&Entry, &Term)| {
            !deputy && (generic || alone || title.role == "head-of-state" && last(&term.title) == last(&title.title))
        };
        one(self.holders(&title.role, party, day).into_iter().filter(fits).map(|(person, _)| person))
    }

    /// Returns the one of several people of a name whom a text means without introduction: of those in an office that binds,
    /// the one in the highest; none where two are equal.
    pub fn most_prominent<'p>(&self, people: impl Iterator<Item = &'p ActorId>, day: Day) -> Option<&Entry> {
        let mut ranked: Vec<(usize, &Entry)> = people
            .filter_map(|id| self.actor(id))
            .filter_map(|person| match self.status(person, day) {
                Status::Current(term) if self.term_binds(term) => Some((prominence(&term.role), person)),
                _ => None,
            })
            .collect();
        ranked.sort_by_key(|(rank, _)| *rank);
        match ranked.as_slice() {
            [(_, only)] => Some(only),
            [(first, best), (second, _), ..] if first < second => Some(best),
            _ => None,
        }
    }

    /// Returns the sector of governments.
    #[must_use]
    pub fn government_sector(&self) -> Option<Sector> {
        self.organs.iter().find(|rule| rule.suffix == GOVERNMENT).map(|rule| rule.sector)
    }

    /// Returns the members of an organisation on a day.
    pub fn members<'a>(&'a self, organisation: &ActorId, day: Day) -> impl Iterator<Item = &'a ActorId> + 'a {
        let members = self.actor(organisation).map_or(&[][..], |entry| entry.members.as_slice());
        members.iter().filter(move |member| member.days.contains(day)).map(|member| &member.id)
    }

    /// Returns the organisations that have a state or organisation as a member on a day, by their ids.
    pub fn member_of<'a>(&'a self, member: &'a ActorId, day: Day) -> impl Iterator<Item = &'a ActorId> + 'a {
        let has =
            move |entry: &&Entry| entry.members.iter().any(|other| other.id == *member && other.days.contains(day));
        self.iter().filter(has).map(|entry| &entry.id)
    }

    /// Tells whether two states border on each other or face each other across the sea.
    #[must_use]
    pub fn are_neighbors(&self, one: &ActorId, other: &ActorId) -> bool {
        let lists = |a: &ActorId, b: &ActorId| self.actor(a).is_some_and(|entry| entry.neighbors.contains(b));
        lists(one, other) || lists(other, one)
    }

    /// Tells whether a person is a woman, where that is known.
    #[must_use]
    pub fn is_woman(&self, person: &ActorId) -> Option<bool> {
        self.actor(person)?.woman
    }
}

/// Returns the only one, all being the same.
fn one<'a>(mut people: impl Iterator<Item = &'a Entry>) -> Option<&'a Entry> {
    let first = people.next()?;
    people.all(|person| person.id == first.id).then_some(first)
}

/// Roles in the order in which a family name alone brings their holders to mind.
const PROMINENT: [&str; 5] =
    ["head-of-state", "head-of-government", "foreign-minister", "defence-minister", "head-of-organisation"];

fn prominence(role: &str) -> usize {
    PROMINENT.iter().position(|other| *other == role).unwrap_or(PROMINENT.len())
}

/// Tells whether a role is held by one person at a time.
fn is_single(role: &str) -> bool {
    matches!(role, "head-of-state" | "head-of-government" | "foreign-minister" | "defence-minister")
}

#[cfg(test)]
mod tests;
