//! The litmus table: seven shapes at four strengths, with the verdict of the published literature for each cell.
//!
//! The shapes and their names are those of Maranget, Sarkar and Sewell, "A tutorial introduction to the ARM and
//! POWER relaxed memory models", 2012. The verdicts are literal data, never computed:
//!
//! - [MCC] Batty, Owens, Sarkar, Sewell and Weber, "Mathematizing C++ concurrency", 2011;
//! - [RC11] Lahav, Vafeiadis, Kang, Hur and Dreyer, "Repairing Sequential Consistency in C/C++11", 2017;
//! - [SRA] Lahav, Giannarakis and Vafeiadis, "Taming release-acquire consistency", 2016;
//! - [C++20] ISO/IEC 14882:2020, [intro.races] and [atomics.order].
//!
//! In the last column C++20 and [RC11] are stricter than C++11, whose fences did not restore sequential consistency:
//! it allowed IRIW.

use std::sync::atomic::Ordering::{Acquire, Relaxed, Release, SeqCst};

use self::Access::{R, W};
use self::Verdict::{Allowed, Forbidden, OnlyC11};
use super::c11::Model;
use super::outcome::Outcome;
use super::program::{Op, Program, Value, X, Y, fence, load, store};

/// A program, and an outcome of it that no interleaving gives.
#[derive(Clone, Debug)]
pub struct Litmus {
    pub name: &'static str,
    /// The orderings used, in words: with the name, what identifies the test.
    pub orders: &'static str,
    pub program: Program,
    /// The outcome that tells the models apart.
    pub weak: Outcome,
    pub verdict: Verdict,
    /// Where the verdict was published.
    pub source: &'static str,
}

/// What the literature says of the weak outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    Allowed,
    /// Allowed by the standard, forbidden by RC11, which has no load buffering.
    OnlyC11,
    Forbidden,
}

impl Verdict {
    pub fn allows(self, model: Model) -> bool {
        match self {
            Allowed => true,
            OnlyC11 => model == Model::C11,
            Forbidden => false,
        }
    }
}

/// A column of the table: the orderings that all accesses of a shape get.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Strength {
    Relaxed,
    ReleaseAcquire,
    SeqCst,
    /// Relaxed, and a `SeqCst` fence between a thread's two operations.
    SeqCstFences,
}

impl Strength {
    pub const ALL: [(Strength, &str); 4] = [
        (Strength::Relaxed, "Relaxed"),
        (Strength::ReleaseAcquire, "Release/Acquire"),
        (Strength::SeqCst, "SeqCst"),
        (Strength::SeqCstFences, "Relaxed + SeqCst fences"),
    ];

    fn program(self, threads: &[&[Access]]) -> Program {
        let threads = threads.iter().map(|accesses| self.thread(accesses));
        Program {
            threads: threads.collect(),
        }
    }

    fn thread(self, accesses: &[Access]) -> Vec<Op> {
        let mut ops = Vec::new();
        for &access in accesses {
            if self == Strength::SeqCstFences && !ops.is_empty() {
                ops.push(fence(SeqCst));
            }
            ops.push(self.op(access));
        }
        ops
    }

    fn op(self, access: Access) -> Op {
        let (reading, writing) = match self {
            Strength::Relaxed | Strength::SeqCstFences => (Relaxed, Relaxed),
            Strength::ReleaseAcquire => (Acquire, Release),
            Strength::SeqCst => (SeqCst, SeqCst),
        };
        match access {
            R(var) => load(var, reading),
            W(var, value) => store(var, value, writing),
        }
    }
}

/// A read of a variable, or a write of a value to it.
#[derive(Clone, Copy)]
enum Access {
    R(usize),
    W(usize, Value),
}

/// A row of the table.
struct Shape {
    name: &'static str,
    threads: &'static [&'static [Access]],
    registers: &'static [Value],
    finals: &'static [Value],
    /// In the order of [`Strength::ALL`].
    verdicts: [Verdict; 4],
    source: &'static str,
}

const SHAPES: [Shape; 7] = [
    // Store buffering: both loads overtake the stores before them.
    Shape {
        name: "SB",
        threads: &[&[W(X, 1), R(Y)], &[W(Y, 1), R(X)]],
        registers: &[0, 0],
        finals: &[1, 1],
        verdicts: [Allowed, Allowed, Forbidden, Forbidden],
        source: "[MCC], [RC11]",
    },
    // Message passing: the flag arrives, the data does not. A release store and an acquire load are enough.
    Shape {
        name: "MP",
        threads: &[&[W(X, 1), W(Y, 1)], &[R(Y), R(X)]],
        registers: &[1, 0],
        finals: &[1, 1],
        verdicts: [Allowed, Forbidden, Forbidden, Forbidden],
        source: "[MCC], [C++20]",
    },
    // Coherence of two reads: one variable never goes back in time, whatever the ordering.
    Shape {
        name: "CoRR",
        threads: &[&[W(X, 1)], &[R(X), R(X)]],
        registers: &[1, 0],
        finals: &[1],
        verdicts: [Forbidden; 4],
        source: "[MCC], [C++20] read-read coherence",
    },
    // Write-to-read causality: what one thread saw before it wrote is seen by the reader of that write.
    Shape {
        name: "WRC",
        threads: &[&[W(X, 1)], &[R(X), W(Y, 1)], &[R(Y), R(X)]],
        registers: &[1, 1, 0],
        finals: &[1, 1],
        verdicts: [Allowed, Forbidden, Forbidden, Forbidden],
        source: "[MCC]: happens-before is transitive",
    },
    // Independent reads of independent writes: two readers disagree on which write came first.
    Shape {
        name: "IRIW",
        threads: &[&[W(X, 1)], &[W(Y, 1)], &[R(X), R(Y)], &[R(Y), R(X)]],
        registers: &[1, 0, 1, 0],
        finals: &[1, 1],
        verdicts: [Allowed, Allowed, Forbidden, Forbidden],
        source: "[MCC]; [RC11] for the fences, which C++11 had too weak",
    },
    // Load buffering: each load reads a store that comes after the other load.
    Shape {
        name: "LB",
        threads: &[&[R(X), W(Y, 1)], &[R(Y), W(X, 1)]],
        registers: &[1, 1],
        finals: &[1, 1],
        verdicts: [OnlyC11, Forbidden, Forbidden, Forbidden],
        source: "[MCC]; [RC11] for its own verdict",
    },
    // Two writes each, in opposite order: each thread's first write overwrites the other's second.
    Shape {
        name: "2+2W",
        threads: &[&[W(X, 1), W(Y, 2)], &[W(Y, 1), W(X, 2)]],
        registers: &[],
        finals: &[1, 1],
        verdicts: [Allowed, Allowed, Forbidden, Forbidden],
        source: "[SRA] for release stores, [RC11]",
    },
];

/// Returns the cells row by row, four to a row, in the order of [`Strength::ALL`].
pub fn table() -> Vec<Litmus> {
    SHAPES.iter().flat_map(row).collect()
}

fn row(shape: &'static Shape) -> impl Iterator<Item = Litmus> {
    let columns = Strength::ALL.into_iter().zip(shape.verdicts);
    columns.map(|((strength, orders), verdict)| Litmus {
        name: shape.name,
        orders,
        program: strength.program(shape.threads),
        weak: Outcome {
            registers: shape.registers.to_vec(),
            finals: shape.finals.to_vec(),
        },
        verdict,
        source: shape.source,
    })
}
