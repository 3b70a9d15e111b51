//! One record as canonical JSON and back.

use super::FormError;
use super::raw::Sealed;
use super::writer::Writer;
use crate::model::id::Digest;
use crate::model::record::Record;

/// The version of the canonical form that is written.
pub const SCHEMA: u32 = 1;

/// Writes what is hashed of a record: its line without `hash`.
pub fn write_canonical(record: &Record, out: &mut Vec<u8>) {
    write_before_prev(record, out);
    write_prev(&record.prev, out);
}

/// Writes what is hashed of a record up to the hash of the one before, which [`write_prev`] writes.
pub(in crate::log) fn write_before_prev(record: &Record, out: &mut Vec<u8>) {
    let mut writer = Writer::new(out);
    writer.number("{\"seq\":", record.seq.0);
    writer.shown(",\"recorded_at\":", &record.recorded_at);
    writer.number(",\"schema\":", SCHEMA.into());
    writer.raw(",\"body\":");
    writer.body(&record.body);
}

/// Writes the end of what is hashed of a record.
pub(in crate::log) fn write_prev(prev: &Digest, out: &mut Vec<u8>) {
    let mut writer = Writer::new(out);
    writer.shown(",\"prev\":", prev);
    writer.raw("}");
}

/// Writes a record as one line of an archive, without the line feed.
pub fn write_line(record: &Record, out: &mut Vec<u8>) {
    write_canonical(record, out);
    // The hash is the last key of the object that was just closed.
    out.pop();
    let mut writer = Writer::new(out);
    writer.shown(",\"hash\":", &record.hash);
    writer.raw("}");
}

/// Returns a record as one line of an archive.
#[must_use]
pub fn line(record: &Record) -> String {
    let mut out = Vec::new();
    write_line(record, &mut out);
    // Texts of the model are UTF-8, and all else is ASCII.
    String::from_utf8(out).unwrap_or_default()
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
    let canonical = self::line(&record);
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
