//! From text to tokens: words, numbers and marks, split as the treebanks split them.
//!
//! Invariant: pieces ascend, do not overlap, hold no white space and begin and end on character boundaries.
//! Knows no sentence; a full stop stays on an abbreviation and stands alone everywhere else.

use super::words::Lists;

/// A token before its sentence is known.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub(crate) struct Piece {
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// Whether white space stands before it.
    pub(crate) spaced: bool,
}

/// Splits `text[start..end]` and appends the pieces.
pub(crate) fn split(text: &str, start: usize, end: usize, lists: &Lists, pieces: &mut Vec<Piece>) {
    let mut from = None;
    for (offset, c) in text[start..end].char_indices() {
        let at = start + offset;
        match (is_space(c), from) {
            (true, Some(begin)) => {
                chunk(text, begin, at, lists, pieces);
                from = None;
            }
            (false, None) => {
                from = Some(at);
                if c.is_numeric() {
                    number_follows(text, lists, pieces);
                }
            }
            _ => {}
        }
    }
    if let Some(begin) = from {
        chunk(text, begin, end, lists, pieces);
    }
}

/// Gives the stop back to an abbreviation that is one only before a number.
fn number_follows(text: &str, lists: &Lists, pieces: &mut Vec<Piece>) {
    if let [.., word, stop] = pieces.as_mut_slice()
        && word.end == stop.start
        && &text[stop.start..stop.end] == "."
        && word.end - word.start < 6
        && lists.numbered.has(&text[word.start..word.end].to_lowercase())
    {
        word.end = stop.end;
        pieces.pop();
    }
}

/// Tells whether a character separates words: white space of any kind, joiners and marks of direction.
pub(crate) fn is_space(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}')
}

fn is_opening(c: char) -> bool {
    matches!(
        c,
        '(' | '[' | '{' | '<' | '"' | '“' | '„' | '«' | '‹' | '‘' | '`' | '¿' | '¡' | '*' | '#' | '•' | '·' | '|'
    )
}

fn is_closing(c: char) -> bool {
    matches!(
        c,
        ')' | ']' | '}' | '>' | '"' | '”' | '“' | '»' | '›' | ',' | ';' | ':' | '!' | '?' | '…' | '%' | '*' | '|'
    )
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '–' | '—' | '―' | '‐' | '‑' | '‒')
}

pub(crate) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ')
}

fn is_currency(c: char) -> bool {
    matches!(c, '$' | '€' | '£' | '¥' | '₽' | '₩' | '₹' | '₴' | '₺')
}

/// Splits a run of characters without white space.
fn chunk(text: &str, start: usize, end: usize, lists: &Lists, pieces: &mut Vec<Piece>) {
    let first = pieces.len();
    let (mut start, mut end) = (start, end);
    while let Some(c) = text[start..end].chars().next() {
        let after = start + c.len_utf8();
        let rest = text[after..end].chars().next();
        let opens = is_opening(c) || is_dash(c) || is_apostrophe(c) && !is_suffix(&text[start..end], lists);
        if c == '.' && rest.is_none_or(|c| c == '.') {
            let run = text[start..end].chars().take_while(|c| *c == '.').count();
            push(pieces, start, start + run);
            start += run;
        } else if is_dash(c) {
            let run = text[start..end].chars().take_while(|next| *next == c).count() * c.len_utf8();
            push(pieces, start, start + run);
            start += run;
        } else if opens || is_closing(c) || is_currency(c) || c == '/' {
            push(pieces, start, after);
            start = after;
        } else {
            break;
        }
    }
    // Marks at the end come off from right to left and are added after the word.
    let mut tail = Vec::new();
    while let Some(c) = text[start..end].chars().next_back() {
        let before = end - c.len_utf8();
        let word = &text[start..end];
        if c == '.' {
            if word.ends_with("..") {
                let run = word.bytes().rev().take_while(|byte| *byte == b'.').count();
                tail.push((end - run, end));
                end -= run;
                continue;
            }
            if lists.keeps_stop(word) {
                break;
            }
        } else if !is_closing(c) && (!is_apostrophe(c) || is_suffix_exact(word, lists)) && !is_dash(c) && c != '/' {
            break;
        }
        if before == start && is_dash(c) {
            break;
        }
        tail.push((before, end));
        end = before;
    }
    if start < end {
        infix(text, start, end, lists, pieces);
    }
    for (from, to) in tail.into_iter().rev() {
        push(pieces, from, to);
    }
    if let Some(piece) = pieces.get_mut(first) {
        piece.spaced = true;
    }
}

fn push(pieces: &mut Vec<Piece>, start: usize, end: usize) {
    if start < end {
        pieces.push(Piece { start, end, spaced: false });
    }
}

/// Tells whether a run begins with an ending like "'s" and goes on no further than that.
fn is_suffix(run: &str, lists: &Lists) -> bool {
    let bare = run.trim_end_matches(|c| is_closing(c) || c == '.');
    is_suffix_exact(bare, lists)
}

fn is_suffix_exact(run: &str, lists: &Lists) -> bool {
    lists.is_clitic(run)
}

/// Splits at hyphens, slashes and other marks within a word, and splits contractions.
fn infix(text: &str, start: usize, end: usize, lists: &Lists, pieces: &mut Vec<Piece>) {
    let word = &text[start..end];
    if word.contains("://") || word.starts_with("www.") || word.contains('@') && word.contains('.') {
        push(pieces, start, end);
        return;
    }
    let mut begin = start;
    let mut last: Option<char> = None;
    for (offset, c) in word.char_indices() {
        let at = start + offset;
        let after = at + c.len_utf8();
        let next = text[after..end].chars().next();
        let (Some(before), Some(next)) = (last.replace(c), next) else { continue };
        if at < begin {
            continue;
        }
        let letters = before.is_alphabetic() && next.is_alphabetic();
        let splits = match c {
            _ if is_dash(c) => {
                (before.is_alphabetic() || before == '.' || before.is_numeric())
                    && next.is_alphabetic()
                    && !(next.is_lowercase() && lists.is_prefix(&text[begin..at]))
                    || matches!(c, '—' | '―')
            }
            '/' | ':' | ',' | ';' => letters,
            '(' | ')' | '[' | ']' | '"' | '“' | '”' | '«' | '»' | '=' => true,
            '.' => before.is_lowercase() && next.is_uppercase() && !lists.keeps_stop(&text[begin..after]),
            _ if is_currency(c) => next.is_numeric(),
            '%' => true,
            '!' | '?' | '…' => next.is_alphabetic(),
            _ => false,
        };
        if splits {
            if is_currency(c) {
                // "US$5": the letters belong to the sign.
                push(pieces, begin, after);
            } else {
                contraction(text, begin, at, lists, pieces);
                push(pieces, at, after);
            }
            begin = after;
        } else if c == '.' && before == '.' && next != '.' && next.is_alphanumeric() {
            // An ellipsis between two words.
            let dots = text[begin..after].bytes().rev().take_while(|byte| *byte == b'.').count();
            contraction(text, begin, after - dots, lists, pieces);
            push(pieces, after - dots, after);
            begin = after;
        }
    }
    contraction(text, begin, end, lists, pieces);
}

/// Splits "don't", "Moscow's" and "cannot" in two.
fn contraction(text: &str, start: usize, end: usize, lists: &Lists, pieces: &mut Vec<Piece>) {
    if start >= end {
        return;
    }
    let word = &text[start..end];
    let at = lists.contraction(word).map_or(start, |length| start + length);
    push(pieces, start, at);
    push(pieces, at, end);
}
