//! `detente report`: one HTML page about an actor or a pair, to read without network.

mod states;

use super::Shell;
use super::args::ask::ReportArgs;
use super::failure::{Answer, Failure};
use super::graph::origins;
use super::open::{self, told};
use crate::graph::{Act, Knowledge, Report};
use crate::model::day::Day;
use crate::model::id::{ArticleId, EventId};
use crate::query::Subject;
use crate::query::days;
use crate::query::filter::Filter;
use crate::query::timeline::{self, Timeline};
use crate::render::html::{self, Page, Quote, Row, Sentence};
use crate::render::json::{self, store::DoneJson};
use crate::render::scene::Origin;
use crate::render::timeline as lanes;
use crate::workspace::{Workspace, WorkspaceError};
use states::{State, Stops};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

pub(super) fn run(args: &ReportArgs, shell: &mut Shell<'_>) -> Result<Answer, Failure> {
    let workspace = shell.open()?;
    let subject = open::subject(&workspace, &args.actors, shell)?;
    let known_by = args.known_by.map(|day| shell.day(day)).transpose()?;
    let html = html(&workspace, &subject, shell.day(args.at)?, known_by)?;
    let path = args.output.display();
    fs::write(&args.output, html)
        .map_err(|error| Failure::input(format!("{path} cannot be written")).because(&error))?;
    if shell.json {
        json::line(shell.out, &DoneJson { done: "reported".to_owned(), ..DoneJson::default() })?;
    } else {
        shell.print(&format!("Wrote {path}.\n"))?;
    }
    Ok(Answer::Done)
}

/// Writes the page.
pub(super) fn html(
    workspace: &Workspace,
    subject: &Subject,
    at: Day,
    known_by: Option<Day>,
) -> Result<String, Failure> {
    let page = page(workspace, subject, at, known_by)?;
    html::write(&page).map_err(|error| Failure::input("the page cannot be written").because(&error))
}

fn page(workspace: &Workspace, subject: &Subject, at: Day, known_by: Option<Day>) -> Result<Page, Failure> {
    let everything = Knowledge::default();
    let question =
        Timeline { subject: subject.clone(), from: None, to: None, knowledge: everything, filter: Filter::default() };
    let part = workspace.about(&subject.scope())?;
    let acts = timeline::answer(&part, &question).acts;
    let stops = Stops::of(&days::of_change(&part, subject, &everything), at);
    let published: BTreeSet<Day> = acts.iter().flat_map(|act| &act.reports).map(|report| report.published).collect();
    let (known, states) = states::all(workspace, subject, &stops, &published, known_by)?;
    let behind = states.iter().flatten().flat_map(|state| &state.standings.reports);
    let reports = numbered(behind.chain(acts.iter().flat_map(|act| &act.reports)));
    let origins = origins(workspace, reports.iter().map(|report| report.article).collect())?;
    let notes: BTreeMap<EventId, usize> = reports.iter().map(|report| report.event).zip(1..).collect();
    let (charts, places) = charts(workspace, subject, &known, &stops)?;
    let whole = matches!(subject, Subject::One(_));
    let panels = told(workspace, |teller| {
        let row = |states: &Vec<State>| states.iter().map(|state| state.panel(teller, whole, &notes)).collect();
        states.iter().map(row).collect()
    });
    let shown = (known.iter().position(|day| *day == known_by).unwrap_or_default(), stops.asked);
    Ok(Page {
        title: open::subject_name(workspace, subject),
        stops: stops.all,
        known,
        panels,
        charts,
        places,
        shown,
        history: acts.iter().filter_map(|act| row(workspace, act, &notes)).collect(),
        evidence: reports.iter().map(|report| quote(report, &origins)).collect(),
        foot: foot(&reports),
    })
}

/// Reports each once, in the order of publication and place.
fn numbered<'a>(reports: impl Iterator<Item = &'a Report>) -> Vec<Report> {
    let all: BTreeMap<_, &Report> = reports
        .map(|report| ((report.published, report.article, report.field, report.span, report.event), report))
        .collect();
    all.into_values().cloned().collect()
}

/// Draws the lanes as each state of knowledge shows them, all over the same days.
fn charts(
    workspace: &Workspace,
    subject: &Subject,
    known: &[Option<Day>],
    stops: &Stops,
) -> Result<(Vec<String>, Vec<f64>), WorkspaceError> {
    let now = stops.all.get(stops.asked).map(|stop| stop.day);
    let mut days = (None, None);
    let mut places = Vec::new();
    let mut charts = Vec::new();
    for by in known {
        let knowledge = Knowledge { known_by: *by, ..Knowledge::default() };
        let chart = super::timeline::chart(workspace, subject, days, &knowledge)?;
        let Some(mut chart) = chart else {
            charts.push("<p>Nothing is known.</p>\n".to_owned());
            continue;
        };
        chart.now = now;
        if places.is_empty() {
            // The first knows everything: its days hold those of all others.
            days = (Some(chart.days.0), Some(chart.days.1));
            places = stops.all.iter().map(|stop| lanes::place(&chart, stop.day)).collect();
        }
        charts.push(lanes::write(&chart));
    }
    Ok((charts, places))
}

fn row(workspace: &Workspace, act: &Act, notes: &BTreeMap<EventId, usize>) -> Option<Row> {
    let known = act.reports.iter().map(|report| report.published).min()?;
    let via = act.via.as_ref().map_or_else(String::new, |via| format!(" (through {})", workspace.name(via)));
    let text = told(workspace, |teller| teller.act(act)) + &via;
    let mut numbers: Vec<usize> = act.reports.iter().filter_map(|report| notes.get(&report.event)).copied().collect();
    numbers.sort_unstable();
    Some(Row {
        day: act.occurred.latest.or(act.occurred.earliest).unwrap_or(known),
        known,
        when: act.occurred.to_string(),
        what: Sentence { text, notes: numbers, sign: None },
    })
}

fn quote(report: &Report, origins: &BTreeMap<ArticleId, Origin>) -> Quote {
    let origin = origins.get(&report.article).cloned().unwrap_or_default();
    let speaker = report.speaker_name.as_ref().map_or_else(String::new, |name| format!("{name}, "));
    Quote {
        source: format!("{speaker}{}, {}", origin.name, report.published),
        url: origin.url,
        words: report.quote.clone(),
    }
}

fn foot(reports: &[Report]) -> String {
    let articles: BTreeSet<ArticleId> = reports.iter().map(|report| report.article).collect();
    let (n_reports, n_articles) = (reports.len(), articles.len());
    let version = env!("CARGO_PKG_VERSION");
    format!(
        "Written by detente {version} from {n_reports} reports in {n_articles} articles. What no article says is unknown, not absent."
    )
}
