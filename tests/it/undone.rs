//! What a text speaks of and nobody did: each text with all that it must give.

use crate::frames::{article, told};
use detente::coder;
use detente::english::English;
use detente::model::article::Article;
use detente::ontology::Ontology;

/// A sentence, and its events in order as "type sides", joined by "; ".
const CASES: &[(&str, &str)] = &[
    // Whoever reacts to a decision has not taken it.
    (
        "Peru scrapped an accord with Chile. Santiago condemned the decision to scrap the accord.",
        "agreement-terminated PER > CHL; criticism-made CHL > PER",
    ),
    (
        "Peru scrapped an accord with Chile. Santiago is disappointed at the decision to scrap the accord.",
        "agreement-terminated PER > CHL",
    ),
    (
        "Chile reacted to the decision to end the accord by expelling six Peruvian diplomats.",
        "diplomats-expelled CHL > PER",
    ),
    (
        "A court in Lima jailed Chilean diplomat Juan Soto in May over a plan to bomb a rally in Quito.",
        "person-detained PER > CHL",
    ),
    (
        "Chile's president said that Chile knew of a decision by Peru to deliver arms to Bolivia.",
        "aid-pledged PER > BOL",
    ),
    // What nobody spoke of, or is in nobody's interest.
    ("Peru's government mentioned cutting ties with Chile.", ""),
    ("Peru made no mention of expelling the Chilean ambassador.", ""),
    ("It is not in Peru's interest to extend the accord with Chile.", ""),
    // What a quake did, whoever searches; a step toward an end is no end; what measures do not amount to is not done.
    (
        "Peruvian rescue workers searched for survivors beside Chilean firemen on Wednesday after an earthquake killed dozens.",
        "",
    ),
    (
        "Peru and Chile have signed an indefinite ceasefire, the most hopeful step yet toward ending a war.",
        "ceasefire-made CHL + PER",
    ),
    ("The measures reduce relations with Peru but do not amount to severing them, Chile's minister said.", ""),
    // Those who only watch announce nothing; what they say has been done is told as such.
    ("Analysts say Peru will sever ties with Chile.", ""),
    ("Peru will sever ties with Chile, a historian said.", ""),
    ("Analysts said Peru had severed ties with Chile.", "ties-severed PER > CHL"),
    ("Peru's foreign minister said Lima will sever ties with Chile.", "ties-severed PER > CHL"),
    // A report that does not hold.
    ("Reports that Peru had severed ties with Chile were false.", ""),
    (
        "Peru's president dismissed as fiction an account of a phone call between Peru and Chile.",
        "call-held CHL + PER negated; denial-made PER",
    ),
    ("Peru's president dismissed as fiction, yet again, an account of a phone call between Peru and Chile.", ""),
    ("Reports that Peru had severed ties with Chile were published on Monday.", "ties-severed PER > CHL"),
    // A work, and what is played.
    ("A museum on Chile's invasion of Peru opened in Lima.", ""),
    ("In one scenario, Peru invaded Chile.", ""),
    ("A film in which Peruvian troops seize a Chilean port drew a large audience.", ""),
    // No single act, and what a pact provides for.
    ("Peru will study any agreement signed with Chile.", ""),
    ("Peru will study an agreement signed with Chile.", "agreement-signed CHL + PER"),
    ("Peru may end a pact under which Chile and Peru share intelligence.", ""),
    ("Peru may end a pact under which Chile withdrew its troops from Peru.", "forces-withdrawn CHL > PER"),
    // The weather does nothing to anybody.
    ("Storms closed the border crossing between Peru and Chile.", ""),
    ("Floods and a landslide closed the border crossing between Peru and Chile.", ""),
    // What something else was done instead of, what would have been, what somebody was talked out of, what is rumoured.
    (
        "Instead of expelling two Chilean diplomats, Peru recalled its ambassador from Chile.",
        "diplomats-expelled PER > CHL negated; ambassador-recalled PER > CHL",
    ),
    (
        "Rather than sever ties with Chile, Peru recalled its ambassador.",
        "ambassador-recalled PER > CHL; ties-severed PER > CHL negated",
    ),
    ("Had Peru severed ties with Chile, trade would have suffered.", ""),
    ("Ghana talked Peru out of severing ties with Chile.", ""),
    ("Peru held off on severing ties with Chile.", "ties-severed PER > CHL negated"),
    ("Peru went so far as to expel two Chilean diplomats.", "diplomats-expelled PER > CHL"),
    ("Peru went as far as expelling two Chilean diplomats.", "diplomats-expelled PER > CHL"),
    (
        "Far from severing ties with Chile, Peru invited its president.",
        "appeal-made PER > CHL; ties-severed PER > CHL negated",
    ),
    ("Peru was rumoured to have severed ties with Chile.", ""),
    ("Fears grew that Peru would sever ties with Chile.", ""),
    // What goes on no longer has stopped.
    ("Peru is no longer supplying weapons to Ghana, its prime minister said.", "aid-suspended PER > GHA"),
    ("Peru is still supplying weapons to Ghana.", "arms-supplied PER > GHA"),
];

/// A headline, a text, and the events.
const ARTICLES: &[(&str, &str, &str)] = &[
    // What only the media tell of those who deny it.
    (
        "Lima denies payments",
        "Peru has sent money to rebels in Chile, a newspaper reported on Monday. Peru's foreign ministry called the story baseless.",
        "denial-made PER > CHL",
    ),
    (
        "Lima and Santiago near secret deal",
        "Peru and Chile have reached a secret deal, the New York Times reported. Peru's foreign minister said the article was \
         not accurate.",
        "denial-made PER > CHL",
    ),
    // What was refused years before denies nothing that the media tell today.
    (
        "Chile to mediate in river row",
        "Peru and Ecuador have signed a pact on the river, the state news agency reported on Tuesday. Ghana imposed sanctions \
         on Ecuador in 2009 over its refusal to leave the bank.",
        "agreement-signed ECU + PER; rejection-made ECU; sanctions-imposed GHA > ECU",
    ),
    // What somebody says was only reported.
    (
        "Row over arms sales",
        "Peru has not sold tanks to Ghana, Foreign Minister Ana Quispe said on Monday, rejecting media reports that rockets \
         had reached Accra through Togo.",
        "arms-supplied PER > GHA negated; denial-made PER > GHA",
    ),
    // What a court does to firms, and whom it lets go.
    ("Jury rules on patents", "A Peruvian court ordered a Chilean company to pay $1 billion to Roxal of Bolivia.", ""),
    (
        "Lima pays rebels",
        "Peru has sent money to rebels in Chile, a newspaper reported on Monday. Chile's foreign ministry condemned Peru.",
        "aid-provided PER > CHL; criticism-made CHL > PER",
    ),
];

fn coded(article: &Article) -> String {
    let coding = coder::code(article, &Ontology::bundled().unwrap(), &English::bundled());
    coding.events.iter().map(|event| format!("{} {}", event.kind, told(event))).collect::<Vec<_>>().join("; ")
}

#[test]
fn what_nobody_did_is_no_event() {
    let articles = ARTICLES.iter().map(|&(title, text, wanted)| {
        let mut article = article(text);
        title.clone_into(&mut article.title);
        (article, wanted)
    });
    let sentences = CASES.iter().map(|&(text, wanted)| (article(text), wanted));
    let mut wrong = Vec::new();
    for (article, wanted) in sentences.chain(articles) {
        let found = coded(&article);
        if found != wanted {
            wrong.push(format!("{}\n  got  {found}\n  want {wanted}", article.text));
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}
