//! Which signals a test cannot send, as whoever runs the tests has them ignored.

use std::fs;

use rustix::process::Signal;

/// Whether this process, and with it all that it starts, ignores the signal:
/// a hang-up under `nohup`, an interrupt in the background of a script.
pub fn is_ignored(signal: Signal) -> bool {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let ignored = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    let ignored = ignored.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok());
    ignored.is_some_and(|mask| mask >> (signal.as_raw() - 1) & 1 == 1)
}
