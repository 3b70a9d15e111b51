//! Each rule and each guard of MODEL section 3: small histories and how they stand on several dates.
//!
//! A case is the events, a line `--`, and on each further line a date, a relation and how it must stand:
//! `2022-04-01 RUS-JPN negotiations[peace-treaty] suspended from RUS since 2022-03-21 reported`. A line
//! `2022-03-01 RUS-JPN nothing` wants no relation at all. Options before the colon of a case: `known-by=D`.

use crate::history::told;
use crate::tables::tables;
use detente::graph::replay::replay;
use detente::graph::{Basis, Knowledge, Standing};
use detente::model::day::{Day, Interval};
use std::fmt::Write as _;

/// How a standing is written in a case.
pub(crate) fn written(standing: &Standing) -> String {
    let mut text = standing.dimension.to_string();
    if let Some(topic) = &standing.topic {
        let _ = write!(text, "[{topic}]");
    }
    let state = standing.state.as_ref().map_or("unknown", |state| state.as_str());
    let _ = write!(text, " {state}");
    if let Some(from) = &standing.from {
        let _ = write!(text, " from {from}");
    }
    if let Some(since) = &standing.since {
        let _ = write!(text, " since {}", Interval { ..*since });
    }
    if standing.basis != Basis::Unknown {
        let _ = write!(text, " {}", standing.basis.as_str());
    }
    if let Some(last) =
        standing.last_confirmed.filter(|&last| standing.since.and_then(|since| since.latest) != Some(last))
    {
        let _ = write!(text, " confirmed {last}");
    }
    if let Some(until) = standing.until {
        let _ = write!(text, " until {until}");
    }
    for (flag, set) in [("lapsed", standing.lapsed), ("stale", standing.stale), ("disputed", standing.disputed)] {
        if set {
            let _ = write!(text, " {flag}");
        }
    }
    for pending in &standing.pending {
        let _ = write!(text, " pending {} {}", pending.state, pending.occurred);
    }
    for claim in &standing.claims {
        let side = claim.side.as_ref().map_or("outlet", |side| side.as_str());
        let _ = write!(text, " claim {side} {}", claim.state);
    }
    for threat in &standing.standing_threats {
        let _ = write!(text, " threat {}", threat.occurred);
    }
    text
}

/// Folds the events of a case and compares every date.
fn check(case: &str) {
    let (history, wanted) = case.split_once("--").expect("a line -- between events and dates");
    let projection = replay(tables(), &told(history));
    let mut found = String::new();
    let mut expected = String::new();
    for line in wanted.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let mut words = line.split_whitespace();
        let at: Day = words.next().and_then(|day| day.parse().ok()).expect("a date");
        let mut pair = words.next().expect("a pair");
        let mut knowledge = Knowledge::default();
        if let Some(day) = pair.strip_prefix("known-by=") {
            knowledge.known_by = day.parse().ok();
            pair = words.next().expect("a pair");
        }
        let want: Vec<&str> = words.collect();
        let (one, other) = pair.split_once('-').expect("a pair");
        let lens = projection.lens(&knowledge);
        let between = lens.between(&one.parse().expect("an id"), &other.parse().expect("an id"));
        let standings = between.map(|between| between.standings(at)).unwrap_or_default();
        let written: Vec<String> = standings.iter().map(written).collect();
        let _ = writeln!(expected, "{at} {pair} {}", want.join(" "));
        let _ = writeln!(
            found,
            "{at} {pair} {}",
            if written.is_empty() { "nothing".to_owned() } else { written.join(" & ") }
        );
    }
    pretty(&expected, &found, history);
}

fn pretty(expected: &str, found: &str, history: &str) {
    assert!(expected == found, "\n{history}\nexpected\n{expected}\nfound\n{found}");
}

#[test]
fn the_seed() {
    check(
        "2024-01-31 RUS>JPN negotiations-refused peace-treaty speaker=RUS.MFA article=s
         ..2024-01-31 JPN>RUS statement-made territorial-dispute speaker=JPN.fumio-kishida article=s stance=supports published=2024-01-31
         ..2024-01-31 JPN>RUS statement-made peace-treaty speaker=JPN.fumio-kishida article=s stance=supports published=2024-01-31
         ..2024-01-31 JPN>RUS sanctions-maintained sanctions speaker=JPN.fumio-kishida article=s published=2024-01-31
         2022-03-21 RUS>JPN statement-made retaliatory-measures speaker=RUS.MFA article=s published=2024-01-31
         2022-03-21 RUS>JPN negotiations-suspended peace-treaty speaker=RUS.MFA article=s published=2024-01-31
         2024-01-31 RUS>JPN threat-made countermeasures speaker=RUS.maria-zakharova article=s
         2024-01-31 RUS>JPN accusation-made unfriendly-course speaker=RUS.maria-zakharova article=s
         2024-01-31 RUS>JPN accusation-made military-activity speaker=RUS.maria-zakharova article=s
         2024-01-31 RUS>JPN negotiations-refused peace-treaty speaker=RUS.maria-zakharova article=s
         --
         2022-03-01 RUS-JPN negotiations[peace-treaty] under-way since ..2022-03-01 implied
         2022-04-01 RUS-JPN negotiations[peace-treaty] suspended from RUS since 2022-03-21 reported
         2024-02-01 RUS-JPN negotiations[peace-treaty] suspended from RUS since 2022-03-21 reported confirmed 2024-01-31 \
         & sanctions[sanctions] in-force from JPN since ..2024-01-31 confirmed \
         & dispute[military-activity] active from RUS since 2024-01-31 reported \
         & dispute[unfriendly-course] active from RUS since 2024-01-31 reported \
         & force threatened from RUS since 2024-01-31 reported
         2024-02-01 known-by=2023-12-31 RUS-JPN nothing",
    );
}
