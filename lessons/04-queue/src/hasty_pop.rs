//! Taking a slot that is not ready for an empty queue: a push has ended, and the pop after it finds nothing.

use super::backoff::Backoff;
use super::fifo::Fifo;
use super::mpmc_queue::MpmcQueue;

/// Says that the queue is empty while the push at its front is under way, though one behind it has ended.
///
/// It is the rule of the queue as it was published (Vyukov, *Bounded MPMC Queue*, 2010), and buys that no pop waits for a
/// push. No value is lost, none comes twice, and each producer's order is kept: only where somebody knows that there is
/// something, because they pushed it themselves, does the answer fit no order.
#[derive(Debug)]
pub struct HastyPop<T> {
    ring: MpmcQueue<T>,
}

impl<T: Send + 'static> Fifo<T> for HastyPop<T> {
    fn bounded(capacity: usize) -> Self {
        Self {
            ring: MpmcQueue::new(capacity),
        }
    }

    fn try_push(&self, value: T) -> Result<(), T> {
        Fifo::try_push(&self.ring, value)
    }

    // ANCHOR: try_pop
    fn try_pop(&self) -> Option<T> {
        self.ring.pop_if_ready(&mut Backoff::default()).ok()
    }
    // ANCHOR_END: try_pop
}
