//! What `ingest` and `extract` share: going through sources round by round, naming what is refused, and
//! printing what was understood.

use super::Shell;
use super::failure::{Answer, Failure};
use crate::coder::coverage::{self, Quiet, Uncovered};
use crate::coder::refusal::Refusal;
use crate::model::article::Article;
use crate::model::category::Field;
use crate::model::event::Event;
use crate::model::span::Span;
use crate::render::json::event::{RefusalJson, UncoveredJson};
use crate::render::sentence::Teller;
use crate::text::reader;
use crate::text::{Refused, TextError};
use crate::workspace::coding::Round;
use crate::workspace::sources::{self, SourceError};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::collections::BTreeSet;
use std::io::{self, BufRead};
use std::path::PathBuf;
use std::rc::Rc;
use std::time::Duration;

/// What was refused in a run, and what to type about it.
pub(super) struct Refusals {
    command: &'static str,
    n_refused: usize,
    hints: BTreeSet<String>,
}

impl Refusals {
    pub(super) fn new(command: &'static str) -> Self {
        Self { command, n_refused: 0, hints: BTreeSet::new() }
    }

    /// Names a path that gives no articles and returns the words.
    fn source(&mut self, error: &SourceError, shell: &mut Shell<'_>) -> String {
        self.n_refused += 1;
        let cause = std::error::Error::source(error).map_or_else(String::new, |cause| format!(": {cause}"));
        let reason = format!("{error}{cause}");
        shell.note(&format!("Error: {reason}"));
        reason
    }

    /// Names an article that was refused and returns the words: file, line, why.
    pub(super) fn article(&mut self, label: &str, refused: &Refused, shell: &mut Shell<'_>) -> String {
        self.n_refused += 1;
        let reason = format!("{label}:{}: {}", refused.line, refused.why);
        shell.note(&format!("Error: {reason}"));
        self.hints.extend(self.hint(label, &refused.why));
        reason
    }

    fn hint(&self, label: &str, why: &TextError) -> Option<String> {
        let command = self.command;
        Some(match why {
            TextError::Undated(_) => format!("detente {command} {label} --published 2024-01-31"),
            TextError::NotUtf8 { .. } => format!("iconv -f WINDOWS-1252 -t UTF-8 {label} > FILE"),
            TextError::Utf16 => format!("iconv -f UTF-16 -t UTF-8 {label} > FILE"),
            TextError::TooLong { .. } => format!("split {label} into one file or line for each article"),
            TextError::Binary => {
                format!("turn {label} into text first; detente reads txt, md, html, json, jsonl and xml")
            }
            _ => return None,
        })
    }

    /// Returns how many articles and paths were refused.
    pub(super) fn count(&self) -> usize {
        self.n_refused
    }

    /// Prints the hints and returns how the run ended.
    pub(super) fn answer(self, shell: &mut Shell<'_>) -> Answer {
        for hint in &self.hints {
            shell.note(&format!("Hint: {hint}"));
        }
        if self.n_refused == 0 { Answer::Done } else { Answer::Partly }
    }
}

/// What a command does with what it finds.
pub(super) trait Take {
    /// Takes a round of units, each with the name of its source.
    fn round(&mut self, round: Round<Rc<str>>, refusals: &mut Refusals, shell: &mut Shell<'_>) -> Result<(), Failure>;

    /// Takes a path that gives no articles.
    fn unreadable(&mut self, reason: &str, shell: &mut Shell<'_>) -> Result<(), Failure>;
}

/// Goes through all sources; small ones share a round.
pub(super) fn each_round(
    paths: &[PathBuf],
    refusals: &mut Refusals,
    shell: &mut Shell<'_>,
    take: &mut dyn Take,
) -> Result<(), Failure> {
    let mut empty = io::empty();
    let stdin: &mut dyn BufRead = match shell.input.take() {
        Some(input) => input,
        None => &mut empty,
    };
    let sources = sources::find(paths, &shell.store);
    let progress = progress(shell, sources.len());
    let mut round = Round::default();
    for source in sources {
        let opened = source.and_then(|source| Ok((source.label.clone(), source.open(&mut *stdin)?)));
        let (label, (form, stream)) = match opened {
            Ok(opened) => opened,
            Err(error) => {
                pass_on(&mut round, refusals, shell, take, &progress)?;
                let reason = refusals.source(&error, shell);
                take.unreadable(&reason, shell)?;
                continue;
            }
        };
        let label: Rc<str> = label.into();
        for unit in reader::units(form, stream) {
            round.push(Rc::clone(&label), unit);
            if round.is_full() {
                pass_on(&mut round, refusals, shell, take, &progress)?;
            }
        }
    }
    pass_on(&mut round, refusals, shell, take, &progress)?;
    progress.finish_and_clear();
    Ok(())
}

/// Passes a round on and begins the next.
fn pass_on(
    round: &mut Round<Rc<str>>,
    refusals: &mut Refusals,
    shell: &mut Shell<'_>,
    take: &mut dyn Take,
    progress: &ProgressBar,
) -> Result<(), Failure> {
    let n_units = round.len() as u64;
    if n_units > 0 {
        take.round(std::mem::take(round), refusals, shell)?;
        progress.inc(n_units);
    }
    Ok(())
}

/// Draws progress only where there is more than one source and somebody sees it.
fn progress(shell: &Shell<'_>, n_sources: usize) -> ProgressBar {
    let drawn = shell.progress && n_sources > 1;
    let target = if drawn { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
    let bar = ProgressBar::with_draw_target(None, target);
    if let Ok(style) = ProgressStyle::with_template("{spinner} {pos} articles in {elapsed}") {
        bar.set_style(style);
    }
    if drawn {
        bar.enable_steady_tick(Duration::from_millis(200));
    }
    bar
}

/// Returns what was understood of an article: a line for it, and one for each event.
pub(super) fn understood(article: &Article, events: &[Event], teller: &Teller<'_>) -> String {
    let title = if article.title.is_empty() { "(no title)" } else { article.title.as_str() };
    let mut text = format!("{}  {title}\n", article.published);
    for event in events {
        text += &format!("    {}  {}\n", event.occurred, teller.event(event));
        if let Some(speaker) = &event.speaker {
            text += &format!("        said by {}\n", speaker.name);
        }
    }
    if events.is_empty() {
        text += "    no event\n";
    }
    text
}

/// Returns every sentence that gave nothing, and why; then what was not coded beside events.
pub(super) fn uncovered(article: &Article, quiet: &[Quiet], refusals: &[Refusal]) -> String {
    let mut text = String::new();
    for sentence in coverage::uncovered(quiet, refusals) {
        text += &format!("    nothing from: {:?}\n", words(article, sentence.field, sentence.span));
        for reason in sentence.reasons {
            let part = if reason.span == sentence.span {
                String::new()
            } else {
                format!(": {:?}", words(article, reason.field, reason.span))
            };
            text += &format!("        {} ({}){part}\n", reason.reason, reason.detail);
        }
    }
    for refusal in coverage::beside_events(quiet, refusals) {
        let quoted = words(article, refusal.field, refusal.span);
        text += &format!("    not coded, {}: {quoted:?} ({})\n", refusal.reason, refusal.detail);
    }
    text
}

/// Returns every sentence that gave nothing as JSON shows it.
pub(super) fn uncovered_json(article: &Article, quiet: &[Quiet], refusals: &[Refusal]) -> Vec<UncoveredJson> {
    let show = |sentence: Uncovered| UncoveredJson {
        field: sentence.field.to_string(),
        start: sentence.span.start(),
        end: sentence.span.end(),
        quote: sentence.span.slice(field(article, sentence.field)).unwrap_or_default().to_owned(),
        reasons: refusals_json(&sentence.reasons),
    };
    coverage::uncovered(quiet, refusals).into_iter().map(show).collect()
}

fn field(article: &Article, field: Field) -> &str {
    if field == Field::Title { &article.title } else { &article.text }
}

/// Returns the words of a span in one line.
fn words(article: &Article, of: Field, span: Span) -> String {
    span.slice(field(article, of)).unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Shows refusals outward.
pub(super) fn refusals_json(refusals: &[Refusal]) -> Vec<RefusalJson> {
    let show =
        |refusal: &Refusal| RefusalJson::of(refusal.field, refusal.span, refusal.reason.as_str(), &refusal.detail);
    refusals.iter().map(show).collect()
}
