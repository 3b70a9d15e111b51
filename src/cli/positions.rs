//! `detente positions`: who holds what, toward whom and since when.

use super::Shell;
use super::args::ask::PositionsArgs;
use super::at::{known, known_topic};
use super::failure::{Answer, Failure};
use super::open::{self, told};
use crate::graph::view::Scope;
use crate::query::positions::{self, Positions};
use crate::render::json::{self, answer::PositionsJson};

pub(super) fn run(args: &PositionsArgs, shell: &mut Shell<'_>) -> Result<Answer, Failure> {
    let knowledge = shell.knowledge(&args.knowledge)?;
    let workspace = shell.open()?.naming(knowledge);
    let holder = open::party(&workspace, &args.actor, shell)?;
    let topic = known_topic(&workspace, args.on.as_ref())?;
    let question = Positions { holder, toward: None, day: shell.day(args.at)?, topic, knowledge };
    let answer = positions::answer(&*workspace.about(&Scope::Actor(question.holder.clone()))?, &question);
    if shell.json {
        json::line(shell.out, &PositionsJson::of(&answer))?;
    } else if answer.positions.is_empty() {
        let name = workspace.name(&answer.holder);
        let on = args.on.as_ref().map_or_else(String::new, |topic| format!(" on {topic}"));
        let known = known(&answer.knowledge);
        shell.print(&format!("The log holds no position of {name}{on} at {}{known}.\n", answer.at))?;
    } else {
        let lines: Vec<String> =
            told(&workspace, |teller| answer.positions.iter().map(|held| teller.position(held) + "\n").collect());
        shell.show(&lines.concat())?;
    }
    Ok(if args.strict && answer.positions.is_empty() { Answer::No } else { Answer::Done })
}
