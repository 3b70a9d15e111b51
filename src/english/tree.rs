//! The words of a sentence as the parser sees them: punctuation taken out and kept as a property of its neighbors.
//!
//! Invariant: the n-th word of a line stands for token `places[n]`, and places ascend.

use super::tag::{Label, Tag};

/// The value that stands for "no word".
pub(crate) const NONE: u16 = u16::MAX;

/// A sentence without its punctuation.
#[derive(Clone, Debug, Default)]
pub(crate) struct Line {
    /// Hashes of the lower-cased words.
    pub(crate) words: Vec<u32>,
    /// Tags as indexes of `Tag::ALL`.
    pub(crate) tags: Vec<u8>,
    /// The kind of punctuation right before the word, and at the end what stands after the last.
    pub(crate) marks: Vec<u8>,
    /// How many commas, dashes and brackets stand before the word, counted from the start.
    pub(crate) breaks: Vec<u16>,
    /// Where the word stands among the tokens.
    pub(crate) places: Vec<u16>,
    /// The place of the next verb, the word itself included.
    verbs: Vec<u16>,
}

impl Line {
    pub(crate) fn len(&self) -> usize {
        self.words.len()
    }

    /// Fills the line from tokens; `kinds` says for each token which punctuation it is, 0 for a word.
    pub(crate) fn fill(&mut self, words: impl Iterator<Item = u32>, tags: &[u8], kinds: &[u8]) {
        self.words.clear();
        self.tags.clear();
        self.marks.clear();
        self.breaks.clear();
        self.places.clear();
        self.verbs.clear();
        let (mut mark, mut n_breaks) = (0, 0);
        for (place, ((word, &tag), &kind)) in words.zip(tags).zip(kinds).enumerate() {
            if kind == 0 {
                self.words.push(word);
                self.tags.push(tag);
                self.marks.push(mark);
                self.breaks.push(n_breaks);
                self.places.push(place as u16);
                mark = 0;
            } else if kind != ASIDE {
                mark = join(mark, kind);
                n_breaks += u16::from(!matches!(kind, HYPHEN | QUOTE | CLOSE_QUOTE));
            }
        }
        self.marks.push(mark);
        self.verbs.resize(self.words.len(), NONE);
        let mut next = NONE;
        for (at, (verb, &tag)) in self.verbs.iter_mut().zip(&self.tags).enumerate().rev() {
            if is_verb(tag) {
                next = at as u16;
            }
            *verb = next;
        }
    }

    /// Tells whether a word is tagged as a verb.
    pub(crate) fn is_verb(&self, at: u16) -> bool {
        self.tags.get(usize::from(at)).is_some_and(|&tag| is_verb(tag))
    }

    /// Returns how far the next verb is and its tag, as one number.
    pub(crate) fn next_verb(&self, at: u16) -> u32 {
        let Some(&verb) = self.verbs.get(usize::from(at)) else { return 1 };
        let Some(&tag) = self.tags.get(usize::from(verb)) else { return 2 };
        u32::from((verb - at).min(6)) << 8 | u32::from(tag)
    }
}

fn is_verb(tag: u8) -> bool {
    (Tag::Vb.index()..=Tag::Md.index()).contains(&tag)
}

/// The kind of what is set aside: no mark is left where it stood.
pub(crate) const ASIDE: u8 = 11;

const COMMA: u8 = 1;
const COLON: u8 = 2;
const DASH: u8 = 3;
const OPEN: u8 = 4;
const CLOSE: u8 = 5;
const HYPHEN: u8 = 6;
const STOP: u8 = 7;
const SLASH: u8 = 8;
const QUOTE: u8 = 9;
const CLOSE_QUOTE: u8 = 10;

/// Returns the kind of punctuation a token is, 0 where it is a word.
pub(crate) fn kind(token: &str, tag: u8) -> u8 {
    // A comma tagged as a conjunction stands for "and".
    if tag == Tag::Pos.index() || tag == Tag::Cc.index() {
        return 0;
    }
    match token {
        "," => COMMA,
        ":" | ";" => COLON,
        // A hyphen with spaces around it is a dash; the tagger knows.
        "-" => {
            if tag == Tag::Hyph.index() {
                HYPHEN
            } else {
                DASH
            }
        }
        "--" | "---" | "–" | "—" | "―" | "…" | ".." | "..." | "...." | "•" | "*" | "·" => DASH,
        "(" | "[" | "{" => OPEN,
        ")" | "]" | "}" => CLOSE,
        "." | "?" | "!" | "?!" | "!!" | "!?" | "??" | "!!!" | "???" => STOP,
        "/" | "//" | "\\" | "|" => SLASH,
        "\"" | "``" | "“" | "„" | "«" | "‘" | "`" | "‹" => QUOTE,
        "''" | "”" | "»" | "’" | "'" | "›" => CLOSE_QUOTE,
        _ => 0,
    }
}

/// Returns one number for a run of punctuation: its heaviest mark, and whether a quotation mark is in it.
fn join(run: u8, kind: u8) -> u8 {
    let quoted = run & 16 != 0 || kind == QUOTE || kind == CLOSE_QUOTE;
    let kept = run & 15;
    let mark = if kind == QUOTE || kind == CLOSE_QUOTE || (kept != 0 && kept != HYPHEN) { kept } else { kind };
    mark | u8::from(quoted) << 4
}

/// A tree over the words of a line or over the tokens of a sentence.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tree {
    /// The head of each word, `NONE` for the root.
    pub(crate) heads: Vec<u16>,
    /// The labels as indexes of `Label::ALL`.
    pub(crate) labels: Vec<u8>,
}

impl Tree {
    /// Makes the noun after a name the subject of the finite verb under which the parser hung it as part of a name,
    /// where the verb has no other: "Niger junta revokes deal".
    pub(crate) fn with_subjects(mut self, tags: &[u8]) -> Self {
        let tag = |at: usize| tags.get(at).copied().and_then(Tag::at);
        let is = |label: u8, labels: &[Label]| Label::at(label).is_some_and(|label| labels.contains(&label));
        for at in (0..self.heads.len()).rev() {
            let head = self.heads[at];
            let verb = usize::from(head);
            let is_part = is(self.labels[at], &[Label::Compound]);
            if head == NONE
                || verb < at
                || !is_part
                || !matches!(tag(verb), Some(Tag::Vbz | Tag::Vbd | Tag::Vbp))
                || !matches!(tag(at), Some(Tag::Nn | Tag::Nns))
                || at.checked_sub(1).is_none_or(|before| tag(before) != Some(Tag::Nnp))
            {
                continue;
            }
            let subjects = [Label::Nsubj, Label::NsubjPass, Label::Csubj, Label::Expl];
            let has_subject = (0..self.heads.len()).any(|n| self.heads[n] == head && is(self.labels[n], &subjects));
            if !has_subject {
                self.labels[at] = Label::Nsubj.index();
            }
        }
        self
    }

    /// Returns the tree over all `n_tokens`, punctuation hung where it crosses no arc.
    pub(crate) fn with_punctuation(&self, line: &Line, n_tokens: usize) -> Self {
        let punct = Label::Punct.index();
        let mut heads = vec![NONE; n_tokens];
        let mut labels = vec![punct; n_tokens];
        let n = line.len();
        if n == 0 {
            for head in heads.iter_mut().skip(1) {
                *head = 0;
            }
            if let Some(first) = labels.first_mut() {
                *first = Label::Root.index();
            }
            return Self { heads, labels };
        }
        let mut first = (0..n as u16).collect::<Vec<_>>();
        let mut last = first.clone();
        // Extents of the subtrees: trees are projective and shallow, so climbing from every word is cheap enough.
        for word in 0..n {
            let mut up = self.heads[word];
            let mut n_steps = 0;
            while up != NONE && n_steps < n {
                let at = usize::from(up);
                first[at] = first[at].min(word as u16);
                last[at] = last[at].max(word as u16);
                up = self.heads[at];
                n_steps += 1;
            }
        }
        let root = self.heads.iter().position(|&head| head == NONE).unwrap_or(0);
        for word in 0..n {
            let place = usize::from(line.places[word]);
            labels[place] = self.labels[word];
            heads[place] = match self.heads[word] {
                NONE => NONE,
                head => line.places[usize::from(head)],
            };
        }
        let mut next = 0;
        for (place, slot) in heads.iter_mut().enumerate() {
            if next < n && usize::from(line.places[next]) == place {
                next += 1;
                continue;
            }
            let head = if next == 0 || next == n {
                root
            } else {
                // Climb from the word before as long as the subtree ends before the mark.
                let mut at = next - 1;
                while usize::from(last[at]) < next && self.heads[at] != NONE {
                    at = usize::from(self.heads[at]);
                }
                at
            };
            *slot = line.places[head];
        }
        Self { heads, labels }
    }
}
