//! The blocking queue made quick: a ring without a lock, and sleep only for those who must wait.

use super::backoff::Backoff;
use super::channel::Channel;
use super::event_count::EventCount;
use super::fifo::Fifo;
use super::mpmc_queue::{MpmcQueue, PopError, is_closed};
use shared::trial::Padded;

/// Promises what [`BlockingQueue`](super::blocking_queue::BlockingQueue) does, at the price of a ring as long as nobody
/// waits: a notification that nobody needs is one load.
///
/// Whoever finds no room, or no value, looks again for a moment, since to sleep and be woken takes as long as thousands of
/// pushes, and then sleeps. It looks at its slot alone: the other end's position is a line that the other threads need for
/// each step, and each look would take it away from them. So a consumer asks whether the queue is closed only before it
/// sleeps.
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
            let tail;
            (value, tail) = match self.ring.push_if_ready(value, &mut backoff) {
                Err(refused) => refused,
                Ok(()) => {
                    self.has_value.notify();
                    return Ok(());
                }
            };
            if is_closed(tail) {
                return Err(value);
            }
            if backoff.wait_until(|| self.ring.may_push()) {
                continue;
            }
            if self.ring.is_full_at(tail) {
                self.has_room.wait_if(|| self.ring.awaits_pop());
            } else {
                // The pop of a lap ago is under way.
                backoff.wait();
            }
        }
    }
    // ANCHOR_END: push

    // ANCHOR: pop
    fn pop(&self) -> Option<T> {
        let mut backoff = Backoff::default();
        loop {
            let head = match self.ring.pop_if_ready(&mut backoff) {
                Err(head) => head,
                Ok(value) => {
                    self.has_room.notify();
                    return Some(value);
                }
            };
            if backoff.wait_until(|| self.ring.may_pop()) {
                continue;
            }
            match self.ring.none_at(head) {
                Some(PopError::Closed) => return None,
                Some(PopError::Empty) => self.has_value.wait_if(|| self.ring.awaits_push()),
                // The push at this position is under way.
                None => backoff.wait(),
            }
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
