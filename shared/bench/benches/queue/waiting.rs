//! Ends of a queue at which nobody can wait: whoever finds no room or no value tries again, after the same pauses for all.

use bench::{Giver, Taker};
use crossbeam_utils::Backoff;
use std::sync::Arc;
use std::sync::atomic::{
    AtomicUsize,
    Ordering::{Acquire, Relaxed, Release},
};

/// Tries until it has succeeded.
#[inline]
pub fn until(mut succeeds: impl FnMut() -> bool) {
    let pauses = Backoff::new();
    while !succeeds() {
        pauses.snooze();
    }
}

/// Tells the takers whether there will be more.
#[derive(Clone, Default)]
pub struct Givers(Arc<AtomicUsize>);

/// A giver that has not ended.
pub struct Present(Givers);

impl Givers {
    /// Says that there is one more, before the takers start.
    pub fn enter(&self) -> Present {
        // Relaxed: the takers are started after it.
        self.0.fetch_add(1, Relaxed);
        Present(self.clone())
    }

    /// Takes until there is nothing, and all givers had ended before: `takes` returns whether there was something.
    #[inline]
    pub fn take_all(&self, mut takes: impl FnMut() -> bool) {
        let pauses = Backoff::new();
        loop {
            // Acquire: sees all that the givers have pushed. It comes before the last look, or that could miss some.
            let are_gone = self.0.load(Acquire) == 0;
            while takes() {
                pauses.reset();
            }
            if are_gone {
                return;
            }
            pauses.snooze();
        }
    }
}

impl Drop for Present {
    fn drop(&mut self) {
        // Release: hands what this giver has pushed to the taker's Acquire.
        self.0.0.fetch_sub(1, Release);
    }
}

/// The end that pushes, by a function that returns whether there was room.
pub struct Pushing<I> {
    push: I,
    /// Dropped when all is pushed.
    _present: Present,
}

/// The end that pops, by a function.
pub struct Popping<O> {
    pop: O,
    givers: Givers,
}

impl<I> Pushing<I> {
    pub fn new(push: I, givers: &Givers) -> Self {
        let _present = givers.enter();
        Self { push, _present }
    }
}

impl<O> Popping<O> {
    pub fn new(pop: O, givers: &Givers) -> Self {
        let givers = givers.clone();
        Self { pop, givers }
    }
}

impl<I: FnMut(u64) -> bool + Send> Giver for Pushing<I> {
    fn give(mut self, values: impl Iterator<Item = u64>) {
        for value in values {
            until(|| (self.push)(value));
        }
    }
}

impl<O: FnMut() -> Option<u64> + Send> Taker for Popping<O> {
    fn take(mut self, mut see: impl FnMut(u64)) {
        let pop = || (self.pop)().map(&mut see).is_some();
        self.givers.take_all(pop);
    }
}
