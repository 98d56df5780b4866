//! Counting in cells with one owner each: where nobody else writes, load, then store, loses nothing.

use super::world::sync::Arc;
use super::world::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use shared::trial::Padded;

/// A number that one thread writes and all may read, on cache lines of its own.
type Cell = Arc<Padded<AtomicUsize>>;

/// Reads all cells, and writes none.
///
/// # Consistency
///
/// Each increment is counted once. Beside owners that add, `sum` returns no less than what happened before it, and no
/// more than was added by its end.
#[derive(Debug)]
pub struct OwnedCells(Vec<Cell>);

/// Counts in a cell that nobody else writes: it cannot be cloned, and to count it must be borrowed alone.
///
/// ```compile_fail,E0499
/// # use atomic::machine::owned_cells::hand_out;
/// # use std::thread;
/// let (mut owners, _) = hand_out(1);
/// thread::scope(|scope| {
///     scope.spawn(|| owners[0].increment());
///     scope.spawn(|| owners[0].increment());
/// });
/// ```
#[derive(Debug)]
pub struct Owner(Cell);

/// Returns an owner for each of so many threads, and what reads their sum.
///
/// # Examples
///
/// ```
/// use atomic::machine::owned_cells::hand_out;
/// use std::thread;
///
/// let (owners, cells) = hand_out(4);
/// thread::scope(|scope| {
///     for mut owner in owners {
///         scope.spawn(move || (0..1_000).for_each(|_| owner.increment()));
///     }
/// });
/// assert_eq!(cells.sum(), 4_000);
/// ```
#[must_use]
pub fn hand_out(owners: usize) -> (Vec<Owner>, OwnedCells) {
    let cell = |_| Arc::new(Padded(AtomicUsize::new(0)));
    let cells: Vec<Cell> = (0..owners).map(cell).collect();
    (
        cells.iter().cloned().map(Owner).collect(),
        OwnedCells(cells),
    )
}

impl Owner {
    // ANCHOR: increment
    /// Adds 1.
    #[inline]
    pub fn increment(&mut self) {
        // Relaxed: nothing but the number is shared. The load sees the newest number: it was this owner who stored it.
        let own = self.0.load(Relaxed);
        self.0.store(own + 1, Relaxed);
    }
    // ANCHOR_END: increment
}

impl OwnedCells {
    // ANCHOR: sum
    /// Returns the number of increments of all owners.
    #[must_use]
    pub fn sum(&self) -> usize {
        // Relaxed: whoever wants the last word has joined the owners, and the join shows what they did.
        self.0.iter().map(|cell| cell.load(Relaxed)).sum()
    }
    // ANCHOR_END: sum
}
