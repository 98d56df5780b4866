//! Counters: what they count must be what the threads have added.

use bench::{Case, Contender, Contest, Sample, Side, timed};
use fast_counter::ConcurrentCounter;
use shared::trial::Padded;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::time::Duration;
use thread_local::ThreadLocal;
use thread_safe_structures::machine::striped_counter::StripedCounter;

/// As many for all who have stripes.
const STRIPES: usize = 8;

/// Counts, and is shared.
trait Counter: Sync {
    fn zero() -> Self;
    fn increment(&self);
    fn total(self) -> u64;
}

/// All of them look for the thread's stripe or cell at each increment, but the one that has only one.
pub fn contest(threads: usize) -> Contest {
    Contest {
        title: "**Counters in stripes**, and two others",
        case: Case::outside("nothing"),
        threads,
        contenders: vec![
            entry::<StripedCounter>("`StripedCounter`", Side::Ours),
            entry::<ConcurrentCounter>("`fast_counter::ConcurrentCounter`", Side::Peer),
            entry::<Cells>(
                "`thread_local::ThreadLocal`, a cell for each thread",
                Side::Context,
            ),
            entry::<AtomicU64>("`fetch_add` on one number", Side::Context),
        ],
    }
}

fn entry<C: Counter>(name: &'static str, side: Side) -> Contender {
    let turn = turn::<C>;
    Contender { name, side, turn }
}

fn turn<C: Counter>(threads: usize, span: Duration) -> Sample {
    let counter = Padded(C::zero());
    let sample = timed(threads, span, |_, signal| {
        signal.count(|| counter.increment())
    });
    sample.checked(counter.0.total())
}

impl Counter for StripedCounter {
    fn zero() -> Self {
        Self::with_stripes(STRIPES)
    }

    fn increment(&self) {
        self.increment();
    }

    fn total(self) -> u64 {
        self.get() as u64
    }
}

impl Counter for ConcurrentCounter {
    fn zero() -> Self {
        Self::new(STRIPES)
    }

    fn increment(&self) {
        self.add(1);
    }

    fn total(self) -> u64 {
        self.sum() as u64
    }
}

/// Cells to which one thread each writes, so that a load and a store do.
struct Cells(ThreadLocal<Padded<AtomicU64>>);

impl Counter for Cells {
    fn zero() -> Self {
        Self(ThreadLocal::new())
    }

    fn increment(&self) {
        let own = self.0.get_or_default();
        // Relaxed: nobody else writes to it, and the threads are joined before it is read.
        own.store(own.load(Relaxed) + 1, Relaxed);
    }

    fn total(self) -> u64 {
        self.0.into_iter().map(|own| own.0.into_inner()).sum()
    }
}

impl Counter for AtomicU64 {
    fn zero() -> Self {
        Self::new(0)
    }

    fn increment(&self) {
        // Relaxed: only the number is shared.
        self.fetch_add(1, Relaxed);
    }

    fn total(self) -> u64 {
        self.into_inner()
    }
}
