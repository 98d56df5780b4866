//! Linux: the kernel keeps the sleepers.

use std::ptr;
use std::sync::atomic::AtomicU32;

pub fn wait(word: &AtomicU32, expected: u32) {
    let (operation, for_ever) = (
        libc::FUTEX_WAIT | libc::FUTEX_PRIVATE_FLAG,
        ptr::null::<libc::timespec>(),
    );
    // It fails if the word had another value, or by a signal: both are a return for the caller to look again.
    // SAFETY: the word is borrowed as long as the call takes, and the kernel only reads it, in one step.
    unsafe {
        libc::syscall(
            libc::SYS_futex,
            word.as_ptr(),
            operation,
            expected,
            for_ever,
        )
    };
}

pub fn wake(word: &AtomicU32, at_most: i32) {
    let operation = libc::FUTEX_WAKE | libc::FUTEX_PRIVATE_FLAG;
    // SAFETY: the kernel takes the address for a name, and does not look at the word.
    unsafe { libc::syscall(libc::SYS_futex, word.as_ptr(), operation, at_most) };
}
