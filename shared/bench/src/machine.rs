//! The machine and its compiler, without which no figure means anything.

use std::process::Command;
use std::{env, fs, thread};

/// Returns how many threads can run at once.
#[must_use]
pub fn cores() -> usize {
    thread::available_parallelism().map_or(1, usize::from)
}

/// Returns the name of the processor; its architecture where the system does not tell.
#[must_use]
pub fn processor() -> String {
    let known = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let name = known
        .lines()
        .find_map(|line| line.strip_prefix("model name")?.split_once(':'));
    name.map_or_else(
        || env::consts::ARCH.to_owned(),
        |(_, name)| name.trim().to_owned(),
    )
}

/// Returns the compiler that Cargo uses, as in `rustc 1.95.0`.
#[must_use]
pub fn compiler() -> String {
    let asked = Command::new("rustc").arg("--version").output();
    let said = asked.map_or_else(|_| Vec::new(), |output| output.stdout);
    let said = String::from_utf8_lossy(&said);
    let words: Vec<&str> = said.split_whitespace().take(2).collect();
    match words[..] {
        [name, version] => format!("{name} {version}"),
        _ => "an unknown compiler".to_owned(),
    }
}

/// Returns how many threads have wanted to run, as the mean of the last minute; `None` where the system does not tell.
#[must_use]
pub fn load() -> Option<f64> {
    let text = fs::read_to_string("/proc/loadavg").ok()?;
    text.split_whitespace().next()?.parse().ok()
}
