//! A data race: two threads write the same plain memory, and nothing orders them.
//!
//! ThreadSanitizer: data race
//!
//! This is undefined behaviour, so the program runs only where a detector watches: `cargo xtask sanitize race`.

use std::cell::UnsafeCell;
use std::process::ExitCode;
use std::sync::Arc;
use std::thread;

struct Plain(UnsafeCell<usize>);

// SAFETY: none. That two threads may not share this is what the program is about.
unsafe impl Sync for Plain {}

impl Plain {
    fn increment(&self) {
        // SAFETY: none, as above.
        unsafe { *self.0.get() += 1 }
    }
}

fn main() -> ExitCode {
    if !cfg!(sanitizing) {
        eprintln!(
            "this program has undefined behaviour; to run it under ThreadSanitizer: cargo xtask sanitize race"
        );
        return ExitCode::from(2);
    }
    let counter = Arc::new(Plain(UnsafeCell::new(0)));
    let other = thread::spawn({
        let counter = Arc::clone(&counter);
        move || (0..1_000).for_each(|_| counter.increment())
    });
    (0..1_000).for_each(|_| counter.increment());
    other.join().expect("counting does not panic");
    ExitCode::SUCCESS
}
