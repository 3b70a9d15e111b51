//! `detente at`: how relations stood on a day, in sentences and then in a table.

use super::Shell;
use super::args::ask::AtArgs;
use super::failure::{Answer, Failure};
use super::open::{self, told};
use crate::graph::{Knowledge, Report};
use crate::model::day::Day;
use crate::model::id::{Dimension, Topic};
use crate::query::Subject;
use crate::query::at::{self, At, Standings};
use crate::query::filter::Filter;
use crate::render::age::age;
use crate::render::json::{self, answer::AtJson};
use crate::render::sentence::Teller;
use crate::render::table::{Room, Table};
use crate::workspace::Workspace;

pub(super) fn run(args: &AtArgs, shell: &mut Shell<'_>) -> Result<Answer, Failure> {
    let knowledge = shell.knowledge(&args.knowledge)?;
    let workspace = shell.open()?.naming(knowledge);
    let subject = open::subject(&workspace, &args.actors, shell)?;
    let dimension = known_dimension(&workspace, args.dimension.as_ref())?;
    let filter = Filter { dimension, topic: known_topic(&workspace, args.topic.as_ref())? };
    let question = At { subject, day: shell.day(args.day)?, knowledge, filter };
    let answer = at::answer(&*workspace.about(&question.subject.scope())?, &question);
    if shell.json {
        json::line(shell.out, &AtJson::of(&answer))?;
    } else {
        let text = text(&workspace, &answer, &question.subject, args.evidence, (shell.room(), shell.color));
        shell.show(&text)?;
    }
    Ok(if args.strict && answer.is_empty() { Answer::No } else { Answer::Done })
}

/// Returns a dimension that the ontology has.
pub(super) fn known_dimension(
    workspace: &Workspace,
    dimension: Option<&Dimension>,
) -> Result<Option<Dimension>, Failure> {
    let Some(dimension) = dimension else { return Ok(None) };
    if workspace.ontology().dimension(dimension).is_some() {
        return Ok(Some(dimension.clone()));
    }
    let known = workspace.ontology().dimensions().iter().map(|rule| rule.name.as_str());
    let near = super::nearest(dimension.as_str(), known.clone());
    let list = if near.is_empty() { known.collect() } else { near };
    let failure = Failure::input(format!("{dimension} is not a dimension"));
    Err(failure.hint(format!("did you mean {}?", list.join(", "))))
}

/// Returns a topic that the ontology has.
pub(super) fn known_topic(workspace: &Workspace, topic: Option<&Topic>) -> Result<Option<Topic>, Failure> {
    let Some(topic) = topic else { return Ok(None) };
    if workspace.ontology().topic(topic).is_some() {
        return Ok(Some(topic.clone()));
    }
    let near = super::nearest(topic.as_str(), workspace.ontology().topics().iter().map(|rule| rule.name.as_str()));
    let failure = Failure::input(format!("{topic} is not a topic"));
    Err(match near.as_slice() {
        [] => failure.hint("detente at DATE ACTOR names the topics of its relations"),
        near => failure.hint(format!("did you mean {}?", near.join(", "))),
    })
}

/// Returns the answer as text.
pub(super) fn text(
    workspace: &Workspace,
    answer: &Standings,
    subject: &Subject,
    evidence: bool,
    (room, color): (Room, bool),
) -> String {
    let name = open::subject_name(workspace, subject);
    if answer.is_empty() {
        return format!("The log holds nothing on {name} at {}{}.\n", answer.at, known(&answer.knowledge));
    }
    let whole = matches!(subject, Subject::One(_));
    let mut text = format!("{name} on {}{}\n\n", answer.at, known(&answer.knowledge));
    told(workspace, |teller| {
        for standing in &answer.relations {
            let said = if color { teller.painted(standing, whole) } else { teller.standing(standing, whole) };
            text += &format!("{said}\n");
        }
        for position in &answer.positions {
            text += &format!("{}\n", teller.position(position));
        }
        if let Some(climate) = answer.climate {
            text += &format!("{}\n", teller.climate(climate));
        }
        if !answer.relations.is_empty() {
            text += &format!("\n{}", table(answer, teller).text(room));
        }
    });
    if evidence {
        text += "\n";
        for report in &answer.reports {
            text += &quoted(workspace, report);
        }
    }
    text
}

/// Says which state of knowledge answers, where it is not all of it.
pub(super) fn known(knowledge: &Knowledge) -> String {
    let mut said = String::new();
    if let Some(day) = knowledge.known_by {
        said += &format!(", as known by {day}");
    }
    if let Some(instant) = knowledge.recorded_by {
        said += &format!(", as recorded by {instant}");
    }
    if let Some(seq) = knowledge.at_seq {
        said += &format!(", as of record {seq}");
    }
    said
}

fn table(answer: &Standings, teller: &Teller<'_>) -> Table {
    let mut table = Table::new(&["dimension", "topic", "state", "from", "to", "since", "confirmed", "basis", "events"]);
    table.numbers(8);
    for standing in &answer.relations {
        let (from, to) = match (&standing.from, &standing.to) {
            (Some(from), Some(to)) => ((teller.name)(from), (teller.name)(to)),
            _ if standing.mutual => ("both".to_owned(), String::new()),
            _ => ((teller.name)(&standing.pair.0), (teller.name)(&standing.pair.1)),
        };
        let text = |value: Option<String>| value.unwrap_or_default();
        table.row([
            standing.dimension.to_string(),
            text(standing.topic.as_ref().map(ToString::to_string)),
            text(standing.state.as_ref().map(ToString::to_string)),
            from,
            to,
            text(standing.since.map(|since| aged(since.to_string(), since.latest, answer.at))),
            text(standing.last_confirmed.map(|day| {
                let is_since = standing.since.is_some_and(|since| since.latest == Some(day));
                aged(day.to_string(), (!is_since).then_some(day), answer.at)
            })),
            standing.basis.as_str().to_owned(),
            standing.events.len().to_string(),
        ]);
    }
    table
}

/// Says beside a date how long before the day asked for it lies.
fn aged(date: String, day: Option<Day>, at: Day) -> String {
    day.map_or_else(|| date.clone(), |day| format!("{date} ({})", age(day, at)))
}

/// Shows the words of a report with where they stand.
pub(super) fn quoted(workspace: &Workspace, report: &Report) -> String {
    let article = workspace.article(report.article);
    let outlet = match &article {
        Ok(article) => article.source.clone().unwrap_or_else(|| article.title.clone()),
        Err(error) => error.to_string(),
    };
    let speaker = report.speaker_name.as_ref().map_or_else(String::new, |name| format!(", {name}"));
    let id = report.event.to_string();
    let short = id.get(..8).unwrap_or(&id);
    format!("[{short}] {} {outlet}{speaker}: \"{}\"\n", report.published, report.quote.replace('\n', " "))
}
