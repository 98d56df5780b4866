//! What every counter of this bench does: threads add 1 to it for a while, and it knows how often that was.

/// Counts, and is shared.
pub trait Tally: Sync + Sized {
    /// Starts at 0, for so many threads.
    fn zero(threads: usize) -> Self;

    /// Adds 1 as the thread of that number, as long as there is `more` to add, and returns how often.
    fn add(&self, thread: usize, more: impl FnMut() -> bool) -> u64;

    /// Returns what was counted.
    fn total(self) -> u64;
}

/// Does it as long as there is more to do, and returns how often.
#[inline]
pub fn repeat(mut more: impl FnMut() -> bool, mut act: impl FnMut()) -> u64 {
    let mut times = 0;
    while more() {
        act();
        times += 1;
    }
    times
}
