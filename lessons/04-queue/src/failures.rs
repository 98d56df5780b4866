//! How queues go wrong: each broken type, the law that it breaks, and the interleaving that the model finds.

use crate::model::freed_twice::ByReading;
use crate::model::full_looks_empty::FullLooksEmpty;
use crate::model::hasty_pop::HastyPop;
use crate::model::laws::{self, Ask};
use crate::model::lost_on_close::LostOnClose;
use crate::model::peek_then_pop::PeekThenPop;
use crate::model::sleepy_consumer::SleepyConsumer;
use crate::model::unbounded::Unbounded;
use crate::model::unpublished_ring::{IndexFirst, RelaxedIndex, UnpublishedRing};
use shared::Failure;
use shared::model::Mode::{Interleaving, Weak};

/// Lists them in the order in which the pages show them.
pub const FAILURES: [Failure; 9] = [
    Failure {
        file: "peek_then_pop.rs",
        law: "each_value_is_popped_once",
        title: "Two consumers, one value",
        defect: "The front is looked at under one lock and removed under the next.",
        mode: Interleaving,
        broken: laws::each_value_is_popped_once::<PeekThenPop<u32>>,
    },
    Failure {
        file: "full_looks_empty.rs",
        law: "what_was_accepted_comes_out_in_order",
        title: "A full ring that looks empty",
        defect: "Both indices wrap around, so that they are equal when the ring is empty and when it is full.",
        mode: Interleaving,
        broken: laws::what_was_accepted_comes_out_in_order::<FullLooksEmpty<u32>>,
    },
    Failure {
        file: "unpublished_ring.rs",
        law: "what_was_written_is_read_index_first",
        title: "An index that comes before its value",
        defect: "The index is stored before the value, and the consumer goes by the index.",
        mode: Interleaving,
        broken: || laws::what_was_written_is_read::<UnpublishedRing<u32, IndexFirst>>(1, 1),
    },
    Failure {
        file: "unpublished_ring.rs",
        law: "what_was_written_is_read_after_a_relaxed_index",
        title: "An index that publishes nothing",
        defect: "The index is stored after the value, but Relaxed: whoever sees it need not see the value.",
        mode: Weak,
        broken: || laws::what_was_written_is_read::<UnpublishedRing<u32, RelaxedIndex>>(1, 1),
    },
    Failure {
        file: "sleepy_consumer.rs",
        law: "nobody_sleeps_beside_a_value",
        title: "A consumer asleep beside a value",
        defect: "A push notifies only if the queue was empty, and two consumers sleep.",
        mode: Interleaving,
        broken: laws::nobody_sleeps_beside_a_value::<SleepyConsumer<u32>>,
    },
    Failure {
        file: "lost_on_close.rs",
        law: "a_closed_queue_drains",
        title: "A value pushed into a queue that has ended",
        defect: "A push asks whether the queue is open before it takes the lock.",
        mode: Interleaving,
        broken: laws::a_closed_queue_drains::<LostOnClose<u32>>,
    },
    Failure {
        file: "unbounded.rs",
        law: "a_producer_waits_for_room",
        title: "A producer that nobody stops",
        defect: "The queue takes in whatever comes: nothing makes a producer wait.",
        mode: Interleaving,
        broken: laws::a_producer_waits_for_room::<Unbounded<u32>>,
    },
    Failure {
        file: "hasty_pop.rs",
        law: "calls_fit_an_order",
        title: "A pop that finds nothing after a push that has ended",
        defect: "A slot that is not ready is taken for an empty queue, though another push has ended behind it.",
        mode: Interleaving,
        broken: || {
            let asked: [&[Ask]; 2] = [&[Ask::Push(1)], &[Ask::Push(2), Ask::Pop]];
            laws::calls_fit_an_order::<HastyPop<u32>>(2, asked);
        },
    },
    Failure {
        file: "freed_twice.rs",
        law: "what_is_made_is_freed_once",
        title: "A block that is freed by two",
        defect: "Whoever closes reads the block and frees it, and leaves it to be found and freed again.",
        mode: Interleaving,
        broken: laws::what_is_made_is_freed_once::<ByReading>,
    },
];
