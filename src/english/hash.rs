//! Hashes of words and of feature combinations.
//!
//! Invariant: the weights file holds nothing but these hashes, so a change here makes every weights file void.
//! Holds no table and no language.

/// Returns the hash of a word as written.
pub(crate) fn word(text: &str) -> u32 {
    let mut hash = 0x811c_9dc5_u32;
    for byte in text.bytes() {
        hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    }
    hash ^= hash >> 15;
    hash = hash.wrapping_mul(0x2c1b_3c6d);
    hash ^ (hash >> 13)
}

/// Returns the hash of a feature: its template and up to three values.
#[inline(always)]
pub(crate) fn feature(template: u32, a: u32, b: u32, c: u32) -> u64 {
    let sum = u64::from(template)
        .wrapping_mul(0x9e37_79b9_7f4a_7c15)
        .wrapping_add(u64::from(a).wrapping_mul(0xff51_afd7_ed55_8ccd))
        .wrapping_add(u64::from(b).wrapping_mul(0xc4ce_b9fe_1a85_ec53))
        .wrapping_add(u64::from(c).wrapping_mul(0xd6e8_feb8_6659_fd93));
    finish(sum)
}

#[inline(always)]
fn finish(mut hash: u64) -> u64 {
    hash ^= hash >> 31;
    hash = hash.wrapping_mul(0x9fb2_1c65_1e98_df25);
    hash ^ (hash >> 29)
}
