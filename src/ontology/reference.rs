//! Words that stand for an actor named elsewhere: pronouns and descriptions, by the kind of actor they take.

use super::by_word::ByWord;
use super::check::Problem;
use super::raw::reference::ReferenceFile;
use crate::model::id::ActorId;
use std::collections::{BTreeMap, BTreeSet};

/// What a pronoun stands for.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum PronounKind {
    /// A man.
    Man,
    /// A woman.
    Woman,
    /// A state, institution or organisation.
    Thing,
    /// Several, or a body of people.
    Several,
    /// The side of the one who speaks.
    OwnSide,
}

/// What a description stands for.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum DescriptionKind {
    /// The two that the article speaks of.
    Pair,
    /// Two people told of, by their states.
    Couple,
    /// So many states named together.
    Group(usize),
    /// The states that a list beside it names.
    Listed,
    /// A person in office.
    Person,
    /// The government of a state.
    Government,
    /// A part of a state.
    Ministry,
    /// A state.
    Country,
    /// An organisation or group.
    Organisation,
    /// The other of two neighbors.
    Neighbor,
    /// The other of two at odds.
    Rival,
    /// Whoever received the owner.
    Host,
    /// Whoever said something in a document before.
    Document,
    /// The organisation that several leaders are of.
    Bloc,
}

/// A description: a noun with one of some determiners.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Description {
    /// What it stands for.
    pub kind: DescriptionKind,
    /// Determiners, one of which must stand before; an empty one = none is needed.
    pub determiners: Vec<String>,
    /// Whether the noun must be in the plural.
    pub plural: bool,
    /// Nouns one of which must stand under a preposition of the noun: "head" of "state"; none = free.
    pub of: Vec<String>,
    /// Adjectives one of which must stand before the noun; none = free.
    pub beside: Vec<String>,
    /// Whether a part of the world must be named before the noun: "the Baltic states".
    pub area: bool,
}

/// All of them, by word.
#[derive(Clone, Debug, Default)]
pub struct References {
    pronouns: ByWord<PronounKind>,
    descriptions: ByWord<Vec<Description>>,
    places: BTreeSet<String>,
    sites: BTreeSet<String>,
    owners: BTreeSet<String>,
    locations: BTreeSet<String>,
    origins: BTreeSet<String>,
    partners: BTreeSet<String>,
    allegiances: BTreeSet<String>,
    launches: BTreeSet<String>,
    reflexives: BTreeSet<String>,
    own: BTreeSet<String>,
    reciprocals: BTreeSet<String>,
    before_names: BTreeSet<String>,
    nobodies: BTreeSet<String>,
    directions: BTreeSet<String>,
    family_first: BTreeSet<ActorId>,
    halves: Vec<Half>,
    areas: Vec<Area>,
    things: ByWord<Vec<ThingKind>>,
    thing_sides: BTreeSet<String>,
    thing_owners: BTreeSet<String>,
    go_betweens: BTreeSet<String>,
    shared: BTreeSet<String>,
    counterparts: BTreeSet<String>,
    placeless: BTreeSet<String>,
    extents: BTreeSet<String>,
    rules: BTreeSet<String>,
    anybody: BTreeSet<String>,
    private: BTreeSet<String>,
    offices: BTreeSet<String>,
    forums: BTreeSet<String>,
    havings: BTreeSet<String>,
    makings: BTreeSet<String>,
    takings: BTreeSet<String>,
    bindings: BTreeSet<String>,
    choices: BTreeSet<String>,
    summoning: BTreeSet<String>,
    abroad: BTreeSet<String>,
    governing: BTreeSet<String>,
    homelands: BTreeSet<String>,
    apart: BTreeSet<String>,
    opposed: BTreeMap<String, BTreeSet<String>>,
}

/// A kind of things that keep the sides told with them: sanctions, treaties, talks.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct ThingKind {
    /// Its number among the kinds.
    pub number: usize,
    /// Whether such a thing is of several sides alike: a treaty is, a ban is not.
    pub joint: bool,
    /// Whether the noun points back without any article: "applied for membership".
    pub bare: bool,
}

/// A part of the world.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Area {
    /// What it is called before a noun, word by word as written.
    names: Vec<Vec<String>>,
    states: Vec<ActorId>,
}

/// Tells whether words end in those of a name.
fn ends_in<'w>(name: &[String], words: impl DoubleEndedIterator<Item = &'w str>) -> bool {
    name.iter().rev().map(String::as_str).eq(words.rev().take(name.len()))
}

/// A word for one of two halves where the other was named: "the South" beside North Korea.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Half {
    /// The word as written.
    pub word: String,
    /// Whom it means.
    pub of: ActorId,
    /// Who must have been named.
    pub beside: ActorId,
}

impl References {
    /// Returns what a pronoun stands for; the word in lower case.
    #[must_use]
    pub fn pronoun(&self, word: &str) -> Option<PronounKind> {
        self.pronouns.get(word).copied()
    }

    /// Returns the descriptions with a noun, by its lemma.
    #[must_use]
    pub fn descriptions(&self, noun: &str) -> &[Description] {
        self.descriptions.list(noun)
    }

    /// Tells whether a capital under this preposition is a mere place.
    #[must_use]
    pub fn is_place_preposition(&self, word: &str) -> bool {
        self.places.contains(word)
    }

    /// Tells whether a noun is that of a place which lies in the state whose adjective stands before it.
    #[must_use]
    pub fn is_site(&self, lemma: &str) -> bool {
        self.sites.contains(lemma)
    }

    /// Tells whether a noun is for how large something is: "the size of Peru".
    #[must_use]
    pub fn is_extent(&self, word: &str) -> bool {
        self.extents.contains(word)
    }

    /// Tells whether a place under this preposition says of which state an organ is: "a court in Lima".
    #[must_use]
    pub fn is_location_preposition(&self, word: &str) -> bool {
        self.locations.contains(word)
    }

    /// Tells whether an owner stands under this preposition: "the president of France".
    #[must_use]
    pub fn is_owner_preposition(&self, word: &str) -> bool {
        self.owners.contains(word)
    }

    /// Tells whether a pronoun stands for the subject of its own clause.
    #[must_use]
    pub fn is_reflexive(&self, word: &str) -> bool {
        self.reflexives.contains(word)
    }

    /// Tells whether a word after a possessive makes it that of whoever acts: "its own".
    #[must_use]
    pub fn is_own(&self, word: &str) -> bool {
        self.own.contains(word)
    }

    /// Tells whether a phrase stands for each of several toward the others: "each other"; in lower case.
    #[must_use]
    pub fn is_reciprocal(&self, phrase: &str) -> bool {
        self.reciprocals.contains(phrase)
    }

    /// Tells whether agents come from what stands under this preposition: "rebels from the north".
    #[must_use]
    pub fn is_origin_preposition(&self, word: &str) -> bool {
        self.origins.contains(word)
    }

    /// Tells whether whoever else takes part in something stands under this preposition: "the talks with Peru".
    #[must_use]
    pub fn is_partner_preposition(&self, word: &str) -> bool {
        self.partners.contains(word)
    }

    /// Tells whether agents so described belong to whoever is named under its preposition: "forces loyal to".
    #[must_use]
    pub fn is_allegiance(&self, word: &str) -> bool {
        self.allegiances.contains(word)
    }

    /// Tells whether a participle says by whom what flies or sails is sent: "missiles fired by Peru".
    #[must_use]
    pub fn is_launch(&self, word: &str) -> bool {
        self.launches.contains(word)
    }

    /// Tells whether the people of a state put the name of the family first.
    #[must_use]
    pub fn puts_family_first(&self, state: &ActorId) -> bool {
        self.family_first.contains(state)
    }

    /// Tells whether a word stands before names without being a part of them: "Mr Quispe"; in lower case.
    #[must_use]
    pub fn stands_before_names(&self, word: &str) -> bool {
        self.before_names.contains(word)
    }

    /// Tells whether a name that ends in this word is nobody's: "Alpaca Education Centre"; in lower case.
    #[must_use]
    pub fn is_nobody(&self, word: &str) -> bool {
        self.nobodies.contains(word)
    }

    /// Tells whether a word before the name of a state names a part of it: "Northern Peru"; in lower case.
    #[must_use]
    pub fn is_direction(&self, word: &str) -> bool {
        self.directions.contains(word)
    }

    /// Returns the half that a word may stand for; the word as written.
    #[must_use]
    pub fn half(&self, word: &str) -> Option<&Half> {
        self.halves.iter().find(|half| half.word == word)
    }

    /// Tells whether a noun, by its lemma, is shared by two who speak of it.
    #[must_use]
    pub fn is_shared(&self, lemma: &str) -> bool {
        self.shared.contains(lemma)
    }

    /// Tells whether a noun, by its lemma, is whoever holds the same office elsewhere.
    #[must_use]
    pub fn is_counterpart(&self, lemma: &str) -> bool {
        self.counterparts.contains(lemma)
    }

    /// Tells whether a verb is done only to what another has, with this noun for it: "blocked its accession". By their lemmas.
    #[must_use]
    pub fn is_of_another(&self, verb: &str, noun: &str) -> bool {
        self.opposed.get(verb).is_some_and(|nouns| nouns.contains(noun))
    }

    /// Tells whether a verb or noun tells of somebody who brings others together: "mediate", "auspices".
    #[must_use]
    pub fn is_go_between(&self, lemma: &str) -> bool {
        self.go_betweens.contains(lemma)
    }

    /// Tells whether bodies of a sector are no side of relations between states.
    #[must_use]
    pub fn is_private(&self, sector: &str) -> bool {
        self.private.contains(sector)
    }

    /// Tells whether those of a sector are of no state wherever they are told of: "world powers".
    #[must_use]
    pub fn is_placeless(&self, sector: &str) -> bool {
        self.placeless.contains(sector)
    }

    /// Tells whether nouns of a sector may stand for people of any other: "the men" for officers.
    #[must_use]
    pub fn is_anybody(&self, sector: &str) -> bool {
        self.anybody.contains(sector)
    }

    /// Tells whether whoever ruled a state stands under this preposition: "under President Ana Quispe".
    #[must_use]
    pub fn is_rule_preposition(&self, word: &str) -> bool {
        self.rules.contains(word)
    }

    /// Tells whether a word in the name of a body says that others meet before it: "court"; in lower case.
    #[must_use]
    pub fn is_forum(&self, word: &str) -> bool {
        self.forums.contains(word)
    }

    /// Tells whether whoever does this to a thing has or makes it, by the lemma of the verb.
    #[must_use]
    pub fn is_having(&self, verb: &str) -> bool {
        self.havings.contains(verb)
    }

    /// Tells whether whoever does this to a thing of several sides is one of them, by the lemma of the verb.
    #[must_use]
    pub fn is_making(&self, verb: &str) -> bool {
        self.makings.contains(verb)
    }

    /// Tells whether a verb, by its lemma, tells what is done to a country that is not that of whoever does it.
    #[must_use]
    pub fn is_done_abroad(&self, verb: &str) -> bool {
        self.abroad.contains(verb)
    }

    /// Tells whether a noun names what rules a state, and no organisation, by its lemma: "its government".
    #[must_use]
    pub fn is_governing(&self, lemma: &str) -> bool {
        self.governing.contains(lemma)
    }

    /// Tells whether those under a preposition are others than whoever acts: "severed ties with Chile".
    #[must_use]
    pub fn sets_apart(&self, preposition: &str) -> bool {
        self.apart.contains(preposition)
    }

    /// Tells whether a noun stands for the state of whoever has one, by its lemma: "his country".
    #[must_use]
    pub fn is_homeland(&self, lemma: &str) -> bool {
        self.homelands.contains(lemma)
    }

    /// Tells whether somebody is so made to come, by the lemma of the verb.
    #[must_use]
    pub fn is_summoning(&self, verb: &str) -> bool {
        self.summoning.contains(verb)
    }

    /// Tells whether a word leaves open which of two is meant: "or".
    #[must_use]
    pub fn is_choice(&self, word: &str) -> bool {
        self.choices.contains(word)
    }

    /// Tells whether whoever does this to what stands under a preposition, a thing of several sides, is one of them, by the lemma
    /// of the verb: "withdrew from a truce".
    #[must_use]
    pub fn is_taking_part(&self, verb: &str) -> bool {
        self.takings.contains(verb)
    }

    /// Tells whether those to whom a thing of several sides does this are its sides, by the lemma of the verb.
    #[must_use]
    pub fn is_binding(&self, verb: &str) -> bool {
        self.bindings.contains(verb)
    }

    /// Tells whether a noun names an office whose holder may be named beside it; its lemma in lower case.
    #[must_use]
    pub fn is_office(&self, lemma: &str) -> bool {
        self.offices.contains(lemma)
    }

    /// Returns the kinds of things that a noun names, by its lemma.
    #[must_use]
    pub fn things(&self, noun: &str) -> &[ThingKind] {
        self.things.list(noun)
    }

    /// Tells whether a noun names something that several sides have alike: "treaty", "talks".
    #[must_use]
    pub fn is_joint_thing(&self, noun: &str) -> bool {
        self.things(noun).iter().any(|kind| kind.joint)
    }

    /// Tells whether a side of a thing stands under this preposition: "the treaty with Peru".
    #[must_use]
    pub fn is_thing_side(&self, word: &str) -> bool {
        self.thing_sides.contains(word)
    }

    /// Tells whether whoever made a thing stands under this preposition: "an embargo by Peru".
    #[must_use]
    pub fn is_thing_owner(&self, word: &str) -> bool {
        self.thing_owners.contains(word)
    }

    /// Returns the states of the area whose name these words end in, the longest name first; one word may stand after
    /// it: "the West African island" before "nation".
    #[must_use]
    pub fn area(&self, words: &[&str]) -> Option<&[ActorId]> {
        let end = |name: &[String], rest: &[&str]| ends_in(name, rest.iter().copied());
        let ends = |name: &[String]| end(name, words) || words.split_last().is_some_and(|(_, rest)| end(name, rest));
        let found = self.areas.iter().flat_map(|area| area.names.iter().map(move |name| (name, area)));
        let longest = found.filter(|(name, _)| ends(name)).max_by_key(|(name, _)| name.len());
        longest.map(|(_, area)| area.states.as_slice())
    }

    /// Tells whether these words are the whole name of an area: "EU".
    #[must_use]
    pub fn is_area(&self, words: &[&str]) -> bool {
        self.areas.iter().flat_map(|area| &area.names).any(|name| name.iter().eq(words.iter()))
    }

    /// Tells whether these words end in the name of an area that has several words: "former Soviet", "South American".
    #[must_use]
    pub fn ends_area<'w>(&self, words: impl DoubleEndedIterator<Item = &'w str> + Clone) -> bool {
        self.areas.iter().flat_map(|area| &area.names).any(|name| name.len() > 1 && ends_in(name, words.clone()))
    }

    /// Checks the file and builds the index.
    pub(super) fn checked(files: &[(&str, ReferenceFile)], problems: &mut Vec<Problem>) -> Self {
        let mut all = Self::default();
        for (file, body) in files {
            all.places.extend(body.place.prepositions.iter().cloned());
            all.sites.extend(body.site.words.iter().cloned());
            all.owners.extend(body.owner.prepositions.iter().cloned());
            all.locations.extend(body.location.prepositions.iter().cloned());
            all.origins.extend(body.origin.prepositions.iter().cloned());
            all.partners.extend(body.partner.prepositions.iter().cloned());
            all.allegiances.extend(body.allegiance.words.iter().cloned());
            all.launches.extend(body.launched.words.iter().cloned());
            all.reflexives.extend(body.reflexive.words.iter().cloned());
            all.own.extend(body.own.words.iter().cloned());
            all.reciprocals.extend(body.reciprocal.phrases.iter().cloned());
            all.before_names.extend(body.before_name.words.iter().cloned());
            all.nobodies.extend(body.nobody.words.iter().cloned());
            all.directions.extend(body.direction.words.iter().cloned());
            all.go_betweens.extend(body.go_between.words.iter().cloned());
            all.shared.extend(body.shared.words.iter().cloned());
            all.counterparts.extend(body.counterpart.words.iter().cloned());
            all.placeless.extend(body.placeless.words.iter().cloned());
            all.extents.extend(body.extent.words.iter().cloned());
            all.anybody.extend(body.anybody.words.iter().cloned());
            all.rules.extend(body.rule.prepositions.iter().cloned());
            all.private.extend(body.private.words.iter().cloned());
            all.offices.extend(body.office.words.iter().cloned());
            all.forums.extend(body.forum.words.iter().cloned());
            all.havings.extend(body.having.words.iter().cloned());
            all.makings.extend(body.making.words.iter().cloned());
            all.takings.extend(body.taking_part.words.iter().cloned());
            all.bindings.extend(body.binding.words.iter().cloned());
            all.choices.extend(body.choice.words.iter().cloned());
            all.summoning.extend(body.summoning.words.iter().cloned());
            all.abroad.extend(body.abroad.words.iter().cloned());
            all.governing.extend(body.governing.words.iter().cloned());
            all.homelands.extend(body.homeland.words.iter().cloned());
            all.apart.extend(body.apart.prepositions.iter().cloned());
            for row in &body.opposed {
                if row.verbs.is_empty() || row.nouns.is_empty() {
                    problems.push(Problem::at(file, row.line, "needs its `verbs` and `nouns`".to_owned()));
                }
                for verb in &row.verbs {
                    all.opposed.entry(verb.clone()).or_default().extend(row.nouns.iter().cloned());
                }
            }
            all.thing_sides.extend(body.thing_side.prepositions.iter().cloned());
            all.thing_owners.extend(body.thing_owner.prepositions.iter().cloned());
            for (number, raw) in body.thing.iter().enumerate() {
                if raw.nouns.is_empty() {
                    problems.push(Problem::at(file, raw.line, "a kind of things needs its `nouns`".to_owned()));
                }
                raw.nouns
                    .iter()
                    .for_each(|noun| all.things.push(noun, ThingKind { number, joint: raw.joint, bare: raw.bare }));
            }
            for name in &body.family_first.words {
                match name.parse() {
                    Ok(state) => {
                        all.family_first.insert(state);
                    }
                    Err(_) => problems.push(Problem::at(file, 0, format!("{name:?} is not an actor's id"))),
                }
            }
            for raw in &body.half {
                let (Ok(of), Ok(beside)) = (raw.of.parse(), raw.beside.parse()) else {
                    problems.push(Problem::at(file, raw.line, format!("{:?} is not an actor's id", raw.of)));
                    continue;
                };
                all.halves.push(Half { word: raw.word.clone(), of, beside });
            }
            for raw in &body.area {
                let states: Result<Vec<ActorId>, _> = raw.states.iter().map(|state| state.parse()).collect();
                let Ok(states) = states else {
                    problems.push(Problem::at(
                        file,
                        raw.line,
                        format!("not all of {:?} are ids of states", raw.states),
                    ));
                    continue;
                };
                let words = |name: &String| name.split(' ').map(str::to_owned).collect();
                all.areas.push(Area { names: raw.names.iter().map(words).collect(), states });
            }
            for raw in &body.pronoun {
                match PRONOUNS.iter().find(|(name, _)| *name == raw.stands_for) {
                    Some((_, kind)) => raw.words.iter().for_each(|word| all.pronouns.insert(word, *kind)),
                    None => problems.push(unknown(file, raw.line, &raw.stands_for)),
                }
            }
            for raw in &body.description {
                let Some((_, kind)) = DESCRIPTIONS.iter().find(|(name, _)| *name == raw.stands_for) else {
                    problems.push(unknown(file, raw.line, &raw.stands_for));
                    continue;
                };
                let kind = match (kind, raw.count) {
                    (DescriptionKind::Group(_), Some(count)) => DescriptionKind::Group(count),
                    (DescriptionKind::Group(_), None) => {
                        problems.push(Problem::at(file, raw.line, "a group needs its `count`".to_owned()));
                        continue;
                    }
                    (kind, _) => *kind,
                };
                for noun in &raw.nouns {
                    let (determiners, of, beside) = (raw.determiners.clone(), raw.of.clone(), raw.beside.clone());
                    all.descriptions
                        .push(noun, Description { kind, determiners, plural: raw.plural, of, beside, area: raw.area });
                }
            }
        }
        all
    }
}

const PRONOUNS: &[(&str, PronounKind)] = &[
    ("man", PronounKind::Man),
    ("woman", PronounKind::Woman),
    ("thing", PronounKind::Thing),
    ("several", PronounKind::Several),
    ("own-side", PronounKind::OwnSide),
];

const DESCRIPTIONS: &[(&str, DescriptionKind)] = &[
    ("pair", DescriptionKind::Pair),
    ("couple", DescriptionKind::Couple),
    ("group", DescriptionKind::Group(0)),
    ("listed", DescriptionKind::Listed),
    ("person", DescriptionKind::Person),
    ("government", DescriptionKind::Government),
    ("ministry", DescriptionKind::Ministry),
    ("country", DescriptionKind::Country),
    ("organisation", DescriptionKind::Organisation),
    ("neighbor", DescriptionKind::Neighbor),
    ("rival", DescriptionKind::Rival),
    ("host", DescriptionKind::Host),
    ("document", DescriptionKind::Document),
    ("bloc", DescriptionKind::Bloc),
];

fn unknown(file: &str, line: u32, found: &str) -> Problem {
    Problem::at(file, line, format!("{found:?} is not a kind that a word stands for"))
}
