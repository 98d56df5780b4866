//! Where a single order of all `SeqCst` operations helps, and where it is weaker than it sounds.

use std::sync::atomic::Ordering::{AcqRel, Acquire, Relaxed, Release, SeqCst};

use super::super::litmus::Verdict::{Allowed, Forbidden};
use super::super::program::{X, Y, Z, fence, fetch_add, load, store};
use super::Classic;

pub const TESTS: &[Classic] = &[
    // Dekker's entry protocol needs both threads to take part.
    Classic {
        name: "SB",
        orders: "SeqCst fence in one thread only",
        threads: &[
            &[store(X, 1, SeqCst), fence(SeqCst), load(Y, Relaxed)],
            &[store(Y, 1, Release), load(X, Acquire)],
        ],
        registers: &[0, 0],
        finals: &[1, 1],
        verdict: Allowed,
        source: "[Cats], [RC11]: the other thread is free to reorder",
    },
    Classic {
        name: "SB",
        orders: "SeqCst fence in one thread, SeqCst accesses in the other",
        threads: &[
            &[store(X, 1, Relaxed), fence(SeqCst), load(Y, Relaxed)],
            &[store(Y, 1, SeqCst), load(X, SeqCst)],
        ],
        registers: &[0, 0],
        finals: &[1, 1],
        verdict: Forbidden,
        source: "[MCC], [C++20]: fences and accesses share one order",
    },
    Classic {
        name: "SB",
        orders: "AcqRel fences",
        threads: &[
            &[store(X, 1, Relaxed), fence(AcqRel), load(Y, Relaxed)],
            &[store(Y, 1, Relaxed), fence(AcqRel), load(X, Relaxed)],
        ],
        registers: &[0, 0],
        finals: &[1, 1],
        verdict: Allowed,
        source: "[MCC], [C++20]: nothing is read that could synchronise",
    },
    // Updates of a third variable are ordered, and the second acquires what the first released.
    Classic {
        name: "SB",
        orders: "AcqRel updates of a third variable as fences",
        threads: &[
            &[
                store(X, 1, Relaxed),
                fetch_add(Z, 1, AcqRel),
                load(Y, Relaxed),
            ],
            &[
                store(Y, 1, Relaxed),
                fetch_add(Z, 1, AcqRel),
                load(X, Relaxed),
            ],
        ],
        registers: &[0, 0, 1, 0],
        finals: &[1, 1, 2],
        verdict: Forbidden,
        source: "[SRA]: fences as updates of one location",
    },
    Classic {
        name: "R",
        orders: "Release/Acquire",
        threads: &[
            &[store(X, 1, Release), store(Y, 1, Release)],
            &[store(Y, 2, Release), load(X, Acquire)],
        ],
        registers: &[0],
        finals: &[1, 2],
        verdict: Allowed,
        source: "[Cats], [SRA]",
    },
    Classic {
        name: "R",
        orders: "SeqCst",
        threads: &[
            &[store(X, 1, SeqCst), store(Y, 1, SeqCst)],
            &[store(Y, 2, SeqCst), load(X, SeqCst)],
        ],
        registers: &[0],
        finals: &[1, 2],
        verdict: Forbidden,
        source: "[Cats], [RC11]",
    },
    Classic {
        name: "R",
        orders: "Relaxed + SeqCst fences",
        threads: &[
            &[store(X, 1, Relaxed), fence(SeqCst), store(Y, 1, Relaxed)],
            &[store(Y, 2, Relaxed), fence(SeqCst), load(X, Relaxed)],
        ],
        registers: &[0],
        finals: &[1, 2],
        verdict: Forbidden,
        source: "[Cats], [RC11]",
    },
    Classic {
        name: "RWC",
        orders: "Release/Acquire",
        threads: &[
            &[store(X, 1, Release)],
            &[load(X, Acquire), load(Y, Acquire)],
            &[store(Y, 1, Release), load(X, Acquire)],
        ],
        registers: &[1, 0, 0],
        finals: &[1, 1],
        verdict: Allowed,
        source: "[Cats], [RC11]",
    },
    Classic {
        name: "RWC",
        orders: "SeqCst",
        threads: &[
            &[store(X, 1, SeqCst)],
            &[load(X, SeqCst), load(Y, SeqCst)],
            &[store(Y, 1, SeqCst), load(X, SeqCst)],
        ],
        registers: &[1, 0, 0],
        finals: &[1, 1],
        verdict: Forbidden,
        source: "[Cats], [RC11]",
    },
    Classic {
        name: "RWC+syncs",
        orders: "Relaxed + SeqCst fences",
        threads: &[
            &[store(X, 1, Relaxed)],
            &[load(X, Relaxed), fence(SeqCst), load(Y, Relaxed)],
            &[store(Y, 1, Relaxed), fence(SeqCst), load(X, Relaxed)],
        ],
        registers: &[1, 0, 0],
        finals: &[1, 1],
        verdict: Forbidden,
        source: "[RC11], [C++20]; C++11 allowed it",
    },
    Classic {
        name: "W+RWC",
        orders: "Release/Acquire, then SeqCst fences",
        threads: &[
            &[store(X, 1, Relaxed), store(Z, 1, Release)],
            &[load(Z, Acquire), fence(SeqCst), load(Y, Relaxed)],
            &[store(Y, 1, Relaxed), fence(SeqCst), load(X, Relaxed)],
        ],
        registers: &[1, 0, 0],
        finals: &[1, 1, 1],
        verdict: Forbidden,
        source: "[RC11], [C++20]; C++11 allowed it",
    },
    // A hand-over between two `SeqCst` operations orders them, though it is no `SeqCst` operation itself.
    Classic {
        name: "W+RWC",
        orders: "SeqCst, Release/Acquire in between",
        threads: &[
            &[store(X, 1, SeqCst), store(Z, 1, Release)],
            &[load(Z, Acquire), load(Y, SeqCst)],
            &[store(Y, 1, SeqCst), load(X, SeqCst)],
        ],
        registers: &[1, 0, 0],
        finals: &[1, 1, 1],
        verdict: Forbidden,
        source: "[RC11], [C++20] strongly happens before",
    },
    // `SeqCst` stores do not order readers that only acquire them.
    Classic {
        name: "IRIW-acq-sc",
        orders: "Acquire first loads, SeqCst the rest",
        threads: &[
            &[store(X, 1, SeqCst)],
            &[load(X, Acquire), load(Y, SeqCst)],
            &[load(Y, Acquire), load(X, SeqCst)],
            &[store(Y, 1, SeqCst)],
        ],
        registers: &[1, 0, 1, 0],
        finals: &[1, 1],
        verdict: Allowed,
        source: "[RC11], [C++20]; C++11 forbade it, POWER shows it",
    },
    // Happens-before through an update does not bind the order of `SeqCst` operations.
    Classic {
        name: "Z6.U",
        orders: "SeqCst, one Release store, one Relaxed load",
        threads: &[
            &[store(X, 1, SeqCst), store(Y, 1, Release)],
            &[fetch_add(Y, 1, SeqCst), load(Y, Relaxed)],
            &[store(Y, 3, SeqCst), load(X, SeqCst)],
        ],
        registers: &[1, 3, 0],
        finals: &[1, 3],
        verdict: Allowed,
        source: "[RC11], [C++20]; C++11 forbade it, POWER shows it",
    },
    // Each thread reads its own release store first, and still misses the other's.
    Classic {
        name: "SB+rfis",
        orders: "Release stores, SeqCst loads",
        threads: &[
            &[store(X, 1, Release), load(X, SeqCst), load(Y, SeqCst)],
            &[store(Y, 1, Release), load(Y, SeqCst), load(X, SeqCst)],
        ],
        registers: &[1, 0, 1, 0],
        finals: &[1, 1],
        verdict: Allowed,
        source: "[RC11]; [C++20] reads more strictly, as reads-before then reads-from orders the loads",
    },
];
