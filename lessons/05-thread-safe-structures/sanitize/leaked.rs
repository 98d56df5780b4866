//! A node that is taken out of reach and never retired: nothing else goes wrong, and the memory is gone.
//!
//! AddressSanitizer: leak

use std::process::ExitCode;
use std::sync::atomic::Ordering::Relaxed;

fn main() -> ExitCode {
    if !cfg!(sanitizing) {
        eprintln!(
            "this program is for AddressSanitizer: cargo xtask sanitize thread-safe-structures"
        );
        return ExitCode::from(2);
    }
    let top = crossbeam_epoch::Atomic::new([7_u64; 8]);
    let guard = crossbeam_epoch::pin();
    // Out of reach, and nobody has it: `guard.defer_destroy` is missing.
    let node = top.swap(crossbeam_epoch::Shared::null(), Relaxed, &guard);
    ExitCode::from(u8::from(node.is_null()))
}
