//! Threads that wait for ever, each for something else.

use super::deadlocked;
use crate::script::execution;
use shared::timeline::Execution;

pub fn deadlock() -> Execution {
    let script = "
        main spawn A
        main alice.lock
        A bob.lock
        main bob.lock ...
        A alice.lock ...
    ";
    execution(&["main", "A"], script, deadlocked())
}

pub fn lost_wakeup() -> Execution {
    let script = "
        main spawn A
        main door.lock
        A bell.notify_one
        main bell.wait
        main door.unlock
        main bell.woken ...
    ";
    execution(&["main", "A"], script, deadlocked())
}

pub fn lock_taken_twice() -> Execution {
    let script = "
        main seats.lock
        main seats.lock ...
    ";
    execution(&["main"], script, deadlocked())
}

/// B, which reads itself, would write; and main waits for both.
pub fn readers_block_a_writer() -> Execution {
    let script = "
        main spawn A
        main spawn B
        A prices.read holds
        B prices.read holds
        B prices.write holds ...
        A prices.write holds ...
        main join A ...
    ";
    execution(&["main", "A", "B"], script, deadlocked())
}

pub fn nobody_unparks() -> Execution {
    let script = "
        main spawn A
        main unpark A
        A park
        A park
        main join A ...
        A unparked ...
    ";
    execution(&["main", "A"], script, deadlocked())
}

pub fn barrier_for_three() -> Execution {
    let script = "
        main spawn A
        main start.arrive
        A start.arrive
        main start.leave ...
        A start.leave ...
    ";
    execution(&["main", "A"], script, deadlocked())
}
