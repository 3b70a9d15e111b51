//! Records as bytes: a block of records in a versioned envelope.
//!
//! The first byte names the version; what follows is that version's own business. A released version is
//! read for ever: its structs stand in a file of their own and are turned into the model of today when
//! they are read (upcast), never rewritten on disk.
//!
//! Version 2 is version 1 compressed; version 3, which is written where that is shorter, is version 1 in two parts, each
//! compressed, so that who folds the graph unpacks only one. A block brings no checksum; the frame around it does.

use crate::model::id::Seq;
use crate::model::record::Record;
use crate::model::sheet::{Quotes, Sheet};
use parted::Parted;
use std::ops::Range;
use thiserror::Error;

mod packed;
mod parted;
mod v1;

/// The last version that is known, and the one that is written.
pub const VERSION: u8 = 3;

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
    /// The block cannot be unpacked.
    #[error("the block cannot be unpacked")]
    Unpack(#[from] lz4_flex::block::DecompressError),
    /// The block would be longer than any that is written.
    #[error("the block says that it has {0} bytes")]
    Long(usize),
    /// The block can be decoded, and yet not be read in brief: a defect, not damage.
    #[error("the block cannot be read in brief")]
    Brief,
    /// The parts of the block are not of one block.
    #[error("the parts of the block do not fit together")]
    Parts,
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
    let mut blocks = Vec::new();
    let mut rest = records;
    // How many bytes may become so few as the limit allows: found out from block to block.
    let mut raw = limit.saturating_mul(2);
    while let Some(first) = rest.first() {
        let (bytes, count) = v1::encode(rest, raw)?;
        let bytes = parted::pack(plain(&bytes)?)?.unwrap_or(bytes);
        if bytes.len() > limit && count > 1 {
            raw = raw.saturating_mul(limit) / bytes.len() / 16 * 15;
            continue;
        }
        if bytes.len() < limit / 16 * 15 {
            raw = raw.saturating_add(raw / 32);
        }
        blocks.push(Block { first: first.seq, bytes });
        rest = rest.get(count..).unwrap_or_default();
    }
    Ok(blocks)
}

/// Encodes one record alone, not compressed: the size that blocks are measured against.
///
/// # Errors
/// When the record cannot be encoded.
pub fn encode_alone(record: &Record) -> Result<Vec<u8>, WireError> {
    Ok(v1::encode(std::slice::from_ref(record), usize::MAX)?.0)
}

/// Some records that follow one another, as bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// The position of the first.
    pub first: Seq,
    /// The bytes.
    pub bytes: Vec<u8>,
}

/// A block that has been unpacked, as far as every reader needs it, and not been decoded yet.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Unpacked {
    form: Form,
    first: Seq,
    count: u32,
}

#[derive(Clone, PartialEq, Eq, Debug)]
enum Form {
    /// A block of version 1 with its version byte.
    Whole(Vec<u8>),
    /// A block of version 1 in two parts.
    Parted(Parted),
}

/// Unpacks a block.
///
/// # Errors
/// When the bytes are no block of a known version. Only the beginning of the block is looked at.
pub fn unpack(bytes: &[u8]) -> Result<Unpacked, WireError> {
    let rest = bytes.get(1..).unwrap_or_default();
    let form = match bytes.first() {
        Some(3) => Form::Parted(Parted::unpack(rest)?),
        Some(2) => Form::Whole(packed::unpack(rest)?),
        _ => Form::Whole(bytes.to_vec()),
    };
    let near = match &form {
        Form::Whole(bytes) => plain(bytes)?,
        Form::Parted(parted) => parted.near(),
    };
    match v1::extent(near) {
        Some((first, count)) => Ok(Unpacked { form, first, count }),
        None => Err(form.fault()),
    }
}

impl Unpacked {
    /// Returns the position of the first record.
    #[must_use]
    pub fn first(&self) -> Seq {
        self.first
    }

    /// Returns the position after the last record.
    #[must_use]
    pub fn end(&self) -> Seq {
        Seq(self.first.0.saturating_add(self.count.into()))
    }

    /// Decodes the records.
    ///
    /// # Errors
    /// When the bytes are no block.
    pub fn records(&self) -> Result<Vec<Record>, WireError> {
        self.form.records()
    }

    /// Puts the records of a range on a sheet.
    ///
    /// # Errors
    /// When the bytes are no block, once the records before the fault were put there. Of a block in two parts, a sheet
    /// that leaves quotations out looks at one only.
    pub fn read(&self, range: &Range<Seq>, sheet: &mut Sheet) -> Result<(), WireError> {
        let read = match &self.form {
            Form::Whole(bytes) => v1::read(plain(bytes)?, range, sheet),
            Form::Parted(parted) => {
                let far = if sheet.quotes_kept() == Quotes::Kept { Some(parted.far()?) } else { None };
                v1::read_parts(parted.near(), far.as_deref(), range, sheet)
            }
        };
        read.ok_or_else(|| self.form.fault())
    }
}

impl Form {
    fn records(&self) -> Result<Vec<Record>, WireError> {
        match self {
            Self::Whole(bytes) => v1::decode(plain(bytes)?),
            Self::Parted(parted) => v1::decode(&parted.whole()?),
        }
    }

    /// Says what is wrong with bytes that could not be read in brief.
    fn fault(&self) -> WireError {
        self.records().err().unwrap_or(WireError::Brief)
    }
}

/// Returns what follows the byte of version 1.
fn plain(bytes: &[u8]) -> Result<&[u8], WireError> {
    match bytes.split_first() {
        Some((1, rest)) => Ok(rest),
        Some((found, _)) => Err(WireError::Newer { found: *found }),
        None => Err(WireError::Empty),
    }
}

/// Decodes the records of a block.
///
/// # Errors
/// When the bytes are no block of a known version.
pub fn decode(bytes: &[u8]) -> Result<Vec<Record>, WireError> {
    unpack(bytes)?.records()
}
