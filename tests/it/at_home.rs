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

#[test]
fn an_article_tells_nothing_of_one_state_alone() {
    let bare = article("Peruvian nurses went on strike on Monday.");
    let headed = Article { title: "Nurses on strike".to_owned(), ..bare.clone() };
    assert_eq!(coded(&bare), "strike-held PER > PER");
    assert_eq!(coded(&headed), "");
}
