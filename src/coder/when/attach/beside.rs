//! Dates that words beside the act give: "a day after Peru suspended the accord", "a step that takes effect
//! on July 21".

use super::super::expression::Length;
use super::super::resolve::{away, capped};
use super::super::{Relation, Time};
use super::{Base, Finder, Found, Kind, OLD, is_attribute, path, steps_up};
use crate::coder::clause;
use crate::coder::mode::Tense;
use crate::english::Token;
use crate::english::tag::{Label, Tag};
use crate::model::category::Mode;
use crate::model::day::Interval;
use crate::ontology::lexicon::mode::{Class, Part, Particle};
use crate::ontology::lexicon::time::{ClauseTime, Sense, Unit};

/// How many steps up the tree are taken at the most.
const MAX_STEPS: usize = 6;
/// Within so many days before publication a date may be that of the act, whatever it stands beside.
const RECENT: i64 = 7;
/// The days of a month.
const MONTH: i64 = 31;

/// Tells whether a date is told finely enough to count days and weeks from: "signed in 2018, a day after" counts from no
/// year.
pub(super) fn is_as_fine(time: &Time, unit: Unit) -> bool {
    time.past.is_none_or(|past| is_fine(&past, unit))
}

/// Tells whether days and weeks can be counted from some days.
fn is_fine(days: &Interval, unit: Unit) -> bool {
    let days = days.latest.zip(days.earliest).map(|(last, first)| last.days_since(first));
    !matches!(unit, Unit::Day | Unit::Week) || days.is_none_or(|days| days <= MONTH)
}

impl Finder<'_> {
    /// Tells whether the clause of the act is joined to a verb before it.
    pub(super) fn is_joined_to(&self, verb: usize) -> bool {
        let mut up = std::iter::once(self.trigger).chain(self.sentence.ancestors(self.trigger));
        up.any(|at| self.sentence.token(at).is_some_and(|token| token.label == Label::Conj && token.head == Some(verb)))
    }

    /// Tells whether a relative clause says of the noun above it that it took place.
    pub(super) fn begins_noun(&self, clause: usize) -> bool {
        let is_noun = self.sentence.token(self.trigger).is_some_and(clause::is_noun);
        let subject = self.sentence.child(clause, Label::Nsubj).and_then(|subject| self.sentence.token(subject));
        let is_it = subject.is_some_and(|subject| matches!(subject.tag, Tag::Wdt | Tag::Wp));
        is_noun && is_it && self.sentence.child(clause, Label::Dobj).is_none()
    }

    /// Returns the word whose dates are those of a verb of saying too: "expelled the envoy on Thursday and said", "the thaw began
    /// on Monday, when Peru said".
    pub(super) fn told_with(&self, verb: usize) -> Option<usize> {
        let head = self.sentence.token(verb)?.head?;
        // What was done years ago was not said then.
        let is_old = |time: &Time| time.is_older(self.told.published, OLD);
        let is_with = match self.sentence.token(verb)?.label {
            Label::Conj => self.is_past(verb) && self.is_past(head) && !self.times.iter().any(is_old),
            Label::Relcl => self.is_of_time(verb, head),
            Label::Advcl => self.is_at_once(verb),
            _ => false,
        };
        is_with.then_some(head)
    }

    /// Tells whether a relative clause is one of time and stands under a date, or under what stands for one: "on April 2, the
    /// day on which Peru left", "dates from April 2, when Peru left". What was sent on a day tells of that day: "sent a letter on
    /// Monday in which it apologized".
    pub(super) fn is_of_time(&self, clause: usize, noun: usize) -> bool {
        let dates = |time: &Time| {
            !matches!(time.relation, Relation::For | Relation::Within | Relation::Apart | Relation::Earlier)
        };
        let apposed =
            self.sentence.token(noun).filter(|token| token.label == Label::Appos).and_then(|token| token.head);
        let stands =
            |time: &Time| time.tokens.contains(&noun) || apposed.is_some_and(|above| time.tokens.contains(&above));
        let is_then = self.is_at_once(clause) || self.is_under_preposition(clause);
        is_then && self.times.iter().any(|time| dates(time) && stands(time)) || self.is_of_document(clause, noun)
    }

    /// Tells whether a relative clause says what stands in something that speaks: "sent a letter on Monday in which it accused
    /// Peru". It was said when that was sent.
    pub(super) fn is_of_document(&self, clause: usize, noun: usize) -> bool {
        let is_relative = self.sentence.token(clause).is_some_and(|token| token.label == Label::Relcl);
        let speaks = self.sentence.token(noun).is_some_and(|noun| self.told.lexicon.speech.noun(&noun.lemma).is_some());
        is_relative && speaks && self.is_under_preposition(clause)
    }

    /// Tells whether a relative clause begins with a preposition: "on which Peru left".
    fn is_under_preposition(&self, clause: usize) -> bool {
        let begins = self.sentence.children(clause).find(|&(at, below)| at < clause && below.label == Label::Prep);
        begins
            .and_then(|(at, _)| self.sentence.child(at, Label::Pobj))
            .is_some_and(|relative| self.sentence.token(relative).is_some_and(|relative| relative.tag == Tag::Wdt))
    }

    /// Returns what opens a sentence and tells on what occasion whoever acts says or does it: "speaking in Lima on Monday, Ana
    /// Quispe accused Peru", "in a letter sent on Monday, Peru asked".
    pub(super) fn openings(&self, bases: &[Base]) -> Vec<Base> {
        let opens = |base: &Base| {
            let (head, cost, kind) = (base.token, base.cost + 5, base.kind);
            let below = self.sentence.children(head).filter(move |(at, below)| {
                *at < head && below.label == Label::Advcl && below.tag == Tag::Vbg && self.opens(&below.lemma)
            });
            let verbs = below.map(|(token, _)| token).chain(self.document_before(head));
            verbs.map(move |token| Base { token, cost, kind }).collect::<Vec<_>>()
        };
        bases.iter().filter(|base| matches!(base.kind, Kind::Same | Kind::Said)).flat_map(opens).collect()
    }

    /// Returns the participle that tells when a document was issued in which somebody says something, where the document
    /// opens the clause: "issued" in "in a decree issued on 2 May, Peru banned".
    fn document_before(&self, verb: usize) -> Option<usize> {
        let token = |index: usize| self.sentence.token(index);
        let mut before = self.sentence.children(verb).filter(|(at, below)| *at < verb && below.label == Label::Prep);
        before.find_map(|(preposition, _)| {
            let noun = self.sentence.child(preposition, Label::Pobj)?;
            self.told.lexicon.speech.noun(&token(noun)?.lemma)?;
            self.sentence
                .child(noun, Label::Acl)
                .filter(|&issued| token(issued).is_some_and(|verb| verb.tag == Tag::Vbn))
        })
    }

    fn opens(&self, verb: &str) -> bool {
        self.told.lexicon.time.senses(verb).contains(&Sense::Opening)
    }

    /// Tells whether a relative clause says what an agreement does, where that is what somebody does something to: "signed a
    /// declaration that ended the war".
    pub(super) fn is_done_by_pact(&self, clause: usize, noun: usize) -> bool {
        let words = &self.told.lexicon.mode;
        let token = |index: usize| self.sentence.token(index);
        let subject = self.sentence.child(clause, Label::Nsubj).and_then(token);
        let is_which = subject.is_some_and(|subject| matches!(subject.tag, Tag::Wdt | Tag::Wp));
        let article = self.sentence.child(noun, Label::Det).and_then(token);
        let is_new = article.is_some_and(|word| !self.told.lexicon.topic.is_definite(&word.lower));
        is_which
            && is_new
            && token(noun).is_some_and(|noun| noun.label == Label::Dobj && words.is(&noun.lemma, Particle::Pact))
    }

    /// Tells whether a clause tells of the time of what stands above it: "when Peru said".
    fn is_at_once(&self, clause: usize) -> bool {
        self.sentence.children(clause).any(|(_, below)| {
            matches!(below.label, Label::Mark | Label::Advmod)
                && self.clause_time_of(&below.lower) == Some(ClauseTime::WithMain)
        })
    }

    /// Returns the days of an act told as so long before or after another: those of the other, moved.
    pub(super) fn apart(&self) -> Option<Found> {
        let published = self.told.published;
        let (index, length, ahead) = self.distance()?;
        let counted = self.times.get(index)?;
        let is_outside =
            |at: usize| at < counted.tokens.start || !self.sentence.is_within(at, self.below(counted.tokens.end));
        // "Left the deal, signed in 2022, hours after blaming Chile": not counted from the signing.
        let above = self.sentence.ancestors(counted.head).collect::<Vec<_>>();
        let is_aside = |time: &Time| {
            let told = |index: usize| {
                let token = self.sentence.token(index);
                token.is_some_and(|token| matches!(token.label, Label::Acl | Label::Relcl)) && !above.contains(&index)
            };
            self.sentence.ancestors(time.head).any(told)
        };
        let main = self.times.iter().rev().find(|time| {
            time.relation == Relation::At
                && !is_aside(time)
                && time.length.is_none()
                && !is_attribute(self.sentence, time)
                && time.head < counted.tokens.start
                && is_outside(time.head)
                && is_as_fine(time, length.unit)
        });
        let base = match main.and_then(|time| time.past) {
            Some(past) => capped(&past, published)?,
            None => self.told.occasion.filter(|days| is_fine(days, length.unit)).unwrap_or(Interval::day(published)),
        };
        let moved = capped(&away(base, length, ahead)?, published)?;
        Some((moved, false, Some(index), self.because(counted, "tells how far apart the two are")))
    }

    /// As [`Self::apart`], for what a noun tells right behind the length and no day of its own dates: "closed the port on 5
    /// May, two days after a visit by Peru's president".
    pub(super) fn apart_as_noun(&self) -> Option<Found> {
        let token = self.sentence.token(self.trigger).filter(|token| token.label == Label::Pobj)?;
        let mark = token.head?;
        let found = self.apart()?;
        let index = found.2?;
        let counted = self.times.get(index)?;
        let is_own = |time: &Time| self.sentence.is_within(time.head, self.trigger);
        (counted.tokens.end == mark && !self.times.iter().any(is_own)).then_some(found)
    }

    /// Tells whether a verb stands in the past tense.
    pub(super) fn is_past(&self, verb: usize) -> bool {
        self.sentence.token(verb).is_some_and(|token| token.tag == Tag::Vbd)
    }

    /// Tells whether a verb, or the one that helps it, stands in the present.
    pub(super) fn is_present(&self, verb: usize) -> bool {
        let is_now = |token: &Token| matches!(token.tag, Tag::Vbz | Tag::Vbp);
        self.sentence.token(verb).is_some_and(is_now)
            || self.sentence.child(verb, Label::Aux).and_then(|aux| self.sentence.token(aux)).is_some_and(is_now)
    }

    /// Returns the length that stands before the "after" or "before" over the act, and where it leads.
    fn distance(&self) -> Option<(usize, Length, bool)> {
        for at in std::iter::once(self.trigger).chain(self.sentence.ancestors(self.trigger)).take(MAX_STEPS) {
            let token = self.sentence.token(at)?;
            let mark = match token.label {
                Label::Pobj | Label::Pcomp => token.head,
                _ => self.sentence.child(at, Label::Mark),
            };
            let Some(mark) = mark else { continue };
            let ahead = match self.clause_time(mark) {
                Some(ClauseTime::BeforeMain) => false,
                Some(ClauseTime::AfterMain) => true,
                _ => continue,
            };
            // "After weeks of talks" tells how long these went on.
            let holds = |time: &Time| time.tokens.contains(&mark) && time.tokens.start != mark;
            let ends_here = |time: &Time| time.tokens.end == mark || holds(time);
            return self.times.iter().enumerate().find_map(|(index, time)| {
                let length = time.length.filter(|_| ends_here(time))?;
                Some((index, length, ahead))
            });
        }
        None
    }

    /// Returns the head of the clause or phrase that a mark stands over.
    fn below(&self, mark: usize) -> usize {
        match self.sentence.token(mark) {
            Some(token) if token.label == Label::Mark => token.head.unwrap_or(mark),
            _ => mark,
        }
    }

    /// Returns the steps to the main verb from a past day, named with its year, in an infinitive under it:
    /// "applied to join the bloc on May 18, 2022" was applied then, since what is to come has no past day.
    pub(super) fn through_infinitive(&self, time: &Time, base: usize) -> Option<usize> {
        if base != self.trigger || !matches!(time.relation, Relation::At | Relation::From) {
            return None;
        }
        // "Blocked its bid to join the bloc in April 2008".
        let of_noun = || {
            let nouns =
                [Label::Dobj, Label::NsubjPass].into_iter().filter_map(|label| self.sentence.child(base, label));
            let clause = nouns.into_iter().find_map(|noun| self.sentence.child(noun, Label::Acl));
            clause.filter(|&clause| clause::is_infinitive(self.sentence, clause))
        };
        // "Will meet in Lima to discuss the border on October 25": what one will do and what for fall together. "Will need a visa
        // to enter Peru from October 25" as well.
        let is_to_come = self.told.reading.mode == Mode::Planned || self.told.reading.announced;
        if is_to_come
            && matches!(self.told.reading.tense, Tense::Future | Tense::FutureInPast)
            && let Some(purpose) = self.sentence.child(base, Label::Advcl).or_else(of_noun)
            && clause::is_infinitive(self.sentence, purpose)
        {
            return path(self.sentence, time, purpose).map(|steps| steps + 4);
        }
        if time.relation != Relation::At {
            return None;
        }
        // "Barred its people from working there in February", not "accused it of spying in February".
        let kept_from = self.sentence.children(base).find_map(|(at, below)| {
            // "Expelled the envoy after accusing him of meeting rebels in May": of what came before it is the day.
            let is_around = matches!(self.clause_time(at), Some(ClauseTime::BeforeMain | ClauseTime::AfterMain));
            let is_other = is_around || self.means(at, Sense::Cause) || self.means(at, Sense::Of);
            let keeps = below.label == Label::Prep && !is_other;
            self.sentence.child(at, Label::Pcomp).filter(|_| keeps && at > base)
        });
        // "Let two pilots go on Monday": a bare infinitive with whoever does it, behind a form that may be of the past.
        let token = |index: usize| self.sentence.token(index);
        let may_be_past = |verb: &Token| matches!(verb.tag, Tag::Vb | Tag::Vbd) && verb.lower == verb.lemma;
        let is_let = |clause: &usize| {
            let is_bare = [Label::Aux, Label::Mark].iter().all(|&label| self.sentence.child(*clause, label).is_none());
            is_bare && token(*clause).is_some_and(|deed| matches!(deed.tag, Tag::Vb | Tag::Vbp))
        };
        let is_bare = token(base).is_some_and(may_be_past) && self.sentence.child(base, Label::Aux).is_none();
        let of_let = self.sentence.child(base, Label::Ccomp).filter(|_| is_bare).filter(is_let);
        let is_past = time.past.and_then(|past| past.latest).is_some_and(|last| last <= self.told.published);
        let kept = kept_from.filter(|_| self.told.reading.tense == Tense::Past).or(of_let);
        if let Some(kept) = kept.filter(|_| is_past) {
            return self.sentence.is_within(time.head, kept).then_some(MAX_STEPS);
        }
        // "Denied shelling a village in January": that of the shelling.
        let judges = |class: Class| matches!(class, Class::Denial | Class::Judgment | Class::Support | Class::Refusal);
        let is_judged = token(base).is_some_and(|verb| {
            self.told.lexicon.mode.governors(&verb.lemma, Part::Verb).any(|(governor, _)| judges(governor.class))
        });
        let deed = self.sentence.child(base, Label::Xcomp).and_then(token);
        if is_judged && deed.is_some_and(|deed| deed.tag == Tag::Vbg) {
            return None;
        }
        // "Ordered the envoy to leave in August" in September: likewise; "asked to join this week" as well.
        let is_around = |past: &Interval, ahead: &Interval| past.earliest == ahead.earliest && !self.may_fix_day(base);
        let has_been = |past: &Interval| {
            time.ahead
                .is_some_and(|ahead| ahead == *past || is_around(past, &ahead) || self.is_nearer_past(time, &ahead))
        };
        let past = time.past.filter(has_been)?;
        if past.latest? > self.told.published {
            return None;
        }
        let infinitive = self.sentence.child(base, Label::Xcomp).or_else(of_noun)?;
        path(self.sentence, time, infinitive).map(|steps| steps + 4)
    }

    /// Tells whether a clause tells what is done at a place to which the verb above it leads: "flew to Lima, where she met".
    pub(super) fn is_there(&self, clause: usize, place: usize) -> bool {
        let opens = |(_, below): (usize, &Token)| below.label == Label::Advmod && *below.lower == *clause::WHERE;
        let under = self.sentence.token(place).is_some_and(|place| matches!(place.label, Label::Pobj | Label::Dobj));
        // "In Idlib, where the army has launched a raid": of no visit.
        let subject = self.sentence.child(clause, Label::Nsubj).and_then(|subject| self.sentence.token(subject));
        let goes_on = subject.is_some_and(|subject| matches!(subject.tag, Tag::Prp | Tag::Dt));
        // "Flew to Lima, where the two countries signed".
        let goes_on = goes_on || self.is_past(clause) && self.are_two(clause);
        under && goes_on && self.sentence.children(clause).any(opens)
    }

    /// Tells whether the subject of a verb is counted as two of whom the text speaks: "the two governments", "both sides".
    fn are_two(&self, verb: usize) -> bool {
        let senses = |word: &Token| self.told.lexicon.time.senses(&word.lower);
        let counts = |word: &Token| {
            let is_two = |sense: &Sense| matches!(sense, Sense::Number { least: 2, most: 2 });
            matches!(word.label, Label::Nummod | Label::Det) && senses(word).iter().any(is_two)
        };
        let subject = self.sentence.child(verb, Label::Nsubj);
        subject.is_some_and(|subject| self.sentence.children(subject).any(|(_, below)| counts(below)))
    }

    /// Returns the steps to an occasion that a date stands in: "on the sidelines of the September summit".
    pub(super) fn occasion(&self, time: &Time, base: usize) -> Option<usize> {
        if !is_attribute(self.sentence, time) {
            return None;
        }
        let mut noun = self.sentence.token(time.head)?.head?;
        if noun == base {
            return Some(0);
        }
        if self.is_of_deed(time, noun, base) {
            return Some(1);
        }
        // "The 1932-35 Chaco War": what stands between hangs under the noun as well.
        for _ in 0..MAX_STEPS {
            let token = self.sentence.token(noun).filter(|token| {
                matches!(token.label, Label::Amod | Label::Compound | Label::Nmod) && token.head > Some(noun)
            });
            match token.and_then(|token| token.head) {
                Some(head) => noun = head,
                None => break,
            }
        }
        let mut steps = 1;
        for _ in 0..MAX_STEPS {
            let token = self.sentence.token(noun).filter(|token| token.label == Label::Pobj)?;
            let preposition = token.head?;
            let above = self.sentence.token(preposition)?.head?;
            steps += 2;
            if self.is_of_deed_before(time, preposition) {
                return None;
            }
            if self.means(preposition, Sense::Occasion) || self.means(above, Sense::OccasionNoun) {
                let rest = if above == base { Some(0) } else { steps_up(self.sentence, above, base) };
                return rest.map(|rest| rest + steps);
            }
            noun = above;
        }
        None
    }

    /// Tells whether an expression stands at the deed that is the subject of the act's verb: "Monday's raid by Peru killed ten".
    fn is_of_deed(&self, time: &Time, noun: usize, verb: usize) -> bool {
        let token = |index: usize| self.sentence.token(index);
        let is_own = verb == self.trigger
            || token(self.trigger).is_some_and(|object| object.label == Label::Dobj && object.head == Some(verb));
        let is_subject = token(noun).is_some_and(|noun| {
            matches!(noun.label, Label::Nsubj | Label::NsubjPass) && noun.head == Some(verb) && noun.tag == Tag::Nn
        });
        let is_whose = token(time.head).is_some_and(|owner| owner.label == Label::Poss);
        is_own && is_subject && is_whose && time.relation == Relation::At
    }

    /// Tells whether what stands in an older occasion is the deed before it, not the act: "accused it of a part in the 2014
    /// explosion".
    fn is_of_deed_before(&self, time: &Time, preposition: usize) -> bool {
        let deed = preposition.checked_sub(1).filter(|&deed| deed > self.trigger);
        let word = deed.and_then(|deed| self.sentence.token(deed));
        let charge = word.filter(|word| word.label == Label::Pobj && matches!(word.tag, Tag::Nn | Tag::Nns));
        let is_charge = charge.and_then(|word| word.head).is_some_and(|above| {
            (self.means(above, Sense::Cause) || self.means(above, Sense::Of)) && above > self.trigger
        });
        let is_around = matches!(self.clause_time(preposition), Some(ClauseTime::BeforeMain | ClauseTime::AfterMain));
        is_charge && !is_around && time.is_older(self.told.published, OLD)
    }

    /// Tells whether an expression dates what an act is about, not the act: "accused it of the attack in July". What
    /// lies only days back may be the day of the act itself.
    pub(super) fn is_of_cause(&self, time: &Time) -> bool {
        let above = |index: usize| self.sentence.token(index).and_then(|token| token.head);
        let is_noun = |&noun: &usize| {
            self.sentence.token(noun).is_some_and(|token| {
                matches!(token.tag, Tag::Nn | Tag::Nns) && token.label == Label::Pobj && noun < time.head
            })
        };
        // "Fought for weeks in early 1995": how long it went on is no cause.
        let is_length = |noun: usize| self.times.iter().any(|other| other.tokens.contains(&noun));
        let is_noun = |noun: &usize| is_noun(noun) && !is_length(*noun);
        if self.is_of_named_object(time) || self.is_of_noun(time) || self.is_of_answered(time) {
            return true;
        }
        // "The arrest last week", "the attack in July".
        let under = above(time.head);
        // Not "over the pact that Peru signed in July": of a clause about it.
        let is_prep = |&at: &usize| self.sentence.token(at).is_some_and(|token| token.label == Label::Prep);
        let noun = under.filter(is_noun).or_else(|| under.filter(is_prep).and_then(above).filter(is_noun));
        // "Apologised for the arrest in July": of the arrest it is the day.
        if noun == Some(self.trigger) {
            return false;
        }
        let is_recent = time.past.and_then(|past| past.latest).is_none_or(|last| {
            let days = self.told.published.days_since(last);
            (0..=RECENT).contains(&days)
        });
        // "Will grant visas for Peruvian workers on 30 May": the day to come is nearer than the one a year ago.
        let published = self.told.published;
        let ahead = time.ahead.and_then(|ahead| ahead.earliest).map(|day| day.days_since(published));
        let back = time.past.and_then(|past| past.latest).map(|day| published.days_since(day));
        let is_next = ahead.zip(back).is_some_and(|(ahead, back)| (1..back).contains(&ahead));
        if is_next && self.told.reading.tense == Tense::Future {
            return false;
        }
        // "Has apologised for the arrest last week": what has just been done was done on no day of the past.
        let is_new = self.told.reading.tense == Tense::PresentPerfect;
        // Also "over the downing of its jet last November".
        let outer = noun.and_then(above).and_then(above).filter(is_noun);
        // "A moratorium on permits for exports": what stands under a preposition has no cause.
        let is_under = |preposition: usize| {
            above(preposition).and_then(|noun| self.sentence.token(noun)).is_some_and(|noun| noun.label == Label::Pobj)
        };
        // "Begged Peru for batteries in April": what is asked for is of no day yet.
        let asks = |preposition: usize| {
            let verb = above(preposition).and_then(|verb| self.sentence.token(verb));
            let mode = &self.told.lexicon.mode;
            verb.is_some_and(|verb| mode.governors(&verb.lemma, Part::Verb).any(|(one, _)| one.class == Class::Call))
        };
        let is_cause = |noun: usize| {
            let preposition = above(noun).filter(|&preposition| self.means(preposition, Sense::Cause));
            preposition.is_some_and(|preposition| !is_under(preposition) && !asks(preposition))
                && !self.means(noun, Sense::End)
        };
        (!is_recent || is_new) && noun.into_iter().chain(outer).any(is_cause)
    }

    /// Tells whether an expression counts back right behind what is answered: "expelled an envoy in response to the opening of
    /// an office three days earlier", which is the day of the opening.
    fn is_of_answered(&self, time: &Time) -> bool {
        let last = time.tokens.end.checked_sub(1);
        if time.tokens.len() < 2 || !last.is_some_and(|last| self.means(last, Sense::ShiftBack)) {
            return false;
        }
        // The phrase that ends right before it, up to the first word of the answer.
        let before = time.tokens.start.checked_sub(1).and_then(|noun| {
            self.sentence.token(noun).filter(|word| matches!(word.label, Label::Pobj | Label::Dobj)).map(|_| noun)
        });
        let words = &self.told.lexicon.mode;
        let is_answer = |at: usize| {
            self.sentence.token(at).is_some_and(|word| {
                word.label == Label::Pobj && at > self.trigger && words.is(&word.lemma, Particle::Reacting)
            })
        };
        before.is_some_and(|noun| self.sentence.ancestors(noun).any(is_answer))
    }

    /// Tells whether an expression says of when a thing acted on is: "left the treaty of 1960".
    fn is_of_noun(&self, time: &Time) -> bool {
        let start = time.tokens.start;
        let noun = self.sentence.token(start).and_then(|of| of.head).filter(|_| self.means(start, Sense::Of));
        noun.is_some_and(|noun| {
            let label = self.sentence.token(noun).map(|token| token.label);
            noun + 1 == start && noun != self.trigger && matches!(label, Some(Label::Dobj | Label::NsubjPass))
        })
    }

    /// Tells whether an older expression stands between an object and what that is called: "called the raid in 2009 an outrage".
    fn is_of_named_object(&self, time: &Time) -> bool {
        let is_old = time.is_older(self.told.published, OLD);
        let verbs = self.sentence.ancestors(time.head).filter(|_| is_old);
        verbs.into_iter().any(|verb| {
            let object = self.sentence.child(verb, Label::Dobj).filter(|&object| object < time.head);
            let is_apart = |at: usize| {
                let between = self.sentence.tokens.get(time.tokens.end..at).unwrap_or_default();
                between.iter().any(|token| token.tag == Tag::Comma)
            };
            let names = |at: usize, label: Label| {
                let is_name = label == Label::Oprd || label == Label::Dobj && Some(at) != object;
                is_name && at >= time.tokens.end && !is_apart(at)
            };
            let mut below = self.sentence.children(verb);
            object.is_some() && below.any(|(at, below)| names(at, below.label))
        })
    }

    /// Tells whether an expression dates another act that a noun names, on the way to what it might date: "after the raid in
    /// May, both sides agreed to talks", "tariffs put in place in May led Peru to". One day lately may be that of both, and
    /// what lies years back is told together.
    pub(super) fn is_of_other(&self, time: &Time, base: usize) -> bool {
        if self.is_of_state(time) {
            return true;
        }
        let Some((first, last)) = time.past.and_then(|past| past.earliest.zip(past.latest)) else { return false };
        if last.days_since(first) < RECENT || self.told.published.days_since(last) > OLD {
            return false;
        }
        let is_ours = |noun: usize| self.sentence.is_within(self.trigger, noun);
        let mut at = time.head;
        for _ in 0..2 * MAX_STEPS {
            let Some(token) = self.sentence.token(at).filter(|_| at != base) else { return false };
            let Some(head) = token.head else { return false };
            let is_noun = matches!(token.tag, Tag::Nn | Tag::Nns) && !time.tokens.contains(&at) && !is_ours(at);
            let places = || matches!(self.clause_time(head), Some(ClauseTime::BeforeMain | ClauseTime::AfterMain));
            match token.label {
                Label::Pobj if is_noun && places() => return true,
                Label::Nsubj if is_noun && base != self.trigger => return true,
                _ => at = head,
            }
        }
        false
    }

    /// Tells whether an expression says since when somebody has been in a state: "Ana Quispe, in office since 2023, condemned".
    fn is_of_state(&self, time: &Time) -> bool {
        let token = |index: usize| self.sentence.token(index);
        let is_comma = |index: usize| token(index).is_some_and(|token| token.tag == Tag::Comma);
        let is_bare = |state: usize| {
            token(state).is_some_and(|noun| {
                noun.label == Label::Pobj && matches!(noun.tag, Tag::Nn | Tag::Nns) && noun.head == state.checked_sub(1)
            }) && state.checked_sub(2).is_some_and(is_comma)
        };
        // "At odds since 2016,": right before it, whatever the parser hung it under.
        let before = time.tokens.start.checked_sub(1);
        time.relation == Relation::Since && is_comma(time.tokens.end) && before.is_some_and(is_bare)
    }

    /// Returns the later day on which another verb of the sentence says that it takes effect.
    pub(super) fn effect(&self) -> Option<Found> {
        let published = self.told.published;
        let is_effect = |verb: usize| {
            self.means(verb, Sense::EffectVerb)
                && self.sentence.children(verb).any(|(index, below)| match below.label {
                    Label::Prep => {
                        self.sentence.child(index, Label::Pobj).is_some_and(|noun| self.means(noun, Sense::EffectNoun))
                    }
                    _ => self.means(index, Sense::EffectNoun),
                })
        };
        let verbs = (0..self.sentence.tokens.len()).filter(|&verb| is_effect(verb));
        verbs.into_iter().find_map(|verb| {
            let dates = self.times.iter().enumerate().filter(|(_, time)| path(self.sentence, time, verb).is_some());
            dates.into_iter().find_map(|(index, time)| {
                let interval = self.effective(time).filter(|interval| interval.earliest > Some(published))?;
                Some((interval, true, Some(index), self.because(time, "says when it takes effect")))
            })
        })
    }
}
