//! From the text of a schema file to JSON that remembers lines.
//!
//! Shared with the build script, which packs the bundled schema; so a file read at run time and one
//! packed into the crate give the same values. Every table of a top-level array gets a key `@line`.
//! Dates are strings in the schema; TOML's own dates are refused.

use serde_json::{Map, Number, Value};
use toml::de::{DeTable, DeValue};

/// The key under which an entry's line is kept.
pub(crate) const LINE: &str = "@line";

/// What is wrong with a file, and where.
#[derive(Debug)]
pub(crate) struct Fault {
    /// The line, counted from 1.
    pub line: usize,
    /// What is wrong.
    pub what: String,
}

/// Reads TOML into a JSON object.
pub(crate) fn read(text: &str) -> Result<Value, Fault> {
    let document = DeTable::parse(text).map_err(|error| Fault {
        line: line_of(text, error.span().map_or(0, |span| span.start)),
        what: error.message().to_owned(),
    })?;
    object(document.get_ref(), text, 0)
}

/// Returns the line of a byte, counted from 1.
pub(crate) fn line_of(text: &str, offset: usize) -> usize {
    1 + text.bytes().take(offset).filter(|byte| *byte == b'\n').count()
}

fn object(table: &DeTable<'_>, text: &str, depth: usize) -> Result<Value, Fault> {
    let mut fields = Map::new();
    for (key, value) in table {
        let at = value.span().start;
        let value = match value.get_ref() {
            DeValue::Array(items) => {
                let items = items.iter().map(|item| entry(item.get_ref(), item.span().start, text, depth));
                Value::Array(items.collect::<Result<_, _>>()?)
            }
            other => plain(other, at, text, depth)?,
        };
        fields.insert(key.get_ref().to_string(), value);
    }
    Ok(Value::Object(fields))
}

/// Reads an element of an array; at the top of the file it is an entry and gets its line.
fn entry(value: &DeValue<'_>, at: usize, text: &str, depth: usize) -> Result<Value, Fault> {
    let mut read = plain(value, at, text, depth)?;
    if let (0, Value::Object(fields)) = (depth, &mut read) {
        fields.insert(LINE.to_owned(), Value::from(line_of(text, at)));
    }
    Ok(read)
}

fn plain(value: &DeValue<'_>, at: usize, text: &str, depth: usize) -> Result<Value, Fault> {
    let fault = |what: String| Fault { line: line_of(text, at), what };
    match value {
        DeValue::String(string) => Ok(Value::String(string.to_string())),
        DeValue::Boolean(truth) => Ok(Value::Bool(*truth)),
        DeValue::Integer(number) => i64::from_str_radix(number.as_str(), number.radix())
            .map(Value::from)
            .map_err(|error| fault(format!("{:?} is not a number: {error}", number.as_str()))),
        DeValue::Float(number) => {
            let read = number.as_str().parse::<f64>().ok().and_then(Number::from_f64);
            read.map(Value::Number).ok_or_else(|| fault(format!("{:?} is not a number", number.as_str())))
        }
        DeValue::Datetime(_) => Err(fault("a date must be written as a string in quotes".to_owned())),
        DeValue::Array(items) => {
            let items = items.iter().map(|item| plain(item.get_ref(), item.span().start, text, depth + 1));
            Ok(Value::Array(items.collect::<Result<_, _>>()?))
        }
        DeValue::Table(table) => object(table, text, depth + 1),
    }
}

/// Feeds a file to a digest so that no two schemas give the same bytes.
pub(crate) fn feed(name: &str, text: &str, into: &mut dyn FnMut(&[u8])) {
    for part in [name, text] {
        into(&(part.len() as u64).to_be_bytes());
        into(part.as_bytes());
    }
}
