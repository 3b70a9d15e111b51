//! The words of a sentence as the grammar of time sees them.
//!
//! Tokens are split at hyphens, so that "mid-2019", "2022-03-21" and "six-month" read the same whether
//! the tokenizer splits them or not.

use crate::english::Sentence;
use crate::english::tag::Tag;
use crate::ontology::lexicon::time::{RelationWord, Sense, TimeWords, Unit};

/// A word or a part of one.
#[derive(Clone, Debug)]
pub(crate) struct Atom<'a> {
    /// The token that it is a part of.
    pub token: usize,
    /// In lower case, without a closing dot.
    pub word: String,
    /// Whether it begins with a capital.
    pub capital: bool,
    /// The tag of its token.
    pub tag: Tag,
    /// What it may mean.
    pub senses: &'a [Sense],
    /// Its value where it is written in digits.
    pub number: Option<u32>,
}

/// The atoms of a sentence with the words that they are read by.
#[derive(Clone, Debug)]
pub(crate) struct Atoms<'a> {
    pub(crate) list: Vec<Atom<'a>>,
    pub(crate) words: &'a TimeWords,
}

impl<'a> Atoms<'a> {
    pub(crate) fn new(sentence: &Sentence, words: &'a TimeWords) -> Self {
        let mut list = Vec::with_capacity(sentence.tokens.len());
        for (token, whole) in sentence.tokens.iter().enumerate() {
            let mut push = |text: &str| {
                let mut word = text.to_lowercase();
                let length = word.trim_end_matches('.').len();
                if length > 0 {
                    word.truncate(length);
                }
                list.push(Atom {
                    token,
                    capital: text.chars().next().is_some_and(char::is_uppercase),
                    tag: whole.tag,
                    senses: words.senses(&word),
                    number: word.parse().ok().filter(|_| word.bytes().all(|byte| byte.is_ascii_digit())),
                    word,
                });
            };
            let text = &*whole.text;
            if text.chars().count() < 3 || !text.contains(is_hyphen) {
                push(text);
                continue;
            }
            let mut rest = text;
            while let Some(at) = rest.find(is_hyphen) {
                let (before, after) = rest.split_at(at);
                if !before.is_empty() {
                    push(before);
                }
                let width = after.chars().next().map_or(1, char::len_utf8);
                let (mark, left) = after.split_at(width);
                push(mark);
                rest = left;
            }
            if !rest.is_empty() {
                push(rest);
            }
        }
        Self { list, words }
    }

    pub(crate) fn get(&self, at: usize) -> Option<&Atom<'a>> {
        self.list.get(at)
    }

    /// Tells whether an expression may begin at a place: words without a sense begin none, unless they are numbers.
    pub(crate) fn begins(&self, at: usize) -> bool {
        let is_letter = |atom: &Atom<'a>| atom.word.starts_with(|c: char| c.is_ascii_lowercase());
        let opens = |atom: &Atom<'a>| !atom.senses.is_empty() || !self.words.phrases(&atom.word).is_empty();
        self.get(at).is_some_and(|atom| opens(atom) || !is_letter(atom))
    }

    pub(crate) fn len(&self) -> usize {
        self.list.len()
    }

    pub(crate) fn has(&self, at: usize, sense: Sense) -> bool {
        self.get(at).is_some_and(|atom| atom.senses.contains(&sense))
    }

    /// Returns the place after a word of a sense, or the same place.
    pub(crate) fn skip(&self, at: usize, sense: Sense) -> usize {
        if self.has(at, sense) { at + 1 } else { at }
    }

    /// Returns the first of several senses that a word may have.
    pub(crate) fn find<T>(&self, at: usize, pick: impl FnMut(&Sense) -> Option<T>) -> Option<T> {
        self.get(at)?.senses.iter().find_map(pick)
    }

    /// Returns a phrase of several words at a place, the longest first, with the place after it.
    pub(crate) fn phrase(&self, at: usize, wanted: impl Fn(&Sense) -> bool) -> Option<(Sense, usize)> {
        let first = self.get(at)?;
        let long = self.words.phrases(&first.word).iter().find(|(phrase, sense)| {
            wanted(sense)
                && phrase
                    .iter()
                    .enumerate()
                    .all(|(step, word)| self.get(at + step).is_some_and(|atom| *atom.word == **word))
        });
        match long {
            Some((phrase, sense)) => Some((*sense, at + phrase.len())),
            None => first.senses.iter().copied().find(|sense| wanted(sense)).map(|sense| (sense, at + 1)),
        }
    }

    /// Returns what a preposition may say of what follows, with the place after it.
    pub(crate) fn relations(&self, at: usize) -> (Vec<RelationWord>, usize) {
        let Some((first, end)) = self.phrase(at, |sense| matches!(sense, Sense::Relation(_))) else {
            return (Vec::new(), at);
        };
        if end > at + 1 {
            return (relation_word(&first).into_iter().collect(), end);
        }
        let all = self.get(at).map(|atom| atom.senses.iter().filter_map(relation_word).collect());
        (all.unwrap_or_default(), end)
    }

    /// Reads a count: digits, a number word, "a few", "twenty-five".
    pub(crate) fn count(&self, at: usize) -> Option<(u32, u32, usize)> {
        let atom = self.get(at)?;
        if let Some(number) = atom.number {
            return (number < 1000).then_some((number, number, at + 1));
        }
        let number = |at: usize| {
            self.find(at, |sense| match sense {
                Sense::Number { least, most } => Some((*least, *most)),
                _ => None,
            })
        };
        let (least, most) = number(at)?;
        if least == 1
            && most == 1
            && let Some((least, most)) = number(at + 1)
        {
            return Some((least, most, self.skip(at + 2, Sense::Of)));
        }
        if least >= 20
            && self.has(at + 1, Sense::Hyphen)
            && let Some((ones, _)) = number(at + 2).filter(|(ones, _)| *ones < 10)
        {
            return Some((least + ones, most + ones, at + 3));
        }
        Some((least, most, at + 1))
    }

    /// Reads a unit of time.
    pub(crate) fn unit(&self, at: usize) -> Option<(Unit, u32)> {
        self.find(at, |sense| match sense {
            Sense::Unit { unit, times } => Some((*unit, *times)),
            _ => None,
        })
    }

    /// Reads a unit of time, or a part of a day for the day: "the same night", "the night before".
    pub(crate) fn unit_or_part(&self, at: usize) -> Option<(Unit, u32)> {
        self.unit(at).or_else(|| self.has(at, Sense::DayPart).then_some((Unit::Day, 1)))
    }

    /// Reads a unit of time of one word or of several, "quarter of a century", with the place after it.
    pub(crate) fn long_unit(&self, at: usize) -> Option<(Unit, u32, usize)> {
        match self.phrase(at, |sense| matches!(sense, Sense::Unit { .. }))? {
            (Sense::Unit { unit, times }, end) => Some((unit, times, end)),
            _ => None,
        }
    }

    /// Reads a day of a month, 1 to 31: "3", "3rd", "third", "twenty-first".
    pub(crate) fn day(&self, at: usize) -> Option<(u32, bool, usize)> {
        let atom = self.get(at)?;
        let is_day = |number: &u32| (1..=31).contains(number);
        if let Some(number) = atom.number {
            return Some((number, false, at + 1)).filter(|(number, ..)| is_day(number) && atom.word.len() <= 2);
        }
        if let Some(number) = self.words.ordinal(&atom.word).filter(is_day) {
            return Some((number, true, at + 1));
        }
        let ordinal = |at: usize| {
            self.find(at, |sense| match sense {
                Sense::Ordinal(number) => Some(*number),
                _ => None,
            })
        };
        if let Some(number) = ordinal(at).filter(is_day) {
            return Some((number, true, at + 1));
        }
        let (tens, ..) = self.count(at).filter(|(tens, ..)| *tens >= 20)?;
        let ones = ordinal(at + 2).filter(|ones| *ones < 10 && self.has(at + 1, Sense::Hyphen))?;
        Some((tens + ones, true, at + 3)).filter(|(number, ..)| is_day(number))
    }

    /// Reads a year in four digits.
    pub(crate) fn year(&self, at: usize) -> Option<i32> {
        let atom = self.get(at)?;
        let year = atom.number.filter(|number| atom.word.len() == 4 && (1000..2500).contains(number))?;
        i32::try_from(year).ok()
    }

    /// Returns the place after a noun for what was told before: "that incident" of "four days after that incident"; not "the attack
    /// on Lima", which tells itself what it was.
    pub(super) fn deed_told(&self, at: usize) -> Option<usize> {
        let is_definite = self.has(at, Sense::Article) || self.has(at, Sense::ToldHere);
        let next = || self.get(at + 2);
        let tells_itself = || next().is_some_and(|next| matches!(next.tag, Tag::In | Tag::Nn | Tag::Nns | Tag::Wdt));
        (is_definite && self.has(at + 1, Sense::Deed) && !tells_itself()).then_some(at + 2)
    }

    /// Tells whether a word refers to the date told last and ends the phrase: "that" of "a week before that".
    pub(super) fn refers_back(&self, at: usize) -> bool {
        let ends = |next: &Atom<'_>| matches!(next.tag, Tag::Comma | Tag::Stop | Tag::Colon | Tag::Cc);
        self.has(at, Sense::ToldHere) && self.get(at + 1).is_none_or(ends)
    }
}

fn relation_word(sense: &Sense) -> Option<RelationWord> {
    match sense {
        Sense::Relation(word) => Some(*word),
        _ => None,
    }
}

fn is_hyphen(mark: char) -> bool {
    matches!(mark, '-' | '\u{2010}'..='\u{2014}' | '\u{2212}')
}
