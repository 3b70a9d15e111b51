//! Work on many records, shared out among the processors; what comes of it does not depend on their number.

use std::panic;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// Works on the items in chunks of a fixed size, and returns what came of the chunks in their order.
///
/// # Errors
/// With the error of the first chunk that has one.
pub(super) fn shared<T: Sync, R: Send, E: Send>(
    items: &[T],
    chunk: usize,
    work: impl Fn(&[T]) -> Result<R, E> + Sync,
) -> Result<Vec<R>, E> {
    let chunks: Vec<&[T]> = items.chunks(chunk).collect();
    let threads = thread::available_parallelism().map_or(1, usize::from).min(chunks.len());
    if threads < 2 {
        return chunks.into_iter().map(work).collect();
    }
    let next = AtomicUsize::new(0);
    let take = || {
        let mut done = Vec::new();
        loop {
            let number = next.fetch_add(1, Ordering::Relaxed);
            let Some(chunk) = chunks.get(number) else { return done };
            done.push((number, work(chunk)));
        }
    };
    let mut done: Vec<(usize, Result<R, E>)> = thread::scope(|scope| {
        let others: Vec<_> = (1..threads).map(|_| scope.spawn(take)).collect();
        let mut done = take();
        for other in others {
            match other.join() {
                Ok(more) => done.extend(more),
                // A panic is a defect; it is not to look like an empty answer.
                Err(panic) => panic::resume_unwind(panic),
            }
        }
        done
    });
    done.sort_by_key(|(number, _)| *number);
    done.into_iter().map(|(_, result)| result).collect()
}
