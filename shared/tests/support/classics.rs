//! Published litmus tests beyond the table: coherence, synchronisation, and the traps of `SeqCst`.
//!
//! The sources in brackets are those of [`litmus`](super::litmus), and
//!
//! - [Cats] Alglave, Maranget and Tautschnig, "Herding cats", 2014;
//! - [P0982] Boehm and others, "Weaken release sequences", WG21 P0982R1, 2018.

mod coherence;
mod seq_cst;
mod synchronisation;

use super::litmus::{Litmus, Verdict};
use super::outcome::Outcome;
use super::program::{Op, Program, Value};

/// A [`Litmus`] as a constant.
struct Classic {
    name: &'static str,
    orders: &'static str,
    threads: &'static [&'static [Op]],
    registers: &'static [Value],
    finals: &'static [Value],
    verdict: Verdict,
    source: &'static str,
}

/// Returns them all.
pub fn all() -> Vec<Litmus> {
    let groups = [coherence::TESTS, synchronisation::TESTS, seq_cst::TESTS];
    groups.into_iter().flatten().map(litmus).collect()
}

fn litmus(classic: &Classic) -> Litmus {
    Litmus {
        name: classic.name,
        orders: classic.orders,
        program: Program {
            threads: classic.threads.iter().map(|ops| ops.to_vec()).collect(),
        },
        weak: Outcome {
            registers: classic.registers.to_vec(),
            finals: classic.finals.to_vec(),
        },
        verdict: classic.verdict,
        source: classic.source,
    }
}
