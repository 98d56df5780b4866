//! The first block of a channel: made in two steps by whoever sends first, and freed by whoever receives last.

use super::world::Named;
use super::world::sync::atomic::{AtomicBool, AtomicUsize, Ordering::SeqCst};
use super::world::thread;
use std::marker::PhantomData;

/// Says how whoever closes the channel gets hold of a block that is still on its way.
pub trait Reach: Send + Sync + 'static {
    /// Looks whether the block is there.
    fn reach(head: &AtomicBool) -> bool;
}

/// Takes it, so that nobody else finds it.
#[derive(Debug)]
pub enum ByTaking {}

impl Reach for ByTaking {
    // ANCHOR: reach
    fn reach(head: &AtomicBool) -> bool {
        head.swap(false, SeqCst)
    }
    // ANCHOR_END: reach
}

/// Sends and closes as an unbounded channel of blocks does, reduced to its first block.
///
/// It is `crossbeam-channel` 0.5.15 (Angelatos, *channel: prevent double free on Drop*, 2025) with all else left out:
/// there are no values, and the block is a flag. To free it is to count, so that it can be done twice.
#[derive(Debug)]
pub struct FirstBlock<R = ByTaking> {
    /// Twice the number of messages, and 1 more once the channel is closed.
    tail: AtomicUsize,
    /// Whether somebody has made the block.
    is_made: AtomicBool,
    /// Whether the block is where a receiver looks for it; whoever frees the block must leave `false`.
    head: AtomicBool,
    freed: AtomicUsize,
    reach: PhantomData<R>,
}

impl<R: Reach> FirstBlock<R> {
    /// Opens a channel without a block.
    #[must_use]
    pub fn open() -> Self {
        Self {
            tail: AtomicUsize::new(0).named("tail"),
            is_made: AtomicBool::new(false).named("is_made"),
            head: AtomicBool::new(false).named("head"),
            freed: AtomicUsize::new(0).named("freed"),
            reach: PhantomData,
        }
    }

    // ANCHOR: send
    /// Sends a message; whoever is the first makes the block. Returns whether the channel was open.
    pub fn send(&self) -> bool {
        if !self.is_made.swap(true, SeqCst) {
            // The second of two steps: another may have sent, and closed, since the first.
            self.head.store(true, SeqCst);
        }
        let claim = |tail: usize| tail.is_multiple_of(2).then_some(tail + 2);
        self.tail.fetch_update(SeqCst, SeqCst, claim).is_ok()
    }

    /// Closes the channel, and frees the block: the last receiver has left.
    pub fn close(&self) {
        let messages = self.tail.fetch_or(1, SeqCst) / 2;
        let mut has_block = self.head.swap(false, SeqCst);
        // Where there is a message there is a block, and if not yet, then soon.
        while messages > 0 && !has_block {
            thread::yield_now();
            has_block = R::reach(&self.head);
        }
        self.free(has_block);
    }

    /// Frees a block that came after the end, and returns how many were freed in all: the last sender has left, too.
    #[must_use]
    pub fn end(self) -> usize {
        self.free(self.head.load(SeqCst));
        self.freed.load(SeqCst)
    }
    // ANCHOR_END: send

    fn free(&self, has_block: bool) {
        self.freed.fetch_add(usize::from(has_block), SeqCst);
    }
}
