//! A sequence lock: readers write nothing, and read again if a writer was there meanwhile.

use super::world::hint;
use super::world::sync::atomic::{
    AtomicU32,
    Ordering::{Acquire, Relaxed, Release},
    fence,
};

/// Promises that what is read was written together.
pub trait Reading: Send + Sync + 'static {
    /// Starts with two zeros.
    fn zeros() -> Self;

    /// Writes both numbers; one thread at a time may.
    fn write(&self, pair: [u32; 2]);

    /// Reads once; returns nothing if a write came in between.
    fn try_read(&self) -> Option<[u32; 2]>;

    /// Reads until no write comes in between.
    fn read(&self) -> [u32; 2] {
        loop {
            if let Some(pair) = self.try_read() {
                return pair;
            }
            hint::spin_loop();
        }
    }
}

/// Counts the writes, odd while one is under way (Lameter, *Effective Synchronization on Linux/NUMA Systems*, 2005).
///
/// The numbers are atomic, as a reader may come while they are written; the fences are those of Boehm,
/// *Can Seqlocks Get Along with Programming Language Memory Models?*, 2012.
///
/// # Consistency
///
/// A read returns what one write has written. Writers exclude each other by some other lock. A reader that is disturbed
/// again and again waits for as long as the writers go on.
#[derive(Debug)]
pub struct SeqLock {
    /// | value | means |
    /// |---|---|
    /// | even | nobody writes, and half of it is the number of writes so far |
    /// | odd | a write is under way |
    sequence: AtomicU32,
    pair: [AtomicU32; 2],
}

impl Reading for SeqLock {
    fn zeros() -> Self {
        Self {
            sequence: AtomicU32::new(0),
            pair: [AtomicU32::new(0), AtomicU32::new(0)],
        }
    }

    // ANCHOR: write
    fn write(&self, pair: [u32; 2]) {
        // Relaxed: the only writer reads what it wrote itself.
        let before = self.sequence.load(Relaxed);
        self.sequence.store(before.wrapping_add(1), Relaxed);
        // Release: whoever reads one of the numbers below and then passes the Acquire fence sees the odd sequence above.
        fence(Release);
        self.pair[0].store(pair[0], Relaxed);
        self.pair[1].store(pair[1], Relaxed);
        // Release: hands both numbers to the Acquire load that begins a read with this sequence.
        self.sequence.store(before.wrapping_add(2), Release);
    }
    // ANCHOR_END: write

    // ANCHOR: try_read
    fn try_read(&self) -> Option<[u32; 2]> {
        // Acquire: sees the numbers that were written before the Release store of this sequence, or newer ones.
        let before = self.sequence.load(Acquire);
        // Relaxed: the fence below says whether they are too new.
        let pair = [self.pair[0].load(Relaxed), self.pair[1].load(Relaxed)];
        // Acquire: if a number is a later write's, the load below sees the odd sequence from before that writer's Release
        // fence.
        fence(Acquire);
        // Relaxed: the fence orders it.
        let after = self.sequence.load(Relaxed);
        (before == after && before.is_multiple_of(2)).then_some(pair)
    }
    // ANCHOR_END: try_read
}
