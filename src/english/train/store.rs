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

    /// Returns every feature with its average at the given clock and its number of updates, the most important first.
    pub(crate) fn averages(&self, clock: i64) -> Vec<(u64, [f64; N])> {
        let mut rows = Vec::new();
        for (n, &key) in self.keys.iter().enumerate().filter(|(_, key)| **key != 0) {
            let mut row = [0.0; N];
            for ((mean, weight), sum) in row.iter_mut().zip(&self.weights[n]).zip(&self.sums[n]) {
                *mean = f64::from(*weight) - *sum as f64 / clock.max(1) as f64;
            }
            if self.updates[n] > 1 || self.frozen {
                let range = row.iter().fold(0.0_f64, |most, weight| most.max(weight.abs()));
                let importance = range * f64::from(self.updates[n]).sqrt().min(20.0);
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

/// Scales averages to bytes: the largest weights are cut off, the small ones keep their order.
pub(crate) fn to_bytes<const N: usize>(rows: &[(u64, [f64; N])]) -> Vec<(u64, [i8; 3])> {
    let mut sizes =
        rows.iter().map(|(_, row)| row.iter().fold(0.0_f64, |most, weight| most.max(weight.abs()))).collect::<Vec<_>>();
    sizes.sort_by(f64::total_cmp);
    let limit = sizes.get(sizes.len().saturating_sub(1 + sizes.len() / 2000)).copied().unwrap_or(1.0).max(1e-9);
    let scale = 127.0 / limit;
    rows.iter()
        .map(|(key, row)| {
            let mut bytes = [0_i8; 3];
            for (byte, weight) in bytes.iter_mut().zip(row) {
                *byte = (weight * scale).round().clamp(-127.0, 127.0) as i8;
            }
            (*key, bytes)
        })
        .filter(|(_, bytes)| bytes.iter().any(|byte| *byte != 0))
        .collect()
}
