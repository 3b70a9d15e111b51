//! Publication dates: in the forms of file heads and web pages, and in datelines.
//!
//! Only full dates: a day whose year must be guessed is no publication date.

use crate::model::day::{Day, Interval};

/// Lines from the start among which a dateline is looked for: title, subtitle, summary, and it.
const DATELINE_WITHIN: usize = 6;
/// Words from the start of a line within which a dateline's date must begin.
const WORDS_BEFORE_DATE: usize = 8;
/// What begins the word after a dateline's date: the agency, or the dash before the report.
const ENDS_DATELINE: [char; 5] = ['-', '–', '—', '(', '/'];

/// The date in a dateline such as `MOSCOW, January 31, 2024. /TASS/.`
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Dateline {
    /// A full date.
    Full(Day),
    /// The words of a date without a year.
    NoYear(String),
}

/// Reads a full date: ISO 8601 with or without a time, RFC 2822, or with an English month name.
///
/// A time zone is not applied: the day is the one that the publisher wrote.
#[must_use]
pub fn full(text: &str) -> Option<Day> {
    let text = text.trim();
    if let Some(day) = text.get(..10).and_then(|head| head.parse().ok())
        && text.get(10..).is_none_or(|rest| rest.is_empty() || rest.starts_with(['T', 't', ' ']))
    {
        return Some(day);
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    let (first, rest) = words.split_first()?;
    let words = if first.ends_with(',') && !first.starts_with(|c: char| c.is_ascii_digit()) { rest } else { &words };
    day_of(words.get(..3)?)
}

/// Finds the dateline's date near the start of a report.
#[must_use]
pub fn dateline(prose: &str) -> Option<Dateline> {
    prose
        .lines()
        .filter(|line| !line.trim().is_empty())
        .take(DATELINE_WITHIN)
        .filter(|line| begins_with_place(line))
        .find_map(date_in)
}

/// A place opens a dateline in capitals: `TOKYO`, `UNITED NATIONS`, `WASHINGTON`.
fn begins_with_place(line: &str) -> bool {
    let place: String = line.trim_start().chars().take_while(|c| c.is_alphabetic()).collect();
    place.chars().count() >= 3 && place.chars().all(char::is_uppercase)
}

/// Looks for a date after the place and before the agency or the dash that ends a dateline.
fn date_in(line: &str) -> Option<Dateline> {
    let words: Vec<&str> =
        line.split_whitespace().take_while(|word| !ENDS_DATELINE.iter().any(|end| word.starts_with(*end))).collect();
    let starts = (1..words.len().min(WORDS_BEFORE_DATE)).filter(|&start| follows_place(&words, start));
    let full = starts.clone().filter_map(|start| words.get(start..start + 3)).find_map(day_of);
    if let Some(day) = full {
        return Some(Dateline::Full(day));
    }
    let yearless = |pair: &[&str]| {
        // Any leap year will do to see whether the two words name a day.
        let [a, b] = pair else { return false };
        day_of(&[a, b, "2000"]).is_some()
    };
    starts
        .filter_map(|start| words.get(start..start + 2))
        .find(|pair| yearless(pair))
        .map(|pair| Dateline::NoYear(bare(&pair.join(" ")).to_owned()))
}

/// A date follows a comma, or the capitals of the place.
fn follows_place(words: &[&str], start: usize) -> bool {
    let capitals = |word: &&str| word.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
    let (before, first) = (start.checked_sub(1).and_then(|index| words.get(index)), words.get(start));
    before.is_some_and(|word| word.ends_with(',') || capitals(word))
        && first.is_some_and(|word| !capitals(word) || word.starts_with(|c: char| c.is_ascii_digit()))
}

/// Reads three words as a day: `January 31, 2024`, `31 Jan. 2024`, `Sept 9, 2023.`
fn day_of(words: &[&str]) -> Option<Day> {
    let plain: Vec<String> = words.iter().map(|word| month_or_number(bare(word))).collect();
    let [a, b, c] = plain.as_slice() else { return None };
    let text =
        if a.starts_with(|c: char| c.is_ascii_digit()) { format!("{a} {b} {c}") } else { format!("{a} {b}, {c}") };
    let only_iso = Interval::parse_iso(&text).is_some();
    Day::parse_query(&text).ok().filter(|_| !only_iso)
}

fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

/// Shortens a word to the three letters by which every English month is known; leaves numbers.
fn month_or_number(word: &str) -> String {
    if word.chars().all(char::is_alphabetic) { word.chars().take(3).collect() } else { word.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::{Dateline, dateline, full};
    use expect_test::expect;

    #[test]
    fn publishers_write_dates_in_many_forms() {
        for text in [
            "2024-01-31",
            "2024-01-31T23:30:00+03:00",
            "2024-01-31 09:00",
            "Wed, 31 Jan 2024 10:00:00 GMT",
            "January 31, 2024",
            "31 January 2024",
            "Jan. 31, 2024, 10:00",
            "Wednesday, January 31, 2024",
        ] {
            assert_eq!(full(text).map(|day| day.to_string()).as_deref(), Some("2024-01-31"), "{text}");
        }
        for text in ["", "2024", "2024-01", "January 2024", "yesterday", "2024-02-30", "31.01.2024", "20240131"] {
            assert_eq!(full(text), None, "{text}");
        }
    }

    #[test]
    fn a_dateline_needs_a_place_in_capitals_and_a_year() {
        let found = |text: &str| match dateline(text) {
            Some(Dateline::Full(day)) => day.to_string(),
            Some(Dateline::NoYear(words)) => format!("{words} of no year"),
            None => "none".to_owned(),
        };
        let all: Vec<String> = [
            "MOSCOW, January 31, 2024. /TASS/. The ministry said so.",
            "Title\n\nSubtitle\n\nTOKYO, Sept. 9, 2023 (Kyodo) -- The minister said so.",
            "LONDON, 3 March 2022 - The prime minister said so.",
            "MOSCOW, January 31. /TASS/. The treaty of May 5, 1998 was named.",
            "BEIJING - It was signed on May 5, 1998.",
            "Moscow said on May 5, 1998 that it would.",
            "UNITED NATIONS, Oct 1, 2021 (AP) - It met.",
        ]
        .map(found)
        .into();
        expect![[r#"
            2024-01-31
            2023-09-09
            2022-03-03
            January 31 of no year
            none
            none
            2021-10-01"#]]
        .assert_eq(&all.join("\n"));
    }
}
