//! Records as bytes: a block of records in a versioned envelope.
//!
//! The first byte names the version; what follows is that version's own business. A released version is
//! read for ever: its structs stand in a file of their own and are turned into the model of today when
//! they are read (upcast), never rewritten on disk.
//!
//! A block brings no checksum; the frame around it does.

use crate::model::id::Seq;
use crate::model::record::Record;
use thiserror::Error;

mod v1;

/// The last version that is known, and the one that is written.
pub const VERSION: u8 = 1;

/// The most that a decoder may allocate for one block; an article of 20 MB fits.
const LIMIT: usize = 256 << 20;

/// Why bytes are no block.
#[derive(Debug, Error)]
pub enum WireError {
    /// A later version wrote them.
    #[error("the block has version {found}, and this version reads up to {VERSION}")]
    Newer {
        /// The version found.
        found: u8,
    },
    /// Nothing there.
    #[error("the block is empty")]
    Empty,
    /// The encoding is broken.
    #[error("the block cannot be decoded")]
    Decode(#[from] bincode::error::DecodeError),
    /// The record could not be encoded.
    #[error("the block cannot be encoded")]
    Encode(#[from] bincode::error::EncodeError),
    /// A value that the model does not know.
    #[error("{what} of record {seq} is {found}, which is none")]
    Value {
        /// Which field.
        what: &'static str,
        /// The record.
        seq: Seq,
        /// What stands there.
        found: String,
    },
    /// Bytes after the last record.
    #[error("{0} bytes follow the last record of the block")]
    Trailing(usize),
}

/// Encodes records that follow one another as blocks of at most `limit` bytes where more than one record
/// lies in a block; a single record may be longer.
///
/// # Errors
/// When a record cannot be encoded.
pub fn encode(records: &[Record], limit: usize) -> Result<Vec<Block>, WireError> {
    v1::encode(records, limit)
}

/// Encodes one record alone: the size that blocks are measured against.
///
/// # Errors
/// When the record cannot be encoded.
pub fn encode_alone(record: &Record) -> Result<Vec<u8>, WireError> {
    Ok(v1::encode(std::slice::from_ref(record), usize::MAX)?.pop().map(|block| block.bytes).unwrap_or_default())
}

/// Some records that follow one another, as bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// The position of the first.
    pub first: Seq,
    /// The bytes.
    pub bytes: Vec<u8>,
}

/// Decodes the records of a block.
///
/// # Errors
/// When the bytes are no block of a known version.
pub fn decode(bytes: &[u8]) -> Result<Vec<Record>, WireError> {
    match bytes.split_first() {
        None => Err(WireError::Empty),
        Some((1, rest)) => v1::decode(rest),
        Some((found, _)) => Err(WireError::Newer { found: *found }),
    }
}
