//! Reading a block that one is about to free, instead of taking it: whoever comes next finds it again, and frees it again.

use super::first_block::{FirstBlock, Reach};
use super::world::sync::atomic::{AtomicBool, Ordering::SeqCst};

/// Frees the first block twice, if it is closed while somebody makes that block (RUSTSEC-2025-0024).
///
/// It is `crossbeam-channel` from 0.5.12 to 0.5.14, in which one of the two looks at the block left it where it was.
pub type FreedTwice = FirstBlock<ByReading>;

/// Leaves it where it is.
#[derive(Debug)]
pub enum ByReading {}

impl Reach for ByReading {
    // ANCHOR: reach
    fn reach(head: &AtomicBool) -> bool {
        head.load(SeqCst)
    }
    // ANCHOR_END: reach
}
