//! Golden articles: `tests/coding/**/*.txt` against the `*.events` beside them, text and result in parallel.
//!
//! A sentence, then what came of it: each event with type, sides, topic, speaker, date, mode and words;
//! then what was refused, or why nothing came. Compared whole. Lines at the head of an `.events` file that
//! begin with `#` are a reader's notes, on what is known to be wrong above all, and stay as they are.
//!
//! `UPDATE_EXPECT=1 cargo test --test it coding` writes the files anew; read the difference before it is
//! committed, for only what is right, or noted as wrong, may stand there.

use detente::coder::{self, Coding, coverage};
use detente::english::English;
use detente::model::article::Article;
use detente::model::category::Field;
use detente::model::event::{Event, Participant};
use detente::model::span::Span;
use detente::ontology::Ontology;
use detente::text::Given;
use detente::text::reader::{Form, units};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn articles(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("tests/coding") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(articles(&path));
        } else if path.extension().is_some_and(|extension| extension == "txt") {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn one_line(article: &Article, field: Field, span: Span) -> String {
    let field = if field == Field::Title { &article.title } else { &article.text };
    span.slice(field).expect("a span of the field").split_whitespace().collect::<Vec<_>>().join(" ")
}

fn side(side: &[Participant]) -> String {
    let ids: Vec<&str> = side.iter().map(|party| party.id.as_str()).collect();
    if ids.is_empty() { "nobody".to_owned() } else { ids.join(" + ") }
}

fn event(article: &Article, event: &Event) -> String {
    let mut text = format!("    {}  {} > {}\n", event.kind, side(&event.actors), side(&event.recipients));
    let mut more = vec![format!("on {}", event.occurred), format!("{:?}", event.occurred.precision).to_lowercase()];
    more.push(event.mode.to_string());
    more.extend(event.aspect.map(|aspect| aspect.to_string()));
    more.extend(event.until.map(|day| format!("until {day}")));
    more.extend(event.topic.as_ref().map(|topic| format!("about {topic}")));
    more.extend(event.stance.map(|stance| stance.to_string()));
    more.extend(event.speaker.as_ref().map(|speaker| format!("said by {}", speaker.id)));
    text += &format!("        {}\n", more.join(", "));
    text + &format!("        \"{}\"\n", one_line(article, event.evidence.field, event.evidence.span))
}

/// Lays out text and result in parallel.
fn laid_out(article: &Article, coding: &Coding) -> String {
    let mut sentences: BTreeSet<(Field, Span)> = coding.quiet.iter().map(|one| (one.field, one.span)).collect();
    let told = coding.events.iter().zip(&coding.readings);
    sentences.extend(told.map(|(event, reading)| (event.evidence.field, reading.sentence)));
    let uncovered = coverage::uncovered(&coding.quiet, &coding.refusals);
    let beside = coverage::beside_events(&coding.quiet, &coding.refusals);
    let mut text = String::new();
    for (field, span) in sentences {
        text += &format!("\n{}\n", one_line(article, field, span));
        let told = coding.events.iter().zip(&coding.readings);
        for (found, _) in told.filter(|(event, reading)| (event.evidence.field, reading.sentence) == (field, span)) {
            text += &event(article, found);
        }
        let quiet = uncovered.iter().filter(|one| (one.field, one.span) == (field, span));
        let within = |refused: &Span| span.start() <= refused.start() && refused.end() <= span.end();
        let beside = beside.iter().filter(|refusal| refusal.field == field && within(&refusal.span)).copied();
        for refusal in quiet.flat_map(|one| &one.reasons).chain(beside) {
            text += &format!("    -- {}: {}\n", refusal.reason, refusal.detail);
        }
    }
    text
}

#[test]
fn articles_are_coded_as_they_were_read() {
    let ontology = Ontology::bundled().expect("the bundled ontology is sound");
    let english = English::bundled();
    let update = std::env::var_os("UPDATE_EXPECT").is_some();
    let mut wrong = Vec::new();
    let paths = articles(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/coding"));
    assert!(paths.len() >= 4, "golden articles are missing: {paths:?}");
    for path in paths {
        let bytes = fs::read(&path).expect("a golden article");
        let unit = units(Form::Plain, bytes.as_slice()).next().expect("one article");
        let article = unit.articles(Given { published: None }).remove(0).expect("a readable article");
        let coding = coder::code(&article, &ontology, &english);
        let beside = path.with_extension("events");
        let known = fs::read_to_string(&beside).unwrap_or_default();
        let notes: String = known.split_inclusive('\n').take_while(|line| line.starts_with('#')).collect();
        let text = notes + &laid_out(&article, &coding);
        if update {
            fs::write(&beside, &text).expect("a golden file");
        } else if text != known {
            let first = text.lines().zip(known.lines()).position(|(new, old)| new != old);
            let at = first.unwrap_or_else(|| text.lines().count().min(known.lines().count()));
            let line = |text: &str| text.lines().nth(at).unwrap_or("(the end)").to_owned();
            wrong.push(format!("{}:{}\n    was {}\n    is  {}", beside.display(), at + 1, line(&known), line(&text)));
        }
    }
    assert!(wrong.is_empty(), "UPDATE_EXPECT=1 writes them anew:\n{}", wrong.join("\n"));
}
