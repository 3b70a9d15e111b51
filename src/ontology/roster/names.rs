//! Names found in running text: the longest one that begins at a word, in time that does not depend on
//! how many names there are.
//!
//! A name is a sequence of units: runs of letters and digits, and single marks. Names are found by their
//! units in lower case; a name that minds case is compared with the text once it is reached.

use std::borrow::Cow;
use std::cmp::Ordering;

/// A reader of units that minds where tokens end.
#[derive(Clone, Debug)]
pub struct Units<'a> {
    units: Vec<Unit<'a>>,
}

#[derive(Clone, Debug)]
struct Unit<'a> {
    text: &'a str,
    lower: Cow<'a, str>,
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
            units_in(text, |unit| {
                units.push(Unit { text: unit, lower: lowered(unit), token, first: false, last: false });
            });
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

/// Goes through the units of a text.
fn units_in<'t>(text: &'t str, mut found: impl FnMut(&'t str)) {
    if text.is_ascii() {
        return plain_units_in(text, found);
    }
    let mut start = None;
    for (at, c) in text.char_indices() {
        if c.is_alphanumeric() {
            start.get_or_insert(at);
            continue;
        }
        if let Some(unit) = start.take().and_then(|begin| text.get(begin..at)) {
            found(unit);
        }
        match c {
            '\'' | '\u{2019}' | '\u{2018}' | '\u{2bc}' => found("'"),
            '\u{2010}'..='\u{2015}' => found("-"),
            c if c.is_whitespace() => {}
            c => text.get(at..at + c.len_utf8()).into_iter().for_each(&mut found),
        }
    }
    if let Some(unit) = start.and_then(|begin| text.get(begin..)) {
        found(unit);
    }
}

/// Goes through the units of a text of single bytes, as most names are.
fn plain_units_in<'t>(text: &'t str, mut found: impl FnMut(&'t str)) {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let begin = at;
        at += bytes.get(at..).unwrap_or_default().iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
        if at == begin {
            at += 1;
            if char::from(*byte).is_whitespace() {
                continue;
            }
        }
        text.get(begin..at).into_iter().for_each(&mut found);
    }
}

/// Returns a unit in lower case; most are so already.
fn lowered(unit: &str) -> Cow<'_, str> {
    if unit.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()) {
        Cow::Borrowed(unit)
    } else {
        Cow::Owned(unit.to_lowercase())
    }
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
///
/// Rows are sorted by the hash of their first unit, then by their units; a search narrows the rows of one
/// first unit, unit by unit.
#[derive(Debug)]
pub struct NameIndex<T> {
    /// The letters of all rows.
    letters: String,
    rows: Vec<Row<T>>,
    /// The hash of each first unit and where its rows begin.
    firsts: Vec<(u32, u32)>,
}

#[derive(Debug)]
struct Row<T> {
    hash: u32,
    /// Where its units begin in the letters, in lower case, joined by [`JOINT`].
    start: u32,
    /// Where they end, and the name as written begins, without spaces; empty where case is free.
    middle: u32,
    end: u32,
    meaning: T,
}

/// Stands between units: sorts before every letter, so that a name comes before those it begins.
const JOINT: char = '\0';

impl<T> Default for NameIndex<T> {
    fn default() -> Self {
        Self { letters: String::new(), rows: Vec::new(), firsts: Vec::new() }
    }
}

impl<T: Copy + Ord> NameIndex<T> {
    /// Makes an index of names with their meanings.
    pub fn new<'n>(names: impl IntoIterator<Item = (&'n str, Case, T)>) -> Self {
        let mut index = Self::default();
        for (name, case, meaning) in names {
            index.add(name, case, meaning);
        }
        index.close();
        index
    }

    /// Adds a name; it is found once the index is closed.
    pub(super) fn add(&mut self, name: &str, case: Case, meaning: T) {
        let at = |letters: &String| u32::try_from(letters.len()).unwrap_or(u32::MAX);
        let start = at(&self.letters);
        let letters = &mut self.letters;
        let mut hash = None;
        units_in(name, |unit| {
            if hash.is_some() {
                letters.push(JOINT);
            }
            let begin = letters.len();
            if unit.is_ascii() {
                letters.push_str(unit);
                letters.get_mut(begin..).into_iter().for_each(str::make_ascii_lowercase);
            } else {
                letters.push_str(&unit.to_lowercase());
            }
            hash.get_or_insert(hash_of(letters.get(begin..).unwrap_or_default()));
        });
        let middle = at(letters);
        if case == Case::Minded {
            units_in(name, |unit| letters.push_str(unit));
        }
        if let Some(hash) = hash {
            self.rows.push(Row { hash, start, middle, end: at(&self.letters), meaning });
        }
    }

    /// Returns the names of some meanings, in lower case with spaces between their units.
    pub(super) fn of(&self, is_wanted: impl Fn(T) -> bool) -> impl Iterator<Item = String> {
        let rows = self.rows.iter().filter(move |row| is_wanted(row.meaning));
        rows.map(|row| units_of(&self.letters, row).replace(JOINT, " "))
    }

    /// Sorts what was added.
    pub(super) fn close(&mut self) {
        let letters = &self.letters;
        let all = |row: &Row<T>| letters.get(row.start as usize..row.end as usize).unwrap_or_default();
        // Numbers are sorted much faster than letters, and few rows share a first unit.
        self.rows.sort_unstable_by_key(|row| row.hash);
        for rows in self.rows.chunk_by_mut(|a, b| a.hash == b.hash) {
            rows.sort_unstable_by(|a, b| {
                let units = units_of(letters, a).cmp(units_of(letters, b));
                units.then_with(|| all(a).cmp(all(b))).then_with(|| a.meaning.cmp(&b.meaning))
            });
        }
        self.firsts.clear();
        for (at, row) in self.rows.iter().enumerate() {
            if self.firsts.last().is_none_or(|(hash, _)| *hash != row.hash) {
                self.firsts.push((row.hash, u32::try_from(at).unwrap_or(u32::MAX)));
            }
        }
    }

    /// Returns the token after the longest name that begins at a token, and what that name may mean.
    #[must_use]
    pub fn longest(&self, units: &Units<'_>, token: usize, writing: Writing) -> Option<(usize, Vec<T>)> {
        let start = units.start_of(token)?;
        let units = units.units.get(start..)?;
        let mut best = None;
        self.walk(units, |length, rows| {
            let Some(last) = units.get(length - 1).filter(|unit| unit.last) else { return };
            let span = units.get(..length).unwrap_or_default();
            let meanings: Vec<T> =
                rows.iter().filter(|row| fits(self.exact(row), span, writing)).map(|row| row.meaning).collect();
            if !meanings.is_empty() {
                best = Some((last.token + 1, meanings));
            }
        });
        best
    }

    /// Returns what a whole name may mean: case as written first, then without regard to it.
    #[must_use]
    pub fn named(&self, name: &str) -> Vec<T> {
        let units = Units::new([name]).units;
        let (mut exact, mut any) = (Vec::new(), Vec::new());
        self.walk(&units, |length, rows| {
            if length == units.len() {
                any.extend(rows.iter().map(|row| row.meaning));
                let as_written = rows.iter().filter(|row| fits(self.exact(row), &units, Writing::Mixed));
                exact.extend(as_written.map(|row| row.meaning));
            }
        });
        if exact.is_empty() { any } else { exact }
    }

    /// Calls `found` with each number of units, ascending, that make up whole names, and their rows.
    fn walk(&self, units: &[Unit<'_>], mut found: impl FnMut(usize, &[Row<T>])) {
        let Some(first) = units.first() else { return };
        let hash = hash_of(&first.lower);
        let Ok(at) = self.firsts.binary_search_by_key(&hash, |(hash, _)| *hash) else { return };
        let begin = |at: usize| self.firsts.get(at).map_or(self.rows.len(), |(_, row)| *row as usize);
        let mut rows = self.rows.get(begin(at)..begin(at + 1)).unwrap_or_default();
        // How many bytes of units the rows share.
        let mut shared = 0;
        for (depth, unit) in units.iter().enumerate() {
            let next = |row: &Row<T>| {
                let rest = units_of(&self.letters, row).get(shared..).unwrap_or_default();
                first_unit_against(rest, &unit.lower)
            };
            let from = rows.partition_point(|row| next(row).is_lt());
            rows = rows.get(from..).unwrap_or_default();
            let to = rows.partition_point(|row| next(row).is_le());
            rows = rows.get(..to).unwrap_or_default();
            if rows.is_empty() {
                return;
            }
            let whole = shared + unit.lower.len();
            let ends = rows.partition_point(|row| (row.middle - row.start) as usize <= whole);
            if ends > 0 {
                found(depth + 1, rows.get(..ends).unwrap_or_default());
            }
            rows = rows.get(ends..).unwrap_or_default();
            shared = whole + JOINT.len_utf8();
        }
    }

    fn exact(&self, row: &Row<T>) -> &str {
        self.letters.get(row.middle as usize..row.end as usize).unwrap_or_default()
    }
}

fn units_of<'a, T>(letters: &'a str, row: &Row<T>) -> &'a str {
    letters.get(row.start as usize..row.middle as usize).unwrap_or_default()
}

/// Compares the first of joined units with a unit.
fn first_unit_against(joined: &str, unit: &str) -> Ordering {
    match joined.strip_prefix(unit) {
        Some(rest) if rest.is_empty() || rest.starts_with(JOINT) => Ordering::Equal,
        // The joint sorts before every letter, so what follows the first unit is never looked at.
        _ => joined.cmp(unit),
    }
}

/// Hashes a unit (FNV-1a).
fn hash_of(unit: &str) -> u32 {
    unit.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// Tells whether units are the name as it is written; an empty one minds no case.
fn fits(exact: &str, span: &[Unit<'_>], writing: Writing) -> bool {
    if exact.is_empty() {
        return true;
    }
    let mut rest = exact;
    let as_written = span.iter().all(|unit| match rest.strip_prefix(unit.text) {
        Some(after) => {
            rest = after;
            true
        }
        None => false,
    });
    // In capitals "TURKEY" is Türkiye's name, and "us" is no "US": a text in capitals may not hold it.
    let in_capitals = || span.iter().all(|unit| unit.lower != unit.text || !unit.text.chars().any(char::is_alphabetic));
    as_written && rest.is_empty() || writing == Writing::Capitals && in_capitals()
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

    /// Texts of single bytes are split by a shorter way: a mark of several bytes behind them makes them take the other.
    #[test]
    fn both_ways_to_split_a_text_agree() {
        for text in ["U.S.-led", "Côte d'Ivoire", "d'Ivoire", " a  b\t", "'tis", "x&y", "", "ABC-9", "(one, two)"] {
            let (mut one, mut other) = (Vec::new(), Vec::new());
            let longer = format!("{text}\u{2003}");
            super::units_in(text, |unit| one.push(unit));
            super::units_in(&longer, |unit| other.push(unit));
            assert_eq!(one, other, "{text:?}");
        }
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
