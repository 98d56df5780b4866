//! A logarithmic scale: where a ratio lies, and which ratios are written beside it.

use super::Ratio;

/// What may be written beside it.
const TICKS: [f64; 19] = [
    0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0,
    200.0, 500.0, 1000.0,
];

/// What is written where all ratios are close to 1.
const FINE: [f64; 6] = [0.5, 0.7, 1.0, 1.5, 2.0, 3.0];

/// More would run into one another, and fewer would say too little.
const MOST: usize = 9;
const LEAST: usize = 4;

/// At least this much is shown on either side of 1, so that what is level looks level.
const AROUND: f64 = 1.6;

/// What is left free on either side of all ratios.
const MARGIN: f64 = 1.08;

/// Places ratios between two borders.
#[derive(Clone, Copy, Debug)]
pub struct Scale {
    low: f64,
    high: f64,
    left: f64,
    right: f64,
}

impl Scale {
    /// Makes room for all of `ratios`, and for 1.
    pub fn of(ratios: impl Iterator<Item = Ratio>, [left, right]: [usize; 2]) -> Self {
        let (mut low, mut high) = (1.0 / AROUND, AROUND);
        for ratio in ratios {
            low = ratio.low.min(low);
            high = ratio.high.max(high);
        }
        Self {
            low: low / MARGIN,
            high: high * MARGIN,
            left: left as f64,
            right: right as f64,
        }
    }

    /// Returns where a ratio lies.
    pub fn at(&self, ratio: f64) -> f64 {
        let share = (ratio / self.low).ln() / (self.high / self.low).ln();
        self.left + share * (self.right - self.left)
    }

    /// Returns the ratios to write, 1 among them.
    pub fn ticks(&self) -> Vec<f64> {
        let among = |ticks: &[f64]| -> Vec<f64> {
            let seen = |tick: &&f64| (self.low..=self.high).contains(*tick);
            ticks.iter().filter(seen).copied().collect()
        };
        let ticks = among(&TICKS);
        if ticks.len() < LEAST {
            return among(&FINE);
        }
        // From 1 on in both directions, every third is a power of ten.
        let each = if ticks.len() > MOST { 3 } else { 1 };
        let from = ticks.iter().position(|&tick| tick == 1.0).unwrap_or(0) % each;
        ticks.into_iter().skip(from).step_by(each).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::Scale;
    use crate::Ratio;

    fn scale(low: f64, high: f64) -> Scale {
        let median = 1.0;
        Scale::of([Ratio { low, median, high }].into_iter(), [100, 300])
    }

    #[test]
    fn twice_and_half_lie_equally_far_from_one() {
        let scale = scale(0.3, 5.0);
        let (half, one, twice) = (scale.at(0.5), scale.at(1.0), scale.at(2.0));
        assert!(half < one && ((one - half) - (twice - one)).abs() < 1e-9);
    }

    #[test]
    fn all_ratios_lie_between_the_borders() {
        let scale = scale(0.03, 70.0);
        assert!(100.0 < scale.at(0.03) && scale.at(70.0) < 300.0);
    }

    #[test]
    fn one_is_always_written() {
        assert_eq!(scale(0.9, 1.1).ticks(), [0.7, 1.0, 1.5]);
        assert_eq!(scale(0.4, 5.5).ticks(), [0.5, 1.0, 2.0, 5.0]);
        assert_eq!(
            scale(0.002, 300.0).ticks(),
            [0.01, 0.1, 1.0, 10.0, 100.0],
            "every third, if there are too many"
        );
    }
}
