//! False sharing made visible: each thread has a cell of its own, and all that changes is how far apart they lie.

use crate::tally::{Tally, repeat};
use crate::turns::entry;
use bench::{Case, Contest, Side};
use std::array;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

/// What a cell takes.
const WORD: usize = size_of::<AtomicU64>();

/// Enough for two threads at the greatest distance.
const WORDS: usize = 2 * 256 / WORD;

/// Cells that lie so many bytes apart.
///
/// Aligned, so that the cell of thread 0 begins a line, whatever its size.
#[repr(align(256))]
struct Spaced<const BYTES: usize>([AtomicU64; WORDS]);

impl<const BYTES: usize> Tally for Spaced<BYTES> {
    fn zero(_: usize) -> Self {
        Self(array::from_fn(|_| AtomicU64::new(0)))
    }

    fn add(&self, thread: usize, more: impl FnMut() -> bool) -> u64 {
        let own = &self.0[thread * BYTES / WORD];
        // Relaxed: nobody else writes to it, and the threads are joined before it is read.
        repeat(more, || _ = own.fetch_add(1, Relaxed))
    }

    fn total(self) -> u64 {
        self.0.into_iter().map(AtomicU64::into_inner).sum()
    }
}

/// Two threads that share nothing but, perhaps, a cache line.
///
/// `fetch_add` and not load and store: a core can put off a plain store until it has the line, and goes on meanwhile.
pub fn contest() -> Contest {
    Contest {
        title: "**False sharing**: two threads with a cell each to `fetch_add` to, so far apart",
        case: Case::outside("nothing"),
        threads: 2,
        contenders: vec![
            entry::<Spaced<8>>("8 bytes apart", Side::Base),
            entry::<Spaced<16>>("16 bytes", Side::Ours),
            entry::<Spaced<32>>("32 bytes", Side::Ours),
            entry::<Spaced<64>>("64 bytes", Side::Ours),
            entry::<Spaced<128>>("128 bytes", Side::Ours),
            entry::<Spaced<256>>("256 bytes", Side::Ours),
        ],
    }
}
