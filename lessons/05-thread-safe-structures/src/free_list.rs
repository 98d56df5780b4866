//! Slots that are handed out and given back: what a free list promises.

/// Promises each slot to one thread at a time.
pub trait FreeList: Send + Sync + 'static {
    /// Begins with the slots 1 to `slots`, all of them free, slot 1 on top.
    fn full(slots: usize) -> Self;

    /// Takes a free slot, if there is one.
    fn take(&self) -> Option<usize>;

    /// Gives a slot back that the caller has taken.
    fn give(&self, slot: usize);
}
