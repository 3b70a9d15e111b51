//! `detente verify`: the log checked as a whole, and anomalies of history.

use super::Shell;
use super::args::VerifyArgs;
use super::failure::{Answer, Failure, Kind};
use super::ingest::counted;
use super::replay::Names;
use crate::graph::replay::touches::Touches;
use crate::render::json::{
    self,
    history::{self, StepJson},
    store::VerifyJson,
};

pub(super) fn run(args: &VerifyArgs, shell: &mut Shell<'_>) -> Result<Answer, Failure> {
    let workspace = match shell.open() {
        Err(failure) if failure.kind == Kind::Damaged => return beyond(failure, shell),
        opened => opened?,
    };
    let found = if args.log_only { workspace.verify()? } else { workspace.verify_with_graph()? };
    let sound = found.problems.is_empty();
    let anomalies = if args.history { workspace.anomalies()? } else { Touches::default() };
    if shell.json {
        let document = VerifyJson {
            sound,
            records: found.records,
            articles: found.articles,
            events: found.events,
            problems: found.problems,
            more_problems: (found.more > 0).then_some(found.more),
            anomalies: args.history.then(|| anomalies.iter().map(|touch| StepJson::of(&touch)).collect()),
        };
        json::line(shell.out, &document)?;
    } else {
        for problem in &found.problems {
            shell.print(&format!("{problem}\n"))?;
        }
        if found.more > 0 {
            shell.print(&format!("and {} more problems\n", found.more))?;
        }
        let records = match found.records {
            1 => "1 record".to_owned(),
            n => format!("{n} records"),
        };
        let (articles, events) = (counted(found.articles, "article"), counted(found.events, "event"));
        let verdict = if sound { "The log is sound" } else { "The log is damaged" };
        shell.print(&format!("{verdict}: {records}, {articles}, {events}.\n"))?;
        let mut names = Names::of(&workspace);
        for touch in anomalies.iter() {
            let line = format!("{}: {}", history::effect(touch.effect), super::replay::line(&mut names, &touch));
            shell.print(&line)?;
        }
        if args.history && anomalies.is_empty() {
            shell.print("No event contradicts the state that it met.\n")?;
        }
    }
    Ok(if sound { Answer::Done } else { Answer::No })
}

/// Tells of damage that left nothing to check.
fn beyond(failure: Failure, shell: &mut Shell<'_>) -> Result<Answer, Failure> {
    if shell.json {
        let document = VerifyJson {
            sound: false,
            records: 0,
            articles: 0,
            events: 0,
            problems: vec![failure.message],
            more_problems: None,
            anomalies: None,
        };
        json::line(shell.out, &document)?;
    } else {
        let hints: String = failure.hints.iter().map(|hint| format!("{hint}\n")).collect();
        shell
            .print(&format!("{}\nThe log is damaged and nothing else of it was checked.\n{hints}", failure.message))?;
    }
    Ok(Answer::No)
}
