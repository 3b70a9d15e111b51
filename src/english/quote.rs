//! Quotations: which marks open one, which close it, and which paragraphs carry one on.
//!
//! Works on marks alone, before sentences are known. A paragraph that begins with a mark while a quotation is open goes on
//! with it. Invariant: quotations are listed in the order in which they open, and two of them are nested or apart.

use super::Quotation;
use super::token::{Piece, is_apostrophe};
use crate::model::span::Span;

/// Quotations deeper than this are not told apart.
const DEEPEST: usize = 3;

/// The quotations of a text, and for every piece the innermost that holds it.
pub(crate) struct Quoted {
    pub(crate) quotations: Vec<Quotation>,
    pub(crate) within: Vec<Option<usize>>,
    /// Which pieces are quotation marks.
    pub(crate) marks: Vec<bool>,
}

#[derive(Copy, Clone, PartialEq, Eq)]
enum Kind {
    Double,
    Single,
}

/// Reads the quotations; `paragraphs` are ranges of pieces.
pub(crate) fn read(text: &str, pieces: &[Piece], paragraphs: &[(usize, usize)]) -> Quoted {
    let mut quoted =
        Quoted { quotations: Vec::new(), within: vec![None; pieces.len()], marks: vec![false; pieces.len()] };
    let mut open: Vec<(Kind, usize)> = Vec::new();
    for (n, &(first, last)) in paragraphs.iter().enumerate() {
        for at in first..last {
            let piece = pieces[at];
            let mark = &text[piece.start..piece.end];
            let Some((kind, side)) = side(text, pieces, (first, last), at, mark, &open) else {
                quoted.within[at] = open.last().map(|&(_, quotation)| quotation);
                continue;
            };
            quoted.marks[at] = true;
            let here = Span::of(piece.start..piece.end).unwrap_or_default();
            if side == Side::Open {
                if at == first && open.last().is_some_and(|(inner, _)| *inner == kind) {
                    // The paragraph reopens what the last one left open.
                } else if open.len() < DEEPEST {
                    open.push((kind, quoted.quotations.len()));
                    quoted.within[at] = outer(&open);
                    let span = Span::new(here.end(), here.end());
                    quoted.quotations.push(Quotation { span, open: here, close: None });
                }
            } else if let Some(depth) = open.iter().rposition(|(inner, _)| *inner == kind) {
                for (_, quotation) in open.drain(depth..) {
                    end(&mut quoted.quotations, quotation, here.start(), None);
                    quoted.quotations[quotation].close = Some(here);
                }
                quoted.within[at] = open.last().map(|&(_, quotation)| quotation);
            }
        }
        let next = paragraphs.get(n + 1);
        let goes_on = next.is_some_and(|&(first, last)| carries_on(text, &pieces[first..last]));
        let reach = pieces[first..last].last().map_or(0, |piece| piece.end as u32);
        while let Some(&(kind, quotation)) = open.last() {
            if goes_on && kind == Kind::Double {
                break;
            }
            end(&mut quoted.quotations, quotation, reach, None);
            open.pop();
        }
    }
    let reach = pieces.last().map_or(0, |piece| piece.end as u32);
    for (_, quotation) in open {
        end(&mut quoted.quotations, quotation, reach, None);
    }
    quoted
}

fn outer(open: &[(Kind, usize)]) -> Option<usize> {
    open.len().checked_sub(2).and_then(|at| open.get(at)).map(|&(_, quotation)| quotation)
}

fn end(quotations: &mut [Quotation], quotation: usize, at: u32, close: Option<Span>) {
    if let Some(quotation) = quotations.get_mut(quotation) {
        quotation.span = Span::new(quotation.open.end(), at.max(quotation.open.end()));
        quotation.close = close;
    }
}

#[derive(Copy, Clone, PartialEq, Eq)]
enum Side {
    Open,
    Close,
}

/// Tells what a piece is as a quotation mark.
fn side(
    text: &str,
    pieces: &[Piece],
    (first, last): (usize, usize),
    at: usize,
    mark: &str,
    open: &[(Kind, usize)],
) -> Option<(Kind, Side)> {
    let piece = pieces[at];
    let tight_before = at > first && !piece.spaced;
    let tight_after = at + 1 < last && !pieces[at + 1].spaced;
    let is_open = |kind| open.iter().any(|&(inner, _)| inner == kind);
    match mark {
        "“" | "«" | "„" | "``" => {
            // German and Polish texts close with the mark that English opens with.
            let closes = mark == "“" && is_open(Kind::Double) && tight_before && !tight_after;
            Some((Kind::Double, if closes { Side::Close } else { Side::Open }))
        }
        "”" | "»" | "''" => {
            let opens = !is_open(Kind::Double) && !tight_before && tight_after;
            Some((Kind::Double, if opens { Side::Open } else { Side::Close }))
        }
        "\"" => {
            let side = match (tight_before, tight_after) {
                _ if at == first => Side::Open,
                (true, false) => Side::Close,
                (false, true) => Side::Open,
                // Between two marks, or with spaces on both sides: the turn decides.
                _ if is_open(Kind::Double) => Side::Close,
                _ => Side::Open,
            };
            let side = if side == Side::Close && !is_open(Kind::Double) { Side::Open } else { side };
            Some((Kind::Double, side))
        }
        _ if mark.chars().all(is_apostrophe) && mark.chars().count() == 1 => {
            if is_open(Kind::Single) {
                let possessive = tight_before && !tight_after && mark != "‘" && later_close(text, pieces, at + 1, last);
                let plural = text[..piece.start].ends_with('s');
                return (!(possessive && plural) && tight_before).then_some((Kind::Single, Side::Close));
            }
            let opens = !tight_before && tight_after && mark != "’" && later_close(text, pieces, at + 1, last);
            opens.then_some((Kind::Single, Side::Open))
        }
        _ => None,
    }
}

/// Tells whether an apostrophe that may close a quotation stands further on, within a few hundred words.
fn later_close(text: &str, pieces: &[Piece], from: usize, last: usize) -> bool {
    let until = last.min(from + 300);
    (from..until).any(|at| {
        let piece = pieces[at];
        let mark = &text[piece.start..piece.end];
        let free =
            at + 1 >= last || pieces[at + 1].spaced || !text[pieces[at + 1].start..].starts_with(char::is_alphanumeric);
        mark.chars().all(is_apostrophe) && !piece.spaced && free
    })
}

/// Tells whether a paragraph goes on with an open quotation: it begins with a mark, or closes one it never opened.
fn carries_on(text: &str, pieces: &[Piece]) -> bool {
    for (at, piece) in pieces.iter().enumerate() {
        match &text[piece.start..piece.end] {
            "“" | "«" | "„" | "``" => return at == 0,
            "\"" => return at == 0,
            "”" | "»" | "''" => return true,
            _ => {}
        }
    }
    false
}
