//! What stands between a subject and its verb, set aside before the parser reads the rest and read by itself: "had on
//! Sunday recalled", "Peru, on 5 May, left", "Peru, which borders it, left", "Peru, retaliating at once, left".
//!
//! The parser takes such words for the end of a clause, or hangs under them what follows.
//! Invariant: ranges ascend and do not touch.

use super::retag::{Corrections, Kinds, PAST, is_of};
use super::tag::{Label, Tag};
use super::tree::{NONE, Tree};
use std::ops::Range;

/// How many tokens a date has at the most, with its commas.
const LONGEST_DATE: usize = 9;
/// How many tokens prepositions have at the most that are set aside.
const LONGEST_PHRASE: usize = 12;
/// How many words a name in brackets has at the most.
const LONGEST_NAME: usize = 2;
/// How many tokens there are at the most up to the verb of whoever says it.
const LONGEST_NAMED: usize = 14;
/// How many tokens a clause has at the most that is set aside.
const LONGEST: usize = 30;

/// What is set aside.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    /// A date.
    Date,
    /// A relative clause or a participle of the noun before it.
    OfNoun,
    /// A relative clause of an object, where the comma before it parts the verb above from the next of a list: "left the
    /// pact, which it signed in 1960, closed the port and expelled".
    OfObject,
    /// What the noun before it is, with an infinitive: "Peru, one of the few states to recognise Chile, left".
    Apposed,
    /// A participle of the verb after it.
    OfVerb,
    /// Who says it, between a subject and its verb: "Peru, the minister said on Sunday, left".
    Saying,
    /// A preposition of the verb after it, with no commas around it.
    Phrase,
    /// What the verb before it declares somebody to be, with no commas around it.
    Predicate,
    /// A short name in brackets behind a name.
    Name,
}

/// Tokens set aside.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Aside {
    /// The tokens, with the commas around them.
    pub(super) range: Range<usize>,
    /// What they are.
    pub(super) kind: Kind,
}

impl Aside {
    /// Its own words, without the commas around them.
    pub(super) fn inside(&self) -> Range<usize> {
        match self.kind {
            Kind::Phrase | Kind::Predicate => self.range.clone(),
            Kind::OfObject => self.range.start..self.range.end - 1,
            _ => self.range.start + 1..self.range.end - 1,
        }
    }
}

/// The tokens of a sentence with their tags.
struct Line<'a> {
    lowers: &'a [String],
    tags: &'a [u8],
    words: &'a Corrections,
    /// The kinds of words of dates that each token is of.
    kinds: Vec<Kinds<'a>>,
}

impl Line<'_> {
    fn tag(&self, at: usize) -> Tag {
        tag_at(self.tags, at).unwrap_or(Tag::Stop)
    }

    fn is(&self, kind: &str, at: usize) -> bool {
        self.kinds.get(at).is_some_and(|kinds| is_of(kinds, kind))
    }

    fn is_finite(&self, at: usize) -> bool {
        is_finite(self.tag(at))
    }

    /// Tells whether a participle must be the past of the sentence: nothing after it is finite but in a clause that says when or
    /// whether ("threatened to act if it left"), and it is not done by anybody.
    fn is_past(&self, at: usize) -> bool {
        let is = |at: usize, kind: &str| self.lowers.get(at).is_some_and(|lower| self.words.is(lower, kind));
        let opens = |at: &usize| is(*at, "opener") || is(*at, "condition");
        let end = (at + 1..self.tags.len()).find(opens).unwrap_or(self.tags.len());
        self.tag(at) == Tag::Vbn && self.tag(at + 1) != Tag::Comma && !(at..end).any(|at| self.is_finite(at))
    }

    /// Tells whether a name that ends at a token opens its clause: "Peru earlier this month left", "after Peru this month left".
    fn is_name_at_head(&self, last: usize) -> bool {
        let is_name = |at: &usize| matches!(self.tag(*at), Tag::Nnp | Tag::Nnps | Tag::Prp | Tag::Dt);
        let Some(first) = (0..=last).rev().take_while(is_name).last() else { return false };
        let Some(before) = first.checked_sub(1) else { return true };
        let is = |kind: &str| self.lowers.get(before).is_some_and(|lower| self.words.is(lower, kind));
        self.tag(last) != Tag::Dt && (self.tag(before) == Tag::Comma || is("opener") || is("that"))
    }

    fn is_noun(&self, at: usize) -> bool {
        self.tag(at).is_noun()
    }

    /// Returns the end of the date that begins at a token, commas within it included.
    fn date(&self, start: usize) -> Option<usize> {
        let mut at = start + usize::from(self.is("open", start) && self.tag(start) == Tag::In);
        let mut tells = false;
        while at < start + LONGEST_DATE {
            if self.tag(at) == Tag::Cd || self.is("time", at) {
                tells = true;
            } else if self.tag(at) == Tag::Comma {
                // "August 30, 2019": a comma before a year.
                if self.tag(at - 1) != Tag::Cd || self.tag(at + 1) != Tag::Cd {
                    break;
                }
            } else if !self.is("part", at) {
                break;
            }
            at += 1;
        }
        // "By five states": a number alone is no date but a year.
        let is_year = |at: usize| self.lowers.get(at).is_some_and(|lower| lower.len() == 4);
        let bare = (start..at).all(|at| !self.is("time", at)) && !(start..at).any(is_year);
        // "Had the day before recalled".
        at += usize::from(self.is("behind", at) && matches!(self.tag(at + 1), Tag::Vbn | Tag::Vbd));
        (tells && !bare && at > start).then_some(at)
    }

    /// Returns the token after the adverbs that begin at one.
    fn over_adverbs(&self, mut at: usize) -> usize {
        while self.tag(at) == Tag::Rb {
            at += 1;
        }
        at
    }

    /// Returns what is to be set aside from a token on.
    fn aside(&self, start: usize) -> Option<Aside> {
        let before = start.checked_sub(1)?;
        if let Some(length) = self.words.predicate(self.lowers.get(start..)?) {
            // "As persona non grata" is read well.
            let found = Aside { range: start..start + length, kind: Kind::Predicate };
            return Some(found).filter(|_| self.tag(before) != Tag::In);
        }
        if self.tag(start) == Tag::OpenBracket {
            return self.name_in_brackets(start, before);
        }
        if self.tag(start) == Tag::Comma {
            let saying = || self.saying_between(start, before);
            return self.date_between(start, before).or_else(saying).or_else(|| self.clause_between(start, before));
        }
        let is_helper = || self.lowers.get(before).is_some_and(|lower| self.words.is_helper(lower));
        let Some(end) = self.date(start) else { return self.phrase(start).filter(|_| is_helper()) };
        // "It fell in May, and on 5 June, 2024, Peru left".
        if self.tag(end) == Tag::Comma && self.tag(before) == Tag::Cc && self.tag(start) == Tag::In {
            return Some(Aside { range: start..end + 1, kind: Kind::Date });
        }
        let is_helper = is_helper();
        // "Having on 5 May, 2008, left": the comma after a year is a part of the date.
        let end = end + usize::from(is_helper && self.tag(end) == Tag::Comma);
        let next = self.over_adverbs(end);
        let completes =
            is_helper && (matches!(self.tag(next), Tag::Vbn | Tag::Vbg | Tag::Vb) || self.is_perfect(before, next));
        // "Peru on Sunday left", "Peru on Sunday night left", "Peru earlier this month left"; "the meeting in May failed" may be
        // either, and the parser reads it well.
        let is_whole_day = |last: usize| {
            let is_apart = self.is_name_at_head(before);
            self.is("weekday", last) || is_apart && !matches!(self.tag(last), Tag::Wdt | Tag::In | Tag::Dt)
        };
        let is_day = is_whole_day(end - 1) && (start..end).all(|at| self.tag(at) != Tag::Comma);
        // "Ghana, which two weeks earlier had left": but "in which two weeks had passed".
        let is_relative = matches!(self.tag(before), Tag::Wdt | Tag::Wp);
        let is_whole = is_relative && before.checked_sub(1).is_some_and(|first| self.tag(first) == Tag::Comma);
        let is_subject = is_relative || self.is_noun(before) || self.tag(before) == Tag::Prp;
        let is_helped = || self.lowers.get(next).is_some_and(|lower| self.words.is_helper(lower));
        let found = completes || is_day && is_subject && self.is_finite(next) || is_whole && is_helped();
        found.then_some(Aside { range: start..end, kind: Kind::Date })
    }

    /// Returns a name in brackets behind another: "the United Arab Emirates (UAE)".
    fn name_in_brackets(&self, start: usize, before: usize) -> Option<Aside> {
        let is_name = |tag: Tag| matches!(tag, Tag::Nnp | Tag::Nnps);
        let n_words = (start + 1..self.tags.len()).take_while(|&at| is_name(self.tag(at))).count();
        let closes = self.tag(start + 1 + n_words) == Tag::CloseBracket;
        // Elsewhere the parser reads it well, and "the Democratic Party (MDC) leader" is one name with what follows.
        let next = start + n_words + 2;
        let goes_on = self.tag(next) == Tag::Cc || self.is_finite(self.over_adverbs(next));
        let found = is_name(self.tag(before)) && closes && goes_on && (1..=LONGEST_NAME).contains(&n_words);
        found.then_some(Aside { range: start..start + n_words + 2, kind: Kind::Name })
    }

    fn is_perfect(&self, helper: usize, verb: usize) -> bool {
        is_perfect(self.lowers, self.tags, self.words, helper, verb)
    }

    /// Returns the end of a date at the head of a sentence that no comma parts from the subject: "On May 9 China left".
    fn date_at_head(&self) -> Option<usize> {
        let mut end = if self.tag(0) == Tag::In { self.date(0)? } else { return None };
        // "On Thursday the leaders": the article belongs to what follows.
        end -= usize::from(end > 1 && self.tag(end - 1) == Tag::Dt);
        // "On 3 June China left", "on May 9 China left"; "in May China left" is read well.
        let numbered = (1..end).any(|at| self.tag(at) == Tag::Cd);
        // "On Thursday the leaders of Peru and Chile met".
        let is_day = self.is("weekday", end - 1) && self.tag(end) == Tag::Dt;
        (is_day || numbered && matches!(self.tag(end), Tag::Nnp | Tag::Prp | Tag::Dt)).then_some(end)
    }

    /// Returns the prepositions between a helper and what it helps: "had in a joint statement on Friday appealed".
    fn phrase(&self, start: usize) -> Option<Aside> {
        if self.tag(start) != Tag::In {
            return None;
        }
        let mut at = start;
        while at < start + LONGEST_PHRASE {
            // A noun or verb after a noun ends it: "had in Chile a partner".
            let begins = matches!(self.tag(at), Tag::Dt | Tag::PrpPoss) && self.is_noun(at - 1);
            let inside =
                matches!(self.tag(at), Tag::In | Tag::Dt | Tag::PrpPoss | Tag::Jj | Tag::Cd | Tag::Pos | Tag::Cc);
            if begins || !inside && !self.is_noun(at) {
                break;
            }
            at += 1;
        }
        // "Has for now recalled".
        if at == start + 1 && self.tag(at) == Tag::Rb {
            at += 1;
        }
        let opens = (self.is_noun(at - 1) || self.tag(at - 1) == Tag::Rb) && at > start + 1;
        let completes = self.tag(at) == Tag::Vbn || self.is_perfect(start - 1, at);
        (opens && completes).then_some(Aside { range: start..at, kind: Kind::Phrase })
    }

    fn date_between(&self, start: usize, before: usize) -> Option<Aside> {
        let end = self.date(start + 1).filter(|&end| self.tag(end) == Tag::Comma)? + 1;
        let opens = matches!(self.tag(before), Tag::Wrb | Tag::Cc | Tag::In);
        let begins = self.tag(start + 1) == Tag::In;
        let is_subject = self.is_noun(before) || matches!(self.tag(before), Tag::Prp | Tag::Wdt | Tag::Wp);
        let follows = self.is_finite(self.over_adverbs(end));
        let found = begins && (opens || is_subject && follows);
        found.then_some(Aside { range: start..end, kind: Kind::Date })
    }

    /// Returns who says it, between commas, after a noun or the word of a relative clause and before its verb: "Peru, he said,
    /// had left", "blamed Peru, which, he said, had left".
    fn saying_between(&self, start: usize, before: usize) -> Option<Aside> {
        if !self.is_noun(before) && !matches!(self.tag(before), Tag::Prp | Tag::Wdt | Tag::Wp) {
            return None;
        }
        let is_name = |at: usize| {
            let is_part = matches!(self.tag(at), Tag::Dt | Tag::PrpPoss | Tag::Jj | Tag::Pos | Tag::Hyph | Tag::In);
            is_part || self.is_noun(at) || self.tag(at) == Tag::Prp
        };
        let says = (start + 1..(start + LONGEST_NAMED).min(self.tags.len())).find(|&at| !is_name(at))?;
        let is_saying = |at: usize| self.lowers.get(at).is_some_and(|lower| self.words.sayings.has(lower));
        let opens = is_finite(self.tag(says)) && is_saying(says) && says > start + 1 && self.tag(start + 1) != Tag::In;
        let end = (says + 1..self.tags.len()).find(|&at| self.tag(at) == Tag::Comma || self.tag(at).is_verb())?;
        let next = self.over_adverbs(end + 1);
        let goes_on = self.is_finite(next) || self.is_past(next);
        let found = opens && self.tag(end) == Tag::Comma && goes_on;
        found.then_some(Aside { range: start..end + 1, kind: Kind::Saying })
    }

    /// Returns a clause between commas, after a noun and before a finite verb.
    fn clause_between(&self, start: usize, before: usize) -> Option<Aside> {
        if !self.is_noun(before) {
            return None;
        }
        let relative = |at: usize| matches!(self.tag(at), Tag::Wdt | Tag::Wp | Tag::WpPoss);
        let kind = match self.tag(start + 1) {
            Tag::Wdt | Tag::Wp | Tag::WpPoss => Kind::OfNoun,
            // "Under which", "both of which".
            Tag::In if relative(start + 2) => Kind::OfNoun,
            Tag::Dt | Tag::Cd | Tag::Nn | Tag::Jj if self.tag(start + 2) == Tag::In && relative(start + 3) => {
                Kind::OfNoun
            }
            Tag::Vbn => Kind::OfNoun,
            Tag::Vbg => Kind::OfVerb,
            // "Peru, despite having left, sent aid".
            Tag::In if self.tag(start + 2) == Tag::Vbg => Kind::OfVerb,
            Tag::Cd | Tag::Dt if self.tells_with_infinitive(start) => Kind::Apposed,
            _ => return None,
        };
        let goes_on = |at: usize| {
            let next = self.over_adverbs(at);
            self.is_finite(next) || matches!(kind, Kind::OfNoun | Kind::Apposed) && self.is_past(next)
        };
        // "Whose government, it complained, was breaking it": who says it is set aside by itself.
        let is_of_saying = |at: usize| {
            let mut commas = (start + 1..=at).filter(|&comma| self.tag(comma) == Tag::Comma);
            commas.any(|comma| self.saying_between(comma, comma - 1).is_some_and(|said| at < said.range.end))
        };
        let end = (start + 2..(start + LONGEST).min(self.tags.len()))
            .find(|&at| self.tag(at) == Tag::Comma && goes_on(at + 1) && !is_of_saying(at))?;
        let has_finite = (start + 1..end).any(|at| self.is_finite(at))
            || misread(self.tags, start + 1..end, self.lowers, self.words).is_some();
        let is_relative = kind == Kind::OfNoun && self.tag(start + 1) != Tag::Vbn;
        // "Which had closed the port, seized a ship and left" may go on below; "said the minister, who" is mostly a subject.
        let is_of_object = self.tag(start + 1) == Tag::Wdt && !self.is_finite(self.over_adverbs(start + 2));
        if is_relative && has_finite && is_of_object && self.goes_on_above(before, end + 1) {
            return Some(Aside { range: start + 1..end + 1, kind: Kind::OfObject });
        }
        (has_finite == is_relative).then_some(Aside { range: start..end + 1, kind })
    }

    /// Tells whether an infinitive says of a name before a comma what it is: "Peru, the first state of the bloc to leave,".
    fn tells_with_infinitive(&self, start: usize) -> bool {
        let is_part =
            |tag: Tag| matches!(tag, Tag::Cd | Tag::Dt | Tag::Jj | Tag::Jjs | Tag::In | Tag::Hyph) || tag.is_noun();
        let end = (start + 1..(start + LONGEST).min(self.tags.len())).find(|&at| !is_part(self.tag(at)));
        let is_name = start.checked_sub(1).is_some_and(|name| matches!(self.tag(name), Tag::Nnp | Tag::Nnps));
        is_name && end.is_some_and(|to| self.tag(to) == Tag::To && self.tag(to + 1) == Tag::Vb && self.is_noun(to - 1))
    }

    /// Tells whether the past form after a relative clause of a noun goes on with what the verb before the noun tells, as
    /// the second of three or more: "left the pact, which ..., closed the port and expelled".
    fn goes_on_above(&self, noun: usize, next: usize) -> bool {
        let begins = |at: usize| matches!(self.tag(at), Tag::Dt | Tag::PrpPoss | Tag::Jj | Tag::Cd | Tag::Pos);
        let start = (0..noun).rev().find(|&at| !begins(at) && !self.is_noun(at));
        let is_past = |at: usize| self.tag(at) == Tag::Vbd;
        let last = (next + 1..self.tags.len()).find(|&at| self.tag(at) == Tag::Cc && is_past(at + 1));
        let is_one_clause = |last: usize| !(next + 1..last).any(|at| self.is_finite(at));
        start.is_some_and(is_past) && is_past(next) && last.is_some_and(is_one_clause)
    }
}

fn is_finite(tag: Tag) -> bool {
    matches!(tag, Tag::Vbd | Tag::Vbz | Tag::Vbp | Tag::Md)
}

fn tag_at(tags: &[u8], at: usize) -> Option<Tag> {
    tags.get(at).and_then(|&tag| Tag::at(tag))
}

/// Returns the participle that must be the verb of a relative clause, as nothing in it is finite: "which the two countries signed".
fn misread(tags: &[u8], clause: Range<usize>, lowers: &[String], words: &Corrections) -> Option<usize> {
    let tag = |at: usize| tag_at(tags, at);
    let opens = matches!(tag(clause.start), Some(Tag::Wdt | Tag::Wp));
    if !opens || clause.clone().any(|at| tag(at).is_some_and(is_finite)) {
        return None;
    }
    // "Which last week suspended imports".
    let is = |at: usize, kind: &str| lowers.get(at).is_some_and(|lower| is_of(words.of_dates(lower), kind));
    let verb = clause.start + 3;
    let is_timed = is(clause.start + 1, "which") && is(clause.start + 2, "time") && verb + 1 < clause.end;
    let is_past = || lowers.get(verb).is_some_and(|lower| lower.ends_with(PAST));
    if is_timed && matches!(tag(verb), Some(Tag::Jj | Tag::Vbn)) && is_past() {
        return Some(verb);
    }
    (clause.start + 2..clause.end).find(|&at| tag(at) == Some(Tag::Vbn) && tag(at - 1).is_some_and(Tag::is_noun))
}

/// Makes the verb of a relative clause finite where the tagger took it for a participle.
pub(super) fn right(tags: &mut [u8], aside: &Aside, lowers: &[String], words: &Corrections) {
    let is_clause = matches!(aside.kind, Kind::OfNoun | Kind::OfObject);
    let verb = if is_clause { misread(tags, aside.inside(), lowers, words) } else { None };
    if let Some(tag) = verb.and_then(|at| tags.get_mut(at)) {
        *tag = Tag::Vbd.index();
    }
}

/// Returns what is to be set aside in a sentence.
pub(super) fn find(lowers: &[String], tags: &[u8], words: &Corrections) -> Vec<Aside> {
    let kinds = lowers.iter().map(|lower| words.of_dates(lower)).collect();
    let line = Line { lowers, tags, words, kinds };
    let mut found = Vec::new();
    let mut at = 1;
    if let Some(end) = line.date_at_head() {
        found.push(Aside { range: 0..end, kind: Kind::Date });
        at = end + 1;
    }
    while at < tags.len() {
        match line.aside(at) {
            Some(aside) => {
                at = aside.range.end + 1;
                found.push(aside);
            }
            None => at += 1,
        }
    }
    found
}

/// Tells whether a helper makes a perfect of a verb that the tagger takes for a past form: "had on Sunday recalled".
fn is_perfect(lowers: &[String], tags: &[u8], words: &Corrections, helper: usize, verb: usize) -> bool {
    tag_at(tags, verb) == Some(Tag::Vbd) && lowers.get(helper).is_some_and(|lower| words.is(lower, "have"))
}

/// Makes the verb after a date that a helper stands before a participle: "had on Sunday recalled".
pub(super) fn complete(tags: &mut [u8], range: &Range<usize>, lowers: &[String], words: &Corrections) {
    let Some(before) = range.start.checked_sub(1) else { return };
    if let Some(verb) = (range.end..tags.len()).find(|&at| tag_at(tags, at) != Some(Tag::Rb))
        && is_perfect(lowers, tags, words, before, verb)
    {
        tags[verb] = Tag::Vbn.index();
    }
}

/// Makes a participle after a clause that was set aside the verb of the sentence, where nothing else before it can be.
pub(super) fn make_finite(tags: &mut [u8], from: usize) {
    let verb = (from..tags.len()).find(|&at| tag_at(tags, at) != Some(Tag::Rb));
    if let Some(tag) = verb.and_then(|at| tags.get_mut(at)).filter(|tag| Tag::at(**tag) == Some(Tag::Vbn)) {
        *tag = Tag::Vbd.index();
    }
}

/// Returns the verb that what was set aside stands before: the next one, or the one that it helps.
fn verb_after(tree: &Tree, range: &Range<usize>, tags: &[u8]) -> Option<usize> {
    let is_verb = |at: &usize| tag_at(tags, *at).is_some_and(|tag| tag.is_verb() || tag == Tag::Md);
    let verb = (range.end..tags.len()).find(is_verb)?;
    let label = tree.labels.get(verb).and_then(|&label| Label::at(label));
    match tree.heads.get(verb) {
        Some(&head) if head != NONE && matches!(label, Some(Label::Aux | Label::AuxPass)) => Some(usize::from(head)),
        _ => Some(verb),
    }
}

/// Hangs what was set aside where it belongs; `read` is the tree of its own words, without the commas around them.
pub(super) fn hang(tree: &mut Tree, aside: &Aside, read: Option<Tree>, tags: &[u8]) {
    if aside.kind == Kind::Predicate {
        hang_predicate(tree, &aside.range, tags);
        return;
    }
    if aside.kind == Kind::Name {
        let Range { start, end } = aside.inside();
        let last = end - 1;
        set(tree, last, aside.range.start - 1, Label::Appos);
        (start..last).for_each(|at| set(tree, at, last, Label::Compound));
        return;
    }
    let at_head = |tree: &Tree| tree.labels.iter().position(|&label| label == Label::Root.index());
    let verb = if aside.range.start == 0 { at_head(tree) } else { verb_after(tree, &aside.range, tags) };
    let Some(verb) = verb else { return };
    match read {
        Some(read) => hang_clause(tree, aside, &read, verb, tags),
        None => hang_date(tree, &aside.range, verb, tags),
    }
}

fn set(tree: &mut Tree, at: usize, head: usize, label: Label) {
    if let (Some(slot), Some(kept), Ok(head)) = (tree.heads.get_mut(at), tree.labels.get_mut(at), head.try_into()) {
        (*slot, *kept) = (head, label.index());
    }
}

fn hang_clause(tree: &mut Tree, aside: &Aside, read: &Tree, verb: usize, tags: &[u8]) {
    let first = aside.inside().start;
    let is_participle = tag_at(tags, first) == Some(Tag::Vbn);
    for (at, (&head, &label)) in read.heads.iter().zip(&read.labels).enumerate() {
        match Label::at(label) {
            Some(Label::Root) if aside.kind == Kind::Phrase => set(tree, first + at, verb, Label::Prep),
            Some(Label::Root) if aside.kind == Kind::OfVerb => {
                let is_preposition = tag_at(tags, first + at) == Some(Tag::In);
                set(tree, first + at, verb, if is_preposition { Label::Prep } else { Label::Advcl });
            }
            Some(Label::Root) if aside.kind == Kind::Saying => set(tree, first + at, verb, Label::Parataxis),
            Some(Label::Root) if is_participle => set(tree, first + at, aside.range.start - 1, Label::Acl),
            Some(Label::Root) if aside.kind == Kind::Apposed => {
                set(tree, first + at, aside.range.start - 1, Label::Appos);
            }
            // The comma before it was not set aside.
            Some(Label::Root) if aside.kind == Kind::OfObject => set(tree, first + at, first - 2, Label::Relcl),
            Some(Label::Root) => set(tree, first + at, aside.range.start - 1, Label::Relcl),
            Some(label) => set(tree, first + at, first + usize::from(head), label),
            None => {}
        }
    }
}

/// Hangs the last word under the nearest verb before, the others under it.
fn hang_predicate(tree: &mut Tree, range: &Range<usize>, tags: &[u8]) {
    let is_verb = |at: &usize| tag_at(tags, *at).is_some_and(Tag::is_verb);
    let (Some(verb), last) = ((0..range.start).rev().find(is_verb), range.end - 1) else { return };
    set(tree, last, verb, Label::Oprd);
    for at in range.start..last {
        set(tree, at, last, Label::Amod);
    }
}

fn hang_date(tree: &mut Tree, range: &Range<usize>, verb: usize, tags: &[u8]) {
    let tag = |at: usize| tag_at(tags, at);
    let words: Vec<usize> = range.clone().filter(|&at| tag(at) != Some(Tag::Comma)).collect();
    let Some((&first, rest)) = words.split_first() else { return };
    let is_preposition = tag(first) == Some(Tag::In);
    // A month heads its day and year, a noun what stands before it.
    let is_noun = |at: &&usize| matches!(tag(**at), Some(Tag::Nnp | Tag::Nn | Tag::Nns));
    let inside = if is_preposition { rest } else { words.as_slice() };
    let Some(&head) = inside.iter().rev().find(is_noun).or_else(|| inside.last()) else { return };
    if is_preposition {
        set(tree, first, verb, Label::Prep);
        set(tree, head, first, Label::Pobj);
    } else {
        set(tree, head, verb, Label::Npadvmod);
    }
    for &at in inside.iter().filter(|&&at| at != head) {
        let label = match tag(at) {
            Some(Tag::Cd) => Label::Nummod,
            Some(Tag::Dt) => Label::Det,
            Some(Tag::Nn | Tag::Nns | Tag::Nnp) => Label::Compound,
            _ => Label::Amod,
        };
        set(tree, at, head, label);
    }
}
