//! `detente diff`: what changed between two days, and which event did it.

use super::Shell;
use super::args::ask::DiffArgs;
use super::at::{known, quoted};
use super::failure::{Answer, Failure};
use super::open::{self, told};
use crate::model::id::EventId;
use crate::query::Subject;
use crate::query::change::{self, Changes, Diff};
use crate::query::filter::Filter;
use crate::render::json::{self, answer::DiffJson};
use crate::workspace::Workspace;

pub(super) fn run(args: &DiffArgs, shell: &mut Shell<'_>) -> Result<Answer, Failure> {
    let workspace = shell.open()?;
    let subject = open::subject(&workspace, &args.actors, shell)?;
    let (first, second) = (shell.day(args.first)?, shell.day(args.second)?);
    if second < first {
        return Err(Failure::input(format!("{second} lies before {first}: the earlier day was expected first")));
    }
    let knowledge = shell.knowledge(&args.knowledge)?;
    let question = Diff { subject, before: (first, knowledge), after: (second, knowledge), filter: Filter::default() };
    let answer = change::answer(workspace.projection(), &question);
    if shell.json {
        json::line(shell.out, &DiffJson::of(&answer))?;
    } else {
        let text = text(&workspace, &answer, &question.subject);
        shell.print(&text)?;
    }
    Ok(if args.strict && answer.is_empty() { Answer::No } else { Answer::Done })
}

fn text(workspace: &Workspace, answer: &Changes, subject: &Subject) -> String {
    let name = open::subject_name(workspace, subject);
    let (first, second) = (answer.before.0, answer.after.0);
    let known = known(&answer.after.1);
    if answer.is_empty() {
        return format!("Nothing changed for {name} from {first} to {second}{known}.\n");
    }
    let whole = matches!(subject, Subject::One(_));
    let mut text = format!("{name}, {first} to {second}{known}\n");
    let by = |events: &[EventId]| -> String {
        let reports = events.iter().filter_map(|event| answer.reports.iter().find(|report| report.event == *event));
        reports.map(|report| format!("    {}", quoted(workspace, report))).collect()
    };
    told(workspace, |teller| {
        for change in &answer.relations {
            let said = |standing: &Option<_>| standing.as_ref().map(|standing| teller.standing(standing, whole));
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
