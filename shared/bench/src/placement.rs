//! Where threads run: each on a core of its own while there are enough, and elsewhere as the system likes.

use crate::machine;

/// Gives this thread the core of that index to itself, if `threads` threads have one each.
///
/// Without this the system may start two threads on one core, and move one a few milliseconds later.
pub fn place(index: usize, threads: usize) {
    if threads <= machine::cores() {
        // Where it cannot be done, the run-queue delay tells what it did to a sample.
        pin(index);
    }
}

/// Says where `threads` threads run.
#[must_use]
pub fn told(threads: usize) -> &'static str {
    if threads > machine::cores() {
        "more than cores, not pinned"
    } else if cfg!(target_os = "linux") {
        "one to a core, pinned"
    } else {
        "one to a core, not pinned"
    }
}

#[cfg(target_os = "linux")]
fn pin(index: usize) {
    use rustix::thread::{CpuSet, sched_getaffinity, sched_setaffinity};
    let Ok(allowed) = sched_getaffinity(None) else {
        return;
    };
    let mut cores = (0..CpuSet::MAX_CPU).filter(|&core| allowed.is_set(core));
    if let Some(core) = cores.nth(index) {
        let mut own = CpuSet::new();
        own.set(core);
        let _ = sched_setaffinity(None, &own);
    }
}

#[cfg(not(target_os = "linux"))]
fn pin(_: usize) {}
