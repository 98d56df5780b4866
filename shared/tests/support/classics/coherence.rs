//! One variable alone: every thread sees its modifications in one order, and an update leaves no gap.

use std::sync::atomic::Ordering::{AcqRel, Acquire, Relaxed};

use super::super::litmus::Verdict::Forbidden;
use super::super::program::{X, compare_exchange, fetch_add, load, store};
use super::Classic;

const UPDATE: &str = "[C++20] an update reads the last value before its own write";

pub const TESTS: &[Classic] = &[
    Classic {
        name: "CoWW",
        orders: "Relaxed",
        threads: &[&[store(X, 1, Relaxed), store(X, 2, Relaxed)]],
        registers: &[],
        finals: &[1],
        verdict: Forbidden,
        source: "[Cats], [C++20] write-write coherence",
    },
    // A load does not see its own thread's later store.
    Classic {
        name: "CoRW1",
        orders: "Relaxed",
        threads: &[&[load(X, Relaxed), store(X, 1, Relaxed)]],
        registers: &[1],
        finals: &[1],
        verdict: Forbidden,
        source: "[Cats], [C++20] happens-before rules out the future",
    },
    // A store comes after the one its thread has already seen.
    Classic {
        name: "CoRW2",
        orders: "Relaxed",
        threads: &[
            &[load(X, Relaxed), store(X, 1, Relaxed)],
            &[store(X, 2, Relaxed)],
        ],
        registers: &[2],
        finals: &[2],
        verdict: Forbidden,
        source: "[Cats], [C++20] read-write coherence",
    },
    // A load sees its own thread's store, or a later one.
    Classic {
        name: "CoWR",
        orders: "Relaxed",
        threads: &[
            &[store(X, 1, Relaxed), load(X, Relaxed)],
            &[store(X, 2, Relaxed)],
        ],
        registers: &[2],
        finals: &[1],
        verdict: Forbidden,
        source: "[Cats], [C++20] write-read coherence",
    },
    Classic {
        name: "two increments, one lost",
        orders: "Relaxed",
        threads: &[&[fetch_add(X, 1, Relaxed)], &[fetch_add(X, 1, Relaxed)]],
        registers: &[0, 0],
        finals: &[1],
        verdict: Forbidden,
        source: UPDATE,
    },
    Classic {
        name: "store between the halves of an update",
        orders: "Relaxed",
        threads: &[&[fetch_add(X, 10, Relaxed)], &[store(X, 2, Relaxed)]],
        registers: &[0],
        finals: &[10],
        verdict: Forbidden,
        source: UPDATE,
    },
    Classic {
        name: "two winners of one exchange",
        orders: "AcqRel",
        threads: &[
            &[compare_exchange(X, (0, 1), AcqRel, Acquire)],
            &[compare_exchange(X, (0, 2), AcqRel, Acquire)],
        ],
        registers: &[0, 0],
        finals: &[2],
        verdict: Forbidden,
        source: UPDATE,
    },
];
