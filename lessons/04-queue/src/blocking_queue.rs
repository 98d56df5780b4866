//! A bounded queue behind one lock, with a condition variable for each thing that a thread may wait for.

use super::channel::Channel;
use super::fifo::{Fifo, NO_ROOM};
use super::world::sync::{Condvar, Mutex, MutexGuard};
use std::collections::VecDeque;

/// Makes producers wait while it is full, and consumers while it is empty.
///
/// It is the bounded buffer of Hoare, *Monitors: An Operating System Structuring Concept*, 1974, with an end:
/// whoever waits is also woken when the queue is closed.
///
/// # Consistency
///
/// Linearizable: each call takes effect in one step, under the lock, between its beginning and its end. `close` comes
/// before or after each `push`, so what was accepted is popped: `pop` returns `None` only when nothing can come any more.
/// Which of several waiting threads goes first is not promised.
///
/// # Examples
///
/// ```
/// use queue::machine::{blocking_queue::BlockingQueue, channel::Channel};
/// use std::thread;
///
/// let buyers = BlockingQueue::bounded(2);
/// thread::scope(|scope| {
///     scope.spawn(|| {
///         for buyer in ["Ann", "Bob", "Cem"] {
///             buyers.push(buyer).expect("the sale is open");
///         }
///         buyers.close();
///     });
///     let served: Vec<_> = std::iter::from_fn(|| buyers.pop()).collect();
///     assert_eq!(served, ["Ann", "Bob", "Cem"]);
/// });
/// assert_eq!(buyers.push("Dan"), Err("Dan"));
/// ```
#[derive(Debug)]
pub struct BlockingQueue<T> {
    capacity: usize,
    state: Mutex<State<T>>,
    /// Notified when a value was pushed, and when the queue was closed.
    has_value: Condvar,
    /// Notified when a value was popped, and when the queue was closed.
    has_room: Condvar,
}

#[derive(Debug)]
struct State<T> {
    /// Never more than the capacity.
    values: VecDeque<T>,
    /// Never true again once it is false.
    is_open: bool,
}

impl<T: Send + 'static> Channel<T> for BlockingQueue<T> {
    fn bounded(capacity: usize) -> Self {
        assert!(capacity > 0, "{NO_ROOM}");
        let state = State {
            values: VecDeque::new(),
            is_open: true,
        };
        Self {
            capacity,
            state: Mutex::new(state),
            has_value: Condvar::new(),
            has_room: Condvar::new(),
        }
    }

    // ANCHOR: push
    fn push(&self, value: T) -> Result<(), T> {
        let is_full = |state: &mut State<T>| state.is_open && state.values.len() == self.capacity;
        let state = self.has_room.wait_while(self.lock(), is_full);
        self.add(state.expect(NO_PANIC), value)
    }
    // ANCHOR_END: push

    // ANCHOR: pop
    fn pop(&self) -> Option<T> {
        let is_empty = |state: &mut State<T>| state.is_open && state.values.is_empty();
        let state = self.has_value.wait_while(self.lock(), is_empty);
        self.take(state.expect(NO_PANIC))
    }
    // ANCHOR_END: pop

    // ANCHOR: close
    fn close(&self) {
        self.lock().is_open = false;
        // All, since nobody who waits now will get what they wait for.
        self.has_value.notify_all();
        self.has_room.notify_all();
    }
    // ANCHOR_END: close
}

impl<T: Send + 'static> Fifo<T> for BlockingQueue<T> {
    fn bounded(capacity: usize) -> Self {
        <Self as Channel<T>>::bounded(capacity)
    }

    fn try_push(&self, value: T) -> Result<(), T> {
        self.add(self.lock(), value)
    }

    fn try_pop(&self) -> Option<T> {
        self.take(self.lock())
    }
}

impl<T> BlockingQueue<T> {
    // ANCHOR: add
    fn add(&self, mut state: MutexGuard<'_, State<T>>, value: T) -> Result<(), T> {
        if !state.is_open || state.values.len() == self.capacity {
            return Err(value);
        }
        state.values.push_back(value);
        self.has_value.notify_one();
        Ok(())
    }

    fn take(&self, mut state: MutexGuard<'_, State<T>>) -> Option<T> {
        let value = state.values.pop_front()?;
        self.has_room.notify_one();
        Some(value)
    }
    // ANCHOR_END: add

    fn lock(&self) -> MutexGuard<'_, State<T>> {
        self.state.lock().expect(NO_PANIC)
    }
}

/// Why the lock is not poisoned: no code of a caller runs under it.
const NO_PANIC: &str = "a queue does not panic under its lock";
