//! Threads that sleep until another wakes them: what condition variables, barriers and parking are built on.
//!
//! loom's own condition variable takes effect at a point that a recorder cannot see, so the façade has its own,
//! made of three things: an update of one variable, which tells the checker that two operations conflict;
//! a list, whose lock is never waited for because threads never switch between two operations; and loom's park.

use std::collections::VecDeque;
use std::ops::Deref;
use std::sync::atomic::Ordering;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Holds the threads that sleep on one object, first come, first woken.
pub struct Sleepers {
    turn: loom::sync::atomic::AtomicUsize,
    queue: Queue,
}

/// Holds the threads that sleep on what has turns of its own, first come, first woken.
#[derive(Default)]
pub struct Queue {
    asleep: Mutex<VecDeque<Sleeper>>,
}

struct Sleeper {
    ticket: usize,
    thread: loom::thread::Thread,
}

impl Sleepers {
    pub fn new() -> Self {
        Self {
            turn: loom::sync::atomic::AtomicUsize::new(0),
            queue: Queue::default(),
        }
    }

    /// Lets the checker choose who operates on this object next, and orders the operation after the ones before it.
    pub fn take_turn(&self) -> usize {
        self.turn.fetch_add(1, Ordering::AcqRel)
    }
}

impl Deref for Sleepers {
    type Target = Queue;

    fn deref(&self) -> &Queue {
        &self.queue
    }
}

impl Queue {
    /// Puts the running thread on the list, to be woken from now on; it has taken its turn and names it.
    pub fn lie_down(&self, ticket: usize) {
        let thread = loom::thread::current();
        self.asleep().push_back(Sleeper { ticket, thread });
    }

    /// Sleeps until woken.
    pub fn sleep(&self, ticket: usize) {
        while self.is_asleep(ticket) {
            loom::thread::park();
        }
    }

    /// Wakes the thread that has slept longest; the caller has taken its turn.
    pub fn wake_one(&self) {
        let woken = self.asleep().pop_front();
        if let Some(sleeper) = woken {
            sleeper.thread.unpark();
        }
    }

    /// Wakes all threads that sleep; the caller has taken its turn.
    pub fn wake_all(&self) {
        let woken = std::mem::take(&mut *self.asleep());
        for sleeper in woken {
            sleeper.thread.unpark();
        }
    }

    fn is_asleep(&self, ticket: usize) -> bool {
        self.asleep().iter().any(|sleeper| sleeper.ticket == ticket)
    }

    fn asleep(&self) -> MutexGuard<'_, VecDeque<Sleeper>> {
        self.asleep.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
