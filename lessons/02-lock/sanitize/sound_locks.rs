//! Every lock of the lesson around plain memory, with real threads and the sanitizer looking on.
//!
//! ThreadSanitizer: silent

use lock::machine::counter::{Counter, count};
use lock::machine::futex_lock::FutexLock;
use lock::machine::read_write::ReadWriteLock;
use lock::machine::spin::SpinLock;
use lock::machine::test_and_set::TestAndSetLock;
use lock::machine::ticket::TicketLock;
use std::process::ExitCode;

fn main() -> ExitCode {
    if !cfg!(sanitizing) {
        eprintln!("this program is for ThreadSanitizer: cargo xtask sanitize lock");
        return ExitCode::from(2);
    }
    let counted = [
        increments::<TestAndSetLock<usize>>(),
        increments::<SpinLock<usize>>(),
        increments::<TicketLock<usize>>(),
        increments::<FutexLock<usize>>(),
        increments::<ReadWriteLock<usize>>(),
    ];
    println!("counted {counted:?} of 20000 each");
    ExitCode::from(u8::from(counted != [20_000; 5]))
}

fn increments<C: Counter>() -> usize {
    count::<C>(2, 10_000)
}
