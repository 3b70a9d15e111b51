//! JSON objects with `text` and optional `title`, `published`, `source`, `url`, `language`, `id`.
//!
//! Further fields are passed over, so that files of other programs can be read as they are.

use crate::text::article::Draft;
use crate::text::{Refused, TextError};
use serde_json::{Map, Value};

/// Reads a file that holds one object or an array of objects.
#[must_use]
pub fn read(text: &str) -> Vec<Result<Draft, Refused>> {
    match serde_json::from_str(strip(text)) {
        Err(error) => vec![Err(broken(&error, 1))],
        Ok(Value::Array(values)) if values.is_empty() => vec![Err(Refused::at(1, TextError::Empty))],
        Ok(Value::Array(values)) => {
            let lines = object_lines(text);
            let line = |index: usize| lines.get(index).copied().unwrap_or(1);
            values.into_iter().enumerate().map(|(index, value)| draft(value, line(index), "the item")).collect()
        }
        Ok(value) => vec![draft(value, 1, "the file")],
    }
}

/// Reads one line of NDJSON.
///
/// # Errors
/// When it is not one object with a text.
pub fn line(text: &str, line: u64) -> Result<Draft, Refused> {
    let value = serde_json::from_str(strip(text)).map_err(|error| broken(&error, line))?;
    draft(value, line, "the line")
}

fn strip(text: &str) -> &str {
    text.trim_start_matches('\u{feff}')
}

fn broken(error: &serde_json::Error, line: u64) -> Refused {
    let before = u64::try_from(error.line().saturating_sub(1)).unwrap_or_default();
    let message = error.to_string();
    let message = message.split(" at line ").next().unwrap_or(&message);
    Refused::at(line + before, TextError::Json(format!("{message} in column {}", error.column())))
}

fn draft(value: Value, line: u64, whole: &'static str) -> Result<Draft, Refused> {
    let Value::Object(mut fields) = value else {
        let found = kind(&value).to_owned();
        return Err(Refused::at(line, TextError::Shape { field: whole, found, expected: "an object with \"text\"" }));
    };
    // The id is read first, so that a refusal can name it.
    let given_id = match fields.remove("id") {
        Some(Value::Number(number)) => Some(number.to_string()),
        Some(Value::String(id)) => Some(id),
        None | Some(Value::Null) => None,
        Some(other) => {
            let found = kind(&other).to_owned();
            return Err(Refused::at(line, TextError::Shape { field: "id", found, expected: "a string" }));
        }
    };
    let fill = |mut fields: Map<String, Value>| -> Result<Draft, TextError> {
        Ok(Draft {
            line,
            given_id: given_id.clone(),
            title: string(&mut fields, "title")?.unwrap_or_default(),
            text: string(&mut fields, "text")?.ok_or(TextError::Shape {
                field: "text",
                found: "nothing".to_owned(),
                expected: "a string",
            })?,
            published: string(&mut fields, "published")?,
            source: string(&mut fields, "source")?,
            url: string(&mut fields, "url")?,
            language: string(&mut fields, "language")?,
            ..Draft::default()
        })
    };
    fill(fields).map_err(|why| Refused { line, id: given_id.clone(), why })
}

fn string(fields: &mut Map<String, Value>, field: &'static str) -> Result<Option<String>, TextError> {
    match fields.remove(field) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(Some(text)),
        Some(other) => Err(TextError::Shape { field, found: kind(&other).to_owned(), expected: "a string" }),
    }
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "an array",
        Value::Object(_) => "an object",
    }
}

/// Finds the lines on which the objects of a well-formed array begin.
fn object_lines(text: &str) -> Vec<u64> {
    let (mut lines, mut line, mut depth) = (Vec::new(), 1, 0_u32);
    let (mut quoted, mut escaped) = (false, false);
    for byte in text.bytes() {
        match byte {
            b'\n' => line += 1,
            _ if escaped => escaped = false,
            b'\\' if quoted => escaped = true,
            b'"' => quoted = !quoted,
            _ if quoted => {}
            b'{' | b'[' => {
                if depth == 1 {
                    lines.push(line);
                }
                depth += 1;
            }
            b'}' | b']' => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    lines
}
