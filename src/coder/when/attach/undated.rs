//! The days of acts that no date of their own places.

use super::super::Relation;
use super::super::Time;
use super::super::resolve::{away, capped};
use super::beside::is_as_fine;
use super::{Base, Finder, Found, Kind, MAX_STEPS, OLD, clause_head, path};
use crate::coder::mode::{self, Tense};
use crate::english::Token;
use crate::english::tag::{Label, Tag};
use crate::model::day::Interval;
use crate::ontology::lexicon::mode::{Class, Governor, Part};
use crate::ontology::lexicon::time::{ClauseTime, RelationWord, Sense};

/// What a speaker says beside a quotation.
const ANSWERS: &[Class] =
    &[Class::Speech, Class::Accusation, Class::Denial, Class::Threat, Class::Judgment, Class::Support];

impl Finder<'_> {
    /// Tells whether something follows the act that a noun names: "the vote follows the expulsion on Saturday of two envoys".
    pub(super) fn is_followed(&self) -> bool {
        let object = self.sentence.token(self.trigger).filter(|token| token.label == Label::Dobj);
        let verb = object.and_then(|token| self.sentence.token(token.head?));
        verb.is_some_and(|verb| self.clause_time_of(&verb.lemma) == Some(ClauseTime::BeforeMain))
    }

    /// What no date of its own places.
    pub(super) fn undated(&self, bases: &[Base], said: Option<(Interval, Option<usize>)>) -> Found {
        let published = self.told.published;
        let time = |index: Option<usize>| index.and_then(|index| self.times.get(index));
        let told = said.filter(|(_, index)| time(*index).is_some_and(|time| time.relation == Relation::At));
        // "Said on Thursday it had restored ties, five months after cutting them": told within what is said.
        let is_within = |index: Option<usize>| time(index).is_some_and(|time| self.is_of_content(bases, time));
        // "Said on Friday, three days after Chile restored ties": counted from that day.
        let is_counted_from = |index: Option<usize>| {
            let (said, length) = (time(told.and_then(|(_, said)| said)), time(index));
            said.zip(length).is_some_and(|(said, length)| said.head < length.tokens.start)
        };
        let is_told = |index: Option<usize>| told.is_none() || is_within(index) || is_counted_from(index);
        if let Some(apart) = self.apart().filter(|(.., index, _)| is_told(*index)) {
            return apart;
        }
        // "Less than a week after Peru announced, on May 6, that it was leaving": the day that is told.
        if let Some((said, index)) = told {
            return (said, false, index, "the day on which it was said".to_owned());
        }
        if let Some(named) = self.of_named_day().or_else(|| self.counted_from_clause(bases)) {
            return named;
        }
        let around = bases.iter().find(|base| matches!(base.kind, Kind::BeforeMain | Kind::AfterMain));
        if let Some(around) = around {
            let dates = |time: &Time, base: &Base| {
                base.kind == around.kind && matches!(time.relation, Relation::At | Relation::From)
            };
            let found = self.nearest(bases, dates).filter(|(_, base)| base.kind == around.kind);
            let main = found.and_then(|(index, _)| Some((index, capped(&self.times.get(index)?.past?, published)?)));
            let index = main.map(|(index, _)| index);
            let main = main.map(|(_, interval)| interval);
            if around.kind == Kind::BeforeMain {
                let why = "told as having come before".to_owned();
                if let Some(shortly) = main.and_then(|main| self.shortly_before(main, around.token)) {
                    return (shortly, false, index, why);
                }
                let latest = main.and_then(|main| main.latest).unwrap_or(published);
                return (Interval::before(latest), false, index, why);
            }
            let after = main.and_then(|main| Interval::range(main.earliest?, published).ok());
            if let Some(after) = after {
                return (after, false, index, "told as having come after".to_owned());
            }
        }
        let latest = said.and_then(|(said, _)| said.latest).unwrap_or(published);
        let reading = self.told.reading;
        // "Said on Monday that it had expelled": the tense is that of what is reported as news.
        if reading.tense == Tense::PastPerfect && !self.is_reported(bases) {
            return (Interval::before(latest), false, None, "told in the past perfect, as background".to_owned());
        }
        if reading.background {
            return (Interval::before(latest), false, None, "taken for known, not told as news".to_owned());
        }
        if self.is_relative()
            && !self.is_first()
            && !self.is_of_clause()
            && !self.is_in_document()
            && !self.is_of_guest()
            && !self.is_of_speaker()
            && matches!(reading.tense, Tense::Past | Tense::PresentPerfect)
        {
            return (Interval::before(latest), false, None, "told in a relative clause, as background".to_owned());
        }
        if self.is_told_of_known() {
            return (Interval::before(latest), false, None, "tells of something known, as background".to_owned());
        }
        if let Some((said, index)) = said {
            return (said, false, index, "the day on which it was said".to_owned());
        }
        if let Some(day) = self.of_row() {
            return day;
        }
        if let Some(moment) = self.moment(bases) {
            return moment;
        }
        if let Some(counted) = self.counted() {
            return counted;
        }
        if let Some(after) = self.after_clause(bases) {
            return after;
        }
        if self.is_origin() {
            return (Interval::before(latest), false, None, "told as what something came from".to_owned());
        }
        if let Some(day) = self.told.made_known.and_then(|days| capped(&days, published)) {
            return (day, false, None, "the day on which the next sentence says it was made known".to_owned());
        }
        let setting = self.told.setting.filter(|_| reading.tense == Tense::Past);
        if let Some(date) = setting.filter(|setting| setting.same_subject).map(|setting| setting.date) {
            return (date, false, None, "told on of the same subject".to_owned());
        }
        if setting.is_some() {
            return (Interval::before(published), false, None, "told on from an older date".to_owned());
        }
        let is_of_past = matches!(reading.tense, Tense::Past | Tense::PastPerfect | Tense::FutureInPast);
        if let Some(days) = self.told.since_lead.filter(|_| is_of_past) {
            return (days, false, None, "told on from a day told before".to_owned());
        }
        (Interval::reported(published), false, None, "told as news".to_owned())
    }

    /// Tells whether an expression stands in what somebody says.
    fn is_of_content(&self, bases: &[Base], time: &Time) -> bool {
        let said = bases.iter().find(|base| base.kind == Kind::Said);
        let content = said.and_then(|said| self.sentence.child(said.token, Label::Ccomp));
        content.is_some_and(|content| self.sentence.is_within(time.head, content))
    }

    /// Returns the days of what an act is told to have come after, where nothing says how long after: "recalled its envoy on
    /// Friday, after Chile closed the border". What is put back as it was may have been so for long.
    fn shortly_before(&self, main: Interval, verb: usize) -> Option<Interval> {
        let (earliest, latest) = main.earliest.zip(main.latest)?;
        let is_told = |verb: &Token| verb.tag == Tag::Vbd || verb.tag == Tag::Vbn;
        let mut clause = clause_head(self.sentence, self.trigger)?;
        // "After its cabinet voted to leave".
        while let Some(above) = self.sentence.token(clause).filter(|token| token.label == Label::Xcomp) {
            clause = above.head?;
        }
        let token = self.sentence.token(clause).filter(|token| is_told(token))?;
        let (mark, head) = match token.label {
            Label::Advcl => (self.sentence.child(clause, Label::Mark)?, token.head),
            // "Signed a truce on Monday after talks brokered by Ghana".
            Label::Acl => {
                let preposition = self.sentence.token(token.head?)?.head?;
                (preposition, self.sentence.token(preposition)?.head)
            }
            _ => return None,
        };
        let goes_on = self.means(mark, Sense::Relation(RelationWord::Since));
        let above = self.sentence.token(verb)?;
        let puts_back =
            |(governor, second): (&Governor, Option<&str>)| governor.class == Class::Resume && second.is_none();
        let is_undone = self.told.lexicon.mode.governors(&above.lemma, Part::Verb).any(puts_back);
        let is_past = self.told.reading.tense == Tense::Past || token.label == Label::Acl;
        if goes_on || is_undone || head != Some(verb) || !is_past {
            return None;
        }
        let first = if earliest == latest { latest.plus_days(-1) } else { earliest };
        Interval::range(first, latest).ok()
    }

    /// Tells whether a noun names the occasion on which the verb above it was done: "signed a truce in talks", "after talks".
    pub(super) fn is_of_occasion(&self, noun: usize) -> bool {
        let under = self.sentence.token(noun).filter(|token| token.label == Label::Pobj);
        let preposition = under.and_then(|token| token.head);
        let time = preposition.and_then(|preposition| self.clause_time(preposition));
        let over = preposition.and_then(|preposition| self.sentence.token(preposition)?.head);
        let is_of_verb = over.and_then(|over| self.sentence.token(over)).is_some_and(|over| over.tag.is_verb());
        is_of_verb && matches!(time, Some(ClauseTime::BeforeMain | ClauseTime::WithMain))
    }

    /// Returns the days of a clause beside the act that tells when it was: "as Peru recalled its envoy on Monday, Chile closed
    /// the border".
    fn moment(&self, bases: &[Base]) -> Option<Found> {
        if self.told.reading.tense != Tense::Past {
            return None;
        }
        let is_moment = |&(clause, token): &(usize, &Token)| {
            let marks =
                self.sentence.children(clause).filter(|(_, mark)| matches!(mark.label, Label::Mark | Label::Advmod));
            token.label == Label::Advcl
                && token.tag == Tag::Vbd
                && marks.into_iter().any(|(mark, _)| mark < clause && self.means(mark, Sense::Moment))
        };
        let verbs = bases.iter().filter(|base| base.kind == Kind::Same).map(|base| base.token);
        let (clause, _) = verbs.flat_map(|verb| self.sentence.children(verb)).find(is_moment)?;
        if self.sentence.is_within(self.trigger, clause) {
            return None;
        }
        let dates = |time: &Time| {
            time.relation == Relation::At
                && path(self.sentence, time, clause).is_some()
                && !self.sentence.is_within(self.trigger, time.head)
        };
        let (index, time) = self.times.iter().enumerate().find(|(_, time)| dates(time))?;
        let past = capped(&time.past?, self.told.published)?;
        Some((past, false, Some(index), self.because(time, "dates what went together with it")))
    }

    /// Returns the days from those of an older act that a clause at the beginning tells of, or one behind it where they are
    /// old: "after shells hit the port in May 2022, Peru demanded an apology", "cut aid after a coup toppled Ana Quispe in May
    /// 2022".
    fn after_clause(&self, bases: &[Base]) -> Option<Found> {
        let is_before = |&(clause, token): &(usize, &Token)| {
            let mark = self.sentence.child(clause, Label::Mark);
            token.label == Label::Advcl
                && mark.is_some_and(|mark| self.clause_time(mark) == Some(ClauseTime::BeforeMain))
        };
        let verbs = bases.iter().filter(|base| base.kind == Kind::Same).map(|base| base.token);
        let (clause, _) = verbs.flat_map(|verb| self.sentence.children(verb)).find(is_before)?;
        let dates = |time: &Time| {
            let is_told = clause < self.trigger || time.is_older(self.told.published, OLD);
            is_told && time.relation == Relation::At && path(self.sentence, time, clause).is_some()
        };
        let (index, time) = self.times.iter().enumerate().find(|(_, time)| dates(time))?;
        let past = time.past.filter(|_| self.told.reading.tense == Tense::Past)?;
        let days = Interval::range(past.earliest?, self.told.published).ok()?;
        Some((days, false, Some(index), self.because(time, "dates what it came after")))
    }

    /// Returns the days that a clause is told of after them: "cut ties on May 2, 1982, the day Chile seized the port".
    fn of_named_day(&self) -> Option<Found> {
        let clause = clause_head(self.sentence, self.trigger)?;
        let verb = self.trigger.min(clause);
        let is = |index: usize, sense: Sense| self.means(index, sense);
        let is_unit = |index: usize| {
            self.sentence.token(index).is_some_and(|token| {
                self.told.lexicon.time.senses(&token.lower).iter().any(|sense| matches!(sense, Sense::Unit { .. }))
            })
        };
        let names = |time: &Time| {
            let end = time.tokens.end;
            let opens = self.sentence.token(end + 3).is_some_and(|next| {
                matches!(
                    next.tag,
                    Tag::Nnp | Tag::Nnps | Tag::Nns | Tag::Nn | Tag::Jj | Tag::Dt | Tag::Prp | Tag::PrpPoss
                )
            });
            time.relation == Relation::At
                && is(end, Sense::Comma)
                && is(end + 1, Sense::Article)
                && is_unit(end + 2)
                && opens
                && end + 2 < verb
                && self.sentence.tokens.get(end + 3..verb).unwrap_or_default().iter().all(|token| token.tag != Tag::Vbd)
        };
        let (index, time) = self.times.iter().enumerate().rev().find(|(_, time)| names(time))?;
        let past = capped(&time.past?, self.told.published)?;
        Some((past, false, Some(index), self.because(time, "is the day that it is told of")))
    }

    /// Returns the days of a clause that tells when what a noun names was done: "answered the raid, which was carried out on
    /// May 3".
    pub(super) fn of_own_clause(&self) -> Option<Found> {
        let token = |index: usize| self.sentence.token(index);
        token(self.trigger).filter(|noun| matches!(noun.tag, Tag::Nn | Tag::Nns))?;
        let clause = self.sentence.child(self.trigger, Label::Relcl)?;
        let subject = self.sentence.child(clause, Label::NsubjPass).and_then(token)?;
        let is_done = subject.tag == Tag::Wdt && self.sentence.child(clause, Label::Agent).is_none();
        let dates = |time: &Time| time.relation == Relation::At && path(self.sentence, time, clause).is_some();
        let (index, time) = self.times.iter().enumerate().find(|(_, time)| is_done && dates(time))?;
        let past = capped(&time.past?, self.told.published)?;
        Some((past, false, Some(index), self.because(time, "dates what it tells of")))
    }

    /// Returns the days that a clause tells of, whatever is said of them: "a ban in force until May 3, when Peru lifted it".
    pub(super) fn of_day_above(&self, bases: &[Base]) -> Option<Found> {
        let ends =
            |time: &Time| matches!(time.relation, Relation::Until | Relation::By | Relation::Before | Relation::After);
        let is_above = |time: &Time| {
            let names = |base: &Base| {
                base.kind == Kind::Same && base.token != self.trigger && time.tokens.contains(&base.token)
            };
            ends(time) && bases.iter().any(names)
        };
        let (index, time) = self.times.iter().enumerate().find(|(_, time)| is_above(time))?;
        let past = capped(&time.past?, self.told.published)?;
        Some((past, false, Some(index), self.because(time, "is the day that it is told of")))
    }

    /// Returns the days of what an act came so long after or before, moved by that, where a clause behind the act tells them:
    /// "demanded an apology a day after Chile tested a rocket last May".
    fn counted_from_clause(&self, bases: &[Base]) -> Option<Found> {
        let verbs = bases.iter().filter(|base| base.kind == Kind::Same).map(|base| base.token);
        verbs.flat_map(|verb| self.sentence.children(verb)).find_map(|(clause, token)| {
            let mark = self.sentence.child(clause, Label::Mark).filter(|_| token.label == Label::Advcl)?;
            let ahead = match self.clause_time(mark)? {
                ClauseTime::BeforeMain => true,
                ClauseTime::AfterMain => false,
                ClauseTime::WithMain => return None,
            };
            let length = self.times.iter().find(|time| time.tokens.end == mark).and_then(|time| time.length)?;
            let dates = |time: &Time| time.relation == Relation::At && path(self.sentence, time, clause).is_some();
            let (index, time) = self.times.iter().enumerate().find(|(_, time)| dates(time))?;
            let past = time
                .past
                .filter(|_| !self.sentence.is_within(self.trigger, clause) && is_as_fine(time, length.unit))?;
            let days = capped(&away(past, length, ahead)?, self.told.published)?;
            Some((days, false, Some(index), self.because(time, "dates what it is counted from")))
        })
    }

    /// Tells whether an act is told as what a dispute came from: "the row began when Chile seized a ship".
    fn is_origin(&self) -> bool {
        let Some(clause) = clause_head(self.sentence, self.trigger) else { return false };
        let above =
            self.sentence.token(clause).filter(|token| token.label == Label::Advcl).and_then(|token| token.head);
        let subject = above.and_then(|verb| self.sentence.child(verb, Label::Nsubj));
        subject.is_some_and(|noun| {
            self.sentence
                .token(noun)
                .is_some_and(|noun| self.told.lexicon.time.senses(&noun.lemma).contains(&Sense::Origin))
        })
    }

    /// Tells whether somebody said it in the plain past, so that the past perfect is only that of report.
    fn is_reported(&self, bases: &[Base]) -> bool {
        let said = bases.iter().filter(|base| base.kind == Kind::Said);
        let tenses = said.map(|base| mode::tense_of(self.sentence, base.token, &self.told.lexicon.mode));
        tenses.into_iter().next() == Some(Tense::Past)
    }

    /// Returns the days at the end of a row of acts that none but the last is told with: "recalled its envoy, closed the border
    /// and barred flights on Monday".
    fn of_row(&self) -> Option<Found> {
        let is_past = |index: usize| self.sentence.token(index).is_some_and(|token| token.tag == Tag::Vbd);
        let next = |verb: usize| {
            let joined = self.sentence.children(verb).filter(|&(index, below)| {
                let has_subject = || self.sentence.child(index, Label::Nsubj).is_some();
                below.label == Label::Conj && index > verb && is_past(index) && !has_subject()
            });
            joined.last().map(|(index, _)| index)
        };
        let token = self.sentence.token(self.trigger)?;
        let verb = if token.label == Label::Dobj { token.head? } else { self.trigger };
        let is_first = is_past(verb) && matches!(self.sentence.token(verb)?.label, Label::Root | Label::Conj);
        let last = std::iter::successors(Some(verb).filter(|_| is_first), |&verb| next(verb)).take(MAX_STEPS).last()?;
        let first = std::iter::successors(Some(verb), |&verb| {
            let token = self.sentence.token(verb).filter(|token| token.label == Label::Conj)?;
            token.head.filter(|&above| is_past(above))
        });
        let first = first.take(MAX_STEPS).last()?;
        let row = || (first..last).filter(|&verb| is_past(verb));
        let dates =
            |time: &Time, verb: usize| time.relation == Relation::At && path(self.sentence, time, verb).is_some();
        if last == verb || self.times.iter().any(|time| row().any(|verb| dates(time, verb))) {
            return None;
        }
        let ends = |time: &Time| time.head > last && dates(time, last) && !self.is_of_asked_to(time, last);
        let (index, time) = self.times.iter().enumerate().find(|(_, time)| ends(time))?;
        let past = capped(&time.past?, self.told.published)?;
        Some((past, false, Some(index), self.because(time, "dates the row of acts that it ends")))
    }

    /// Tells whether a participle tells of a definite noun how it came about: "the accord signed by the two sides".
    fn is_told_of_known(&self) -> bool {
        let token = self.sentence.token(self.trigger);
        let Some(token) = token.filter(|token| token.label == Label::Acl && token.tag == Tag::Vbn) else {
            return false;
        };
        let words = &self.told.lexicon.topic;
        let determines =
            |below: &Token| matches!(below.label, Label::Det | Label::Poss) && words.is_definite(&below.lower);
        token.head.is_some_and(|noun| self.sentence.children(noun).any(|(_, below)| determines(below)))
    }

    /// Tells whether a relative clause tells what is new: "the first time that Peru has expelled an envoy", "the largest
    /// exercise that the two have held".
    fn is_first(&self) -> bool {
        let clause = clause_head(self.sentence, self.trigger).and_then(|clause| self.sentence.token(clause));
        let words = &self.told.lexicon.mode;
        let is_perfect = self.told.reading.tense == Tense::PresentPerfect;
        let is_new = |below: &Token| mode::counts(below, words) || is_perfect && below.tag == Tag::Jjs;
        clause
            .and_then(|clause| clause.head)
            .is_some_and(|noun| self.sentence.children(noun).any(|(_, below)| is_new(below)))
    }

    /// Tells whether a relative clause tells on of a whole clause by a noun beside it: "accused Chile of spying, a charge
    /// Chile denied".
    fn is_of_clause(&self) -> bool {
        let clause = clause_head(self.sentence, self.trigger).and_then(|clause| self.sentence.token(clause));
        let noun = clause.and_then(|clause| self.sentence.token(clause.head?));
        noun.is_some_and(|noun| noun.label == Label::Npadvmod)
    }

    /// Tells whether a relative clause says what stands in a letter or a statement.
    fn is_in_document(&self) -> bool {
        let clause = clause_head(self.sentence, self.trigger);
        let noun = clause.and_then(|clause| self.sentence.token(clause)?.head);
        clause.zip(noun).is_some_and(|(clause, noun)| self.is_of_document(clause, noun))
    }

    /// Tells whether a relative clause tells what somebody did where he went: "flew to Lima, where she signed an accord".
    fn is_of_guest(&self) -> bool {
        let Some(clause) = clause_head(self.sentence, self.trigger) else { return false };
        let goes_on = self.sentence.child(clause, Label::Nsubj).and_then(|subject| self.sentence.token(subject));
        let place = self.sentence.token(clause).and_then(|token| token.head);
        goes_on.is_some_and(|subject| subject.tag == Tag::Prp)
            && place.is_some_and(|place| self.is_there(clause, place))
    }

    /// Tells whether a relative clause tells what else somebody said who is quoted: "said the minister, who dismissed the
    /// charges as groundless".
    fn is_of_speaker(&self) -> bool {
        let words = &self.told.lexicon.mode;
        let is_of = |verb: usize, classes: &[Class]| {
            let lemma = self.sentence.token(verb).map(|token| &token.lemma);
            lemma.is_some_and(|lemma| words.governors(lemma, Part::Verb).any(|(one, _)| classes.contains(&one.class)))
        };
        let Some(clause) = clause_head(self.sentence, self.trigger) else { return false };
        let speaker = self.sentence.token(clause).and_then(|token| self.sentence.token(token.head?));
        let says = speaker.filter(|noun| noun.label == Label::Nsubj).and_then(|noun| noun.head);
        self.told.reading.tense == Tense::Past
            && is_of(clause, ANSWERS)
            && says.is_some_and(|verb| is_of(verb, &[Class::Speech]))
    }

    fn is_relative(&self) -> bool {
        let mut clause = clause_head(self.sentence, self.trigger);
        while let Some(token) = clause.and_then(|index| self.sentence.token(index)) {
            match token.label {
                Label::Conj => clause = token.head,
                label => return label == Label::Relcl,
            }
        }
        false
    }
}
