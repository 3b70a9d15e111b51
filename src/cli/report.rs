//! `detente report`: one HTML page about an actor or a pair, to read without network.

use super::Shell;
use super::args::ask::ReportArgs;
use super::failure::{Answer, Failure};
use super::graph;
use super::open::{self, told};
use crate::graph::view::View;
use crate::graph::{Knowledge, Report};
use crate::query::Subject;
use crate::query::at::{self, At};
use crate::query::filter::Filter;
use crate::query::timeline::{self, Timeline};
use crate::render::html::{self, Page, Quote, Row};
use crate::render::json::{self, store::DoneJson};
use crate::render::scene::Frame;
use crate::render::svg;
use crate::workspace::{Workspace, WorkspaceError};
use std::fs;

pub(super) fn run(args: &ReportArgs, shell: &mut Shell<'_>) -> Result<Answer, Failure> {
    let workspace = shell.open()?;
    let subject = open::subject(&workspace, &args.actors, shell)?;
    let (day, knowledge, filter) = (shell.day(args.at)?, Knowledge::default(), Filter::default());
    let question = At { subject: subject.clone(), day, knowledge, filter: filter.clone() };
    let standings = at::answer(workspace.projection(), &question);
    let question = Timeline { subject: subject.clone(), from: None, to: Some(day), knowledge, filter };
    let acts = timeline::answer(workspace.projection(), &question).acts;
    let whole = matches!(subject, Subject::One(_));
    let mut page = told(&workspace, |teller| Page {
        title: format!("{} on {day}", open::subject_name(&workspace, &subject)),
        standings: standings.relations.iter().map(|standing| teller.standing(standing, whole)).collect(),
        positions: standings.positions.iter().map(|position| teller.position(position)).collect(),
        history: acts
            .iter()
            .map(|act| Row { when: act.occurred.to_string(), what: teller.act(act), quotes: Vec::new() })
            .collect(),
        pictures: Vec::new(),
        foot: standings.climate.map_or_else(String::new, |climate| teller.climate(climate)),
    });
    let lens = workspace.projection().lens(&knowledge);
    let view = View::of(&lens, day, &subject.scope());
    let scene = graph::scene(&workspace, &view, &Frame::among(subject.actors()))?;
    let diagram = svg::write(&scene).map_err(|error| Failure::input("no picture was drawn").because(&error))?;
    page.pictures.push(("The diagram".to_owned(), diagram));
    let lanes = super::timeline::picture(&workspace, &subject, (None, Some(day)), &knowledge)?;
    page.pictures.extend(lanes.map(|picture| ("Over time".to_owned(), picture)));
    for (row, act) in page.history.iter_mut().zip(&acts) {
        row.quotes = act.reports.iter().map(|report| quote(&workspace, report)).collect::<Result<_, _>>()?;
    }
    let path = args.output.display();
    fs::write(&args.output, html::write(&page))
        .map_err(|error| Failure::input(format!("{path} cannot be written")).because(&error))?;
    if shell.json {
        json::line(shell.out, &DoneJson { done: "reported".to_owned(), ..DoneJson::default() })?;
    } else {
        shell.print(&format!("Wrote {path}.\n"))?;
    }
    Ok(Answer::Done)
}

fn quote(workspace: &Workspace, report: &Report) -> Result<Quote, WorkspaceError> {
    let article = workspace.article(report.article)?;
    let speaker = report.speaker_name.as_ref().map_or_else(String::new, |name| format!("{name}, "));
    let outlet = article.source.unwrap_or(article.title);
    let source = format!("{speaker}{outlet}, {}", report.published);
    Ok(Quote { source, url: article.url, words: report.quote.clone() })
}
