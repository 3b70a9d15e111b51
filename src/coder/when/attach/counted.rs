//! Days counted from what a noun names that the text has told of: "recalled its envoy the day after the arrests".

use super::super::resolve::{away, capped};
use super::super::{Relation, Time};
use super::{Finder, Found, clause_head, path};
use crate::english::tag::{Label, Tag};
use crate::english::{Document, Sentence, Token};
use crate::model::day::{Day, Interval};
use crate::ontology::lexicon::time::{ClauseTime, Sense, TimeWords};

/// How many sentences back what is counted from may have been told.
const REACH: usize = 4;
/// How many words up from a day the "eve" stands over it.
const NOUNS_UP: usize = 5;

/// Returns the days of what a sentence counts from by a noun, where a sentence before tells of it with its day.
#[must_use]
pub fn counted_from(document: &Document, times: &[Vec<Time>], index: usize, words: &TimeWords) -> Option<Interval> {
    let sentence = document.sentences().get(index)?;
    let noun = times.get(index)?.iter().find_map(|time| noun_behind(sentence, time, words))?;
    let lemma = sentence.token(noun)?.lemma.to_lowercase();
    let first = index.saturating_sub(REACH);
    (first..index).rev().find_map(|number| {
        let (there, told) = (document.sentences().get(number)?, times.get(number)?);
        let named = (0..there.tokens.len())
            .filter(|&at| there.token(at).is_some_and(|word| word.lemma.to_lowercase() == lemma));
        named.into_iter().find_map(|at| {
            let dates = |time: &&Time| {
                time.relation == Relation::At
                    && (path(there, time, at).is_some()
                        || clause_head(there, at).is_some_and(|verb| path(there, time, verb).is_some()))
            };
            told.iter().find(dates)?.past
        })
    })
}

/// Returns the days of what a sentence says came about so long after or before something: "refused to talk on Monday. The
/// remarks came a day after Peru left".
#[must_use]
pub fn occasion(document: &Document, times: &[Vec<Time>], index: usize, words: &TimeWords) -> Option<Interval> {
    let sentence = document.sentences().get(index)?;
    let root = |there: &Sentence| there.tokens.iter().position(|token| token.label == Label::Root);
    let verb = root(sentence)?;
    let comes = sentence.token(verb).is_some_and(|verb| words.senses(&verb.lemma).contains(&Sense::Happening));
    let subject = sentence.child(verb, Label::Nsubj).filter(|_| comes)?;
    let is_known = |below: &Token| match below.label {
        Label::Poss => true,
        Label::Det => [Sense::Article, Sense::Here, Sense::ToldHere]
            .iter()
            .any(|sense| words.senses(&below.lower).contains(sense)),
        _ => false,
    };
    sentence.children(subject).find(|(_, below)| is_known(below))?;
    (index.saturating_sub(REACH)..index).rev().find_map(|number| {
        let (there, told) = (document.sentences().get(number)?, times.get(number)?);
        let top = root(there)?;
        told.iter().find(|time| time.relation == Relation::At && path(there, time, top).is_some())?.past
    })
}

/// Returns the definite noun behind a length of time: "arrests" in "a day after the arrests".
fn noun_behind(sentence: &Sentence, time: &Time, words: &TimeWords) -> Option<usize> {
    let mark = time.tokens.end;
    let is_after = time.length.is_some() && is_order(sentence, mark, words).is_some();
    let noun = sentence.child(mark, Label::Pobj).filter(|_| is_after)?;
    let is_known = sentence.child(noun, Label::Det).and_then(|word| sentence.token(word)).is_some_and(|word| {
        words.senses(&word.lower).contains(&Sense::Article)
            && sentence.token(noun).is_some_and(|noun| noun.tag != Tag::Nnp)
    });
    is_known.then_some(noun)
}

/// Tells whether a word leads ahead of what stands under it ("after") or back ("before").
fn is_order(sentence: &Sentence, mark: usize, words: &TimeWords) -> Option<bool> {
    words.senses(&sentence.token(mark)?.lower).iter().find_map(|sense| match sense {
        Sense::Clause(ClauseTime::BeforeMain) => Some(true),
        Sense::Clause(ClauseTime::AfterMain) => Some(false),
        _ => None,
    })
}

impl Finder<'_> {
    /// Tells whether an expression dates what the act came on the eve of: "on the eve of the vote on Sunday".
    pub(super) fn is_of_eve(&self, time: &Time) -> bool {
        let mut up = self.sentence.ancestors(time.head).take(NOUNS_UP);
        up.any(|above| above < time.head && self.means(above, Sense::Eve))
    }

    /// Returns the day before the first of some days; where it is not told which these are, of the nearest whose eve is over.
    pub(super) fn eve_of(&self, time: &Time) -> Option<Interval> {
        let eve = |days: Interval| days.earliest.map(|first| first.plus_days(-1));
        let is_over = |day: &Day| *day <= self.told.published;
        let day = time.ahead.and_then(eve).filter(is_over).or_else(|| time.past.and_then(eve).filter(is_over))?;
        Some(Interval::day(day))
    }

    /// Returns the days of an act told as so long after or before what a noun names.
    pub(super) fn counted(&self) -> Option<Found> {
        let base = self.told.counted?;
        let words = &self.told.lexicon.time;
        let clause = clause_head(self.sentence, self.trigger)?;
        let is_ours = |time: &Time| {
            noun_behind(self.sentence, time, words).is_some() && clause_head(self.sentence, time.head) == Some(clause)
        };
        let (index, time) = self.times.iter().enumerate().find(|(_, time)| is_ours(time))?;
        let ahead = is_order(self.sentence, time.tokens.end, words)?;
        let days = capped(&away(base, time.length?, ahead)?, self.told.published)?;
        Some((days, false, Some(index), self.because(time, "counts from what was told of before")))
    }
}
