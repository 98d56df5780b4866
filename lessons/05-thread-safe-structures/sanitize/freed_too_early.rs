//! A stack that frees a node at its pop: another thread reads it afterwards, by the pointer that it has loaded before.
//!
//! ThreadSanitizer: data race
//! AddressSanitizer: heap-use-after-free
//!
//! This is undefined behaviour, so the program runs only where a detector watches: `cargo xtask sanitize thread-safe-structures`.

use std::process::ExitCode;

#[cfg(sanitizing)]
fn main() -> ExitCode {
    use std::sync::Arc;
    use std::thread;
    use thread_safe_structures::machine::freed_too_early::FreedTooEarly;
    use thread_safe_structures::machine::stack::Stack;

    let stack = Arc::new(FreedTooEarly::empty());
    let work = |stack: &FreedTooEarly<u64>| {
        for value in 0..1_000_000 {
            stack.push(value);
            stack.pop();
        }
    };
    let other = thread::spawn({
        let stack = Arc::clone(&stack);
        move || work(&stack)
    });
    work(&stack);
    other.join().expect("popping does not panic");
    ExitCode::SUCCESS
}

#[cfg(not(sanitizing))]
fn main() -> ExitCode {
    eprintln!(
        "this program has undefined behaviour; to run it under a sanitizer: cargo xtask sanitize thread-safe-structures"
    );
    ExitCode::from(2)
}
