//! Numbers as people read them.

use std::time::Duration;

/// Groups digits by three: `2,000,000`.
///
/// ```
/// assert_eq!(shared::terminal::numbers::thousands(2_000_000), "2,000,000");
/// ```
pub fn thousands(number: u64) -> String {
    grouped(number, ',')
}

/// Groups digits by three as an option accepts them: `2_000_000`.
pub fn typed(number: u64) -> String {
    grouped(number, '_')
}

fn grouped(number: u64, separator: char) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(separator);
        }
        grouped.push(digit);
    }
    grouped
}

/// Counts things whose plural ends in `s`: `1 run`, `2,000 runs`.
pub fn count(number: u64, thing: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{} {thing}{plural}", thousands(number))
}

/// Writes a share with one decimal: `37.6 %`.
///
/// Rounding never turns something into nothing, nor a part into the whole: what is not 0 is at
/// least `< 0.1 %`, and only the whole is `100 %`.
///
/// ```
/// use shared::terminal::numbers::percent;
///
/// assert_eq!(percent(752, 2_000), "37.6 %");
/// assert_eq!(percent(999_999, 1_000_000), "99.9 %");
/// ```
pub fn percent(part: u64, whole: u64) -> String {
    match scaled(part, whole, 1_000) {
        _ if part == 0 => "0 %".to_owned(),
        _ if part == whole => "100 %".to_owned(),
        0 => "< 0.1 %".to_owned(),
        tenths => format!("{} %", tenth(tenths.min(999))),
    }
}

/// Writes how often something happens: in percent, below 1 % per million, and `0` for never.
///
/// ```
/// use shared::terminal::numbers::frequency;
///
/// assert_eq!(frequency(376, 1_000), "37.6 %");
/// assert_eq!(frequency(532, 1_000_000), "532 per million");
/// assert_eq!(frequency(0, 1_000_000), "0");
/// ```
pub fn frequency(part: u64, whole: u64) -> String {
    match scaled(part, whole, 10_000_000) {
        _ if part == 0 => "0".to_owned(),
        0 => "< 0.1 per million".to_owned(),
        tenths @ 1..100 => format!("{} per million", tenth(tenths)),
        tenths @ 100..100_000 => format!("{} per million", thousands((tenths + 5) / 10)),
        _ => percent(part, whole),
    }
}

/// Returns `part / whole` in units of `1 / scale`, rounded to the nearest.
fn scaled(part: u64, whole: u64, scale: u128) -> u64 {
    let whole = u128::from(whole.max(1));
    let rounded = (u128::from(part) * scale + whole / 2) / whole;
    u64::try_from(rounded).unwrap_or(u64::MAX)
}

/// Writes a number of tenths: `14` as `1.4`.
fn tenth(tenths: u64) -> String {
    format!("{}.{}", tenths / 10, tenths % 10)
}

/// Writes a time with two or three digits: `1.4 ms`, `350 us`, `27 s`, `2 min 05 s`.
///
/// Microseconds are `us`, which every terminal can show.
///
/// ```
/// use shared::terminal::numbers::duration;
/// use std::time::Duration;
///
/// assert_eq!(duration(Duration::from_micros(1_402)), "1.4 ms");
/// ```
pub fn duration(time: Duration) -> String {
    let nanos = time.as_nanos();
    for (unit, name) in [(1, "ns"), (1_000, "us"), (1_000_000, "ms")] {
        if let Some(value) = below_a_thousand(nanos, unit) {
            return format!("{value} {name}");
        }
    }
    let seconds = (nanos + 500_000_000) / 1_000_000_000;
    match below_a_thousand(nanos, 1_000_000_000) {
        Some(value) if seconds < 120 => format!("{value} s"),
        _ => format!("{} min {:02} s", seconds / 60, seconds % 60),
    }
}

/// Writes `nanos` in a unit of that many nanoseconds, if that takes no more than three digits.
fn below_a_thousand(nanos: u128, unit: u128) -> Option<String> {
    let tenths = (nanos * 10 + unit / 2) / unit;
    let whole = (nanos + unit / 2) / unit;
    match whole {
        _ if unit > 1 && tenths < 100 => Some(format!("{}.{}", tenths / 10, tenths % 10)),
        0..1_000 => Some(whole.to_string()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_grouped_by_three() {
        let grouped = [0, 999, 1_000, 123_456, u64::MAX].map(thousands);
        let expected = ["0", "999", "1,000", "123,456", "18,446,744,073,709,551,615"];
        assert_eq!(grouped, expected);
        assert_eq!(typed(1_000_000), "1_000_000");
    }

    #[test]
    fn only_one_is_singular() {
        let counted = [0, 1, 2].map(|number| count(number, "run"));
        assert_eq!(counted, ["0 runs", "1 run", "2 runs"]);
    }

    #[test]
    fn only_the_whole_is_100_percent_and_only_nothing_is_0() {
        let parts = [0, 1, 50_049, 99_999, 100_000].map(|part| percent(part, 100_000));
        assert_eq!(parts, ["0 %", "< 0.1 %", "50.0 %", "99.9 %", "100 %"]);
        assert_eq!(percent(0, 0), "0 %");
    }

    #[test]
    fn rare_things_are_counted_per_million() {
        let million = [1, 10, 9_999, 10_000, 1_000_000].map(|part| frequency(part, 1_000_000));
        let expected = [
            "1.0 per million",
            "10 per million",
            "9,999 per million",
            "1.0 %",
            "100 %",
        ];
        assert_eq!(million, expected);
        assert_eq!(frequency(3, 10_000_000), "0.3 per million");
        assert_eq!(frequency(1, u64::MAX), "< 0.1 per million");
        assert_eq!(frequency(u64::MAX, u64::MAX), "100 %");
        assert_eq!(frequency(0, 0), "0");
    }

    #[test]
    fn a_duration_keeps_two_or_three_digits_across_every_unit() {
        let nanos = [
            0,
            850,
            9_949,
            9_950,
            999_499,
            999_500,
            27_000_000,
            2_000_000_000,
        ];
        let written = nanos.map(|nanos| duration(Duration::from_nanos(nanos)));
        let expected = [
            "0 ns", "850 ns", "9.9 us", "10 us", "999 us", "1.0 ms", "27 ms", "2.0 s",
        ];
        assert_eq!(written, expected);
        assert_eq!(duration(Duration::from_millis(119_499)), "119 s");
        assert_eq!(duration(Duration::from_millis(124_600)), "2 min 05 s");
    }
}
