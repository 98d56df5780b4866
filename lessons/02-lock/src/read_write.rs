//! A lock that lets readers in together and writers alone: one word counts who reads, who writes, and who waits to write.

use super::guarded_reads::GuardedReads;
use super::patience::Patience;
use super::world::futex;
use super::world::sync::atomic::{
    AtomicU32,
    Ordering::{Acquire, Relaxed, Release},
};

/// Guards a value by [`ReadWrite`].
///
/// # Examples
///
/// ```
/// use lock::machine::read_write::ReadWriteLock;
///
/// let prices = ReadWriteLock::new([40, 60]);
/// {
///     let (one, another) = (prices.read(), prices.read());
///     assert_eq!(one[0] + another[1], 100);
/// }
/// prices.write()[0] = 42;
/// assert_eq!(prices.into_inner(), [42, 60]);
/// ```
pub type ReadWriteLock<T> = GuardedReads<T>;

/// Lets readers in together, writers alone, and writers first (Courtois, Heymans and Parnas, *Concurrent Control with
/// "Readers" and "Writers"*, 1971: the second problem).
///
/// While a writer waits no reader comes in, so readers cannot starve a writer; writers that come without a break can starve
/// readers. Whoever reads already and reads again while a writer waits, waits for itself.
#[derive(Debug)]
pub struct ReadWrite {
    // ANCHOR: state
    /// | bits | hold |
    /// |---|---|
    /// | lowest | [`ASLEEP`]: somebody may sleep, and whoever leaves the lock free wakes all |
    /// | 15 more | how many read; beside the last two numbers [`WRITING`] begins, so no more are let in |
    /// | 1 more | [`WRITING`]: one writes, and nobody reads |
    /// | high 15 | how many wait to write |
    ///
    /// So a reader may come in while the state is below [`FULL`], and a writer while [`TAKEN`] has no bit in common with it.
    state: AtomicU32,
    // ANCHOR_END: state
}

const ASLEEP: u32 = 1;
const READER: u32 = 1 << 1;
const WRITING: u32 = 1 << 16;
const WRITER: u32 = 1 << 17;

const READERS: u32 = WRITING - READER;
const TAKEN: u32 = READERS | WRITING;
const FULL: u32 = WRITING - READER;

impl ReadWrite {
    /// Starts free.
    pub fn unlocked() -> Self {
        Self {
            state: AtomicU32::new(0),
        }
    }

    // ANCHOR: lock
    /// Waits until nobody writes or waits to, and reads.
    #[inline]
    pub fn read(&self) {
        if self.try_read().is_err() {
            self.wait(Self::try_read);
        }
    }

    /// Waits until nobody reads or writes, and writes.
    #[inline]
    pub fn write(&self) {
        // Acquire: comes after what each reader read, and sees what each writer wrote, before the Release of their unlocks.
        // Relaxed where it fails: nothing is entered.
        let taken = self.state.compare_exchange(0, WRITING, Acquire, Relaxed);
        if taken.is_err() {
            self.wait_to_write();
        }
    }

    /// Reads, if that can be had at once; fails with the state.
    #[inline]
    pub fn try_read(&self) -> Result<u32, u32> {
        let come_in = |state| (state < FULL).then_some(state + READER);
        // Acquire: sees what each writer wrote before the Release of its unlock. Relaxed where it fails: nothing is entered.
        self.state.fetch_update(Acquire, Relaxed, come_in)
    }
    // ANCHOR_END: lock

    // ANCHOR: unlock
    /// Ends reading.
    ///
    /// # Safety
    ///
    /// The caller reads: it has called `read`, or `try_read` with success, and has not ended it since.
    #[inline]
    pub unsafe fn unlock_read(&self) {
        // Release: what was read comes before the Acquire of the writer that comes in next.
        let before = self.state.fetch_sub(READER, Release);
        if before & (READERS | ASLEEP) == READER | ASLEEP {
            self.wake();
        }
    }

    /// Ends writing.
    ///
    /// # Safety
    ///
    /// The caller writes: it has called `write`, and has not ended it since.
    #[inline]
    pub unsafe fn unlock_write(&self) {
        // Release: hands what was written to the Acquire of whoever comes in next.
        let before = self.state.fetch_sub(WRITING, Release);
        if before & ASLEEP != 0 {
            self.wake();
        }
    }

    /// Wakes all, who look again and fall asleep again if they must.
    #[cold]
    fn wake(&self) {
        // Relaxed: it publishes nothing. It comes before the call: whoever says after it that they sleep says so anew.
        self.state.fetch_and(!ASLEEP, Relaxed);
        futex::wake_all(&self.state);
    }
    // ANCHOR_END: unlock

    // ANCHOR: wait
    #[cold]
    fn wait_to_write(&self) {
        // Relaxed: it asks readers to stay out, and publishes nothing.
        self.state.fetch_add(WRITER, Relaxed);
        let come_in = |state| (state & TAKEN == 0).then(|| state - WRITER + WRITING);
        // Acquire: as in `write`.
        self.wait(|lock| lock.state.fetch_update(Acquire, Relaxed, come_in));
    }

    #[cold]
    fn wait(&self, take: impl Fn(&Self) -> Result<u32, u32>) {
        let mut patience = Patience::default();
        while let Err(found) = take(self) {
            if !patience.lasts() {
                self.sleep(found);
                patience = Patience::default();
            }
        }
    }

    fn sleep(&self, found: u32) {
        let asked = found | ASLEEP;
        // Relaxed: it asks to be woken, and publishes nothing. If the state has changed, it looks again.
        let has_asked = self.state.compare_exchange(found, asked, Relaxed, Relaxed);
        if has_asked.is_ok() {
            futex::wait(&self.state, asked);
        }
    }
    // ANCHOR_END: wait
}
