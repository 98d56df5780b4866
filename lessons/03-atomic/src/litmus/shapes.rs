//! The seven shapes: who stores and who loads what, and the outcome that no interleaving gives.

use super::super::world::sync::atomic::Ordering::Relaxed;
use super::{Litmus, Strength};

// ANCHOR: store_buffering
pub fn store_buffering<S: Strength>() -> Litmus {
    Litmus {
        name: "SB",
        title: "store buffering",
        program: "A: x = 1, read y. B: y = 1, read x. Outcome: both reads.",
        weak: &[0, 0],
        meaning: "each load overtook the store before it",
        is_beyond_the_model: false,
        actors: vec![
            |memory| {
                memory.x.store(1, S::STORE);
                S::between();
                [memory.y.load(S::LOAD), 0]
            },
            |memory| {
                memory.y.store(1, S::STORE);
                S::between();
                [memory.x.load(S::LOAD), 0]
            },
        ],
        outcome: |_, reads| vec![reads[0][0], reads[1][0]],
    }
}
// ANCHOR_END: store_buffering

pub fn message_passing<S: Strength>() -> Litmus {
    Litmus {
        name: "MP",
        title: "message passing",
        program: "A: x = 1, y = 1. B: read y, read x. Outcome: both reads.",
        weak: &[1, 0],
        meaning: "the flag came, the message did not",
        is_beyond_the_model: false,
        actors: vec![
            |memory| {
                memory.x.store(1, S::STORE);
                S::between();
                memory.y.store(1, S::STORE);
                [0; 2]
            },
            |memory| {
                let y = memory.y.load(S::LOAD);
                S::between();
                [y, memory.x.load(S::LOAD)]
            },
        ],
        outcome: |_, reads| reads[1].to_vec(),
    }
}

pub fn load_buffering<S: Strength>() -> Litmus {
    Litmus {
        name: "LB",
        title: "load buffering",
        program: "A: read x, y = 1. B: read y, x = 1. Outcome: both reads.",
        weak: &[1, 1],
        meaning: "each store overtook the load before it",
        is_beyond_the_model: !S::IS_FENCED && matches!(S::STORE, Relaxed),
        actors: vec![
            |memory| {
                let x = memory.x.load(S::LOAD);
                S::between();
                memory.y.store(1, S::STORE);
                [x, 0]
            },
            |memory| {
                let y = memory.y.load(S::LOAD);
                S::between();
                memory.x.store(1, S::STORE);
                [y, 0]
            },
        ],
        outcome: |_, reads| vec![reads[0][0], reads[1][0]],
    }
}

pub fn coherence<S: Strength>() -> Litmus {
    Litmus {
        name: "CoRR",
        title: "coherence of two reads",
        program: "A: x = 1. B: read x, read x. Outcome: both reads.",
        weak: &[1, 0],
        meaning: "one variable went back in time",
        is_beyond_the_model: false,
        actors: vec![
            |memory| {
                memory.x.store(1, S::STORE);
                [0; 2]
            },
            |memory| {
                let first = memory.x.load(S::LOAD);
                S::between();
                [first, memory.x.load(S::LOAD)]
            },
        ],
        outcome: |_, reads| reads[1].to_vec(),
    }
}

pub fn causality<S: Strength>() -> Litmus {
    Litmus {
        name: "WRC",
        title: "write-to-read causality",
        program: "A: x = 1. B: read x, y = 1. C: read y, read x. Outcome: the three reads.",
        weak: &[1, 1, 0],
        meaning: "C heard of x from B, and did not see it",
        is_beyond_the_model: false,
        actors: vec![
            |memory| {
                memory.x.store(1, S::STORE);
                [0; 2]
            },
            |memory| {
                let x = memory.x.load(S::LOAD);
                S::between();
                memory.y.store(1, S::STORE);
                [x, 0]
            },
            |memory| {
                let y = memory.y.load(S::LOAD);
                S::between();
                [y, memory.x.load(S::LOAD)]
            },
        ],
        outcome: |_, reads| vec![reads[1][0], reads[2][0], reads[2][1]],
    }
}

pub fn independent_reads<S: Strength>() -> Litmus {
    Litmus {
        name: "IRIW",
        title: "independent reads of independent writes",
        program: "A: x = 1. B: y = 1. C: read x, read y. D: read y, read x. Outcome: the four reads.",
        weak: &[1, 0, 1, 0],
        meaning: "C and D disagree which store came first",
        is_beyond_the_model: false,
        actors: vec![
            |memory| {
                memory.x.store(1, S::STORE);
                [0; 2]
            },
            |memory| {
                memory.y.store(1, S::STORE);
                [0; 2]
            },
            |memory| {
                let x = memory.x.load(S::LOAD);
                S::between();
                [x, memory.y.load(S::LOAD)]
            },
            |memory| {
                let y = memory.y.load(S::LOAD);
                S::between();
                [y, memory.x.load(S::LOAD)]
            },
        ],
        outcome: |_, reads| [reads[2], reads[3]].concat(),
    }
}

pub fn crossed_writes<S: Strength>() -> Litmus {
    Litmus {
        name: "2+2W",
        title: "two times two writes",
        program: "A: x = 1, y = 2. B: y = 1, x = 2. Outcome: x and y in the end.",
        weak: &[1, 1],
        meaning: "each first store came after the other's second",
        is_beyond_the_model: !S::IS_FENCED,
        actors: vec![
            |memory| {
                memory.x.store(1, S::STORE);
                S::between();
                memory.y.store(2, S::STORE);
                [0; 2]
            },
            |memory| {
                memory.y.store(1, S::STORE);
                S::between();
                memory.x.store(2, S::STORE);
                [0; 2]
            },
        ],
        // Relaxed: the actors are done, and whoever asks has waited for them.
        outcome: |memory, _| vec![memory.x.load(Relaxed), memory.y.load(Relaxed)],
    }
}
