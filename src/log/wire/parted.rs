//! Version 3 of the envelope: a block of version 1 in two parts, each compressed.
//!
//! ```text
//! length of the near part u32 | of it compressed u32 | of the far part u32 | near, compressed | far, compressed (LZ4)
//! ```
//!
//! All numbers are little-endian. The graph is folded from the near parts alone: quotations and hashes, which are most
//! of a block, are not unpacked for it.

use super::packed::inflate;
use super::{WireError, v1};

/// Shorter blocks are left as they are: they would hardly shrink.
const LEAST: usize = 512;

/// What stands before the parts.
const HEAD: usize = 12;

/// A block whose near part is unpacked.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Parted {
    near: Vec<u8>,
    far: Vec<u8>,
    far_length: usize,
}

/// Parts a block of version 1, which stands there without its version byte; `None` where that does not pay.
pub(super) fn pack(block: &[u8]) -> Result<Option<Vec<u8>>, WireError> {
    if block.len() < LEAST {
        return Ok(None);
    }
    let (near, far) = v1::part(block).ok_or(WireError::Parts)?;
    let [near_packed, far_packed] = [&near, &far].map(|part| lz4_flex::block::compress(part));
    let mut packed = Vec::with_capacity(1 + HEAD + near_packed.len() + far_packed.len());
    packed.push(3);
    for length in [near.len(), near_packed.len(), far.len()] {
        packed.extend_from_slice(&u32::try_from(length).map_err(|_| WireError::Long(length))?.to_le_bytes());
    }
    packed.extend_from_slice(&near_packed);
    packed.extend_from_slice(&far_packed);
    Ok((packed.len() <= block.len()).then_some(packed))
}

impl Parted {
    /// Unpacks the near part, from what follows the version byte of the envelope.
    pub(super) fn unpack(bytes: &[u8]) -> Result<Self, WireError> {
        let (head, parts) = bytes.split_at_checked(HEAD).ok_or(WireError::Empty)?;
        let mut lengths = head.as_chunks::<4>().0.iter().map(|length| u32::from_le_bytes(*length) as usize);
        let mut length = || lengths.next().ok_or(WireError::Empty);
        let (near_length, near_packed, far_length) = (length()?, length()?, length()?);
        let (near, far) = parts.split_at_checked(near_packed).ok_or(WireError::Parts)?;
        Ok(Self { near: inflate(near, near_length)?, far: far.to_vec(), far_length })
    }

    /// Returns the near part.
    pub(super) fn near(&self) -> &[u8] {
        &self.near
    }

    /// Unpacks the far part.
    pub(super) fn far(&self) -> Result<Vec<u8>, WireError> {
        inflate(&self.far, self.far_length)
    }

    /// Gives back the block, without a version byte.
    pub(super) fn whole(&self) -> Result<Vec<u8>, WireError> {
        v1::join(&self.near, &self.far()?).ok_or(WireError::Parts)
    }
}
