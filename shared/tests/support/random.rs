//! Random litmus programs, small enough to enumerate; the same seed gives the same program.
//!
//! The generator is splitmix64: Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014.

use std::sync::atomic::Ordering::{self, AcqRel, Acquire, Relaxed, Release, SeqCst};

use super::program::{Op, Program, Value, compare_exchange, fetch_add, load, store};

/// Which orderings a random program uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Orders {
    /// Every operation is `SeqCst`.
    AllSeqCst,
    /// Each operation has any ordering that `std` accepts for it.
    Mixed,
}

/// Returns a program of 2–3 threads with 2–3 operations each, on two variables.
///
/// The `k`-th operation that may write deals with the value `1 << k`,
/// so a value read tells which store it comes from and which additions came after.
pub fn program(seed: u64, orders: Orders) -> Program {
    let mut dice = Dice {
        state: seed,
        orders,
        written: vec![0],
    };
    let threads = 2 + dice.below(2);
    Program {
        threads: (0..threads).map(|_| dice.thread()).collect(),
    }
}

struct Dice {
    state: u64,
    orders: Orders,
    /// The initial 0, and what the operations so far deal with: what a `compare_exchange` may expect.
    written: Vec<Value>,
}

impl Dice {
    fn thread(&mut self) -> Vec<Op> {
        let length = 2 + self.below(2);
        (0..length).map(|_| self.op()).collect()
    }

    fn op(&mut self) -> Op {
        let var = self.below(2);
        match self.below(4) {
            0 => load(var, self.order(&[Relaxed, Acquire, SeqCst])),
            1 => store(var, self.fresh(), self.order(&[Relaxed, Release, SeqCst])),
            2 => fetch_add(var, self.fresh(), self.rmw_order()),
            _ => {
                let earlier = self.below(self.written.len());
                let values = (self.written[earlier], self.fresh());
                let failure = self.order(&[Relaxed, Acquire, SeqCst]);
                compare_exchange(var, values, self.rmw_order(), failure)
            }
        }
    }

    fn fresh(&mut self) -> Value {
        let value = 1 << (self.written.len() - 1);
        self.written.push(value);
        value
    }

    fn rmw_order(&mut self) -> Ordering {
        self.order(&[Relaxed, Acquire, Release, AcqRel, SeqCst])
    }

    fn order(&mut self, valid: &[Ordering]) -> Ordering {
        match self.orders {
            Orders::AllSeqCst => SeqCst,
            Orders::Mixed => valid[self.below(valid.len())],
        }
    }

    /// Returns a number below `bound`; the bias of the remainder does not matter for bounds this small.
    fn below(&mut self, bound: usize) -> usize {
        (self.next() % bound as u64) as usize
    }

    fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.state ^ (self.state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }
}
