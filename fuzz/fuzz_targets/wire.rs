//! Any bytes give records or an error; records that were read are read the same when written again.
#![no_main]

use detente::log::wire::{decode, encode};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(records) = decode(bytes) else { return };
    // A block holds records that follow one another; what does not is no block that anybody wrote.
    let Ok(blocks) = encode(&records, usize::MAX) else { return };
    let again: Vec<_> = blocks.iter().flat_map(|block| decode(&block.bytes).expect("our own block")).collect();
    assert_eq!(again, records);
});
