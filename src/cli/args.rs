//! The command line as types; help texts are the reference that people read.
//!
//! Invariant: past this module no argument is looked at as a string but names of actors, which only an
//! open store can resolve.

pub mod ask;
pub mod evaluate;

use clap::{Args, Parser, Subcommand};
use std::path::PathBuf;
use std::str::FromStr;

use crate::model::day::{Day, DayError, Interval};
use crate::model::id::{ActorId, ArticleId, EventType, Topic};
use ask::{AtArgs, DiffArgs, GraphArgs, PositionsArgs, ReportArgs, TimelineArgs};

/// How relations between two states stood at a date, and the words that say so
///
/// detente reads news articles, codes them offline into dated events with the words as evidence, keeps
/// the events in an append-only log, and answers from the log how relations stood on any day.
#[derive(Parser, Debug)]
#[command(name = "detente", version, max_term_width = 100, disable_help_subcommand = true)]
#[command(after_help = "\
Dates: 2022-04-01, 2022-04 (its last day), 2022, \"March 21, 2022\", today (UTC).
Actors as people write them: Japan, JPN, Tokyo, \"Fumio Kishida\".
Exit codes: 0 done; 1 the answer is no or none; 2 wrong usage or input; 3 the store cannot be used.")]
pub struct Cli {
    /// Folder of the store
    #[arg(
        long,
        global = true,
        value_name = "DIR",
        env = "DETENTE_STORE",
        hide_env_values = true,
        default_value = "detente.db"
    )]
    pub store: PathBuf,
    /// Folder of event types, actors, frames and words to use instead of the bundled ones
    #[arg(long, global = true, value_name = "DIR", env = "DETENTE_SCHEMA", hide_env_values = true)]
    pub schema: Option<PathBuf>,
    /// Print JSON on stdout and nothing else: one document, or one line for each item of a stream
    #[arg(long, global = true)]
    pub json: bool,
    /// What to do
    #[command(subcommand)]
    pub command: Command,
}

/// The commands.
#[derive(Subcommand, Debug)]
pub enum Command {
    /// Read articles, code them and append the events to the log
    Ingest(IngestArgs),
    /// Code articles or sentences and print the events; touches no store
    Extract(ExtractArgs),
    /// Show how relations stood on a day
    At(AtArgs),
    /// Show what happened, in order
    Timeline(TimelineArgs),
    /// Show what changed between two days, and which event did it
    Diff(DiffArgs),
    /// Show who holds what, toward whom and since when
    Positions(PositionsArgs),
    /// Draw relations on a day as a diagram
    Graph(GraphArgs),
    /// Print the records of the log, in order
    Log(LogArgs),
    /// Rebuild the graph from the log
    Replay(ReplayArgs),
    /// Show the words behind an event and how each part of it was resolved
    Explain(ExplainArgs),
    /// Record that an event counts no more; it stays in the log
    Retract(RetractArgs),
    /// Record that an event is replaced by a corrected one
    Amend(AmendArgs),
    /// Read stored articles again with this coder; replaced events stay in the log
    Recode(RecodeArgs),
    /// List who is known and by what names, or teach an actor
    Actors(ActorsArgs),
    /// Show or check the event types, dimensions and moves
    Ontology(OntologyArgs),
    /// Check the log: hash chain, order, evidence, and the graph against a replay
    Verify(VerifyArgs),
    /// Save every intact record of a damaged store into a new one
    Recover(RecoverArgs),
    /// Copy the store
    Backup(BackupArgs),
    /// Put a copy back
    Restore(RestoreArgs),
    /// Write the whole log as NDJSON
    Export(ExportArgs),
    /// Read a log written by `export` into an empty store
    Import(ImportArgs),
    /// Write one self-contained HTML page about an actor or a pair
    Report(ReportArgs),
    /// Score the coder against gold: sentences, pairs, whole articles
    Evaluate(evaluate::EvaluateArgs),
    /// Ingest the bundled sample into a throw-away store and look at it
    Demo,
    /// Print the completion script of a shell
    Completions(CompletionsArgs),
    /// Print the manual page
    Man,
}

/// A day as given: a date, or today.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum DayArg {
    /// The day on which the command runs.
    Today,
    /// A date.
    Day(Day),
}

impl DayArg {
    /// Returns the day.
    #[must_use]
    pub fn on(self, today: Day) -> Day {
        match self {
            Self::Today => today,
            Self::Day(day) => day,
        }
    }
}

impl FromStr for DayArg {
    type Err = DayError;
    fn from_str(text: &str) -> Result<Self, DayError> {
        if text.trim().eq_ignore_ascii_case("today") { Ok(Self::Today) } else { Day::parse_query(text).map(Self::Day) }
    }
}

/// A day as given, of a month or a year the first.
fn first_day(text: &str) -> Result<DayArg, DayError> {
    match Interval::parse_iso(text.trim()).and_then(|whole| whole.earliest) {
        Some(first) => Ok(DayArg::Day(first)),
        None => text.parse(),
    }
}

/// A day that must be given in full.
fn full_day(text: &str) -> Result<Day, DayError> {
    crate::text::date::full(text).ok_or_else(|| DayError::Form(text.to_owned()))
}

/// An interval as typed: a day, a month, a year, or two days with `..` between.
fn interval(text: &str) -> Result<Interval, DayError> {
    let whole = || Interval::parse_iso(text).or_else(|| Day::parse_query(text).ok().map(Interval::day));
    let wrong = || DayError::Form(text.to_owned());
    match text.split_once("..") {
        None => whole().ok_or_else(wrong),
        Some(("", last)) => Day::parse_query(last).map(Interval::before),
        Some((first, "")) => first.parse().map(Interval::after),
        Some((first, last)) => Interval::range(first.parse()?, Day::parse_query(last)?),
    }
}

/// Arguments of `ingest`.
#[derive(Args, Debug)]
pub struct IngestArgs {
    /// Files and folders of articles (txt, md, html, json, jsonl, xml); - reads stdin
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Publication date of articles that carry none
    #[arg(long, value_name = "DATE", value_parser = full_day)]
    pub published: Option<Day>,
    /// Code and print, but append nothing
    #[arg(long)]
    pub dry_run: bool,
    /// Also list the sentences that gave nothing, and why
    #[arg(long)]
    pub coverage: bool,
    /// Keep a copy of the log as text in the store, from now on: log.ndjson
    #[arg(long, conflicts_with = "dry_run")]
    pub mirror: bool,
}

/// Arguments of `extract`.
#[derive(Args, Debug)]
pub struct ExtractArgs {
    /// Files and folders of articles or sentences; - reads stdin
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Publication date of articles that carry none
    #[arg(long, value_name = "DATE", value_parser = full_day)]
    pub published: Option<Day>,
    /// Also list the sentences that gave nothing, and why
    #[arg(long)]
    pub coverage: bool,
}

/// Arguments of `log`.
#[derive(Args, Debug)]
pub struct LogArgs {
    /// Begin at this position
    #[arg(long, value_name = "N")]
    pub from_seq: Option<u64>,
    /// End at this position
    #[arg(long, value_name = "N")]
    pub to_seq: Option<u64>,
    /// Print only records of this article
    #[arg(long, value_name = "ID")]
    pub article: Option<ArticleId>,
}

/// Arguments of `replay`.
#[derive(Args, Debug)]
pub struct ReplayArgs {
    /// Stop after this position
    #[arg(long, value_name = "N", conflicts_with = "until")]
    pub until_seq: Option<u64>,
    /// Leave out what happened after this day
    #[arg(long, value_name = "DATE")]
    pub until: Option<DayArg>,
    /// Print the changes of state as they fall, record by record
    #[arg(long)]
    pub step: bool,
    /// Compare the rebuilt graph with the stored projection
    #[arg(long, conflicts_with_all = ["until_seq", "until", "step"])]
    pub check: bool,
}

/// Arguments of `explain`.
#[derive(Args, Debug)]
pub struct ExplainArgs {
    /// The event, by its id or the start of it
    #[arg(value_name = "EVENT")]
    pub event: String,
}

/// Arguments of `retract`.
#[derive(Args, Debug)]
pub struct RetractArgs {
    /// The event, by its id or the start of it
    #[arg(value_name = "EVENT")]
    pub event: String,
    /// Why it counts no more
    #[arg(long, value_name = "TEXT")]
    pub because: String,
    /// Who says so
    #[arg(long, value_name = "NAME", env = "USER", default_value = "unknown", hide_env_values = true)]
    pub by: String,
}

/// Arguments of `amend`.
#[derive(Args, Debug)]
#[command(group = clap::ArgGroup::new("correction").required(true).multiple(true)
    .args(["kind", "actors", "recipients", "topic", "occurred"]))]
pub struct AmendArgs {
    /// The event, by its id or the start of it
    #[arg(value_name = "EVENT")]
    pub event: String,
    /// Why it is corrected
    #[arg(long, value_name = "TEXT")]
    pub because: String,
    /// The right event type
    #[arg(long = "type", value_name = "T")]
    pub kind: Option<EventType>,
    /// Who acted; may be given several times
    #[arg(long = "actor", value_name = "A")]
    pub actors: Vec<String>,
    /// Toward whom; may be given several times
    #[arg(long = "recipient", value_name = "A")]
    pub recipients: Vec<String>,
    /// What it is about
    #[arg(long, value_name = "T")]
    pub topic: Option<Topic>,
    /// When it happened: a date, a month, a year, or FIRST..LAST with either end open
    #[arg(long, value_name = "D", value_parser = interval)]
    pub occurred: Option<Interval>,
    /// Who says so
    #[arg(long, value_name = "NAME", env = "USER", default_value = "unknown", hide_env_values = true)]
    pub by: String,
}

/// Arguments of `recode`.
#[derive(Args, Debug)]
pub struct RecodeArgs {
    /// The articles, all where none is given
    #[arg(value_name = "ARTICLE")]
    pub articles: Vec<ArticleId>,
}

/// Arguments of `actors`.
#[derive(Args, Debug)]
#[command(args_conflicts_with_subcommands = true)]
pub struct ActorsArgs {
    /// Show only actors with this in a name or id
    #[arg(value_name = "QUERY")]
    pub query: Option<String>,
    /// Teach an actor
    #[command(subcommand)]
    pub change: Option<ActorsChange>,
}

/// Changes to who is known, recorded in the log.
#[derive(Subcommand, Debug, Clone)]
pub enum ActorsChange {
    /// Declare an actor, or further names of a known one
    ///
    /// Questions and corrections then take these names; articles are still read with those of the schema.
    Add {
        /// The id: GBR.example-person, or that of a known actor
        #[arg(value_name = "ID")]
        id: ActorId,
        /// The name to show
        #[arg(long, value_name = "NAME")]
        name: String,
        /// A further name; may be given several times
        #[arg(long = "also", value_name = "NAME")]
        names: Vec<String>,
        /// What kind of actor it is: state, institution, organisation, group, person
        #[arg(long, value_name = "KIND", default_value = "person")]
        kind: crate::model::category::ActorKind,
        /// The state or organisation that it counts for
        #[arg(long, value_name = "ID")]
        country: Option<ActorId>,
        /// The sector, such as GOV
        #[arg(long, value_name = "SECTOR")]
        sector: Option<crate::model::category::Sector>,
    },
    /// Record that two actors are one
    Merge {
        /// The actor that counts no more
        #[arg(value_name = "FROM")]
        from: String,
        /// The actor that stands for both
        #[arg(value_name = "INTO")]
        into: String,
        /// Why
        #[arg(long, value_name = "TEXT")]
        because: String,
    },
    /// Undo a merger
    Split {
        /// The actor that counts again
        #[arg(value_name = "FROM")]
        from: String,
        /// The actor that had stood for both
        #[arg(value_name = "INTO")]
        into: String,
        /// Why
        #[arg(long, value_name = "TEXT")]
        because: String,
    },
}

/// Arguments of `ontology`.
#[derive(Args, Debug)]
pub struct OntologyArgs {
    /// What to do with it
    #[command(subcommand)]
    pub what: OntologyWhat,
}

/// What to do with the ontology.
#[derive(Subcommand, Debug)]
pub enum OntologyWhat {
    /// Print the event types and dimensions
    Show {
        /// Only the type or dimension with this name
        #[arg(value_name = "NAME")]
        name: Option<String>,
    },
    /// Check schema files and list every problem with its file and line
    ///
    /// The files are the bundled ones, or those of --schema DIR.
    Lint,
}

/// Arguments of `verify`.
#[derive(Args, Debug)]
pub struct VerifyArgs {
    /// Also list anomalies: events that contradict the state they met
    #[arg(long)]
    pub history: bool,
    /// Leave the graph out, which takes longer than all the rest
    #[arg(long)]
    pub log_only: bool,
}

/// Arguments of `recover`.
#[derive(Args, Debug)]
pub struct RecoverArgs {
    /// Folder of the new store
    #[arg(long, value_name = "DIR")]
    pub into: PathBuf,
}

/// Arguments of `backup`.
#[derive(Args, Debug)]
pub struct BackupArgs {
    /// File to write; must not exist
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
}

/// Arguments of `restore`.
#[derive(Args, Debug)]
pub struct RestoreArgs {
    /// File written by `backup` or `export`
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
}

/// Arguments of `export`.
#[derive(Args, Debug)]
pub struct ExportArgs {
    /// File to write; - writes to stdout
    #[arg(value_name = "FILE", default_value = "-")]
    pub file: PathBuf,
}

/// Arguments of `import`.
#[derive(Args, Debug)]
pub struct ImportArgs {
    /// File to read; - reads stdin
    #[arg(value_name = "FILE", default_value = "-")]
    pub file: PathBuf,
    /// Keep a copy of the log as text in the store, from now on: log.ndjson
    #[arg(long)]
    pub mirror: bool,
}

/// Arguments of `completions`.
#[derive(Args, Debug)]
pub struct CompletionsArgs {
    /// The shell
    #[arg(value_enum)]
    pub shell: clap_complete::Shell,
}

/// Reads the start of an event id, all of it included; none where it is no such thing.
pub(crate) fn event_start(text: &str) -> Option<String> {
    let text = text.trim().to_ascii_lowercase();
    let fits = (4..=36).contains(&text.len()) && text.chars().all(|c| c.is_ascii_hexdigit() || c == '-');
    fits.then_some(text)
}
