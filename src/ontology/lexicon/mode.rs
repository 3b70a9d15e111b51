//! Words that say how an act stands to the world, by what they do to what they govern.

use crate::model::category::{Aspect, Mode};
use crate::ontology::by_word::ByWord;
use crate::ontology::check::Problem;
use crate::ontology::raw::lexicon::{Governor as RawGovernor, RawMode};
use std::str::FromStr;

use super::MODE as FILE;

macro_rules! closed {
    ($(#[$doc:meta])* $name:ident { $($(#[$note:meta])* $variant:ident = $text:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
        pub enum $name { $($(#[$note])* $variant,)+ }

        impl $name {
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

closed! {
    /// What a word does with the act that it governs.
    Class {
        /// The actor means to.
        Intention = "intention",
        /// The actor has decided to.
        Decision = "decision",
        /// The actor promises to.
        Promise = "promise",
        /// The actor agrees to.
        Agreement = "agreement",
        /// It is planned or expected.
        Schedule = "schedule",
        /// It is told of the future.
        Future = "future",
        /// It is what another act is for.
        Purpose = "purpose",
        /// The actor is ready to.
        Readiness = "readiness",
        /// The actor will not.
        Refusal = "refusal",
        /// Someone says that it is not so.
        Denial = "denial",
        /// The actor threatens to.
        Threat = "threat",
        /// Someone is asked to.
        Call = "call",
        /// Someone is told to.
        Order = "order",
        /// It is proposed or considered.
        Proposal = "proposal",
        /// It is tried.
        Attempt = "attempt",
        /// It did not come about.
        Failure = "failure",
        /// It was kept from coming about.
        Prevention = "prevention",
        /// It was planned and is so no more.
        Cancellation = "cancellation",
        /// It begins.
        Begin = "begin",
        /// It goes on.
        Continue = "continue",
        /// It begins again.
        Resume = "resume",
        /// It ends.
        Stop = "stop",
        /// It came about.
        Accomplishment = "accomplishment",
        /// Someone makes someone do it.
        Causation = "causation",
        /// Someone lets someone do it.
        Permission = "permission",
        /// It may be.
        Possibility = "possibility",
        /// The actor wants to.
        Desire = "desire",
        /// The actor has to.
        Obligation = "obligation",
        /// Someone is accused of it.
        Accusation = "accusation",
        /// Someone judges it, taking it for known.
        Judgment = "judgment",
        /// Someone is for it.
        Support = "support",
        /// Someone says so.
        Speech = "speech",
        /// Someone thinks so.
        Belief = "belief",
        /// It used to be.
        Habit = "habit",
        /// It depends on an if.
        Condition = "condition",
        /// It is asked.
        Question = "question",
        /// It is negated.
        Negation = "negation",
        /// An adverb says so.
        Adverb = "adverb",
    }
}

closed! {
    /// How an act stands under the word that governs it.
    Role {
        /// As an infinitive.
        Infinitive = "infinitive",
        /// As a gerund, also under a preposition.
        Gerund = "gerund",
        /// As a clause with a finite verb.
        That = "that",
        /// As what is acted on.
        Object = "object",
        /// As what acts.
        Subject = "subject",
        /// As a noun under a preposition.
        Prep = "prep",
        /// As what a promise, a threat or a plan holds, which is carried out: "made good on its threat to leave".
        Fulfilled = "fulfilled",
        /// As an infinitive that tells what is done by it: "stepped in to mediate", "used the speech to urge".
        Begun = "begun",
        /// As what a chance is for, which is taken: "took the opportunity to urge".
        Taken = "taken",
    }
}

/// The part of speech of a governor.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Part {
    /// A verb.
    Verb,
    /// A noun.
    Noun,
    /// An adjective, also a participle that the tagger takes for one.
    Adjective,
}

/// What a class of words does.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Governor {
    /// The class.
    pub class: Class,
    /// The mode that it gives; actual changes nothing.
    pub gives: Mode,
    /// What it is and gives where it is negated; absent = the act is negated.
    pub negated: Option<(Class, Mode)>,
    /// The aspect that it gives.
    pub aspect: Option<Aspect>,
    /// The aspect that it gives where it is negated.
    pub negated_aspect: Option<Aspect>,
    /// Whether it announces what can be performed by declaring it.
    pub announces: bool,
    /// Whether it takes the act for known.
    pub background: bool,
    /// Whether it governs only what an agreement lays down: "the accord requires".
    pub of_pact: bool,
    /// How the act may stand under it.
    pub roles: Vec<Role>,
}

/// A word of a class.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Entry {
    part: Part,
    /// Particle, preposition or next word.
    second: Option<Box<str>>,
    governor: usize,
}

/// What an adverb or adverbial says.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Adverbial {
    /// Its words.
    pub words: Vec<Box<str>>,
    /// The mode that it gives.
    pub gives: Option<Mode>,
    /// The aspect that it gives.
    pub aspect: Option<Aspect>,
    /// Whether it tells what goes on or has been done again and again, of which no day is the article's.
    pub background: bool,
    /// Whether what is announced with it is done by that.
    pub at_once: bool,
}

/// What an auxiliary says.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Auxiliary {
    /// Of the future.
    Future,
    /// Of what would be, or of a future told in the past.
    Conditional,
    /// Of what may be.
    Possibility,
    /// Of what can be.
    Ability,
    /// Of what must be.
    Obligation,
    /// Makes a perfect.
    Perfect,
    /// Makes a passive or progressive.
    Be,
    /// Carries tense and negation.
    Supportive,
}

/// What a word does beside its class.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Particle {
    /// Negates what it depends on.
    Negation,
    /// Negates the noun that it determines.
    NegativeDeterminer,
    /// Negates what stands under it.
    NegativePreposition,
    /// After a negation, takes it back.
    NotNegation,
    /// Before what somebody else does meanwhile.
    Meanwhile,
    /// Makes a clause a condition.
    Condition,
    /// Before such a mark, takes it back.
    Concessive,
    /// Makes a clause a question.
    Question,
    /// Ends a question.
    QuestionMark,
    /// Begins a clause that tells what something waits for.
    Awaited,
    /// Begins a clause that tells what is demanded of another for what will not be done before.
    Demanded,
    /// A verb whose subject stays as it is.
    Staying,
    /// A verb for what puts an end to what somebody has done.
    Undoing,
    /// In the present, beside what is to come, begins a clause that is open.
    Pending,
    /// Begins a clause of what comes before, so that what the present tells beside it is to come.
    Preceding,
    /// Begins such a clause of what goes on all the same, as far as somebody alleges it.
    Ongoing,
    /// Makes an infinitive a purpose.
    Purpose,
    /// A preposition that ties a governor to what it governs.
    Link,
    /// A preposition before the means or the time of an act, which share its mode.
    Means,
    /// A verb that only carries a noun.
    Light,
    /// Before a noun whose infinitive tells what was done: "the first state to recognise Peru".
    First,
    /// Before a noun whose relative clause tells what might be done: "any state that sends arms".
    Any,
    /// Says how somebody takes what another decided.
    Reacting,
    /// A preposition before what somebody reacts to, whatever the verb.
    ReactedTo,
    /// An agreement.
    Pact,
    /// A law that is not yet one.
    Bill,
    /// A verb that makes it one.
    Enacting,
    /// A part of an agreement: "the terms of the treaty".
    PactPart,
    /// A preposition under which an agreement lays something down.
    UnderPact,
    /// Beside an agreement, says that it has not been made.
    Unmade,
    /// A noun for what the sentence before told.
    Announcement,
    /// A verb that says when that was made known.
    Announcing,
}

/// Words that say how an act stands to the world.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ModeWords {
    governors: Vec<Governor>,
    entries: ByWord<Vec<Entry>>,
    auxiliaries: ByWord<Auxiliary>,
    particles: ByWord<Vec<Particle>>,
    /// Conditions of more than one word, by the first.
    conditions: ByWord<Vec<Vec<Box<str>>>>,
    /// By first word, the longest first.
    adverbials: ByWord<Vec<Adverbial>>,
    /// Sentences that the lexicon must get right: text, word of the act, mode.
    examples: Vec<(String, String, Mode)>,
}

impl ModeWords {
    /// Returns what a word may do as a governor: each with the second word that it asks for.
    pub fn governors(&self, lemma: &str, part: Part) -> impl Iterator<Item = (&Governor, Option<&str>)> + '_ {
        let entries = self.entries.list(lemma).iter();
        entries
            .filter(move |entry| entry.part == part)
            .filter_map(|entry| Some((self.governors.get(entry.governor)?, entry.second.as_deref())))
    }

    /// Returns what an auxiliary says, by its form or its lemma.
    #[must_use]
    pub fn auxiliary(&self, form: &str, lemma: &str) -> Option<Auxiliary> {
        self.auxiliaries.get(form).or_else(|| self.auxiliaries.get(lemma)).copied()
    }

    /// Tells whether a word does one of the small things.
    #[must_use]
    pub fn is(&self, word: &str, particle: Particle) -> bool {
        self.particles.list(word).contains(&particle)
    }

    /// Returns the conditions of several words that start with a word.
    #[must_use]
    pub fn conditions(&self, first: &str) -> &[Vec<Box<str>>] {
        self.conditions.list(first)
    }

    /// Returns the adverbials that start with a word, the longest first.
    #[must_use]
    pub fn adverbials(&self, first: &str) -> &[Adverbial] {
        self.adverbials.list(first)
    }

    /// Returns the sentences that the lexicon must get right: text, word of the act, mode.
    #[must_use]
    pub fn examples(&self) -> &[(String, String, Mode)] {
        &self.examples
    }

    pub(crate) fn check(raw: &RawMode, problems: &mut Vec<Problem>) -> Self {
        let mut checked = Self {
            governors: Vec::new(),
            entries: ByWord::default(),
            auxiliaries: ByWord::default(),
            particles: ByWord::default(),
            conditions: ByWord::default(),
            adverbials: ByWord::default(),
            examples: Vec::new(),
        };
        for governor in &raw.governor {
            checked.governor(governor, problems);
        }
        // An entry with a second word says more than one without, and one of agreements more than one of anybody.
        let governors = &checked.governors;
        for entries in checked.entries.values_mut() {
            let is_of_all = |entry: &Entry| governors.get(entry.governor).is_none_or(|governor| !governor.of_pact);
            entries.sort_by_key(|entry| (entry.second.is_none(), is_of_all(entry)));
        }
        checked.small_words(raw);
        for adverb in &raw.adverb {
            let gives = adverb.gives.as_deref().and_then(|text| word(text, adverb.line, problems));
            let aspect = adverb.aspect.as_deref().and_then(|text| word(text, adverb.line, problems));
            for phrase in &adverb.words {
                let words = split(phrase);
                if let Some(first) = words.first().cloned() {
                    let (background, at_once) = (adverb.background, adverb.at_once);
                    checked.adverbials.push(&first, Adverbial { words, gives, aspect, background, at_once });
                }
            }
        }
        for list in checked.adverbials.values_mut() {
            list.sort_by_key(|adverbial| std::cmp::Reverse(adverbial.words.len()));
        }
        checked
    }

    fn governor(&mut self, raw: &RawGovernor, problems: &mut Vec<Problem>) {
        let class = class(&raw.class, raw.line, problems);
        let gives = word::<Mode>(&raw.gives, raw.line, problems);
        let negated = match (&raw.negated_class, &raw.negated_gives) {
            (Some(negated), Some(mode)) => {
                self::class(negated, raw.line, problems).zip(word::<Mode>(mode, raw.line, problems))
            }
            (None, None) => None,
            _ => {
                let expected = "negated_class and negated_gives together";
                problems.push(wrong(raw.line, "governor", &raw.class, expected));
                None
            }
        };
        let aspect = raw.aspect.as_deref().and_then(|text| word(text, raw.line, problems));
        let negated_aspect = raw.negated_aspect.as_deref().and_then(|text| word(text, raw.line, problems));
        let roles = raw.roles.iter().filter_map(|text| role(text, raw.line, problems)).collect();
        let (Some(class), Some(gives)) = (class, gives) else { return };
        let number = self.governors.len();
        let RawGovernor { announces, background, of_pact, .. } = *raw;
        self.governors.push(Governor {
            class,
            gives,
            negated,
            aspect,
            negated_aspect,
            announces,
            background,
            of_pact,
            roles,
        });
        for (part, words) in [(Part::Verb, &raw.verbs), (Part::Noun, &raw.nouns), (Part::Adjective, &raw.adjectives)] {
            for phrase in words {
                let (first, second) = match phrase.split_once(' ') {
                    Some((first, second)) => (first, Some(second.into())),
                    None => (phrase.as_str(), None),
                };
                self.entries.push(first, Entry { part, second, governor: number });
            }
        }
        for example in &raw.example {
            if let Some(mode) = word(&example.mode, raw.line, problems) {
                self.examples.push((example.text.clone(), example.act.clone(), mode));
            }
        }
    }

    fn small_words(&mut self, raw: &RawMode) {
        let auxiliaries = [
            (&raw.auxiliary.future, Auxiliary::Future),
            (&raw.auxiliary.conditional, Auxiliary::Conditional),
            (&raw.auxiliary.possibility, Auxiliary::Possibility),
            (&raw.auxiliary.ability, Auxiliary::Ability),
            (&raw.auxiliary.obligation, Auxiliary::Obligation),
            (&raw.auxiliary.perfect, Auxiliary::Perfect),
            (&raw.auxiliary.be, Auxiliary::Be),
            (&raw.auxiliary.supportive, Auxiliary::Supportive),
        ];
        for (words, auxiliary) in auxiliaries {
            words.iter().for_each(|word| self.auxiliaries.insert(word, auxiliary));
        }
        let particles = [
            (&raw.negation.words, Particle::Negation),
            (&raw.negation.determiners, Particle::NegativeDeterminer),
            (&raw.negation.prepositions, Particle::NegativePreposition),
            (&raw.link.meanwhile, Particle::Meanwhile),
            (&raw.negation.not_negation, Particle::NotNegation),
            (&raw.condition.marks, Particle::Condition),
            (&raw.condition.concessive, Particle::Concessive),
            (&raw.condition.question, Particle::Question),
            (&raw.condition.question_marks, Particle::QuestionMark),
            (&raw.condition.awaited, Particle::Awaited),
            (&raw.condition.demanded, Particle::Demanded),
            (&raw.condition.staying, Particle::Staying),
            (&raw.condition.undoing, Particle::Undoing),
            (&raw.condition.pending, Particle::Pending),
            (&raw.condition.preceding, Particle::Preceding),
            (&raw.condition.ongoing, Particle::Ongoing),
            (&raw.condition.purpose, Particle::Purpose),
            (&raw.link.prepositions, Particle::Link),
            (&raw.link.means, Particle::Means),
            (&raw.link.light, Particle::Light),
            (&raw.relative.first, Particle::First),
            (&raw.relative.any, Particle::Any),
            (&raw.reacting.words, Particle::Reacting),
            (&raw.reacting.about, Particle::ReactedTo),
            (&raw.bill.nouns, Particle::Bill),
            (&raw.bill.enacting, Particle::Enacting),
            (&raw.pact.nouns, Particle::Pact),
            (&raw.pact.parts, Particle::PactPart),
            (&raw.pact.under, Particle::UnderPact),
            (&raw.pact.unmade, Particle::Unmade),
            (&raw.announcing.nouns, Particle::Announcement),
            (&raw.announcing.verbs, Particle::Announcing),
        ];
        for (words, particle) in particles {
            for word in words {
                let parts = split(word);
                match parts.as_slice() {
                    [first, _, ..] => self.conditions.push(first, parts.clone()),
                    [single] => self.particles.push(single, particle),
                    [] => {}
                }
            }
        }
    }
}

fn split(phrase: &str) -> Vec<Box<str>> {
    phrase.split(' ').map(Into::into).collect()
}

fn wrong(line: u32, list: &str, found: &str, expected: &str) -> Problem {
    Problem::at(FILE, line, format!("{found:?} is no {list}; {expected} was expected"))
}

fn word<T: FromStr<Err = crate::model::category::UnknownWord>>(
    text: &str,
    line: u32,
    problems: &mut Vec<Problem>,
) -> Option<T> {
    match text.parse() {
        Ok(value) => Some(value),
        Err(error) => {
            problems.push(wrong(line, error.list, &error.found, &error.expected));
            None
        }
    }
}

fn class(text: &str, line: u32, problems: &mut Vec<Problem>) -> Option<Class> {
    let found = Class::ALL.iter().copied().find(|class| class.as_str() == text);
    if found.is_none() {
        let known: Vec<&str> = Class::ALL.iter().map(|class| class.as_str()).collect();
        problems.push(wrong(line, "class of governors", text, &known.join(", ")));
    }
    found
}

fn role(text: &str, line: u32, problems: &mut Vec<Problem>) -> Option<Role> {
    let found = Role::ALL.iter().copied().find(|role| role.as_str() == text);
    if found.is_none() {
        let known: Vec<&str> = Role::ALL.iter().map(|role| role.as_str()).collect();
        problems.push(wrong(line, "role", text, &known.join(", ")));
    }
    found
}
