//! `detente explain`: the words behind an event, how each part was resolved, and what it did.

use super::Shell;
use super::args::ExplainArgs;
use super::at::quoted;
use super::failure::{Answer, Failure};
use super::log;
use super::open::{self, told};
use super::replay::Names;
use crate::coder::{self, EventReading};
use crate::graph::Knowledge;
use crate::model::article::Article;
use crate::model::category::Field;
use crate::model::event::{Event, Participant};
use crate::model::record::Record;
use crate::query::explain::{self, Explanation};
use crate::render::json::{
    self,
    answer::PositionJson,
    event::EventJson,
    history::{self, ArticleJson, ExplainJson, ReportJson, StepJson},
};
use crate::workspace::{Workspace, WorkspaceError};

pub(super) fn run(args: &ExplainArgs, shell: &mut Shell<'_>) -> Result<Answer, Failure> {
    let workspace = shell.open()?;
    let id = open::event(&workspace, &args.event)?;
    let event = workspace.event(id)?;
    let article = workspace.article(event.article)?;
    let told = explain::answer(&*workspace.about_event(&event)?, id, &Knowledge::default())
        .ok_or_else(|| WorkspaceError::NoEvent(id.to_string()))?;
    let coding = coder::code(&article, workspace.ontology(), workspace.english()?);
    let place = coding.events.iter().position(|coded| coded.id == id);
    let reading = place.and_then(|place| coding.readings.get(place));
    if shell.json {
        json::line(shell.out, &document(&workspace, &event, &article, &told, reading))?;
    } else {
        let withdrawn = if told.counts { Vec::new() } else { workspace.withdrawals(&event)? };
        let text = text(&workspace, &event, (&article, &withdrawn), &told, reading);
        shell.show(&text)?;
    }
    Ok(Answer::Done)
}

fn field(article: &Article, event: &Event) -> String {
    if event.evidence.field == Field::Title { article.title.clone() } else { article.text.clone() }
}

fn document(
    workspace: &Workspace,
    event: &Event,
    article: &Article,
    told: &Explanation,
    reading: Option<&EventReading>,
) -> ExplainJson {
    let field = field(article, event);
    ExplainJson {
        event: EventJson::of(event, workspace.ontology()),
        counts: told.counts,
        seq: told.report.seq.0,
        article: ArticleJson {
            id: article.id.to_string(),
            title: article.title.clone(),
            published: article.published.to_string(),
            source: article.source.clone(),
            url: article.url.clone(),
        },
        sentence: reading.and_then(|reading| reading.sentence.slice(&field)).map(str::to_owned),
        tree: reading.map(|reading| reading.tree.clone()).unwrap_or_default(),
        why: reading.map(|reading| reading.why.clone()).unwrap_or_default(),
        reports: told.act.iter().flat_map(|act| &act.reports).map(ReportJson::of).collect(),
        effects: told.touches.iter().map(StepJson::of).collect(),
        positions: told.positions.iter().map(PositionJson::of).collect(),
    }
}

fn text(
    workspace: &Workspace,
    event: &Event,
    (article, withdrawn): (&Article, &[Record]),
    explanation: &Explanation,
    reading: Option<&EventReading>,
) -> String {
    let mut text = told(workspace, |teller| format!("{}\n\n", teller.event(event)));
    let class = workspace.ontology().plover(event.cameo).map_or_else(String::new, |class| format!(", PLOVER {class}"));
    let side = |side: &[Participant]| {
        let names: Vec<String> = side.iter().map(|one| format!("{} ({})", one.name, one.id)).collect();
        names.join(", ")
    };
    let mut line = |what: &str, value: String| {
        if !value.is_empty() {
            text += &format!("{what:<11} {value}\n");
        }
    };
    line("event", format!("{}{}", event.id, if explanation.counts { "" } else { " (counts no more)" }));
    for record in withdrawn {
        line("withdrawn", format!("record {}: {}", record.seq, log::said(workspace, record)));
    }
    line("type", format!("{}, CAMEO {}{class}", event.kind, event.cameo));
    line("actors", side(&event.actors));
    line("recipients", side(&event.recipients));
    line(
        "speaker",
        event.speaker.as_ref().map_or_else(|| "the outlet".to_owned(), |one| side(std::slice::from_ref(one))),
    );
    line("topic", event.topic.as_ref().map_or_else(String::new, ToString::to_string));
    line("stance", event.stance.map_or_else(String::new, |stance| stance.to_string()));
    line("mode", event.mode.to_string());
    line("aspect", event.aspect.map_or_else(String::new, |aspect| aspect.to_string()));
    line("occurred", format!("{} ({})", event.occurred, json::event::precision(event.occurred.precision)));
    line("until", event.until.map_or_else(String::new, |day| day.to_string()));
    line("confidence", event.confidence.to_string());
    line("rule", event.coder.rule.clone());
    line("coder", format!("{} {}", event.coder.name, event.coder.version));
    let source = article.source.as_ref().map_or_else(String::new, |source| format!(", {source}"));
    line("article", format!("{} ({}{source})", article.title, article.published));
    line("url", article.url.clone().unwrap_or_default());
    line("record", explanation.report.seq.to_string());
    line("words", format!("{} {}: \"{}\"", event.evidence.field, event.evidence.span, event.evidence.quote));
    match reading {
        Some(reading) => {
            let field = field(article, event);
            let sentence = reading.sentence.slice(&field).unwrap_or_default();
            text += &format!("\nSentence: {sentence}\n\nHow it was read:\n");
            reading.why.iter().for_each(|why| text += &format!("    {why}\n"));
            text += "\nTree (number, word, lemma, tag, label, head):\n";
            reading.tree.iter().for_each(|token| text += &format!("    {token}\n"));
        }
        None => text += "\nThis version of the coder does not give the event: it was amended, or read by another.\n",
    }
    if let Some(act) = explanation.act.as_ref().filter(|act| act.reports.len() > 1) {
        text += "\nReports of the same act:\n";
        act.reports.iter().for_each(|report| text += &format!("    {}", quoted(workspace, report)));
    }
    if !explanation.touches.is_empty() {
        text += "\nWhat it did:\n";
        let mut names = Names::of(workspace);
        for touch in &explanation.touches {
            text += &format!("    {}: {}", history::effect(touch.effect), super::replay::line(&mut names, touch));
        }
    }
    text
}
