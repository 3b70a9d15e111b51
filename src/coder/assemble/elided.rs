//! The same act toward another side on another day, told without its verb: "recalled its envoys from Peru on May 2, and
//! from Chile on June 5".

use super::{Draft, Scene};
use crate::coder::frame::Hit;
use crate::coder::mention::{Form, Mention};
use crate::coder::when::{Relation, Time};
use crate::english::Sentence;
use crate::english::tag::{Label, Tag};
use crate::model::category::Mode;
use crate::model::day::{Day, Interval};
use crate::model::event::Participant;
use crate::ontology::Ontology;
use crate::ontology::lexicon::time::Sense;

/// A side that a sentence names after an act and its day, with a day of its own.
#[derive(Copy, Clone, Debug)]
pub(super) struct Further<'a> {
    pub(super) mention: &'a Mention,
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
        let year = found.last().filter(|last| std::ptr::eq(last.time, one)).and_then(|last| last.year);
        found.extend(Gap { sentence, hit, one, next, year, ontology }.side(mentions));
    }
    found
}

/// What lies between two days after a verb.
struct Gap<'a, 'b> {
    sentence: &'b Sentence,
    hit: &'b Hit,
    one: &'a Time,
    next: &'a Time,
    /// The year of a day before these, where neither names one.
    year: Option<i32>,
    ontology: &'b Ontology,
}

impl<'a> Gap<'a, '_> {
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
        let names_year = |time: &Time| time.past.is_some() && time.past == time.ahead;
        let year = self.one.past.and_then(|past| past.earliest).map(Day::year);
        let year = year.filter(|_| names_year(self.one)).or(self.year).filter(|_| !names_year(self.next));
        is_same.then_some(Further { mention, time: self.next, year })
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
        let place = |party: &Participant| {
            let mention = party.mention.map(|mention| self.passage.absolute(mention));
            Participant { mention, ..party.clone() }
        };
        draft.event.recipients = further.mention.parties.iter().map(place).collect();
        draft.event.occurred = occurred;
        draft.event.id = draft.event.identify();
        draft.why.push(format!("told again of {} without its verb", super::parts::names(further.mention)));
        Some(draft)
    }
}
