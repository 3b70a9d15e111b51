//! `detente graph`: relations on a day as a diagram.

use super::Shell;
use super::args::ask::{Engine, GraphArgs, GraphFormat};
use super::at::known_dimension;
use super::failure::{Answer, Failure};
use super::open::{self, told};
use crate::graph::view::{Scope, View};
use crate::model::article::Article;
use crate::model::id::{ActorId, ArticleId, Seq};
use crate::query::Subject;
use crate::render::json::{self, graph::GraphJson};
use crate::render::scene::{Frame, Origin, Scene, select};
use crate::render::{dot, svg};
use crate::workspace::{Workspace, WorkspaceError};
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};
use std::process::{Command, Stdio};

pub(super) fn run(args: &GraphArgs, shell: &mut Shell<'_>) -> Result<Answer, Failure> {
    let knowledge = shell.knowledge(&args.knowledge)?;
    let workspace = shell.open()?.naming(knowledge);
    let among = args.actors.iter().map(|typed| open::party(&workspace, typed, shell));
    let among: Vec<ActorId> = among.collect::<Result<_, _>>()?;
    let around = args.around.as_ref().map(|typed| open::party(&workspace, typed, shell)).transpose()?;
    let frame = Frame {
        around,
        depth: args.depth,
        dimension: known_dimension(&workspace, args.dimension.as_ref())?,
        min_evidence: args.min_evidence,
        stamp: args.stamp.then(|| workspace.log().head().count.checked_sub(1).map(Seq)).flatten(),
        ..Frame::among(among)
    };
    let day = shell.day(args.at)?;
    let view = match scope(&frame.among) {
        Scope::Everything => workspace.view_telling(day, &knowledge, |view| select(view, &frame).0.events())?,
        scope => View::of(&workspace.about(&scope)?.lens(&knowledge), day, &scope),
    };
    let format = if shell.json { GraphFormat::Json } else { args.format };
    match format {
        GraphFormat::Dot => shell.print(&dot::write(&scene(&workspace, &view, &frame)?))?,
        GraphFormat::Svg => shell.print(&drawn_by(args.engine, &scene(&workspace, &view, &frame)?)?)?,
        GraphFormat::Json => {
            let (shown, left_out) = select(&view, &frame);
            json::line(shell.out, &GraphJson::of(&shown, left_out, &|id| workspace.name(id)))?;
        }
    }
    Ok(Answer::Done)
}

/// Returns the part of the graph that lies between the actors asked for.
fn scope(among: &[ActorId]) -> Scope {
    match among {
        [one] => Subject::One(one.clone()).scope(),
        [one, other] => Subject::Two(one.clone(), other.clone()).scope(),
        _ => Scope::Everything,
    }
}

/// Draws a diagram.
pub(super) fn drawn(scene: &Scene) -> Result<String, Failure> {
    svg::write(scene).map_err(|error| Failure::input("no picture was drawn").because(&error))
}

/// Draws a diagram with an engine.
pub(super) fn drawn_by(engine: Engine, scene: &Scene) -> Result<String, Failure> {
    match engine {
        Engine::Own => drawn(scene),
        Engine::Dot => graphviz("dot", &dot::write(scene)),
    }
}

/// Has Graphviz draw.
fn graphviz(program: &str, text: &str) -> Result<String, Failure> {
    let wrong = |error: &io::Error| Failure::input(format!("{program} did not draw")).because(error);
    let mut child = Command::new(program)
        .arg("-Tsvg")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => {
                Failure::input(format!("{program} of Graphviz is not installed")).hint("--engine own draws without it")
            }
            _ => wrong(&error),
        })?;
    // Graphviz reads all before it writes anything; what it did not read it tells of itself.
    let written = child.stdin.take().map_or(Ok(()), |mut input| input.write_all(text.as_bytes()));
    let output = child.wait_with_output().map_err(|error| wrong(&error))?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        return Err(Failure::input(format!("{program} did not draw: {}", said.trim())));
    }
    written.map_err(|error| wrong(&error))?;
    String::from_utf8(output.stdout).map_err(|error| Failure::input("the picture is no text").because(&error))
}

/// Returns what a diagram of a view shows.
pub(super) fn scene(workspace: &Workspace, view: &View, frame: &Frame) -> Result<Scene, Failure> {
    let (shown, _) = select(view, frame);
    let origins = origins(workspace, shown.reports().map(|report| report.article).collect())?;
    let origin = |id: ArticleId| origins.get(&id).cloned().unwrap_or_default();
    Ok(told(workspace, |teller| Scene::of(view, frame, teller, &origin)))
}

/// Returns where articles come from. They are fetched before drawing, which cannot fail; an article that the log
/// does not hold is named as such, as beside the words that `at --evidence` quotes.
pub(super) fn origins(
    workspace: &Workspace,
    ids: BTreeSet<ArticleId>,
) -> Result<BTreeMap<ArticleId, Origin>, WorkspaceError> {
    let origin = |id| match workspace.article(id) {
        Err(error @ WorkspaceError::NoArticle(_)) => Ok((id, Origin { name: error.to_string(), url: None })),
        article => article.map(|article| (id, origin(article))),
    };
    ids.into_iter().map(origin).collect()
}

fn origin(article: Article) -> Origin {
    Origin { name: article.source.unwrap_or(article.title), url: article.url }
}

#[cfg(test)]
mod tests {
    use super::graphviz;

    #[test]
    fn a_program_that_is_not_installed_is_named_with_the_way_out() {
        let failure = graphviz("no-such-dot", "digraph {}").unwrap_err();
        assert_eq!(failure.message, "no-such-dot of Graphviz is not installed");
        assert_eq!(failure.hints, ["--engine own draws without it"]);
    }
}
