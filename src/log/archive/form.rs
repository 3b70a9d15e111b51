//! One record as canonical JSON and back.

use super::FormError;
use super::raw::{Body, Sealed, Unsealed};
use crate::model::id::Digest;
use crate::model::record::Record;

/// The version of the canonical form that is written.
pub const SCHEMA: u32 = 1;

/// Writes what is hashed of a record: its line without `hash`.
///
/// # Errors
/// When a value has no JSON form.
pub fn write_canonical(record: &Record, out: &mut Vec<u8>) -> Result<(), FormError> {
    let unsealed = Unsealed {
        seq: record.seq.0,
        recorded_at: record.recorded_at,
        schema: SCHEMA,
        body: Body::from(&record.body),
        prev: record.prev,
    };
    Ok(serde_json::to_writer(out, &unsealed)?)
}

/// Writes a record as one line of an archive, without the line feed.
///
/// # Errors
/// When a value has no JSON form.
pub fn write_line(record: &Record, out: &mut Vec<u8>) -> Result<(), FormError> {
    write_canonical(record, out)?;
    // The hash is the last key of the object that was just closed.
    out.pop();
    out.extend_from_slice(format!(",\"hash\":\"{}\"}}", record.hash).as_bytes());
    Ok(())
}

/// Returns a record as one line of an archive.
///
/// # Errors
/// When a value has no JSON form.
pub fn line(record: &Record) -> Result<String, FormError> {
    let mut out = Vec::new();
    write_line(record, &mut out)?;
    String::from_utf8(out).map_err(|error| FormError::Utf8(error.utf8_error()))
}

/// Reads one line of an archive.
///
/// # Errors
/// When the line is no record, or is not the canonical form of the record that it is.
pub fn parse_line(line: &str) -> Result<Record, FormError> {
    let sealed: Sealed<'_> = serde_json::from_str(line)?;
    if sealed.schema > SCHEMA {
        return Err(FormError::Newer { found: sealed.schema, known: SCHEMA });
    }
    let (seq, recorded_at, prev, hash) = (sealed.seq, sealed.recorded_at, sealed.prev, sealed.hash);
    let record = Record { seq: crate::model::id::Seq(seq), recorded_at, prev, hash, body: sealed.body.try_into()? };
    let canonical = self::line(&record)?;
    if canonical == line {
        return Ok(record);
    }
    let at = canonical.bytes().zip(line.bytes()).take_while(|(a, b)| a == b).count();
    Err(FormError::NotCanonical { byte: at })
}

/// Computes the hash of one line of an archive from its bytes alone.
///
/// # Errors
/// When the line does not end with a hash.
pub fn line_hash(line: &str) -> Result<Digest, FormError> {
    let cut = line.rfind(",\"hash\":\"").ok_or(FormError::NoHash)?;
    let head = line.get(..cut).ok_or(FormError::NoHash)?;
    Ok(Digest::of(&[head.as_bytes(), b"}"]))
}
