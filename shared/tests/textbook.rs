//! Programs that nobody here wrote: locks of the textbooks and reports from issue lists, with the answer that is known.

use shared::model::sync::atomic::Ordering::{self, AcqRel, Acquire, Relaxed, Release, SeqCst};
use shared::model::sync::atomic::{AtomicBool, AtomicUsize, fence};
use shared::model::{Mode, check, hint, outcomes, thread};
use shared::timeline::{FailureKind, Verdict};
use std::collections::BTreeSet;
use std::sync::Arc;

/// Counts how many are inside; two at once is what a lock must prevent.
struct Inside(AtomicUsize);

impl Inside {
    fn visit(&self) {
        assert_eq!(self.0.fetch_add(1, Relaxed), 0, "two threads are inside");
        self.0.fetch_sub(1, Relaxed);
    }
}

/// Peterson's lock for two threads (G. L. Peterson, *Myths about the mutual exclusion problem*, 1981),
/// as in Herlihy and Shavit, *The Art of Multiprocessor Programming*, chapter 2.
struct Peterson {
    wants: [AtomicBool; 2],
    victim: AtomicUsize,
    inside: Inside,
    order: Ordering,
    fenced: bool,
}

impl Peterson {
    fn new(order: Ordering, fenced: bool) -> Arc<Self> {
        let wants = [AtomicBool::new(false), AtomicBool::new(false)];
        let (victim, inside) = (AtomicUsize::new(0), Inside(AtomicUsize::new(0)));
        Arc::new(Self {
            wants,
            victim,
            inside,
            order,
            fenced,
        })
    }

    fn enter_and_leave(&self, me: usize) {
        let (loads, stores) = match self.order {
            SeqCst => (SeqCst, SeqCst),
            Relaxed => (Relaxed, Relaxed),
            _ => (Acquire, Release),
        };
        self.wants[me].store(true, stores);
        self.victim.store(me, stores);
        if self.fenced {
            fence(SeqCst);
        }
        while self.wants[1 - me].load(loads) && self.victim.load(loads) == me {
            hint::spin_loop();
        }
        self.inside.visit();
        self.wants[me].store(false, stores);
    }
}

fn two_visits(order: Ordering, fenced: bool) -> impl Fn() + Send + Sync + 'static {
    move || {
        let lock = Peterson::new(order, fenced);
        let other = thread::spawn({
            let lock = Arc::clone(&lock);
            move || lock.enter_and_leave(1)
        });
        lock.enter_and_leave(0);
        other.join().unwrap();
    }
}

#[test]
fn petersons_lock_excludes_with_seq_cst_and_with_fences() {
    check(Mode::Interleaving, two_visits(SeqCst, false)).expect("it excludes");
    check(Mode::Weak, two_visits(SeqCst, false)).expect("it excludes");
    check(Mode::Weak, two_visits(AcqRel, true))
        .expect("fences between the stores and the loads are enough");
}

#[test]
fn petersons_lock_fails_with_release_and_acquire_and_no_interleaving_explains_it() {
    let found = check(Mode::Weak, two_visits(AcqRel, false)).expect_err("both loads may be stale");
    assert_eq!(found.failure().kind, FailureKind::Panic);
    assert_eq!(found.timeline().verdict(), Verdict::WeakMemory, "{found}");
}

/// <https://github.com/tokio-rs/loom/issues/392>: loom alone explores one execution, in which `main` never sees 1.
#[test]
fn a_load_and_a_store_in_one_thread_do_not_hide_the_load_in_another() {
    for mode in [Mode::Interleaving, Mode::Weak] {
        let seen = outcomes(mode, || {
            let x = Arc::new(AtomicUsize::new(0));
            let child = thread::spawn({
                let x = Arc::clone(&x);
                move || {
                    x.load(Relaxed);
                    x.store(1, Relaxed);
                }
            });
            let seen = x.load(Relaxed);
            child.join().unwrap();
            seen
        });
        assert_eq!(seen.unwrap(), BTreeSet::from([0, 1]), "{mode}");
    }
}

/// <https://github.com/tokio-rs/loom/issues/166>: two incrementers and a reader; loom alone finds two of five outcomes.
#[test]
fn a_reader_beside_two_incrementers_sees_every_outcome() {
    let seen = outcomes(Mode::Interleaving, || {
        let x = Arc::new(AtomicUsize::new(0));
        let increment = |x: &Arc<AtomicUsize>| {
            let x = Arc::clone(x);
            thread::spawn(move || x.store(x.load(Relaxed) + 1, Relaxed))
        };
        let workers = [increment(&x), increment(&x)];
        let seen = x.load(Relaxed);
        for worker in workers {
            worker.join().unwrap();
        }
        (seen, x.load(Relaxed))
    });
    assert_eq!(
        seen.unwrap(),
        BTreeSet::from([(0, 1), (0, 2), (1, 1), (1, 2), (2, 2)])
    );
}

/// A read-modify-write is one step against a plain store too: (read 0, final 10) would tear it.
#[test]
fn no_store_comes_between_the_halves_of_an_update() {
    for mode in [Mode::Interleaving, Mode::Weak] {
        let seen = outcomes(mode, || {
            let x = Arc::new(AtomicUsize::new(0));
            let storing = thread::spawn({
                let x = Arc::clone(&x);
                move || x.store(2, Relaxed)
            });
            let read = x.fetch_add(10, Relaxed);
            storing.join().unwrap();
            (read, x.load(Relaxed))
        });
        assert_eq!(seen.unwrap(), BTreeSet::from([(0, 2), (2, 12)]), "{mode}");
    }
}
