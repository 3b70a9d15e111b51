//! `detente amend`: an event is replaced by a corrected one.

use super::Shell;
use super::args::AmendArgs;
use super::at::known_topic;
use super::failure::{Answer, Failure};
use super::open::{self, told};
use crate::model::day::Day;
use crate::model::event::Participant;
use crate::render::json::{self, event::EventJson};
use crate::workspace::Workspace;
use crate::workspace::correct::Correction;

pub(super) fn run(args: &AmendArgs, shell: &mut Shell<'_>) -> Result<Answer, Failure> {
    let mut workspace = shell.open()?;
    let event = open::event(&workspace, &args.event)?;
    let day = workspace.event(event)?.published;
    let sides = |typed: &[String]| -> Result<Vec<Participant>, Failure> {
        typed.iter().map(|name| participant(&workspace, name, day)).collect()
    };
    let correction = Correction {
        kind: args.kind.clone(),
        actors: sides(&args.actors)?,
        recipients: sides(&args.recipients)?,
        topic: known_topic(&workspace, args.topic.as_ref())?,
        occurred: args.occurred,
    };
    let replacement = workspace.amend(shell.instant(), event, correction, &args.because, &args.by)?;
    if shell.json {
        json::line(shell.out, &EventJson::of(&replacement, workspace.ontology()))?;
    } else {
        let said = told(&workspace, |teller| teller.event(&replacement));
        shell.print(&format!("Event {event} is replaced by {}: {} {said}.\n", replacement.id, replacement.occurred))?;
    }
    Ok(Answer::Done)
}

/// Returns an actor as a party of an event on a day.
fn participant(workspace: &Workspace, typed: &str, day: Day) -> Result<Participant, Failure> {
    let id = open::actor(workspace, typed)?;
    if let Some(participant) = workspace.ontology().roster().participant(&id, day) {
        return Ok(participant);
    }
    let declared = workspace.declared().find(|declared| declared.id == id);
    let declared = declared.ok_or_else(|| {
        Failure::input(format!("{id} cannot be a party of an event: it is not in the schema"))
            .hint(format!("detente actors add {id} --name NAME"))
    })?;
    Ok(Participant {
        id: declared.id.clone(),
        name: declared.name.clone(),
        kind: declared.kind,
        country: declared.country.clone(),
        sector: declared.sector,
        binds: false,
        mention: None,
    })
}
