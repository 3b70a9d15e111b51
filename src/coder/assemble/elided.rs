//! The same act on another day, told without its verb: toward another side ("recalled its envoys from Peru on May 2, and from
//! Chile on June 5") or toward the same ("clashed in May 2008 and again in April 2009").

use super::{Draft, Scene};
use crate::coder::clause;
use crate::coder::frame::Hit;
use crate::coder::mention::{Form, Mention};
use crate::coder::when::{Relation, Time};
use crate::english::tag::{Label, Tag};
use crate::english::{Sentence, Token};
use crate::model::category::Mode;
use crate::model::day::{Day, Interval};
use crate::model::event::{Evidence, Participant};
use crate::model::span::Span;
use crate::ontology::Ontology;
use crate::ontology::lexicon::time::Sense;

/// What a further time may last: "in 2006 and 2009", not "in the 1970s and 1980s".
const LONGEST: i64 = 366;

/// A day that a sentence names after an act and its day, with the side that it is of, if another.
#[derive(Copy, Clone, Debug)]
pub(super) struct Further<'a> {
    pub(super) mention: Option<&'a Mention>,
    first: &'a Time,
    time: &'a Time,
    /// The year of the first day, where only that one names it.
    year: Option<i32>,
}

impl Further<'_> {
    /// Returns its days, for what is told as past.
    fn past(&self) -> Option<Interval> {
        let past = self.time.past?;
        let Some(year) = self.year else { return Some(past) };
        let moved = |day: Day| Day::new(year, day.month(), day.day());
        let (first, last) = (moved(past.earliest?)?, moved(past.latest?)?);
        let month = Interval::month(first.year(), first.month())
            .filter(|month| (month.earliest, month.latest) == (Some(first), Some(last)));
        month.or_else(|| Interval::range(first, last).ok())
    }
}

/// Returns the further sides toward whom a verb's act was done, each on its own day.
pub(super) fn further<'a>(
    sentence: &Sentence,
    hit: &Hit,
    times: &'a [Time],
    mentions: &'a [Mention],
    ontology: &Ontology,
) -> Vec<Further<'a>> {
    let dated = |time: &&Time| matches!(time.relation, Relation::At | Relation::From);
    let pairs = times.iter().zip(times.iter().skip(1));
    let pairs = pairs.filter(|(one, next)| one.tokens.start > hit.trigger && dated(one) && dated(next));
    let mut found: Vec<Further<'a>> = Vec::new();
    for (one, next) in pairs {
        // "In March 2019, with Peru in April and with Chile in May".
        let before = found.last().filter(|last| std::ptr::eq(last.time, one));
        let year = before.and_then(|last| last.year);
        // "In 1965, 1971 and 1999".
        let first = before.filter(|last| last.mention.is_none()).map_or(one, |last| last.first);
        let gap = Gap { sentence, hit, first, one, next, year, ontology };
        found.extend(gap.again().or_else(|| gap.side(mentions)));
    }
    found
}

/// What lies between two days after a verb.
struct Gap<'a, 'b> {
    sentence: &'b Sentence,
    hit: &'b Hit,
    /// The one that the act is told of, where these go on with a row of days.
    first: &'a Time,
    one: &'a Time,
    next: &'a Time,
    /// The year of a day before these, where neither names one.
    year: Option<i32>,
    ontology: &'b Ontology,
}

impl<'a> Gap<'a, '_> {
    /// Returns the further day where nothing but a conjunction and an adverb stands between the two, and no clause of its own
    /// behind it: "recalled its envoy the next day, and on Friday closed the port".
    fn again(&self) -> Option<Further<'a>> {
        let verb = |time: &Time| {
            let mut above = self.sentence.ancestors(time.head);
            above.find(|&above| self.sentence.token(above).is_some_and(clause::is_verb))
        };
        let goes_on = |word: &Token| !matches!(word.tag, Tag::Stop | Tag::Comma | Tag::Colon | Tag::In | Tag::Cc);
        let is_short = |time: &Time| {
            let ends = time.past.and_then(|past| past.earliest.zip(past.latest));
            ends.is_some_and(|(first, last)| last.days_since(first) <= LONGEST)
        };
        if verb(self.one) != verb(self.next)
            || self.sentence.token(self.next.tokens.end).is_some_and(goes_on)
            || ![self.one, self.next].into_iter().all(is_short)
        {
            return None;
        }
        let between = self.sentence.tokens.get(self.one.tokens.end..self.next.tokens.start)?;
        let only_joins = between.iter().all(|word| matches!(word.tag, Tag::Cc | Tag::Comma | Tag::Rb));
        let joins = only_joins && (self.is_listed() || between.iter().any(|word| word.tag == Tag::Cc));
        let (year, time) = (self.year_of_first(), self.next);
        joins.then_some(Further { mention: None, first: self.first, time, year })
    }

    /// Tells whether two years stand in a row behind a comma, of which a conjunction joins the last.
    fn is_listed(&self) -> bool {
        let is_year = |time: &Time| {
            let first = time.past.and_then(|past| past.earliest);
            first.is_some_and(|first| time.past == Interval::year(first.year()))
        };
        let rest = self.sentence.tokens.get(self.next.tokens.end..).unwrap_or_default();
        let mut row = rest.iter().take_while(|word| matches!(word.tag, Tag::Comma | Tag::Cd | Tag::Cc));
        is_year(self.one) && is_year(self.next) && row.any(|word| word.tag == Tag::Cc)
    }

    /// Returns the year of the first day, where the next names none.
    fn year_of_first(&self) -> Option<i32> {
        let names_year = |time: &Time| time.past.is_some() && time.past == time.ahead;
        let year = self.one.past.and_then(|past| past.earliest).map(Day::year);
        year.filter(|_| names_year(self.one)).or(self.year).filter(|_| !names_year(self.next))
    }

    /// Returns the side that a conjunction and the preposition of the one before name, or that is acted on as that one is.
    fn side(&self, mentions: &'a [Mention]) -> Option<Further<'a>> {
        let token = |index: usize| self.sentence.token(index);
        let is = |index: usize, sense: Sense| {
            token(index).is_some_and(|token| self.ontology.lexicon().time.senses(&token.lower).contains(&sense))
        };
        let end = self.one.tokens.end;
        let after_comma = if is(end, Sense::Comma) { end + 1 } else { end };
        let start = if is(after_comma, Sense::And) { after_comma + 1 } else { after_comma };
        let ends = |mention: &&Mention| mention.tokens.end == self.next.tokens.start && mention.form != Form::Place;
        let mention = mentions.iter().filter(|mention| mention.tokens.start >= start).find(ends)?;
        let first = mentions.iter().find(|first| {
            first.tokens.end == self.one.tokens.start && self.takes(first) && is_named(self.sentence, first)
        })?;
        let is_part = token(start).is_some_and(|word| matches!(word.tag, Tag::In | Tag::To));
        let has_verb = self.sentence.tokens.get(start..mention.tokens.end)?.iter().any(|token| token.tag.is_verb());
        if start == end || has_verb {
            return None;
        }
        let below = |mention: &Mention| {
            let head = token(mention.head)?;
            let above = token(head.head?)?;
            (head.label == Label::Pobj).then_some(above)
        };
        let is_same = if is_part {
            // "From Peru on Monday and from Chile on Tuesday".
            let word = token(start)?;
            below(first).is_some_and(|preposition| preposition.lower == word.lower)
                && mention.tokens.start.saturating_sub(start) <= 3
        } else {
            // "Visited Peru on Monday and Chile on Tuesday".
            self.hit.arguments.object.contains(&first.head) && mention.tokens.start.saturating_sub(start) <= 1
        };
        let (year, mention) = (self.year_of_first(), Some(mention));
        is_same.then_some(Further { mention, first: self.one, time: self.next, year })
    }

    /// Tells whether somebody takes part in the act.
    fn takes(&self, mention: &Mention) -> bool {
        let arguments = &self.hit.arguments;
        let is_head = |noun: usize| noun == mention.head && noun > self.hit.trigger;
        arguments.object.iter().any(|&noun| is_head(noun)) || arguments.preps.iter().any(|&(_, noun)| is_head(noun))
    }
}

/// Tells whether a mention is more than a pronoun, which would leave open whether the next name acts.
fn is_named(sentence: &Sentence, mention: &Mention) -> bool {
    sentence.token(mention.head).is_some_and(|token| token.tag != Tag::Prp)
}

impl Scene<'_> {
    /// Tells an act again toward another side on its day.
    pub(super) fn told_again(&self, draft: &Draft, further: &Further<'_>) -> Option<Draft> {
        let published = self.desk.article.published;
        let occurred: Interval = match draft.event.mode {
            Mode::Planned => further.time.ahead?,
            _ => further.past().filter(|past| past.latest.is_some_and(|last| last <= published))?,
        };
        let mut draft = draft.clone();
        let Some(mention) = further.mention else {
            // "Reached a truce in May 2008 and in April 2009": of the day on which the act was.
            let is_its_own = draft.event.mode == Mode::Actual && Some(draft.event.occurred) == further.first.past;
            draft.event.occurred = occurred;
            // Words of its own, by which the two are told apart: as far as the further day.
            let start = draft.event.evidence.span.start();
            let end = self.passage.absolute(further.time.span).end();
            let quote = draft.event.evidence.quote.get(..usize::try_from(end.checked_sub(start)?).ok()?)?;
            draft.event.evidence =
                Evidence { span: Span::new(start, end), quote: quote.to_owned(), ..draft.event.evidence };
            draft.event.id = draft.event.identify();
            draft.why.push("told again of a further day".to_owned());
            return is_its_own.then_some(draft);
        };
        let place = |party: &Participant| {
            let mention = party.mention.map(|mention| self.passage.absolute(mention));
            Participant { mention, ..party.clone() }
        };
        draft.event.recipients = mention.parties.iter().map(place).collect();
        draft.event.occurred = occurred;
        draft.event.id = draft.event.identify();
        draft.why.push(format!("told again of {} without its verb", super::kinds::names(mention)));
        Some(draft)
    }
}
