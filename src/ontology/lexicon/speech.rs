//! Words that say who says what, by how they say it.

use super::SPEECH as FILE;
use crate::ontology::by_word::ByWord;
use crate::ontology::check::Problem;
use crate::ontology::raw::lexicon::RawSpeech;

macro_rules! manners {
    ($($(#[$note:meta])* $variant:ident = $text:literal,)+) => {
        /// How something is said.
        #[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
        pub enum SpeechManner { $($(#[$note])* $variant,)+ }

        impl SpeechManner {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$variant,)+];

            /// Returns the word used in the lexicon.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text,)+ }
            }
        }
    };
}

manners! {
    /// Plainly.
    Say = "say",
    /// With weight.
    Stress = "stress",
    /// Publicly and for the first time.
    Announce = "announce",
    /// As something already told.
    Confirm = "confirm",
    /// As learnt from elsewhere.
    Report = "report",
    /// Without proof.
    Claim = "claim",
    /// Against someone.
    Accuse = "accuse",
    /// As not so.
    Deny = "deny",
    /// Of something bad to come.
    Warn = "warn",
    /// Of something bad that the speaker will do.
    Threaten = "threaten",
    /// Of something that the speaker will do.
    Promise = "promise",
    /// Of something that others shall do.
    Demand = "demand",
    /// With praise or blame.
    Judge = "judge",
    /// As a thought.
    Think = "think",
}

/// How a verb holds what is said.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Holding {
    /// In a clause or quotation.
    Clause,
    /// In a quotation only.
    Quotation,
    /// Under a preposition.
    Preposition,
}

/// What a small word does.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Cue {
    /// A preposition before a source.
    Source,
    /// A noun in "in the words of".
    WordsOf,
    /// The preposition of it.
    WordsOfPreposition,
    /// A noun for what found something out or shows it.
    Finding,
    /// A verb that names a source.
    Citing,
    /// A preposition before an addressee.
    Addressee,
    /// A verb whose object is told.
    Telling,
    /// A noun that speaks for whoever issued it.
    Document,
    /// A preposition before the issuer.
    Issuer,
    /// A preposition under which stands for whom somebody speaks: "a spokesman for the ministry".
    Post,
    /// A preposition that a speech verb looks through.
    Transparent,
    /// A mark before the source of a headline.
    HeadlineMark,
    /// A colon.
    Colon,
    /// A comma or dash.
    Comma,
}

/// A verb of speech.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SpeechVerb {
    /// The particle or preposition that it needs.
    pub second: Option<Box<str>>,
    /// How it says.
    pub manner: SpeechManner,
    /// How it holds what is said.
    pub holding: Holding,
}

/// Words that say who says what.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct SpeechWords {
    verbs: ByWord<Vec<SpeechVerb>>,
    nouns: ByWord<SpeechManner>,
    cues: ByWord<Vec<Cue>>,
    /// Sources of two words, by the first.
    sources: ByWord<Vec<Box<str>>>,
    rejecting: Vec<SpeechManner>,
    shortest: usize,
}

impl SpeechWords {
    /// Returns what a verb may be, those with a second word first.
    #[must_use]
    pub fn verbs(&self, lemma: &str) -> &[SpeechVerb] {
        self.verbs.list(lemma)
    }

    /// Returns how a noun says.
    #[must_use]
    pub fn noun(&self, lemma: &str) -> Option<SpeechManner> {
        self.nouns.get(lemma).copied()
    }

    /// Tells whether a word does one of the small things.
    #[must_use]
    pub fn is(&self, word: &str, cue: Cue) -> bool {
        self.cues.list(word).contains(&cue)
    }

    /// Returns the second words with which a word stands before a source.
    #[must_use]
    pub fn sources(&self, first: &str) -> &[Box<str>] {
        self.sources.list(first)
    }

    /// Tells whether who speaks in this manner takes what is said for true.
    #[must_use]
    pub fn asserts(&self, manner: SpeechManner) -> bool {
        !self.rejecting.contains(&manner)
    }

    /// Returns the number of words below which a quotation is a mere expression.
    #[must_use]
    pub fn shortest(&self) -> usize {
        self.shortest
    }

    pub(crate) fn check(raw: &RawSpeech, problems: &mut Vec<Problem>) -> Self {
        let mut checked = Self { shortest: raw.quotation.shortest, ..Self::default() };
        for entry in &raw.manner {
            let Some(manner) = SpeechManner::ALL.iter().copied().find(|manner| manner.as_str() == entry.manner) else {
                let known: Vec<&str> = SpeechManner::ALL.iter().map(|manner| manner.as_str()).collect();
                let what = format!("{:?} is no manner of speech; {} was expected", entry.manner, known.join(", "));
                problems.push(Problem::at(FILE, entry.line, what));
                continue;
            };
            if !entry.asserts {
                checked.rejecting.push(manner);
            }
            let lists = [
                (&entry.verbs, Holding::Clause),
                (&entry.quoting, Holding::Quotation),
                (&entry.accusing, Holding::Preposition),
            ];
            for (words, holding) in lists {
                for word in words {
                    let (first, second) = halves(word);
                    let verb = SpeechVerb { second: second.map(Into::into), manner, holding };
                    checked.verbs.push(first, verb);
                }
            }
            entry.nouns.iter().for_each(|noun| checked.nouns.insert(noun, manner));
        }
        for verbs in checked.verbs.values_mut() {
            verbs.sort_by_key(|verb| verb.second.is_none());
        }
        checked.small_words(raw);
        checked
    }

    fn small_words(&mut self, raw: &RawSpeech) {
        let source = &raw.source;
        let lists = [
            (&source.prepositions, Cue::Source),
            (&source.words_of, Cue::WordsOf),
            (&source.words_of_prepositions, Cue::WordsOfPreposition),
            (&source.findings, Cue::Finding),
            (&source.citing, Cue::Citing),
            (&source.addressee, Cue::Addressee),
            (&source.telling, Cue::Telling),
            (&source.documents, Cue::Document),
            (&source.issuers, Cue::Issuer),
            (&source.posts, Cue::Post),
            (&source.transparent, Cue::Transparent),
            (&source.headline_marks, Cue::HeadlineMark),
            (&raw.quotation.colons, Cue::Colon),
            (&raw.quotation.commas, Cue::Comma),
        ];
        for (words, cue) in lists {
            for word in words {
                match halves(word) {
                    (first, Some(second)) => self.sources.push(first, second.into()),
                    (single, None) => self.cues.push(single, cue),
                }
            }
        }
    }
}

fn halves(phrase: &str) -> (&str, Option<&str>) {
    match phrase.split_once(' ') {
        Some((first, second)) => (first, Some(second)),
        None => (phrase, None),
    }
}
