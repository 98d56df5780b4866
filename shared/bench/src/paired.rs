//! Two contenders, run in turn: what one costs in terms of the other.

use crate::Quantiles;
use std::fmt;
use std::time::{Duration, Instant};

/// Holds the ratio of two contenders' times, round by round.
///
/// # Examples
///
/// ```
/// use bench::Paired;
///
/// let work = |n: u64| move || { std::hint::black_box((0..n).sum::<u64>()); };
/// let paired = Paired::run(11, work(1_000), work(1_000));
/// assert!(paired.low() <= paired.median() && paired.median() <= paired.high());
/// ```
#[derive(Clone, Debug)]
pub struct Paired {
    ratios: Quantiles,
}

impl Paired {
    /// Runs both contenders `rounds` times, each going first in every other round.
    ///
    /// # Panics
    ///
    /// Panics if `rounds` is 0.
    pub fn run(rounds: usize, mut this: impl FnMut(), mut other: impl FnMut()) -> Self {
        assert!(rounds > 0, "a ratio needs a round");
        let ratios = (0..rounds)
            .map(|round| {
                let (this, other) = if round % 2 == 0 {
                    let first = time(&mut this);
                    (first, time(&mut other))
                } else {
                    let first = time(&mut other);
                    (time(&mut this), first)
                };
                this.as_secs_f64() / other.as_secs_f64()
            })
            .collect();
        Self {
            ratios: Quantiles::of(ratios),
        }
    }

    /// Returns the median ratio.
    #[must_use]
    pub fn median(&self) -> f64 {
        self.ratios.median()
    }

    /// Returns the 10th percentile.
    #[must_use]
    pub fn low(&self) -> f64 {
        self.ratios.low()
    }

    /// Returns the 90th percentile.
    #[must_use]
    pub fn high(&self) -> f64 {
        self.ratios.high()
    }
}

impl fmt::Display for Paired {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.ratios.fmt(f)
    }
}

fn time(contender: &mut impl FnMut()) -> Duration {
    let start = Instant::now();
    contender();
    start.elapsed()
}
