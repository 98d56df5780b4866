//! A crew of threads around one barrier: all are joined, and a panic reaches the caller.

use std::panic;
use std::thread;

use super::barrier::{Abandoned, SpinBarrier};

/// Runs `role(index, barrier)` in `threads` threads and returns their results in order.
///
/// The first panic, by index, is passed on after every thread has ended. A role that is waiting
/// at the barrier then is released, and leaves with `?`.
pub(super) fn crew<R: Send>(
    threads: usize,
    role: impl Fn(usize, &SpinBarrier) -> Result<R, Abandoned> + Sync,
) -> Vec<R> {
    let barrier = &SpinBarrier::new(threads);
    let role = &role;
    let ended = thread::scope(|scope| {
        // If the system refuses a thread, `spawn` panics here while the earlier ones already wait.
        let _release = barrier.abandon_on_panic();
        let start = |index| {
            scope.spawn(move || {
                let _release = barrier.abandon_on_panic();
                role(index, barrier)
            })
        };
        let started: Vec<_> = (0..threads).map(start).collect();
        started.into_iter().map(|thread| thread.join()).collect()
    });
    results(ended)
}

/// Takes the results out, or resumes the first panic.
fn results<R>(ended: Vec<thread::Result<Result<R, Abandoned>>>) -> Vec<R> {
    let ended: thread::Result<Vec<_>> = ended.into_iter().collect();
    let ended = ended.unwrap_or_else(|payload| panic::resume_unwind(payload));
    let results: Result<Vec<R>, Abandoned> = ended.into_iter().collect();
    results.expect("only a panic abandons the barrier, and it was resumed above")
}
