//! What an answer may wait by that the model cannot see: the locks, channels, atomics and threads of `std` itself.

/// The names in `std::sync` that somebody can wait by; an atomic, in a loop.
const WAITS: [&str; 9] = [
    "Barrier", "Condvar", "LazyLock", "Mutex", "Once", "OnceLock", "RwLock", "atomic", "mpsc",
];

/// The lines of an answer that name such things, each with its number; only the code before a comment counts.
pub fn lines(text: &str) -> Vec<(usize, &str)> {
    let waits = |line: &str| {
        let code = line.split("//").next().unwrap_or_default();
        let is_name = |c: char| c.is_alphanumeric() || c == '_';
        let names: Vec<_> = code.split(|c| !is_name(c)).collect();
        let of_std = |module: &str| {
            let is_grouped = code.contains("std::{") && names.contains(&module);
            is_grouped || code.contains(&format!("std::{module}"))
        };
        of_std("thread") || (of_std("sync") && names.iter().any(|name| WAITS.contains(name)))
    };
    let numbered = (1..).zip(text.lines().map(str::trim));
    numbered.filter(|(_, line)| waits(line)).collect()
}

#[cfg(test)]
mod tests {
    use super::lines;

    #[test]
    fn a_line_is_named_if_somebody_may_wait_by_what_std_has_there() {
        let waits = [
            "use std::sync::{Arc, Mutex};",
            "use std::{collections::VecDeque, sync::Condvar};",
            "let (sender, till) = std::sync::mpsc::channel();",
            "use std::sync::atomic::{AtomicBool, Ordering::SeqCst};",
            "std::thread::sleep(PATIENCE);",
            "use std::{iter, thread};",
        ];
        let text = waits.join("\n    ");
        let found: Vec<_> = (1..).zip(waits).collect();
        assert_eq!(lines(&text), found);
    }

    #[test]
    fn no_other_line_is() {
        let text = "//! `std::sync::Mutex` is unseen.\n\
                    use std::sync::Arc;\n\
                    use world::sync::{Condvar, Mutex};\n\
                    values: Mutex<std::collections::VecDeque<u32>>,\n\
                    fn main() -> std::process::ExitCode { // as std::thread\n";
        assert_eq!(lines(text), []);
    }
}
