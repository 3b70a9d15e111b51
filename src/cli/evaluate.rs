//! `detente evaluate`: gold in, scores out; no store is touched.

use super::Shell;
use super::args::evaluate::EvaluateArgs;
use super::failure::{Answer, Failure};
use crate::coder::Coding;
use crate::evaluate::articles::Articles;
use crate::evaluate::class::Classes;
use crate::evaluate::gold::{self, Expected, GoldError, Row, StateRow};
use crate::evaluate::negatives::Negatives;
use crate::evaluate::pairs::Pairs;
use crate::evaluate::{CLASSES, Counts, Miss};
use crate::graph::{Knowledge, Standing};
use crate::model::event::Event;
use crate::query::{Subject, at, filter::Filter};
use crate::render::json::{
    self,
    evaluate::{ArticlesJson, ClassesJson, EvaluateJson, NegativesJson, PairsJson},
};
use crate::render::table::Table;
use crate::text::Given;
use crate::text::reader::{self, Form};
use crate::workspace::Workspace;
use crate::workspace::coding::{Coded, Desk, Round};
use std::collections::BTreeMap;
use std::error::Error as _;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;

pub(super) fn run(args: &EvaluateArgs, shell: &mut Shell<'_>) -> Result<Answer, Failure> {
    let mut rows = Vec::new();
    for path in &args.paths {
        rows.extend(read(path, shell)?);
    }
    let kept = |row: &Row| {
        args.holdout.is_none_or(|part| part.holds(row.id())) && args.without.is_none_or(|part| !part.holds(row.id()))
    };
    // Articles stay whatever their part: how relations stand is a matter of all of them.
    rows.retain(|row| matches!(row, Row::Article(..)) || kept(row));
    let mut workspace = shell.in_memory()?;
    let coded = code(&mut workspace, &rows, shell)?;
    let scores = score(&rows, &coded, &workspace)?;
    if shell.json {
        json::line(shell.out, &scores.document(args))?;
    } else {
        let text = scores.text(args, shell);
        shell.print(&text)?;
    }
    Ok(if scores.is_empty() { Answer::No } else { Answer::Done })
}

fn read(path: &Path, shell: &mut Shell<'_>) -> Result<Vec<Row>, Failure> {
    let label = path.display().to_string();
    let rows = if path.as_os_str() == "-" {
        let mut empty = std::io::empty();
        let stdin: &mut dyn BufRead = match shell.input.take() {
            Some(input) => input,
            None => &mut empty,
        };
        gold::read(&label, stdin)
    } else {
        let opened = File::open(path).map_err(|source| GoldError::Unreadable { label: label.clone(), source });
        opened.and_then(|file| gold::read(&label, BufReader::new(file)))
    };
    rows.map_err(|error| {
        let failure = Failure::input(error.to_string()).hint("detente evaluate --help shows the forms of gold");
        match error.source() {
            Some(source) => failure.because(source),
            None => failure,
        }
    })
}

/// Codes every text once, by the same door as `extract`; articles go into the workspace as well.
///
/// Sentences are found again by [`key`], articles by their id.
fn code(workspace: &mut Workspace, rows: &[Row], shell: &Shell<'_>) -> Result<BTreeMap<String, Vec<Event>>, Failure> {
    // The id of the first row with the words is given along, so that the events are those of `extract`.
    let mut sentences: BTreeMap<String, String> = BTreeMap::new();
    let mut articles: BTreeMap<String, String> = BTreeMap::new();
    for row in rows {
        match row {
            Row::Pairs(sentence, _) | Row::Class { sentence, .. } | Row::Seen { sentence, .. } => {
                let day = sentence.date.as_deref().unwrap_or(gold::UNDATED);
                let line = serde_json::json!({"id": sentence.id, "text": sentence.text, "published": day});
                sentences.entry(key(&sentence.text, day)).or_insert_with(|| line.to_string());
            }
            Row::Article(id, line) => {
                articles.insert(id.clone(), line.clone());
            }
            Row::Expected(_) => {}
        }
    }
    let mut found = BTreeMap::new();
    for (lines, is_article) in [(sentences, false), (articles, true)] {
        let text: String = lines.values().map(|line| format!("{line}\n")).collect();
        let mut round = Round::default();
        // One unit a line, in order.
        for (key, unit) in lines.into_keys().zip(reader::units(Form::Lines, text.as_bytes())) {
            round.push(key, unit);
            if round.is_full() {
                code_round(std::mem::take(&mut round), is_article, workspace, shell, &mut found)?;
            }
        }
        code_round(round, is_article, workspace, shell, &mut found)?;
    }
    Ok(found)
}

/// Codes a round and keeps the events of each text under its label.
fn code_round(
    round: Round<String>,
    is_article: bool,
    workspace: &mut Workspace,
    shell: &Shell<'_>,
    found: &mut BTreeMap<String, Vec<Event>>,
) -> Result<(), Failure> {
    let given = Given { published: None };
    let desk = Desk { ontology: workspace.ontology(), english: workspace.english()?, given };
    let mut batch = Vec::new();
    for (key, coded) in desk.round(round, &|_| true) {
        if let Coded::Article(_, Coding { events, .. }) = &coded {
            found.insert(key, events.clone());
        }
        batch.push(coded);
    }
    if is_article {
        workspace.ingest(shell.instant(), batch)?;
    }
    Ok(())
}

/// What a sentence is coded under: the same words on the same day are coded once.
fn key(text: &str, day: &str) -> String {
    format!("{day} {text}")
}

/// The score of each form of gold that was given.
#[derive(Default)]
struct Scores {
    pairs: Option<Pairs>,
    classes: Option<Classes>,
    negatives: Option<Negatives>,
    articles: Option<Articles>,
}

fn score(rows: &[Row], coded: &BTreeMap<String, Vec<Event>>, workspace: &Workspace) -> Result<Scores, Failure> {
    let ontology = workspace.ontology();
    let mut scores = Scores::default();
    let none = Vec::new();
    let events = |sentence: &gold::Sentence| {
        let day = sentence.date.as_deref().unwrap_or(gold::UNDATED);
        coded.get(&key(&sentence.text, day)).unwrap_or(&none)
    };
    for row in rows {
        match row {
            Row::Pairs(sentence, gold) => {
                let score = scores.pairs.get_or_insert_default();
                score.take(&sentence.id, &sentence.text, gold, events(sentence), ontology);
            }
            Row::Class { sentence, source, target, plover } => {
                let score = scores.classes.get_or_insert_default();
                score.take(sentence, (source, target), plover, events(sentence), ontology);
            }
            Row::Seen { sentence, is_negative } => {
                if *is_negative {
                    scores.negatives.get_or_insert_default().take(sentence, events(sentence));
                }
            }
            Row::Article(..) => {}
            Row::Expected(expected) => {
                article(expected, rows, coded, workspace, scores.articles.get_or_insert_default())?;
            }
        }
    }
    Ok(scores)
}

fn article(
    expected: &Expected,
    rows: &[Row],
    coded: &BTreeMap<String, Vec<Event>>,
    workspace: &Workspace,
    score: &mut Articles,
) -> Result<(), Failure> {
    let is_given = rows.iter().any(|row| matches!(row, Row::Article(id, _) if *id == expected.article));
    if !is_given {
        return Err(Failure::input(format!("article {:?} is expected but not given", expected.article))
            .hint("name the file of its text too: detente evaluate ARTICLES EXPECTED"));
    }
    let mut failed = None;
    let mut standings = |row: &StateRow| match stand(row, workspace) {
        Ok(standings) => Some(standings),
        Err(failure) => {
            failed.get_or_insert(failure);
            None
        }
    };
    // A text that was refused gives no events.
    let events = coded.get(&expected.article).map_or(&[][..], Vec::as_slice);
    score.take(expected, events, &mut standings);
    failed.map_or(Ok(()), Err)
}

/// Answers as `at` does.
fn stand(row: &StateRow, workspace: &Workspace) -> Result<Vec<Standing>, Failure> {
    let party = |typed: &str| super::open::actor(workspace, typed).map(|id| workspace.party(&id));
    let day =
        row.at.parse().map_err(|error| Failure::input(format!("{:?} is no day of gold", row.at)).because(&error))?;
    let question = at::At {
        subject: Subject::Two(party(&row.a)?, party(&row.b)?),
        day,
        knowledge: Knowledge::default(),
        filter: Filter::default(),
    };
    Ok(at::answer(workspace.projection()?, &question).relations)
}

impl Scores {
    fn is_empty(&self) -> bool {
        self.pairs.is_none() && self.classes.is_none() && self.negatives.is_none() && self.articles.is_none()
    }

    fn document(&self, args: &EvaluateArgs) -> EvaluateJson {
        EvaluateJson {
            holdout: args.holdout.map(|part| part.to_string()),
            without: args.without.map(|part| part.to_string()),
            pairs: self.pairs.as_ref().map(|score| PairsJson::of(score, args.misses)),
            classes: self.classes.as_ref().map(|score| ClassesJson::of(score, args.misses)),
            negatives: self.negatives.as_ref().map(|score| NegativesJson::of(score, args.misses)),
            articles: self.articles.as_ref().map(|score| ArticlesJson::of(score, args.misses)),
        }
    }

    fn text(&self, args: &EvaluateArgs, shell: &Shell<'_>) -> String {
        let mut text = String::new();
        if let Some(score) = &self.pairs {
            text += &format!("Pairs of countries in {} sentences\n", score.n_sentences);
            text += &format!("    class and both sides  {}\n", counted(score.triples));
            text += &format!("    both sides alone      {}\n", counted(score.countries));
            text += &missed(&score.misses, args.misses);
        }
        if let Some(score) = &self.classes {
            let (macro_f1, accuracy) = (score.macro_f1(), score.accuracy());
            text +=
                &format!("Class of {} sentences: macro F1 {macro_f1:.3}, accuracy {accuracy:.3}\n", score.n_sentences);
            text += &by_class(score, shell);
            if args.confusion {
                text += &confusion(score, shell);
            }
            text += &missed(&score.misses, args.misses);
        }
        if let Some(score) = &self.negatives {
            let (coded, all, share) = (score.misses.len(), score.n_sentences, score.coded());
            text += &format!("Sentences without an event: {coded} of {all} were coded ({share:.3})\n");
            text += &missed(&score.misses, args.misses);
        }
        if let Some(score) = &self.articles {
            text += &format!(
                "Whole articles: {}; events found {} of {} ({:.3}), forbidden {}, extra events an article {:.2}, \
                 states right {} of {} ({:.3})\n",
                score.n_articles,
                score.n_found,
                score.n_expected,
                score.found(),
                score.forbidden.len(),
                score.extra_each(),
                score.n_right,
                score.n_states,
                score.right(),
            );
            text += &missed(&score.misses, args.misses);
            text += &missed(&score.forbidden, args.misses);
            text += &missed(&score.extra, args.misses);
        }
        if text.is_empty() { "The files hold no gold of this part.\n".to_owned() } else { text }
    }
}

fn counted(counts: Counts) -> String {
    let Counts { expected, produced, matched } = counts;
    let (precision, recall, f1) = (counts.precision(), counts.recall(), counts.f1());
    format!("expected {expected}, produced {produced}, matched {matched}: P {precision:.3} R {recall:.3} F1 {f1:.3}")
}

fn by_class(score: &Classes, shell: &Shell<'_>) -> String {
    let mut table = Table::new(&["class", "gold", "given", "right", "P", "R", "F1"]);
    (1..7).for_each(|column| table.numbers(column));
    for class in CLASSES {
        let counts = score.counts(class);
        let shares = [counts.precision(), counts.recall(), counts.f1()].map(|share| format!("{share:.3}"));
        let numbers = [counts.expected, counts.produced, counts.matched].map(|number| number.to_string());
        table.row([(*class).to_owned()].into_iter().chain(numbers).chain(shares));
    }
    table.text(shell.room())
}

/// Which class was taken for which, the most frequent first.
fn confusion(score: &Classes, shell: &Shell<'_>) -> String {
    let mut wrong: Vec<_> = score.confusion.iter().filter(|((wanted, given), _)| wanted != given).collect();
    wrong.sort_by(|one, other| other.1.cmp(one.1).then_with(|| one.0.cmp(other.0)));
    let mut table = Table::new(&["gold", "given", "times"]);
    table.numbers(2);
    for ((wanted, given), times) in wrong {
        table.row([wanted.clone(), given.clone(), times.to_string()]);
    }
    table.text(shell.room())
}

fn missed(misses: &[Miss], most: usize) -> String {
    let mut text = String::new();
    for miss in misses.iter().take(most) {
        text += &format!("    {}: wanted {}; came {}\n", miss.id, miss.wanted, miss.given);
        if !miss.text.is_empty() {
            text += &format!("        {}\n", miss.text.split_whitespace().collect::<Vec<_>>().join(" "));
        }
    }
    text
}
