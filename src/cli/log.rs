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
    let from = Seq(args.from_seq.unwrap_or_default());
    let json = shell.json;
    let is_asked = |record: &Record| args.article.is_none_or(|id| concerns(&workspace, record, id));
    let mut n_shown = 0;
    let mut lines = workspace.log().read(from..end).filter_map(|record| {
        let record = match record {
            Ok(record) if is_asked(&record) => record,
            Ok(_) => return None,
            Err(error) => return Some(Err(WorkspaceError::from(error).into())),
        };
        n_shown += 1;
        Some(Ok(if json { form::line(&record) + "\n" } else { line(&workspace, &record) }))
    });
    if json {
        for line in lines {
            shell.print(&line?)?;
        }
    } else {
        shell.stream(&mut lines)?;
        drop(lines);
        if n_shown == 0 {
            shell.print("The log holds no such record.\n")?;
        }
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
    format!("{:>6}  {}  {}\n", record.seq.0, record.recorded_at, said(workspace, record))
}

/// Says what a record tells.
pub(super) fn said(workspace: &Workspace, record: &Record) -> String {
    told(workspace, |teller| match &record.body {
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
    })
}
