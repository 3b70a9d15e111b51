//! `detente ontology`: the event types and dimensions, and the check of schema files.

use super::Shell;
use super::args::{OntologyArgs, OntologyWhat};
use super::failure::{Answer, Failure};
use crate::ontology::Ontology;
use crate::ontology::dimension::{DimensionRule, Ends};
use crate::ontology::types::{EffectKind, TypeRule};
use crate::render::json::{
    self,
    ontology::{DimensionJson, LintJson, OntologyJson, TypeJson},
};
use crate::render::table::Table;

pub(super) fn run(args: &OntologyArgs, shell: &mut Shell<'_>) -> Result<Answer, Failure> {
    match &args.what {
        OntologyWhat::Show { name } => show(name.as_deref(), shell),
        OntologyWhat::Lint => lint(shell),
    }
}

fn show(name: Option<&str>, shell: &mut Shell<'_>) -> Result<Answer, Failure> {
    let ontology = shell.ontology()?;
    let wanted = |found: &str| name.is_none_or(|name| name == found);
    let types: Vec<&TypeRule> = ontology.types().filter(|rule| wanted(rule.name.as_str())).collect();
    let dimensions: Vec<&DimensionRule> =
        ontology.dimensions().iter().filter(|rule| wanted(rule.name.as_str())).collect();
    if let Some(name) = name
        && types.is_empty()
        && dimensions.is_empty()
    {
        return Err(unknown(name, &ontology));
    }
    if shell.json {
        let document = OntologyJson {
            digest: ontology.digest().to_string(),
            types: types.iter().map(|rule| TypeJson::of(rule, &ontology)).collect(),
            dimensions: dimensions.iter().map(|rule| DimensionJson::of(rule)).collect(),
        };
        json::line(shell.out, &document)?;
        return Ok(Answer::Done);
    }
    let mut text = String::new();
    if !types.is_empty() {
        let mut table = Table::new(&["type", "CAMEO", "PLOVER", "score", "effect", "presupposes"]);
        table.numbers(3);
        for rule in types {
            table.row(type_row(rule, &ontology));
        }
        text += &table.text(shell.room());
    }
    if !dimensions.is_empty() {
        let mut table = Table::new(&["dimension", "states, worst first", "kind", "shelf life"]);
        for rule in dimensions {
            table.row(dimension_row(rule));
        }
        text += "\n";
        text += &table.text(shell.room());
    }
    shell.show(&text)?;
    Ok(Answer::Done)
}

fn type_row(rule: &TypeRule, ontology: &Ontology) -> [String; 6] {
    let effects: Vec<String> = rule
        .effects
        .iter()
        .map(|effect| {
            let sure = if effect.force == EffectKind::Confirm { " (confirms)" } else { "" };
            format!("{} {}{sure}", effect.dimension, effect.state)
        })
        .collect();
    [
        rule.name.to_string(),
        rule.cameo.to_string(),
        ontology.plover(rule.cameo).map_or_else(String::new, |class| class.to_string()),
        ontology.score(rule.cameo).map_or_else(String::new, |score| format!("{score:.1}")),
        effects.join(", "),
        rule.presupposes.as_ref().map_or_else(String::new, ToString::to_string),
    ]
}

fn dimension_row(rule: &DimensionRule) -> [String; 4] {
    let states: Vec<&str> = rule.states.iter().map(|state| state.name.as_str()).collect();
    let kind = if rule.ends == Ends::Mutual { "mutual" } else { "directed" };
    let life = rule.shelf_life.map_or_else(|| "none".to_owned(), |days| format!("{days} days"));
    [rule.name.to_string(), states.join(", "), kind.to_owned(), life]
}

fn unknown(name: &str, ontology: &Ontology) -> Failure {
    let names = ontology.types().map(|rule| rule.name.as_str());
    let names = names.chain(ontology.dimensions().iter().map(|rule| rule.name.as_str()));
    let failure = Failure::input(format!("{name:?} is neither an event type nor a dimension"));
    match super::nearest(name, names).first() {
        Some(near) => failure.hint(format!("detente ontology show {near}")),
        None => failure.hint("detente ontology show"),
    }
}

fn lint(shell: &mut Shell<'_>) -> Result<Answer, Failure> {
    let checked = shell.lint()?;
    let problems: Vec<String> = match &checked {
        Ok(_) => Vec::new(),
        Err(error) => error.problems.iter().map(ToString::to_string).collect(),
    };
    if shell.json {
        json::line(shell.out, &LintJson { problems: problems.clone() })?;
    } else if problems.is_empty() {
        shell.print("The schema is sound.\n")?;
    } else {
        for problem in &problems {
            shell.print(&format!("{problem}\n"))?;
        }
    }
    Ok(if problems.is_empty() { Answer::Done } else { Answer::No })
}
