//! Keeps a sentence a tree: rules that each put one thing right may together hang words under each other.

use super::{Label, Tag, Token};
use crate::english::words::Lists;

/// What the rules change of a word.
type Place = (Label, Option<usize>, Tag);

/// Puts right word after word; where that leaves words under each other, what the rules made of the word at which they did is
/// undone.
pub(super) fn repair(tokens: &mut [Token], lists: &Lists, put_right: fn(&mut [Token], usize, &Lists)) {
    let parsed = places(tokens);
    for at in 0..tokens.len() {
        put_right(tokens, at, lists);
    }
    if !is_tangled(tokens) {
        return;
    }
    put_back(tokens, &parsed);
    for at in 0..tokens.len() {
        let before = places(tokens);
        put_right(tokens, at, lists);
        if is_tangled(tokens) {
            put_back(tokens, &before);
        }
    }
}

fn places(tokens: &[Token]) -> Vec<Place> {
    tokens.iter().map(|token| (token.label, token.head, token.tag)).collect()
}

fn put_back(tokens: &mut [Token], places: &[Place]) {
    for (token, place) in tokens.iter_mut().zip(places) {
        (token.label, token.head, token.tag) = *place;
    }
}

/// Tells whether some word stands, along the words above it, under itself.
fn is_tangled(tokens: &[Token]) -> bool {
    // Up to which word each was followed to the top.
    let mut done = vec![false; tokens.len()];
    let mut path = Vec::new();
    for start in 0..tokens.len() {
        let mut at = Some(start);
        path.clear();
        while let Some(here) = at.filter(|&here| !done.get(here).copied().unwrap_or(true)) {
            if path.contains(&here) {
                return true;
            }
            path.push(here);
            at = tokens.get(here).and_then(|token| token.head);
        }
        for &here in &path {
            if let Some(done) = done.get_mut(here) {
                *done = true;
            }
        }
    }
    false
}
