//! Times of the same thing, of which a person wants to know the usual, the best and the worst.

use std::time::Duration;

/// Holds times, from least to most.
///
/// # Examples
///
/// ```
/// use bench::Spread;
/// use std::time::Duration;
///
/// let spread = Spread::of([3, 1, 2].map(Duration::from_secs).to_vec());
/// assert_eq!(spread.median(), Duration::from_secs(2));
/// assert_eq!(spread.least() + spread.most(), Duration::from_secs(4));
/// ```
#[derive(Clone, Debug)]
pub struct Spread(Vec<Duration>);

impl Spread {
    /// Sorts the times.
    ///
    /// # Panics
    ///
    /// Panics if there are none.
    #[must_use]
    pub fn of(mut times: Vec<Duration>) -> Self {
        assert!(!times.is_empty(), "a spread needs a time");
        times.sort_unstable();
        Self(times)
    }

    /// Returns the one in the middle; of an even number, the lower of both.
    #[must_use]
    pub fn median(&self) -> Duration {
        self.0[(self.0.len() - 1) / 2]
    }

    /// Returns the shortest.
    #[must_use]
    pub fn least(&self) -> Duration {
        self.0[0]
    }

    /// Returns the longest.
    #[must_use]
    pub fn most(&self) -> Duration {
        self.0[self.0.len() - 1]
    }
}
