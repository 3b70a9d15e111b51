//! Version 2 of the envelope: a block of version 1, compressed.
//!
//! ```text
//! length of the block u32, little-endian | the block with its version byte, compressed (LZ4)
//! ```

use super::{LIMIT, WireError};

/// Shorter blocks are left as they are: they would hardly shrink.
const LEAST: usize = 512;

/// Compresses a block with its version byte; `None` where that does not pay.
pub(super) fn pack(block: &[u8]) -> Option<Vec<u8>> {
    if block.len() < LEAST {
        return None;
    }
    let length = u32::try_from(block.len()).ok()?;
    let mut packed = vec![0; 5 + lz4_flex::block::get_maximum_output_size(block.len())];
    let (head, body) = packed.split_at_mut_checked(5)?;
    for (to, from) in head.iter_mut().zip([2].into_iter().chain(length.to_le_bytes())) {
        *to = from;
    }
    let written = lz4_flex::block::compress_into(block, body).ok()?;
    packed.truncate(5 + written);
    (packed.len() < block.len()).then_some(packed)
}

/// Gives back the block, with its version byte, from what follows the version byte of the envelope.
pub(super) fn unpack(bytes: &[u8]) -> Result<Vec<u8>, WireError> {
    let (length, body) = bytes.split_first_chunk::<4>().ok_or(WireError::Empty)?;
    let length = usize::try_from(u32::from_le_bytes(*length)).unwrap_or(usize::MAX);
    if length > LIMIT {
        return Err(WireError::Long(length));
    }
    let block = lz4_flex::block::decompress(body, length)?;
    if block.len() == length { Ok(block) } else { Err(WireError::Trailing(block.len().abs_diff(length))) }
}
