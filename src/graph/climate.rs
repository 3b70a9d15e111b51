//! The climate between two: one number from all acts, older ones weighing less.
//!
//! Score x 2^(-age in days / 180), summed over folded actual acts between the two, both ways. The sum is
//! carried along in the order of what acts say, so that it is the same to the last bit whatever the
//! order of ingestion, and a day is answered by one search. It is rounded to a tenth, and the band is
//! that of the rounded number, so that the two never disagree.

use super::facts::Facts;
use super::folding::Folded;
use super::rules::Rules;
use crate::model::category::Mode;
use crate::model::day::Day;

/// After how many days an act weighs half.
const HALF_LIFE: f64 = 180.0;

/// The climate between two on a day.
#[derive(Copy, Clone, PartialEq, Debug)]
pub struct Climate {
    /// The weighted sum of scores, in tenths.
    pub tenths: i64,
    /// The number of acts behind it.
    pub n_events: u32,
}

impl Climate {
    /// Returns the weighted sum of scores, to a tenth.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "sums of scores are far below 2^52")]
    pub fn score(self) -> f64 {
        self.tenths as f64 / 10.0
    }

    /// Returns the name of the band that the score lies in.
    #[must_use]
    pub fn band(self) -> &'static str {
        match self.tenths {
            ..-200 => "hostile",
            -200..-40 => "strained",
            -40..-10 => "cool",
            -10..=10 => "neutral",
            11..=100 => "warm",
            _ => "friendly",
        }
    }
}

/// The climate between two over time.
#[derive(Clone, Debug, Default)]
pub(crate) struct Weather {
    /// The day, the sum on it, the number of acts up to it.
    sums: Vec<(Day, f64, u32)>,
}

impl Weather {
    pub(crate) fn compile(facts: &Facts, rules: &Rules, folded: &Folded) -> Self {
        let mut sums: Vec<(Day, f64, u32)> = Vec::new();
        for act in &folded.acts {
            let (Mode::Actual, Some(day)) = (act.mode, act.occurred.latest) else { continue };
            let score = f64::from(rules.score(facts.fact(act.first).cameo)) / 10.0;
            match sums.last_mut() {
                Some((last, sum, count)) if *last == day => {
                    *sum += score;
                    *count += 1;
                }
                Some(&mut (last, sum, count)) => sums.push((day, sum * decay(day, last) + score, count + 1)),
                None => sums.push((day, score, 1)),
            }
        }
        Self { sums }
    }

    pub(crate) fn at(&self, day: Day) -> Option<Climate> {
        let after = self.sums.partition_point(|(last, _, _)| *last <= day);
        let &(last, sum, n_events) = self.sums.get(after.checked_sub(1)?)?;
        #[expect(clippy::cast_possible_truncation, reason = "rounding to tenths is what is wanted")]
        let tenths = (sum * decay(day, last) * 10.0).round() as i64;
        Some(Climate { tenths, n_events })
    }
}

#[expect(clippy::cast_precision_loss, reason = "numbers of days are small")]
fn decay(day: Day, earlier: Day) -> f64 {
    (-(day.days_since(earlier) as f64) / HALF_LIFE).exp2()
}
