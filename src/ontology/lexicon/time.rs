//! Words that place an act in time, by what each may mean.

use crate::ontology::by_word::ByWord;
use crate::ontology::check::Problem;
use crate::ontology::raw::lexicon::RawTime;

use super::TIME as FILE;

/// What a word or phrase may mean in an expression of time.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Sense {
    /// A month, 1 to 12; short forms count only beside a number.
    Month {
        /// 1 to 12.
        number: u32,
        /// Whether it is an abbreviation.
        short: bool,
    },
    /// A weekday, Monday 0 to Sunday 6.
    Weekday {
        /// 0 to 6.
        number: u32,
        /// Whether it is an abbreviation.
        short: bool,
    },
    /// A season by its months; the last below the first lies in the next year.
    Season {
        /// The first month.
        first: u32,
        /// The last month.
        last: u32,
    },
    /// A day that is the same in every year: "Christmas Day".
    Feast {
        /// 1 to 12.
        month: u32,
        /// 1 to 31.
        day: u32,
    },
    /// How many.
    Number {
        /// At least.
        least: u32,
        /// At the most.
        most: u32,
    },
    /// A place in a row.
    Ordinal(u32),
    /// A stretch of time.
    Unit {
        /// What it is counted in.
        unit: Unit,
        /// How many of these.
        times: u32,
    },
    /// Days counted from publication.
    Deictic {
        /// The first.
        from: i64,
        /// The last.
        to: i64,
    },
    /// A part of a day.
    DayPart,
    /// A part of a longer stretch, in hundredths.
    Part {
        /// Where it begins.
        from: u32,
        /// Where it ends.
        to: u32,
    },
    /// The part of a stretch before publication.
    Sooner,
    /// The part of a stretch after publication.
    Later,
    /// The one before that of publication.
    Back,
    /// That of publication.
    Here,
    /// The one after that of publication.
    Ahead,
    /// The one before that told last.
    ToldBack,
    /// That told last.
    ToldHere,
    /// The one after that told last.
    ToldAhead,
    /// What kind of year: "financial".
    KindOfYear,
    /// Counts a length back from publication.
    Ago,
    /// Counts a length back from what was told last.
    ShiftBack,
    /// Counts a length on from what was told last.
    ShiftAhead,
    /// Says nothing about the date that it stands before.
    Filler,
    /// Says that a length is less than what is named.
    Fewer,
    /// Says that a length is more than what is named.
    Above,
    /// Counts what has not happened for some time: "the first visit since".
    Record,
    /// Makes a length one more of something already running.
    Further,
    /// A noun for what was told and dated before: "the raid".
    Deed,
    /// The definite article.
    Article,
    /// Joins a part and its whole.
    Of,
    /// Joins two.
    And,
    /// Joins the ends of a range.
    To,
    /// Joins the ends of a range.
    Hyphen,
    /// Separates the parts of a date.
    Comma,
    /// What a preposition says of the date after it.
    Relation(RelationWord),
    /// Before publication, without a date.
    Earlier,
    /// At the date told last.
    Then,
    /// A preposition under which a noun dates what it stands beside.
    Occasion,
    /// A noun that does so under any preposition.
    OccasionNoun,
    /// A noun for the day before what stands under it.
    Eve,
    /// A preposition under which a noun tells what an act is about, and keeps its dates.
    Cause,
    /// What an act is done for rather than because of, so that both have one date: "came for talks in May".
    End,
    /// What a clause with "when" beside it tells the origin of.
    Origin,
    /// A verb that says of what was told before that it came about.
    Happening,
    /// Begins a clause that tells when the act of the clause above was.
    Moment,
    /// A participle that opens a sentence and tells the occasion.
    Opening,
    /// A verb that with a noun of the next kind says when something begins to hold: "takes effect".
    EffectVerb,
    /// The noun of such a phrase.
    EffectNoun,
    /// How a clause stands in time to the one it depends on.
    Clause(ClauseTime),
}

/// What lengths are counted in.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Unit {
    /// Hours and less.
    Hour,
    /// Days.
    Day,
    /// Weeks from Monday to Sunday.
    Week,
    /// Saturday and Sunday.
    Weekend,
    /// Calendar months.
    Month,
    /// Quarters of a calendar year.
    Quarter,
    /// Calendar years.
    Year,
    /// Ten years.
    Decade,
}

/// What a preposition says of the date after it.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum RelationWord {
    /// On that date.
    At,
    /// Beginning on that date.
    From,
    /// Beginning then and going on.
    Since,
    /// Ending then.
    Until,
    /// On or before.
    By,
    /// Before.
    Before,
    /// After.
    After,
    /// Not later than a length from now.
    Within,
    /// Between two dates.
    Between,
    /// For as long.
    Length,
    /// That long from now.
    Hence,
}

/// How a clause stands in time to the one it depends on.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum ClauseTime {
    /// It comes first.
    BeforeMain,
    /// It comes later.
    AfterMain,
    /// Both at once.
    WithMain,
}

/// The words after the first of a phrase, and what it means.
type Phrase = (Vec<Box<str>>, Sense);

/// Words and phrases with what they may mean.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct TimeWords {
    words: ByWord<Vec<Sense>>,
    /// By first word; the longest first.
    phrases: ByWord<Vec<Phrase>>,
    ordinal_endings: Vec<Box<str>>,
    decade_endings: Vec<Box<str>>,
    unnumbered: (u32, u32),
}

impl TimeWords {
    /// Returns what one word may mean.
    #[must_use]
    pub fn senses(&self, word: &str) -> &[Sense] {
        self.words.list(word)
    }

    /// Returns the phrases of several words that start with a word, the longest first.
    #[must_use]
    pub fn phrases(&self, first: &str) -> &[(Vec<Box<str>>, Sense)] {
        self.phrases.list(first)
    }

    /// Returns the number of an ordinal written in digits, "15th".
    #[must_use]
    pub fn ordinal(&self, word: &str) -> Option<u32> {
        self.ordinal_endings
            .iter()
            .find_map(|ending| word.strip_suffix(&**ending))
            .and_then(|digits| digits.parse().ok())
    }

    /// Returns the first year of a decade written in digits, "1990s".
    #[must_use]
    pub fn decade(&self, word: &str) -> Option<i32> {
        let digits = self.decade_endings.iter().find_map(|ending| word.strip_suffix(&**ending))?;
        let digits = digits.trim_end_matches(['\'', '’']);
        digits.parse().ok().filter(|year| digits.len() == 4 && year % 10 == 0)
    }

    /// Returns how many a plural without a number stands for.
    #[must_use]
    pub fn unnumbered(&self) -> (u32, u32) {
        self.unnumbered
    }

    pub(crate) fn check(raw: &RawTime, problems: &mut Vec<Problem>) -> Self {
        let mut checked = Self {
            words: ByWord::default(),
            phrases: ByWord::default(),
            ordinal_endings: boxed(&raw.ordinal_endings),
            decade_endings: boxed(&raw.decade_endings),
            unnumbered: (raw.unnumbered.least, raw.unnumbered.most),
        };
        checked.calendar(raw, problems);
        checked.counting(raw, problems);
        let plain: [(&[String], Sense); 39] = [
            (&raw.day_part, Sense::DayPart),
            (&raw.sooner, Sense::Sooner),
            (&raw.later, Sense::Later),
            (&raw.back, Sense::Back),
            (&raw.here, Sense::Here),
            (&raw.ahead, Sense::Ahead),
            (&raw.told_back, Sense::ToldBack),
            (&raw.told_here, Sense::ToldHere),
            (&raw.told_ahead, Sense::ToldAhead),
            (&raw.kind_of_year, Sense::KindOfYear),
            (&raw.ago, Sense::Ago),
            (&raw.shift_back, Sense::ShiftBack),
            (&raw.shift_ahead, Sense::ShiftAhead),
            (&raw.filler, Sense::Filler),
            (&raw.further, Sense::Further),
            (&raw.deed, Sense::Deed),
            (&raw.fewer, Sense::Fewer),
            (&raw.above, Sense::Above),
            (&raw.record, Sense::Record),
            (&raw.article, Sense::Article),
            (&raw.of, Sense::Of),
            (&raw.and, Sense::And),
            (&raw.to, Sense::To),
            (&raw.hyphen, Sense::Hyphen),
            (&raw.comma, Sense::Comma),
            (&raw.adverbial.earlier, Sense::Earlier),
            (&raw.adverbial.then, Sense::Then),
            (&raw.occasion.prepositions, Sense::Occasion),
            (&raw.occasion.nouns, Sense::OccasionNoun),
            (&raw.occasion.eves, Sense::Eve),
            (&raw.cause.prepositions, Sense::Cause),
            (&raw.cause.ends, Sense::End),
            (&raw.origin.nouns, Sense::Origin),
            (&raw.clause.moment, Sense::Moment),
            (&raw.clause.happening, Sense::Happening),
            (&raw.clause.opening, Sense::Opening),
            (&raw.effect.verbs, Sense::EffectVerb),
            (&raw.effect.nouns, Sense::EffectNoun),
            (&raw.clause.before_main, Sense::Clause(ClauseTime::BeforeMain)),
        ];
        for (words, sense) in plain {
            checked.add(words, sense);
        }
        checked.add(&raw.clause.after_main, Sense::Clause(ClauseTime::AfterMain));
        checked.add(&raw.clause.with_main, Sense::Clause(ClauseTime::WithMain));
        for (name, words) in &raw.relation {
            match relation(name) {
                Some(word) => checked.add(words, Sense::Relation(word)),
                None => problems.push(wrong(
                    0,
                    "relation",
                    name,
                    "at, from, since, until, by, before, after, within, between, length or hence",
                )),
            }
        }
        for phrases in checked.phrases.values_mut() {
            phrases.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then_with(|| a.cmp(b)));
        }
        checked
    }

    fn calendar(&mut self, raw: &RawTime, problems: &mut Vec<Problem>) {
        for month in &raw.month {
            if !(1..=12).contains(&month.number) {
                problems.push(wrong(month.line, "month", &month.number.to_string(), "1 to 12"));
            }
            self.add(&month.names, Sense::Month { number: month.number, short: false });
            self.add(&month.short, Sense::Month { number: month.number, short: true });
        }
        for day in &raw.weekday {
            if !(1..=7).contains(&day.number) {
                problems.push(wrong(day.line, "weekday", &day.number.to_string(), "1 to 7"));
            }
            let number = day.number.saturating_sub(1);
            self.add(&day.names, Sense::Weekday { number, short: false });
            self.add(&day.short, Sense::Weekday { number, short: true });
        }
        for season in &raw.season {
            for month in [season.first, season.last] {
                if !(1..=12).contains(&month) {
                    problems.push(wrong(season.line, "month of a season", &month.to_string(), "1 to 12"));
                }
            }
            self.add(&season.names, Sense::Season { first: season.first, last: season.last });
        }
        for feast in &raw.feast {
            if !(1..=12).contains(&feast.month) || !(1..=31).contains(&feast.day) {
                let found = format!("{}-{}", feast.month, feast.day);
                problems.push(wrong(feast.line, "day of a feast", &found, "a month of 1 to 12 and a day of 1 to 31"));
            }
            self.add(&feast.names, Sense::Feast { month: feast.month, day: feast.day });
        }
    }

    fn counting(&mut self, raw: &RawTime, problems: &mut Vec<Problem>) {
        for number in &raw.number {
            if number.most < number.least {
                problems.push(wrong(number.line, "number", &number.most.to_string(), "at least `least`"));
            }
            self.add(&number.words, Sense::Number { least: number.least, most: number.most });
        }
        for ordinal in &raw.ordinal {
            if !(1..=31).contains(&ordinal.number) {
                problems.push(wrong(ordinal.line, "ordinal", &ordinal.number.to_string(), "1 to 31"));
            }
            self.add(&ordinal.words, Sense::Ordinal(ordinal.number));
        }
        for stretch in &raw.unit {
            match unit(&stretch.unit) {
                Some(unit) => self.add(&stretch.words, Sense::Unit { unit, times: stretch.times }),
                None => problems.push(wrong(
                    stretch.line,
                    "unit",
                    &stretch.unit,
                    "hour, day, week, weekend, month, quarter, year or decade",
                )),
            }
        }
        for deictic in &raw.deictic {
            if deictic.to < deictic.from {
                problems.push(wrong(deictic.line, "last day", &deictic.to.to_string(), "at least `from`"));
            }
            self.add(&deictic.words, Sense::Deictic { from: deictic.from, to: deictic.to });
        }
        for part in &raw.part {
            if part.to < part.from || part.to > 100 {
                problems.push(wrong(part.line, "end of a part", &part.to.to_string(), "hundredths from `from` to 100"));
            }
            self.add(&part.words, Sense::Part { from: part.from, to: part.to });
        }
    }

    fn add(&mut self, words: &[String], sense: Sense) {
        for word in words {
            let parts: Vec<Box<str>> = word.split(' ').map(Into::into).collect();
            match parts.as_slice() {
                [single] => self.words.push(single, sense),
                [first, ..] => self.phrases.push(&first.clone(), (parts, sense)),
                [] => {}
            }
        }
    }
}

fn boxed(words: &[String]) -> Vec<Box<str>> {
    words.iter().map(|word| word.as_str().into()).collect()
}

fn wrong(line: u32, list: &str, found: &str, expected: &str) -> Problem {
    Problem::at(FILE, line, format!("{found:?} is no {list}; {expected} was expected"))
}

fn relation(name: &str) -> Option<RelationWord> {
    Some(match name {
        "at" => RelationWord::At,
        "from" => RelationWord::From,
        "since" => RelationWord::Since,
        "until" => RelationWord::Until,
        "by" => RelationWord::By,
        "before" => RelationWord::Before,
        "after" => RelationWord::After,
        "within" => RelationWord::Within,
        "between" => RelationWord::Between,
        "length" => RelationWord::Length,
        "hence" => RelationWord::Hence,
        _ => return None,
    })
}

fn unit(name: &str) -> Option<Unit> {
    Some(match name {
        "hour" => Unit::Hour,
        "day" => Unit::Day,
        "week" => Unit::Week,
        "weekend" => Unit::Weekend,
        "month" => Unit::Month,
        "quarter" => Unit::Quarter,
        "year" => Unit::Year,
        "decade" => Unit::Decade,
        _ => return None,
    })
}
