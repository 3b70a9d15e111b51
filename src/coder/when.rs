//! When an act happened: expressions of time, and which of them belongs to which word.
//!
//! First every expression of a sentence is found and turned into days, seen from publication and from the
//! date told before it ([`times`]); then the tree says which of them dates an act ([`occurred`]).
//! Never invents a day: an undated act is as open as the text leaves it. Never reads the clock.

mod atom;
mod attach;
mod expression;
mod grammar;
mod record;
mod resolve;
mod story;

pub use attach::{Dating, Setting, Told, counted_from, made_known, occasion, occurred, setting, since_lead};
pub use resolve::Direction;

use crate::coder::clause;
use crate::english::tag::{Label, Tag};
use crate::english::{Document, Sentence, Token};
use crate::model::day::{Day, Interval};
use crate::model::span::Span;
use crate::ontology::lexicon::time::{RelationWord, Sense, TimeWords, Unit};
use atom::Atoms;
use expression::{Expression, Length, Side};
use resolve::{Anchor, capped, resolve};
use std::ops::Range;
use story::{Place, same_month, same_year, same_year_as, year_counted, year_of_story};

/// A day without a year that is no older than this is one of the news.
const DAYS_OF_NEWS: i64 = 31;
/// The preposition of the day of a noun: "its decision of 2 August".
const OF: &str = "of";

/// How an act stands to the days of an expression.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Relation {
    /// On one of them.
    At,
    /// It begins then.
    From,
    /// It began then and goes on.
    Since,
    /// It ends then.
    Until,
    /// On or before the last of them.
    By,
    /// Before the first of them.
    Before,
    /// After the last of them.
    After,
    /// Before so much time is over.
    Within,
    /// For so long.
    For,
    /// So long before or after what follows.
    Apart,
    /// Some day before publication.
    Earlier,
}

/// An expression of time in a sentence.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Time {
    /// Its tokens, with the preposition before it.
    pub tokens: Range<usize>,
    /// Its bytes.
    pub span: Span,
    /// The token of it that stands highest in the tree.
    pub head: usize,
    /// How an act stands to its days.
    pub relation: Relation,
    /// The days, for what is told as past: never after publication, unless the text names them in full.
    pub past: Option<Interval>,
    /// The days, for what is told as to come.
    pub ahead: Option<Interval>,
    /// The end, for "from ... until ...".
    pub until: Option<Day>,
    /// How long, where it names a length only.
    pub(crate) length: Option<Length>,
    /// Only says how long nothing of the kind had happened: the act of its sentence is not of its days.
    record: bool,
}

impl Time {
    /// Tells whether its days, as past ones, ended more than so many days before publication.
    pub(crate) fn is_older(&self, published: Day, days: i64) -> bool {
        self.past.and_then(|past| past.latest).is_some_and(|last| published.days_since(last) > days)
    }
}

/// The dates that later expressions point at.
#[derive(Copy, Clone, PartialEq, Eq, Debug, Default)]
pub struct Dates {
    /// The one told last.
    pub(crate) last: Option<Interval>,
    /// The last that hours, days and weeks can be counted from: no year.
    pub(crate) near: Option<Interval>,
    /// Whether that was told in a paragraph before.
    pub(crate) is_near_above: bool,
    /// The last single day that was told.
    pub(crate) day: Option<Interval>,
    /// Whether the last sentence that told a date told that day.
    pub(crate) is_day_last: bool,
    /// The last day of the news: one shortly before publication.
    pub(crate) news: Option<Interval>,
    /// The one told last as it is to come, where something is told to be done then.
    pub(crate) ahead: Option<Interval>,
    /// The one that a relative clause of the sentence told since: "who took office in May 2010".
    pub(crate) aside: Option<Interval>,
    /// The day of the news that the last sentence told, where a clause under it told an older one.
    pub(crate) main: Option<Interval>,
    /// Whether only a semicolon parts the sentence from the one before.
    pub(crate) goes_on: bool,
}

impl Dates {
    /// Returns the date told last, as it is to come for what is read as to come.
    pub(crate) fn seen(self, direction: Direction) -> Option<Interval> {
        self.ahead.filter(|_| direction == Direction::Ahead).or(self.last)
    }

    /// Returns these with one told after them.
    fn and(self, sentence: &Sentence, told: &Time, published: Day) -> Self {
        Self {
            last: told.past,
            near: told.past.filter(resolve::is_near).or(self.near),
            is_near_above: self.is_near_above && !told.past.is_some_and(|past| resolve::is_near(&past)),
            day: told.past.filter(resolve::is_day).or(self.day),
            is_day_last: self.is_day_last || told.past.is_some_and(|past| resolve::is_day(&past)),
            news: told.past.filter(|past| resolve::is_of_news(past, published)).or(self.news),
            ahead: told.ahead.filter(|_| is_to_come(sentence, told)),
            aside: None,
            main: None,
            goes_on: self.goes_on,
        }
    }
}

/// Returns the expressions of time of every sentence; a sentence sees the dates told before it.
#[must_use]
pub fn of_document(document: &Document, published: Day, words: &TimeWords) -> Vec<Vec<Time>> {
    let mut told = Dates::default();
    let mut all = Vec::with_capacity(document.sentences().len());
    let (mut paragraph, mut ends_open) = (0, false);
    for sentence in document.sentences() {
        told.is_near_above |= sentence.paragraph != paragraph;
        paragraph = sentence.paragraph;
        (told.goes_on, ends_open) = (ends_open, sentence.tokens.last().is_some_and(|last| &*last.text == ";"));
        let mut times = times(sentence, published, told, words);
        let mut last = times
            .iter()
            .rev()
            .filter(|time| is_told(time) && !is_beside(sentence, time) && !is_of_said(sentence, &times, time));
        let first = last.clone().find(|time| !is_of_noun(sentence, time));
        // "Sent tanks on Friday, a year after Peru had left on 3 May 2021. The same day": on the day of the news.
        let of_news = |time: &&Time| {
            time.past.is_some_and(|past| resolve::is_of_news(&past, published)) && !attach::is_of_before(sentence, time)
        };
        let is_old = |time: &Time| time.is_older(published, DAYS_OF_NEWS) && attach::is_of_before(sentence, time);
        let of_main = last.clone().next().filter(|time| is_old(time)).and_then(|_| last.clone().find(of_news));
        let of_main = of_main.and_then(|time| time.past.filter(resolve::is_day));
        let day = last.clone().find_map(|time| time.past.filter(resolve::is_day));
        if let Some(last) = first.or_else(|| last.next()) {
            let before = told.day;
            told = told.and(sentence, last, published);
            (told.day, told.is_day_last, told.main) = (day.or(before), day.is_some(), of_main);
        }
        times.retain(|time| !time.record || record::is_of_what_was(sentence, time));
        all.push(times);
    }
    all
}

/// Returns the expressions of time of a sentence in their order; `told` are the dates told before it.
#[must_use]
pub fn times(sentence: &Sentence, published: Day, told: Dates, words: &TimeWords) -> Vec<Time> {
    let atoms = Atoms::new(sentence, words);
    let read = scan(&atoms);
    let mut told = told;
    let mut found: Vec<Time> = Vec::new();
    for at in 0..read.len() {
        let Some(item) = read.get(at) else { break };
        // "On 3 March and 5 April 2014": the year is named once.
        let year = read.get(at + 1).and_then(|next| next.expression.year()).filter(|_| joined(&atoms, &read, at));
        let year = year.or_else(|| found.last().and_then(|before| same_month(&item.expression, before)));
        let year = year.or_else(|| found.last().and_then(|before| same_year(&item.expression, before)));
        // "In May that year Peru left; Chile followed in June": a sentence that only a semicolon parts.
        let goes_on = found.is_empty() && told.goes_on;
        let year = year.or_else(|| same_year_as(&item.expression, told.last.filter(|_| goes_on)?));
        let year = year.or_else(|| found.last().and_then(|before| year_counted(&item.expression, before)));
        let year = year.or_else(|| {
            // A month is told on only within the sentence.
            let is_near = matches!(item.expression, Expression::Day { .. }) || found.last().is_some_and(is_told);
            let place =
                Place { sentence, at: atoms.get(item.atoms.start).map_or(0, |atom| atom.token), published, told };
            year_of_story(&item.expression, published, told)
                .filter(|_| is_near)
                .or_else(|| place.year_before(&item.expression))
                .or_else(|| place.year_around(&item.expression))
                .or_else(|| found.last().and_then(|before| place.year_beside(&item.expression, before)))
        });
        let expression = match year {
            Some(year) => item.expression.clone().with_year(year),
            None => item.expression.clone(),
        };
        let Some(mut time) = time(sentence, &atoms, item, &expression, published, told) else { continue };
        let counts_back =
            time.relation == Relation::Since || time.length.is_some() && time.relation == Relation::Within;
        let counts_back = counts_back || record::is_of_apposed(sentence, &time, &expression);
        time.record = counts_back && record::is_of_record(sentence, &atoms, item.atoms.start);
        if is_told(&time) && !is_beside(sentence, &time) {
            told = told.and(sentence, &time, published);
        } else if is_told(&time) && !attach::is_attribute(sentence, &time) {
            told.aside = time.past;
        }
        found.push(time);
    }
    found
}

/// Tells whether something will be done at a time: "would return on Tuesday".
fn is_to_come(sentence: &Sentence, time: &Time) -> bool {
    let verb = sentence.ancestors(time.head).find(|&above| sentence.token(above).is_some_and(clause::is_verb));
    verb.is_some_and(|verb| sentence.children(verb).any(|(_, below)| below.tag == Tag::Md))
}

/// Tells whether later expressions may point at this one.
fn is_told(time: &Time) -> bool {
    matches!(time.relation, Relation::At | Relation::From | Relation::Since) && time.past.is_some()
}

/// Tells whether an expression only dates a noun, what a relative clause tells, or a clause within what is said: "the 1991
/// war", "which fell in 1991". "That year" and "a day earlier" do not point there.
fn is_beside(sentence: &Sentence, time: &Time) -> bool {
    let mut up = std::iter::once(time.head).chain(sentence.ancestors(time.head));
    // "Said that Peru had caused it when it left on 2 May": what is said looks back.
    let looks_back = |clause: usize| {
        sentence.token(clause).and_then(|token| token.head).is_some_and(|above| {
            sentence.child(above, Label::Ccomp).is_some()
                || sentence.token(above).is_some_and(|token| token.label == Label::Ccomp)
        })
    };
    let is_apart = |index: usize| match sentence.token(index).map(|token| token.label) {
        Some(Label::Relcl) => true,
        Some(Label::Advcl) => looks_back(index),
        _ => false,
    };
    attach::is_attribute(sentence, time) || up.any(is_apart)
}

/// Tells whether an expression dates what somebody says, does or is accused of, where the verb of that has a day of its own:
/// "said on Monday that it had freed them on 20 April". What is told on counts from that day.
fn is_of_said(sentence: &Sentence, times: &[Time], time: &Time) -> bool {
    let mut up = std::iter::once(time.head).chain(sentence.ancestors(time.head));
    up.any(|clause| {
        let token = sentence.token(clause);
        let over = token.and_then(|token| match token.label {
            Label::Ccomp => token.head,
            Label::Pcomp => sentence.token(token.head?)?.head,
            _ => None,
        });
        over.filter(|&verb| sentence.token(verb).is_some_and(|verb| verb.tag.is_verb())).is_some_and(|verb| {
            times.iter().any(|own| own.relation == Relation::At && own != time && attach::is_of(sentence, own, verb))
        })
    })
}

/// Tells whether an expression says of which day something is: "its decision of 2 August".
fn is_of_noun(sentence: &Sentence, time: &Time) -> bool {
    let mut up = std::iter::once(time.head).chain(sentence.ancestors(time.head));
    let over = up.find(|&above| sentence.token(above).is_some_and(|token| token.label == Label::Prep));
    let over = over.filter(|&of| time.tokens.contains(&of) || of + 1 == time.tokens.start);
    over.and_then(|of| sentence.token(of))
        .filter(|of| &*of.lower == OF)
        .and_then(|of| of.head)
        .is_some_and(|noun| sentence.token(noun).is_some_and(|noun| matches!(noun.tag, Tag::Nn | Tag::Nns | Tag::Nnp)))
}

/// Returns the days over which something went on that a length before them tells: five days of fighting that ended on a day.
pub(crate) fn lasting_until(end: Interval, length: Length) -> Option<Interval> {
    if length.unit == Unit::Hour {
        return Some(end);
    }
    let begins = resolve::away(end, length, false)?;
    Interval::range(begins.earliest?, end.latest?).ok()
}

/// An expression as read.
struct Item {
    atoms: Range<usize>,
    relation: Relation,
    expression: Expression,
    until: Option<Expression>,
}

fn scan(atoms: &Atoms<'_>) -> Vec<Item> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < atoms.len() {
        match item(atoms, at) {
            Some(item) => {
                at = item.atoms.end.max(at + 1);
                let is_year = matches!(item.expression, Expression::Year(_)) && item.relation == Relation::At;
                found.push(item);
                while is_year && let Some(next) = further_year(atoms, at) {
                    at = next.atoms.end;
                    found.push(next);
                }
            }
            None => at += 1,
        }
    }
    found
}

/// Reads a year in a row with one before it: "in 1965, 1971 and 1999"; "in 2019 and 2020 elections" names no second one.
fn further_year(atoms: &Atoms<'_>, at: usize) -> Option<Item> {
    let place = atoms.skip(atoms.skip(at, Sense::Comma), Sense::And);
    let year = atoms.year(place).filter(|year| place > at && (1900..2100).contains(year))?;
    let ends = atoms.get(place + 1).is_none_or(|next| {
        matches!(
            next.tag,
            Tag::Comma | Tag::Stop | Tag::Cc | Tag::Colon | Tag::CloseBracket | Tag::CloseQuote | Tag::In
        )
    });
    let expression = Expression::Year(year);
    ends.then_some(Item { atoms: place..place + 1, relation: Relation::At, expression, until: None })
}

/// Reads a preposition with its expression, an expression, or an adverbial, at a place.
fn item(atoms: &Atoms<'_>, at: usize) -> Option<Item> {
    let (relations, start) = atoms.relations(at);
    let has = |word: RelationWord| relations.contains(&word);
    if has(RelationWord::Between)
        && let Some((first, middle)) = grammar::expression(atoms, start)
        && atoms.has(middle, Sense::And)
        && let Some((last, end)) = grammar::expression(atoms, middle + 1)
    {
        let expression = Expression::Range(Box::new(first), Box::new(last));
        return Some(Item { atoms: at..end, relation: Relation::At, expression, until: None });
    }
    // "Broke off ties within hours": counted from what was told before, as "hours later"; "within 48 hours" is a term.
    if has(RelationWord::Within)
        && matches!(atoms.unit(start), Some((Unit::Hour, _)))
        && let Some((Expression::Long(length), end)) = grammar::expression(atoms, start)
    {
        let expression = Expression::Shift { length, ahead: true };
        return Some(Item { atoms: at..end, relation: Relation::At, expression, until: None });
    }
    // "By the end of the year": the year goes on, and all of it is left.
    if has(RelationWord::By)
        && start.checked_sub(1).is_some_and(|of| atoms.has(of, Sense::Of))
        && let Some((expression @ Expression::Stretch { .. }, end)) = grammar::here(atoms, start)
    {
        return Some(Item { atoms: at..end, relation: Relation::By, expression, until: None });
    }
    let is_length = |at: usize| atoms.relations(at).0.contains(&RelationWord::Length);
    let is_about = has(RelationWord::Length) || relations.is_empty() && at.checked_sub(1).is_some_and(is_length);
    let mut place = start;
    for _ in 0..5 {
        // "For the 2020 games", "over the April 1 raid": the year or day is the noun's, found at its own place.
        let names = |expression: &Expression, end: usize| {
            let is_noun = || atoms.get(end).is_some_and(|next| matches!(next.tag, Tag::Nn | Tag::Nns));
            let is_own = match expression {
                Expression::Year(_) => true,
                Expression::Range(first, _) => matches!(**first, Expression::Year(_)),
                Expression::Day { .. } | Expression::Month { .. } => is_about && is_noun(),
                _ => false,
            };
            is_own && place > start && atoms.has(place - 1, Sense::Article)
        };
        if let Some((expression, end)) = grammar::expression(atoms, place).filter(|(named, end)| !names(named, *end))
            && let Some(relation) = relation(atoms, &relations, &expression, at, end)
        {
            return Some(continued(atoms, at, end, relation, expression, has(RelationWord::From)));
        }
        if !atoms.has(place, Sense::Filler) {
            break;
        }
        place += 1;
        // "At least since 2014": the preposition comes after the filler.
        if relations.is_empty() && !atoms.relations(place).0.is_empty() {
            break;
        }
    }
    adverbial(atoms, at)
}

/// Reads on where an expression is the first end of a range.
fn continued(atoms: &Atoms<'_>, at: usize, end: usize, relation: Relation, first: Expression, from: bool) -> Item {
    let joined = atoms.has(end, Sense::To) || atoms.has(end, Sense::Hyphen);
    let can_join = matches!(relation, Relation::At | Relation::From) && !matches!(first, Expression::Long(_));
    if joined
        && can_join
        && let Some((last, after)) = grammar::expression(atoms, end + 1)
        && !matches!(last, Expression::Long(_) | Expression::Shift { .. })
    {
        // "On November 28 until the end of the year": the first is its day, the second its end.
        let is_end = atoms.has(end, Sense::Relation(RelationWord::Until));
        let end = after;
        if from || is_end {
            return Item { atoms: at..end, relation, expression: first, until: Some(last) };
        }
        let expression = Expression::Range(Box::new(first), Box::new(last));
        return Item { atoms: at..end, relation, expression, until: None };
    }
    Item { atoms: at..end, relation, expression: first, until: None }
}

/// Returns how an act stands to an expression after a preposition, `None` where the two do not fit.
fn relation(
    atoms: &Atoms<'_>,
    words: &[RelationWord],
    expression: &Expression,
    at: usize,
    end: usize,
) -> Option<Relation> {
    let has = |word: RelationWord| words.contains(&word);
    if let Expression::Long(length) = expression {
        let ordinary = [(RelationWord::Within, Relation::Within), (RelationWord::Hence, Relation::Within)];
        let found = ordinary.iter().find(|(word, _)| has(*word)).map(|(_, relation)| *relation);
        // "A day after Peru left": how far apart the two are.
        let parts = atoms.has(end, Sense::ShiftAhead) || atoms.has(end, Sense::ShiftBack);
        if found.is_none() && parts && words.is_empty() {
            return Some(Relation::Apart);
        }
        // "After five days of fighting": how long that went on.
        if has(RelationWord::After) && atoms.has(end, Sense::Of) {
            return Some(Relation::Apart);
        }
        let lasts =
            has(RelationWord::Length) && !(has(RelationWord::From) || length.unit == Unit::Hour && length.most < 2);
        return found.or(lasts.then_some(Relation::For));
    }
    let counts_things = atoms.get(end).is_some_and(|next| next.tag == Tag::Nns);
    if matches!(expression, Expression::Year(_)) && counts_things {
        return None;
    }
    if words.is_empty() {
        return stands_alone(atoms, expression, at, end).then_some(Relation::At);
    }
    let order = [
        (RelationWord::Since, Relation::Since),
        (RelationWord::Until, Relation::Until),
        (RelationWord::By, Relation::By),
        (RelationWord::Before, Relation::Before),
        (RelationWord::After, Relation::After),
        (RelationWord::From, Relation::From),
        (RelationWord::Within, Relation::Within),
        (RelationWord::At, Relation::At),
        (RelationWord::Length, Relation::At),
        (RelationWord::Hence, Relation::At),
        (RelationWord::Between, Relation::At),
    ];
    order.iter().find(|(word, _)| has(*word)).map(|(_, relation)| *relation)
}

/// Tells whether an expression without a preposition is one of time at all.
fn stands_alone(atoms: &Atoms<'_>, expression: &Expression, at: usize, end: usize) -> bool {
    match expression {
        Expression::DayOfMonth(_) => false,
        // "The 2015 nuclear deal", "(2015)"; not "2000 troops".
        Expression::Range(first, _) if matches!(**first, Expression::Year(_)) => stands_alone(atoms, first, at, end),
        Expression::Year(year) => {
            let tag = |at: usize| atoms.get(at).map(|atom| atom.tag);
            let before = at.checked_sub(1).and_then(tag);
            let names = matches!(before, Some(Tag::Dt | Tag::PrpPoss | Tag::Pos | Tag::Jj))
                && matches!(tag(end), Some(Tag::Nn | Tag::Nnp | Tag::Jj | Tag::Vbg));
            let in_brackets = matches!(before, Some(Tag::OpenBracket)) && matches!(tag(end), Some(Tag::CloseBracket));
            (1900..2100).contains(year) && (names || in_brackets)
        }
        Expression::Season { year, side, .. } => year.is_some() || *side != Side::Open,
        // "Theresa May expelled", "May told a crowd": a name; not "the March summit".
        Expression::Month { year: None, side: Side::Open, .. } => {
            let tag = |at: usize| atoms.get(at).map(|atom| atom.tag);
            let is_name = at.checked_sub(1).and_then(tag) == Some(Tag::Nnp);
            let acts = matches!(tag(end), Some(Tag::Vbd | Tag::Vbz | Tag::Vbp | Tag::Md | Tag::Pos));
            !is_name && !acts
        }
        _ => true,
    }
}

fn adverbial(atoms: &Atoms<'_>, at: usize) -> Option<Item> {
    let (sense, end) = atoms.phrase(at, |sense| matches!(sense, Sense::Earlier | Sense::Then))?;
    // "An earlier statement" places the statement, not the act.
    let is_adverb = end > at + 1 || atoms.get(at).is_some_and(|atom| matches!(atom.tag, Tag::Rb | Tag::Rbr | Tag::Rbs));
    let (relation, expression) = match sense {
        Sense::Then => (Relation::At, Expression::Then),
        _ => (Relation::Earlier, Expression::Earlier),
    };
    is_adverb.then_some(Item { atoms: at..end, relation, expression, until: None })
}

/// Tells whether only a conjunction or comma stands between an expression and the next.
fn joined(atoms: &Atoms<'_>, read: &[Item], at: usize) -> bool {
    let (Some(item), Some(next)) = (read.get(at), read.get(at + 1)) else { return false };
    item.expression.year().is_none()
        && (item.atoms.end..next.atoms.start).count() <= 2
        && (item.atoms.end..next.atoms.start).all(|at| atoms.has(at, Sense::And) || atoms.has(at, Sense::Comma))
}

fn time(
    sentence: &Sentence,
    atoms: &Atoms<'_>,
    item: &Item,
    expression: &Expression,
    published: Day,
    told: Dates,
) -> Option<Time> {
    let token = |at: usize| atoms.get(at).map(|atom| atom.token);
    let tokens = token(item.atoms.start)?..token(item.atoms.end.checked_sub(1)?)? + 1;
    let span = sentence.token(tokens.start)?.span.join(sentence.token(tokens.end - 1)?.span);
    let against = |direction| Anchor { published, told, direction };
    let past = resolve(expression, &against(Direction::Back));
    let ahead = resolve(expression, &against(Direction::Ahead));
    let length = match expression {
        Expression::Long(length) => Some(*length),
        _ => None,
    };
    if past.is_none() && ahead.is_none() && length.is_none() {
        return None;
    }
    // "Abolishes visas as of May 15": what begins to hold does so on the nearer of the two days.
    let is_nearer = |past: Interval, ahead: Interval| {
        let days = past.latest.zip(ahead.earliest);
        days.is_some_and(|(before, after)| after.days_since(published) < published.days_since(before))
    };
    let begins_ahead =
        item.relation == Relation::From && past.zip(ahead).is_some_and(|(past, ahead)| is_nearer(past, ahead));
    let past = if begins_ahead { ahead } else { past };
    // "Since April" is never to come.
    let is_begun = |ahead: &Interval| ahead.latest.is_none_or(|last| last <= published);
    let ahead = ahead.filter(|ahead| item.relation != Relation::Since || is_begun(ahead));
    let is_at_last = item.relation == Relation::Until && is_done_at_last(sentence, highest(sentence, &tokens));
    let until = item.until.as_ref().and_then(|last| {
        let named = expression.year().filter(|_| last.year().is_none());
        let last = named.map_or_else(|| last.clone(), |year| last.clone().with_year(year));
        let first = past.and_then(|past| past.earliest);
        let end = resolve(&last, &against(Direction::Back))?.latest?;
        if first.is_some_and(|first| end < first) {
            resolve(&last, &against(Direction::Ahead))?.latest
        } else {
            Some(end)
        }
    });
    Some(Time {
        head: highest(sentence, &tokens),
        past: past.map(|past| capped(&past, published).unwrap_or(past)),
        ahead,
        relation: if is_at_last { Relation::At } else { item.relation },
        span,
        tokens,
        until,
        length,
        record: false,
    })
}

/// Tells whether what stands over an "until" was not done before: "ties were not restored until May 1988".
fn is_done_at_last(sentence: &Sentence, until: usize) -> bool {
    let mut up = sentence.ancestors(until);
    let Some(verb) = up.find(|&above| sentence.token(above).is_some_and(|token| token.tag.is_verb())) else {
        return false;
    };
    let is_past = |index: usize| sentence.token(index).is_some_and(|token| token.tag == Tag::Vbd);
    let helped = |(index, below): (usize, &Token)| matches!(below.label, Label::Aux | Label::AuxPass) && is_past(index);
    sentence.child(verb, Label::Neg).is_some_and(|not| not < until)
        && (is_past(verb) || sentence.children(verb).any(helped))
}

/// Returns the token of a range that stands highest in the tree.
fn highest(sentence: &Sentence, tokens: &Range<usize>) -> usize {
    // "Apologised for last week's raid": the preposition is that of the raid.
    let last = tokens.end.saturating_sub(1);
    let is_whose = sentence.token(tokens.end).is_some_and(|mark| mark.tag == Tag::Pos && mark.head == Some(last));
    if is_whose && sentence.token(last).is_some_and(|noun| noun.label == Label::Poss) {
        return last;
    }
    let outside = |index: &usize| {
        sentence.token(*index).is_some_and(|token| token.head.is_none_or(|head| !tokens.contains(&head)))
    };
    tokens.clone().filter(outside).min_by_key(|index| sentence.ancestors(*index).count()).unwrap_or(tokens.start)
}

#[cfg(test)]
mod tests;
