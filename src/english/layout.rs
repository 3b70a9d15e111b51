//! From text to paragraphs: which line breaks end one and which only wrap a line.
//!
//! Invariant: paragraphs ascend, do not overlap and hold something other than white space.
//! A title is a paragraph of its own. Reads no words but the last and the first of a line.

use super::token::is_space;
use super::words::Lists;

/// Lines longer than this are paragraphs that nobody wrapped.
const WIDEST: usize = 100;
/// Lines shorter than this are not full, so nothing was wrapped.
const NARROWEST: usize = 40;

/// A line: its bytes without surrounding white space, and its width in characters.
#[derive(Copy, Clone)]
struct Line {
    start: usize,
    end: usize,
    width: usize,
}

/// Returns the paragraphs as byte ranges.
pub(crate) fn paragraphs(text: &str, lists: &Lists) -> Vec<(usize, usize)> {
    let mut paragraphs = Vec::new();
    let mut block = Vec::new();
    let mut start = 0;
    for (at, c) in text.char_indices() {
        if matches!(c, '\n' | '\r' | '\u{2028}' | '\u{2029}' | '\u{85}' | '\u{c}') {
            // The two characters of one break are not an empty line between two.
            let second = c == '\n' && text[..at].ends_with('\r');
            if !second {
                add(text, lists, start, at, &mut block, &mut paragraphs);
            }
            start = at + c.len_utf8();
        }
    }
    add(text, lists, start, text.len(), &mut block, &mut paragraphs);
    close(text, lists, &mut block, &mut paragraphs);
    paragraphs
}

fn add(
    text: &str,
    lists: &Lists,
    start: usize,
    end: usize,
    block: &mut Vec<Line>,
    paragraphs: &mut Vec<(usize, usize)>,
) {
    let line = &text[start..end];
    let bare = line.trim_matches(is_space);
    if bare.is_empty() {
        close(text, lists, block, paragraphs);
        return;
    }
    let start = start + (line.len() - line.trim_start_matches(is_space).len());
    block.push(Line { start, end: start + bare.len(), width: bare.chars().count() });
}

/// Ends a block of lines without empty ones between them.
fn close(text: &str, lists: &Lists, block: &mut Vec<Line>, paragraphs: &mut Vec<(usize, usize)>) {
    let widest = block.iter().map(|line| line.width).max().unwrap_or(0);
    let mut open: Option<(usize, Line)> = None;
    for line in block.drain(..) {
        open = Some(match open {
            Some((start, last)) if wraps(text, lists, last, line, widest) => (start, line),
            Some((start, last)) => {
                paragraphs.push((start, last.end));
                (line.start, line)
            }
            None => (line.start, line),
        });
    }
    paragraphs.extend(open.map(|(start, last)| (start, last.end)));
}

/// Tells whether a line goes on in the next one.
fn wraps(text: &str, lists: &Lists, line: Line, next: Line, widest: usize) -> bool {
    let (this, following) = (&text[line.start..line.end], &text[next.start..next.end]);
    let small = following.starts_with(|c: char| c.is_lowercase() || matches!(c, ',' | '.' | ';' | ')' | '”' | '’'));
    let ends = this.ends_with(['.', '!', '?', '"', '”', ':', '…']);
    if small && !ends {
        // No sentence begins with a small letter or a comma.
        return true;
    }
    let last = this.rsplit(is_space).next().unwrap_or("");
    if last.len() < 8 && lists.hanging.has(last) {
        return true;
    }
    if widest > WIDEST || line.width < NARROWEST {
        // No column of text, so the break was meant.
        return false;
    }
    let first = following.split(is_space).next().map_or(0, |word| word.chars().count());
    line.width + 1 + first > widest
}
