//! Who in a bare sentence is of the one state that it speaks of, and that an article is not read so.

use crate::frames::{article, told};
use detente::coder;
use detente::english::English;
use detente::model::article::Article;
use detente::ontology::Ontology;

/// A sentence, and its events in order as "type sides", joined by "; ".
const CASES: &[(&str, &str)] = &[
    // Those acted on are of the state of those who act at home.
    ("Peruvian police detained several opposition leaders.", "person-detained PER > PER"),
    ("Peru's government bowed to the demands of strikers.", "concession-made PER > PER"),
    ("Peruvian rebels freed two kidnapped soldiers.", "prisoners-released PER > PER"),
    ("Peru banned two opposition parties.", "assets-seized PER > PER"),
    // Those who speak in a body at home speak to their own state.
    ("Opposition leaders accused the Peruvian government of fraud.", "accusation-made PER > PER"),
    // What is done at home is done toward the state's own people or government.
    ("Peruvian nurses went on strike on Monday.", "strike-held PER > PER"),
    ("Peruvian farmers blocked roads in protest against new taxes.", "demonstration-held PER > PER"),
    ("Peru's government lifted a state of emergency on Monday.", "concession-made PER > PER"),
    ("Peru's president imposed a curfew on Monday.", "assets-seized PER > PER"),
    // Whoever is abroad may be anybody's, and a second state leaves open whose they are.
    ("Peruvian soldiers killed three civilians.", "attack-made PER > XXX"),
    ("Peruvian nurses went on strike, Chilean radio reported.", "strike-held PER"),
    // Nobody acts toward the government that he is of.
    ("Peru's president ordered an agency to act.", "demand-made PER > XXX"),
    // Who gives up a veto does so toward nobody at home.
    ("Peru lifted its veto in June.", "concession-made PER"),
];

fn coded(article: &Article) -> String {
    let coding = coder::code(article, &Ontology::bundled().unwrap(), &English::bundled());
    coding.events.iter().map(|event| format!("{} {}", event.kind, told(event))).collect::<Vec<_>>().join("; ")
}

#[test]
fn a_bare_sentence_is_set_at_home() {
    let mut wrong = Vec::new();
    for (text, wanted) in CASES {
        let found = coded(&article(text));
        if found != *wanted {
            wrong.push(format!("{text}\n  got  {found}\n  want {wanted}"));
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

/// An article's text, and its events.
const ARTICLES: &[(&str, &str)] = &[
    // Whoever is of no known side is no partner and nobody to speak to, but may be the one whom something is done to.
    ("Peru met Chile. Peru's president met with students.", "meeting-held PER > CHL"),
    ("Peru met Chile. Peru's president urged the students to vote.", "meeting-held PER > CHL"),
    ("Peru met Chile. Peruvian police arrested Kodjo Adjei.", "meeting-held PER > CHL; person-detained PER > XXX"),
    // Those who act are told only by what the two have together.
    ("The presidents discussed trade relations between Peru and Chile.", "talks-held CHL + PER"),
    ("The two leaders discussed Peruvian-Chilean ties.", "talks-held CHL + PER"),
    ("The leaders discussed the war between Peru and Chile.", ""),
    // With whom one has what is talked about is no partner of the talks.
    ("The presidents of Peru and Chile discussed Peru's relations with Ghana.", "talks-held CHL + PER"),
    ("Peru discussed trade with Chile.", "talks-held PER > CHL"),
    // An office without a state, beside one of the two, is that of the other.
    (
        "The President and the Chilean Foreign Minister discussed Peru's fish. Peru and Chile traded much.",
        "talks-held CHL + PER",
    ),
    // The place that a relative clause tells of.
    (
        "Peru and Ghana met. They spoke of the war in Chile, where Peru carried out air strikes.",
        "meeting-held GHA + PER; talks-held GHA + PER; attack-made PER > CHL",
    ),
    // A visit tells of the meeting that it is for.
    ("Peru's president flew to Chile to meet his counterpart.", "visit-made PER > CHL"),
    // A report of sport tells what states alone do, and nothing that teams do.
    (
        "Peru attacked Chile late in the match. Chile beat Peru 1-0 in the stadium. Peru recalled its ambassador to Chile on Monday.",
        "ambassador-recalled PER > CHL",
    ),
    // Firms are no states, and what they did is nothing that states answer.
    (
        "Peru met Chile. The Ghanaian firm signed a pact with a Kenyan one, replacing one that expired in May.",
        "meeting-held PER > CHL",
    ),
    ("Peru met Chile. The Chilean airline suspended its flights to Lima.", "meeting-held PER > CHL"),
    ("Peru met Chile. Shareholders in Lima urged the two sides to talk on.", "meeting-held PER > CHL"),
    // A star and a firm are no states either, nor are those who only study them.
    ("Peru met Chile. The Peruvian footballer cut ties with the Chilean carmaker.", "meeting-held PER > CHL"),
    ("Peru met Chile. Analysts in Lima attacked a Chilean firm.", "meeting-held PER > CHL"),
    ("Peru met Chile. The Peruvian monks accused Chilean monks of theft.", "meeting-held PER > CHL"),
    // In a report of the arts or of a contest, nobody acts for a state.
    (
        "The Peruvian soprano cut ties with an opera in Chile. Its conductor, who had attacked Peru's ensemble, signed a truce with her, and the audience cheered.",
        "",
    ),
    (
        "Peru's team met Chile's in the final of the baking contest. Peru's captain accused Chile of theft and surrendered.",
        "",
    ),
    (
        "Chefs from Peru and Chile shared a restaurant in Quito. The Chilean cook said the Peruvians had imposed an embargo on her dish, and called their menu an insult.",
        "",
    ),
    ("In a simulation in which Peru attacks Chile, players move pieces.", ""),
    // In a report of trade or the weather nobody acts for a state either, unless one is told to.
    (
        "A truce in Peru's dairy war collapsed when the country's second supermarket suspended purchases from a Chilean producer, blaming it for price increases. The retailer's director said the customer was right.",
        "",
    ),
    (
        "A truce in the dairy war collapsed when Peru suspended purchases from Chile, blaming it for price increases. The retailer's director said the customer of the supermarket was right.",
        "trade-restricted PER > CHL; accusation-made PER > CHL",
    ),
    // Whose freedom is asked for is held by the other side, whose government an official of the one speaks of.
    (
        "Chile expelled the Peruvian ambassador after Peru had called for the release of jailed activists. Chile recalled its envoy from Peru.",
        "ambassador-expelled CHL > PER; appeal-made PER > CHL; ambassador-recalled CHL > PER",
    ),
    (
        "Chile recalled its envoy from Peru on Monday. Peruvian Foreign Minister Javier Gonzalez-Olaechea said he regretted the government's decision. Chile closed its consulate in Lima.",
        "ambassador-recalled CHL > PER; criticism-made PER > CHL; embassy-closed CHL > PER",
    ),
    // Whoever speaks for a state may say it to nobody told; nobody else may.
    (
        "Peru and Chile signed a pact. Moscow warned that it would be forced to take measures.",
        "agreement-signed CHL + PER; warning-given RUS",
    ),
    (
        "Peru and Chile signed a pact. Russian farmers warned that they would be forced to take measures.",
        "agreement-signed CHL + PER",
    ),
    // What only a newspaper claims and a side denies, whichever of the two it says did it.
    (
        "Peruvian President Juan Cano has not met Chilean President Pedro Ruiz, his spokesman said. A newspaper had claimed that Ruiz met Cano on Thursday.",
        "meeting-held PER > CHL negated",
    ),
    // An envoy is called to the ministry of the state that the report comes from, where it is one of the two told of.
    (
        "LIMA, June 14 (Reuters) - Chile's ambassador was summoned on Tuesday over a raid in which ten Peruvian soldiers died.",
        "protest-lodged PER > CHL",
    ),
    (
        "NAIROBI, June 14 (Reuters) - Chile's ambassador to Peru was summoned to the foreign ministry on Tuesday.",
        "protest-lodged PER > CHL",
    ),
    ("Mali and Niger withdrew their envoys on Monday over the downing of a Malian drone near the border.", ""),
];

#[test]
fn an_article_tells_what_is_between_sides() {
    let mut wrong = Vec::new();
    for (text, wanted) in ARTICLES {
        let found = coded(&Article { title: "News of the week".to_owned(), ..article(text) });
        if found != *wanted {
            wrong.push(format!("{text}\n  got  {found}\n  want {wanted}"));
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn a_protest_is_against_whom_it_speaks_to() {
    let text = "Crowds in Lima blocked a road to show their disapproval of Chile's policies.";
    assert_eq!(coded(&article(text)), "demonstration-held PER > CHL");
}

#[test]
fn an_article_tells_nothing_of_one_state_alone() {
    let bare = article("Peruvian nurses went on strike on Monday.");
    let headed = Article { title: "Nurses on strike".to_owned(), ..bare.clone() };
    assert_eq!(coded(&bare), "strike-held PER > PER");
    assert_eq!(coded(&headed), "");
}
