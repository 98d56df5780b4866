//! Dekker's entry: raise your own flag, then look at the other's; a fence keeps the look from coming first.

use super::world::sync::atomic::{
    AtomicBool,
    Ordering::{Relaxed, SeqCst},
    fence,
};

/// Promises to let in one of two threads at most.
pub trait Entry: Send + Sync + 'static {
    /// Starts with nobody inside.
    fn closed() -> Self;

    /// Tries once to get in, as thread 0 or 1; returns whether it is in.
    fn enter(&self, me: usize) -> bool;
}

/// The first two steps of Dekker's algorithm (Dijkstra, *Over de sequentialiteit van procesbeschrijvingen*, 1962).
///
/// It may let in neither: [`peterson`](super::peterson) goes on from here.
#[derive(Debug)]
pub struct DekkerEntry {
    wants: [AtomicBool; 2],
}

impl Entry for DekkerEntry {
    fn closed() -> Self {
        Self {
            wants: [AtomicBool::new(false), AtomicBool::new(false)],
        }
    }

    // ANCHOR: enter
    fn enter(&self, me: usize) -> bool {
        // Relaxed: the fence orders it.
        self.wants[me].store(true, Relaxed);
        // SeqCst, the same fence in both threads: of the two, one comes first in the single order of all SeqCst fences.
        // What that thread stored before it, the other loads after its own. A store and a later load of another variable
        // are the two orders that must agree, and no Release or Acquire makes them.
        fence(SeqCst);
        // Relaxed: as above.
        !self.wants[1 - me].load(Relaxed)
    }
    // ANCHOR_END: enter
}
