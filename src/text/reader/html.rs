//! Web pages: the readable part, with title, date and outlet from the page's own data.
//!
//! The date comes from schema.org JSON-LD, else from OpenGraph and meta tags, else from `<time>`.

use crate::text::article::Draft;
use crate::text::{Refused, TextError};
use dom_smoothie::{Config, Readability, TextMode};
use serde_json::Value;

/// Reads one page.
///
/// # Errors
/// When no readable article is found in it.
pub fn read(page: &str) -> Result<Draft, Refused> {
    let refuse = |why: String| Refused::at(1, TextError::Page(why));
    let config = Config { text_mode: TextMode::Formatted, ..Config::default() };
    let mut readability = Readability::new(page, None, Some(config)).map_err(|error| refuse(error.to_string()))?;
    let metadata = readability.get_article_metadata(readability.parse_json_ld());
    let published = json_ld_date(&readability).or(metadata.published_time).or_else(|| time_element(&readability));
    let url = metadata.url.or_else(|| attribute(&readability, "link[rel=canonical]", "href"));
    let heading = readability.doc.select_single("h1").text().trim().to_owned();
    let language = attribute(&readability, "html", "lang").or(metadata.lang);
    let article = readability.parse().map_err(|error| refuse(error.to_string()))?;
    let text = article.text_content.trim().to_owned();
    if text.is_empty() {
        return Err(refuse("no paragraph of text was found".to_owned()));
    }
    // A page's title often goes on with the name of the site; its heading does not.
    let whole = article.title.trim();
    let title = if !heading.is_empty() && whole.starts_with(&heading) { heading } else { whole.to_owned() };
    Ok(Draft {
        line: 1,
        title,
        text,
        published: published.map(|date| date.trim().to_owned()),
        source: metadata.site_name,
        url,
        language,
        ..Draft::default()
    })
}

/// Returns the plain text of a piece of HTML, such as the content of a feed entry.
///
/// # Errors
/// When it cannot be parsed.
pub fn text_of(html: &str) -> Result<String, TextError> {
    let readability = Readability::new(html, None, None).map_err(|error| TextError::Page(error.to_string()))?;
    Ok(readability.doc.formatted_text().trim().to_owned())
}

/// Finds `datePublished` in any JSON-LD block, `@graph` included.
fn json_ld_date(readability: &Readability) -> Option<String> {
    readability.doc.select("script[type='application/ld+json']").iter().find_map(|script| {
        // A block that is no JSON is the page's mistake; the other sources of the date remain.
        let value: Value = serde_json::from_str(script.text().trim()).ok()?;
        find_date(&value)
    })
}

fn find_date(value: &Value) -> Option<String> {
    match value {
        Value::Object(fields) => fields
            .get("datePublished")
            .and_then(Value::as_str)
            .map(str::to_owned)
            .or_else(|| fields.values().find_map(find_date)),
        Value::Array(values) => values.iter().find_map(find_date),
        _ => None,
    }
}

fn time_element(readability: &Readability) -> Option<String> {
    attribute(readability, "article time[datetime]", "datetime")
        .or_else(|| attribute(readability, "time[datetime]", "datetime"))
}

fn attribute(readability: &Readability, selector: &str, name: &str) -> Option<String> {
    let element = readability.doc.select_single(selector);
    element.attr(name).map(|value| value.to_string()).filter(|value| !value.trim().is_empty())
}
