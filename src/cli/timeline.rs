//! `detente timeline`: what happened, in order.

use super::Shell;
use super::args::ask::{TimelineArgs, TimelineFormat};
use super::at::known;
use super::failure::{Answer, Failure};
use super::graph::origins;
use super::open::{self, told};
use crate::graph::Knowledge;
use crate::model::day::Day;
use crate::model::id::EventId;
use crate::query::Subject;
use crate::query::filter::Filter;
use crate::query::timeline::{self, Acts, Timeline};
use crate::render::json::{self, history::ActJson};
use crate::render::table::{Room, Table};
use crate::render::timeline::{self as lanes, Chart};
use crate::workspace::{Workspace, WorkspaceError};

pub(super) fn run(args: &TimelineArgs, shell: &mut Shell<'_>) -> Result<Answer, Failure> {
    let knowledge = shell.knowledge(&args.knowledge)?;
    let workspace = shell.open()?.naming(knowledge);
    let subject = open::subject(&workspace, &args.actors, shell)?;
    let from = args.from.map(|day| shell.day(day)).transpose()?;
    let to = args.to.map(|day| shell.day(day)).transpose()?;
    if let (Some(from), Some(to)) = (from, to)
        && to < from
    {
        return Err(Failure::input(format!("{to} lies before {from}: the earlier day belongs to --from")));
    }
    if args.format == TimelineFormat::Svg && !shell.json {
        let name = open::subject_name(&workspace, &subject);
        let nothing = || Failure::input(format!("the log holds nothing on {name} that could be drawn"));
        shell.print(&picture(&workspace, &subject, (from, to), &knowledge)?.ok_or_else(nothing)?)?;
        return Ok(Answer::Done);
    }
    let question = Timeline { subject, from, to, knowledge, filter: Filter::default() };
    let answer = timeline::answer(&*workspace.about(&question.subject.scope())?, &question);
    if shell.json {
        for act in &answer.acts {
            json::line(shell.out, &ActJson::of(act))?;
        }
    } else {
        let text = text(&workspace, &answer, &question.subject, (from, to), shell.room());
        shell.show(&text)?;
    }
    Ok(if args.strict && answer.acts.is_empty() { Answer::No } else { Answer::Done })
}

/// Draws a lane for each relation, none where there is nothing to draw.
fn picture(
    workspace: &Workspace,
    subject: &Subject,
    days: (Option<Day>, Option<Day>),
    knowledge: &Knowledge,
) -> Result<Option<String>, WorkspaceError> {
    Ok(chart(workspace, subject, days, knowledge)?.as_ref().map(lanes::write))
}

/// Returns a lane for each relation, none where there is nothing to draw.
pub(super) fn chart(
    workspace: &Workspace,
    subject: &Subject,
    days: (Option<Day>, Option<Day>),
    knowledge: &Knowledge,
) -> Result<Option<Chart>, WorkspaceError> {
    let part = workspace.about(&subject.scope())?;
    let lens = part.lens(knowledge);
    let pairs = match subject {
        Subject::One(actor) => lens.all_of(actor),
        Subject::Two(one, other) => lens.between(one, other).into_iter().collect(),
    };
    let origins = origins(workspace, lanes::articles(&pairs))?;
    let report = |event: EventId| {
        let report = lens.report(event)?;
        let origin = origins.get(&report.article).cloned()?;
        Some((report, origin))
    };
    let title = open::subject_name(workspace, subject) + &known(knowledge);
    Ok(told(workspace, |teller| Chart::of(&pairs, title, days, teller, &report)))
}

/// Returns the answer as text.
pub(super) fn text(
    workspace: &Workspace,
    answer: &Acts,
    subject: &Subject,
    (from, to): (Option<Day>, Option<Day>),
    room: Room,
) -> String {
    if answer.acts.is_empty() {
        let name = open::subject_name(workspace, subject);
        let from = from.map_or_else(String::new, |day| format!(" from {day}"));
        let to = to.map_or_else(String::new, |day| format!(" to {day}"));
        return format!("The log holds no event on {name}{from}{to}{}.\n", known(&answer.knowledge));
    }
    let mut table = Table::new(&["when", "what", "said by", "reports", "event"]);
    table.numbers(3);
    told(workspace, |teller| {
        for act in &answer.acts {
            let id = act.event.to_string();
            let via = act.via.as_ref().map_or_else(String::new, |via| format!(" (through {})", (teller.name)(via)));
            let speakers: Vec<&str> = act.reports.iter().filter_map(|one| one.speaker_name.as_deref()).collect();
            table.row([
                act.occurred.to_string(),
                teller.act(act) + &via,
                speakers.first().copied().unwrap_or_default().to_owned(),
                act.reports.len().to_string(),
                id.get(..8).unwrap_or(&id).to_owned(),
            ]);
        }
    });
    table.text(room)
}
