//! Every frame codes the sentences that it says it must, and not those that it must not.

use detente::coder;
use detente::english::English;
use detente::model::article::Article;
use detente::model::day::Day;
use detente::model::event::{Event, Participant};
use detente::model::id::{ArticleId, Digest};
use detente::model::span::Span;
use detente::ontology::Ontology;
use detente::ontology::frames::EchoRule;
use std::collections::BTreeSet;

/// An article that is only one text.
pub(crate) fn article(text: &str) -> Article {
    let mut article = Article {
        id: ArticleId::of(&[]),
        given_id: None,
        title: String::new(),
        title_in_text: None,
        text: text.to_owned(),
        prose: Span::of(0..text.len()).unwrap(),
        published: Day::new(2024, 6, 14).unwrap(),
        source: None,
        url: None,
        language: "en".to_owned(),
        checksum: Digest::default(),
    };
    article.checksum = article.digest();
    article.id = article.identify();
    article
}

fn roots(side: &[Participant]) -> BTreeSet<String> {
    side.iter().map(|party| party.country.as_ref().unwrap_or(&party.id).root().to_string()).collect()
}

/// "PER > BOL", "PER + CHL" for both together, "PER" for an act toward nobody; then "planned" or another mode.
pub(crate) fn told(event: &Event) -> String {
    let join = |side: &BTreeSet<String>| side.iter().cloned().collect::<Vec<_>>().join(" + ");
    let (actors, recipients) = (roots(&event.actors), roots(&event.recipients));
    let sides =
        if recipients.is_empty() { join(&actors) } else { format!("{} > {}", join(&actors), join(&recipients)) };
    if event.mode.as_str() == "actual" { sides } else { format!("{sides} {}", event.mode) }
}

fn sorted(sides: &str) -> String {
    let side = |text: &str| {
        let mut parts: Vec<&str> = text.split('+').map(str::trim).collect();
        parts.sort_unstable();
        parts.join(" + ")
    };
    sides.split('>').map(side).collect::<Vec<_>>().join(" > ")
}

#[test]
fn frames_code_their_own_sentences_and_no_others() {
    let ontology = Ontology::bundled().unwrap();
    let english = English::bundled();
    let mut wrong = Vec::new();
    let mut n_sentences = 0;
    for frame in ontology.frames().all() {
        for line in &frame.codes {
            n_sentences += 1;
            let Some((text, want)) = line.split_once(" => ") else {
                wrong.push(format!("{}: {line:?} does not say what must come out", frame.name));
                continue;
            };
            let coding = coder::code(&article(text), &ontology, &english);
            let variants = &frame.variants;
            let more = [&variants.refused, &variants.stopped, &variants.resumed, &variants.continued];
            let kinds: Vec<_> = more
                .into_iter()
                .chain([
                    &variants.planned,
                    &variants.agreed,
                    &variants.threatened,
                    &variants.offered,
                    &frame.among,
                    &frame.claim_type,
                ])
                .flatten()
                .chain([&frame.kind])
                .collect();
            // Another frame of the same type may fit better: what must come out is the type and the sides.
            let want = sorted(want);
            let is_kind = |event: &Event| {
                kinds.contains(&&event.kind) || frame.echo != EchoRule::None && event.coder.rule == frame.name
            };
            let hit = |event: &Event| is_kind(event) && told(event) == want;
            let got: Vec<String> = coding
                .events
                .iter()
                .map(|event| format!("{} {} {}", event.coder.rule, event.kind, told(event)))
                .collect();
            if !coding.events.iter().any(hit) {
                let why: Vec<String> = coding.refusals.iter().map(|r| format!("{} ({})", r.reason, r.detail)).collect();
                wrong.push(format!("{}: {text}\n    want {want}\n    got {got:?}\n    refused {why:?}", frame.name));
            }
        }
        for text in &frame.codes_not {
            n_sentences += 1;
            let coding = coder::code(&article(text), &ontology, &english);
            let hit =
                coding.events.iter().find(|event| event.coder.rule == frame.name && event.mode.as_str() == "actual");
            if let Some(event) = hit {
                wrong.push(format!("{}: {text}\n    must not be coded, got {}", frame.name, told(event)));
            }
        }
    }
    assert!(n_sentences > 0);
    assert!(wrong.is_empty(), "{} of {n_sentences} sentences are wrong:\n{}", wrong.len(), wrong.join("\n"));
}
