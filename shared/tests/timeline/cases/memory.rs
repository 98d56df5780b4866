//! What memory does: reads that come late, updates that are lost, accesses that nothing orders.

use super::{panicked, raced};
use crate::script::execution;
use shared::timeline::Execution;

/// As recorded A runs whole, and then B reads a value that is no longer there.
pub fn lost_update() -> Execution {
    let script = "
        main counter.new <- 0
        main spawn A
        main spawn B
        A counter.load -> 0
        A counter.store <- 1
        B counter.load -> 0
        B counter.store <- 1
        main join A
        main join B
        main counter.load -> 1
    ";
    let message = "assertion `left == right` failed: an update was lost\n  left: 1\n right: 2";
    execution(&["main", "A", "B"], script, panicked(0, message))
}

/// The flag was seen, and what it announces was not.
pub fn message_passing() -> Execution {
    let script = "
        main price.new <- 0
        main ready.new <- false
        main spawn A
        A price.store(Relaxed) <- 42
        A ready.store(Relaxed) <- true
        main ready.load(Relaxed) -> true
        main price.load(Relaxed) -> 0
    ";
    let message = "assertion `left == right` failed: the price was read before it was written\n  left: 0\n right: 42";
    execution(&["main", "A"], script, panicked(0, message))
}

/// Each thread writes one variable and does not see what the other wrote.
pub fn store_buffering() -> Execution {
    let script = "
        main x.new <- 0
        main y.new <- 0
        main spawn A
        main spawn B
        A x.store(Release) <- 1
        A y.load(Acquire) -> 0
        B y.store(Release) <- 1
        B x.load(Acquire) -> 0
        main join A
        main join B
    ";
    let message = "both threads are in the critical section";
    execution(&["main", "A", "B"], script, panicked(0, message))
}

/// Two readers see two writes in opposite orders.
pub fn independent_reads() -> Execution {
    let script = "
        main x.new <- 0
        main y.new <- 0
        main spawn A
        main spawn B
        main spawn C
        main spawn D
        A x.store(Release) <- 1
        B y.store(Release) <- 1
        C x.load(Acquire) -> 1
        C y.load(Acquire) -> 0
        D y.load(Acquire) -> 1
        D x.load(Acquire) -> 0
        main join A
        main join B
        main join C
        main join D
    ";
    let message = "the readers disagree on which write came first";
    let lanes = ["main", "A", "B", "C", "D"];
    execution(&lanes, script, panicked(0, message))
}

/// An unlock with `Relaxed` publishes nothing.
pub fn data_race() -> Execution {
    let script = "
        main locked.new <- false
        main spawn A
        main locked.swap(Acquire) false -> true
        main value.write
        main locked.store(Relaxed) <- false
        A locked.swap(Acquire) false -> true
        A value.write !
    ";
    let message = "data race on `value`: A writes at script.rs:7 what main wrote at script.rs:4, and nothing orders the two";
    execution(&["main", "A"], script, raced(1, message))
}

/// Of two compare-exchanges one is refused, and so is a lock that is held.
pub fn compare_exchange() -> Execution {
    let script = "
        main seat.new <- 0
        main spawn A
        A seat.compare_exchange 0 -> 1
        main seat.compare_exchange x 1
        A hall.lock
        main hall.try_lock
        main fence
        A hall.unlock
        main join A
    ";
    execution(&["main", "A"], script, None)
}
