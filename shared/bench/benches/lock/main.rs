//! What the locks of lesson 02 cost beside those of the best crates, and what else of it waits: semaphore and barrier.
//!
//! `cargo bench -p bench --bench lock`, and with `-- --write` tables and plots go into the book; it takes a few minutes.
//! Each turn checks its work: a counter without a lock is among the contenders, and must be found wrong.

mod barriers;
mod locks;
mod outside;
mod read_write;
mod semaphores;

use bench::{Contest, Program};
use std::io;

fn main() -> io::Result<()> {
    let program = Program {
        name: "lock",
        about: "What the locks of lesson 02 cost, beside those of the best crates.",
        contests: contests(),
        notes: outside::told() + WAITING,
        goes_wrong: |_, contender| contender.name == locks::RACY,
    };
    program.main()
}

/// How the contenders wait, without which a comparison of locks says little.
const WAITING: &str = "\
Who must wait: `SpinLock` pauses, longer and longer, then yields; `spin`'s locks and barrier pause at full speed; \
`TicketLock` pauses 64 times, or yields at once from the third place on; \
`FutexLock`, `ReadWriteLock`, the semaphore and the barrier yield for a while, then sleep; \
`std` pauses at full speed, and `parking_lot` pauses and yields, before they do; `sem_t` and `pthread_barrier_t` sleep at once.
";

fn contests() -> Vec<Contest> {
    let on = |contest: fn(usize) -> Contest| [1, 2, 4].map(contest);
    let mut contests = vec![locks::racy(2)];
    contests.extend(on(locks::spinning));
    contests.extend(on(locks::spinning_apart));
    contests.extend(on(locks::tickets));
    contests.extend(on(locks::tickets_apart));
    contests.extend(on(locks::sleeping));
    contests.extend(on(locks::sleeping_apart));
    contests.extend(on(read_write::reading));
    contests.extend(on(read_write::writing));
    contests.extend(on(semaphores::contest));
    contests.extend(on(barriers::contest));
    contests
}
