//! Tickets that run out: taking one is one step, or two that others can come between.

// ANCHOR: tickets
use super::sync::atomic::{AtomicUsize, Ordering::Relaxed};

/// Counts the tickets that are left.
#[derive(Debug)]
pub struct Tickets {
    left: AtomicUsize,
}

impl Tickets {
    /// Starts with `left` tickets.
    #[must_use]
    pub fn new(left: usize) -> Self {
        Self {
            left: AtomicUsize::new(left),
        }
    }

    /// Takes a ticket if there is one, by check, then act: the last one can be taken twice.
    pub fn look_then_take(&self) -> bool {
        let left = self.left.load(Relaxed);
        if left > 0 {
            self.left.store(left - 1, Relaxed);
        }
        left > 0
    }

    /// Takes a ticket if there is one, in one step.
    pub fn take(&self) -> bool {
        // Relaxed, as nothing but the number itself is shared.
        let one_less = |left: usize| left.checked_sub(1);
        self.left.fetch_update(Relaxed, Relaxed, one_less).is_ok()
    }
}
// ANCHOR_END: tickets
