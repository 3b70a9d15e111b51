//! Tags put right between tagger and parser: slips that news makes often and that a few words around tell.
//!
//! Each rule looks at tags and word lists only. Invariant: as many tags out as in; a sentence that no rule
//! fits keeps its tags. Knows nothing of trees. What headlines do is for `headline`.

mod headline;
mod participle;
mod verb;

use super::hash;
use super::tag::Tag;
use super::weights::Lexicon;
use super::words::{List, entries};
use Tag::{
    Cc, Cd, Comma, Dollar, Dt, Ex, In, Jj, Md, Nn, Nnp, Nnps, Nns, Pos, Prp, PrpPoss, Rb, Stop, To, Vb, Vbd, Vbg, Vbn,
    Vbp, Vbz, Wdt, Wp,
};

/// The word lists of the rules.
#[derive(Clone, Debug)]
pub(crate) struct Corrections {
    /// Words with one tag, sorted.
    fixed: Vec<(&'static str, Tag)>,
    prefixes: List,
    second_nouns: List,
    before_names: List,
    kept_adjectives: List,
    /// Participles that say after "be" how somebody is.
    standing: List,
    headline_verbs: headline::Verbs,
    helpers: Helpers,
    /// Verbs that the tagger takes for nouns and adjectives, by their dictionary form.
    bare_verbs: List,
    /// Verbs of saying as they stand beside what is said.
    pub(super) sayings: List,
    /// Words of dates by kind.
    date_words: Helpers,
    /// What somebody is declared to be, in words that the parser does not know.
    predicates: Vec<Vec<&'static str>>,
}

/// Words of grammar with their kinds.
#[derive(Clone, Debug)]
struct Helpers(Vec<(&'static str, &'static str)>);

/// A word with one of its kinds, for each of them; mostly none.
pub(super) type Kinds<'a> = &'a [(&'static str, &'static str)];

impl Helpers {
    fn new(lines: &'static str) -> Self {
        let mut words: Vec<_> = entries(lines)
            .filter_map(|line| line.split_once(' '))
            .flat_map(|(kind, words)| words.split(' ').map(move |word| (word, kind)))
            .collect();
        words.sort_unstable();
        Self(words)
    }

    /// Returns the kinds of a word, given in lower case.
    fn kinds(&self, word: &str) -> Kinds<'_> {
        let first = self.0.partition_point(|(known, _)| *known < word);
        let from = self.0.get(first..).unwrap_or_default();
        let n_kinds = from.iter().take_while(|(known, _)| *known == word).count();
        from.get(..n_kinds).unwrap_or_default()
    }
}

/// Tells whether a kind is among those of a word.
pub(super) fn is_of(kinds: Kinds<'_>, kind: &str) -> bool {
    kinds.iter().any(|(_, of)| *of == kind)
}

impl Corrections {
    /// Makes the lists.
    pub(crate) fn new() -> Self {
        let mut fixed: Vec<(&'static str, Tag)> = entries(include_str!("../../schema/english/fixed-tags.txt"))
            .filter_map(|line| line.split_once(' '))
            .filter_map(|(word, tag)| Some((word, Tag::from_name(tag)?)))
            .collect();
        fixed.sort_unstable();
        Self {
            fixed,
            prefixes: List::new(include_str!("../../schema/english/prefixes.txt")),
            second_nouns: List::new(include_str!("../../schema/english/second-nouns.txt")),
            before_names: List::new(include_str!("../../schema/english/before-names.txt")),
            kept_adjectives: List::new(include_str!("../../schema/english/kept-adjectives.txt")),
            standing: List::new(include_str!("../../schema/english/standing.txt")),
            headline_verbs: headline::Verbs::new(include_str!("../../schema/english/headline-verbs.txt")),
            helpers: Helpers::new(include_str!("../../schema/english/helpers.txt")),
            bare_verbs: List::new(include_str!("../../schema/english/bare-verbs.txt")),
            sayings: List::new(include_str!("../../schema/english/sayings.txt")),
            date_words: Helpers::new(include_str!("../../schema/english/date-words.txt")),
            predicates: entries(include_str!("../../schema/english/predicates.txt"))
                .map(|line| line.split(' ').collect())
                .collect(),
        }
    }

    /// Returns the tag of a word, given in lower case, that has but one.
    pub(crate) fn fixed(&self, lower: &str) -> Option<Tag> {
        let at = self.fixed.binary_search_by_key(&lower, |(word, _)| *word).ok()?;
        self.fixed.get(at).map(|(_, tag)| *tag)
    }

    /// Splits a word at a hyphen that binds a prefix: what "re-establish" is, "establish" tells.
    pub(crate) fn prefixed<'w>(&self, word: &'w str) -> Option<(&'w str, &'w str)> {
        word.split_once('-').filter(|(prefix, rest)| !rest.is_empty() && self.prefixes.has(&prefix.to_lowercase()))
    }

    /// Returns the kinds of words that make up dates that a word, given in lower case, is of.
    pub(super) fn of_dates(&self, lower: &str) -> Kinds<'_> {
        self.date_words.kinds(lower)
    }

    /// Returns how many words, given in lower case, are at the head of some what somebody is declared to be.
    pub(super) fn predicate(&self, lowers: &[String]) -> Option<usize> {
        let begins = |words: &&Vec<&str>| lowers.len() >= words.len() && words.iter().zip(lowers).all(|(a, b)| a == b);
        self.predicates.iter().find(begins).map(Vec::len)
    }

    /// Tells whether a word, given in lower case, helps a verb: "had", "was".
    pub(super) fn is_helper(&self, lower: &str) -> bool {
        let kinds = self.helpers.kinds(lower);
        ["have", "be", "will"].iter().any(|kind| is_of(kinds, kind))
    }

    /// Tells whether a word of grammar, given in lower case, is of a kind: "had" makes a perfect.
    pub(super) fn is(&self, lower: &str, kind: &str) -> bool {
        is_of(self.helpers.kinds(lower), kind)
    }

    /// Puts the tags of a sentence right; returns the commas that stand for "and".
    pub(crate) fn apply(&self, lowers: &[String], tags: &mut [u8], lexicon: &Lexicon<'_>) -> Vec<usize> {
        let kinds = lowers.iter().map(|lower| self.helpers.kinds(lower)).collect();
        let tagged = tags.iter().filter_map(|&tag| Tag::at(tag)).collect();
        let mut line = Line { kinds, lowers, tags: tagged, lexicon, bare_verbs: &self.bare_verbs };
        if line.tags.len() != tags.len() || line.tags.len() != lowers.len() {
            return Vec::new();
        }
        self.nouns(&mut line);
        self.adjectives(&mut line);
        self.participles(&mut line);
        let joining = headline::read(&self.headline_verbs, &mut line);
        for (tag, put_right) in tags.iter_mut().zip(&line.tags) {
            *tag = put_right.index();
        }
        joining
    }

    /// Nouns taken for verbs: "an arms embargo on Peru", "a $35 billion deal"; and a verb taken for a noun: "to end
    /// hostilities".
    fn nouns(&self, line: &mut Line<'_>) {
        for at in 1..line.tags.len() {
            let (tag, before) = (line.tag(at), line.tag(at - 1));
            // "Fighting between Peru and Chile erupted" is what two do, no participle of another's; mediating is.
            if before == Vbg
                && line.is("mutual", at)
                && self.fixed(&line.lowers[at - 1]).is_none()
                && (at == 1 || matches!(line.tag(at - 2), Dt | Jj | In | Comma | Cc))
            {
                line.set(at - 1, Nn);
            }
            // "Fighting broke out on Monday": what opens a sentence right before its verb.
            if at == 1 && before == Vbg && matches!(tag, Vbd | Vbz) && line.can_be(0, &[Nn]) {
                line.set(0, Nn);
            }
            // "Will no longer supply arms", "will free soldiers".
            let is_helped = || line.back_over_adverbs(at).is_some_and(|modal| line.tag(modal) == Md);
            let is_bare = tag == Nn && before == To || matches!(tag, Nn | Jj) && is_helped();
            if is_bare && line.can_be(at, &[Vb]) && line.begins_noun(at + 1) {
                line.set(at, Vb);
            }
            // "Halted intelligence sharing with Peru": what ends is no deed of another's.
            if tag == In && before == Vbg && at >= 3 && line.tag(at - 2) == Nn && is_form(line.tag(at - 3)) {
                line.set(at - 1, Nn);
            }
            // "Announced drills, halted exports and sanctioned two firms": the second of three deeds.
            if matches!(tag, Jj | Vbn) && before == Comma && is_second_deed(line, at) {
                line.set(at, Vbd);
            }
            // "The bloc, which groups Peru and Chile", "Peru, which ships most of its copper to Chile".
            if tag == Nns && before == Wdt && at >= 2 && line.tag(at - 2) == Comma && verb::is_before_object(line, at) {
                let next = (at + 1..line.tags.len()).find(|&next| line.tag(next) == Comma || is_finite(line.tag(next)));
                if next.is_none_or(|next| line.tag(next) == Comma) {
                    line.set(at, Vbz);
                }
            }
            // "Peru denies having closed its border".
            if tag == Nns && verb::is_before_deed(line, at) {
                line.set(at, Vbz);
            }
            // "Said that talks with Peru, due on Sunday, would not take place".
            if tag == Vbz && verb::is_said_noun(line, at) {
                line.set(at, Nns);
                line.set(at - 1, In);
            }
            // "The treaty, which the two states concluded on 5 May"; not "which the states hit by it concluded".
            if tag == Vbn && verb::is_of_relative(line, at) {
                line.set(at, Vbd);
            }
            // "Decided to close its border"; not "is open to close allies".
            if tag == Jj && before == To && line.can_be(at, &[Vb, Vbp]) && line.begins_with_determiner(at + 1) {
                line.set(at, Vb);
            }
            let does = || is_of_document(line, at) || is_in_company(line, at);
            // "Sent a letter to Peru's president apologising for the raid".
            let writes = || tag == Nn && line.tag(at + 1) == In && verb::is_of_letter(line, at);
            if matches!(tag, Nn | Jj) && is_gerund(line, at) && (line.begins_noun(at + 1) && does() || writes()) {
                line.set(at, Vbg);
            }
            if tag == Nn && line.can_be(at, &[Vb, Vbp]) && verb::is_of_condition(line, at) {
                line.set(at, Vbp);
            }
            if let Some(mark) = demanded(line, at).filter(|_| matches!(tag, Nn | Jj | Tag::Jjr)) {
                line.set(at, Vb);
                if line.tag(mark) == Wdt {
                    line.set(mark, In);
                }
            }
            if !matches!(tag, Vb | Vbp | Vbz) {
                continue;
            }
            let noun = if tag == Vbz { Nns } else { Nn };
            if self.is_after_noun(line, at) || line.can_be(at, &[noun]) && is_after_money(line, at) {
                line.set(at, noun);
            }
        }
    }

    /// Tells whether a word that may follow a noun does so in one phrase: "an arms embargo", "its travel ban on".
    fn is_after_noun(&self, line: &Line<'_>, at: usize) -> bool {
        let singular = line.word(at).strip_suffix('s').filter(|_| line.tag(at) == Vbz);
        if !self.second_nouns.has(line.word(at)) && !singular.is_some_and(|word| self.second_nouns.has(word)) {
            return false;
        }
        let Some(first) = at.checked_sub(1).filter(|before| matches!(line.tag(*before), Nn | Nns)) else {
            return false;
        };
        // "A fuel and arms embargo".
        let beside = first.checked_sub(2).filter(|&other| line.tag(first - 1) == Cc && line.tag(other) == Nn);
        let start = line.phrase_start(first).or_else(|| line.phrase_start(beside?));
        let Some(start) = start else { return false };
        // "An arms embargo": an article for one thing is not that of "arms".
        let for_one = line.tag(first) == Nns && line.is("one", start);
        for_one || !line.begins_noun(at + 1) && line.verb_before(start)
    }

    /// Adjectives before names taken for participles, or for names at the head of a sentence: "to neighbouring
    /// Finland", "Neighbouring Finland".
    fn adjectives(&self, line: &mut Line<'_>) {
        for at in 0..line.tags.len() {
            let begins = at.checked_sub(1).is_none_or(|before| matches!(line.tag(before), In | Cc | Comma));
            // "Left neighbouring Estonia", "met visiting Chilean President Juan Soto".
            let is_object = || at.checked_sub(1).is_some_and(|before| is_finite(line.tag(before)));
            let is_before_name = |next: usize| match line.is("guest", at) {
                true => is_before_title(line, next),
                false => matches!(line.tag(next), Nnp | Nnps),
            };
            if self.before_names.has(line.word(at))
                && matches!(line.tag(at), Vbg | Vbn | Nn | Nnp)
                && (begins || is_object())
                && is_before_name(at + 1)
            {
                line.set(at, Jj);
            }
            if at == 0 && verb::is_after_unknown(line) {
                line.set(0, Nnp);
            }
            // "Vice Minister He Yafei": between a title and a name a pronoun or article is a name.
            let is_between = at >= 2 && line.tag(at - 1) == Nnp && line.tag(at + 1) == Nnp;
            if is_between && matches!(line.tag(at), Prp | Dt) && line.is("title", at - 1) {
                line.set(at, Nnp);
            }
            // "The UN-brokered deal".
            if at >= 2 && line.tag(at) == Nnp && line.tag(at - 1) == Tag::Hyph && line.word(at).ends_with(PAST) {
                line.set(at, Vbn);
            }
            // "Moon Jae-in": the small word behind a hyphen is part of the name.
            if at >= 3
                && line.tag(at - 1) == Tag::Hyph
                && matches!(line.tag(at), In | To | Rb | Prp | Dt | Tag::Rp | Tag::Uh | Tag::Fw)
                && [at - 2, at - 3].iter().all(|&before| line.tag(before) == Nnp)
            {
                line.set(at, Nnp);
            }
            // "Fighting broke out": what breaks out is a noun.
            if line.tag(at) == Vbg
                && at.checked_sub(1).is_none_or(|before| matches!(line.tag(before), Comma | Cc | Jj))
                && at + 1 < line.tags.len()
                && matches!(line.tag(at + 1), Vbd | Vbz | Md)
            {
                line.set(at, Nn);
            }
            // "Closed its airspace to planes that September", "launched an attack that evening on Chile".
            let ends = || line.tag(at + 1) == Nn && matches!(line.tag(at + 2), In | Stop | Comma);
            if matches!(line.tag(at), Wdt | In)
                && at.checked_sub(1).is_some_and(|before| matches!(line.tag(before), Nn | Nns | Nnp | Nnps | Comma))
                && is_of(self.date_words.kinds(line.word(at)), "which")
                && (line.tag(at + 1) == Nnp || ends())
                && at + 1 < line.tags.len()
                && is_of(self.date_words.kinds(line.word(at + 1)), "time")
            {
                line.set(at, Dt);
            }
            // "Summoned the envoy late Thursday": part of no name.
            let is_apart = !begins && at.checked_sub(1).is_none_or(|before| line.tag(before) != Dt);
            if line.tag(at) == Jj
                && is_apart
                && is_of(self.date_words.kinds(line.word(at)), "part")
                && at + 1 < line.tags.len()
                && is_of(self.date_words.kinds(line.word(at + 1)), "weekday")
                && !is_of(self.date_words.kinds(line.word(at)), "which")
            {
                line.set(at, Rb);
            }
        }
    }
}

/// Tells whether somebody's title begins at a place: "Chilean Foreign Minister", "U.S. Defense Secretary".
fn is_before_title(line: &Line<'_>, start: usize) -> bool {
    let is_of_title = |at: &usize| matches!(line.tag(*at), Jj | Nn | Nnp | Nnps | Tag::Hyph);
    (start..line.tags.len()).take(LONGEST_TITLE).take_while(is_of_title).any(|at| line.is("title", at))
}

fn is_form(tag: Tag) -> bool {
    matches!(tag, Vb | Vbd | Vbz | Vbp)
}

/// How many words a title has at the most, with the state.
const LONGEST_TITLE: usize = 6;
/// A noun of so many letters that ends like a past form is none: "severed", not "speed".
const LONG: usize = 6;
/// A year has so many digits.
const YEAR: usize = 4;
/// The ending of regular past forms.
pub(super) const PAST: &str = "ed";

/// Tells whether a word has the form of a verb in -ing.
fn is_gerund(line: &Line<'_>, at: usize) -> bool {
    let Some(stem) = line.word(at).strip_suffix("ing") else { return false };
    let known = |word: &str| line.word_can_be(word, &[Vb, Vbp]);
    known(stem) || known(&format!("{stem}e")) || line.can_be(at, &[Vbg]) || !line.can_be(at, &[Nn])
}

/// Returns the word before what somebody is to do: "repeated its demand that Peru release the crew", "demanded Peru halt
/// the raids".
fn demanded(line: &Line<'_>, at: usize) -> Option<usize> {
    let start = at.checked_sub(1).filter(|&name| matches!(line.tag(name), Nnp | Nnps))?;
    let begins = (0..=start).rev().take_while(|&name| matches!(line.tag(name), Nnp | Nnps)).last().unwrap_or(start);
    let mark = begins.checked_sub(1)?;
    let asks = |word: usize| line.is("demand", word);
    let is_asked = asks(mark) || line.is("that", mark) && mark.checked_sub(1).is_some_and(asks);
    (is_asked && line.can_be(at, &[Vb]) && line.begins_noun(at + 1)).then_some(mark)
}

/// "Joined its neighbours in severing relations".
fn is_in_company(line: &Line<'_>, at: usize) -> bool {
    let Some(preposition) = at.checked_sub(1).filter(|&before| line.tag(before) == In) else { return false };
    line.is("within", preposition) && (0..preposition).rev().take(6).any(|verb| line.is("joining", verb))
}

/// "The administration relaxed some restrictions", where the clause has no other verb.
fn is_after_subject(line: &Line<'_>, at: usize) -> bool {
    let is_noun = |before: &usize| matches!(line.tag(*before), Nn | Nns);
    if line.back_over_adverbs(at).filter(is_noun).is_none() || !line.begins_with_determiner(at + 1) {
        return false;
    }
    let opens = |before: &usize| matches!(line.tag(*before), Comma | Tag::Colon | Stop) || line.is("opener", *before);
    let start = (0..at).rev().find(opens).map_or(0, |before| before + 1);
    !line.clause_has_verb(start, at)
}

/// "Peru, which withdrew its envoy, severed relations", "Peru, retaliating, responded by cutting ties", "Its president,
/// Ana Quispe, severed relations", where the main clause has no other verb.
fn is_after_relative(line: &Line<'_>, at: usize) -> bool {
    let closes = at.checked_sub(1).is_some_and(|before| line.tag(before) == Comma);
    let Some(opens) = (0..at).find(|&index| line.tag(index) == Comma) else { return false };
    // "Peru, then led by Ana Quispe, severed relations".
    let first = if line.tag(opens + 1) == Rb { opens + 2 } else { opens + 1 };
    let is_aside = line.tag(first) == Vbn && (first + 1..at).all(|index| !is_finite(line.tag(index)));
    let is_relative = opens > 0
        && first < at
        && (is_aside || matches!(line.tag(opens + 1), Wdt | Wp | Tag::WpPoss | Vbg))
        && (0..opens).all(|index| {
            let tag = line.tag(index);
            // "On May 9 Peru, which".
            let is_date = index + 1 < opens && matches!(tag, In | Cd);
            is_date || matches!(tag, Nnp | Nnps | Nn | Nns | Dt | Jj | Pos | PrpPoss | Cc)
        });
    let follows = line.begins_noun(at + 1)
        || matches!(line.tag(at + 1), Nnp | Nnps)
        || line.tag(at + 1) == In && line.tag(at + 2) == Vbg;
    let is_name = |index| matches!(line.tag(index), Nnp | Nnps | Nn | Dt | Jj | In);
    let is_apposed = opens > 0
        && opens + 1 < at
        && (opens + 1..at - 1).all(is_name)
        && !(0..line.tags.len()).any(|index| is_finite(line.tag(index)));
    let ends = |index: &usize| matches!(line.tag(*index), Comma | Stop) || line.is("opener", *index);
    let mut after = (at + 1..line.tags.len()).take_while(|index| !ends(index));
    closes && (is_relative || is_apposed) && follows && !after.any(|index| is_finite(line.tag(index)))
}

/// "Turkey relaxed some restrictions", and with a bare noun where the sentence has no other finite verb.
fn is_after_name(line: &Line<'_>, at: usize) -> bool {
    let before = line.back_over_year(at).or_else(|| line.back_over_adverbs(at));
    let Some(name) = before.filter(|before| matches!(line.tag(*before), Nnp | Nnps)) else {
        return false;
    };
    let Some(start) = line.name_start(name) else { return false };
    if line.begins_with_determiner(at + 1) {
        return !line.clause_has_verb(start, at);
    }
    // "Algeria severed relations on Tuesday, when its minister accused": the other verb is that of another clause.
    let has_finite = match (0..line.tags.len()).find(|verb| is_finite(line.tag(*verb))) {
        Some(verb) if verb > at && start == 0 => !verb::is_of_another(line, at, verb),
        found => found.is_some(),
    };
    !has_finite && line.begins_noun(at + 1) && line.tags.last() == Some(&Stop)
}

/// "Launched a lightning offensive and seized Shusha": returns the place of "offensive" for that of "seized".
fn after_object(line: &Line<'_>, at: usize) -> Option<usize> {
    let noun = at.checked_sub(2).filter(|_| line.tag(at - 1) == Cc && line.is("and", at - 1))?;
    let ends = matches!(line.tag(at + 1), Nnp | Nnps | Dt | PrpPoss | Prp);
    (line.tag(noun) == Jj && ends && line.can_be(noun, &[Nn]) && line.phrase_start(noun).is_some()).then_some(noun)
}

/// Tells whether a word says what a document does: "a bill banning imports", "an order on 7 February freezing aid".
fn is_of_document(line: &Line<'_>, at: usize) -> bool {
    let is_date = |index: &usize| matches!(line.tag(*index), In | Cd | Nnp | Comma);
    let before = (0..at).rev().take(6).find(|index| !is_date(index));
    before.is_some_and(|noun| line.tag(noun) == Nn && line.is("document", noun))
}

/// "A $35 billion deal", "a 2 million euro loan".
fn is_after_money(line: &Line<'_>, at: usize) -> bool {
    let mut start = at;
    let mut has_number = false;
    while start > 0 {
        match line.tag(start - 1) {
            Dollar => has_number = true,
            Cd => has_number |= line.is("amount", start - 1),
            Nn | Nns | Nnp | Jj => {}
            Tag::Hyph if has_number => {}
            Dt => return has_number && line.is("article", start - 1),
            PrpPoss => return has_number,
            _ => return false,
        }
        start -= 1;
    }
    false
}

/// Tells whether a word has the form of a past tense or participle of a verb.
fn is_past(line: &Line<'_>, at: usize) -> bool {
    let word = line.word(at);
    if line.can_be(at, &[Vbd, Vbn]) || line.is("past", at) {
        return true;
    }
    let Some(stem) = word.strip_suffix(PAST) else { return false };
    [stem.to_owned(), format!("{stem}e")].iter().any(|base| line.word_can_be(base, &[Vb, Vbp]))
        // What nobody has seen as an adjective is none: "severed".
        || !line.can_be(at, &[Jj])
        // British and American verbs that the lexicon lacks.
        || ["is", "iz"].iter().any(|ending| stem.ends_with(ending))
}

fn is_finite(tag: Tag) -> bool {
    matches!(tag, Vbd | Vbz | Vbp | Md)
}

/// Tells whether a word in -ed after a comma is a deed between two others: one before it, and one behind "and".
fn is_second_deed(line: &Line<'_>, at: usize) -> bool {
    let is_deed = |at: usize| line.tag(at) == Vbd;
    let may_be = |at: usize| is_deed(at) || line.tag(at) == Vbn && line.begins_noun(at + 1);
    let follows = |and: usize| line.is("and", and) && may_be(and + 1);
    line.word(at).ends_with(PAST)
        && line.begins_noun(at + 1)
        && (1..at).any(is_deed)
        && (at + 2..line.tags.len()).find(|&next| line.tag(next) == Comma || line.is("and", next)).is_some_and(follows)
}

/// A sentence whose tags are being put right.
struct Line<'a> {
    /// The kinds of each word.
    kinds: Vec<Kinds<'a>>,
    lowers: &'a [String],
    tags: Vec<Tag>,
    lexicon: &'a Lexicon<'a>,
    bare_verbs: &'a List,
}

impl Line<'_> {
    /// Returns the tag of a word, and that of a full stop past the end.
    fn tag(&self, at: usize) -> Tag {
        self.tags.get(at).copied().unwrap_or(Stop)
    }

    fn word(&self, at: usize) -> &str {
        self.lowers.get(at).map_or("", String::as_str)
    }

    /// Tells whether a word of grammar is of a kind.
    fn is(&self, kind: &str, at: usize) -> bool {
        self.kinds.get(at).is_some_and(|kinds| is_of(kinds, kind))
    }

    fn set(&mut self, at: usize, tag: Tag) {
        if let Some(slot) = self.tags.get_mut(at) {
            *slot = tag;
        }
    }

    fn word_can_be(&self, word: &str, tags: &[Tag]) -> bool {
        let set = self.lexicon.get(hash::word(word));
        tags.iter().any(|tag| set >> tag.index() & 1 == 1) || tags.contains(&Vb) && self.bare_verbs.has(word)
    }

    /// Tells whether a word was seen with one of some tags.
    fn can_be(&self, at: usize, tags: &[Tag]) -> bool {
        self.word_can_be(self.word(at), tags)
    }

    fn begins_with_determiner(&self, at: usize) -> bool {
        matches!(self.tag(at), Dt | PrpPoss)
    }

    /// Tells whether a phrase of a noun begins at a place.
    fn begins_noun(&self, at: usize) -> bool {
        matches!(self.tag(at), Dt | PrpPoss | Cd | Dollar | Nn | Nns | Nnp | Nnps)
            || self.tag(at) == Tag::Jjs
            || self.tag(at) == Jj && matches!(self.tag(at + 1), Nn | Nns | Nnp | Nnps | Jj)
    }

    /// Returns the place before a word and the adverbs right before it.
    fn back_over_adverbs(&self, at: usize) -> Option<usize> {
        let mut before = at.checked_sub(1)?;
        while matches!(self.tag(before), Rb | Tag::Rbr) {
            before = before.checked_sub(1)?;
        }
        Some(before)
    }

    /// Returns the place before "in 2016" or "in May 2016" right before a word.
    fn back_over_year(&self, at: usize) -> Option<usize> {
        let year = at.checked_sub(1).filter(|&year| self.tag(year) == Cd && self.word(year).len() == YEAR)?;
        let before = year.checked_sub(1)?;
        let link = if self.tag(before) == Nnp { before.checked_sub(1)? } else { before };
        link.checked_sub(1).filter(|_| self.tag(link) == In)
    }

    /// Returns the determiner that begins the phrase of nouns and adjectives that ends at a place.
    fn phrase_start(&self, last: usize) -> Option<usize> {
        let mut at = last;
        loop {
            match self.tag(at) {
                Dt | PrpPoss => return Some(at),
                Pos => return Some(at),
                Nn | Nns | Nnp | Nnps | Jj | Cd | Tag::Hyph => at = at.checked_sub(1)?,
                _ => return None,
            }
        }
    }

    /// Tells whether a phrase that begins at a place stands after a verb or preposition, or begins the sentence.
    fn verb_before(&self, start: usize) -> bool {
        start == 0
            || start.checked_sub(1).is_some_and(|before| {
                matches!(self.tag(before), Vb | Vbd | Vbg | Vbn | Vbp | Vbz | In | Nn | Nns | Nnp | Nnps | Tag::Rp | Cc)
            })
    }

    /// Returns where a name that ends at a place begins, where it begins a clause.
    fn name_start(&self, last: usize) -> Option<usize> {
        let mut at = last;
        while at > 0 && matches!(self.tag(at - 1), Nnp | Nnps | Dt | Cc) {
            at -= 1;
        }
        let opens = at == 0
            || matches!(self.tag(at - 1), Comma | Tag::Colon | Vbd | Vbz | Tag::OpenQuote | Tag::CloseQuote)
            || self.is("opener", at - 1);
        opens.then_some(at)
    }

    /// Tells whether a clause has a finite verb between its start and a place, or after it before the next clause.
    fn clause_has_verb(&self, start: usize, at: usize) -> bool {
        let ends = |at: &usize| {
            matches!(self.tag(*at), Comma | Tag::Colon | Stop | Cc | In | Wdt | Wp | Tag::Wrb) || *at >= self.tags.len()
        };
        let after = (at + 1..self.tags.len()).take_while(|at| !ends(at));
        (start..at).chain(after).any(|at| is_finite(self.tag(at)) || self.tag(at) == Ex)
    }
}

#[cfg(test)]
mod tests;
