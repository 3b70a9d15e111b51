//! From the files of `schema/actors/` to the roster, with everything that is wrong with them.

use super::{
    AgentNoun, Case, Days, Entry, Meaning, Membership, NameIndex, Office, OrganRule, People, PrefixRule, Region,
    Roster, Term, TitleRule,
};
use crate::model::category::{ActorKind, Sector};
use crate::model::day::Interval;
use crate::model::id::ActorId;
use crate::ontology::Care;
use crate::ontology::check::{Note, Problem};
use crate::ontology::raw::actors::{self, ActorsFile};
use std::collections::BTreeMap;

/// For how many days two people may be said to hold an office, one handing over to the other.
const HANDOVER: i64 = 31;

impl Roster {
    pub(in crate::ontology) fn new(files: Vec<(&str, ActorsFile)>, care: Care, problems: &mut Vec<Problem>) -> Self {
        let mut maker = Maker { roster: Self::default(), names: NameIndex::default(), places: Vec::new(), problems };
        // States and organs first: institutions are shown by them.
        let mut rest = Vec::new();
        for (file, mut content) in files {
            let states = std::mem::take(&mut content.state);
            let organs = std::mem::take(&mut content.organ);
            maker.read(file, ActorsFile { state: states, organ: organs, ..ActorsFile::default() });
            rest.push((file, content));
        }
        for (file, content) in rest {
            maker.read(file, content);
        }
        maker.join();
        if care == Care::Whole {
            maker.check();
        }
        let Maker { mut roster, mut names, .. } = maker;
        names.close();
        roster.names = names;
        roster
    }
}

struct Maker<'a> {
    roster: Roster,
    names: NameIndex<Meaning>,
    /// Where each entry stands: file and line.
    places: Vec<(String, u32)>,
    problems: &'a mut Vec<Problem>,
}

impl Maker<'_> {
    fn read(&mut self, file: &str, content: ActorsFile) {
        content.state.into_iter().for_each(|raw| self.state(file, raw));
        content.organisation.into_iter().for_each(|raw| self.organisation(file, raw));
        content.group.into_iter().for_each(|raw| self.group(file, raw));
        content.organ.into_iter().for_each(|raw| self.organ(file, raw));
        content.title.into_iter().for_each(|raw| self.title(file, raw));
        content.prefix.into_iter().for_each(|raw| self.prefix(file, raw));
        content.institution.into_iter().for_each(|raw| self.institution(file, raw));
        content.agent.into_iter().for_each(|raw| self.agent(file, raw));
        content.people_group.into_iter().for_each(|raw| self.people(file, raw));
        content.region.into_iter().for_each(|raw| self.region(file, raw));
        content.person.into_iter().for_each(|raw| self.person(file, raw));
    }

    /// Adds an entry and its names; `None` where its id is taken or no id.
    fn entry(&mut self, file: &str, line: u32, id: &str, name: &str, kind: ActorKind) -> Option<usize> {
        let mut note = Note::new(file, line, self.problems);
        let id = note.parse::<ActorId>(id)?;
        if name.is_empty() {
            note.say(format!("actor {id} has no name"));
        }
        let index = self.roster.entries.len();
        if let Some(other) = self.roster.by_id.get(&id) {
            let (file, line) = self.places.get(*other).cloned().unwrap_or_default();
            note.say(format!("actor {id} is given twice, also in {file}, line {line}"));
            return None;
        }
        self.roster.by_id.insert(id.clone(), index);
        self.places.push((file.to_owned(), line));
        self.roster.entries.push(Entry {
            id,
            name: name.to_owned(),
            kind,
            territory: false,
            country: None,
            sector: None,
            binds: true,
            ambiguous: false,
            names: Vec::new(),
            adjective: None,
            descriptions: Vec::new(),
            days: Days::default(),
            successor: None,
            neighbors: Vec::new(),
            members: Vec::new(),
            terms: Vec::new(),
            woman: None,
        });
        self.name(name, Case::Minded, Meaning::Actor(index));
        Some(index)
    }

    fn name(&mut self, name: &str, case: Case, meaning: Meaning) {
        self.names.add(name, case, meaning);
    }

    fn all(&mut self, names: &[String], meaning: Meaning) {
        for name in names {
            self.name(name, Case::Minded, meaning);
        }
    }

    fn set(&mut self, index: usize, change: impl FnOnce(&mut Entry)) {
        if let Some(entry) = self.roster.entries.get_mut(index) {
            change(entry);
        }
    }

    fn state(&mut self, file: &str, raw: actors::State) {
        let Some(index) = self.entry(file, raw.line, &raw.id, &raw.name, ActorKind::State) else { return };
        let mut note = Note::new(file, raw.line, self.problems);
        let days = days(raw.from.as_deref(), raw.to.as_deref(), &mut note);
        let neighbors = raw.neighbours.iter().filter_map(|id| note.parse(id)).collect();
        let successor = raw.successor.as_deref().and_then(|id| note.parse(id));
        let is_territory = raw.kind.as_deref() == Some("territory");
        if raw.kind.as_deref().is_some_and(|kind| !matches!(kind, "territory" | "former")) {
            note.say(format!("kind {:?} of {} is not territory or former", raw.kind.unwrap_or_default(), raw.id));
        }
        self.set(index, |entry| entry.territory = is_territory);
        let names: Vec<String> = [raw.official, raw.names, raw.sides].concat();
        self.all(&names, Meaning::Actor(index));
        self.all(&raw.adjectives, Meaning::Adjective(index));
        self.all(&raw.people, Meaning::Nationals(index));
        self.all(&raw.capitals, Meaning::Seat(index));
        self.all(&raw.places, Meaning::Place(index));
        self.set(index, |entry| {
            entry.country = Some(entry.id.clone());
            entry.names = names;
            entry.ambiguous = raw.ambiguous;
            entry.adjective = raw.adjectives.first().cloned();
            entry.descriptions = raw.descriptions;
            (entry.days, entry.neighbors, entry.successor) = (days, neighbors, successor);
        });
    }

    fn organisation(&mut self, file: &str, raw: actors::Organisation) {
        let Some(index) = self.entry(file, raw.line, &raw.id, &raw.name, ActorKind::Organisation) else { return };
        let mut note = Note::new(file, raw.line, self.problems);
        let days_of = days(raw.from.as_deref(), raw.to.as_deref(), &mut note);
        let sector = raw.sector.as_deref().and_then(|sector| note.parse::<Sector>(sector));
        let parent = raw.parent.as_deref().and_then(|id| note.parse::<ActorId>(id));
        let mut members = Vec::new();
        for member in &raw.members {
            let days = days(member.from.as_deref(), member.to.as_deref(), &mut note);
            members.extend(note.parse(&member.id).map(|id| Membership { id, days }));
        }
        self.all(&raw.names, Meaning::Actor(index));
        self.all(&raw.adjectives, Meaning::Adjective(index));
        self.all(&raw.seats, Meaning::Seat(index));
        self.set(index, |entry| {
            // The root of a body is found once all are in; its parent stands here until then.
            entry.country = Some(parent.unwrap_or_else(|| entry.id.clone()));
            entry.names = raw.names;
            entry.adjective = raw.adjectives.first().cloned();
            entry.descriptions = raw.descriptions;
            (entry.days, entry.sector, entry.members) = (days_of, sector, members);
        });
    }

    fn group(&mut self, file: &str, raw: actors::Group) {
        let Some(index) = self.entry(file, raw.line, &raw.id, &raw.name, ActorKind::Group) else { return };
        let mut note = Note::new(file, raw.line, self.problems);
        let days = days(raw.from.as_deref(), raw.to.as_deref(), &mut note);
        let sector = raw.sector.as_deref().and_then(|sector| note.parse::<Sector>(sector));
        let home = raw.home.as_deref().and_then(|id| note.parse::<ActorId>(id));
        self.all(&raw.names, Meaning::Actor(index));
        self.all(&raw.adjectives, Meaning::Adjective(index));
        self.set(index, |entry| {
            entry.names = raw.names;
            entry.adjective = raw.adjectives.first().cloned();
            entry.descriptions = raw.descriptions;
            (entry.days, entry.sector, entry.country) = (days, sector, home);
        });
    }

    fn organ(&mut self, file: &str, raw: actors::Organ) {
        let mut note = Note::new(file, raw.line, self.problems);
        let Some(sector) = note.parse::<Sector>(&raw.sector) else { return };
        let meaning = Meaning::Organ(self.roster.organs.len());
        for name in &raw.names {
            self.name(name, Case::Free, meaning);
        }
        let names = raw.names.iter().map(|name| name.to_lowercase()).collect();
        let (suffix, binds, apart, abroad, name) = (raw.suffix, raw.binds, raw.apart, raw.abroad, raw.name);
        self.roster.organs.push(OrganRule { suffix, sector, binds, apart, abroad, name, names });
    }

    fn title(&mut self, file: &str, raw: actors::Title) {
        let mut note = Note::new(file, raw.line, self.problems);
        let Some(sector) = note.parse::<Sector>(&raw.sector) else { return };
        let index = self.roster.titles.len();
        let plural = raw.plural.unwrap_or_else(|| format!("{}s", raw.title));
        self.name(&raw.title, Case::Free, Meaning::Title(index));
        self.name(&plural, Case::Free, Meaning::Titles(index));
        let title = raw.title.to_lowercase();
        let actors::Title { role, organ, binds, several, .. } = raw;
        self.roster.titles.push(TitleRule { title, role, organ, sector, binds, several });
    }

    fn prefix(&mut self, file: &str, raw: actors::Prefix) {
        let mut note = Note::new(file, raw.line, self.problems);
        let office = match raw.status.as_deref() {
            None => Office::Held,
            Some("former") => Office::Left,
            Some("future") => Office::ToCome,
            Some("past") => Office::HeldThen,
            Some(other) => return note.say(format!("status {other:?} is not former, future or past")),
        };
        self.name(&raw.prefix, Case::Free, Meaning::Prefix(self.roster.prefixes.len()));
        let prefix = raw.prefix.to_lowercase();
        self.roster.prefixes.push(PrefixRule { prefix, binds: raw.binds, office, deputy: raw.deputy });
    }

    fn institution(&mut self, file: &str, raw: actors::Institution) {
        let Some(first) = raw.name.clone().or_else(|| self.organ_name(&raw)).or_else(|| raw.names.first().cloned())
        else {
            return Note::new(file, raw.line, self.problems).say(format!("institution {} has no name", raw.id));
        };
        let Some(index) = self.entry(file, raw.line, &raw.id, &first, ActorKind::Institution) else { return };
        let mut note = Note::new(file, raw.line, self.problems);
        let days = days(raw.from.as_deref(), raw.to.as_deref(), &mut note);
        let of = note.parse::<ActorId>(&raw.of);
        let organ =
            raw.organ.as_deref().map(|suffix| match self.roster.organs.iter().find(|rule| rule.suffix == suffix) {
                Some(rule) => Some((rule.sector, rule.binds)),
                None => note.none(format!("organ {suffix:?} of {} is not in actors/organs.toml", raw.id)),
            });
        let own = raw.sector.as_deref().and_then(|sector| note.parse::<Sector>(sector));
        let (sector, binds) = organ.flatten().map_or((None, false), |(sector, binds)| (Some(sector), binds));
        self.all(&raw.names, Meaning::Actor(index));
        self.set(index, |entry| {
            entry.names = raw.names;
            entry.days = days;
            entry.country = of;
            entry.sector = own.or(sector);
            entry.binds = raw.binds.unwrap_or(binds);
        });
    }

    /// Returns how an organ of a state is shown, where the institution is one by its id.
    fn organ_name(&self, raw: &actors::Institution) -> Option<String> {
        let suffix = raw.id.strip_prefix(&raw.of)?.strip_prefix('.')?;
        let rule = self.roster.organs.iter().find(|rule| rule.suffix == suffix)?;
        let state = self.roster.actor(&raw.of.parse().ok()?)?;
        Some(rule.name.replace("{adjective}", state.adjective.as_deref().unwrap_or(&state.name)))
    }

    fn agent(&mut self, file: &str, raw: actors::Agent) {
        let mut note = Note::new(file, raw.line, self.problems);
        let Some(sector) = note.parse::<Sector>(&raw.sector) else { return };
        for noun in &raw.nouns {
            let mut before: Vec<String> = noun.split_whitespace().map(str::to_lowercase).collect();
            let Some(last) = before.pop() else { continue };
            // The plural too: the tagger takes "Gunmen" at the head of a sentence for a name, which has no lemma.
            let noun = AgentNoun { before, sector, acts: raw.acts, late: raw.late };
            self.roster.agents.entry(plural(&last)).or_default().push(noun.clone());
            self.roster.agents.entry(last).or_default().push(noun);
        }
    }

    fn people(&mut self, file: &str, raw: actors::PeopleGroup) {
        let mut note = Note::new(file, raw.line, self.problems);
        let states = raw.states.iter().filter_map(|id| note.parse(id)).collect();
        let meaning = Meaning::People(self.roster.peoples.len());
        self.all(&raw.adjectives, meaning);
        self.all(&raw.people, meaning);
        self.roster.peoples.push(People { name: raw.name, states });
    }

    fn region(&mut self, file: &str, raw: actors::Region) {
        let mut note = Note::new(file, raw.line, self.problems);
        let states = raw.states.iter().filter_map(|id| note.parse(id)).collect();
        self.all(&raw.names, Meaning::Region(self.roster.regions.len()));
        self.roster.regions.push(Region { kind: raw.kind, states });
    }

    fn person(&mut self, file: &str, raw: actors::Person) {
        let Some(index) = self.entry(file, raw.line, &raw.id, &raw.name, ActorKind::Person) else { return };
        let mut note = Note::new(file, raw.line, self.problems);
        let woman = match raw.gender.as_deref() {
            None => None,
            Some("f") => Some(true),
            Some("m") => Some(false),
            Some(other) => note.none(format!("gender {other:?} of {} is not f or m", raw.id)),
        };
        let mut terms: Vec<Term> = Vec::new();
        for term in raw.terms {
            let days = days(Some(&term.from), term.to.as_deref(), &mut note);
            let Some(of) = note.parse(&term.of) else { continue };
            terms.push(Term { role: term.role, title: term.title.to_lowercase(), of, days, shared: term.shared });
        }
        self.all(&raw.names, Meaning::Actor(index));
        self.all(&raw.short, Meaning::FamilyName(index));
        self.set(index, |entry| {
            entry.names = raw.names;
            (entry.woman, entry.terms) = (woman, terms);
        });
    }

    /// Joins what only makes sense once all entries are in: the roots of bodies.
    fn join(&mut self) {
        let parents: BTreeMap<ActorId, ActorId> = self
            .roster
            .entries
            .iter()
            .filter(|entry| entry.kind == ActorKind::Organisation)
            .filter_map(|entry| Some((entry.id.clone(), entry.country.clone()?)))
            .collect();
        for entry in self.roster.entries.iter_mut().filter(|entry| entry.kind == ActorKind::Organisation) {
            let mut root = entry.id.clone();
            while let Some(parent) = parents.get(&root).filter(|parent| **parent != root) {
                root = parent.clone();
            }
            entry.country = Some(root);
        }
    }

    /// Checks what names another entry, and terms that cannot both be true.
    fn check(&mut self) {
        let mut problems = Vec::new();
        let roster = &self.roster;
        let known = |id: &ActorId| roster.actor(id).is_some() || roster.organ_of_state(id).is_some();
        for (entry, (file, line)) in roster.entries.iter().zip(&self.places) {
            let mut note = Note::new(file, *line, &mut problems);
            let named = entry.neighbors.iter().chain(entry.successor.iter()).chain(entry.country.iter());
            for id in named.chain(entry.members.iter().map(|member| &member.id)) {
                if !known(id) {
                    note.say(format!("{} names {id}, who is no actor", entry.id));
                }
            }
            for (number, term) in entry.terms.iter().enumerate() {
                if !known(&term.of) {
                    note.say(format!("a term of {} is of {}, who is no actor", entry.id, term.of));
                }
                let (from, to) = (term.days.from, term.days.to);
                if from.zip(to).is_some_and(|(from, to)| to < from) {
                    note.say(format!("a term of {} as {} ends before it begins", entry.id, term.title));
                }
                let again = |other: &Term| {
                    other.title == term.title
                        && other.of == term.of
                        && shared_days(other.days, term.days).is_none_or(|days| days > HANDOVER)
                };
                if entry.terms.iter().skip(number + 1).any(again) {
                    note.say(format!("two terms of {} as {} overlap", entry.id, term.title));
                }
            }
        }
        self.problems.extend(problems);
        self.check_offices();
    }

    /// Two people cannot hold the same office for more than the month in which one hands over to the
    /// other, on whose days sources differ.
    fn check_offices(&mut self) {
        type Held = Vec<(Days, usize)>;
        let mut offices: BTreeMap<(&str, &str, &ActorId), Held> = BTreeMap::new();
        for (index, entry) in self.roster.entries.iter().enumerate() {
            for term in entry.terms.iter().filter(|term| !term.shared && super::is_single(&term.role)) {
                offices.entry((&term.role, &term.title, &term.of)).or_default().push((term.days, index));
            }
        }
        let mut problems = Vec::new();
        for ((_, title, of), mut terms) in offices {
            terms.sort_by_key(|(days, index)| (days.from, days.to, *index));
            for pair in terms.windows(2) {
                if let [(one, first), (other, second)] = pair
                    && first != second
                    && shared_days(*one, *other).is_none_or(|days| days > HANDOVER)
                    && let (Some(a), Some(b)) = (self.roster.entries.get(*first), self.roster.entries.get(*second))
                    && let Some((file, line)) = self.places.get(*second)
                {
                    let what = format!("{} and {} are both {title} of {of} on the same days", a.id, b.id);
                    problems.push(Problem::at(file, *line, what));
                }
            }
        }
        self.problems.extend(problems);
    }
}

/// Returns how many days two runs share beyond the first; `None` = without end.
fn shared_days(one: Days, other: Days) -> Option<i64> {
    let from = one.from.max(other.from)?;
    let to = match (one.to, other.to) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (a, b) => a.or(b),
    };
    Some(to?.days_since(from))
}

fn days(from: Option<&str>, to: Option<&str>, note: &mut Note<'_>) -> Days {
    let mut read = |text: &str| match Interval::parse_iso(text) {
        Some(interval) => Some(interval),
        None => note.none(format!("{text:?} is not a date: 2022-04-01, 2022-04 or 2022 was expected")),
    };
    let from = from.and_then(&mut read).and_then(|interval| interval.earliest);
    let to = to.and_then(&mut read).and_then(|interval| interval.latest);
    Days { from, to }
}

/// Returns the plural of a noun as most have it.
fn plural(noun: &str) -> String {
    match (noun.strip_suffix("man"), noun.strip_suffix('y')) {
        (Some(stem), _) => format!("{stem}men"),
        (None, Some(stem)) if !stem.ends_with(['a', 'e', 'i', 'o', 'u']) => format!("{stem}ies"),
        _ if noun.ends_with(['s', 'x', 'z']) || noun.ends_with("ch") || noun.ends_with("sh") => format!("{noun}es"),
        _ => format!("{noun}s"),
    }
}
