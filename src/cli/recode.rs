//! `detente recode`: stored articles read again with this coder.

use super::Shell;
use super::args::RecodeArgs;
use super::failure::{Answer, Failure};
use super::ingest::counted;
use crate::model::id::ArticleId;
use crate::render::json::{self, store::DoneJson};

pub(super) fn run(args: &RecodeArgs, shell: &mut Shell<'_>) -> Result<Answer, Failure> {
    let mut workspace = shell.open()?;
    let articles: Vec<ArticleId> = if args.articles.is_empty() {
        workspace.shelf().all_articles()?.into_iter().map(|(_, id)| id).collect()
    } else {
        args.articles.clone()
    };
    let (n_articles, mut n_changed) = (articles.len(), 0);
    for article in articles {
        let recoded = workspace.recode(shell.instant(), article)?;
        n_changed += usize::from(recoded.seq.is_some());
        if shell.json {
            let done = if recoded.seq.is_some() { "recoded" } else { "unchanged" };
            let seq = recoded.seq.map(|seq| seq.0);
            let article = Some(article.to_string());
            json::line(shell.out, &DoneJson { done: done.to_owned(), seq, article, ..DoneJson::default() })?;
        } else if let Some(seq) = recoded.seq {
            let (before, now) = (recoded.before, counted(recoded.events, "event"));
            shell.print(&format!("{article}: {now}, {before} before (record {seq})\n"))?;
        }
    }
    if !shell.json {
        shell.print(&format!("Read {} again, {n_changed} with other events.\n", counted(n_articles, "article")))?;
    }
    Ok(Answer::Done)
}
