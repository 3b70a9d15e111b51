//! Exact weights while training: a hash table from features to summed updates, averaged lazily.

/// Weights of `N` classes for each feature.
pub(crate) struct Store<const N: usize> {
    keys: Vec<u64>,
    weights: Vec<[i32; N]>,
    /// Sums of update times clock, for the average.
    sums: Vec<[i64; N]>,
    updates: Vec<u32>,
    n_used: usize,
    frozen: bool,
}

impl<const N: usize> Store<N> {
    pub(crate) fn new() -> Self {
        let size = 1 << 20;
        Self {
            keys: vec![0; size],
            weights: vec![[0; N]; size],
            sums: vec![[0; N]; size],
            updates: vec![0; size],
            n_used: 0,
            frozen: false,
        }
    }

    #[inline(always)]
    fn find(&self, key: u64) -> Result<usize, usize> {
        let mask = self.keys.len() - 1;
        let mut at = (key >> 20) as usize & mask;
        loop {
            if self.keys[at] == key {
                return Ok(at);
            }
            if self.keys[at] == 0 {
                return Err(at);
            }
            at = (at + 1) & mask;
        }
    }

    /// Returns the weights of a feature.
    #[inline(always)]
    pub(crate) fn get(&self, key: u64) -> Option<&[i32; N]> {
        self.find(key.max(1)).ok().map(|at| &self.weights[at])
    }

    /// Adds to one weight at the given clock.
    pub(crate) fn update(&mut self, key: u64, class: usize, by: i32, clock: i64) {
        let key = key.max(1);
        let at = match self.find(key) {
            Ok(at) => at,
            Err(_) if self.frozen => return,
            Err(at) => {
                self.keys[at] = key;
                self.n_used += 1;
                if self.n_used * 2 > self.keys.len() {
                    self.grow();
                    match self.find(key) {
                        Ok(at) | Err(at) => at,
                    }
                } else {
                    at
                }
            }
        };
        self.weights[at][class] += by;
        self.sums[at][class] += i64::from(by) * clock;
        self.updates[at] += 1;
    }

    fn grow(&mut self) {
        let size = self.keys.len() * 2;
        let keys = std::mem::replace(&mut self.keys, vec![0; size]);
        let weights = std::mem::replace(&mut self.weights, vec![[0; N]; size]);
        let sums = std::mem::replace(&mut self.sums, vec![[0; N]; size]);
        let updates = std::mem::replace(&mut self.updates, vec![0; size]);
        for (n, &key) in keys.iter().enumerate().filter(|(_, key)| **key != 0) {
            if let Err(at) = self.find(key) {
                self.keys[at] = key;
                self.weights[at] = weights[n];
                self.sums[at] = sums[n];
                self.updates[at] = updates[n];
            }
        }
    }

    /// Returns the average of one feature at the given clock and its number of updates.
    fn average(&self, key: u64, clock: i64) -> Option<([f64; N], u32)> {
        let at = self.find(key.max(1)).ok()?;
        let mut row = [0.0; N];
        for ((mean, weight), sum) in row.iter_mut().zip(&self.weights[at]).zip(&self.sums[at]) {
            *mean = f64::from(*weight) - *sum as f64 / clock.max(1) as f64;
        }
        Some((row, self.updates[at]))
    }

    /// Returns every feature with its average at the given clock, the most important first.
    pub(crate) fn averages(&self, clock: i64) -> Vec<(u64, [f64; N])> {
        let mut rows = Vec::new();
        for &key in self.keys.iter().filter(|key| **key != 0) {
            let Some((row, n_updates)) = self.average(key, clock) else { continue };
            if n_updates > 1 || self.frozen {
                let range = row.iter().fold(0.0_f64, |most, weight| most.max(weight.abs()));
                let importance = range * f64::from(n_updates).sqrt().min(20.0);
                if range > 0.0 {
                    rows.push((importance, key, row));
                }
            }
        }
        rows.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        rows.into_iter().map(|(_, key, row)| (key, row)).collect()
    }

    /// Keeps only the given features, with their averages as new weights, and takes no new ones from now on.
    pub(crate) fn keep(&mut self, rows: &[(u64, [f64; N])], n_rows: usize) {
        let mut kept = Self::new();
        for (key, row) in rows.iter().take(n_rows) {
            for (class, weight) in row.iter().enumerate() {
                kept.update(*key, class, weight.round() as i32, 0);
            }
        }
        kept.frozen = true;
        *self = kept;
    }

    pub(crate) fn len(&self) -> usize {
        self.n_used
    }
}

/// Returns the factor that makes bytes of averages; the few largest weights are cut off.
pub(crate) fn scale(weights: impl Iterator<Item = f64>) -> f64 {
    let mut sizes = weights.map(f64::abs).collect::<Vec<_>>();
    sizes.sort_by(f64::total_cmp);
    let limit = sizes.get(sizes.len().saturating_sub(1 + sizes.len() / 2000)).copied().unwrap_or(1.0);
    127.0 / limit.max(1e-9)
}

/// Returns a weight as a byte.
pub(crate) fn to_byte(weight: f64, scale: f64) -> i8 {
    (weight * scale).round().clamp(-127.0, 127.0) as i8
}

/// Weights of many classes, of which a feature has few: one entry for feature and class.
pub(crate) struct Fan {
    store: Store<1>,
    /// Every feature and class in the store.
    spokes: Vec<(u64, u8)>,
}

/// Returns the key of a feature together with a class.
#[inline(always)]
fn key(feature: u64, class: u8) -> u64 {
    let mixed =
        (feature ^ u64::from(class + 1).wrapping_mul(0xa24b_aed4_963e_e407)).wrapping_mul(0x9fb2_1c65_1e98_df25);
    mixed ^ (mixed >> 32)
}

impl Fan {
    pub(crate) fn new() -> Self {
        Self { store: Store::new(), spokes: Vec::new() }
    }

    /// Returns the sums of the weights of features, by class; of the candidates only.
    pub(crate) fn sum(&self, features: &[u64], candidates: u64) -> [i32; 64] {
        let mut sums = [0; 64];
        for &feature in features {
            let mut left = candidates;
            while left != 0 {
                let class = left.trailing_zeros() as u8;
                left &= left - 1;
                sums[usize::from(class & 63)] += self.store.get(key(feature, class)).map_or(0, |weight| weight[0]);
            }
        }
        sums
    }

    /// Adds to the weight of a feature for a class at the given clock.
    pub(crate) fn update(&mut self, feature: u64, class: u8, by: i32, clock: i64) {
        let n_before = self.store.len();
        self.store.update(key(feature, class), 0, by, clock);
        if self.store.len() > n_before {
            self.spokes.push((feature, class));
        }
    }

    pub(crate) fn len(&self) -> usize {
        self.store.len()
    }

    /// Returns the averages as bytes, the most important first.
    pub(crate) fn averages(&self, clock: i64) -> Vec<(u64, u8, i8)> {
        let mut rows = Vec::new();
        for &(feature, class) in &self.spokes {
            if let Some((mean, n_updates)) = self.store.average(key(feature, class), clock).filter(|(_, n)| *n > 1) {
                rows.push((mean[0].abs() * f64::from(n_updates).sqrt().min(20.0), feature, class, mean[0]));
            }
        }
        rows.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
        let scale = scale(rows.iter().map(|row| row.3));
        rows.iter()
            .map(|&(_, feature, class, mean)| (feature, class, to_byte(mean, scale)))
            .filter(|(_, _, weight)| *weight != 0)
            .collect()
    }
}
