//! A ring whose index publishes nothing: the consumer sees that there is a value, and need not see the value.
//!
//! ThreadSanitizer: data race
//!
//! The processor this runs on may order the two all the same, as x86 does: the sanitizer goes by what the program says.
//! This is undefined behaviour, so the program runs only where a detector watches: `cargo xtask sanitize queue`.

use std::process::ExitCode;

#[cfg(sanitizing)]
fn main() -> ExitCode {
    use queue::machine::laws;
    use queue::machine::unpublished_ring::{RelaxedIndex, UnpublishedRing};

    // Often, and with room for all: of a producer that spins for room the sanitizer soon forgets what it wrote, and without
    // that it reports nothing.
    for _ in 0..200 {
        laws::what_was_written_is_read::<UnpublishedRing<u32, RelaxedIndex>>(4, 4);
    }
    ExitCode::SUCCESS
}

#[cfg(not(sanitizing))]
fn main() -> ExitCode {
    eprintln!(
        "this program has undefined behaviour; to run it under ThreadSanitizer: cargo xtask sanitize queue"
    );
    ExitCode::from(2)
}
