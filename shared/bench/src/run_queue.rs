//! How long a thread was ready to run and did not: other work had its core, and a time taken meanwhile means nothing.

use std::fs;
use std::time::Duration;

/// Returns how long this thread has waited for a core in its life; `None` where the system does not tell.
#[must_use]
pub fn delay() -> Option<Duration> {
    parse(&fs::read_to_string("/proc/thread-self/schedstat").ok()?)
}

/// Reads the second of three numbers: nanoseconds run, nanoseconds waited for a core, slices.
fn parse(schedstat: &str) -> Option<Duration> {
    let waited = schedstat.split_whitespace().nth(1)?;
    waited.parse().ok().map(Duration::from_nanos)
}

#[cfg(test)]
mod tests {
    use super::parse;
    use std::time::Duration;

    #[test]
    fn the_delay_is_the_second_number() {
        assert_eq!(parse("7 1500 3\n"), Some(Duration::from_nanos(1500)));
        assert_eq!(parse(""), None);
    }
}
