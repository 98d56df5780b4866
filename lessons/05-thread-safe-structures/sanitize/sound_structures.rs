//! The sound structures that have `unsafe`, with real threads and the sanitizers looking on: no data race, no use after
//! free, no leak.
//!
//! ThreadSanitizer: silent
//! AddressSanitizer: silent

use std::process::ExitCode;
use thread_safe_structures::machine::stack::Stack;
use thread_safe_structures::machine::stack_laws;
use thread_safe_structures::machine::tagged_stack::TaggedStack;
use thread_safe_structures::machine::treiber_stack::TreiberStack;

fn main() -> ExitCode {
    if !cfg!(sanitizing) {
        eprintln!(
            "this program is for the sanitizers: cargo xtask sanitize thread-safe-structures"
        );
        return ExitCode::from(2);
    }
    // Some values are on the stack when it is dropped, and go with it. This comes first, since crossbeam's collector is made
    // at its first use, under a `Once` that ThreadSanitizer does not see.
    let stack = TreiberStack::empty();
    (0..100).for_each(|seat| stack.push(format!("seat {seat}")));
    stack.pop();
    drop(stack);
    for _ in 0..100 {
        stack_laws::each_value_is_popped_once::<TreiberStack<u32>>(1_000);
        stack_laws::what_is_pushed_is_popped_whole::<TreiberStack<u32>>();
        stack_laws::nothing_is_leaked::<TreiberStack<stack_laws::Dropped>>();
        stack_laws::what_was_done_with_a_slot_is_handed_on::<TaggedStack>();
    }
    ExitCode::SUCCESS
}
