//! A flag and a count whose orderings are Relaxed: what they should publish is a data race.
//!
//! ThreadSanitizer: data race
//!
//! This is undefined behaviour, so the program runs only where a detector watches: `cargo xtask sanitize atomic`.

use std::process::ExitCode;

#[cfg(sanitizing)]
fn main() -> ExitCode {
    use atomic::machine::checked_twice::CheckedTwice;
    use atomic::machine::eager_free::EagerFree;
    use atomic::machine::laws;

    for _ in 0..1_000 {
        laws::a_value_is_made_once::<CheckedTwice>();
        laws::the_last_owner_frees::<EagerFree>();
    }
    ExitCode::SUCCESS
}

#[cfg(not(sanitizing))]
fn main() -> ExitCode {
    eprintln!(
        "this program has undefined behaviour; to run it under ThreadSanitizer: cargo xtask sanitize atomic"
    );
    ExitCode::from(2)
}
