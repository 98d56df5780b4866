//! Why a race may have stayed out of sight.

use std::fmt;
use std::time::Duration;

use crate::terminal::numbers;

/// How long a run should last so that the scheduler takes a core away from it several times.
const LONG_ENOUGH: Duration = Duration::from_millis(100);

/// With fewer increments than this, switching threads takes most of a run's time, so the time says
/// nothing about the increments.
const ENOUGH: u64 = 1_000_000;

/// A scheduler slice lasts a few milliseconds; a run below this may fit in one.
const A_SLICE: Duration = Duration::from_millis(10);

/// Describes runs of a racy counter in which no update was lost, and explains, as [`Display`]
/// text, why that may be.
///
/// [`Display`]: fmt::Display
///
/// # Examples
///
/// ```
/// use shared::trial::LosslessRuns;
/// use std::time::Duration;
///
/// let quiet = LosslessRuns {
///     runs: 20,
///     threads: 2,
///     increments: 1_000_000,
///     longest: Duration::from_micros(1_400),
///     cores: 1,
/// };
/// assert!(quiet.to_string().ends_with("try --increments 80_000_000."));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LosslessRuns {
    /// How many runs there were, none with a loss.
    pub runs: u64,
    /// How many threads each run had.
    pub threads: u64,
    /// How many increments each thread made.
    pub increments: u64,
    /// How long the longest run took.
    pub longest: Duration,
    /// How many cores the program may use, as [`std::thread::available_parallelism`] says.
    pub cores: usize,
}

impl LosslessRuns {
    /// Returns a number of increments that makes a run long enough: one digit, then zeros.
    fn longer(&self) -> u64 {
        let longest = self.longest.max(Duration::from_micros(1)).as_nanos();
        let wanted = u128::from(self.increments) * LONG_ENOUGH.as_nanos() / longest;
        let wanted = u64::try_from(wanted).unwrap_or(u64::MAX).max(ENOUGH);
        let unit = 10_u64.pow(wanted.ilog10());
        wanted.div_ceil(unit).saturating_mul(unit)
    }

    fn cause(&self) -> &'static str {
        if self.threads < 2 {
            "One thread alone loses nothing: no other can step in between its load and its store."
        } else if self.cores == 1 {
            "This program may use one core, so its threads never run at the same moment: \
             an update is lost only if the scheduler happens to switch threads between a load and \
             its store."
        } else {
            "The threads may have run one after the other, because something else kept a core busy."
        }
    }
}

impl fmt::Display for LosslessRuns {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let runs = numbers::count(self.runs, "run");
        write!(f, "Nothing was lost in {runs}. {} ", self.cause())?;
        if self.threads < 2 {
            write!(f, "Try --threads 2.")
        } else if self.longest < A_SLICE {
            let longest = numbers::duration(self.longest);
            let longer = numbers::typed(self.longer());
            write!(
                f,
                "Each run took {longest} at most, which is shorter than a scheduler slice \
                 (a few milliseconds): try --increments {longer}."
            )
        } else {
            write!(
                f,
                "Nothing promises that it stays so: the next run may lose updates."
            )
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const QUIET: LosslessRuns = LosslessRuns {
        runs: 20,
        threads: 2,
        increments: 1_000_000,
        longest: Duration::from_micros(1_400),
        cores: 2,
    };

    #[test]
    fn a_short_run_is_told_how_to_last_longer() {
        let expected = "Nothing was lost in 20 runs. The threads may have run one after the other, \
            because something else kept a core busy. Each run took 1.4 ms at most, which is \
            shorter than a scheduler slice (a few milliseconds): try --increments 80_000_000.";
        assert_eq!(QUIET.to_string(), expected);
    }

    #[test]
    fn one_core_is_named_as_the_cause() {
        let text = LosslessRuns { cores: 1, ..QUIET }.to_string();
        assert!(
            text.contains("one core, so its threads never run at the same moment"),
            "{text}"
        );
    }

    #[test]
    fn a_long_run_promises_nothing() {
        let longest = Duration::from_millis(100);
        let text = LosslessRuns { longest, ..QUIET }.to_string();
        assert!(text.ends_with("the next run may lose updates."), "{text}");
    }

    #[test]
    fn one_thread_is_told_to_try_two() {
        let text = LosslessRuns {
            threads: 1,
            ..QUIET
        }
        .to_string();
        assert!(text.ends_with("Try --threads 2."), "{text}");
    }

    #[test]
    fn the_suggestion_is_a_round_number_of_a_million_or_more() {
        let suggested = [
            (10, 1_400),
            (1_000_000, 1_000),
            (1_000_000, 9_999),
            (u64::MAX, 0),
        ];
        let suggested = suggested.map(|(increments, micros)| {
            let longest = Duration::from_micros(micros);
            LosslessRuns {
                increments,
                longest,
                ..QUIET
            }
            .longer()
        });
        assert_eq!(suggested, [1_000_000, 100_000_000, 20_000_000, u64::MAX]);
    }
}
