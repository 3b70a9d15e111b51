//! `detente ingest`: articles to events to the log.
//!
//! Invariant: a line that says `recorded` is printed, and flushed, only after the article is durable.

use super::Shell;
use super::args::IngestArgs;
use super::failure::{Answer, Failure};
use super::open::told;
use super::reading::{self, Refusals, Take};
use crate::model::article::Article;
use crate::model::event::Event;
use crate::render::json::{self, store::IngestJson};
use crate::text::Given;
use crate::workspace::Workspace;
use crate::workspace::coding::{Coded, Desk, Round};
use crate::workspace::ingest::Ingested;
use std::rc::Rc;

pub(super) fn run(args: &IngestArgs, shell: &mut Shell<'_>) -> Result<Answer, Failure> {
    let workspace = match (args.dry_run, args.mirror) {
        (true, _) => shell.in_memory()?,
        (false, true) => shell.open_or_make_mirrored()?,
        (false, false) => shell.open_or_make()?,
    };
    let given = Given { published: args.published };
    let mut refusals = Refusals::new("ingest");
    let mut take = Append { workspace, given, coverage: args.coverage, n_recorded: 0, n_seen: 0, n_events: 0 };
    reading::each_round(&args.paths, &mut refusals, shell, &mut take)?;
    if !shell.json {
        let verb = if args.dry_run { "would be recorded" } else { "recorded" };
        let (recorded, seen, events) = (take.n_recorded, take.n_seen, take.n_events);
        let summary = format!(
            "{} {verb} with {}, {seen} seen before, {} refused.\n",
            counted(recorded, "article"),
            counted(events, "event"),
            refusals.count()
        );
        shell.print(&summary)?;
    }
    Ok(refusals.answer(shell))
}

/// Returns a number with its noun: `1 article`, `2 articles`.
pub(super) fn counted(n: usize, noun: &str) -> String {
    if n == 1 { format!("1 {noun}") } else { format!("{n} {noun}s") }
}

struct Append {
    workspace: Workspace,
    given: Given,
    coverage: bool,
    n_recorded: usize,
    n_seen: usize,
    n_events: usize,
}

impl Take for Append {
    fn round(&mut self, round: Round<Rc<str>>, refusals: &mut Refusals, shell: &mut Shell<'_>) -> Result<(), Failure> {
        let workspace = &self.workspace;
        let desk = Desk { ontology: workspace.ontology(), english: workspace.english()?, given: self.given };
        let shelf = workspace.shelf();
        // Where this cannot be told, the article is coded, and appending it says why.
        let coded = desk.round(round, &|article: &Article| !shelf.has(article.id).unwrap_or_default());
        let (labels, coded): (Vec<Rc<str>>, Vec<Coded>) = coded.into_iter().unzip();
        let ingested = self.workspace.ingest(shell.instant(), coded)?;
        for (label, one) in labels.iter().zip(ingested) {
            self.one(label, one, refusals, shell)?;
        }
        shell.out.flush()?;
        Ok(())
    }

    fn unreadable(&mut self, reason: &str, shell: &mut Shell<'_>) -> Result<(), Failure> {
        if shell.json {
            json::line(shell.out, &refused(reason))?;
        }
        Ok(())
    }
}

impl Append {
    fn one(
        &mut self,
        label: &str,
        ingested: Ingested,
        refusals: &mut Refusals,
        shell: &mut Shell<'_>,
    ) -> Result<(), Failure> {
        match ingested {
            Ingested::Refused(why) => {
                let reason = refusals.article(label, &why, shell);
                if shell.json {
                    json::line(shell.out, &refused(&reason))?;
                }
            }
            Ingested::Seen { article } => {
                self.n_seen += 1;
                if shell.json {
                    json::line(shell.out, &self.line(&article, "seen", None, &[])?)?;
                } else {
                    shell.print(&format!("{}  {}\n    seen before\n", article.published, article.title))?;
                }
            }
            Ingested::Recorded { article, seq, revises, events, refusals: uncoded, quiet } => {
                self.n_recorded += 1;
                self.n_events += events.len();
                if shell.json {
                    let coverage = || reading::uncovered_json(&article, &quiet, &uncoded);
                    let line = self.line(&article, "recorded", Some(seq.0), &events)?;
                    json::line(shell.out, &IngestJson { coverage: self.coverage.then(coverage), ..line })?;
                } else {
                    let text = told(&self.workspace, |teller| reading::understood(&article, &events, teller));
                    shell.print(&text)?;
                    if let Some(older) = revises {
                        shell.print(&format!("    replaces article {older}, whose events count no more\n"))?;
                    }
                    if self.coverage {
                        shell.print(&reading::uncovered(&article, &quiet, &uncoded))?;
                    }
                }
            }
        }
        Ok(())
    }

    fn line(&self, article: &Article, status: &str, seq: Option<u64>, events: &[Event]) -> Result<IngestJson, Failure> {
        let seq = match seq {
            Some(seq) => Some(seq),
            None => self.workspace.shelf().article(article.id)?.map(|seq| seq.0),
        };
        Ok(IngestJson {
            article: Some(article.id.to_string()),
            seq,
            events: events.len(),
            status: status.to_owned(),
            reason: None,
            coverage: None,
        })
    }
}

fn refused(reason: &str) -> IngestJson {
    let (status, reason) = ("refused".to_owned(), Some(reason.to_owned()));
    IngestJson { article: None, seq: None, events: 0, status, reason, coverage: None }
}
