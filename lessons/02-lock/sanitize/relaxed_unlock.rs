//! A lock that unlocks with Relaxed: what it guards is a data race, though it lets one thread in at a time.
//!
//! ThreadSanitizer: data race
//!
//! The processor this runs on may order the writes all the same, as x86 does: the sanitizer goes by what the program says.
//! This is undefined behaviour, so the program runs only where a detector watches: `cargo xtask sanitize lock`.

use std::process::ExitCode;

#[cfg(sanitizing)]
fn main() -> ExitCode {
    use lock::machine::relaxed_unlock::RelaxedUnlockLock;
    use std::sync::Arc;
    use std::thread;

    let stock = Arc::new(RelaxedUnlockLock::new(0));
    let other = thread::spawn({
        let stock = Arc::clone(&stock);
        move || (0..1_000).for_each(|_| *stock.lock() += 1)
    });
    (0..1_000).for_each(|_| *stock.lock() += 1);
    other.join().expect("counting does not panic");
    ExitCode::SUCCESS
}

#[cfg(not(sanitizing))]
fn main() -> ExitCode {
    eprintln!(
        "this program has undefined behaviour; to run it under ThreadSanitizer: cargo xtask sanitize lock"
    );
    ExitCode::from(2)
}
