//! Did you mean: the names nearest to what was typed.

/// How many names are offered.
const MOST: usize = 5;

/// Returns the known names nearest to a typed one, nearest first; none where nothing is near.
pub(super) fn nearest<'a>(typed: &str, known: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let typed = typed.to_lowercase();
    let most = (typed.chars().count() / 3).max(1);
    let mut near: Vec<(usize, &str)> = known
        .filter_map(|name| {
            let lower = name.to_lowercase();
            let distance = distance(&typed, &lower);
            let begins = typed.chars().count() >= 3 && (lower.starts_with(&typed) || typed.starts_with(&lower));
            (distance <= most || begins).then_some((distance, name))
        })
        .collect();
    near.sort_unstable();
    near.dedup();
    near.into_iter().take(MOST).map(|(_, name)| name).collect()
}

/// The number of letters to add, drop, change or swap with their neighbor (optimal string alignment).
fn distance(one: &str, other: &str) -> usize {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=other.len()).collect();
    for (i, a) in one.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, b) in other.iter().enumerate() {
            let at = |row: &[usize], index: usize| row.get(index).copied().unwrap_or(usize::MAX - 1);
            let changed = at(&last, j) + usize::from(a != b);
            let mut best = changed.min(at(&last, j + 1) + 1).min(at(&row, j) + 1);
            let swapped = i > 0 && j > 0 && one.get(i - 1) == Some(b) && other.get(j - 1) == Some(a);
            if swapped {
                best = best.min(at(&before, j - 1) + 1);
            }
            row.push(best);
        }
        before = std::mem::replace(&mut last, row);
    }
    last.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{distance, nearest};

    #[test]
    fn distances_count_letters() {
        for (one, other, want) in
            [("", "", 0), ("japan", "japan", 0), ("jpan", "japan", 1), ("ajpan", "japan", 1), ("", "eu", 2)]
        {
            assert_eq!(distance(one, other), want, "{one} {other}");
        }
    }

    #[test]
    fn only_what_is_near_is_offered() {
        let known = ["Japan", "Jordan", "Germany", "Georgia", "Japanese"];
        assert_eq!(nearest("jpaan", known.into_iter()), ["Japan"]);
        assert_eq!(nearest("GRMANY", known.into_iter()), ["Germany"]);
        assert_eq!(nearest("japa", known.into_iter()), ["Japan", "Japanese"]);
        assert!(nearest("Zzzz", known.into_iter()).is_empty());
    }
}
