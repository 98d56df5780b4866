//! Semaphores with one permit: under it a load and a store must lose no update.

use bench::{Case, Contender, Contest, Sample, Side, timed};
use lock::machine::counter::Counter;
use lock::machine::racy::RacyCounter;
use lock::machine::semaphore::Semaphore;
use shared::trial::Padded;
use std::cell::UnsafeCell;
use std::mem::MaybeUninit;
use std::sync::{Condvar, Mutex};
use std::time::Duration;

/// Gives out one permit.
trait Gate: Sync {
    fn new() -> Self;
    fn pass(&self, inside: impl FnOnce());
}

/// Semaphores, and what stands for one in a program that has only a lock and a condition variable.
pub fn contest(threads: usize) -> Contest {
    Contest {
        title: "**Semaphores** with one permit",
        case: Case::outside("nothing"),
        threads,
        contenders: vec![
            entry::<Semaphore>("`Semaphore`", Side::Ours),
            entry::<Posix>("`sem_t`", Side::Peer),
            entry::<WithCondvar>("`Mutex` and `Condvar`", Side::Context),
        ],
    }
}

fn entry<G: Gate>(name: &'static str, side: Side) -> Contender {
    let turn = turn::<G>;
    Contender { name, side, turn }
}

fn turn<G: Gate>(threads: usize, span: Duration) -> Sample {
    let gate = Padded((G::new(), RacyCounter::zero()));
    let (gate, visits) = &*gate;
    let sample = timed(threads, span, |_, signal| {
        signal.count(|| gate.pass(|| visits.increment()))
    });
    let right = visits.get() as u64 == sample.total();
    Sample { right, ..sample }
}

impl Gate for Semaphore {
    fn new() -> Self {
        Self::new(1)
    }

    fn pass(&self, inside: impl FnOnce()) {
        let _permit = self.acquire();
        inside();
    }
}

/// POSIX's semaphore, as the C library has it.
struct Posix(Box<UnsafeCell<libc::sem_t>>);

// SAFETY: a `sem_t` is made to be used by several threads through one address.
unsafe impl Sync for Posix {}

impl Gate for Posix {
    fn new() -> Self {
        // SAFETY: a `sem_t` is plain numbers, and zeros are some; it is initialised before its use.
        let zeros = unsafe { MaybeUninit::zeroed().assume_init() };
        let semaphore = Self(Box::new(UnsafeCell::new(zeros)));
        // SAFETY: it lies in a box, so it does not move any more.
        let made = unsafe { libc::sem_init(semaphore.0.get(), 0, 1) };
        assert_eq!(made, 0, "a semaphore for threads can be made");
        semaphore
    }

    fn pass(&self, inside: impl FnOnce()) {
        // It fails if a signal comes: then there is no permit yet.
        // SAFETY: it is initialised, and not destroyed before this is dropped.
        while unsafe { libc::sem_wait(self.0.get()) } != 0 {}
        inside();
        // SAFETY: as above.
        let given_back = unsafe { libc::sem_post(self.0.get()) };
        assert_eq!(given_back, 0, "one permit is not too many");
    }
}

impl Drop for Posix {
    fn drop(&mut self) {
        // SAFETY: it is initialised, and nobody waits: the threads that borrowed it have ended.
        unsafe { libc::sem_destroy(self.0.get()) };
    }
}

/// Permits under a lock.
struct WithCondvar {
    permits: Mutex<u32>,
    given_back: Condvar,
}

impl Gate for WithCondvar {
    fn new() -> Self {
        Self {
            permits: Mutex::new(1),
            given_back: Condvar::new(),
        }
    }

    fn pass(&self, inside: impl FnOnce()) {
        let permits = self.permits.lock().expect("counting does not panic");
        let none = |permits: &mut u32| *permits == 0;
        let permits = self.given_back.wait_while(permits, none);
        *permits.expect("counting does not panic") -= 1;
        inside();
        *self.permits.lock().expect("counting does not panic") += 1;
        self.given_back.notify_one();
    }
}
