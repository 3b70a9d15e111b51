//! Trains the weights of the tagger and the parser and scores them.
//!
//! `gzip -dc silver-news.conll.gz | cargo run --release --example train_parser -- --gold=ewt-train.conllu
//! --gold=gum-open-train.conllu weights.bin pud-news.conllu ...`
//!
//! The sentences to learn from come on the standard input, as a parser read them; those that are also in a treebank named by
//! `--gold` (Universal Dependencies) take its trees. Every hundredth is held out. The treebanks named after the output are
//! only scored. With `--score`, nothing is trained: the file is scored as it is.

use std::error::Error;
use std::io::{self, Read, Write};
use std::time::Instant;

use detente::english::SEARCH;
use detente::english::train::{self, Plan, Score};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1).collect::<Vec<_>>();
    let mut plan = Plan::default();
    let mut search = SEARCH;
    let mut every = 1;
    let mut only_score = false;
    let mut gold = Vec::new();
    arguments.retain(|argument| {
        let Some(option) = argument.strip_prefix("--") else { return true };
        let (name, value) = option.split_once('=').unwrap_or((option, "1"));
        if name == "gold" {
            gold.push(value.to_owned());
            return false;
        }
        let value = value.parse().unwrap_or(1);
        match name {
            "score" => only_score = true,
            "every" => every = value,
            "beam" => search.width = value,
            "margin" => search.margin = value as i64,
            "train-beam" => plan.beam = value,
            "tags" => plan.tag_rounds = value,
            "labels" => plan.label_rounds = value,
            "steps" => plan.step_rounds = value,
            "last" => plan.last_rounds = value,
            _ => {}
        }
        false
    });
    let (output, treebanks) = arguments.split_first().ok_or("expected the path of the weights file")?;
    let mut text = String::new();
    io::stdin().read_to_string(&mut text)?;
    let mut all = train::read(&text);
    let mut treebank = Vec::new();
    for path in &gold {
        treebank.extend(train::read(&std::fs::read_to_string(path)?));
    }
    writeln!(io::stderr(), "{} of {} sentences corrected", train::correct(&mut all, &treebank), all.len())?;
    let mut sentences = Vec::new();
    let mut held_out = Vec::new();
    for (n, sentence) in all.into_iter().enumerate() {
        match n % 100 {
            7 => held_out.push(sentence),
            _ if n % every == 0 => sentences.push(sentence),
            _ => {}
        }
    }
    let mut out = io::stdout().lock();
    let start = Instant::now();
    let weights = if only_score {
        std::fs::read(output)?
    } else {
        train::train(&sentences, &plan, &mut |message| {
            // Progress only: nothing depends on it.
            let _ = writeln!(io::stderr(), "{:6.1} {message}", start.elapsed().as_secs_f64());
        })
    };
    if !only_score {
        std::fs::write(output, &weights)?;
    }
    let start = Instant::now();
    if let Some(score) = train::against_clear(&weights, &held_out, search) {
        let speed = held_out.len() as f64 / start.elapsed().as_secs_f64();
        writeln!(out, "held out: {score}, {speed:.0} sentences a second")?;
    }
    let mut all = Score::default();
    for path in treebanks {
        let sentences = train::read(&std::fs::read_to_string(path)?);
        let score = train::against_universal(&weights, &sentences, search).ok_or("not a weights file")?;
        writeln!(out, "{path}: {score}")?;
        all = all.plus(score);
    }
    writeln!(out, "together: {all}")?;
    Ok(())
}
