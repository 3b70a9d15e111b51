//! `detente demo`: the bundled sample in a throw-away store: `at`, `timeline`, and pictures to open.
//!
//! Pictures go into a new folder among the temporary files, whose name is printed.

use super::Shell;
use super::failure::{Answer, Failure};
use super::ingest::counted;
use super::{at, graph, report, timeline};
use crate::graph::Knowledge;
use crate::graph::view::View;
use crate::model::day::Day;
use crate::model::id::ActorId;
use crate::query::at::At;
use crate::query::filter::Filter;
use crate::query::timeline::Timeline;
use crate::query::{self, Subject};
use crate::render::json::{self, answer::AtJson};
use crate::render::scene::Frame;
use crate::workspace::demo;
use std::path::{Path, PathBuf};
use std::{fs, io};

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
    let text = timeline::text(&workspace, &acts, &subject, (None, None), shell.room());
    shell.print(&text)?;
    let view = View::of(&workspace.projection()?.lens(&knowledge), day, &subject.scope());
    let diagram = graph::drawn(&graph::scene(&workspace, &view, &Frame::among(subject.actors()))?)?;
    let page = report::html(&workspace, &subject, day, None)?;
    let folder = folder().map_err(|error| Failure::input("no folder for the pictures can be made").because(&error))?;
    let diagram = write(&folder, "diagram.svg", &diagram)?;
    let page = write(&folder, "report.html", &page)?;
    let asked = format!("{} {} --at {day}", demo::ACTORS.0, demo::ACTORS.1);
    shell.print(&format!(
        "\n$ detente graph {asked} --format svg > {diagram}\n$ detente report {asked} -o {page}\n\n\
         Open them in a browser: the diagram, and one page with a slider through all days.\n"
    ))?;
    Ok(Answer::Done)
}

/// Makes a folder that nobody else has.
fn folder() -> io::Result<PathBuf> {
    let parent = std::env::temp_dir();
    let own = std::process::id();
    for number in 0_u32.. {
        let folder = parent.join(format!("detente-demo-{own}-{number}"));
        match fs::create_dir(&folder) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            made => return made.map(|()| folder),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

/// Writes a file and returns its path to be shown.
fn write(folder: &Path, name: &str, text: &str) -> Result<String, Failure> {
    let path = folder.join(name);
    let shown = path.display().to_string();
    fs::write(&path, text).map_err(|error| Failure::input(format!("{shown} cannot be written")).because(&error))?;
    Ok(shown)
}
