//! `detente extract`: articles or sentences coded and printed; no store is touched.

use super::Shell;
use super::args::ExtractArgs;
use super::failure::{Answer, Failure};
use super::reading::{self, Refusals, Take};
use crate::english::English;
use crate::ontology::Ontology;
use crate::render::json::{
    self,
    event::{EventJson, Extract},
};
use crate::render::sentence::Teller;
use crate::text::Given;
use crate::workspace::WorkspaceError;
use crate::workspace::coding::{Coded, Desk, Round};
use std::rc::Rc;

pub(super) fn run(args: &ExtractArgs, shell: &mut Shell<'_>) -> Result<Answer, Failure> {
    let ontology = shell.ontology()?;
    ontology.ready().map_err(WorkspaceError::from)?;
    let english = English::bundled();
    let desk = Desk { ontology: &ontology, english: &english, given: Given { published: args.published } };
    let mut refusals = Refusals::new("extract");
    let mut take = Print { desk, ontology: &ontology, coverage: args.coverage };
    reading::each_round(&args.paths, &mut refusals, shell, &mut take)?;
    Ok(refusals.answer(shell))
}

struct Print<'a> {
    desk: Desk<'a>,
    ontology: &'a Ontology,
    coverage: bool,
}

impl Take for Print<'_> {
    fn round(&mut self, round: Round<Rc<str>>, refusals: &mut Refusals, shell: &mut Shell<'_>) -> Result<(), Failure> {
        for (label, coded) in self.desk.round(round, &|_| true) {
            self.one(&label, coded, refusals, shell)?;
        }
        Ok(())
    }

    fn unreadable(&mut self, reason: &str, shell: &mut Shell<'_>) -> Result<(), Failure> {
        if shell.json {
            json::line(shell.out, &refused(None, reason))?;
        }
        Ok(())
    }
}

impl Print<'_> {
    fn one(&self, label: &str, coded: Coded, refusals: &mut Refusals, shell: &mut Shell<'_>) -> Result<(), Failure> {
        match coded {
            Coded::Refused(why) => {
                let reason = refusals.article(label, &why, shell);
                if shell.json {
                    json::line(shell.out, &refused(why.id, &reason))?;
                }
            }
            Coded::Passed(_) => {}
            Coded::Article(article, coding) if shell.json => {
                let id = article.given_id.clone().unwrap_or_else(|| article.id.to_string());
                let events = coding.events.iter().map(|event| EventJson::of(event, self.ontology)).collect();
                let refusals = reading::refusals_json(&coding.refusals);
                let coverage = || reading::uncovered_json(&article, &coding.quiet, &coding.refusals);
                let coverage = self.coverage.then(coverage);
                json::line(shell.out, &Extract { id: Some(id), events, refusals, coverage, refused: None })?;
            }
            Coded::Article(article, coding) => {
                let teller = Teller { ontology: self.ontology, name: &|id| id.to_string() };
                shell.print(&reading::understood(&article, &coding.events, &teller))?;
                if self.coverage {
                    shell.print(&reading::uncovered(&article, &coding.quiet, &coding.refusals))?;
                }
            }
        }
        Ok(())
    }
}

fn refused(id: Option<String>, reason: &str) -> Extract {
    Extract { id, events: Vec::new(), refusals: Vec::new(), coverage: None, refused: Some(reason.to_owned()) }
}
