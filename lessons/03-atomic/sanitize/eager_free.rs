//! A reference count that counts down with Relaxed: the last owner frees what another may still be reading.
//!
//! ThreadSanitizer: data race
//!
//! The sound types have no program here, since the sanitizer would report them too: it follows neither a fence nor the lock
//! of an uninstrumented `std`.
//!
//! This is undefined behaviour, so the program runs only where a detector watches: `cargo xtask sanitize atomic`.

use std::process::ExitCode;

#[cfg(sanitizing)]
fn main() -> ExitCode {
    use atomic::machine::eager_free::EagerFree;
    use atomic::machine::laws;

    for _ in 0..1_000 {
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
