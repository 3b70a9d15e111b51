//! Part-of-speech tags: a linear model over hashed features, from left to right.
//!
//! Words seen often choose among the tags they were seen with. Knows nothing of trees.

use super::hash;
use super::tag::Tag;
use super::weights::{Fans, Lexicon};

/// What the tagger knows of a word before tagging.
#[derive(Clone, Debug)]
pub(crate) struct Word {
    /// Hash of the word as written.
    exact: u32,
    /// Hash of the lower-cased word, digits folded.
    pub(crate) lower: u32,
    suffixes: [u32; 4],
    prefix: u32,
    shape: u32,
    /// Tags of the word in the lexicon.
    known: u64,
}

impl Word {
    pub(crate) fn new(text: &str, lower: &str) -> Self {
        let folded = fold(lower);
        let mut ends = folded.char_indices().rev().map(|(at, _)| at);
        let mut suffixes = [0; 4];
        for suffix in &mut suffixes {
            *suffix = ends.next().map_or(0, |at| hash::word(&folded[at..]));
        }
        let prefix = folded.char_indices().nth(3).map_or(0, |(at, _)| hash::word(&folded[..at]));
        Self {
            exact: hash::word(&fold(text)),
            lower: hash::word(&folded),
            suffixes,
            prefix,
            shape: shape(text),
            known: 0,
        }
    }
}

/// Replaces every digit by 0, so that one number teaches the others.
fn fold(lower: &str) -> std::borrow::Cow<'_, str> {
    if lower.bytes().any(|byte| byte.is_ascii_digit()) {
        lower.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect::<String>().into()
    } else {
        lower.into()
    }
}

/// Returns a number for the pattern of capitals, small letters, digits and signs.
fn shape(text: &str) -> u32 {
    let mut shape = 1_u32;
    let mut last = 0;
    for c in text.chars() {
        let kind = if c.is_uppercase() {
            1
        } else if c.is_alphabetic() {
            2
        } else if c.is_numeric() {
            3
        } else if c == '.' {
            4
        } else if c == '-' {
            5
        } else {
            6
        };
        if kind != last && shape < 1 << 24 {
            shape = shape * 7 + kind;
        }
        last = kind;
    }
    // A single capital is an initial rather than a name.
    shape * 2 + u32::from(text.chars().nth(1).is_none())
}

/// The number of features of one word in its place.
pub(crate) const N_FEATURES: usize = 31;

const NO_TAG: u32 = 63;

/// Returns the features of word `at` given the two tags before it.
pub(crate) fn features(words: &[Word], at: usize, one_back: u32, two_back: u32, headline: bool) -> [u64; N_FEATURES] {
    let none = Word { exact: 1, lower: 1, suffixes: [1; 4], prefix: 1, shape: 1, known: 0 };
    let near = |offset: isize| at.checked_add_signed(offset).and_then(|n| words.get(n)).unwrap_or(&none);
    let class = |word: &Word| (word.known ^ word.known >> 32) as u32;
    let (w, p, pp, n, nn) = (near(0), near(-1), near(-2), near(1), near(2));
    let first = u32::from(at == 0) + 2 * u32::from(headline);
    let f = hash::feature;
    [
        f(1, w.exact, 0, 0),
        f(2, w.lower, 0, 0),
        f(3, w.suffixes[0], 0, 0),
        f(4, w.suffixes[1], 0, 0),
        f(5, w.suffixes[2], w.shape, 0),
        f(6, w.suffixes[3], 0, 0),
        f(7, w.prefix, 0, 0),
        f(8, w.shape, first, 0),
        f(9, one_back, 0, 0),
        f(10, one_back, two_back, 0),
        f(11, one_back, w.lower, 0),
        f(12, p.lower, 0, 0),
        f(13, p.suffixes[2], 0, 0),
        f(14, pp.lower, 0, 0),
        f(15, n.lower, 0, 0),
        f(16, n.suffixes[2], 0, 0),
        f(17, nn.lower, 0, 0),
        f(18, p.lower, w.lower, 0),
        f(19, w.lower, n.lower, 0),
        f(20, one_back, class(n), 0),
        f(21, w.lower, class(n), 0),
        f(22, class(n), class(nn), 0),
        f(23, n.shape, w.shape, first),
        f(24, p.shape, w.shape, 0),
        f(25, one_back, w.suffixes[2], 0),
        f(26, one_back, two_back, w.lower),
        f(27, one_back, class(w), class(n)),
        f(28, one_back, two_back, class(w)),
        f(29, p.lower, pp.lower, class(w)),
        f(30, class(w), n.lower, 0),
        f(31, one_back, n.lower, class(w)),
    ]
}

/// Looks the words up and says whether most of them are capitalized, as in a headline.
pub(crate) fn prepare(words: &mut [Word], lexicon: &Lexicon<'_>) -> bool {
    for word in words.iter_mut() {
        word.known = lexicon.get(word.lower);
    }
    let n_capitals = words.iter().filter(|word| word.exact != word.lower).count();
    words.len() > 3 && n_capitals * 3 > words.len() * 2
}

/// Returns the tags a word may take: those it was seen with, or those of any word not seen often.
pub(crate) fn candidates(word: &Word, open: u64) -> u64 {
    if word.known == 0 { open } else { word.known }
}

/// Returns the tag of every word, as indexes of `Tag::ALL`.
///
/// `weigh` sums the weights of features by tag.
pub(crate) fn tag(
    words: &[Word],
    headline: bool,
    open: u64,
    weigh: impl Fn(&[u64; N_FEATURES]) -> [i32; 64],
) -> Vec<u8> {
    let mut tags = Vec::with_capacity(words.len());
    let (mut one_back, mut two_back) = (NO_TAG, NO_TAG);
    for (at, word) in words.iter().enumerate() {
        let candidates = candidates(word, open);
        let best = if candidates.is_power_of_two() {
            candidates.trailing_zeros() as u8
        } else {
            choose(candidates, &weigh(&features(words, at, one_back, two_back, headline)))
        };
        tags.push(best);
        (two_back, one_back) = (one_back, u32::from(best));
    }
    tags
}

/// Returns the candidate with the greatest sum, the first among equals.
#[inline]
pub(crate) fn choose(candidates: u64, sums: &[i32; 64]) -> u8 {
    let mut best = (i32::MIN, 0);
    let mut left = candidates;
    while left != 0 {
        let class = left.trailing_zeros() as u8;
        left &= left - 1;
        if sums[usize::from(class)] > best.0 {
            best = (sums[usize::from(class)], class);
        }
    }
    best.1
}

/// Tags words with the bundled weights; `given` are tags known from elsewhere.
pub(crate) fn run(words: &mut [Word], given: &[(usize, Tag)], lexicon: &Lexicon<'_>, fans: &Fans<'_>) -> Vec<u8> {
    let headline = prepare(words, lexicon);
    for &(at, tag) in given {
        if let Some(word) = words.get_mut(at) {
            word.known = 1 << tag.index();
        }
    }
    tag(words, headline, lexicon.open(), |features| fans.sum(features))
}
