//! Tables from hashed features to weights.
//!
//! A table is an array of buckets; an entry is found by its bucket (the upper half of the hash) and a fingerprint of eight
//! bits (the lowest, never 0), so a feature that was pruned is mostly absent and rarely mistaken for another. Most features
//! that are asked for are absent: the fingerprints of all buckets stand together before the weights, so that to find this
//! out touches as little memory as can be, and most of it is near.
//!
//! Invariant: no two entries of a bucket of rows have the same fingerprint. What fits is told without a branch, so that
//! the next buckets are asked for before the first has come from far memory.

/// Returns the bucket of a hash among `n_buckets`.
#[inline(always)]
fn bucket(hash: u64, n_buckets: usize) -> usize {
    (((hash >> 32) * n_buckets as u64) >> 32) as usize
}

/// Returns the fingerprint of a hash, 1 to 255.
#[inline(always)]
fn fingerprint(hash: u64) -> u8 {
    (hash as u8).max(1)
}

/// The entries of a bucket of rows.
const ROWS: usize = 4;
/// The bytes of a row: the weights of the three transitions.
const ROW: usize = 3;

/// A table from a feature to its weights for the three transitions.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Rows<'a> {
    fingerprints: &'a [[u8; ROWS]],
    weights: &'a [[u8; ROW]],
}

impl<'a> Rows<'a> {
    pub(crate) fn over(bytes: &'a [u8]) -> Self {
        let n_buckets = bytes.len() / (ROWS + ROWS * ROW);
        let (fingerprints, weights) = bytes.split_at(n_buckets * ROWS);
        Self { fingerprints: fingerprints.as_chunks().0, weights: weights.as_chunks().0 }
    }

    /// Returns the sums of the weights of features.
    #[inline]
    pub(crate) fn sum<const N: usize>(&self, features: &[u64; N]) -> [i32; 3] {
        // All fingerprints are asked for before the first is looked at.
        let mut fours = [[0; ROWS]; N];
        for (four, &feature) in fours.iter_mut().zip(features) {
            *four = self.fingerprints.get(bucket(feature, self.fingerprints.len())).copied().unwrap_or_default();
        }
        let mut found = [0; N];
        let mut n_found = 0;
        for (four, &feature) in fours.iter().zip(features) {
            let at = bucket(feature, self.fingerprints.len());
            let differs = u32::from_le_bytes(*four) ^ (u32::from(fingerprint(feature)) * 0x0101_0101);
            // The high bit of the first byte that is zero; none where none is.
            let equal = differs.wrapping_sub(0x0101_0101) & !differs & 0x8080_8080;
            if let Some(slot) = found.get_mut(n_found) {
                *slot = at * ROWS + equal.trailing_zeros() as usize / 8;
            }
            n_found += usize::from(equal != 0);
        }
        let mut sums = [0; 3];
        for &at in found.get(..n_found).unwrap_or_default() {
            let Some(&[shift, left, right]) = self.weights.get(at) else { continue };
            sums[0] += i32::from(shift as i8);
            sums[1] += i32::from(left as i8);
            sums[2] += i32::from(right as i8);
        }
        sums
    }
}

/// Packs rows of weights, given in order of importance, into a table; where a bucket is full the later entry is dropped.
pub(crate) fn pack_rows(entries: &[(u64, [i8; ROW])], n_buckets: usize) -> Vec<u8> {
    let mut fingerprints = vec![0_u8; n_buckets * ROWS];
    let mut weights = vec![0_u8; n_buckets * ROWS * ROW];
    for (hash, row) in entries {
        let at = bucket(*hash, n_buckets) * ROWS;
        let (taken, wanted) = (&mut fingerprints[at..at + ROWS], fingerprint(*hash));
        if let Some(place) = taken.iter().position(|&taken| taken == 0 || taken == wanted)
            && taken[place] == 0
        {
            taken[place] = wanted;
            let at = (at + place) * ROW;
            weights[at..at + ROW].copy_from_slice(&row.map(|weight| weight as u8));
        }
    }
    [fingerprints, weights].concat()
}

/// The entries of a bucket of fans.
const SPOKES: usize = 21;
/// The bytes of its fingerprints: three words, of which the last bytes are 0.
const FINGERPRINTS: usize = 24;
/// The bytes of its classes and weights.
const FAN: usize = 2 * SPOKES;

/// A table from a feature to the few classes that it speaks for or against; all of them stand in one bucket.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Fans<'a> {
    fingerprints: &'a [[u8; FINGERPRINTS]],
    fans: &'a [[u8; FAN]],
}

impl<'a> Fans<'a> {
    pub(crate) fn over(bytes: &'a [u8]) -> Self {
        let n_buckets = bytes.len() / (FINGERPRINTS + FAN);
        let (fingerprints, fans) = bytes.split_at(n_buckets * FINGERPRINTS);
        Self { fingerprints: fingerprints.as_chunks().0, fans: fans.as_chunks().0 }
    }

    /// Returns the sums of the weights of features, by class.
    #[inline]
    pub(crate) fn sum<const N: usize>(&self, features: &[u64; N]) -> [i32; 64] {
        let mut sums = [0; 64];
        self.add(features, &mut sums);
        sums
    }

    /// Adds the weights of features to sums by class.
    #[inline]
    pub(crate) fn add<const N: usize>(&self, features: &[u64; N], sums: &mut [i32; 64]) {
        let mut found = [(0, 0_u8); N];
        let mut n_found = 0;
        for &feature in features {
            let (at, wanted) = (bucket(feature, self.fingerprints.len()), fingerprint(feature));
            let Some(fingerprints) = self.fingerprints.get(at) else { continue };
            // Which spokes it is matters for those features only that are there.
            if let Some(slot) = found.get_mut(n_found) {
                *slot = (at, wanted);
            }
            n_found += usize::from(is_among(fingerprints, wanted));
        }
        for &(at, wanted) in found.get(..n_found).unwrap_or_default() {
            let (Some(fingerprints), Some(fan)) = (self.fingerprints.get(at), self.fans.get(at)) else { continue };
            let mut spokes = spokes(fingerprints, wanted);
            while spokes != 0 {
                let spoke = spokes.trailing_zeros() as usize;
                spokes &= spokes - 1;
                if let (Some(class), Some(&weight)) = (fan.get(spoke), fan.get(SPOKES + spoke)) {
                    sums[usize::from(class & 63)] += i32::from(weight as i8);
                }
            }
        }
    }
}

/// Tells whether a fingerprint is among those of a bucket; eight are asked at once.
#[inline(always)]
fn is_among(fingerprints: &[u8; FINGERPRINTS], fingerprint: u8) -> bool {
    const ONE: u64 = 0x0101_0101_0101_0101;
    let wanted = u64::from(fingerprint) * ONE;
    let equal = fingerprints.as_chunks().0.iter().fold(0, |equal, eight| {
        let differs = u64::from_le_bytes(*eight) ^ wanted;
        // Nonzero in the high bits where any byte is zero.
        equal | (differs.wrapping_sub(ONE) & !differs)
    });
    equal & (ONE << 7) != 0
}

/// Returns the set of spokes with a fingerprint.
#[inline(always)]
fn spokes(fingerprints: &[u8; FINGERPRINTS], fingerprint: u8) -> u32 {
    const SEVEN: u64 = 0x7f7f_7f7f_7f7f_7f7f;
    let wanted = u64::from(fingerprint) * 0x0101_0101_0101_0101;
    let mut set = 0;
    for (word, eight) in fingerprints.as_chunks().0.iter().enumerate() {
        let differs = u64::from_le_bytes(*eight) ^ wanted;
        // The high bit of every byte that is zero, then those bits side by side.
        let equal = !(((differs & SEVEN) + SEVEN) | differs | SEVEN);
        let eight = (equal >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56;
        set |= (eight as u32) << (8 * word);
    }
    set
}

/// Packs weights, given as feature, class and weight in order of importance, into fans.
pub(crate) fn pack_fans(entries: &[(u64, u8, i8)], n_buckets: usize) -> Vec<u8> {
    let mut fingerprints = vec![0_u8; n_buckets * FINGERPRINTS];
    let mut fans = vec![0_u8; n_buckets * FAN];
    for &(feature, class, weight) in entries {
        let at = bucket(feature, n_buckets);
        let taken = &mut fingerprints[at * FINGERPRINTS..][..SPOKES];
        if let Some(spoke) = taken.iter().position(|&taken| taken == 0) {
            taken[spoke] = fingerprint(feature);
            let fan = &mut fans[at * FAN..][..FAN];
            fan[spoke] = class;
            fan[SPOKES + spoke] = weight as u8;
        }
    }
    [fingerprints, fans].concat()
}

#[cfg(test)]
mod tests {
    use super::{Fans, Rows, pack_fans, pack_rows};
    use crate::english::hash::feature;
    use std::array;

    fn features<const N: usize>(template: u32) -> [u64; N] {
        array::from_fn(|n| feature(template, n as u32, 3, 0))
    }

    #[test]
    fn packed_rows_add_up_and_absent_features_add_nothing() {
        let known: [u64; 50] = features(1);
        let entries: Vec<(u64, [i8; 3])> = (-25..25).zip(known).map(|(n, key)| (key, [n, -128, 127])).collect();
        let bytes = pack_rows(&entries, 1 << 12);
        let rows = Rows::over(&bytes);
        assert_eq!(rows.sum(&known), [-25, -128 * 50, 127 * 50]);
        assert_eq!(rows.sum(&[known[3], known[3], known[7]]), [-22 - 22 - 18, -384, 381]);
        assert_eq!(rows.sum(&features::<50>(2)), [0; 3]);
    }

    #[test]
    fn a_full_bucket_keeps_what_came_first() {
        let known: [u64; 9] = features(1);
        let entries = known.map(|key| (key, [1, 2, 3]));
        let bytes = pack_rows(&entries, 1);
        assert_eq!(Rows::over(&bytes).sum(&known), [4, 8, 12]);
        let entries: Vec<(u64, u8, i8)> = (0..30).map(|class| (known[0], class, 1)).collect();
        let bytes = pack_fans(&entries, 1);
        assert_eq!(Fans::over(&bytes).sum(&[known[0]]).iter().sum::<i32>(), 21);
    }

    #[test]
    fn packed_fans_add_up_by_class() {
        let known: [u64; 40] = features(1);
        let entries: Vec<(u64, u8, i8)> =
            known.iter().flat_map(|&key| [(key, 0, 1), (key, 47, -2), (key, 63, 127)]).collect();
        let bytes = pack_fans(&entries, 1 << 10);
        let sums = Fans::over(&bytes).sum(&known);
        assert_eq!((sums[0], sums[47], sums[63]), (40, -80, 127 * 40));
        assert_eq!(sums.iter().sum::<i32>(), 40 * 126);
        assert_eq!(Fans::over(&bytes).sum(&features::<40>(2)), [0; 64]);
    }

    #[test]
    fn an_empty_table_adds_nothing() {
        assert_eq!(Rows::over(&[]).sum(&features::<5>(1)), [0; 3]);
        assert_eq!(Fans::over(&[]).sum(&features::<5>(1)), [0; 64]);
    }
}
