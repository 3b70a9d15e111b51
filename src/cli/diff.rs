//! `detente diff`: what changed between two days or two states of knowledge, and which event did it.

use super::Shell;
use super::args::ask::{DiffArgs, DiffFormat};
use super::at::{known, known_dimension, quoted};
use super::failure::{Answer, Failure};
use super::graph::{drawn_by, origins};
use super::open::{self, told};
use crate::graph::view::View;
use crate::graph::{Knowledge, Standing};
use crate::model::id::{ArticleId, EventId, Seq};
use crate::query::Subject;
use crate::query::change::{self, Changes, Diff};
use crate::query::filter::Filter;
use crate::render::dot;
use crate::render::json::{self, answer::DiffJson};
use crate::render::scene::{RELATIONS, Scene};
use crate::workspace::Workspace;

pub(super) fn run(args: &DiffArgs, shell: &mut Shell<'_>) -> Result<Answer, Failure> {
    let (before, after) = knowledge(args, shell)?;
    let workspace = shell.open()?.naming(after);
    let subject = open::subject(&workspace, &args.actors, shell)?;
    let (first, second) = (shell.day(args.first)?, shell.day(args.second)?);
    if second < first {
        return Err(Failure::input(format!("{second} lies before {first}: the earlier day was expected first")));
    }
    let filter = Filter { dimension: known_dimension(&workspace, args.dimension.as_ref())?, topic: None };
    let question = Diff { subject, before: (first, before), after: (second, after), filter };
    let answer = change::answer(&*workspace.about(&question.subject.scope())?, &question);
    match if shell.json { DiffFormat::Json } else { args.format } {
        DiffFormat::Json => json::line(shell.out, &DiffJson::of(&answer))?,
        DiffFormat::Text => {
            let text = text(&workspace, &answer, &question.subject, shell.color);
            shell.show(&text)?;
        }
        DiffFormat::Dot => shell.print(&dot::write(&scene(&workspace, &answer, &question)?))?,
        DiffFormat::Svg => shell.print(&drawn_by(args.engine, &scene(&workspace, &answer, &question)?)?)?,
    }
    Ok(if args.strict && answer.is_empty() { Answer::No } else { Answer::Done })
}

/// Reads the two states of knowledge.
fn knowledge(args: &DiffArgs, shell: &Shell<'_>) -> Result<(Knowledge, Knowledge), Failure> {
    let days = args.known_by.iter().map(|day| shell.day(*day)).collect::<Result<Vec<_>, _>>()?;
    let with = |known_by| Knowledge { known_by, recorded_by: args.recorded_by, at_seq: args.at_seq.map(Seq) };
    Ok((with(days.first().copied()), with(days.last().copied())))
}

fn scene(workspace: &Workspace, answer: &Changes, question: &Diff) -> Result<Scene, Failure> {
    let scope = question.subject.scope();
    let projection = workspace.about(&scope)?;
    let view = |(day, knowledge)| View::of(&projection.lens(&knowledge), day, &scope);
    let (before, after) = (view(question.before), view(question.after));
    let origins = origins(workspace, answer.reports.iter().map(|report| report.article).collect())?;
    let origin = |id: ArticleId| origins.get(&id).cloned().unwrap_or_default();
    Ok(told(workspace, |teller| Scene::of_changes(answer, (&before, &after), RELATIONS, teller, &origin)))
}

fn text(workspace: &Workspace, answer: &Changes, subject: &Subject, color: bool) -> String {
    let name = open::subject_name(workspace, subject);
    let ((first, before), (second, after)) = (answer.before, answer.after);
    let period = match (before == after, first == second) {
        (true, _) => format!("{first} to {second}{}", known(&after)),
        (false, true) => format!("on {first}{} and{}", known(&before), known(&after).trim_start_matches(',')),
        (false, false) => format!("{first}{} to {second}{}", known(&before), known(&after)),
    };
    if answer.is_empty() {
        let from = if before == after { "from " } else { "" };
        return format!("Nothing changed for {name} {from}{period}.\n");
    }
    let whole = matches!(subject, Subject::One(_));
    let mut text = format!("{name}, {period}\n");
    let by = |events: &[EventId]| -> String {
        let reports = events.iter().filter_map(|event| answer.reports.iter().find(|report| report.event == *event));
        reports.map(|report| format!("    {}", quoted(workspace, report))).collect()
    };
    told(workspace, |teller| {
        for change in &answer.relations {
            let say = |standing: &Standing| {
                if color { teller.painted(standing, whole) } else { teller.standing(standing, whole) }
            };
            let said = |standing: &Option<_>| standing.as_ref().map(say);
            text += &pair(said(&change.before), said(&change.after));
            text += &by(&change.by);
        }
        for change in &answer.positions {
            let said = |position: &Option<_>| position.as_ref().map(|position| teller.position(position));
            text += &pair(said(&change.before), said(&change.after));
            text += &by(&change.by);
        }
    });
    text
}

/// Shows how something was and is.
fn pair(before: Option<String>, after: Option<String>) -> String {
    let line = |sign: char, said: String| format!("{sign} {said}\n");
    let before = before.map(|said| line('-', said)).unwrap_or_default();
    format!("\n{before}{}", after.map(|said| line('+', said)).unwrap_or_default())
}
