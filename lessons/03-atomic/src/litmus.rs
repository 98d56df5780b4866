//! The litmus gallery: seven tiny programs, each of which asks one question about the order of loads and stores.
//!
//! The shapes and their names are those of Maranget, Sarkar and Sewell, *A Tutorial Introduction to the ARM and POWER
//! Relaxed Memory Models*, 2012.

use super::world::sync::Arc;
use super::world::sync::atomic::Ordering::{self, Acquire, Relaxed, Release, SeqCst};
use super::world::sync::atomic::{AtomicU8, fence};
use super::world::thread;
use shared::trial::Padded;

mod shapes;

/// What the threads of a litmus test share: two variables that start at 0.
#[derive(Debug, Default)]
pub struct Memory {
    x: Padded<AtomicU8>,
    y: Padded<AtomicU8>,
}

/// What one thread has read, in order; 0 where it reads less.
pub type Reads = [u8; 2];

/// What one thread does.
pub type Actor = fn(&Memory) -> Reads;

/// The orderings that all accesses of a shape get.
pub trait Strength: 'static {
    /// Of every load.
    const LOAD: Ordering;
    /// Of every store.
    const STORE: Ordering;
    /// Whether a `SeqCst` fence comes between the two accesses of a thread.
    const IS_FENCED: bool;

    /// Comes between the two accesses of a thread.
    fn between() {
        if Self::IS_FENCED {
            fence(SeqCst);
        }
    }
}

/// Orders nothing but each variable by itself.
#[derive(Debug)]
pub enum Weakest {}
/// Every store publishes, and every load takes over.
#[derive(Debug)]
pub enum Publishing {}
/// Relaxed, with a `SeqCst` fence between the two accesses.
#[derive(Debug)]
pub enum Fenced {}

impl Strength for Weakest {
    const LOAD: Ordering = Relaxed;
    const STORE: Ordering = Relaxed;
    const IS_FENCED: bool = false;
}

impl Strength for Publishing {
    const LOAD: Ordering = Acquire;
    const STORE: Ordering = Release;
    const IS_FENCED: bool = false;
}

impl Strength for Fenced {
    const LOAD: Ordering = Relaxed;
    const STORE: Ordering = Relaxed;
    const IS_FENCED: bool = true;
}

/// A shape at one strength.
#[derive(Clone, Debug)]
pub struct Litmus {
    /// Its name in the literature.
    pub name: &'static str,
    /// What it is called in words.
    pub title: &'static str,
    /// What its threads do, in one line.
    pub program: &'static str,
    /// The outcome that no interleaving gives.
    pub weak: &'static [u8],
    /// What that outcome means.
    pub meaning: &'static str,
    /// Whether C11 allows the weak outcome though the model cannot show it:
    /// there a load never sees a store that is made later, and each store is the newest when it is made.
    pub is_beyond_the_model: bool,
    /// What the threads do.
    pub actors: Vec<Actor>,
    /// Picks the outcome out of the final memory and of what each thread has read.
    pub outcome: fn(&Memory, &[Reads]) -> Vec<u8>,
}

/// Runs a test once, with a thread for each actor; the last is the calling thread, since each one more is many more executions.
#[must_use]
pub fn run(test: &Litmus) -> Vec<u8> {
    let memory = Arc::new(Memory::default());
    let (last, others) = test.actors.split_last().expect("a shape has actors");
    let start = |&actor: &Actor| {
        let memory = Arc::clone(&memory);
        thread::spawn(move || actor(&memory))
    };
    let others: Vec<_> = others.iter().map(start).collect();
    let here = last(&memory);
    let joined = others
        .into_iter()
        .map(|actor| actor.join().expect("an actor does not panic"));
    let reads: Vec<_> = joined.chain([here]).collect();
    (test.outcome)(&memory, &reads)
}

/// Lists the seven shapes at one strength.
#[must_use]
pub fn gallery<S: Strength>() -> [Litmus; 7] {
    [
        shapes::store_buffering::<S>(),
        shapes::message_passing::<S>(),
        shapes::load_buffering::<S>(),
        shapes::coherence::<S>(),
        shapes::causality::<S>(),
        shapes::independent_reads::<S>(),
        shapes::crossed_writes::<S>(),
    ]
}
