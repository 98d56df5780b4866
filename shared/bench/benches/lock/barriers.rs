//! Barriers: in each round one thread is the last, and all make the same number of rounds.

use bench::{Case, Contender, Contest, Sample, Side, Signal, timed};
use lock::machine::barrier::Barrier;
use shared::trial::Padded;
use std::cell::UnsafeCell;
use std::mem::MaybeUninit;
use std::ptr;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering::Relaxed};
use std::time::Duration;

/// Holds threads back until all have come.
trait Meeting: Sync {
    fn of(threads: usize) -> Self;

    /// Returns whether this thread was the last, or was chosen to stand for it.
    fn wait(&self) -> bool;
}

/// Barriers.
pub fn contest(threads: usize) -> Contest {
    Contest {
        title: "**Barriers**: a million times is one thread passing, so a round with two threads is two",
        case: Case::outside("nothing"),
        threads,
        contenders: vec![
            entry::<Barrier>("`Barrier`", Side::Ours),
            entry::<spin::Barrier>("`spin::Barrier`", Side::Peer),
            entry::<Posix>("`pthread_barrier_t`", Side::Peer),
            entry::<std::sync::Barrier>("`std::sync::Barrier`", Side::Context),
        ],
    }
}

fn entry<M: Meeting>(name: &'static str, side: Side) -> Contender {
    let turn = turn::<M>;
    Contender { name, side, turn }
}

fn turn<M: Meeting>(threads: usize, span: Duration) -> Sample {
    let (barrier, plan) = (Padded(M::of(threads)), Padded(Plan::default()));
    let last = Padded(AtomicU64::new(0));
    let sample = timed(threads, span, |index, signal| {
        let (rounds, was_last) = meet(&*barrier, &plan, index, signal);
        // Relaxed: it is read when the threads have ended.
        last.fetch_add(was_last, Relaxed);
        rounds
    });
    let rounds = sample.counts[0];
    let alike = sample.counts.iter().all(|&count| count == rounds);
    let right = alike && last.0.into_inner() == rounds;
    Sample { right, ..sample }
}

/// Whether the round that begins is the final one: a thread that stopped by itself would leave the others waiting.
///
/// Two, for even and odd rounds: thread 0 writes before a round, all read after it, and nobody reads it any more when
/// the round after that is over.
#[derive(Default)]
struct Plan([AtomicBool; 2]);

/// Returns how many rounds there were, and in how many this thread was the last.
fn meet(barrier: &impl Meeting, plan: &Plan, index: usize, signal: &Signal) -> (u64, u64) {
    let (mut rounds, mut was_last) = (0, 0);
    loop {
        let is_final = &plan.0[rounds as usize % 2];
        if index == 0 {
            // Relaxed: the barrier hands it over.
            is_final.store(!signal.lasts(), Relaxed);
        }
        was_last += u64::from(barrier.wait());
        rounds += 1;
        if is_final.load(Relaxed) {
            return (rounds, was_last);
        }
    }
}

impl Meeting for Barrier {
    fn of(threads: usize) -> Self {
        Self::new(u32::try_from(threads).expect("a few threads"))
    }

    fn wait(&self) -> bool {
        self.wait()
    }
}

impl Meeting for spin::Barrier {
    fn of(threads: usize) -> Self {
        Self::new(threads)
    }

    fn wait(&self) -> bool {
        self.wait().is_leader()
    }
}

impl Meeting for std::sync::Barrier {
    fn of(threads: usize) -> Self {
        Self::new(threads)
    }

    fn wait(&self) -> bool {
        self.wait().is_leader()
    }
}

/// POSIX's barrier, as the C library has it.
struct Posix(Box<UnsafeCell<libc::pthread_barrier_t>>);

// SAFETY: a barrier is made to be used by several threads through one address.
unsafe impl Sync for Posix {}

impl Meeting for Posix {
    fn of(threads: usize) -> Self {
        let threads = u32::try_from(threads).expect("a few threads");
        // SAFETY: it is plain numbers, and zeros are some; it is initialised before its use.
        let zeros = unsafe { MaybeUninit::zeroed().assume_init() };
        let barrier = Self(Box::new(UnsafeCell::new(zeros)));
        // SAFETY: it lies in a box, so it does not move any more.
        let made = unsafe { libc::pthread_barrier_init(barrier.0.get(), ptr::null(), threads) };
        assert_eq!(made, 0, "a barrier for threads can be made");
        barrier
    }

    fn wait(&self) -> bool {
        // SAFETY: it is initialised, and not destroyed before this is dropped.
        let serial = unsafe { libc::pthread_barrier_wait(self.0.get()) };
        serial == libc::PTHREAD_BARRIER_SERIAL_THREAD
    }
}

impl Drop for Posix {
    fn drop(&mut self) {
        // SAFETY: it is initialised, and nobody waits: the threads that borrowed it have ended.
        unsafe { libc::pthread_barrier_destroy(self.0.get()) };
    }
}
