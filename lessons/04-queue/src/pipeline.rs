//! A pipeline: one thread reads, several count, one merges, and a queue between them keeps them in step.
//!
//! Here it is built in five ways, of which each file counts the words of the same chunks. They run on the machine
//! alone: what `std` and `crossbeam` do inside is theirs to check.

mod blocking;
mod crossbeam;
mod flow;
mod polling;
mod std_mpsc;
mod stealing;

pub use blocking::count_through;
pub use crossbeam::count_through_crossbeam;
pub use flow::{Counted, Flow};
pub use polling::count_by_polling;
pub use std_mpsc::count_through_std;
pub use stealing::{Stolen, count_by_stealing};

use shared::text::Chunk;
use std::io;

/// How many threads count, and how many chunks may wait for them.
#[derive(Clone, Copy, Debug)]
pub struct Plan {
    /// Threads that count.
    pub counters: usize,
    /// Room in the queue between the reader and those who count.
    pub capacity: usize,
}

/// What a reader reads: chunk after chunk, or why it cannot go on.
pub type Source<'a> = &'a mut (dyn Iterator<Item = io::Result<Chunk>> + Send);

/// A pipeline that counts the words of all that a source has, through a queue.
pub type Pipeline = fn(Plan, Source<'_>) -> io::Result<Counted>;
