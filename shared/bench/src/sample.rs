//! What one contender did in one turn: how much each thread, in what time, and whether the work came out right.

use std::time::Duration;

/// A sample is rejected if the threads were kept from running for a larger share of it.
const TOLERATED: f64 = 0.03;

/// Holds one turn of one contender.
#[derive(Clone, Debug)]
pub struct Sample {
    /// How often each thread did it.
    pub counts: Vec<u64>,
    /// From the first start to the last end.
    pub elapsed: Duration,
    /// How long all threads together were ready to run and did not; zero where the system does not tell.
    pub delay: Duration,
    /// Whether the work came out right.
    pub right: bool,
    /// The share of what was done that the result lacks.
    pub lost: f64,
}

impl Sample {
    /// Holds what was counted against what was done.
    #[must_use]
    pub fn checked(self, counted: u64) -> Self {
        let done = self.total();
        Self {
            right: counted == done,
            lost: done.saturating_sub(counted) as f64 / done.max(1) as f64,
            ..self
        }
    }

    /// Returns how often it was done in all.
    #[must_use]
    pub fn total(&self) -> u64 {
        self.counts.iter().sum()
    }

    /// Returns how often it was done in a microsecond, by all threads together.
    #[must_use]
    pub fn throughput(&self) -> f64 {
        self.total() as f64 / self.elapsed.as_secs_f64() / 1e6
    }

    /// Returns what the least busy thread did as a share of what the busiest did: 1 is fair, 0 is starvation.
    #[must_use]
    pub fn fairness(&self) -> f64 {
        let least = self.counts.iter().min().copied().unwrap_or(0);
        let most = self.counts.iter().max().copied().unwrap_or(0);
        least as f64 / most.max(1) as f64
    }

    /// Returns whether other work took too much of the cores.
    ///
    /// More threads than cores wait for one another: what they must wait at least, if none of them sleeps, is not counted.
    #[must_use]
    pub fn is_disturbed(&self, cores: usize) -> bool {
        let threads = self.counts.len();
        let elapsed = self.elapsed.as_secs_f64();
        let own = threads.saturating_sub(cores) as f64 * elapsed;
        let by_others = self.delay.as_secs_f64() - own;
        by_others > TOLERATED * threads.min(cores) as f64 * elapsed
    }
}

#[cfg(test)]
mod tests {
    use super::Sample;
    use std::time::Duration;

    fn sample(counts: &[u64], delay: u64) -> Sample {
        Sample {
            counts: counts.to_vec(),
            elapsed: Duration::from_micros(100),
            delay: Duration::from_micros(delay),
            right: true,
            lost: 0.0,
        }
    }

    #[test]
    fn what_was_done_and_not_counted_is_lost() {
        let right = sample(&[3, 1], 0).checked(4);
        assert_eq!((right.right, right.lost), (true, 0.0));
        let wrong = sample(&[3, 1], 0).checked(3);
        assert_eq!((wrong.right, wrong.lost), (false, 0.25));
    }

    #[test]
    fn throughput_is_of_all_and_fairness_is_least_by_most() {
        let sample = sample(&[300, 100], 0);
        assert!((sample.throughput() - 4.0).abs() < 1e-9);
        assert!((sample.fairness() - 1.0 / 3.0).abs() < 1e-9);
    }

    #[test]
    fn a_thread_that_did_nothing_starved() {
        assert_eq!(sample(&[5, 0], 0).fairness(), 0.0);
        assert_eq!(sample(&[0, 0], 0).fairness(), 0.0);
    }

    #[test]
    fn threads_with_cores_of_their_own_may_not_wait() {
        assert!(!sample(&[1, 1], 6).is_disturbed(2));
        assert!(sample(&[1, 1], 7).is_disturbed(2));
    }

    #[test]
    fn threads_that_share_cores_wait_for_one_another() {
        assert!(!sample(&[1; 4], 200).is_disturbed(2));
        assert!(sample(&[1; 4], 207).is_disturbed(2));
    }
}
