//! Ranges of equal, round size that hold a set of values.

/// More ranges than this are no longer taken in at a glance.
const MOST: u64 = 10;

/// The values from `first` to `last`, and how many there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Bin {
    pub(super) first: u64,
    pub(super) last: u64,
    pub(super) count: u64,
}

/// Sorts `values` into at most ten ranges without a gap between them; equal values make one.
pub(super) fn bins(values: &[u64]) -> Vec<Bin> {
    let (Some(&least), Some(&most)) = (values.iter().min(), values.iter().max()) else {
        return Vec::new();
    };
    let size = round_size(least, most);
    let (low, high) = (least / size, most / size);
    let bin = |index: u64| {
        let first = index * size;
        let count = values.iter().filter(|&value| value / size == index).count() as u64;
        let last = first.saturating_add(size - 1);
        Bin { first, last, count }
    };
    (low..=high).map(bin).collect()
}

/// Returns the smallest of 1, 2, 5, 10, 20, 50 … that needs no more than ten ranges.
fn round_size(least: u64, most: u64) -> u64 {
    let powers = (0..=u64::MAX.ilog10()).map(|exponent| 10_u64.pow(exponent));
    let sizes = powers.flat_map(|power| [1, 2, 5].map(|step| power.saturating_mul(step)));
    let few_enough = |size: &u64| most / size - least / size < MOST;
    sizes.into_iter().find(few_enough).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_is_in_one_of_at_most_ten_round_ranges() {
        let samples: [&[u64]; 5] = [
            &[7],
            &[0, 9, 10],
            &[0, 376_000, 441_234],
            &[999_999, 1_000_000, 1_000_001],
            &[0, u64::MAX],
        ];
        for values in samples {
            let bins = bins(values);
            assert!((1..=10).contains(&bins.len()), "{bins:?}");
            let counted: u64 = bins.iter().map(|bin| bin.count).sum();
            assert_eq!(counted, values.len() as u64, "{bins:?}");
            assert!(
                bins.windows(2).all(|two| two[0].last + 1 == two[1].first),
                "{bins:?}"
            );
        }
    }

    #[test]
    fn equal_values_make_one_range() {
        let [bin] = bins(&[20; 5])[..] else {
            panic!("one range expected");
        };
        assert_eq!((bin.first, bin.last, bin.count), (20, 20, 5));
    }

    #[test]
    fn no_values_make_no_range() {
        assert_eq!(bins(&[]), []);
    }
}
