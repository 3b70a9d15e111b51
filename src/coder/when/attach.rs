//! Which expression of time dates which act.
//!
//! A date belongs to the clause it stands in: it reaches the words of that clause, what the clause's verb
//! carries ("held talks on Monday"), infinitives under it ("agreed on Friday to restore") and coordinated
//! clauses without a date; never out of a relative clause, nor from one clause into what it says. The
//! date of a verb of saying tells when something was said.

mod ahead;
mod at_end;
mod beside;
mod counted;
mod lead;
mod said;
mod undated;

pub use counted::{counted_from, occasion};
pub use lead::since_lead;
pub use said::made_known;

use super::resolve::capped;
use super::{Relation, Time};
use crate::coder::clause;
use crate::coder::mode::{Link, Reading, Tense};
use crate::english::tag::{Label, Tag};
use crate::english::{Document, Sentence};
use crate::model::category::{Aspect, Mode};
use crate::model::day::{Day, Interval};
use crate::ontology::lexicon::Lexicon;
use crate::ontology::lexicon::mode::Class;
use crate::ontology::lexicon::time::{ClauseTime, Sense};

/// How many steps up the tree are taken at the most.
const MAX_STEPS: usize = 12;
/// A date so many days before publication makes what is told after it background.
const OLD: i64 = 60;
/// The days of a week.
const DAYS_OF_WEEK: i64 = 7;

/// What is known of an act beside its sentence.
#[derive(Copy, Clone, Debug)]
pub struct Told<'a> {
    /// When the article was published.
    pub published: Day,
    /// How the act stands to the world.
    pub reading: &'a Reading,
    /// The date told just before, where the sentence goes on from it ([`setting`]).
    pub setting: Option<Setting>,
    /// The days of what the sentence counts from by a noun ([`counted_from`]).
    pub counted: Option<Interval>,
    /// The days on which the next sentence says that it was made known ([`made_known`]).
    pub made_known: Option<Interval>,
    /// The days of what the sentence says came about so long after or before something ([`occasion`]).
    pub occasion: Option<Interval>,
    /// The days from that of a sentence before, where that is just before publication ([`since_lead`]).
    pub since_lead: Option<Interval>,
    /// The words.
    pub lexicon: &'a Lexicon,
}

/// When an act happened, and why that is said.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Dating {
    /// The older date that it is told on from, where it has none of its own.
    pub told_on: Option<Interval>,
    /// When it happened, or is to happen.
    pub occurred: Interval,
    /// When the text says that it ends.
    pub until: Option<Day>,
    /// Whether the text gives a date after publication, so that the act is planned.
    pub planned: bool,
    /// When it was said, promised or agreed that it will be, where the sentence tells.
    pub told: Option<Interval>,
    /// The expression that dates it, an index into the sentence's times.
    pub time: Option<usize>,
    /// The reason.
    pub why: String,
}

/// The date told in the sentence before.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct Setting {
    /// The days.
    pub date: Interval,
    /// Whether the sentence tells more of the one whom the sentence before told of: "Peru left on 5 May. It accused".
    pub same_subject: bool,
}

/// Returns the date told in the sentence before, in the same paragraph, where it is an old one or the sentence goes on to
/// tell of the same subject.
#[must_use]
pub fn setting(document: &Document, times: &[Vec<Time>], index: usize, published: Day) -> Option<Setting> {
    let before = index.checked_sub(1)?;
    let (sentence, previous) = (document.sentences().get(index)?, document.sentences().get(before)?);
    if sentence.paragraph != previous.paragraph {
        return None;
    }
    let (root, head) = previous.tokens.iter().enumerate().find(|(_, token)| token.label == Label::Root)?;
    let goes_on = sentence.tokens.iter().find(|token| token.label == Label::Root)?.quotation == head.quotation;
    if !goes_on || !matches!(head.tag, Tag::Vbd | Tag::Vbn) {
        return None;
    }
    let date = times
        .get(before)?
        .iter()
        .find(|time| matches!(time.relation, Relation::At | Relation::From) && path(previous, time, root).is_some())?;
    let date = date.past?;
    let same_subject = is_pronoun_subject(sentence) && date.latest.is_some_and(|last| last < published);
    let is_old = date.latest.is_some_and(|last| published.days_since(last) > OLD);
    (is_old || same_subject).then_some(Setting { date, same_subject })
}

/// Tells whether a sentence begins with a pronoun as its subject: "It accused".
fn is_pronoun_subject(sentence: &Sentence) -> bool {
    let first = sentence.token(0).filter(|token| token.tag == Tag::Prp && token.label == Label::Nsubj);
    let verb = first.and_then(|token| token.head).and_then(|verb| sentence.token(verb));
    verb.is_some_and(|verb| verb.label == Label::Root && verb.tag == Tag::Vbd)
}

/// What a date costs that the verb joined to the act has, behind it or before it.
const JOINED: usize = 30;
const JOINED_BEFORE: usize = 5;

/// Returns when the act of a word happened.
///
/// For what is told as past it is never later than publication, unless [`Dating::planned`] says so.
#[must_use]
pub fn occurred(sentence: &Sentence, trigger: usize, times: &[Time], told: &Told<'_>) -> Dating {
    let finder = Finder { sentence, trigger, times, told };
    let bases = finder.bases();
    let said = finder.said(&bases);
    let (occurred, planned, time, why) = match told.reading.mode {
        Mode::Historical => (Interval::before(told.published), false, None, "background without a date".to_owned()),
        Mode::Planned | Mode::Conditional => finder.to_come(&bases),
        Mode::Actual | Mode::Negated if told.reading.announced => finder.announced(&bases, said),
        Mode::Actual | Mode::Negated => finder.past(&bases, said),
    };
    let until = finder.until(&bases, &occurred);
    let promised = || finder.announcement(&bases).map(|(days, _)| days).or(said.map(|(days, _)| days));
    let promised = if planned { promised() } else { None };
    let is_open = time.is_none() && occurred == Interval::before(told.published);
    let told_on = told.setting.filter(|setting| is_open && !setting.same_subject).map(|setting| setting.date);
    Dating { told_on, occurred, until, planned, told: promised, time, why }
}

type Found = (Interval, bool, Option<usize>, String);

/// A word whose dates may be the act's.
#[derive(Copy, Clone, Debug)]
struct Base {
    token: usize,
    cost: usize,
    kind: Kind,
}

#[derive(Copy, Clone, PartialEq, Eq, Debug)]
enum Kind {
    /// Its dates are the act's.
    Same,
    /// It governs the act: before the act's word its dates are those of the announcement.
    Governor,
    /// Its dates tell when it was said.
    Said,
    /// The act comes before it.
    BeforeMain,
    /// The act comes after it.
    AfterMain,
}

struct Finder<'a> {
    sentence: &'a Sentence,
    trigger: usize,
    times: &'a [Time],
    told: &'a Told<'a>,
}

impl Finder<'_> {
    /// Returns the words whose dates may be the act's, the nearest first.
    fn bases(&self) -> Vec<Base> {
        let mut bases = vec![Base { token: self.trigger, cost: 0, kind: Kind::Same }];
        // "Fighting that broke out on 5 May": when an act began that a noun tells.
        let relative = self.sentence.children(self.trigger).filter(|(_, below)| below.label == Label::Relcl);
        for (clause, _) in relative.filter(|&(clause, _)| self.begins_noun(clause)) {
            bases.push(Base { token: clause, cost: 2, kind: Kind::Same });
        }
        // "By moving guns to the border in May, Peru broke the pact".
        let fronted = self.sentence.children(self.trigger).filter(|&(at, below)| {
            let is_before = at < self.trigger && self.clause_time(at) == Some(ClauseTime::WithMain);
            // "Had been arrested on landing in Lima in May".
            below.label == Label::Prep && (is_before || self.means(at, Sense::Moment))
        });
        for (preposition, _) in fronted {
            let how = self.sentence.child(preposition, Label::Pcomp);
            bases.extend(how.map(|token| Base { token, cost: 4, kind: Kind::Same }));
        }
        let (mut at, mut cost, mut kind) = (self.trigger, 0, Kind::Same);
        for _ in 0..MAX_STEPS {
            let Some(token) = self.sentence.token(at) else { break };
            let Some(head) = token.head else { break };
            let mut next = head;
            match token.label {
                Label::Dobj | Label::NsubjPass | Label::Attr | Label::Dative | Label::Acomp | Label::Oprd => cost += 1,
                Label::Nsubj | Label::Compound | Label::Amod | Label::Nmod | Label::Appos => cost += 1,
                // "Cut ties in 2008 and does not intend to restore them": what is so now is of no day of the past.
                Label::Conj if self.is_present(at) && self.is_past(head) => break,
                Label::Conj => cost += if self.is_past(at) { JOINED_BEFORE } else { 2 },
                Label::Xcomp => {
                    cost += 1;
                    kind = if kind == Kind::Same { Kind::Governor } else { kind };
                }
                Label::Acl if clause::is_infinitive(self.sentence, at) => {
                    cost += 2;
                    kind = if kind == Kind::Same { Kind::Governor } else { kind };
                }
                Label::Ccomp => {
                    cost += 4;
                    kind = Kind::Said;
                }
                Label::Pobj | Label::Pcomp => {
                    let Some(above) = self.sentence.token(head).and_then(|preposition| preposition.head) else { break };
                    next = above;
                    cost += 2;
                    kind = self.clause_time(head).map_or(kind, |time| by_clause(time, kind));
                }
                Label::Advcl if clause::is_infinitive(self.sentence, at) => {
                    // "Telephoned her on Sunday to apologise for last week's raid": done by it, and on its day.
                    let came = |link: &Link| link.class == Class::Accomplishment && link.token == head;
                    cost += if self.told.reading.governors.iter().any(came) { 1 } else { 3 };
                    kind = if kind == Kind::Same { Kind::Governor } else { kind };
                }
                Label::Advcl => {
                    cost += 3;
                    let mark = self.sentence.children(at).find(|(_, below)| {
                        matches!(below.label, Label::Mark | Label::Advmod)
                            && self.clause_time_of(&below.lower).is_some()
                    });
                    let time = mark.and_then(|(mark, _)| self.clause_time(mark));
                    match time {
                        Some(time) => kind = by_clause(time, kind),
                        None if matches!(token.tag, Tag::Vbg | Tag::Vbn) => {
                            // "Stopped issuing visas in May, accusing Chile": the verbs in a row are one deed.
                            let deeds = self.sentence.children(head).filter(|&(index, below)| {
                                index < at && below.label == Label::Xcomp && below.tag == Tag::Vbg
                            });
                            bases.extend(deeds.map(|(token, _)| Base { token, cost: cost + 1, kind }));
                        }
                        None => break,
                    }
                }
                // "Signed on 5 May a decree imposing sanctions".
                Label::Acl if token.tag == Tag::Vbg => cost += 2,
                // "Signed a truce on Monday in talks brokered by Ghana".
                Label::Acl if token.tag == Tag::Vbn && self.is_of_occasion(head) => cost += 2,
                // "Became on Thursday the second state to leave".
                Label::Relcl
                    if clause::is_infinitive(self.sentence, at)
                        && clause::predicate_of(self.sentence, head).is_some() =>
                {
                    cost += 1;
                }
                // "Signed on Monday a pact that ended the war": done by signing it.
                Label::Relcl if self.is_done_by_pact(at, head) => cost += 3,
                // "Its announcement on Monday that it had left": said on that day.
                Label::Acl | Label::Relcl if self.is_said_by_noun(at, head) => {
                    cost += 4;
                    kind = Kind::Said;
                }
                // "In July 2018, when Peru imposed the tariffs": the clause is told of the date it stands under.
                Label::Relcl if self.is_of_time(at, head) => cost += 1,
                // "Arrived in Lima on Friday, where she signed a pact": on the day of the arrival.
                Label::Relcl if self.is_there(at, head) => cost += 1,
                _ => break,
            }
            bases.push(Base { token: next, cost, kind });
            if kind == Kind::Said {
                // "Retaliated on May 2 by announcing that it would leave".
                let above = clause::above_gerund(self.sentence, next).or_else(|| self.told_with(next));
                bases.extend(above.map(|token| Base { token, cost: cost + 2, kind }));
                break;
            }
            at = next;
        }
        // "Peru recalled its envoy and Chile expelled six in May": a day at the end is of both, where the first has none.
        if self.is_past(self.trigger) {
            let joined = self.sentence.children(self.trigger);
            let joined =
                joined.filter(|&(at, below)| below.label == Label::Conj && at > self.trigger && self.is_past(at));
            bases.extend(joined.map(|(token, _)| Base { token, cost: JOINED, kind: Kind::Same }));
        }
        bases.extend(self.openings(&bases));
        bases.extend(self.documents(&bases));
        // ", the ministry said on Monday" as the parser sometimes hangs it.
        let beside: Vec<Base> = bases
            .iter()
            .flat_map(|base| {
                let said = self.sentence.children(base.token).filter(|(_, below)| below.label == Label::Parataxis);
                said.map(|(token, _)| Base { token, cost: base.cost + 5, kind: Kind::Said }).collect::<Vec<_>>()
            })
            .collect();
        bases.extend(beside);
        bases
    }

    /// Returns the nearest expression that satisfies a condition, with its base.
    fn nearest(&self, bases: &[Base], wanted: impl Fn(&Time, &Base) -> bool) -> Option<(usize, Base)> {
        let mut best: Option<((usize, usize), usize, Base)> = None;
        for base in bases {
            for (index, time) in self.times.iter().enumerate() {
                let is_named = base.token != self.trigger && time.tokens.contains(&base.token);
                // "Condemned the raid and on Monday recalled its envoy": a day before the second verb is its own.
                if base.cost == JOINED && time.head < base.token {
                    continue;
                }
                if !wanted(time, base)
                    || time.record && !is_named
                    || self.is_of_cause(time)
                    || self.is_of_next(time)
                    || self.is_of_other(time, base.token)
                {
                    continue;
                }
                let steps = is_named.then_some(0).or_else(|| path(self.sentence, time, base.token));
                let steps = steps.or_else(|| self.through_infinitive(time, base.token));
                let Some(steps) = steps.or_else(|| self.occasion(time, base.token)) else { continue };
                // "Apologised on Friday for deaths in 2010, and the two agreed": on the day of the verb before.
                let is_joined = base.token < self.trigger && self.is_joined_to(base.token);
                let from = if is_joined { base.token } else { self.trigger };
                let key = (base.cost + steps, time.head.abs_diff(from));
                if best.as_ref().is_none_or(|(least, ..)| key < *least) {
                    best = Some((key, index, *base));
                }
            }
        }
        if best.is_none() {
            best = self.in_clause(&wanted);
        }
        best.map(|(_, index, base)| (self.finer(index, &base, &wanted).unwrap_or(index), base))
    }

    /// Returns the expression that names some of the days of another at the same word: "in 2014 Peru seized the port in March".
    fn finer(&self, coarse: usize, base: &Base, wanted: &impl Fn(&Time, &Base) -> bool) -> Option<usize> {
        let is_to_come = matches!(self.told.reading.mode, Mode::Planned | Mode::Conditional);
        let days = |time: &Time| {
            let days = if is_to_come { time.ahead } else { time.past };
            days.and_then(|days| days.earliest.zip(days.latest)).filter(|_| time.relation == Relation::At)
        };
        let (first, last) = self.times.get(coarse).and_then(days)?;
        let is_within = |time: &Time| {
            days(time).is_some_and(|(begins, ends)| {
                first <= begins && ends <= last && ends.days_since(begins) < last.days_since(first)
            })
        };
        let is_own = |time: &Time| {
            is_within(time)
                && wanted(time, base)
                && path(self.sentence, time, base.token).is_some()
                && !self.is_of_cause(time)
                && !self.is_of_next(time)
        };
        self.times.iter().position(is_own)
    }

    /// Tells whether an expression stands in what follows a semicolon: "expelled two envoys; the next day Peru left".
    fn is_of_next(&self, time: &Time) -> bool {
        let between = self.sentence.tokens.get(self.trigger..time.head.max(self.trigger)).unwrap_or_default();
        between.iter().any(|token| &*token.text == ";")
    }

    /// Returns an expression of the same clause that the parser hung elsewhere.
    fn in_clause(&self, wanted: &impl Fn(&Time, &Base) -> bool) -> Option<((usize, usize), usize, Base)> {
        let base = Base { token: self.trigger, cost: 9, kind: Kind::Same };
        let clause = clause_head(self.sentence, self.trigger)?;
        self.times
            .iter()
            .enumerate()
            .filter(|(_, time)| {
                wanted(time, &base)
                    && !self.is_of_next(time)
                    && !is_attribute(self.sentence, time)
                    && !self.is_of_cause(time)
                    && !self.is_of_other(time, base.token)
                    && (clause_head(self.sentence, time.head) == Some(clause) || self.ends_clause(time, clause))
            })
            .map(|(index, time)| ((9, time.head.abs_diff(self.trigger)), index, base))
            .min_by_key(|(key, ..)| *key)
    }

    /// What is planned, or depends on something.
    fn to_come(&self, bases: &[Base]) -> Found {
        let published = self.told.published;
        let wanted = |time: &Time, base: &Base| {
            let own = base.kind == Kind::Same || base.kind == Kind::Governor && time.head > self.trigger;
            own && !matches!(time.relation, Relation::Until | Relation::For | Relation::Apart | Relation::Earlier)
        };
        if let Some((index, _)) = self.nearest(bases, wanted)
            && let Some(time) = self.times.get(index)
            && let Some(interval) = self.effective(time)
        {
            return (interval, false, Some(index), self.because(time, "says when it is to be"));
        }
        if let Some((interval, _, index, why)) = self.effect() {
            return (interval, false, index, why);
        }
        (Interval::after(published), false, None, "planned, without a date".to_owned())
    }

    /// What is told as done, or as not done.
    fn past(&self, bases: &[Base], said: Option<(Interval, Option<usize>)>) -> Found {
        let published = self.told.published;
        if let Some(own) = self.apart_as_noun().or_else(|| self.of_own_clause()).or_else(|| self.of_day_above(bases)) {
            return own;
        }
        let dates = |time: &Time, base: &Base| {
            matches!(base.kind, Kind::Same | Kind::Governor)
                && !self.is_of_asked_to(time, base.token)
                && !matches!(
                    time.relation,
                    Relation::Until | Relation::For | Relation::Within | Relation::Apart | Relation::Earlier
                )
        };
        if let Some((index, base)) = self.nearest(bases, dates)
            && let Some(time) = self.times.get(index)
        {
            let is_near =
                |ahead: &Interval| ahead.earliest.is_some_and(|first| first.days_since(published) <= DAYS_OF_WEEK);
            // "Is closing the border from Monday": not from the last one.
            let begins = time.relation == Relation::From && time.ahead.as_ref().is_some_and(is_near);
            let is_present = self.told.reading.tense == Tense::Present
                && (time.relation == Relation::At || begins)
                && !self.is_followed()
                && !self.is_past(base.token);
            if is_present
                && let Some(ahead) = time.ahead.filter(|ahead| ahead.earliest > Some(published))
                && time.past.is_none_or(|past| past.latest != Some(published))
            {
                return (ahead, true, Some(index), self.because(time, "is still to come"));
            }
            // "Signed a decree abolishing visas as of May 15".
            if let Some(begins) = time.past.filter(|_| time.relation == Relation::From)
                && begins.earliest > Some(published)
            {
                return (begins, true, Some(index), self.because(time, "is still to come"));
            }
            if let Some(interval) = self.dated(time) {
                return (interval, false, Some(index), self.because(time, "dates it"));
            }
        }
        let earlier = |time: &Time, base: &Base| {
            matches!(base.kind, Kind::Same | Kind::Governor) && time.relation == Relation::Earlier
        };
        if let Some((index, _)) = self.nearest(bases, earlier)
            && let Some(time) = self.times.get(index)
        {
            let latest = said.and_then(|(said, _)| said.latest).unwrap_or(published);
            return (Interval::before(latest), false, Some(index), self.because(time, "places it before"));
        }
        self.undated(bases, said)
    }

    /// Returns the days that a relation to an expression leaves, for what is told as past.
    fn dated(&self, time: &Time) -> Option<Interval> {
        let published = self.told.published;
        let past = time.past?;
        match time.relation {
            Relation::At if self.is_of_eve(time) => self.eve_of(time),
            Relation::At | Relation::From => capped(&past, published),
            Relation::Since => {
                let goes_on = self.told.reading.aspect == Some(Aspect::Continue)
                    || self.sentence.token(self.trigger).is_some_and(|token| token.tag == Tag::Vbg);
                if goes_on { Interval::range(past.earliest?, published).ok() } else { capped(&past, published) }
            }
            // "By Tuesday Peru was accusing Chile": by then it was under way.
            Relation::By if self.sentence.token(self.trigger).is_some_and(|token| token.tag == Tag::Vbg) => {
                capped(&past, published)
            }
            Relation::By => Some(Interval::before(past.latest?.min(published))),
            Relation::Before => Some(Interval::before(past.earliest?.plus_days(-1).min(published))),
            // "Has lifted the duties following last month's vote": news, whatever it followed.
            Relation::After if self.told.reading.tense == Tense::PresentPerfect => None,
            Relation::After => Interval::range(past.latest?, published).ok(),
            Relation::Until | Relation::Within | Relation::For | Relation::Apart | Relation::Earlier => None,
        }
    }

    fn because(&self, time: &Time, what: &str) -> String {
        let words = self.sentence.tokens.get(time.tokens.clone()).unwrap_or(&[]);
        let words: Vec<&str> = words.iter().map(|token| &*token.text).collect();
        format!("{:?} {what}", words.join(" "))
    }

    fn clause_time(&self, token: usize) -> Option<ClauseTime> {
        self.clause_time_of(&self.sentence.token(token)?.lower)
    }

    fn clause_time_of(&self, word: &str) -> Option<ClauseTime> {
        self.told.lexicon.time.senses(word).iter().find_map(|sense| match sense {
            Sense::Clause(time) => Some(*time),
            _ => None,
        })
    }

    fn means(&self, token: usize, sense: Sense) -> bool {
        self.sentence.token(token).is_some_and(|token| self.told.lexicon.time.senses(&token.lower).contains(&sense))
    }
}

fn by_clause(time: ClauseTime, kind: Kind) -> Kind {
    match (time, kind) {
        (ClauseTime::WithMain, kind) => kind,
        (ClauseTime::BeforeMain, _) => Kind::BeforeMain,
        (ClauseTime::AfterMain, _) => Kind::AfterMain,
    }
}

/// Tells whether a clause under another says what happened then: "a year after Peru had left on 3 May".
pub(super) fn is_of_before(sentence: &Sentence, time: &Time) -> bool {
    let mut up = std::iter::once(time.head).chain(sentence.ancestors(time.head));
    up.any(|at| {
        let is_clause = sentence.token(at).is_some_and(|token| token.label == Label::Advcl);
        is_clause && sentence.child(at, Label::Mark).is_some()
    })
}

/// Tells whether an expression stands at a noun as its attribute: "the 2015 deal", "Monday's summit", "its neighbour, a member
/// since 2013,".
pub(super) fn is_attribute(sentence: &Sentence, time: &Time) -> bool {
    let label = sentence.token(time.head).map(|token| token.label);
    let mut above = sentence.ancestors(time.head).filter_map(|index| sentence.token(index));
    let host = above.find(|token| token.label != Label::Prep);
    if time.relation == Relation::Since && host.is_some_and(|noun| noun.label == Label::Appos && clause::is_noun(noun))
    {
        return true;
    }
    // "Last month Peru closed the port": before a name it opens the sentence, whatever the parser hung it under.
    let opens = time.tokens.start == 0
        && sentence.token(time.tokens.end).is_some_and(|token| matches!(token.tag, Tag::Nnp | Tag::Nnps | Tag::Prp));
    time.relation == Relation::At
        && !(opens && label != Some(Label::Poss))
        && matches!(label, Some(Label::Compound | Label::Amod | Label::Nmod | Label::Nummod | Label::Poss | Label::Det))
}

/// Tells whether an expression may date a word, with no clause between.
pub(super) fn is_of(sentence: &Sentence, time: &Time, word: usize) -> bool {
    path(sentence, time, word).is_some()
}

/// Returns the steps from an expression to the word that it may date, `None` where a clause lies between.
fn path(sentence: &Sentence, time: &Time, base: usize) -> Option<usize> {
    if is_attribute(sentence, time) {
        return None;
    }
    if time.tokens.contains(&base) {
        return None;
    }
    let mut host = sentence.token(time.head)?.head?;
    // "struck what it called a base on Monday": the clause only gives a name, its date is that of the act.
    while clause::named_by(sentence, host).is_some() {
        host = sentence.token(host)?.head?;
    }
    if host == base { Some(0) } else { steps_up(sentence, host, base) }
}

/// Returns the steps up from a word to another without leaving the clause.
fn steps_up(sentence: &Sentence, from: usize, to: usize) -> Option<usize> {
    let mut at = from;
    for steps in 1..=MAX_STEPS {
        let token = sentence.token(at)?;
        if is_clause(sentence, at) {
            return None;
        }
        at = token.head?;
        if at == to {
            return Some(steps);
        }
    }
    None
}

/// Tells whether a word heads a clause of its own, which keeps its dates.
fn is_clause(sentence: &Sentence, at: usize) -> bool {
    let Some(token) = sentence.token(at) else { return false };
    match token.label {
        Label::Relcl | Label::Acl | Label::Advcl | Label::Ccomp | Label::Xcomp | Label::Parataxis | Label::Csubj => {
            true
        }
        Label::Pcomp | Label::CsubjPass | Label::Root => true,
        // "The earlier conducted dialogue": the adverb places the dialogue.
        Label::Amod => matches!(token.tag, Tag::Vbn | Tag::Vbg | Tag::Vbd),
        Label::Conj => matches!(token.tag, Tag::Vb | Tag::Vbd | Tag::Vbn | Tag::Vbg | Tag::Vbp | Tag::Vbz),
        _ => false,
    }
}

fn clause_head(sentence: &Sentence, at: usize) -> Option<usize> {
    std::iter::once(at).chain(sentence.ancestors(at)).take(MAX_STEPS * 2).find(|&index| is_clause(sentence, index))
}
