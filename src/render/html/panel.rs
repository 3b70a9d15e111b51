//! How things stand on one day under one state of knowledge, as a part of the page.

use super::escaped;
use crate::render::palette::Sign;
use std::fmt::Write as _;

/// How things stand.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Panel {
    /// How friendly the two are.
    pub climate: Option<String>,
    /// How relations stand.
    pub relations: Vec<Sentence>,
    /// What is held.
    pub positions: Vec<Sentence>,
    /// What is not certain, by kind.
    pub doubts: Vec<Doubts>,
    /// The diagram as SVG; the only text here that is markup already.
    pub diagram: String,
}

/// A sentence and the numbers of the words behind it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sentence {
    /// What it says.
    pub text: String,
    /// The numbers of the quotes, from 1 on.
    pub notes: Vec<usize>,
    /// Whether what it says is good or bad.
    pub sign: Option<Sign>,
}

/// What is not certain in one way.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Doubts {
    /// In which.
    pub kind: String,
    /// What.
    pub what: Vec<String>,
}

/// How many notes are shown after a sentence.
const NOTES: usize = 6;

impl Panel {
    /// Writes the panel.
    pub(super) fn html(&self) -> String {
        let mut html = String::new();
        html += &list("How things stand", &self.relations);
        if let Some(climate) = &self.climate {
            let _ = writeln!(html, "<p>{}</p>", escaped(climate));
        }
        html += &format!(
            "<section>\n<h2>Diagram</h2>\n<div class=\"wide\" role=\"region\" aria-label=\"Diagram\" tabindex=\"0\">\n{}</div>\n</section>\n",
            self.diagram
        );
        html += &list("Who wants what", &self.positions);
        html += "<section>\n<h2>What is not certain</h2>\n<dl>\n";
        for doubts in &self.doubts {
            let _ = writeln!(html, "<dt>{}</dt>", escaped(&doubts.kind));
            for what in &doubts.what {
                let _ = writeln!(html, "<dd>{}</dd>", escaped(what));
            }
        }
        if self.doubts.is_empty() {
            html += "<dt>Nothing</dt>\n<dd>Every relation is on record, dated and not disputed.</dd>\n";
        }
        html + "</dl>\n</section>\n"
    }
}

fn list(heading: &str, sentences: &[Sentence]) -> String {
    let mut html = format!("<section>\n<h2>{heading}</h2>\n");
    if sentences.is_empty() {
        return html + "<p>The log holds nothing.</p>\n</section>\n";
    }
    html += "<ul class=\"plain\">\n";
    for sentence in sentences {
        let class = match sentence.sign {
            Some(Sign::Bad) => " class=\"bad\"",
            Some(Sign::Good) => " class=\"good\"",
            Some(Sign::Neither) | None => "",
        };
        let _ = writeln!(html, "<li{class}>{}</li>", sentence.html());
    }
    html + "</ul>\n</section>\n"
}

impl Sentence {
    /// Writes the sentence with its notes.
    pub(super) fn html(&self) -> String {
        let mut html = escaped(&self.text);
        if !self.notes.is_empty() {
            html += " <span class=\"notes\">";
            for note in self.notes.iter().rev().take(NOTES).rev() {
                let _ = write!(html, "<a href=\"#e{note}\" aria-label=\"Words {note}\">[{note}]</a>");
            }
            if self.notes.len() > NOTES {
                let _ = write!(html, " and {} more", self.notes.len() - NOTES);
            }
            html += "</span>";
        }
        html
    }
}
