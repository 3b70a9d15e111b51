//! The document of `evaluate --json`.

use crate::evaluate::articles::Articles;
use crate::evaluate::class::Classes;
use crate::evaluate::negatives::Negatives;
use crate::evaluate::pairs::Pairs;
use crate::evaluate::{CLASSES, Counts, Miss};
use schemars::JsonSchema;
use serde::Serialize;

/// The document: one part for each form of gold that was given, null for the others.
#[derive(Serialize, JsonSchema, Debug, Clone, PartialEq)]
pub struct EvaluateJson {
    /// The part that was scored, as K/N; null = all, or all but a part.
    pub holdout: Option<String>,
    /// The part that was left out, as K/N.
    pub without: Option<String>,
    /// Sentences with classes and pairs of countries.
    pub pairs: Option<PairsJson>,
    /// Sentences with one class and two marked spans.
    pub classes: Option<ClassesJson>,
    /// Sentences that hold no event.
    pub negatives: Option<NegativesJson>,
    /// Whole articles.
    pub articles: Option<ArticlesJson>,
}

/// Counts with what follows from them.
#[derive(Serialize, JsonSchema, Debug, Clone, PartialEq)]
pub struct CountsJson {
    /// What the gold holds.
    pub expected: usize,
    /// What came out.
    pub produced: usize,
    /// What is in both.
    pub matched: usize,
    /// The share of what came out that is right.
    pub precision: f64,
    /// The share of the gold that came out.
    pub recall: f64,
    /// The harmonic mean of the two.
    pub f1: f64,
}

/// Sentences with classes and pairs of countries.
#[derive(Serialize, JsonSchema, Debug, Clone, PartialEq)]
pub struct PairsJson {
    /// The sentences.
    pub sentences: usize,
    /// Class, actor and recipient right.
    pub triples: CountsJson,
    /// Actor and recipient right, whatever the class.
    pub countries: CountsJson,
    /// Sentences of which something is missing, as many as asked for.
    pub misses: Vec<MissJson>,
}

/// Sentences with one class and two marked spans.
#[derive(Serialize, JsonSchema, Debug, Clone, PartialEq)]
pub struct ClassesJson {
    /// The sentences.
    pub sentences: usize,
    /// Those with their class.
    pub right: usize,
    /// Their share.
    pub accuracy: f64,
    /// The mean of the F1 of all classes.
    pub macro_f1: f64,
    /// Every class.
    pub by_class: Vec<ClassJson>,
    /// Which class was taken for which, how often, in the order of names; right ones included.
    pub confusion: Vec<TakenJson>,
    /// Sentences with another class or none, as many as asked for.
    pub misses: Vec<MissJson>,
}

/// One class.
#[derive(Serialize, JsonSchema, Debug, Clone, PartialEq)]
pub struct ClassJson {
    /// Its name.
    pub class: String,
    /// Its counts.
    #[serde(flatten)]
    pub counts: CountsJson,
}

/// How often one class was taken for another.
#[derive(Serialize, JsonSchema, Debug, Clone, PartialEq, Eq)]
pub struct TakenJson {
    /// The class of the gold.
    pub wanted: String,
    /// The class that came out, or `nothing`.
    pub given: String,
    /// How often.
    pub times: usize,
}

/// Sentences that hold no event.
#[derive(Serialize, JsonSchema, Debug, Clone, PartialEq)]
pub struct NegativesJson {
    /// The sentences.
    pub sentences: usize,
    /// Those that gave an event.
    pub coded: usize,
    /// Their share.
    pub share: f64,
    /// Those sentences, as many as asked for.
    pub misses: Vec<MissJson>,
}

/// Whole articles.
#[derive(Serialize, JsonSchema, Debug, Clone, PartialEq)]
pub struct ArticlesJson {
    /// The articles.
    pub articles: usize,
    /// Events that must come out.
    pub expected: usize,
    /// Those that did.
    pub found: usize,
    /// Their share.
    pub share_found: f64,
    /// Events that must not come out and did; all of them.
    pub forbidden: Vec<MissJson>,
    /// Events that came unasked, mere words apart, for each article.
    pub extra_each: f64,
    /// States that must hold.
    pub states: usize,
    /// Those that do.
    pub right: usize,
    /// Their share.
    pub share_right: f64,
    /// Events that are missing and states that are others, as many as asked for.
    pub misses: Vec<MissJson>,
    /// Events that came unasked, as many as asked for.
    pub extra: Vec<MissJson>,
}

/// One row of gold that was not met.
#[derive(Serialize, JsonSchema, Debug, Clone, PartialEq, Eq)]
pub struct MissJson {
    /// The row.
    pub id: String,
    /// What was asked for.
    pub wanted: String,
    /// What came out.
    pub given: String,
    /// The sentence, or the words of an event; empty where there are none.
    pub text: String,
}

impl CountsJson {
    /// Shows counts.
    #[must_use]
    pub fn of(counts: Counts) -> Self {
        Self {
            expected: counts.expected,
            produced: counts.produced,
            matched: counts.matched,
            precision: counts.precision(),
            recall: counts.recall(),
            f1: counts.f1(),
        }
    }
}

impl PairsJson {
    /// Shows the score with its first misses.
    #[must_use]
    pub fn of(score: &Pairs, n_misses: usize) -> Self {
        Self {
            sentences: score.n_sentences,
            triples: CountsJson::of(score.triples),
            countries: CountsJson::of(score.countries),
            misses: MissJson::first(&score.misses, n_misses),
        }
    }
}

impl ClassesJson {
    /// Shows the score with its first misses.
    #[must_use]
    pub fn of(score: &Classes, n_misses: usize) -> Self {
        let class =
            |class: &&str| ClassJson { class: (*class).to_owned(), counts: CountsJson::of(score.counts(class)) };
        let taken = |((wanted, given), times): (&(String, String), &usize)| TakenJson {
            wanted: wanted.clone(),
            given: given.clone(),
            times: *times,
        };
        Self {
            sentences: score.n_sentences,
            right: score.right(),
            accuracy: score.accuracy(),
            macro_f1: score.macro_f1(),
            by_class: CLASSES.iter().map(class).collect(),
            confusion: score.confusion.iter().map(taken).collect(),
            misses: MissJson::first(&score.misses, n_misses),
        }
    }
}

impl NegativesJson {
    /// Shows the score with its first misses.
    #[must_use]
    pub fn of(score: &Negatives, n_misses: usize) -> Self {
        Self {
            sentences: score.n_sentences,
            coded: score.misses.len(),
            share: score.coded(),
            misses: MissJson::first(&score.misses, n_misses),
        }
    }
}

impl ArticlesJson {
    /// Shows the score with its first misses.
    #[must_use]
    pub fn of(score: &Articles, n_misses: usize) -> Self {
        Self {
            articles: score.n_articles,
            expected: score.n_expected,
            found: score.n_found,
            share_found: score.found(),
            forbidden: MissJson::first(&score.forbidden, usize::MAX),
            extra_each: score.extra_each(),
            states: score.n_states,
            right: score.n_right,
            share_right: score.right(),
            misses: MissJson::first(&score.misses, n_misses),
            extra: MissJson::first(&score.extra, n_misses),
        }
    }
}

impl MissJson {
    fn first(misses: &[Miss], n_misses: usize) -> Vec<Self> {
        let show = |miss: &Miss| Self {
            id: miss.id.clone(),
            wanted: miss.wanted.clone(),
            given: miss.given.clone(),
            text: miss.text.clone(),
        };
        misses.iter().take(n_misses).map(show).collect()
    }
}
