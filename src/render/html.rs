//! One self-contained HTML page: how things stand on a day and stood on every other, and the words behind it.
//!
//! Every state that the slider can reach is in the page, written by the same code as the one that is shown
//! at first; the script only puts another one in its place. Without the script the page shows the day asked
//! for. Nothing comes from the network, which the page itself forbids, and every text that comes from an
//! article is escaped.

mod pack;
mod panel;

use crate::model::day::Day;
use pack::Pack;
pub use panel::{Doubts, Panel, Sentence};
use std::fmt::Write as _;

/// What a page says, ready to be laid out.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Page {
    /// Whom it is about.
    pub title: String,
    /// The days on which something changes, in order; among them the day asked for.
    pub stops: Vec<Stop>,
    /// The states of knowledge to choose from: by a day, or all that the log holds.
    pub known: Vec<Option<Day>>,
    /// How things stand, for each state of knowledge and each stop.
    pub panels: Vec<Vec<Panel>>,
    /// Relations over time as SVG, for each state of knowledge.
    pub charts: Vec<String>,
    /// Where the mark of each stop stands in those.
    pub places: Vec<f64>,
    /// The state of knowledge and the stop to show at first.
    pub shown: (usize, usize),
    /// What happened, in order.
    pub history: Vec<Row>,
    /// The words of articles, in the order of their numbers, from 1 on.
    pub evidence: Vec<Quote>,
    /// What stands at the foot.
    pub foot: String,
}

/// A day that can be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stop {
    /// The day.
    pub day: Day,
    /// For which days it stands: `From 2022-03-21 to 2022-06-06`.
    pub said: String,
}

/// One act of the history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The day from which it counts.
    pub day: Day,
    /// The day on which it was first published.
    pub known: Day,
    /// When it happened, in words.
    pub when: String,
    /// What happened.
    pub what: Sentence,
}

/// The words of an article.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Quote {
    /// Who said so where and when.
    pub source: String,
    /// Where it can be read.
    pub url: Option<String>,
    /// The words.
    pub words: String,
}

const STYLE: &str = include_str!("html/page.css");
const SCRIPT: &str = include_str!("html/page.js");
/// What the page may load: nothing but its own style and script.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'";

/// Writes the page.
///
/// # Errors
///
/// Where the states have no form in JSON.
pub fn write(page: &Page) -> serde_json::Result<String> {
    let title = escaped(&page.title);
    let (known, stop) = page.shown;
    let pack = Pack::of(page);
    let when = format!("{}{}", pack.said(stop), pack.by(known));
    let mut html = format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n\
         <header>\n<h1>{title}</h1>\n<p id=\"when\">{}</p>\n</header>\n",
        escaped(&when)
    );
    html += "<main>\n";
    html += &controls(page);
    html += "<div id=\"state\">\n";
    html += &page.panels.get(known).and_then(|stops| stops.get(stop)).map(Panel::html).unwrap_or_default();
    html += "</div>\n<section>\n<h2>Over time</h2>\n\
             <div id=\"lanes\" class=\"wide\" role=\"region\" aria-label=\"Relations over time\" tabindex=\"0\">\n";
    html += page.charts.get(known).map_or("", String::as_str);
    html += "</div>\n</section>\n";
    html += &history(page);
    html += &evidence(page);
    let _ = write!(html, "</main>\n<footer><p>{}</p></footer>\n", escaped(&page.foot));
    html += &format!("<script type=\"application/json\" id=\"data\">{}</script>\n", pack.json()?);
    Ok(html + &format!("<script>\n{SCRIPT}</script>\n</body>\n</html>\n"))
}

/// Writes the slider and what belongs to it; hidden where no script can move it.
fn controls(page: &Page) -> String {
    let (known, stop) = page.shown;
    let day = page.stops.get(stop).map(|stop| stop.day.to_string()).unwrap_or_default();
    let mut options = String::new();
    for (number, by) in page.known.iter().enumerate() {
        let text = by.map_or_else(|| "all of the log".to_owned(), |day| day.to_string());
        let selected = if number == known { " selected" } else { "" };
        let _ = write!(options, "<option value=\"{number}\"{selected}>{text}</option>");
    }
    format!(
        "<form id=\"time\" aria-label=\"Day and knowledge\" autocomplete=\"off\" hidden>\n<output id=\"told\" for=\"day known to\"></output>\n\
         <div class=\"slide\"><label for=\"day\">Day: every stop is a change</label>\
         <input id=\"day\" type=\"range\" min=\"0\" max=\"{}\" step=\"1\" value=\"{stop}\"></div>\n\
         <div><label for=\"to\">Go to</label><input id=\"to\" type=\"date\" value=\"{day}\"></div>\n\
         <div><label for=\"known\">Known by</label><select id=\"known\">{options}</select></div>\n</form>\n",
        page.stops.len().saturating_sub(1)
    )
}

fn history(page: &Page) -> String {
    let mut html = String::from(
        "<section id=\"history\">\n<h2>What happened</h2>\n<table>\n<thead><tr><th scope=\"col\">When</th>\
         <th scope=\"col\">What</th></tr></thead>\n<tbody>\n",
    );
    let (known, stop) = page.shown;
    let (by, last) = (page.known.get(known).copied().flatten(), page.stops.get(stop).map(|stop| stop.day));
    for row in &page.history {
        let later = last.is_some_and(|last| row.day > last) || by.is_some_and(|by| row.known > by);
        let hidden = if later { " hidden" } else { "" };
        let _ = writeln!(
            html,
            "<tr data-day=\"{}\" data-known=\"{}\"{hidden}><td>{}</td><td>{}</td></tr>",
            row.day,
            row.known,
            escaped(&row.when),
            row.what.html()
        );
    }
    html + "</tbody>\n</table>\n</section>\n"
}

fn evidence(page: &Page) -> String {
    let mut html = String::from("<section>\n<h2>The words</h2>\n<ol>\n");
    for (number, quote) in (1..).zip(&page.evidence) {
        // Only web addresses become links: a feed may carry any scheme.
        let url = quote.url.as_deref().filter(|url| url.starts_with("https://") || url.starts_with("http://"));
        let link = url.map_or_else(String::new, |url| {
            format!("<p><a class=\"read\" href=\"{}\" rel=\"noreferrer\">Read the article</a></p>", escaped(url))
        });
        let _ = writeln!(
            html,
            "<li><details><summary>{}</summary><blockquote id=\"e{number}\">{}</blockquote>{link}</details></li>",
            escaped(&quote.source),
            escaped(&quote.words)
        );
    }
    html + "</ol>\n</section>\n"
}

/// Escapes what HTML would read as markup.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out += "&amp;",
            '<' => out += "&lt;",
            '>' => out += "&gt;",
            '"' => out += "&quot;",
            '\'' => out += "&#39;",
            other => out.push(other),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{Page, Panel, Quote, Row, Sentence, Stop, write};

    #[test]
    fn text_of_articles_is_never_markup() {
        let quote = Quote {
            source: "<b>Own & Wire".to_owned(),
            url: Some("javascript:alert(1)".to_owned()),
            words: "<script>\"x\"</script>".to_owned(),
        };
        let day = "2022-03-21".parse().unwrap();
        let told = Sentence { text: "</script><script>alert(1)</script>".to_owned(), ..Sentence::default() };
        let row = Row { day, known: day, when: day.to_string(), what: told.clone() };
        let panel = Panel { relations: vec![told], ..Panel::default() };
        let html = write(&Page {
            title: "A & B".to_owned(),
            stops: vec![Stop { day, said: "On that day".to_owned() }],
            known: vec![None],
            panels: vec![vec![panel]],
            places: vec![0.0],
            charts: vec![String::new()],
            history: vec![row],
            evidence: vec![quote],
            ..Page::default()
        })
        .unwrap();
        let n_scripts = html.matches("<script").count();
        assert_eq!((n_scripts, html.matches("</script").count()), (2, 2), "{html}");
        assert!(!html.contains("javascript:") && !html.contains("<b>"), "{html}");
        assert!(html.contains("&lt;script&gt;&quot;x&quot;&lt;/script&gt;"), "{html}");
        assert!(html.contains("<h1>A &amp; B</h1>"), "{html}");
    }
}
