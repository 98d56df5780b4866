//! Threads that sleep until another wakes them: what condition variables, barriers and parking are built on.
//!
//! loom's own condition variable takes effect at a point that a recorder cannot see, so the façade has its own,
//! made of three things: an update of one variable, which tells the checker that two operations conflict;
//! a list, which needs no guard because threads never switch between two operations; and loom's park.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::sync::atomic::Ordering;

/// Holds the threads that sleep on one object, first come, first woken.
pub struct Sleepers {
    turn: loom::sync::atomic::AtomicUsize,
    asleep: RefCell<VecDeque<Sleeper>>,
}

struct Sleeper {
    ticket: usize,
    thread: loom::thread::Thread,
}

// SAFETY: inside a check all threads of the model share one OS thread, and outside one the operations panic;
// so the `RefCell` is never borrowed from two OS threads.
unsafe impl Sync for Sleepers {}
// SAFETY: as above; the handles inside name threads of the model, and moving them between OS threads does nothing.
unsafe impl Send for Sleepers {}

impl Sleepers {
    pub fn new() -> Self {
        Self {
            turn: loom::sync::atomic::AtomicUsize::new(0),
            asleep: RefCell::default(),
        }
    }

    /// Lets the checker choose who operates on this object next, and orders the operation after the ones before it.
    pub fn take_turn(&self) -> usize {
        self.turn.fetch_add(1, Ordering::AcqRel)
    }

    /// Sleeps until woken; the caller has taken its turn and names it.
    pub fn sleep(&self, ticket: usize) {
        self.asleep.borrow_mut().push_back(Sleeper {
            ticket,
            thread: loom::thread::current(),
        });
        while self
            .asleep
            .borrow()
            .iter()
            .any(|sleeper| sleeper.ticket == ticket)
        {
            loom::thread::park();
        }
    }

    /// Wakes the thread that has slept longest; the caller has taken its turn.
    pub fn wake_one(&self) {
        let woken = self.asleep.borrow_mut().pop_front();
        if let Some(sleeper) = woken {
            sleeper.thread.unpark();
        }
    }

    /// Wakes all threads that sleep; the caller has taken its turn.
    pub fn wake_all(&self) {
        let woken = std::mem::take(&mut *self.asleep.borrow_mut());
        for sleeper in woken {
            sleeper.thread.unpark();
        }
    }
}
