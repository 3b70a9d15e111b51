//! Names found in running text: the longest one that begins at a word, in time that does not depend on
//! how many names there are.
//!
//! A name is a sequence of units: runs of letters and digits, and single marks. Names are kept in a trie
//! over units in lower case; a name that minds case is compared with the text once it is reached.

use std::borrow::Cow;

/// A reader of units that minds where tokens end.
#[derive(Clone, Debug)]
pub struct Units<'a> {
    units: Vec<Unit<'a>>,
}

#[derive(Clone, Debug)]
struct Unit<'a> {
    text: Cow<'a, str>,
    lower: String,
    token: usize,
    first: bool,
    last: bool,
}

impl<'a> Units<'a> {
    /// Splits the tokens of a sentence.
    pub fn new(tokens: impl IntoIterator<Item = &'a str>) -> Self {
        let mut units: Vec<Unit<'a>> = Vec::new();
        for (token, text) in tokens.into_iter().enumerate() {
            let begin = units.len();
            for unit in split(text) {
                units.push(Unit { lower: unit.to_lowercase(), text: unit, token, first: false, last: false });
            }
            if let Some(unit) = units.get_mut(begin) {
                unit.first = true;
            }
            if let Some(unit) = units.get_mut(begin..).and_then(<[_]>::last_mut) {
                unit.last = true;
            }
        }
        Self { units }
    }

    fn start_of(&self, token: usize) -> Option<usize> {
        let at = self.units.partition_point(|unit| unit.token < token);
        self.units.get(at).is_some_and(|unit| unit.token == token && unit.first).then_some(at)
    }
}

/// Splits a text into units.
fn split(text: &str) -> Vec<Cow<'_, str>> {
    let mut units = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices() {
        if c.is_alphanumeric() {
            start.get_or_insert(at);
            continue;
        }
        if let Some(begin) = start.take() {
            units.extend(text.get(begin..at).map(Cow::Borrowed));
        }
        match c {
            '\'' | '\u{2019}' | '\u{2018}' | '\u{2bc}' => units.push(Cow::Borrowed("'")),
            '\u{2010}'..='\u{2015}' => units.push(Cow::Borrowed("-")),
            c if c.is_whitespace() => {}
            c => units.push(Cow::Owned(c.to_string())),
        }
    }
    if let Some(begin) = start {
        units.extend(text.get(begin..).map(Cow::Borrowed));
    }
    units
}

/// How letters of a name count.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Case {
    /// As written.
    Minded,
    /// Not at all.
    Free,
}

/// How the text writes its letters.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Writing {
    /// Names begin with capitals.
    Mixed,
    /// All letters are capitals, as in some headlines.
    Capitals,
}

/// Names with what they mean.
#[derive(Debug)]
pub struct NameIndex<T> {
    nodes: Vec<Node<T>>,
}

#[derive(Debug)]
struct Node<T> {
    /// Next units in lower case, sorted once all names are in.
    next: Vec<(Box<str>, u32)>,
    senses: Vec<Sense<T>>,
}

#[derive(Debug)]
struct Sense<T> {
    /// The name without spaces, where case is minded.
    exact: Option<Box<str>>,
    meaning: T,
}

impl<T> Default for NameIndex<T> {
    fn default() -> Self {
        Self { nodes: vec![Node { next: Vec::new(), senses: Vec::new() }] }
    }
}

impl<T: Copy> NameIndex<T> {
    /// Makes an index of names with their meanings.
    pub fn new<'n>(names: impl IntoIterator<Item = (&'n str, Case, T)>) -> Self {
        let mut rows: Vec<(Vec<String>, Option<Box<str>>, T)> = names
            .into_iter()
            .map(|(name, case, meaning)| {
                let units = split(name);
                let exact = (case == Case::Minded).then(|| units.concat().into_boxed_str());
                (units.iter().map(|unit| unit.to_lowercase()).collect(), exact, meaning)
            })
            .filter(|(units, _, _): &(Vec<String>, _, _)| !units.is_empty())
            .collect();
        // Sorted, so that a name's path is the last one made or a branch of it: no search while building.
        rows.sort_by(|(a, _, _), (b, _, _)| a.cmp(b));
        let mut index = Self::default();
        let mut path: Vec<(String, u32)> = Vec::new();
        for (units, exact, meaning) in rows {
            let shared = path.iter().zip(&units).take_while(|((one, _), other)| one == *other).count();
            path.truncate(shared);
            for unit in units.into_iter().skip(shared) {
                let new = u32::try_from(index.nodes.len()).unwrap_or(u32::MAX);
                let above = path.last().map_or(0, |(_, node)| *node);
                if let Some(node) = index.nodes.get_mut(above as usize) {
                    node.next.push((unit.clone().into_boxed_str(), new));
                }
                index.nodes.push(Node { next: Vec::new(), senses: Vec::new() });
                path.push((unit, new));
            }
            let leaf = path.last().map_or(0, |(_, node)| *node);
            if let Some(node) = index.nodes.get_mut(leaf as usize) {
                node.senses.push(Sense { exact, meaning });
            }
        }
        index
    }

    /// Returns the token after the longest name that begins at a token, and what that name may mean.
    #[must_use]
    pub fn longest(&self, units: &Units<'_>, token: usize, writing: Writing) -> Option<(usize, Vec<T>)> {
        let mut node = self.nodes.first()?;
        let mut best = None;
        let start = units.start_of(token)?;
        for (length, unit) in units.units.get(start..)?.iter().enumerate() {
            let Ok(found) = node.next.binary_search_by(|(text, _)| (**text).cmp(unit.lower.as_str())) else { break };
            node = node.next.get(found).and_then(|(_, next)| self.nodes.get(*next as usize))?;
            if unit.last && !node.senses.is_empty() {
                let span = units.units.get(start..=start + length)?;
                let meanings: Vec<T> =
                    node.senses.iter().filter(|sense| sense.fits(span, writing)).map(|sense| sense.meaning).collect();
                if !meanings.is_empty() {
                    best = Some((unit.token + 1, meanings));
                }
            }
        }
        best
    }

    /// Returns what a name may mean, case as written first, then without regard to it.
    #[must_use]
    pub fn named(&self, name: &str) -> Vec<T> {
        let units = Units::new([name]);
        let whole = |writing| self.longest(&units, 0, writing).map(|(_, meanings)| meanings).unwrap_or_default();
        let all_of_it = self.node(&units).is_some();
        if !all_of_it {
            return Vec::new();
        }
        let exact = whole(Writing::Mixed);
        if exact.is_empty() {
            self.node(&units).map_or_else(Vec::new, |node| node.senses.iter().map(|sense| sense.meaning).collect())
        } else {
            exact
        }
    }

    fn node(&self, units: &Units<'_>) -> Option<&Node<T>> {
        units.units.iter().try_fold(self.nodes.first()?, |node, unit| {
            let found = node.next.binary_search_by(|(text, _)| (**text).cmp(unit.lower.as_str())).ok()?;
            self.nodes.get(node.next.get(found)?.1 as usize)
        })
    }
}

impl<T> Sense<T> {
    fn fits(&self, span: &[Unit<'_>], writing: Writing) -> bool {
        let Some(exact) = &self.exact else { return true };
        let mut rest: &str = exact;
        let as_written = span.iter().all(|unit| match rest.strip_prefix(&*unit.text) {
            Some(after) => {
                rest = after;
                true
            }
            None => false,
        });
        // In capitals "TURKEY" is Türkiye's name, and "us" is no "US": a text in capitals may not hold it.
        let in_capitals =
            || span.iter().all(|unit| unit.lower != *unit.text || !unit.text.chars().any(char::is_alphabetic));
        as_written && rest.is_empty() || writing == Writing::Capitals && in_capitals()
    }
}

#[cfg(test)]
mod tests {
    use super::{Case, NameIndex, Units, Writing};

    fn find(text: &[&str], at: usize, writing: Writing) -> Option<(usize, Vec<u8>)> {
        let names = [
            ("US", Case::Minded, 1),
            ("Turkey", Case::Minded, 2),
            ("Côte d'Ivoire", Case::Minded, 3),
            ("foreign minister", Case::Free, 4),
            ("foreign minister of state", Case::Free, 5),
            ("U.S.", Case::Minded, 6),
            ("Guinea", Case::Minded, 7),
            ("Guinea-Bissau", Case::Minded, 8),
        ];
        NameIndex::new(names).longest(&Units::new(text.iter().copied()), at, writing)
    }

    #[test]
    fn case_is_minded_but_in_capitals() {
        assert_eq!(find(&["told", "us"], 1, Writing::Mixed), None);
        assert_eq!(find(&["the", "US"], 1, Writing::Mixed), Some((2, vec![1])));
        assert_eq!(find(&["turkey"], 0, Writing::Mixed), None);
        assert_eq!(find(&["TURKEY"], 0, Writing::Capitals), Some((1, vec![2])));
        assert_eq!(find(&["Foreign", "Minister"], 0, Writing::Mixed), Some((2, vec![4])));
    }

    #[test]
    fn the_longest_name_that_ends_with_a_token_wins() {
        assert_eq!(find(&["Côte", "d’Ivoire", "'s"], 0, Writing::Mixed), Some((2, vec![3])));
        assert_eq!(find(&["U.S.", "-", "led"], 0, Writing::Mixed), Some((1, vec![6])));
        assert_eq!(find(&["Guinea", "-", "Bissau"], 0, Writing::Mixed), Some((3, vec![8])));
        assert_eq!(find(&["Guinea", "-", "led"], 0, Writing::Mixed), Some((1, vec![7])));
        assert_eq!(find(&["Guineas"], 0, Writing::Mixed), None);
    }
}
