//! The log read through in order, sheet by sheet, with as much ahead as keeps several processors busy.

use super::Workspace;
use crate::log::LogError;
use crate::log::chunk::Chunk;
use crate::model::id::Seq;
use crate::model::sheet::{Quotes, Sheet};
use std::ops::Range;
use std::panic;
use std::sync::mpsc::{self, Receiver, SyncSender};
use std::thread;

/// How many chunks make a sheet: a thousand events or two.
const BATCH: usize = 64;

/// How many batches one thread may be ahead of the next.
const AHEAD: usize = 3;

impl Workspace {
    /// Lends every record of a range in order.
    ///
    /// Where there are several processors, a thread fetches, checks and unpacks, another one reads, and this one takes
    /// what was read; there are three of them for two processors, so that none is idle while there is work.
    pub(super) fn each(&self, range: Range<Seq>, quotes: Quotes, mut take: impl FnMut(&Sheet)) -> Result<(), LogError> {
        if range.is_empty() {
            return Ok(());
        }
        if thread::available_parallelism().map_or(1, usize::from) < 2 {
            return self.each_alone(&range, quotes, take);
        }
        thread::scope(|scope| {
            let (send_chunks, chunks) = mpsc::sync_channel(AHEAD);
            let (send_sheet, sheets) = mpsc::sync_channel(AHEAD);
            let (give_back, used) = mpsc::channel();
            let wanted = &range;
            let fetch = scope.spawn(move || self.fetch(wanted, &send_chunks));
            let read = scope.spawn(move || read(wanted, quotes, &chunks, &used, &send_sheet));
            for sheet in sheets {
                take(&sheet);
                // Where nobody reads any more, nobody needs the room.
                let _ended = give_back.send(sheet);
            }
            let ended = [fetch, read].map(|thread| thread.join().unwrap_or_else(|panic| panic::resume_unwind(panic)));
            ended.into_iter().collect()
        })
    }

    /// [`Workspace::each`] by this thread.
    fn each_alone(&self, range: &Range<Seq>, quotes: Quotes, mut take: impl FnMut(&Sheet)) -> Result<(), LogError> {
        let (mut chunks, mut sheet) = (self.log.chunks(range.clone()).peekable(), Sheet::with(quotes));
        while chunks.peek().is_some() {
            sheet.clear();
            chunks.by_ref().take(BATCH).try_for_each(|chunk| chunk?.read(range, &mut sheet))?;
            take(&sheet);
        }
        Ok(())
    }

    fn fetch(&self, range: &Range<Seq>, send: &SyncSender<Vec<Chunk>>) -> Result<(), LogError> {
        let mut chunks = self.log.chunks(range.clone());
        loop {
            let batch = chunks.by_ref().take(BATCH).collect::<Result<Vec<_>, _>>()?;
            // Nobody receives any more where a chunk could not be read, or reading has ended in a panic.
            if batch.is_empty() || send.send(batch).is_err() {
                return Ok(());
            }
        }
    }
}

/// Puts each batch on a sheet, one that was used before where there is one.
fn read(
    range: &Range<Seq>,
    quotes: Quotes,
    batches: &Receiver<Vec<Chunk>>,
    used: &Receiver<Sheet>,
    send: &SyncSender<Sheet>,
) -> Result<(), LogError> {
    for batch in batches {
        let mut sheet = used.try_recv().unwrap_or_else(|_| Sheet::with(quotes));
        sheet.clear();
        batch.iter().try_for_each(|chunk| chunk.read(range, &mut sheet))?;
        if send.send(sheet).is_err() {
            break;
        }
    }
    Ok(())
}
