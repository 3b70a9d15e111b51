//! How long ago a day was, as people say it.

use crate::model::day::Day;

/// Says how long before a day another was: `22 months ago`.
#[must_use]
pub fn age(day: Day, at: Day) -> String {
    let days = at.days_since(day);
    let (n, unit) = match days.unsigned_abs() {
        0 => return "the same day".to_owned(),
        n @ 1..14 => (n, "day"),
        n @ 14..61 => (n / 7, "week"),
        n @ 61..731 => (n * 100 / 3044, "month"),
        n => (n * 100 / 36525, "year"),
    };
    let many = if n == 1 { "" } else { "s" };
    if days < 0 { format!("in {n} {unit}{many}") } else { format!("{n} {unit}{many} ago") }
}

#[cfg(test)]
mod tests {
    use super::age;

    #[test]
    fn ages_are_said_in_the_unit_that_fits() {
        let at = "2024-02-01".parse().unwrap();
        let said = |day: &str| age(day.parse().unwrap(), at);
        for (day, want) in [
            ("2024-02-01", "the same day"),
            ("2024-01-31", "1 day ago"),
            ("2024-01-10", "3 weeks ago"),
            ("2022-03-21", "22 months ago"),
            ("2021-01-31", "3 years ago"),
            ("2024-03-01", "in 4 weeks"),
        ] {
            assert_eq!(said(day), want, "{day}");
        }
    }
}
