//! Ratios of the same two things, of which a person wants to know the usual one, and how far the others lie from it.

use std::fmt;

/// Holds ratios, from least to most.
///
/// # Examples
///
/// ```
/// use bench::Quantiles;
///
/// let ratios = Quantiles::of(vec![1.2, 0.9, 1.0]);
/// assert_eq!((ratios.low(), ratios.median(), ratios.high()), (0.9, 1.0, 1.0));
/// ```
#[derive(Clone, Debug)]
pub struct Quantiles(Vec<f64>);

impl Quantiles {
    /// Sorts the ratios.
    ///
    /// # Panics
    ///
    /// Panics if there are none.
    #[must_use]
    pub fn of(mut ratios: Vec<f64>) -> Self {
        assert!(!ratios.is_empty(), "a median needs a ratio");
        ratios.sort_by(f64::total_cmp);
        Self(ratios)
    }

    /// Returns the median; of an even number, the lower of both in the middle.
    #[must_use]
    pub fn median(&self) -> f64 {
        self.percentile(50)
    }

    /// Returns the 10th percentile.
    #[must_use]
    pub fn low(&self) -> f64 {
        self.percentile(10)
    }

    /// Returns the 90th percentile.
    #[must_use]
    pub fn high(&self) -> f64 {
        self.percentile(90)
    }

    fn percentile(&self, percent: usize) -> f64 {
        self.0[(self.0.len() - 1) * percent / 100]
    }
}

impl fmt::Display for Quantiles {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let rounds = self.0.len();
        let (median, low, high) = (self.median(), self.low(), self.high());
        write!(
            f,
            "{median:.3} × (10th–90th percentile {low:.3}–{high:.3}, {rounds} rounds)"
        )
    }
}

#[cfg(test)]
mod tests {
    use super::Quantiles;

    #[test]
    fn a_percentile_is_one_of_the_ratios() {
        let ratios = Quantiles::of((0..=10).rev().map(f64::from).collect());
        let found = [ratios.low(), ratios.median(), ratios.high()];
        assert_eq!(found, [1.0, 5.0, 9.0]);
    }
}
