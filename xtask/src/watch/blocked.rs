//! Tells whether a group of processes waits for a file's lock, which is how one Cargo waits for another.

/// Asked to be quiet, Cargo does not say that it waits; the system knows.
#[cfg(target_os = "linux")]
pub fn is_blocked(group: u32) -> bool {
    let locks = std::fs::read_to_string("/proc/locks").unwrap_or_default();
    locks
        .lines()
        .filter_map(waiting)
        .any(|pid| group_of(pid) == Some(group))
}

#[cfg(not(target_os = "linux"))]
pub fn is_blocked(_: u32) -> bool {
    false
}

/// The process that waits, in a line like `4: -> FLOCK ADVISORY WRITE 812 08:01:2673 0 EOF`.
#[cfg(target_os = "linux")]
fn waiting(line: &str) -> Option<i32> {
    let words: Vec<_> = line.split_whitespace().collect();
    match words[..] {
        [_, "->", _, _, _, pid, ..] => pid.parse().ok(),
        _ => None,
    }
}

#[cfg(target_os = "linux")]
fn group_of(pid: i32) -> Option<u32> {
    let pid = rustix::process::Pid::from_raw(pid)?;
    let group = rustix::process::getpgid(Some(pid)).ok()?;
    group.as_raw_nonzero().get().try_into().ok()
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::waiting;

    #[test]
    fn a_line_of_a_waiter_names_it_and_a_holders_names_nobody() {
        let holder = "4: FLOCK  ADVISORY  WRITE 811 08:01:2673 0 EOF";
        let waiter = "4: -> FLOCK  ADVISORY  WRITE 812 08:01:2673 0 EOF";
        assert_eq!([holder, waiter].map(waiting), [None, Some(812)]);
    }
}
