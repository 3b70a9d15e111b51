//! CAMEO codes with their class and score.
//!
//! Scores are Goldstein's values as the ICEWS data carry them, in tenths; classes are those of the table
//! CAMEO2PLOVER-2021. A code without a value takes that of the code it refines, then that of its root's
//! "not specified" code (`110` for `116`), then the mildest value in its root. A code without a class takes
//! that of the code it refines, then its root's; `01` has none.

use super::check::{Note, Problem};
use super::raw::meaning::{CameoFile, Code};
use crate::model::category::{Cameo, PloverClass};
use std::collections::BTreeMap;

/// The code book.
#[derive(Debug, Default)]
pub struct CodeBook {
    rules: BTreeMap<Cameo, CodeRule>,
    sources: Vec<String>,
}

/// One code.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CodeRule {
    /// Its name in the code book; empty where the book gives none.
    pub name: String,
    /// Its PLOVER class.
    pub plover: Option<PloverClass>,
    /// Its PLOVER mode, a word such as `phone`.
    pub mode: Option<String>,
    /// Its PLOVER context, a word such as `military`.
    pub context: Option<String>,
    tenths: i16,
}

impl CodeRule {
    /// Returns the conflict-cooperation value, -10 to 10.
    #[must_use]
    pub fn score(&self) -> f64 {
        f64::from(self.tenths) / 10.0
    }

    /// Returns the value in tenths, exact.
    #[must_use]
    pub fn tenths(&self) -> i16 {
        self.tenths
    }
}

impl CodeBook {
    pub(super) fn new(files: Vec<(&str, CameoFile)>, problems: &mut Vec<Problem>) -> Self {
        let mut rules: BTreeMap<Cameo, (CodeRule, Option<i16>)> = BTreeMap::new();
        let mut sources = Vec::new();
        for (file, content) in files {
            sources.extend([content.goldstein_source, content.plover_source]);
            for raw in content.codes {
                let mut note = Note::new(file, raw.line, problems);
                if let Some((code, rule, value)) = checked(raw, &mut note)
                    && rules.insert(code, (rule, value)).is_some()
                {
                    note.say(format!("code {code} is given twice"));
                }
            }
        }
        let filled = rules.iter().map(|(code, (rule, _))| {
            let tenths = value(*code, &rules).unwrap_or(0);
            (*code, CodeRule { plover: class(*code, &rules), tenths, ..rule.clone() })
        });
        let rules = filled.collect();
        Self { rules, sources }
    }

    /// Returns the rule of a code.
    #[must_use]
    pub fn get(&self, code: Cameo) -> Option<&CodeRule> {
        self.rules.get(&code)
    }

    /// Returns all codes in order.
    pub fn iter(&self) -> impl Iterator<Item = (Cameo, &CodeRule)> {
        self.rules.iter().map(|(code, rule)| (*code, rule))
    }

    /// Returns where values and classes come from.
    #[must_use]
    pub fn sources(&self) -> &[String] {
        &self.sources
    }
}

fn checked(raw: Code, note: &mut Note<'_>) -> Option<(Cameo, CodeRule, Option<i16>)> {
    let code = note.parse::<Cameo>(&raw.code)?;
    let plover = match raw.plover {
        Some(class) => Some(note.parse::<PloverClass>(&class)?),
        None => None,
    };
    let value = match raw.goldstein {
        Some(value) => {
            Some(tenths(value).or_else(|| note.none(format!("{value} is not a value of -10 to 10 in tenths")))?)
        }
        None => None,
    };
    let rule = CodeRule { name: raw.name, plover, mode: raw.mode, context: raw.context, tenths: 0 };
    Some((code, rule, value))
}

fn tenths(value: f64) -> Option<i16> {
    (-100..=100_i16).find(|tenths| (f64::from(*tenths) / 10.0 - value).abs() < 1e-9)
}

type Given = BTreeMap<Cameo, (CodeRule, Option<i16>)>;

fn value(code: Cameo, given: &Given) -> Option<i16> {
    let own = |code: &str| given.get(&code.parse().ok()?).and_then(|(_, value)| *value);
    let text = code.as_str();
    let refined = (text.len() == 4).then(|| text.get(..3).and_then(own)).flatten();
    let unspecified = || own(&format!("{}0", code.root()));
    let mildest = || {
        let root = given.iter().filter(|(other, _)| other.root() == code.root());
        root.filter_map(|(_, (_, value))| *value).min_by_key(|value| value.abs())
    };
    own(text).or(refined).or_else(unspecified).or_else(mildest)
}

fn class(code: Cameo, given: &Given) -> Option<PloverClass> {
    let text = code.as_str();
    let own = |code: &str| given.get(&code.parse().ok()?).and_then(|(rule, _)| rule.plover);
    own(text).or_else(|| text.get(..3).and_then(own)).or_else(|| own(code.root()))
}

#[cfg(test)]
mod tests {
    use crate::model::category::{Cameo, PloverClass};
    use crate::ontology::Ontology;

    #[test]
    fn gaps_take_the_value_and_class_of_a_code_above() {
        let ontology = Ontology::bundled().unwrap();
        let code = |text: &str| -> Cameo { text.parse().unwrap() };
        let cases = [
            ("164", Some(PloverClass::Sanction), -6.5),
            ("163", Some(PloverClass::Coerce), -8.0),
            ("020", Some(PloverClass::Request), 3.0),
            ("010", None, 0.0),
            ("1384", Some(PloverClass::Threaten), -7.0),
            ("176", Some(PloverClass::Coerce), -7.0),
            ("110", Some(PloverClass::Accuse), -2.0),
            ("155", Some(PloverClass::Mobilize), -7.2),
        ];
        for (text, class, score) in cases {
            assert_eq!(ontology.plover(code(text)), class, "{text}");
            assert_eq!(ontology.score(code(text)), Some(score), "{text}");
        }
    }
}
