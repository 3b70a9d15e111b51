//! From pieces to sentences: which stops end one.
//!
//! Invariant: sentences partition the pieces of a paragraph, none is empty, none is longer than `LONGEST`.

use super::token::Piece;
use super::words::Lists;

/// The most tokens a sentence has; a longer one is cut, at a comma or semicolon if one is near.
pub(crate) const LONGEST: usize = 250;
const NEAR: usize = 60;

/// Splits the pieces `first..last` of one paragraph and appends the ranges.
pub(crate) fn split(
    text: &str,
    pieces: &[Piece],
    (first, last): (usize, usize),
    marks: &[bool],
    lists: &Lists,
    sentences: &mut Vec<(usize, usize)>,
) {
    let word = |at: usize| pieces.get(at).map_or("", |piece| &text[piece.start..piece.end]);
    let mut start = first;
    let mut at = first;
    // A headline has no stop at its end, and a semicolon between what would be sentences.
    let is_headline = last > first && !word(last - 1).ends_with(['.', '!', '?', '…', '”', '"', ':']);
    while at < last {
        let mut after = at + 1;
        let parts = is_headline && word(at) == ";" && at > start && after < last;
        let ends = match word(at) {
            ";" => parts,
            "." | "!" | "?" | "…" => true,
            stops if stops.starts_with("..") => true,
            abbreviation => {
                abbreviation.len() > 1 && abbreviation.ends_with('.') && may_end(abbreviation, word(after), lists)
            }
        };
        if !ends {
            at += 1;
            continue;
        }
        // Further stops, closing quotation marks and brackets belong to the sentence.
        while after < last {
            let next = word(after);
            let closes = matches!(next, "." | "!" | "?" | "…" | ")" | "]" | "}" | "”" | "»" | "''");
            let quotes = marks[after] && !pieces[after].spaced;
            if !closes && !quotes || matches!(next, "…") && pieces[after].spaced {
                break;
            }
            after += 1;
        }
        let quoted = after > at + 1 && marks[after - 1];
        if after >= last || parts || begins(text, pieces, after, last, at, quoted, marks, lists) {
            let numbered =
                after - start == 2 && word(start).chars().all(|c| c.is_alphanumeric()) && word(start).len() < 3;
            if !numbered || after >= last {
                cut(pieces, text, start, after, sentences);
                start = after;
            }
        }
        at = after;
    }
    if start < last {
        cut(pieces, text, start, last, sentences);
    }
}

/// Tells whether an abbreviation with its stop may end a sentence before the next word.
fn may_end(abbreviation: &str, next: &str, lists: &Lists) -> bool {
    let bare = abbreviation.trim_end_matches('.').to_lowercase();
    if bare.chars().count() == 1 || lists.titles.has(&bare) {
        return false;
    }
    next.starts_with(char::is_uppercase) && lists.starters.has(&next.to_lowercase()) || matches!(next, "“" | "\"" | "«")
}

/// Tells whether a sentence can begin at a piece.
#[expect(clippy::too_many_arguments, reason = "one question about one place, asked once")]
fn begins(
    text: &str,
    pieces: &[Piece],
    at: usize,
    last: usize,
    stop: usize,
    quoted: bool,
    marks: &[bool],
    lists: &Lists,
) -> bool {
    let word = |at: usize| pieces.get(at).map_or("", |piece| &text[piece.start..piece.end]);
    // Look through opening marks at the first word.
    let mut first = at;
    while first < last
        && (marks[first] || matches!(word(first), "(" | "[" | "-" | "–" | "—" | "--" | "•" | "*" | "#" | "’" | "'"))
    {
        first += 1;
    }
    let Some(c) = word(first).chars().next() else { return true };
    let opens = first > at;
    if !pieces[at].spaced && !opens && !c.is_uppercase() {
        return false;
    }
    if c.is_lowercase() {
        return false;
    }
    let hard = word(stop) == ".";
    let ellipsis = word(stop).starts_with("..") || word(stop) == "…";
    if ellipsis && !c.is_uppercase() && !opens {
        return false;
    }
    if quoted && !hard && !opens {
        // "Are we at war?" Smith asked.
        for next in first..last.min(first + 8) {
            if lists.sayings.has(&word(next).to_lowercase()) {
                return false;
            }
            if matches!(word(next), "," | "." | ";" | ":") {
                break;
            }
        }
    }
    c.is_alphanumeric() || opens || !matches!(c, ',' | ';' | ':' | ')' | ']' | '%')
}

/// Appends a sentence, cut where it is too long.
fn cut(pieces: &[Piece], text: &str, start: usize, end: usize, sentences: &mut Vec<(usize, usize)>) {
    let mut start = start;
    while end - start > LONGEST {
        let limit = start + LONGEST;
        let breaks = |mark: &str| {
            (limit - NEAR..limit).rev().find(|&at| &text[pieces[at].start..pieces[at].end] == mark).map(|at| at + 1)
        };
        let at = breaks(";").or_else(|| breaks(",")).unwrap_or(limit);
        sentences.push((start, at));
        start = at;
    }
    if start < end {
        sentences.push((start, end));
    }
}
