//! Dimensions of relations: their states, which may follow which, and how long a state is believed.

use super::check::{Note, Problem};
use super::raw::meaning;
use crate::model::id::{Dimension, State, Topic};

/// One dimension.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DimensionRule {
    /// Its name.
    pub name: Dimension,
    /// What it is called in a sentence: "negotiations".
    pub title: String,
    /// Whether a relation belongs to a pair or to one side toward the other.
    pub ends: Ends,
    /// Topics whose relations are directed although the dimension is mutual.
    pub directed_topics: Vec<Topic>,
    /// Whether it runs from a member to its organisation, whichever of the two acts.
    pub of_members: bool,
    /// Whether the relations about each topic stand apart.
    pub topics: Apart,
    /// Its states, worst first.
    pub states: Vec<StateRule>,
    /// Whether a stale state that comes again begins a new spell.
    pub spells: bool,
    /// For how many days after its last evidence a state is believed; absent = for ever.
    pub shelf_life: Option<u32>,
}

/// Whether order matters in a relation.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Ends {
    /// The pair has one state, the worse of what its sides last did.
    Mutual,
    /// Each has its own toward the other.
    Directed,
}

/// Whether a topic makes a relation of its own.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Apart {
    /// There is one relation a topic.
    ByTopic,
    /// There is one relation, whatever it is about.
    Together,
}

/// One state of a dimension.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct StateRule {
    /// Its name.
    pub name: State,
    /// What is said of the relation: "suspended".
    pub says: String,
    /// -1 bad, 0 neither, +1 good.
    pub sign: i8,
    /// Whether it ends something: it outranks an intermediate state of the same day.
    pub rank: Rank,
    /// Whether a side's move to it sets a directed relation both ways.
    pub both_ways: bool,
    /// Whether it is a threat: it stands beside another state, save those it replaces.
    pub threat: bool,
    /// Whether a record of it is enough where a later act presupposes a state that holds it.
    pub suffices: bool,
    /// States that a threat replaces.
    pub replaces: Vec<State>,
    /// States that hold it already.
    pub within: Vec<State>,
    /// States that it contradicts.
    pub not_after: Vec<State>,
    /// Where not empty, the only recorded states whose place it takes; others it leaves as they are.
    pub only_after: Vec<State>,
}

/// How states of one day in one article rank.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Rank {
    /// On the way.
    Intermediate,
    /// The end of a course.
    Final,
}

/// What news of a state does to the state that holds.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Step {
    /// It takes its place.
    Change,
    /// It shows that what holds still holds.
    Reaffirm,
    /// It stands beside it, being a threat.
    Beside,
    /// It contradicts it: an anomaly that moves nothing.
    Contradiction,
    /// It leaves it as it is.
    Apart,
}

impl DimensionRule {
    /// Returns the rule of a state.
    #[must_use]
    pub fn state(&self, name: &State) -> Option<&StateRule> {
        self.states.iter().find(|state| state.name == *name)
    }

    /// Returns the place of a state in the order worst first.
    #[must_use]
    pub fn badness(&self, name: &State) -> Option<usize> {
        self.states.iter().position(|state| state.name == *name)
    }

    /// Returns the worse of two states; one that is not of this dimension is never the worse.
    #[must_use]
    pub fn worse<'a>(&self, one: &'a State, other: &'a State) -> &'a State {
        match (self.badness(one), self.badness(other)) {
            (Some(a), Some(b)) if b < a => other,
            (None, Some(_)) => other,
            _ => one,
        }
    }

    /// Returns what news of `to` does where `from` holds; nothing known before = a change.
    ///
    /// A state that contradicts itself (lifted after lifted) is no reaffirmation.
    #[must_use]
    pub fn step(&self, from: Option<&State>, to: &State) -> Step {
        let (Some(from), Some(rule)) = (from, self.state(to)) else { return Step::Change };
        if rule.not_after.contains(from) {
            Step::Contradiction
        } else if from == to || rule.within.contains(from) {
            Step::Reaffirm
        } else if rule.threat && !rule.replaces.contains(from) {
            Step::Beside
        } else if !rule.only_after.is_empty() && !rule.only_after.contains(from) {
            Step::Apart
        } else {
            Step::Change
        }
    }

    /// Tells whether the relations about a topic are directed.
    #[must_use]
    pub fn is_directed(&self, topic: Option<&Topic>) -> bool {
        self.ends == Ends::Directed || topic.is_some_and(|topic| self.directed_topics.contains(topic))
    }
}

pub(super) fn checked(
    files: Vec<(&str, meaning::DimensionsFile)>,
    topics: &super::topics::Topics,
    problems: &mut Vec<Problem>,
) -> Vec<DimensionRule> {
    let mut rules: Vec<DimensionRule> = Vec::new();
    for (file, content) in files {
        for raw in content.dimension {
            let mut note = Note::new(file, raw.line, problems);
            let Some(rule) = dimension(raw, topics, &mut note) else { continue };
            if rules.iter().any(|other| other.name == rule.name) {
                note.say(format!("dimension {:?} is given twice", rule.name.as_str()));
            } else {
                rules.push(rule);
            }
        }
    }
    rules
}

fn dimension(raw: meaning::Dimension, topics: &super::topics::Topics, note: &mut Note<'_>) -> Option<DimensionRule> {
    let name = note.parse::<Dimension>(&raw.name)?;
    let names: Vec<State> = raw.states.iter().filter_map(|state| note.parse(&state.name)).collect();
    let known = |text: &str, note: &mut Note<'_>| {
        let found = names.iter().find(|state| state.as_str() == text).cloned();
        found.or_else(|| note.none(format!("{text:?} is not a state of {name}")))
    };
    let all = |texts: &[String], note: &mut Note<'_>| -> Vec<State> {
        texts.iter().filter_map(|text| known(text, note)).collect()
    };
    let both_ways = all(&raw.mutual_states, note);
    let mut states = Vec::new();
    for state in &raw.states {
        if !(-1..=1).contains(&state.sign) {
            note.say(format!("sign {} of state {:?} is not -1, 0 or 1", state.sign, state.name));
        }
        let own = known(&state.name, note)?;
        states.push(StateRule {
            says: state.says.clone(),
            sign: state.sign,
            rank: if state.last { Rank::Final } else { Rank::Intermediate },
            both_ways: both_ways.contains(&own),
            threat: state.threat,
            suffices: state.suffices,
            replaces: all(&state.replaces, note),
            within: all(&state.within, note),
            not_after: all(&state.not_after, note),
            only_after: all(&state.only_after, note),
            name: own,
        });
    }
    let directed_topics = raw.directed_topics.iter().filter_map(|text| topics.named(text, note)).collect();
    let ends = if raw.mutual { Ends::Mutual } else { Ends::Directed };
    let topics = if raw.per_topic { Apart::ByTopic } else { Apart::Together };
    let (title, of_members, spells, shelf_life) = (raw.title, raw.of_members, raw.spells, raw.shelf_life);
    Some(DimensionRule { name, title, ends, directed_topics, of_members, topics, states, spells, shelf_life })
}

#[cfg(test)]
mod tests {
    use super::Step;
    use crate::model::id::State;
    use crate::ontology::Ontology;

    #[test]
    fn steps_change_reaffirm_stand_beside_or_contradict() {
        let ontology = Ontology::bundled().unwrap();
        let check = |dimension: &str, from: Option<&str>, to: &str, expected: Step| {
            let rule = ontology.dimension(&dimension.parse().unwrap()).unwrap();
            let from: Option<State> = from.map(|from| from.parse().unwrap());
            assert_eq!(rule.step(from.as_ref(), &to.parse().unwrap()), expected, "{dimension} {from:?} {to}");
        };
        check("sanctions", None, "lifted", Step::Change);
        check("sanctions", Some("lifted"), "lifted", Step::Contradiction);
        check("sanctions", Some("in-force"), "in-force", Step::Reaffirm);
        check("sanctions", Some("tightened"), "in-force", Step::Reaffirm);
        check("sanctions", Some("in-force"), "threatened", Step::Beside);
        check("sanctions", Some("lifted"), "threatened", Step::Change);
        check("diplomatic-ties", Some("upgraded"), "established", Step::Reaffirm);
        check("force", Some("hostilities"), "ceasefire", Step::Change);
    }
}
