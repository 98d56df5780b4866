//! Stacks: each thread pushes and pops in turn, and what was popped, with what is left, must be what was pushed.

use bench::{Case, Contender, Contest, Sample, Side, Signal, timed};
use crossbeam::queue::SegQueue;
use shared::trial::Padded;
use std::iter;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::time::Duration;
use thread_safe_structures::machine::stack as lesson;
use thread_safe_structures::machine::treiber_stack::TreiberStack;

/// Hands out what it was given.
trait Stack: Sync {
    fn empty() -> Self;
    fn push(&self, value: u64);
    fn pop(&self) -> Option<u64>;
}

/// A stack and its peer, and a queue for what a little less order costs.
pub fn without_a_lock(threads: usize) -> Contest {
    Contest {
        title: "**Stacks without a lock**, and a queue",
        case: Case::outside("nothing"),
        threads,
        contenders: vec![
            entry::<TreiberStack<u64>>("`TreiberStack`", Side::Ours),
            entry::<scc::Stack<u64>>("`scc::Stack`", Side::Peer),
            entry::<SegQueue<u64>>("crossbeam's `SegQueue`", Side::Context),
        ],
    }
}

/// The same stack beside the vector of std, under a lock.
pub fn with_a_lock(threads: usize) -> Contest {
    Contest {
        title: "**A stack without a lock beside one with**",
        case: Case::outside("nothing"),
        threads,
        contenders: vec![
            entry::<TreiberStack<u64>>("`TreiberStack`", Side::Ours),
            entry::<Mutex<Vec<u64>>>("`Mutex<Vec>`", Side::Base),
            entry::<parking_lot::Mutex<Vec<u64>>>("`parking_lot::Mutex<Vec>`", Side::Context),
        ],
    }
}

fn entry<S: Stack>(name: &'static str, side: Side) -> Contender {
    let turn = turn::<S>;
    Contender { name, side, turn }
}

fn turn<S: Stack>(threads: usize, span: Duration) -> Sample {
    let stack = Padded(S::empty());
    let sum = AtomicU64::new(0);
    let sample = timed(threads, span, |thread, signal| {
        let (calls, kept) = push_and_pop(&*stack, thread as u64, signal);
        // Relaxed: it is read when the threads have ended.
        sum.fetch_add(kept, Relaxed);
        calls
    });
    let left = iter::from_fn(|| stack.pop()).fold(0, u64::wrapping_add);
    let right = sum.into_inner() == left;
    Sample { right, ..sample }
}

/// Returns how many calls it made, and by how much what it pushed exceeds what it popped.
fn push_and_pop(stack: &impl Stack, mut value: u64, signal: &Signal) -> (u64, u64) {
    let mut kept = 0_u64;
    let pairs = signal.count(|| {
        value += 4;
        stack.push(value);
        // Some, since this thread has pushed one more than it has popped, and so has no other popped more.
        let popped = stack.pop().unwrap_or(0);
        kept = kept.wrapping_add(value).wrapping_sub(popped);
    });
    (2 * pairs, kept)
}

impl Stack for TreiberStack<u64> {
    fn empty() -> Self {
        lesson::Stack::empty()
    }

    fn push(&self, value: u64) {
        lesson::Stack::push(self, value);
    }

    fn pop(&self) -> Option<u64> {
        lesson::Stack::pop(self)
    }
}

impl Stack for scc::Stack<u64> {
    fn empty() -> Self {
        Self::new()
    }

    fn push(&self, value: u64) {
        self.push(value);
    }

    fn pop(&self) -> Option<u64> {
        self.pop().map(|entry| **entry)
    }
}

/// Not a stack: it hands out the oldest value first.
impl Stack for SegQueue<u64> {
    fn empty() -> Self {
        Self::new()
    }

    fn push(&self, value: u64) {
        self.push(value);
    }

    fn pop(&self) -> Option<u64> {
        self.pop()
    }
}

impl Stack for Mutex<Vec<u64>> {
    fn empty() -> Self {
        Self::default()
    }

    fn push(&self, value: u64) {
        self.lock().expect(NO_PANIC).push(value);
    }

    fn pop(&self) -> Option<u64> {
        self.lock().expect(NO_PANIC).pop()
    }
}

impl Stack for parking_lot::Mutex<Vec<u64>> {
    fn empty() -> Self {
        Self::default()
    }

    fn push(&self, value: u64) {
        self.lock().push(value);
    }

    fn pop(&self) -> Option<u64> {
        self.lock().pop()
    }
}

/// Why the lock is not poisoned.
const NO_PANIC: &str = "a vector does not panic under its lock";
