//! How often each outcome was seen.

use std::collections::BTreeMap;

/// Counts outcomes, and lists them in order.
///
/// # Examples
///
/// ```
/// use shared::trial::Outcomes;
///
/// let sold: Outcomes<u32> = [1, 2, 1].into_iter().collect();
/// assert_eq!(sold.count(&1), 2);
/// assert_eq!(sold.count(&3), 0);
/// assert_eq!(sold.samples(), 3);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcomes<O> {
    /// Never holds a zero: an outcome is in here because it was seen.
    counts: BTreeMap<O, u64>,
}

impl<O: Ord> Outcomes<O> {
    /// Creates a count of nothing.
    pub fn new() -> Self {
        Self {
            counts: BTreeMap::new(),
        }
    }

    /// Counts one outcome.
    pub fn record(&mut self, outcome: O) {
        *self.counts.entry(outcome).or_insert(0) += 1;
    }

    /// Returns how often `outcome` was seen.
    pub fn count(&self, outcome: &O) -> u64 {
        self.counts.get(outcome).copied().unwrap_or(0)
    }

    /// Returns how many outcomes were counted in all.
    pub fn samples(&self) -> u64 {
        self.counts.values().sum()
    }

    /// Lists the outcomes seen, in order, each with its count.
    pub fn iter(&self) -> impl Iterator<Item = (&O, u64)> {
        self.counts.iter().map(|(outcome, count)| (outcome, *count))
    }
}

impl<O: Ord> Default for Outcomes<O> {
    fn default() -> Self {
        Self::new()
    }
}

impl<O: Ord> FromIterator<O> for Outcomes<O> {
    fn from_iter<I: IntoIterator<Item = O>>(seen: I) -> Self {
        let mut outcomes = Self::new();
        seen.into_iter()
            .for_each(|outcome| outcomes.record(outcome));
        outcomes
    }
}
