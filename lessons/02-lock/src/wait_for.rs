//! Who holds which lock, and who waits for which: a circle in this graph is a deadlock, and nothing will end it.
//!
//! The wait-for graph is Holt's (*Some Deadlock Properties of Computer Systems*, 1972). To find a circle takes no clock:
//! a thread that is merely slow is never taken for one that waits for ever.

use std::ops::{Deref, DerefMut};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

/// Tells what one thread holds, and what it waits for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The thread's name.
    pub thread: String,
    /// The locks that it holds, in the order in which it took them.
    pub holds: Vec<&'static str>,
    /// The lock that it waits for, if it does.
    pub waits_for: Option<&'static str>,
}

/// Holds the standing of every thread that uses a [`WatchedMutex`] of it.
#[derive(Debug, Default)]
pub struct WaitForGraph {
    standings: Mutex<Vec<Standing>>,
    changed: Condvar,
}

impl WaitForGraph {
    /// Waits until some threads wait for each other in a circle, and returns them, each before the one it waits for;
    /// `None` as soon as `is_over` says that there is nothing left to wait for.
    pub fn watch(&self, is_over: impl Fn() -> bool) -> Option<Vec<Standing>> {
        let mut standings = self.standings();
        loop {
            if let Some(circle) = circle(&standings) {
                return Some(circle);
            }
            if is_over() {
                return None;
            }
            standings = self
                .changed
                .wait(standings)
                .unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// Has [`watch`](Self::watch) look again, after a change of what its `is_over` asks for.
    pub fn look_again(&self) {
        // Under the lock, or the wakeup could fall between the other's look and its sleep.
        let _standings = self.standings();
        self.changed.notify_all();
    }

    /// Changes the standing of the thread that calls.
    fn note(&self, change: impl FnOnce(&mut Standing)) {
        let thread = thread::current().name().unwrap_or("unnamed").to_owned();
        let mut standings = self.standings();
        let known = standings.iter().position(|known| known.thread == thread);
        let at = known.unwrap_or_else(|| {
            let (holds, waits_for) = (Vec::new(), None);
            standings.push(Standing {
                thread,
                holds,
                waits_for,
            });
            standings.len() - 1
        });
        change(&mut standings[at]);
        self.changed.notify_all();
    }

    fn standings(&self) -> MutexGuard<'_, Vec<Standing>> {
        // Each change is one assignment, one push or one removal: a panic leaves nothing half done.
        self.standings
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}

/// Follows each thread to the holder of what it waits for, until the way ends or comes back to where it began.
fn circle(standings: &[Standing]) -> Option<Vec<Standing>> {
    standings.iter().find_map(|first| {
        let mut way = vec![first.clone()];
        while way.len() <= standings.len() {
            let lock = way.last()?.waits_for?;
            let holder = standings.iter().find(|other| other.holds.contains(&lock))?;
            if holder == first {
                return Some(way);
            }
            way.push(holder.clone());
        }
        None
    })
}

/// Tells the graph before it waits for its lock, once it has it, and before it gives it back.
///
/// So whoever is said to hold a lock does hold it, and a circle in the graph is one among the threads.
#[derive(Debug)]
pub struct WatchedMutex<T> {
    name: &'static str,
    value: Mutex<T>,
    graph: Arc<WaitForGraph>,
}

/// Unlocks when dropped.
#[derive(Debug)]
#[must_use = "the lock is held as long as the guard lives"]
pub struct WatchedGuard<'a, T> {
    mutex: &'a WatchedMutex<T>,
    value: MutexGuard<'a, T>,
}

impl<T> WatchedMutex<T> {
    /// Creates an unlocked mutex that the graph knows by `name`.
    #[must_use]
    pub fn new(name: &'static str, value: T, graph: &Arc<WaitForGraph>) -> Self {
        Self {
            name,
            value: Mutex::new(value),
            graph: Arc::clone(graph),
        }
    }

    /// Waits until no other thread holds the lock, and takes it; by then the graph says so.
    pub fn lock(&self) -> WatchedGuard<'_, T> {
        self.graph
            .note(|standing| standing.waits_for = Some(self.name));
        let value = self.value.lock().unwrap_or_else(PoisonError::into_inner);
        self.graph.note(|standing| {
            standing.waits_for = None;
            standing.holds.push(self.name);
        });
        WatchedGuard { mutex: self, value }
    }
}

impl<T> Deref for WatchedGuard<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T> DerefMut for WatchedGuard<'_, T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.value
    }
}

impl<T> Drop for WatchedGuard<'_, T> {
    fn drop(&mut self) {
        let name = self.mutex.name;
        self.mutex
            .graph
            .note(|standing| standing.holds.retain(|&held| held != name));
    }
}
