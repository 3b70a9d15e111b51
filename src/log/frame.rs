//! A frame around bytes on disk: what they are, where they belong, and a checksum.
//!
//! ```text
//! "dtf1" | kind u8 | first u64 | part u32 | parts u32 | length u32 | head crc u32 | crc u32 | bytes
//! ```
//!
//! All numbers are big-endian; both checksums are CRC-32. The head has its own, so that a frame that was
//! cut short can be told from one whose length was damaged; frames can be found without an index.

use thiserror::Error;

/// The bytes that a frame begins with.
pub(super) const MAGIC: [u8; 4] = *b"dtf1";

/// The length of the head.
pub(super) const HEAD: usize = 33;

/// What a frame holds.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    /// A block of records, or a part of one.
    Block,
    /// Where the log ends.
    Head,
}

/// One frame, borrowed from the bytes it stands in.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub(super) struct Frame<'a> {
    pub(super) kind: Kind,
    /// The position of the first record.
    pub(super) first: u64,
    /// Which part of the block this is, from 0.
    pub(super) part: u32,
    /// How many parts the block has.
    pub(super) parts: u32,
    pub(super) bytes: &'a [u8],
}

/// Why there is no frame.
#[derive(Copy, Clone, PartialEq, Eq, Debug, Error)]
pub(super) enum FrameError {
    /// The bytes end, or turn to zeros, before the frame does.
    #[error("cut short")]
    Short,
    /// The bytes are not those that were written.
    #[error("its checksum does not fit")]
    Damaged,
}

impl<'a> Frame<'a> {
    /// Appends the frame to `out`.
    pub(super) fn write(&self, out: &mut Vec<u8>) -> Result<(), std::num::TryFromIntError> {
        let start = out.len();
        let length = u32::try_from(self.bytes.len())?;
        out.extend_from_slice(&MAGIC);
        out.push(match self.kind {
            Kind::Block => b'b',
            Kind::Head => b'h',
        });
        out.extend_from_slice(&self.first.to_be_bytes());
        for number in [self.part, self.parts, length] {
            out.extend_from_slice(&number.to_be_bytes());
        }
        let head_crc = crc32fast::hash(out.get(start..).unwrap_or_default());
        out.extend_from_slice(&head_crc.to_be_bytes());
        out.extend_from_slice(&crc32fast::hash(self.bytes).to_be_bytes());
        out.extend_from_slice(self.bytes);
        Ok(())
    }

    /// Reads the frame that `input` begins with, and returns it with its length.
    pub(super) fn read(input: &'a [u8]) -> Result<(Self, usize), FrameError> {
        // A write that a power cut interrupted leaves zeros where the file had grown already.
        let zeros = |bytes: &[u8]| bytes.iter().all(|byte| *byte == 0);
        let unwritten = |bytes: &[u8]| bytes.last_chunk::<16>().is_some_and(|tail| zeros(tail));
        let Some((head, rest)) = input.split_at_checked(HEAD) else { return Err(FrameError::Short) };
        let mut reader = Reader(head);
        let magic: [u8; 4] = reader.take().ok_or(FrameError::Short)?;
        let [kind] = reader.take().ok_or(FrameError::Short)?;
        let first = u64::from_be_bytes(reader.take().ok_or(FrameError::Short)?);
        let [part, parts, length, head_crc, crc] = reader.numbers().ok_or(FrameError::Short)?;
        let kind = match kind {
            b'b' => Kind::Block,
            b'h' => Kind::Head,
            _ => return Err(if zeros(head) { FrameError::Short } else { FrameError::Damaged }),
        };
        if magic != MAGIC || head_crc != crc32fast::hash(head.get(..HEAD - 8).unwrap_or_default()) {
            return Err(if zeros(head) { FrameError::Short } else { FrameError::Damaged });
        }
        let bytes = rest.get(..length as usize).ok_or(FrameError::Short)?;
        if crc32fast::hash(bytes) != crc {
            return Err(if unwritten(bytes) { FrameError::Short } else { FrameError::Damaged });
        }
        Ok((Self { kind, first, part, parts, bytes }, HEAD + bytes.len()))
    }
}

/// Takes numbers off the front of bytes.
pub(super) struct Reader<'a>(pub(super) &'a [u8]);

impl Reader<'_> {
    pub(super) fn take<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (taken, rest) = self.0.split_first_chunk()?;
        self.0 = rest;
        Some(*taken)
    }

    fn numbers<const N: usize>(&mut self) -> Option<[u32; N]> {
        let mut numbers = [0; N];
        for number in &mut numbers {
            *number = u32::from_be_bytes(self.take()?);
        }
        Some(numbers)
    }
}
