//! Arguments of the commands that ask: of whom, on which day, from what knowledge, in which form.

use super::{DayArg, first_day};
use crate::cli::completions::actors;
use crate::model::day::Instant;
use crate::model::id::{Dimension, Topic};
use clap::{Args, ValueEnum};
use clap_complete::engine::ArgValueCompleter;
use std::path::PathBuf;

/// A state of knowledge, for queries.
#[derive(Args, Debug, Clone)]
pub struct KnowledgeArgs {
    /// Use only what was published on or before this day
    #[arg(long, value_name = "DATE")]
    pub known_by: Option<DayArg>,
    /// Use only what the log had recorded at this time (a date stands for its end, UTC)
    #[arg(long, value_name = "TIME", value_parser = Instant::parse_query)]
    pub recorded_by: Option<Instant>,
    /// Use only the records up to this position
    #[arg(long, value_name = "N")]
    pub at_seq: Option<u64>,
}

/// Arguments of `at`.
#[derive(Args, Debug)]
pub struct AtArgs {
    /// The day
    #[arg(value_name = "DATE")]
    pub day: DayArg,
    /// One actor for all of its relations, two for those between them
    #[arg(required = true, num_args = 1..=2, value_name = "ACTOR", add = ArgValueCompleter::new(actors))]
    pub actors: Vec<String>,
    /// The state of knowledge to answer from
    #[command(flatten)]
    pub knowledge: KnowledgeArgs,
    /// Show the words behind each answer
    #[arg(long)]
    pub evidence: bool,
    /// Show only this dimension, such as negotiations
    #[arg(long, value_name = "D")]
    pub dimension: Option<Dimension>,
    /// Show only this topic, such as peace-treaty
    #[arg(long, value_name = "T")]
    pub topic: Option<Topic>,
    /// Exit with 1 where the log holds nothing
    #[arg(long)]
    pub strict: bool,
}

/// A form of timeline.
#[derive(ValueEnum, Copy, Clone, Debug, PartialEq, Eq)]
pub enum TimelineFormat {
    /// A table of events
    Text,
    /// A picture with a lane for each relation
    Svg,
}

/// Arguments of `timeline`.
#[derive(Args, Debug)]
pub struct TimelineArgs {
    /// One actor, or the two between whom it happened
    #[arg(required = true, num_args = 1..=2, value_name = "ACTOR", add = ArgValueCompleter::new(actors))]
    pub actors: Vec<String>,
    /// Leave out what happened before this day, of a month or year its first
    #[arg(long, value_name = "DATE", value_parser = first_day)]
    pub from: Option<DayArg>,
    /// Leave out what happened after this day, of a month or year its last
    #[arg(long, value_name = "DATE")]
    pub to: Option<DayArg>,
    /// The form of the answer
    #[arg(long, value_enum, default_value = "text")]
    pub format: TimelineFormat,
    /// The state of knowledge to answer from
    #[command(flatten)]
    pub knowledge: KnowledgeArgs,
    /// Exit with 1 where the log holds nothing
    #[arg(long)]
    pub strict: bool,
}

/// A form of difference.
#[derive(ValueEnum, Copy, Clone, Debug, PartialEq, Eq)]
pub enum DiffFormat {
    /// Sentences, those of before and those of after
    Text,
    /// A picture, drawn without Graphviz
    Svg,
    /// For Graphviz
    Dot,
    /// Data
    Json,
}

/// Arguments of `diff`.
#[derive(Args, Debug)]
pub struct DiffArgs {
    /// The earlier day
    #[arg(value_name = "DATE")]
    pub first: DayArg,
    /// The later day
    #[arg(value_name = "DATE")]
    pub second: DayArg,
    /// One actor for all of its relations, two for those between them
    #[arg(required = true, num_args = 1..=2, value_name = "ACTOR", add = ArgValueCompleter::new(actors))]
    pub actors: Vec<String>,
    /// The form of the answer
    #[arg(long, value_enum, default_value = "text")]
    pub format: DiffFormat,
    /// What draws an SVG
    #[arg(long, value_enum, default_value = "own")]
    pub engine: Engine,
    /// Show only this dimension, such as negotiations
    #[arg(long, value_name = "D")]
    pub dimension: Option<Dimension>,
    /// Use only what was published on or before this day; of two days the first holds for the earlier
    /// state, so that two states of knowledge of the same day can be compared
    #[arg(long, value_name = "DATE", num_args = 1..=2)]
    pub known_by: Vec<DayArg>,
    /// Use only what the log had recorded at this time (a date stands for its end, UTC)
    #[arg(long, value_name = "TIME", value_parser = Instant::parse_query)]
    pub recorded_by: Option<Instant>,
    /// Use only the records up to this position
    #[arg(long, value_name = "N")]
    pub at_seq: Option<u64>,
    /// Exit with 1 where nothing changed
    #[arg(long)]
    pub strict: bool,
}

/// Arguments of `positions`.
#[derive(Args, Debug)]
pub struct PositionsArgs {
    /// The actor that holds them
    #[arg(value_name = "ACTOR", add = ArgValueCompleter::new(actors))]
    pub actor: String,
    /// The day
    #[arg(long, value_name = "DATE", default_value = "today")]
    pub at: DayArg,
    /// Show only this topic
    #[arg(long, value_name = "TOPIC")]
    pub on: Option<Topic>,
    /// The state of knowledge to answer from
    #[command(flatten)]
    pub knowledge: KnowledgeArgs,
    /// Exit with 1 where the log holds nothing
    #[arg(long)]
    pub strict: bool,
}

/// A form of diagram.
#[derive(ValueEnum, Copy, Clone, Debug, PartialEq, Eq)]
pub enum GraphFormat {
    /// For Graphviz
    Dot,
    /// A picture, drawn without Graphviz
    Svg,
    /// Nodes and edges as data
    Json,
}

/// What gives boxes and lines their places.
#[derive(ValueEnum, Copy, Clone, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Our own drawing, the same everywhere
    Own,
    /// Graphviz, where it is installed
    Dot,
}

/// Arguments of `graph`.
#[derive(Args, Debug)]
pub struct GraphArgs {
    /// The actors to show, all where none is given
    #[arg(value_name = "ACTOR", add = ArgValueCompleter::new(actors))]
    pub actors: Vec<String>,
    /// The day
    #[arg(long, value_name = "DATE", default_value = "today")]
    pub at: DayArg,
    /// The form of the diagram
    #[arg(long, value_enum, default_value = "dot")]
    pub format: GraphFormat,
    /// What draws an SVG
    #[arg(long, value_enum, default_value = "own")]
    pub engine: Engine,
    /// Show only this dimension
    #[arg(long, value_name = "D")]
    pub dimension: Option<Dimension>,
    /// Show this actor and those within --depth relations of it
    #[arg(long, value_name = "ACTOR", conflicts_with = "actors", add = ArgValueCompleter::new(actors))]
    pub around: Option<String>,
    /// How many relations to go from --around
    #[arg(long, value_name = "N", default_value_t = 1, requires = "around")]
    pub depth: usize,
    /// Leave out relations with fewer reports behind them
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub min_evidence: usize,
    /// Write the position of the log into the picture
    #[arg(long)]
    pub stamp: bool,
    /// The state of knowledge to answer from
    #[command(flatten)]
    pub knowledge: KnowledgeArgs,
}

/// Arguments of `report`.
#[derive(Args, Debug)]
pub struct ReportArgs {
    /// One actor, or two for what is between them
    #[arg(required = true, num_args = 1..=2, value_name = "ACTOR", add = ArgValueCompleter::new(actors))]
    pub actors: Vec<String>,
    /// The day
    #[arg(long, value_name = "DATE", default_value = "today")]
    pub at: DayArg,
    /// Show at first only what was published on or before this day; the page can show the rest
    #[arg(long, value_name = "DATE")]
    pub known_by: Option<DayArg>,
    /// File to write
    #[arg(short, long, value_name = "FILE")]
    pub output: PathBuf,
}
