//! Opening the store, and finding actors and events by what people type.

use super::Shell;
use super::args::ask::KnowledgeArgs;
use super::args::event_start;
use super::failure::Failure;
use crate::graph::Knowledge;
use crate::log::memory::MemoryLog;
use crate::log::store::DiskLog;
use crate::log::{Log, LogError};
use crate::model::id::{ActorId, EventId, Seq};
use crate::ontology::Ontology;
use crate::ontology::check::OntologyError;
use crate::ontology::roster::Found;
use crate::query::Subject;
use crate::render::sentence::Teller;
use crate::workspace::{Workspace, WorkspaceError, sources};
use std::panic::resume_unwind;
use std::path::Path;
use std::sync::Arc;
use std::thread;

impl Shell<'_> {
    /// Opens the store, which must be there.
    pub(super) fn open(&self) -> Result<Workspace, Failure> {
        self.beside(DiskLog::open_existing)
    }

    /// Opens the store and makes it where there is none.
    pub(super) fn open_or_make(&self) -> Result<Workspace, Failure> {
        self.beside(DiskLog::open)
    }

    /// [`Shell::open_or_make`], and keeps a copy of the log as text from then on.
    pub(super) fn open_or_make_mirrored(&self) -> Result<Workspace, Failure> {
        self.beside(|store| {
            let mut log = DiskLog::open(store)?;
            log.keep_mirror()?;
            Ok(log)
        })
    }

    /// Reads the schema while another thread opens the store.
    fn beside(&self, open: fn(&Path) -> Result<DiskLog, LogError>) -> Result<Workspace, Failure> {
        let store = self.store.as_path();
        let (log, ontology) = thread::scope(|scope| {
            let log = scope.spawn(move || open(store).inspect(DiskLog::prepare));
            // Most memory is asked for here, and the first thread gets it at the least cost.
            let ontology = self.ontology();
            (log.join().unwrap_or_else(|panic| resume_unwind(panic)), ontology)
        });
        Ok(Workspace::over(Box::new(log.map_err(WorkspaceError::from)?), ontology?)?)
    }

    /// Makes a workspace that is gone with the command.
    pub(super) fn in_memory(&self) -> Result<Workspace, Failure> {
        self.over(Box::new(MemoryLog::new()))
    }

    /// Opens the store where there is one, else a workspace that is gone with the command.
    pub(super) fn open_or_in_memory(&self) -> Result<Workspace, Failure> {
        match DiskLog::open_existing(&self.store) {
            Err(LogError::Missing { .. }) => self.in_memory(),
            opened => self.over(Box::new(opened.map_err(WorkspaceError::from)?)),
        }
    }

    fn over(&self, log: Box<dyn Log>) -> Result<Workspace, Failure> {
        Ok(Workspace::over(log, self.ontology()?)?)
    }

    /// Returns what is known beforehand: the schema that the user names, or the bundled one.
    pub(super) fn ontology(&self) -> Result<Arc<Ontology>, Failure> {
        known(self.schema.as_deref())
    }

    /// Reads and checks the schema; what is wrong with it is left to the caller.
    pub(super) fn lint(&self) -> Result<Result<Ontology, OntologyError>, Failure> {
        self.schema.as_deref().map_or_else(|| Ok(Ontology::bundled_checked()), of_folder)
    }

    /// Reads a state of knowledge.
    pub(super) fn knowledge(&self, args: &KnowledgeArgs) -> Result<Knowledge, Failure> {
        let known_by = args.known_by.map(|day| self.today().map(|today| day.on(today))).transpose()?;
        Ok(Knowledge { known_by, recorded_by: args.recorded_by, at_seq: args.at_seq.map(Seq) })
    }
}

/// Reads what is known beforehand.
fn known(schema: Option<&Path>) -> Result<Arc<Ontology>, Failure> {
    let read = match schema {
        Some(folder) => of_folder(folder)?.map(Arc::new),
        None => Ontology::shared(),
    };
    read.map_err(|error| {
        let failure = Failure::from(WorkspaceError::from(error));
        match schema {
            Some(folder) => failure.hint(format!("detente ontology lint --schema {}", folder.display())),
            None => failure,
        }
    })
}

/// Reads a schema of one's own.
fn of_folder(folder: &Path) -> Result<Result<Ontology, OntologyError>, Failure> {
    let files = sources::schema(folder).map_err(|error| {
        Failure::input(format!("the schema in {} cannot be read", folder.display())).because(&error)
    })?;
    if files.is_empty() {
        return Err(Failure::input(format!("{} holds no schema files (.toml)", folder.display())));
    }
    Ok(Ontology::from_files(files))
}

/// Finds an actor by id or name.
pub(super) fn actor(workspace: &Workspace, typed: &str) -> Result<ActorId, Failure> {
    let typed_lower = typed.trim().to_lowercase();
    let declared = workspace.declared().find(|declared| {
        let mut names = declared.names.iter().chain([&declared.name]);
        declared.id.as_str().to_lowercase() == typed_lower || names.any(|name| name.to_lowercase() == typed_lower)
    });
    if let Some(declared) = declared {
        return Ok(declared.id.clone());
    }
    let name = |id: &ActorId| format!("{id} ({})", workspace.name(id));
    match workspace.ontology().roster().find(typed) {
        Found::One(id) => Ok(id),
        Found::Several(ids) => {
            let list: Vec<String> = ids.iter().map(name).collect();
            Err(Failure::input(format!("{typed:?} names several actors: {}", list.join(", ")))
                .hint(format!("give the id, such as {}", ids.first().map_or("", ActorId::as_str))))
        }
        Found::None => match typed.parse::<ActorId>() {
            Ok(id) if workspace.knows(&id)? => Ok(id),
            _ => Err(unknown(typed, &workspace.ontology().roster().nearest(typed))),
        },
    }
}

fn unknown(typed: &str, near: &[String]) -> Failure {
    let failure = Failure::input(format!("no actor is known as {typed:?}"));
    match near {
        [] => failure.hint("detente actors QUERY lists who is known"),
        near => failure.hint(format!("did you mean {}?", near.join(", "))),
    }
}

/// Finds the state or organisation that an actor counts for, under which relations are kept.
///
/// Who asks for a person or ministry gets the relations of the state, and is told so.
pub(super) fn party(workspace: &Workspace, typed: &str, shell: &mut Shell<'_>) -> Result<ActorId, Failure> {
    let id = actor(workspace, typed)?;
    let party = workspace.party(&id);
    if party != id {
        let (one, other) = (workspace.name(&id), workspace.name(&party));
        shell.note(&format!("Note: relations of {one} are those of {other}"));
    }
    Ok(party)
}

/// Reads one or two actors.
pub(super) fn subject(workspace: &Workspace, typed: &[String], shell: &mut Shell<'_>) -> Result<Subject, Failure> {
    match typed {
        [one, other] => {
            let (first, second) = (party(workspace, one, shell)?, party(workspace, other, shell)?);
            if first == second {
                let name = workspace.name(&first);
                return Err(Failure::input(format!("{one:?} and {other:?} are both {name}: two actors were expected")));
            }
            Ok(Subject::Two(first, second))
        }
        [one] => Ok(Subject::One(party(workspace, one, shell)?)),
        _ => Err(Failure::input("one or two actors were expected")),
    }
}

/// Names the subject: `Russia and Japan`.
pub(super) fn subject_name(workspace: &Workspace, subject: &Subject) -> String {
    let names: Vec<String> = subject.actors().iter().map(|id| workspace.name(id)).collect();
    crate::render::sentence::list(&names)
}

/// Finds an event by its id or the start of it.
pub(super) fn event(workspace: &Workspace, typed: &str) -> Result<EventId, Failure> {
    let start = event_start(typed).ok_or_else(|| {
        Failure::input(format!("{typed:?} is not the id of an event: at least four of its digits were expected"))
            .hint("detente timeline ACTOR ACTOR --json shows ids")
    })?;
    Ok(workspace.find_event(&start)?)
}

/// Runs `tell` with what sentences are made with.
pub(super) fn told<T>(workspace: &Workspace, tell: impl FnOnce(&Teller<'_>) -> T) -> T {
    let name = |id: &ActorId| workspace.name(id);
    tell(&Teller { ontology: workspace.ontology(), name: &name })
}
