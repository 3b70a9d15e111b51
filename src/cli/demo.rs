//! `detente demo`: the bundled sample in a throw-away store: `at`, `timeline` and the diagram.

use super::Shell;
use super::failure::{Answer, Failure};
use super::ingest::counted;
use super::{at, graph, timeline};
use crate::graph::Knowledge;
use crate::graph::view::View;
use crate::model::day::Day;
use crate::model::id::ActorId;
use crate::query::at::At;
use crate::query::filter::Filter;
use crate::query::timeline::Timeline;
use crate::query::{self, Subject};
use crate::render::dot;
use crate::render::json::{self, answer::AtJson};
use crate::render::scene::Frame;
use crate::workspace::demo;

pub(super) fn run(shell: &mut Shell<'_>) -> Result<Answer, Failure> {
    let mut workspace = shell.in_memory()?;
    let ingested = demo::ingest(&mut workspace, shell.instant())?;
    let wrong = |error: &dyn std::error::Error| Failure::input("the demo asks a wrong question").because(error);
    let id = |text: &str| text.parse::<ActorId>().map_err(|error| wrong(&error));
    let day = demo::DAY.parse::<Day>().map_err(|error| wrong(&error))?;
    let subject = Subject::Two(id(demo::ACTORS.0)?, id(demo::ACTORS.1)?);
    let knowledge = Knowledge::default();
    let question = At { subject: subject.clone(), day, knowledge, filter: Filter::default() };
    let standings = query::at::answer(workspace.projection()?, &question);
    if shell.json {
        json::line(shell.out, &AtJson::of(&standings))?;
        return Ok(Answer::Done);
    }
    let (articles, events) = (counted(ingested.articles, "article"), counted(ingested.events, "event"));
    shell.print(&format!("Read {articles} of the sample: {events}.\n"))?;
    let command = format!("detente at {day} {} {}", demo::ACTORS.0, demo::ACTORS.1);
    shell.print(&format!("\n$ {command}\n\n"))?;
    let text = at::text(&workspace, &standings, &subject, false, (shell.room(), shell.color));
    shell.print(&text)?;
    let question = Timeline { subject: subject.clone(), from: None, to: None, knowledge, filter: Filter::default() };
    let acts = query::timeline::answer(workspace.projection()?, &question);
    shell.print(&format!("\n$ detente timeline {} {}\n\n", demo::ACTORS.0, demo::ACTORS.1))?;
    let text = timeline::text(&workspace, &acts, &subject, shell.room());
    shell.print(&text)?;
    let view = View::of(&workspace.projection()?.lens(&knowledge), day, &subject.scope());
    let scene = graph::scene(&workspace, &view, &Frame::among(subject.actors()))?;
    let command = format!("detente graph {} {} --at {day} --format dot", demo::ACTORS.0, demo::ACTORS.1);
    shell.print(&format!("\n$ {command}\n\n{}", dot::write(&scene)))?;
    Ok(Answer::Done)
}
