//! `detente actors`: who is known and by what names, and what users teach.

use super::Shell;
use super::args::{ActorsArgs, ActorsChange};
use super::failure::{Answer, Failure};
use super::open;
use crate::model::id::{ActorId, Seq};
use crate::model::record::{ActorDeclared, Body};
use crate::ontology::roster::Found;
use crate::render::json::{
    self,
    store::{DoneJson, KnownActorJson},
};
use crate::render::table::Table;
use crate::workspace::Workspace;

pub(super) fn run(args: &ActorsArgs, shell: &mut Shell<'_>) -> Result<Answer, Failure> {
    match &args.change {
        None => list(args.query.as_deref(), shell),
        Some(change) => teach(change, shell),
    }
}

/// Lists the actors of the schema and, where there is a store, those declared in it.
fn list(query: Option<&str>, shell: &mut Shell<'_>) -> Result<Answer, Failure> {
    let workspace = shell.open_or_in_memory()?;
    let mut known: Vec<KnownActorJson> = workspace
        .ontology()
        .roster()
        .iter()
        .map(|entry| KnownActorJson {
            id: entry.id.to_string(),
            name: entry.name.clone(),
            kind: entry.kind.to_string(),
            names: entry.names.clone(),
        })
        .collect();
    known.extend(workspace.declared().map(|actor| KnownActorJson {
        id: actor.id.to_string(),
        name: actor.name.clone(),
        kind: actor.kind.to_string(),
        names: actor.names.clone(),
    }));
    let mut near = Vec::new();
    if let Some(query) = query {
        let roster = workspace.ontology().roster();
        let named: Vec<ActorId> = match roster.find(query) {
            Found::One(id) => vec![id],
            Found::Several(ids) => ids,
            Found::None => {
                near = roster.nearest(query);
                Vec::new()
            }
        };
        // An organ without an entry of its own is made when it is asked for.
        for id in named.iter().filter(|id| roster.actor(id).is_none()) {
            known.extend(roster.participant(id, shell.today()?).map(|organ| KnownActorJson {
                id: organ.id.to_string(),
                name: organ.name,
                kind: organ.kind.to_string(),
                names: Vec::new(),
            }));
        }
        let lower = query.to_lowercase();
        let fits = |text: &String| text.to_lowercase().contains(&lower);
        let is_named = |actor: &KnownActorJson| named.iter().any(|id| id.as_str() == actor.id);
        known.retain(|actor| is_named(actor) || fits(&actor.id) || fits(&actor.name) || actor.names.iter().any(fits));
        known.sort_by_key(|actor| !is_named(actor));
    }
    if shell.json {
        for actor in &known {
            json::line(shell.out, actor)?;
        }
    } else if known.is_empty() {
        let near = if near.is_empty() { String::new() } else { format!(" Near: {}.", near.join(", ")) };
        shell.print(&format!("No actor is known as {:?}.{near}\n", query.unwrap_or_default()))?;
    } else {
        let mut table = Table::new(&["id", "name", "kind", "also"]);
        for actor in known {
            table.row([actor.id, actor.name, actor.kind, actor.names.join(", ")]);
        }
        let text = table.text(shell.room());
        shell.show(&text)?;
    }
    Ok(Answer::Done)
}

fn teach(change: &ActorsChange, shell: &mut Shell<'_>) -> Result<Answer, Failure> {
    let mut workspace = shell.open_or_make()?;
    let (done, said, body) = match change.clone() {
        ActorsChange::Add { id, name, names, kind, country, sector } => {
            let country = country.or_else(|| (!id.is_root()).then(|| id.root()));
            let said = format!("Declared {name} ({id})");
            ("declared", said, Body::ActorDeclared(ActorDeclared { id, name, names, kind, country, sector }))
        }
        ActorsChange::Merge { from, into, because } => {
            let (from, into) = two(&workspace, &from, &into)?;
            let said = format!("Merged {} into {}", named(&workspace, &from), named(&workspace, &into));
            ("merged", said, Body::ActorMerged { from, into, reason: because })
        }
        ActorsChange::Split { from, into, because } => {
            let (from, into) = two(&workspace, &from, &into)?;
            let (one, other) = (named(&workspace, &from), named(&workspace, &into));
            if workspace.merged_into(&from)?.as_ref() != Some(&into) {
                return Err(Failure::input(format!("{one} is not merged into {other}")));
            }
            ("split", format!("Split {one} from {other}"), Body::ActorSplit { from, into, reason: because })
        }
    };
    let seq: Seq = workspace.append_one(shell.instant(), body)?;
    if shell.json {
        json::line(shell.out, &DoneJson { done: done.to_owned(), seq: Some(seq.0), ..DoneJson::default() })?;
    } else {
        shell.print(&format!("{said} (record {seq}).\n"))?;
    }
    Ok(Answer::Done)
}

/// Finds two different actors by what people type.
fn two(workspace: &Workspace, from: &str, into: &str) -> Result<(ActorId, ActorId), Failure> {
    let (one, other) = (open::actor(workspace, from)?, open::actor(workspace, into)?);
    if one == other {
        return Err(Failure::input(format!("{} is one actor: two were expected", named(workspace, &one))));
    }
    Ok((one, other))
}

fn named(workspace: &Workspace, id: &ActorId) -> String {
    format!("{} ({id})", workspace.name(id))
}
