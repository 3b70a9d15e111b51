//! `detente replay`: the graph rebuilt from the log, step by step or compared with the stored one.

use super::Shell;
use super::args::ReplayArgs;
use super::failure::{Answer, Failure};
use super::open::told;
use crate::graph::Touch;
use crate::graph::replay::Difference;
use crate::model::day::Day;
use crate::model::id::{ActorId, Seq};
use crate::render::json::{
    self,
    history::StepJson,
    store::{DoneJson, VerifyJson},
};
use crate::workspace::Workspace;
use crate::workspace::whole::Checked;
use std::collections::BTreeMap;

/// Names of actors, each looked up once: a name that only the log tells takes as long as reading a hundred records.
pub(super) struct Names<'a> {
    workspace: &'a Workspace,
    known: BTreeMap<ActorId, String>,
}

impl<'a> Names<'a> {
    pub(super) fn of(workspace: &'a Workspace) -> Self {
        Self { workspace, known: BTreeMap::new() }
    }

    fn name(&mut self, id: &ActorId) -> String {
        if let Some(known) = self.known.get(id) {
            return known.clone();
        }
        let name = self.workspace.name(id);
        self.known.insert(id.clone(), name.clone());
        name
    }
}

pub(super) fn run(args: &ReplayArgs, shell: &mut Shell<'_>) -> Result<Answer, Failure> {
    let workspace = shell.open()?;
    if args.check {
        return check(&workspace, shell);
    }
    let until = args.until.map(|day| shell.day(day)).transpose()?;
    if args.step {
        return step(&workspace, args.until_seq.map(Seq), until, shell);
    }
    let n_steps = workspace.count_steps(args.until_seq.map(Seq), until)?;
    let records = args.until_seq.map_or(u64::MAX, |seq| seq.saturating_add(1)).min(workspace.log().head().count);
    if shell.json {
        let done = DoneJson { done: "replayed".to_owned(), records: Some(records), ..DoneJson::default() };
        json::line(shell.out, &done)?;
    } else {
        shell.print(&format!("Replayed {records} records: {n_steps} changes of state.\n"))?;
    }
    Ok(Answer::Done)
}

fn step(
    workspace: &Workspace,
    until_seq: Option<Seq>,
    until: Option<Day>,
    shell: &mut Shell<'_>,
) -> Result<Answer, Failure> {
    let steps = workspace.steps(until_seq, until)?;
    let mut names = Names::of(workspace);
    for step in steps.iter() {
        if shell.json {
            json::line(shell.out, &StepJson::of(&step))?;
        } else {
            let line = line(&mut names, &step);
            shell.print(&line)?;
        }
    }
    if steps.is_empty() && !shell.json {
        shell.print("No state changed.\n")?;
    }
    Ok(Answer::Done)
}

fn check(workspace: &Workspace, shell: &mut Shell<'_>) -> Result<Answer, Failure> {
    let Checked { events, difference } = workspace.check_graph()?;
    let records = workspace.log().head().count;
    let problems: Vec<String> = difference
        .iter()
        .map(|Difference { what, one, other }| format!("{what}: grown {one}, replayed {other}"))
        .collect();
    if shell.json {
        let articles = workspace.shelf().all_articles()?.len();
        let sound = problems.is_empty();
        let document = VerifyJson { sound, records, articles, events, problems, more_problems: None, anomalies: None };
        json::line(shell.out, &document)?;
    } else if let Some(problem) = problems.first() {
        shell.print(&format!("The graph differs from the replay in {problem}.\n"))?;
    } else {
        shell.print(&format!("The graph equals the replay of {records} records.\n"))?;
    }
    Ok(if difference.is_none() { Answer::Done } else { Answer::No })
}

/// Says how a state changed: `2022-03-21  negotiations peace-treaty  Japan, Russia: under-way -> suspended`.
pub(super) fn line(names: &mut Names<'_>, step: &Touch) -> String {
    let state = |state: &Option<_>| state.as_ref().map_or_else(|| "unknown".to_owned(), ToString::to_string);
    let (one, other) = (names.name(&step.pair.0), names.name(&step.pair.1));
    let arrow = if step.mutual { ", " } else { " toward " };
    let titled = step.topic.as_ref().map(|topic| told(names.workspace, |teller| teller.topic(topic)));
    let topic = titled
        .filter(|title| *title != step.dimension.as_str())
        .map_or_else(String::new, |title| format!(" on {title}"));
    let id = step.event.to_string();
    format!(
        "{}  {}{topic}, {one}{arrow}{other}: {} -> {}  [{}]\n",
        step.day,
        step.dimension,
        state(&step.before),
        state(&step.after),
        id.get(..8).unwrap_or(&id)
    )
}
