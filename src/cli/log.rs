//! `detente log`: the records, in order. With `--json` each line is the record as `export` writes it.

use super::Shell;
use super::args::LogArgs;
use super::failure::{Answer, Failure};
use super::open::told;
use crate::log::archive::form;
use crate::model::id::{ArticleId, Seq};
use crate::model::record::{Body, Record};
use crate::workspace::{Workspace, WorkspaceError};

pub(super) fn run(args: &LogArgs, shell: &mut Shell<'_>) -> Result<Answer, Failure> {
    let workspace = shell.open()?;
    if let Some(id) = args.article
        && !workspace.shelf().has(id)?
    {
        return Err(WorkspaceError::NoArticle(id).into());
    }
    let end = args.to_seq.map_or(workspace.log().head().next(), |to| Seq(to.saturating_add(1)));
    let mut n_shown = 0;
    for record in workspace.log().read(Seq(args.from_seq.unwrap_or_default())..end) {
        let record = record.map_err(WorkspaceError::from)?;
        if args.article.is_some_and(|id| !concerns(&workspace, &record, id)) {
            continue;
        }
        n_shown += 1;
        if shell.json {
            let line = form::line(&record);
            shell.print(&format!("{line}\n"))?;
        } else {
            let line = line(&workspace, &record);
            shell.print(&line)?;
        }
    }
    if n_shown == 0 && !shell.json {
        shell.print("The log holds no such record.\n")?;
    }
    Ok(Answer::Done)
}

/// Tells whether a record is of an article: its reception, its events, and corrections of these.
fn concerns(workspace: &Workspace, record: &Record, id: ArticleId) -> bool {
    match &record.body {
        Body::ArticleReceived(received) => received.article.id == id || received.revises == Some(id),
        Body::EventRecorded(event) => event.article == id,
        Body::ArticleRecoded { article, .. } => *article == id,
        Body::EventAmended { replacement, .. } => replacement.article == id,
        Body::EventRetracted { event, .. } => workspace.event(*event).is_ok_and(|event| event.article == id),
        Body::ActorDeclared(_) | Body::ActorMerged { .. } | Body::ActorSplit { .. } => false,
    }
}

fn line(workspace: &Workspace, record: &Record) -> String {
    let said = told(workspace, |teller| match &record.body {
        Body::ArticleReceived(received) => {
            let article = &received.article;
            let source = article.source.as_deref().unwrap_or("an unnamed outlet");
            let revises = received.revises.map_or_else(String::new, |older| format!(", replaces {older}"));
            format!("article {} of {} from {source}: {}{revises}", article.id, article.published, article.title)
        }
        Body::EventRecorded(event) => format!("event {} of {}: {}", event.id, event.occurred, teller.event(event)),
        Body::EventRetracted { event, reason, by } => format!("event {event} retracted by {by}: {reason}"),
        Body::EventAmended { event, replacement, reason, by } => {
            format!("event {event} amended by {by} ({reason}): {}: {}", replacement.id, teller.event(replacement))
        }
        Body::ArticleRecoded { article, reading, events } => {
            format!("article {article} read again by coder {}: {} events", reading.coder, events.len())
        }
        Body::ActorDeclared(actor) => format!("actor {} declared: {}", actor.id, actor.name),
        Body::ActorMerged { from, into, reason } => format!("actor {from} merged into {into}: {reason}"),
        Body::ActorSplit { from, into, reason } => format!("actor {from} split from {into}: {reason}"),
    });
    format!("{:>6}  {}  {said}\n", record.seq.0, record.recorded_at)
}
