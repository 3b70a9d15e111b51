//! One self-contained HTML page: how things stand in sentences, the history, and the words behind each line.
//!
//! No script and nothing from the network; every text that comes from an article is escaped.

use std::fmt::Write as _;

/// What a page says, ready to be laid out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Page {
    /// The heading.
    pub title: String,
    /// How things stand, one sentence each.
    pub standings: Vec<String>,
    /// What is held, one sentence each.
    pub positions: Vec<String>,
    /// Pictures as SVG, each below its heading; the only text here that is markup already.
    pub pictures: Vec<(String, String)>,
    /// What happened, in order.
    pub history: Vec<Row>,
    /// What stands at the foot.
    pub foot: String,
}

/// One act of the history.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Row {
    /// When it happened.
    pub when: String,
    /// What happened.
    pub what: String,
    /// The words that say so.
    pub quotes: Vec<Quote>,
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

const STYLE: &str = "body{font:16px/1.5 sans-serif;max-width:48rem;margin:2rem auto;padding:0 1rem;color:#222;background:#fff}\
h1{font-size:1.5rem}h2{font-size:1.15rem;margin-top:2rem}li{margin:.3rem 0}\
table{border-collapse:collapse;width:100%}td,th{text-align:left;vertical-align:top;padding:.3rem .6rem .3rem 0;border-top:1px solid #ccc}\
td:first-child{white-space:nowrap}figure{margin:1rem 0;overflow-x:auto}details{color:#444}footer{margin-top:2rem;color:#595959;font-size:.9rem}\
@media print{details{display:block}svg{max-width:100%;height:auto}}";

/// Writes the page.
#[must_use]
pub fn write(page: &Page) -> String {
    let title = escaped(&page.title);
    let mut html = format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n"
    );
    for (heading, sentences) in [("How things stand", &page.standings), ("Positions", &page.positions)] {
        html += &format!("<h2>{heading}</h2>\n");
        if sentences.is_empty() {
            html += "<p>The log holds nothing.</p>\n";
            continue;
        }
        html += "<ul>\n";
        for sentence in sentences {
            // Writing to a string cannot fail.
            let _ = writeln!(html, "<li>{}</li>", escaped(sentence));
        }
        html += "</ul>\n";
    }
    for (heading, picture) in &page.pictures {
        html += &format!("<h2>{}</h2>\n<figure tabindex=\"0\">\n{picture}</figure>\n", escaped(heading));
    }
    html += "<h2>What happened</h2>\n<table>\n<tr><th scope=\"col\">When</th><th scope=\"col\">What, and which words say so</th></tr>\n";
    for row in &page.history {
        let quotes: String = row.quotes.iter().map(quote).collect();
        let (when, what) = (escaped(&row.when), escaped(&row.what));
        let _ = writeln!(html, "<tr><td>{when}</td><td>{what}{quotes}</td></tr>");
    }
    html += &format!("</table>\n</main>\n<footer>{}</footer>\n</body>\n</html>\n", escaped(&page.foot));
    html
}

fn quote(quote: &Quote) -> String {
    let source = escaped(&quote.source);
    // Only web addresses become links: a feed may carry any scheme.
    let url = quote.url.as_deref().filter(|url| url.starts_with("https://") || url.starts_with("http://"));
    let source = url.map_or_else(|| source.clone(), |url| format!("<a href=\"{}\">{source}</a>", escaped(url)));
    format!("<details><summary>{source}</summary><q>{}</q></details>", escaped(&quote.words))
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
    use super::{Page, Quote, Row, write};

    #[test]
    fn text_of_articles_is_never_markup() {
        let quote = Quote {
            source: "<b>Own & Wire".to_owned(),
            url: Some("javascript:alert(1)".to_owned()),
            words: "<script>\"x\"</script>".to_owned(),
        };
        let row = Row { when: "2022-03-21".to_owned(), what: "a < b".to_owned(), quotes: vec![quote] };
        let html = write(&Page { title: "A & B".to_owned(), history: vec![row], ..Page::default() });
        assert!(!html.contains("<script>") && !html.contains("javascript:") && !html.contains("<b>"), "{html}");
        assert!(html.contains("&lt;script&gt;&quot;x&quot;&lt;/script&gt;"), "{html}");
        assert!(html.contains("<h1>A &amp; B</h1>"), "{html}");
    }
}
