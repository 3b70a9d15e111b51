//! A small ontology for tests of the fold, in a few lines of text.

use detente::graph::rules::{DimensionRule, EffectRule, Force, Membership, Rules, TypeRule};
use detente::model::id::Topic;
use std::sync::Arc;

/// name; states, worst first; kind; shelf life; finals; what a threat replaces
const DIMENSIONS: &str = "
diplomatic-ties; severed downgraded envoy-recalled established upgraded; mutual; -; severed
negotiations; collapsed refused suspended proposed agreed under-way concluded; mutual topic; 365; concluded
sanctions; tightened in-force threatened eased suspended lifted; directed topic; 540; lifted; lifted
dispute; active eased settled; mutual topic; 730; settled
force; hostilities blockade mobilised threatened ceasefire withdrawn peace; directed; 90; peace; withdrawn peace
agreement; terminated withdrawn breached suspended expired signed in-force; mutual topic; -; terminated
";

/// type; dimension; state; further words
///
/// `pre` what it presupposes, `not` what its denial confirms, `confirms` a confirmation and what else agrees with
/// it, `threat`, `restore`, `from` the only states moved, `reaffirms`, `joint`, `both`, `topic` needs one, `own`
/// own voice only, `stance`, `cancels`.
const TYPES: &str = "
ties-severed; diplomatic-ties; severed; pre=established,upgraded,downgraded,envoy-recalled not=established
ties-downgraded; diplomatic-ties; downgraded; pre=established,upgraded,envoy-recalled
ties-restored; diplomatic-ties; established; pre=severed,downgraded joint
ties-upgraded; diplomatic-ties; upgraded; pre=established joint
ambassador-recalled; diplomatic-ties; envoy-recalled; pre=established,upgraded
ambassador-returned; diplomatic-ties; established; pre=envoy-recalled restore
negotiations-suspended; negotiations; suspended; pre=under-way not=under-way stance=refuses
negotiations-refused; negotiations; refused; from=unknown,proposed,agreed reaffirms=suspended,collapsed stance=refuses
negotiations-resumed; negotiations; under-way; pre=suspended,collapsed,refused joint
negotiations-concluded; negotiations; concluded; pre=under-way joint
talks-proposed; negotiations; proposed; stance=offers
talks-held; negotiations; under-way; joint topic
sanctions-imposed; sanctions; in-force; not=lifted
sanctions-tightened; sanctions; tightened; pre=in-force,tightened,eased
sanctions-maintained; sanctions; in-force; confirms=tightened,eased
sanctions-eased; sanctions; eased; pre=in-force,tightened
sanctions-lifted; sanctions; lifted; pre=in-force,tightened,eased,suspended not=in-force
sanctions-threatened; sanctions; threatened; threat
accusation-made; dispute; active; topic
threat-made; force; threatened; threat
attack-made; force; hostilities;
ceasefire-made; force; ceasefire; both pre=hostilities
agreement-signed; agreement; signed; joint
agreement-breached; agreement; breached; own pre=in-force
agreement-suspended; agreement; suspended; pre=in-force
statement-made
meeting-cancelled;;; cancels=talks-held
";

/// The tables of the lines above.
pub(crate) fn tables() -> Arc<Rules> {
    let mut rules = Rules::default();
    for line in lines(DIMENSIONS) {
        let cells: Vec<&str> = line.split(';').map(str::trim).collect();
        let states: Vec<_> = cells[1].split(' ').map(|state| state.parse().expect("a state")).collect();
        let mut rule = DimensionRule {
            name: cells[0].parse().expect("a dimension"),
            states,
            mutual: cells[2].contains("mutual"),
            directed_topics: Vec::new(),
            per_topic: cells[2].contains("topic"),
            shelf_life: cells[3].parse().ok(),
            finals: Vec::new(),
            contradictions: Vec::new(),
            threat: None,
            threat_replaces: Vec::new(),
        };
        rule.threat = rule.index("threatened");
        let indices = |cell: Option<&&str>| -> Vec<u8> {
            cell.map(|cell| cell.split(' ').map(|state| rule.index(state).expect("a state")).collect())
                .unwrap_or_default()
        };
        let (finals, replaces) = (indices(cells.get(4)), indices(cells.get(5)));
        rule.contradictions = finals.iter().map(|&state| (state, state)).collect();
        (rule.finals, rule.threat_replaces) = (finals, replaces);
        rules.dimensions.push(rule);
    }
    for line in lines(TYPES) {
        type_rule(&mut rules, line);
    }
    for (code, tenths) in
        [("010", 0), ("112", -20), ("164", -65), ("125", -50), ("1244", -50), ("163", -80), ("130", -44)]
    {
        rules.scores.insert(code.parse().expect("a code"), tenths);
    }
    for member in ["FRA", "DEU"] {
        rules.memberships.push(Membership {
            member: member.parse().expect("an id"),
            organisation: "EU".parse().expect("an id"),
            from: "1958-01-01".parse().ok(),
            to: None,
        });
    }
    Arc::new(rules)
}

fn type_rule(rules: &mut Rules, line: &str) {
    let cells: Vec<&str> = line.split(';').map(str::trim).collect();
    let words: Vec<(&str, &str)> = cells
        .get(3)
        .map(|words| {
            words
                .split(' ')
                .filter(|word| !word.is_empty())
                .map(|word| word.split_once('=').unwrap_or((word, "")))
                .collect()
        })
        .unwrap_or_default();
    let word = |name: &str| words.iter().find(|(word, _)| *word == name).map(|(_, value)| *value);
    let mut rule = TypeRule {
        joint: word("joint").is_some(),
        own_voice: word("own").is_some(),
        stance: word("stance").map(|stance| stance.parse().expect("a stance")),
        cancels: word("cancels").map(|kind| vec![kind.parse().expect("a type")]).unwrap_or_default(),
        effects: Vec::new(),
    };
    if let Some(place) =
        cells.get(1).and_then(|name| rules.dimensions.iter().position(|rule| rule.name.as_str() == *name))
    {
        let dimension = &rules.dimensions[place];
        let state = |name: &str| dimension.index(name).unwrap_or_else(|| panic!("{name} in {line}"));
        let list = |name: &str| -> Vec<u8> {
            word(name)
                .map(|value| value.split(',').filter(|state| !state.is_empty()).map(state).collect())
                .unwrap_or_default()
        };
        rule.effects.push(EffectRule {
            dimension: place,
            state: state(cells[2]),
            force: match () {
                () if word("confirms").is_some() => Force::Confirm,
                () if word("threat").is_some() => Force::Threat,
                () if word("restore").is_some() => Force::Restore,
                () => Force::Change,
            },
            presupposes: list("pre"),
            includes: list("confirms"),
            negated: word("not").map(state),
            only_from: word("from")
                .map(|value| value.split(',').map(|name| (name != "unknown").then(|| state(name))).collect()),
            reaffirms: list("reaffirms"),
            both_ways: word("both").is_some(),
            needs_topic: word("topic").is_some(),
            topics: Vec::<Topic>::new(),
        });
    }
    rules.types.insert(cells[0].parse().expect("a type"), rule);
}

fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty())
}
