//! The grammar of expressions of time.
//!
//! Each function reads one form at a place and gives what it says with the place after it, or nothing.

use super::atom::Atoms;
use super::expression::{Expression, Length, Side};
use crate::english::tag::Tag;
use crate::ontology::lexicon::time::{RelationWord, Sense, Unit};

type Read = Option<(Expression, usize)>;

/// How deeply expressions stand in one another.
const MAX_DEPTH: usize = 4;

/// Reads the longest expression at a place.
pub(crate) fn expression(atoms: &Atoms<'_>, at: usize) -> Read {
    nested(atoms, at, 0)
}

fn nested(atoms: &Atoms<'_>, at: usize, depth: usize) -> Read {
    if depth > MAX_DEPTH || !atoms.begins(at) {
        return None;
    }
    let (read, end) = iso(atoms, at)
        .or_else(|| day_part_of(atoms, at, depth))
        .or_else(|| part(atoms, at, depth))
        .or_else(|| weekday(atoms, at, depth))
        .or_else(|| day_first(atoms, at))
        .or_else(|| feast(atoms, at))
        .or_else(|| month_first(atoms, at, depth))
        .or_else(|| decade(atoms, at))
        .or_else(|| sided(atoms, at))
        .or_else(|| told(atoms, at))
        .or_else(|| counted(atoms, at))
        .or_else(|| deictic(atoms, at))
        .or_else(|| season(atoms, at, Side::Open))
        .or_else(|| years(atoms, at))
        .or_else(|| year(atoms, at))
        .or_else(|| day_alone(atoms, at))?;
    Some((read, after_day_part(atoms, end)))
}

/// "2022-03-21".
fn iso(atoms: &Atoms<'_>, at: usize) -> Read {
    let two = |at: usize| atoms.get(at).filter(|atom| atom.word.len() == 2).and_then(|atom| atom.number);
    let year = atoms.year(at)?;
    let (month, day) = (two(at + 2)?, two(at + 4)?);
    let joined = atoms.has(at + 1, Sense::Hyphen) && atoms.has(at + 3, Sense::Hyphen);
    let fits = joined && (1..=12).contains(&month) && (1..=31).contains(&day);
    fits.then_some((Expression::Day { year: Some(year), month, day }, at + 5))
}

/// "The evening of March 3".
fn day_part_of(atoms: &Atoms<'_>, at: usize, depth: usize) -> Read {
    let noun = atoms.skip(at, Sense::Article);
    if !atoms.has(noun, Sense::DayPart) || !atoms.has(noun + 1, Sense::Of) {
        return None;
    }
    nested(atoms, noun + 2, depth + 1)
}

/// "Early March", "mid-2019", "the end of last year", "late on Thursday", "earlier this week".
fn part(atoms: &Atoms<'_>, at: usize, depth: usize) -> Read {
    let word = atoms.skip(at, Sense::Article);
    let sooner = atoms.has(at, Sense::Sooner);
    if sooner || atoms.has(at, Sense::Later) {
        let (_, after) = atoms.relations(at + 1);
        let (whole, end) = nested(atoms, after, depth + 1).or_else(|| here(atoms, after))?;
        let counted = !matches!(whole, Expression::Shift { .. } | Expression::Away { .. });
        if let Some(within) = within_year(atoms, &whole, end, depth) {
            return Some(within);
        }
        let whole = Box::new(whole);
        let inner = if sooner { Expression::Sooner(whole) } else { Expression::Later(whole) };
        return counted.then_some((inner, end));
    }
    // "Is to start by the end of June": the verb is no part of anything.
    if atoms.get(word).is_some_and(|atom| atom.tag == Tag::Vb) {
        return None;
    }
    let (from, to) = atoms.find(word, |sense| match sense {
        Sense::Part { from, to } => Some((*from, *to)),
        _ => None,
    })?;
    let of = atoms.skip(word + 1, Sense::Of);
    let mut inner = atoms.skip(of, Sense::Hyphen);
    if inner == word + 1 {
        inner = atoms.relations(inner).1;
    }
    let (whole, end) = nested(atoms, inner, depth + 1)
        .or_else(|| (of > word + 1).then(|| here(atoms, inner)).flatten())
        .or_else(|| decade(atoms, atoms.skip(inner, Sense::Article)))?;
    match whole {
        Expression::Weekday { .. } | Expression::Day { .. } | Expression::Days { .. } => Some((whole, end)),
        Expression::Shift { .. } | Expression::Long(_) | Expression::Away { .. } => None,
        whole => Some((Expression::Part { from, to, whole: Box::new(whole) }, end)),
    }
}

/// "In May" behind "earlier that year": of that year.
fn within_year(atoms: &Atoms<'_>, year: &Expression, end: usize, depth: usize) -> Read {
    let comma = atoms.skip(end, Sense::Comma);
    let (words, place) = atoms.relations(comma);
    if comma == end || !is_year(year) || !words.contains(&RelationWord::At) {
        return None;
    }
    let (inner, after) = day_first(atoms, place).or_else(|| month_first(atoms, place, depth + 1))?;
    let is_open = matches!(inner, Expression::Day { year: None, .. } | Expression::Month { year: None, .. });
    is_open.then(|| (Expression::Within { inner: Box::new(inner), outer: Box::new(year.clone()) }, after))
}

/// "The year" after "the end of"; "the day" after "earlier in" is the one told last.
pub(crate) fn here(atoms: &Atoms<'_>, at: usize) -> Read {
    let word = atoms.skip(at, Sense::Article);
    let (unit, times) = atoms.unit(word)?;
    let whole = match unit {
        Unit::Day => Expression::Told { unit, side: Side::Here },
        unit => Expression::Stretch { unit, side: Side::Here },
    };
    (times == 1).then_some((whole, word + 1))
}

/// "Monday", "Monday, March 21", "Monday last week", "Monday of last week".
fn weekday(atoms: &Atoms<'_>, at: usize, depth: usize) -> Read {
    let (number, short) = atoms.find(at, |sense| match sense {
        Sense::Weekday { number, short } => Some((*number, *short)),
        _ => None,
    })?;
    if !atoms.get(at)?.capital {
        return None;
    }
    let after = atoms.skip(at + 1, Sense::Comma);
    // "Monday on March 21"; "Thursday until March 21" names two days.
    let (words, behind) = atoms.relations(after);
    let on = if words.contains(&RelationWord::At) { behind } else { after };
    let date = [after, on].into_iter().find_map(|place| {
        day_first(atoms, place).or_else(|| month_first(atoms, place, depth)).filter(|(date, _)| is_day(date))
    });
    if let Some(date) = date {
        return Some(date);
    }
    if short {
        return None;
    }
    let inner = Expression::Weekday { number, side: Side::Open };
    let evening = after_day_part(atoms, at + 1);
    match sided(atoms, atoms.skip(evening, Sense::Of)) {
        Some((outer @ Expression::Stretch { unit: Unit::Week, .. }, end)) => {
            Some((Expression::Within { inner: Box::new(inner), outer: Box::new(outer) }, end))
        }
        _ => Some((inner, at + 1)),
    }
}

fn is_day(expression: &Expression) -> bool {
    match expression {
        Expression::Day { .. } => true,
        Expression::Range(first, _) => is_day(first),
        _ => false,
    }
}

/// "6 January", "the 6th of January 2022", "6-8 January 2022".
fn day_first(atoms: &Atoms<'_>, at: usize) -> Read {
    let start = atoms.skip(at, Sense::Article);
    let (first, _, mut next) = atoms.day(start)?;
    let mut last = None;
    if (atoms.has(next, Sense::Hyphen) || atoms.has(next, Sense::To) || atoms.has(next, Sense::And))
        && let Some((day, _, end)) = atoms.day(next + 1)
    {
        last = Some(day);
        next = end;
    }
    next = atoms.skip(next, Sense::Of);
    let (month, _) = month(atoms, next)?;
    let (year, end) = year_after(atoms, next + 1);
    let first = Expression::Day { year, month, day: first };
    match last {
        Some(day) => Some((Expression::Range(Box::new(first), Box::new(Expression::Day { year, month, day })), end)),
        None => Some(of_year(atoms, first, end)),
    }
}

/// "New Year's Day", "Christmas Eve 1994".
fn feast(atoms: &Atoms<'_>, at: usize) -> Read {
    let (sense, next) = atoms.phrase(at, |sense| matches!(sense, Sense::Feast { .. }))?;
    let Sense::Feast { month, day } = sense else { return None };
    if !atoms.get(at)?.capital {
        return None;
    }
    let (year, end) = year_after(atoms, next);
    Some(of_year(atoms, Expression::Day { year, month, day }, end))
}

/// "5 April this year", "March 3 last year": a day whose year is told by where it stands.
fn of_year(atoms: &Atoms<'_>, day: Expression, end: usize) -> (Expression, usize) {
    if day.year().is_some() {
        return (day, end);
    }
    let of = atoms.skip(end, Sense::Of);
    match sided(atoms, of).or_else(|| told(atoms, of)) {
        Some((outer, after)) if is_year(&outer) => {
            (Expression::Within { inner: Box::new(day), outer: Box::new(outer) }, after)
        }
        _ => (day, end),
    }
}

/// "March 21, 2022", "March 21-23", "March 2022", "March last year", "March".
fn month_first(atoms: &Atoms<'_>, at: usize, depth: usize) -> Read {
    let (month, short) = month(atoms, at)?;
    let next = at + 1;
    if let Some((day, _, after)) = atoms.day(next).filter(|(_, _, after)| atoms.unit(*after).is_none()) {
        let mut last = None;
        let mut end = after;
        if (atoms.has(after, Sense::Hyphen) || atoms.has(after, Sense::To))
            && let Some((day, _, after)) = atoms.day(after + 1)
        {
            last = Some(day);
            end = after;
        } else if let Some((second, after)) = second_day(atoms, after, day) {
            last = Some(second);
            end = after;
        }
        let (year, end) = year_after(atoms, end);
        let first = Expression::Day { year, month, day };
        return Some(match last {
            Some(day) => (Expression::Range(Box::new(first), Box::new(Expression::Day { year, month, day })), end),
            None => of_year(atoms, first, end),
        });
    }
    let plain = Expression::Month { year: None, month, side: Side::Open };
    let of = atoms.skip(next, Sense::Of);
    if let Some(year) = atoms.year(of) {
        return Some((Expression::Month { year: Some(year), month, side: Side::Open }, of + 1));
    }
    let comma = atoms.skip(next, Sense::Comma);
    if let Some(year) = atoms.year(comma).filter(|_| comma > next) {
        return Some((Expression::Month { year: Some(year), month, side: Side::Open }, comma + 1));
    }
    let outer = sided(atoms, of).or_else(|| told(atoms, of));
    if let Some((outer, end)) = outer.filter(|(outer, _)| depth <= MAX_DEPTH && is_year(outer)) {
        return Some((Expression::Within { inner: Box::new(plain), outer: Box::new(outer) }, end));
    }
    (!short && is_month_word(atoms, at)).then_some((plain, next))
}

/// "And 22" behind "March 21"; in "March 21 and 40 ships" it is no day, nor in "March 21 and 5 April".
fn second_day(atoms: &Atoms<'_>, at: usize, first: u32) -> Option<(u32, usize)> {
    let (day, _, after) = atoms.day(at + 1).filter(|(day, ..)| atoms.has(at, Sense::And) && *day > first)?;
    let counts = atoms.get(after).is_some_and(|next| {
        matches!(next.tag, Tag::Nn | Tag::Nns | Tag::Nnp | Tag::Nnps | Tag::Jj | Tag::Cd) && atoms.year(after).is_none()
    });
    (!counts).then_some((day, after))
}

fn is_year(expression: &Expression) -> bool {
    matches!(expression, Expression::Stretch { unit: Unit::Year, .. } | Expression::Told { unit: Unit::Year, .. })
}

/// Tells whether a month's name that stands alone is no verb: "may", "march".
fn is_month_word(atoms: &Atoms<'_>, at: usize) -> bool {
    atoms.get(at).is_some_and(|atom| {
        !matches!(atom.tag, Tag::Md | Tag::Vb | Tag::Vbp | Tag::Vbd | Tag::Vbz | Tag::Vbg | Tag::Vbn | Tag::Nns)
    })
}

fn month(atoms: &Atoms<'_>, at: usize) -> Option<(u32, bool)> {
    let atom = atoms.get(at)?;
    if !atom.capital {
        return None;
    }
    atoms.find(at, |sense| match sense {
        Sense::Month { number, short } => Some((*number, *short)),
        _ => None,
    })
}

/// Reads a year after a day and month, with or without a comma.
fn year_after(atoms: &Atoms<'_>, at: usize) -> (Option<i32>, usize) {
    let next = atoms.skip(at, Sense::Comma);
    match atoms.year(next).or_else(|| atoms.year(at)) {
        Some(year) => (Some(year), next + 1),
        None => (None, at),
    }
}

/// "The 1990s".
fn decade(atoms: &Atoms<'_>, at: usize) -> Read {
    let word = atoms.skip(at, Sense::Article);
    let atom = atoms.get(word)?;
    if let Some(year) = atoms.words.decade(&atom.word) {
        return Some((Expression::Decade(year), word + 1));
    }
    let next = atoms.get(word + 1).filter(|next| next.token == atom.token + 1 && atoms.year(word).is_some())?;
    let year = atoms.words.decade(&format!("{}{}", atom.word, next.word))?;
    Some((Expression::Decade(year), word + 2))
}

/// "Last week", "this Friday", "next March", "the past three months", "last night".
fn sided(atoms: &Atoms<'_>, at: usize) -> Read {
    let article = atoms.skip(at, Sense::Article);
    let rolling = article > at;
    let mut word = article;
    // "Over the weekend": that before or after, as the tense points.
    if rolling
        && let Some((unit @ Unit::Weekend, 1)) = atoms.unit(word)
        && at.checked_sub(1).and_then(|before| atoms.get(before)).is_some_and(|atom| atom.tag == Tag::In)
    {
        return Some((Expression::Stretch { unit, side: Side::Open }, word + 1));
    }
    let mut side = side(atoms, word)?;
    // "This past week", "this coming Sunday".
    if side == Side::Here
        && let Some(next @ (Side::Back | Side::Ahead)) = self::side(atoms, word + 1)
    {
        side = next;
        word += 1;
    }
    // "The last financial year".
    let next = atoms.skip(word + 1, Sense::KindOfYear);
    if let Some((unit, times)) = atoms.unit(next) {
        let plural = atoms.get(next).is_some_and(|atom| atom.tag == Tag::Nns);
        if plural {
            let (least, most) = atoms.words.unnumbered();
            return rolled(side, Length { least: least * times, most: most * times, unit, further: false }, next + 1);
        }
        // "The next day" follows what was told last, not publication; so does "the next month", but not "in the next month".
        let is_under = at.checked_sub(1).and_then(|before| atoms.get(before)).is_some_and(|atom| atom.tag == Tag::In);
        if rolling && (unit == Unit::Day || side == Side::Ahead && times == 1 && !is_under) {
            return None;
        }
        if rolling && side != Side::Here && unit != Unit::Weekend {
            return rolled(side, Length { least: times, most: times, unit, further: false }, next + 1);
        }
        return (times == 1).then_some((Expression::Stretch { unit, side }, next + 1));
    }
    if let Some((least, most, end)) = atoms.count(next)
        && let Some((unit, times)) = atoms.unit(end)
    {
        return rolled(side, Length { least: least * times, most: most * times, unit, further: false }, end + 1);
    }
    if atoms.has(next, Sense::DayPart) {
        let day = i64::from(side == Side::Ahead) - i64::from(side == Side::Back);
        return Some((Expression::Days { from: day, to: day }, next + 1));
    }
    if let Some((Expression::Weekday { number, side: Side::Open }, end)) = weekday(atoms, next, MAX_DEPTH) {
        return Some((Expression::Weekday { number, side }, end));
    }
    if let Some((month, false)) = month(atoms, next) {
        return Some((Expression::Month { year: None, month, side }, next + 1));
    }
    season(atoms, next, side)
}

fn rolled(side: Side, length: Length, end: usize) -> Read {
    match side {
        Side::Back | Side::Ahead => Some((Expression::Rolling { length, ahead: side == Side::Ahead }, end)),
        Side::Here | Side::Open => None,
    }
}

fn side(atoms: &Atoms<'_>, at: usize) -> Option<Side> {
    atoms.find(at, |sense| match sense {
        Sense::Back => Some(Side::Back),
        Sense::Here => Some(Side::Here),
        Sense::Ahead => Some(Side::Ahead),
        _ => None,
    })
}

/// "The same day", "that month", "that same year", "the following year", "that August".
fn told(atoms: &Atoms<'_>, at: usize) -> Read {
    let word = atoms.skip(at, Sense::Article);
    let is_doubled = atoms.has(word, Sense::ToldHere) && atoms.has(word + 1, Sense::ToldHere);
    let word = if is_doubled { word + 1 } else { word };
    let side = atoms.find(word, |sense| match sense {
        Sense::ToldBack => Some(Side::Back),
        Sense::ToldHere => Some(Side::Here),
        Sense::ToldAhead => Some(Side::Ahead),
        Sense::Ahead if word > at => Some(Side::Ahead),
        _ => None,
    })?;
    if side == Side::Here
        && let Some((month, false)) = month(atoms, word + 1)
    {
        let inner = Box::new(Expression::Month { year: None, month, side: Side::Open });
        let outer = Box::new(Expression::Told { unit: Unit::Year, side });
        return Some((Expression::Within { inner, outer }, word + 2));
    }
    // "The following May" is counted from what was told, "the next May" from publication.
    if side != Side::Here
        && let Some((inner, end)) = month_or_weekday(atoms, word + 1)
        && !atoms.has(word, Sense::Ahead)
    {
        return Some((Expression::Next { inner: Box::new(inner), ahead: side == Side::Ahead }, end));
    }
    let (unit, times) = atoms.unit_or_part(word + 1)?;
    (times == 1).then_some((Expression::Told { unit, side }, word + 2))
}

/// A month or weekday that stands alone.
fn month_or_weekday(atoms: &Atoms<'_>, at: usize) -> Read {
    if let Some((month, false)) = month(atoms, at) {
        return Some((Expression::Month { year: None, month, side: Side::Open }, at + 1));
    }
    weekday(atoms, at, MAX_DEPTH).filter(|(day, _)| matches!(day, Expression::Weekday { .. }))
}

/// "Two weeks ago", "three days earlier", "for six months", "hours later", "the day before".
fn counted(atoms: &Atoms<'_>, at: usize) -> Read {
    if atoms.has(at, Sense::Article)
        && let Some((unit, 1)) = atoms.unit_or_part(at + 1)
        && (atoms.has(at + 2, Sense::ShiftAhead) || atoms.has(at + 2, Sense::ShiftBack))
    {
        let length = Length { least: 1, most: 1, unit, further: false };
        // "The day after the arrests" counts from them.
        if let Some(end) = atoms.deed_told(at + 3) {
            return Some((Expression::Shift { length, ahead: atoms.has(at + 2, Sense::ShiftAhead) }, end));
        }
        if !ends_phrase(atoms, at + 2) {
            return (unit == Unit::Day).then_some((Expression::Long(length), at + 2));
        }
        let ahead = atoms.has(at + 2, Sense::ShiftAhead);
        return Some((Expression::Shift { length, ahead }, at + 3));
    }
    let mut place = at;
    let mut further = false;
    while atoms.has(place, Sense::Further) || (atoms.has(place, Sense::Article) && place == at) {
        further |= atoms.has(place, Sense::Further);
        place += 1;
    }
    let plural_at = |place: usize| atoms.get(place).is_some_and(|atom| atom.tag == Tag::Nns);
    let (least, most, mut end) = match atoms.count(place) {
        Some(count) => count,
        None if plural_at(place) || further => {
            let (least, most) = if plural_at(place) { atoms.words.unnumbered() } else { (1, 1) };
            (least, most, place)
        }
        // "Half a century ago".
        None => match atoms.long_unit(place) {
            Some((_, _, after)) if after > place + 1 => (1, 1, place),
            _ => return None,
        },
    };
    if atoms.has(end, Sense::Further) {
        further = true;
        end += 1;
    }
    // "A three-day visit" says how long the visit is, not when the act happened.
    if atoms.has(end, Sense::Hyphen) {
        return None;
    }
    let (unit, times, next) = atoms.long_unit(end)?;
    let (least, most) = compared(atoms, at, (least * times, most * times));
    let length = Length { least, most, unit, further };
    if atoms.has(next, Sense::Ago) {
        return Some((Expression::Away { length, ahead: false }, next + 1));
    }
    let ahead = atoms.has(next, Sense::ShiftAhead);
    // "Hours after the meeting" is the day told before, or the next; of longer stretches the meeting's own
    // date is wanted.
    let at_once = unit == Unit::Hour && at == 0;
    if (ahead || atoms.has(next, Sense::ShiftBack)) && (at_once || ends_phrase(atoms, next)) {
        return Some((Expression::Shift { length, ahead }, next + 1));
    }
    if (ahead || atoms.has(next, Sense::ShiftBack))
        && let Some(end) = atoms.deed_told(next + 1)
    {
        return Some((Expression::Shift { length, ahead }, end));
    }
    if (ahead || atoms.has(next, Sense::ShiftBack)) && atoms.refers_back(next + 1) {
        return Some((Expression::Shift { length, ahead }, next + 2));
    }
    Some((Expression::Long(length), next))
}

/// Returns how many at least and at the most, where words before a length say that it is less or more: "less than six months
/// after".
fn compared(atoms: &Atoms<'_>, at: usize, (least, most): (u32, u32)) -> (u32, u32) {
    let stands = |wanted: Sense| {
        [1, 2]
            .into_iter()
            .filter_map(|back| at.checked_sub(back))
            .any(|from| atoms.phrase(from, |sense| *sense == wanted).is_some_and(|(_, end)| end == at))
    };
    if stands(Sense::Fewer) {
        (0, most)
    } else if stands(Sense::Above) {
        (least, most + most.div_ceil(2))
    } else {
        (least, most)
    }
}

/// Tells whether "before" or "after" stands at the end of a phrase and governs nothing.
fn ends_phrase(atoms: &Atoms<'_>, at: usize) -> bool {
    let governs = atoms.relations(at).1 > at;
    !governs
        || atoms.get(at + 1).is_none_or(|next| match next.tag {
            Tag::Comma | Tag::Stop | Tag::Colon | Tag::CloseQuote | Tag::CloseBracket | Tag::Cc => true,
            // "Had the day before recalled its envoy".
            Tag::Vbd | Tag::Vbn => true,
            // "Said the day before that it had left", "met the day before in Lima"; not "the day after at least two left".
            Tag::In => atoms.has(at + 1, Sense::ToldHere) || is_place(atoms, at + 1),
            _ => false,
        })
}

/// Tells whether a preposition says where or by whom something is done.
fn is_place(atoms: &Atoms<'_>, at: usize) -> bool {
    let places = |word: &RelationWord| matches!(word, RelationWord::At | RelationWord::By);
    let words = atoms.relations(at).0;
    // "After at least two", "after over 20".
    let is_more = atoms.get(at + 1).is_some_and(|next| match next.tag {
        Tag::Jjs | Tag::Rbs => true,
        Tag::Cd => words.contains(&RelationWord::Length),
        _ => false,
    });
    !is_more && words.iter().any(places)
}

/// "Yesterday", "today", "overnight".
fn deictic(atoms: &Atoms<'_>, at: usize) -> Read {
    let (from, to) = atoms.find(at, |sense| match sense {
        Sense::Deictic { from, to } => Some((*from, *to)),
        _ => None,
    })?;
    // "Overnight to Monday": the night is that before the day.
    let till = (from < to && atoms.has(at + 1, Sense::To)).then(|| nested(atoms, at + 2, MAX_DEPTH)).flatten();
    till.filter(|(day, _)| is_day(day) || matches!(day, Expression::Weekday { .. }))
        .or(Some((Expression::Days { from, to }, at + 1)))
}

/// "Spring 2022", "the summer of 2020", "the summer of last year"; "the fall of the city" is none.
fn season(atoms: &Atoms<'_>, at: usize, side: Side) -> Read {
    let word = atoms.skip(at, Sense::Article);
    let (first, last) = atoms.find(word, |sense| match sense {
        Sense::Season { first, last } => Some((*first, *last)),
        _ => None,
    })?;
    let of = atoms.skip(word + 1, Sense::Of);
    let year = atoms.year(of);
    let outer = sided(atoms, of).or_else(|| told(atoms, of)).filter(|(outer, _)| is_year(outer) && side == Side::Open);
    if let Some((outer, end)) = outer {
        let inner = Box::new(Expression::Season { year: None, first, last, side });
        return Some((Expression::Within { inner, outer: Box::new(outer) }, end));
    }
    let named = of == word + 1 && (side != Side::Open || word > at);
    (year.is_some() || named)
        .then_some((Expression::Season { year, first, last, side }, if year.is_some() { of + 1 } else { word + 1 }))
}

fn year(atoms: &Atoms<'_>, at: usize) -> Read {
    let year = atoms.year(at).filter(|year| (1800..2200).contains(year))?;
    Some((Expression::Year(year), at + 1))
}

/// "1932-35", "1998-2000".
fn years(atoms: &Atoms<'_>, at: usize) -> Read {
    let begins = atoms.year(at).filter(|year| (1800..2200).contains(year))?;
    let last = atoms.get(at + 2).filter(|_| atoms.has(at + 1, Sense::Hyphen))?;
    let number = i32::try_from(last.number?).ok()?;
    let ends = match last.word.len() {
        4 => number,
        2 => number + begins - begins.rem_euclid(100),
        _ => return None,
    };
    (begins < ends).then(|| {
        let range = Expression::Range(Box::new(Expression::Year(begins)), Box::new(Expression::Year(ends)));
        (range, at + 3)
    })
}

/// "The 15th".
fn day_alone(atoms: &Atoms<'_>, at: usize) -> Read {
    let word = atoms.skip(at, Sense::Article);
    let atom = atoms.get(word).filter(|_| word > at)?;
    let number = atoms.words.ordinal(&atom.word).filter(|number| (1..=31).contains(number))?;
    let stands_alone = atoms.get(word + 1).is_none_or(|next| {
        !matches!(next.tag, Tag::Nn | Tag::Nns | Tag::Nnp | Tag::Nnps | Tag::Jj | Tag::Cd | Tag::Vbn)
    });
    stands_alone.then_some((Expression::DayOfMonth(number), word + 1))
}

fn after_day_part(atoms: &Atoms<'_>, at: usize) -> usize {
    atoms.skip(at, Sense::DayPart)
}
