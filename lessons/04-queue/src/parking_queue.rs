//! The blocking queue made quick: a ring without a lock, and sleep only for those who must wait.

use super::backoff::Backoff;
use super::channel::Channel;
use super::event_count::EventCount;
use super::fifo::Fifo;
use super::mpmc_queue::{MpmcQueue, PopError, PushError};
use shared::trial::Padded;

/// Promises what [`BlockingQueue`](super::blocking_queue::BlockingQueue) does, at the price of a ring as long as nobody
/// waits: a notification that nobody needs is one load.
///
/// Whoever finds no room, or no value, tries again for a moment, since to sleep and be woken takes as long as thousands of
/// pushes, and then sleeps.
///
/// # Consistency
///
/// As [`MpmcQueue`]'s. `close` comes before or after the claim of each push, so what was accepted is popped.
/// The capacity is rounded up to a power of two. Of those who wait, all are woken, and the quickest goes first.
#[derive(Debug)]
pub struct ParkingQueue<T> {
    ring: MpmcQueue<T>,
    /// Notified when a value was pushed, and when the queue was closed.
    has_value: Padded<EventCount>,
    /// Notified when a value was popped, and when the queue was closed.
    has_room: Padded<EventCount>,
}

impl<T: Send + 'static> Channel<T> for ParkingQueue<T> {
    fn bounded(capacity: usize) -> Self {
        Self {
            ring: MpmcQueue::new(capacity),
            has_value: Padded(EventCount::new()),
            has_room: Padded(EventCount::new()),
        }
    }

    // ANCHOR: push
    fn push(&self, mut value: T) -> Result<(), T> {
        let mut backoff = Backoff::default();
        loop {
            value = match self.ring.try_push(value) {
                Err(PushError::Full(value)) => value,
                Err(PushError::Closed(value)) => return Err(value),
                Ok(()) => {
                    self.has_value.notify();
                    return Ok(());
                }
            };
            backoff.wait_or(|| self.has_room.wait_if(|| self.ring.awaits_pop()));
        }
    }
    // ANCHOR_END: push

    // ANCHOR: pop
    fn pop(&self) -> Option<T> {
        let mut backoff = Backoff::default();
        loop {
            match self.ring.try_pop() {
                Err(PopError::Empty) => {}
                Err(PopError::Closed) => return None,
                Ok(value) => {
                    self.has_room.notify();
                    return Some(value);
                }
            }
            backoff.wait_or(|| self.has_value.wait_if(|| self.ring.awaits_push()));
        }
    }
    // ANCHOR_END: pop

    fn close(&self) {
        self.ring.close();
        self.has_value.notify();
        self.has_room.notify();
    }
}

impl<T: Send + 'static> Fifo<T> for ParkingQueue<T> {
    fn bounded(capacity: usize) -> Self {
        <Self as Channel<T>>::bounded(capacity)
    }

    fn try_push(&self, value: T) -> Result<(), T> {
        Fifo::try_push(&self.ring, value)?;
        self.has_value.notify();
        Ok(())
    }

    fn try_pop(&self) -> Option<T> {
        let value = Fifo::try_pop(&self.ring)?;
        self.has_room.notify();
        Some(value)
    }
}
