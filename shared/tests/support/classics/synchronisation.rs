//! Which write publishes what came before it, and which read receives it.

use std::sync::atomic::Ordering::{AcqRel, Acquire, Relaxed, Release};

use super::super::litmus::Verdict::{Allowed, Forbidden};
use super::super::program::{X, Y, Z, compare_exchange, fence, fetch_add, load, store};
use super::Classic;

pub const TESTS: &[Classic] = &[
    Classic {
        name: "MP",
        orders: "Release store, Relaxed load",
        threads: &[
            &[store(X, 1, Relaxed), store(Y, 1, Release)],
            &[load(Y, Relaxed), load(X, Relaxed)],
        ],
        registers: &[1, 0],
        finals: &[1, 1],
        verdict: Allowed,
        source: "[MCC], [C++20] it takes two to synchronise",
    },
    Classic {
        name: "MP",
        orders: "Release fence, Acquire fence",
        threads: &[
            &[store(X, 1, Relaxed), fence(Release), store(Y, 1, Relaxed)],
            &[load(Y, Relaxed), fence(Acquire), load(X, Relaxed)],
        ],
        registers: &[1, 0],
        finals: &[1, 1],
        verdict: Forbidden,
        source: "[MCC], [C++20] [atomics.fences]",
    },
    Classic {
        name: "MP",
        orders: "Release fence, Acquire load",
        threads: &[
            &[store(X, 1, Relaxed), fence(Release), store(Y, 1, Relaxed)],
            &[load(Y, Acquire), load(X, Relaxed)],
        ],
        registers: &[1, 0],
        finals: &[1, 1],
        verdict: Forbidden,
        source: "[MCC], [C++20] [atomics.fences]",
    },
    // The fence comes before the data, so it publishes nothing.
    Classic {
        name: "MP",
        orders: "Release fence too early",
        threads: &[
            &[fence(Release), store(X, 1, Relaxed), store(Y, 1, Relaxed)],
            &[load(Y, Acquire), load(X, Relaxed)],
        ],
        registers: &[1, 0],
        finals: &[1, 1],
        verdict: Allowed,
        source: "[C++20] [atomics.fences]",
    },
    Classic {
        name: "MP",
        orders: "failed exchange, failure Acquire",
        threads: &[
            &[store(X, 1, Relaxed), store(Y, 1, Release)],
            &[
                compare_exchange(Y, (0, 2), Relaxed, Acquire),
                load(X, Relaxed),
            ],
        ],
        registers: &[1, 0],
        finals: &[1, 1],
        verdict: Forbidden,
        source: "[C++20] [atomics.types.operations], memory order on failure",
    },
    Classic {
        name: "MP",
        orders: "failed exchange, success AcqRel, failure Relaxed",
        threads: &[
            &[store(X, 1, Relaxed), store(Y, 1, Release)],
            &[
                compare_exchange(Y, (0, 2), AcqRel, Relaxed),
                load(X, Relaxed),
            ],
        ],
        registers: &[1, 0],
        finals: &[1, 1],
        verdict: Allowed,
        source: "[C++20] [atomics.types.operations], memory order on failure",
    },
    Classic {
        name: "release sequence",
        orders: "through another thread's Relaxed update",
        threads: &[
            &[store(X, 1, Relaxed), store(Y, 1, Release)],
            &[fetch_add(Y, 1, Relaxed)],
            &[load(Y, Acquire), load(X, Relaxed)],
        ],
        registers: &[1, 2, 0],
        finals: &[1, 2],
        verdict: Forbidden,
        source: "[MCC], [P0982]",
    },
    Classic {
        name: "release sequence",
        orders: "through the Relaxed updates of two other threads",
        threads: &[
            &[store(X, 1, Relaxed), store(Y, 1, Release)],
            &[fetch_add(Y, 1, Relaxed)],
            &[fetch_add(Y, 1, Relaxed)],
            &[load(Y, Acquire), load(X, Relaxed)],
        ],
        registers: &[1, 2, 3, 0],
        finals: &[1, 3],
        verdict: Forbidden,
        source: "[MCC], [P0982]",
    },
    Classic {
        name: "release sequence",
        orders: "through another thread's Relaxed store",
        threads: &[
            &[store(X, 1, Relaxed), store(Y, 1, Release)],
            &[load(Y, Relaxed), store(Y, 2, Relaxed)],
            &[load(Y, Acquire), load(X, Relaxed)],
        ],
        registers: &[1, 2, 0],
        finals: &[1, 2],
        verdict: Allowed,
        source: "[MCC], [P0982]",
    },
    Classic {
        name: "release sequence",
        orders: "through its own thread's Relaxed store",
        threads: &[
            &[
                store(X, 1, Relaxed),
                store(Y, 1, Release),
                store(Y, 2, Relaxed),
            ],
            &[load(Y, Acquire), load(X, Relaxed)],
        ],
        registers: &[2, 0],
        finals: &[1, 2],
        verdict: Allowed,
        source: "[P0982], [C++20]; C++11 forbade it",
    },
    Classic {
        name: "ISA2",
        orders: "Relaxed",
        threads: &[
            &[store(X, 1, Relaxed), store(Y, 1, Relaxed)],
            &[load(Y, Relaxed), store(Z, 1, Relaxed)],
            &[load(Z, Relaxed), load(X, Relaxed)],
        ],
        registers: &[1, 1, 0],
        finals: &[1, 1, 1],
        verdict: Allowed,
        source: "[Cats], [MCC]",
    },
    Classic {
        name: "ISA2",
        orders: "Release/Acquire",
        threads: &[
            &[store(X, 1, Relaxed), store(Y, 1, Release)],
            &[load(Y, Acquire), store(Z, 1, Release)],
            &[load(Z, Acquire), load(X, Relaxed)],
        ],
        registers: &[1, 1, 0],
        finals: &[1, 1, 1],
        verdict: Forbidden,
        source: "[Cats], [MCC]: happens-before is transitive",
    },
    // The second thread's store comes after the first thread's, which its acquire load has received.
    Classic {
        name: "S",
        orders: "Relaxed",
        threads: &[
            &[store(X, 2, Relaxed), store(Y, 1, Relaxed)],
            &[load(Y, Relaxed), store(X, 1, Relaxed)],
        ],
        registers: &[1],
        finals: &[2, 1],
        verdict: Allowed,
        source: "[Cats], [MCC]",
    },
    Classic {
        name: "S",
        orders: "Release/Acquire",
        threads: &[
            &[store(X, 2, Relaxed), store(Y, 1, Release)],
            &[load(Y, Acquire), store(X, 1, Relaxed)],
        ],
        registers: &[1],
        finals: &[2, 1],
        verdict: Forbidden,
        source: "[Cats], [MCC]: write-write coherence follows happens-before",
    },
];
