//! The word lists of `schema/english`, one entry a line, ready to be looked up.
//!
//! Invariant: lists are sorted once when made and never change. Holds no word of its own.

use std::borrow::Cow;

/// A list of words in lower case.
#[derive(Clone, Debug)]
pub(crate) struct List(Vec<&'static str>);

impl List {
    pub(crate) fn new(lines: &'static str) -> Self {
        let mut words = entries(lines).collect::<Vec<_>>();
        words.sort_unstable();
        Self(words)
    }

    /// Tells whether a word, given in lower case, is in the list.
    pub(crate) fn has(&self, lower: &str) -> bool {
        self.0.binary_search(&lower).is_ok()
    }
}

/// Returns the lines that are neither empty nor comments.
pub(crate) fn entries(lines: &'static str) -> impl Iterator<Item = &'static str> {
    lines.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// All lists.
#[derive(Clone, Debug)]
pub(crate) struct Lists {
    /// Abbreviations that end with a full stop, given without it.
    abbreviations: List,
    /// Abbreviations that a name or number follows, so that they end no sentence.
    pub(crate) titles: List,
    /// Abbreviations only where a number follows.
    pub(crate) numbered: List,
    /// Endings that are words of their own.
    clitics: Vec<&'static str>,
    /// Words written together, with a bar where they part.
    joined: Vec<(&'static str, &'static str)>,
    /// What a hyphen binds to the word after it.
    prefixes: List,
    /// Words that begin sentences.
    pub(crate) starters: List,
    /// Words after which no paragraph ends.
    pub(crate) hanging: List,
    /// Verbs of saying as they follow a quotation.
    pub(crate) sayings: List,
    /// Verbs that an infinitive completes.
    pub(crate) with_infinitive: List,
    /// Verbs that say under a preposition what their object did.
    pub(crate) charges: List,
    /// Verbs for what somebody holds against another.
    pub(crate) reproaching: List,
    /// Verbs that an infinitive completes after an object.
    pub(crate) object_infinitive: List,
    /// Verbs whose subject does what stands under "in" after them, as somebody else does.
    pub(crate) joining: List,
    /// Those of them whose object does it at the same time.
    pub(crate) joining_in: List,
    /// Words that put somebody beside whoever acts.
    companions: List,
    /// Verbs, by their dictionary form, with the particles that make them others.
    particles: List,
    /// Verbs, by their dictionary form, that nothing is done to.
    pub(crate) intransitive: List,
    /// Verbs, by their dictionary form, that say little without what they are done to.
    pub(crate) needs_object: List,
    /// Nouns that an infinitive behind them tells the content of.
    pub(crate) noun_infinitive: List,
    /// Nouns, by their dictionary form, whose content a clause with "that" tells.
    pub(crate) content_nouns: List,
    /// Verbs, by their dictionary form, that keep something in a state.
    pub(crate) keeping: List,
    /// Verbs, by their dictionary form, that have something done to their object.
    pub(crate) ordering: List,
    /// Verbs, by their dictionary form, that wish something to be done to their object.
    pub(crate) wishing: List,
    /// Prepositions before whoever does what the noun before them names.
    pub(crate) doers: List,
    pub(crate) passing: List,
    /// States in which something is kept.
    pub(crate) kept: List,
    /// Verbs, by their dictionary form, whose object is a thing and no state.
    pub(crate) done_to_things: List,
    /// Nouns, by their dictionary form, of what is sent to say something.
    pub(crate) letters: List,
    /// Nouns, by their dictionary form, of what can be signed, reached, issued, imposed or lifted.
    pub(crate) things: List,
    /// Nouns, by their dictionary form, of what lays down what is allowed.
    pub(crate) rules: List,
    /// Verbs, by their dictionary form, of what that forbids.
    pub(crate) barring: List,
    /// Verbs of what is laid on somebody.
    pub(crate) imposing: List,
    /// Nouns, by their dictionary form, of what goes on between several and can be halted.
    pub(crate) proceedings: List,
    /// Verbs, by their dictionary form, of what halts that or sets it going.
    pub(crate) halting: List,
    /// Verbs whose subject does what an infinitive behind their object says.
    pub(crate) carrying: List,
    /// Nouns, by their dictionary form, of a time told without a preposition.
    pub(crate) spans: List,
    /// Prepositions before the deed that is the reason of another.
    pub(crate) reasons: List,
    /// Verbs, by their dictionary form, whose object is told what a clause says.
    pub(crate) telling: List,
    /// Verbs, by their dictionary form, that give somebody something.
    pub(crate) giving: List,
    /// Verbs, by their dictionary form, that say of what was told that it is not so.
    pub(crate) denying: List,
    /// Verbs that need somebody whom they tell to do something.
    pub(crate) told_to: List,
    /// What may be halted besides talks.
    pub(crate) halted: List,
    /// What stands before whoever does as others did, two words.
    pub(crate) likewise: Vec<(&'static str, &'static str)>,
    /// Prepositions before what somebody does meanwhile.
    pub(crate) meanwhile: List,
    /// Verbs for the part that somebody takes in what others do.
    pub(crate) serving: List,
    /// Verbs, by their dictionary form, that grant somebody something, and seldom name it alone.
    pub(crate) granting: List,
    /// Verbs, by their dictionary form, that say of somebody what he is "as".
    pub(crate) describing: List,
    /// The prepositions of those verbs.
    pub(crate) predicating: List,
    /// Nouns for the spirit in which something is done.
    pub(crate) spirits: List,
    /// Units of time.
    pub(crate) durations: List,
    pub(crate) times_of_day: List,
    /// Verbs, by their dictionary form, that say of somebody what he is.
    pub(crate) naming: List,
    /// Nouns, by their dictionary form, of what deeds are called without an article.
    pub(crate) verdicts: List,
    /// Prepositions that begin clauses too.
    pub(crate) subordinating: List,
    /// Words that begin clauses which tell nothing of a noun.
    pub(crate) openers: List,
    /// Words before something that is told of for the first time.
    pub(crate) indefinite: List,
    /// Prepositions before whoever does what a noun names.
    pub(crate) agents: List,
    /// Months, and their abbreviations.
    pub(crate) months: List,
    pub(crate) weekdays: List,
    /// News agencies.
    pub(crate) agencies: List,
    /// Words in capitals before a dash that are no place.
    pub(crate) kickers: List,
}

impl Lists {
    /// Makes the lists.
    pub(crate) fn new() -> Self {
        let joined = entries(include_str!("../../schema/english/joined.txt")).filter_map(|line| line.split_once('|'));
        Self {
            abbreviations: List::new(include_str!("../../schema/english/abbreviations.txt")),
            titles: List::new(include_str!("../../schema/english/titles.txt")),
            numbered: List::new(include_str!("../../schema/english/numbered.txt")),
            clitics: entries(include_str!("../../schema/english/clitics.txt")).collect(),
            joined: joined.collect(),
            prefixes: List::new(include_str!("../../schema/english/prefixes.txt")),
            starters: List::new(include_str!("../../schema/english/starters.txt")),
            hanging: List::new(include_str!("../../schema/english/hanging.txt")),
            sayings: List::new(include_str!("../../schema/english/sayings.txt")),
            with_infinitive: List::new(include_str!("../../schema/english/with-infinitive.txt")),
            charges: List::new(include_str!("../../schema/english/charges.txt")),
            reproaching: List::new(include_str!("../../schema/english/reproaching.txt")),
            object_infinitive: List::new(include_str!("../../schema/english/object-infinitive.txt")),
            joining: List::new(include_str!("../../schema/english/joining.txt")),
            joining_in: List::new(include_str!("../../schema/english/joining-in.txt")),
            companions: List::new(include_str!("../../schema/english/companions.txt")),
            particles: List::new(include_str!("../../schema/english/particles.txt")),
            intransitive: List::new(include_str!("../../schema/english/intransitive.txt")),
            needs_object: List::new(include_str!("../../schema/english/needs-object.txt")),
            noun_infinitive: List::new(include_str!("../../schema/english/noun-infinitive.txt")),
            content_nouns: List::new(include_str!("../../schema/english/content-nouns.txt")),
            keeping: List::new(include_str!("../../schema/english/keeping.txt")),
            ordering: List::new(include_str!("../../schema/english/ordering.txt")),
            wishing: List::new(include_str!("../../schema/english/wishing.txt")),
            doers: List::new(include_str!("../../schema/english/doers.txt")),
            passing: List::new(include_str!("../../schema/english/passing.txt")),
            kept: List::new(include_str!("../../schema/english/kept.txt")),
            letters: List::new(include_str!("../../schema/english/letters.txt")),
            things: List::new(include_str!("../../schema/english/things.txt")),
            rules: List::new(include_str!("../../schema/english/rules.txt")),
            barring: List::new(include_str!("../../schema/english/barring.txt")),
            imposing: List::new(include_str!("../../schema/english/imposing.txt")),
            proceedings: List::new(include_str!("../../schema/english/proceedings.txt")),
            halting: List::new(include_str!("../../schema/english/halting.txt")),
            done_to_things: List::new(include_str!("../../schema/english/done-to-things.txt")),
            carrying: List::new(include_str!("../../schema/english/carrying.txt")),
            spans: List::new(include_str!("../../schema/english/spans.txt")),
            reasons: List::new(include_str!("../../schema/english/reasons.txt")),
            telling: List::new(include_str!("../../schema/english/telling.txt")),
            denying: List::new(include_str!("../../schema/english/denying.txt")),
            told_to: List::new(include_str!("../../schema/english/told-to.txt")),
            halted: List::new(include_str!("../../schema/english/halted.txt")),
            likewise: entries(include_str!("../../schema/english/likewise.txt"))
                .filter_map(|line| line.split_once('|'))
                .collect(),
            meanwhile: List::new(include_str!("../../schema/english/meanwhile.txt")),
            serving: List::new(include_str!("../../schema/english/serving.txt")),
            granting: List::new(include_str!("../../schema/english/granting.txt")),
            giving: List::new(include_str!("../../schema/english/giving.txt")),
            describing: List::new(include_str!("../../schema/english/describing.txt")),
            predicating: List::new(include_str!("../../schema/english/predicating.txt")),
            spirits: List::new(include_str!("../../schema/english/spirits.txt")),
            durations: List::new(include_str!("../../schema/english/durations.txt")),
            times_of_day: List::new(include_str!("../../schema/english/times-of-day.txt")),
            naming: List::new(include_str!("../../schema/english/naming.txt")),
            verdicts: List::new(include_str!("../../schema/english/verdicts.txt")),
            subordinating: List::new(include_str!("../../schema/english/subordinating.txt")),
            openers: List::new(include_str!("../../schema/english/openers.txt")),
            indefinite: List::new(include_str!("../../schema/english/indefinite.txt")),
            agents: List::new(include_str!("../../schema/english/agents.txt")),
            months: List::new(include_str!("../../schema/english/months.txt")),
            weekdays: List::new(include_str!("../../schema/english/weekdays.txt")),
            agencies: List::new(include_str!("../../schema/english/agencies.txt")),
            kickers: List::new(include_str!("../../schema/english/kickers.txt")),
        }
    }

    /// Tells whether the full stop at the end of a word belongs to the word.
    pub(crate) fn keeps_stop(&self, word: &str) -> bool {
        let Some(bare) = word.strip_suffix('.') else { return false };
        let mut letters = bare.chars();
        match (letters.next(), letters.next()) {
            (None, _) => return false,
            (Some(c), None) => return c.is_uppercase(),
            _ => {}
        }
        if bare.len() > 24 {
            return false;
        }
        let lower = bare.to_lowercase();
        // Letters with stops between them: U.S., a.m., Ph.D.
        let dotted = bare.contains('.')
            && bare
                .split('.')
                .all(|part| (1..=2).contains(&part.chars().count()) && part.chars().all(char::is_alphabetic));
        dotted || self.abbreviations.has(&lower) || self.titles.has(&lower)
    }

    /// Tells whether a verb, given by its dictionary form, and a particle make another verb: "call off".
    pub(crate) fn is_phrasal(&self, verb: &str, particle: &str) -> bool {
        let parts = |line: &&'static str| line.split_once(' ').unwrap_or((line, ""));
        self.particles.0.binary_search_by(|line| parts(line).cmp(&(verb, particle))).is_ok()
    }

    /// Tells whether a preposition of one word or two puts somebody beside whoever acts.
    pub(crate) fn is_companion(&self, word: &str, next: Option<&str>) -> bool {
        let splits = |line: &&str| match line.split_once(' ') {
            Some((first, second)) => first == word && next == Some(second),
            None => *line == word && next.is_none(),
        };
        self.companions.0.iter().any(splits)
    }

    /// Tells whether a run of characters is an ending that is a word of its own, as "'s" is.
    pub(crate) fn is_clitic(&self, run: &str) -> bool {
        run.len() <= 8 && self.clitics.contains(&plain(run).as_str())
    }

    /// Tells whether a hyphen binds a run of characters to the word after it: the "re" of "re-establish".
    pub(crate) fn is_prefix(&self, run: &str) -> bool {
        run.len() <= 8 && self.prefixes.has(&plain(run))
    }

    /// Returns the length in bytes of the first part of a word that is two words.
    pub(crate) fn contraction(&self, word: &str) -> Option<usize> {
        if word.len() > 24 || word.len() < 3 {
            return None;
        }
        let lower = plain(word);
        if let Some((first, _)) = self.joined.iter().find(|(first, second)| lower.strip_prefix(first) == Some(second)) {
            return Some(first.len()).filter(|&at| word.is_char_boundary(at));
        }
        let clitic = self
            .clitics
            .iter()
            .filter(|clitic| lower.ends_with(**clitic) && lower.len() > clitic.len())
            .max_by_key(|clitic| clitic.len())?;
        let n = clitic.chars().count();
        word.char_indices().rev().nth(n - 1).map(|(at, _)| at)
    }
}

/// Returns a word with straight apostrophes.
pub(crate) fn straight(word: &str) -> Cow<'_, str> {
    if word.contains(APOSTROPHES) { Cow::Owned(word.replace(APOSTROPHES, "'")) } else { Cow::Borrowed(word) }
}

/// The curly marks that stand for an apostrophe.
const APOSTROPHES: [char; 3] = ['’', '‘', 'ʼ'];

/// Returns a word in lower case with straight apostrophes and without soft hyphens.
pub(crate) fn plain(word: &str) -> String {
    let mut plain = String::with_capacity(word.len());
    for c in word.chars() {
        match c {
            _ if APOSTROPHES.contains(&c) => plain.push('\''),
            '\u{ad}' => {}
            'A'..='Z' => plain.push(c.to_ascii_lowercase()),
            _ if c.is_ascii() => plain.push(c),
            _ => plain.extend(c.to_lowercase()),
        }
    }
    plain
}
