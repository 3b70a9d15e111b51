//! The head of an agency report, `MOSCOW, January 31. /TASS/.`, found and set apart.
//!
//! Recognizes its shape: places in capitals (or a known agency after them), a date, an agency in brackets or slashes, and
//! the mark that ends it. Knows no places.

use super::Dateline;
use super::token::is_space;
use super::words::Lists;
use crate::model::span::Span;

/// The longest dateline, in bytes.
const LONGEST: usize = 160;

/// Finds the dateline that a paragraph begins with.
pub(crate) fn find(text: &str, start: usize, end: usize, lists: &Lists) -> Option<Dateline> {
    let mut limit = end.min(start + LONGEST);
    while !text.is_char_boundary(limit) {
        limit -= 1;
    }
    let mut reader = Reader { text, at: start, end: limit, lists };
    let capitals = reader.place()?;
    let place = (start, reader.at);
    let mut date = None;
    let mut agency = None;
    let mut stopped = false;
    loop {
        reader.spaces();
        let before = reader.at;
        if agency.is_none()
            && let Some(found) = reader.agency()
        {
            agency = Some(found);
            stopped = false;
            continue;
        }
        if date.is_none() && agency.is_none() {
            reader.eat([',', '.', '(']);
            reader.spaces();
            if let Some(found) = reader.date() {
                date = Some(found);
                reader.eat([')']);
                stopped = reader.eat(['.']);
                reader.eat([',']);
                continue;
            }
            reader.at = before;
        }
        if agency.is_none() && !stopped && capitals && reader.eat(['.']) {
            stopped = true;
            continue;
        }
        break;
    }
    reader.spaces();
    let before = reader.at;
    // A paragraph of nothing else ends it as well: "TBILISI, Georgia" above the report.
    let alone = capitals && reader.at >= end.min(limit) && text[place.0..place.1].contains(',');
    let ended = reader.ending(agency.is_some(), capitals) || alone;
    if !ended {
        reader.at = before;
    }
    // An agency settles it; else a dash or colon must end it, after a place in capitals that no kicker is, or a dash
    // after a place with its country ("Doha, Qatar –") or with a day ("Harare, 8 December -") at the head of the text.
    let words = text[place.0..place.1].to_lowercase();
    let opens = start == 0 && !capitals && (text[place.0..place.1].contains(',') || date.is_some());
    let led = opens && reader.rest().trim_start_matches(is_space).starts_with(char::is_uppercase);
    let sure = match agency {
        Some((from, to)) => {
            let known = lists.agencies.has(&text[from..to].to_lowercase());
            ended && (known || capitals) || known && (capitals || date.is_some())
        }
        None => ended && (capitals || led) && !lists.kickers.has(&words),
    };
    if !sure {
        return None;
    }
    let span = |(from, to): (usize, usize)| Span::of(from..to);
    let last = text[start..reader.at].trim_end_matches(is_space).len();
    Some(Dateline {
        span: span((start, start + last))?,
        place: span(place),
        date: date.and_then(span),
        agency: agency.and_then(span),
    })
}

/// How many words the name of a country has at the most that stands in small letters behind its capital.
const MOST_NAMES: usize = 3;

struct Reader<'t> {
    text: &'t str,
    at: usize,
    end: usize,
    lists: &'t Lists,
}

impl Reader<'_> {
    fn rest(&self) -> &str {
        &self.text[self.at..self.end]
    }

    fn spaces(&mut self) {
        self.at += self.rest().len() - self.rest().trim_start_matches(is_space).len();
    }

    fn eat<const N: usize>(&mut self, marks: [char; N]) -> bool {
        match self.rest().chars().next() {
            Some(c) if marks.contains(&c) => {
                self.at += c.len_utf8();
                true
            }
            _ => false,
        }
    }

    /// Returns the next word: letters with apostrophes, hyphens and stops between them.
    fn word(&self) -> &str {
        let rest = self.rest();
        let mut length = 0;
        for (at, c) in rest.char_indices() {
            let after = at + c.len_utf8();
            let inner =
                matches!(c, '\'' | '’' | '-' | '.' | '&') && rest[after..].starts_with(char::is_alphabetic) && at > 0;
            if !c.is_alphabetic() && !inner {
                break;
            }
            length = after;
        }
        &rest[..length]
    }

    /// Reads places; tells whether they are in capitals.
    fn place(&mut self) -> Option<bool> {
        let mut all_capitals = true;
        let mut n_words = 0;
        let mut end = self.at;
        loop {
            let word = self.word();
            let n_letters = word.chars().filter(|c| c.is_alphabetic()).count();
            let capitals = n_letters > 1 && word.chars().all(|c| !c.is_lowercase());
            let capitalized = word.starts_with(char::is_uppercase) && n_letters > 1;
            let month = self.lists.months.has(&word.to_lowercase());
            if n_words > 7
                || !capitalized
                || month && n_words > 0
                || n_words > 0 && all_capitals && !capitals && !self.adds(word)
            {
                break;
            }
            all_capitals &= capitals || n_words > 0;
            n_words += 1;
            self.at += word.len();
            end = self.at;
            // "ST. PETERSBURG", "WASHINGTON, D.C."
            let abbreviated = self.rest().starts_with('.') && n_letters <= 3;
            let before = self.at;
            if abbreviated {
                self.at += 1;
                self.spaces();
                let next = self.word();
                // "CASTRIES, St. Lucia (AP)", "CASTRIES, St. Lucia, May 4": in small letters only before the agency or the day.
                let is_last = self.is_before_agency(next.len()) || self.is_before_month(next.len());
                if !capitals && next.starts_with(char::is_uppercase) && is_last {
                    end = self.at + next.len();
                    break;
                }
                let goes_on =
                    next.chars().filter(|c| c.is_alphabetic()).count() > 1 && next.chars().all(|c| !c.is_lowercase());
                if goes_on || self.text[..before].ends_with("D.C") {
                    end = if goes_on { self.at } else { before + 1 };
                    continue;
                }
                self.at = before;
                break;
            }
            self.spaces();
            if self.eat(['/', ',']) {
                self.spaces();
            }
            if self.rest().starts_with(['-', '–', '—', '(']) {
                break;
            }
        }
        self.at = end;
        (n_words > 0).then_some(all_capitals)
    }

    /// Tells whether an agency in brackets or slashes stands after the next word.
    fn is_before_agency(&self, length: usize) -> bool {
        self.rest()[length..].trim_start_matches(is_space).starts_with(['(', '/', '['])
    }

    /// Tells whether a comma and a month stand after the next word.
    fn is_before_month(&self, length: usize) -> bool {
        let after = self.rest()[length..].trim_start_matches(is_space).strip_prefix(',');
        after.is_some_and(|after| {
            let after = after.trim_start_matches(is_space);
            let word = &after[..after.len() - after.trim_start_matches(char::is_alphabetic).len()];
            self.lists.months.has(&word.to_lowercase())
        })
    }

    /// After a place in capitals a second name may be in small letters only where a comma leads to it: "AL-ULA, Saudi
    /// Arabia (AFP)".
    fn adds(&self, word: &str) -> bool {
        let before = self.text[..self.at].trim_end_matches(is_space);
        let is_name = |word: &str| word.starts_with(char::is_uppercase);
        let led = before.rfind([',', '/']).is_some_and(|comma| {
            let between = before[comma + 1..].split_whitespace();
            between.clone().count() < MOST_NAMES && between.into_iter().all(is_name)
        });
        led && !self.lists.starters.has(&word.to_lowercase()) && {
            let mut after = self.text[self.at + word.len()..self.end].trim_start_matches(is_space);
            for _ in 1..MOST_NAMES {
                let length = after.len() - after.trim_start_matches(char::is_alphabetic).len();
                if is_name(after) {
                    after = after[length..].trim_start_matches(is_space);
                }
            }
            after.is_empty() || after.starts_with([',', '-', '–', '—', '(', '/', '.'])
        }
    }

    /// Reads "January 31", "Jan. 5, 2021", "5 May 2021".
    fn date(&mut self) -> Option<(usize, usize)> {
        let start = self.at;
        let day_first = self.number(2);
        if day_first {
            self.spaces();
        }
        let word = self.word();
        let length = word.len();
        if !self.lists.months.has(&word.to_lowercase()) {
            self.at = start;
            return None;
        }
        self.at += length;
        let stop = self.eat(['.']);
        let mut end = self.at - usize::from(stop && day_first);
        self.spaces();
        if !day_first {
            if !self.number(2) {
                self.at = start;
                return None;
            }
            end = self.at;
        }
        let before = self.at;
        self.eat([',']);
        self.spaces();
        if self.number(4) && self.text[..self.at].chars().rev().take_while(char::is_ascii_digit).count() == 4 {
            end = self.at;
        } else {
            self.at = before.min(end.max(start));
            self.at = end;
        }
        Some((start, end))
    }

    fn number(&mut self, most: usize) -> bool {
        let n = self.rest().bytes().take_while(u8::is_ascii_digit).count();
        if n == 0 || n > most {
            return false;
        }
        self.at += n;
        true
    }

    /// Reads "(Xinhua)", "/TASS/" or an agency of the list standing free.
    fn agency(&mut self) -> Option<(usize, usize)> {
        let close = match self.rest().chars().next()? {
            '(' => ')',
            '/' => '/',
            '[' => ']',
            _ => return None,
        };
        let from = self.at + 1;
        let length = self.text[from..self.end].find(close)?;
        let name = &self.text[from..from + length];
        // Some write their names small: "(dpa)".
        let fits = name.len() < 40
            && (name.starts_with(char::is_uppercase) || self.lists.agencies.has(name))
            && name.split(is_space).count() < 5;
        if !fits {
            return None;
        }
        self.at = from + length + 1;
        Some((from, from + length))
    }

    /// Reads the mark that ends a dateline.
    fn ending(&mut self, after_agency: bool, capitals: bool) -> bool {
        let spaced = self.text[..self.at].ends_with(is_space);
        // Wires once wrote a dash as "_".
        if self.eat(['—', '–', '―']) || after_agency && self.eat(['_']) {
            return true;
        }
        if self.rest().starts_with("--") {
            while self.eat(['-']) {}
            return true;
        }
        if self.rest().starts_with('-') && spaced && self.rest()[1..].starts_with(is_space) {
            self.at += 1;
            return true;
        }
        if capitals && self.rest().starts_with(": ") {
            return self.eat([':']);
        }
        after_agency && (self.eat(['.', ':']) || self.rest().starts_with('-') && self.eat(['-']))
    }
}
