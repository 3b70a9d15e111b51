//! Version 2 of the envelope: a block of version 1, compressed. It is read, and written no more.
//!
//! ```text
//! length of the block u32, little-endian | the block with its version byte, compressed (LZ4)
//! ```

use super::{LIMIT, WireError};

/// Gives back the block, with its version byte, from what follows the version byte of the envelope.
pub(super) fn unpack(bytes: &[u8]) -> Result<Vec<u8>, WireError> {
    let (length, body) = bytes.split_first_chunk::<4>().ok_or(WireError::Empty)?;
    inflate(body, usize::try_from(u32::from_le_bytes(*length)).unwrap_or(usize::MAX))
}

/// Gives back so many bytes from what they were compressed to.
pub(super) fn inflate(body: &[u8], length: usize) -> Result<Vec<u8>, WireError> {
    if length > LIMIT {
        return Err(WireError::Long(length));
    }
    let block = lz4_flex::block::decompress(body, length)?;
    if block.len() == length { Ok(block) } else { Err(WireError::Trailing(block.len().abs_diff(length))) }
}
