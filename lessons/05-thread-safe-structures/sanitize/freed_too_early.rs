//! A stack that frees a node at its pop: another thread reads it afterwards, by the pointer that it has loaded before.
//!
//! ThreadSanitizer: data race
//! AddressSanitizer: heap-use-after-free
//!
//! This is undefined behaviour, so the program runs only where a detector watches: `cargo xtask sanitize thread-safe-structures`.

use std::process::ExitCode;

#[cfg(sanitizing)]
fn main() -> ExitCode {
    use std::mem;
    use std::sync::Arc;
    use std::thread;
    use std::time::{Duration, Instant};
    use thread_safe_structures::machine::freed_too_early::FreedTooEarly;
    use thread_safe_structures::machine::stack::Stack;

    let stack = Arc::new(FreedTooEarly::empty());
    // Before there are threads, since crossbeam's collector is made at its first use, under a `Once` that ThreadSanitizer does
    // not see.
    stack.push(0);
    let end = Instant::now() + Duration::from_secs(2);
    let work = move |stack: &FreedTooEarly<u64>| {
        while Instant::now() < end {
            stack.push(1);
            stack.pop();
        }
    };
    let other = thread::spawn({
        let stack = Arc::clone(&stack);
        move || work(&stack)
    });
    work(&stack);
    other.join().expect("popping does not panic");
    // A node that was freed and made again may lie below itself: to pop all would have no end.
    mem::forget(stack);
    ExitCode::SUCCESS
}

#[cfg(not(sanitizing))]
fn main() -> ExitCode {
    eprintln!(
        "this program has undefined behaviour; to run it under a sanitizer: cargo xtask sanitize thread-safe-structures"
    );
    ExitCode::from(2)
}
