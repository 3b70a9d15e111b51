//! Prints the sentences of a text with tags, lemmas and trees, one token a line.
//!
//! `cargo run --example read_sentences < article.txt`

use std::io::{self, Read, Write};

use detente::english::English;

fn main() -> io::Result<()> {
    let mut text = String::new();
    io::stdin().read_to_string(&mut text)?;
    let english = English::bundled();
    let document = english.read(&text);
    let mut out = io::BufWriter::new(io::stdout().lock());
    if let Some(dateline) = document.dateline() {
        writeln!(out, "dateline: {:?}", dateline.span.slice(&text))?;
    }
    for sentence in document.sentences() {
        writeln!(out, "\nparagraph {}: {:?}", sentence.paragraph, sentence.span.slice(&text))?;
        for (at, token) in sentence.tokens.iter().enumerate() {
            let head = token.head.map_or(0, |head| head + 1);
            let quotation = token.quotation.map_or(String::new(), |n| format!(" in quotation {n}"));
            let (word, lemma, tag, label) = (&token.text, &token.lemma, token.tag, token.label);
            writeln!(out, "{:3} {word:18} {lemma:18} {tag:6} {head:3} {label}{quotation}", at + 1)?;
        }
    }
    out.flush()
}
